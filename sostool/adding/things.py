"""What can be added to a case file by name: where each thing goes, and what is asked of it, in which words."""

from __future__ import annotations

from typing import NamedTuple

from sostool.case.model import (
    Answer,
    CoreGroup,
    Danger,
    ExistingSafety,
    GreyArea,
    MapItem,
    NextStep,
    PastHarm,
    Person,
    Rating,
    Rule,
    Seen,
    Shared,
    Voice,
)
from sostool.findings.finding import Path
from sostool.yamlfile.kinds import Kind
from sostool.yamlfile.parts import Part, PartKind


class Question(NamedTuple):
    """What is asked for one key, and what an empty answer says. Without a `needed` one there is nothing to add."""

    key: str
    words: str
    needed: bool = False
    empty: str = "not said"


class Thing(NamedTuple):
    """A kind of thing that can be added.

    `words` name it in a sentence. The questions are in the order in which people are asked; every other key of the part
    can be given by its option. `which` is the question that says into which part that is there it goes: at which child
    a visit is put down (`*` in the path), which step is done; it is no key of what is put in.
    """

    name: str
    words: str
    path: Path
    part: type[Part]
    questions: tuple[Question, ...]
    is_on_one_line: bool = False
    which: str = ""

    @property
    def needed(self) -> tuple[str, ...]:
        """The keys without which there is nothing to add."""
        return tuple(question.key for question in self.questions if question.needed)

    def kind_of(self, key: str) -> Kind:
        """Give what kind of value is asked for a key; of a part inside, who is named in it.

        Raises:
            KeyError: nothing of this kind has such a key.
        """
        if key == "children" and key == self.which:
            return NextStep.keys[key].kind
        kind = self.part.keys[key].kind
        return kind.part.keys["who"].kind if isinstance(kind, PartKind) else kind


_WORRIED, _WELL = ("map", "worried"), ("map", "working_well")
_SAID_BY = Question("said_by", "Who told us? If nobody here, where does it come from?")
_CHILDREN = Question("children", "Which children is it about?", empty="the family")

PERSON = Thing(
    "person",
    "a person",
    ("people",),
    Person,
    (
        Question("name", "The name, as the family says it", needed=True),
        Question("role", "What they are here", needed=True),
        Question("relation", "Who they are, in plain words (Lisa's sister)"),
    ),
)
VOICE = Thing(
    "voice",
    "somebody's own words",
    ("voices",),
    Voice,
    (
        Question("who", "Whose words are these?", needed=True),
        Question("date", "On which day did they say them?"),
        Question("how", "How were they asked? (three houses, a form, a talk, a drawing)"),
        Question("worries", "What do they worry about, word for word?"),
        Question("good_things", "What is good, word for word?"),
        Question("dreams", "What do they wish for, word for word?"),
        Question("words", "What else did they say, word for word?"),
        Question("written_by", "Who wrote the words down?"),
        Question("read_back", "Were the words read back to them? (yes or no)"),
        Question(
            "may_share",
            "Who may have these words, besides the chair, the practitioners and they themselves?",
            empty="nobody",
        ),
    ),
)
STEP = Thing(
    "step",
    "a next step",
    ("map", "needs_to_happen", "next_steps"),
    NextStep,
    (
        Question("what", "What will be done, so that anyone could see that it was?", needed=True),
        Question("who", "Who does it?"),
        Question("due", "By which day?"),
        Question("danger", "Which danger does it help with?"),
    ),
)
SEEN = Thing(
    "seen",
    "a time a child was seen",
    ("people", "*", "seen"),
    Seen,
    (
        Question("children", "Which child was seen?", needed=True),
        Question("date", "On which day?", needed=True),
        Question("who", "Who saw the child?"),
        Question("alone", "Was the child seen without a parent or carer there? (yes or no)"),
    ),
    is_on_one_line=True,
    which="children",
)
DONE = Thing(
    "done",
    "what came of a next step",
    STEP.path,
    NextStep,
    (
        Question("what", "Which step is done? Its first words will do", needed=True),
        Question("done", "On which day was it done?", needed=True),
        Question("result", "What came of it?"),
    ),
    which="what",
)
RULE = Thing(
    "rule",
    "a rule of the safety plan",
    ("safety_plan", "rules"),
    Rule,
    (
        Question("what", "What will people do, in the family's own words?", needed=True),
        Question("who", "Who does it?"),
        Question("when", "When is it used?"),
        Question("danger", "Which danger does it answer?"),
        Question("check", "Who looks whether it is kept?", empty="nobody yet"),
        Question("if_not", "What happens if it does not work?"),
        Question("review_on", "On which day will it be looked at again?"),
    ),
)
STRENGTH = Thing(
    "strength",
    "a strength",
    (*_WELL, "strengths"),
    MapItem,
    (
        Question("what", "What do people do that is good for the children?", needed=True),
        _CHILDREN,
        _SAID_BY,
    ),
)
PAST_HARM = Thing(
    "past-harm",
    "past harm",
    (*_WORRIED, "past_harm"),
    PastHarm,
    (
        Question("what", "What was done, to whom?", needed=True),
        Question("date", "When? A day, or 2026-02, or 2026"),
        _CHILDREN,
        _SAID_BY,
        Question("how_we_know", "How do we know?"),
    ),
)
DANGER = Thing(
    "danger",
    "a danger",
    ("dangers",),
    Danger,
    (
        Question("id", "A short id for it, such as drinking or hurting-lisa (never a full name)", needed=True),
        Question(
            "statement",
            "Who is worried, about what, and what could happen to which child, soon and later?",
            needed=True,
        ),
        Question("worried", "Who is worried?"),
        Question("children", "Which children could be hurt?"),
    ),
)
THINGS: dict[str, Thing] = {
    thing.name: thing
    for thing in (
        STEP,
        DONE,
        VOICE,
        SEEN,
        RULE,
        PERSON,
        Thing(
            "core-group",
            "a core group",
            ("core_groups",),
            CoreGroup,
            (
                Question("date", "On which day did it meet?", needed=True),
                Question("attended", "Who came?"),
                Question("what", "What was agreed?"),
            ),
        ),
        Thing(
            "answer",
            "an answer to a query",
            ("answers",),
            Answer,
            (
                Question("check", "The code of the check, such as DS104", needed=True),
                Question("at", "Where: the path that validate shows", needed=True),
                Question("reason", "What is the reason?", needed=True),
                Question("who", "Whose reason is it?"),
                Question("until", "Until which day does it hold? Then the query comes back"),
            ),
        ),
        STRENGTH,
        Thing(
            "existing-safety",
            "existing safety",
            (*_WELL, "existing_safety"),
            ExistingSafety,
            (
                Question("what", "What did somebody do that kept the children safe?", needed=True),
                Question("danger", "Which danger was there?"),
                Question("who", "Who did it?"),
                Question("dates", "When? A day, or 2026-02, or 2026"),
                Question("seen_by", "Who saw it? If nobody here, who else?"),
            ),
        ),
        PAST_HARM,
        Thing(
            "complicating",
            "something that makes it harder",
            (*_WORRIED, "complicating"),
            MapItem,
            (Question("what", "What makes the worries harder to deal with?", needed=True), _SAID_BY),
        ),
        Thing(
            "grey-area",
            "something we do not know yet",
            (*_WORRIED, "grey_areas"),
            GreyArea,
            (
                Question("what", "What do we not know yet?", needed=True),
                Question("who", "Who will find out?"),
                Question("due", "By which day?"),
            ),
        ),
        DANGER,
        Thing(
            "shared",
            "a document that was shared",
            ("shared",),
            Shared,
            (
                Question("document", "Which document?", needed=True),
                Question("with", "With whom?", needed=True),
                Question("date", "On which day?"),
                Question("how", "How? (read together at Jo's)"),
                Question("who", "Who shared it?"),
            ),
            is_on_one_line=True,
        ),
    )
}
RATING = Thing(
    "rating",
    "a number",
    ("ratings",),
    Rating,
    (
        Question("who", "Whose number is it?", needed=True),
        Question("date", "On which day was it given?", needed=True),
        Question("score", "The number, 0 to 10", needed=True),
        Question("given", "How was it given?"),
        Question("reason", "What makes it that number, in their words?"),
        Question("one_higher", "What would one higher look like, in their words?"),
    ),
    is_on_one_line=True,
)
