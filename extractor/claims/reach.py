"""Whether a cue and a quantity belong together: the measure that follows it, the verb whose object it is, the words between.

`governing` and `counts` ask these of every quantity.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from extractor.claims.cues import Cue, change_regex, change_words
from extractor.lexicon import Phrases, terms, verb_forms
from extractor.mentions.types import QuantityMention
from extractor.reading import Sentence

# unit types that a level of each measure may have
_LEVELS: dict[str, str] = {
    "units_sold": "nu", "sales": "cnu", "revenue": "c", "profit": "c", "operating_profit": "c", "loss": "c", "margin": "p",
    "eps": "c", "dividend": "c", "market_share": "p", "price": "c", "share_price": "c", "orders": "cn",
    "production": "nu", "capacity": "nu", "users": "n", "employees": "n", "jobs": "n", "sites": "n", "investment": "c",
    "funding": "c", "valuation": "c", "debt": "c", "cost": "c", "fine": "c", "volume": "nu", "stake": "p", "other": "c",
}  # fmt: skip
LETTER = {"currency": "c", "percent": "p", "count": "n", "physical": "u"}
MADE_UNITS = frozenset({"pound", "t", "kt", "Mt", "kg", "g", "L", "l", "hl", "carat", "m²", "hectolitre", "barrel", "barrel/day", "ounce", "bushel", "TWh", "GWh", "MWh", "kWh", "gallon",
                         "ton", "tonne", "m³", "cubic metre", "cubic foot", "litre", "liter"})  # fmt: skip
# what a device holds or shows
_OF_DEVICES = frozenset({"B", "kB", "MB", "GB", "TB", "Hz", "kHz", "MHz", "GHz", "mm", "cm", "in", "inch", "px", "pixel", "megapixel", "mAh"})
SPANS = frozenset({"year", "month", "week", "day", "hour"})
_BUILT = re.compile(r"plants?|factor(?:y|ies)|mills?|mines?|projects?|programmes?|programs?|pipelines?|expansion|extension|upgrades?|refurbishment|stores?|lines?|terminals?|construction|facilit(?:y|ies)|cent(?:re|er)s?|overhaul|redesign|revamp|hotels?|farms?|headquarters|warehouses?|refiner(?:y|ies)|network|rollout", re.IGNORECASE)
# "made $3m last year", not "made a $2bn bid", "made $5m available"
_MADE_MONEY = re.compile(
    r"\s(?:(?:about|around|nearly|almost|more than|over|some|just|only|a net|net|less than|roughly|at least) )*_\s*(?:[.,;]|$"
    r"|(?:in|last|for|before|during|after|between|from(?! (?:the |its |a |this |their )?(?:sale|disposal|divestment|divestiture|flotation)\b)|on|a year|a share|per share|the (?:year|quarter)|this|that|compared|up|down|and)\b).*",
    re.DOTALL,
)


def fits(predicate: str, mention: QuantityMention) -> bool:
    """True if a quantity of this unit type can be a level or change of the measure."""
    letter = LETTER.get(mention.quantity.unit_type or "", "")
    if letter == "u" and predicate in ("production", "units_sold", "sales") and mention.quantity.unit not in MADE_UNITS:
        return False
    if predicate == "capacity" and mention.quantity.unit in _OF_DEVICES:
        return False
    return letter == "p" or letter in _LEVELS.get(predicate, "cnpu")


def following_cue(sentence: Sentence, mention: QuantityMention, nouns: list[Cue]) -> Cue | None:
    """The measure that follows a quantity in its own noun phrase: "$32 billion in sales", "a 9.2 percent fall in profit"."""
    cue = next((one for one in nouns if one.start >= mention.end), None)
    if cue is None or cue.start - mention.end > 60:
        return None
    gap = sentence.between(mention.end, cue.start)
    if re.search(
        r"[,;:(]| - |\b(?:to|for|from|at|by|on|and|than|as|while|but|whereas|although|when|after|with|amid|despite|due|owing|because|without|following|reflecting)\b",
        re.sub(r"(\b(?:in|of) [a-z][\w-]*), (?=[a-z-]+ (?:[\w-]+ )?$)", r"\1 ", gap.replace("year-on-year", "")),  # "in organic, constant-currency revenue"
    ):
        return None
    if mention.direction and re.fullmatch(r"\s(?:(?:the )?[\w&.-]+(?:'s|s') |its |their |the |our |annual |global |total |net )*", gap):
        # "more than doubled its sales"
        return cue
    changed = change_regex(r"\s*-?(?:[\w-]+ ){0,3}?", r"(?: (?:in|of|for|at))?\b").match(gap)
    if changed:
        return cue if len(gap) - changed.end() < 40 else None
    if mention.quantity.unit_type == "percent" and _IN_MEASURE.fullmatch(gap) and change_regex(r"\b", _OF_SO_MUCH).search(sentence.between(sentence.start, mention.start)):
        return cue  # "reported an increase of 24 percent in its net profit"
    if mention.quantity.unit_type == "percent":
        # "an 11 percent sales increase"
        changes = re.fullmatch(r" (?:[\w-]+ ){0,2}", gap) and change_regex(" ", "").match(sentence.between(cue.end, sentence.end))
        return cue if changes else None
    doc = sentence.reading.tokens
    between = doc[sentence.token(mention.end).i : sentence.token(cue.start).i]
    if all(t.end_char <= mention.end if hasattr(t, "end_char") else t.idx < mention.end for t in between):
        return cue
    words = [token for token in between if token.idx >= mention.end]
    if any(token.pos_ in ("VERB", "AUX") and token.tag_ not in ("VBN", "VBG") for token in words):
        return None
    prepositions = [token.lower_ for token in words if token.pos_ == "ADP"]
    return cue if all(word in ("in", "of") for word in prepositions) and len(words) <= 5 else None


_IN_MEASURE = re.compile(r" in (?:[\w&.-]+(?:'s|s') |its |their |the |our |annual |global |total |net |[a-z-]+ ){0,4}")
_OF_SO_MUCH = r" of (?:(?:about|around|nearly|almost|some|more than|over|just|as much as|up to|at least|only) )*$"


# "and the average basket is £26": a clause with a subject of its own
NEW_MEASURE = re.compile(r"\b(?:and|but|while) (?:the|its|an?|their) (?!(?:rest|remainder|figure|number|total|level|latter|former)\b)(?:[\w-]+ ){1,3}(?:is|was|were|are|has|had)\b")
# "sales rose on a catalogue that increased the range of goods by 30 percent"
_OBJECT_CHANGED = re.compile(r"\b(?:increas|reduc|rais|cut|boost|lift|expand|widen|lower|extend)\w* (?:the|its|their|our) (?:[\w-]+ ){1,6}by (?:[\w-]+ ){0,2}$")
# "operating profit included an exceptional gain of $3 million"
_INCLUDED = re.compile(r"\b(?:includ(?:ed|es|ing)|reflect(?:ed|s|ing)(?! an? (?:[a-z-]+ )?(?:decrease|decline|fall|drop|rise|increase|jump|growth)\b)) (?:an?|the|about)\b")
# "sales growth of 2 percent for its stores, thanks to the food business which saw growth of 3 percent"
_WHICH_SAW = re.compile(r"\b(?:which|that|who) (?:saw|had|posted|reported|recorded|enjoyed|suffered)\b")
@cache
def level_verbs() -> frozenset[str]:
    """The verbs by which a measure has a level ("reach", "amount"), in all their forms."""
    lines = (line.partition(" ") for line in terms("measure_level_verbs"))
    return frozenset(f"{form} {rest}".strip() for word, _, rest in lines for form in verb_forms(word))


@cache
def _joining() -> Phrases:
    """Words that join a measure to its level, besides the plain ones of `_JOINED`: a verb of reaching, a word of change."""
    return Phrases({*level_verbs(), *change_words()})


_JOINED = re.compile(
    r"[:(=]|\b(?:to|at|of|by|was|were|is|are|be|been|worth|from|with|between|compared|above|below|over|than|around|about|as|now|currently)\b", re.IGNORECASE
)
# "revenue nearly doubled", "profit took a 14 percent tumble"
_PLAIN_GAP = re.compile(r"(?: (?!(?:and|but|while|after|as|on|with|for|which|that|who|when|although)\b)[\w'-]+){0,5} ")


def reaches(sentence: Sentence, cue: Cue, mention: QuantityMention) -> bool:
    """True if the words between a measure and a quantity join them: a verb of being or change, "of", "at", a colon."""
    gap = sentence.between(cue.end, mention.start)
    for first, last in sentence.asides:
        if cue.end <= first and last <= mention.start:
            gap = sentence.between(cue.end, first) + sentence.between(last, mention.start)  # "revenue, which had dropped last year, rose"
    if len(gap) < 4:
        return True
    if NEW_MEASURE.search(gap) or _OBJECT_CHANGED.search(gap) or _WHICH_SAW.search(gap) or _INCLUDED.search(gap):
        return False
    if mention.direction and _PLAIN_GAP.fullmatch(gap):
        return True
    return _JOINED.search(gap) is not None or _joining().search(gap) is not None


def is_doer(sentence: Sentence, noun: Cue, verb: Cue) -> bool:
    """True if a measure is the subject of a verb: "exports fetched $3m", "the shares fetched $41"."""
    head = sentence.head(noun.start, noun.end)
    return head.dep_ in ("nsubj", "nsubjpass") and head.head.i == sentence.token(verb.start).i


_MOST_ASKED = 1e6  # above it no product is priced
_SMALL_UNITS = frozenset("VND IDR KRW JPY IRR UGX TZS COP CLP PYG LBP KHR LAK MMK UZS HUF IQD GNF RWF".split())


def is_small(mention: QuantityMention, most: float) -> bool:
    """True for an amount of money below `most` dollars or so: of some currencies a thousand make no dollar."""
    return (mention.quantity.high or mention.quantity.low or 0) < most * (1000 if mention.quantity.unit in _SMALL_UNITS else 1)


_SOLD_OFF = frozenset({"sale", "sales", "auction", "auctions", "disposal", "divestment", "disinvestment", "tender", "sell-off"})
_FLOATED = frozenset({"ipo", "offering", "issue", "float", "flotation", "listing", "placement", "offer"})


def _large_price(sentence: Sentence, cue: Cue) -> str:
    """What a verb of price tells of millions: what a plant costs is invested, what a business may fetch is its value."""
    subject = next((child.lower_ for child in sentence.token(cue.start).children if child.dep_ == "nsubj"), "")
    if cue.text.lower().startswith("fetch"):
        if subject in _SOLD_OFF:
            return "other"  # what a sale brings in is the price of a deal
        taken_up = sentence.previous.text if subject in ("it", "this", "that", "which") and sentence.previous is not None else ""
        return "funding" if subject in _FLOATED or _FLOATED & set(re.findall(r"[a-z]+", taken_up.lower())) else "valuation"
    return "investment" if _BUILT.fullmatch(subject) else "cost"


def verb_before(sentence: Sentence, mention: QuantityMention, verbs: list[tuple[Cue, str]], letter: str) -> Cue | None:
    """A measure verb whose object the quantity is: by the parse, or right before it."""
    head = sentence.head(mention.start, mention.end)
    lineage = [head.idx]
    for _ in range(4):
        head = head.head
        lineage.append(head.idx)
        if head.dep_ in ("prep",) and head.lower_ not in ("of", "to", "with", "at"):
            break
    for cue, takes in reversed(verbs):
        if letter not in takes or cue.end > mention.start:
            continue
        gap = sentence.between(cue.end, mention.start)
        if any(cue.end <= other.start < mention.start and other.quantity.unit not in SPANS for other in sentence.quantities) and letter != "n":
            continue
        if cue.predicate == "units_sold" and letter == "u" and mention.quantity.unit not in MADE_UNITS:
            continue
        if cue.predicate == "production" and (
            mention.quantity.unit is None or letter == "u" and mention.quantity.unit not in MADE_UNITS
        ):
            continue
        if cue.predicate == "stake" and (mention.direction or re.match(r"\s(?:steady|firm|flat|back|off|up|on|talks)\b", gap)):
            continue
        if cue.predicate == "stake" and gap.startswith(" by "):
            continue  # "owned by a third of the population"
        if cue.predicate == "funding" and _RAISED_TO.fullmatch(gap):
            continue  # "an offer which it raised to $3m"
        if cue.predicate == "price" and not is_small(mention, _MOST_ASKED):
            cue = replace(cue, predicate=_large_price(sentence, cue))
        if cue.predicate == "price" and re.match(r"\s(?:it|them|us|him|her|the (?:company|group|firm|bank)|[A-Z])", gap):
            cue = replace(cue, predicate="cost")
        if cue.predicate == "share_price" and re.search(r"\b(?:bonds?|notes?|debt|oil|crude|gold|copper|futures|dollar|euro|yen|yuan|bitcoin)\b", sentence.between(sentence.start, cue.start)):
            continue
        if cue.predicate == "profit" and not _MADE_MONEY.fullmatch(gap + "_" + sentence.between(mention.end, sentence.end)[:40]):
            continue
        if cue.predicate == "production" and _MAKES_OF.match(gap):
            continue
        if cue.predicate == "valuation" and _VALUED_AT.fullmatch(gap):
            return cue
        if len(gap) < 30 and not re.search(r"[,;]", gap) and not re.search(r"\b(?:in|on|from|at|by|to)\b", gap):
            return cue
        if cue.start in lineage:
            return cue
    return None


_RAISED_TO = re.compile(r"(?: (?:its|the|their) (?:[\w-]+ ){0,2}[\w-]+)? to (?:(?:about|around|nearly|some|more than) )*")
# "values the company at as much as"
_VALUED_AT = re.compile(r"(?: [\w.&'’-]+){0,6}? at (?:(?:about|around|some|nearly|almost|over|more than|as much as|up to|at least|between) )*")
# "making it a link between the two regions"
_MAKES_OF = re.compile(r" (?:it|them|him|her|us|themselves|itself) (?:an?|the|one|more|less|[a-z]+er)\b")


def tail_change(tail: str) -> bool:
    return change_regex("", r"(?: \w+ly| by)?\s*$").search(tail) is not None
