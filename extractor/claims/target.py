"""Targets: a measure that is not (yet) fact, with an outlook that says which way.

"Acme hopes to sell 5 million phones in 2016" is units_sold, outlook `target`; "analysts expect a profit of $2bn" is
profit, `forecast`; "Acme plans to invest $1bn in a plant" is investment, `plan`.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.claims.draft import Draft
from extractor.claims.measures import drafted, measurements
from extractor.context import outlook_of
from extractor.reading import Reading


def find(reading: Reading) -> Iterator[Draft]:
    """The target claims of an article."""
    for one in measurements(reading):
        if one.stance is not None:
            draft = drafted("target", one)
            # "is to buy 10 jets" is decided, "will have orders of $2bn" is not
            ordered = one.predicate == "orders" and one.quantity.unit_type == "count" and one.stance in ("future", "intent")
            draft.outlook = "plan" if ordered else outlook_of(one.stance, one.predicate)
            yield draft
