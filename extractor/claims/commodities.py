"""Prices of goods that are dealt in: how far they moved and where they stand ("Brent crude fell 40 cents, or 0.7%, to $57.12 a barrel").

The goods are nobody's, so they are told by their name and by what stands between that and each amount: nothing but how
the price moved, amounts told before, and words that join them, as with indices.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.claims.cues import Cue
from extractor.claims.draft import named
from extractor.claims.indices import told_between
from extractor.lexicon import any_of, terms
from extractor.mentions.types import EntityMention, QuantityMention
from extractor.reading import Sentence

_REACH = 110
_MOST = 500_000  # what no barrel, ounce or tonne costs in any currency
# what such a price is for, behind the name or the amount
_PER = re.compile(r"\s*(?:U\.?S\.? )?(?:a|an|per|/) ?(?:troy )?(?:barrel|bbl|ounce|oz|tonne|ton|metric ton|bushel|pound|lb|gallon|litre|liter|kilo|kilogram|MWh|kWh|kilowatt[ -]hour|mmBtu|million British thermal units)\b")
_TO_PRICE = re.compile(r"\b(?:to|at|around|near|below|above|under|over|from)(?: (?:about|around|just|nearly|almost|over|under|above|below|as (?:low|high) as|an? [\w-]+(?:[- ][\w-]+){0,2} (?:low|high)(?: (?:of|below|above|under|over))?))* $")
# "the price of oil", "oil company", "gold medal": only a bare name is the subject of its price
_OTHERWISE = re.compile(r"\b(?:in|of|for|on|from|than|by|(?<!, )with|into|to|against|its|their|some|more|much|less|million|billion|tonnes|tons|ounces|barrels|bags) (?:the |its )?$")
# "a barrel of crude closed at $51"
_A_MEASURE_OF = re.compile(r"\b[Aa] (?:barrel|ounce|tonne|ton|bushel|pound|gallon|litre|liter|kilo) of $")
# "the average price of petrol reached a peak of 159p a litre", "Brent was about $70 a barrel"
_PRICE_OF = re.compile(r"\b(?:[Pp]rices?|cost) of (?:an? (?:barrel|litre|liter|ounce|tonne|ton) of )?$")
_STANDS_AT = re.compile(
    r"(?: (?:now|currently|still|typically|was|were|is|are|had been|has been|costs?|stands?|stood|reached|hit|touched|fetch(?:es|ed)|trad(?:es|ed|ing)|sells?|sold|peaked))+"
    r"(?: (?:at|for))?(?: (?:an?|the) (?:[\w-]+ ){0,3}(?:peak|high|low|record|average) of)?(?: (?:about|around|nearly|almost|just|over|under|some|roughly|more than|less than))* "
)
# "stockpiles of crude and petrol": what is up is not their price
_STOCKED = re.compile(r"\b(?:stockpiles?|stocks|inventor(?:y|ies)|suppl(?:y|ies)|demand|output|production|exports|imports|sales|reserves) (?:of|for) [^,;.]{0,30}$", re.IGNORECASE)
_FUTURES = r"(?: (?:prices?|futures|contracts?))?(?: for (?:\w+ )?(?:delivery|settlement)(?: in \w+)?)?"


@cache
def _names() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w$€£-])(?P<name>{any_of(terms('commodities'))}){_FUTURES}(?![\w-])", re.IGNORECASE)


@cache
def _words() -> frozenset[str]:
    return frozenset(name.split()[-1] for name in terms("commodities"))


def commodity_at(sentence: Sentence, mention: QuantityMention) -> tuple[EntityMention, Cue] | None:
    """The goods whose price an amount is of, and the words that tell its move (sign) or its level (sign 0)."""
    quantity = mention.quantity
    if quantity.unit_type not in ("currency", "percent") or sentence.words.isdisjoint(_words()):
        return None
    if quantity.unit_type == "currency" and (quantity.high or quantity.low or 0) > _MOST:
        return None  # "higher oil prices added $600m to its costs"
    found = None
    for match in _names().finditer(sentence.text, max(0, mention.start - sentence.start - _REACH), mention.start - sentence.start):
        found = match
    if found is None:
        return None
    measured = _A_MEASURE_OF.search(sentence.text[: found.start()]) is not None  # "a litre of petrol costs 159p"
    per = quantity.unit_type == "currency" and (measured or _PER.match(sentence.between(mention.end, sentence.end)) is not None)
    stands = per and _STANDS_AT.fullmatch(sentence.text, found.end(), mention.start - sentence.start) is not None
    before = (_PRICE_OF if stands and not measured else _A_MEASURE_OF).sub("", sentence.text[: found.start()])
    if _OTHERWISE.search(before) or _STOCKED.search(sentence.text[: found.start()]):
        return None
    start, end = sentence.start + found.start(), sentence.start + found.end()
    sign = 0 if stands else told_between(sentence, mention, end)
    level = stands or quantity.unit_type == "currency" and _TO_PRICE.search(sentence.between(end, mention.start)) is not None
    if sign is None or not level and not sign or level and not (sign or per):
        return None
    name = found["name"]
    entity = sentence.entity_at(sentence.token(start))
    if entity is not None and entity.referent.type in ("organization", "person") and (entity.start < start or entity.end > start + len(name)):
        return None  # "Gold Fields rose 3 percent"
    return named(name, start, start + len(name), "product"), Cue(start, end, found.group(), "price", sign=0 if level else sign)
