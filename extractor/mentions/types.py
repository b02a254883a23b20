"""The mentions that the finders yield and the claim rules read.

All offsets are characters of the clean text (see `extractor.article`), half open.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from extractor.record import EntityType, Period, PlaceType, Quantity


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A number with its unit. `start..end` covers number, magnitude and unit, not the hedge before it.

    `noun` is the counted noun phrase as written ("new cars"), its lemma is `quantity.unit`.
    `direction` is +1 or -1 where the words themselves say it is a change ("up 3%", "a fall of 12", "doubled"),
    0 where they say nothing; the numbers in `quantity` are unsigned until a rule decides that it is a change.
    """

    start: int
    end: int
    quantity: Quantity
    noun: str | None = None
    direction: Literal[-1, 0, 1] = 0


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A time expression. `type` and `value` are those of TIMEX3; `period` its first and last day.

    `comparison` is true for the base of a comparison ("a year earlier", "the year-ago quarter", "the same period
    last year"): `shift_months` then says how far before the period compared it lies (-12, -3).
    """

    start: int
    end: int
    period: Period
    type: Literal["DATE", "TIME", "DURATION", "SET"] = "DATE"
    value: str = ""
    comparison: bool = False
    shift_months: int | None = None


@dataclass(frozen=True, slots=True)
class Dating:
    """When an article was published: a day if given, else the interval its cues allow.

    `best` is the likeliest day, used for periods that come out the same (to their grain) over a narrow interval.
    """

    start: dt.date
    end: dt.date
    best: dt.date
    basis: Literal["given", "inferred"]
    cues: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class Referent:
    """What mentions denote: one organisation, person, product, place or group of the article."""

    name: str
    type: EntityType
    aliases: set[str] = field(default_factory=set)
    place_type: PlaceType | None = None
    code: str | None = None
    order: int = 0


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A stretch of text that denotes a referent: by name, by a short form, or by coreference ("the company", "it")."""

    start: int
    end: int
    text: str
    referent: Referent
    via: Literal["name", "alias", "coreference"] = "name"
