"""Plain agency prose: cables of the eighties, bids, share prices in eighths, what estimates and surveys say."""

from __future__ import annotations

import pytest

from extractor.mentions.quantities import find_quantities


def told(extractor, text, published="1987-03-12"):
    """Kind, predicate, subject, low, high and unit of every numeric claim, in order."""
    claims = extractor.extract(text, published=published, id="test")
    return [
        (c.kind, c.predicate, c.subject.name, c.quantity.low, c.quantity.high, c.quantity.unit) for c in claims if c.kind in ("sales", "figure", "target")
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It earned 12.4 mln dlrs, or 85 cts a share.", [(12.4e6, "USD"), (0.85, "USD")]),
        ("It earned 33.2 mln stg, 12 billion marks and 3 mln Canadian dlrs.", [(33.2e6, "GBP"), (12e9, "DEM"), (3e6, "CAD")]),
        ("Shares shot up 11-5/8 to 29-3/8.", [(11.625, "USD"), (29.375, "USD")]),
        ("Shares fell 1/2 to 17-1/4.", [(0.5, "USD"), (17.25, "USD")]),
        ("Shares rose 1-1/8 to 54.", [(1.125, "USD"), (54, "USD")]),
        ("The bank raised its rate to 8-1/2 percent.", [(8.5, "percent")]),
        ("They won 3-1.", []),
    ],
)
def test_cables_count_in_dlrs_and_eighths(text, values):
    assert [(one.quantity.low, one.quantity.unit) for one in find_quantities(text)] == values


def test_a_ticker_in_brackets_is_no_name(extractor):
    found = told(extractor, "LONDON, March 12 - Globex Plc <GBXL> said pretax profit rose to 33.2 mln stg in 1986 from 28.1 mln.")
    assert [one[2] for one in found] == ["Globex Plc", "Globex Plc"]


@pytest.mark.parametrize(
    ("text", "kind", "price"),
    [
        ("Initech Corp could attract a higher bid than the 27 dlrs per share offered by Globex Inc, dealers said.", "target", 27),
        ("Globex Inc offered to buy Initech Corp for $61 a share in cash.", "target", 61),
        ("Initech Corp rejected a proposal of $14.50 per share.", "target", 14.5),
        ("Globex Inc paid $61 per share for Initech Corp.", "figure", 61),
        ("Globex Inc has agreed to pay $61 a share for Initech Corp, valuing it at $3 billion.", "figure", 61),
        ("Globex Inc completed its acquisition of Initech Corp for $61 per share in cash.", "figure", 61),
    ],
)
def test_what_is_bid_for_a_share_is_planned_until_agreed(extractor, text, kind, price):
    found = [one for one in told(extractor, text) if one[1] == "share_price"]
    assert [(one[0], one[2].rstrip("."), one[3]) for one in found] == [(kind, "Initech Corp", price)]


def test_a_bid_values_the_company_bid_for(extractor):
    found = told(extractor, "Globex Inc has agreed to pay $61 a share for Initech Corp, valuing it at $3 billion.")
    assert [one for one in found if one[1] == "valuation"] == [("figure", "valuation", "Initech Corp", 3e9, 3e9, "USD")]
