"""Results as banks and their papers tell them: measured against what was expected, before costs, beside deals."""

from __future__ import annotations

import pytest


def measured(extractor, text, published="2021-08-15"):
    claims = extractor.extract(text, published=published, id="test")
    return [(c.kind, c.predicate, c.quantity.low) for c in claims if c.kind in ("sales", "figure", "target")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Acme Bank made a profit of £3 billion, above brokers' expectations and up 32 per cent.", [("figure", "profit", 3e9), ("figure", "profit", 32)]),
        (
            "Acme Bank reported a 10 per cent jump in profit, at the top of brokers' expectations, and lifted its dividend by 15 per cent.",
            [("figure", "profit", 10), ("figure", "dividend", 15)],
        ),
        ("Acme Bank reported a smaller than expected £36 million charge.", [("figure", "cost", 36e6)]),
        ("Acme Bank reported a profit of £3m against an expected £4m.", [("figure", "profit", 3e6), ("target", "profit", 4e6)]),
        ("Acme Bank's profit before goodwill amortisation and integration costs rose to £3.45 billion.", [("figure", "profit", 3.45e9)]),
        ("Acme Bank's integration costs rose to £3.45 billion.", [("figure", "cost", 3.45e9)]),
        (
            "Acme Bank's 5% increase in the dividend came with the sale of its Zeta Life business to Globex Bank for £977 million.",
            [("figure", "dividend", 5)],
        ),
        ("Acme Bank saw a 7% rise in profits at its pensions and investments business to £499 million.", [("figure", "profit", 7), ("figure", "profit", 499e6)]),
    ],
)
def test_results(extractor, text, found):
    assert measured(extractor, text) == found


def test_what_is_done_already_is_no_aim(extractor):
    text = "The state is keen to sell its shares in Acme Bank, having already sold a 13.5 per cent stake."
    assert [c.outlook for c in extractor.extract(text, id="test") if c.predicate == "stake"] == [None]


def test_a_figure_told_again_is_of_the_same_company(extractor):
    text = "Acme Bank made $3m in May. The figure was up 48% on the previous year, lifted by the sale of its stake in Globex Bank."
    assert {c.subject.name for c in extractor.extract(text, id="test") if c.kind == "figure"} == {"Acme Bank"}


@pytest.mark.parametrize(("published", "start"), [("2021-08-15", "2021-01-01"), ("2021-02-15", "2020-07-01"), ("2021-05-15", "None")])
def test_half_year_results_are_of_the_half_that_is_over(extractor, published, start):
    (claim,) = extractor.extract("Acme Bank reported half-year pretax profits of 2.7 billion pounds.", published=published, id="test")
    assert str(claim.period.start if claim.period else None) == start


def test_a_deal_is_not_dated_by_since_when(extractor):
    text = "In its first disposal since 2002, Acme Bank agreed to sell its Zeta unit to Globex Bank."
    assert {c.period for c in extractor.extract(text, published="2021-08-15", id="test") if c.kind == "deal"} == {None}
