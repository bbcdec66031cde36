"""Mistakes people make when they type YAML: each told in one plain sentence, and mended in memory to read on.

A mend keeps the number of lines, and counts only if libyaml gets further with it than without. Each module holds
the mistakes of one kind; `telling` asks them in turn.
"""

from sostool.yamlfile.mends.telling import tell

__all__ = ["tell"]
