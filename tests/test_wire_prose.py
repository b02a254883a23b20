"""Results and share prices as news wires write them: lists of companies, estimates beside results, shares over a time."""

from __future__ import annotations

import pytest

from extractor.mentions.quantities import find_quantities

NUMERIC = ("sales", "figure", "target")


def measured(extractor, text, published="2019-02-21"):
    """Predicate, subject, low, high and the days of the period of every numeric claim, in order."""
    claims = extractor.extract(text, published=published, id="test")
    return [
        (
            c.predicate,
            c.subject.name.rstrip("."),
            c.quantity.low,
            c.quantity.high,
            f"{c.period.start}..{c.period.end}" if c.period and c.period.end else None,
        )
        for c in claims
        if c.kind in NUMERIC
    ]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It foresees a loss of between $65 million and $55 million.", 55e6, 65e6),
        ("It sees revenue between 1.2 billion and 1 billion euros.", 1e9, 1.2e9),
        ("It has between 60 and 50 stores.", 50, 60),
    ],
)
def test_a_range_may_begin_at_its_upper_end(text, low, high):
    assert [(one.quantity.low, one.quantity.high) for one in find_quantities(text)] == [(low, high)]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Shares of Globex Corp at first popped 8% in after-hours trading on Thursday.", 8),
        ("Globex Corp's shares cratered 8% on Thursday.", -8),
        ("Globex Corp's stock zoomed 6% on Thursday.", 6),
        ("Shares in Globex Corp nosedived 30 percent on Thursday.", -30),
    ],
)
def test_shares_pop_and_crater(extractor, text, low):
    assert measured(extractor, text) == [("share_price", "Globex Corp", low, low, "2019-02-21..2019-02-21")]


def test_a_bump_is_a_rise(extractor):
    found = measured(extractor, "Globex Corp saw a 47% bump in subscription revenue in 2018.")
    assert [one[:4] for one in found] == [("revenue", "Globex Corp", 47, 47)]


def test_a_list_of_companies_tells_the_quarter_of_each(extractor):
    text = (
        "Globex Corp — Shares of the security company gained 6% on Thursday after its third-quarter earnings report. "
        "The company earned $1.74 per share from revenue of $1.32 billion.\n\n"
        "Initech Corp — Initech Corp jumped 5% on the back of the company's fourth-quarter results. "
        "The power firm earned 96 cents per share from revenue of $1.57 billion."
    )
    found = [(one[1], one[4]) for one in measured(extractor, text) if one[0] in ("eps", "revenue")]
    assert found == [("Globex Corp", "2018-07-01..2018-09-30")] * 2 + [("Initech Corp", "2018-10-01..2018-12-31")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Globex Corp, which is less than a month old, reported worse-than-expected profit growth in the fourth quarter. It earned $12 million.",
        "Globex Corp posted better-than-forecast earnings for the fourth quarter. It earned $12 million.",
    ],
)
def test_figures_are_of_the_quarter_that_the_lead_tells(extractor, text):
    assert measured(extractor, text) == [("profit", "Globex Corp", 12e6, 12e6, "2018-10-01..2018-12-31")]


@pytest.mark.parametrize(
    "text",
    [
        "Shares of Globex Corp gained 3% after the company reported a narrower loss during the fourth quarter.",
        "Shares of Globex Corp sank 3% to the lowest since its 2016 flotation on Thursday.",
    ],
)
def test_why_shares_moved_is_not_when(extractor, text):
    assert [one[4] for one in measured(extractor, text)] == ["2019-02-21..2019-02-21"]


def test_when_figures_came_out_is_not_what_they_are_of(extractor):
    found = measured(extractor, "Data released in January showed that Globex Corp sold 6 million phones.", published="2019-03-01")
    assert [one[4] for one in found] == [None]
    found = measured(extractor, "Globex Corp sold 6 million of the phones released in January.", published="2019-03-01")
    assert [one[:3] for one in found] == [("units_sold", "Globex Corp", 6e6)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Globex Corp's stock has slipped 4% so far this year.", "2019-01-01..2019-02-21"),
        ("Shares of Globex Corp are up 8% this year.", "2019-01-01..2019-02-21"),
        ("Globex Corp's shares were down 6 percent for the year.", "2019-01-01..2019-02-21"),
        ("Shares of Globex Corp have lost 40% over the past three months.", "2018-11-21..2019-02-21"),
        ("Globex Corp's shares have gained 12% over the past year.", "2018-02-21..2019-02-21"),
        ("So far this year, Globex Corp's shares have climbed 20%.", "2019-01-01..2019-02-21"),
        ("Up to Wednesday's close, Globex Corp's shares had lost a third of their value this year.", "2019-01-01..2019-02-20"),
        ("Shares of Globex Corp, which opened 30 shops this year, rose 3 percent on Thursday.", "2019-02-21..2019-02-21"),
    ],
)
def test_shares_move_over_a_time_that_ends_today(extractor, text, period):
    assert [one[4] for one in measured(extractor, text) if one[0] == "share_price"] == [period]


def speakers(extractor, text):
    claims = extractor.extract(text, published="2019-02-21", id="test")
    return [(c.quantity.low, c.attribution.speaker.name if c.attribution and c.attribution.speaker else None) for c in claims if c.kind in NUMERIC]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Globex Corp earned 2 cents a share, while analysts tracked by Hollis were expecting 4 cents a share.",
            [(0.02, None), (0.04, "Hollis")],
        ),
        (
            "Globex Corp earned 9 cents a share. The Hollis consensus called for a loss of 12 cents a share and sales of $488 million.",
            [(0.09, None), (-0.12, "Hollis"), (488e6, "Hollis")],
        ),
        ("Globex Corp earned 12 cents a share, beating the Hollis Consensus Estimate of 10 cents.", [(0.12, None), (0.1, "Hollis")]),
        (
            "Globex Corp posted a profit of $12 million. The analysts surveyed by Hollis call for first-quarter sales of $478 million.",
            [(12e6, None), (478e6, "Hollis")],
        ),
    ],
)
def test_whose_estimate_is_set_against_a_result(extractor, text, expected):
    assert speakers(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "low"),
    [
        ("Globex Corp lost 31 cents a share, against the 35-cent loss analysts surveyed by Hollis were expecting.", "target", -0.35),
        ("Globex Corp lost 31 cents a share. Analysts expected a 20-cent per-share loss.", "target", -0.2),
        ("Globex Corp lost 31 cents a share, against the 35-cent loss expected by analysts.", "target", -0.35),
        ("Globex Corp lost 31 cents a share after a 12-cent loss in 2017.", "figure", -0.12),
    ],
)
def test_a_loss_in_cents_is_one_a_share(extractor, text, kind, low):
    claims = extractor.extract(text, published="2019-02-21", id="test")
    found = [(c.kind, c.predicate, c.subject.name, c.quantity.low) for c in claims if c.kind in NUMERIC]
    assert found == [("figure", "eps", "Globex Corp", -0.31), (kind, "eps", "Globex Corp", low)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Shares of Globex Corp fell. Hollis Partners was gloomiest with a price target of $7. The stock is currently trading at $11.66.",
            [("target", "Globex Corp", 7), ("figure", "Globex Corp", 11.66)],
        ),
        (
            "Shares of Globex Corp fell. Hollis Partners raised its price target on Initech Corp to $30 from $28.",
            [("target", "Initech Corp", 30), ("target", "Initech Corp", 28)],
        ),
        ("Shares of Globex Corp fell. Hollis Partners has a $45 price objective on the stock.", [("target", "Globex Corp", 45)]),
        ("Shares of Initech Corp fell. Hollis Partners cut its target price for Globex Corp to $12 a share.", [("target", "Globex Corp", 12)]),
    ],
)
def test_a_price_target_is_of_the_company_it_is_set_for(extractor, text, expected):
    claims = extractor.extract(text, published="2019-02-21", id="test")
    assert [(c.kind, c.subject.name.rstrip("."), c.quantity.low) for c in claims if c.predicate == "share_price"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Globex Corp expects a 23% operating margin for the first quarter, and one of 27% for the full year.",
            ["2019-01-01..2019-03-31", "2019-01-01..2019-12-31"],
        ),
        ("Globex Corp expects sales of $20 million for the quarter and $100 million for the full year.", [None, "2019-01-01..2019-12-31"]),
        ("Globex Corp expects sales of $20 million for the first quarter.", ["2019-01-01..2019-03-31"]),
        (
            "Globex Corp reported fourth-quarter results. Revenue rose to $565 million. Analysts had expected earnings of 37 cents a share and revenue of $558 million.",
            ["2018-10-01..2018-12-31"] * 3,
        ),
        ("Globex Corp last week reported a 63 percent rise in profit.", [None]),
    ],
)
def test_what_guidance_and_estimates_are_for(extractor, text, expected):
    assert [one[4] for one in measured(extractor, text)] == expected


def test_a_fact_beside_forecasts_that_were_beaten(extractor):
    claims = extractor.extract("Globex Corp posted results above analysts' forecasts, and it topped $2 billion in annual sales.", published="2019-02-21", id="test")
    assert [(c.kind, c.quantity.low, c.outlook) for c in claims if c.kind in NUMERIC] == [("sales", 2e9, None)]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Globex Corp became a public company in September.", "2018-09-01"),
        ("Globex Corp, which became a publicly traded company in 2011, makes valves.", "2011-01-01"),
        ("Globex Corp sank to the lowest since its 2016 flotation on Thursday.", "2016-01-01"),
        ("Globex Corp's flotation on Thursday was a success.", "2019-02-21"),
    ],
)
def test_when_a_company_went_public(extractor, text, start):
    claims = extractor.extract(text, published="2019-02-21", id="test")
    assert [(c.subject.name, str(c.period.start)) for c in claims if c.predicate == "listed"] == [("Globex Corp", start)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Shares of Globex Corp fell on Thursday after the retailer gave a weak outlook.\n\nEarnings per share: $1.22 adjusted vs. $1.18 expected\n\n"
            "Revenue: $8.51 billion vs. $8.44 billion expected",
            [("figure", "eps", 1.22, None), ("target", "eps", 1.18, None), ("sales", "revenue", 8.51e9, None), ("target", "revenue", 8.44e9, None)],
        ),
        (
            "Shares of Globex Corp fell on Thursday.\n\nLoss per share: 12 cents, adjusted, vs. 15 cents expected by Hollis",
            [("figure", "eps", -0.12, None), ("target", "eps", -0.15, "Hollis")],
        ),
        (
            "Shares of Globex Corp fell on Thursday.\n\nAdjusted EPS of $2.30 versus $2.25 estimated",
            [("figure", "eps", 2.3, None), ("target", "eps", 2.25, None)],
        ),
    ],
)
def test_results_set_against_what_was_expected_of_them(extractor, text, expected):
    claims = extractor.extract(text, published="2019-02-21", id="test")
    found = [(c.kind, c.predicate, c.quantity.low, c.attribution.speaker.name if c.attribution else None) for c in claims if c.kind in NUMERIC]
    assert found == expected
    assert {c.subject.name for c in claims} == {"Globex Corp"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Globex Corp earned $3 million. The average estimate of four analysts surveyed by Hollis was for earnings of 41 cents per share.",
            [("figure", 3e6), ("target", 0.41)],
        ),
        ("Globex Corp lost $3 million. Losses, adjusted for write-downs, were 44 cents per share.", [("figure", 3e6), ("figure", -0.44)]),
        ("Globex Corp lost C$3 million, or 22 Canadian cents per share.", [("figure", 3e6), ("figure", -0.22)]),
        ("Globex Corp expects per-share earnings of $2 to $3.", [("target", 2)]),
    ],
)
def test_estimates_and_losses_a_share(extractor, text, expected):
    claims = extractor.extract(text, published="2019-02-21", id="test")
    assert [(c.kind, c.quantity.low) for c in claims if c.kind in NUMERIC] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Globex Mining Corp produced 612,000 ounces of gold in January, up from 580,000 ounces a year ago.",
            [("production", 612000), ("production", 580000)],
        ),
        ("Globex Mining Corp said cash costs fell to $612 an ounce from $640.", [("cost", 612), ("cost", 640)]),
        ("Globex Mining Corp's platinum sales rose to 351,000 ounces from 330,000 ounces.", [("units_sold", 351000), ("units_sold", 330000)]),
        ("Globex Mining Corp said the price of gold was $1,312 an ounce.", [("price", 1312)]),
    ],
)
def test_what_miners_dig_sell_and_spend(extractor, text, expected):
    assert [(one[0], one[2]) for one in measured(extractor, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For the current quarter ending in March, Globex Corp expects earnings of 50 cents to 55 cents a share.", ["2019-01-01..2019-03-31"]),
        ("Globex Corp declared a dividend of 73 cents a share, payable on March 10.", ["2019-03-10..2019-03-10"]),
        ("Globex Corp, which employs 33,000 people, reported a loss of 68 cents a share for January.", [None, "2019-01-01..2019-01-31"]),
        ("Globex Corp plans to cut 3,900 jobs after a poor holiday season.", [None]),
        (
            "For the quarter ended Jan. 31, Globex Corp reported a profit of $61 million, compared with a year-earlier loss of $18 million.",
            ["None..2019-01-31", "None..2018-01-31"],
        ),
        (
            "For the year, Globex Corp expects sales of $4.2 billion; in November it had projected $4.1 billion.",
            ["2019-01-01..2019-12-31", "2019-01-01..2019-12-31"],
        ),
    ],
)
def test_times_beside_figures_that_are_not_theirs(extractor, text, expected):
    assert [one[4] for one in measured(extractor, text)] == expected


def test_where_a_cause_lies_is_not_where_a_figure_holds(extractor):
    claims = extractor.extract("Globex Corp's revenue rose 4 percent, buoyed by strong demand in Norway.", published="2019-02-21", id="test")
    assert [(c.predicate, c.place) for c in claims if c.kind in NUMERIC] == [("revenue", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Globex Corp's revenue rose to $432.9 million, while analysts surveyed by Hollis had been anticipating $418 million.",
            [("sales", 432.9e6, None), ("target", 418e6, "forecast")],
        ),
        (
            "Globex Corp's revenue rose to $432.9 million, but analysts had been hoping for $500 million.",
            [("sales", 432.9e6, None), ("target", 500e6, "forecast")],
        ),
        (
            "A survey tips Globex Corp's 2019 profit to recover to 27 billion won from a three-year low of 25 billion won in 2017.",
            [("target", 27e9, "forecast"), ("figure", 25e9, None)],
        ),
    ],
)
def test_what_analysts_look_for_is_a_forecast(extractor, text, expected):
    claims = extractor.extract(text, published="2019-02-21", id="test")
    assert [(c.kind, c.quantity.low, c.outlook) for c in claims if c.kind in NUMERIC] == expected
    assert {c.subject.name for c in claims} == {"Globex Corp"}


def test_shares_that_decline_are_no_sales(extractor):
    text = "Globex Corp's revenue rose 4 percent. Shares of Globex have lost 40% over the past three months."
    assert [(one[0], one[2]) for one in measured(extractor, text)] == [("revenue", 4), ("share_price", -40)]


def test_users_tell_the_quarter_of_what_follows(extractor):
    text = "Globex Corp's users reached 191 million in the quarter ended Dec. 31. Its revenue of $230.7 million missed estimates of $244.5 million."
    assert [one[4] for one in measured(extractor, text)] == ["None..2018-12-31"] * 3


def test_what_profit_is_to_fall_from_is_of_another_year(extractor):
    found = measured(extractor, "Globex Corp's profit is expected to fall to $3 million from last year's peak of $4 million.")
    assert [one[4] for one in found] == [None, "2018-01-01..2018-12-31"]


def test_as_low_as_is_a_level(extractor):
    text = "Shares of Globex Corp fell 11.3 percent to $18.92 after falling as low as $18.50 earlier in the day."
    claims = extractor.extract(text, published="2019-02-21", id="test")
    assert sorted((c.basis, c.quantity.low) for c in claims) == [("change", -11.3), ("level", 18.5), ("level", 18.92)]


def test_when_a_forecast_was_made_is_not_what_it_is_for(extractor):
    text = "Globex Corp expects revenue of $1.4 billion. In October it predicted $1.5 billion to $1.6 billion."
    assert [(one[2], one[4]) for one in measured(extractor, text)] == [(1.4e9, None), (1.5e9, None)]


def test_a_house_that_only_polls_is_not_spoken_of(extractor):
    text = "Globex Cement SAB reported a profit of $286 million. Analysts polled by Hollis had expected $202 million. The company's sales fell 2 percent."
    assert {one[1] for one in measured(extractor, text)} == {"Globex Cement SAB"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex Corp raised its quarterly dividend 20 percent to 30 cents a share.", [("dividend", 20), ("dividend", 0.3)]),
        ("Globex Corp cut its workforce 10 percent.", [("employees", -10)]),
        ("Globex Corp grew sales 4 percent to $3 billion.", [("revenue", 4), ("revenue", 3e9)]),
    ],
)
def test_what_a_company_raises_and_cuts_by(extractor, text, expected):
    assert [(one[0], one[2]) for one in measured(extractor, text)] == expected


def test_an_average_of_estimates_is_what_was_expected(extractor):
    text = "Globex Corp's profit was $1.10 a share, trailing the $1.25 average of 22 estimates compiled by Hollis."
    claims = extractor.extract(text, published="2019-02-21", id="test")
    assert [(c.kind, c.quantity.low) for c in claims if c.kind in NUMERIC] == [("figure", 1.1), ("target", 1.25)]


def test_the_shares_are_not_those_named_after_them(extractor):
    text = "Globex Corp earned $3 million. The shares have declined 21 percent this year, compared with a 3.4 percent gain at Initech Corp."
    assert [one[1] for one in measured(extractor, text)][:2] == ["Globex Corp", "Globex Corp"]


def test_a_lowered_target_was_a_range(extractor):
    text = "Globex Corp lowered its 2019 capital spending target to about $16 billion from $17 billion to $19 billion."
    assert [(one[2], one[3]) for one in measured(extractor, text)] == [(16e9, 16e9), (17e9, 19e9)]


def test_a_quarter_that_ended_is_over(extractor):
    text = "Globex Corp expects a loss of $3 million for the quarter ended Jan. 28."
    assert [one[4] for one in measured(extractor, text)] == ["None..2019-01-28"]


def test_job_cuts_are_not_of_the_quarter_told_before(extractor):
    text = "Globex Corp said fourth-quarter sales fell 8 percent and it would eliminate 150 jobs."
    assert [one[4] for one in measured(extractor, text)] == ["2018-10-01..2018-12-31", None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex Corp employs 39,000 people at 125 sites.", [("employees", "Globex Corp", 39000), ("sites", "Globex Corp", 125)]),
        (
            "Globex Corp's revenue rose 4 percent. Its plants used 106 million litres of water, down 0.3 percent.",
            [("revenue", "Globex Corp", 4)],
        ),
        ("Globex Parks Inc's revenue rose 9 percent as attendance rose 3 percent.", [("revenue", "Globex Parks Inc", 9), ("users", "Globex Parks Inc", 3)]),
        (
            "Globex Corp forecast a profit of $3 million, according to a survey by Hollis. Shares of Globex closed down 0.7 percent.",
            [("profit", "Globex Corp", 3e6), ("share_price", "Globex Corp", -0.7)],
        ),
        ("MELBOURNE (Dow Jones)--Globex Resources Ltd. said output rose 8%.", [("production", "Globex Resources Ltd", 8)]),
    ],
)
def test_what_stands_beside_other_amounts(extractor, text, expected):
    assert [one[:3] for one in measured(extractor, text)] == expected


def test_a_summer_hit_dates_nothing(extractor):
    text = 'Globex Studios Inc posted a profit of $1.85 billion, a 33 percent rise, on the strength of the summer hit "Zeta". Sales were $3 billion.'
    assert [one[4] for one in measured(extractor, text)] == [None] * 3


@pytest.mark.parametrize("segment", ["Cloud", "Subscription", "Passenger", "Cargo", "Gaming", "Memory", "Wireless", "Streaming"])
def test_what_a_segment_sells_is_no_name(extractor, segment):
    found = measured(extractor, f"Globex Corp reported better results. {segment} revenue climbed 31%.")
    assert [one[:3] for one in found] == [("revenue", "Globex Corp", 31)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Globex Corp earned 71 cents per share on revenue of $4.52 billion, topping the 65 cents and $4.40 billion Wall Street was looking for.",
            [("figure", "eps", 0.71), ("sales", "revenue", 4.52e9), ("target", "eps", 0.65), ("target", "revenue", 4.4e9)],
        ),
        (
            "Globex Corp swung to a loss of $119 million from a profit of $429 million, hurt by a 16 percent fall in freight rates.",
            [("figure", "loss", 119e6), ("figure", "profit", 429e6)],
        ),
        ("Globex Corp's revenue rose to $119 million, a 10 percent increase in constant currency.", [("sales", "revenue", 119e6), ("sales", "revenue", 10)]),
        ("Globex Pipelines LP declared a quarterly cash distribution of 57 cents per unit.", [("figure", "dividend", 0.57)]),
        (
            "Initech Corp agreed to buy Globex Corp, whose shareholders will get half a share for each of theirs, valuing the stock at $3.27.",
            [("target", "share_price", 3.27)],
        ),
    ],
)
def test_amounts_in_one_breath(extractor, text, expected):
    claims = extractor.extract(text, published="2019-02-21", id="test")
    assert [(c.kind, c.predicate, c.quantity.low) for c in claims if c.kind in NUMERIC] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Globex Corp's revenue rose to $1.08 billion, in line with expectations, while same-store sales fell 1.6%.",
            [("sales", "revenue", 1.08e9), ("sales", "revenue", -1.6)],
        ),
        (
            "Globex Corp expects EPS of $3.45 and revenue of $4.3 billion, compared with the Hollis consensus of $3.52 and $4.34 billion.",
            [("target", "eps", 3.45), ("target", "revenue", 4.3e9), ("target", "eps", 3.52), ("target", "revenue", 4.34e9)],
        ),
        (
            "Globex Corp earned $3 million. The Hollis consensus was for earnings of $1.01 a share on revenue of $9.1 billion.",
            [("figure", "profit", 3e6), ("target", "eps", 1.01), ("target", "revenue", 9.1e9)],
        ),
        (
            "Globex Mining Corp's copper output fell to 84,500 tons. It lowered its 2019 copper guidance to 350,000 to 370,000 tons from 390,000 to 410,000 tons.",
            [("figure", "production", 84500), ("target", "production", 350000), ("target", "production", 390000)],
        ),
        ("Globex Mining Corp's revenue fell. The average realized copper price was $4.02 a pound, compared with $4.68.", [("figure", "price", 4.02), ("figure", "price", 4.68)]),
    ],
)
def test_expectations_beside_facts(extractor, text, expected):
    claims = extractor.extract(text, published="2019-02-21", id="test")
    assert [(c.kind, c.predicate, c.quantity.low) for c in claims if c.kind in NUMERIC] == expected


def test_thats_up_from(extractor):
    text = "Globex Corp earned $1.7 billion, or 37 cents per share, in the fourth quarter. That's up from $1.6 billion, or 35 cents per share, a year ago."
    assert [(one[0], one[2], one[4]) for one in measured(extractor, text)][2:] == [
        ("profit", 1.6e9, "2017-10-01..2017-12-31"),
        ("eps", 0.35, "2017-10-01..2017-12-31"),
    ]
