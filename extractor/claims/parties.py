"""Who fills the places around a verb or noun of a deal: subject, object, owner, and the names behind prepositions.

The syntax of all deals is here once, read off the parse: active and passive voice, relative clauses both ways ("which
bought Acme", "which Acme bought"), infinitives under other verbs and nouns ("agreed to buy", "is in talks to buy"),
possessors ("Acme's purchase of"), and verbs that merely carry a noun ("announced the purchase of").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from extractor.claims.draft import named
from extractor.claims.members import members
from extractor.lexicon import forms_of, rows, terms, verb_forms
from extractor.mending import opens_line
from extractor.mentions.places import find_place
from extractor.mentions.types import EntityMention, Referent
from extractor.reading import Sentence
from extractor.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_RELATIVES = frozenset({"which", "who", "that", "whom"})
# nouns that a deal hangs on, whose maker is that of the deal: "is in talks over a takeover", "signed an agreement to buy"
_TALK = frozenset(
    {"process", "verge", "brink", "hopes", "agreement", "deal", "talks", "negotiations", "discussions", "plan", "plans", "proposal", "intention", "interest", "option", "right", "rights",
     "contract", "letter", "pact", "terms", "bid", "offer", "decision", "effort", "efforts", "attempt", "move", "memorandum", "part", "race", "approach",
     "intent", "understanding", "completion", "value", "price", "position", "auction", "runner", "frontrunner", "favourite", "favorite", "candidate",
     "suitor", "contender", "bidder", "possibility", "idea", "prospect", "feasibility"}
)  # fmt: skip
_OFFERED = frozenset({"offer", "offers", "bid", "bids", "proposal", "proposals", "approach"})
# "beat Globex to buy": the winner buys
_RIVALLED = frozenset({"beat", "beats", "beating", "outbid", "join", "joins", "joined", "pay", "paid", "left", "used", "quit"})
# what a company is that another bids for
_AIMED_AT = frozenset({"target", "subject", "object", "focus", "recipient"})
# whose object, and not subject, does what follows: "allowing the latter to merge with"
_ENABLE = "allow authorise authorize compel enable force help invite lead oblige order permit persuade press prompt push require tell urge want".split()
# prepositions by which any verb carries a deal: "will supply them under a contract with"
_CARRIERS = frozenset({"under", "through", "in", "via", "after", "following", "since", "before"})
# a group of buyers that has a name only through who leads it, and units that act for their owner
_GROUPS = frozenset({"consortium", "partnership", "venture", "group", "investors", "team", "syndicate", "consortia", "funds", "fund", "vehicle", "bidders", "buyers"})
_UNITS = frozenset({"unit", "arm", "division", "subsidiary", "business", "affiliate", "company", "fund", "board", "directors", "management", "owner", "owners", "parent", "shareholders", "stockholders"})
_HOLDERS = frozenset({"shareholders", "stockholders"})
_APPROVE = forms_of("approve", "back", "clear", "endorse")
_APPROVERS = frozenset({"board", "boards", "directors", *_HOLDERS})
_LED = frozenset({"led", "managed", "headed", "controlled", "backed", "owned", "advised", "run"})


@cache
def _supports() -> dict[str, str]:
    """Every form of the verbs that carry a deal, with what their subject is of it."""
    return {form: part for verb, part in rows("deal_supports") for form in verb_forms(verb)} | dict.fromkeys(("is", "are", "was", "were", "be", "been", *verb_forms("become"), *verb_forms("remain")), "maker")


@cache
def _enabling() -> frozenset[str]:
    return forms_of(*_ENABLE)


def is_passive(verb: Token) -> bool:
    """True for "was bought", and for "bought" after what is: "the unit bought by Acme"."""
    if verb.dep_ == "acl" and verb.head.dep_ == "ROOT" and verb.head.pos_ == "PROPN" and (verb.lower_ == "invested" or any(child.dep_ == "dobj" for child in verb.children)):
        return False  # "Acme first invested in Globex in 2010": the parser makes a participle of the past
    if verb.tag_ != "VBN":
        return verb.tag_ == "VBD" and verb.dep_ == "acl" or any(child.dep_ == "auxpass" for child in verb.children)
    return any(child.dep_ in ("auxpass", "agent") for child in verb.children) or not any(child.dep_ in ("aux", "nsubj") for child in verb.children)


def sufferers(verb: Token) -> list[Token]:
    """What is done to: the object of a verb in the active voice, the subject of one in the passive."""
    if is_passive(verb):
        given = [child for child in verb.children if child.dep_ == "dobj"]  # "was sold an engine"
        return series(given or _doers(verb, passive=True))
    found = [child for child in verb.children if child.dep_ in ("dobj", "attr", "oprd") and child.i > verb.i]
    if len(found) > 1 and found[0].pos_ == "NOUN" and found[-1].pos_ == "PROPN" and found[-1].i == found[0].i + 1:
        found = found[1:]  # "bought the paint maker Globex", read as two objects
    if found:
        # "bought Globex in 2010 and Initech in 2012", where the parser joins the second to the verb
        return series(found[:1]) + [child for child in verb.children if child.dep_ == "conj" and child.pos_ == "PROPN" and child.i > found[0].i]
    if any(child.dep_ == "dobj" and child.lower_ in _RELATIVES for child in verb.children) or verb.dep_ == "relcl" and not any(
        child.lower_ in _RELATIVES for child in verb.children
    ):  # fmt: skip
        # "the unit (that) it bought in 2016"
        return [verb.head]
    return []


def doers(verb: Token) -> list[Token]:
    """Who does what a verb says."""
    if is_passive(verb):
        return behind(verb, ("by",))
    return series(_doers(verb))


def _doers(verb: Token, passive: bool = False) -> list[Token]:
    """The subject of a verb, or of what it hangs on."""
    own = [child for child in verb.children if child.dep_ in _SUBJECTS and child.i < verb.i]
    if own:
        if own[-1].lower_ in _RELATIVES and verb.dep_ == "relcl":
            return [_antecedent(own[-1], verb.head)]
        return own[-1:]
    current = verb
    for _ in range(8):
        head = current.head
        if head.i == current.i:
            return []
        if head.pos_ in ("NOUN", "PROPN", "PRON") and head.lower_ not in _TALK:
            if current.dep_ in ("acl", "relcl"):
                return [head]  # "the company buying Acme", in headlines "Acme to buy"
            if current.dep_ in ("conj", "appos", "pobj"):
                current = head
                continue
            return [head] if current.dep_ == "advcl" else []
        if head.lower_ in _OFFERED and (offering := behind(head, ("from", "by"))):
            return offering[:1]  # "an offer from Acme to buy"
        if head.pos_ in ("NOUN", "PROPN") and (owner := owners(head)):
            return owner
        if head.pos_ in ("VERB", "AUX"):
            if (current.dep_ in ("xcomp", "ccomp") and current.tag_ == "VB" or current.lower_ == "from") and head.lower_ not in _RIVALLED:
                # "hired Acme to sell": who is hired sells; "stopped Acme from selling"
                controlled = [child for child in head.children if child.dep_ == "dobj" and child.i < current.i and (child.pos_ in ("PROPN", "PRON") or head.lower_ in _enabling())]
                if controlled:
                    return controlled
            subjects = [child for child in head.children if child.dep_ in _SUBJECTS and child.dep_ != "expl"]
            if subjects:
                if subjects[-1].lower_ in _RELATIVES and head.dep_ == "relcl":
                    return [head.head]
                return subjects[-1:]
            if current.dep_ == "ccomp" and current.tag_ in ("VBD", "VBZ", "VBP"):
                return []
        current = head
    return [current] if passive else []


def _antecedent(relative: Token, head: Token) -> Token:
    """What "which" stands for: the name right before it, without a comma, of a noun that the parser hangs its clause on: "a unit of Acme which"."""
    before = relative.nbor(-1) if relative.i else relative
    return before if head.pos_ == "NOUN" and before.pos_ == "PROPN" and any(one.lower_ == "of" and one.head.i == head.i for one in before.ancestors) else head


def owners(noun: Token) -> list[Token]:
    """The possessor of a noun: "Acme's purchase of", "its bid for", "the Acme bid for"."""
    found = [child for child in noun.children if child.dep_ == "poss"]
    if found:
        return _advised(noun) or found if found[0].lower_ in ("its", "their") else found
    # "Acme's proposed purchase", where the parser hangs the possessor on the participle
    return [one for child in noun.lefts if child.dep_ == "amod" for one in child.children if one.dep_ == "nsubj" and any(mark.tag_ == "POS" for mark in one.children)]


def _advised(noun: Token) -> list[Token]:
    """Whom another helps with a deal: "Acme's lawyers represented Globex in its purchase of", "advised Globex on the sale of"."""
    verb = noun.head.head if noun.head.lower_ in ("on", "in", "over", "with", "about") else noun
    if verb.lower_ not in _ADVISES:
        return []
    return behind(verb, ("for",)) if verb.lower_ in _ACTS else sufferers(verb)


_ACTS = forms_of("act")
_ADVISES = _ACTS | forms_of("advise", "assist", "counsel", "help", "represent")


def named_before(noun: Token) -> list[Token]:
    """The name right before a noun: "the Globex acquisition"."""
    return [child for child in noun.children if child.dep_ in ("compound", "nmod") and child.pos_ == "PROPN" and len(child) > 2]


def makers(noun: Token, part: str = "maker") -> list[Token]:
    """Who makes the deal that a noun names: the subject of the verb that carries it, through talks, plans and prepositions."""
    current = noun
    for _ in range(8):
        head = current.head
        if head.i == current.i:
            return []
        if part == "maker" and current.pos_ == "NOUN" and (advised := _advised(current)):
            return advised
        if head.lower_ in _CARRIERS:
            current = head
            continue
        if head.pos_ in ("VERB", "AUX"):
            if current.dep_ == "nsubj" and head.tag_ == "VB" and head.dep_ in ("ccomp", "xcomp"):
                current = head  # "announced a partnership with Acme to sell": read as what is announced
                continue
            if current.dep_ in ("nsubj", "nsubjpass", "npadvmod", "advcl"):
                return []
            carries = _supports().get(head.lower_)
            if head.lower_ in _APPROVE and any(one.lower_ in _APPROVERS for one in doers(head)):
                carries = "maker"  # "Acme's board approved the purchase of Globex"
            if carries is None and current.lower_ not in _CARRIERS:
                return []
            if part == "taker" and carries != "taker" or part == "maker" and carries == "taker":
                return []
            return doers(head) if not is_passive(head) else series(_doers(head, passive=True))
        if head.pos_ == "NOUN" and head.lower_ in _TALK:
            owner = owners(head)
            if owner:
                return owner
        elif head.lower_ in _AIMED_AT and current.lower_ in ("of", "for") or head.lower_ in ("partner", "partners") and current.lower_ == "in":
            pass  # "is the target of a takeover by", "are partners in a venture"
        elif head.lower_ == "charge" and current.lower_ == "of" and head.head.head.lower_ in ("put", "puts", "putting") or head.lower_ in ("favour", "favor") and current.lower_ == "of" or head.lower_ == "close" and current.lower_ == "to":
            pass  # "put Jane Roe in charge of the sale", "voted in favour of the merger", "is close to a merger"
        elif head.pos_ == "PROPN" and current.lower_ == "in" and part == "maker":
            # a headline without a verb: "Acme, Globex in merger talks"
            while head.dep_ == "conj":
                head = head.head
            return series([head])
        elif head.pos_ != "ADP" and current.dep_ not in ("conj", "compound"):
            return []
        current = head
    return []


def behind(word: Token, prepositions: tuple[str, ...]) -> list[Token]:
    """The names behind one of the prepositions that belong to a word.

    The parser hangs them as often on the object, on another preposition's noun, or on the verb that carries a noun.
    """
    for one in _prepositions(word):
        if one.lower_ in prepositions:
            found = [child for child in one.children if child.dep_ == "pobj" and child.pos_ in ("NOUN", "PROPN", "PRON") and child.ent_type_ != "DATE"]
            if found:
                return series(found)
    if "to" in prepositions:
        # "sold its paint unit to rival Globex", where the parser makes a verb of "rival"
        rivalled = (child for one in (word, *word.children) for child in one.children if child.lower_ == "rival" and child.tag_ == "VB" and child.i > word.i)
        return series([one for child in rivalled for one in child.children if one.dep_ == "dobj" and one.pos_ == "PROPN"][:1])
    return []


_WORTH = frozenset({"worth", "valued", "totalling", "totaling", "estimated", "costing"})


def _prepositions(word: Token) -> Iterator[Token]:
    """The prepositions after a word that may be its own, the surest first."""
    yield from (child for child in word.children if child.i > word.i and child.pos_ in ("ADP", "SCONJ", "PART"))
    waiting = [
        child for child in word.children
        if child.i > word.i and (child.dep_ in ("dobj", "prep", "pobj", "dative", "attr", "agent") or child.dep_ == "conj" and child.pos_ != "VERB" or child.lower_ in _WORTH)
    ]  # fmt: skip
    while waiting:
        below = waiting.pop(0)
        if below.lower_ in _WORTH:
            # "an order worth $3m from Acme"
            waiting += [child for child in below.children if child.i > below.i and child.dep_ in ("npadvmod", "dobj", "pobj", "prep", "attr")]
        for child in below.children:
            if child.i > word.i and child.dep_ in ("prep", "agent", "dative") and child.pos_ in ("ADP", "SCONJ", "PART"):
                yield child
            if child.i > word.i and child.dep_ in ("prep", "pobj", "agent"):
                waiting.append(child)
    carrier = word.head
    while carrier.pos_ == "ADP" and carrier.head.i != carrier.i:
        carrier = carrier.head
    if word.pos_ != "VERB" and carrier.pos_ in ("VERB", "AUX"):
        yield from (
            child for child in carrier.children
            if child.i > word.i and (child.dep_ in ("prep", "dative", "agent") or child.lower_ == "to" and child.rights) and (child.dep_ != "agent" or word.dep_ not in _SUBJECTS)
        )  # fmt: skip


def series(tokens: list[Token]) -> list[Token]:
    """A noun with those joined to it: "Acme, Globex and Initech"."""
    found = []
    for token in tokens:
        found.append(token)
        current = token
        for _ in range(6):
            joined = [child for child in current.children if child.i > current.i and child.pos_ in ("NOUN", "PROPN") and (child.dep_ == "conj" or _is_listed(current, child))]
            if not joined:
                break
            if current.pos_ == "NOUN" and joined[0].pos_ == "PROPN" and joined[0].dep_ == "conj" and not any(child.dep_ == "cc" for word in (current, joined[0]) for child in word.children if child.lower_ != "&"):
                found.pop()  # "its paint arm, Globex, on the block": what the arm is called
            current = joined[0]
            found.append(current)
    return found


def _is_listed(first: Token, child: Token) -> bool:
    """True for the second name of a list that the parser takes for what the first one is: "Acme, Globex and Initech"."""
    return child.dep_ == "appos" and first.pos_ == child.pos_ == "PROPN" and any(one.dep_ == "conj" and one.pos_ == "PROPN" for one in child.children)


def party(sentence: Sentence, token: Token, people: bool = True) -> EntityMention | None:
    """The company (or person) that a noun denotes: by its name, by the name in apposition, by who leads or owns it."""
    if token.lower_ in _RELATIVES and token.head.dep_ == "relcl":
        token = token.head.head
    if token.lower_ in _OF_TWO:
        return _of_two(sentence, token)
    found = sentence.entity_at(token)
    types = ("organization", "person") if people else ("organization",)
    if found is not None:
        if found.via == "coreference" and token.pos_ == "NOUN" and found.referent.order in sentence.reading.reporters:
            return None  # "the Post said that the firm is considering a bid": not the newspaper
        if found.referent.type in types:
            return found
        if is_guessed_place(found) and token.pos_ == "PROPN":
            return replace(found, referent=Referent(found.referent.name, "organization", {found.text}))
        return found if found.referent.type == "product" and token.pos_ == "PROPN" else None
    if token.pos_ in ("NOUN", "ADJ") and not (token.text[0].isupper() and token.i > token.sent.start):
        beside = [one for one in sentence.entities if one.start == token.idx + len(token) + 1 and one.referent.type in types and one.via != "coreference"]
        if beside:
            return beside[0]  # "the paint maker Globex"
        for child in token.children:
            if child.dep_ == "appos" and (found := sentence.entity_at(child)) is not None and found.referent.type in types:
                return found
            if token.lower_ in _UNITS and child.dep_ in ("poss", "compound") and (found := sentence.entity_at(child)) is not None and found.referent.type in types:
                return found
        if token.lower_ in _KIN and (kin := _kin(sentence, token)) is not None and people:
            return kin
        if joint := _joint(token):
            return party(sentence, joint[0], people)
        if token.lower_ in _UNITS and (whole := behind(token, ("of", "in") if token.lower_ in _HOLDERS else ("of",))):
            return party(sentence, whole[0], people) if whole[0].i != token.i else None
        return None
    return _unknown_name(sentence, token)


def _joint(token: Token) -> list[Token]:
    """Those who act together under no name of their own: "a consortium led by Acme", "a joint venture of Acme and Globex"."""
    if token.lower_ not in _GROUPS:
        return []
    leaders = next((found for child in token.children if child.dep_ == "acl" and child.lower_ in _LED and (found := behind(child, ("by",)))), [])
    return leaders or [one for one in behind(token, ("of", "between")) if one.pos_ == "PROPN"]


def public_bodies(sentence: Sentence, tokens: list[Token], countries: bool = False) -> list[EntityMention]:
    """Parties that have no name of their own: "the Indian navy", "Norland's sovereign wealth fund", "the government of Norland"; or states by their names."""
    return [one for token in tokens if (one := _public_body(sentence, token, countries)) is not None]


_STATES = frozenset({"city", "county", "province", "state"})


def _public_body(sentence: Sentence, token: Token, countries: bool) -> EntityMention | None:
    found = sentence.entity_at(token)
    if found is not None and found.referent.place_type == "country" and token.pos_ == "PROPN":
        return replace(found, referent=Referent(found.referent.name, "organization", {found.text})) if countries and found.text == found.referent.name else None
    fund = token.lower_ == "fund" and any(child.lower_ in ("wealth", "pension") for child in token.children)
    state = token.lower_ in _STATES and any(child.lower_ == "of" and child.i == token.i + 1 for child in token.children)
    if token.lower_ not in terms("bodies") and not fund and not state:
        return None
    left = [child for child in token.children if child.i < token.i and child.dep_ in ("amod", "compound", "nmod", "poss")]
    of = next((one for one in behind(token, ("of",)) if one.pos_ == "PROPN" and one.i < token.i + 4), None)
    if (not left or not left[0].text[0].isupper()) and of is None:
        return None
    start = min((one.idx for child in left for one in child.subtree), default=token.idx)
    end = of.idx + len(of) if of is not None else token.idx + len(token)
    return named(sentence.between(start, end), start, end, "organization")


def is_guessed_place(mention: EntityMention) -> bool:
    """True for a name that the model takes for a place's, though no place of that name is known: often a company's."""
    referent = mention.referent
    return referent.type == "place" and referent.place_type == "region" and referent.code is None and mention.via == "name" and find_place(referent.name) is None


_KIN = frozenset({"family", "brothers", "sisters", "siblings", "twins", "cousins", "heirs"})


def _kin(sentence: Sentence, token: Token) -> EntityMention | None:
    """ "the Roe family": buys and sells as one."""
    names = [child for child in token.lefts if child.dep_ == "compound" and child.pos_ == "PROPN"]
    if not names or not names[0].text[0].isupper():
        return None
    start, end = names[0].idx, token.idx + len(token)
    return named(sentence.between(start, end), start, end, "group")


_OF_TWO = frozenset({"latter", "former"})


def _of_two(sentence: Sentence, token: Token) -> EntityMention | None:
    """Whom "the latter" and "the former" are: of the last two companies named before, in this sentence or else the one before it."""
    if not any(child.lower_ == "the" for child in token.children):
        return None
    for near in (sentence, sentence.previous):
        named_before: list[EntityMention] = []
        for one in reversed(near.entities if near is not None else []):
            if one.end <= token.idx and one.referent.type == "organization" and all(one.referent is not other.referent for other in named_before):
                named_before.append(one)
        if len(named_before) > 1:
            return named_before[0 if token.lower_ == "latter" else 1]
    return None


def _unknown_name(sentence: Sentence, token: Token) -> EntityMention | None:
    """A proper noun that is no entity of the article, taken for the name of an organisation; the small model calls many a company a town."""
    if not token.text[0].isupper() or len(token) < 3 or token.pos_ not in ("PROPN", "NOUN") or token.pos_ == "NOUN" and token.i == token.sent.start:
        return None
    if token.ent_type_ in _NO_COMPANY:
        return None
    first = token
    while first.i > token.sent.start and first.nbor(-1).pos_ == "PROPN" and first.nbor(-1).head.i == token.i and first.nbor(-1).ent_type_ not in _NO_COMPANY:
        first = first.nbor(-1)
    if token.lower_ in terms("entity_not_names") and (token.lower_ not in _IN_FUND_NAMES or first.i == token.i):
        return None
    start, end = first.idx, token.idx + len(token)
    text = sentence.between(start, end)
    if find_place(text) or any(first < end and start < last for first, last in _no_names(sentence)):
        return None
    for one in sentence.reading.entities:
        if one.referent.type == "organization" and (one.referent.name == text or one.referent.name.startswith(text + " ")):
            return EntityMention(start, end, text, one.referent, "alias")
    return EntityMention(start, end, text, Referent(text, "organization", {text}))


_IN_FUND_NAMES = frozenset({"growth"})  # "raised $3m from Acme Growth"


def _no_names(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that are times and amounts."""
    yield from ((one.start, one.end) for one in sentence.periods)
    yield from ((one.start, one.end) for one in sentence.quantities)


_NO_COMPANY = frozenset({"NORP", "LOC", "DATE", "MONEY", "LANGUAGE", "LAW", "TIME", "CARDINAL", "ORDINAL"})


def name_in(sentence: Sentence, token: Token) -> EntityMention | None:
    """The name of a company inside or beside a description: "the Globex chain", "the paint chain, Globex"."""
    for child in token.children:
        if child.dep_ in ("compound", "nmod", "appos") and child.pos_ in ("PROPN", "NOUN"):
            found = sentence.entity_at(child)
            if found is None or found.via == "coreference" and found.start < child.idx:
                found = _unknown_name(sentence, child) if child.pos_ == "PROPN" and child.i > token.sent.start else None
            if found is not None and found.referent.type in ("organization", "product"):
                return found
    return None


_BEFORE_VERB = re.compile(r"(?: \([\w.: ]+\))?,? (?:(?:which|who|has|have|had|also|already|recently|then|now|later|previously|will|would|plans? to|(?:is|are) to|\w+ly) )*")
_JOINS = re.compile(r",? and (?:the )?(?:[\w'-]+ ){0,3}")


def actors(sentence: Sentence, verb: Token) -> list[EntityMention]:
    """The companies and people that do what a verb says; where the parse gives it no subject, the name right before it."""
    found = parties(sentence, doers(verb))
    if found and found[0].via == "coreference" and verb.dep_ in ("xcomp", "ccomp") and any(child.dep_ == "dobj" and found[0].start <= child.idx < found[0].end for child in verb.head.children):
        # "the fund, which has 6 percent of Acme, urged the company to sell": whom one urges is another
        urging = parties(sentence, doers(verb.head))
        found = [another(sentence, found[0]) or found[0]] if urging and urging[0].referent is found[0].referent else found
    if not found and not is_passive(verb) and not any(child.dep_ in _SUBJECTS for child in verb.children):
        found = [
            one for one in sentence.entities
            if one.referent.type in ("organization", "person") and one.end <= verb.idx and _BEFORE_VERB.fullmatch(sentence.between(one.end, verb.idx))
        ]  # fmt: skip
    if not found and sentence.in_title and verb.i > sentence.span.start + 1 and verb.nbor(-1).lower_ == "to":
        # "Acme to buy Globex", whatever the small model makes of Acme
        name = verb.nbor(-2)
        short = (one for one in sentence.reading.entities if one.referent.type == "organization" and one.referent.name.split()[0] == name.text)
        found = [EntityMention(name.idx, name.idx + len(name), name.text, one.referent, "alias") for one in short][:1]
    if not found and is_headless(sentence, verb) and (main := focus(sentence, sentence.start, None)) is not None:
        found = [main]
    return found


def is_headless(sentence: Sentence, verb: Token) -> bool:
    """True for the past tense at the head of a line, as releases list what they have done: "Acquired Globex for $3m."."""
    if verb.tag_ not in ("VBD", "VBN") or verb.i != sentence.span.start or not verb.text.istitle() or sentence.in_title:
        return False
    source = sentence.reading.text
    return opens_line(source, verb.idx) and not source.startswith(" by ", verb.idx + len(verb))


def another(sentence: Sentence, than: EntityMention) -> EntityMention | None:
    """The last company named before a mention in its sentence that is another than the mention denotes."""
    return next(
        (one for one in reversed(sentence.entities) if one.end <= than.start and one.referent.type in ("organization", "product") and one.referent is not than.referent and one.via != "coreference"),
        None,
    )  # fmt: skip


_CRAFT = frozenset(
    "jet jets plane planes aircraft airliner airliners helicopter helicopters ship ships vessel vessels tanker tankers train trains tram trams bus buses"
    " truck trucks engine engines turbine turbines locomotives satellites".split()
)
_MODEL = re.compile(r"[A-Z]{0,3}-?\d{2,4}\w{0,3}s")


def maker_of(sentence: Sentence, goods: Token) -> EntityMention | None:
    """Whose goods are ordered: "50 Acme jets", "30 Acme 787s"."""
    modifiers = (child for child in goods.lefts if child.dep_ in ("compound", "nmod"))
    names = [token for child in modifiers for token in child.subtree if token.pos_ == "PROPN"]
    if not names or goods.lower_ not in _CRAFT and not _MODEL.fullmatch(goods.text):
        return None
    found = sentence.entity_at(names[0])
    if found is not None and found.referent.type == "organization":
        return found
    start, text = names[0].idx, names[0].text
    for one in sentence.reading.entities:
        if one.referent.type == "organization" and (one.referent.name == text or one.referent.name.startswith(text + " ")):
            return EntityMention(start, start + len(text), text, one.referent, "alias")
    if len(names) > 1 and not text[1:].islower() or find_place(text):
        return None
    return EntityMention(start, start + len(text), text, Referent(text, "organization", {text}))


def is_put_to(noun: Token) -> bool:
    """True for a deal that another only answers to, which is not closed: "dismissed a takeover by Globex", "faces one"."""
    return noun.dep_ == "dobj" and _supports().get(noun.head.lower_) == "taker"


def pair_before(sentence: Sentence, last: EntityMention) -> list[EntityMention]:
    """ "Acme and Japanese rival Globex agreed": the two, where the parse has but the second."""
    for one in reversed(sentence.entities):
        if one.end < last.start and one.referent.type == "organization" and one.referent is not last.referent:
            return [one, last] if _JOINS.fullmatch(sentence.between(one.end, last.start)) else [last]
    return [last]


def pair_after(sentence: Sentence, first: EntityMention, position: int) -> list[EntityMention]:
    """ "Rival insurers Acme and Globex are to merge": the two, where the parse has but the first."""
    for one in sentence.entities:
        if first.end < one.start and one.end <= position and one.referent.type == "organization" and one.referent is not first.referent:
            return [first, one] if _JOINS.fullmatch(sentence.between(first.end, one.start)) else [first]
    return [first]


def two_of_before(sentence: Sentence, position: int) -> list[EntityMention]:
    """Whom "they", "the pair" and "the two companies" are: the last two names joined by "and" in this sentence or the two before."""
    for index in range(sentence.index, max(-1, sentence.index - 3), -1):
        earlier = sentence.reading.sentences[index]
        names = [one for one in earlier.entities if one.referent.type == "organization" and one.end <= position]
        for one, other in reversed(list(zip(names, names[1:], strict=False))):
            if one.referent is not other.referent and _JOINS.fullmatch(earlier.between(one.end, other.start)):
                return [one, other]
    return []


def only_two_before(sentence: Sentence, position: int) -> list[EntityMention]:
    """Whom "the two firms" are where nothing joins their names: the only two of this sentence or of the one before."""
    for near in (sentence, sentence.previous):
        names = {id(one.referent): one for one in (near.entities if near is not None else []) if one.referent.type == "organization" and one.end <= position}
        if len(names) > 1:
            return list(names.values()) if len(names) == 2 else []
    return []


def focus(sentence: Sentence, position: int, without: EntityMention | None) -> EntityMention | None:
    """The company spoken of before a position: the subject of this sentence or the one before, else that of the article."""
    for near in (sentence, sentence.previous):
        for one in reversed(near.entities if near is not None else []):
            if one.end <= position and one.referent.type == "organization" and (without is None or one.referent is not without.referent):
                last = sentence.token(one.end - 1)
                if last.dep_ in _SUBJECTS or last.dep_ == "poss" and last.head.dep_ in _SUBJECTS:
                    return one
    main = sentence.reading.main
    if main is None or without is not None and main is without.referent:
        return None
    return sentence.reading.first_mention(main)


def apposed(sentence: Sentence, token: Token) -> EntityMention | None:
    """The name that a description follows: "Acme, the golf brand that it bought"."""
    start = min((one.idx for one in token.subtree if one.i <= token.i and one.head.i <= token.i), default=token.idx)
    return next((one for one in sentence.entities if one.end == start - 2 and sentence.between(one.end, start) == ", " and one.referent.type in ("organization", "product")), None)


def parties(sentence: Sentence, tokens: list[Token], resolve: Callable[[Sentence, Token], EntityMention | None] = party) -> list[EntityMention]:
    """The companies that nouns denote, those that denote none left out; of a class those named behind it."""
    found: list[EntityMention] = []
    for token in tokens:
        named_members = members(sentence, token)
        if not named_members and len(joint := _joint(token)) > 1 and sentence.entity_at(token) is None:
            named_members = parties(sentence, joint, resolve)
        one = None if named_members else resolve(sentence, token)
        found += named_members or ([one] if one is not None else [])
    return found
