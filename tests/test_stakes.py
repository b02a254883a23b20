"""Stakes: who holds how much, and of what company, wherever that is named."""

from __future__ import annotations

import pytest

G, INI, H = "Globex Corp", "Initech Corp", "Hooli Corp"


def stakes(extractor, text):
    """Holder, company held and percentage of each stake in a text."""
    found = extractor.extract(text, published="2016-08-10", id="test")
    return [(c.subject.name, c.object.name.rstrip(".") if c.object else None, c.quantity.low) for c in found if c.predicate == "stake"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Initech Corp, in which Globex Corp has a 72 percent stake, makes paint.", [(G, INI, 72)]),
        ("Globex Corp, which already holds 15 percent of Initech Corp, made a bid.", [(G, INI, 15)]),
        ("The deal would lift Globex Corp's stake in Initech Corp to 27.9 percent.", [(G, INI, 27.9)]),
        ("Globex Corp raised its stake in Initech Corp to 27.9 percent from 20.5 percent.", [(G, INI, 27.9), (G, INI, 20.5)]),
        ("Globex Corp plans to raise its stake in Initech Corp to 51 percent.", [(G, INI, 51)]),
        ("Globex Corp has increased its holding in the paint maker Initech Corp to about 9.9 percent.", [(G, INI, 9.9)]),
        ("Globex Corp, whose stake in Initech Corp stands at 12 percent, declined to comment.", [(G, INI, 12)]),
        ("Globex Corp cut its stake in Initech Corp, a paint maker, to 12 percent.", [(G, INI, 12)]),
        ("Initech Corp's largest shareholder, Globex Corp, holds 12 percent.", [(G, INI, 12)]),
        ("Globex Corp, Initech Corp's biggest shareholder with 12 percent, declined to comment.", [(G, INI, 12)]),
        ("Globex Corp agreed to buy shares in Initech Corp. The purchase would lift its stake to 27.9 percent.", [(G, INI, 27.9)]),
        ("Globex Corp sold its stake in Initech Corp. It now holds 12 percent of Hooli Corp.", [(G, H, 12)]),
        ("Globex Corp sold its stake in Initech Corp and will own 40 percent of the combined company.", [(G, "combined company", 40)]),
        ("Globex Corp's stake in Initech Corp is worth $3bn.", []),
        ("The government's stake in Initech Corp will fall to 58 percent from 68 percent.", [("government", INI, 58), ("government", INI, 68)]),
        ("Globex Corp and Hooli Corp each have a 25 percent stake in Initech Corp.", [(H, INI, 25), (G, INI, 25)]),
        ("Globex Corp is buying up a 26 percent stake in Initech Corp.", [(G, INI, 26)]),
        ("Globex Corp is to buy 37.5 percent of India's Initech Corp in a deal worth $4m.", [(G, INI, 37.5)]),
        ("Globex Corp will hold 51 percent and Hooli Corp the remaining 49 percent.", [(G, None, 51), (H, None, 49)]),
    ],
)
def test_what_a_stake_is_in(extractor, text, expected):
    assert stakes(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Globex Corp said on Monday it held a 5.2 percent stake in Initech Corp.", None),
        ("Globex Corp disclosed in a regulatory filing on Monday that it had a 5.2 percent stake in Initech Corp.", None),
        ("Globex Corp raised its stake in Initech Corp to 9.9 percent, it said late on Monday.", None),
        ("Globex Corp held a 5.2 percent stake in Initech Corp on June 30.", "2016-06-30"),
        ("Globex Corp said its debt stood at $3 billion on June 30.", "2016-06-30"),
    ],
)
def test_the_day_something_is_said_is_not_when_it_holds(extractor, text, day):
    found = extractor.extract(text, published="2016-08-10", id="test")
    periods = [c.period.end.isoformat() if c.period and c.period.end else None for c in found if c.predicate in ("stake", "debt")]
    assert periods == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Acme Corp said Globex Corp and Initech Corp joined the $30 million round.",
        "Acme Corp makes robots. Globex Corp led the company's $30 million Series A round.",
        "Acme Corp raised a $30 million round led by Globex Corp.",
    ],
)
def test_a_round_is_raised_by_who_gets_the_money(extractor, text):
    found = extractor.extract(text, published="2016-08-10", id="test")
    assert [(c.subject.name, c.quantity.low) for c in found if c.predicate == "funding"] == [("Acme Corp", 30e6)]


def test_each_holder_of_a_list(extractor):
    text = "Acme Corp is 60 percent owned by Peru's Globex Inc and 40 percent by Hooli Ltd."
    claims = [one for one in extractor.extract(text, published="2016-08-10", id="test") if one.predicate == "stake"]
    assert [(one.subject.name.rstrip("."), one.quantity.low, one.object.name) for one in claims] == [("Globex Inc", 60, "Acme Corp"), ("Hooli Ltd", 40, "Acme Corp")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Globex Bank, which is 83% owned by the taxpayer, cut 300 jobs.", [("taxpayer", "Globex Bank", 83)]),
        ("Globex Bank, 70 percent owned by the French state, cut 300 jobs.", [("French state", "Globex Bank", 70)]),
        ("Globex Bank, which is 40 percent state-owned, cut 300 jobs.", [("state", "Globex Bank", 40)]),
        ("Globex Corp and Acme Corp will set up a joint venture. Globex Corp will own 60 percent of the venture.", [("Globex Corp", "venture", 60)]),
        ("Globex Corp sold shares. The firm sold 600 million shares, or a quarter of its capital.", []),
    ],
)
def test_what_the_state_or_a_venture_has(extractor, text, expected):
    claims = extractor.extract(text, published="2016-08-10", id="test")
    assert [(c.subject.name, c.object and c.object.name, c.quantity.low) for c in claims if c.predicate == "stake"] == expected
