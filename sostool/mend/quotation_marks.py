"""Texts without quotation marks that another reader of YAML takes for a number, a time, a date, or yes and no.

sostool reads them as they were typed; an editor, a spreadsheet or another program may not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sostool.mend.edits import Edit
from sostool.mend.found import Mend
from sostool.mend.values import Value
from sostool.yamlfile.kinds import ID, Kind, Matching, Text, To
from sostool.yamlfile.source import Source

# What YAML 1.1 and YAML 1.2 between them do not take for text.
_READ_OTHERWISE = re.compile(
    r"""(?x:
      [yYnN] | yes | Yes | YES | no | No | NO | on | On | ON | off | Off | OFF
    | true | True | TRUE | false | False | FALSE | [.]nan | [.]NaN | [.]NAN | [-+]?[.](?:inf | Inf | INF)
    | [-+]?0b[01_]+ | [-+]?0x[0-9a-fA-F_]+ | 0o[0-7]+
    | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:[.][0-9_]*)?
    | [-+]?(?:[0-9][0-9_]*(?:[.][0-9_]*)?|[.][0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]*)?
        (?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?)?
    | = | <<
    )\Z"""
)
# None of those is longer, but a number, and nobody types such a number.
_LONGEST = 60


def is_read_otherwise(value: str) -> bool:
    """Tell whether some reader of YAML takes what was typed without quotation marks for something else than text."""
    return len(value) <= _LONGEST and _READ_OTHERWISE.match(value) is not None


def quotation_marks(found: list[Value], source: Source) -> Iterator[Mend]:
    """Find texts to be put in quotation marks."""
    for _, node, kind in found:
        if node.style or not is_read_otherwise(node.value) or not _is_text(kind, node.value):
            continue
        start, end = node.start_mark.index, node.end_mark.index
        if source.text_read[start:end] == node.value:
            yield Mend("quotation marks", Edit(start, end, f'"{node.value}"', "quotation marks"), node, node.value)


def _is_text(kind: Kind, value: str) -> bool:
    # An id stays as it is: the key that it points to is read otherwise too, and both have to be the same.
    return isinstance(kind, (Text, Matching)) or (isinstance(kind, To) and kind.free_text and not ID.match(value))
