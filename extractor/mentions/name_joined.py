"""Names that hold an "and": "Grain and Cattle Board", "Roe and Doe" where it is always both."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from extractor.lexicon import terms
from extractor.mentions.places import find_place

_WORD = r"[A-Z][\w'-]*"
_BODY = (
    r"Authority|Commission|Agency|Ministry|Department|Association|Federation|Council|Committee|Institute|Bureau|Organi[sz]ation|Administration|Exchange|Foundation|Union|Chamber"
    r"|Board|Court|Tribunal|Forum|Guild|Office|Inspectorate|Society|Confederation|Museum|University|College|School|Regulator|Directorate|Service"
)
_FIRM = r"Corporation|Corp\.?|Company|Co\.?|Group|Holdings?|Industries|Inc\.?|Ltd\.?|Limited|plc|PLC|Bank|Trust|Fund|Services|Systems|Trading|Partners"
_NAME = re.compile(rf"(?<![\w,&-])(?<!, )(?P<left>(?:{_WORD} ){{1,4}})and (?P<right>(?:{_WORD} ){{1,3}}?)(?:(?P<body>{_BODY})(?: of {_WORD})?|(?P<firm>{_FIRM}))(?![\w-])")
# what "and" joins in names of firms, besides the trades that names end in
_DEALT_IN = frozenset(
    "agricultural air cattle coal coffee cocoa copper cotton dairy diamond diamonds drug drugs egg eggs fire fish flour fruit gas general gold grain gravel hemp ice iron land light livestock malt marine meat"
    " medicine milk mineral mortgage natural nickel ocean oil paint paper pepper pork potash poultry rice salt sand sea silk silver steam sugar tea technical telegraph telephone thrift tin"
    " tobacco trade vegetable wheat wine wines wire wood wool zinc".split()
)


@cache
def _trades() -> frozenset[str]:
    return _DEALT_IN | terms("entity_suffixes") | terms("commodities")


def joined(text: str, start: int) -> list[tuple[int, int]]:
    """Where names that hold an "and" stand, from a position on, in order."""
    if " and " not in text:
        return []
    listed = [match.span() for match in _MINISTRY.finditer(text, start)]
    others = {*_bodies(text, start), *_pairs(text, start), *_abbreviated(text, start)}
    return sorted({*listed, *(span for span in others if not any(first <= span[0] < last for first, last in listed))})


# "Ministry of Ships, Trade and Labour (MSTL)"
_MINISTRY = re.compile(rf"\b(?:Ministry|Department) (?:of|for) (?:the )?{_WORD}(?: {_WORD})?(?:, {_WORD}(?: {_WORD})?){{1,3}},? and {_WORD}(?: {_WORD})?(?: \([A-Z]{{2,6}}\))?")


_SHORTENED = re.compile(rf"(?<![\w&-])(?P<first>{_WORD}) (?:and|&) (?P<second>{_WORD})(?= \((?P<short>[A-Z] ?& ?[A-Z])\))")


def _abbreviated(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Two words whose initials stand behind them in brackets: "Roe and Doe (R&D)"."""
    for match in _SHORTENED.finditer(text, start) if "&" in text else ():
        if match["short"][0] == match["first"][0] and match["short"][-1] == match["second"][0]:
            yield match.span()


def _bodies(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Names whose last word says that they are one body or firm."""
    for match in _NAME.finditer(text, start):
        first = match.start()
        words = match["left"].split()
        # "the US Grain and Cattle Board", "Roe's Grain and Cattle Board"
        while len(words) > 1 and (find_place(words[0]) is not None and not match["firm"] or words[0].endswith("'s") or words[0] in ("The", "At", "In")):
            first += len(words.pop(0)) + 1
        if find_place(" ".join(words)) is not None or words[0].endswith("'s"):
            continue  # "Norway and European Commission"
        parts = (*words[-1:], *match["right"].split())
        if any(part.endswith(("-based", "-listed", "-owned")) for part in parts):
            continue  # "Acme and Oslo-based Globex Council"
        if match["firm"] and not all(word.casefold() in _trades() for word in parts):
            continue  # "Acme and Globex Group"
        yield first, match.end()


_PAIR = re.compile(rf"(?<![\w&-])(?P<first>{_WORD}) and (?P<second>{_WORD})(?<!'s)(?![\w-]| and\b)")
_IS_ONE = re.compile(r"(?:'s)? (?:has|is|was|makes|owns|runs|employs|expects|plans)\b")

_ARE = re.compile(r" (?:are|were|have|both)\b")


def _pairs(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Two words that are always named together, and of which the text says "has" or "is"."""
    found = list(_PAIR.finditer(text, start))
    times = Counter(one.group() for one in found)
    one_of = {one.group() for one in found if times[one.group()] > 1 and _IS_ONE.match(text, one.end())}
    for pair in sorted(one_of):
        first, _, second = pair.partition(" and ")
        if any(one.group() == pair and _ARE.match(text, one.end()) for one in found) or any(len(re.findall(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text[start:])) > times[pair] or find_place(word) is not None for word in (first, second)):
            one_of.discard(pair)
    yield from (one.span() for one in found if one.group() in one_of)
