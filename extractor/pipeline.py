"""From articles to claims: the whole path, with the spaCy pipeline kept loaded."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from extractor.article import Article, as_date
from extractor.errors import ArticleError
from extractor.record import Claim

if TYPE_CHECKING:
    from spacy.language import Language

    from extractor.document import Document
    from extractor.reading import Reading


_KEPT = 200


@contextmanager
def _without_collection() -> Iterator[None]:
    """Garbage is looked for after an article, not amid it, as what is made for an article lives to its end: a twentieth of the time."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


class Extractor:
    """Reads articles and yields their claims; loads the spaCy pipeline once.

    `model` names an installed spaCy pipeline; by default the pinned small English one is used. With `any_language`
    texts in other languages than English are read too, for what it is worth.
    """

    def __init__(self, model: str | None = None, *, any_language: bool = False) -> None:
        from extractor.model import load_model

        self.nlp: Language = load_model(model)
        self.any_language = any_language
        self._read = 0

    def extract(
        self,
        text: str,
        *,
        title: str | None = None,
        published: dt.date | str | None = None,
        id: str | None = None,
        url: str | None = None,
    ) -> list[Claim]:
        """The claims of one article, in the order of its text.

        `published` is a date or an ISO string; without it the date is inferred from the text where its cues fix it.
        Raises UsageError for a date that is none, ArticleError for a text that is empty, over-long or not English.
        """
        return self.claims(Article(text, title, as_date(published), id or "", url))

    def claims(self, article: Article, exhaustive: bool = False) -> list[Claim]:
        """The claims of an article; raises ArticleError for one that is empty, far too long or not English.

        A text over a million characters is worked in parts (see `extractor.long_text`), one over 32 million refused.
        `exhaustive` parses the sentences too that by the look of their words can hold no claim.
        """
        from extractor.readers.check import PART_CHARACTERS, check_text

        check_text(article.text, article.id or "the text", any_language=self.any_language)
        if len(article.text) <= PART_CHARACTERS:
            return self._claims(article, exhaustive)[0]
        from extractor.long_text import claims_in_parts

        # without an id the article is known by a hash of all its text
        whole = replace(article, id=article.key())
        return claims_in_parts(whole, PART_CHARACTERS, lambda part: self._claims(part, exhaustive))

    def _claims(self, article: Article, exhaustive: bool) -> tuple[list[Claim], dt.date | None]:
        """The claims of an article of bearable length, and the day it was dated to, if to one day."""
        self._read += 1
        # the words of the first articles stay, as they are the common ones; those of later articles are given up
        with _without_collection(), nullcontext() if self._read <= _KEPT else self.nlp.memory_zone():
            return self._assembled(article, exhaustive)

    def _assembled(self, article: Article, exhaustive: bool) -> tuple[list[Claim], dt.date | None]:
        # a function of its own: what it made is garbage when it ends, before the collector looks for some
        from extractor.assemble import assemble

        document, reading = self.read(article, exhaustive)
        dating = reading.dating
        return assemble(document, reading), dating.start if dating and dating.start == dating.end else None

    def read(self, article: Article, exhaustive: bool = False) -> tuple[Document, Reading]:
        """The article's document and its reading: everything up to the claims, for looking inside."""
        from extractor.document import parse
        from extractor.mentions.read import read

        document = parse(article, self.nlp, exhaustive)
        return document, read(document)

    def pipe(
        self, articles: Iterable[Article], on_error: Callable[[Article, ArticleError], None] | None = None
    ) -> Iterator[list[Claim]]:
        """The claims of each article, one list an article, in their order; articles are taken one at a time.

        An article that cannot be read raises ArticleError; with `on_error` that is called with the article and the
        error instead, the article's list is empty, and the stream goes on.
        """
        for article in articles:
            try:
                yield self.claims(article)
            except ArticleError as error:
                if on_error is None:
                    raise
                on_error(article, error)
                yield []


@cache
def _default() -> Extractor:
    return Extractor()


def extract(
    text: str,
    *,
    title: str | None = None,
    published: dt.date | str | None = None,
    id: str | None = None,
    url: str | None = None,
) -> list[Claim]:
    """The claims of one article, with the default pipeline (loaded at the first call). See `Extractor.extract`."""
    return _default().extract(text, title=title, published=published, id=id, url=url)
