"""The sandbox that templates run in: jinja2's own, with a short way for what our templates do thousands of times."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any

from jinja2 import Template
from jinja2.environment import TemplateModule
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.runtime import Context

# A key of this name is looked for by the sandbox itself: in jinja2 a dict's method comes before its key.
_OF_DICTS = frozenset(dir(dict))
_MISSING = object()


class _Template(Template):
    """A template whose escaping leaves at once what is safe already; without this it would only be slower."""

    @classmethod
    def _from_namespace(
        cls,
        environment: Environment,
        namespace: MutableMapping[str, Any],
        globals: MutableMapping[str, Any],  # noqa: A002
    ) -> Template:
        namespace["escape"] = _escaped
        return super()._from_namespace(environment, namespace, globals)


class Sandbox(ImmutableSandboxedEnvironment):
    """jinja2's sandbox; what is not asked of a plain dict, a loop, another template or a macro goes the usual way.

    No short way leads to anything that the long one forbids: a dict's own value by its key, which is what the long way
    ends with once there is no attribute; what a loop or a template shows to all; a call of a template's own macro.
    """

    template_class = _Template

    def __init__(self, **options: Any) -> None:
        """Set up the sandbox, with the two filters for a line's pieces; the options are jinja2's."""
        super().__init__(**options)
        self.filters |= {"styled": _styled, "words": _words}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Give `obj.attribute`."""
        kind = type(obj)
        value = _MISSING
        if kind is dict:
            if attribute not in _OF_DICTS:
                value = obj.get(attribute, _MISSING)
        elif (kind is LoopContext or kind is TemplateModule) and not attribute.startswith("_"):
            value = getattr(obj, attribute, _MISSING)
        return value if value is not _MISSING else super().getattr(obj, attribute)

    def call(self, context: Context, obj: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """Call what a template calls."""
        if type(obj) is Macro:
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            return obj(context.eval_ctx, *args, **kwargs)
        return super().call(context, obj, *args, **kwargs)


def _escaped(value: Any) -> str:
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]  # a subclass of str
    return str(value) if kind is int else escape(value)


def _styled(runs: Iterable[Mapping[str, Any]]) -> bool:
    """Tell whether any piece of a line is bold or a link."""
    return any(run["strong"] or run["link"] for run in runs)


def _words(runs: Iterable[Mapping[str, Any]]) -> str:
    """Give a line's text without what its pieces look like."""
    return "".join([run["text"] for run in runs])
