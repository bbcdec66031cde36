"""The deadlines of a case file on one day, in the order of what needs doing, and as entries of a calendar."""
