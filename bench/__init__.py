"""The speed comparisons: `sostool validate` beside the tools people know, on the same files in the same run."""
