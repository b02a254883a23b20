"""Who a figure is of, where it is from and when: one or two sentences, the claims they hold."""

from __future__ import annotations

import pytest
from numeric_claims import PUBLISHED, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Acme Corp makes bread. Its rivals' sales rose 5 percent last year. Sales at its suppliers fell 3 percent.",
            [],
            id="sales of those beside a company",
        ),
        pytest.param(
            "Acme Corp, whose customers' spending fell 4 percent, said its dealers' profits dropped 9 percent.",
            [],
            id="what those do who deal with it",
        ),
        pytest.param(
            "Acme Corp sold 5 million toys in May. Its rivals sold 3 million. Its main competitor, Initech, made a profit of $4 million.",
            [("Acme Corp", "units_sold", 5e6), ("Initech", "profit", 4e6)],
            id="a rival with a name has figures",
        ),
        pytest.param(
            "Sales to customers in Asia rose 5 percent at Acme Corp. Acme Corp's largest customer made a profit of $3 billion in May.",
            [("Acme Corp", "revenue", 5)],
            id="sales to customers",
        ),
        pytest.param(
            "According to the Sylvanian Vehicle Association, the number of new cars sold fell 0.7 percent to 152,229.",
            [("new cars", "units_sold", -0.7), ("new cars", "units_sold", 152229)],
            id="an association sells nothing",
        ),
        pytest.param(
            "Car sales rose by 12 percent at Acme, by 10 percent at Globex and 7 percent at Initech.",
            [("Acme", "units_sold", 12), ("Globex", "units_sold", 10), ("Initech", "units_sold", 7)],
            id="each at its own",
        ),
        pytest.param(
            "Acme Corp makes cars. New-car registrations for Globex were down 5 percent.",
            [("Globex", "units_sold", -5)],
            id="registrations for a maker",
        ),
        pytest.param(
            "Acme Motor Corp is a carmaker.\n\nProfit rose to $40 million, above the average of estimates compiled by Initech.\n\nAcme sold 300 cars.",
            [("Acme Motor Corp", "profit", 40e6), ("Acme Motor Corp", "units_sold", 300)],
            id="a name after the sentence that ends with a source is no source",
        ),
        pytest.param(
            "Profit at Acme Corp fell 3 percent, while Oslo's Globex Labs posted a 14 percent rise.",
            [("Acme Corp", "profit", -3), ("Globex Labs", "profit", 14)],
            id="a firm named after what is counted",
        ),
        pytest.param(
            "Acme Corp cut its outlook. Profit fell 28 percent to 4 billion yen, Initech data showed. Credit agency Globex took note. The company sold 300 cars.",
            [("Acme Corp", "profit", -28), ("Acme Corp", "profit", 4e9), ("Acme Corp", "units_sold", 300)],
            id="whose data show it, and who rates debt",
        ),
        pytest.param(
            "Figures show Acme Corp with a 22 percent share of the bread market, ahead of Globex Inc on 21 percent.",
            [("Acme Corp", "market_share", 22), ("Globex Inc", "market_share", 21)],
            id="who is shown with a share",
        ),
        pytest.param(
            "Buyers took 3 million cars in May. Nobody did better than Sakura, whose deliveries leapt 19 percent.",
            [("Sakura", "units_sold", 19)],
            id="whose they are",
        ),
        pytest.param(
            "Acme Corp makes paint, its chief told CNBC. CNBC has contacted Globex Inc for comment. The company's sales rose 3 percent.",
            [("Acme Corp", "revenue", 3)],
            id="who asks for comment is not spoken of",
        ),
        pytest.param(
            "Acme Corp makes paint. The Italian bank told CNBC of its plans. The bank's sales rose 3 percent.", [("Acme Corp", "revenue", 3)], id="who is told is not Italian"
        ),
        pytest.param(
            "Acme Corp's results fell short. Rival Globex Inc was lower too. The home-improvement retailer earned $2 million.",
            [("Acme Corp", "profit", 2e6)],
            id="a rival named by the way",
        ),
        pytest.param(
            "Acme Corp makes paint. Globex Inc reported a consolidated net profit of $3 million.", [("Globex Inc", "profit", 3e6)], id="what is consolidated may be another's"
        ),
        pytest.param("Acme Corp makes paint. Sales in the region fell 3 percent.", [("Acme Corp", "revenue", -3)], id="sold in the region told of"),
        pytest.param("Acme Corp mines coal. Its former head, Jane Roe, was fined $450.", [("Jane Roe", "fine", 450)], id="a person who is fined"),
        pytest.param(
            "Acme Corp mines coal. National output fell 4 percent to 830,000 tonnes, the Chamber of Mines said.", [], id="what goes on from what a country does"
        ),
        pytest.param(
            "Acme Corp had 7 percent of the toy market. Globex Inc led with 22 percent, followed by Hooli Ltd with 21 percent.",
            [("Acme Corp", "market_share", 7), ("Globex Inc", "market_share", 22), ("Hooli Ltd", "market_share", 21)],
            id="who led",
        ),
        pytest.param(
            "Acme Corp makes lifts. The deal would add about $35 million a year to earnings before interest and tax.",
            [("Acme Corp", "operating_profit", 35e6)],
            id="what a deal adds a year",
        ),
        pytest.param("Acme Corp makes shoes. Shoe sales jumped 42 percent.", [("Acme Corp", "revenue", 42)], id="goods that open a sentence"),
        pytest.param(
            "Acme Corp's revenue rose 22 percent to $147 million but missed analysts' estimates of $149 million.",
            [("Acme Corp", "revenue", 22), ("Acme Corp", "revenue", 147e6), ("Acme Corp", "revenue", 149e6)],
            id="estimates that were missed",
        ),
        pytest.param("The recall will cost Acme Corp $40 million.", [("Acme Corp", "cost", 40e6)], id="whom it costs"),
        pytest.param("Acme Corp employs 30 in Peru and gets 20 letters a day.", [("Acme Corp", "employees", 30)], id="what it gets are no staff"),
        pytest.param(
            "Acme Corp will leave Peru, citing a loss of $2 million. Acme Co. (NYSE: AC) stock traded higher by 2 percent. Its 52-week range is $7 to $9.",
            [("Acme Corp", "loss", 2e6), ("Acme Corp", "share_price", 2)],
            id="a loss that is cited, a range of prices",
        ),
        pytest.param(
            "Acme Corp makes films. In the largest segment, Globex Media, sales rose 1 percent.",
            [("Globex Media", "revenue", 1)],
            id="a segment as the topic",
        ),
        pytest.param(
            "Local brands had a market share of 44 percent while foreign brands had a 28 percent share.",
            [("Local brands", "market_share", 44), ("foreign brands", "market_share", 28)],
            id="classes of sellers",
        ),
        pytest.param(
            "Acme Corp reported a profit of 60 cents per share, 2 cents above the analysts' average forecast.",
            [("Acme Corp", "eps", 0.6)],
            id="the distance from a forecast is no figure",
        ),
        pytest.param(
            "Acme Corp said operating profit rose 6.5 percent, ahead of analyst expectations of a 5.7 percent rise.",
            [("Acme Corp", "operating_profit", 6.5), ("Acme Corp", "operating_profit", 5.7)],
            id="a figure ahead of a forecast is one",
        ),
        pytest.param(
            "Acme Corp raised its dividend to $1.38 per share and will boost its stock buyback by $1 billion.",
            [("Acme Corp", "dividend", 1.38)],
            id="a buyback is no dividend",
        ),
        pytest.param(
            "Acme Corp said sales, which make up 32 percent of group profit, grew by 4 percent.",
            [("Acme Corp", "revenue", 4)],
            id="an aside's share is not what grew",
        ),
        pytest.param(
            "Acme Corp's earnings before interest, taxes, depreciation and amortisation rose 7 percent to $3.27 billion.",
            [("Acme Corp", "operating_profit", 7), ("Acme Corp", "operating_profit", 3.27e9)],
            id="a measure with commas in its name",
        ),
        pytest.param(
            "Acme Corp makes cars. The stock fell 3 percent to close at $40 on the BSE, while the Sensex rose.",
            [("Acme Corp", "share_price", -3), ("Acme Corp", "share_price", 40)],
            id="an exchange has no share price",
        ),
        pytest.param(
            "Acme Corp paid $46 million for Globex, a rival with 31 stores in Kent.",
            [("Acme Corp", "acquires", 46e6), ("Globex", "sites", 31)],
            id="an apposition's figure is of the name before it",
        ),
        pytest.param(
            "Acme Corp has lined up $85 million in financing from Initech Credit.",
            [("Acme Corp", "funding", 85e6)],
            id="money from a lender is none of its own",
        ),
        pytest.param(
            "Last month Acme Corp agreed to pay $27 million to settle allegations by the Sylvanian Protection Bureau.",
            [("Acme Corp", "fine", 27e6)],
            id="who alleges pays no fine",
        ),
        pytest.param(
            "Acme Corp makes phones. Worldwide, shipments rose 24 percent, according to Globex Research.",
            [("shipments", "units_sold", 24)],
            id="worldwide shipments",
        ),
        pytest.param(
            "Brokerage firm Globex Equities expects Acme Corp's revenue to rise 27 percent.",
            [("Acme Corp", "revenue", 27)],
            id="a brokerage only forecasts",
        ),
        pytest.param(
            "Acme Corp makes ships. Net debt, which ballooned after the takeover of cider maker Globex & Sons, stood at $8 billion.",
            [("Acme Corp", "debt", 8e9)],
            id="the object of a takeover owes nothing",
        ),
        pytest.param(
            "Acme Corp sells rice. Norway exported 27,000 tonnes of fish in 2015.",
            [("Norway", "units_sold", 27000)],
            id="a country's exports",
        ),
        pytest.param(
            "Acme Corp runs hotels. Dubai drew 1.2 million visitors in 2015.",
            [("Dubai", "users", 1.2e6)],
            id="a city's visitors",
        ),
        pytest.param(
            "Acme Corp sells shoes. Norway is growing again, and in Britain sales leapt by 30 percent.",
            [("Acme Corp", "revenue", 30)],
            id="sales in a country are the company's",
        ),
        pytest.param(
            "Acme Corp sells rice. Fares fell by 3 percent as rivals such as Globex and Initech added planes.",
            [("Acme Corp", "price", -3)],
            id="rivals by the way",
        ),
        pytest.param(
            "Acme Corp paid for Globex, a rival with 31 stores. Profit fell 3 percent.",
            [("Globex", "sites", 31), ("Acme Corp", "profit", -3)],
            id="who was named by the way is not spoken of",
        ),
        pytest.param(
            "Jane Roe left Acme Corp, and says she will keep her 8 percent holding in Acme.",
            [("Jane Roe", "stake", 8)],
            id="her holding",
        ),
        pytest.param(
            "Jack Roe, who founded Acme Corp and still owns 7 percent of the company, will leave.",
            [("Jack Roe", "stake", 7)],
            id="a founder who owns",
        ),
        pytest.param(
            "Acme Corp lost $14 million. Acme's president, Luis Roe, owns 22 percent of the firm; the Sylvanian bank Globex holds 5 percent.",
            [("Acme Corp", "loss", 14e6), ("Luis Roe", "stake", 22), ("Globex", "stake", 5)],
            id="a president who owns",
        ),
        pytest.param(
            "Acme Corp sold 85 million phones, according to Globex Analytics. The researcher said global shipments grew 9 percent.",
            [("Acme Corp", "units_sold", 85e6), ("global shipments", "units_sold", 9)],
            id="global shipments that a researcher tells of",
        ),
        pytest.param(
            "Acme Corp sells shoes. Its global sales grew 9 percent.",
            [("Acme Corp", "revenue", 9)],
            id="global sales of its own",
        ),
        pytest.param(
            'Acme Corp sells shoes. Globex Securities, which has a "hold" call on the stock, expects profit to recover to $19 million.',
            [("Acme Corp", "profit", 19e6)],
            id="who rates a stock only forecasts",
        ),
        pytest.param(
            "Acme Corp sells drugs. Globex Street, a boutique investment bank, is modeling sales of $85 million in 2022.",
            [("Acme Corp", "revenue", 85e6)],
            id="who models sales has none",
        ),
        pytest.param(
            "Acme Corp sells shoes.\n\nOut is Jane Roe, finance director of Globex Inns. Profit fell 3 percent.",
            [("Globex Inns", "profit", -3)],
            id="the only company of a paragraph",
        ),
        pytest.param(
            "Acme Corp sells shoes.\n\nJane Roe left to join Globex. Headcount stands at 260.",
            [("Acme Corp", "employees", 260)],
            id="who was joined is not spoken of",
        ),
        pytest.param(
            "Acme Corp sells shoes. Sales at stores open at least a year fell 22 percent.",
            [("Acme Corp", "revenue", -22)],
            id="stores are not sellers of their own",
        ),
        pytest.param(
            "Acme Corp makes clubs. Sales at Globex crashed 31 percent, but group revenue rose 2 percent.",
            [("Globex", "revenue", -31), ("Acme Corp", "revenue", 2)],
            id="revenue of the group",
        ),
        pytest.param(
            "Acme Corp sells shoes. Research firm Globex puts Dutch sales of shoes at $3 million.",
            [("Dutch sales", "revenue", 3e6)],
            id="a market put at",
        ),
        pytest.param(
            "In February Germany's Hauswald bought the 27-store Acme Direct chain out of administration.",
            [("Acme Direct", "sites", 27)],
            id="a chain of stores by name",
        ),
        pytest.param(
            "Car sales are expected to fall below 14 million this year.",
            [("Car sales", "units_sold", 14e6)],
            id="the level fallen below is a level",
        ),
        pytest.param(
            "Acme Corp's sales held steady in Asia with a decline of 0.2 percent.",
            [("Acme Corp", "revenue", -0.2)],
            id="what holds steady holds no stake",
        ),
        pytest.param(
            "Acme Corp's sales in comparable stores rose 5 percent.",
            [("Acme Corp", "revenue", 5)],
            id="where sales were made does not rise",
        ),
        pytest.param(
            "Acme Corp employs around 9,000 in Leeds and more than 58,000 around the world.",
            [("Acme Corp", "employees", 9000), ("Acme Corp", "employees", 58000)],
            id="a bare number employed",
        ),
        pytest.param(
            "Acme Corp was second to Globex Corp (GLX), which manufactured 29,843 units of its small car.",
            [("Globex Corp", "production", 29843)],
            id="the maker in a relative clause",
        ),
        pytest.param(
            "Acme Corp's sales fell 3 percent. Spain was worst hit, with a 55 percent fall.",
            [("Acme Corp", "revenue", -3), ("Acme Corp", "revenue", -55)],
            id="the same measure elsewhere",
        ),
        pytest.param(
            "Acme Corp earned 98 cents a share. That was ahead of a consensus for 95 cents a share. Results benefited by 2 cents a share from tax.",
            [("Acme Corp", "eps", 0.98), ("Acme Corp", "eps", 0.95)],
            id="amounts a share after earnings a share",
        ),
        pytest.param(
            "Acme Corp drills wells. Italy plans to raise its oil production to 7 million barrels.",
            [],
            id="a country is no company",
        ),
        pytest.param(
            "Acme Corp has cut about 10 percent of its payroll. It will fire 400 employees.",
            [("Acme Corp", "jobs", -10), ("Acme Corp", "jobs", -400)],
            id="staff let go",
        ),
        pytest.param(
            "Acme Corp runs more than 900 stores, will open 112 new stores this year and plans to expand from 900 stores to 1,700 stores.",
            [("Acme Corp", "sites", 900), ("Acme Corp", "sites", 112), ("Acme Corp", "sites", 900), ("Acme Corp", "sites", 1700)],
            id="sites had and sites to come",
        ),
        pytest.param(
            "Acme Corp said sales rose thanks to a catalogue that increased the range of goods by 30 percent.",
            [],
            id="the verb's own object changed",
        ),
        pytest.param(
            "Acme Corp's profits were up to £27.9m, up from £15.5m.",
            [("Acme Corp", "profit", 27.9e6), ("Acme Corp", "profit", 15.5e6)],
            id="up to is no bound after a verb",
        ),
        pytest.param(
            "Acme Corp's same-store-sales rose 4 percent.",
            [("Acme Corp", "revenue", 4)],
            id="a measure with other hyphens",
        ),
        pytest.param(
            "Acme Corp sold 9 million phones in 2015. Analysts polled by Initech Data had expected revenue of $5.9 billion.",
            [("Acme Corp", "units_sold", 9e6), ("Acme Corp", "revenue", 5.9e9)],
            id="who polls the analysts sells nothing",
        ),
        pytest.param(
            "The phone market grew by 7 percent to 323 million units. Acme Corp declined by 9 percent. Globex Corp, which posted a 12 percent gain, came second.",
            [("phone market", "units_sold", 7), ("phone market", "units_sold", 323e6), ("Acme Corp", "units_sold", -9), ("Globex Corp", "units_sold", 12)],
            id="sellers that grow",
        ),
        pytest.param(
            "Acme Corp led the pack with a 20 percent market share, followed by Globex Corp at 16 percent.",
            [("Acme Corp", "market_share", 20), ("Globex Corp", "market_share", 16)],
            id="a percentage of market share",
        ),
        pytest.param(
            "Acme Corp earned $176 million in the second quarter. That was up from $120 million a year earlier.",
            [("Acme Corp", "profit", 176e6), ("Acme Corp", "profit", 120e6)],
            id="that was up from",
        ),
        pytest.param(
            "Acme Corp makes cars.\n\nGlobex Corp — The company lost $9 million in July.",
            [("Globex Corp", "loss", 9e6)],
            id="a paragraph labelled with a dash",
        ),
        pytest.param(
            "Acme Corp earned 54 cents a share, beating analysts' estimates by 17 cents.",
            [("Acme Corp", "eps", 0.54)],
            id="by how much estimates were beaten is no figure",
        ),
        pytest.param(
            "Acme Corp fell the most in the Harbour Index, sliding 8.6 percent to $27.42.",
            [("Acme Corp", "share_price", -8.6), ("Acme Corp", "share_price", 27.42)],
            id="a company that slides",
        ),
        pytest.param(
            "Acme Corp cut its outlook. As Initech Data reports, its sales slipped by 2 percent.",
            [("Acme Corp", "revenue", -2)],
            id="as the source reports",
        ),
        pytest.param(
            "Acme Corp makes drugs. Lipidor sales rose 18 percent to $12 million and Viatra (sildor) fell 71 percent to $7 million.",
            [("Lipidor", "revenue", 18), ("Lipidor", "revenue", 12e6), ("Viatra", "revenue", -71), ("Viatra", "revenue", 7e6)],
            id="a name with an aside in brackets falls itself",
        ),
        pytest.param(
            "Worldwide phone shipments fell 5 percent, researcher Initech Data said. Acme Corp shipped almost 16 percent more phones.",
            [("Worldwide phone shipments", "units_sold", -5), ("Acme Corp", "units_sold", 16)],
            id="a researcher ships nothing",
        ),
        pytest.param(
            "Acme Corp saw drops in shipments as the overall phone market recorded a 9 percent decline.",
            [("overall phone market", "units_sold", -9)],
            id="the market is told of last",
        ),
        pytest.param(
            "Acme Corp's market share reached 40 percent, compared to Globex Corp's 14 percent.",
            [("Acme Corp", "market_share", 40), ("Globex Corp", "market_share", 14)],
            id="another's own figure",
        ),
        pytest.param(
            "Acme Corp fell behind Globex Corp, which saw sales rise 13 percent.",
            [("Globex Corp", "revenue", 13)],
            id="which saw sales rise",
        ),
        pytest.param(
            "Acme Corp sold 3 million phones. The Finnish company's profit rose 4 percent. Globex Corp's shares fell. The U.S.-based maker said net profit fell 84 percent.",
            [("Acme Corp", "units_sold", 3e6), ("Acme Corp", "profit", 4), ("Globex Corp", "profit", -84)],
            id="a company of another nation",
        ),
        pytest.param(
            "Acme Corp delivered 13,000 more cars than it made, and widened its lead over Globex to four percentage points.",
            [],
            id="distances between two figures",
        ),
        pytest.param(
            "Acme Corp slipped 14 percent, with shipments dropping to 3 million phones.",
            [("Acme Corp", "units_sold", 3e6)],
            id="it is not its shares that slipped",
        ),
        pytest.param(
            "Acme Corp makes cars.\n\nGlobex Corp: The carmaker sold 3,000 cars in July. Sales in the first half totaled 20,000 cars.",
            [("Globex Corp", "units_sold", 3000), ("Globex Corp", "units_sold", 20000)],
            id="a paragraph labelled with a company",
        ),
        pytest.param(
            "Acme Corp agreed to buy rival Globex Corp for $12 billion. It will pay $58 a share in cash.",
            [("Acme Corp", "acquires", 12e9), ("Globex Corp", "share_price", 58)],
            id="the price offered a share is that of the company bought",
        ),
        pytest.param(
            "OSLO Norway's Acme ACM.OL said its sales rose 3 percent. Acme's boss was not there.",
            [("Acme", "revenue", 3)],
            id="a code of the exchange is no part of a name",
        ),
    ],
)
def test_subject_of(extractor, text, expected):
    assert told(extractor, text) == expected


def test_what_is_measured_has_nothing_sold_itself(extractor):
    # "Carlow Tissue" is no name that is known, and "its sales" is no seller in its place
    assert extractor.extract("Carlow Tissue said its sales rose to $3 million in 2014.") == []


def test_what_drives_a_figure_is_not_where_it_is_from(extractor):
    (claim,) = extractor.extract("Acme Corp said net revenue rose 4 percent, driven by growth in Asia.", published=PUBLISHED)
    assert claim.place is None


def test_the_year_just_ended_is_the_last(extractor):
    (claim,) = extractor.extract("In the year just ended, Acme Corp's revenue dipped 1 percent.", published="2017-02-09")
    assert str(claim.period.start) == "2016-01-01"


def test_earnings_a_year_earlier_are_of_the_quarter_that_is_named_later(extractor):
    text = (
        "Acme Corp posted net earnings of $2.2 billion, compared with $417 million, or 53 cents a share, a year earlier.\n\n"
        "Revenue rose 5 percent in the second quarter."
    )
    claims = extractor.extract(text, published=PUBLISHED)
    assert [str(c.period.start) for c in claims if c.predicate == "profit"] == ["2016-04-01", "2015-04-01"]


def test_each_of_a_list_has_its_place(extractor):
    text = "Acme Corp's sales fell 5 percent in Spain, by 4 percent in Italy, in Germany by a fifth and in France 18 percent."
    claims = extractor.extract(text, published=PUBLISHED)
    assert [(c.quantity.low, c.place.name) for c in claims if c.kind == "sales"] == [
        (-5, "Spain"), (-4, "Italy"), (-20, "Germany"), (-18, "France"),
    ]  # fmt: skip


def test_what_it_is_compared_with_is_not_its_month(extractor):
    (claim,) = extractor.extract("Acme Corp's sales fell 5 percent to $3 million versus October 2015.", published=PUBLISHED)[:1]
    assert claim.period is None


def test_what_a_headline_says_is_to_be_done_is_a_plan(extractor):
    (claim,) = extractor.extract("Nothing more was said.", title="Acme Corp to invest $213m in Spain", published=PUBLISHED)
    assert (claim.kind, claim.outlook) == ("target", "plan")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp makes shoes. Sales at UK supermarkets grew 1.1% in May.", [("UK supermarkets", "revenue", 1.1)]),
        ("Acme Corp makes shoes. Profit at German carmakers fell 4% in 2014.", [("German carmakers", "profit", -4)]),
        ("Acme Corp makes shoes. Sales at its American stores fell 2%.", [("Acme Corp", "revenue", -2)]),
        ("Acme Corp said monthly users - a key measure for its owners - grew by 6%.", [("Acme Corp", "users", 6)]),
        ("Sales at Acme Corp - the third-biggest grocer - rose 3% to £2bn.", [("Acme Corp", "revenue", 3), ("Acme Corp", "revenue", 2e9)]),
        ("Acme Corp has 21m monthly users, compared to almost 3bn for Globex Corp, its rival.", [("Acme Corp", "users", 21e6), ("Globex Corp", "users", 3e9)]),
        ("Globex Corp is now twice the size of Acme Corp with 700m users. Acme Corp has 300m users.", [("Globex Corp", "users", 700e6), ("Acme Corp", "users", 300e6)]),
        ("Acme Corp was sold to two buyers in March.", []),
        ("Acme Corp is an energy supplier. It raised gas prices by 8.4% in March.", [("Acme Corp", "price", 8.4)]),
        ("Acme Corp customers will see gas prices increase by 9% and power prices go up by 5%.", [("Acme Corp", "price", 9), ("Acme Corp", "price", 5)]),
        ("Acme Corp makes tyres. Acme Corp saw oil prices fall 5%.", [("oil", "price", -5)]),
    ],
)
def test_classes_asides_and_those_compared(extractor, text, expected):
    assert told(extractor, text) == expected


def test_customers_who_will_fare_so_are_there_now(extractor):
    claims = extractor.extract("Acme Corp's 3 million customers will pay more. Its 400,000 new customers will join in May.", published=PUBLISHED, id="test")
    assert [(one.kind, one.quantity.low) for one in claims if one.predicate == "users"] == [("figure", 3e6), ("target", 4e5)]


def test_the_day_of_a_new_price(extractor):
    claims = extractor.extract("Acme Corp is an energy supplier. Acme Corp raised gas prices by 8% on 1 March.", published="2015-09-10", id="test")
    assert [str(one.period.start) for one in claims if one.predicate == "price"] == ["2015-03-01"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp sells power. Customers on old tariffs could save more than £300 by switching.", []),
        ("Acme Corp is a grocer. UK average prices narrowed to 117 pence per litre for petrol.", []),
        ("Acme Corp collapsed, leaving a trail of creditors facing losses of almost £300m.", []),
        ("Acme Corp made a loss of £3m.", [("Acme Corp", "loss", 3e6)]),
    ],
)
def test_what_others_save_charge_and_lose(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "product", "start"),
    [
        ("Acme Corp posted revenue of Rs 212 crore in 2015.", None, "2015-01-01"),
        ("Acme Corp's annual sales have doubled. Profit rose in the second quarter of 2016 by 3 percent.", None, None),
        ("Acme Corp employs 1,300 workers at its plant in Peru, opened in 2006, which makes lifts.", None, None),
    ],
)
def test_of_which_goods_and_time(extractor, text, product, start):
    claim = next(one for one in extractor.extract(text, published=PUBLISHED, id="test") if one.quantity is not None)
    assert (claim.product, str(claim.period.start) if claim.period else None) == (product, start)


def test_who_polls_analysts_is_not_who_they_speak_of(extractor):
    found = extractor.extract("Acme Corp's revenue was $11 billion, against the $10 billion analysts polled by Globex had expected.", published="2016-08-10", id="test")
    assert {c.subject.name for c in found} == {"Acme Corp"}


def test_the_maker_of_a_brand_says_what_is_its_own(extractor):
    text = "Acme Foods has nine plants. The maker of Zelia's sauces and Crispo snacks said profit dropped 41 per cent in 2015."
    (claim,) = [one for one in extractor.extract(text, published="2016-02-10", id="test") if one.predicate == "profit"]
    assert claim.subject.name == "Acme Foods"
