"""XML: RSS and Atom feeds, NewsML-G2 and NITF, told apart by their root element and read as streams.

Parsed by defusedxml: no external entity is ever looked up, and a file that declares entities of its own, the stuff
of entity bombs, is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from extractor.errors import ArticleError
from extractor.readers import feed, html_page, news_xml
from extractor.readers.library import need
from extractor.readers.markup import local
from extractor.readers.source import Found, Metered, Source

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_FEEDS = frozenset({"rss", "feed", "rdf"})
_NEWS = frozenset({"newsitem", "newsmessage", "nitf"})
_ITEMS = {"item": feed.article, "entry": feed.article, "newsitem": news_xml.newsml, "nitf": news_xml.nitf}
# expat keeps what is open on its stack and Python frees deep trees by recursion: no article is nested like this
_DEEPEST = 500
# the elements of small tags take thirty times their bytes in memory
_MAX_ITEM = 8 * 2**20
_TOO_LONG = f"an item is over {_MAX_ITEM // 2**20} MB long, more than one article may be"


def read(source: Source) -> Iterator[Found]:
    """The articles of a feed or a news file, or of an XHTML page."""
    if html_page.is_page(source.head):
        yield from html_page.read(source)
        return
    elements = need("defusedxml.ElementTree", source.name, "XML")
    defused = need("defusedxml.common", source.name, "XML")
    if not source.head.strip():
        raise ArticleError(f"{source.name}: is empty")
    try:
        stream = Metered(source, _TOO_LONG, _MAX_ITEM)
        yield from _items(elements.iterparse(stream, events=("start", "end")), stream, source)
    except defused.EntitiesForbidden:
        raise ArticleError(f"{source.name}: declares XML entities of its own, which could be a bomb; refused") from None
    except defused.DefusedXmlException as error:
        raise ArticleError(f"{source.name}: holds forbidden XML: {type(error).__name__}") from None
    except elements.ParseError as error:
        raise ArticleError(f"{source.name}: is not valid XML: {error}; what follows was not read") from None
    except (ValueError, LookupError) as error:
        raise ArticleError(f"{source.name}: is not valid XML: {error}") from None


def _items(events: Any, stream: Metered, source: Source) -> Iterator[Found]:
    open_elements: list[Element] = []
    inside = None
    number = 0
    for event, element in events:
        tag = local(element.tag)
        if event == "start":
            if not open_elements:
                _check_root(tag, source.name)
            open_elements.append(element)
            if len(open_elements) > _DEEPEST:
                raise ArticleError(f"{source.name}: is nested over {_DEEPEST} elements deep, so it is no article")
            if inside is None and tag in _ITEMS:
                inside = element
            continue
        open_elements.pop()
        if inside is not None and element is inside:
            number += 1
            # a NITF file is one article, as is a news item by itself: known by the file's name alone
            yield _item(element, source, number, alone=not open_elements)
            inside = None
        if inside is None:
            # what has been read is let go, so memory does not grow with the feed
            element.clear()
            if open_elements and tag in _ITEMS:
                open_elements[-1].remove(element)
            stream.allowance = _MAX_ITEM


def _item(element: Element, source: Source, number: int, alone: bool) -> Found:
    place = "" if alone else f"item {number}"
    where = source.where(place)
    try:
        return place, _ITEMS[local(element.tag)](element, where, source.stem if alone else f"{source.stem}-{number}")
    except ArticleError as error:
        return place, error


def _check_root(tag: str, name: str) -> None:
    if tag not in _FEEDS | _NEWS:
        raise ArticleError(f"{name}: is XML of a kind not read, <{tag}>: RSS, Atom, NewsML-G2 and NITF are")
