"""What a headline tells that the text tells again, and what it makes of results and forecasts."""

from __future__ import annotations

import pytest
from numeric_claims import PUBLISHED


def measured(extractor, title, text):
    """Kind, predicate, subject, basis and lower bound of every numeric claim."""
    return [
        (c.kind, c.predicate, c.subject.name, c.basis, c.quantity.low)
        for c in extractor.extract(text, title=title, published=PUBLISHED, id="test")
        if c.quantity is not None
    ]


@pytest.mark.parametrize("title", ["Globex reports 14 percent rise in sales, beats estimates", "Globex posts 14 percent rise in sales, misses analysts' forecasts"])
def test_forecasts_that_are_met_make_no_forecast(extractor, title):
    assert measured(extractor, title, "Globex Corp has shops in Norway.") == [("sales", "revenue", "Globex Corp", "change", 14)]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Plant closing will cost 175 their jobs", "Globex Corp will close its Moraine plant in June, costing 175 employees their jobs."),
        ("Initech: smartphone shipments drop 2.3%", "Smartphone shipments declined 2.3 percent in the second quarter, according to data from Initech Research."),
        ("Globex sees 14.3% drop in earnings, misses forecasts", "Globex Corp reported a 14.3 percent drop in first-quarter earnings."),
        ("Globex profit up 8 percent", "Globex Corp said its net profit rose 8.4 percent in 2020."),
    ],
)
def test_what_the_text_measures_too_is_told_once(extractor, title, text):
    assert measured(extractor, title, text) == measured(extractor, None, text)


def test_another_measure_of_the_headline_stays(extractor):
    claims = measured(extractor, "Globex profit up 8 percent", "Globex Corp said its revenue rose 8.4 percent in 2020.")
    assert {one[1] for one in claims} == {"profit", "revenue"}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Globex ships 2.1m readers", "Globex Corp shipped 2.1 million e-readers in 2020."),
        ("Globex plots 30 stores in Gulf", "Globex Corp plans to open 30 stores in the Gulf by 2030."),
    ],
)
def test_a_count_is_the_one_of_the_text(extractor, title, text):
    assert measured(extractor, title, text) == measured(extractor, None, text)


def test_a_headline_with_a_year_of_its_own_leaves_the_text_its_amount(extractor):
    text = "Globex Corp has raised $120 million in a round led by Initech Ventures."
    assert measured(extractor, "Globex raises $120 mln, eyes listing in 2023", text) == [("figure", "funding", "Globex Corp", "level", 120e6)]
