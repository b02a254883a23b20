"""Idioms that tell a measure by the words around a quantity: "let 60 workers go", "has 3,100 people on its payroll".

They stand in `lexicons/measure_frames.tsv`, written with `_` for the quantity; a frame that begins with a verb is
found in the passive too ("60 workers were let go", "$18m set aside for shops").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, count
from typing import Literal

from extractor.claims.cues import Cue
from extractor.claims.reach import LETTER, is_small
from extractor.claims.roles import OF_WHOLE, unhedged
from extractor.context import Stance
from extractor.late import late
from extractor.lexicon import rows, terms, verb_forms
from extractor.mentions.types import QuantityMention
from extractor.reading import Sentence

_BE = r"(?:is|are|was|were|be|been|being|gets?|got|getting)"
_GAP = r"(?: [\w',./-]*\w){0,4}?"
_ADVERBS = r"(?: (?:\w+ly|also|already|now|since|then))?"
# hedges that a frame may end with: "used by 3 million people", "is worth $3m"
_TELLING = frozenset({"by", "worth"})
_MOST_CHARGED = 10_000  # what customers pay at a time
_JOBS = frozenset({"job", "position", "post", "role", "vacancy"})


# an amount set apart by dashes or brackets
_OPENED = re.compile(r"(?: [-–—]+ |[–—]|\()(?:(?:about|around|some|roughly|nearly|almost|more than|over) )?$")
_CLOSED = re.compile(r"(?: [\w-]+){0,2}(?: [-–—]+(?= )|[–—]|\))")


_OF_ALL_STAFF = re.compile(r" of (?:its|their|the|our|(?:[\w.&-]+ ){0,3}[\w.&-]+['’]s?) (?:\w+ )?[\d,]+ (?:[\w-]+ ){0,2}(?:staff|workers|employees|people|jobs|posts)\b")


@dataclass(frozen=True, slots=True)
class Frame:
    """One way of telling a measure: what stands before and after the quantity, what it takes, and the cue it makes."""

    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    takes: str
    cue: Cue


def framed(sentence: Sentence, mention: QuantityMention) -> tuple[Cue, str, str, bool] | None:
    """The measure of a quantity by the first frame that it stands in, None if it stands in none."""
    kinds = _kinds(mention)
    begin = max((one.end for one in sentence.quantities if one.end <= mention.start), default=sentence.start)
    before = sentence.between(begin, mention.start)
    head = unhedged(before, _TELLING).rstrip()
    # "its whole crew - 940 people - will lose their jobs"
    closed = _CLOSED.match(sentence.between(mention.end, sentence.end)) if _OPENED.search(before) else None
    behind = mention.end + (closed.end() if closed else 0)
    # "640 of the retailer's 1,100 staff had been made redundant"
    if (whole := _OF_ALL_STAFF.match(sentence.between(behind, sentence.end))) is not None:
        behind += whole.end()
    after = sentence.between(behind, sentence.end)
    opened, bare = _frames()
    later: dict[int, Frame] = {}
    # "15 percent of its 1,400 jobs are to go": what is done is done to the part
    if not OF_WHOLE.fullmatch(before):
        later = {order: frame for word in _WORD.findall(after.lower()) for order, frame in bare.get(word, ())}
    for frame in chain(opened.get(head.rpartition(" ")[2].lower(), ()), (later[order] for order in sorted(later))):
        if kinds.isdisjoint(frame.takes):
            continue
        begun = frame.before.search(head) if frame.before is not None else None
        ended = frame.after.match(after) if frame.after is not None else None
        if (frame.before is None) == (begun is None) and (frame.after is None) == (ended is None):
            return _placed(frame, begin if begun else behind, begun or ended), frame.cue.predicate, f"<company> {frame.cue.text}", False
    return None


def _placed(frame: Frame, offset: int, found: re.Match[str] | None) -> Cue:
    """The cue of a frame at its words in the text."""
    assert found is not None
    words = found["cue"].lstrip()
    end = offset + found.end()
    return replace(frame.cue, start=end - len(words), end=end, text=words)


def _kinds(mention: QuantityMention) -> set[str]:
    """The letters of what a quantity counts, as the table of frames has them."""
    kind = mention.quantity.unit_type
    if kind != "count":
        small = kind == "currency" and is_small(mention, _MOST_CHARGED)
        return {LETTER[kind or "count"]} | ({"d"} if small else set())
    unit = (mention.quantity.unit or "").casefold()
    return {"n"} | ({"h"} if unit in terms("staff_nouns") else set()) | ({"j"} if unit in _JOBS else set())


@cache
def _frames() -> tuple[dict[str, list[Frame]], dict[str, list[tuple[int, Frame]]]]:
    """The frames by the word right before their quantity; those that have none before it, with their order, by one after it."""
    opened: dict[str, list[Frame]] = {}
    bare: dict[str, list[tuple[int, Frame]]] = {}
    order = count()

    def add(frame: Frame, words: Iterable[str]) -> None:
        at = next(order)
        for word in set(words):
            bare.setdefault(word, []).append((at, frame))

    for text, predicate, takes, *rest in sorted(rows("measure_frames"), key=lambda row: -len(row[0].split())):
        cue = Cue(0, 0, text.replace("_", "<quantity>"), predicate, verb=True, stance=_stance(rest), sign=_sign(rest))
        before, _, after = (part.strip() for part in text.partition("_"))
        frame = Frame(_pattern(before, "$"), _pattern(after, r"\b"), takes, cue)
        if not before:
            add(frame, _telltales(after))
            continue
        for word in _words(before.split()[-1]):
            opened.setdefault(word, []).append(frame)
        verb, *particles = before.split()
        if verb.startswith("{") and "~" not in particles:
            done = " ".join([*particles, after]).strip()
            add(Frame(None, _passive(verb, done), takes, cue), _participles(verb))
    return opened, bare


_WORD = re.compile(r"\w+")


def _telltales(part: str) -> list[str]:
    """The words of which one is in every text that holds a part of a frame: those of its place with the longest words."""
    places = [[max(_WORD.findall(form), key=len) for form in _words(word)] for word in part.split() if word != "~"]
    return max(places, key=lambda forms: min(map(len, forms)))


def _sign(rest: list[str]) -> Literal[-1, 0, 1]:
    return 0 if not rest or not rest[0] else 1 if rest[0] == "+" else -1


def _stance(rest: list[str]) -> Stance | None:
    return None if len(rest) < 2 else "intent" if rest[1] == "intent" else "expect"


def _pattern(part: str, end: str) -> re.Pattern[str] | None:
    """One side of a frame as an expression, None if nothing stands there."""
    expression = _expression(part) if end != "$" else r"\b" + _expression(part).lstrip()
    return late(f"(?P<cue>{expression}){end}", re.IGNORECASE) if part else None


def _passive(verb: str, done: str) -> re.Pattern[str]:
    """What follows the quantity in the passive: "60 workers were let go", "$18m set aside for shops"."""
    participle = "|".join(_participles(verb))
    auxiliary = f"(?:{_BE}{_ADVERBS} )" + ("?" if done else "")
    return late(rf"{_GAP}(?:, [^,;.]{{3,40}},)?(?: will)? (?P<cue>{auxiliary}(?:{participle}){_expression(done)})\b", re.IGNORECASE)


def _participles(verb: str) -> list[str]:
    return sorted(form for form in _words(verb) if not form.endswith(("ing", "s")))


def _expression(part: str) -> str:
    """The words of one side of a frame as a regular expression; each but the first of a sentence has its space before it."""
    found = ""
    for word in part.split():
        if word == "~":
            found += _GAP
        elif word.startswith("-"):
            found += re.escape(word)
        else:
            found += " (?:" + "|".join(sorted(map(re.escape, _words(word)))) + ")"
    return found


def _words(word: str) -> list[str]:
    """The forms that a word of a frame stands for."""
    if word == "be":
        return ["be", "been", "being", "is", "are", "was", "were"]
    return sorted(verb_forms(word.strip("{}"))) if word.startswith("{") else word.split("|")
