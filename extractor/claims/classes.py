"""Classes as the subject of a measure, where it is of no company: sellers, goods, whole markets ("local brands", "new car registrations")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.claims.cues import Cue, noun_cues
from extractor.claims.draft import named
from extractor.lexicon import terms
from extractor.mentions.counted import lemma
from extractor.mentions.types import EntityMention, QuantityMention
from extractor.reading import Sentence
from extractor.tokens import Token

TRADES = frozenset({"industry", "market", "sector", "segment"})
_SELLERS = (terms("entity_descriptions") | {"dealer", "dealership", "shop", "store", "farmer", "grower", "airport", "hotel"}) - {"drug maker", "group"}
# "In 2014 local brands had": the parser makes the year theirs
_YEAR = re.compile(r"(?:19|20)\d\d")
_OF_ALL = re.compile(r"\b(?:[Oo]verall|[Ww]orldwide|[Gg]lobal) (?:[\w-]+ ){1,3}$|^(?:Worldwide|Globally|Overall|Nationwide|Industry-wide|Nationally), (?:[\w-]+ ){0,3}$")
_ALL = re.compile(r"\b(?:[Oo]verall|[Ww]orldwide|[Gg]lobal|[Ii]ndustry-?wide) $")
# "…, Acme Research said on Tuesday."
_SAID_LAST = re.compile(r", (?:[a-z-]+ ){0,4}[A-Z][\w&.' -]{1,40} (?:said|says|estimated|estimates)\b[^,;]{0,40}\.?$")
_RESEARCHERS = re.compile(r"\b(?:[Rr]esearchers?|[Rr]esearch (?:firm|group|company)|[Cc]onsultancy|[Tt]racker|[Ff]orecaster)\b")
# "sales at stores open at least a year" are those of the one that has the stores
_OPEN_A_YEAR = re.compile(r" (?:that (?:have|had|has) been |which (?:have|had) been )?open(?:ed)?\b")
# measures that a class of sellers may have
OF_TRADE = frozenset({"units_sold", "sales", "revenue", "market_share", "production", "employees", "profit"})


def subjects_up(token: Token, reach: int) -> Iterator[Token]:
    """The subjects of a word's clause and of those that it hangs on, up to `reach` words up the tree."""
    for _ in range(reach):
        yield from (child for child in token.children if child.dep_ == "nsubj")
        if token.head.i == token.i:
            return
        token = token.head


def is_unnamed_other(sentence: Sentence, token: Token) -> bool:
    """True for those beside a company, who have no name: "rivals", "its main competitor", not "its rival Acme" and "its rival, Acme"."""
    if lemma(token.lower_) not in terms("others") or sentence.entity_at(token) is not None:
        return False
    if token.tag_ == "NN" and any(child.lower_ in ("the", "this") for child in token.children) and token.lower_ in terms("entity_descriptions"):
        return False  # "the supplier": the company itself
    return not any(child.dep_ == "appos" and sentence.entity_at(child) is not None for child in token.children)


def phrase(sentence: Sentence, head: Token) -> EntityMention:
    """The noun phrase of a head, determiner and clauses left out, as a group of its own; what "whose" stands for."""
    if any(child.lower_ == "whose" for child in head.lefts) and (owner := _whose(head)) is not None:
        return sentence.entity_at(owner) or named(sentence.between(*_name(owner)), *_name(owner), "organization" if owner.pos_ == "PROPN" else "group")
    tokens = [head]
    for child in head.lefts:
        if child.dep_ in ("amod", "compound", "nmod", "nummod", "poss") and not _YEAR.fullmatch(child.text):
            tokens.extend(child.subtree)
    tokens += [child for child in head.rights if child.dep_ in ("cc", "conj") and child.i - head.i <= 3]
    first, last = min(t.idx for t in tokens), max(t.idx + len(t) for t in tokens)
    return named(sentence.between(first, last), first, last)


def _whose(noun: Token) -> Token | None:
    """Who has what "whose" stands before: the noun that its relative clause tells of."""
    clause = next((one for one in noun.ancestors if one.dep_ in ("relcl", "ccomp", "conj") and one.pos_ in ("VERB", "AUX")), None)
    return clause.head if clause is not None and clause.dep_ == "relcl" and clause.head.pos_ in ("NOUN", "PROPN") else None


def _name(head: Token) -> tuple[int, int]:
    """Where the words of a name begin and end whose last is this one."""
    first = min((child.idx for child in head.lefts if child.dep_ == "compound"), default=head.idx)
    return first, head.idx + len(head)


def group_subject(sentence: Sentence, anchor: Token) -> EntityMention | None:
    """A definite class as subject where no organisation is: "local car dealers sold …"."""
    for subject in subjects_up(anchor, 6):
        if subject.lower_ in ("company", "firm", "group", "it", "they", "we") or lemma(subject.lower_) in terms("entity_person_titles"):
            return None
        if (subject.tag_ == "NNS" or subject.lower_ in TRADES) and not any(cue.start <= subject.idx < cue.end for cue in noun_cues(sentence)):
            return phrase(sentence, subject)
    return None


def sellers(sentence: Sentence, cue: Cue, anchor: Token) -> EntityMention | None:
    """A class of companies that a measure is said to be of: "Chinese brands had a share of 44 percent", "shipments of local brands"."""
    owned = re.match(r" (?:of|at|by|for) (?:the )?(?:(?:(?!in\b|of\b|from\b|to\b|at\b|by\b|for\b)[a-z-]+|U\.?K\.?|U\.?S\.?|[A-Z][a-z]+(?:an|ish|ese|ch|ss)) ){0,3}([a-z]+s)\b", sentence.between(cue.end, sentence.end))
    if owned and lemma(owned[1]) in _SELLERS and not _OPEN_A_YEAR.match(sentence.between(cue.end + owned.end(), sentence.end)):
        return phrase(sentence, sentence.token(cue.end + owned.start(1)))
    found = group_subject(sentence, anchor)
    return found if found is not None and lemma(found.text.split()[-1]) in _SELLERS else None


def sellers_between(sentence: Sentence, start: int, end: int) -> EntityMention | None:
    """The class of companies that a clause goes over to: "… 44 percent, while Indian brands had 28 percent"."""
    match = re.search(r"\b(?:while|and|but|with) (?:those of )?(?:the )?(?:[\w-]+ ){0,2}?([a-z]+s) (?=[a-z]+)", sentence.between(start, end))
    return phrase(sentence, sentence.token(start + match.start(1))) if match and lemma(match[1]) in _SELLERS else None


def class_owner(sentence: Sentence, cue: Cue) -> EntityMention | None:
    """The class that owns a measure: "local carmakers' share", and "their share" of the class that was last spoken of."""
    head = sentence.head(cue.start, cue.end)
    owner = next((child for child in head.children if child.dep_ == "poss"), None)
    if owner is None or cue.predicate not in OF_TRADE:
        return None
    if owner.lower_ == "their" and sentence.entity_at(owner) is None:
        return _last_class(sentence, owner.idx)
    found = phrase(sentence, owner) if owner.tag_ == "NNS" and lemma(owner.lower_) in _SELLERS else None
    # "Acme's rivals' share", "its suppliers' sales": a class that only its company tells apart
    return found if found is not None and not any(child.dep_ == "poss" for child in owner.children) else None


def class_agent(sentence: Sentence, cue: Cue) -> EntityMention | None:
    """The class whose doing a measure is: "investments by carmakers"."""
    if cue.predicate not in ("investment", "sales", "revenue", "units_sold", "production", "orders"):
        return None
    for child in sentence.head(cue.start, cue.end).children:
        if child.dep_ == "prep" and child.lower_ == "by" and child.idx <= cue.end + 1:
            agent = next((one for one in child.children if one.dep_ == "pobj" and one.tag_ == "NNS"), None)
            return phrase(sentence, agent) if agent is not None and sentence.entity_at(agent) is None else None
    return None


def _last_class(sentence: Sentence, position: int) -> EntityMention | None:
    """The sellers that "their" takes up: the last ones named that do something, here or in the sentence before, with no company between."""
    before = sentence.previous
    for one, end in ((sentence, position), (before, before.end)) if before is not None and not before.in_title else ((sentence, position),):
        named_so = max((two.start for two in one.entities if two.end <= end and two.referent.type == "organization"), default=-1)
        named_after = [token for token in reversed(one.tokens) if named_so < token.idx < end and token.tag_ == "NNS" and lemma(token.lower_) in _SELLERS]
        doers = [token for token in named_after if token.dep_ in ("nsubj", "nsubjpass")]
        doers += [token for token in named_after if token.dep_ == "pobj" and token.head.lower_ == "by"]
        if doers:
            return phrase(one, doers[0])
        if named_so >= 0:
            return None
    return None


_CHANNELS = frozenset({"airport", "chain", "dealer", "dealership", "distributor", "grocer", "hotel", "retailer", "shop", "store", "supermarket", "wholesaler"})


_OF_CLASSES = OF_TRADE | frozenset({"users", "capacity", "investment", "loss", "jobs", "sites", "debt"})
_ANAPHORIC = frozenset({"company", "firm", "group", "brand", "chain", "giant", "pair", "duo"})


def class_acting(sentence: Sentence, predicate: str, noun: Cue | None, anchor: Token) -> EntityMention | None:
    """The class of companies, or the trade, that is the subject of a figure's own clause: "The country's airlines lost $3m", "the shoe industry employs 4,000"."""
    if predicate not in _OF_CLASSES or noun is not None and anchor.dep_ in ("nsubj", "nsubjpass"):
        return None
    subject = next(subjects_up(anchor, 3), None)
    if subject is None or subject.i > anchor.i or sentence.entity_at(subject) is not None or any(child.dep_ == "appos" and not _is_list(child) for child in subject.children):
        return None
    kind = lemma(subject.lower_)
    modified = any(child.dep_ in ("amod", "compound", "poss", "nummod") for child in subject.lefts)
    definite = any(child.dep_ in ("det", "nummod", "poss") or child.lower_ in ("both", "other", "such") for child in subject.lefts)
    makers = subject.tag_ == "NNS" and kind in terms("entity_descriptions") and (modified and not definite or kind not in _ANAPHORIC and (modified or not definite))
    if not makers and not (subject.lower_ in TRADES and modified):
        return None
    owner = next((child for child in subject.lefts if child.dep_ == "poss"), None)
    whose = sentence.entity_at(owner) if owner is not None else None
    own = owner is not None and owner.lower_ in ("its", "their") or whose is not None and whose.referent.type != "place"
    return None if own else phrase(sentence, subject)  # "Acme's stores", "its brands"


def _is_list(token: Token) -> bool:
    """True for the members that a class is told to have: "the five carmakers, Acme, Globex and three more, sold"."""
    return any(child.dep_ == "conj" for child in token.children)


# "figures from the shoemakers' federation showed exports falling": of no company that the sentence names besides
_SHOWED = re.compile(r"\b(?:figures|data|statistics|numbers)\b(?P<of>[^,;]{0,70}?) (?:show(?:ed|s)?|suggest(?:ed|s)?|indicated?)(?: that)? (?:[\w-]+ ){0,3}$")


# "British retail sales jumped 4.2%, | official data showed"
_SHOWED_AFTER = re.compile(
    r", (?:the )?(?:(?:official|government|industry|preliminary|provisional|latest|separate|private|customs|trade|census) )+(?:figures|data|statistics|numbers)\b[^,;]{0,70}? (?:show|suggest|indicat)(?:ed|s)?\b"
    r"|, (?:figures|data|statistics|numbers) (?:(?:released|published|compiled|issued) )?(?:from|by) [^,;]{2,60}? (?:show|suggest|indicat)(?:ed|s)?\b"
)


def shown_by_others(sentence: Sentence, noun: Cue) -> bool:
    """True for what the figures of no company show."""
    showed = _SHOWED.search(sentence.between(sentence.start, noun.start))
    if showed is None:
        told = any(one.referent.type == "organization" and one.end <= noun.start for one in sentence.entities)
        return not told and _SHOWED_AFTER.search(sentence.between(noun.end, sentence.end)) is not None
    begin = sentence.start + showed.start() - len("'s ")
    named_so = (one for one in sentence.entities if one.referent.type == "organization" and begin <= one.end + 1 and one.start < noun.start)
    return all(one.referent.order in sentence.reading.reporters for one in named_so)


def takes_part(sentence: Sentence, token: Token, alone: bool) -> bool:
    """True if the subject up from a word has a part of a market: a class of makers, or with `alone` a company too; shops may sell for others."""
    subject = next(subjects_up(token, 3), None)
    if subject is None:
        return False
    one = sentence.entity_at(subject)
    if one is not None:
        return alone and one.referent.type == "organization"
    kind = lemma(subject.lower_)
    return subject.tag_ == "NNS" and kind in _SELLERS - _CHANNELS and not any(child.dep_ == "poss" for child in subject.children)


def goods_of(sentence: Sentence, cue: Cue) -> EntityMention:
    """The goods whose sales are told of: "Japanese cars" in "sales of Japanese cars", else the words of the measure ("car sales")."""
    head = sentence.head(cue.start, cue.end)
    of = next((child for child in head.children if child.dep_ == "prep" and child.lower_ == "of"), None)
    goods = next((child for child in of.children if child.dep_ == "pobj" and child.tag_ == "NNS"), None) if of is not None else None
    return phrase(sentence, goods if goods is not None else head)


def priced(sentence: Sentence, cue: Cue) -> EntityMention | None:
    """What a price is the price of: "the average price of a new sedan"."""
    match = re.match(r"\s(?:of|for)\s(?:an?\s|the\s)?", sentence.between(cue.end, sentence.end))
    if match is None or any(one.start == cue.end + match.end() for one in sentence.quantities):
        return None  # "a price of $7"
    token = sentence.token(cue.end + match.end())
    while token.head.i > token.i and token.dep_ in ("amod", "compound", "det", "nummod"):
        token = token.head
    if any(one.start <= token.idx < one.end for one in sentence.quantities):
        return None  # "at an average price of Rs 612"
    return phrase(sentence, token) if token.tag_.startswith("NN") else None  # "the price of €3", "sells for around"


def holder_of(sentence: Sentence, mention: QuantityMention) -> EntityMention | None:
    """Who owns a share where it is no company: the subject of the verb, as words of its own."""
    subjects = subjects_up(sentence.head(mention.start, mention.end), 6)
    holder = next((one for one in subjects if one.pos_ in ("NOUN", "PROPN")), None)
    return phrase(sentence, holder) if holder is not None else None


def is_of_all(sentence: Sentence, cue: Cue) -> bool:
    """True for "worldwide PC shipments" where researchers tell of a market, for "global shipments" where this sentence says that they do."""
    if not sentence.reading.reporters and not _SAID_LAST.search(sentence.text):
        return False
    before = sentence.between(max(sentence.start, cue.start - 45), cue.start)
    if _OF_ALL.search(before):
        return True
    told = _RESEARCHERS.search(sentence.text) or any(one.referent.order in sentence.reading.reporters for one in sentence.entities)
    return _ALL.search(before) is not None and bool(told)
