"""Who comes and who goes, what two companies agree, and what that adds: claims of several kinds, a sentence each."""

from __future__ import annotations

import pytest

PUBLISHED = "2016-08-10"
A, G = "Acme Corp", "Globex Inc"


def deals(extractor, text):
    """The deals of a text: subject, predicate, object, outlook."""
    claims = extractor.extract(text, published=PUBLISHED, id="test")
    return {(one.subject.name.rstrip("."), one.predicate, one.object.name.rstrip("."), one.outlook) for one in claims if one.kind == "deal"}


def dates(extractor, text):
    """The dated events of a text: subject, predicate, first and last day, outlook."""
    claims = extractor.extract(text, published=PUBLISHED, id="test")
    return [(one.subject.name, one.predicate, str(one.period.start), str(one.period.end), one.outlook) for one in claims if one.kind == "date"]


def measures(extractor, text):
    """The numeric claims of a text: kind, predicate, basis, low, high, unit."""
    claims = extractor.extract(text, published=PUBLISHED, id="test")
    return [(c.kind, c.predicate, c.basis, c.quantity.low, c.quantity.high, c.quantity.unit) for c in claims if c.kind in ("sales", "figure", "target")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp and Globex Inc make paint. Shareholders of Globex backed the $2 billion Acme-Globex deal. Acme rose.", {(A, "acquires", G, None)}),
        ("Acme Corp and Globex Inc make paint. The Acme-Globex merger was backed by Globex. It said Acme rose.", {(A, "merges", G, None)}),
        ("Ann Lee, chief executive of Globex Inc, is to leave after her company agreed to sell itself to Acme Corp for $8 billion.", {(A, "acquires", G, "plan")}),
        ("Hooli Inc weighs an offer from Acme Corp to buy Globex Inc for $4 million.", {(A, "acquires", G, "plan")}),
        ("Acme Corp is teaming up with Globex Inc to make paint.", {(A, "partners", G, None)}),
        ("Ann Lee, who took over Acme Corp last week, will cut costs.", set()),
        ("Ann Lee took over Acme Corp for $3 million last week.", {("Ann Lee", "acquires", A, None)}),
        ("The Hewitt-Acme deal was backed by 3 banks.", set()),
    ],
)
def test_deals_of_two_names_offers_and_who_takes_over(extractor, text, expected):
    assert deals(extractor, text) == expected


def test_when_a_deal_closes_is_not_told_of_an_earlier_one(extractor):
    text = (
        "Acme Corp on Tuesday agreed to buy Globex Inc for $4 billion. In February it agreed to buy Initech Inc for $2 billion. "
        "Globex Inc makes paint in Leeds. The deal is expected to close in the fourth quarter."
    )
    deals = {one.object.name: one.period.start.month for one in extractor.extract(text, published=PUBLISHED) if one.kind == "deal"}
    assert deals == {"Globex Inc": 10, "Initech Inc": 2}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp on Tuesday agreed to buy Globex Inc for $4 billion.", [("Acme Corp", "signed", "2016-08-09", "2016-08-09", None)]),
        ("Acme Corp has been in talks to buy Globex Inc since May.", []),
        ("Acme Corp makes paint. Jane Roe, who took over the firm last week, will cut costs.", [("Jane Roe", "appointed", "2016-08-01", "2016-08-07", None)]),
        ("John Doe's departure from Acme Corp in May followed a fall in sales.", [("John Doe", "departed", "2016-05-01", "2016-05-31", None)]),
        ("Acme Corp has had no chairman since the resignation of John Doe in May.", [("John Doe", "departed", "2016-05-01", "2016-05-31", None)]),
        (
            "The board of Acme Corp announced the appointment of Jane Roe as treasurer with effect from 1 October 2016.",
            [("Jane Roe", "appointed", "2016-10-01", "2016-10-01", "plan")],
        ),
        ("Acme Corp said in a filing released on Monday that it would close.", []),
        ("Acme Corp's exit from the paint trade in May cost it dearly.", []),
    ],
)
def test_what_is_agreed_and_who_comes_and_goes_by_nouns(extractor, text, expected):
    assert dates(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The purchase of Initech will add about $40 million to Globex Corp's annual sales.", [("target", "revenue", "change", 40e6, 40e6, "USD")]),
        ("Globex Corp said the deal would add 5 percent to earnings per share.", [("target", "eps", "change", 5, 5, "percent")]),
        ("The deal should add 50 cents a share to Globex Corp's earnings.", [("target", "eps", "change", 0.5, 0.5, "USD")]),
        ("The storm knocked $3 million off Globex Corp's first-quarter profit.", [("figure", "profit", "change", -3e6, -3e6, "USD")]),
        (
            "Initech Corp and Hooli Inc each hold an 8 percent stake in Globex Corp.",
            [("figure", "stake", "level", 8, 8, "percent"), ("figure", "stake", "level", 8, 8, "percent")],
        ),
        ("Globex Corp, which sells drug plans, has a small drug plan business with a 4 percent market share.", [("figure", "market_share", "level", 4, 4, "percent")]),
    ],
)
def test_what_is_added_to_a_measure_and_had_by_each(extractor, text, expected):
    assert measures(extractor, text) == expected


def test_what_is_added_is_of_whose_measure_it_is(extractor):
    claims = extractor.extract("The purchase of Initech will add about $40 million to Globex Corp's annual sales.", published=PUBLISHED)
    assert [one.subject.name for one in claims if one.kind == "target"] == ["Globex Corp"]


@pytest.mark.parametrize(
    ("text", "role", "status"),
    [
        ("Acme Corp announced the appointment of Ann Lee as Vice President of Strategic Accounts, effective October 12, 2016.", "Vice President of Strategic Accounts", "incoming"),
        ("Acme Corp on Monday announced the appointment of Ann Lee as chief executive.", "chief executive", "current"),
        ("Acme Corp announced the election of Ann Lee to the board with effect from 1 July 2016.", "board member", "current"),
        ("Ann Lee was named chief executive of Acme Corp, effective March 1.", "chief executive", "incoming"),
    ],
)
def test_appointments_told_by_a_noun_and_from_when_they_hold(extractor, text, role, status):
    claims = extractor.extract(text, published=PUBLISHED)
    assert [(one.subject.name, one.role, one.status) for one in claims if one.kind == "person"] == [("Ann Lee", role, status)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"We grow in every market," said Ann Lee, chief executive of Acme Corp. "Our people have done well this year." Acme said it would open 3 shops.',
            [("Ann Lee", "We grow in every market, Our people have done well this year.")],
        ),
        ('Acme Corp makes paint. "Our people have done well this year." Acme said.', [("Acme Corp", "Our people have done well this year.")]),
        ('Acme Corp makes paint. "Our people have done well this year," Acme said as it opened 3 shops.', [("Acme Corp", "Our people have done well this year,")]),
    ],
)
def test_what_the_next_sentence_says_is_not_the_quote_before_it(extractor, text, expected):
    assert [(one.subject.name, one.text) for one in extractor.extract(text, published=PUBLISHED) if one.kind == "quote"] == expected


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Norland Inc will not sell its 20 percent stake in Acme Corp.", False),
        ("Norland Inc has no plans to cut its 20 percent stake in Acme Corp.", False),
        ("Norland Inc does not own 20 percent of Acme Corp.", True),
    ],
)
def test_a_stake_that_is_not_sold_is_had(extractor, text, negated):
    assert [one.negated for one in extractor.extract(text, published=PUBLISHED) if one.predicate == "stake"] == [negated]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp named Ann Lee chief executive, replacing Tom Brook.", {("Ann Lee", "executive", "current"), ("Tom Brook", "executive", "former")}),
        (
            "Ann Lee has been elected chairwoman of Acme Corp, succeeding Tom Brook, who will retire in May.",
            {("Ann Lee", "chair", "current"), ("Tom Brook", "chair", "current")},
        ),
        ("Acme Corp on Monday appointed Ann Lee as head of sales, succeeding Tom Brook.", {("Ann Lee", "executive", "current"), ("Tom Brook", "executive", "former")}),
        ("Acme Corp's board ousted Tom Brook as chief executive in May.", {("Tom Brook", "executive", "former")}),
        ("Acme Corp opened a plant for Ann Lee's brand in Leeds, replacing one that Tom Brook had built.", set()),
    ],
)
def test_who_is_replaced_has_had_the_office(extractor, text, expected):
    assert {(one.subject.name, one.predicate, one.status) for one in extractor.extract(text, published=PUBLISHED) if one.kind == "person"} == expected


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Acme Corp pleaded guilty and agreed to pay $12 million.", "Acme Corp"),
        ("Acme Corp agreed to pay $12 million to resolve claims that it overcharged.", "Acme Corp"),
        ("Acme Corp agreed to pay $12 million to end a probe into its sales.", "Acme Corp"),
        ("Acme Corp to pay $12 million to end sales probe", "Acme Corp"),
        ("Acme Corp settled the suit for about $12 million.", "Acme Corp"),
        ("Acme Corp must pay Globex Inc $12 million, a court ruled on Monday.", "Acme Corp"),
        ("Acme Corp resolved the dispute and sold phones for $12 million.", None),
        ("Acme Corp must pay $12 million for the plant.", None),
    ],
)
def test_what_is_paid_by_law_is_a_fine(extractor, text, subject):
    found = [one.subject.name for one in extractor.extract(text, published=PUBLISHED) if (one.kind, one.predicate) == ("figure", "fine")]
    assert found == ([subject] if subject else [])


def test_who_has_led_a_company_is_its_executive(extractor):
    claims = extractor.extract("Tom Brook, 58, has led Acme Corp since 2010.", published=PUBLISHED)
    assert [(one.subject.name, one.predicate, one.status) for one in claims if one.kind == "person"] == [("Tom Brook", "executive", "current")]


@pytest.mark.parametrize(
    "text",
    [
        "Acme Corp has won a 10-year contract worth $1.4 billion to haul ore for miner Globex Inc from its mine.",
        "Acme Corp has been awarded a contract worth $600 million for a plant by Globex Inc.",
        "Acme Corp won $6 billion of orders, including a $100 million contract with Globex Inc.",
    ],
)
def test_for_whom_a_contract_is_won(extractor, text):
    found = [one for one in extractor.extract(text, published="2016-08-10", id="test") if one.kind == "deal"]
    assert [(one.subject.name, one.predicate, one.object.name.rstrip(".")) for one in found] == [("Acme Corp", "contracts", "Globex Inc")]


@pytest.mark.parametrize(
    ("text", "outlook"),
    [
        ("Acme Corp announced the purchase of 40 lifts from Globex Inc.", None),
        ("Acme Corp is in talks with Globex Inc to place an order for 40 lifts.", "plan"),
    ],
)
def test_goods_ordered_by_nouns(extractor, text, outlook):
    found = [one for one in extractor.extract(text, published="2016-08-10", id="test") if one.kind == "deal"]
    assert [(one.predicate, one.object.name.rstrip("."), one.outlook) for one in found] == [("contracts", "Globex Inc", outlook)]


def test_a_listing_given_up_has_no_date(extractor):
    assert dates(extractor, "Acme Corp scrapped plans for a listing on June 30.") == []


def test_a_firm_that_was_launched_was_founded_and_goods_were_not(extractor):
    assert [one[1] for one in dates(extractor, "Acme Energy was launched in 1988. Its Zeta was launched in 1990.")] == ["founded", "launched"]


def test_what_a_part_was_bought_from_is_not_what_was_bought(extractor):
    claims = extractor.extract("Acme Corp, which bought the paint business from Globex Inc in 2004, makes jam.", published=PUBLISHED, id="test")
    assert [(one.subject.name, one.object and one.object.name) for one in claims if one.kind == "date"] == [(A, "paint business")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp was bought for about $120 million in 2015 by Globex Inc from Hooli Ltd.", [(G, "acquires", A, 120e6), ("Hooli Ltd", "divests", A, 120e6)]),
        # the business that was bought is that spoken of
        ("Acme Corp will shut a plant. The business was bought for £53m in 2011 by Globex Inc.", [(G, "acquires", A, 53e6)]),
        ("Acme Corp has won the bidding war for Globex Inc, paying £212m for the chain.", [(A, "acquires", G, 212e6)]),
        ("Globex Inc took Acme Corp private in 2006.", [(G, "acquires", A, None)]),
        # what is paid now is for what is bought now
        ("Acme Corp agreed to buy Globex Inc, its biggest deal since it bought Hooli Ltd in 2012. Acme will pay $9 million.", [(A, "acquires", G, 9e6), (A, "acquires", "Hooli Ltd", None)]),
        ("Acme Corp won a $90m contract to build two ferries for the Norwegian coastguard.", [(A, "contracts", "Norwegian coastguard", 90e6)]),
        ("Acme Corp won a R1.2bn contract to supply 18 locomotives to Zambia's state railway.", [(A, "contracts", "Zambia's state railway", 1.2e9)]),
        ("Acme Corp raised $3m from Hooli Growth and Globex Ventures.", [("Hooli Growth", "invests", A, 3e6), ("Globex Ventures", "invests", A, 3e6)]),
        ("Acme Corp raised $3m. Globex Ventures also took part in the round, as did Ann Lee, the founder of paint maker Hooli Ltd.", [("Globex Ventures", "invests", A, None), ("Ann Lee", "invests", A, None)]),
        ("Acme Corp will set up a plant with local partner Globex Inc in Vietnam.", [(A, "partners", G, None)]),
        ("Acme Corp and Globex Inc plan to merge.", [(A, "merges", G, None)]),
        ("Rival insurers Acme Corp and Globex Inc are to merge.", [(A, "merges", G, None)]),
        # to sell goods somewhere is no sale of them
        ("Acme Corp signed an agreement with Globex Inc, which will sell Zeta in Japan.", [(A, "partners", G, None)]),
        ("Acme Corp and Globex Inc are winding up their joint venture.", []),
    ],
)
def test_prices_orders_and_partners(extractor, text, expected):
    found = [one for one in extractor.extract(text, published=PUBLISHED, id="test") if one.kind == "deal"]
    assert [(one.subject.name.rstrip("."), one.predicate, one.object.name.rstrip("."), one.quantity and one.quantity.low) for one in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp has chosen Alabama for its second U.S. plant.", [("produces", "Alabama", "plan")]),
        ("Acme Corp picked Derby, England, as the site of a battery factory.", [("produces", "Derby", "plan")]),
        ("Acme Corp chose London for its listing.", []),
        ("Acme Corp will start flying from Nairobi to Lagos in September.", [("enters", "Lagos", "plan")]),
        ("Acme Corp will begin daily flights between Johannesburg and Nairobi.", [("enters", "Nairobi", "plan")]),
        ("Acme Corp plans to add Oslo and Bergen to its network.", [("enters", "Oslo", "plan"), ("enters", "Bergen", "plan")]),
        ("Acme Corp has plants in Leeds, England, and in Lyon, France.", [("produces", "Leeds", None), ("produces", "Lyon", None)]),
        ("Acme Corp is in talks to buy a quarry near Blantyre.", []),
    ],
)
def test_places_chosen_and_flown_to(extractor, text, expected):
    found = [one for one in extractor.extract(text, published=PUBLISHED, id="test") if one.kind == "market"]
    assert [(one.predicate, one.place.name, one.outlook) for one in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp has sold stakes in two gas fields to its rival Globex Inc for $370 million.", {(A, "divests", "gas fields", None), (G, "acquires", "gas fields", None)}),
        # the merger that has been told of is no other deal
        ("Acme Corp agreed to merge with Globex Capital. Hooli Ltd and Zeta Corp were sad. The companies expect to complete the merger in May.", {(A, "merges", "Globex Capital", "plan")}),
    ],
)
def test_stakes_in_fields_and_the_merger_told_of(extractor, text, expected):
    assert deals(extractor, text) == expected
