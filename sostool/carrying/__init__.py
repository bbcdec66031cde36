"""From the file of one meeting to the file of the next: what is carried over, what is asked again, what stays behind.

What is carried over is the earlier file's own text, byte for byte, with its comments and with every mark of holding
back that stands on it.
"""
