"""When a measure holds: the period in its own words, else that of the series it belongs to (`series`)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.claims.series import (
    RESULTS,
    carried,
    full_year,
    is_annual,
    is_flow,
    is_last_year,
    is_release,
    is_result,
    shift,
    year_after,
    year_reported,
)
from extractor.claims.share_spans import moved_over
from extractor.claims.slots import IS_CURRENT, is_of_saying
from extractor.claims.subject import BOUNDARY
from extractor.claims.valuing import gapped_seller
from extractor.lexicon import terms
from extractor.mentions.types import EntityMention, PeriodMention, QuantityMention
from extractor.reading import FINITE, Sentence
from extractor.record import Period

if TYPE_CHECKING:
    from extractor.claims.measures import Measurement

_BASE = re.compile(
    r"\b(?:from|on|over|than|below|above|versus|vs\.?|against|compared (?:with|to)|since|previous|ahead of)\s+(?:in\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)

_FROM_WHEN = re.compile(r" (?:from|over|on|than) (?:the )?")
_VERSUS = re.compile(r"\b(?:versus|vs\.?|against|compared (?:with|to)) (?:in )?(?:the )?$", re.IGNORECASE)
_THAN = re.compile(r"\bthan (?:(?:in|during|for|at|on|over) )?(?:the )?$", re.IGNORECASE)
# measures that hold at a time, rather than over it
_STOCKS = frozenset({"debt", "employees", "users", "sites", "stake", "valuation", "capacity", "market_share"})
# what a company decides, whenever it tells of it
_DECIDED = frozenset({"jobs", "sites", "employees", "investment", "funding", "capacity"})
ORDER_BOOK = re.compile(r"\b(?:backlog|order ?books?|orders? in hand|outstanding orders|(?:ha[sd]|have) (?:[a-z]+ ){0,2}orders (?:worth|for|of))\b", re.IGNORECASE)
_ITS_END = re.compile(r"^(?:(?:at|by|as of|the) )*(?:end|close)\b|[- ]end$", re.IGNORECASE)
_ITS_START = re.compile(r"^(?:(?:at|the) )*(?:start|beginning) of\b", re.IGNORECASE)
_AS_OF = re.compile(r"\b(?:as (?:of|at|on)|at|on)(?: the)? $", re.IGNORECASE)
# "said on Monday it held", "it disclosed in a filing on Friday": when it was said, not when it is so
_SAID_ON = re.compile(
    r"\b(?:sa(?:id|ys)|announced|told|reported|disclosed|revealed|confirmed|showed|wrote)"
    r"(?: (?:late|early|reporters|investors|analysts|staff|(?:in|to|at) (?:an? |its |the )?(?:[\w-]+ ){1,3}?))? ?\bon $"
)


@dataclass(frozen=True)
class _Asked:
    """A measure whose period is asked for: `before` is the one before it in the sentence, `earlier` those of the text."""

    sentence: Sentence
    mention: QuantityMention
    role: str
    predicate: str
    before: Measurement | None
    earlier: list[Measurement]
    open: bool
    subject: EntityMention | None

    @property
    def is_stock(self) -> bool:
        """True for what is counted at a time: debt, staff, an order book."""
        if self.predicate == "orders":
            return ORDER_BOOK.search(self.near(80)) is not None
        return self.predicate in _STOCKS and self.role != "change" and not is_flow(self.predicate, self.mention) or self.predicate == "debt"

    def near(self, reach: int) -> str:
        """The words before the measure."""
        return self.sentence.between(max(self.sentence.start, self.mention.start - reach), self.mention.start)

    def carried(self, open: bool | None = None) -> Period | None:
        """The period of the series that it belongs to."""
        return carried(self.sentence, self.mention, self.predicate, self.role, self.earlier, self.open if open is None else open, self.subject)


def find_period(
    sentence: Sentence,
    mention: QuantityMention,
    role: str,
    predicate: str,
    before: Measurement | None,
    earlier: list[Measurement],
    open: bool,
    subject: EntityMention | None = None,
) -> tuple[Period | None, int]:
    """When a measure holds, with the end of the words that say so (0 where they stand elsewhere)."""
    if before is not None and (
        sentence.is_apart(before.mention.start, mention.start) or _in_brackets(sentence, before.mention) and not _in_brackets(sentence, mention)
    ):
        before = None
    if predicate == "share_price" and role == "change" and not open and (moved := moved_over(sentence, mention)) is not None:
        return moved
    asked = _Asked(sentence, mention, role, predicate, before, earlier, open, subject)
    period, end = _find(asked)
    if period is not None and open and predicate in RESULTS and any(one.period == period for one in sentence.periods) and _is_next(sentence, period):
        period = shift(period, 12)  # "guided in June for fourth-quarter earnings": of the one to come
    if period is not None and period.end is not None and not open and asked.is_stock and _ITS_END.search(period.text):
        # "had 40 stores at the end of June": on that day
        period = period.model_copy(update={"start": period.end, "grain": "day"})
    elif period is not None and period.start is not None and not open and asked.is_stock and _ITS_START.search(period.text):
        period = period.model_copy(update={"end": period.start, "grain": "day"})
    return period, end


_LONG_OVER = 120
_PARTS_OF_YEAR = frozenset({"day", "month", "quarter", "half"})
# "is raising prices by 5 percent from July 1"
_IS_CHANGING = re.compile(r"\b(?:is|are|will|to) (?:be )?(?:rais|increas|cut|lower|reduc|hik|lift|rise|fall|go up|put)\w*")
_YEAR_IN_TEXT = re.compile(r"\d{4}|\b(?:last|previous|prior|same|ago|earlier|past)\b", re.IGNORECASE)


def _is_next(sentence: Sentence, period: Period) -> bool:
    """True for a part of the year that is long over, where what is told of it is still expected."""
    dating = sentence.reading.dating
    if dating is None or period.end is None or period.start is None or period.grain not in _PARTS_OF_YEAR or _YEAR_IN_TEXT.search(period.text):
        return False
    return (dating.start - period.end).days > _LONG_OVER and _WAS_EXPECTED.search(sentence.text) is None


_IN_PART = re.compile(r" (?:in|during|for|over|by the end of) (?:the |its )?")


def _is_unplaced(asked: _Asked, one: PeriodMention) -> bool:
    """True for the part of a year right after a measure that the article does not date: "plans another 12 in the second half"."""
    if one.period.start is not None or one.period.end is not None or one.comparison or one.period.grain not in ("quarter", "half"):
        return False
    return one.start > asked.mention.end and _IN_PART.fullmatch(asked.sentence.between(asked.mention.end, one.start)) is not None


def _in_brackets(sentence: Sentence, mention: QuantityMention) -> bool:
    before = sentence.between(max(sentence.start, mention.start - 40), mention.start)
    return before.rfind("(") > before.rfind(")")


def _find(asked: _Asked) -> tuple[Period | None, int]:
    sentence, mention, role, predicate, before = asked.sentence, asked.mention, asked.role, asked.predicate, asked.before
    if before is not None and before.period is not None and _EXPECTATIONS_OF.search(sentence.between(before.mention.end, mention.start)):
        return before.period, 0  # "down from a year ago and missing expectations of": of the same time
    if IS_CURRENT.search(asked.near(40)):
        return None, 0
    usable = _usable(asked)
    if predicate == "orders" and (won := next((one for one in sentence.periods if one.start > mention.end and _WON_IN.fullmatch(sentence.between(mention.end, one.start))), None)):
        return won.period, won.end
    after = _after(sentence, mention, usable)
    if after is not None and asked.is_stock and sentence.is_apart(mention.start, after.start):
        after = None  # "Acme, which employs 300, reported a loss for May"
    if role == "earlier":
        return _earlier_period(asked, after, usable)
    if asked.open and after is None and (due := _due(asked, usable)) is not None:
        return due.period, due.end
    if after is None and asked.open and (part := next((one for one in sentence.periods if _is_unplaced(asked, one)), None)) is not None:
        return part.period, part.end
    if after is not None and before is not None and before.period is not None and _SAME_TIME.fullmatch(sentence.between(max(sentence.start, after.start - 10), after.end)):
        return before.period, after.end
    if (day := next((one for one in usable if _is_from_day(asked, one)), None)) is not None:
        coming = _IS_CHANGING.search(sentence.text) and _is_next(sentence, day.period)
        return shift(day.period, 12) if coming else day.period, day.end if day.start > mention.end else 0
    if after is not None and (not _is_base(sentence, after, role) or _is_set_from(asked, after)):
        return after.period, after.end
    if (
        after is not None and after.comparison and role == "level"
        and not _BASE_AFTER.search(sentence.between(mention.end, after.start))
    ):  # fmt: skip
        base = before.period if before is not None else asked.carried() or asked.carried(not asked.open)
        if base is not None and (before is not None and before.role == "earlier" or _is_of_both(asked, after)):
            return base, after.end
        if base is not None:
            return _compared(base, after), after.end
    if (compared := _told_of_year_before(asked, usable)) is not None:
        return compared, 0
    inside = _inside(asked, usable)
    if "after" in sentence.words and (since := _done_before(sentence, mention.start)) is not None:
        # "is to create 300 jobs over the next two years after sales topped $4bn"
        inside = [one for one in inside if one.start > since]
        before = before if before is not None and before.mention.start > since else None
    if before is not None and before.rule.startswith("<quantity> that") and (comma := sentence.between(before.mention.end, mention.start).find(", ")) >= 0:
        # "after the $3m that it raised in March, Acme has 300 staff"
        inside = [one for one in inside if one.start > before.mention.end + comma]
        before = None
    if before is not None and asked.open and before.stance is None and predicate in _DECIDED and _joined(sentence, before.mention.end, mention.start):
        # "sales fell 8 percent in the quarter and it will cut 150 jobs"
        inside = [one for one in inside if one.start >= before.mention.end]
        before = None
    if before is not None and before.role == "earlier" and (apart := sentence.between(before.mention.end, mention.start).rfind("; ")) >= 0:
        # "were 41 cents a share, up from 33 cents in the same period last year; without a gain, they would have been 36 cents"
        told = asked.carried() or asked.carried(not asked.open)
        if told is not None and not any(one.start > before.mention.end + apart for one in inside):
            return told, 0
    gap_start = before.mention.end if before is not None else sentence.start
    local = [one for one in inside if one.start >= gap_start]
    if asked.open and (year := _whole_year(asked, local)) is not None:
        return year, 0
    if local:
        return local[-1].period, 0
    if (
        before is not None
        and before.role != "earlier"
        and ((before.predicate == "share_price") == (predicate == "share_price") or predicate == "valuation" and before.period is not None and before.period.grain == "day")
        and before.period is not None
        and before.period.end is not None
    ):
        return before.period, 0
    if inside and (before is None or before.role == "earlier" or predicate == "funding" and before.predicate == "share_price"):
        return inside[-1].period, 0  # "On Monday it priced its shares at $9, raising $243 million"
    if (later := _later(asked, usable)) is not None:
        return later.period, 0
    if predicate == "share_price" and (
        days := [one for one in usable if one.period.grain == "day" and one.start > mention.end and not _OTHER_LEVEL.search(sentence.between(mention.end, one.start))]
    ):
        return days[0].period, 0  # "fell 3 percent to $12 on Wednesday"
    open = asked.open
    if open and predicate in RESULTS and was_expected(sentence, mention.start):
        # what had been expected of results is of the period that they are of
        open = False
    unknown = _undated(sentence, mention)
    period = unknown if unknown is not None else asked.carried(open)
    if is_annual(sentence, mention) and not open:
        # "annual sales have doubled" in a story of a quarter
        return period if period is not None and period.grain == "year" else year_reported(sentence, mention), 0
    if period is None and not open and predicate in RESULTS and not asked.is_stock:
        return year_after(sentence, mention) or year_reported(sentence, mention), 0
    return period, 0


def _due(asked: _Asked, usable: list[PeriodMention]) -> PeriodMention | None:
    """When a level is to be reached that the text sets against the one had: "to raise capacity to 3.2 million tons from 2.8 million by 2025"."""
    sentence, mention = asked.sentence, asked.mention
    had = next((one for one in sentence.quantities if one.start > mention.end), None)
    if had is None or not _FROM_HAD.fullmatch(sentence.between(mention.end, had.start)):
        return None
    return next((one for one in usable if one.start > had.end and not one.comparison and _BY.fullmatch(sentence.between(had.end, one.start))), None)


_FROM_HAD = re.compile(r",?(?: up| down)?(?: a year)?,? from (?:the |its )?(?:current |present |existing )?(?:about |around |some |nearly |just |over )?")
_BY = re.compile(r"(?: [a-z]+){0,3}?,? (?:by|in|within|over|during|before|for) (?:the )?")
# "its $3bn order for lorries, won in 2013"
_WON_IN = re.compile(r"[^,;.]{0,60},? (?:which was |that was |it )?(?:awarded|agreed|announced|booked|placed|secured|signed|struck|won)(?: back)? (?:in|on) (?:the )?")


# "a margin of 20 percent for the full year"
_FOR_WHOLE_YEAR = re.compile(r"[^\d;:.]{0,50}? (?:for|in|over) the (?:full|whole|entire)[ -]year\b(?! (?:to|ended|ending|through|of|\d))")


# "revenue was $3m in the quarter, and it raised its full-year forecast to $12m"
_ITS_YEAR = re.compile(r"\b(?:full[- ]year|whole[- ]year|annual) (?:[\w-]+ ){0,4}?(?:forecasts?|guidance|outlook|target|estimate|projection|expectations?|revenues?|sales|turnover|profits?|earnings|income|ebitda|capex|expenditure|spending|capital spending|output|production|loss|costs?|deliveries)\b(?! (?:rose|fell|grew|climbed|was|were|of (?:19|20)\d\d))", re.IGNORECASE)


def _whole_year(asked: _Asked, local: list[PeriodMention]) -> Period | None:
    """The year that runs, where a forecast is for the full year and the time told before it belongs to another."""
    dating = asked.sentence.reading.dating
    if dating is None or dating.start.year != dating.end.year or not local and asked.before is None:
        return None
    told = max([asked.before.mention.end if asked.before is not None else 0, *(one.end for one in local)])
    its_year = asked.before is None or asked.before.stance is None
    if not _FOR_WHOLE_YEAR.match(asked.sentence.between(asked.mention.end, asked.sentence.end)) and not (
        its_year and _ITS_YEAR.search(asked.sentence.between(told, asked.mention.start))
    ):  # fmt: skip
        return None
    return full_year(dating.start.year)


_PLAIN_SAME = re.compile(r"\bsame (?:period|quarter|half|months?|weeks?|time|year)$", re.IGNORECASE)


def _is_of_both(asked: _Asked, same: PeriodMention) -> bool:
    """True for "Globex lost $3m in the same period", where that of another company was told last: the time of both, and no year before."""
    last = asked.earlier[-1] if asked.earlier else None
    if _PLAIN_SAME.search(same.period.text) is None or last is None or asked.subject is None or asked.before is not None:
        return False
    return last.subject.referent is not asked.subject.referent


# days, nearly a century: "a network for the 21st century" dates no figure
_AN_AGE = 36000


_EXPECTATIONS_OF = re.compile(
    r"\b(?:beat(?:s|ing)?|exceed(?:s|ed|ing)|miss(?:es|ed|ing)|topp(?:ed|ing)|tops|surpass(?:ed|ing)|above|below|short of|ahead of|than) (?:(?:an?|the|analysts['’]?|average|consensus|market|Wall Street['’]?s?) )*"
    r"(?:expectations?|estimates?|forecasts?|consensus|projections?) (?:of|for) (?:(?:about|around|some) )?$"
)
# "plans two plants, Reuters reported, citing remarks made on Sunday": when it was said
_TOLD_ON = re.compile(r"\b(?:citing|comments?|filing|interview|memo|remarks?|statement|told [\w ]{2,30})\b[^.;]{0,80}? (?:on )?$")
_MOVE_ON = re.compile(
    r" (?:(?:advance|climb|decline|decrease|dip|drop|fall|gain|improvement|increase|jump|leap|plunge|rise|slide|slump|surge)s? )?(?:on|from|over|against|compared with|versus) (?:the |its )?"
)


def _is_of_base(sentence: Sentence, mention: QuantityMention, period: PeriodMention) -> bool:
    """True for the time of the level that a change starts from: "a 45 percent drop on the $36m of the previous year"."""
    base = next((one for one in sentence.quantities if one.start > mention.end and one.quantity.unit_type not in (None, "percent")), None)
    return base is not None and base.end <= period.start and _MOVE_ON.fullmatch(sentence.between(mention.end, base.start)) is not None


# "compared with the $3 a share forecast in March": when it was forecast
_FORECAST_IN = re.compile(
    r"\b(?:(?:forecast|guidance|estimate|target|prediction|projection)(?:s|ed)? (?:it )?(?:made |given |issued |set )?|(?:predict(?:ed|ing)|project(?:ed|ing)|promised|pointed to|guided|flagged|expect(?:ed|ing)) )(?:back )?in $"
)


# "a dividend of 1.05 euros, unchanged from 2018"
_UNCHANGED_FROM = re.compile(r"\b(?:unchanged|flat|steady|level|little changed|the same) (?:from|on|with|as in|as) (?:that of |in )?(?:the )?$")


def _usable(asked: _Asked) -> list[PeriodMention]:
    """The periods of the sentence that can date a measure; "since 2012" goes on without an end."""
    sentence, mention, role_is_change = asked.sentence, asked.mention, asked.role == "change"
    found = []
    for one in sentence.periods:
        if one.type not in ("DATE", "DURATION") or not _dates(asked, one) or sentence.is_apart(one.start, mention.start):
            continue
        if one.period.start and one.period.end and (one.period.end - one.period.start).days > _AN_AGE:
            continue
        if role_is_change and one.start > mention.end and _is_of_base(sentence, mention, one):
            continue
        if one.period.grain == "day" and mention.end <= one.start and _TOLD_ON.search(sentence.between(mention.end, one.start)):
            continue
        if _UNCHANGED_FROM.search(sentence.between(max(sentence.start, one.start - 40), one.start)):
            continue
        if _FORECAST_IN.search(sentence.between(mention.end, one.start) if mention.end <= one.start else ""):
            continue
        if _is_label(sentence, one) and not 0 <= mention.start - one.end <= 4:
            continue
        since = _SINCE.search(sentence.between(max(sentence.start, one.start - 70), one.start))
        if since is not None and one.period.start is not None:
            opens = one.start - since.end() + since.start() <= sentence.start + 2
            told = one.start > mention.end and not _joined(sentence, mention.end, one.start) and not _quantity_between(asked, one)
            if not (opens or told) or asked.predicate == "share_price" and asked.role != "change":
                continue
            period = one.period.model_copy(update={"text": since.group() + one.period.text, "end": None, "grain": "span"})
            one = replace(one, period=period)
        found.append(one)
    return found


def _is_label(sentence: Sentence, one: PeriodMention) -> bool:
    """True for the time of the amount right after it: "(2013: $171m)", "2017's $2m"."""
    return bool(_LABELS.match(sentence.between(one.end, one.end + 4)))


def _quantity_between(asked: _Asked, one: PeriodMention) -> bool:
    return _quantity_between_of(asked.sentence, asked.mention.end, one.start)


def _quantity_between_of(sentence: Sentence, start: int, end: int) -> bool:
    return any(start < other.start < end and other.quantity.unit_type for other in sentence.quantities)


_LABELS = re.compile(r":? ?[$£€¥₹]?\d|: [A-Z]|['’]s [$£€¥₹\d]")
_SINCE = re.compile(
    r"\b[Ss]ince (?:at least |early |late |about |around |the (?:start|beginning|end) of |the )?$"
    r"|\b[Ss]ince (?:its|the|their|it|they|going|being) (?:was |were )?(?:launch|release|debut|introduction|inception|arrival|opening|listing|flotation|IPO|start|merger|launched|released|introduced|opened|founded|started|public|listed)"
    r"(?: of [^,;.]{2,30})?(?: back)? in (?:early |late |mid-)?$"
)


def _inside(asked: _Asked, usable: list[PeriodMention]) -> list[PeriodMention]:
    """The periods told before a measure in its sentence that may be its own."""
    sentence, mention, before = asked.sentence, asked.mention, asked.before
    inside = [one for one in usable if one.start < mention.end and one.end <= mention.start and not one.comparison]
    inside = [one for one in inside if not _is_base(sentence, one, asked.role)]
    if before is not None and before.role == "earlier":
        # what follows the amount compared with is when that was
        inside = [one for one in inside if one.start < before.mention.end or re.search(r"[,;]|\band\b", sentence.between(before.mention.end, one.start))]
    if asked.predicate == "share_price":
        # a share moves on a day, unless a longer time is given with the number
        inside = [
            one for one in inside
            if one.period.grain == "day" or mention.start - one.end < 25 and "," not in sentence.between(one.end, mention.start) or _opens_for_shares(asked, one)
        ]  # fmt: skip
    inside = [one for one in inside if not re.search(r", (?:said|says|told|added)\b", sentence.between(one.end, mention.start))]
    # "last month raised its revenue forecast": when it was forecast, not what for
    return [
        one for one in inside
        if not _FORECAST_MADE.search(sentence.between(one.end, mention.start))
        and not (one.period.grain in ("day", "week", "month") and _THEN_FORECAST.match(sentence.between(one.end, mention.start)))
    ]  # fmt: skip


def _done_before(sentence: Sentence, position: int) -> int | None:
    """Where the clause begins, if one does, that tells after what the rest of its sentence happens: "after sales topped $4bn"."""
    token = sentence.token(position)
    for verb in (token, *token.ancestors):
        if verb.dep_ == "advcl" and verb.tag_ == "VBD":
            mark = next((child for child in verb.children if child.dep_ == "mark"), None)
            return mark.idx if mark is not None and mark.lower_ == "after" else None
    return None


def _opens_for_shares(asked: _Asked, one: PeriodMention) -> bool:
    """True for the time that a sentence on how shares moved opens with: "In 2022, the shares have fallen 25 percent"."""
    sentence = asked.sentence
    if asked.role != "change" or one.period.grain not in ("month", "year", "multi_year") or any(two.period.grain == "day" for two in sentence.periods):
        return False
    return bool(re.fullmatch(r"(?:In|During|Over|So far in|For) (?:the )?", sentence.between(sentence.start, one.start)))


def _later(asked: _Asked, usable: list[PeriodMention]) -> PeriodMention | None:
    """The period told further on in the clause."""
    sentence, mention = asked.sentence, asked.mention
    later = [
        one for one in usable if one.start >= mention.end and not one.comparison and not _is_base(sentence, one, asked.role)
        and one.period.end is not None
    ]  # fmt: skip
    if not later:
        return None
    if asked.is_stock and sentence.is_apart(mention.start, later[0].start):
        return None
    gap = sentence.between(mention.end, later[0].start)
    if asked.predicate in ("sites", "jobs") and _BOTH_DONE.fullmatch(gap) or asked.is_stock and _BOTH_HAD.fullmatch(gap) or _is_shared(asked, later[0]):
        return later[0]
    if gap.endswith((" from ", " from the ")) or _CAUSE.search(gap) or _IN_ITS_WAKE.search(gap) or BOUNDARY.search(gap) or _joined(sentence, mention.end, later[0].start):
        return None
    if _is_of_next(sentence, gap, later[0]):
        return None
    if _quantity_between(asked, later[0]) and not (asked.predicate in RESULTS and len(later) == 1 and _ON_SALES.fullmatch(gap)):
        return None
    return later[0]


def _is_shared(asked: _Asked, one: PeriodMention) -> bool:
    """True for the time of two changes that one verb tells: "Acme's sales rose 5 percent and Globex's 7 percent in May"."""
    between = [two for two in asked.sentence.quantities if asked.mention.end < two.start < one.start]
    if len(between) != 1 or asked.role != "change" or gapped_seller(asked.sentence, asked.mention, between[0]) is None:
        return False
    return _IN_IT.fullmatch(asked.sentence.between(between[0].end, one.start)) is not None


_IN_IT = re.compile(r" (?:in|for|over|during) (?:the )?")
# "had 271 shops | in 95 cities and 439 charging points at | the end of last month"
_BOTH_HAD = re.compile(r"(?: (?:in|across) [\d,]+ [a-z]+| with [\d,]+ [a-z]+)?,?(?: and [\d,.]+ (?:[a-z-]+ ){1,3}| )(?:at|as of|as at|by|on)(?: the)? ")
# "will close nine shops | and open five | this year"
_BOTH_DONE = re.compile(
    r",? (?:and|but|while) (?:will |to |has |also )?(?:open|clos|shut|add|cut|hir|creat|launch|ax|shed)[a-z]*(?: down)? (?:another |about |some |a further )?[\w,]+(?: (?:new|more|others))?(?: [a-z]+s)?(?: (?:in|by|during|over))?(?: the)? "
)
# "earnings fell 16 percent to $7m | on revenue down 8 percent to $26m for |  2015"
_ON_SALES = re.compile(
    r"(?: (?:to|or) [^;,]{2,40}?)?,? on (?:[a-z-]+ ){0,2}(?:revenues?|sales|turnover|income)\b[^;]{2,80}? (?:for|in)(?: the)? ", re.IGNORECASE
)


_JOINS = re.compile(r"[,;(]|\b(?:and|but|or|as|while|when|after|before|because|though|although|so|until)\b")


def _joined(sentence: Sentence, start: int, end: int) -> bool:
    """True if a clause with a verb of its own is joined on between two positions: "25 shops, opened its last in March"."""
    doc = sentence.reading.tokens
    gap = sentence.between(start, end)
    joins = _JOINS.search(gap)
    if joins is None:
        return False
    for token in doc[sentence.token(start + joins.start()).i : sentence.token(end).i]:
        if start + joins.start() <= token.idx < end and token.tag_ in FINITE and token.pos_ in ("VERB", "AUX") and token.lower_ not in terms("speech_verbs"):
            return True
    return False


def _told_of_year_before(asked: _Asked, usable: list[PeriodMention]) -> Period | None:
    """The period of what is told of the year before: "a year earlier it had earned $7m", "reversing a year-ago loss of $7m"."""
    sentence, mention = asked.sentence, asked.mention
    before = [one for one in usable if one.end <= mention.start]
    if not before or not before[-1].comparison or asked.role == "change":
        return None
    one = before[-1]
    gap = sentence.between(one.end, mention.start)
    if gap.startswith("; "):
        return None
    if any(one.end <= other.start < mention.start and other.quantity.unit_type for other in sentence.quantities):
        # "…, or 16 cents a share": of the same time as what goes before it
        if asked.before is None or not re.fullmatch(r",? (?:or|and) (?:about |of )?", sentence.between(asked.before.mention.end, mention.start)):
            return None
        return asked.before.period
    adjective = re.search(r"(?:ago|earlier|before)$", one.period.text) and re.fullmatch(r" (?:(?!and\b|but\b)[\w-]+ ){0,3}(?:of|at) (?:about |around |just |some )?", gap)
    opens = one.start <= sentence.start + 20 or re.search(r"[,;] (?:and |but |while |whereas )?(?:in |during |for |over )?(?:the )?$", sentence.between(sentence.start, one.start))
    if not (adjective or opens and not _IS_BASE.search(sentence.between(max(sentence.start, one.start - 25), one.start))):
        return None
    base = asked.before.period if asked.before is not None and asked.before.role != "earlier" else None
    base = base or asked.carried() or asked.carried(not asked.open)
    return _compared(base, one) if base is not None else None


# before the time compared with: "on a par with the year before", "up 3 percent from"
_IS_BASE = re.compile(r"\b(?:from|on|over|than|with|to|as|against|versus|since)(?: in)?(?: the)? $", re.IGNORECASE)
_BASE_AFTER = re.compile(r"\d|\bthan\b|\b(?:from|on|over|with|to|as|against)(?: in)?(?: the)? ?$")
_YEAR_TOLD = re.compile(r"\b(?:19|20)\d\d$")


def _compared(base: Period, one: PeriodMention) -> Period:
    """The period that a base of comparison means beside the one compared: the same part of the year it tells, or before."""
    months = one.shift_months if one.shift_months is not None else -12
    told = _YEAR_TOLD.search(one.period.text)
    if told and base.end is not None and int(told.group()) < base.end.year:
        months = 12 * (int(told.group()) - base.end.year)
    return shift(base, months).model_copy(update={"text": one.period.text})


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


_UNDATED = re.compile(r"\b(?:fiscal|financial|FY|decade)|\d{4}[-–/]\d\d", re.IGNORECASE)
_WAS_EXPECTED = re.compile(
    r"\b(?:(?:had|were|was) (?:on average )?(?:been )?(?:expect|forecast|predict|estimat|look|project|call|anticipat)\w*|[Aa]nalysts[^.;]{0,30}? (?:expected|forecast|predicted|estimated)|(?:expected|forecast|predicted|estimated) by (?:[\w-]+ ){0,3}analysts)\b"
)


def was_expected(sentence: Sentence, position: int) -> bool:
    """True for a sentence that tells what analysts had expected of results, in the part of it that a position is in."""
    part = sentence.between(sentence.start, position).rfind(";") + 1
    end = sentence.text.find(";", position - sentence.start)
    return _WAS_EXPECTED.search(sentence.text[part : end if end >= 0 else None]) is not None


def _dates(asked: _Asked, one: PeriodMention) -> bool:
    """True if a period can date a measure: one that says when something was said or reported does not."""
    sentence, predicate = asked.sentence, asked.predicate
    if one.period.grain == "vague" or (one.period.start is None and one.period.end is None and not one.comparison):
        return False
    if not sentence.lacks(_FOUNDED_WORDS) and _FOUNDED.search(sentence.between(max(sentence.start, one.start - 30), one.start)):
        return False
    if predicate != "sites" and _SITE_OPENED.search(sentence.between(max(sentence.start, one.start - 30), one.start)):
        return False
    if _SEASON.search(one.period.text) and _SEASONAL.match(sentence.between(one.end, sentence.end)):
        return False
    if predicate == "share_price" and one.period.grain in ("quarter", "half") and not _SHARES_IN.search(sentence.between(max(sentence.start, one.start - 15), one.start)):
        return False
    if not sentence.lacks(_SINCE_WORDS) and _SINCE_WHEN.search(sentence.between(max(sentence.start, one.start - 45), one.start)):
        return False
    if not sentence.lacks(_DEAL_TOLD) and _OF_DEAL.search(sentence.between(max(sentence.start, one.start - 60), one.start)):
        return False
    if one.period.grain in ("day", "week", "month", "quarter") and _FORESEEN.search(sentence.between(max(sentence.start, one.start - 40), one.start)):
        return False
    if one.period.grain in ("week", "month") and re.search(
        r"\b(?:said|says|announced|told)(?: in| late| earlier)?\s$", sentence.between(max(sentence.start, one.start - 25), one.start)
    ):
        return False
    if one.period.grain == "day" and _CLOSING_PRICE.match(sentence.between(one.end, sentence.end)):
        return False  # "a discount of 8 percent to Friday's close"
    if one.period.grain == "week" and predicate in RESULTS and one.end <= asked.mention.start and _THEN_SOME_REPORTED.match(sentence.between(one.end, asked.mention.start)):
        return False
    if one.period.grain in ("day", "week", "month") and predicate in RESULTS and one.end <= asked.mention.start and _THEN_REPORTED.match(sentence.between(one.end, sentence.end)):
        return False
    if predicate in RESULTS and one.period.grain in ("week", "month") and one.start > asked.mention.end and _is_when_posted(sentence, one):
        return False
    if predicate != "share_price" and one.period.grain in ("day", "week", "month") and _THEN_TOLD.match(sentence.between(one.end, sentence.end)):
        return False
    if predicate == "share_price" and one.period.grain != "day" and one.start > asked.mention.end and _MOVED_WHY.search(sentence.between(asked.mention.end, one.start)):
        return False
    if is_release(sentence, one) or predicate != "share_price" and is_of_saying(sentence, one, asked.mention.start):
        return False
    if one.period.grain == "day":
        before = sentence.between(max(sentence.start, one.start - 60), one.start)
        if asked.is_stock and _AS_OF.search(before[-12:]) and not _SAID_ON.search(before):
            return True
        if predicate in RESULTS | {"capacity", "market_share"} or predicate == "dividend" and not _PAID_ON.search(sentence.text):
            return False
        return not re.search(
            r"\b(?:said|says|announced|disclosed|revealed|told|reported|posted|report|statement|filing|unveiled)\b[^,;]*$", before
        )
    return True


_PAID_ON = re.compile(r"\b(?:pay(?:s|able)?|paid|to shareholders (?:of|on) record|record date)\b")
_CLOSING_PRICE = re.compile(r"['’]s (?:close|closing|(?:last |share |stock |market )price)\b")


def _is_when_posted(sentence: Sentence, one: PeriodMention) -> bool:
    """True for the month when results of a longer time were told: "posted a rise in third-quarter profit to $15m in October"."""
    verb = sentence.head(one.start, one.end)
    for _ in range(3):
        if verb.pos_ == "VERB":
            break
        verb = verb.head
    told = verb.lower_ in ("posted", "reported", "announced", "published", "unveiled")
    return told and any(two.end <= one.start and two.period.grain in ("quarter", "half", "year", "span") and two.start > verb.idx for two in sentence.periods)


# "last week reported a 60 percent rise in profit"
_THEN_REPORTED = re.compile(r" (?:also )?(?:reported|posted|announced|said|disclosed|published|unveiled|released)\b")
# "Last week, rival Acme reported an annual profit"
_THEN_SOME_REPORTED = re.compile(r",? (?:[\w&.'-]+ ){1,5}?(?:reported|posted|announced|said|disclosed|published|unveiled|revealed)\b")
# "the summer hit", "its spring collection"
_SEASON = re.compile(r"\b(?:spring|summer|autumn|fall|winter|Christmas|holiday)$", re.IGNORECASE)
_SEASONAL = re.compile(r" (?:hits?|movies?|films?|blockbusters?|collections?|lines?|ranges?|clothes|clothing|fashions?|dresses|schedules?|timetables?|menus?|catalogu?es?)\b")
# "bought it in a deal announced in May, said profit rose"
_OF_DEAL = re.compile(
    r"\b(?:deal|agreement|takeover|merger|acquisition|purchase|bid|offer|sale|plan|programme|program)\b(?: [\w-]+){0,4}?,? (?:announced|unveiled|agreed|signed|struck|disclosed|revealed)"
    r"(?: back| earlier| late)?(?: in| on)? $"
)
# "fell to $48 …, down from a high of $56 on Jan. 2": the day is that of the high
_OTHER_LEVEL = re.compile(r"\b(?:down|up|off|recovering|retreating|rising|falling) from\b|\b(?:high|low|peak|record|close) of\b")
# "In November, it was reported that …"
_THEN_TOLD = re.compile(r",? it (?:was|has been|had been) (?:reported|announced|said|revealed)\b")
# "gained 3 percent after Acme reported a loss for the fourth quarter"
_MOVED_WHY = re.compile(r"\b(?:after|as|when|while|following|amid|because|despite)\b")
# shares that rise "on second-quarter results" do so on a day
_SHARES_IN = re.compile(r"\b(?:in|during|over|for)(?: the)? $")
# "for the first time since 1953", "the highest level since 2009"
_SINCE_WHEN = re.compile(r"\b(?:first|last|[a-z]{3,}est|best|worst|most|least|record|low|high)\b[^,;.]{0,30} (?:since|(?:going|dating|stretching) back to) (?:at least |its |their |the )?$")
# "the 24 million it had projected in May"
_FORESEEN = re.compile(r"\b(?:had|have|has|was|were)(?: \w+ly| previously)? (?:been )?(?:projected|forecast|predicted|guided|estimated|promised|foreseen|announced)(?: back)? (?:in|on) (?:early |late |mid-)?$")
# "In October it predicted $3m to $4m"
_THEN_FORECAST = re.compile(r",? (?:it|they|he|she|the (?:company|group|firm)) (?:projected|forecast|predicted|guided|estimated|targeted)\b")
_FORECAST_MADE = re.compile(
    r"\b(?:it|they|he|she|the (?:company|group|firm)) had (?:previously |originally |initially )?(?:projected|forecast|predicted|guided|estimated|expected|foreseen|targeted)\b|"
    r"\b(?:raised|cut|lowered|lifted|trimmed|issued|gave|reiterated|maintained|slashed|upgraded|downgraded|reaffirmed|set|kept)\b[^.;]{0,40}?"
    r"\b(?:forecast|guidance|outlook|target|estimate|goal|projection)s?\b"
)
# "earned $1bn, or $1.70 a share, last year"
_PER_SHARE_ASIDE = re.compile(r",? or [^,;]{2,40}? (?:a|per) (?:[\w-]+ )?(?:share|unit|ADS|ADR)\b,?")
# "by 1 million barrels a day, or roughly 40% of its output, by 2030"
_OR_PART = re.compile(r"(?: (?:a|per) \w+)?, or (?:about |roughly |around |nearly |some |almost )?[\d.]+ ?(?:%|percent\b|per cent\b)(?: of [^,;]{2,40})?,")
# "employs 1,300 at its plant in Leeds, opened in 2006"
_SITE_OPENED = re.compile(r"(?:, (?:which )?(?:was )?|\b(?:plant|factory|mill|mine|site|store|shop|office|hotel|brewery|yard|foundry|works|facility|cent(?:re|er)) (?:was |which )?)(?:first )?(?:opened|built|completed|acquired|bought|inaugurated)(?: back)? in $")
_FOUNDED_WORDS = frozenset({"founded", "established", "set", "formed", "created", "incorporated", "born", "launched", "listed"})
_SINCE_WORDS = frozenset({"since", "back"})
_DEAL_TOLD = frozenset({"announced", "unveiled", "agreed", "signed", "struck", "disclosed", "revealed"})
_FOUNDED = re.compile(r"\b(?:founded|established|set up|formed|created|incorporated|born|launched|listed) (?:back )?in $", re.IGNORECASE)


# "fell 8 percent due to a fire last month", "grew 5 percent, helped by a takeover last year"
# "plans to cut 300 jobs after a poor holiday season"
_IN_ITS_WAKE = re.compile(r"\b(?:after|following|in the wake of)\b")
_CAUSE = re.compile(
    r"\b(?:due|owing|thanks) to\b|\b(?:because of|amid|despite|reflecting)\b"
    r"|\b(?:driven|hit|hurt|boosted|helped|buoyed|lifted|aided|fuell?ed|weighed(?: down)?|dragged(?: down)?|dented|supported|offset|bolstered|propelled|powered|spurred|underpinned|held back) by\b"
)


_ON_YEAR = re.compile(r"(?:YoY|y-o-y|year[- ]on[- ]year|year[- ]over[- ]year|on[- ]year)$", re.IGNORECASE)
# "sold 36,900 cars, nearly matching the record of 2003"
_MATCHING = re.compile(r", (?:nearly |almost |just |easily |narrowly |far )?(?:match|beat|exceed|surpass|topp|eclips|approach|equall?|outstripp|overtak)ing\b[^,;]*$")
_BRINGING = re.compile(r", (?:bringing|taking|lifting|pushing|raising) (?:[a-z'-]+ ){0,4}(?:for |in |over )?$")
# "would save £14 million a year from 2020"
_A_YEAR_FROM = re.compile(r" (?:(?:a|per|each) year|annually) (?:from|starting (?:in|from)|beginning in) (?:the )?")
_BEATING = re.compile(r", (?:[a-z]+ing|ahead of|above|past|up on|beyond)\b(?:[^,]|,(?=\d))*$")


def _after(sentence: Sentence, mention: QuantityMention, usable: list[PeriodMention]) -> PeriodMention | None:
    """The period that follows a quantity before the next quantity, in the same clause."""
    for one in usable:
        if one.start < mention.end or one.comparison and _ON_YEAR.match(one.period.text):
            continue
        gap = _OR_PART.sub("", _PER_SHARE_ASIDE.sub("", sentence.between(mention.end, one.start)))
        if (
            any(mention.end <= other.start < one.start for other in sentence.quantities)
            and re.search(r"\d", gap)
            and re.search(r"\b(?:and|while|or|will|plans?|expects?|opened|has|have|had)\b", gap)
        ):
            return None
        if _is_of_next(sentence, gap, one):
            return None
        if _BRINGING.search(gap) or _MATCHING.search(gap):
            return None  # "rose 15 percent last month to 588,300, bringing the first-half total to 3.6 million"
        if _BEATING.search(gap) and _quantity_between_of(sentence, mention.end, one.start):
            return None  # "raised $3m, beating Globex's record of $2m in 2010"
        if (
            BOUNDARY.search(gap)
            or len(gap) > 90
            or _CAUSE.search(gap)
            or re.search(r", (?:when|which|who|as)\b|\b(?:after|before|following|that (?!(?:ended|ends|began|started)))\b", gap)
        ):
            return None
        if _A_YEAR_FROM.fullmatch(gap):
            return one
        if re.search(r"\b(?:compared|against|up|down|versus|from)\b", gap):
            return None
        if _joined(sentence, mention.end, one.start):
            return None
        return one
    return None


def _is_base(sentence: Sentence, one: PeriodMention, role: str) -> bool:
    """True for the period a change is measured from: "up 2.6% on 2003", "from a year ago"."""
    if one.comparison or role == "change" and _TIMES_THE.search(sentence.between(sentence.start, one.start)):
        return True
    before = sentence.between(max(sentence.start, one.start - 25), one.start)
    if before.endswith(" over ") and _LENGTH.match(one.period.text) and one.period.start is not None:
        return False  # "climbed 6.9 percent over the five weeks to January 4"
    if any(other.direction and other.end < one.start and _FROM_WHEN.fullmatch(sentence.between(other.end, one.start)) for other in sentence.quantities):
        return True  # "rose 4 percent from last year to $16bn"
    if role != "earlier" and _ON_FIGURES.search(before) and _FIGURES.match(sentence.between(one.end, sentence.end)):
        return True  # "an 82 percent jump on 2003 figures"
    if before.endswith(("over ", "over the ")) and _FROM_PRIOR.match(sentence.between(one.end, sentence.end)):
        return False  # "lost 3 percent over the quarter from the previous one"
    if _VERSUS.search(before) and role != "earlier":
        return True
    if one.period.grain == "day" and _ON.search(before):
        return False  # "on Monday the shares fell 3 percent"
    if one.period.end is None and one.period.text[:5].casefold() == "since":
        return False
    return role != "level" and bool(_BASE.search(before)) or bool(_THAN.search(before))


def _is_of_next(sentence: Sentence, gap: str, one: PeriodMention) -> bool:
    """True for the time of the subject of a clause joined on: "booked orders of $4bn, and sales in the third quarter rose"."""
    after = sentence.token(min(one.end + 1, sentence.end - 1))
    return after.tag_ in FINITE and _JOINED_ON.search(gap) is not None


_JOINED_ON = re.compile(r"(?:,? (?:and|but|while)|;) (?:its |the |their )?(?:[a-z-]+ ){1,4}(?:in|for|during|over) (?:the )?$")
_LENGTH = re.compile(r"(?:the )?(?:(?:first|last|past|final|next) )?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)[ -](?:\w+[ -])?(?:days?|weeks?|months?) ")
_ON_FIGURES = re.compile(r"\b(?:on|over|from|against|than) (?:the |its )?$")
_FIGURES = re.compile(r"(?:['’]s)? (?:figures?|levels?|results?|totals?|record|sales|profits?|revenues?|earnings)\b")
# "…, over the same period": no year before
_SAME_TIME = re.compile(r".* (?:over|in|during|for|throughout) the same (?:period|quarter|time|months?|year|half)")


def _is_set_from(asked: _Asked, one: PeriodMention) -> bool:
    """True for the day on which a price is changed: "raised gas prices by 8 percent on 1 March", "up 9 percent from 21 June"."""
    return asked.predicate == "price" and asked.role == "change" and one.period.grain == "day" and not one.comparison


_FROM_DAY = re.compile(r",? ?(?:from|(?:starting|beginning|effective)(?: (?:on|from))?) (?:the )?", re.IGNORECASE)


def _is_from_day(asked: _Asked, one: PeriodMention) -> bool:
    """True for the day from which a price holds: "will raise gas prices by 8 percent from 1 March", "From 21 June, prices go up 9 percent"."""
    if not _is_set_from(asked, one):
        return False
    sentence, mention = asked.sentence, asked.mention
    start, end = (mention.end, one.start) if one.start > mention.end else (sentence.start, one.start)
    return _FROM_DAY.fullmatch(sentence.between(start, end)) is not None


# "double the $2m it made in 2018"
_TIMES_THE = re.compile(r"\b(?:double|twice|triple|treble|thrice|quadruple) (?:the|that of|its|what)\b[^,;]{0,50}$")
_ON = re.compile(r"\b[Oo]n $")
_FROM_PRIOR = re.compile(r" (?:from|compared with|compared to|versus|than) (?:the |a )?(?:previous|prior|preceding|same|year|quarter|one|third|second|first|fourth)\b")
# "last year's turnover of $3bn"
_OWNS = re.compile(r"['’]s (?:[\w-]+ ){1,4}(?:of )?(?:about |around |some )?")
_YEAR_ON_YEAR = re.compile(r",? (?:YoY|y-o-y|year[- ]on[- ]year|year[- ]over[- ]year)\b", re.IGNORECASE)
_FROM_AMOUNT = re.compile(r"\b(?:from|against|versus|vs\.?|compared (?:with|to))(?: a| an)?(?: (?!\d)[\w-]+){0,3} ?$")


_MOVED_TO = re.compile(r" to (?:(?:about|around|nearly|almost|just|only|more than|over|some|under) )*")
_AGAINST_OTHERS = re.compile(r"\b(?:against|versus|compared (?:with|to)|ahead of|behind|than) (?:the |rival )?[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3}['’]s? (?:(?:about|around|nearly|just) )?$")
_PRIOR = re.compile(r"\b(?:prior|previous|preceding) (?P<part>quarter|month|half)\b")
# "a loss of $3m in the quarter, compared to prior year's loss of $4m"
_PRIOR_YEAR = re.compile(r"\b(?:prior|previous|preceding) year$")
_MONTHS = {"quarter": 3, "month": 1, "half": 6}


def _earlier_period(asked: _Asked, after: PeriodMention | None, usable: list[PeriodMention]) -> tuple[Period | None, int]:
    """The period of the level that another is compared with."""
    sentence, mention, before = asked.sentence, asked.mention, asked.before
    base = before.period if before is not None else None
    to = next((one for one in sentence.quantities if one.start > mention.end), None)
    if to is not None and _MOVED_TO.fullmatch(sentence.between(mention.end, to.start)):
        # "rose from $3m to $4m in 2020": the time told is that of the second
        own = _find(replace(asked, mention=to, role="level"))[0]
        return (shift(own, -12) if own is not None and asked.predicate in RESULTS else None), 0
    if base is None and after is not None and after.comparison:
        base = asked.carried(False)
    if after is None and base is not None and _AGAINST_OTHERS.search(asked.near(70)):
        return base, 0  # "a share of 19 percent against Acme's 18 percent": at the same time
    if before is not None and before.role == "earlier" and before.period is not None and after is not None and (prior := _PRIOR.search(after.period.text)):
        # "to 28 from 21 a year earlier but down from 40 in the prior quarter"
        return shift(before.period, 12 - _MONTHS[prior["part"]]), after.end
    if before is not None and before.role == "earlier" and (after is None or after.comparison or is_last_year(after.period.text)):
        return before.period, 0
    if after is None:
        # "against $3bn, or 30 cents a share, in that quarter of the year before"
        after = next(
            (one for one in usable if one.start > mention.end and (one.comparison or is_last_year(one.period.text))), None
        )
    label = next((one for one in usable if one.end <= mention.start and (_is_label(sentence, one) or _OWNS.fullmatch(sentence.between(one.end, mention.start)))), None)
    if label is not None:
        # "(2013: $171m)" beside a quarter: that of the year told
        part = base is not None and base.grain not in ("year", "multi_year") and (_YEAR_TOLD.fullmatch(label.period.text) or _PRIOR_YEAR.search(label.period.text))
        return (_compared(base, label) if base is not None and part else label.period), 0
    if after is None and before is not None and before.period is not None and _YEAR_ON_YEAR.match(sentence.between(mention.end, sentence.end)):
        return shift(before.period, -12), 0
    if after is None and before is not None and before.stance is not None:
        # "the margin is forecast to slip to 37 percent from 40": from what it was in the period reported on
        return asked.carried(False), 0
    if after is None and base is not None and is_result(before) and (_FROM_AMOUNT.search(asked.near(45)) or asked.near(1) == "("):
        # results that rise "to 5 percent from 4" without a word on when are compared with a year before
        return shift(base, -12), 0
    if after is None:
        return None, 0
    absolute = after.period.start is not None or after.period.end is not None
    if base is not None and (after.comparison or is_last_year(after.period.text) and base.grain not in ("year", "multi_year")):
        return _compared(base, after), after.end
    return (after.period, after.end) if absolute else (None, 0)
