"""Who a measure is of: the owner of its noun, the subject of its verb, else the one the series speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.claims.cues import COUNTED_GOODS, Cue, noun_cues
from extractor.claims.draft import named
from extractor.lexicon import terms
from extractor.mentions.counted import lemma
from extractor.mentions.sources import is_named_as_source
from extractor.mentions.types import EntityMention, QuantityMention, Referent
from extractor.reading import Reading, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.claims.measures import Measurement

_POSSESSED = re.compile(r"^(?:'s?|’s?)\s+(?:[\w&/.%-]+,?\s+){0,6}$")
# "Acme, which saw its sales rise"
_WHICH_SAW = re.compile(r",? (?:which|who)(?: has| have| had)? (?:saw|seen|had|reported|posted|recorded|enjoyed|suffered) (?:its |a |an )?(?:[\w-]+ ){0,2}")
_PRONOUN_POSSESSED = re.compile(r"^\s+(?:[\w&/.-]+\s+){0,5}$")
_COMPOUND = re.compile(
    r"^(?:\s|-[a-z]+\s)(?:(?!in\b|of\b|on\b|to\b|and\b|for\b|at\b|by\b|with\b|has\b|had\b|is\b|was\b|said\b|saw\b)[\w&/-]+\s+){0,4}$"
)
BOUNDARY = re.compile(r";|\s-{1,2}\s|\b(?:while|whereas|although|though|but)\b")


def find_subject(
    sentence: Sentence,
    mention: QuantityMention,
    cue: Cue | None,
    predicate: str,
    before: Measurement | None,
    previous: Measurement | None,
) -> EntityMention | None:
    """Who the measure is of: owner of the cue, subject of its verb, else the one the series speaks of."""
    if predicate == "share_price" and cue is None:
        # "$61 in cash for each Acme share"
        match = re.match(r"[^,;.]{0,30}\b(?:each|every|a|per) ", sentence.between(mention.end, sentence.end))
        for one in sentence.entities:
            if match and one.start == mention.end + match.end() and re.match(r"'?s? (?:ordinary )?share", sentence.between(one.end, sentence.end)):
                return one
    if predicate == "share_price" and cue is None and before is None and (target := _bid_for(sentence)) is not None:
        return target
    if cue is not None and not cue.verb:
        owner = _owner(sentence, cue)
        if owner is not None:
            return owner
    if cue is not None and not cue.verb and (topic := _topic(sentence, cue)) is not None:
        return topic
    if predicate != "share_price" and (place := _at(sentence, mention, predicate == "market_share" and before is not None)) is not None:
        return place
    elif cue is None and before is None:
        agent = _agent(sentence, mention)
        if agent is not None:
            return agent
    if cue is not None and cue.verb:
        doer = _right_before(sentence, cue)
        if doer is not None:
            return doer
    if cue is not None and cue.verb and predicate in ("fine", "valuation"):
        suffered = [
            one for one in sentence.entities if _is_actor(one) and cue.end <= one.start and one.end <= mention.start
        ]
        if suffered:
            return suffered[0]
    if before is not None and (owned := _own_figure(sentence, mention)) is not None:
        return owned
    if predicate == "market_share" and sentence.between(mention.start - 2, mention.start) == " (":
        # "ahead of Acme (12.9 percent)"
        bracketed = [one for one in sentence.entities if one.end == mention.start - 2 and _is_actor(one)]
        if bracketed:
            return bracketed[0]
    if predicate == "market_share" and cue is None and before is None:
        sharer = _group_subject(sentence, sentence.head(mention.start, mention.end))
        if sharer is not None and _nearest_organization(sentence, mention.start) is None:
            return sharer
    if predicate in ("sales", "units_sold") and mention.quantity.unit_type != "currency" and cue is not None and not cue.verb and _is_forecaster(sentence, cue):
        return _phrase(sentence, sentence.head(cue.start, cue.end))
    if cue is None and before is not None and predicate in ("eps", before.predicate):
        # "Acme's shares rose 3 percent while Globex's slipped 1 percent"
        own = [one for one in sentence.entities if before.mention.end <= one.start and one.end <= mention.start and _is_actor(one)
               and re.match(r"(?:'s?)?(?: shares?| stock)?(?: \([^)]{2,30}\))? (?:[a-z]+(?:ed|ew|ose|ell|ank|lid|ung)|lost|saw|had|took|won|up|down|off|put on)\b", sentence.between(one.end, mention.start))]  # fmt: skip
        return own[-1] if own else _sellers_between(sentence, before.mention.end, mention.start) or before.subject
    if predicate in ("sales", "units_sold") and cue is not None and not cue.verb and _is_of_all(sentence, cue):
        return _phrase(sentence, sentence.head(cue.start, cue.end))
    anchor = sentence.token(cue.start if cue is not None else mention.start)
    if cue is None and before is None:
        anchor = sentence.head(mention.start, mention.end)
    found = _grammatical(sentence, anchor, passive=predicate in ("fine", "valuation"))
    if found is not None:
        return found
    if predicate in _OF_COUNTRIES and _is_of_country(sentence, anchor):
        return None
    if cue is not None and cue.verb and _is_earned_by_person(sentence, anchor):
        return None
    if cue is not None and cue.verb and cue.predicate == "units_sold":
        sellers = _group_subject(sentence, anchor)
        if sellers is not None:
            return sellers
    if cue is not None and predicate == "price":
        return _priced(sentence, cue) or _focus(sentence, before, previous)
    nearest = _nearest_organization(sentence, mention.start)
    if cue is not None and predicate in _OF_SELLERS and (nearest is None or nearest.start > cue.start):
        sellers = _sellers(sentence, cue, anchor)
        if sellers is not None:
            return sellers
    if nearest is not None and not (before is not None and before.mention.start > nearest.start):
        return nearest
    if predicate in ("units_sold", "sales", "production", "capacity"):
        focus = _focus(sentence, before, previous) or _group_subject(sentence, anchor)
        if focus is None and cue is not None and (counted := COUNTED_GOODS.fullmatch(cue.text)):
            return named(counted[1], cue.start + counted.start(1), cue.start + counted.end(1))
        if focus is None and cue is not None and not cue.verb and sentence.head(cue.start, cue.end).dep_ != "pobj":
            # no seller is named: the figure is of the market, "new car registrations"
            return _phrase(sentence, sentence.head(cue.start, cue.end))
        return focus
    return _focus(sentence, before, previous)


_ADVERBS = re.compile(r"\s(?:(?:\w+ly|also|has|had|have|then|now|still|already|only|itself|will|would|is|was|been) )*")


def _right_before(sentence: Sentence, verb: Cue) -> EntityMention | None:
    """The organisation that stands right before a verb, or before its "which", whatever the parser makes of the clause around the two."""
    for one in reversed(sentence.entities):
        if one.end <= verb.start:
            between = sentence.between(one.end, verb.start)
            if one.referent.type != "organization":
                return None
            if _RELATIVE.fullmatch(between):
                return one
            follows = re.search(r"\b(?:of|in|by|from|with|to|than) (?:the )?$", sentence.between(sentence.start, one.start))
            return one if _ADVERBS.fullmatch(between) and not follows else None
    return None


_RELATIVE = re.compile(r"(?: \([\w.: ]+\))?, (?:which|who)" + _ADVERBS.pattern)


_FORECASTERS = frozenset({"council", "association", "agency", "institute", "bureau", "ministry", "government", "federation", "body",
                          "analyst", "economist", "researcher", "consultancy", "forecaster", "lobby"})  # fmt: skip


def _is_forecaster(sentence: Sentence, cue: Cue) -> bool:
    """True if what is forecast is forecast by one that sells nothing itself: "the council expects sales of …"."""
    subject = next(_subjects_up(sentence.token(cue.start), 6), None)
    return subject is not None and lemma(subject.lower_) in _FORECASTERS and _owner(sentence, cue) is None


_OF_ALL = re.compile(r"\b(?:[Oo]verall|[Ww]orldwide|[Gg]lobal) (?:[\w-]+ ){1,3}$")


def _is_of_all(sentence: Sentence, cue: Cue) -> bool:
    """True for "worldwide PC shipments" where researchers tell of a market."""
    start = max(sentence.start, cue.start - 45)
    return bool(sentence.reading.reporters) and _OF_ALL.search(sentence.between(start, cue.start)) is not None


def _is_actor(mention: EntityMention) -> bool:
    return mention.referent.type in ("organization", "group", "product")


# what countries have too, and no company of the article when a country is the subject
_OF_COUNTRIES = frozenset({"production", "capacity", "investment", "debt", "orders", "volume", "cost", "jobs"})


def _is_of_country(sentence: Sentence, anchor: Token) -> bool:
    """True where the subject up the tree is a country or city: "Norland plans to raise its output"."""
    named_so = (sentence.entity_at(subject) for subject in _subjects_up(anchor, 8))
    found = next((one for one in named_so if one is not None), None)
    return found is not None and found.referent.type == "place" and found.via != "coreference"


def _subjects_up(token: Token, reach: int) -> Iterator[Token]:
    """The subjects of a word's clause and of those that it hangs on, up to `reach` words up the tree."""
    for _ in range(reach):
        yield from (child for child in token.children if child.dep_ == "nsubj")
        if token.head.i == token.i:
            return
        token = token.head


_TRADES = frozenset({"industry", "market", "sector", "segment"})


def _owner(sentence: Sentence, cue: Cue) -> EntityMention | None:
    """ "Acme's net profit", "its sales", "Acme shares", "shares in Acme"."""
    trade = next((child for child in sentence.head(cue.start, cue.end).children if child.dep_ == "poss" and lemma(child.lower_) in _TRADES), None)
    if trade is not None:
        return _phrase(sentence, trade)
    for one in reversed(sentence.entities):
        if not _is_actor(one):
            continue
        if one.end <= cue.start:
            gap = sentence.between(one.end, cue.start)
            if (
                _POSSESSED.match(gap)
                or _WHICH_SAW.fullmatch(gap)
                or one.text.casefold() in ("its", "their", "our")
                and _PRONOUN_POSSESSED.match(gap)
            ):
                return one
            if (
                one.referent.type != "product"
                and _COMPOUND.match(gap)
                and not verb_between(sentence, one.end, cue.start)
            ):
                return one
        elif cue.predicate != "stake" and re.fullmatch(
            r"\s(?:in|of|at|by|from" + ("|for" if cue.predicate == "units_sold" else "") + r")\s(?:the\s|[A-Z][a-z]+'s\s)?(?:[\w-]+ ){0,3}",
            sentence.between(cue.end, one.start),
        ) and (one.referent.type == "organization" or one.referent.type == "product" and cue.predicate in ("sales", "units_sold")) and (
            cue.predicate != "sales" or " of " not in sentence.between(cue.end, one.start)
        ):
            return one
    return None


_PART = r"(?:segment|division|unit|business|arm|operation|subsidiary|brand|chain)"
_OPENING = re.compile(
    rf"(?P<plain>At|In|Within) (?P<part>(?:its|the|their|our|[A-Z][\w&.-]*'s) (?:[\w-]+ ){{0,4}}?{_PART}, )?(?:the |its )?"
)


def _topic(sentence: Sentence, cue: Cue) -> EntityMention | None:
    """What a sentence opens with as its topic: "At Acme, sales rose", "In the largest segment, Acme Media, sales rose"."""
    for one in sentence.entities:
        if one.start >= cue.start:
            return None
        opening = _OPENING.fullmatch(sentence.between(sentence.start, one.start))
        if one.referent.type == "organization" and opening:
            bare = opening["plain"] == "In" and not opening["part"]
            rest = sentence.between(one.end, cue.start)
            return one if re.match(rf" {_PART}," if bare else rf"(?: {_PART})?,", rest) and len(rest) < 60 else None
    return None


_FOR_SELLER = re.compile(r" for (?:(?:the|its|their|[a-z][\w-]*|[A-Z][\w.]*-based) ){0,4}(?=[A-Z])")


def _at(sentence: Sentence, mention: QuantityMention, compared: bool) -> EntityMention | None:
    """ "Sales rose 12 percent at Acme and 5 percent at Globex"; with `compared` "against 54 percent for its neighbour Acme" too."""
    after = sentence.between(mention.end, sentence.end)
    match = re.match(r" at (?:the )?", after) or (_FOR_SELLER.match(after) if compared else None)
    if match is None:
        return None
    return next((one for one in sentence.entities if one.start == mention.end + match.end() and one.referent.type == "organization"), None)


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


def verb_between(sentence: Sentence, start: int, end: int) -> bool:
    doc = sentence.reading.doc
    return any(
        t.pos_ in ("VERB", "AUX") and t.tag_ not in ("VBN", "VBG")
        for t in doc[sentence.token(start).i + 1 : sentence.token(end).i]
    )


_TO_BUY = re.compile(
    r"\b(?:buy|buys|bought|buying|acquir\w+|acquisition of|takeover of|purchase of|(?:bid|offer) (?:for|to buy)) (?:the |its )?(?:(?:U\.S\. |[A-Z][a-z]+-(?:based|listed) |[A-Z][a-z]+ |[a-z][\w-]* )){0,5}$"
)
_BIDDING = re.compile(r"\b(?:bid|bids|offer\w*|pay|paying|paid|deal|premium|acquisition|takeover|receive)\b")


def _bid_for(sentence: Sentence) -> EntityMention | None:
    """The company that a bid is for, as the sentence or one not long before it says: the price offered a share is that of its shares."""
    if not _BIDDING.search(sentence.text):
        return None
    for other in reversed(sentence.reading.sentences[max(0, sentence.index - 4) : sentence.index + 1]):
        for one in other.entities:
            if one.referent.type == "organization" and one.via != "coreference" and _TO_BUY.search(other.between(other.start, one.start)):
                return one
    return None


def _own_figure(sentence: Sentence, mention: QuantityMention) -> EntityMention | None:
    """ "compared to Acme's 14 percent"."""
    return next((one for one in sentence.entities if _is_actor(one) and re.fullmatch(r"(?:'s?|’s?) (?:about |around |some )?", sentence.between(one.end, mention.start))), None)


def _agent(sentence: Sentence, mention: QuantityMention) -> EntityMention | None:
    """ "2.3 million units sold by Acme in China"."""
    match = re.match(r"[^,;]{0,80}?\bby\s+(?:the\s+)?", sentence.between(mention.end, sentence.end))
    if match is None:
        return None
    position = mention.end + match.end()
    for one in sentence.entities:
        if _is_actor(one) and abs(one.start - position) <= 4:
            return one
    return None


def _grammatical(sentence: Sentence, anchor: Token, passive: bool = False) -> EntityMention | None:
    """The nearest subject up the tree from a word that is an organisation, or is owned by one.

    The subject of a passive is what is sold or spent, not who does it: it counts only where `passive` says so.
    """
    current = anchor
    for _ in range(10):
        for child in current.children:
            if child.lower_ in ("which", "that", "who") and child.dep_ == "nsubj" and current.dep_ == "relcl":
                # "Acme, which saw sales rise"
                found = _denoted(sentence, current.head)
                if found is not None and not _is_reporter(sentence, found):
                    return found
            if child.i != anchor.i and (child.dep_ == "nsubj" or passive and child.dep_ == "nsubjpass"):
                found = _denoted(sentence, child)
                if found is not None and not _says_aside(sentence, found) and not _is_reporter(sentence, found):
                    return found
        if current.head.i == current.i:
            return None
        current = current.head
    return None


def _denoted(sentence: Sentence, token: Token) -> EntityMention | None:
    """The organisation that a noun phrase denotes, or that owns it ("Acme's finance unit")."""
    found = sentence.entity_at(token)
    if found is not None and _is_actor(found):
        return found
    for child in token.children:
        # "its biggest rival, Acme, sold …"
        if child.dep_ == "appos" and (named_so := sentence.entity_at(child)) is not None and named_so.referent.type == "organization":
            return named_so
    for child in token.children:
        if child.dep_ in ("poss", "compound"):
            found = sentence.entity_at(child)
            if found is not None and found.referent.type == "organization":
                return found
    return None


def _nearest_organization(sentence: Sentence, position: int) -> EntityMention | None:
    start = sentence.start
    for match in BOUNDARY.finditer(sentence.between(sentence.start, position)):
        start = sentence.start + match.end()
    candidates = [
        one for one in sentence.entities
        if one.referent.type == "organization" and one.end <= position and not _is_source(sentence, one)
    ]  # fmt: skip
    inside = [one for one in candidates if one.start >= start]
    return next(iter(inside or candidates), None)


def _focus(sentence: Sentence, before: Measurement | None, previous: Measurement | None) -> EntityMention | None:
    """The one the text is speaking of: of the series, else the article's main organisation."""
    if before is not None:
        return before.subject
    if (label := sentence.reading.label(sentence.start)) is not None:
        return label
    after = [
        one for one in sentence.entities
        if one.referent.type == "organization" and not _is_source(sentence, one)
        and not re.search(r"\b(?:from|with|to|against|than|by|at|told|tells) (?:the |rival )?(?:[A-Z]\w+ )?(?:[A-Z]\w+'s )?$", sentence.between(sentence.start, one.start))
    ]  # fmt: skip
    if after and not (sentence.in_title and ";" in sentence.text):
        return after[0]
    main = main_of(sentence.reading)
    if main is not None and not _is_introduced(sentence):
        main = None
    if previous is not None and (
        main is None
        or previous.subject.referent is main
        or previous.subject.referent.type == "group"
        or previous.sentence.paragraph == sentence.paragraph
    ):
        return previous.subject
    if main is not None:
        return next((one for one in sentence.reading.entities if one.referent is main), None)
    return None


def _is_introduced(sentence: Sentence) -> bool:
    """True if the body has spoken of the main organisation up to here: a lead about a whole market has not."""
    reading = sentence.reading
    return sentence.in_title or reading.main_introduced < sentence.end


def main_of(reading: Reading) -> Referent | None:
    """The article's main organisation, unless it is merely the source of what the article reports."""
    main = reading.main
    if main is None or reading.main_in_title:
        return main
    titles = sum(sentence.in_title for sentence in reading.sentences[:20])
    for sentence in reading.sentences[titles : titles + 2]:
        for mention in sentence.entities:
            if mention.referent is main and not _is_source(sentence, mention):
                return main
    return None


def _says_aside(sentence: Sentence, mention: EntityMention) -> bool:
    """True for the source that an aside names: "sales rose, Globex said this week, giving Acme 9 percent"."""
    return bool(
        re.search(r", (?:[a-z][\w-]* ){0,4}$", sentence.between(sentence.start, mention.start))
        and re.match(r" (?:said|says|reported|estimated)\b[^,.]{0,30},", sentence.between(mention.end, sentence.end))
    )


def _is_source(sentence: Sentence, mention: EntityMention) -> bool:
    """True for one that is named here as the source of what is said, or is nothing else in the article."""
    return _is_reporter(sentence, mention) or is_named_as_source(
        sentence.text, mention.start - sentence.start, mention.end - sentence.start
    )


def _is_reporter(sentence: Sentence, mention: EntityMention) -> bool:
    return mention.referent.order in sentence.reading.reporters


def _group_subject(sentence: Sentence, anchor: Token) -> EntityMention | None:
    """A definite class as subject where no organisation is: "local car dealers sold …"."""
    for subject in _subjects_up(anchor, 6):
        if subject.lower_ in ("company", "firm", "group", "it", "they", "we") or lemma(subject.lower_) in terms("entity_person_titles"):
            return None
        if (subject.tag_ == "NNS" or subject.lower_ in _TRADES) and not any(cue.start <= subject.idx < cue.end for cue in noun_cues(sentence)):
            return _phrase(sentence, subject)
    return None


def holder_of(sentence: Sentence, mention: QuantityMention) -> EntityMention | None:
    """Who owns a share where it is no company: the subject of the verb, as words of its own."""
    subjects = _subjects_up(sentence.head(mention.start, mention.end), 6)
    holder = next((one for one in subjects if one.pos_ in ("NOUN", "PROPN")), None)
    return _phrase(sentence, holder) if holder is not None else None


_OF_SELLERS = frozenset({"units_sold", "sales", "revenue", "market_share", "production", "employees", "profit"})


def _sellers(sentence: Sentence, cue: Cue, anchor: Token) -> EntityMention | None:
    """A class of companies that a measure is said to be of: "Chinese brands had a share of 44 percent", "shipments of local brands"."""
    owned = re.match(r" (?:of|at|by|for) (?:the )?(?:[a-z-]+ ){0,3}([a-z]+s)\b", sentence.between(cue.end, sentence.end))
    if owned and lemma(owned[1]) in _SELLERS:
        return _phrase(sentence, sentence.token(cue.end + owned.start(1)))
    found = _group_subject(sentence, anchor)
    return found if found is not None and lemma(found.text.split()[-1]) in _SELLERS else None


def _sellers_between(sentence: Sentence, start: int, end: int) -> EntityMention | None:
    """The class of companies that a clause goes over to: "… 44 percent, while Indian brands had 28 percent"."""
    match = re.search(r"\b(?:while|and|but|with) (?:those of )?(?:the )?(?:[\w-]+ ){0,2}?([a-z]+s) (?=[a-z]+)", sentence.between(start, end))
    return _phrase(sentence, sentence.token(start + match.start(1))) if match and lemma(match[1]) in _SELLERS else None


_SELLERS = (terms("entity_descriptions") | {"dealer", "dealership", "shop", "store", "farmer", "grower", "airport", "hotel"}) - {"drug maker", "group"}


def _priced(sentence: Sentence, cue: Cue) -> EntityMention | None:
    """What a price is the price of: "the average price of a new sedan"."""
    match = re.match(r"\s(?:of|for)\s(?:an?\s|the\s)?", sentence.between(cue.end, sentence.end))
    if match is None:
        return None
    token = sentence.token(cue.end + match.end())
    while token.head.i > token.i and token.dep_ in ("amod", "compound", "det", "nummod"):
        token = token.head
    return _phrase(sentence, token)


def _phrase(sentence: Sentence, head: Token) -> EntityMention:
    """The noun phrase of a head, determiner and clauses left out, as a group of its own."""
    tokens = [head]
    for child in head.lefts:
        if child.dep_ in ("amod", "compound", "nmod", "nummod", "poss"):
            tokens.extend(child.subtree)
    tokens += [child for child in head.rights if child.dep_ in ("cc", "conj") and child.i - head.i <= 3]
    first, last = min(t.idx for t in tokens), max(t.idx + len(t) for t in tokens)
    return named(sentence.between(first, last), first, last)
