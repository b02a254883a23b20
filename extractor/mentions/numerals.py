"""Reads numbers, in digits or words, with their magnitudes: "1.2bn", "half a million", "three and a half", "4/5".

`read_numeral(words, i)` reads the number that begins at token `i`, or answers None.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

from extractor.lexicon import terms
from extractor.mentions.counted import is_plural
from extractor.mentions.words import END, SMALL_NUMBERS, TENS, Words, bag, literal_value

_ONES = SMALL_NUMBERS | {"nought": 0, "naught": 0}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15,
    "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "crore": 1e7, "crores": 1e7, "dozen": 12.0,
    "mln": 1e6, "mio": 1e6, "bln": 1e9, "trn": 1e12, "tln": 1e12, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
    "trillions": 1e12,
}  # fmt: skip
# written against the number, or after it where money or a counted noun makes the letter plain
_LETTERS = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "mm": 1e6, "mil": 1e6, "bil": 1e9, "b": 1e9, "bn": 1e9, "tn": 1e12, "t": 1e12, "cr": 1e7,
}  # fmt: skip
_PLAIN_LETTERS = frozenset({"k", "mn", "mil", "bil", "bn", "tn", "cr"})
_DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "hundredth": 100, "thousandth": 1000, "twelfth": 12, "twentieth": 20,
}  # fmt: skip
_DENOMINATORS |= {word + "s": value for word, value in _DENOMINATORS.items() if word not in {"half", "halves"}}
_VAGUE = {
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
    "dozens": 12.0,
    "scores": 20.0,
    "tens": 10.0,
}
_FRACTION_FOLLOWERS = bag(
    "of more less higher lower fewer bigger smaller larger cheaper in by on over from to as since after "
    "against above below this last and but or while a to compared year-on-year"
)


_BEFORE_HALF = bag("by almost nearly about roughly around over than under just")
_AFTER_HALF = bag("in from to last this since over after as and or on during between compared while for at")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at the tokens `start..end`.

    `scale` is the magnitude already multiplied in (1 if there is none). `digits` says that it is written in digits,
    `whole` that it stands for a share of something ("a third of"), `vague` that it names only an order ("a few
    hundred"), `letter` that its magnitude is one letter that might be a unit ("61m").
    """

    start: int
    end: int
    value: float
    scale: float = 1.0
    digits: bool = False
    share: bool = False
    vague: bool = False
    letter: str = ""


_MOST = 1e15  # magnitudes are multiplied up to here: "million million million" is no number


def scaled(value: float, scale: float) -> float:
    """`value` times `scale`, rounded to what can have been written (34.7 million is 34700000, not ...0000.000001)."""
    product = value * scale
    return float(f"{product:.12g}") if abs(product) < 1e15 else product


def read_numeral(words: Words, i: int, *, money: bool = False) -> Numeral | None:
    """The number that begins at token `i`. `money` says that a currency sign stands before it ("$5m", "$3.4B")."""
    token = words[i]
    if token.kind == "number":
        return _digits(words, i, money)
    if token.kind == "word":
        return _vague(words, i) or _fraction(words, i) or _spelled(words, i)
    if token.kind == "sign" and _glyph(token.text) is not None:
        return _with_scale(words, Numeral(i, i + 1, _glyph(token.text) or 0.0, digits=True, share=True), money)
    return None


def _glyph(char: str) -> float | None:
    """The value of a fraction written as one character ("½")."""
    if (
        len(char) != 1
        or unicodedata.category(char) != "No"
        or "fraction" not in unicodedata.name(char, "").lower()
        and char not in "¼½¾"
    ):
        return None
    return unicodedata.numeric(char)


def _digits(words: Words, i: int, money: bool) -> Numeral:
    value, end = literal_value(words[i].text), i + 1
    follower = words[end]
    share = False
    if follower.glued and follower.kind == "sign" and _glyph(follower.text) is not None:
        value, end = value + (_glyph(follower.text) or 0.0), end + 1
    elif _is_slash(words, end) and _small_fraction(words, i):
        value, end, share = value / literal_value(words[end + 1].text), end + 2, True
    elif follower.kind == "number" and not follower.glued and _is_slash(words, end + 1) and _small_fraction(words, end):
        value, end = value + literal_value(follower.text) / literal_value(words[end + 2].text), end + 3
    elif is_mixed(words, i):
        value, end = value + literal_value(words[end + 1].text) / literal_value(words[end + 3].text), end + 4
    elif follower.low == "," and follower.glued and words[end + 1].glued and words[end + 1].text.isdigit():
        # a decimal comma is believed only where a magnitude or a percent sign follows ("7,2 million")
        after = words[end + 2 + (words.low(end + 2) == "-")]
        if len(words[end + 1].text) <= 2 and (
            after.low in _SCALES
            or after.low in {"%", "percent", "pc", "pct", "cents"}
            or words.phrase(end + 2, "per", "cent")
            or after.low in _PLAIN_LETTERS
        ):
            value, end = float(f"{words[i].text}.{words[end + 1].text}"), end + 2
    else:
        value, end = _scientific(words, end, value)
    numeral = _with_scale(words, Numeral(i, end, value, digits=True, share=share), money)
    return _and_a_half(words, numeral)


def _is_slash(words: Words, i: int) -> bool:
    return words[i].low == "/" and words[i].glued and words[i + 1].kind == "number" and words[i + 1].glued


def _small_fraction(words: Words, i: int) -> bool:
    """True for "1/2" or "4/5" at `i`; a date ("5/17/2018"), "24/7" and "9/11" are none."""
    over, under = words[i].text, words[i + 2].text
    if not (over.isdigit() and under.isdigit()) or len(over) > 2 or len(under) > 3 or _is_slash(words, i + 3):
        return False
    return int(over) < int(under) and int(under) in {2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100}


def is_mixed(words: Words, i: int) -> bool:
    """True for "29-3/8" at `i`, as share prices were quoted in eighths."""
    joined = words[i + 1].low == "-" and words[i + 1].glued and words[i + 2].kind == "number" and words[i + 2].glued
    fraction = joined and words[i].text.isdigit() and _is_slash(words, i + 3) and _small_fraction(words, i + 2)
    return fraction and int(words[i + 4].text) in {2, 4, 8, 16, 32, 64}


def _scientific(words: Words, i: int, value: float) -> tuple[float, int]:
    """Reads "×10−30", "x10^6" or "e+14" at `i`; hands back the value and the next token."""
    j, sign = i, 1
    if words[j].low in {"×", "x", "*"} and words[j + 1].text == "10":
        j += 2
        caret = words[j].low == "^"
        j += caret
        if words[j].low in {"-", "−", "–", "+"} and words[j].glued and words[j + 1].glued:
            sign, j = (1 if words[j].low == "+" else -1), j + 1
        elif not caret:
            return value, i
    elif words[j].text in {"e", "E"} and words[j].glued and words[j + 1].glued:
        j += 1
        if words[j].low in {"+", "-", "−"}:
            sign, j = (1 if words[j].low == "+" else -1), j + 1
    else:
        return value, i
    exponent = words[j]
    if not (exponent.text.isdecimal() and exponent.glued and len(exponent.text) <= 2):
        return value, i
    return float(f"{value!r}e{sign * int(exponent.text)}") if "e" not in repr(value) else value * 10.0 ** (
        sign * int(exponent.text)
    ), j + 1


def _with_scale(words: Words, numeral: Numeral, money: bool) -> Numeral:
    """Adds the magnitudes that follow: "bn", "-million", "thousand crore"; after a fraction "of a million"."""
    end, value, scale, letter = numeral.end, numeral.value, 1.0, ""
    if numeral.share and words.low(end) == "of" and words.low(end + 1) == "a" and words.low(end + 2) in _SCALES:
        end += 2
    elif numeral.share and words.low(end) == "a" and words.low(end + 1) in _SCALES:
        end += 1
    while True:
        token = words[end]
        hyphen = token.low == "-" and words[end + 1].low in _SCALES and words[end + 1].glued
        word = words[end + hyphen]
        if (
            scale < _MOST
            and word.low in _SCALES
            and (
                word.low[-1] != "s"
                or word.low in {"crores", "lakhs"}
                or word.low == "millions"
                and not _plural_of(words, end)
            )
        ):
            scale, end = scale * _SCALES[word.low], end + hyphen + 1
            continue
        if scale == 1.0 and _is_letter(words, end, money):
            scale, letter, end = _LETTERS[word.low], word.text if len(word.text) == 1 else "", end + 1
        break
    share = numeral.share and scale == 1.0
    return replace(
        numeral, end=end, value=scaled(value, scale), scale=numeral.scale * scale, share=share, letter=letter
    )


def _plural_of(words: Words, i: int) -> bool:
    return words.low(i + 1) == "of"


def _is_letter(words: Words, i: int, money: bool) -> bool:
    token = words[i]
    if token.low not in _LETTERS or token.kind != "word":
        return False
    if words[i + 1].kind == "number" and words[i + 1].glued:
        return False  # a name such as 3M12
    if money:
        return (
            token.glued
            or token.low not in {"t", "k", "b"}
            and words[i + 1].kind != "word"
            or token.low in _PLAIN_LETTERS
        )
    if token.low == "cr":
        return False
    if token.low in _PLAIN_LETTERS:
        return (
            token.glued
            and token.text != "K"
            or token.low in {"bn", "mn", "tn"}
            or token.text == "K"
            and token.glued
            and literal_value(words[i - 1].text) >= 10
        )
    if token.text in {"M", "B"} and token.glued and words[i - 1].text != "3":
        return _large_letter(words, i)
    # "61m phones", "12.3m tonnes": one letter counts only against the number; metres are told apart by the units
    return token.glued and token.text in {"m", "b"}


def _large_letter(words: Words, i: int) -> bool:
    """True for "1.5M users", "100M"; a capital before another capital is part of a name."""
    after = words[i + 1]
    if after.glued and after.kind == "word" or after.low == "-" or after.capital:
        return False
    return "." in words[i - 1].text or after.kind == "word" and is_plural(after.text)


def _and_a_half(words: Words, numeral: Numeral) -> Numeral:
    """Adds "and a half" to what was read ("two million and a half", "one-and-a-half")."""
    end = numeral.end
    end += words.low(end) == "-"
    if words.low(end) != "and":
        return numeral
    end += 1 + (words.low(end + 1) == "-")
    if words.low(end) not in {"a", "one", "three"}:
        return numeral
    count = _ONES.get(words.low(end), 1)
    end += 1 + (words.low(end + 1) == "-")
    under = _DENOMINATORS.get(words.low(end))
    if under not in {2, 4} or (under == 4 and words.low(end) not in {"quarter", "quarters"}):
        return numeral
    part = replace(numeral, end=end + 1, value=numeral.value + numeral.scale * count / under)
    following = _with_scale(words, replace(part, scale=1.0), False)
    return replace(following, scale=numeral.scale * following.scale)


def _vague(words: Words, i: int) -> Numeral | None:
    """Reads "a few hundred", "several million", "thousands of", "hundreds of thousands of"."""
    j = i
    if words.phrase(j, "a", "few") or words.phrase(j, "a", "couple"):
        j += 2 + (words.low(j + 2) == "of")
    elif words.low(j) in {"several", "many", "few"}:
        j += 1
    elif words.low(j) in _VAGUE and words.low(j + 1) == "of" and words.low(j - 1) not in {"the", "of"}:
        value, j = _VAGUE[words.low(j)], j + 2
        while words.low(j) in _VAGUE:
            value *= _VAGUE[words.low(j)]
            j += 1 + (words.low(j + 1) == "of")
        return Numeral(i, j - (words.low(j - 1) == "of"), value, vague=True)
    if j == i or words.low(j) not in _SCALES:
        return None
    value = 1.0
    while words.low(j) in _SCALES:
        value *= _SCALES[words.low(j)]
        j += 1
    return Numeral(i, j, value, vague=True)


def _fraction(words: Words, i: int) -> Numeral | None:
    """Reads "a third of", "two-thirds", "half", "half a million", "a quarter-point"; "the third of May" is none."""
    first = words.low(i)
    if first in {"half", "quarter"}:
        return _bare_fraction(words, i, 1.0 / _DENOMINATORS[first])
    count = 1.0 if first == "a" else float(_ONES.get(first, 0))
    j = i + 1 + (words.low(i + 1) == "-")
    under = _DENOMINATORS.get(words.low(j))
    if not count or under is None or words[j].capital or count >= under > 1 and words.low(j).startswith("quarter"):
        return None  # "in six quarters"
    hyphened = j == i + 2
    plural = words.low(j).endswith("s")
    if plural != (count > 1) and not (count > 1 and hyphened):
        return None
    numeral = _with_scale(words, Numeral(i, j + 1, count / under, share=True), False)
    if count > 1 or first == "one" and under != 4 or not numeral.share:
        return numeral
    return numeral if hyphened or _fraction_follows(words, j, words.low(j)) else None


_HEDGES_OF_SHARES = bag("almost nearly about over than more less roughly some around")


def _fraction_follows(words: Words, j: int, word: str) -> bool:
    """True if "a third", "a quarter", "a half" ends at `j` as a share, not as an ordinal or a time."""
    after, before = words.low(j + 1), words.low(j - 2)
    if words.low(j + 1) == "-" and words.low(j + 2) in {"point", "percentage"}:
        return True
    if after in {"percentage", "percent", "point"}:
        return True
    if word == "quarter":
        return (
            after == "of"
            and words[j + 2].kind != "number"
            or after in {"more", "less", "higher", "lower", "fewer", "above", "below"}
            or before == "by"
            or _moved(words, j - 2)
        )
    if word == "half":
        return after in {"of", "the"} or before in {"by", "about", "nearly", "than"}
    return (
        _moved(words, j - 2)
        and after not in _TIMES
        or after in _FRACTION_FOLLOWERS
        and words[j + 1].kind == "word"
        or words[j + 1].kind == "sign"
        and after not in {"-", "'"}
        or words[j + 1] is END
    )


# "fell for a third day", "rose a third time"
_TIMES = bag("time day week month quarter year session consecutive straight successive running")


def _moved(words: Words, i: int) -> bool:
    """True if a word of rising or falling ends at token `i`, a hedge aside: "dropped almost a quarter"."""
    while words.low(i) in _HEDGES_OF_SHARES:
        i -= 1
    return words.low(i) in terms("quantity_falling") or words.low(i) in terms("quantity_rising")


def _bare_fraction(words: Words, i: int, value: float) -> Numeral | None:
    """Reads "half a million", "half of", "half the", "quarter-point", "half an hour"."""
    after, then = words.low(i + 1), words.low(i + 2)
    if (
        words.low(i - 1)
        in {"first", "second", "the", "this", "last", "next", "each", "every", "per", "latter", "other", "-", "that"}
        or words[i - 1].kind == "number"
    ):
        return None
    if after == "-" and then in {"point", "percentage"} or after in {"point", "percentage"}:
        return Numeral(i, i + 1, value, share=True)
    if after in {"a", "of"} or after in _SCALES:
        numeral = _with_scale(words, Numeral(i, i + 1, value, share=True), False)
        if not numeral.share:
            return numeral
    if after in {"a", "an"} and words.low(i) == "half":
        return Numeral(i, i + 1, value) if words[i + 2].kind == "word" else None
    if (
        words.low(i) == "half"
        and words.low(i - 1) in _BEFORE_HALF
        and (words[i + 1].kind != "word" or after in _AFTER_HALF)
    ):
        return Numeral(i, i + 1, value, share=True)
    if after == "of" and then in {"1", "one"} and words.low(i + 3) in {"percent", "per", "%"}:
        return Numeral(i, i + 1, value, share=True)
    if after in {"of", "the", "its", "their", "his", "her", "our", "all"} and words.low(i) == "half":
        return Numeral(i, i + 1, value, share=True) if words[i + 2].kind == "word" else None
    return None


def _spelled(words: Words, i: int) -> Numeral | None:
    """A number in words: "three hundred and sixty-five", "twenty-six", "a dozen", "a million", "hundred thousand"."""
    first = words.low(i)
    if first == "a" and words.low(i + 1) != "hundred":
        if words.low(i + 1) not in _SCALES or words.low(i + 1).endswith("s"):
            return None
        numeral = _with_scale(words, Numeral(i, i + 1, 1.0), False)
        return _and_a_half(words, _tail(words, numeral))
    if first in {"hundred", "thousand"} and words.low(i + 1) in {"thousand", "million", "billion", "crore"}:
        return _with_scale(words, Numeral(i, i, 1.0), False)
    group = _group(words, i)
    if group is None:
        return None
    if words.low(group.end) == "point" and _below_hundred(words, group.end + 1) is not None:
        value, end = _spelled_decimals(words, group.value, group.end + 1)
        group = replace(group, value=value, end=end)
    return _and_a_half(words, _tail(words, _with_scale(words, group, False)))


def _group(words: Words, i: int) -> Numeral | None:
    """A number below a thousand in words; `scale` is 100 for whole hundreds."""
    part = (1.0, i + 1) if words.low(i) == "a" else _below_hundred(words, i)
    if part is None:
        return None
    value, end = part
    j = end + (words.low(end) == "-")
    if words.low(j) != "hundred" or not 0 < value < 100:
        return Numeral(i, end, value) if words.low(i) != "a" else None
    value, end = 100 * value, j + 1
    rest = _below_hundred(words, end + (words.low(end) == "and"))
    if rest is None or rest[0] == 0:
        return Numeral(i, end, value, scale=100.0)
    return Numeral(i, rest[1], value + rest[0])


def _below_hundred(words: Words, i: int) -> tuple[float, int] | None:
    word = words.low(i)
    if word in _ONES:
        return float(_ONES[word]), i + 1
    if word not in TENS:
        return None
    j = i + 1 + (words.low(i + 1) == "-")
    one = _ONES.get(words.low(j), 0)
    return (float(TENS[word] + one), j + 1) if 0 < one < 10 else (float(TENS[word]), i + 1)


def _spelled_decimals(words: Words, value: float, i: int) -> tuple[float, int]:
    """The digits after "point": "nought point nought three"."""
    digits = ""
    while len(digits) < 9 and (group := _below_hundred(words, i)) is not None:
        digits += str(int(group[0]))
        i = group[1]
    return float(f"{int(value)}.{digits}"), i


def _tail(words: Words, numeral: Numeral) -> Numeral:
    """Adds the smaller groups: "three thousand [nine hundred and sixty-five]", "two million [and three hundred]"."""
    while numeral.scale >= 1000:
        j = numeral.end
        j += words.low(j) == "and"
        part = _group(words, j) if words.low(j) != "a" else None
        if part is None:
            return numeral
        following = _with_scale(words, part, False)
        if following.value >= numeral.scale or following.value < 1:
            return numeral
        if j > numeral.end and following.scale == 1 and following.value < 100 and numeral.scale > 1000:
            return numeral  # "two million and five more": two numbers
        numeral = replace(numeral, end=following.end, value=numeral.value + following.value, scale=following.scale)
    return numeral


NUMBER_WORDS = frozenset(
    {*_ONES, *TENS, *_SCALES, *_VAGUE, "a", "half", "quarter", "several", "many", "few", "minus", "negative", "plus"}
)
