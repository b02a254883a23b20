"""What a percentage is a percentage of where no measure before it says so: a part of what a land buys or makes, a margin.

Each answers as `governing.measure` does: cue, predicate, rule, and whether by ellipsis.
"""

from __future__ import annotations

import re

from extractor.claims.classes import takes_part
from extractor.claims.cues import Cue
from extractor.claims.roles import unhedged
from extractor.mentions.types import QuantityMention
from extractor.reading import Sentence

Found = tuple[Cue | None, str, str, bool] | None

# by what a seller has a part of a trade
_SUPPLIES = re.compile(
    r"\b(?:suppl(?:y|ies|ied|ying)|ma(?:kes?|de|king)|produc(?:e[sd]?|ing)|carr(?:y|ies|ied|ying)|handl(?:e[sd]?|ing)|account(?:s|ed|ing)? for|control(?:s|led|ling)?"
    r"|h[eo]ld(?:s|ing)?|sell(?:s|ing)?|sold|ship(?:s|ped|ping)?|provid(?:e[sd]?|ing)|commands?|process(?:es|ed|ing)?|refin(?:e[sd]?|ing)|brew(?:s|ed|ing)?"
    r"|generat(?:e[sd]?|ing)|buil(?:d|ds|t|ding)|print(?:s|ed|ing)?|min(?:e[sd]?|ing)|grow(?:s|n)?|grew|serv(?:e[sd]?|ing)|ha[sd]|have|with)$",
    re.IGNORECASE,
)
_OF_LAND = re.compile(r" of (?:all (?:of )?)?(?:the )?")
_OF_WORLD = re.compile(r"(?:all |the )?(?:(?:world|country|nation|continent|planet|region)['’]s|global|world|national) ")
# what of a land is no trade: "40 percent of Norland's people"
_NO_GOODS = re.compile(
    r"(?:[\w-]+ ){0,2}?(?:people|population|gdp|gross|economy|output|budget|debt|workforce|voters|votes?|land|area|territory|wealth|women|men|children|adults|households|cabinet|government|parliament|shares?|stock|equity)\b",
    re.IGNORECASE,
)
_GOODS = re.compile(r" ?(?:[a-z][\w-]* ){0,3}?[a-z][\w-]{2,}")
_MARGIN = re.compile(r" (?:(?:gross|net|operating|ebitda|ebit|pre-tax|pretax|trading|underlying|adjusted|core|average|healthy|fat) )*(?:profit )?margins?\b", re.IGNORECASE)


def part_of_trade(sentence: Sentence, mention: QuantityMention) -> Found:
    """A seller's part of what a land or the world buys: "supplies 40 percent of Britain's lifts", "makes a third of the world's zips"."""
    after = sentence.between(mention.end, sentence.end)
    of = _OF_LAND.match(after)
    if of is None or mention.direction or not _SUPPLIES.search(unhedged(sentence.between(sentence.start, mention.start)).rstrip()):
        return None
    start = mention.end + of.end()
    world = _OF_WORLD.match(after, 4)
    land = next((one for one in sentence.entities if one.start == start and one.referent.type == "place"), None)
    if land is not None and sentence.between(land.end, land.end + 2) in ("'s", "’s"):
        goods = land.end + 2
    elif world is not None:
        goods = mention.end + world.end() - 1
    else:
        return None
    rest = sentence.between(goods, sentence.end)
    if _GOODS.match(rest) is None or _NO_GOODS.match(rest.lstrip()):
        return None
    return None, "market_share", "<seller> has <quantity> of <place>'s <goods>", False


_ACCOUNTS = re.compile(r"\b(?:account(?:s|ed|ing)? for|(?:ma[dk]e|makes|making) up|represent(?:s|ed|ing)?|t[ao]ken?|takes|captur(?:e[sd]?|ing)|comprise[sd]?|ha[sd]|have|h[eo]ld|commands?)$")
_OF_SALES = re.compile(
    r" of (?:the |all )*(?P<world>(?:global|world|worldwide|world['’]s|national|nationwide|industry|industry-wide) )?(?:total |new |annual )?(?P<goods>(?!total\b|new\b|group\b|its\b|their\b|net\b|company\b)[a-z][\w-]+ ){0,2}sales"
    r"(?P<where> (?:globally|worldwide|nationwide|there|in (?:the )?(?=[A-Z])))?"
)


def part_of_sales(sentence: Sentence, mention: QuantityMention) -> bool:
    """True for a part of what all sellers sell: "Foreign brands account for 60 percent of sales in Peru", "Acme made up 31 percent of global phone sales"."""
    of = _OF_SALES.match(sentence.between(mention.end, sentence.end))
    if of is None or not (of["world"] or of["where"]) or not _ACCOUNTS.search(unhedged(sentence.between(sentence.start, mention.start)).rstrip()):
        return False
    return takes_part(sentence, sentence.head(mention.start, mention.end), alone=of["goods"] is not None)


def margin(sentence: Sentence, mention: QuantityMention) -> Found:
    """A margin after its percentage: "an operating margin of …" told as "a 12 percent margin"."""
    found = _MARGIN.match(sentence.between(mention.end, sentence.end))
    if found is None or mention.direction:
        return None
    text = found.group().lstrip()
    return Cue(mention.end + 1, mention.end + found.end(), text, "margin"), "margin", "<quantity> margin", False
