"""The authority's names and numbers: what the profile says, with what its own folder says laid over it."""

from __future__ import annotations

from typing import NamedTuple, cast

from sostool.profile import Profile
from sostool.profile.declared import Authority as Names
from sostool.profile.declared import Helpline, ProfileFile
from sostool.profile.profile import texts_of
from sostool.report.blocks import Line, Run, own
from sostool.report.templating.overlay import AUTHORITY
from sostool.report.templating.template_mistake import TemplateMistake
from sostool.report.templating.templates import Templates
from sostool.yamlfile.part_file import read_part_file

# In a wording `{name}` could be anybody's.
_CALLED = {"name": "authority"}
_EMPTY = "YA110"


class Authority(NamedTuple):
    """Who a document comes from.

    `values` are what a wording's blanks can name, an empty line where the authority says nothing; `lists` what a
    wording can name in a paragraph of its own; `logo` is the address of an image that stands for the picture itself.
    """

    name: str
    values: dict[str, Line]
    lists: dict[str, tuple[Line, ...]]
    helplines: tuple[Helpline, ...]
    accent: str
    logo: str


class AuthorityFile(Names):
    """The file `authority.yaml` of an authority's folder."""

    accent = cast("str", ProfileFile.keys["accent"])


def authority_of(profile: Profile, templates: Templates) -> Authority:
    """Work out who a document comes from.

    Raises:
        TemplateMistake: `authority.yaml` has a mistake, or there is a logo and no name that could be read out for it.
    """
    file = _read(templates)
    texts = {**profile.authority, **texts_of(file)}
    name = _on_one_line(texts.get("name", ""))
    if templates.logo and not name:
        message = (
            "A logo needs words for whoever cannot see it. Write the authority's name: name: Example County Council"
        )
        raise TemplateMistake(AUTHORITY, 0, message)
    helplines = file.helplines or profile.helplines
    keys = [key for key in Names.keys if key != "helplines"]
    return Authority(
        name=name,
        values={_CALLED.get(key, key): own(_on_one_line(texts.get(key, ""))) for key in keys},
        lists={"helplines": tuple(map(_line, helplines))},
        helplines=helplines,
        accent=file.accent or profile.accent,
        logo=templates.logo,
    )


def _read(templates: Templates) -> AuthorityFile:
    if templates.authority is None:
        return AuthorityFile()
    file, reading = read_part_file(templates.authority, AUTHORITY, AuthorityFile)
    if file is None or reading.findings:
        first = reading.findings[0]
        mend = "`sostool templates copy authority.yaml` starts one." if first.code == _EMPTY else first.mend
        raise TemplateMistake(AUTHORITY, first.place.line, f"{first.message} {mend}".strip())
    return file


def _line(helpline: Helpline) -> Line:
    rest = ", ".join(filter(None, (helpline.telephone, helpline.who_for)))
    name = _on_one_line(helpline.name)
    return (Run(name, strong=True), Run(f": {_on_one_line(rest)}")) if rest else (Run(name, strong=True),)


def _on_one_line(text: str) -> str:
    return ", ".join(line.strip().rstrip(",") for line in text.splitlines() if line.strip())
