"""JSON Lines: one article a line, read as a stream, each line with its own outcome."""

from __future__ import annotations

import json
from collections.abc import Iterator

from extractor.article import Article
from extractor.errors import ArticleError
from extractor.readers import fields
from extractor.readers.encoding import decode_record, refuse_binary
from extractor.readers.source import TOO_LONG, Found, Source


def read(source: Source) -> Iterator[Found]:
    """An article or an error for every line that is not blank."""
    source = source.as_utf8()
    # the first line alone: null bytes further on are one damaged line, not a binary file
    refuse_binary(source.head.partition(b"\n")[0], source.name)
    empty = True
    for number, line in source.lines():
        if line is not None and not line.strip():
            continue
        empty = False
        place = f"line {number}"
        if line is None:
            yield place, ArticleError(f"{source.where(place)}: {TOO_LONG}")
        else:
            yield place, parsed(line, source.where(place), f"{source.stem}-{number}", "column")
    if empty:
        raise ArticleError(f"{source.name}: is empty")


def parsed(data: bytes, where: str, default_id: str, unit: str) -> Article | ArticleError:
    """The article of one JSON object, or what is wrong with it; `unit` says what positions in it count."""
    try:
        found = json.loads(decode_record(data, where))
        if not isinstance(found, dict):
            raise ArticleError(f"{where}: an article is a JSON object, this is {type(found).__name__}")
        return fields.article(found, where, default_id)
    except json.JSONDecodeError as error:
        return ArticleError(f"{where}: is not valid JSON: {error.msg} at {unit} {error.pos + 1}")
    except ValueError as error:
        return ArticleError(f"{where}: is not valid JSON: {error}")
    except RecursionError:
        return ArticleError(f"{where}: is nested too deep to be an article")
    except ArticleError as error:
        return error
