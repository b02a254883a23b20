"""Time expressions that name a place on the calendar: days, months, years, decades, centuries.

Where the year is not told, the article's date, the tense or the narrative gives it.
"""

from __future__ import annotations

import datetime as dt
import re

from extractor.mentions import timex_cues as cues
from extractor.mentions.timex import (
    DAY,
    MONTH,
    OLD_YEAR,
    PART,
    WEEKDAY,
    YEAR,
    Anchor,
    Context,
    Found,
    Match,
    Rule,
    a_day,
    a_month,
    a_year,
    date_of,
    day_number,
    in_year,
    month_number,
    month_span,
    ordinal,
    rule,
    year_span,
)  # fmt: skip

# "in April and June 1955", "from 10 May to 12 June 1940": the year stands with the last of them
_YEAR_FOLLOWS = re.compile(
    rf"(?:,? (?:and|or|to|until|through|till) |\s?[-–/]\s?|, )(?:the )?(?:(?:early|late|mid)[ -])?(?:{DAY} )?(?P<month>{MONTH})"
    rf"(?: {DAY})?,?(?: of)? (?P<year>{OLD_YEAR})(?!\d)"
)
_OF_THAT_YEAR = re.compile(r",? (?:of )?(?:that|the same|the following|the next|the previous|last|this|next) year\b")
_BC_CUE = r"b\.?c"
_BC = r"(?:B\.?C\.?E?\.?)"


def _nearest(context: Context, month: int, day: int | None = None) -> int | None:
    """The year of a month or day named without one."""
    told = _told_year(context, month)
    if told is not None:
        return told
    if context.narrative and context.anchor:
        return narrative_year(context.anchor, month)
    at = context.day() or context.month()
    if at is None:
        year, first = context.year(), date_of(context.year(), month, day or 1)
        to_come = context.dating is not None and first is not None and first > context.dating.end and context.tense == "past"
        return year - 1 if year and to_come else year
    if context.tense != "past" and (ahead := _goes_on_ahead(context, at, month)):
        return ahead
    if context.future and not (_DONE_AHEAD_OF.search(context.before) and (month - at.month) % 12 >= _FAR_AHEAD):
        return at.year if (month, day or 31) >= (at.month, at.day) else at.year + 1
    if (month, day or 1) <= (at.month, at.day):
        return at.year
    this = date_of(at.year, month, day or 1)
    if day and this and context.tense == "open" and (this - at).days <= 45:
        return at.year
    return at.year - 1


# "were imposed ahead of its flotation in August", in February: what was done is over, and so is what it was done for
_DONE_AHEAD_OF = re.compile(r"(?:\b(?:was|were|had)\b[^.;]{1,50}|(?<!\bbe )\b[a-z]+ed [^.;]{0,30})\bahead of (?:its|their|the|an?) (?:[a-z-]+ ){1,3}in (?:early |late |mid-)?$")
_FAR_AHEAD = 4


def _goes_on_ahead(context: Context, at: dt.date, month: int) -> int | None:
    """A list of months to come goes on: after "next January, in February", "March" is the one that follows."""
    anchor = context.anchor
    if anchor is None or anchor.month is None or (anchor.year, anchor.month) <= (at.year, at.month):
        return None
    later = (month - anchor.month) % 12
    return anchor.year + (anchor.month + later > 12) if later <= 3 else None


_RESULTS = r"(?:profits?|earnings|revenues?|sales|results|income|loss(?:es)?|figures|EPS|EBITDA|turnover|shipments|deliveries|margins?)"
_RESULTS_NEXT = re.compile(rf"(?: quarter)?(?:'s)?(?: (?!to\b|in\b|at\b|for\b|with\b)[\w-]+){{0,3}}? {_RESULTS}\b", re.IGNORECASE)
_RESULTS_FOR = re.compile(rf"\b{_RESULTS}\b[^.;,]{{0,25}} (?:for|in|of) (?:the |its )?$", re.IGNORECASE)
_RESULTS_DUE = 60  # days after a period within which its results are as a rule still awaited


# "third-quarter revenue is expected to be"
_EXPECTED = re.compile(
    r"(?: [a-z'’-]+){1,4}? (?:(?:is|are) (?:now |still |currently )?(?:expected|forecast|seen|likely|set|due|projected|estimated|anticipated)\b|(?:will|should) (?:\w+ )?(?:be|come|rise|fall|reach|total)\b)"
)


def looks_ahead(context: Context) -> bool:
    """True where the words around a part of a year, or what is said of its results, speak of what is to come."""
    return context.future or _EXPECTED.match(context.after) is not None


def awaited_year(context: Context, month: int) -> int | None:
    """The year of a part of the year that ends with a month, where what is expected are the results of the last one:
    "analysts expect second-quarter profit of $2m", in July."""
    at = context.day() or context.month()
    if not looks_ahead(context) or at is None or context.narrative:
        return None
    if not (_RESULTS_NEXT.match(context.after) or _RESULTS_FOR.search(context.before)):
        return None
    year = at.year if month < at.month else at.year - 1
    ended = month_span(year, month)[1]
    return year if ended is not None and (at - ended).days <= _RESULTS_DUE else None


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


def narrative_year(anchor: Anchor, month: int) -> int:
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


def _years(match: Match, context: Context) -> Found | None:
    first, last = int(match["first"]), int(match["last"])
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + 60:
        return None
    return Found(year_span(first, last), "multi_year", f"{first}/{last}")


def _months(match: Match, context: Context) -> Found | None:
    first, last = month_number(match["first"]), month_number(match["last"])
    year = int(match["year"]) if match["year"] else awaited_year(context, last) or _nearest(context, last)
    if (fiscal := match.groupdict().get("fy")) and context.fiscal:
        # "the July-September quarter of FY24": in the calendar year before, unless the year ends later
        year = int(fiscal) + (2000 if len(fiscal) == 2 else 0) - (last > context.fiscal[0])
    if year is None or year < 1:
        return Found(None, "span")
    start_year = int(match["first_year"]) if match["first_year"] else year if first <= last else year - 1
    if (start_year, first) > (year, last):
        return None
    interval = (dt.date(start_year, first, 1), month_span(year, last)[1])
    return Found(interval, "span", f"{start_year}-{first:02}/{year}-{last:02}")


def _numbered_months(match: Match, context: Context) -> Found | None:
    """ "4-6/2013": April to June, as the reports of northern companies have it."""
    first, last, year = int(match["first"]), int(match["last"]), int(match["year"])
    if not 1 <= first < last <= 12:
        return None
    return Found(month_span(year, first, last - first + 1), "span", f"{year}-{first:02}/{year}-{last:02}")


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


# "21st Century Fox"
_A_NAME = re.compile(r"Century [A-Z][a-z]")


def _century(match: Match, context: Context) -> Found | None:
    nth = ordinal(match["nth"])
    if not 1 <= nth <= 30 or _A_NAME.match(match.string, match.end() - len("Century")):
        return None
    if match["bc"]:
        return Found(None, "multi_year", f"BC{nth - 1:02}", anchor=Anchor(-nth * 100))
    first = (nth - 1) * 100
    return Found(year_span(max(first, 1), first + 99), "multi_year", f"{nth - 1:02}")


_QUALIFIED = rf"(?:(?:{PART})[ -])?(?:the )?"

RULES: tuple[Rule, ...] = (
    rule("<year>-<month>-<day>", r"(?P<year>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?:T\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?)?", _iso, cue=cues.YEARS, core=r"\d{4}-\d\d-\d\d"),
    rule("<month>/<day>/<year>", r"(?P<a>\d\d?)/(?P<b>\d\d?)/(?P<year>(?:19|20)\d\d|\d\d)(?![/\d])", _slashes, cue=r"\d/\d\d?/\d\d"),
    rule("<day>.<month>.<year>", r"(?P<a>\d\d?)\.(?P<b>\d\d?)\.(?P<year>(?:19|20)\d\d)(?!\.\d)", _dots, cue=cues.YEARS, core=r"\d\.\d\d?\.\d{4}"),
    rule("9/11", r"9/11(?![/\d])", _nine_eleven, cue="9/11"),
    rule("<month> <day>-<day>",
         rf"(?:(?:from|between) )?(?P<month>{MONTH}) (?P<first>{DAY})(?: ?[-–] ?| to | and | through )(?:(?P<last_month>{MONTH}) )?"
         rf"(?P<last>{DAY})(?![\d,.]*\d)(?!%)(?:,? (?P<year>{OLD_YEAR}))?", _days, "periods", core=rf"{cues.MONTH_WORD} {cues.DAY}(?: ?[-–]| to | and | through )"),
    rule("<day>-<day> <month>",
         rf"(?:(?:from|between) )?(?P<first>{DAY})(?: (?P<month>{MONTH})(?: ?[-–] ?| to | and | through )(?P<last>{DAY}) (?P<last_month>{MONTH}))"
         rf"(?:,? (?P<year>{OLD_YEAR}))?", _days, "periods", core=rf"\d{cues.NTH} {cues.MONTH_WORD}(?: ?[-–]| to | and | through )"),
    rule("<days> <month>",
         rf"(?:(?:from|between) )?(?P<first>{DAY})(?: ?[-–] ?| to | through )(?P<last>{DAY}) (?P<month>{MONTH})(?P<last_month>)"
         rf"(?:,? (?P<year>{OLD_YEAR}))?", _days, "periods", core=rf"\d{cues.NTH}(?: ?[-–] ?| to | through ){cues.DAY} {cues.MONTH}"),
    rule("<day> BC", rf"(?:(?P<day>{DAY}) )?(?P<month>{MONTH})(?: of)? (?P<year>\d\d?\d?\d?) ?{_BC}", _bc_day, cue=_BC_CUE),
    rule("<month> <day>, <year>", rf"(?:{WEEKDAY},? )?(?:the )?(?P<month>{MONTH}) ?(?P<day>{DAY}),?(?: of| in)? (?P<year>{OLD_YEAR})", _full_date, core=rf"{cues.MONTH_WORD} ?{cues.DAY},?(?: of| in)? \d{{4}}"),
    rule("<day> <month> <year>",
         rf"(?:{WEEKDAY},? )?(?:the )?(?P<day>{DAY})(?: day)?(?: of)? (?P<month>{MONTH}),?(?: of| in)? (?P<year>{OLD_YEAR})", _full_date, core=rf"\d{cues.NTH}(?: day)?(?: of)? {cues.MONTH_WORD},?(?: of| in)? \d{{4}}"),
    rule("<day>-<month>-<year>", rf"(?P<day>{DAY})-(?P<month>{MONTH})-(?P<year>{OLD_YEAR})", _full_date, core=rf"\d{cues.NTH}-{cues.MONTH}"),
    rule("<day> and <day> <month>",
         rf"(?P<day>{DAY})(?= ?(?:and|or|to|[-–]|through|,) ?{DAY} (?P<month>{MONTH})(?!\w))", _month_day, "timexes"),
    rule("<weekday> <month> <day>", rf"(?:{WEEKDAY},? )?(?:the )?(?P<month>{MONTH}) (?:the )?(?P<day>{DAY})(?![\d,]*\d|%|\.\d)", _month_day, core=rf"{cues.MONTH_WORD} (?:the )?\d"),
    rule("<day> <month>", rf"(?:{WEEKDAY},? )?(?:the )?(?P<day>{DAY})(?: day)?(?: of)? (?P<month>{MONTH})(?! {DAY}(?!\d))", _month_day, core=rf"\d{cues.NTH}(?: day)?(?: of)? {cues.MONTH}"),
    rule("between <month> and <month>",
         rf"(?:between|from) (?P<first>{MONTH})(?: (?P<first_year>{YEAR}))? (?:and|to|through|until) (?P<last>{MONTH})(?:,?(?: of)? (?P<year>{YEAR}))?(?! \d)",
         _months, "periods", core=rf"(?:between|from) {cues.MONTH}"),
    rule("<month> to <month>",
         rf"(?P<first>{MONTH})(?: (?P<first_year>{YEAR}))?(?: to | through |[-–])(?P<last>{MONTH})(?:,?(?: of)? (?P<year>{YEAR})|(?: quarter| period| half)?(?: of)? (?:FY ?[’']?|fiscal )(?P<fy>(?:20)?\d\d)(?!\d))?(?! \d)",
         _months, "periods", core=rf"{cues.MONTH_WORD}(?: \d{{4}})?(?: to | through |[-–]){cues.MONTH}"),
    rule("<m>-<m>/<year>", rf"(?P<first>\d\d?)[-–](?P<last>\d\d?)/(?P<year>{YEAR})(?!/)", _numbered_months, "periods", cue=cues.YEARS, core=r"\d[-–]\d\d?/\d{4}"),
    rule("from <year> to <year>",
         rf"(?:(?:between|from) )?(?P<first>{YEAR})(?: to | through | until |[-–])(?P<last>{YEAR})", _years, "periods", cue=cues.YEARS, core=r"\d{4}(?: to | through | until |[-–])\d{4}"),
    rule("between <year> and <year>", rf"between (?P<first>{OLD_YEAR}) and (?:the end of )?(?P<last>{OLD_YEAR})", _years, "periods", cue=cues.YEARS, core="between "),
    rule("<month> <year>", rf"{_QUALIFIED}(?P<month>{MONTH}),?(?: of| in)? (?P<year>{OLD_YEAR})", _month_year, core=rf"{cues.MONTH_WORD},?(?: of| in)? \d{{4}}"),
    rule("<month> of that year", rf"{_QUALIFIED}(?P<which>)(?P<month>{MONTH}),?(?: of)? (?P<of>(?:that|the same|the following|the next|the previous|last|this|next) year)", month_of, core=rf"{cues.MONTH_WORD},?(?: of)? (?:th|last |next )"),
    rule("<part> <month>", rf"(?:{PART})[ -](?P<which>)(?P<month>{MONTH})", month_of, core=rf"{cues.AFTER_PART}{cues.MONTH}"),
    rule("<part> <year>", rf"(?:{PART})[ -](?:the year )?(?P<year>{OLD_YEAR})(?!s|[’']s|\d)(?! ?{_BC})", year_of, cue=cues.YEARS, core=rf"{cues.AFTER_PART}(?:the year )?\d{{4}}"),
    rule("<years> BC", rf"(?P<first>\d\d?\d?\d?)(?: ?[-–] ?| to | and | or )(?P<last>\d\d?\d?\d?) ?{_BC}", _bc_years, "periods", cue=_BC_CUE),
    rule("<year> BC", rf"(?:ca?\. )?(?P<year>\d\d?\d?\d?)(?: ?{_BC}|(?= ?[-–] ?\d\d?\d?\d? ?{_BC})|(?= (?:to|and|or) \d\d?\d?\d? ?{_BC}))", _bc_year, cue=_BC_CUE),
    rule("the <decade>s",
         rf"{_QUALIFIED}(?:(?P<year>(?:1\d|20)\d0)(?:s|[’']s(?! (?:first|second|third|fourth)\b))|(?P<two>(?<=the )[2-9]0(?=s\b)|(?<=[’'])[2-9]0)s|(?P<word>(?<=the )(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies))(?P<bc> ?{_BC})?", _decade, cue=r"\d0['’]?s|ies(?<=(?:ent|irt|ort|ift|ixt|ght|net)ies)"),
    rule("the <nth> century", rf"{_QUALIFIED}(?P<nth>[a-z]{{5,12}}(?:-first)?|\d\d?(?:st|nd|rd|th))[ -]century(?P<bc> ?{_BC})?", _century, cue="centur"),
)  # fmt: skip
