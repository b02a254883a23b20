"""One thing found in the inputs: an article, or what stands in its place and why."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.article import Article
from extractor.errors import ArticleError


@dataclass(frozen=True, slots=True)
class Item:
    """An article or an error, never both, with the position that finds it again.

    `file` is the input file as it was reached (`<stdin>` for standard input), `place` the position in it ("line 7",
    "item 7", "row 7", "record 7"), empty where the file is one article or the error is the whole file's.
    """

    file: str
    place: str = ""
    article: Article | None = None
    error: ArticleError | None = None

    @property
    def where(self) -> str:
        """File and place in one, as error messages begin."""
        return f"{self.file}: {self.place}" if self.place else self.file
