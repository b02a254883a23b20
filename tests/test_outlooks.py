"""What is aimed at, expected or planned: in which words, by whom, and of whom."""

from __future__ import annotations

import pytest

LEAD = "Globex Corp makes lifts. "


def outlooks(extractor, text):
    """Predicate, low, high, outlook and speaker of every numeric claim, in order."""
    claims = [c for c in extractor.extract(LEAD + text, published="2019-05-14", id="test") if c.kind in ("sales", "figure", "target")]
    assert {c.subject.name for c in claims} <= {"Globex Corp"}
    return [(c.predicate, c.quantity.low, c.quantity.high, c.outlook, c.attribution and c.attribution.speaker.name) for c in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The company is picking operating profit of $27 million to $30 million for 2019.", [("operating_profit", 27e6, 30e6, "forecast", None)]),
        ("It has set its sights on sales of $3 billion by 2025.", [("revenue", 3e9, 3e9, "target", None)]),
        ("It reckons on profits of $40 million this year.", [("profit", 40e6, 40e6, "forecast", None)]),
        ("It is bracing for a loss of $20 million in the second quarter.", [("loss", 20e6, 20e6, "forecast", None)]),
        ("It is budgeting for capital spending of $300 million.", [("investment", 300e6, 300e6, "plan", None)]),
        ("It put its capital expenditure for next year at $400 million.", [("investment", 400e6, 400e6, "plan", None)]),
        (
            "Its profit fell to $74 million, missing the $96 million that analysts had on average expected.",
            [("profit", 74e6, 74e6, None, None), ("profit", 96e6, 96e6, "forecast", None)],
        ),
        ("It said forward sales stood at $512 million.", [("orders", 512e6, 512e6, None, None)]),
        ("The funding values the Oslo-based company at $1.4 billion.", [("valuation", 1.4e9, 1.4e9, None, None)]),
        ("It has pencilled in sales growth of 5 percent for 2020.", [("revenue", 5, 5, "forecast", None)]),
        ("It has not needed to raise money — it last raised $30 million in 2014.", [("funding", 30e6, 30e6, None, None)]),
        (
            "It expects sales of $379 million for the year, compared with previous expectations of sales of $370 million.",
            [("revenue", 379e6, 379e6, "forecast", None), ("revenue", 370e6, 370e6, "forecast", None)],
        ),
        (
            "It updated its 2019 guidance for earnings to between $40 million and $42 million, from between $36 million and $37 million previously.",
            [("profit", 40e6, 42e6, "forecast", None), ("profit", 36e6, 37e6, "forecast", None)],
        ),
        ("Sales should top $2 billion in 2020.", [("revenue", 2e9, 2e9, "forecast", None)]),
        ("It warned that 2019 pre-tax profit would be no better than £3m.", [("profit", None, 3e6, "forecast", None)]),
        (
            "Revenue rose 26% to $431.9 million, ahead of the $428 million average projection.",
            [("revenue", 26, 26, None, None), ("revenue", 431.9e6, 431.9e6, None, None), ("revenue", 428e6, 428e6, "forecast", None)],
        ),
        (
            "It guided to full-year revenue of $3.1 billion, against the $3.3 billion analysts were hoping for.",
            [("revenue", 3.1e9, 3.1e9, "forecast", None), ("revenue", 3.3e9, 3.3e9, "forecast", None)],
        ),
        ("Sales reached $2 billion in 2018, not the $3 billion it had promised.", [("revenue", 2e9, 2e9, None, None), ("revenue", 3e9, 3e9, "target", None)]),
    ],
)
def test_ways_of_expecting(extractor, text, expected):
    assert outlooks(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Securities now sees pre-tax profits of £310m this year.", [("profit", 310e6, 310e6, "forecast", "Acme Securities")]),
        ("Jane Roe, an analyst at Acme & Levy, has net profit of $29 million pencilled in.", [("profit", 29e6, 29e6, "forecast", "Jane Roe")]),
        ("Its broker, Acme Securities, shaved £2 million off its profit forecast for 2019, to £51 million.", [("profit", 51e6, 51e6, "forecast", "Acme Securities")]),
        (
            'Acme & Levy, which has a "hold" call on the stock with a target price of $1.25, expects earnings to recover to $19 million.',
            [("share_price", 1.25, 1.25, "forecast", "Acme & Levy"), ("profit", 19e6, 19e6, "forecast", "Acme & Levy")],
        ),
        (
            "Jane Roe, an analyst at Acme Securities, lowered her price target to $95 from $140.",
            [("share_price", 95, 95, "forecast", "Jane Roe"), ("share_price", 140, 140, "forecast", "Jane Roe")],
        ),
    ],
)
def test_who_forecasts_and_of_whom(extractor, text, expected):
    assert outlooks(extractor, text) == expected


def test_a_verb_before_a_dollar_is_no_currency(extractor):
    units = [c.quantity.unit for c in extractor.extract(LEAD + "Profit will top $2 billion. It paid all $3 million in fines.", id="test") if c.quantity]
    assert set(units) <= {"USD"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has 61 shops and wants 100 by 2022.", [("sites", 61, None), ("sites", 100, "target")]),
        ("It has 30,000 subscribers. It is aiming for 40,000 by the end of 2021.", [("users", 30000, None), ("users", 40000, "target")]),
        ("Profit was $3 million last year. It is hoping for $5 million this year.", [("profit", 3e6, None), ("profit", 5e6, "target")]),
        ("It opened 12 shops last year and plans another 20 this year.", [("sites", 12, None), ("sites", 20, "plan")]),
        ("Sales grew 3 percent last year. It is pencilling in 4 percent for this year.", [("revenue", 3, None), ("revenue", 4, "forecast")]),
        ("Its market share is 1.1 percent; it wants 1.5 by 2024.", [("market_share", 1.1, None), ("market_share", 1.5, "target")]),
        ("Sales were $3 billion last year. It faces a predicted $5 million.", [("revenue", 3e9, None)]),
        ("The company, which carried 3 million passengers in 2018, expects to carry 4 million this year.", [("users", 3e6, None), ("users", 4e6, "forecast")]),
        ("The company, which had sales of $3 billion last year, hopes to reach $5 billion by 2025.", [("revenue", 3e9, None), ("revenue", 5e9, "target")]),
        ("It invested $3 million last year. It hopes to reach $5 billion.", [("investment", 3e6, None)]),
    ],
)
def test_a_bare_amount_goes_on_from_what_was_measured(extractor, text, expected):
    claims = extractor.extract(LEAD + text, published="2019-05-14", id="test")
    assert [(c.predicate, c.quantity.low, c.outlook) for c in claims if c.kind in ("sales", "figure", "target")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Profits before tax matched market expectations at £26m, down 18%.", [("profit", 26e6, 26e6, None, None), ("profit", -18, -18, None, None)]),
        ("Revenue came in above analysts' forecasts at £40m.", [("revenue", 40e6, 40e6, None, None)]),
        ("It will sell shares, which boosts its value above its previous valuation of $180bn.", [("valuation", 180e9, 180e9, None, None)]),
        ("Profit was $40 million in 2018, compared with a forecast of $38 million.", [("profit", 40e6, 40e6, None, None), ("profit", 38e6, 38e6, "forecast", None)]),
        ("It wants to lift its margin to 15 percent by 2025 from the current 9 percent.", [("margin", 15, 15, "target", None), ("margin", 9, 9, None, None)]),
        ("Globex Corp, the lift maker with 130 shops in Spain, will be opening a shop in Oslo.", [("sites", 130, 130, None, None)]),
        ("The plant will make 150,000 lifts a year while employing 1,500 people.", [("capacity", 150e3, 150e3, "plan", None), ("employees", 1500, 1500, "plan", None)]),
        ("It means to open 30 shops.", [("sites", 30, 30, "plan", None)]),
        ("It sold 17,555 lifts in 2018, a 9 percent increase over 2017.", [("units_sold", 17555, 17555, None, None), ("units_sold", 9, 9, None, None)]),
        ("Its first-quarter sales were 26 percent greater than a year earlier.", [("revenue", 26, 26, None, None)]),
        ("It reported an increase of 24% in its net profit to £30m.", [("profit", 24, 24, None, None), ("profit", 30e6, 30e6, None, None)]),
        ("It posted a decline of 12% in sales.", [("revenue", -12, -12, None, None)]),
        ("It cut its forecasts. It expects sales of $300 million, against $320 million before.", [("revenue", 300e6, 300e6, "forecast", None), ("revenue", 320e6, 320e6, "forecast", None)]),
        ("It kept its profit forecast at £30m.", [("profit", 30e6, 30e6, "forecast", None)]),
        ("It reported a 12% rise in underlying profit before tax, to £88m.", [("profit", 12, 12, None, None), ("profit", 88e6, 88e6, None, None)]),
        ("It saw a 12% drop in sales at its shops, to £88m.", [("revenue", -12, -12, None, None), ("revenue", 88e6, 88e6, None, None)]),
        (
            "Sales fell 3 percent. Analysts had expected a fall of 2 percent, according to a consensus compiled by the company.",
            [("revenue", -3, -3, None, None), ("revenue", -2, -2, "forecast", None)],
        ),
    ],
)
def test_what_came_of_expectations(extractor, text, expected):
    assert outlooks(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Last month it said it would cut 300 jobs.", None),
        ("The company in January announced plans to open 40 stores.", None),
        ("In January, the company said it would cut 300 jobs by the end of 2020.", "2020-01-01"),
        ("It said it would cut 300 jobs in January.", "2020-01-01"),
    ],
)
def test_when_a_plan_was_told_is_not_when_it_is_for(extractor, text, start):
    (claim,) = (c for c in extractor.extract(LEAD + text, published="2019-05-14", id="test") if c.kind == "target")
    assert (str(claim.period.start) if claim.period else None) == start


def test_what_an_aside_tells_is_not_when_its_sentence_says(extractor):
    text = "Globex Corp, which acquired Acme Corp for $3 billion, lost $20 million in the third quarter."
    (deal,) = (c for c in extractor.extract(text, published="2019-05-14", id="test") if c.kind == "deal")
    assert deal.period is None


@pytest.mark.parametrize("verb", ["reach", "hit", "total", "top", "exceed", "come to", "amount to", "stand at"])
@pytest.mark.parametrize("noun", ["shipments", "production", "deliveries"])
def test_a_count_is_a_level_by_any_verb_of_reaching(extractor, noun, verb):
    found = outlooks(extractor, f"It expects {noun} to {verb} 300,000 lifts in 2020.")
    assert [(low or high, outlook) for _, low, high, outlook, _ in found] == [(300e3, "forecast")]


def test_what_came_before_is_of_no_time_to_come(extractor):
    found = outlooks(extractor, "It will create 300 jobs over the next two years after annual sales exceeded $4 billion.")
    assert found == [("jobs", 300, 300, "plan", None), ("revenue", 4e9, None, None, None)]


def test_what_was_expected_on_average(extractor):
    found = outlooks(extractor, "It lost $3 billion, worse than the $2.6 billion expected on average by analysts.")
    assert found == [("loss", 3e9, 3e9, None, None), ("loss", 2.6e9, 2.6e9, "forecast", None)]


def test_a_time_that_opens_what_follows_is_not_that_of_what_came_before(extractor):
    text = "Globex Corp is selling Acme Corp to Initech Inc and in April agreed to buy Hooli Inc for $3 billion."
    deals = {one.object.name.rstrip("."): one for one in extractor.extract(text, published="2019-05-14", id="test") if one.kind == "deal" and one.subject.name == "Globex Corp"}
    assert deals["Acme Corp"].period is None and str(deals["Hooli Inc"].period.start) == "2019-04-01"


def test_what_a_quote_expects_is_not_what_stands_beside_it(extractor):
    text = 'Acme Corp\'s boss said, "We expect a better year," adding that its sales had doubled.'
    assert [one.predicate for one in extractor.extract(text, published="2021-06-15") if one.kind in ("sales", "target")] == ["revenue"]
    assert not [one for one in extractor.extract(text, published="2021-06-15") if one.kind == "target"]


def test_neither_of_two(extractor):
    text = "Acme Corp makes phones, and so does Globex Inc, but neither Acme Corp nor Globex Inc sells phones in Norway."
    assert [one.negated for one in extractor.extract(text, published="2021-06-15") if one.kind == "market" and one.place.name == "Norway"] == [True, True]


def test_what_is_in_the_middle_of_guidance(extractor):
    found = outlooks(extractor, "Capital investment totalled $836 million, at the top end of its $750-850 million guidance.")
    assert found == [("investment", 836e6, 836e6, None, None), ("investment", 750e6, 850e6, "forecast", None)]


def test_when_results_were_posted_is_not_what_they_are_of(extractor):
    text = "Globex Corp posted a 5 percent rise in third-quarter profit to $15 million in October."
    claims = [one for one in extractor.extract(text, published="2019-11-14", id="test") if one.predicate == "profit"]
    assert {str(one.period.start) for one in claims} == {"2019-07-01"}


def test_a_bare_amount_expected_is_in_the_money_told(extractor):
    found = outlooks(extractor, "Profit climbed 31% to 1.4 billion yen. Analysts had on average expected 1.25 billion.")
    assert found[-1] == ("profit", 1.25e9, 1.25e9, "forecast", None)


def test_what_is_cut_and_no_measure_is_none(extractor):
    assert len(outlooks(extractor, "It will invest $8 million in two furnaces that would cut emissions by 80 percent.")) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp's revenue beat consensus estimates but earnings per share were $1.33.", [("figure", "eps", 1.33, None)]),
        (
            "Sales of Acme Corp's drug were lighter than expected ($522 million instead of expectations of $537 million).",
            [("sales", "revenue", 522e6, None), ("target", "revenue", 537e6, "forecast")],
        ),
        (
            "Acme Corp has lofty goals, which include doubling its sales by 2030 and a valuation of $1 trillion.",
            [("target", "revenue", 100, "target"), ("target", "valuation", 1e12, "target")],
        ),
        ("Acme Corp, which gets its profits from vans, said it would shift $7 billion toward trucks.", [("target", "investment", 7e9, "plan")]),
    ],
)
def test_what_is_beside_expectations_and_goals(extractor, text, expected):
    claims = extractor.extract(text, published="2021-06-15", id="test")
    assert [(c.kind, c.predicate, c.quantity.low, c.outlook) for c in claims if c.quantity] == expected


def test_a_move_of_margins_told_by_points(extractor):
    claims = extractor.extract("Acme Corp expects one percentage point of improvement in operating margins.", published="2021-06-15", id="test")
    assert [(c.predicate, c.basis, c.quantity.low) for c in claims] == [("margin", "change", 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Acme Corp makes pumps. On Tuesday Acme cut its operating profit forecast for the year to March by 48% to $95 million.",
            [("operating_profit", 95e6, "2021-04-01", "forecast")],
        ),
        (
            "Acme Corp on Tuesday raised its full-year forecast for operating profit to $60 million. Net income for the year to March 2022 will be $30 million.",
            [("operating_profit", 60e6, "2021-04-01", "forecast"), ("profit", 30e6, "2021-04-01", "forecast")],
        ),
        (
            "Acme Corp makes pumps. Sales were $60 million in May, above the $58 million estimated by the six analysts.",
            [("revenue", 60e6, "2021-05-01", None), ("revenue", 58e6, "2021-05-01", "forecast")],
        ),
        ("TOKYO (Reuters) -Acme Corp said sales rose to $60 million in May.", [("revenue", 60e6, "2021-05-01", None)]),
    ],
)
def test_what_is_forecast_of_a_year_of_its_own(extractor, text, expected):
    claims = extractor.extract(text, published="2021-06-15", id="test")
    assert {c.subject.name for c in claims} == {"Acme Corp"}
    assert [(c.predicate, c.quantity.low, str(c.period.start), c.outlook) for c in claims if c.quantity] == expected


@pytest.mark.parametrize(
    ("text", "outlook", "denied"),
    [
        ("Acme Corp plans to save $300 million a year by 2023.", "plan", False),
        ("Acme Corp is planning to cut $300 million of costs.", "plan", False),
        ("Acme Corp aims to cut costs by $300 million a year.", "target", False),
        ("Acme Corp expects to save $300 million a year by 2023.", "forecast", False),
        # a target that was not met was one, all the same
        ("Acme Corp failed to meet its target of 300,000 car sales last year.", "target", False),
        ("Acme Corp did not reach its goal of 300 shops.", "target", False),
        ("Acme Corp said it would not cut 300 jobs.", "plan", True),
        ("Acme Corp would not comment on whether it would cut 300 jobs.", "plan", False),
    ],
)
def test_savings_planned_and_targets_missed(extractor, text, outlook, denied):
    [claim] = [one for one in extractor.extract(text, published="2021-06-15") if one.kind == "target"]
    assert (claim.outlook, claim.negated) == (outlook, denied)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The company announced that it was axing 640 posts and shutting 12 depots.", [("jobs", -640, -640, "plan", None), ("sites", -12, -12, "plan", None)]),
        ("The company is shutting two plants and laying off 300 people.", [("sites", -2, -2, "plan", None), ("jobs", -300, -300, "plan", None)]),
        ("It said on Monday it was adding 40 stores.", [("sites", 40, 40, "plan", None)]),
        ("The company was cutting 640 jobs when the crisis struck.", [("jobs", -640, -640, None, None)]),
        ("It said in 2009 that it was cutting 300 jobs.", [("jobs", -300, -300, None, None)]),
        ("The company has been closing 20 stores a year.", [("sites", -20, -20, None, None)]),
        ("The company announced a 15 percent cut in its workforce, or 230 jobs.", [("employees", -15, -15, "plan", None), ("jobs", -230, -230, "plan", None)]),
        ("Its mill is to close and will take with it 80 posts.", [("jobs", -80, -80, "plan", None)]),
        ("It will trim its staff to the tune of 90 posts.", [("jobs", -90, -90, "plan", None)]),
        ("The repairs were made to the tune of $2 million.", []),
        ("Some 240 posts would go at its lift division, it said, and 35 from the sales office.", [("jobs", -240, -240, "plan", None), ("jobs", -35, -35, "plan", None)]),
        ("The 60 workers at its foundry will be offered new posts.", [("employees", 60, 60, None, None)]),
        ("Some 60 workers at the foundry walked out.", []),
        ("Its pay bill climbed to £21m from £19m.", [("cost", 21e6, 21e6, None, None), ("cost", 19e6, 19e6, None, None)]),
    ],
)
def test_jobs_and_plants_that_go(extractor, text, expected):
    assert outlooks(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lowered its forecast for the year to March to 30,000 lifts from 40,000.", [("units_sold", 30_000, 30_000, "forecast", None), ("units_sold", 40_000, 40_000, "forecast", None)]),
        ("It trimmed its shipment forecast to 90,000 units.", [("units_sold", 90_000, 90_000, "forecast", None)]),
        ("It kept its full-year sales target of 21,000 lifts.", [("units_sold", 21_000, 21_000, "target", None)]),
        ("It left its annual forecast unchanged at 30,000 lifts.", [("units_sold", 30_000, 30_000, "forecast", None)]),
        ("It cut its production target for the year to 80,000 lifts.", [("production", 80_000, 80_000, "target", None)]),
        ("It cut its emissions target to 40,000 tonnes.", []),
        ("Its target of 40 countries has not changed.", []),
        ("Its plant, with a planned annual output of 20,000 lifts, opens soon.", [("production", 20_000, 20_000, "target", None)]),
    ],
)
def test_goods_that_are_forecast(extractor, text, expected):
    assert outlooks(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The company is setting up a 2.5-mtpa mill at Salem in Tamil Nadu at an estimated cost of Rs 1,700 crore.",
            [("capacity", 2.5e6, 2.5e6, "plan", None), ("investment", 17e9, 17e9, "plan", None)],
        ),
        ("It built a plant in Oslo at a cost of $40m in 2015.", [("investment", 40e6, 40e6, None, None)]),
        ("It is building a mill and has a capacity of 300,000 tonnes a year.", [("capacity", 300_000, 300_000, None, None)]),
        ("It expects full-year earnings to exceed last year's $27 million.", [("profit", 27e6, 27e6, None, None)]),
        ("Two of its plants in Peru are to close with the loss of 310 jobs.", [("sites", -2, -2, "plan", None), ("jobs", -310, -310, "plan", None)]),
        (
            "Its profit was 95 billion yen, against a consensus of 98 billion yen in a poll of 17 analysts.",
            [("profit", 95e9, 95e9, None, None), ("profit", 98e9, 98e9, "forecast", None)],
        ),
    ],
)
def test_what_is_being_built_and_what_it_is_set_against(extractor, text, expected):
    assert outlooks(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A strong spring saw the company's turnover climb 8% to £90m.", [("revenue", 8, 8, None, None), ("revenue", 90e6, 90e6, None, None)]),
        ("Its pre-tax profits were up a fifth at £12m.", [("profit", 20, 20, None, None), ("profit", 12e6, 12e6, None, None)]),
        ("Its sales rose a third time in May.", []),
        ("Its lift will cost $1,990 with a two-year contract or $5,990 without one.", [("price", 1990, 1990, "plan", None), ("price", 5990, 5990, "plan", None)]),
        ("It is to pay $40m to settle claims that it misled investors.", [("fine", 40e6, 40e6, None, None)]),
        ("It may pay $40m to settle claims that it misled investors.", [("fine", 40e6, 40e6, "forecast", None)]),
    ],
)
def test_what_is_seen_paid_and_charged(extractor, text, expected):
    assert outlooks(extractor, text) == expected
