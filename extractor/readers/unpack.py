"""Unpacks gzip and Zstandard as streams, a bounded piece at a time.

A bomb is only dangerous to whom unpacks it whole: here memory stays bounded whatever comes out, and the readers bound
what one article may take. Data that ends early or is damaged gives what came before it, then an ArticleError.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import IO, Any

from extractor.errors import ArticleError
from extractor.readers.library import need

PIECE = 1 << 16
# four bytes of Zstandard can stand for 128 KB: this much unpacks to 64 MB at worst
_ZSTD_PIECE = 1 << 11
_ZSTD_WINDOW = 1 << 27
_GZIP = b"\x1f\x8b\x08"
_ZSTD = b"\x28\xb5\x2f\xfd"


class Pieces(io.RawIOBase):
    """A stream of the pieces that an iterator yields.

    Each read is filled as far as pieces last, so that a peek sees the start of a file even through a pipe; an error
    is raised only after all that came before it was handed out.
    """

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._left = memoryview(b"")
        self._error: ArticleError | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        into = memoryview(buffer).cast("B")
        filled = 0
        while filled < len(into) and self._refill():
            taken = self._left[: len(into) - filled]
            into[filled : filled + len(taken)] = taken
            self._left = self._left[len(taken) :]
            filled += len(taken)
        if not filled and self._error is not None:
            raise self._error
        return filled

    def _refill(self) -> bool:
        while not self._left and self._error is None:
            try:
                piece = next(self._pieces, None)
            except ArticleError as error:
                self._error = error
                break
            if piece is None:
                return False
            self._left = memoryview(piece)
        return bool(self._left)


def buffered(pieces: Iterator[bytes]) -> io.BufferedReader:
    """The pieces as a buffered stream whose peek shows up to PIECE bytes."""
    return io.BufferedReader(Pieces(pieces), PIECE)


def is_packed(head: bytes) -> bool:
    """True for the start of gzip or Zstandard data."""
    return head.startswith((_GZIP, _ZSTD))


def unpacked(stream: IO[bytes], head: bytes, name: str) -> Iterator[bytes]:
    """What the packed stream unpacks to, in pieces; `head` is its start, still to be read."""
    return _gunzip(stream, name) if head.startswith(_GZIP) else _unzstd(stream, name)


def _damaged(name: str, why: object) -> ArticleError:
    return ArticleError(f"{name}: the packed data is damaged or cut short ({why}); what came before was read")


def _gunzip(stream: IO[bytes], name: str) -> Iterator[bytes]:
    with gzip.GzipFile(fileobj=stream) as file:
        while True:
            try:
                piece = file.read1(PIECE)
            except (EOFError, zlib.error, gzip.BadGzipFile) as error:
                raise _damaged(name, error) from None
            if not piece:
                return
            yield piece


def _unzstd(stream: IO[bytes], name: str) -> Iterator[bytes]:
    # not zstandard's stream_reader: it takes data that is cut short for data that ends
    zstandard = need("zstandard", name, "Zstandard data")
    unpacker = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
    frame = None
    piece = b""
    while piece := piece or stream.read(_ZSTD_PIECE):
        frame = frame or unpacker.decompressobj()
        try:
            out = frame.decompress(piece)
        except zstandard.ZstdError as error:
            raise _damaged(name, error) from None
        piece = b""
        if frame.eof:
            piece, frame = frame.unused_data, None
        if out:
            yield out
    if frame is not None:
        raise _damaged(name, "it ends inside a frame")
