"""Time expressions that name a part of a year, or a year of a company's own: quarters, halves, seasons, fiscal years."""

from __future__ import annotations

import datetime as dt
import re

from extractor.mentions import timex_cues as cues
from extractor.mentions.timex import (
    COUNT,
    DAY,
    MONTH,
    OLD_YEAR,
    ORDINAL,
    PART,
    SEASONS,
    YEAR,
    Anchor,
    Context,
    Found,
    Interval,
    Match,
    Rule,
    a_half,
    a_quarter,
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
from extractor.mentions.timex_absolute import awaited_year, looks_ahead, narrative_year
from extractor.mentions.timex_holidays import HOLIDAY, HOLIDAY_CUE, holiday
from extractor.record import Grain

# ---------------------------------------------------------------- fiscal years


def _fiscal_slash(match: Match, context: Context) -> Found | None:
    """ "2013/14", "fiscal 2013-14": the year that ends in the second."""
    first, last = int(match["first"]), int(match["last"])
    if last != first + 1 and last != (first + 1) % 100:
        return None
    return _fiscal(first + 1, context, f"{first}/{first + 1}")


def _fiscal_year(match: Match, context: Context) -> Found | None:
    """ "fiscal 2014", "FY14": that of the calendar, where the article does not say in which month it ends."""
    year = int(match["year"])
    year += 2000 if year < 100 else 0
    return _fiscal(year, context, str(year)) if context.fiscal else Found(year_span(year), "year", str(year))


def _fiscal(year: int, context: Context, value: str) -> Found:
    interval: Interval | None = ending(year, context.fiscal[0], None, 12) if context.fiscal else None
    return Found(interval, "year", value)


def _fiscal_part(match: Match, context: Context) -> Found | None:
    """ "the fiscal third quarter", "its second fiscal quarter of 2014", "Q2 FY15": placed by the month in which the year ends."""
    groups = match.groupdict()
    half = "half" in match.group().casefold() or bool(groups.get("h") or groups.get("h2"))
    part = ordinal(match["nth"]) or int(groups.get("q") or groups.get("q2") or groups.get("h") or groups.get("h2") or 0)
    length = 6 if half else 3
    if not 1 <= part <= 12 // length:
        return None
    year = _fiscal_year_told(groups, context)
    value = f"{in_year(year)}-{'H' if half else 'Q'}{part}"
    at = context.month()
    if context.fiscal is None:
        return Found(_lately(context, length) if year is None else None, "half" if half else "quarter", value)
    if year is None and at is None:
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


def _lately(context: Context, length: int) -> Interval | None:
    """The last quarter or half of the calendar that is over, or the one that runs: what news calls a company's own, if it is not dated."""
    at = context.month()
    if at is None or context.narrative:
        return None
    running = (at.month - 1) // length * length + 1
    year, month = divmod(at.year * 12 + running - 1 - (0 if looks_ahead(context) else length), 12)
    return month_span(year, month + 1, length)


def _fiscal_year_told(groups: dict[str, str | None], context: Context) -> int | None:
    """The fiscal year that a part is said to be of: "of fiscal 2016", "FY15", "of 2014-15", "of last fiscal year"."""
    if told_years := groups.get("fy") or groups.get("fy2"):
        first, _, second = told_years.replace("–", "-").replace("/", "-").partition("-")
        year = int(second[-2:] if second else first)
        return year + 2000 if year < 100 else year
    which = (groups.get("which") or "").casefold()
    if which and context.fiscal:
        return context.fiscal[1] + (-1 if re.search("last|previous", which) else 1 if "next" in which else 0)
    return int(groups["year"] or 0) or None


# ---------------------------------------------------------------- parts of years


def _last_half(match: Match, context: Context) -> Found | None:
    """ "half-year profits": those of the half of the calendar that has just ended; what a company tells in May is of its own half."""
    at = context.month()
    return Found(_lately(context, 6), "half") if at is not None and (at.month - 1) % 6 < 3 else None


def _nine_months(match: Match, context: Context) -> Found | None:
    """ "nine-month sales", told in the autumn: those from January to September."""
    at = context.month()
    return Found((dt.date(at.year, 1, 1), dt.date(at.year, 9, 30)), "span") if at is not None and at.month >= 10 else None


def _quarter(match: Match, context: Context) -> Found | None:
    if _IN_A_ROW.match(context.after):
        return None  # "falling for the second quarter in a row"
    if _is_of_fiscal_year(match):
        return _fiscal_part(match, context)
    quarter = ordinal(match["nth"]) or int(match["q"] or match["q2"] or 0)
    if not 1 <= quarter <= 4:
        return None
    year = _part_year(match, context, quarter * 3 - 2, 3)
    return a_quarter(year, quarter)


_IN_A_ROW = re.compile(r" (?:in a row|in succession|in a (?:streak|string)|running)\b")


def _is_of_fiscal_year(match: Match) -> bool:
    """True for "the fourth quarter of fiscal 2016", "Q2 FY15", "the first half of the current fiscal year"."""
    if match["fy"] or match["fy2"]:
        return True
    return bool((match["year"] or match["which"]) and re.search("fiscal|financial", match.group(), re.IGNORECASE))


def _half(match: Match, context: Context) -> Found | None:
    if _is_of_fiscal_year(match):
        return _fiscal_part(match, context)
    half = (
        2 if (match["nth"] or "").casefold() in ("latter", "later") else ordinal(match["nth"]) or int(match["h"] or match["h2"] or 0)
    )
    if half not in (1, 2):
        return None
    return a_half(_part_year(match, context, half * 6 - 5, 6), half)


def _part_year(match: Match, context: Context, month: int, length: int) -> int | None:
    """The year of a quarter or half: told, or the last that has ended, or the one that runs or comes."""
    written = match["year"] or match["year2"] or match["year3"] or match.groupdict().get("year4")
    if written:
        told = int(written)
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
        # told as over, it ended before the article can have been written
        ended = month_span(year, month, length)[1] if year else None
        over = context.dating is not None and ended is not None and ended >= context.dating.end and not context.future
        return year - 1 if year and over else year
    if year and (follows := _YEAR_NEXT.match(context.after)) is not None:
        return year + {"last": -1, "this": 0, "next": 1}[follows["which"]]
    if (awaited := awaited_year(context, month + length - 1)) is not None:
        return awaited
    if looks_ahead(context) and not _TO_BE_REPORTED.search(context.before):
        return at.year if month + length - 1 >= at.month else at.year + 1
    # told as past: the part is over or runs
    return at.year if month <= at.month else at.year - 1


# "fourth-quarter profit this year"
_YEAR_NEXT = re.compile(r" (?:(?!in\b|than\b|from\b|and\b|as\b)[a-z-]+ ){1,3}(?P<which>this|next|last) year\b")
# "will report third-quarter earnings": of a quarter that is over
_TO_BE_REPORTED = re.compile(r"\b(?:report|publish|releas|announc|present|unveil|post)(?:e|es|s|ing)? (?:its |their |the )?$")


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
        at = context.month()
        if not which and at and not context.narrative and not context.future and count > at.month:
            year -= 1  # not over yet: last year's
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


# within how many months a year that is "ending" in a month still runs
_SOON = 5
# "profit for the year to December would be about $85m"
_IS_TO_BE = re.compile(r" (?:(?:will|would|should|could) (?!be (?:published|released|announced|reported|out)\b)(?:\w+ )?[a-z]+\b|(?:is|are|was|were) (?:now |still )?(?:likely|expected|forecast|seen|set|due)\b)")


def _to_date(match: Match, context: Context) -> Found | None:
    """ "the year ended March 31", "the six months to September", "the quarter to the end of June"."""
    month = month_number(match["month"])
    written = match["day"] or match["day2"]
    day = day_number(written) if written else None
    if day is not None and date_of(2020, month, day) is None:
        return None
    unit = re.sub("half[ -]year", "half", match["unit"].casefold().rstrip("s"))
    count = number(match["n"]) if match["n"] else 1
    months = {"year": 12, "quarter": 3, "month": 1, "half": 6}.get(unit, 0) * count
    year = int(match["year"]) if match["year"] else None
    if year is None:
        at = context.month() or context.day()
        if at is None:
            year = context.year()
        else:
            which = (match["which"] or "").casefold()
            over = month < at.month or month == at.month and not context.future and not which
            runs = months == 12 and " ending" in match.group() and 0 < month - at.month <= _SOON  # the last such year would be long over
            coming = context.future or runs or " current " in f" {match.group()} " or _IS_TO_BE.match(context.after) is not None
            ahead = which == "next" or not which and coming and " ended" not in match.group()
            year = at.year + (1 if over and ahead else 0 if over or ahead else -1)
    if year is None:
        return Found(None, "span")
    end = month_span(year, month)[1] if day is None else date_of(year, month, day)
    if end is None:
        return None
    if unit == "quarter" and (nth := _NTH.search(match.group())) is not None and ordinal(nth[0]) * 3 == month and end == month_span(year, month)[1]:
        return a_quarter(year, month // 3)  # "its second quarter ended June 30": the calendar's own
    if day is not None and unit in ("quarter", "half", "month", "year") and _begins_untold(unit, count, end):
        return Found((None, end), _grain(months) if months else "span", end.isoformat())
    if unit == "day" and 1 <= count <= 400:
        return Found((end - dt.timedelta(days=count - 1), end), "span", f"P{count}D")
    if unit == "week" and 1 <= count <= 104:
        return Found((end - dt.timedelta(days=count * 7 - 1), end), "week" if count == 1 else "span", f"P{count}W")
    if not 0 < months <= 120 or year < 1000:
        return Found((None, end), "span")
    return Found(ending(year, month, day, months), _grain(months), f"P{months}M")


_NTH = re.compile(r"\b(?:first|second|third|fourth)\b", re.IGNORECASE)


def _begins_untold(unit: str, count: int, end: dt.date) -> bool:
    """True where a company's own calendar says when a period began that is told by its last day.

    Where a quarter begins that is told by nothing but its end is the company's own affair. A longer or numbered period
    that ends about the end of a month, but not with it, is made of weeks: nobody can count back to its first day.
    """
    if unit == "quarter" and count == 1:
        return True
    from_end = (month_span(end.year, end.month)[1] or end) - end
    return bool(from_end.days) and (from_end.days <= 7 or end.day <= 7)


def _from_date(match: Match, context: Context) -> Found | None:
    """ "the financial year that starts in April": twelve months."""
    month, written, at = month_number(match["month"]), match["day"] or match["day2"], context.month()
    year = int(match["year"]) if match["year"] else None
    if year is None and at is not None:
        began = re.search("started|began", match.group()) is not None
        # one that begins may have begun of late
        year = at.year + (-(month > at.month) if began else month + 2 < at.month)
    first = date_of(year, month, day_number(written) if written else 1)
    if first is None:
        return Found(None, "year") if year is None else None
    last = date_of(first.year + 1, month, first.day)
    return Found((first, last - dt.timedelta(days=1)) if last else None, "year", "P12M")


def _holiday_quarter(match: Match, context: Context) -> Found | None:
    """ "the holiday quarter": the last of the year."""
    return a_quarter(_part_year(match, context, 10, 3), 4)


def _season(match: Match, context: Context) -> Found | None:
    which = (match["which"] or "").casefold()
    month, code = SEASONS[match["season"].casefold()]
    told = match["year"]
    base = (narrative_year(context.anchor, month) if context.anchor else context.year()) if context.narrative else context.year()
    if not (told or which or context.narrative or match["the"]) and not context.before.endswith(
        ("in ", "by ", "since ")
    ):
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
_BEGINS = r"(?:starts|started|starting|begins|beginning|began|commencing)"
_OF = (
    r"(?:(?:,? (?:of|in))? ?FY ?[’']?(?P<fy>(?:20)?\d\d(?:[-–/]\d\d)?)(?!\d)|(?:(?:,? (?:of|in))? |/)(?:(?:fiscal )?(?:calendar (?:year )?)?(?P<year>(?:1[6-9]|20)\d\d)(?![-–/]\d)"
    r"|[’'](?P<year2>\d\d))|,? (?:of|in) (?:the )?(?:fiscal )?(?P<fy2>20\d\d[-–/]\d\d)(?!\d))?"
)
_WHICH = (
    r"(?:,?(?: of| in)? (?P<which>(?:this|last|next|the|the previous|the current|the next|the last|that|the same) (?:(?:fiscal|financial) )?year"
    r"|(?:this|last|next|the previous|the current|the last) fiscal))?"
)
_WHOSE = r"(?:(?P<whose>this|last|next) year[’']s |(?:the |its )?(?P<year3>(?:19|20)\d\d)(?:[’']s)? |the current |current |the |its |their )?"
_QUALIFIED = rf"(?:(?:{PART})[ -])?(?:the )?"

RULES: tuple[Rule, ...] = (
    rule("the <period> to <month> <day>",
         rf"(?:the |its |their )?(?:(?P<n>{COUNT})[ -])?(?:financial |fiscal |business |full |second |first |third |fourth |current |latest |most recent ){{0,2}}(?P<unit>half[ -]year|year|quarter|half|months?|weeks?|days)(?:[ -](?:period|stretch))?"
         rf",? (?:that |which )?{_ENDED}(?: on| in| of)? (?:the end of |end[ -])?(?:(?P<which>last|next) )?(?:(?P<day2>{DAY}) )?(?P<month>{MONTH})(?: (?P<day>{DAY})(?!\d))?(?:,? (?P<year>{YEAR}))?",
         _to_date, "periods", core=r"(?:year|quarter|half|month|week|day|period|stretch)s?,? (?:that |which )?(?:end|to |through |up to |until )"),
    rule("the year from <month>",
         rf"(?:the |its |their )?(?:next |current )?(?:(?:financial|fiscal|business) )?year,? (?:that |which )?(?:from|{_BEGINS})(?: on| in| from)?"
         rf" (?:(?P<day2>{DAY}) )?(?P<month>{MONTH})(?: (?P<day>{DAY})(?!\d))?(?:,? (?P<year>{YEAR}))?", _from_date, "periods", core=r"year,? (?:that |which )?(?:from|start|begin|began|commenc)"),
    rule("fiscal <year>", r"(?:the )?(?:(?:fiscal|financial)(?: year)? |FY ?)[’']?(?P<year>(?:19|20)\d\d|\d\d)(?![\d/.,-]*\d)", _fiscal_year, cue="fiscal|financial|fy"),
    rule("<year>/<year>", r"(?:(?:the )?(?:fiscal|financial|business)(?: year)? |FY ?)?(?P<first>(?:19|20)\d\d)[/](?P<last>\d\d(?:\d\d)?)", _fiscal_slash, cue=cues.YEARS, core=r"\d/\d"),
    rule("<year>-<yy>", r"(?:(?:the )?(?:fiscal|financial|business)(?: year)? |FY ?)?(?P<first>(?:19|20)\d\d)[-–](?P<last>\d\d)(?: (?:fiscal|financial)(?: year)?)?", _fiscal_slash, "periods", cue=cues.YEARS, core=r"\d[-–]\d"),
    rule("fiscal <nth> quarter",
         rf"(?:the |its )?(?:fiscal|financial)[ -](?P<nth>{ORDINAL})[ -](?:quarter|half)(?:(?: of)?(?: fiscal)? (?P<year>{YEAR}))?", _fiscal_part, core="fiscal|financial"),
    rule("<nth> fiscal quarter",
         rf"(?:the |its )?(?P<nth>{ORDINAL})[ -]fiscal[ -](?:quarter|half)(?:(?: of)?(?: fiscal)? (?P<year>{YEAR}))?", _fiscal_part, core="fiscal"),
    rule("the first <n> months",
         rf"(?:the )?(?P<edge>first|last|final) (?P<n>{COUNT}) months (?:of|in) (?:(?P<which>this year|last year|the year|next year|the current year|that year)|(?P<year>{YEAR}))",
         _first_months, core=" months "),
    rule("the first <n> months, no year",
         r"the (?P<edge>first) (?P<n>two|three|four|five|six|seven|eight|nine|ten|eleven|[2-9]|10|11) months(?P<which>)(?P<year>)(?! (?:of|in|after|following|since|as|under|on|at)\b)",
         _first_months, "periods", core=" months"),
    rule("<nth> quarter",
         rf"{_QUALIFIED}{_WHOSE}(?:(?P<nth>{ORDINAL})[ -]quarters?(?: \((?:Q[1-4]|[1-4]Q)\))?|(?P<q>[1-4])Q(?=[ ’',.;)]|FY|\d\d\b)(?P<year4>\d\d\b)?|Q(?P<q2>[1-4])){_OF}{_WHICH}", _quarter, cue=r"quarter|[1-4]q|q[1-4]"),
    rule("<nth> half",
         rf"{_WHOSE}(?:(?P<nth>first|second|1st|2nd|latter|later)[ -]half(?: \((?:H[12]|[12]H)\))?|H(?P<h>[12])|(?P<h2>[12])H(?=[ ’',.;)]|FY|\d\d\b)(?P<year4>\d\d\b)?){_OF}{_WHICH}", _half, cue=r"half|h[12]|[12]h"),
    rule("half-year <results>", r"(?:half-year(?:ly)?|six-month)(?= (?:[a-z-]+ ){0,2}(?:profits?|results|earnings|loss|revenues?|sales|income|figures)\b)", _last_half, core="half-year|six-month"),
    rule("nine-month <results>", r"(?:nine|9)-month(?= (?:[a-z-]+ ){0,2}(?:profits?|results|earnings|loss|revenues?|sales|income|figures)\b)", _nine_months, core="-month"),
    rule("the holiday quarter", rf"{_WHOSE}(?:Christmas|holiday|festive)(?:[ -]season|[ -]shopping)?[ -]quarter{_OF}{_WHICH}", _holiday_quarter, core="christmas|holiday|festive"),
    rule("the <month> quarter", rf"(?:the |its )?(?P<month>{MONTH}) quarter(?: of (?P<year>{YEAR}))?", _quarter_of_month, core=rf"{cues.MONTH_WORD} quarter"),
    rule("<season>",
         rf"(?:(?:{PART}|early|late|mid)[ -])?(?P<the>the )?(?:(?P<which>last|next|this|this past|the following|that) )?(?P<season>spring|summer|autumn|winter|(?:(?<=in the )|(?<=by the )|(?<=for the )|(?<=into the )|(?<=since the )|(?<=until the )|(?<=before the )|(?<=during the )|(?<=through the ))fall(?! in (?!(?:19|20)\d\d)| of (?!(?:19|20|18|17)\d|that|the same|last|this|next))|(?<=last )fall|(?<=this )fall|(?<=next )fall|fall(?= of (?:19|20)))(?:,? (?:of )?(?P<year>{OLD_YEAR}))?"
         r"(?! (?:Olympic|Paralympic|Games|Palace|War\b))", _season, cue="spring|summer|autumn|winter|fall"),
    rule("<holiday>", HOLIDAY, holiday, cue=HOLIDAY_CUE),
)  # fmt: skip
