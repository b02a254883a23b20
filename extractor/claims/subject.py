"""Who a measure is of: the owner of its noun, the subject of its verb, else the one the series speaks of.

The rules are tried in the order of the list at the end: each says who it is, or that it is nobody, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.claims.bids import bid_for, bought_in
from extractor.claims.classes import (
    OF_TRADE,
    class_acting,
    class_agent,
    class_owner,
    goods_of,
    group_subject,
    is_of_all,
    is_unnamed_other,
    phrase,
    priced,
    sellers,
    sellers_between,
    shown_by_others,
    subjects_up,
)
from extractor.claims.court import payer
from extractor.claims.cues import COUNTED_GOODS, Cue, noun_cues
from extractor.claims.draft import named
from extractor.claims.fines import fined_party, is_authority
from extractor.claims.focus import focus, is_reporter, is_source, main_of, says, says_aside
from extractor.claims.implied import MEASURED_AGAINST, ranked_seller
from extractor.claims.owner import (
    FROM_OTHERS,
    Nobody,
    agent_of,
    denoted,
    is_actor,
    led_to,
    own_figure,
    owner_of,
    part_at,
    right_before,
    seller_at,
    told_of,
    topic_of,
)
from extractor.claims.slots import subject_of
from extractor.claims.valuing import gapped_seller
from extractor.lexicon import forms_of, terms
from extractor.mentions.control import made_to_do
from extractor.mentions.counted import lemma
from extractor.mentions.sources import is_named_as_source
from extractor.mentions.types import EntityMention, QuantityMention
from extractor.reading import Sentence
from extractor.tokens import Token

if TYPE_CHECKING:
    from extractor.claims.measures import Measurement

BOUNDARY = re.compile(r";(?![^(]*\))|\s-{1,2}\s|\b(?:while|whereas|although|though|but)\b")


@dataclass(frozen=True, slots=True)
class _Measure:
    """A quantity whose subject is asked for: its cue, and what was measured before it in its series and in the article."""

    sentence: Sentence
    mention: QuantityMention
    cue: Cue | None
    predicate: str
    before: Measurement | None
    previous: Measurement | None
    anchor: Token

    @property
    def noun(self) -> Cue | None:
        """The cue, if it is a noun."""
        return self.cue if self.cue is not None and not self.cue.verb else None

    @property
    def verb(self) -> Cue | None:
        """The cue, if it is a verb."""
        return self.cue if self.cue is not None and self.cue.verb else None

    @property
    def bare(self) -> bool:
        """True if neither a cue nor a series says what is measured."""
        return self.cue is None and self.before is None


_Answer = EntityMention | Nobody | None


def find_subject(
    sentence: Sentence,
    mention: QuantityMention,
    cue: Cue | None,
    predicate: str,
    before: Measurement | None,
    previous: Measurement | None,
) -> EntityMention | None:
    """Who the measure is of, None if it cannot be told."""
    if cue is not None:
        anchor = sentence.token(cue.start)
    else:
        anchor = sentence.head(mention.start, mention.end) if before is None else sentence.token(mention.start)
    measure = _Measure(sentence, mention, cue, predicate, before, previous, anchor)
    if (affected := _affected(measure)) is not None:
        return affected
    for rule in _RULES:
        answer = rule(measure)
        if answer is not None:
            if not isinstance(answer, EntityMention) or predicate == "fine" and is_authority(answer):
                return None
            # an amount is of nobody called like it: "a capacity of 12 million tonnes", nor of what is measured: "its sales"
            if answer.referent.type == "group" and (answer.start < mention.end and mention.start < answer.end or measure.noun is not None and _OWNED.match(answer.referent.name)):
                return None
            if answer.referent.type == "group" and _OURS.match(answer.referent.name):
                return sentence.reading.first_mention(main_of(sentence.reading))  # "our annual capacity rose": of the firm that tells
            return led_to(sentence, answer)
    return None


_OURS = re.compile(r"our\b", re.IGNORECASE)


def _each_share(m: _Measure) -> _Answer:
    """ "$61 in cash for each Acme share"."""
    if m.predicate != "share_price" or m.cue is not None:
        return None
    match = _EACH.match(m.sentence.between(m.mention.end, m.sentence.end))
    for one in m.sentence.entities if match else ():
        if match and one.start == m.mention.end + match.end() and _SHARE.match(m.sentence.between(one.end, m.sentence.end)):
            return one
    return bid_for(m.sentence) if m.before is None else None


_ACCOUNTS = r"\b(?:earnings|profits?|income|revenues?|sales|turnover|costs|expenses|debts?)\b"
# "its sales" as a group: a measure, which has itself sold nothing
_OWNED = re.compile(r"(?:its|their|our|my|his|her|your)\b.*" + _ACCOUNTS, re.IGNORECASE)
_EACH = re.compile(r"[^,;.]{0,30}\b(?:each|every|a|per) ")
_SHARE = re.compile(r"'?s? (?:ordinary )?share")


_OWN_MEASURE = re.compile(r"(?:'s?)? (?:[\w-]+ ){0,3}" + _ACCOUNTS + r"(?! (?:forecast|estimate|target|outlook|guidance)s?\b)")
_ADDED_TO = re.compile(r"(?: (?:a|per) share)?,? (?:to|off|from) (?:the )?")


def _affected(m: _Measure) -> EntityMention | None:
    """ "The deal will add $3m to Acme's sales", "5 cents a share to its earnings": whose measure it is that changes."""
    if m.noun is not None or m.verb is not None and not m.verb.sign:
        return None
    return next(
        (
            one for one in m.sentence.entities
            if one.referent.type == "organization" and m.mention.end < one.start < m.mention.end + 30
            and _ADDED_TO.fullmatch(m.sentence.between(m.mention.end, one.start))
            and _OWN_MEASURE.match(m.sentence.between(one.end, m.sentence.end))
        ),
        None,
    )  # fmt: skip


def _of_country(m: _Measure) -> _Answer:
    """ "Norland's steel output": of no company that the article is about."""
    if m.noun is None or m.predicate not in _MADE_IN_COUNTRIES and not m.noun.text.casefold().startswith("export"):
        return None
    owner = next((child for child in m.sentence.head(m.noun.start, m.noun.end).children if child.dep_ == "poss"), None)
    found = m.sentence.entity_at(owner) if owner is not None else None
    return found if found is not None and found.referent.type == "place" and found.via != "coreference" else None


_MADE_IN_COUNTRIES = frozenset({"production", "capacity", "volume"})


def _noun_owner(m: _Measure) -> _Answer:
    """ "Acme's net profit", "At Acme, profit"."""
    if m.noun is None:
        return None
    its = _its_amount(m) if m.noun.start >= m.mention.end and m.mention.quantity.unit_type == "currency" else None
    return its or _their_group(m, m.noun) or owner_of(m.sentence, m.noun) or class_owner(m.sentence, m.noun) or class_agent(m.sentence, m.noun) or topic_of(m.sentence, m.noun)


def _its_amount(m: _Measure) -> EntityMention | None:
    """ "38 percent of its $6bn in annual sales": whose amount it is, whatever is the subject."""
    one = next((one for one in reversed(m.sentence.entities) if one.end <= m.mention.start), None)
    return one if one is not None and is_actor(one) and one.text.casefold() in ("its", "their") and one.end == m.mention.start - 1 else None


def _their_group(m: _Measure, noun: Cue) -> EntityMention | None:
    """ "Their domestic sales fell", after what a class of companies sold together."""
    previous = m.previous
    if previous is None or m.sentence.index - previous.sentence.index > 1 or previous.subject.referent.type != "group":
        return None
    their = any(child.dep_ == "poss" and child.lower_ == "their" for child in m.sentence.head(noun.start, noun.end).children)
    return previous.subject if their and lemma(last := previous.subject.text.split()[-1].lower()) != last else None


# prices that no seller sets: "crude prices are down about 2 percent"
_MARKET_PRICE = re.compile(
    r"\b(?:crude|oil|gas|fuel|petrol|diesel|gasoline|coal|uranium|gold|silver|copper|nickel|zinc|lithium|iron[- ]ore|steel|alumini?um|metals?|wheat|corn|grain"
    r"|rice|soy(?:bean)?s?|coffee|cocoa|sugar|cotton|rubber|milk|dairy|pork|beef|cattle|timber|lumber|energy|electricity|power|commodit(?:y|ies)|food|house|housing"
    r"|home|property|land|consumer|producer|wholesale) prices$",
    re.IGNORECASE,
)


def _owned_count(m: _Measure) -> _Answer:
    """ "sells its cheese to Acme's 300 shops": whose they are."""
    if m.predicate not in ("sites", "employees", "users", "capacity", "jobs"):
        return None
    of_name = None if _HOLDS_SOME.search(m.sentence.between(m.sentence.start, m.mention.start)) else next(
        (one for one in m.sentence.entities if m.mention.start < one.start < m.mention.end + 2 and one.referent.type == "organization" and one.via != "coreference"
         and _NUMBER.fullmatch(m.sentence.between(m.mention.start, one.start))), None
    )  # fmt: skip
    return of_name or (own_figure(m.sentence, m.mention) if m.predicate != "jobs" else None)


# "runs three Acme stores": whoever runs them has them
_HOLDS_SOME = re.compile(r"\b(?:runs?|ran|running|ha[sd]|have|having|own(?:s|ed|ing)?|operat(?:es?|ed|ing)|open(?:s|ed|ing)?|b(?:uys?|ought|uying)|manag(?:es?|ed|ing)|suppl(?:ies|ied)|with) (?:[a-z]+ ){0,2}$")
# "more than one million Acme workers"
_NUMBER = re.compile(r"(?:[a-z-]+ ){0,3}[\d.,]*(?:[a-z]+)? ?(?:million |billion |thousand |hundred )?")


# who stand beside a company and do something of their own; its customers and dealers buy and sell for it
_BESIDE = frozenset({"competitor", "neighbor", "neighbour", "peer", "rival", "subcontractor", "supplier"})


_THE_PUBLIC = frozenset({"consumer", "customer", "household", "passenger", "patient", "saver", "shopper", "student", "taxpayer", "tourist", "traveler", "traveller", "viewer", "visitor"})
_OF_THEIR_OWN = frozenset({"investment", "cost", "debt", "funding", "loss", "profit", "fine"})
# what everybody has for himself
_RESULTS = frozenset({"profit", "loss", "operating_profit", "margin", "eps", "dividend", "debt", "employees", "jobs", "sites"})


def _of_others(m: _Measure) -> _Answer:
    """What is of those beside a company, who have no name: "its rivals' sales", "sales at its suppliers", "its competitors sold"."""
    if m.noun is not None:
        head = m.sentence.head(m.noun.start, m.noun.end)
        for child in head.children:
            if child.dep_ == "poss" and is_unnamed_other(m.sentence, child):
                return Nobody.NOBODY
            after = child.dep_ == "prep" and child.lower_ in ("of", "at", "among") and child.idx <= m.noun.end + 1
            if after and any(one.dep_ == "pobj" and is_unnamed_other(m.sentence, one) for one in child.children):
                return Nobody.NOBODY
    subject = next(subjects_up(m.anchor, 4), None)
    if subject is not None and lemma(subject.lower_) in _THE_PUBLIC and m.predicate in _OF_THEIR_OWN and m.sentence.entity_at(subject) is None:
        return Nobody.NOBODY  # "customers spent $3m at Acme"
    if subject is None or not is_unnamed_other(m.sentence, subject):
        return None
    return Nobody.NOBODY if lemma(subject.lower_) in _BESIDE or m.predicate in _RESULTS else None


# "UK average prices rose to 117p": those of all who sell
_OF_ALL_SELLERS = re.compile(r"\b(?:UK|U\.S\.|US|[Nn]ational|[Nn]ationwide|(?!The |Its |Their |Our |An )[A-Z][a-z]+) average (?:[a-z]+ )?prices?$|\b[Tt]he (?:national|industry|market) (?:[a-z]+ )?prices?$")
# "the wholesale prices of its pumps": its own
_OF_ITS = re.compile(r" (?:of|for) (?:its|their|our|[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,2}'s) ")
_OF_WHAT = re.compile(r" (?:of|for) (?:an?|the|its)\b")


def _of_no_seller(m: _Measure) -> _Answer:
    if m.noun is None or m.predicate != "price":
        return None
    if _OF_ALL_SELLERS.search(m.sentence.between(m.sentence.start, m.noun.end)) and not _OF_WHAT.match(m.sentence.between(m.noun.end, m.sentence.end)):
        return Nobody.NOBODY
    if not _MARKET_PRICE.search(m.sentence.between(m.sentence.start, m.noun.end)) or _OF_ITS.match(m.sentence.between(m.noun.end, m.sentence.end)):
        return None
    return _price_setter(m.sentence, m.sentence.head(m.noun.start, m.noun.end)) or Nobody.NOBODY


_SETS_PRICES = forms_of("raise", "increase", "cut", "lift", "put", "hike", "lower", "reduce", "slash", "freeze", "drop", "push", "trim", "double")
_CHARGED = frozenset({"customers", "consumers", "households", "subscribers", "drivers", "passengers", "shoppers"})


def _price_setter(sentence: Sentence, head: Token) -> EntityMention | None:
    """The seller that sets a price itself: "Acme raised gas prices by 3 percent", "Acme customers will see gas prices rise"."""
    for verb in (head.head, head.head.head, head.head.head.head):
        subject = next((child for child in verb.children if child.dep_ == "nsubj" and child.i < head.i and child.i != head.i), None)
        if subject is not None and (subject.lower_ in _CHARGED or head.dep_ == "dobj" and head.head.i == verb.i and verb.lower_ in _SETS_PRICES):
            found = denoted(sentence, subject)
            return found if found is not None and found.referent.type == "organization" else None
    return None


_WHOLE_GROUP = re.compile(r"\b(?:[Gg]roup|[Cc]ompany-?wide|[Cc]onsolidated) (?:[a-z-]+ )?$")


def _of_group(m: _Measure) -> _Answer:
    """ "Group revenue", in a sentence on a part of the group too."""
    if m.noun is None:
        return None
    words = m.sentence.between(m.sentence.start, m.noun.end)
    if not _WHOLE_GROUP.search(m.sentence.between(m.sentence.start, m.noun.start)) and not words[m.noun.start - m.sentence.start :].casefold().startswith("group "):
        return None
    if _CONSOLIDATED.search(words) and any(
        one.referent.type == "organization" and one.end < m.noun.start and m.sentence.token(one.end - 1).dep_ == "nsubj" for one in m.sentence.entities
    ):
        return None  # "Globex reported consolidated net profit", in an article about another
    previous = m.previous
    if _CONSOLIDATED.search(words) and previous is not None and previous.sentence.paragraph == m.sentence.paragraph and previous.subject.referent.type == "organization":
        return previous.subject  # of many companies whose results are told one by one
    return m.sentence.reading.first_mention(main_of(m.sentence.reading))


_CONSOLIDATED = re.compile(r"\b[Cc]onsolidated\b")


# who holds stakes and is no company
_NO_FIRMS = frozenset({"government", "state", "treasury", "ministry", "centre", "family", "founders", "promoter", "promoters", "management", "employees"})


_SHAREHOLDERS = frozenset({"shareholder", "stockholder", "investor", "stakeholder", "owner", "backer"})


def _holder(m: _Measure) -> _Answer:
    """The person who holds a stake: "his 8 percent holding", "Jane Roe, who founded the firm and still owns 7 percent"."""
    if m.predicate != "stake":
        return None
    if m.noun is not None:
        owner = next((child for child in m.sentence.head(m.noun.start, m.noun.end).children if child.dep_ == "poss" and child.lower_ in _NO_FIRMS), None)
        if owner is not None:
            return phrase(m.sentence, owner)  # "the government's stake in Acme"
    for subject in subjects_up(m.anchor, 4):
        named_there = (one for one in map(m.sentence.entity_at, subject.children) if one is not None and one.start > subject.idx)
        if subject.lower_ in _SHAREHOLDERS and (shareholder := next(named_there, None)) is not None:
            return shareholder  # "Acme's largest shareholder, Globex, holds 12 percent"
    for one in reversed(m.sentence.entities):
        if one.end == m.mention.start - 1 and one.referent.type == "person" and one.text.casefold() in ("his", "her"):
            return one
    for subject in subjects_up(m.anchor, 4):
        owner = subject.head.head if subject.lower_ == "who" else subject.head.head if subject.lower_ == "which" and subject.head.dep_ == "relcl" else subject
        named_owner = m.sentence.entity_at(owner)
        if owner.lower_ in _NO_FIRMS and owner.i < m.anchor.i and (named_owner is None or named_owner.referent.type == "place"):
            return phrase(m.sentence, owner)  # "the German government, which holds 12 percent"
        named_so = (m.sentence.entity_at(one) for one in (owner, *(child for child in owner.children if child.dep_ == "appos")))
        found = next((one for one in named_so if one is not None), None)
        if found is not None or subject.lower_ != "who":
            return found if found is not None and found.referent.type == "person" else None
    return None


# "Acme, a rival with 31 shops", "Acme, an Oslo trading house which has 40 staff"
_APPOSED = re.compile(
    r", (?:an?|the|its|another|one of|[A-Z][\w.]+'s) (?:[\w&'.-]+ ){1,8}?(?:with|of|that (?:has|runs|owns|operates)|which (?:has|runs|owns|operates)"
    r"|[^;:.]{0,60}?, which (?:has|had|employs|owns|runs|operates) (?:an? )?(?:[\w-]+ ){0,3}?(?:of|at)"
    r"|owning|running|operating|employing|worth|valued at) (?:about |some |around |nearly |almost |over |more than |roughly |just |only |a )*"
)
_CHAIN_NEXT = re.compile(r" (?:chain|group|retailer|supermarket|network|franchise|business)\b")
_COUNTED_OF_APPOSED = frozenset({"sites", "employees", "users", "valuation", "capacity", "revenue", "sales", "market_share", "debt"})


def _apposed(m: _Measure) -> _Answer:
    """The company that an apposition says the figure of: "It bought Acme, a rival with 31 shops"."""
    if m.predicate not in _COUNTED_OF_APPOSED or m.before is not None:
        return None
    for one in m.sentence.entities:
        if 0 <= one.start - m.mention.end <= 1 and one.referent.type == "organization" and _CHAIN_NEXT.match(m.sentence.between(one.end, m.sentence.end)):
            return one  # "the 27-store Acme chain"
    for one in reversed(m.sentence.entities):
        if one.end <= m.mention.start and one.referent.type == "organization" and m.mention.start - one.end < 130:
            return one if _APPOSED.fullmatch(m.sentence.between(one.end, m.mention.start)) else None
    return None


def _part_of_measure(m: _Measure) -> _Answer:
    return part_at(m.sentence, m.mention) if m.mention.quantity.unit_type == "percent" and m.predicate != "share_price" else None


def _place_of_measure(m: _Measure) -> _Answer:
    """ "Sales rose 12 percent at Acme"; where nothing says what is measured, "2.3 million sold by Acme"."""
    if m.predicate != "share_price":
        beside = m.before is not None and (m.predicate == "market_share" or _COMPARED.search(m.sentence.between(m.before.mention.end, m.mention.start)) is not None)
        found = seller_at(m.sentence, m.mention, beside)
        if found is not None:
            return found
    return agent_of(m.sentence, m.mention) if m.bare and m.predicate not in FROM_OTHERS else None


_COMPARED = re.compile(r"\b(?:compared|against|versus|vs)\b")


def _priced_thing(m: _Measure) -> _Answer:
    """ "The beverage is priced at $8": where the goods have no name, they are not those of whoever was named last."""
    if m.predicate != "price" or m.cue is None or not _IS_PRICED.match(m.cue.text):
        return None
    subject = subject_of(m.sentence.token(m.cue.start))
    if subject is None or subject.pos_ != "NOUN" or m.sentence.entity_at(subject) is not None or not _THE.fullmatch(m.sentence.between(m.sentence.start, subject.idx)):
        return None
    reading = m.sentence.reading
    main, lead = main_of(reading), reading.sentences[min(_LEAD, len(reading.sentences)) - 1].end
    if lemma(subject.lower_) in terms("entity_descriptions") or any(one.referent is main and one.start < lead for one in reading.entities):
        return None  # "Acme launched the Zeta. The phone is priced at $300"
    return phrase(m.sentence, subject)


_LEAD = 3  # sentences in which an article about a company names it
_IS_PRICED = re.compile(r"(?:is |are |was |were )?priced\b")
_THE = re.compile(r"(?:The|This|That|Each) (?:[a-z][\w-]* )?")


def _tagged(m: _Measure) -> _Answer:
    """ "the $300 Zeta": the product that the price stands before."""
    if m.predicate != "price" or m.cue is None or m.cue.verb or m.cue.start != m.mention.end + 1:
        return None
    found = next((one for one in m.sentence.entities if m.cue.start <= one.start < m.cue.end and is_actor(one)), None)
    return found or (named(m.cue.text, m.cue.start, m.cue.end, "product") if m.cue.text[0].isupper() else None)


def _doer(m: _Measure) -> _Answer:
    if m.verb is None:
        return None
    if m.sentence.token(m.verb.start).tag_ == "VBN" and (by := _BY.match(m.sentence.between(m.verb.end, m.sentence.end))):
        # "the total raised by Acme to $58 million"
        agent = next((one for one in m.sentence.entities if one.start == m.verb.end + by.end() and one.end <= m.mention.start), None)
        if agent is not None and is_actor(agent):
            return agent
    return right_before(m.sentence, m.verb)


_BY = re.compile(r" by (?:the )?(?:[a-z-]+ ){0,2}")


_INTO = re.compile(r" (?:into|in) (?:the )?(?:(?!from |by |of |led )[a-z-]+ ){0,2}")


def _backed(m: _Measure) -> _Answer:
    """ "Backers including Globex put $3m into Acme": money of others is raised by whom it goes into."""
    if m.predicate != "funding" or not (into := _INTO.match(m.sentence.between(m.mention.end, m.sentence.end))):
        return None
    return next((one for one in m.sentence.entities if one.start == m.mention.end + into.end() and one.referent.type == "organization"), None)


def _fined(m: _Measure) -> _Answer:
    if m.predicate != "fine":
        return None
    found = fined_party(m.sentence, m.mention, m.cue)
    return found if isinstance(found, EntityMention) else _sufferer(m) or found


def _payer(m: _Measure) -> _Answer:
    """Who pays what is paid by law."""
    return payer(m.sentence, m.mention) if m.predicate == "fine" else None


def _sufferer(m: _Measure) -> _Answer:
    """ "fined Acme $3 million"."""
    if m.verb is None or m.predicate not in ("fine", "valuation") and not (m.predicate == "cost" and m.verb.text.casefold().startswith("cost")):
        return None
    if m.predicate == "fine" and _PAY.search(m.verb.text):
        return None  # "paid Acme $3m": who gets it
    start, end = m.verb.end, m.mention.start
    if m.predicate == "cost":
        # "would cost it $3m", "cost Acme $3m"
        if _OTHERS_PAY.match(m.sentence.between(start, end)):
            return Nobody.NOBODY
        return next((one for one in m.sentence.entities if one.start == start + 1 and is_actor(one) and m.sentence.between(one.end, end).strip() in _SOME), None)
    found = next((one for one in m.sentence.entities if is_actor(one) and start <= one.start and one.end <= end), None)
    if (found is None or found.via == "coreference") and m.predicate == "valuation" and m.previous is not None and m.previous.predicate == "funding" and _THE_FIRM.search(m.sentence.between(start, end)):
        return m.previous.subject  # "Globex also took part, valuing the Oslo-based food delivery firm at"
    implied = found is None and m.predicate == "valuation" and m.verb.text.startswith("implying")
    if implied or found is not None and found.via == "coreference" and m.predicate == "valuation":
        return bought_in(m.sentence) or _dealt(m.sentence, start - len(m.verb.text)) or found  # "agreed to buy Acme for 230p a share, valuing it at $3m"
    return found


_PAY = re.compile(r"\bpa(?:y|ys|id|ying)\b")
# "would cost taxpayers $3bn"
_OTHERS_PAY = re.compile(r" (?:the |its |their )?(?:[a-z]+ )?(?:taxpayers?|consumers?|investors?|shareholders?|households?|economy|country|government|state|treasury|industry|public|insurers?|businesses|employers?|farmers|savers|motorists|workers|families|drivers|people)\b")
_SOME = frozenset({"", "about", "around", "some", "nearly", "almost", "over", "more than", "at least", "up to", "an estimated", "roughly", "as much as"})
_THE_FIRM = re.compile(r"\b(?:the|its) (?:[\w-]+ ){0,4}(?:firm|company|start-?up|group|business|platform|maker|retailer|bank|lender|venture|app|unicorn)\b")
# "the deal, which valued", "a transaction that would value"
_DEAL_VALUES = re.compile(r"\b(?:deal|transaction|offer|bid|acquisition|takeover|purchase|sale|agreement|merger|tie-up)(?:, which| which| that|,)?(?: (?:also|now|would|will|could|has))* $")


def _dealt(sentence: Sentence, verb: int) -> EntityMention | None:
    """The company that a deal told of before is for, where the deal is what values "the company"."""
    if not _DEAL_VALUES.search(sentence.between(sentence.start, verb)):
        return None
    before = reversed(sentence.reading.sentences[max(0, sentence.index - 3) : sentence.index])
    return next((found for one in before if (found := bought_in(one)) is not None), None)


def _beside(m: _Measure) -> _Answer:
    """What is charged for, and who holds: "the $23 that Acme charges for its Widget", "its largest shareholder, Acme, with 22 percent"."""
    if m.predicate == "price" and m.verb is not None and _CHARGED_FOR.search(m.verb.text):
        return next((one for one in m.sentence.entities if is_actor(one) and _ITS.fullmatch(m.sentence.between(m.verb.end, one.start))), None)
    if m.predicate == "stake" and m.cue is None and _HOLDER.search(m.sentence.between(m.sentence.start, m.mention.start)):
        return next((one for one in m.sentence.entities if _WITH.fullmatch(m.sentence.between(one.end, m.mention.start))), None)
    return None


_CHARGED_FOR = re.compile(r"\bcharge[sd]? for$")
_ITS = re.compile(r" (?:(?:its|the|an?|their) )?")
_WITH = re.compile(r",? with (?:an? )?(?:(?:about|around|nearly|some|just|over|more than) )*")
_HOLDER = re.compile(r"\b(?:shareholder|investor|owner|backer|stakeholder)s?\b")


def _own(m: _Measure) -> _Answer:
    """ "compared to Acme's 14 percent"."""
    return (own_figure(m.sentence, m.mention) or told_of(m.sentence, m.mention)) if m.before is not None else None


def _sharer(m: _Measure) -> _Answer:
    """ "ahead of Acme (12.9 percent)", "Local brands held 12.9 percent of the market"."""
    if m.predicate != "market_share":
        return None
    held = _SHARE_FOR.match(m.sentence.between(m.mention.end, m.sentence.end))
    if held is not None:
        start = m.mention.end + held.end("to")
        told = next((one for one in m.sentence.entities if one.start == start and is_actor(one)), None)
        return told or named(held["whom"], start, start + len(held["whom"]), "organization")
    having = next((one for one in m.sentence.entities if is_actor(one) and _WITH.fullmatch(m.sentence.between(one.end, m.mention.start))), None)
    if having is not None and not MEASURED_AGAINST.search(m.sentence.between(m.sentence.start, having.start)):
        return having  # "figures show Acme with a 9 percent share, ahead of Globex"
    if m.sentence.between(m.mention.start - 2, m.mention.start) == " (":
        for one in m.sentence.entities:
            if one.end == m.mention.start - 2 and is_actor(one):
                return one
    nearest = _nearest_organization(m.sentence, m.mention.start)
    if m.bare and (nearest is None or BOUNDARY.search(m.sentence.between(nearest.end, m.mention.start))):
        return group_subject(m.sentence, m.sentence.head(m.mention.start, m.mention.end))
    return None


# "a 9 percent share for Acme"
_SHARE_FOR = re.compile(r" (?:market |value |volume )?share (?:for|going to|held by|taken by|of the [a-z ]{2,30} for)(?P<to> (?:the )?)(?P<whom>[A-Z][\w&-]*(?: [A-Z][\w&-]*)*)")


def _of_goods(m: _Measure) -> _Answer:
    """What is forecast by one who sells nothing himself."""
    if m.noun is not None and m.predicate in ("sales", "revenue") and _OF_HOLDINGS.match(m.sentence.between(m.noun.end, m.sentence.end)):
        return Nobody.NOBODY  # what they bring in is no revenue
    counted = m.predicate in ("sales", "units_sold") and m.mention.quantity.unit_type != "currency"
    if m.noun is not None and (counted and _is_forecaster(m.sentence, m.noun) or m.predicate == "sales" and _is_put_at(m.sentence, m.noun)):
        return phrase(m.sentence, m.sentence.head(m.noun.start, m.noun.end))
    return None


_OF_HOLDINGS = re.compile(r" of (?:(?:its|the|their|some|other|non-core|surplus|minority|company) )*(?:stakes?|shares|assets|businesses|bonds|holdings|subsidiaries|units)\b")
_MOVES = re.compile(
    r"(?:, (?:an?|the|its|one of|which) [^,;]{3,70},)?(?:'s?)?(?: shares?| stock)?(?: \([^)]{2,30}\))?"
    r" (?:[a-z]+(?:ed|ew|ose|ell|ank|lid|ung)|(?:soar|ris|fall|climb|jump|slid|dropp|grow|gain|los|plung|surg|tumbl|declin|advanc|slipp|dipp|leap|shedd|eas|edg|firm|retreat|slump|sink|add|shrink)ing|lost|saw|had|took|won|up|down|off|put on)\b"
)


# "has 30 percent of the market while Globex controls 20 percent"
_HAS = re.compile(r"(?: (?:now|also|currently|already|still|only|just))? (?:accounts? for|captured|has|have|had|holds?|held|controls?|controlled|owns?|owned|commands?|commanded|claims?|takes?|took|runs?|employs?|with|at|on)(?: (?:about|around|nearly|almost|some|just|only|over|more than|roughly|a|an))* ")
# "outstripping Globex, which tripled"
_WHICH = re.compile(r", which (?:has |have |had |more than |almost |nearly )*")
_PUTS = re.compile(r" (?:puts?|estimates?|estimated|values?|valued|reckons|pegs|calculates|calculated)\b[^,;]*$")


def _is_put_at(sentence: Sentence, cue: Cue) -> bool:
    """True for what a researcher reckons of a market: "Acme Research puts Dutch sales of shoes at $3 million"."""
    for one in sentence.entities:
        if one.end <= cue.start and is_reporter(sentence, one) and _PUTS.match(sentence.between(one.end, cue.start)):
            return not any(one.end < other.start < cue.start and other.referent.type == "organization" for other in sentence.entities)
    return False


_OF_WHOLE_MARKET = re.compile(r"\b(?:broader|wider|overall|whole|benchmark|main|local) (?:stock )?(?:market|index|gauge|benchmark)(?:['’]s|,? which)?(?: [a-z]+){0,3} $")


def _continued(m: _Measure) -> _Answer:
    """ "Acme's shares rose 3 percent while Globex's slipped 1 percent"; else the subject of the series."""
    if m.cue is not None or m.before is None or m.predicate not in ("eps", m.before.predicate):
        return None
    own = [
        one for one in m.sentence.entities
        if m.before.mention.end <= one.start and one.end <= m.mention.start and is_actor(one)
        and (
            _MOVES.match(gap := m.sentence.between(one.end, m.mention.start)) or m.mention.direction and _WHICH.fullmatch(gap)
            or m.predicate in ("market_share", "stake", "sites", "employees", "users") and _HAS.fullmatch(gap)
        )
        and not is_named_as_source(m.sentence.text, one.start - m.sentence.start, one.end - m.sentence.start)
    ]  # fmt: skip
    if m.predicate == "share_price" and _OF_WHOLE_MARKET.search(m.sentence.between(m.before.mention.end, m.mention.start)):
        return Nobody.NOBODY  # "outperforming the broader market's 2 percent gain"
    if not own and m.before.role == "change" and (gapped := gapped_seller(m.sentence, m.before.mention, m.mention)) is not None:
        own = [gapped]
    if own and is_reporter(m.sentence, own[-1]):
        return Nobody.NOBODY  # "… even as the index gained 2 percent"
    if m.predicate == "market_share" and (seller := ranked_seller(m.sentence, m.mention)) is not None and seller.start >= m.before.mention.end:
        return seller  # "held 19 percent of the market, with Globex at 15 percent"
    return own[-1] if own else sellers_between(m.sentence, m.before.mention.end, m.mention.start) or m.before.subject


_OF_WORLD = re.compile(r"(?<!['’]s )\b[Ww]orld (?:[a-z-]+ ){0,2}$")


def _of_market(m: _Measure) -> _Answer:
    """ "Worldwide PC shipments rose"."""
    if m.noun is None:
        return None
    of_world = m.predicate in ("sales", "units_sold", "production") and _OF_WORLD.search(m.sentence.between(m.sentence.start, m.noun.start))
    if of_world or m.predicate in ("sales", "units_sold") and is_of_all(m.sentence, m.noun):
        return phrase(m.sentence, m.sentence.head(m.noun.start, m.noun.end))
    return _of_a_class(m)


def _counted_again(m: _Measure) -> _Answer:
    """ "The council expects 155,000 registrations": of what it has counted before, not of the goods told last."""
    if m.predicate != "units_sold" or m.cue is not None or m.before is not None or m.mention.noun is None:
        return None
    noun = m.mention.noun.split()[-1].casefold()
    if noun not in _DEALINGS or any(is_actor(one) and not is_reporter(m.sentence, one) and one.end <= m.mention.start for one in m.sentence.entities):
        return None
    for before in reversed(m.sentence.reading.sentences[max(0, m.sentence.index - _COUNTED_BACK) : m.sentence.index]):
        for cue in noun_cues(before):
            if cue.predicate == "units_sold" and cue.text.casefold().endswith(noun) and not before.in_title:
                return goods_of(before, cue)
    return None


_DEALINGS = frozenset({"registrations", "deliveries", "shipments"})
_COUNTED_BACK = 4  # sentences


def _class_acts(m: _Measure) -> _Answer:
    """ "The country's airlines lost $3m"."""
    return class_acting(m.sentence, m.predicate, m.noun, m.anchor)


def _shown(m: _Measure) -> _Answer:
    """ "Figures from the federation showed exports falling"."""
    if m.noun is None or m.predicate not in ("sales", "units_sold", "production"):
        return None
    return goods_of(m.sentence, m.noun) if shown_by_others(m.sentence, m.noun) else None


def _owed(m: _Measure) -> _Answer:
    """ "Its creditors include Acme, which is owed $3m": it is the article's company that owes."""
    if m.predicate != "debt" or m.verb is None or not _IS_OWED.search(m.sentence.between(m.sentence.start, m.verb.end)):
        return None
    main = main_of(m.sentence.reading)
    creditor = right_before(m.sentence, m.verb)
    if main is None or creditor is None or creditor.referent is main:
        return Nobody.NOBODY
    return m.sentence.reading.first_mention(main)


_IS_OWED = re.compile(r"\b(?:is|are|was|were|being|been) (?:still |also )?owed$")


def _by_grammar(m: _Measure) -> _Answer:
    found = _grammatical(m.sentence, m.anchor, passive=m.predicate in ("fine", "valuation"), holds=m.predicate == "stake")
    if found is not None:
        return found
    if (country := _country(m.sentence, m.anchor)) is not None:
        if m.predicate in ("sales", "units_sold") and m.noun is not None and _is_spot(m.sentence, country) and main_of(m.sentence.reading) is not None:
            return None  # "Norway was an exception, with sales up 3 percent": where the company sold
        if m.predicate in _TOLD_OF_COUNTRIES and country.text == country.referent.name and m.anchor.dep_ not in ("nsubj", "nsubjpass"):
            return country
        if m.predicate in _OF_COUNTRIES:
            return Nobody.NOBODY
    if m.verb is not None and _is_earned_by_person(m.sentence, m.anchor):
        return Nobody.NOBODY
    return None


def _is_spot(sentence: Sentence, country: EntityMention) -> bool:
    """True for a country of which only is told how things went there."""
    return sentence.token(country.end - 1).head.lower_ in ("is", "was", "remained", "remains", "proved", "stayed", "became")


def _of_a_class(m: _Measure) -> _Answer:
    """ "lenders facing losses of $3m": of none that the article names."""
    if m.noun is None:
        return None
    head = m.sentence.head(m.noun.start, m.noun.end)
    verb = head.head
    who = verb.head
    told = head.dep_ == "dobj" and verb.tag_ == "VBG" and verb.dep_ == "acl" and who.tag_ == "NNS" and who.i < verb.i
    return Nobody.NOBODY if told and m.sentence.entity_at(who) is None else None


def _sellers_of(m: _Measure) -> _Answer:
    """ "Local dealers sold 40 cars", "The average price of a sedan", "the shipments of local brands"."""
    if m.verb is not None and m.verb.predicate == "units_sold" and (found := group_subject(m.sentence, m.anchor)) is not None:
        return found
    if m.cue is not None and m.predicate == "price":
        return priced(m.sentence, m.cue) or (Nobody.NOBODY if _is_told_of_others(m) else None) or focus(m.sentence, m.before, m.previous) or Nobody.NOBODY
    if m.cue is not None and m.predicate in OF_TRADE:
        nearest = _nearest_organization(m.sentence, m.mention.start)
        if nearest is None or nearest.start > m.cue.start:
            return sellers(m.sentence, m.cue, m.anchor)
    return None


def _nearest(m: _Measure) -> _Answer:
    nearest = _nearest_organization(m.sentence, m.mention.start)
    return nearest if nearest is not None and not (m.before is not None and m.before.mention.start > nearest.start) else None


_RATED = re.compile(r"\b(?:(?:target (?:share |stock )?price|(?:share |stock )?price (?:target|objective|goal))s?\b(?P<of> (?:on|for) (?:shares (?:of|in) )?(?:the )?)?|with a target|target of)")


def _rated(m: _Measure) -> _Answer:
    """Of a price that an analyst sets: the company it is set for, else, for "the stock", the one that the article is about."""
    if m.predicate != "share_price" or m.before is not None or (rated := _RATED.search(m.sentence.text)) is None:
        return None
    at = m.sentence.start + rated.end()
    named_so = next((one for one in m.sentence.entities if one.start == at and one.referent.type == "organization"), None) if rated["of"] else None
    if named_so is not None and not (named_so.via == "coreference" and named_so.text.split()[-1].casefold() in ("company", "firm", "group")):
        return named_so  # "the company" is never the bank that speaks of it
    return m.sentence.reading.first_mention(main_of(m.sentence.reading))


_OF_THE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir) (?:company's |group's )?$")


def _shares_spoken_of(m: _Measure) -> _Answer:
    """Of "the shares", those of the company that the text goes on with: not of one that the sentence names only after them."""
    if m.predicate != "share_price" or m.noun is None or m.before is not None or not _OF_THE.search(m.sentence.between(m.sentence.start, m.noun.start)):
        return None
    if any(one.referent.type == "organization" and one.start < m.mention.start for one in m.sentence.entities):
        return None
    previous = m.previous
    return previous.subject if previous is not None and m.sentence.index - previous.sentence.index <= 2 and not is_reporter(m.sentence, previous.subject) else None


def _spoken_of(m: _Measure) -> _Answer:
    """The one the text speaks of; of goods that no seller is named for, the goods: "New car registrations fell"."""
    if m.before is None and _is_told_of_others(m):
        return goods_of(m.sentence, m.noun) if m.noun is not None and m.predicate in ("units_sold", "sales", "production") else Nobody.NOBODY
    found = focus(m.sentence, m.before, m.previous)
    goods = m.predicate in ("units_sold", "sales", "production", "capacity")
    if goods and found is not None and found.referent.type == "group" and m.noun is not None and _of_other_goods(m, found):
        return goods_of(m.sentence, m.noun)
    if found is None and m.predicate in ("jobs", "sites") and m.sentence.reading.main_introduced > m.sentence.end:
        return _named_next(m.sentence)
    if found is not None or not goods:
        return found
    if (group := group_subject(m.sentence, m.anchor)) is not None:
        return group
    if m.cue is not None and (counted := COUNTED_GOODS.fullmatch(m.cue.text)):
        return named(counted[1], m.cue.start + counted.start(1), m.cue.start + counted.end(1))
    if m.noun is not None and m.sentence.head(m.noun.start, m.noun.end).dep_ != "pobj":
        return goods_of(m.sentence, m.noun)
    return None


_OF_MANY = re.compile(r"\b(?:econom|employers|companies|industry|sector|firms|businesses|nationwide|unemploy|jobless|retailers|across the (?:country|state|region))\w*", re.IGNORECASE)


def _named_next(sentence: Sentence) -> EntityMention | None:
    """The main company where it is named only after the lead: "About 40 jobs are to go at a bakery in Hull. Acme Foods said …"."""
    reading = sentence.reading
    main = main_of(reading)
    if main is None or sentence.in_title or _OF_MANY.search(sentence.text) or any(is_actor(one) for one in sentence.entities):
        return None
    first = next((one for one in reading.sentences if not one.in_title), None)
    if first is not sentence:
        return None
    near = (one for after in reading.sentences[sentence.index + 1 : sentence.index + 3] for one in after.entities)
    return next((one for one in near if one.referent is main), None)


# what a body tells of trades and markets
_OF_TRADES = frozenset({"price", "units_sold", "sales", "production", "capacity", "volume", "loss", "profit", "users", "orders"})


def _is_told_of_others(m: _Measure) -> bool:
    """True for what one who only reports on others says in a sentence that leaves out the company: "Van sales fell, the council said"."""
    if m.predicate not in _OF_TRADES:
        return False
    actors = [one for one in m.sentence.entities if is_actor(one)]
    return bool(actors) and all(is_reporter(m.sentence, one) for one in actors) and any(says(m.sentence, one) for one in actors)


_OF_GOODS = re.compile(r" of [a-z]")


def _of_other_goods(m: _Measure, group: EntityMention) -> bool:
    """True for "Output of lorries hit 35,000" after "Norway's car sales rose": not what was told of before."""
    assert m.noun is not None
    head = m.sentence.head(m.noun.start, m.noun.end)
    own = any(child.dep_ in ("compound", "conj") or child.dep_ == "amod" and child.pos_ == "NOUN" for child in head.lefts)
    if m.before is not None:
        return own and m.noun.start > m.before.mention.end and lemma(head.lower_) in group.text.casefold()  # "truck sales fell, while car sales rose"
    return group.start < m.sentence.start and own or group.start < m.sentence.start and _OF_GOODS.match(m.sentence.between(m.noun.end, m.sentence.end)) is not None


def _grammatical(sentence: Sentence, anchor: Token, passive: bool = False, holds: bool = False) -> EntityMention | None:
    """The nearest subject up the tree from a word that is an organisation, or is owned by one.

    The subject of a passive is what is sold or spent, not who does it: it counts only where `passive` says so. One who
    only reports on others counts where he `holds` what is measured.
    """
    current, made = anchor, False
    for _ in range(10):
        for child in current.children:
            if child.lower_ in ("which", "that", "who") and child.dep_ == "nsubj" and current.dep_ == "relcl":
                # "Acme, which saw sales rise"
                found = denoted(sentence, current.head)
                if found is not None and (not is_reporter(sentence, found) or holds and current.lower_ in _HOLDS):
                    return found
            if child.i != anchor.i and child.i < current.i and (child.dep_ == "nsubj" or (passive or made or current.lower_ in _LADEN) and child.dep_ == "nsubjpass"):
                found = denoted(sentence, child)
                if found is not None and not says_aside(sentence, found) and not is_reporter(sentence, found):
                    return found
        if (made_to := made_to_do(current)) is not None and (found := sentence.entity_at(made_to)) is not None and is_actor(found):
            return found
        if current.head.i == current.i:
            return None
        made = current.dep_ == "xcomp" and current.head.lower_ in _IS_MADE_TO  # "Acme was forced to cut 300 jobs"
        current = current.head
    return None


# "Acme was hit with a bill of $3m": who has it then
_LADEN = frozenset({"burdened", "hit", "landed", "loaded", "presented", "saddled", "slapped"})
_IS_MADE_TO = frozenset("allowed asked believed due estimated expected forced forecast told obliged ordered required said scheduled set supposed thought understood urged".split())
# what one who only reports on others still does himself: "a manager at Acme, which owns 2 percent of Globex"
_HOLDS = frozenset({"owns", "own", "holds", "hold", "held", "owned", "has", "had", "manages", "managed", "oversees"})


# the object of a deal, which has no figure of its own here
_DEALT_WITH = re.compile(r"\b(?:takeover|acquisition|purchase|sale|disposal|demerger|owners?|parent|rivals?|suppliers?|customers?|lenders?|creditors?) of (?:the |its )?(?:[\w'-]+ ){0,4}$")


def _nearest_organization(sentence: Sentence, position: int) -> EntityMention | None:
    start = sentence.start
    for match in BOUNDARY.finditer(sentence.between(sentence.start, position)):
        start = sentence.start + match.end()
    candidates = [
        one for one in sentence.entities
        if one.referent.type == "organization" and one.end <= position and not is_source(sentence, one)
        and not sentence.is_apart(one.start, position) and not _DEALT_WITH.search(sentence.between(sentence.start, one.start))
    ]  # fmt: skip
    inside = [one for one in candidates if one.start >= start]
    return next(iter(inside or candidates), None)


# what countries have too, and no company of the article when a country is the subject
_OF_COUNTRIES = frozenset({"production", "capacity", "investment", "debt", "orders", "volume", "cost", "jobs"})


# what countries and cities are told of by name: exports and visitors
_TOLD_OF_COUNTRIES = frozenset({"sales", "units_sold", "users"})


def _country(sentence: Sentence, anchor: Token) -> EntityMention | None:
    """The country or city that is the subject up the tree: "Norland plans to raise its output"."""
    named_so = (sentence.entity_at(subject) for subject in subjects_up(anchor, 8))
    found = next((one for one in named_so if one is not None), None)
    return found if found is not None and found.referent.type == "place" and found.via != "coreference" else None


def _is_earned_by_person(sentence: Sentence, verb: Token) -> bool:
    """True for what a person earns, loses or spends: no measure of a company."""
    for child in verb.children:
        if child.dep_ == "nsubj":
            found = sentence.entity_at(child)
            return (
                found is not None
                and found.referent.type == "person"
                or lemma(child.lower_) in terms("entity_person_titles")
            )
    return False


_FORECASTERS = frozenset({"council", "association", "agency", "institute", "bureau", "ministry", "government", "federation", "body",
                          "analyst", "economist", "researcher", "consultancy", "forecaster", "lobby"})  # fmt: skip


def _is_forecaster(sentence: Sentence, cue: Cue) -> bool:
    """True if what is forecast is forecast by one that sells nothing itself: "the council expects sales of …"."""
    subject = next(subjects_up(sentence.token(cue.start), 6), None)
    return subject is not None and lemma(subject.lower_) in _FORECASTERS and owner_of(sentence, cue) is None


def _with_doer(m: _Measure) -> _Answer:
    """ "…, with Globex reporting a 5 percent gain": whoever it is told of beside the subject of the sentence."""
    if "with" not in m.sentence.words:
        return None
    for token in (m.anchor, *m.anchor.ancestors):
        if token.tag_ == "VBG" and token.dep_ == "pcomp" and token.head.lower_ == "with":
            doer = next((child for child in token.children if child.dep_ == "nsubj"), None)
            found = m.sentence.entity_at(doer) if doer is not None else None
            return found if found is not None and found.referent.type == "organization" else None
        if token.pos_ in ("VERB", "AUX"):
            return None
    return None


_RULES: list[Callable[[_Measure], _Answer]] = [
    _payer, _fined, _backed, _owed, _each_share, _priced_thing, _tagged, _holder, _owned_count, _of_others, _of_country, _with_doer, _part_of_measure, _noun_owner, _of_no_seller, _of_group, _apposed, _place_of_measure, _beside, _sufferer, _doer, _own, _sharer, _of_goods, _continued, _of_market, _rated, _shown, _counted_again, _class_acts, _by_grammar,
    _sellers_of, _nearest, _shares_spoken_of, _spoken_of,
]  # fmt: skip
