"""The checks: each asks one question of a case file, in a small file of its own, in its family's folder."""
