"""Cues: a rule tried only around its cue finds what it finds in the whole text."""

from __future__ import annotations

import pytest

from extractor.mentions import periods
from extractor.mentions.timex_cues import MONTHS, Places

FILLER = "Nothing else is told in this stretch, which goes on and on without a word of when. " * 4
TIMES = (
    "on 12 March 2014", "in the first quarter of fiscal 2016", "two years ago", "from May to July 2012", "last Christmas",
    "the six months to September 30", "in 2010/11", "the 1980s", "Q3 2015", "by the end of the year", "in 240 BC", "on Tuesday",
    "last summer", "in the 19th century", "the second half of 2013", "9/11", "3.5.2011", "the year ended March 31, 2012",
    "so far this year", "in the same period last year", "a year earlier", "over the past two years", "on Friday of last week", "the day before",
    "later that year", "last June", "between last May and June", "yesterday", "in recent months", "every week", "half a year", "the past few days",
    "in June of that year", "from May to July", "March 3-5", "3 to 5 March", "3-May-2012", "the year from April", "in its second fiscal quarter",
    "in the first three months of 2012", "in the holiday quarter", "in the March quarter", "at quarter end", "the year to this month", "in the past",
)  # fmt: skip


@pytest.mark.parametrize("time", TIMES)
def test_every_rule_finds_around_its_cue_what_it_finds_in_the_whole(time):
    text = FILLER + f"It opened {time}. " + FILLER
    places = Places(text)
    found = 0
    for rule in periods._ORDER:
        whole = [match.span() for match in rule.pattern.finditer(text)]
        around = [match.span() for start, end in places.of(rule.cue, rule.core) for match in rule.pattern.finditer(text, start, end)]
        assert around == whole, rule.name
        found += len(whole)
    assert found


def test_stretches_are_apart_in_order_and_short():
    text = FILLER + "in May and in June " + FILLER + "in July."
    stretches = Places(text).of(MONTHS)
    assert len(stretches) == 2 and stretches[0][1] < stretches[1][0]
    assert sum(end - start for start, end in stretches) < len(text) / 2


def test_a_capital_that_grows_when_small_shifts_nothing():
    text = "İ" * 30 + " It opened on 12 March 2014."
    assert [match.period.text for match in periods.find_periods(text)] == ["12 March 2014"]
