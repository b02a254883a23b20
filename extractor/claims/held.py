"""What company a stake is in: named beside it, before it ("its stake in Acme rose to 12 percent"), or by its owners ("Acme's largest shareholder")."""

from __future__ import annotations

import re

from extractor.claims.draft import named
from extractor.claims.focus import main_of
from extractor.mentions.types import EntityMention, QuantityMention, Referent
from extractor.reading import Sentence

_OF_WHICH = re.compile(r"[ ,]*\(?(?:of|in) which [^,;.]{1,30}?")
_IN = re.compile(r"\b(?:in|of) (?:the |its )?(?:[a-z-]+ ){0,3}(?:[A-Z]\w+'s )?$")
# "its stake in", "shares in", "its holding of"
_STAKE_IN = re.compile(r"\b(?:stakes?|holdings?|shareholding|interest|shares) (?:in|of) (?:the )?(?:[a-z][\w-]* ){0,4}$")
# from the company to the amount: " to 12 percent", ", the paint maker, from 9.5 percent to about "
_TO_LEVEL = re.compile(
    r"(?:[^;.]|\.(?=\d)){0,80}\b(?:to|at|from|by|of|is|was)(?: (?:about|around|nearly|almost|some|just|over|under|more than|less than|at least|up to|as much as))?(?: an?)? "
)
_ITS_OWNER = re.compile(r"['’]s? (?:[a-z-]+ ){0,3}(?:shareholder|stockholder|investor|owner|backer|stakeholder)s?\b(?:[^;.]|\.(?=\d)){0,80}")
# "owns 21 percent of the business"
_OF_BUSINESS = re.compile(r" (?:stake |holding |interest |shareholding )?(?:of|in) the (?:business|firm|company|group|start-?up)\b(?! (?:[a-z]+ )?(?:unit|arm|of)\b)")
# "will own 60 percent of the joint venture"
_NAMELESS = re.compile(r" (?:stake |holding |interest )?(?:of|in) the ((?:new |planned )?(?:(?:joint )?venture|(?:combined|merged|enlarged|new|resulting) (?:company|group|firm|business|entity|bank|carrier|airline)))\b(?! (?:with|between|called|named))")
_NAMES_WHOLE = re.compile(r" (?:[a-z]+ )?(?:of|in) ")


def held_by(sentence: Sentence, mention: QuantityMention, holder: EntityMention) -> EntityMention | None:
    """The company that `holder` has a stake in, None where it is not told."""
    if _OF_BUSINESS.match(sentence.between(mention.end, sentence.end)) and (main := main_of(sentence.reading)) is not None and main is not holder.referent:
        return sentence.reading.first_mention(main)
    after = _NAMELESS.match(sentence.between(mention.end, sentence.end))
    if after is not None:
        return named(after[1], mention.end + after.start(1), mention.end + after.end(1), "organization")
    return _beside(sentence, mention) or _before(sentence, mention, holder)


def _beside(sentence: Sentence, mention: QuantityMention) -> EntityMention | None:
    for one in reversed(sentence.entities):
        if one.end <= mention.start and one.referent.type == "organization" and _OF_WHICH.fullmatch(sentence.between(one.end, mention.start)):
            return one  # "Acme, of which it owns 80 percent"
    for one in sentence.entities:
        if one.referent.type in ("organization", "product") and 0 < one.start - mention.end < 40:
            return one if _IN.search(sentence.between(mention.end, one.start)) else None
    return None


def _before(sentence: Sentence, mention: QuantityMention, holder: EntityMention) -> EntityMention | None:
    """The company named before the amount as what the stake is in, or as what the holder is an owner of; last of all in the sentence before."""
    if _NAMES_WHOLE.match(sentence.between(mention.end, sentence.end)):
        return None  # "12 percent of the combined firm": another whole than those named before
    for one in reversed(sentence.entities):
        if one.end > mention.start or not _may_be_held(one, holder.referent):
            continue
        gap = sentence.between(one.end, mention.start)
        if _ITS_OWNER.fullmatch(f"'s{gap}" if one.text.casefold() in ("its", "their") else gap) or _TO_LEVEL.fullmatch(gap) and _STAKE_IN.search(sentence.between(sentence.start, one.start)):
            return one
    before = sentence.previous
    if before is None or before.in_title or any(_may_be_held(one, holder.referent) for one in sentence.entities):
        return None
    told = [one for one in before.entities if _may_be_held(one, holder.referent) and _STAKE_IN.search(before.between(before.start, one.start))]
    return told[0] if len(told) == 1 else None  # "Globex bought shares in Acme. That lifts its stake to 27 percent."


def _may_be_held(one: EntityMention, holder: Referent) -> bool:
    return one.referent.type in ("organization", "product") and one.referent is not holder
