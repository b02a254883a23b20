"""When an article was published: as given, or inferred from the cues in its text, solved together.

Never from the clock: an article without a date whose cues do not fix one stays undated.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from extractor.mentions.dating_bounds import bounds, recent
from extractor.mentions.dating_years import likeliest_year
from extractor.mentions.types import Dating

_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS.update({name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name})
_MONTHS["sept"] = 9
_WEEKDAYS = {name.casefold(): number for number, name in enumerate(calendar.day_name)}
_MONTH = r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY_DATE = re.compile(
    r"\b(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),? (?:the )?"
    rf"(?:{_MONTH} {_DAY}|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month2>{_MONTH[10:-4]}))\b(?!,? \d{{4}})"
)
_FULL_DATE = re.compile(
    rf"\b(?:{_MONTH} {_DAY},? {_YEAR}|{_DAY.replace('day', 'day2')}(?: of)? {_MONTH.replace('month', 'month2')},? {_YEAR.replace('year', 'year2')})\b"
)
_BARE_DATE = re.compile(
    rf"\b(?:on|since) (?:{_MONTH} {_DAY}|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH.replace('month', 'month2')})\b(?!,? \d{{4}})"
)
_YEARS = re.compile(
    r"(?<![\d$£€.,/-])(?:19[5-9]\d|20\d\d)(?![\d%/-]|[.,]\d| (?:people|units|cars|workers|jobs|employees|euros|dollars|pounds|tonnes|stores))"
)
_FUTURE = re.compile(
    r"\b(?:will|would|by|forecast|target|objectives?|goal|expects?|plans?|hopes?|aims?|until|next|through|end of|ahead of|scheduled|set to|due|guidance|outlook|prospects|projected)\b[^.\n]{0,60}$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Day:
    """A reported day without its year, the weekday if told, and where in the text it stands."""

    month: int
    day: int
    weekday: int | None
    cue: str
    past: bool


def given(date: dt.date) -> Dating:
    """The dating of an article whose date is known."""
    return Dating(date, date, date, "given", (date.isoformat(),))


def infer_published(text: str) -> Dating | None:
    """The interval in which an article was published, as far as its own words fix it; None where they do not."""
    heading = _heading_date(text)
    if heading is not None:
        return heading
    lately = recent(text)
    if lately is not None:
        return lately
    year, cues = likeliest_year(text)
    days = _days(text)
    anchored = [day for day in days if day.weekday is not None and day.past]
    if anchored:
        last = anchored[-1]
        fitting = [one for one in _candidate_years(text, year) if _weekday(one, last.month, last.day) == last.weekday]
        if len(fitting) == 1 or year in fitting:
            year = year if year in fitting else fitting[0]
            return _around(year, days, cues)
    bounded = bounds(text)
    if year is None or bounded is not None and ((bounded.end - bounded.start).days <= _NARROW or not bounded.start.year <= year <= bounded.end.year):
        return bounded
    return _bounded(text, year, days, cues)


# an interval of days that tells more than a year does
_NARROW = 365


# where a byline, dateline or footer stands, and how long its line may be
_HEAD, _FOOT, _LINE = 700, 300, 220
_PUBLISHED = re.compile(
    r"(?:\b(?:posted|published|updated|date|dated)\b:?(?: on)?|\bby [A-Z][\w .]{1,40},) ?$", re.IGNORECASE
)
_BOUND_TO = re.compile(
    r"\b(?:on|in|since|until|by|from|of|to|ended|ending|before|after|through|for|between|and|dated)(?: the)? ?$",
    re.IGNORECASE,
)


def _heading_date(text: str) -> Dating | None:
    """A full date that ends or makes up one of the first lines, or the last: a byline, dateline or footer has it."""
    head = text[:_HEAD].split("\n")[:6]
    foot = text[max(_HEAD, len(text) - _FOOT) :].split("\n")[-2:]
    for line in (*head, *foot):
        for match in _FULL_DATE.finditer(line[:_LINE]):
            day = _full(match)
            before, after = line[: match.start()], line[match.end() : _LINE].strip(" .|,-–)")
            weekday = re.search(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? $", before)
            if weekday:
                before = before[: weekday.start()]
                if day is None or _WEEKDAYS[weekday.group().rstrip(", ").casefold()] != day.weekday():
                    continue
            label = _PUBLISHED.search(before)
            if day is None or _BOUND_TO.search(before) and not label:
                continue
            agency = _PLACE.match(before) and _AGENCY.match(line, match.end())
            alone = len(line.split()) <= 9 and not re.search(r"[a-z] $", before)
            if (
                label
                or agency
                or not _ENDS.search(after)
                and (weekday and not after or alone)
                or _CLOCK.match(after)
                and weekday
            ):
                return Dating(
                    day, day, day, "inferred", (" ".join(line[max(0, match.start() - 30) : match.end()].split()),)
                )
    return None


_ENDS = re.compile(r"[a-z]{3}")
# "NEW YORK, Sept. 3, 2014 /Newswire/ -- Acme said"
_PLACE = re.compile(r"[A-Z][A-Z .'-]{2,40}(?:, [A-Z][\w.]{1,20})?,? (?:\([A-Z]\w+\) )?$")
_AGENCY = re.compile(r" ?(?:/[A-Z]|\([A-Z]|--|[–—-] )")
_CLOCK = re.compile(r"(?:at )?\d\d?[:.]\d\d")


def _full(match: re.Match[str]) -> dt.date | None:
    groups = match.groupdict()
    try:
        return dt.date(
            int(groups["year"] or groups["year2"]),
            _MONTHS[(groups["month"] or groups["month2"]).casefold()],
            int(groups["day"] or groups["day2"]),
        )
    except (ValueError, KeyError, TypeError):
        return None


def _days(text: str) -> list[_Day]:
    found: dict[tuple[int, int], _Day] = {}
    for pattern in (_WEEKDAY_DATE, _BARE_DATE):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            month = _MONTHS[(groups.get("month") or groups.get("month2") or "").casefold().rstrip(".")]
            day = int(groups.get("day") or groups.get("day2") or 0)
            if not 1 <= day <= 31:
                continue
            weekday = _WEEKDAYS.get((groups.get("weekday") or "").casefold())
            past = not _FUTURE.search(text[max(0, match.start() - 60) : match.start()])
            found.setdefault((month, day), _Day(month, day, weekday, match.group(), past))
    return [found[key] for key in sorted(found)]


def _weekday(year: int, month: int, day: int) -> int | None:
    try:
        return dt.date(year, month, day).weekday()
    except ValueError:
        return None


def _candidate_years(text: str, year: int | None) -> list[int]:
    years = sorted({int(match.group()) for match in _YEARS.finditer(text)})
    if year is not None:
        return sorted({year, *years, max(years, default=year) + 1})
    return list(range(min(years), max(years) + 2)) if years else []


def _around(year: int, days: list[_Day], cues: tuple[str, ...]) -> Dating | None:
    """From the last reported day of a year on: news is told within the week."""
    past = [_on(year, day) for day in days if day.past]
    known = sorted(day for day in past if day is not None)
    if not known:
        return None
    start = known[-1]
    return Dating(start, start + dt.timedelta(days=5), start, "inferred", (*cues, *(day.cue for day in days)))


def _on(year: int, day: _Day) -> dt.date | None:
    try:
        return dt.date(year, day.month, day.day)
    except ValueError:
        return None


def _bounded(text: str, year: int, days: list[_Day], cues: tuple[str, ...]) -> Dating:
    """The part of a year that is left once its past and future days are taken off."""
    start, end = dt.date(year, 1, 1), dt.date(year, 12, 31)
    for day in days:
        on = _on(year, day)
        if on is None or day.month in (1,) and not day.past and on < start:
            continue
        if day.past and on > start and day.weekday is not None:
            start = on
        elif not day.past and start < on < end:
            end = on
    months = [
        _MONTHS[match.group(1).casefold()]
        for match in re.finditer(
            r"\b[Ii]n (January|February|March|April|May|June|July|August|September|October|November|December)\b(?! (?:19|20)\d\d)",
            text,
        )
        if not _FUTURE.search(text[max(0, match.start() - 60) : match.start()])
    ]
    last_month = re.search(r"\blast month\b", text)
    if months and last_month and len(set(months)) == 1:
        # "… in October … last month": told in November
        month = months[0] + 1
        if month <= 12:
            start, end = (
                max(start, dt.date(year, month, 1)),
                min(end, dt.date(year, month, calendar.monthrange(year, month)[1])),
            )
            cues = (*cues, last_month.group())
    if end < start:
        start, end = dt.date(year, 1, 1), dt.date(year, 12, 31)
    best = start if start > dt.date(year, 1, 1) else start
    return Dating(start, end, best, "inferred", cues)
