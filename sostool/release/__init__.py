"""Release: who has read which reader's copy and let it go, and whether it is still the same copy."""
