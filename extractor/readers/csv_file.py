"""CSV with named columns (`id`, `title`, `text`, `published`, `url`; others are ignored), read as a stream.

Cells are split at commas, semicolons, tabs or bars, whichever makes the header name a `text` column.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator

from extractor.article import Article
from extractor.errors import ArticleError
from extractor.readers import fields
from extractor.readers.encoding import decode_record, refuse_binary
from extractor.readers.source import MAX_BYTES, TOO_LONG, Found, Source

DELIMITERS = ",;\t|"


def read(source: Source) -> Iterator[Found]:
    """An article or an error for every row that is not blank; a row's place is the line it begins in."""
    source = source.as_utf8()
    refuse_binary(source.head.partition(b"\n")[0], source.name)
    lines = _Lines(source)
    try:
        header = lines.take()
    except StopIteration:
        raise ArticleError(f"{source.name}: is empty") from None
    delimiter, columns = header_of(header)
    if "text" not in columns:
        raise ArticleError(f"{source.name}: has no column named 'text'; its columns are {', '.join(columns) or 'none'}")
    # the module's limit is the process's: nothing else of ours reads CSV, and ours bounds a row before it
    csv.field_size_limit(max(csv.field_size_limit(), MAX_BYTES))
    rows = csv.reader(lines, delimiter=delimiter)
    while True:
        lines.begin()
        try:
            row = next(rows)
        except StopIteration:
            return
        except _Refused as refusal:
            # the reader forgets a row it could not finish, and goes on with the next line
            yield lines.place, refusal.error
            continue
        except csv.Error as error:
            yield lines.place, ArticleError(f"{source.where(lines.place)}: is no valid row: {error}")
            continue
        if lines.ended:
            # a row that was whole would not have asked for more lines
            raise ArticleError(f"{source.where(lines.place)}: the file ends inside a quoted cell, so it was cut short")
        if row:
            yield lines.place, _row(row, columns, source.where(lines.place), f"{source.stem}-{lines.rows}")
        else:
            lines.rows -= 1


def header_of(line: str) -> tuple[str, list[str]]:
    """The delimiter under which a line names most of our columns, and the names, lower-case."""
    options = []
    for delimiter in DELIMITERS:
        try:
            cells = next(csv.reader([line.rstrip("\r\n")], delimiter=delimiter), [])
        except csv.Error:
            cells = []
        names = [cell.strip().casefold() for cell in cells]
        options.append((sum(name in names for name in fields.NAMES), delimiter, names))
    _, delimiter, names = max(options, key=lambda option: option[0])
    return delimiter, names


def _row(row: list[str], columns: list[str], where: str, default_id: str) -> Article | ArticleError:
    if len(row) != len(columns):
        return ArticleError(f"{where}: has {len(row)} cells where the header names {len(columns)} columns")
    try:
        return fields.article(dict(zip(columns, row, strict=True)), where, default_id)
    except ArticleError as error:
        return error


class _Refused(Exception):
    """A line that no row can be made with."""

    def __init__(self, error: ArticleError) -> None:
        super().__init__(str(error))
        self.error = error


class _Lines:
    """The lines of a file for csv.reader, which asks for as many as a row has.

    A quote that is never closed would make one row of the rest of the file: past MAX_BYTES the row is given up, and
    its second line is read again as the beginning of a row.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._numbered = source.lines()
        self._again: deque[tuple[int, bytes]] = deque()
        self._row: list[tuple[int, bytes]] = []
        self._size = 0
        self.first = 0
        self.rows = 0
        self.ended = False

    @property
    def place(self) -> str:
        """Where the row in hand begins."""
        return f"line {self.first}"

    def begin(self) -> None:
        """Says that a row begins with the next line."""
        self._row, self._size, self.first = [], 0, 0
        self.rows += 1

    def take(self) -> str:
        """The next line by itself: the header."""
        self.begin()
        self.rows = 0
        try:
            return next(self)
        except _Refused as refusal:
            raise refusal.error from None

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        number, line = self._again.popleft() if self._again else next(self._numbered, (0, b""))
        if not number:
            self.ended = True
            raise StopIteration
        self.first = self.first or number
        where = self._source.where(f"line {number}")
        if line is None:
            raise _Refused(ArticleError(f"{where}: {TOO_LONG}"))
        self._row.append((number, line))
        self._size += len(line)
        if self._size > MAX_BYTES:
            self._again.extendleft(reversed(self._row[1:]))
            raise _Refused(ArticleError(f"{self._source.where(self.place)}: {TOO_LONG}; is a quote not closed?"))
        try:
            return decode_record(line, where)
        except ArticleError as error:
            raise _Refused(error) from None
