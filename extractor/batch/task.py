"""One task is one article: what is to be done with what was found in the inputs, and what came of it."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, field
from typing import Any, Literal

from extractor.article import Article
from extractor.errors import ArticleError, ReadingLost, Skipped
from extractor.readers.item import Item

Outcome = Literal["done", "dead", "skipped", "duplicate"]
OUTCOMES: tuple[Outcome, ...] = ("done", "dead", "skipped", "duplicate")


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a task. `claims` are JSON lines without their ends, `kinds` how many there are of each kind.

    `reason` is one word for anything but success: for the dead "data" (the article is at fault), "exception",
    "timeout", "crash" (the program is); for the skipped why ("language", "unchanged"). `message` is for people.
    """

    outcome: Outcome
    claims: list[str] = field(default_factory=list)
    kinds: dict[str, int] = field(default_factory=dict)
    reason: str = ""
    message: str = ""
    traceback: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """Something found in the inputs, with what is known of it before it is worked.

    `root` is the input as the user named it, `ordinal` how many things were found in the same file before. `result` is
    there if nothing is to be worked: it could not be read, is skipped, or is a duplicate.
    """

    item: Item
    root: str
    ordinal: int
    id: str
    content: str
    result: Result | None = None
    duplicate_of: str | None = None

    @property
    def size(self) -> int:
        """Characters that the article takes in memory, roughly."""
        return len(self.item.article.text) if self.item.article else 0


def content_hash(article: Article) -> str:
    """A hash of all that decides an article's claims but its id."""
    packed = json.dumps(
        [article.title, article.text, article.published and article.published.isoformat(), article.url]
    )
    return hashlib.blake2b(packed.encode(), digest_size=16).hexdigest()


def failed(error: ArticleError) -> Result:
    """The result of what could not be read, or is not to be."""
    if isinstance(error, Skipped):
        return Result("skipped", reason=error.reason, message=str(error))
    return Result("dead", reason=error.reason if isinstance(error, ReadingLost) else "data", message=str(error))


def article_fields(article: Article) -> dict[str, Any]:
    """An article as JSON can hold it, with the keys that the readers know."""
    published = article.published and article.published.isoformat()
    return {"id": article.id, "title": article.title, "text": article.text, "published": published, "url": article.url}


def article_of(fields: dict[str, Any]) -> Article:
    """The article of `article_fields`."""
    published = fields["published"]
    return Article(
        fields["text"], fields["title"], dt.date.fromisoformat(published) if published else None, fields["id"], fields["url"]
    )
