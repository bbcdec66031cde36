"""PDF: the same blocks as paper that can be kept for decades and read aloud: PDF/UA-1 and PDF/A-2a.

A compiler that runs inside this process draws a template of ours; all that a document says reaches it as data, never
as markup. What it cannot draw so that everybody can read it, it refuses.
"""

from sostool.report.formats.pdf.draw import pdf

__all__ = ["pdf"]
