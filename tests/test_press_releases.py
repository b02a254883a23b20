"""What press releases and filings write otherwise than newspapers: losses in brackets, initials behind an office, dividends payable."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Acme Corp had a net loss of $1.2 million, or $(0.04) per share.", -0.04),
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Acme Energy Ltd. shaved its spending plan by $200 million to $900 million.", [("target", "investment", -2e8), ("target", "investment", 9e8)]),
        ("Acme Energy Ltd., which shaved its spending plan to $900 million, has sold a field.", [("target", "investment", 9e8)]),
        ("Acme Energy Ltd. cut its 2021 capital budget by 30%.", [("target", "investment", -30)]),
        ("Acme Bank posted a PAT of Rs5bn, down 10pc.", [("figure", "profit", 5e9), ("figure", "profit", -10)]),
        ("Pat Roe of Acme Bank owes Rs5bn.", []),
        ("Acme Energy Ltd. deferred 19 per cent of its capital budget.", []),
    ],
)
def test_budgets_are_plans_and_pat_is_profit(extractor, text, found):
    claims = extractor.extract(text, published="2021-06-15", id="test")
    assert [(c.kind, c.predicate, c.quantity.low) for c in claims if c.predicate in ("investment", "profit", "stake")] == found


def test_what_production_will_be_is_forecast(extractor):
    (claim,) = extractor.extract("Acme Energy Ltd. said output would average 79,000 barrels a day this year.", published="2021-06-15", id="test")
    assert (claim.predicate, claim.outlook) == ("production", "forecast")


def test_a_shop_with_a_mans_name(extractor):
    text = "Harvey Roe has snapped up two shops. Overall sales at Harvey Roe jumped 10.1% to £53m, with sales in its cafes up 11.5%. Pre-tax profits fell 25%."
    claims = extractor.extract(text, published="2021-06-15", id="test")
    assert {c.subject.name for c in claims if c.kind in ("sales", "figure")} == {"Harvey Roe"}
    assert {c.subject.type for c in claims} == {"organization"}


def test_a_period_that_no_measure_named(extractor):
    text = "Acme Insurance Ltd wrote policies for 3 million clients in the year ended May 31, 2020.\n\nIt reported an after-tax profit of $2.3bn."
    (profit,) = [c for c in extractor.extract(text, published="2021-06-15", id="test") if c.predicate == "profit"]
    assert str(profit.period.end) == "2020-05-31"


def test_where_a_report_was_first_published_is_none_of_it(extractor):
    text = "Acme Corp sold 300 cars.\n\nThis report by The Norland Press was first published March 11, 2020.\n\nPublished in Morning, March 12th, 2020"
    assert [c.kind for c in extractor.extract(text, published="2020-03-12", id="test")] == ["sales"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Acme Corp said the closure will impact approximately 310 employees.", [("target", "jobs", -310)]),
        ("Acme Corp announced a workforce reduction affecting about 245 employees.", [("target", "jobs", -245)]),
        ("Acme Corp said the change will affect 310 employees of Globex.", [("target", "employees", 310)]),
        ("Acme Corp will shed 620 jobs when it shuts two plants.", [("target", "jobs", -620), ("target", "sites", -2)]),
        ("Acme Corp cut 620 jobs when it closed two plants.", [("figure", "jobs", -620), ("figure", "sites", -2)]),
        ("Acme Corp is exploring opportunities to open 20 shops.", [("target", "sites", 20)]),
    ],
)
def test_cuts_and_closures_to_come(extractor, text, found):
    assert [(c.kind, c.predicate, c.quantity.low) for c in extractor.extract(text, published="2021-06-15", id="test") if c.quantity] == found


@pytest.mark.parametrize(("title", "outlook"), [("Acme Corp cutting 650 jobs", "plan"), ("Acme Corp cut 650 jobs", None)])
def test_a_headline_tells_what_is_under_way(extractor, title, outlook):
    (claim,) = [c for c in extractor.extract("Acme Corp met its staff.", title=title, id="test") if c.predicate == "jobs"]
    assert (claim.quantity.low, claim.outlook) == (-650, outlook)


def test_at_the_beginning_of_the_year_is_a_day(extractor):
    (claim,) = extractor.extract("At the beginning of the year, Acme Corp had 51,500 employees.", published="2021-06-15", id="test")
    assert str(claim.period.start) == str(claim.period.end) == "2021-01-01"


def test_what_the_exchange_says_of_a_share_is_not_read(extractor):
    text = "NEW YORK (ABC/Money) - Acme Corp (ACM: up $1.10 to $38.22, Research, Estimates) will cut 650 jobs."
    assert [(c.subject.name, c.predicate) for c in extractor.extract(text, published="2021-06-15", id="test")] == [("Acme Corp", "jobs")]


def test_a_name_that_begins_with_an_ordinary_plural(extractor):
    text = "Fashion retailer Drivers Roe fell. Drivers Roe will open 12 stores, said the boss of Drivers Roe. Drivers Acme met were glad."
    assert {c.subject.name for c in extractor.extract(text, id="test") if c.predicate == "sites"} == {"Drivers Roe"}


def test_goods_by_weight_are_sold(extractor):
    text = "Acme Mining Inc said 38,300 ounces of gold were sold in the second quarter."
    (claim,) = extractor.extract(text, published="2021-09-15", id="test")
    assert (claim.predicate, claim.quantity.low, claim.quantity.unit, claim.product) == ("units_sold", 38300, "ounce", "gold")


def test_predictions_by_analysts_are_forecasts(extractor):
    text = "Acme Corp's sales rose to $41 billion. Compare that with predictions by analysts of revenue of $45.5 billion."
    assert [(c.kind, c.outlook) for c in extractor.extract(text, id="test")] == [("sales", None), ("target", "forecast")]


def test_a_name_that_begins_with_womens(extractor):
    text = "Acme Group runs Women's Zeta, a chain of 30 shops. Women's Zeta will open 20 stores in Spain."
    (claim,) = [c for c in extractor.extract(text, id="test") if c.kind == "target"]
    assert (claim.subject.name, claim.quantity.low) == ("Women's Zeta", 20)


def test_the_chairman_of_the_board_chairs(extractor):
    text = "Acme Corp appointed Jane Roe as CEO and John Doe as chairman of the board."
    assert [(c.subject.name, c.predicate) for c in extractor.extract(text, id="test")] == [("Jane Roe", "executive"), ("John Doe", "chair")]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Globex plc announced the acquisition of Acme Resources, Inc., a miner of Ohio.", ("Globex plc", "Acme Resources, Inc.")),
        ("Acme Corp said it would buy Dick's Lumber, Inc. for $3m.", ("Acme Corp", "Dick's Lumber, Inc.")),
        ("Acme Crafts, Inc. is to be acquired by an affiliate of Roe's, Inc., for $3m.", ("Roe's, Inc.", "Acme Crafts, Inc.")),
    ],
)
def test_what_a_firm_is_by_law_is_no_name_of_its_own(extractor, text, parties):
    (deal,) = [c for c in extractor.extract(text, id="test") if c.kind == "deal"]
    assert (deal.subject.name, deal.object.name) == parties


def test_who_extends_its_lead_is_a_company(extractor):
    text = "Acme Corp's sales fell 3 percent. Meanwhile Fiarr Roedler extended its streak of gains. The carmaker said its sales rose 18 percent."
    assert [(c.subject.name, c.quantity.low) for c in extractor.extract(text, id="test")] == [("Acme Corp", -3), ("Fiarr Roedler", 18)]


def test_who_holds_an_office_now_and_another_next(extractor):
    text = "Acme Corp said its chairman John Doe will retire. Jane Roe, the current deputy chairman, will succeed him."
    found = [(c.role, c.status) for c in extractor.extract(text, id="test") if c.subject.name == "Jane Roe"]
    assert found == [("deputy chairman", "current"), ("chairman", "incoming")]


def test_a_rise_to_a_level_at_a_seller(extractor):
    text = "Car sales surged 16% to 226,400 units at Acme Motor and to 191,300 units at Globex Motor."
    assert [c.subject.name for c in extractor.extract(text, id="test")] == ["Acme Motor", "Acme Motor", "Globex Motor"]


def test_a_time_that_ends_an_aside_is_not_when_it_was_said(extractor):
    text = "Acme Corp, whose shares have lost a third of their value since January, said it would cut 300 jobs."
    (jobs,) = [c for c in extractor.extract(text, published="2021-06-15", id="test") if c.predicate == "jobs"]
    assert jobs.stated is None
    assert not [c for c in extractor.extract(text, published="2021-06-15", id="test") if c.kind == "date"]


def test_sales_of_a_month_are_not_reported_in_it(extractor):
    text = "Acme Corp was the only carmaker to post a decline in sales in September."
    assert [c.kind for c in extractor.extract(text, published="2021-10-15", id="test")] == []


def test_part_of_what_is_owned_is_sold(extractor):
    text = "Acme Corp has agreed to sell a portion of its real estate assets to Globex Trust for $30m."
    found = [(c.subject.name, c.predicate, c.object.name) for c in extractor.extract(text, id="test")]
    assert found == [("Acme Corp", "divests", "real estate assets"), ("Globex Trust", "acquires", "real estate assets")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Acme Corp sold 210,245 cars. This figure was an increase of 1.5% from 207,145 a year ago.", [210245, 1.5, 207145]),
        ("At 174,454 units, sales at Acme Motor were down by 0.2%.", [174454, -0.2]),
        ("At $3.2bn, Acme Corp's revenue was up 5%.", [3.2e9, 5]),
        ("At $3.2bn, Acme Corp thinks, Globex's revenue was low.", []),
    ],
)
def test_levels_told_first_and_figures_told_again(extractor, text, found):
    assert [c.quantity.low for c in extractor.extract(text, id="test") if c.kind == "sales"] == found


def test_a_dateline_of_an_agency_in_small_letters(extractor):
    text = "CANBERA (abc-AFX) - Norland's retailer Acme Ltd. reported that its net profit rose to $2.38 billion."
    (claim,) = extractor.extract(text, id="test")
    assert claim.subject.name.startswith("Acme")
