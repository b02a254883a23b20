"""Quotes: direct speech with its speaker, one claim a turn.

`"We are growing," said Jane Roe. "Next year we will open ten shops."` is one claim: subject Jane Roe, predicate `said`,
text of both parts. Fragments of under four words are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.attribution import said_by, turns
from extractor.claims.draft import Draft
from extractor.reading import Reading


def find(reading: Reading) -> Iterator[Draft]:
    """The quote claims of an article."""
    for turn in turns(reading):
        spans = turn.parts
        while len(spans) > 1 and _is_fragment(reading.text[slice(*spans[0])]) and reading.text[spans[1][0]].isupper() and _parted(reading, *spans[:2]):
            spans = spans[1:]  # 'works on "a few small plans". "It is …," she says'
        parts = [reading.text[start:end].strip() for start, end in spans]
        text = " ".join(part for part in parts if part)
        if len(re.findall(r"\w[\w'-]*", text)) < 4:
            continue
        start, end = spans[0]
        while end > start and reading.text[end - 1].isspace():
            end -= 1
        while start < end and reading.text[start].isspace():
            start += 1
        source = said_by(reading, turn.speaker, turn.verb)
        yield Draft(
            kind="quote",
            predicate="said",
            subject=turn.speaker,
            rule='"<words>," said <speaker>',
            start=start,
            end=end,
            text=text,
            said=source,
            stated=source.stated,
            confidence=0.9 if turn.speaker.referent.type == "person" else 0.75,
        )


def _is_fragment(words: str) -> bool:
    """True for a few quoted words that are no sentence of their own."""
    return words[:1].islower() and len(words.split()) < 9


def _parted(reading: Reading, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """True if the sentence that holds a fragment ends before the next quote begins, or the fragment is of under five words."""
    short = len(reading.text[slice(*one)].split()) < 5
    return short or re.search(r"[.!?]\s*$", reading.text[one[1] + 1 : other[0] - 1]) is not None
