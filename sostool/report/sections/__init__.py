"""Sections: each a small function from a View and labels to blocks. An empty section is left out."""
