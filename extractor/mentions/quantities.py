"""Finds the quantities of a text: numbers with unit, bound and direction.

`find_quantities(text)` walks once over the words. At each number it asks, in this order: is it a date, name or the
like (`not_quantities`)? which amount does it open (`amounts`)? is it one end of a range (`ranges`)? what does it count
(`counted`)? which bound and direction do its neighbours give (`bounds`)? A second walk over the finds fills what an
ellipsis leaves out and joins converted amounts ("£15.4m ($29.4m)").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.lexicon import terms
from extractor.mentions import bounds, changes, currencies
from extractor.mentions.amounts import Amount, Defaults, read_amount
from extractor.mentions.counted import read_noun
from extractor.mentions.ellipsis import fill
from extractor.mentions.not_quantities import is_named, names, past_joined, skip
from extractor.mentions.numerals import NUMBER_WORDS
from extractor.mentions.ranges import read_range
from extractor.mentions.types import QuantityMention
from extractor.mentions.words import Words, bag
from extractor.record import Bound, Quantity

# signs that no amount begins with
_NO_OPENERS = frozenset(".,)(\"':;?!/&")
_CHANGES = frozenset({"flat", "halv", "doub", "trip", "treb", "quad", "quin", "sext", "sing"})


def find_quantities(
    text: str, *, home: Sequence[str] = (), ages: bool = False, vague: bool = False
) -> list[QuantityMention]:
    """The quantities of `text` in the order they stand, not overlapping.

    `home` holds the ISO codes of the currencies that "pounds", "crowns" or a bare "$" may mean, the likeliest first.
    `ages` keeps the ages of people, `vague` the amounts that name only an order ("a few hundred"; their low and high are that order).
    Durations ("15 years") are quantities of unit `year`.

    >>> [(m.quantity.low, m.quantity.unit, m.direction) for m in find_quantities("Sales rose 3% to $2bn.")]
    [(3.0, 'percent', 1), (2000000000.0, 'USD', 0)]
    """
    words = Words(text)
    defaults = Defaults(tuple(home))
    found: list[Amount] = []
    known = names(words)
    opens = _may_open_amounts(words)
    i = 0
    while i < len(words):
        if not opens[i]:
            i += 1
            continue
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


def _may_open_amounts(words: Words) -> list[bool]:
    """For each token, whether an amount can open at it: by its form, or with money before one of the next four, a number in digits."""
    opens = [
        _is_number_word(token.low) if token.kind == "word" else token.kind == "number" or token.low not in _NO_OPENERS
        for token in words.tokens
    ]
    for i, token in enumerate(words.tokens):
        if token.kind == "number":
            for j in range(max(0, i - 4), i):
                opens[j] = opens[j] or words.tokens[j].kind == "word" and (
                    words.low(j) in changes.TIMES or currencies.may_stand_before_number(words, j)
                )
    return opens


def _is_number_word(low: str) -> bool:
    """True for a word that can open an amount without a number in digits: "twelve", "doubled", "flat", "sixfold"."""
    return low in NUMBER_WORDS or low[:4] in _CHANGES or low.endswith("fold")


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
    joined = read_range(words, first, defaults)
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
        return token.low not in _NO_OPENERS
    return token.low in NUMBER_WORDS or currencies.may_stand_before_number(words, i)


def _finish(words: Words, amount: Amount) -> None:
    """Adds the counted noun, the bound that follows and the direction."""
    if amount.bare:
        _bound_that_follows(words, amount)
    if amount.bare:
        noun = read_noun(words, amount.end, one=amount.high == 1 and amount.numeral.digits)
        if noun is not None and not amount.numeral.share:
            amount.noun, amount.unit, amount.unit_type, amount.end = noun.text, noun.lemma, "count", noun.end
        elif _attributive(words, amount):
            word = words[amount.end]
            amount.noun, amount.unit, amount.unit_type, amount.end = word.text, word.low, "count", amount.end + 1
    _bound_that_follows(words, amount)
    if amount.time and amount.bound == "over" and words.low(amount.start - 1) == "over":
        amount.bound = "exact"  # "over five years" is a span, not a bound
    if amount.unit in _OF_TONNES:
        _in_tonnes(amount)
    share = amount.unit_type == "percent" or amount.unit == "point"
    amount.direction = amount.sign or bounds.direction(words, amount.shown, amount.end, share=share)


# what trades write for many tonnes; a number is told in full, as it is for "3 million tonnes"
_OF_TONNES = {"Mt": 1e6, "kt": 1e3}


def _in_tonnes(amount: Amount) -> None:
    scale = _OF_TONNES[amount.unit or ""]
    amount.low, amount.high, amount.unit = float(f"{amount.low * scale:.12g}"), float(f"{amount.high * scale:.12g}"), "t"


def _bound_that_follows(words: Words, amount: Amount) -> None:
    after, end = bounds.bound_after(words, amount.end)
    if after is not None and amount.bound in {"exact", "about"}:
        amount.bound, amount.end = after, end


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


# "would close nine stores and open five": a small number alone counts what was counted before
_OPENED = bag("open opened opening opens close closed closing closes shut shutting")


def _is_kept(words: Words, amount: Amount, ages: bool, vague: bool) -> bool:
    if amount.numeral.vague and not vague or amount.age and not ages:
        return False
    if amount.bare and amount.bound == "exact" and words.low(amount.start - 1) == "the":
        text = words[amount.start].text
        if amount.numeral.scale == 1 and text.isdecimal() and len(text) < 5:
            return False  # "the 757 will fly", "the 33 who stayed"
    if amount.bare and not amount.numeral.digits and amount.numeral.scale == 1 and amount.high < 100:
        return amount.bound not in {"exact", "range"} or words.low(amount.start - 1) in _OPENED
    return True


def _mentions(words: Words, amounts: list[Amount]) -> list[QuantityMention]:
    mentions: list[QuantityMention] = []
    told: Amount | None = None  # the amount that those in brackets after it repeat
    previous: Amount | None = None
    apart = False  # whether words stand between it and its brackets
    for amount in amounts:
        if told is not None and previous is not None and _converts(words, told, previous, amount):
            last = mentions[-1]
            end = words[amount.end if words.low(amount.end) == ")" else amount.end - 1].end
            if apart := apart or words.low(told.end) != "(":
                end = last.end  # "3bn yuan in 2004 ($365m; £190m)"
            converted = last.quantity.converted or _mention(words, amount).quantity
            quantity = last.quantity.model_copy(update={"converted": converted, "text": words.text[last.start : end]})
            mentions[-1] = replace(last, end=end, quantity=quantity)
        else:
            mentions.append(_mention(words, amount))
            told, apart = amount, False
        previous = amount
    return mentions


# what may stand between an amount and the same in brackets
_WHEN = bag(
    "in last this the a year month quarter week for during"
    " january february march april may june july august september october november december"
)


def _converts(words: Words, told: Amount, previous: Amount, amount: Amount) -> bool:
    """True for an amount of money in brackets after the same in another currency, or for one more: "($105, £70)"."""
    bracket = amount.shown - 1
    near = all(words.low(i) in _WHEN or words[i].text.isdecimal() for i in range(told.end, bracket))
    opened = previous is told and words.low(bracket) == "(" and near
    more = previous is not told and words.low(previous.end) in {",", "/", ";"} and bracket == previous.end
    return (
        (opened or more)
        and told.unit_type == amount.unit_type == "currency"
        and told.unit != amount.unit
        and words.low(amount.end) in {")", ",", "/", ";"}
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
