"""What reports of deals and markets tell beside the deal: worth, debts, stores, who moved, and what measures nothing."""

from __future__ import annotations

import pytest


def told(extractor, text):
    """Kind, predicate, subject and lower bound of each measurement and event of a text."""
    found = extractor.extract(text, published="2016-08-10", id="test")
    return {(c.kind, c.predicate, c.subject.name, c.quantity.low if c.quantity else None) for c in found if c.kind not in ("deal", "quote", "market")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what the sale brings in is neither profit nor revenue
        ("Acme Corp will make 80 million euros from the sale of its head office.", set()),
        ("The sale takes what Acme Corp has raised from asset sales to 2 billion euros.", set()),
        ("Analysts at Hooli Bank said the plan could add 6 euros per share to Acme Corp's valuation.", set()),
        # what is had already, whatever is planned with it
        ("Acme Corp wants to lower its debt, which stood at 6 billion euros at the end of 2015.", {("figure", "debt", "Acme Corp", 6e9)}),
        ("Acme Corp will sell its 43 stores in Spain to Globex Inc.", {("figure", "sites", "Acme Corp", 43)}),
        ("Acme Corp is to buy shops that had a turnover of 30 million euros in 2015.", {("sales", "revenue", "Acme Corp", 30e6)}),
        ("Acme Corp plans to close its 43 stores in Spain.", {("target", "sites", "Acme Corp", -43)}),
        # worth
        ("Brokers say Acme Corp may be worth between $3 billion and $4 billion.", {("target", "valuation", "Acme Corp", 3e9)}),
        ("The offer values Acme Corp at $3.4 billion including debt.", {("figure", "valuation", "Acme Corp", 3.4e9)}),
        (
            "Acme Inc makes robots. Hooli Ventures invested in Acme in 2013 when the startup was valued at $50 million.",
            {("figure", "valuation", "Acme Inc", 50e6)},
        ),
        ("Acme Corp bought a 25 percent stake in Globex Inc, valuing the company at $1.2 billion.", {("figure", "stake", "Acme Corp", 25), ("figure", "valuation", "Globex Inc", 1.2e9)}),
        (
            "Acme Corp may look at Globex Software ASA, a Danish publisher of games for tablets, which has a market value of $700 million.",
            {("figure", "valuation", "Globex Software ASA", 7e8)},
        ),
        # cash in the bank, and what was spent before what is planned
        ("Acme Corp ought to invest a part of its $5 billion of cash in shops.", set()),
        (
            "Acme Corp said in 2013 it would be bolder after investing just $2 billion in shops.",
            {("figure", "investment", "Acme Corp", 2e9)},
        ),
        # the time of a deal is not that of the results
        (
            "Acme Corp, which bought Globex Inc in a deal announced in May, said profit rose 5 percent.",
            {("figure", "profit", "Acme Corp", 5), ("date", "announced", "Acme Corp", None)},
        ),
        # what newspapers reveal of others they announce not
        ("The Daily Herald revealed last Thursday that Acme Corp may sell its paint unit.", set()),
        ("Acme Corp entered into an agreement with Globex Inc in May.", {("date", "signed", "Acme Corp", None)}),
        # who founded it had been somewhere else
        (
            "Acme Inc, which was co-founded by former Globex Corp executive Jane Roe, sells shoes.",
            {("person", "founder", "Jane Roe", None), ("person", "executive", "Jane Roe", None)},
        ),
        (
            "The software is sold by others too, according to Jane Roe, Acme Corp vice president of Digital Ventures and Northern Markets.",
            {("person", "executive", "Jane Roe", None)},
        ),
    ],
)
def test_beside_a_deal(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Banks firmed too, with Acme Bank (ACB.AX) up 1.3 percent.", {("Acme Bank", 1.3)}),
        ("Miners fell, with Globex Resources down 2.1 percent and Initech Mining off 1.4 percent.", {("Globex Resources", -2.1), ("Initech Mining", -1.4)}),
        ("Among banks, Globex Bank and Hooli Bank both rose 0.8 percent.", {("Globex Bank", 0.8), ("Hooli Bank", 0.8)}),
        ("Globex Inc led the gainers, up 3.2 percent, followed by Initech Inc, up 2.8 percent.", {("Globex Inc", 3.2), ("Initech Inc", 2.8)}),
        ("Acme Corp shares rose 2 percent, bucking a 1.5 percent fall in the CAC 40.", {("Acme Corp", 2)}),
        ("Acme Corp shares fell 3 percent, compared with a 1 percent gain in the S&P 500.", {("Acme Corp", -3)}),
        ("Globex Motors was the biggest seller with 40,000 cars, followed by Initech Motors, up 2.8 percent.", set()),
        ("Acme Corp did well compared with Globex Inc, up 12 percent.", set()),
    ],
)
def test_movers_named_beside_their_move(extractor, text, expected):
    found = extractor.extract("Shares rose in Sydney. " + text, published="2016-08-10", id="test")
    assert {(c.subject.name, c.quantity.low) for c in found if c.predicate == "share_price"} == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"It is a great deal for all of us," said a fund manager who holds shares of Acme.', None),
        ('"It is a great deal for all of us," said a banker close to Acme.', None),
        ('"It is a great deal for all of us," an Acme worker said.', None),
        ('"It is a great deal for all of us," said a spokesman for Acme.', "Acme Corp"),
        ('"The first phase is on time and within its budget," the statement said.', "Acme Corp"),
    ],
)
def test_who_speaks_without_a_name(extractor, text, speaker):
    found = extractor.extract("Acme Corp has declined to raise its offer for Globex Corp. " + text, published="2016-08-10", id="test")
    assert [c.subject.name for c in found if c.kind == "quote"] == ([speaker] if speaker else [])


def test_its_is_of_the_it_before_it(extractor):
    text = "Grocer Globex rose 3 percent as its shareholder Initech Ltd, which bakes bread, said it raised its stake to 9 percent."
    found = extractor.extract("Shares rose in Sydney. " + text, published="2016-08-10", id="test")
    assert [c.subject.name for c in found if c.predicate == "stake"] == ["Initech Ltd"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Acme Corp will pay $45 a share for Globex Inc, a premium of 32 percent to Friday's close.", None),
        ("Acme Corp, which bought Globex Inc in a deal announced in May, makes paint.", None),
        ("Acme Corp agreed in May to buy Globex Inc.", "2016-05-31"),
    ],
)
def test_the_time_of_a_deal_is_its_own(extractor, text, period):
    found = extractor.extract(text, published="2016-08-10", id="test")
    assert [c.period.end.isoformat() if c.period and c.period.end else None for c in found if c.kind == "deal"] == [period]


def test_a_high_is_of_its_own_day_and_no_worth(extractor):
    text = "Acme Corp shares fell 2 percent to $31.50 for a market value of $2 billion, down from a peak of $40.10 on Aug. 2."
    found = extractor.extract(text, published="2016-08-10", id="test")
    assert [(c.predicate, c.quantity.low, c.period.end.isoformat()) for c in found if c.predicate == "share_price"] == [
        ("share_price", -2, "2016-08-10"), ("share_price", 31.5, "2016-08-10"), ("share_price", 40.1, "2016-08-02"),
    ]  # fmt: skip


def test_the_company_of_a_city_is_that_of_its_country(extractor):
    text = "Acme Corp makes phones. The Norwegian company makes 4 million of them. Its rival is Hooli Inc. The Oslo-based company in May bought Globex Corp."
    found = extractor.extract(text, published="2016-08-10", id="test")
    assert [(c.subject.name, c.object.name.rstrip(".")) for c in found if c.kind == "deal"] == [("Acme Corp", "Globex Corp")]


def test_consultants_sell_nothing(extractor):
    text = "Sales of cars should come to 900,000 in April, industry consultants Acme Power and Globex Automotive said on Wednesday."
    found = extractor.extract(text, published="2016-04-28", id="test")
    assert {c.subject.name for c in found} & {"Acme Power", "Globex Automotive"} == set()


def test_the_officer_spoken_of_by_title_alone_speaks(extractor):
    text = (
        '"We make shoes and nothing else," Chief Executive Officer John Roe said at Acme Corp.\n\nThe rivals are Globex Plc and Hooli NV, Initech analyst Dan Doe said.\n\n'
        'The company may buy a rival, the CEO said. "We would look at any shop that makes money," he said.'
    )
    found = extractor.extract(text, published="2016-08-10", id="test")
    assert [c.subject.name for c in found if c.kind == "quote"] == ["John Roe", "John Roe"]


@pytest.mark.parametrize(
    ("text", "prices"),
    [
        ("Acme Corp has formed a joint venture with Globex Inc, which bought Hooli Inc for $2 billion in 2012.", {("partners", None), ("acquires", 2e9)}),
        ("Acme Corp, which has an alliance with Globex Ltd, proposed buying Hooli Inc for $7 billion.", {("partners", None), ("acquires", 7e9)}),
        ("Acme Corp, which bought Globex Inc for $2 billion in 2012, is selling Initech for $3 billion.", {("acquires", 2e9), ("divests", 3e9)}),
    ],
)
def test_each_deal_has_its_own_price(extractor, text, prices):
    found = extractor.extract(text, published="2016-08-10", id="test")
    assert {(c.predicate, c.quantity.low if c.quantity else None) for c in found if c.kind == "deal"} == prices


def test_which_of_another_company_is_its_own(extractor):
    text = "Acme Corp shares have risen sixfold in two years, beating Globex Inc, which tripled."
    found = extractor.extract(text, published="2016-08-10", id="test")
    assert [(c.subject.name, c.quantity.low) for c in found] == [("Acme Corp", 500), ("Globex Inc", 200)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Oil produced 250,000 b/d in the second quarter.", ("production", 250000, "barrel/day", None)),
        ("Acme Oil pumped 2.5mn boe/d in 2015.", ("production", 2.5e6, "barrel/day", None)),
        ("OPEC pumped 32 million bpd in June.", ("production", 32e6, "barrel/day", None)),
        ("Acme Oil produced 1.2 million barrels of oil a day in 2015.", ("production", 1.2e6, "barrel", "oil")),
        ("Acme Steel plans to build a 1mn t/yr mill.", ("capacity", 1e6, "t", None)),
        ("Acme Oil has a 400,000 b/d refinery in Rotterdam.", ("capacity", 400000, "barrel/day", None)),
        ("Acme Ltd expects revenue of over Rs 500 crore in 2017.", ("revenue", 5e9, "INR", None)),
    ],
)
def test_flows_of_the_trade_press(extractor, text, expected):
    found = extractor.extract(text, published="2016-08-10", id="test")
    assert [(c.predicate, c.quantity.low, c.quantity.unit, c.product) for c in found if c.quantity] == [expected]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Acme Corp said it would build a $90 million brewery in the northern state of Sonora.", "Sonora"),
        ("Acme Corp said it would invest $470 million in a plant in the southern province of Fujian.", "Fujian"),
    ],
)
def test_a_state_or_city_is_named_after_what_it_is(extractor, text, place):
    found = extractor.extract(text, published="2016-08-10", id="test")
    assert {c.place.name if c.place else None for c in found} == {place}


def test_who_owns_stands_right_behind(extractor):
    text = "Acme Corp works with the paint shop Globex Inc, 49 percent owned by Hooli, on the Initech bid. Initech Inc makes paint."
    found = extractor.extract(text, published="2016-08-10", id="test")
    assert [(c.subject.name, c.object.name) for c in found if c.predicate == "stake"] == [("Hooli", "Globex Inc")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Acme Corp's $60 million brewery is expected to begin operations in March 2017.",
            {("target", "investment", "Acme Corp", 6e7), ("date", "started", "Acme Corp", None)},
        ),
        ("Acme Research reckons that investments by brewers in Norway could reach $2 billion.", {("target", "investment", "brewers", 2e9)}),
        ("The project is propelling Acme Corp towards a turnover of $100 million in the next three years.", {("target", "revenue", "Acme Corp", 1e8)}),
    ],
)
def test_what_is_to_come(extractor, text, expected):
    assert told(extractor, text) == expected


def test_a_prior_quarter_is_not_that_of_the_year_before(extractor):
    text = "Jet deliveries at Acme Corp rose to 18 in the first quarter from 13 a year earlier, but fell from 30 in the prior quarter."
    found = extractor.extract(text, published="2016-08-10", id="test")
    assert [(c.quantity.low, c.period.start.isoformat()) for c in found if c.predicate == "units_sold"] == [
        (18, "2016-01-01"), (13, "2015-01-01"), (30, "2015-10-01"),
    ]  # fmt: skip
