"""Taking entries out of a file's text, and putting comments above those that stay; all other bytes stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode

from sostool.adding.layout import Layout
from sostool.carrying.entries import Entry, runs, span
from sostool.mend.edits import Edit

LOOK_AGAIN = "look again: "
_BLOCKS = ("|", ">")
_COMMENT = re.compile(r"[ \t]*#")
_COMMA = re.compile(r"\s*,")
_COMMA_AFTER_COMMENTS = re.compile(r"(?:\s+#[^\r\n]*+|\s)*+,")


class Cuts:
    """What is taken out of a text, what is emptied, and what is asked where."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._cut: dict[int, dict[int, Entry]] = {}
        self._emptied: dict[int, Entry] = {}
        self._replaced: dict[int, tuple[Entry, str]] = {}
        self._comments: dict[int, list[str]] = {}

    def cut(self, entry: Entry) -> None:
        """Take an entry out, with the comments that belong to it."""
        self._cut.setdefault(id(entry.parent), {})[entry.position] = entry

    def empty(self, entry: Entry) -> None:
        """Leave an empty list in the place of a key's value that stands for a list of one."""
        self._emptied[id(entry.first)] = entry

    def replace(self, entry: Entry, new: str) -> None:
        """Put something else after a key; "" for nothing. What stood beside the old value as a comment goes."""
        self._replaced[id(entry.first)] = entry, new

    def ask(self, entry: Entry, question: str) -> None:
        """Put a question above an entry; above the nearest thing on a line of its own where it stands in brackets."""
        self._comment(entry, LOOK_AGAIN + question)

    def tell(self, entry: Entry, sentence: str) -> None:
        """Put a sentence above an entry that asks nothing."""
        self._comment(entry, sentence)

    def _comment(self, entry: Entry, comment: str) -> None:
        comments = self._comments.setdefault(self._line_of(entry), [])
        if comment not in comments:
            comments.append(comment)

    @property
    def questions(self) -> int:
        """How many questions stand in the text."""
        return sum(comment.startswith(LOOK_AGAIN) for comments in self._comments.values() for comment in comments)

    def kept(self, node: CollectionNode) -> list[int]:
        """Give which entries of a list or of a set of keys stay, by their positions."""
        cut = self._cut.get(id(node), {})
        return [position for position in range(len(node.value)) if position not in cut]

    def is_emptied(self, key: Node) -> bool:
        """Tell whether an empty list was left after a key."""
        return id(key) in self._emptied

    def new_value(self, key: Node) -> str | None:
        """Give what was put after a key instead; None where that was nothing."""
        return self._replaced[id(key)][1] if id(key) in self._replaced else None

    def edits(self) -> list[Edit]:
        """Give the edits of the text that do all this."""
        edits = [edit for cut in self._cut.values() for edit in self._without(cut)]
        edits += [self._with_empty(entry) for entry in self._emptied.values()]
        edits += [self._with_new(entry, new) for entry, new in self._replaced.values()]
        made = {edit.start: edit for edit in _each_once(edits)}
        for at, comments in self._comments.items():
            new = self._comment_lines(at, comments)
            made[at] = made[at]._replace(new=new + made[at].new) if at in made else Edit(at, at, new)
        return list(made.values())

    def _comment_lines(self, at: int, comments: list[str]) -> str:
        """Write comments for above a line, but for those that stand there already since the meeting before."""
        layout = self._layout
        there, above = set(), at
        while above > 0 and _COMMENT.match(layout.text, layout.start_before(above)):
            above = layout.start_before(above)
            there.add(layout.rest_of_line(above).lstrip(" \t#"))
        line = layout.rest_of_line(at)
        inwards = line[: len(line) - len(line.lstrip(" "))]
        return "".join(f"{inwards}# {comment}{layout.line_end}" for comment in comments if comment not in there)

    def _line_of(self, entry: Entry) -> int:
        """Give where the line starts above which a comment about an entry may stand."""
        here: Entry | None = entry
        outermost = entry
        in_brackets = None
        while here is not None:
            if here.parent.flow_style:
                in_brackets = here
            outermost, here = here, here.above
        if in_brackets is None:
            return self._first_line(entry)
        if in_brackets.above is None:
            return self._layout.start_of_line(outermost.parent.start_mark.index)
        return self._first_line(in_brackets.above)

    def _first_line(self, entry: Entry) -> int:
        """Give where the first line of an entry starts: that of its key, or of its dash."""
        layout = self._layout
        if isinstance(entry.parent, MappingNode):
            return layout.start_of_line(entry.first.start_mark.index)
        at = layout.start_of_line(entry.first.start_mark.index)
        while at > entry.parent.start_mark.index and not layout.rest_of_line(at).lstrip(" ").startswith("-"):
            at = layout.start_before(at)
        return at

    def _after(self, entry: Entry) -> int:
        """Give where the line after an entry starts, and after the comments that belong to it."""
        column = entry.parent.start_mark.column
        return self._layout.line_after(self._layout.end_of(entry.value), column)

    def _lead(self, entry: Entry, before: Entry | None) -> int:
        """Give where the comments start that stand directly above an entry and belong to it.

        The comments at the very start of a file are the file's own.
        """
        layout, start = self._layout, self._first_line(entry)
        floor = self._after(before) if before is not None else self._below_key(entry)
        at = start
        while at > floor and _COMMENT.match(layout.text, layout.start_before(at)):
            at = layout.start_before(at)
        return start if at == 0 else at

    def _below_key(self, entry: Entry) -> int:
        if entry.above is None:
            return 0
        return self._layout.next_line(entry.above.first.end_mark.index)

    def _without(self, cut: Mapping[int, Entry]) -> Iterator[Edit]:
        """Give the edits that take entries out of one list or set of keys."""
        some = next(iter(cut.values()))
        parent = some.parent
        if len(cut) == len(parent.value):
            yield self._whole(parent, some.above)
            return
        for first, last in runs(sorted(cut)):
            if parent.flow_style:
                yield self._between_brackets(parent, first, last)
            else:
                yield self._lines(cut[first], cut[last])

    def _whole(self, node: CollectionNode, above: Entry | None) -> Edit:
        """Leave brackets with nothing in them in the place of a list or a set of keys."""
        return self._value_replaced(node, above, "{}" if isinstance(node, MappingNode) else "[]")

    def _value_replaced(self, node: Node, above: Entry | None, new: str) -> Edit:
        layout = self._layout
        start, end = node.start_mark.index, layout.end_of(node)
        if (
            above is not None
            and isinstance(above.parent, MappingNode)
            and start > layout.end_of_line(above.first.end_mark.index)
        ):
            # It stands below its key: the key's line gets the brackets, and the lines below it go.
            colon = layout.after_colon(above.first)
            if colon is not None and colon <= layout.end_of_line(above.first.end_mark.index):
                return self._after_colon(node, above, colon, new)
        if end == layout.start_of_line(end) and end > start:
            new += layout.line_end
        return Edit(start, end, new)

    def _after_colon(self, node: Node, above: Entry, colon: int, new: str) -> Edit:
        layout = self._layout
        rest = layout.text[colon : layout.next_line(colon)]
        end = layout.line_after(layout.end_of(node), node.start_mark.column)
        return Edit(colon, end, f" {new}{rest if rest.strip() else layout.line_end}")

    def _lines(self, first: Entry, last: Entry) -> Edit:
        """Take out entries that stand on lines of their own, from the first to the last."""
        layout, parent = self._layout, first.parent
        start_of_first = first.first.start_mark.index
        before = self._entry_at(first, first.position - 1) if first.position else None
        line = self._first_line(first)
        if isinstance(parent, MappingNode) and layout.text[line:start_of_first].strip():
            # Its line starts with a dash, which the next key takes over.
            following = self._entry_at(first, last.position + 1)
            return Edit(start_of_first, following.first.start_mark.index, "")
        start, end = self._lead(first, before), self._after(last)
        after_blanks = end
        while after_blanks < len(layout.text) and not layout.rest_of_line(after_blanks).strip():
            after_blanks = layout.next_line(after_blanks)
        keeps = before is not None and self._keeps_empty_lines(before.value)
        is_below_blank = start > 0 and not layout.rest_of_line(layout.start_before(start)).strip()
        if keeps or is_below_blank or (first.position == 0 and first.above is not None):
            end = after_blanks
        if end == len(layout.text) and is_below_blank and not keeps:
            while start > 0 and not layout.rest_of_line(layout.start_before(start)).strip():
                start = layout.start_before(start)
        return Edit(start, end, "")

    def _keeps_empty_lines(self, node: Node) -> bool:
        """Tell whether what stays of a value ends with a block to which the empty lines behind it belong."""
        while isinstance(node, CollectionNode) and not node.flow_style:
            kept = self.kept(node)
            if not kept:
                return False
            last = node.value[kept[-1]]
            if isinstance(last, tuple):
                key, node = last
                if self.is_emptied(key) or id(key) in self._replaced:
                    return False
            else:
                node = last
        return isinstance(node, ScalarNode) and node.style in _BLOCKS and self._layout.keeps_empty_lines(node)

    @staticmethod
    def _entry_at(entry: Entry, position: int) -> Entry:
        found = entry.parent.value[position]
        first, value = found if isinstance(found, tuple) else (found, found)
        return Entry(entry.parent, position, first, value, entry.above)

    def _between_brackets(self, parent: CollectionNode, first: int, last: int) -> Edit:
        """Take out entries that stand in brackets, from one position to another, with the comma between."""
        text = self._layout.text
        starts_ends = [span(entry) for entry in parent.value]
        start, end = starts_ends[first][0], starts_ends[last][1]
        if last + 1 < len(starts_ends):
            following = starts_ends[last + 1][0]
            if "#" not in text[end:following]:
                return Edit(start, following, "")
            comma = _COMMA.match(text, end)
            return Edit(start, comma.end() if comma else following, "")
        before = starts_ends[first - 1][1]
        if "#" not in text[before:start]:
            return Edit(before, end, "")
        # The comma before it stays with the comment beside it, so the one behind it goes.
        comma = _COMMA_AFTER_COMMENTS.match(text, end)
        return Edit(start, comma.end() if comma else end, "")

    def _with_empty(self, entry: Entry) -> Edit:
        return self._value_replaced(entry.value, entry, "[]")

    def _with_new(self, entry: Entry, new: str) -> Edit:
        """Put a new value after a key, in the place of the old one and of the comment beside it."""
        layout, node = self._layout, entry.value
        colon = layout.after_colon(entry.first)
        start = colon if colon is not None else node.start_mark.index
        end = max(layout.end_of(node), start)
        new = f" {new}" if new else ""
        if entry.parent.flow_style:
            return Edit(start, end, new)
        if end == layout.start_of_line(end):
            return Edit(start, end, new + layout.line_end)
        line_end = layout.end_of_line(end)
        beside = layout.text[end:line_end].strip()
        return Edit(start, line_end if not beside or beside.startswith("#") else end, new)


def _each_once(edits: list[Edit]) -> list[Edit]:
    """Join what is taken out twice, and leave out what stands inside something else that is taken out."""
    joined: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        last = joined[-1] if joined else None
        if last is None or edit.start >= last.end:
            joined.append(edit)
        elif edit.end > last.end:
            joined[-1] = last._replace(end=edit.end, new=last.new + edit.new)
    return joined
