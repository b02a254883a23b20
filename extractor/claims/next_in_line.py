"""What follows on what has been opened or launched: "The Zeta goes on sale in May; the Zeta Pro will follow this autumn".

The event is the last one told of its kind, with its company; who or what follows is the object.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractor.claims.draft import Draft
from extractor.claims.event_parties import noun_phrase
from extractor.claims.slots import subject_of
from extractor.mentions.counted import lemma
from extractor.mentions.types import PeriodMention
from extractor.reading import Sentence

_FOLLOWS = re.compile(r"\b(?:(?:will|should|would|to|'ll)(?: then| also| be)?|are|is) (?P<verb>follow(?:ing)?)\b|\b(?:to|will|would) be (?P<passive>followed) by\b")
FOLLOWED = frozenset({"launched", "opened"})
_BACK = 2  # sentences


def find(sentence: Sentence, last: Draft | None, index: int, dating: list[PeriodMention]) -> Iterator[Draft]:
    """The event that a sentence tells to follow on the last one, told in the sentence of an index."""
    if last is None or last.predicate not in FOLLOWED or sentence.index - index > _BACK or sentence.words.isdisjoint(("follow", "following", "followed")):
        return
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


_WORDS = frozenset({"detail", "information", "announcement", "update", "statement", "decision", "report", "result", "talk", "news", "meeting", "consultation"})
# how far behind the verb its time may stand: "follow in the autumn", "followed by one in Leeds in the autumn"
_FAR = {"verb": 12, "passive": 50}
_ANOTHER = re.compile(r"[;:]|\b(?:after|and|but|which|who|that|when|while)\b")
