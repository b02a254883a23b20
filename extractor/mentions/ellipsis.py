"""Fills what is left out: "rose to 3% from 2.5", "5 million phones, then 61 million in 2014", "8 or $9".

Only where the words around the bare number make it plain; a number left bare stays bare.
"""

from __future__ import annotations

from extractor.mentions.amounts import Amount
from extractor.mentions.words import Words, bag

_LINKS = bag("from to versus against vs than")
_COMPARED = bag("with to from against versus then than vs and ,")
_AGAINST = bag("from against versus vs compared below above than beating missing topping forecast forecasts estimate estimates consensus")
_SPAN = 25  # words between a number and the one it leans on
_THEN = bag("in this next last")
_WHEN = bag("in a the last this during now year previously earlier before")


def fill(words: Words, found: list[Amount]) -> list[Amount]:
    """The amounts, in order, the bare ones given the unit of their neighbour where the words make it plain."""
    for amount, after in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        if _is_open(amount) and _leans_forward(words, amount, after):
            _copy(after, amount)
            if after.noun is not None and after.noun[0].isupper():
                amount.noun = after.noun.rpartition(" ")[2]  # "30 Globex and 22 Initech branches": the name is the other's
    counted: Amount | None = None
    for index, amount in enumerate(found):
        before = found[index - 1] if index else None
        if before is not None and index > 1 and words.low(before.shown - 1) == "(" and found[index - 2].unit_type == "currency":
            before = found[index - 2]  # not on the amount converted in brackets
        if _is_open(amount):
            if before is not None and _leans_back(words, before, amount):
                _copy(before, amount)
            elif counted is not None and _is_part(words, counted, amount):
                _copy(counted, amount)
        if index:
            _plus_or_minus(words, found[index - 1], amount)
            _bound_in_brackets(words, found[index - 1], amount)
        if amount.noun is not None and amount.unit != "one":
            counted = amount
    return found


def _is_open(amount: Amount) -> bool:
    return (amount.bare or amount.unit == "one" and amount.noun is not None) and not amount.numeral.vague


def _copy(source: Amount, target: Amount) -> None:
    in_cents = source.unit_type == "currency" and source.low > 0 and round(source.numeral.value / source.low) == 100
    if in_cents and target.bare:
        target.low, target.high = target.low / 100, target.high / 100  # "240 pence from 275"
    target.unit, target.unit_type, target.noun = source.unit, source.unit_type, source.noun


def _same_sentence(words: Words, start: int, end: int, most: int = _SPAN) -> bool:
    if end - start > most:
        return False
    return not any(words.low(k) in {".", ";", "!", "?"} and not words[k + 1].glued for k in range(start, end))


def _leans_back(words: Words, before: Amount, amount: Amount) -> bool:
    """True if the bare amount is of the kind of the one before it in the sentence."""
    if before.bare or before.time or not _same_sentence(words, before.end, amount.shown):
        return False
    gap = amount.shown - before.end
    if before.noun is not None and gap <= 2 and words.low(amount.end) in {"more", "fewer", "less"}:
        return True
    if before.unit_type == "percent" and amount.high < 100 and amount.numeral.digits and _is_others(words, before, amount):
        return True
    link = words.low(amount.shown - 1)
    if link in {"just", "only"}:
        link = words.low(amount.shown - 2)
    if gap <= 2 and link in _LINKS and before.unit_type in {"percent", "physical"}:
        small = amount.high < 1000 or before.unit_type == "physical"
        return small and words.low(before.end) != "," and (link != "to" or before.direction == 0)
    if before.unit_type == "currency":
        alike = amount.numeral.scale > 1 or before.numeral.scale == 1
        if gap <= 2 and link in {"from", "to"} and alike and before.direction == 0 and not before.noun:
            return True
        large = amount.numeral.scale > 1 and before.numeral.scale > 1
        return large and not before.noun and _is_set_against(words, before, amount)
    return before.noun is not None and link in _COMPARED and _is_compared(words, before, amount, link)


def _is_others(words: Words, before: Amount, amount: Amount) -> bool:
    """True for a share or change told of another right after the first: "sales rose 9.5 per cent and Acme's 11.6"."""
    if "." not in words[amount.shown].text or words.low(before.end) not in {"and", ",", "while"}:
        return False
    between = [words[k] for k in range(before.end, amount.shown)]
    return 2 <= len(between) <= 6 and between[-1].low.endswith(("'s", "’s", "s'", "s’", "'", "’")) and any(word.capital for word in between)


def _is_compared(words: Words, before: Amount, amount: Amount, link: str) -> bool:
    """True for a count set against another: "compared with 63 a year ago", "up from 12", "then 61 million in 2014"."""
    near = {words.low(k) for k in range(max(before.end, amount.shown - 4), amount.shown)}
    if "compared" in near or link in {"against", "versus", "vs"} or link == "from" and near & {"up", "down"}:
        return True
    dated = words.low(amount.end) in _WHEN or words[amount.end].low in {".", ",", ""}
    if link in {"then", "from"}:
        return dated
    if link == "to":
        return dated and any(
            words.low(k) in {"from", "grew", "rose", "fell"} for k in range(before.end - 12, amount.shown)
        )
    return link in {"and", ","} and words.low(amount.end) in _THEN and words.low(before.end) in _THEN


def _is_set_against(words: Words, before: Amount, amount: Amount) -> bool:
    """True for an amount set against money: "down from 1.04 billion", "below the 930 million", "a forecast of 950 million"."""
    near = {words.low(k) for k in range(max(before.end, amount.shown - 5), amount.shown)}
    return bool(near & _AGAINST)


def _is_part(words: Words, counted: Amount, amount: Amount) -> bool:
    """True for "12 of them" and "200 permanent ones" after a count of something."""
    if amount.start - counted.end > 2 * _SPAN:
        return False
    return (
        amount.unit == "one"
        or words.low(amount.end) == "of"
        and words.low(amount.end + 1) in {"them", "these", "those", "which"}
    )


def _leans_forward(words: Words, amount: Amount, after: Amount) -> bool:
    """True for "8 or $9", "2 and 3 percent", "7 of the 10 banks": the unit stands with the second only."""
    if after.bare:
        return False
    gap = after.shown - amount.end
    if words.low(amount.end) == "of" and after.noun is not None and gap <= 3:
        return True
    if gap == 1 and words.low(amount.end) == "to" and words.low(amount.shown - 1) == "from":
        return True
    if gap == 1 and words.low(amount.end) == "and" and after.noun is not None and amount.numeral.digits:
        return amount.low > 20 and after.numeral.digits  # "1,600 and 400 jobs"
    if after.noun is not None and _is_of_list(words, amount, after):
        return True
    if amount.numeral.scale != 1 or after.numeral.scale != 1:
        return False
    if gap == 1 and words.low(amount.end) in {"or", "and"} and after.unit_type in {"currency", "percent"}:
        return True
    return _suspended(words, amount, after)


def _is_of_list(words: Words, amount: Amount, after: Amount) -> bool:
    """True for the first of "128 Acme, 30 Globex and 22 Initech branches": of each a name, and the noun behind the last."""
    between = [words[k] for k in range(amount.end, after.shown)]
    if not 2 <= len(between) <= 6 or words.low(after.shown - 1) not in {",", "and"} or not (after.noun or "").rpartition(" ")[2].islower():
        return False
    names = [word for word in between if word.low not in {",", "and", "&", "of", "the"}]
    return bool(names) and all(word.kind == "word" and word.capital for word in names) and words[after.numeral.end].capital


def _suspended(words: Words, amount: Amount, after: Amount) -> bool:
    """True for the first of "four-, five- and six-cylinder"."""
    return (
        words.low(amount.end) == "-"
        and after.shown - amount.end <= 4
        and all(words.low(k) in {"-", ",", "and", "or", "to"} for k in range(amount.end, after.shown))
    )


def _plus_or_minus(words: Words, before: Amount, amount: Amount) -> None:
    """Turns the margin in "fall 9 percent …, plus or minus 3 points" into the range that it allows."""
    start = amount.start
    if amount.sign < 0 and words.low(start) == "minus" and words.phrase(start - 2, "plus", "or"):
        start -= 2
    elif words.low(start - 1) in {"±", "+/-"}:
        start -= 1
    else:
        return
    same = before.unit == amount.unit or amount.bare or before.unit_type == amount.unit_type == "percent"
    if not same or before.low != before.high or not _same_sentence(words, before.end, start):
        return
    margin = amount.high
    amount.start = amount.shown = start
    amount.low, amount.high, amount.bound = before.low - margin, before.low + margin, "range"
    amount.direction = before.direction
    _copy(before, amount)


def _bound_in_brackets(words: Words, before: Amount, amount: Amount) -> None:
    """An amount in brackets after the same in other units has its bound ("over 100 km (60 miles)")."""
    repeats = words.low(before.end) in {"(", "/"} and amount.shown == before.end + 1
    one_sided = before.bound in {"over", "under", "at_least", "at_most"}
    if repeats and one_sided and amount.bound == "exact" and before.unit_type == amount.unit_type:
        amount.bound = before.bound
