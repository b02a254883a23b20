"""Who a fine is of that no word tells the payment of: the one it is imposed on, never the authority that imposes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.claims.cues import Cue
from extractor.claims.owner import Nobody
from extractor.claims.slots import subject_of
from extractor.lexicon import forms_of, terms
from extractor.mentions.counted import lemma
from extractor.mentions.sources import names_authority
from extractor.mentions.types import EntityMention, QuantityMention
from extractor.reading import Sentence
from extractor.tokens import Token


def fined_party(sentence: Sentence, mention: QuantityMention, cue: Cue | None) -> EntityMention | Nobody | None:
    """The company or person fined, nobody where only others are named, None where the words around the amount do not say."""
    for rule in (_person_fined, _upon_whom, _hit_with):
        found = rule(sentence, mention, cue)
        if found is not None:
            return found
    return _receiver(sentence, mention)


def _person_fined(sentence: Sentence, mention: QuantityMention, cue: Cue | None) -> EntityMention | Nobody | None:
    """The person of "Jane Roe, who left Acme in 2011, was banned and fined £450"."""
    if cue is None or not cue.verb:
        return None
    verb = sentence.token(cue.start)
    last = next((one for one in reversed(sentence.entities) if one.end <= mention.start), None)
    if last is not None and last.start > cue.end and last.referent.type == "person" and sentence.between(last.end, mention.start).strip(", ") == "":
        return last  # "fined its former trader, Jane Roe, £45,000"
    passive = any(child.dep_ == "auxpass" for one in (verb, verb.head) for child in one.children)
    whom = subject_of(verb) if passive else None
    # "its former head, Jane Roe, was fined"
    whom = next((child for child in whom.children if child.dep_ == "appos"), whom) if whom is not None else None
    person = sentence.entity_at(whom) if whom is not None else None
    return person if person is not None and person.referent.type == "person" else None


_FINE = r"(?:accord|agreement|deal|fines?|penalt(?:y|ies)|settlements?|sanctions?|levy|damages)"
_UPON = re.compile(rf"(?: (?:[a-z-]+ ){{0,2}}{_FINE})?(?: (?:earlier|last|this|in|on) [\w ]{{3,18}}?)? (?:on|upon|against|(?P<from>from|with)) (?:the |its |rival )?(?:(?!in\b|to\b|and\b)[a-z][\w-]* ){{0,4}}?")


def _upon_whom(sentence: Sentence, mention: QuantityMention, cue: Cue | None) -> EntityMention | Nobody | None:
    """ "imposed a $3m penalty on Acme", "a settlement of $3m with Acme" that an authority tells of."""
    for one in sentence.entities:
        if not 0 < one.start - mention.end < 90 or one.referent.type != "organization":
            continue
        told = _UPON.fullmatch(sentence.between(mention.end, one.start))
        if told is not None and not is_authority(one):
            ours = not told["from"] or any(is_authority(other) for other in sentence.entities if other.end <= mention.start)
            return one if ours else None
    return None


_HITS = forms_of("hit", "slap", "fine", "sanction", "punish", "penalise", "penalize", "order", "hand", "give")
_WITH_A_FINE = re.compile(r"(?: (?:with|to pay))? (?:an? )?(?:[a-z-]+ ){0,3}(?:of )?")


def _hit_with(sentence: Sentence, mention: QuantityMention, cue: Cue | None) -> EntityMention | Nobody | None:
    """ "hit Acme with a $3m fine": the one hit."""
    for one in sentence.entities:
        if one.end <= mention.start <= one.end + 40 and one.referent.type == "organization" and _WITH_A_FINE.fullmatch(sentence.between(one.end, mention.start)):
            whom = sentence.token(one.end - 1)
            if whom.head.lower_ in _HITS and whom.head.i < whom.i or whom.dep_ == "nsubj" and whom.head.head.lower_ in _HITS:
                return one if not is_authority(one) else None
    return None


_REACH = 6


def _receiver(sentence: Sentence, mention: QuantityMention) -> EntityMention | Nobody | None:
    """The subject of the clause: nobody if an authority, or some officer without a name; who is "handed a $3m fine" is fined."""
    subject = next(_subjects_up(sentence.head(mention.start, mention.end)), None)
    if subject is None:
        return None
    found = sentence.entity_at(subject)
    if found is not None:
        if found.referent.type == "person":
            return found
        return Nobody.NOBODY if is_authority(found) else found if subject.dep_ == "nsubjpass" and found.referent.type == "organization" else None
    officer = lemma(subject.lower_) in terms("entity_person_titles") and not any(child.dep_ == "appos" for child in subject.children)
    return Nobody.NOBODY if officer else None


def _subjects_up(token: Token) -> Iterator[Token]:
    """The subjects up the tree, those of passives too."""
    for _ in range(_REACH):
        yield from (child for child in token.lefts if child.dep_ in ("nsubj", "nsubjpass"))
        if token.head.i == token.i:
            return
        token = token.head


def is_authority(mention: EntityMention) -> bool:
    """True for one that fines and investigates others: "European Commission", "SEC", "Attorney General of Norland"."""
    return names_authority(mention.referent.name)
