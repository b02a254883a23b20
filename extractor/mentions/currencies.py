"""Reads money: signs and codes before a number ("S$3.8 billion", "EUR 985m"), words and signs after it ("45 pence").

Codes and names are those of ISO 4217 as babel ships them; a short list adds what newspapers call them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from extractor.lexicon import rows
from extractor.mentions.words import Words, bag

_SIGN_PARTS = frozenset({"$", "=", "£", "€", "¥"})
_SHORT = frozenset({"Rs", "Re", "RM", "Tk", "Rp", "SFr", "Fr", "RMB", "NIS", "Rs."})
_US = frozenset({"us", "u.s.", "u.s", "usd"})
# codes that are also words or initials of other things: read as money only in capitals against a number
_ALSO_WORDS = frozenset(
    {
        "ALL",
        "AMD",
        "BAM",
        "CUP",
        "GEL",
        "LAK",
        "MOP",
        "PEN",
        "SOS",
        "TOP",
        "TRY",
        "ARE",
        "ANG",
        "BOB",
        "COP",
        "DOP",
        "GIP",
        "MAD",
        "NAD",
        "RON",
        "SLE",
        "STN",
        "XXX",
        "PAB",
        "ESP",
        "FIM",
    }
)
_LEFT_OUT = frozenset(
    {"test", "unknown", "unit", "units", "bond", "markets", "gold", "silver", "palladium", "platinum"}
)


# abbreviations that are words or names where a space follows: "PS 5 million"
_NEVER_APART = frozenset({"PS", "RO", "euro", "Euro"})
# "R3.15 a share"
_TWO_DECIMALS = re.compile(r"\d+\.\d\d")
_LARGE = frozenset({"k", "m", "mn", "mil", "bil", "bn", "tn", "lakh", "crore", "million", "billion", "trillion"})
# last words of names that several currencies share, or that are ordinary words
_SHARED_NAMES = bag(
    "dollar dollars pound pounds mark marks escudo real dram sol som lev pa won crown kip leu rand "
    "boliviano austral convertible gold unit units franc dinar dinars peso krone krona koruna rial riyal "
    "shilling rupee lira"
)


# names that several currencies share: what they mean where nothing tells, and the last words of their full names
SHARED: dict[str, tuple[str, tuple[str, ...]]] = {
    "$": ("USD", ("Dollar",)),
    "cent": ("USD", ("Dollar", "Euro", "Rand")),
    "£": ("GBP", ("Pound",)),
    "Rs": ("INR", ("Rupee",)),
    "kr": ("SEK", ("Krona", "Krone", "Króna", "Koruna")),
    "kroner": ("NOK", ("Krone",)),
    "kronor": ("SEK", ("Krona", "Króna")),
    "peso": ("MXN", ("Peso",)),
    "franc": ("CHF", ("Franc",)),
    "dinar": ("KWD", ("Dinar",)),
    "rial": ("IRR", ("Rial", "Riyal")),
    "riyal": ("SAR", ("Rial", "Riyal")),
    "shilling": ("KES", ("Shilling",)),
}


@cache
def kin(shared: str) -> frozenset[str]:
    """The ISO codes of the currencies that go by a shared name."""
    from babel import Locale

    names = Locale("en").currencies
    return frozenset(code for code in _current() if str(names.get(code, "")).endswith(SHARED[shared][1]))


@dataclass(frozen=True, slots=True)
class Money:
    """A currency at the tokens `start..end`: ISO code (or a name that several share), and the share of
    the main unit that the number counts (100 for cents)."""

    start: int
    end: int
    code: str
    parts: int = 1


@cache
def _codes() -> frozenset[str]:
    """ISO 4217 codes, those of the past included."""
    from babel import Locale

    return frozenset(str(code) for code in Locale("en").currencies if code not in {"XXX", "XTS"})


@cache
def _signs() -> dict[str, str]:
    """Single characters that are a currency by themselves in English text ("₹" → INR)."""
    from babel import Locale

    return {sign: str(code) for code, sign in Locale("en").currency_symbols.items() if len(sign) == 1}


@cache
def _home_signs() -> dict[str, str]:
    """The signs that people use at home ("₭" in Laos). Reads the data of every land: asked only for rare signs."""
    from babel.numbers import get_currency_symbol, get_territory_currencies

    found: dict[str, str] = {}
    for language, territory in _homes():
        for code in get_territory_currencies(territory):
            sign = get_currency_symbol(code, f"{language}_{territory}")
            if len(sign) == 1 and sign != "$":
                found.setdefault(sign, code)
    return found


def _homes() -> list[tuple[str, str]]:
    """Languages, each with the land where it is mostly spoken."""
    from babel.core import get_global
    from babel.localedata import locale_identifiers

    known = set(locale_identifiers())
    likely = get_global("likely_subtags")
    homes = []
    for tag in sorted(likely):
        parts = str(likely[tag]).split("_")
        if "_" not in tag and len(parts) == 3 and f"{tag}_{parts[2]}" in known:
            homes.append((tag, parts[2]))
    return homes


@cache
def _names() -> dict[str, tuple[str, int]]:
    """What a currency is called in lower case, to its code and parts: "swiss francs" → (CHF, 1)."""
    from babel import Locale
    from babel.numbers import get_currency_name

    names: dict[str, tuple[str, int]] = {}
    current = _current()
    short: dict[str, tuple[str, int]] = {}
    for code in sorted(_codes(), key=lambda code: (code not in current, code)):
        full = str(Locale("en").currencies[code])
        if "(" in full or _LEFT_OUT & set(full.lower().split()):
            continue
        for count in (1, 2):
            name = get_currency_name(code, count=count, locale="en").lower()
            for form in _forms(name):
                names.setdefault(form, (code, 1))
            if code in current and not code.startswith(("X", "CH")) and name.split()[-1] not in _SHARED_NAMES:
                short.setdefault(name.split()[-1], (code, 1))
    names = short | names
    for word, code, parts in rows("quantity_currency_words"):
        names[word] = (code, int(parts))
    return names


@cache
def _abbreviated() -> dict[str, tuple[str, bool]]:
    """What newspapers, or badly converted text, write right before a number: its code, and whether the number must be large.

    PS5 and R2 are names.
    """
    return {word: (code, need == "large") for word, code, need in rows("quantity_currency_abbreviations")}


@cache
def _current() -> frozenset[str]:
    import pycountry

    return frozenset(currency.alpha_3 for currency in pycountry.currencies)


def _forms(name: str) -> set[str]:
    """The full name and the shorter ways to say it: "israeli new shekels" → "israeli shekels"."""
    forms = {name, name.removeprefix("south "), name.replace("new ", ""), name.replace("united arab emirates ", "")}
    for crown in ("koruna", "korunas", "kroner", "kronor", "krone", "krona", "krónur"):
        if name.endswith(" " + crown):
            forms |= {name.replace(crown, "crowns"), name.replace(crown, "crown")}
    return {form for form in forms if len(form) > 2}


def is_dollar(code: str) -> bool:
    """True for the ISO code of a dollar ("CAD")."""
    from babel import Locale

    return code in _codes() and str(Locale("en").currencies[code]).endswith("Dollar")


@cache
def _marks() -> frozenset[str]:
    """The words that stand for a currency before a number, in small letters."""
    return frozenset({*map(str.lower, _codes()), *map(str.lower, _abbreviated()), *map(str.lower, _SHORT), "sh", "gh", "dollar"})


def may_stand_before_number(words: Words, i: int) -> bool:
    """A cheap test for `before_number` at a word: it is a mark itself, or a sign of money follows."""
    low = words.low
    return low(i) in _marks() or low(i + 1) in _SIGN_PARTS or low(i + 2) in _SIGN_PARTS or low(i + 3) in _SIGN_PARTS


def before_number(words: Words, i: int) -> Money | None:
    """The currency that begins at token `i` and stands before a number: "$", "US$", "$US", "Rs.", "EUR", "S $"."""
    for width in (4, 3, 2, 1):
        number = words[i + width]
        if number.kind != "number":
            continue
        money = _written(words, i, i + width)
        if money is not None:
            return money
    return None


def _written(words: Words, i: int, end: int) -> Money | None:
    """The currency written with exactly the tokens `i..end`, a number following."""
    tokens = [words[k] for k in range(i, end)]
    glued = words[end].glued
    low = "".join(token.low for token in tokens).replace(".", "")
    if len(tokens) == 1:
        token = tokens[0]
        if token.kind == "sign":
            return _of_sign(token.text, i, end)
        if words.low(i - 1) == "/":
            return None  # the rate of "EUR/USD"
        if (
            token.text.upper() in _codes()
            and (token.text.isupper() or token.low in {"usd", "eur", "gbp"})
            and (token.text not in _ALSO_WORDS or glued)
        ):
            return Money(i, end, token.text.upper())
        if token.text in _SHORT:
            code, parts = _names()[low]
            return Money(i, end, code, parts)
        decimal = 2 * (words.low(end + 1) == "," and words[end + 1].glued and words[end + 2].glued)  # "R1,2bn"
        large = words.low(end + 1 + decimal) in _LARGE
        if (found := _abbreviated().get(token.text)) and (glued or large and len(token.text) > 1 and token.text not in _NEVER_APART) and (
            not found[1] or "," in words[end].text or large
            or _TWO_DECIMALS.fullmatch(words[end].text) or words.low(end + 1) in {"per", "apiece"}
        ):
            return Money(i, end, found[0])
        if token.low == "dollar" and words.low(end + 1) in {"million", "billion", "trillion"}:
            return Money(i, end, "$")
        return None
    if len(tokens) == 2 and tokens[0].text == "GH" and tokens[1].text in {"¢", "₵"}:
        return Money(i, end, "GHS")
    if len(tokens) == 2 and tokens[1].low == "." and tokens[0].text in {"Rs", "Re", "Fr", "Tk"}:
        return Money(i, end, _names()[low][0])
    if len(tokens) == 2 and tokens[1].low == "." and tokens[0].text == "Sh" and words[end + 1].low in _LARGE:
        return Money(i, end, "KES")
    if len(tokens) == 3 and tokens[1].low == "." and tokens[0].low == "u" and tokens[2].low == "s":
        return None
    if any(token.text in _SIGN_PARTS for token in tokens) and all(
        token.text in _SIGN_PARTS or token.kind == "word" or token.low == "." for token in tokens
    ):
        if tokens[0].kind == "word" and (tokens[0].text.islower() or tokens[0].low == "a") and not tokens[1].glued:
            return None  # "a $4 billion deal", "all $3 million", "will top $2 billion": no lek, no paʻanga
        return _compound(low, i, end)
    return None


def _compound(low: str, i: int, end: int) -> Money | None:
    """A sign with letters on either side: "us$", "$us", "$a", "s$", "mxn$", "y="."""
    known = _names()
    flipped = low[1:] + low[0] if low[0] in "$£€¥" else low
    for form in (low, flipped):
        if form in known and len(form) > 1:
            return Money(i, end, *known[form])
        code = form[:-1].upper()
        if form.endswith("$") and code in _codes():
            return Money(i, end, code)
    return None


def _of_sign(sign: str, i: int, end: int) -> Money | None:
    listed = _names().get(sign)
    if listed is not None:
        return Money(i, end, *listed)
    if sign.isascii() or unicodedata.category(sign) != "Sc":
        return None
    code = _signs().get(sign) or _home_signs().get(sign)
    return Money(i, end, code) if code else None


def after_number(words: Words, i: int) -> Money | None:
    """The currency word or sign at token `i`, after a number: "yen", "million US dollars", "p", "SEK", "€"."""
    token, start = words[i], i
    if token.low == "-" and token.glued and words[i + 1].kind == "word":
        i, token = i + 1, words[i + 1]
    if token.kind == "sign":
        if (
            token.text in {"$", "£", "€"}
            and words[i + 1].kind == "number"
            and not (token.glued and not words[i + 1].glued)
        ):
            return None  # it belongs to the next number
        return _of_sign(token.text, start, i + 1)
    if token.kind != "word":
        return None
    return _short_sign(words, start, i) or _long_name(words, start, i)


def _short_sign(words: Words, start: int, i: int) -> Money | None:
    token = words[i]
    if token.text in {"p", "c"}:
        after = words[i + 1]
        ends = after.kind != "word" or not after.glued
        if (
            not ends
            or token.text == "c"
            and not token.glued
            or after.low == "."
            and words[i + 2].glued
            and words[i + 2].text in {"m", "c"}
        ):
            return None
        return Money(start, i + 1, "£" if token.text == "p" else "cent", 100)
    if token.text.isupper() and len(token.text) == 3 and token.text in _codes() and token.text not in _ALSO_WORDS:
        return Money(start, i + 1, token.text)
    return None


def _is_other_word(text: str) -> bool:
    """True for a short name of money that is more often another word ("mark", "re", "NIS" apart)."""
    low = text.lower()
    if low in {"re", "fr", "real"}:
        return True
    if low == "sen":
        return not text.islower()  # "Sen." is a senator
    return low in {"nis", "rub", "mark"} and not text.isupper()


def _long_name(words: Words, start: int, i: int) -> Money | None:
    """A name of one to four words, the longest that is known."""
    names = _names()
    for width in (4, 3, 2, 1):
        name = " ".join(words.lows(i, i + width)).replace("u.s.", "us")
        name = name.replace("dlr", "dollar")  # "Canadian dlrs", as cables have it
        if name in names and words[i + width - 1].kind == "word" and (width > 1 or len(name) > 2):
            code, parts = names[name]
            if width == 1 and _is_other_word(words[i].text):
                continue
            return Money(start, i + width, code, parts)
    first, second = words.low(i), words.low(i + 1)
    if second in {"dollar", "dollars"} and first in _US | {"american", "united"}:
        return Money(start, i + 2, "USD")
    if (
        second in {"pounds", "pound"}
        and first in {"sterling", "british", "uk"}
        or first in {"pounds", "pound"}
        and second == "sterling"
    ):
        return Money(start, i + 2, "GBP")
    return None
