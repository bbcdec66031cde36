"""Whose account a text retells: who stands before a verb of telling, or after words such as “according to”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from typing import NamedTuple

from sostool.case.model import Case, Person
from sostool.identity.folding import folded

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[.!?;:\n]+")
_ENDS = re.compile(r"[.!?;:\n]")
_TITLES = frozenset("mr mrs ms miss dr doctor sir mx the and of her his our my de la van von".split())
_SHE = frozenset(
    "mum mummy mam mom mother mothers sister daughter girl aunt auntie aunty nan nana gran granny grandma grandmother "
    "stepmum stepmother wife girlfriend niece mrs ms miss".split()
)
_HE = frozenset(
    "dad daddy father brother son boy uncle grandad grandpa grandfather stepdad stepfather husband boyfriend nephew "
    "mr".split()
)
_MOTHER = frozenset(("mum", "mummy", "mam", "mom", "mother"))
_FATHER = frozenset(("dad", "daddy", "father"))
_CHILDREN = frozenset(("child", "children", "daughter", "daughters", "son", "sons", "siblings", "girls", "boys"))
# What somebody has told, as a thing that is theirs.
_ACCOUNTS = frozenset(
    "statement disclosure disclosures allegation allegations account version drawing drawings".split()
)
# Said between a name and what that person said.
_BETWEEN = frozenset(
    "has had have also then later once already often always herself himself themselves both all just first still again "
    "recently openly bravely quietly since now sometimes finally clearly today yesterday who who's it very really own "
    "first written video police".split()
)
_LISTING = frozenset(
    ("and", "mr", "mrs", "ms", "miss", "dr", "aunt", "auntie", "uncle", "grandad", "grandma", "nan", "both")
)
_SMALL = frozenset("the a an her his their little young both what mum's dad's".split())
# Nobody has said anything yet.
_ONLY_IF = frozenset(("if", "until", "unless", "should", "whenever", "before"))
_MAY_BE_TO_COME = frozenset(("when", "once"))
# Said to somebody, and no account of anything.
_NO_ACCOUNT = frozenset("goodbye hello sorry thank thanks yes no goodnight good night please off card".split())
_TALES = frozenset(("story", "stories", "joke", "jokes", "lies"))
# What somebody tells is told to whoever is named next.
_TELLS = frozenset(("told", "tells", "asked", "answered"))
_AS_FAR_BACK = 40


class Word(NamedTuple):
    """A word of a text as it is compared, from where to where it stands there, and whether it ends a sentence."""

    plain: str
    start: int
    end: int
    is_end: bool
    is_capital: bool


class People:
    """Who can be meant by which word: names, parts of names, and what a family calls each other."""

    def __init__(self, case: Case) -> None:
        self._by_word: dict[str, set[str]] = {}
        self._gender: dict[str, str] = {}
        self._children: set[str] = set()
        self.sought: frozenset[str] = frozenset()
        self.feared = ""
        for person in case.people.values():
            self._take(person)

    def seeking(self, sought: frozenset[str], feared: str) -> People:
        """Give the same people, to look for the accounts of some of them that must not reach another one."""
        same = copy(self)
        same.sought, same.feared = sought, feared
        return same

    def meant_by(self, word: str) -> set[str]:
        """Give the ids of those whom a word can mean; none where it names nobody."""
        return self._by_word.get(word, set())

    def is_sought(self, word: str) -> bool:
        """Tell whether a word means one of those whose account must not show, and nobody else.

        “The children” told it where one of them did.
        """
        meant = self.meant_by(word)
        return bool(meant & self.sought) if word in _CHILDREN else bool(meant) and meant <= self.sought

    def is_a_child(self, word: str) -> bool:
        """Tell whether a word can mean a child of the file."""
        return not self._children.isdisjoint(self.meant_by(word))

    def could_be(self, id_: str, pronoun: str) -> bool:
        """Tell whether somebody can be meant by she or he."""
        return self._gender.get(id_, "") in ("", pronoun)

    def _take(self, person: Person) -> None:
        names = {_bare(word.plain) for word in words_of(person.name) if word.plain not in _TITLES}
        kin = {_bare(word.plain) for word in words_of(f"{person.name} {person.relation}")}
        she, he = kin & _SHE, kin & _HE
        if bool(she) != bool(he):
            self._gender[person.id] = "she" if she else "he"
        called: set[str] = set()
        if person.role == "child":
            called = set(_CHILDREN)
            self._children.add(person.id)
        elif person.role == "parent":
            called = next((set(words) for words in (_MOTHER, _FATHER) if kin & words), set())
        for word in names | called:
            self._by_word.setdefault(word, set()).add(person.id)


def words_of(text: str) -> list[Word]:
    """Take a text apart into words and ends of sentences."""
    found = []
    for match in _WORD.finditer(text):
        written = match.group()
        is_end = _ENDS.match(written) is not None
        found.append(Word(folded(written), match.start(), match.end(), is_end, written[:1].isupper()))
    return found


def tells(words: list[Word], at: int, after: int, people: People) -> bool:
    """Tell whether somebody whose account must not show is the one who tells something.

    Args:
        words: the words of a text.
        at: the first word of what says that somebody tells.
        after: the first word behind it.
        people: who can be meant.
    """
    if _is_no_account(words, at, after, people):
        return False
    subject = _before(words, at, _BETWEEN)
    if subject < 0:
        return False
    plain = words[subject].plain
    if plain == "and":
        first = next((word for word in _sentence_before(words, subject) if people.meant_by(_bare(word.plain))), None)
        return first is not None and people.is_sought(_bare(first.plain))
    if plain in ("she", "he"):
        is_sought = _stands_for_one_sought(words, subject, plain, people)
    else:
        is_theirs = plain.endswith(("'s", "'"))
        if is_theirs and words[at].plain not in _ACCOUNTS:
            return False
        is_sought = _names_one_sought(words, subject, people)
    return is_sought and not _is_only_condition(words, subject, at)


def is_told_by(words: list[Word], after: int, people: People) -> bool:
    """Tell whether the name behind words such as “according to” is that of somebody whose account must not show."""
    for word in words[after : after + 3]:
        if people.is_sought(_bare(word.plain)):
            return True
        if word.plain not in _SMALL and not people.meant_by(_bare(word.plain)):
            return False
    return False


def names_in_list(words: list[Word], at: int, people: People) -> bool:
    """Tell whether one of those named just before a place is somebody whose account must not show."""
    place, listed = _before(words, at, _BETWEEN), False
    while place >= 0 and not words[place].is_end:
        word = words[place]
        bare = _bare(word.plain)
        if bare in _CHILDREN and listed:
            return False
        listed = True
        if people.is_sought(bare):
            return True
        if not (people.meant_by(bare) or bare in _LISTING or word.is_capital):
            return False
        place -= 1
    return False


def is_anothers(words: list[Word], at: int, people: People) -> bool:
    """Tell whether what stands at a place is said of somebody else: “Mr Cole thinks” is not what a child thinks."""
    subject = _before(words, at, _BETWEEN)
    meant = people.meant_by(_bare(words[subject].plain)) if subject >= 0 else set()
    return bool(meant) and meant.isdisjoint(people.sought)


def _before(words: list[Word], at: int, skipped: frozenset[str]) -> int:
    place = at - 1
    while place >= 0 and words[place].plain in skipped:
        place -= 1
    return -1 if place < 0 or words[place].is_end else place


def _sentence_before(words: list[Word], place: int) -> Iterator[Word]:
    start = place
    while start > max(0, place - _AS_FAR_BACK) and not words[start - 1].is_end:
        start -= 1
    return iter(words[start:place])


def _is_only_condition(words: list[Word], subject: int, at: int) -> bool:
    before = words[subject - 1].plain if subject > 0 else ""
    return before in _ONLY_IF or (before in _MAY_BE_TO_COME and words[at].plain in ("says", "tells"))


def _is_no_account(words: list[Word], at: int, after: int, people: People) -> bool:
    """Tell whether it was said to the feared person, or is no more than a greeting, a story or an order."""
    behind = [word.plain for word in words[after : after + 5]]
    whom = behind[1:2] if behind[:1] == ["to"] else behind[:1]
    is_said_to = behind[:1] == ["to"] or words[at].plain in _TELLS
    if is_said_to and whom and (whom[0] in ("him", "off") or people.feared in people.meant_by(_bare(whom[0]))):
        return True
    if not _NO_ACCOUNT.isdisjoint(behind[:2]) or not _TALES.isdisjoint(behind):
        return True
    return words[at].plain in _TELLS and "to" in behind[1:3]


def _names_one_sought(words: list[Word], at: int, people: People) -> bool:
    """Tell whether a word names somebody sought; “Lisa's mum” is not the mum of the children."""
    bare = _bare(words[at].plain)
    before = words[at - 1].plain if at else ""
    if bare in _MOTHER | _FATHER and before.endswith("'s") and not people.is_a_child(_bare(before)):
        return False
    return people.is_sought(bare)


def _stands_for_one_sought(words: list[Word], at: int, pronoun: str, people: People) -> bool:
    named: set[str] = set()
    for word in words[max(0, at - _AS_FAR_BACK) : at]:
        if _bare(word.plain) not in _CHILDREN:
            named |= people.meant_by(_bare(word.plain))
    could_be = {id_ for id_ in named if people.could_be(id_, pronoun)}
    return bool(could_be) and could_be <= people.sought


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("'")
