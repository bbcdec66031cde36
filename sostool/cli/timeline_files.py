"""The page and the calendar of deadlines: made, and put in their places or on standard output."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sostool.cli.console import FOUND, WRONG_USE, complain, flush, shown, stop, write

if TYPE_CHECKING:
    from sostool.case.read import ReadCase
    from sostool.cli.timeline import Asked
    from sostool.profile import Profile
    from sostool.report.making.maker import Made
    from sostool.report.making.workshop import Workshop
    from sostool.timeline.timeline import Timeline

_STANDARD_OUTPUT = "-"


def write_page(read: ReadCase, profile: Profile, timeline: Timeline, asked: Asked) -> None:
    """Write the page of one case file's deadlines."""
    from sostool.report.making.maker import Maker  # noqa: PLC0415
    from sostool.report.making.timeline import make_timeline  # noqa: PLC0415

    with _told_mistakes():
        # A timeline is nobody's copy to let go: it is no draft of anything.
        maker = Maker(read, _workshop(profile, asked), final=lambda *_: "")
        (made,) = make_timeline(maker, timeline, ("html",))
    _put(made, timeline.file, asked)


def write_list_page(timelines: Sequence[Timeline], asked: Asked) -> None:
    """Write the page of what is due in many case files, in the words of the team's profile or England's."""
    from sostool.profile.load import load_profile  # noqa: PLC0415
    from sostool.profile.profile import DEFAULT  # noqa: PLC0415
    from sostool.report.making.timeline import make_list  # noqa: PLC0415
    from sostool.settings import settings_above  # noqa: PLC0415

    name = asked.profile or settings_above("").settings.profile or DEFAULT
    profile = load_profile(name).profile
    if profile is None:
        stop(WRONG_USE, f"The profile {name} cannot be used: `sostool profiles` lists those there are.")
    with _told_mistakes():
        made = make_list(_workshop(profile, asked), timelines, asked.today, asked.days, "html")
    _put(made, "", asked)


def write_calendar(timelines: Sequence[Timeline], case_file: str, asked: Asked) -> None:
    """Write the calendar; none where nothing is open, since one without entries is no calendar."""
    from sostool.report.making.maker import Made  # noqa: PLC0415
    from sostool.report.making.timeline import KIND, list_stem, stem  # noqa: PLC0415
    from sostool.timeline.calendar import calendar  # noqa: PLC0415

    if not any(one.is_open for timeline in timelines for one in timeline.standings):
        complain("Nothing with a last day is open, so there is no calendar to write.")
        return
    name = stem(timelines[0]) if case_file else list_stem(asked.today)
    _put(Made(KIND.name, f"{name}.ics", calendar(timelines)), case_file, asked)


def _put(made: Made, case_file: str, asked: Asked) -> None:
    from sostool.caseload.check_file import settings_of  # noqa: PLC0415
    from sostool.cli.placing import put  # noqa: PLC0415
    from sostool.report.making.pack import Place  # noqa: PLC0415
    from sostool.settings import settings_above  # noqa: PLC0415

    if asked.to == _STANDARD_OUTPUT:
        if hasattr(sys.stdout, "reconfigure"):
            # The line ends of a calendar are the standard's, on every computer.
            sys.stdout.reconfigure(newline="")
        write(made.data.decode())
        flush()
        return
    output = (settings_of(case_file) if case_file else settings_above("")).settings.output
    for written in put([Place("", made)], asked.to or (f"{output}/" if output else ""), case_file):
        write(f"Written: {shown(written.path)}\n")


def _workshop(profile: Profile, asked: Asked) -> Workshop:
    from pathlib import Path  # noqa: PLC0415

    from sostool.report.making.workshop import Workshop  # noqa: PLC0415

    return Workshop(profile, Path(asked.templates) if asked.templates else None, asked.language)


@contextlib.contextmanager
def _told_mistakes() -> Iterator[None]:
    """Tell a mistake in a template or a label file, and words that must not stand on the page, in a line."""
    from sostool.report.making.maker import Refused  # noqa: PLC0415
    from sostool.report.templating.template_mistake import TemplateMistake  # noqa: PLC0415
    from sostool.report.words.labels import LabelMistakeError  # noqa: PLC0415
    from sostool.report.words.languages import UnknownLanguageError  # noqa: PLC0415

    try:
        yield
    except Refused as refused:
        stop(FOUND, shown(str(refused)))
    except (TemplateMistake, LabelMistakeError, UnknownLanguageError) as mistake:
        stop(WRONG_USE, shown(str(mistake)))
