"""Titles: the words of an office ("senior vice president of sales"), and the predicate of who holds it.

The vocabulary is data: `lexicons/offices.tsv` (heads, with their predicate) and `office_modifiers.txt`.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.late import late
from extractor.lexicon import Phrases, any_of, rows, terms
from extractor.mentions.name_votes import PORTFOLIOS

_HEADS = {row[0]: row[1] for row in rows("offices")}
MODIFIER = r"(?:" + any_of(terms("office_modifiers")) + r"[ -]){0,6}"
OFFICE = any_of(_HEADS)
ONE = rf"\b{MODIFIER}{OFFICE}"
# one title or several, to be closed by the user with `REST` or without, and a bracket
TITLE = (
    rf"(?P<former>\b(?:former|ex|one-time|outgoing|erstwhile|previous|then)[ -])?(?P<incoming>(?:incoming|designate|future)[ -])?"
    rf"(?P<role>{ONE}(?:(?:, | and |, and | & |/)(?:the |its |an? )?(?:former )?{ONE}){{0,4}}"
)
# what a company may be called that no office is over a part of
_SERVICES = frozenset({"app", "site", "website", "platform", "network", "service", "union", "association", "agency"})
# what ends a title: the verb of whoever bears it
SAYING = "said|says|added|adds|told|explained|warned|insisted|argued|wrote|noted"
# what the office is over: "of investor relations", "for the northern region"
REST = (
    r"(?: (?:of|for|in charge of) (?!rival |the (?:[\w-]+ ){0,2}?" + any_of(terms("entity_descriptions") | _SERVICES) + r"\b|(?:[a-z]+ ){1,4}(?:years?|months|decades?)\b)(?:(?:the|its|their|his|her) )?(?:(?-i:[A-Z])[a-z]+(?:an|ish|ese|ch) )?(?!(?:its|the|their)\b)(?-i:[a-z])[\w&-]*"
    r"(?: (?!(?:from|effective|on|in|at|to|with|" + SAYING + r"|who|after|before|since|until|when|while|as|last|next|this|was|is|has|had|will|became|becomes|joined|joins|left|took|takes|succeeding|replacing|reporting|responsible|overseeing|where|which|that|but|by|under|following|amid|because|if|whose|would|could|may)\b)(?-i:[a-z])[\w&-]*){0,4})?"
)
# the same before a name in capitals, of which it is no part: "Director (Marketing) Jane Roe", "director (sales and marketing) Jane Roe", "Minister for Trade and Industry Jane Roe"
BEFORE_NAME = rf"(?:{REST}|,? \(?(?:(?:of|for|in charge of) (?:the )?)?(?-i:{PORTFOLIOS})\)?| \((?:[\w&/-]+,? ){{0,4}}[a-z][\w&/-]+\))"
# whether a text can hold a title at all
_any_office = re.compile(OFFICE, re.IGNORECASE).search
_RANK = ("analyst", "spokesperson", "official", "executive", "chair", "founder", "owner", "employee")
_HEAD_AT_END = re.compile(r"(?:(?<=\s)|(?<=-)|^)" + OFFICE + r"$", re.IGNORECASE)
APART = re.compile(r", and |, | and | & |/", re.IGNORECASE)
_OVER = re.compile(r" (?:of|for|in charge of) (?!the board\b|staff\b)", re.IGNORECASE)


# "vice-president (sales and marketing)", "chief executive-designate"
_IN_BRACKETS = re.compile(r" \([^)]*\)$|[ -](?:elect|designate)$", re.IGNORECASE)
_IN_CAPITALS = late(rf",? \(?(?:(?:of|for) (?:the )?)?{PORTFOLIOS}\)?$")


def title_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of something that holds a title. It is long, and compiled when a text has an office in it."""
    return late(source, flags, _any_office)


WHOLE_TITLE = title_pattern(TITLE + REST + ")", re.IGNORECASE)


@cache
def heads() -> Phrases:
    """The heads of titles, to look whether a stretch can hold one at all."""
    return Phrases([*_HEADS, *(f"{head}s" for head in _HEADS)])


@cache
def predicate_of(role: str) -> str:
    """The predicate of who holds an office; of several offices, the one first in rank of naming.

    >>> predicate_of("chief economist"), predicate_of("executive chairman"), predicate_of("chairman and chief executive")
    ('analyst', 'chair', 'executive')
    """
    found = set()
    for one in APART.split(_IN_CAPITALS.sub("", _IN_BRACKETS.sub("", role))):
        head = _HEAD_AT_END.search(_OVER.split(one)[0].strip())
        if head is not None:
            found.add(_HEADS[re.sub(r"\s+", " ", head.group().casefold())])
    return next((predicate for predicate in _RANK if predicate in found), "other")


def offices(role: str) -> list[str]:
    """The titles to claim one by one: to have founded or to own a company, a seat on its board and an office are each one; two offices are one."""
    founder = re.fullmatch(r"((?:co-?)?(?:founder|owner))(?: and | & |, |/)(.+)|(.+?)(?: and | & |, |/)((?:co-?)?(?:founder|owner))", role, re.IGNORECASE)
    if founder:
        return [re.sub(r"^(?:the|its|an?) ", "", one) for one in founder.groups() if one]
    match = re.fullmatch(r"((?:executive |non-executive )?chair\w*)(?: and |, )(.+)", role, re.IGNORECASE)
    if match and " and " not in match.group(2) and "," not in match.group(2):
        return [match.group(1), match.group(2)]
    return [role]
