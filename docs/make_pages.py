"""Make the pages that say what the code says: the keys of the files, the checks, the word lists."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sostool.carrying.table import GO_TOGETHER
from sostool.carrying.table import TABLE as CARRYING
from sostool.case.model import Case
from sostool.checks.registry import FAMILIES, all_checks
from sostool.findings.rule import Rule
from sostool.profile import Profile
from sostool.profile.declared import ProfileFile
from sostool.profile.load import load_profile
from sostool.profile.profile import DEFAULT
from sostool.settings.declared import SettingsFile
from sostool.share.policy import TABLE, always, never, rule_of
from sostool.share.policy import Rule as TableRule
from sostool.share.readers import Column
from sostool.yamlfile.parts import ByIdKind, ItemsKind, Part, PartKind, as_typed

_LONGEST = 90
_ABOUT_CHECKS = """\
Made from the same texts as `sostool explain CODE`. An **error** is wrong and has to be put right. A **query** is
missing or doubtful: put it right, or give a reason under `answers:`. **Advice** is yours to weigh. A profile may weigh
a check in another way or leave it out; the weights here are the usual ones.

Checks ask questions about a text. None of them measures whether a child is safe."""
_ABOUT_WORDS = f"""\
The lists of the profile `{DEFAULT}`, on which the others are built. A profile adds entries and takes some out: `words:`
in [profiles.md](profiles.md). In an entry … stands for up to five words of the same sentence; one written in capitals
only is looked for as written."""
_ABOUT_THE_TABLE = """\
Made from the table in the code that makes each copy ([sostool/share/policy.py](../sostool/share/policy.py)), so it
cannot say anything else. Before a row is asked, what is held back from the reader by a mark is out, and of an adult's
`sensitive` matters only practitioners and that adult get anything. The chair gets everything; for the room with one
person in it both columns have to say yes; whatever no row names goes to nobody. [sharing.md](sharing.md) explains it;
`sostool who-sees` shows what it means for one case file."""
_ABOUT_CARRYING = """\
`sostool new-case --follows EARLIER.yaml` starts the file of the next meeting from the one before. What it carries over
is the earlier file's own text, byte for byte, with its comments and with every mark of holding back. What it leaves
behind stays in the earlier file, which is never changed. Where something has to be looked at again, a line
`# look again: …` stands above it: take the line out when you have. Nobody gets anything from the new file that they did
not get from the earlier one; that is worked out for every reader before the file is written.

Made from the table in the code that does it ([sostool/carrying/table.py](../sostool/carrying/table.py)). A key that is
not here goes with what it stands in.

* **Actions of the plan.** The actions of the outcome's plans become next steps, with who, by when, the danger and the
  child. What was held back with the outcome, with a plan or with the action is held back with the step. An action that
  more people would get as a step is left out, and the command says so. Why it was agreed, and how we will know, stays
  in the earlier file.
* **Children's numbers.** A child's number goes where the child's words of that day may go. So where a child gave a
  number, `who`, `date`, `may_share` and the marks of that day's voice stay, without the words.
* **What has happened since.** Visits, core groups, reports and words after the earlier meeting are for the next one,
  and stay.
* **What you take out afterwards** is told by `sostool compare` and `sostool validate`."""
_COLUMNS = {
    Column.PRACTITIONERS: "practitioners",
    Column.FAMILY: "parent or carer",
    Column.NETWORK: "family and friends, partner",
    Column.ROOM: "room",
    Column.CHILD: "child's own page",
}
_PLAIN = {always: "yes", never: "–"}
HERE = Path(__file__).parent


def case_file_keys() -> str:
    """Write the page of the case file's keys, part by part, in the order in which the file is read."""
    return _keys(
        Case,
        "Every key of the case file",
        "Made from the same definition that reads the file. [case-file.md](case-file.md) explains how it is meant.",
    )


def profile_keys() -> str:
    """Write the page of a profile's keys."""
    return _keys(
        ProfileFile,
        "Every key of a profile",
        "Made from the same definition that reads the file. [profiles.md](profiles.md) explains how it is meant.",
    )


def settings_keys() -> str:
    """Write the page of the keys of a team's settings."""
    return _keys(
        SettingsFile,
        "Every key of sostool.yaml",
        "Made from the same definition that reads the file. [settings.md](settings.md) explains how it is meant.",
    )


def checks() -> str:
    """Write the page of all checks: a table of them, then each with its reason, examples and source."""
    rules = [check.rule() for check in all_checks().values()]
    lines = ["# All checks", "", _ABOUT_CHECKS]
    for family, title in FAMILIES.items():
        lines += ["", f"## {title} ({family})", "", "| code | how it should be | weight |", "|---|---|---|"]
        lines += [
            f"| [{rule.code}](#{_anchor(rule)}) | {_cell(rule.summary)} | {rule.severity} |"
            for rule in rules
            if rule.code.startswith(family)
        ]
    for rule in rules:
        lines += ["", f"### {_title(rule)}", "", f"{rule.summary} ({rule.severity})"]
        for heading, body in (("What it checks", rule.what), ("Why it matters", rule.why)):
            lines += ["", f"**{heading}.** {body}"]
        for heading, body in (("Fails", rule.fails), ("Passes", rule.passes)):
            lines += ["", f"{heading}:", "", "```yaml", body, "```"] if body else []
        lines += ["", f"**Source.** {rule.source}"]
    return "\n".join(lines) + "\n"


def words() -> str:
    """Write the page of the word lists: what is looked for, what to say instead, and who says so."""
    lines = ["# The word lists", "", _ABOUT_WORDS]
    for name, phrases in _default_profile().words.items():
        lines += ["", f"## {name}", "", "| words | instead | source |", "|---|---|---|"]
        alike: dict[tuple[str, str], list[str]] = {}
        for saying in phrases.values():
            alike.setdefault((saying.instead, saying.source), []).append(saying.say)
        lines += [
            f"| {_cell(', '.join(says))} | {_cell(instead)} | {_cell(source)} |"
            for (instead, source), says in alike.items()
        ]
    return "\n".join(lines) + "\n"


def who_gets_what() -> str:
    """Write the page of the table: what each kind of reader gets of each kind of thing, and what the rules say."""
    lines = ["# The table: who gets what", "", _ABOUT_THE_TABLE, "", f"| what | {' | '.join(_COLUMNS.values())} |"]
    lines.append(f"|{'---|' * (len(_COLUMNS) + 1)}")
    rules = {row: [rule_of(row, column) for column in _COLUMNS] for row in TABLE}
    lines += [f"| {row} | {' | '.join(_rule_link(rule) for rule in cells)} |" for row, cells in rules.items()]
    lines += ["", "## What the rules say"]
    named = {rule.__name__: rule for cells in rules.values() for rule in cells if rule not in _PLAIN}
    for name, rule in named.items():
        lines += ["", f"### {_rule_name(name)}", "", (rule.__doc__ or "").strip()]
    return "\n".join(lines) + "\n"


def carried_over() -> str:
    """Write the page of what the file of the next meeting takes over from the one before."""
    lines = ["# What the next meeting's file carries over", "", _ABOUT_CARRYING, ""]
    lines += ["| part | keys | what happens | why | what is asked there |", "|---|---|---|---|---|"]
    for row in CARRYING:
        if row.why != GO_TOGETHER:
            keys = " ".join(f"`{key}`" for key in row.keys.split())
            lines.append(f"| {_heading(row.part).lower()} | {keys} | {row.fate} | {row.why} | {_cell(row.question)} |")
    return "\n".join(lines) + "\n"


PAGES = {
    HERE / "case-file-keys.md": case_file_keys,
    HERE / "profile-keys.md": profile_keys,
    HERE / "settings-keys.md": settings_keys,
    HERE / "checks.md": checks,
    HERE / "words.md": words,
    HERE / "who-gets-what.md": who_gets_what,
    HERE / "carried-over.md": carried_over,
}


def _default_profile() -> Profile:
    profile = load_profile(DEFAULT).profile
    if profile is None:
        raise SystemExit(f"the profile {DEFAULT} has mistakes: sostool profiles tells them")
    return profile


def _rule_link(rule: TableRule) -> str:
    if rule in _PLAIN:
        return _PLAIN[rule]
    name = _rule_name(rule.__name__)
    return f"[{name}](#{name.replace(' ', '-')})"


def _rule_name(name: str) -> str:
    return name.replace("_", " ")


def _title(rule: Rule) -> str:
    return f"{rule.code} {rule.name}"


def _anchor(rule: Rule) -> str:
    return _title(rule).lower().replace(" ", "-")


def _keys(top: type[Part], title: str, introduction: str) -> str:
    lines = [f"# {title}", "", introduction]
    for part in _parts(top):
        lines += ["", f"## {_heading(part)}", "", " ".join((part.__doc__ or "").split()), ""]
        lines += ["| key | what it is for | example |", "|---|---|---|"]
        for name, key in part.keys.items():
            required = " (required)" if key.required else ""
            lines.append(f"| `{name}`{required} | {_cell(key.doc)} | {_example(key.example)} |")
    return "\n".join(lines) + "\n"


def _parts(top: type[Part]) -> list[type[Part]]:
    found: list[type[Part]] = [top]
    for part in found:
        for key in part.keys.values():
            if isinstance(key.kind, PartKind | ItemsKind | ByIdKind) and key.kind.part not in found:
                found.append(key.kind.part)
    return found


def _heading(part: type[Part]) -> str:
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in part.__name__).strip()
    return words[0].upper() + words[1:]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _example(example: Any) -> str:
    text = as_typed(example)
    return f"`{_cell(text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…')}`"


if __name__ == "__main__":
    for target, page in PAGES.items():
        target.write_text(page(), encoding="utf-8")
