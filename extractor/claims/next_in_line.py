"""What follows on what has been opened or launched: "The Zeta goes on sale in May; the Zeta Pro will follow this autumn".

The event is the last one told of its kind, with its company; who or what follows is the object.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from extractor.claims.draft import Draft, named
from extractor.claims.event_parties import noun_phrase
from extractor.claims.slots import subject_of
from extractor.mentions.counted import lemma
from extractor.mentions.places import find_place
from extractor.mentions.types import PeriodMention
from extractor.reading import Sentence

_FOLLOWS = re.compile(r"\b(?:(?:will|should|would|to|'ll)(?: then| also| be)?|are|is) (?P<verb>follow(?:ing)?)\b|\b(?:to|will|would) be (?P<passive>followed) by\b")
FOLLOWED = frozenset({"launched", "opened"})
_BACK = 2  # sentences


def find(sentence: Sentence, last: Draft | None, index: int, dating: list[PeriodMention]) -> Iterator[Draft]:
    """The event that a sentence tells to follow on the last one, told in the sentence of an index."""
    if last is None or last.predicate not in FOLLOWED or sentence.index - index > _BACK or sentence.words.isdisjoint(("follow", "following", "followed")):
        return
    if last.start >= sentence.start and (listed := _LISTED.search(sentence.text)) is not None:
        yield from _in_turn(sentence, last, sentence.start + listed.end(), dating)
    for match in _FOLLOWS.finditer(sentence.text):
        group = "verb" if match["verb"] else "passive"
        start, end = sentence.start + match.start(group), sentence.start + match.end()
        period = next((one for one in dating if 0 < one.start - end <= _FAR[group] and not _ANOTHER.search(sentence.between(end, one.start))), None)
        verb = sentence.token(start)
        thing = subject_of(verb) if match["verb"] else None
        if period is None or thing is not None and (thing.pos_ == "PRON" or lemma(thing.lower_) in _WORDS or any(child.dep_ == "dobj" and not period.start <= child.idx < period.end for child in verb.children)):
            continue
        object, subject = None, last.subject
        if thing is not None:
            object = sentence.entity_at(thing) or noun_phrase(sentence, thing)
            if object.referent.type == "place":
                continue  # "Norland will follow next year" tells of a market
            if object.referent.type == "organization" and object.via == "name" and last.object is not None and object.referent not in (last.subject.referent, last.object.referent):
                subject, object = object, None  # "Acme launched a rival in June, and Globex is expected to follow in May"
        yield replace(
            last, subject=subject, object=object if object is None or object.referent is not last.subject.referent else None, rule="<event> followed by <thing> in <period>",
            start=start, end=period.end, period=period.period, outlook="plan", negated=False, said=None, stated=None, place=None, confidence=0.5,
        )  # fmt: skip


# "will open in May, followed by | the Leeds shop in June and the York one in July"
_LISTED = re.compile(r"(?:, (?:and )?| and )(?:then )?(?:to be )?followed by(?= )")
_ITEM = re.compile(r",?(?: and| then| by)* (?:the |its |an? )?(?P<thing>[\w&'’.-]+(?: (?!in\b|on\b|by\b|and\b)[\w&'’.-]+){0,5}) (?:in|on|at|by|during)(?: the| early| late| mid)? ?-?")


def _in_turn(sentence: Sentence, last: Draft, at: int, dating: list[PeriodMention]) -> Iterator[Draft]:
    """What follows on the event of its own sentence, each with its time."""
    for period in sorted((one for one in dating if one.start > at), key=lambda one: one.start):
        item = _ITEM.fullmatch(sentence.between(at, period.start))
        if item is None:
            return
        thing = sentence.token(at + item.end("thing") - 1)
        object = sentence.entity_at(thing) or noun_phrase(sentence, thing)
        if object.referent.type == "place" and not find_place(object.referent.name):
            object = named(item["thing"], at + item.start("thing"), at + item.end("thing"), "product")  # a name of which nobody knows what it is
        when, before = period.period, last.period.start if last.period is not None else None
        while when.start and when.end and before and when.start < before and not _YEAR.search(period.period.text):
            when = when.model_copy(update={"start": year_on(when.start), "end": year_on(when.end)})  # what comes after is not before
        if thing.pos_ in ("NOUN", "PROPN") and object.referent.type not in ("place", "person") and lemma(thing.lower_) not in _WORDS:
            yield replace(
                last, object=object, rule="<event> followed by <thing> in <period>", start=at, end=period.end, period=when,
                outlook=last.outlook, negated=False, place=None, confidence=0.5,
            )  # fmt: skip
        at = period.end


_YEAR = re.compile(r"\d{4}")


def year_on(day: dt.date) -> dt.date:
    """The same day a year later."""
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)


_WORDS = frozenset({"cut", "detail", "information", "announcement", "update", "statement", "decision", "report", "result", "talk", "news", "meeting", "consultation"})
# how far behind the verb its time may stand: "follow in the autumn", "followed by one in Leeds in the autumn"
_FAR = {"verb": 12, "passive": 50}
_ANOTHER = re.compile(r"[;:]|\b(?:after|and|but|which|who|that|when|while)\b")
