"""Joins two amounts that are the ends of a range: "80 to 100 million", "$1.10-$1.20", "between 5 and 7 percent".

A change from one level to another ("from $75 to $45", "rose $7bn to $170bn") is two amounts, not a range.
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.lexicon import terms
from extractor.mentions.amounts import Amount, Defaults, read_amount
from extractor.mentions.not_quantities import skip
from extractor.mentions.words import Words, bag

_RANGE_CUES = bag(
    "range ranges ranged ranging vary varies varied varying run runs anywhere anything estimated of somewhere"
)
# "to $55 billion to $57 billion from" what was a range too
_RANGE_BEFORE = re.compile(
    r"\b(?:to (?:between )?|(?:of|for|between|at) (?=\D{0,3}\d))\S+(?: \w*illion)? (?:to|and) \S+(?: \w*illion| percent)?"
    r"(?: (?:a|per) share| [a-z]{3,9})?,? (?:(?:up|down|raised|lowered|cut|revised|narrowed|increased|changed) )?from $"
)
# "to about $16 billion from $17 billion to $19 billion": what it is now is told already
_LEVEL_BEFORE = re.compile(
    r"\bto (?:about |around |nearly |roughly |just )?[$£€]?\d\S*(?: \w*illion| percent)?(?: (?:a|per) share)?,? from $"
)
_IN_A_YEAR = bag("in during since by until of fiscal year for")
_DASHES = frozenset({"-", "–", "—", "−", "~"})


def read_range(words: Words, first: Amount, defaults: Defaults) -> list[Amount]:
    """The range that `first` opens; both ends apart where the words say a change between them; else nothing."""
    end = _after_conversion(words, first)
    link = None if _is_year(words, first) else _link(words, first, end)
    start = end + (3 if words.phrase(end, "-", "to", "-") else 1)
    if link is None or words[start].kind == "number" and skip(words, start) > start:
        return []
    second = read_amount(words, start, defaults)
    if second is None or second.numeral.share != first.numeral.share or second.sign and link not in {"to", "and"}:
        return []
    own = not first.bare
    if not _agree(first, second, link):
        return []
    if _is_range(words, first, second, link, own):
        return [_joined(first, second)]
    if link in _DASHES or own and link == "or":
        return []
    second.shown = second.start
    return [first, second]


def _after_conversion(words: Words, first: Amount) -> int:
    """The token after an amount between two and its conversion: "between $1bn (£800m) and $1.2bn"."""
    if first.unit_type != "currency" or words.low(first.end) != "(" or words.low(first.shown - 1) != "between":
        return first.end
    closing = next((k for k in range(first.end, first.end + 7) if words.low(k) == ")"), None)
    return first.end if closing is None else closing + 1


def _is_year(words: Words, first: Amount) -> bool:
    """True for the year of "rose 12 percent in 2014 to 3 billion euros"."""
    text = words.text[words[first.start].start : words[first.end - 1].end]
    return text.isdigit() and len(text) == 4 and text[:2] in {"19", "20"} and words.low(first.shown - 1) in _IN_A_YEAR


def _link(words: Words, first: Amount, j: int) -> str | None:
    """The word or dash at `j` after the first amount, if it can join two ends."""
    link = words.low(j)
    if words.phrase(j, "-", "to", "-"):
        return link  # "22-to-24 million"
    if link in _DASHES:
        return link if words[j].glued == words[j + 1].glued else None
    if link == "and":
        return link if words.low(first.shown - 1) == "between" else None
    return link if link in {"to", "through", "till", "or"} else None


def _agree(first: Amount, second: Amount, link: str) -> bool:
    """Shares unit and magnitude between the ends; False if they cannot be two ends of the same."""
    if link == "or" and second.prefixed and not first.prefixed:
        return False
    if second.bare and not first.bare:
        if not first.prefixed:
            return False
        second.unit, second.unit_type = first.unit, first.unit_type
        if link == "or":
            return True
    elif first.bare and not second.bare:
        parts = second.numeral.value / second.low if second.unit_type == "currency" and second.low else 1.0
        if parts > 1 and first.numeral.scale == 1:
            first.low = float(f"{first.low / parts:.12g}")
        first.unit, first.unit_type = second.unit, second.unit_type
    elif not first.bare:
        return first.unit == second.unit
    scale = second.numeral.scale
    if link in _DASHES and scale == first.numeral.scale == 1 and second.high % 1000 == 0 and 1000 * first.low < second.high:
        first.low *= 1000  # "20-30,000 cars"
    elif scale > 1 and first.numeral.scale == 1 and (first.low < 1000 or first.low * scale < second.high):
        first.low *= scale
    first.high = first.low
    return True


def _is_range(words: Words, first: Amount, second: Amount, link: str, own: bool) -> bool:
    """True if the two ends are a range and not a change from one to the other, or two numbers apart.

    `own`: the first has a unit of its own.
    """
    before = words.low(first.shown - 1)
    if first.low >= second.high:
        return before == "between" and first.low > second.high and not (first.sign or second.sign)  # "a loss between $65m and $55m"
    if before == "between" or link in _DASHES:
        return True
    if link == "or":
        return not own and second.high - first.low <= second.numeral.scale
    if before == "from":
        told = words.text[max(0, words[first.shown].start - 70) : words[first.shown].start]
        ranged = words.low(first.shown - 2) in _RANGE_CUES or words.low(second.end) in {"previously", "earlier"}
        return ranged or _RANGE_BEFORE.search(told) is not None or _LEVEL_BEFORE.search(told) is not None
    rising = before in terms("quantity_rising") and not before.startswith("rais")
    if rising or before in terms("quantity_falling") or before == "by":
        if own and second.unit_type == "currency":
            # "cut it by about $0.25 to $0.30", but not "rose by $1bn to $4bn"
            return before == "by" and first.shown < first.start and second.high <= 1.5 * first.low
        if second.high > 3 * first.low and (own or second.unit_type != "percent"):
            return False
    if own and second.unit_type == "currency" and second.high > 2 * first.low and _is_change(words, first.shown - 1):
        return False  # "firmed 5p to 143p", "put on 31p to 288p"
    return not (words.low(second.end) == "to" and words[second.end + 1].kind != "word")


def _is_change(words: Words, i: int) -> bool:
    """True if the word or two words that end at token `i` tell of growth or fall."""
    told = (words.low(i), f"{words.low(i - 1)} {words.low(i)}")
    return any(one in terms("change_up") or one in terms("change_down") for one in told)


def _joined(first: Amount, second: Amount) -> Amount:
    numeral = replace(second.numeral, start=first.numeral.start)
    low, high = sorted((first.low, second.high))
    return replace(first, end=second.end, low=low, high=high, bound="range", numeral=numeral, unit=second.unit,
                   unit_type=second.unit_type, time=second.time, age=second.age)  # fmt: skip
