"""Loads the word lists in `lexicons/` and checks them. A leaf of the package.

A `.txt` list holds one term a line; a `.tsv` one holds columns. The first line is a comment that says what belongs there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import cache, lru_cache
from importlib import resources


def _lines(file: str) -> list[str]:
    text = (resources.files("extractor") / "lexicons" / file).read_text("utf-8")
    lines = text.splitlines()
    if not lines or not lines[0].startswith("#"):
        raise ValueError(f"extractor/lexicons/{file}: the first line must be a comment that says what belongs there")
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


@cache
def terms(name: str) -> frozenset[str]:
    """The terms of `lexicons/<name>.txt`, case-folded."""
    return frozenset(line.casefold() for line in _lines(f"{name}.txt"))


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `lexicons/<name>.tsv`, in file order, cells stripped, empty cells kept."""
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in _lines(f"{name}.tsv"))


@cache
def keyed(name: str) -> dict[str, str]:
    """The rows of a long table by their first cell, the rest of each not taken apart: thousands are read at start."""
    text = (resources.files("extractor") / "lexicons" / f"{name}.tsv").read_text("utf-8")
    return dict(line.split("\t", 1) for line in text.split("\n")[1:-1])


def any_of(phrases: Iterable[str]) -> str:
    """A regular expression for any of the phrases, the longest first, with any white space or hyphen between words.

    Those with the same first letter stand together, so that few need to be tried at each letter of a text.
    """
    groups: dict[str, list[str]] = {}
    for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)):
        groups.setdefault(phrase[:1].casefold(), []).append(phrase)
    return "(?:" + "|".join(map(_of_one_letter, groups.values())) + ")"


def _of_one_letter(phrases: list[str]) -> str:
    letters = {phrase[:1] for phrase in phrases}
    if len(phrases) == 1 or len(letters) > 1:
        return "|".join(map(_spaced, phrases))
    return _spaced(letters.pop()) + "(?:" + "|".join(_spaced(phrase[1:]) for phrase in phrases) + ")"


def _spaced(phrase: str) -> str:
    return re.escape(phrase).replace(r"\ ", r"[\s-]")


_WORD = re.compile(r"\w+")


@lru_cache(maxsize=256)
def words_of(text: str) -> list[tuple[str, int]]:
    """The words of a text, in small letters, with where they begin: many tables are asked of each sentence of an article."""
    return [(word.group().casefold(), word.start()) for word in _WORD.finditer(text)]


class Phrases:
    """Finds any of many phrases, whatever their case: by their first words, not by trying every phrase at every letter.

    `before` and `after` are what a regular expression must find at their ends.
    """

    def __init__(self, phrases: Iterable[str], before: str = r"\b", after: str = r"\b") -> None:
        self.before, self.after = before, after
        self.by_first: dict[str, list[str]] = {}
        for phrase in phrases:
            if first := _WORD.match(phrase):
                self.by_first.setdefault(first.group().casefold(), []).append(phrase)
        self.patterns: dict[str, re.Pattern[str]] = {}

    def _pattern(self, first: str) -> re.Pattern[str]:
        """The expression of the phrases with a first word; compiled when that word is first met, as most never are."""
        pattern = self.patterns.get(first)
        if pattern is None:
            pattern = self.patterns[first] = re.compile(self.before + any_of(self.by_first[first]) + self.after, re.IGNORECASE)
        return pattern

    def may_be_among(self, words: Set[str]) -> bool:
        """False if no phrase begins with one of some words, which are in small letters."""
        return not self.by_first.keys().isdisjoint(words)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in a text, in order and apart."""
        reach = 0
        by_first = self.by_first
        for first, start in words_of(text):
            if first in by_first and start >= reach:
                found = self._pattern(first).match(text, start)
                if found:
                    reach = found.end()
                    yield found

    @lru_cache(maxsize=1)  # noqa: B019 # the few tables stay for good
    def found(self, text: str) -> tuple[re.Match[str], ...]:
        """All matches in a text, kept for those who ask of the same one right after."""
        return tuple(self.finditer(text))

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a text."""
        return next(self.finditer(text), None)


_DOUBLED = frozenset({"quit"})  # last letter doubled against the rule
_THIRD = {"have": "has"}  # third person


@cache
def _irregular() -> dict[str, list[str]]:
    return {verb: past for verb, *past in rows("irregular_verbs")}


def verb_forms(lemma: str) -> set[str]:
    """The forms of a verb in news text: "sell" gives sell, sells, selling, sold; "take" took and taken too.

    >>> sorted(verb_forms("ship"))
    ['ship', 'shipped', 'shipping', 'ships']
    """
    if lemma == "be":
        return {"is", "are", "was", "were", "be", "been", "being"}
    stem = lemma
    if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")):
        stem = lemma[:-1]
    elif lemma in _DOUBLED or re.search(r"^(?:be|com|sub|ad|per)?(?:qu|[^aeiou])*[aeiou][bdgmnpt]$", lemma):
        # the stressed last syllable: "shipping", "committed", but "targeting"
        stem = lemma + lemma[-1]
    s = _THIRD.get(lemma, lemma + ("es" if re.search(r"(?:s|x|z|ch|sh|[^aeiou]o)$", lemma) else "s"))
    past = _irregular().get(lemma) or [stem.removesuffix("e") + "ed"]
    british = {lemma + "led", lemma + "ling"} if re.search(r"[^aeiou][aeiou]l$", lemma) else set()  # "totalled"
    if re.search(r"[^aeiou]y$", lemma):
        s = lemma[:-1] + "ies"
        past = past if lemma in _irregular() else [lemma[:-1] + "ied"]
    ing = lemma[:-2] + "y" if lemma.endswith("ie") else stem  # "tying"
    return {lemma, s, ing + "ing", *past, *british}


def forms_of(*verbs: str) -> frozenset[str]:
    """The forms of several verbs, each as `verb_forms` gives them."""
    return frozenset().union(*map(verb_forms, verbs))
