"""From drafts to records: one record a fact, offsets of the article, stable ids, the order of the text."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.claims import drafts
from extractor.claims.draft import Draft, Said
from extractor.document import Document
from extractor.mentions.types import EntityMention
from extractor.reading import Reading
from extractor.record import Attribution, Claim, Entity, Evidence, Source


def assemble(document: Document, reading: Reading) -> list[Claim]:
    """The validated claims of an article, each fact once (its fullest telling), in the order of the text."""
    source = _source(document, reading)
    kept: dict[tuple[object, ...], Draft] = {}
    found = list(drafts(reading))
    _name_organizations(found)
    for draft in found:
        key = _fact(draft)
        if draft.kind == "deal" and key in kept:
            kept[key] = _joined(kept[key], draft, reading)
        elif key not in kept or _fullness(draft, reading) > _fullness(kept[key], reading):
            kept[key] = draft
    claims = [_claim(document, source, draft) for draft in _without_shadows(list(kept.values()), reading)]
    claims.sort(key=lambda claim: (claim.evidence.part != "title", claim.evidence.start, claim.evidence.end, claim.id))
    return claims


def _name_organizations(drafts: list[Draft]) -> None:
    """Gives each speaker the organisation that the article says the person is of.

    A quote whose speaker is of no organisation and spoke to no medium needs no attribution: its subject says all.
    """
    of = {one.subject.referent: one.object for one in reversed(drafts) if one.kind == "person" and one.status != "former"}
    for draft in drafts:
        if draft.said is not None and draft.said.speaker is not None:
            draft.said.organization = of.get(draft.said.speaker.referent)
            if draft.kind == "quote" and draft.said.organization is None and draft.said.medium is None:
                draft.said = None


def _fact(draft: Draft) -> tuple[object, ...]:
    """What makes two drafts tell the same fact: the core of the claim, by kind."""
    who = draft.subject.referent.name.casefold()
    other = draft.object.referent.name.casefold() if draft.object else None
    head: tuple[object, ...] = (draft.kind, draft.predicate, who)
    if draft.kind in ("sales", "figure", "target") and draft.quantity:
        quantity = draft.quantity
        period = (draft.period.start, draft.period.end) if draft.period else None
        return (
            *head,
            draft.basis,
            quantity.low,
            quantity.high,
            quantity.unit_type,
            period,
            _place(draft),
            draft.product.casefold() if draft.product else None,
            draft.negated,
        )
    if draft.kind == "date":
        return (*head, other, draft.period.start if draft.period else None, draft.period.end if draft.period else None)
    if draft.kind == "market":
        return (*head, _place(draft), draft.negated, draft.product)
    if draft.kind == "quote":
        return (*head, draft.text)
    return (*head, other, draft.role.casefold() if draft.role and draft.kind == "person" else None)


def _joined(told: Draft, again: Draft, reading: Reading) -> Draft:
    """A deal told twice: as the text first tells of it, with the price and time that it tells of elsewhere."""
    first, other = (again, told) if told.start < reading.title_end <= again.start else (told, again)
    if first.negated == other.negated and first.outlook == other.outlook:
        first.quantity = first.quantity or other.quantity
        first.period = first.period or other.period
    return first


def _place(draft: Draft) -> str | None:
    return draft.place.name.casefold() if draft.place else None


def _fullness(draft: Draft, reading: Reading) -> tuple[int, bool]:
    """How much a telling says; at a tie the first one wins, and the body wins over the title."""
    outlook: str | None = draft.outlook
    if draft.predicate in ("produces", "operates"):
        outlook = None if draft.outlook else "now"  # what a firm has outdoes its plans
    told = (
        draft.quantity,
        draft.product,
        draft.place,
        draft.period,
        draft.said,
        draft.role,
        draft.object,
        outlook,
    )
    exact = draft.quantity is not None and draft.quantity.bound == "exact"
    return sum(one is not None for one in told) + exact, draft.start >= reading.title_end


def _without_shadows(drafts: list[Draft], reading: Reading) -> Iterator[Draft]:
    """Drops a draft that says the same as another one with less: no period, place or product where the other has one.

    A headline tells nothing of its own: what the text measures too, of whomever and in whatever words, is the text's.
    """
    told_in_text = [draft for draft in drafts if draft.quantity is not None and draft.start >= reading.title_end]
    alike: dict[tuple[object, ...], list[Draft]] = {}
    for draft in drafts:
        alike.setdefault(_measured(draft), []).append(draft)
    for draft in drafts:
        if draft.kind in ("sales", "figure", "target") and draft.quantity is not None and any(
            other is not draft and _shadows(other, draft, reading) for other in alike[_measured(draft)]
        ):  # fmt: skip
            continue
        if draft.quantity is not None and draft.start < reading.title_end and any(_is_headline_of(draft, other) for other in told_in_text):
            continue
        yield draft


_COUNTED = 10  # from here on a count in headline and text is the same one, whatever each makes of it


def _is_headline_of(head: Draft, full: Draft) -> bool:
    """True for the measure of a headline that the text tells too: to the digit of any subject, or in more digits of the same one."""
    one, other = head.quantity, full.quantity
    if one is None or other is None or one.unit_type != other.unit_type:
        return False
    same = (one.low, one.high) == (other.low, other.high)
    of_one = head.subject.referent is full.subject.referent
    if head.predicate != full.predicate:
        return same and of_one and one.unit_type == "count" and (one.low or one.high or 0) >= _COUNTED
    if same or one.low is None or other.low is None:
        return same
    return head.basis == full.basis and of_one and _rounded(other.low, one.low) == one.low


def _rounded(amount: float, like: float) -> float:
    """An amount with as many digits as another one has: 20.1 billion like 20 billion."""
    digits = len(f"{abs(like):.6g}".partition("e")[0].replace(".", "").strip("0"))
    return float(f"{amount:.{max(digits, 1)}g}")


def _measured(draft: Draft) -> tuple[object, ...]:
    """What is measured of whom, and how much it is: what drafts have in common of which one may shadow the other."""
    amount = (draft.quantity.low, draft.quantity.high) if draft.quantity is not None else None
    return draft.kind, draft.predicate, draft.basis, draft.subject.referent, amount


def _shadows(full: Draft, bare: Draft, reading: Reading) -> bool:
    """True if one draft says all that another one of the same measure says, and more."""
    if bare.start < reading.title_end <= full.start:
        return True
    if full.start < reading.title_end <= bare.start:
        return False  # else each would do away with the other
    if (full.period, full.place, full.product) == (bare.period, bare.place, bare.product):
        return False
    lacks_period = bare.period is None or bare.period == full.period
    lacks_place = bare.place is None or bare.place == full.place
    lacks_product = bare.product is None or bare.product == full.product
    return lacks_period and lacks_place and lacks_product and _fullness(full, reading) >= _fullness(bare, reading)


def _source(document: Document, reading: Reading) -> Source:
    article, dating = document.article, reading.dating
    single = dating is not None and dating.start == dating.end
    return Source(
        id=article.key(),
        title=article.title,
        url=article.url,
        published=dating.start if dating and single else None,
        published_basis=dating.basis if dating else None,
        published_earliest=dating.start if dating and not single else None,
        published_latest=dating.end if dating and not single else None,
    )


def _claim(document: Document, source: Source, draft: Draft) -> Claim:
    return Claim(
        kind=draft.kind,
        subject=_entity(document, draft.subject),
        predicate=draft.predicate,
        object=_entity(document, draft.object) if draft.object else None,
        quantity=draft.quantity,
        basis=draft.basis,
        product=draft.product,
        place=draft.place,
        period=draft.period,
        stated=draft.stated,
        outlook=draft.outlook,
        negated=draft.negated,
        attribution=_attribution(document, draft.said),
        role=draft.role,
        status=draft.status,
        text=draft.text,
        qualifier=draft.qualifier,
        evidence=_evidence(document, draft.start, draft.end),
        confidence=round(draft.confidence, 2),
        rule=draft.rule,
        source=source,
    ).with_id()


def _entity(document: Document, mention: EntityMention) -> Entity:
    part, start, end = document.clean.source(mention.start, mention.end)
    text = document.article.title if part == "title" else document.article.text
    return Entity(
        name=mention.referent.name,
        type=mention.referent.type,
        mention=(text or "")[start:end],
        start=start,
        end=end,
        via=mention.via,
    )


def _attribution(document: Document, said: Said | None) -> Attribution | None:
    if said is None:
        return None
    return Attribution(
        speaker=_entity(document, said.speaker) if said.speaker else None,
        organization=_entity(document, said.organization) if said.organization else None,
        medium=said.medium,
    )


def _evidence(document: Document, start: int, end: int) -> Evidence:
    part, first, last = document.clean.source(start, end)
    text = document.article.title if part == "title" else document.article.text
    return Evidence(start=first, end=last, text=(text or "")[first:last], part=part)
