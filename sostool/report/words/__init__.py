"""Words: labels of each language, and longer wordings, ours or an authority's."""
