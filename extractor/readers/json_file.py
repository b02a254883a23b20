"""JSON: one article, or a list of them.

A list is cut into its items as it streams by, so a list of a million articles is no more to hold than one of ten.
Files named `.json` that hold one object a line are common, and read as JSON Lines.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from extractor.article import Article
from extractor.errors import ArticleError
from extractor.readers import fields, json_lines
from extractor.readers.encoding import decode, decode_record, refuse_binary
from extractor.readers.source import MAX_BYTES, TOO_LONG, Found, Source
from extractor.readers.unpack import PIECE

_SIGN = re.compile(rb'["\[\]{},]')
_IN_STRING = re.compile(rb'["\\]')


def read(source: Source) -> Iterator[Found]:
    """The articles of the file; errors in the places of those that cannot be read."""
    source = source.as_utf8()
    refuse_binary(source.head, source.name)
    start = source.head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"["):
        yield from _items(source)
        return
    first = source.stream.readline(MAX_BYTES + 1)
    if source.stream.peek(PIECE).strip() and _is_object(first):
        yield from json_lines.read(source.with_start(first))
    else:
        yield "", _one(source.with_start(first))


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(decode_record(line, "")), dict)
    except (ValueError, RecursionError, ArticleError):
        return False


def _one(source: Source) -> Article:
    text = decode(source.whole(), source.name)
    if not text.strip():
        raise ArticleError(f"{source.name}: is empty")
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise ArticleError(
            f"{source.name}: is not valid JSON: {error.msg} at line {error.lineno}, column {error.colno}"
        ) from None
    except ValueError as error:
        raise ArticleError(f"{source.name}: is not valid JSON: {error}") from None
    if not isinstance(found, dict):
        raise ArticleError(f"{source.name}: an article is a JSON object, this is {type(found).__name__}")
    return fields.article(found, source.name, source.stem)


def _items(source: Source) -> Iterator[Found]:
    for number, data in _cut(source):
        place = f"item {number}"
        where = source.where(place)
        if data is None:
            yield place, ArticleError(f"{where}: {TOO_LONG}")
        else:
            yield place, json_lines.parsed(data, where, f"{source.stem}-{number}", "character")


def _cut(source: Source) -> Iterator[tuple[int, bytes | None]]:
    """The items of the list as bytes, numbered from 1; None for one over MAX_BYTES.

    Only brackets, commas and strings are looked at: whether an item is valid JSON is for the parser to say, so a
    malformed item costs no other.
    """
    kept, size = bytearray(), 0
    number, depth, in_string, skip = 1, 0, False, 0
    while piece := source.stream.read1(PIECE):
        position, start = skip, 0
        skip = 0
        while match := (_IN_STRING if in_string else _SIGN).search(piece, position):
            sign = match.group()
            position = match.end()
            if sign == b"\\":
                # the escaped character may be the first of the next piece
                position += 1
                skip = max(0, position - len(piece))
            elif sign == b'"':
                in_string = not in_string
            elif sign in b"[{":
                depth += 1
                if depth == 1:
                    start = position
            elif depth == 1 and sign in b",]}":
                size += match.start() - start
                kept += piece[start : match.start()] if size <= MAX_BYTES else b""
                last = sign != b","
                if not last or number > 1 or kept.strip() or size > MAX_BYTES:
                    yield number, bytes(kept) if size <= MAX_BYTES else None
                kept, size = bytearray(), 0
                number, start = number + 1, position
                if last:
                    _refuse_more(source, piece[position:])
                    return
            elif sign in b"]}":
                depth -= 1
        size += len(piece) - start
        kept = kept + piece[start:] if size <= MAX_BYTES else bytearray()
    raise ArticleError(f"{source.where(f'item {number}')}: the file ends before the list does, so it was cut short")


def _refuse_more(source: Source, rest: bytes) -> None:
    """Raises ArticleError if anything stands behind the list."""
    while not rest.strip():
        rest = source.stream.read1(PIECE)
        if not rest:
            return
    raise ArticleError(f"{source.name}: is not valid JSON: something stands behind the list, and was not read")
