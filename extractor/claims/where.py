"""Which market a measure is limited to: "in Asia", "its US sales", "there"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.claims.cues import Cue
from extractor.claims.subject import BOUNDARY, verb_between
from extractor.mentions.types import EntityMention, QuantityMention
from extractor.reading import Sentence
from extractor.record import Place

if TYPE_CHECKING:
    from extractor.claims.measures import Measurement

_LOCATIVE = re.compile(
    r"(?<!based )(?<!headquartered )(?<!located )(?<!born )\b(?:in|across|within|throughout|inside|around)\s+(?:the\s+|mainland\s+|all of\s+)?(?:[\w-]+ ){0,1}$",
    re.IGNORECASE,
)


def find_place(
    sentence: Sentence,
    mention: QuantityMention,
    cue: Cue | None,
    before: Measurement | None,
    previous: Measurement | None,
) -> Place | None:
    """The market a measure is limited to: "in Asia", "its US sales", "there"."""
    if cue is not None and cue.predicate == "share_price" or _EVERYWHERE.match(sentence.between(mention.end, sentence.end)):
        return None
    places = [one for one in sentence.entities if one.referent.type == "place"]
    fronted = [
        one for one in places
        if before is not None and before.mention.end <= one.start and one.end < mention.start and _FRONTED.fullmatch(sentence.between(one.end, mention.start))
    ]  # fmt: skip
    if fronted:
        # "… 22 percent, in Germany by a fifth, in France 18.5 percent"
        return as_place(fronted[-1])
    first = cue.start if cue is not None and cue.end <= mention.start else mention.start
    start = sentence.start
    for match in BOUNDARY.finditer(sentence.between(sentence.start, first)):
        start = sentence.start + match.end()
    stop = BOUNDARY.search(sentence.between(mention.end, sentence.end))
    end = mention.end + stop.start() if stop else sentence.end
    for other in sentence.quantities:
        if (
            other.start >= mention.end
            and other.quantity.unit_type
            and cue is not None
            and re.search(r"\bwhile\b|, and\b", sentence.between(mention.end, other.start))
        ):
            end = min(end, other.start)
    if cue is not None and re.search(r"\b(?:global|worldwide|total|group|overall) (?:[\w-]+ )?$", sentence.between(max(sentence.start, cue.start - 30), cue.start), re.IGNORECASE):
        return None
    candidates = []
    for one in places:
        if not start <= one.start < end or _in_aside(sentence, one, mention) or _is_of_part(sentence, one, mention):
            continue
        gap = sentence.between(max(sentence.start, one.start - 30), one.start)
        located = bool(_LOCATIVE.search(gap))
        modifies = (
            cue is not None
            and not cue.verb
            and one.end <= cue.start
            and bool(
                re.fullmatch(r"(?:'s)?(?:\s(?!in\b|to\b|and\b)[\w-]+){0,4}\s", sentence.between(one.end, cue.start))
            )
            and not verb_between(sentence, one.end, cue.start)
        )
        market = bool(
            re.match(r"(?:'s)?\s(?:\w+ )?market\b", sentence.between(one.end, min(sentence.end, one.end + 25)))
        )
        if located or modifies or market and one.start < mention.start:
            candidates.append(one)
    if before is not None:
        # "… in Asia, and in Africa they were flat at …": each of a series has its own
        candidates = [one for one in candidates if one.start >= before.mention.end] or ([] if before.place else candidates)
    if candidates:
        return as_place(min(candidates, key=lambda one: min(abs(one.start - mention.end), abs(one.start - first))))
    around = sentence.between(start, end)
    if re.search(r"\bthere\b(?! (?:is|are|was|were|has|have|will|may))", around):
        seen = [one for one in sentence.reading.entities if one.referent.type == "place" and one.end <= mention.start]
        return as_place(seen[-1]) if seen else None
    if before is not None:
        return before.place
    if re.search(r"\b[Ll]ocal(?:ly)?\b", around):
        seen = [one for one in sentence.reading.entities if one.referent.type == "place"]
        return as_place(seen[0]) if seen else None
    if re.search(
        r"\b(?:total|overall|global|globally|worldwide|nationally|nationwide|group|full)\b",
        sentence.text,
        re.IGNORECASE,
    ):
        return None
    if (
        previous is not None
        and cue is not None
        and (
            previous.sentence.paragraph == sentence.paragraph
            or sentence.index - previous.sentence.index == 1
            and not previous.sentence.in_title
        )
    ):
        same = previous.predicate == cue.predicate or {previous.predicate, cue.predicate} <= {
            "sales",
            "units_sold",
            "revenue",
        }
        return previous.place if same else None
    return None


def _is_of_part(sentence: Sentence, place: EntityMention, mention: QuantityMention) -> bool:
    """True for the place of a share of the quantity: "$5bn of drugs, 60 percent of them in Japan"."""
    return any(
        mention.end <= other.start
        and other.end < place.start
        and re.match(r"\s*of (?:them|which|these|those|its|the)\b", sentence.between(other.end, place.start))
        for other in sentence.quantities
    )


def _in_aside(sentence: Sentence, place: EntityMention, mention: QuantityMention) -> bool:
    """True for a place in a relative clause, or under another verb after the quantity."""
    if place.start >= mention.end:
        gap = sentence.between(mention.end, place.start)
        if _CAUSED.search(gap):
            return True
        return bool(re.search(r"\b(?:and|as|after|because)\b", gap)) and verb_between(sentence, mention.end, place.start)
    aside = re.search(r", (?:which|who|whose|where|the|an?|one of) [^,]*$", sentence.between(sentence.start, place.start))
    return aside is not None and "," in sentence.between(place.end, mention.start)


_EVERYWHERE = re.compile(r" (?:[a-z]+ )?(?:around the world|worldwide|globally|in total|across the world)\b")
_FRONTED = re.compile(r"(?: by| of)?(?: about| around| just| only| nearly)? ")
# what follows tells why: its place is the cause's
_CAUSED = re.compile(r"\b(?:driven|helped|boosted|led|hurt|hit|dragged|fuelled|fueled|offset|lifted|supported|weighed) (?:down |back )?by\b|\bthanks to\b|\bdue to\b|\bbecause of\b|\bon the back of\b|\bdespite\b|\bamid\b")


def as_place(mention: EntityMention) -> Place:
    """The place record of a place mention."""
    return Place(name=mention.referent.name, type=mention.referent.place_type or "region", code=mention.referent.code)
