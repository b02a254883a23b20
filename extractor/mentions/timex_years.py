"""Years that stand alone: when four digits are one, and which years before 1900 are."""

from __future__ import annotations

import re

from extractor.mentions.timex import YEAR, Context, Rule
from extractor.mentions.timex_absolute import year_of
from extractor.mentions.timex_cues import YEARS

YEAR_ALONE = Rule(
    "<year>",
    re.compile(
        rf"(?:(?<![\w$£€.,/#:-])(?:the year )?|(?<=\b\d\d\d\d[-–]))(?P<year>{YEAR})(?![\w%/°]|[.,:]\d|-\d(?!\d\d\d(?!\w)))"
    ),
    year_of,
    cue=YEARS,
)
# a year before 1900 stands where years do, or among those of a story
OLD_YEAR_ALONE = Rule(
    "<old year>",
    re.compile(
        r"(?:(?<![\w$£€.,/#:-])(?:the year )?|(?<=\b\d\d\d\d[-–]))(?P<year>1[0-8]\d\d)(?![\w%/°]|[.,:]\d|-\d(?!\d\d\d(?!\w)))"
    ),
    lambda match, context: year_of(match, context) if _is_old_year(int(match["year"]), context) else None,
    cue=YEARS,
)
_YEAR_PLACE = re.compile(
    r"(?:\b(?:in|since|by|of|until|from|early|late|year|between|during|before|after)|\d\d\d\d (?:and|to)) $|\($|\d[-–]$|^$|\n$",
    re.IGNORECASE,
)
_YEAR_GOES_ON = re.compile(
    r"\s?[-–]\s?1\d\d\d\b|[,.;:)\n]|$| (?:the|a|an|and|but|to|when|with|by|in|on|was|were|had|at|as|for|from|until|of|his|he|it"
    r"|they|after|under|that|which|[A-Z])\b"
)
_MANY = re.compile(r" (?:[a-z-]+ )?(?:men|people|troops|soldiers|dead|killed|wounded|strong|percent|km|[a-z]{3,}s)\b")


def _is_old_year(year: int, context: Context) -> bool:
    if context.thread and context.thread[0] <= year <= context.thread[1]:
        return not _MANY.match(context.after) or bool(re.search(r"\bthe $", context.before))
    return bool(_YEAR_PLACE.search(context.before)) and bool(_YEAR_GOES_ON.match(context.after))


SHORT_RANGE = Rule(
    "<year>-<yy>",
    re.compile(
        r"(?<![\w$£€.,/#:-])(?P<year>(?:1[89]|20)\d\d)(?=[-–]\d\d(?![\w-]))|(?<=\b[12]\d\d\d[-–])(?P<short>\d\d)(?![\w-])"
    ),
    lambda match, context: year_of(match, context, match["year"] or _same_century(match["short"], context)),
    "timexes",
)


def _same_century(short: str, context: Context) -> str:
    return context.before[-5:-3] + short


_COUNTED_YEAR = re.compile(
    r"\s(?:people|units|cars|workers|jobs|employees|euros|dollars|pounds|yuan|yen|tonnes|tons|stores|vehicles|pieces"
    r"|points|shares|miles|kilometers|hours|years?)\b"
)
_CUP_YEAR = re.compile(r"\s[A-Z]\w{1,40} Cup\b")
_NAME_YEAR = re.compile(
    r"\b(?:Euro|Windows|Office|World Cup|Expo|Agenda|Vision|Olympics|Formula|No\.|Room|Boeing|Airbus|Flight|Article"
    r"|Section|Page)\s$"
)
_EVENT_YEAR = re.compile(r"\b(?:World Cup|Expo|Olympics)\s$")


def is_year(before: str, after: str, timexes: bool) -> bool:
    """False where the number counts something or belongs to a name; the TIMEX view takes an event's year for one."""
    if timexes and (_CUP_YEAR.match(after) or _EVENT_YEAR.search(before)):
        return True
    return not (_COUNTED_YEAR.match(after) or _CUP_YEAR.match(after) or _NAME_YEAR.search(before))
