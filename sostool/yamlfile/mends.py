"""Mistakes people make when they type YAML, told in plain words with the mend.

Each mend keeps the number of lines, so that places found later in the mended text are places in the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from sostool.findings.finding import Place
from sostool.yamlfile.source import Trouble

if TYPE_CHECKING:
    import yaml

_KEY_AND_REST = re.compile(r"^(?P<head>\s*(?:- +)*(?:[\w-]+:[ \t]+|- +))(?P<rest>\S.*?)(?P<tail>\s*)$")
_KEY_WITHOUT_SPACE = re.compile(r"^(?P<head>\s*(?:- +)?[a-z_]+:)(?P<rest>[^\s:/].*)$")
_BLOCK_MARK = re.compile(r"^[|>][+-]?\d?[+-]?(?:\s+#.*)?$")


class Told(NamedTuple):
    """A trouble in plain words, and the whole text with it mended, or None where no mend is known."""

    trouble: Trouble
    mended: str | None


def plain_words(error: yaml.MarkedYAMLError, text: str) -> Told:
    """Say what a YAML error means.

    Args:
        error: what libyaml raised; its marks count lines and columns from 0.
        text: the whole text of the file.
    """
    problem = error.problem or ""
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    column = mark.column + 1 if mark else 1
    context_line = error.context_mark.line + 1 if error.context_mark else line
    if "expected a single document" in (error.context or "") + problem:
        return Told(
            Trouble(
                "YA105",
                "A second case starts here. One file holds one family at one meeting.",
                "Move what follows the line of dashes (---) into a file of its own.",
                Place(line, 1, line, 4),
            ),
            None,
        )
    lines = _lines(text)
    for number in dict.fromkeys((line, context_line, line - 1)):
        if not 0 < number <= len(lines):
            continue
        for mend in _MENDS:
            told = mend(lines, number, problem)
            if told is not None:
                return told
    return Told(
        Trouble(
            "YA104",
            "From here on the file cannot be read: this line does not fit those above it.",
            "Look at the spaces at the start of the line, and for a missing colon, dash or quotation mark "
            "here or just above.",
            Place(line, column, line, column + 1),
        ),
        None,
    )


def quote_from(text: str, line: int, column: int) -> str | None:
    """Put what stands from a place to the end of its line in quotation marks; None if that does not help."""
    lines = _lines(text)
    current, end = _split_end(lines[line - 1])
    rest = current[column - 1 :]
    if not rest or rest[0] in "\"'":
        return None
    lines[line - 1] = current[: column - 1] + _quoted(rest) + end
    return "".join(lines)


def _lines(text: str) -> list[str]:
    return re.findall(r".*?(?:\r\n|\r|\n)|.+\Z", text, re.DOTALL)


def _split_end(line: str) -> tuple[str, str]:
    stripped = line.rstrip("\r\n")
    return stripped, line[len(stripped) :]


def _quoted(text: str) -> str:
    return "'" + text.rstrip().replace("'", "''") + "'"


def _told(lines: list[str], number: int, column: int, words: tuple[str, str], new: str) -> Told:
    old, end = _split_end(lines[number - 1])
    mended = [*lines[: number - 1], new + end, *lines[number:]]
    place = Place(number, column, number, max(column + 1, len(old) + 1))
    return Told(Trouble("YA104", words[0], words[1], place), "".join(mended))


def _tab(lines: list[str], number: int, problem: str) -> Told | None:
    current, _ = _split_end(lines[number - 1])
    blank = current[: len(current) - len(current.lstrip())]
    if "\t" not in blank:
        return None
    words = ("This line starts with a tab.", "Use spaces instead: two for each step inwards.")
    return _told(lines, number, blank.index("\t") + 1, words, blank.replace("\t", "  ") + current.lstrip())


def _quote_not_closed(lines: list[str], number: int, problem: str) -> Told | None:
    if "unexpected end of stream" not in problem and "unexpected document indicator" not in problem:
        return None
    current, _ = _split_end(lines[number - 1])
    match = re.search(r"(?:^|[\s\[{,])([\"'])(?=[^\"']*$)", current)
    if match is None:
        return None
    mark = match.group(1)
    words = (
        "A quotation mark opens here and is never closed.",
        f"Put a {mark} at the end of the text too, or take this one away.",
    )
    return _told(lines, number, match.start(1) + 1, words, current + mark)


def _colon_in_text(lines: list[str], number: int, problem: str) -> Told | None:
    current, _ = _split_end(lines[number - 1])
    match = _KEY_AND_REST.match(current)
    if match is None:
        return None
    rest = match["rest"]
    if rest[0] in "\"'[{|>#" or not re.search(r":(?:\s|$)", rest):
        return None
    words = (
        "A colon with a space after it stands inside this text, and YAML takes it for a new key.",
        "Put the whole text in quotation marks, or start it on the next line after `>-`.",
    )
    colon = re.search(r":(?:\s|$)", rest)
    column = match.end("head") + (colon.start() if colon else 0) + 1
    return _told(lines, number, column, words, match["head"] + _quoted(rest))


def _text_after_quote(lines: list[str], number: int, problem: str) -> Told | None:
    current, _ = _split_end(lines[number - 1])
    match = _KEY_AND_REST.match(current)
    if match is None or match["rest"][0] not in "\"'":
        return None
    rest = match["rest"]
    mark = rest[0]
    closed = re.match(r'"(?:[^"\\]|\\.)*"' if mark == '"' else r"'(?:[^']|'')*'", rest)
    if closed is None or not rest[closed.end() :].strip() or rest[closed.end() :].lstrip().startswith(("#", ":")):
        return None
    words = (
        "Text goes on after the closing quotation mark.",
        "Put the whole text in the other kind of quotation marks, or start it on the next line after `>-`.",
    )
    return _told(lines, number, match.end("head") + closed.end() + 1, words, match["head"] + _quoted(rest))


def _apostrophe(lines: list[str], number: int, problem: str) -> Told | None:
    """A text in single quotes with an apostrophe in it: `'It's quiet'`."""
    current, _ = _split_end(lines[number - 1])
    match = re.match(r"^(?P<head>\s*(?:- +)*(?:[\w-]+:[ \t]+)?)'(?P<inner>.*)'(?P<tail>\s*)$", current)
    if match is None or "'" not in match["inner"].replace("''", ""):
        return None
    words = (
        "An apostrophe ends this text too early.",
        'Use double quotation marks around the text: "It\'s quiet now."',
    )
    inner = match["inner"].replace("''", "'")
    return _told(lines, number, match.end("head") + 1, words, match["head"] + _quoted(inner))


def _sign_at_start(lines: list[str], number: int, problem: str) -> Told | None:
    current, _ = _split_end(lines[number - 1])
    match = _KEY_AND_REST.match(current)
    if match is None or match["rest"][0] not in "@`%*&!|>[{?,]}" or _BLOCK_MARK.match(match["rest"]):
        return None
    rest = match["rest"]
    words = (
        f"A text may not start with {rest[0]} unless it is in quotation marks.",
        "Put the whole text in quotation marks.",
    )
    return _told(lines, number, match.end("head") + 1, words, match["head"] + _quoted(rest))


def _no_space_after_colon(lines: list[str], number: int, problem: str) -> Told | None:
    current, _ = _split_end(lines[number - 1])
    match = _KEY_WITHOUT_SPACE.match(current)
    if match is None:
        return None
    words = ("There is no space after the colon.", "Put one space after the colon of a key.")
    return _told(lines, number, match.end("head"), words, f"{match['head']} {match['rest']}")


def _odd_indent(lines: list[str], number: int, problem: str) -> Told | None:
    """A key or an item one or two spaces off the ones above it."""
    if "did not find expected" not in problem and "could not find expected" not in problem:
        return None
    current, _ = _split_end(lines[number - 1])
    indent = len(current) - len(current.lstrip(" "))
    if not re.match(r"(?:- +)?[a-z_]+:(?:\s|$)|- ", current.lstrip(" ")):
        return None
    levels = {
        len(line) - len(line.lstrip(" ")) for line in lines[: number - 1] if line.strip() and not line.lstrip().startswith("#")
    }
    near = sorted((abs(level - indent), level) for level in levels if level != indent and abs(level - indent) <= 1)
    if not near:
        return None
    words = (
        f"This line starts {'too far right' if near[0][1] < indent else 'too far left'}: it does not line up with those above it.",
        f"Start it with {near[0][1]} spaces, like the lines it belongs with.",
    )
    return _told(lines, number, 1, words, " " * near[0][1] + current.lstrip(" "))


def _word_alone(lines: list[str], number: int, problem: str) -> Told | None:
    """A key that lost its colon: `goal` alone on a line."""
    if "could not find expected ':'" not in problem:
        return None
    current, _ = _split_end(lines[number - 1])
    match = re.match(r"^(\s*(?:- +)?)([a-z_]+)\s*$", current)
    if match is None:
        return None
    words = ("This key has no colon.", "Put a colon after it.")
    return _told(lines, number, match.end(1) + 1, words, f"{match[1]}{match[2]}:")


_Mend = Callable[[list[str], int, str], Told | None]
_MENDS: tuple[_Mend, ...] = (
    _tab,
    _apostrophe,
    _text_after_quote,
    _quote_not_closed,
    _sign_at_start,
    _colon_in_text,
    _no_space_after_colon,
    _word_alone,
    _odd_indent,
)
