"""What a percentage is a percentage of, and other measures that are told by the words around an amount."""

from __future__ import annotations

import pytest

LEAD = "Globex Corp makes lifts. "


def told(extractor, text):
    """Predicate, basis, amount and outlook of every numeric claim, in order."""
    claims = extractor.extract(LEAD + text, published="2019-05-14", id="test")
    return [(c.predicate, c.basis, c.quantity.low, c.outlook) for c in claims if c.kind in ("sales", "figure", "target")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It supplies 40 percent of Britain's lifts.", [("market_share", "level", 40, None)]),
        ("It had 19 percent of the U.S. toy market with Acme at 15 percent, followed by Initech at 13 percent.",
         [("market_share", "level", 19, None), ("market_share", "level", 15, None), ("market_share", "level", 13, None)]),
        ("It should be mentioned that its shares tripled in 2004.", [("share_price", "change", 200, None)]),
        ("The Zeta's capacity is 2GB. The Zeta may be purchased with either 15 or 17 inches.", []),
        ("It will purchase 20 of Initech's larger planes and has purchased six of its jets.", []),
        ("Customers purchased 3 million lifts.", [("units_sold", "level", 3e6, None)]),
        ("Its new jet can carry 290 passengers and holds between 210 and 250 guests.", []),
        ("It was greeted by some 400 guests.", []),
        ("It has room for 300 passengers and has a range of 5,600 to 8,870 miles.", []),
        ("Its deliveries rose to 18 jets from 13.", [("units_sold", "level", 18, None), ("units_sold", "level", 13, None)]),
        ("It carried 5.2 million passengers in May.", [("users", "level", 5.2e6, None)]),
        ("It says it has 800 orders at $200 million per aircraft.", [("orders", "level", 800, None)]),
        ("It makes a third of the world's zips.", [("market_share", "level", 33.33, None)]),
        ("It has visited 40 percent of Britain's people.", []),
        ("It is shooting for a 12 percent margin in 2022.", [("margin", "level", 12, "target")]),
        ("Sales growth slowed to 2.1 percent from 5.4 percent.", [("revenue", "change", 2.1, None), ("revenue", "change", 5.4, None)]),
        ("Takings are still running 40 percent below 2017.", [("revenue", "change", -40, None)]),
        (
            "Net profit came in at $11.2m, 17 per cent down on the previous year's $13.5m.",
            [("profit", "level", 11.2e6, None), ("profit", "change", -17, None), ("profit", "level", 13.5e6, None)],
        ),
        ("Its largest shareholder, Initech Farmers, with 22 per cent, has two directors.", [("stake", "level", 22, None)]),
        ("Hooli Ventures hangs on to 22 percent.", [("stake", "level", 22, None)]),
    ],
)
def test_what_a_percentage_is_of(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 350 workers, half of them welders, will be taken on.", [("jobs", "change", 350, "plan")]),
        ("It has told 1,100 of its 6,800 staff to clear their desks.", [("jobs", "change", -1100, None), ("employees", "level", 6800, None)]),
        ("It closed a plant, leaving 38 people without work.", [("jobs", "change", -38, None)]),
        ("It will have 5,700 people left after the cuts.", [("employees", "level", 5700, "plan")]),
        ("Some 30 of its 6,800 staff sang.", [("employees", "level", 6800, None)]),
        ("A new $24 million factory near Leeds will go ahead.", [("investment", "level", 24e6, "plan")]),
        ("It turned over $312m in 2018.", [("revenue", "level", 312e6, None)]),
        ("The loss was 36 cents.", [("eps", "level", -0.36, None)]),
        ("It paid $3.1 million last year to settle similar charges.", [("fine", "level", 3.1e6, None)]),
        ("The start-up, worth $1.3 billion in 2016, went under with $4 million in the bank.", [("valuation", "level", 1.3e9, None)]),
        ("Its shares dropped, wiping out about $4.1 billion in market value.", [("valuation", "change", -4.1e9, None)]),
        ("It currently employs 521 journalists.", [("employees", "level", 521, None)]),
        ("It employs 40 robots.", []),
        ("It announced seven factory closures planned by 2028.", [("sites", "change", -7, "plan")]),
        ("It is estimated to report a net profit of $3 million for the first quarter of 2019.", [("profit", "level", 3e6, "forecast")]),
        ("The Widget plans to sell at $20, under the $23 that Initech charges for its Hoister.", [("price", "level", 20, "plan"), ("price", "level", 23, None)]),
    ],
)
def test_other_ways_of_measuring(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "high"),
    [
        ("The Widget is priced from $459.", None),
        ("The Hoister will start at $35,000.", None),
        ("It sells the Widget for $30.", 30),
        ("The price of the Widget fell to $30.", 30),
    ],
)
def test_a_price_that_starts_has_no_end(extractor, text, high):
    assert [c.quantity.high for c in extractor.extract(LEAD + text, id="test") if c.predicate == "price"] == [high]


def test_what_is_counted_tells_where(extractor):
    claims = extractor.extract(LEAD + "Its 1,600 German stores are profitable.", id="test")
    assert [c.place.name for c in claims if c.predicate == "sites"] == ["Germany"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Sales to Europe fell by a fifth.", "Europe"),
        ("It shipped 310 lifts to Australia, mostly for builders in Queensland.", "Australia"),
        ("It sold 40 lifts, thanks to Germany.", None),
    ],
)
def test_where_goods_go(extractor, text, place):
    claims = extractor.extract(LEAD + text, id="test")
    assert [c.place and c.place.name for c in claims if c.kind == "sales"] == [place]


def test_sellers_beside_each_other_have_their_own_shares(extractor):
    claims = extractor.extract("Globex had 19 percent of the U.S. toy market with Acme at 15 percent, followed by Initech at 13 percent.", id="test")
    assert [(c.subject.name, c.quantity.low) for c in claims] == [("Globex", 19), ("Acme", 15), ("Initech", 13)]


def test_a_price_is_of_goods_and_not_of_a_sign(extractor):
    claims = extractor.extract("Songs are sold by Globex for £0.79 each, which will be cut to match the prices of €0.99 elsewhere.", id="test")
    assert {c.subject.name for c in claims} <= {"Globex", "Songs"}


def test_the_year_of_a_model_and_of_a_birth_date_nothing(extractor):
    claims = extractor.extract(
        "Globex released the 2011 version of its suite. Mark Poe, born in Oslo on February 24, 1955, has built Globex into a firm with a market value of $3 billion.",
        published="2012-05-01", id="test",
    )  # fmt: skip
    assert [(c.predicate, c.period) for c in claims] == [("valuation", None)]
