"""Where `sostool` starts."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line, and end with its exit code."""
    if sys.argv[1:] == ["--version"]:
        # Asked by scripts and editors many times a day, so nothing is imported for it.
        from sostool import __version__  # noqa: PLC0415

        sys.stdout.write(f"sostool {__version__}\n")
        return
    from sostool.cli.run import run  # noqa: PLC0415

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
