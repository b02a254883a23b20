"""Reads the words around an amount: its bound ("more than", "up to", "or more") and its direction ("fell", "rise")."""

from __future__ import annotations

from functools import cache
from typing import Literal

from extractor.lexicon import rows, terms
from extractor.mentions.words import Words, bag
from extractor.record import Bound

Direction = Literal[-1, 0, 1]
_AFTER: dict[tuple[str, ...], Bound] = {
    ("or", "more"): "at_least", ("or", "above"): "at_least", ("or", "higher"): "at_least",
    ("or", "greater"): "at_least",
    ("or", "over"): "at_least", ("and", "above"): "at_least", ("and", "over"): "at_least", ("and", "up"): "at_least",
    ("and", "more"): "at_least", ("or", "less"): "at_most", ("or", "fewer"): "at_most", ("or", "lower"): "at_most",
    ("or", "below"): "at_most", ("or", "under"): "at_most", ("or", "so"): "about", ("at", "least"): "at_least",
    ("at", "most"): "at_most", ("or", "thereabouts"): "about", ("-", "plus"): "at_least", ("-", "odd"): "about",
}  # fmt: skip
_NOUNS = dict.fromkeys(
    bag(
        "rise rises increase increases gain gains jump surge growth climb advance leap rally rebound hike "
        "boost upturn uptick improvement expansion spike upswing upsurge bump pop bounce uplift pickup higher"
    ),
    1,
) | dict.fromkeys(
    bag(
        "fall falls drop drops decrease decline declines slump plunge dip slide tumble cut cuts reduction "
        "contraction downturn slowdown pullback retreat slip swoon nosedive lower"
    ),
    -1,
)
# "makes up 3 percent", "shut down 5 plants": up and down that go with their verb
PHRASAL = bag(
    "make makes made making set sets setting pick picked take takes took taken buy bought snap snapped "
    "sign signed open opened shut closed close put laid lay end ended wind wound turn turned show showed "
    "start started come came give gave notch notched rack racked clock clocked chalk chalked ring rang pile piled tot totted "
    "hoover hoovered mop mopped gobble gobbled use used split line lined stump stumped cough coughed save saved roll rolled book booked"
)
_RISEN = bag(
    "was were shot shoots shooting went goes gone going ticked edged inched crept picked moved jumped ramped pushed bumped "
    "own owns owned owning add adds added pop popped"
)
_TAKING = bag(
    "take takes taking took bring brings bringing brought lift lifts lifting lifted raise raises raising raised push pushes pushing pushed"
)
_TURNED = bag("turn turns turned turning hand handed hands handing")
_RISES = bag("increase rise growth improvement gain jump drop fall decline decrease surge advance appreciation hike")
_PERCENT = bag("% percent cent fold")
_FILLERS = bag("a an the just only another further extra additional full whole total slight mere estimated")


_OPENING = frozenset('"“\'‘')
_CLOSING = frozenset('"”\'’')
_QUOTED_BOUNDS = bag("least most than about over to around nearly almost")


@cache
def _before() -> dict[tuple[str, ...], Bound]:
    return {tuple(phrase.split()): bound for phrase, bound in rows("quantity_bounds")}  # type: ignore[misc]


@cache
def _last_words() -> frozenset[str]:
    return frozenset(phrase[-1] for phrase in _before())


def bound_before(words: Words, i: int) -> tuple[Bound, int]:
    """The bound that the words before token `i` set, and the token where they begin (`i` if there are none)."""
    table = _before()
    if words.text[words[i - 1].start : words[i - 1].end] in _CLOSING and words.low(i - 2) in _QUOTED_BOUNDS:
        quoted, start = bound_before(words, i - 1)
        if quoted != "exact" and words.text[words[start - 1].start : words[start - 1].end] in _OPENING:
            return quoted, start - 1  # 'plans "at least" 35 openings'
    if words.low(i - 1) == "the" and (mark := _to_mark(words, i)) is not None:
        return mark, i - 2
    k = i
    if words.low(k - 1) in {"a", "an", "just", "only"} and words.low(k - 2) not in {"in"}:
        k -= 1
    for end in (i, k):
        if words.low(end - 1) not in _last_words():
            continue
        for width in (6, 5, 4, 3, 2, 1):
            phrase = words.lows(end - width, end)
            bound = table.get(phrase)
            if (
                bound is None
                or end < i
                and width == 1
                and phrase[0] in {"some", "over", "under", "near", "around", "about", "above", "below"}
                and words.low(k) != "a"
            ):
                continue
            if phrase == ("over",) and (words.low(end - 2) in _TURNED or _is_rise(words, end - 2)):
                continue  # "turned over $3m", "a 12 percent increase over N11bn"
            if phrase == ("up", "to") and (words.low(end - 3) in _RISEN or words.low(end - 3) in _PERCENT):
                continue  # "profits were up to $5m", "shot up to $5m", "8 percent up to $5m": they rose to it
            taken = phrase == ("up", "to") and not _TAKING.isdisjoint(words.lows(max(0, end - 9), end - 3))
            if taken and words.low(end - 3) not in _TAKING and not words.low(end - 3).endswith("ing"):
                continue  # "taking capacity up to 300 tonnes", not "will bring a plant to Leeds, creating up to 400 jobs"
            if "\n" in words.text[words[end - width].start : words[end].start]:
                continue
            return bound, end - width
    if words.phrase(i - 2, "sub", "-") and words[i].glued:
        return "under", i - 2
    return "exact", i


def _is_rise(words: Words, i: int) -> bool:
    """True if a word ends a rise that is told: "a 12 percent increase", "a growth of 12 per cent"."""
    if words.low(i) in _RISES:
        return words.low(i - 1) in _PERCENT
    return words.low(i) in _PERCENT and any(words.low(i - back) == "of" and words.low(i - back - 1) in _RISES for back in (2, 3))


# "crossed the $1 trillion mark": verbs and prepositions by which a mark is left behind
_OVER_MARK = bag(
    "above across beyond over past cross crosses crossed crossing pass passes passed passing breach breaches breached "
    "breaching break breaks broke broken breaking top tops topped topping exceed exceeds exceeded exceeding surpass "
    "surpasses surpassed surpassing"
)
_UNDER_MARK = bag("below beneath under")
_MARKS = bag("mark barrier threshold milestone")


def _to_mark(words: Words, i: int) -> Bound | None:
    """The bound of the amount of a mark at token `i`: "fell below the $50 mark", "crossed the 3 million-user milestone"."""
    before = words.low(i - 2)
    if before not in _OVER_MARK and before not in _UNDER_MARK or not any(words.low(j) in _MARKS for j in range(i + 1, i + 9)):
        return None
    return "over" if before in _OVER_MARK else "under"


def bound_after(words: Words, i: int) -> tuple[Bound | None, int]:
    """The bound set by what follows ("5 or more", "50+", "10 or so"), and the token after it."""
    if words.low(i) == "+" and words[i].glued and words[i + 1].kind != "number":
        return "at_least", i + 1
    bound = _AFTER.get((words.low(i), words.low(i + 1)))
    if bound is None or words.low(i + 2) in {"than", "a", "two", "three"} and words.low(i + 1) != "least":
        return None, i
    return bound, i + 2


def direction(words: Words, start: int, end: int, *, share: bool) -> Direction:
    """+1 or -1 where the words at either side of the amount `start..end` say that it is a change, else 0.

    `share`: the amount is a percentage or points, beside which "lost" and "gained" are changes too.
    """
    if words.low(start) in {"below", "above", "beneath"}:
        return 0  # "fell below 100" tells the level
    found = _before_amount(words, start, share)
    return found or _after_amount(words, end, share)


def _sense(word: str, share: bool) -> Direction:
    if not share and word in terms("quantity_losing_words"):
        return 0
    if word in terms("quantity_rising"):
        return 1
    return -1 if word in terms("quantity_falling") else 0


def _before_amount(words: Words, start: int, share: bool) -> Direction:
    i = start - 1
    while words.low(i) in _FILLERS:
        i -= 1
    if words.low(i) in {"by", "of"}:
        by = words.low(i) == "by"
        i -= 1
        if by and not _sense(words.low(i), True):
            return _verb_with_object(words, i)
        return _sense(words.low(i), True)
    if words.low(i) == "(" and words.low(i - 1) == ".":
        return 0
    if i != start - 1 and words.low(i) in terms("quantity_losing_words") and not share:
        return 0
    if words.low(i) in {"up", "down"} and words.low(i - 1) in PHRASAL:
        return 0
    return _sense(words.low(i), share)


def _verb_with_object(words: Words, i: int) -> Direction:
    """The verb in "cut its benchmark rate by 3 percent", up to six words back."""
    if words.low(i) == ")" and words.low(i - 2) == "(":
        i -= 3  # "cut its earnings per share (EPS) by 3 cents"
    for k in range(i, max(i - 7, -1), -1):
        token = words[k]
        if token.kind == "number" and len(token.low) == 4 and token.low[:2] in {"19", "20"}:
            continue  # "dent 2019 earnings by 3 cents"
        if token.kind != "word":
            return 0
        sense = _sense(token.low, True)
        if sense:
            return sense
    return 0


def _after_amount(words: Words, i: int, share: bool) -> Direction:
    """Reads "a 5% rise", "9.2 percent fall", "3 percent higher", "7% share price increase"."""
    for k in range(i, i + (4 if share else 2)):
        token = words[k]
        if token.kind != "word" and not (token.low == "-" and token.glued):
            return 0
        if token.low in {
            "from",
            "to",
            "of",
            "in",
            "on",
            "at",
            "as",
            "and",
            "after",
            "by",
            "while",
            "the",
            "up",
            "down",
        }:
            return 0
        if token.low.endswith(("ed", "ing")) and k > i:
            return 0
        if k == i and token.low in {"more", "fewer"} and words.low(k + 1) == "than":
            return 1 if token.low == "more" else -1
        sense = _NOUNS.get(token.low, 0)
        if sense and (k == i or token.low not in {"higher", "lower", "more", "less", "fewer"}):
            return 1 if sense > 0 else -1
    return 0
