"""Holidays: their days by the `holidays` library, Easter's by dateutil, a few by the calendar alone."""

from __future__ import annotations

import datetime as dt
import re
import warnings
from functools import cache

from extractor.mentions.timex import Anchor, Context, Found, Match, a_day, in_year, month_span

# as written -> (country, name in the library); "" stands for a fixed day, given as month and day
_KNOWN: dict[str, tuple[str, str]] = {
    "christmas": ("", "12-25"), "christmas day": ("", "12-25"), "christmas eve": ("", "12-24"),
    "boxing day": ("", "12-26"), "new year's day": ("", "01-01"), "new year's eve": ("", "12-31"),
    "valentine's day": ("", "02-14"), "halloween": ("", "10-31"), "may day": ("", "05-01"),
    "singles' day": ("", "11-11"), "singles day": ("", "11-11"), "bastille day": ("", "07-14"),
    "fourth of july": ("", "07-04"), "veterans day": ("", "11-11"), "armistice day": ("", "11-11"),
    "st patrick's day": ("", "03-17"), "st. patrick's day": ("", "03-17"),
    "thanksgiving": ("US", "Thanksgiving"), "thanksgiving day": ("US", "Thanksgiving"),
    "labor day": ("US", "Labor Day"), "memorial day": ("US", "Memorial Day"),
    "presidents' day": ("US", "Washington's Birthday"), "presidents day": ("US", "Washington's Birthday"),
    "martin luther king day": ("US", "Martin Luther King"), "columbus day": ("US", "Columbus Day"),
    "chinese new year": ("MY", "Chinese New Year"), "lunar new year": ("MY", "Chinese New Year"),
    "diwali": ("SG", "Diwali"), "deepavali": ("SG", "Diwali"), "vesak day": ("SG", "Vesak Day"),
    "black friday": ("US", "Thanksgiving+1"), "cyber monday": ("US", "Thanksgiving+4"),
    "easter": ("easter", "0"), "easter sunday": ("easter", "0"), "easter monday": ("easter", "1"),
    "good friday": ("easter", "-2"), "ash wednesday": ("easter", "-46"), "pentecost": ("easter", "49"),
}  # fmt: skip
_NAMES = "|".join(sorted((name.replace("'", "[’']") for name in _KNOWN), key=lambda name: (-len(name), name)))
HOLIDAY_CUE = _NAMES + "|holiday"
HOLIDAY = (
    rf"(?:(?:the )?(?:(?P<which>last|next|this|this past|this coming) )?(?P<name>{_NAMES})"
    r"(?P<season>[ -](?:season|period|quarter|trading|shopping season|sales|shopping|holidays?))?"
    r"|(?:the |last |this |next )?(?P<shopping>(?:year-end |winter )?holiday[ -](?:season|quarter|period|shopping season)))"
    r"(?:,? (?:of |in )?(?P<year>(?:1[89]|20)\d\d))?"
)


# "Mr Christmas" is a person
_NAMESAKE = re.compile(
    r"(?<![.!?] )\b(?!(?:The|In|On|At|By|Since|For|Over|Before|After|During|Until|Last|Next|This|And|Its|Their|Our|Merry|Happy|As|US|UK|American)\b)[A-Z][a-z]{2,20}\.? $"
)


# "to keep its shops open through the holiday season"
_LASTING_THROUGH = re.compile(r"\b(?:through|until|by|for|ahead of|in time for) $")


@cache
def holiday_in(name: str, year: int) -> dt.date | None:
    """The day of a holiday in a year; None where the calendar does not know it."""
    country, label = _KNOWN[name]
    if not country:
        month, day = label.split("-")
        return dt.date(year, int(month), int(day))
    if country == "easter":
        from dateutil.easter import easter

        return easter(year) + dt.timedelta(days=int(label)) if 1583 <= year <= 4099 else None
    import holidays

    label, _, later = label.partition("+")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of years for which a lunar date is an estimate
        days = holidays.country_holidays(country, years=year, observed=False, language="en_US")
    found = min((on for on, written in days.items() if label in str(written)), default=None)
    return found + dt.timedelta(days=int(later or 0)) if found else None


def holiday(match: Match, context: Context) -> Found | None:
    """A holiday's day, or the Christmas season, November to December."""
    if _NAMESAKE.search(context.before) and not match["which"] and match["name"]:
        return None
    base = context.anchor.year if context.narrative and context.anchor else context.year()
    year = int(match["year"]) if match["year"] else base
    name = (match["name"] or "christmas").casefold().replace("’", "'")
    if year is None or not 1 <= year <= 9998:
        return Found(None, "vague", "XXXX-XX-XX" if not match["season"] else "")
    season = bool(match["shopping"] or match["season"]) and name == "christmas"
    if not match["year"]:
        which = (match["which"] or match.group().split()[0]).casefold()
        year += _step(which, context, name, season, year)
    if season:
        return Found(month_span(year, 11, 2), "span", f"{in_year(year)}-11/{year}-12")
    day = holiday_in(name, year)
    if day is None:
        return Found(None, "vague", "XXXX-XX-XX")
    if match["season"] and "new year" not in name:
        return Found(None, "vague", in_year(year), anchor=Anchor(year))
    return a_day(day)


def _step(which: str, context: Context, name: str, season: bool, year: int) -> int:
    """How many years from the article's own: the last one, the next, or the nearest that the tense allows."""
    at = context.day() or context.month()
    if at is None or context.narrative:
        return -1 if which == "last" else 1 if which == "next" else 0
    own = holiday_in(name, year)
    if own is None:
        return 0
    came = dt.date(year, 11, 1) <= at if season else own < at
    if which in ("last", "this past") and "this" not in which:
        return 0 if came and not season else -1
    if which == "next":
        return 1 if came else 0
    if which.startswith("this"):
        return 0
    if context.future:
        return 1 if own < at else 0
    if season and at.month > 6 and _LASTING_THROUGH.search(context.before):
        return 0
    if season and context.tense == "open":
        return -1 if not came and at.month <= 6 else 0  # "its Christmas sales", in the spring
    return -1 if context.tense == "past" and not came and not (own - at).days <= 7 else 0
