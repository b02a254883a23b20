"""From the named fields of a record (JSON object, CSV or Parquet row) to an article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from email.utils import parsedate_to_datetime
from typing import Any

from extractor.article import Article, as_date
from extractor.errors import ArticleError, UsageError

NAMES = ("id", "title", "text", "published", "url")
_LONGEST_ID = 1000


def article(found: Mapping[str, Any], where: str, default_id: str) -> Article:
    """The article of one record; other fields than the known ones are left alone. Raises ArticleError."""
    for key in NAMES:
        value = found.get(key)
        usable = isinstance(value, str) or key == "id" and isinstance(value, int)
        if value is not None and not usable and not (key == "published" and isinstance(value, dt.date)):
            raise ArticleError(f"{where}: {key!r} must be a string")
    return made(
        where,
        text=found.get("text"),
        title=found.get("title"),
        published=date(where, [found.get("published")]),
        id=str(found.get("id") or default_id),
        url=found.get("url"),
    )


def made(
    where: str, *, text: str | None, title: str | None, published: dt.date | None, id: str, url: str | None
) -> Article:
    """An article of these fields, empty ones made None; raises ArticleError for what no output could hold."""
    if not (text or "").strip():
        raise ArticleError(f"{where}: has no 'text'")
    if len(id) > _LONGEST_ID:
        raise ArticleError(f"{where}: its id is over {_LONGEST_ID:,} characters long")
    for key, value in (("id", id), ("title", title), ("url", url)):
        try:
            (value or "").encode()
        except UnicodeEncodeError:
            raise ArticleError(f"{where}: {key!r} holds half a character (a lone surrogate)") from None
    return Article(text or "", title or None, published, id, url or None)


def date(where: str, candidates: Iterable[dt.date | str | None]) -> dt.date | None:
    """The first candidate that is a date; None if there are none, ArticleError if there are but none is a date."""
    wrong = None
    for value in candidates:
        if isinstance(value, str) and not value.strip() or value is None:
            continue
        try:
            return as_date(value)
        except UsageError as error:
            wrong = wrong or error
    if wrong:
        raise ArticleError(f"{where}: {wrong}")
    return None


def mail_date(value: str) -> str:
    """A date as mails and RSS write it ("Thu, 02 Jul 2015 10:00:00 GMT"), as ISO; anything else as it is."""
    try:
        as_date(value or None)
        return value
    except UsageError:
        pass
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, OverflowError):
        return value
