"""Making: which documents there are, and how a case and a reader become one."""
