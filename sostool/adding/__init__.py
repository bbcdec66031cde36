"""Adding to a case file: an entry of a list, or a key that is still empty, put in as text.

Every byte outside what is put in stays as it is, and the file is read again: it has to say what it said before and what
was added, and nothing else.
"""
