"""Guess from an English sentence whether anything happens in it, or whether things only stop.

It walks over the words once. What stands in a condition (“when he is angry”) or belongs to nobody (“nobody
shouts”) does not count; one thing that somebody does or will do is enough. It would rather believe that
something happens than tell a worker wrongly that nothing does.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|[,;:–—]")
_INSTEAD = re.compile(r"\binstead\b", re.IGNORECASE)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_JOINS = _words(", ; : – — and but then or so")
_CONDITIONS = _words("when whenever if unless while although that which who whom whose where what how why")
# These start a condition or name a time: “until he is sober”, “until Sunday”.
_TIMES = _words("until till before after since once")
_NOBODY = _words("nobody nothing none neither no no-one")
_SUBJECTS = _words(
    "they we i you everyone everybody all both each children kids boys girls parents grandparents family brothers "
    "sisters"
)
_ADVERBS = _words("all both always also each then only still usually now soon first together often sometimes just")
_WILL = _words("will shall can must should")
_NEGATED = _words("wont dont doesnt cant isnt arent cannot")
_BEFORE_TO = _words(
    "going has have needs need wants want agrees agree agreed promises promise promised gets get able is are learns"
)
_IS = _words("is are feels feel has have")
_IS_NOT_WELL = _words(
    "no without free hit hurt harmed scared frightened afraid shouted left alone drunk angry exposed there been"
)
_SHARES_ITS_NOT = _words("not never no longer more")
_NOT_A_VERB_AFTER = _words(
    "the a an his her their my our your no any some more of in at for to with from by on two three four five ten"
)
_LETS = _words("let lets make makes see sees hear hears help helps")
# What people do that others can see: as they do it, and as she does it.
_THEY_DO = _words(
    "answer ask bake begin breathe bring brush build call carry catch check choose clean collect come cook count "
    "cuddle draw drive eat fetch fill find finish fix follow give go greet hand hear help hold hug join keep "
    "knock know laugh learn leave listen live look make meet mend notice open pack pay phone pick plan play "
    "practise pull put read relax ride ring run see send set share show sing sit sleep smile speak spend stand "
    "start stay step stick swap take talk teach tell text think try turn use visit wait wake walk wash watch wear "
    "work write"
)


def _as_she_does(word: str) -> str:
    if word.endswith(("try", "carry")):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("ch", "sh", "o", "x")) else f"{word}s"


_SHE_DOES = frozenset(map(_as_she_does, _THEY_DO))


def something_happens(sentence: str, stops: re.Pattern[str]) -> bool:
    """Tell whether somebody does something in a sentence.

    Args:
        sentence: one sentence, with straight apostrophes.
        stops: finds the words that say that something stops.
    """
    return bool(_INSTEAD.search(sentence)) or _Walk(sentence, stops).finds_something()


class _Walk:
    """One way through the words of a sentence."""

    def __init__(self, sentence: str, stops: re.Pattern[str]) -> None:
        self.sentence = sentence
        self.stops = stops
        self.tokens = list(_TOKEN.finditer(sentence))
        self.words = [token.group().lower() for token in self.tokens]
        self.goes_on_after_a_stop = False

    def finds_something(self) -> bool:
        conditions, nobody = 0, False
        for index, word in enumerate(self.words):
            if word in _JOINS:
                conditions, nobody = 0, False
            elif word in _CONDITIONS or (word in _TIMES and self.starts_a_condition(index)):
                conditions += 1
            elif word in _NOBODY:
                nobody = True
            elif (happens := self.happens(index)) is not None:
                if happens and not conditions and not nobody:
                    return True
                conditions, nobody = max(0, conditions - 1), False
        return False

    def happens(self, index: int) -> bool | None:
        """Tell whether something happens at a word; None if it is no verb."""
        word, following = self.words[index], self.word(index + 1)
        if word in _NEGATED or word.endswith("n't"):
            return False
        if word in _WILL or word.endswith("'ll"):
            return self.is_done(index + 1)
        if word in _BEFORE_TO and following == "to":
            return self.is_done(index + 2)
        if word in _BEFORE_TO and following in ("not", "never"):
            return False
        if word in _IS:
            return self.is_done(index + 1, state=True)
        if word in ("do", "does"):
            return None if self.word(index - 1) in _SHARES_ITS_NOT else self.is_done(index + 1)
        if word in _SHE_DOES:
            return None if self.is_noun(index) else True
        return True if word in _THEY_DO and self.is_what_they_do(index) else None

    def is_done(self, index: int, *, state: bool = False) -> bool:
        """Tell whether what comes after “will”, “needs to” or “is” is more than a stop."""
        while self.word(index) in _ADVERBS:
            index += 1
        word = self.word(index)
        if not word or word in _JOINS:
            return False
        if found := self.stops.match(self.sentence, self.tokens[index].start()):
            # “will stop shouting and start …”, but not “will not shout and leave …”
            self.goes_on_after_a_stop = _SHARES_ITS_NOT.isdisjoint(found.group().lower().split())
            return False
        if word in ("be", "have", "feel") or (state and word in _ADVERBS):
            return self.word(index + 1) not in _IS_NOT_WELL and not self.stops.match(
                self.sentence, self.tokens[min(index + 1, len(self.tokens) - 1)].start()
            )
        return not (state and (word in _IS_NOT_WELL or word.endswith("ed")))

    def is_noun(self, index: int) -> bool:
        before = self.word(index - 1)
        return before in _NOT_A_VERB_AFTER or before in _THEY_DO or before in _SHE_DOES or before.endswith("'s")

    def is_what_they_do(self, index: int) -> bool:
        before = self.word(index - 1)
        if not _LETS.isdisjoint(self.words[max(0, index - 4) : index]):
            return False
        if before in _SUBJECTS or before in _ADVERBS:
            return True
        if before in _JOINS:
            return self.goes_on_after_a_stop
        # “Mia and Noah sleep”
        return self.is_somebody(index - 1) and self.word(index - 2) in ("and", ",")

    def starts_a_condition(self, index: int) -> bool:
        looks_after = self.word(index - 1).startswith("look")
        return self.is_somebody(index + 1) and not looks_after

    def is_somebody(self, index: int) -> bool:
        word = self.tokens[index].group() if 0 <= index < len(self.tokens) else ""
        return word[:1].isupper() or word in _SUBJECTS or word in ("he", "she", "it")

    def word(self, index: int) -> str:
        return self.words[index] if 0 <= index < len(self.words) else ""
