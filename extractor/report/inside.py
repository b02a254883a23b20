"""A look inside one article: its mentions side by side, and which rule made which claim of what."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.article import Article
from extractor.pipeline import Extractor
from extractor.reading import Sentence
from extractor.report.table import period, quantity, table


def inspect(article: Article, extractor: Extractor) -> Iterator[str]:
    """The entities, quantities and periods of an article, sentence by sentence."""
    _, reading = extractor.read(article, exhaustive=True)
    dating = reading.dating
    yield f"article {article.key()}: published " + (
        f"{dating.start}..{dating.end} ({dating.basis}: {'; '.join(dating.cues)})" if dating else "unknown"
    )
    for sentence in reading.sentences:
        yield ""
        yield " ".join(sentence.text.split())
        yield from _mentions(sentence)


def _mentions(sentence: Sentence) -> Iterator[str]:
    for entity in sentence.entities:
        yield f"  entity    {entity.text:<32} {entity.referent.type}: {entity.referent.name} ({entity.via})"
    for one in sentence.quantities:
        yield f"  quantity  {one.quantity.text:<32} {quantity(one.quantity)} ({one.quantity.unit_type}, {one.quantity.bound})"
    for timex in sentence.periods:
        yield f"  period    {timex.period.text:<32} {period(timex.period)} ({timex.period.grain})"


def explain(article: Article, extractor: Extractor) -> Iterator[str]:
    """The mentions of an article, then every claim with the rule that made it."""
    yield from inspect(article, extractor)
    yield ""
    claims = extractor.claims(article)
    for claim in claims:
        yield f"rule {claim.rule}  (confidence {claim.confidence:g})"
        yield from list(table(article, [claim]))[1:-1]
