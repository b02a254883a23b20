"""What an amount a share is: a dividend, earnings, or the price of a share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.claims.cues import Cue
from extractor.claims.roles import tail_of
from extractor.mentions.types import QuantityMention
from extractor.reading import Sentence

if TYPE_CHECKING:
    from extractor.claims.measures import Measurement

PER_SHARE = re.compile(
    r"\s*(?:in (?:cash|stock|cash and stock) (?:and [\d.]+ (?:of (?:an? |its )?)?(?:[\w.&'’-]+ ){0,3}shares? )?)?(?:a|per|for each|for every|each)\s*(?:[\w-]+ ){0,2}?(?:share|ADR|ADS|unit)\b", re.IGNORECASE
)
# "would add $6 a share to the value of Acme": neither what it earns nor what a share costs
_TO_WORTH = re.compile(r"[^,;.]{0,30}?\bshare to (?:[\w'’&.-]+ ){0,4}?(?:valuation|value|worth|target price|price target|NAV|net asset value)\b")
# "$1.50 in cash for each Acme share": offered in a bid, whatever dividend comes with it
_IN_CASH = re.compile(r" in (?:cash|stock|cash and stock)(?: and [\d.]+ (?:of (?:an? |its )?)?(?:[\w.&'’-]+ ){0,3}shares?(?: of [A-Z][\w.&'-]*)?)? for (?:each|every)\b")
_EXPECTED_TO_BE = re.compile(
    r"\b(?:analysts|economists|market|Wall Street|consensus|experts|poll|estimates?|forecasts?)\b[^.;]{0,40}?\b(?:expected|expecting|forecast|predicted|estimated|projected|of|looking for)\s*$",
    re.IGNORECASE,
)


# "will add 5 cents a share to earnings"
_OF_EARNINGS = re.compile(r" (?:in|of) (?:(?:adjusted|underlying|operating|net|core|diluted|annual|full-year) )*(?:earnings|profits?|income)\b")
_TO_EARNINGS = re.compile(r" (?:to|off|from) (?:[\w.'&-]+ ){0,4}?(?:earnings|profits?|income|results?)\b")


# "cut its forecast to $4.80 a share"
_GUIDED = re.compile(r"\b(?:its|their|full-year|annual|fiscal(?: \d{4})?|quarterly) (?:[\w-]+ ){0,3}(?:forecasts?|guidance|outlook)\b[^.;]{0,60}$")


def per_share(
    sentence: Sentence,
    mention: QuantityMention,
    nouns: list[Cue],
    verbs: list[tuple[Cue, str]],
    before: Measurement | None,
    earnings: bool,
) -> tuple[Cue | None, str, str, bool] | None:
    """What an amount a share is: a dividend, earnings, or the price of a share; `earnings`: the text has just told earnings a share."""
    if _EXPECTED_TO_BE.search(tail_of(sentence, mention)) and "dividend" not in sentence.text:
        return None, "eps", "<forecast> of <quantity> a share", False
    share = PER_SHARE.match(sentence.between(mention.end, sentence.end))
    if share and _TO_EARNINGS.match(sentence.between(mention.end + share.end(), sentence.end)):
        return None, "eps", "<quantity> a share to earnings", False
    if share and _OF_EARNINGS.match(sentence.between(mention.end + share.end(), sentence.end)):
        return None, "eps", "<quantity> a share of profit", False
    if _TO_WORTH.match(sentence.between(mention.end, sentence.end)):
        return None
    last = [cue.predicate for cue in nouns if cue.end <= mention.start]
    last += [cue.predicate for cue, _ in verbs if cue.end <= mention.start and cue.predicate in ("profit", "loss")]
    if _IN_CASH.match(sentence.between(mention.end, sentence.end)):
        return None, "share_price", "<quantity> a share", False
    if "dividend" in [cue.predicate for cue in nouns]:
        nearest = min(
            (cue for cue in nouns if cue.predicate == "dividend"), key=lambda cue: abs(cue.start - mention.start)
        )
        if not (before and before.predicate in ("eps", "profit", "loss") and nearest.start > mention.end):
            return nearest, "dividend", "<dividend> of <quantity> a share", False
    if (
        before
        and before.predicate in ("profit", "loss", "eps", "operating_profit")
        or set(last) & {"profit", "loss", "eps"}
    ):
        losses = [cue for cue in nouns if cue.end <= mention.start and cue.predicate in ("profit", "loss", "eps")]
        told = losses[-1] if losses and losses[-1].predicate == "loss" else None  # "losses, adjusted for the charge, were 44 cents a share"
        return (before.cue if before else told), "eps", "<profit>, or <quantity> a share", True
    if re.search(r"\bpa(?:y|ys|id|ying)(?: out| its)? (?:share|stock|unit)?(?:holders|investors|owners)\b[^;,]{0,25}$", sentence.between(sentence.start, mention.start)):
        return None, "dividend", "<company> pays holders <quantity> a share", False
    paid = re.search(r"\b(?:pa(?:y|ys|id|ying))\b", sentence.between(sentence.start, mention.start))
    context = (sentence.previous.text if sentence.previous else "") + sentence.text
    if paid and re.search(r"\bdividends?\b", context) and not re.search(r"\b(?:bid|offer|acqui)", sentence.text):
        return None, "dividend", "<dividend> of <quantity> a share", False
    if re.search(r"\b(?:benefit\w*|hurt|boost\w*|reduc\w*|charges?|gains?|items?|impact\w*)\b[^.;]{0,40}\b(?:by|of) $", sentence.between(sentence.start, mention.start)):
        return None  # what an item did to the earnings
    if before is not None and before.predicate == "share_price" and before.role == "change" and re.search(r"\b(?:to|at)$", tail_of(sentence, mention)):
        return before.cue, "share_price", "<quantity>, <ellipsis> <quantity>", True  # "shares fell 26%, to $53 per share"
    if _GUIDED.search(sentence.between(sentence.start, mention.start)) and not re.search(r"\b(?:offer|bid|price|valu|buy|acqui)", sentence.text):
        return None, "eps", "<forecast> of <quantity> a share", False
    if earnings and not re.search(r"\b(?:offer|bid|pay|price|trad|clos|valu|buy|acqui)", sentence.text):
        return None, "eps", "<earnings told before>, <quantity> a share", False
    if re.search(r"\b(?:offer|bid|pay|price|shares?|trad|clos|valu|buy|acqui)", sentence.text):
        target = next((cue for cue in reversed(nouns) if cue.end <= mention.start and cue.predicate == "share_price" and cue.stance), None)
        return target, "share_price", "<quantity> a share", False
    return None
