"""The questions `add answer` asks at a terminal: which open query, the reason, whose it is, until when."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sostool.adding.things import THINGS
from sostool.cli.adding_talk import ask_for_one
from sostool.cli.asking import ask, by_number
from sostool.cli.console import shown, todays_date, write
from sostool.findings.finding import path_text

if TYPE_CHECKING:
    from sostool.cli.changing import Changing
    from sostool.findings.finding import Finding


def ask_for_answers(changing: Changing) -> None:
    """Show the open queries, and ask which of them is answered, until none is."""
    thing = THINGS["answer"]
    queries = open_queries(changing)
    if not queries:
        write("No query is open.\n")
    while queries:
        write("These queries are open. An answer closes one with a reason; to put it right is better.\n")
        for number, query in enumerate(queries, 1):
            write(f"  {number}  line {query.place.line}: {query.code} {shown(query.message)}\n")
        chosen = ask("Number (empty: none)", partial(_query, queries))
        if chosen is None:
            return
        ask_for_one(changing, thing, known={"check": chosen.code, "at": path_text(chosen.shown_path)})
        write("\n")
        queries = open_queries(changing)


def _query(queries: list[Finding], typed: str) -> Finding | None:
    found = by_number(typed, queries)
    if typed and found is None:
        raise ValueError("The number of one of them, please.")
    return found


def open_queries(changing: Changing) -> list[Finding]:
    """Give the queries of a file that no answer closes, in its order; those about answers themselves are left out."""
    from sostool.caseload.neighbours import neighbours_of  # noqa: PLC0415
    from sostool.checks.run import ask_checks  # noqa: PLC0415

    today = todays_date()
    asked = ask_checks(changing.read, changing.profile(), today, neighbours=neighbours_of(changing.path))
    return [one for one in asked.findings if one.severity == "query" and not one.code.startswith("AN")]
