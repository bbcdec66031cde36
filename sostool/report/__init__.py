"""Documents: a case and one reader become a View, a View becomes sections of blocks, blocks become a file."""
