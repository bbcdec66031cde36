"""MA107: past harm is about a child, not only about an adult's trouble."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sostool.case.model import Case
from sostool.checks.check import Found, check
from sostool.checks.family_map.violence import Violence
from sostool.checks.look import Look
from sostool.checks.wording.quotes import without_quotes
from sostool.checks.wording.text import names_somebody
from sostool.profile.phrases import Said

_WORD = re.compile(r"[^\W\d_]+")
# “looks after the children”, “a mother of three boys”: the children are there, and nothing is said of them.
_LEADS_UP = frozenset("the her his their our my both all two three four five".split())
_ONLY_NAMED_AFTER = frozenset("for after of around".split())
_WAS_ONE = re.compile(r"\b(?:was|as|being|since) (?:only )?an? $", re.IGNORECASE)
_THEIR_PARENT = re.compile(
    r"(?:'s?|s') (?:mum|mam|mom|mummy|dad|daddy|mother|father|parents?|step\w+)\b", re.IGNORECASE
)


@check("MA107", "adults-trouble-as-harm", "advice")
def tells_what_the_child_lived_through(look: Look) -> Iterator[Found]:
    """Past harm says what it was like for the child, not only what an adult's trouble is.

    What it checks
        Entries of `past_harm` without `impact` whose sentence holds words of the profile's list `adult-troubles`
        (drink, drugs, low mood, debt, prison), no child who does or goes through something, and no words of the
        list `what-a-child-lives-through`. Where an entry lists `children`, its sentence has to name a grown-up as
        well. It says nothing where the entry may be about violence at home: about somebody feared (`must_not_see`),
        or with words of the lists `violence` and `violence-at-home`.

    Why it matters
        “Dad is an alcoholic” is a label for a man, and there is no child in it. Many parents drink or are low, and
        their children are well looked after; what counts is the evening nobody could wake him. Violence at home is
        left out on purpose: it hurts a child who only hears it, and what the child has told of it may be
        dangerous to write down.

    Fails
        map:
          worried:
            past_harm:
              - what: Dean is an alcoholic.

    Passes
        map:
          worried:
            past_harm:
              - what: On 4 June Dean was drunk and could not be woken, and Mia cried for an hour.
            complicating:
              - what: Dean is an alcoholic, he says.

    Source
        An adult's problem that is not shown to touch the child makes things harder and is no harm by itself (how
        the categories of the map are taught; notes for social workers on harm and danger statements, which tell
        what is dangerous from what is a matter of child welfare).
    """
    worried = look.case.map.worried if look.case.map else None
    harms = [
        harm
        for harm in (worried.past_harm if worried else ())
        if harm.what and not any(impact.what.strip() for impact in harm.impact)
    ]
    troubles = look.list_of("adult-troubles") if harms else None
    if not troubles:
        return
    violence, lived_through = Violence(look), look.list_of("what-a-child-lives-through")
    for harm in harms:
        text = without_quotes(harm.what).replace("’", "'")
        said = next(troubles.in_(text), None)
        if (
            said is not None
            and not violence.may_be_about(harm.about, text)
            and not lived_through.stand_in(text)
            and not (harm.children and not _a_grown_up_is_named(text, look))
            and not _a_child_goes_through_something(text, look)
        ):
            yield Found(
                harm.at("what"),
                "This past harm tells of an adult's trouble, and not what it was like for a child.",
                "Say what happened to the child, in the sentence or as `impact:`. If nothing did, it makes things "
                "harder: move it to `complicating:`.",
                detail=_detail(said),
                also=(harm.path,),
                words=harm.what[said.start : said.end],
            )


def _detail(said: Said) -> str:
    return f"Write {said.saying.instead}." if said.saying.instead else ""


def _a_grown_up_is_named(text: str, look: Look) -> bool:
    return look.list_of("grown-ups").stand_in(text) or any(
        person.role != "child" and person.name.strip() and names_somebody(text, person)
        for person in look.case.people.values()
    )


def _a_child_goes_through_something(text: str, look: Look) -> bool:
    mentions = [(said.start, said.end) for said in look.list_of("child-words").everywhere_in(text)]
    names = _names_of_children(look.case)
    if names is not None:
        mentions += [name.span() for name in names.finditer(text)]
    return any(_is_more_than_named(text[:start], text[end:]) for start, end in mentions)


def _names_of_children(case: Case) -> re.Pattern[str] | None:
    names = {word for person in case.people.values() if person.role == "child" for word in _WORD.findall(person.name)}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b", re.IGNORECASE) if names else None


def _is_more_than_named(before: str, after: str) -> bool:
    if _WAS_ONE.search(before) or _THEIR_PARENT.match(after):
        return False
    words = [word.lower() for word in _WORD.findall(before[-60:])]
    while words and words[-1] in _LEADS_UP:
        words.pop()
    if not words or words[-1] not in _ONLY_NAMED_AFTER:
        return True
    # “in front of the children” is what the children saw.
    return words[-2:] == ["front", "of"]
