"""Indices of stock exchanges: how far they moved and where they stand ("The FTSE 100 closed 12 points, or 0.2%, higher at 7,404").

An index is no company and its levels are bare numbers, so it is looked for by its name and by what stands between that
and each amount: nothing but how it moved, amounts told before, and words that join them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Literal

from extractor.claims.cues import Cue
from extractor.claims.draft import named
from extractor.lexicon import any_of, rows, terms, verb_forms
from extractor.mentions.types import EntityMention, QuantityMention
from extractor.reading import Sentence

_REACH = 140
# what an amount told before is read as
_AMOUNT = " # "
_WORD = re.compile(r"[\w'’-]+|[^\w\s,]")
_UP = frozenset({"up", "higher", "ahead", "firmer", "stronger", "better"})
_DOWN = frozenset({"down", "lower", "off", "weaker", "softer", "easier", "adrift"})
_STATES = frozenset(
    "is was were are been be being closed closing ended ending finished finishing opened opening settled stood stands trading traded started began remained left"
    " close end finish open settle trade stand hovering hovered sitting sat".split()
)
_JOINS = frozenset(
    "# has have had also then later now still again both already earlier initially briefly just only by about around nearly almost roughly more than over as much some a an"
    " the its further another modest to at or and of which that points point index average benchmark composite industrial share stock market blue-chip equity exchange barometer"
    " gauge day session week month trading morning afternoon midday early late in on record high low new today yesterday flat little changed unchanged fresh level from"
    " with it for below above under near around".split()
)
# an index that is only where a company is listed, or what it is set against: "the biggest faller on the FTSE 100, down 3%"
_ONLY_WHERE = re.compile(r"\b(?:on|in|of|for|across|to|from|than|by|against|within|behind|beat|beating|outperform\w*|tracks?|tracking|versus|joined|joins?|leave|left|entering) (?:the |London's |a )?(?:[a-z-]+ )?$")
_AND = re.compile(r",? (?:and )?(?:the )?|,")
# what is said of an index or goods by the way: "Brent crude, the European benchmark, fell"
_ASIDE = re.compile(r", (?:which|made up|home|whose|the|an?|its|[A-Z][a-z]+'s|used|seen|considered) [^,;#]{2,80},|\([^)]{1,30}\)| in [A-Z][a-z]+\b")
_PERCENT_TOO = re.compile(r",? (?:or |\()?(?:about |nearly |some )?[\d.]+ ?(?:%|percent|per cent)")
_TO_LEVEL = re.compile(r"(?: at| to|,) (?:(?:about|around|just|nearly|over|a) )*$")
_AFTER = re.compile(r"(?:,? or (?:[\w.]+ )?[\d.,]+ ?(?:%|percent|per cent|points))?,? (?P<how>higher|lower|up|down|ahead|off|firmer|weaker|better|easier)\b")


# one that no list names: "the OBX stock index"
_ANY = re.compile(r"(?<![\w-])(?:(?!The\b)[A-Z][\w&-]* ){1,3}(?:(?:composite|benchmark|blue-chip) )?(?:all-share|stock|share|equity|stock market|stock exchange) index(?![\w-])")


@cache
def _names() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{any_of(terms('stock_indices'))})(?![\w-])", re.IGNORECASE)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(re.split(r"[\s&/-]", name.casefold())[0] for name in terms("stock_indices")) | {"s&p"}


@cache
def _moves() -> dict[str, Literal[-1, 1]]:
    """Every form of the verbs of moving, and the words for where it stands after, with their sign."""
    table: dict[str, Literal[-1, 1]] = dict.fromkeys(_UP, 1)
    table.update(dict.fromkeys(_DOWN, -1))
    for phrase, sign in rows("share_moves"):
        for form in verb_forms(phrase.partition(" ")[0]):
            table.setdefault(form, 1 if sign == "+" else -1)
    return table


def index_at(sentence: Sentence, mention: QuantityMention) -> tuple[EntityMention, Cue] | None:
    """The index that an amount is of, and the words that tell its move (sign) or its level (sign 0)."""
    other = "index" in sentence.words
    if not other and sentence.words.isdisjoint(_first_words()) or mention.quantity.unit_type not in ("count", "percent") or mention.quantity.unit not in (None, "point", "percent"):
        return None
    reach = max(0, mention.start - sentence.start - _REACH), mention.start - sentence.start
    indices = list(_names().finditer(sentence.text, *reach)) or (list(_ANY.finditer(sentence.text, *reach)) if other else [])
    index = _its_own(sentence, mention, indices) if indices else None
    if index is None or _ONLY_WHERE.search(sentence.text[: index.start()]) or index.group() == "Dow" and not sentence.text[: index.start()].casefold().endswith("the "):
        return None
    start, end = sentence.start + index.start(), sentence.start + index.end()
    sign = _told(sentence, mention, sentence.start + indices[-1].end())
    if sign is None or sign and mention.quantity.unit == "point" and _is_in_percent_too(sentence, mention, end):
        return None
    return named(index.group(), start, end), Cue(start, end, index.group(), "share_price", verb=True, sign=sign)


def _its_own(sentence: Sentence, mention: QuantityMention, indices: list[re.Match[str]]) -> re.Match[str]:
    """The last of the indices told before an amount, or that whose share of "respectively" it is."""
    named_together = [indices[-1]]
    for one in reversed(indices[:-1]):
        if not _AND.fullmatch(sentence.text, one.end(), named_together[0].start()):
            break
        named_together.insert(0, one)
    amounts = [one for one in sentence.quantities if one.start >= sentence.start + indices[-1].end()]
    shared_out = len(named_together) > 1 and len(amounts) == len(named_together) and "respectively" in sentence.words
    return named_together[amounts.index(mention)] if shared_out else indices[-1]


def _is_in_percent_too(sentence: Sentence, mention: QuantityMention, end: int) -> bool:
    """True for a move in points that is told in percent beside it: "12 points, or 0.2%", "fell 1.2%, losing 411 points"."""
    before = any(end < one.start < mention.start and one.quantity.unit_type == "percent" for one in sentence.quantities)
    return before or _PERCENT_TOO.match(sentence.between(mention.end, sentence.end)) is not None


def _told(sentence: Sentence, mention: QuantityMention, end: int) -> Literal[-1, 0, 1] | None:
    """Which way an index moved by an amount, 0 for its level, if the words between say no more than that."""
    sign = told_between(sentence, mention, end)
    if sign is None:
        return None
    words = _WORD.findall(_without_amounts(sentence, end, mention.start))
    if mention.quantity.unit_type == "count" and _TO_LEVEL.search(sentence.between(end, mention.start)) and words and words != ["#"]:
        return 0
    return (sign or None) if mention.quantity.unit is not None else None


def told_between(sentence: Sentence, mention: QuantityMention, end: int) -> Literal[-1, 0, 1] | None:
    """Which way what is named up to a position moved by an amount, 0 where no word tells; None if the words between say more than that."""
    gap = _ASIDE.sub(" ", _without_amounts(sentence, end, mention.start))
    if ";" in gap or ":" in gap:
        return None
    words = [word.casefold() for word in _WORD.findall(gap)]
    moves = _moves()
    if any(word not in _JOINS and word not in _STATES and word not in moves and not word.endswith(("ly", "-year", "-month", "-week", "-day")) for word in words):
        return None
    sign: Literal[-1, 0, 1] = next((moves[word] for word in reversed(words) if word in moves), 0)
    after = _AFTER.match(sentence.between(mention.end, sentence.end))
    if after is not None and not sign:
        sign = 1 if after["how"] in _UP else -1
    return sign


def _without_amounts(sentence: Sentence, start: int, end: int) -> str:
    """The words between two positions with a sign for each amount."""
    text, last = "", start
    for one in sentence.quantities:
        if start <= one.start and one.end <= end:
            text += sentence.between(last, one.start) + _AMOUNT
            last = one.end
    return text + sentence.between(last, end)


def in_points(mention: QuantityMention) -> QuantityMention:
    """The bare number of an index in points: "closed at 7,404"."""
    if mention.quantity.unit is not None:
        return mention
    return replace(mention, quantity=mention.quantity.model_copy(update={"unit": "point"}))
