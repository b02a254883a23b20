"""What "respectively" shares out: "sales at Acme and Globex rose 3 percent and 4 percent, respectively".

The quantities of a list are given, one each, the measures, owners, times or places of a list of as many.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from extractor.claims.cues import Cue, noun_cues
from extractor.claims.reach import fits
from extractor.claims.roles import signed
from extractor.claims.series import shift
from extractor.claims.where import as_place
from extractor.mentions.types import EntityMention, QuantityMention
from extractor.reading import Sentence, Spanned
from extractor.record import Period, Place

if TYPE_CHECKING:
    from extractor.claims.measures import Measurement

_EACH_ITS_OWN = frozenset({"respectively"})
_RESPECTIVELY = re.compile(r"\brespectively\b")
_AMOUNTS_JOINED = re.compile(r"(?: (?:a|per) share| each)?,?(?: and| or)?(?: (?:by|to|at|of|from|about|around|nearly|some|an?|up|down|over))* ")
_NAMES_JOINED = re.compile(r"(?:'s?)?(?: \([^)]{1,20}\))?,?(?: and)?(?: (?:in|at|for|of|from|the|its))* ")
_MEASURES_JOINED = re.compile(r",?(?: and)? (?:its |the )?(?:(?:net|total|operating|pre-tax|annual|quarterly|gross|diluted|group) )*")
_TIMES_JOINED = re.compile(r",?(?: and)?(?: (?:in|for|during|by|the))* ")
_THEN = re.compile(r",?(?: (?:in|for|during|over))?(?: the)? ")
# the words between the last amount and "respectively" that open no other list of amounts
_REACH = 90
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
# "Third and fourth-quarter profits", "in the first and second quarters": the last is read as a time by itself
_QUARTERS_JOINED = re.compile(r"\b(?P<first>first|second|third)(?:-| )?(?:quarter)?,? and (?:the )?$", re.IGNORECASE)
_QUARTER = re.compile(r"(?:the )?(?P<nth>first|second|third|fourth)[ -]quarters?", re.IGNORECASE)

S = TypeVar("S", bound=Spanned)


@dataclass(frozen=True, slots=True)
class _List:
    """As many things as there are amounts, and where they begin and end."""

    start: int
    end: int
    subjects: list[EntityMention] | None = None
    periods: list[Period] | None = None
    places: list[Place] | None = None
    cues: list[Cue] | None = None


def shared_out(sentence: Sentence, told: list[Measurement]) -> list[Measurement]:
    """The measurements of a sentence, those that "respectively" shares out with the owner, time or place of each."""
    told = _one_each(sentence, _of_each(sentence, told))
    word = _RESPECTIVELY.search(sentence.text) if not sentence.lacks(_EACH_ITS_OWN) else None
    if word is None or not told:
        return told
    amounts = _amounts(sentence, sentence.start + word.start())
    first = next((one for one in told if amounts and one.mention.start == amounts[0].start), None)
    things = _things(sentence, amounts) if first is not None else None
    if first is None or things is None:
        return told
    by_start = {one.mention.start: one for one in told}
    last = by_start.get(amounts[-1].start)
    # "held 23 percent and 19 percent of the market": what all of the list are stands with the last
    model = last if last is not None and not last.inherited and last.predicate != first.predicate and things.cues is None else None
    of_list = {one.start for one in amounts}
    shared = [_given(_another(model, one) if model else by_start.get(one.start) or _another(first, one), things, index) for index, one in enumerate(amounts)]
    if things.periods is None and (when := _when(sentence, sentence.start + word.end())) is not None:
        shared = [replace(one, period=when) for one in shared]
    return sorted([*(one for one in told if one.mention.start not in of_list), *shared], key=lambda one: one.mention.start)


def _one_each(sentence: Sentence, told: list[Measurement]) -> list[Measurement]:
    """The measurements of a sentence whose subject is a list, each given one of as many amounts: "Acme and Globex sold 3 million and 2 million cars"."""
    if not told or not sentence.lacks(_EACH_ITS_OWN) or len(sentence.quantities) < 2:
        return told
    first = told[0]
    amounts = _run([one for one in sentence.quantities if one.start >= first.mention.start], sentence, _JUST_AND, last=False)
    kinds, units = {one.quantity.unit_type for one in amounts}, {one.quantity.unit for one in amounts} - {None}
    if len(amounts) < 2 or len(kinds) > 1 or len(units) > 1 or first.cue is None:
        return told
    named = [one for one in sentence.entities if one.referent.type in ("organization", "product") and one.via != "coreference" and one.end <= amounts[0].start]
    run = _run(named, sentence, _DESCRIBED_JOINED, last=True)
    if len(run) != len(amounts) or not _ACT.fullmatch(sentence.between(run[-1].end, amounts[0].start)) or _NAMES_JOINED.fullmatch(sentence.between(run[-1].end, amounts[0].start)):
        return told
    by_start = {one.mention.start: one for one in told}
    shared = [replace(by_start.get(one.start) or _another(first, one), subject=of, predicate=first.predicate) for one, of in zip(amounts, run, strict=True)]
    of_list = {one.start for one in amounts}
    return sorted([*(one for one in told if one.mention.start not in of_list), *shared], key=lambda one: one.mention.start)


_JUST_AND = re.compile(r",?(?: and|,) (?:(?:about|around|nearly|almost|some|over|more than|by) )?")
# "Acme, the Oslo grocer, and Globex"
_DESCRIBED_JOINED = re.compile(r"(?:, (?:an?|the) [^,;]{3,60},)?(?:" + _NAMES_JOINED.pattern + ")")
# what a list of names does: " both sold nearly", " reported a net profit of"
_ACT = re.compile(r"(?:, (?:an?|the) [^,;]{3,60},)?(?: \([^)]{1,20}\))?(?: shares| stock)? [^,;:.]{2,60} ")


def _of_each(sentence: Sentence, told: list[Measurement]) -> list[Measurement]:
    """The measurements of a sentence, those that "each" or "both" gives to two or more told of each of them."""
    if sentence.words.isdisjoint(_EACH):
        return told
    found = []
    for one in told:
        found.append(one)
        named = [two for two in sentence.entities if two.referent.type == "organization" and two.end <= one.mention.start]
        if not named and _BOTH.match(sentence.text) and len(pair := _pair_before(sentence)) == 2:
            found[-1:] = [replace(one, subject=two) for two in pair]
            continue
        behind = _EACH_BEHIND.match(sentence.between(one.mention.end, sentence.end)) is not None
        last = next((two for two in reversed(named) if behind or _EACH_NEXT.match(sentence.between(two.end, one.mention.start))), None)
        if last is None:
            continue
        run = _run([two for two in named if two.start <= last.start], sentence, _NAMES_JOINED, last=True)
        if any(two.referent is one.subject.referent for two in run):
            found += [replace(one, subject=two) for two in run if two.referent is not one.subject.referent]
    return found


def _pair_before(sentence: Sentence) -> list[EntityMention]:
    """The two companies that the sentence before names: whom "Both made a loss" is told of."""
    before = sentence.previous
    named = {one.referent.order: one for one in before.entities if one.referent.type == "organization"} if before is not None else {}
    return list(named.values())


_BOTH = re.compile(r"Both (?:companies |firms |groups |banks )?(?!of\b|the\b|its\b)[a-z]")
_EACH = frozenset({"each", "both"})
_EACH_BEHIND = re.compile(r"(?: [\w-]+){0,3} each\b")
_EACH_NEXT = re.compile(r"(?: \([^)]{1,20}\))?,?(?: (?:will|would|have|had|are|were|also|could|should))* (?:each|both)\b")


def _when(sentence: Sentence, end: int) -> Period | None:
    """The time right after "respectively", of all that it shares out."""
    after = (one for one in sentence.periods if one.start > end and one.period.start is not None and not one.comparison)
    return next((one.period for one in after if _THEN.fullmatch(sentence.between(end, one.start))), None)


def _another(first: Measurement, amount: QuantityMention) -> Measurement:
    """The measurement of a further amount of the list: what the first is, of this quantity."""
    negative = first.role == "change" and (first.quantity.high if first.quantity.high is not None else first.quantity.low or 0) < 0
    quantity = signed(amount.quantity, -1 if negative else 1)
    return replace(first, mention=amount, quantity=quantity, start=amount.start, end=amount.end, rule="<quantity> and <quantity>, respectively", inherited=True)


def _given(one: Measurement, things: _List, index: int) -> Measurement:
    if things.subjects is not None:
        return replace(one, subject=things.subjects[index])
    if things.periods is not None:
        return replace(one, period=things.periods[index])
    if things.cues is not None and fits(things.cues[index].predicate, one.mention):
        cue = things.cues[index]
        return replace(one, cue=cue, predicate=cue.predicate, qualifier=cue.qualifier)
    return replace(one, place=things.places[index]) if things.places is not None else one


def _amounts(sentence: Sentence, word: int) -> list[QuantityMention]:
    """The list of amounts right before "respectively" at a position, or right after it."""
    before = [one for one in sentence.quantities if one.end <= word]
    run = _run(before, sentence, _AMOUNTS_JOINED, last=True)
    if len(run) > 1 and word - run[-1].end <= _REACH:
        return run
    after = [one for one in sentence.quantities if one.start > word]
    run = _run(after, sentence, _AMOUNTS_JOINED, last=False)
    return run if len(run) > 1 and run[0].start - word < 40 else []


def _run(spans: list[S], sentence: Sentence, joined: re.Pattern[str], last: bool) -> list[S]:
    """The first or last spans of some that only what joins a list stands between."""
    found: list[S] = []
    for one in reversed(spans) if last else spans:
        if found:
            left, right = (one, found[0]) if last else (found[-1], one)
            if not joined.fullmatch(sentence.between(left.end, right.start)):
                break
        found = [one, *found] if last else [*found, one]
    return found


def _things(sentence: Sentence, amounts: list[QuantityMention]) -> _List | None:
    """The list of owners, times or places, as long as that of the amounts, that stands nearest to it."""
    start, end = amounts[0].start, amounts[-1].end
    count = len(amounts)
    lists = [one for one in (*_entity_lists(sentence, count), _quarters(sentence), _times(sentence, count), _measures(sentence, count)) if one is not None]
    apart = [one for one in lists if one.end <= start or one.start >= end]
    return min(apart, key=lambda one: start - one.end if one.end <= start else one.start - end, default=None)


def _entity_lists(sentence: Sentence, count: int) -> list[_List]:
    found = []
    for kinds in (("organization", "product"), ("place",)):
        spans = [one for one in sentence.entities if one.referent.type in kinds]
        for first in range(len(spans) - count + 1):
            run = _run(spans[first:], sentence, _NAMES_JOINED, last=False)
            if len(run) != count or first and _NAMES_JOINED.fullmatch(sentence.between(spans[first - 1].end, spans[first].start)):
                continue
            places = kinds == ("place",)
            found.append(
                _List(run[0].start, run[-1].end, None if places else run, None, [as_place(one) for one in run] if places else None)
            )
    return found


def _quarters(sentence: Sentence) -> _List | None:
    """ "Third and fourth-quarter profits": the first of two is that of the year of the second."""
    for one in sentence.periods:
        match = _QUARTER.fullmatch(one.period.text)
        before = _QUARTERS_JOINED.search(sentence.between(sentence.start, one.start))
        if match and before and one.period.start is not None:
            back = _ORDINALS[before["first"].casefold()] - _ORDINALS[match["nth"].casefold()]
            if back < 0:
                return _List(sentence.start + before.start(), one.end, periods=[shift(one.period, 3 * back), one.period])
    return None


def _measures(sentence: Sentence, count: int) -> _List | None:
    """ "Revenue and net profit rose 12 percent and 15 percent"."""
    nouns = [cue for cue in noun_cues(sentence) if cue.predicate != "-"]
    for first in range(len(nouns) - count + 1):
        run = nouns[first : first + count]
        if all(_MEASURES_JOINED.fullmatch(sentence.between(left.end, right.start)) for left, right in pairwise(run)):
            return _List(run[0].start, run[-1].end, cues=run)
    return None


def _times(sentence: Sentence, count: int) -> _List | None:
    run = _run([one for one in sentence.periods if one.period.start is not None], sentence, _TIMES_JOINED, last=False)
    return _List(run[0].start, run[-1].end, periods=[one.period for one in run]) if len(run) == count else None
