"""What a format looks like: our templates, with an authority's own folder laid over them by file name.

A template sees plain data only (plain.py) and runs in a sandbox. Whatever goes wrong in one is a `TemplateMistake`.
A template is trusted not to run for ever: nothing here counts its seconds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    Undefined,
)

from sostool.report.templating.compiled import Compiled
from sostool.report.templating.our_templates import BLOCK_FILES, our_names, our_text
from sostool.report.templating.overlay import Overlay, near_name, read_overlay
from sostool.report.templating.sandbox import Sandbox
from sostool.report.templating.template_mistake import TemplateMistake
from sostool.resources import resource_root

if TYPE_CHECKING:
    from types import TracebackType

__all__ = ["TemplateMistake", "Templates"]

Finalize: TypeAlias = Callable[[Any], Any]

# Their texts reach a document as its own words.
_WORDS = ("labels/", "words/")
# What a mistake in a template can raise while the template is drawn, beside jinja2's own errors.
_RAISED_BY_TEMPLATES = (
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)


@cache
def _compiled(finalize: Finalize | None, has_overlay: bool) -> Compiled:
    """Give what is shared by all environments of one kind: how values are made safe is part of what is compiled."""
    return Compiled("" if has_overlay else finalize.__module__ if finalize else "escaped")


class Templates:
    """The templates of all formats.

    `logo` is the authority's logo as an address that stands for the picture itself; "" without one. `authority` is
    the file of its names and numbers, if the folder holds one, and `word` the name and the bytes of its template for
    Word. `own_look` holds those of its files that say what a page looks like, by our names for them; labels and
    wordings are not among them.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Lay an authority's folder over our own templates.

        Args:
            folder: holds files such as `html/style.css`; each one takes the place of ours of that name, and one such
                as `html/blocks/table.html.j2` that of the drawing of one block. It is read here, once.

        Raises:
            TemplateMistake: the folder or something in it cannot be used.
        """
        self._root = resource_root("templates")
        overlay = Overlay() if folder is None else read_overlay(folder, our_names())
        self._texts = overlay.texts
        self._has_overlay = folder is not None
        self.logo = overlay.logo
        self.authority = overlay.authority
        self.word = overlay.word
        self.own_look = {name: text for name, text in overlay.texts.items() if not name.startswith(_WORDS)}
        self._own_blocks = _own_blocks(overlay.texts)
        self._read: dict[str, str] = {}
        self._environments: dict[Finalize | None, Sandbox] = {}

    def draw(self, name: str, values: Mapping[str, object], finalize: Finalize | None = None) -> str:
        """Draw one template.

        Args:
            name: such as `html/page.html.j2`.
            values: plain data; a template can reach nothing else.
            finalize: makes safe each value that the template prints; HTML's escaping follows it.

        Raises:
            TemplateMistake: the template is missing or wrong.
        """
        try:
            return self._environment(finalize).get_template(name).render(values)
        except TemplateSyntaxError as error:
            raise TemplateMistake(error.name or name, error.lineno, error.message or "") from None
        except TemplateNotFound as error:
            where, line = _place(error.__traceback__)
            near = near_name(str(error.name), our_names())
            hint = f" Did you mean {near}?" if near else ""
            raise TemplateMistake(where or name, line, f"There is no template {error.name}.{hint}") from None
        except TemplateError as error:
            where, line = _place(error.__traceback__)
            raise TemplateMistake(where or name, line, error.message or type(error).__name__) from None
        except _RAISED_BY_TEMPLATES as error:
            where, line = _place(error.__traceback__)
            if not line:
                raise
            # Python's own message may quote the value, which is a family's text.
            raise TemplateMistake(where, line, f"{type(error).__name__} while this line was drawn.") from None

    def text(self, name: str) -> str:
        """Read a file that is not a template, such as the style sheet.

        Raises:
            TemplateMistake: it is missing.
        """
        if name not in self._read:
            text = self._find(name)
            if text is None:
                raise TemplateMistake(name, 0, "There is no such file.")
            self._read[name] = text
        return self._read[name]

    def has(self, name: str) -> bool:
        """Tell whether we or the authority have a file of this name."""
        return self._find(name) is not None

    def layers(self, name: str) -> list[tuple[str, str]]:
        """Give a file that is laid over ours key by key: ours first, then the authority's, as far as there are any.

        Returns:
            For each its name in mistakes, and its text.
        """
        ours, theirs = our_text(name, self._root), self._texts.get(name)
        return [(name, text) for text in (ours, theirs) if text is not None]

    def _environment(self, finalize: Finalize | None) -> Sandbox:
        """Make a format's environment once: it remembers its compiled templates."""
        if finalize not in self._environments:
            environment = Sandbox(
                loader=FunctionLoader(self._source),
                undefined=StrictUndefined,
                autoescape=True,
                trim_blocks=True,
                lstrip_blocks=True,
                auto_reload=False,
                finalize=_printed(finalize) if self._has_overlay else finalize,
                bytecode_cache=_compiled(finalize, self._has_overlay),
            )
            # The same input gives the same bytes: nothing that draws lots, and nothing with a memory of its own.
            for unneeded in ("lipsum", "cycler", "joiner", "dict"):
                environment.globals.pop(unneeded)
            environment.filters.pop("random")
            environment.globals["own_blocks"] = self._own_blocks
            self._environments[finalize] = environment
        return self._environments[finalize]

    def _find(self, name: str) -> str | None:
        text = self._texts.get(name)
        return our_text(name, self._root) if text is None else text

    def _source(self, name: str) -> tuple[str, str, None] | None:
        text = self._find(name)
        return None if text is None else (text, name, None)


def _own_blocks(texts: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Give the drawings of single blocks, for each format by what the block is called."""
    found: dict[str, dict[str, str]] = {}
    for blocks, one in BLOCK_FILES.items():
        before, after = one.split("{}")
        kinds = {name.removeprefix(before).removesuffix(after): name for name in texts if name.startswith(before)}
        for kind, name in kinds.items():
            if not re.search(rf"{{%-?\s*macro\s+{kind}\s*\(", texts[name]):
                raise TemplateMistake(name, 0, f"It has to hold the drawing: {{% macro {kind}(block) %}}.")
        found[blocks.partition("/")[0]] = kinds
    return found


def _printed(finalize: Finalize | None) -> Finalize:
    """Let only texts and numbers be printed: all else shows the inside of the computer, and differs each time."""

    def printed(value: Any) -> Any:
        if not isinstance(value, str | int | float | None | Undefined):
            raise TemplateRuntimeError("Only a text or a number can be printed, and this is neither.")
        return value if finalize is None else finalize(value)

    return printed


def _place(traceback: TracebackType | None) -> tuple[str, int]:
    """Find the last line of a template that an error passed through."""
    name, line = "", 0
    while traceback is not None:
        file = traceback.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            name, line = file, traceback.tb_lineno
        traceback = traceback.tb_next
    return name, line
