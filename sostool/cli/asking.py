"""Asking a person at a terminal: one question after the other, again where an answer cannot be."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

from sostool.cli.console import at_terminal, shown, write
from sostool.yamlfile.source import unwanted_characters

T = TypeVar("T")


def can_ask() -> bool:
    """Tell whether somebody is there to be asked."""
    return at_terminal() and sys.stdin is not None and sys.stdin.isatty()


def ask(question: str, understand: Callable[[str], T], offered: str = "") -> T:
    """Ask until there is an answer that can be understood.

    Args:
        question: the question, without its colon.
        understand: makes the answer of what was typed; a ValueError says why it cannot be.
        offered: what an empty answer stands for.
    """
    while True:
        try:
            typed = input(f"{question}{_offered(question, offered)} ").strip() or offered
        except UnicodeDecodeError:
            write("  This could not be read. Please type it again.\n")
            continue
        try:
            return understand(typed)
        except ValueError as error:
            write(f"  {shown(str(error))}\n")


def _offered(question: str, offered: str) -> str:
    if offered:
        return f" [{offered}]:"
    return "" if question.endswith("?") else ":"


def as_text(typed: str) -> str:
    """Take what was typed as a text."""
    if unwanted_characters(typed):
        raise ValueError("There is an invisible control character in this. Please type it again.")
    return typed


def as_name(typed: str) -> str:
    """Take what was typed as a name, or as no name where nothing was."""
    if typed and not has_letters(typed):
        raise ValueError("This has no letter in it, so it is no name. Press Enter alone to go on.")
    return as_text(typed)


def has_letters(name: str) -> bool:
    """Tell whether something that was typed as a name can be one."""
    return any(letter.isalpha() for letter in name)


def ask_yes(question: str) -> bool:
    """Ask whether to go on; an empty answer says yes, and the end of typing no."""
    while True:
        try:
            typed = input(f"{question} [Y/n] ").strip().lower()
        except EOFError:
            write("\n")
            return False
        except UnicodeDecodeError:
            continue
        if typed in ("", "y", "yes", "n", "no"):
            return typed not in ("n", "no")
        write("  Yes or no, please.\n")


def offer(choices: Sequence[str]) -> None:
    """Show what can be chosen, each with its number."""
    for number, words in enumerate(choices, 1):
        write(f"  {number}  {shown(words)}\n")


def by_number(typed: str, choices: Sequence[T]) -> T | None:
    """Give the choice whose number was typed; None if it is no number.

    Raises:
        ValueError: there is no choice of this number.
    """
    if not (typed.isascii() and typed.isdecimal()):
        return None
    if not 1 <= int(typed[:9]) <= len(choices):
        raise ValueError(f"A number from 1 to {len(choices)}, please.")
    return choices[int(typed) - 1]
