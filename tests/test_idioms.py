"""Measures told without their noun: one sentence, what it measures (predicate, basis, lowest value) in order of predicate."""

from __future__ import annotations

import pytest

NUMERIC = ("sales", "figure", "target")


def told(extractor, text):
    claims = extractor.extract(text, published="2016-08-10", id="test")
    return sorted((c.predicate, c.basis, c.quantity.low if c.quantity.low is not None else c.quantity.high) for c in claims if c.kind in NUMERIC and c.predicate != "other")


def level(predicate, value):
    return (predicate, "level", value)


def change(predicate, value):
    return (predicate, "change", value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex Corp will let 60 workers go at its plant.", [change("jobs", -60)]),
        ("Globex Corp is letting go of 60 workers.", [change("jobs", -60)]),
        ("Globex Corp said 400 staff will be made redundant.", [change("jobs", -400)]),
        ("Globex Corp is making 400 workers redundant.", [change("jobs", -400)]),
        ("Some 400 workers will lose their jobs at Globex Corp.", [change("jobs", -400)]),
        ("Globex Corp will close and its whole crew - some 940 people - will lose their jobs.", [change("jobs", -940)]),
        ("About 3.9 lakh shares of Globex Corp changed hands and 25 lakh shares were traded on the bourse.", [level("volume", 390000), level("volume", 2500000)]),
        ("Job cuts at Globex Corp will hit 3,000 employees, about 6 percent of its staff.", [change("jobs", -3000), change("jobs", -6)]),
        ("Globex Corp will lay off 240 workers from its workforce of 3,000.", [level("employees", 3000), change("jobs", -240)]),
        ("Globex Corp will cut fine dusts by 90 percent.", []),
        ("Globex Corp grew 4 percent.", [change("revenue", 4)]),
        ("Globex Corp earned $2 million. That's down 5% from a year earlier.", [change("profit", -5), level("profit", 2e6)]),
        ("Globex Corp sold 400 cars. That was 5% more than a year earlier.", [change("units_sold", 5), level("units_sold", 400)]),
        ("Globex Corp's sales rose 4 percent, with 5 percent growth in the Americas.", [change("revenue", 4), change("revenue", 5)]),
        ("Globex Corp secured $25 million.", [level("funding", 25e6)]),
        ("Globex Corp will retain more than 90 percent of its sales staff.", []),
        ("Globex Corp's shares fell to $4, before recovering to close 16 percent down at $5.", [change("share_price", -16), level("share_price", 4), level("share_price", 5)]),
        ("Investors have put $25 million into Globex Corp.", [level("funding", 25e6)]),
        ("Globex Corp faces a bill of $25 million for the recall.", [level("cost", 25e6)]),
        ("Globex Corp earned $45 million, $3 million up on last year.", [change("profit", 3e6), level("profit", 45e6)]),
        ("Globex Corp earned $3 million. That's higher than the $2 million a year ago.", [level("profit", 2e6), level("profit", 3e6)]),
        ("Globex Corp agreed to fund a $3 billion expansion.", [level("investment", 3e9)]),
        ("Globex Corp offered to buy Initech Inc, implying a valuation of $6 billion.", [level("valuation", 6e9)]),
        ("Globex Corp sold 14.5 million depositary receipts, leaving it with 39 million at the end of May, worth $4.2 billion.", []),
        ("Globex Corp is to close its plant at the cost of 240 jobs.", [change("jobs", -240)]),
        ("Globex Corp is trimming its workforce by 300.", [change("jobs", -300)]),
        ("Globex Corp said 200 of its managers will be laid off.", [change("jobs", -200)]),
        ("Nearly 15 percent of Globex Corp's 1,400 jobs are to go.", [level("employees", 1400), change("jobs", -15)]),
        ("Globex Corp will take on 200 technicians by June.", [change("jobs", 200)]),
        ("Globex Corp plans to recruit 200 engineers.", [change("jobs", 200)]),
        ("The expansion of Globex Corp will bring 300 jobs to Ohio.", [change("jobs", 300)]),
        ("Globex Corp's plant will give direct employment to 700 people.", [change("jobs", 700)]),
        ("Globex Corp gives work to 300 people.", [level("employees", 300)]),
        ("Globex Corp has 3,100 people on its payroll.", [level("employees", 3100)]),
        ("There are 340 people on Globex Corp's payroll.", [level("employees", 340)]),
        ("Globex Corp has a 3,100-strong workforce.", [level("employees", 3100)]),
        ("Globex Corp, with a staff of 40, makes soap.", [level("employees", 40)]),
        ("Globex Corp's 1,850 workers will vote on Monday.", [level("employees", 1850)]),
        ("Globex Corp furloughed 300 workers.", []),
        ("Globex Corp fired two deputies, and eight other employees left the company.", []),
        ("Globex Corp, which has been hit by a strike, called talks on a dispute involving 3,000 maintenance workers.", []),
    ],
)
def test_people_hired_dismissed_and_employed(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex Corp is to add three beach resorts.", [change("sites", 3)]),
        ("Globex Corp shuttered two of its seven stores.", [change("sites", -2), level("sites", 7)]),
        ("Globex Corp inaugurated two stores in Lagos.", [change("sites", 2)]),
        ("Globex Corp, the 27-store chain, is for sale.", [level("sites", 27)]),
        ("Globex Corp's 2,900 base stations run on diesel.", [level("sites", 2900)]),
        ("Globex Corp trades from 40 shops.", [level("sites", 40)]),
        ("Globex Corp collects meals from 3,000 restaurants.", []),
        ("Globex Corp's hotel will have 1,140 rooms.", [level("capacity", 1140)]),
        ("Globex Corp opened a 300-room hotel.", [level("capacity", 300)]),
        ("Globex Corp will build a 400 MW wind farm.", [level("capacity", 400)]),
        ("The mine is able to turn out 400,000 tonnes a year, Globex Corp said.", [level("capacity", 400000)]),
        ("Globex Corp doubled the plant's capacity to 400,000 tonnes.", [change("capacity", 100), level("capacity", 400000)]),
        ("Globex Corp's mine yielded 40,000 tonnes of copper.", [level("production", 40000)]),
        ("Globex Corp found buyers for 64 flats.", [level("units_sold", 64)]),
        ("Globex Corp has ordered 12 jets.", [level("orders", 12)]),
        ("Globex Corp won a contract to build two ships.", [level("orders", 2)]),
        ("Globex Corp ordered 200 workers to return to the office.", []),
        ("A court ordered two firms to pay damages to Globex Corp.", []),
        ("Globex Corp said 144 of its planes have been ordered.", []),
        ("Globex Corp has sold just 64 of the 400 flats.", [level("units_sold", 64)]),
        ("Globex Corp's app is used by 3 million people.", [level("users", 3e6)]),
        ("Globex Corp made three offers.", []),
        ("Globex Corp made 40 mistakes.", []),
        ("Globex Corp sold three of its units to Initech Corp.", []),
        ("Globex Corp carried two advertisements in the paper.", []),
        ("Globex Corp did not move one inch, the union said.", []),
    ],
)
def test_goods_sites_and_capacity(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex Corp's exports fetched Rs 74 crore.", [level("revenue", 74e7)]),
        ("Exports brought Globex Corp $74 million last year.", [level("revenue", 74e6)]),
        ("Net sales of Globex Corp totalled EUR 311.0 million.", [level("revenue", 311e6)]),
        ("Globex Corp's revenue nearly doubled in 2015.", [change("revenue", 100)]),
        ("Sales at Globex Corp are off 4 per cent.", [change("revenue", -4)]),
        ("Sales at Globex Corp were 7 per cent ahead at £40m.", [change("revenue", 7), level("revenue", 40e6)]),
        ("Globex Corp, a $2 billion-a-year soap maker, is expanding.", [level("revenue", 2e9)]),
        ("Globex Corp's profits took a 14 per cent tumble.", [change("profit", -14)]),
        ("Globex Corp is $4m in the red.", [level("loss", 4e6)]),
        ("Workers at Globex Corp who are earning $30,000 a year went on strike.", []),
        ("The average household earns $30,000 a year, Globex Corp said.", []),
        ("Globex Corp has set aside €18m for the Netherlands.", [level("investment", 18e6)]),
        ("Globex Corp set aside $28m for bad loans.", [level("cost", 28e6)]),
        ("Globex Corp said $45m had been earmarked for new shops.", [level("investment", 45e6)]),
        ("Globex Corp sank $45m into the mine.", [level("investment", 45e6)]),
        ("Globex Corp pulled in $14m in a round led by Initech.", [level("funding", 14e6)]),
        ("Globex Corp secured $20m in venture capital.", [level("funding", 20e6)]),
        ("Globex Corp's flotation brought in $20m.", [level("funding", 20e6)]),
        ("Globex Corp is worth $60m.", [level("valuation", 60e6)]),
        ("The fall wiped $2 billion off Globex Corp's market value.", [change("valuation", -2e9)]),
        ("Globex Corp has unpaid bills of $38 million.", [level("debt", 38e6)]),
        ("Globex Corp wrote off $28m.", [level("cost", 28e6)]),
        ("Globex Corp cut its tariff to 12 kobo per second from 15 kobo.", [level("price", 0.12), level("price", 0.15)]),
        ("Globex Corp charges customers $12 a month.", [level("price", 12)]),
        ("Globex Corp's average room rate climbed to $512 from $468.", [level("price", 468), level("price", 512)]),
        ("Shares in Globex Corp touched a record $341.", [level("share_price", 341)]),
        ("Shares in Globex Corp added 2.1 per cent to end at $48.60.", [change("share_price", 2.1), level("share_price", 48.6)]),
        ("Globex Corp shares gave up 3 per cent.", [change("share_price", -3)]),
        ("Globex Corp will pay shareholders 6p a share.", [level("dividend", 0.06)]),
        ("Initech Corp paid $18 million for 24 per cent of Globex Corp.", [level("stake", 24)]),
        ("Globex Corp, half of which belongs to Initech Corp, makes soap.", [level("stake", 50)]),
        ("Initech Corp bought 24 per cent of Globex Corp's output.", []),
        ("Globex Corp has a share of some 6 per cent in soap.", [level("market_share", 6)]),
        ("Globex Corp's share of the soap market rose by two points to 6 per cent.", [change("market_share", 2), level("market_share", 6)]),
    ],
)
def test_money_and_shares(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex Corp closed 4.5p higher at 281p in London, where shares fell.", [change("share_price", 0.045), level("share_price", 2.81)]),
        ("Globex Corp shares were 3.4 percent weaker at 41.20 euros.", [change("share_price", -3.4), level("share_price", 41.2)]),
        ("Globex Corp's stock had shed a third of its value.", [change("share_price", -33.33)]),
        ("Jane Roe of Initech cut her target price for Globex Corp to 240 pence from 275.", [level("share_price", 2.4), level("share_price", 2.75)]),
        ("Debt-laden Globex Corp fell 7 per cent in London, where shares were weak.", [change("share_price", -7)]),
        ("The New York Stock Exchange fined Globex Corp $3 million.", [level("fine", 3e6)]),
        ("The closings will cost 1,150 workers their jobs, Globex Corp said.", [change("jobs", -1150)]),
        ("Globex Corp shed 640 positions, bringing headcount to 17,900 employees.", [level("employees", 17900), change("jobs", -640)]),
        ("Globex Corp laid off nine people in sales.", [change("jobs", -9)]),
        ("Globex Corp cut its profit forecast for the year from £34m to £29m.", [level("profit", 29e6), level("profit", 34e6)]),
        (
            "Globex Corp's revenue was $96m, a 22 per cent increase over the $79m recorded a year earlier.",
            [change("revenue", 22), level("revenue", 79e6), level("revenue", 96e6)],
        ),
        ("Globex Corp's operating profit was 16 million euros, or 9.5 per cent of net sales.", [level("margin", 9.5), level("operating_profit", 16e6)]),
        ("Globex Corp's sales were double the level of 2014.", [change("revenue", 100)]),
        (
            "Globex Corp sold 4.2m phones, more than triple the 1.4 million of its debut quarter.",
            [change("units_sold", 200), level("units_sold", 1.4e6), level("units_sold", 4.2e6)],
        ),
        ("Globex Corp's costs shot up to $58 million.", [level("cost", 58e6)]),
        ("The plant will cost $45 million, Globex Corp said.", [level("investment", 45e6)]),
        ("The strike cost Globex Corp $28m.", [level("cost", 28e6)]),
        ("Globex Corp declared a dividend of Rs 4 per share of face value Rs 10.", [level("dividend", 4)]),
        ("Globex Corp peaked at 163 stores three years ago.", [level("sites", 163)]),
        ("Globex Corp plans seven factory closures by 2028.", [change("sites", -7)]),
        ("Globex Corp exported 27.3 lakh tonnes of rice.", [level("units_sold", 2.73e6)]),
        ("Globex Corp has lined up $85 million in financing.", [level("funding", 85e6)]),
        ("Globex Corp still charges 18 kobo.", [level("price", 0.18)]),
        ("Globex Corp's factory can handle 20,000 barrels a day.", [level("capacity", 20000)]),
        ("Globex Corp's revenue rose 67 percent in 2014 to 2.3 billion euros.", [change("revenue", 67), level("revenue", 2.3e9)]),
        ("Globex Corp needs to raise between $2bn (£1.6bn) and $2.2bn.", [level("funding", 2e9)]),
        ("Globex Corp expects a profit of 2,000 to 2,100 million yen.", [level("profit", 2e9)]),
        ("Globex Corp hopes to make 10 million scooters a year.", [level("production", 10e6)]),
        ("Globex Corp is planning a $330 million factory in Ohio.", [level("investment", 330e6)]),
        ("Globex Corp needs 40 pilots.", []),
        ("The order goes out to whichever of 140 wholesalers is cheapest, Globex Corp said.", []),
    ],
)
def test_changes_levels_and_what_they_are_of(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "outlook"),
    [
        ("Globex Corp is hiring 45 assemblers for a second shift.", "plan"),
        ("Globex Corp has hired 45 assemblers.", None),
        ("Globex Corp said 1,400 jobs are to go.", "plan"),
        ("Globex Corp has set aside $18m for shops.", "plan"),
        ("Globex Corp's plan puts 240 jobs at risk.", "forecast"),
        ("Initech raised its target price for Globex Corp to $31.", "forecast"),
    ],
)
def test_acts_under_way_and_announced_are_plans(extractor, text, outlook):
    (claim,) = [c for c in extractor.extract(text, published="2016-08-10", id="test") if c.kind in NUMERIC]
    assert claim.outlook == outlook


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a verb of growth whose subject stands before another
        ("Acme Corp shares have risen this year but fell 3% on Tuesday.", [("share_price", -3)]),
        ("Acme Corp's sales rose in Norland but were down 3% in Freedonia.", [("revenue", -3)]),
        # what an aside tells stands between
        ("Acme Corp's revenue, which had dropped last year, rose 3%.", [("revenue", 3)]),
        ("Acme Corp has bought a 17.5% equity stake in Globex Corp.", [("stake", 17.5)]),
    ],
)
def test_measures_and_what_stands_between_them_and_their_amount(extractor, text, expected):
    claims = extractor.extract(text, published="2016-08-10", id="test")
    assert [(c.predicate, c.quantity.low) for c in claims if c.quantity] == expected
    assert not [c for c in claims if c.kind == "date"]


def test_a_century_dates_no_figure(extractor):
    claims = extractor.extract("Acme Corp plans to invest £10bn to create a 21st century network.", id="test")
    assert [c.period for c in claims] == [None]


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("Acme Corp makes drugs. Sales of the company's cancer drug Zetamab were $522 million.", "Zetamab"),
        ("Acme Corp's sales of Zetamab rose 3 percent.", "Zetamab"),
        ("Acme Corp said sales of its arthritis drug Zetamab fell 3 percent.", "Zetamab"),
        ("Registrations for Acme Corp rose 3 percent.", None),
    ],
)
def test_goods_by_their_name(extractor, text, product):
    assert [c.product for c in extractor.extract(text, id="test") if c.kind == "sales"] == [product]


def test_the_place_of_a_plant_that_costs(extractor):
    claims = extractor.extract("Acme Corp makes cars. The Ohio plant is expected to cost Acme Corp $700 million.", id="test")
    assert [(c.predicate, c.place.name) for c in claims] == [("cost", "Ohio")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp has a capacity of 2.35 MTPA.", ("capacity", 2.35e6, "t", None)),
        ("Acme Corp makes 5 million tonnes of steel a year.", ("production", 5e6, "t", "steel")),
        ("Acme Corp produced 300 kt of copper.", ("production", 300e3, "t", "copper")),
    ],
)
def test_tonnes_in_full(extractor, text, expected):
    claims = extractor.extract(text, id="test")
    assert [(c.predicate, c.quantity.low, c.quantity.unit, c.product) for c in claims] == [expected]


@pytest.mark.parametrize(
    ("text", "product"),
    [("Acme Corp exported 3 million tonnes of coal to India.", "coal"), ("Acme Corp plans to shift production of the Zeta 25 to China.", "Zeta 25")],
)
def test_what_is_made_or_sold_in_a_market(extractor, text, product):
    assert [c.product for c in extractor.extract(text, id="test") if c.kind == "market"] == [product]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what an analyst puts on "the company" is of whom the article tells
        ("Acme Corp floated in May. Hollis Bank backs it. Last week it set a target share price for the company of $300.", [("share_price", "Acme Corp", "level", 300)]),
        ("Acme Corp has fallen from a market share of 21.4% in 2019 to 15.7% in 2020.", [("market_share", "Acme Corp", "level", 21.4), ("market_share", "Acme Corp", "level", 15.7)]),
    ],
)
def test_targets_of_analysts_and_shares_lost(extractor, text, expected):
    claims = extractor.extract(text, published="2021-06-10", id="test")
    assert [(c.predicate, c.subject.name, c.basis, c.quantity.low) for c in claims if c.quantity] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Acme Corp expects $2.80 to $2.95 per share in adjusted profit for its financial year ending August, against the $3.20 to $3.35 per share forecast in March.",
            ["2020-09-01", "2020-09-01"],
        ),
        (
            "Acme Corp said sales in the first quarter rose 3 percent to $84 million. Its operating profit dropped from $12 million to $9 million.",
            ["2021-01-01", "2021-01-01", "2020-01-01", "2021-01-01"],
        ),
        ("Acme Corp has lowered its 2021 production guidance. It is now forecasting production of 300,000 tonnes.", ["2021-01-01"]),
        ("Acme Corp cut its full-year forecast. It now expects sales of $300 million.", ["2021-01-01"]),
        (
            "Acme Corp's bike sales rose 15 percent last month to 588,300, bringing the total for the first five months to 3.6 million.",
            ["2021-05-01", "2021-05-01", "2021-01-01"],
        ),
        ("Acme Corp had a loss of $248 million in the first quarter, compared to prior year's loss of $780 million.", ["2021-01-01", "2020-01-01"]),
        ("In the first four months of this year Acme Corp sold 36,900 bikes, nearly matching the record of 2003.", ["2021-01-01"]),
        ("Acme Corp's output was 137,000 bikes in the first quarter, an increase of 4.7 percent, it revealed in its report released in April.", ["2021-01-01", "2021-01-01", "2021-04-01"]),
        ("Acme Corp aims to cut production by 1 million tonnes, or roughly 40% of its output, by 2030.", ["2030-01-01", "2030-01-01"]),
        ("On Wednesday, Acme Corp priced its shares at $9 each, raising $243 million.", ["2021-06-09", "2021-06-09"]),
        ("Acme Corp said its sales climbed 6.9% over the five weeks to June 4.", ["2021-05-01"]),
        ("Acme Corp made a profit of $40 million in 2020, in the middle of the $38m-$42m range it had pointed to in April.", ["2020-01-01", "2020-01-01"]),
        ("Acme Corp made a profit of $19m in 2020, a 45% drop on the $36m in 2019.", ["2020-01-01", "2019-01-01", "2020-01-01"]),
    ],
)
def test_the_time_of_what_is_set_against_another(extractor, text, expected):
    claims = extractor.extract(text, published="2021-06-10", id="test")
    assert [str(c.period.start) for c in claims] == expected


def test_local_currencies_tell_no_place(extractor):
    claims = extractor.extract("Acme Corp makes pumps in Norway. Its sales fell by 6% in local currencies.", id="test")
    assert [c.place for c in claims if c.kind == "sales"] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Acme Corp reported June sales up 67.9% on Monday, before its second-quarter earnings release later this week.",
            [("reported", "Acme Corp", "2021-06-14"), ("reported", "Acme Corp", "2021-06-14")],
        ),
        (
            "Acme Corp, which has a 73% share of the market, according to data from Initech Research, is set to report its earnings on Thursday, July 16.",
            [("reported", "Acme Corp", "2021-07-16")],
        ),
        ("Acme Corp plans to add two plants in Norway, Reuters reported, citing remarks made by Minister Ann Lee on Sunday.", []),
    ],
)
def test_when_and_by_whom_results_are_told(extractor, text, expected):
    claims = extractor.extract(text, published="2021-06-15", id="test")
    assert [(c.predicate, c.subject.name, str(c.period.start)) for c in claims if c.kind == "date"] == expected
    assert [c.period for c in claims if c.predicate == "sites"] in ([], [None])


def test_what_authorities_are_paid(extractor):
    claims = extractor.extract("Acme Corp makes pumps. Acme Corp paid the Department of Justice $5m in 2019.", id="test")
    assert [(c.predicate, c.subject.name) for c in claims if c.quantity] == [("fine", "Acme Corp")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Acme Corp holds just 2.9% of the grocery pie, while Globex Corp controls about 20%.",
            [("market_share", "Acme Corp", 2.9, None), ("market_share", "Globex Corp", 20, None)],
        ),
        (
            "Acme Corp has 30% of the market and Globex Corp holds 20%.",
            [("market_share", "Acme Corp", 30, None), ("market_share", "Globex Corp", 20, None)],
        ),
        ("Acme Corp has 2,800 storefronts.", [("sites", "Acme Corp", 2800, None)]),
        ("Acme Corp unveiled a $9bn expansion plan.", [("investment", "Acme Corp", 9e9, "plan")]),
    ],
)
def test_shares_of_several_and_plans(extractor, text, expected):
    claims = extractor.extract(text, published="2021-06-15", id="test")
    assert [(c.predicate, c.subject.name, c.quantity.low, c.outlook) for c in claims if c.quantity] == expected


def test_expectations_are_of_the_time_of_the_result(extractor):
    text = "Acme Corp posted a profit of $3.5 billion for the April to June quarter, down 10% from a year before and missing estimates of $4.3 billion."
    assert {str(c.period.start) for c in extractor.extract(text, published="2021-07-15", id="test")} == {"2021-04-01"}


def test_hope_is_no_thing_that_ends(extractor):
    assert [c for c in extractor.extract("Acme Corp scrapped hope for sales growth in 2026.", published="2021-07-15", id="test") if c.kind == "date"] == []


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("Globex Corp's Zeta phone costs $300.", "Zeta phone"),
        ("Globex Corp charges $10 a month for its Zeta service.", "Zeta service"),
        ("Globex Corp charges $10 a month.", None),
    ],
)
def test_what_a_price_is_asked_for(extractor, text, product):
    assert [c.product for c in extractor.extract(text, published="2016-08-10", id="test") if c.predicate == "price"] == [product]
