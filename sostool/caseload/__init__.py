"""Many files: find them, check them in turn or side by side."""
