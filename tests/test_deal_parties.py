"""Deals whose parties stand in a class, a pair or a family, in another clause, or inside a name that holds a word of a stake."""

from __future__ import annotations

import pytest

from extractor.claims.parties import is_guessed_place
from extractor.mentions.types import EntityMention, Referent


def told(extractor, text):
    """The deals of a text: subject, predicate, object, outlook."""
    claims = extractor.extract(text, published="2016-08-10", id="test")
    return {(one.subject.name.rstrip("."), one.predicate, one.object.name.rstrip("."), one.outlook) for one in claims if one.kind == "deal"}


A, G, H = "Acme Corp", "Globex Inc", "Hooli Inc"


@pytest.mark.parametrize(
    ("text", "predicate", "outlook"),
    [
        ("Acme Corp has also bought firms such as Globex Inc and Hooli Inc.", "acquires", None),
        ("Acme Corp acquired a string of rivals, among them Globex Inc and Norway's Hooli Inc.", "acquires", None),
        ("Acme Corp disposed of several subsidiaries including Globex Inc and Hooli Inc.", "divests", None),
        ("Acme Corp has sold a number of businesses, including the Globex Inc chain and Hooli Inc.", "divests", None),
        ("Acme Corp sold stakes in two firms, Globex Inc and Hooli Inc, last year.", "divests", None),
        ("Acme Corp has invested in start-ups including Globex Inc and Hooli Inc.", "invests", None),
        ("Acme Corp has taken stakes in companies like Globex Inc and Hooli Inc.", "invests", None),
        ("Acme Corp has formed partnerships with carmakers such as Globex Inc and Hooli Inc.", "partners", None),
        ("Acme Corp has won contracts from airlines including Globex Inc and Hooli Inc.", "contracts", None),
        ("Acme Corp, Globex Inc and Hooli Inc set up a joint venture in 2001.", "partners", None),
    ],
)
def test_the_members_of_a_class(extractor, text, predicate, outlook):
    assert told(extractor, text) == {(A, predicate, G, outlook), (A, predicate, H, outlook)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp bought Globex Holdings for $2bn.", (A, "acquires", "Globex Holdings", None)),
        ("Globex Holdings was acquired by Acme Corp last year.", (A, "acquires", "Globex Holdings", None)),
        ("Regulators forced Acme Corp to withdraw, enabling Globex Inc to merge with Hooli Inc.", (G, "merges", H, "plan")),
        ("Acme Corp gave up on Globex Inc, allowing the latter to merge with Hooli Inc.", (G, "merges", H, "plan")),
        ("Acme Corp turned down Globex Inc. The latter was bought by Hooli Inc instead.", (H, "acquires", G, None)),
        ("Globex Ltd, a former unit of grid operator Acme Corp which is due to merge with Hooli Inc, said so.", (A, "merges", H, "plan")),
        ("Acme Corp makes vans with Globex Inc. The two firms signed a Memorandum of Understanding in May.", (A, "partners", G, None)),
        ("Acme Corp has signed a Joint Venture Agreement with Globex Inc.", (A, "partners", G, None)),
        ("Acme Corp was bought by the Roe brothers for $2m.", ("Roe brothers", "acquires", A, None)),
        ("Acme Corp was sold to the Roe family.", ("Roe family", "acquires", A, None)),
        ("The acquisition of Globex Inc gave Acme Corp a foothold in Spain.", (A, "acquires", G, None)),
        ("The purchase of Globex Inc in 2010 turned Acme Corp into the biggest brewer.", (A, "acquires", G, None)),
        ("Acme Corp has completed the Globex Inc acquisition.", (A, "acquires", G, None)),
        ("The takeover of Globex Inc boosted Acme Corp's sales.", (A, "acquires", G, None)),
        ("The takeover of Globex Inc will be funded by Acme Corp from its own cash.", (A, "acquires", G, "plan")),
        ("Acme Corp first invested in Globex Inc in 2010, when it raised $4 million.", (A, "invests", G, None)),
        ("Acme Corp said Globex Inc would join other acquisitions, such as Hooli Inc.", (A, "acquires", H, None)),
        ("Acme Corp has put its film unit up for sale.", (A, "divests", "film unit", "plan")),
        ("Acme Corp must sell its film unit.", (A, "divests", "film unit", "plan")),
        ("Acme Corp is required to sell its film unit.", (A, "divests", "film unit", "plan")),
        ("Acme Corp was forced to sell its film unit.", (A, "divests", "film unit", None)),
        ("The fund Acme Corp, which owns 6 percent of Globex Inc, urged the company to sell its film unit.", (G, "divests", "film unit", "plan")),
        ("Acme Corp, the Chicago private equity firm that owns Globex Inc, plans to sell the chain.", (A, "divests", G, "plan")),
        ("Acme Ventures has backed Globex Inc.", ("Acme Ventures", "invests", G, None)),
        ("Acme Corp signed an MoU with the Norland government to set up a power plant.", (A, "partners", "Norland government", None)),
        ("Under the terms of the agreement, Acme Corp will acquire all of the outstanding shares of Globex Inc.", (A, "acquires", G, "plan")),
    ],
)
def test_who_does_it(extractor, text, expected):
    assert told(extractor, text) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "Globex Inc could be the target of a takeover by Acme Corp.",
        "Globex Inc became a takeover target for Acme Corp.",
        "Acme Corp has submitted a proposal for Globex Inc.",
        "Acme Corp has shown interest in buying Globex Inc.",
        "Acme Corp is the front-runner to buy Globex Inc.",
        "Acme Corp is seeking control of Globex Inc.",
        "Globex Inc has rejected the Acme Corp bid.",
        "Shareholders in Globex Inc approved the Acme Corp takeover of Globex Inc.",
    ],
)
def test_who_may_be_bought(extractor, text):
    assert told(extractor, text) == {(A, "acquires", G, "plan")}


@pytest.mark.parametrize(
    ("text", "predicate", "outlook"),
    [
        ("Acme Corp has been chosen to supply engines for Globex Inc.", "contracts", None),
        ("Acme Corp agreed to supply Globex Inc with gas for 20 years.", "contracts", None),
        ("Acme Corp will run Globex Inc's data centres under a ten-year contract.", "contracts", "plan"),
        ("Acme Corp has agreed to lease 20 planes from Globex Inc.", "contracts", "plan"),
        ("Acme Corp has been picked to run the trains for Globex Inc.", "contracts", None),
        ("Acme Corp has outsourced its payroll to Globex Inc in a $5m deal.", "contracts", None),
        ("Acme Corp will supply 30,000 vans to Globex Inc under a deal signed on Monday.", "contracts", "plan"),
        ("Acme Corp runs a joint venture with Globex Inc in China.", "partners", None),
        ("Acme Corp is in advanced talks with Globex Inc about a merger.", "merges", "plan"),
        ("The combination of Acme Corp and Globex Inc would create the biggest bank in Japan.", "merges", "plan"),
    ],
)
def test_ordered_and_joined(extractor, text, predicate, outlook):
    assert told(extractor, text) == {(A, predicate, G, outlook)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp signed a term sheet with Globex Inc to offload its paint unit for $2m.", {(A, "divests", "paint unit", "plan"), (G, "acquires", "paint unit", "plan")}),
        ("Acme Corp is selling 12 stores to Globex Inc for $30 million.", {(A, "divests", "stores", "plan"), (G, "acquires", "stores", "plan")}),
        ("Acme Corp bought four Norland stores from Globex Inc.", {(A, "acquires", "stores", None), (G, "divests", "stores", None)}),
        ("Acme Corp is in talks with Globex Inc to sell its paint unit.", {(A, "divests", "paint unit", "plan"), (G, "acquires", "paint unit", "plan")}),
        ("Acme Corp is in talks with Globex Inc to take a fifth of the joint venture.", {(A, "invests", "joint venture", "plan")}),
    ],
)
def test_agreed_with_whom(extractor, text, expected):
    assert told(extractor, text) == expected


def test_the_time_of_one_verb_is_not_that_of_the_next(extractor):
    claims = extractor.extract("Jane Roe started the spa group Globex Inc in 1983 and sold it to Acme Corp for $95m.", published="2016-08-10", id="test")
    assert [one.period for one in claims if one.kind == "deal"] == [None, None]


@pytest.mark.parametrize(
    ("text", "object", "price"),
    [
        ("Acme Corp cut its debt. Sales of stakes in firms including Globex Inc raised $20m.", "Globex Inc", 2e7),
        ("Acme Corp cut its debt. The sale of its Irish arm fetched $3m.", "Irish arm", 3e6),
        ("Acme Corp said the sale of a 10% stake in Globex Inc brought in $2bn.", "Globex Inc", 2e9),
    ],
)
def test_what_a_sale_brings_is_its_price(extractor, text, object, price):
    claims = extractor.extract(text, published="2016-08-10", id="test")
    assert [(one.predicate, one.subject.name, one.object.name, one.quantity.low) for one in claims if one.kind == "deal"] == [("divests", A, object, price)]
    assert not [one for one in claims if one.predicate in ("revenue", "funding")]


def test_what_is_only_accounted_for_is_done(extractor):
    assert told(extractor, "Acme Corp must book the sale of its stake in Globex Inc as a loss.") == {(A, "divests", G, None)}
    assert told(extractor, "Acme Corp may have to write down its purchase of Globex Inc.") == {(A, "acquires", G, None)}


@pytest.mark.parametrize(
    "text",
    [
        "Acme Corp and Globex Inc announced substantial investments in new printing plants.",
        "Acme Corp sells brands such as Zeta and Theta in Spain.",
        "Acme Corp has been hired to advise Globex Inc.",
        "Acme Corp supplies carmakers including Globex Inc.",
        "The sale of Globex Inc shares gave Hooli Inc nothing to fear.",
    ],
)
def test_no_deal(extractor, text):
    assert told(extractor, text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "If only Acme Corp had bought Globex Inc.",
        "If Acme Corp had bought Globex Inc in 2010, it would have paid $2bn.",
        "Acme Corp would have acquired Globex Inc but for the regulator.",
        "Acme Corp nearly bought Globex Inc in 2010.",
        "Acme Corp should have sold Globex Inc years ago.",
    ],
)
def test_what_was_not_done(extractor, text):
    assert told(extractor, text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Acme Corp was blocked from taking over Globex Inc.",
        "Regulators stopped Acme Corp from buying Globex Inc.",
        "Acme Corp decided against buying Globex Inc.",
    ],
)
def test_what_is_prevented_is_denied(extractor, text):
    claims = extractor.extract(text, published="2016-08-10", id="test")
    assert [(one.subject.name, one.predicate, one.negated, one.outlook) for one in claims if one.kind == "deal"] == [(A, "acquires", True, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If Acme Corp buys Globex Inc, it will be the biggest brewer.", (A, "acquires", G, "plan")),
        ("Acme Corp and Globex Inc are partners in a joint venture in China.", (A, "partners", G, None)),
        ("Under the deal, Acme Corp will take over Globex Inc's stores in Spain.", (A, "acquires", "Globex Inc's stores", "plan")),
        ("Acme Bureau owns 55% of Globex Inc. The bureau will also sell a part of its stake in Globex Inc.", ("Acme Bureau", "divests", G, "plan")),
    ],
)
def test_whose_it_is(extractor, text, expected):
    assert told(extractor, text) == {expected}


@pytest.mark.parametrize(("name", "place_type", "code", "guessed"), [("Veldrizon", "region", None, True), ("Norway", "country", "NO", False), ("Oslo", "region", None, False)])
def test_a_place_that_nobody_knows_may_be_a_company(name, place_type, code, guessed):
    mention = EntityMention(0, len(name), name, Referent(name, "place", {name}, place_type, code))
    assert is_guessed_place(mention) is guessed


def test_a_newspaper_in_capitals_ends_a_sentence(extractor):
    text = "Sources told the FT. But Acme Corp said it would buy Globex Inc."
    assert told(extractor, text) == {(A, "acquires", G, "plan")}


def test_what_the_next_sentence_says_is_paid(extractor):
    claims = extractor.extract("Acme Corp is to buy Globex Ltd. It will pay $58m in cash.", published="2016-08-10", id="test")
    assert [one.quantity.low for one in claims if one.kind == "deal"] == [5.8e7]
    claims = extractor.extract("Acme Corp is to buy Globex Ltd. It will pay $58m to settle a lawsuit.", published="2016-08-10", id="test")
    assert [one.quantity for one in claims if one.kind == "deal"] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp bought the 20% of Globex Inc it did not already own for $40m.", {(A, "acquires", G, None)}),
        ("Acme Corp exited its investment in Globex Inc.", {(A, "divests", G, None)}),
        ("Globex Inc, which is backed by Acme Capital, makes paint.", {("Acme Capital", "invests", G, None)}),
        ("Globex Inc secured $20m in funding from Acme Capital and Hooli Ventures.", {("Acme Capital", "invests", G, None), ("Hooli Ventures", "invests", G, None)}),
        ("Following its takeovers of Globex Inc and Hooli Inc, Acme Corp is the biggest.", {(A, "acquires", G, None), (A, "acquires", H, None)}),
        ("Acme Corp's previous acquisitions include Globex Inc and Hooli Inc.", {(A, "acquires", G, None), (A, "acquires", H, None)}),
        ("Acme Corp has made two acquisitions this year: Globex Inc and Hooli Inc.", {(A, "acquires", G, None), (A, "acquires", H, None)}),
        ("Acme Corp bought the assets of Globex Inc for $20m.", {(A, "acquires", "assets of Globex Inc", None)}),
        ("Acme Corp plans to split off its paint unit.", {(A, "divests", "paint unit", "plan")}),
    ],
)
def test_what_is_bought_and_by_whom(extractor, text, expected):
    assert told(extractor, text) == expected


def test_each_of_two_has_its_own_time(extractor):
    claims = extractor.extract("Acme Corp acquired Globex Inc in 2010 and Hooli Inc in 2012.", published="2016-08-10", id="test")
    assert {(one.object.name.rstrip("."), one.period.start.year) for one in claims if one.kind == "deal"} == {(G, 2010), (H, 2012)}


@pytest.mark.parametrize(
    "text",
    [
        "Acme Corp has left a pact that might have forced it to buy Globex Inc outright.",
        "The share would have been bigger had it also taken over Globex Inc, Acme Corp said.",
        "Acme Corp came close to buying Globex Inc last year.",
        "Investors want Acme Corp to pay a dividend rather than buy Globex Inc.",
        "The Market Commission agreed a deal totalling $375m with Acme Corp.",
        "Acme Corp picked the Globex Exchange for its secondary listing.",
        "Acme Corp is to close its plant and take engines from Globex Inc instead.",
        "Acme Corp's first investment in the Zeta business will be $3bn.",
        "Acme Corp was delighted: it would consider selling the Zeta if it is approved.",
    ],
)
def test_what_is_no_deal_of_the_two(extractor, text):
    assert not {one for one in told(extractor, text) if one[2] != "Zeta"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shares in Globex Inc rose following a new offer from Acme Corp.", {(A, "acquires", G, "plan")}),
        ("Globex Inc revealed it was to offload its gaming division to Acme Corp.", {(G, "divests", "gaming division", "plan"), (A, "acquires", "gaming division", "plan")}),
        ("The former Globex subsidiary was sold off last year and eventually bought by Acme Corp.", {(A, "acquires", "Globex subsidiary", None)}),
        ("Acme Corp has won the battle for Globex Inc.", {(A, "acquires", G, None)}),
        ("Acme Corp's proposed $1bn investment in Globex Inc is awaiting approval.", {(A, "invests", G, "plan")}),
    ],
)
def test_bids_and_sales_in_news_of_shares(extractor, text, expected):
    assert told(extractor, text) == expected


def test_the_price_of_one_offer_is_not_that_of_another(extractor):
    claims = extractor.extract("Globex Inc accepted a $6.75bn buyout from Acme Corp on Monday, rejecting a higher offer from Hooli Inc.", published="2016-08-10", id="test")
    assert {(one.subject.name.rstrip("."), one.quantity.low if one.quantity else None) for one in claims if one.kind == "deal"} == {(A, 6.75e9), (H, None)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The merger of Acme Corp and its rival Globex Inc is to go ahead.", {(A, "merges", G, "plan")}),
        ("Hooli Inc will now be merged with Globex Inc.", {(H, "merges", G, "plan")}),
        ("Acme Corp has a partnership to develop the field with state-owned Globex Inc.", {(A, "partners", G, None)}),
        ("Acme Corp said it had bought all of Globex Inc.", {(A, "acquires", G, None)}),
        ("Acme Corp went bust and its assets were acquired in 2012 by Globex Inc.", {(G, "acquires", A, None)}),
        ("Globex Inc is selling its Zeta unit. Acme Corp bought the unit for $9bn.", {(G, "divests", "Zeta", "plan"), (A, "acquires", "Zeta", None)}),
        ("Acme Corp bought a stake in Globex Inc last month. Acme Corp may raise its stake in Globex Inc soon.", {(A, "invests", G, None)}),
    ],
)
def test_whole_firms_rivals_and_what_is_told_before(extractor, text, expected):
    assert told(extractor, text) == expected


def test_a_deal_told_twice_has_the_price_of_either(extractor):
    claims = extractor.extract("Acme Corp has bought Globex Inc in Ohio. Acme Corp bought Globex Inc for $40m in May 2016.", published="2016-08-10", id="test")
    deal = next(one for one in claims if one.kind == "deal")
    assert deal.quantity.low == 40e6
    assert deal.evidence.start == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp, which owns 51% of Globex Inc, said it would buy the rest.", {(A, "acquires", G, "plan")}),
        ("Acme Corp, which already owns 51% of Globex Inc, bought the remaining shares for $3bn.", {(A, "acquires", G, None)}),
    ],
)
def test_the_rest_of_what_is_owned_in_part(extractor, text, expected):
    assert told(extractor, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Acme Corp walked away from its $2bn takeover of Globex Inc.",
        "Shareholders in Globex Inc voted against its takeover by Acme Corp.",
        "Talks between Acme Corp and Globex Inc over a merger broke down.",
        "Acme Corp gave up its bid for Globex Inc.",
        "Acme Corp's bid for Globex Inc has fallen through.",
    ],
)
def test_what_came_to_nothing(extractor, text):
    assert {one.negated for one in extractor.extract(text, published="2016-08-10", id="test") if one.kind == "deal"} == {True}
