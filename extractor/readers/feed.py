"""The items of RSS (0.9x, 1.0, 2.0) and Atom feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.article import Article
from extractor.readers import fields, markup

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# other vocabularies (media:title, itunes:summary) use the same names for other things
_SPACES = frozenset({
    "", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", "http://www.w3.org/2005/Atom",
    "http://purl.org/atom/ns#", "http://purl.org/rss/1.0/modules/content/", "http://purl.org/dc/elements/1.1/",
    "http://purl.org/dc/terms/",
})  # fmt: skip

_DATES = ("pubdate", "published", "date", "issued", "updated")


def article(item: Element, where: str, default_id: str) -> Article:
    """The article of an <item> or <entry>: its full text where the feed carries it, else its summary."""
    found = _children(item)
    texts = (_prose(found[name]) for name in ("encoded", "content", "description", "summary") if name in found)
    title = found.get("title")
    return fields.made(
        where,
        text=next((text for text in texts if text.strip()), None),
        title=_prose(title).strip() if title is not None else None,
        published=fields.date(where, [_day(found, name) for name in _DATES]),
        id=_text(found, "guid") or _text(found, "id") or default_id,
        url=_url(item, found),
    )


def _children(item: Element) -> dict[str, Element]:
    """The first child of each name that is a feed's own."""
    found: dict[str, Element] = {}
    for child in item:
        if isinstance(child.tag, str) and child.tag.rpartition("}")[0].lstrip("{") in _SPACES:
            found.setdefault(markup.local(child.tag), child)
    return found


def _prose(element: Element) -> str:
    """The text of a title or body: elements of XHTML, escaped HTML, or plain."""
    if len(element):
        return markup.of_element(element)
    text = element.text or ""
    return text if element.get("type") in ("text", "text/plain") else markup.of_html(text)


def _text(found: dict[str, Element], name: str) -> str:
    element = found.get(name)
    return "" if element is None else (element.text or "").strip()


def _day(found: dict[str, Element], name: str) -> str:
    return fields.mail_date(_text(found, name))


def _url(item: Element, found: dict[str, Element]) -> str | None:
    for child in item:
        if markup.local(child.tag) == "link" and child.get("href") and child.get("rel", "alternate") == "alternate":
            return child.get("href")
    return _text(found, "link") or None
