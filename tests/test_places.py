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


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Globex Corp sold 3,000 lifts in Norway in 2015.", "Norway"),
        ("Globex Corp will invest $3 million in a mill at Oslo.", "Oslo"),
        ("Globex Corp will build a plant in Bergen at a cost of $9 million. The plant will make 300 lifts a year.", "Bergen"),
        ("Globex Corp leads in Norway, where it sold 3,000 lifts in 2015.", "Norway"),
        ("Globex Corp leads in Norway -- where it sold just 3,000 lifts in 2015.", "Norway"),
        ("Globex Corp has 14 percent of the Norwegian lift market.", "Norway"),
        ("Globex Corp wants its Norwegian dealers to sell 3,000 lifts.", "Norway"),
        ("Globex Corp sold 3,000 lifts in the UK in 2015.", "UK"),
        # another clause, another site
        ("With its plant at Bergen running flat out, Globex Corp will invest $3 million.", None),
        ("Globex Corp sold 3,000 lifts, its chief said in Oslo.", None),
        ("Globex Corp has offices in Oslo and Bergen and sold 85,000 lifts.", None),
        ("In Norway, sales at Globex Corp rose 3 percent and profit fell 4 percent.", "Norway"),
        ("Globex Corp will open 25 shops, including its first in Belfast.", None),
        ("Globex Corp will spend $90m on a brewery outside Dayton, its first in the Midwest.", "Dayton"),
        ("Globex Corp, which employs 1,900 people at plants in Lagos and Kano, had sales of $48m in 2015.", None),
        ("Globex Corp cut its revenue forecast to $48m, blaming delays to two contracts in Germany.", None),
        ("Globex Corp, listed in London and Accra, reported production of 78,400 tonnes.", None),
    ],
)
def test_where_a_measure_holds(extractor, text, place):
    last = [one for one in extractor.extract(text, published="2016-05-20") if one.quantity is not None][-1]
    assert (last.place.name if last.place else None) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Globex Corp will open its first Norwegian stores in June 2016.", "Norway"),
        ("Globex Corp shut its only branch, in Bergen, in January 2016.", "Bergen"),
        ("The Globex Lift goes on sale in Norway on May 31.", "Norway"),
        ("Globex Corp's base in Bergen, its fourth in Norway, will open in June.", "Bergen"),
        ("Globex Corp opened an office in 2015, said Jane Roe in Oslo.", None),
    ],
)
def test_where_an_event_takes_place(extractor, text, place):
    [event] = [one for one in extractor.extract(text, published="2016-05-20") if one.kind == "date"]
    assert (event.place.name if event.place else None) == place


@pytest.mark.parametrize(
    ("name", "code"),
    [("Cebu", "PH"), ("Crete", "GR"), ("Lampung", "ID"), ("Quang Nam", "VN"), ("Kildare", "IE"), ("Lazio", "IT"), ("Bayelsa", "NG"), ("Taranaki", "NZ")],
)
def test_provinces_and_islands_of_many_countries(name, code):
    found = find_place(name)
    assert found is not None and (found.type, found.code) == ("region", code)


def test_a_sum_over_all_places_has_none(extractor):
    text = "Acme Corp sold 400 cars in March. In China deliveries rose 11 percent. For the first quarter sales were down 3 percent."
    claims = extractor.extract(text, published="2014-04-10", id="test")
    assert [(one.quantity.low, one.place and one.place.name) for one in claims if one.kind == "sales"] == [(400, None), (11, "China"), (-3, None)]


@pytest.mark.parametrize(("name", "code"), [("DR Congo", "CD"), ("Republic of Ireland", "IE"), ("Bosnia", "BA"), ("Cote d'Ivoire", "CI"), ("Swaziland", "SZ")])
def test_countries_have_their_common_names(name, code):
    place = find_place(name)
    assert (place.name, place.type, place.code) == (name, "country", code)
