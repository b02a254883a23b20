"""What is told of the world outside business: votes, wars, hearings. News of all sorts speaks of it in the words of business.

A party wins a 42 percent share, an army enters a country, a general launches an offensive: none is a claim.
"""

from __future__ import annotations

import bisect
import re
from functools import cache

from extractor.claims.draft import Draft
from extractor.lexicon import any_of, terms
from extractor.mentions.types import EntityMention
from extractor.reading import Reading, Sentence

# what parties, armies and courts are said to have that only firms have
_OF_FIRMS = frozenset({"units_sold", "revenue", "production", "market_share", "stake", "users", "capacity", "orders", "sites", "margin", "jobs"})
_NOT_OF_PERSONS = frozenset({"price", "market_share", "margin", "capacity"})
_VOTES = re.compile(r"\bvot(?:e[sd]?|ers?|ing)\b|\bballots?\b|\belectorate\b|\bturnout\b|\bpolling\b|\b(?:presidential|parliamentary|general|local|regional) elections?\b")
_OF_MARKET = re.compile(r"\bmarket|\bsales\b|\bvoting (?:rights|stock|shares)\b")
_EXCHANGE_TURNOVER = re.compile(
    r"\b[Tt]urnover (?:on|at|across|of) (?:the )?(?:[\w&-]+ ){0,4}?(?:[Ee]xchange|[Bb]ourse|[Bb]oard|[Mm]arket|[Ii]ndex)\b"
    r"|\b(?:[Mm]arket|[Tt]rading|[Dd]aily) turnover\b|\b[Tt]urnover (?:was|totalled|totaled|stood at|came to|reached) [^.;]{3,40}\bshares\b"
)
_BUSINESS = re.compile(
    r"\b(?:compan(?:y|ies)|firms?|groups?|makers?|\w+makers?|manufacturers?|factor(?:y|ies)|plants?|contracts?|orders?|sales|sells?|sold|shares|customers?|deliver\w*|suppl\w+"
    r"|Inc|Corp|Ltd|plc|AG|SA|GmbH|products?|service)\b"
)


def is_business(reading: Reading, draft: Draft) -> bool:
    """False for a draft that takes a matter of politics, law or war for one of business."""
    if draft.kind in ("person", "quote"):
        return True  # those who may be the employer of a title see to it themselves
    sentence = _sentence_at(reading, draft.start)
    if draft.kind in ("date", "market", "deal"):
        return not _warlike(sentence, draft)
    predicate = draft.predicate
    if predicate in _OF_FIRMS and (is_power(draft.subject) or _at_war(sentence)):
        return False
    if draft.subject.referent.type == "person" and predicate in _NOT_OF_PERSONS:
        return False
    if predicate == "market_share":
        return not (_VOTES.search(sentence.text) and not _OF_MARKET.search(sentence.text))
    return not (predicate == "revenue" and "urnover" in sentence.text and _EXCHANGE_TURNOVER.search(sentence.text))


def _sentence_at(reading: Reading, position: int) -> Sentence:
    sentences = reading.sentences
    return sentences[max(0, bisect.bisect_right(sentences, position, key=lambda one: one.start) - 1)]


@cache
def _power() -> re.Pattern[str]:
    return re.compile(r"(?<!salvation )\b" + any_of(terms("powers")) + r"(?: (?:of|for|in)\b.*)?$")


def is_power(mention: EntityMention) -> bool:
    """True for a body that governs, judges or fights, by the last word of its name: "High Court of Norland", "Third Army"."""
    return _power().search(mention.referent.name.casefold()) is not None


def _warlike(sentence: Sentence, draft: Draft) -> bool:
    """True for an event of war or politics: of an army or party, of an offensive or a siege, or told among soldiers."""
    if draft.predicate not in ("approved", "signed", "filed", "appointed", "departed") and is_power(draft.subject):
        return True
    if draft.kind == "market":
        if draft.rule.startswith("<company> attack") and "market" not in sentence.text:
            return True
    elif draft.object is not None and _is_unbusiness(draft.object.text):
        return True
    return _at_war(sentence)


def _is_unbusiness(thing: str) -> bool:
    words = thing.casefold().split()
    return bool(words) and (words[-1] in (events := terms("unbusiness_events")) or words[-1].removesuffix("s") in events) and "price" not in words


@cache
def _war() -> re.Pattern[str]:
    return re.compile(r"\b" + any_of(terms("war_words")) + r"\b", re.IGNORECASE)


def _at_war(sentence: Sentence) -> bool:
    """True for a sentence with two words of war and none of business: makers of arms are firms too."""
    return len({one.group().casefold() for one in _war().finditer(sentence.text)}) > 1 and not _BUSINESS.search(sentence.text)
