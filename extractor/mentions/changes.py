"""Reads the words that are an amount by themselves: "doubled", "halved", "flat", and lists the number words."""

from __future__ import annotations

from extractor.mentions.amounts import Amount
from extractor.mentions.bounds import bound_before
from extractor.mentions.numerals import NUMBER_WORDS as NUMBER_WORDS
from extractor.mentions.numerals import Numeral
from extractor.mentions.words import Words

_MULTIPLES = {
    "doubl": 100.0, "tripl": 200.0, "trebl": 200.0, "quadrupl": 300.0, "quintupl": 400.0, "sextupl": 500.0,
}  # fmt: skip
_HALVES = frozenset({"halve", "halved", "halves", "halving"})
_MODALS = frozenset("to will would could may might can should must not they we more than nearly almost and roughly about virtually".split())
_BE = frozenset("was were is are be been remained remain remains stayed stay stays held ended closed finished broadly roughly largely virtually essentially little almost nearly mostly".split())


def read(words: Words, i: int) -> list[Amount]:
    """The change that the word at token `i` says, in percent, or nothing."""
    low = words.low(i)
    if low == "flat" and words.low(i - 1) in _BE and words[i + 1].low not in {"-", "out"} and words.low(i + 1) not in {"as", "on"}:
        return [_change(words, i, 0.0, 1)]
    if low in _HALVES:
        return [_change(words, i, 50.0, -1)]
    stem = low.removesuffix("ing").removesuffix("ed").removesuffix("es").removesuffix("e").removesuffix("s")
    value = _MULTIPLES.get(stem)
    if value is None:
        return []
    verb = low.endswith(("ed", "ing")) or words.low(i - 1) in _MODALS
    noun = words[i + 1].low in {"-", "down", "as", "-decker"} or words.low(i - 1) in {"a", "the", "an"}
    return [_change(words, i, value, 1)] if verb and not noun else []


def _change(words: Words, i: int, value: float, sense: int) -> Amount:
    bound, shown = bound_before(words, i)
    numeral = Numeral(i, i + 1, value, digits=True)
    return Amount(
        i, i + 1, value, value, numeral, unit="percent", unit_type="percent", bound=bound, direction=sense, shown=shown
    )
