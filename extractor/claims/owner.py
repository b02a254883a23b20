"""Who a measure is said to be of in so many words: "Acme's profit", "sales at Acme", "sold by Acme", "Acme sold"."""

from __future__ import annotations

import re
from enum import Enum

from extractor.claims.classes import TRADES, phrase
from extractor.claims.cues import Cue
from extractor.claims.focus import is_reporter, is_source
from extractor.mentions.counted import lemma
from extractor.mentions.name_votes import PARTS
from extractor.mentions.salience import owner_apposed
from extractor.mentions.types import EntityMention, QuantityMention
from extractor.reading import Sentence
from extractor.tokens import Token


class Nobody(Enum):
    """The answer of a rule that knows the measure to be of no one that could be named."""

    NOBODY = 0


def is_actor(mention: EntityMention) -> bool:
    return mention.referent.type in ("organization", "group", "product")


# "The maker of Globex's sauces said profit fell"
_SAYS = re.compile(r"\b(?:said|says|announced|reported|expects?|warned|posted)\b")
# what comes from others: "financing from Acme" is none of Acme's
FROM_OTHERS = frozenset({"funding", "investment", "debt", "orders", "deal"})
_POSSESSED = re.compile(r"^(?:'s?|’s?)\s+(?:[\w&/.%-]+,?\s+){0,6}$")
# "Acme, which saw its sales rise"
_WHICH_SAW = re.compile(r",? (?:which|who)(?: has| have| had)? (?:saw|seen|had|reported|posted|recorded|enjoyed|suffered) (?:its |a |an )?(?:[\w-]+ ){0,2}")
_PRONOUN_POSSESSED = re.compile(r"^\s+(?:[\w&/.-]+\s+){0,5}$")
_COMPOUND = re.compile(
    r"^(?:\s|-[a-z]+\s)(?:(?!in\b|of\b|on\b|to\b|and\b|for\b|at\b|by\b|with\b|has\b|had\b|is\b|was\b|said\b|saw\b)[\w&/-]+\s+){0,4}$"
)


def owner_of(sentence: Sentence, cue: Cue) -> EntityMention | None:
    """ "Acme's net profit", "its sales", "Acme shares", "shares in Acme"."""
    trade = next((child for child in sentence.head(cue.start, cue.end).children if child.dep_ == "poss" and lemma(child.lower_) in TRADES), None)
    if trade is not None:
        return phrase(sentence, trade)
    told_by = _TOLD_BY.match(sentence.between(cue.end, sentence.end))
    agent = next((one for one in sentence.entities if told_by and is_actor(one) and one.start == cue.end + told_by.end()), None)
    if agent is not None:
        return agent
    for one in reversed(sentence.entities):
        if not is_actor(one) or (cue.stance is not None or cue.predicate == "share_price") and is_reporter(sentence, one):
            continue  # "the broker cut its price target", "Acme Securities' profit forecast": theirs is only the forecast
        if one.end <= cue.start:
            gap = sentence.between(one.end, cue.start)
            if (
                _POSSESSED.match(gap) and not _is_anothers(sentence, one, cue) and not (("," in gap or _SAYS.search(gap)) and verb_between(sentence, one.end, cue.start))
                or _WHICH_SAW.fullmatch(gap)
                or one.text.casefold() in ("its", "their", "our")
                and _PRONOUN_POSSESSED.match(gap)
                and not (" and " in gap and verb_between(sentence, one.end, cue.start))
            ):
                return one
            if (
                one.referent.type != "product"
                and _COMPOUND.match(gap)
                and not verb_between(sentence, one.end, cue.start)
            ):
                return one
        elif cue.predicate != "stake" and re.fullmatch(
            r"\s(?:of|at|by|from" + ("" if cue.predicate == "investment" else "|in") + ("|for" if cue.predicate == "units_sold" else "") + r")\s(?:the\s|[A-Z][a-z]+'s\s)?(?:[\w-]+ ){0,3}",
            sentence.between(cue.end, one.start),
        ) and (one.referent.type == "organization" or one.referent.type == "product" and cue.predicate in ("sales", "units_sold")) and not (
            cue.predicate in FROM_OTHERS and sentence.between(cue.end, one.start).lstrip().startswith("from " if cue.predicate == "investment" else ("from ", "by "))
        ) and (
            cue.predicate != "sales" or " of " not in sentence.between(cue.end, one.start)
        ):
            return one
    return None


def _is_anothers(sentence: Sentence, owner: EntityMention, cue: Cue) -> bool:
    """True where a possessive leads to another company, which acts: "Acme's parent Globex made a loss", "Acme's retail arm, Globex, made a profit"."""
    between = (one for one in sentence.entities if owner.end < one.start and one.end < cue.start and one.referent.type == "organization")
    return any(verb_between(sentence, one.end, cue.start) for one in between)


# "the rights issue launched by Acme", "profits reported by Acme"
_TOLD_BY = re.compile(r" (?:just |recently |previously )?(?:launched|announced|made|reported|posted|recorded|unveiled|planned|proposed|achieved) (?:[a-z]+ [a-z]+ )?by (?:the )?(?:[a-z][\w-]* ){0,3}")


_PART = r"(?:segment|division|unit|business|arm|operation|subsidiary|brand|chain)"
_OPENING = re.compile(
    rf"(?P<plain>At|In|Within) (?P<part>(?:its|the|their|our|[A-Z][\w&.-]*'s) (?:[\w-]+ ){{0,4}}?{_PART}, )?(?:the |its )?"
)


def topic_of(sentence: Sentence, cue: Cue) -> EntityMention | None:
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

# "a 12 percent drop at its Globex arm"
_MOVE_AT = re.compile(
    r" (?:[a-z]+ )?(?:rise|increase|gain|growth|jump|surge|improvement|drop|fall|decline|decrease|slump|dip|slide|plunge|downturn)(?: in (?:[a-z-]+ ){1,3})? at (?:(?:the|its|their) )?"
)


def part_at(sentence: Sentence, mention: QuantityMention) -> EntityMention | None:
    """The part of a company whose own move accounts for another: "after a 12 percent drop at its Globex arm"."""
    match = _MOVE_AT.match(sentence.between(mention.end, sentence.end))
    return next((one for one in sentence.entities if match and one.start == mention.end + match.end() and one.referent.type == "organization"), None)


# "surged 16% | to 226,400 units at Acme"
_TO_AT = re.compile(r" to (?:a record |about |around |nearly |over |more than )?[$£€¥]?[\d.,]+(?: ?(?:m|bn|million|billion))?(?: [a-z]+){0,2} at (?:the )?")


def seller_at(sentence: Sentence, mention: QuantityMention, compared: bool) -> EntityMention | None:
    """ "Sales rose 12 percent at Acme and 5 percent at Globex"; with `compared` "against 54 percent for its neighbour Acme" too."""
    after = sentence.between(mention.end, sentence.end)
    match = re.match(r" at (?:the )?", after) or _TO_AT.match(after) or (_FOR_SELLER.match(after) if compared else None)
    if match is None:
        return None
    return next((one for one in sentence.entities if one.start == mention.end + match.end() and one.referent.type == "organization"), None)


# whom a possessive leads to: "sales at Acme's German rival Globex"
_OWNERS = frozenset({"its", "their"})
_PART_NEXT = re.compile(rf" (?:[a-z]+ )?(?:{PARTS}|joint venture)\b")
_KIN = re.compile(
    r"(?:'s|’s)? (?:[\w-]+ ){0,3}?(?:rival|competitor|parent|owner|customer|supplier|partner|subsidiary|unit|arm|division|brand|chain|affiliate|peer|neighbour|neighbor|sister company|predecessor|successor),? $"
)


def led_to(sentence: Sentence, one: EntityMention) -> EntityMention:
    """The company right behind one that only tells whose it is."""
    if one.text.casefold() not in _OWNERS and not sentence.between(one.end, one.end + 2).startswith(("'s", "’s")):
        return one
    behind = [two for two in sentence.entities if one.end < two.start < one.end + 60 and two.referent.type == "organization"]
    if behind and sentence.between(one.end, behind[0].start) in ("'s ", "’s ", "' ", " ") and _PART_NEXT.match(sentence.between(behind[0].end, sentence.end)):
        return behind[0]  # "Acme's Globex unit"
    return next((two for two in behind if _KIN.match(sentence.between(one.end, two.start)) and two.referent is not one.referent), one)


_ADVERBS = re.compile(r"\s(?:(?:\w+ly|also|has|had|have|then|now|still|already|only|itself|will|would|is|was|been) )*")
_RELATIVE = re.compile(r"(?: \([\w.: ]+\))?, (?:which|who)" + _ADVERBS.pattern)


def right_before(sentence: Sentence, verb: Cue) -> EntityMention | None:
    """The organisation that stands right before a verb, or before its "which", whatever the parser makes of the clause around the two."""
    for one in reversed(sentence.entities):
        if one.end <= verb.start:
            between = sentence.between(one.end, verb.start)
            if one.referent.type != "organization":
                return None
            if _RELATIVE.fullmatch(between):
                return one
            follows = re.search(r"\b(?:of|in|by|from|with|to|than) (?:the )?$", sentence.between(sentence.start, one.start))
            named_by_the_way = _SUCH_AS.search(sentence.between(sentence.start, one.start))  # "carmakers such as Acme and Globex lost"
            return one if _ADVERBS.fullmatch(between) and not follows and not named_by_the_way else None
    return None


_WHOSE = re.compile(r"(?:, (?:an?|the|one of) [^,;]{2,60})?,? whose ")
_SUCH_AS = re.compile(r"\b(?:such as|including|like|unlike) (?:the )?(?:[A-Z][\w&'.-]*(?: [A-Z][\w&'.-]*)*(?:, | and |, and | or ))*$")
_OWN = re.compile(
    r"(?:'s?|’s?) (?:(?:[a-z-]+ ){0,2}?(?:record|high|low|peak|best|tally|total|figure|mark|level|feat|haul)(?: (?:high|low|total))? of (?:[a-z]+ ){0,3}?)?(?:about |around |some |nearly |almost |over |more than )?"
)


def own_figure(sentence: Sentence, mention: QuantityMention) -> EntityMention | None:
    """ "compared to Acme's 14 percent", "beating Acme's record of 14 percent"."""
    before = sentence.between(sentence.start, mention.start)
    if before.endswith(" whose "):
        # "Acme, a local brand whose 16 percent"
        return next((one for one in reversed(sentence.entities) if is_actor(one) and _WHOSE.fullmatch(sentence.between(one.end, mention.start))), None)
    return next((one for one in sentence.entities if is_actor(one) and _OWN.fullmatch(sentence.between(one.end, mention.start))), None)


_OF_ITS_OWN = re.compile(
    r"(?: (?!(?:as|and|or|while|when|after|before|but|from|to|at|because|since|where|with|by|in|on)\b)[\w-]+){0,3}?(?: that| which)? (?:the )?(?:rival )?"
)
_BY_ITSELF = re.compile(r"(?: [\w-]+){0,2} (?:\w+ed|sold|made|built|won|spent|lost|held|put up) by (?:the )?(?:rival )?")
_REPORTED = re.compile(
    r" (?:(?:had|has|have|also|itself) )*(?:reported|made|earned|posted|sold|paid|spent|lost|had|has|announced|recorded|saw|generated|raised|shipped|delivered|offered|employs?|produced|built|booked|registered)\b"
)


def told_of(sentence: Sentence, mention: QuantityMention) -> EntityMention | None:
    """ "more than the 3 million phones that Acme sold": Acme."""
    if not re.search(r"\b(?:the|than|with|against|beating|to) (?:about |around |nearly |some )?$", sentence.between(sentence.start, mention.start)):
        return None
    for one in sentence.entities:
        if 0 < one.start - mention.end < 50 and is_actor(one) and not is_source(sentence, one):
            if _BY_ITSELF.fullmatch(sentence.between(mention.end, one.start)):
                return one
            return one if _OF_ITS_OWN.fullmatch(sentence.between(mention.end, one.start)) and _REPORTED.match(sentence.between(one.end, sentence.end)) else None
    return None


_DONE_BY = re.compile(r"[^,;]{0,70}?\b(?:\w+ed|sold|made|built|bought|won|paid|spent|lost|held|run|shed|cut|taken|grown|put)\s+by\s+(?:the\s+)?")


def agent_of(sentence: Sentence, mention: QuantityMention) -> EntityMention | None:
    """ "2.3 million units sold by Acme in Norway"."""
    match = _DONE_BY.match(sentence.between(mention.end, sentence.end))
    if match is None:
        return None
    position = mention.end + match.end()
    for one in sentence.entities:
        if is_actor(one) and abs(one.start - position) <= 4 and not is_source(sentence, one):
            return one
    return None


def verb_between(sentence: Sentence, start: int, end: int) -> bool:
    doc = sentence.reading.tokens
    return any(
        t.pos_ in ("VERB", "AUX") and t.tag_ not in ("VBN", "VBG")
        for t in doc[sentence.token(start).i + 1 : sentence.token(end).i]
    )


def denoted(sentence: Sentence, token: Token) -> EntityMention | None:
    """The organisation that a noun phrase denotes, or that owns it ("Acme's finance unit")."""
    found = sentence.entity_at(token)
    if found is not None and is_actor(found):
        return found
    if found is not None and found.referent.type == "person":
        return None  # "Acme fund manager Jane Roe" is not Acme
    for child in token.children:
        # "its biggest rival, Acme, sold …"
        if child.dep_ == "appos" and (named_so := sentence.entity_at(child)) is not None and named_so.referent.type == "organization":
            return named_so
    if (owner := owner_apposed(token)) is not None and (found := sentence.entity_at(owner)) is not None and found.referent.type == "organization":
        return found
    for child in token.children:
        if child.dep_ in ("poss", "compound"):
            found = sentence.entity_at(child)
            if found is not None and found.referent.type == "organization":
                return found
    return None
