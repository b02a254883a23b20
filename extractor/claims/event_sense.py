"""Which phrases of `lexicons/date_frames.tsv` tell an event, by what their verbs have as subject and object.

"Acme closed its plant" does, "its shares closed at $3" does not; "named Jane Roe", not "named its phone Zeta". A rule stands
for a note of the table, else for a predicate.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from extractor.claims.event_frames import Hit, nouns_of
from extractor.claims.slots import subject_of
from extractor.lexicon import forms_of, terms
from extractor.mentions.counted import lemma
from extractor.mentions.types import EntityMention
from extractor.reading import Sentence
from extractor.tokens import Token

# what else than plants, shops and firms is opened, closed and built
_SITES = nouns_of("plant", "shop", "office", "company") | frozenset(
    "centre center division line department museum airport port route station pipeline school library gallery exhibition stadium theatre bridge tunnel road railway "
    "headquarters building tower park first second third".split()
)
_NO_EVENT = frozenset("year quarter month day week session half period season talk negotiation investigation inquiry probe door gap meeting market share stock trading index".split())
# "closed at $3", "opened higher", "ended the year with": how much, not what
_AT_LEVEL = re.compile(
    r"(?:,? )(?:(?:at (?:(?:US |A |C |US|A|C)?[$£€]|\w*\d|a\b|an\b|record\b|(?:its|their)\b)|up|down|higher|lower|flat|with|unchanged|\$?\d[\d,.-]*|above|below|little)\b"
    r"|(?:the|its|a|another) (?:[\w-]+ )?(?:year|quarter|day|session|week|month|half|period|season)\b)"
)
_OFFICES = re.compile(
    r" (?:[\w'&.-]+ ){0,6}?(?:chief|CEO|CFO|COO|CTO|president|chair\w*|director|head|boss|manager|partner|executive|officer|governor|secretary|treasurer|editor|president)\b",
    re.IGNORECASE,
)


# "ahead of its earnings release"
_RELEASES_NEWS = re.compile(r"\b(?:accounts|data|earnings|financial|figures|jobs|news|press|profits?|report|results|sales)[- ](?:report )?$", re.IGNORECASE)


def tells_event(sentence: Sentence, hit: Hit) -> bool:
    """False for a phrase that tells something else here: "shares closed at", "opened talks", "Acme left Spain"."""
    verb = sentence.token(hit.start)
    if hit.frame.predicate == "reported" and hit.noun is not None and hit.noun.lower_ == "sale":
        return False  # "announced its share sale"
    if not hit.frame.verb:
        if hit.frame.predicate == "launched" and hit.frame.phrase.startswith("=due"):
            due = subject_of(verb)
            return due is None or lemma(due.lower_) not in nouns_of("result")  # "its earnings are due out on Tuesday"
        if hit.frame.predicate == "listed" and verb.tag_ in ("NNS", "NNPS") and not any(child.dep_ == "poss" for child in verb.lefts):
            return False  # "a year of few IPOs"
        if hit.frame.note == "named":
            return _LAUNCH_DATED.search(sentence.between(max(sentence.start, hit.start - 40), hit.start)) is not None
        if hit.frame.note == "goods" and _RELEASES_NEWS.search(sentence.between(max(sentence.start, hit.start - 30), hit.start)):
            return False
        if hit.frame.note == "goods":
            lefts = list(verb.lefts)
            after = sentence.between(hit.end, min(sentence.end, hit.end + 50))
            if verb.dep_ == "compound" or any(child.lower_ in _EXCHANGES for child in lefts) or _ON_EXCHANGE.match(after):
                return False  # "its stock market launch", "their debut on the exchange"
            if any(lemma(child.lower_) in nouns_of("result") for child in lefts):
                return False  # "its earnings release"
            return any(type_of(sentence, child) in ("organization", "product") for child in lefts)
        if hit.frame.note in ("own", "next"):
            if hit.frame.predicate == "founded" and any(child.lower_ == "of" for child in verb.rights):
                return False  # "its creation of a fund in 2012"
            return any(type_of(sentence, child) == "organization" for child in verb.lefts)
        if hit.frame.note == "first":
            # "on its first day of trading", not "on the first day of trading this year"
            lefts = list(verb.lefts)
            return any(child.lower_ == "first" for child in lefts) and any(child.dep_ == "poss" for child in lefts)
        if hit.frame.note == "exchange":
            return any(child.lower_ in _EXCHANGES for child in verb.lefts) or _ON_EXCHANGE.match(sentence.between(hit.end, min(sentence.end, hit.end + 50))) is not None
        if hit.frame.note == "site":
            return any(child.dep_ == "poss" and lemma(child.lower_) in _SITES for child in verb.lefts)
        if hit.frame.note == "theirs":
            return whose(sentence, hit) is not None
        return hit.frame.note != "since" or _near_person(sentence, hit)
    subject, object = subject_of(verb), object_of(verb)
    if hit.frame.predicate == "reported" and object is not None and lemma(object.lower_) in _OF_SHARES and any(child.lower_ in _IN_TRADING for child in object.lefts):
        return False  # "the stock posting the largest daily gain"
    rule = _RULES.get(hit.frame.note) or _RULES.get(hit.frame.predicate)
    return rule is None or rule(sentence, hit, subject, object)


_OF_SHARES = frozenset({"gain", "loss", "rise", "fall", "drop", "decline"})
_IN_TRADING = frozenset({"daily", "one-day", "intraday", "percentage", "weekly", "session"})
_ASKS = forms_of("urge", "ask", "force", "persuade", "press", "demand", "refuse", "decline", "lobby", "encourage", "beg", "invite", "fail", "threaten")


def is_asked(sentence: Sentence, hit: Hit) -> bool:
    """True for what somebody is only asked to do: "urged the regulator to force brokers to disclose"."""
    verb = sentence.token(hit.start)
    if verb.head.lower_ == "forced" and verb.head.tag_ == "VBD":
        return False  # "a fault forced it to recall": it did
    return hit.frame.verb and verb.tag_ == "VB" and verb.dep_ in ("xcomp", "ccomp") and verb.head.lower_ in _ASKS and any(child.lower_ == "to" for child in verb.children)


_EXCHANGES = frozenset("nasdaq nyse aim amex xetra stock market trading exchange bourse".split())
_ON_EXCHANGE = re.compile(r" (?:on|as) (?:the |a )?(?:[A-Z]\w+ ){0,3}(?:Nasdaq|NASDAQ|NYSE|AIM|[Ss]tock [Ee]xchange|[Ee]xchange|[Ss]tock [Mm]arket|bourse|public company|listed company)\b")
# "from the April 10 launch", "since its 2010 debut"
_LAUNCH_DATED = re.compile(r"\b(?:[Tt]he|its|their|[A-Z]\w+'s?|of|an?) (?:[A-Z][a-z]+\.? \d{1,2}|(?:[A-Z][a-z]+ )?(?:19|20)\d\d|(?:early |late |mid-)?(?:[A-Z][a-z]+|spring|summer|autumn|fall|winter)) (?:(?:product|market|global|commercial|public) )?$")


def type_of(sentence: Sentence, token: Token | None) -> str | None:
    """The type of the entity that a word is part of, None if of none."""
    entity = sentence.entity_at(token) if token is not None else None
    return entity.referent.type if entity is not None else None


def whose(sentence: Sentence, hit: Hit) -> EntityMention | None:
    """The person whose coming or going a noun tells of: "Jane Roe's departure", "her exit", "the appointment of Jane Roe"."""
    noun = sentence.token(hit.end - 1)
    behind = (word for one in noun.rights if one.lower_ == "of" for word in one.children if word.dep_ == "pobj")
    for token in (*(child for child in noun.lefts if child.dep_ == "poss"), *behind):
        entity = sentence.entity_at(token)
        if entity is not None and entity.referent.type == "person":
            return entity
    return None


def _is_person(sentence: Sentence, token: Token | None) -> bool:
    return token is not None and (type_of(sentence, token) == "person" or token.lower_ in ("he", "she", "who", "i") or lemma(token.lower_) in _KIN)


_KIN = frozenset("father mother brother sister husband wife couple pair son daughter grandfather grandmother uncle family founder friend entrepreneur man woman engineer".split())


def _names_company(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """ "Jane Roe established Acme", ", set up in 2001, it", "Acme was formed in 2001": no "set up a plant"."""
    verb = sentence.token(hit.start)
    if object is not None:
        return object.head == verb and type_of(sentence, object) == "organization"  # not "started making the Zeta"
    if verb.idx == sentence.start:
        return verb.tag_ != "VBG"  # "Set up in 2001, the group …"
    if verb.tag_ not in ("VBN", "VBD"):
        return False
    after = sentence.between(hit.end, hit.end + 3)
    return bool(re.match(r" [A-Z]", after)) or verb.tag_ == "VBN" and not any(child.dep_ in ("aux", "nsubj") and child.lower_ != "was" for child in verb.children)


def _is_named_person(sentence: Sentence, hit: Hit, subject: Token | None) -> bool:
    """True if a person does what a verb tells, or is who its relative clause tells of."""
    who = subject is None or subject.lower_ == "who"
    return type_of(sentence, sentence.token(hit.start).head if who else subject) == "person"


def is_priced(sentence: Sentence) -> bool:
    """True if a sum of money is told: what is taken over for money is bought."""
    return any(one.quantity.unit_type == "currency" for one in sentence.quantities)


def _by_person(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    return _is_person(sentence, subject) or any(child.lower_ == "who" for child in sentence.token(hit.start).children)


def _no_object(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    return object is None and type_of(sentence, subject) == "organization"


def _of_site(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """ "opened a shop", "the plant will close", "Madrid opens": not "shares closed at", "opened talks", "closed seven"."""
    if any(child.dep_ == "dobj" and child.tag_ == "CD" and child.lower_ not in _MAGNITUDES for child in sentence.token(hit.start).children):
        return False
    if hit.noun is not None or len(hit.frame.rest) > 1:
        return True
    if _AT_LEVEL.match(sentence.between(hit.end, hit.end + 30)):
        return False
    token = object or subject or _due_to(sentence.token(hit.start))
    if token is None:
        return sentence.token(hit.start).tag_ == "VBN"
    noun = lemma(token.lower_)
    if noun in _NO_EVENT:
        return False
    if noun in _UNTIL_CLOSED and hit.frame.predicate == "closed":
        return True
    if type_of(sentence, token) in ("place", "organization", "product"):
        # "Acme will open in Madrid" tells of a market
        return object is not None or type_of(sentence, token) != "organization" or not any(
            one.start == hit.end + 4 and one.referent.type == "place" for one in sentence.entities
        )  # fmt: skip
    return noun in _SITES or _ORDINAL.fullmatch(noun) is not None or noun in nouns_of("deal", "service") or token.tag_ == "CD" or object is not None and bool(
        re.search(r"\b(?:its|first|new|\d[\d,]*) (?:[\w-]+ ){0,4}$", sentence.between(hit.end, object.idx))
    )


# "with a twentieth due to open"
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|fourth|fifth|sixth|seventh|eighth|ninth|(?:ten|eleven|twelf|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twentie|hundred)th")
_MAGNITUDES = frozenset({"million", "billion", "thousand"})
# what is open for a time, and then ends
_UNTIL_CLOSED = frozenset({"consultation", "bidding", "tender", "subscription", "registration", "voting", "enrolment", "enrollment"})


def _due_to(verb: Token) -> Token | None:
    """The noun that a verb still to come is told of: "a store, due to open in May"."""
    due = verb.head
    return due.head if verb.dep_ == "xcomp" and due.lower_ in ("due", "set", "scheduled", "expected", "slated", "planned") and due.dep_ in ("amod", "acl", "appos") else None


# "began to move": to be doing something is no event, unless it is what a firm is for
_TO_DO = re.compile(r" to (?!(?:make|build|produce|operate|trade|fly|deliver|ship|assemble|manufacture|serve|run)\b)")


def _of_company(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """What ends or begins is no period, and nobody but a company ends it: not "customers stopped buying"."""
    verb = sentence.token(hit.start)
    if subject is not None and (subject.lower_ in ("trial", "hearing") and any(child.lower_ in ("his", "her") for child in subject.children) or object is None and any(
        child.dep_ == "appos" and type_of(sentence, child) == "person" for child in subject.rights
    )):  # fmt: skip
        return False  # "his trial began", "a new finance chief, Jane Roe, starts in May"
    if hit.frame.predicate == "started" and _TO_DO.match(sentence.between(hit.end, hit.end + 20)):
        return False
    if verb.pos_ in ("NOUN", "PROPN", "ADJ") or not _is_person(sentence, subject) and _AT_LEVEL.match(sentence.between(hit.end, hit.end + 30)):
        return False
    if any(one.start == hit.end + 1 and one.period.grain == "month" and sentence.between(one.start, one.start + 1).isupper() for one in sentence.periods):
        return False  # "ending July with 40 shops"
    if verb.tag_ == "VB" and verb.head.lower_ in _MAKES and subject is not None and verb.dep_ == "ccomp":
        return False  # "the law will make smokers stop"
    token = object or subject
    if token is not None and (lemma(token.lower_) in _NO_EVENT or token.ent_type_ in ("DATE", "TIME") or token.tag_ == "CD"):
        return False
    if subject is not None and object is None and lemma(subject.lower_) in ("patent", "exclusivity"):
        return False  # "its patents expire in 2018"
    if subject is not None and lemma(subject.lower_) in ("customer", "record", "analyst", "investor", "government", "people", "consumer"):
        return False
    if hit.frame.predicate == "ended" and object is None and subject is None:
        return False
    return not re.search(r"\brecords? $", sentence.between(sentence.start, hit.start))


_MAKES = forms_of("make", "let", "help")


def _of_person(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """Who comes or goes is a person: not "Acme left Spain", "the chain took over Globex"."""
    if type_of(sentence, subject) in ("organization", "product", "place"):
        passive = any(child.dep_ == "nsubjpass" for child in sentence.token(hit.start).children)
        return not passive and _follows_person(sentence, hit)
    if subject is not None and subject.dep_ == "nsubjpass" and subject.pos_ == "NOUN" and not is_person_here(sentence, subject) and lemma(subject.lower_) in _NO_PERSON:
        return False  # "the dividend was suspended"
    word = sentence.between(hit.start, hit.end).casefold()
    if hit.frame.phrase == "become" or word.startswith("becom"):
        return _OFFICES.match(sentence.between(hit.end, hit.end + 90)) is not None
    if _JOINS.match(word) and object is not None and type_of(sentence, object) is None:
        # a call is joined and a meeting left without an office
        return lemma(object.lower_) in nouns_of("company") or lemma(object.lower_) in _POSTS
    return not (word.startswith("left") and type_of(sentence, object) in ("place", "product"))


_NO_PERSON = frozenset("dividend trading production service flight payment share stock sale listing tariff duty ban contract work operation plan programme program project export import route".split())
_JOINS = re.compile(r"(?:join|leav|left|quit|exit)")
_POSTS = frozenset("board post job role position office committee government team rank helm month year week".split())


def _near_person(sentence: Sentence, hit: Hit) -> bool:
    """True for "Jane Roe, chief executive": who has the office stands right before it."""
    return any(
        one.referent.type == "person" and 0 <= hit.start - one.end < 90 and (hit.start - one.end < 40 or _ALSO_SINCE.search(sentence.between(one.end, hit.start)))
        for one in sentence.entities
    )


# "Jane Roe, the company's chief executive since 2003 and | chairman since 2004"
_ALSO_SINCE = re.compile(r" since [^,;.]{4,20} and (?:its |the )?$")


def _hired(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """ "named Jane Roe", "Jane Roe was hired": not "named its new phone Zeta"."""
    if type_of(sentence, object) == "person" or subject is not None and subject.dep_ == "nsubjpass" and _is_person(sentence, subject):
        return True
    if subject is not None and subject.dep_ == "nsubjpass" and FIRM_OF_OFFICE.match(" " + subject.lower_):
        return True  # "administrators from Globex were appointed"
    if FIRM_OF_OFFICE.search(sentence.between(hit.end, min(sentence.end, hit.end + 80))):
        return type_of(sentence, subject if subject is not None and subject.dep_ == "nsubjpass" else object) in ("organization", "person")
    return type_of(sentence, subject) == "person" and sentence.token(hit.start).tag_ == "VBN" or _follows_person(sentence, hit)


# offices that firms are appointed to: "Globex was appointed as administrator"
FIRM_OF_OFFICE = re.compile(r"^(?: (?:(?!and\b|but\b|after\b|to\b)[\w&.'-]+)){0,6}? (?:joint |independent |special )?(?:administrators?|receivers?|liquidators?|auditors?|trustees?|monitors?|bookrunners?)\b")


def _follows_person(sentence: Sentence, hit: Hit) -> bool:
    """True for "Acme named Jane Roe", "its finance chief Jane Roe left": a person stands right by the verb."""
    return any(one.referent.type == "person" and (0 <= one.start - hit.end < 60 or 0 <= hit.start - one.end < 3) for one in sentence.entities)


def _of_goods(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """What is launched or released is no plan of action: not "launched an investigation", "results were released"."""
    token = object or subject
    if object is None and _DATA_FROM.search(sentence.between(max(sentence.start, hit.start - 80), hit.start)):
        return False
    results = object is None and lemma(token.lower_) in nouns_of("result") if token is not None else False
    return token is None or not results and lemma(token.lower_) not in _NO_LAUNCH and type_of(sentence, token) != "person"


# "figures from research firm Acme released in June"
_DATA_FROM = re.compile(
    r"\b(?:data|figures?|numbers|reports?|surveys?|stud(?:y|ies)|statements?|polls?|estimates?|forecasts?|research|statistics|minutes|documents?)"
    r" (?:from|by|of|at|compiled by) (?:[\w&.'-]+ ){1,6}?(?:(?:was|were|to be|will be|due to be) )?$",
    re.IGNORECASE,
)


_NO_LAUNCH = frozenset("investigation inquiry probe bid offer takeover attack campaign lawsuit suit result figure report statement data review search appeal offensive raid strike invasion war counter assault offering ipo flotation share bond statistic study survey poll minute document paper estimate forecast letter note filing memo transcript sheet detail guidance".split())


def _of_results(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    return subject is not None and lemma(subject.lower_) in nouns_of("result")


def _in_passive(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """ "Acme was spun off in 2002", "Acme, spun off in 2002": not "spun off its mines"."""
    verb = sentence.token(hit.start)
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    return passive or verb.tag_ == "VBN" and not any(child.dep_ in ("dobj", "aux") for child in verb.children)


def _of_third(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """What another firm than the article's own said of its results."""
    entity = sentence.entity_at(subject) if subject is not None else None
    return entity is not None and entity.referent.type == "organization" and entity.via == "name" and entity.referent is not sentence.reading.main


def _takes_over(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """ "took over Globex", not "took over as chief executive"; of a person it tells an office, unless a price is told."""
    if len(hit.frame.rest) != 1 or hit.frame.rest[0].words != {"over"}:
        return True
    if subject is not None and subject.dep_ == "nsubjpass":
        return type_of(sentence, subject) == "organization"  # "was taken over by Globex"
    return type_of(sentence, object) == "organization" and not (_is_named_person(sentence, hit, subject) and not is_priced(sentence))


def _of_object(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """ "dropped a drug", not "sales dropped"; what is counted is no one thing."""
    passive = subject if subject is not None and subject.dep_ == "nsubjpass" else None
    ended = object or passive
    if ended is None:
        return sentence.token(hit.start).tag_ == "VBN"  # "before being scrapped in 2003"
    if any(child.like_num for child in ended.lefts) or lemma(ended.lower_) in _ONLY_THOUGHT:
        return False
    return (passive is not None or type_of(sentence, subject) in ("organization", None)) and _of_company(sentence, hit, subject, object)


# what is dropped is no thing that ends: "scrapped hopes of growth in 2026"
_ONLY_THOUGHT = frozenset("hope forecast guidance target goal outlook expectation idea ambition estimate".split())


def _founds(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """ "to found a firm", not "found a way"."""
    verb = sentence.token(hit.start)
    return verb.lower_ != "found" or verb.tag_ == "VB"


def _toward(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """ "came over from Globex": a firm is left or joined, by a person."""
    near = any(one.referent.type == "organization" and 0 <= one.start - hit.end < 30 for one in sentence.entities)
    return near and type_of(sentence, subject) not in ("organization", "product", "place")


def _approves(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """ "cleared the deal", not "cleared its debts" or "approved of"."""
    if sentence.between(hit.end, hit.end + 4) == " of ":
        return False
    if subject is not None and subject.dep_ == "nsubjpass" and any(child.dep_ == "nummod" for child in subject.children):
        return False  # "48,000 loans were approved": so many
    return object is None or lemma(object.lower_) not in _CLEARED


_CLEARED = frozenset("desk table debt loan hurdle stock inventory backlog way customs path air name shelf obstacle".split())


def _whole(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """ "completed the deal", not "completed 40 houses"."""
    return object is None or lemma(object.lower_) in nouns_of("deal", "accord") or not any(child.dep_ == "nummod" for child in object.lefts)


def _by_firm(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """ "Acme cut its forecast", not "analysts cut their forecasts", nor what a newspaper reveals of others."""
    if subject is not None and subject.text in _MEDIA:
        return False
    if sentence.token(hit.start).lower_.startswith("present") and any(child.lower_ == "with" for child in sentence.token(hit.start).children):
        return False  # "presented the board with proposals": told to one alone
    return subject is None or lemma(subject.lower_) not in ("analyst", "economist", "broker", "investor", "forecaster", "official", "government", "ministry", "minister", "governor", "mayor", "police", "regulator", "union")


_MEDIA = frozenset(
    "Times Journal Post Telegraph Herald Tribune Gazette Chronicle Guardian Observer Mail Review Reuters Bloomberg Xinhua Nikkei CNBC WSJ FT AFR Handelsblatt Spiegel Echos".split()
)


def _of_accord(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    signed = object or subject
    for _ in range(3):
        if signed is None or lemma(signed.lower_) in nouns_of("accord", "deal") or signed.dep_ not in ("pobj", "prep"):
            break
        signed = signed.head  # "its contract with Globex, signed in 2018,"
    return signed is not None and lemma(signed.lower_) in nouns_of("accord", "deal")


def _on_exchange(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """ "listed on the exchange", not "began trading on Tuesday"."""
    last = sentence.token(hit.end - 1)
    return last.pos_ != "ADP" or not any(hit.end <= one.start <= hit.end + 5 for one in sentence.periods)


def _due(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """ "Acme is due to report on Thursday"."""
    of_firm = subject is not None and (type_of(sentence, subject) == "organization" or any(
        child.dep_ == "appos" and type_of(sentence, child) == "organization" for child in subject.rights
    ))  # fmt: skip
    return sentence.token(hit.start).tag_ == "VB" and object is None and of_firm


def _of_deal(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """ "That deal should close by May"."""
    return object is None and subject is not None and lemma(subject.lower_) in nouns_of("deal")


def agent_person(sentence: Sentence, hit: Hit) -> EntityMention | None:
    """Who does it: "has been headed | by the engineer Jane Roe since 2004"."""
    by = next((one for one in sentence.tokens if one.idx >= hit.start and one.lower_ == "by"), None)
    people = [one for one in sentence.entities if one.referent.type == "person" and by is not None and by.idx < one.start < hit.end]
    return people[0] if people else None


def is_person_here(sentence: Sentence, token: Token | None) -> bool:
    """True for a person by name, also where the office stands first: "A new chief executive, Jane Roe, starts in May"."""
    return token is not None and (type_of(sentence, token) == "person" or any(child.dep_ == "appos" and type_of(sentence, child) == "person" for child in token.rights))


def _starter(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """ "She starts in Miami on March 4": a person who begins a job, still to come, and nothing else that begins."""
    verb = sentence.token(hit.start)
    ahead = verb.tag_ in ("VBZ", "VBP") or any(child.lower_ in ("will", "'ll") for child in verb.children)
    return ahead and object is None and is_person_here(sentence, subject) and not any(child.dep_ in ("xcomp", "dobj", "ccomp") for child in verb.children)


def _ships(sentence: Sentence, hit: Hit, subject: Token | None, object: Token | None) -> bool:
    """ "The Zeta ships on May 12": goods by name, and nobody who ships them."""
    return object is None and type_of(sentence, subject) == "product"


_RULES: dict[str, Callable[[Sentence, Hit, Token | None, Token | None], bool]] = {
    "listed": _on_exchange,
    "due": _due,
    "deal": _of_deal,
    "starter": _starter,
    "accord": _of_accord,
    "founded": _founds,
    "toward": _toward,
    "acquired": _takes_over,
    "announced": _by_firm,
    "approved": _approves,
    "completed": _whole,
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
    "impersonal": lambda sentence, hit, subject, object: not _is_person(sentence, subject),
    "since": lambda sentence, hit, subject, object: _is_person(sentence, subject) or is_person_here(sentence, subject),
    "since by": lambda sentence, hit, subject, object: agent_person(sentence, hit) is not None,
    "since firm": lambda sentence, hit, subject, object: type_of(sentence, subject) in ("organization", "product"),
    "launched": _of_goods,
    "ships": _ships,
    "result": _of_results,
    "shares": lambda sentence, hit, subject, object: subject is not None and lemma(subject.lower_) in ("share", "stock"),
    "third": _of_third,
    "passive": _in_passive,
}


_BEGAN_AS = re.compile(r" (?:as an? |in (?:[A-Z][\w-]+ (?:[A-Z][\w-]+ )?in )?(?:the )?(?:early |late |mid-?)?\d{4})")


def _told_of(verb: Token) -> Token | None:
    """The subject of a verb, or what a relative clause tells of."""
    subject = subject_of(verb)
    return verb.head if subject is not None and subject.lower_ in ("which", "that") and verb.dep_ == "relcl" else subject


_UNDECIDED = frozenset(
    "talks negotiations discussions bid bids offer offers offered approach proposal proposed interest interested want wants wanted hope hopes hoped seek seeks sought"
    " consider considers considered considering plan plans planned planning intend intends intended trying tried try attempt attempts attempted effort efforts battle fight".split()
)
_AGREES = frozenset({"agree", "agrees", "agreed", "agreeing", "agreement", "deal", "contract", "pact"})


def agreed_to(sentence: Sentence, hit: Hit) -> bool | None:
    """Whether "to buy" hangs on what has been agreed ("agreed on Monday to buy"), False on talks, plans and offers, None if the buying itself is told."""
    verb = sentence.token(hit.start)
    if verb.tag_ != "VB" or not any(child.tag_ == "TO" for child in verb.children):
        return None
    return True if verb.head.lower_ in _AGREES else False if verb.head.lower_ in _UNDECIDED else None


def deal_meant(sentence: Sentence, hit: Hit) -> Token | None:
    """The deal that "it" is in "agreed to a merger in January and hope to close it by May": of this sentence or the one before."""
    verb = sentence.token(hit.start)
    it = next((child for child in verb.children if child.dep_ == "dobj" and child.lower_ == "it"), None) if hit.frame.predicate == "closed" and hit.frame.verb else None
    if it is None:
        return None
    for near in (sentence, sentence.previous):
        for token in reversed(near.tokens if near is not None else []):
            if token.i < it.i and token.pos_ == "NOUN" and lemma(token.lower_) in nouns_of("deal"):
                return token
    return None


def meant(sentence: Sentence, hit: Hit) -> str:
    """The predicate of an event by what it happens to: a deal that closes is completed, a plant that completes is not closed."""
    predicate = hit.frame.predicate
    verb = sentence.token(hit.start)
    token = object_of(verb) or subject_of(verb)
    noun = lemma(token.lower_) if token is not None else ""
    if predicate == "started" and verb.tag_ == "VBD" and _BEGAN_AS.match(sentence.between(hit.end, sentence.end)) and type_of(sentence, object_of(verb) or _told_of(verb)) == "organization":
        return "founded"  # "Acme started as a tailor in 1851", "Acme, which started in Leeds in the 1850s"
    if predicate == "launched" and any(child.dep_ == "auxpass" for child in verb.children) and _is_firm(sentence, subject_of(verb)):
        return "founded"  # "Acme Energy was launched in 1988"
    if predicate == "closed" and (noun in nouns_of("deal") or deal_meant(sentence, hit) is not None):
        return "completed"
    if predicate == "closed" and noun in _UNTIL_CLOSED:
        return "ended"
    if predicate == "started" and object_of(verb) is None and noun in _FIRST_SOLD:
        return "launched"  # "sales of the Zeta will start in May"
    if predicate == "started" and type_of(sentence, subject_of(verb)) == "organization" and _AS_FIRM.match(sentence.between(hit.end, sentence.end)):
        return "founded"
    return predicate


_FIRST_SOLD = frozenset({"sale", "delivery", "shipment", "preorder", "presale"})


def _is_firm(sentence: Sentence, token: Token | None) -> bool:
    """True for a name that says itself that it is a firm's, and no product's: "Acme Energy"."""
    entity = sentence.entity_at(token) if token is not None else None
    return (
        entity is not None and entity.referent.type == "organization" and entity.via != "coreference"
        and " " in entity.text and entity.text.rsplit(" ", 1)[1].rstrip(".").casefold() in terms("entity_suffixes")
    )  # fmt: skip


# "began in 1987 as a maker of clocks"
_AS_FIRM = re.compile(r" in (?:[A-Z]\w+ )?\d{4}(?: in [A-Z]\w+)? as (?:an?|the) ")


def object_of(verb: Token) -> Token | None:
    """The object or complement of a verb, or of the one that completes it: "began building a plant"."""
    for child in verb.children:
        if child.dep_ in ("dobj", "attr", "oprd") and child.pos_ in ("NOUN", "PROPN"):
            if child.i + 2 < len(child.doc) and child.nbor(1).text == "-" and child.nbor(2).head.i == verb.i and child.nbor(2).dep_ == child.dep_:
                return child.nbor(2)  # "mega-merger", taken apart
            return child
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp"):
            return object_of(child)
    return None
