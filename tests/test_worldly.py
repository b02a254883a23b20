"""News of politics, law, war and sport in the words of business: what is no claim, and what beside it must stay one."""

from __future__ import annotations

import pytest


def told(extractor, text):
    """Kind, predicate, subject and object of every claim but the quotes."""
    claims = extractor.extract(text, published="2018-06-18", id="test")
    return [(one.kind, one.predicate, one.subject.name, one.object and one.object.name) for one in claims if one.kind != "quote"]


@pytest.mark.parametrize(
    "text",
    [
        "The Liberal Party won a 42 percent share of the vote, up 3 percent on 2014, while the Greens' share fell to 9 percent.",
        "The Liberal Party gained 12 seats and lost 4. The party has 120,000 members.",
        "Globia began the match in attacking style with Romulo Karel.",
        "Norland's rebels started negotiations with Jane Roe, the envoy, on the border.",
        "The Royal Commission into abuse heard on Monday that the school's former chairman, John Doe, knew of 40 complaints.",
        "The Royal Commission met. Counsel told the commission that the director of welfare, Mary Major, had been warned.",
        "The High Court heard that Sam Poe, a director, stole the money.",
        "On 5 December 2016 the Third Army launched a counter-offensive against rebel troops in Norland.",
        "The Volunteer Army entered Norland in May 2016.",
        "In January 2016, the guerrillas attacked the garrison, and their troops produced 400 rifles.",
        "The general led 45,000 men of the Northern Army across the river, and lost 300 regiments.",
        "Globex Rail said 60 passengers were hurt when the train derailed on Friday.",
        "Acme Ferries said 220 passengers and 14 crew were on board when it sank.",
        "Some 300 Acme Corp workers walked out on Monday.",
        "Globia United met Norland City. The match ended on Sunday.",
        "Hurricane Leo closed the airport on Monday.",
        "Operation Castor was launched in 2016.",
        "The Senate approved the bill on Thursday.",
        "House prices rose 4 percent, Acme Estates said. The average home costs 200,000 pounds. Rents rose 5 percent.",
        "The Taliban entered Kabul on Sunday.",
        "The Metropolitan Police said a court in Oslo fined the man 3,000 crowns.",
        "Turnover on the Oslo exchange was 4.2 billion crowns.",
        "Jane Roe spoke for Acme Corp on Monday. Household debt climbed to $9 trillion. The budget deficit reached $3 billion.",
        "Jane Roe spoke for Acme Corp on Monday. Exports rose 4 percent, the statistics office said. Inflation was high. Retail sales rose 0.5 percent.",
        "Jane Roe spoke for Acme Corp on Monday. The state's factories cut 3,000 jobs. Employers added 900 jobs in the county.",
        "Jane Roe spoke for Acme Corp on Monday. Farm income fell 12 percent, according to the Department of Agriculture.",
        "Jane Roe spoke for Acme Corp on Monday. The industry employs 40,000 people and had sales of $3 billion. Tourists spent $4 billion.",
        "Acme Corp makes cars. Its rivals opened plants in Norway in May. Acme's main supplier bought Globex last year.",
        "Acme Corp makes cars. A competitor of Acme launched a phone in Chile in June. One of its suppliers filed for bankruptcy in April.",
    ],
)
def test_what_only_sounds_like_business_is_no_claim(extractor, text):
    assert told(extractor, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Roe founded Acme Corp with John Doe.", ("person", "founder", "John Doe", "Acme Corp")),
        ("Acme Corp is a brewery. Jane Roe started the company in 2001 with John Doe.", ("person", "founder", "John Doe", "Acme Corp")),
        ("Acme Corp said on Monday that its director of welfare, Mary Major, had left.", ("person", "executive", "Mary Major", "Acme Corp")),
        ("Acme Corp makes paint. The company's former chairman, John Doe, was pleased.", ("person", "chair", "John Doe", "Acme Corp")),
        ("Oster University has grown. The university's president, John Doe, was pleased.", ("person", "executive", "John Doe", "Oster University")),
        ("Acme Corp won a 42 percent share of the phone market.", ("figure", "market_share", "Acme Corp", None)),
        ("Acme Corp holds 30 percent of the voting rights in Globex Corp, a rival.", ("figure", "stake", "Acme Corp", "Globex Corp")),
        ("Acme Corp opened a plant for artillery shells in Leeds in March 2018 to supply the army.", ("date", "opened", "Acme Corp", "plant")),
        ("Acme Corp said its 4,000 workers went on strike.", ("figure", "employees", "Acme Corp", None)),
        ("Acme Airlines carried 4 million passengers in May.", ("figure", "users", "Acme Airlines", None)),
        ("The regulator fined Acme Corp 3 million crowns.", ("figure", "fine", "Acme Corp", None)),
        ("Acme Corp lets flats. Its rents rose 5 percent, Acme Corp said.", ("figure", "price", "Acme Corp", None)),
        ("The High Court approved the takeover on Monday.", ("date", "approved", "High Court", "takeover")),
        ("Acme Corp's turnover was 4.2 billion crowns.", ("sales", "revenue", "Acme Corp", None)),
        ("Acme Corp sold 400 howitzers to the army.", ("sales", "units_sold", "Acme Corp", None)),
        ("The European Commission approved the takeover on Monday.", ("date", "approved", "European Commission", "takeover")),
    ],
)
def test_business_beside_it_stays(extractor, text, expected):
    assert expected in told(extractor, text)


@pytest.mark.parametrize(
    "text",
    [
        "Acme Group, in which Globex Corp has a 72 percent stake, rose 3 percent.",
        "Acme Group, 72 percent owned by Globex Corp, rose 3 percent.",
        "Acme Group, of which Globex Corp holds 72 percent, rose 3 percent.",
    ],
)
def test_a_company_rises_not_the_stake_in_it(extractor, text):
    found = told(extractor, "London shares ended higher.\n\n" + text)
    assert found == [("figure", "stake", "Globex Corp", "Acme Group"), ("figure", "share_price", "Acme Group", None)]


def test_a_stake_rises_where_it_is_said_to(extractor):
    assert ("figure", "stake", "Globex Corp", "Acme Group") in told(extractor, "Globex Corp's stake in Acme Group rose to 30 percent.")


@pytest.mark.parametrize(
    "text",
    [
        "The government spent 3 million dollars on rails.",
        "The city will invest 3 million dollars in rails.",
        "The hospital cut 400 jobs.",
        "The region produced 40,000 cars last year.",
        "The ministry expects revenue of 4 billion dollars.",
        "The couple has 3 shops.",
        "The experiment began in 2010.",
        "The zoo opened a new enclosure on Saturday.",
    ],
)
def test_what_others_do_is_not_told_of_the_company_before(extractor, text):
    assert told(extractor, "Acme Corp makes trains. " + text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oster University has grown. The university employs 3,000 people.", ("figure", "employees", "Oster University", None)),
        ("Acme Corp makes trains. The company employs 3,000 people.", ("figure", "employees", "Acme Corp", None)),
        ("Acme Corp makes trains. Sales rose 4 percent, the government said.", ("sales", "revenue", "Acme Corp", None)),
        ("Acme Corp makes trains. It sold 40 trains to the government.", ("sales", "units_sold", "Acme Corp", None)),
        ("Acme Corp makes trains. The carmaker opened a plant in Leeds in March 2018.", ("date", "opened", "Acme Corp", "plant in Leeds")),
        ("Acme Corp makes trains. A judge approved a $5 million settlement.", ("figure", "fine", "Acme Corp", None)),
    ],
)
def test_what_the_company_does_stays_its_own(extractor, text, expected):
    assert expected in told(extractor, text)


@pytest.mark.parametrize(
    "text",
    [
        "Mark Dunn, a spokesman for the victims, was glad.",
        "Jane Roe, director of the film, was glad.",
        "Tom Hale, president of a local union, was glad.",
        "Tom Hale, owner of a bar in Leeds, was glad.",
        "The mayor's spokesman, Tom Hale, was glad.",
        "Jo Webb, the committee's chairwoman, was glad.",
        "Police spokesman Tom Hale was glad.",
        "Jo Webb, an independent analyst, was glad.",
    ],
)
def test_an_officer_of_another_is_not_of_the_company_before(extractor, text):
    assert told(extractor, "Acme Corp makes trains. " + text) == []


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Jo Webb, head of sales, was glad.", "executive"),
        ("Jo Webb, head of a new unit, was glad.", "executive"),
        ("Jo Webb, head of the retail business, was glad.", "executive"),
        ("Finance director Jo Webb was glad.", "executive"),
        ("Jo Webb, a spokeswoman, was glad.", "spokesperson"),
        ("The group's chairwoman, Jo Webb, was glad.", "chair"),
    ],
)
def test_an_officer_of_the_company_before_is_its_own(extractor, text, predicate):
    assert ("person", predicate, "Jo Webb", "Acme Corp") in told(extractor, "Acme Corp makes trains. " + text)
