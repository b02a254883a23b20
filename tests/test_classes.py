"""Classes of sellers and goods as the subject: what is told of "Japanese carmakers", "their share", "sales of electric cars"."""

from __future__ import annotations

import pytest


def told(extractor, text):
    """Subject, predicate, lowest value of each measure in a text, in its order."""
    found = extractor.extract(text, published="2016-08-10", id="test")
    return [(c.subject.name, c.predicate, c.quantity.low) for c in found if c.kind in ("sales", "figure", "target") and c.predicate != "other"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2014 Korean carmakers made up 31% of sales globally.", [("Korean carmakers", "market_share", 31)]),
        ("Foreign brands account for 60 percent of car sales in China.", [("Foreign brands", "market_share", 60)]),
        ("Globex Corp made up 31 percent of global phone sales in 2014.", [("Globex Corp", "market_share", 31)]),
        ("Domestic brands' share of the Chinese market rose to 43 percent.", [("Domestic brands", "market_share", 43)]),
        (
            "Local carmakers' market share rose to 43 percent in 2015 from 38 percent in 2014.",
            [("Local carmakers", "market_share", 43), ("Local carmakers", "market_share", 38)],
        ),
        (
            "Korean carmakers dominate Thailand. Their share of its market was 54% in 2015, down from 68% in 2013.",
            [("Korean carmakers", "market_share", 54), ("Korean carmakers", "market_share", 68)],
        ),
        ("In Thailand, dominated by Korean carmakers, their share of its market was 54% in 2015.", [("Korean carmakers", "market_share", 54)]),
        ("Grocers were squeezed by discounters. Their share of the market fell to 12 percent.", [("Grocers", "market_share", 12)]),
        ("Sales of Korean cars in China have dropped by a third since 2012.", [("Korean cars", "units_sold", -33.33)]),
        ("Shipments of Chinese phones in India rose 30 percent in 2015.", [("Chinese phones", "units_sold", 30)]),
    ],
)
def test_a_class_is_the_subject(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Phones account for 31% of Globex Corp's sales.",
        "China accounted for 31% of sales at Globex Corp in 2014.",
        "Globex Corp said the Zeta accounted for 31% of sales in China.",
        "Globex Corp said carmakers accounted for 31 percent of its sales in China.",
        "Globex Corp said retailers accounted for 60 percent of sales in China.",
        "Exports accounted for 60 percent of car sales in China.",
    ],
)
def test_a_part_of_ones_own_sales_is_no_share_of_a_market(extractor, text):
    assert told(extractor, text) == []


def test_their_is_the_companies_named_since(extractor):
    text = "Local carmakers cheered. Globex Corp and Hooli Corp make cars. Their sales rose 3 percent in 2015."
    assert told(extractor, text) == [("Globex Corp", "revenue", 3)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Japanese carmakers accounted for 31% of car sales globally.", None),
        ("In 2014 Korean carmakers made up 31% of sales globally.", None),
        ("Chinese brands had 40 percent of the market in India in 2015.", "India"),
        ("Chinese brands account for 60 percent of car sales in China.", "China"),
    ],
)
def test_where_a_class_comes_from_is_not_where_it_sells(extractor, text, place):
    (claim,) = (one for one in extractor.extract(text, published="2016-08-10", id="test") if one.predicate == "market_share")
    assert (claim.place.name if claim.place else None) == place
