"""The year in which a business article was written, where the years that it tells leave little choice.

Every year is weighed: how far behind it the latest year told as over lies, how far ahead the first still to come, and
what the words "last year" and "this year" stand beside. How often each distance occurs was counted in dated articles.
"""

from __future__ import annotations

import math
import re

from extractor.mentions.dating_bounds import FORECAST_AFTER, FORECAST_FOR, PART_OF, Told, dates_told

# how often the latest year told as over is so many years before the article's, with and without "last year" in its text
_BACK = {
    True: {0: 0.08, 1: 0.36, 2: 0.28, 3: 0.16, 4: 0.05},
    False: {0: 0.25, 1: 0.42, 2: 0.16, 3: 0.05, 4: 0.04},
}
# the same of a quarter or month of a year, and of the first year still to come
_BACK_PART = {0: 0.5, 1: 0.3, 2: 0.1, 3: 0.05}
_BACK_END = {0: 0.2, 1: 0.65, 2: 0.1}
_AHEAD = {0: 0.25, 1: 0.42, 2: 0.22, 3: 0.06, 4: 0.03}
_RARE = 0.011
# each speaks for the year told, so many years later
_SPEAKS = (
    (re.compile(r"\b(?:quarter|half|months)(?: of| in)? (?P<year>(?:19|20)\d\d)\b(?:[^.\n]|\.\d){0,100}?\b(?:of|in|period|quarter|half|months) last year\b"), 0, 3.0),
    (re.compile(r"\blast year\b(?:[^.\n]|\.\d){0,80}?\b(?:on|from|than(?: in)?|over|against) (?P<year>(?:19|20)\d\d)\b"), 2, 2.6),
    (re.compile(r"\b(?:compared with|against|up from|up on|down on|down from) (?P<year>(?:19|20)\d\d)\b(?:[^.\n]|\.\d){0,40}\blast year\b"), 2, 2.6),
    (re.compile(r"\bthis year\b(?:[^.;\n]|\.\d){0,90}?\b(?:after|up from|down from|from|than|on|over)\b(?:[^.;\n]|\.\d){0,60}?\b(?P<year>(?:19|20)\d\d)\b"), 1, 2.6),
    # "results for the full year are expected to improve on 1998"
    (
        re.compile(
            r"\b(?:full[- ]year|(?:for|in) the (?:current |whole )?(?:financial |fiscal )?year|current (?:financial |fiscal )?year)\b(?:[^.;\n]|\.\d){0,30}?\b(?:will|expect\w*|forecast\w*|should|likely|on course)\b"
            r"(?:[^.;\n]|\.\d){0,70}?\b(?:over|on|than|above|below|from|compared (?:with|to)|against) (?:that of |those of |in )?(?P<year>(?:19|20)\d\d)\b"
        ),
        1,
        3.0,
    ),
    # "Rs 65 crore in the second quarter, as against Rs 60 crore in July-September 2015"
    (
        re.compile(
            r"\b(?:against|compared (?:with|to)|versus|up from|down from)\b(?:[^.;\n]|\.(?! |\n)){0,60}?\b(?:in|for|of|during) (?:the )?"
            r"(?:[A-Z][a-z]+(?:-| to )[A-Z][a-z]+(?: quarter)?(?: of)?|(?:same|corresponding|year-ago|comparable) (?:[\w-]+ ){1,3}(?:of|in)) (?P<year>(?:19|20)\d\d)\b"
        ),
        1,
        3.0,
    ),
    # the last quarter of a year is told of in the year after it
    (
        re.compile(
            r"\b(?:fourth|final)[- ]quarter\b[^\n]{0,140}?\b(?:same|corresponding|year-ago|comparable) (?:[\w-]+ ){1,3}(?:of|in) (?P<year>(?:19|20)\d\d)\b"
        ),
        2,
        6.0,
    ),
    (re.compile(r"\b(?:objectives?|targets?|guidance|forecast|outlook) for (?P<year>20\d\d)\b"), 0, 1.0),
    (re.compile(r"(?<![\d$£€.,])(?P<year>20\d\d) (?:is|objectives?|targets?)\b"), 0, 1.5),
)  # fmt: skip
# "the 2020 Zeta has a new engine": of a model year
_THE_NEW = re.compile(r"\b(?:the|its|all-new|new) $", re.IGNORECASE)
_MODEL = re.compile(r" [A-Z][\w-]+(?! (?:Games|Olympics|Cup))")
# "expected to show an improvement over 1998": a year that another is measured by is over
_MEASURED_BY = re.compile(r"\b(?:over|than|against|above|below|compared (?:with|to)|improve(?:ment|d)? (?:on|upon)) (?:that of |those of |in )?$")
# "in the fourth quarter … guided for full-year 2022 sales": a year is forecast when the results of the last quarter come out
_GUIDED = re.compile(
    r"\b(?:guid(?:ed|es|ing|ance)|expect(?:s|ed|ing)?|forecast(?:s|ing)?|sees|outlook|project(?:s|ed|ing)|estimates?)\b(?:[^.;\n]|\.\d){0,60}?"
    r"\b(?:(?:full[- ]year|calendar|fiscal(?: year)?|for(?: the year)?) (?P<year>20\d\d)|(?P<year2>20\d\d) (?:sales|revenues?|earnings|profits?|income|EPS|EBITDA|results|guidance|outlook|forecast))\b",
    re.IGNORECASE,
)
_FOR_YEAR = re.compile(rf"{FORECAST_FOR.pattern[:-1]}(?P<year>20\d\d){FORECAST_AFTER.pattern}")
_REPORTED = re.compile(r"\b(?:(?P<last>fourth|final)|first|second|third)[- ]quarter\b", re.IGNORECASE)
_BUSINESS = re.compile(r"\b(?:last|this|next) year\b|\b(?:objectives?|forecast|guidance|profits?|revenues?|sales|shares)\b", re.IGNORECASE)
_LAST_YEAR = re.compile(r"\blast year\b", re.IGNORECASE)
# how much a part of a year to come speaks for the year before it
_NEXT_YEAR = 1.2
# of all the weight, what the likeliest year must have
_SURE = 0.6


def likeliest_year(text: str) -> tuple[int | None, tuple[str, ...]]:
    """The year that an article speaks from, with the words that tell; None where they leave it open."""
    if not _BUSINESS.search(text):
        return None, ()
    years = [one for one in dates_told(text) if one.year and not (_THE_NEW.search(one.before) and _MODEL.match(one.after))]
    past = [one for one in years if one.tense == "past" or _MEASURED_BY.search(one.before)]
    ahead = [one for one in years if one.tense == "future" and one not in past]
    told = [(match, shift, weight) for pattern, shift, weight in _SPEAKS for match in pattern.finditer(text)]
    # of two ways of speaking that one year stands in, the one that says more
    strongest = {match.start("year"): weight for match, _, weight in sorted(told, key=lambda one: one[2])}
    spoken = [one for one in told if one[2] == strongest[one[0].start("year")]]
    votes = [(int(match["year"]) + shift, weight) for match, shift, weight in spoken]
    guided = _GUIDED.search(text) or _FOR_YEAR.search(text)
    if guided is not None and (quarters := list(_REPORTED.finditer(text))):
        votes.append((int(next(year for year in guided.groups() if year)), 3.0 if any(one["last"] for one in quarters) else 1.5))
    votes += [(one.year - 1, _NEXT_YEAR) for one in ahead[:2] if one.year and _begins(one)]
    if len(past) + len(ahead) + len(votes) < 2 or not (past or votes):
        return None, ()
    weights = _weights(past, ahead, votes, _LAST_YEAR.search(text) is not None)
    year = max(weights, key=lambda one: (weights[one], one))
    if weights[year] < _SURE:
        return None, ()
    cues = [match.group() for match, _, _ in spoken] + [(one.before[-30:] + one.text) for one in (*past, *ahead)]
    return year, tuple(dict.fromkeys(" ".join(cue.split()) for cue in cues))[:6]


def _weights(past: list[Told], ahead: list[Told], spoken: list[tuple[int, float]], last_year: bool) -> dict[int, float]:
    """How likely each year is, from 0 to 1."""
    over = max((one.year for one in past if one.year), default=None)
    parts = [(one.year, _is_last(one)) for one in past if one.year and (one.month or PART_OF.search(one.before))]
    part, last = max(parts, default=(None, False))
    part = part if part is not None and part == over else None
    coming = min((one.year for one in ahead if one.year), default=None)
    known = [year for year in (over, coming, *(year for year, _ in spoken)) if year is not None]
    scores = {}
    for year in range(min(known) - 5, max(known) + 6):
        score = math.log(_BACK[last_year].get(year - over, _RARE)) if over is not None else 0.0
        score += math.log((_BACK_END if last else _BACK_PART).get(year - part, _RARE)) if part is not None else 0.0
        score += math.log(_AHEAD.get(coming - year, _RARE)) if coming is not None else 0.0
        scores[year] = score + sum(weight for one, weight in spoken if one == year)
    top = max(scores.values())
    total = sum(math.exp(one - top) for one in scores.values())
    return {year: math.exp(score - top) / total for year, score in scores.items()}


def _begins(one: Told) -> bool:
    """True for the first months of a year to come, told with it: "in early 2019", which in that year would be "early this year"."""
    named = PART_OF.search(one.before)
    return one.month is not None and one.month <= 6 or named is not None and named["nth"].casefold() in ("first", "second") and not _is_last(one)


def _is_last(one: Told) -> bool:
    """True for the end of a year, of which one tells in the next."""
    named = PART_OF.search(one.before)
    if named is None:
        return one.month is not None and one.month >= 11
    return named["nth"].casefold() in ("fourth", "final", "last") or (named["nth"].casefold(), named["part"].casefold()) == ("second", "half")
