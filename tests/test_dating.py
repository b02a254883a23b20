"""What an article's own words tell of the day it was published."""

from __future__ import annotations

import datetime as dt

import pytest
from counting import work

from extractor.mentions.dating import given, infer_published


def interval(text: str) -> str | None:
    dating = infer_published(text)
    if dating is None:
        return None
    assert dating.basis == "inferred"
    assert dating.start <= dating.best <= dating.end
    assert dating.cues
    return f"{dating.start}..{dating.end}"


BODY = "\nAcme said it would open a plant. The plant makes cars."


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("Acme opens a plant Tuesday, September 1, 2015", "2015-09-01"),
        ("Acme opens a plant\nSeptember 1, 2015", "2015-09-01"),
        ("Acme opens a plant\nPublished: 1 September 2015", "2015-09-01"),
        ("Acme opens a plant\nLONDON, September 1, 2015", "2015-09-01"),
        (
            "Acme opens a plant\nNEW YORK, Sept. 1, 2015 /Newswire/ -- Acme said it would open a plant this year.",
            "2015-09-01",
        ),
        ("Acme opens a plant\nTue, 1 Sep 2015 10:30 GMT", "2015-09-01"),
        ("Acme opens a plant\nLast updated: 1 September 2015 at 10:30", "2015-09-01"),
        ("Acme opens a plant\nPosted on Tuesday, September 1, 2015", "2015-09-01"),
    ],
)
def test_a_full_date_in_the_heading(heading: str, day: str) -> None:
    assert interval(heading + BODY) == f"{day}..{day}"


@pytest.mark.parametrize(
    "heading",
    [
        "Acme opens a plant Monday, September 1, 2015",  # it was a Tuesday
        "Acme to open a plant on September 1, 2015",
        "Profit rose in the year ended September 1, 2035 at Acme, which makes cars",
        "A plant was opened on September 31, 2015",
    ],
)
def test_a_date_in_the_heading_that_is_not_its_own(heading: str) -> None:
    dating = infer_published(heading + BODY)
    assert dating is None or dating.start != dating.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As of March 4, 2011, Acme had 40 stores, it said.", "2011-03-04..2011-04-03"),
        ("The reporter interviewed Ms Lee on May 18, 2006. She sells cars.", "2006-05-18..2006-06-17"),
        ("Acme reported results for the quarter, which ended December 30, 2006.", "2006-12-31..2007-03-02"),
        ("Acme hired Lee in September 2010. He was dismissed on October 6.", "2010-10-06..2010-11-05"),
        ("The works will open in November 2006. The first car arrives on November 11.", "2005-10-12..2005-11-11"),
        (
            "Lee spoke at Car Expo 2016 yesterday. The car will be sold from June 24. It will be shown on June 24.",
            "2016-05-25..2016-06-24",
        ),
        ("The bridge was begun in March 2009. It will open in July 2010.", "2009-03-01..2010-07-31"),
        ("Acme's profit rose 11% in the year to 31 March 2006.", "2006-04-01..2006-06-01"),
        ("Acme is set to announce results for the quarter ended September 2023.", "2023-10-01..2023-12-01"),
        ("Acme lost $3 million in the first quarter of 2013. It is aiming for sales of 1.6 million in 2015.", "2013-04-01..2013-07-29"),
        ("Acme forecast a 9.2 percent fall in profit for the year to March 2008.", "2007-01-01..2007-12-31"),
        ("Acme sold 95,000 lifts last year, up 2.6% on 2003.", "2005-01-01..2005-12-31"),
    ],
)
def test_dates_in_the_text_bound_its_own(text: str, expected: str) -> None:
    assert interval(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Acme opened a plant today. It makes cars.",
        "Acme was founded in 1968.",
        "Acme will be big by 2050.",
        "The plant can make cars in 2030.",
        "",
    ],
)
def test_too_little_is_no_date(text: str) -> None:
    assert infer_published(text) is None


def test_a_weekday_with_its_day_fixes_the_year() -> None:
    text = "Acme said on Tuesday, September 1, that sales rose from 2014. It had fallen in 2014 and 2015."
    dating = infer_published(text)
    assert dating is not None
    assert dating.start == dt.date(2015, 9, 1)
    assert dating.end <= dt.date(2015, 9, 8)


def test_a_given_date_is_itself() -> None:
    day = dt.date(2015, 9, 1)
    dating = given(day)
    assert (dating.start, dating.end, dating.basis) == (day, day, "given")


def _work(text: str) -> int:
    return work(lambda: infer_published(text))


@pytest.mark.parametrize(
    "piece",
    [
        "between 2010 and ",
        "in 2010 last year ",
        "this year after ",
        "will open in May 2010 ",
        "on Tuesday, May 5, ",
        "on May 5 ",
        "as of March 4, 2011 ",
        "Expo 2016 ",
        "\n2010",
        "in October last month ",
    ],
)
def test_work_grows_with_length_not_faster(piece: str) -> None:
    short, long = (_work(piece * (size // len(piece))) for size in (1_000, 4_000))
    assert long < 6 * short + 2_000


def test_the_first_months_of_a_year_told_with_it_are_to_come():
    """In that year itself a writer says "early this year"."""
    text = "Acme Corp's profit rose in the fourth quarter. The split should start by the end of the first quarter of 2019, and Globex is expected to follow by June 1, 2019."
    assert infer_published(text) is not None
    assert infer_published(text).start.year == infer_published(text).end.year == 2018


def test_plans_are_told_years_ahead():
    dating = infer_published("Acme Corp said that it will open the plant in October 2017.")
    assert dating is not None and dating.start.year <= 2014


def test_an_order_is_of_the_year_it_was_won(extractor):
    text = "Its sales will run until 2036. Globex Corp's $2 billion order for lorries, won in 2013, comes to an end soon."
    found = extractor.extract(text, published="2016-08-10", id="test")
    assert [(c.period.start.year, c.period.end.year) for c in found if c.predicate == "orders"] == [(2013, 2013)]


def test_a_last_quarter_set_against_another_year_is_of_the_next(extractor):
    found = extractor.extract("Globex Corp's profit in the fourth quarter was $77 million, up from $38 million in the same period of 2013.", id="test")
    assert {c.period.start.isoformat() for c in found} == {"2014-10-01", "2013-10-01"}


def test_a_full_year_forecast_to_improve_on_another_is_of_the_next():
    dating = infer_published("Acme Corp said first-half profits rose 27 per cent. Results for the full year are expected to show an improvement over 1998.")
    assert dating is not None
    assert dating.start.year == dating.end.year == 1999


def test_the_stronger_word_for_a_year_counts():
    text = "Acme Corp bought mills in December 2003. It made profits of 77m euros in the fourth quarter, up from the 38m of the same quarter of 2003."
    dating = infer_published(text)
    assert dating is not None
    assert dating.start.year == dating.end.year == 2005


def test_the_year_of_a_model_is_no_date():
    assert infer_published("The 2020 Zeta is new. The 2020 Zeta has sales in all markets. Acme Corp made the 2020 Zeta sleeker.") is None
