"""Where `sostool` starts."""

from __future__ import annotations

import sys

# So many, and not 700, before Python looks for rubbish among them: what is imported here makes hardly any.
NEW_OBJECTS = 150_000


def main() -> None:
    """Run the command line, and end with its exit code."""
    try:
        sys.exit(_main(sys.argv[1:]))
    except KeyboardInterrupt:  # so early that nothing has begun
        sys.exit(130)


def _main(arguments: list[str]) -> int:
    if arguments == ["--version"] and _say_version():
        return 0
    import gc  # noqa: PLC0415

    from sostool.cli.run import run  # noqa: PLC0415

    gc.set_threshold(NEW_OBJECTS)
    try:
        return run(arguments)
    finally:
        # At the end Python would look for rubbish among all objects there are, and the system takes everything back.
        gc.freeze()


def _say_version() -> bool:
    """Say the version without an import: scripts and editors ask it many times a day. Tell whether that worked."""
    from sostool import __version__  # noqa: PLC0415

    try:
        sys.stdout.write(f"sostool {__version__}\n")
        sys.stdout.flush()
    except (OSError, ValueError, AttributeError):
        return False
    return True


if __name__ == "__main__":
    main()
