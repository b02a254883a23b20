"""Which company a bid is for: whose shares the price offered is of, and who is valued by a deal."""

from __future__ import annotations

import re

from extractor.claims.focus import main_of
from extractor.mentions.types import EntityMention
from extractor.reading import Sentence

_TO_BUY = re.compile(
    r"\b(?:buy|buys|bought|buying|acquir\w+|acquisition of|takeover of|purchase of|(?:bid|offer) (?:for|to buy)) (?:the |its )?(?:(?:U\.S\. |US |UK |EU |[A-Z][a-z]+-(?:based|listed) |[A-Z][a-z]+ |[a-z][\w-]* )){0,5}$"
)
_BIDDING = re.compile(r"\b(?:bid|bids|[Pp]itched|approach|offer\w*|pay|paying|paid|deal|premium|acquisition|takeover|receive)\b")


def bid_for(sentence: Sentence) -> EntityMention | None:
    """The company that a bid is for, as the sentence or one not long before it says: the price offered a share is that of its shares."""
    if not _BIDDING.search(sentence.text):
        return None
    for other in reversed(sentence.reading.sentences[max(0, sentence.index - 4) : sentence.index + 1]):
        if (found := bought_in(other)) is not None:
            return found
    # "a higher bid for Acme than the $27 offered by Globex"
    bidder = next(
        (one.referent for one in sentence.entities if _BID_BY.search(sentence.between(sentence.start, one.start)) or _OFFERS.match(sentence.between(one.end, sentence.end))), None
    )
    if bidder is None:
        return None
    others = {one.referent.order: one for one in sentence.entities if one.referent.type == "organization" and one.referent is not bidder}
    main = main_of(sentence.reading)
    if not others and main is not None and main is not bidder:
        return sentence.reading.first_mention(main)
    return next(iter(others.values())) if len(others) == 1 else None


_OFFERS = re.compile(r"(?:['’]s)? (?:(?:has|had|have|also|now|is|was) )*(?:offer(?:ed|s|ing)?|bid|bids|bidding|(?:raised|improved|increased|lifted|sweetened) its (?:takeover )?(?:offer|bid))\b")


def bought_in(sentence: Sentence) -> EntityMention | None:
    """The company that is bought or bid for in a sentence."""
    for one in sentence.entities:
        if one.referent.type == "organization" and one.via != "coreference":
            before = sentence.between(sentence.start, one.start)
            if _TO_BUY.search(before) or _PAID_FOR.search(before) or _STAKE_IN.search(before):
                return one
    return None


_PAID_FOR = re.compile(r"\b(?:a|per|each) (?:[\w-]+ )?share (?:in cash |in cash and (?:stock|shares) )?for (?:the |its |rival )?(?:[a-z][\w-]* ){0,3}$")
_STAKE_IN = re.compile(r"\b(?:stake|interest|shareholding|holding) in (?:the |its )?(?:(?:U\.S\. |[A-Z][a-z]+-(?:based|listed) |[a-z][\w-]* )){0,3}$")
_BID_BY = re.compile(r"\b(?:offered|bid|proposed|tendered|(?:offer|proposal|bid) made) by (?:the |rival )?$")
