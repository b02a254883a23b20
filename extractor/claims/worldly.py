"""What is told of the world outside business: votes, wars, hearings. News of all sorts speaks of it in the words of business.

A party wins a 42 percent share, an army enters a country, a general launches an offensive: none is a claim.
"""

from __future__ import annotations

import bisect
import re
from functools import cache, lru_cache

from extractor.claims.classes import is_unnamed_other
from extractor.claims.draft import Draft
from extractor.gate import may_tell_deal
from extractor.lexicon import Phrases, any_of, terms
from extractor.mentions.counted import lemma
from extractor.mentions.types import EntityMention
from extractor.reading import Reading, Sentence
from extractor.tokens import Token

# what parties, armies and courts are said to have that only firms have
_OF_FIRMS = frozenset({"units_sold", "revenue", "production", "market_share", "stake", "users", "capacity", "orders", "sites", "margin", "jobs"})
_NOT_OF_PERSONS = frozenset({"price", "market_share", "margin", "capacity"})
_VOTES = re.compile(r"\bvot(?:e[sd]?|ers?|ing)\b|\bballots?\b|\belectorate\b|\bturnout\b|\bpolling\b|\b(?:presidential|parliamentary|general|local|regional) elections?\b")
_OF_MARKET = re.compile(r"\bmarket|\bsales\b|\bvoting (?:rights|stock|shares)\b")
_EXCHANGE_TURNOVER = re.compile(
    r"\b[Tt]urnover (?:on|at|across|of) (?:the )?(?:[\w&-]+ ){0,4}?(?:[Ee]xchange|[Bb]ourse|[Bb]oard|[Mm]arket|[Ii]ndex)\b"
    r"|\b(?:[Mm]arket|[Tt]rading|[Dd]aily) turnover\b|\b[Tt]urnover (?:was|totalled|totaled|stood at|came to|reached) [^.;]{3,40}\bshares\b"
)
# people counted because something befell them, or because they stood up: "60 passengers were hurt", "300 workers marched"
_PEOPLE = frozenset({"users", "employees", "jobs", "volume", "production"})
_ACCIDENT = re.compile(
    r"\b(?:killed|injur(?:ed|ing|ies)|wounded|hurt|died|dead|rescued|evacuated|stranded|trapped|missing(?! (?:[\w'’]+ ){0,3}(?:estimates?|expectations?|forecasts?|targets?|consensus|guidance|goals?)\b)|drowned|hospitali[sz]ed|kidnapped|arrested|detained|derailed|capsized|sank|overturned|hostages?"
    r"|on board|aboard)\b"
)
_STOOD_UP = re.compile(
    r" (?:[a-z]+ ){0,3}?(?:(?:have |had |were )?(?:walked (?:out|off)|walking out|went on strike|on strike|protest(?:ed|ing)|march(?:ed|ing)|rall(?:ied|ying)|demonstrat(?:ed|ing)|picket(?:ed|ing)))\b"
)
# "its 4,000 workers went on strike": all there are
_ALL_OF = re.compile(r"(?:\b(?:its|all|their)|'s?)(?: (?:more than|roughly|about|some|nearly|around))?(?: of)?(?: the| its)? $")
# "fined the man 3,000 crowns", "fined him": no company
_FINED_PERSON = re.compile(r"\bfin(?:ed|es|ing) (?:him|her|(?:the|a) (?:\d+-year-old )?(?:[a-z]+ )?(?:man|woman|driver|player|coach|footballer|student|teenager|protester|activist|passenger))\b")
# what living costs everybody: "rents rose 5 percent", "the average home costs"
_OF_HOMES = re.compile(r"\b[Rr]ents\b|\b(?:[Hh]ouse|[Hh]ome|[Pp]roperty) prices\b|\baverage (?:home|house|flat|apartment|property|household|family)\b")
# "house prices rose 3 percent, Acme Bank said": of no house that it sells
_HOUSE_PRICES = re.compile(r"(?:\b(?P<own>its|their|our)|(?P<of>'s?))?(?: average)? (?:UK |British )?(?:[Hh]ouse|[Hh]ome|[Pp]roperty) prices?\b(?! of (?:its|their)\b)")
_NATURE_AND_WAR = ("Hurricane ", "Storm ", "Cyclone ", "Typhoon ", "Tropical Storm ", "Operation ")
_LAWS = frozenset("bill law act resolution budget amendment constitution decree legislation motion reform nomination".split())
_BUSINESS = re.compile(
    r"\b(?:compan(?:y|ies)|firms?|groups?|makers?|\w+makers?|manufacturers?|factor(?:y|ies)|plants?|contracts?|orders?|sales|sells?|sold|shares|customers?|deliver\w*|suppl\w+"
    r"|Inc|Corp|Ltd|plc|AG|SA|GmbH|products?|service)\b"
)


def is_business(reading: Reading, draft: Draft) -> bool:
    """False for a draft that takes a matter of politics, law or war for one of business."""
    if draft.kind in ("person", "quote"):
        return True  # those who may be the employer of a title see to it themselves
    sentence = _sentence_at(reading, draft.start)
    if reading.general and draft.kind in ("deal", "market") and not may_tell_deal(sentence.text):
        return False
    if draft.kind == "deal":
        return not (_at_war(sentence) or _is_of_other(sentence, draft))  # armies buy too
    if draft.kind in ("date", "market"):
        return not (_warlike(sentence, draft) or _is_of_institution(sentence, draft) or _is_of_other(sentence, draft))
    predicate = draft.predicate
    if _is_of_institution(sentence, draft) or _is_of_economy(sentence, draft):
        return False
    if predicate in _OF_FIRMS and (is_power(draft.subject) or _at_war(sentence)):
        return False
    if draft.subject.referent.type == "person" and predicate in _NOT_OF_PERSONS:
        return False
    if predicate == "price" and not sentence.start <= draft.subject.start < sentence.end and _OF_HOMES.search(sentence.text):
        return False
    if predicate == "price" and any(
        sentence.start + found.start() <= draft.end and not found["own"] and not found["of"] for found in _HOUSE_PRICES.finditer(" " + sentence.text)
    ):
        return False
    if predicate in _PEOPLE and _befell(sentence, draft):
        return False
    if predicate == "fine":
        return _FINED_PERSON.search(sentence.text) is None
    if predicate == "market_share":
        return not (_VOTES.search(sentence.text) and not _OF_MARKET.search(sentence.text))
    return not (predicate == "revenue" and "urnover" in sentence.text and _EXCHANGE_TURNOVER.search(sentence.text))


def _sentence_at(reading: Reading, position: int) -> Sentence:
    sentences = reading.sentences
    return sentences[max(0, bisect.bisect_right(sentences, position, key=lambda one: one.start) - 1)]


_CLAUSES_UP = 6


def _is_of_institution(sentence: Sentence, draft: Draft) -> bool:
    """True for what "the government" or "the couple" does where a company of another sentence was taken for its subject."""
    if not _is_from_elsewhere(sentence, draft) or draft.predicate in ("approved", "fine"):
        return False  # what others do to a company
    doer = _doer(sentence, draft)
    if doer is not None and doer.lower_ == "those" and draft.kind in ("sales", "figure", "target") and any(child.dep_ in ("prep", "acl") for child in doer.children):
        return False  # "Those of Zeta rose 3 percent": its sales
    if doer is None or doer.pos_ != "NOUN":
        return doer is not None and doer.lower_ in _ANYONE or doer is not None and (who := sentence.entity_at(doer)) is not None and _serves_state(sentence.reading, who)
    # "the state's factories" are none of the company's either
    whose = (one for one in (doer, *doer.children) if one is doer or one.dep_ == "poss")
    return any((noun := lemma(one.lower_)) in terms("institutions") and noun not in draft.subject.referent.name.casefold() for one in whose)


_ANYONE = frozenset({"those", "anyone", "everyone", "anybody", "everybody", "somebody", "someone", "nobody"})
_OF_STATE_BEFORE = re.compile(
    r"\b(?:Gov\.|Sen\.|Rep\.|Governor|Senator|Representative|Minister|Mayor|Judge|Justice|Premier|Chancellor|Attorney General|Ambassador|Congress(?:man|woman)|Sheriff|Pope|Queen|King|Prince(?:ss)?"
    r"|(?:U\.?S\.?|[a-z],?) (?:Vice )?President) $"
)


def _serves_state(reading: Reading, who: EntityMention) -> bool:
    """True for a person whom the article calls a governor, minister or judge."""
    if who.referent.type != "person":
        return False
    text = reading.text
    return any(_OF_STATE_BEFORE.search(text, max(0, one.start - 40), one.start) for one in reading.entities if one.referent is who.referent)


def _is_from_elsewhere(sentence: Sentence, draft: Draft) -> bool:
    """True if a company of another sentence was taken for the subject of what this one tells."""
    inside = sentence.start <= draft.subject.start < sentence.end
    return not inside and draft.start >= sentence.start and draft.subject.referent.type != "group"


# who counts for a whole country or trade
_STATISTICIAN = re.compile(
    r"\b(?:[Ss]tatistic(?:s|al|ians?)(?: \w+)?|[Cc]ensus(?: \w+)?|(?:[Gg]overnment|[Oo]fficial|[Ff]ederal|[Ii]ndustry) (?:figures|data|statistics|estimates|numbers)|[Ee]conomists?|central bank|Federal Reserve|Fed"
    r"|(?:Commerce|Labou?r|Agriculture|Treasury|Finance|Trade|Energy|Tourism) (?:Department|Ministry)|(?:Department|Ministry|Bureau|Office|Board|Council|Association) (?:of|for) [A-Z]\w+"
    r"|[Mm]inistry|(?:tourism|trade|marketing) (?:board|office|body|association)|(?:the|an?) (?:[\w']+ ){0,2}?(?:association|federation|union|council|bureau)) (?:said|says|showed|reported|estimates?d?|forecasts?|expects?)\b"
    r"|\baccording to (?:the |a )?(?:[\w'.]+ ){0,4}?(?:[Dd]epartment|[Mm]inistry|[Bb]ureau|[Cc]ensus|[Aa]ssociation|[Ff]ederation|[Ss]tatistics|[Cc]ouncil|[Ee]conomists|[Bb]oard of|[Cc]hamber)\b"
)
_ECONOMY = re.compile(r"\b(?:econom(?:y|ies|ists?)|GDP|gross domestic product|inflation|unemployment|jobless|seasonally adjusted|commerce department|statistics|central bank)\b", re.IGNORECASE)
_IN_PUBLIC = re.compile(r"\b(?:in|across|throughout|around) (?:the|this|our) (?:whole |entire |wider )?(?:city|county|country|state|region|area|town|nation|province|district|valley)\b")
# "sales in the region fell": of the company spoken of
_SOLD_THERE = re.compile(r"(?:^|[,;] |\b(?:and|but|while|its|the company's) )(?:[Ss]ales|[Rr]evenues?|[Pp]rofits?|[Tt]urnover|[Ss]hipments|[Dd]eliveries|[Oo]rders) (?:in|across) (?:the|this|that) (?:region|country|area)\b")
_RETAIL = re.compile(r"\b[Rr]etail (?:sales|spending)\b")


def _is_of_economy(sentence: Sentence, draft: Draft) -> bool:
    """True for a figure of a country, a city or a trade where a company of another sentence was taken for its subject."""
    if not _is_from_elsewhere(sentence, draft) or draft.predicate in ("share_price", "dividend", "eps", "fine"):
        return False
    text = sentence.text
    # what goes on from an amount is of what that was of
    begins = 0 if draft.rule.startswith("<quantity>, <ellipsis>") else max(0, draft.start - sentence.start - 25)
    if _economy_wide().search(text, begins, draft.end - sentence.start) or _IN_PUBLIC.search(text) and not _SOLD_THERE.search(text) or _STATISTICIAN.search(text):
        return True
    return _RETAIL.search(text) is not None and (_ECONOMY.search(text) is not None or (before := sentence.previous) is not None and _ECONOMY.search(before.text) is not None)


@cache
def _economy_wide() -> re.Pattern[str]:
    return re.compile(
        r"\b" + any_of(terms("economy_wide")) + r" (?:sales|exports?|imports?|debts?|spending|output|production|orders|income|earnings|revenues?|receipts|deficits?|surplus(?:es)?|prices(?! of (?:its|their|our)\b)|jobs|employment|starts|funding)\b",
        re.IGNORECASE,
    )


# "one of its suppliers"
_SOME = frozenset({"one", "two", "three", "some", "several", "many", "most", "all", "each", "none", "half"})


def _is_of_other(sentence: Sentence, draft: Draft) -> bool:
    """True for what "its rivals" or "Acme's main supplier" do, where the company was taken for the doer."""
    doer = _doer(sentence, draft) if sentence.start <= draft.start else None
    if doer is not None and doer.lower_ in _SOME:
        of = (child for child in doer.children if child.dep_ == "prep" and child.lower_ == "of")
        doer = next((one for prep in of for one in prep.children if one.dep_ == "pobj"), doer)
    if doer is None or draft.start <= doer.idx < draft.end or not is_unnamed_other(sentence, doer):
        return False  # "its customers in Spain" are told of, and do nothing
    if draft.predicate == "launched" and lemma(doer.lower_) in _BUYERS:
        return False  # "its customers will be able to order it": it goes on sale
    party = draft.object if draft.object is not None and draft.predicate in ("appointed", "departed") else draft.subject
    return party.start < doer.idx or party.start >= sentence.end or sentence.token(party.start) in doer.subtree


_BUYERS = frozenset({"buyer", "client", "consumer", "customer", "fan", "owner", "subscriber", "user"})


def _doer(sentence: Sentence, draft: Draft) -> Token | None:
    """The subject of the clause that a draft is told in."""
    token = sentence.head(draft.start, min(draft.end, sentence.end))
    for _ in range(_CLAUSES_UP):
        doer = next((child for child in token.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
        if doer is None and token.dep_ == "acl" or doer is not None and doer.tag_ == "WDT":
            return token.head  # "a supplier that closed"
        if doer is not None or token.head is token:
            return doer
        token = token.head
    return None


def _befell(sentence: Sentence, draft: Draft) -> bool:
    """True for people counted by what befell them or what they stood up for."""
    return draft.basis == "level" and bool(
        _ACCIDENT.search(sentence.text) and not _BUSINESS.search(sentence.text) or _STOOD_UP.match(sentence.between(draft.end, sentence.end)) and not _ALL_OF.search(sentence.between(sentence.start, draft.start))
    )


@cache
def _power() -> re.Pattern[str]:
    return re.compile(r"(?<!salvation )\b" + any_of(terms("powers")) + r"(?: (?:of|for|in)\b.*)?$")


def is_power(mention: EntityMention) -> bool:
    """True for a body that governs, judges or fights, by the last word of its name: "High Court of Norland", "Third Army"."""
    return _power().search(mention.referent.name.casefold()) is not None


def _warlike(sentence: Sentence, draft: Draft) -> bool:
    """True for an event of war or politics: of an army or party, of an offensive or a siege, or told among soldiers."""
    if draft.subject.referent.name.startswith(_NATURE_AND_WAR):
        return True
    if is_power(draft.subject) and (
        draft.predicate not in ("approved", "signed", "filed", "appointed", "departed")
        or draft.object is not None and lemma(draft.object.text.casefold().split()[-1]) in _LAWS
    ):
        return True
    if draft.kind == "market":
        # "we are attacking Norland through Freedonia" is of business, who attacked it was at war
        if draft.rule.startswith("<company> attack") and " attacked " in sentence.text and "market" not in sentence.text:
            return True
    elif draft.object is not None and _is_unbusiness(draft.object.text):
        return True
    return _at_war(sentence)


def _is_unbusiness(thing: str) -> bool:
    words = thing.casefold().split()
    return bool(words) and (words[-1] in (events := terms("unbusiness_events")) or words[-1].removesuffix("s") in events) and "price" not in words


@cache
def _war() -> Phrases:
    return Phrases(terms("war_words"))


@lru_cache(maxsize=1)
def _at_war(sentence: Sentence) -> bool:
    """True for a sentence with two words of war and none of business: makers of arms are firms too."""
    return len({one.group().casefold() for one in _war().finditer(sentence.text)}) > 1 and not _BUSINESS.search(sentence.text)
