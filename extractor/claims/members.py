"""The companies of a class that are named right behind it: "rivals such as Globex and Initech", "two firms, Globex and Initech"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from extractor.claims.draft import named
from extractor.lexicon import terms
from extractor.mentions.counted import lemma
from extractor.mentions.places import find_place
from extractor.mentions.types import EntityMention, Referent
from extractor.reading import Sentence
from extractor.tokens import Token

# "a number of businesses", "a string of rivals": the class stands behind "of"
_NUMBERS = frozenset(
    "number total string series range host handful couple dozen dozens raft slew list clutch group bunch spate several some many most both two three four five six".split()
)
_IN_PLACE = r"(?: (?:in|from|across) (?:the )?[A-Z][\w.-]*(?: [A-Z][\w.-]*)?)?"
_SUCH_AS = re.compile(_IN_PLACE + r"(?:,| -)? (?:such as|including|like|namely|notably|among them|for example|most notably|most recently)(?: (?=[A-Z])|(?: (?=the|its|an?)| (?=[a-z])))")
_APPOSED = re.compile(_IN_PLACE + r"(?:,|:| -) ")
# what a member is: "the Globex chain", "Norway's Globex", "German retailer Globex"
_WHAT = r"(?:(?:the|its|an?) )?(?:(?:[A-Z][\w-]+(?:'s|s'|an|ese|ish|ch|-based)|U\.?S\.?|U\.?K\.?|(?!(?:and|for|in|to|of|with|from|by|at|on|which|that|who)\b)[a-z][\w-]*) ){0,4}"
_NEXT = re.compile(r"(?: \([\w.: ]{1,14}\))?(?: (?!and\b)[a-z]+){0,2}(?: (?:of|in|from|based in) [A-Z][\w.]+(?: [A-Z][\w.]+)?)?(?:,? and|,| as well as|,? or) " + _WHAT)
_FIRST = re.compile(_WHAT)


@cache
def _classes() -> frozenset[str]:
    """The nouns of which companies are members, in the singular."""
    return terms("entity_descriptions") | terms("company_classes") | terms("others") | {lemma(one) for one in terms("deal_things")}


def _whole(noun: Token) -> str:
    """The word that a noun is or ends, where the model has taken it apart: "start-ups"."""
    parted = noun.i > 1 and noun.nbor(-1).text == "-" and not noun.nbor(-1).whitespace_
    return f"{noun.nbor(-2).lower_}-{noun.lower_}" if parted else noun.lower_


def as_company(mention: EntityMention) -> EntityMention:
    """A name that the entities take for a person's: what is bought is none, whatever its name looks like."""
    return replace(mention, referent=Referent(mention.referent.name, "organization", {mention.text}))


# classes that people may be members of
_OF_PEOPLE = frozenset("backer bidder buyer client competitor creditor customer investor partner player rival seller shareholder suitor".split())


def members(sentence: Sentence, noun: Token) -> list[EntityMention]:
    """Whom a plural noun is said to include; none for one that no name follows."""
    for _ in range(2):
        below = next((child for child in noun.children if child.lower_ == "of" and child.i > noun.i), None) if noun.lower_ in _NUMBERS else None
        noun = next(iter(below.children), noun) if below is not None else noun
    if noun.tag_ not in ("NNS", "NNPS") or lemma(_whole(noun)) not in _classes() and not noun.lower_.endswith("makers"):
        return []
    end = noun.idx + len(noun)
    after = sentence.between(end, sentence.end)
    opened = _SUCH_AS.match(after) or (_APPOSED.match(after) if any(child.dep_ == "nummod" for child in noun.children) else None)
    if opened is None:
        return []
    found: list[EntityMention] = []
    end += opened.end()
    for mention in sentence.entities:
        one = _named_within(mention) if mention.via == "coreference" else mention
        if one is not None and one.referent.type == "person" and one.via == "name" and " " in one.text and lemma(_whole(noun)) not in _OF_PEOPLE:
            one = as_company(one)
        if one is not None and one.start >= end and one.referent.type in ("organization", "product"):
            if not (_NEXT if found else _FIRST).fullmatch(sentence.between(end, one.start)):
                break
            if is_employer(sentence, one):
                break
            found.append(one)
            end = one.end
    return found


_NAME = re.compile(r"(?<=[ ])[A-Z][\w&'-]*(?: [A-Z][\w&'-]*)*(?= [a-z])")


def _named_within(mention: EntityMention) -> EntityMention | None:
    """The name in "the Globex cinema chain", where that is taken for a description of another company."""
    match = _NAME.search(mention.text)
    if match is None or find_place(match.group()) is not None:
        return None
    return named(match.group(), mention.start + match.start(), mention.start + match.end(), "organization")


# "Acme founder Jane Roe": she is a member, and Acme is where she works
_OFFICE_NEXT = re.compile(r"(?: \([\w.:]{1,12}\))?(?:'s?)? (?!and\b|or\b|alongside\b|with\b)(?:[\w-]+ ){1,6}")


def is_employer(sentence: Sentence, one: EntityMention) -> bool:
    """True for the company in "Acme founder Jane Roe"."""
    return any(
        other.referent.type == "person" and other.via != "coreference" and one.end < other.start and _OFFICE_NEXT.fullmatch(sentence.between(one.end, other.start))
        for other in sentence.entities
    )
