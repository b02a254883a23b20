"""The currencies at home in an article: what "crowns", "pounds" or a bare "$" mean in it."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from extractor.mentions.currencies import is_dollar
from extractor.mentions.places import find_place
from extractor.mentions.types import EntityMention

# lands whose press writes its own dollar as a bare "$" at home
_DOLLAR_LANDS = {"AU": "AUD", "CA": "CAD", "HK": "HKD", "NZ": "NZD", "SG": "SGD"}
# what is said at home only: the stock exchange, the hour, the tax on a dividend
_AT_HOME = re.compile(r"\b(?:(?P<NZ>NZX|NZST|NZDT)|(?P<AU>ASX|AEST|AEDT|AWST|[Ff]ully[- ][Ff]ranked))\b")
# "KARACHI: The company", "SYDNEY, June 3 (AAP) - "
_DATELINE = re.compile(r"\s*([A-Z]{3,}(?: [A-Z]{2,}){0,2})(?=:|,| \(| -| —| –)")
# those whose prices are in American dollars
_AMERICAN_EXCHANGE = re.compile(r"\b(?:N[Aa][Ss][Dd][Aa][Qq]|NYSE|New York Stock Exchange|Wall Street)\b")
_LETTERS = {"AU": "A$", "NZ": "NZ$"}
# "A$", "HK$"; "US$" tells that a bare one is another
_MARKED_DOLLAR = re.compile(r"(?<!U)(?<!U\.)[A-Z]\.?\$")
# a dollar whose land is written out: the bare one of that article is the American (the style of AP)
_NAMED_DOLLAR = re.compile(r"\b(?:Australian|Canadian|Hong Kong|New Zealand|Singapore) dollars?\b")
_BARE_DOLLAR = re.compile(r"(?<![A-Z.])\$")
_OF_LETTER = {"A$": "AUD", "C$": "CAD", "HK$": "HKD", "NZ$": "NZD", "S$": "SGD"}
_LETTERED = re.compile(r"\b(?:A|C|HK|NZ|S)\$|\bU\.?S\.?\$")
# "R1.2bn", "1.2 billion rand": its cents are a rand's
_RAND = re.compile(r"R(?<=\bR) ?\d[\d.,]* ?(?:bn|m|mn|billion|million|trillion)\b|R(?<=\bR)\d+\.\d\d\b|(?<=illion) rand\b")
# "1.2 billion rand ($80 million)": dollars that only convert are none of the article's
_CONVERTED = re.compile(r"\([^()]*\$[^()]*\)")
# money of which a hundredth is a cent, beside the dollars
_WITH_CENTS = frozenset({"EUR", "ZAR"})


def home_currencies(mentions: Sequence[EntityMention], text: str) -> list[str]:
    """ISO codes of the currencies of the countries an article speaks of, the country named most first.

    A bare "$" is the US dollar in most of the press, whatever the country. A dollar of another land counts as at home
    where the article writes "US$" for that one, or speaks of that land and hardly any other, and marks no dollar by a
    letter. A cent is none of a euro or rand in an article that has dollars, but for those in brackets.
    """
    lands = Counter(
        one.referent.code[:2] for one in mentions if one.referent.type == "place" and one.referent.code is not None
    )
    if (filed := _DATELINE.match(text)) is not None and (place := find_place(filed[1].title())) is not None and place.code is not None:
        lands[place.code[:2]] += 1
    codes = [code for land, _ in lands.most_common() for code in _currencies(land)]
    own = _own_dollar(lands, text) or _of_cents(text) if "$" in text or "cent" in text else None
    if own is not None and own not in codes:
        codes.insert(0, own)  # the land itself may go without saying
    if "ZAR" not in codes and _RAND.search(text):
        codes.insert(0, "ZAR")
    codes = [*_named_once(text), *codes]
    in_dollars = "$" in text and "$" in _CONVERTED.sub("", text)
    return [code for code in codes if (code == own or "US$" in text if is_dollar(code) else code not in _WITH_CENTS or not in_dollars)]


# "the 1.5 billion Danish crown plant": its crowns are that land's from then on, whatever other lands it tells of
_NAMED_MONEY = re.compile(
    r"\b([A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:crowns?|kron[aeo]r?|pesos?|francs?|rupees?|dinars?|riyals?|rials?|shillings?|pounds?|lira)\b"
)


def _named_once(text: str) -> list[str]:
    """The currencies that the article names with their land, if it names one of each name only."""
    named = (find_place(match[1]) for match in _NAMED_MONEY.finditer(text))
    lands = {place.code for place in named if place is not None and place.type == "country" and place.code}
    return [code for land in sorted(lands) for code in _currencies(land)] if len(lands) == 1 else []


def _own_dollar(lands: Counter[str], text: str) -> str | None:
    """The dollar of the land that the article is at home in: named twice, and in three of four places or beside other
    lands of dollars only, and the USA nowhere.

    That of the stock exchange or the hour that it names, too, if it does not mark that one's dollars by a letter; and
    that which it marks at first only.
    """
    if not lands["US"] and (told_once := _marked_at_first(text)) is not None:
        return told_once
    told = {found.lastgroup for found in _AT_HOME.finditer(text)}
    if len(told) == 1 and not lands["US"]:
        land = next(iter(told)) or ""
        return None if _LETTERS[land] in text else _DOLLAR_LANDS[land]
    if not lands or lands["US"] or any(mark.search(text) for mark in (_MARKED_DOLLAR, _NAMED_DOLLAR, _AMERICAN_EXCHANGE)):
        return None
    land, times = lands.most_common(1)[0]
    return _DOLLAR_LANDS.get(land) if times > 1 and (times >= 0.75 * lands.total() or lands.keys() <= _DOLLAR_LANDS.keys()) else None


def _marked_at_first(text: str) -> str | None:
    """The dollar that an article marks by its letter where it first stands, and then goes on without: "A$614m … $38m … $1.42"."""
    marked = list(_LETTERED.finditer(text))
    marks = {found.group() for found in marked}
    if len(marks) != 1 or not marks <= _OF_LETTER.keys() or _CONVERTED.search(text):
        return None
    bare = [found.start() for found in _BARE_DOLLAR.finditer(text)]
    return _OF_LETTER[marks.pop()] if bare and marked[0].start() < bare[0] and len(bare) >= 2 * len(marked) else None


def _of_cents(text: str) -> str | None:
    """The dollar that an article marks by a letter and that its cents are of: "A$1.3 billion, and a dividend of 23 cents"."""
    if _BARE_DOLLAR.search(text):
        return None
    (most, _), *others = Counter(_LETTERED.findall(text)).most_common() or [("", 0)]
    return _OF_LETTER.get(most) if all(mark.startswith("U") for mark, _ in others) else None


@cache
def _currencies(land: str) -> tuple[str, ...]:
    from babel.numbers import get_territory_currencies

    # a fixed day: what is legal tender must not hang on when the program runs
    return tuple(str(code) for code in get_territory_currencies(land, start_date=dt.date(2024, 1, 1)))
