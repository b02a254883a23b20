"""Finds the quantities of a text: numbers with unit, bound and direction.

`find_quantities(text)` walks once over the words. At each number it asks, in this order: is it a date, name or the
like (`not_quantities`)? which amount does it open (`amounts`)? is it one end of a range? what does it count
(`counted`)? which bound and direction do its neighbours give (`bounds`)? A second walk over the finds fills what an
ellipsis leaves out and joins converted amounts ("£15.4m ($29.4m)").
"""

from __future__ import annotations

from dataclasses import replace

from extractor.lexicon import terms
from extractor.mentions import bounds, changes
from extractor.mentions.amounts import Amount, Defaults, read_amount
from extractor.mentions.counted import read_noun
from extractor.mentions.ellipsis import fill
from extractor.mentions.not_quantities import is_named, names, past_joined, skip
from extractor.mentions.numerals import NUMBER_WORDS
from extractor.mentions.types import QuantityMention
from extractor.mentions.words import Words, bag
from extractor.record import Bound, Quantity

_RANGE_CUES = bag(
    "range ranges ranged ranging vary varies varied varying run runs anywhere anything estimated of somewhere"
)
_DASHES = frozenset({"-", "–", "—", "−", "~"})


def find_quantities(
    text: str, *, dollar: str = "USD", pound: str = "GBP", rupee: str = "INR", ages: bool = False, vague: bool = False
) -> list[QuantityMention]:
    """The quantities of `text` in the order they stand, not overlapping.

    `dollar`, `pound` and `rupee` are the ISO codes of a bare "$", "pounds" and "Rs". `ages` keeps the ages of
    people, `vague` the amounts that name only an order ("a few hundred"; their low and high are that order).
    Durations ("15 years") are quantities of unit `year`.

    >>> [(m.quantity.low, m.quantity.unit, m.direction) for m in find_quantities("Sales rose 3% to $2bn.")]
    [(3.0, 'percent', 1), (2000000000.0, 'USD', 0)]
    """
    words = Words(text)
    defaults = Defaults(dollar, pound, rupee)
    found: list[Amount] = []
    known = names(words)
    i = 0
    while i < len(words):
        end = skip(words, i)
        if end == i and is_named(words, i, known):
            end = past_joined(words, i)
        if end > i:
            i = end
            continue
        amounts = changes.read(words, i) or _read(words, i, defaults)
        found += amounts
        i = max(i + 1, amounts[-1].end) if amounts else i + 1
    kept = [amount for amount in fill(words, found) if _is_kept(words, amount, ages, vague)]
    return _mentions(words, kept)


def _read(words: Words, i: int, defaults: Defaults) -> list[Amount]:
    """The amount or amounts that open at token `i`: one, a range, or two ends that cannot be one."""
    if not _may_open(words, i):
        return []
    if words[i].kind == "sign" and skip(words, i + 1) > i + 1:
        return []
    first = read_amount(words, i, defaults)
    if first is None:
        return []
    first.bound, first.shown = bounds.bound_before(words, i)
    joined = _range(words, first, defaults)
    amounts = joined or [first]
    if first.bare and _is_age(words, first):
        first.age, first.time = True, True
        return [first.measured("year", "physical", first.end)]
    for amount in amounts:
        _finish(words, amount)
    if len(amounts) == 1 and (_is_pronoun(words, amounts[0]) or _is_name(words, amounts[0])):
        return []
    return amounts


def _is_age(words: Words, amount: Amount) -> bool:
    """True for "aged 44" and "Jane Doe, 44, said"."""
    before = words.low(amount.start - 1)
    if before in {"aged", "age"} and amount.high < 120:
        return True
    if before == "of" and words.low(amount.start - 2) in {"age", "ages"} and amount.high < 120:
        return True
    name = before == "," and words[amount.start - 2].capital and words.low(amount.end) in {",", ".", ")"}
    return (
        name
        and amount.numeral.digits
        and amount.numeral.scale == 1
        and 10 <= amount.high < 110
        and amount.high % 1 == 0
    )


def _may_open(words: Words, i: int) -> bool:
    """A quick look that spares most tokens the readers."""
    token = words[i]
    if token.kind == "number":
        return True
    if token.kind == "sign":
        return token.low not in {".", ",", ")", "(", '"', "'", ":", ";", "?", "!", "/", "&"}
    return token.low in NUMBER_WORDS or any(words[i + k].kind == "number" for k in (1, 2, 3, 4))


def _range(words: Words, first: Amount, defaults: Defaults) -> list[Amount]:
    """The range that `first` opens, its two ends where the words say a change from one to the other, or nothing."""
    j = first.end
    link = words.low(j)
    between = words.low(first.shown - 1) == "between"
    if (
        link in _DASHES
        and words[j].glued == words[j + 1].glued
        or link in {"to", "through", "till"}
        or link == "and"
        and between
        or link == "or"
    ):
        k = j + 1
    else:
        return []
    if words[k].kind == "number" and skip(words, k) > k:
        return []
    if link in {"to", "or"}:
        second_bound, _ = bounds.bound_before(words, k)
        while (
            k < j + 4
            and read_amount(words, k, defaults) is None
            and words.low(k) in {"about", "around", "as", "much", "even", "nearly"}
        ):
            return []
    second = read_amount(words, k, defaults)
    if second is None or second.numeral.share != first.numeral.share or second.sign and link not in {"to", "and"}:
        return []
    return _join(words, first, second, link, between)


def _join(words: Words, first: Amount, second: Amount, link: str, between: bool) -> list[Amount]:
    own = not first.bare
    if link == "or" and second.prefixed and not first.prefixed:
        return []
    if first.bare and not second.bare and second.unit_type is not None:
        _take_unit(first, second)
    elif second.bare and first.prefixed:
        second.unit, second.unit_type = first.unit, first.unit_type
        if second.numeral.scale > 1 and first.numeral.scale == 1 and first.low < 1000 and link != "or":
            first.low = first.high = first.low * second.numeral.scale
    elif second.bare and own:
        return []
    elif first.bare and second.bare and second.numeral.scale > 1 and first.numeral.scale == 1 and first.low < 1000:
        first.low = first.high = first.low * second.numeral.scale
    if first.unit != second.unit:
        return []
    if not _rises(words, first, second, link, between, own):
        if link in _DASHES or own and link == "or":
            return []
        second.bound, second.shown = "exact", second.start
        return [first, second]
    whole = first
    whole.end, whole.high, whole.bound = second.end, second.high, "range"
    whole.numeral = replace(second.numeral, start=first.numeral.start)
    whole.time, whole.age = second.time, second.age
    return [whole]


def _take_unit(first: Amount, second: Amount) -> None:
    """Gives the first end of a range the unit and magnitude of the second ("80 to 100 million yen")."""
    parts = second.numeral.value / second.low if second.unit_type == "currency" and second.low else 1.0
    if second.numeral.scale > 1 and first.numeral.scale == 1 and first.low < 1000:
        first.low *= second.numeral.scale
    elif parts > 1 and first.numeral.scale == 1:
        first.low = float(f"{first.low / parts:.12g}")
    first.high = first.low
    first.unit, first.unit_type = second.unit, second.unit_type


def _rises(words: Words, first: Amount, second: Amount, link: str, between: bool, own: bool) -> bool:
    """True if the two ends are a range and not a change from one to the other or two numbers apart."""
    if first.low >= second.high:
        return False
    before = words.low(first.shown - 1)
    if between or link in _DASHES:
        return True
    if link == "or":
        return not own and second.high - first.low <= second.numeral.scale
    if before == "from":
        return words.low(first.shown - 2) in _RANGE_CUES or words.low(first.shown - 2) in {"anywhere", "ranging"}
    sense = (
        before in terms("quantity_rising")
        and not before.startswith("rais")
        or before in terms("quantity_falling")
        or before == "by"
    )
    if sense and own and second.unit_type == "currency":
        return False
    if sense and second.high > 3 * first.low and (own or second.unit_type != "percent"):
        return False
    return not (words.low(second.end) == "to" and words[second.end + 1].kind != "word")


def _finish(words: Words, amount: Amount) -> None:
    """Adds the counted noun, the bound that follows and the direction."""
    if amount.bare:
        _bound_that_follows(words, amount)
    if amount.bare and not amount.numeral.vague or amount.numeral.vague and amount.bare:
        one = amount.high == 1
        noun = read_noun(words, amount.end, one=one and amount.numeral.digits)
        if noun is not None and _plausible(words, amount):
            amount.noun, amount.unit, amount.unit_type, amount.end = noun.text, noun.lemma, "count", noun.end
        elif amount.bare and _attributive(words, amount):
            word = words[amount.end]
            amount.noun, amount.unit, amount.unit_type, amount.end = word.text, word.low, "count", amount.end + 1
    _bound_that_follows(words, amount)
    if amount.time and amount.bound == "over" and words.low(amount.start - 1) == "over":
        amount.bound = "exact"  # "over five years" is a span, not a bound
    share = amount.unit_type == "percent" or amount.unit == "point"
    amount.direction = amount.sign or bounds.direction(words, amount.shown, amount.end, share=share)


def _bound_that_follows(words: Words, amount: Amount) -> None:
    after, end = bounds.bound_after(words, amount.end)
    if after is not None and amount.bound in {"exact", "about"}:
        amount.bound, amount.end = after, end


def _plausible(words: Words, amount: Amount) -> bool:
    """A noun may be counted by this number; a small fraction of one cannot ("0.3 points" is read elsewhere)."""
    return not amount.numeral.share


def _attributive(words: Words, amount: Amount) -> bool:
    """True for "a three course meal", "an 11 member pact", "1/2 cup oil": a singular noun follows an article."""
    word = words[amount.end]
    if (
        word.kind != "word"
        or word.low in terms("quantity_stops")
        or word.low.endswith(("ly", "ed", "ing"))
        or word.glued
    ):
        return False
    if amount.numeral.share:
        return True
    if words.low(amount.start - 1) == "the" and amount.high < 100:
        after = words[amount.end + 1]
        return not word.capital and after.kind == "word" and after.low not in terms("quantity_stops")
    return words.low(amount.start - 1) in {"a", "an"} and not word.capital and amount.numeral.scale == 1


def _is_pronoun(words: Words, amount: Amount) -> bool:
    """True for "one" that counts nothing, or a noun only loosely ("one of the shops", "one day")."""
    numeral = amount.numeral
    if numeral.digits or numeral.scale != 1 or numeral.value != 1 or amount.unit_type in {"currency", "percent"}:
        return False
    if amount.unit_type == "physical":
        return amount.time and words.low(numeral.end) in {"day", "time"}
    return True


def _is_name(words: Words, amount: Amount) -> bool:
    """True for a number word with a capital inside a sentence, after another capital: "the Big Four"."""
    first = words[amount.numeral.start]
    if (
        amount.numeral.digits
        or not first.capital
        or words.sentence_start(amount.numeral.start)
        or amount.unit_type in {"percent", "currency"}
    ):
        return False
    before, after = words[amount.numeral.start - 1], words[amount.numeral.end]
    return before.capital and not (amount.noun and after.capital and words.sentence_start(amount.numeral.start - 1))


def _is_kept(words: Words, amount: Amount, ages: bool, vague: bool) -> bool:
    if amount.numeral.vague and not vague or amount.age and not ages:
        return False
    if amount.bare and amount.bound == "exact" and words.low(amount.start - 1) == "the":
        text = words[amount.start].text
        if amount.numeral.scale == 1 and text.isdecimal() and len(text) < 5:
            return False  # "the 757 will fly", "the 33 who stayed"
    if amount.bare and not amount.numeral.digits and amount.numeral.scale == 1 and amount.high < 100:
        return amount.bound not in {"exact", "range"}
    return True


def _mentions(words: Words, amounts: list[Amount]) -> list[QuantityMention]:
    mentions: list[QuantityMention] = []
    previous: Amount | None = None
    for amount in amounts:
        mention = _mention(words, amount)
        if previous is not None and mentions and _converts(words, previous, amount):
            last = mentions[-1]
            quantity = last.quantity.model_copy(
                update={
                    "converted": mention.quantity,
                    "text": words.text[last.start : words[amount.end].end],
                }
            )
            mentions[-1] = replace(last, end=words[amount.end].end, quantity=quantity)
        else:
            mentions.append(mention)
        previous = amount
    return mentions


def _converts(words: Words, first: Amount, second: Amount) -> bool:
    """True for an amount of money in brackets after the same amount in another currency."""
    return (
        first.unit_type == second.unit_type == "currency"
        and first.unit != second.unit
        and words.low(first.end) == "("
        and second.shown == first.end + 1
        and words.low(second.end) == ")"
    )


def _mention(words: Words, amount: Amount) -> QuantityMention:
    low: float | None = amount.low
    high: float | None = amount.high
    bound: Bound = amount.bound
    if bound in {"over", "at_least"}:
        high = None
    elif bound in {"under", "at_most"}:
        low = None
    start, end = words[amount.start].start, words[amount.end - 1].end
    quantity = Quantity(
        text=words.text[start:end],
        low=low,
        high=high,
        unit=amount.unit,
        unit_type=amount.unit_type or "count",
        bound=bound,
    )
    return QuantityMention(start, end, quantity, amount.noun, amount.direction)
