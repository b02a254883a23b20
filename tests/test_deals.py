"""Deals: each way of telling one, with what a reader takes from it: who, predicate, whom, whether it is planned."""

from __future__ import annotations

import pytest

A, G = "Acme Corp", "Globex Inc"


def told(extractor, text, title=None):
    """The deals of a text: subject, predicate, object, outlook."""
    claims = extractor.extract(text, title=title, published="2016-08-10", id="test")
    return {(one.subject.name.rstrip("."), one.predicate, one.object.name.rstrip("."), one.outlook) for one in claims if one.kind == "deal"}


@pytest.mark.parametrize(
    "text",
    [
        "Acme Corp has snapped up Globex Inc for $40m.",
        "Acme Corp swooped on Globex Inc last year, paying $40 million.",
        "Acme Corp took control of Globex Inc in 2012.",
        "Acme Corp paid $40 million for Globex Inc in 2012.",
        "Globex Inc, which Acme Corp bought for $40 million in 2012, makes paint.",
        "Globex Inc, the paint brand that Acme Corp bought in 2012, makes money.",
        "Globex Inc, bought by Acme Corp in 2012 for $40 million, makes paint.",
        "Acme Corp, which acquired Globex Inc in 2012, makes paint.",
        "Acme Corp completed its $2bn purchase of Globex Inc on Monday.",
        "The $2 billion acquisition of Globex Inc by Acme Corp closed in May.",
        "The sale of Globex Inc to Acme Corp closed in May.",
        "Acme Corp, fresh from its acquisition of Globex Inc, raised its forecast.",
        "Following the acquisition of Globex Inc, Acme Corp raised its forecast.",
        "Acme Corp acquired a 65 percent stake in Globex Inc.",
        "Acme Corp bought Bergen, Norway-based Globex Inc for $40 million in May.",
        "Acme Corp bought the remaining 49 percent of Globex Inc it did not own.",
        "Globex Inc, a unit of Hooli Inc, was sold to Acme Corp in 2012.",
    ],
)
def test_bought(extractor, text):
    assert told(extractor, text) == {(A, "acquires", G, None)}


@pytest.mark.parametrize(
    "text",
    [
        "Globex Inc has agreed to be taken over by Acme Corp.",
        "Acme Corp's $2bn takeover of Globex Inc was approved by regulators.",
        "Shareholders in Globex Inc approved its sale to Acme Corp for $2 billion.",
        "Globex Inc is being bought by Acme Corp in a deal worth $40 million.",
        "Acme Corp said on Tuesday it would buy Globex Inc for $40 million in cash.",
        "Acme Corp is buying Globex Inc, a maker of paint, in a deal valuing the company at $40 million.",
        "Acme Corp launched a hostile bid for Globex Inc.",
        "Acme Corp is in talks to acquire Globex Inc, two people familiar with the matter said.",
        "Acme Corp is in talks over a takeover of Globex Inc.",
        "Globex Inc, the paint maker, received a takeover approach from Acme Corp.",
        "Globex Inc said it had agreed to a $2 billion takeover by Acme Corp.",
        "Globex Inc rejected a $2 billion takeover approach from Acme Corp as too low.",
        "Globex Inc dismissed a $2 billion takeover by Acme Corp as opportunistic.",
        "Globex Inc has urged shareholders to throw out a takeover bid from its bigger rival Acme Corp.",
        "Globex Inc's board recommended that shareholders accept Acme Corp's $3 billion bid.",
        "Acme Corp expects its pending purchase of Globex Inc to close in May.",
        "A consortium led by Acme Corp agreed to buy Globex Inc.",
        "Acme Corp beat Hooli Inc to buy Globex Inc.",
    ],
)
def test_to_be_bought(extractor, text):
    assert told(extractor, text) == {(A, "acquires", G, "plan")}


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("Acme Corp bought Globex Inc for $40 million.", 40e6),
        ("Acme Corp paid $40 million for Globex Inc in 2012.", 40e6),
        ("Acme Corp has completed its $40 million acquisition of Globex Inc.", 40e6),
        ("Acme Corp has bought Globex Inc. The deal is worth $40 million.", 40e6),
        ("Acme Corp is offering to buy Globex Inc for $40 per share.", None),
    ],
)
def test_the_price_stands_in_the_sentence_or_the_next(extractor, text, price):
    (deal,) = [one for one in extractor.extract(text, id="test") if one.kind == "deal"]
    assert (deal.quantity and deal.quantity.low) == price


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("In 2005 Acme Corp spent $140 million, nearly all of it borrowed, on Globex Inc.", "2005-01-01"),
        ("Acme Corp bought Globex Inc from its founders in 2006 for $88 million.", "2006-01-01"),
    ],
)
def test_the_time_is_that_of_the_verb(extractor, text, start):
    (deal,) = [one for one in extractor.extract(text, id="test") if one.kind == "deal"]
    assert str(deal.period.start) == start


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp makes paint. It will pay Hooli Inc $40 million for its glass business.", {(A, "acquires", "glass business", "plan")}),
        ("Acme Corp makes paint. The glass business it bought in 2012 makes money.", {(A, "acquires", "glass business", None)}),
        ("Acme Corp has bought social media search and analytics startup Globex, a maker of tools.", {(A, "acquires", "Globex", None)}),
        ("Acme Corp bought the Dutch paint chain Globex last year.", {(A, "acquires", "Globex", None)}),
        ("Acme Corp bought the 27-store Globex Direct chain in May.", {(A, "acquires", "Globex Direct", None)}),
        ("Acme Corp denied it was in talks to buy Globex Inc.", {(A, "acquires", G, "plan")}),
    ],
)
def test_what_is_bought(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp bought a 12 percent stake in Globex Inc from Hooli Inc for $3 million.", {(A, "invests", G, None)}),
        ("Acme Corp will take a 30 percent holding in Globex Inc.", {(A, "invests", G, "plan")}),
        ("Acme Corp raised its stake in Globex Inc to 12 percent.", {(A, "invests", G, None)}),
        ("Acme Corp paid $18 million for 24 per cent of Globex Inc.", {(A, "invests", G, None)}),
        ("Globex Inc sold a 20 percent stake to Acme Corp for $5 million.", {(A, "invests", G, None)}),
        ("Globex Inc issued $3 billion worth of preferred shares to Acme Corp last year.", {(A, "invests", G, None)}),
        ("Acme Corp invested $20 million in Globex Inc.", {(A, "invests", G, None)}),
        ("Acme Corp's $20 million investment in Globex Inc paid off.", {(A, "invests", G, None)}),
        ("Globex Inc has secured a $30 million investment from Acme Corp.", {(A, "invests", G, None)}),
        ("Globex Inc makes phones. Acme Corp acquired a 35 percent stake in 2014.", {(A, "invests", G, None)}),
    ],
)
def test_stakes(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "backers"),
    [
        ("Globex Inc has raised $20 million from Acme Capital and Hooli Ventures.", {"Acme Capital", "Hooli Ventures"}),
        (
            "Globex Inc raised $20 million in a Series B round led by Acme Capital, with participation from Hooli Ventures and Initech Partners.",
            {"Acme Capital", "Hooli Ventures", "Initech Partners"},
        ),
        ("The round was led by Acme Capital and included Hooli Ventures, Globex Inc said.", {"Acme Capital", "Hooli Ventures"}),
        ("Acme Capital led the investment, joined by existing investor Hooli Ventures, Globex Inc said.", {"Acme Capital", "Hooli Ventures"}),
        ("Globex Inc raised $20 million in a funding round. Existing backer Acme Capital also took part.", {"Acme Capital"}),
        ("Globex Inc closed a $20 million seed round from Acme Capital in May.", {"Acme Capital"}),
        (
            "Globex Inc raised $20 million. Investors in the round included Danish state bank Acme Bank, the World Fund's Hooli Finance Corp and Initech Partners.",
            {"Acme Bank", "Hooli Finance Corp", "Initech Partners"},
        ),
        (
            "Globex Inc, a two-year-old, Oslo-based startup, has raised $20 million. The round was led by the online shop for books and toys Ovalta.",
            {"Ovalta"},
        ),
        ("Globex Inc closed a $20 million seed round co-led by Acme Capital and Hooli Ventures.", {"Acme Capital", "Hooli Ventures"}),
        (
            "Globex Inc raised $20 million in a round led by Acme Capital. Insurer Initech and existing investors Hooli Ventures and Borealis also participated.",
            {"Acme Capital", "Initech", "Hooli Ventures", "Borealis"},
        ),
        ("Globex Inc has raised $20 million. Acme Capital, Hooli Ventures and Jane Roe also took part in the round.", {"Acme Capital", "Hooli Ventures", "Jane Roe"}),
        ("Globex Inc was founded in 2009. The company's backers include Acme Capital and Hooli Ventures.", {"Acme Capital", "Hooli Ventures"}),
        ("Globex Inc, a robot maker backed by Acme Capital, said sales doubled.", {"Acme Capital"}),
        # a person is the backer, not the company that he runs
        ("Globex Inc raised $20 million from investors including Acme Capital and Hooli Inc founder Jane Roe.", {"Acme Capital", "Jane Roe"}),
        ("Globex Inc closed a $20 million round led by funds managed by Acme Capital.", {"Acme Capital"}),
        ("Acme Capital is part of a new $20 million financing round at Globex Inc in May.", {"Acme Capital"}),
        ("Globex Inc's investors include Acme Capital and Hooli Ventures.", set()),
        ("The plan of Globex Inc is backed by Acme Capital.", set()),
        ("Globex Inc raised $30 million in loans from Acme Bank.", set()),
    ],
)
def test_rounds(extractor, text, backers):
    assert told(extractor, text) == {(one, "invests", G, None) for one in backers}


@pytest.mark.parametrize(
    ("text", "told_deal"),
    [
        ("Acme Corp is teaming with Globex Inc to sell chairs.", (A, "partners", G, None)),
        ("The sum is twice what Acme Corp paid to buy Globex Inc in 2012.", (A, "acquires", G, None)),
        ("Acme Corp has agreed to pay $3 million to buy Globex Inc.", (A, "acquires", G, "plan")),
    ],
)
def test_what_is_done(extractor, text, told_deal):
    assert told(extractor, text) == {told_deal}


@pytest.mark.parametrize(
    "text",
    [
        "Acme Capital has joined a $20 million funding round at Globex Inc in May.",
        "Acme Capital participated in Globex Inc's $20 million funding round in May.",
        "Globex Inc makes chairs. Acme Capital led the $20 million Series B round.",
    ],
)
def test_who_raises(extractor, text):
    """A round is raised by the company it is for, whoever is the subject of the sentence."""
    assert {one.subject.name for one in extractor.extract(text) if one.predicate == "funding"} == {G}


@pytest.mark.parametrize(
    ("text", "object", "outlook"),
    [
        ("Acme Corp sold Globex Inc in May.", G, None),
        ("Acme Corp sold its 12 percent holding in Globex Inc for $3 million.", G, None),
        ("Acme Corp disposed of its shipping subsidiary in 2014.", "shipping subsidiary", None),
        ("Acme Corp completed the sale of its paint unit to local investors in May.", "paint unit", None),
        ("Acme Corp has agreed to sell its paint business for $200 million.", "paint business", "plan"),
        ("Acme Corp's chemicals division will be spun off next year.", "chemicals division", "plan"),
        ("Acme Corp has put its Irish arm up for sale.", "Irish arm", "plan"),
        ("Acme Corp is considering a sale of its chemicals arm.", "chemicals arm", "plan"),
    ],
)
def test_sold(extractor, text, object, outlook):
    assert told(extractor, text) == {(A, "divests", object, outlook)}


@pytest.mark.parametrize(
    ("text", "bought", "outlook"),
    [
        ("Globex Inc sold its paint unit to Acme Corp.", "acquires", None),
        ("Globex Inc has agreed to sell its paint unit to Acme Corp for $200 million.", "acquires", "plan"),
        ("Globex Inc sold 20 percent of its paint unit to Acme Corp.", "invests", None),
    ],
)
def test_a_sale_has_two_sides(extractor, text, bought, outlook):
    assert told(extractor, text) == {(G, "divests", "paint unit", outlook), (A, bought, "paint unit", outlook)}


@pytest.mark.parametrize(
    ("text", "predicate", "outlook"),
    [
        ("Acme Corp is to merge with Globex Inc.", "merges", "plan"),
        ("Acme Corp and Globex Inc are to combine in an all-share deal.", "merges", "plan"),
        ("Acme Corp and Globex Inc said on Tuesday they will combine.", "merges", "plan"),
        ("Shareholders backed the planned merger between Acme Corp and Globex Inc.", "merges", "plan"),
        ("Acme Corp has been in merger talks with Globex Inc since May.", "merges", "plan"),
        ("The merger of Acme Corp and Globex Inc was blocked.", "merges", None),
        ("Acme Corp and Globex Inc completed their $130 billion merger in May.", "merges", None),
        ("Acme Corp and Globex Inc have extended their alliance.", "partners", None),
        ("Acme Corp teamed up with Globex Inc to make batteries.", "partners", None),
        ("Acme Corp and Globex Inc have teamed up to make batteries.", "partners", None),
        ("Acme Corp announced a partnership with Globex Inc to sell phones.", "partners", None),
        ("Acme Corp signed a distribution agreement with Globex Inc.", "partners", None),
        ("A joint venture between Acme Corp and Globex Inc will run the plant.", "partners", None),
        ("Acme Corp and Globex Inc agreed in June to set up a joint venture in Thailand.", "partners", "plan"),
        ("Acme Corp has signed an MoU with Globex Inc to open a bank.", "partners", None),
        ("Acme Corp and Globex Inc have inked a memorandum of understanding (MoU) to build a port.", "partners", None),
        ("Acme Corp inked a pact with Globex Inc to sell phones in India.", "partners", None),
        ("Acme Corp has entered into a tie-up with Globex Inc to launch a bank.", "partners", None),
        ("Acme Corp formed a JV with Globex Inc.", "partners", None),
        ("Acme Corp has secured a contract valued at $320 million from Globex Inc to build two tankers.", "contracts", None),
        ("Acme Corp won a $50 million contract from Globex Inc.", "contracts", None),
        ("Acme Corp ordered 20 jets from Globex Inc.", "contracts", None),
        ("Acme Corp placed an order for 20 jets with Globex Inc.", "contracts", None),
        ("Acme Corp was awarded a $50 million contract by Globex Inc.", "contracts", None),
        ("Acme Corp has hired Globex Inc to run its call centres.", "contracts", None),
        ("Globex Inc has been chosen by Acme Corp to supply the engines.", "contracts", None),
        ("Acme Corp signed a deal with Globex Inc to supply 40,000 tonnes of gas a year.", "contracts", None),
        ("Acme Corp has struck a deal to supply Globex Inc with 30,000 cars.", "contracts", None),
        ("Acme Corp won a contract to build two ships for Globex Inc.", "contracts", None),
        ("Acme Corp won a contract worth $50 million from Globex Inc to build a plant in Egypt.", "contracts", None),
        ("Acme Corp clinched a contract worth $50 million to supply turbines to Globex Inc.", "contracts", None),
        ("Acme Corp won a $50 million award from Globex Inc for two ships.", "contracts", None),
        ("Acme Corp makes ships. Its revenue rose 10 percent after a $50 million award from Globex Inc for two of them.", "contracts", None),
        ("Acme Corp entered into a binding agreement with Globex Inc over the supply of copper wire.", "contracts", None),
        ("Acme Corp has supplied engines to Globex Inc under a five-year contract.", "contracts", None),
        ("Acme Corp sells paint. The depot was run by Globex Inc under a five-year deal.", "contracts", None),
    ],
)
def test_joined_and_ordered(extractor, text, predicate, outlook):
    assert told(extractor, text) == {(A, predicate, G, outlook)}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Acme to buy Globex for $2bn", (A, "acquires", "plan")),
        ("Acme snaps up paint maker Globex", (A, "acquires", None)),
        ("Acme, Globex in merger talks", (A, "merges", "plan")),
    ],
)
def test_headlines(extractor, title, expected):
    found = told(extractor, "Acme Corp makes paint. Globex Inc does too.", title)
    assert {(who, predicate, outlook) for who, predicate, _, outlook in found} == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "Acme Corp is parting ways with Jane Roe.",
        "Acme Corp parted ways with Globex Inc in May.",
        "Acme Corp started selling Globex Inc in Norway last month.",
        "Acme Corp spent $10 billion on the Metaverse last year.",
        "Acme Corp bought 20 Globex trucks last year.",
        "Acme Corp sells phones made by Globex Inc.",
        "Customers buy Acme Corp phones at Globex Inc shops.",
        "Acme Corp hired Ann Lee from Globex Inc as its chief executive.",
        "Acme Corp said orders from Globex Inc customers fell.",
        "Acme Corp took over the top spot from Globex Inc.",
        "Acme Corp took market share from Globex Inc.",
        "Acme Corp invested $20 million in a second plant.",
        "Acme Corp was sold a faulty engine by Globex Inc.",
        "Acme Corp's sale of phones to Globex Inc customers grew.",
        "Acme Corp sells to Globex Inc and Hooli Inc.",
        "Acme Corp paid $3 million to settle a suit by Globex Inc.",
        "Acme Corp paid Globex Inc $3 million for advertising.",
        "Acme Corp reached a settlement deal with the Justice Department.",
        "A court ordered Acme Corp to pay Globex Inc $3 million.",
        "Globex Securities raised its rating of Acme Corp to buy.",
        "Acme Corp bought the rights to the drug from Globex Inc.",
        "In order to beat Globex Inc, Acme Corp cut prices.",
        "Acme Corp shed 3 percent, while Globex Inc gained 4 percent.",
        "Acme Corp received an order from the Globex Tax Tribunal.",
        "Acme Corp sold 1,23,456 units in May.",
        "Acme Corp makes games consoles. It expects to sell 18 million Zetas.",
    ],
)
def test_no_deal(extractor, text):
    assert told(extractor, text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp makes paint. Globex Inc, bought last year for $40 million, lost money.", {(A, "acquires", G, None)}),
        ("Acme Corp makes paint. It gained from Globex Inc, a brush maker acquired in 2012.", {(A, "acquires", G, None)}),
        ("Acme Corp makes paint. Costs rose after the 2012 acquisition of Globex Inc.", {(A, "acquires", G, None)}),
        ("Acme Corp is selling its paint unit. The buyer is Globex Inc, a Dutch rival.", {(A, "divests", "paint unit", "plan"), (G, "acquires", "paint unit", "plan")}),
        ("Acme Corp has found a taker for its Irish arm. Globex Inc is paying $40 million.", {(A, "divests", "Irish arm", "plan"), (G, "acquires", "Irish arm", "plan")}),
        ("Acme Corp makes paint. Globex Inc, which owns it, put in another $10 million last year.", {(G, "invests", A, None)}),
        ("The Norwegian government plans to sell its stake in Acme Corp.", {("Norwegian government", "divests", A, "plan")}),
        ("The deal gives Globex Inc 51 percent of Acme Corp.", {(G, "acquires", A, None)}),
        ("Globex Inc emerged as preferred bidder for Acme Corp.", {(G, "acquires", A, "plan")}),
        ("Globex Inc is set to become the owner of Acme Corp.", {(G, "acquires", A, "plan")}),
        ("Globex Inc became the largest shareholder in Acme Corp in 2012.", {(G, "invests", A, None)}),
        ("Globex Inc outbid Hooli Inc for Acme Corp.", {(G, "acquires", A, None)}),
        ("Globex Inc was spun off from Acme Corp in 2014.", {(A, "divests", G, None)}),
        ("Globex Inc and Hooli Inc agreed to buy Acme Corp.", {(G, "acquires", A, "plan"), ("Hooli Inc", "acquires", A, "plan")}),
        ("Acme Corp received a $2 billion bid from a consortium of Globex Inc and Hooli Inc.", {(G, "acquires", A, "plan"), ("Hooli Inc", "acquires", A, "plan")}),
        ("Globex Inc and the fund Hooli Inc have launched a $2 billion takeover of Acme Corp.", {(G, "acquires", A, "plan"), ("Hooli Inc", "acquires", A, "plan")}),
        ("Acme Corp attracted bids for 60 of its trucks from Globex Inc.", set()),
        ("Globex Inc walked away from a $2 billion bid for Acme Corp.", {(G, "acquires", A, None)}),
        ("Acme Corp makes paint. Globex Inc, which bought a 9 percent stake in 2011, sold half of its holding in May.", {(G, "invests", A, None), (G, "divests", A, None)}),
        ("Acme Corp makes paint. Globex Inc bought 60 percent of the shares in 2011.", {(G, "acquires", A, None)}),
        ("Globex Inc has a five-year supply agreement with energy trader Initech.", {(G, "contracts", "Initech", None)}),
        ("Globex Inc bought Acme Corp. The deal also includes Hooli Inc, a glue maker.", {(G, "acquires", A, None), (G, "acquires", "Hooli Inc", None)}),
        ("Globex Inc bought Acme Corp. The deal includes Hooli Inc's debt.", {(G, "acquires", A, None)}),
        ("Globex Inc bought a 7 percent holding in the share capital of Acme Corp.", {(G, "invests", A, None)}),
        ("Hooli Inc is the child of the merger of the Danish group Acme Corp and Globex Inc.", {(A, "merges", G, None)}),
        ("Hooli Inc was formed by the merger of Acme Corp with Globex Inc.", {(A, "merges", G, None)}),
        ("Acme Corp sold its Leeds headquarters to Globex Inc.", {(A, "divests", "Leeds headquarters", None), (G, "acquires", "Leeds headquarters", None)}),
        ("Globex Inc is close to buying Acme Corp for $3 billion.", {(G, "acquires", A, "plan")}),
        ("Globex Inc's $500 million deal for Acme Corp closed in May.", {(G, "acquires", A, None)}),
        ("Globex Inc bought three firms. Among them was a $400 million deal for Acme Corp, a paint maker.", {(G, "acquires", A, None)}),
        ("Globex Inc made a $30 billion offer for Acme Corp, beating a bid from Hooli Inc.", {(G, "acquires", A, "plan"), ("Hooli Inc", "acquires", A, "plan")}),
        ("Acme Corp agreed to sell its North Sea oil fields to Globex Inc.", {(A, "divests", "North Sea oil fields", "plan"), (G, "acquires", "North Sea oil fields", "plan")}),
        ("Acme Air ordered 50 Borealis A40neo jets.", {("Acme Air", "contracts", "Borealis", None)}),
        ("Acme Air has placed firm orders for 30 Borealis 447s.", {("Acme Air", "contracts", "Borealis", None)}),
        ("Globex Inc won an award from the Oslo Design Museum.", set()),
        ("Acme Corp and Globex Inc are pouring $450 million into a venture.", {(A, "partners", G, None)}),
        ("Acme Corp said it had signed up Globex Inc to build two ships.", {(A, "contracts", G, None)}),
        ("Acme Corp makes paint. Globex Inc will spend $40 million on shops.", set()),
        ("Acme Corp makes paint. The plant, acquired in 2012, is in Leeds.", set()),
        ("Acme Corp makes paint. Shares acquired in 2012 were sold.", set()),
    ],
)
def test_parties_told_elsewhere(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Acme Corp and Globex Inc called off their merger.", True),
        ("Acme Corp and Globex Inc scrapped their merger.", True),
        ("Acme Corp and Globex Inc completed their merger.", False),
        ("Acme Corp's merger with Globex Inc has collapsed.", True),
        ("The merger between Acme Corp and Globex Inc has been called off.", True),
        ("The marriage of equals between Acme Corp and Globex Inc, unveiled in March, is off.", True),
        ("Acme Corp's merger with Globex Inc was approved.", False),
    ],
)
def test_a_deal_that_fell_through_is_denied(extractor, text, negated):
    claims = [one for one in extractor.extract(text, published="2016-08-10", id="test") if one.kind == "deal"]
    assert [(one.predicate, one.negated) for one in claims] == [("merges", negated)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The watchdog has blocked Acme Corp's takeover of Globex Inc.", (True, None)),
        ("Ministers vetoed Acme Corp's purchase of Globex Inc.", (True, None)),
        ("Acme Corp abandoned its plan to buy Globex Inc.", (True, None)),
        ("Acme Corp called off its takeover of Globex Inc.", (True, None)),
        ("Acme Corp has walked away from a deal to buy Globex Inc.", (True, None)),
        ("Acme Corp ended talks on a takeover of Globex Inc.", (True, None)),
        ("The regulator is trying to block Acme Corp's takeover of Globex Inc.", (False, "plan")),
        ("Acme Corp said it would not rule out a bid for Globex Inc.", (False, "plan")),
        ("Acme Corp has ruled out a bid for Globex Inc.", (True, None)),
        ("Ministers could veto Acme Corp's purchase of Globex Inc.", (False, "plan")),
        ("The purchase of Globex Inc by Acme Corp remains on track.", (False, "plan")),
        ("The purchase of Globex Inc by Acme Corp lifted its sales.", (False, None)),
    ],
)
def test_a_deal_given_up_or_forbidden_is_denied(extractor, text, expected):
    claims = [one for one in extractor.extract(text, published="2016-08-10", id="test") if one.kind == "deal"]
    assert [(one.predicate, one.subject.name, one.negated, one.outlook) for one in claims] == [("acquires", "Acme Corp", *expected)]


def test_the_price_of_a_deal_spoken_of_as_planned(extractor):
    claims = extractor.extract("Acme Corp agreed to buy Globex Inc. The planned deal was worth £3bn.", published="2016-08-10", id="test")
    assert [one.quantity.low for one in claims if one.kind == "deal"] == [3e9]


@pytest.mark.parametrize(
    "text",
    [
        "Acme Corp and Globex Inc are rivals. Jane Roe and Jack Roe have ended their partnership in Spain.",
        "Acme Corp and Globex Inc benefit from the merger of their rivals.",
        "Acme Corp's and Globex Inc's workers renewed their contract.",
    ],
)
def test_theirs_is_not_of_the_companies(extractor, text):
    assert told(extractor, text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Globex Inc awarded Acme Corp a $300 million contract to build a pipeline in Texas.",
        "Acme Corp won a contract worth 300 million euros to build a power plant in Egypt.",
        "Acme Corp is to sell its Polish business to Globex Inc for 1 billion euros including debt.",
    ],
)
def test_the_worth_of_a_deal_measures_nothing_else(extractor, text):
    claims = extractor.extract(text, published="2016-08-10", id="test")
    assert [(one.kind, one.predicate) for one in claims if one.kind != "deal"] == []


def test_what_may_fail_is_not_denied(extractor):
    claims = extractor.extract("Acme Corp said that Hooli Inc's offer for Globex Inc may fail.", published="2016-08-10", id="test")
    assert [(one.predicate, one.negated) for one in claims] == [("acquires", False)]


def test_each_bid_has_its_own_price(extractor):
    text = "Acme Corp made a $30 billion offer for Globex Inc, beating a bid from Hooli Group. Initech Group raised its offer for Globex to $25 billion."
    claims = extractor.extract(text, published="2016-08-10", id="test")
    assert {(one.subject.name, one.quantity.low if one.quantity else None) for one in claims} == {("Acme Corp", 30e9), ("Hooli Group", None), ("Initech Group", 25e9)}


@pytest.mark.parametrize("text", ["Acme Corp agreed to buy 400 trucks from Globex Inc.", "Acme Corp will purchase 60 aircraft from Globex Inc."])
def test_counted_goods_are_ordered(extractor, text):
    assert told(extractor, text) == {(A, "contracts", G, "plan")}


def test_what_sells_more_than_another_does_not_sell_the_other(extractor):
    assert told(extractor, "In 2004 Acme Corp sold more planes than Globex Inc for the first time.") == set()


@pytest.mark.parametrize("text", ["Acme Corp will start selling the Zeta in Japan next month.", "Acme Corp sells Zeta in Japan."])
def test_goods_that_are_sold_day_by_day_are_no_deal(extractor, text):
    assert told(extractor, text) == set()


def test_sales_of_goods_are_no_deal(extractor):
    assert not told(extractor, "Acme Corp is a carmaker. Its sales of new energy vehicles (NEVs) rose 3 percent.")


def test_the_merger_of_rivals(extractor):
    assert told(extractor, "The merger of rivals Acme Corp and Globex Inc will create a giant.") == {(A, "merges", G, "plan")}


def test_who_is_hired_to_advise_is_no_supplier(extractor):
    assert not told(extractor, "Acme Corp has hired Globex Inc and Hooli Ltd to advise on the offering.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp ordered six tankers from Mokpo Heavy.", {(A, "contracts", "Mokpo Heavy", None)}),
        ("Acme Corp signed a codeshare agreement with Jet Vistula.", {(A, "partners", "Jet Vistula", None)}),
        ("Acme Corp signed an agreement with Jane Mokpo.", set()),
        ("Acme Corp teamed up with designer Sanna Vistula.", set()),
    ],
)
def test_who_is_ordered_from_is_no_person(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp bought Globex Inc from Initech Corp in 2012.", {(A, "acquires", G, None), ("Initech Corp", "divests", G, None)}),
        ("The Peruvian navy awarded a $40 million contract to Acme Corp.", {("Peruvian navy", "contracts", A, None)}),
    ],
)
def test_who_sold_and_who_ordered(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp makes gin. Acme Corp's last purchase was Globex Inc in 2000.", {(A, "acquires", G, None)}),
        ("Acme Corp makes gin. Acme Corp's last big acquisition was a third of Globex Inc.", {(A, "invests", G, None)}),
        ("The other two thirds of Globex Inc was bought by Acme Corp.", {(A, "acquires", G, None)}),
        (
            "Hooli Ltd tried to buy Globex Inc last year, but lost out to drinks group Acme Corp.",
            {("Hooli Ltd", "acquires", G, "plan"), (A, "acquires", G, None)},
        ),
        ("Acme Corp said the app joins other acquisitions, such as Globex Inc and Hooli Ltd.", {(A, "acquires", G, None), (A, "acquires", "Hooli Ltd", None)}),
        ("Acme Corp agreed to inject $6 billion in debt and equity into Globex Inc.", {(A, "invests", G, "plan")}),
        (
            "Acme Corp agreed to buy a 19 percent stake in Globex Inc, a maker of pumps, and a 16 percent interest in Tellus Mining.",
            {(A, "invests", G, "plan"), (A, "invests", "Tellus Mining", "plan")},
        ),
    ],
)
def test_purchases_listed_and_lost(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize("text", ["Acme Corp completed its acquisition of Globex Inc. The purchase price of about $90 million was $7 million above what it had planned."])
def test_a_purchase_price_is_that_of_the_deal_and_no_product(extractor, text):
    claims = extractor.extract(text, id="test")
    assert [(one.predicate, one.quantity.low) for one in claims if one.quantity] == [("acquires", 90e6)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex Inc will be taken private by a consortium of Acme Corp and Hooli Ltd.", {(A, "acquires", G, "plan"), ("Hooli Ltd", "acquires", G, "plan")}),
        ("A joint venture of Acme Corp and Hooli Ltd won a $3 million contract from Globex Inc.", {(A, "contracts", G, None), ("Hooli Ltd", "contracts", G, None), (A, "partners", "Hooli Ltd", None)}),
        ("Acme Corp took Globex Inc private in 2012.", {(A, "acquires", G, None)}),
        ("Talks to combine Acme Corp and Globex Inc began in May.", {(A, "merges", G, "plan")}),
        ("Acme Corp and Globex Inc will jointly develop a pump.", {(A, "partners", G, "plan")}),
        ("Acme Corp is working with Globex Inc on a new pump.", {(A, "partners", G, None)}),
        ("Acme Corp is working with Globex Inc on a sale of its paint unit.", {(A, "divests", "paint unit", "plan")}),
        ("Acme Corp licensed the pump from Globex Inc.", {(A, "partners", G, None)}),
        ("Acme Corp has gone into partnership with Globex Inc.", {(A, "partners", G, None)}),
        ("Acme Corp has signed an agreement with Globex Inc to build a plant in Peru.", {(A, "partners", G, None)}),
        ("Acme Corp and state-owned Globex Inc signed an agreement on Monday to develop the field.", {(A, "partners", G, None)}),
        ("Acme Corp signed a letter of intent with Globex Inc.", {(A, "partners", G, None)}),
        ("Acme Corp sent a letter to Globex Inc.", set()),
        ("Acme Corp will sell its paint business to rival Globex Inc for $3 million.", {(A, "divests", "paint business", "plan"), (G, "acquires", "paint business", "plan")}),
        ("Acme Corp was built to rival Globex Inc.", set()),
        ("Acme Corp has put Globex Inc in charge of the sale of its paint business.", {(A, "divests", "paint business", "plan")}),
        ("Shareholders in Acme Corp voted in favour of a merger with Globex Inc.", {(A, "merges", G, "plan")}),
        ("Globex Inc shareholders approved the takeover by Acme Corp.", {(A, "acquires", G, "plan")}),
        ("The board of Acme Corp approved the purchase of a 51% stake in Globex Inc.", {(A, "acquires", G, "plan")}),
        ("Acme Corp and Globex Inc are to merge in an all-share deal.", {(A, "merges", G, "plan")}),
    ],
)
def test_who_acts_together(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp will supply Globex Inc with pumps.", {(A, "contracts", G, "plan")}),
        ("Acme Corp will provide pumps to Globex Inc.", {(A, "contracts", G, "plan")}),
        ("Acme Corp will provide Globex Inc with a $3 million loan.", set()),
        ("Acme Corp supplies pumps to Peru.", set()),
        ("Acme Corp will source pumps from Globex Inc.", {(A, "contracts", G, "plan")}),
        ("Globex Inc will build two ferries for Acme Corp.", {(G, "contracts", A, "plan")}),
        ("Acme Corp won a deal to run Globex Inc's depots.", {(A, "contracts", G, None)}),
        ("The contract was awarded to Globex Inc by Acme Corp.", {(A, "contracts", G, None)}),
        ("Peru has signed a $3 million contract with Globex Inc.", {("Peru", "contracts", G, None)}),
        ("The government of Peru has signed an agreement with Globex Inc to build a power plant.", {("government of Peru", "contracts", G, None)}),
        ("Peru signed a trade agreement with Chile.", set()),
        ("Norway's sovereign wealth fund has taken a 5% stake in Globex Inc.", {("Norway's sovereign wealth fund", "invests", G, None)}),
        ("Acme Corp finalised an order for 30 Hoolibus A32 aircraft.", {(A, "contracts", "Hoolibus", None)}),
        ("Acme Corp has appointed Globex Inc as administrators.", set()),
    ],
)
def test_who_supplies_whom(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Acme Corp has thrown in the towel on its bid for Globex Inc.",
        "Acme Corp pulled the plug on its bid for Globex Inc.",
        "Acme Corp put an end to its merger talks with Globex Inc.",
        "Talks to combine Acme Corp and Globex Inc have broken down.",
        "Acme Corp has lost an order from Globex Inc.",
    ],
)
def test_what_was_given_up(extractor, text):
    assert {one.negated for one in extractor.extract(text, published="2016-08-10", id="test") if one.kind == "deal"} == {True}


def test_the_title_tells_of_a_part_in_short(extractor):
    text = "Acme Corp has sold its UK paint business. Acme Corp bought the business in 2009."
    assert told(extractor, text, title="Acme Corp sells paint arm") == {(A, "divests", "UK paint business", None)}


def test_who_sells_may_have_bought_it_long_ago(extractor):
    text = "Acme Corp has agreed to sell its paint business to Globex Inc next year. Acme Corp bought the business for $3 million in 2009."
    assert told(extractor, text) == {(A, "divests", "paint business", "plan"), (G, "acquires", "paint business", "plan"), (A, "acquires", "paint business", None)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hooli Ltd advised Acme Corp on its purchase of Globex Inc.", {(A, "acquires", G, None)}),
        ("Hooli Ltd represented Acme Corp in the purchase of Globex Inc.", {(A, "acquires", G, None)}),
        ("Hooli Ltd acted for Acme Corp on the purchase of Globex Inc.", {(A, "acquires", G, None)}),
        ("Hooli Ltd is advising Acme Corp on the sale of its paint business.", {(A, "divests", "paint business", "plan")}),
        ("Acme Corp sold its Polish mills to Globex Inc.", {(A, "divests", "Polish mills", None), (G, "acquires", "Polish mills", None)}),
        ("Acme Corp completed the purchase of Globex Inc from Hooli Ltd.", {(A, "acquires", G, None), ("Hooli Ltd", "divests", G, None)}),
        ("Acme Corp is buying a one-fifth share of Globex Inc.", {(A, "invests", G, "plan")}),
        ("Acme Corp will pay $61 in cash for each Globex Inc share.", set()),
        ("Acme Corp is weighing an order for pumps from Globex Inc.", {(A, "contracts", G, "plan")}),
        ("Regulators gave approval to Acme Corp's takeover of Globex Inc.", {(A, "acquires", G, "plan")}),
        ("Acme Corp has an option to buy back the business. Acme Corp sold its paint business in May.", {(A, "divests", "paint business", None)}),
        ("Acme Corp spun off its eye care business Zetas in May.", {(A, "divests", "Zetas", None)}),
    ],
)
def test_who_helps_and_who_sells(extractor, text, expected):
    assert told(extractor, text) == expected


def test_the_time_of_a_purchase_is_not_that_of_the_sale(extractor):
    claims = extractor.extract("Acme Corp is exploring a sale of Globex Inc, which it bought in 2012.", published="2016-08-10", id="test")
    assert {(one.predicate, one.outlook, one.period and one.period.text) for one in claims if one.kind == "deal"} == {("divests", "plan", None), ("acquires", None, "2012")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp sold down its stake in Globex Inc.", {(A, "divests", G, None)}),
        ("Shares in Globex Inc rose after the fund Acme Corp disclosed a 3% stake.", {(A, "invests", G, None)}),
        ("Acme Corp has taken a 3% position in Globex Inc.", {(A, "invests", G, None)}),
        ("Acme Corp has taken a strong position in Peru.", set()),
        ("Acme Corp has put Globex Inc on the market.", {(A, "divests", G, "plan")}),
        ("Acme Corp put its water on the market.", set()),
        ("Acme Corp received orders from Globex Inc and Hooli Ltd.", {(A, "contracts", G, None), (A, "contracts", "Hooli Ltd", None)}),
        ("Acme Corp has received an order to build two ferries from Globex Inc.", {(A, "contracts", G, None)}),
        ("Globex Inc has extended Acme Corp's contract by two years.", {(A, "contracts", G, None)}),
        ("Acme Corp has been awarded a $3 million tender by Globex Inc.", {(A, "contracts", G, None)}),
        ("Acme Corp has won a $3 million order. The order, from Globex Inc, is for pumps.", {(A, "contracts", G, None)}),
        (
            "Globex Inc has closed a $12m seed round. Acme Corp led the round, and Hooli Ltd and angel investor Jane Roe also participated.",
            {(A, "invests", G, None), ("Hooli Ltd", "invests", G, None), ("Jane Roe", "invests", G, None)},
        ),
    ],
)
def test_stakes_shown_and_orders_received(extractor, text, expected):
    assert told(extractor, text) == expected


def test_players_are_no_companies(extractor):
    assert not told(extractor, "Acme Corp sold defender Bill Roe to Globex Inc.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A family firm has been taken over by Globex Inc on Monday. Acme Corp, which employs 140 people, was glad.", {(G, "acquires", A, None)}),
        ("A family firm has been taken over by Globex Inc on Monday. The price was not disclosed.", set()),
        ("Globex Inc has been rescued from administration by Acme Corp.", {(A, "acquires", G, None)}),
        ("The crew of Globex Inc has been rescued by Acme Corp.", set()),
        ("Acme Corp sells cars. The fund Globex Inc wants the carmaker to spin off its truck arm.", {(A, "divests", "truck arm", "plan")}),
        ("Acme Corp's board gave the green light to the sale of its truck arm.", {(A, "divests", "truck arm", "plan")}),
        (
            "Carmakers Acme Corp and Globex Inc said they would jointly develop batteries with Hooli Ltd.",
            {(A, "partners", G, "plan"), (A, "partners", "Hooli Ltd", "plan")},
        ),
    ],
)
def test_who_is_named_before_and_after(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp has signed a deal to buy a 49% stake in Globex Inc.", {(A, "invests", G, "plan")}),
        ("Acme Corp has bought a 49% stake in Globex Inc.", {(A, "invests", G, None)}),
        (
            "Hooli Ltd sold its paint unit to a consortium of Acme Corp and Globex Inc.",
            {("Hooli Ltd", "divests", "paint unit", None), (A, "acquires", "paint unit", None), (G, "acquires", "paint unit", None)},
        ),
        ("Acme Corp has been awarded a contract by the Australian state of Victoria to manage a jail.", {(A, "contracts", "Australian state of Victoria", None)}),
        ("Acme Corp said the state of the market was poor.", set()),
    ],
)
def test_who_buys_together_and_what_is_signed(extractor, text, expected):
    assert told(extractor, text) == expected


def test_a_bid_that_is_not_raised_is_no_bid_denied(extractor):
    claims = extractor.extract("Acme Corp will not raise its bid for Globex Inc.", published="2016-08-10", id="test")
    assert [(one.predicate, one.outlook, one.negated) for one in claims if one.kind == "deal"] == [("acquires", "plan", False)]


def test_each_of_two_sold_in_one_breath(extractor):
    text = "Acme Corp sold its British arm to Globex Inc and its French unit to Hooli Ltd."
    assert told(extractor, text) == {
        (A, "divests", "British arm", None), (G, "acquires", "British arm", None), (A, "divests", "French unit", None), ("Hooli Ltd", "acquires", "French unit", None),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp and Belgian rival Globex Inc are close to a merger agreement.", {(A, "merges", G, "plan")}),
        ("Acme Corp is leasing four Boeing 787s from Globex Inc.", {(A, "contracts", G, "plan")}),
    ],
)
def test_what_is_close_and_what_is_leased(extractor, text, expected):
    assert told(extractor, text) == expected


def test_who_no_longer_supplies(extractor):
    [claim] = [one for one in extractor.extract("Acme Corp will no longer supply Globex Inc with pumps.", published="2016-08-10", id="test") if one.kind == "deal"]
    assert claim.negated


def test_whom_a_holder_wants_to_be_sold(extractor):
    text = "Hooli Ltd has 3 percent of Globex Inc and wants the company to sell itself to Acme Corp."
    assert (A, "acquires", G, "plan") in told(extractor, text)


def test_what_else_was_paid_for(extractor):
    text = "Acme Corp paid $15 million for Globex Inc in 2012 and $6 million for Hooli Ltd in 2013. It paid $4 million in fees."
    claims = extractor.extract(text, published="2016-08-10", id="test")
    assert [(one.predicate, one.object.name, one.quantity.low) for one in claims if one.kind == "deal"] == [("acquires", G, 15e6), ("acquires", "Hooli Ltd", 6e6)]
