"""The file of the next meeting, made from the text of the one before, and proved twice.

It has to say what was chosen and nothing else; and nothing that was carried over may reach anybody whom it did not
reach before.
"""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from typing import NamedTuple

from sostool.adding.adding import Added, NotSoundError, add, as_it_is
from sostool.adding.adding import HasErrorsError as AddHasErrorsError
from sostool.adding.adding import TooLargeError as AddTooLargeError
from sostool.adding.addition import Addition, CannotAddError
from sostool.adding.layout import Layout
from sostool.carrying.agreed import Agreed, agreed_actions
from sostool.carrying.choosing import Chosen, choose
from sostool.carrying.conditions import Between
from sostool.carrying.cutting import Cuts
from sostool.carrying.entries import entry_at
from sostool.carrying.meeting import NextMeeting, new_keys
from sostool.carrying.proof import NotProvenError, Origin, opened, prove_cuts
from sostool.carrying.table import NEW, row_of
from sostool.case.model import Case, Meeting
from sostool.case.model.family_map import NeedsToHappen
from sostool.case.people import children_of_the_case
from sostool.case.read import ReadCase, read_case
from sostool.findings.finding import Finding, Path
from sostool.mend.edits import edited
from sostool.profile import Profile
from sostool.share.making import has_words
from sostool.story.fingerprint import fingerprint
from sostool.yamlfile.reading import is_missing
from sostool.yamlfile.source import MOST_BYTES
from sostool.yamlfile.writing import Value, on_one_line

NEXT_STEPS = ("map", "needs_to_happen", "next_steps")
_OWN_WORDS = ("worries", "good_things", "dreams")
_WHY = "why"
# In the words in which it is asked again as long as it is open: a question that stands there already is not put twice.
_IS_DONE = row_of(NeedsToHappen, NEXT_STEPS[-1]).question


class HasErrorsError(Exception):
    """The earlier file has to be put right first: the finding that says what is wrong."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


class TooLargeError(Exception):
    """The new file would be larger than a case file may be."""


class NotAfterError(Exception):
    """The next meeting is not after the earlier one."""


class Followed(NamedTuple):
    """The file of the next meeting: its bytes, and what was done with the earlier one.

    `carried` and `left` count entries by their key; `agreed` are actions of the outcome's plans that became next steps,
    `not_agreed` those that could not, because as steps they would reach more people. `questions` are the places to
    look at again.
    """

    data: bytes
    carried: Counter[str]
    left: Counter[str]
    agreed: int
    not_agreed: int
    questions: int


def follow(data: bytes, earlier: ReadCase, profile: Profile, new: NextMeeting) -> Followed:
    """Make the file of the next meeting.

    Args:
        data: the earlier file's bytes.
        earlier: the same, read.
        profile: the earlier file's, by which it is shared.
        new: the next meeting.

    Raises:
        HasErrorsError: the earlier file has errors.
        NotAfterError: the next meeting is on the day of the earlier one, or before it.
        TooLargeError: the new file would be larger than a case file may be.
        NotProvenError: the new file would not say what it should, or would open what was closed.
    """
    case, root = earlier.case, earlier.source.root
    if earlier.findings:
        raise HasErrorsError(earlier.findings[0])
    if case is None or root is None or case.meeting is None or case.meeting.date is None:
        raise NotProvenError
    if new.date <= case.meeting.date:
        raise NotAfterError
    text = earlier.source.text
    chosen = choose(root, Layout(text, root), Between(case, profile, case.meeting.date, new.date))
    missing = _rewrite_meeting(chosen, new_keys(case, new, fingerprint(case)))
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    cut = _small_enough(mark + edited(text, chosen.cuts.edits()).encode())
    prove_cuts(root, chosen.cuts, read_case(cut, earlier.source.name).source.root)
    try:
        added = as_it_is(cut, earlier.source.name)
        for key, value in missing.items():
            added = add(added, Addition(("meeting", key), value))
        added = _with_room_for_words(added)
    except AddTooLargeError:
        raise TooLargeError from None
    except (AddHasErrorsError, CannotAddError, NotSoundError) as error:
        raise NotProvenError from error
    origin = Origin(root, chosen.cuts)
    return _with_agreed(added, case, profile, chosen, origin)


def _small_enough(data: bytes) -> bytes:
    if len(data) > MOST_BYTES:
        raise TooLargeError
    return data


def _rewrite_meeting(chosen: Chosen, keys: dict[str, Value]) -> dict[str, Value]:
    """Write the meeting anew where its keys stand; give those that have no place yet."""
    cuts, there = chosen.cuts, chosen.meeting
    for key, entry in there.items():
        if key in keys:
            cuts.replace(entry, on_one_line(keys[key]))
        elif row_of(Meeting, key).fate is NEW and not is_missing(entry.value):
            if key == _WHY and not entry.parent.flow_style:
                cuts.replace(entry, "")
            else:
                cuts.cut(entry)
    return {key: value for key, value in keys.items() if key not in there}


def _with_room_for_words(added: Added) -> Added:
    """Leave room for each child's own words; where the file is written so that it cannot be done, a check asks."""
    for child in _without_words(added.read.case):
        with suppress(CannotAddError):
            added = add(added, Addition(("voices",), {"who": child, **{key: [] for key in _OWN_WORDS}}, is_entry=True))
    return added


def _without_words(case: Case | None) -> list[str]:
    """Give the children whose own words of the time since are not there."""
    if case is None:
        return []
    heard = {voice.who for voice in case.voices if has_words(voice) or voice.observed or voice.not_asked}
    return [child.id for child in children_of_the_case(case) if child.id not in heard]


def _with_agreed(added: Added, case: Case, profile: Profile, chosen: Chosen, origin: Origin) -> Followed:
    """Add the actions that were agreed as next steps, but for those that would reach more people as steps."""
    every = agreed_actions(case)
    wanted = list(every)
    while True:
        done, wanted, origins = _with_steps(added, wanted)
        later = done.read.case
        if later is None or done.read.findings:
            raise NotProvenError
        open_now = opened(case, later, profile, origins, origin)
        if not open_now:
            break
        open_steps = {path[: len(NEXT_STEPS) + 1] for path in open_now} & origins.keys()
        if not wanted:
            raise NotProvenError
        # Where a step opens something else, such as a name, nobody can tell which: then none of them goes in.
        open_steps = open_steps or set(origins)
        wanted = [step for place, step in zip(origins, wanted, strict=True) if place not in open_steps]
    after, asked = _with_questions(done, origins)
    return Followed(
        after,
        chosen.carried,
        chosen.left,
        agreed=len(wanted),
        not_agreed=len(every) - len(wanted),
        questions=chosen.cuts.questions + asked,
    )


def _with_steps(added: Added, steps: list[Agreed]) -> tuple[Added, list[Agreed], dict[Path, tuple[Path, ...]]]:
    """Add steps; give those that could be added, and where each stands now and comes from."""
    done: list[Agreed] = []
    origins: dict[Path, tuple[Path, ...]] = {}
    for step in steps:
        try:
            added = add(added, Addition(NEXT_STEPS, step.step, is_entry=True))
        except AddTooLargeError:
            raise TooLargeError from None
        except (CannotAddError, NotSoundError):
            continue
        case = added.read.case
        needed = case.map.needs_to_happen if case and case.map else None
        if needed is None:
            raise NotProvenError
        done.append(step)
        origins[needed.next_steps[-1].path] = step.paths
    return added, done, origins


def _with_questions(added: Added, steps: Iterable[Path]) -> tuple[bytes, int]:
    """Ask at each step that was agreed whether it is done."""
    source = added.read.source
    if source.root is None:
        raise NotProvenError
    cuts = Cuts(Layout(source.text, source.root))
    for path in steps:
        cuts.ask(entry_at(source.root, path), _IS_DONE)
    mark = codecs.BOM_UTF8 if added.after.startswith(codecs.BOM_UTF8) else b""
    after = _small_enough(mark + edited(source.text, cuts.edits()).encode())
    prove_cuts(source.root, cuts, read_case(after, source.name).source.root)
    return after, cuts.questions
