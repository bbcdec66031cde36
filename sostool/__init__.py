"""Case files, checks and conference reports for social workers who use Signs of Safety."""

__version__ = "0.1.0"
