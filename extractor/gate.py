"""Which sentences can hold a claim at all: the only ones worth a parse.

A claim rests on an amount, an office, a dealing, a dated event or direct speech, and each of these shows on the surface:
a number in digits or words, a trigger word, a word of time, a quotation mark beside a verb of saying. What the gate
lets through wrongly costs time, what it holds back wrongly costs a claim: it is wide.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon import Phrases, terms, verb_forms

_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?"
    r"|half|halv\w+|thirds?|quarters?|doubl\w+|tripl\w+|trebl\w+|quadrupl\w+|\w+fold|flat|unchanged|teen\w*|twenty|thirty|forty"
    r"|fifty|sixty|seventy|eighty|ninety|fifth|tenth)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
    r"|Sept?|Oct|Nov|Dec|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow|tonight|(?:last|next|this|past|earlier"
    r"|later|previous|following|coming)|ago|years?|months?|weeks?|spring|summer|autumn|winter|Christmas|Easter|decade)\b",
    re.IGNORECASE,
)


@cache
def _triggers(name: str) -> Phrases:
    """Any form of a list's words."""
    return Phrases({form for word in terms(name) for form in verb_forms(word)})


@cache
def _saying() -> Phrases:
    return Phrases(terms("speech_verbs"))


def may_tell(sentence: str) -> bool:
    """True if a sentence of clean text may hold a claim of some kind."""
    if _DIGIT.search(sentence) or _NUMBER.search(sentence):
        return True
    if '"' in sentence and _saying().search(sentence):
        return True
    if _triggers("gate_offices").search(sentence) or _triggers("gate_dealings").search(sentence):
        return True
    return bool(_TIME.search(sentence) and _triggers("gate_events").search(sentence))


_ANAPHOR = re.compile(r"\b(?:it|its|they|their|he|his|she|her|him|we|our|us|the|this|that)\b", re.IGNORECASE)


def telling(sentences: list[str]) -> list[bool]:
    """For each sentence whether to parse it: it may hold a claim, or the next one, which may, takes up what it names."""
    may = [may_tell(one) for one in sentences]
    return [here or after for here, after in zip(may, [*map(_leans_back, sentences[1:], may[1:]), False], strict=True)]


def _leans_back(sentence: str, tells: bool) -> bool:
    return tells and bool(_ANAPHOR.search(sentence))
