"""Which format a file is in, by its name and its first bytes, and the reader of each format."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import PurePath

from extractor.readers.encoding import UTF16_MARKS
from extractor.readers.html_page import is_page
from extractor.readers.source import Found, Source

FORMATS = {
    "text": "text", "json": "json_file", "jsonl": "json_lines", "csv": "csv_file", "parquet": "parquet_file",
    "html": "html_page", "xml": "xml_file", "warc": "warc_file",
}  # fmt: skip
"""The formats by the names that --input-format takes, and the modules that read them; "xml" is feeds and news XML."""

_BY_SUFFIX = {
    ".txt": "text", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv",
    ".parquet": "parquet", ".html": "html", ".htm": "html", ".xhtml": "html", ".xml": "xml", ".rss": "xml",
    ".atom": "xml", ".rdf": "xml", ".nitf": "xml", ".newsml": "xml", ".warc": "warc",
}  # fmt: skip
_PACKED = frozenset({".gz", ".zst"})
_XML = re.compile(rb"\s*<(?:\?xml|(?:\w+:)?(?:rss|feed|rdf|nitf|newsItem|newsMessage)\b)", re.I)


def split(name: str) -> tuple[str, str | None]:
    """A file name without the suffixes that are ours, and the format they name ("2015.csv.gz": "2015", "csv").

    The format is empty for a packed file that does not say what is in it, None for a name that is no article's.
    """
    path = PurePath(name)
    packed = path.suffix.lower() in _PACKED
    if packed:
        path = path.with_suffix("")
    known = _BY_SUFFIX.get(path.suffix.lower())
    if known:
        return path.stem, known
    return (path.name, None if path.suffix else "") if packed else (path.stem, None)


def recognise(source: Source, named: str | None) -> str:
    """The format of a source: of unmistakable content, else `named` by the file's name, else the likeliest."""
    head = source.head
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"WARC/"):
        return "warc"
    return named or _guess(head)


def _guess(head: bytes) -> str:
    if head[:2] in UTF16_MARKS:
        head = head.decode("utf-16", errors="ignore").encode(errors="ignore")
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if is_page(start):
        return "html"
    if _XML.match(start):
        return "xml"
    if start.startswith(b"{") or re.match(rb'\[\s*[\[{\]"]', start):
        return "json"
    first = start.partition(b"\n")[0].decode("utf-8", errors="replace")
    if len(first) < 10_000 and re.search(r"\btext\b", first, re.I):
        from extractor.readers.csv_file import header_of

        names = header_of(first)[1]
        if "text" in names and len(names) > 1:
            return "csv"
    return "text"


def reader(format: str) -> Callable[[Source], Iterator[Found]]:
    """The reader of a format, loaded when it is first asked for."""
    read: Callable[[Source], Iterator[Found]] = import_module(f"extractor.readers.{FORMATS[format]}").read
    return read
