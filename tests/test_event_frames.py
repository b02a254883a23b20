"""Dates: the ways of telling that something was founded, opened, launched, ended, and who came and went when."""

from __future__ import annotations

import pytest

PUBLISHED = "2016-08-10"


def dates(extractor, text):
    """Predicate, subject, object, first day and outlook of each date claim, in the order of the text."""
    found = [one for one in extractor.extract(text, published=PUBLISHED, id="test") if one.kind == "date"]
    return [(one.predicate, one.subject.name, one.object and one.object.name, str(one.period.start), one.outlook) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp was set up in 1991.", [("founded", "Acme Corp", None, "1991-01-01", None)]),
        ("Set up in 1991, Acme Corp makes bikes.", [("founded", "Acme Corp", None, "1991-01-01", None)]),
        ("Acme Corp, founded as a seed merchant in Leeds in 1887, sells plants.", [("founded", "Acme Corp", None, "1887-01-01", None)]),
        ("Acme Corp flies to Peru. Jane Roe, who started the airline in 1997, was glad.", [("founded", "Acme Corp", None, "1997-01-01", None)]),
        ("Acme Corp makes bikes. Jane Roe, whose father started the business in 1968, was glad.", [("founded", "Acme Corp", None, "1968-01-01", None)]),
        ("Acme Corp, spun out of the University of Leeds in 2007, makes bikes.", [("founded", "Acme Corp", None, "2007-01-01", None)]),
        ("Acme Corp, which started out in a greenhouse in 1964, sells plants.", [("founded", "Acme Corp", None, "1964-01-01", None)]),
        ("Acme Corp, which began in 1987 as a maker of clocks, sells phones.", [("founded", "Acme Corp", None, "1987-01-01", None)]),
        ("Acme Corp traces its roots back to 1911.", [("founded", "Acme Corp", None, "1911-01-01", None)]),
        ("Acme Corp makes bikes. Set up in 1907, the loss-making business has 40 shops.", [("founded", "Acme Corp", None, "1907-01-01", None)]),
        ("Acme Corp has paid a dividend every year since its foundation in 1963.", [("founded", "Acme Corp", None, "1963-01-01", None)]),
        ("Acme Corp's creation of a fund in 2012 helped.", []),
        ("Acme Corp set up a plant in Leeds in 2007.", []),
        ("Acme Corp will start making the Globex Inc bike in Leeds in 2019.", []),
    ],
)
def test_founding(extractor, text, expected):
    assert [one for one in dates(extractor, text) if one[0] == "founded"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp cut the ribbon on its ninth supermarket in March.", [("opened", "Acme Corp", "ninth supermarket", "2016-03-01", None)]),
        ("Acme Corp's hotel in Leeds will welcome its first guests in May 2017.", [("opened", "Acme Corp", "hotel in Leeds", "2017-05-01", "plan")]),
        ("Acme Corp threw open its doors in 2014.", [("opened", "Acme Corp", None, "2014-01-01", None)]),
        ("Acme Corp makes rice. Its mill is slated to be commissioned in March 2018.", [("opened", "Acme Corp", "mill", "2018-03-01", "plan")]),
        ("Acme Corp shut its only loss-making branch in January.", [("closed", "Acme Corp", "only loss-making branch", "2016-01-01", None)]),
        ("Acme Corp will wind down its Leeds plant by the end of January.", [("closed", "Acme Corp", "Leeds plant", "2017-01-01", "plan")]),
        ("Acme Corp pulled down the shutters on its last shop in May.", [("closed", "Acme Corp", "last shop", "2016-05-01", None)]),
        ("Acme Corp mothballed its mill in Leeds in 2014.", [("closed", "Acme Corp", "mill in Leeds", "2014-01-01", None)]),
        ("Acme Corp's plant should go on stream in March 2018.", [("started", "Acme Corp", "plant", "2018-03-01", "plan")]),
        ("Acme Corp's new mill came online in May.", [("started", "Acme Corp", "new mill", "2016-05-01", None)]),
        ("Acme Corp's shares closed at $3 on Tuesday.", []),
        ("Acme Corp opened talks with Globex Inc in May.", []),
        ("Acme Corp shares opened higher on Tuesday.", []),
    ],
)
def test_sites(extractor, text, expected):
    assert dates(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp's Zeta 5 phone hit the shelves in May.", ("launched", "2016-05-01", None)),
        ("Acme Corp will put the Zeta 5 on sale in October.", ("launched", "2016-10-01", "plan")),
        ("Acme Corp's Zeta 5 reaches showrooms in October.", ("launched", "2016-10-01", "plan")),
        ("Acme Corp brought the Zeta 5 to market in 2014.", ("launched", "2014-01-01", None)),
        ("Acme Corp said the Zeta 5 goes on sale in Peru on October 1.", ("launched", "2016-10-01", "plan")),
        ("Acme Corp began commercial service in Leeds on May 1, 2006.", ("launched", "2006-05-01", None)),
        ("Acme Corp grounded its twice-weekly service from Lima in May.", ("ended", "2016-05-01", None)),
        ("Acme Corp's agreement with Globex Inc ran out on June 30.", ("ended", "2016-06-30", None)),
        ("Acme Corp pulled the plug on the Zeta 5 in 2014.", ("ended", "2014-01-01", None)),
        ("Acme Corp expects to wrap up the sale by December.", ("completed", "2016-12-01", "plan")),
        ("Acme Corp expects to complete the restructuring by December.", ("completed", "2016-12-01", "plan")),
        ("Acme Corp snapped up Globex Inc in 2014.", ("acquired", "2014-01-01", None)),
        ("Acme Corp hopes to float in Milan next year.", ("listed", "2017-01-01", "target")),
        ("Acme Corp, which listed at $35 in 2011, makes bikes.", ("listed", "2011-01-01", None)),
        ("Acme Corp rang the opening bell in New York. Acme Corp's $16 billion listing in 2012 was a flop.", ("listed", "2012-01-01", None)),
        ("Acme Corp's sale of Globex Inc won approval in May.", ("approved", "2016-05-01", None)),
        ("Acme Corp was glad. The watchdog waved the deal through in May.", ("approved", "2016-05-01", None)),
        ("Acme Corp inked a deal with Globex Inc in May.", ("signed", "2016-05-01", None)),
        ("Acme Corp struck a five-year agreement with Globex Inc last month.", ("signed", "2016-07-01", None)),
        ("Acme Corp sought bankruptcy protection in May.", ("filed", "2016-05-01", None)),
        ("Acme Corp lodged a complaint against Globex Inc on Tuesday.", ("filed", "2016-08-09", None)),
        ("Acme Corp called in 3,000 faulty cars in May.", ("recalled", "2016-05-01", None)),
        ("Acme Corp's report will be published on October 23.", ("reported", "2016-10-23", "plan")),
        ("Acme Corp will unveil its results on October 23.", ("reported", "2016-10-23", "plan")),
        ("Acme Corp on Tuesday posted a 31 percent jump in net profit.", ("reported", "2016-08-09", None)),
        ("Acme Corp on Tuesday unveiled a takeover bid for Globex Inc.", ("announced", "2016-08-09", None)),
        ("Last month it signed an accord on production with Globex Inc, said Acme Corp.", ("signed", "2016-07-01", None)),
        ("Acme Corp has a five-year agreement signed last month.", ("signed", "2016-07-01", None)),
        ("Acme Corp held an initial public offering in May.", ("listed", "2016-05-01", None)),
        ("Acme Corp's results last week were good.", ("reported", "2016-08-01", None)),
        ("Acme Corp bought Globex Inc for $3 million in May.", ("acquired", "2016-05-01", None)),
        ("Acme Corp's Zeta 5 made its debut in May.", ("launched", "2016-05-01", None)),
        ("Acme Corp's first Zeta 5, which debuted in 2007, sold well.", ("launched", "2007-01-01", None)),
        ("Acme Corp joined the race with its Zeta launch in May.", ("launched", "2016-05-01", None)),
        ("Acme Corp's shares are down since its stock market launch in May.", None),
        ("Acme Corp is back on for an October launch.", ("launched", "2016-10-01", "plan")),
        ("Acme Corp hired more staff for its first smart lamps, due out this autumn.", ("launched", "2016-09-01", "plan")),
        ("Acme Corp's customers will be able to order its Zeta 5 starting October 9th.", ("launched", "2016-10-09", "plan")),
        ("Acme Corp opened pre-orders for the Zeta 5 on Tuesday.", ("launched", "2016-08-09", None)),
        ("Acme Corp began shipping the Zeta 5 on March 2nd.", ("launched", "2016-03-02", None)),
        ("Acme Corp took the wraps off the Zeta 5 on Monday.", ("announced", "2016-08-08", None)),
        ("Acme Corp is scheduled to report its third-quarter results after the market closes on October 29.", ("reported", "2016-10-29", "plan")),
        ("On July 30, Acme Corp delivered better-than-expected quarterly results but gave no forecast.", ("reported", "2016-07-30", None)),
        ("The European Commission cleared Acme Corp's purchase of Globex Inc on Tuesday.", ("approved", "2016-08-09", None)),
        ("Acme Corp said it would shut the plant, which was old, in 2018.", ("closed", "2018-01-01", "plan")),
        ("Globex Inc, which Acme Corp acquired in 2012, makes bikes.", ("acquired", "2012-01-01", None)),
        ("Acme Corp is due to report on October 23.", ("reported", "2016-10-23", "plan")),
        ("Acme Corp spent much of last year talking up its plan to launch a TV service.", None),
        ("Shares of Acme Corp jumped in their debut on the Oslo Stock Exchange on Tuesday.", ("listed", "2016-08-09", None)),
        ("Acme Corp is launching the Zeta 5 in March.", ("launched", "2017-03-01", "plan")),
        ("Acme Corp reported that it was glad on Tuesday.", None),
        ("Acme Corp found a way out in May.", None),
        ("Acme Corp cleared its debts in May.", None),
        ("Acme Corp completed 40 houses in May.", None),
        ("Acme Corp signed up 3,000 subscribers in May.", None),
        ("Analysts at Acme Corp cut their forecasts on Tuesday.", None),
        ("Acme Corp began to move forward in May.", None),
        ("Acme Corp launched a counter-offensive in May.", None),
        ("Acme Corp's customers stopped buying sofas in May.", None),
        ("Acme Corp ended the year with $3 million in cash.", None),
        ("Acme Corp made a good start in May.", None),
        ("Sales at Acme Corp dropped in May.", None),
    ],
)
def test_what_happens(extractor, text, expected):
    assert [(one[0], one[3], one[4]) for one in dates(extractor, text)] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp makes bikes. Jane Roe stood down as chairman in 2012.", [("departed", "Jane Roe")]),
        ("Acme Corp makes bikes. Jane Roe, its co-founder, walked out in May.", [("departed", "Jane Roe")]),
        ("Acme Corp makes bikes. Finance chief Jane Roe bowed out in May.", [("departed", "Jane Roe")]),
        ("Acme Corp said it parted company with Jane Roe in May.", [("departed", "Jane Roe")]),
        ("Acme Corp makes bikes. Jane Roe was shown the door in May.", [("departed", "Jane Roe")]),
        ("Acme Corp dismissed its finance chief, Jane Roe, in May.", [("departed", "Jane Roe")]),
        ("Acme Corp makes bikes. Finance chief Jane Roe will go once her contract expires in May.", [("departed", "Jane Roe")]),
        ("Acme Corp makes bikes. Jane Roe came over from Globex Inc in March to be finance director.", [("appointed", "Jane Roe")]),
        ("Acme Corp makes bikes. Jane Roe took the helm in March.", [("appointed", "Jane Roe")]),
        ("Acme Corp makes bikes. Jane Roe will become chief executive in October.", [("appointed", "Jane Roe")]),
        ("Acme Corp makes bikes. Jane Roe, who has led the company since 2010, was glad.", [("appointed", "Jane Roe")]),
        ("Jane Roe, chief executive of Acme Corp since 2010, was glad.", [("appointed", "Jane Roe")]),
        ("Acme Corp last month poached Jane Roe from Globex Inc.", [("appointed", "Jane Roe")]),
        ("Acme Corp makes bikes. Tom Brook hired Jane Roe in May.", [("appointed", "Jane Roe")]),
        ("Acme Corp makes bikes. Jane Roe left the meeting in May.", []),
        ("Acme Corp left Spain in 2012.", []),
        ("Acme Corp retired its oldest planes in 2012.", []),
        ("Acme Corp took over Globex Inc in 2012.", []),
        ("Acme Corp became the largest maker of bikes in 2012.", []),
    ],
)
def test_people(extractor, text, expected):
    assert [one[:2] for one in dates(extractor, text) if one[0] in ("appointed", "departed")] == expected


def test_a_clause_with_when_tells_of_the_same_time(extractor):
    """What was done "in 2012 when it did something else" dates both."""
    text = "Acme Corp was started by two students in 2012 when they released the first Zeta."
    assert [(one[0], one[3]) for one in dates(extractor, text)] == [("founded", "2012-01-01"), ("launched", "2012-01-01")]


def test_who_is_told_of_a_launch_does_not_launch(extractor):
    text = "Acme Corp chief Jane Roe told Borealis the service will launch in Norway next month."
    assert {one[:2] for one in dates(extractor, text)} == {("launched", "Acme Corp")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp has been in business since 1954.", [("founded", "1954-01-01", None)]),
        ("Acme Corp has operated in Spain since 1996.", []),
        ("Acme Corp makes bikes. Tom Brook has worked at the company since 2006.", [("appointed", "2006-01-01", None)]),
        ("Acme Corp makes bikes. Its next quarterly report is scheduled for October 21.", [("reported", "2016-10-21", "plan")]),
        ("Acme Corp makes bikes. The listing is planned for the autumn.", [("listed", "2016-09-01", "plan")]),
        ("Acme Corp makes bikes. The first of them will roll off the line in spring 2018.", [("started", "2018-03-01", "plan")]),
        ("Acme Corp makes bikes. The site will close at the end of the year.", [("closed", "2016-01-01", "plan")]),
        ("Acme Corp makes bikes. Deliveries start in September.", [("launched", "2016-09-01", "plan")]),
        ("Acme Corp makes bikes. Sales of the bike in Spain are expected to start in early 2018.", [("launched", "2018-01-01", "plan")]),
        ("Acme Corp will shut down its Ohio plant for two weeks starting August 21.", [("closed", "2016-08-21", "plan")]),
        ("Acme Corp makes bikes. A new finance chief, Tom Brook, starts on September 1.", [("appointed", "2016-09-01", "plan")]),
        ("Acme Corp makes bikes. Its former boss is in jail. His trial started in May.", []),
        ("Acme Corp makes bikes. Its contract with Globex Inc, signed in 2012, runs out in 2019.", [("signed", "2012-01-01", None), ("ended", "2019-01-01", "plan")]),
        ("On 3 June the Competition and Markets Authority cleared the Acme Corp merger.", [("approved", "2016-06-03", None)]),
        ("Acme Corp makes bikes. Finance chief Tom Brook left in March and was replaced the same month by Jane Roe.", [("appointed", "2016-03-01", None), ("departed", "2016-03-01", None)]),
        ("Acme Corp makes bikes. Consultation with its staff closes on September 15.", [("ended", "2016-09-15", "plan")]),
        ("Acme Corp makes bikes. Its branches in Leeds and Hull are pencilled in for October.", [("opened", "2016-10-01", "plan")]),
        ("Acme Corp's rival, Globex Inc, is slated to report on Thursday.", [("reported", "2016-08-11", "plan")]),
        ("Acme Corp declared a dividend of $0.31 a share, payable on October 2, 2016.", []),
        (
            "Acme Corp makes bikes. On September 1 Jane Roe, who has run its shops since 2008, takes over as chief executive from Tom Brook.",
            [("appointed", "2008-01-01", None), ("appointed", "2016-09-01", "plan"), ("departed", "2016-09-01", "plan")],
        ),
        ("Acme Corp will be opening a 24-hour coffeehouse in Leeds in October.", [("opened", "2016-10-01", "plan")]),
        ("Acme Corp will open a $1.5 million, 700 square-metre store in November or December.", [("opened", "2016-11-01", "plan")]),
        ("Acme Corp makes bikes. Its shop will close on Sunday and reopen on Monday.", [("closed", "2016-08-14", "plan"), ("opened", "2016-08-15", "plan")]),
        ("Acme Corp makes bikes. Tom Brook was its boss. His retirement took effect on April 14.", [("departed", "2016-04-14", None)]),
        ("Tom Brook, the chief executive of Acme Corp since 2003 and chairman since 2004, is glad.", [("appointed", "2003-01-01", None), ("appointed", "2004-01-01", None)]),
        ("Acme Corp makes bikes. Its half-year accounts will be released on August 26.", [("reported", "2016-08-26", "plan")]),
        ("Acme Corp said it expects to close the deal next week, reporting first-quarter results.", [("completed", "2016-08-15", "plan")]),
        ("Acme Corp makes bikes. The new law will make shops stop by the end of the year.", []),
        ("Acme Corp broke ground on its first plant that builds the Zeta bike in 2008.", [("started", "2008-01-01", None)]),
        ("Acme Corp has 19 shops, with a twentieth due to open in Leeds tomorrow.", [("opened", "2016-08-11", "plan")]),
        ("Acme Corp started trading Tuesday morning on the New York Stock Exchange.", [("listed", "2016-08-09", None)]),
        ("Acme Corp makes bikes. It has been a year of few IPOs, after volatility late in 2015.", []),
        ("Acme Corp flies to Spain. It will recommence its flights to Oslo on September 1.", [("started", "2016-09-01", "plan")]),
        ("Acme Corp will operate its first commercial flight on September 23.", [("launched", "2016-09-23", "plan")]),
        ("Acme Corp is expanding in Asia by introducing a new route to Taiwan, starting November 17.", [("launched", "2016-11-17", "plan")]),
        ("Acme Corp closed its $2 billion acquisition of Globex Laboratories Inc. Tuesday.", [("completed", "2016-08-09", None)]),
        ("Acme Corp got a boost Friday when the U.S. Food and Drug Administration approved its drug.", [("approved", "2016-08-05", None)]),
        ("Acme Corp's Zeta phone is due to launch in Europe before the end of November.", [("launched", "2016-11-01", "plan")]),
        ("Acme Corp's Zeta phone goes on sale in September. The Zeta Pro will follow this autumn.", [("launched", "2016-09-01", "plan"), ("launched", "2016-09-01", "plan")]),
        (
            "Acme Corp will open a shop in Leeds in September, to be followed by one in Hull in December.",
            [("opened", "2016-09-01", "plan"), ("opened", "2016-12-01", "plan")],
        ),
        ("Acme Corp opened a shop in Leeds in May. More details will follow next week. Portugal will follow in September.", [("opened", "2016-05-01", None)]),
        (
            "Acme Corp pumps oil. It announced in May that the Zeta field had commenced output and in July Acme Corp revealed that it would sell a field.",
            [("announced", "2016-05-01", None), ("announced", "2016-07-01", None)],
        ),
        ("Acme Corp pumps oil. Its well is coming onstream in January. Stable production is due from the first quarter of 2018.", [("started", "2017-01-01", "plan"), ("started", "2018-01-01", "plan")]),
        # what was to be, and may never have been
        ("Acme Corp had planned to list in Madrid in the spring but thought better of it.", [("listed", "2016-03-01", "plan")]),
        ("Acme Corp was supposed to start production in Spain last year.", [("started", "2015-01-01", "plan")]),
        ("Acme Corp's shop had been due to open in June.", [("opened", "2016-06-01", "plan")]),
        ("Acme Corp had hoped to launch the bike in 2014.", [("launched", "2014-01-01", "target")]),
        ("Acme Corp set up a shop that opened in June.", [("opened", "2016-06-01", None)]),
        ("Acme Corp makes bikes. The closing of the merger will take place in March 2017.", [("completed", "2017-03-01", "plan")]),
        ("Acme Corp makes drugs. Approval of its drug is expected in March 2017.", [("approved", "2017-03-01", "plan")]),
        ("Acme Corp makes bikes. Acme reduced its full-year outlook in March.", [("announced", "2016-03-01", None)]),
    ],
)
def test_what_begins_since_when_and_what_was_planned(extractor, text, expected):
    assert sorted((one[0], one[3], one[4]) for one in dates(extractor, text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp has been headed by the engineer Jane Roe since 2004.", [("appointed", "Jane Roe", "Acme Corp", "2004-01-01", None)]),
        ("Acme Corp's chief executive, Jane Roe, who has been in the role since 2012, will leave.", [("appointed", "Jane Roe", "Acme Corp", "2012-01-01", None)]),
        ("Jane Roe, chief executive of Acme Corp, has held the job since 2011.", [("appointed", "Jane Roe", "Acme Corp", "2011-01-01", None)]),
        ("Acme Corp's mill has been run by Globex Inc since 2012.", []),
        ("Acme Corp took a 20 percent stake in Globex Inc in May 2014.", [("acquired", "Acme Corp", "Globex Inc", "2014-05-01", None)]),
        ("Acme Corp took an interest in the matter in May 2014.", []),
        ("Jane Roe, who has been on the board of Acme Corp since 2008, will retire.", [("appointed", "Jane Roe", "Acme Corp", "2008-01-01", None)]),
        ("Acme Corp launched a drill in May, and Globex Inc is expected to follow in October.", [("launched", "Acme Corp", "drill", "2016-05-01", None), ("launched", "Globex Inc", None, "2016-10-01", "plan")]),
        (
            "Acme Corp will launch a drill in September, followed by a saw in October and the lathe in early 2017.",
            [("launched", "Acme Corp", "drill", "2016-09-01", "plan"), ("launched", "Acme Corp", "saw", "2016-10-01", "plan"), ("launched", "Acme Corp", "lathe", "2017-01-01", "plan")],
        ),
        ("Acme Corp launched a drill in May, followed by Peru in June.", [("launched", "Acme Corp", "drill", "2016-05-01", None)]),
        ("The Leeds shop of Acme Corp will be the first to open in October.", [("opened", "Acme Corp", "Leeds shop of Acme Corp", "2016-10-01", "plan")]),
        ("Acme Corp was sold to Globex Inc in 2011.", [("acquired", "Acme Corp", "Globex Inc", "2011-01-01", None)]),
        ("Acme Corp bought two gold mines from Globex Inc in 2014.", [("acquired", "Acme Corp", "mines", "2014-01-01", None)]),
        ("Acme Corp bought 40 trucks from Globex Inc in 2014.", []),
        ("Acme Corp plans to open the 200-room hotel in May 2018.", [("opened", "Acme Corp", "200-room hotel", "2018-05-01", "plan")]),
        ("Acme Corp bakes its bread at a plant in Leeds, which it opened in 1999, and at a site in York.", [("opened", "Acme Corp", "plant", "1999-01-01", None)]),
        ("Acme Corp's quarterly earnings are due out on August 16.", [("reported", "Acme Corp", None, "2016-08-16", "plan")]),
        ("Acme Corp's announcement in May that it would shut two mills was a shock.", [("announced", "Acme Corp", None, "2016-05-01", None)]),
        ("Acme Corp makes beer. The brewery, which dates from 1836, is owned by Globex Inc.", [("founded", "Acme Corp", None, "1836-01-01", None)]),
        ("Acme Corp's mine poured its first gold in May.", [("started", "Acme Corp", "mine", "2016-05-01", None)]),
    ],
)
def test_since_when_and_stakes(extractor, text, expected):
    assert dates(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp jumped on Tuesday, giving the company founded by Jane Roe a market value of $4 billion.", []),
        ("Shares of Acme Corp rose on their first day of trading on Tuesday.", [("listed", "Acme Corp", None, "2016-08-09", None)]),
        ("Shares of Acme Corp rose on the first day of trading this month.", []),
        ("Acme Corp and Globex Inc agreed to a merger. The companies hope to close it by May 2018.", [("completed", "Acme Corp", "merger", "2018-05-01", "target")]),
        ("Acme Corp will sell Globex Inc. The deal needs approval from the Bank of Norland and should close by May 2018.", [("completed", "Acme Corp", "deal", "2018-05-01", "plan")]),
        (
            "Jane Roe will leave Acme Corp in October and start at Globex Capital in November, when John Doe retires.",
            [
                ("departed", "Jane Roe", "Acme Corp", "2016-10-01", "plan"), ("appointed", "Jane Roe", "Globex Capital", "2016-11-01", "plan"),
                ("departed", "John Doe", "Globex Capital", "2016-11-01", "plan"),
            ],
        ),
        ("Jane Roe would step down from the board after the annual meeting on September 22, Acme Corp said.", [("departed", "Jane Roe", "Acme Corp", "2016-09-22", "plan")]),
        ("Jane Roe of Acme Corp left for rival Globex Inc in February.", [("departed", "Jane Roe", "Acme Corp", "2016-02-01", None)]),
        ("Acme Corp said its patents expire in 2018.", []),
        ("Acme Corp said on Monday it would pay $3 million.", []),
        # in a roundup the paragraph's own company goes on
        ("Acme Corp makes trains.\n\nGlobex Inc has ordered trams from Hooli Ltd. Deliveries will start in May 2018.", [("launched", "Globex Inc", None, "2018-05-01", "plan")]),
        ("Acme Corp has picked Penang for a plant, the state government announced on Tuesday.", []),
    ],
)
def test_whose_event_a_date_tells(extractor, text, expected):
    assert dates(extractor, text) == expected
