"""The numeric claims of a text, as several test modules compare them."""

from __future__ import annotations

PUBLISHED = "2016-08-10"


def told(extractor, text):
    """Subject, predicate and the signed low or high of every numeric claim."""
    return [
        (c.subject.name, c.predicate, c.quantity.low if c.quantity.low is not None else c.quantity.high)
        for c in extractor.extract(text, published=PUBLISHED, id="test")
        if c.quantity is not None and c.predicate != "other"
    ]
