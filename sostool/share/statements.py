"""Who of the family has a danger statement in their copy."""

from __future__ import annotations

from sostool.case.model import Case, Person


def gets_a_statement(case: Case, person: Person) -> bool:
    """Tell whether one of the family gets any danger statement of a case in their own copy."""
    from sostool.share.policy import may_have  # noqa: PLC0415 - asked by a check of few files
    from sostool.share.readers import Column, Reader  # noqa: PLC0415
    from sostool.share.standing import Standing  # noqa: PLC0415

    standing = Standing(case, Reader(person.id, "", Column.FAMILY, person.id, frozenset((person.id,))))
    return any(
        danger.statement.strip() and may_have(standing, "statements and goals", danger) for danger in case.dangers
    )


def is_expected_to_have_the_report(case: Case, person: Person) -> bool:
    """Tell whether a parent or carer is to have the report before a meeting.

    Of one from whom every statement is held back nobody expects it: when and how they are told is for the chair to
    agree. While a case has no statements yet, it is expected of all.
    """
    return not any(danger.statement.strip() for danger in case.dangers) or gets_a_statement(case, person)
