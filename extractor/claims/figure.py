"""Figures: any other measure told as fact.

"Acme's net profit fell 8 percent to $120m, or 60 cents a share" holds three claims: profit, change -8 percent;
profit, level USD 120,000,000; eps, level USD 0.60. "Acme employs 500 people" is `employees`; "shares in Acme closed
up 2%" is `share_price`, change.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.claims.draft import Draft
from extractor.claims.measures import drafted, measurements
from extractor.claims.sales import PREDICATES as SALES
from extractor.reading import Reading


def find(reading: Reading) -> Iterator[Draft]:
    """The figure claims of an article."""
    for one in measurements(reading):
        if one.stance is None and one.predicate not in SALES:
            yield drafted("figure", one)
