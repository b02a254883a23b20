"""Time expressions that lean on another date: the article's own ("last year") or one told before ("that year")."""

from __future__ import annotations

import datetime as dt
import re

from extractor.mentions import timex_cues as cues
from extractor.mentions.timex import (
    MONTH,
    NUMBER,
    PART,
    UNIT_CODES,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    Anchor,
    Context,
    Found,
    Match,
    Rule,
    a_day,
    a_month,
    a_quarter,
    a_week,
    a_year,
    ending,
    in_year,
    month_number,
    month_span,
    moved,
    number,
    rule,
    year_span,
)  # fmt: skip
from extractor.mentions.timex_absolute import month_of
from extractor.record import Grain

_BACK = frozenset({"last", "latest", "recent", "past", "previous", "prior", "preceding", "before"})
_ON = frozenset({"next", "coming", "following", "after", "upcoming", "subsequent"})


def _step(which: str) -> int:
    return -1 if which in _BACK else 1 if which in _ON else 0


def _this(match: Match, context: Context) -> Found | None:
    """ "last year", "this quarter", "next week", "the previous month"."""
    which, unit = (match["which"] or "this").casefold().split()[-1], (match["unit"] or "year").casefold()
    if match["ended"]:
        which, unit = "last", match["ended"].casefold()
    step = _step(which)
    comparison = which in ("previous", "prior", "preceding")
    kind = "year" if unit == "fiscal" else unit.split()[-1]
    if context.narrative and (comparison or which == "following" or match.group()[:4].casefold() == "the "):
        return _from_anchor(step, kind, context)
    if (
        which == "following"
        and kind in ("year", "day", "month", "week", "quarter")
        and context.last
        and context.last.start
    ):
        return _after(context, kind) or Found(None, "vague")
    if kind == "year":
        return _this_year(which, unit, step, comparison, context)
    at = context.month() or context.day()
    if kind == "quarter":
        if at is None:
            return Found(None, "quarter", "", "DATE", comparison, -3 if comparison else None)
        index = at.year * 4 + (at.month - 1) // 3 + step
        found = a_quarter(index // 4, index % 4 + 1)
        return Found(
            found.interval, "quarter", found.value, "DATE", comparison, -3 if comparison else None, found.anchor
        )
    if kind == "month":
        at = context.month()
        if at is None:
            return Found(None, "month", "", "DATE", comparison, -1 if comparison else None)
        found = a_month(*moved(at.year * 12 + at.month - 1 + step))
        return Found(found.interval, "month", found.value, "DATE", comparison, -1 if comparison else None, found.anchor)
    day = context.day()
    if kind == "decade":
        year = context.year()
        first = year // 10 * 10 + 10 * step if year else None
        return (
            Found(year_span(first, first + 9), "multi_year", f"{first // 10}") if first else Found(None, "multi_year")
        )
    if kind == "century":
        year = context.year()
        first = (year // 100 + step) * 100 if year else None
        return (
            Found(year_span(first, first + 99), "multi_year", f"{first // 100}") if first else Found(None, "multi_year")
        )
    if day is None:
        return Found(None, "week" if kind == "week" else "vague")
    if kind == "weekend":
        # "this weekend" told as past, or early in the week, is the one that was
        back = which == "this" and (context.tense == "past" or context.tense == "open" and day.weekday() < 3)
        monday = day - dt.timedelta(days=day.weekday())
        weeks = step if day.weekday() >= 5 else -1 if back or which in _BACK else 1 if which == "next" and day.weekday() >= 3 else 0
        return a_week(monday + dt.timedelta(weeks=weeks), weekend=True)
    return a_week(day + dt.timedelta(weeks=step))


def _the_weekend(match: Match, context: Context) -> Found | None:
    """The last one, but where the words look ahead."""
    day = context.day()
    if day is None or context.narrative:
        return Found(None, "vague")
    weeks = 0 if context.future or day.weekday() >= 5 else -1
    return a_week(day + dt.timedelta(weeks=weeks), weekend=True)


def _this_year(which: str, unit: str, step: int, comparison: bool, context: Context) -> Found:
    anchor = context.last.start.year if comparison and context.last and context.last.start else context.year()
    fiscal = unit.split()[0] in ("financial", "fiscal", "business")
    if (fiscal or which == "current") and context.fiscal and context.month():
        month, last = context.fiscal
        return Found(ending(last + step, month, None, 12), "year", str(last + step))
    year = anchor + step if anchor else None
    found = a_year(year if year and year > 0 else None, comparison)
    if fiscal:
        return Found(None, "year", found.value, "DATE", comparison, found.shift, found.anchor)
    return found


def _after(context: Context, kind: str) -> Found | None:
    """ "the following quarter": after the period the text spoke of last."""
    last = context.last
    if last is None or last.end is None:
        return None
    day = last.end + dt.timedelta(days=1)
    if kind == "year":
        return a_year(last.end.year + 1)
    if kind == "quarter" and last.grain in ("quarter", "month", "half"):
        return a_quarter(day.year, (day.month + 2) // 3)
    if kind == "month" and last.grain == "month":
        return a_month(day.year, day.month)
    return None


def _from_anchor(step: int, kind: str, context: Context) -> Found | None:
    """The unit of time of the date told of last, or the one before or after it."""
    anchor = context.anchor
    if anchor is None:
        return None
    at = anchor.date()
    if kind == "year":
        year = anchor.year + step
        if year < 1:
            return Found(None, "year", in_year(year), anchor=Anchor(year))
        return a_year(year)
    if kind == "decade" and anchor.year > 0:
        return Found(None, "multi_year", f"{anchor.year // 10 + step:03}")
    if at is None:
        if anchor.year < 0 and kind in ("day", "month"):
            value = in_year(anchor.year) + (f"-{anchor.month:02}" if anchor.month else "-XX")
            return Found(None, "day" if kind == "day" else "month", value + ("-XX" if kind == "day" else ""))
        return Found(None, "vague", {"day": "XXXX-XX-XX", "month": f"{in_year(anchor.year)}-XX"}.get(kind, ""))
    if kind == "month":
        return a_month(*moved(at.year * 12 + at.month - 1 + step))
    if kind == "quarter":
        index = at.year * 4 + (at.month - 1) // 3 + step
        return a_quarter(index // 4, index % 4 + 1)
    if anchor.day is None:
        return Found(None, "vague", f"{at.year}-{at.month:02}-XX" if kind == "day" else "")
    try:
        if kind == "week":
            return a_week(at + dt.timedelta(weeks=step))
        return a_day(at + dt.timedelta(days=step)) if kind == "day" else None
    except OverflowError:
        return None


def _that(match: Match, context: Context) -> Found | None:
    """ "that year", "the same day", "that same month"."""
    found = _from_anchor(0, match["unit"].casefold(), context)
    return found if found is not None else Found(None, "vague")


def _neighbour(match: Match, context: Context) -> Found | None:
    """ "the next day", "the day before", "the following year": beside the date told of last."""
    which = (match["which"] or match["which2"]).casefold()
    step = _step(which)
    unit = (match["unit"] or match["unit2"]).casefold()
    return _from_anchor(step, unit, context) or Found(None, "vague")


def _end_of(match: Match, context: Context) -> Found | None:
    """ "the end of the month", "later that year", "by year-end"."""
    unit = (match["unit"] or "year").casefold()
    that = (match["which"] or "the").casefold()
    if unit == "century":
        return None
    step = -1 if that == "last" else 1 if that == "next" else 0
    if context.narrative or that in ("that", "the same"):
        return _from_anchor(0, unit, context)
    if unit == "year":
        year, day = context.year(), context.day()
        at = context.month()
        if _YEAR_END.fullmatch(match.group()) and context.tense == "past" and at and at.month < 11:
            return a_year(at.year - 1)  # "at year-end it had 40 stores"
        if day and not step and match.group().casefold().split(" of ")[0].endswith(("remainder", "rest")):
            return Found((day, dt.date(day.year, 12, 31)), "span", str(day.year))
        return a_year(year + step) if year else a_year(None)
    if unit == "week":
        day = context.day()
        return a_week(day + dt.timedelta(weeks=step)) if day else Found(None, "week")
    at = context.month()
    if at is None:
        return Found(None, "month" if unit == "month" else "quarter")
    if unit == "quarter":
        index = at.year * 4 + (at.month - 1) // 3 + step
        return a_quarter(index // 4, index % 4 + 1)
    return a_month(*moved(at.year * 12 + at.month - 1 + step))


_YEAR_END = re.compile(r"(?:the )?year(?:[- ]|[’']s[- ])end", re.IGNORECASE)


def _so_far(match: Match, context: Context) -> Found | None:
    """The year until the month before the article's: the last that can have been counted."""
    year = context.year()
    if year is None:
        return Found(None, "year")
    at = context.month()
    end = at - dt.timedelta(days=1) if at and at.month > 1 else dt.date(year, 12, 31)
    return Found((dt.date(year, 1, 1), end), "span", str(year))


def _so_far_in(match: Match, context: Context) -> Found | None:
    """ "so far in 2023" in an article of 2023."""
    return _so_far(match, context) if int(match["year"]) == context.year() else a_year(int(match["year"]))


def _since_last_month(match: Match, context: Context) -> Found | None:
    """ "between last October and June": from the last such month to the next of the other."""
    at = context.month()
    if at is None:
        return Found(None, "span")
    first, last = month_number(match["first"]), month_number(match["last"])
    year = at.year - (first >= at.month)
    return Found((dt.date(year, first, 1), month_span(year + (last < first), last)[1]), "span")


def _today(match: Match, context: Context) -> Found | None:
    day, word = context.day(), match["word"].casefold()
    if context.narrative and word == "today":
        return Found(None, "vague", "PRESENT_REF")
    if day is None:
        return Found(None, "day")
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    return a_day(day + dt.timedelta(days=-2 if match["twice"] and step < 0 else 2 if match["twice"] else step))


# "will receive $3, a premium of 20 percent to Friday's close": a session is over
_SESSION = re.compile(r"[’']s (?:clos|trad|session|market)")


def _weekday(match: Match, context: Context) -> Found | None:
    """The last such day of what was, the next of what will be; the article's own day is either."""
    if context.narrative and context.anchor and context.anchor.day:
        day = context.anchor.date()
    else:
        day = context.day()
        if context.dating is None or context.dating.start != context.dating.end:
            day = None
    if day is None:
        return Found(None, "day")
    weekday = WEEKDAYS[match["weekday"].casefold()]
    which = (match["which"] or match["which2"] or "").casefold()
    ahead, back = (weekday - day.weekday()) % 7, (day.weekday() - weekday) % 7
    if "last week" in which or "next week" in which or "this week" in which:
        weeks = -1 if "last" in which else 1 if "next" in which else 0
        return a_day(day - dt.timedelta(days=day.weekday()) + dt.timedelta(days=weekday, weeks=weeks))
    if (
        which in ("next", "this coming", "the following")
        or which not in ("last", "this past", "past")
        and context.future
        and not _SESSION.match(context.after)
    ):
        return a_day(day + dt.timedelta(days=ahead or (7 if which == "next" else 0)))
    return a_day(day - dt.timedelta(days=back or (7 if which == "last" else 0)))


def _ago(match: Match, context: Context) -> Found | None:
    """ "three years ago"; "two years earlier", "twelve days later", which lean on what was told before."""
    word, unit = match["n"].casefold(), match["unit"].casefold().rstrip("s").replace("centurie", "century")
    ago = match["ago"].casefold()
    count = number(word) * (10 if unit == "decade" else 100 if unit == "century" else 1)
    unit = "year" if unit in ("decade", "century") else unit
    grain: Grain = "vague"
    if ago in ("ago", "back") and match["unit"].casefold().startswith(("decade", "centur")) and context.year():
        # no year is meant, but one of ten or a hundred
        year = (context.year() or 0) - count
        return Found(None, "vague", f"{year // 10:03}" if count < 100 and year > 0 else "PAST_REF")
    if count == 0 or count > 900 or "couple" in word:
        return Found(None, grain, "PAST_REF" if ago in ("ago", "back", "earlier", "before") else "FUTURE_REF")
    if ago in ("later", "after", "afterwards", "on", "after that", "thereafter") or context.narrative:
        back = ago in ("ago", "back", "earlier", "before", "previously")
        if context.narrative and ago in ("ago", "back"):
            return _past(count, unit, context)
        return _moved_anchor(-count if back else count, unit, context)
    if ago in ("earlier", "before", "previously"):
        moved_to = _moved_anchor(-count, unit, context)
        value = moved_to.value if moved_to else ""
        if unit == "year":
            return Found(None, "year", value or _year_value(context, -count), "DATE", True, -12 * count)
        if unit in ("month", "quarter"):
            return Found(None, "month", value, "DATE", True, -count * (3 if unit == "quarter" else 1))
        return moved_to or Found(None, "vague")
    if (unit, count) in (("year", 1), ("month", 12)):
        return Found(None, "year", _year_value(context, -1), "DATE", True, -12)
    if unit == "year" and match.group().casefold().startswith(("more than ", "over ")):
        return Found(None, "vague", _year_value(context, -count))  # "more than 30 years ago": some year before
    return _past(count, unit, context)


def _year_value(context: Context, step: int) -> str:
    year = context.year()
    return str(year + step) if year else ""


def _past(count: int, unit: str, context: Context) -> Found | None:
    """So many units before the article."""
    year, at, day = context.year(), context.month(), context.day()
    if unit == "year":
        return a_year(year - count if year and year > count else None)
    if unit == "quarter":
        return Found(None, "quarter", "", "DATE", True, -3 * count)
    if unit == "month":
        return a_month(*moved(at.year * 12 + at.month - 1 - count)) if at else Found(None, "month")
    if day is None or unit in ("hour", "minute", "second"):
        return Found(None, "vague")
    if unit == "week":
        return a_week(day - dt.timedelta(weeks=count))
    return a_day(day - dt.timedelta(days=count))


def _moved_anchor(step: int, unit: str, context: Context) -> Found | None:
    """So many units after the date told of last; None where none was."""
    anchor = context.anchor
    if anchor is None or unit in ("hour", "minute", "second"):
        return None
    if unit == "year":
        year = anchor.year + step
        if year < 1:
            return Found(None, "year", in_year(year), anchor=Anchor(year))
        return a_year(year)
    at = anchor.date()
    if at is None:
        return Found(None, "vague")
    if unit in ("month", "quarter"):
        year, month = moved(at.year * 12 + at.month - 1 + step * (3 if unit == "quarter" else 1))
        return a_month(year, month) if 1 <= year <= 9999 else None
    if anchor.day is None:
        return Found(None, "vague")
    try:
        day = at + dt.timedelta(days=step * (7 if unit == "week" else 14 if unit == "fortnight" else 1))
        return a_week(day) if unit == "week" else a_day(day)
    except OverflowError:
        return None


def _year_ago(match: Match, context: Context) -> Found | None:
    year = context.year()
    return Found(None, "year", str(year - 1) if year else "", "DATE", True, -12)


def _past_units(match: Match, context: Context) -> Found | None:
    """ "over the past five years": up to the article's month, or on from it."""
    unit = match["unit"].casefold().rstrip("s").replace("centurie", "century")
    vague = match["n"] is None and match["unit"].casefold().endswith("s")
    count = 0 if vague else number(match["n"] or "one")
    which = match["which"].casefold()
    code = UNIT_CODES[unit]
    value = f"P{'T' if unit in ('hour', 'minute') else ''}{count or 'X'}{code}"
    if not match["n"] and not match["unit"].endswith("s") and unit not in ("decade", "century"):
        return None
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}.get(unit, 0) * count
    grain: Grain = "multi_year" if months > 12 else "span"
    ahead = which in ("next", "coming", "following")
    before = context.last
    if which == "previous" and months and before is not None and before.start is not None and before.end is not None and (
        (before.end.year - before.start.year) * 12 + before.end.month - before.start.month + 1 == months and before.start.day == 1
    ):
        # "a loss in the year to March, against a profit in the previous 12 months"
        first = moved(before.start.year * 12 + before.start.month - 1 - months)
        return Found((dt.date(*first, 1), before.start - dt.timedelta(days=1)), grain, value, "DURATION")
    day = context.day()
    if unit in ("day", "week") and day is not None and 0 < count <= 400 and not context.narrative:
        length = dt.timedelta(days=count * (7 if unit == "week" else 1))
        one = dt.timedelta(days=1)
        return Found((day, day + length - one) if ahead else (day - length, day - one), "span", value, "DURATION")
    at = context.month()
    if at is None or not months or months > 1200 or context.narrative:
        return Found(None, grain if count and months else "vague", value, "DURATION")
    index = at.year * 12 + at.month - 1
    if ahead:
        last = moved(index + months)
        return Found((day or at, dt.date(*last, 1) - dt.timedelta(days=1)), grain, value, "DURATION")
    first = moved(index - months)
    return Found((dt.date(*first, 1), at - dt.timedelta(days=1)), grain, value, "DURATION")


def _ago_in_narrative(match: Match, context: Context) -> Found | None:
    words = match.group().casefold()
    if not context.narrative or not words.endswith(("earlier", "before", "previously")):
        return None
    return _moved_anchor(-1, "year", context)


_SAME = (
    r"(?:(?:in|over|for|during) )?(?:the )?(?:same|corresponding|comparable|comparison|equivalent|year-ago|year-earlier|year-before|prior-year|previous year[’']s)"
    r"(?: (?:three|six|nine|[369]|12|twelve)[- ](?:months?|weeks?))? ?(?:period|stretch|span|quarter|month|half|time|week|year|point|stage|(?<=[a-z] |\d )(?:months|weeks)|(?<=months)|(?<=weeks))"
    r"(?: (?:(?:of |in )?(?:a year (?:ago|earlier|before)|last (?:fiscal |financial )?(?:year|fiscal)|(?:the )?(?:previous|prior|last) (?:fiscal |financial )?(?:year|fiscal)|the year before|one year (?:ago|earlier)|(?:19|20)\d\d)))?"
    r"|(?<!the )last time(?: (?:a)?round)?(?=[,.;:)]| (?:and|as|but|while|after|thanks)\b|$)"
)


def _same_period(match: Match, context: Context) -> Found | None:
    """ "the same period a year ago"; a bare "the same year" is the one told of."""
    words = match.group().casefold().split()
    if words[-2:] in (["same", "time"], ["same", "year"], ["same", "month"], ["same", "week"]) and len(words) <= 4:
        if words[-1] == "time":
            return _then(context)
        if context.narrative or words[-1] != "year":
            return _from_anchor(0, words[-1], context) or _year_ago(match, context)
    return _year_ago(match, context)


def _then(context: Context) -> Found | None:
    """ "at the same time": in a narrative, when the last thing happened."""
    anchor = context.anchor
    if not context.narrative or anchor is None:
        return None
    value = (
        in_year(anchor.year)
        + (f"-{anchor.month:02}" if anchor.month else "")
        + (f"-{anchor.day:02}" if anchor.day else "")
    )
    return Found(None, "vague", value)


_AGO_UNIT = r"(?:days?|weeks?|fortnight|months?|quarters?|years?|decades?|century|centuries|hours?|minutes?)"

RULES: tuple[Rule, ...] = (
    rule("so far in <year>", rf"so far in (?P<year>{YEAR})", _so_far_in, "periods", cue="so far"),
    rule("so far this year", r"(?:so far this year|this year (?:so far|thus far|to date)|(?:the )?year[ -]to[ -]date|the year so far)", _so_far, core="so far|thus far|to date|to-date"),
    rule("the same period a year ago", _SAME, _same_period, cue="comparable|comparison|corresponding|equivalent|last time|previous year|prior-year|same|year-ago|year-before|year-earlier"),
    rule("year-ago", r"(?:(?:a|one) year (?:ago|earlier|before|previously)(?! the)|the year before(?! (?:last|the))|year-ago|year-earlier|year on year|last year[’']s (?:same )?(?:quarter|period))",
         lambda match, context: _ago_in_narrative(match, context) or _year_ago(match, context), core="year ago|year earlier|year before|year previously|year-ago|year-earlier|year on year|last year"),
    rule("<n> <unit> ago",
         rf"(?:only |just |about |some |around |(?<!cent )(?<!% )more than |nearly |almost |over )?\[?(?P<n>{NUMBER})\]? (?:short |full |long )?(?P<unit>{_AGO_UNIT}) (?P<ago>ago|back(?! (?:to|in|into|from|at|on|up|then|with|together)\b)|earlier|before(?! (?:the|a|its|his|they|he|it)\b)|previously|later|after that|afterwards|thereafter)", _ago, cue="ago|back|earlier|before|previously|later|after"),
    rule("over the past <n> <unit>",
         rf"(?:(?:over|in|during|for|within) )?the (?P<which>past|last|next|coming|following|previous) (?:(?P<n>{NUMBER}) )?(?P<unit>minutes|hours|days|weeks|months|quarters|years|decades?|centuries)(?! (?:of|in) (?:the year|(?:this|last|next) year|\d{{4}}))", _past_units, core="the past|the last|the next|the coming|the following|the previous"),
    rule("<weekday> of last week", rf"(?P<weekday>{WEEKDAY}),? (?:of )?(?P<which>last week|this week|next week)(?P<which2>)", _weekday, core="last week|this week|next week"),
    rule("the <neighbour> day",
         r"(?:the (?:very )?(?P<which>next|following|previous|preceding) (?P<unit>day)|the (?P<unit2>day|month|week) (?P<which2>before|after|following)(?= |[,.;:])(?! (?:the|a|it|he|she|they|its|his|their|that|this|his|her|(?-i:[A-Z]))\b)(?! (?-i:[A-Z])))",
         _neighbour, core="next day|following day|previous day|preceding day|day before|day after|day following|month before|month after|month following|week before|week after|week following"),
    rule("that <unit>", r"(?:later |earlier |early |late |on |in )?(?:that(?: very| same)?|the (?:very )?same|the said) (?P<unit>day|week|month|year)(?! of\b)", _that, core=r"(?:that|same|said) (?:very |same )?(?:day|week|month|year)"),
    rule("this <unit>",
         r"(?:(?:the|its) )?(?P<which>this(?: past| coming)?|last|latest|most recent|next|current|previous|prior|coming|upcoming|past|following|preceding) (?P<unit>(?:financial |fiscal |business |calendar |full )?year|(?:financial |fiscal |calendar )?quarter|month|weekend|week|century|fiscal(?= ?[,.;:)]| (?:and|but|as|to|on|by|in|from|that|it|the|was|is|has|had|will)\b|$))(?!s)|(?P<which2>this) (?P<unit2>year)s(?= \w)"
         r"|the (?P<ended>year|quarter|month) just (?:ended|gone|past|finished)", _this,
         core="this |last |latest |recent |next |current |previous |prior |coming |past |following |preceding | just "),
    rule("later this <unit>", r"(?:early|late|earlier|later)(?: in)? (?P<which>this|last|next|that|the same|the)(?: the)? (?P<unit>year|month|week|quarter)(?!s)", _end_of, core="earl|late"),
    rule("the end of the <unit>",
         rf"(?:{PART}|close of|end of) (?P<which>the|this|that|the same|next|last) (?P<unit>year|month|week|quarter|century)(?!s)|(?:(?:the|this) )?year(?:[- ]|[’']s[- ])end", _end_of, core=rf"{cues.AFTER_PART}(?:the|this|that|the same|next|last) (?:year|month|week|quarter|century)|year(?:[- ]|[’']s[- ])end"),
    rule("between <which> <month> and <month>",
         rf"(?:between|from) last (?P<first>{MONTH}) (?:and|to|through|until) (?:this )?(?P<last>{MONTH})(?! \d)", _since_last_month, "periods", core=rf"(?:between|from) last {cues.MONTH}"),
    rule("<which> <month>", rf"(?P<which>last|next|this(?: past| coming)?) (?P<month>{MONTH})", month_of, core=rf"(?:last|next|this|past|coming) {cues.MONTH}"),
    rule("the weekend", r"(?:the|at the|over the|during the) (?:long |holiday )?weekend(?! (?:of|after|before)\b)", _the_weekend, cue="weekend"),
    rule("yesterday", r"(?:(?P<twice>the day (?:before|after) ))?(?P<word>yesterday|today|tomorrow)(?!y)", _today, core="yesterday|today|tomorrow"),
    rule("<weekday>",
         rf"(?:(?P<which>last|next|this(?: past| coming)?|the following) )?(?P<weekday>{WEEKDAY})(?P<which2>)(?!s)", _weekday, cue="day"),
)  # fmt: skip
