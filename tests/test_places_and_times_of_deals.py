"""Who does what where, each of several, and the times of what is announced, completed and taken over."""

from __future__ import annotations

import pytest

A, G = "Acme Corp", "Globex Inc"


def markets(extractor, text):
    """The market claims of a text: subject, predicate, place, outlook."""
    claims = extractor.extract(text, published="2016-08-10", id="test")
    return {(one.subject.name.rstrip("."), one.predicate, one.place.name, one.outlook) for one in claims if one.kind == "market"}


def dates(extractor, text):
    """The dated events of a text: subject, predicate, first and last day."""
    claims = extractor.extract(text, published="2016-08-10", id="test")
    return {(one.subject.name.rstrip("."), one.predicate, str(one.period.start), str(one.period.end)) for one in claims if one.kind == "date"}


@pytest.mark.parametrize(
    ("text", "predicate", "outlook"),
    [
        ("Acme Corp and Globex Inc have plants in Spain.", "produces", None),
        ("Carmakers such as Acme Corp and Globex Inc build cars in Spain.", "produces", None),
        ("Others that have announced plans to open plants in Spain include Acme Corp and Globex Inc.", "produces", "plan"),
        ("Acme Corp and Globex Inc operate in Spain.", "operates", None),
    ],
)
def test_each_of_several(extractor, text, predicate, outlook):
    assert markets(extractor, text) == {(A, predicate, "Spain", outlook), (G, predicate, "Spain", outlook)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp plans to shift production of the Zeta to China and export it to Britain.", {(A, "produces", "China", "plan")}),
        ("Spain is Acme Corp's second-largest market after Italy.", {(A, "operates", "Spain", None)}),
        ("Acme Corp counts Spain as its biggest market.", {(A, "operates", "Spain", None)}),
        ("Acme Corp generates 40% of its sales in China.", {(A, "operates", "China", None)}),
        ("Acme Corp gets a third of its revenue from the United States.", {(A, "operates", "United States", None)}),
        ("Acme Corp got a licence to operate in Ghana.", {(A, "enters", "Ghana", "plan")}),
        ("Acme Corp abandoned its plans to enter Turkey.", {(A, "enters", "Turkey", None)}),
        ("Acme Corp runs a copper mine in Peru.", {(A, "produces", "Peru", None)}),
        ("Acme Corp is to re-enter the Irish mobile phone market.", {(A, "enters", "Ireland", "plan")}),
        ("Acme Corp has quit the Spanish retail banking market.", {(A, "exits", "Spain", None)}),
        ("Acme Corp makes the Zeta. Production of the Zeta will start in Turin next year.", {("Zeta", "produces", "Turin", "plan")}),
    ],
)
def test_where(extractor, text, expected):
    assert markets(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp said in January it was interested in making a bid for Globex Inc.", {(A, "announced", "2016-01-01", "2016-01-31")}),
        ("Acme Corp said in January 2012 that it would open a $2 billion plant.", {(A, "announced", "2012-01-01", "2012-01-31")}),
        ("Last month, Acme Corp said it would cut its prices.", {(A, "announced", "2016-07-01", "2016-07-31")}),
        ("Acme Corp said on Tuesday it will close its plant in Leeds.", {(A, "announced", "2016-08-09", "2016-08-09")}),
        ("Acme Corp will close its plant in Leeds, the company said Tuesday.", {(A, "announced", "2016-08-09", "2016-08-09")}),
        ("Acme Corp on May 9 said it would shut its plant in Leeds.", {(A, "announced", "2016-05-09", "2016-05-09")}),
        ("Acme Corp said in January its sales would fall.", set()),
        ("Acme Corp said in January that Globex Inc would leave.", set()),
        ("Acme Corp announced plans in January to open 40 stores.", {(A, "announced", "2016-01-01", "2016-01-31")}),
        ("The addition of 10 stores was announced over the weekend by Acme Corp.", {(A, "announced", "2016-08-06", "2016-08-07")}),
        ("Jane Roe had announced her retirement Monday, Aug. 1, from Acme Corp.", {("Jane Roe", "announced", "2016-08-01", "2016-08-01")}),
        ("Acme Corp and Globex Inc completed the $130 billion mega-merger in May.", {(A, "completed", "2016-05-01", "2016-05-31")}),
        ("Globex Inc was taken over by Acme Corp in 2009.", {(G, "acquired", "2009-01-01", "2009-12-31")}),
        ("Similar agreements were reached with Globex Inc in May.", {(G, "signed", "2016-05-01", "2016-05-31")}),
        ("Acme Corp and Globex Inc are to list on the bourse on Friday.", {(A, "listed", "2016-08-12", "2016-08-12"), (G, "listed", "2016-08-12", "2016-08-12")}),
    ],
)
def test_when(extractor, text, expected):
    assert dates(extractor, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Acme Corp announced on Monday that it has completed the sale of Globex Inc.",
        "Acme Corp announced on Monday the completion of its purchase of Globex Inc.",
    ],
)
def test_what_is_announced_as_done_is_done_that_day(extractor, text):
    assert dates(extractor, text) == {(A, "announced", "2016-08-08", "2016-08-08"), (A, "completed", "2016-08-08", "2016-08-08")}


def test_a_time_that_fronts_the_next_clause_is_not_that_of_the_purchase(extractor):
    text = "Acme Corp makes bikes. In January it completed the $800 million purchase of Initech Inc, and in 2012 it acquired a stake in a wire maker."
    found = [one for one in extractor.extract(text, published="2016-08-10", id="test") if one.kind == "deal" and one.predicate == "acquires"]
    assert [str(one.period.start) for one in found] == ["2016-01-01"]


def test_when_partners_came_together(extractor):
    text = "Acme Corp formed a joint venture with Globex Inc in 2004."
    found = [one for one in extractor.extract(text, published="2016-08-10", id="test") if one.kind == "deal"]
    assert [(one.predicate, str(one.period.start)) for one in found] == [("partners", "2004-01-01")]
