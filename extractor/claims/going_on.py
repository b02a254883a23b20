"""Bare numbers that go on counting what was counted before, by what is done with them.

"Acme has 120 shops. It will open another 30", "carried 3 million passengers and expects to carry 4 million".
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal

from extractor.claims.cues import Cue
from extractor.claims.roles import unhedged
from extractor.lexicon import verb_forms
from extractor.mentions.types import QuantityMention
from extractor.reading import Sentence

if TYPE_CHECKING:
    from extractor.claims.measures import Measurement

Sign = Literal[-1, 0, 1]
# what a bare number tells of each measure that was told before, by its verb: that measure, or another, and the sign of a change
_OPENED = "open add launch build establish inaugurate unveil"
_GOES_ON: dict[str, tuple[tuple[str, str, Sign], ...]] = {
    "sites": ((f"{_OPENED} set-up roll-out", "sites", 1), ("close shut shutter axe close-down shut-down", "sites", -1), ("have reach run operate own total hit", "sites", 0)),
    "users": (
        ("add win gain sign-up", "users", 1), ("lose shed", "users", -1),
        ("have reach serve carry fly handle transport welcome exceed surpass top hit total attract", "users", 0),
    ),
    "employees": (("hire recruit add take-on create", "jobs", 1), ("cut shed axe lay-off dismiss sack lose", "jobs", -1), ("have employ reach", "employees", 0)),
    "jobs": (("cut shed axe eliminate scrap lose lay-off", "jobs", -1), ("create add hire recruit take-on", "jobs", 1)),
    "production": (("make produce build assemble turn-out churn-out manufacture reach hit", "production", 0),),
    "units_sold": (("sell ship deliver reach hit register export", "units_sold", 0),),
    "capacity": (("reach hit have handle produce make build", "capacity", 0),),
    "orders": (("order have", "orders", 0),),
}  # fmt: skip
_MADE = frozenset({"made", "produced", "built"})
_BACK = 2  # sentences
_VERB = re.compile(r"(?:(\w+) )?(\w+)$")
_ENDS = re.compile(
    r" (?:(?:more|others|of them|new ones|or so|further)\b ?)?(?:(?:by|in|for|this|next|last|at|from|before|within|during|per|when|once|and|across|worldwide|globally|nationwide|overseas"
    r"|abroad|over|there|here|annually|after|throughout|around|as|while|on|under|a (?:year|day|month|week|quarter))\b|[.,;)]|$)|[.,;)]|$"
)
# "has another 30 under construction"
_TO_COME = re.compile(r"(?: more| others)? (?:under (?:construction|development|way)|in (?:the (?:pipeline|works)|development|planning)|planned)\b")
# "another 200 will go", "30 more are to open"
_DONE = re.compile(
    r"(?: (?:more|others))? (?:(?:will|would|could|may|are (?:set |due |expected |planned )?to|were|have been|are being) (?:also |then |now )?)(?:be )?(?P<verb>go|open(?:ed)?|close[d]?|shut|follow|lost|cut|axed|shed|created|added|hired|opened)\b"
)
_GONE: dict[str, dict[str, Sign]] = {
    "jobs": {"go": -1, "lost": -1, "cut": -1, "axed": -1, "shed": -1, "created": 1, "added": 1, "hired": 1},
    "sites": {"open": 1, "opened": 1, "follow": 1, "close": -1, "closed": -1, "shut": -1},
}
_FURTHER = re.compile(r"(?:^|[\s,])(?:[Aa]nother|[Aa] further|[Aa]n additional|[Aa]n extra|[Ss]ome|[Aa]bout|[Aa]round)(?: (?:about|around|some))? $")


@cache
def _table() -> dict[str, dict[str, tuple[str, Sign]]]:
    """By the forms of the verbs, what they tell of each measure told before."""
    table: dict[str, dict[str, tuple[str, Sign]]] = {}
    for before, ways in _GOES_ON.items():
        for verbs, predicate, sign in ways:
            for verb in verbs.split():
                stem, _, particle = verb.partition("-")
                for form in verb_forms(stem):
                    table.setdefault(f"{form} {particle}".rstrip(), {})[before] = (predicate, sign)
    return table


def goes_on(sentence: Sentence, mention: QuantityMention, told_before: list[Measurement]) -> tuple[Measurement, Cue] | None:
    """The measurement that a bare number goes on from, and the cue of what is done with it; None if it goes on from none."""
    if mention.quantity.unit_type != "count" or mention.quantity.unit is not None or mention.direction:
        return None
    after = sentence.between(mention.end, sentence.end)
    head = sentence.between(sentence.start, mention.start)
    if (shared := _shared(sentence, mention, told_before, after)) is not None:
        return shared
    verb = _VERB.search(unhedged(head).rstrip())
    told = None
    if verb is not None and _ENDS.match(after):
        both, last = f"{verb[1]} {verb[2]}".lower(), verb[2].lower()
        told = _table().get(both) or _table().get(last)
        start = sentence.start + (verb.start() if both in _table() else verb.start(2))
        text = sentence.between(start, sentence.start + verb.end())
    if told is not None:
        ways = told
    elif (done := _DONE.match(after)) is not None and _FURTHER.search(head):
        ways = {measure: (measure, verbs[done["verb"]]) for measure, verbs in _GONE.items() if done["verb"] in verbs}
        start, text = mention.end + done.start("verb"), done["verb"]
    else:
        return None
    for one in reversed(told_before):
        if sentence.index - one.sentence.index > _BACK:
            return None
        if one.predicate in ways and one.quantity.unit_type == "count" and one.role != "earlier":
            predicate, sign = ways[one.predicate]
            if predicate == "capacity" and text.lower() in _MADE:
                predicate = "production"  # "can build 400 a year, but made only 120 in 2015"
            return one, Cue(start, start + len(text), text, predicate, verb=True, sign=sign, stance="intent" if _TO_COME.match(after) else None)
    return None


_NEXT = re.compile(r" (?P<where>.*?)(?:,|,? and|,? as well as|,? plus|,? with)(?: (?:another|a further|an additional|about|around|some|up to|nearly))* ")
_WHERE = re.compile(r"(?:from|at|in|across) (?:the |its |their |head |[A-Z])")


def _shared(sentence: Sentence, mention: QuantityMention, told_before: list[Measurement], after: str) -> tuple[Measurement, Cue] | None:
    """The count of one place after that of another: "240 posts will go at the mill, 35 in Oslo and 20 at head office"."""
    last = told_before[-1] if told_before else None
    if last is None or last.sentence is not sentence or last.quantity.unit_type != "count" or last.predicate not in ("jobs", "sites", "employees", "users"):
        return None
    gap = _NEXT.fullmatch(sentence.between(last.mention.end, mention.start))
    if gap is None or not _WHERE.match(after.lstrip()) or not _WHERE.search(gap["where"]) or any(mention.end < one.start <= mention.end + 4 for one in sentence.periods):
        return None
    sign: Sign = 0 if last.role != "change" else -1 if (last.quantity.high or last.quantity.low or 0) < 0 else 1
    return last, Cue(mention.start, mention.start, "", last.predicate, verb=True, sign=sign, stance=last.stance)
