"""What the quantity layer reads, and what it leaves alone: one sentence, the expected values."""

from __future__ import annotations

import pytest

from extractor.mentions.quantities import find_quantities
from extractor.mentions.types import QuantityMention


def only(text: str, **options: str | bool) -> QuantityMention:
    found = find_quantities(text, **options)  # type: ignore[arg-type]
    assert len(found) == 1, [mention.quantity.text for mention in found]
    assert text[found[0].start : found[0].end] == found[0].quantity.text
    return found[0]


def value(mention: QuantityMention) -> tuple[float | None, float | None, str | None]:
    return mention.quantity.low, mention.quantity.high, mention.quantity.unit


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Output was 1,234,567.", 1234567),
        ("Output was 12,34,567.", 1234567),
        ("Output was 1.234.567.", 1234567),
        ("Output was 1 234 567.", 1234567),
        ("Output was 10\u00a0000.", 10000),
        ("Output was 7,2 million.", 7.2e6),
        ("Output was 34.7 million.", 34700000),
        ("Output was 500k.", 500e3),
        ("Output was 3 lakh.", 3e5),
        ("Output was 2.5 thousand crore.", 2.5e10),
        ("Output was half a million.", 5e5),
        ("Output was two million and a half.", 2.5e6),
        ("Output was three thousand nine hundred and sixty-five.", 3965),
        ("Output was a hundred and twenty thousand.", 120e3),
        ("Output was two-thirds of a billion.", 2e9 / 3),
        ("Output was 1.5×10^6.", 1.5e6),
        ("Output was two dozen.", 24),
    ],
)
def test_numbers_in_every_style(text: str, number: float) -> None:
    low, high, _ = value(only(text))
    assert low == high == pytest.approx(number)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("It cost S$3.8 billion.", 3.8e9, 3.8e9, "SGD"),
        ("It cost US$45m.", 45e6, 45e6, "USD"),
        ("It cost $US45m.", 45e6, 45e6, "USD"),
        ("It cost NT$12bn.", 12e9, 12e9, "TWD"),
        ("It cost T$12bn.", 12e9, 12e9, "TWD"),
        ("It cost 2.1 billion koruna.", 2.1e9, 2.1e9, "CZK"),
        ("It cost 3 million rubles.", 3e6, 3e6, "RUB"),
        ("It cost EUR 985 million.", 985e6, 985e6, "EUR"),
        ("It cost $ 32 billion.", 32e9, 32e9, "USD"),
        ("It earned Dh1.12 billion.", 1.12e9, 1.12e9, "AED"),
        ("It earned R1.2 billion.", 1.2e9, 1.2e9, "ZAR"),
        ("It earned euro1 billion.", 1e9, 1e9, "EUR"),
        ("It cost $3.4B.", 3.4e9, 3.4e9, "USD"),
        ("It cost Rs 5 crore.", 5e7, 5e7, "INR"),
        ("It cost KSh 3.2 billion.", 3.2e9, 3.2e9, "KES"),
        ("It cost Sh 900 million.", 900e6, 900e6, "KES"),
        ("It cost Php 3.4 billion.", 3.4e9, 3.4e9, "PHP"),
        ("It cost Bt1.2 billion.", 1.2e9, 1.2e9, "THB"),
        ("It cost Dhs 500 million.", 500e6, 500e6, "AED"),
        ("It cost SR 1.2 billion.", 1.2e9, 1.2e9, "SAR"),
        ("It cost RM1.2 bil.", 1.2e9, 1.2e9, "MYR"),
        ("It cost W1.2 trillion.", 1.2e12, 1.2e12, "KRW"),
        ("It cost GH¢1.2 million.", 1.2e6, 1.2e6, "GHS"),
        ("It cost 2.215 trillion yen.", 2.215e12, 2.215e12, "JPY"),
        ("It cost 450 million Swiss francs.", 450e6, 450e6, "CHF"),
        ("It cost 3bn kronor.", 3e9, 3e9, "SEK"),
        ("It cost 4 million Danish crowns.", 4e6, 4e6, "DKK"),
        ("It cost 12 million pounds.", 12e6, 12e6, "GBP"),
        ("It cost 115.5p.", 1.155, 1.155, "GBP"),
        ("It earned 63 cents a share.", 0.63, 0.63, "USD"),
        ("It cost $1.10-$1.20.", 1.10, 1.20, "USD"),
        ("It cost $800,000 to $1.3 million.", 800e3, 1.3e6, "USD"),
        ("It cost 80 to 85 cents.", 0.80, 0.85, "USD"),
        ("It was a million dollar house.", 1e6, 1e6, "USD"),
    ],
)
def test_money(text: str, low: float, high: float, unit: str) -> None:
    assert value(only(text)) == (pytest.approx(low), pytest.approx(high), unit)
    assert only(text).quantity.unit_type == "currency"


def test_a_bare_dollar_is_the_articles_own() -> None:
    assert value(only("It cost $5m.", home=("AUD",)))[2] == "AUD"
    assert value(only("It cost 5 million pounds.", home=("EGP",)))[2] == "EGP"
    assert value(only("It cost 5 cents.", home=("EUR",)))[2] == "EUR"
    assert value(only("It cost 5 cents."))[2] == "USD"


def test_a_conversion_in_brackets_is_the_same_quantity() -> None:
    mention = only("Profit was £15.4m ($29.4m) in 2004.")
    assert value(mention) == (15.4e6, 15.4e6, "GBP")
    assert mention.quantity.converted is not None
    assert mention.quantity.converted.low == 29.4e6
    assert mention.quantity.converted.unit == "USD"
    assert mention.quantity.text == "£15.4m ($29.4m)"


def test_a_range_with_hyphens_around_to() -> None:
    assert value(only("Output will be 22-to-24 million tonnes.")) == (22e6, 24e6, "t")


def test_paid_subscribers_are_subscribers() -> None:
    assert value(only("It has 223.1 million paid subscribers.")) == (223.1e6, 223.1e6, "subscriber")


def test_several_conversions_in_brackets_are_too() -> None:
    mention = only("It costs 6,999 rupees ($105, AU$150, £70).")
    assert value(mention) == (6999, 6999, "INR")
    assert mention.quantity.text == "6,999 rupees ($105, AU$150, £70)"


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("Dealers sold 30,154 new cars, trucks and SUVs.", 30154, "car"),
        ("It shipped 34.7 million smartphones.", 34.7e6, "smartphone"),
        ("It owns 12 branches.", 12, "branch"),
        ("It sold 100 of the iconic models.", 100, "model"),
        ("It signed an 11-member pact.", 11, "member"),
        ("It employs 600 people.", 600, "people"),
        ("It sold 15 Acmes.", 15, "Acme"),
        ("It ordered 20 Borealis B350s.", 20, "Borealis B350"),
        ("Acme Sells 5 Million Phones", 5e6, "phone"),
        ("Acme to Close 15 Stores", 15, "store"),
        ("It has 1.5M users.", 1.5e6, "user"),
        ("It has two other financial institutions.", 2, "institution"),
        ("61 million in 2014.", 61e6, None),
        ("It makes 250 megawatts.", 250, "MW"),
        ("It makes 3 GWh.", 3, "GWh"),
        ("It sold 12.3m tonnes.", 12.3e6, "t"),
        ("It is 37m long.", 37, "m"),
        ("It flies 900 kilometers.", 900, "km"),
        ("It measures 660 sq m.", 660, "m²"),
        ("It reached 50mph.", 50, "mph"),
        ("It was 40 degrees Celsius.", 40, "°C"),
        ("It took 15 years.", 15, "year"),
        ("Rates rose 120 basis points.", 120, "basis_point"),
        ("Rates rose 0.1 of a percentage point.", 0.1, "percentage_point"),
        ("Rates rose half of 1 percent.", 0.5, "percent"),
        ("Margins rose 1.1 percentage points.", 1.1, "percentage_point"),
        ("Rates fell a quarter-point.", 0.25, "percentage_point"),
        ("One in five left.", 20, "percent"),
        ("Two-thirds of them left.", 66.67, "percent"),
    ],
)
def test_units(text: str, number: float, unit: str | None) -> None:
    assert value(only(text)) == (pytest.approx(number), pytest.approx(number), unit)


def test_the_noun_phrase_is_kept_as_written() -> None:
    assert only("In May it sold 20,154 new cars, trucks and SUVs.").noun == "new cars, trucks and SUVs"
    assert only("Registrations fell to 918,280 new cars, Paris-based Acme said.").noun == "new cars"


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("at least 5 shops", 5, None, "at_least"),
        ("no fewer than 5 shops", 5, None, "at_least"),
        ("more than 100 shops", 100, None, "over"),
        ("up to 5 shops", None, 5, "at_most"),
        ("fewer than 5 shops", None, 5, "under"),
        ("nearly 95,000 shops", 95000, 95000, "about"),
        ("some 300 shops", 300, 300, "about"),
        ("80 to 100 million shops", 80e6, 100e6, "range"),
        ("20-30,000 shops", 20e3, 30e3, "range"),
        ("between 5 and 7 shops", 5, 7, "range"),
        ("5,000-6,000 shops", 5000, 6000, "range"),
        ("three or four shops", 3, 4, "range"),
        ("5 shops or more", 5, None, "at_least"),
        ("50+ shops", 50, None, "at_least"),
    ],
)
def test_bounds(text: str, low: float | None, high: float | None, bound: str) -> None:
    mention = only(text)
    assert value(mention) == (low, high, "shop")
    assert mention.quantity.bound == bound


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "direction"),
    [
        ("Sales were up 3%.", 3, 3, "percent", 1),
        ("Sales fell 3 percent.", 3, 3, "percent", -1),
        ("A fall of 12 cars.", 12, 12, "car", -1),
        ("It saw a 5% rise.", 5, 5, "percent", 1),
        ("Rates are down 12 basis points.", 12, 12, "basis_point", -1),
        ("It grew by about 3%.", 3, 3, "percent", 1),
        ("It cut its rate by a quarter-point.", 0.25, 0.25, "percentage_point", -1),
        ("It made a $697m improvement.", 697e6, 697e6, "USD", 1),
        ("It lost $40m.", 40e6, 40e6, "USD", 0),
        ("Shares fell below $100.", None, 100, "USD", 0),
        ("It makes up 3 percent of sales.", 3, 3, "percent", 0),
        ("Sales slumped by almost half.", 50, 50, "percent", -1),
        ("Shares lost 4 percent.", 4, 4, "percent", -1),
        ("Sales doubled.", 100, 100, "percent", 1),
        ("Sales more than doubled.", 100, None, "percent", 1),
        ("Sales are to quadruple.", 300, 300, "percent", 1),
        ("Profit halved.", 50, 50, "percent", -1),
        ("Profit rose sixfold.", 500, 500, "percent", 1),
        ("The market shrank by a third.", 33.33, 33.33, "percent", -1),
        ("Sales were flat.", 0, 0, "percent", 1),
        ("The index moved -1.3%.", 1.3, 1.3, "percent", -1),
    ],
)
def test_change(text: str, low: float, high: float | None, unit: str, direction: int) -> None:
    mention = only(text)
    assert value(mention) == (low, high, unit)
    assert mention.direction == direction


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose to 3% from 2.5.", [(3, "percent"), (2.5, "percent")]),
        ("It costs 8 or $9.", [(8, "USD"), (9, "USD")]),
        ("It sold 5 million phones in 2013, then 61 million in 2014.", [(5e6, "phone"), (61e6, "phone")]),
        ("It sold 100 of the models compared with just ten the previous year.", [(100, "model"), (10, "model")]),
        ("Four-, five- and six-seat versions", [(4, "seat"), (5, "seat"), (6, "seat")]),
        ("It plans 60 new models, around 12 of them electric.", [(60, "model"), (12, "model")]),
        ("It lists 7 of the 10 banks.", [(7, "bank"), (10, "bank")]),
        ("Turnover rose $7.2bn to $170.8bn.", [(7.2e9, "USD"), (170.8e9, "USD")]),
        ("It sold 5 million phones and 2 million tablets.", [(5e6, "phone"), (2e6, "tablet")]),
        ("It has 3 million users, 200,000 more than in 2013.", [(3e6, "user"), (200e3, "user")]),
        ("It cut 3,700 jobs in Italy, 1,600 in Spain.", [(3700, "job"), (1600, "job")]),
        ("It will see 1,600 and 300 jobs go.", [(1600, "job"), (300, "job")]),
        ("It rose from 60,000 to 80,000 cars.", [(60e3, "car"), (80e3, "car")]),
        ("It rose 3.5 percent, more than the 2.9 percent expected.", [(3.5, "percent"), (2.9, "percent")]),
        ("It fell 12.5 points, or 0.75 percent, to 16,408.7.", [(12.5, "point"), (0.75, "percent"), (16408.7, None)]),
        ("It closed up 3.2 percent 193 yen.", [(3.2, "percent"), (193, "JPY")]),
    ],
)
def test_ellipsis_and_neighbours(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(mention.quantity.low, mention.quantity.unit) for mention in find_quantities(text)] == expected


def test_a_mark_left_behind_is_a_bound() -> None:
    assert only("Its value crossed the $50 million mark.").quantity.low == 50e6
    assert only("Its value crossed the $50 million mark.").quantity.high is None
    assert only("Its value slipped below the $50 million barrier.").quantity.bound == "under"
    assert only("Its value is over the $50 million paid.").quantity.bound == "exact"


def test_a_margin_gives_the_range_it_allows() -> None:
    _, margin = find_quantities("Revenue would fall 9 percent, plus or minus 3 percentage points.")
    assert value(margin) == (6, 12, "percent")
    assert margin.direction == -1


@pytest.mark.parametrize(
    "text",
    [
        "It began in 2014.",
        "The 2015 objectives stand.",
        "On July 1 and 2 August 2014 it opened.",
        "It fell between 1600 and 1900.",
        "On 5/17/2018 at 11:30, and at 10.45pm",
        "In the 1990s, the 10th shop",
        "The Borealis 2 and the Boreal OS 10 phones",
        "A 3-Series on a 4G network",
        "It is Acme (600104.SS) or 6764.T today.",
        "The Boreal OS 8, Boreal 5.0 and Form 8-K",
        "They won 3-1, then 2 – 0.",
        "Acme makes the Boreal 757; the 757 sells, and 757-200LR too.",
        "Version 10.4.1 is 1) fast.",
        "A 3-for-1 split until at least 2014",
        "He lives at 49 Elm Ridge Road.",
        "Call 555-123-4567.",
        "Call +44 20 7946 0958.",
        "See page 5, No. 3 and phase 2.",
        "One of the shops closed, and one day it reopened.",
        "The Big Four met.",
        "A few hundred clients and dozens of shops",
        "Jane Doe, 44, is 29 years old.",
    ],
)
def test_never_a_quantity(text: str) -> None:
    assert [mention.quantity.text for mention in find_quantities(text)] == []


def test_ages_and_vague_amounts_on_request() -> None:
    assert value(only("Jane Doe, 44, left.", ages=True)) == (44, 44, "year")
    assert value(only("It has a few hundred clients.", vague=True))[2] == "client"
    assert value(only("It sees mid-single-digit growth.", vague=True)) == (4, 6, "percent")
