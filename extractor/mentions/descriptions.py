"""Who "the company", "the German carmaker", "the unit" and "the latter" are: definite descriptions of organisations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.lexicon import forms_of, terms
from extractor.mentions.name_votes import ROLE
from extractor.mentions.places import find_place
from extractor.mentions.salience import SoFar
from extractor.mentions.types import EntityMention, Referent

if TYPE_CHECKING:
    from extractor.record import Place

OWN_NOUNS = frozenset({"company", "firm", "group", "business", "startup", "start-up"})
# what is done to what is another's: "Globex rejected its offer"
TO_OTHERS = forms_of(
    "accept", "acquire", "approve", "back", "beat", "block", "buy", "call", "clear", "criticise", "criticize", "describe", "downgrade", "endorse", "fund", "help",
    "join", "lead", "match", "own", "purchase", "rescue", "oppose", "rate", "rebuff", "recommend", "press", "pressure", "push", "refuse", "reject", "resist", "spurn", "sue", "support", "threaten", "urge", "top", "upgrade", "value", "welcome",
)  # fmt: skip
_WANTS = forms_of("ask", "force", "order", "persuade", "press", "push", "require", "tell", "urge", "want")
# trades that names of companies end in
_NAMED_TRADES = frozenset({"airline", "bank", "brewer", "fund", "insurer", "miner", "publisher"})
_HELD_PART = re.compile(r"(?:%|\bper ?cent\b|\bshares?\b|\bstake\b|\bhalf\b|\bpart\b)[^,;.]{0,20} (?:of|in) $")
# between a buyer and what it buys: "to buy", "takeover of the shoe brand"
_BUYING = re.compile(r"\b(?:buy(?:s|ing)?|bought|acquir(?:e|es|ed|ing)|tak(?:e|es|ing|en) over|took over|(?:takeover|acquisition|purchase) of|(?:bid|offer) for|(?:stake|interest) in|invest(?:ed|s|ing|ment)? (?:[^.;]{2,30} )?in) (?:(?:the|its|rival) )?(?:[A-Z][\w.-]+-based )?(?:[a-z-]+ ){0,3}$")
_IS_BOUGHT = re.compile(r",? (?:(?:is|was|were|are|has|have|had|been|be|being|to|will|would|has been) ){1,4}(?:bought|acquired|taken over)\b")
_OPENING_PHRASE = re.compile(r"(?:In|At|On|With|After|Before|For|According|As|Like|Unlike|Under|By|From|To|During|Following|Backed|Owned|Controlled|Funded|Led|Founded|Bought|Acquired|Hit|Hurt|Helped|Boosted|Based|Listed)\b")
_CLAUSE = re.compile(r", [a-z]+ [a-z]+")
_INVESTS = re.compile(r"\b(?:venture[ -]capital|private[ -]equity|investment|buyout|VC) firm$")
_HOUSE = re.compile(r"\b(?:Ventures|Capital|Partners|Fund|Investments|Bank|Holdings)$")
# what is told of a company for who does not know it: "The company employs 300 people", "The firm, which makes shoes"
_BACKGROUND = re.compile(
    r"(?:,? (?:which|that|whose)| was (?:founded|valued)| is (?:based|headquartered|valued)|, (?:founded|based|set up|established|created|launched)\b"
    r"|,? (?:employs|makes|sells|runs|operates|provides|supplies|develops|owns|offers|has (?:about |around |more than |over |some |nearly |almost )?(?:\d|an? (?:workforce|staff|fleet|network|market)|(?:two|three|four|five|six|seven|eight|nine|ten|several)\b)"
    r"|(?:had|made|generated|posted|recorded|booked) (?:[a-z-]+ ){0,3}(?:sales|revenues?|turnover|profits?|earnings|loss(?:es)?)))"
)
_UNIT_BEFORE = re.compile(r"\b(?:unit|division|subsidiary|arm|business),? $")
_UNIT_AFTER = re.compile(r"(?:,? (?:its|an?|the|[A-Z][\w.&-]*'s) (?:[\w-]+ ){0,4}|(?: [\w-]+)? )(?:unit|division|subsidiary|arm)\b")
# "Brazilian miner Acme", not "the Brazilian miner told Acme"
_FROM_BEFORE = re.compile(
    r"([A-Z][\w.]+)(?:-based)?(?: (?!(?:told|said|says|and|or|to|by|with|for|from|of|in|on|at|over|than|as|has|had|is|was|will|would|bought|sold|took|sued|beat|asked|joined|owns|owned|holds|agreed)\b)[a-z][\w-]*){1,4} $"
)
_OFFICER_SAYS = re.compile(rf"(?:'s?)? (?:[a-z-]+ ){{0,3}}?(?i:{ROLE}),? (?:said|says|told|added|explained|insisted|warned|hopes|expects)\b")


def _is_elsewhere(known: str, other: Place) -> bool:
    """True for a place that is neither the other one nor in the same country: Oslo is in Norway."""
    place = find_place(known)
    if known == other.name or place is None:
        return known != other.name
    return place.code is None or other.code is None or place.code[:2] != other.code[:2]


def described(so_far: SoFar, start: int, surface: str) -> Referent | None:
    """A description: the organisation said to be of that nationality or trade, else the salient one."""
    words = surface.split()
    head = words[-1].casefold()
    if head in terms("entity_person_titles"):
        return None
    if head in ("unit", "division", "subsidiary", "arm"):
        return _unit(so_far, start)
    if (named_so := _apposed_to(so_far, start)) is not None:
        return named_so
    if len(words) > 2 and words[-2].casefold() in ("acquired", "target", "purchased") and (bought := _bought(so_far, start)) is not None:
        return bought
    modifiers = (word.removesuffix("-based").removesuffix("-listed") for word in words[:-1] if word[0].isupper())
    nationality = next((place for word in modifiers if (place := find_place(word))), None)
    if nationality is not None:
        local = [one.referent for one in so_far.before(start) if _is_from(so_far, one, nationality.name)]
        # who has been called Finnish is not the U.S. company
        others = {order for order, nation in so_far.nations.items() if _is_elsewhere(nation, nationality)}
        doer = _clause_subject(so_far, start)
        if nationality.type == "city" and so_far.main is not None and so_far.main.order != doer and len({one.order for one in local}) > 1:
            local = [so_far.main]  # of several of the land, the one that the article is about
        found = local[-1] if local else so_far.salient(start, description=True, without=others if doer is None else {*others, doer})
        if found is not None:
            so_far.nations.setdefault(found.order, nationality.name)
        return found
    # who makes or owns what is named within the description is another
    within = {one.referent.order for one in so_far.after(start, len(surface)) if one.referent.type != "place"}
    if (just_bought := target(so_far, start, start + len(surface), head)) is not None and just_bought.order not in within:
        return just_bought
    if head in ("startup", "start-up"):
        # "Globex Ventures invested in Acme when the startup was small"
        here = so_far.sentence(start)
        named = [one.referent for one in so_far.before(start) if one.referent.type == "organization" and so_far.sentence(one.start) == here]
        named = [one for one in named if not _HOUSE.search(one.name) and one.order not in within]
        if named:
            return named[-1]
    if head == "firm" and _INVESTS.search(surface):
        houses = [one.referent for one in so_far.before(start) if one.referent.type == "organization" and _HOUSE.search(one.referent.name) and one.referent.order not in within]
        if houses:
            return houses[-1]
    named = [
        one.referent
        for one in so_far.before(start)
        if one.referent.type == "organization" and one.referent.order not in within and _has_trade(so_far, one, head)
    ]
    if named and head not in ("company", "firm", "group", "business", "society"):
        # of two banks "the bank" is the one the article is about, if it has been named since the other
        rivals = {one.order for one in named} - ({so_far.main.order} if so_far.main else set())
        spoken_of = next((one.referent for one in reversed(so_far.before(start)) if one.via != "coreference" and one.referent.order in {*rivals, so_far.main.order if so_far.main else -1}), None)
        return so_far.main if so_far.main in named and spoken_of is so_far.main else named[-1]
    if _HELD_PART.search(so_far.text, max(0, start - 60), start) and (holder := _clause_subject(so_far, start)) is not None:
        within.add(holder)  # "Acme, which owns 65 percent of the company"
    if (backer := _BACKED_BY.search(so_far.text, max(0, start - 80), start)) is not None:
        within.update(one.referent.order for one in so_far.before(start) if backer.start() <= one.start)  # "Backed by Acme, the firm"
    if (whom := _object_of_another(so_far, start, len(surface))) is not None:
        within.add(whom)
    if head == "group" and len({one.order for one in named}) == 1:
        return named[0]  # "publishing group Acme bought Globex. The group said"
    generic = len(words) == 2 and head in ("company", "firm", "group")
    if generic and (officers := _led_by_subject(so_far, start)) is not None and officers.order not in within:
        return officers
    return so_far.salient(start, description=True, without=within, generic=generic)


_BACKED_BY = re.compile(r"\b(?:[Bb]acked|[Oo]wned|[Cc]ontrolled|[Ff]unded|[Ll]ed|[Ff]ounded|[Bb]ought|[Aa]cquired|[Ss]pun off) (?:by|from) [^.;]{2,60}, (?:the )?$")


def combined(so_far: SoFar, start: int, end: int) -> Referent:
    """The company that a merger makes, the same one throughout an article."""
    if so_far.combined is None:
        name = so_far.text[start + len("the ") : end]
        so_far.combined = Referent(name, "organization", {name}, None, None, max((one.referent.order for one in so_far.mentions), default=-1) + 1)
    return so_far.combined


def target(so_far: SoFar, start: int, end: int, head: str) -> Referent | None:
    """Of whom a sentence tells right after the one in which it was bought: "Acme said it would buy Globex. The company employs 300 people"."""
    here = so_far.sentence(start)
    if here < 1 or so_far.sentence_starts[here] != start or "\n" in so_far.text[so_far.sentence_starts[here - 1] : start]:
        return None
    if head not in ("startup", "start-up") and (head not in OWN_NOUNS or not _BACKGROUND.match(so_far.text, end)):
        return None
    named = [one for one in so_far.before(start) if one.start >= so_far.sentence_starts[here - 1] and one.referent.type == "organization" and one.via != "coreference"]
    if not named or len({one.referent.order for one in named}) > 2:
        return None
    return named[-1].referent if _BUYING.search(so_far.text, max(0, named[-1].start - 60), named[-1].start) else None


def _bought(so_far: SoFar, start: int) -> Referent | None:
    """Whom "the acquired company" and "the target company" mean: who was last said to be bought."""
    for one in reversed(so_far.before(start)):
        if one.referent.type != "organization":
            continue
        if _BUYING.search(so_far.text, max(0, one.start - 60), one.start) or _IS_BOUGHT.match(so_far.text, one.end, start):
            return one.referent
    return None


def _object_of_another(so_far: SoFar, start: int, length: int) -> int | None:
    """Who does to "the company" what is done to others: "Acme Bank valued the company at $3bn"."""
    token = so_far.token(start + length - 1)
    verb = token.head
    if token.dep_ == "nsubj" and verb.tag_ == "VB" and verb.dep_ in ("ccomp", "xcomp") and verb.head.lower_ in _WANTS:
        verb = verb.head  # "Globex wants the company to sell its mills"
    elif token.dep_ != "dobj" or verb.lower_ not in TO_OTHERS:
        return None
    doer = next((child for one in ((verb, verb.head) if verb.dep_ == "conj" else (verb,)) for child in one.children if child.dep_ == "nsubj"), None)
    doer = next((child for child in doer.children if child.dep_ == "appos"), doer) if doer is not None and doer.pos_ == "NOUN" else doer
    named = so_far.mention_at(doer) if doer is not None else None
    return named.referent.order if named is not None and named.referent.type == "organization" else None


def _clause_subject(so_far: SoFar, start: int) -> int | None:
    """Who acts in the clause of a description, who is therefore another: "Acme fears the German carmaker's plans"."""
    token = so_far.token(start)
    for _ in range(8):
        doer = next((child for child in token.lefts if child.dep_ == "nsubj" and child.idx < start and child.i != token.i), None)
        if doer is not None:
            if doer.lower_ == "which" and token.dep_ == "relcl":
                doer = token.head  # "Acme, which owns 65 percent of the company"
            doer = next((child for child in doer.children if child.dep_ == "appos" and doer.pos_ == "NOUN"), doer)  # "its main shareholder, Acme, owns"
            named = so_far.mention_at(doer)
            return named.referent.order if named is not None and named.via != "coreference" and named.referent.type == "organization" else None
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _unit(so_far: SoFar, start: int) -> Referent | None:
    """The part of a company that was named as one in this sentence or the two before."""
    here = so_far.sentence(start)
    for one in reversed(so_far.before(start)):
        if here - so_far.sentence(one.start) > 2:
            return None
        if one.referent.type != "organization" or one.via == "coreference":
            continue
        if _UNIT_BEFORE.search(so_far.text, max(0, one.start - 16), one.start) or _UNIT_AFTER.match(so_far.text, one.end, start):
            return one.referent
    return None


def _led_by_subject(so_far: SoFar, start: int) -> Referent | None:
    """Whose officer has been speaking in this sentence: "Acme chief Jane Roe said the company" speaks of Acme."""
    here = so_far.sentence(start)
    for one in reversed(so_far.before(start)):
        if so_far.sentence(one.start) != here:
            return None
        if one.referent.type == "organization" and _OFFICER_SAYS.match(so_far.text, one.end, start):
            return one.referent  # "Jane Roe, the Acme chief executive, said the company"
        if one.referent.type == "organization" and so_far.is_subject(one):
            return None
        if one.referent.type == "person" and so_far.heads_clause(one):
            return so_far.office_of(one)
    return None


def _apposed_to(so_far: SoFar, start: int) -> Referent | None:
    """The organisation right before a description that says what it is: "sales at Acme, the German brand that Globex bought"."""
    one = next((one for one in reversed(so_far.near(start - 3, start)) if so_far.text[one.end : start] == ", "), None)
    if one is None or one.referent.type not in ("organization", "product"):
        return None
    # "In a letter to Acme, the carmaker said": the description goes on with the sentence
    opening = so_far.text[so_far.sentence_starts[max(0, so_far.sentence(start))] : one.start].lstrip()
    return None if _OPENING_PHRASE.match(opening) and not _CLAUSE.search(opening) else one.referent


def _has_trade(so_far: SoFar, mention: EntityMention, head: str) -> bool:
    """True where the text puts the trade beside the name: "chipmaker Acme", "Acme, the retailer"."""
    before = so_far.text[max(0, mention.start - 40) : mention.start].casefold()
    after = so_far.text[mention.end : mention.end + 60].casefold()
    if head in _NAMED_TRADES and re.search(rf"\b{re.escape(head)}\b", mention.referent.name.casefold()):
        return True
    if re.match(rf" (?:[a-z-]+ )?{re.escape(head)}\b", after):  # "the Acme chain", "the Acme coffee brand"
        return True
    return before.rstrip().endswith(head) or head in after and after.startswith((", the", ", a", ", which is")) and bool(
        re.match(r", (?:the|an?|which is)\b[^,.]{0,40}\b" + re.escape(head) + r"\b", after)
    )


def _is_from(so_far: SoFar, mention: EntityMention, place: str) -> bool:
    """True where the text puts the place beside the name: "Brazilian miner Acme", "Acme, the German carmaker"."""
    if mention.via == "coreference" or mention.referent.type != "organization":
        return False
    before = so_far.text[max(0, mention.start - 45) : mention.start]
    match = _FROM_BEFORE.search(before) or re.search(r"([A-Z][\w.]+)'s $", before) or re.match(
        r", (?:the|an?|which is an?) ([A-Z][\w.]+)\b", so_far.text[mention.end : mention.end + 60]
    )
    known = find_place(match.group(1)) if match else None
    if known is None or known.name == place:
        return known is not None
    town = find_place(place)  # of "Italy's Acme", "the Milan-listed group" is it
    return known.type == "country" and town is not None and town.type == "city" and town.code is not None and known.code == town.code[:2]


def of_two(so_far: SoFar, start: int, which: str) -> Referent | None:
    """The one that "the latter" or "the former" is, of the two companies last named in this sentence or the one before."""
    here = so_far.sentence(start)
    for first in (here, here - 1):
        named: dict[int, Referent] = {}
        for one in so_far.before(start):
            if so_far.sentence(one.start) in (first, here) and one.via != "coreference" and one.referent.type in ("organization", "product", "person"):
                named.pop(one.referent.order, None)
                named[one.referent.order] = one.referent
        if len(named) > 1:
            found = list(named.values())[-1 if which == "latter" else -2]
            return found if found.type != "person" else None
    return None
