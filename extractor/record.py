"""The claim record: what the program prints, validated.

A leaf of the package: anyone may import it, it imports nothing of ours.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Kind = Literal["sales", "figure", "target", "date", "person", "market", "deal", "quote"]
KINDS: tuple[Kind, ...] = ("sales", "figure", "target", "date", "person", "market", "deal", "quote")

Measure = Literal[
    "units_sold", "revenue", "profit", "operating_profit", "loss", "margin", "eps", "dividend", "market_share",
    "price", "share_price", "orders", "production", "capacity", "users", "employees", "jobs", "sites",
    "investment", "funding", "valuation", "debt", "cost", "fine", "volume", "stake", "other",
]  # fmt: skip
Event = Literal[
    "founded", "announced", "launched", "opened", "closed", "completed", "acquired", "listed", "appointed",
    "departed", "reported", "filed", "approved", "signed", "recalled", "started", "ended", "other",
]  # fmt: skip
Office = Literal[
    "founder", "executive", "chair", "spokesperson", "analyst", "owner", "official", "employee", "other",
]  # fmt: skip
Presence = Literal["enters", "expands", "operates", "produces", "targets", "exits"]
Transaction = Literal["acquires", "merges", "invests", "divests", "partners", "contracts"]

EntityType = Literal["organization", "person", "product", "place", "group"]
PlaceType = Literal["country", "region", "city", "continent", "group"]
UnitType = Literal["currency", "percent", "count", "physical"]
Bound = Literal["exact", "about", "at_least", "over", "at_most", "under", "range"]
Grain = Literal["day", "week", "month", "quarter", "half", "year", "multi_year", "span", "vague"]
Outlook = Literal["target", "forecast", "plan"]
Basis = Literal["level", "change"]

PREDICATES: dict[Kind, tuple[str, ...]] = {
    "sales": ("units_sold", "revenue"),
    "figure": Measure.__args__[2:],  # type: ignore[attr-defined]
    "target": Measure.__args__,  # type: ignore[attr-defined]
    "date": Event.__args__,  # type: ignore[attr-defined]
    "person": Office.__args__,  # type: ignore[attr-defined]
    "market": Presence.__args__,  # type: ignore[attr-defined]
    "deal": Transaction.__args__,  # type: ignore[attr-defined]
    "quote": ("said",),
}


class Part(BaseModel):
    """A part of a claim: immutable, and closed to fields that the contract does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Entity(Part):
    """Who or what a claim is about. `name` is the fullest name in the article, `mention` the words at this place."""

    name: str
    type: EntityType
    mention: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    via: Literal["name", "alias", "coreference"] = "name"


class Place(Part):
    """A market or site; `code` is ISO 3166 where there is one."""

    name: str
    type: PlaceType
    code: str | None = None


class Quantity(Part):
    """A number or range in full, with its unit. An open side is null."""

    text: str
    low: float | None
    high: float | None
    unit: str | None = None
    unit_type: UnitType | None = None
    bound: Bound = "exact"
    converted: Quantity | None = None


class Period(Part):
    """First and last day, both inclusive; null where the article leaves them open."""

    text: str
    start: dt.date | None = None
    end: dt.date | None = None
    grain: Grain = "span"


class Attribution(Part):
    """Who says so, for whom, and in which medium."""

    speaker: Entity | None = None
    organization: Entity | None = None
    medium: str | None = None


class Evidence(Part):
    """The words a claim rests on: `text == article[start:end]`, of the body or of the title."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str
    part: Literal["text", "title"] = "text"


class Source(Part):
    """The article. `published` is a day; where only an interval could be inferred it stands in the two range fields.

    `duplicate_of` is the id of an earlier article of the same run that this one repeats.
    """

    id: str
    title: str | None = None
    url: str | None = None
    published: dt.date | None = None
    published_basis: Literal["given", "inferred"] | None = None
    published_earliest: dt.date | None = None
    published_latest: dt.date | None = None
    duplicate_of: str | None = None


_PACKED = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))


class Claim(Part):
    """One statement of fact or intent, with the words it came from."""

    id: str = ""
    kind: Kind
    subject: Entity
    predicate: str
    object: Entity | None = None
    quantity: Quantity | None = None
    basis: Basis = "level"
    product: str | None = None
    place: Place | None = None
    period: Period | None = None
    stated: Period | None = None
    outlook: Outlook | None = None
    negated: bool = False
    attribution: Attribution | None = None
    role: str | None = None
    status: Literal["current", "former", "incoming"] | None = None
    text: str | None = None
    qualifier: str | None = None
    evidence: Evidence
    confidence: Annotated[float, Field(ge=0, le=1)] = 0.5
    rule: str
    source: Source

    def content_id(self) -> str:
        """A hash of what is claimed and where: the same on every run and machine."""
        core = self.model_dump(mode="json", exclude={"id", "confidence", "rule", "source"})
        core["source"] = self.source.id
        return hashlib.blake2b(_PACKED.encode(core).encode(), digest_size=10).hexdigest()

    def with_id(self) -> Claim:
        """A claim just made, given its id: a copy would take as long as all the rest."""
        vars(self)["id"] = self.content_id()
        self.model_fields_set.add("id")
        return self

    def to_json(self) -> str:
        """One JSON object on one line, keys in the order of the contract."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, separators=(", ", ": "))
