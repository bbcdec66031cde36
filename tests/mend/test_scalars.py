"""The text of a value as it stands in the file."""

from __future__ import annotations

import pytest
from yaml.nodes import MappingNode, ScalarNode

from sostool.mend.scalars import span_of_content, stands_as_typed, written_for
from sostool.yamlfile.composer import compose


def value(typed: str) -> tuple[ScalarNode, str]:
    text = f"a: {typed}"
    root, _ = compose(text)
    assert isinstance(root, MappingNode)
    node = root.value[0][1]
    assert isinstance(node, ScalarNode)
    return node, text


@pytest.mark.parametrize(
    ("typed", "content", "as_typed"),
    [
        ("x y  # c", "x y", True),
        ("'x''s'", "x''s", False),
        ('"x"', "x", True),
        ('"\\x41"', "\\x41", False),
        ("|  # c\n  x\n", "  x\n", False),
        (">-\r\n  x\r\n", "  x\r\n", False),
        ("x\n  y\n", "x\n  y", False),
    ],
)
def test_the_content_lies_inside_the_marks_and_below_the_header(typed: str, content: str, as_typed: bool) -> None:
    node, text = value(typed)
    start, end = span_of_content(node, text)
    assert text[start:end] == content
    assert stands_as_typed(node, text) == as_typed


@pytest.mark.parametrize(
    ("typed", "new", "written"),
    [
        ("'x'", "mum's", "mum''s"),
        ('"x"', 'a "b" \\', 'a \\"b\\" \\\\'),
        ("|\n  x\n", "a: b #c", "a: b #c"),
        ("|\n  x\n", "a\nb", None),
        ("x", "mum's (a)", "mum's (a)"),
        ("x", "a: b", None),
        ("x", "a:", None),
        ("x", "a #b", None),
        ("x", "-a", None),
        ("x", "", None),
        ("x", "a, b", "a, b"),
    ],
)
def test_something_new_is_written_the_way_the_value_has_to_have_it(typed: str, new: str, written: str | None) -> None:
    assert written_for(value(typed)[0], new, in_brackets=False) == written


@pytest.mark.parametrize("sign", ",[]{}")
def test_in_brackets_some_signs_cannot_stand_without_marks(sign: str) -> None:
    assert written_for(value("x")[0], f"a{sign} b", in_brackets=True) is None
    assert written_for(value("'x'")[0], f"a{sign} b", in_brackets=True) == f"a{sign} b"
