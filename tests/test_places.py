"""Places: names, adjectives, abbreviations, parts of countries and groups of them."""

from __future__ import annotations

from importlib import resources

import pytest

from extractor.mentions import places_build
from extractor.mentions.places import find_place, is_country_or_region


@pytest.mark.parametrize(
    ("name", "type_", "code"),
    [
        ("China", "country", "CN"),
        ("Chinese", "country", "CN"),
        ("Nigerian", "country", "NG"),
        ("Dutch", "country", "NL"),
        ("US", "country", "US"),
        ("U.S.", "country", "US"),
        ("Britain", "country", "GB"),
        ("the Philippines", "country", "PH"),
        ("southern China", "region", "CN"),
        ("Houston area", "region", None),
        ("Texas", "region", "US-TX"),
        ("Asia", "continent", None),
        ("Western Europe", "region", None),
        ("Latin America", "region", None),
        ("emerging markets", "group", None),
        ("Western countries", "group", None),
        ("Sao Paulo", "city", "BR"),
        ("Bombay", "city", "IN"),
        ("Visakhapatnam", "city", "IN"),
        ("Queensland", "region", "AU"),
        ("Tamil Nadu", "region", "IN"),
        ("Bavaria", "region", "DE"),
        ("Korea", "country", "KR"),
    ],
)
def test_a_place_has_its_type_and_code(name: str, type_: str, code: str | None) -> None:
    place = find_place(name)
    assert place is not None
    assert (place.type, place.code) == (type_, code)


@pytest.mark.parametrize("name", ["Globex", "Acme Motors", "", "profit", "the company"])
def test_what_is_no_place_is_none(name: str) -> None:
    assert find_place(name) is None


def test_an_adjective_and_its_noun_are_one_place() -> None:
    assert find_place("Brazilian") == find_place("Brazil")
    assert is_country_or_region("Brazilian") and not is_country_or_region("Houston")


def test_a_citys_nickname_is_no_city():
    assert find_place("Garden City") is None


def test_the_tables_are_those_that_their_sources_give():
    for name, made in places_build.tables().items():
        packaged = (resources.files("extractor") / "lexicons" / name).read_text("utf-8")
        if places_build.sources() not in packaged.partition("\n")[0]:
            pytest.skip(f"{name} was made from other versions than the installed {places_build.sources()}")
        assert packaged == made
