"""Sales, figures and targets: one sentence, the claims it holds."""

from __future__ import annotations

import pytest

PUBLISHED = "2016-08-10"
NUMERIC = ("sales", "figure", "target")


def told(extractor, text):
    """Kind, predicate, basis, low, high and unit of every numeric claim, in order."""
    claims = extractor.extract(text, published=PUBLISHED, id="test")
    return [
        (c.kind, c.predicate, c.basis, c.quantity.low, c.quantity.high, c.quantity.unit)
        for c in claims
        if c.kind in NUMERIC
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Globex Corp said second-quarter net profit rose 12 percent to 340 million euros from 304 million a year earlier.",
            [
                ("figure", "profit", "change", 12, 12, "percent"),
                ("figure", "profit", "level", 340e6, 340e6, "EUR"),
                ("figure", "profit", "level", 304e6, 304e6, "EUR"),
            ],
        ),
        (
            "Globex Corp posted revenue of $2.4 billion, up 3 percent on the year, and a net loss of $12 million, or 4 cents per share.",
            [
                ("sales", "revenue", "level", 2.4e9, 2.4e9, "USD"),
                ("sales", "revenue", "change", 3, 3, "percent"),
                ("figure", "loss", "level", 12e6, 12e6, "USD"),
                ("figure", "eps", "level", -0.04, -0.04, "USD"),
            ],
        ),
        (
            "Initech Corp plans to cut 2,000 jobs, or 5 percent of its workforce, by the end of 2017.",
            [
                ("target", "jobs", "change", -2000, -2000, "job"),
                ("target", "jobs", "change", -5, -5, "percent"),
            ],
        ),
        ("Globex Corp hopes to sell 5 million phones in 2017.", [("target", "units_sold", "level", 5e6, 5e6, "phone")]),
        (
            "Globex Corp's operating margin narrowed to 8.1 percent.",
            [("figure", "margin", "level", 8.1, 8.1, "percent")],
        ),
        (
            "Globex Corp holds 23 percent of the British market for bottled water.",
            [("figure", "market_share", "level", 23, 23, "percent")],
        ),
        (
            "Globex Corp's operating profit, or sales minus the cost of goods, rose 3 percent.",
            [("figure", "operating_profit", "change", 3, 3, "percent")],
        ),
        (
            "Operating profit at Globex Corp's lift business, its biggest unit by sales, fell 24 percent.",
            [("figure", "operating_profit", "change", -24, -24, "percent")],
        ),
        ("Globex Corp's subscribers topped 38 million.", [("figure", "users", "level", 38e6, None, "subscriber")]),
        ("Globex Corp booked a $12 million impairment loss.", [("figure", "cost", "level", 12e6, 12e6, "USD")]),
        (
            "Globex Corp's coal output for 2016 was cut to between 21 million and 23 million tonnes, from 22 million to 24 million tonnes previously.",
            [("target", "production", "level", 21e6, 23e6, "t"), ("target", "production", "level", 22e6, 24e6, "t")],
        ),
        ("Globex Corp reported an 11 percent sales increase.", [("sales", "revenue", "change", 11, 11, "percent")]),
        ("Globex Corp said organic growth was 13 percent.", [("sales", "revenue", "change", 13, 13, "percent")]),
        (
            "Globex Corp cut its revenue outlook to $55 billion to $57 billion from $56 billion to $58 billion.",
            [("target", "revenue", "level", 55e9, 57e9, "USD"), ("target", "revenue", "level", 56e9, 58e9, "USD")],
        ),
        (
            "The strong forecast sent shares of Globex Corp soaring to $141.",
            [("figure", "share_price", "level", 141, 141, "USD")],
        ),
        ("Globex Corp's net profit stood at Sh8.5 billion.", [("figure", "profit", "level", 8.5e9, 8.5e9, "KES")]),
        ("Globex Corp recorded 28,000 vehicle deliveries.", [("sales", "units_sold", "level", 28e3, 28e3, "vehicle")]),
        (
            "Globex Corp sold 5 million phones. Sales grew 4 percent to 13 billion euros.",
            [
                ("sales", "units_sold", "level", 5e6, 5e6, "phone"),
                ("sales", "revenue", "change", 4, 4, "percent"),
                ("sales", "revenue", "level", 13e9, 13e9, "EUR"),
            ],
        ),
        ("Globex Corp's operating profit included an exceptional gain of 276 million euros.", []),
        ("Globex Corp kept the top spot with about 24 percent of the market, researchers agreed.", [("figure", "market_share", "level", 24, 24, "percent")]),
        ("Globex Corp's shipments slipped, its first fall in six quarters.", []),
        ("A jury ordered Globex Corp to pay $63.5 million.", [("figure", "fine", "level", 63.5e6, 63.5e6, "USD")]),
        ("Globex Corp sold 22 percent more boots.", [("sales", "units_sold", "change", 22, 22, "percent")]),
        ("Globex Corp's new plant can turn out 40,000 phones a month.", [("figure", "capacity", "level", 40e3, 40e3, "phone")]),
        (
            "Globex Corp's net profit was 285 million euros in 2015. It made 291 million in 2014.",
            [("figure", "profit", "level", 285e6, 285e6, "EUR"), ("figure", "profit", "level", 291e6, 291e6, "EUR")],
        ),
        (
            "Initech Corp said its quarterly profit more than tripled.",
            [("figure", "profit", "change", 200, None, "percent")],
        ),
        (
            "Shares in Globex Corp fell 4.5 percent to 312 pence.",
            [
                ("figure", "share_price", "change", -4.5, -4.5, "percent"),
                ("figure", "share_price", "level", 3.12, 3.12, "GBP"),
            ],
        ),
        ("Stark Stores Inc operates 420 stores in Spain.", [("figure", "sites", "level", 420, 420, "store")]),
        (
            "Globex Corp will shut 22 of its 165 shops.",
            [("target", "sites", "change", -22, -22, "shop"), ("figure", "sites", "level", 165, 165, "shop")],
        ),
        (
            "Globex Corp intends to shed 600 of its 8,200 employees.",
            [("target", "jobs", "change", -600, -600, "employee"), ("figure", "employees", "level", 8200, 8200, "employee")],
        ),
        ("Globex Corp aims to lift capacity by 20 percent.", [("target", "capacity", "change", 20, 20, "percent")]),
        ("Globex Corp sold $4.7 billion of drugs.", [("sales", "revenue", "level", 4.7e9, 4.7e9, "USD")]),
        ("Globex Corp sold $2 billion of bonds.", [("figure", "funding", "level", 2e9, 2e9, "USD")]),
        ("Globex Corp made £58.5m last year.", [("figure", "profit", "level", 58.5e6, 58.5e6, "GBP")]),
        ("Globex Corp made a £58.5m bid for Initech Corp.", []),
        ("Globex Corp has been fined $2.6m by the regulator.", [("figure", "fine", "level", 2.6e6, 2.6e6, "USD")]),
        (
            "Globex Corp revenue dropped almost a quarter to $2.3 billion.",
            [("sales", "revenue", "change", -25, -25, "percent"), ("sales", "revenue", "level", 2.3e9, 2.3e9, "USD")],
        ),
        (
            "Shares of Globex Corp rose $4.85, or 17 percent, to close at $33.10.",
            [
                ("figure", "share_price", "change", 4.85, 4.85, "USD"),
                ("figure", "share_price", "change", 17, 17, "percent"),
                ("figure", "share_price", "level", 33.1, 33.1, "USD"),
            ],
        ),
        ("Globex Corp bonds traded at 71 cents on the dollar.", []),
        ("Globex Corp collects meals from 3,000 restaurants.", []),
        (
            "Globex Corp posted a profit of 812 million crowns ($102 million), down from 1.04 billion, in Norway.",
            [("figure", "profit", "level", 812e6, 812e6, "NOK"), ("figure", "profit", "level", 1.04e9, 1.04e9, "NOK")],
        ),
        # what is picked up is no rise; of a round, who leads it is not who raises it
        ("Globex Corp has picked up $25 million in new funding.", [("figure", "funding", "level", 25e6, 25e6, "USD")]),
        # shares taken up by a pronoun after an opening phrase; prices that no seller sets are none
        (
            "Shares in Globex Corp fell 3 percent on Thursday. During the day, they had slipped 4.5 percent to 23.25 euros.",
            [
                ("figure", "share_price", "change", -3, -3, "percent"),
                ("figure", "share_price", "change", -4.5, -4.5, "percent"),
                ("figure", "share_price", "level", 23.25, 23.25, "EUR"),
            ],
        ),
        ("Globex Corp posted a new 52-week low on Monday of $13.18.", [("figure", "share_price", "level", 13.18, 13.18, "USD")]),
        ("Globex Corp had no news. Volume is a third above its daily average of some 310,000 shares.",
         [("figure", "volume", "change", 33.33, 33.33, "percent"), ("figure", "volume", "level", 310000, 310000, "share")]),
        ("Globex Corp brews beer. Volumes rose 5 percent.", [("sales", "units_sold", "change", 5, 5, "percent")]),
        ("Globex Corp builds homes. House prices rose 4 percent in May.", []),
        ("Globex Corp said its milk prices rose 5 percent.", [("figure", "price", "change", 5, 5, "percent")]),
        # staff are no goods, whatever the clause after them ships
        (
            "Globex Corp now has over sixty full-time employees and has shipped over eight million lifts.",
            [("figure", "employees", "level", 60, None, "employee"), ("sales", "units_sold", "level", 8e6, None, "lift")],
        ),
        # dollars and cents are earned a share
        (
            "Globex Corp makes lifts. Analysts had forecast earnings of $1.32 and sales of $35.6 billion.",
            [("target", "eps", "level", 1.32, 1.32, "USD"), ("target", "revenue", "level", 35.6e9, 35.6e9, "USD")],
        ),
        (
            "Globex Corp's earnings were lower than estimates at $1.57 per share vs. an expected $1.65 per share.",
            [("figure", "eps", "level", 1.57, 1.57, "USD"), ("target", "eps", "level", 1.65, 1.65, "USD")],
        ),
        (
            "Globex Corp's profit was $5 million in the first quarter, double the $2.5 million it made in 2014.",
            [("figure", "profit", "level", 5e6, 5e6, "USD"), ("figure", "profit", "change", 100, 100, "percent"), ("figure", "profit", "level", 2.5e6, 2.5e6, "USD")],
        ),
        # an order of a court or an office is no customer's
        ("Globex Corp received an order from the tax tribunal to pay $12 million.", []),
        ("Globex Corp received assessment orders for its subsidiaries, totalling $277 million.", []),
        ("Globex Corp got an order from the tax office. The refund as per these orders is $14 million.", []),
        ("Globex Corp's orders stood at $9 billion while tax fell.", [("figure", "orders", "level", 9e9, 9e9, "USD")]),
        (
            "Globex Life Ltd's net premiums rose 27% to $13 million; its income from first-year premium was $9 million.",
            [
                ("sales", "revenue", "change", 27, 27, "percent"),
                ("sales", "revenue", "level", 13e6, 13e6, "USD"),
                ("sales", "revenue", "level", 9e6, 9e6, "USD"),
            ],
        ),
        (
            "Globex Corp shares listed at a discount of 8.5 percent at Rs 872 per share, below the issue price of Rs 953.",
            [
                ("figure", "share_price", "change", -8.5, -8.5, "percent"),
                ("figure", "share_price", "level", 872, 872, "INR"),
                ("figure", "share_price", "level", 953, 953, "INR"),
            ],
        ),
        ("Globex Corp debuted at a 20 percent premium to the offer price.", [("figure", "share_price", "change", 20, 20, "percent")]),
        ("Globex Corp shares headed southward 3 percent.", [("figure", "share_price", "change", -3, -3, "percent")]),
        ("Globex Corp's market value crossed the $1 trillion mark.", [("figure", "valuation", "level", 1e12, None, "USD")]),
        ("Globex Corp mobilised $3 billion through its public offer.", [("figure", "funding", "level", 3e9, 3e9, "USD")]),
        ("Globex Corp got an order from the tax office. As per the orders, the firm expects a refund of $63 million.", []),
        ("Globex Corp's income from investments rose 10%.", [("figure", "other", "change", 10, 10, "percent")]),
        ("Globex Corp made $5 million in earnings before interest and all else.", [("figure", "operating_profit", "level", 5e6, 5e6, "USD")]),
        (
            "Globex Corp said the move may dent its earnings per share (EPS) by $0.25-0.30.",
            [("target", "eps", "change", -0.30, -0.25, "USD")],
        ),
        (
            "Globex Corp expects the move to negatively impact EPS by about USD 0.25 to USD 0.30.",
            [("target", "eps", "change", -0.30, -0.25, "USD")],
        ),
        ("Globex Corp's revenue rose by $1 billion to $4 billion.", [("sales", "revenue", "change", 1e9, 1e9, "USD"), ("sales", "revenue", "level", 4e9, 4e9, "USD")]),
        ("Globex Corp announced the deal to pick up 77 percent stake in Acme Corp.", [("target", "stake", "level", 77, 77, "percent")]),
        ("The initial public offering of Globex Corp took place. It fetched $3 billion.", [("figure", "funding", "level", 3e9, 3e9, "USD")]),
        ("Two-wheeler sales of Globex Corp fell 11% in May.", [("sales", "units_sold", "change", -11, -11, "percent")]),
        (
            "Globex Corp posted a profit of N12 billion for 2015, a 12 percent increase over N11 billion recorded in 2014.",
            [
                ("figure", "profit", "level", 12e9, 12e9, "NGN"),
                ("figure", "profit", "level", 11e9, 11e9, "NGN"),
                ("figure", "profit", "change", 12, 12, "percent"),
            ],
        ),
        ("Globex Corp earned R1.2bn and paid a dividend of 85c a share.", [("figure", "profit", "level", 1.2e9, 1.2e9, "ZAR"), ("figure", "dividend", "level", 0.85, 0.85, "ZAR")]),
        (
            "Globex Corp's profit of $45 million was a growth of 34 per cent over $34 million.",
            [
                ("figure", "profit", "level", 45e6, 45e6, "USD"),
                ("figure", "profit", "change", 34, 34, "percent"),
                ("figure", "profit", "level", 34e6, 34e6, "USD"),
            ],
        ),
        ("Globex Corp runs a 1.2 million tonnes per annum steel mill.", [("figure", "capacity", "level", 1.2e6, 1.2e6, "t")]),
        ("Globex Corp has a 300,000-unit-a-year car plant.", [("figure", "capacity", "level", 300000, 300000, "unit")]),
        ("Globex Corp's plant can produce 2,000 tonnes of steel a day.", [("figure", "capacity", "level", 2000, 2000, "t")]),
        # who comes and goes
        ("Globex Corp had subscriber growth of 5 million in the first quarter.", [("figure", "users", "change", 5e6, 5e6, None)]),
        (
            "Globex Corp streams films. The forecast was for it to see subscriber growth of 5 million. Subscriber growth jumped by 15 million.",
            [("target", "users", "change", 5e6, 5e6, None), ("figure", "users", "change", 15e6, 15e6, None)],
        ),
        (
            "Globex Corp said growth in cloud revenue was steady at 27%, rising to $11.9 billion.",
            [("sales", "revenue", "change", 27, 27, "percent"), ("sales", "revenue", "level", 11.9e9, 11.9e9, "USD")],
        ),
        ("Globex Corp was valued at $520 million in new funding from Initech Inc.", [("figure", "valuation", "level", 520e6, 520e6, "USD")]),
        ("Globex Corp's lamp will go on sale on October 15, for a flat price of $9.99.", [("target", "price", "level", 9.99, 9.99, "USD")]),
        ("Globex Corp launched the lamp last year at an attractive price point of $6.99.", [("figure", "price", "level", 6.99, 6.99, "USD")]),
        ("Globex Corp passed the 5 million subscriber mark in May.", [("figure", "users", "level", 5e6, None, None)]),
        ("Globex Corp counts 3,000 businesses as customers.", [("figure", "users", "level", 3000, 3000, "business")]),
        ("Globex Corp is in early talks to raise as much as $500 million.", [("target", "funding", "level", None, 500e6, "USD")]),
        ("Globex Corp filed to raise up to $1.5 billion in an initial public offering.", [("target", "funding", "level", None, 1.5e9, "USD")]),
        (
            "Globex Corp is laying off 15 percent of its staff, or about 300 people.",
            [("target", "jobs", "change", -15, -15, "percent"), ("target", "jobs", "change", -300, -300, "people")],
        ),
        ("Globex Corp settled the suit for $245 million.", [("figure", "fine", "level", 245e6, 245e6, "USD")]),
        ("A jury ordered Globex Corp to pay Initech $1.05 billion in 2012.", [("figure", "fine", "level", 1.05e9, 1.05e9, "USD")]),
        # what it would cost is no revenue
        ("Globex Corp said the changes would cost it $10 billion in revenue over the next year.", []),
        # no measure, no company, no claim
        ("Inflation rose 2.1 percent in June.", []),
        ("The average temperature was 30 degrees.", []),
    ],
)
def test_sentence_holds(extractor, text, expected):
    assert told(extractor, text) == expected


def test_ellipsis_is_three_claims_with_their_years(extractor):
    claims = extractor.extract(
        "Globex Corp is growing. From 7.2 million phones sold in 2012, it got to 18.7 million in 2013, then to 61 million in 2014."
    )
    sold = [(c.quantity.low, c.period.start.year, c.quantity.unit) for c in claims if c.predicate == "units_sold"]
    assert sold == [(7.2e6, 2012, "phone"), (18.7e6, 2013, "phone"), (61e6, 2014, "phone")]


def test_earlier_level_lies_a_year_before(extractor):
    claims = extractor.extract(
        "Globex Corp reported first-quarter revenue of $5 billion, compared with $4 billion a year earlier.",
        published="2016-05-02",
    )
    assert [(c.quantity.low, str(c.period.start), str(c.period.end)) for c in claims if c.kind == "sales"] == [
        (5e9, "2016-01-01", "2016-03-31"),
        (4e9, "2015-01-01", "2015-03-31"),
    ]


def test_place_and_product_of_a_sale(extractor):
    (claim,) = [
        c
        for c in extractor.extract("Globex Corp sold 1.5 million cars in China in 2015.", published=PUBLISHED)
        if c.kind == "sales"
    ]
    assert (claim.place.code, claim.product, claim.subject.name) == ("CN", "cars", "Globex Corp")


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("Acme Corp sold 22 percent more football boots in 2015.", ["football boots"]),
        ("Acme Corp exported 2 million tonnes of steel and 300,000 barrels of oil in 2015.", ["steel", "oil"]),
        ("Acme Cable lost 87,000 video subscribers in May.", ["video"]),
        ("Acme Telecom has 3.8 million customers for its broadband service and 2 million mobile subscribers.", ["broadband", "mobile"]),
        ("Acme Telecom has 3.8 million customers.", [None]),
        ("Acme Telecom added 40,000 new monthly subscribers.", [None]),
        ("Acme Corp controls 34% of the market for warehouse programs.", ["warehouse programs"]),
        ("Acme Bank's bond-trading revenue soared 44 percent.", ["bond-trading"]),
        ("Acme Bank's full-year revenue soared 44 percent.", [None]),
        ("Passenger vehicle (PV) volumes of Acme Corp fell 3% in July.", ["Passenger vehicle"]),
        ("Acme Airways said fares fell by 3%, to £61.", ["fares", "fares"]),
        ("The average transaction price of a new Zeta at Acme Corp is $627.", ["Zeta"]),
        ("Acme Corp's average selling price rose 3 percent.", [None]),
        ("Acme Corp said its Orbita X7 smartphone is to cost 199 euros.", ["Orbita X7 smartphone"]),
    ],
)
def test_what_a_measure_is_of(extractor, text, products):
    assert [one.product for one in extractor.extract(text, published=PUBLISHED) if one.quantity] == products


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Acme Corp shipped 310 buses to Australia in 2015, mostly for operators in Queensland.", ["Australia"]),
        ("Sales to Europe fell 3 percent to $38m at Acme Corp.", ["Europe", "Europe"]),
        ("Acme Corp's exports of cars to China rose 3 percent.", ["China"]),
        ("Acme Corp sold 300 buses to Globex Corp of Norway.", [None]),
        ("Acme Corp sold 40,000 cars, prior to Japan's earthquake.", [None]),
        ("Acme Corp has set aside $18m for the Netherlands.", ["Netherlands"]),
        ("Acme Corp has 1,600 U.S. stores.", ["U.S."]),
        ("Acme Corp expects 400,000 British sales in 2017.", ["United Kingdom"]),
        ("Acme Corp sold 40,000 Japanese cars.", [None]),
        ("Acme Corp said it would let 60 workers go at its plant in Elmsworth.", ["Elmsworth"]),
        ("Acme Corp is to axe 240 jobs at two workshops in the Valmont after a bad year.", ["Valmont"]),
        ("A distribution centre near Turin, to be run by Globex Corp, starts up in September and should create 120 jobs.", ["Turin"]),
    ],
)
def test_where_a_measure_holds(extractor, text, places):
    found = [one for one in extractor.extract(text, published=PUBLISHED) if one.quantity]
    assert [one.place.name if one.place else None for one in found] == places


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Acme Telecom said its subscriber base rose to 17.3 million from 15.4 million.", ["subscriber", "subscriber"]),
        ("Acme Corp's customer base fell to 3 million.", ["customer"]),
        ("Smartphone shipments of Acme Corp dropped to 370,000 in 2015.", ["smartphone"]),
        ("Acme Corp has 410 outlets, having added 38 in 2016 alone.", ["outlet", "outlet"]),
    ],
)
def test_units_of_bare_counts(extractor, text, units):
    assert [one.quantity.unit for one in extractor.extract(text, published=PUBLISHED) if one.quantity] == units


def test_denied_sale_is_no_fact(extractor):
    claims = extractor.extract("Globex Corp did not sell 40,000 cars in Japan in 2015.", published=PUBLISHED)
    assert all(c.negated for c in claims if c.kind == "sales")
    assert [c.kind for c in claims if c.kind == "sales"] == ["sales"]


def test_a_stake_is_held_by_the_owner_named_after_it(extractor):
    (claim,) = extractor.extract("Globex Corp is 24 percent owned by Initech Corp, a bank.", published=PUBLISHED)
    assert (claim.predicate, claim.subject.name, claim.object.name) == ("stake", "Initech Corp", "Globex Corp")


def test_results_without_a_period_are_of_the_one_the_article_reports_on(extractor):
    claims = extractor.extract(
        "Globex Corp announced results for the second quarter of 2016. Net sales increased 4 percent.", published=PUBLISHED
    )
    (sales,) = [c for c in claims if c.kind == "sales"]
    assert (str(sales.period.start), str(sales.period.end)) == ("2016-04-01", "2016-06-30")


def test_a_market_without_a_named_seller_is_its_own_subject(extractor):
    claims = extractor.extract(
        "Summer is over. Car registrations rose 2.1 percent. Globex Corp kept the lead.", published="2016-09-02"
    )
    assert [c.subject.name for c in claims if c.basis == "change"] == ["Car registrations"]


def test_what_a_bid_offers_a_share_is_a_share_price_of_the_company_bid_for(extractor):
    claims = extractor.extract("Globex Corp will pay $61 in cash for each Initech share. Initech Corp agreed.", published=PUBLISHED)
    (price,) = [c for c in claims if c.predicate == "share_price"]
    assert (price.subject.name, price.quantity.low, price.outlook) == ("Initech Corp", 61, None)


def test_a_forecast_moved_is_a_forecast_of_what_was_spoken_of(extractor):
    claims = extractor.extract(
        "Globex Corp said copper production was 142,000 tonnes. Globex cut its forecast for the full year by 20,000 tonnes to 610,000 tonnes.",
        published=PUBLISHED,
    )
    assert [(c.kind, c.predicate, c.basis, c.quantity.low, c.outlook) for c in claims] == [
        ("figure", "production", "level", 142000, None),
        ("target", "production", "change", -20000, "forecast"),
        ("target", "production", "level", 610000, "forecast"),
    ]


def test_who_is_fined_and_whose_a_market_is(extractor):
    def of(text):
        return {c.subject.name for c in extractor.extract("Globex Corp makes lifts. " + text, published=PUBLISHED) if c.kind in NUMERIC}

    assert of("Ad revenue rose 49 percent to $9.16 billion.") == {"Globex Corp"}
    assert of("The Norland Commission fined Globex 2.4 billion euros in June.") == {"Globex Corp"}
    assert of("Worldwide lift shipments fell 14.7 percent to 38.7 million units in the second quarter, Hooli said on Thursday.") == {"Worldwide lift shipments"}
    assert of("Worldwide shipments of Globex lifts fell 3 percent in the second quarter, Globex said on Thursday.") == {"Globex Corp"}


def test_those_beside_a_move_have_moves_of_their_own(extractor):
    text = "Globex Corp runs cafes. Comparable sales grew 17.7% with Initech's up 12.1% and Hooli's soaring 78.1%. Sales are up at Initech Inc and Hooli Inc."
    assert {(c.subject.name, c.quantity.low) for c in extractor.extract(text, published=PUBLISHED) if c.kind == "sales"} == {
        ("Globex Corp", 17.7), ("Initech Inc", 12.1), ("Hooli Inc.", 78.1),
    }  # fmt: skip


def test_a_loss_over_a_quarter_is_of_that_quarter(extractor):
    text = "Globex Corp lost about half a million users over the second quarter from the previous quarter."
    [users] = [c for c in extractor.extract(text, published=PUBLISHED) if c.predicate == "users"]
    assert str(users.period.start) == "2016-04-01"


def test_the_same_period_is_the_one_just_told_of(extractor):
    text = "Globex Corp's profit fell 8 percent in the three months that ended in December, even as revenue rose 20 percent, to $33 million, over the same period."
    assert {str(c.period.start) for c in extractor.extract(text, published=PUBLISHED) if c.kind in NUMERIC} == {"2015-10-01"}


def test_what_a_level_is_a_multiple_of_is_of_an_earlier_time(extractor):
    text = "Electric lifts were 7.2% of all lifts sold last year, over twice the 3.1% recorded in 2014."
    claims = extractor.extract("Globex Corp makes lifts. " + text, published=PUBLISHED)
    assert [(c.subject.name, c.predicate, c.basis, c.quantity.low, str(c.period.start)) for c in claims if c.kind == "figure"] == [
        ("Electric lifts", "market_share", "level", 7.2, "2015-01-01"),
        ("Electric lifts", "market_share", "change", 100, "2015-01-01"),
        ("Electric lifts", "market_share", "level", 3.1, "2014-01-01"),
    ]


def sellers(extractor, text):
    return [(c.subject.name, c.predicate, c.quantity.low) for c in extractor.extract(text, published=PUBLISHED) if c.kind in NUMERIC]


def test_a_ranking_gives_each_seller_its_own_figure(extractor):
    text = (
        "Globex Corp shipped 212 million chips in 2015, good for a 28.4 percent share. Rival Initech managed 197 million (26.4 percent), "
        "followed by Hooli with 121 million and Vandelay Micro with 88.5 million."
    )
    assert sellers(extractor, text) == [
        ("Globex Corp", "units_sold", 212e6),
        ("Globex Corp", "market_share", 28.4),
        ("Initech", "units_sold", 197e6),
        ("Initech", "market_share", 26.4),
        ("Hooli", "units_sold", 121e6),
        ("Vandelay Micro", "units_sold", 88.5e6),
    ]


def test_a_share_is_that_of_the_seller_it_is_for(extractor):
    text = "Hooli Research put Acme Corp's share of the market at 33%, against an 18% share for Globex Corp and an 8% share for Initech Cloud."
    assert {(c.subject.name.rstrip("."), c.quantity.low) for c in extractor.extract(text) if c.predicate == "market_share"} == {
        ("Acme Corp", 33), ("Globex Corp", 18), ("Initech Cloud", 8),
    }  # fmt: skip


def test_a_second_company_without_a_verb_has_the_same_measure(extractor):
    assert sellers(extractor, "Globex Corp employs 8,400 people and Initech Corp 12,600.") == [
        ("Globex Corp", "employees", 8400),
        ("Initech Corp", "employees", 12600),
    ]


def test_a_whole_market_sells_too(extractor):
    assert sellers(extractor, "The global tablet market grew 12 percent to 340 million units in the second quarter.") == [
        ("global tablet market", "units_sold", 12),
        ("global tablet market", "units_sold", 340e6),
    ]


def test_what_is_compared_with_is_not_when(extractor):
    (level, _) = extractor.extract("Globex Corp sold 746 million chips, 8 percent more than in 2014.", published=PUBLISHED)
    assert level.quantity.low == 746e6 and level.period is None


def test_an_aside_measures_nothing_after_it(extractor):
    text = "Globex Corp reported results. Adjusted EPS, which excludes that charge, rose 6 percent to $0.71."
    assert sellers(extractor, text) == [("Globex Corp", "eps", 6), ("Globex Corp", "eps", 0.71)]


def test_a_margin_may_be_told_of_sales(extractor):
    text = "Globex Corp's gross margin contracted 60 basis points to 33.8 percent of net sales."
    assert [one[1] for one in sellers(extractor, text)] == ["margin", "margin"]


def test_the_price_of_a_company_bought_is_no_figure(extractor):
    assert sellers(extractor, "Globex Corp raised $110 million in June and bought Polish outfit Initech for $18 million.") == [
        ("Globex Corp", "funding", 110e6)
    ]


def test_cargo_is_volume_and_passengers_are_users(extractor):
    assert sellers(extractor, "Globex Lines carried 2.31m teu in the first half.") == [("Globex Lines", "volume", 2.31e6)]
    assert sellers(extractor, "Globex Air carried 3.2 million passengers in July.") == [("Globex Air", "users", 3.2e6)]


def test_a_settlement_is_a_fine(extractor):
    assert sellers(extractor, "In March 2012 Globex Corp paid $5 million to settle the case.") == [("Globex Corp", "fine", 5e6)]


def test_each_share_moves_for_its_own_company(extractor):
    text = "Globex plunged 4.3 percent to $28 as Initech Corp lost 2.7 percent to $51 and Hooli Corp rallied 7 percent."
    assert sellers(extractor, "Shares in Globex fell. " + text) == [
        ("Globex", "share_price", -4.3),
        ("Globex", "share_price", 28),
        ("Initech Corp", "share_price", -2.7),
        ("Initech Corp", "share_price", 51),
        ("Hooli Corp", "share_price", 7),
    ]


def test_who_leads_a_round_does_not_raise_it(extractor):
    claims = extractor.extract("The $30 million round in Globex Corp was led by Acme Capital. Globex Corp makes robots.", published=PUBLISHED)
    assert [c.subject.name for c in claims if c.predicate == "funding"] == ["Globex Corp"]


def test_what_a_deal_values_is_what_is_bought(extractor):
    text = "Globex Corp won the approval of the Trade Commission to buy Acme Corp. The deal, which valued the Oslo-based company at $2 billion, is big."
    [claim] = [one for one in extractor.extract(text, id="test") if one.predicate == "valuation"]
    assert claim.subject.name.startswith("Acme")


def test_aircraft_are_no_staff(extractor):
    text = "Globex Air Corp will lay off 600 staff and cut its fleet from 45 to 30 aircraft."
    assert [one[1:4] for one in told(extractor, text)] == [("jobs", "change", -600)]


def test_goods_sold_have_a_worth(extractor):
    text = "Globex Homes Corp has sold 1,200 flats worth $450 million."
    assert [one[1:4] for one in told(extractor, text)] == [("units_sold", "level", 1200), ("revenue", "level", 450e6)]
    assert not told(extractor, "Globex Homes Corp sold shares worth $450 million.")


def test_a_price_is_not_of_its_currency(extractor):
    assert not extractor.extract("The shares were sold at an average price of Rs 612 apiece.", id="test")


def test_cents_are_of_the_dollar_that_is_marked(extractor):
    text = "Globex Corp posted a profit of A$1.3 billion and a dividend of 23 cents a share. It has debt of US$40 million."
    assert [one[5] for one in told(extractor, text)] == ["AUD", "AUD", "USD"]


def test_the_market_moves_by_itself(extractor):
    text = "Globex Corp shares rose 1.9 percent to $12, outperforming the broader market's 0.2 percent gain."
    assert [one[3] for one in told(extractor, text)] == [1.9, 12]


def test_a_firm_speaks_of_itself(extractor):
    text = "Borealis Nusantara said on Friday that it would invest $3 million in a plant."
    assert [one.subject.name for one in extractor.extract(text, id="test") if one.predicate == "investment"] == ["Borealis Nusantara"]


def test_a_round_values_who_raised_it(extractor):
    text = "Globex Eats raised $70 million from Acme Corp. Initech Corp also took part, valuing the Oslo-based food delivery firm at $600 million."
    [claim] = [one for one in extractor.extract(text, id="test") if one.predicate == "valuation"]
    assert claim.subject.name == "Globex Eats"


def test_what_is_invested_in_does_not_invest(extractor):
    text = "Globex Corp said its $16 billion investment in Acme Corp may cut its earnings."
    assert {one.subject.name for one in extractor.extract(text, id="test") if one.predicate == "investment"} == {"Globex Corp"}


def test_a_record_beaten_is_of_its_holder(extractor):
    claims = extractor.extract("Globex Corp raised $830 million, beating Acme Corp's record of $550 million.", id="test")
    assert [(one.subject.name, one.quantity.low) for one in claims if one.kind == "figure"] == [("Globex Corp", 830e6), ("Acme Corp", 550e6)]


def test_the_level_that_a_forecast_rises_from_is_a_fact(extractor):
    text = "The survey tips Globex Corp's 2016 profit to recover to $28 million from the three-year low of $25 million in 2014."
    assert [one[:2] for one in told(extractor, text)] == [("target", "profit"), ("figure", "profit")]


def test_estimates_of_a_count_are_forecasts(extractor):
    claims = extractor.extract("Globex Corp delivered 63,150 cars in 2015, falling short of estimates of 64,900.", published=PUBLISHED)
    assert [(c.kind, c.quantity.low, c.outlook) for c in claims] == [("sales", 63150, None), ("target", 64900, "forecast")]


def test_people_who_left_are_no_staff_figure(extractor):
    assert sellers(extractor, "Globex Corp fired two deputies, and eight other employees left the company.") == []


def test_power_is_no_production(extractor):
    assert sellers(extractor, "Globex Corp expects an output of the whole system of more than 600 horsepower.") == []


def periods(extractor, text):
    """First and last day of the period of every numeric claim, in order."""
    claims = extractor.extract(text, published=PUBLISHED, id="test")
    return [f"{c.period.start}..{c.period.end}" if c.period else None for c in claims if c.kind in NUMERIC]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Globex Corp lost 8,000 subscribers in the first quarter.\n\nRevenue rose 4 percent to $2.3 billion.",
            ["2016-01-01..2016-03-31"] * 3,
            id="figures go on with the quarter of the first sentence",
        ),
        pytest.param(
            "Globex Corp sold 12,000 cars in July. In the first seven months sales rose 2 percent.\n\nInitech Corp sold 1,600 cars.",
            ["2016-07-01..2016-07-31", "2016-01-01..2016-07-31", "2016-07-01..2016-07-31"],
            id="a running total is an aside",
        ),
        pytest.param(
            "Globex Corp's profit was $3 million in the three months to June. For the nine months to June profit was $9 million. Sales grew 3 percent in the quarter.",
            ["2016-04-01..2016-06-30", "2015-10-01..2016-06-30", "2016-04-01..2016-06-30"],
            id="the quarter is the one told of, not the nine months",
        ),
        pytest.param(
            "Globex Corp expects to sell 18 million phones in 2016, down from the 24 million it had projected in May.",
            ["2016-01-01..2016-12-31"] * 2,
            id="when it was projected is not what for",
        ),
        pytest.param(
            "Globex Corp's revenue reached $143 million in the second quarter, versus $101 million last year, and EBITDA was $61 million.",
            ["2016-04-01..2016-06-30", "2015-04-01..2015-06-30", "2016-04-01..2016-06-30"],
            id="the year of what it is compared with is not the next figure's",
        ),
        pytest.param(
            "Globex Corp said output rose 1 percent in the second quarter.\n\nOutput at its Norwegian mine fell 8 percent due to a fire last month.",
            ["2016-04-01..2016-06-30"] * 2,
            id="when the cause was is not when the figure was",
        ),
        pytest.param(
            "Globex Corp's revenue rose 4 percent from last year to $16 billion in the second quarter.",
            ["2016-04-01..2016-06-30"] * 2,
            id="the base of a change is not when the level was",
        ),
        pytest.param(
            "Globex Corp's revenue rose to $3 billion in the second quarter. For fiscal 2017, the company expects revenue of $13 billion.",
            ["2016-04-01..2016-06-30", "2017-01-01..2017-12-31"],
            id="a year of its own is no other",
        ),
        pytest.param(
            "Globex Corp's shares climbed 5 percent on better second-quarter results.",
            ["2016-08-10..2016-08-10"],
            id="shares move on a day",
        ),
        pytest.param(
            "Globex Corp swung to a loss of $4 million in the second quarter from a profit of $58 million.",
            ["2016-04-01..2016-06-30", "2015-04-01..2015-06-30"],
            id="a swing is from the year before",
        ),
        pytest.param(
            "Globex Corp's revenue rose to $3 billion in the second quarter, the best for the third quarter in a row. Profit rose 4 percent.",
            ["2016-04-01..2016-06-30"] * 2,
            id="quarters in a row are counted, not named",
        ),
        pytest.param(
            "Globex Corp warned that 2017 pre-tax profit would be no better than $3 million. Analysts had been looking for $7 million.",
            ["2017-01-01..2017-12-31"] * 2,
            id="what analysts look for is of the year that is warned about",
        ),
        pytest.param(
            "Globex Corp's shares closed at 274p on Tuesday, valuing the group at £329m.",
            ["2016-08-09..2016-08-09"] * 2,
            id="a company is worth what its shares are on the day",
        ),
        pytest.param(
            "Globex Corp said sales for the year to September will fall 8 percent. For the full year, it expects a profit of $138 million.",
            ["2015-10-01..2016-09-30"] * 2,
            id="the full year is the company's own",
        ),
    ],
)
def test_series_keep_their_period(extractor, text, expected):
    assert periods(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        # annual results of spring are those of the year before
        ("Globex Corp announced a 26% rise in annual profits to $16.2bn.", "2005-02-08", ["2004-01-01..2004-12-31"] * 2),
        ("Last week, rival Globex Corp reported an annual profit of $17.5bn.", "2005-02-08", ["2004-01-01..2004-12-31"]),
        ("Globex Corp reported an annual profit of $17.5bn.", "2005-11-08", [None]),
        ("Globex Corp, with annual sales of $3bn, is big.", "2005-02-08", [None]),
        # the base of a change tells its year
        ("Globex Corp produced 3.9 million barrels of oil, up 10% on 2003.", "2005-02-08", ["2004-01-01..2004-12-31"] * 2),
        ("Globex Corp said sales rose 3 percent from 2003.", "2005-02-08", ["2004-01-01..2004-12-31"]),
        # undated: the year whose last quarter is told of
        (
            "Globex Corp announced a 26% rise in annual profits. Profit was $3.6bn in the final three months of 2004.",
            None,
            ["2004-01-01..2004-12-31", "2004-10-01..2004-12-31"],
        ),
    ],
)
def test_years_that_results_are_of(extractor, text, published, expected):
    claims = extractor.extract(text, published=published, id="test")
    assert [f"{c.period.start}..{c.period.end}" if c.period else None for c in claims if c.kind in NUMERIC] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Globex Corp had 4,200 employees as of June 30, up from 3,900 a year earlier.",
            ["2016-06-30..2016-06-30", "2015-06-30..2015-06-30"],
            id="staff are counted on a day",
        ),
        pytest.param("At the end of March Globex Corp owed banks $940 million.", ["2016-03-31..2016-03-31"], id="debt is owed on a day"),
        pytest.param("Globex Corp said its order book was at $390 million as on July 31.", ["2016-07-31..2016-07-31"], id="so is an order book"),
        pytest.param("Globex Corp wants 40 stores by the end of 2018.", ["2018-01-01..2018-12-31"], id="an aim is for the year"),
        pytest.param("Initech Partners has owned 70 percent of Globex Corp since 2012.", ["2012-01-01..None"], id="since then"),
        pytest.param(
            "Globex Corp has cut 1,150 jobs since last fall and now employs about 4,900 people.",
            ["2015-09-01..None", None],
            id="what holds since then is not what is told beside it",
        ),
        pytest.param(
            "Globex Corp made a profit of $31 million in the June quarter, reversing a year-earlier loss of $14 million.",
            ["2016-04-01..2016-06-30", "2015-04-01..2015-06-30"],
            id="a year-earlier loss",
        ),
        pytest.param(
            "Globex Corp lost $19 million in the six months through June; a year earlier it had earned $7 million, or 16 cents a share.",
            ["2016-01-01..2016-06-30", "2015-01-01..2015-06-30", "2015-01-01..2015-06-30"],
            id="a year earlier it had earned",
        ),
        pytest.param(
            "Globex Corp's net sales were $16.3 million in the second quarter (2015: $15.1 million). Operating profit rose to $2.1 million ($1.9 million).",
            ["2016-04-01..2016-06-30", "2015-04-01..2015-06-30"] * 2,
            id="in brackets the year before",
        ),
        pytest.param(
            "Globex Corp's net sales were $16.3 million (15.1 million euros) in the second quarter.",
            ["2016-04-01..2016-06-30"],
            id="in brackets another currency",
        ),
        pytest.param(
            "Globex Corp's revenue, a sore spot for much of the past two years, rose 44 percent in the second quarter.",
            ["2016-04-01..2016-06-30"],
            id="what an aside tells is not when it rose",
        ),
        pytest.param("Globex Corp, spun out of Leeds University in 2007, plans to hire 40 technicians.", [None], id="nor when it is hired"),
        pytest.param("Globex Corp has 25 shops, opened its last in March and wants more.", [None], id="another clause has its own period"),
        pytest.param(
            "Globex Corp shut 12 stores during the quarter. It had 300 stores at quarter end.",
            ["2016-04-01..2016-06-30", "2016-06-30..2016-06-30"],
            id="the quarter that is over",
        ),
        pytest.param(
            "Globex Corp report for January-June 2016\n\nApril-June in brief\n\nGlobex Corp's net sales were $3 million.\n\nJanuary-June\n\nNet sales were $5 million.",
            ["2016-04-01..2016-06-30", "2016-01-01..2016-06-30"],
            id="the heading over it",
        ),
        pytest.param(
            "Globex Corp carried 3 million passengers in the three months to June, 4 percent more than in the same stretch of 2014.",
            ["2016-04-01..2016-06-30"] * 2,
            id="passengers come and go",
        ),
        pytest.param(
            "Globex Corp made $9 million in the year to June 2015. Acme Corp reported EBITDA down 16 percent to $7 million on revenues down 8 percent to $26 million for 2014.",
            ["2014-07-01..2015-06-30"] + ["2014-01-01..2014-12-31"] * 4,
            id="earnings on sales are of one time",
        ),
        pytest.param(
            "Globex Corp's output rose 3 percent year on year to 12 million tonnes in the January-July period.",
            ["2016-01-01..2016-07-31"] * 2,
            id="year on year is no time of its own",
        ),
        pytest.param(
            "Globex Corp raised $830 million in its 2014 offering, beating Acme Corp's record of $550 million in 2010.",
            ["2014-01-01..2014-12-31", "2010-01-01..2010-12-31"],
            id="what is beaten was had then",
        ),
        pytest.param(
            "On Monday Globex Corp shares fell 3 percent. In 2015, Globex Corp shares had fallen 25 percent.",
            ["2016-08-08..2016-08-08", "2015-01-01..2015-12-31"],
            id="shares fall on a day, unless the sentence opens with a longer time",
        ),
        pytest.param(
            "Globex Corp's sales in the first quarter rose 3 percent. Earnings were 41 cents a share, up from 33 cents in the same period last year; "
            "without a gain, they would have been 36 cents, short of the 39 cents in the consensus estimate.",
            ["2016-01-01..2016-03-31", "2016-01-01..2016-03-31", "2015-01-01..2015-03-31", "2016-01-01..2016-03-31", "2016-01-01..2016-03-31"],
            id="what is told behind a semicolon is not of the time compared with",
        ),
    ],
)
def test_when_a_measure_holds(extractor, text, expected):
    assert periods(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Globex Corp's shares fell 3 percent to $12.", "2016-08-10"),
        ("Globex Corp cut its forecast yesterday. Its shares fell 3 percent to $12.", "2016-08-09"),
        ("Globex Corp's shares fell 3 percent to $12 in London on Tuesday.", "2016-08-09"),
        ('Globex Corp makes lifts. "They sell yesterday\'s lifts," said Jane Roe. Its shares fell 3 percent to $12.', "2016-08-10"),
        ("Globex Corp's shares fell 3 percent to $12, having lost a quarter of their value since March.", "2016-08-10"),
    ],
)
def test_the_day_of_a_share_price(extractor, text, day):
    assert periods(extractor, text)[:2] == [f"{day}..{day}"] * 2


def test_the_letters_of_an_amount_are_no_goods(extractor):
    (claim,) = extractor.extract("Globex Corp had a £212m turnover in 2015.", id="test")
    assert claim.product is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Globex Corp runs 312 centres in Norway and 14 in Peru.", [("sites", 312, "centre"), ("sites", 14, "centre")]),
        ("Globex Corp is to open eight bowling alleys in Norway.", [("sites", 8, "alley")]),
        ("Globex Corp has 40 garden centres and 12 health clubs.", [("sites", 40, "centre"), ("sites", 12, "club")]),
    ],
)
def test_places_of_business_of_all_trades(extractor, text, told):
    assert [(c.predicate, c.quantity.low, c.quantity.unit) for c in extractor.extract(text, id="test") if c.quantity is not None] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Globex Corp brewed 3 million litres of beer.", ("production", 3e6, "l")),
        ("Globex Corp baked 3 million loaves.", ("production", 3e6, "loaf")),
        ("Globex Corp produced 300,000 carats of diamonds.", ("production", 3e5, "carat")),
        ("Globex Corp made 300 million square metres of glass.", ("production", 3e8, "m²")),
        ("Globex Corp sold 30 million cases of craft beer.", ("units_sold", 3e7, "case")),
    ],
)
def test_goods_by_the_measure_of_their_trade(extractor, text, told):
    (claim,) = [c for c in extractor.extract(text, id="test") if c.quantity is not None]
    assert (claim.predicate, claim.quantity.low, claim.quantity.unit) == told


def test_cases_in_court_are_no_goods(extractor):
    assert [c for c in extractor.extract("Globex Corp has sold 30 cases to the court.", id="test") if c.quantity is not None] == []


def test_branches_of_government_are_no_sites(extractor):
    text = "Globex Corp is led by a man who does not know the three branches of government. Globex Corp has three branches in Oslo."
    assert [(c.predicate, c.place and c.place.name) for c in extractor.extract(text, id="test") if c.quantity is not None] == [("sites", "Oslo")]
