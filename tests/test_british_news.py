"""Ways of telling that the business pages of British papers share: one-sentence paragraphs, asides between dashes, quoted officers."""

from __future__ import annotations

import pytest


def officers(extractor, text):
    """Who holds which office where."""
    claims = extractor.extract(text, published="2016-08-10", id="test")
    return [(one.subject.name, one.predicate, one.object.name) for one in claims if one.kind == "person"]


@pytest.mark.parametrize(
    ("text", "employer"),
    [
        (
            'Acme Corp cut 40 jobs. Acme Corp makes paint.\n\nGlobex Inc said it would bid for Initech Inc.\n\n"It would be odd if we sat still now," chief executive Ann Lee told analysts.',
            "Globex Inc",
        ),
        (
            "Acme Corp raised its prices by 3%. Acme Corp makes paint.\n\nGlobex Inc, a rival, sold 40 shops.\n\nAnn Lee, its chief executive, was pleased.",
            "Globex Inc",
        ),
        (
            'Acme Corp cut 40 jobs. Acme Corp makes paint.\n\nGlobex Inc has 40 shops.\n\n"We have to look at our costs again," chief executive Ann Lee said.',
            "Acme Corp",
        ),
    ],
)
def test_whose_officer_speaks_after_a_company_has(extractor, text, employer):
    assert officers(extractor, text) == [("Ann Lee", "executive", employer)]


def test_goods_told_apart_by_a_number(extractor):
    text = "Globex Corp recalled its Model K and Model W cars. The Model 3 has 400,000 orders. The Series 5 has 300 orders."
    claims = extractor.extract(text, published="2016-08-10", id="test")
    assert [(one.subject.name, one.subject.type, one.quantity.low) for one in claims if one.predicate == "orders"] == [("Model 3", "product", 4e5), ("Series 5", "product", 300)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Liberty Morrow - the owner of Acme Media - has said it sold 3 million phones.", "Liberty Morrow"),
        ("Bright Morrow - a cable operator - sold 3 million phones.", "Bright Morrow"),
    ],
)
def test_companies_described_between_dashes(extractor, text, name):
    claims = extractor.extract(text, published="2016-08-10", id="test")
    assert [(one.subject.name, one.subject.type) for one in claims if one.kind == "sales"] == [(name, "organization")]


def figures(extractor, text):
    """Whose figures of what: subject, measure, low bound, high bound and stance."""
    claims = extractor.extract(text, published="2017-04-21", id="test")
    return [(one.subject.name if one.subject else None, one.predicate, one.quantity.low, one.quantity.high, one.outlook) for one in claims if one.kind == "figure"]


@pytest.mark.parametrize(
    "text",
    ["Up to 850 jobs are under threat at paint maker Acme Corp after a fire.", "About 850 jobs remain at risk at paint maker Acme Corp after a fire."],
)
def test_jobs_at_risk(extractor, text):
    claims = extractor.extract(text, published="2017-04-21", id="test")
    assert [(one.subject.name, one.predicate, one.outlook) for one in claims] == [("Acme Corp", "jobs", "forecast")]


def test_money_set_aside_for_customers_is_a_cost(extractor):
    text = "Acme Corp is setting aside a further £750m to compensate customers, taking its total bill to £4.3bn."
    assert figures(extractor, text) == [("Acme Corp", "cost", 750e6, 750e6, None), ("Acme Corp", "cost", 4.3e9, 4.3e9, None)]


def test_a_price_a_share_of_the_firm_that_is_bought(extractor):
    text = "Acme Corp has agreed to buy US biotech firm Globex Inc for $8.3bn in cash. It will pay $114.50 a share."
    assert ("Globex Inc", "share_price", 114.5, 114.5, None) in figures(extractor, text)


def test_sites_that_will_be_renamed_are_there(extractor):
    text = "Acme Corp bought Globex Inc in May. Globex Inc has 30 shops, which will be rebranded."
    assert ("Globex Inc", "sites", 30, 30, None) in figures(extractor, text)


def test_administrators_from_a_firm(extractor):
    claims = extractor.extract("Fashion chain Acme Corp has collapsed. Administrators from Globex LLP were appointed on Tuesday.", published="2017-04-21", id="test")
    assert [(one.subject.name, one.predicate, one.object.name) for one in claims if one.predicate == "appointed"] == [("Globex LLP", "appointed", "Acme Corp")]


def test_a_bid_supposed_is_none_for_who_waits(extractor):
    text = "Hooli Inc said it did not rule out an offer if Acme Corp's bid was unsuccessful. Acme Corp and Hooli Inc make paint."
    assert not [one for one in extractor.extract(text, published="2016-08-10", id="test") if one.kind == "deal" and one.subject.name == "Acme Corp"]


def test_who_bought_it_is_another(extractor):
    text = "Globex Inc has 40 shops. Acme Corp, which bought it for £15m in 2012, said sales had grown."
    claims = extractor.extract(text, published="2016-08-10", id="test")
    assert [(one.subject.name, one.predicate, one.object.name, one.outlook) for one in claims if one.kind == "deal"] == [("Acme Corp", "acquires", "Globex Inc", None)]


@pytest.mark.parametrize(
    ("text", "sites"),
    [
        ("More than 40 Acme shops are to close.", [(None, -40, "plan")]),
        ("Acme Corp has said that all 217 stores will close by the end of June.", [(-217, -217, "plan")]),
        ("Acme Corp said that 40 of its 217 stores will close.", [(-40, -40, "plan"), (217, 217, None)]),
        ("A total of 40 Acme shops closed last year.", [(-40, -40, None)]),
        ("Acme Corp cut prices. Its 85 shops will close at 6pm.", [(85, 85, "plan")]),
    ],
)
def test_shops_that_close(extractor, text, sites):
    claims = extractor.extract(text, published="2017-04-21", id="test")
    assert [(one.quantity.low, one.quantity.high, one.outlook) for one in claims if one.predicate == "sites"] == sites


@pytest.mark.parametrize(
    "text", ["Acme Corp has confirmed 1,050 job losses.", "Acme Corp said it would close its plant, with 1,050 job losses."]
)
def test_job_losses(extractor, text):
    claims = extractor.extract(text, published="2017-04-21", id="test")
    assert [(one.predicate, one.quantity.low, one.quantity.unit) for one in claims] == [("jobs", -1050, "job")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Acme Corp will raise its standard variable tariff by 12.5% from 15 September.", "2017-09-15"),
        ("From 15 September, Acme Corp prices will rise by 12.5%.", "2017-09-15"),
        ("Acme Corp raised its fares by 12.5% from 15 September.", "2016-09-15"),
    ],
)
def test_the_day_from_which_a_price_holds(extractor, text, day):
    claims = extractor.extract(text, published="2017-04-21", id="test")
    assert [(one.predicate, one.quantity.low, str(one.period.start), str(one.period.end)) for one in claims] == [("price", 12.5, day, day)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Shares in the Dublin-based airline Acme rose 2.4% to 16.85 euros.", {"share_price": None}),
        ("Acme Corp cut jobs. The firm, which was fined £4.6m last year for its adverts, has 18 million customers in Britain.", {"fine": None, "users": "Britain"}),
    ],
)
def test_places_of_other_clauses(extractor, text, places):
    claims = extractor.extract(text, published="2017-04-21", id="test")
    assert {one.predicate: one.place.name if one.place else None for one in claims if one.kind == "figure"} == places


def test_owners_and_makers_before_a_name(extractor):
    claims = extractor.extract("Zara-owner Acme made a profit of £3m. iPhone-maker Globex cut 300 jobs.", published="2017-04-21", id="test")
    assert [(one.subject.name, one.predicate) for one in claims] == [("Acme", "profit"), ("Globex", "jobs")]


@pytest.mark.parametrize(
    "text",
    [
        "House price growth slowed to 4.1% in March, according to Acme Bank. The lender said the average UK house price was £207,308.",
        "The average UK house price was £207,308 in March, Acme Bank said.",
    ],
)
def test_house_prices_are_no_lenders_prices(extractor, text):
    assert not extractor.extract(text, published="2017-04-21", id="test")


def test_house_prices_of_a_builder(extractor):
    assert figures(extractor, "Housebuilder Acme Homes said its average house price rose 3%.") == [("Acme Homes", "price", 3, 3, None)]


@pytest.mark.parametrize("text", ["Acme Corp has offered £403m for Globex Inc.", "Acme Corp bid £403m in cash for Globex Inc."])
def test_what_is_offered_is_the_price(extractor, text):
    claims = extractor.extract(text, published="2017-04-21", id="test")
    assert [(one.predicate, one.outlook, one.quantity.low) for one in claims] == [("acquires", "plan", 403e6)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Acme Corp employs 300 people at its 40 shops.", {("employees", 300), ("sites", 40)}),
        ("Acme Corp said sales across its 40 stores rose 3%.", {("revenue", 3), ("sites", 40)}),
        ("Acme Corp is cutting prices at its 277 forecourts.", {("sites", 277)}),
    ],
)
def test_the_shops_where_something_is_done(extractor, text, told):
    claims = extractor.extract(text, published="2017-04-21", id="test")
    assert {(one.predicate, one.quantity.low) for one in claims} == told


def test_the_office_of_who_is_replaced_and_of_who_comes(extractor):
    text = "Acme Corp cut jobs. Acme Corp chairman Ann Lee said she would step down in October and be replaced by Jane Roe, the head of insurer Globex."
    claims = extractor.extract(text, published="2017-04-21", id="test")
    assert {(one.subject.name, one.object.name) for one in claims if one.kind == "date"} == {("Ann Lee", "Acme Corp"), ("Jane Roe", "Acme Corp")}
    assert ("Jane Roe", "chair", "Acme Corp") in [(one.subject.name, one.predicate, one.object.name) for one in claims if one.kind == "person"]


def test_who_gives_an_order_for_goods_worth_so_much(extractor):
    claims = extractor.extract("Acme Corp has won an order for 430 planes worth $49.5bn from Globex Partners.", published="2017-04-21", id="test")
    assert [(one.subject.name, one.object.name, one.quantity.low) for one in claims if one.kind == "deal"] == [("Acme Corp", "Globex Partners", 49.5e9)]


def test_what_follows_a_purchase(extractor):
    text = "Acme Corp is to cut up to 15,000 jobs worldwide following its acquisition of French rival Globex."
    claims = extractor.extract(text, published="2017-04-21", id="test")
    assert [(one.predicate, one.outlook) for one in claims] == [("jobs", "plan"), ("acquires", None)]
    claims = extractor.extract("Acme Corp will raise £3m after its planned acquisition of Globex.", published="2017-04-21", id="test")
    assert [(one.predicate, one.outlook, one.quantity.low if one.quantity else None) for one in claims] == [("funding", "plan", 3e6), ("acquires", "plan", None)]


def test_jobs_that_go_with_what_is_closing(extractor):
    claims = extractor.extract("Acme Corp is closing its Norwich factory, with the loss of 249 jobs, by the end of 2019.", published="2017-04-21", id="test")
    assert {(one.predicate, one.outlook) for one in claims} == {("closed", "plan"), ("jobs", "plan")}


def test_an_estate_of_shops(extractor):
    text = "Acme Corp has bought 298 stores from Globex for £117m. The deal takes its estate to 1,300 shops."
    assert ("Acme Corp", "sites", 1300, 1300, None) in figures(extractor, text)


@pytest.mark.parametrize(
    "text",
    [
        "The owner of Acme, Globex Group, said it would shed 4,000 jobs by 2020.",
        "The owner of Acme, Globex Group, is to cut 4,000 jobs.",
        "Globex Group said it would close 65 stores, with 4,000 jobs affected.",
    ],
)
def test_the_owner_named_behind_what_it_owns(extractor, text):
    claims = extractor.extract(text, published="2017-04-21", id="test")
    assert [(one.subject.name, one.quantity.low) for one in claims if one.predicate == "jobs"] == [("Globex Group", -4000)]


def test_a_century_in_a_name(extractor):
    claims = extractor.extract("21st Century Fox has agreed to buy Acme Corp for £18.5bn.", published="2017-04-21", id="test")
    assert [(one.subject.name, one.predicate, one.period) for one in claims] == [("21st Century Fox", "acquires", None)]
