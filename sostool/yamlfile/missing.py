"""What has to be in a part and is not: required keys, and what a mark of holding back needs to mean something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from sostool.yamlfile.reading import is_missing

if TYPE_CHECKING:
    from sostool.findings.finding import Path
    from sostool.yamlfile.parts import Part
    from sostool.yamlfile.reading import Reading


def look_for_missing(part: Part, seen: set[str], reading: Reading) -> None:
    """Report required keys that are missing.

    Args:
        part: the part, its values set as far as they could be read.
        seen: the keys that stand in it.
        reading: what the reader carries.
    """
    for name in part.must_have:
        path = (*part.path, name)
        # A value that is there but wrong has been told already; nothing at all has not.
        if part.attributes[name] in part.__dict__ or reading.has_error_under(path):
            continue
        source = reading.source
        reading.report(
            "CF109",
            path,
            f"The key “{name}” is missing.",
            place=source.place(path) if name in seen else source.place(part.path, key=True),
            mend=f"Write for example: {name}: {part.keys[name].as_typed}",
            whole_part=not part.path,
        )


def look_for_unfinished(part: Part, node: MappingNode, reading: Reading) -> None:
    """Report a mark that does not say whom or what it is about."""
    for group in part.one_of:
        _look_for_empty_items(part, node, group, reading)
        if any(part.__dict__.get(part.attributes[name]) for name in group):
            continue
        if any(reading.has_error_under((*part.path, name)) for name in group):
            continue
        examples = "; ".join(f"{name}: {part.keys[name].as_typed}" for name in group)
        reading.report(
            "CF111",
            part.path,
            "This mark is not finished: “" + "” or “".join(group) + "” is missing.",
            place=reading.source.place(part.path, key=True),
            mend=f"Write for example: {examples}",
        )


def _look_for_empty_items(part: Part, node: MappingNode, names: tuple[str, ...], reading: Reading) -> None:
    """Report places left empty, as in `from: [dean, ""]`."""
    for key, value in node.value:
        if key.value not in names:
            continue
        for item in value.value if isinstance(value, SequenceNode) else [value]:
            if is_missing(item) or (isinstance(item, ScalarNode) and not item.value.strip()):
                reading.report(
                    "CF111",
                    (*part.path, key.value),
                    "Something is left empty in this mark: it has to say whom or what it is about.",
                    node=item,
                    mend="Write it down, or take the empty place out.",
                )


def report_empty_mark(name: str, example: str, node: Node, path: Path, reading: Reading) -> None:
    """Report a mark with nothing after its colon."""
    reading.report(
        "CF111",
        (*path, name),
        "This mark is left empty: it has to say what it means.",
        node=node,
        mend=f"Write for example: {name}: {example}, or take the key out.",
    )
