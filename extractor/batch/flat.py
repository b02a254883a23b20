"""Claims as CSV: one flat row a claim, for spreadsheets, and safe in them."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from typing import IO, Any

from extractor.batch.outputs import LineWriter

COLUMNS = {
    "id": "id", "kind": "kind", "subject": "subject.name", "subject_type": "subject.type", "predicate": "predicate",
    "object": "object.name", "object_type": "object.type", "quantity": "quantity.text", "low": "quantity.low",
    "high": "quantity.high", "unit": "quantity.unit", "unit_type": "quantity.unit_type", "bound": "quantity.bound",
    "basis": "basis", "product": "product", "place": "place.name", "place_code": "place.code", "period": "period.text",
    "period_start": "period.start", "period_end": "period.end", "period_grain": "period.grain", "stated": "stated.text",
    "stated_start": "stated.start", "stated_end": "stated.end", "outlook": "outlook", "negated": "negated",
    "speaker": "attribution.speaker.name", "speaker_organization": "attribution.organization.name",
    "medium": "attribution.medium", "role": "role", "status": "status", "text": "text", "qualifier": "qualifier",
    "evidence": "evidence.text", "evidence_part": "evidence.part", "evidence_start": "evidence.start",
    "evidence_end": "evidence.end", "confidence": "confidence", "rule": "rule", "article": "source.id",
    "title": "source.title", "url": "source.url", "published": "source.published",
    "published_basis": "source.published_basis", "published_earliest": "source.published_earliest",
    "published_latest": "source.published_latest", "duplicate_of": "source.duplicate_of",
}  # fmt: skip
"""The columns, and where in a claim each comes from."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class CsvWriter(LineWriter):
    """A header and a row for every claim; ends of lines as RFC 4180 has them."""

    def __init__(self, raw: Any, file: IO[bytes]) -> None:
        super().__init__(raw, file)
        assert self._text is not None
        self._rows = csv.writer(self._text)
        self._rows.writerow(COLUMNS)

    def write(self, claims: Iterable[str]) -> None:
        """Writes claims, each a line of JSON."""
        self._rows.writerows(row(json.loads(claim)) for claim in claims)


def row(claim: dict[str, Any]) -> list[object]:
    """The cells of a claim."""
    return [safe(_at(claim, path)) for path in COLUMNS.values()]


def safe(cell: object) -> object:
    """A cell that no spreadsheet runs as a formula: text that begins like one gets an apostrophe before it."""
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return "'" + cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell


def _at(claim: Any, path: str) -> object:
    for name in path.split("."):
        if claim is None:
            return None
        claim = claim.get(name)
    return claim
