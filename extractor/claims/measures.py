"""What quantities measure: the machinery that the kinds sales, figure and target share.

Each quantity of a sentence is given a measure (`governing`) and a role (`roles`); subject, product, place and period are
filled from the words around it, then from the measurement before it: figures come in series, and a series names its
company, market and quarter once.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal
from weakref import WeakKeyDictionary

from extractor.claims.cues import Cue, noun_cues, stance_noun, verb_cues
from extractor.claims.draft import Draft
from extractor.claims.governing import ORDERED_TO_PAY, measure
from extractor.claims.implied import (
    compared,
    consensus,
    grown_seller,
    grows,
    market_subject,
    of_market,
    ranked,
    ranked_seller,
    same_measure,
)
from extractor.claims.product import find_product
from extractor.claims.roles import OF_STAFF, OF_WHOLE, Role, role_of, signed, tail_of
from extractor.claims.series import RESULTS, is_last_year, shift
from extractor.claims.subject import find_subject, holder_of
from extractor.claims.when import find_period
from extractor.claims.where import find_place
from extractor.context import Stance, negated, stance
from extractor.mentions.counted import lemma
from extractor.mentions.types import EntityMention, QuantityMention
from extractor.reading import Reading, Sentence
from extractor.record import Period, Place, Quantity

_OFFERED = re.compile(r"\b(?:offer\w*|bid|pay(?:s|ing)?|paid|tender)\b")
_OPENED_OR_CLOSED = re.compile(
    r"\b(?:(?P<opened>(?:re-?)?open(?:s|ed|ing)?|add(?:s|ed|ing)?|launch(?:es|ed|ing)?|inaugurat(?:e|es|ed|ing)|unveil(?:s|ed|ing)?|roll(?:s|ed|ing)? out|set(?:s|ting)? up|build(?:s|ing)?|built)"
    r"|clos(?:e|es|ed|ing)|clos(?:ure|ing) of|shut(?:s|ting)?(?: down)?|shutter(?:s|ed|ing)?|ax(?:e|es|ed|ing)|shed(?:s|ding)?|cut(?:s|ting)?|mothball(?:s|ed|ing)?|scrap(?:s|ped|ping)?)"
    r"(?: (?!of\b|in\b|on\b|at\b|by\b|for\b|its\b)[\w-]+){0,2}$",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"\s*(?:that |which )?(?:(?:was|were|had been|is|are) )?(?:expected|forecast|estimated|predicted|projected|seen|pencill?ed in|budgeted|planned) (?:by|in a|earlier|previously|before|originally)\b"
    r"|\s(?:average |mean |consensus |median )?(?:forecast|estimate)\b"
    r"|\s*(?:(?:fall|rise|drop|increase|decline|growth|gain|profit|loss|shortfall) )?(?:that |which )?(?:it|they|(?:[\w'-]+ )?(?:analysts|economists|investors)(?: (?:polled|surveyed) by [\w ]{2,30})?|the (?:company|group|firm|bank|market)|Wall Street|the City) (?:had |has |was |were )?(?:still |previously |earlier |originally |been )?"
    r"(?:expected|expecting|forecast|estimated|predicted|predicting|projected|targeted|guided for|braced for|hoped for|pencill?ed in)\b"
)
_FORMERLY = re.compile(r"\b(?:earlier|previous|prior|original|initial|former|old) (?:range|forecast|guidance|target|estimate|outlook|projection|goal)(?: range)? (?:of|for|was)(?: between)? $")
_SEEN_AT = re.compile(r"\b(?:is|are) (?:now |currently |still )?(?:seen|forecast|projected|pegged|put|expected|estimated) (?:at|to (?:be|reach|come in at|total)) (?:about |around |between |some |nearly )*$")
_TO_BUY = re.compile(r"\b(?:talks|agreed|agreement|plans?|offer(?:ed)?|bid|deal|intends?|wants?|hopes?|close|negotiating) to (?:buy|acquire|take|purchase) (?:up to |about |an? |another |the |a further )*$")
# "added 3 million customers"
_GAINED = re.compile(r"\b(?:add(?:s|ed|ing)?|gain(?:s|ed|ing)?|won|attract(?:s|ed|ing)?|sign(?:s|ed|ing)? up|(?P<lost>lost|loses?|losing|shed))(?: (?:about|around|some|nearly|more than|over|almost|another|a further|an additional|a net))*$")
_DURATIONS = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "quarter", "decade", "time", "point",
                        "analyst", "economist", "percentage", "half", "way", "country", "language"})  # fmt: skip


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



_cache: WeakKeyDictionary[Reading, list[Measurement]] = WeakKeyDictionary()


def measurements(reading: Reading) -> list[Measurement]:
    """All measurements of an article in the order of its text (found once an article)."""
    if reading not in _cache:
        found: list[Measurement] = []
        for sentence in reading.telling:
            found.extend(_in_sentence(sentence, found))
        _cache[reading] = _settle_units(_settle_sales(_settle_periods(found)))
    return _cache[reading]


def _settle_periods(found: list[Measurement]) -> list[Measurement]:
    """Gives results that came before the article named its quarter that quarter."""
    series = [
        one for one in found if one.period and one.stance is None and one.role != "earlier" and one.predicate in RESULTS
        and not is_last_year(one.period.text) and not _is_background(one.sentence, one.period) and not _is_to_come(one.sentence, one.period)
    ]
    for one in found:
        if one.sentence.in_title:
            continue
        if one.period is None and one.stance is None and one.role != "earlier" and one.predicate in RESULTS and series:
            one.period = next((two.period for two in series if two.sentence.index > one.sentence.index), None)
    for before, one in pairwise(found):
        base = before.period
        if one.period is not None or base is None or one.sentence is not before.sentence or one.predicate not in RESULTS:
            continue
        if one.role == "earlier" and before.role == "earlier":
            one.period = base
        elif one.role == "earlier" and any(two.comparison and two.start > one.mention.start for two in one.sentence.periods):
            # "net earnings of $2bn … compared with $400m a year earlier", the quarter being told elsewhere
            one.period = shift(base, -12)
        elif one.stance == "expect" and before.stance is None and _OF_ESTIMATES.search(one.sentence.between(before.mention.end, one.mention.start)):
            one.period = base  # what had been expected is of the same period
    return found


def _is_to_come(sentence: Sentence, period: Period) -> bool:
    """True for a time that is not over when the article is written."""
    dating = sentence.reading.dating
    return dating is not None and period.end is not None and period.end > dating.end and period.grain in ("year", "multi_year")


_GUIDED = re.compile(
    r"\b(?:guidance|forecast|outlook|target|projection)s?\b[^.;,]{0,50}?\b(?:remain(?:ed|s)|stay(?:ed|s)|is|was|are|were|kept|maintained|lowered|raised|cut|unchanged)\b[^.;]{0,30}$"
)
_REVISED = re.compile(r"\b(?:was|were|is|are|been) (?:now |further )?(?:cut|raised|lowered|lifted|trimmed|narrowed|reduced|increased|revised)(?: [\w-]+){0,2} to (?:[\w-]+ ){0,4}$")


def _is_background(sentence: Sentence, period: Period) -> bool:
    """True for a time too long ago to be what the article reports on."""
    dating = sentence.reading.dating
    return dating is not None and period.end is not None and (dating.start - period.end).days > 400


_OF_ESTIMATES = re.compile(r"\b(?:estimates?|expectations?|consensus|forecasts?|expected|predicted)\b(?! for\b)")


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
    day = dating.start
    if any(one.period.text.casefold() == "yesterday" and one.period.start for one in sentence.reading.periods):
        # the paper of the morning after
        day -= dt.timedelta(days=1)
    return Period(text=day.isoformat(), start=day, end=day, grain="day")


def _settle_sales(found: list[Measurement]) -> list[Measurement]:
    """Decides what a bare "sales" counts: units where the article counts its seller's goods, else money."""
    counted = {
        one.subject.referent.name
        for one in found
        if one.predicate == "units_sold" and one.quantity.unit_type == "count"
    }
    by_units = any(one.predicate == "sales" and one.quantity.unit_type == "count" for one in found)
    # "sales grew 4% to 13 billion euros": of one sales, all is told in money
    in_money = {id(one.cue) for one in found if one.predicate == "sales" and one.cue is not None and one.quantity.unit_type == "currency"}
    settled = []
    for one in found:
        if one.predicate == "sales" and id(one.cue) in in_money:
            one = replace(one, predicate="revenue")
        elif one.predicate == "sales":
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
    told: list[Measurement] = []
    for mention in sentence.quantities:
        mention = _as_points(sentence, mention, nouns)
        if mention.quantity.unit in _DURATIONS or mention.quantity.unit_type is None:
            continue
        if re.search(r"\bplus or minus\s*$", sentence.between(max(sentence.start, mention.start - 20), mention.start)):
            continue
        # what an aside tells is not what goes on after it: "volumes, which make 32 percent of profit, grew by 4 percent"
        series = [one for one in told if not sentence.is_apart(one.mention.start, mention.start)]
        before = series[-1] if series else None
        mention = _as_money(sentence, mention, nouns, verbs, series, earlier)
        found = (
            _of_nearer_market(sentence, mention, nouns, [*earlier, *series])
            or grows(sentence, mention, [*earlier, *series])
            or compared(sentence, mention, series, earlier)
            or ranked(sentence, mention, series, earlier)
            or measure(sentence, mention, nouns, verbs, series, earlier)
            or consensus(sentence, mention, series, earlier)
            or same_measure(sentence, mention, nouns, series, earlier)
            or of_market(sentence, mention, [*earlier, *series])
        )
        if found is None:
            continue
        cue, predicate, rule, inherited = found
        made = _fill(sentence, mention, cue, predicate, rule, inherited, before, earlier)
        if made is not None:
            yield made
            told.append(made)


def _of_nearer_market(
    sentence: Sentence, mention: QuantityMention, nouns: list[Cue], earlier: list[Measurement]
) -> tuple[Cue | None, str, str, bool] | None:
    """What a whole market does where that is told after any other measure: "saw drops in shipments as the overall market fell 9 percent"."""
    before = [cue for cue in nouns if cue.end <= mention.start]
    market = market_subject(sentence, mention) if before else None
    if market is None or market.start < before[-1].end or _WITHIN.search(sentence.between(sentence.start, market.start)):
        return None
    return of_market(sentence, mention, earlier)


# "its sales in the sector rose": the market is only where
_WITHIN = re.compile(r"\b(?:in|of|for|across|from|to|on|within)(?: the| this| its| that)? $")


def _as_points(sentence: Sentence, mention: QuantityMention, nouns: list[Cue]) -> QuantityMention:
    """Points of a margin or market share are percentage points: "rose by two points to 6 percent"."""
    if mention.quantity.unit != "point" or not any(cue.predicate in ("margin", "market_share") and cue.end <= mention.start for cue in nouns):
        return mention
    return replace(mention, quantity=mention.quantity.model_copy(update={"unit": "percentage_point", "unit_type": "percent"}))


_MONEY_ONLY = frozenset({"revenue", "profit", "operating_profit", "loss", "investment", "funding", "valuation", "debt", "cost", "fine"})
_MAGNITUDE = re.compile(r"(?:million|billion|trillion|\d ?(?:bn|m|mn))$")


def _as_money(
    sentence: Sentence,
    mention: QuantityMention,
    nouns: list[Cue],
    verbs: list[tuple[Cue, str]],
    series: list[Measurement],
    earlier: list[Measurement],
) -> QuantityMention:
    """A bare "8.9 billion" of what is told in money is in the currency that the text told last."""
    quantity = mention.quantity
    if quantity.unit_type != "count" or quantity.unit is not None or not _MAGNITUDE.search(quantity.text):
        return mention
    told = [one for one in sentence.reading.quantities if mention.start - 1200 < one.start < mention.start]
    currency = next((one.quantity.unit for one in reversed(told) if one.quantity.unit_type == "currency"), None)
    if currency is None:
        return mention
    before = [cue for cue in [*nouns, *(cue for cue, _ in verbs)] if cue.end <= mention.start and not sentence.is_apart(cue.start, mention.start)]
    last = max(before, key=lambda cue: cue.start, default=None)
    follows = series and series[-1].quantity.unit_type == "currency" and (last is None or last.start < series[-1].mention.start)
    measured = last is not None and (
        last.predicate in _MONEY_ONLY or last.predicate == "sales" and not last.verb and (quantity.low or quantity.high or 0) >= 1e9
    )
    # "made 291 million in 2016" after a profit: what makers of goods make is counted
    near = earlier[-1] if earlier and sentence.index - earlier[-1].sentence.index <= 1 else None
    measured = measured or (
        last is not None and near is not None and near.predicate in _MONEY_ONLY and any(cue.start == last.start and cue.predicate == "profit" for cue, _ in verbs)
    )
    measured = measured or ORDERED_TO_PAY.search(sentence.between(sentence.start, mention.start)) is not None
    forecast = last is None and not series and re.match(r" (?:average |mean |consensus )?(?:forecast|estimate|consensus)", sentence.between(mention.end, sentence.end))
    if not (follows or measured or forecast):
        return mention
    return replace(mention, quantity=quantity.model_copy(update={"unit": currency, "unit_type": "currency"}))


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
    if predicate == "employment":
        # those whom a plant gives work are its staff, those whom it will give work are jobs to come
        coming = cue is not None and stance(sentence, cue.start) is not None
        predicate, cue = ("jobs", replace(cue, sign=1)) if cue is not None and coming else ("employees", cue)
    role, sign = role_of(sentence, mention, cue, predicate, inherited, before)
    quantity = mention.quantity
    if predicate == "dividend" and _FACE_VALUE.search(sentence.between(max(sentence.start, mention.start - 30), mention.start)):
        return None
    if predicate == "share_price" and role != "change" and (quantity.low or quantity.high or 0) >= 1e6:
        return None
    if (
        quantity.unit_type == "percent"
        and role != "change"
        and predicate not in ("margin", "market_share", "stake", "other", "jobs")
    ):
        return None
    if cue is not None and cue.sign is not None and not inherited:
        quantity, role = signed(quantity, cue.sign), "change" if cue.sign else "level"
    elif role == "change":
        quantity = signed(quantity, sign)
    elif predicate == "sites" and (opened := _opened_or_closed(sentence, mention)):
        quantity, role = signed(quantity, opened), "change"
    elif predicate == "users" and role == "level" and (gained := _GAINED.search(tail_of(sentence, mention))):
        quantity, role = signed(quantity, -1 if gained["lost"] else 1), "change"
    elif predicate == "jobs" and before is not None and inherited:
        if (
            before.predicate != "jobs"
            or quantity.unit_type == "percent"
            and not OF_STAFF.match(sentence.between(mention.end, sentence.end))
        ):
            return None
        quantity, role = signed(quantity, -1 if (before.quantity.high or 0) < 0 else 1), "change"
    elif predicate == "jobs":
        cut = re.search(
            r"\b(?:cut|cuts|cutting|shed|axe|axed|eliminat\w+|lay(?:s|ing)? off|laid off|fir(?:e|es|ed|ing)|dismiss\w*|sack\w*|scrap\w*|remov\w*|redundanc\w+|lay-?offs?|out of (?:a job|work)|slash\w*|lose|loss|losses|lost)\b",
            sentence.text,
            re.I,
        )
        made = re.search(r"\b(?:creat\w+|add(?:s|ed|ing)?|hir\w+|recruit\w*)\b", sentence.text, re.I)
        if not cut and not made:
            return None
        quantity, role = signed(quantity, -1 if cut else 1), "change"
    if rule == "<quantity> deliveries":
        # "28,000 vehicle deliveries" counts vehicles
        goods = (mention.noun or "").split()[:-1]
        quantity = quantity.model_copy(update={"unit": lemma(goods[-1]) if goods and goods[-1].islower() else None})
    if predicate == "jobs" and quantity.unit in ("cut", "layoff", "redundancy", "loss"):
        quantity = quantity.model_copy(update={"unit": "job"})  # "1,100 of the job cuts"
    if rule.endswith("<openings>"):
        quantity = quantity.model_copy(update={"unit": lemma((mention.noun or "").split()[-2])})  # "seven factory closures"
    if quantity.unit is None and quantity.unit_type == "count" and predicate in ("users", "employees"):
        unit = _counted(cue, predicate, before)
        quantity = quantity.model_copy(update={"unit": unit})
    if predicate == "eps" and role == "change" and quantity.unit_type == "currency" and re.search(r"\blost$", tail_of(sentence, mention).strip()):
        # "lost 29 cents per share": that is the result
        quantity, role = mention.quantity, "level"
        quantity = signed(quantity, -1)
    elif predicate == "eps" and (
        before is not None
        and before.predicate == "loss"
        or cue is not None
        and cue.predicate == "loss"
        or re.search(r"\bloss(?:es)?\b[^,;]{0,25}$", tail_of(sentence, mention))
    ):
        quantity = signed(quantity, -1)
    previous = before or _previous(sentence, earlier, predicate)
    anchor = cue if cue is not None and not inherited else None
    ranks = rule.startswith("<seller> ranks")
    market = market_subject(sentence, mention) if rule.startswith("<market>") else None
    grown = grown_seller(sentence, mention) if rule.startswith("<seller> grows") else None
    subject = ranks and ranked_seller(sentence, mention) or market or grown or find_subject(sentence, mention, anchor, predicate, before, previous)
    if subject is None:
        return None
    held = _held(sentence, mention) if predicate == "stake" else None
    if rule.endswith("owned by <holder>"):
        assert cue is not None
        held, holder = subject, next((one for one in sentence.entities if abs(one.start - cue.end) <= 25 and one.start >= cue.end - 1), None)
        if holder is None or holder.referent.type == "place" or held.start > mention.start:
            return None
        subject = holder
    if held is not None and held.referent is subject.referent:
        # the holder is no company of the article: "the Norwegian state owns 34 percent of the company"
        holder = holder_of(sentence, mention)
        if holder is None:
            return None
        subject = holder
    position = cue.start if cue is not None and not inherited and cue.end <= mention.start else mention.start
    how = (
        (cue.stance if cue is not None and not inherited else None)
        or (None if predicate == "share_price" and not re.search(r"\btarget\b", sentence.text) else _stance_named(sentence, mention, cue if not inherited else None))
        or stance(sentence, mention.start)
        or (stance(sentence, position) if position != mention.start and ", which " not in sentence.between(position, mention.start) else None)
        or (stance(sentence, cue.start) if cue is not None and cue.verb and cue.start >= mention.end else None)  # "200 are to be hired"
    )
    whole = before is not None and bool(OF_WHOLE.fullmatch(sentence.between(before.mention.end, mention.start)))
    if whole or re.search(r", (?:now|currently) $", sentence.between(sentence.start, mention.start)):
        how = None
    elif rule.startswith("<forecast>"):
        how = "expect"
    elif _EXPECTED.match(sentence.between(mention.end, sentence.end)):
        how, role = "expect", "level" if role == "earlier" else role
    elif role == "earlier" and cue is not None and not inherited and cue.stance is not None:
        how = cue.stance  # "cut its profit forecast from £34m to £29m"
    elif role == "earlier" and (named := _stance_named(sentence, mention, None)) in ("expect", "goal"):
        how = named
    elif role == "earlier" and before is not None and (
        before.cue is not None and before.cue.stance
        or predicate == "share_price" and before.stance == "expect"
        or before.stance == "expect" and _REVISED.search(sentence.between(sentence.start, before.mention.start))
    ):
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
    if predicate == "stake" and role == "level" and re.search(r"(?:\b(?:its|their|his|her)|'s) (?:remaining |entire )?$", sentence.between(sentence.start, mention.start)):
        # "wants to sell its 30 percent stake": the wish is to sell, the stake is had
        how = None
    ranked_with = next((one for one in reversed(earlier) if one.predicate == predicate and one.product), None) if ranks else None
    if before is not None and before.stance is not None and _FORMERLY.search(sentence.between(sentence.start, mention.start)):
        how, role = before.stance, "level"
    if how is None and _SEEN_AT.search(sentence.between(sentence.start, mention.start)):
        how = "expect"
    if how is None and role != "change" and predicate in RESULTS | {"capacity"} and _GUIDED.search(sentence.between(sentence.start, mention.start)):
        how = "expect"
    if how is None and predicate in _DECIDED and cue is not None and not inherited and _is_under_way(sentence, cue):
        how = "intent"
    if predicate == "share_price" and how == "goal":
        how = "expect"  # an analyst's target
    if predicate == "fine" and re.search(r"\bagreed to (?:a |pay )", sentence.between(sentence.start, mention.start)):
        how = None  # a settlement agreed is one
    if predicate == "stake" and how is None and _TO_BUY.search(sentence.between(sentence.start, mention.start)):
        how = "future"
    period, period_end = find_period(
        sentence,
        mention,
        "level" if role == "earlier" and how is not None else role,
        predicate,
        before,
        earlier,
        how is not None,
    )
    if whole or predicate == "price" and cue is not None and cue.verb:
        # what a product is to cost it costs from its launch on
        period, period_end = None, 0
    if how is None and period is not None and role == "level" and predicate in RESULTS and _is_to_come(sentence, period) and _REVISED.search(sentence.between(sentence.start, mention.start)):
        how = "expect"  # "output for 2021 was cut to 21 million tonnes"
    if how is not None and _DONE.match(sentence.between(mention.end, sentence.end)) and _is_over(sentence, period):
        how = None  # "hopes to return to the 2.4m cars sold in 2007"
    if period is None and predicate == "share_price" and how is None and role != "earlier":
        period = _trading_day(sentence)
    if rule == "<quantity> a share" and predicate == "share_price" and _OFFERED.search(sentence.text):
        # what a bid offers a share is told as fact; the days around it are those of the market
        how, period, period_end = None, None, 0
    if how == "expect" and _is_estimate_of_past(sentence, period):
        how = None
    start = min(
        [subject.start if (ranks or market) and sentence.start <= subject.start < mention.start else mention.start]
        + ([cue.start] if cue is not None and not inherited and not whole and cue.start >= sentence.start else [])
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
        product=find_product(sentence, mention, anchor, predicate, ranked_with if ranks else before if inherited or role != "level" else None),
        place=find_place(sentence, mention, anchor, predicate, before, previous),
        period=period,
        confidence=0.65 if inherited else 0.8,
        inherited=inherited,
    )


_FACE_VALUE = re.compile(r"\b(?:face|par|nominal) value (?:of )?$")
_DONE = re.compile(r"[^,;.]{0,25}?\b(?:sold|shipped|delivered|made|produced|cut|lost|shed|axed|paid|earned|spent|reported|posted) (?:in|last|during|for|a year)\b")


def _counted(cue: Cue | None, predicate: str, before: Measurement | None) -> str | None:
    """What a bare number of people counts: "subscribers rose to 5.9 million"."""
    if predicate == "employees":
        return "person"
    if before is not None and before.predicate == predicate and before.quantity.unit_type == "count":
        return before.quantity.unit
    words = cue.text.split() if cue is not None and not cue.verb else []
    return lemma(words[-1].casefold()) if words and words[-1].endswith("s") else None


def _is_over(sentence: Sentence, period: Period | None) -> bool:
    dating = sentence.reading.dating
    return dating is not None and period is not None and period.end is not None and period.end < dating.start


def _is_estimate_of_past(sentence: Sentence, period: Period | None) -> bool:
    """True for "he estimates that it sold 3 million in 2014": how much it was is not known, that it was is."""
    estimated = re.search(r"\b(?:estimated|estimates? (?!of\b|for\b)[a-z]|reckons?)", sentence.text, re.IGNORECASE)
    over = estimated is not None and (_is_over(sentence, period) or period is None and _HAD_MOVED.search(sentence.text[estimated.end() :]))
    return estimated is not None and bool(over) and not _FORECASTING.search(sentence.text[: estimated.start()])


# "estimated that its share had reached 40 percent", "estimated shipments climbed 4.7%"
_HAD_MOVED = re.compile(r"\b(?:had (?:reached|risen|fallen|grown|dropped)|rose|fell|grew|climbed|declined|dropped|slipped|increased|jumped|reached|shipped|sold)\b")
# who estimates results before they are out
_FORECASTING = re.compile(r"\b(?:[Aa]nalysts?|Wall Street|[Cc]onsensus|[Tt]he (?:market|City|Street))\b[^.;]{0,50}$")


def _opened_or_closed(sentence: Sentence, mention: QuantityMention) -> Literal[-1, 0, 1]:
    """The sign of a change in the number of sites: +1 for those opened, -1 for those closed, 0 where it is a level."""
    found = _OPENED_OR_CLOSED.search(tail_of(sentence, mention))
    return 0 if found is None else 1 if found["opened"] else -1


def _joined(sentence: Sentence, before: Measurement, mention: QuantityMention) -> bool:
    """True if two quantities are objects of one verb: "expected $1.1bn in revenue and 3 cents a share"."""
    gap = sentence.between(before.mention.end, mention.start)
    return bool(re.search(r"\band\s+(?:about |around )?$", gap)) and not _verb_in(
        sentence, before.mention.end, mention.start
    )


_DECIDED = ("jobs", "sites")


def _is_under_way(sentence: Sentence, cue: Cue) -> bool:
    """True for a decided act that goes on: "is hiring 45 assemblers", "is opening 12 shops"."""
    token = sentence.token(cue.start)
    return cue.verb and token.tag_ == "VBG" and any(child.dep_ == "aux" and child.lower_ in ("is", "are", "'s", "'re") for child in token.children)


def _verb_in(sentence: Sentence, start: int, end: int) -> bool:
    doc = sentence.reading.doc
    return any(token.pos_ in ("VERB", "AUX") for token in doc[sentence.token(start).i + 1 : sentence.token(end).i])


def _stance_named(sentence: Sentence, mention: QuantityMention, cue: Cue | None) -> Stance | None:
    """The stance of a noun right before a quantity or its measure: "a forecast for profit of", "a consensus of"."""
    start = cue.start - 25 if cue is not None and not cue.verb and cue.end <= mention.start else mention.start - 28
    return stance_noun(sentence.between(max(sentence.start, start), mention.start))


def _held(sentence: Sentence, mention: QuantityMention) -> EntityMention | None:
    """The company that a stake is in."""
    for one in reversed(sentence.entities):
        if one.end <= mention.start and re.fullmatch(r"[ ,]*\(?(?:of|in) which [^,;.]{1,30}?", sentence.between(one.end, mention.start)) and one.referent.type == "organization":
            return one  # "Acme, of which it owns 80 percent"
    for one in sentence.entities:
        if one.referent.type in ("organization", "product") and 0 < one.start - mention.end < 40:
            return one if re.search(r"\b(?:in|of) (?:the |its )?(?:[a-z-]+ ){0,3}(?:[A-Z]\w+'s )?$", sentence.between(mention.end, one.start)) else None
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
