"""What is asked about answers, in words; `closing` finds it while it closes what has been answered."""

from __future__ import annotations

from sostool.checks.check import told_by_reader


@told_by_reader("AN101", "unused-answer", "query")
def closes_something() -> None:
    """An answer closes something that is asked.

    What it checks
        Under `answers:`, that there is something open with this `check` at this `at`. An error cannot be answered
        away. Nothing is asked while part of the file cannot be read, and nothing about checks that were left out.

    Why it matters
        An answer that closes nothing hides in wait: it may close the same question later, about something else, and
        nobody would see that it was ever asked.

    Fails
        dangers:
          - {id: drinking, statement: Priya is worried that Mia could be hurt., worried: [priya], children: [mia]}
        answers:
          - {check: DS103, at: dangers.drinking, reason: Mum chose the words., who: priya, until: 2026-06-16}

    Passes
        dangers:
          - {id: drinking, statement: People are worried that Mia could be hurt., worried: [priya], children: [mia]}
        answers:
          - {check: DS103, at: dangers.drinking, reason: Mum chose the words., who: priya, until: 2026-06-16}

    Source
        Linters warn of exceptions that are no longer needed, so that those left are all meant (common practice in
        checking of programs and prose); a decision on record is looked at again (Working Together, on recording).
    """


@told_by_reader("AN102", "expired-answer", "query")
def still_holds() -> None:
    """An answer that has run out is looked at again.

    What it checks
        An answer whose `until` has passed and whose question is still open. The question itself is open again, too.

    Why it matters
        “For now” is a good reason only for a while. The day written here is the day on which somebody promised to
        look again whether the family still has to wait.

    Fails
        dangers:
          - {id: drinking, statement: People are worried that Mia could be hurt., worried: [priya], children: [mia]}
        answers:
          - {check: DS103, at: dangers.drinking, reason: Mum chose the words., who: priya, until: 2026-03-20}

    Passes
        dangers:
          - {id: drinking, statement: People are worried that Mia could be hurt., worried: [priya], children: [mia]}
        answers:
          - {check: DS103, at: dangers.drinking, reason: Mum chose the words., who: priya, until: 2026-06-16}

    Source
        A plan and its reasons have review dates (Working Together; inspectors' findings on plans that were never
        looked at again).
    """


@told_by_reader("AN103", "unfinished-answer", "query")
def is_finished() -> None:
    """An answer says where, why, whose reason it is, and until when.

    What it checks
        Every answer has `at`, `reason`, `who` and `until`. Without `at` or `reason` it closes nothing.

    Why it matters
        A reason is somebody's reason. Whoever reads the file later has to know whom to ask, and when the question
        comes back.

    Fails
        dangers:
          - {id: drinking, statement: People are worried that Mia could be hurt., worried: [priya], children: [mia]}
        answers:
          - {check: DS103, at: dangers.drinking, reason: Mum chose the words.}

    Passes
        dangers:
          - {id: drinking, statement: People are worried that Mia could be hurt., worried: [priya], children: [mia]}
        answers:
          - {check: DS103, at: dangers.drinking, reason: Mum chose the words., who: priya, until: 2026-06-16}

    Source
        A decision is recorded with its reason and whose it was (Working Together, on recording decisions).
    """
