"""Reads the words that are an amount by themselves: "doubled", "halved", "flat", and lists the number words."""

from __future__ import annotations

from dataclasses import replace

from extractor.mentions.amounts import Amount
from extractor.mentions.bounds import Direction, bound_before, direction
from extractor.mentions.numerals import NUMBER_WORDS, Numeral, read_numeral
from extractor.mentions.words import Words, bag

_MULTIPLES = {
    "doubl": 100.0, "tripl": 200.0, "trebl": 200.0, "quadrupl": 300.0, "quintupl": 400.0, "sextupl": 500.0,
}  # fmt: skip
_HALVES = frozenset({"halve", "halved", "halves", "halving"})
_MODALS = bag(
    "to will would could may might can should must not they we more than nearly almost and roughly about virtually"
)
_BE = bag(
    "was were is are be been remained remain remains stayed stay stays held ended closed finished broadly "
    "roughly largely virtually essentially little almost nearly mostly"
)


def read(words: Words, i: int) -> list[Amount]:
    """The change that the word at token `i` says, in percent, or nothing."""
    low = words.low(i)
    if (
        low == "flat"
        and words.low(i - 1) in _BE
        and words[i + 1].low not in {"-", "out"}
        and words.low(i + 1) not in {"as", "on"}
    ):
        return [_change(words, i, 0.0, 1)]
    if low in _HALVES:
        return [_change(words, i, 50.0, -1)]
    if (fold := _fold(words, i)) is not None:
        return [fold]
    if (times := _times_that(words, i)) is not None:
        return [times]
    if low in {"single", "double", "triple"} and words.low(i + 1) == "-" and words.low(i + 2) in {"digit", "digits"}:
        return [_digits(words, i)]
    stem = low.removesuffix("ing").removesuffix("ed").removesuffix("es").removesuffix("e").removesuffix("s")
    value = _MULTIPLES.get(stem)
    if value is None:
        return []
    own = words.low(i + 1) in {"its", "their", "his", "her", "our"}
    verb = low.endswith(("ed", "ing")) or own or words.low(i - 1) in _MODALS
    noun = words[i + 1].low in {"-", "down", "as", "-decker"} or words.low(i - 1) in {"a", "the", "an"}
    return [_change(words, i, value, 1)] if verb and not noun else []


# what is said of an amount in digits after it
TIMES = {"twice": 100.0, "double": 100.0, "thrice": 200.0, "triple": 200.0, "treble": 200.0, "quadruple": 300.0}
_COMPARED = bag("that amount level figure number total sum volume size rate")
_SIGNS = bag("$ £ € ¥ ₹")
_BEFORE = bag("ago earlier before last previous prior year-ago debut")


def _times_that(words: Words, i: int) -> Amount | None:
    """Reads "twice that of a year ago", "more than triple the 1.4 million of its debut quarter": a growth over an earlier time."""
    value = TIMES.get(words.low(i))
    if value is None:
        return None
    j = i + 1 + (words.low(i + 1) in {"the", "what"})
    amount = words[j].kind == "number" or words.low(j) in _SIGNS
    compared = words.low(j) in _COMPARED or words.low(i + 1) == "the" and amount or words.low(i + 1) == "what"
    compared = compared or words.low(j) == "as" and words.low(j + 1) in {"much", "many"}
    following = [words[k] for k in range(j, j + 9)]
    then = any(one.low in _BEFORE or one.kind == "number" and one.text.isdigit() and len(one.text) == 4 for one in following)
    return _change(words, i, value, 1) if compared and then else None


def _fold(words: Words, i: int) -> Amount | None:
    """Reads "sixfold", "10-fold": a growth in percent beside a word for growth, else a number of times."""
    token, end = words[i], i + 1
    if token.kind == "word" and token.low.endswith("fold"):
        numeral = read_numeral(Words(token.low[:-4]), 0)
    elif (token.kind == "number" or token.low in NUMBER_WORDS) and words.low(
        i + 1 + (words.low(i + 1) == "-")
    ) == "fold":
        numeral, end = read_numeral(words, i), i + 2 + (words.low(i + 1) == "-")
    else:
        return None
    if numeral is None or numeral.share or numeral.value <= 1:
        return None
    bound, shown = bound_before(words, i)
    if direction(words, shown, end, share=True) > 0:
        return replace(_change(words, i, 100.0 * (numeral.value - 1), 1), end=end)
    numeral = Numeral(i, end, numeral.value, digits=True)
    return Amount(
        i, end, numeral.value, numeral.value, numeral, unit="time", unit_type="count", bound=bound, shown=shown
    )


def _digits(words: Words, i: int) -> Amount:
    """Reads "double-digit growth", "a mid-single-digit rise": vague percentages, given as the range they allow."""
    scale = {"single": 1.0, "double": 10.0, "triple": 100.0}[words.low(i)]
    part = words.low(i - 2) if words.low(i - 1) == "-" else words.low(i - 1)
    low, high = {"low": (1.0, 3.0), "mid": (4.0, 6.0), "high": (7.0, 9.0)}.get(part, (1.0, 9.0))
    end = i + 3 + (words.low(i + 3) in {"percentage", "percent"})
    numeral = Numeral(i, end, low * scale, vague=True)
    return Amount(
        i, end, low * scale, high * scale, numeral, unit="percent", unit_type="percent", bound="range", shown=i
    )


def _change(words: Words, i: int, value: float, sense: Direction) -> Amount:
    bound, shown = bound_before(words, i)
    numeral = Numeral(i, i + 1, value, digits=True)
    return Amount(
        i, i + 1, value, value, numeral, unit="percent", unit_type="percent", bound=bound, direction=sense, shown=shown
    )
