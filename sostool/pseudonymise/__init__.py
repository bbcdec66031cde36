"""A copy of a case file with invented names, numbers and addresses: still personal data, since the story stays."""
