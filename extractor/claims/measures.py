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
from typing import Literal
from weakref import WeakKeyDictionary

from extractor.claims.candidate import Candidate
from extractor.claims.classes import holder_of
from extractor.claims.commodities import commodity_at
from extractor.claims.court import ORDERED_TO_PAY
from extractor.claims.cues import Cue, noun_cues, verb_cues
from extractor.claims.draft import Draft, named
from extractor.claims.going_on import goes_on
from extractor.claims.governing import measure
from extractor.claims.held import held_by
from extractor.claims.implied import (
    compared,
    consensus,
    elided,
    elided_owner,
    fronted,
    grown_seller,
    grows,
    grows_alone,
    market_subject,
    of_market,
    of_same_market,
    on_other_basis,
    ranked,
    ranked_seller,
    same_measure,
    shares_moved,
    those,
    wished,
)
from extractor.claims.indices import in_points, index_at
from extractor.claims.product import find_product
from extractor.claims.reach import is_small
from extractor.claims.respective import shared_out
from extractor.claims.roles import Role
from extractor.claims.rounds import raised_by
from extractor.claims.series import shift
from extractor.claims.settling import settled
from extractor.claims.standing import is_ahead, is_over, is_to_come, standing, standing_then
from extractor.claims.subject import find_subject
from extractor.claims.trading import is_offered, mover
from extractor.claims.valuing import LEVELS_IN_PERCENT, valued
from extractor.claims.when import find_period
from extractor.claims.where import as_place, find_place, is_of_class
from extractor.context import Stance, negated, stance
from extractor.mentions.types import EntityMention, QuantityMention
from extractor.reading import Reading, Sentence
from extractor.record import Period, Place, Quantity

_RECEIVES = r"(?:holders|investors|owners) (?:will|would|are to|is to|to) (?:receive|get|be paid)"
_OFFERED = re.compile(rf"\b(?:(?<!public )offer\w*|bid|pay(?:s|ing)?|paid|tender|propos(?:al|ed|ing)|{_RECEIVES})\b")
# "shareholders will receive half a share for each of theirs, valuing the stock at $3.27"
_VALUED_AT = re.compile(r"\bvaluing (?:the|its|their|each|every) (?:[\w'’-]+ )?(?:stock|shares?) at (?:about |around )?$")
_OPEN_BID = re.compile(rf"\b(?:offer(?:s|ed|ing to)?|bids?|tender|proposal|proposed|proposing|{_RECEIVES})\b")
_CLOSED_BID = re.compile(r"\b(?:will pay|paid|agreed|accepted|completed|closed|bought|acquired|public offering|IPO|share offering)\b")
_DURATIONS = frozenset({"year", "month", "week", "day", "hour", "minute", "second", "quarter", "decade", "time", "point",
                        "analyst", "economist", "percentage", "half", "way", "country", "language", "wheeler", "seater", "cylinder", "door", "speed"})  # fmt: skip


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

    @property
    def is_former_growth(self) -> bool:
        """True for an earlier rate of growth, which is a change of the time before."""
        return self.role == "earlier" and self.quantity.unit_type == "percent" and self.predicate not in LEVELS_IN_PERCENT


_cache: WeakKeyDictionary[Reading, list[Measurement]] = WeakKeyDictionary()


def measurements(reading: Reading) -> list[Measurement]:
    """All measurements of an article in the order of its text (found once an article)."""
    if reading not in _cache:
        found: list[Measurement] = []
        for sentence in reading.telling:
            found.extend(shared_out(sentence, list(_in_sentence(sentence, found))))
        _cache[reading] = settled(found)
    return _cache[reading]


def _trading_day(sentence: Sentence) -> Period | None:
    """The day of a share price without one: that of a dated article."""
    dating = sentence.reading.dating
    if dating is None or dating.basis != "given":
        return None
    day = dating.start
    reading = sentence.reading
    told_today = any(one.period.text.casefold() == "today" for one in reading.periods)
    if not told_today and any(one.period.text.casefold() == "yesterday" and not reading.is_quoted(one.start) and reading.text[one.end : one.end + 1] not in ("'", "’") for one in reading.periods):
        # the paper of the morning after
        day -= dt.timedelta(days=1)
    return Period(text=day.isoformat(), start=day, end=day, grain="day")


def _in_sentence(sentence: Sentence, earlier: list[Measurement]) -> Iterator[Measurement]:
    nouns = noun_cues(sentence)
    verbs = verb_cues(sentence)
    told: list[Measurement] = []
    for mention in sentence.quantities:
        mention = _as_points(sentence, mention, nouns)
        index = index_at(sentence, mention)
        if quoted := index or commodity_at(sentence, mention):
            amount, rule = (in_points(mention), "<index> <moves> <amount>") if index else (mention, "<commodity> <moves> <amount>")
            moved = _fill(sentence, amount, quoted[1], quoted[1].predicate, rule, False, None, earlier, quoted[0])
            if moved is not None:
                yield moved
                told.append(moved)
            continue
        if mention.quantity.unit in _DURATIONS or mention.quantity.unit_type is None:
            continue
        if "minus" in sentence.words and re.search(r"\bplus or (?:minus)?\s*$", sentence.between(max(sentence.start, mention.start - 20), mention.start)):
            continue
        # what an aside tells is not what goes on after it: "volumes, which make 32 percent of profit, grew by 4 percent"
        series = [one for one in told if not sentence.is_apart(one.mention.start, mention.start)]
        before = series[-1] if series else None
        mention = _as_money(sentence, mention, nouns, verbs, series, earlier)
        found = (
            _of_nearer_market(sentence, mention, nouns, [*earlier, *series])
            or grows(sentence, mention, [*earlier, *series])
            or elided(sentence, mention, series, earlier)
            or on_other_basis(sentence, mention, series)
            or compared(sentence, mention, series, earlier)
            or fronted(sentence, mention, nouns)
            or ranked(sentence, mention, series, earlier)
            or shares_moved(sentence, mention, earlier)
            or measure(sentence, mention, nouns, verbs, series, earlier)
            or consensus(sentence, mention, series, earlier)
            or same_measure(sentence, mention, nouns, series, earlier)
            or those(sentence, mention, series, earlier)
            or of_market(sentence, mention, [*earlier, *series])
            or grows_alone(sentence, mention)
        )
        if (found is None or found[2] in _BARE) and (on := goes_on(sentence, mention, [*earlier, *told])) is not None:
            before_it, done = on
            mention = _counted_as(mention, before_it) if done.predicate in (before_it.predicate, "production") else mention
            found = done, done.predicate, "<quantity>, <verb> <quantity>", False
        if found is None and (last := wished(sentence, mention, told, earlier)) is not None:
            mention, found = _counted_as(mention, last), (_gone_on(mention, last), last.predicate, "<aim> of <quantity>", False)
        if found is None:
            continue
        cue, predicate, rule, inherited = found
        made = _fill(sentence, mention, cue, predicate, rule, inherited, before, earlier)
        if made is not None:
            yield made
            told.append(made)


# what a bare number is taken for where nothing else tells
_BARE = frozenset({"<quantity>, <ellipsis> <quantity>", "<company> opens <quantity> more"})


def _counted_as(mention: QuantityMention, last: Measurement) -> QuantityMention:
    """A bare amount in what the measurement that it goes on from counted."""
    return replace(mention, quantity=mention.quantity.model_copy(update={"unit": last.quantity.unit, "unit_type": last.quantity.unit_type}))


def _gone_on(mention: QuantityMention, last: Measurement) -> Cue:
    """The cue of a bare amount that goes on from a measurement: of a change, if that was one."""
    cue = Cue(mention.start, mention.start, "", last.predicate, last.qualifier, verb=True)
    return cue if last.role != "change" else replace(cue, sign=-1 if (last.quantity.high or 0) < 0 else 1)


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
    if quantity.unit == "USD" and _BARE_CENTS.search(quantity.text) and (told_in := _told_in(sentence, mention)) is not None:
        return replace(mention, quantity=quantity.model_copy(update={"unit": told_in}))
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


_BARE_CENTS = re.compile(r"^[\d.]+[ -]?(?:cents?|c)\b")
_IN_CENTS = frozenset({"KES", "ZAR", "AUD", "NZD", "SGD", "EUR", "CAD", "MYR", "LKR", "UGX", "TZS", "HKD", "NAD", "BWP", "JMD", "TTD"})


def _told_in(sentence: Sentence, mention: QuantityMention) -> str | None:
    """The currency with cents of its own that the sentence told an amount in right before some cents: "Sh1.50 a share, up from 75 cents"."""
    last = next((one.quantity.unit for one in reversed(sentence.quantities) if one.end <= mention.start and one.quantity.unit_type == "currency"), None)
    return last if last in _IN_CENTS else None


_MACHINES = frozenset({"aircraft", "airplane", "airliner", "plane", "jet", "ship", "vessel", "bus", "train", "truck", "lorry", "car", "vehicle", "store", "branch", "unit"})


def _fill(
    sentence: Sentence,
    mention: QuantityMention,
    cue: Cue | None,
    predicate: str,
    rule: str,
    inherited: bool,
    before: Measurement | None,
    earlier: list[Measurement],
    quoted: EntityMention | None = None,
) -> Measurement | None:
    if predicate == "employment":
        # those whom a plant gives work are its staff, those whom it will give work are jobs to come
        coming = cue is not None and stance(sentence, cue.start) is not None
        predicate, cue = ("jobs", replace(cue, sign=1)) if cue is not None and coming else ("employees", cue)
    if predicate in ("profit", "loss") and mention.quantity.unit_type == "currency" and (
        _CENTS.search(mention.quantity.text) and is_small(mention, 1) or _DOLLARS_AND_CENTS.fullmatch(mention.quantity.text)
    ):  # fmt: skip
        predicate = "eps"  # "the loss was 36 cents", "expected earnings of $1.32"
    if predicate in ("employees", "jobs") and mention.quantity.unit in _MACHINES:
        return None  # "lay off staff and cut its fleet to 30 aircraft"
    one = Candidate(sentence, mention, cue, predicate, rule, inherited, before)
    value = valued(one)
    if value is None:
        return None
    quantity, role = value
    previous = before or _previous(sentence, earlier, predicate)
    anchor = cue if cue is not None and not inherited else None
    ranks = rule.startswith("<seller> ranks")
    market = market_subject(sentence, mention) if rule.startswith("<market>") else None
    grown = grown_seller(sentence, mention) if rule.startswith("<seller> grows") else elided_owner(sentence, mention) if rule.startswith("<company>'s") else None
    moved = mover(sentence, cue) if cue is not None and rule.startswith(("<mover>", "<company> floats")) else None
    if moved is not None and moved.via == "coreference" and (last := earlier[-1] if earlier else None) and last.predicate == predicate and last.sentence is sentence.previous:
        moved = last.subject  # "The stock fetched $19. It has lost 3 percent."
    again = earlier[-1].subject if rule.startswith("<that>") and earlier else of_same_market(sentence, mention, earlier) if rule.startswith("<same measure>") else None
    subject = quoted or again or ranks and ranked_seller(sentence, mention) or market or grown or moved or find_subject(sentence, mention, anchor, predicate, before, previous)
    if subject is None:
        return None
    if predicate == "funding" and (cue is None or not cue.verb) and (subject := raised_by(sentence, subject)) is None:
        return None
    held: EntityMention | None = None
    if predicate == "stake":
        parties = _holder_and_held(one, subject)
        if parties is None:
            return None
        subject, held = parties
    how, role = standing(one, role)
    if how is None and predicate == "jobs" and _THE_CUTS.match(one.head):
        how = next((told.stance for told in reversed(earlier) if told.predicate == "jobs"), None)
    ranked_with = next((one for one in reversed(earlier) if one.predicate == predicate and one.product), None) if ranks else None
    period, period_end = find_period(
        sentence,
        mention,
        "level" if role == "earlier" and how is not None else role,
        predicate,
        before,
        earlier,
        how is not None,
        subject,
    )
    if rule == "new <quantity> <site>" and how is not None:
        how, period, period_end = "future", None, 0  # when it opens is not when it is paid for
    if one.is_whole or predicate == "price" and cue is not None and cue.verb:
        # what a product is to cost it costs from its launch on
        period, period_end = None, 0
    if period is not None and role == "earlier" and how is None and (is_to_come(sentence, period) or is_ahead(sentence, period)):
        period, period_end = None, 0  # "will be cut from 155,000 to 110,000 by 2010"
    how = standing_then(one, how, role, period)
    if how in ("future", "intent") and role != "earlier" and period is not None and _NEXT_SUCH.fullmatch(period.text) and is_over(sentence, period):
        period = shift(period, 12)  # "was opening 40 shops in the second half": in the one to come
    priced = quoted is not None or predicate == "share_price" and not (cue is not None and cue.qualifier == "offer")
    moves = priced and role != "earlier" or predicate == "valuation" and role == "change"
    if period is None and moves and how is None and not is_offered(sentence, mention) and not _OF_A_YEAR.search(one.head):
        period = _trading_day(sentence)
    valued_at = _VALUED_AT.search(one.head) is not None
    if (rule == "<quantity> a share" or valued_at) and predicate == "share_price" and (valued_at or _OFFERED.search(sentence.text)):
        # the days around what a bid offers a share are those of the market; what is agreed is told as fact
        how = "intent" if valued_at or _OPEN_BID.search(sentence.text) and not _CLOSED_BID.search(sentence.text) else None
        period, period_end = None, 0
    place = find_place(sentence, mention, anchor, predicate, before, previous)
    if again is not None and rule.startswith("<same measure>"):
        # "Norway posted growth of 8 percent", after what the whole market did
        place = place or next((as_place(one) for one in reversed(sentence.entities) if one.end <= mention.start and one.referent.type == "place"), None)
    start, end = _evidence(one, subject if ranks or market else None, period_end)
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
        product=find_product(sentence, mention, anchor, predicate, ranked_with if ranks else before if inherited or role != "level" else None, subject),
        place=None if place is not None and is_of_class(sentence, subject, place) else place,
        period=period,
        confidence=0.85 if inherited else 0.8,
        inherited=inherited,
    )


_NEXT_SUCH = re.compile(r"(?:the )?(?:(?:first|second|third|fourth|final|current) (?:half|quarter)|[HQ][1-4])")
# "the stock's 52-week high is": of no day that is told
_OF_A_YEAR = re.compile(r"\b(?:52[- ]week|12[- ]month|one-year|all-time|record) (?:high|low) (?:is|was|stands at) $")
# "owned by | state mining company Globex"
_DESCRIBED = re.compile(r"(?:[a-z][\w-]* ){1,5}")
_CENTS = re.compile(r"\d[ -]?(?:cents?|[cp]|pence)\b|\$0\.")
_DOLLARS_AND_CENTS = re.compile(r"(?:[A-Z]{1,3} ?)?[$£€] ?\d{1,2}\.\d\d")
_A_SHARE = re.compile(r"\s*(?:a|per) share\b")


def _evidence(one: Candidate, seller: EntityMention | None, period_end: int) -> tuple[int, int]:
    """Where the words that tell a measurement begin and end: seller of a ranking, cue, quantity and period."""
    sentence, mention, cue = one.sentence, one.mention, one.own
    start = seller.start if seller is not None and sentence.start <= seller.start < mention.start else mention.start
    if cue is not None and not one.is_whole and cue.start >= sentence.start:
        start = min(start, cue.start)
    end = max(mention.end, period_end, cue.end if cue is not None else 0)
    a_share = _A_SHARE.match(one.after) if one.predicate in ("eps", "dividend", "share_price") else None
    return start, max(end, mention.end + a_share.end()) if a_share else end


_APPOSED = re.compile(r"(?:, | \()(?:(?:which|who) (?:is|was) )?(?:(?:about|around|nearly|almost|some|just|now|already) )*")
_NAME_BETWEEN = re.compile(r"[A-Z,;]")
# "is 83% owned by the taxpayer", "70 percent owned by the French state", "62 percent state-owned"
_STATE = re.compile(r" ?(?:the )?((?:[A-Z][\w.]+ )?(?:taxpayers?|state|government|treasury|municipality|public))\b(?! (?:of\b|pension|fund|oil|bank|company|firm|mining|owned))")
_STATE_OWNED = re.compile(r"(state|government|taxpayer)[ -](?:owned|held|controlled)\b")
_OF_ITS_CAPITAL = re.compile(r" of its (?:share |existing |issued |own |equity )*(?:capital|shares|stock)\b")
_FAMILY = re.compile(r" ?(?:the |its )?(?:founding )?([A-Z][\w'-]+(?: [A-Z][\w'-]+)? (?:family|brothers|siblings))\b")


def _holder_and_held(one: Candidate, subject: EntityMention) -> tuple[EntityMention, EntityMention | None] | None:
    """Who holds a stake, and in what: `subject` or the holder named after it."""
    sentence = one.sentence
    held = held_by(sentence, one.mention, subject)
    if one.rule.endswith("owned by <holder>"):
        assert one.cue is not None
        end = one.cue.end
        behind = [two for two in sentence.entities if end - 1 <= two.start <= end + 25 or two.start > end and _DESCRIBED.fullmatch(sentence.between(end, two.start))]
        # "owned by Canada's Globex"
        abroad = len(behind) > 1 and behind[0].referent.type == "place" and sentence.between(behind[0].end, behind[1].start) == "'s "
        holder = behind[1] if abroad else behind[0] if behind else None
        # "its partner Globex, 49 percent owned by Hooli"
        subject = next((two for two in sentence.entities if two.referent.type == "organization" and _APPOSED.fullmatch(sentence.between(two.end, one.mention.start))), subject)
        if holder is not None and not abroad and _NAME_BETWEEN.search(sentence.between(end, holder.start)):
            holder = None  # "49 percent owned by Globex, for the Acme deal", where Globex is no known name
        if state := _STATE.match(sentence.between(end, sentence.end)) or _STATE_OWNED.match(one.cue.text):
            at = one.cue.start if state.re is _STATE_OWNED else end
            holder = named(state[1], at + state.start(1), at + state.end(1))
        if holder is None and (family := _FAMILY.match(sentence.between(end, sentence.end))):
            holder = named(family[1], end + family.start(1), end + family.end(1))  # "40 percent owned by the Roe family"
        if holder is None or holder.referent.type == "place" or subject.start > one.mention.start:
            return None
        subject, held = holder, subject
    if held is None or held.referent is not subject.referent and held.text != subject.referent.name:
        return subject, held
    if _OF_ITS_CAPITAL.match(one.after):
        return None  # "the firm sold 600 million shares, or a quarter of its capital"
    # the holder is no company of the article: "the Norwegian state owns 34 percent of the company"
    holder = holder_of(sentence, one.mention)
    return None if holder is None else (holder, held)


# "The cuts amount to about 14% of the workforce": planned, if they were told to be
_THE_CUTS = re.compile(
    r"(?:The|These|Those) (?:job |planned |proposed )?(?:cuts?|cutbacks|losses|redundancies|lay-?offs|reductions?|closures?)(?: in (?:jobs|staff))? (?:will |would )?(?:amounts?|represents?|equals?|equates?|affects?|accounts?|is|are|make|involves?|includes?)\b"
)


def _previous(sentence: Sentence, earlier: list[Measurement], predicate: str) -> Measurement | None:
    """The last measurement of an earlier sentence that the article may still be speaking of."""
    for one in reversed(earlier):
        if one.sentence.index < sentence.index and one.stance is None and one.role != "earlier":
            return one
    return None


# "will not sell its 12 percent stake": what is denied is the sale
_IS_HAD = re.compile(r"\b(?:sell|cut|reduce|dilute|divest|increase|raise|lift|part with|sale of|selling) (?:any of |all of )?(?:its|their|his|her|[\w.&-]+'s?) (?:remaining |entire |existing )?$")


def drafted(kind: Literal["sales", "figure", "target"], one: Measurement) -> Draft:
    """The draft of a claim of this kind from a measurement."""
    from extractor.attribution import attributed, forecaster

    source, stated = attributed(one.sentence, one.mention.start, one.subject)
    if source is None and one.stance in ("expect", "goal"):
        source = forecaster(one.sentence, one.mention.start, one.subject)
    return Draft(
        kind=kind,
        predicate=one.predicate,
        subject=one.subject,
        rule=one.rule,
        start=one.start,
        end=one.end,
        quantity=one.quantity,
        basis="change" if one.role == "change" or one.is_former_growth else "level",
        product=one.product,
        place=one.place,
        period=one.period,
        object=one.object,
        negated=negated(one.sentence, one.mention.start) and not (one.predicate == "stake" and _IS_HAD.search(one.sentence.between(one.sentence.start, one.mention.start))),
        said=source,
        stated=stated,
        qualifier=one.qualifier,
        confidence=one.confidence,
    )
