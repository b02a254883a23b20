"""Every event in its ways of being dated: one sentence, the event and the first day of its time."""

from __future__ import annotations

import pytest

LEAD = "Globex Corp makes toys. "
# event, when (year and month), whether it is still to come, and the ways to tell it
EVENTS = {
    ("founded", "1998-01", False): "It was founded in 1998.|Since its founding in 1998, it has grown.|It was established in 1998 by two brothers."
    "|The company, founded in 1998 by Jane Roe, has grown.|It has made toys since it was founded in 1998.",
    ("launched", "2014-06", False): "The Zeta went on sale in June 2014.|The Zeta, launched in June 2014, costs $30.|It began selling the Zeta in June 2014.",
    ("launched", "2015-04", True): "The launch of the Zeta is planned for April.|The Zeta will be available from April.|The Zeta is due out in April.",
    ("opened", "2015-04", True): "The plant's opening is set for April.|The plant is scheduled to open in April.|It will open a factory in Peru in April.",
    ("closed", "2012-01", False): "The plant in Peru, which closed in 2012, made toys.|It closed its plant in Peru in 2012.",
    ("started", "2015-04", True): "Construction of the plant will start in April.|Work on the plant is to begin in April.|Production will begin in April.",
    ("completed", "2015-04", True): "The deal, which is expected to close in the second quarter, needs approval.|Completion is expected in April.|It expects to complete the deal in April.",
    ("acquired", "2012-01", False): "Acme Foods, which it bought in 2012, makes jam.|It was acquired by Acme Foods in 2012.|Its 2012 acquisition of Acme Foods cost $3 million.",
    ("listed", "2014-06", False): "Its shares began trading in June 2014.|It went public in June 2014.|Since its IPO in June 2014, the shares have doubled.",
    ("appointed", "2014-06", False): "Jane Roe was named chief executive in June 2014.|Jane Roe became chief executive in June 2014.",
    ("departed", "2015-04", True): "Chief executive Jane Roe will step down in April.",
    ("reported", "2015-03", True): "It will report third-quarter results on March 3.|Its results are due on March 3.",
    ("filed", "2014-06", False): "It sued Acme Foods in June 2014.|It filed for bankruptcy in June 2014.",
    ("approved", "2014-06", False): "The regulator approved the deal in June 2014.|It won approval for its drug in June 2014.",
}


@pytest.mark.parametrize(("event", "text"), [(event, text) for event, texts in EVENTS.items() for text in texts.split("|")])
def test_event_and_date(extractor, event, text):
    found = [
        (one.predicate, str(one.period.start)[:7], one.outlook == "plan")
        for one in extractor.extract(LEAD + text, published="2015-02-10", id="test")
        if one.kind == "date"
    ]
    assert event in found


@pytest.mark.parametrize("text", ["It said on Monday it will buy Acme Foods.", "Last month, it said it had hired Jane Roe."])
def test_when_it_was_said_is_no_event(extractor, text):
    assert not [one for one in extractor.extract(LEAD + text, published="2015-02-10", id="test") if one.kind == "date"]
