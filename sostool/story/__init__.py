"""From meeting to meeting: the files that follow each other, and which parts of two of them are the same thing."""
