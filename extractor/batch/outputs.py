"""The formats of the output: from claims as JSON lines to what a user asked for, as a stream."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable
from types import TracebackType
from typing import IO, Any, Protocol

from extractor.errors import ArticleError, UsageError
from extractor.readers.library import need

FORMATS = ("jsonl", "csv", "parquet")
_SUFFIXES = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".csv": "csv", ".parquet": "parquet"}
_PACKED = {".gz": "gz", ".zst": "zst"}


class Writer(Protocol):
    """Writes claims to a binary file, which stays open; a context manager that closes itself."""

    def write(self, claims: Iterable[str]) -> None: ...
    def close(self) -> None: ...
    def __enter__(self) -> Writer: ...
    def __exit__(self, type: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...


def format_of(name: str, named: str | None) -> str:
    """The format of an output file: `named`, else by its suffix, else JSONL; packed ones as "jsonl.gz"."""
    from pathlib import PurePath

    path = PurePath(name)
    packed = _PACKED.get(path.suffix.lower())
    if packed:
        path = path.with_suffix("")
    format = named or _SUFFIXES.get(path.suffix.lower(), "jsonl")
    if packed and format == "parquet":
        raise UsageError(f"{name}: Parquet is packed within itself; leave {PurePath(name).suffix} off")
    return f"{format}.{packed}" if packed else format


def writer(file: IO[bytes], format: str) -> Writer:
    """The writer of a format to a file; raises UsageError where the library that it needs is missing.

    The same claims make the same bytes, packed or not: no time and no name goes into a packed file.
    """
    kind, _, packed = format.partition(".")
    if kind == "parquet":
        from extractor.batch.parquet import ParquetWriter

        return ParquetWriter(file)
    raw: Any = file
    if packed == "gz":
        raw = gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0)
    elif packed == "zst":
        compressor = wanted("zstandard", "Zstandard").ZstdCompressor()
        raw = compressor.stream_writer(file, closefd=False)
    if kind == "csv":
        from extractor.batch.flat import CsvWriter

        return CsvWriter(raw, file)
    return LineWriter(raw, file)


def wanted(module: str, what: str) -> Any:
    """A library that an output needs; raises UsageError where it is missing."""
    try:
        return need(module, "", what)
    except ArticleError:
        raise UsageError(f"{what} needs the library {module.partition('.')[0]}: install extractor[formats]") from None


class LineWriter:
    """JSON lines, as they are. `raw` packs into `file`, or is it."""

    def __init__(self, raw: Any, file: IO[bytes]) -> None:
        self._raw = raw
        self._file = file
        self._text: io.TextIOWrapper | None = io.TextIOWrapper(raw, "utf-8", newline="\n", write_through=False)

    def write(self, claims: Iterable[str]) -> None:
        """Writes claims, each a line with its end."""
        assert self._text is not None
        self._text.writelines(claims)

    def close(self) -> None:
        """Ends what is written, and leaves the file open; safe to call again."""
        if self._text is not None:
            self._text.flush()
            self._text.detach()
            self._text = None
            if self._raw is not self._file:
                self._raw.close()

    def __enter__(self) -> LineWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
