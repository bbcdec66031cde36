"""What is in one format is in all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from browser.sample_document import REPORT
from report.formats.page import Page
from report.formats.test_escape import Shown, render_like_github, without_space

from sostool.report.blocks import Run, ScalePicture
from sostool.report.formats.html import html
from sostool.report.formats.markdown import markdown
from sostool.report.templating.templates import Templates

TEMPLATES = Templates()
NOT_SHOWN = {
    "kind",
    "tone",
    "anchor",
    "language",
    "direction",
    "text_language",
    "accent",
    "page",
    "words",
    "safe_end",
    "marks",
}


def texts_of(part: object) -> Iterator[str]:
    """Give every text that a reader should see. A picture's marks stand in its description too."""
    if isinstance(part, str):
        yield part.removeprefix("- ")
    elif isinstance(part, Run):
        yield part.text
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in NOT_SHOWN or (field.name == "marks" and not isinstance(part, ScalePicture)):
                yield from texts_of(getattr(part, field.name))
    elif isinstance(part, tuple):
        for inner in part:
            yield from texts_of(inner)


SHOWN = {
    "html": Page(html(REPORT, TEMPLATES)).named("body")[0].text,
    "markdown": Shown(render_like_github(markdown(REPORT, TEMPLATES).decode())).text,
}


@pytest.mark.parametrize("format_name", SHOWN)
def test_every_text_of_a_document_is_shown(format_name: str) -> None:
    shown = without_space(SHOWN[format_name])
    wanted = [line.removeprefix("- ") for text in texts_of(REPORT) for line in text.splitlines()]
    assert len(wanted) > 70
    assert not [text for text in wanted if without_space(text) not in shown]
