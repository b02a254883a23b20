"""Frames: the ways of telling an event as a table of phrases, and where a sentence holds one of them.

A table (`lexicons/market_frames.tsv`, `lexicons/date_frames.tsv`) has a predicate and a phrase a row. In a phrase

    open        first of all: a verb in any of its forms; "be" too
    =entry      first of all: not a verb but this word as it stands, or its plural
    in|near     one of these words; @ is short for the words that locate
    (up)        a word that may be missing
    <shop>      a noun of this class (`lexicons/frame_nouns.tsv`), with what modifies it; <shop|office> of either class
    *           what the verb has as its object, or whatever stands in its stead

Adverbs may stand between any two of them. What a phrase skips holds no other verb, so that it stays within its clause.

A third column holds a note. Of markets: what is told is yet to come (`plan`), or is while the verb is progressive (`begun`);
more than one is told of (`many`: "opens shops", "opens another shop"); the subject is a firm or product by name (`firm`), or shops (`sites`);
told in the passive only (`passive`); a noun that needs an owner (`own`) or that makes something itself (`makes`); what is skipped is an amount (`earned`). Those of
dated events are the names of rules in `extractor.claims.event_sense`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal, NamedTuple

from extractor.lexicon import rows, verb_forms
from extractor.mentions.counted import lemma
from extractor.reading import Sentence
from extractor.tokens import Token

LOCATING = frozenset({"in", "at", "across", "near", "throughout", "around", "inside", "within"})
_BE = frozenset({*verb_forms("be"), "'s", "'re"})
_PREPOSITIONS = LOCATING | {"to", "into", "from", "on", "onto"}
# what a skipped stretch may not hold: another verb, or what begins another clause or phrase
_VERB_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD", "TO", "WDT", "WP", "WP$", "WRB", "EX"})
_CUTS = frozenset({
    "in", "into", "on", "onto", "by", "from", "as", "after", "before", "since", "until", "while", "because", "that", "than", "across", "near",
    "throughout", "during", "but", "if", "against", "over", "under", ",", ";", ":", "(", ")", "--", "\u2014", "\u2013", ".", "?", "!", '"',
})  # fmt: skip
# nearer still: what may stand between a verb or its article and the noun of a class
_CUTS_NOUN = _CUTS | {"to", "for", "with", "at", "through"}
_ADVERBS = frozenset({"already", "also", "now", "then", "still", "both", "only", "just", "even", "all", "once", "again", "back", "soon", "up", "out", "mainly", "mostly"})
_BEFORE_VERB = frozenset({"to", "will", "would", "could", "may", "might", "should", "must", "not"})
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_HEDGES = frozenset({"over", "under", "as", "than", "to", "between", "at"})
_LONGEST = 9


class Element(NamedTuple):
    """One part of a phrase: its words, the nouns of a class with what stands before them, or a gap."""

    kind: Literal["words", "class", "gap"]
    words: frozenset[str] = frozenset()
    optional: bool = False


@dataclass(frozen=True)
class Frame:
    """One way of telling an event. `order` is that of the table; `verb` is false for a phrase that begins with a noun."""

    predicate: str
    phrase: str
    order: int
    verb: bool
    note: str
    first: frozenset[str]
    rest: tuple[Element, ...]

    @property
    def name(self) -> str:
        """The phrase in short, with the first of all alternatives: "have <shop> in"."""
        return " ".join("in" if word == "@" else word.strip("=()").split("|")[0] + ">" * ("<" in word and "|" in word) for word in self.phrase.split())

    @cached_property
    def needs(self) -> tuple[frozenset[str], ...]:
        """Of each of these one word must be in a sentence that holds the frame."""
        told = self.rest[:-1] if self.locates else self.rest
        return tuple(element.words for element in told if element.kind == "words" and not element.optional)

    @property
    def ends_with_preposition(self) -> bool:
        """True if a place is to follow a preposition, not the verb itself."""
        return bool(self.rest) and self.rest[-1].kind == "words" and self.rest[-1].words <= _PREPOSITIONS

    @property
    def locates(self) -> bool:
        """True if the place may as well stand elsewhere in the clause: "in Spain it has shops", "where it has shops"."""
        return self.ends_with_preposition and bool(self.rest[-1].words & LOCATING)


class Hit(NamedTuple):
    """A frame found in a sentence: characters `start..end`, up to the last preposition or without it.

    `object` are the words skipped or taken as a class, `noun` the word of the class, if any.
    """

    frame: Frame
    start: int
    end: int
    head_end: int
    object: tuple[int, int] | None
    noun: Token | None


class Frames:
    """A table of frames, ready to be looked for."""

    def __init__(self, name: str) -> None:
        self.frames = [_read(order, *row) for order, row in enumerate(rows(name))]
        self.by_first: dict[str, list[Frame]] = {}
        for frame in self.frames:
            for word in frame.first:
                self.by_first.setdefault(word, []).append(frame)

    def find(self, sentence: Sentence) -> list[Hit]:
        """The frames that a sentence holds, by where they start, then in the order of the table."""
        doc, end, words, by_first = sentence.reading.tokens, sentence.span.end, sentence.words, self.by_first
        if by_first.keys().isdisjoint(words):
            return []
        return [
            hit
            for token, low in zip(sentence.tokens, sentence.lows, strict=True)
            if low in by_first
            for frame in by_first[low]
            if not any(map(words.isdisjoint, frame.needs)) and _may_begin(frame, token, sentence.in_title)
            for hit in (*_hits(doc, frame, token, end), *_joined(doc, frame, token, end))
        ]


@cache
def frames(name: str) -> Frames:
    """The table of `lexicons/<name>.tsv`."""
    return Frames(name)


def _read(order: int, predicate: str, phrase: str, note: str = "") -> Frame:
    first, *rest = phrase.split()
    verb = not first.startswith("=")
    words = {form for word in first.lstrip("=").casefold().split("|") for form in (_forms(word) if verb else _plurals(word))}
    return Frame(predicate, phrase, order, verb, note, frozenset(words), tuple(map(_element, rest)))


def _forms(verb: str) -> frozenset[str]:
    return _BE if verb == "be" else frozenset(verb_forms(verb))


def _plurals(noun: str) -> set[str]:
    if noun.endswith("y"):
        return {noun, noun + "s", noun[:-1] + "ies"}
    return {noun, noun + ("es" if noun.endswith(("ch", "sh", "s", "x")) else "s")}


def _element(text: str) -> Element:
    optional = text.startswith("(")
    bare = text.strip("()")
    if bare == "*":
        return Element("gap", optional=optional)
    if bare.startswith("<"):
        return Element("class", nouns_of(*bare.strip("<>").split("|")), optional)
    return Element("words", LOCATING if bare == "@" else frozenset(bare.casefold().split("|")), optional)


@cache
def nouns_of(*groups: str) -> frozenset[str]:
    """The nouns of some classes, in the singular."""
    return frozenset().union(*(_nouns()[one] for one in groups))


@cache
def _pairs() -> frozenset[str]:
    """The nouns of two words, of whatever class."""
    return frozenset(noun for noun, _ in rows("frame_nouns") if " " in noun)


@cache
def _nouns() -> dict[str, set[str]]:
    """The nouns of each class, in the singular."""
    found: dict[str, set[str]] = {}
    for noun, group in rows("frame_nouns"):
        found.setdefault(group, set()).add(noun)
    return found


def _may_begin(frame: Frame, token: Token, in_title: bool) -> bool:
    """True if a word of the right form is of the right part of speech: "lists" may be a noun, "the closed shop" tells no event."""
    if token.i > 1 and token.nbor(-1).lower_ == "-" and token.nbor(-1).idx + 1 == token.idx and token.nbor(-2).lower_ not in ("co", "re"):
        return False  # "loss-making"
    if frame.verb and token.dep_ == "amod" and token.head.i > token.i:
        return _is_perfect(token)  # "the founding family" founds nothing
    if not frame.verb or in_title:
        return in_title or token.tag_ != "VBZ"  # "she starts in Miami" is no start
    if token.dep_ in ("aux", "auxpass") and token.lower_ not in _BE:
        return False
    if token.tag_ in ("NN", "NNS", "NNP", "NNPS"):
        return token.lower_.endswith("ed") or token.i > 0 and token.nbor(-1).lower_ in _BEFORE_VERB
    return token.tag_.startswith("VB") or token.pos_ in ("VERB", "AUX") or (
        token.tag_ == "JJ" and token.dep_ not in ("amod", "compound") and token.lower_.endswith(("ed", "ing", "n", "t"))
    )  # fmt: skip


def _is_perfect(participle: Token) -> bool:
    """True for "has since opened shops", which the parser takes for shops that are opened."""
    before = participle.i - 1
    while before >= participle.sent.start and participle.doc[before].pos_ == "ADV" or participle.doc[before].lower_ == "since":
        before -= 1
    return before >= participle.sent.start and participle.tag_ == "VBN" and participle.doc[before].lower_ in ("has", "have", "had")


def _hits(doc: Sequence[Token], frame: Frame, token: Token, end: int) -> Iterator[Hit]:
    """The frame at a word: the ways of reading it to its end, else without its last preposition."""
    whole = False
    for last, object, noun in _match(doc, frame.rest, token.i + 1, end, None, None):
        stop = _end(doc, last)
        yield Hit(frame, token.idx, stop, _end(doc, last - 1) if frame.locates else stop, object, noun)
        whole = True
    if frame.locates and not whole:
        for last, object, noun in _match(doc, frame.rest[:-1], token.i + 1, end, None, None):
            yield Hit(frame, token.idx, -1, _end(doc, last), object, noun)
            return


def _joined(doc: Sequence[Token], frame: Frame, token: Token, end: int) -> Iterator[Hit]:
    """The frame with what is joined to the object of its verb: "has a shop in Spain and | plants in Italy", "makes shoes in Spain and | boots in Italy"."""
    told = frame.rest[-2] if frame.verb and frame.locates and len(frame.rest) > 1 else None
    if told is None or told.kind == "words":
        return
    for object in token.children:
        while object.dep_ in ("dobj", "conj") and (joined := next((one for one in object.children if one.dep_ == "conj" and one.i > object.i), None)) is not None:
            last, object = joined.i + 1, joined
            if last < end and doc[last].lower_ in LOCATING and joined.pos_ == "NOUN" and (told.kind == "gap" or _is_noun_of(doc, joined.i, told.words)):
                first = min((one.i for one in joined.lefts), default=joined.i)
                yield Hit(frame, token.idx, _end(doc, last + 1), _end(doc, last), (int(doc[first].idx), _end(doc, last)), joined if told.kind == "class" else None)


def _end(doc: Sequence[Token], last: int) -> int:
    """Where the word before a position ends."""
    return int(doc[last - 1].idx) + len(doc[last - 1])


_Found = tuple[int, tuple[int, int] | None, "Token | None"]


def _match(
    doc: Sequence[Token], elements: tuple[Element, ...], i: int, end: int, object: tuple[int, int] | None, noun: Token | None
) -> Iterator[_Found]:
    """The ways of reading elements from a word on: where the reading ends, the object's characters, the noun."""
    if not elements:
        yield i, object, noun
        return
    element, rest = elements[0], elements[1:]
    if element.kind == "gap":
        yield from _match_gap(doc, rest, i, end, object, noun)
    elif element.kind == "class":
        for last in _nouns_at(doc, element.words, i, end):
            yield from _match(doc, rest, last + 1, end, (int(doc[i].idx), _end(doc, last + 1)), doc[last])
    else:
        first = _after_adverbs(doc, i, end, element.words)
        if first < end and doc[first].lower_ in element.words:
            yield from _match(doc, rest, first + 1, end, object, noun)
    if element.optional:
        yield from _match(doc, rest, i, end, object, noun)


def _match_gap(doc: Sequence[Token], rest: tuple[Element, ...], i: int, end: int, object: tuple[int, int] | None, noun: Token | None) -> Iterator[_Found]:
    wanted = rest[0].words if rest and rest[0].kind == "words" else frozenset()
    for j in range(i, min(end, i + 2 * _LONGEST)):
        if j > i and (not rest or doc[j].lower_ in wanted or rest[0].kind != "words"):
            yield from _match(doc, rest, j, end, object or (int(doc[i].idx), _end(doc, j)), noun)
        if _cuts(doc[j], _CUTS) or j > i and doc[j].tag_ == "VB" and doc[j].dep_ == "conj":
            return  # "move production to China and export it to"


def _after_adverbs(doc: Sequence[Token], i: int, end: int, wanted: frozenset[str]) -> int:
    """The first word from a position that is no adverb ("also", ", mainly") or is one that is wanted."""
    while i < end and doc[i].lower_ not in wanted:
        token = doc[i]
        aside = token.lower_ == "," and i + 1 < end and doc[i + 1].pos_ == "ADV"
        if not (aside or token.pos_ == "ADV" and token.lower_ not in _CUTS or token.lower_ in _ADVERBS):
            return i
        i += 1
    return i


def _nouns_at(doc: Sequence[Token], nouns: frozenset[str], i: int, end: int) -> Iterator[int]:
    """The words from a position that are nouns of a class and head their phrase."""
    closed = i
    for j in range(i, min(end, i + 2 * _LONGEST)):
        token = doc[j]
        if token.lower_ == "(":
            closed = next((k + 1 for k in range(j + 1, min(end, j + 9)) if doc[k].lower_ == ")"), closed)
        if j < closed:
            continue  # "a 400 billion won ($357 million) plant"
        if j >= i + _LONGEST + 3 + closed - i:
            return
        if _is_noun_of(doc, j, nouns) and not (j + 1 < end and token.dep_ in ("compound", "poss", "amod") and doc[j + 1].tag_ in ("NN", "NNS", "POS")):
            yield j
        elif _cuts(token, _CUTS_NOUN) and not _hedges(doc, j, end) and not (j <= i + 1 and _dates(doc, j, end)):
            return


def _dates(doc: Sequence[Token], j: int, end: int) -> bool:
    """True for the day that stands before the object of a verb: "posted | on Tuesday a surge in earnings"."""
    return doc[j].lower_ == "on" and j + 1 < end and doc[j + 1].lower_.rstrip(".") in _DAYS


def _hedges(doc: Sequence[Token], j: int, end: int) -> bool:
    """True before a number: "over 60 shops", "as many as 30 hotels"."""
    word = doc[j].lower_
    if word == "to" and doc[j - 1].lower_ != "up" and not doc[j - 1].like_num:
        return False
    return word in _HEDGES and any(one.like_num for one in doc[j + 1 : min(end, j + 4)])


def _is_noun_of(doc: Sequence[Token], j: int, nouns: frozenset[str]) -> bool:
    if j + 1 < len(doc) and doc[j + 1].text == "-" and doc[j + 1].idx == doc[j].idx + len(doc[j]):
        return False  # "a plant-based milk"
    word = lemma(doc[j].lower_)
    pair = f"{doc[j - 1].lower_} {word}" if j > 0 else ""
    if pair in _pairs():
        return pair in nouns  # a production base is no base
    return word in nouns or doc[j].lower_ in nouns


def _cuts(token: Token, cuts: frozenset[str]) -> bool:
    if token.lower_ in cuts or token.tag_ in _VERB_TAGS:
        return not (token.i and token.nbor(-1).text == "-")  # but not within "better-than-expected"
    return False
