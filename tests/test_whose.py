"""Whom a claim is about, where others are named beside him: who is fined, who sells, whom a pronoun stands for."""

from __future__ import annotations

import pytest

PUBLISHED = "2016-08-10"


def told(extractor, text):
    """Subject, predicate and the signed low or high of every numeric claim."""
    return [
        (c.subject.name, c.predicate, c.quantity.low if c.quantity.low is not None else c.quantity.high)
        for c in extractor.extract(text, published=PUBLISHED, id="test")
        if c.quantity is not None and c.predicate != "other"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex Corp fell too, paying the Norland Securities Commission $250m to settle charges.", [("Globex Corp", 250e6)]),
        ("Acme Corp agreed to pay the SEC $12m to settle a probe.", [("Acme Corp", 12e6)]),
        ("Acme Corp has agreed to pay $400m to the US to end a lawsuit over its app.", [("Acme Corp", 400e6)]),
        ("Others to have paid penalties are Acme Corp, which in 2012 paid $17m, and Globex Corp, which paid $27m.", [("Acme Corp", 17e6), ("Globex Corp", 27e6)]),
        ("The FTC levied a $5m penalty against Acme Corp in May.", [("Acme Corp", 5e6)]),
        ("The SEC reached a $14m settlement with Acme Funds.", [("Acme Funds", 14e6)]),
        ("Acme Corp reached a $45m settlement with Globex Corp.", [("Acme Corp", 45e6)]),
        ("The court slapped Acme Corp with a $20m penalty.", [("Acme Corp", 20e6)]),
        ("Acme Corp was handed a £3m penalty by the Financial Conduct Authority.", [("Acme Corp", 3e6)]),
        ("The SEC has imposed penalties totalling $2bn on 15 funds.", []),
        ("A former finance director at Acme Corp received a jail sentence and a fine of $250,000.", []),
        ("The regulator fined a former Acme Corp trader, John Roe, £45,000.", [("John Roe", 45e3)]),
    ],
)
def test_who_is_fined(extractor, text, expected):
    assert [(name, low) for name, predicate, low in told(extractor, text) if predicate == "fine"] == expected
