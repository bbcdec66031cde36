"""The people: children, family, friends and practitioners, each once, by a short id."""

from __future__ import annotations

from typing import ClassVar

from sostool.case.model.marks import Marked, MustNotSee
from sostool.yamlfile import key
from sostool.yamlfile.parts import Part

ROLES = (
    "child",
    "parent",
    "carer",
    "partner",
    "network",
    "social-worker",
    "practitioner",
    "manager",
    "chair",
    "supporter",
    "advocate",
    "interpreter",
    "other",
)
# What files and pages call readers by.
CODES = "p[0-9]+"
RESERVED = ("everyone", "room", "chair", "practitioners", "network", "all")


class Seen(Marked):
    """One time a child was seen."""

    date = key.day("When.", "2026-03-10")
    who = key.to("person", "Who saw the child.", "priya", free_text=True)
    alone = key.yes_no("Whether the child was seen without a parent or carer there.")


class Contact(Part):
    """How to reach somebody. Only the chair and the person get it, and whom `may_share` names."""

    phone = key.text("Telephone.", "07700 900123")
    email = key.text("Email.", "lisa@example.org")
    address = key.text("Where they live.", "1 Example Street")
    school = key.text("A child's school or nursery.", "a primary school")
    gp = key.text("The doctor's surgery.", "a surgery")
    may_share = key.to_some("person", "Who may have this besides.", ["lisa"])


class YoungPersonCopy(Part):
    """Says that a young person old enough by the profile gets the report about themselves."""

    agreed_by = key.to("person", "Who agreed it.", "ann")
    date = key.day("When.", "2026-03-12")


class Person(Part):
    """Somebody in this file. Their key is a short id that is used wherever they are meant."""

    refused: ClassVar[dict[str, str]] = {
        "withhold": "A whole person cannot be held back. Hold back what should not be read about them, or write "
        "subject: false for a child who is named only because of what happened before."
    }
    id = ""

    name = key.text("The name as the family would say it.", "Lisa")
    role = key.choice("What they are to the children or in this work.", *ROLES, example="parent")
    relation = key.text("In plain words, who they are to the family.", "Mia and Noah's mum")
    agency = key.text("Where a practitioner works.", "Children's Services")
    subject = key.yes_no(
        "false for a child who is named only because of what happened before, never shown by default.",
        example=False,
        mark=True,
    )
    born = key.day("Date of birth.", "2019-06-02")
    due = key.day("When an unborn baby is due. Take it out once the baby is born.", "2026-05-20")
    lives_with = key.to_some("person", "Who this person lives with.", ["lisa"])
    parent_of = key.to_some("child", "Which children they are mum or dad of.", ["mia", "noah"])
    parental_responsibility = key.to_some(
        "child", "For which children they have parental responsibility.", ["mia", "noah"]
    )
    side_of = key.to(
        "person",
        "For family of a feared person: that person's id. What is barred for one is barred for the other.",
        "dean",
        mark=True,
    )
    with_person = key.to(
        "person",
        "For a supporter, advocate or interpreter: whom they are there for. They get that person's copy.",
        "lisa",
    )
    ring = key.choice(
        "How near they are: inner (know and help already), middle (know a little), outer (do not know yet).",
        "inner",
        "middle",
        "outer",
    )
    knows_about = key.to_some("danger", "Which danger statements they have been told.", ["hurting-lisa"])
    will = key.text("What they have said they will do.", "Dean can stay with him for as long as he needs.")
    seen = key.parts(
        Seen,
        "When a child was seen, by whom, and whether alone.",
        [{"date": "2026-03-10", "who": "priya", "alone": True}],
    )
    contact = key.part(
        Contact,
        "How to reach them. Given to nobody but the chair and themselves unless may_share says so.",
        {"phone": "07700 900123"},
    )
    must_not_see = key.part(
        MustNotSee,
        "Marks a person who is feared: whose words must not reach them.",
        {"words_of": ["lisa", "mia"], "agreed_by": "ann", "date": "2026-03-12"},
        mark=True,
    )
    young_person_copy = key.part(
        YoungPersonCopy, "Gives a young person the report about themselves.", {"agreed_by": "ann", "date": "2026-03-12"}
    )
    language = key.text("Their first language, as a two-letter code.", "pl")
    interpreter = key.text("Whether they need an interpreter, and for what.", "Polish, for the whole meeting")
    disability = key.text(
        "Anything to know so that they can take part.", "Wears hearing aids; sits facing the speaker."
    )
    ethnicity = key.text("In their own words.", "Polish")
    faith = key.text("In their own words.", "Catholic")
