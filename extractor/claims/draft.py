"""A claim as a rule makes it: in mentions and clean-text offsets, before it becomes a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extractor.mentions.types import EntityMention, Referent
from extractor.record import Basis, EntityType, Kind, Outlook, Period, Place, Quantity


@dataclass(slots=True)
class Said:
    """Who says so, and when it was said: an attribution in mentions."""

    speaker: EntityMention | None = None
    organization: EntityMention | None = None
    medium: str | None = None
    stated: Period | None = None


@dataclass(slots=True)
class Draft:
    """One claim found by `rule`; `start..end` is its evidence. The other fields are those of the record."""

    kind: Kind
    predicate: str
    subject: EntityMention
    rule: str
    start: int
    end: int
    object: EntityMention | None = None
    quantity: Quantity | None = None
    basis: Basis = "level"
    product: str | None = None
    place: Place | None = None
    period: Period | None = None
    stated: Period | None = None
    outlook: Outlook | None = None
    negated: bool = False
    said: Said | None = None
    role: str | None = None
    status: Literal["current", "former", "incoming"] | None = None
    text: str | None = None
    qualifier: str | None = None
    confidence: float = 0.7


def named(text: str, start: int, end: int, type: EntityType = "group") -> EntityMention:
    """A mention of something that is no entity of the article: a group ("local car dealers"), a thing ("its new plan")."""
    return EntityMention(start, end, text, Referent(text, type, {text}))
