"""What quantities measure: the machinery that the kinds sales, figure and target share.

Each quantity of a sentence is given a measure by the cue that governs it ("net income … was $3.5bn"), or by ellipsis
that of the quantity before it ("compared with $3.1bn", "or 76 cents a share", "then 61 million in 2014"). Its role
says whether it is a level, a change or the earlier level; subject, product, place and period are filled from the
words around it, then from the measurement before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal
from weakref import WeakKeyDictionary

from extractor.claims.cues import (
    STANCE_NOUN,
    Cue,
    change_pattern,
    change_words,
    measure_of,
    noun_cues,
    stance_noun,
    verb_cues,
)
from extractor.claims.draft import Draft
from extractor.claims.filling import RESULTS, find_period, find_place, find_product, find_subject, holder_of
from extractor.context import Stance, negated, stance
from extractor.mentions.types import EntityMention, QuantityMention
from extractor.reading import Reading, Sentence
from extractor.record import Period, Place, Quantity

Role = Literal["level", "change", "earlier"]

_HEDGE = (
    r"(?:about|around|nearly|almost|some|roughly|approximately|more than|over|at least|up to|as (?:many|much|high|low) as"
    r"|estimated|record|total|total of|combined|further|additional|whopping|staggering|mere|just|only|another|less than"
    r"|fewer than|under|below|above|well|close to|a|an|the|its|their|by|sharply|slightly|steeply|strongly|again|also"
    r"|in total|altogether|net|worth|modest|healthy|hefty|massive|solid|an extra|extra|even|still|now|together)"
)
_HEDGES = re.compile(r"(?:(?<=\s)|^)" + _HEDGE + r"\s*$", re.IGNORECASE)
_EARLIER = re.compile(
    r"(?:\bcompar(?:ed|es|ing|ison) (?:with|to)|\bagainst|\bversus|\bvs\.?|\b(?:up|down|rising|falling|improvement|rise"
    r"|fall|increase|decrease|decline|drop|jump|turning around|swing|swung|rebound|recover(?:ed|ing|y)?|rose|fell|grew|raised|increased|cut|reduced|lowered) from|\bcompared)"
    r"(?:\s+(?!(?:was|were|is|rose|fell)\b)[\w'-]+){0,6}\s*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s*$", re.IGNORECASE)
_LEVEL = re.compile(
    r"\b(?:to|at|was|were|is|are|of|reached|hit|totalled|totaled|exceeded|topped|averaged|be|stood at)\s*$", re.I
)
_PER_SHARE = re.compile(r"\s*(?:a|per|for each|each)\s*(?:[\w-]+ )?(?:share|ADR|ADS|unit)\b", re.IGNORECASE)
_SEGMENT = re.compile(
    r";|\s-{1,2}\s|\b(?:while|whereas|although|though|but)\b|,? and (?=(?:it|its|their|his|the company|he|she|they)\b)"
)
_SOLD = re.compile(
    r"^[^,;.]{0,60}?\b(?:(?:was|were|have been|had been|has been|be|being) )?(?:sold|shipped|delivered|registered|exported)\b"
)
_PRODUCED = re.compile(r"^[^,;.]{0,40}?\b(?:were|was|are|be) (?:produced|built|manufactured|made)\b")
_WHOLE = re.compile(
    r"^\s*of (?:the |all |its |total |overall |our |their |global |world |group |[A-Z][\w']+ ){0,3}[\w' -]{0,40}?"
    r"\b(?:market|sales|revenues?|turnover|profits?|business|output|production|exports)\b"
)
_OF_SHARES = re.compile(
    r"^\s*(?:stake|holding|shareholding|interest|share (?:in|of)|of (?:the |its |their )?(?:\w+ )?(?:shares|company|stock|equity|capital|firm))\b"
)
_OF_STAFF = re.compile(
    r"\s*of (?:its|the|their|all|his|our)?\s?(?:[\w-]+ ){0,2}(?:workforce|staff|employees|workers|jobs|headcount|payroll)\b"
)
_EXPECTED = re.compile(
    r"\s*(?:that |which )?(?:(?:was|were|had been|is|are) )?(?:expected|forecast|estimated|predicted|projected|seen|pencilled in) (?:by|in a)\b"
)
# prices of goods traded by weight or volume are the market's, no company's
_PER_MEASURE = re.compile(
    r"\s*(?:U\.?S\.? )?(?:a|an|per) (?:barrel|ounce|tonne|ton|bushel|pound|gallon|kilo|kilogram|litre|liter|MWh)\b"
)
_MADE_UNITS = frozenset({"t", "kt", "Mt", "kg", "g", "L", "hl", "hectolitre", "barrel", "ounce", "bushel", "TWh", "GWh", "MWh", "kWh", "gallon",
                         "ton", "tonne", "m³", "cubic metre", "cubic foot", "litre", "liter"})  # fmt: skip
_STAFFED = re.compile(
    r"\b(?:employ\w*|ha[sd]|have|with|workforce|headcount|staff of|total|hir\w+|recruit\w*|cut\w*|lay\w*|laid|shed\w*|fir\w+|dismiss\w*|axe\w*)\b",
    re.IGNORECASE,
)
_USED = re.compile(r"\s(?:already |now |currently |who )?(?:use|using|used|subscribe|subscribed|have signed up)\b")
_RAISED = re.compile(
    r"^\s*(?:worth )?(?:of|in) (?:(?:new|preferred|preference|ordinary|convertible|common) )*(?:shares|stock|bonds|equity|notes)\b"
)
_DEAL_VALUE = re.compile(
    r"\b(?:acquisition|deal|takeover|transaction|contract|bid|offer|agreement|order)s?\b[^,;]{0,30}\b(?:valued|worth|for|of)\b[^,;]{0,12}$"
)
_DURATIONS = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "quarter", "decade", "time", "point",
                        "analyst", "economist", "percentage", "half", "way", "country", "language"})  # fmt: skip

# unit types that a level of each measure may have
_LEVELS: dict[str, str] = {
    "units_sold": "nu", "sales": "cn", "revenue": "c", "profit": "c", "operating_profit": "c", "loss": "c", "margin": "p",
    "eps": "c", "dividend": "c", "market_share": "p", "price": "c", "share_price": "c", "orders": "cn",
    "production": "nu", "capacity": "nu", "users": "n", "employees": "n", "jobs": "n", "sites": "n", "investment": "c",
    "funding": "c", "valuation": "c", "debt": "c", "cost": "c", "fine": "c", "volume": "nu", "stake": "p", "other": "c",
}  # fmt: skip
_LETTER = {"currency": "c", "percent": "p", "count": "n", "physical": "u"}


@dataclass(slots=True, eq=False)
class Measurement:
    """One quantity with what it measures: the slots of a claim of kind sales, figure or target."""

    sentence: Sentence
    mention: QuantityMention
    predicate: str
    role: Role
    quantity: Quantity
    start: int
    end: int
    cue: Cue | None
    rule: str
    subject: EntityMention
    qualifier: str | None = None
    stance: Stance | None = None
    object: EntityMention | None = None
    product: str | None = None
    place: Place | None = None
    period: Period | None = None
    confidence: float = 0.75
    inherited: bool = False
    notes: list[str] = field(default_factory=list)


_cache: WeakKeyDictionary[Reading, list[Measurement]] = WeakKeyDictionary()


def measurements(reading: Reading) -> list[Measurement]:
    """All measurements of an article in the order of its text (found once an article)."""
    if reading not in _cache:
        found: list[Measurement] = []
        for sentence in reading.sentences:
            found.extend(_in_sentence(sentence, found))
        _cache[reading] = _settle_units(_settle_sales(_settle_periods(found)))
    return _cache[reading]


def _settle_periods(found: list[Measurement]) -> list[Measurement]:
    """Gives results that came before the article named its quarter that quarter."""
    series = [
        one for one in found if one.period and one.stance is None and one.role != "earlier" and one.predicate in RESULTS
    ]
    for one in found:
        if one.sentence.in_title:
            continue
        if one.period is None and one.stance is None and one.role != "earlier" and one.predicate in RESULTS and series:
            one.period = next((two.period for two in series if two.sentence.index > one.sentence.index), None)
    return found


def _settle_units(found: list[Measurement]) -> list[Measurement]:
    """Gives a bare count of goods the unit that the article counts them in, or the goods named before "sales"."""
    last: str | None = None
    for one in found:
        quantity = one.quantity
        if one.predicate not in ("units_sold", "production") or quantity.unit_type != "count":
            continue
        if quantity.unit is None:
            product = (
                one.product.split()[-1]
                if one.product and one.cue is not None and not one.cue.verb and one.product.islower()
                else None
            )
            unit = re.sub(r"(?<=[^s])s$", "", product) if product and product != "models" else last
            one.quantity = quantity.model_copy(update={"unit": unit})
        elif quantity.unit not in ("unit", "model"):
            last = quantity.unit
    return found


def _trading_day(sentence: Sentence) -> Period | None:
    """The day of a share price without one: that of a dated article."""
    dating = sentence.reading.dating
    if dating is None or dating.basis != "given":
        return None
    return Period(text=dating.start.isoformat(), start=dating.start, end=dating.start, grain="day")


def _settle_sales(found: list[Measurement]) -> list[Measurement]:
    """Decides what a bare "sales" counts: units where the article counts its seller's goods, else money."""
    counted = {
        one.subject.referent.name
        for one in found
        if one.predicate == "units_sold" and one.quantity.unit_type == "count"
    }
    by_units = any(one.predicate == "sales" and one.quantity.unit_type == "count" for one in found)
    settled = []
    for one in found:
        if one.predicate == "sales":
            kind = one.quantity.unit_type
            units = kind == "count" or (
                kind == "percent" and (by_units or one.subject.referent.name in counted or bool(counted))
            )
            one = replace(one, predicate="units_sold" if units else "revenue")
        settled.append(one)
    return settled


def _in_sentence(sentence: Sentence, earlier: list[Measurement]) -> Iterator[Measurement]:
    nouns = noun_cues(sentence)
    verbs = verb_cues(sentence)
    before: Measurement | None = None
    series: list[Measurement] = []
    for mention in sentence.quantities:
        if mention.quantity.unit in _DURATIONS or mention.quantity.unit_type is None:
            continue
        if re.search(r"\bplus or minus\s*$", sentence.between(max(sentence.start, mention.start - 20), mention.start)):
            continue
        found = _measure(sentence, mention, nouns, verbs, series) or _consensus(sentence, mention, series, earlier)
        if found is None:
            continue
        cue, predicate, rule, inherited = found
        made = _fill(sentence, mention, cue, predicate, rule, inherited, before, earlier)
        if made is not None:
            yield made
            before = made
            series.append(made)


def _tail(sentence: Sentence, mention: QuantityMention) -> str:
    """The words before a quantity, hedges taken off, back to the quantity before it."""
    start = sentence.start
    for other in sentence.quantities:
        if other.end <= mention.start:
            start = other.end
    tail = sentence.between(start, mention.start)
    while match := _HEDGES.search(tail):
        tail = tail[: match.start()]
    return tail.rstrip()


def _segment_start(sentence: Sentence, position: int) -> int:
    start = sentence.start
    for match in _SEGMENT.finditer(sentence.between(sentence.start, position)):
        start = sentence.start + match.end()
    return start


def _fits(predicate: str, mention: QuantityMention) -> bool:
    """True if a quantity of this unit type can be a level or change of the measure."""
    letter = _LETTER.get(mention.quantity.unit_type or "", "")
    return letter == "p" or letter in _LEVELS.get(predicate, "cnpu")


def _measure(
    sentence: Sentence,
    mention: QuantityMention,
    nouns: list[Cue],
    verbs: list[tuple[Cue, str]],
    series: list[Measurement],
) -> tuple[Cue | None, str, str, bool] | None:
    """The cue and predicate of a quantity, the rule that gave them, and whether by ellipsis; None if it measures nothing."""
    letter = _LETTER[mention.quantity.unit_type or "count"]
    before = series[-1] if series else None
    after = sentence.between(mention.end, sentence.end)
    start = _segment_start(sentence, mention.start)
    tail = _tail(sentence, mention)
    if letter == "c" and _PER_MEASURE.match(after):
        return None
    if letter == "c" and (_PER_SHARE.match(after) or _PER_SHARE.search(mention.quantity.text)):
        return _per_share(sentence, mention, nouns, verbs, before)
    if (
        letter == "c"
        and _RAISED.search(after[:60])
        and re.search(r"\b(?:issu\w+|rais\w+|sell|sold|selling|place[ds]?)\b", tail)
    ):
        return None, "funding", "<company> issued <quantity> of shares", False
    if letter == "c" and _DEAL_VALUE.search(tail):
        return None
    if letter == "p" and (match := _OF_SHARES.match(after)):
        return _after_cue(sentence, match, mention), "stake", "<quantity> stake in <company>", False
    if letter == "p" and not mention.direction and _WHOLE.match(after) and not _tail_change(tail):
        market = re.search(r"\bmarket\b|\bof (?:all|total|the (?:total|whole))\b", after[:60])
        within = [
            one
            for one in sentence.entities
            if mention.end <= one.start < mention.end + 60 and one.referent.type == "organization"
        ]
        market = (
            None if within or re.match(r"\s*of (?:its|their|our|the (?:company|group|firm)'s)\b", after) else market
        )
        return None, "market_share" if market else "other", "<seller> has <quantity> of <market>", False
    following = _following_cue(sentence, mention, nouns)
    if following and following.predicate != "-" and _fits(following.predicate, mention):
        return following, following.predicate, f"<quantity> <{following.predicate}>", False
    if letter == "n":
        return _count(sentence, mention, nouns, verbs, before, start, tail, after)
    near_verb = _verb_before(sentence, mention, verbs, letter)
    last = next((cue for cue in reversed(nouns) if start <= cue.start and cue.end <= mention.start), None)
    if near_verb and (last is None or last.start < near_verb.start or last.predicate == near_verb.predicate):
        return near_verb, near_verb.predicate, f"<company> {near_verb.predicate}-verb <quantity>", False
    if (
        last is not None
        and before is not None
        and last.start < before.mention.end
        and _continues(sentence, before, mention)
    ):
        return _inherit(series, mention)
    if last is not None:
        if last.predicate == "-" or not _fits(last.predicate, mention) or not _reaches(sentence, last, mention):
            return None
        return last, last.predicate, f"<{last.predicate}> <change or level> <quantity>", False
    if before is not None and _continues(sentence, before, mention):
        return _inherit(series, mention)
    if letter == "p" and mention.direction and _moves(sentence, mention):
        return None, "share_price", "<company> <moves> <percent>", False
    return None


_MOVE = re.compile(
    r"\s(?:has |have |had |also |were |was )?(?:lost|gained|fell|dropped|slid|plunged|tumbled|jumped|soared|rose|surged|climbed|added|slipped|shed|advanced"
    r"|rallied|sank|dipped|fallen|risen)(?: by)?(?: (?:about|nearly|almost|more than|over|some|around|as much as))?\s",
    re.IGNORECASE,
)


def _moves(sentence: Sentence, mention: QuantityMention) -> bool:
    """True for "Acme gained 3 percent": a company that itself rises or falls does so on the stock exchange."""
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
    return bool(re.search(change_pattern() + r"(?: \w+ly| by)?\s*$", tail, re.IGNORECASE))


def _inherit(series: list[Measurement], mention: QuantityMention) -> tuple[Cue | None, str, str, bool] | None:
    before = series[-1]
    if before.predicate == "eps":
        # "$668m, or 76 cents a share, compared with $549m": back to what the amount a share was an aside to
        before = next((one for one in reversed(series) if one.predicate != "eps"), before)
    predicate = before.predicate
    if not _fits(predicate, mention):
        return None
    return before.cue, predicate, "<quantity>, <ellipsis> <quantity>", True


def _consensus(
    sentence: Sentence, mention: QuantityMention, series: list[Measurement], earlier: list[Measurement]
) -> tuple[Cue | None, str, str, bool] | None:
    """ "… below a consensus of 51 billion yen": the measure is that of the sentence before."""
    if series or not re.search(
        STANCE_NOUN.pattern + r"\s+(?:of|for|was|is)\s*$", _tail(sentence, mention), re.IGNORECASE
    ):
        return None
    for one in reversed(earlier):
        if sentence.index - one.sentence.index > 2:
            return None
        if one.quantity.unit_type == mention.quantity.unit_type and _fits(one.predicate, mention):
            return (
                replace(one.cue, start=sentence.start, end=sentence.start) if one.cue else None,
                one.predicate,
                "<consensus> of <quantity>",
                True,
            )
    return None


def _continues(sentence: Sentence, before: Measurement, mention: QuantityMention) -> bool:
    """True if nothing between two quantities starts a new measure: few words, or words of comparison or change."""
    gap = sentence.between(before.mention.end, mention.start)
    if mention.quantity.unit_type not in ("percent", before.quantity.unit_type) and before.role != "change":
        return False
    linked = re.search(
        r"\b(?:compared|against|versus|from|to|up|down|or|then|and|closing|at|while|higher|lower|improvement)\b|[-,(]",
        gap,
    )
    return bool(linked) and len(gap) < 120


def _reaches(sentence: Sentence, cue: Cue, mention: QuantityMention) -> bool:
    """True if the words between a measure and a quantity join them: a verb of being or change, "of", "at", a colon."""
    gap = sentence.between(cue.end, mention.start)
    if len(gap) < 4:
        return True
    joined = re.search(
        r"\b(?:to|at|of|by|was|were|is|are|be|been|reach(?:ed|es|ing)?|hit|total(?:l?ed|s|l?ing)?|exceed(?:ed|s)?|topped"
        r"|average[ds]?|worth|stood|came|amount(?:ed|s|ing)?|from|posted|with|between|compared|above|below|over|than|around|about|as)\b"
        r"|[:(=]|" + change_pattern(),
        gap,
        re.IGNORECASE,
    )
    return bool(joined)


def _per_share(
    sentence: Sentence,
    mention: QuantityMention,
    nouns: list[Cue],
    verbs: list[tuple[Cue, str]],
    before: Measurement | None,
) -> tuple[Cue | None, str, str, bool] | None:
    """What an amount a share is: a dividend, earnings, or the price of a share."""
    last = [cue.predicate for cue in nouns if cue.end <= mention.start]
    last += [cue.predicate for cue, _ in verbs if cue.end <= mention.start and cue.predicate in ("profit", "loss")]
    if "dividend" in [cue.predicate for cue in nouns]:
        nearest = min(
            (cue for cue in nouns if cue.predicate == "dividend"), key=lambda cue: abs(cue.start - mention.start)
        )
        if not (before and before.predicate == "eps" and nearest.start > mention.end):
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
        r"[,;:(]| - |\b(?:to|for|from|at|by|on|and|than|as|while|but|whereas|although|when|after|with)\b",
        gap.replace("year-on-year", ""),
    ):
        return None
    if mention.direction and re.fullmatch(r"\s(?:its |their |the |our |annual |global |total |net )*", gap):
        # "more than doubled its sales"
        return cue
    changed = re.match(r"\s*-?(?:[\w-]+ ){0,3}?" + change_pattern() + r"(?: (?:in|of|for|at))?\b", gap, re.IGNORECASE)
    if changed:
        return cue if len(gap) - changed.end() < 40 else None
    if mention.quantity.unit_type == "percent":
        return None
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
        if cue.predicate == "price" and re.match(r"\s(?:it|them|us|him|her|the (?:company|group|firm|bank)|[A-Z])", gap):
            cue = replace(cue, predicate="cost")
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
    verb = _verb_before(sentence, mention, verbs, "n")
    if _SOLD.match(after) and not (verb and verb.predicate == "production"):
        return None, "units_sold", "<quantity> of <product> sold", False
    if _PRODUCED.match(after):
        return None, "production", "<quantity> of <product> produced", False
    if _USED.match(after):
        return None, "users", "<quantity> of <users> use <product>", False
    if verb and verb.predicate == "jobs" and re.match(r"hir|recruit", verb.text, re.IGNORECASE) and unit:
        return verb, "jobs", "<company> hires <quantity>", False
    own = measure_of(unit) if unit else None
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
        and re.search(r"^(?:cut|shed|axe|eliminat|lay|laid|hire|hiring|recruit)", verb.text, re.IGNORECASE)
    ):
        own = "jobs" if own == "employees" else own
    if own:
        return verb, own, f"<quantity> <{own}>", False
    if verb and verb.predicate in ("units_sold", "production"):
        return verb, verb.predicate, f"<company> {verb.predicate}-verb <quantity>", False
    if (
        verb
        and verb.predicate == "users"
        and unit in ("team", "client", "customer", "household", "home", "business", "store")
    ):
        return verb, "users", "<company> serves <quantity> users", False
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
        if last.predicate in ("capacity", "production", "orders") and tail.endswith(" of"):
            return last, last.predicate, f"<{last.predicate}> of <quantity>", False
        if (
            re.search(
                r"\b(?:to|were|was|totall?ed|(?<=sales )of|(?<=deliveries )of|by|at|reached|hit|from|over|than)\s*$",
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
        r"\b(?:compared|against|versus|from|to|up|down|then|increase|decline|rise|fall|drop|grew|by)\b", gap
    )
    return same and bool(linked)


def _role(
    sentence: Sentence,
    mention: QuantityMention,
    cue: Cue | None,
    predicate: str,
    inherited: bool,
    before: Measurement | None,
) -> tuple[Role, int]:
    """Whether a quantity is a level, a change (with its sign) or the earlier level of a comparison."""
    tail = _tail(sentence, mention)
    after = sentence.between(mention.end, min(sentence.end, mention.end + 50))
    words = change_words()
    following = re.match(
        r"\s*-?(?:(?:year-on-year|annual|sharp|steep|further|organic|net|overall|quarterly) )*("
        + change_pattern()
        + ")",
        after,
        re.I,
    )
    if mention.direction and not re.search(r"\b(?:to|at)\s*$", tail):
        return "change", mention.direction
    if following and not re.match(r"\s+(?:up|down)\b", after):
        return "change", words[_word(following.group(1))]
    if (
        inherited
        and before is not None
        and before.role == "earlier"
        and re.fullmatch(r",? or", tail.strip(), re.IGNORECASE)
    ):
        return "earlier", 0
    if _EARLIER.search(tail):
        return "earlier", 0
    if _FROM.search(tail) and (inherited or re.match(r"[\w %]{0,20} to (?:about |around |more than )?[\d$£€]", after)):
        return "earlier", 0
    if re.search(r"\b(?:to|at)\s*$", tail):
        return "level", 0
    changed = re.search(
        "("
        + change_pattern()
        + r")(?:,? (?:\w+ly|by|of|from (?:the|a) [\w -]{1,20}|in [\w ]{1,20} of|rate of|as much as|another))*\s*$",
        tail,
        re.I,
    )
    if changed and not (
        cue is not None
        and _word(changed.group(1)) in ("lost", "lose", "loss", "losses")
        and mention.quantity.unit_type != "percent"
    ):
        return "change", words[_word(changed.group(1))]
    more = re.match(r"\s*(more|fewer|less)\b", after)
    if more and mention.quantity.unit_type == "percent":
        return "change", 1 if more.group(1) == "more" else -1
    if mention.quantity.unit_type == "percent" and predicate not in (
        "margin",
        "market_share",
        "stake",
        "other",
        "capacity",
    ):
        far = re.search("(" + change_pattern() + r")[^,;]{0,40}$", tail, re.I)
        if far:
            return "change", words[_word(far.group(1))]
        return "level", 0
    return "level", 0


def _word(text: str) -> str:
    return re.sub(r"[\s-]+", " ", text.casefold())


def _signed(quantity: Quantity, sign: int) -> Quantity:
    """The quantity as a signed difference: a fall of at least 5 lies at or below -5."""
    if sign >= 0:
        return quantity
    low = -quantity.high if quantity.high is not None else None
    high = -quantity.low if quantity.low is not None else None
    return quantity.model_copy(update={"low": low, "high": high})


def _fill(
    sentence: Sentence,
    mention: QuantityMention,
    cue: Cue | None,
    predicate: str,
    rule: str,
    inherited: bool,
    before: Measurement | None,
    earlier: list[Measurement],
) -> Measurement | None:
    role, sign = _role(sentence, mention, cue, predicate, inherited, before)
    quantity = mention.quantity
    if predicate == "share_price" and role != "change" and (quantity.low or quantity.high or 0) >= 1e6:
        return None
    if (
        quantity.unit_type == "percent"
        and role != "change"
        and predicate not in ("margin", "market_share", "stake", "other", "jobs")
    ):
        return None
    if role == "change":
        if predicate in ("loss", "stake"):
            # a loss that narrows by 5 percent is a change like any other
            pass
        quantity = _signed(quantity, sign)
    elif predicate == "jobs" and before is not None and inherited:
        if (
            before.predicate != "jobs"
            or quantity.unit_type == "percent"
            and not _OF_STAFF.match(sentence.between(mention.end, sentence.end))
        ):
            return None
        quantity, role = _signed(quantity, -1 if (before.quantity.high or 0) < 0 else 1), "change"
    elif predicate == "jobs":
        cut = re.search(
            r"\b(?:cut|cuts|cutting|shed|axe|axed|eliminat\w+|lay(?:ing)? off|laid off|redundanc\w+|layoffs|slash\w*|lose|loss|losses|lost)\b",
            sentence.text,
            re.I,
        )
        made = re.search(r"\b(?:creat\w+|add(?:s|ed|ing)?|hir\w+|recruit\w*)\b", sentence.text, re.I)
        if not cut and not made:
            return None
        quantity, role = _signed(quantity, -1 if cut else 1), "change"
    if predicate == "eps" and (
        before is not None
        and before.predicate == "loss"
        or cue is not None
        and cue.predicate == "loss"
        or re.search(r"\bloss(?:es)?\b[^,;]{0,25}$", _tail(sentence, mention))
    ):
        quantity = _signed(quantity, -1)
    previous = before or _previous(sentence, earlier, predicate)
    anchor = cue if cue is not None and not inherited else None
    subject = find_subject(sentence, mention, anchor, predicate, before, previous)
    if subject is None:
        return None
    held = _held(sentence, mention) if predicate == "stake" else None
    if held is not None and held.referent is subject.referent:
        # the holder is no company of the article: "the Norwegian state owns 34 percent of the company"
        holder = holder_of(sentence, mention)
        if holder is None:
            return None
        subject = holder
    position = cue.start if cue is not None and not inherited and cue.end <= mention.start else mention.start
    how = (
        (cue.stance if cue is not None and not inherited else None)
        or _stance_named(sentence, mention, cue if not inherited else None)
        or stance(sentence, mention.start)
        or (stance(sentence, position) if position != mention.start else None)
    )
    if _EXPECTED.match(sentence.between(mention.end, sentence.end)):
        how, role = "expect", "level" if role == "earlier" else role
    elif role == "earlier" and (named := _stance_named(sentence, mention, None)) is not None:
        how = named
    elif role == "earlier" and before is not None and before.cue is not None and before.cue.stance:
        # "cut its forecast to $3bn from $3.4bn": what was forecast before is a forecast too
        how = before.stance
    elif role == "earlier":
        how = None
    elif (
        how is None
        and before is not None
        and before.stance is not None
        and (inherited or _joined(sentence, before, mention))
    ):
        how = before.stance
    period, period_end = find_period(
        sentence,
        mention,
        "level" if role == "earlier" and how is not None else role,
        predicate,
        before,
        earlier,
        how is not None,
    )
    if period is None and predicate == "share_price" and how is None and role != "earlier":
        period = _trading_day(sentence)
    start = min(
        [mention.start] + ([cue.start] if cue is not None and not inherited and cue.start >= sentence.start else [])
    )
    end = max(mention.end, period_end, cue.end if cue is not None and not inherited else 0)
    following = (
        re.match(r"\s*(?:a|per) share\b", sentence.between(mention.end, sentence.end))
        if predicate in ("eps", "dividend", "share_price")
        else None
    )
    if following:
        end = max(end, mention.end + following.end())
    return Measurement(
        sentence=sentence,
        mention=mention,
        predicate=predicate,
        role=role,
        quantity=quantity,
        start=start,
        end=end,
        cue=cue,
        rule=rule,
        subject=subject,
        qualifier=cue.qualifier if cue is not None else (before.qualifier if inherited and before else None),
        stance=how,
        object=held,
        product=find_product(sentence, mention, anchor, predicate, before if inherited or role != "level" else None),
        place=find_place(sentence, mention, anchor, before, previous),
        period=period,
        confidence=0.65 if inherited else 0.8,
        inherited=inherited,
    )


def _joined(sentence: Sentence, before: Measurement, mention: QuantityMention) -> bool:
    """True if two quantities are objects of one verb: "expected $1.1bn in revenue and 3 cents a share"."""
    gap = sentence.between(before.mention.end, mention.start)
    return bool(re.search(r"\band\s+(?:about |around )?$", gap)) and not _verb_in(
        sentence, before.mention.end, mention.start
    )


def _verb_in(sentence: Sentence, start: int, end: int) -> bool:
    doc = sentence.reading.doc
    return any(token.pos_ in ("VERB", "AUX") for token in doc[sentence.token(start).i + 1 : sentence.token(end).i])


def _stance_named(sentence: Sentence, mention: QuantityMention, cue: Cue | None) -> Stance | None:
    """The stance of a noun right before a quantity or its measure: "a forecast for profit of", "a consensus of"."""
    start = cue.start - 25 if cue is not None and not cue.verb and cue.end <= mention.start else mention.start - 28
    return stance_noun(sentence.between(max(sentence.start, start), mention.start))


def _held(sentence: Sentence, mention: QuantityMention) -> EntityMention | None:
    """The company that a stake is in."""
    for one in sentence.entities:
        if one.referent.type in ("organization", "product") and 0 < one.start - mention.end < 40:
            return one if re.search(r"\b(?:in|of) (?:the )?$", sentence.between(mention.end, one.start)) else None
    return None


def _previous(sentence: Sentence, earlier: list[Measurement], predicate: str) -> Measurement | None:
    """The last measurement of an earlier sentence that the article may still be speaking of."""
    for one in reversed(earlier):
        if one.sentence.index < sentence.index and one.stance is None and one.role != "earlier":
            return one
    return None


def drafted(kind: Literal["sales", "figure", "target"], one: Measurement) -> Draft:
    """The draft of a claim of this kind from a measurement."""
    from extractor.attribution import attributed

    source, stated = attributed(one.sentence, one.mention.start, one.subject)
    return Draft(
        kind=kind,
        predicate=one.predicate,
        subject=one.subject,
        rule=one.rule,
        start=one.start,
        end=one.end,
        quantity=one.quantity,
        basis="change" if one.role == "change" else "level",
        product=one.product,
        place=one.place,
        period=one.period,
        object=one.object,
        negated=negated(one.sentence, one.mention.start),
        said=source,
        stated=stated,
        qualifier=one.qualifier,
        confidence=one.confidence,
    )
