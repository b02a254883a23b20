"""Shares that rise and fall where the words name the company instead: whose they are, by how much, to what price."""

from __future__ import annotations

import pytest
from numeric_claims import told

LEAD = "London shares ended lower.\n\n"


def prices(extractor, text):
    """Subject, basis and amount of every share price, in order."""
    claims = extractor.extract(LEAD + text, published="2016-08-10", id="test")
    return [(c.subject.name, c.basis, c.quantity.low) for c in claims if c.predicate == "share_price"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex plc, the hotels group, put on 31p to 288½p after bid talk.", [("Globex plc", "change", 0.31), ("Globex plc", "level", 2.885)]),
        ("Globex plc, which is due to report on 20 February, lost 4¼p to 97p.", [("Globex plc", "change", -0.0425), ("Globex plc", "level", 0.97)]),
        ("Globex plc slumped 9 per cent to 164p on talk of a rights issue.", [("Globex plc", "change", -9), ("Globex plc", "level", 1.64)]),
        ("Globex plc finished unchanged at 255p.", [("Globex plc", "level", 2.55)]),
        ("Globex plc crashed to 1¾p, a fall of two-thirds.", [("Globex plc", "level", 0.0175), ("Globex plc", "change", -66.67)]),
        (
            "Globex plc was up 17p at 411p and Initech plc ended 3.5p down at 98p.",
            [("Globex plc", "change", 0.17), ("Globex plc", "level", 4.11), ("Initech plc", "change", -0.035), ("Initech plc", "level", 0.98)],
        ),
        ("Globex plc, the insurer, led the index, climbing 17p to 411p.", [("Globex plc", "change", 0.17), ("Globex plc", "level", 4.11)]),
        (
            "Globex plc more than doubled, from 16p to 37p.",
            [("Globex plc", "change", 100), ("Globex plc", "level", 0.16), ("Globex plc", "level", 0.37)],
        ),
        (
            "Globex plc rose 3.2 percent, Initech plc 2.8 percent and Hooli plc added 1.9 percent.",
            [("Globex plc", "change", 3.2), ("Initech plc", "change", 2.8), ("Hooli plc", "change", 1.9)],
        ),
        ("Globex plc, floated at 120p in 2010, has had a bad year.", [("Globex plc", "level", 1.2)]),
        ("Globex Corp had priced its IPO at $18, above the range.", [("Globex Corp", "level", 18)]),
        ("Revenue at Globex plc climbed 4 percent to $3,200 per customer.", []),
        ("Globex plc lost $40 on each phone.", []),
        ("Globex plc slipped 14 percent, with shipments dropping to 3 million phones.", []),
    ],
)
def test_companies_move_on_the_stock_exchange(extractor, text, expected):
    assert prices(extractor, text) == expected


def test_adding_to_a_price_says_nothing(extractor):
    claims = extractor.extract(LEAD + "Globex plc rose 3 percent and Initech plc added 2 percent.", published="2016-08-10", id="test")
    assert [c.attribution for c in claims if c.predicate == "share_price"] == [None, None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The FTSE 100 closed 12 points, or 0.2%, higher at 7,404.", [("FTSE 100", "change", 0.2), ("FTSE 100", "level", 7404)]),
        ("The S&P 500 and the Nasdaq rose 0.9% and 0.5%, respectively.", [("S&P 500", "change", 0.9), ("Nasdaq", "change", 0.5)]),
        ("The FTSE 250 index shed 31.5 points to 19,520.", [("FTSE 250", "change", -31.5), ("FTSE 250", "level", 19520)]),
        ("It was a dull morning, with the FTSE 100 down 14 points or 0.2% at 7310 points.", [("FTSE 100", "change", -0.2), ("FTSE 100", "level", 7310)]),
        ("Japan's Nikkei stock market has fallen by 1.2%, losing 411 points to 33,210.", [("Nikkei", "change", -1.2), ("Nikkei", "level", 33210)]),
        ("Germany's Dax rose 1% while the Cac 40 in Paris gained 0.5%.", [("Dax", "change", 1), ("Cac 40", "change", 0.5)]),
        ("The S&P 500, which hit a record on Friday, ended down 0.3% at 2,100.", [("S&P 500", "change", -0.3), ("S&P 500", "level", 2100)]),
        ("The stock market fell 2% last week.", []),
        ("Globex plc sold 40 of its 300 vans to FTSE 100 firms.", []),
        ("Globex plc will join the FTSE 250 in May with 3,000 staff.", []),
    ],
)
def test_indices_move_and_stand(extractor, text, expected):
    assert prices(extractor, text) == expected


def test_the_stock_market_sells_nothing(extractor):
    claims = extractor.extract("Globex plc makes vans. Japan's stock market has fallen by 1.2% this week.", published="2016-08-10", id="test")
    assert [one for one in claims if one.kind == "sales"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Housebuilder Globex plc is the top riser, up 4.4%.", [("Globex plc", 4.4)]),
        ("Globex plc led the fallers, down 3.1%.", [("Globex plc", -3.1)]),
        ("Housebuilders were among the biggest risers, with Globex plc up 2.3%.", [("Globex plc", 2.3)]),
        ("The biggest faller on the FTSE 100 was Globex plc, sliding 5%.", [("Globex plc", -5)]),
        ("Globex plc was the top seller, up 4.4%.", []),
    ],
)
def test_those_that_moved_most(extractor, text, expected):
    assert [(name, amount) for name, basis, amount in prices(extractor, text) if basis == "change"] == expected


def test_shares_in_the_trade_of_a_city_are_not_of_the_city(extractor):
    text = "In Tokyo trade, Globex Corp plunged 4.28 percent to 28,030 yen as Acme Corp lost 2.70 percent to 5,182 yen."
    claims = extractor.extract(text, published="2019-06-03", id="test")
    told = [(one.subject.name, one.basis, one.quantity.low, one.place) for one in claims if one.predicate == "share_price"]
    assert told == [("Globex Corp", "change", -4.28, None), ("Globex Corp", "level", 28030, None),
                    ("Acme Corp", "change", -2.7, None), ("Acme Corp", "level", 5182, None)]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), [("Yesterday it reported sales of $3 million.", "2016-08-09"), ("Yesterday it reported sales of $3 million. It sold a mill for $2 million today.", "2016-08-10")])
def test_the_day_of_trading(extractor, text, day):
    claims = extractor.extract(f"Shares in Globex plc dropped 12 percent. {text}", published="2016-08-10", id="test")
    assert [str(one.period.start) for one in claims if one.predicate == "share_price"] == [day]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Shares in shops fell. Acme Corp was the worst performer with a 5.4 per cent slide, while Globex Corp slipped 1.8 per cent.",
            [("Acme Corp", "share_price", -5.4), ("Globex Corp", "share_price", -1.8)],
        ),
        (
            "Acme Corp's shares added 2p to 31p; Porter's shed 4p to 262p.",
            [("Acme Corp", "share_price", 0.02), ("Acme Corp", "share_price", 0.31), ("Porter", "share_price", -0.04), ("Porter", "share_price", 2.62)],
        ),
        (
            "On the stock market Acme Corp added 9p to 455p after copper output in the first quarter rose 15 percent.",
            [("Acme Corp", "share_price", 0.09), ("Acme Corp", "share_price", 4.55), ("Acme Corp", "production", 15)],
        ),
    ],
)
def test_who_led_and_what_else_rose(extractor, text, expected):
    assert told(extractor, text) == expected
