"""Between which days an article must have been published, by the dates it tells as past and as still to come.

A past date is a lower bound, a date to come an upper one. How near they lie is told by what goes with them: a writer
leaves the year out only where it is plain, dates an interview soon before printing it, and tells results within two
months of the period's end. Bounds that nothing brings near stay wide, and too few cues give none.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.mentions.timex import (
    DAY,
    MONTH,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    date_of,
    day_number,
    month_number,
    month_span,
)
from extractor.mentions.timex_tense import Tense, tense
from extractor.mentions.types import Dating

_DATE = re.compile(
    rf"(?<![\w$£€.,/-])(?:(?P<weekday>{WEEKDAY}),? )?(?:the )?(?:(?P<part>early|mid|late|(?:the )?(?:spring|summer|fall|autumn|end) of)[ -])?"
    rf"(?:(?P<month>{MONTH}) (?P<day>{DAY})(?:,? (?P<year>{YEAR}))?(?![\d,]*\d|%)|(?P<day2>{DAY})(?: of)? (?P<month2>{MONTH})(?:,? (?P<year2>{YEAR}))?"
    rf"|(?P<month3>{MONTH}),?(?: of)? (?P<year3>{YEAR})|(?P<m>\d\d?)/(?P<d>\d\d?)/(?P<y>\d\d(?:\d\d)?)|(?P<year4>{YEAR}))"
    rf"(?![\w%/]|[.,:]\d|-\d)"
)
# what follows a number that is no year
_COUNTED = re.compile(
    r" (?:people|units|cars|workers|jobs|employees|euros|dollars|pounds|yuan|yen|tonnes|tons|stores|vehicles|points"
    r"|shares|miles|km|jets|planes|aircraft|members)\b"
)
_TO = re.compile(
    r"\b(?:by|until|before|for|through|to|target|than|beyond|since at least|as early as|from|and|between)(?: the)? $",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|won[’']t|scheduled|slated|due|expected|expects|planned|plans|set to|rescheduled|is to|are to|be held|arrives|arriving|headed (?:to|for)|bound for|destined for|coming to|launching|hitting"
    r"|intends?|intended|delayed|goes (?:live|on sale)|available|release on|ends|opens|expires?|expiring|starting|beginning|begins?|forecasts?|could|can|(?-i:may)|might|would|should)\b(?:[^.;\n]|\.(?=\d)){0,90}$",
    re.IGNORECASE,
)
_AS_OF = re.compile(r"\bas of $", re.IGNORECASE)
_TALKED = re.compile(
    r"\b(?:interviewed|spoke (?:to|with)|talked (?:to|with)|sat down with|caught up with)\b[^.;\n]{0,90}\bon $"
)
_PERIOD_ENDED = re.compile(r"\b(?:quarter|year|months|period|half)(?:,? (?:which|that))? (?:ended|to|through)(?: on)?(?: the end of)? $", re.IGNORECASE)
PART_OF = re.compile(r"\b(?P<nth>first|second|third|fourth|final|last)[ -](?P<part>quarter|half)(?: of| in)? (?:the year )?$", re.IGNORECASE)
# what is still to come though no verb says so: "is aiming for 3 million in", "its bonds maturing in"
_AIMED = re.compile(
    r"\b(?:aim(?:s|ed|ing)? (?:for|to)|promised to|pledged to|matur(?:e|es|ing)|budgets?|targets?|goals?|loses|wants?|hop(?:es|ing) (?:for|to)|seeks"
    r"|sees|guidance|outlook|projections?|pencill?ed in)\b(?:[^.;\n]|\.(?=\d)){0,60}$",
    re.IGNORECASE,
)
_AIMED_AFTER = re.compile(r"[’']?s? (?:budget|targets?|goals?|guidance|forecast|outlook|objectives?|plan)\b")
# "For full-year 2025, the company reiterated its forecast"
FORECAST_FOR = re.compile(r"\b[Ff]or (?:the )?(?:(?:full[- ]year|fiscal(?: year)?|calendar(?: year)?|year|all of) )?$")
FORECAST_AFTER = re.compile(
    r",? (?!was\b|were\b)(?:[\w'’&.-]+ ){1,6}?(?:expect(?:s|ed)?|forecasts?|reiterated|reaffirmed|maintained|raised its|lowered its|cut its|sees|projects|projected|anticipates?|guided|guides)\b"
)
# what is over though its sentence looks ahead: "plans to return to Norway, which it left in"
_DONE = re.compile(
    r"\b(?:since|left|bought|opened|founded|launched|started|acquired|listed|sold|took over|joined|retired|quit|entered|built|highest in|lowest in)"
    r"(?: (?:it|them|there|out|up|back))?(?: back)?(?: in| on)? (?:early |late |mid-)?$|\bafter (?:[a-z]+ing|an?|the|its)\b[^,;.]{0,50}\bin $"
    r"|\b(?:quarter|year|months|period|half)(?:,? (?:which|that))? ended(?: on)? $"
)
_STILL = re.compile(r"\b(?:to be|be|been|is|are|will|expected|due|planned|set|scheduled|to)\b[^,;.]{0,25}$")
_NEWS_DAY = re.compile(
    rf"\b(?:[Yy]esterday|[Tt]oday|last week|this week|this weekend|(?:one|two|three) weeks? ago|on {WEEKDAY})\b"
)
_EVENT_AFTER = re.compile(r"(?: [A-Z][\w'’-]{2,20}){2,4}")
_EVENT_BEFORE = re.compile(r"(?:\b[A-Z][\w'’-]{2,20} (?:[A-Z][\w'’-]{2,20}|Expo|Conference)|\b[A-Z]{3,6}) $")
_AFTERMATH = re.compile(r"\b(?:after|since|before|until|from|of|first|the) (?:the )?$")
_ONCE = dt.timedelta(days=31)
# years that plans are told ahead of
_FORESIGHT = 4


@dataclass(frozen=True)
class Told:
    """A date as the text tells it; `year` or `month` and `day` may be left out."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    tense: Tense
    text: str
    before: str
    after: str
    part: str = ""

    def first(self, year: int | None = None) -> dt.date | None:
        """The first day it can mean."""
        return date_of(year or self.year, self.month or 1, self.day or 1)

    def last(self) -> dt.date | None:
        """The last day it can mean."""
        if self.year is None or self.month is None:
            return date_of(self.year, 12, 31)
        return date_of(self.year, self.month, self.day) if self.day else month_span(self.year, self.month)[1]


# how long an office or a contract lasts may be told years before
_TERM = re.compile(r"\b(?:term|contract|lease|mandate|agreement|licen[cs]e|bonds?|notes?)\b[^.;\n]{0,50}$", re.IGNORECASE)


def bounds(text: str) -> Dating | None:
    """The days between which an article was published, as far as the dates in its text fix them; else None."""
    told = list(dates_told(text))
    past = [one for one in told if one.year and one.tense == "past"]
    ahead = [one for one in told if one.year and one.tense == "future" and one.month and not _TERM.search(one.before)]
    event = _event_year(text, told)
    floor = max((first for one in past if (first := one.first())), default=None)
    if event is not None:
        return _in_event_year(event, floor, told)
    near = _near(past, floor) or _reported(past, floor)
    if near is not None:
        return near
    if floor is not None and (going_on := _going_on(past, floor, told)):
        return going_on
    if ahead:
        return _before(ahead, floor, told)
    return _dense(told, floor)


def recent(text: str) -> Dating | None:
    """The weeks after a date that the text itself calls the state of things: "as of March 4", "the quarter ended …"."""
    past = [one for one in dates_told(text) if one.year and one.tense == "past"]
    return _near(past, max((first for one in past if (first := one.first())), default=None))


def dates_told(text: str) -> Iterator[Told]:
    for match in _DATE.finditer(text):
        group = match.groupdict()
        month = group["month"] or group["month2"] or group["month3"]
        day = group["day"] or group["day2"] or group["d"]
        year = group["year"] or group["year2"] or group["year3"] or group["year4"] or group["y"]
        before, after = text[max(0, match.start() - 120) : match.start()], text[match.end() : match.end() + 80]
        if month is not None and not month[0].isupper() or year is not None and not month and _COUNTED.match(after):
            continue
        number = month_number(month) if month else int(group["m"]) if group["m"] else None
        full = int(year) if year else None
        if full is not None and full < 100:
            full += 2000 if full < 70 else 1900
        in_month = day_number(day) if day else None
        if number is not None and date_of(full or 2020, number, in_month or 1) is None:
            continue
        part = (group["part"] or "").casefold()
        if part and full and number is None:
            # "late 2006", "the fall of 2011": the month by which it is over
            number = {"early": 4, "mid": 8, "spring": 5, "summer": 8, "fall": 11, "autumn": 11}.get(
                part.replace("the ", "").split()[0], 12
            )
        yield Told(
            match.start(),
            match.end(),
            full,
            number,
            in_month,
            _tense(before, after, full),
            match.group(),
            before,
            after,
            part,
        )


def _tense(before: str, after: str, year: int | None) -> Tense:
    """Past or future only where words say so; a bound to come ("by 2011") is neither."""
    if _DONE.search(before) and not _STILL.search(before):
        return "past"
    if _AS_OF.search(before) and not _TO_COME.search(before):
        return "past"
    if _TO_COME.search(before) or _AIMED.search(before) or _AIMED_AFTER.match(after) or FORECAST_FOR.search(before) and FORECAST_AFTER.match(after):
        return "future"
    if _AS_OF.search(before) or _PERIOD_ENDED.search(before):
        return "past"
    if _TO.search(before):
        return "open"
    return (
        "past"
        if tense(before, after) != "future" and (year or re.search(r"\b(?:[Oo]n|released|an?) $", before))
        else "open"
    )


def _event_year(text: str, told: list[Told]) -> Told | None:
    """A year in the name of an event that the article reports: "Expo 2016" in its title, or beside its own days."""
    title_end = text.find("\n")
    for one in told:
        if one.year is None or one.month is not None:
            continue
        after = _EVENT_AFTER.match(one.after)
        before = _EVENT_BEFORE.search(one.before)
        if (
            after is None
            and before is None
            or _AFTERMATH.search(one.before[: before.start()] if before else one.before)
            and not (_NEWS_DAY.search(one.before[-60:]) or _NEWS_DAY.search(one.after))
        ):
            continue
        in_title = one.end <= title_end and title_end < 200
        around = one.before[-50:] + one.text + one.after
        if in_title or _NEWS_DAY.search(around):
            return one
    return None


def _in_event_year(event: Told, floor: dt.date | None, told: list[Told]) -> Dating | None:
    """In the year of an event, and within a month before the first day to come that is told without its year."""
    assert event.year is not None
    start, end = dt.date(event.year, 1, 1), dt.date(event.year, 12, 31)
    if floor is not None and floor > end:
        return None
    start = max(start, floor) if floor else start
    coming = [first for one in _yearless(told, "future") if (first := one.first(event.year))]
    if coming:
        end = min(coming)
        start = max(start, end - _ONCE + dt.timedelta(days=1))
    return _dating(start, end, event)


def _near(past: list[Told], floor: dt.date | None) -> Dating | None:
    """The month after the latest date told, where the words say that it was lately."""
    for one in sorted(past, key=lambda one: (one.first() or dt.date.min, one.start), reverse=True):
        first = one.first()
        if first is None or first != floor:
            continue
        if one.month and _PERIOD_ENDED.search(one.before) and (last := one.last()):
            return _dating(last + dt.timedelta(days=1), last + dt.timedelta(days=62), one)
        if one.day is None:
            continue
        if _AS_OF.search(one.before) or _TALKED.search(one.before):
            return _dating(first, first + _ONCE - dt.timedelta(days=1), one)
        if "/" in one.text and _is_of_the_news(one):
            return _dating(first, first + _ONCE - dt.timedelta(days=1), one)
    return None


def _reported(past: list[Told], floor: dt.date | None) -> Dating | None:
    """The months after the latest quarter or half that results are told of: "lost $3m in the first quarter of 2013"."""
    for one in past:
        part = PART_OF.search(one.before)
        if part is None or one.year is None or one.month or floor is None or floor.year > one.year:
            continue
        nth = {"first": 1, "second": 2, "third": 3, "fourth": 4}.get(part["nth"].casefold(), 2 if part["part"].casefold() == "half" else 4)
        month = nth * (6 if part["part"].casefold() == "half" else 3)
        end = month_span(one.year, month)[1] if month <= 12 else None
        if end is not None:
            return _dating(end + dt.timedelta(days=1), end + dt.timedelta(days=120), one)
    return None


def _is_of_the_news(one: Told) -> bool:
    """True for a date in figures that falls on the weekday named before it: "on Sunday, … 7/8/07"."""
    first = one.first()
    days = re.findall(WEEKDAY, one.before)
    return first is not None and bool(days) and WEEKDAYS[days[-1].casefold()] == first.weekday()


def _going_on(past: list[Told], floor: dt.date, told: list[Told]) -> Dating | None:
    """A story that goes on from a month told with its year to days told without: it is printed soon after these."""
    last = [one for one in past if one.first() == floor]
    reach = 100 if any(_AS_OF.search(one.before) for one in last) else 62
    if not any(one.month for one in last):
        return None
    days = []
    for one in _yearless(told, "past"):
        for year in (floor.year, floor.year + 1):
            first = one.first(year)
            if first is not None and first >= floor:
                days.append((first, one))
                break
    if not days:
        return None
    latest, one = max(days, key=lambda pair: pair[0])
    if (latest - floor).days > reach:
        return None
    return _dating(latest, latest + _ONCE - dt.timedelta(days=1), *last[:1], one)


def _before(ahead: list[Told], floor: dt.date | None, told: list[Told]) -> Dating | None:
    """Before the first month that is told as still to come, with its year, and not many years before it."""
    first = min(ahead, key=lambda one: (one.last() or dt.date.max, one.start))
    end = first.last()
    if end is None or floor is not None and floor > end:
        return None
    coming = [one for one in _yearless(told, "future") if one.month == first.month]
    if coming and first.year and first.day is None:
        # the same month without its year is the one of the year before
        day = min(day for one in coming if (day := one.first(first.year - 1)))
        if floor is None or floor <= day:
            return _dating(max(day - _ONCE + dt.timedelta(days=1), floor or dt.date.min), day, first, coming[0])
    start = dt.date(end.year - _FORESIGHT, end.month, 1)
    return _dating(max(start, floor) if floor else start, end, first)


def _dense(told: list[Told], floor: dt.date | None) -> Dating | None:
    """From the latest year told as past to the second after, in a text that tells of several years around it."""
    if floor is None:
        return None
    past = [one for one in told if one.year and one.tense == "past"]
    latest = next(one for one in past if one.first() == floor)
    near = sum(1 for one in past if one.year and one.year >= floor.year - 4)
    ahead = [one.year for one in told if one.year and one.tense == "future" and one.year > floor.year]
    # mere years bound little unless a year to come stands against them
    if latest.month and len(past) >= 3 and near >= 2 or ahead and (near >= 2 or latest.month):
        return _dating(floor, dt.date(min([floor.year + 2, *ahead]), 12, 31), latest)
    return None


def _yearless(told: list[Told], which: Tense) -> list[Told]:
    return [one for one in told if one.year is None and one.day is not None and one.tense == which]


def _dating(start: dt.date, end: dt.date, *cues: Told) -> Dating:
    return Dating(start, end, start, "inferred", tuple(" ".join((one.before[-30:] + one.text).split()) for one in cues))
