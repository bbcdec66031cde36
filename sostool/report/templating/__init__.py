"""Templating: what documents look like, with an authority's own folder laid over it."""
