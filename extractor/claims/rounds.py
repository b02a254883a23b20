"""Rounds of funding: who leads one and who takes part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.attribution import speech_verb
from extractor.claims.draft import Draft
from extractor.claims.members import is_employer
from extractor.claims.slots import actor, event_period
from extractor.mentions.types import EntityMention
from extractor.reading import Sentence

_ROUND = re.compile(r"\b(?:rounds?|[Ii]nvestors in|[Bb]ackers includ(?:ed?|ing)|funding|financing|investment|fundraising|raise[sd]?|Series [A-H])\b")
_BACKERS = r"(?:(?:existing|previous|new|early|other|earlier|seed) )*(?:backers?|investors?|shareholders?)"
# words that say what a backer is, as they stand before its name: "Dutch state bank", "the Norland Group's venture arm,"
_WHAT = r"(?:the )?(?:(?:[A-Z][\w-]+'s?|[A-Z][a-z]+(?:-[a-z]+)?|[A-Z]{2,3}-[a-z]+|(?!(?:and|to|in|of|by|that|which|who|whose|has|have|had|is|was|were|will|as|at|on|from|with|its)\b)(?!(?!existing|leading|earlier)[a-z]+(?:ed|ing) )[a-z][\w-]*),? ){0,7}(?:for (?:[a-z-]+ ){1,3}and [a-z-]+ )?"
# who puts in money through another: "a fund managed by Acme"
_THROUGH = r"(?:(?:the |an? )?(?:funds?|accounts?|vehicles?|entit(?:y|ies)|affiliates?)(?: and (?:accounts|vehicles|entities))? (?:managed|advised|run|controlled|backed) by )?"
_WHAT = _THROUGH + _WHAT
# what stands right before the first of those who put in money
_LED = re.compile(
    r"\b(?:(?:co-)?led(?: jointly)? by|joined by|participation (?:from|of|by)|backing (?:from|of)|money from|support(?:ed)? (?:from|by)|included?|includes|including|alongside|as did"
    r"|along with|" + _BACKERS + r"(?:,)?(?: including| such as| like| are| were)?) " + _WHAT + "$"
)  # fmt: skip
_NEXT = re.compile(r"(?: \([\w.:]{1,12}\))?(?:'s (?:[a-z-]+ ){0,4}(?:arm|fund|unit|division))?(?:,? and (?:(?:joined )?by )?|, |,? (?:as well as|alongside|along with|plus|with) )" + _WHAT)
# "the Norland Bank's Initech Fund": the first is not the backer
_OWNS_NEXT = re.compile(r"'s? (?:[a-z-]+ ){0,3}[A-Z]")
_ACTS = re.compile(
    r"(?:,? which [^,;.]{3,50},|, (?:an? |the )?[^,;.]{3,60},)?(?:, which|, who)? (?:has |have |had |both |all |also |again |then )*"
    r"(?:(?:co-)?led|leads|(?:is|was|are|were) (?:a )?part of|participated|took part|taken part|joined|chipped in|invested|(?:is |are )?put(?:ting)? in|followed|contributed|chipping in|taking part|joining|participating|co-invested)\b(?! (?:\$|a |an )?\S* ?(?:companies|firms|start-ups|startups|people|by))"
)


@cache
def _says() -> re.Pattern[str]:
    return re.compile(r",? " + speech_verb(), re.IGNORECASE)


def find_rounds(sentence: Sentence) -> Iterator[Draft]:
    """ "raised $70m in a round led by Acme Ventures and Globex", "existing backer Acme also took part": each of them invests."""
    backers = _backers(sentence)
    raised = _raiser(sentence, backers) if backers else None
    for one in backers if raised is not None else ():
        yield Draft(
            kind="deal", predicate="invests", subject=one, object=raised, rule="<round> led by <company>", start=one.start, end=one.end,
            period=event_period(sentence, one.end)[0], negated=False, confidence=0.75,
        )  # fmt: skip


def raised_by(sentence: Sentence, told: EntityMention) -> EntityMention | None:
    """Who raises the money of a round that a sentence tells of `told`: itself, unless it leads or joins it."""
    backers = _backers(sentence)
    return _raiser(sentence, backers) if any(one.referent is told.referent for one in backers) else told


_ROUND_WORDS = frozenset({"round", "rounds", "investors", "backers", "funding", "financing", "investment", "fundraising", "raise", "raised", "raises", "series"})


def _round_in(sentence: Sentence) -> re.Match[str] | None:
    """A word of a round in a sentence."""
    return None if sentence.lacks(_ROUND_WORDS) else _ROUND.search(sentence.text)


def _backers(sentence: Sentence) -> list[EntityMention]:
    """Those who a sentence says put money into a round."""
    here = _round_in(sentence)
    if here is None and not (sentence.previous and _round_in(sentence.previous) and _ACTS.search(sentence.text)):
        return []
    backers: list[EntityMention] = []
    named = [one for one in sentence.entities if one.referent.type in ("organization", "person") and one.via != "coreference"]
    for one in named:
        before = sentence.between(sentence.start, one.start)
        if _says().match(sentence.between(one.end, sentence.end)):
            continue
        if _OWNS_NEXT.match(sentence.between(one.end, sentence.end)) or is_employer(sentence, one):
            continue
        follows = backers and _NEXT.fullmatch(sentence.between(backers[-1].end, one.start))
        acts = _ACTS.match(sentence.between(one.end, sentence.end)) and (one.referent.type == "organization" or bool(_joined_to(sentence, named, one)))
        if follows or _LED.search(before) and (here is None or sentence.start + here.start() < one.start) or acts:
            backers.append(one)
        if acts and one in backers:
            backers[-1:-1] = [other for other in _joined_to(sentence, named, one) if other not in backers]
    return backers


def _joined_to(sentence: Sentence, named: list[EntityMention], first: EntityMention) -> list[EntityMention]:
    """Who is named before the first of those who take part, in the same series: "insurer Acme and existing investors Globex and Hooli joined"."""
    found: list[EntityMention] = []
    for one in reversed(named):
        if one.end <= first.start:
            if not _NEXT.fullmatch(sentence.between(one.end, first.start)):
                break
            found.insert(0, one)
            first = one
    return found


_OFFICE_OF = re.compile(r"\b(?:founder|owner|chief|head|boss|chairman|chairwoman|chair|president|director|partner|executive)s? (?:of|at) (?:the )?(?:[a-z][\w-]* ){0,4}$")


def _raiser(sentence: Sentence, backers: list[EntityMention]) -> EntityMention | None:
    """Who raises the money: who is named here and gives none, else who the text is about."""
    giving = {id(one.referent) for one in backers}
    here = _ROUND.search(sentence.text)
    first = backers[0]
    raiser = actor(sentence, sentence.start + here.start()) if here and here.group() != "Investors in" else None
    before = sentence.previous
    told = before.entities if before is not None and before.paragraph == sentence.paragraph and _ROUND.search(before.text) else []
    if told and before is not None and (gave := _backers(before)) and (raised := _raiser(before, gave)) is not None:
        told = [raised]
    own = raiser is not None and raiser.start >= sentence.start
    candidates = [raiser] if raiser is not None and own else []
    candidates += reversed([one for one in sentence.entities if one.end <= first.start])
    candidates += [one for one in told if not _LED.search(sentence.reading.text[max(0, one.start - 150) : one.start])]
    candidates += [raiser] if raiser is not None and not own else []
    for one in (*candidates, *sentence.entities):
        if sentence.start <= one.start < sentence.end and (is_employer(sentence, one) or _OFFICE_OF.search(sentence.between(sentence.start, one.start))):
            continue  # "Jane Roe, the founder of Globex, put in money"
        if one.referent.type == "organization" and id(one.referent) not in giving:
            return one
    main = sentence.reading.main
    if main is None or id(main) in giving:
        return None
    return sentence.reading.first_mention(main)
