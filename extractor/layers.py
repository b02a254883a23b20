"""The layers under the claims, usable by themselves: quantities and periods of any text."""

from __future__ import annotations

import datetime as dt

from extractor.article import as_date
from extractor.mentions.dating import given
from extractor.mentions.periods import find_periods
from extractor.mentions.quantities import find_quantities
from extractor.mentions.types import PeriodMention, QuantityMention


def quantities(text: str) -> list[QuantityMention]:
    """The quantities of a text with their offsets in it, sorted; needs no model."""
    return find_quantities(text)


def periods(text: str, published: dt.date | str | None = None, timexes: bool = False) -> list[PeriodMention]:
    """The periods of a text with their offsets in it, sorted; needs no model.

    Relative ones ("last year") resolve against `published`, a date or ISO string; without it they have no days.
    With `timexes` the view of TIMEX3: a range ("from 2010 to 2013") is its two ends, and clock times, repeated times
    and references ("now") are told too. Raises UsageError for a date that is none.
    """
    day = as_date(published)
    return find_periods(text, given(day) if day else None, timexes)
