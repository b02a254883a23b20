"""Reads the noun that a number counts: "30,154 new cars, trucks and SUVs" counts cars.

Without a parser: the head is the first plural noun of the phrase, which a preposition, verb or stop ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extractor.lexicon import terms
from extractor.mentions.words import SMALL_NUMBERS, Words, bag

_IRREGULAR = {
    "people": "people",
    "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
    "mice": "mouse", "geese": "goose", "oxen": "ox", "lives": "life", "wives": "wife", "knives": "knife",
    "leaves": "leaf", "wolves": "wolf", "shelves": "shelf", "halves": "half",
    "loaves": "loaf", "thieves": "thief", "calves": "calf",
    "data": "data", "media": "media", "criteria": "criterion", "buses": "bus", "gases": "gas", "movies": "movie",
    "cookies": "cookie", "ties": "tie", "pies": "pie", "calories": "calorie", "selfies": "selfie", "zombies": "zombie",
    "shoes": "shoe", "horseshoes": "horseshoe", "crises": "crisis", "analyses": "analysis", "bonuses": "bonus",
    "viruses": "virus", "campuses": "campus", "lenses": "lens", "pluses": "plus", "theses": "thesis", "aches": "ache",
    "avalanches": "avalanche", "caches": "cache", "axes": "axe", "smartwatches": "smartwatch",
}  # fmt: skip
_ES = re.compile(r"(?:ss|sh|ch|x|zz|[^aeiou]o)es$")
_KEEPS_E = frozenset({"shoes", "toes", "canoes", "heroes"})
# function words that stand inside a noun phrase where a plural noun follows soon ("new and used cars")
_INNER = bag("and or less further straight left most used based last next previous")
_LONGEST = 9  # words from the number to the head noun


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun phrase at the tokens `start..end`; `lemma` is its head in the singular."""

    start: int
    end: int
    text: str
    lemma: str


@lru_cache(maxsize=4096)
def lemma(word: str) -> str:
    """The singular of a plural noun, in lower case unless it is a name or an abbreviation.

    >>> lemma("smartphones"), lemma("SUVs"), lemma("companies"), lemma("branches"), lemma("people")
    ('smartphone', 'SUV', 'company', 'branch', 'people')
    """
    low = word.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low.endswith("men") and len(low) > 4:
        return word[:-3] + "man"
    if not is_plural(word) or low in terms("quantity_plurals"):
        return word
    if low.endswith("ies") and len(low) > 4:
        return word[:-3] + "y"
    if _ES.search(low) and low not in _KEEPS_E:
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=4096)
def is_plural(word: str) -> bool:
    """True for a word that looks like a plural noun."""
    low = word.lower()
    if low in terms("quantity_plurals") or low in _IRREGULAR or low.endswith("men") and len(low) > 4:
        return True
    if (
        not low.endswith("s")
        or len(low) < 3
        or low.endswith(("ss", "us", "is", "'s"))
        or low in terms("quantity_singulars")
    ):
        return False
    return low not in terms("quantity_stops")


def read_noun(words: Words, i: int, *, one: bool = False) -> Noun | None:
    """The noun phrase counted by a number that ends before token `i`; `one`: the number is 1, the noun singular."""
    hyphen = words.low(i) == "-" and words[i].glued and words[i + 1].glued and words[i + 1].kind == "word"
    if hyphen:
        return _attribute(words, i)
    if words.low(i) == "of":
        return _of_phrase(words, i)
    return _phrase(words, i, one)


def _attribute(words: Words, i: int) -> Noun | None:
    """The noun hyphened to its number ("an 11-member pact")."""
    word = words[i + 1]
    if word.low in terms("quantity_stops") or len(word.text) < 3:
        return None
    return Noun(i, i + 2, word.text, lemma(word.text).lower() if not word.text.isupper() else word.text)


def _of_phrase(words: Words, i: int) -> Noun | None:
    """Reads "100 of the iconic models", "two of Acme's plants"."""
    j = i + 1
    if words.low(j) in {"the", "its", "their", "his", "her", "our", "my", "these", "those", "all", "such"}:
        j += 1
    noun = _phrase(words, j, False, possessive=True)
    if noun is None or noun.end - noun.start > 5:
        return None
    return Noun(i, noun.end, noun.text, noun.lemma)


# "below the 300,000 analysts had expected": they are not counted
_WATCHERS = frozenset({"analysts", "brokers", "economists", "forecasters", "investors"})
_WATCHED = frozenset("are estimated expect expected forecast had have polled predicted projected surveyed were".split())


def _phrase(words: Words, i: int, one: bool, *, possessive: bool = False) -> Noun | None:
    """The phrase from token `i` to its head, the first plural noun that no other noun follows."""
    if words.low(i) in _WATCHERS and words.low(i + 1) in _WATCHED:
        return None
    for j in range(i, i + _LONGEST):
        token = words[j]
        if _is_plural_number(words, j):
            return Noun(i, j + 2, words.between(i, j + 2), token.text)
        if token.kind == "number":
            if j > i and (name := _model(words, i, j)) is not None:
                return name
            if j == i or not token.text.isdigit() or words[j - 1].low in {",", "and", "-"}:
                return None
        elif token.kind != "word":
            if not _joins(words, i, j):
                return None
        elif _ends_phrase(words, i, j) or token.low in SMALL_NUMBERS and j == i and is_plural(words[j + 1].text):
            return None  # "8.9 billion six months earlier"
        elif _is_possessive(words, j):
            owner = token.text.removesuffix("'s")
            if not possessive:
                return _made(words, i, j, owner) if is_plural(owner) else None
        elif one and j == i and not is_plural(token.text) or _is_head(words, j):
            return _made(words, i, j, token.text)
    return None


def _joins(words: Words, i: int, j: int) -> bool:
    """True if the sign at `j` stands inside a noun phrase: a hyphen, an ampersand, a comma between adjectives."""
    token = words[j]
    if token.text == "&" or token.text == "-" and token.glued and words[j + 1].glued or token.text == "/" and j > i:
        return True
    return token.text in {",", '"', "'", "“"} and j > i and words[j - 1].kind == "word" and _list_goes_on(words, j)


def _ends_phrase(words: Words, i: int, j: int) -> bool:
    """True if the word at `j` is none of the phrase: a function word, an adverb, a verb, or on another line."""
    token, after = words[j], words[j + 1]
    if "\n" in words.text[words[j - 1].end : token.start]:
        return True
    if token.low not in terms("quantity_stops") or len(token.text) == 1 and after.kind == "number" and after.glued:
        return False
    if token.low == "straight" and j == i and is_plural(after.text):
        return False  # "40 straight quarters"
    if token.low == "other" or j == i and token.low in {"more", "such"} or token.low == "paid" and is_plural(after.text):
        return False
    return not (j > i and token.low in _INNER and _list_goes_on(words, j))


def _is_possessive(words: Words, j: int) -> bool:
    token, after = words[j], words[j + 1]
    return token.low.endswith(("'s", "'")) or after.low == "'" and after.glued and is_plural(token.text)


def _is_head(words: Words, j: int) -> bool:
    """True for a plural noun that no noun follows ("sports cars") and no hyphen ("sales-based")."""
    if not is_plural(words[j].text) or words.low(j + 1) == "-" and words[j + 1].glued and words[j + 2].glued:
        return False
    return not (words.low(j) in terms("quantity_modifying_plurals") and _noun_goes_on(words, j))


def _is_plural_number(words: Words, j: int) -> bool:
    """True for "757s": a product that is known by its number alone."""
    plural = words[j].kind == "number" and words[j + 1].low == "s" and words[j + 1].glued
    return plural and words[j].text.isdecimal() and len(words[j].text) >= 3 and not words[j - 1].capital


def _model(words: Words, i: int, j: int) -> Noun | None:
    """A product counted by its name and number: "15 Borealis B350s", "63,150 Model 3s"."""
    first = j - 1
    while first > i and words[first - 1].capital:
        first -= 1
    many = words[j + 1].low == "s" and words[j + 1].glued
    if not (words[j - 1].capital and many and (words[j].glued or first == i)):
        return None
    singular = words.text[words[first].start : words[j].end]
    return Noun(i, j + 2, words.between(i, j + 2), singular)


def _list_goes_on(words: Words, j: int) -> bool:
    """True if the comma or "and" at `j` joins adjectives ("new and used cars"), a plural noun following soon."""
    for k in range(j + 1, j + 4):
        if words[k].kind != "word" or words.low(k) in terms("quantity_stops") and words.low(k) not in {"used", "other"}:
            return False
        if is_plural(words[k].text):
            return True
    return False


def _noun_goes_on(words: Words, j: int) -> bool:
    after = words[j + 1]
    if after.kind == "word" and after.low not in terms("quantity_stops") and not is_plural(after.text):
        after = words[j + 2]  # "sports utility vehicles"
    return after.kind == "word" and is_plural(after.text) and after.low not in terms("quantity_stops")


def _in_headline(words: Words, start: int, head: int) -> bool:
    """True if the phrase stands among capitals that are those of a headline, not of names."""
    before = start - 1
    while before > start - 4 and (
        words[before].kind == "number" or words.low(before) in {"million", "billion", "thousand"}
    ):
        before -= 1
    capitals = all(words[k].capital for k in range(start, head + 1) if words[k].kind == "word")
    scale = before < start - 2 and words[start - 1].capital
    return capitals and (scale or words[before].capital or words.sentence_start(before + 1))


def _made(words: Words, start: int, head: int, word: str) -> Noun:
    """The noun with its head at `head`; the phrase as written takes in what is listed with it ("cars and SUVs")."""
    singular = lemma(word)
    if not any(char.isupper() for char in singular[1:]) and _in_headline(words, start, head):
        singular = singular.lower()
    end = head + 1
    listed = whole = end
    for _ in range(4):
        k = listed
        if words.low(k) == ",":
            k += 1
        joined = words.low(k) in {"and", "or", "&"}
        if joined:
            k += 1
        if k == listed:
            break
        while (
            k < listed + 4
            and words[k].kind == "word"
            and words.low(k) not in terms("quantity_stops")
            and not is_plural(words[k].text)
        ):
            k += 1
        if words[k].kind != "word" or not is_plural(words[k].text):
            break
        if words[k].capital and not words[head].capital and not words[k].text[:-1].isupper():
            break  # "new cars, Brussels-based Acme said"
        listed = k + 1
        # commas alone make no list: "300 rooms, signed agreements for more"
        whole = listed if joined else whole
    return Noun(start, end, words.between(start, whole), singular)
