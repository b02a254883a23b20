"""Periods: days, weeks, months, quarters, halves, years, spans and relative times, with their first and last day.

A grammar of surface forms over plain text (the `timex_…` modules); each rule reads one form and resolves it against the
article's date, the tense, and what the text spoke of before. What these do not fix keeps its text and has no days.
"""

from __future__ import annotations

import re

from extractor.mentions import timex_absolute, timex_cues, timex_own_year, timex_parts, timex_relative, timex_vague
from extractor.mentions.timex import (
    DAY,
    MONTH,
    OLD_YEAR,
    Anchor,
    Context,
    Found,
    Match,
    Rule,
    date_of,
    month_number,
    ordinal,
    year_span,
)
from extractor.mentions.timex_absolute import month_of
from extractor.mentions.timex_cues import Places
from extractor.mentions.timex_own_year import fiscal_year, months_of, own_quarters
from extractor.mentions.timex_years import OLD_YEAR_ALONE, SHORT_RANGE, YEAR_ALONE, is_year
from extractor.mentions.types import Dating, PeriodMention
from extractor.record import Period

_MONTH_ALONE = Rule(
    "<month>",
    re.compile(
        r"(?:(?<![\w$£€.,-])|(?<=[a-z][a-z]-))(?P<which>)(?P<month>January|February|March|April|May|June|July|August|September|October"
        r"|November|December)(?!\w)"
    ),
    month_of,
    cue=timex_cues.MONTHS,
)
_GRAMMAR: tuple[Rule, ...] = (
    *timex_absolute.RULES, *timex_parts.RULES, *timex_own_year.RULES, *timex_relative.RULES, *timex_vague.RULES
)  # fmt: skip
_ORDER: tuple[Rule, ...] = (*_GRAMMAR, _MONTH_ALONE, YEAR_ALONE, OLD_YEAR_ALONE, SHORT_RANGE)
_TIMEXES = tuple(rule for rule in _ORDER if rule.view != "periods")
_OURS = tuple(rule for rule in _ORDER if rule.view != "timexes")

_SPORT = re.compile(
    r"\b(?:goalkeeper|striker|midfielder|defender|penalty kick|half-?time|kick-?off|corner kick|offside|touchdown"
    r"|free kick|yellow card|quarterback|referee|full-?time whistle)s?\b"
)
_SPORTS_HALF = frozenset({"<nth> half", "<nth> quarter"})
_NAMED_DAY = re.compile(r"\b(?:Bloody|Super|Casual|Ruby|Giving|Small Business|Prime|a|an|one|any|some|most) $")
# how far a rule may look around: all reading of the surroundings is bounded by it
_BEFORE, _AFTER = 160, 120


def find_periods(text: str, dating: Dating | None = None, timexes: bool = False) -> list[PeriodMention]:
    """The period mentions of a text, sorted and without overlap; relative ones resolved against `dating` alone.

    With `timexes` the view of TIMEX3: a range is its two ends, and clock times, repeated times ("daily") and mere
    references ("now", "recently") are told too.
    """
    flat = _unwrapped(text)
    spans: list[tuple[int, int, int, Match]] = []
    rules = _TIMEXES if timexes else _OURS
    places = Places(flat)
    for order, rule in enumerate(rules):
        stretches = places.of(rule.cue, rule.core)
        if stretches and rule.name in _SPORTS_HALF and len(_SPORT.findall(places.low, 0, 20_000)) >= 2:
            continue
        for start, end in stretches:
            for match in rule.pattern.finditer(flat, start, end):
                if match.end() > match.start() and _stands(rule, flat, match, timexes):
                    spans.append((match.start(), match.end(), order, match))
    spans.sort(key=lambda span: (span[0], span[0] - span[1], span[2]))
    reading = _Reading(flat, text, places, dating)
    for _, _, order, match in spans:
        reading.read(rules[order], match)
    return reading.found


class _Reading:
    """Reads matches in order, keeping what the text spoke of last."""

    def __init__(self, flat: str, text: str, places: Places, dating: Dating | None) -> None:
        self.flat, self.text, self.dating = flat, text, dating
        self.thread = _thread(flat, dating)
        self.quarters = own_quarters(flat, places, dating)
        self.fiscal = fiscal_year(flat, self.quarters, dating)
        self.told: list[Period] = []
        self.found: list[PeriodMention] = []
        self.reach = 0
        self.last: Period | None = None
        self.anchor: Anchor | None = None

    def read(self, rule: Rule, match: Match) -> None:
        """Adds what a match means, unless it lies in what was read or means nothing."""
        start, end = match.span()
        if start < self.reach:
            return
        flat = self.flat
        before, after = flat[max(0, start - _BEFORE) : start], flat[end : end + _AFTER]
        context = Context(
            self.dating,
            self.last,
            self.anchor,
            self.fiscal,
            self.thread,
            before,
            after,
            self.told,
        )
        made = rule.production(match, context)
        if made is None:
            return
        if rule.name == "<nth> quarter" and _UNDATED_QUARTER.fullmatch(match.group()):
            # "the third quarter" is the one that the article itself dates, if it does
            made = self.quarters.get(ordinal(match["nth"]) or int(match["q"] or match["q2"] or 0), made)
        while end > start and flat[end - 1] in " ,":
            end -= 1
        first, final = made.interval or (None, None)
        if first and (final is None or first > final):
            return
        period = Period(text=self.text[start:end], start=first, end=final, grain=made.grain)
        period = self._compared(period, made, match)
        self.found.append(PeriodMention(start, end, period, made.type, made.value, made.comparison, made.shift))
        self.reach = end
        if made.anchor is not None and made.type in ("DATE", "TIME"):
            self._lean_on(made.anchor)
        if made.type == "DATE" and not made.comparison and months_of(period):
            self.told.append(period)
        if period.start and made.type == "DATE" and not made.comparison and made.grain not in ("day", "vague"):
            self.last = period

    def _lean_on(self, anchor: Anchor) -> None:
        """What is told next leans on this date, unless it is an aside that leaves the story's years."""
        if self.thread is None or self.thread[0] <= anchor.year <= self.thread[1]:
            self.anchor = anchor

    def _compared(self, period: Period, made: Found, match: Match) -> Period:
        """ "the previous year" is the one before the year the text spoke of last."""
        last = self.last
        if not made.comparison or made.shift != -12 or made.interval is not None or last is None:
            return period
        if last.grain != "year" or last.start is None or "previous" not in match.group().casefold():
            return period
        start, end = year_span(last.start.year - 1)
        return period.model_copy(update={"start": start, "end": end})


def _unwrapped(text: str) -> str:
    """The text with line breaks inside a sentence and odd spaces as plain spaces; offsets stay."""
    flat = re.sub(r"\n(?<=[\w,]{2}\n)(?=[a-z0-9])", " ", text) if "\n" in text else text
    return re.sub(r"[\t\xa0\u2009\u202f]", " ", flat)


def _stands(rule: Rule, text: str, match: Match, timexes: bool) -> bool:
    """False where a month, weekday or year is a name or a number of something."""
    start, end = match.span()
    if rule is YEAR_ALONE:
        return is_year(text[max(0, start - 12) : start], text[end : end + 60], timexes)
    if rule is _MONTH_ALONE:
        return _is_month(text, match)
    if rule.name == "<weekday>":
        return match["weekday"][0].isupper() and not _NAMED_DAY.search(text[max(0, start - 16) : start])
    if "month" in rule.pattern.groupindex and match["month"]:
        word = match["month"]
        return word[0].isupper() and (word[1:].islower() or word.isupper())
    return True


def _is_month(text: str, match: Match) -> bool:
    """True if "May", "March" and the like stand where a month would."""
    before = text[max(0, match.start() - 16) : match.start()]
    after = text[match.end() : match.end() + 16]
    beside = re.match(r" ([0-3]\d)(?![\d%]|[,.]\d)", after) or re.search(r"(?<![\d.,])([0-3]\d) $", before)
    if beside and date_of(2020, month_number(match["month"]), int(beside[1])) is None:
        return False  # "February 30" is no date at all
    if match["month"] in ("May", "March", "August"):
        told = re.search(
            r"\b(?:in|of|since|until|by|from|to|and|for|during|early|late|mid|through|last|next|this|the|between|ended"
            r"|ending|end)[ -]$",
            before,
            re.IGNORECASE,
        )
        return bool(told) and (not re.match(r" [A-Z]", after) or bool(re.search(r"\b[Ii]n $", before)))
    return bool(re.search(r"\b[Ii]n $", before)) or not re.match(r" [A-Z][a-z]+ (?:said|says)", after)


_UNDATED_QUARTER = re.compile(r"(?:the |its )?(?:(?:first|second|third|fourth|1st|2nd|3rd|4th)[ -]quarter|Q[1-4]|[1-4]Q)", re.IGNORECASE)


_DATED = re.compile(rf"{MONTH}(?: {DAY})?,?(?: of)? (?P<year>{OLD_YEAR})(?!\d)")
_YEARLESS = re.compile(rf"\b(?:{DAY} {MONTH}|{MONTH} {DAY})(?!,? \d|\d)")
_STANDING = re.compile(r"(?<![\w$£€.,/#:])(?:1[789]|20)\d\d(?![\w%/°]|[.,:]\d)")
_ERA = re.compile(r"\b\d\d?\d?\d? ?B\.?C\b")
_OWN_DAY = re.compile(
    r"\b(?:last|this|next) (?:year|month|week|quarter)\b|\byesterday\b|\btoday\b|\btomorrow\b"
    r"|\b(?:said|told|announced) (?:on )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b",
    re.IGNORECASE,
)


def _thread(text: str, dating: Dating | None) -> tuple[int, int] | None:
    """First and last year of the story that a text tells; None for one that speaks of its own day, as news does.

    A story gives many dates, nearly all well before it was written.
    """
    if dating is None:
        return None
    dated = [int(match["year"]) for match in _DATED.finditer(text)]
    years = sorted([int(match.group()) for match in _STANDING.finditer(text)])
    era = len(_ERA.findall(text)) if "B.C" in text or "BC" in text else 0
    if era >= 6 and era >= len(years):
        return -9999, 9999
    past = [year for year in years if year < dating.start.year - 1]
    lately = [year for year in years if year < dating.start.year]
    if len(years) >= 4 and len(past) == len(years) and len(_YEARLESS.findall(text)) >= 12 and not _OWN_DAY.search(text):
        return years[0] - 3, years[-1] + 3
    if len(dated) + len(years) // 5 < 5 or len(years) < 8:
        return None
    if len(past) < 0.7 * len(years) and (len(dated) < 15 or len(lately) < 0.75 * len(years)):
        return None
    if len(_OWN_DAY.findall(text)) * 3 > len(years):
        return None
    margin = len(years) // 12
    return years[margin] - 3, years[len(years) - 1 - margin] + 3
