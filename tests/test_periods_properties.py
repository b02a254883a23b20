"""Properties of the period layer that hold for any text."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from counting import work
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.mentions.dating import given as published_on
from extractor.mentions.dating import infer_published
from extractor.mentions.periods import find_periods

PUBLISHED = published_on(dt.date(2014, 5, 15))


def _list(words: str) -> list[str]:
    return words.split()


_PIECES = st.sampled_from(
    _list(
        "5 12 31 99 0 2013 1999 1786 0000 9999 490 BC a few two twenty-one last next this the previous following same "
        "year years month week weekend day days quarter half decade century May March Sept. February 30 Tuesday of in "
        "on at to from between and until since by early late mid end first third Q3 H1 FY14 fiscal ago earlier later "
        "before ended six months Christmas Easter Chinese New Year summer winter now daily every 3 p.m. 15:11 noon "
        "will said was be - – / , . : ' ( ) 2013/14 2010-12 12/31/2014 1990s tonight yesterday today 's that rest"
    )
    + ["\n", "\n\n", "\xa0"]
)
_SOUP = st.lists(_PIECES, max_size=40).map(" ".join) | st.lists(_PIECES, max_size=40).map("".join)
_DAYS = st.dates(min_value=dt.date(1, 1, 1), max_value=dt.date(9999, 12, 31))


@given(text=st.text(max_size=300) | _SOUP, day=st.none() | _DAYS, timexes=st.booleans())
@settings(deadline=None, max_examples=200)
def test_no_text_raises_and_offsets_cut_out_the_text(text: str, day: dt.date | None, timexes: bool) -> None:
    last = 0
    for mention in find_periods(text, published_on(day) if day else None, timexes):
        assert last <= mention.start < mention.end <= len(text)
        assert mention.period.text == text[mention.start : mention.end]
        start, end = mention.period.start, mention.period.end
        assert start is None or end is None or start <= end
        last = mention.end


@given(st.text(max_size=300) | _SOUP)
@settings(deadline=None, max_examples=200)
def test_no_text_raises_when_dated(text: str) -> None:
    dating = infer_published(text)
    assert dating is None or dating.start <= dating.best <= dating.end


def _ordinal(day: int) -> str:
    return f"{day}{'th' if 10 <= day % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


_STYLES: dict[str, Callable[[dt.date], str]] = {
    "iso": lambda day: day.isoformat(),
    "American": lambda day: f"{calendar.month_name[day.month]} {day.day}, {day.year}",
    "American, ordinal": lambda day: f"{calendar.month_name[day.month]} {_ordinal(day.day)}, {day.year}",
    "American, short": lambda day: f"{calendar.month_abbr[day.month]} {day.day}, {day.year}",
    "American, slashes": lambda day: f"{day.month}/{day.day}/{day.year}",
    "British": lambda day: f"{day.day} {calendar.month_name[day.month]} {day.year}",
    "British, ordinal": lambda day: f"the {_ordinal(day.day)} of {calendar.month_name[day.month]}, {day.year}",
    "with weekday": lambda day: (
        f"{calendar.day_name[day.weekday()]}, {day.day} {calendar.month_name[day.month]} {day.year}"
    ),
    "with weekday, American": lambda day: (
        f"{calendar.day_name[day.weekday()]}, {calendar.month_name[day.month]} {day.day}, {day.year}"
    ),
    "dots": lambda day: f"{day.day}.{day.month}.{day.year}",
}


@pytest.mark.parametrize("style", sorted(_STYLES))
@given(
    day=st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31)),
    published=st.none() | st.just(PUBLISHED),
)
@settings(deadline=None, max_examples=60)
def test_a_printed_day_reads_back(style: str, day: dt.date, published: Any) -> None:
    (mention,) = find_periods(f"It opened on {_STYLES[style](day)}, it said.", published)
    assert (mention.period.start, mention.period.end, mention.period.grain) == (day, day, "day")
    assert mention.value == day.isoformat()


@given(year=st.integers(min_value=1900, max_value=2099), month=st.integers(min_value=1, max_value=12))
@settings(deadline=None, max_examples=60)
def test_a_printed_month_reads_back(year: int, month: int) -> None:
    (mention,) = find_periods(f"It opened in {calendar.month_name[month]} {year}.")
    last = calendar.monthrange(year, month)[1]
    assert (mention.period.start, mention.period.end) == (dt.date(year, month, 1), dt.date(year, month, last))


@given(year=st.integers(min_value=1900, max_value=2099), quarter=st.integers(min_value=1, max_value=4))
@settings(deadline=None, max_examples=40)
def test_a_printed_quarter_reads_back(year: int, quarter: int) -> None:
    word = ("first", "second", "third", "fourth")[quarter - 1]
    for written in (f"the {word} quarter of {year}", f"Q{quarter} {year}", f"{quarter}Q {year}"):
        (mention,) = find_periods(f"It grew in {written}.")
        assert mention.value == f"{year}-Q{quarter}"


@given(published=st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2060, 12, 31)), weekday=st.integers(0, 6))
@settings(deadline=None, max_examples=60)
def test_a_weekday_lies_within_the_week_its_tense_tells(published: dt.date, weekday: int) -> None:
    name = calendar.day_name[weekday]
    (said,) = find_periods(f"Acme said on {name} it was sold.", published_on(published))
    (due,) = find_periods(f"Acme will report on {name}.", published_on(published))
    assert said.period.start is not None and due.period.start is not None
    assert said.period.start.weekday() == due.period.start.weekday() == weekday
    assert 0 <= (published - said.period.start).days <= 6
    assert 0 <= (due.period.start - published).days <= 6


@given(text=_SOUP, day=_DAYS)
@settings(deadline=None, max_examples=50)
def test_the_same_text_reads_the_same(text: str, day: dt.date) -> None:
    assert find_periods(text, published_on(day)) == find_periods(text, published_on(day))


def _work(text: str) -> int:
    return work(lambda: (find_periods(text, PUBLISHED), find_periods(text, PUBLISHED, timexes=True)))


_ADVERSARIAL = [
    "between 2010 and ",
    "2010-",
    "2010/",
    "in May ",
    "May 5 to ",
    "the six months to ",
    "a few ",
    "last year ",
    "that year ",
    "two years later ",
    "on Tuesday ",
    "will ",
    "first ",
    "490 BC-",
    "the end of ",
    "early ",
    "1 ",
    "9:",
    "\n",
    "year ended March 31 ",
]


@pytest.mark.parametrize("piece", _ADVERSARIAL)
def test_work_grows_with_length_not_faster(piece: str) -> None:
    short, long = (_work(piece * (size // len(piece))) for size in (500, 2_000))
    assert long < 6 * short + 2_000


@pytest.mark.parametrize(
    "piece", ["between 2010 and ", "5 ", "the ", "2010-", "May ", "A", " ", "\n", "'", "a few years "]
)
def test_a_long_run_of_anything_is_read_to_its_end(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    for mention in find_periods(text, PUBLISHED):
        assert text[mention.start : mention.end] == mention.period.text
