"""Bare numbers that go on counting what was counted before, and what stands beside an amount."""

from __future__ import annotations

import pytest
from numeric_claims import PUBLISHED, told


def counted(extractor, text):
    """Kind, predicate, basis, low, high and unit of every numeric claim."""
    return [
        (c.kind, c.predicate, c.basis, c.quantity.low, c.quantity.high, c.quantity.unit)
        for c in extractor.extract(text, published=PUBLISHED, id="test")
        if c.quantity is not None
    ]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Globex Corp has 120 stores in Spain. It plans to open another 30 next year.", ("target", "sites", "change", 30, 30, "store")),
        ("Globex Corp has 120 stores. It will open 30 more next year.", ("target", "sites", "change", 30, 30, "store")),
        ("Globex Corp, which has 412 shops, expects to open 40 to 50 this year.", ("target", "sites", "change", 40, 50, "shop")),
        ("Globex Corp opened 14 hotels in May. It closed three in the spring and two others later, but it aims to have 200 by 2020.", ("target", "sites", "level", 200, 200, "hotel")),
        ("Globex Corp flew 3 million passengers in 2015. It expects to carry 4 million in 2016.", ("target", "users", "level", 4e6, 4e6, "passenger")),
        ("Globex Corp cut 300 jobs last year. A further 200 will go this year.", ("target", "jobs", "change", -200, -200, "job")),
        ("Globex Corp employs 400 people in Leeds and plans to take on another 60.", ("target", "jobs", "change", 60, 60, "job")),
        ("Globex Corp makes 300 buses a year. It wants to make 500 by 2020.", ("target", "production", "level", 500, 500, "bus")),
        ("Globex Corp runs 47 hotels and has another 30 under construction.", ("target", "sites", "level", 30, 30, "hotel")),
        ("Globex Corp now has 29.1 million customers, a net addition of nearly 640,000 in the quarter.", ("figure", "users", "change", 640_000, 640_000, "customer")),
    ],
)
def test_bare_numbers_go_on(extractor, text, last):
    assert counted(extractor, text)[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "Globex Corp has 120 stores. It was founded in 1950 and is open from 9 to 5.",
        "Globex Corp has 120 stores. Its chairman is 62 and has three children.",
        "Globex Corp has 120 stores. It hopes to reach an agreement with 30 landlords.",
    ],
)
def test_other_numbers_do_not(extractor, text):
    assert told(extractor, text) == [("Globex Corp", "sites", 120)]


def test_goods_are_carried_over(extractor):
    text = "Globex Corp sold 40,000 cars last year. It expects to sell 50,000 this year."
    assert [claim.product for claim in extractor.extract(text, published=PUBLISHED, id="test")] == ["cars", "cars"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Globex Corp carried 1.2 million passengers in May, 15% more passengers than a year ago.",
            [("users", 1.2e6), ("users", 15)],
        ),
        ("Shares in Globex Corp rose 15 cents - 1.1% - to $13.80.", [("share_price", 0.15), ("share_price", 1.1), ("share_price", 13.8)]),
        ("Globex Corp's stock fell 40 cents -- or 2 percent -- to $19.60.", [("share_price", -0.4), ("share_price", -2), ("share_price", 19.6)]),
        ("The wind farm should reach 2GW by 2030, Globex Corp said.", [("capacity", 2)]),
        ("Globex Corp's board proposed a dividend of Rs 9 per equity share of Rs 2 each.", [("dividend", 9)]),
        ("Globex Corp said the plant was turning out 12 vans a week, against 30 a year ago.", [("production", 12), ("production", 30)]),
        ("Globex Corp reported subscriber growth of 7.7% to 29.1 million customers.", [("users", 7.7), ("users", 29.1e6)]),
        ("The $92 million investment by Globex Corp is to bring 220 jobs to the region.", [("investment", 92e6), ("jobs", 220)]),
        ("Globex Corp's income from its services rose 4% to $3 million.", [("revenue", 4), ("revenue", 3e6)]),
        ("Globex Corp added 1.1 million customers in Ghana to reach 24.3 million.", [("users", 1.1e6), ("users", 24.3e6)]),
        ("Globex Corp's debt was 4.6 times EBITDA, or $7.9 billion.", [("debt", 7.9e9)]),
        ("Globex Corp's total like-for-likes rose 1.6%.", [("revenue", 1.6)]),
        ("Globex Corp made profits 19 per cent ahead to £131m on sales 13 per cent up to £2.3bn.", [("profit", 19), ("profit", 131e6), ("revenue", 13), ("revenue", 2.3e9)]),
        ("Globex Corp's profit rose 33 per cent with 20 per cent more space added.", [("profit", 33)]),
        ("Globex Corp said on Monday its market had changed. Margin slipped by 1.8%. The move cost it $23m.", [("margin", -1.8), ("cost", 23e6)]),
        ("• Sales down to $1.68bn from $1.78bn\n• Online sales up 27%\nGlobex Corp will close 150 shops, it said.", [("revenue", 1.68e9), ("revenue", 1.78e9), ("revenue", 27), ("sites", -150)]),
        ("Globex Corp has 1,130 properties in 38 countries.", [("sites", 1130)]),
        ("Globex Corp's revenue per available room rose 41%.", []),
        ("Globex Corp has an engine of 2 GW.", []),
    ],
)
def test_what_stands_beside(extractor, text, expected):
    assert told(extractor, text) == [("Globex Corp", *one) for one in expected]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Globex Corp's plant has a capacity of 9.8 gigawatt-hours.", ["GWh"]),
        ("Globex Corp posted revenue of 187 billion rand ($11.2 billion) and earnings of 612 cents a share.", ["ZAR", "ZAR"]),
        ("Globex Corp posted headline earnings of R3.15 per share, up 21%.", ["ZAR", "percent"]),
    ],
)
def test_units(extractor, text, units):
    assert [one[-1] for one in counted(extractor, text)] == units


def test_a_forecast_beaten_is_one(extractor):
    text = "Globex Corp earned $211 million, or 87 cents a share. It beat the 81 cents a share profit forecast of analysts."
    assert counted(extractor, text)[-1] == ("target", "eps", "level", 0.81, 0.81, "USD")


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Globex Corp's turnover rose from £31m to £34m in 2015.", [("2014-01-01", "2014-12-31"), ("2015-01-01", "2015-12-31")]),
        ("In 2015, sales fell from $31 million to $24 million, Globex Corp said.", [("2014-01-01", "2014-12-31"), ("2015-01-01", "2015-12-31")]),
        ("Globex Corp's net debt fell from £31m to £20m in 2015.", [None, ("2015-01-01", "2015-12-31")]),
        (
            "Globex Corp said revenue was $72 million in the first quarter and raised its full-year revenue forecast to $300 million.",
            [("2016-01-01", "2016-03-31"), ("2016-01-01", "2016-12-31")],
        ),
        (
            "Globex Corp said revenue was $72 million in the first quarter and raised its second-quarter revenue forecast to $80 million.",
            [("2016-01-01", "2016-03-31"), ("2016-04-01", "2016-06-30")],
        ),
        ("Globex Corp has sold 10 million copies of the game since its launch in March.", [("2016-03-01", "None")]),
    ],
)
def test_times(extractor, text, periods):
    claims = [claim for claim in extractor.extract(text, published=PUBLISHED, id="test") if claim.quantity is not None]
    assert [claim.period and (str(claim.period.start), str(claim.period.end)) for claim in claims] == periods


def test_customers_who_will_pay_more_are_had(extractor):
    text = "Globex Corp will raise prices for 1.2 million customers by an average of 9.7% in September."
    assert sorted(counted(extractor, text)) == [("figure", "users", "level", 1.2e6, 1.2e6, "customer"), ("target", "price", "change", 9.7, 9.7, "percent")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex Corp cut its spending plan by $200 million or 18 per cent to $900 million.", [("target", "investment", -200e6), ("target", "investment", -18), ("target", "investment", 900e6)]),
        ("Globex Corp announced a $300 million investment in its Leeds plant.", [("target", "investment", 300e6)]),
        ("Globex Corp announced an investment of $300 million in 2012.", [("figure", "investment", 300e6)]),
        ("Globex Corp announced it had invested $300 million.", [("figure", "investment", 300e6)]),
        ("Globex Corp approved a programme that includes the elimination of about 500 jobs.", [("target", "jobs", -500)]),
        ("So far, Globex Corp said, $22m has been spent on early works at the mine.", [("figure", "investment", 22e6)]),
        ("The factory, where 350 people make gearboxes, will get a 40 million euro upgrade, Globex Corp said.", [("figure", "employees", 350), ("target", "investment", 40e6)]),
        ("Globex Corp produced 2 million ounces in 2015. It kept its guidance range of 2.1 million to 2.2 million ounces.", [("figure", "production", 2e6), ("target", "production", 2.1e6)]),
        ("Globex Corp expects profit to grow 3 to 6 per cent. That is below market expectations of almost 8 per cent.", [("target", "profit", 3), ("target", "profit", 8)]),
        ("Globex Corp said it would eliminate 3% to 5% of its positions.", [("target", "jobs", -5)]),
        ("Globex Corp posted a PAT of Rs5bn (EPS: Rs5.26), down 10pc.", [("figure", "profit", 5e9), ("figure", "eps", 5.26), ("figure", "profit", -10)]),
        ("Globex Corp gave him a pat of $5bn.", []),
        ("Globex Corp's copper production totalled 44.4 million pounds.", [("figure", "production", 44.4e6)]),
        ("Globex Corp said its rates at 40 hotels were 6% below 2015.", []),
    ],
)
def test_plans_and_kinds(extractor, text, expected):
    assert [(kind, predicate, low) for kind, predicate, _, low, _, _ in counted(extractor, text) if predicate != "price"] == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("KARACHI: Globex Corp posted a profit of Rs896m.", "PKR"),
        ("MUMBAI: Globex Corp posted a profit of Rs896m.", "INR"),
        ("Globex Corp shares fell to $29.17 at 1104 AEST.", "AUD"),
        ("Globex Corp shares fell to $29.17 at 1104 EST.", "USD"),
    ],
)
def test_currencies_of_home(extractor, text, unit):
    assert counted(extractor, text)[-1][-1] == unit


def test_a_name_that_sales_are_made_at_is_a_company(extractor):
    text = "Papers filed this week revealed sales at Harry Roe rose 10% to £53m. Harry Roe is buying two shops."
    assert told(extractor, text)[:2] == [("Harry Roe", "revenue", 10), ("Harry Roe", "revenue", 53e6)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Globex Corp's revenue rose 5% in Norway to $410 million, 9% in Spain to $280 million and fell 14% in Japan to $150 million.",
            [(5, "Norway"), (410e6, "Norway"), (9, "Spain"), (280e6, "Spain"), (-14, "Japan"), (150e6, "Japan")],
        ),
        ("Globex Corp's sales in Asia surged 30%, compared with 4% growth in Spain and a 2% decline in Peru.", [(30, "Asia"), (4, "Spain"), (-2, "Peru")]),
        ("In Spain, Globex Corp's sales rose 12 percent to 95,000 cars; in China they fell 3 percent to 60,000.", [(12, "Spain"), (95000, "Spain"), (-3, "China"), (60000, "China")]),
    ],
)
def test_lists_of_places(extractor, text, expected):
    claims = extractor.extract(text, published=PUBLISHED, id="test")
    assert [(claim.quantity.low, claim.place and claim.place.name) for claim in claims if claim.quantity is not None] == expected


def test_results_told_company_by_company_have_their_own_times(extractor):
    text = (
        "Globex Corp made a profit of $3 million in the first half of 2016.\n\n"
        "Initech Corp insured 300 ships in the year ended Dec 31, 2015.\n\nInitech Corp reported a net profit of $2 million."
    )
    claims = extractor.extract(text, published=PUBLISHED, id="test")
    assert [str(claim.period.start) for claim in claims if claim.predicate == "profit"] == ["2016-01-01", "2015-01-01"]


def test_goods_in_bottles(extractor):
    claims = extractor.extract("Globex Corp sold 2.3 million bottles of whisky in 2015.", published=PUBLISHED, id="test")
    assert [(claim.product, claim.quantity.unit) for claim in claims] == [("whisky", "bottle")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex Bank plans to close 128 Acme, 30 Initech and 22 Hooli branches.", [("target", "sites", "change", -128, -128, "branch"), ("target", "sites", "change", -30, -30, "branch"), ("target", "sites", "change", -22, -22, "branch")]),
        ("Globex Corp will close 12 shops in Leeds, eight in York and five in Hull.", [("target", "sites", "change", -12, -12, "shop"), ("target", "sites", "change", -8, -8, "shop"), ("target", "sites", "change", -5, -5, "shop")]),
        ("Globex Corp secured orders to supply 326MW of wind turbines.", [("figure", "orders", "level", 326, 326, "MW")]),
        ("Globex Corp won a contract to supply and install 48 wind turbines.", [("figure", "orders", "level", 48, 48, "turbine")]),
        ("Globex Bank would have 1,900 branches and 13,000 staff.", [("target", "sites", "level", 1900, 1900, "branch"), ("target", "employees", "level", 13000, 13000, "staff")]),
        ("Globex Corp, with 61 shops and 9,400 employees, will open one in Auckland.", [("figure", "sites", "level", 61, 61, "shop"), ("figure", "employees", "level", 9400, 9400, "employee")]),
        ("Globex Corp builds wind farms. It has 1.9 GW in operation and targets 6 GW by 2030.", [("figure", "capacity", "level", 1.9, 1.9, "GW"), ("target", "capacity", "level", 6, 6, "GW")]),
        ("Globex Corp approved a plan to expand capacity from 1.2 to 1.8 million tonnes a year by March 2099.", [("figure", "capacity", "level", 1_200_000, 1_200_000, "t"), ("target", "capacity", "level", 1_800_000, 1_800_000, "t")]),
        ("Globex Corp said it would cut 90 posts. The cuts amount to 14% of the workforce.", [("target", "jobs", "change", -90, -90, "post"), ("target", "jobs", "change", -14, -14, "percent")]),
        ("Globex Corp has 15 million registered users and 500,000 drivers.", [("figure", "users", "level", 15_000_000, 15_000_000, "user")]),
        ("Globex Corp expects a loss of $25 million for 2099, after profits of $214 million in 2015.", [("target", "loss", "level", 25e6, 25e6, "USD"), ("figure", "profit", "level", 214e6, 214e6, "USD")]),
        ("Globex Corp expected to complete 5,200 homes this year, and had cut its workforce by 1,100.", [("figure", "jobs", "change", -1100, -1100, "job")]),
        ("In the second quarter 38,300 ounces of silver were sold, Globex Corp said.", [("sales", "units_sold", "level", 38300, 38300, "ounce")]),
        ("Globex Corp's cost of sales (including depreciation) was $1,864 per ounce.", [("figure", "cost", "level", 1864, 1864, "USD")]),
        ("Globex Corp said the number of people going into shops fell by half.", [("figure", "users", "change", -50, -50, "percent")]),
        ("Globex Bank plans to cut 2 billion pounds of costs.", [("target", "cost", "change", -2e9, -2e9, "GBP")]),
        ("Globex Corp will bring a plant to Leeds creating up to 400 jobs.", [("target", "jobs", "change", None, 400, "job")]),
        ("Globex Corp is taking its annual capacity up to 320,000 tonnes.", [("figure", "capacity", "level", 320_000, 320_000, "t")]),
        ("Globex Corp's exports were up 13,2 per cent and earnings rose to 408,5 cents a share.", [("sales", "revenue", "change", 13.2, 13.2, "percent"), ("figure", "eps", "level", 4.085, 4.085, "USD")]),
        ("Globex Corp's profit rose 53,1% to R1,2bn.", [("figure", "profit", "change", 53.1, 53.1, "percent"), ("figure", "profit", "level", 1.2e9, 1.2e9, "ZAR")]),
    ],
)
def test_what_lists_and_numbers_count(extractor, text, expected):
    assert counted(extractor, text) == expected


def test_in_the_country(extractor):
    claims = extractor.extract("Globex Corp came to Russia in 2009. It has 67 stores in the country.", published=PUBLISHED, id="test")
    assert [claim.place and claim.place.name for claim in claims if claim.quantity is not None] == ["Russia"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex Corp filed papers to raise Rs 22 billion through an IPO at a face value of Rs 10 per share.", [("target", "funding", 22e9)]),
        ("Globex Corp signed an agreement to open six restaurants in Norway.", [("target", "sites", 6)]),
        ("Following the $75 million it raised last March, Globex Corp has 300 staff.", [("figure", "funding", 75e6), ("figure", "employees", 300)]),
        ("Globex Corp sells cheese. In China the food service business grew 20 per cent.", [("sales", "revenue", 20)]),
        ("Globex Corp said EBITDA rose 3%. EBITDAR stood at $6 million.", [("figure", "operating_profit", 3), ("figure", "operating_profit", 6e6)]),
        ("Globex Corp opened six restaurants after the contract to run trains ended.", [("figure", "sites", 6)]),
    ],
)
def test_agreed_and_done(extractor, text, expected):
    assert [(kind, predicate, low) for kind, predicate, _, low, _, _ in counted(extractor, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex Corp's revenue beat estimates, coming in at $5.6 billion against the $5.4 billion expected by analysts.", [("sales", "revenue", 5.6e9), ("target", "revenue", 5.4e9)]),
        ("Globex Corp said 640 of its 1,100 staff had been made redundant.", [("figure", "jobs", -640), ("figure", "employees", 1100)]),
        ("Globex Corp said 640 of its 1,100 staff will lose their jobs.", [("target", "jobs", -640), ("figure", "employees", 1100)]),
        ("Globex Corp's active buyers reached 24 million.", [("figure", "users", 24e6)]),
        (
            "Globex Corp backed a plan, by which it would open three branches in Uganda, two in Rwanda, four in Tanzania and one hotel.",
            [("target", "sites", 3), ("target", "sites", 2), ("target", "sites", 4)],
        ),
    ],
)
def test_parts_and_expectations(extractor, text, expected):
    assert sorted((kind, predicate, low) for kind, predicate, _, low, _, _ in counted(extractor, text) if low != 1) == sorted(expected)


def test_a_profit_is_of_the_time_told_after_its_growth(extractor):
    text = "Globex Corp posted a net profit of 1.2 billion yuan, up 31.4% from a year earlier, in the first half."
    claims = extractor.extract(text, published=PUBLISHED, id="test")
    assert [str(claim.period.start) for claim in claims if claim.quantity is not None] == ["2016-01-01", "2016-01-01"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex Corp said 240 posts would go at its mill, 35 in Oslo and 20 at its head office.", [("jobs", -240, None), ("jobs", -35, "Oslo"), ("jobs", -20, None)]),
        ("Globex Corp cut 300 jobs at its plants and raised 20 in Oslo.", [("jobs", -300, None)]),
        ("Globex Corp said sales grew 3% to €5 billion, or by 4% on a like-for-like basis.", [("revenue", 3, None), ("revenue", 5e9, None), ("revenue", 4, None)]),
        ("Globex Corp said sales fell 3% to €5 billion (2% at constant currencies).", [("revenue", -3, None), ("revenue", 5e9, None), ("revenue", -2, None)]),
    ],
)
def test_parts_and_other_reckonings(extractor, text, expected):
    assert [(c.predicate, c.quantity.low, c.place and c.place.name) for c in extractor.extract(text, published=PUBLISHED, id="test") if c.quantity] == expected


def test_amounts_joined_are_of_one_time(extractor):
    text = "Globex Corp had sales of £5m and a profit of £1m in 2015, after it opened a mill."
    assert {str(c.period.start) for c in extractor.extract(text, published=PUBLISHED, id="test") if c.quantity} == {"2015-01-01"}


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Globex Corp's first-quarter sales rose 3 percent, helped by a takeover last year. Profit fell 5 percent.", ["2016-01-01", "2016-01-01"]),
        ("Globex Corp had sales of $40m last year. Its Hull site makes 900 beds a week.", ["2015-01-01", None]),
        ("Globex Corp had sales of $40m last year. Its output averaged 900 beds a week.", ["2015-01-01", "2015-01-01"]),
    ],
)
def test_times_of_causes_and_of_rates(extractor, text, starts):
    claims = [c for c in extractor.extract(text, published=PUBLISHED, id="test") if c.quantity]
    assert [str(c.period.start) if c.period else None for c in claims] == starts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex Corp guided for first-quarter earnings of 40 to 44 cents a share.", [("eps", 0.4, "2017-01-01", "forecast")]),
        ("Globex Corp earned $3 million in the first quarter.", [("profit", 3e6, "2016-01-01", None)]),
        ("Globex Corp is raising prices by an average of 5 percent from July 1.", [("price", 5, "2017-07-01", "plan")]),
        ("Globex Corp raised prices by an average of 5 percent from July 1.", [("price", 5, "2016-07-01", None)]),
        ("Globex Corp aims for annual revenue growth of 5 percent over the medium term.", [("revenue", 5, None, "target")]),
        ("Globex Corp forecast revenue of $310 million, plus or minus 2 percent.", [("revenue", 310e6, None, "forecast")]),
        ("Globex Corp earned 44 cents a share, two cents more than analysts had forecast.", [("eps", 0.44, None, None)]),
    ],
)
def test_times_that_come_round_again(extractor, text, expected):
    claims = [c for c in extractor.extract(text, published="2016-12-10", id="test") if c.quantity]
    assert [(c.predicate, c.quantity.low, str(c.period.start) if c.period else None, c.outlook) for c in claims] == expected


def test_the_same_period_of_another_company(extractor):
    text = "Globex Corp made $28 million in the first half of 2016. Acme Ltd lost $6 million in the same period, against a profit of $3 million a year earlier."
    claims = [c for c in extractor.extract(text, published=PUBLISHED, id="test") if c.quantity]
    assert [(c.subject.name, c.predicate, c.period.start.year) for c in claims] == [("Globex Corp", "profit", 2016), ("Acme Ltd", "loss", 2016), ("Acme Ltd", "profit", 2015)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex Corp plans capital spending of $2.6 billion, $600 million more than last year.", [("target", None), ("target", None)]),
        ("Globex Corp sells the Zeta for $199 on a two-year plan costing $29 a month.", [("figure", None), ("figure", None)]),
    ],
)
def test_what_is_of_no_time_told(extractor, text, expected):
    claims = [c for c in extractor.extract(text, published=PUBLISHED, id="test") if c.quantity]
    assert [(c.kind, str(c.period.start) if c.period and c.period.start else None) for c in claims] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex Corp's Hull mill, which can make 4,000 beds a day, made only 1,200 in 2015.", [("capacity", 4000, "bed"), ("production", 1200, "bed")]),
        ("Globex Corp's revenue in Peru grew 7 percent to $11m; in Europe it fell 2 percent.", [("revenue", 7, "percent"), ("revenue", 11e6, "USD"), ("revenue", -2, "percent")]),
        ("Globex Corp makes lifts. The firm said there were 300 jobs to go at its Derby foundry.", [("jobs", -300, "job")]),
        ("Globex Corp's sales rose 12 percent, and it cut 3 percent of its staff.", [("revenue", 12, "percent"), ("jobs", -3, "percent")]),
    ],
)
def test_what_is_made_and_what_it_does(extractor, text, expected):
    claims = [c for c in extractor.extract(text, published=PUBLISHED, id="test") if c.quantity]
    assert [(c.predicate, c.quantity.low, c.quantity.unit) for c in claims] == expected


def stood(extractor, text):
    """Kind, subject, predicate, signed amount and the last day of the period of every numeric claim."""
    return [
        (c.kind, c.subject.name, c.predicate, c.quantity.low if c.quantity.low is not None else c.quantity.high, str(c.period.end) if c.period else None)
        for c in extractor.extract(text, published=PUBLISHED, id="test")
        if c.quantity is not None
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Globex Corp will raise its capacity to 3.2 million tonnes from 2.8 million tonnes by the end of next year.",
            [("target", "Globex Corp", "capacity", 3.2e6, "2017-12-31"), ("figure", "Globex Corp", "capacity", 2.8e6, None)],
        ),
        (
            "Globex Corp said it would close nine stores and open five this year.",
            [("target", "Globex Corp", "sites", -9, "2016-12-31"), ("target", "Globex Corp", "sites", 5, "2016-12-31")],
        ),
        (
            "Globex Corp's sales jumped 9.5 per cent and Acme Corp's 11.6 in May.",
            [("sales", "Globex Corp", "revenue", 9.5, "2016-05-31"), ("sales", "Acme Corp", "revenue", 11.6, "2016-05-31")],
        ),
        (
            "Globex Corp's sales rose 5 percent in May and Acme Corp's by 7 percent.",
            [("sales", "Globex Corp", "revenue", 5, "2016-05-31"), ("sales", "Acme Corp", "revenue", 7, "2016-05-31")],
        ),
        ("Globex Corp said it was opening 40 shops in the first half.", [("target", "Globex Corp", "sites", 40, "2017-06-30")]),
        (
            "Globex Corp earned $40 million in 2015. Each day of the strike costs the company $2 million.",
            [("figure", "Globex Corp", "profit", 40e6, "2015-12-31"), ("figure", "Globex Corp", "cost", 2e6, None)],
        ),
        (
            "Globex Corp made 20,000 cars in the second quarter. Half-year production came to 45,000 cars.",
            [("figure", "Globex Corp", "production", 20_000, "2016-06-30"), ("figure", "Globex Corp", "production", 45_000, "2016-06-30")],
        ),
        (
            "Globex Corp booked orders of $4 billion, and sales in the second quarter rose to $2 billion.",
            [("figure", "Globex Corp", "orders", 4e9, None), ("sales", "Globex Corp", "revenue", 2e9, "2016-06-30")],
        ),
        (
            "Globex Corp delivered 24,310 cars in June. That took the first-half total to 131,700. The company left its full-year forecast unchanged at 255,000 cars.",
            [
                ("sales", "Globex Corp", "units_sold", 24_310, "2016-06-30"),
                ("sales", "Globex Corp", "units_sold", 131_700, "2016-06-30"),
                ("target", "Globex Corp", "units_sold", 255_000, "2016-12-31"),
            ],
        ),
        (
            "Globex Corp spent $1.4 billion in the first half and expects full-year capital expenditure of $2 billion.",
            [("figure", "Globex Corp", "investment", 1.4e9, "2016-06-30"), ("target", "Globex Corp", "investment", 2e9, "2016-12-31")],
        ),
        ("Globex Corp raised its profit forecast after beer volumes jumped 12 percent in the second quarter.", [("sales", "Globex Corp", "units_sold", 12, "2016-06-30")]),
    ],
)
def test_when_and_whose_what_goes_on_is(extractor, text, expected):
    assert stood(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex Corp sold 70,800 ounces at an average $2,460.", [("sales", "units_sold", 70_800), ("figure", "price", 2_460)]),
        ("Globex Corp has projects of 14 GW in its pipeline and 900 employees.", [("figure", "employees", 900)]),
        ("Globex Corp said it would use the cash to pay down debt of $88 million.", [("figure", "debt", 88e6)]),
        ("Globex Corp said the strike would wipe $60 million off its operating profit.", [("target", "operating_profit", -60e6)]),
        ("Globex Corp won approval to build a 3.5 GW wind farm.", [("target", "capacity", 3.5)]),
        ("Globex Corp chose Alabama for its second plant, a $600 million factory that will make tyres.", [("target", "investment", 600e6)]),
        ("Globex Corp has opened its second plant, a $600 million factory that will make tyres.", [("figure", "investment", 600e6)]),
        ("Globex Corp has an operating portfolio of 1.2 GW and another 800 MW of solar power under construction.", [("figure", "capacity", 1.2), ("target", "capacity", 800)]),
        ("Globex Corp operates 62 aircraft and has 110 more on order.", [("figure", "orders", 110)]),
        ("Globex Corp plans to cut 1,500 jobs and sell six older jets.", [("target", "jobs", -1500)]),
        ("Globex Corp plans to double its team of 180.", [("figure", "employees", 180)]),
        ("Globex Corp added 1.3 million customers. Churn stood at 2.9 percent.", [("figure", "users", 1.3e6)]),
        ("Globex Corp's cloud revenue grew 41% and accounted for 46% of total revenue.", [("sales", "revenue", 41), ("figure", "other", 46)]),
        ("Globex Corp is setting up a plant in Gujarat with an investment of $11 million.", [("target", "investment", 11e6)]),
        ("Globex Corp reported revenue of $4.5 billion; the consensus estimate was $4.4 billion.", [("sales", "revenue", 4.5e9), ("target", "revenue", 4.4e9)]),
    ],
)
def test_told_beside(extractor, text, expected):
    assert [(kind, predicate, low) for kind, predicate, _, low, _, _ in counted(extractor, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Globex Corp plans to open about 15 stores this year and 20 in 2017.",
            [("target", "Globex Corp", "sites", 15, "2016-12-31"), ("target", "Globex Corp", "sites", 20, "2017-12-31")],
        ),
        (
            "Globex Corp had 271 showrooms in 95 cities and 439 charging stations at the end of last month.",
            [("figure", "Globex Corp", "sites", 271, "2016-07-31"), ("figure", "Globex Corp", "sites", 439, "2016-07-31")],
        ),
        ("Globex Corp makes boats. The plant opened in 1974 and once employed more than 1,100.", [("figure", "Globex Corp", "employees", 1100, None)]),
        (
            "Globex Corp shipped 77 million handsets in 2015, with a market share of 19.2 percent against Acme Corp's 18.4 percent.",
            [
                ("sales", "Globex Corp", "units_sold", 77e6, "2015-12-31"),
                ("figure", "Globex Corp", "market_share", 19.2, "2015-12-31"),
                ("figure", "Acme Corp", "market_share", 18.4, "2015-12-31"),
            ],
        ),
        (
            "Globex Corp sold 20 million phones in May. For all of 2015 Acme Corp remained on top with 317 million phones.",
            [("sales", "Globex Corp", "units_sold", 20e6, "2016-05-31"), ("sales", "Acme Corp", "units_sold", 317e6, "2015-12-31")],
        ),
        (
            "Globex Corp said sales rose 3 percent in the first quarter. It backed its fiscal-year outlook for sales growth of about 5 percent.",
            [("sales", "Globex Corp", "revenue", 3, "2016-03-31"), ("target", "Globex Corp", "revenue", 5, "2016-12-31")],
        ),
        (
            "Globex Corp's sales rose 3 percent in May, below the 3.5 percent analysts had expected.",
            [("sales", "Globex Corp", "revenue", 3, "2016-05-31"), ("target", "Globex Corp", "revenue", 3.5, "2016-05-31")],
        ),
        (
            "Globex Bank, which has 94 branches in Kenya and Rwanda, opened six outlets in 2015.",
            [("figure", "Globex Bank", "sites", 94, None), ("figure", "Globex Bank", "sites", 6, "2015-12-31")],
        ),
        (
            "Globex Corp is expanding its Oslo factory to 200,000 lorries a year and building a plant in Bergen with annual capacity of 100,000.",
            [("target", "Globex Corp", "capacity", 200_000, None), ("target", "Globex Corp", "capacity", 100_000, None)],
        ),
    ],
)
def test_what_one_verb_or_time_tells_of_two(extractor, text, expected):
    assert stood(extractor, text) == expected


def test_cents_of_the_currency_told(extractor):
    claims = extractor.extract("Globex Bank will pay a dividend of Sh1.50 per share, up from 75 cents in 2015.", published=PUBLISHED, id="test")
    assert [claim.quantity.unit for claim in claims if claim.predicate == "dividend"] == ["KES", "KES"]


def test_those_are_what_was_measured_before(extractor):
    text = "Globex Corp said sales of shoes fell 11 percent in May. Those of hats rose 22 percent to $410 million."
    claims = extractor.extract(text, published=PUBLISHED, id="test")
    assert [(one.predicate, one.product, one.quantity.low) for one in claims] == [("revenue", "shoes", -11), ("revenue", "hats", 22), ("revenue", "hats", 410e6)]


def test_orders_held_are_of_no_later_told_year(extractor):
    claims = extractor.extract("Globex Corp has orders worth $18 billion on its books. It lost $3 million in 2015.", published=PUBLISHED, id="test")
    assert [(one.predicate, one.period and one.period.text) for one in claims] == [("orders", None), ("loss", "2015")]


def test_a_plant_outside_europe_is_not_in_europe(extractor):
    text = "Globex Corp will build a plant in Oslo Falls, its first outside Europe. The plant will cost $1.2 billion."
    (cost,) = [one for one in extractor.extract(text, published=PUBLISHED, id="test") if one.predicate == "investment"]
    assert cost.place is None or cost.place.name != "Europe"


def test_what_makes_up_for_is_not_made(extractor):
    text = "Globex Corp, the brewer, reported a 9 percent rise in profit as Africa made up for weak demand in Europe."
    assert [one.kind for one in extractor.extract(text, published=PUBLISHED, id="test")] == ["figure"]
