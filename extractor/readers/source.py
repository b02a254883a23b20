"""An input file being read: unpacked, in bounded pieces, with the name that messages use.

What one article may take in memory is bounded by MAX_BYTES, whatever the file's own size: a line, an item or a file
beyond it is an error in its place, never a process that is killed.
"""

from __future__ import annotations

import codecs
import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import IO, cast

from extractor.article import Article
from extractor.errors import ArticleError
from extractor.readers.encoding import UTF16_MARKS
from extractor.readers.unpack import PIECE, buffered, is_packed, unpacked

MAX_BYTES = 32 * 2**20
TOO_LONG = f"is over {MAX_BYTES // 2**20} MB long, more than one article may be"

Found = tuple[str, Article | ArticleError]
"""What the reader of a format yields: a place in the file ("line 7", or empty), and what was found there."""


@dataclass
class Source:
    """A file, unpacked: `name` for messages, `stem` for the ids of its articles, `head` the first bytes, still unread.

    `path` is there only for a file on disk that is not packed, for the formats that must seek.
    """

    name: str
    stem: str
    stream: io.BufferedReader
    head: bytes
    path: Path | None = None

    def where(self, place: str) -> str:
        """How messages about a place in this file begin."""
        return f"{self.name}: {place}" if place else self.name

    def whole(self, limit: int = MAX_BYTES) -> bytes:
        """All that is left, for formats where a file is one article; raises ArticleError if that is too much."""
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise ArticleError(f"{self.name}: is over {limit // 2**20} MB long, more than one article may be")
        return data

    def lines(self) -> Iterator[tuple[int, bytes | None]]:
        """Numbered lines, with their ends; None for a line over MAX_BYTES, which is passed over."""
        for number in count(1):
            line = self.stream.readline(MAX_BYTES + 1)
            if not line:
                return
            if len(line) <= MAX_BYTES:
                yield number, line
                continue
            while line and not line.endswith(b"\n"):
                line = self.stream.readline(PIECE)
            yield number, None

    def as_utf8(self) -> Source:
        """This source with UTF-16 turned into UTF-8, for formats that are cut up as bytes; to be called first."""
        if self.head[:2] not in UTF16_MARKS:
            return self
        stream = buffered(_from_utf16(self.stream, self.name))
        return Source(self.name, self.stem, stream, stream.peek()[:PIECE], self.path)

    def with_start(self, start: bytes) -> Source:
        """This source with bytes put back in front."""
        stream = buffered(_chained(start, self.stream))
        return Source(self.name, self.stem, stream, stream.peek()[:PIECE], self.path)


class Metered:
    """A source's stream for a foreign parser, ended by an ArticleError past `allowance` bytes (None: without bound).

    Whoever drives the parser renews the allowance after each article: the bound is an article's, not the file's.
    """

    def __init__(self, source: Source, complaint: str, allowance: int) -> None:
        self._stream = source.stream
        self._complaint = f"{source.name}: {complaint}"
        self.allowance: int | None = allowance

    def read(self, size: int) -> bytes:
        piece = self._stream.read1(size)
        if self.allowance is not None:
            self.allowance -= len(piece)
            if self.allowance < 0:
                raise ArticleError(self._complaint)
        return piece


@contextmanager
def opened(
    path: Path | None,
    name: str,
    stem: str,
    watch: Callable[[IO[bytes]], None] | None = None,
    open: Callable[[], IO[bytes]] | None = None,
) -> Iterator[Source]:
    """The source at a path, or that `open` opens, or of standard input; raises OSError or ArticleError.

    `watch` is called with the file, if it is one on disk.
    """
    if open is not None:
        with open() as stream:
            yield _source(buffered(iter(partial(stream.read, PIECE), b"")), name, stem, None)
        return
    if path is None:
        yield _source(buffered(_read(cast(io.BufferedReader, sys.stdin.buffer))), name, stem, None)
        return
    with path.open("rb", buffering=PIECE) as file:
        if file.seekable():
            if watch is not None:
                watch(file)
            yield _source(cast(io.BufferedReader, file), name, stem, path)
        else:
            yield _source(buffered(_read(cast(io.BufferedReader, file))), name, stem, None)


def _source(stream: io.BufferedReader, name: str, stem: str, path: Path | None) -> Source:
    head = stream.peek(PIECE)[:PIECE]
    if not is_packed(head):
        return Source(name, stem, stream, head, path)
    stream = buffered(unpacked(stream, head, name))
    head = stream.peek(PIECE)[:PIECE]
    if is_packed(head):
        raise ArticleError(f"{name}: is packed twice; unpack it once")
    return Source(name, stem, stream, head)


def _read(stream: io.BufferedReader) -> Iterator[bytes]:
    # read1, not read: an error in the middle of a longer read would take with it what had been read before
    while piece := stream.read1(PIECE):
        yield piece


def _chained(start: bytes, stream: io.BufferedReader) -> Iterator[bytes]:
    yield start
    yield from _read(stream)


def _from_utf16(stream: io.BufferedReader, name: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder("utf-16")()
    try:
        for piece in _read(stream):
            yield decoder.decode(piece).encode()
        decoder.decode(b"", final=True)
    except UnicodeError:
        raise ArticleError(f"{name}: is neither text nor valid UTF-16 to its end") from None
