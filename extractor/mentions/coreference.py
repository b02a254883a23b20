"""Who "the company", "the German carmaker", "it" and "he" are: finds descriptions and pronouns, and whom each denotes.

A description or pronoun denotes the most salient referent of a fitting type. What stays unclear is left out.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon import any_of, terms
from extractor.mentions.descriptions import OWN_NOUNS, combined, described, of_two
from extractor.mentions.pronouns import company_of, person, pronoun
from extractor.mentions.salience import MAKER_NEXT, SoFar, owner_apposed
from extractor.mentions.types import EntityMention, Referent
from extractor.tokens import Doc

_PRONOUNS = re.compile(
    r"(?<![\w'-])(?:it|its|itself|he|his|him|she|her|they|their|we|our"
    r"|us)(?![\w-])",
    re.IGNORECASE,
)
# "The owner of brands such as Zeta and Yotta": whose brands they are, at the head of a sentence
_OWNER_OF = re.compile(r"(?:(?<=[.!?\n] )|(?<=\n)|(?<=[.!?][\"”] ))The (?:owner|maker|operator|publisher|parent(?: company)?|developer|producer|manufacturer|creator)(?= of\b)")
# one of two that were named: "helping the latter to expand", "the former's sales"; "the former chief" is none
_OF_TWO = re.compile(
    r"\b[Tt]he (?:latter|former)(?=['’]s\b|[,.;:]| (?:is|was|has|had|have|will|would|could|may|can|also|to|in|and|by|at|on|for|with|which|as|but|of the|said|says|[a-z]+ed|sold|made|rose|fell|won|lost|took|saw|grew|bought)\b)"
)
# what two that merge will be: a company of its own
_COMBINING = ("combined ", "merged ", "enlarged ")
_COMBINED = re.compile(r"\b[Tt]he (?:new |newly )?(?:combined|enlarged|merged) (?:company|group|firm|entity|business|bank|airline|carrier|insurer|lender|retailer|brewer|miner|operator)(?![\w'’-])(?! [a-z]+['’]s)")
# "The 45-year-old succeeds John Doe": a person
_OF_AGE = re.compile(
    r"\b[Tt]he [2-9]\d-year[- ]old(?=, (?:who|whose)\b| (?:who|will|would|also|left|took|began|then|now|(?!business\b)[a-z]+(?:s|ed|id))\b)"
)
# a part of a company that has been named: "its pie unit, Acme, … The unit made a profit"
_THE_UNIT = re.compile(r"\b(?:The|the) (?:unit|division|subsidiary|arm)\b(?! (?:of|for|in|that)\b)")
# "bought the business in 2013": in most other places "the business" is a trade
_THE_BUSINESS = re.compile(
    r"\b(?:buy|buying|bought|acquir(?:e|ed|ing)|purchased?|t(?:ake|ook|aking) over|founded|started|set up|own(?:s|ed)?|sold|sell|selling|joined|valu(?:es|ed|ing)"
    r"|left) (?P<firm>the business)(?= (?:in|from|for|at|to|by|when|with|after|last|this|until|since|as|and)\b|[.,;])(?! (?:of|for (?!(?:about |around |nearly )?[$£€\d]))\b)",
    re.IGNORECASE,
)
# "after his company was sold"
_OWN_COMPANY = re.compile(r"\b(?:his|her) (?:own )?(?P<noun>company|firm|group|business|start-?up)\b(?! [a-z]*(?:er|ive|ist)\b)", re.IGNORECASE)


@cache
def _description() -> re.Pattern[str]:
    """A definite description of an organisation: "the German carmaker", "the company", "French group"."""
    nouns = any_of(terms("entity_descriptions"))
    return re.compile(
        rf"(?<![\w'-])(?:the|this|that)\s(?:(?-i:[A-Z])[\w.]+(?: (?-i:[A-Z])[\w.]+)?, (?=[\w.]+(?: [\w.]+)?-based\s))?(?:(?!the\b|its\b|their\b|an?\b|combined\b|merged\b|enlarged\b|parent\b|holding\b|of\b|and\b(?! (?-i:[A-Z]|i[A-Z]))|in\b|to\b|for\b|with\b|by\b|on\b|at\b|is\b"
        rf"|was\b)(?:(?:[A-Z]\.)+|[\w&'-]+(?:\.[\w'-]+)*)\s){{0,4}}?{nouns}(?![\w-])(?! (?:year|vehicle|of the year|secretary|{nouns}|(?-i:[A-Z])))"
        rf"|(?<![\w'-])(?-i:[A-Z])[a-z]+(?:ese|ish|an|ch)\s(?:society|group|firm|company)(?![\w-])(?! (?-i:[A-Z]))",
        re.IGNORECASE,
    )


def _anaphors(text: str, title_end: int) -> list[tuple[int, int]]:
    """Pronouns and definite descriptions of organisations and people, in the body."""
    found = [match.span() for match in _description().finditer(text, title_end)]
    found += [match.span() for match in _PRONOUNS.finditer(text, title_end)]
    found += [match.span("noun") for match in _OWN_COMPANY.finditer(text, title_end)]
    found += [match.span("firm") for match in _THE_BUSINESS.finditer(text, title_end)] if "business" in text.lower() else []
    found += [match.span() for match in _THE_UNIT.finditer(text, title_end)]
    found += [match.span() for match in _OWNER_OF.finditer(text, title_end)] if "The " in text else []
    found += [match.span() for match in _OF_TWO.finditer(text, title_end)] if "the latter" in text or "he former" in text or "The latter" in text else []
    found += [match.span() for match in _COMBINED.finditer(text, title_end)] if any(one in text for one in _COMBINING) else []
    found += [match.span() for match in _OF_AGE.finditer(text, title_end)] if "year" in text else []
    return found


def resolve(doc: Doc, text: str, mentions: list[EntityMention], title_end: int = 0) -> list[EntityMention]:
    """The named mentions with those of descriptions and pronouns that could be resolved, sorted by place."""
    so_far = SoFar(doc, text, mentions, title_end)
    found = list(mentions)
    for start, end in sorted(_anaphors(text, title_end)):
        # "the German carmaker" holds the mention of a place, and is one of the carmaker all the same
        if any(one.start < end and start < one.end and not _is_modifier(text, one, start, end) for one in so_far.near(start, end)):
            continue
        referent = _referent(so_far, start, end)
        if referent is not None:
            mention = EntityMention(start, end, text[start:end], referent, "coreference")
            found.append(mention)
            so_far.add(mention)
    return sorted(found, key=lambda one: (one.start, -one.end))


def _is_modifier(text: str, one: EntityMention, start: int, end: int) -> bool:
    """True for a place, an exchange, or the goods or the company of "the Zeta maker", named within a description."""
    inside = start < one.start and one.end < end
    return inside and (one.referent.type == "place" or text.startswith(("-listed ", "-traded ", "-quoted "), one.end) or MAKER_NEXT.match(text, one.end, end) is not None)


def _referent(so_far: SoFar, start: int, end: int) -> Referent | None:
    words = so_far.text[start:end].casefold().split()
    if so_far.text.startswith(" of", end) and _OWNER_OF.match(so_far.text, start):
        return _owner(so_far, start, end)
    if words[-1] in ("latter", "former"):
        return of_two(so_far, start, words[-1])
    if _COMBINED.fullmatch(so_far.text, start, end):
        return combined(so_far, start, end)
    if words[-1].endswith(("-old", "old")) and words[0] == "the":
        return person(so_far, start, "")
    if words[0] in OWN_NOUNS and len(words) == 1:
        return company_of(so_far, start)
    return pronoun(so_far, words[0], start, end) if len(words) == 1 else described(so_far, start, so_far.text[start:end])


def _owner(so_far: SoFar, start: int, end: int) -> Referent | None:
    """Who "The owner of Zeta, Acme," is: the name apposed, else the company spoken of that the sentence does not name."""
    apposed = owner_apposed(so_far.token(end - 1))
    if apposed is not None and so_far.text.startswith(",", apposed.idx + len(apposed)):
        named = so_far.mention_at(apposed)
        return named.referent if named is not None else None
    end_of_sentence = next((one for one in so_far.sentence_starts if one > start), len(so_far.text))
    return so_far.salient(start, description=True, without={one.referent.order for one in so_far.after(start, end_of_sentence - start)})
