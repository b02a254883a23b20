"""Plain agency prose: cables of the eighties, bids, share prices in eighths, what estimates and surveys say."""

from __future__ import annotations

import pytest

from extractor.article import Article, clean
from extractor.mentions.quantities import find_quantities


def told(extractor, text, published="1987-03-12"):
    """Kind, predicate, subject, low, high and unit of every numeric claim, in order."""
    claims = extractor.extract(text, published=published, id="test")
    return [
        (c.kind, c.predicate, c.subject.name, c.quantity.low, c.quantity.high, c.quantity.unit) for c in claims if c.kind in ("sales", "figure", "target")
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It earned 12.4 mln dlrs, or 85 cts a share.", [(12.4e6, "USD"), (0.85, "USD")]),
        ("It earned 33.2 mln stg, 12 billion marks and 3 mln Canadian dlrs.", [(33.2e6, "GBP"), (12e9, "DEM"), (3e6, "CAD")]),
        ("Shares shot up 11-5/8 to 29-3/8.", [(11.625, "USD"), (29.375, "USD")]),
        ("Shares fell 1/2 to 17-1/4.", [(0.5, "USD"), (17.25, "USD")]),
        ("Shares rose 1-1/8 to 54.", [(1.125, "USD"), (54, "USD")]),
        ("The bank raised its rate to 8-1/2 percent.", [(8.5, "percent")]),
        ("They won 3-1.", []),
    ],
)
def test_cables_count_in_dlrs_and_eighths(text, values):
    assert [(one.quantity.low, one.quantity.unit) for one in find_quantities(text)] == values


def test_a_ticker_in_brackets_is_no_name(extractor):
    found = told(extractor, "LONDON, March 12 - Globex Plc <GBXL> said pretax profit rose to 33.2 mln stg in 1986 from 28.1 mln.")
    assert [one[2] for one in found] == ["Globex Plc", "Globex Plc"]


@pytest.mark.parametrize(
    ("text", "kind", "price"),
    [
        ("Initech Corp may draw a richer bid than 27 dlrs per share from Globex Inc, dealers said.", "target", 27),
        ("Globex Inc offered to buy Initech Corp for $61 a share in cash.", "target", 61),
        ("Initech Corp rejected a proposal of $14.50 per share.", "target", 14.5),
        ("Globex Inc paid $61 per share for Initech Corp.", "figure", 61),
        ("Globex Inc has agreed to pay $61 a share for Initech Corp, valuing it at $3 billion.", "figure", 61),
        ("Globex Inc completed its acquisition of Initech Corp for $61 per share in cash.", "figure", 61),
    ],
)
def test_what_is_bid_for_a_share_is_planned_until_agreed(extractor, text, kind, price):
    found = [one for one in told(extractor, text) if one[1] == "share_price"]
    assert [(one[0], one[2].rstrip("."), one[3]) for one in found] == [(kind, "Initech Corp", price)]


def test_a_bid_values_the_company_bid_for(extractor):
    found = told(extractor, "Globex Inc has agreed to pay $61 a share for Initech Corp, valuing it at $3 billion.")
    assert [one for one in found if one[1] == "valuation"] == [("figure", "valuation", "Initech Corp", 3e9, 3e9, "USD")]


def valued(extractor, text, published="2015-07-06"):
    """Predicate, subject, quantity, place and period of every numeric claim."""
    claims = extractor.extract(text, published=published, id="test")
    return [
        (c.predicate, c.subject.name, c.quantity.low, c.place and c.place.name, c.period and str(c.period.start))
        for c in claims
        if c.kind in ("sales", "figure", "target")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Third and fourth-quarter profits should this year be $3 million and $4 million, respectively, Globex Corp said.",
            [("profit", "Globex Corp", 3e6, None, "2015-07-01"), ("profit", "Globex Corp", 4e6, None, "2015-10-01")],
        ),
        (
            "Sales at Globex Corp and Initech Corp rose 3 percent and 4 percent, respectively.",
            [("revenue", "Globex Corp", 3, None, None), ("revenue", "Initech Corp", 4, None, None)],
        ),
        (
            "Globex Corp's revenue and net profit rose 12 percent and 15 percent, respectively, in 2014.",
            [("revenue", "Globex Corp", 12, None, "2014-01-01"), ("profit", "Globex Corp", 15, None, "2014-01-01")],
        ),
        (
            "Globex Corp's net profit was $3 million and $4 million in 2013 and 2014, respectively.",
            [("profit", "Globex Corp", 3e6, None, "2013-01-01"), ("profit", "Globex Corp", 4e6, None, "2014-01-01")],
        ),
        (
            "Globex Corp's sales in Germany and France fell 3 percent and 4.5 percent, respectively.",
            [("revenue", "Globex Corp", -3, "Germany", None), ("revenue", "Globex Corp", -4.5, "France", None)],
        ),
        (
            "Globex Inc and Initech Inc held 23 percent and 19 percent of the market respectively.",
            [("market_share", "Globex Inc", 23, None, None), ("market_share", "Initech Inc", 19, None, None)],
        ),
    ],
)
def test_respectively_gives_each_its_own(extractor, text, expected):
    assert valued(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "published", "start"),
    [
        ("Analysts expect Globex Corp to report a second-quarter profit of $2 million.", "2015-07-06", "2015-04-01"),
        ("A survey tips April-June operating profit of Globex Corp at $2 million.", "2015-07-06", "2015-04-01"),
        ("Analysts forecast Globex Corp's fourth-quarter sales at $2 million.", "2015-01-20", "2014-10-01"),
        ("Globex Corp forecasts third-quarter sales of $2 million.", "2015-07-20", "2015-07-01"),
        ("Globex Corp forecasts first-quarter sales of $2 million.", "2015-11-20", "2016-01-01"),
    ],
)
def test_results_that_are_expected_are_those_of_the_quarter_just_over(extractor, text, published, start):
    assert [one[4] for one in valued(extractor, text, published)] == [start]


def test_the_employer_of_a_speaker_is_not_spoken_of(extractor):
    text = (
        "Globex Corp shares fell 3 percent. Earnings will be $2 million, KLM Asset Management fund manager Choi Min-soo said."
    )
    claims = extractor.extract(text, published="2015-07-06", id="test")
    assert {c.subject.name for c in claims if c.kind in ("figure", "target")} == {"Globex Corp"}
    assert [(c.subject.name, c.object.name) for c in claims if c.kind == "person"] == [("Choi Min-soo", "KLM Asset Management")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Data from researcher Initech released in June showed that Globex Corp sold phones.", []),
        ("Globex Corp sold 6 million Widget phones from the April 10 launch to now.", [("Globex Corp", "2015-04-10")]),
        ("Globex Corp must compete with the Initech Corp that analysts expect will launch in September.", [("Initech Corp", "2015-09-01")]),
        ("The product launch was a success in May, Globex Corp said.", []),
    ],
)
def test_what_is_launched_when(extractor, text, expected):
    claims = extractor.extract(text, published="2015-07-06", id="test")
    assert [(c.subject.name, str(c.period.start)) for c in claims if c.predicate == "launched"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex Corp said its 920 stores would remain open.", [("figure", "sites", "Globex Corp", 920)]),
        (
            "US supermarket group Globex is bankrupt. The Tampa, Florida-based firm has debts of $2 billion.",
            [("figure", "debt", "Globex", 2e9)],
        ),
        (
            "Globex Corp plans to save $3.3 billion in costs, a little more than the $2.9 billion it had expected.",
            [("target", "cost", "Globex Corp", -3.3e9), ("target", "cost", "Globex Corp", -2.9e9)],
        ),
        (
            "Initech Inc INI +4.81% ended the day with a gain of nearly 5 percent, to close at $1,073.20 a share.",
            [("figure", "share_price", "Initech Inc", 5), ("figure", "share_price", "Initech Inc", 1073.2)],
        ),
        (
            "Shares in Globex fell 9% in early trade. By the end of trade, though, they had made good their losses and were 5p higher at 276p.",
            [("figure", "share_price", "Globex", -9), ("figure", "share_price", "Globex", 0.05), ("figure", "share_price", "Globex", 2.76)],
        ),
        ("Globex Corp will slash $50 off the cost of its phones.", [("target", "price", "Globex Corp", -50)]),
        ("Globex Corp must beat the roughly $300 Zeta Box.", [("figure", "price", "Zeta Box", 300)]),
        ("Globex Corp unveiled a $499 tablet.", [("figure", "price", "Globex Corp", 499)]),
        ("Globex Corp got a $50 discount and set a $20 target.", []),
        ("Globex Corp's prices averaged $36,400, above the $33,000 industry average.", [("figure", "price", "Globex Corp", 36400)]),
    ],
)
def test_plain_prose(extractor, text, expected):
    assert [one[:4] for one in told(extractor, text, "2010-06-14")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Globex Corp bought startup Initech Ltd. Initech did not respond to requests for comment. This year, it paid $350 million for Hooli Ltd.",
        "Globex Corp makes the Zeta phone. The Zeta maker grows. This year, it paid $350 million for Hooli Ltd.",
    ],
)
def test_who_does_not_answer_and_what_is_made_are_not_spoken_of(extractor, text):
    claims = extractor.extract(text, published="2010-06-14", id="test")
    assert [c.subject.name for c in claims if c.kind == "deal" and c.object.name.startswith("Hooli")] == ["Globex Corp"]


@pytest.mark.parametrize(
    ("text", "clean_text"),
    [
        ("Acme Inc. ACM -7.24% failed to gain.", "Acme Inc. failed to gain."),
        ("Acme Corp <ACM> said so.", "Acme Corp said so."),
        ("Sales rose +3.1% at Acme.", "Sales rose +3.1% at Acme."),
        ("The IPO <b>rose</b>.", "The IPO <b>rose</b>."),
    ],
)
def test_quotes_of_the_exchange_are_not_read(text, clean_text):
    assert clean(Article(text)).text == clean_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A group of Globex Corp would post yearly sales of $30bn (£15.7bn; 22.1bn euros) and could make 60 million tonnes a year.",
            [("target", "revenue", "Globex Corp", 30e9), ("target", "capacity", "Globex Corp", 60e6)],
        ),
        (
            'Globex Corp guided for 2017 sales of $495 million and "at least" 31 net new diner openings.',
            [("target", "revenue", "Globex Corp", 495e6), ("target", "sites", "Globex Corp", 31)],
        ),
        ("Globex Corp, a 30% shareholder in Hooli Motors, decided not to pay.", [("figure", "stake", "Globex Corp", 30)]),
        (
            "Globex Motors has agreed a deal to supply French car maker Initech with 30,000 off-road vehicles.",
            [("figure", "orders", "Globex Motors", 30000)],
        ),
        ("Globex Corp will cut its workforce by between 7,000 and 8,000 a year.", [("target", "jobs", "Globex Corp", -8000)]),
        ("Globex Corp told of the £5.9bn rights issue launched by Initech plc.", [("figure", "funding", "Initech plc", 5.9e9)]),
        ("Globex Corp has lost around 25% of its market value since January.", [("figure", "valuation", "Globex Corp", -25)]),
        ("Globex Corp has had 40 straight quarters of sales growth.", []),
        ("Globex Corp spoke of the $130 billion merger in September.", []),
    ],
)
def test_what_prose_joins(extractor, text, expected):
    assert [one[:4] for one in told(extractor, text, "2016-06-14")] == expected


def test_a_headline_quotes_what_will_be(extractor):
    claims = extractor.extract(
        "Globex Corp could cut up to 450 jobs, it has said. Work goes on.", title="Steel firm 'to cut' 450 jobs", published="2005-02-04"
    )
    assert {c.kind for c in claims if c.predicate == "jobs"} == {"target"}


def test_what_a_company_was_part_of_is_not_listed(extractor):
    text = "Globex Corp grew from a division of the Initech Group into a much admired stock market flotation in 1997."
    claims = extractor.extract(text, published="2005-02-04", id="test")
    assert {c.subject.name for c in claims if c.predicate == "listed"} == {"Globex Corp"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Globex Corp forecast fourth-quarter revenue below estimates. The company expects revenue of $6.1 billion for the quarter.",
            [("revenue", "Globex Corp", 6.1e9, None, "2015-10-01")],
        ),
        (
            "Globex Corp's profit was 70 cents a share in 2014, above estimates of 68 cents.",
            [("eps", "Globex Corp", 0.7, None, "2014-01-01"), ("eps", "Globex Corp", 0.68, None, "2014-01-01")],
        ),
        ("Globex Corp's sales fell 5 percent as a slump in Europe hurt.", [("revenue", "Globex Corp", -5, None, None)]),
        ("Sales at U.S. stores open at least a year rose 3.4 percent, Globex Corp said.", [("revenue", "Globex Corp", 3.4, "U.S.", None)]),
        (
            "Globex Corp's shares, down 40 percent this year, rose 3 percent on Monday.",
            [("share_price", "Globex Corp", -40, None, "2015-01-01"), ("share_price", "Globex Corp", 3, None, "2015-10-26")],
        ),
        ("Globex Corp said profit for the year to December would be about $85 million.", [("profit", "Globex Corp", 85e6, None, "2015-01-01")]),
        ("Globex Corp's board approved raising up to $5 million.", [("funding", "Globex Corp", None, None, None)]),
        ("Globex Corp's shares ended 2 percent lower, even as the Sensex gained 0.2 percent.", [("share_price", "Globex Corp", None, None, "2015-10-27"), ("share_price", "Sensex", None, None, "2015-10-27")]),
    ],
)
def test_times_places_and_owners_of_figures(extractor, text, expected):
    found = valued(extractor, text, "2015-10-27")
    assert [(*one[:2], one[2] if want[2] is not None else None, *one[3:]) for one, want in zip(found, expected, strict=True)] == expected


def test_who_says_it_is_it_and_acts_on_another(extractor):
    text = "Tilworth Inc. jumped after beverage maker Constella said it would invest a further $5 billion in the company."
    claims = extractor.extract(text, published="2015-10-27", id="test")
    assert [(c.subject.name, c.object.name.rstrip(".")) for c in claims if c.kind == "deal"] == [("Constella", "Tilworth Inc")]


@pytest.mark.parametrize(
    "text",
    [
        "Globex Corp finance chief Kari Moe will leave in November and be replaced by Nils Dahl, who joins from Fjordtel.",
        "Nils Dahl will take over as finance chief of Globex Corp in November. He replaces Kari Moe.",
    ],
)
def test_an_office_is_handed_on(extractor, text):
    claims = extractor.extract(text, published="2015-10-27", id="test")
    offices = {(c.subject.name, c.object.name, c.status) for c in claims if c.kind == "person"}
    assert ("Nils Dahl", "Globex Corp", "incoming") in offices
    assert {name for name, house, _ in offices if house == "Globex Corp"} == {"Nils Dahl", "Kari Moe"}
