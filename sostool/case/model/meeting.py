"""The meeting: what kind, when, why, and who comes to which part of it."""

from __future__ import annotations

from sostool.case.model.marks import Marked
from sostool.yamlfile import key
from sostool.yamlfile.parts import Part

KINDS = (
    "mapping",
    "early-help",
    "strategy",
    "initial-conference",
    "review-conference",
    "pre-birth-conference",
    "transfer-conference",
    "core-group",
    "family-network",
)

# The fingerprint of a file that nobody knows: what a pseudonymised copy holds in its place.
NOT_KNOWN = "0000-0000-0000-0000"


class Attendance(Marked):
    """Who comes to which part of the meeting. Nobody listed: everyone together."""

    who = key.to("person", "Who this is about.", "lisa")
    part = key.choice(
        "Together with everyone, separately, or not invited.",
        "together",
        "separately",
        "not-invited",
        example="separately",
        mark=True,
    )
    with_ = key.to_some(
        "person", "Who comes with them: a supporter, an advocate, an interpreter.", ["jo"], name="with", mark=True
    )
    why = key.text(
        "Why they come separately or are not invited. Only the chair reads this.", "So that everyone can speak freely."
    )
    decided_by = key.to("person", "Who decided that; it is the chair's decision.", "ann")
    date = key.day("When that was decided.", "2026-03-12")
    time = key.text("When their part starts, if not with the meeting.", "11:00")
    place = key.text("Where their part is, if not with the meeting.", "Room 2")


class Transfer(Part):
    """The dates of a move from another authority. Authorities count from different ones, so each has its own key."""

    from_authority = key.text("The authority the family moved from.", "a neighbouring county")
    notified = key.day("When we were told of the move.", "2026-02-20")
    written_notice = key.day("When the other authority's written notice came.", "2026-02-23")
    information_received = key.day("When the papers came.", "2026-02-25")
    accepted = key.day("When the move was accepted.", "2026-02-26")


class Delay(Part):
    """Why something came later than it should, and who agreed."""

    what = key.text("Which date was missed, by the name of the deadline.", "first-conference")
    reason = key.text("Why.", "Dean's solicitor asked for two more days to read the report.")
    agreed_by = key.to_some("person", "Who agreed it.", ["ann"])


class Meeting(Marked):
    """The meeting this file was written for."""

    kind = key.choice("What kind of meeting this is.", *KINDS, example="initial-conference", required=True)
    date = key.day("The day of the meeting.", "2026-03-17", required=True)
    time = key.text("When it starts.", "10:00")
    place = key.text("Where it is.", "Room 2, the family centre")
    why = key.text(
        "Why we meet, in a few plain sentences that everyone may read.",
        "Police came to the flat on 21 February and found Lisa hurt.",
    )
    author = key.to("person", "Who wrote this file.", "priya")
    chair = key.to("person", "Who runs the meeting.", "ann")
    follows = key.text("The file of the meeting before this one, in the same folder.", "EX-0042-2026-03-17.yaml")
    followed_as = key.matching(
        "[0-9a-f]{4}(-[0-9a-f]{4}){3}",
        "a fingerprint",
        "`new-case --follows` writes it. Take it out if you do not have it.",
        "What the file of the meeting before said when this one was started from it, as a fingerprint. If it is "
        "changed after that, `validate` tells.",
        "9f86-d081-884c-7d65",
    )
    referral = key.day("When the family was referred; the assessment is counted from here.", "2026-02-22")
    assessment_finished = key.day("When the assessment was signed off.", "2026-03-13")
    strategy_discussion = key.day("The strategy discussion that started the enquiries.", "2026-02-25")
    last_conference = key.day("The day on which the last conference was held.", "2026-03-17")
    plan_started = key.day("The day of the conference at which the plan started.", "2026-03-17")
    invitations_sent = key.day("When the invitations went out.", "2026-03-06")
    report_to_chair = key.day("When the chair had the report.", "2026-03-12")
    transfer = key.part(Transfer, "The dates of a move from another authority.", {"notified": "2026-02-20"})
    attendance = key.parts(
        Attendance,
        "Who comes separately, or is not invited, and with whom.",
        [{"who": "dean", "part": "separately", "with": ["ray"]}],
    )
    delays = key.parts(
        Delay, "Why something came late.", [{"what": "first-review", "reason": "The interpreter was ill."}]
    )
    languages = key.texts("Languages other than English that will be spoken.", ["Polish"])
