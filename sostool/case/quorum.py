"""Whether enough agencies were at a conference, as far as the names of those who came can tell.

It is a suggestion. Whether a conference is quorate is the chair's judgement: only the chair knows which agencies have
direct contact with the children, and whether to go on does less harm than to wait.
"""

from __future__ import annotations

from typing import NamedTuple

from sostool.case.model import Case, Person

BESIDES_SOCIAL_CARE = 2
CONFERENCES = frozenset(("initial-conference", "review-conference", "pre-birth-conference", "transfer-conference"))

# Each of these counts by itself, also where two of them work for the same trust.
_BY_THEMSELVES = ("school nurs", "health visit")


class QuorumSuggestion(NamedTuple):
    """What was counted: `agencies` as they are typed, in the order of who came.

    `unclear` are those who came and whose agency the file does not say: ids, or what was typed in place of one.
    """

    social_care: bool
    agencies: tuple[str, ...]
    unclear: tuple[str, ...]
    needed: int

    @property
    def enough(self) -> bool | None:
        """Tell whether enough were there; None where it depends on those whose agency is not known."""
        if self.social_care and len(self.agencies) >= self.needed:
            return True
        at_most = len(self.agencies) + len(self.unclear) - (not self.social_care)
        return None if self.unclear and at_most >= self.needed else False


def suggest_quorum(case: Case, needed: int = BESIDES_SOCIAL_CARE) -> QuorumSuggestion:
    """Count the agencies that came to the meeting of a case.

    Children's social care and at least two other agencies with direct contact are asked for (the procedures of Sussex
    and of Swindon). A social worker or their manager stands for children's social care, and so does any practitioner
    with the same agency. Practitioners count once for each agency; a school nurse and a health visitor each count by
    themselves. The chair, family and friends, supporters, advocates and interpreters are no agency.

    Args:
        case: the case; without an outcome nobody came.
        needed: how many agencies are needed besides children's social care.
    """
    social_care, agencies, unclear = False, dict[str, str](), list[str]()
    of_social_care = _agencies_of_social_workers(case)
    for id_ in dict.fromkeys(case.outcome.attended if case.outcome else ()):
        person = case.people.get(id_)
        if person is None:
            unclear.append(id_)
        elif person.role in ("social-worker", "manager"):
            social_care = True
        elif person.role == "practitioner":
            agency = _alike(person.agency)
            counts_as = _by_itself(person) or agency
            if not counts_as:
                unclear.append(id_)
            elif counts_as in of_social_care:
                social_care = True
            else:
                agencies.setdefault(counts_as, person.agency or person.relation)
    return QuorumSuggestion(social_care, tuple(agencies.values()), tuple(unclear), needed)


def _agencies_of_social_workers(case: Case) -> frozenset[str]:
    return frozenset(
        _alike(person.agency) for person in case.people.values() if person.role == "social-worker" and person.agency
    )


def _by_itself(person: Person) -> str:
    text = _alike(f"{person.relation} {person.agency}")
    return next((work for work in _BY_THEMSELVES if work in text), "")


def _alike(agency: str) -> str:
    return " ".join(agency.split()).casefold().replace("’", "'")
