"""News agencies' XML: the items of NewsML-G2, and NITF by itself or inside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.article import Article
from extractor.readers import fields, markup

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def newsml(item: Element, where: str, default_id: str) -> Article:
    """The article of a <newsItem>; inline content is NITF, XHTML or plain text."""
    inner = next(_all(item, "nitf"), None)
    title = _first_text(item, "contentmeta", "headline") or _first_text(item, "itemmeta", "title")
    if inner is not None and not title:
        title = _nitf_title(inner)
    dates = [
        _first_text(item, "contentmeta", "contentcreated"),
        _first_text(item, "itemmeta", "versioncreated"),
        _first_text(item, "itemmeta", "firstcreated"),
    ]
    return fields.made(
        where,
        text=_nitf_body(inner) if inner is not None else _inline(item),
        title=title,
        published=fields.date(where, dates),
        id=item.get("guid") or default_id,
        url=None,
    )


def nitf(root: Element, where: str, default_id: str) -> Article:
    """The article of a <nitf>."""
    dates = [
        *(one.get("norm") for name in ("date.issue", "story.date", "date.release") for one in _all(root, name)),
        *(one.get("date.publication") for one in _all(root, "pubdata")),
    ]
    return fields.made(
        where,
        text=_nitf_body(root),
        title=_nitf_title(root),
        published=fields.date(where, dates),
        id=next((one.get("id-string") or "" for one in _all(root, "doc-id")), "") or default_id,
        url=next((one.get("ex-ref") for one in _all(root, "pubdata")), None),
    )


def _nitf_title(root: Element) -> str | None:
    for name in ("hl1", "headline", "title"):
        for one in _all(root, name):
            if title := markup.of_element(one):
                return title
    return None


def _nitf_body(root: Element) -> str:
    return "\n\n".join(filter(None, map(markup.of_element, _all(root, "body.content"))))


def _inline(item: Element) -> str | None:
    """The first rendition of the content that has words."""
    for inline in _all(item, "inlinexml"):
        body = next(_all(inline, "body"), inline)
        if text := markup.of_element(body):
            return text
    for inline in _all(item, "inlinedata"):
        text = (inline.text or "").strip()
        if text:
            return markup.of_html(text) if "html" in inline.get("contenttype", "") else text
    return None


def _first_text(item: Element, group: str, name: str) -> str | None:
    for parent in item:
        if markup.local(parent.tag) == group:
            for one in _all(parent, name):
                if text := " ".join("".join(one.itertext()).split()):
                    return text
    return None


def _all(element: Element, name: str) -> Iterator[Element]:
    """The elements of a local name below an element, in document order."""
    return (one for one in element.iter() if markup.local(one.tag) == name)
