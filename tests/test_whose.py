"""Whom a claim is about, where others are named beside him: who is fined, who sells, whom a pronoun stands for."""

from __future__ import annotations

import pytest
from numeric_claims import PUBLISHED, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex Corp fell too, paying the Norland Securities Commission $250m to settle charges.", [("Globex Corp", 250e6)]),
        ("Acme Corp agreed to pay the SEC $12m to settle a probe.", [("Acme Corp", 12e6)]),
        ("Acme Corp has agreed to pay $400m to the US to end a lawsuit over its app.", [("Acme Corp", 400e6)]),
        ("Others to have paid penalties are Acme Corp, which in 2012 paid $17m, and Globex Corp, which paid $27m.", [("Acme Corp", 17e6), ("Globex Corp", 27e6)]),
        ("The FTC levied a $5m penalty against Acme Corp in May.", [("Acme Corp", 5e6)]),
        ("The SEC reached a $14m settlement with Acme Funds.", [("Acme Funds", 14e6)]),
        ("Acme Corp reached a $45m settlement with Globex Corp.", [("Acme Corp", 45e6)]),
        ("The court slapped Acme Corp with a $20m penalty.", [("Acme Corp", 20e6)]),
        ("Acme Corp was handed a £3m penalty by the Financial Conduct Authority.", [("Acme Corp", 3e6)]),
        ("The SEC has imposed penalties totalling $2bn on 15 funds.", []),
        ("A former finance director at Acme Corp received a jail sentence and a fine of $250,000.", []),
        ("The regulator fined a former Acme Corp trader, John Roe, £45,000.", [("John Roe", 45e3)]),
    ],
)
def test_who_is_fined(extractor, text, expected):
    assert [(name, low) for name, predicate, low in told(extractor, text) if predicate == "fine"] == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Profit at the Grain and Cattle Corporation rose 3 percent. The corporation employs 400 people.", ["Grain and Cattle Corporation"] * 2),
        ("Norland's Ports and Harbours Board employs 4,000 people.", ["Ports and Harbours Board"]),
        ("The US Timber and Mining Commission said it employs 4,000 people. The TMC sold 3 million trees.", ["Timber and Mining Commission"] * 2),
        ("Rosewood and Finch said net profit rose 4 percent. Rosewood and Finch has 40 shops.", ["Rosewood and Finch"] * 2),
        ("Zeltra and Bostok said net profit rose 4 percent. Zeltra and Bostok are rivals. Zeltra and Bostok has 40 shops.", ["Zeltra", "Zeltra"]),
        ("Acme and Globex Group are rivals. Globex Group said sales rose 4 percent.", ["Globex Group"]),
        ("German Zeltra said profit rose 4 percent. Zeltra makes lifts.", ["Zeltra"]),
        ("Norland Airways said profit rose 4 percent.", ["Norland Airways"]),
        ("Five Acme Corp subsidiaries made a profit of $3m. Acme Corp will appeal.", ["Acme Corp"]),
        ("Advisers Holt Brothers are understood to have made a profit of $3m.", ["Holt Brothers"]),
        ("Second-placed Zeltra sold 3m phones. Loss-making Bostok sold 4m.", ["Zeltra", "Bostok"]),
        ("Gaming group Hastings will sell six tracks. BLX bought a stake in Hastings. Shares in Hastings rose 7.6%.", ["Hastings", "Hastings"]),
        ("Zeltra has 40 shops, sources told the FT. But Bostok said that sales had fallen 4 percent.", ["Zeltra", "Bostok"]),
    ],
)
def test_where_names_begin_and_end(extractor, text, names):
    assert [name for name, *_ in told(extractor, text)] == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Carmakers Zeltra and Bostok sold 3m and 2m cars last year.", [("Zeltra", 3e6), ("Bostok", 2e6)]),
        ("Acme Corp and Globex Corp reported sales of $3m and $2m.", [("Acme Corp", 3e6), ("Globex Corp", 2e6)]),
        ("Acme Corp and Globex Corp own 30% and 20% of Initech Inc.", [("Acme Corp", 30), ("Globex Corp", 20)]),
        ("Acme Corp and Globex Corp will merge, and will invest $3m and $2m.", [("Acme Corp", 3e6), ("Acme Corp", 2e6)]),
        ("Zeltra Corp and Acme Corp agreed a deal on Monday. Both had made losses of $3m.", [("Zeltra Corp", 3e6), ("Acme Corp", 3e6)]),
        ("Zeltra, the Dutch lamp maker, and Acme Corp, the US grocer, made profits of $3m and $2m.", [("Zeltra", 3e6), ("Acme Corp", 2e6)]),
        ("Carmakers such as Zeltra and Acme Corp lost $3bn in 2009.", [("Carmakers", 3e9)]),
        ("Acme Corp, Globex Corp and Initech Inc sold 3 million phones each.", [("Acme Corp", 3e6), ("Globex Corp", 3e6), ("Initech Inc", 3e6)]),
    ],
)
def test_amounts_of_a_list_of_companies(extractor, text, expected):
    assert sorted((name, low) for name, _, low in told(extractor, text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp makes shoes. Between 2008 and 2012, Globex Inc said, it saw a 32% fall in sales.", [("Globex Inc", -32)]),
        ("The company behind Zeltra, Globex Corp, said it had 40 million users.", [("Globex Corp", 40e6)]),
        ("Acme Corp, which lost deals with Zeltra and Globex Inc, said it made a profit of $3m.", [("Acme Corp", 3e6)]),
        ("Acme Corp fell. Profits have dropped at bicycle retailer Halden. It made a loss of £19.9m.", [("Halden", 19.9e6)]),
        ("Acme Corp makes shoes.\n\nSales were lower at toy chain Halden. The retailer lost £4m.", [("Halden", 4e6)]),
        ("Acme Corp bought Globex Inc, enabling the latter to cut 300 jobs.", [("Globex Inc", -300)]),
        ("Acme Corp bid for Globex Inc. The former made a profit of $3m.", [("Acme Corp", 3e6)]),
        ("Acme Corp's decision led Globex Inc to cut its sales forecast to $3 billion.", [("Globex Inc", 3e9)]),
        ("Acme Corp asked Globex Inc to invest $3m.", [("Globex Inc", 3e6)]),
        (
            "Acme Corp, Norland's third-biggest bank, spoke to Globex Inc, Norland's biggest bank.\n\nAcme's plans are new. The bank made a profit of $3m.",
            [("Acme Corp", 3e6)],
        ),
        ("Besides the 12,000 job cuts at its European mills, Globex Inc is closing Zeltra, its paint brand. Zeltra is old.", [("Globex Inc", -12000)]),
    ],
)
def test_whom_a_pronoun_stands_for(extractor, text, expected):
    assert [(name, low) for name, _, low in told(extractor, text)] == expected


def test_what_speaks_is_no_product(extractor):
    text = "Norland Auto Corp will build the Rova 25, said the four owners of Rova. Rova told the Herald that it had cut 300 jobs. NAC cut 200 jobs."
    assert [name for name, *_ in told(extractor, text)] == ["Rova", "Norland Auto Corp"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp will rank alongside Globex Inc with 7% of the market.", [("Acme Corp", 7)]),
        ("Acme's parent Globex Holdings made a loss of $4m. Acme makes paint.", [("Globex Holdings", 4e6)]),
        ("Acme Corp's retail arm, Zeltra, made a profit of $3m.", [("Zeltra", 3e6)]),
        ("The Norland Energy Administration said oil output would fall 3 percent next month.", [("oil output", -3)]),
        (
            "Phone shipments fell, said Colm Research. Zeltra sold 3m phones and had 9 percent of the market.\n\nIn Norway, shipments were down 4 percent, Colm Research said.",
            [("Zeltra", 3e6), ("Zeltra", 9), ("shipments", -4)],
        ),
        ("Sales of stakes in firms including Zeltra Inc raised 1.17bn euros.", []),
        ("Acme Corp makes paint. Jane Roe, head of UK equities for Globex Investments, said a 300p a share bid would do.", [("Acme Corp", 3.0)]),
        ("The year saw nickel prices rise 43%, with copper up 36%.", [("nickel", 43), ("copper", 36)]),
        ("Acme Corp lost $3m. The maker of the Zeta phone sold 40,000 of them.", [("Acme Corp", 3e6), ("Acme Corp", 40e3)]),
        ("Acme Corp makes paint.\nThe owner of Zesto, Globex Inc, made a loss of $3m.", [("Globex Inc", 3e6)]),
    ],
)
def test_whose_figure_it_is(extractor, text, expected):
    assert [(name, low) for name, _, low in told(extractor, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp has asked a court to halt the sale. Globex Corp bought its unit. Acme said it made a loss of $3m.", [("Acme Corp", 3e6)]),
        ("Jet Airways flies from Oslo. Rivals King Airlines and SpiceWing fell. Jet has 3,000 staff. It made a profit of $3m.", [("Jet Airways", 3000), ("Jet Airways", 3e6)]),
        ("Vantel Corp has agreed to buy part of Claris Inc. Vantel made a loss of $3m, Claris said.", [("Vantel Corp", 3e6)]),
        ("Vantel Corp has lost its top rating. Claris Inc makes phones. Vantel had been cut by Claris, having lost $3m.", [("Vantel Corp", 3e6)]),
        ("Vantel Corp was unable to reach agreement with its lenders. Claris Inc fell. Vantel has debts of $3bn.", [("Vantel Corp", 3e9)]),
        ("Rosco Foods owns the Fresh Barn chain. The chain has 300 stores.", [("Fresh Barn", 300)]),
        ("Vantel Corp has made a loss of $3m. Zeltra Corp, which owns 65 percent of the company, made $4m.", [("Vantel Corp", 3e6), ("Zeltra Corp", 65), ("Zeltra Corp", 4e6)]),
        ("Zeltra Corp's largest investor, Vantel Capital, owns 12 percent of the company.", [("Vantel Capital", 12)]),
        ("Globex Corp agreed to buy Claris Inc. The acquired company made a profit of $4m.", [("Claris Inc.", 4e6)]),
        ("Revenue at Zeltra Corp fell 4 percent after a 12 percent drop at its Claris arm.", [("Zeltra Corp", -4), ("Claris", -12)]),
        ("Acme Corp makes cars. Acme's Globex unit made a loss of $3m.", [("Globex", 3e6)]),
        ("Zeltra Motors makes cars. Its Vantel brand made a loss of $30m.", [("Vantel", 3e7)]),
        ("Rosco bought the unit after Zeltra Corp was forced to cut 300 jobs.", [("Zeltra Corp", -300)]),
        ("Acme Corp's shares shed 2.1%, with Globex Corp dropping 1.7%.", [("Acme Corp", -2.1), ("Globex Corp", -1.7)]),
        ("Stockpiles of crude and gasoline are up 9 percent.", []),
        ("US tycoon Jack Glade bought shares in Acme Corp. Mr Glade's family met. Shares in Glade fell. Mr Glade owns 28% of Acme.", [("Jack Glade", 28)]),
        ("Giuseppe Moroni left Fiatta. Fiatta bought part of Grand Motors. GM made a profit of $2bn.", [("Grand Motors", 2e9)]),
        ("Zeltra is up for sale. Globex Bank has valued its film unit at £300m.", [("Zeltra", 300e6)]),
        ("Zeltra fell. Globex Bank started coverage and set a target share price for the company of $300.", [("Zeltra", 300)]),
        ("Five Bank of Norland subsidiaries made a profit of $5m.", [("Bank of Norland", 5e6)]),
        ("BPX spent $7.5bn to create oil firm TNX-BPX.", [("BPX", 7.5e9)]),
    ],
)
def test_who_is_meant(extractor, text, expected):
    assert [(name, low) for name, _, low in told(extractor, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp's sales rose to $3m, more than the $1m that Globex Inc reported.", [("Acme Corp", 3e6), ("Globex Inc", 1e6)]),
        ("Acme Corp sold 3 million phones, compared with the 2 million phones sold by Globex Inc.", [("Acme Corp", 3e6), ("Globex Inc.", 2e6)]),
        ("Sales at Acme Corp's German rival Globex Inc rose 3 percent.", [("Globex Inc", 3)]),
        ("Acme Corp fell. Sales at its larger rival, Zeltra, rose 6 percent.", [("Zeltra", 6)]),
        ("Customers spent $3m at Acme Corp shops.", []),
        ("Zeltra, Acme Corp's shoe brand, had sales of $3m.", [("Zeltra", 3e6)]),
        ("Acme Corp has 29 percent of the market, followed by Zeltra, a local brand whose 16 percent was a surprise.", [("Acme Corp", 29), ("Zeltra", 16)]),
        ("The Dale family, which owns 22% of Acme Corp, has agreed to sell.", [("Dale family", 22)]),
        ("Acme Corp took part. It brings the total raised by Zeltra to $58 million. Zeltra makes cars.", [("Zeltra", 58e6)]),
        (
            "Shares fell. Acme Inc. (ACM) retreated 11 percent, while Zeltra Inc., a producer of memory, decreased 1 percent.",
            [("Acme Inc.", -11), ("Zeltra Inc.", -1)],
        ),
        ("Globex Bank, which advises Acme Corp, valued the company at $3bn.", [("Acme Corp", 3e9)]),
        ("Acme Corp's chairman, Jane Roe, said Globex Inc had offered 300p a share.", [("Acme Corp", 3)]),
        ("Acme Corp sells crafts. Revenue was $881 million, excluding Reverbo.", [("Acme Corp", 881e6)]),
        (
            "Acme Corp will list on Thursday.\n\nZeltra Inc reported a consolidated net profit of $3m. Consolidated revenue stood at $20m.\n\nAcme Corp will list.",
            [("Zeltra Inc", 3e6), ("Zeltra Inc", 20e6)],
        ),
        ("The strike at Globex Inc may affect 3 million Acme Corp customers.", [("Acme Corp", 3e6)]),
        ("Globex Inc runs 40 Acme Corp stores.", [("Globex Inc", 40)]),
        ("Acme Corp holds 3 percent of the market, while Globex Inc controls about 20 percent.", [("Acme Corp", 3), ("Globex Inc", 20)]),
        ("Norland's biggest brewer, Northern and Newfort (N&N), made a profit of $3m.", [("Northern and Newfort", 3e6)]),
        ("Activist investor Rockwater Capital owns 7 percent of Acme Corp.", [("Rockwater Capital", 7)]),
    ],
)
def test_of_two_companies(extractor, text, expected):
    assert [(name, low) for name, _, low in told(extractor, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp flies from Oslo. European airlines lost $3bn in 2009.", [("European airlines", 3e9)]),
        ("Acme Corp makes panels. The Norland solar industry had a capacity of 8 GW.", [("Norland solar industry", 8)]),
        ("Acme Corp's stores made a profit of $3m.", [("Acme Corp", 3e6)]),
        ("Acme Corp fell, and figures from the watchmakers' federation showed exports falling 16% in May.", [("exports", -16)]),
        ("Acme Corp makes cars. Norway was an exception, with sales up 12 percent.", [("Acme Corp", 12)]),
        (
            "Car sales fell 4 percent. Truck sales are down 2 percent, while sedan sales are down 12 percent.",
            [("Car sales", -4), ("Truck sales", -2), ("sedan sales", -12)],
        ),
    ],
)
def test_classes_countries_and_goods(extractor, text, expected):
    assert [(name, low) for name, _, low in told(extractor, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Acme Ltd's net profit rose 5 percent to $20 million. Globex Corp's fell 12 percent to $14 million.",
            [("Acme Ltd", "profit", 5), ("Acme Ltd", "profit", 20e6), ("Globex Corp", "profit", -12), ("Globex Corp", "profit", 14e6)],
        ),
        (
            "Acme Ltd's share of the market rose to 14 percent, while that of Globex Corp fell to 9 percent.",
            [("Acme Ltd", "market_share", 14), ("Globex Corp", "market_share", 9)],
        ),
        ("Acme Ltd's profit rose 5 percent. Globex Corp's fallen 12 percent this year.", [("Acme Ltd", "profit", 5)]),
        (
            "The three bicycle makers, Acme Cycles, Globex Cycles and a smaller rival, sold 7,000 bicycles in May. Their sales at home fell 3 percent. Exports dropped 11 percent.",
            [("three bicycle makers", "units_sold", 7000), ("three bicycle makers", "units_sold", -3), ("three bicycle makers", "units_sold", -11)],
        ),
        ("The carmaker, Acme Motor, sold 3,000 cars. Its domestic sales fell 3 percent.", [("Acme Motor", "units_sold", 3000), ("Acme Motor", "units_sold", -3)]),
        ("Acme Ltd said sales rose 3 percent, with Globex Corp reporting a 5 percent gain.", [("Acme Ltd", "revenue", 3), ("Globex Corp", "revenue", 5)]),
        ("Acme Ltd's profit rose 4 percent, with the lift unit making $3m.", [("Acme Ltd", "profit", 4), ("Acme Ltd", "profit", 3e6)]),
        ("Acme Ltd's sales rose 4 percent. Inflation in Spain was up 2 percent.", [("Acme Ltd", "revenue", 4)]),
        ("Acme Ltd's shares rose 4 percent. Spain was up 2 percent.", [("Acme Ltd", "share_price", 4)]),
    ],
)
def test_of_another_and_of_a_class(extractor, text, expected):
    assert told(extractor, text) == expected


def test_a_market_country_by_country(extractor):
    text = "Tractor sales in Europe rose 3% in May. Norway recorded healthy growth of 8%. Spain (down 2%) and the Netherlands (down 5%) lagged."
    found = [(c.subject.name, c.place.name, c.quantity.low, str(c.period.start)) for c in extractor.extract(text, published=PUBLISHED, id="test")]
    assert found == [("Tractor sales", place, growth, "2016-05-01") for place, growth in (("Europe", 3), ("Norway", 8), ("Spain", -2), ("Netherlands", -5))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Ltd makes tires. Spain generates a third of its $400 million in revenue.", [("Acme Ltd", "revenue", 400e6)]),
        ("About 60 posts are to be lost with the closure of a dairy in Hull. Acme Foods, which makes cheese, said it lost money.", [("Acme Foods", "jobs", -60)]),
        ("Employers in Spain cut 40,000 jobs in May, figures showed. Acme Foods said demand had fallen.", []),
        (
            "Shipments of tablets in Spain fell to 1.4 million units in the fourth quarter. Acme Ltd led the market with 410,000 units, a share of 29 percent. "
            "Globex Corp came second with 300,000, down 14 percent, and Initech Corp was third on 220,000.",
            [
                ("tablets", "units_sold", 1.4e6), ("Acme Ltd", "units_sold", 410_000), ("Acme Ltd", "market_share", 29),
                ("Globex Corp", "units_sold", 300_000), ("Globex Corp", "units_sold", -14), ("Initech Corp", "units_sold", 220_000),
            ],
        ),
    ],
)  # fmt: skip
def test_named_next_and_ranked(extractor, text, expected):
    assert told(extractor, text) == expected
