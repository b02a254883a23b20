"""Deals: who buys, merges with, invests in, sells, joins or orders from whom.

"Acme agreed to buy Globex for $2bn" is `acquires`, outlook `plan` while not closed, the price its quantity; "Acme sold
its paint unit to Globex" is `divests`; "a joint venture with Globex" is `partners`.

The words are data (`lexicons/deal_verbs.tsv`, `deal_nouns.tsv`): each with its predicate and the places where the
parties stand. What stands in these places is told in `parties`, what of a company is bought in `targets`, and price,
time and outlook in `deal_terms`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from extractor.claims.cues import of_law
from extractor.claims.deal_context import (
    aftermath,
    bought_by_focus,
    buyer_named,
    fell_through,
    hyphened,
    is_resisted,
    outbid,
    public_seller,
    put_in,
)
from extractor.claims.deal_terms import settle
from extractor.claims.draft import Draft, named
from extractor.claims.event_sense import is_priced
from extractor.claims.parties import (
    actors,
    behind,
    doers,
    focus,
    is_passive,
    is_put_to,
    maker_of,
    makers,
    owners,
    pair_before,
    parties,
    sufferers,
    two_of_before,
)  # fmt: skip
from extractor.claims.rounds import find_rounds
from extractor.claims.targets import Target, companies, described_target, is_stake, target_of
from extractor.lexicon import rows, terms, verb_forms
from extractor.mentions.types import EntityMention
from extractor.reading import Reading, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_RULES = {
    "acquires": "<company> buys <company>", "merges": "<company> merges with <company>", "invests": "<company> invests in <company>",
    "divests": "<company> sells <company>", "partners": "<company> partners with <company>", "contracts": "<company> gives an order to <company>",
}  # fmt: skip
_TAKEN_OVER = frozenset({"acquires", "merges"})
_TAKES = frozenset({"take", "takes", "took", "taken", "taking"})
_TRADED = frozenset({"acquires", "invests", "divests"})
_OPEN = frozenset({"bid", "bids", "bidding", "offer", "offers", "offered", "offering", "approach", "approaches", "bidder", "bidders", "find", "finds", "found", "finding", "seek", "seeks", "seeking", "sought"})
_FUNDS = frozenset({"round", "funding", "financing", "capital", "investment", "backing", "seed", "rounds"})
_HOLDERS = {"owner": frozenset({"owner", "owners", "proprietor"}), "shareholder": frozenset({"shareholder", "shareholders", "stockholder", "investor"})}
_LENT = frozenset({"loan", "loans", "debt", "bond", "bonds", "credit", "notes", "facility", "orders", "contract", "contracts", "order"})


@dataclass(frozen=True, slots=True)
class Frame:
    """A word of a deal: its predicate, the places of the active party and of the other one, and what else it needs."""

    predicate: str
    active: tuple[str, ...]
    other: tuple[str, ...]
    needs: str


@cache
def _verbs() -> dict[str, list[tuple[str, Frame]]]:
    """Every form of the verbs, each with the particles it takes ("" for none)."""
    table: dict[str, list[tuple[str, Frame]]] = {}
    for words, *frame in rows("deal_verbs"):
        verb, _, particle = words.partition(" ")
        for form in verb_forms(verb):
            table.setdefault(form, []).append((particle, _frame(*frame)))
    return table


@cache
def _nouns() -> dict[str, Frame]:
    """The nouns, singular and plural; of "joint venture" the last word."""
    table = {words: _frame(*frame) for words, *frame in rows("deal_nouns")}
    # "sales of phones" are no deals
    return table | {f"{noun}s": frame for noun, frame in table.items() if noun != "sale"}


def _frame(predicate: str, active: str, other: str, needs: str = "") -> Frame:
    return Frame(predicate, tuple(active.split()), tuple(other.split()), needs)


def find(reading: Reading) -> Iterator[Draft]:
    """The deal claims of an article."""
    found: list[Draft] = []
    verbs, nouns = _verbs(), _nouns()
    for sentence in reading.telling:
        for token, low in zip(sentence.tokens, sentence.lows, strict=True):
            if low in verbs and token.tag_.startswith("VB"):
                found += list(_told_by_verb(sentence, token)) or [*bought_by_focus(sentence, token), *put_in(sentence, token)]
            elif (noun := low if low in nouns else _hyphened(token, low)) in nouns and (token.pos_ == "NOUN" or low in _SHORT):
                found += _told_by_noun(sentence, token, nouns[noun], found)
        found += find_rounds(sentence)
        found += buyer_named(sentence, found)
        found += outbid(sentence, found)
        found += hyphened(sentence) if "-" in sentence.text or "/" in sentence.text else ()
    yield from _one_each(found)


# the nouns that capitals make names of
_SHORT = frozenset({"mou", "mous", "jv", "jvs", "moa"})
_LAST_PARTS = frozenset({"up", "ups", "off", "offs", "out", "outs", "over", "overs", "operation"})


def _hyphened(token: Token, low: str) -> str:
    """The whole word that a token ends, where the model has taken it apart: "tie-up"."""
    if low not in _LAST_PARTS or token.i < 2 or token.nbor(-1).lower_ != "-":
        return ""
    return f"{token.nbor(-2).lower_}-{low}"


def _one_each(drafts: list[Draft]) -> Iterator[Draft]:
    """Leaves out what tells a deal over again in other words: two that merge, and that one is said to buy."""
    told: dict[frozenset[int], str] = {}
    pairs = [frozenset({id(one.subject.referent), id(one.object.referent if one.object else None)}) for one in drafts]
    for pair, draft in zip(pairs, drafts, strict=True):
        if draft.predicate in ("acquires", "merges"):
            told.setdefault(pair, draft.predicate)
    for pair, draft in zip(pairs, drafts, strict=True):
        if draft.predicate not in ("acquires", "merges", "partners") or told.get(pair, draft.predicate) == draft.predicate:
            yield draft


def _told_by_verb(sentence: Sentence, verb: Token) -> Iterator[Draft]:
    particles = [child.lower_ for child in verb.children if child.dep_ == "prt"] + [child.lower_ for child in verb.children if child.i == verb.i + 1 and child.dep_ != "prep"]
    frames = _verbs()[verb.lower_]
    exact = [frame for particle, frame in frames if particle and particle in particles]
    if not exact and not any(child.dep_ == "prt" for child in verb.children):
        exact = [frame for particle, frame in frames if not particle]
    for frame in exact:
        drafts = list(_by_verb(sentence, verb, frame))
        if drafts:
            yield from drafts
            return


def _by_verb(sentence: Sentence, verb: Token, frame: Frame) -> Iterator[Draft]:
    """The deals that a verb tells, in the active or passive voice."""
    if not _has_needed(sentence, verb, frame.needs):
        return
    if frame.predicate in _TRADED:
        active = _active(sentence, verb, frame)
        if verb.lower_ in _TAKES and "over" in (child.lower_ for child in verb.children) and active and active[0].referent.type == "person" and not is_priced(sentence):
            return  # "Jane Roe, who took over Acme in May": its chief, not its buyer
        drafts = list(_traded(sentence, verb, frame.predicate, active, _others(sentence, verb, frame), frame.needs == "stake"))
        yield from drafts
        if frame.predicate == "acquires" and frame.other == ("object",):
            yield from _sold_by(sentence, verb, drafts)
        return
    active = _active(sentence, verb, frame)
    other = parties(sentence, _at(verb, frame.other))
    other = companies(sentence, other) if frame.predicate != "contracts" or frame.needs in ("goods", "counted") else [one for one in other if one.referent.type == "organization"]
    if not other and (frame.needs == "goods" or frame.needs == "counted" and verb.tag_ != "VBD"):
        other = [one for goods in sufferers(verb) if (one := maker_of(sentence, goods)) is not None]
    if not active and frame.needs == "goods" and is_passive(verb) and (main := focus(sentence, sentence.start, None)) is not None:
        active = [main]  # "the ships, ordered from Globex"
    if not other and "with" in frame.other:
        active, other = _two(sentence, verb, doers(verb), active)
    yield from _paired(sentence, verb, frame.predicate, active[:1], other)


def _sold_by(sentence: Sentence, verb: Token, bought: list[Draft]) -> Iterator[Draft]:
    """The seller of what is bought, where the words say: "bought Globex from Initech"."""
    sellers = [one for one in parties(sentence, behind(verb, ("from",)))[:1] if one.referent.type == "organization" and one.via != "coreference"]
    for seller in sellers:
        for draft in bought:
            if draft.predicate == "acquires" and draft.object is not None and seller.referent not in (draft.object.referent, draft.subject.referent):
                yield replace(draft, predicate="divests", subject=seller, rule=_RULES["divests"])


_TWO = frozenset({"they", "their", "pair", "two", "both", "duo", "companies", "firms", "groups", "banks", "sides", "rivals", "partners", "carmakers", "airlines"})


def _two(sentence: Sentence, cue: Token, subjects: list[Token], active: list[EntityMention]) -> tuple[list[EntityMention], list[EntityMention]]:
    """The two parties of "Acme and Globex merge", "they will combine", "the two companies teamed up"."""
    if subjects and subjects[0].lower_ in _TWO:
        active = two_of_before(sentence, cue.idx)
    elif len(active) == 1:
        active = pair_before(sentence, active[0])
    return active[:1], active[1:]


def _active(sentence: Sentence, verb: Token, frame: Frame) -> list[EntityMention]:
    """The active party of a verb's frame."""
    if frame.active == ("subject",):
        return actors(sentence, verb)
    return parties(sentence, _at(verb, frame.active))


def _others(sentence: Sentence, verb: Token, frame: Frame) -> list[Token]:
    """The nouns where the other party stands; only names where money goes into or on something ("spent $2m on a plant")."""
    found = _at(verb, frame.other)
    if not found and frame.needs == "money":
        found = [child for one in verb.subtree if one.i > verb.i and one.lower_ in frame.other for child in one.children if child.dep_ == "pobj"][:1]
    if frame.needs in _HOLDERS:
        found = [one for noun in verb.children if noun.lower_ in _HOLDERS[frame.needs] for one in behind(noun, frame.other)]
    if found and verb.dep_ == "xcomp":
        # "agreed to buy a stake in Globex, a maker of pumps, and a 16 percent interest in Initech", read as joined to "agreed"
        found = [*found, *(child for child in verb.head.children if child.dep_ == "conj" and child.i > verb.i and is_stake(child))]
    if {"in", "into", "on"} & set(frame.other):
        # "the Internet" is no company that money is spent on
        found = [one for one in found if sentence.entity_at(one) is not None or not any(child.lower_ == "the" for child in one.children)]
        return [
            one for one in found
            if one.lower_ not in terms("deal_things")
            or any(child.pos_ == "PROPN" and ((entity := sentence.entity_at(child)) is None or entity.referent.type != "place") for child in one.children)
        ]  # fmt: skip
    return found


def _has_needed(sentence: Sentence, verb: Token, needs: str) -> bool:
    """True if a verb has beside it what makes it one of a deal."""
    if needs in ("", "stake"):
        return True
    objects = [child for child in verb.children if child.dep_ in ("dobj", "attr") and child.i > verb.i]
    if needs == "alone":
        return not objects  # "parted ways with" sells nothing
    if needs in _HOLDERS:
        return any(one.lower_ in _HOLDERS[needs] for one in objects)  # "became the owner of Globex"
    if needs == "forces":
        return any(one.lower_ in ("forces", "hands") for one in objects)
    if needs in ("money", "funds"):
        words = [word.lower_ for one in objects for word in one.subtree]
        if needs == "money" and "equity" in words:
            words = []  # "injects $3m in debt and equity into Globex"
        if needs == "funds" and (any(one.lower_ in _FUNDS for one in objects) or verb.lower_.startswith("clos")) and not _LENT & set(words):
            return True
        near = any(one.quantity.unit_type == "currency" and verb.idx < one.start < verb.idx + 60 for one in sentence.quantities)
        return near and not _LENT & set(words) and (needs == "money" or verb.lower_ in ("raise", "raises", "raised", "raising") or bool(_FUNDS & set(words)))
    if needs == "buyer":
        return any(one.lower_ in ("buyer", "buyers", "taker", "takers", "purchaser", "suitor", "bidder") for one in objects)
    if needs == "shares":
        return any(word.lower_ in ("shares", "stock", "equity") for one in objects for word in one.subtree)
    if needs == "passive":
        return is_passive(verb)  # "a robot maker backed by Globex"
    if needs == "partner":
        return any(word.lower_ in ("partner", "partners") for word in verb.subtree)
    if needs == "counted":
        # "buy 40 trucks from Acme" is an order, "buy 40 stores from Acme" is a takeover
        return any(one.pos_ == "NOUN" and one.lower_ not in terms("deal_things") and _is_counted(one) for one in objects)
    if needs == "goods":
        return any(one.pos_ in ("NOUN", "PROPN") for one in objects) or is_passive(verb)
    # a task: "hired Acme to run", "as its supplier", "for two wells"; banks and lawyers that advise are no suppliers
    if any(child.lower_ in _ADVISING and child.dep_ in ("xcomp", "advcl", "relcl", "acl") for one in (verb, *objects) for child in one.children):
        return False
    return any(child.i > verb.i and (child.dep_ in ("xcomp", "advcl", "ccomp") or child.lower_ in ("as", "for")) for child in verb.children) or any(
        child.dep_ in ("relcl", "acl") and child.tag_ == "VB" for one in objects for child in one.children
    )  # fmt: skip


_ADVISING = frozenset({"advise", "explore", "assess", "evaluate", "find", "seek", "underwrite", "consider", "help"})


def _is_counted(noun: Token) -> bool:
    return any(child.dep_ == "nummod" and child.i < noun.i for child in noun.children)


def _at(word: Token, places: tuple[str, ...]) -> list[Token]:
    """What stands in the first of these places of a verb that is filled."""
    for place in places:
        if place == "subject":
            found = doers(word)
        elif place == "whom":
            found = [child for child in word.children if child.dep_ == "dative" and child.pos_ != "ADP"]  # "gives Acme a third of Globex"
        elif place == "object":
            found = sufferers(word)
        else:
            found = behind(word, (place,))
        if found:
            return found
    return []


def _traded(sentence: Sentence, cue: Token, predicate: str, active: list[EntityMention], others: list[Token], stake_only: bool) -> Iterator[Draft]:
    """What a company buys, takes a stake in or sells: each of it."""
    targets = [target for one in others if (target := target_of(sentence, one, active[0] if active else None)) is not None]
    if not targets and not stake_only and cue.tag_.startswith("VB") and (described := described_target(sentence, cue)) is not None:
        targets = [described]
    targets = [one for one in targets if one.share or not stake_only]
    if predicate == "divests":
        yield from _sold(sentence, cue, active, targets)
        return
    for target in targets:
        object = target.mention
        if object is None and active:
            object = focus(sentence, cue.idx, active[0])  # "Acme took a 35 percent stake in 2014"
        told = predicate if target.share is None else _SHARED[target.share]
        joint = [one for one in active[1:] if predicate == "invests" or predicate == "acquires" and one.referent.type == "organization"]
        for subject in (*active[:1], *joint) if not stake_only else active[:1]:
            if object is not None and object.referent is not subject.referent:
                yield _settled(sentence, cue, told, subject, object)


_SHARED = {"whole": "acquires", "part": "invests"}


# "started selling the Zeta in Spain": goods
_GOES_ON_SELLING = frozenset(form for verb in ("begin", "start", "stop", "continue", "resume", "cease", "keep") for form in verb_forms(verb))


def _sold(sentence: Sentence, cue: Token, active: list[EntityMention], targets: list[Target]) -> Iterator[Draft]:
    """What is sold, by the seller and to the buyer, as far as they are told."""
    buyers = parties(sentence, behind(cue, ("to",)))[:1]
    if not buyers and not sentence.in_title and _is_trade(cue):
        return
    for target in targets:
        object, sellers = target.mention, active[:1]
        if sellers and (object is None or object.referent is sellers[0].referent):
            object, sellers = sellers[0], []  # "sold a stake to Globex", "sold itself to Globex"
        if not active and not buyers and target.token.lower_ in terms("deal_things"):
            sellers = parties(sentence, owners(target.token))  # "Acme's paint unit will be spun off"
        sellers = sellers or (public_seller(sentence, doers(cue)) if cue.tag_.startswith("VB") else [])
        for told, parties_told in (("divests", sellers), (_SHARED[target.share or "whole"], buyers)):
            for one in parties_told:
                if object is not None and object.referent is not one.referent:
                    yield _settled(sentence, cue, told, one, object)


def _is_trade(verb: Token) -> bool:
    """True for what a company does day by day: "sells the Zeta in Japan", "started selling the Zeta"."""
    return verb.tag_ in ("VBZ", "VBP") or verb.dep_ in ("xcomp", "pcomp") and verb.head.lower_ in _GOES_ON_SELLING


def _paired(sentence: Sentence, cue: Token, predicate: str, active: list[EntityMention], others: list[EntityMention]) -> Iterator[Draft]:
    for one in active:
        for other in others:
            if other.referent is not one.referent and one.referent.type == "organization":
                yield _settled(sentence, cue, predicate, one, other)


def _settled(sentence: Sentence, cue: Token, predicate: str, subject: EntityMention, object: EntityMention) -> Draft:
    start, end = cue.idx, cue.idx + len(cue)
    for one in (subject, object):
        if sentence.start <= one.start and one.end <= sentence.end:
            start, end = min(start, one.start), max(end, one.end)
    rule = _RULES[predicate]
    if cue.pos_ == "NOUN":
        rule = rule.replace("> ", "> in noun: ", 1)
    still = cue.lower_ in _OPEN or predicate in _TAKEN_OVER and is_put_to(cue) or is_resisted(cue)
    draft = settle(sentence, predicate, rule, subject, object, start, end, cue.idx, still)
    return replace(draft, negated=True, outlook=None) if fell_through(cue) else draft


def _told_by_noun(sentence: Sentence, noun: Token, frame: Frame, told: Sequence[Draft]) -> Iterator[Draft]:
    """The deals that a noun names: "its $2bn purchase of Globex", "a bid from Acme", "a contract with Globex"."""
    if noun.dep_ == "compound" and noun.head.i == noun.i + 1 and frame.predicate != "merges":
        return  # "a takeover approach": the next word tells it
    if noun.dep_ == "compound" and noun.head.lower_ in ("talks", "negotiations", "discussions", "agreement", "deal", "plan", "plans", "proposal"):
        noun = noun.head  # "merger talks with"
    if noun.lower_ == "sale" and noun.head.lower_ == "for":
        yield from _put_up(sentence, noun)
        return
    goods = [one for one in behind(noun, ("of",)) if _is_counted(one) and one.lower_ not in terms("deal_things")] if noun.lower_ in ("purchase", "purchases") else []
    if goods:
        # "the purchase of 60 trains from Globex" is an order
        sellers = parties(sentence, [one for place in (noun, *goods) for one in behind(place, ("from",))])
        yield from _paired(sentence, noun, "contracts", (parties(sentence, owners(noun)) or parties(sentence, makers(noun)))[:1], sellers)
    elif frame.predicate in _TRADED:
        yield from _traded_noun(sentence, noun, frame, told)
    elif noun.lower_ in _AGREED and (bought := behind(noun, ("for",))) and (buyer := _buyer(sentence, noun, bought[0])) is not None:
        yield from _traded(sentence, noun, "acquires", [buyer], bought, False)
    else:
        yield from _paired_noun(sentence, noun, frame)


def _buyer(sentence: Sentence, noun: Token, bought: Token) -> EntityMention | None:
    """Who makes "a $500m deal for Globex", the company spoken of where the words do not say; None for a deal of another kind."""
    target = sentence.entity_at(bought)
    if noun.lower_ not in ("deal", "deals") or target is None or target.referent.type != "organization" or target.via == "coreference":
        return None
    if any(one.tag_ == "VB" for one in _acts(noun)) or any(child.dep_ in ("acl", "relcl") and child.tag_ == "VB" for child in bought.children) or behind(noun, ("with", "between")):
        return None  # "a deal for Globex to supply it"
    return next(iter(parties(sentence, owners(noun)) or parties(sentence, makers(noun))), None) or focus(sentence, noun.idx, target)


def _traded_noun(sentence: Sentence, noun: Token, frame: Frame, told: Sequence[Draft]) -> Iterator[Draft]:
    open = noun.lower_ in _OPEN
    prepositions = tuple(one for one in frame.active if one != "owner")
    by = parties(sentence, behind(noun, prepositions))
    owner = parties(sentence, owners(noun))
    others = behind(noun, frame.other)
    listed = [] if others else _is_named(sentence, noun, frame.predicate)
    others = others or listed
    if frame.predicate == "divests":
        active, buyers = by or owner or parties(sentence, makers(noun)), behind(noun, ("to",))
        if not others and buyers and active:
            for buyer in parties(sentence, buyers):
                yield _settled(sentence, noun, "acquires", buyer, active[0])
            return
        yield from _traded(sentence, noun, "divests", active, others, False)
        return
    active = by or owner or parties(sentence, _bidders(noun) if "bidder" in frame.active else makers(noun))
    if not active and any(one.ent_type_ == "DATE" or one.lower_ in ("year", "month", "week") for one in owners(noun)):
        active = [one for one in [focus(sentence, noun.idx, None)] if one is not None]  # "last year's takeover of Globex"
    if not active and others and (spoken_of := aftermath(sentence, noun)) is not None:
        active = [spoken_of]
    if not active and listed and noun.lower_.endswith("s"):
        # "Acme said Globex will join other acquisitions, such as Initech"
        speaking = (one for one in sentence.entities if one.referent.type == "organization" and one.end <= noun.idx and sentence.token(one.end - 1).dep_ == "nsubj")
        active = [one for one in [next(speaking, None) or focus(sentence, noun.idx, None)] if one is not None]
    if not others:
        # "rejected a bid from Acme", "its takeover by Acme", "the Globex acquisition"
        for places in (owners(noun) if by else [], _named_before(noun) if frame.predicate != "invests" else [], makers(noun, "taker"), makers(noun) if by else []):
            others = [one for one in places if target_of(sentence, one, None)]
            if others:
                break
        if not by and not owner and not open:
            return
        bidder = next(iter(by or owner), None)
        if any(_verbs().get(one.lower_) for one in _acts(noun)):
            return  # "an offer from Acme to buy": the verb tells what for
        if not others and open and bidder is None and active and (bid_for := _bid_for(told, active[0])) is not None:
            yield _settled(sentence, noun, "acquires", active[0], bid_for)
            return
        if not others and open and bidder is not None and not _is_supposed(noun) and (bid_for := _bid_for(told, bidder) or focus(sentence, min(noun.idx, bidder.start), bidder)) is not None:
            yield _settled(sentence, noun, "acquires", bidder, bid_for)
            return
    yield from _traded(sentence, noun, frame.predicate, active[:1], others, False)


# "its other acquisitions, such as Globex and Initech"
_SUCH_AS = re.compile(r",? (?:such as|including|like|namely|notably)(?: the)? ")
_AND = re.compile(r",?(?: and(?: the)?)? ?(?:the )?")


def _is_named(sentence: Sentence, noun: Token, predicate: str) -> list[Token]:
    """What a purchase is said to be, or purchases to include: "its last purchase was Globex", "its acquisitions, such as Globex"."""
    if predicate not in ("acquires", "invests") or noun.lower_ in _OPEN:
        return []
    if noun.dep_ == "nsubj" and noun.head.lower_ in ("was", "is"):
        return [child for child in noun.head.children if child.dep_ == "attr"]
    match = _SUCH_AS.match(sentence.between(noun.idx + len(noun), sentence.end)) if noun.lower_.endswith("s") else None
    found: list[Token] = []
    end = noun.idx + len(noun) + match.end() if match else sentence.end
    for one in sentence.entities:
        if one.start >= end and one.referent.type == "organization" and (one.start == end or found and _AND.fullmatch(sentence.between(end, one.start))):
            found.append(sentence.token(one.end - 1))
            end = one.end
    return found


def _bid_for(told: Sequence[Draft], bidder: EntityMention) -> EntityMention | None:
    """What the last bid that the text has told of is for: what another one is for too, unless it is made by that company."""
    last = next((one for one in reversed(told) if one.predicate == "acquires" and one.outlook == "plan"), None)
    return last.object if last is not None and last.object is not None and last.object.referent is not bidder.referent else None


def _is_supposed(noun: Token) -> bool:
    """True in a clause of condition: "if Acme's bid fails", which tells of no bid anew."""
    above = noun
    for _ in range(3):
        above = above.head
        if any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in above.children):
            return True
    return False


def _bidders(noun: Token) -> list[Token]:
    """Who "is the preferred bidder for", "has emerged as", "was named" or "was chosen as" one."""
    verb = noun.head.head if noun.head.lower_ == "as" else noun.head
    return (sufferers(verb) if is_passive(verb) else doers(verb)) if verb.pos_ in ("VERB", "AUX") else []


def _put_up(sentence: Sentence, sale: Token) -> Iterator[Draft]:
    """ "Acme put its Irish arm up for sale", "the Irish arm is up for sale"."""
    verb = sale.head.head
    if verb.lower_ not in ("put", "puts", "putting") or not any(child.lower_ == "up" for child in (*verb.children, sale.head.nbor(-1))):
        return
    active = parties(sentence, doers(verb))
    for draft in _traded(sentence, verb, "divests", active, sufferers(verb), False):
        yield replace(draft, outlook="plan")


def _named_before(noun: Token) -> list[Token]:
    """The name right before a noun: "the Globex acquisition"."""
    return [child for child in noun.children if child.dep_ in ("compound", "nmod") and child.pos_ == "PROPN" and len(child) > 2]


_UNSETTLED = frozenset(
    "settle settles settled settlement lawsuit dispute wage wages pay union unions workers debt lenders creditors bondholders regulators court prosecutors".split()
)
_ORDERED = frozenset(
    "supply service services servicing outsourcing order frame framework lease leasing charter construction engineering maintenance purchase catering logistics procurement offtake off-take drilling transport".split()
)


_TALKS = re.compile(r"\b(?:talks|negotiations|discussions|negotiating)\b[^.;,]*$")
_OF_RIVALS = re.compile(r" (?:of|between) (?:the )?(?:[a-z][\w-]* ){0,5}")


def _paired_noun(sentence: Sentence, noun: Token, frame: Frame) -> Iterator[Draft]:
    predicate = frame.predicate
    modifiers = {child.lower_ for child in noun.children if child.dep_ in ("compound", "amod", "nmod")}
    if noun.lower_ in _AGREED and (_UNSETTLED & {token.lower_ for token in sentence.span}):
        return
    subjects = {one.lower_ for one in behind(noun, ("over", "for", "on", "covering", "regarding"))}
    if noun.lower_ in _AGREED and predicate == "partners" and ((modifiers | subjects) & _ORDERED or _SERVING & {one.lower_ for one in _acts(noun)}):
        predicate = "contracts"
    if noun.lower_ in _AGREED and _is_to_trade(sentence, noun):
        return
    if noun.lower_ == "order" and noun.i and noun.nbor(-1).lower_ == "in":
        return
    if noun.lower_ in ("order", "orders") and of_law(sentence, noun.idx, noun.idx + len(noun)):
        return
    if noun.lower_ == "award" and not any(one.quantity.unit_type == "currency" and 0 <= noun.idx - one.end < 30 for one in sentence.quantities):
        return  # a prize
    pair = parties(sentence, behind(noun, ("between",))) or parties(sentence, behind(noun, ("of",)))
    pair = [one for one in pair if one.referent.type == "organization"]
    if len(pair) < 2 and predicate == "merges":
        # "the merger of rivals Acme and Globex"
        firms = [one for one in sentence.entities if one.referent.type == "organization" and one.start > noun.idx]
        of = len(firms) > 1 and _OF_RIVALS.fullmatch(sentence.between(noun.idx + len(noun), firms[0].start))
        pair = firms[:2] if of and sentence.between(firms[0].end, firms[1].start) == " and " else pair
    if len(pair) > 1 and noun.lower_ not in ("order", "orders"):
        yield from _paired(sentence, noun, predicate, pair[:1], pair[1:])
        return
    active = parties(sentence, owners(noun)) or parties(sentence, makers(noun)) or parties(sentence, makers(noun, "taker"))
    if not active and predicate == "contracts":
        active = [one for token in makers(noun) if (one := _body(sentence, token)) is not None]  # "the Indian navy awarded a contract to"
    beside = [noun, *(below for below in noun.subtree if below.lower_ == "worth" and below.i > noun.i)]  # "a contract worth $3m from Globex"
    other = companies(sentence, [one for place in beside for one in parties(sentence, behind(place, frame.other))])
    if not other:
        other = parties(sentence, [child for child in noun.head.children if child.dep_ == "dative" and noun.dep_ == "dobj"])
    if not other and predicate == "contracts":
        other = [one for token in behind(noun, frame.other) if (one := _body(sentence, token)) is not None]
    if not other and (predicate == "contracts" or noun.lower_ in _AGREED):
        # "struck a deal to supply Globex with engines", "won a contract to build ships for Globex"
        for task in _acts(noun):
            if task.lower_ in _SERVING and not other:
                other = parties(sentence, sufferers(task)) or parties(sentence, behind(task, ("for", "to", "with")))
    if not other and predicate == "contracts" and is_passive(noun.head):
        # "was awarded a contract worth $3m for a plant by Globex"
        by = (one for one in sentence.entities if noun.idx < one.start < noun.idx + 150 and sentence.between(one.start - 8, one.start).endswith((" by ", " by the ")))
        other = [one for one in by if one.referent.type == "organization"][:1]
    if not other and noun.lower_ in ("order", "orders") and noun.head.lower_ in ("place", "placing"):
        other = parties(sentence, behind(noun.head.head, ("with",)))  # "in talks with Globex to place an order"
    if not other and noun.lower_ in ("order", "orders"):
        other = [one for goods in behind(noun, ("for", "of")) if (one := maker_of(sentence, goods)) is not None]
    if not other and noun.head.lower_ == "under":
        other = parties(sentence, behind(noun.head.head, ("by", "for", "to", "with", "from")))  # "will build ships for Globex under a contract"
    if not other and predicate == "contracts":
        other = parties(sentence, _named_before(noun))
    if not other and predicate != "contracts":
        # "Acme and Globex have formed an alliance", "completed their merger"
        people = any(one.referent.type == "person" and one.end <= noun.idx for one in sentence.entities)
        theirs = [one for one in owners(noun) if active and not people and one.lower_ in _TWO]
        active, other = _two(sentence, noun, theirs or makers(noun), active)
    elif other and noun.head.lower_ == "under" and (not active or is_passive(noun.head.head)) and (main := focus(sentence, sentence.start, other[0])) is not None:
        active = [main]  # "the depot will be run by Globex under a five-year contract"
        predicate = "contracts" if noun.head.head.lower_ in _SERVES else predicate
    if not active and other and predicate == "contracts" and noun.head.lower_ in ("after", "following", "on", "with", "including") and noun.dep_ == "pobj":
        active = [one for one in [focus(sentence, noun.idx, other[0])] if one is not None]  # "revenue rose after a $2bn award from Globex"
    # "in talks to place an order"
    talked = noun.head.tag_ == "VB" and _TALKS.search(sentence.between(sentence.start, noun.head.idx)) is not None
    for draft in _paired(sentence, noun, predicate, active[:1], other):
        yield replace(draft, outlook="plan") if talked else draft


def _body(sentence: Sentence, token: Token) -> EntityMention | None:
    """A customer that has no name of its own: "the Indian navy", "the Transport Ministry"."""
    left = [child for child in token.children if child.i < token.i and child.dep_ in ("amod", "compound", "nmod")]
    if token.lower_ not in terms("bodies") or not left or not left[0].text[0].isupper():
        return None
    return named(sentence.between(left[0].idx, token.idx + len(token)), left[0].idx, token.idx + len(token), "organization")


_SERVES = frozenset({"run", "operated", "built", "made", "manufactured", "supplied", "provided", "maintained", "serviced", "handled", "managed", "delivered", "assembled", "produced"})


_SERVING = frozenset(
    "run operate build make manufacture supply provide maintain service handle deliver assemble construct install lease charter haul transport carry ship store process print"
    " design develop engineer upgrade modernise modernize refurbish renovate repair overhaul manage host clean drill mine dredge lay dig extend expand equip support".split()
)


def _acts(noun: Token) -> list[Token]:
    """The verbs of what an agreement is about: "a deal with Globex to supply", "an agreement on buying"."""
    heads = [noun, noun.head, *(child for child in noun.children if child.lower_ in ("worth", "valued"))]
    near = [child for one in heads for child in one.children if child.i > noun.i and child.dep_ in ("acl", "xcomp", "advcl", "relcl", "prep", "ccomp")]
    return near + [child for one in near if one.dep_ == "prep" for child in one.children if child.dep_ == "pcomp"]


def _is_to_trade(sentence: Sentence, noun: Token) -> bool:
    """True for an agreement to buy, sell or merge: the verb tells what it is. To sell goods is no such one."""
    return any(
        frame.predicate == "merges" or frame.predicate in _TRADED and not (frame.predicate == "divests" and _sells_goods(sentence, one))
        for one in _acts(noun)
        for _, frame in _verbs().get(one.lower_, ())
    )


def _sells_goods(sentence: Sentence, verb: Token) -> bool:
    """True for "to sell phones in India": of no company, no part of one, no stake."""
    objects = sufferers(verb)
    return bool(objects) and not any(target_of(sentence, one, None) for one in objects)


_AGREED = frozenset({"accord", "agreement", "agreements", "deal", "deals", "memorandum", "mou", "moa", "pact", "pacts"})
