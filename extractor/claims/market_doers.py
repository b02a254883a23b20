"""Who enters, leaves or makes in a place: the doers of a phrase of `lexicons/market_frames.tsv`, each of several."""

from __future__ import annotations

from itertools import islice

from extractor.claims.event_frames import Hit
from extractor.claims.parties import doers, parties, party, series
from extractor.claims.slots import actor, subject_of
from extractor.lexicon import forms_of
from extractor.mentions.types import EntityMention
from extractor.reading import Sentence
from extractor.tokens import Token


def doers_of(sentence: Sentence, start: int, hit: Hit | None) -> list[EntityMention]:
    """Who does what a phrase tells: each of "Acme and Globex build cars in Spain", of "carmakers such as Acme and Globex"."""
    one = _doer(sentence, start, hit)
    if one is None or hit is None or not hit.frame.verb or hit.frame.note == "whom":
        return [one] if one is not None else []
    verb = sentence.token(start)
    listed = _including(verb)
    told = [listed] if listed is not None else [subject] if (subject := subject_of(verb)) is not None else doers(verb)
    each = [found for found in parties(sentence, series(told)) if found.referent.type == "organization"]
    return each if each and listed is not None or any(found.referent is one.referent for found in each) else [one]


def _including(verb: Token) -> Token | None:
    """The first name of "others that have announced plans to build cars in Spain include Acme and Globex"."""
    for noun in islice(verb.ancestors, 5):
        if noun.tag_ == "NNS" and noun.dep_ == "nsubj" and noun.head.lower_ in ("include", "includes", "included"):
            return next((child for child in noun.head.children if child.dep_ == "dobj"), None)
    return None


def given(sentence: Sentence, hit: Hit) -> EntityMention | None:
    """Whom something gives a place: "the deal gives Acme a foothold in Spain"."""
    return next((one for one in sentence.entities if hit.start < one.start and one.end < hit.end and one.referent.type == "organization"), None)


def _doer(sentence: Sentence, start: int, hit: Hit | None) -> EntityMention | None:
    """Who does it: the agent of a passive, else the actor of the verb."""
    verb = sentence.token(start)
    if verb.lower_ == "with":
        return _has(sentence, verb)
    if hit is not None and hit.frame.note == "whom":
        return given(sentence, hit)
    if hit is not None and hit.frame.note == "own":
        owner = next((child for child in sentence.token(hit.start).lefts if child.dep_ == "poss"), None)
        found = sentence.entity_at(owner) if owner is not None else None
        return found if found is not None and found.referent.type == "organization" else None
    if hit is not None and hit.frame.verb and verb.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in verb.children):
        for child in verb.children:
            if child.dep_ == "agent":
                for one in child.children:
                    found = sentence.entity_at(one)
                    if found is not None and found.referent.type == "organization":
                        return found
    if hit is not None and hit.frame.verb and (subject := subject_of(verb)) is not None and subject.pos_ in ("PROPN", "NOUN") and sentence.entity_at(subject) is None:
        named = party(sentence, subject, people=False)  # a name that the recogniser has missed
        if named is not None:
            return named
    return actor(sentence, start)


def _has(sentence: Sentence, preposition: Token) -> EntityMention | None:
    """Who has shops in "Acme, with shops in Spain, …", "Acme, a chain with shops in Spain"."""
    token = preposition.head
    for _ in range(3):
        entity = sentence.entity_at(token)
        if entity is not None and entity.referent.type == "organization":
            return entity
        if token.dep_ == "pobj" and token.head.lower_ == "into":
            token = token.head.head  # "has grown into a chain with shops in Spain"
        elif token.dep_ not in ("appos", "attr") and token.pos_ in ("NOUN", "PROPN"):
            return None
        token = next((child for child in token.children if child.dep_ == "nsubj"), token.head) if token.pos_ in ("VERB", "AUX") else token.head
    return None


_ENDS = forms_of("end", "fail", "collapse", "flop", "finish", "abandon", "abort")


def has_ended(noun: Token) -> bool:
    """True for "its foray into Spain ended in 2016"."""
    return noun.dep_ in ("nsubj", "nsubjpass") and noun.head.lower_ in _ENDS
