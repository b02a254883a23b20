"""Deals of which one party stands elsewhere: who speaks of what it bought, the buyer that the next sentence names.

"Globex, a brush maker bought last year for $40m" was bought by the company spoken of; "Acme is selling its paint unit.
The buyer is Globex" and "Globex put in another $10m" take up what was told before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from extractor.claims.deal_terms import settle
from extractor.claims.draft import Draft, named
from extractor.claims.employers import DESCRIBED_AS
from extractor.claims.parties import actors, behind, focus
from extractor.claims.targets import companies, target_of
from extractor.lexicon import forms_of, terms, verb_forms
from extractor.mentions.types import EntityMention
from extractor.reading import Sentence
from extractor.tokens import Token

_BOUGHT = frozenset({"acquired", "bought", "purchased"})
_TITLES = frozenset({"acquisition", "takeover", "take-over", "purchase", "buyout", "buy-out"})
# "since the takeover of", "came with the 2005 purchase of": what the company spoken of has done
_AFTERMATH = frozenset({"after", "since", "following", "with", "through", "from", "including", "despite", "before"})
_BUYER_IS = re.compile(
    r"\b[Tt]he (?:buyer|purchaser|acquirer|acquiror|new owner|(?:winning|successful|preferred|eventual) bidder|other bidder)(?:s|,)? (?:is|was|are|were|will be|turned out to be) "
    + DESCRIBED_AS.replace(r"(?:the\s)?", r"(?:(?:the|an?)\s)?") + "$"
)
_PAYS = forms_of("pay")
_PUTS_IN = frozenset({"put", "puts", "putting", "pump", "pumps", "pumped", "pumping", "inject", "injects", "injected", "injecting", "chip", "chips", "chipped", "invest", "invests", "invested", "plough", "ploughed", "pour", "poured"})
_FRESH = frozenset({"another", "further", "additional", "more", "fresh"})
# who sells without being a company: "the Norwegian government", "the founder's family"
_SELLERS = frozenset({"government", "state", "ministry", "treasury", "family", "founders", "heirs", "council", "municipality"})


def bought_by_focus(sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Globex, the brush maker acquired in 2012": the company that the text is about bought it."""
    if verb.lower_ not in _BOUGHT or verb.tag_ not in ("VBN", "VBD") or any(child.dep_ in ("agent", "dobj", "aux", "auxpass") for child in verb.children):
        return
    bought = verb.head if verb.dep_ == "acl" else next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if bought is None or verb.i == sentence.span.start or not (verb.nbor(-1).i == bought.i or verb.nbor(-1).text == ",") or not _is_dated(sentence, verb):
        return
    target = target_of(sentence, bought, None)
    if target is None or target.mention not in sentence.entities or target.mention.via == "coreference":
        return
    if bought.lower_ in terms("deal_things"):
        return  # "the plant, acquired in 2012"
    buyer = focus(sentence, target.mention.start, target.mention)
    if buyer is not None:
        yield settle(sentence, "acquires", "<company>, bought in <period>", buyer, target.mention, target.mention.start, verb.idx + len(verb), verb.idx)


_PAIR_DEAL = re.compile(r" (?:(?:[a-z]+|planned|proposed) )?(?P<noun>merger|tie-?up|combination|deal|takeover|acquisition|transaction|alliance|partnership)\b")
_PAIR_TOLD = {"merger": "merges", "combination": "merges", "tieup": "merges", "tie-up": "merges", "alliance": "partners", "partnership": "partners"}


def hyphened(sentence: Sentence) -> Iterator[Draft]:
    """ "the $2 billion Acme-Globex deal": the first of the two buys the second, unless they merge or ally."""
    for one, other in pairwise(sentence.entities):
        if other.start != one.end + 1 or sentence.between(one.end, other.start) not in ("-", "/") or {one.referent.type, other.referent.type} != {"organization"}:
            continue
        match = _PAIR_DEAL.match(sentence.between(other.end, sentence.end))
        if match is not None and one.referent is not other.referent:
            told = _PAIR_TOLD.get(match["noun"], "acquires")
            yield settle(sentence, told, "<company>-<company> deal", one, other, one.start, other.end + match.end(), other.end + match.start("noun"))


def _is_dated(sentence: Sentence, verb: Token) -> bool:
    """True if a time or a price follows a verb at once."""
    end = verb.idx + len(verb)
    return any(0 < one.start - end < 12 for one in sentence.periods) or any(
        0 < one.start - end < 12 and one.quantity.unit_type == "currency" for one in sentence.quantities
    )


def aftermath(sentence: Sentence, noun: Token) -> EntityMention | None:
    """Whose "2005 purchase of Globex" is told of, where the words do not say: of the company spoken of."""
    if noun.lower_ not in _TITLES or not (noun.dep_ == "pobj" and noun.head.lower_ in _AFTERMATH or noun.dep_ in ("attr", "appos")):
        return None  # "its latest deal was the purchase of"
    return focus(sentence, noun.idx, None)


# what a purchase does to who makes it: "gave Acme a foothold", "turned Acme into the biggest"
_CHANGES = forms_of(*"add allow boost bring catapult double enable expand extend give help lift make propel push put strengthen transform turn vault".split())
_PAID_BY = frozenset("financed funded announced completed agreed proposed led made".split())


def changed_by(sentence: Sentence, noun: Token, bought: Sequence[Token]) -> EntityMention | None:
    """Whom the purchase of another company changes, or who pays for it: "the purchase of Globex gave Acme a foothold", "will be funded by Acme"."""
    verb = noun.head
    if noun.lower_ not in _TITLES or noun.dep_ not in ("nsubj", "nsubjpass"):
        return None
    if noun.dep_ == "nsubjpass":
        agents = [one for child in verb.children if child.dep_ == "agent" for one in child.children] if verb.lower_ in _PAID_BY else []
    else:
        agents = [child for child in verb.children if child.dep_ in ("dative", "dobj", "nsubj") and child.i > verb.i] if verb.lower_ in _CHANGES else []
        agents += [owner for child in agents for owner in child.children if owner.dep_ == "poss"]
        agents += [child for below in verb.children if below.dep_ == "ccomp" and verb.lower_ in _CHANGES for child in below.children if child.dep_ == "nsubj"]
    target = sentence.entity_at(bought[0])
    for token in agents:
        found = sentence.entity_at(token)
        if found is not None and found.referent.type == "organization" and (target is None or found.referent is not target.referent):
            return found
    return None


_GAINS = forms_of(*"bring earn fetch generate net raise realise realize yield help boost bolster".split())


def seller_gains(sentence: Sentence, noun: Token, sold: Sequence[Token]) -> list[EntityMention]:
    """Whom a sale brings money, where the words do not say who sells: "sales of stakes in Globex raised $2bn", "the sale of its stake fetched $2bn"."""
    if noun.dep_ != "nsubj" or noun.head.lower_ not in _GAINS:
        return []
    target = sentence.entity_at(sold[0]) if sold else None
    gains = [one for word in behind(noun.head, ("for",)) if (one := sentence.entity_at(word)) is not None]
    gains = gains or [found for word in noun.subtree if word.dep_ == "poss" and (found := sentence.entity_at(word)) is not None and found.via == "coreference"]
    gains = gains or [one for one in [focus(sentence, noun.idx, target)] if one is not None]
    return [one for one in gains if one.referent.type == "organization"][:1]


_BUYS = forms_of("buy", "acquire", "purchase")
_TAKEN_UP = frozenset("arm brand business division operation subsidiary unit".split())


def bought_again(sentence: Sentence, verb: Token, found: Sequence[Draft]) -> Iterator[Draft]:
    """ "Acme bought the unit for $9bn": what the sentences before tell of as sold or bought."""
    bought = next((child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")), None)
    if verb.lower_ not in _BUYS or bought is None or bought.lower_ not in _TAKEN_UP or [child.lower_ for child in bought.lefts] != ["the"]:
        return
    if verb.i + 1 < sentence.span.end and verb.nbor(1).lower_ == "back":
        return  # "has an option to buy back the unit"
    since = sentence.reading.sentences[max(0, sentence.index - 3)].start
    last = next((one for one in reversed(found) if one.predicate in ("divests", "acquires") and one.start >= since and one.object is not None), None)
    buyer = next(iter(actors(sentence, verb)), None)
    if last is None or last.object is None or buyer is None or buyer.referent is last.object.referent:
        return
    if buyer.referent is last.subject.referent and not (last.predicate == "divests" and last.outlook == "plan" and verb.tag_ == "VBD"):
        return  # who sells it may have bought it long ago
    yield settle(sentence, "acquires", "<company> buys the <unit>", buyer, last.object, min(buyer.start, verb.idx), verb.idx + len(verb), verb.idx)


def buyer_named(sentence: Sentence, found: Sequence[Draft]) -> Iterator[Draft]:
    """ "The buyer is Globex", "Globex is paying $40m": who buys what the sentences before put up for sale."""
    sold = _last_sale(sentence, found)
    if sold is None or sold.object is None:
        return
    for one in sentence.entities:
        if one.referent.type in ("organization", "person") and one.via != "coreference" and one.referent is not sold.subject.referent and _BUYER_IS.search(sentence.between(sentence.start, one.start)):
            yield _bought(sentence, sold, one, one.start)
            return
    for token in sentence.tokens:
        if token.lower_ in _PAYS and token.pos_ == "VERB" and not any(child.lower_ in ("for", "to") for child in token.children):
            paid = [child for child in token.children if child.dep_ == "dobj" and child.ent_type_ in ("MONEY", "") and child.i > token.i]
            money = any(one.quantity.unit_type == "currency" and token.idx < one.start < token.idx + 40 for one in sentence.quantities)
            buyer = next(iter(actors(sentence, token)), None) if paid and money else None
            if buyer is not None and buyer.via != "coreference" and buyer.referent is not sold.subject.referent:
                yield _bought(sentence, sold, buyer, token.idx)
                return


_SHARE = re.compile(r"\b(?<!controlling )(?<!majority )(?:stake|holding|shareholding|interest)\b")


def _bought(sentence: Sentence, sold: Draft, buyer: EntityMention, cue: int) -> Draft:
    assert sold.object is not None
    share = _SHARE.search(sentence.reading.text, sold.start, max(sold.end, sold.object.end))
    told = settle(sentence, "invests" if share else "acquires", "<company> sells …: the buyer is <company>", buyer, sold.object, min(buyer.start, cue), max(buyer.end, cue), cue)
    told.quantity = told.quantity or sold.quantity
    told.period = told.period or sold.period
    told.outlook = sold.outlook
    return told


def _last_sale(sentence: Sentence, found: Sequence[Draft]) -> Draft | None:
    """The last sale told before a sentence, not far back, whose buyer is not told."""
    if not found or sentence.previous is None:
        return None
    since = sentence.reading.sentences[max(0, sentence.index - 2)].start
    sales = [one for one in found if since <= one.start < sentence.start and one.predicate == "divests" and not one.negated]
    if not sales or any(one.predicate == "acquires" and one.object is not None and sales[-1].object is not None and one.object.referent is sales[-1].object.referent for one in found):
        return None
    return sales[-1]


_AND_PAID = re.compile(r"(?:,? (?:in \d{4}|last year|a year later|earlier this year))?,? (?:and|plus) (?:another |about |around |nearly |some )?")
_FOR = re.compile(r" for (?:the |its )?(?:[a-z][\w-]* ){0,4}")


def paid_also(sentence: Sentence, found: Sequence[Draft]) -> Iterator[Draft]:
    """ "paid $3m for Globex last year and $2m for Initech": the second that the same one bought."""
    if sentence.lacks(_PAYS):
        return
    for draft in [one for one in found if one.start >= sentence.start and one.predicate == "acquires" and one.object is not None]:
        last = draft.object
        for amount in sentence.quantities:
            if last is None or amount.quantity.unit_type != "currency" or amount.start < last.end or not _AND_PAID.fullmatch(sentence.between(last.end, amount.start)):
                continue
            bought = next((one for one in sentence.entities if one.start > amount.end and one.referent.type == "organization" and _FOR.fullmatch(sentence.between(amount.end, one.start))), None)
            if bought is not None and bought.referent is not draft.subject.referent:
                yield replace(draft, object=bought, quantity=amount.quantity, end=bought.end, period=None)
                last = bought


_ALSO_BUYS = re.compile(
    r"(?:The|That|This) (?:deal|acquisition|transaction|purchase|takeover|sale|agreement) (?:(?:also|will|would) )*(?:includes?|included|covers?|covered|comprises?|comprised|takes? in|took in|involves?|involved) "
    r"(?:(?:the|its|an?) )?(?:[a-z][\w-]* ){0,4}"
)
_JOINED_TO = re.compile(r",? and (?:the )?(?:[a-z][\w-]* ){0,3}|, ")


def also_included(sentence: Sentence, found: Sequence[Draft]) -> Iterator[Draft]:
    """ "The deal also included Initech": bought or sold with what the sentences before tell of."""
    match = _ALSO_BUYS.match(sentence.text) if sentence.previous is not None else None
    if match is None:
        return
    since = sentence.reading.sentences[max(0, sentence.index - 5)].start
    since = max(since, sentence.reading.title_end)
    deals = [one for one in found if one.predicate in ("acquires", "divests") and since <= one.start < sentence.start and not one.negated]
    last = [one for one in deals if one.object is not None and deals[-1].object is not None and one.object.referent is deals[-1].object.referent]
    end = sentence.start + match.end()
    for one in companies(sentence, sentence.entities) if last else ():
        if one.via == "coreference" or one.start < end:
            continue
        if one.start > end and not _JOINED_TO.fullmatch(sentence.between(end, one.start)) or sentence.text[one.end - sentence.start :].startswith(("'s", "’s")):
            return
        for told in last:
            if one.referent not in (told.subject.referent, told.object.referent if told.object else None):
                yield replace(told, object=one, quantity=None, rule="the deal includes <company>", start=sentence.start, end=one.end)
        end = one.end


_LOST_OUT = re.compile(r"\b(?:los[te]|losing) out to (?:(?:the|its|an?) )?(?:[a-z][\w-]* ){0,4}|\b(?:was|were|been) (?:outbid|beaten to it|pipped) by (?:(?:the|its|an?) )?(?:[a-z][\w-]* ){0,4}|\b(?:was|were) (?:instead )?won by (?:(?:the|its|an?) )?(?:[a-z][\w-]* ){0,4}")


def outbid(sentence: Sentence, found: Sequence[Draft]) -> Iterator[Draft]:
    """ "tried to buy Globex but lost out to Initech": Initech bought it."""
    told_here = any(one.start >= sentence.start for one in found)
    match = _LOST_OUT.search(sentence.text) if told_here else None
    if match is None:
        return
    start = sentence.start + match.end()
    winner = next((one for one in sentence.entities if one.start == start and one.referent.type == "organization"), None)
    wanted = next((one for one in reversed(found) if one.predicate == "acquires" and sentence.start <= one.start < start), None)
    if winner is None or wanted is None or winner.referent in (wanted.subject.referent, wanted.object.referent if wanted.object else None):
        return
    yield replace(wanted, subject=winner, rule="<company> loses out to <company>", start=min(wanted.start, winner.start), end=max(wanted.end, winner.end), outlook=None)


def put_in(sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Globex, which bought Acme in 2012, pumped in another $10m": into what it is told to own."""
    if verb.lower_ not in _PUTS_IN or not any(child.lower_ == "in" and child.i == verb.i + 1 for child in verb.children):
        return
    if not any(one.quantity.unit_type == "currency" and verb.idx < one.start < verb.idx + 40 for one in sentence.quantities):
        return
    if not any(word.lower_ in _FRESH for word in verb.subtree if word.i > verb.i):
        return
    giver = next(iter(actors(sentence, verb)), None) or _opening(sentence, verb)
    if giver is None or giver.referent.type not in ("organization", "person"):
        return
    other = next((one for one in sentence.entities if giver.end < one.start < verb.idx and one.referent.type == "organization" and one.referent is not giver.referent), None)
    other = other or focus(sentence, giver.start, giver)
    if other is not None:
        told = settle(sentence, "invests", "<company> puts in <money>", giver, other, min(giver.start, verb.idx), verb.idx + len(verb), verb.idx)
        told.quantity = next(one.quantity for one in sentence.quantities if one.start > verb.idx and one.quantity.unit_type == "currency")
        yield told


def _opening(sentence: Sentence, verb: Token) -> EntityMention | None:
    """The company that a verb is hung on where the parser makes a participle of it: "Globex, which owns it, put in"."""
    return sentence.entity_at(verb.head) if verb.dep_ in ("acl", "relcl", "conj") else None


def public_seller(sentence: Sentence, tokens: Sequence[Token]) -> list[EntityMention]:
    """A seller that is no company: "the Norwegian government", "the founder's family"."""
    for token in tokens:
        if token.lower_ in _SELLERS:
            first = min((child.idx for child in token.lefts if child.dep_ in ("amod", "compound", "nmod", "poss")), default=token.idx)
            return [named(sentence.between(first, token.idx + len(token)), first, token.idx + len(token), "organization")]
    return []


_DECIDES = forms_of("decide", "vote", "rule", "lean", "advise")
_FAILS = frozenset("collapse collapses collapsed off failed fails fell falls unravelled unraveled foundered".split())
_STOPPED = frozenset("scrapped abandoned terminated blocked ditched dropped vetoed cancelled canceled shelved called dead thwarted rejected aborted".split())
# nouns through which a deal is given up: "dropped its plans to merge", "walked away from talks on a takeover"
_DESIGNS = frozenset("agreement attempt attempts bid bids deal effort efforts idea negotiations offer offers plan plans proposal talks discussions".split())
_TALKS = frozenset("discussions negotiations talks".split())
_ENDED = frozenset("end ends ended ending".split())
_MAYBE = frozenset({"will", "would", "could", "may", "might", "should", "can", "must", "to", "'ll"})


@cache
def _stops() -> frozenset[str]:
    """Every form of the verbs that put an end to a deal, with their particles: "called off", "walked away from"."""
    found = set()
    for phrase in terms("deal_stops"):
        verb, _, rest = phrase.partition(" ")
        found |= {f"{form} {rest}".strip() for form in verb_forms(verb)}
    return frozenset(found)


_WOULD_HAVE = frozenset({"would", "could", "might", "should", "may", "must"})
# "was blocked from buying", "stopped Acme from buying"
_KEEPS_FROM = forms_of(*"ban bar block deter discourage dissuade forbid keep prevent prohibit stop".split())


def is_unreal(verb: Token) -> bool:
    """True for what was not done: "if only it had bought Globex", "would have bought", "nearly bought", "could have been forced to buy"."""
    for _ in range(3):
        if _is_contrary(verb):
            return True
        if verb.dep_ not in ("xcomp", "ccomp", "pcomp") or verb.head.pos_ not in ("VERB", "AUX"):
            break
        verb = verb.head
    return False


def _is_contrary(verb: Token) -> bool:
    helps = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    supposed = any(child.dep_ == "mark" and child.lower_ == "if" for child in verb.children)
    if verb.tag_ == "VBN" and helps & {"have", "'ve", "’ve"} and helps & _WOULD_HAVE or supposed and "had" in helps:
        return True
    had = next((child for child in verb.children if child.lower_ == "had" and child.dep_ == "aux"), None)
    if had is not None and any(child.dep_ in ("nsubj", "nsubjpass") and child.i > had.i for child in verb.children):
        return True  # "had it bought Globex, it would"
    before = " ".join(word.lower_ for word in verb.doc[max(verb.sent.start, verb.i - 3) : verb.i])
    return before.endswith(("rather than", "instead of", "close to", "nearly", "almost")) and (not before.endswith("close to") or before.startswith(("came", "come")))


def _is_kept_from(cue: Token) -> bool | None:
    """Whether a deal is told to be prevented ("was blocked from buying Globex"), False if it only may be; None if nothing is said of that."""
    verb = cue.head.head
    if cue.tag_ != "VBG" or cue.head.lower_ != "from" or verb.lower_ not in _KEEPS_FROM:
        return None
    return not any(child.dep_ == "aux" and child.lower_ in _MAYBE for child in verb.children) and verb.tag_ != "VB"


def is_resisted(cue: Token) -> bool:
    """True for a deal that someone may yet stop: "is trying to block the takeover", "could veto the sale"."""
    if _is_kept_from(cue) is False:
        return True
    noun = _design(cue)
    return noun.dep_ in ("dobj", "pobj") and stopper(noun) is not None and not fell_through(cue)


def fell_through(cue: Token) -> bool:
    """True for a deal that is told to have come to nothing: "their merger has collapsed", "blocked the sale of", "dropped its plans to buy"."""
    if _is_kept_from(cue) or cue.tag_ == "VBG" and cue.head.lower_ == "against" and cue.head.head.lower_ in _DECIDES:
        return True
    noun = _design(cue)
    verb = noun.head
    words = {child.lower_ for child in verb.children if child.i > verb.i}
    if noun.dep_ in ("dobj", "pobj"):
        return _is_stopped(noun)
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return False
    if verb.lower_ in ("fell", "falls", "fallen", "called", "broke", "broken"):
        return bool(words & {"through", "apart", "off", "down"})
    if noun.dep_ == "nsubjpass":
        return verb.lower_ in _STOPPED and not (verb.lower_ == "rejected" and noun.lower_.rstrip("s") in ("bid", "offer", "approach"))
    return verb.lower_ in _FAILS or verb.pos_ == "AUX" and bool(words & {"off", "dead"})


def _design(cue: Token) -> Token:
    """The noun by which the word of a deal is given up: "plans" in "plans to merge" and "plans for a merger", else the word itself."""
    below, above = cue, cue.head
    while above.pos_ in ("ADP", "VERB") and above.i < below.i and above.head.i != above.i and below.dep_ in ("pobj", "pcomp", "xcomp", "acl"):
        below, above = above, above.head
    return above if above.lower_ in _DESIGNS and above.i < below.i and below.dep_ in ("acl", "prep", "xcomp", "relcl") else cue


# what a verb of ending a deal has before its preposition: "threw in the towel on", "called a halt to", "pulled the plug on"
_IDLE = frozenset({"end", "halt", "plug", "time", "towel"})


def stopper(noun: Token) -> Token | None:
    """The verb of putting an end to a deal that a noun is the object of: "scrapped its bid", "pulled out of talks"."""
    verb, between = noun.head, ""
    while verb.pos_ in ("ADP", "ADV") and verb.head.i != verb.i:
        verb, between = verb.head, f"{verb.lower_} {between}".strip()
    if verb.lower_ in _IDLE:
        verb = verb.head if verb.head.pos_ != "ADP" else verb.head.head
    idle = [one for child in verb.children for one in (child, *child.children) if verb.i < one.i < noun.i and one.lower_ in _IDLE]
    particles = [child.lower_ for child in verb.children if child.dep_ in ("prt", "advmod") and verb.i < child.i < noun.i]
    told = " ".join([verb.lower_, *(one.lower_ for one in idle), *(one for one in particles if one not in between.split() and not idle), between]).strip()
    return verb if told in _stops() or verb.lower_ in _ENDED and noun.lower_ in _TALKS else None


def _is_stopped(noun: Token) -> bool:
    """True for the object of a verb that has put an end to it, not in "could block the sale"."""
    verb = stopper(noun)
    if verb is None or any(child.dep_ == "neg" or child.dep_ in ("aux", "mark") and child.lower_ in _MAYBE for child in verb.children):
        return False
    return verb.tag_ in ("VBD", "VBN", "VBZ") or verb.tag_ == "VBG" and (verb.dep_ == "pcomp" or any(child.dep_ == "aux" for child in verb.children))
