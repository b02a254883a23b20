"""Which sentences can hold a claim at all: the only ones worth a parse.

A claim rests on an amount, an office, a dealing, a dated event or direct speech, and each of these shows on the surface:
a number in digits or words, a trigger word, a word of time, a quotation mark beside a verb of saying. What the gate
lets through wrongly costs time, what it holds back wrongly costs a claim: it is wide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from extractor.lexicon import Phrases, forms_of, rows, terms, verb_forms


class _Line(NamedTuple):
    """A sentence and its words in small letters: most of what is asked of it can be told by them alone."""

    text: str
    words: frozenset[str]

    @classmethod
    def of(cls, text: str) -> _Line:
        """The line of a sentence."""
        return cls(text, frozenset(_WORD_OR_SIGN.findall(text.casefold())))

    def holds(self, phrases: Phrases) -> bool:
        """True if one of the phrases is in it."""
        return phrases.may_be_among(self.words) and phrases.search(self.text) is not None


_MONEY = frozenset("%$£€¥₹")
_WORD_OR_SIGN = re.compile(r"\w+|[%$£€¥₹]")
# An amount by itself: money, a percentage, a magnitude, a multiple
_AMOUNT = re.compile(
    r"\d ?(?:bn|mn|tn|m|k|bps|pc|c|p)\b"
    r"|\d (?:dollars|euros?|pounds|pence|cents|yen|yuan|renminbi|rupees|rupiah|francs|kron\w+|crowns|dirhams?|riyals?|rand|pesos|reais|roubles|rubles|won|baht|ringgit|lira|shillings)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_MAGNITUDES = frozenset(
    "percent percentage thousand thousands million millions billion billions trillion trillions crore crores lakh lakhs point points flat unchanged".split()
) | forms_of("halve", "double", "triple", "treble", "quadruple")
_PER_CENT = re.compile(r"\bper cent|fold\b", re.IGNORECASE)
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds twice triple treble half third thirds quarter quarters"
    " teens teenage teenager teenagers twenty thirty forty fifty sixty seventy eighty ninety fifth tenth".split()
)
_TIMES = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec"
    " monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight last next this past earlier later previous following coming ago"
    " year years month months week weeks spring summer autumn winter christmas easter decade".split()
)
_YEAR = re.compile(r"\b\d{4}\b")
# a capital that does not merely begin the sentence, and what stands for a name
_NAME = re.compile(r"(?<=[^\s\"'(\[])[\s\"'(\[-]+(?!I\b)[A-ZÀ-Þ]|\w[A-Z]")
# a place or party after the verb: "in Spain", "with the German group Acme", "leaves Spain"
_PLACED = re.compile(
    r"\b(?:in|into|to|from|with|across|over|out of|at|near|throughout|around) (?:[a-z]+ ){0,3}"
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-ZÀ-Þ]"
    r"|\b(?:leav|left|serv|tapp?|attack|own)\w* (?:the )?[A-ZÀ-Þ]"
)
_FIRST_WORD = re.compile(r"\W*([A-ZÀ-Þ]\w+)")


@cache
def _triggers(name: str) -> Phrases:
    """Any form of a list's words."""
    return Phrases({form for word in terms(name) for form in verb_forms(word)})


# words of frames that say nothing without the words that follow them, and these are not told
_EVERYDAY = frozenset(
    "be have run keep hold take bring make do get go put come give say see find want use plan pay let meet its their 's with seek build start begin add use"
    " call produce stand leave turn own buy set become join name end stop drop pass post list hit book open present show move work cut pull"
    # nouns of frames, which the words for sites tell of where a place follows
    " operation business presence footprint activity subsidiary arm store shop branch restaurant customer".split()
)
_CAPITAL = re.compile(r"\s(?:\W|[a-z]+-)?[A-ZÀ-Þ]")


class _Openings:
    """What the phrases of a table of frames begin with, as far as they say it in words (see `extractor.claims.event_frames`)."""

    def __init__(self, table: str) -> None:
        # the words that may follow a first word, each with whether it may be missing
        self.by_first: dict[str, list[list[tuple[frozenset[str], bool]]]] = {}
        for _, phrase, *_ in rows(table):
            said = takewhile(lambda word: word.strip("()")[0] not in "<*@", phrase.casefold().split())
            first, *rest = [(frozenset(word.strip("=()").split("|")), word.startswith("(")) for word in said]
            for word in first[0]:
                for form in {word, word + "s"} if phrase.startswith("=") else verb_forms(word):
                    self.by_first.setdefault(form, []).append(rest)

    def ends(self, line: _Line) -> Iterator[int]:
        """Where the openings found in a sentence end; an everyday verb by itself is none."""
        if self.by_first.keys().isdisjoint(line.words):
            return
        words = [(match.group().lower(), match.end()) for match in _WORD.finditer(line.text)]
        for i, (word, end) in enumerate(words):
            for rest in self.by_first.get(word, ()):
                last = _last_of(words, i, rest)
                if last > i or last == i and word not in _everyday():
                    yield words[last][1] if last > i else end
                    break


_WORD = re.compile(r"[\w']+")


# what may stand between the words of an opening: "is now live in"
_BETWEEN = frozenset("already also currently just still now only".split())


def _last_of(words: list[tuple[str, int]], i: int, rest: list[tuple[frozenset[str], bool]]) -> int:
    """The last word of an opening that begins at a word, -1 if it does not go on as told."""
    for among, optional in rest:
        after = i + 2 if i + 1 < len(words) and words[i + 1][0] in _BETWEEN and words[i + 1][0] not in among else i + 1
        if after < len(words) and words[after][0] in among:
            i = after
        elif not optional:
            return -1
    return i


@cache
def _openings(table: str) -> _Openings:
    return _Openings(table)


@cache
def _everyday() -> frozenset[str]:
    return forms_of(*_EVERYDAY)


@cache
def _sites() -> Phrases:
    nouns = {noun for noun, group in rows("frame_nouns") if group in ("plant", "shop", "customer", "office")}
    return Phrases({form for noun in nouns for form in (noun, f"{noun}s", f"{noun}es", f"{noun[:-1]}ies")})


@cache
def _dealings() -> Phrases:
    """Words of markets and deals, and the verbs by which deals are told that need nothing else beside them."""
    forms = {form for word in terms("gate_dealings") for form in verb_forms(word)}
    for words, _, _, _, *needs in rows("deal_verbs"):
        verb, _, particle = words.partition(" ")
        if needs in ([], ["task"], ["alone"], ["rescue"]):
            forms.update(f"{form} {particle}".strip() for form in verb_forms(verb))
    return Phrases({*forms, *(row[0] for row in rows("deal_nouns"))})


@cache
def verbs_beside_quotes() -> Phrases:
    """Those of saying, and those that tell of it only beside quoted words: "…, she shrugs"."""
    return Phrases(terms("speech_verbs") | terms("speech_beside_quotes"))


@cache
def _measures() -> Phrases:
    """The words that say what a number counts or measures."""
    nouns = {row[0] for row in rows("measures")}
    verbs = {form for row in rows("measure_verbs") for form in verb_forms(row[0].partition(" ")[0])}
    told = {form for row in rows("measure_frames") for word in _FRAME_VERB.findall(row[0]) for form in verb_forms(word)}
    staff = {f"{word}s" for word in terms("staff_nouns")}
    return Phrases({*nouns, *verbs, *told, *staff, *terms("change_up"), *terms("change_down")})


_FRAME_VERB = re.compile(r"\{(\w+)\}")


@cache
def _descriptions() -> Phrases:
    return Phrases({*terms("entity_descriptions"), *(f"{word}s" for word in terms("entity_descriptions"))})


# what says of which time the figures are that follow: "reported its third-quarter results"
_PARTS_OF_YEAR = frozenset({"quarter", "half", "months"})
_RESULTS = frozenset({"results", "earnings", "profit", "profits", "revenue", "revenues", "sales", "loss", "losses"})
# a heading that dates what stands below it: "January-June 2015", "Third quarter in brief"
_HEADING = re.compile(
    r"\s*(?:(?:January|April|July|October)(?: ?[-–] ?| to )(?:March|June|September|December)|(?:The )?(?:first|second|third|fourth|full)[ -](?:quarter|half|year)"
    r"|[QH][1-4]|(?:three|six|nine|twelve|[369]|12) months)\b[^.!?:;]{0,40}\s*",
    re.IGNORECASE,
)


# a deal told of before: "That deal should close by the end of the year"
_CLOSES = re.compile(
    r"\b(?:deal|transaction|acquisition|takeover|merger|sale|purchase|settlement|completion|closing) (?:is|was|should|will|must|may|could|closed|closes|went|needs)\b", re.IGNORECASE
)


def may_tell(sentence: str, follows: bool = False, general: bool = False) -> bool:
    """True if a sentence of clean text may hold a claim of some kind.

    `follows` says that the sentence before may hold one, so that a bare number may go on with its figures; `general`
    that the text is no business news, where words of markets and deals ("launch", "team") tell of something else unless
    their sentence speaks of business itself.
    """
    return _may_tell(_Line.of(sentence), follows, general)


_SAYS = frozenset({"said", "says", "told", "added"})
# "Jane Roe, from Acme investment bank, told"
_SPEAKS_FOR = re.compile(r"[A-Z][\w'’-]+,? (?:from|at|of) (?:the )?(?:[a-z]+ ){0,3}(?:[A-Z][\w&.'-]* ?){1,4}(?:[a-z]+ ?){0,3},? (?:said|says|told|added)\b")


def _may_tell(line: _Line, follows: bool, general: bool) -> bool:
    sentence, words = line
    if _tells_amount(line):
        return True
    if '"' in sentence and (': "' in sentence or line.holds(verbs_beside_quotes())):
        return True
    numbered = _DIGIT.search(sentence) or not words.isdisjoint(_NUMBERS)
    if numbered and (follows or line.holds(_measures())):
        return True
    if len(sentence) < 80 and _HEADING.fullmatch(sentence) or not words.isdisjoint(_PARTS_OF_YEAR) and not words.isdisjoint(_RESULTS):
        return True
    if not _names(line):
        # "It was founded in 1998", "It sold the business last year"
        # "The site will close at the end of the year"
        taken_up = not general and (_OPENS_WITH_THE.match(sentence) or not words.isdisjoint(_PRONOUNS) and not words.isdisjoint(_done_by_firms())) and _tells_event(line)
        return bool(taken_up) or _CLOSES.search(sentence) is not None
    if line.holds(_triggers("gate_offices")) or not words.isdisjoint(_SAYS) and _SPEAKS_FOR.search(sentence) or (not general or _is_of_business(line)) and _deals(line):
        return True
    return _tells_event(line)


@cache
def _done_by_firms() -> frozenset[str]:
    """What hardly anybody but a firm does, so that "it" is one."""
    return forms_of("acquire", "buy", "close", "complete", "establish", "found", "launch", "list", "open", "recall", "report", "sell", "set", "shut", "sign")


def _tells_event(line: _Line) -> bool:
    """True if a sentence may tell of an event and its time."""
    if line.words.isdisjoint(_TIMES) and not _YEAR.search(line.text):
        return False
    return "follow" in line.words or line.holds(_triggers("gate_events")) or any(True for _ in _openings("date_frames").ends(line))


def _tells_amount(line: _Line) -> bool:
    """True if a sentence gives an amount by itself: money, a percentage, a magnitude, a multiple."""
    if not line.words.isdisjoint(_MONEY) or not line.words.isdisjoint(_MAGNITUDES):
        return True
    return bool(_DIGIT.search(line.text) and _AMOUNT.search(line.text) or _PER_CENT.search(line.text))


def _deals(line: _Line) -> bool:
    """True if a sentence may tell of a market or a deal."""
    if line.holds(_dealings()):
        return True
    if (line.holds(_triggers("gate_dealings_placed")) or line.holds(_sites())) and _PLACED.search(line.text):
        return True
    if not line.words.isdisjoint(_COMES) and _COMES_NEXT.search(line.text):
        return True
    return any(_CAPITAL.search(line.text, end) for end in _openings("market_frames").ends(line))


# the next market: "Norland should follow", "Freedonia is next"
_COMES = frozenset({"follow", "followed", "next"})
_COMES_NEXT = re.compile(r"^[A-ZÀ-Þ][\w' ,-]{2,60} (?:(?:(?:should|will|would|could|may|to) (?:\w+ )?follow|followed)\b|(?:is|are) next\b)|^Next (?:on \w+ list )?(?:is|are|come)")


def _names(line: _Line) -> bool:
    """True if a sentence may name somebody or something, or describes a company."""
    if _NAME.search(line.text):
        return True
    first = _FIRST_WORD.match(line.text)
    return first is not None and first.group(1).lower() not in _stop_words() or line.holds(_descriptions())


@cache
def _stop_words() -> frozenset[str]:
    from spacy.lang.en.stop_words import STOP_WORDS

    return frozenset(STOP_WORDS)


_OPENS_WITH_THE = re.compile(r"\W*The [a-z]")
_PRONOUNS = frozenset("it its they their he his she her him we our us".split())


class Sifted(NamedTuple):
    """For each sentence of a text whether to parse it, and whether the text hardly speaks of business."""

    tells: list[bool]
    general: bool


def sift(sentences: list[str]) -> Sifted:
    """For each sentence whether to parse it: it may hold a claim, or the next one, which may, takes up what it names."""
    lines = [_Line.of(one) for one in sentences]
    general = _is_general(lines)
    may: list[bool] = []
    for at, line in enumerate(lines):
        follows = at > 0 and may[-1] and (not general or _tells_amount(lines[at - 1]))
        may.append(_may_tell(line, follows, general))
    for at, line in enumerate(lines[1:], 1):
        # words quoted in a sentence of their own, of somebody whom the one before calls to speak
        if line.text.startswith('"') and _names(lines[at - 1]) and lines[at - 1].holds(verbs_beside_quotes()):
            may[at - 1] = may[at] = True
    leans = [tells and _leans_back(one) for one, tells in zip(lines, may, strict=True)]
    tells = [here or after and _names(one) for one, here, after in zip(lines, may, [*leans, False][1:], strict=True)]
    return Sifted(tells, general)


# sentences below which a text is too short to judge, and of how many one speaks of business in business news
_SHORT, _ONE_IN = 12, 6


def _is_general(lines: list[_Line]) -> bool:
    """True for a text of some length that hardly speaks of business."""
    return len(lines) >= _SHORT and sum(map(_is_of_business, lines)) * _ONE_IN < len(lines)


def may_tell_deal(sentence: str) -> bool:
    """True if a sentence of a general text may tell of markets and deals: it gives an amount or speaks of business."""
    line = _Line.of(sentence)
    return _is_of_business(line) or _tells_amount(line)


def _is_of_business(line: _Line) -> bool:
    return not line.words.isdisjoint(_MONEY) or not line.words.isdisjoint(terms("gate_business"))


def _leans_back(line: _Line) -> bool:
    return not line.words.isdisjoint(_PRONOUNS) or line.holds(_descriptions())
