"""Claims as Parquet with nested columns. The schema is the claim's own, so every file of a version has the same."""

from __future__ import annotations

import datetime as dt
import io
import types
from collections.abc import Iterable
from typing import IO, Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from extractor.batch.outputs import wanted
from extractor.record import Claim

_ROWS = 10_000


class ParquetWriter:
    """Claims in row groups of 10,000, so that memory stays flat."""

    def __init__(self, file: IO[bytes]) -> None:
        self._arrow = wanted("pyarrow", "Parquet")
        self._json = wanted("pyarrow.json", "Parquet")
        self._schema = schema(self._arrow)
        # dates stand as strings in JSON, and are made dates after it was read
        self._read_as = schema(self._arrow, dates=self._arrow.string())
        library = wanted("pyarrow.parquet", "Parquet")
        self._writer = library.ParquetWriter(file, self._schema, compression="zstd")
        self._lines: list[str] = []

    def write(self, claims: Iterable[str]) -> None:
        """Writes claims, each a line of JSON; raises ValueError for one that is not as the schema has it."""
        self._lines += claims
        while len(self._lines) >= _ROWS:
            self._write_group(self._lines[:_ROWS])
            del self._lines[:_ROWS]

    def close(self) -> None:
        """Ends what is written, and leaves the file open; safe to call again."""
        if self._lines:
            self._write_group(self._lines)
            self._lines = []
        self._writer.close()

    def _write_group(self, lines: list[str]) -> None:
        data = "".join(lines).encode()
        table = self._json.read_json(
            io.BytesIO(data),
            read_options=self._json.ReadOptions(use_threads=False, block_size=len(data) + 1),
            parse_options=self._json.ParseOptions(explicit_schema=self._read_as, unexpected_field_behavior="ignore"),
        )
        self._writer.write_table(table.cast(self._schema), row_group_size=_ROWS)

    def __enter__(self) -> ParquetWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def schema(arrow: Any, dates: Any = None) -> Any:
    """The Arrow schema of a claim; `dates` is the type of its dates, by default that of dates."""
    return arrow.schema(_fields(arrow, Claim, dates or arrow.date32(), ()))


def _fields(arrow: Any, model: type[BaseModel], dates: Any, above: tuple[type[BaseModel], ...]) -> list[Any]:
    found = []
    for name, field in model.model_fields.items():
        kind = _without_none(field.annotation)
        if kind in (*above, model):
            # a converted amount is a quantity that is never converted again
            if model in above:
                continue
            kind = model
        found.append(arrow.field(name, _type(arrow, kind, dates, (*above, model))))
    return found


def _type(arrow: Any, kind: Any, dates: Any, above: tuple[type[BaseModel], ...]) -> Any:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return arrow.struct(_fields(arrow, kind, dates, above))
    if get_origin(kind) is Literal:
        return arrow.string()
    simple = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_(), dt.date: dates}
    return simple[kind]


def _without_none(kind: Any) -> Any:
    """The type of a field without "or None" and without what only validation needs."""
    if get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) in (Union, types.UnionType):
        (kind,) = (one for one in get_args(kind) if one is not type(None))
    return kind
