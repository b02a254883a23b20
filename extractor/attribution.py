"""Attribution: who says what stands in a sentence, in direct speech or reported, and the turns of direct speech.

"According to X", "X said …", "…, X said", and for words between quotes the speaker of the turn.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from extractor.claims.draft import Said
from extractor.lexicon import any_of, terms
from extractor.mentions.types import EntityMention
from extractor.reading import Reading, Sentence

_SPEAKERS = ("person", "organization")
_MEDIUM = re.compile(r"\b(?:told|interview (?:\w+ ){0,6}(?:on|with|to)|speaking to)\s+$", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Turn:
    """One speaker's turn of direct speech: its quoted stretches, in order."""

    speaker: EntityMention
    parts: list[tuple[int, int]]
    firm: bool = True


_turns: WeakKeyDictionary[Reading, list[Turn]] = WeakKeyDictionary()


def speech_verb() -> str:
    """A regular expression for any verb of saying."""
    return r"\b" + any_of(terms("speech_verbs")) + r"\b"


def turns(reading: Reading) -> list[Turn]:
    """The turns of direct speech of an article whose speaker could be told (found once an article)."""
    if reading not in _turns:
        _turns[reading] = _find_turns(reading)
    return _turns[reading]


def _find_turns(reading: Reading) -> list[Turn]:
    found: list[Turn] = []
    quoted = [span for span in reading.quoted if len(reading.text[span[0] : span[1]].split()) >= 1]
    for index, (start, end) in enumerate(quoted):
        before_start = quoted[index - 1][1] + 1 if index else 0
        after_end = quoted[index + 1][0] - 1 if index + 1 < len(quoted) else len(reading.text)
        speaker = _after(reading, end + 1, after_end) or _before(reading, before_start, start - 1)
        long_enough = len(re.findall(r"\w[\w'-]*", reading.text[start:end])) >= 4
        if speaker is None:
            # a quote that goes on with the turn before it, the same paragraph or the next
            if (
                found
                and long_enough
                and found[-1].parts
                and index
                and _adjacent(reading, found[-1].parts[-1][1], start)
            ):
                found[-1].parts.append((start, end))
            continue
        if (
            found
            and found[-1].speaker.referent is speaker.referent
            and _adjacent(reading, found[-1].parts[-1][1], start)
        ):
            found[-1].parts.append((start, end))
        elif long_enough:
            found.append(Turn(speaker, [(start, end)]))
    return found


def _adjacent(reading: Reading, end: int, start: int) -> bool:
    """True if nothing but the attribution stands between two quotes."""
    between = reading.text[end:start]
    return len(between) < 260 and between.count("\n\n") <= 1 and len(re.findall(r"[.!?]\s", between)) <= 2


def _after(reading: Reading, start: int, end: int) -> EntityMention | None:
    """The speaker named after a quote: ", said X", ", X told reporters", ", he added"."""
    stop = re.search(r"[.!?]\s|\n", reading.text[start:end])
    end = min(end, start + (stop.start() + 1 if stop else 250), start + 250)
    segment = reading.text[start:end]
    verb = re.search(speech_verb(), segment, re.IGNORECASE)
    if verb is None or re.match(r"\s*[.;]", segment):
        return None
    inside = [one for one in reading.entities if start <= one.start < end and one.referent.type in _SPEAKERS]
    people = [one for one in inside if one.referent.type == "person"]
    if re.fullmatch(r"[\s,.-]*", segment[: verb.start()]):
        # inverted: "said Acme's president, Jane Roe"
        return next(iter(people or inside), None)
    earlier = [one for one in inside if one.end <= start + verb.start()]
    earlier_people = [one for one in earlier if one.referent.type == "person"]
    return next(reversed(earlier_people or earlier), None)


def _before(reading: Reading, start: int, end: int) -> EntityMention | None:
    """The speaker named before a quote: "X said: …", "the firm, which …, said it is …"."""
    cut = max(reading.text.rfind("\n", start, end) + 1, start)
    for match in re.finditer(r"[.!?]\s", reading.text[cut:end]):
        if not re.search(r"\b(?:Mr|Mrs|Ms|Dr|Inc|Co|Corp|Ltd|St|[A-Z])$", reading.text[cut : cut + match.start()]):
            start = cut + match.end()
    start = max(start, cut)
    segment = reading.text[start:end]
    verbs = list(re.finditer(speech_verb(), segment, re.IGNORECASE))
    if not verbs or len(segment) - verbs[-1].end() > 60:
        return None
    earlier = [
        one
        for one in reading.entities
        if start <= one.start and one.end <= start + verbs[-1].start() and one.referent.type in _SPEAKERS
    ]
    subject = [one for one in earlier if _leads(reading, one, start + verbs[-1].start())]
    return next(iter(subject or earlier), None)


def _leads(reading: Reading, mention: EntityMention, verb: int) -> bool:
    token = reading.head(mention.start, mention.end)
    return bool(token.dep_ == "nsubj" and token.head.idx == verb)


def said(sentence: Sentence, position: int) -> Said | None:
    """Who says what stands at a position, None where the article itself says it."""
    reading = sentence.reading
    if reading.is_quoted(position):
        for turn in turns(reading):
            if any(start <= position < end for start, end in turn.parts):
                return Said(speaker=turn.speaker)
    source = _source(sentence)
    if source is not None:
        return Said(speaker=source)
    return _reported(sentence, position)


def _source(sentence: Sentence) -> EntityMention | None:
    """ "according to X", "a poll of analysts by X"."""
    for match in re.finditer(
        r"\b(?:according to|(?:analysts|economists|strategists) at|(?:poll|survey)\b[^,;.]{0,30}? by|data from|figures from)\s+", sentence.text, re.IGNORECASE
    ):
        start = sentence.start + match.end()
        for one in sentence.entities:
            if start <= one.start <= start + 60 and one.referent.type in (*_SPEAKERS, "product"):
                return one
    return None


def _reported(sentence: Sentence, position: int) -> Said | None:
    """ "X said …", "X told reporters that …", "…, X said." of reported speech."""
    for match in re.finditer(speech_verb(), sentence.text, re.IGNORECASE):
        verb = sentence.start + match.start()
        if sentence.reading.is_quoted(verb):
            continue
        speaker = _subject(sentence, verb)
        if speaker is None:
            continue
        closing = re.match(
            r"\w+(?:, adding|[^,]{0,60}[.]?$)", sentence.between(verb, sentence.end)
        ) and sentence.between(sentence.start, speaker.start).rstrip().endswith(",")
        if verb < position or closing:
            return Said(speaker=speaker)
    return None


def _subject(sentence: Sentence, verb: int) -> EntityMention | None:
    token = sentence.token(verb)
    for child in token.children:
        if child.dep_ == "nsubj":
            found = sentence.entity_at(child)
            if found is not None and found.referent.type in _SPEAKERS:
                return found
            break
    before = [one for one in sentence.entities if one.end <= verb and one.referent.type in _SPEAKERS]
    if before and re.fullmatch(r",?(?: \w+ly| also| later| earlier)?\s", sentence.between(before[-1].end, verb)):
        return before[-1]
    return None
