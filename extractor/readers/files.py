"""Reads articles from text, JSON and JSONL files, folders of them, and standard input.

A `.txt` file is a title and a text: its first line is the title if a blank line follows it, or if it is short and ends
without a full stop. A `.json` file holds one article or a list of them, a `.jsonl` file one a line; keys `id`, `title`,
`text`, `published`, `url`, others are ignored. What cannot be read is yielded as an ArticleError in its place.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from extractor.article import Article, as_date
from extractor.errors import ArticleError, UsageError
from extractor.readers.check import check_text

SUFFIXES = frozenset({".txt", ".json", ".jsonl"})
_TITLE_LENGTH = 200


def read_inputs(inputs: Iterable[str], published: dt.date | None = None) -> Iterator[Article | ArticleError]:
    """The articles of files, folders and `-`, in the order given, folders sorted by name; errors in their places.

    `published` dates the articles that carry no date of their own.
    """
    for name in inputs:
        for one in _read_input(name):
            if isinstance(one, Article) and one.published is None and published is not None:
                one = replace(one, published=published)
            yield one


def _read_input(name: str) -> Iterator[Article | ArticleError]:
    if name == "-":
        yield from _guarded("<stdin>", lambda: _sniffed(sys.stdin.buffer.read(), "<stdin>", "stdin"))
        return
    path = Path(name)
    if path.is_dir():
        yield from _read_folder(path)
    elif path.suffix in SUFFIXES or path.is_file():
        yield from _read_file(path, path.stem)
    else:
        yield ArticleError(f"{name}: no such file or folder")


def _read_folder(folder: Path, prefix: str = "") -> Iterator[Article | ArticleError]:
    """The articles of a folder and those below it; an article's id is its path from the folder given, without suffix."""
    try:
        entries = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        yield ArticleError(f"{folder}: folder cannot be read: {error.strerror or error}")
        return
    for path in entries:
        if path.is_dir() and not path.is_symlink():
            yield from _read_folder(path, f"{prefix}{path.name}/")
        elif path.suffix in SUFFIXES:
            yield from _read_file(path, prefix + path.stem)


def _read_file(path: Path, stem: str) -> Iterator[Article | ArticleError]:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        yield ArticleError(f"{path}: no such file or folder")
        return
    except OSError as error:
        yield ArticleError(f"{path}: cannot be read: {error.strerror or error}")
        return
    if path.suffix == ".jsonl":
        yield from _guarded(str(path), lambda: _lines(decode(data, str(path)), str(path), stem))
    elif path.suffix == ".json":
        yield from _guarded(str(path), lambda: _objects(decode(data, str(path)), str(path), stem))
    else:
        yield from _guarded(str(path), lambda: iter([_text(decode(data, str(path)), str(path), stem)]))


def _guarded(name: str, read: Any) -> Iterator[Article | ArticleError]:
    try:
        for one in read():
            if isinstance(one, Article):
                try:
                    check_text(one.text, name if len(one.id) and one.id in name else f"{name}: {one.id}")
                except ArticleError as error:
                    one = error
            yield one
    except ArticleError as error:
        yield error
    except RecursionError:
        yield ArticleError(f"{name}: is nested too deep to be an article")


def decode(data: bytes, name: str) -> str:
    """The text of a file's bytes: UTF-8, UTF-16 with its mark, else Windows-1252; raises ArticleError for binary data."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise ArticleError(f"{name}: is neither text nor valid UTF-16") from None
    if b"\x00" in data[:8192] or data[:4] in (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\x1f\x8b\x08\x00"):
        raise ArticleError(f"{name}: is a binary file, not text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        control = sum(byte < 9 or 13 < byte < 32 for byte in data[:8192])
        if control > len(data[:8192]) // 100:
            raise ArticleError(f"{name}: is a binary file, not text") from None
        return data.decode("cp1252", errors="replace")


def _sniffed(data: bytes, name: str, stem: str) -> Iterator[Article | ArticleError]:
    text = decode(data, name)
    start = text.lstrip()[:1]
    if start == "[":
        yield from _objects(text, name, stem)
    elif start == "{":
        try:
            json.loads(text)
        except ValueError:
            yield from _lines(text, name, stem)
        else:
            yield from _objects(text, name, stem)
    else:
        yield _text(text, name, stem)


def _text(text: str, name: str, stem: str) -> Article:
    """A plain text file: title and text, offsets of claims counting from the text after the title."""
    if not text.strip():
        raise ArticleError(f"{name}: is empty")
    body = text.lstrip("\r\n \t")
    first, _, rest = body.partition("\n")
    title = first.strip()
    blank = not rest.partition("\n")[0].strip()
    if rest.strip() and len(title) <= _TITLE_LENGTH and (blank and not title.endswith(".") or not title.endswith((".", '"', "”"))):
        return Article(text=rest.lstrip("\r\n"), title=title, id=stem)
    return Article(text=body, id=stem)


def _objects(text: str, name: str, stem: str) -> Iterator[Article | ArticleError]:
    if not text.strip():
        raise ArticleError(f"{name}: is empty")
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise ArticleError(f"{name}: is not valid JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    except ValueError as error:
        raise ArticleError(f"{name}: is not valid JSON: {error}") from None
    if not isinstance(found, list):
        yield _article(found, name, stem)
        return
    for number, one in enumerate(found, 1):
        try:
            yield _article(one, f"{name}: item {number}", f"{stem}-{number}")
        except ArticleError as error:
            yield error


def _lines(text: str, name: str, stem: str) -> Iterator[Article | ArticleError]:
    if not text.strip():
        raise ArticleError(f"{name}: is empty")
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = f"{name}: line {number}"
        try:
            yield _article(json.loads(line), where, f"{stem}-{number}")
        except json.JSONDecodeError as error:
            yield ArticleError(f"{where}: is not valid JSON: {error.msg} at column {error.colno}")
        except ValueError as error:
            yield ArticleError(f"{where}: is not valid JSON: {error}")
        except RecursionError:
            yield ArticleError(f"{where}: is nested too deep to be an article")
        except ArticleError as error:
            yield error


def _article(found: Any, where: str, default_id: str) -> Article:
    """The article of one JSON object; other keys than the known ones are left alone."""
    if not isinstance(found, dict):
        raise ArticleError(f"{where}: an article is a JSON object, this is {type(found).__name__}")
    for key in ("text", "title", "id", "url", "published"):
        value = found.get(key)
        if value is not None and not isinstance(value, str) and not (key == "id" and isinstance(value, int)):
            raise ArticleError(f"{where}: {key!r} must be a string")
    if not (found.get("text") or "").strip():
        raise ArticleError(f"{where}: has no 'text'")
    try:
        published = as_date(found.get("published") or None)
    except UsageError as error:
        raise ArticleError(f"{where}: {error}") from None
    return Article(found["text"], found.get("title") or None, published, str(found.get("id") or default_id), found.get("url") or None)
