"""`sostool templates`: what an authority can make its own, and a folder to start with."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import Annotated

import typer

from sostool.cli.console import OK, WRONG_USE, complain, shown, stop, write

COPY = "copy"
# What files are for, by the shape of their names, in the order in which an authority will want them.
_ABOUT = {
    r"authority\.yaml": "Your names, telephone numbers, helplines and colour. Start here.",
    r"logo\.(?:svg|png|jpg)": "Your logo. Put the picture into the folder yourself; it stands at the head of documents.",
    r"word\.docx": "Your letterhead, fonts and styles for Word. A copy looks as documents do now: change it in Word.",
    r"words/(?P<language>[\w-]+)/(?P<name>[\w-]+)\.md": "Wording, language {language}: {name}.",
    r"labels/(?P<language>[\w-]+)\.yaml": "Headings and short words, language {language}. Keep only the lines you change.",
    r"html/style\.css": "How documents look on a screen.",
    r"html/paper\.css": "How documents look on paper.",
    r"html/page\.html\.j2": "What stands around the text of a document: its head, its list of contents, its foot.",
    r"markdown/page\.md\.j2": "The same for a Markdown file.",
    r"pictures/marks\.svg\.j2": "What all pictures share.",
    r"pictures/(?P<name>\w+)\.svg\.j2": "How a picture is drawn: {name}.",
    r"html/blocks/(?P<name>\w+)\.html\.j2": "How one part of a text is drawn on a page: {name}.",
    r"markdown/blocks/(?P<name>\w+)\.md\.j2": "How one part of a text is drawn in a Markdown file: {name}.",
    r"(?:html|markdown)/blocks\.\w+\.j2": "How all parts of a text are drawn. To change one part, copy that part's own file.",
}
_GIVEN = ("authority.yaml", "logo.svg", "word.docx")


def templates(
    action: Annotated[str, typer.Argument(metavar="[copy]", help="copy: start a folder of your own.")] = "",
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]...", help="What to copy, as the list names it.")
    ] = None,
    to: Annotated[
        str, typer.Option("-o", "--output", metavar="DIR", help="The folder to put copies into.")
    ] = "templates",
) -> int:
    """List what an authority can make its own in documents; with copy, start a folder with some of it.

    render-report --templates DIR then lays that folder over ours, file by file. A file that is there already is never
    replaced.
    """
    from sostool.report.templating.our_templates import our_names  # noqa: PLC0415

    known = sorted([*_GIVEN, *our_names()], key=lambda name: (_shape(name), name))
    if not action:
        for name in known:
            write(f"{name}: {about(name)}\n")
        return OK
    if action != COPY:
        stop(WRONG_USE, f"There is no {shown(action)} here. To start a folder: sostool templates copy NAME")
    if not names:
        stop(WRONG_USE, "Say what to copy: sostool templates copy NAME. `sostool templates` lists the names.")
    return _copy(list(dict.fromkeys(names)), Path(to), known)


def about(name: str) -> str:
    """Say what a file is for; "" if nobody has said it."""
    for shape, text in _ABOUT.items():
        if found := re.fullmatch(shape, name):
            return text.format_map({key: value.replace("_", " ") for key, value in found.groupdict().items()})
    return ""


def _shape(name: str) -> int:
    return next((rank for rank, shape in enumerate(_ABOUT) if re.fullmatch(shape, name)), len(_ABOUT))


def _copy(names: list[str], folder: Path, known: Collection[str]) -> int:
    from sostool.files import AlreadyThereError, CannotPlaceError, create, make_folder  # noqa: PLC0415

    contents = {name: _content(name, known) for name in names}
    left_alone = False
    for name, content in contents.items():
        target = folder.joinpath(*name.split("/"))
        try:
            make_folder(target.parent)
            create(target, content)
        except AlreadyThereError:
            complain(f"Not copied: {target} is there already, and is left as it is.")
            left_alone = True
        except CannotPlaceError as error:
            stop(WRONG_USE, f"Not copied: {error}.")
        else:
            write(f"Copied: {shown(str(target))}\n")
    write(f"Use the folder with: sostool render-report CASE --templates {shown(str(folder))}\n")
    return WRONG_USE if left_alone else OK


def _content(name: str, known: Collection[str]) -> bytes:
    return _word_to_start_from() if name == "word.docx" else _text(name, known).encode()


def _word_to_start_from() -> bytes:
    from sostool.profile.profile import Profile  # noqa: PLC0415
    from sostool.report.formats.not_drawn import NotInstalledError  # noqa: PLC0415
    from sostool.report.formats.word import word_to_start_from  # noqa: PLC0415

    try:
        return word_to_start_from(Profile("").accent)
    except NotInstalledError as missing:
        stop(WRONG_USE, str(missing))


def _text(name: str, known: Collection[str]) -> str:
    from sostool.report.templating.our_templates import our_text  # noqa: PLC0415
    from sostool.report.templating.overlay import AUTHORITY, near_name  # noqa: PLC0415
    from sostool.report.templating.own_block import own_block  # noqa: PLC0415

    if name == AUTHORITY:
        return _authority_to_fill_in()
    if name.startswith("logo."):
        stop(
            WRONG_USE,
            "There is no logo of ours to copy. Put your own into the folder as logo.svg, logo.png or logo.jpg.",
        )
    text = (our_text(name) or own_block(name)) if name in known else None
    if text is None:
        near = near_name(name, known)
        hint = f"Did you mean {near}?" if near else "`sostool templates` lists them."
        stop(WRONG_USE, f"There is no template {shown(name)}. {hint}")
    return text


def _authority_to_fill_in() -> str:
    """Write a file in which each key waits for its value, with what it is for and an example above it."""
    from sostool.profile.declared import Authority  # noqa: PLC0415

    lines = [
        "# Names and numbers for documents. Write each after its colon; what stays empty is a line to write on.",
        "",
    ]
    for name, key in Authority.keys.items():
        if name != "helplines":
            lines += [f"# {key.doc} Such as: {key.example}", f"{name}:", ""]
    lines += [
        "# Telephone lines that help. Without any, documents name the lines that come with sostool.",
        "# helplines:",
        "#   - {name: Childline, telephone: 0800 1111, who_for: for children and young people}",
        "",
        "# The one colour of the documents.",
        '# accent: "#1d5c63"',
    ]
    return "\n".join(lines) + "\n"
