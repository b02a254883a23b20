"""Dates: what a company says it will do, what is done on the day of the news, times still to come or left open."""

from __future__ import annotations

import pytest

PUBLISHED = "2014-08-13"  # a Wednesday


def dates(extractor, text):
    """Predicate, subject, object, first and last day and outlook of each date claim."""
    found = [one for one in extractor.extract(text, published=PUBLISHED, id="test") if one.kind == "date"]
    return {(one.predicate, one.subject.name, one.object and one.object.name, str(one.period.start), str(one.period.end), one.outlook) for one in found}


def on(day, predicate, subject="Acme Corp", object=None, outlook=None, until=None):
    return predicate, subject, object, day, until or day, outlook


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp said on Monday it would close its mill in Leeds.", {on("2014-08-11", "announced", object="mill in Leeds")}),
        ("On Monday, Acme Corp said it planned to move its headquarters to Oslo.", {on("2014-08-11", "announced", object="headquarters")}),
        ("Earlier on Tuesday, Acme Corp said it was considering a public offer.", {on("2014-08-12", "announced", object="public offer")}),
        ("Acme Corp said in July that it is interested in making a bid.", {on("2014-07-01", "announced", until="2014-07-31")}),
        ("All stores will close and the staff of Acme Corp will lose their jobs, the company said Thursday.", {on("2014-08-07", "announced")}),
        (
            "Acme Corp said on Tuesday that its mill would close next year.",
            {on("2014-08-12", "announced", object="mill"), on("2015-01-01", "closed", object="mill", outlook="plan", until="2015-12-31")},
        ),
        # results, forecasts, denials and takeovers are told by other kinds
        ("Acme Corp said on Tuesday that revenue would fall 3 percent.", set()),
        ("Acme Corp said on Tuesday that it would not sell its stake.", set()),
        ("Acme Corp said on Tuesday it had agreed to buy Globex Inc.", set()),
        ("Acme Corp said on Tuesday it had agreed to pay a fine of $300,000.", {on("2014-08-12", "announced", object="fine of $300,000")}),
        ("Acme Corp, which makes bikes, is cutting costs, and on Tuesday said it would shut its office.", {on("2014-08-12", "announced", object="office")}),
        ("Acme Corp said on Tuesday that it expects to grow 3 percent.", set()),
    ],
)
def test_what_a_company_says_it_will_do_is_announced(extractor, text, expected):
    assert dates(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp today announced that it has signed a contract.", {on(PUBLISHED, "announced", object="contract"), on(PUBLISHED, "signed")}),
        (
            "Acme Corp (NYSE: ACM) today announced it has completed the sale.",
            {on(PUBLISHED, "announced", object="sale"), on(PUBLISHED, "completed", object="sale")},
        ),
        ("Acme Corp announced today that it has appointed Jane Roe as head of sales.",
         {on(PUBLISHED, "announced", object="Jane Roe"), on(PUBLISHED, "appointed", "Jane Roe", "Acme Corp")}),
        ("Acme Corp announced on Monday that it had completed the sale.", {on("2014-08-11", "announced", object="sale"), on("2014-08-11", "completed", object="sale")}),
    ],
)  # fmt: skip
def test_what_is_announced_today_as_done_is_done_today(extractor, text, expected):
    assert dates(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The shares of Acme Corp are slated to list on the bourse on Wednesday.", {on(PUBLISHED, "listed", object="bourse", outlook="plan")}),
        ("Acme Corp is set to announce the terms later on Wednesday.", {on(PUBLISHED, "announced", object="terms", outlook="plan")}),
        ("Acme Corp is due to report its results on Wednesday.", {on(PUBLISHED, "reported", object="results", outlook="plan")}),
        ("Acme Corp reported its results on Wednesday.", {on(PUBLISHED, "reported", object="results")}),
        # the one or the other
        ("Acme Corp could be floated in either 2016 or 2017.", {on("2016-01-01", "listed", until="2017-12-31", outlook="plan")}),
        ("Acme Corp will open the mill in late October or early November.", {on("2014-10-01", "opened", object="mill", until="2014-11-30", outlook="plan")}),
        # until when something goes on
        ("Acme Corp has suspended interest payments until 2017.", set()),
        ("Acme Corp will not close the mill until 2016.", {on("2016-01-01", "closed", object="mill", until="2016-12-31", outlook="plan")}),
        # who is named in between does not act
        ("Globex Inc, in which Acme Corp owns a majority stake, was founded in 1995.", {on("1995-01-01", "founded", "Globex Inc", until="1995-12-31")}),
        ("Globex Inc, in which Acme Corp owns a majority stake, could be floated in 2016.", {on("2016-01-01", "listed", "Globex Inc", until="2016-12-31", outlook="plan")}),
    ],
)
def test_times_of_the_day_open_and_between(extractor, text, expected):
    assert dates(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # suits and filings
        ("Acme Corp is big. The lawsuit was filed on Friday after Globex Inc made a bid.", {on("2014-08-08", "filed")}),
        ("Acme Corp made its surprise bankruptcy filing in Leeds in July.", {on("2014-07-01", "filed", until="2014-07-31")}),
        ("Ann Lee, the lead plaintiff, sued Acme Corp in 2012.", {on("2012-01-01", "filed", "Ann Lee", "Acme Corp", until="2012-12-31")}),
        ("In 2002, many investors lost money when Acme Corp filed for bankruptcy.", {on("2002-01-01", "filed", object="bankruptcy", until="2002-12-31")}),
        # results of one time told at another
        ("Acme Corp will publish its results for the 12 months to 31 July on 30 September.", {on("2014-09-30", "reported", object="results", outlook="plan")}),
        ("Acme Corp is to report earnings for the third quarter on Oct. 12.", {on("2014-10-12", "reported", object="earnings", outlook="plan")}),
        # several who do it; nobody who is only asked to; persons who act alone
        (
            "Budget carriers Acme Airlines and Globex Air are planning to launch operations in May next year.",
            {on("2015-05-01", "launched", who, "operations", "plan", "2015-05-31") for who in ("Acme Airlines", "Globex Air")},
        ),
        ("Mr Gazer urged Acme Corp to force brokers to disclose their fees on Monday.", set()),
        ("A fault forced Acme Corp to recall 3,000 cars in May.", {on("2014-05-01", "recalled", object="3,000 cars", until="2014-05-31")}),
        ("Mr Gazer released the plan on Monday. Acme Corp was silent.", set()),
        # a percentage in brackets; what is agreed is no plan
        (
            "Tom Ghosn is to become chairman of Acme Corp, which owns 44% of Globex Inc, in October.",
            {on("2014-10-01", "appointed", "Tom Ghosn", "Acme Corp", "plan", "2014-10-31")},
        ),
        ("Acme Corp agreed to buy Globex Inc earlier this month.", {on("2014-08-01", "signed", object="Globex Inc", until="2014-08-31")}),
    ],
)
def test_who_does_what_when(extractor, text, expected):
    assert dates(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a period that belongs to what follows it, or to what was looked for
        (
            "Acme Corp reported a 67.9% rise in its June sales on Monday.",
            {on("2014-08-11", "reported", object="67.9% rise")},
        ),
        ("Acme Corp unveiled plans to cut its prices by about 8% from April in some areas.", set()),
        ("Acme Corp has sued four banks over last year's forced auction of its unit.", set()),
        ("Mr Vaile compared Acme Corp's attempt to take over Globex Inc to a similar bid in 2001.", set()),
        ("The Bank of Norland revealed that 48,000 fewer loans were approved in July.", set()),
        (
            "Acme Corp said it would begin trials in September with a view to launching faster services nationally from the autumn.",
            {
                on("2014-09-01", "started", object="trials", outlook="plan", until="2014-09-30"),
                on("2014-09-01", "launched", object="faster services", outlook="plan", until="2014-11-30"),
            },
        ),
        # what a person begins; who it is that comes and goes, one or several
        ("Former Acme Corp boss Mikhail Kho began testimony on Friday in his trial.", set()),
        ("Acme Corp's newly appointed chief executive Taka Nish, who took over when three directors stood down last month, is calm.", set()),
        (
            "Two directors, Jane Roe and John Doe, stepped down from Acme Corp in May.",
            {on("2014-05-01", "departed", who, "Acme Corp", until="2014-05-31") for who in ("Jane Roe", "John Doe")},
        ),
        (
            "Acme Corp appointed Jane Roe and John Doe as directors in May.",
            {on("2014-05-01", "appointed", who, "Acme Corp", until="2014-05-31") for who in ("Jane Roe", "John Doe")},
        ),
        ("Jane Roe met John Doe, and Mary Poe left Acme Corp in May.", {on("2014-05-01", "departed", "Mary Poe", "Acme Corp", until="2014-05-31")}),
    ],
)
def test_what_a_period_does_not_date(extractor, text, expected):
    assert dates(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # set to do it: who is set, not who reports it; with an adverb between
        (
            "Acme Corp is set to raise $2bn in Hong Kong. The giant is set to announce the terms of its share sale on Wednesday, Reuters reported.",
            {on(PUBLISHED, "announced", object="terms", outlook="plan")},
        ),
        ("Acme Corp's listing ceremony will be held at the Hong Kong Stock Exchange on Tuesday.", {on("2014-08-19", "listed", object="Hong Kong Stock Exchange", outlook="plan")}),
        (
            "In January Acme Corp said that it would put up a $2 billion plant in the state of Norland, to open in late 2015.",
            {
                on("2014-01-01", "announced", object="$2 billion plant", until="2014-01-31"),
                on("2015-01-01", "opened", object="$2 billion plant", outlook="plan", until="2015-12-31"),
            },
        ),
        # what is done ahead of something is over, and so is that; a share's gain is no result; what is laid before a board is not announced
        ("Restrictions were imposed ahead of its flotation in February, to prevent shares of Acme Corp being dumped.", {on("2014-02-01", "listed", until="2014-02-28")}),
        ("Acme Corp has hired bankers ahead of its flotation in September.", {on("2014-09-01", "listed", outlook="plan", until="2014-09-30")}),
        ("The share that gained most ahead of the close Monday was that of Acme Corp.", set()),
        ("Acme Corp posted its biggest loss on Monday.", {on("2014-08-11", "reported", object="biggest loss")}),
        ("Mr Tanner presented the board of Acme Corp with detailed proposals on an offer earlier this month.", set()),
        ("Acme Corp aims to double sales by 2018, launching 28 new models in the process.", {on("2018-01-01", "launched", object="28 new models", outlook="target", until="2018-12-31")}),
    ],
)
def test_what_is_set_to_be_done_and_what_is_no_event(extractor, text, expected):
    assert dates(extractor, text) == expected


def test_a_family_name_that_somebody_speaks_for_is_still_a_persons(extractor):
    text = "Acme Corp's former CEO, Adam Roe, is calm. A spokeswoman for Roe declined to comment. Roe had resigned as CEO in May."
    assert dates(extractor, text) == {on("2014-05-01", "departed", "Adam Roe", "Acme Corp", until="2014-05-31")}


def test_what_is_launched_by_its_name(extractor):
    assert dates(extractor, "Acme Corp's game streaming service, Zeta, launched on Tuesday.") == {on("2014-08-12", "launched", object="Zeta")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp said on Tuesday its net profit rose 3 percent.", {on("2014-08-12", "reported", object="net profit")}),
        ("Net income fell to $3 million, Acme Corp said on Tuesday.", {on("2014-08-12", "reported", object="Net income")}),
        ("Acme Corp said on Tuesday that group revenue rose 3 percent.", {on("2014-08-12", "reported", object="group revenue")}),
        ("Acme Corp posted on Tuesday a surge in earnings.", {on("2014-08-12", "reported", object="surge in earnings")}),
        ("Acme Corp makes bikes. On Friday, the firm will publish its half-year results.", {on("2014-08-15", "reported", object="half-year results", outlook="plan")}),
        # of others, of a whole trade, or still to come
        ("Acme Corp said on Tuesday that Globex Inc's net profit rose 3 percent.", set()),
        ("Acme Corp said on Tuesday that its net profit would rise 3 percent.", set()),
        ("The Commerce Department said on Tuesday retail sales rose 3 percent.", set()),
        ("Acme Corp said on Tuesday that profit at its Leeds mill rose 3 percent.", set()),
    ],
)
def test_results_that_a_company_tells_are_reported(extractor, text, expected):
    assert dates(extractor, text) == expected
