"""A look at documents while they are written: a page on this computer only, which follows each save."""

from sostool.preview.server import Preview
from sostool.preview.stage import Page, Stage

__all__ = ["Page", "Preview", "Stage"]
