"""The claim kinds: one module each, every one with a `find(reading)` that yields drafts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.claims.draft import Draft

if TYPE_CHECKING:
    from extractor.reading import Reading


def drafts(reading: Reading) -> Iterator[Draft]:
    """The drafts of all kinds, kind by kind, without those that only sound like business."""
    from extractor.claims import date, deal, figure, market, person, quote, sales, target
    from extractor.claims.worldly import is_business

    for module in (sales, figure, target, date, person, market, deal, quote):
        yield from (draft for draft in module.find(reading) if is_business(reading, draft))
