"""Why a document cannot be had in a format: what the format needs is not installed, or the format cannot show it."""

from __future__ import annotations


class NotInstalledError(Exception):
    """What draws a format is not on this computer; the text says how to get it, and what to do without it."""

    def __init__(self, format_name: str, extra: str) -> None:
        """Say what is missing.

        Args:
            format_name: what people call the format: PDF, Word.
            extra: the extra of the package that brings what it needs.
        """
        super().__init__(
            f"{format_name} files need an extra that is not installed here: in sostool's own folder, python -m pip "
            f'install ".[{extra}]" brings it. Without it, make the web page (--format html), open it in a browser and '
            "save it as PDF from there."
        )


class NotDrawn(Exception):  # noqa: N818 - the document's content is the reason, nothing has failed
    """A format cannot show a document; the text says why and what to do, and holds nothing of the document.

    `detail` may quote from the document, for whoever may read it.
    """

    def __init__(self, message: str, detail: str = "") -> None:
        super().__init__(message)
        self.detail = detail
