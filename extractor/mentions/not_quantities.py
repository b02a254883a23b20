"""Tells the numbers that are no quantities: dates, times, phone numbers, scores, names, labels, addresses, tickers.

`skip(words, i)` answers the token after such a number at token `i`, or `i` if it may be a quantity.
"""

from __future__ import annotations

import calendar

from extractor.lexicon import terms
from extractor.mentions import units
from extractor.mentions.counted import is_plural
from extractor.mentions.numerals import is_mixed
from extractor.mentions.words import END, Words, bag

_MONTHS = frozenset([name.lower() for name in [*calendar.month_name, *calendar.month_abbr] if name] + ["sept"])
_WORDS_TOO = frozenset({"may", "march", "mar", "dec", "jan", "sun"})
_GENERATIONS = frozenset("GDKECXRSiPHQTAFI")  # 5G, 3D, 4K, 3i: one letter that makes a name of a number
_SCREEN_LINES = frozenset({"480", "720", "1080", "1440", "2160"})
_CONTESTS = bag("defeat defeats victory win wins draw loss lead vote ruling decision score record tie scoreline series")
_HEDGES = bag("than about over some nearly almost approximately roughly least above around")
_ZONES = bag("am pm a.m. p.m. gmt utc est edt pst pdt cet cest bst ist et hrs o'clock noon")
_YEAR_CUES = bag(
    "in since by until till of from before after during between through early late mid to and around "
    "circa the year fiscal calendar fy cy model season"
)


def is_month(words: Words, i: int) -> bool:
    """True for the name of a month; "may" and "march" count only with a capital."""
    token = words[i]
    return token.low in _MONTHS and (token.capital or token.low not in _WORDS_TOO)


def is_year(text: str) -> bool:
    """True for four digits that can be a year the news speaks of."""
    return len(text) == 4 and text.isdecimal() and 1500 <= int(text) <= 2100


def skip(words: Words, i: int) -> int:
    """The token after the number at `i` that is no quantity, or `i`."""
    token = words[i]
    if token.kind != "number":
        return i
    for rule in (
        _after_letters,
        _before_letters,
        _before_sign,
        _phone,
        _date,
        _time,
        _address,
        _chain,
        _named_by_word_before,
        _year,
    ):
        end = rule(words, i)
        if end > i:
            return end
    return i


def _after_letters(words: Words, i: int) -> int:
    """S8, G70, V-6, #5, '14: letters or a sign before the digits, in one word."""
    token, before, first = words[i], words[i - 1], words[i - 2]
    if not token.glued:
        return i
    if before.kind == "word" or before.low in {"#", "№", "@", "_", "\\"}:
        return i + 1
    if before.low == "'" and len(token.text) == 2 or before.low in {"+", "-"} and first.low in {"gmt", "utc"}:
        return i + 1
    if before.low not in {"-", "–"} or not before.glued or first.low in {"to", "sub", "than", "over", "under"}:
        return i
    lettered = first.kind == "word" and words[i - 3].kind != "number"
    coded = first.kind == "number" and first.glued and words[i - 3].kind == "word"
    return past_joined(words, i) if lettered or coded else i


def _before_letters(words: Words, i: int) -> int:
    """10th, 5G, 4K, 1990s, 1080p, 24m212, 757-200LR, 401(k): letters after the digits, in one word."""
    token, after, then = words[i], words[i + 1], words[i + 2]
    if after.low == "th" or token.text == "401" and after.low in {"k", "("} and "k" in {after.low, then.low}:
        return i + 2
    if not after.glued:
        return i
    if after.low in {"st", "nd", "rd"} or after.low == "s" and token.text.isdecimal():
        return i + 2
    if after.text in _GENERATIONS and not (after.text in {"C", "F", "K"} and len(token.text) > 1):
        return i + 2
    if token.text in _SCREEN_LINES and after.low in {"p", "i"} and words.low(i - 1) not in {"to", "from", "at", "of"}:
        return i + 2
    if after.kind == "word" and then.glued and then.kind == "number":
        return i + 3
    if after.low == "-" and then.glued and then.kind == "number" and words[i + 3].glued and words[i + 3].capital:
        return i + 4 if not _measured(words, i + 3) and words[i + 3].text not in {"M", "B", "K"} else i
    return i


def _before_sign(words: Words, i: int) -> int:
    """6764.T, 3-Series: a ticker, or a name that a hyphen joins to its number."""
    token, sign, word = words[i], words[i + 1], words[i + 2]
    if not (sign.glued and word.glued and word.kind == "word"):
        return i
    if sign.low == "." and word.text.isupper() and len(word.text) <= 3:
        return i + 3
    if sign.low == "-" and len(word.text) == 1 and word.text in {"K", "Q", "F"}:
        return i + 3  # the forms 8-K and 10-Q
    series = sign.low == "-" and word.capital and word.low in {"series", "class", "eleven", "up"}
    return i + 3 if series and len(token.text) < 3 else i


def _phone(words: Words, i: int) -> int:
    """Reads "+44 20 7946 0958", "0800 123 456"."""
    code = words[i - 1].low == "+" and words[i].glued or words[i].text.startswith("0") and words[i].text.isdecimal()
    j = i + 1
    while code and j < i + 9 and _phone_goes_on(words, j):
        j += 1
    if code and (j >= i + 3 or j == i + 2 and words[i].text.startswith("0")):
        return j
    zeros = words[i].text.startswith("0") and words[i].text.isdecimal() and len(words[i].text) > 1
    return i + 1 if zeros else i


def _phone_goes_on(words: Words, j: int) -> bool:
    if words[j].kind == "number":
        return words[j].text.replace(" ", "").isdecimal()
    return words[j].low in {"-", "(", ")"} and words[j + 1].kind == "number"


def past_joined(words: Words, i: int) -> int:
    """Past a number and what hyphens join to it."""
    j = i + 1
    while j < i + 12 and words[j].glued and words[j].low in {"-", "/"} and words[j + 1].glued:
        j += 2
    return j


def _date(words: Words, i: int) -> int:
    """Reads "July 1", "1 July 2014", "July 1, 2014", "1 and 2 May", "5/17/2018", "2014-05-17"."""
    token = words[i]
    whole = token.text.isdecimal()
    if whole and len(token.text) <= 2 and int(token.text) <= 31:
        before = i - 1 - (words.low(i - 1) == ".") - (words.low(i - 1) == "the")
        if is_month(words, before) or is_month(words, before - 1) and words[before].low == ".":
            return _date_tail(words, i + 1)
        after = i + 1 + (words.low(i + 1) == "of")
        if is_month(words, after) and not words[i + 1].glued:
            end = after + 1 + (words.low(after + 1) == ".")
            return end + (words[end].kind == "number" and is_year(words[end].text))
        if words.low(i + 1) in {"-", "–", "and", "to"} and words[i + 2].text.isdecimal() and is_month(words, i + 3):
            return i + 4
    if (
        whole
        and len(token.text) == 4
        and is_month(words, i - 1 - (words.low(i - 1) == ".") - (words.low(i - 1) in {"of", ","}))
        and is_year(token.text)
    ):
        return i + 1
    if (
        whole
        and words.low(i + 1) in {"/", "-", "."}
        and words[i + 1].glued
        and words[i + 2].glued
        and words[i + 2].text.isdecimal()
    ):
        if (
            words.low(i + 3) == words.low(i + 1)
            and words[i + 3].glued
            and words[i + 4].glued
            and words[i + 4].kind == "number"
        ):
            end = i + 5
            return end + 1 if words[end].glued and words[end].kind == "word" else end
        if is_year(token.text) and words.low(i + 1) in {"/", "-"} and len(words[i + 2].text) == 2:
            return i + 3
    return i


def _date_tail(words: Words, i: int) -> int:
    """Past ", 2014", "-15" and "and 16" after the day of a month."""
    if (
        words.low(i) in {"-", "–", "and", "to", "/"}
        and words[i + 1].text.isdecimal()
        and len(words[i + 1].text) <= 2
        and words[i + 2].low not in {"%", "percent", "million", "billion"}
    ):
        i += 2
    if words.low(i) in {",", "of"} and words[i + 1].kind == "number" and is_year(words[i + 1].text):
        return i + 2
    return i + 1 if words[i].kind == "number" and is_year(words[i].text) else i


def _time(words: Words, i: int) -> int:
    """Reads "11:30", "10.45pm", "7 a.m.", "0930 GMT"."""
    j = i + 1
    if words.low(j) == ":" and words[j].glued and words[j + 1].glued and words[j + 1].kind == "number":
        j += 2
        while words.low(j) == ":" and words[j].glued and words[j + 1].kind == "number":
            j += 2
        return j + 1 if words.low(j) in _ZONES else j
    if (
        words.low(j) in _ZONES
        and words.low(j) != "hrs"
        and (words.low(j) not in {"et", "est", "ist"} or words[j].text.isupper())
    ):
        return j + 1
    if words.low(j) in {"a", "p"} and words.low(j + 1) == "m" and words[j + 1].glued:
        return j + 2
    return i


def _chain(words: Words, i: int) -> int:
    """Phone numbers, versions and scores: "555-123-4567", "1.0.2", "3-1", "6-4"."""
    if is_mixed(words, i):
        return i
    parts, j, sign = [words[i].text], i + 1, ""
    if words.low(j) == "-" and words.low(j + 1) in {"for", "to"} and words.low(j + 2) == "-":
        if words.low(j + 1) == "for" or words.low(j + 3) == "1":
            return j + 4  # a "3-for-1 split", "10-to-1 odds"
        return i
    if words.low(j) in {"-", "–"} and not words[j].glued and _is_goal(words[i].text) and _is_goal(words[j + 1].text):
        return j + 2 if not words[j + 1].glued and _ends_phrase(words, j + 2) or words[j + 2].capital else i
    while (
        words[j].glued and words[j].low in {"-", "–", ".", "/"} and words[j + 1].glued and words[j + 1].kind == "number"
    ):
        parts.append(words[j + 1].text)
        sign = sign or words.low(j)
        j += 2
    if len(parts) >= 3 or len(parts) == 2 and sign == ".":
        return j
    if words.low(i + 1) == ")" and _is_goal(words[i].text) and all(words.low(k) != "(" for k in range(i - 8, i)):
        return i + 1  # "1) the first of a list"
    if len(parts) == 2 and all(part.isdecimal() and len(part) < 15 for part in parts) and sign in {"-", "–"}:
        first, second = map(int, parts)
        if len(parts[0]) == 3 and len(parts[1]) == 4 and words.low(j) not in {"%", "percent"}:
            return j
        if is_year(parts[0]) and (is_year(parts[1]) or len(parts[1]) == 2):
            return j
        plain_score = first < 150 and second < 150 and _ends_phrase(words, j)
        if (
            first >= second
            and first < 200
            and words[j].low not in {"%", "percent"}
            or plain_score
            and first <= 9
            and second <= 9
        ):
            return j
    if len(parts) == 2 and sign == "/" and parts in (["9", "11"], ["24", "7"], ["50", "50"]):
        return j
    return i


def _is_goal(text: str) -> bool:
    return text.isdecimal() and len(text) <= 2 and int(text) < 20


def _ends_phrase(words: Words, j: int) -> bool:
    token = words[j]
    return (
        token is END
        or token.low in _CONTESTS
        or token.kind == "sign"
        and token.low not in {"%", "$", "€", "£", "-"}
        or token.low in terms("quantity_stops")
    )


def _named_by_word_before(words: Words, i: int) -> int:
    """Past a name or label with its number: "Borealis 2", "page 5", "No. 3"."""
    token, before = words[i], words[i - 1]
    if token.glued and before.low not in {"."}:
        return i
    plain = token.text.isdecimal() or token.text.replace(".", "", 1).isdecimal() and len(token.text) <= 4
    label = words.low(i - 2) if before.low == "." else before.low
    if plain and (
        before.low == "."
        and label in {"no", "nos", "vol", "fig", "art", "sec", "pp", "p", "ch"}
        or before.low in {"no", "number", "nos"}
        and words[i - 2].low != "a"
    ):
        return i + 1 if not _measured(words, i + 1) else i
    if not plain or before.kind != "word" or "\n" in words.text[before.end : token.start]:
        return i
    if _measured(words, i + 1):
        return i
    if before.low in terms("quantity_labels") and not _counts(words, i + 1):
        return i + 1
    if (
        before.name_like
        and not before.low.endswith("'s")
        and not _function_word(words, i - 1)
        and not is_month(words, i - 1)
    ):
        headline = (
            before.low in terms("quantity_headline_verbs")
            or words[i + 1].capital
            and before.low.endswith("s")
            and _counts(words, i + 1)
            and words[i - 2].capital
        )
        return i if headline else _past_numbers(words, i)
    return i


def _past_numbers(words: Words, i: int) -> int:
    """Past a number and those joined to it: "787-9", "1.1.1"."""
    j = i + 1
    while words[j].low in {"-", "/", "."} and words[j].glued and words[j + 1].glued and words[j + 1].kind == "number":
        j += 2
    return j


def names(words: Words) -> frozenset[str]:
    """The numbers of three or four digits that the text uses in a name ("Boreal 757"): alone they are names too."""
    found = set()
    for i, token in enumerate(words.tokens):
        if token.kind == "number" and token.text.isdecimal() and 3 <= len(token.text) <= 4:
            before = words[i - 1]
            if before.name_like and not before.low.endswith("'s") and _named_by_word_before(words, i) > i:
                found.add(token.text)
    return frozenset(found)


def is_named(words: Words, i: int, known: frozenset[str]) -> bool:
    """True for a bare number at `i` that the text uses in a name."""
    token = words[i]
    bare = token.kind == "number" and words[i - 1].kind != "sign" and not _measured(words, i + 1)
    return bare and token.text in known


def _function_word(words: Words, i: int) -> bool:
    """True for a capital that only opens a sentence or a headline word: "About 61 million", "The 61 shops"."""
    low = words.low(i)
    if low in terms("quantity_headline_verbs") and words[i - 1].capital:
        return True
    return (
        low in terms("quantity_stops")
        or low
        in {
            "nearly",
            "roughly",
            "approximately",
            "only",
            "these",
            "total",
            "first",
            "top",
            "plus",
            "exactly",
            "fewer",
            "average",
            "median",
            "another",
            "founded",
            "employs",
            "selling",
            "sold",
            "up",
            "down",
        }
        and words.sentence_start(i)
    )


def _measured(words: Words, i: int) -> bool:
    """True if what follows makes the number before token `i` an amount: a percent sign, magnitude or money."""
    token = words[i]
    if token.low in {
        "%",
        "percent",
        "per",
        "pct",
        "million",
        "billion",
        "trillion",
        "thousand",
        "hundred",
        "bn",
        "mn",
        "m",
        "basis",
        "percentage",
        "crore",
        "lakh",
        "points",
        "cents",
        "pence",
        "dollars",
        "euros",
        "yen",
        "yuan",
        "kg",
        "km",
        "tonnes",
        "tons",
        "miles",
        "years",
        "months",
        "days",
        "hours",
        "times",
        "weeks",
    }:
        return True
    if token.kind != "word" and not (token.low == "-" and token.glued):
        return False
    if units.read_unit(words, i, digits=True) is not None and (len(token.text) > 1 or token.glued):
        return True
    if token.low in {"to", "-", "and"} and words[i + 1].kind == "number" and words[i + 1].glued == token.glued:
        return words.low(i + 2) in {"%", "percent", "million", "billion", "per", "pct", "basis"}
    return False


def _counts(words: Words, i: int) -> bool:
    return words[i].kind == "word" and is_plural(words[i].text)


def _address(words: Words, i: int) -> int:
    """Reads "49 Elm Ridge Road", "9 E 71st St"."""
    if not words[i].text.isdecimal():
        return i
    j = i + 1
    if words.low(j) in {"-", "–"} and words[j].glued and words[j + 1].text.isdecimal():
        j += 2
    if words[j].capital and words.low(j) in {"ave", "avenue", "rue", "via", "calle", "rua"} and words[j + 1].capital:
        return j + 2
    first = j
    while j < i + 8 and (words[j].capital or words[j].kind == "number" or words.low(j) in {"st", "th", "nd", "rd"}):
        if words.low(j) in terms("quantity_streets") and j > first and words[j].capital:
            return j + 1
        j += 1
    return i


def _year(words: Words, i: int) -> int:
    """A bare four-digit number that is a year: "in 2014", "2015 objectives", "between 1600 and 1900"."""
    token, after = words[i], words[i + 1]
    if not is_year(token.text) or _measured(words, i + 1):
        return i
    if words.low(i - 1) in _HEDGES:
        moved = words.low(i - 1) == "over" and words.low(i - 2) in terms("quantity_rising") | terms("quantity_falling")
        if moved and not _counts(words, i + 1):
            return i + 1  # "a 9 percent increase over 2012"
        named = {words.low(i - 2), words.low(i - 3)} & {"until", "till", "by", "in", "since", "before", "after"}
        return i + 1 if named and not _counts(words, i + 1) else i
    unit = units.read_unit(words, i + 1, digits=True)
    if (
        unit is not None
        and not unit.time
        and after.low != "m"
        or words[i - 1].kind == "sign"
        and words.low(i - 1) in {"$", "£", "€", "¥", "₹", "="}
    ):
        return i
    value = int(token.text)
    if (
        words.low(i - 1) in _YEAR_CUES
        or 1900 <= value <= 2060
        and not (value % 500 == 0 and value != 2000 and _counts(words, i + 1))
    ):
        if value == 2000 and _counts(words, i + 1) and words.low(i - 1) not in _YEAR_CUES:
            return i
        return i + 1
    return i
