"""Time expressions that name a place on the calendar: dates, months, quarters, halves, years, decades, holidays.

Where the year is not told, the article's date, the tense or the narrative gives it.
"""

from __future__ import annotations

import datetime as dt
import re

from extractor.mentions.timex import (
    COUNT,
    DAY,
    MONTH,
    OLD_YEAR,
    ORDINAL,
    PART,
    SEASONS,
    WEEKDAY,
    YEAR,
    Anchor,
    Context,
    Found,
    Interval,
    Match,
    Rule,
    a_day,
    a_half,
    a_month,
    a_quarter,
    a_year,
    date_of,
    day_number,
    ending,
    in_year,
    month_number,
    month_span,
    number,
    ordinal,
    rule,
    year_span,
)  # fmt: skip
from extractor.mentions.timex_holidays import HOLIDAY, holiday
from extractor.record import Grain

# "in April and June 1955", "from 10 May to 12 June 1940": the year stands with the last of them
_YEAR_FOLLOWS = re.compile(
    rf"(?:,? (?:and|or|to|until|through|till) |\s?[-–/]\s?|, )(?:the )?(?:(?:early|late|mid)[ -])?(?:{DAY} )?(?P<month>{MONTH})"
    rf"(?: {DAY})?,?(?: of)? (?P<year>{OLD_YEAR})(?!\d)"
)
_OF_THAT_YEAR = re.compile(r",? (?:of )?(?:that|the same|the following|the next|the previous|last|this|next) year\b")
_BC = r"(?:B\.?C\.?E?\.?)"


def _nearest(context: Context, month: int, day: int | None = None) -> int | None:
    """The year of a month or day named without one."""
    told = _told_year(context, month)
    if told is not None:
        return told
    if context.narrative and context.anchor:
        return _narrative_year(context.anchor, month, day)
    at = context.day() or context.month()
    if at is None:
        return context.year()
    if context.future:
        return at.year if (month, day or 31) >= (at.month, at.day) else at.year + 1
    if (month, day or 1) <= (at.month, at.day):
        return at.year
    this = date_of(at.year, month, day or 1)
    if day and this and context.tense == "open" and (this - at).days <= 45:
        return at.year
    return at.year - 1


def _told_year(context: Context, month: int, of_year: str | None = None) -> int | None:
    """The year that stands after the next date, or is said by "of that year"."""
    follows = _YEAR_FOLLOWS.match(context.after)
    if follows:
        return int(follows["year"]) - (1 if month > month_number(follows["month"]) else 0)
    of = _OF_THAT_YEAR.match(context.after)
    word = (of_year or (of.group() if of else "")).casefold()
    if not word:
        return None
    step = 1 if "next" in word or "following" in word else -1 if "last" in word or "previous" in word else 0
    own = any(one in word for one in ("last", "this")) or "the" not in word and "next" in word
    base = context.year() if own and not context.narrative else context.anchor.year if context.anchor else None
    return base + step if base else None


def _narrative_year(anchor: Anchor, month: int, day: int | None) -> int:
    """A story goes forward: a month long before the one just told of is the next year's."""
    if anchor.month is not None and anchor.month - month >= 8:
        return anchor.year + 1
    if anchor.month is not None and month - anchor.month >= 10:
        return anchor.year - 1
    return anchor.year


# ---------------------------------------------------------------- days


def _full_date(match: Match, context: Context) -> Found | None:
    day = date_of(int(match["year"]), month_number(match["month"]), day_number(match["day"]))
    return a_day(day) if day else None


def _iso(match: Match, context: Context) -> Found | None:
    day = date_of(int(match["year"]), int(match["m"]), int(match["d"]))
    return a_day(day) if day else None


def _slashes(match: Match, context: Context) -> Found | None:
    """ "12/31/2014" as Americans write it; where that is no date, "31/12/2014"."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    if year < 100:
        year += 2000 if year < 70 else 1900
    day = date_of(year, first, second) or date_of(year, second, first)
    return a_day(day) if day else None


def _dots(match: Match, context: Context) -> Found | None:
    """ "31.12.2014": the day comes first."""
    day = date_of(int(match["year"]), int(match["b"]), int(match["a"]))
    return a_day(day) if day else None


def _nine_eleven(match: Match, context: Context) -> Found | None:
    return a_day(dt.date(2001, 9, 11))


def _days(match: Match, context: Context) -> Found | None:
    """ "June 10-12, 2014", "from 10 to 12 June", "30 June to 2 July"."""
    month = month_number(match["month"])
    last_month = month_number(match["last_month"]) if match["last_month"] else month
    year = int(match["year"]) if match["year"] else _nearest(context, last_month, day_number(match["last"]))
    if year is None:
        return None
    start = date_of(year - (last_month < month), month, day_number(match["first"]))
    end = date_of(year, last_month, day_number(match["last"]))
    if start is None or end is None or start > end:
        return None
    return Found((start, end), "span", f"{start}/{end}", anchor=Anchor(end.year, end.month, end.day))


def _month_day(match: Match, context: Context) -> Found | None:
    month, day = month_number(match["month"]), day_number(match["day"])
    if date_of(2020, month, day) is None:
        return None
    year = _nearest(context, month, day)
    found = date_of(year, month, day)
    if found is None:
        return None if year and year > 0 else Found(None, "day", f"{in_year(year)}-{month:02}-{day:02}")
    return a_day(found)


def _bc_day(match: Match, context: Context) -> Found | None:
    year, month = -int(match["year"]), month_number(match["month"])
    value = f"{in_year(year)}-{month:02}"
    if match["day"]:
        value += f"-{day_number(match['day']):02}"
    return Found(None, "day" if match["day"] else "month", value, anchor=Anchor(year, month))


# ---------------------------------------------------------------- months and years


def _month_year(match: Match, context: Context) -> Found | None:
    return a_month(int(match["year"]), month_number(match["month"]))


def month_of(match: Match, context: Context) -> Found | None:
    """A month without its year, "last" and "next" heeded."""
    month = month_number(match["month"])
    which = (match["which"] or "").casefold()
    of_year = match.groupdict().get("of")
    year = _told_year(context, month, of_year) if of_year else _nearest(context, month)
    at = context.month()
    if year and at and which in ("last", "this past"):
        year = at.year if month < at.month else at.year - 1
    if year and at and which in ("next", "this coming"):
        year = at.year if month > at.month else at.year + 1
    if at and which == "this":
        year = at.year
    return a_month(year, month)


def year_of(match: Match, context: Context, written: str | None = None) -> Found | None:
    """A year as written."""
    return a_year(int(written or match["year"]))


def _bc_year(match: Match, context: Context) -> Found | None:
    return Found(None, "year", in_year(-int(match["year"])), anchor=Anchor(-int(match["year"])))


def _bc_years(match: Match, context: Context) -> Found | None:
    return Found(None, "multi_year", f"{in_year(-int(match['first']))}/{in_year(-int(match['last']))}")


def _year_in_bc(match: Match, context: Context) -> Found | None:
    """A short year in a text that speaks of the time before Christ."""
    if context.anchor is None or context.anchor.year > 0:
        return None
    return Found(None, "year", in_year(-int(match["year"])), anchor=Anchor(-int(match["year"])))


def _fiscal_slash(match: Match, context: Context) -> Found | None:
    first, last = int(match["first"]), int(match["last"])
    if last != first + 1 and last != (first + 1) % 100:
        return None
    return _fiscal(first + 1, context, f"{first}/{first + 1}")


def _fiscal_year(match: Match, context: Context) -> Found | None:
    """ "fiscal 2014", "FY14": a year only where the article says in which month it ends."""
    year = int(match["year"])
    year += 2000 if year < 100 else 0
    return _fiscal(year, context, str(year))


def _fiscal(year: int, context: Context, value: str) -> Found:
    interval: Interval | None = ending(year, context.fiscal[0], None, 12) if context.fiscal else None
    return Found(interval, "year", value)


def _fiscal_part(match: Match, context: Context) -> Found | None:
    """ "the fiscal third quarter", "its second fiscal quarter of 2014": placed by the month in which the year ends."""
    words = match.group().casefold()
    half = "half" in words
    part, length = ordinal(match["nth"]), 6 if half else 3
    if not 1 <= part <= 12 // length:
        return None
    year = int(match["year"]) if match["year"] else None
    value = f"{in_year(year)}-{'H' if half else 'Q'}{part}"
    at = context.month()
    if context.fiscal is None or year is None and at is None:
        return Found(None, "half" if half else "quarter", value)
    month = context.fiscal[0]
    if year is None:
        assert at is not None
        year = context.fiscal[1]
        last = year * 12 + month - 13 + part * length
        year -= 1 if not context.future and last >= at.year * 12 + at.month - 1 else 0
    last = year * 12 + month - 13 + part * length
    interval = ending(last // 12, last % 12 + 1, None, length)
    return Found(interval, "half" if half else "quarter", value)


def _years(match: Match, context: Context) -> Found | None:
    first, last = int(match["first"]), int(match["last"])
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + 60:
        return None
    return Found(year_span(first, last), "multi_year", f"{first}/{last}")


def _months(match: Match, context: Context) -> Found | None:
    first, last = month_number(match["first"]), month_number(match["last"])
    year = int(match["year"]) if match["year"] else _nearest(context, last)
    if year is None or year < 1:
        return Found(None, "span")
    start_year = int(match["first_year"]) if match["first_year"] else year if first <= last else year - 1
    if (start_year, first) > (year, last):
        return None
    interval = (dt.date(start_year, first, 1), month_span(year, last)[1])
    return Found(interval, "span", f"{start_year}-{first:02}/{year}-{last:02}")


def _decade(match: Match, context: Context) -> Found | None:
    if match["year"]:
        year = int(match["year"])
    else:
        word = (match["word"] or match["two"]).casefold()
        tens = _DECADES.get(word) or int(word)
        near = context.anchor.year if context.narrative and context.anchor and context.anchor.year > 0 else 2000
        year = tens + (near - 1) // 100 * 100
    if match["bc"]:
        return Found(None, "multi_year", f"BC{year // 10:03}", anchor=Anchor(-year))
    return Found(year_span(year, year + 9), "multi_year", f"{year // 10:03}", anchor=Anchor(year))


_DECADES = {f"{word}s": value for value, word in zip(
    range(20, 100, 10), ["twentie", "thirtie", "fortie", "fiftie", "sixtie", "seventie", "eightie", "ninetie"], strict=True
)}  # fmt: skip


def _century(match: Match, context: Context) -> Found | None:
    nth = ordinal(match["nth"])
    if not 1 <= nth <= 30:
        return None
    if match["bc"]:
        return Found(None, "multi_year", f"BC{nth - 1:02}", anchor=Anchor(-nth * 100))
    first = (nth - 1) * 100
    return Found(year_span(max(first, 1), first + 99), "multi_year", f"{nth - 1:02}")


# ---------------------------------------------------------------- parts of years


def _quarter(match: Match, context: Context) -> Found | None:
    quarter = ordinal(match["nth"]) or int(match["q"] or match["q2"] or 0)
    if not 1 <= quarter <= 4:
        return None
    year = _part_year(match, context, quarter * 3 - 2, 3)
    return a_quarter(year, quarter)


def _half(match: Match, context: Context) -> Found | None:
    half = 2 if (match["nth"] or "").casefold() in ("latter", "later") else ordinal(match["nth"]) or int(match["h"] or 0)
    if half not in (1, 2):
        return None
    return a_half(_part_year(match, context, half * 6 - 5, 6), half)


def _part_year(match: Match, context: Context, month: int, length: int) -> int | None:
    """The year of a quarter or half: told, or the last that has ended, or the one that runs or comes."""
    if match["year"] or match["year2"]:
        told = int(match["year"] or match["year2"])
        return told + 2000 if told < 100 else told
    which = (match["which"] or match["whose"] or "").casefold()
    year = context.year()
    if "that year" in which or "same year" in which:
        return context.anchor.year if context.anchor and context.anchor.year > 0 else year
    if which and year:
        return year - 1 if "last" in which or "previous" in which else year + 1 if "next" in which else year
    if context.narrative and context.anchor and context.anchor.year > 0:
        return context.anchor.year
    at = context.day() or context.month()
    if at is None:
        return year
    if context.future:
        return at.year if month + length - 1 >= at.month else at.year + 1
    # told as past: the part is over or runs
    return at.year if month <= at.month else at.year - 1


def _first_months(match: Match, context: Context) -> Found | None:
    count = number(match["n"])
    if not 1 <= count <= 12:
        return None
    which = (match["which"] or "").casefold()
    year = int(match["year"]) if match["year"] else context.year()
    if year and not match["year"]:
        if context.narrative or which in ("that year", "the year") and context.narrative:
            year = context.anchor.year if context.anchor and context.anchor.year > 0 else year
        year += -1 if "last" in which else 1 if "next" in which else 0
    if match["edge"].casefold() != "first":
        return Found(month_span(year, 13 - count, count) if year else None, "span", f"P{count}M")
    value = f"{in_year(year)}-H1" if count == 6 else f"{in_year(year)}-Q1" if count == 3 else f"P{count}M"
    return Found(month_span(year, 1, count) if year else None, _grain(count), value)


def _grain(months: int) -> Grain:
    grains: dict[int, Grain] = {1: "month", 3: "quarter", 6: "half", 12: "year"}
    return grains.get(months, "span")


def _quarter_of_month(match: Match, context: Context) -> Found | None:
    """ "the March quarter": the three months that end with it."""
    month = month_number(match["month"])
    year = int(match["year"]) if match["year"] else None
    at = context.month() or context.day()
    if year is None and at is not None:
        start_month = (month - 3) % 12 + 1
        running = start_month <= at.month <= month
        year = at.year if month <= at.month or running or context.future else at.year - 1
    if year is None:
        return Found(None, "quarter")
    return Found(ending(year, month, None, 3), "quarter", f"{year}-Q{(month + 2) // 3}")


def _to_date(match: Match, context: Context) -> Found | None:
    """ "the year ended March 31", "the six months to September", "the quarter to the end of June"."""
    month = month_number(match["month"])
    written = match["day"] or match["day2"]
    day = day_number(written) if written else None
    if day is not None and date_of(2020, month, day) is None:
        return None
    unit = match["unit"].casefold().rstrip("s")
    count = number(match["n"]) if match["n"] else 1
    months = {"year": 12, "quarter": 3, "month": 1, "half": 6}.get(unit, 0) * count
    year = int(match["year"]) if match["year"] else None
    if year is None:
        at = context.month() or context.day()
        if at is None:
            year = context.year()
        else:
            over = month < at.month or month == at.month and not context.future
            year = at.year + (1 if over and context.future else 0 if over or context.future else -1)
    if year is None:
        return Found(None, "span")
    end = month_span(year, month)[1] if day is None else date_of(year, month, day)
    if end is None:
        return None
    if unit == "quarter" and count == 1 and day is not None:
        # only its end is told: where a company's quarter begins is its own affair
        return Found((None, end), "quarter", end.isoformat())
    if unit == "week" and 1 <= count <= 104:
        return Found((end - dt.timedelta(days=count * 7 - 1), end), "week" if count == 1 else "span", f"P{count}W")
    if not 0 < months <= 120 or year < 1000:
        return Found((None, end), "span")
    return Found(ending(year, month, day, months), _grain(months), f"P{months}M")


def _season(match: Match, context: Context) -> Found | None:
    which = (match["which"] or "").casefold()
    month, code = SEASONS[match["season"].casefold()]
    told = match["year"]
    if context.narrative:
        base = _narrative_year(context.anchor, month, None) if context.anchor else context.year()
    else:
        base = context.year()
    if not (told or which or context.narrative or match["the"]) and not context.before.endswith(("in ", "by ", "since ")):
        return None
    if not told and not which and not match["the"] and not context.narrative:
        return None if context.day() is None else Found(None, "vague", f"XXXX-{code}")
    year = int(told) if told else base
    if year is None:
        return Found(None, "span", f"XXXX-{code}")
    if not told and not context.narrative:
        at = context.month()
        if which == "last":
            year -= 1 if at is None or (month + 2) % 12 + (12 if month == 12 else 0) >= at.month else 0
        elif which == "next":
            year += 1 if at is None or month <= at.month else 0
        elif not which and at and context.tense == "past" and month > at.month:
            year -= 1
    interval = month_span(year, month, 3) if year > 0 else None
    return Found(interval, "span", f"{in_year(year)}-{code}", anchor=Anchor(year, month))


_ENDED = r"(?:ended|ending|to|through|up to|until|to the end of|to end|that ended|that ends)"
_OF = r"(?:(?:,? (?:of|in))? (?:(?:fiscal )?(?:calendar (?:year )?)?(?P<year>(?:1[6-9]|20)\d\d)|[’'](?P<year2>\d\d)))?"
_WHICH = (
    r"(?:,?(?: of| in)? (?P<which>this year|last year|next year|the year|the previous year|the current year|the next year"
    r"|that year|the same year))?"
)
_WHOSE = r"(?:(?P<whose>this|last|next) year[’']s |the current |current |the |its |their )?"
_QUALIFIED = rf"(?:(?:{PART})[ -])?(?:the )?"

RULES: tuple[Rule, ...] = (
    rule("<year>-<month>-<day>", r"(?P<year>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)", _iso),
    rule("<month>/<day>/<year>", r"(?P<a>\d\d?)/(?P<b>\d\d?)/(?P<year>(?:19|20)\d\d|\d\d)(?![/\d])", _slashes),
    rule("<day>.<month>.<year>", r"(?P<a>\d\d?)\.(?P<b>\d\d?)\.(?P<year>(?:19|20)\d\d)(?!\.\d)", _dots),
    rule("9/11", r"9/11(?![/\d])", _nine_eleven),
    rule("<month> <day>-<day>",
         rf"(?:(?:from|between) )?(?P<month>{MONTH}) (?P<first>{DAY})(?: ?[-–] ?| to | and | through )(?:(?P<last_month>{MONTH}) )?"
         rf"(?P<last>{DAY})(?![\d,.]*\d)(?!%)(?:,? (?P<year>{OLD_YEAR}))?", _days, "periods"),
    rule("<day>-<day> <month>",
         rf"(?:(?:from|between) )?(?P<first>{DAY})(?: (?P<month>{MONTH})(?: ?[-–] ?| to | and | through )(?P<last>{DAY}) (?P<last_month>{MONTH}))"
         rf"(?:,? (?P<year>{OLD_YEAR}))?", _days, "periods"),
    rule("<days> <month>",
         rf"(?:(?:from|between) )?(?P<first>{DAY})(?: ?[-–] ?| to | through )(?P<last>{DAY}) (?P<month>{MONTH})(?P<last_month>)"
         rf"(?:,? (?P<year>{OLD_YEAR}))?", _days, "periods"),
    rule("<day> BC", rf"(?:(?P<day>{DAY}) )?(?P<month>{MONTH})(?: of)? (?P<year>\d\d?\d?\d?) ?{_BC}", _bc_day),
    rule("<month> <day>, <year>", rf"(?:{WEEKDAY},? )?(?:the )?(?P<month>{MONTH}) ?(?P<day>{DAY}),?(?: of| in)? (?P<year>{OLD_YEAR})", _full_date),
    rule("<day> <month> <year>",
         rf"(?:{WEEKDAY},? )?(?:the )?(?P<day>{DAY})(?: day)?(?: of)? (?P<month>{MONTH}),?(?: of| in)? (?P<year>{OLD_YEAR})", _full_date),
    rule("<day>-<month>-<year>", rf"(?P<day>{DAY})-(?P<month>{MONTH})-(?P<year>{OLD_YEAR})", _full_date),
    rule("the <period> to <month> <day>",
         rf"(?:the |its |their )?(?:(?P<n>{COUNT})[ -])?(?:financial |fiscal |business |full |second |first |third |fourth )?(?P<unit>year|quarter|half|months?|weeks?)"
         rf",? (?:that )?{_ENDED}(?: on| in| of)? (?:the end of )?(?:(?P<day2>{DAY}) )?(?P<month>{MONTH})(?: (?P<day>{DAY})(?!\d))?(?:,? (?P<year>{YEAR}))?",
         _to_date, "periods"),
    rule("<day> and <day> <month>",
         rf"(?P<day>{DAY})(?= ?(?:and|or|to|[-–]|through|,) ?{DAY} (?P<month>{MONTH})(?!\w))", _month_day, "timexes"),
    rule("<weekday> <month> <day>", rf"(?:{WEEKDAY},? )?(?:the )?(?P<month>{MONTH}) (?:the )?(?P<day>{DAY})(?![\d,]*\d|%|\.\d)", _month_day),
    rule("<day> <month>", rf"(?:{WEEKDAY},? )?(?:the )?(?P<day>{DAY})(?: day)?(?: of)? (?P<month>{MONTH})(?! {DAY}(?!\d))", _month_day),
    rule("between <month> and <month>",
         rf"(?:between|from) (?P<first>{MONTH})(?: (?P<first_year>{YEAR}))? (?:and|to|through|until) (?P<last>{MONTH})(?:,?(?: of)? (?P<year>{YEAR}))?(?! \d)",
         _months, "periods"),
    rule("<month> to <month>",
         rf"(?P<first>{MONTH})(?: (?P<first_year>{YEAR}))?(?: to | through |[-–])(?P<last>{MONTH})(?:,?(?: of)? (?P<year>{YEAR}))?(?! \d)",
         _months, "periods"),
    rule("from <year> to <year>",
         rf"(?:(?:between|from) )?(?P<first>{YEAR})(?: to | through | until |[-–])(?P<last>{YEAR})", _years, "periods"),
    rule("between <year> and <year>", rf"between (?P<first>{OLD_YEAR}) and (?P<last>{OLD_YEAR})", _years, "periods"),
    rule("fiscal <year>", r"(?:the )?(?:(?:fiscal|financial)(?: year)? |FY ?)[’']?(?P<year>(?:19|20)\d\d|\d\d)(?![\d/.,-]*\d)", _fiscal_year),
    rule("<year>/<year>", r"(?:(?:the )?(?:fiscal|financial|business)(?: year)? )?(?P<first>(?:19|20)\d\d)[/](?P<last>\d\d(?:\d\d)?)", _fiscal_slash),
    rule("fiscal <nth> quarter",
         rf"(?:the |its )?(?:fiscal|financial)[ -](?P<nth>{ORDINAL})[ -](?:quarter|half)(?:(?: of)?(?: fiscal)? (?P<year>{YEAR}))?", _fiscal_part),
    rule("<nth> fiscal quarter",
         rf"(?:the |its )?(?P<nth>{ORDINAL})[ -]fiscal[ -](?:quarter|half)(?:(?: of)?(?: fiscal)? (?P<year>{YEAR}))?", _fiscal_part),
    rule("the first <n> months",
         rf"(?:the )?(?P<edge>first|last|final) (?P<n>{COUNT}) months (?:of|in) (?:(?P<which>this year|last year|the year|next year|the current year|that year)|(?P<year>{YEAR}))",
         _first_months),
    rule("<nth> quarter",
         rf"{_QUALIFIED}{_WHOSE}(?:(?P<nth>{ORDINAL})[ -]quarters?|(?P<q>[1-4])Q(?=[ ’',.;)]|\d\d\b)|Q(?P<q2>[1-4])){_OF}{_WHICH}", _quarter),
    rule("<nth> half",
         rf"{_WHOSE}(?:(?P<nth>first|second|1st|2nd|latter|later)[ -]half|H(?P<h>[12])){_OF}{_WHICH}", _half),
    rule("the <month> quarter", rf"(?:the |its )?(?P<month>{MONTH}) quarter(?: of (?P<year>{YEAR}))?", _quarter_of_month),
    rule("<month> <year>", rf"{_QUALIFIED}(?P<month>{MONTH}),?(?: of| in)? (?P<year>{OLD_YEAR})", _month_year),
    rule("<month> of that year", rf"{_QUALIFIED}(?P<which>)(?P<month>{MONTH}),? of (?P<of>(?:that|the same|the following|the next|the previous|last|this|next) year)", month_of),
    rule("<part> <month>", rf"(?:{PART})[ -](?P<which>)(?P<month>{MONTH})", month_of),
    rule("<part> <year>", rf"(?:{PART})[ -](?:the year )?(?P<year>{OLD_YEAR})(?!s|[’']s|\d)(?! ?{_BC})", year_of),
    rule("<season>",
         rf"(?:(?:{PART}|early|late|mid)[ -])?(?P<the>the )?(?:(?P<which>last|next|this|this past|the following|that) )?(?P<season>spring|summer|autumn|winter|(?<=the )fall(?! of (?!(?:19|20|18|17)\d|that|the same|last|this|next))|(?<=last )fall|(?<=this )fall|(?<=next )fall|fall(?= of (?:19|20)))(?:,? (?:of )?(?P<year>{OLD_YEAR}))?"
         r"(?! (?:Olympic|Paralympic|Games|Palace|War\b))", _season),
    rule("<holiday>", HOLIDAY, holiday),
    rule("<years> BC", rf"(?P<first>\d\d?\d?\d?)(?: ?[-–] ?| to | and | or )(?P<last>\d\d?\d?\d?) ?{_BC}", _bc_years, "periods"),
    rule("<year> BC", rf"(?:ca?\. )?(?P<year>\d\d?\d?\d?)(?: ?{_BC}|(?= ?[-–] ?\d\d?\d?\d? ?{_BC})|(?= (?:to|and|or) \d\d?\d?\d? ?{_BC}))", _bc_year),
    rule("the <decade>s",
         rf"{_QUALIFIED}(?:(?P<year>(?:1\d|20)\d0)[’']?s|(?P<two>(?<=the )[2-9]0(?=s\b)|(?<=[’'])[2-9]0)s|(?P<word>(?<=the )(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies))(?P<bc> ?{_BC})?", _decade),
    rule("the <nth> century", rf"{_QUALIFIED}(?P<nth>[a-z]{{5,12}}(?:-first)?|\d\d?(?:st|nd|rd|th))[ -]century(?P<bc> ?{_BC})?", _century),
)  # fmt: skip

