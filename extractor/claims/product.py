"""What is sold, made or priced: the counted noun, "sales of <product>", "<product> sales"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.claims.asking import asked_for
from extractor.claims.cues import Cue
from extractor.lexicon import terms
from extractor.mentions.types import QuantityMention
from extractor.reading import Sentence

if TYPE_CHECKING:
    from extractor.claims.measures import Measurement

# what goods are counted by, which says nothing of what they are
_UNITS = frozenset({"unit", "copy", "piece", "item", "hectolitre", "hectoliter", "barrel", "litre", "liter", "gallon", "bushel", "tonne", "ton",
                    "dose", "case", "crate", "delivery", "shipment", "registration", "sale"})  # fmt: skip
_WORTH_OF = re.compile(r"\s(?:worth )?of (?:its |their |the )?((?:[a-z][\w-]* ){0,2}?[a-z][\w-]*)(?=[,.;]| (?:in|last|during|for|to|a year|this|between|worldwide|globally|from|and)\b|$)")
_SOLD_OR_MADE = frozenset({"units_sold", "sales", "revenue", "production", "orders", "price", "capacity", "volume", "market_share"})


def find_product(
    sentence: Sentence, mention: QuantityMention, cue: Cue | None, predicate: str, before: Measurement | None
) -> str | None:
    """What is sold, made or priced: the counted noun, "sales of <product>", "<product> sales"."""
    if predicate not in _SOLD_OR_MADE:
        return None
    if before is not None and before.product and mention.quantity.unit_type == "physical":
        return before.product
    if mention.quantity.unit_type == "count" and mention.noun:
        if mention.quantity.unit not in _UNITS:
            return mention.noun
        if " " in mention.noun:
            # "18 million smartphone units"
            return mention.noun.rpartition(" ")[0]
    if predicate == "revenue" and cue is None and before is None and (match := _WORTH_OF.match(sentence.between(mention.end, sentence.end))):
        return match.group(1)
    if predicate == "price" and cue is not None and cue.start == mention.end + 1 and not cue.verb:
        return cue.text
    if predicate == "price" and cue is not None and cue.verb:
        return asked_for(sentence, cue)
    if cue is not None and not cue.verb:
        found = _sold_of(sentence, cue) or _modifier(sentence, cue)
        if found:
            return found
    return before.product if before is not None else None


_QUARTER = re.compile(r"[QH][1-4]|[1-4][QH]|FY\d*")


def _sold_of(sentence: Sentence, cue: Cue) -> str | None:
    match = re.match(r"\s(?:of|for)\s(?:(?:an?|the|its|their)\s)?", sentence.between(cue.end, sentence.end))
    if match is None:
        return None
    token = sentence.token(cue.end + match.end())
    first = token
    while token.dep_ in ("amod", "compound", "nmod") and token.head.i > token.i:
        token = token.head
    if token.pos_ not in ("NOUN", "PROPN") or token.ent_type_ in ("DATE", "MONEY", "CARDINAL", "PERCENT", "GPE"):
        return None
    entity = sentence.entity_at(token)
    priced = cue.predicate == "price" and re.match(r"\s(?:of|for) (?:an?|the (?:new|latest))\s", sentence.between(cue.end, sentence.end))
    if entity is not None and entity.referent.type in ("place", "person", "organization") and not (priced and entity.referent.type == "organization"):
        # "registrations for Acme": of what it sold
        return None
    if token.lower_ in ("quarter", "year", "half", "month", "period", "group", "company"):
        return None
    if first.lower_ in ("new", "used", "latest") and first.i < token.i:
        first = first.nbor()
    return sentence.between(first.idx, token.idx + len(token))


def _modifier(sentence: Sentence, cue: Cue) -> str | None:
    doc = sentence.reading.doc
    last = sentence.token(cue.start).i - 1
    first = last
    while first >= 0 and doc[first].idx >= sentence.start:
        token = doc[first]
        if token.text == "-" or first and doc[first - 1].text == "-":
            # "Acme-brand sales": the brand is the company's name
            break
        entity = sentence.entity_at(token)
        inside = token.text[0].isalnum() and token.pos_ in ("NOUN", "PROPN", "ADJ") or token.lower_ == "and" and first < last
        generic = token.lower_ in terms("measure_generic_modifiers") and token.lower_ != "and"
        blocked = entity is not None and entity.referent.type in ("organization", "place", "person")
        if token.lower_ in ("percent", "cent", "%") or _QUARTER.fullmatch(token.text):
            break
        if not inside or generic or blocked or token.ent_type_ in ("DATE", "MONEY", "GPE"):
            break
        first -= 1
    while first < last and (doc[first + 1].lower_ == "and" or doc[first + 1].pos_ == "ADJ"):
        first += 1
    if first == last:
        return None
    start, end = doc[first + 1].idx, doc[last].idx + len(doc[last])
    return sentence.between(start, end)
