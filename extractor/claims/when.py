"""When a measure holds: the period in its own words, else that of the series it belongs to."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING

from extractor.claims.subject import BOUNDARY
from extractor.mentions.types import PeriodMention, QuantityMention
from extractor.reading import Reading, Sentence
from extractor.record import Period

if TYPE_CHECKING:
    from extractor.claims.measures import Measurement

# measures that a company reports for a period: a series of them speaks of one quarter or year
_SERIES = ("orders",)
RESULTS = frozenset({"sales", "units_sold", "revenue", "profit", "operating_profit", "loss", "margin", "eps", "orders",
                     "production", "cost", "volume"})  # fmt: skip
# what changes over the time that the results are of: "average fares dropped 5 percent"
_FLOWING = frozenset({"users", "price"})
_BASE = re.compile(
    r"\b(?:from|on|over|than|versus|vs\.?|against|compared (?:with|to)|since|previous|ahead of)\s+(?:in\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)

_FROM_WHEN = re.compile(r" (?:from|over|on|than) (?:the )?")
_VERSUS = re.compile(r"\b(?:versus|vs\.?|against|compared (?:with|to)) (?:in )?(?:the )?$", re.IGNORECASE)
_THAN = re.compile(r"\bthan (?:in|during|for|at|on|over) (?:the )?$", re.IGNORECASE)


def find_period(
    sentence: Sentence,
    mention: QuantityMention,
    role: str,
    predicate: str,
    before: Measurement | None,
    earlier: list[Measurement],
    open: bool,
) -> tuple[Period | None, int]:
    """When a measure holds, with the end of the words that say so (0 where they stand elsewhere)."""
    usable = [
        one for one in sentence.periods
        if one.type in ("DATE", "DURATION") and _dates(sentence, one, predicate) and not sentence.is_apart(one.start, mention.start)
    ]  # fmt: skip
    if before is not None and sentence.is_apart(before.mention.start, mention.start):
        before = None
    after = _after(sentence, mention, usable)
    if role == "earlier":
        return _earlier_period(sentence, after, before, mention, usable, predicate, role, earlier)
    if after is not None and not _is_base(sentence, after, role):
        return after.period, after.end
    if (
        after is not None and after.comparison and role == "level"
        and not re.search(r"\d|\bthan\b", sentence.between(mention.end, after.start))
    ):  # fmt: skip
        base = before.period if before is not None else _carried(sentence, predicate, role, earlier, open) or _carried(sentence, predicate, role, earlier, not open)
        if base is not None:
            moved = shift(base, after.shift_months if after.shift_months is not None else -12)
            return moved.model_copy(update={"text": after.period.text}), after.end
    inside = [one for one in usable if one.start < mention.end and one.end <= mention.start and not one.comparison]
    inside = [one for one in inside if not _is_base(sentence, one, role)]
    if before is not None and before.role == "earlier":
        # what follows the amount compared with is when that was
        inside = [one for one in inside if one.start < before.mention.end or re.search(r"[,;]|\band\b", sentence.between(before.mention.end, one.start))]
    if predicate == "share_price":
        # a share moves on a day, unless a longer time is given with the number
        inside = [one for one in inside if one.period.grain == "day" or mention.start - one.end < 25 and "," not in sentence.between(one.end, mention.start)]
    inside = [one for one in inside if not re.search(r", (?:said|says|told|added)\b", sentence.between(one.end, mention.start))]
    # "last month raised its revenue forecast": when it was forecast, not what for
    inside = [one for one in inside if not _FORECAST_MADE.search(sentence.between(one.end, mention.start))]
    gap_start = before.mention.end if before is not None else sentence.start
    local = [one for one in inside if one.start >= gap_start]
    if local:
        return local[-1].period, 0
    if (
        before is not None
        and before.role != "earlier"
        and (before.predicate == "share_price") == (predicate == "share_price")
    ) and before.period is not None:
        return before.period, 0
    if inside and before is None:
        return inside[-1].period, 0
    if before is not None and before.role == "earlier" and inside:
        return inside[-1].period, 0
    later = [
        one for one in usable if one.start >= mention.end and not one.comparison and not _is_base(sentence, one, role)
    ]
    if later and _CAUSE.search(sentence.between(mention.end, later[0].start)):
        later = []
    if later and not BOUNDARY.search(sentence.between(mention.end, later[0].start)) and not any(mention.end < q.start < later[0].start and q.quantity.unit_type for q in sentence.quantities):
        return later[0].period, 0
    if open and predicate in RESULTS and _WAS_EXPECTED.search(sentence.text):
        # what had been expected of results is of the period that they are of
        open = False
    unknown = _undated(sentence, mention)
    return (unknown, 0) if unknown is not None else (_carried(sentence, predicate, role, earlier, open), 0)


def _undated(sentence: Sentence, mention: QuantityMention) -> Period | None:
    """A period that is told but cannot be placed, so that no other is meant: "for fiscal 2024", "last decade"."""
    for one in sentence.periods:
        period = one.period
        if (
            period.start is None and period.end is None and not one.comparison and one.end <= mention.start + 80
            and _UNDATED.search(period.text) and not sentence.is_apart(one.start, mention.start)
        ):  # fmt: skip
            return period
    return None


_UNDATED = re.compile(r"\b(?:fiscal|financial|FY|decade)", re.IGNORECASE)
_WAS_EXPECTED = re.compile(
    r"\b(?:(?:had|were|was) (?:on average )?(?:been )?(?:expect|forecast|predict|estimat|look|project)\w*|[Aa]nalysts[^.;]{0,30}? (?:expected|forecast|predicted|estimated))\b"
)


def _dates(sentence: Sentence, one: PeriodMention, predicate: str) -> bool:
    """True if a period can date a measure: one that says when something was said or reported does not."""
    if one.period.grain == "vague" or (one.period.start is None and one.period.end is None and not one.comparison):
        return False
    if _FOUNDED.search(sentence.between(max(sentence.start, one.start - 30), one.start)):
        return False
    if predicate == "share_price" and one.period.grain in ("quarter", "half") and not _SHARES_IN.search(sentence.between(max(sentence.start, one.start - 15), one.start)):
        return False
    if _SINCE_WHEN.search(sentence.between(max(sentence.start, one.start - 45), one.start)):
        return False
    if one.period.grain in ("day", "week", "month", "quarter") and _FORESEEN.search(sentence.between(max(sentence.start, one.start - 40), one.start)):
        return False
    if one.period.grain in ("week", "month") and re.search(
        r"\b(?:said|says|announced|told)(?: in| late| earlier)?\s$", sentence.between(max(sentence.start, one.start - 25), one.start)
    ):
        return False
    if predicate != "share_price" and one.period.grain in ("day", "week", "month") and _THEN_TOLD.match(sentence.between(one.end, sentence.end)):
        return False
    if one.period.grain == "day":
        if predicate in RESULTS | {"capacity", "market_share"}:
            return False
        before = sentence.between(max(sentence.start, one.start - 60), one.start)
        return not re.search(
            r"\b(?:said|says|announced|told|reported|posted|report|statement|unveiled)\b[^,;]*$", before
        )
    return True


# "In November, it was reported that …"
_THEN_TOLD = re.compile(r",? it (?:was|has been|had been) (?:reported|announced|said|revealed)\b")
# shares that rise "on second-quarter results" do so on a day
_SHARES_IN = re.compile(r"\b(?:in|during|over|for)(?: the)? $")
# "for the first time since 1953", "the highest level since 2009"
_SINCE_WHEN = re.compile(r"\b(?:first|last|[a-z]{3,}est|best|worst|most|least)\b[^,;.]{0,30} since (?:at least )?$")
# "the 24 million it had projected in May"
_FORESEEN = re.compile(r"\b(?:had|have|has|was|were)(?: \w+ly| previously)? (?:been )?(?:projected|forecast|predicted|guided|estimated|promised|foreseen|announced)(?: back)? (?:in|on) (?:early |late |mid-)?$")
_FORECAST_MADE = re.compile(
    r"\b(?:raised|cut|lowered|lifted|trimmed|issued|gave|reiterated|maintained|slashed|upgraded|downgraded|reaffirmed|set|kept)\b[^.;]{0,40}?"
    r"\b(?:forecast|guidance|outlook|target|estimate|goal|projection)s?\b"
)
# "earned $1bn, or $1.70 a share, last year"
_PER_SHARE_ASIDE = re.compile(r",? or [^,;]{2,40}? (?:a|per) (?:[\w-]+ )?(?:share|unit|ADS|ADR)\b,?")
_FOUNDED = re.compile(r"\b(?:founded|established|set up|formed|created|incorporated|born|launched|listed) (?:back )?in $", re.IGNORECASE)


# "fell 8 percent due to a fire last month"
_CAUSE = re.compile(r"\b(?:due|owing|thanks) to\b|\b(?:because of|amid|despite|driven by|hit by|hurt by|boosted by)\b")


def _after(sentence: Sentence, mention: QuantityMention, usable: list[PeriodMention]) -> PeriodMention | None:
    """The period that follows a quantity before the next quantity, in the same clause."""
    for one in usable:
        if one.start < mention.end:
            continue
        gap = _PER_SHARE_ASIDE.sub("", sentence.between(mention.end, one.start))
        if (
            any(mention.end <= other.start < one.start for other in sentence.quantities)
            and re.search(r"\d", gap)
            and re.search(r"\b(?:and|while|or|will|plans?|expects?|opened|has|have|had)\b", gap)
        ):
            return None
        if (
            BOUNDARY.search(gap)
            or len(gap) > 90
            or _CAUSE.search(gap)
            or re.search(r", (?:when|which|who|as)\b|\b(?:after|before|following|that (?!(?:ended|ends|began|started)))\b", gap)
        ):
            return None
        if re.search(r"\b(?:compared|against|up|down|versus|from)\b", gap):
            return None
        return one
    return None


def _is_base(sentence: Sentence, one: PeriodMention, role: str) -> bool:
    """True for the period a change is measured from: "up 2.6% on 2003", "from a year ago"."""
    if one.comparison:
        return True
    before = sentence.between(max(sentence.start, one.start - 25), one.start)
    if any(other.direction and other.end < one.start and _FROM_WHEN.fullmatch(sentence.between(other.end, one.start)) for other in sentence.quantities):
        return True  # "rose 4 percent from last year to $16bn"
    if _VERSUS.search(before) and role != "earlier":
        return True
    return role != "level" and bool(_BASE.search(before)) or bool(_THAN.search(before))


def _earlier_period(
    sentence: Sentence,
    after: PeriodMention | None,
    before: Measurement | None,
    mention: QuantityMention,
    usable: list[PeriodMention],
    predicate: str,
    role: str,
    earlier: list[Measurement],
) -> tuple[Period | None, int]:
    base = before.period if before is not None else None
    if base is None and after is not None and after.comparison:
        base = _carried(sentence, predicate, role, earlier, False)
    if before is not None and before.role == "earlier" and (after is None or after.comparison or is_last_year(after.period.text)):
        return before.period, 0
    if after is None:
        # "compared with $3bn, or 24 cents a share, in the same quarter of the year before"
        after = next(
            (one for one in usable if one.start > mention.end and (one.comparison or is_last_year(one.period.text))), None
        )
    if after is None and base is not None and _is_result(before) and re.search(r"\bfrom\s*$|\bfrom (?:a |an )?[\w ]{0,20}$", sentence.between(max(sentence.start, mention.start - 25), mention.start)):
        # results that rise "to 5 percent from 4" without a word on when are compared with a year before
        return shift(base, -12), 0
    if after is None:
        return None, 0
    absolute = after.period.start is not None or after.period.end is not None
    if base is not None and (after.comparison or is_last_year(after.period.text) and base.grain not in ("year", "multi_year")):
        shifted = shift(base, after.shift_months if after.shift_months is not None else -12)
        return shifted.model_copy(update={"text": after.period.text}), after.end
    return (after.period, after.end) if absolute else (None, 0)


def _is_result(one: Measurement | None) -> bool:
    """True for a measurement of a company's results told as fact."""
    return one is not None and one.stance is None and one.predicate in RESULTS | {"users", "market_share"} and one.predicate != "units_sold"


def is_last_year(text: str) -> bool:
    """True for the words of a base of comparison: "last year", "the year-ago quarter"."""
    return bool(
        re.search(r"\b(?:last|previous|prior) year\b|\byear (?:ago|earlier|before)\b|\byear-ago\b", text, re.IGNORECASE)
    )


def _carried(sentence: Sentence, predicate: str, role: str, earlier: list[Measurement], open: bool) -> Period | None:
    """The period of the series that a measure without one belongs to."""
    # "for the full year": of the periods before, the year
    whole = bool(
        re.search(
            r"\b(?:full[ -]year|the year as a whole|the whole year|for the year\b|annual (?:sales|revenue|profit|loss))",
            sentence.text,
            re.IGNORECASE,
        )
    )
    # "in the quarter": not the nine months told of before
    quarterly = bool(_QUARTERLY.search(sentence.text))
    dating = sentence.reading.dating
    if open and whole and dating is not None and dating.start.year == dating.end.year:
        # "its full-year forecast": of the year that runs
        year = dating.start.year
        return Period(text="full-year", start=dt.date(year, 1, 1), end=dt.date(year, 12, 31), grain="year")
    shares = predicate == "market_share"
    if predicate not in RESULTS and not shares and not (role == "change" and predicate in _FLOWING):
        return None
    for one in reversed(earlier):
        if sentence.index - one.sentence.index > (2 if open else 3 if shares else 12):
            return None
        if one.sentence.in_title or one.period is None or one.role == "earlier" or one.predicate not in RESULTS | {"market_share"}:
            continue
        if one.sentence.paragraph < sentence.paragraph and (_is_total(one.period, earlier) or _is_before(one.period, _lead(sentence.reading))):
            continue
        if (one.predicate in _SERIES) != (predicate in _SERIES) or whole and one.period.grain != "year":
            continue
        if quarterly and one.period.grain != "quarter":
            continue
        if re.search(r"\b(?:year[ -](?:ago|earlier|before)|same|corresponding)\b", one.period.text):
            # the base of a comparison is not what the series goes on with
            continue
        if (one.stance is not None) == open and one.period.grain != "vague":
            return one.period
    return None if open else _reported_on(sentence)


def _is_total(period: Period, earlier: list[Measurement]) -> bool:
    """True for a running total told beside the period an article is about: after "in the first eight months" in a story
    of August's sales, a new paragraph goes on with August."""
    first = next((one.period for one in earlier if one.period and one.stance is None and one.predicate in RESULTS and not one.sentence.in_title), None)
    lead = _lead(earlier[-1].sentence.reading) if earlier else None
    return bool(_TOTAL.search(period.text)) and any(_is_end_of(one, period) for one in (first, lead))


def _is_before(period: Period, lead: Period | None) -> bool:
    """True for a time before the one that an article is about: an aside that ends with its paragraph."""
    return lead is not None and lead.start is not None and period.end is not None and period.end < lead.start


def _is_end_of(one: Period | None, period: Period) -> bool:
    """True for a later and shorter part of a period."""
    return (
        one is not None and one.start is not None and period.start is not None and one.end is not None and period.end is not None
        and period.start < one.start and one.end <= period.end
    )  # fmt: skip


_QUARTERLY = re.compile(r"\b(?:in|for|during|over) the quarter\b|\bquarterly (?:sales|revenues?|profits?|earnings|loss)\b")
_TOTAL = re.compile(r"\b(?:months|so far|to date|half)\b", re.IGNORECASE)
_RESULTS_FOR = re.compile(
    r"\b(?:results|earnings|figures|report|accounts|update|statement|performance)\b (?:for|in|of|on|covering)(?: (?:the|its|our|their))?\s$",
    re.IGNORECASE,
)


# "reported better second-quarter earnings"
_RESULTS_OF = re.compile(r"\s(?:[\w-]+ ){0,3}?(?:results|earnings|profits?|figures|net income|EPS|loss|sales|revenues?)\b", re.IGNORECASE)


def _reported_on(sentence: Sentence) -> Period | None:
    """The period that an article says its figures are of: "announced results for the second quarter ended July 2"."""
    for other in reversed(sentence.reading.sentences[max(0, sentence.index - 12) : sentence.index + 1]):
        for one in other.periods:
            if one.period.end is not None and (
                _RESULTS_FOR.search(other.between(max(other.start, one.start - 40), one.start))
                or one.period.grain in ("quarter", "half") and other.index < 3 and _RESULTS_OF.match(other.between(one.end, other.end))
            ):
                return one.period
    return _lead(sentence.reading)


def _lead(reading: Reading) -> Period | None:
    """The month, quarter or half that an article's first sentences give figures for: "sold 12,310 cars in August"."""
    for sentence in [one for one in reading.sentences if not one.in_title][:2]:
        for one in sentence.periods:
            period = one.period
            if (
                not one.comparison and period.grain in ("month", "quarter", "half") and period.start and period.end
                and reading.dating is not None and period.end <= reading.dating.end
                and _LEADING.search(sentence.between(max(sentence.start, one.start - 20), one.start))
                and (any(quantity.quantity.unit_type for quantity in sentence.quantities) or _OF_SALES.search(sentence.text))
            ):  # fmt: skip
                return period
    return None


_OF_SALES = re.compile(r"\b(?:sales|shipments|registrations|deliveries|revenues?|profits?|earnings|results|market|production|output|volumes) ")
_LEADING = re.compile(r"\b(?:in|for|during)(?: the| its)? $", re.IGNORECASE)


def shift(period: Period, months: int) -> Period:
    """The period moved by some months, an end of month staying one."""
    return period.model_copy(update={"start": _moved(period.start, months), "end": _moved(period.end, months)})


def _moved(day: dt.date | None, months: int) -> dt.date | None:
    if day is None:
        return None
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    last = calendar.monthrange(year, month + 1)[1]
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return dt.date(year, month + 1, last if is_last else min(day.day, last))
