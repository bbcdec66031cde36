"""What was found in a case file, and the ways to print it."""

from sostool.findings.finding import Finding, Path, Place, Severity

__all__ = ["Finding", "Path", "Place", "Severity"]
