"""Characters that nobody sees: control characters, and marks that turn the direction of text."""

from __future__ import annotations

import re

from sostool.yamlfile.trouble import Trouble, place_of_offset

_MOST_TOLD = 20

# C0 but tab, line feed and carriage return; DEL; C1 with NEL; the two other line ends of YAML 1.1;
# lone surrogates; byte order marks and non-characters.
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
_OVERRIDES = "\u202a-\u202e"
_ISOLATES = "\u2066-\u2069"
_END_ISOLATE = "\u2069"

_ANY = re.compile(f"[{_CONTROL}{_OVERRIDES}{_ISOLATES}]")
_REFUSED_BY_YAML = re.compile(f"[{_CONTROL}]")
_OVERRIDE = re.compile(f"[{_OVERRIDES}]")


# What nearly all of a text is made of. Taking it out first leaves little to search, and taking out is quick.
_PLAIN = bytes(range(0x20, 0x7F)) + b"\t\n\r"


def unwanted_characters(text: str) -> list[Trouble]:
    """Find control characters and marks that turn the direction of text, each with its place."""
    if not _ANY.search(text.encode("utf-8", "surrogatepass").translate(None, _PLAIN).decode("utf-8", "surrogatepass")):
        return []
    troubles = []
    open_isolates: list[int] = []
    for match in re.finditer(f"[{_CONTROL}{_OVERRIDES}{_ISOLATES}\r\n]|\\Z", text):
        letter = match.group()
        if not letter or letter in "\r\n":
            # An isolate has to be closed on its own line.
            troubles += [_direction(text, offset) for offset in open_isolates[:_MOST_TOLD]]
            open_isolates.clear()
        elif _REFUSED_BY_YAML.match(letter):
            troubles.append(_control(text, match.start()))
        elif _OVERRIDE.match(letter) or (letter == _END_ISOLATE and not open_isolates):
            troubles.append(_direction(text, match.start()))
        elif letter == _END_ISOLATE:
            open_isolates.pop()
        else:
            open_isolates.append(match.start())
        if len(troubles) >= _MOST_TOLD:
            break
    return troubles[:_MOST_TOLD]


def without_control_characters(text: str) -> str:
    """Put a space for each character that libyaml refuses, so that the rest of the file can be read."""
    return _REFUSED_BY_YAML.sub(" ", text)


def _control(text: str, offset: int) -> Trouble:
    return Trouble(
        "YA102",
        f"Here stands an invisible control character (U+{ord(text[offset]):04X}).",
        "Delete it: put the cursor after it and press backspace.",
        place_of_offset(text, offset),
    )


def _direction(text: str, offset: int) -> Trouble:
    return Trouble(
        "YA111",
        f"Here stands a mark that turns the direction of text (U+{ord(text[offset]):04X}): "
        "what people see and what is written are then not the same.",
        "Delete it. Arabic, Urdu and Hebrew are shown the right way round without it.",
        place_of_offset(text, offset),
    )
