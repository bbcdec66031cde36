"""Authority profiles: an authority's words, order, limits and lists, as data with their sources."""

from sostool.profile.profile import Profile

__all__ = ["Profile"]
