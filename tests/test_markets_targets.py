"""Targets and what a company decides, hires, fires and asks: one sentence, the measured claims that it holds."""

import pytest


def measured(extractor, text):
    """Kind, subject, predicate, bounds, and outlook of each claim with a quantity."""
    claims = extractor.extract(text, published="2016-08-10", id="test")
    return [
        (one.kind, one.subject.name, one.predicate, one.quantity.low, one.quantity.high, one.outlook)
        for one in claims
        if one.quantity and one.kind != "deal"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp is targeting a turnover of $5bn by 2020.", [("target", "Acme Corp", "revenue", 5e9, 5e9, "target")]),
        ("Acme Corp targeted sales of $5bn by 2020.", [("target", "Acme Corp", "revenue", 5e9, 5e9, "target")]),
        # what analysts look for they expect
        (
            "Analysts had been looking for Acme Corp sales of $5bn.",
            [("target", "Acme Corp", "revenue", 5e9, 5e9, "forecast")],
        ),
        ("Acme Corp is on track to sell 4,000 cars this year.", [("target", "Acme Corp", "units_sold", 4000, 4000, "forecast")]),
        ("Acme Corp profits for 2016 are seen at $145 million.", [("target", "Acme Corp", "profit", 145e6, 145e6, "forecast")]),
        # what it has is no aim
        (
            "Acme Corp promised to deal with its debts, which stand at $12 billion.",
            [("figure", "Acme Corp", "debt", 12e9, 12e9, None)],
        ),
        # a cause is no plan
        ("Acme Corp had a loss of $40 million, partly due to $45 million of fines.", [("figure", "Acme Corp", "loss", 40e6, 40e6, None), ("figure", "Acme Corp", "fine", 45e6, 45e6, None)]),
        # where it starts from is fact
        (
            "Acme Corp aims to raise sales from $120 million in the last fiscal year to $140 million in 2020.",
            [("sales", "Acme Corp", "revenue", 120e6, 120e6, None), ("target", "Acme Corp", "revenue", 140e6, 140e6, "target")],
        ),
        # what it has already is no plan
        (
            "With $5bn in global sales, Acme Corp has proposed to invest $2bn in India.",
            [("sales", "Acme Corp", "revenue", 5e9, 5e9, None), ("target", "Acme Corp", "investment", 2e9, 2e9, "plan")],
        ),
    ],
)
def test_targets(extractor, text, expected):
    assert measured(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp lays off 1,700 workers.", [("figure", "Acme Corp", "jobs", -1700, -1700, None)]),
        ("Acme Corp has already scrapped 500 jobs.", [("figure", "Acme Corp", "jobs", -500, -500, None)]),
        ("Acme Corp's layoffs will affect 475 workers.", [("target", "Acme Corp", "jobs", -475, -475, "plan")]),
        ("Acme Corp will close its plant, putting 500 people out of a job.", [("target", "Acme Corp", "jobs", -500, -500, "plan")]),
        ("Acme Corp will close its mill, resulting in the layoff of 287 workers.", [("target", "Acme Corp", "jobs", -287, -287, "plan")]),
    ],
)
def test_layoffs(extractor, text, expected):
    assert measured(extractor, text) == expected


@pytest.mark.parametrize("text", ["Globex Inc agreed with Acme Corp to buy 13 stores.", "The two plants of Acme Corp were told on Monday."])
def test_sites_that_are_no_count(extractor, text):
    assert measured(extractor, text) == []


def test_an_infinitive_after_a_noun_is_the_future_of_a_headline(extractor):
    claims = extractor.extract("Acme Corp makes bikes.", title="Acme Corp Says Sales to Reach $1.2 Bln Next Year", published="2016-08-10")
    assert [(one.kind, one.quantity.low, one.outlook) for one in claims if one.quantity] == [("target", 1.2e9, "forecast")]


@pytest.mark.parametrize(
    ("text", "low", "product", "outlook"),
    [
        ("Acme Corp launched the Zeta phone at Rs 2,999.", 2999, "Zeta phone", None),
        ("Acme Corp might soon launch a phone priced at $250.", 250, "phone", "forecast"),
        ("Acme Corp makes bikes. Its new folding bike, which is priced at $1,500, has three wheels.", 1500, "new folding bike", None),
        ("Acme Corp said its new phone will retail for 199 euros.", 199, "new phone", "plan"),
        ("Acme Corp's Zeta 5 will be available from March 5 for $299.", 299, "Zeta 5", "plan"),
        ("Acme Corp's long-range model, which starts at $47,000, has a new screen.", 47000, "long-range model", None),
        ("Acme Corp's folding bike carries a price tag of $499.", 499, "folding bike", None),
        ("Acme Corp said a longer version will cost $47,000.", 47000, "longer version", "plan"),
    ],
)
def test_prices_asked(extractor, text, low, product, outlook):
    [claim] = [one for one in extractor.extract(text, published="2016-08-10") if one.quantity]
    assert (claim.predicate, claim.quantity.low, claim.product, claim.outlook) == ("price", low, product, outlook)


@pytest.mark.parametrize(
    "text", ["Acme Corp launched its share offering at $20.", "Acme Corp put its stationery unit on sale for $300,000."]
)
def test_what_is_no_product_has_no_price(extractor, text):
    assert [one for one in extractor.extract(text, published="2016-08-10") if one.predicate == "price"] == []


@pytest.mark.parametrize(
    ("text", "outlook"),
    [
        ("Globex Corp will create 120 jobs.", "plan"),
        ("The plant should create 120 jobs at Globex Corp.", "forecast"),
        ("Globex Corp took the decision to cut 120 jobs.", "plan"),
        ("Globex Corp's share of the market is 9 percent; Initech Corp wants 15.", None),
        ("Globex Corp's share of the market fell to 9 percent due to lockdowns imposed by states.", None),
        ("At the units that will form Globex Corp, revenue fell 1 percent.", None),
        ("Excluding one-time items, Globex Corp would have made 2 cents a share.", None),
        ("Globex Corp will own 51 percent of Initech Corp.", "plan"),
    ],
)
def test_what_is_planned_and_what_is_hoped(extractor, text, outlook):
    first = [one for one in extractor.extract(text, published="2016-05-20") if one.quantity is not None][0]
    assert first.outlook == outlook
