"""Claims as a table for a terminal: grouped by article, each with its evidence in context."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.article import Article
from extractor.record import Claim, Period, Quantity


def table(article: Article, claims: list[Claim], width: int = 110) -> Iterator[str]:
    """The lines of an article's table."""
    yield f"{article.title or article.key()}  [{article.key()}]"
    if not claims:
        yield "  no claims"
    for claim in claims:
        yield f"  {claim.kind}/{claim.predicate:<14} {_told(claim)}"
        yield f"    {_context(article, claim, width - 6)}"
    yield ""


def _told(claim: Claim) -> str:
    """The claim in a line: subject, value, qualifiers."""
    parts = [claim.subject.name]
    if claim.object is not None:
        parts.append(f"→ {claim.object.name}")
    if claim.quantity is not None:
        parts.append(("change " if claim.basis == "change" else "") + quantity(claim.quantity))
    if claim.role:
        parts.append(f"({claim.status} {claim.role})" if claim.status else f"({claim.role})")
    for label, value in (
        ("of", claim.product),
        ("in", claim.place and claim.place.name),
        ("period", claim.period and period(claim.period)),
    ):
        if value:
            parts.append(f"{label} {value}")
    if claim.outlook:
        parts.append(f"[{claim.outlook}]")
    if claim.negated:
        parts.append("[denied]")
    if claim.attribution and claim.attribution.speaker:
        parts.append(f"says {claim.attribution.speaker.name}")
    return "  ".join(parts)


def quantity(one: Quantity) -> str:
    """A quantity for reading: "80,000,000 to 100,000,000 phone", "at least 5 percent"."""
    unit = f" {one.unit}" if one.unit else ""
    if one.low is None or one.high is None:
        side = "at least" if one.high is None else "at most"
        return f"{side} {one.low if one.high is None else one.high:,g}{unit}"
    if one.low != one.high:
        return f"{_number(one.low)} to {_number(one.high)}{unit}"
    return f"{'about ' if one.bound == 'about' else ''}{_number(one.low)}{unit}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def period(one: Period) -> str:
    """A period for reading: its days, or its words where it has none."""
    if one.start is None and one.end is None:
        return f"“{one.text}”"
    if one.start == one.end:
        return str(one.start)
    return f"{one.start or '…'}..{one.end or '…'}"


def _context(article: Article, claim: Claim, width: int) -> str:
    """The evidence between « and », with what stands around it."""
    evidence = claim.evidence
    text = (article.title if evidence.part == "title" else article.text) or ""
    room = max(0, width - (evidence.end - evidence.start)) // 2
    before = text[max(0, evidence.start - room) : evidence.start]
    after = text[evidence.end : evidence.end + room]
    shown = f"{before}«{evidence.text}»{after}"
    return " ".join(shown.split())
