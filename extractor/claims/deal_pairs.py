"""Alliances, mergers and orders that a noun names: "a joint venture with Globex", "won a contract to build ships for Globex"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractor.claims.cues import of_law
from extractor.claims.deal_frames import TRADED, TWO, Frame, paired, two_parties, verbs
from extractor.claims.draft import Draft
from extractor.claims.members import as_company
from extractor.claims.parties import (
    actors,
    behind,
    doers,
    focus,
    is_headless,
    is_passive,
    maker_of,
    makers,
    named_before,
    owners,
    parties,
    public_bodies,
    sufferers,
)
from extractor.claims.targets import companies, is_stake, target_of
from extractor.lexicon import forms_of
from extractor.mentions.counted import lemma
from extractor.mentions.types import EntityMention
from extractor.reading import Sentence
from extractor.tokens import Token

_UNSETTLED = frozenset(
    "settle settles settled settlement lawsuit dispute wage wages pay union unions workers debt lenders creditors bondholders regulators court prosecutors".split()
)
_ORDERED = frozenset(
    "supply service services servicing outsourcing order frame framework lease leasing charter construction engineering maintenance purchase catering logistics procurement offtake off-take drilling transport".split()
)


_TALKED = frozenset({"talks", "negotiations", "discussions", "talk"})
_TALKS = re.compile(r"\b(?:talks|negotiations|discussions|negotiating)\b[^.;,]*$")
_AND_RIVAL = re.compile(r" and (?:its |the )?(?:[a-z][\w-]* ){0,4}")
# "of the Danish group Acme and Globex"
_OF_RIVALS = re.compile(r" (?:of|between) (?:the )?(?:(?:[a-z][\w-]*|[A-Z][a-z]+(?:an|ese|ish|ch)),? ){0,5}")


def paired_noun(sentence: Sentence, noun: Token, frame: Frame) -> Iterator[Draft]:
    """The claims of an alliance, merger or order: of the two it joins, else of who makes it and with whom or for whom."""
    if _is_no_deal(sentence, noun):
        return
    predicate = frame.predicate
    modifiers = {child.lower_ for child in noun.children if child.dep_ in ("compound", "amod", "nmod")}
    subjects = {one.lower_ for one in behind(noun, ("over", "for", "on", "covering", "regarding"))}
    if noun.lower_ in AGREED and predicate == "partners" and ((modifiers | subjects) & _ORDERED or any(_is_service(sentence, one) for one in acts(noun))):
        predicate = "contracts"
    pair = _pair(sentence, noun, predicate)
    if len(pair) > 1 and noun.lower_ not in ("order", "orders"):
        yield from paired(sentence, noun, predicate, pair[:1], pair[1:])
        return
    if noun.lower_ in ("letter", "letters") and not any(one.lower_ == "intent" for one in behind(noun, ("of",))):
        return
    if predicate == "contracts" and noun.dep_ == "nsubjpass" and noun.head.lower_ in _GIVEN:
        # "the contract was awarded to Globex by Acme"
        givers = doers(noun.head)
        yield from paired(sentence, noun, predicate, (parties(sentence, givers) or public_bodies(sentence, givers, countries=True))[:1], parties(sentence, behind(noun.head, ("to",))))
        return
    active = parties(sentence, owners(noun)) or parties(sentence, makers(noun)) or parties(sentence, makers(noun, "taker"))
    if not active and noun.dep_ == "dobj" and is_headless(sentence, noun.head):
        active = actors(sentence, noun.head)
    if not active and (predicate == "contracts" or SERVING & {one.lower_ for one in acts(noun)}):
        # "the Indian navy awarded a contract to", "Norland has signed a contract with", "an agreement with Globex to build a plant"
        predicate = "contracts"
        active = public_bodies(sentence, owners(noun) or makers(noun), countries=True)
    other = _other(sentence, noun, predicate, frame)
    if not other and predicate != "contracts":
        # "Acme and Globex have formed an alliance", "completed their merger"
        people = any(one.referent.type == "person" and one.end <= noun.idx for one in sentence.entities)
        theirs = [one for one in owners(noun) if active and not people and one.lower_ in TWO]
        active, other = two_parties(sentence, noun, theirs or makers(noun), active)
    elif other and noun.head.lower_ == "under" and (not active or is_passive(noun.head.head)) and (main := focus(sentence, sentence.start, other[0])) is not None:
        active = [main]  # "the depot will be run by Globex under a five-year contract"
        predicate = "contracts" if noun.head.head.lower_ in _SERVES else predicate
    elif other and noun.head.lower_ == "under" and noun.lower_ in AGREED and lemma(noun.head.head.lower_) in SERVING:
        predicate = "contracts"  # "will supply Globex under a deal"
    if not active and other and predicate == "contracts" and noun.head.lower_ in ("after", "following", "on", "with", "including") and noun.dep_ == "pobj":
        active = [one for one in [focus(sentence, noun.idx, other[0])] if one is not None]  # "revenue rose after a $2bn award from Globex"
    if not active and other and predicate == "contracts" and noun.dep_ == "nsubj" and any(child.lower_ in ("the", "this") for child in noun.lefts):
        active = [one for one in [focus(sentence, noun.idx, other[0])] if one is not None]  # "The order, from Globex, includes"
    # "in talks to place an order"
    talked = noun.head.tag_ == "VB" and _TALKS.search(sentence.between(sentence.start, noun.head.idx)) is not None
    if predicate == "partners" and any(_REGULATES.search(one.referent.name) for one in active[:1]):
        return  # "the commission agreed a deal with": what it charges is settled
    if not other and predicate == "contracts" and active and owners(noun):
        other = [one for one in parties(sentence, makers(noun)) if one.referent is not active[0].referent]  # "Globex has extended Acme's contract"
    active = companies(sentence, active)
    for draft in paired(sentence, noun, predicate, active if predicate == "contracts" else active[:1], other):
        yield replace(draft, outlook="plan") if talked else draft


# what may be done together as well as for another: "a deal with Globex to build cars"
_MAKING = frozenset("build make manufacture construct produce design develop assemble engineer install process store print mine drill host".split())


def _is_service(sentence: Sentence, task: Token) -> bool:
    """True for what one does for another: "to supply Globex", "to build ships for Globex", not "to build cars" with it."""
    return task.lower_ in SERVING and (task.lower_ not in _MAKING or bool(served(sentence, task)))


_REGULATES = re.compile(r"\b(?:Commission|Authority|Regulator|Court|Prosecutors?|Attorney|SEC|FTC|FSA|FDA|EPA|OFT|CMA|Ofcom)\b")


_GIVEN = frozenset({"awarded", "given", "granted", "handed", "placed"})


_DISSOLVES = forms_of("wind", "unwind", "dissolve")


def _is_no_deal(sentence: Sentence, noun: Token) -> bool:
    """True for settlements, for agreements that another verb tells of, "in order to", orders of a court and prizes."""
    if noun.lower_ in AGREED:
        return not sentence.words.isdisjoint(_UNSETTLED) or is_to_trade(sentence, noun)
    if noun.lower_ in ("order", "orders"):
        return noun.lower_ == "order" and noun.i > 0 and noun.nbor(-1).lower_ == "in" or of_law(sentence, noun.idx, noun.idx + len(noun))
    if noun.dep_ == "dobj" and noun.head.lower_ in _DISSOLVES:
        return True  # "are winding up their joint venture"
    return noun.lower_ == "award" and not any(one.quantity.unit_type == "currency" and 0 <= noun.idx - one.end < 30 for one in sentence.quantities)


def _pair(sentence: Sentence, noun: Token, predicate: str) -> list[EntityMention]:
    """The two named behind "between" or "of"."""
    talks = [noun.head.head] if noun.head.lower_ in ("on", "about", "over") and noun.head.head.lower_ in _TALKED else []  # "talks between Acme and Globex on a merger"
    pair = next((found for one in (noun, *talks) if (found := parties(sentence, behind(one, ("between",))))), []) or parties(sentence, behind(noun, ("of",)))
    pair = [one for one in pair if one.referent.type == "organization"]
    if len(pair) == 1 and predicate == "merges" and pair[0].via != "coreference":
        pair += companies(sentence, parties(sentence, behind(noun, ("with",))))[:1]  # "the merger of Acme with Globex"
    if len(pair) < 2 and predicate == "merges":
        # "the merger of rivals Acme and Globex"
        firms = [one for one in sentence.entities if one.referent.type == "organization" and one.start > noun.idx and one.via != "coreference"]
        of = len(firms) > 1 and _OF_RIVALS.fullmatch(sentence.between(noun.idx + len(noun), firms[0].start))
        pair = firms[:2] if of and _AND_RIVAL.fullmatch(sentence.between(firms[0].end, firms[1].start)) else pair
    return pair


def _other(sentence: Sentence, noun: Token, predicate: str, frame: Frame) -> list[EntityMention]:
    """The other party of an alliance or order, the surest place first."""
    beside = [noun, *(below for below in noun.subtree if below.lower_ == "worth" and below.i > noun.i)]  # "a contract worth $3m from Globex"
    other = companies(sentence, [one for place in beside for one in parties(sentence, behind(place, frame.other))])
    if not other:
        other = parties(sentence, [child for child in noun.head.children if child.dep_ == "dative" and noun.dep_ == "dobj"])
    if not other and noun.lower_ in AGREED and noun.dep_ == "dobj":
        other = companies(sentence, parties(sentence, behind(noun.head, ("with",))))  # "signed a contract with Globex to supply", where "with" hangs on the verb
    if not other:
        # "a contract with Globex", which the entities take for a product's name: nobody agrees with one
        other = [as_company(one) for token in behind(noun, ("with",)) if (one := _product_named(sentence, token)) is not None]
    if not other and predicate != "merges":
        other = public_bodies(sentence, behind(noun, frame.other))
    if not other and (predicate == "contracts" or noun.lower_ in AGREED):
        # "struck a deal to supply Globex with engines", "won a contract to build ships for Globex"
        other = next((found for task in acts(noun) if task.lower_ in SERVING and (found := served(sentence, task))), [])
        # "won a deal to run Globex's warehouses"
        if not other and predicate == "contracts":
            # "received an order to build two ferries from Globex"
            other = companies(sentence, [one for task in acts(noun) for one in parties(sentence, behind(task, ("from",)))])
        other = other or companies(sentence, parties(sentence, [one for task in acts(noun) if task.lower_ in SERVING for goods in sufferers(task) for one in owners(goods) if one.pos_ == "PROPN"]))
    if not other and predicate == "contracts" and is_passive(noun.head):
        # "was awarded a contract worth $3m for a plant by Globex"
        by = (one for one in sentence.entities if noun.idx < one.start < noun.idx + 150 and sentence.between(one.start - 8, one.start).endswith((" by ", " by the ")))
        other = [one for one in by if one.referent.type == "organization"][:1]
    if not other and predicate == "partners":
        # "has a partnership to develop the field with Globex", "a deal with Qatar to supply gas"
        other = next((found for task in acts(noun) if (found := parties(sentence, behind(task, ("with",))))), [])
        other = other or [as_company(one) for token in behind(noun, ("with",)) if (one := sentence.entity_at(token)) is not None and one.referent.place_type == "country"]
    return other or _other_beyond(sentence, noun, predicate)


def _product_named(sentence: Sentence, token: Token) -> EntityMention | None:
    """What a proper noun, or a description with one beside it, names as if it were goods: "energy trader Globex"."""
    names = [token, *(child for child in token.children if child.dep_ == "appos")]
    found = (one for name in names if name.pos_ == "PROPN" and (one := sentence.entity_at(name)) is not None)
    return next((one for one in found if one.referent.type == "product" and one.via == "name"), None)


def _other_beyond(sentence: Sentence, noun: Token, predicate: str) -> list[EntityMention]:
    """The other party where it stands by the verb, the goods or the preposition of an alliance or order, or right before it."""
    other: list[EntityMention] = []
    if noun.lower_ in ("order", "orders"):
        if noun.head.lower_ in ("place", "placing"):
            other = parties(sentence, behind(noun.head.head, ("with",)))  # "in talks with Globex to place an order"
        other = other or [one for goods in behind(noun, ("for", "of")) if (one := maker_of(sentence, goods)) is not None]
    if not other and predicate in ("merges", "partners") and noun.head.lower_ in ("about", "over", "on", "for") and noun.head.head.lower_ in _TALKED:
        other = parties(sentence, behind(noun.head.head, ("with",)))  # "is in talks with Globex about a merger"
    if not other and noun.head.lower_ == "under" and (lemma(noun.head.head.lower_) in SERVING or noun.head.head.lower_ in _SERVES | _SOLD_FOR):
        # "will build ships for Globex under a contract", "will run Globex's trains under a contract"
        task = noun.head.head
        other = parties(sentence, behind(task, ("by", "for", "to", "with", "from")))
        if not other:
            other = parties(sentence, [one for goods in sufferers(task) for one in owners(goods)])
    if not other and predicate == "contracts":
        other = parties(sentence, named_before(noun))
    return other


_SERVES = frozenset({"run", "operated", "built", "made", "manufactured", "supplied", "provided", "maintained", "serviced", "handled", "managed", "delivered", "assembled", "produced"})


# what is done for another under an agreement that is no order
_SOLD_FOR = frozenset({"distributed", "sold", "marketed", "licensed", "franchised"})


SERVING = frozenset(
    "run operate build make manufacture supply provide maintain service handle deliver assemble construct install lease charter haul transport carry ship store process print"
    " design develop engineer upgrade modernise modernize refurbish renovate repair overhaul manage host clean drill mine dredge lay dig extend expand equip support".split()
)


def served(sentence: Sentence, task: Token) -> list[EntityMention]:
    """For whom a task is done: "supply Globex with engines", "build ships for Globex"."""
    whom = behind(task, ("for", "to", "with"))
    return parties(sentence, sufferers(task)) or parties(sentence, whom) or public_bodies(sentence, whom)


AGREEING = forms_of("agree", "contract", "commit")


def agreed_to_serve(sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Acme has agreed to supply Globex with gas"."""
    if verb.tag_ == "VB" and verb.lower_ in SERVING and verb.dep_ == "xcomp" and verb.head.lower_ in AGREEING:
        yield from paired(sentence, verb.head, "contracts", parties(sentence, doers(verb.head))[:1], companies(sentence, served(sentence, verb)))


_WORKS = forms_of("work", "join", "come")


def jointly(sentence: Sentence, verb: Token) -> Iterator[Draft]:
    """ "Acme and Globex will jointly develop a drug", "are working together on a drug", "Acme will develop it jointly with Globex"."""
    how = [child for child in verb.children if child.lower_ == "jointly" or child.lower_ == "together" and verb.lower_ in _WORKS]
    if not how or is_passive(verb):
        return
    active = [one for one in parties(sentence, doers(verb)) if one.referent.type == "organization"]
    if len(active) < 2:
        first, second = two_parties(sentence, verb, doers(verb), active)
        active = [*first, *second]  # "Acme and Globex said they would jointly develop"
    yield from paired(sentence, verb, "partners", active[:1], [*active[1:], *parties(sentence, [child for one in (*how, verb) for child in behind(one, ("with",))])])


def agreed_with(sentence: Sentence, verb: Token) -> list[EntityMention]:
    """With whom something is agreed or talked of: "reached a deal with Globex to sell", "is in talks with Globex to sell"."""
    above = verb
    for _ in range(3):
        if verb.tag_ != "VB" or above.head.i == above.i:
            break
        above = above.head
        beside = [above, *(child for child in above.children if child.i < verb.i), *(below for child in above.children if child.dep_ == "prep" and child.i < verb.i for below in child.children)]
        for noun in beside:
            if noun.lower_ in AGREED or noun.lower_ in _TALKED or noun.lower_ in ("sheet", "letter"):
                return parties(sentence, behind(noun, ("with",)))
    return []


def acts(noun: Token) -> list[Token]:
    """The verbs of what an agreement is about: "a deal with Globex to supply", "an agreement on buying"."""
    heads = [noun, noun.head, *(child for child in noun.children if child.lower_ in ("worth", "valued"))]
    near = [child for one in heads for child in one.children if child.i > noun.i and child.dep_ in ("acl", "xcomp", "advcl", "relcl", "prep", "ccomp")]
    return near + [child for one in near if one.dep_ == "prep" for child in one.children if child.dep_ == "pcomp"]


def is_to_trade(sentence: Sentence, noun: Token) -> bool:
    """True for an agreement to buy, sell or merge: the verb tells what it is. To sell goods is no such one."""
    return any(
        frame.predicate == "merges"
        or frame.predicate in TRADED and not (frame.predicate == "divests" and _sells_goods(sentence, one)) and (frame.needs != "stake" or any(map(is_stake, sufferers(one))))
        for one in acts(noun)
        for _, frame in verbs().get(one.lower_, ())
    )


def _sells_goods(sentence: Sentence, verb: Token) -> bool:
    """True for "to sell phones in India": of no company, no part of one, no stake."""
    objects = sufferers(verb)
    return bool(objects) and not any(target_of(sentence, one, None) for one in objects)


AGREED = frozenset({"accord", "agreement", "agreements", "deal", "deals", "memorandum", "mou", "moa", "pact", "pacts"})
