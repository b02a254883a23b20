"""Who and what a dated event is of: its owner, the thing opened, closed or launched, the people who come and go."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.claims.draft import named
from extractor.claims.event_frames import Hit, nouns_of
from extractor.claims.event_sense import FIRM_OF_OFFICE, agent_person, deal_meant, object_of, type_of, whose
from extractor.claims.focus import main_of, topic_of
from extractor.claims.parties import behind, parties, series
from extractor.claims.slots import actor, subject_of
from extractor.claims.successions import handovers, office_of
from extractor.claims.targets import companies, described_target, targets_of
from extractor.lexicon import forms_of
from extractor.mentions.counted import lemma
from extractor.mentions.name_votes import ROLE
from extractor.mentions.types import EntityMention, PeriodMention
from extractor.reading import Sentence
from extractor.tokens import Token


def owner(sentence: Sentence, hit: Hit) -> EntityMention | None:
    """Who the event is of: what is founded after "founded", else the actor."""
    if hit.frame.predicate == "founded":
        return _founded(sentence, hit)
    found = actor(sentence, hit.start)
    told_of = subject_of(sentence.token(hit.start)) if hit.frame.verb else None
    if told_of is not None and found is not None and found.start > told_of.idx and lemma(told_of.lower_) in nouns_of("deal"):
        # "the deal needs approval from the Bank of Norland and should close by May": no deal of the bank's
        return _told_of(sentence) or found
    return found


def each_of(sentence: Sentence, hit: Hit, subject: EntityMention) -> list[EntityMention]:
    """All whom an event is told of: "shares of Acme and Globex will list on Friday", "firms including Acme and Globex report today"."""
    token = subject_of(sentence.token(hit.start))
    if token is None:
        return [subject]
    each = parties(sentence, series([token])) or parties(sentence, behind(token, ("of",)))
    each = companies(sentence, each)
    return each if any(one.referent is subject.referent for one in each) else [subject]


def acts_alone(sentence: Sentence, hit: Hit) -> EntityMention | None:
    """The person who does what is told and holds no office that the article names: no company does it."""
    subject = subject_of(sentence.token(hit.start)) if hit.frame.verb else None
    entity = sentence.entity_at(subject) if subject is not None and subject.dep_ == "nsubj" else None
    if entity is None or entity.referent.type != "person" or hit.frame.predicate in ("appointed", "departed"):
        return None
    text = sentence.reading.text
    mentions = (one for one in sentence.reading.entities if one.referent is entity.referent and one.via != "coreference")
    officer = any(_HAS_ROLE.search(text, max(0, one.start - 60), one.end + 60) for one in mentions)
    return None if officer else entity


_HAS_ROLE = re.compile(rf"\b{ROLE}\b", re.IGNORECASE)


def together(sentence: Sentence, subject: EntityMention, position: int) -> Iterator[EntityMention]:
    """The subject of an event with those joined to it: "Acme and Globex are to launch"."""
    yield subject
    group = [one for one in sentence.entities if one.end < position and one.referent.type == subject.referent.type and one.via == "name"]
    if subject not in group:
        return
    at = group.index(subject)
    for side, step in ((range(at - 1, -1, -1), 1), (range(at + 1, len(group)), -1)):
        for index in side:
            one, next_to = group[index], group[index + step]
            first, last = (one, next_to) if step > 0 else (next_to, one)
            if not _JOINED.fullmatch(sentence.between(first.end, last.start)) or sentence.head(last.start, last.end).dep_ != "conj":
                break
            if one.referent is not subject.referent:
                yield one


_JOINED = re.compile(r",? and |, ")


def _founded(sentence: Sentence, hit: Hit) -> EntityMention | None:
    """What is founded: the object of who founds it, else the subject, or what the participle is told of."""
    verb = sentence.token(hit.start)
    for token in (hit.noun, object_of(verb)):
        entity = sentence.entity_at(token) if token is not None else None
        if entity is not None and entity.referent.type == "organization":
            return entity
    if hit.noun is not None and (called := _called(sentence, hit.noun)) is not None:
        return called
    if hit.noun is not None:
        return actor(sentence, hit.start)
    parties = [one for one in sentence.entities if one.referent.type == "organization" and not sentence.is_apart(one.start, hit.start)]
    if verb.lower_ == "spun" and sentence.token(hit.end - 1).lower_ in ("of", "from"):
        parties = [one for one in parties if one.end <= hit.start]  # "Globex, spun out of Acme"
    subject = subject_of(verb)
    entity = sentence.entity_at(subject) if subject is not None else None
    if entity in parties:
        return entity
    before = [one for one in parties if one.end <= hit.start]
    after = [one for one in parties if hit.end <= one.start < hit.end + 40]
    if verb.pos_ == "AUX" or verb.lower_ in _SINCE_WHEN:
        return next(iter(before[-1:]), None) or _spoken_of(sentence, verb)
    passive = verb.tag_ == "VBN" or _FOUNDED_WHEN.match(sentence.between(hit.end, hit.end + 6))
    found = next(iter(before[-1:] or after if passive else after or before[-1:]), None)
    return found if found is not None or not passive else _spoken_of(sentence, verb)


def _spoken_of(sentence: Sentence, verb: Token) -> EntityMention | None:
    """The company spoken of, where it is described and not named: "Set up in 1907, the loss-making business"."""
    opens = verb.idx == sentence.start
    described = next((child for child in verb.head.children if child.dep_ in ("nsubj", "nsubjpass")), None) if opens else subject_of(verb)
    if described is None or lemma(described.lower_) not in nouns_of("company") or not any(child.lower_ == "the" for child in described.lefts):
        return None
    return _told_of(sentence)


def _told_of(sentence: Sentence) -> EntityMention | None:
    """The company that the paragraph is about, else the article."""
    return topic_of(sentence) or sentence.reading.first_mention(main_of(sentence.reading))


def _called(sentence: Sentence, noun: Token) -> EntityMention | None:
    """The name right behind a noun that says what it is: "the Swedish spa group Acme"."""
    end = noun.idx + len(noun)
    return next((one for one in sentence.entities if 1 <= one.start - end <= 2 and one.referent.type in ("organization", "product")), None)


# what a company does that is founded, and nobody does to it: "the brewery, which dates from 1836, was sold to Acme"
_SINCE_WHEN = frozenset("date dates dating go goes going trace traces tracing trade trades trading operate operates".split())
_FOUNDED_WHEN = re.compile(r" (?:in|only|by|just|some)\b")


def is_joined(sentence: Sentence, hit: Hit) -> bool:
    """True for a person who starts in an office: "Jane Roe will start at Acme in May", "starts in May as head of sales"."""
    start, end = hit.start, hit.end
    verb = sentence.token(start)
    near = any(one.referent.type == "person" and 0 <= start - one.end < 12 for one in sentence.entities) or (
        verb.dep_ == "conj" and type_of(sentence, subject_of(verb)) == "person"  # "will leave Acme in June and start at Globex"
    )
    return near and bool(re.match(r" (?:at|with) [A-Z]| (?:(?:in|on|next|this|later)\b)?[^.;]{0,30}? as ", sentence.between(end, sentence.end)))


def started_by_person(sentence: Sentence, hit: Hit) -> EntityMention | None:
    """The company in "Jane Roe started Acme": a person who starts a company founds it."""
    start, end = hit.start, hit.end
    person = [one for one in sentence.entities if one.end <= start and one.referent.type == "person"]
    company = [one for one in sentence.entities if 0 < one.start - end <= 5 and one.referent.type == "organization"]
    if person and company and len(sentence.between(person[-1].end, start)) < 8:
        return company[0]
    return None


# "replacing Jane Roe, | who stepped down in February": not on the day her successor was named
_HAD_GONE = re.compile(r", who (?:(?:has|had|abruptly|suddenly|unexpectedly) )*(?:stepped|left|resigned|retired|died|departed|quit|was (?:ousted|fired|sacked|dismissed|forced))\b")
# "be replaced by Jane Roe, the head of insurer Globex", "succeeded by Globex boss Jane Roe": where who comes is now
_OF_SUCCESSOR = re.compile(r"\b(?:replaced|succeeded) by (?:(?:[A-Z][\w.'-]+ ?){2,4}, (?!as\b|who\b)[^,;]{0,60})?$")
# "before joining Globex in 2018": the firm is the object, whatever else the sentence names
_JOINS_OR_LEAVES = re.compile(r"join|leav|left|quit")


_WHERE = re.compile(r",? where (?:he|she|(?:[A-Z][\w'-]+ ){1,2}|they)? ?(?:[a-z]+ ){0,6}[a-z]*$")
# "start | at Globex in September"
_STARTS_AT = re.compile(r" (?:at|with) (?:the )?(?=[A-Z])")


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
        and not re.search(r"\b(?:from|(?:formerly|previously|once)(?: [a-z]+){0,4} (?:of|at|with|for))(?: (?:[A-Z][a-z]+(?:an|ish|ese|ch) )?[a-z]+){0,4} $", sentence.between(sentence.start, one.start))
        and not (predicate == "departed" and re.search(r"\bto (?:join|found|co-found|start|lead|head|run|launch)(?: [a-z]+){0,3} $|\b(?:left|leaves|leave|leaving|quit|departed) for (?:[a-z][\w-]* ){0,4}$", sentence.between(sentence.start, one.start)))
        and not _OF_SUCCESSOR.search(sentence.between(sentence.start, one.start))
    ]  # fmt: skip
    main = sentence.reading.main
    object = (
        next((one for one in organizations if one.referent is main), organizations[0])
        if organizations
        else topic_of(sentence) or sentence.reading.first_mention(main)
    )
    if hit.frame.note.startswith("since") and (clause := _WHERE.search(sentence.between(sentence.start, start))) is not None:
        # "joins from Globex, where she has been head of sales since 2018"
        object = next((one for one in sentence.entities if one.referent.type == "organization" and one.end == sentence.start + clause.start()), object)
    if predicate == "appointed" and (office := _TO_OFFICE.match(sentence.between(end, sentence.end))) is not None:
        # "was elected mayor of Oslo in May": of no company
        object = next((one for one in sentence.entities if one.start == end + office.end() and one.referent.type in ("place", "organization")), None)
    verb = sentence.token(start)
    if predicate == "appointed" and (at := _STARTS_AT.match(sentence.between(end, sentence.end))) is not None:
        object = next((one for one in organizations if one.start == end + at.end()), object)
    elif predicate == "departed" and hit.frame.verb and any(child.lower_ == "when" for child in verb.children):
        # "will start at Globex in May, when John Doe retires": of the firm named last
        object = next((one for one in reversed(organizations) if one.end <= start), object)
    if _JOINS_OR_LEAVES.match(verb.lower_) and (direct := object_of(verb)) is not None and (firm := sentence.entity_at(direct)) in organizations:
        object = firm
    for handed in handovers(sentence) if not hit.frame.note.startswith("since") else ():
        if handed.start <= start and end <= handed.end:
            where = office_of(sentence, handed)[1] or object
            yield "appointed", handed.comes, where
            if not _HAD_GONE.match(sentence.between(handed.goes.end, sentence.end)):
                yield "departed", handed.goes, where
            return
    if re.search(r"replac|succeed", sentence.between(start, end), re.IGNORECASE):
        return
    if predicate == "appointed" and (firm := _firm(sentence, hit)) is not None:
        yield predicate, firm, _charge(sentence, firm, organizations)
        return
    if hit.frame.verb and _others_do(sentence, hit):
        return
    who = _who(sentence, hit)
    if who is None and not (hit.frame.note == "whom" and not after and _names_a_thing(sentence, hit)):
        who = next(iter(before[-1:] or after), None)
    if who is not None:
        # "Jane Roe and John Doe stepped down", "named Jane Roe and John Doe as directors"
        for one in together(sentence, who, max(start, who.end + 60)):
            yield predicate, one, object


def _firm(sentence: Sentence, hit: Hit) -> EntityMention | None:
    """The firm that is appointed: "Globex was appointed as administrator", "Acme appointed Globex as its auditor"."""
    verb = sentence.token(hit.start)
    subject = subject_of(verb)
    if subject is not None and FIRM_OF_OFFICE.match(" " + subject.lower_):
        # "administrators from Globex were appointed"
        token = next((one for child in subject.children if child.lower_ in ("from", "at", "of") for one in child.children), None)
        entity = sentence.entity_at(token) if token is not None else None
        return entity if entity is not None and entity.referent.type == "organization" else None
    if not FIRM_OF_OFFICE.search(sentence.between(hit.end, min(sentence.end, hit.end + 80))):
        return None
    passive = subject is not None and subject.dep_ == "nsubjpass" or verb.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in verb.children)
    token = subject if passive else object_of(verb)
    entity = sentence.entity_at(token) if token is not None else None
    return entity if entity is not None and entity.referent.type == "organization" and entity.via != "coreference" else None


def _charge(sentence: Sentence, firm: EntityMention, organizations: list[EntityMention]) -> EntityMention | None:
    """Whom a firm is appointed to: the other company of the sentence, else that of the article."""
    other = next((one for one in organizations if one.referent is not firm.referent), None)
    main = sentence.reading.main
    return other or (sentence.reading.first_mention(main) if main is not firm.referent else None)


_TO_OFFICE = re.compile(r" (?:as |to (?:be|become) )?(?:the |a )?(?:[a-z]+ ){0,2}?(?:mayor|governor|senator|prime minister|minister|premier|chancellor|president of (?=(?:the )?[A-Z])|member of parliament|judge|pope)\b(?: of| for)?(?: the)? ?")


def _names_a_thing(sentence: Sentence, hit: Hit) -> bool:
    """True for "Jane Roe named the company as a partner": nobody is given an office."""
    verb = sentence.token(hit.start)
    passive = verb.tag_ == "VBN" or any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
    return not passive and object_of(verb) is not None


def _who(sentence: Sentence, hit: Hit) -> EntityMention | None:
    """The person that the verb has as subject, or as object where it is one of hiring and firing."""
    if hit.frame.note == "theirs":
        return whose(sentence, hit)
    verb = sentence.token(hit.start)
    if hit.frame.note == "since by":
        return agent_person(sentence, hit)
    subject = subject_of(verb)
    if subject is None and verb.dep_ == "pcomp" and verb.head.head.pos_ == "VERB":
        subject = subject_of(verb.head.head)  # "joined in 2004 from Globex before taking the top job in 2012"
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
    if hit.frame.note == "whom" and not passive and (named := _person(sentence, object_of(verb))) is not None:
        return named
    if hit.frame.note == "whom" and not passive and verb.tag_ != "VBN":
        return next((one for one in sentence.entities if one.referent.type == "person" and hit.end <= one.start <= hit.end + 60), None)
    return _person(sentence, subject)


def _others_do(sentence: Sentence, hit: Hit) -> bool:
    """True if the verb has a subject of its own that is no person by name: "who took over after three bosses stood down"."""
    verb = sentence.token(hit.start)
    subject = next((child for child in reversed(list(verb.lefts)) if child.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and subject.tag_ == "NNS" and sentence.entity_at(subject) is None and not any(child.dep_ == "appos" for child in subject.children)


def _person(sentence: Sentence, token: Token | None) -> EntityMention | None:
    entity = sentence.entity_at(token) if token is not None else None
    return entity if entity is not None and entity.referent.type == "person" else None


def thing(sentence: Sentence, hit: Hit, subject: EntityMention, period: PeriodMention) -> EntityMention | None:
    """What is launched, opened, announced: the object of the cue, as an entity or as the words of its noun phrase."""
    start, end, predicate = hit.start, hit.end, hit.frame.predicate
    if hit.frame.note == "first":
        return None
    verb = _verb(sentence, start)
    if (deal := deal_meant(sentence, hit)) is not None:
        return noun_phrase(sentence, deal)
    phrase = _phrase_of(sentence, hit, verb)
    if phrase is None and predicate == "opened" and verb.tag_ == "VB" and verb.dep_ == "advcl" and next(iter(verb.lefts), verb).lower_ == "to":
        phrase = object_of(verb.head)  # "would build a plant in Leeds to open in May"
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
            (r" " if hit.frame.note == "named" else r"[^.;]{0,40}?\b") + r"of (?:its |the )?((?:[\w-]+ ){0,4}[\w-]+)",
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
    called = next((sentence.entity_at(child) for child in phrase.children if child.dep_ == "appos"), None) if predicate == "launched" else None
    if called is not None and called.referent.type in ("product", "organization") and called.referent is not subject.referent:
        return called  # "its game streaming service, Zeta, launched on Tuesday"
    return noun_phrase(sentence, phrase)


def bought(sentence: Sentence, hit: Hit, subject: EntityMention) -> EntityMention | None:
    """What is bought, where it is no plain name: "the fashion portal Globex", "two sites of Globex"."""
    verb = sentence.token(hit.start)
    object = object_of(verb) if hit.frame.verb else None
    if object is None:
        return None
    found = [one.mention for one in targets_of(sentence, object, subject)] or [one.mention for one in [described_target(sentence, verb)] if one is not None]
    return next((one for one in found if one is not None and one.referent is not subject.referent), None)


def _phrase_of(sentence: Sentence, hit: Hit, verb: Token) -> Token | None:
    """The head of what the event happens to: what follows the last preposition of an idiom, object, passive subject, or subject."""
    last = sentence.token(hit.end - 1)
    if last.i > verb.i and last.pos_ == "ADP" and last.dep_ == "prep" and hit.noun is None:
        # "cut the ribbon on a shop", but no "listed in 2016"
        return next((child for child in last.children if child.dep_ == "pobj" and not any(one.start <= child.idx < one.end for one in sentence.periods)), None)
    if hit.noun is not None and hit.frame.predicate == "approved":
        return _approved(verb, hit.noun)
    if hit.noun is not None and lemma(hit.noun.lower_) not in nouns_of("visitor"):
        return hit.noun
    if any(child.dep_ == "dobj" and child.tag_ == "WDT" for child in verb.children) and verb.dep_ == "relcl":
        site = verb.head.head.head if verb.head.dep_ == "pobj" and type_of(sentence, verb.head) == "place" else None
        return site if site is not None and site.pos_ == "NOUN" else verb.head  # "Globex, which Acme acquired", "a plant in Leeds, which it opened"
    object = object_of(verb)
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
    return given or (subject_of(verb) if verb.lower_ not in _CONSENTING else None)


_CONSENTING = forms_of("give", "grant")  # whose subject is who consents


def _verb(sentence: Sentence, start: int) -> Token:
    token = sentence.token(start)
    for other in token.doc[token.i : token.i + 5]:
        if other.pos_ == "VERB" and other.idx < sentence.end:
            return other
    return token


# "28 new models in the process"
_BY_THE_WAY = frozenset({"process", "total", "all", "turn", "response", "addition", "time", "future", "meantime"})


def noun_phrase(sentence: Sentence, head: Token) -> EntityMention:
    """The noun phrase of a head with its modifiers and a short "of" or "with" phrase after it."""
    tokens = [head]
    for child in head.lefts:
        if child.dep_ in ("amod", "compound", "nmod", "nummod", "poss") and child.lower_ not in (
            "its",
            "their",
            "his",
            "her",
        ) and not (child.dep_ == "poss" and type_of(sentence, child) == "organization"):
            tokens.extend(child.subtree)
    for child in head.rights:
        subtree = list(child.subtree)
        if (
            child.dep_ == "prep"
            and len(subtree) <= 4
            and child.lower_ in ("of", "with", "for", "in")
            and not any(one.ent_type_ in ("DATE", "TIME") for one in subtree)
            and not (child.lower_ == "in" and subtree[-1].lower_ in _BY_THE_WAY)
        ):
            tokens.extend(subtree)
            break
    first, last = min(one.idx for one in tokens), max(one.idx + len(one) for one in tokens if one.text != ",")
    return named(sentence.between(first, last), first, last)
