"""A company's own year: when it ends, its quarters, and the stretch of it that "the quarter" speaks of.

Read off the whole text at once: what one sentence dates ("the second quarter ended September 30") others lean on.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from extractor.mentions.timex import (
    DAY,
    MONTH,
    ORDINAL,
    YEAR,
    Context,
    Found,
    Match,
    Rule,
    a_half,
    a_quarter,
    ending,
    month_number,
    month_span,
    number,
    ordinal,
    rule,
)  # fmt: skip
from extractor.mentions.timex_cues import Places
from extractor.mentions.timex_parts import RULES as PARTS
from extractor.mentions.types import Dating
from extractor.record import Period

_YEAR_ENDED = re.compile(
    rf"year (?<=\byear )(?:ended|ending|to|through)(?: in| on)? (?:the end of )?(?:{DAY} )?(?P<month>{MONTH})(?: {DAY}(?!\d))?"
    rf"(?:,? (?P<year>{YEAR}))?"
)
# where the financial year has a month of its own: by what the text counts in, or speaks of
_OF_COUNTRY = (
    (3, re.compile(r"\b(?:crores?|lakhs?)\b")),
    (6, re.compile(r"\bAustralia|\bA\$\d|\bASX\b")),
)
_TO_DATE = next(rule for rule in PARTS if rule.name == "the <period> to <month> <day>")
_QUARTER_ENDED = re.compile(r"[Qq]uarter\b[^.\n]{0,25} (?:end|to )")
_WHICH_QUARTER = re.compile(rf"\b(?P<nth>{ORDINAL})[ -](?:fiscal[ -])?quarter", re.IGNORECASE)


def fiscal_year(text: str, quarters: dict[int, Found], dating: Dating | None) -> tuple[int, int] | None:
    """The month in which the company's year ends, and the year of the one it is in, where the article says so."""
    if dating is None:
        return None
    match = _YEAR_ENDED.search(text)
    if match is not None:
        month = month_number(match["month"])
    elif quarters:
        nth, found = next(iter(quarters.items()))
        assert found.interval is not None and found.interval[1] is not None
        month = (found.interval[1].month + 3 * (4 - nth) - 1) % 12 + 1
    elif (of_country := next((month for month, cue in _OF_COUNTRY if cue.search(text)), None)) is not None:
        month = of_country
    else:
        return None
    at = dating.best
    return month, at.year if at.month <= month else at.year + 1


def own_quarters(text: str, places: Places, dating: Dating | None) -> dict[int, Found]:
    """The quarters of a company's own year that an article dates: "its third quarter ended January 31"."""
    found: dict[int, Found] = {}
    stretches = places.of(_TO_DATE.cue, _TO_DATE.core) if _QUARTER_ENDED.search(text) else []
    for match in (match for start, end in stretches for match in _TO_DATE.pattern.finditer(text, start, end)):
        named = _WHICH_QUARTER.search(match.group())
        made = _TO_DATE.production(match, Context(dating)) if named else None
        end = made.interval[1] if made is not None and made.interval is not None else None
        if named is None or made is None or end is None:
            continue
        quarter = ordinal(named["nth"])
        if month_span(end.year, end.month)[1] != end or end.month != 3 * quarter:  # no quarter of the calendar
            found.setdefault(quarter, made)
    return found


# ---------------------------------------------------------------- what was told of


def months_of(period: Period) -> int:
    """How many months a period is long: 3 for a quarter, 0 where it is none of those that results are of."""
    if period.grain in ("quarter", "half"):
        return 3 if period.grain == "quarter" else 6
    if period.grain != "span" or period.start is None or period.end is None or period.start.day != 1:
        return 0
    return (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1


def _told_of(match: Match, context: Context) -> Found | None:
    """ "in the quarter", "for the six months": the last of its length that the text told of, else that is over."""
    unit = (match["unit"] or "months").casefold()
    months = 3 if unit == "quarter" else 6 if unit.startswith("half") else number(match["n"]) if match["n"] else 0
    over = context.dating.end if context.dating is not None else dt.date.max
    spans = [one for one in context.told if one.end and one.end <= over and months in (0, months_of(one))]
    if spans:
        last = max(spans, key=lambda one: one.end or dt.date.min)
        return Found((last.start, last.end), last.grain, type="DURATION")
    at = context.month()
    if at is None or context.narrative or context.future or unit == "months" and months != 6:
        return None
    index = at.year * 12 + at.month - 1
    if months == 3:
        year, quarter = divmod(index // 3 - 1, 4)
        return replace(a_quarter(year, quarter + 1), type="DURATION")
    if months == 6:
        year, half = divmod(index // 6 - 1, 2)
        return replace(a_half(year, half + 1), type="DURATION")
    return None


def _its_end(match: Match, context: Context) -> Found | None:
    """ "at quarter end": the last day of the quarter told of."""
    over = context.dating.end if context.dating is not None else dt.date.max
    ends = [one.end for one in context.told if one.end and one.end <= over]
    at = context.month()
    if not ends and at is not None and match["unit"].casefold() == "quarter":
        ends = [at.replace(month=(at.month - 1) // 3 * 3 + 1) - dt.timedelta(days=1)]
    return Found((max(ends), max(ends)), "day", max(ends).isoformat()) if ends else None


def _year_to_now(match: Match, context: Context) -> Found | None:
    """ "the year ending this month": twelve months."""
    at = context.month()
    if at is None:
        return Found(None, "year")
    index = at.year * 12 + at.month - 1 + {"last": -1, "next": 1}.get(match["which"].casefold(), 0)
    return Found(ending(index // 12, index % 12 + 1, None, 12), "year", "P12M")


_WITHIN = r"(?:(?<=in )|(?<=for )|(?<=during )|(?<=over )|(?<=throughout ))the "
# what dates a stretch of time, so that it is not one told of before
_GOES_ON = (
    r"(?! (?:ended|ending|to(?! [$£€\d])|through|of|just|before|since|from (?-i:[A-Z])|that|which|between|until|when"
    r"|leading|under|\d)\b|[ ,]*\d|-)"
)
_STANDS = (
    r"(?=[,.;:)\"”]|$| (?:at|as|and|but|on|against|versus|compared|while|despite|because|with|when|from [$£€\d]|was|were|came|rose|fell|grew"
    r"|jumped|dropped|climbed|slipped|reached|totall?ed|thanks|to [$£€\d])(?!\w))"
)
RULES: tuple[Rule, ...] = (
    rule("the <period> told of",
         rf"{_WITHIN}(?:(?P<unit>quarter|half[ -]year|half|period){_GOES_ON}|(?:same )?(?P<n>three|six|nine|[369])(?: |-)months?(?: period)?{_STANDS})",
         _told_of, "periods", core="(?:in|for|during|over|throughout) the (?:quarter|half|period|same|three|six|nine|[369])"),
    rule("quarter end", r"(?:the )?(?P<unit>quarter|period|half)(?:[- ]|[’']s )end", _its_end, "periods", core=" end|-end"),
    rule("at the end of the period", rf"(?<=at )(?:the )?end of the (?P<unit>quarter|period){_GOES_ON}", _its_end, "periods", core="end of the (?:quarter|period)"),
    rule("the year to this month", r"(?:the |its )?(?:(?:financial|fiscal|business) )?year (?:ending|ended|to|that ends|that ended)(?: at the end of)? (?P<which>this|last|next) month", _year_to_now, "periods", core=" month"),
)  # fmt: skip
