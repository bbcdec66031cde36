"""What a profile file may say. Each file is built on another; what it does not say it takes from there."""

from __future__ import annotations

from typing import ClassVar

from sostool.profile.deadlines import DeclaredDeadline
from sostool.yamlfile import key
from sostool.yamlfile.parts import Part

COLUMNS = ("worried", "working_well", "needs_to_happen")
CATEGORIES = (
    "past_harm",
    "complicating",
    "grey_areas",
    "strengths",
    "existing_safety",
    "dangers",
    "goals",
    "next_steps",
)


class Source(Part):
    """Where something in this profile comes from."""

    short: ClassVar[str] = "what"

    what = key.text("The document or page.", "Briefing note on Signs of Safety and conferences, April 2018.")
    about = key.text("What was taken from it.", "Reports are shared before the conference.")


class Override(Part):
    """How one check is asked here."""

    check = key.matching(
        r"[A-Z]{2}\d{3}", "the code of a check", "Write a code such as DS102.", "The code of the check.", "DS102"
    )
    severity = key.choice("How much it weighs here; off: it is not asked.", "error", "query", "advice", "off")
    why = key.text("Why this authority asks it so.", "One overall scale is used here.")


class Retired(Part):
    """A term this authority has stopped using."""

    term = key.text("The term.", "Safer Surrey")
    instead = key.text("What is said instead.", "Signs of Safety")
    source = key.text("Who said so, and where.", "Director's message to staff.")


class Phrase(Part):
    """An entry of a word list: words for the same thing, what to say instead, and where the advice comes from."""

    short: ClassVar[str] = "say"

    say = key.texts(
        "The words or phrases, with commas between them, as they stand in text; … stands for up to five words.",
        ["no longer, not any more"],
    )
    instead = key.text("What to write instead.", "what will happen instead")
    source = key.text("Where the advice comes from.", "A council's how-to guide on danger statements.")


class WordList(Part):
    """A list of words that checks look for. `add` and `remove` change the list of the profile this one is built on."""

    name = key.text("Which list.", "stops")
    instead = key.text("What to write instead, for entries that say nothing of their own.", "what will happen instead")
    source = key.text("Where the list comes from, for entries that say nothing of their own.", "A council's guide.")
    add = key.parts(Phrase, "Entries to add.", ["no longer"])
    remove = key.texts("Entries to take out.", ["no longer"])


class Limits(Part):
    """Numbers that checks compare with."""

    statements_for_one_child = key.whole("How many danger statements one child may have before we ask.", 1, 20, 3)
    sentence_words = key.whole("How many words a sentence may have before we ask.", 5, 100, 30)
    reading_age = key.whole("What reading age a part of the file may ask for before we say so.", 7, 25, 12)
    ratings_apart = key.whole("How far apart numbers may lie before we ask why.", 1, 10, 4)
    rating_floor = key.whole("The number at or below which something has to happen at once.", 0, 10, 2)
    at_once_days = key.whole("Within how many days of the meeting a step is one that happens at once.", 0, 31, 7)
    review_rating_weeks = key.whole(
        "How many weeks before a review a number may be given for it, where the day of the last meeting is not known.",
        1,
        30,
        6,
    )
    young_person_from = key.whole("From what age a young person may get the report about themselves.", 0, 18, 12)
    seen_alone_from = key.whole("From what age a child is seen alone.", 0, 18, 3)
    network_people = key.whole("How many of family and friends should know the danger statements.", 0, 50, 2)
    shared_days = key.whole(
        "How many days before a conference each parent and carer has the danger statements and goals, where no "
        "deadline says it.",
        0,
        60,
        1,
    )
    shared_days_review = key.whole("The same before a review conference.", 0, 60, 1)
    quorum_agencies = key.whole("How many agencies a conference needs besides children's social care.", 0, 10, 2)
    worries_for_one_good = key.whole(
        "How many worries there may be for each entry of what works well before we ask.", 1, 20, 3
    )


class Helpline(Part):
    """A telephone line that helps, whoever's area it is."""

    name = key.text("What it is called.", "Childline")
    telephone = key.text("Its number.", "0800 1111")
    who_for = key.text("Who can ring it, and what about.", "for children and young people, about anything")


class Authority(Part):
    """The authority's names and numbers. Wordings name them as `{telephone}`; `name` is `{authority}` there."""

    name = key.text("The authority's name.", "Example County Council")
    service = key.text("What its service for children and families is called.", "Example Children's Services")
    telephone = key.text("The number to ring by day.", "01632 960000")
    out_of_hours = key.text("The number to ring in the evening, at night and at weekends.", "01632 960001")
    email = key.text("An e-mail address that somebody reads every working day.", "families@example.gov.uk")
    address = key.text("Where letters go.", "County Hall, Example Street, Exampleton EX1 2MP")
    complaints = key.text("How to complain about how somebody was treated.", "Ring 01632 960002, or write to us.")
    advocacy = key.text("Who helps a child or a parent to speak up.", "Example Advocacy, 01632 960003")
    website = key.text("The page for families.", "www.example.gov.uk/families")
    helplines = key.parts(
        Helpline,
        "Telephone lines that help; they take the place of those of the profile this one is built on.",
        [{"name": "Childline", "telephone": "0800 1111"}],
    )


class Priority(Part):
    """A theme of the authority's plan that a family's file may be marked with."""

    name = key.text("The mark that files use.", "neglect")
    title = key.text("The theme in words.", "Children who do not get the care they need")


class ProfileFile(Part):
    """An authority's profile. It is data only: it can change words, order, limits and lists, and run nothing."""

    sostool_profile = key.whole("The version of this file format: 1.", 1, 1, 1, required=True)
    title = key.text("The profile's name for people.", "Surrey, 2018")
    based_on = key.matching(
        "[a-z0-9][a-z0-9-]{0,39}",
        "the name of a profile",
        "`sostool profiles` lists them.",
        "The profile this one is built on.",
        "england",
    )
    sources = key.parts(Source, "Where the contents come from.", ["Briefing note on conferences, April 2018."])
    labels = key.words(
        "Words that documents use, by the keys of the label files.", {"map.worried": "What are we worried about?"}
    )
    columns = key.choices("The columns of the map, in the order used here.", *COLUMNS, example=list(COLUMNS))
    required = key.choices(
        "Which categories of the map have to be filled, or said to be none.", *CATEGORIES, example=list(CATEGORIES)
    )
    accent = key.matching(
        "#[0-9a-fA-F]{6}", "a colour", 'Write it like "#1d5c63".', "The one colour of the documents.", "#1d5c63"
    )
    halves = key.yes_no("Whether numbers such as 4.5 are used on scales.", example=False)
    recommendation = key.yes_no("Whether reports say what the author recommends.")
    escalation = key.yes_no(
        "Whether the chair has to act at once on a number at or below `rating_floor`: then a missing step is an error.",
        example=False,
    )
    limits = key.part(Limits, "Numbers that checks compare with.", {"statements_for_one_child": 3})
    words = key.parts(WordList, "Changes to the word lists.", [{"name": "stops", "add": ["no longer"]}])
    retired = key.parts(
        Retired, "Terms that are not used any more.", [{"term": "Safer Surrey", "instead": "Signs of Safety"}]
    )
    authority = key.part(Authority, "The authority's names and numbers.", {"telephone": "01632 960000"})
    priorities = key.parts(Priority, "The authority's themes.", [{"name": "neglect", "title": "Neglect"}])
    checks = key.parts(
        Override, "Checks that are asked in another way here.", [{"check": "DS102", "severity": "advice"}]
    )
    must_be_closed = key.texts("Codes of queries that have to be closed before a document is final.", ["NX101"])
    deadlines = key.parts(
        DeclaredDeadline,
        "What has to happen by when. One of the profile this one is built on is changed by naming its id.",
        [{"id": "first-core-group", "limit": 15}],
    )
    closing_days = key.days(
        "Working days on which the office is shut. They count when a day is planned, never for what is late.",
        ["2026-12-29", "2026-12-30"],
    )
