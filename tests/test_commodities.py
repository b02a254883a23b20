"""Prices of goods that are dealt in: of what, by how much, to what price."""

from __future__ import annotations

import pytest


def prices(extractor, text):
    """Subject, basis and amount of every price, in order."""
    claims = extractor.extract(text, published="2016-08-10", id="test")
    return [(one.subject.name, one.basis, one.quantity.low if one.quantity.low is not None else one.quantity.high) for one in claims if one.predicate == "price"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Brent crude fell 40 cents, or 0.7%, to $57.12 a barrel.",
            [("Brent crude", "change", -0.4), ("Brent crude", "change", -0.7), ("Brent crude", "level", 57.12)],
        ),
        ("Oil prices rose 2 percent to $48 a barrel.", [("Oil", "change", 2), ("Oil", "level", 48)]),
        ("Acme Energy slid as Brent crude fell to a five-year low below $57 a barrel.", [("Brent crude", "level", 57)]),
        ("Spot gold was trading at $1,312.40 an ounce, while copper slipped 1.5 percent.", [("Spot gold", "level", 1312.4), ("copper", "change", -1.5)]),
        ("Bitcoin jumped 5% to $60,000.", [("Bitcoin", "change", 5), ("Bitcoin", "level", 60000)]),
        ("In New York a barrel of US crude oil ended up $2.80.", [("US crude oil", "change", 2.8)]),
        ("Steel prices rose by 8% in January.", [("Steel", "change", 8)]),
        ("Before the war, Brent was about $70 a barrel.", [("Brent", "level", 70)]),
        ("The average price of petrol reached a peak of 159.53p a litre.", [("petrol", "level", 1.5953)]),
        ("A litre of petrol now costs 156.19p, while diesel costs 173.15p a litre.", [("petrol", "level", 1.5619), ("diesel", "level", 1.7315)]),
        ("Stocks of US crude and of petrol, which are up 9%, were in focus.", []),
        # no price of goods: of a company, of what is mined or sold, of a cost
        ("Gold Fields rose 3 percent.", []),
        ("Acme Corp's gold output rose 3 percent.", []),
        ("Sales of copper rose 3 percent.", []),
        ("Oil company Acme Corp said profit rose 3 percent.", []),
    ],
)
def test_prices_of_goods_dealt_in(extractor, text, expected):
    assert prices(extractor, text) == expected


def test_goods_without_a_name_are_not_of_whoever_was_named_last(extractor):
    text = "A bar in Oslo is busy. Guests like it. They come late. Its drink holds Acme Gin. The beverage is priced at $8."
    assert prices(extractor, text) == [("beverage", "level", 8)]
    assert prices(extractor, "Acme Corp makes gin. The beverage is priced at $8.") == [("Acme Corp", "level", 8)]
