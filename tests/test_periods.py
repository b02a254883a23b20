"""One sentence, one period: the forms the period layer reads, each with its first and last day."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor.mentions.dating import given
from extractor.mentions.periods import find_periods
from extractor.mentions.types import PeriodMention

# a Thursday
PUBLISHED = dt.date(2014, 5, 15)


def only(sentence: str, published: dt.date | None = PUBLISHED, timexes: bool = False) -> PeriodMention:
    found = find_periods(sentence, given(published) if published else None, timexes)
    assert len(found) == 1, [one.period.text for one in found]
    return found[0]


def days(sentence: str, published: dt.date | None = PUBLISHED) -> str:
    """First and last day of the only period, as the tables write them."""
    period = only(sentence, published).period
    first, last = (str(day or "") for day in (period.start, period.end))
    return first if first == last else f"{first}..{last}"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It opened on March 3, 2013.", "2013-03-03"),
        ("It opened on 3 March 2013.", "2013-03-03"),
        ("It opened on the 3rd of March, 2013.", "2013-03-03"),
        ("It opened on Sunday, 3 March 2013, in Leeds.", "2013-03-03"),
        ("It opened on 2013-03-03.", "2013-03-03"),
        ("It opened on 2013-03-03T10:15:00Z.", "2013-03-03"),
        ("It opened on 12/31/2013.", "2013-12-31"),
        ("It opened on 31/12/2013.", "2013-12-31"),
        ("It opened on 31.12.2013.", "2013-12-31"),
        ("It opened on Dec. 31, 2013.", "2013-12-31"),
        ("It opened in September 2013.", "2013-09-01..2013-09-30"),
        ("It opened in Sept. 2013.", "2013-09-01..2013-09-30"),
        ("It opened in early September 2013.", "2013-09-01..2013-09-30"),
        ("It opened in 2012.", "2012-01-01..2012-12-31"),
        ("It opened in early 2014.", "2014-01-01..2014-12-31"),
        ("It opened at the end of 2012.", "2012-01-01..2012-12-31"),
        ("It was big in the 1990s.", "1990-01-01..1999-12-31"),
        ("It was big in the nineteenth century.", "1800-01-01..1899-12-31"),
        ("It was founded in 1786.", "1786-01-01..1786-12-31"),
        ("Sales rose in the third quarter of 2013.", "2013-07-01..2013-09-30"),
        ("Sales rose in Q3 2013.", "2013-07-01..2013-09-30"),
        ("Sales rose in 3Q 2013.", "2013-07-01..2013-09-30"),
        ("Sales rose in 3Q13.", "2013-07-01..2013-09-30"),
        ("Sales rose in 2013's third quarter.", "2013-07-01..2013-09-30"),
        ("Sales rose in the second half of 2013.", "2013-07-01..2013-12-31"),
        ("Sales rose in H2 2013.", "2013-07-01..2013-12-31"),
        ("Sales rose in the second half (H2) of 2013.", "2013-07-01..2013-12-31"),
        ("Sales rose in the summer of 2013.", "2013-06-01..2013-08-31"),
        ("Sales rose in winter 2012.", "2012-12-01..2013-02-28"),
        ("Sales rose in the first nine months of 2013.", "2013-01-01..2013-09-30"),
        ("It was built between 2010 and 2013.", "2010-01-01..2013-12-31"),
        ("It was built from 2010 to 2013.", "2010-01-01..2013-12-31"),
        ("It ran from May to July 2013.", "2013-05-01..2013-07-31"),
        ("It ran from November 2012 to March 2013.", "2012-11-01..2013-03-31"),
        ("The fair ran June 10-12, 2013.", "2013-06-10..2013-06-12"),
        ("The fair ran from 10 to 12 June 2013.", "2013-06-10..2013-06-12"),
        ("The fair ran from 30 June to 2 July 2013.", "2013-06-30..2013-07-02"),
    ],
)
def test_dates_of_the_calendar(sentence: str, expected: str) -> None:
    assert days(sentence, None) == expected
    assert days(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Sales fell last year.", "2013-01-01..2013-12-31"),
        ("Sales will rise next year.", "2015-01-01..2015-12-31"),
        ("Sales rose this quarter.", "2014-04-01..2014-06-30"),
        ("Sales rose last quarter.", "2014-01-01..2014-03-31"),
        ("Sales rose in the latest quarter.", "2014-01-01..2014-03-31"),
        ("Sales rose last month.", "2014-04-01..2014-04-30"),
        ("It opens later this month.", "2014-05-01..2014-05-31"),
        ("It opened last week.", "2014-05-05..2014-05-11"),
        ("It will open next week.", "2014-05-19..2014-05-25"),
        ("The show takes place next weekend.", "2014-05-24..2014-05-25"),
        ("It opened yesterday.", "2014-05-14"),
        ("It will open tomorrow.", "2014-05-16"),
        ("It opened three years ago.", "2011-01-01..2011-12-31"),
        ("It opened twenty-one years ago.", "1993-01-01..1993-12-31"),
        ("It opened two months ago.", "2014-03-01..2014-03-31"),
        ("It opened two weeks ago.", "2014-04-28..2014-05-04"),
        ("It opened ten days ago.", "2014-05-05"),
        ("Sales rose over the past five years.", "2009-05-01..2014-04-30"),
        ("It will invest over the next two years.", "2014-05-15..2016-04-30"),
        ("Sales rose in the past 30 days.", "2014-04-15..2014-05-14"),
        ("Sales rose so far this year.", "2014-01-01..2014-04-30"),
        ("Sales rose in the year to date.", "2014-01-01..2014-04-30"),
        ("Sales rose in the first six months of last year.", "2013-01-01..2013-06-30"),
        ("Sales rose in the first three months.", "2014-01-01..2014-03-31"),
        ("Sales rose in the first nine months.", "2013-01-01..2013-09-30"),
        ("Sales will rise in the first nine months.", "2014-01-01..2014-09-30"),
        ("It opened in early last year.", "2013-01-01..2013-12-31"),
        ("It will be sold by the end of the year.", "2014-01-01..2014-12-31"),
        ("It will be sold by year-end.", "2014-01-01..2014-12-31"),
        ("Sales rose in the last quarter of 2012.", "2012-10-01..2012-12-31"),
        ("It was sold last summer.", "2013-06-01..2013-08-31"),
        ("It will be sold in the fall.", "2014-09-01..2014-11-30"),
        ("Rates will stay low for the rest of the year.", "2014-05-15..2014-12-31"),
        ("Sales rose in the March quarter.", "2014-01-01..2014-03-31"),
    ],
)
def test_periods_that_lean_on_the_article(sentence: str, expected: str) -> None:
    assert days(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Profit rose in the six months to September 30, 2013.", "2013-04-01..2013-09-30"),
        ("Profit rose in the six months to September 30.", "2013-04-01..2013-09-30"),
        ("Profit rose in the three months ended 31 March.", "2014-01-01..2014-03-31"),
        ("Profit rose in the year ended March 31.", "2013-04-01..2014-03-31"),
        ("Profit rose in the year to March 2013.", "2012-04-01..2013-03-31"),
        ("Profit rose in the 12 months to end-March.", "2013-04-01..2014-03-31"),
        ("Profit rose in the year to last September.", "2012-10-01..2013-09-30"),
        ("Profit rose in the half-year ended Dec. 31.", "2013-07-01..2013-12-31"),
        ("Profit rose in its second quarter ended June 30, 2013.", "2013-04-01..2013-06-30"),
        ("Profit rose in 1H 2013.", "2013-01-01..2013-06-30"),
        ("It will spend more in the financial year that starts in July.", "2014-07-01..2015-06-30"),
        ("It spent more in the fiscal year that began in October.", "2013-10-01..2014-09-30"),
        ("It spent more in December last year.", "2013-12-01..2013-12-31"),
        ("It has delivered 40,000 cars so far in 2014.", "2014-01-01..2014-04-30"),
        ("Profit rose in the most recent quarter.", "2014-01-01..2014-03-31"),
        ("Profit rose in the holiday quarter.", "2013-10-01..2013-12-31"),
        ("Profit rose in the fiscal first quarter ended Nov. 30.", "..2013-11-30"),
        ("Profit rose in the quarter to the end of March.", "2014-01-01..2014-03-31"),
        # where a company's own quarter begins is not told, nor where one made of weeks does
        ("Profit rose in the quarter ended May 3.", "..2014-05-03"),
        ("Profit rose in the three months ended May 3.", "..2014-05-03"),
        ("Profit rose in the fiscal year ended Sept. 28, 2013.", "..2013-09-28"),
        ("Profit rose in the three months to May 14.", "2014-02-15..2014-05-14"),
        ("Profit rose in the quarter ended March 31.", "..2014-03-31"),
        ("Profit rose in the three-month period ended 31 March.", "2014-01-01..2014-03-31"),
        ("Profit rose in the year ended last month.", "2013-05-01..2014-04-30"),
        ("Profit rose in the last three months of 2013.", "2013-10-01..2013-12-31"),
        ("Profit rose between last October and March.", "2013-10-01..2014-03-31"),
        ("Profit rose in 4-6/2013.", "2013-04-01..2013-06-30"),
        ("It had 40 stores at year-end.", "2013-01-01..2013-12-31"),
        ("Sales rose in the four weeks to 3 May.", "2014-04-06..2014-05-03"),
    ],
)
def test_periods_told_by_their_end(sentence: str, expected: str) -> None:
    assert days(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It said on Tuesday it had no comment.", "2014-05-13"),
        ("It will report on Tuesday.", "2014-05-20"),
        ("Results are due on Tuesday.", "2014-05-20"),
        ("The store that will be formally opened on Tuesday is blue.", "2014-05-20"),
        ("On Tuesday, it will open a store.", "2014-05-20"),
        ("On Tuesday, it opened a store.", "2014-05-13"),
        # the article's own weekday
        ("It said on Thursday it had no comment.", "2014-05-15"),
        ("It will report on Thursday.", "2014-05-15"),
        ("It was sold last Thursday.", "2014-05-08"),
        ("It will be sold next Thursday.", "2014-05-22"),
        ("It was sold on Monday of last week.", "2014-05-05"),
        ("It was sold in June.", "2013-06-01..2013-06-30"),
        ("The offer expires June 3.", "2014-06-03"),
        ("The fair will run from 10 to 12 June.", "2014-06-10..2014-06-12"),
        ("It will be sold in June.", "2014-06-01..2014-06-30"),
        ("It will be sold in March.", "2015-03-01..2015-03-31"),
        ("It was sold on June 3.", "2013-06-03"),
        ("It will be sold on June 3.", "2014-06-03"),
        ("The fair runs through June 3.", "2014-06-03"),
        ("It said on May 15 it was sold.", "2014-05-15"),
        ("Profit rose in the fourth quarter.", "2013-10-01..2013-12-31"),
        ("Profit will rise in the fourth quarter.", "2014-10-01..2014-12-31"),
        ("Its shares rose, and in June Globex will open a store.", "2014-06-01..2014-06-30"),
        ("Initech, which publishes its figures on June 5, fell.", "2014-06-05"),
        ("It goes on sale in the United States on June 5.", "2014-06-05"),
        ("It will close in the current calendar quarter.", "2014-04-01..2014-06-30"),
        ("Deliveries start in September.", "2014-09-01..2014-09-30"),
        ("It sells tea, and from September it will sell coffee.", "2014-09-01..2014-09-30"),
        ("The Zeta is coming in July.", "2014-07-01..2014-07-31"),
        ("It will publish its first-quarter results soon.", "2014-01-01..2014-03-31"),
    ],
)
def test_tense_tells_the_last_from_the_next(sentence: str, expected: str) -> None:
    assert days(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It sold more over Christmas 2012.", "2012-12-25"),
        ("It sold more in the Christmas season of 2012.", "2012-11-01..2012-12-31"),
        ("It sold more in the 2012 Christmas season.", None),
        ("It sold more last Christmas.", "2013-12-25"),
        ("Its Christmas sales were up by a tenth.", "2013-11-01..2013-12-31"),
        ("It sold more on Black Friday 2013.", "2013-11-29"),
        ("It sold more on Thanksgiving 2013.", "2013-11-28"),
        ("It closed on Good Friday 2013.", "2013-03-29"),
        ("It closed on Labor Day 2013.", "2013-09-02"),
        ("It closed for Chinese New Year 2013.", "2013-02-10"),
        ("It closed for Chinese New Year 2007.", "2007-02-18"),
        ("It closed on New Year's Eve 2013.", "2013-12-31"),
        ("It will open on Valentine's Day.", "2015-02-14"),
    ],
)
def test_holidays(sentence: str, expected: str | None) -> None:
    if expected is None:
        assert [str(one.period.start) for one in find_periods(sentence, given(PUBLISHED))] == [
            "2012-01-01",
            "2013-11-01",
        ]
    else:
        assert days(sentence) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Profit rose in fiscal 2014.", "2014-01-01..2014-12-31"),
        ("Profit rose in FY14.", "2014-01-01..2014-12-31"),
        ("Profit rose in the fiscal third quarter.", "2014-01-01..2014-03-31"),
        ("Second fiscal quarter profit rose.", "2014-01-01..2014-03-31"),
        ("Profit will rise in the fiscal third quarter.", "2014-04-01..2014-06-30"),
        ("Profit rose in the third quarter of fiscal 2014.", ".."),
        ("Profit rose in 2013/14.", ".."),
    ],
)
def test_a_fiscal_year_that_the_article_does_not_date_is_taken_for_that_of_the_calendar(text: str, expected: str) -> None:
    period = only(text).period
    assert f"{period.start or ''}..{period.end or ''}" == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It said sales for the year to June will fall 8 percent.", "2013-07-01..2014-06-30"),
        ("It said sales for the year to June fell 8 percent.", "2012-07-01..2013-06-30"),
        ("It said results for the year to March will be published soon.", "2013-04-01..2014-03-31"),
    ],
)
def test_a_year_to_a_month_that_will_be_is_still_to_come(text: str, expected: str) -> None:
    period = only(text).period
    assert f"{period.start}..{period.end}" == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Profit rose in fiscal 2014.", ("2013-07-01", "2014-06-30")),
        ("Profit rose in the fiscal third quarter of 2014.", ("2014-01-01", "2014-03-31")),
        ("Profit rose in 2012/13.", ("2012-07-01", "2013-06-30")),
    ],
)
def test_a_fiscal_year_that_the_article_dates(text: str, expected: tuple[str, str]) -> None:
    found = find_periods(
        "Its financial year ends soon. It expects a loss for the year ending June 30. " + text, given(PUBLISHED)
    )
    assert (str(found[-1].period.start), str(found[-1].period.end)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The second quarter ended September 30. It plans more for the current fiscal.", "2014-04-01..2015-03-31"),
        ("The second quarter ended September 30. It lost less in 2012-13.", "2012-04-01..2013-03-31"),
        ("The second quarter ended September 30. It lost less in Q3 FY13.", "2012-10-01..2012-12-31"),
        ("It sold goods worth Rs 3 crore in FY14.", "2013-04-01..2014-03-31"),
        ("It sold goods worth Rs 3 crore in the July-September quarter of FY14.", "2013-07-01..2013-09-30"),
        ("It sold goods worth Rs 3 crore in the first half of the current fiscal year.", "2014-04-01..2014-09-30"),
    ],
)
def test_a_fiscal_year_told_by_a_quarter_or_a_country(text: str, expected: str) -> None:
    period = find_periods(text, given(PUBLISHED))[-1].period
    assert f"{period.start}..{period.end}" == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales rose in the January-March quarter. In the three months, it shut a plant.", "2014-01-01..2014-03-31"),
        ("Sales rose in the third quarter of 2013. It shut a plant in the quarter.", "2013-07-01..2013-09-30"),
        ("Sales fell in the quarter ended May 3. During the quarter, it shut a plant.", "None..2014-05-03"),
        ("Sales fell in the half, the company said.", "2013-07-01..2013-12-31"),
        ("Sales fell in the quarter ended March 31. It owed more at quarter end.", "2014-03-31..2014-03-31"),
    ],
)
def test_the_part_of_the_year_told_of(text: str, expected: str) -> None:
    period = find_periods(text, given(PUBLISHED))[-1].period
    assert f"{period.start}..{period.end}" == expected


@pytest.mark.parametrize("text", ["It left in the quarter of the city.", "In the six months since, it grew.", "In the three months he ran it, it grew."])
def test_no_part_of_the_year_is_told_of(text: str) -> None:
    assert [one for one in find_periods(text, given(PUBLISHED)) if one.period.start] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was founded in 2003. It went public that year.", "2003-01-01..2003-12-31"),
        ("It was founded in 2003. It went public the following year.", "2004-01-01..2004-12-31"),
        ("It was founded in March 2003. It went public in the same month.", "2003-03-01..2003-03-31"),
        ("It was founded on 3 March 2003. It went public the next day.", "2003-03-04..2003-03-04"),
        ("It was founded on 3 March 2003. It went public two days later.", "2003-03-05..2003-03-05"),
        ("It was founded in 2003. It went public three years later.", "2006-01-01..2006-12-31"),
        ("It was founded in 2003. It went public in May of that year.", "2003-05-01..2003-05-31"),
        ("Profit fell in the third quarter of 2013. It rose in the following quarter.", "2013-10-01..2013-12-31"),
    ],
)
def test_periods_that_lean_on_the_one_before(text: str, expected: str) -> None:
    period = find_periods(text, given(PUBLISHED))[-1].period
    assert f"{period.start}..{period.end}" == expected


def test_the_year_stands_with_the_last_of_several_dates() -> None:
    found = find_periods("Stores opened in April and June 1955.", given(PUBLISHED))
    assert [one.value for one in found] == ["1955-04", "1955-06"]


def test_a_story_of_the_past_dates_its_own_days() -> None:
    story = (
        "The works opened on 1 May 1931. In August 1931 a strike began. In January 1932 it ended. On 3 March the owner"
        " fled. In November 1932 the works closed. In February 1933 they were sold. Two days later they burnt. In 1934"
        " they were rebuilt, and in 1935 sold. On 5 June 1936 a second strike began. It ended on 9 July."
    )
    values = [one.value for one in find_periods(story, given(PUBLISHED))]
    assert "1932-03-03" in values
    assert values[-1] == "1936-07-09"


@pytest.mark.parametrize(
    "sentence",
    [
        "They may march on.",
        "May said it was fine.",
        "We sold 2000 cars.",
        "It sold the Redmi 2013/B.",
        "Windows 2000 was old.",
        "It opened on February 30, 12 times.",
        "The 14-year-old boy left.",
        "The fall of the bank was sudden.",
        "After the fall, it was sold.",
        "With the fall in demand it was sold.",
        "Flight 1999 was late.",
        "He scored 3-2 for them.",
        "Shares of Sun rose.",
    ],
)
def test_no_period(sentence: str) -> None:
    assert [one for one in find_periods(sentence, given(PUBLISHED)) if one.period.start] == []


@pytest.mark.parametrize(
    "sentence", ["It opened on February 30, 2013.", "It opened on 31 April 2013.", "It opened on 13/32/2013."]
)
def test_an_impossible_day_is_no_day(sentence: str) -> None:
    assert not [one for one in find_periods(sentence, given(PUBLISHED)) if one.period.grain == "day"]


@pytest.mark.parametrize(
    "sentence",
    [
        "It opened last year.",
        "It opened on Tuesday.",
        "It opened yesterday.",
        "It opened two weeks ago.",
        "It opened in March.",
    ],
)
def test_nothing_leans_on_the_clock(sentence: str) -> None:
    period = only(sentence, None).period
    assert (period.start, period.end) == (None, None)


@pytest.mark.parametrize(
    ("sentence", "grain"),
    [
        ("It opened a few months ago.", "vague"),
        ("It grew in recent years.", "vague"),
        ("It lasted for 10 years.", "vague"),
    ],
)
def test_vague_ones_keep_their_text(sentence: str, grain: str) -> None:
    mention = only(sentence)
    assert (mention.period.start, mention.period.grain) == (None, grain)
    assert mention.period.text in sentence


@pytest.mark.parametrize(
    ("sentence", "shift"),
    [
        ("It was 3 percent up from a year earlier.", -12),
        ("It was 3 percent up on the year-ago quarter.", -12),
        ("It was 3 percent up on the same period last year.", -12),
        ("It was 3 percent up from two years earlier.", -24),
        ("It was 3 percent up on the previous quarter.", -3),
        ("It was 3 percent up on the previous month.", -1),
        ("It was 3 percent up on the same stretch of 2013.", -12),
        ("It was 3 percent up on the corresponding six months.", -12),
        ("It was 3 percent up on the same quarter of last fiscal.", -12),
        ("It made $3 million, up from $2 million last time.", -12),
    ],
)
def test_bases_of_a_comparison(sentence: str, shift: int) -> None:
    mention = only(sentence)
    assert (mention.comparison, mention.shift_months) == (True, shift)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It is now closed.", [("DATE", "PRESENT_REF")]),
        ("It was recently closed.", [("DATE", "PAST_REF")]),
        ("It looks to the future.", [("DATE", "FUTURE_REF")]),
        ("It lasted for two and a half years.", [("DURATION", "P2.5Y")]),
        ("It lasted for three decades.", [("DURATION", "P3DE")]),
        ("It lasted six hours.", [("DURATION", "PT6H")]),
        ("It closes every Monday.", [("SET", "XXXX-WXX-1")]),
        ("It reports daily.", [("SET", "P1D")]),
        ("It opened at 3 p.m. yesterday.", [("TIME", "2014-05-14T15:00")]),
        ("It opened on Tuesday night.", [("TIME", "2014-05-13TNI")]),
        ("It was built from 2010 to 2013.", [("DATE", "2010"), ("DATE", "2013")]),
        ("It began in 490 BC.", [("DATE", "BC0490")]),
        ("It opened last week.", [("DATE", "2014-W19")]),
        ("It opened last summer.", [("DATE", "2013-SU")]),
    ],
)
def test_the_view_of_timex3(sentence: str, expected: list[tuple[str, str]]) -> None:
    found = find_periods(sentence, given(PUBLISHED), timexes=True)
    assert [(one.type, one.value) for one in found] == expected


def test_the_quarters_of_a_companys_own_year_are_those_the_article_dates():
    text = "Third-quarter profit rose. Sales in the third quarter ended January 31 fell. Costs in the second quarter rose."
    found = [one.period for one in find_periods(text, given(dt.date(2014, 3, 5)))]
    assert [(str(one.start), str(one.end)) for one in found] == [
        ("None", "2014-01-31"), ("None", "2014-01-31"), ("2013-04-01", "2013-06-30"),
    ]  # fmt: skip


def test_the_month_before_is_past():
    found = [one.period for one in find_periods("Just the month before, in June, it had set a record.", given(PUBLISHED))]
    assert str(found[-1].start) == "2013-06-01"


def test_the_previous_months_are_those_before_the_ones_told_of():
    text = "It made a loss in the three months to March, against a profit in the previous three months."
    spans = [one.period for one in find_periods(text, given(PUBLISHED))]
    assert [(str(one.start), str(one.end)) for one in spans] == [("2014-01-01", "2014-03-31"), ("2013-10-01", "2013-12-31")]


def test_at_the_end_of_the_period_is_the_last_day_of_the_one_told_of():
    found = find_periods("Sales rose in the three months to March. It had 300 shops at the end of the period.", given(PUBLISHED))
    assert (str(found[-1].period.start), str(found[-1].period.end)) == ("2014-03-31", "2014-03-31")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Acme Corp said third-quarter revenue is expected to be $3 million.", "2014-07-01"),
        ("Acme Corp said third-quarter revenue was $3 million.", "2013-07-01"),
    ],
)
def test_results_that_are_expected_are_of_a_quarter_to_come(extractor, text, start):
    claims = extractor.extract(text, published="2014-06-10", id="test")
    assert [str(one.period.start) for one in claims] == [start]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Acme Corp lost $9 million in the fourth quarter. It guided for sales of $2 billion in full-year 2022.", "2021-10-01"),
        ("Acme Corp's net profit rose to $65 million in the second quarter, as against $60 million in July-September 2015.", "2016-04-01"),
    ],
)
def test_the_year_is_told_by_what_is_guided_for_or_set_against(extractor, text, start):
    assert str(extractor.extract(text, id="test")[0].period.start) == start


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("By the end of May, Acme had sold 300 cars.", "2021-05-31"),
        ("By the end of May, Acme will have sold 300 cars.", "2022-05-31"),
    ],
)
def test_what_had_been_done_by_a_month_is_past(text, end):
    (period,) = [one.period for one in find_periods(text, given(dt.date(2021, 6, 15)))]
    assert str(period.end) == end


@pytest.mark.parametrize("what", ["nine-month sales", "nine-month net profit", "9-month revenue"])
def test_nine_months_told_in_the_autumn(what: str) -> None:
    assert days(f"Its {what} rose.", dt.date(2013, 10, 24)) == "2013-01-01..2013-09-30"


def test_nine_months_told_in_spring_are_a_year_of_its_own() -> None:
    (found,) = find_periods("Its nine-month sales rose.", given(PUBLISHED), False)
    assert (found.period.start, found.period.end) == (None, None)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It will stop making vans in Leeds from Monday.", "2014-05-19"),
        ("Its finance chief has decided to retire in March.", "2015-03-01..2015-03-31"),
        ("Its sales are up by a third from March.", "2014-03-01..2014-03-31"),
    ],
)
def test_what_is_to_be_done_from_a_day_on(sentence: str, expected: str) -> None:
    assert days(sentence) == expected
