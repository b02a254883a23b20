"""Periods: days, weeks, months, quarters, halves, years, spans and relative times, with their first and last day.

A grammar of surface forms over plain text; each rule reads one form and resolves it against the article's date. What
the article's date does not fix keeps its text and has no days.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from extractor.mentions.types import Dating, PeriodMention
from extractor.record import Grain, Period

_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS.update({name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name})
_MONTHS["sept"] = 9
_WEEKDAYS = {name.casefold(): number for number, name in enumerate(calendar.day_name)}
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4}
_NUMBERS = {word: value for value, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve".split())}  # fmt: skip
_NUMBERS.update({"a": 1, "an": 1, "several": 0, "few": 0, "some": 0, "a few": 0, "a couple of": 2, "nine": 9, "eighteen": 18})
_UNIT_DAYS = {"day": 1, "week": 7}
_UNIT_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}

MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
YEAR = r"(?:(?:19|20)\d\d)"
DAY = r"(?:[0-3]?\d(?:st|nd|rd|th)?)"
NUMBER = r"(?:\d{1,3}|a few|a couple of|several|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|a|an)"
UNIT = r"(?:day|week|month|quarter|year|decade)s?"
ORDINAL = r"(?:first|second|third|fourth|final|1st|2nd|3rd|4th)"
PART = r"(?:early|late|mid|the beginning of|the start of|the end of|end|year-end)"

Interval = tuple[dt.date | None, dt.date | None]


@dataclass(frozen=True)
class _Context:
    """What a form is resolved against: the article's date, the words around it, the periods read before it."""

    dating: Dating | None
    future: bool
    last: Period | None
    fiscal: tuple[int, int] | None

    def day(self) -> dt.date | None:
        return self.dating.best if self.dating and (self.dating.end - self.dating.start).days <= 7 else None

    def year(self) -> int | None:
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
class _Found:
    interval: Interval | None
    grain: Grain
    value: str = ""
    type: str = "DATE"
    comparison: bool = False
    shift: int | None = None


Rule = tuple[str, re.Pattern[str], Callable[[re.Match[str], _Context], _Found | None]]


def _month_span(year: int, month: int, count: int = 1) -> Interval:
    last_year, last_month = divmod(year * 12 + month - 1 + count - 1, 12)
    return dt.date(year, month, 1), dt.date(last_year, last_month + 1, calendar.monthrange(last_year, last_month + 1)[1])


def _year_span(year: int, last: int | None = None) -> Interval:
    return dt.date(year, 1, 1), dt.date(last or year, 12, 31)


def _month_number(word: str) -> int:
    return _MONTHS[word.casefold().rstrip(".")]


def _day_number(word: str) -> int:
    return int(re.sub(r"\D", "", word))


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _nearest_year(context: _Context, month: int, day: int = 1) -> int | None:
    """The year of a month named without one: the last such month for the past, the next for the future."""
    at = context.month() or context.day()
    if at is None:
        year = context.year()
        return year
    day_at = context.day() or at
    if context.future:
        return at.year if (month, day) >= (day_at.month, 1 if day == 1 else day_at.day) else at.year + 1
    if (month, day if day > 1 else 1) > (day_at.month, day_at.day):
        return at.year - 1
    return at.year


# ---------------------------------------------------------------- absolute


def _full_date(match: re.Match[str], context: _Context) -> _Found | None:
    found = _date(int(match["year"]), _month_number(match["month"]), _day_number(match["day"]))
    return _Found((found, found), "day", found.isoformat()) if found else None


def _iso(match: re.Match[str], context: _Context) -> _Found | None:
    found = _date(int(match["year"]), int(match["m"]), int(match["d"]))
    return _Found((found, found), "day", found.isoformat()) if found else None


def _month_day(match: re.Match[str], context: _Context) -> _Found | None:
    month, day = _month_number(match["month"]), _day_number(match["day"])
    if not 1 <= day <= 31:
        return None
    year = _nearest_year(context, month, day)
    found = _date(year, month, day) if year else None
    return _Found((found, found) if found else None, "day", found.isoformat() if found else f"XXXX-{month:02}-{day:02}")


def _month_year(match: re.Match[str], context: _Context) -> _Found | None:
    year, month = int(match["year"]), _month_number(match["month"])
    return _Found(_month_span(year, month), "month", f"{year}-{month:02}")


def _month_only(match: re.Match[str], context: _Context) -> _Found | None:
    month = _month_number(match["month"])
    which = (match["which"] or "").casefold()
    year = _nearest_year(context, month)
    if year and which == "last":
        at = context.month()
        year = at.year if at and month < at.month else (at.year - 1 if at else year - 1)
    if year and which == "next":
        at = context.month()
        year = at.year if at and month > at.month else year + 1
    return _Found(_month_span(year, month) if year else None, "month", f"{year or 'XXXX'}-{month:02}")


def _year_only(match: re.Match[str], context: _Context) -> _Found | None:
    year = int(match["year"])
    return _Found(_year_span(year), "year", str(year))


def _fiscal_slash(match: re.Match[str], context: _Context) -> _Found | None:
    first = int(match["first"])
    last = first + 1
    if context.fiscal:
        month = context.fiscal[0]
        return _Found(_year_ending(last, month, None), "year", f"{first}/{last}")
    return _Found(None, "year", f"{first}/{last}")


def _years(match: re.Match[str], context: _Context) -> _Found | None:
    first, last = int(match["first"]), int(match["last"])
    return _Found(_year_span(first, last), "multi_year", f"{first}/{last}") if first < last <= first + 60 else None


def _months(match: re.Match[str], context: _Context) -> _Found | None:
    first, last = _month_number(match["first"]), _month_number(match["lastm"])
    year = int(match["year"]) if match["year"] else _nearest_year(context, last)
    if year is None:
        return _Found(None, "span")
    start_year = year if first <= last else year - 1
    return _Found((dt.date(start_year, first, 1), _month_span(year, last)[1]), "span", f"{start_year}-{first:02}/{year}-{last:02}")


def _decade(match: re.Match[str], context: _Context) -> _Found | None:
    year = int(match["decade"])
    return _Found(_year_span(year, year + 9), "multi_year", str(year)[:3])


# ---------------------------------------------------------------- parts of years


def _quarter(match: re.Match[str], context: _Context) -> _Found | None:
    number = _ORDINALS.get((match["nth"] or "").casefold()) or int(match["q"] or 0)
    if not 1 <= number <= 4:
        return None
    year = int(match["year"]) if match["year"] else _year_of_part(context, (number - 1) * 3 + 1, 3, match["which"])
    return _Found(_month_span(year, (number - 1) * 3 + 1, 3) if year else None, "quarter", f"{year or 'XXXX'}-Q{number}")


def _half(match: re.Match[str], context: _Context) -> _Found | None:
    number = _ORDINALS.get((match["nth"] or "").casefold()) or int(match["h"] or 0)
    if number not in (1, 2):
        return None
    year = int(match["year"]) if match["year"] else _year_of_part(context, 1 if number == 1 else 7, 6, match["which"])
    return _Found(_month_span(year, 1 if number == 1 else 7, 6) if year else None, "half", f"{year or 'XXXX'}-H{number}")


def _year_of_part(context: _Context, month: int, length: int, which: str | None) -> int | None:
    """The year of a quarter or half named without one: the last that has ended, or the one that runs or comes."""
    year = context.year()
    if which and year:
        word = which.casefold()
        return year - 1 if "last" in word or "previous" in word else year + 1 if "next" in word else year
    at = context.day() or context.month() or (context.dating.start if context.dating and year else None)
    if at is None:
        return year
    if context.future:
        return at.year if month + length - 1 >= at.month else at.year + 1
    # told as past: the part is over, but for results of a running one ("the current first quarter")
    return at.year if month + length - 1 < at.month or month <= at.month <= month + length - 1 and at.month - month >= length - 1 else (
        at.year if month <= at.month else at.year - 1
    )


def _first_months(match: re.Match[str], context: _Context) -> _Found | None:
    count = _number(match["n"])
    if not 1 <= count <= 12:
        return None
    year = int(match["year"]) if match["year"] else context.year()
    if year and match["which"] and "last" in match["which"].casefold():
        year -= 1
    if match["edge"].casefold() != "first":
        return _Found(_month_span(year, 13 - count, count) if year else None, "span", f"P{count}M")
    grain: Grain = {3: "quarter", 6: "half", 12: "year"}.get(count, "span")  # type: ignore[assignment]
    return _Found(_month_span(year, 1, count) if year else None, grain, f"P{count}M")


def _quarter_of_month(match: re.Match[str], context: _Context) -> _Found | None:
    """ "the March quarter": the three months that end with it."""
    month = _month_number(match["month"])
    year = int(match["year"]) if match["year"] else None
    at = context.month() or context.day()
    if year is None and at is not None:
        start_month = (month - 3) % 12 + 1
        running = start_month <= at.month <= month
        year = at.year if month <= at.month or running or context.future else at.year - 1
    if year is None:
        return _Found(None, "quarter")
    return _Found(_ending(year, month, None, 3), "quarter", f"{year}-Q{(month + 2) // 3}")


def _ending(year: int, month: int, day: int | None, months: int) -> Interval:
    end = _month_span(year, month)[1] if day is None else _date(year, month, day)
    first = year * 12 + month - months
    assert end is not None
    if day is not None and day != calendar.monthrange(year, month)[1]:
        start_year, start_month = divmod(year * 12 + month - 1 - months, 12)
        begin = _date(start_year, start_month + 1, min(day, 28))
        return (begin + dt.timedelta(days=1) if begin else None, end)
    return dt.date(first // 12, first % 12 + 1, 1), end


def _year_ending(year: int, month: int, day: int | None) -> Interval:
    return _ending(year, month, day, 12)


def _to_date(match: re.Match[str], context: _Context) -> _Found | None:
    """ "the year ended March 31", "the six months to September", "the quarter ended May 31", "the year to March 2008"."""
    month = _month_number(match["month"])
    day = _day_number(match["day"]) if match["day"] else None
    if day is not None and _date(2020, month, day) is None:
        return None
    unit = match["unit"].casefold()
    count = _number(match["n"]) if match["n"] else 1
    months = {"year": 12, "quarter": 3, "month": 1, "half": 6, "week": 0}[unit.rstrip("s")] * count
    year = int(match["year"]) if match["year"] else None
    if year is None:
        at = context.month() or context.day()
        if at is None:
            year = context.year()
        else:
            over = month < at.month or month == at.month and not context.future
            year = (at.year + 1 if over and context.future else at.year) if over or context.future else at.year - 1
    if year is None:
        return _Found(None, "span")
    end = _month_span(year, month)[1] if day is None else _date(year, month, day)
    if unit.startswith("quarter") and count == 1 and day is not None:
        # only its end is told: where a company's quarter begins is its own affair
        return _Found((None, end), "quarter", f"{year}-{month:02}-{day:02}")
    if months == 0 or months > 120 or year < 1000:
        return _Found((None, end), "span")
    grain: Grain = {12: "year", 3: "quarter", 6: "half", 1: "month"}.get(months, "span")  # type: ignore[assignment]
    return _Found(_ending(year, month, day, months), grain, f"P{months}M")


def _season(match: re.Match[str], context: _Context) -> _Found | None:
    year = int(match["year"]) if match["year"] else context.year()
    if year is None:
        return _Found(None, "span")
    which = (match["which"] or "").casefold()
    year += -1 if "last" in which and context.year() else 1 if "next" in which else 0
    first, last = _SEASONS[match["season"].casefold()]
    if last < first:
        return _Found((dt.date(year, 12, 1), _month_span(year + 1, 2)[1]), "span", f"{year}-WI")
    return _Found(_month_span(year, first, 3), "span", f"{year}-{match['season'][:2].upper()}")


def _holiday(match: re.Match[str], context: _Context) -> _Found | None:
    year = int(match["year"]) if match["year"] else context.year()
    name = match["name"].casefold()
    if year is None:
        return _Found(None, "vague")
    if match["season"]:
        return _Found(_month_span(year, 11, 2), "span", f"{year}-11/{year}-12")
    day = _holiday_day(name, year)
    return _Found((day, day), "day", day.isoformat()) if day else None


def _holiday_day(name: str, year: int) -> dt.date | None:
    import holidays

    wanted = {"christmas": "Christmas Day", "thanksgiving": "Thanksgiving", "black friday": "Thanksgiving", "easter": "Easter"}
    if name == "easter":
        from dateutil.easter import easter

        return easter(year)
    for day, label in sorted(holidays.country_holidays("US", years=year).items()):
        if wanted.get(name, "?") in str(label):
            return day + dt.timedelta(days=1) if name == "black friday" else day
    return None


# ---------------------------------------------------------------- relative


def _number(word: str) -> int:
    word = word.casefold().strip()
    return int(word) if word.isdigit() else _NUMBERS.get(word, 0)


def _this_year(match: re.Match[str], context: _Context) -> _Found | None:
    which, unit = match["which"].casefold(), match["unit"].casefold()
    step = -1 if which in ("last", "past", "previous", "prior", "preceding") else 1 if which in ("next", "coming", "following") else 0
    comparison = which in ("previous", "prior", "preceding")
    if "year" in unit:
        anchor = context.last.start.year if comparison and context.last and context.last.start else context.year()
        fiscal = unit.split()[0] in ("financial", "fiscal", "business")
        if fiscal and context.fiscal:
            month, last = context.fiscal
            year = last + step - (0 if which in ("this", "current") or step else 0)
            return _Found(_year_ending(year, month, None), "year", "", "DATE", False, None)
        year = anchor + step if anchor else None
        return _Found(_year_span(year) if year and not fiscal else None, "year", str(year or "XXXX"), "DATE", comparison, -12 if comparison else None)
    if unit == "quarter":
        at = context.month() or context.day()
        if at is None:
            return _Found(None, "quarter", "", "DATE", comparison, -3 if comparison else None)
        index = at.year * 4 + (at.month - 1) // 3 + step
        return _Found(_month_span(index // 4, index % 4 * 3 + 1, 3), "quarter", f"{index // 4}-Q{index % 4 + 1}", "DATE", comparison, -3 if comparison else None)
    if unit == "month":
        at = context.month()
        if at is None:
            return _Found(None, "month", "", "DATE", comparison, -1 if comparison else None)
        index = at.year * 12 + at.month - 1 + step
        return _Found(_month_span(index // 12, index % 12 + 1), "month", f"{index // 12}-{index % 12 + 1:02}", "DATE", comparison, -1 if comparison else None)
    if unit == "week":
        day = context.day()
        if day is None:
            return _Found(None, "week")
        monday = day - dt.timedelta(days=day.weekday()) + dt.timedelta(weeks=step)
        week = monday.isocalendar()
        return _Found((monday, monday + dt.timedelta(days=6)), "week", f"{week[0]}-W{week[1]:02}")
    return None


def _so_far(match: re.Match[str], context: _Context) -> _Found | None:
    year = context.year()
    if year is None:
        return _Found(None, "year")
    at = context.month()
    end = at - dt.timedelta(days=1) if at and at.month > 1 else dt.date(year, 12, 31)
    return _Found((dt.date(year, 1, 1), end), "span", str(year))


def _partial_year(match: re.Match[str], context: _Context) -> _Found | None:
    year = int(match["year"]) if match["year"] else context.year()
    if year and not match["year"]:
        which = match["which"].casefold()
        year += -1 if which == "last" else 1 if which == "next" else 0
    return _Found(_year_span(year) if year else None, "year", str(year or "XXXX"))


def _year_end(match: re.Match[str], context: _Context) -> _Found | None:
    year = context.year()
    return _Found(_year_span(year) if year else None, "year", str(year or "XXXX"))


def _today(match: re.Match[str], context: _Context) -> _Found | None:
    day = context.day()
    step = {"yesterday": -1, "tomorrow": 1}.get(match.group().casefold(), 0)
    if day is None:
        return _Found(None, "day")
    found = day + dt.timedelta(days=step)
    return _Found((found, found), "day", found.isoformat())


def _weekday(match: re.Match[str], context: _Context) -> _Found | None:
    day, number = context.day(), _WEEKDAYS[match["weekday"].casefold()]
    if day is None or context.dating is None or context.dating.start != context.dating.end:
        return _Found(None, "day")
    which = (match["which"] or "").casefold()
    if which == "next" or which != "last" and context.future:
        ahead = (number - day.weekday()) % 7
        found = day + dt.timedelta(days=ahead or (7 if which == "next" else 0))
    else:
        back = (day.weekday() - number) % 7
        found = day - dt.timedelta(days=back or (7 if which == "last" else 0))
    return _Found((found, found), "day", found.isoformat())


def _ago(match: re.Match[str], context: _Context) -> _Found | None:
    count, unit = _number(match["n"]), match["unit"].casefold().rstrip("s")
    word = match["n"].casefold()
    if count == 0:
        return _Found(None, "vague")
    later = match["ago"].casefold() in ("earlier", "before", "previously")
    if unit == "year":
        if count == 1 and word in ("a", "one", "an"):
            return _Found(None, "year", "", "DATE", True, -12)
        if later:
            return _Found(None, "year", "", "DATE", True, -12 * count)
        year = context.year()
        return _Found(_year_span(year - count) if year else None, "year", str(year - count) if year else "", "DATE")
    if unit == "month":
        at = context.month()
        if later or at is None:
            return _Found(None, "month", "", "DATE", later, -count if later else None)
        index = at.year * 12 + at.month - 1 - count
        return _Found(_month_span(index // 12, index % 12 + 1), "month", f"{index // 12}-{index % 12 + 1:02}")
    if unit == "quarter":
        return _Found(None, "quarter", "", "DATE", True, -3 * count)
    day = context.day()
    if day is None or unit not in _UNIT_DAYS:
        return _Found(None, "vague")
    found = day - dt.timedelta(days=count * _UNIT_DAYS[unit])
    if unit == "week":
        monday = found - dt.timedelta(days=found.weekday())
        return _Found((monday, monday + dt.timedelta(days=6)), "week")
    return _Found((found, found), "day", found.isoformat())


def _year_ago(match: re.Match[str], context: _Context) -> _Found | None:
    return _Found(None, "year", "", "DATE", True, -12)


def _past_years(match: re.Match[str], context: _Context) -> _Found | None:
    count, unit = _number(match["n"] or "one"), match["unit"].casefold().rstrip("s")
    which = match["which"].casefold()
    months = _UNIT_MONTHS.get(unit, 0) * count
    grain: Grain = "multi_year" if months > 12 else "span"
    at = context.month()
    if at is None or not months or months > 1200:
        return _Found(None, "vague" if not count else grain, "", "DURATION")
    if which in ("next", "coming", "following"):
        index = at.year * 12 + at.month - 1 + months
        return _Found((context.day() or at, dt.date(index // 12, index % 12 + 1, 1) - dt.timedelta(days=1)), grain, f"P{count}{unit[0].upper()}", "DURATION")
    index = at.year * 12 + at.month - 1 - months
    return _Found((dt.date(index // 12, index % 12 + 1, 1), at - dt.timedelta(days=1)), grain, f"P{count}{unit[0].upper()}", "DURATION")


def _duration(match: re.Match[str], context: _Context) -> _Found | None:
    unit = match["unit"].casefold().rstrip("s")
    count = _number(match["n"])
    return _Found(None, "vague", f"P{count or 'X'}{unit[0].upper()}", "DURATION")


def _every(match: re.Match[str], context: _Context) -> _Found | None:
    return _Found(None, "vague", "", "SET")


def _recent(match: re.Match[str], context: _Context) -> _Found | None:
    return _Found(None, "vague", "PAST_REF")


def _rule(name: str, pattern: str, production: Callable[[re.Match[str], _Context], _Found | None]) -> Rule:
    return name, re.compile(r"(?<![\w$£€.,-])" + pattern + r"(?!\w)", re.IGNORECASE), production


_WHICH = r"(?: of (?P<which>this year|last year|next year|the year|the previous year|the current year|the next year))?"

RULES: tuple[Rule, ...] = (
    _rule("<year>-<month>-<day>", r"(?P<year>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)", _iso),
    _rule("<month> <day>, <year>", rf"(?:{WEEKDAY},? )?(?P<month>{MONTH}) (?P<day>{DAY}),? (?P<year>{YEAR})", _full_date),
    _rule("<day> <month> <year>", rf"(?:{WEEKDAY},? )?(?:the )?(?P<day>{DAY})(?: of)? (?P<month>{MONTH}),? (?P<year>{YEAR})", _full_date),
    _rule("the <period> to <month> <day>",
          rf"(?:the |its |their )?(?:(?P<n>{NUMBER}) )?(?:financial |fiscal |business |full |second |first |third |fourth )?(?P<unit>year|quarter|half|months?|weeks?)"
          rf" (?:that )?(?:ended|ending|to|through|up to|to the end of|to end)(?: on| in| of)? (?:the end of )?(?P<month>{MONTH})(?: (?P<day>{DAY})(?!\d))?(?:,? (?P<year>{YEAR}))?", _to_date),
    _rule("<weekday> <month> <day>", rf"(?:{WEEKDAY},? )?(?P<month>{MONTH}) (?P<day>{DAY})(?![\d,]*\d)", _month_day),
    _rule("<day> <month>", rf"(?:{WEEKDAY},? )?(?:the )?(?P<day>{DAY})(?: of)? (?P<month>{MONTH})", _month_day),
    _rule("between <month> and <month>", rf"(?:between|from) (?P<first>{MONTH}) (?:and|to|through|until) (?P<lastm>{MONTH})(?:,? (?P<year>{YEAR}))?", _months),
    _rule("between <year> and <year>", rf"(?:(?:between|from) )?(?P<first>{YEAR})(?: and | to | through |-|–)(?P<last>{YEAR})", _years),
    _rule("<year>/<year>", r"(?P<first>(?:19|20)\d\d)/(?:\d\d(?:\d\d)?)", _fiscal_slash),
    _rule("the first <n> months", rf"(?:the )?(?P<edge>first|last|final) (?P<n>{NUMBER}) months (?:of|in) (?:(?P<which>this year|last year|the year|next year|the current year)|(?P<year>{YEAR}))", _first_months),
    _rule("<nth> quarter", rf"(?:the |its |this year's |last year's |current |the current )?(?:(?P<nth>{ORDINAL})[ -]quarters?|Q(?P<q>[1-4]))(?: of)?(?: (?:fiscal |calendar year |calendar )?(?P<year>{YEAR}))?{_WHICH}", _quarter),
    _rule("<nth> half", rf"(?:the |its )?(?:(?P<nth>first|second|1st|2nd)[ -]half|H(?P<h>[12]))(?: of)?(?: (?:fiscal |calendar year |calendar )?(?P<year>{YEAR}))?{_WHICH}", _half),
    _rule("the <month> quarter", rf"(?:the |its )?(?P<month>{MONTH}) quarter(?: of (?P<year>{YEAR}))?", _quarter_of_month),
    _rule("<month> <year>", rf"(?P<month>{MONTH}),?(?: of)? (?P<year>{YEAR})", _month_year),
    _rule("<part> <year>", rf"(?:{PART})[ -](?P<year>{YEAR})(?P<which>)", _partial_year),
    _rule("<part> this year", r"(?:early |late |earlier |later )(?P<which>this|last|next) year(?P<year>)", _partial_year),
    _rule("the end of the year", r"(?P<which>)(?P<year>)(?:the )?(?:end|close) of (?:the|this) year|(?P<y2>)year[- ]end", _year_end),
    _rule("<season>", rf"(?:the )?(?:(?P<which>last|next|this) )?(?P<season>spring|summer|autumn|winter)(?: of)?(?: (?P<year>{YEAR}))?", _season),
    _rule("<holiday>", rf"(?:the )?(?P<name>Christmas|Thanksgiving|Black Friday|Easter)(?P<season> (?:season|period|quarter|trading|shopping season|sales))?(?: (?P<year>{YEAR}))?", _holiday),
    _rule("so far this year", r"(?:so far this year|this year (?:so far|thus far|to date)|(?:the )?year[ -]to[ -]date|the year so far)", _so_far),
    _rule("the same period a year ago", r"(?:in )?(?:the )?(?:same|corresponding|comparable|year-ago|year-earlier|prior-year|previous year's)(?: (?:three|six|nine)[- ]months?)? ?(?:period|quarter|month|half|time|week|year)(?: (?:of |in )?(?:a year (?:ago|earlier|before)|last year|the (?:previous|prior) year|the year before|one year (?:ago|earlier)|(?:19|20)\d\d))?", _year_ago),
    _rule("year-ago", r"(?:(?:a|one) year (?:ago|earlier|before|previously)|the year before|year-ago|year-earlier|year on year|last year's (?:same )?(?:quarter|period))", _year_ago),
    _rule("<n> <unit> ago", rf"(?:only |just |about |some |around )?(?P<n>{NUMBER}) (?P<unit>days?|weeks?|months?|quarters?|years?) (?P<ago>ago|earlier|before|previously)", _ago),
    _rule("over the past <n> <unit>", rf"(?:(?:over|in|during|for|within) )?the (?P<which>past|last|next|coming|following|previous) (?:(?P<n>{NUMBER}) )?(?P<unit>months|quarters|years|decade|decades|weeks)", _past_years),
    _rule("this <unit>", r"(?:(?:the|its) )?(?P<which>this|last|next|current|previous|prior|coming|following|preceding) (?P<unit>(?:financial |fiscal |business |calendar |full )?year|quarter|month|week)(?!s)", _this_year),
    _rule("<which> <month>", rf"(?P<which>last|next|this) (?P<month>{MONTH})", _month_only),
    _rule("yesterday", r"(?:yesterday|today|tomorrow)", _today),
    _rule("<weekday>", rf"(?:(?P<which>last|next|this) )?(?P<weekday>{WEEKDAY})", _weekday),
    _rule("the <decade>s", r"(?:the )?(?P<decade>(?:19|20)\d0)s", _decade),
    _rule("recently", r"(?:in recent (?:years|months|weeks)|recent (?:years|months|weeks)|in the past)", _recent),
    _rule("every <unit>", r"(?:every|each) (?:day|week|month|quarter|year)", _every),
    _rule("<n> <unit>", rf"(?P<n>{NUMBER})[ -](?P<unit>{UNIT})", _duration),
)  # fmt: skip
_MONTH_ALONE: Rule = (
    "<month>",
    re.compile(r"(?<![\w$£€.,-])(?P<which>)(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)(?!\w)"),
    _month_only,
)
_YEAR_ALONE: Rule = ("<year>", re.compile(rf"(?<![\w$£€.,/#:-])(?P<year>{YEAR}|(?<=in )1[6-8]\d\d|(?<=since )1[6-8]\d\d)(?![\w%/°]|[.,:]\d|-\d)"), _year_only)
_COUNTED_YEAR = re.compile(r"\s(?:people|units|cars|workers|jobs|employees|euros|dollars|pounds|yuan|yen|tonnes|tons|stores|vehicles|pieces|points|shares|miles|kilometers|hours|[A-Z][\w]+ Cup)\b")
_NAME_YEAR = re.compile(r"\b(?:Euro|Windows|Office|World Cup|Expo|Agenda|Vision|Olympics|Formula|No\.|Room|Boeing|Airbus|Flight|Article|Section|Page)\s$")
_FUTURE_BEFORE = re.compile(
    r"\b(?:will|would|'ll|shall|plans?|planned|expects?|expected|hopes?|aims?|aimed|forecasts?|target(?:s|ed|ing)?|due|set|scheduled|next|effective|until|before|ahead of|intends?|likely|should|guidance|outlook|sees|estimated|launches|opens|starts|begins)\b[^.;\"]{0,90}$|\bby (?:the )?(?:end of )?(?:next )?$",
    re.IGNORECASE,
)
_PAST_BEFORE = re.compile(r"\b(?:said|reported|announced|posted|ended|was|were|had|told|fell|rose|since|sold|did|bought|opened|launched|replaced)\b[^.;,\"]{0,40}$", re.IGNORECASE)


def find_periods(text: str, dating: Dating | None = None) -> list[PeriodMention]:
    """The period mentions of a text, sorted and without overlap; relative ones resolved against `dating` alone."""
    spans: list[tuple[int, int, Rule, re.Match[str]]] = []
    for rule in (*RULES, _MONTH_ALONE, _YEAR_ALONE):
        for match in rule[1].finditer(text):
            if rule is _YEAR_ALONE and (_COUNTED_YEAR.match(text, match.end()) or _NAME_YEAR.search(text[max(0, match.start() - 12) : match.start()])):
                continue
            if rule is _MONTH_ALONE and not _is_month(text, match):
                continue
            spans.append((match.start(), match.end(), rule, match))
    order = {rule[0]: index for index, rule in enumerate((*RULES, _MONTH_ALONE, _YEAR_ALONE))}
    spans.sort(key=lambda span: (span[0], span[0] - span[1], order[span[2][0]]))
    fiscal = _fiscal_year(text, dating)
    found: list[PeriodMention] = []
    reach, last = 0, None
    for start, end, rule, match in spans:
        if start < reach:
            continue
        before = text[max(0, start - 110) : start]
        context = _Context(dating, _is_future(before), last, fiscal)
        made = rule[2](match, context)
        if made is None:
            continue
        first, final = made.interval or (None, None)
        if first and final and first > final:
            continue
        period = Period(text=text[start:end], start=first, end=final, grain=made.grain)
        if made.comparison and made.shift == -12 and made.interval is None and last is not None and last.grain in ("year",) and "previous" in match.group().casefold():
            period = period.model_copy(update={"start": _year_span(last.start.year - 1)[0], "end": _year_span(last.start.year - 1)[1]}) if last.start else period
        found.append(PeriodMention(start, end, period, made.type, made.value, made.comparison, made.shift))  # type: ignore[arg-type]
        reach = end
        if period.start and made.type == "DATE" and not made.comparison and made.grain not in ("day", "vague"):
            last = period
    return found


def _is_future(before: str) -> bool:
    future = _FUTURE_BEFORE.search(before)
    if future is None or re.search(r"\b(?:from|than|since|over) (?:the )?$", before, re.IGNORECASE):
        return False
    past = _PAST_BEFORE.search(before)
    return past is None or past.start() < future.start()


def _is_month(text: str, match: re.Match[str]) -> bool:
    """True if "May", "March" and the like stand where a month would."""
    before = text[max(0, match.start() - 16) : match.start()]
    after = text[match.end() : match.end() + 12]
    if match["month"] in ("May", "March", "August"):
        return bool(re.search(r"\b(?:in|of|since|until|by|from|to|and|for|during|early|late|mid|through|last|next|this|the|between|ended|ending|end)[ -]$", before, re.I)) and (
            not re.match(r" [A-Z]", after) or bool(re.search(r"\b[Ii]n $", before))
        )
    return bool(re.search(r"\b[Ii]n $", before)) or not re.match(r" [A-Z][a-z]+ (?:said|says)", after)


def _fiscal_year(text: str, dating: Dating | None) -> tuple[int, int] | None:
    """The month in which the company's year ends, and the year of the one it is in, where the article says so."""
    match = re.search(rf"\byear (?:ended|ending|to|through)(?: in| on)? (?:the end of )?(?P<month>{MONTH})(?: {DAY}(?!\d))?(?:,? (?P<year>{YEAR}))?", text)
    if match is None or dating is None:
        return None
    month = _month_number(match["month"])
    at = dating.best
    return month, at.year if at.month <= month else at.year + 1
