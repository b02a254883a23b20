"""Which measure governs a quantity: the cue around it ("net income … was"), or by ellipsis that of the quantity before.

`measure` is asked for each quantity of a sentence in turn; it returns the cue, the predicate, the name of the rule,
and whether the measure is that of the quantity before ("compared with $3.1bn", "or 76 cents a share").
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from extractor.claims.asking import asked
from extractor.claims.cues import Cue, change_regex, measure_of
from extractor.claims.roles import OF_STAFF, OF_WHOLE, tail_of
from extractor.lexicon import terms
from extractor.mentions.types import QuantityMention
from extractor.reading import Sentence

if TYPE_CHECKING:
    from extractor.claims.measures import Measurement

_PER_SHARE = re.compile(
    r"\s*(?:in (?:cash|stock|cash and stock) )?(?:a|per|for each|for every|each)\s*(?:[\w-]+ ){0,2}?(?:share|ADR|ADS|unit)\b", re.IGNORECASE
)
# goods that "sold $3bn of" tells the takings of, and what is no goods
_SOLD_GOODS = re.compile(r"\s(?:worth )?of (?:its |their |the )?(?!(?:[\w-]+ )?(?:shares|stock|bonds|notes|debt|assets|equity|securities|loans|gold)\b)[a-z]")
# "made $3m last year", not "made a $2bn bid", "made $5m available"
_MADE_MONEY = re.compile(
    r"\s(?:(?:about|around|nearly|almost|more than|over|some|just|only|a net|net|less than|roughly|at least) )*_\s*(?:[.,;]|$"
    r"|(?:in|last|for|before|during|after|between|from|on|a year|a share|per share|the (?:year|quarter)|this|that|compared|up|down|and)\b).*",
    re.DOTALL,
)
_SEGMENT = re.compile(
    r";|\s-{1,2}\s(?!(?:up|down|to)\b)|\b(?:while|whereas|although|though|but)\b|,? and (?=(?:it|its|their|his|the company|he|she|they)\b)"
)
_SOLD = re.compile(
    r"^[^,;.]{0,60}?\b(?:(?:was|were|have been|had been|has been|be|being) )?(?:sold|shipped|delivered|registered|exported)\b"
)
_PRODUCED = re.compile(r"^[^,;.]{0,40}?\b(?:were|was|are|be) (?:produced|built|manufactured|made)\b|^ (?:produced|built|manufactured)\b(?! by\b)")
_MORE_THAN = re.compile(r"(?:more|fewer) ")
_TOP = re.compile(r"\b(?:top|largest|biggest|leading)$")
_SALES_COUNTED = frozenset({"delivery", "shipment", "sale", "registration"})
_WHOLE = re.compile(
    r"^\s*of (?:the |all |its |total |overall |our |their |global |world |group |[A-Z][\w']+ ){0,3}[\w' -]{0,40}?"
    r"\b(?:market|sales|revenues?|turnover|profits?|business|output|production|exports|shipments|registrations|deliveries)\b"
)
_OWNED_BY = re.compile(r"^[ -](?:owned|held|controlled) by (?:the )?")
_OF_SHARES = re.compile(
    r"^\s*(?:stake|holding|shareholding|interest|share (?:in|of)|of (?:the |its |their )?(?:\w+ )?(?:shares|company|stock|equity|capital|firm))\b"
)
# prices of goods traded by weight or volume are the market's, no company's
_PER_MEASURE = re.compile(
    r"\s*(?:U\.?S\.? )?(?:a|an|per) (?:barrel|ounce|tonne|ton|bushel|pound|gallon|kilo|kilogram|litre|liter|MWh)\b"
)
# "2 cents above the analysts' average": how far from what was expected is no measure of its own
_FROM_FORECAST = re.compile(
    r"(?: (?:a|per) share)? (?:(?:better|higher|lower|worse|more|less) than|above|below|ahead of|short of|shy of|under|over) "
    r"(?:(?:the|an|a|average|mean|median|consensus|analysts?['’]?s?|its|their|market|Wall Street|City|Street|what|most|own|earlier|previous) ?['’]?s? ?)*"
    r"(?:analysts?\b|forecasts?|estimates?|expectations?|consensus|predictions?|guidance|targets?|had expected|economists)",
    re.IGNORECASE,
)
_EXCEEDED_BY = re.compile(r"\b(?:exceed(?:ed|s)|outsold|outpaced|beat|trail(?:ed|s)|lagg?(?:ed|s))\b[^.;,]{0,40} by (?:about |around |just |nearly |almost )?$")
_LEAD = re.compile(r"\b(?:lead|gap|advantage|margin) (?:over|between|of|on)\b[^.;,]{0,40}(?:of|to|by|at)? (?:more than |about |nearly )?$")
_BEATEN_BY = re.compile(
    r"\b(?:beat(?:ing|s)?|topp?(?:ing|ed|s)|miss(?:ing|ed|es)|exceed(?:ing|ed|s)|surpass(?:ing|ed|es))\b[^.;,]{0,60}"
    r"\b(?:estimates?|forecasts?|expectations?|projections?|consensus|predictions?)\b[^.;,]{0,20}? by (?:about |around |just |nearly )?$",
    re.IGNORECASE,
)
_IN_THEM = re.compile(r"\b(?:sales|traffic|revenues?|profits?|demand|prices?|spending|volumes?|turnover) (?:in|at|from|across|through) (?:its |the |their )?(?:[\w-]+ ){0,3}$", re.IGNORECASE)
_CARGO = frozenset("teu container parcel package letter passenger barrel tonne bag piece consignment".split())
_MADE_UNITS = frozenset({"t", "kt", "Mt", "kg", "g", "L", "hl", "hectolitre", "barrel", "ounce", "bushel", "TWh", "GWh", "MWh", "kWh", "gallon",
                         "ton", "tonne", "m³", "cubic metre", "cubic foot", "litre", "liter"})  # fmt: skip
_STAFFED = re.compile(
    r"\b(?:employ\w*|ha[sd]|have|with|workforce|headcount|staff of|total|hir\w+|recruit\w*|cut\w*|lay\w*|laid|shed\w*|fir\w+|dismiss\w*|axe\w*)\b",
    re.IGNORECASE,
)
# "the layoff of 40 workers", "layoffs that will affect 40 workers", "put 40 people out of work"
_LAID_OFF = re.compile(r"\b(?:lay-?offs?|dismissal|redundancy|job cuts)\b[^,;]{0,30}? (?:of|affect\w*|hit\w*) (?:[\w-]+ ){0,2}$")
# "agreed to buy 13 stores": those of somebody else; "The two plants": told already
_BOUGHT_OR_KNOWN = re.compile(r"\b(?:buy|buys|buying|bought|acquir\w+|purchas\w+) (?:\w+ )?$|(?:\b[Tt]hese|\b[Tt]hose|\bThe) $")
_OUT_OF_WORK = re.compile(r"\s*out of (?:a job|work)\b")
_USED = re.compile(r"\s(?:already |now |currently |who )?(?:use|using|used|subscribe|subscribed|have signed up)\b")
_RAISED = re.compile(
    r"^\s*(?:worth )?(?:of|in) (?:(?:new|preferred|preference|ordinary|convertible|common) )*(?:shares|stock|bonds|equity|notes)\b"
)
_DEAL_VALUE = re.compile(
    r"\b(?:acquisition|deal|takeover|transaction|contract|bid|offer|agreement|order)s?\b[^,;]{0,30}\b(?:valued|worth|for|of)\b[^,;]{0,12}$"
)

# the price of a company bought is its deal's
_PAID_FOR = re.compile(r"\b(?:b(?:uy|uys|ought|uying)|acquir\w+|purchas\w+|took over) [A-Z][^,;]{0,60}\bfor (?:about |around |some |nearly |up to |more than |just )*$|\b(?:b(?:ought|uying)|acquired) [^,;]{0,25}(?:outfit|company|firm|rival|maker|start-?up|group) [^,;]{0,40}\bfor (?:about |around |some |nearly |up to |more than |just )*$")
_ORDER_WORTH = re.compile(r"\b(?:deal|takeover|acquisition|transaction)\b(?: that)?[^.;]{0,60}\b(?:valued|values)(?: it)?(?: at)? (?:about |around |some |nearly |up to |more than |roughly )?$|\b(?:contract|order|deal)\b[^;.]{0,70}, (?:worth|valued at) (?:about |around |some |nearly |up to |more than )?$")
_DEAL_AFTER = re.compile(r"[ -](?!(?:offering|order)\b)(?:[\w-]+ )?(?:takeover|acquisition|purchase|buyout|bid|deal|merger)\b")
_ROUND = re.compile(r"\s(?:Series [A-H] |funding |financing |investment |seed |venture )?(?:round|fundraising|financing)\b")
_SETTLED = re.compile(r"\s(?:to settle|in (?:fines|penalties|damages)|penalty|settlement)\b")

_ORDERED_TO_PAY = re.compile(
    r"\b(?:order(?:ed|s)|told|required|forced|sentenced) (?:[^,;.]{2,40} )?to pay (?:(?:about|around|nearly|more than|up to|a|an|out|a total of|damages of|fines? of) )*$"
)
# "sold 22 percent more football boots"
_MORE_GOODS = re.compile(r" (?:more|fewer) (?!than\b)\w")
_GOODS = ("units_sold", "production", "users", "volume")

# what a plant makes in a month is what it can make
_A_MONTH = re.compile(r" (?:a|per|each|every) (?:day|week|month|year)\b| annually\b")
_ABLE = re.compile(r"\b(?:can|could|able to|capable of|capacity|will (?:\w+ )?(?:produce|make|build|assemble|turn out|churn out)|to (?:produce|make|build|assemble|turn out|churn out)|churning out|turning out)\b")

# unit types that a level of each measure may have
_LEVELS: dict[str, str] = {
    "units_sold": "nu", "sales": "cn", "revenue": "c", "profit": "c", "operating_profit": "c", "loss": "c", "margin": "p",
    "eps": "c", "dividend": "c", "market_share": "p", "price": "c", "share_price": "c", "orders": "cn",
    "production": "nu", "capacity": "nu", "users": "n", "employees": "n", "jobs": "n", "sites": "n", "investment": "c",
    "funding": "c", "valuation": "c", "debt": "c", "cost": "c", "fine": "c", "volume": "nu", "stake": "p", "other": "c",
}  # fmt: skip
_LETTER = {"currency": "c", "percent": "p", "count": "n", "physical": "u"}


def _segment_start(sentence: Sentence, position: int) -> int:
    start = sentence.start
    for match in _SEGMENT.finditer(sentence.between(sentence.start, position)):
        start = sentence.start + match.end()
    return start


def fits(predicate: str, mention: QuantityMention) -> bool:
    """True if a quantity of this unit type can be a level or change of the measure."""
    letter = _LETTER.get(mention.quantity.unit_type or "", "")
    if letter == "u" and predicate == "production" and mention.quantity.unit not in _MADE_UNITS:
        return False
    return letter == "p" or letter in _LEVELS.get(predicate, "cnpu")


def measure(
    sentence: Sentence,
    mention: QuantityMention,
    nouns: list[Cue],
    verbs: list[tuple[Cue, str]],
    series: list[Measurement],
    earlier: list[Measurement],
) -> tuple[Cue | None, str, str, bool] | None:
    """The cue and predicate of a quantity, the rule that gave them, and whether by ellipsis; None if it measures nothing."""
    letter = _LETTER[mention.quantity.unit_type or "count"]
    # "EPS, which excludes that charge, rose": what an aside speaks of measures nothing after it
    nouns = [cue for cue in nouns if cue.start > mention.start or not sentence.is_apart(cue.start, mention.start)]
    if letter == "p":
        # "sales in comparable stores rose": where they were made does not rise
        nouns = [cue for cue in nouns if cue.start > mention.start or cue.predicate not in ("sites", "users") or not _IN_THEM.search(sentence.between(sentence.start, cue.start))]
    nouns = [cue for cue in nouns if cue.start > mention.start or not _is_apposed(sentence, cue, nouns)]
    before = series[-1] if series else None
    after = sentence.between(mention.end, sentence.end)
    start = _segment_start(sentence, mention.start)
    tail = tail_of(sentence, mention)
    head = sentence.between(sentence.start, mention.start)
    if _BEATEN_BY.search(head) or _EXCEEDED_BY.search(head) or mention.quantity.unit == "percentage_point" and _LEAD.search(head):
        return None
    if letter == "c" and _PER_MEASURE.match(after) or letter in "cp" and not mention.direction and _FROM_FORECAST.match(after):
        return None
    if letter == "c" and (_PER_SHARE.match(after) or _PER_SHARE.search(mention.quantity.text)):
        earnings = any(one.predicate == "eps" and sentence.index - one.sentence.index <= 3 for one in earlier)
        return _per_share(sentence, mention, nouns, verbs, before, earnings)
    if (
        letter == "c"
        and _RAISED.search(after[:60])
        and re.search(r"\b(?:issu\w+|rais\w+|sell|sold|selling|place[ds]?)\b", tail)
    ):
        return None, "funding", "<company> issued <quantity> of shares", False
    if letter == "c" and _DEAL_AFTER.match(after):
        return None
    if letter == "c" and before is not None and (mention.quantity.high or 0) < 1000 <= 1e-3 * (before.quantity.high or 0) and (
        tail.endswith(", or") and any(one.predicate == "eps" for one in series)
    ):  # fmt: skip
        return None, "eps", "<profit>, or <quantity>", True  # "from $96 million, or 33 cents"
    if letter == "c" and (_DEAL_VALUE.search(tail) or _ORDER_WORTH.search(sentence.between(sentence.start, mention.start)) or _PAID_FOR.search(sentence.between(sentence.start, mention.start))):
        return None
    if letter == "c" and re.search(r"\bincluding $", tail + " ") and re.match(r" (?:of|in) (?:assumed |net )?debt\b", after):
        return None  # a part of the price of a company
    if letter == "c" and _SETTLED.match(after) and re.search(r"\b(?:paid|pays?|paying|fined)\b", tail):
        return None, "fine", "<company> paid <quantity> to settle", False
    if letter == "c" and _ROUND.match(after):
        return None, "funding", "<quantity> round", False
    if letter == "p" and OF_STAFF.match(after) and re.search(r"\b(?:cut|cuts|cutting|shed|shedding|axe[ds]?|lay(?:ing)? off|laid off|slash\w*|eliminat\w+|fire[ds]?|los[te])\b[^,;.]{0,20}$", tail):
        return None, "jobs", "<company> cuts <quantity> of its staff", False
    if letter == "p" and (match := _OWNED_BY.match(after)):
        return _after_cue(sentence, match, mention), "stake", "<company> is <quantity> owned by <holder>", False
    if letter == "p" and re.match(r" (?:market |value |volume )?share\b(?! (?:in|of) (?:the |its )?(?:company|group|firm|business|equity)\b)", after) and not mention.direction:
        return None, "market_share", "<seller> has a <quantity> share", False
    if letter == "p" and (match := _OF_SHARES.match(after)):
        return _after_cue(sentence, match, mention), "stake", "<quantity> stake in <company>", False
    if letter == "p" and not mention.direction and (whole := _WHOLE.match(after)) and not _tail_change(tail) and not (
        re.search(r"\bmargins?\b", tail) or before is not None and before.predicate == "margin"
    ):
        market = re.search(r"\bmarket\b|\bof (?:all|total|the (?:total|whole))\b|\b(?:shipments|registrations)\b", after[:60])
        within = [
            one
            for one in sentence.entities
            if mention.end <= one.start < mention.end + whole.end() and one.referent.type == "organization"
        ]
        market = (
            None if within or re.match(r"\s*of (?:its|their|our|the (?:company|group|firm)'s)\b", after) else market
        )
        return None, "market_share" if market else "other", "<seller> has <quantity> of <market>", False
    if letter == "p" and _MORE_GOODS.match(after) and (verb := _verb_before(sentence, mention, verbs, "n")) and verb.predicate in _GOODS:
        return verb, verb.predicate, f"<company> {verb.predicate}-verb <quantity> more <product>", False
    if letter == "c" and _ORDERED_TO_PAY.search(sentence.between(sentence.start, mention.start)):
        return None, "fine", "<company> ordered to pay <quantity>", False
    following = _following_cue(sentence, mention, nouns)
    if following and following.predicate != "-" and fits(following.predicate, mention):
        return following, following.predicate, f"<quantity> <{following.predicate}>", False
    if letter == "n":
        return _count(sentence, mention, nouns, verbs, before, start, tail, after)
    if letter == "c" and re.search(r"\bsold\s*$", tail) and _SOLD_GOODS.match(after):
        return None, "revenue", "<company> sold <quantity> of <product>", False
    near_verb = _verb_before(sentence, mention, verbs, letter)
    last = next((cue for cue in reversed(nouns) if start <= cue.start and cue.end <= mention.start), None)
    if (last is None or last.predicate == "-") and letter == "p" and mention.direction and _slides(sentence, mention):
        return None, "share_price", "<company> <moves> <amount>", False
    if near_verb and (last is None or last.start < near_verb.start or last.predicate == near_verb.predicate):
        return near_verb, near_verb.predicate, f"<company> {near_verb.predicate}-verb <quantity>", False
    if (
        last is not None
        and before is not None
        and last.start < before.mention.end
        and _continues(sentence, before, mention)
    ):
        return _inherit(series, mention)
    if letter == "c" and not mention.direction and (last is None or last.predicate != "price") and (cue := asked(sentence, mention)):
        return cue, "price", "<product> priced at <quantity>", False
    if last is not None:
        if last.predicate == "-" or not fits(last.predicate, mention) or not _reaches(sentence, last, mention):
            return None
        return last, last.predicate, f"<{last.predicate}> <change or level> <quantity>", False
    if before is not None and _continues(sentence, before, mention):
        return _inherit(series, mention)
    if (letter == "p" or letter == "c" and (mention.quantity.high or 0) < 1000) and mention.direction and _moves(sentence, mention):
        return None, "share_price", "<company> <moves> <amount>", False
    return None


_APPOSED = re.compile(r", (?:or|its|their|the|an?|one of) [^;]*$")
_CLOSED = (
    r"[^,;]{0,40}, (?:(?:has|have|had|may|might|will|would|could|should|also) )*(?:was\b|were\b|is\b|are\b|be\b|been\b|total(?:l?ed|s)\b|reached\b|came\b|stood\b|"
)


_DEFINED = re.compile(r", or (?:the )?[a-z][^;]{3,140}?, (?=(?:may|might|will|would|could|rose|fell|grew|was|were|is|are|climbed|dropped|increased|declined|jumped)\b)")


def _is_apposed(sentence: Sentence, cue: Cue, nouns: list[Cue]) -> bool:
    """True for a measure that only explains the one before it: "Operating profit, or sales minus costs, rose 3 percent"."""
    earlier = [one for one in nouns if one.end <= cue.start]
    for match in _DEFINED.finditer(sentence.text):
        if earlier and sentence.start + match.start() < cue.start < sentence.start + match.end():
            return True
    return any(_APPOSED.search(sentence.between(one.end, cue.start)) for one in earlier) and change_regex(_CLOSED, ")").match(sentence.between(cue.end, sentence.end)) is not None


_MOVE = re.compile(
    r"\s(?:has |have |had |also |were |was )?(?:lost|gained|fell|dropped|slid|plunged|tumbled|jumped|soared|rose|surged|climbed|added|slipped|shed|advanced"
    r"|rallied|sank|dipped|fallen|risen)(?: by)?(?: (?:about|nearly|almost|more than|over|some|around|as much as))?\s",
    re.IGNORECASE,
)


# "fell the most in the index, sliding 8.6 percent"
_SLIDING = re.compile(
    r"(?: \([\w .:]+\))? (?:fell|rose|had|was|led|declined|gained|lost|dropped|tumbled|slid|jumped|climbed)\b[^.;]{0,70}, "
    r"(?:sliding|losing|sinking|adding|gaining|climbing|jumping|rising|falling|dropping|plunging|tumbling|surging|shedding|advancing|declining)"
    r"(?: by)?(?: as much as| about| nearly| almost)? "
)


def _slides(sentence: Sentence, mention: QuantityMention) -> bool:
    """True for "Acme fell the most in the index, sliding 8.6 percent"."""
    return any(one.referent.type == "organization" and _SLIDING.fullmatch(sentence.between(one.end, mention.start)) for one in sentence.entities if one.end < mention.start)


# "Acme slipped 14 percent, with shipments dropping to 3 million": not on the stock exchange
_GOODS_MOVED = re.compile(r", with (?:its )?(?:[\w-]+ )?(?:shipments|sales|deliveries|volumes|registrations)\b")
_STOCKS = re.compile(r"\b(?:[Ss]hares?|[Ss]tocks?|[Tt]rading|[Ii]ndex|[Ii]nvestors)\b")


def _moves(sentence: Sentence, mention: QuantityMention) -> bool:
    """True for "Acme gained 3 percent": a company that itself rises or falls does so on the stock exchange."""
    if _GOODS_MOVED.match(sentence.between(mention.end, sentence.end)) or not _STOCKS.search(sentence.reading.text):
        return False
    return any(
        one.referent.type == "organization"
        and one.via != "coreference"
        and _MOVE.fullmatch(sentence.between(one.end, mention.start))
        for one in sentence.entities
        if one.end < mention.start
    )


def _is_singular(mention: QuantityMention, unit: str) -> bool:
    return bool(re.search(rf"\b{re.escape(unit)}$", mention.quantity.text)) and (mention.quantity.high or 2) > 1


def _after_cue(sentence: Sentence, match: re.Match[str], mention: QuantityMention) -> Cue:
    return Cue(mention.end + match.start(), mention.end + match.end(), match.group(), "stake")


def _tail_change(tail: str) -> bool:
    return change_regex("", r"(?: \w+ly| by)?\s*$").search(tail) is not None


def _inherit(series: list[Measurement], mention: QuantityMention) -> tuple[Cue | None, str, str, bool] | None:
    before = series[-1]
    if before.predicate == "eps":
        # "$668m, or 76 cents a share, compared with $549m": back to what the amount a share was an aside to
        before = next((one for one in reversed(series) if one.predicate != "eps"), before)
    predicate = before.predicate
    if not fits(predicate, mention):
        return None
    return before.cue, predicate, "<quantity>, <ellipsis> <quantity>", True


def _continues(sentence: Sentence, before: Measurement, mention: QuantityMention) -> bool:
    """True if nothing between two quantities starts a new measure: few words, or words of comparison or change."""
    gap = sentence.between(before.mention.end, mention.start)
    if mention.quantity.unit_type not in ("percent", before.quantity.unit_type) and before.role != "change":
        return False
    if _NEW_MEASURE.search(gap) or re.search(r", where\b", gap):
        return False
    linked = re.search(
        r"\b(?:compared|against|versus|from|to|up|down|or|then|and|closing|at|while|higher|lower|improvement)\b|[-,(]",
        gap,
    )
    return bool(linked) and len(gap) < 120


# "and the average basket is £26": a clause with a subject of its own
_NEW_MEASURE = re.compile(r"\b(?:and|but|while) (?:the|its|an?|their) (?!(?:rest|remainder|figure|number|total|level|latter|former)\b)(?:[\w-]+ ){1,3}(?:is|was|were|are|has|had)\b")


# "sales rose on a catalogue that increased the range of goods by 30 percent"
_OBJECT_CHANGED = re.compile(r"\b(?:increas|reduc|rais|cut|boost|lift|expand|widen|lower|extend)\w* (?:the|its|their|our) (?:[\w-]+ ){1,6}by (?:[\w-]+ ){0,2}$")


# "operating profit included an exceptional gain of $3 million"
_INCLUDED = re.compile(r"\b(?:includ(?:ed|es|ing)|reflect(?:ed|s|ing)) (?:an?|the|about)\b")
# "sales growth of 2 percent for its stores, thanks to the food business which saw growth of 3 percent"
_WHICH_SAW = re.compile(r"\b(?:which|that|who) (?:saw|had|posted|reported|recorded|enjoyed|suffered)\b")


_JOINED = (
    r"\b(?:to|at|of|by|was|were|is|are|be|been|reach(?:ed|es|ing)?|hit|total(?:l?ed|s|l?ing)?|exceed(?:ed|s)?|topped"
    r"|average[ds]?|worth|stood|came|amount(?:ed|s|ing)?|from|posted|with|between|compared|above|below|over|than|around|about|as|closed|closing|ended|ending|finished|opened|traded|trading|now|currently|regist(?:ered|ers)|recorded|clocked|logged)\b"
    r"|[:(=]|"
)


def _reaches(sentence: Sentence, cue: Cue, mention: QuantityMention) -> bool:
    """True if the words between a measure and a quantity join them: a verb of being or change, "of", "at", a colon."""
    gap = sentence.between(cue.end, mention.start)
    if len(gap) < 4:
        return True
    if _NEW_MEASURE.search(gap) or _OBJECT_CHANGED.search(gap) or _WHICH_SAW.search(gap) or _INCLUDED.search(gap):
        return False
    return change_regex(_JOINED, "").search(gap) is not None


_EXPECTED_TO_BE = re.compile(
    r"\b(?:analysts|economists|market|Wall Street|consensus|experts|poll|estimates?|forecasts?)\b[^.;]{0,40}?\b(?:expected|expecting|forecast|predicted|estimated|projected|of|looking for)\s*$",
    re.IGNORECASE,
)


def _per_share(
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
    last = [cue.predicate for cue in nouns if cue.end <= mention.start]
    last += [cue.predicate for cue, _ in verbs if cue.end <= mention.start and cue.predicate in ("profit", "loss")]
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
        return (before.cue if before else None), "eps", "<profit>, or <quantity> a share", True
    paid = re.search(r"\b(?:pa(?:y|ys|id|ying))\b", sentence.between(sentence.start, mention.start))
    context = (sentence.previous.text if sentence.previous else "") + sentence.text
    if paid and re.search(r"\bdividends?\b", context) and not re.search(r"\b(?:bid|offer|acqui)", sentence.text):
        return None, "dividend", "<dividend> of <quantity> a share", False
    if re.search(r"\b(?:benefit\w*|hurt|boost\w*|reduc\w*|charges?|gains?|items?|impact\w*)\b[^.;]{0,40}\b(?:by|of) $", sentence.between(sentence.start, mention.start)):
        return None  # what an item did to the earnings
    if earnings and not re.search(r"\b(?:offer|bid|pay|price|trad|clos|valu|buy|acqui)", sentence.text):
        return None, "eps", "<earnings told before>, <quantity> a share", False
    if re.search(r"\b(?:offer|bid|pay|price|shares?|trad|clos|valu|buy|acqui)", sentence.text):
        return None, "share_price", "<quantity> a share", False
    return None


def _following_cue(sentence: Sentence, mention: QuantityMention, nouns: list[Cue]) -> Cue | None:
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
    if mention.direction and re.fullmatch(r"\s(?:its |their |the |our |annual |global |total |net )*", gap):
        # "more than doubled its sales"
        return cue
    changed = change_regex(r"\s*-?(?:[\w-]+ ){0,3}?", r"(?: (?:in|of|for|at))?\b").match(gap)
    if changed:
        return cue if len(gap) - changed.end() < 40 else None
    if mention.quantity.unit_type == "percent":
        # "an 11 percent sales increase"
        changes = re.fullmatch(r" (?:[\w-]+ ){0,2}", gap) and change_regex(" ", "").match(sentence.between(cue.end, sentence.end))
        return cue if changes else None
    doc = sentence.reading.doc
    between = doc[sentence.token(mention.end).i : sentence.token(cue.start).i]
    if all(t.end_char <= mention.end if hasattr(t, "end_char") else t.idx < mention.end for t in between):
        return cue
    words = [token for token in between if token.idx >= mention.end]
    if any(token.pos_ in ("VERB", "AUX") and token.tag_ not in ("VBN", "VBG") for token in words):
        return None
    prepositions = [token.lower_ for token in words if token.pos_ == "ADP"]
    return cue if all(word in ("in", "of") for word in prepositions) and len(words) <= 5 else None


def _verb_before(sentence: Sentence, mention: QuantityMention, verbs: list[tuple[Cue, str]], letter: str) -> Cue | None:
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
        if any(cue.end <= other.start < mention.start for other in sentence.quantities) and letter != "n":
            continue
        if cue.predicate == "production" and (
            mention.quantity.unit is None or letter == "u" and mention.quantity.unit not in _MADE_UNITS
        ):
            continue
        if cue.predicate == "stake" and (mention.direction or re.match(r"\s(?:steady|firm|flat|back|off|up|on|talks)\b", gap)):
            continue
        if cue.predicate == "price" and re.match(r"\s(?:it|them|us|him|her|the (?:company|group|firm|bank)|[A-Z])", gap):
            cue = replace(cue, predicate="cost")
        if cue.predicate == "share_price" and re.search(r"\b(?:bonds?|notes?|debt|oil|crude|gold|copper|futures|dollar|euro|yen|yuan|bitcoin)\b", sentence.between(sentence.start, cue.start)):
            continue
        if cue.predicate == "profit" and not _MADE_MONEY.fullmatch(gap + "_" + sentence.between(mention.end, sentence.end)[:40]):
            continue
        if cue.predicate == "valuation" and re.fullmatch(r" at (?:about |around |some |nearly |over |more than )?", gap):
            return cue
        if len(gap) < 30 and not re.search(r"[,;]", gap) and not re.search(r"\b(?:in|on|from|at|by|to)\b", gap):
            return cue
        if cue.start in lineage:
            return cue
    return None


def _count(
    sentence: Sentence,
    mention: QuantityMention,
    nouns: list[Cue],
    verbs: list[tuple[Cue, str]],
    before: Measurement | None,
    start: int,
    tail: str,
    after: str,
) -> tuple[Cue | None, str, str, bool] | None:
    """The measure of a counted quantity: by its noun ("stores"), its verb ("sold"), or the measure it is a level of."""
    unit = (mention.quantity.unit or "").casefold()
    if _TOP.search(tail) or _MORE_THAN.match(mention.noun or "") and " than" in after[:8]:
        return None  # "the top three vendors", "13,000 more cars than it sold"
    verb = _verb_before(sentence, mention, verbs, "n")
    if unit in _SALES_COUNTED and not (verb and verb.predicate == "production"):
        return None, "units_sold", "<quantity> deliveries", False
    if _SOLD.match(after) and not (verb and verb.predicate == "production"):
        return None, "units_sold", "<quantity> of <product> sold", False
    if _PRODUCED.match(after):
        return None, "production", "<quantity> of <product> produced", False
    if _USED.match(after):
        return None, "users", "<quantity> of <users> use <product>", False
    if verb and verb.predicate == "jobs" and re.match(r"hir|recruit", verb.text, re.IGNORECASE) and unit:
        return verb, "jobs", "<company> hires <quantity>", False
    own = measure_of(unit) if unit else None
    if (own == "employees" or not unit) and (_OUT_OF_WORK.match(after) or _LAID_OFF.search(sentence.between(sentence.start, mention.start))):
        return None, "jobs", "layoffs of <quantity>", False
    if own == "employees" and re.match(r" (?:have |has |had )?(?:left|quit|resigned|died|(?:were|was) (?:killed|injured|hurt|arrested))\b", after):
        own = None
    if own and unit not in ("people", "staff") and _is_singular(mention, unit):
        # "the 11 member pact": a modifier, no count of members
        own = None
    if own == "employees" and not _STAFFED.search(sentence.text):
        own = None
    if own == "employees" and unit in ("people", "person"):
        own = (
            "employees"
            if re.search(r"\bemploy|\bwork(?:s|ed|ing)? (?:for|at)\b|\bstaff|\bhir", sentence.text)
            else None
        )
    if (
        own in ("employees", "users", "sites")
        and verb
        and verb.predicate == "jobs"
        and not OF_WHOLE.search(sentence.between(verb.end, mention.start))
        and re.search(r"^(?:cut|shed|axe|eliminat|lay|laid|fir|dismiss|sack|hire|hiring|recruit)", verb.text, re.IGNORECASE)
    ):
        own = "jobs" if own == "employees" else own
    if own == "sites" and re.search(r"\b(?:from|by|in|at|through|via|for|between|to)$", tail) and not _tail_change(tail.rpartition(" ")[0]):
        # meals "from 3,000 restaurants": those of others
        own = None
    if own == "sites" and _BOUGHT_OR_KNOWN.search(sentence.between(sentence.start, mention.start)):
        own = None
    if own == "jobs" and OF_WHOLE.search(sentence.between(sentence.start, mention.start)):
        return None, "employees", "<part> of <quantity> <employees>", False
    if own:
        return verb, own, f"<quantity> <{own}>", False
    if verb and verb.predicate == "sites" and re.match(r"\s(?:more|others|new ones)\b", after) and unit in ("", "more"):
        return verb, "sites", "<company> opens <quantity> more", False
    if verb and verb.predicate == "volume" and not unit:
        return None
    if verb and verb.predicate == "volume" and re.match(r"mov", verb.text, re.IGNORECASE) and unit not in _CARGO:
        return verb, "units_sold", "<company> moves <quantity> of <product>", False
    if verb and verb.predicate == "production" and _A_MONTH.match(after) and _ABLE.search(sentence.text):
        return verb, "capacity", "<plant> can make <quantity> a month", False
    if verb and verb.predicate in ("units_sold", "production", "volume") and unit not in terms("entity_descriptions"):
        return verb, verb.predicate, f"<company> {verb.predicate}-verb <quantity>", False
    if (
        verb
        and verb.predicate == "users"
        and unit in ("team", "client", "customer", "household", "home", "business", "store")
    ):
        return verb, "users", "<company> serves <quantity> users", False
    if verb and verb.predicate == "employees" and not unit and re.match(r" (?:in|at|across|around|worldwide|globally|on|there)\b|[.,;]|$", after):
        return verb, "employees", "<company> employs <quantity>", False
    last = next((cue for cue in reversed(nouns) if start <= cue.start and cue.end <= mention.start), None)
    if last is not None and last.predicate in (
        "units_sold",
        "sales",
        "orders",
        "production",
        "capacity",
        "users",
        "employees",
        "jobs",
        "sites",
    ):
        if (
            mention.quantity.unit not in (None, "unit")
            and (mention.quantity.low or mention.quantity.high or 0) < 20
            and not tail.endswith("sales")
        ):
            return None
        if last.predicate in ("capacity", "production", "orders") and tail.endswith(" of") or last.predicate == "orders" and tail.endswith(" for"):
            return last, last.predicate, f"<{last.predicate}> of <quantity>", False
        if (
            re.search(
                r"\b(?:to|were|was|totall?ed|(?<=sales )of|(?<=deliveries )of|by|at|reach(?:ed|es)|hits?|is|are|stands at|from|over|than|top(?:ped|s)?|exceed(?:ed|s)?|surpass(?:ed|es)?|pass(?:ed|es)|cross(?:ed|es)?|numbered|(?:reach|hit|touch|set)\w* (?:an? )?(?:(?:new|all-time|record|fresh|historic) )*(?:high|low|peak|total|level|record) of)\s*$",
                tail,
                re.I,
            )
            or mention.direction
            or _tail_change(tail)
        ):
            return last, last.predicate, f"<{last.predicate}> <change or level> <quantity>", False
    if (
        before is not None
        and before.quantity.unit_type in ("count", "percent")
        and before.predicate
        in ("units_sold", "sales", "orders", "production", "users", "employees", "jobs", "sites", "capacity")
        and _continues_count(sentence, before, mention)
    ):
        return before.cue, before.predicate, "<quantity>, <ellipsis> <quantity>", True
    return None


def _continues_count(sentence: Sentence, before: Measurement, mention: QuantityMention) -> bool:
    """A count goes on with the measure before it if it names no other thing and the words link the two."""
    gap = sentence.between(before.mention.end, mention.start)
    unit = mention.quantity.unit
    same = unit in (None, before.quantity.unit, "unit", "vehicle", "car", "model")
    linked = re.search(
        r"\b(?:compared|against|versus|from|to|up|down|then|increase|decline|rise|fall|drop|grew|by"
        r"|(?:estimates?|forecasts?|expectations?|target|goal|guidance) (?:of|for))\b", gap
    )
    return same and bool(linked)
