"""The terms of a deal: planned or done, its price in the same sentence or a later one, when it happened or is due to close."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from extractor.attribution import attributed
from extractor.claims.draft import Draft
from extractor.claims.slots import event_period
from extractor.context import clause, negated, stance
from extractor.lexicon import forms_of, rows, verb_forms
from extractor.mentions.types import EntityMention, PeriodMention, QuantityMention
from extractor.reading import Sentence
from extractor.record import Outlook, Period
from extractor.tokens import Token

_SOLD = ("acquires", "divests", "merges")
_PLAN = re.compile(
    r"\b(?:agree[sd]?|agreement|plans?|planned|planning|will|would|to (?:buy|acquire|sell|merge|take|spin|dispose)|talks|negotiations|considering|considered|(?:approval|green light|go-ahead|nod) (?:to|of|for)|explore[sd]?"
    r"|close to|nearing|poised|mulling|weighing|exploring|proposed|proposal|potential|possible|prospective|pending|offer(?:s|ed)?|bid|intends?|expects?|seeking|set to|due to (?:be|close|complete)|aims?|approached|up for sale|interest(?:ed)? in|term sheet|letter of intent|voted? (?:for|in favou?r|on|to)|in charge of|process of|advising|working\b[^,;.]{0,40}? on|contender|front-?runner)\b",
    re.IGNORECASE,
)  # fmt: skip
# what is told of a deal that is yet to be done: "its takeover by Globex appears to be on track"
_PENDING = re.compile(r"^[\w']+ [^.;]{0,40}?\b(?:on track|on course|in (?:doubt|jeopardy|limbo|the balance)|at risk|under (?:threat|review|scrutiny)|subject to|yet to|set to|go(?:es|ing)? ahead)\b")
_DONE = re.compile(r"\b(?:completed|completes|closed|finali[sz]ed|last (?:year|month|week|quarter)'s)\b", re.IGNORECASE)
_UNDER_WAY = re.compile(r"\b(?:is|are|was|were|'s|'re) (?:being |now |also |currently )*$")
_PRICE = re.compile(
    r"(?:\bfor(?: an? (?:\w+ )?(?:consideration|value|price|sum|valuation) of)?|\bworth|\bvalued at|\bvalu(?:ing|es) [^,.]{0,40}? at|\bat a price of|\bat|\bin an?|\bin a deal of|\bpaying|\bcost(?:ing)?|\b(?:raised|raising|fetched|netted|brought in|yielded|generated|realised|realized)|,|\()\s?"
    r"(?:about |around |some |up to |nearly |almost |approximately |roughly |more than |over |just |only |a total of |as much as )*$",
    re.IGNORECASE,
)  # fmt: skip
_PAID_FOR = re.compile(r"[\w-]+(?: (?:back|out|up|over|off|in [\w ]+))?,? (?:for|at|in an?) (?:(?:an? (?:\w+ )?(?:consideration|value|price|sum) of|about|around|some|up to|nearly|almost|approximately|roughly|more than|over|just|only|a reported|an estimated|an undisclosed|a total of) )*")
# "debt, which rose with the takeover of Globex, stood at $8bn"
_LEVEL = re.compile(r"\b(?:stood|stands|standing|closed|ended|finished|traded|trading|came in|remained|peaked|unchanged) (?:[\w-]+ ){0,2}$")
_LATER_PRICE = re.compile(
    r"^(?:The |This )(?:[\w-]+ )?(?:acquisition|deal|transaction|takeover|purchase|sale|merger)\b[^.]{0,40}?\b(?:valued at|worth|for|values)\b"
    r"|^The (?:total |final |purchase |acquisition |sale |selling )*(?:price|consideration)\b", re.IGNORECASE
)
# "it expects to close the $2.6 billion deal soon"
_THE = re.compile(r"\b(?:[Tt]he|[Tt]his|[Ii]ts|[Tt]heir)(?: [\w-]+)? $")
_DEAL_OF = re.compile(r"(?: all-(?:cash|stock|share)| cash| stock)? (?:deal|acquisition|takeover|merger|transaction|purchase|buyout)\b")
_OF_PRICE = re.compile(r"[ -](?:mega-)?(?:(?!(?:after|before|from|to|for|on|in|following|since|by|with|as|through)\b)[\w-]+ ){0,3}(?:bid|offer|approach|takeover|acquisition|buyout|buy-out|deal|purchase|sale|investment|merger|contract|award)\b")
_LATER_CLOSE = re.compile(
    r"\b(?:acquisition|deal|transaction|takeover|purchase|sale|merger|it)\b[^.]{0,90}?\b(?:(?:expected|likely|due|set|scheduled|slated) to|will|should) (?:close|complete|conclude|be (?:completed|closed|concluded|finali[sz]ed|sealed|wrapped up))",
    re.IGNORECASE,
)
_A_SHARE = re.compile(r"(?: (?:in|of) (?:cash|stock|cash and stock|shares))?[ -](?:(?:a|per|each|for each|for every)[ -]|apiece\b)(?:[\w-]+ ){0,2}?(?:share|ADS|ADR|unit)?")


def settle(
    sentence: Sentence, predicate: str, rule: str, subject: EntityMention, object: EntityMention, start: int, end: int, cue: int, open: bool = False
) -> Draft:
    """The claim of a deal told at `start..end`, its verb or noun at `cue`; `open` says that it is no more than a bid."""
    outlook = _outlook(sentence, predicate, start, cue, end, open)
    period = _own_time(sentence, object) or _when(sentence, cue, end)
    of_old = outlook is None and period is not None and _is_past(sentence, period)  # "its biggest deal since it bought Initech in 2012": what is paid now is for another
    price = _price(sentence, predicate, start, end, cue) or (None if of_old else _paid_later(sentence, predicate, subject))
    if predicate in _SOLD and outlook == "plan":
        period = _closing(sentence, None if period is None or not _is_past(sentence, period) else sentence.index + 1) or period
    source, stated = attributed(sentence, start, subject, object)
    no_longer = sentence.between(max(sentence.start, cue - 10), cue) == "no longer "
    denied = no_longer or negated(sentence, cue) and not (open and _governor(sentence.token(cue)).lower_ in _RAISES)  # "will not raise its bid"
    return Draft(
        kind="deal", predicate=predicate, subject=subject, object=object, rule=rule, start=start, end=end, quantity=price.quantity if price else None,
        period=period if predicate != "partners" or outlook is None else None, outlook=outlook, negated=denied, said=source, stated=stated, confidence=0.75,
    )  # fmt: skip


def _outlook(sentence: Sentence, predicate: str, start: int, cue: int, end: int, open: bool) -> Outlook | None:
    if open:
        return "plan"
    token = sentence.token(cue)
    if any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in token.children):
        return "plan"  # "if Acme buys Globex"
    if token.pos_ == "NOUN" and any(child.lower_ in _PROPOSED for child in token.children) or _VERGE.search(sentence.between(max(sentence.start, cue - 40), cue)):
        return "plan"
    if _is_done(token) or token.pos_ == "NOUN" and token.dep_ == "nsubj" and predicate not in _SOLD:
        return None  # what a joint venture will do, it will do
    if token.pos_ == "NOUN" and _FOLLOWS.search(sentence.between(sentence.start, cue)) and not _YET.search(sentence.between(token.idx, sentence.end)):
        return None  # "will cut 300 jobs following its purchase of Globex"
    if token.pos_ == "NOUN" and (above := _governor(token).lower_) in _PRESUPPOSING | _APPROVING:
        return None if above in _PRESUPPOSING else "plan"
    if token.tag_ == "VB" and (any(child.lower_ == "must" for child in token.children) or token.dep_ == "xcomp" and _is_bound(token.head)):
        return "plan"  # "must sell its stake"
    if token.tag_ == "VB" and token.dep_ == "xcomp" and token.head.lower_ == "forced" and any(child.lower_ in ("was", "were") for child in token.head.children):
        return None
    if stance(sentence, cue) is not None or any(child.lower_ == "being" for child in token.children):
        return "plan"
    if token.tag_ == "VBG" and predicate != "partners" and _UNDER_WAY.search(sentence.between(sentence.start, cue)):
        return "plan"
    if token.tag_ == "VB" and token.head.lower_ in ("was", "were", "is", "are") and token.dep_ == "xcomp":
        return "plan"  # "revealed that it was to sell"
    if token.tag_ == "VB" and _IN_TALKS.search(sentence.between(sentence.start, cue)):
        return "plan"
    if predicate == "invests" and token.tag_ == "VB" and _AGREED_TO.search(sentence.between(max(sentence.start, cue - 60), cue)):
        return "plan"  # "has signed a deal to buy a stake in"
    if predicate == "acquires" and token.dep_ == "dobj" and token.head.lower_ in _LAUNCHING:
        return "plan"  # "has launched a takeover of"
    if predicate == "contracts" and token.pos_ == "NOUN" and _governor(token).lower_ in _MULLING:
        return "plan"  # "is weighing an order for 50 jets"
    if predicate not in _SOLD:
        return None
    if token.pos_ == "NOUN" and token.dep_ in ("nsubj", "nsubjpass") and _PENDING.search(sentence.between(token.head.idx, sentence.end)):
        return "plan"
    first, last = clause(sentence, cue)
    around = sentence.between(max(first, start - 70), min(max(end, cue), last))
    return "plan" if _PLAN.search(around) and not _DONE.search(around) else None


def _is_bound(verb: Token) -> bool:
    """ "has to sell", "is required to sell"; who had to, may have done it."""
    return verb.lower_ in ("has", "have", "needs") or verb.lower_ in _BOUND and any(child.lower_ in ("is", "are", "be", "being") for child in verb.children)


_BOUND = frozenset({"obliged", "required", "forced", "ordered"})
# verbs that only take up a deal that is done: "will book the sale of", "may write down its purchase of"
_PRESUPPOSING = forms_of(*"account book digest integrate recognise recognize restate review unwind write".split())


# what is only allowed is not done: "regulators cleared the purchase of"
_APPROVING = forms_of(*"approve clear authorise authorize bless endorse okay wave recommend".split())


_AGREED_TO = re.compile(r"\b(?:agreement|deal|intention|option|pact|plans?|proposal|right|term sheet)\b[^,;.]* to $")
_RAISES = forms_of("improve", "increase", "lift", "raise", "sweeten")
_LAUNCHING = forms_of(*"launch lodge mount table".split())
_MULLING = forms_of(*"consider discuss evaluate eye mull near negotiate ponder prepare study weigh".split())


def _governor(noun: Token) -> Token:
    """The verb that a noun is the object of, by itself or through prepositions and the nouns before them."""
    above = noun
    while above.dep_ in ("pobj", "prep", "dobj", "nsubjpass") and (above.head.i < above.i or above.dep_ == "nsubjpass"):
        above = above.head
    return above


_PROPOSED = frozenset("planned possible potential pending proposed prospective mooted".split())
_VERGE = re.compile(r"\b(?:close to|near to|nearing|about to|on the (?:verge|brink) of|poised to)\b[^,;.]*$")
_IN_TALKS = re.compile(r"\b(?:talks|negotiations|discussions|negotiating)\b[^.;]*$")
_PAID_TO = frozenset({"paid", "spent", "shelled", "forked", "splashed", "borrowed"})
_FOLLOWS = re.compile(r"\b(?:following|since) (?:the|its|their|last \w+'s|\w+'s) (?:recent |successful |\$?\S+(?:bn|m) |[\d.]+ \w+ )?$")
_YET = re.compile(r"\b(?:expected|due|set|subject|if|once|would|will|complete)\b")


def _is_done(verb: Token) -> bool:
    """True for a verb in the past or perfect: "bought", "has bought", "was bought"."""
    helps = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if verb.tag_ == "VBD":
        return True
    if verb.tag_ == "VB" and verb.dep_ in ("xcomp", "advcl") and verb.head.lower_ in _PAID_TO and verb.head.tag_ in ("VBD", "VBN"):
        return _is_done(verb.head)  # "what it paid to buy Globex"
    return verb.tag_ == "VBN" and bool(helps & {"has", "have", "had", "was", "were"}) and not helps & {"will", "would", "to", "be", "being", "could", "may", "might"}


_TIME_NEXT = re.compile(r" (?:(?:back |early |late )?(?:in|on) )?(?:early |late )?")


def _own_time(sentence: Sentence, object: EntityMention) -> Period | None:
    """The time right behind what is bought: "bought Globex in 2010 and Initech in 2012"."""
    if object.via == "coreference" or not sentence.start <= object.start < sentence.end:
        return None
    near = (one for one in sentence.periods if one.period.start is not None and not one.comparison and 0 < one.start - object.end < 12)
    return next((one.period for one in near if _TIME_NEXT.fullmatch(sentence.between(object.end, one.start))), None)


def _when(sentence: Sentence, cue: int, end: int) -> Period | None:
    """When the deal was or will be: the time that hangs on its verb, else the one near it."""
    token = sentence.token(cue)
    for one in sentence.periods:
        if one.comparison or one.period.start is None or sentence.between(one.start - 6, one.start) == "since ":
            continue
        above = sentence.head(one.start, one.end)
        done = next((verb for verb in (above, *islice(above.ancestors, 2)) if verb.lower_ in _COMPLETED), None)
        if done is not None and done.dep_ in ("acl", "relcl") and any(noun.i == token.i for noun in islice(done.ancestors, 3)):
            return one.period  # "its merger with Globex, completed in 2017"
        if sentence.is_apart(one.start, cue):
            continue
        for _ in range(3):
            if above.pos_ in ("VERB", "AUX"):
                break  # the time of another verb, joined to this one
            if above.head.i == token.i and abs(one.start - cue) < 140:
                return one.period
            above = above.head
    period = event_period(sentence, end)[0]
    if period is not None and token.head.lower_ in _AFTER and token.dep_ in ("pcomp", "pobj") and any(one.period is period and one.end <= token.head.idx for one in sentence.periods):
        return None  # "opens 30 shops in May after selling a stake to Globex"
    if period is not None and any(one.period is period and _of_another_trade(sentence, one, token) for one in sentence.periods):
        return None  # "a sale of Globex, which it bought in 2016"
    if token.dep_ == "conj" and any(one.period is period and token.head.idx < one.start < cue for one in sentence.periods):
        return None  # "started Globex in 1983 and sold it to Acme"
    return period


_COMPLETED = frozenset({"completed", "closed", "finalised", "finalized", "sealed"})
_AFTER = frozenset({"after", "following", "since", "before"})


def _of_another_trade(sentence: Sentence, one: PeriodMention, cue: Token) -> bool:
    """True for the time of another deal in a clause of its own."""
    verb = _verb_of(sentence.head(one.start, one.end))
    return verb.lower_ in _trading() and verb.i > cue.i and verb.dep_ == "relcl" and verb.i != _verb_of(cue).i


def _price(sentence: Sentence, predicate: str, start: int, end: int, cue: int) -> QuantityMention | None:
    """The amount after the deal, before it ("its $2bn purchase of"), or in a later sentence that speaks of "the deal"."""
    priced = [one for one in sentence.quantities if _is_price(sentence, one) and not _of_another_deal(sentence, one, cue)]
    for one in priced:
        # "was bought for £53m in 2011 by Globex"
        behind_cue = sentence.between(cue, one.start) if cue < one.start < cue + 60 else ""
        if start <= one.start < end and (predicate in ("contracts", "invests") or _is_paid(sentence, one) or predicate in _SOLD and _PAID_FOR.fullmatch(behind_cue)):
            return one
    for one in priced:
        before = sentence.between(max(end, one.start - 60), one.start) if one.start >= end else ""
        if one.start >= end and _PAID.match(sentence.between(cue, one.start)) or _PRICE.search(before) and not _LEVEL.search(before) or _OFFERED.fullmatch(before) and sentence.token(cue).lower_.rstrip("s") in _BIDS:
            return one
    for one in priced:
        if start - 60 < one.start < end and _OF_PRICE.match(sentence.between(one.end, sentence.end)):
            return one
    if predicate not in _SOLD:
        return None
    for later in sentence.reading.sentences[sentence.index + 1 :]:
        for one in later.quantities:
            if _is_price(later, one) and (
                _LATER_PRICE.match(later.text)
                or later.index - sentence.index < 3 and _DEAL_OF.match(later.between(one.end, later.end)) and _THE.search(later.between(later.start, one.start))
            ):
                return one
    return None


# "Acme will pay | $3m", in the sentence after the one that tells of the deal
_PAYS = re.compile(r"\b(?:pay|pays|paid|paying) (?:(?:about|around|some|up to|nearly|almost|just|more than|over|a total of|[A-Z][\w&.-]+) )*$")


def _paid_later(sentence: Sentence, predicate: str, subject: EntityMention) -> QuantityMention | None:
    """What the buyer is said to pay in the sentence right after."""
    later = sentence.reading.sentences[sentence.index + 1] if sentence.index + 1 < len(sentence.reading.sentences) else None
    if predicate not in ("acquires", "invests") or later is None or later.lacks(_PAYING):
        return None
    for one in later.quantities:
        pays = _PAYS.search(later.between(later.start, one.start)) if _is_price(later, one) else None
        if pays is not None and not _FOR_ANOTHER.match(later.between(one.end, later.end)):
            verb = later.token(later.start + pays.start())
            payer = next((found for child in verb.children if child.dep_ == "nsubj" and (found := later.entity_at(child)) is not None), None)
            return one if payer is not None and (payer.referent is subject.referent or subject.referent.name.startswith(payer.referent.name + " ")) else None
    return None


_PAYING = forms_of("pay")
_FOR_ANOTHER = re.compile(r" (?:for (?!the (?:company|firm|business|stake|shares)\b|it\b)|to (?:settle|its|shareholders)|in (?:tax|dividends|interest|fines))")


@cache
def _trading() -> frozenset[str]:
    """The verbs of buying and selling in all forms."""
    return frozenset().union(*(verb_forms(words.partition(" ")[0]) for words, predicate, *rest in rows("deal_verbs") if predicate in ("acquires", "divests") and len(rest) < 3))


def _verb_of(token: Token) -> Token:
    """A verb, or the first one up the tree from a noun."""
    while token.pos_ != "VERB" and token.head.i != token.i:
        token = token.head
    return token


def _of_another_deal(sentence: Sentence, one: QuantityMention, cue: int) -> bool:
    """True for the price of another deal than the one told at `cue`: "its alliance with Globex, which bought Hooli for $2bn"."""
    if sentence.is_apart(cue, one.start) or _of_another_bid(sentence, one, cue):
        return True
    verb = _verb_of(sentence.head(one.start, one.end))
    told = _verb_of(sentence.token(cue))
    if verb.lower_ == "paying" and verb.dep_ == "advcl" and verb.head.i == told.i:
        return False  # "won the battle for Globex, paying $3m"
    return verb.lower_ in _trading() and verb.i != told.i


def _of_another_bid(sentence: Sentence, one: QuantityMention, cue: int) -> bool:
    """True for what another bid than the one at `cue` offers: "made a $30bn offer, beating a bid from Globex"."""
    named = _OF_PRICE.match(sentence.between(one.end, sentence.end))
    if named is None or one.end <= cue < one.end + named.end():
        return False
    other, told = named.group().rpartition(" ")[2].rpartition("-")[2], sentence.token(cue)
    if other in _BIDS and told.lower_.rstrip("s") in _BIDS:
        return True
    # "accepted a $3bn buyout from Acme, rejecting an offer from Globex"
    return told.pos_ == "NOUN" and other not in ("deal", "bid", "offer", "approach") and told.lower_ != other and told.lower_.rstrip("s") in _BIDS


_BIDS = ("bid", "offer", "approach")
# "raised its bid for Globex to $3bn"
_OFFERED = re.compile(r" (?:to|of) (?:(?:about|around|some|up to|nearly|almost|just|more than|over|a total of) )*")
_PAID = re.compile(r"\b(?:pay|pays|paid|paying|offer|offers|offered|offering|bid|bids|bidding|spend|spends|spent|spending)\b[^,;]{0,40}$")


def _is_paid(sentence: Sentence, one: QuantityMention) -> bool:
    return bool(_PAID.search(sentence.between(max(sentence.start, one.start - 60), one.start))) or bool(
        _OF_PRICE.match(sentence.between(one.end, sentence.end))
    )


def _is_price(sentence: Sentence, mention: QuantityMention) -> bool:
    """True for an amount of money that a company can cost: not what is paid for one share."""
    return mention.quantity.unit_type == "currency" and not _A_SHARE.match(sentence.between(mention.end, sentence.end))


def _is_past(sentence: Sentence, period: Period) -> bool:
    """True for a time well before the article: "agreed in May to buy" tells of another deal than that of the day."""
    dating = sentence.reading.dating
    return dating is not None and period.end is not None and (dating.start - period.end).days > 20


def _closing(sentence: Sentence, last: int | None) -> Period | None:
    """When the deal is due to close, in this sentence or the first one later that says so, up to the sentence of an index."""
    for later in sentence.reading.sentences[sentence.index : None if last is None else last + 1]:
        close = _LATER_CLOSE.search(later.text)
        if close is not None:
            return event_period(later, later.start + close.end())[0]
    return None
