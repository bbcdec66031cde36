"""Mending what is mechanical in a case file: edits by position, proved by reading the file again.

Each kind of mend only finds edits; one module puts them into the text, and one proves that the file read again says
the same but for what was meant. Whatever else changes lines of a case file can use the same three.
"""
