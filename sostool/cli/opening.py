"""Opening a document or the preview in the person's browser."""

from __future__ import annotations

import os
import sys
import threading

# They would take over the terminal in which the command runs.
_IN_THE_TERMINAL = frozenset(("www-browser", "links", "elinks", "lynx", "w3m"))
_HERE = ("file:///", "http://127.0.0.1:")
# A browser that was asked for by name may say nothing until it is closed.
_SECONDS = 3.0


def open_in_browser(address: str) -> bool:
    """Open an address of this computer in the person's browser.

    Returns:
        Whether a browser was started, as far as that can be known.

    Raises:
        ValueError: the address leads somewhere else.
    """
    if not address.startswith(_HERE):
        raise ValueError("only files and the preview are opened")
    if not _has_a_screen():
        return False
    opened: list[bool] = []
    opening = threading.Thread(target=lambda: opened.append(_open(address)), name="opening", daemon=True)
    opening.start()
    opening.join(_SECONDS)
    return opened != [False]


def _has_a_screen() -> bool:
    """Tell whether windows can be shown; whoever names a browser in the environment will know."""
    if sys.platform in ("win32", "darwin", "cygwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))


def _open(address: str) -> bool:
    import webbrowser  # noqa: PLC0415 - it looks for every browser there is

    try:
        browser = webbrowser.get()
        if getattr(browser, "name", "") in _IN_THE_TERMINAL and not os.environ.get("BROWSER"):
            return False
        return browser.open(address)
    except (webbrowser.Error, OSError):
        return False
