"""Fills what is left out: "rose to 3% from 2.5", "5 million phones, then 61 million in 2014", "8 or $9"."""

from __future__ import annotations

from extractor.mentions.amounts import Amount
from extractor.mentions.words import Words

_SAME_KIND = frozenset("from to versus against vs than".split())
_BEFORE = ("compared with", "compared to", "up from", "down from", "and then", "then", "against", "from", "to", "versus", "with just", "with only", "with")
_WHEN = frozenset("in a the last this during year".split())


def fill(words: Words, found: list[Amount]) -> list[Amount]:
    """The amounts, in order, the bare ones given the unit of their neighbour where the words make it plain."""
    for amount, after in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if amount.bare and not amount.numeral.vague and _shares(words, amount, after):
            amount.unit, amount.unit_type, amount.noun = after.unit, after.unit_type, after.noun
    for index, amount in enumerate(found):
        if not amount.bare or amount.numeral.vague:
            continue
        before = found[index - 1] if index else None
        if before is not None and _continues(words, before, amount):
            amount.unit, amount.unit_type, amount.noun = before.unit, before.unit_type, before.noun
    _bounds_in_brackets(words, found)
    return found


def _same_sentence(words: Words, start: int, end: int) -> bool:
    if end - start > 25:
        return False
    return not any(words.low(k) in {".", ";", "!", "?"} and not words[k + 1].glued for k in range(start, end))


def _continues(words: Words, before: Amount, amount: Amount) -> bool:
    """True if the bare amount is of the kind of the one before it in the sentence."""
    if before.bare or before.unit is None or before.time or not _same_sentence(words, before.end, amount.shown):
        return False
    gap = amount.shown - before.end
    link = words.low(amount.shown - 1)
    if gap <= 2 and link in _SAME_KIND and before.unit_type != "currency":
        return link != "to" or before.unit_type != "percent" and before.direction == 0
    if before.unit_type == "currency":
        return gap <= 2 and link in {"from", "to"} and not amount.numeral.scale == 1 == before.numeral.scale and before.direction == 0
    if before.unit_type != "count" or before.noun is None:
        return False
    if link in {"just", "only", "about"}:
        link = words.low(amount.shown - 2)
    compared = link in {"with", "to", "from", "against", "versus", "then"} and _is_compared(words, amount)
    return compared and (words.low(amount.end) in _WHEN or words.low(amount.end) in {".", ",", "years", ""})


def _is_compared(words: Words, amount: Amount) -> bool:
    lows = [words.low(k) for k in range(max(0, amount.shown - 4), amount.shown)]
    return "compared" in lows or lows[-1:] in (["then"], ["from"], ["against"], ["versus"]) or "from" in lows or "grew" in lows or "then" in lows


def _shares(words: Words, amount: Amount, after: Amount) -> bool:
    """True for "8 or $9", "2 and 3 percent", "eight or nine euros": the unit stands with the second only."""
    return (
        not after.bare
        and amount.numeral.scale == 1
        and after.numeral.scale == 1
        and (
            (after.shown == amount.end + 1 and words.low(amount.end) in {"or", "and"} and after.unit_type in {"currency", "percent"})
            or _suspended(words, amount, after)
        )
    )


def _suspended(words: Words, amount: Amount, after: Amount) -> bool:
    """True for the first of "four-, five- and six-cylinder"."""
    return words.low(amount.end) == "-" and after.shown - amount.end <= 4 and all(
        words.low(k) in {"-", ",", "and", "or", "to"} for k in range(amount.end, after.shown)
    )


def _bounds_in_brackets(words: Words, found: list[Amount]) -> None:
    """An amount in brackets after the same in other units has its bound ("over 100 km (60 miles)")."""
    for before, amount in zip(found, found[1:], strict=False):
        opened = words.low(before.end) == "(" and amount.shown == before.end + 1
        slashed = words.low(before.end) == "/" and amount.shown == before.end + 1
        if (opened or slashed) and amount.bound == "exact" and before.unit_type == amount.unit_type and before.bound in {"over", "under", "at_least", "at_most"}:
            amount.bound = before.bound
