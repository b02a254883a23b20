"""The prose in marked-up text: paragraphs apart by blank lines, without scripts, pictures and their captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_BLOCK_NAMES = """
    address article aside blockquote br dd div dl dt figcaption h1 h2 h3 h4 h5 h6 header hl1 hl2 hr li lq ol p pre q
    section table tbody td th thead tr ul block body body.content html
"""
_DROPPED_NAMES = """
    head script style template noscript svg iframe figure media media-caption media-metadata media-producer nav form
    button
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_DROPPED = frozenset(_DROPPED_NAMES.split())
_SPACE = re.compile(r"\s+")


class _Prose:
    """Gathers text between the tags it is told of."""

    def __init__(self) -> None:
        self._paragraphs: list[str] = []
        self._pieces: list[str] = []
        self._dropped: list[str] = []

    def start(self, tag: str) -> None:
        if tag in _DROPPED:
            self._dropped.append(tag)
        elif tag in _BLOCKS:
            self._end_paragraph()

    def data(self, text: str | None) -> None:
        if text and not self._dropped:
            self._pieces.append(text)

    def end(self, tag: str) -> None:
        if tag in self._dropped:
            # tags left open inside what is dropped are closed with it
            while self._dropped.pop() != tag:
                pass
        elif tag in _BLOCKS:
            self._end_paragraph()

    def text(self) -> str:
        self._end_paragraph()
        return "\n\n".join(self._paragraphs)

    def _end_paragraph(self) -> None:
        paragraph = _SPACE.sub(" ", "".join(self._pieces)).strip()
        if paragraph:
            self._paragraphs.append(paragraph)
        self._pieces = []


class _HtmlProse(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.prose = _Prose()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.prose.start(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self.prose.start(tag)
        self.prose.end(tag)

    def handle_data(self, data: str) -> None:
        self.prose.data(data)

    def handle_endtag(self, tag: str) -> None:
        self.prose.end(tag)


def of_html(fragment: str) -> str:
    """The prose of a piece of HTML, as feeds carry it; plain text comes back as it is."""
    if "<" not in fragment and "&" not in fragment:
        return fragment
    parser = _HtmlProse()
    parser.feed(fragment)
    parser.close()
    return parser.prose.text()


def of_element(element: Element) -> str:
    """The prose of an XML element and all below it."""
    prose = _Prose()
    for kind, one in _walk(element):
        if kind == "start":
            prose.start(local(one.tag))
            prose.data(one.text)
        else:
            prose.end(local(one.tag))
            if one is not element:
                prose.data(one.tail)
    return prose.text()


def local(tag: object) -> str:
    """A tag without its namespace; comments and instructions have none."""
    return tag.rpartition("}")[2].casefold() if isinstance(tag, str) else ""


def _walk(element: Element) -> Iterator[tuple[str, Element]]:
    """Starts and ends in document order; by a list, not recursion, for elements may be nested without end."""
    waiting = [("end", element), ("start", element)]
    while waiting:
        kind, one = waiting.pop()
        yield kind, one
        if kind == "start":
            for child in reversed(one):
                waiting += [("end", child), ("start", child)]
