"""One made-up family at one meeting, as plain data in the shape of a case file."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from bench import words
from sostool.dates.counting import last_open_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

_CATEGORIES = (
    ("worried", "past_harm", 2, words.PAST_HARM),
    ("worried", "complicating", 2, words.COMPLICATING),
    ("worried", "grey_areas", 2, words.GREY_AREAS),
    ("working_well", "strengths", 3, words.STRENGTHS),
    ("working_well", "existing_safety", 2, words.SAFETY),
    ("needs_to_happen", "next_steps", 4, words.NEXT_STEPS),
)

_DAYS_BEFORE_A_REVIEW = {"last_conference": 150, "plan_started": 240, "invitations_sent": 35}

# So that the printer has something to do.
_A_QUERY_IN_EVERY = 10


class Family:
    """The names of one family and the day of its meeting; each method makes one part of its case file.

    Args:
        dice: decides everything, so that the same seed makes the same family.
        number: the family's number; its reference is made from it.
    """

    def __init__(self, dice: Random, number: int) -> None:
        self.dice = dice
        self.number = number
        self.meeting = last_open_day(dt.date(2026, 1, 5) + dt.timedelta(days=dice.randrange(300))).day
        child, other = dice.sample(words.CHILDREN, 2)
        lists = {
            "mum": words.MUMS,
            "dad": words.DADS,
            "nan": words.FAMILY,
            "worker": words.WORKERS,
            "teacher": words.TEACHERS,
            "friend": words.FRIENDS,
            "chair": words.CHAIRS,
        }
        self.names = {"child": child, "other": other} | {role: dice.choice(names) for role, names in lists.items()}
        self.impacts = dice.sample(words.IMPACT, 2)
        self.ids = {
            role: name.split()[-1 if role in ("nan", "teacher") else 0].lower() for role, name in self.names.items()
        }

    def case(self) -> dict[str, Any]:
        """Give the whole case file."""
        return {
            "sostool": 1,
            "reference": f"EX-{self.number:05}",
            "profile": "surrey-2018",
            "meeting": self._meeting(),
            "people": self._people(),
            "map": self._map(),
            "dangers": self._dangers(),
            "voices": self._voices(),
            "safety_plan": self._plan(),
            "shared": [self._shared(parent) for parent in ("mum", "dad")],
        }

    def _say(self, sentences: Sequence[str]) -> str:
        return self.dice.choice(sentences).format(**self.names)

    def _say_several(self, sentences: Sequence[str], number: int) -> list[str]:
        picked = self.dice.sample(sentences, min(number, len(sentences)))
        picked += [self.dice.choice(sentences) for _ in range(number - len(picked))]
        return [sentence.format(**self.names) for sentence in picked]

    def _before(self, most: int) -> dt.date:
        return self.meeting - dt.timedelta(days=self.dice.randrange(1, most))

    def _after(self, most: int) -> dt.date:
        return self.meeting + dt.timedelta(days=self.dice.randrange(1, most))

    def _meeting(self) -> dict[str, Any]:
        kind = self.dice.choice(("initial-conference", "review-conference"))
        days = {"strategy_discussion": 21} if kind == "initial-conference" else _DAYS_BEFORE_A_REVIEW
        return {
            "kind": kind,
            "date": self.meeting,
            **{name: self.meeting - dt.timedelta(days=before) for name, before in days.items()},
            "author": self.ids["worker"],
            "chair": self.ids["chair"],
            "why": self._say(words.WHY),
        }

    def _people(self) -> dict[str, Any]:
        ids, names = self.ids, self.names
        both = [ids["child"], ids["other"]]
        seen = [{"date": self._before(30), "who": ids["worker"], "alone": True}]
        older, younger = (
            self.meeting - dt.timedelta(days=self.dice.randrange(*days)) for days in ((2000, 5000), (200, 1500))
        )
        return {
            ids["child"]: {
                "name": names["child"],
                "role": "child",
                "born": older,
                "lives_with": [ids["mum"]],
                "seen": seen,
            },
            ids["other"]: {
                "name": names["other"],
                "role": "child",
                "born": younger,
                "lives_with": [ids["mum"]],
                "seen": seen,
            },
            ids["mum"]: {"name": names["mum"], "role": "parent", "relation": "the children's mum", "parent_of": both},
            ids["dad"]: {"name": names["dad"], "role": "parent", "relation": "the children's dad", "parent_of": both},
            ids["nan"]: {
                "name": names["nan"],
                "role": "network",
                "ring": "inner",
                "knows_about": ["first", "second"],
                "will": "Comes when somebody rings.",
            },
            ids["friend"]: {"name": names["friend"], "role": "network", "knows_about": ["first", "second"]},
            ids["worker"]: {"name": names["worker"], "role": "social-worker", "agency": "Children's Services"},
            ids["teacher"]: {"name": names["teacher"], "role": "practitioner", "agency": "a primary school"},
            ids["chair"]: {"name": names["chair"], "role": "chair", "agency": "Safeguarding Unit"},
        }

    def _map(self) -> dict[str, Any]:
        columns: dict[str, Any] = {}
        for column, category, number, sentences in _CATEGORIES:
            items = [
                self._item(category, index, text) for index, text in enumerate(self._say_several(sentences, number))
            ]
            columns.setdefault(column, {})[category] = items
        return columns

    def _item(self, category: str, index: int, text: str) -> dict[str, Any]:
        ids = self.ids
        item: dict[str, Any] = {"what": text}
        match category:
            case "past_harm":
                who = self.dice.choice(("child", "other"))
                impact = self.impacts[index].format(who=self.names[who])
                item = {
                    "id": f"harm-{index}",
                    **item,
                    "date": self._before(200),
                    "same_for_all": True,
                }
                item |= {
                    "impact": [{"child": ids[who], "what": impact}],
                    "said_by": [ids["worker"]],
                    "how_we_know": "recorded",
                }
            case "grey_areas":
                item |= {"who": [ids["worker"]], "due": self._after(30)}
            case "existing_safety":
                item |= {
                    "danger": ("first", "second")[index],
                    "who": [ids["dad"], ids["nan"]],
                    "dates": [self._before(60)],
                    "seen_by": [ids["nan"]],
                }
            case "next_steps":
                item |= {
                    "who": [ids["worker"], ids["mum"]],
                    "due": self._after(60),
                    "danger": ("first", "second")[index % 2],
                }
                if index == 0 and self.number % _A_QUERY_IN_EVERY == _A_QUERY_IN_EVERY - 1:
                    del item["due"]
            case _:
                item |= {"said_by": [ids[self.dice.choice(("teacher", "worker", "nan"))]]}
        return item

    def _dangers(self) -> list[dict[str, Any]]:
        statements = self._say_several(words.STATEMENTS, 2)
        return [
            self._danger("first", statements[0], ("child", "mum", "dad", "worker")),
            self._danger("second", statements[1], ("mum", "worker")),
        ]

    def _danger(self, id_: str, statement: str, raters: tuple[str, ...]) -> dict[str, Any]:
        ids = self.ids
        return {
            "id": id_,
            "statement": statement,
            "worried": [ids["worker"], ids["teacher"]],
            "children": [ids["child"], ids["other"]],
            "rests_on": ["harm-0"],
            "goal": {
                "statement": self._say(words.GOALS),
                "who_does": [ids["dad"], ids["mum"]],
                "who_sees": [ids["worker"]],
                "how_long": "6 months",
            },
            "scale": {
                "ten": self._say(words.TENS),
                "zero": self._say(words.ZEROS),
                "differences": self._say(words.DIFFERENCES),
                "ratings": [self._rating(ids[rater]) for rater in raters],
            },
        }

    def _rating(self, who: str) -> dict[str, Any]:
        # What a child says is not for all, so nobody else says the same.
        is_childs = who in (self.ids["child"], self.ids["other"])
        reason = self._say(words.CHILDS_REASONS if is_childs else words.REASONS)
        higher = self._say(words.CHILDS_HIGHER if is_childs else words.HIGHER)
        return {
            "who": who,
            "date": self._before(14),
            "score": self.dice.randrange(1, 10),
            "reason": reason,
            "one_higher": higher,
        }

    def _voices(self) -> list[dict[str, Any]]:
        voices: list[dict[str, Any]] = []
        worries, good_things = self.dice.sample(words.WORRIES, 2), self.dice.sample(words.GOOD_THINGS, 2)
        *dreams, dads_dream = self.dice.sample(words.DREAMS, 3)
        for index, (role, how) in enumerate((("child", "three-houses"), ("mum", "my-views-sheet"))):
            own_words = {
                "worries": [worries[index]],
                "good_things": [good_things[index]],
                "dreams": [dreams[index]],
            }
            asked = {"written_by": self.ids["worker"], "read_back": True, "may_share": [self.ids["mum"]]}
            voices.append({"who": self.ids[role], "date": self._before(14), "how": how, **own_words, **asked})
        voices.append({"who": self.ids["dad"], "date": self._before(14), "words": [dads_dream]})
        voices.append(
            {
                "who": self.ids["other"],
                "date": self._before(14),
                "how": "observed",
                "observed": self._say(words.OBSERVED),
            }
        )
        return voices

    def _shared(self, parent: str) -> dict[str, Any]:
        day = self.meeting - dt.timedelta(days=15 + self.dice.randrange(6))
        return {
            "document": "report",
            "with": self.ids[parent],
            "date": day,
            "how": "read together",
            "who": self.ids["worker"],
        }

    def _plan(self) -> dict[str, Any]:
        ids = self.ids
        bottom_line = {"id": "always", "what": self._say(words.BOTTOM_LINES), "danger": "first"}
        rules = [
            {
                "what": rule,
                "who": [ids["dad"], ids["nan"]],
                "when": "somebody is angry or wants a drink",
                "meets": ["always"],
                "check": {"who": [ids["worker"]], "how": self._say(words.CHECKS)},
                "review_on": self._after(60),
            }
            for rule in self._say_several(words.RULES, 1)
        ]
        return {"kind": "immediate", "bottom_lines": [bottom_line], "rules": rules}
