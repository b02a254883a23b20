"""Web pages: main text, title, date and address by trafilatura, from the page alone, nothing fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.article import Article
from extractor.errors import ArticleError
from extractor.readers import fields
from extractor.readers.encoding import decode
from extractor.readers.library import need
from extractor.readers.source import Found, Source

MAX_PAGE = 8 * 2**20
# a page of this many is worked for some eight seconds; articles have hundreds
_MAX_TAGS = 100_000
# without these limits htmldate takes today for the last possible day, and the same page would read otherwise tomorrow
_DATES = {"original_date": True, "extensive_search": False, "min_date": "1990-01-01", "max_date": "2099-12-31"}
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,30})|encoding=[\"']([\w.:-]{2,30})", re.I)
# only these declared encodings are followed: a page must not choose any codec that Python happens to have
_FOLLOWED = re.compile(
    r"us-ascii|latin-?1|utf-?(?:8|16)(?:le|be)?|iso-?8859-\d{1,2}|(?:windows|cp)-?125\d|koi8-[ru]|mac-?roman"
    r"|shift_jis|euc-(?:jp|kr)|big5|gb(?:2312|k|18030)",
    re.I,
)

_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.I | re.S)


def is_page(head: bytes) -> bool:
    """True for the start of an HTML page."""
    return _PAGE.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def read(source: Source) -> Iterator[Found]:
    """The one article of a page."""
    yield "", page(source.whole(MAX_PAGE), source.name, source.stem)


def page(data: bytes, where: str, default_id: str, url: str | None = None, charset: str | None = None) -> Article:
    """The article of a page's bytes; `charset` is what came with it in HTTP headers. Raises ArticleError."""
    trafilatura = need("trafilatura", where, "HTML")
    if not data.strip():
        raise ArticleError(f"{where}: is empty")
    if data.count(b"<") > _MAX_TAGS:
        raise ArticleError(f"{where}: has over {_MAX_TAGS:,} tags, so it is no article")
    text = _decoded(data, where, charset)
    try:
        found = trafilatura.bare_extraction(
            text,
            url=url,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params=_DATES,
        )
    except Exception as error:  # a page that a foreign library trips over costs no other article
        raise ArticleError(f"{where}: cannot be read as HTML: {type(error).__name__}: {error}") from None
    if found is None or not (found.text or "").strip():
        raise ArticleError(f"{where}: holds no article, as far as its markup tells")
    paragraphs = [line.strip() for line in found.text.splitlines() if line.strip()]
    if len(paragraphs) > 1 and paragraphs[0] == found.title:
        # the headline stands in the article's own markup too: once is enough
        del paragraphs[0]
    return fields.made(
        where,
        text="\n\n".join(paragraphs),
        title=found.title,
        published=fields.date(where, [found.date]),
        id=default_id,
        url=url or found.url,
    )


def _decoded(data: bytes, where: str, charset: str | None) -> str:
    """The characters of a page: what is valid UTF-8 is that, else what the page or its headers declare is followed."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        match = _CHARSET.search(data[:4096])
        declared = charset or (match and (match[1] or match[2]).decode("ascii", "ignore")) or ""
        if b"\x00" not in data and _FOLLOWED.fullmatch(declared):
            return data.decode(declared, errors="replace")
    return decode(data, where)
