"""Documents that hold every picture: of an ordinary family, of a crowd, and with names that break a careless layout."""

from __future__ import annotations

import dataclasses
import datetime as dt

from browser.sample_document import REPORT
from sostool.report.blocks import (
    Course,
    CoursePicture,
    Document,
    FamilyPicture,
    Figure,
    Friend,
    Mark,
    NetworkPicture,
    Picture,
    Relative,
    Ring,
    ScalePicture,
    Section,
    Span,
    Table,
    TimelinePicture,
    own,
    typed,
)

LONG_NAME = "Bartholomew Featherstonehaugh-Wolmsley"
HOSTILE_NAMES = (
    "Ann " * 75,
    "W" * 60,
    "👩‍👩‍👧‍👦 👶🏽 🧑🏿‍🤝‍🧑🏻",
    "محمد عبد الرحمن بن خالد (أبو ليلى)",
    "Zoë 王小明 Óscar",
    "<b>Dean & Co</b>",
    "﷽",
    "Mr. דוד O'Neill-אברהם",
    " ",
    "m",
)

DAYS = (
    dt.date(2025, 3, 4),
    dt.date(2025, 3, 18),
    dt.date(2025, 5, 27),
    dt.date(2025, 8, 12),
    dt.date(2025, 11, 18),
    dt.date(2026, 1, 6),
    dt.date(2026, 1, 27),
    dt.date(2026, 4, 14),
    dt.date(2026, 7, 7),
    dt.date(2026, 10, 6),
)
LABELS = tuple(f"{day.day} {day:%B %Y}" for day in DAYS)
PEOPLE = (
    ("Mia", "6 years old"),
    ("Lisa", "mum"),
    ("Dean", "dad"),
    ("Grandad Ray", "Dean's dad"),
    ("Mr Cole", "class teacher"),
    ("Priya Shah", "social worker"),
    ("Aunt Jo", "Lisa's sister"),
    ("Sunita Rao", "health visitor"),
    ("Nana Pat", "Lisa's mum, Mia and Noah's grandmother"),
    ("Constance", "family support worker"),
)
SCORES: tuple[tuple[float | None, ...], ...] = (
    (2, 2, 3, 4, 4, 5, 6, 6, 7, 8),
    (5, 5, 4, None, None, 5, 5, 6, 6.5, 7),
    (8, 8, 8, 8, 8, 8, 8, 8, 8, 8),
    (None, None, 6, 6, 5, 7, 7, 7, 8, None),
    (3, 3.5, 4, 2, None, 4, 5.5, 6, 5, 6),
    (0, 2, 2, 3, 3, 3, 4, 5, 5, 6),
    (None,) * 10,
    (10, 10, None, 9, 9, 8, 9, 10, 10, 10),
    (None, None, None, None, 7, None, None, None, None, 7),
    (None, 4, None, None, None, None, None, None, None, None),
)


def course(days: int, people: int) -> CoursePicture:
    """Make a picture of the last days and the first people."""
    return CoursePicture(
        DAYS[-days:],
        LABELS[-days:],
        tuple(Course(*PEOPLE[at], SCORES[at][-days:]) for at in range(people)),
    )


def friends(*told: tuple[str, str]) -> tuple[Friend, ...]:
    """Make people of the network."""
    return tuple(Friend(*one) for one in told)


MEANINGS = (
    "Knows everything that we are worried about, and comes when somebody rings.",
    "Knows some of it, and helps with everyday things.",
    "Does not know yet. The family will tell them when they are ready.",
)
FIFTEEN = NetworkPicture(
    ("Tilly",),
    (
        Ring(
            MEANINGS[0],
            friends(
                ("Nana Jean", "Kirsty's mam"),
                ("Grandad Bill", "Kirsty's dad"),
                ("Auntie Shell", "Kirsty's sister"),
                ("Meg", "Shell's daughter, 19, the best plaiter of hair"),
                ("Uncle Dale", "Kirsty's big brother"),
                ("Granny Mo", "Lewis's mam"),
                ("Steph", "Kirsty's best friend since they were four"),
            ),
        ),
        Ring(
            MEANINGS[1],
            friends(
                ("Auntie Lou", "Lewis's sister"),
                ("Gemma", "Lewis's girlfriend"),
                ("Great-Auntie Vi", "Jean's sister, who lives too far away to visit often"),
                ("Robbie", "Steph's husband, who fits locks for a living"),
                ("Sue next door", ""),
            ),
        ),
        Ring(
            MEANINGS[2],
            friends(
                ("Yusuf", "from the corner shop"), ("Joan", "the lollipop lady"), ("Miss Bell", "swimming teacher")
            ),
        ),
    ),
)
FEW = NetworkPicture(
    ("Mia", "Noah"),
    (
        Ring(MEANINGS[0], friends(("Grandad Ray", "Dean's dad"), ("Aunt Jo", "Lisa's sister"))),
        Ring(
            MEANINGS[1],
            friends(
                ("Mrs Bell", "neighbour"),
            ),
        ),
        Ring(MEANINGS[2], ()),
    ),
)


def relatives(*told: tuple[str, str, int]) -> tuple[Relative, ...]:
    """Make people of the family."""
    return tuple(Relative(*one) for one in told)


FIVE_CHILDREN = FamilyPicture(
    relatives(
        ("Keira", "12 years old", 2),
        ("Alfie", "9 years old", 2),
        ("Zosia", "6 years old", 2),
        ("Kuba", "3 years old", 2),
        ("Lena", "1 year old", 2),
        ("Reece", "14 years old", 2),
        ("Kelly", "mum", 1),
        ("Lee", "dad", 1),
        ("Tomek", "dad", 1),
        ("Babcia Halina", "Tomek's mum", 0),
        ("Auntie Gail", "Lee's sister", 1),
    ),
    ((6, 8, 0, 1, 2, 3, 4),),
    ((6, 0), (6, 1), (6, 2), (6, 3), (6, 4), (6, 5), (7, 0), (7, 1), (8, 2), (8, 3), (8, 4), (9, 8)),
)
THREE_HOMES = dataclasses.replace(FIVE_CHILDREN, homes=((6, 8, 2, 3, 4), (7, 0, 1), (9, 5)))
UNBORN = FamilyPicture(
    relatives(
        ("Bean", "due 12 October 2026", 2),
        ("Erin", "mum", 1),
        ("Callum", "dad", 1),
        ("Sheila", "Callum's mam", 0),
        ("Pat", "Erin's mam", 0),
    ),
    ((1, 2, 3),),
    ((1, 0), (2, 0), (3, 2), (4, 1)),
)
MIA_AND_NOAH = FamilyPicture(
    relatives(
        ("Mia", "6 years old", 2),
        ("Noah", "2 years old", 2),
        ("Lisa", "mum", 1),
        ("Dean", "dad", 1),
        ("Grandad Ray", "Dean's dad", 0),
    ),
    ((2, 0, 1), (3, 4)),
    ((2, 0), (2, 1), (3, 0), (3, 1), (4, 3)),
)


def figure(caption: str, picture: Picture) -> Figure:
    """Show a picture with a table beside it."""
    return Figure(own(caption), picture, f"{caption}, in words.", Table((), ("Who", "What"), ((own("Mia"), own("4")),)))


def pictures(*shown: tuple[str, Picture]) -> Document:
    """Make a document that shows pictures, each in a section of its own."""
    return dataclasses.replace(
        REPORT,
        title=own("Pictures"),
        sections=tuple(
            Section(f"picture-{at}", own(caption), (figure(caption, picture),))
            for at, (caption, picture) in enumerate(shown)
        ),
    )


ORDINARY = pictures(
    ("Numbers over four meetings", course(4, 6)),
    ("The people around Mia and Noah", FEW),
    ("Who lives with whom", MIA_AND_NOAH),
    ("Who waits for Bean", UNBORN),
)
CROWDS = pictures(
    ("Ten people and ten days", course(10, 10)),
    ("Fifteen people", FIFTEEN),
    ("Five children of several fathers", FIVE_CHILDREN),
    ("Five children in three homes", THREE_HOMES),
)
HOSTILE = pictures(
    (
        "The scale",
        ScalePicture(
            typed("All is well."), typed("Not well."), tuple(Mark(name, name, 7, 4.5, name) for name in HOSTILE_NAMES)
        ),
    ),
    (
        "The course",
        CoursePicture(
            DAYS[:3], ("Ann " * 30, "W" * 60, "8"), tuple(Course(name, name, (1, None, 10)) for name in HOSTILE_NAMES)
        ),
    ),
    (
        "The network",
        NetworkPicture(
            HOSTILE_NAMES,
            tuple(Ring(name, tuple(Friend(name, name) for name in HOSTILE_NAMES)) for name in HOSTILE_NAMES[:3]),
        ),
    ),
    (
        "The family",
        FamilyPicture(
            tuple(Relative(name, name, at % 3) for at, name in enumerate(HOSTILE_NAMES)),
            ((0, 1, 2), (3, 4, 5, 6), (1, 7)),
            tuple((at, at + 1) for at in range(9) if at % 3 < 2),
        ),
    ),
    (
        "The deadlines",
        TimelinePicture(
            DAYS[1],
            "Today " * 20,
            tuple(zip(DAYS[:3], ("Ann " * 30, "W" * 60, "8"), strict=True)),
            tuple(Span(name, name, DAYS[0], DAYS[1], DAYS[2], is_open=True) for name in HOSTILE_NAMES),
        ),
    ),
)
