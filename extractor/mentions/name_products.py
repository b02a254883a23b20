"""Which names are those of goods: what is launched, priced, counted and sold has makers and no chief executive.

The small model calls most of them organisations. A name is taken for a product where several ways of speaking that only goods
are spoken of in outweigh what is said of companies: "the new Zeta was released", "a Zeta", "Zetas", "the Zeta 4".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractor.mentions.name_votes import SPEAKS, Name
from extractor.mentions.places import find_place

# the end of what is named, a short number counting as part of it: "Zeta 4"
_ENDS = re.compile(r"(?: \d{1,2}[A-Za-z]{0,2}\b)?(?=[.,;:)?!\"]|\s*$| (?:is|was|are|were|will|would|can|could|may|in|on|with|without|for|that|which|and|or|to|from|at|by|has|had|than|as|an?|per|each|every|this|last|annually|owners?|users?|buyers?|customers?)\b)")
# before the name: "a", "each new", "13 million"
_ONE_OF = re.compile(r"\b(?:an?|each|every|another|million|billion|thousand|hundred|dozen|\d[\d.,]*) (?:(?:new|single|used|basic|cheaper|larger|smaller|modified|standard|newer|older|\w+-\w+) ){0,2}$")
# "the original Zeta", "the latest version of the Zeta"
_THE_NEW = re.compile(r"\b(?:the|its|their|this|that|his|her|our|current|a) (?:[\w-]+ )?(?:new|newest|latest|original|upcoming|forthcoming|updated|redesigned|revamped|next-generation|flagship|popular|much-anticipated|long-awaited|entry-level)(?: [\w-]+){0,2} $")
_PARTS_OF = re.compile(r"\b(?:versions?|models?|editions?|copies|generations?|(?:owners?|users?|buyers)(?= (?:of|for) (?:the|an?|its|their|new) )|prototypes?|variants?|units?|pre-?orders|shipments|the (?:price|launch|release|debut)) (?:of|for) (?:the |its |their |an? )?(?:new )?$")
_LAUNCHED = re.compile(
    r"\b(?:launch|unveil|introduc|releas|debut|demonstrat|showcas|ship|redesign|discontinu)(?:e|es|ed|ing)? (?:(?:the|its|their|an?|[A-Z][\w.]*'s|today|of) )?(?:[a-z0-9-]+ ){0,3}$"
)
_OWNED = re.compile(r"(?:\b[A-Z][\w.&-]*'s?|\bits|\btheir|\bcompany's|\bmaker's|\bgiant's) (?:(?:new|latest|popular|own|first|flagship|original|best-selling|[a-z]+-[a-z]+) ){0,2}$")
_NO_GOODS = re.compile(r" (?:unit|subsidiary|division|business|arm|chain|bank|stores?|shops?|parent|affiliate|joint|group|brands?|label|restaurants?|hotels?|executive|chief|president)\b")
# after the name: "was released", "costs", "went on sale"
_TOLD_OF_GOODS = re.compile(
    r" (?:(?:was|were|is|are|will be|has been|have been|would be|to be|had been|gets?|being)(?: \w+ly| also| first| now)? (?:launched|unveiled|introduced|released|available|priced|discontinued|shipped|redesigned|made by|manufactured by|built by)"
    r"|(?:will |would |to )?(?:go|goes|went) on sale|(?:will |can )?(?:costs?|features?|weighs?|retails?|runs on|comes? (?:with|in)|starts? (?:at|from) (?:US)?[$£€]|has a (?:[\w.-]+ ){0,3}(?:screen|display|camera|engine|battery|processor|range)))\b"
)
# "the Zeta 4", "Zeta X90", but no "Acme 3 percent"
_NUMBERED = re.compile(r" (?:\d{1,2}[A-Za-z]{0,2}|[IVX]{1,4})\b(?![.,]\d|:| (?:percent|per|million|billion|thousand|points?|years?|months?|weeks?|days?|p|pc|bn|m|January|February|March|April|May|June|July|August|September|October|November|December)\b|%)")
_BEFORE_GOODS = {"new": _THE_NEW, "parts": _PARTS_OF, "launched": _LAUNCHED, "counted": _ONE_OF, "owned": _OWNED}
_BEFORE = 60
# what is said of companies as well counts only beside others
_WEAK = ("owned", "numbered")


def mark_products(names: Iterable[Name], text: str) -> None:
    """Adds the votes of names that are spoken of as goods in several ways, and less as companies."""
    for name in names:
        if name.personal or name.honoured or name.votes["place"] > 3 or find_place(name.text) is not None:
            continue
        kinds: dict[str, int] = {}
        for start, end in name.spans:
            for kind in _kinds(text, start, end):
                kinds[kind] = kinds.get(kind, 0) + 1
        told, all_told = sum(times for kind, times in kinds.items() if kind not in _WEAK), sum(kinds.values())
        if "counted" in kinds and name.text.endswith("s") and re.search(rf"\b{re.escape(name.text[:-1])} \d{{1,2}}\b", text):
            name.votes["product"] += name.votes.total() + 4  # "6,000 Zetas", where there is a Zeta 3
            continue
        # no goods speak
        proven = name.proven + 3 * sum(SPEAKS.match(text, end) is not None for _, end in name.spans)
        unproven = not proven and told > (name.votes["person"] > 0 and " " in name.text) and ("told" in kinds or all_told > 1)
        if unproven or (told > 1 and len(kinds) > 1 or told > 2) and 3 * all_told > proven:
            name.votes["product"] += name.votes.total() + 2 * len(name.spans) + 4


def _kinds(text: str, start: int, end: int) -> Iterable[str]:
    before = text[max(0, start - _BEFORE) : start]
    if _NO_GOODS.match(text, end):
        return
    if _ENDS.match(text, end):
        for kind, pattern in _BEFORE_GOODS.items():
            if pattern.search(before):
                yield kind
                break
    if _TOLD_OF_GOODS.match(text, end):
        yield "told"
    if _NUMBERED.match(text, end):
        yield "numbered"
