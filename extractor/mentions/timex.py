"""The vocabulary of time expressions: words, calendar arithmetic, and what a rule of the grammar is.

A rule is a name, a pattern and a production: from a match and its context to what the expression means. The rules are
in `timex_absolute`, `timex_parts`, `timex_relative` and `timex_vague`; `periods` applies them.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from extractor.late import late
from extractor.mentions.timex_cues import MONTHS as MONTHS_CUE
from extractor.mentions.timex_cues import UNITS as UNITS_CUE
from extractor.mentions.timex_tense import Tense, tense
from extractor.mentions.types import Dating
from extractor.mentions.words import SMALL_NUMBERS, TENS
from extractor.record import Grain, Period

Match = re.Match[str]
Interval = tuple[dt.date | None, dt.date | None]

MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS.update({name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name})
MONTHS["sept"] = 9
WEEKDAYS = {name.casefold(): number for number, name in enumerate(calendar.day_name)}
NUMBERS = SMALL_NUMBERS | TENS
NUMBERS.update({"a": 1, "an": 1, "a couple of": 2, "couple of": 2, "hundred": 100, "a hundred": 100, "a dozen": 12})
_ORDINAL_WORDS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
ORDINALS = {word: value for value, word in enumerate(_ORDINAL_WORDS, 1)} | {
    "twenty-first": 21, "final": 4, "closing": 4, "last": 4, "opening": 1,
}  # fmt: skip
SEASONS = {"spring": (3, "SP"), "summer": (6, "SU"), "autumn": (9, "FA"), "fall": (9, "FA"), "winter": (12, "WI")}
UNIT_CODES = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W", "weekend": "W", "fortnight": "W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "centurie": "CE",
}  # fmt: skip

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
YEAR = r"(?:(?:19|20)\d\d)"
OLD_YEAR = r"(?:1\d\d\d|20\d\d)"
DAY = r"(?:[0-3]?\d(?:st|nd|rd|th)?)"
COUNT = (
    r"(?:\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven"
    r"|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|a couple of|couple of|a hundred|hundred|a dozen)"
)
VAGUE_COUNT = r"(?:a few|few|several|some|many|a number of|dozens of|hundreds of)"
NUMBER = rf"(?:{COUNT}|{VAGUE_COUNT}|an?)"
ORDINAL = r"(?:first|second|third|fourth|final|opening|closing|last(?=[ -]quarter of (?:19|20)\d\d)|1st|2nd|3rd|4th)"
PART = (
    r"(?:(?:the )?(?:very )?(?:beginning|start|end|middle|close|remainder|rest|latter part|early part|later part"
    r"|early days|first days|last days|early months|final months) of|early(?: in| on in)?|late(?: in)?"
    r"|mid(?:dle)?|later (?:in|that)|earlier (?:in|that)|end|year-end)"
)


@dataclass(frozen=True)
class Anchor:
    """The date the text spoke of last, to its grain; the year is negative before Christ."""

    year: int
    month: int | None = None
    day: int | None = None

    def date(self) -> dt.date | None:
        """Its day, or the first day of its month; None for a mere year."""
        return date_of(self.year, self.month, self.day or 1) if self.month else None


@dataclass(frozen=True)
class Context:
    """What a form is resolved against: the article's date, the words around it, what was read before it."""

    dating: Dating | None
    last: Period | None = None
    anchor: Anchor | None = None
    fiscal: tuple[int, int] | None = None
    thread: tuple[int, int] | None = None
    before: str = ""
    after: str = ""
    # the parts of years that the text told of so far
    told: Sequence[Period] = ()

    @cached_property
    def tense(self) -> Tense:
        """The tense that the words around tell; few forms ask."""
        return tense(self.before, self.after)

    @property
    def narrative(self) -> bool:
        """True in a text that tells a story of years gone by; `thread` is their first and last."""
        return self.thread is not None

    @property
    def future(self) -> bool:
        """True where the words around speak of what is to come."""
        return self.tense == "future"

    def day(self) -> dt.date | None:
        """The article's day, where a week at most is left open."""
        return self.dating.best if self.dating and (self.dating.end - self.dating.start).days <= 7 else None

    def year(self) -> int | None:
        """The article's year, where that is known."""
        return self.dating.start.year if self.dating and self.dating.start.year == self.dating.end.year else None

    def month(self) -> dt.date | None:
        """The first of the article's month, where that is known."""
        if self.dating is None:
            return None
        start, end = self.dating.start, self.dating.end
        if (start.year, start.month) == (end.year, end.month) or (end - start).days <= 7:
            return self.dating.best.replace(day=1)
        return None


@dataclass(frozen=True)
class Found:
    """What an expression means: first and last day where known, grain, and its TIMEX3 type and value."""

    interval: Interval | None
    grain: Grain
    value: str = ""
    type: Literal["DATE", "TIME", "DURATION", "SET"] = "DATE"
    comparison: bool = False
    shift: int | None = None
    anchor: Anchor | None = None


Production = Callable[[Match, Context], Found | None]
View = Literal["both", "periods", "timexes"]


@dataclass(frozen=True)
class Rule:
    """`view` says who asks for it: ranges are one period but two TIMEXes; "now" is a TIMEX but no period.

    The cue is in every match of the pattern or right beside it, what matches `core` is in every match (`timex_cues`).
    """

    name: str
    pattern: re.Pattern[str]
    production: Production
    view: View = "both"
    cue: str = ""
    core: str = ""


def rule(name: str, pattern: str, production: Production, view: View = "both", cue: str | None = None, core: str = "") -> Rule:
    """A rule whose pattern stands free of other words and numbers."""
    # a month may follow another by a hyphen: "July-August 1950"
    free = r"(?:(?<![\w$£€.,-])|(?<=[a-z][a-z]-)|(?<=\b\d-)|(?<=\b\d\d-))" if MONTH in pattern else r"(?<![\w$£€.,-])"
    whole = late(free + "(?:" + pattern + r")(?!\w)", re.IGNORECASE)
    return Rule(name, whole, production, view, _cue(pattern, view) if cue is None else cue, core)


def _cue(pattern: str, view: View) -> str:
    if MONTH in pattern:
        return MONTHS_CUE
    return "" if view == "timexes" else UNITS_CUE


# ---------------------------------------------------------------- words


def month_number(word: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return MONTHS[word.casefold().rstrip(".")]


def day_number(word: str) -> int:
    """The number in "3rd"."""
    return int(re.sub(r"\D", "", word))


def ordinal(word: str | None) -> int:
    """The number of "third" or "3rd"; 0 where it is none."""
    word = (word or "").casefold()
    return ORDINALS.get(word) or int(re.sub(r"\D", "", word) or 0)


def number(word: str) -> int:
    """The number of "twelve", "a", "21"; 0 for "several" and the like."""
    word = word.casefold().strip()
    if word.isdigit():
        return int(word)
    if "-" in word:
        tens, ones = word.split("-", 1)
        return NUMBERS.get(tens, 0) + NUMBERS.get(ones, 0)
    return NUMBERS.get(word, 0)


# ---------------------------------------------------------------- calendar


def date_of(year: int | None, month: int | None, day: int | None) -> dt.date | None:
    """A date, or None where there is no such day."""
    try:
        return dt.date(year or 0, month or 0, day or 0)
    except ValueError:
        return None


def month_span(year: int, month: int, count: int = 1) -> Interval:
    """First and last day of some months from one on."""
    last_year, last_month = divmod(year * 12 + month - 1 + count - 1, 12)
    if not 1 <= year <= last_year <= 9999:
        return None, None
    last_day = calendar.monthrange(last_year, last_month + 1)[1]
    return dt.date(year, month, 1), dt.date(last_year, last_month + 1, last_day)


def year_span(year: int, last: int | None = None) -> Interval:
    """First and last day of a year or some."""
    last = last or year
    return (dt.date(year, 1, 1), dt.date(last, 12, 31)) if 1 <= year <= last <= 9999 else (None, None)


def ending(year: int, month: int, day: int | None, months: int) -> Interval:
    """First and last day of the months that end with a month, or with a day of it."""
    if day is None or day == calendar.monthrange(year, month)[1]:
        first = year * 12 + month - months
        return dt.date(first // 12, first % 12 + 1, 1), month_span(year, month)[1]
    start_year, start_month = divmod(year * 12 + month - 1 - months, 12)
    begin = date_of(start_year, start_month + 1, min(day, calendar.monthrange(start_year, start_month + 1)[1]))
    return (begin + dt.timedelta(days=1) if begin else None), date_of(year, month, day)


def in_year(year: int | None) -> str:
    """A year as TIMEX3 has it."""
    return "XXXX" if year is None else f"{year:04}" if year > 0 else f"BC{-year:04}"


# ---------------------------------------------------------------- what a rule has found


def a_day(day: dt.date, type: Literal["DATE", "TIME"] = "DATE", value: str = "") -> Found:
    """A day of the calendar."""
    return Found((day, day), "day", value or day.isoformat(), type, anchor=Anchor(day.year, day.month, day.day))


def a_week(day: dt.date, weekend: bool = False) -> Found:
    """The week of a day, Monday to Sunday, or its end."""
    monday = day - dt.timedelta(days=day.weekday())
    year, week, _ = monday.isocalendar()
    value, anchor = f"{year}-W{week:02}", Anchor(monday.year, monday.month, monday.day)
    if weekend:
        saturday = monday + dt.timedelta(days=5)
        return Found((saturday, saturday + dt.timedelta(days=1)), "span", f"{value}-WE", anchor=anchor)
    return Found((monday, monday + dt.timedelta(days=6)), "week", value, anchor=anchor)


def a_month(year: int | None, month: int) -> Found:
    """A month of a year, which may be unknown or before Christ."""
    value = f"{in_year(year)}-{month:02}"
    return Found(
        month_span(year, month) if year else None, "month", value, anchor=Anchor(year, month) if year else None
    )


def a_quarter(year: int | None, quarter: int) -> Found:
    """A calendar quarter of a year."""
    interval = month_span(year, quarter * 3 - 2, 3) if year else None
    return Found(interval, "quarter", f"{in_year(year)}-Q{quarter}", anchor=Anchor(year, quarter * 3) if year else None)


def a_half(year: int | None, half: int) -> Found:
    """Half a calendar year."""
    return Found(month_span(year, half * 6 - 5, 6) if year else None, "half", f"{in_year(year)}-H{half}")


def a_year(year: int | None, comparison: bool = False) -> Found:
    """A calendar year; `comparison` for the base of one."""
    interval = year_span(year) if year else None
    anchor = Anchor(year) if year else None
    return Found(interval, "year", in_year(year), "DATE", comparison, -12 if comparison else None, anchor)


def moved(index: int) -> tuple[int, int]:
    """Year and month of a count of months."""
    return index // 12, index % 12 + 1
