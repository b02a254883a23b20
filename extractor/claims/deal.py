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
from dataclasses import replace

from extractor.claims.deal_context import (
    aftermath,
    also_included,
    bought_again,
    bought_by_focus,
    buyer_named,
    changed_by,
    hyphened,
    is_unreal,
    outbid,
    paid_also,
    public_seller,
    put_in,
    seller_gains,
    stopper,
)
from extractor.claims.deal_frames import OPEN, RULES, TRADED, Frame, nouns, paired, settled, two_parties, verbs
from extractor.claims.deal_pairs import AGREED, AGREEING, SERVING, acts, agreed_to_serve, agreed_with, jointly, paired_noun, served
from extractor.claims.draft import Draft
from extractor.claims.event_sense import is_priced
from extractor.claims.members import members
from extractor.claims.parties import (
    actors,
    another,
    behind,
    doers,
    focus,
    is_passive,
    maker_of,
    makers,
    named_before,
    owners,
    parties,
    public_bodies,
    series,
    sufferers,
)  # fmt: skip
from extractor.claims.rounds import find_rounds
from extractor.claims.targets import Target, companies, described_target, introduced_next, is_stake, target_of, targets_of
from extractor.lexicon import forms_of, terms, verb_forms
from extractor.mentions.sources import names_authority
from extractor.mentions.types import EntityMention
from extractor.reading import Reading, Sentence
from extractor.tokens import Token

_TAKES = frozenset({"take", "takes", "took", "taken", "taking"})
_FUNDS = frozenset({"round", "funding", "financing", "capital", "investment", "backing", "seed", "rounds"})
_RAISE, _CLOSE = verb_forms("raise"), verb_forms("close")
_VENTURE = re.compile(r"\b(?:Ventures?|Capital|Partners|Equity|Investments?|Angels|Fund)$")
_HOLDERS = {"owner": frozenset({"owner", "owners", "proprietor"}), "shareholder": frozenset({"shareholder", "shareholders", "stockholder", "investor"})}
_LENT = frozenset({"loan", "loans", "debt", "bond", "bonds", "credit", "notes", "facility", "orders", "contract", "contracts", "order"})


def find(reading: Reading) -> Iterator[Draft]:
    """The deal claims of an article."""
    found: list[Draft] = []
    of_verbs, of_nouns = verbs(), nouns()
    for sentence in reading.telling:
        for token, low in zip(sentence.tokens, sentence.lows, strict=True):
            if token.tag_.startswith("VB") and (low in of_verbs or low in SERVING and token.tag_ == "VB"):
                found += list(bought_again(sentence, token, found)) or list(_told_by_verb(sentence, token)) or [*agreed_to_serve(sentence, token), *bought_by_focus(sentence, token), *put_in(sentence, token)]
            elif low in ("block", "market") and token.head.lower_ == "on":
                found += _put_up(sentence, token)
            elif low in ("jointly", "together") and token.head.pos_ == "VERB":
                found += jointly(sentence, token.head)
            elif (noun := low if low in of_nouns else _hyphened(token, low)) in of_nouns and (token.pos_ == "NOUN" or low in _NAMELIKE and sentence.entity_at(token) is None):
                found += _told_by_noun(sentence, token, of_nouns[noun], found)
        found += find_rounds(sentence)
        found += buyer_named(sentence, found)
        found += outbid(sentence, found)
        found += list(paid_also(sentence, found))
        found += list(also_included(sentence, found))
        found += hyphened(sentence) if "-" in sentence.text or "/" in sentence.text else ()
    found = [one for one in found if not _is_with_authority(one)]
    told = {(one.subject.referent.name, one.predicate) for one in found if one.start >= reading.title_end}
    # what the title says in short of a part that has no name, the text tells in full
    yield from _one_each([one for one in found if one.start >= reading.title_end or _is_named_object(reading, one) or (one.subject.referent.name, one.predicate) not in told])


def _is_named_object(reading: Reading, draft: Draft) -> bool:
    return draft.object is not None and reading.first_mention(draft.object.referent) is not None


def _is_with_authority(draft: Draft) -> bool:
    """True for what no regulator does: to ally with those it settles with, or to buy what the text says that "it" bought."""
    parties = [draft.subject, draft.object] if draft.predicate == "partners" else []
    if draft.predicate == "acquires" and draft.subject.via == "coreference":
        parties = [draft.subject]
    return any(one is not None and names_authority(one.referent.name) and not _ALLIES.search(one.referent.name) for one in parties)


# authorities that sign agreements of their own: "a memorandum with the Norland government"
_ALLIES = re.compile(r"\b(?:[Aa]dministration|[Aa]gency|[Aa]uthority|[Bb]oard|[Bb]ureau|[Cc]ouncil|[Dd]epartment of (?:Defen[cs]e|Energy|Transport\w*|Health|Agriculture)|[Gg]overnment|[Mm]inistry|[Oo]ffice)\b")


# the nouns that capitals make names of
_NAMELIKE = frozenset({"mou", "mous", "jv", "jvs", "moa", "memorandum", "memoranda", "agreement", "contract", "venture", "partnership", "merger", "takeover", "acquisition"})
_LAST_PARTS = frozenset({"up", "ups", "off", "offs", "out", "outs", "over", "overs", "operation"})


def _hyphened(token: Token, low: str) -> str:
    """The whole word that a token ends, where the model has taken it apart: "tie-up"."""
    if low not in _LAST_PARTS or token.i < 2 or token.nbor(-1).lower_ != "-":
        return ""
    return f"{token.nbor(-2).lower_}-{low}"


def _one_each(drafts: list[Draft]) -> Iterator[Draft]:
    """Leaves out what tells a deal over again in other words: two that merge, and that one is said to buy."""
    told: dict[frozenset[str | None], str] = {}
    pairs = [frozenset({one.subject.referent.name, one.object.referent.name if one.object else None}) for one in drafts]
    for pair, draft in zip(pairs, drafts, strict=True):
        if draft.predicate in ("acquires", "merges"):
            told.setdefault(pair, draft.predicate)
    for pair, draft in zip(pairs, drafts, strict=True):
        if draft.predicate not in ("acquires", "merges", "partners") or told.get(pair, draft.predicate) == draft.predicate:
            yield draft


def _told_by_verb(sentence: Sentence, verb: Token) -> Iterator[Draft]:
    if is_unreal(verb):
        return
    particles = [child.lower_ for child in verb.children if child.dep_ in ("prt", "oprd")] + [child.lower_ for child in verb.children if child.i == verb.i + 1 and child.dep_ != "prep"]
    particles += [one.lower_ for child in verb.children for one in (child, *child.children) if one.lower_ == "private" and child.i > verb.i]  # "took Globex private"
    frames = verbs().get(verb.lower_, [])
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
    if frame.predicate in TRADED:
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
        active, other = two_parties(sentence, verb, doers(verb), active)
    if not active and other and frame.needs == "task" and is_passive(verb):
        # "Acme was chosen to supply engines to Globex"
        tasks = [child for child in verb.children if child.dep_ in ("xcomp", "advcl", "ccomp") and child.lower_ in SERVING]
        active, other = other, companies(sentence, [one for task in tasks for one in served(sentence, task)])
    if not active and frame.predicate in ("merges", "partners") and is_passive(verb):
        active = parties(sentence, sufferers(verb))  # "will be merged with Globex"
    if frame.predicate == "merges" and len(joined := [one for one in parties(sentence, sufferers(verb)) if one.referent.type == "organization"]) > 1:
        active, other = joined[:1], joined[1:]  # "talks to combine Acme and Globex"
    yield from paired(sentence, verb, frame.predicate, active if frame.predicate == "contracts" else active[:1], other)


def _sold_by(sentence: Sentence, cue: Token, bought: list[Draft]) -> Iterator[Draft]:
    """The seller of what is bought, where the words say: "bought Globex from Initech", "the purchase of Globex from Initech"."""
    sellers = [one for one in parties(sentence, behind(cue, ("from",)))[:1] if one.referent.type in ("organization", "group") and one.via != "coreference"]
    for seller in sellers:
        for draft in bought:
            if draft.predicate == "acquires" and draft.object is not None and seller.referent not in (draft.object.referent, draft.subject.referent):
                yield replace(draft, predicate="divests", subject=seller, rule=RULES["divests"])


def _active(sentence: Sentence, verb: Token, frame: Frame) -> list[EntityMention]:
    """The active party of a verb's frame."""
    if frame.active == ("subject",):
        return actors(sentence, verb) or (public_bodies(sentence, doers(verb), frame.predicate == "contracts") if frame.predicate in _BY_STATES else [])
    return parties(sentence, _at(verb, frame.active))


# what states and their bodies do as companies do
_BY_STATES = frozenset({"acquires", "contracts", "invests"})


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
    return _named_only(sentence, found) if {"in", "into", "on"} & set(frame.other) else found


def _named_only(sentence: Sentence, found: list[Token]) -> list[Token]:
    """What money is put into, goods and parts of companies that have no name left out: "in new plants", "on the Internet"."""
    found = [
        one for one in found
        if sentence.entity_at(one) is not None or not any(child.lower_ == "the" for child in one.children) or any(child.pos_ == "PROPN" for child in one.lefts)
    ]  # fmt: skip
    # "in its Zeta business" is a field of its own
    found = [one for one in found if one.lower_ not in ("business", "businesses", "segment", "sector") or members(sentence, one)]
    return [
        one for one in found
        if one.lower_ not in terms("deal_things") or members(sentence, one)
        or any(child.pos_ == "PROPN" and ((entity := sentence.entity_at(child)) is None or entity.referent.type != "place") for child in one.children)
    ]  # fmt: skip


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
        # "secured $3m in funding", where the parser makes an adverb of the sum
        carriers = objects or [child for child in verb.children if child.dep_ == "prep" and child.i < verb.i + 6]
        words = [word.lower_ for one in carriers for word in one.subtree]
        if needs == "money" and "equity" in words:
            words = []  # "injects $3m in debt and equity into Globex"
        if needs == "funds" and any(one.lower_ in _FUNDS or any(word.lower_ in _FUNDS for word in one.children) for one in carriers) and not _LENT & set(words):
            return True
        near = any(one.quantity.unit_type == "currency" and verb.idx < one.start < verb.idx + 60 for one in sentence.quantities)
        raises = verb.lower_ in _RAISE or verb.lower_ in _CLOSE and any(child.lower_ == "on" for child in verb.children)  # "closed on $3m from Globex"
        return near and not _LENT & set(words) and (needs == "money" or raises or bool(_FUNDS & set(words)))
    if needs == "buyer":
        return any(one.lower_ in ("buyer", "buyers", "taker", "takers", "purchaser", "suitor", "bidder") for one in objects)
    if needs == "shares":
        return any(word.lower_ in ("shares", "stock", "equity") for one in objects for word in one.subtree)
    if needs == "rescue":
        return not sentence.words.isdisjoint(_INSOLVENT)
    if needs == "passive":
        return is_passive(verb)  # "a robot maker backed by Globex"
    if needs == "venture":
        # "Acme Ventures has backed Globex": what others back need be no company that they own a part of
        return not is_passive(verb) and any(_VENTURE.search(one.referent.name) for one in actors(sentence, verb))
    if needs == "works":
        # "is working with Globex on a drug", not with a bank on a sale
        told = [child for child in verb.children if child.i > verb.i and (child.lower_ == "on" or child.tag_ == "VB")]
        return bool(told) and not any(word.lower_ in _ADVISED_ON for one in told for word in one.subtree)
    if needs == "partner":
        return any(word.lower_ in ("partner", "partners") for word in verb.subtree)
    if needs == "counted":
        # "buy 40 trucks from Acme" is an order, "buy 40 stores from Acme" is a takeover
        return any(one.pos_ in ("NOUN", "PROPN") and one.lower_ not in terms("deal_things") and _is_counted(one) for one in objects)
    if needs == "supplied":
        # "supplies Acme with gas", "gas to Acme", but not to a country, nor "provides Acme with a loan"
        if verb.dep_ == "xcomp" and verb.head.lower_ in AGREEING or any(word.lower_ in _LENT | _FUNDS for word in verb.subtree) or any(one.lower_ in _GIVES_NO_GOODS for one in (*objects, *behind(verb, ("with",)))):
            return False
        return not any((one := sentence.entity_at(token)) is None or one.referent.type == "place" for token in _at(verb, ("to", "object"))[:1])
    if needs == "goods":
        return any(one.pos_ in ("NOUN", "PROPN") for one in objects) or is_passive(verb)
    # a task: "hired Acme to run", "as its supplier", "for two wells"; banks and lawyers that advise are no suppliers
    if any(child.lower_ in _ADVISING and child.dep_ in ("xcomp", "advcl", "relcl", "acl") for one in (verb, *objects) for child in one.children):
        return False
    if any(one.lower_ in _ADVISERS for one in behind(verb, ("as",))):
        return False
    if any(child.lower_ in _LISTED for one in behind(verb, ("for",)) for child in (one, *one.children)):
        return False  # "picked London for its listing"
    return any(child.i > verb.i and (child.dep_ in ("xcomp", "advcl", "ccomp") or child.lower_ in ("as", "for")) for child in verb.children) or any(
        child.dep_ in ("relcl", "acl") and child.tag_ == "VB" for one in objects for child in one.children
    )  # fmt: skip


_INSOLVENT = frozenset({"administration", "administrators", "bankruptcy", "collapse", "insolvency", "liquidation", "pack", "receivership"})
_ADVISERS = frozenset("administrator administrators adviser advisers advisor advisors bookrunner bookrunners liquidator liquidators receiver receivers trustee underwriter underwriters".split())
_ADVISED_ON = frozenset("sale bid offer offering options option restructuring review listing ipo deal transaction merger takeover refinancing financing loan investigation inquiry probe advise raise find".split())
_GIVES_NO_GOODS = frozenset("access advantage boost chance cover example exposure foothold information insight opportunity option platform relief statement stake guidance update details evidence".split())
_LISTED = frozenset({"listing", "listings", "flotation", "float", "ipo", "debut", "offering"})
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
    targets = [target for one in others for target in targets_of(sentence, one, active[0] if active else None)]
    if not targets and predicate == "acquires" and cue.tag_ == "VBN" and (introduced := introduced_next(sentence, others)) is not None:
        targets = [introduced]
    if not targets and not stake_only and cue.tag_.startswith("VB") and (described := described_target(sentence, cue)) is not None:
        targets = [described]
    if not targets and not stake_only and predicate == "acquires" and is_passive(cue) and (spoken_of := _spoken_of(sentence, others)) is not None:
        targets = [spoken_of]
    targets = [_other_than(sentence, one, active) for one in targets if one.share or not stake_only]
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
                yield settled(sentence, cue, told, subject, object)


def _spoken_of(sentence: Sentence, others: list[Token]) -> Target | None:
    """The company spoken of, where it alone is "the business" or "the chain" that was bought."""
    if len(others) != 1 or others[0].lower_ not in ("business", "chain", "company", "firm", "group", "retailer") or [child.lower_ for child in others[0].lefts] != ["the"]:
        return None
    found = focus(sentence, sentence.start, None)
    return Target(found, others[0]) if found is not None else None


def _other_than(sentence: Sentence, target: Target, active: list[EntityMention]) -> Target:
    """A target that is not who acts: "the fund that owns Acme wants to sell the chain"."""
    mention = target.mention
    if mention is None or mention.via != "coreference" or not active or mention.referent is not active[0].referent or target.token.lower_ in ("company", "itself", "himself", "it"):
        return target
    return replace(target, mention=another(sentence, mention) or mention)


_SHARED = {"whole": "acquires", "part": "invests"}


_IN_MARKET = re.compile(r" (?:in|across|throughout|outside) (?:the )?[A-Z]")
# "started selling the Zeta in Spain": goods
_GOES_ON_SELLING = forms_of("begin", "start", "stop", "continue", "resume", "cease", "keep")


def _sold(sentence: Sentence, cue: Token, active: list[EntityMention], targets: list[Target]) -> Iterator[Draft]:
    """What is sold, by the seller and to the buyer, as far as they are told."""
    receiving = behind(cue, ("to",))
    given = next((at for at, one in enumerate(receiving) if at and one.i + 1 < sentence.span.end and one.nbor(1).lower_ == "to"), len(receiving))
    buyers = parties(sentence, receiving[:given]) or agreed_with(sentence, cue)[:1]
    if not buyers and not sentence.in_title and _is_trade(cue):
        return
    for target in targets:
        object, sellers = target.mention, active[:1]
        if object is not None and object.referent.type == "product" and object.via == "coreference" and not buyers:
            continue  # "would consider selling it", a drug: goods
        if (
            object is not None and object.via != "coreference" and target.token.pos_ == "PROPN" and not receiving and _IN_MARKET.match(sentence.between(object.end, sentence.end))
            and not any(0 < one.start - object.end < 9 for one in sentence.periods)
        ):  # fmt: skip
            continue  # "a deal with Globex, which will sell the Zeta in Spain"
        if object is not None and object.via == "coreference" and any(one.referent is object.referent for one in buyers):
            # "founded Globex and sold it to Acme": whatever "it" is, it is not who buys it
            object = next((one for one in reversed(sentence.entities) if one.end <= cue.idx and one.referent.type == "organization" and one.referent is not object.referent), object)
        if sellers and object is None and any(child.lower_ in ("its", "their", "his", "her") for child in target.token.lefts):
            object = focus(sentence, cue.idx, sellers[0])  # "Acme sold its stake in May"
            if object is None:
                continue
        if sellers and (object is None or object.referent is sellers[0].referent):
            object, sellers = sellers[0], []  # "sold a stake to Globex", "sold itself to Globex"
        if not active and not buyers and target.token.lower_ in terms("deal_things"):
            sellers = parties(sentence, owners(target.token))  # "Acme's paint unit will be spun off"
        if any(one.referent is other.referent and one.via == "coreference" for one in sellers for other in buyers):
            sellers = []  # nobody sells to himself
        sellers = sellers or _holder(sentence, target)
        sellers = sellers or (public_seller(sentence, doers(cue)) if cue.tag_.startswith("VB") else [])
        for told, parties_told in (("divests", sellers), (_SHARED[target.share or "whole"], buyers)):
            for one in parties_told:
                if object is not None and object.referent is not one.referent:
                    yield settled(sentence, cue, told, one, object)
    for also in receiving[given : given + 1] if targets and cue.tag_.startswith("VB") else ():
        # "sold its British arm to Globex and its French one to Initech"
        for next_target in targets_of(sentence, also, active[0] if active else None):
            for told, told_of in (("divests", active[:1]), (_SHARED[next_target.share or "whole"], parties(sentence, [child for child in also.nbor(1).children if child.dep_ == "pobj"]))):
                for who in told_of:
                    if next_target.mention is not None and next_target.mention.referent is not who.referent:
                        yield settled(sentence, cue, told, who, next_target.mention)


def _holder(sentence: Sentence, target: Target) -> list[EntityMention]:
    """Whose it is: "will sell 10 percent of its stake in Globex", "was to offload its paint unit", where "its" alone tells who sells."""
    words = target.token.subtree if target.share else target.token.lefts if target.token.lower_ in terms("deal_things") else ()
    own = [found for word in words if word.lower_ == "its" and (found := sentence.entity_at(word)) is not None]
    return [one for one in own if one.referent.type == "organization" and (target.mention is None or one.referent is not target.mention.referent)][:1]


def _is_trade(verb: Token) -> bool:
    """True for what a company does day by day: "sells the Zeta in Japan", "started selling the Zeta"."""
    return verb.tag_ in ("VBZ", "VBP") or verb.dep_ in ("xcomp", "pcomp") and verb.head.lower_ in _GOES_ON_SELLING


def _told_by_noun(sentence: Sentence, noun: Token, frame: Frame, told: Sequence[Draft]) -> Iterator[Draft]:
    """The deals that a noun names: "its $2bn purchase of Globex", "a bid from Acme", "a contract with Globex"."""
    if noun.lower_ in ("battle", "battles") and noun.head.lower_ not in _WINS and not any(child.lower_ in ("takeover", "bid", "bidding") for child in noun.children):
        return  # "the battle for market share"
    if frame.predicate == "invests" and noun.dep_ == "dobj" and any(one.needs == "stake" and one.predicate == "divests" for _, one in verbs().get(noun.head.lower_, ())):
        return  # "exited its investment in Globex"
    if noun.dep_ == "compound" and noun.head.lower_ in ("target", "targets") and frame.predicate == "acquires":
        yield from _aimed_at(sentence, noun.head)
        return
    if noun.dep_ == "compound" and noun.head.i == noun.i + 1 and frame.predicate != "merges":
        return  # "a takeover approach": the next word tells it
    if noun.dep_ == "compound" and noun.head.lower_ in ("talks", "negotiations", "discussions", "agreement", "deal", "plan", "plans", "proposal"):
        noun = noun.head  # "merger talks with"
    if noun.lower_ == "sales" and not any(is_stake(one) for one in behind(noun, ("of",))):
        return  # "sales of phones"
    if noun.lower_ == "sale" and noun.head.lower_ == "for":
        yield from _put_up(sentence, noun)
        return
    goods = [one for one in behind(noun, ("of",)) if _is_counted(one) and one.lower_ not in terms("deal_things")] if noun.lower_ in ("purchase", "purchases") else []
    if goods:
        # "the purchase of 60 trains from Globex" is an order
        sellers = parties(sentence, [one for place in (noun, *goods) for one in behind(place, ("from",))])
        yield from paired(sentence, noun, "contracts", (parties(sentence, owners(noun)) or parties(sentence, makers(noun)))[:1], sellers)
    elif frame.predicate in TRADED:
        yield from _traded_noun(sentence, noun, frame, told)
    elif noun.lower_ in AGREED and (bought := behind(noun, ("for",))) and (buyer := _buyer(sentence, noun, bought[0])) is not None:
        yield from _traded(sentence, noun, "acquires", [buyer], bought, False)
    elif frame.predicate != "merges" or not _takes_up(noun, told):
        yield from paired_noun(sentence, noun, frame)


def _takes_up(noun: Token, told: Sequence[Draft]) -> bool:
    """True for a merger that has been told of: "expect to complete the merger"."""
    definite = any(child.lower_ in ("the", "this") for child in noun.lefts) and not behind(noun, ("of", "with", "between"))
    return definite and any(one.predicate in ("acquires", "merges") for one in told)


_WINS = verb_forms("win")


def _aimed_at(sentence: Sentence, target: Token) -> Iterator[Draft]:
    """ "Globex is a takeover target for Acme"."""
    for bidder in parties(sentence, behind(target, ("for", "of")))[:1]:
        for draft in _traded(sentence, target, "acquires", [bidder], makers(target), False):
            yield replace(draft, outlook="plan")


def _buyer(sentence: Sentence, noun: Token, bought: Token) -> EntityMention | None:
    """Who makes "a $500m deal for Globex", the company spoken of where the words do not say; None for a deal of another kind."""
    target = sentence.entity_at(bought)
    if noun.lower_ not in ("deal", "deals") or target is None or target.referent.type != "organization" or target.via == "coreference":
        return None
    if any(one.tag_ == "VB" for one in acts(noun)) or any(child.dep_ in ("acl", "relcl") and child.tag_ == "VB" for child in bought.children) or behind(noun, ("with", "between")):
        return None  # "a deal for Globex to supply it"
    return next(iter(parties(sentence, owners(noun)) or parties(sentence, makers(noun))), None) or focus(sentence, noun.idx, target)


def _traded_noun(sentence: Sentence, noun: Token, frame: Frame, told: Sequence[Draft]) -> Iterator[Draft]:
    """The deals of a noun of buying, selling or investing: who by, of what, as far as the words around it say."""
    by = parties(sentence, behind(noun, tuple(one for one in frame.active if one != "owner"))) or _bidder_before(sentence, noun)
    others = behind(noun, frame.other)
    others = _named_only(sentence, others) if frame.predicate == "invests" else others
    if not others and noun.lower_ in OPEN and noun.dep_ == "nsubj" and noun.head.lower_ in ("values", "valued", "valuing", "value"):
        others = sufferers(noun.head)  # "its offer values Globex at $3bn"
    listed = [] if others else _is_named(sentence, noun, frame.predicate)
    others = others or listed
    if frame.predicate == "divests":
        yield from _sold_noun(sentence, noun, by, others)
        return
    active = by or _buyers(sentence, noun, frame, others, listed)
    if not others and noun.lower_ in OPEN and any(child.lower_ == "for" and any(one.tag_ == "CD" for one in child.children) for child in noun.children):
        return  # "bids for 12 of its trucks from Acme"
    if not others:
        others = _bought_elsewhere(sentence, noun, frame, by)
        if not by and not owners(noun) and noun.lower_ not in OPEN and not (active and others and others == named_before(noun)):
            return
        if any(verbs().get(one.lower_) for one in acts(noun)):
            return  # "an offer from Acme to buy": the verb tells what for
        if not others and noun.lower_ in OPEN:
            yield from _bid_again(sentence, noun, by or parties(sentence, owners(noun)), active, told)
            return
    drafts = list(_traded(sentence, noun, frame.predicate, active[: None if frame.predicate == "acquires" else 1], others, False))
    for draft in drafts:
        # "will join other acquisitions, such as Globex": those are done
        yield replace(draft, outlook=None) if listed and noun.lower_.endswith("s") else draft
    if frame.predicate == "acquires" and "from" not in frame.active:
        yield from _sold_by(sentence, noun, drafts)


def _bidder_before(sentence: Sentence, noun: Token) -> list[EntityMention]:
    """Who makes the bid that is answered: "rejected the Acme bid"."""
    return parties(sentence, named_before(noun)) if noun.lower_ in OPEN and makers(noun, "taker") else []


def _sold_noun(sentence: Sentence, noun: Token, by: list[EntityMention], others: list[Token]) -> Iterator[Draft]:
    """ "Acme's sale of Globex", "its sale to Globex"."""
    active, buyers = by or parties(sentence, owners(noun)) or parties(sentence, makers(noun)) or seller_gains(sentence, noun, others), behind(noun, ("to",))
    if not others and buyers and active:
        for buyer in parties(sentence, buyers):
            yield settled(sentence, noun, "acquires", buyer, active[0])
        return
    yield from _traded(sentence, noun, "divests", active, others, False)


def _buyers(sentence: Sentence, noun: Token, frame: Frame, others: list[Token], listed: list[Token]) -> list[EntityMention]:
    """Who buys, where no "by" says it: the owner, who makes the deal, who stands before its noun, else the company spoken of."""
    bought = {id(entity.referent) for one in others if (entity := sentence.entity_at(one)) is not None}
    # not "shareholders in Globex approved the Acme takeover of Globex"
    active = _owner(sentence, noun, others) or [one for one in parties(sentence, _bidders(noun) if "bidder" in frame.active else makers(noun)) if id(one.referent) not in bought]
    if not active and others and not listed:
        # "the Acme takeover of Globex", not "told Acme News takeover of Globex"
        active = [one for one in parties(sentence, named_before(noun)) if one.referent.order not in sentence.reading.reporters and noun.head.lower_ not in _TELLS]
    if not active and others and (gives_up := stopper(noun)) is not None and gives_up.lower_ in _GIVES_UP:
        active = parties(sentence, doers(gives_up))  # "walked away from a bid for Globex"
    if not active and any(one.ent_type_ == "DATE" or one.lower_ in ("year", "month", "week") for one in owners(noun)):
        active = [one for one in [focus(sentence, noun.idx, None)] if one is not None]  # "last year's takeover of Globex"
    if not active and others and (spoken_of := aftermath(sentence, noun) or changed_by(sentence, noun, others)) is not None:
        active = [spoken_of]
    if not active and listed and noun.lower_.endswith("s"):
        # "Acme said Globex will join other acquisitions, such as Initech"
        speaking = (one for one in sentence.entities if one.referent.type == "organization" and one.end <= noun.idx and sentence.token(one.end - 1).dep_ == "nsubj")
        active = [one for one in [next(speaking, None) or focus(sentence, noun.idx, None)] if one is not None]
    return active


_TELLS = verb_forms("tell")
# what only the bidder does: others block or veto a bid
_GIVES_UP = forms_of("abandon", "abort", "back", "call", "ditch", "drop", "give", "jettison", "pull", "scrap", "shelve", "turn", "walk", "withdraw")


def _owner(sentence: Sentence, noun: Token, others: list[Token]) -> list[EntityMention]:
    """Whose purchase it is: "following its purchase of Globex, Acme said" is of Acme, as nothing buys itself."""
    found = parties(sentence, owners(noun))
    bought = {id(entity.referent) for one in others if (entity := sentence.entity_at(one)) is not None}
    if found and found[0].via == "coreference" and id(found[0].referent) in bought:
        root = sentence.root
        return parties(sentence, [child for child in root.children if child.dep_ == "nsubj" and child.i > noun.i])[:1] or found
    return found


def _bought_elsewhere(sentence: Sentence, noun: Token, frame: Frame, by: list[EntityMention]) -> list[Token]:
    """What is bought, where no "of" says it: "rejected a bid from Acme", "its takeover by Acme", "the Globex acquisition"."""
    before = named_before(noun) if frame.predicate != "invests" and not _bidder_before(sentence, noun) else []
    for places in (owners(noun) if by else [], before, makers(noun, "taker"), makers(noun) if by else []):
        # "shares in Globex rose after an offer from Acme": the offer is for Globex
        whole = [held for one in places for held in (behind(one, ("in", "of")) if one.lower_ in ("shares", "stock") else [one])]
        if others := [one for one in whole if target_of(sentence, one, None)]:
            return others
    return []


# "sold shares in a tender offer": of its own
_OF_SHARES = frozenset({"tender", "share", "rights", "stock", "public", "job", "bond", "trade"})


def _bid_again(sentence: Sentence, noun: Token, bidders: list[EntityMention], active: list[EntityMention], told: Sequence[Draft]) -> Iterator[Draft]:
    """A bid of which the words do not say what for: the one told of before, or the company spoken of."""
    if any(child.lower_ in _OF_SHARES for child in noun.children if child.dep_ == "compound"):
        return
    if not bidders and active and (bid_for := _bid_for(told, active[0])) is not None:
        yield settled(sentence, noun, "acquires", active[0], bid_for)
    elif bidders and not _is_supposed(noun):
        bidder = bidders[0]
        bid_for = _bid_for(told, bidder) or focus(sentence, min(noun.idx, bidder.start), bidder)
        if bid_for is not None:
            yield settled(sentence, noun, "acquires", bidder, bid_for)


# "its other acquisitions, such as Globex and Initech"
_SUCH_AS = re.compile(r"(?: (?:this|last) year| so far| in \d{4})?(?:,? (?:such as|including|like|namely|notably)|:)(?: the)? ")
_AND = re.compile(r",?(?: and(?: the)?)? ?(?:the )?")


def _is_named(sentence: Sentence, noun: Token, predicate: str) -> list[Token]:
    """What a purchase is said to be, or purchases to include: "its last purchase was Globex", "its acquisitions, such as Globex"."""
    if predicate not in ("acquires", "invests") or noun.lower_ in OPEN:
        return []
    if noun.dep_ == "nsubj" and noun.head.lower_ in ("was", "is", "were", "are", "include", "includes", "included"):
        return series([child for child in noun.head.children if child.dep_ in ("attr", "dobj")])
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
    """ "Acme put its Irish arm up for sale", "put it on the block"."""
    verb = sale.head.head if sale.head.head.lower_ != "up" else sale.head.head.head
    if verb.lower_ not in ("put", "puts", "putting") or sale.lower_ == "sale" and not any(child.lower_ == "up" for child in (*verb.children, sale.head.nbor(-1))):
        return
    active = parties(sentence, doers(verb))
    for draft in _traded(sentence, verb, "divests", active, sufferers(verb), False):
        yield replace(draft, outlook="plan")
