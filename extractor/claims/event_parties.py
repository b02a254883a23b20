"""Who and what a dated event is of: its owner, the thing opened, closed or launched, the people who come and go.

Also which phrases of `lexicons/date_frames.tsv` tell an event at all, by what they have as subject and object.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.claims.draft import named
from extractor.claims.event_frames import Hit, nouns_of
from extractor.claims.slots import actor, subject_of
from extractor.mentions.counted import lemma
from extractor.mentions.types import EntityMention, PeriodMention
from extractor.reading import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_GOING = frozenset({"announced", "reported"})
# what else than plants, shops and firms is opened, closed and built
_SITES = nouns_of("plant", "shop", "office", "company") | frozenset(
    "centre center division line department museum airport port route station pipeline school library gallery exhibition stadium theatre bridge tunnel road railway "
    "headquarters building tower park first second third".split()
)
_NO_EVENT = frozenset("year quarter month day week session half period season talk negotiation investigation inquiry probe door gap meeting market share stock trading index".split())
# "closed at $3", "opened higher", "ended the year with": how much, not what
_AT_LEVEL = re.compile(
    r"(?:,? )(?:(?:at (?:[$£€]|\w*\d|a\b|an\b|record\b|(?:its|their)\b)|up|down|higher|lower|flat|with|unchanged|\$?\d[\d,.-]*|above|below|little)\b"
    r"|(?:the|its|a|another) (?:[\w-]+ )?(?:year|quarter|day|session|week|month|half|period|season)\b)"
)
_OFFICES = re.compile(
    r" (?:[\w'&.-]+ ){0,6}?(?:chief|CEO|CFO|COO|CTO|president|chair\w*|director|head|boss|manager|partner|executive|officer|governor|secretary|treasurer|editor|president)\b",
    re.IGNORECASE,
)


def tells_event(sentence: Sentence, hit: Hit) -> bool:
    """False for a phrase that tells something else here: "shares closed at", "opened talks", "Acme left Spain"."""
    verb = sentence.token(hit.start)
    if not hit.frame.verb:
        if hit.frame.note in ("own", "next"):
            return any(_type(sentence, child) == "organization" for child in verb.lefts)
        return hit.frame.note != "since" or _near_person(sentence, hit)
    subject, object = subject_of(verb), _object_of(verb)
    rule = _RULES.get(hit.frame.note) or _RULES.get(hit.frame.predicate)
    return rule is None or rule(sentence, hit, subject, object)


def _type(sentence: Sentence, token: Token | None) -> str | None:
    """The type of the entity that a word is part of, None if of none."""
    entity = sentence.entity_at(token) if token is not None else None
    return entity.referent.type if entity is not None else None


def _is_person(sentence: Sentence, token: Token | None) -> bool:
    return token is not None and (_type(sentence, token) == "person" or token.lower_ in ("he", "she", "who", "i") or lemma(token.lower_) in _KIN)


_KIN = frozenset("father mother brother sister husband wife couple pair son daughter grandfather grandmother uncle family founder friend entrepreneur man woman engineer".split())


def _names_company(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """ "Jane Roe established Acme", ", set up in 2001, it", "Acme was formed in 2001": no "set up a plant"."""
    if object is not None:
        return _type(sentence, object) == "organization"
    verb = sentence.token(hit.start)
    if verb.idx == sentence.start:
        return verb.tag_ != "VBG"  # "Set up in 2001, the group …"
    if verb.tag_ not in ("VBN", "VBD"):
        return False
    after = sentence.between(hit.end, hit.end + 3)
    return bool(re.match(r" [A-Z]", after)) or verb.tag_ == "VBN" and not any(child.dep_ in ("aux", "nsubj") and child.lower_ != "was" for child in verb.children)


def _by_person(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    return _is_person(sentence, subject) or any(child.lower_ == "who" for child in sentence.token(hit.start).children)


def _no_object(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    return object is None and _type(sentence, subject) == "organization"


def _of_site(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """ "opened a shop", "the plant will close", "Madrid opens": not "shares closed at", "opened talks"."""
    if hit.noun is not None or len(hit.frame.rest) > 1:
        return True
    if _AT_LEVEL.match(sentence.between(hit.end, hit.end + 30)):
        return False
    token = object or subject
    if token is None:
        return sentence.token(hit.start).tag_ == "VBN"
    noun = lemma(token.lower_)
    if noun in _NO_EVENT:
        return False
    if _type(sentence, token) in ("place", "organization", "product"):
        # "Acme will open in Madrid" tells of a market
        return object is not None or _type(sentence, token) != "organization" or not re.match(r" in [A-Z]", sentence.between(hit.end, hit.end + 6))
    return noun in _SITES or noun in nouns_of("deal", "service") or token.tag_ == "CD" or object is not None and bool(
        re.search(r"\b(?:its|first|new|\d[\d,]*) (?:[\w-]+ ){0,4}$", sentence.between(hit.end, object.idx))
    )


# "began to move": to be doing something is no event, unless it is what a firm is for
_TO_DO = re.compile(r" to (?!(?:make|build|produce|operate|trade|fly|deliver|ship|assemble|manufacture|serve|run)\b)")


def _of_company(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """What ends or begins is no period, and nobody but a company ends it: not "customers stopped buying"."""
    verb = sentence.token(hit.start)
    if hit.frame.predicate == "started" and _TO_DO.match(sentence.between(hit.end, hit.end + 20)):
        return False
    if verb.pos_ in ("NOUN", "PROPN", "ADJ") or not _is_person(sentence, subject) and _AT_LEVEL.match(sentence.between(hit.end, hit.end + 30)):
        return False
    token = object or subject
    if token is not None and (lemma(token.lower_) in _NO_EVENT or token.ent_type_ in ("DATE", "TIME") or token.tag_ == "CD"):
        return False
    if subject is not None and lemma(subject.lower_) in ("customer", "record", "analyst", "investor", "government", "people", "consumer"):
        return False
    if hit.frame.predicate == "ended" and object is None and subject is None:
        return False
    return not re.search(r"\brecords? $", sentence.between(sentence.start, hit.start))


def _of_person(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """Who comes or goes is a person: not "Acme left Spain", "the chain took over Globex"."""
    if _type(sentence, subject) in ("organization", "product", "place"):
        passive = any(child.dep_ == "nsubjpass" for child in sentence.token(hit.start).children)
        return not passive and _follows_person(sentence, hit)
    word = sentence.between(hit.start, hit.end).casefold()
    if hit.frame.phrase == "become" or word.startswith("becom"):
        return _OFFICES.match(sentence.between(hit.end, hit.end + 90)) is not None
    return not (word.startswith("left") and _type(sentence, object) in ("place", "product"))


def _near_person(sentence: Sentence, hit: Hit) -> bool:
    """True for "Jane Roe, chief executive": who has the office stands right before it."""
    return any(one.referent.type == "person" and 0 <= hit.start - one.end < 40 for one in sentence.entities)


def _hired(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """ "named Jane Roe", "Jane Roe was hired": not "named its new phone Zeta"."""
    if _type(sentence, object) == "person" or subject is not None and subject.dep_ == "nsubjpass" and _is_person(sentence, subject):
        return True
    return _type(sentence, subject) == "person" and sentence.token(hit.start).tag_ == "VBN" or _follows_person(sentence, hit)


def _follows_person(sentence: Sentence, hit: Hit) -> bool:
    """True for "Acme named Jane Roe", "its finance chief Jane Roe left": a person stands right by the verb."""
    return any(one.referent.type == "person" and (0 <= one.start - hit.end < 60 or 0 <= hit.start - one.end < 3) for one in sentence.entities)


def _of_goods(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """What is launched or released is no plan of action: not "launched an investigation", "results were released"."""
    token = object or subject
    return token is None or lemma(token.lower_) not in _NO_LAUNCH and _type(sentence, token) != "person"


_NO_LAUNCH = frozenset("investigation inquiry probe bid offer takeover attack campaign lawsuit suit result figure report statement data review search appeal offensive raid strike invasion war counter assault offering ipo flotation share bond statistic".split())


def _of_results(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    return subject is not None and lemma(subject.lower_) in nouns_of("result")


def _of_third(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """What another firm than the article's own said of its results."""
    entity = sentence.entity_at(subject) if subject is not None else None
    return entity is not None and entity.referent.type == "organization" and entity.via == "name" and entity.referent is not sentence.reading.main


def _takes_over(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """ "took over Globex", not "took over as chief executive"."""
    return len(hit.frame.rest) != 1 or hit.frame.rest[0].words != {"over"} or _type(sentence, object) == "organization"


def _of_object(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """ "dropped a drug", not "sales dropped"; what is counted is no one thing."""
    passive = subject if subject is not None and subject.dep_ == "nsubjpass" else None
    ended = object or passive
    if ended is None:
        return sentence.token(hit.start).tag_ == "VBN"  # "before being scrapped in 2003"
    if any(child.like_num for child in ended.lefts):
        return False
    return (passive is not None or _type(sentence, subject) in ("organization", None)) and _of_company(sentence, hit, subject, object)


def _founds(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """ "to found a firm", not "found a way"."""
    verb = sentence.token(hit.start)
    return verb.lower_ != "found" or verb.tag_ == "VB"


def _toward(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """ "came over from Globex": a firm is left or joined, by a person."""
    near = any(one.referent.type == "organization" and 0 <= one.start - hit.end < 30 for one in sentence.entities)
    return near and _type(sentence, subject) not in ("organization", "product", "place")


def _of_accord(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    signed = object or subject
    return signed is not None and lemma(signed.lower_) in nouns_of("accord", "deal")


def _on_exchange(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """ "listed on the exchange", not "began trading on Tuesday"."""
    last = sentence.token(hit.end - 1)
    return last.pos_ != "ADP" or not any(hit.end <= one.start <= hit.end + 5 for one in sentence.periods)


def _due(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """ "Acme is due to report on Thursday"."""
    return sentence.token(hit.start).tag_ == "VB" and object is None and _type(sentence, subject) == "organization"


_RULES = {
    "listed": _on_exchange,
    "due": _due,
    "accord": _of_accord,
    "founded": _founds,
    "toward": _toward,
    "acquired": _takes_over,
    "whom": _hired,
    "object": _of_object,
    "company": _names_company,
    "person": _by_person,
    "bare": _no_object,
    "opened": _of_site,
    "closed": _of_site,
    "started": _of_company,
    "ended": _of_company,
    "appointed": _of_person,
    "departed": _of_person,
    "since": lambda sentence, hit, subject, object: _is_person(sentence, subject),
    "launched": _of_goods,
    "result": _of_results,
    "third": _of_third,
}


def meant(sentence: Sentence, hit: Hit) -> str:
    """The predicate of an event by what it happens to: a deal that closes is completed, a plant that completes is not closed."""
    predicate = hit.frame.predicate
    verb = sentence.token(hit.start)
    token = _object_of(verb) or subject_of(verb)
    noun = lemma(token.lower_) if token is not None else ""
    if predicate == "closed" and noun in nouns_of("deal"):
        return "completed"
    if predicate == "started" and _type(sentence, subject_of(verb)) == "organization" and _AS_FIRM.match(sentence.between(hit.end, sentence.end)):
        return "founded"
    return predicate


# "began in 1987 as a maker of clocks"
_AS_FIRM = re.compile(r" in (?:[A-Z]\w+ )?\d{4}(?: in [A-Z]\w+)? as (?:an?|the) ")


def owner(sentence: Sentence, hit: Hit) -> EntityMention | None:
    """Who the event is of: what is founded after "founded", else the actor."""
    return _founded(sentence, hit) if hit.frame.predicate == "founded" else actor(sentence, hit.start)


def _founded(sentence: Sentence, hit: Hit) -> EntityMention | None:
    """What is founded: the object of who founds it, else the subject, or what the participle is told of."""
    verb = sentence.token(hit.start)
    for token in (hit.noun, _object_of(verb)):
        entity = sentence.entity_at(token) if token is not None else None
        if entity is not None and entity.referent.type == "organization":
            return entity
    if hit.noun is not None:
        return actor(sentence, hit.start)
    parties = [one for one in sentence.entities if one.referent.type == "organization"]
    subject = subject_of(verb)
    entity = sentence.entity_at(subject) if subject is not None else None
    if entity in parties:
        return entity
    before = [one for one in parties if one.end <= hit.start]
    after = [one for one in parties if hit.end <= one.start < hit.end + 40]
    passive = verb.tag_ == "VBN" or _FOUNDED_WHEN.match(sentence.between(hit.end, hit.end + 6))
    return next(iter(before[-1:] or after if passive else after or before[-1:]), None)


_FOUNDED_WHEN = re.compile(r" (?:in|only|by|just|some)\b")


def is_joined(sentence: Sentence, hit: Hit) -> bool:
    """True for a person who starts in an office: "Jane Roe will start at Acme in May", "starts in May as head of sales"."""
    start, end = hit.start, hit.end
    near = any(one.referent.type == "person" and 0 <= start - one.end < 12 for one in sentence.entities)
    return near and bool(re.match(r" (?:at|with) [A-Z]| (?:(?:in|on|next|this|later)\b)?[^.;]{0,30}? as ", sentence.between(end, sentence.end)))


def started_by_person(sentence: Sentence, hit: Hit) -> EntityMention | None:
    """The company in "Jane Roe started Acme": a person who starts a company founds it."""
    start, end = hit.start, hit.end
    person = [one for one in sentence.entities if one.end <= start and one.referent.type == "person"]
    company = [one for one in sentence.entities if 0 < one.start - end <= 5 and one.referent.type == "organization"]
    if person and company and len(sentence.between(person[-1].end, start)) < 8:
        return company[0]
    return None


def people(sentence: Sentence, hit: Hit, predicate: str = "") -> Iterator[tuple[str, EntityMention, EntityMention | None]]:
    """Who comes and who goes, as event, person and organisation: "Jane Roe, who replaced John Doe in April"."""
    start, end, predicate = hit.start, hit.end, predicate or hit.frame.predicate
    people = [one for one in sentence.entities if one.referent.type == "person"]
    before = [one for one in people if one.end <= start]
    after = [one for one in people if end <= one.start <= end + 40]
    if not after and predicate == "appointed":
        after = [one for one in people if start < one.start and one.end <= end + 40]
    organizations = [
        one for one in sentence.entities
        if one.referent.type == "organization" and not sentence.is_apart(one.start, start)
        and not re.search(r"\b(?:from|formerly (?:of|at|with)|previously (?:of|at|with))(?: [a-z]+)? $", sentence.between(sentence.start, one.start))
    ]  # fmt: skip
    main = sentence.reading.main
    object = (
        organizations[0]
        if organizations
        else next((one for one in sentence.reading.entities if one.referent is main), None)
    )
    word = sentence.between(start, end).casefold()
    replaces = bool(re.search(r"replac|succeed|took over|takes over", word))
    if replaces and not (re.match(r"t\w+s? over", word) and len(people) == 1):
        passive = re.match(r" by\b", sentence.between(end, sentence.end))
        if before and after:
            comes, goes = (after[0], before[-1]) if passive else (before[-1], after[0])
            yield "appointed", comes, object
            yield "departed", goes, object
        return
    who = _who(sentence, hit) or next(iter(before[-1:] or after), None)
    if who is not None:
        yield predicate, who, object


def _who(sentence: Sentence, hit: Hit) -> EntityMention | None:
    """The person that the verb has as subject, or as object where it is one of hiring and firing."""
    verb = sentence.token(hit.start)
    subject = subject_of(verb)
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
    if hit.frame.note == "whom" and not passive and verb.tag_ != "VBN":
        after = (one for one in sentence.entities if one.referent.type == "person" and hit.end <= one.start <= hit.end + 60)
        return _person(sentence, _object_of(verb)) or next(after, None)
    return _person(sentence, subject)


def _person(sentence: Sentence, token: Token | None) -> EntityMention | None:
    entity = sentence.entity_at(token) if token is not None else None
    return entity if entity is not None and entity.referent.type == "person" else None


def thing(sentence: Sentence, hit: Hit, subject: EntityMention, period: PeriodMention) -> EntityMention | None:
    """What is launched, opened, announced: the object of the cue, as an entity or as the words of its noun phrase."""
    start, end, predicate = hit.start, hit.end, hit.frame.predicate
    verb = _verb(sentence, start)
    phrase = _phrase_of(sentence, hit, verb)
    after = [
        one
        for one in sentence.entities
        if end - 1 <= one.start <= end + 60
        and one.referent is not subject.referent
        and one.referent.type in ("product", "organization")
        and not re.search(r", (?!(?:the|called|dubbed|named)\b)[^,]*$", sentence.between(end, one.start))
    ]
    if predicate in ("launched", "acquired", "recalled", "listed") and after:
        return after[0]
    if phrase is None and verb.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj") and verb.pos_ == "NOUN":
        phrase = next((child for child in verb.children if child.dep_ == "prep" and child.lower_ == "of"), None)
        phrase = next(iter(phrase.children), None) if phrase is not None else None
    if phrase is None:
        match = re.match(
            r"[^.;]{0,40}?\bof (?:its |the )?((?:[\w-]+ ){0,4}[\w-]+)",
            sentence.between(max(end, period.end), sentence.end),
        )
        if match and predicate == "launched":
            first = max(end, period.end) + match.start(1)
            found = next((one for one in sentence.entities if one.start >= first - 1 and one.start <= first + 4), None)
            return found or named(match.group(1), first, first + len(match.group(1)), "product")
        return None
    entity = sentence.entity_at(phrase)
    if entity is not None and entity.referent.type not in ("person", "place"):
        return entity if entity.referent is not subject.referent else None
    return _phrase(sentence, phrase)


def _phrase_of(sentence: Sentence, hit: Hit, verb: Token) -> Token | None:
    """The head of what the event happens to: what follows the last preposition of an idiom, object, passive subject, or subject."""
    last = sentence.token(hit.end - 1)
    if last.i > verb.i and last.pos_ == "ADP" and last.dep_ == "prep" and hit.noun is None:
        return next((child for child in last.children if child.dep_ == "pobj"), None)  # "cut the ribbon on a shop"
    if hit.noun is not None and hit.frame.predicate == "approved":
        return _approved(verb, hit.noun)
    if hit.noun is not None and lemma(hit.noun.lower_) not in nouns_of("visitor"):
        return hit.noun
    if any(child.dep_ == "dobj" and child.tag_ == "WDT" for child in verb.children) and verb.dep_ == "relcl":
        return verb.head  # "Globex, which Acme acquired"
    object = _object_of(verb)
    if object is not None and not hit.start <= object.idx < hit.end:
        return verb.head if object.lower_ in ("that", "which") and verb.dep_ == "relcl" else object
    if verb.dep_ == "acl":
        return verb.head
    subject = subject_of(verb) if hit.frame.verb else None
    passive = subject is not None and subject.dep_ == "nsubjpass"
    if subject is not None and subject.pos_ in ("NOUN", "PROPN") and (passive or sentence.entity_at(subject) is None):
        return subject
    return None


def _approved(verb: Token, consent: Token) -> Token | None:
    """What gets a consent: "approval for the deal", "gave the deal the go-ahead", "the deal won approval"."""
    for preposition in consent.rights:
        if preposition.lower_ in ("for", "of", "to"):
            return next(iter(preposition.children), None)
    given = next((child for child in verb.children if child.dep_ in ("dative", "dobj") and child.i != consent.i), None)
    return given or subject_of(verb)


def _verb(sentence: Sentence, start: int) -> Token:
    token = sentence.token(start)
    for other in token.doc[token.i : token.i + 5]:
        if other.pos_ == "VERB" and other.idx < sentence.end:
            return other
    return token


def _object_of(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ in ("dobj", "attr", "oprd") and child.pos_ in ("NOUN", "PROPN"):
            return child
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp"):
            return _object_of(child)
    return None


def _phrase(sentence: Sentence, head: Token) -> EntityMention:
    """The noun phrase of a head with its modifiers and a short "of" or "with" phrase after it."""
    tokens = [head]
    for child in head.lefts:
        if child.dep_ in ("amod", "compound", "nmod", "nummod", "poss") and child.lower_ not in (
            "its",
            "their",
            "his",
            "her",
        ) and not (child.dep_ == "poss" and _type(sentence, child) == "organization"):
            tokens.extend(child.subtree)
    for child in head.rights:
        subtree = list(child.subtree)
        if (
            child.dep_ == "prep"
            and len(subtree) <= 4
            and child.lower_ in ("of", "with", "for", "in")
            and not any(one.ent_type_ in ("DATE", "TIME") for one in subtree)
        ):
            tokens.extend(subtree)
            break
    first, last = min(one.idx for one in tokens), max(one.idx + len(one) for one in tokens)
    return named(sentence.between(first, last), first, last)
