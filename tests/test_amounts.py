"""Whose an amount is and what it measures, where the sentence tells it in a roundabout way."""

from __future__ import annotations

import pytest

_BEFORE = "Acme Group and Globex Inc published their results on Friday.\n\n"


def told(extractor, text):
    """Subject, kind, predicate, basis and amount of every numeric claim that a sentence of an article on two companies holds."""
    claims = extractor.extract(_BEFORE + text, published="2016-08-10", id="test")
    found = [one for one in claims if one.kind in ("sales", "figure", "target") and one.evidence.start >= len(_BEFORE)]
    return [
        (one.subject.name.split()[0], one.kind, one.predicate, one.basis, one.quantity.low if one.quantity.low is not None else one.quantity.high)
        for one in sorted(found, key=lambda one: (one.evidence.start, one.evidence.end))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brent crude, the European benchmark, rose 54 cents to $42.10 a barrel.", [("Brent", "figure", "price", "change", 0.54), ("Brent", "figure", "price", "level", 42.1)]),
        ("Gold, a haven in times of trouble, fell 1.2% to $1,240 an ounce.", [("Gold", "figure", "price", "change", -1.2), ("Gold", "figure", "price", "level", 1240)]),
        ("The FTSE 100, London's main index, closed 12 points higher at 4,902.", [("FTSE", "figure", "share_price", "change", 12), ("FTSE", "figure", "share_price", "level", 4902)]),
        # what goods cost somebody is no price of theirs
        ("Rising oil prices added $600m to costs, Acme said.", [("Acme", "figure", "cost", "change", 600e6)]),
    ],
)
def test_goods_and_indices_described_by_the_way(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex will pay $40m to the US government to end an investigation into its accounts.", [("Globex", "target", "fine", "level", 40e6)]),
        ("Acme has agreed to pay $400m (£210m) to the US to end a lawsuit over its accounts.", [("Acme", "figure", "fine", "level", 400e6)]),
        ("Globex paid the Justice Department $30m in 2003 to avoid prosecution.", [("Globex", "figure", "fine", "level", 30e6)]),
        ("Firms that were handed penalties include Acme, which in 2001 paid $17m.", [("Acme", "figure", "fine", "level", 17e6)]),
        ("Acme has already paid two fines, and Globex, which was caught in 1999, paid $5m.", [("Globex", "figure", "fine", "level", 5e6)]),
    ],
)
def test_fines_and_settlements(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme's Asian business grew by 14% in the quarter.", [("Acme", "sales", "revenue", "change", 14)]),
        ("Globex expects its European business to shrink by 5% this year.", [("Globex", "target", "revenue", "change", -5)]),
        ("Acme has seen its China business shrink 30% since 2001.", [("Acme", "sales", "revenue", "change", -30)]),
        ("Acme's online arm expanded 40% last year.", [("Acme", "sales", "revenue", "change", 40)]),
        ("The film took $48m in its opening weekend, Acme said.", [("Acme", "sales", "revenue", "level", 48e6)]),
        ("Acme's flagship store took £1.1m in its first week.", [("Acme", "sales", "revenue", "level", 1.1e6)]),
    ],
)
def test_sales_of_parts_and_in_the_till(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme offers broadband at £17.99 a month, against £19.99 from Globex.", [("Acme", "figure", "price", "level", 17.99), ("Acme", "figure", "price", "level", 19.99)]),
        ("Acme is offering seats from £29 per person.", [("Acme", "figure", "price", "level", 29)]),
        ("There is also an $89.99 Deluxe Edition available from Acme.", [("Deluxe", "figure", "price", "level", 89.99)]),
        # pay is no price
        ("Acme is offering jobs at $12 an hour.", []),
    ],
)
def test_prices_by_the_month(extractor, text, expected):
    assert told(extractor, text)[:1] == expected[:1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China's steel output rose 23% to 272 million tonnes in 2004.", [("China", "figure", "production", "change", 23), ("China", "figure", "production", "level", 272e6)]),
        ("Van sales in Germany fell 3% in January, the Federal Motor Authority said.", [("Van", "sales", "revenue", "change", -3)]),
        ("Production at fields in the North Sea will fall by 190,000 barrels a day next year, the Energy Information Administration said.", [("Production", "target", "production", "change", -190000)]),
        ("Its sales rose 4%, the Engineering Council said.", [("Acme", "sales", "revenue", "change", 4)]),
    ],
)
def test_trades_and_countries_are_not_the_company_of_the_article(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 350 workers at Acme face the axe.", [("Acme", "target", "jobs", "change", -350)]),
        ("Globex has ordered 15 jets from Acme, with options for 10 more.", [("Globex", "figure", "orders", "level", 15)]),
        ("Acme has a £2.1bn pension deficit.", []),
        ("Workers at Acme will get a 3.5% pay rise.", []),
    ],
)
def test_counts_and_sums_that_mislead(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme announced 800 job cuts on Friday.", [("Acme", "target", "jobs", "change", -800)]),
        ("Acme announced the closure of 12 stores.", [("Acme", "target", "sites", "change", -12)]),
        ("Acme has announced 2,000 job cuts since 2001.", [("Acme", "figure", "jobs", "change", -2000)]),
        ("Acme is cutting its workforce by 9,000 to 51,000.", [("Acme", "target", "jobs", "change", -9000), ("Acme", "target", "employees", "level", 51000)]),
        ("Acme plans to recover this year after a loss of £40m in 2014.", [("Acme", "figure", "loss", "level", 40e6)]),
        ("Acme returned to profit after losing 1.9bn euros in 2013.", [("Acme", "figure", "loss", "level", 1.9e9)]),
    ],
)
def test_what_is_still_to_come_and_what_was_before(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme made £3.8bn in the three months to December, or £1.7m an hour.", [("Acme", "figure", "profit", "level", 3.8e9)]),
        ("Total sales including new stores rose 9%.", [("Acme", "sales", "revenue", "change", 9)]),
        ("Sales excluding petrol stations rose 3%.", [("Acme", "sales", "revenue", "change", 3)]),
        ("The sale would value the company at as much as 4bn euros.", [("Acme", "target", "valuation", "level", 4e9)]),
        ("Acme paid a final dividend of 7.4p, making 11p for the year.", [("Acme", "figure", "dividend", "level", 0.074), ("Acme", "figure", "dividend", "level", 0.11)]),
        ("Acme said it would cut its charges by 14%.", [("Acme", "target", "price", "change", -14)]),
        ("The average ticket price fell 9% to 42 euros, Acme said.", [("Acme", "figure", "price", "change", -9), ("Acme", "figure", "price", "level", 42)]),
        ("Subscription income at Globex fell 3% to £120m.", [("Globex", "sales", "revenue", "change", -3), ("Globex", "sales", "revenue", "level", 120e6)]),
        ("Acme will cut spending on research by 15%.", [("Acme", "target", "investment", "change", -15)]),
        ("Acme, which carried 24 million people last year, is growing.", [("Acme", "figure", "users", "level", 24e6)]),
    ],
)
def test_measures_told_in_other_words(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("Acme said food sales fell 1.6%, while clothing was down 7%.", ["food", "clothing"]),
        ("Car sales at Acme rose 4%.", ["Car"]),
        ("Acme said phone sales rose 4%, or 3% without Spain.", ["phone", "phone"]),
    ],
)
def test_goods_of_a_second_figure(extractor, text, products):
    claims = extractor.extract(_BEFORE + text, published="2016-08-10", id="test")
    assert [one.product for one in sorted(claims, key=lambda one: one.evidence.start) if one.kind == "sales"] == products


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex beat forecasts with a 14% rise in annual profits to 1.2bn euros.", [("Globex", "figure", "profit", "change", 14), ("Globex", "figure", "profit", "level", 1.2e9)]),
        ("Acme topped expectations with quarterly sales of $3bn.", [("Acme", "sales", "revenue", "level", 3e9)]),
        ("The £1.2m fine imposed on Acme is the largest yet.", [("Acme", "figure", "fine", "level", 1.2e6)]),
        ("Acme overtook Globex to become market leader with 22.4%.", [("Acme", "figure", "market_share", "level", 22.4)]),
        ("Acme took a $90m hit from the closure.", [("Acme", "figure", "cost", "level", 90e6)]),
        ("The airline plans savings of $1.7bn, Acme said.", [("Acme", "target", "cost", "change", -1.7e9)]),
        ("Acme expects $400m in annual savings from the merger.", [("Acme", "target", "cost", "change", -400e6)]),
        # what savers have in a bank
        ("The bank has savings of £3bn from its customers, Acme said.", []),
    ],
)
def test_results_shares_and_savings(extractor, text, expected):
    assert told(extractor, text) == expected


def test_each_figure_of_a_list_has_its_own_place(extractor):
    claims = extractor.extract(_BEFORE + "Acme said sales were 5% higher in China, 2% lower in Japan and up 1% in Brazil.", published="2016-08-10", id="test")
    found = [(one.place.name, one.quantity.low) for one in sorted(claims, key=lambda one: one.evidence.start) if one.kind == "sales"]
    assert found == [("China", 5), ("Japan", -2), ("Brazil", 1)]


def test_a_share_is_of_what_a_market_is_for(extractor):
    claims = extractor.extract(_BEFORE + "Acme said its share of the handset market rose to 33%.", published="2016-08-10", id="test")
    assert [one.product for one in claims if one.predicate == "market_share"] == ["handset"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme's profit grew to $9.2bn, helped by a $400m gain from selling its stake in Globex.", [("Acme", "figure", "profit", "level", 9.2e9)]),
        ("Acme had previously forecast growth of between 5% and 7%.", [("Acme", "target", "revenue", "change", 5)]),
        ("Acme expects economic growth of 6%.", []),
        ("Acme raised its prices by between 5% and 10%.", [("Acme", "figure", "price", "change", 5)]),
        ("A ticket from London to Madrid costs £40 with Acme.", [("Acme", "figure", "price", "level", 40)]),
        ("The tariff will cost customers £30 a month, Acme said.", [("Acme", "target", "price", "level", 30)]),
        ("The music player sells for $99 and holds 120 songs, Acme said.", [("Acme", "figure", "price", "level", 99)]),
        ("The website attracts 3 million visitors a month, Acme said.", [("Acme", "figure", "users", "level", 3e6)]),
        ("The site attracted 40,000 new customers in May, Acme said.", [("Acme", "figure", "users", "change", 40000)]),
        ("The plan will see 400 jobs go in Derby, Acme said.", [("Acme", "target", "jobs", "change", -400)]),
        ("The closure will save Acme 80m euros a year.", [("Acme", "target", "cost", "change", -80e6)]),
    ],
)
def test_sums_beside_others(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize("text", ["Acme has 26,000 staff, 14,000 of them in Germany.", "Acme employs 26,000, of whom 14,000 are in Germany."])
def test_part_of_the_staff(extractor, text):
    claims = extractor.extract(_BEFORE + text, published="2016-08-10", id="test")
    found = [(one.quantity.low, one.place and one.place.name) for one in claims if one.predicate == "employees"]
    assert found == [(26000, None), (14000, "Germany")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme lifted its dividend payment by 25% to 40 euro cents.", [("Acme", "figure", "dividend", "change", 25), ("Acme", "figure", "dividend", "level", 0.4)]),
        ("Acme's cost savings rose to £100m.", []),
        ("Acme said the scheme had saved £75m, bringing total savings to £100m.", [("Acme", "figure", "cost", "change", -75e6), ("Acme", "figure", "cost", "change", -100e6)]),
        ("Acme said volume sales fell 2.5%.", [("Acme", "sales", "units_sold", "change", -2.5)]),
        ("Acme owed more than $27bn in back taxes.", [("Acme", "figure", "debt", "level", 27e9)]),
        ("Acme wants a further 540bn yen in fresh financial backing.", [("Acme", "target", "funding", "level", 540e9)]),
        ("Under its new head Acme cut its overheads by 20%.", [("Acme", "figure", "cost", "change", -20)]),
        ("Acme will close 20% of its factories.", [("Acme", "target", "sites", "change", -20)]),
        ("Acme, a low-fare airline, controls 45% of the Indian domestic airline market.", [("Acme", "figure", "market_share", "level", 45)]),
        ("Oslo's benchmark OBX stock index closed down 7.9% at 642.80.", [("OBX", "figure", "share_price", "change", -7.9), ("OBX", "figure", "share_price", "level", 642.8)]),
    ],
)
def test_measures_by_less_usual_nouns(extractor, text, expected):
    assert [one for one in told(extractor, text) if expected] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is offered for a company, what stakes fetch, shares that are sold
        ("Acme's sales climbed to 364m euros. Acme has offered £1.3bn ($2.48bn; 1.88bn euros) for Globex.", [("Acme", "sales", "revenue", "level", 364e6)]),
        ("Globex made an offer for Acme, which it raised to A$8.4bn last week.", []),
        ("Sales of stakes in firms including Globex raised 1.17bn euros, Acme said.", []),
        ("The offering of 17 million shares was fully sold within ten minutes, Acme said.", []),
        ("Acme aims to increase car sales to four million by 2018, launching 28 new models in the process.", [("Acme", "target", "units_sold", "level", 4e6)]),
    ],
)
def test_what_is_no_measure_of_sales_or_funding(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A former finance director at Acme was given a fine of $250,000.", []),
        ("The SEC has laid penalties of nearly $2bn on 12 funds.", []),
        ("The SEC imposed a $20m penalty on Acme.", [("Acme", "figure", "fine", "level", 20e6)]),
        ("Globex bought the unit after Acme was forced to sell assets to meet a $27bn tax bill.", [("Acme", "figure", "cost", "level", 27e9)]),
        ("The year saw nickel prices rise 43%, with copper up 36%.", [("nickel", "figure", "price", "change", 43), ("copper", "figure", "price", "change", 36)]),
        ("Globex made a new bid for Acme on Friday. Pitched at 300p per share, it relies less on debt.", [("Acme", "figure", "share_price", "level", 3)]),
        ("Globex has bought Acme, and has offered $31 each for the shares that are left.", [("Acme", "figure", "share_price", "level", 31)]),
        ("Acme shares fell 26%, to $53.72 per share.", [("Acme", "figure", "share_price", "change", -26), ("Acme", "figure", "share_price", "level", 53.72)]),
    ],
)
def test_whose_fine_bill_or_share_it_is(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The planned $2bn investment by Acme has been delayed.", [("Acme", "target", "investment", "level", 2e9)]),
        ("Globex, holding 2% of Acme, wants it to buy back its own shares.", [("Globex", "figure", "stake", "level", 2)]),
        (
            "Acme put production at 3.9 billion barrels, a little below the four billion barrels that it first aimed at.",
            [("Acme", "figure", "production", "level", 3.9e9), ("Acme", "target", "production", "level", 4e9)],
        ),
    ],
)
def test_plans_and_aims_beside_facts(extractor, text, expected):
    assert told(extractor, text) == expected


def test_the_year_that_a_change_is_measured_from(extractor):
    claims = extractor.extract(_BEFORE + "Acme's retail arm made £347m in 2015, an 82% jump on 2014 figures.", published="2016-08-10", id="test")
    assert {one.period.text for one in claims if one.predicate == "profit" and one.period} == {"2015"}


def test_what_is_cut_by_a_year_to_come_is_of_now(extractor):
    claims = extractor.extract(_BEFORE + "Acme may have its workforce trimmed from 150,000 to 110,000 people by 2020.", published="2016-08-10", id="test")
    assert [(one.quantity.low, one.period and one.period.text) for one in claims if one.predicate == "employees"] == [(150000, None), (110000, "2020")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme shares have gone up since but fell $12.33 on Tuesday to end at $172.55.", [("Acme", "figure", "share_price", "change", -12.33), ("Acme", "figure", "share_price", "level", 172.55)]),
        ("Acme's shares lost $2.50 on Tuesday to end at $17.", [("Acme", "figure", "share_price", "change", -2.5), ("Acme", "figure", "share_price", "level", 17)]),
        ("Acme's sales rose in Asia but fell 3% in Europe.", [("Acme", "sales", "revenue", "change", -3)]),
        ("Acme's net income rose to 3bn yuan in 2014 ($365m; £190m), compared with 1.4bn yuan in 2013.", [("Acme", "figure", "profit", "level", 3e9), ("Acme", "figure", "profit", "level", 1.4e9)]),
        ("Acme has made savings of A$245m, and expects to top its target of A$500m.", [("Acme", "figure", "cost", "change", -245e6), ("Acme", "target", "cost", "change", -500e6)]),
        (
            "In Paris trading, Acme shed 2.1% to 17.58 euros, with Globex dropping 1.7% to 16.87 euros.",
            [
                ("Acme", "figure", "share_price", "change", -2.1),
                ("Acme", "figure", "share_price", "level", 17.58),
                ("Globex", "figure", "share_price", "change", -1.7),
                ("Globex", "figure", "share_price", "level", 16.87),
            ],
        ),
        ("The clash with Globex came last year when Acme was hit with a bill of $27bn in back taxes.", [("Acme", "figure", "debt", "level", 27e9)]),
        ("Acme will produce six-cylinder engines in Italy.", []),
    ],
)
def test_second_moves_conversions_and_bills(extractor, text, expected):
    assert told(extractor, text) == expected


def test_a_year_told_for_another_figure(extractor):
    text = "Acme said profit in the three months to 30 June was 120m euros.\n\nSales came to 364m euros, and so took revenue for the year to a new high of 1.45bn euros."
    claims = extractor.extract(_BEFORE + text, published="2016-08-10", id="test")
    assert [str(one.period.start) for one in claims if one.quantity and one.quantity.low == 364e6 and one.period] == ["2016-04-01"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme has a mere 2.9% of the US grocery pie, while Globex controls about 20%.", [("Acme", "figure", "market_share", "level", 2.9), ("Globex", "figure", "market_share", "level", 20)]),
        ("Acme's $9bn US expansion plan will add 800 stores.", [("Acme", "target", "investment", "level", 9e9), ("Acme", "target", "sites", "change", 800)]),
        ("Acme has grown its footprint to nearly 2,800 storefronts.", [("Acme", "figure", "sites", "level", 2800)]),
        ("Acme has 40% of the industry's workers.", []),
    ],
)
def test_shares_expansion_and_footprint(extractor, text, expected):
    assert told(extractor, text) == expected


def test_what_was_expected_is_of_the_quarter_reported(extractor):
    text = "Acme posted an operating profit of 3.5bn euros for the quarter to 30 June, down nearly 10% on the year and missing estimates of 4.3bn euros."
    claims = extractor.extract(_BEFORE + text, published="2016-08-10", id="test")
    assert {str(one.period.end) for one in claims if one.predicate == "operating_profit" and one.period} == {"2016-06-30"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex's share of U.S. smartphone shipments rose to 23% from 16%.", [("Globex", "figure", "market_share", "level", 23), ("Globex", "figure", "market_share", "level", 16)]),
        ("Acme lost $60 billion in market value on Thursday.", [("Acme", "figure", "valuation", "change", -60e9)]),
        ("Acme added $200 billion in market value this week.", [("Acme", "figure", "valuation", "change", 200e9)]),
        ("About 1,500 employees will be affected by the restructuring at Acme.", [("Acme", "target", "jobs", "change", -1500)]),
    ],
)
def test_shares_of_shipments_and_value_lost(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of people out of work rose by 8,000 to 1.4 million.", []),
        ("US consumers spent $8bn online in December.", []),
        ("Foreign investment in China hit a record $60bn.", []),
        ("The fire killed 12 workers at an Acme plant.", []),
        ("The bill would cost taxpayers $4bn.", []),
        ("The tax will raise $300m a year for the government.", []),
        ("China's exports jumped 35% to $593bn in 2014.", [("China", "sales", "revenue", "change", 35), ("China", "sales", "revenue", "level", 593e9)]),
    ],
)
def test_sums_of_the_economy_are_no_company_s(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Group shares fell 3% to $14.20. Volume was 25% below the daily average of 1.4 million shares.", [("Acme", "figure", "share_price", "change", -3), ("Acme", "figure", "share_price", "level", 14.2), ("Acme", "figure", "volume", "change", -25), ("Acme", "figure", "volume", "level", 1.4e6)]),
        ("About 3.2 million shares of Acme Group changed hands.", [("Acme", "figure", "volume", "level", 3.2e6)]),
    ],
)
def test_volumes_of_trade(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme launched the Zeta, its new phone. The Zeta will set buyers back $399.", [("Zeta", "target", "price", "level", 399)]),
        ("Acme launched the Zeta, its new phone. The Zeta comes with a $399 price tag.", [("Zeta", "figure", "price", "level", 399)]),
        ("Acme launched the Zeta, its new phone. The Zeta is now $299, down from $399.", [("Zeta", "figure", "price", "level", 299), ("Zeta", "figure", "price", "level", 399)]),
        ("Acme launched the Zeta, its new phone, at $299.", [("Acme", "figure", "price", "level", 299)]),
        ("Acme launched the Zeta, its new phone. At $299, it is the cheapest on the market.", [("Acme", "figure", "price", "level", 299)]),
        ("The basic plan will remain at $6.99 a month.", [("Acme", "target", "price", "level", 6.99)]),
        ("Acme charges $6.99 a month for the basic plan, $2 less than Globex.", [("Acme", "figure", "price", "level", 6.99)]),
        ("Acme launched a $9.99-a-month service.", [("Acme", "figure", "price", "level", 9.99)]),
    ],
)
def test_prices_that_products_stand_at(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("Acme launched its new phone. The 64GB version will cost $299.", "64GB version"),
        ("Acme launched its new service. Users will be charged $9.99 a month.", None),
    ],
)
def test_products_of_prices(extractor, text, product):
    claims = extractor.extract(_BEFORE + text, published="2016-08-10", id="test")
    assert [one.product for one in claims if one.predicate == "price"] == [product]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme raised $400m in a share sale.", [("Acme", "figure", "funding", "level", 400e6)]),
        ("Acme sold $400m of 10-year notes.", [("Acme", "figure", "funding", "level", 400e6)]),
        ("Acme defaulted on a $400m loan.", [("Acme", "figure", "debt", "level", 400e6)]),
        ("Acme's Series B round of $40m was led by Globex.", [("Acme", "figure", "funding", "level", 40e6)]),
        ("Acme got a grant of $40m from the state.", [("Acme", "figure", "funding", "level", 40e6)]),
        ("Acme cut its capital spending plan to $40m from $50m.", [("Acme", "target", "investment", "level", 40e6), ("Acme", "target", "investment", "level", 50e6)]),
        ("Acme employs 40,000 people worldwide, including 12,000 in Germany.", [("Acme", "figure", "employees", "level", 40e3), ("Acme", "figure", "employees", "level", 12e3)]),
        ("Acme attracted 1.2 million visitors last year.", [("Acme", "figure", "users", "level", 1.2e6)]),
        ("Acme mined 4.1 million tonnes of coal, up from 3.9 million a year earlier.", [("Acme", "figure", "production", "level", 4.1e6), ("Acme", "figure", "production", "level", 3.9e6)]),
    ],
)
def test_money_raised_and_counts_gone_on_with(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme is closing 13 of its 40 stores.", [("Acme", "target", "sites", "change", -13), ("Acme", "figure", "sites", "level", 40)]),
        ("Acme said it was closing all 13 of its stores.", [("Acme", "target", "sites", "change", -13)]),
        ("Acme was closing 13 stores a year before the crash.", [("Acme", "figure", "sites", "change", -13)]),
        ("Acme's slump had shaved about $175bn from its market capitalization.", [("Acme", "figure", "valuation", "change", -175e9)]),
        ("Acme aims to reduce the price of the electricity generated by large projects to $0.03/kWh by 2030.", [("Acme", "target", "price", "level", 0.03)]),
    ],
)
def test_stores_that_are_closing_and_value_shaved(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme now expects earnings of $4.80 to $5.00 a share, up from $4.60 to $4.80.", [("Acme", "target", "eps", "level", 4.8), ("Acme", "target", "eps", "level", 4.6)]),
        ("Acme cut its forecast to $4.80 to $5.00 a share.", [("Acme", "target", "eps", "level", 4.8)]),
        ("Acme's sales rose to $5m, up from $3m to $4m in the two years before.", [("Acme", "sales", "revenue", "level", 5e6), ("Acme", "sales", "revenue", "level", 3e6), ("Acme", "sales", "revenue", "level", 4e6)]),
        ("Acme offered $14 in cash and 0.4 Acme shares for each Globex share.", [("Globex", "target", "share_price", "level", 14)]),
        ("Acme customers will pay £12 a month.", [("Acme", "target", "price", "level", 12)]),
        ("Acme invested $40m in its stores last year, up from $30m.", [("Acme", "figure", "investment", "level", 40e6), ("Acme", "figure", "investment", "level", 30e6)]),
    ],
)
def test_ranges_that_were_and_what_customers_will_pay(extractor, text, expected):
    assert told(extractor, text) == expected


def test_a_range_of_prices_has_two_ends(extractor):
    claims = extractor.extract(_BEFORE + "Ticket prices range from $20 to $60.", published="2016-08-10", id="test")
    assert [(one.quantity.low, one.quantity.high) for one in claims if one.predicate == "price"] == [(20, 60)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Airlines is to buy 10 A320 aircraft from Globex.", [("target", 10, "plan")]),
        ("Acme bought 12 jets from Globex.", [("figure", 12, None)]),
    ],
)
def test_planes_bought_are_ordered(extractor, text, expected):
    claims = extractor.extract(_BEFORE + text, published="2016-08-10", id="test")
    assert [(one.kind, one.quantity.low, one.outlook) for one in claims if one.predicate == "orders"] == expected
