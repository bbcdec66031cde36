"""What a format looks like: our templates, with an authority's own folder laid over them by file name.

A template sees plain data only (plain.py) and runs in a sandbox. Whatever goes wrong in one is a `TemplateMistake`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    FileSystemLoader,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from sostool.resources import resource_root

if TYPE_CHECKING:
    from types import TracebackType

Finalize: TypeAlias = Callable[[Any], Any]

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


class TemplateMistake(Exception):  # noqa: N818 - it is the user's mistake, not an error of ours
    """Something is wrong in a template: which one, in which line (0: no line is known), and what."""

    def __init__(self, name: str, line: int, message: str) -> None:
        super().__init__(f"{name}, line {line}: {message}" if line else f"{name}: {message}")
        self.name = name
        self.line = line
        self.message = message


class Templates:
    """The templates of all formats."""

    def __init__(self, folder: Path | None = None) -> None:
        """Lay an authority's folder over our own templates.

        Args:
            folder: holds files such as `html/style.css`; each one takes the place of ours of that name.

        Raises:
            TemplateMistake: it is not a folder.
        """
        if folder is not None and not folder.is_dir():
            raise TemplateMistake(str(folder), 0, "This is not a folder of templates.")
        self._folder = folder
        self._root = resource_root("templates")
        ours = FunctionLoader(self._ours)
        self._loader: BaseLoader = ChoiceLoader([FileSystemLoader(folder), ours]) if folder else ours
        self._environments: dict[Finalize | None, ImmutableSandboxedEnvironment] = {}

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
            where, line = self._place(error.__traceback__)
            raise TemplateMistake(where or name, line, f"There is no template {error.name}.") from None
        except UnicodeDecodeError:
            raise TemplateMistake(name, 0, "A template is not saved as UTF-8.") from None
        except TemplateError as error:
            where, line = self._place(error.__traceback__)
            raise TemplateMistake(where or name, line, error.message or type(error).__name__) from None
        except _RAISED_BY_TEMPLATES as error:
            where, line = self._place(error.__traceback__)
            if not line:
                raise
            # Python's own message may quote the value, which is a family's text.
            raise TemplateMistake(where, line, f"{type(error).__name__} while this line was drawn.") from None

    def text(self, name: str) -> str:
        """Read a file that is not a template, such as the style sheet.

        Raises:
            TemplateMistake: it is missing or not UTF-8.
        """
        try:
            source, _, _ = self._loader.get_source(self._environment(None), name)
        except TemplateNotFound:
            raise TemplateMistake(name, 0, "There is no such file.") from None
        except UnicodeDecodeError:
            raise TemplateMistake(name, 0, "The file is not saved as UTF-8.") from None
        return source.replace("\r\n", "\n").replace("\r", "\n")

    def _environment(self, finalize: Finalize | None) -> ImmutableSandboxedEnvironment:
        """Make a format's environment once: it remembers its compiled templates."""
        if finalize not in self._environments:
            environment = ImmutableSandboxedEnvironment(
                loader=self._loader,
                undefined=StrictUndefined,
                autoescape=True,
                trim_blocks=True,
                lstrip_blocks=True,
                auto_reload=False,
                finalize=finalize,
            )
            # The same input gives the same bytes: nothing that draws lots.
            environment.globals.pop("lipsum")
            environment.filters.pop("random")
            self._environments[finalize] = environment
        return self._environments[finalize]

    def _ours(self, name: str) -> tuple[str, str, None] | None:
        parts = name.split("/")
        if any(part in {"", ".", ".."} or "\\" in part for part in parts):
            return None
        file = self._root.joinpath(*parts)
        return (file.read_text("utf-8"), name, None) if file.is_file() else None

    def _place(self, traceback: TracebackType | None) -> tuple[str, int]:
        """Find the last line of a template that an error passed through."""
        name, line = "", 0
        while traceback is not None:
            file = traceback.tb_frame.f_code.co_filename
            if file.endswith(".j2"):
                name, line = file, traceback.tb_lineno
            traceback = traceback.tb_next
        if self._folder and name.startswith(str(self._folder)):
            name = Path(name).relative_to(self._folder).as_posix()
        return name, line
