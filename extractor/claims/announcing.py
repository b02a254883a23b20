"""What a company says on some day: "Acme said on Monday it would shut a plant" is `announced`, object "plant"; "Acme said on Monday
its net profit rose 5 percent" is `reported`, object "net profit".

Only what it decides or weighs itself is announced so; forecasts are told by other kinds, takeovers by deals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.attribution import ends_before_saying
from extractor.claims.cues import measured_by
from extractor.claims.draft import Draft
from extractor.claims.event_frames import nouns_of
from extractor.claims.event_parties import noun_phrase
from extractor.claims.slots import subject_of
from extractor.lexicon import forms_of
from extractor.mentions.counted import lemma
from extractor.mentions.sources import names_authority
from extractor.mentions.types import EntityMention, PeriodMention
from extractor.reading import Sentence
from extractor.tokens import Token

_SAYING = forms_of("say", "confirm", "disclose", "reveal", "pledge", "promise", "vow")
_WILL = frozenset({"will", "would", "'ll"})
# what one says to be at, short of having decided: "was considering", "was in talks", "planned to"
_WEIGHING = forms_of("consider", "plan", "intend", "explore", "prepare", "weigh", "study", "seek", "aim", "look", "review", "decide")
_INTERESTED = frozenset({"interested", "talks", "discussions", "negotiations", "ready"})
# a deal is told by its own kind; what will be or rise is a forecast, what is expected no act
_NO_ACT = forms_of(
    "acquire", "buy", "merge", "combine", "be", "rise", "fall", "grow", "increase", "drop", "have", "report", "post", "earn", "lose", "remain", "continue",
    "reach", "exceed", "decline", "see", "take", "comment", "make", "get", "help", "meet", "beat", "hit", "miss", "give", "allow", "enable", "benefit", "boost", "improve", "create", "become", "expect",
)  # fmt: skip
_COME_OR_GO = frozenset({"step", "leave", "retire", "resign", "join", "succeed", "replace", "depart", "return"})
_OWN = frozenset({"it", "they", "company", "group", "firm", "bank", "carrier", "retailer", "airline", "maker"})
# "said on Monday", "said late on Monday", "told reporters in Oslo in May"
_THEN = re.compile(r"(?: (?:late|early|earlier|reporters|analysts|investors|staff|in an? (?:[a-z]+ ){0,2}[a-z]+))*(?: on| in)?(?: (?:late|early))? ")
_OPENS = re.compile(r"(?:(?:Late|Early|Earlier|Back) )?(?:(?:[Oo]n|[Ii]n) )?(?:(?:late|early|mid-) ?)?")
_GRAINS = ("day", "week", "month")


def find(sentence: Sentence) -> Iterator[Draft]:
    """The announcements of a sentence."""
    if sentence.words.isdisjoint(_SAYING):
        return
    periods = [one for one in sentence.periods if one.type == "DATE" and one.period.grain in _GRAINS and one.period.start and one.period.end and not one.comparison]
    if not periods:
        return
    for verb in sentence.tokens:
        if verb.lower_ not in _SAYING or verb.pos_ != "VERB" or sentence.reading.is_quoted(verb.idx):
            continue
        speaker = _speaker(sentence, verb)
        period = _when(sentence, verb, periods) if speaker is not None else None
        if speaker is not None and period is not None and period.period.grain != "month" and (result := _result(sentence, verb, speaker)) is not None:
            yield Draft(
                kind="date", predicate="reported", subject=speaker, rule="<company> said in <period> its <result> was", period=period.period,
                object=noun_phrase(sentence, result), start=min(verb.idx, period.start), end=max(verb.idx + len(verb), period.end), confidence=0.6,
            )  # fmt: skip
            return
        act = _act(sentence, verb, speaker) if speaker is not None and period is not None else None
        if speaker is None or period is None or act is None:
            continue
        thing = next((child for child in act.children if child.dep_ in ("dobj", "nsubj", "nsubjpass") and child.pos_ in ("NOUN", "PROPN") and child.i > verb.i), None)
        if any(child.dep_ == "dobj" and one.start <= child.idx < one.end for child in act.children for one in sentence.quantities):
            continue  # "said it would pay $3m": a sum is no act
        object = (sentence.entity_at(thing) or noun_phrase(sentence, thing)) if thing is not None else None
        yield Draft(
            kind="date", predicate="announced", subject=speaker, rule="<company> said in <period> it would <act>", period=period.period,
            object=object if object is not None and object.referent is not speaker.referent else None,
            start=min(verb.idx, period.start), end=max(verb.idx + len(verb), period.end), confidence=0.5,
        )  # fmt: skip
        return


def _speaker(sentence: Sentence, verb: Token) -> EntityMention | None:
    """The company that says so."""
    found = sentence.entity_at(subject) if (subject := subject_of(verb)) is not None else None
    return found if found is not None and found.referent.type == "organization" else None


def _when(sentence: Sentence, verb: Token, periods: list[PeriodMention]) -> PeriodMention | None:
    """When it was said: right behind the verb, right before it, or at the head of its sentence."""
    end = verb.idx + len(verb)
    for one in periods:
        if one.start >= end and _THEN.fullmatch(sentence.between(end, one.start)):
            return one
        if one.end <= verb.idx and ends_before_saying(sentence.reading.text, one, verb.idx):
            return one
        if one.end < verb.idx and _OPENS.fullmatch(sentence.between(sentence.start, one.start)) and verb.dep_ == "ROOT":
            return one
    return None


_RESULTS = frozenset({"profit", "operating_profit", "loss", "revenue"})
# what is nobody's but a company's: "net profit"; sales and revenues are also those of a whole trade
_ITS_OWN = frozenset({"profit", "operating_profit", "loss"})
_OF_GROUP = frozenset("net total group quarterly annual full-year half-year first-quarter second-quarter third-quarter fourth-quarter first-half second-half consolidated".split())


def _result(sentence: Sentence, verb: Token, speaker: EntityMention) -> Token | None:
    """The noun of the results that the speaker tells: "its net profit rose", "group revenue was", but no forecast and nobody else's."""
    told = next((child for child in verb.children if child.dep_ == "ccomp"), None)
    if told is None or names_authority(speaker.referent.name) or not any(one.quantity.unit_type in ("currency", "percent") for one in sentence.quantities):
        return None
    helps = {child.lower_ for child in told.children if child.dep_ in ("aux", "neg")}
    result = next((child for child in told.children if child.dep_ == "nsubj"), None)
    if result is None or told.tag_ not in ("VBD", "VBN") or not helps <= {"had", "has", "have"}:
        return None
    measure = measured_by(lemma(result.lower_))
    owners = [child for child in result.children if child.dep_ == "poss"]
    own = all(child.lower_ in ("its", "their") or (found := sentence.entity_at(child)) is not None and found.referent is speaker.referent for child in owners)
    if measure not in _RESULTS or not own or any(child.lower_ in ("at", "from", "of") for child in result.children if child.dep_ == "prep" and not owners):
        return None  # "said profit at its Globex unit rose"
    return result if owners or measure in _ITS_OWN or any(child.lower_ in _OF_GROUP for child in result.lefts) else None


def _act(sentence: Sentence, verb: Token, speaker: EntityMention) -> Token | None:
    """The verb of what the speaker says it will do or is weighing."""
    told = next((child for child in verb.children if child.dep_ == "ccomp"), None)
    if told is None or not _is_own(sentence, told, speaker) or any(child.dep_ == "neg" for child in told.children):
        return None
    if any(child.lower_ in _WILL for child in told.children):
        return told if told.lower_ not in _NO_ACT and told.pos_ == "VERB" else None
    if told.lower_ == "agreed" and any(child.lower_ in ("has", "have", "had") for child in told.children):
        return next((child for child in told.children if child.dep_ == "xcomp" and child.lower_ not in _NO_ACT), None)  # "has agreed to pay a fine"
    if told.lower_ in _WEIGHING and (act := next((child for child in told.children if child.dep_ in ("xcomp", "dobj")), None)) is not None:
        return act if act.pos_ == "VERB" else told
    weighed = (child for child in (told, *told.children, *(two for one in told.children for two in one.children)) if child.lower_ in _INTERESTED)
    return next(weighed, None)


def _is_own(sentence: Sentence, told: Token, speaker: EntityMention) -> bool:
    """True if what is told is done by the speaker, or happens to what is the speaker's: "its plant would close"."""
    subject = next((child for child in told.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return False
    found = sentence.entity_at(subject)
    if found is not None and found.referent.type == "person":
        return told.lower_ in _COME_OR_GO
    if found is not None:
        return found.referent is speaker.referent
    return subject.lower_ in _OWN or any(child.lower_ in ("its", "their") for child in subject.children) or lemma(subject.lower_) in nouns_of("plant", "shop", "office")
