"""Every measure in every way of telling it: the noun, the verb and the amount vary apart from one another."""

from __future__ import annotations

from itertools import product

import pytest

LEAD = "Globex Corp makes toys. "
# noun, an amount, another, their values, what it measures
MEASURES = [
    ("sales", "$3.2 billion", "$3.1 billion", 3.2e9, 3.1e9, "revenue"),
    ("net profit", "£64m", "£60m", 64e6, 60e6, "profit"),
    ("operating profit", "52 billion yen", "50 billion yen", 52e9, 50e9, "operating_profit"),
    ("deliveries", "310,000 vehicles", "300,000", 310e3, 300e3, "units_sold"),
    ("production", "310,000 tonnes", "300,000 tonnes", 310e3, 300e3, "production"),
    ("passenger numbers", "14.2 million", "13.8 million", 14.2e6, 13.8e6, "users"),
    ("orders", "€5.1bn", "€4.9bn", 5.1e9, 4.9e9, "orders"),
    ("earnings per share", "$1.32", "$1.20", 1.32, 1.2, "eps"),
    ("revenue", "Rs 640 crore", "Rs 600 crore", 6.4e9, 6e9, "revenue"),
]
# what a sentence tells: A and B are the amounts, "+" and "-" a change of 4 percent up or down, with the year; "?" for what was only expected
TOLD = {
    "Its {n} reached {a} in 2014.": ["A 2014"],
    "Its {n} totalled {a} in 2014 (2013: {b}).": ["A 2014", "B 2013"],
    "Its {n} rose 4 percent to {a} in 2014 from {b} the year before.": ["+ 2014", "A 2014", "B 2013"],
    "Its {n} fell 4 percent in 2014.": ["- 2014"],
    "Its {n} has fallen 4 percent since 2013, to {a}.": ["- 2013", "A"],
    "It reported {n} of {a} for 2014, up from {b} a year earlier.": ["A 2014", "B 2013"],
    "In 2014 it had {n} of {a}, against {b} in 2013.": ["A 2014", "B 2013"],
    "Its {n} came to {a} in 2014, missing analysts' estimates of {b}.": ["A 2014", "?B 2014"],
    "Its {n} came to {a} in 2014, beating the {b} expected by analysts.": ["A 2014", "?B 2014"],
    "It expects {n} of {a} in 2016, below the {b} analysts had expected.": ["?A 2016", "?B 2016"],
    "It said {n} would total {a} in 2016.": ["?A 2016"],
    "It wants {n} to hit {a} by 2016.": ["?A 2016"],
    "It raised its forecast for 2016 {n} to {a} from {b}.": ["?A 2016", "?B 2016"],
}


@pytest.mark.parametrize("told", TOLD)
def test_told_in_any_way(extractor, told):
    wrong = []
    for noun, a, b, value_a, value_b, predicate in MEASURES:
        text = told.format(n=noun, a=a, b=b)
        claims = [one for one in extractor.extract(LEAD + text, published="2015-02-10", id="test") if one.quantity is not None]
        assert {one.predicate for one in claims} <= {predicate}, text
        names = {(value_a, "level"): "A", (value_b, "level"): "B", (4.0, "change"): "+", (-4.0, "change"): "-"}
        found = [
            ("?" if one.kind == "target" else "") + names[one.quantity.low, one.basis] + (f" {one.period.start.year}" if one.period and one.period.start else "")
            for one in claims
        ]
        if sorted(found) != sorted(TOLD[told]):
            wrong.append((text, found))
    assert not wrong


NOUNS = {
    "orders": "an order book of €5 billion|new orders of €5 billion|an order backlog of €5 billion",
    "users": "a customer base of 14 million|visitor numbers of 14 million|14 million subscribers|14 million monthly active users",
    "employees": "a workforce of 12,400|staff numbers of 12,400|12,400 employees|a headcount of 12,400",
    "sites": "a store count of 340|340 shops|340 outlets",
    "units_sold": "shipments of 310,000 phones|registrations of 310,000 cars|exports of 310,000 cars",
    "revenue": "turnover of £640m|net sales of £640m|sales of £640m",
    "margin": "a gross margin of 23 percent|an operating margin of 11%",
}


@pytest.mark.parametrize(("predicate", "told"), [(predicate, told) for predicate, all_told in NOUNS.items() for told in all_told.split("|")])
def test_what_it_had(extractor, predicate, told):
    for before, after in product(["It had ", "It ended 2014 with "], [".", " in its home market."]):
        claims = [one for one in extractor.extract(LEAD + before + told + after, published="2015-02-10", id="test") if one.quantity is not None]
        assert [(one.kind in ("sales", "figure"), one.predicate) for one in claims] == [(True, predicate)], before + told + after
