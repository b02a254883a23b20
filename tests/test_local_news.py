"""News of towns, families and states: people and shops called alike, officers, words quoted, markets that follow one another."""

from __future__ import annotations

import pytest

PUBLISHED = "2016-08-10"


def claims(extractor, text):
    return extractor.extract(text, published=PUBLISHED, id="test")


def people(extractor, text):
    """Predicate, organisation and status of each person claim."""
    return {(c.predicate, c.object and c.object.name, c.status) for c in claims(extractor, text) if c.kind == "person"}


def quotes(extractor, text):
    return [(c.subject.name, c.text) for c in claims(extractor, text) if c.kind == "quote"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee, chairwoman of Acme Corp and chief executive of Globex Inc, was pleased.", {("chair", "Acme Corp", "current"), ("executive", "Globex Inc", "current")}),
        ("Ann Lee, chairwoman for the Fjord Forum and President of Acme Corp, was pleased.", {("chair", "Fjord Forum", "current"), ("executive", "Acme Corp", "current")}),
        # a part of the house is no second one
        ("Ann Lee, head of sales at Acme Corp and head of the Digital Business Unit, was pleased.", {("executive", "Acme Corp", "current")}),
        ("White House economic adviser Ann Lee named Acme Corp as a partner in May.", {("official", "White House", "current")}),
        ("Acme Corp's finance chief, Ann Lee, who left Globex Inc to join the company, was pleased.", {("executive", "Acme Corp", "current"), ("employee", "Globex Inc", "former")}),
        # families hold no office
        ("Acme Corp is owned by the Lee family. Ann Lee was pleased.", set()),
        ("Acme Corp has grown. Ann Lee is the founder's niece.", set()),
        ("Acme Corp makes soap. Jane Roe was elected mayor of Oslo in 2016.", {("official", "Oslo", "current")}),
    ],
)
def test_who_is_of_which_house(extractor, text, expected):
    assert people(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("White House economic adviser Ann Lee named Acme Corp as a partner in May.", []),
        ("Acme Corp makes soap. Jane Roe was elected mayor of Oslo in 2016.", ["Oslo"]),
    ],
)
def test_who_is_appointed_where(extractor, text, expected):
    assert [c.object and c.object.name for c in claims(extractor, text) if c.predicate == "appointed"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Acme Corp has grown. Tom Brook stepped down as chief executive in May and was replaced by Ann Lee.",
        "Acme Corp has grown. Tom Brook recently stepped down from the chief executive position and was succeeded in May by former Globex Inc director Ann Lee.",
    ],
)
def test_who_left_and_was_replaced(extractor, text):
    found = claims(extractor, text)
    held = {(c.subject.name, c.object.name, c.status) for c in found if c.kind == "person" and c.predicate == "executive"}
    assert {("Tom Brook", "Acme Corp", "former"), ("Ann Lee", "Acme Corp", "current")} <= held
    assert "Ann Lee" in [c.subject.name for c in found if c.predicate == "appointed"]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ('Al Gold ran a shop. "He was working all the time at the shop," said his daughter Mary Poe.', "Mary Poe", "He was working all the time at the shop,"),
        ('Al Gold ran a shop. "He was working all the time at the shop," said Gold\'s lawyer, John Doe.', "John Doe", "He was working all the time at the shop,"),
        # a word or two in the same breath are no quote, and add none
        ('"I do not think that we won," Ann Lee said, as the "hastily made" deals went on.', "Ann Lee", "I do not think that we won,"),
        ('Ann Lee says she was "astonished" by the price. "I did not know it was so much."', "Ann Lee", "I did not know it was so much."),
    ],
)
def test_whose_words_they_are(extractor, text, speaker, words):
    assert quotes(extractor, "Acme Corp makes soap. " + text) == [(speaker, words)]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ('"We grow slowly and we always have," said Brook, 71, who remains chairman.', ["Al Brook"]),
        ('Brook remembers it. "We slept in the shop for a year," he says.', ["Al Brook"]),
        ('"I would never have sold it to them," Brook\'s widow told the paper.', []),
    ],
)
def test_the_founder_and_the_firm_of_one_name(extractor, text, speakers):
    text = "Brook Pies, founded by Al Brook, has 31 restaurants. Brook Pies said sales rose. " + text
    assert [speaker for speaker, _ in quotes(extractor, text)] == speakers


def test_he_and_she_by_their_given_names(extractor):
    text = 'Acme Corp makes soap. Mary Poe met John Doe in May. "The shop will close," she said. "The shop will stay," he said.'
    assert [speaker for speaker, _ in quotes(extractor, text)] == ["Mary Poe", "John Doe"]


@pytest.mark.parametrize(
    "text",
    [
        "The league filed a suit to keep the ban from taking effect on July 1.",
        "Globex Inc must pay a fee if the deal does not close by July 18.",
        "The law will make smokers stop by the end of the year.",
        "Tom Poe and his family moved to Spain, where they operated a laundry.",
        "He brought his wife to Chile.",
        "Acme Corp issued a statement on Monday.",
        "The king opened the bridge on Friday.",
        "The deal made Globex Inc the largest grower in Ohio.",
        "Acme Corp said it would give $400 million to its Toledo plant.",
    ],
)
def test_what_tells_of_no_event_market_or_deal(extractor, text):
    found = claims(extractor, "Acme Corp makes soap. " + text)
    assert not [c for c in found if c.kind in ("market", "deal") or c.predicate in ("ended", "completed", "filed", "reported", "opened")]


def test_money_for_a_plant_buys_no_part_of_a_company(extractor):
    assert not [c for c in claims(extractor, "Acme Corp said it would invest $400 million in its Toledo plant.") if c.kind == "deal"]


def test_who_will_not_say_foretells_nothing(extractor):
    found = claims(extractor, "Acme Corp would not say how many of its 400 shops lose money.")
    assert [(c.kind, c.predicate, c.basis, c.outlook) for c in found] == [("figure", "sites", "level", None)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Brook started Brook Candles in her garage in 2011.", "Brook Candles"),
        ("Ann Brook opened Blue Fork in 2011. The company employs 40 people.", "Blue Fork"),
        ("Roe's Bakery opened its doors in 1987 on Mill Street.", "Roe's Bakery"),
    ],
)
def test_firms_that_people_begin(extractor, text, name):
    assert name in [c.subject.name for c in claims(extractor, text) if c.kind in ("date", "figure")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"It is a very good shop," said Coach Helen Brook.', "Helen Brook"),
        ('"It is a very good shop," said President Sean Mills.', "Sean Mills"),
        ('"It is a very good shop," said Evelyn Okafor.', "Evelyn Okafor"),
        ('Jane Roe spoke after her predecessor, Mele Moe. "It is a very good shop," Moe said.', "Mele Moe"),
    ],
)
def test_people_by_their_given_names_and_callings(extractor, text, name):
    assert [(c.subject.name, c.subject.type) for c in claims(extractor, "Acme Corp makes soap. " + text) if c.kind == "quote"] == [(name, "person")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp opened its first shops in Kenya in May. Tanzania should follow next year.", [("enters", "Kenya", None), ("enters", "Tanzania", "plan")]),
        ("Acme Corp entered Spain in May, with Italy to follow in 2017.", [("enters", "Spain", None), ("enters", "Italy", "plan")]),
        ("Acme Corp entered Spain last year. France and Germany followed in March.", [("enters", "Spain", None), ("enters", "France", None), ("enters", "Germany", None)]),
        ("Acme Corp entered Spain last year. Next on its list is Togo.", [("enters", "Spain", None), ("enters", "Togo", "plan")]),
        ("Mexico and Taiwan are its biggest markets.", [("operates", "Mexico", None), ("operates", "Taiwan", None)]),
        ("Its two largest markets are Chile and Peru.", [("operates", "Chile", None), ("operates", "Peru", None)]),
        # who follows suit goes nowhere
        ("Acme Corp entered Spain last year. Portugal followed suit with new laws.", [("enters", "Spain", None)]),
    ],
)
def test_markets_told_of_after_others(extractor, text, expected):
    found = claims(extractor, "Acme Corp sells soap, and its sales rose 5 percent. " + text)
    assert [(c.predicate, c.place.name, c.outlook) for c in found if c.kind == "market"] == expected


def test_what_is_sold_every_year_is_of_no_quarter_and_says_no_place_for_the_takings(extractor):
    found = claims(extractor, "Acme Corp sells 400 tonnes of cheese a year in Norway. Revenue has doubled since 2010 to $40 million.")
    sales = [(c.predicate, c.place and c.place.name, c.period and c.period.text) for c in found if c.kind == "sales"]
    assert sales == [("units_sold", "Norway", None), ("revenue", None, "since 2010"), ("revenue", None, None)]


def test_whose_shops_they_are(extractor):
    found = claims(extractor, "Acme Corp sells its cheese to Globex Supermarkets' 300 shops and in Initech's 40 cafes. Acme Corp's 9 shops are busy.")
    assert [(c.subject.name, c.quantity.low) for c in found if c.predicate == "sites"] == [("Globex Supermarkets", 300), ("Initech", 40), ("Acme Corp", 9)]


def test_the_year_of_the_founding_is_not_that_of_what_goes_on(extractor):
    text = "Founded by two friends in 2012, Luma Bikes has raised $60 million from Globex Ventures and has shops in Spain."
    dated = [(c.kind, c.predicate) for c in claims(extractor, text) if c.period is not None]
    assert dated == [("date", "founded")]


def test_a_backer_is_not_what_the_text_is_about(extractor):
    text = "Founded by two friends in 2012, the start-up has raised $60 million from Globex Ventures. Luma Bikes sold 20,000 bicycles last year."
    assert {c.subject.name for c in claims(extractor, text) if c.kind in ("date", "figure", "sales")} == {"Luma Bikes"}
