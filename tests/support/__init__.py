"""What several tests need: a small case, changed cases, and a way to run the command."""
