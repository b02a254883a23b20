"""Loads the word lists in `lexicons/` and checks them. A leaf of the package.

A `.txt` list holds one term a line; a `.tsv` one holds columns. The first line is a comment that says what belongs there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
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


def any_of(phrases: Iterable[str]) -> str:
    """A regular expression for any of the phrases, the longest first, with any white space or hyphen between words."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"[\s-]") for phrase in ordered) + ")"
