"""Reads a file of dead letters in the place of inputs, to try again what failed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from extractor.batch.task import article_of
from extractor.errors import ArticleError, UsageError
from extractor.readers.check import LONGEST, check_text
from extractor.readers.item import Item

Found = tuple[str, int, Item]
Read = Callable[[list[str], str | None], Iterator[tuple[str, Item]]]
"""Reads inputs, of which only one file if it is named; `extractor.batch.reading` has two ways to."""



def read_letters(path: str, read: Read, any_language: bool) -> Iterator[Found]:
    """What the dead letters of a file are about: input, ordinal and article, or why it still cannot be read.

    An article that could be read stands in its letter. For the others `read` (of an input and one file in it) reads
    the file again, and the letter's position picks the article; where the whole rest of a file could not be read, all
    that comes now after what was read then is taken. Raises UsageError for a file that holds no dead letters.
    """
    try:
        file = Path(path).open(encoding="utf-8")  # noqa: SIM115 - it is entered two lines on
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from None
    with file:
        for number, line in enumerate(file, 1):
            try:
                letter = json.loads(line)
                found = [letter[key] for key in ("input", "file", "position", "ordinal", "article")]
            except (ValueError, KeyError, TypeError):
                raise UsageError(f"{path}: line {number}: is no dead letter of a run") from None
            yield from _tried(letter, read, any_language) if found[-1] is None else [_written(letter, any_language)]


def _written(letter: dict[str, Any], any_language: bool) -> Found:
    """An article as it stands in its letter."""
    item = Item(letter["file"], letter["position"], article_of(letter["article"]))
    assert item.article is not None
    try:
        check_text(item.article.text, item.where, max_characters=LONGEST, any_language=any_language)
    except ArticleError as error:
        item = Item(item.file, item.place, error=error)
    return letter["input"], letter["ordinal"], item


def _tried(letter: dict[str, Any], read: Read, any_language: bool) -> Iterator[Found]:
    if letter["input"] == "-":
        error = ArticleError(f"{letter['file']}: {letter['position']}: standard input cannot be read again")
        yield letter["input"], letter["ordinal"], Item(letter["file"], letter["position"], error=error)
        return
    for ordinal, (_, item) in enumerate(read([letter["input"]], letter["file"])):
        if letter["position"]:
            if item.place == letter["position"]:
                yield letter["input"], ordinal, item
                return
        elif ordinal >= letter["ordinal"]:
            yield letter["input"], ordinal, item
