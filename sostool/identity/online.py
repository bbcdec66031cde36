"""E-mail addresses, pages and names on social networks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sostool.identity.digits import Run
from sostool.identity.later import Later
from sostool.identity.sign import EMAIL, WEBSITE, Sign

_DOMAIN = Later(r"\s?([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})")
_MAILBOX = Later(r"[\w.+%'-]{1,64}\Z")
_WAYS_TO_WRITE_AT = ("@", "(at)", "[at]")
_LONGEST_MAILBOX = 64
_HANDLE = Later(r"(?<![\w@.])@[A-Za-z_][\w.]{2,29}")
_PAGE = Later(r"(?<!\w)(?:https?://|www\.)[^\s<>\"“”]{3,300}", re.IGNORECASE)
_NETWORKS = (
    "facebook", "instagram", "insta", "snapchat", "snap", "tiktok", "tik tok", "twitter", "telegram", "discord",
    "whatsapp", "kik", "roblox", "xbox", "psn", "playstation", "youtube", "onlyfans", "linkedin", "vinted", "fortnite",
)  # fmt: skip
_NETWORK = "|".join(_NETWORKS)
_PROFILE = Later(
    rf"(?<![\w.])(?:[a-z]{{1,3}}\.)?(?:{_NETWORK}|t|fb|x)\.(?:com|me|gg|tv|net)/[\w./@?=&%-]{{2,100}}", re.IGNORECASE
)
# A name on a network is told from a word by a figure or a line in it.
_CALLED = Later(
    rf"(?<!\w)(?:{_NETWORK})(?:\W{{1,3}}(?:name|names|account|user|username|handle|profile|id|tag|is|was|as|called|under"
    r"|she|he|they|uses|goes|by)){0,5}\W{1,3}([A-Za-z][\w.]{0,29}[\d_][\w.]{0,29})",
    re.IGNORECASE,
)
_NEAR_A_NETWORK = Later(_NETWORK, re.IGNORECASE)
_PLACES = frozenset("home school work mums dads nans court church college nursery uni".split())
_TO_ITS_END = Later(r"\w*")
_CALLED_REACH = 70
_DOMAINS = (".com", ".me", ".gg", ".tv", ".net", ".COM")
_LONGEST_NETWORK = 25
_AT_THE_END = ".,;:!?)]}'’"


def emails(text: str) -> Iterator[Sign]:
    """Give the e-mail addresses of a text, also with (at) for @."""
    for way in _WAYS_TO_WRITE_AT:
        at = text.find(way)
        while at >= 0:
            before = at - (text[at - 1 : at].isspace() and way != "@")
            domain = _DOMAIN.match(text, at + len(way))
            if domain and domain[1].rpartition(".")[2].isalpha() and (way != "@" or not domain[0][0].isspace()):
                mailbox = _MAILBOX.search(text[max(0, before - _LONGEST_MAILBOX) : before])
                if mailbox and (own := mailbox[0].lstrip("'.-")):
                    yield Sign(EMAIL, before - len(own), domain.end())
            at = text.find(way, at + 1)


def websites(text: str, figures: Sequence[Run]) -> Iterator[Sign]:
    """Give the pages and the names on social networks of a text."""
    if "@" in text:
        for handle in _HANDLE.finditer(text):
            name = handle[0].rstrip(".")
            if name[1:].lower() not in _PLACES:
                yield Sign(WEBSITE, handle.start(), handle.start() + len(name))
    if "://" in text or "www." in text or "WWW." in text or "Www." in text:
        for page in _PAGE.finditer(text):
            yield Sign(WEBSITE, page.start(), page.start() + len(page[0].rstrip(_AT_THE_END)))
    slash = text.find("/")
    while slash >= 0:
        if text.endswith(_DOMAINS, 0, slash) and (
            profile := _PROFILE.search(text, max(0, slash - _LONGEST_NETWORK), slash + 100)
        ):
            yield Sign(WEBSITE, profile.start(), profile.start() + len(profile[0].rstrip(_AT_THE_END)))
        slash = text.find("/", slash + 1)
    yield from _names_on_networks(text, figures)


def _names_on_networks(text: str, figures: Sequence[Run]) -> Iterator[Sign]:
    marks = [
        start for start, _ in figures if text[start - 1 : start].isalpha() or text[start - 1 : start] in ("_", ".")
    ]
    mark = text.find("_")
    while mark >= 0:
        marks.append(mark)
        mark = text.find("_", mark + 1)
    reached = 0
    for at in sorted(marks):
        if at < reached:
            continue
        reached = _TO_ITS_END.match(text, at).end()  # type: ignore[union-attr]  # it matches anywhere
        before = max(0, at - _CALLED_REACH)
        if not _NEAR_A_NETWORK.search(text, before, at):
            continue
        for called in _CALLED.finditer(text, before, at + 40):
            yield Sign(WEBSITE, called.start(1), called.start(1) + len(called[1].rstrip(".")))
            reached = max(reached, called.end())
