"""Reads inputs of every format to articles, one at a time, with an error in the place of each that cannot be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import IO, Protocol

from extractor.article import Article
from extractor.errors import ArticleError, UsageError
from extractor.readers import remote
from extractor.readers.check import LONGEST, check_text
from extractor.readers.formats import FORMATS, reader, recognise
from extractor.readers.item import Item
from extractor.readers.source import Found, opened
from extractor.readers.walk import File, walk


class Observer(Protocol):
    """Follows the reading of inputs, file by file."""

    def begins(self, name: str) -> bool:
        """A file, or what stands in its place, is next; False passes over it."""

    def opened(self, file: IO[bytes]) -> None:
        """The file is one on disk, and may be asked how far it has been read."""

    def ended(self) -> None:
        """The file that was opened has been read."""


def read_inputs(
    inputs: Iterable[str],
    published: dt.date | None = None,
    *,
    input_format: str | None = None,
    any_language: bool = False,
    max_characters: int | None = LONGEST,
) -> Iterator[Article | ArticleError]:
    """The articles of `read_items`, or their errors, without the positions."""
    for item in read_items(
        inputs, published, input_format=input_format, any_language=any_language, max_characters=max_characters
    ):
        one = item.article or item.error
        assert one is not None
        yield one


def read_items(
    inputs: Iterable[str],
    published: dt.date | None = None,
    *,
    input_format: str | None = None,
    any_language: bool = False,
    max_characters: int | None = LONGEST,
    observer: Observer | None = None,
) -> Iterator[Item]:
    """The articles of files, folders, addresses and `-`, in the order given, folders sorted by name; errors in their places.

    `published` dates the articles that carry no date of their own. `input_format` (one of FORMATS) is for files whose
    name and content do not tell it, and takes every file of a folder. An article in another language than English is
    an error of the class Skipped, unless `any_language`; one over `max_characters` is an error, unless that is None.
    An `observer` is told of every file, and may pass over it.
    Raises UsageError for an unknown format.
    """
    if input_format is not None and input_format not in FORMATS:
        raise UsageError(f"no such input format {input_format!r}; there are {', '.join(FORMATS)}")
    for name in inputs:
        walked = remote.walk if remote.is_address(name) else walk
        for file in walked(name, every=input_format is not None):
            if observer is not None and not observer.begins(file.name if isinstance(file, File) else file[0]):
                continue
            if not isinstance(file, File):
                yield Item(file[0], error=file[1])
                continue
            for place, one in _guarded(file, input_format, observer):
                item = Item(file.name, place)
                if isinstance(one, Article):
                    yield _checked(item, one, published, any_language, max_characters)
                else:
                    yield replace(item, error=one)
            if observer is not None:
                observer.ended()


def _checked(
    item: Item, article: Article, published: dt.date | None, any_language: bool, max_characters: int | None
) -> Item:
    try:
        check_text(article.text, item.where, max_characters=max_characters, any_language=any_language)
    except ArticleError as error:
        return replace(item, error=error)
    if article.published is None and published is not None:
        article = replace(article, published=published)
    return replace(item, article=article)


def _guarded(file: File, input_format: str | None, observer: Observer | None) -> Iterator[Found]:
    """What a file holds; what ends its reading early is yielded in the end."""
    watch = observer.opened if observer is not None else None
    try:
        with opened(file.path, file.name, file.stem, watch, file.open) as source:
            yield from reader(input_format or recognise(source, file.format))(source)
    except ArticleError as error:
        yield "", error
    except FileNotFoundError:
        yield "", ArticleError(f"{file.name}: no such file or folder")
    except OSError as error:
        yield "", ArticleError(f"{file.name}: cannot be read: {error.strerror or error}")
    except RecursionError:
        yield "", ArticleError(f"{file.name}: is nested too deep to be an article")
