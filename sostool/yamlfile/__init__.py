"""A YAML text file read into typed parts, each value with its place, every mistake a finding.

It knows nothing of families: the case file and the profiles are both declared with it.
"""
