"""The words of deals with their frames, the claims made of two parties, and which two "the pair" are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from extractor.claims.deal_context import fell_through, is_resisted
from extractor.claims.deal_terms import settle
from extractor.claims.draft import Draft
from extractor.claims.parties import is_put_to, only_two_before, pair_after, pair_before, two_of_before
from extractor.lexicon import rows, verb_forms
from extractor.mentions.types import EntityMention
from extractor.reading import Sentence
from extractor.tokens import Token

RULES = {
    "acquires": "<company> buys <company>", "merges": "<company> merges with <company>", "invests": "<company> invests in <company>",
    "divests": "<company> sells <company>", "partners": "<company> partners with <company>", "contracts": "<company> gives an order to <company>",
}  # fmt: skip
_TAKEN_OVER = frozenset({"acquires", "merges"})
TRADED = frozenset({"acquires", "invests", "divests"})
OPEN = frozenset({"bid", "bids", "bidding", "offer", "offers", "offered", "offering", "approach", "approaches", "bidder", "bidders", "find", "finds", "found", "finding", "seek", "seeks", "seeking", "sought"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A word of a deal: its predicate, the places of the active party and of the other one, and what else it needs."""

    predicate: str
    active: tuple[str, ...]
    other: tuple[str, ...]
    needs: str


@cache
def verbs() -> dict[str, list[tuple[str, Frame]]]:
    """Every form of the verbs, each with the particles it takes ("" for none)."""
    table: dict[str, list[tuple[str, Frame]]] = {}
    for words, *frame in rows("deal_verbs"):
        verb, _, particle = words.partition(" ")
        for form in verb_forms(verb):
            table.setdefault(form, []).append((particle, _frame(*frame)))
    return table


@cache
def nouns() -> dict[str, Frame]:
    """The nouns, singular and plural; of "joint venture" the last word."""
    table = {words: _frame(*frame) for words, *frame in rows("deal_nouns")}
    return table | {f"{noun}s": frame for noun, frame in table.items()}


def _frame(predicate: str, active: str, other: str, needs: str = "") -> Frame:
    return Frame(predicate, tuple(active.split()), tuple(other.split()), needs)


def paired(sentence: Sentence, cue: Token, predicate: str, active: list[EntityMention], others: list[EntityMention]) -> Iterator[Draft]:
    """The claims of a predicate whose other party is a company like the active one."""
    for one in active:
        for other in others:
            if other.referent is not one.referent and one.referent.type == "organization":
                yield settled(sentence, cue, predicate, one, other)


def settled(sentence: Sentence, cue: Token, predicate: str, subject: EntityMention, object: EntityMention) -> Draft:
    """The claim of a deal told by a verb or noun, with its terms."""
    start, end = cue.idx, cue.idx + len(cue)
    for one in (subject, object):
        if sentence.start <= one.start and one.end <= sentence.end:
            start, end = min(start, one.start), max(end, one.end)
    rule = RULES[predicate]
    if cue.pos_ == "NOUN":
        rule = rule.replace("> ", "> in noun: ", 1)
    still = cue.lower_ in OPEN or predicate in _TAKEN_OVER and is_put_to(cue) or is_resisted(cue)
    draft = settle(sentence, predicate, rule, subject, object, start, end, cue.idx, still)
    return replace(draft, negated=True, outlook=None) if fell_through(cue) else draft


TWO = frozenset({"they", "their", "pair", "two", "both", "duo", "companies", "firms", "groups", "banks", "sides", "rivals", "partners", "carmakers", "airlines"})


def two_parties(sentence: Sentence, cue: Token, subjects: list[Token], active: list[EntityMention]) -> tuple[list[EntityMention], list[EntityMention]]:
    """The two parties of "Acme and Globex merge", "they will combine", "the two companies teamed up"."""
    if subjects and subjects[0].lower_ in TWO:
        active = two_of_before(sentence, cue.idx) or (only_two_before(sentence, subjects[0].idx) if subjects[0].lower_ not in ("they", "their") else [])
    elif len(active) == 1:
        active = pair_before(sentence, active[0])
        active = active if len(active) > 1 else pair_after(sentence, active[0], cue.idx)
    return active[:1], active[1:]
