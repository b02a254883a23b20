"""What press releases and filings write otherwise than newspapers: losses in brackets, initials behind an office, dividends payable."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Acme reported a net loss of $1.1 million, or $(0.04) per share.", -0.04),
        ("Acme's earnings per share were ($0.04) in the second quarter.", -0.04),
        ("Acme's earnings per share were 4 cents ($0.04) in the second quarter.", 0.04),
    ],
)
def test_a_loss_a_share_in_brackets(extractor, text, amount):
    assert [c.quantity.low for c in extractor.extract(text, id="test") if c.predicate == "eps"] == [amount]


@pytest.mark.parametrize(
    "text",
    [
        '"We are back," Acme Chief Executive Officer (CEO) Jane Roe said. Acme makes lifts.',
        '"We are back," said Jane Roe, Chief Executive Officer (CEO) of Acme. Acme makes lifts.',
    ],
)
def test_initials_behind_an_office(extractor, text):
    (claim,) = [c for c in extractor.extract(text, id="test") if c.kind == "person"]
    assert (claim.subject.name, claim.object.name, claim.role) == ("Jane Roe", "Acme", "Chief Executive Officer")


def test_the_day_a_dividend_is_payable_is_not_when_it_is_told(extractor):
    text = "Acme Corp's board declared a dividend of 5 cents a share, payable on 15 September to holders of record on 1 September."
    assert [(c.kind, c.predicate) for c in extractor.extract(text, published="2021-06-15", id="test")] == [("figure", "dividend")]


def test_who_operates_plants_makes_things_there(extractor):
    text = "Acme Corp operates manufacturing facilities in Poland and Mexico."
    found = [(c.predicate, c.place.name) for c in extractor.extract(text, id="test") if c.kind == "market"]
    assert found == [("produces", "Poland"), ("produces", "Mexico")]
