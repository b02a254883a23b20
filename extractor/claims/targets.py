"""What of a company is bought or sold: the company, a stake in it, or a part of it that has no name of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from extractor.claims.draft import named
from extractor.claims.members import as_company, members
from extractor.claims.offices import heads
from extractor.claims.parties import apposed, behind, name_in, owners, party
from extractor.lexicon import keyed, terms
from extractor.mentions.types import EntityMention
from extractor.reading import Sentence
from extractor.tokens import Token

_STAKES = frozenset(
    {"stake", "stakes", "holding", "holdings", "shareholding", "interest", "percent", "cent", "%", "control", "ownership", "third", "quarter", "half",
     "investment", "majority", "rest", "remainder", "slice", "piece", "thirds", "quarters", "fifth", "fifths", "tenth", "pct", "pc"}
)  # fmt: skip
_SHARES = frozenset({"shares", "stock", "equity"})
_CAPITAL = _SHARES | {"capital"}
_CONTROL = re.compile(r"\b(?:majority|controlling|all|remaining|rest|remainder|whole|entire|full|control|ownership|outstanding)\b", re.IGNORECASE)
_TRIVIAL = frozenset({"new", "other", "own", "whole", "entire", "remaining", "existing", "main", "loss-making", "lossmaking", "ailing", "struggling", "unprofitable", "said", "related", "certain", "various", "several", "such", "same", "some", "second", "third", "more", "single"})


@dataclass(frozen=True, slots=True)
class Target:
    """What changes hands; `mention` is None for a stake in who sells it. `share` tells a stake that gives control from one that does not."""

    mention: EntityMention | None
    token: Token
    share: Literal["whole", "part"] | None = None


def is_stake(token: Token) -> bool:
    """True for the noun of a part of a company: "stake", "interest", "percent", "a one-fifth share of"."""
    if token.lower_ == "position":
        return any(child.lower_ in ("%", "percent", "cent") for child in token.children)  # "a 3% position in Globex"
    return token.lower_ in _STAKES or token.lower_ == "share" and any(child.lower_ in ("of", "in") and child.i > token.i for child in token.children)


def target_of(sentence: Sentence, token: Token, active: EntityMention | None) -> Target | None:
    """What a noun denotes as the object of a deal; None for goods."""
    if (is_stake(token) or token.lower_ in _SHARES) and not _in_name(sentence, token):
        return _stake(sentence, token, active)
    if any(child.i < token.i and _counts(child) for child in token.children):
        if token.lower_ in terms("deal_things") and token.head.pos_ == "VERB" and party_beside(sentence, token):
            return Target(named(token.text, token.idx, token.idx + len(token), "organization"), token)  # "bought 12 stores from Globex"
        return None  # "sold 40 Widgets", "sold 1,23,456 Widgets", "sold more jets than Globex"
    found = sentence.entity_at(token)
    if found is not None and found.via == "coreference" and token.pos_ == "NOUN":
        # "the 27-store Globex chain", "Globex, the chain it bought"
        found = name_in(sentence, token) or apposed(sentence, token) or found
    if found is not None and found.referent.type == "person" and found.via == "name":
        said = next((child for child in reversed(list(token.lefts)) if child.pos_ == "NOUN" and child.idx < found.start), None)
        if said is not None and not said.lower_.endswith("maker") and not any(said.lower_ in terms(one) for one in ("company_classes", "deal_things", "entity_descriptions", "entity_kinds", "others")):
            return None  # "sold defender Jane Roe to Globex"
        return Target(as_company(found), token)
    if found is not None and found.referent.type in ("organization", "product"):
        goods = found.referent.type == "product" and token.tag_ in ("NNS", "NNPS") and not any(child.lower_ in terms("deal_things") for child in token.lefts)
        return None if goods else Target(found, token)  # "sold Zetas", but "spun off its eye care business Zetas"
    if (found := apposed(sentence, token)) is not None:
        return Target(found, token)
    if token.lower_ in terms("deal_things"):
        return _thing(sentence, token, active)
    found = party(sentence, token, people=False) or _apposed_name(sentence, token)
    return Target(found, token) if found is not None else None


_SOME = frozenset({"bulk", "chunk", "majority", "most", "much", "part", "portion", "some"})


def targets_of(sentence: Sentence, token: Token, active: EntityMention | None) -> list[Target]:
    """What a noun denotes as the object of a deal: more than one for a class whose members are named, "firms such as Globex"."""
    share: Literal["whole", "part"] | None = None
    held = token
    if token.lower_ == "all" and (whole := behind(token, ("of",))):
        # "all of the outstanding shares of Globex", "all of Globex"
        return [replace(one, share="whole") for one in targets_of(sentence, whole[0], active)]
    if (token.lower_ in _SOME or is_stake(token)) and (held_in_part := [one for one in behind(token, ("of",)) if is_stake(one) or token.lower_ in _SOME and one.lower_ in _SHARES]):
        # "sold part of its stake in Globex"
        return [replace(one, share="part") for one in targets_of(sentence, held_in_part[0], active)]
    if (token.lower_ in _SOME or token.tag_ == "CD") and (things := [one for one in behind(token, ("of",)) if one.lower_ in terms("deal_things")]):
        # "sold most of its shops to Globex", "12 of its shops"
        return targets_of(sentence, things[0], active)
    if is_stake(token) or token.lower_ in _SHARES:
        held = next(iter(behind(token, ("in", "of", "at"))), token)
        first = min((one.idx for one in token.subtree if one.i <= token.i), default=token.idx)
        share = "whole" if _gives_control(sentence, first, token.idx + len(token)) or held.tag_ == "NNS" and held.lower_ in terms("deal_things") else "part"
    if found := members(sentence, held):
        return [Target(one, held, share) for one in found]
    one = target_of(sentence, token, active)
    return [one] if one is not None else []


def party_beside(sentence: Sentence, token: Token) -> bool:
    """True if it is told from whom or to whom something goes."""
    return any(party(sentence, one) is not None for one in behind(token.head, ("from", "to")))


def _in_name(sentence: Sentence, token: Token) -> bool:
    """True for a word of a name: "Globex Holdings", "Initech Interest Group"."""
    entity = sentence.entity_at(token)
    return entity is not None and entity.via != "coreference" and entity.text != token.text and token.text[0].isupper()


def _counts(child: Token) -> bool:
    return child.dep_ == "nummod" or child.like_num and child.dep_ == "compound" or child.lower_ in ("more", "fewer")


def companies(sentence: Sentence, found: list[EntityMention]) -> list[EntityMention]:
    """The companies among the parties of an alliance, merger or order: names taken for a person's too, where nothing says that they are."""
    return [as_company(one) if _looks_personal(sentence, one) else one for one in found if one.referent.type == "organization" or _looks_personal(sentence, one)]


def _looks_personal(sentence: Sentence, one: EntityMention) -> bool:
    """True for a name of two words that the entities take for a person's, though it has no given name and no trade or title before it."""
    first = one.referent.name.partition(" ")[0].casefold()
    if one.referent.type != "person" or one.via != "name" or one.text != one.referent.name or " " not in one.text or first in keyed("given_names"):
        return False
    before = sentence.token(one.start)
    before = before.nbor(-1) if before.i > sentence.span.start else before
    return (before.pos_ != "NOUN" and before.pos_ != "PROPN" or before.idx == one.start or before.lower_ in terms("entity_descriptions")) and not heads().search(before.text)


def _apposed_name(sentence: Sentence, token: Token) -> EntityMention | None:
    """ "its broadband provider Norland Broadband", taken for a person: what is described so is none."""
    if token.pos_ != "NOUN" or heads().search(token.text):
        return None
    for child in token.children:
        found = sentence.entity_at(child) if child.dep_ == "appos" else None
        if found is not None and found.referent.type == "person" and found.via == "name":
            return as_company(found)
    return None


# between a verb and the name of what is bought, where the parser loses its way: "bought social network listening startup Acme",
# "bought Oslo, Norway-based Acme"
_BASED = r"(?:(?:[A-Z][\w.'-]+ ){0,2}[A-Z][\w.'-]+, )?(?:[A-Z][\w.'-]+ ){0,2}[A-Z][\w.]+-based (?:[a-z][\w-]* ){0,4}"
_DESCRIBED = re.compile(
    r" (?:(?:the|an?|its) )?(?:" + _BASED + r"|(?:(?!(?:for|from|in|to|of|with|by|at|on|as|into|after|its|the|an?)\b)"
    r"(?:[a-z0-9][\w&/-]*|[A-Z][\w.-]*(?:an|ese|ish|ch|S\.|-based)) ){2,9})"
)
_ENDS = re.compile(r"(?: \([^)]+\))?(?:[.,;]|$| (?:for|in|last|this|from|to|and|earlier|on|as|at)\b)")


def described_target(sentence: Sentence, verb: Token) -> Target | None:
    """The company at the end of a long description right after a verb."""
    end = verb.idx + len(verb)
    for one in sentence.entities:
        if one.start > end and one.referent.type == "organization" and one.via != "coreference":
            counted = any(end <= quantity.start < one.start for quantity in sentence.quantities)
            compared = sentence.between(end, one.start).endswith((" than ", " than the "))
            if not counted and not compared and _DESCRIBED.fullmatch(sentence.between(end, one.start)) and _ENDS.match(sentence.between(one.end, sentence.end)):
                return Target(one, sentence.token(one.end - 1))
            return None
    return None


def introduced_next(sentence: Sentence, tokens: list[Token]) -> Target | None:
    """The company that the next sentence names: "A family firm has been taken over by Globex. Acme & Sons, which"."""
    if len(tokens) != 1 or tokens[0].lower_ not in terms("entity_descriptions") or not any(child.lower_ in ("a", "an") for child in tokens[0].lefts):
        return None
    later = sentence.reading.sentences[sentence.index + 1 : sentence.index + 2]
    first = next((one for one in later[0].entities if one.start == later[0].start), None) if later else None
    if first is None or first.via == "coreference" or first.referent.type != "organization" or any(one.referent is first.referent for one in sentence.entities):
        return None
    return Target(first, tokens[0])


def _stake(sentence: Sentence, token: Token, active: EntityMention | None) -> Target | None:
    """ "a 20 percent stake in Globex", "24 percent of Globex", "its Globex holding", "control of Globex"."""
    first = min((one.idx for one in token.subtree if one.i <= token.i), default=token.idx)
    share: Literal["whole", "part"] = "whole" if _gives_control(sentence, first, token.idx + len(token)) else "part"
    held = behind(next((one for one in token.children if one.lower_ == "holding"), token), ("in", "of", "at"))
    if held and held[0].lower_ in _CAPITAL and (whole := owners(held[0]) or behind(held[0], ("of",))):
        held = whole  # "a 7 percent holding in the capital of Globex"
    if held and held[0].lower_ not in terms("deal_things") and any(one.start <= held[0].idx < one.end for one in sentence.quantities):
        return None  # "gained 0.3 percent at 27,403 points"
    if held and held[0].tag_ == "NNS" and held[0].lower_ in terms("deal_things"):
        share = "whole"  # "half of its stores"
    if held and held[0].lower_ in _SHARES and any(child.lower_ == "the" for child in held[0].lefts) and not behind(held[0], ("in", "of")):
        return Target(None, token, share)  # "60 percent of the shares": of the company spoken of
    if held:
        inner = target_of(sentence, held[0], active) or _place_named(sentence, held[0])
        inner = inner or (_thing(sentence, held[0], active) if held[0].lower_ in terms("deal_things") else None)  # "stakes in two gas fields"
        return Target(inner.mention, token, share) if inner is not None and inner.mention is not None else None
    for child in token.children:
        if child.dep_ in ("compound", "nmod") and token.lower_ not in _SHARES:
            found = sentence.entity_at(child)
            if found is not None and found.referent.type == "organization" and (active is None or found.referent is not active.referent):
                return Target(found, token, share)
    end = token.idx + len(token)
    if share == "whole" and _REMAINING.search(sentence.between(first, end)) and (found := _partly_owned(sentence, first, active)) is not None:
        return Target(found, token, share)
    if token.lower_ not in ("stake", "shareholding", "interest") and not (token.lower_ == "holding" and any(child.tag_ == "PRP$" for child in token.lefts)):
        return None
    if re.match(r" (?:in|of) ", sentence.between(end, sentence.end)) and not any(end <= one.start <= end + 8 for one in sentence.periods):
        return None  # in what cannot be told
    return Target(None, token, share)


_REMAINING = re.compile(r"\b(?:rest|remainder|remaining|other)\b")
# "owns 51 percent of | Globex", "has a stake in | Globex"
_OWNS_PART = re.compile(r"\b(?:owns?|owned|holds?|held|controls?|controlled|has|had|bought|acquired) (?:[\w.,%-]+ ){1,8}?(?:of|in) (?:the )?(?:[a-z][\w-]* ){0,3}$")


def _partly_owned(sentence: Sentence, before: int, active: EntityMention | None) -> EntityMention | None:
    """What the buyer is told to have a part of, by this sentence or the last: "owns 51% of Globex and will buy the rest"."""
    for near in (sentence, sentence.previous):
        for one in reversed(near.entities if near is not None else []):
            if near is None or one.end > before or one.referent.type != "organization" or active is not None and one.referent is active.referent:
                continue
            if _OWNS_PART.search(near.between(max(near.start, one.start - 80), one.start)):
                return one
    return None


def _place_named(sentence: Sentence, token: Token) -> Target | None:
    """ "its Norland tollway", "the Norland field": what has shares need be no company."""
    if token.pos_ == "NOUN" and any(child.dep_ == "compound" and child.pos_ == "PROPN" for child in token.children):
        return _thing(sentence, token)
    return None


# "the 20 percent of Globex that it did not own"
_THE_REST = re.compile(r" (?:of|in) [^,;.]{2,40}? (?:that |which )?(?:it|they|he|she) (?:did|do|does)(?: not|n't) (?:already |yet )?own\b")


def _gives_control(sentence: Sentence, start: int, end: int) -> bool:
    """True for a majority, for all that is left, and for more than half."""
    if _CONTROL.search(sentence.between(start, end)) or _THE_REST.match(sentence.between(end, sentence.end)):
        return True
    return any(
        one.quantity.unit_type == "percent" and start - 1 <= one.start < end and (one.quantity.low or 0) > 50 for one in sentence.quantities
    )


def _thing(sentence: Sentence, token: Token, active: EntityMention | None = None) -> Target | None:
    """A part of a company: by the name within ("the Globex chain"), else by its words ("its paint unit")."""
    modifiers = [child for child in token.children if child.i < token.i and child.dep_ in ("amod", "compound", "nmod") and child.lower_ not in _TRIVIAL]
    if (found := name_in(sentence, token)) is not None:
        if any(child.lower_ in ("former", "ex") for child in token.children):
            text = sentence.between(found.start, token.idx + len(token))  # "the former Globex subsidiary": it has been Globex's
            return Target(named(text, found.start, token.idx + len(token), "organization"), token)
        return Target(found, token)
    its = next((found for child in token.lefts if child.tag_ == "PRP$" and (found := sentence.entity_at(child)) is not None), None) if not modifiers and active is not None else None
    if its is not None and active is not None and its.referent.type == "organization" and its.referent is not active.referent:
        # "Globex went bust and its assets were bought by Acme"
        if token.lower_ in ("assets", "business", "operations"):
            return Target(its, token)
        if token.tag_ == "NNS":
            name = f"{its.referent.name}'s {token.text}"  # "will buy half of its stores"
            return Target(replace(named(name, its.start, token.idx + len(token), "organization"), text=sentence.between(its.start, token.idx + len(token))), token)
    if not modifiers:
        # "Globex's stores": by their owner's name, if they have no other
        modifiers = [child for child in token.children if child.dep_ == "poss" and child.pos_ == "PROPN"]
    if not modifiers and (of := behind(token, ("of",))) and (whole := sentence.entity_at(of[0])) is not None and whole.referent.type == "organization":
        text = sentence.between(token.idx, whole.end)  # "the assets of Globex"
        return Target(named(text, token.idx, whole.end, "organization"), token)
    if not modifiers:
        return None
    first = min(one.idx for child in modifiers for one in child.subtree)
    text = sentence.between(first, token.idx + len(token))
    return Target(named(text, first, token.idx + len(token), "organization"), token)
