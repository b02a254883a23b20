"""Place names and what they denote: countries, regions, cities, continents, groups of countries.

Read from two tables, `lexicons/places.tsv` (names that are places whatever the context) and `lexicons/cities.tsv`, which
`extractor.mentions.places_build` makes: reading the sources themselves takes as long as half a spaCy pipeline.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.lexicon import keyed
from extractor.record import Place

_COMPASS = re.compile(
    r"(?:(?:north|south|east|west)(?:ern)?|(?:north|south)[- ]?(?:east|west)(?:ern)?|central|mainland|greater"
    r"|inner|upper|lower)"
    r"\s+(.+)",
    re.IGNORECASE,
)
_AREA = re.compile(
    r"(?:the )?(.+?)(?:[- ](?:area|region|province|county|state|metropolitan area|peninsula))", re.IGNORECASE
)


@lru_cache(maxsize=10_000)
def find_place(name: str) -> Place | None:
    """The place that a name or adjective of nationality denotes, None if it is none that we know.

    >>> find_place("Norwegian").name
    'Norway'
    """
    key = re.sub(r"\s+", " ", name.strip().strip(".,")).casefold()
    key = key.removeprefix("the ")
    found = _known(key) or _known(key + ".")
    if found is not None:
        return found
    for pattern in (_COMPASS, _AREA):
        match = pattern.fullmatch(key)
        if match and (inner := _known(match.group(1)) or _city(match.group(1))):
            return Place(
                name=re.sub(r"^the ", "", name.strip()),
                type="region",
                code=inner.code if inner.type == "country" else None,
            )
    return _city(key)


def is_country_or_region(name: str) -> bool:
    """True for names that are places whatever the context (not cities, which share theirs with people and things)."""
    return name.casefold().removeprefix("the ") in keyed("places")


def namesakes(name: str) -> tuple[str, ...]:
    """The codes of the other countries that have a city of this name: Canada for "Cambridge"."""
    row = keyed("namesakes").get(re.sub(r"\s+", " ", name).casefold())
    return tuple(row.split("\t")) if row else ()


def _known(key: str) -> Place | None:
    row = keyed("places").get(key)
    if row is None:
        return None
    name, kind, code = row.split("\t")
    return Place(name=name, type=kind, code=code or None)  # type: ignore[arg-type]


def _city(key: str) -> Place | None:
    row = keyed("cities").get(key)
    if row is None:
        return None
    name, code, kind = row.split("\t")
    return Place(name=name, type=kind, code=code)  # type: ignore[arg-type]
