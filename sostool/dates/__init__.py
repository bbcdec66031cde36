"""Working days, months and the deadlines that follow from the days of a case."""
