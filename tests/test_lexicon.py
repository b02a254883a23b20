"""Finding phrases of the word lists in a text."""

from __future__ import annotations

import re

import pytest

from extractor.lexicon import Phrases, any_of

PHRASES = ["net", "net profit", "net profit margin", "note", "CEO", "ceo designate", "same store sales"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("net profit margin", "net profit margin"),
        ("net-profit", "net-profit"),
        ("Net\nprofits", "Net"),
        ("same store-sales", "same store-sales"),
        ("CEO designate", "CEO designate"),
        ("network", None),
    ],
)
def test_longest_phrase_is_found(text: str, found: str | None) -> None:
    whole = re.compile(r"\b" + any_of(PHRASES) + r"\b", re.IGNORECASE)
    for finder in (whole, Phrases(PHRASES)):
        match = finder.search(text)
        assert (match and match.group()) == found


def test_phrases_are_found_apart_and_in_order() -> None:
    assert [match.group() for match in Phrases(PHRASES).finditer("A note on net profit: same-store sales")] == ["note", "net profit", "same-store sales"]
