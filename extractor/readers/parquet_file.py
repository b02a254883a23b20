"""Parquet with named columns (`id`, `title`, `text`, `published`, `url`; others are not even read)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractor.errors import ArticleError
from extractor.readers import fields
from extractor.readers.library import need
from extractor.readers.source import MAX_BYTES, TOO_LONG, Found, Source

_ROWS = 64
_MAX_GROUP = 2**31


def read(source: Source) -> Iterator[Found]:
    """An article or an error for every row."""
    parquet = need("pyarrow.parquet", source.name, "Parquet")
    arrow = need("pyarrow", source.name, "Parquet")
    if source.path is None:
        raise ArticleError(f"{source.name}: Parquet is read from its end: give it as a file, unpacked, not by a pipe")
    number = 0
    try:
        with parquet.ParquetFile(source.path) as file:
            columns = _columns(file, source.name)
            for batch in file.iter_batches(_ROWS, columns=columns, use_threads=False):
                for index in range(batch.num_rows):
                    number += 1
                    yield _row(batch, index, source, number)
    except (arrow.ArrowException, OSError, UnicodeDecodeError) as error:
        raise ArticleError(f"{source.name}: is damaged Parquet after row {number}: {_first_line(error)}") from None


def _columns(file: Any, name: str) -> list[str]:
    """The names of the columns to read; raises ArticleError for a file without a text, or with a bomb in it."""
    names = [field.name for field in file.schema_arrow]
    if twice := sorted(name for name in fields.NAMES if names.count(name) > 1):
        raise ArticleError(f"{name}: has several columns named {', '.join(twice)}")
    if "text" not in names:
        raise ArticleError(f"{name}: has no column named 'text'; its columns are {', '.join(names) or 'none'}")
    wanted = [one for one in fields.NAMES if one in names]
    for group in range(file.metadata.num_row_groups):
        chunks = [file.metadata.row_group(group).column(i) for i in range(file.metadata.num_columns)]
        size = sum(chunk.total_uncompressed_size for chunk in chunks if chunk.path_in_schema in wanted)
        if size > _MAX_GROUP:
            raise ArticleError(f"{name}: row group {group + 1} unpacks to {size:,} bytes; write it with smaller ones")
    return wanted


def _row(batch: Any, index: int, source: Source, number: int) -> Found:
    place = f"row {number}"
    where = source.where(place)
    try:
        found = {name: _value(batch.column(name)[index], where) for name in batch.schema.names}
        return place, fields.article(found, where, f"{source.stem}-{number}")
    except ArticleError as error:
        return place, error


def _value(cell: Any, where: str) -> Any:
    """A cell as Python has it; measured first, for a string of gigabytes packs into kilobytes."""
    if hasattr(cell, "as_buffer"):
        buffer = cell.as_buffer()
        if buffer is not None and buffer.size > MAX_BYTES:
            raise ArticleError(f"{where}: {TOO_LONG}")
    try:
        return cell.as_py()
    except (UnicodeDecodeError, ValueError) as error:
        raise ArticleError(f"{where}: holds what cannot be read: {_first_line(error)}") from None


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
