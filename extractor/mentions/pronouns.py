"""Who "it", "its", "they", "he" and "we" are."""

from __future__ import annotations

import re
from bisect import bisect_right

from extractor.lexicon import terms
from extractor.mentions.control import made_to_do
from extractor.mentions.descriptions import OWN_NOUNS, TO_OTHERS, target
from extractor.mentions.salience import SoFar
from extractor.mentions.types import EntityMention, Referent

_OUTSIDERS = (
    r"(?:union|(?:[a-z-]+ )?(?:analyst|economist|strategist|minister|senator|lawmaker|MP|mayor|lawyer|shareholder|investor|worker|driver|pilot|customer"
    r"|resident|farmer|grower|protester|campaigner|activist|councillor|professor|lecturer|broker|trader|organi[sz]er|regulator|consultant))s?\b"
)
_OUTSIDER = re.compile(rf"\b{_OUTSIDERS}")
_OUTSIDER_BEFORE = re.compile(rf"\b{_OUTSIDERS}(?: (?:leader|official|secretary|boss|chief|spokes[a-z]+|president|delegate))?,? $", re.IGNORECASE)
_OUTSIDER_AFTER = re.compile(rf",? (?:an?|the|of the|who|one of|[a-z]+)\b[^.;\"]{{0,50}}?\b{_OUTSIDERS}", re.IGNORECASE)
_EMPLOYED = re.compile(r"(?:[^.\"]|\.(?! [A-Z])){0,90}?\b(?:of|at|for) (?:the )?")
_PERSONAL = frozenset({"he", "his", "him", "she", "her"})
_SPEAKING = frozenset({"we", "our", "us"})
# plural subjects that speak and act for a company
_KIN = frozenset("brother brothers children daughter daughters family father friend friends husband mother parents partner partners sister sisters son sons wife".split())
_STAFF = frozenset({"executives", "officials", "managers", "directors", "bosses", "officers", "owners", "spokespeople"})
# "they were flat": sales and prices, not companies
_QUALITIES = re.compile(r"\s(?:are|were|'re)\s(?!\w+ing\b|\w+ed\b|not \w+ing\b)")
# "it is not a question of", "it takes time", "it emerged that"
_PLEONASTIC = re.compile(
    r"(?:'s|\s(?:is|was|would be|will be|has been|remains|became|seems?|appears?|turns? out|emerged|follows"
    r"|takes?|took))\b"
    r"(?:\s(?:not|also|still|now|yet|n't|never))*\s(?:a question|clear|unclear|likely|unlikely|possible"
    r"|impossible|important|necessary|difficult|hard|easy"
    r"|true|time|too|the first time|reported|expected|believed|said|understood|raining|that|to|why|how|when"
    r"|where|worth|fair|vital|thought|not yet|yet"
    r"|no (?:surprise|wonder|secret|accident|coincidence|mystery|joke|use)|snowing|early|late|good|bad|(?:the|another) (?:latest|first|second|third|last|biggest|largest|worst|best|only|most) [a-z]+|an? (?:good|bad|great|tough|busy|big|long|quiet|strange|sad|hard) [a-z]+|(?:an?|the) (?:marathon|sprint|matter|sign|shame|pity|pleasure|fact|mistake"
    r"|reminder|case))\b",
    re.IGNORECASE,
)
_COMMA = re.compile(r",(?!\d)")
_SETS_OUT = re.compile(r"(?:Beyond|Besides|Despite|With|After|Before|Since|When|While|Although|Though|Because|As|Until|In addition to|On top of|Thanks to|Following|Given|Having|To|By|Under|Alongside|Apart from)\b(?:[^,.;]|[.,](?=\d))*")
_OFFICER_SAID = re.compile(r"\b[Tt]he (?P<title>CEO|chief executive|chairman|chairwoman|president|founder|minister|governor)(?: officer)?,? (?:said|says|added|told|wrote|noted)\b")
_WHOSE = re.compile(r"\b(?:his|her)(?= (?:own )?$)", re.IGNORECASE)
# between a person's name and that of the company: ", chief executive of the paint maker", " of", ", who founded"
_OF_COMPANY = re.compile(r",? (?:[\w'&.-]+ ){0,6}?(?:of|at|founded|owns|runs|heads|leads) (?:the )?(?:[a-z-]+ ){0,4}")
_COMPANY_OF = re.compile(r"(?:'s?)? (?:[\w-]+ ){1,5}$")
_WHICH_IT = re.compile(r",? (?:which|that|whom) $")
_WHICH_DOES = re.compile(r", (?:which|who) (?:(?:has|had|have|also|first|already|once|then) )*(?:[a-z]+ed|bought|owns?|runs?|took|sold|built|led|won|makes?|made|holds?|held) $")


def pronoun(so_far: SoFar, word: str, start: int, end: int) -> Referent | None:
    """Whom a pronoun at a place denotes; `word` is its lower case."""
    if word in _PERSONAL:
        return person(so_far, start, "f" if word in ("she", "her") else "m")
    if word in _SPEAKING:
        return speaking(so_far, start)
    if word in ("it", "itself") and (_PLEONASTIC.match(so_far.text, end) or _is_expletive(so_far, start)):
        return None
    if word in ("it", "its") and (ahead := _ahead(so_far, start)) is not None:
        return ahead
    if word in ("its", "itself") and (own := _own(so_far, start)) is not None:
        return own
    if word == "its":
        above = _doer_above(so_far, start)
        if above is not None and above.referent.type == "place" and above.text == above.referent.name:
            return None  # "Norland has seen its output fall"
        if above is not None and _is_done_to_another(so_far, start):
            return so_far.salient(start, without={above.referent.order})
    if word == "it" and (same := _same_object(so_far, start) or target(so_far, start, end, "company")) is not None:
        return same
    if word == "it" and (doer := _doer_to(so_far, start)) is not None:
        return so_far.salient(start, without={doer})
    if word in ("they", "their"):
        return None if _QUALITIES.match(so_far.text, end) else _several(so_far, start)
    return so_far.salient(start)


def _ahead(so_far: SoFar, start: int) -> Referent | None:
    """The subject that a phrase before it speaks of: "Beyond the job cuts at its mills, Acme is closing two mines"."""
    opening = so_far.sentence_starts[max(0, so_far.sentence(start))]
    if _SETS_OUT.fullmatch(so_far.text, opening, start) is None or any(one.referent.type in ("organization", "product", "person") for one in so_far.before(start) if one.start >= opening):
        return None
    for one in so_far.after(start, 160):
        if one.referent.type in ("organization", "product", "person"):
            alone = _COMMA.subn("", so_far.text[start : one.start])[1] == 1 and so_far.text.startswith(", ", one.start - 2) and so_far.sentence(one.start) == so_far.sentence(start)
            return one.referent if alone and one.referent.type == "organization" and so_far.is_subject(one) else None
    return None


def _own(so_far: SoFar, start: int) -> Referent | None:
    """Whose "its" is after a verb: that of the company which is the verb's subject, but for what is done to another's ("rejected its bid")."""
    token = so_far.token(start)
    verb = token
    while verb.head.i != verb.i and verb.pos_ not in ("VERB", "AUX"):
        verb = verb.head
    if verb.pos_ != "VERB" or verb.i > token.i or verb.lower_ in TO_OTHERS or verb.lower_ in terms("speech_verbs"):
        return None
    subject = made_to_do(verb) or next((child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i), None)
    if subject is not None and subject.lower_ in ("which", "that") and verb.dep_ == "relcl" and verb.head.i < subject.i:
        subject = verb.head  # "Acme, which cut its forecast"
    reflexive = token.lower_ == "itself"  # "wants the company to sell itself"
    described = subject is not None and subject.lower_ in OWN_NOUNS and subject.i > 0 and subject.nbor(-1).lower_ == "the"
    if subject is None or subject.pos_ != "PROPN" and subject.lower_ != "it" and not reflexive and not described:
        return None
    named = so_far.mention_at(subject)
    # "it raised its stake", "The firm, in which Globex owns 3 percent, stuck to its goal"
    told = named is not None and (named.via != "coreference" or subject.lower_ == "it" or reflexive or described)
    return named.referent if told and named is not None and named.referent.type == "organization" else None


def _same_object(so_far: SoFar, start: int) -> Referent | None:
    """What "founded Globex in 1983 and sold it" takes up: the object of the verb before, if it is a company."""
    token = so_far.token(start)
    verb = token.head
    if token.dep_ != "dobj" or verb.dep_ != "conj" or any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        return None
    object = next((child for child in verb.head.children if child.dep_ == "dobj"), None)
    named = so_far.mention_at(object) if object is not None else None
    return named.referent if named is not None and named.referent.type == "organization" else None


def _doer_above(so_far: SoFar, start: int) -> EntityMention | None:
    """The name that is the subject of the clause that a possessive stands in, its own noun apart."""
    token = so_far.token(start)
    above = [token, *token.ancestors]
    for one in above[1:8]:
        doer = next((child for child in one.lefts if child.dep_ in ("nsubj", "nsubjpass") and child.idx < start and child not in above), None)
        if doer is not None:
            return so_far.mention_at(doer)
    return None


def _is_done_to_another(so_far: SoFar, start: int) -> bool:
    """True for the "its" of "valued its unit at $3m", "rejected its offer": of the object of a verb of dealing with others."""
    token = so_far.token(start)
    return token.head.dep_ == "dobj" and token.head.head.lower_ in TO_OTHERS


def _doers_of(so_far: SoFar, start: int) -> list[int]:
    """Where the subject, and the name behind it, stand of the verb whose object the pronoun at a position is."""
    token = so_far.token(start)
    doer = next((child for child in token.head.children if child.dep_ == "nsubj"), None) if token.dep_ == "dobj" else None
    return [doer.idx, *(child.idx for child in doer.children if child.dep_ == "appos")] if doer is not None else []


def _doer_to(so_far: SoFar, start: int) -> int | None:
    """Who does something to "it" in a clause of his own, so that it is another: "Globex, which bought it in 2012"."""
    token = so_far.token(start)
    if token.dep_ == "dobj" and token.head.lower_ in TO_OTHERS:
        # "Globex bought it in 2013": nobody buys himself
        named = next((one for doer in _doers_of(so_far, start) for one in so_far.near(doer, doer) if one.start <= doer < one.end), None)
        if named is not None:
            return named.referent.order
    if (which := _WHICH_IT.search(so_far.text, max(0, start - 10), start)) is not None:
        # "Globex, which it bought in 2012": not Globex
        return next((one.referent.order for one in so_far.near(which.start() - 1, which.start()) if one.end == which.start()), None)
    clause = _WHICH_DOES.search(so_far.text, max(0, start - 40), start)
    if clause is None:
        return None
    return next((one.referent.order for one in so_far.near(clause.start() - 1, clause.start()) if one.end == clause.start()), None)


def _several(so_far: SoFar, start: int) -> Referent | None:
    """ "They": the company spoken of, if no plural subject stands nearer that they could be."""
    found = so_far.salient(start, plural=True)
    if found is None or so_far.in_quotes(start) and found is speaking(so_far, start):
        return None  # who speaks says "we" of his own
    here = so_far.sentence(start)
    named = next((one.start for one in reversed(so_far.before(start)) if one.referent is found), -1)
    first = max(named, so_far.sentence_starts[max(0, here - 1)])
    if "\n\n" in so_far.text[first:start]:
        first = so_far.text.rfind("\n\n", first, start)
    tokens = so_far.doc.tokens[bisect_right(so_far.doc.starts, first) : so_far.doc.index(start)]
    subjects = [token for token in tokens if token.dep_ in ("nsubj", "nsubjpass")]
    if any(child.dep_ == "conj" and child.lower_ in _KIN for token in subjects for child in token.children):
        return None  # "Jane Roe and her family moved to Spain, where they"
    return None if any(token.tag_ == "NNS" and token.lower_ not in _STAFF for token in subjects) else found


def _is_expletive(so_far: SoFar, start: int) -> bool:
    token = so_far.token(start)
    return bool(token.dep_ == "expl")


def person(so_far: SoFar, start: int, gender: str) -> Referent | None:
    """The person named last in this sentence or the two before, subjects first, and none that is known to be of the other gender ("" for either)."""
    here = so_far.sentence(start)
    if (officer := _officer_speaking(so_far, start)) is not None:
        return officer
    people = [
        one for one in so_far.before(start)
        if one.referent.type == "person" and here - so_far.sentence(one.start) <= 3 and (not gender or so_far.genders.get(one.referent.order, gender) == gender)
    ]  # fmt: skip
    if doers := _doers_of(so_far, start):
        # "His son, John Roe, succeeds him": nobody succeeds himself
        people = [one for one in people if not any(one.start <= doer < one.end for doer in doers)]
    # who is spoken of in a quote is not who says it
    people = [one for one in people if so_far.in_quotes(one.start) == so_far.in_quotes(start)] or people
    last = max((so_far.sentence(one.start) for one in people), default=here)
    near = [one for one in people if so_far.sentence(one.start) == last]
    subjects = [one for one in near if so_far.is_subject(one)]
    found = (subjects[:1] or people[-1:])[0].referent if people else None
    if found is not None and gender:
        so_far.genders.setdefault(found.order, gender)
    return found


def _officer_speaking(so_far: SoFar, start: int) -> Referent | None:
    """The one whose title alone spoke right before: "…, the CEO said. “We …,” he said"."""
    first = so_far.sentence_starts[max(0, so_far.sentence(start) - 2)]
    told = list(_OFFICER_SAID.finditer(so_far.text, first, start))
    if not told or any(one.referent.type == "person" and one.start > told[-1].end() for one in so_far.before(start)):
        return None
    title = "CEO|chief executive" if told[-1]["title"] in ("CEO", "chief executive") else told[-1]["title"]
    holds = re.compile(rf"\b(?:{title})\b", re.IGNORECASE)
    for one in reversed(so_far.before(told[-1].start())):
        if one.referent.type == "person" and one.via != "coreference":
            around = so_far.text[max(0, one.start - 40) : one.start], so_far.text[one.end : one.end + 40]
            if holds.search(around[0]) or holds.search(around[1].partition(".")[0]):
                return one.referent
    return None


def speaking(so_far: SoFar, start: int) -> Referent | None:
    """ "We" in direct speech: the speaker's company, as a rule the one the article is about."""
    if not so_far.in_quotes(start):
        return None
    close = so_far.text.find('"', start)
    speaker = next((one for one in so_far.after(close, 120) if one.referent.type == "person"), None)
    if speaker is None and re.match(r"[\",.\s]*(?:he|she) [a-z]+", so_far.text[close : close + 40]):
        # "…," she told reporters: the person spoken of last
        speaker = next((one for one in reversed(so_far.before(start)) if one.referent.type == "person"), None)
    if speaker is None:
        return None if _OUTSIDER.search(so_far.text, close, close + 100) else so_far.main
    office = so_far.office_of(speaker) or _employer_of(so_far, speaker)
    return office if office is not None or _is_outsider(so_far, speaker.referent) else so_far.main


def _employer_of(so_far: SoFar, person: EntityMention) -> Referent | None:
    """The organisation named right after a person: "Jane Roe, president of Acme"."""
    employer = _EMPLOYED.match(so_far.text, person.end, person.end + 120)
    if employer is None:
        return None
    named = so_far.after(employer.end(), 1)
    return next((one.referent for one in named if one.referent.type == "organization"), None)


def _is_outsider(so_far: SoFar, person: Referent) -> bool:
    """True for one who speaks for others than the companies of the article: "analyst Jane Roe", "Jane Roe, a union leader"."""
    named = next((one for one in so_far.mentions if one.referent is person and one.via != "coreference"), None)
    if named is None:
        return False
    before = _OUTSIDER_BEFORE.search(so_far.text, max(0, named.start - 60), named.start)
    return before is not None or _OUTSIDER_AFTER.match(so_far.text, named.end, named.end + 80) is not None


def company_of(so_far: SoFar, start: int) -> Referent | None:
    """The company of the person whom "his company" speaks of: named beside the person before."""
    whose = _WHOSE.search(so_far.text, max(0, start - 8), start)
    whom = person(so_far, whose.start(), "f" if whose.group().casefold() == "her" else "m") if whose else None
    for one in reversed(so_far.before(start)):
        if whom is None or one.referent is not whom or one.via == "coreference":
            continue
        for firm in so_far.near(one.start - 60, one.end + 90):
            if firm.referent.type != "organization":
                continue
            if firm.start > one.end and _OF_COMPANY.fullmatch(so_far.text, one.end, firm.start):
                return firm.referent
            if firm.end < one.start and _COMPANY_OF.fullmatch(so_far.text, firm.end, one.start) and terms("entity_person_titles") & set(so_far.text[firm.end : one.start].casefold().split()):
                return firm.referent
    return None
