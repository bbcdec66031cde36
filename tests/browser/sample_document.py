"""A document that holds every kind of block, about a made-up family."""

from __future__ import annotations

import datetime as dt

from sostool.report.blocks import (
    Columns,
    Document,
    Fact,
    Facts,
    Figure,
    Group,
    Item,
    Items,
    Mark,
    Note,
    OwnWords,
    PageBreak,
    Paragraphs,
    ScalePicture,
    Section,
    Space,
    Table,
    WordsGroup,
    own,
    typed,
)

WORDS = {
    "skip": "Skip to the report",
    "contents": "What is in here",
    "page": "page {page} of {pages}",
    "was": "was {score}",
}
NOT_DEAN = (*own("not in front of "), *typed("Dean"))

RATINGS = (
    Mark("Mia", "6 years old", 4, 3),
    Mark("Lisa", "mum", 5, 5),
    Mark("Dean", "dad", 8, 6),
    Mark("Grandad Ray", "Dean's dad", 6),
    Mark("Mr Cole", "class teacher", 4, 5.5),
    Mark("Priya Shah", "social worker", 3, 2),
    Mark("Aunt Jo", "Lisa's sister", None, None, "would not say"),
)


def fact(label: str, value: str) -> Fact:
    """Make a fact of typed text."""
    return Fact(label, typed(value))


SCALE = Figure(
    own("Where everybody stands on 17 March 2026"),
    ScalePicture(
        typed("Nobody at home is hit or scared, everyone can see that it will last, and we can close our work."),
        typed("Someone will be hurt if Dean comes home tonight."),
        RATINGS,
    ),
    "Mia says 4, before it was 3. Lisa says 5, as before. Dean says 8, before it was 6. Grandad Ray says 6. "
    "Mr Cole says 4, before it was 5.5. Priya Shah says 3, before it was 2. Aunt Jo would not say.",
    Table(
        own("The numbers, and why"),
        ("Who", "Number", "Why this number"),
        (
            (typed("Mia"), own("4"), typed("It is quiet now.")),
            (typed("Dean"), own("8"), typed("I went to Dad's when I got wound up.")),
            (typed("Aunt Jo"), own("would not say"), ()),
        ),
    ),
)

WORRIED = Group(
    own("What are we worried about?"),
    (
        Group(
            own("What has happened"),
            (
                Items(
                    (
                        Item(
                            "Police came to the flat on 21 February. Lisa had a cut lip.",
                            (fact("When", "21 February 2026"), fact("Said by", "Surrey Police, Priya Shah")),
                        ),
                        Item("Mia was on the stairs.", (fact("Said by", "Mia"),), (NOT_DEAN,)),
                    )
                ),
            ),
        ),
    ),
)
WELL = Group(own("What's working well?"), (Items((Item("Dean reads to both children at bedtime."),)),))
NEEDED = Group(own("What needs to happen?"), (Items((Item("Ray tells Priya every Friday."),)),))

MIA = OwnWords(
    (*typed("Mia"), *own(", in her own words")),
    (
        WordsGroup("Worries", ("I don't like it when Dad shouts.", "I hide on the stairs.")),
        WordsGroup("Dreams", ("Mum and Dad are friends\nand nobody shouts.",)),
    ),
    (fact("How", "Three Houses"),),
    (NOT_DEAN,),
)

SET = Group(
    own("Worry 1"),
    (
        Group(
            own("What we are worried will happen"),
            (
                Paragraphs("Dean could hurt Lisa again.\n\nDean says that it happened once.", tone="statement"),
                Facts((fact("Who is worried", "Priya Shah, Mr Cole"),), "quiet"),
            ),
            "danger",
        ),
        Group(own("What we want to see"), (Paragraphs("Dean is calm and kind at home.", tone="statement"),), "goal"),
        Group(own("How safe is it?"), (SCALE,), "scale"),
    ),
    "set",
    "worry-1",
)

REPORT = Document(
    kind="report",
    title=(*own("Report for the meeting: "), *typed("Mia and Noah")),
    subtitle=own("First child protection conference, 17 March 2026"),
    date=dt.date(2026, 3, 17),
    reference="EX-0042",
    reader_code="practitioners",
    reader_line=own("This copy is for practitioners."),
    fingerprint="7f3a91c2",
    stamps=("Draft",),
    language="en",
    direction="ltr",
    text_language="en",
    accent="#1d70b8",
    page="a4-portrait",
    sections=(
        Section(
            "cover",
            own("About this report"),
            (
                Facts((fact("Children", "Mia, Noah"), fact("Chair", "Ann Obi"))),
                Note(own("Read the tags before you speak."), "careful"),
                Note(own("This is a draft.")),
                Paragraphs("Police came to the flat:\n- Lisa was hurt\n- the children were at home", tone="lead"),
                Paragraphs("How to read this.", typed=False, tone="quiet"),
            ),
        ),
        Section("map", own("The map"), (Columns((WORRIED, WELL, NEEDED)),)),
        Section("voices", own("In their own words"), (MIA,)),
        Section("worries", own("Our worries"), (SET,)),
        Section("plan", own("Room to write"), (Space(3), PageBreak(), Paragraphs("After the break."))),
    ),
    footer=(own("If anything here is wrong, say so at the meeting."),),
    words=WORDS,
)
