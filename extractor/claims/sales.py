"""Sales: what was sold or earned, told as fact.

"Acme sold 3 million phones in 2014, up 12% on 2013" holds two claims: units_sold of Acme, level 3,000,000 phone,
2014; and units_sold of Acme, change +12 percent, 2014. "Revenue rose to $2bn" is a `revenue` claim of the company
the text is speaking of. A bare "sales rose 3%" is of units where the article counts the goods, else of money.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.claims.draft import Draft
from extractor.claims.measures import drafted, measurements
from extractor.reading import Reading

PREDICATES = frozenset({"units_sold", "revenue"})


def find(reading: Reading) -> Iterator[Draft]:
    """The sales claims of an article."""
    for one in measurements(reading):
        if one.stance is None and one.predicate in PREDICATES:
            yield drafted("sales", one)
