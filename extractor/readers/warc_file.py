"""WARC archives (Common Crawl news): the HTML pages among their records, read as a stream by warcio."""

from __future__ import annotations

import contextlib
import io
import re
import zlib
from collections.abc import Iterator
from typing import Any

from extractor.article import Article
from extractor.errors import ArticleError
from extractor.readers import html_page
from extractor.readers.library import need
from extractor.readers.source import MAX_BYTES, Found, Metered, Source
from extractor.readers.unpack import PIECE

_HTML = re.compile(r"\s*(?:text/html|application/xhtml\+xml)\b", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_UNPACKED = frozenset({"", "identity", "gzip", "deflate"})


def read(source: Source) -> Iterator[Found]:
    """An article or an error for every successful HTML response; other records are no articles, and passed over."""
    archives = need("warcio.archiveiterator", source.name, "WARC")
    exceptions = need("warcio.exceptions", source.name, "WARC")
    stream = Metered(source, f"has headers of over {MAX_BYTES // 2**20} MB, so it is no WARC", MAX_BYTES)
    # records are parsed here, one by one, so that a response with broken headers costs no other
    records = archives.ArchiveIterator(stream, no_record_parse=True)
    number = odd = 0
    while True:
        stream.allowance = MAX_BYTES
        try:
            # warcio writes to standard error what it finds odd, whole lines of it: it is told below instead
            with contextlib.redirect_stderr(io.StringIO()):
                record = next(records, None)
        except exceptions.ArchiveLoadFailed as error:
            why = f"is no valid WARC after record {number}: {str(error)[:200]}; the rest was not read"
            raise ArticleError(f"{source.name}: {why}") from None
        if records.err_count > odd:
            odd = records.err_count
            place = f"record {number}"
            yield place, ArticleError(f"{source.where(place)}: is not as long as its header says")
        if record is None:
            return
        number += 1
        # what is left of a record may be long, and is passed over in pieces: no bound on it
        stream.allowance = None
        yield from _whole_record(record, source, number)


def _whole_record(record: Any, source: Source, number: int) -> Iterator[Found]:
    """What a record holds, if anything, once it is known to be there to its end."""
    place = f"record {number}"
    if record.length is None:
        raise ArticleError(f"{source.where(place)}: does not say its length; the rest was not read")
    found = _record(record, source, place, f"{source.stem}-{number}")
    while record.raw_stream.read(PIECE):
        pass
    if record.raw_stream.limit > 0:
        raise ArticleError(f"{source.where(place)}: the file ends inside this record, so it was cut short")
    if found is not None:
        yield place, found


def _record(record: Any, source: Source, place: str, default_id: str) -> Article | ArticleError | None:
    """The article of a record, an error in its place, or None if it is no HTML page."""
    if record.rec_type not in ("response", "resource"):
        return None
    url = record.rec_headers.get_header("WARC-Target-URI")
    where = f"{source.where(place)} ({url[:200] if url else 'no address'})"
    try:
        content_type = _content_type(record, where)
        if content_type is None or not _HTML.match(content_type):
            return None
        data = _content(record, where)
        charset = _CHARSET.search(content_type)
        web = url if url and url.startswith(("http://", "https://")) else None
        return html_page.page(data, where, default_id, web, charset[1] if charset else None)
    except ArticleError as error:
        return error


def _content(record: Any, where: str) -> bytes:
    """The page, unpacked and bounded; raises ArticleError for one that is damaged.

    Unpacked here, for warcio gives packed content that is damaged up to the damage, as if that were the whole.
    """
    packed = bool(record.http_headers and record.http_headers.get_header("Content-Encoding"))
    if packed:
        record.http_headers.remove_header("Content-Encoding")
    stream, data, unpacker = record.content_stream(), bytearray(), None
    while piece := stream.read(PIECE):
        if packed and not data and unpacker is None and piece[:1] in (b"\x1f", b"\x78"):
            # of either format; what begins otherwise was unpacked by whoever made the archive
            unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
        try:
            data += unpacker.decompress(piece, html_page.MAX_PAGE + 1) if unpacker else piece
        except zlib.error as error:
            raise ArticleError(f"{where}: is packed and damaged: {error}") from None
        if len(data) > html_page.MAX_PAGE:
            raise ArticleError(f"{where}: is over {html_page.MAX_PAGE // 2**20} MB long, more than an article is")
    if unpacker and not unpacker.eof:
        raise ArticleError(f"{where}: is packed and cut short")
    return bytes(data)


def _content_type(record: Any, where: str) -> str | None:
    """The content type of a successful response; reads its HTTP headers, so that its content comes next."""
    own_type = str(record.rec_headers.get_header("Content-Type", ""))
    if not own_type.startswith("application/http"):
        return own_type
    parsers = need("warcio.statusandheaders", where, "WARC")
    try:
        parser = parsers.StatusAndHeadersParser(["HTTP/1.0", "HTTP/1.1", "HTTP/2"])
        record.http_headers = parser.parse(record.raw_stream)
    except (parsers.StatusAndHeadersParserException, EOFError, ValueError) as error:
        raise ArticleError(f"{where}: its HTTP headers are broken: {error}") from None
    if not record.http_headers.get_statuscode().startswith("2"):
        return None
    packing = record.http_headers.get_header("Content-Encoding", "").strip().lower()
    content_type = str(record.http_headers.get_header("Content-Type", ""))
    if packing not in _UNPACKED and _HTML.match(content_type):
        raise ArticleError(f"{where}: is packed as {packing!r}, which is not read")
    return content_type
