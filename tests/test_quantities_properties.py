"""Properties of the quantity layer that hold for any text."""

from __future__ import annotations

from typing import Any

import pytest
from counting import work
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.mentions.quantities import find_quantities


def _list(words: str) -> list[str]:
    return words.split()


_PIECES = st.sampled_from(
    _list(
        "5 12 3.5 1,000 2014 half a third million bn m k - – % percent $ £ US$ EUR Rs pence to and or between from of "
        "in out more than up about cars new Acme July ( ) / . , ' one two twenty fold x × 10 ^ + minus plus ½ ² per "
        "km sq °C old"
    )
    + ["\n"]
)
_SOUP = st.lists(_PIECES, max_size=40).map(" ".join) | st.lists(_PIECES, max_size=40).map("".join)


@given(st.text(max_size=300) | _SOUP)
@settings(deadline=None, max_examples=300)
def test_no_text_raises_and_offsets_cut_out_the_text(text: str) -> None:
    last = 0
    for mention in find_quantities(text, ages=True, vague=True):
        assert last <= mention.start < mention.end <= len(text)
        assert mention.quantity.text == text[mention.start : mention.end]
        last = mention.end


def _western(number: int) -> str:
    return f"{number:,}"


def _indian(number: int) -> str:
    head, tail = divmod(number, 1000)
    groups = []
    while head:
        head, group = divmod(head, 100)
        groups.insert(0, f"{group:02d}")
    return ",".join([*groups, f"{tail:03d}"]).lstrip("0")


def _words(number: int) -> str:
    ones = _list(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen"
    )
    tens = _list("twenty thirty forty fifty sixty seventy eighty ninety")
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joint = " and " if scale == 100 else " "
            return f"{_words(number // scale)} {name}" + (joint + _words(rest) if rest else "")
    if number < 20:
        return ones[number]
    return tens[number // 10 - 2] + (f"-{ones[number % 10]}" if number % 10 else "")


@pytest.mark.parametrize("style", [str, _western, _indian, _words])
@given(number=st.integers(min_value=10_000, max_value=10**12 - 1))
@settings(deadline=None, max_examples=60)
def test_a_printed_number_reads_back(style: Any, number: int) -> None:
    (mention,) = find_quantities(f"It sold {style(number)} cars.")
    assert (mention.quantity.low, mention.quantity.high, mention.quantity.unit) == (number, number, "car")


_SCALES = {
    "": 1,
    " thousand": 10**3,
    "m": 10**6,
    "bn": 10**9,
    " million": 10**6,
    " billion": 10**9,
    " trillion": 10**12,
}
_MONEY = {
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "HK$": "HKD",
    "EUR ": "EUR",
    "SEK": "SEK",
    "Rs ": "INR",
}


@given(
    sign=st.sampled_from(sorted(_MONEY)),
    cents=st.integers(min_value=1, max_value=99_999),
    scale=st.sampled_from(sorted(_SCALES)),
)
@settings(deadline=None, max_examples=200)
def test_printed_money_reads_back(sign: str, cents: int, scale: str) -> None:
    text = f"{sign}{cents // 100}.{cents % 100:02d}{scale}"
    (mention,) = find_quantities(f"It cost {text} in all.")
    assert mention.quantity.text == text
    assert mention.quantity.unit == _MONEY[sign]
    assert mention.quantity.low == pytest.approx(cents * _SCALES[scale] / 100)


@given(
    tenths=st.integers(min_value=1, max_value=2000),
    unit=st.sampled_from(["%", " percent", " per cent", "pc", "-percent"]),
)
@settings(deadline=None, max_examples=60)
def test_a_printed_percentage_reads_back(tenths: int, unit: str) -> None:
    (mention,) = find_quantities(f"It rose {tenths / 10}{unit} then.")
    assert (mention.quantity.low, mention.quantity.unit, mention.direction) == (tenths / 10, "percent", 1)


def _work(text: str) -> int:
    return work(lambda: find_quantities(text))


_ADVERSARIAL = [
    "1",
    "1,",
    "1 ",
    "1-",
    "1.",
    "$",
    "$1",
    "a ",
    "new ",
    "1 new ",
    "one hundred and ",
    "5 to ",
    "two- ",
    "1/",
    "cars, ",
    "cars and ",
    "5 of ",
    "½",
    "5 (",
    "minus ",
    "half of a ",
    "hundred ",
    "5 or 6 ",
    "A1",
    "Acme ",
    "1 000 ",
    "x10^",
    "1:1",
    "'",
    "more than ",
    "million ",
]


@pytest.mark.parametrize("piece", _ADVERSARIAL)
def test_work_grows_with_length_not_faster(piece: str) -> None:
    find_quantities(piece * 40)  # the tables are loaded once
    short, long = (_work(piece * (size // len(piece))) for size in (1_000, 4_000))
    assert long < 6 * short + 2_000


@pytest.mark.parametrize("piece", ["1", "1 ", "$", "1-", "new ", "cars and ", "half of a ", "'"])
def test_a_long_run_of_anything_is_read_to_its_end(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    for mention in find_quantities(text):
        assert text[mention.start : mention.end] == mention.quantity.text
