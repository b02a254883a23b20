"""Plain text: one article a file, with or without a title.

The first line is the title if a blank line follows it, or if it is short and ends without a full stop.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.article import Article
from extractor.errors import ArticleError
from extractor.readers.encoding import decode
from extractor.readers.source import Found, Source

_TITLE_LENGTH = 200


def read(source: Source) -> Iterator[Found]:
    """The one article of a text file; offsets of claims count from the text after the title."""
    text = decode(source.whole(), source.name)
    if not text.strip():
        raise ArticleError(f"{source.name}: is empty")
    body = text.lstrip("\r\n \t")
    first, _, rest = body.partition("\n")
    title = first.strip()
    if rest.strip() and _is_title(title, blank_follows=not rest.partition("\n")[0].strip()):
        yield "", Article(text=rest.lstrip("\r\n"), title=title, id=source.stem)
    else:
        yield "", Article(text=body, id=source.stem)


def _is_title(line: str, blank_follows: bool) -> bool:
    if len(line) > _TITLE_LENGTH:
        return False
    return blank_follows and not line.endswith(".") or not line.endswith((".", '"', "”"))
