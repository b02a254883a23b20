"""The period of the series that a measure belongs to: figures follow one another, and name their quarter once.

What a measure without a period of its own is told of: the heading over it, the measure before it, the results that the
article says it reports on, the month or quarter of its first sentences.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING

from extractor.mentions.types import EntityMention, PeriodMention, QuantityMention
from extractor.reading import FINITE, Reading, Sentence
from extractor.record import Period

if TYPE_CHECKING:
    from extractor.claims.measures import Measurement

# measures that a company reports for a period: a series of them speaks of one quarter or year
_SERIES = ("orders",)
RESULTS = frozenset({"sales", "units_sold", "revenue", "profit", "operating_profit", "loss", "margin", "eps", "orders",
                     "production", "cost", "volume"})  # fmt: skip
# what changes over the time that the results are of: "average fares dropped 5 percent"
_FLOWING = frozenset({"users", "price"})
# those who come and go, so that a number of them is one of a time
_PASSING = frozenset({"passenger", "visitor", "guest", "traveller", "traveler", "flyer", "flier", "tourist", "rider"})


def is_last_year(text: str) -> bool:
    """True for the words of a base of comparison: "last year", "the year-ago quarter"."""
    return bool(
        re.search(r"\b(?:last|previous|prior) year\b|\byear (?:ago|earlier|before)\b|\byear-ago\b", text, re.IGNORECASE)
    )


def is_result(one: Measurement | None) -> bool:
    """True for a measurement of a company's results told as fact."""
    return one is not None and one.stance is None and one.predicate in RESULTS | {"users", "market_share"}


def is_annual(sentence: Sentence, mention: QuantityMention) -> bool:
    """True for what is told of any year, and so of none of the quarters around it: "annual sales have doubled to $3 billion"."""
    if "annual" not in sentence.words:
        return False
    return _ANNUAL.search(sentence.between(sentence.start, mention.start)) is not None or _IN_ANNUAL.match(sentence.between(mention.end, sentence.end)) is not None


def year_reported(sentence: Sentence, mention: QuantityMention) -> Period | None:
    """The year that annual results are of which an article reports: the one before in spring, else that of the last quarter it tells of."""
    if not _REPORTS_YEAR.search(sentence.between(sentence.start, min(sentence.end, mention.end + 40))):
        return None
    dating = sentence.reading.dating
    if dating is not None and dating.start.year == dating.end.year and dating.end.month <= _SPRING:
        return full_year(dating.start.year - 1)
    for one in sentence.reading.periods:
        if one.period.end is not None and one.period.end.month == 12 and not one.comparison and _LAST_QUARTER.search(one.period.text):
            return full_year(one.period.end.year)
    return None


def year_after(sentence: Sentence, mention: QuantityMention) -> Period | None:
    """The year after the one that a change is measured from: "3.9 million barrels, up 10% on 2003", "rose 3 percent from 2003"."""
    for one in sentence.periods:
        if one.start >= mention.end and one.period.grain == "year" and _YEAR.fullmatch(one.period.text):
            since = _SINCE_YEAR.fullmatch(sentence.between(mention.end, one.start))
            return full_year(int(one.period.text) + 1) if since else None
    return None


_YEAR = re.compile(r"(?:19|20)\d\d")
_SINCE_YEAR = re.compile(r"(?: of [a-z]+)?(?:,? (?:up|down|a (?:rise|fall|drop|gain) of|an increase of) (?:about |almost |nearly |just )?[\d.]+ ?(?:%|percent|per cent))?,? (?:on|from|compared (?:with|to)|over|against) ")
# months of the year in which results of the year before come out
_SPRING = 4
_LAST_QUARTER = re.compile(r"\b(?:fourth|final|last)[ -](?:quarter|three months)\b|\bQ4\b", re.IGNORECASE)
_REPORTS_YEAR = re.compile(
    r"\b(?:(?:report|announc|post|unveil|reveal|record|publish|book)(?:e?d|s|ing)|put)\b[^;]*\b(?:annual|full[ -]year|for the (?:full |whole )?year)\b|\b(?:annual|full[ -]year) [a-z -]{3,40}? (?:rose|fell|grew|dropped|climbed|jumped|slid|slipped|more than doubled|doubled|was|were|came|increased|declined|hit|reached)\b",
    re.IGNORECASE,
)
# "a 26% rise | in annual profits"
_IN_ANNUAL = re.compile(r" (?:[a-z]+ )?(?:rise|fall|increase|drop|jump|gain|growth|decline|surge|slump|leap|decrease|climb|plunge) in (?:its |their |the )?annual (?:[a-z-]+ ){0,2}(?:sales|revenues?|turnover|profits?|earnings|output|production)\b", re.IGNORECASE)
_ANNUAL = re.compile(r"\bannual (?:[a-z-]+ ){0,2}(?:sales|revenues?|turnover|profits?|earnings|output|production)\b[^,;]*$", re.IGNORECASE)


def is_release(sentence: Sentence, one: PeriodMention) -> bool:
    """True for when figures came out: "data released in June showed that Acme sold 3 million"."""
    if one.period.grain in ("day", "week", "month") and _REPORT_OF.search(sentence.between(max(sentence.start, one.start - 45), one.start)):
        return True  # "up 4.7 percent, it revealed in its report released in April"
    return (
        one.period.grain in ("day", "week", "month")
        and _RELEASED.search(sentence.between(max(sentence.start, one.start - 25), one.start)) is not None
        and _SHOWING.match(sentence.between(one.end, sentence.end)) is not None
    )


_REPORT_OF = re.compile(r"\b(?:reports?|data|statements?|figures|results|updates?|filings?|accounts|documents?) (?:released|published|issued|filed|posted)(?: late| early| earlier)?(?: in| on)? $")
_RELEASED = re.compile(r"\b(?:released|published|issued|filed|lodged|out|compiled)(?: late| early| earlier)?(?: in| on)? $")
_SHOWING = re.compile(r" (?:also )?(?:show(?:s|ed)?|reveal(?:s|ed)?|indicat(?:es?|ed)|suggest(?:s|ed)?|put)\b")


def is_flow(predicate: str, mention: QuantityMention) -> bool:
    """True for what is counted over a time: results, and those who pass ("carried 3 million passengers")."""
    return predicate in RESULTS or predicate == "users" and mention.quantity.unit in _PASSING


def carried(
    sentence: Sentence, mention: QuantityMention, predicate: str, role: str, earlier: list[Measurement], open: bool, subject: EntityMention | None = None
) -> Period | None:
    """The period of the series that a measure without one belongs to, `subject` being whose it is."""
    dating = sentence.reading.dating
    # "sales rose to $3m, lifting revenue for the year to $9m": only the second is of the year
    whole = bool(_WHOLE_YEAR.search(sentence.between(sentence.start, mention.end) + sentence.between(mention.end, sentence.end).partition(", ")[0]))
    if open and whole and _WOULD_GIVE.search(sentence.text):
        return None
    if open and whole and predicate in RESULTS | {"eps", "users"} and dating is not None and dating.start.year == dating.end.year and not _OF_QUARTER.match(sentence.between(mention.end, sentence.end)):
        return _own_year(sentence) or full_year(dating.start.year)  # "its full-year forecast": of the year that runs
    if open and predicate == "cost" and role == "change":
        return None  # "is to bring savings of $3m": at no time that is told
    if predicate == "cost" and at_a_cost(sentence, mention):
        return None
    if predicate == "orders" and _ORDER_WON.search(sentence.between(max(sentence.start, mention.start - 60), mention.start)):
        return None  # an order won by the way is none of the quarter's
    if predicate in _MADE_OR_SERVED and role != "change" and _is_of_any_time(sentence, mention):
        return None
    shares = predicate == "market_share"
    flow = is_flow(predicate, mention) or role == "change" and predicate in _FLOWING
    dividend = predicate == "dividend" and _OF_YEAR.search(sentence.between(max(sentence.start, mention.start - 50), mention.start))
    if not (flow or shares or dividend):
        return None
    whole = whole or bool(dividend)
    # "in the quarter": not the nine months told of before
    quarterly = bool(_QUARTERLY.search(sentence.text))
    headed, heading = _heading(sentence) if flow and not open else (None, 0)
    told_here = _told_here(sentence) if flow and not open else None
    if flow and not open and (just := _just_told(sentence)) is not None and not any(one.sentence.index >= sentence.index - 1 and one.predicate in RESULTS for one in earlier[-4:]):
        return just
    for one in reversed(earlier):
        if headed is not None and one.sentence.index < heading:
            return headed
        if told_here is not None and one.sentence.paragraph != sentence.paragraph:
            return told_here
        if flow and not open and (own := _told_of(subject, sentence, one)) is not None:
            return own
        if sentence.index - one.sentence.index > (2 if open else 3 if shares else 12):
            return _guided_for(sentence) if open else None
        if (
            _is_of_series(one, sentence, predicate, open)
            and (not whole or one.period is not None and one.period.grain == "year")
            and (not quarterly or one.period is not None and one.period.grain == "quarter")
            and not (one.sentence.paragraph < sentence.paragraph and _is_aside(one, earlier))
        ):
            return one.period if open else _in_months(sentence, mention, one.period)
    if headed is not None:
        return headed
    if predicate == "orders" and role == "level" and not earlier and not any(one.end <= mention.start for one in sentence.periods):
        return None  # "booked orders of $4bn, and sales in the third quarter rose"
    if open:
        return _guided_for(sentence)
    reported = _reported_on(sentence)
    return None if whole and reported is not None and reported.grain in ("quarter", "half", "month") else reported


def at_a_cost(sentence: Sentence, mention: QuantityMention) -> bool:
    """True for what a thing costs, or a time: of none that is told ("built it at a cost of $3m", "Each day of the strike costs it $3m")."""
    head = sentence.between(sentence.start, mention.start)
    return _AT_COST.search(head) is not None or _EVERY_TIME.search(head) is not None or _A_TIME.match(sentence.between(mention.end, sentence.end)) is not None


_AT_COST = re.compile(r"\bat (?:an? )?(?:total |estimated |initial |additional )*(?:cost|price) of (?:(?:about|around|nearly|some|over|more than|up to) )*$")
_EVERY_TIME = re.compile(r"\b(?:each|every) (?:extra |lost |single |further )?(?:day|week|month|hour|year)\b", re.IGNORECASE)
_A_TIME = re.compile(r" (?:a|an|per|each|every) (?:day|week|month|hour|year)\b")


def _in_months(sentence: Sentence, mention: QuantityMention, period: Period | None) -> Period | None:
    """The half year, or the nine months, that end with the quarter told of: "Half-year production came to 145,000 ounces"."""
    if period is None or period.start is None or period.end is None or period.grain not in ("quarter", "month"):
        return period
    head = sentence.between(sentence.start, mention.start)
    if period.end.month == 12 and _YEAR_TOTAL.search(head):
        return full_year(period.end.year)
    told = _MONTHS_NAMED.search(head)
    if told is None:
        return period
    months = 9 if told["nine"] else 6
    start = shift(period, 1 - months).start if period.grain == "month" else shift(period, 3 - months).start
    return period.model_copy(update={"text": told.group(), "start": start, "grain": "half" if months == 6 else "span"})


_YEAR_TOTAL = re.compile(r"\b(?:year['’]s|full-year|annual) (?:total|figure|tally)\b|\b(?:total|figure|tally) for the (?:full |whole )?year\b", re.IGNORECASE)
_MONTHS_NAMED = re.compile(r"\b(?:(?:half-year(?:ly)?|interim|six-month)|(?P<nine>nine-month))\b", re.IGNORECASE)


_MADE_OR_SERVED = frozenset({"production", "capacity", "units_sold", "users", "volume"})
# "makes 900 beds | a week"
_EACH_TIME = re.compile(r"(?: of (?:[\w-]+ ){0,3}?[\w-]+)? (?:an?|each|every|per) (?:year|month|week|day)\b|(?: of (?:[\w-]+ ){0,3}?[\w-]+)? (?:annually|daily|weekly|monthly)\b")


def _is_of_any_time(sentence: Sentence, mention: QuantityMention) -> bool:
    """True for what is told in the present as done again and again: "the mill makes 900 beds a week", not "output averaged 900 a day"."""
    if _EACH_TIME.match(sentence.between(mention.end, sentence.end)) is None:
        return False
    token = sentence.head(mention.start, mention.end)
    verb = next((one for one in (token, *token.ancestors) if one.pos_ in ("VERB", "AUX")), None)
    return verb is not None and (verb.tag_ in ("VBZ", "VBP") or any(child.lower_ in ("can", "could", "will") for child in verb.helpers))


def _own_year(sentence: Sentence) -> Period | None:
    """A year of a company's own that an article has named and that is not over: "sales for the year to March will fall"."""
    dating = sentence.reading.dating
    told = sentence.reading.periods
    for one in (*reversed([one for one in told if one.start < sentence.start]), *(one for one in told if one.start > sentence.end)):
        period = one.period
        whole = period.grain == "year" and not one.comparison
        if whole and dating is not None and period.end is not None and period.end.month != 12 and period.end > dating.end and _OWN_YEAR.search(period.text):
            return period
    return None


_OWN_YEAR = re.compile(r"\byear (?:to|ending|that ends)\b", re.IGNORECASE)


def full_year(year: int) -> Period:
    """A calendar year that the text calls "the full year"."""
    return Period(text="full-year", start=dt.date(year, 1, 1), end=dt.date(year, 12, 31), grain="year")


_FOR_THE_QUARTER = re.compile(r"\b(?:for|in|during) (?:the|that) (?P<grain>quarter|half|year)\b(?! (?:to|ended|ending|before|ago|earlier))")
_FORECASTS = re.compile(r"\b(?:forecast|guid|expect|outlook|predict|project|estimat|see)\w*")
_GUIDANCE = frozenset({"guidance", "forecast", "forecasts", "outlook", "target", "targets"})
# "has lowered its 2021 | production guidance", "its guidance for | 2021"
_ITS_GUIDANCE = re.compile(r"(?:['’]s)? (?:[a-z-]+ ){0,3}?(?:guidance|forecasts?|outlook|targets?)\b")
_GUIDANCE_FOR = re.compile(r"\b(?:guidance|forecasts?|outlook|targets?)(?: [a-z]+)? for (?:the )?$")
_YEAR_GUIDANCE = re.compile(r"\bfull[- ]year (?:[a-z-]+ ){0,3}?(?:guidance|forecasts?|outlook|targets?)\b|\b(?:guidance|forecasts?|outlook|targets?) for the (?:full |whole )?year\b(?! (?:to|ending|ended|through|ahead))", re.IGNORECASE)


def _guided_for(sentence: Sentence) -> Period | None:
    """The time that a forecast is for: that of the guidance spoken of right before, or the quarter named where "the quarter" was first spoken of."""
    earlier = sentence.previous
    spoken = _guidance_in(sentence) or (_guidance_in(earlier) if earlier is not None else None)
    if spoken is not None:
        return spoken
    dating = sentence.reading.dating
    if earlier is not None and dating is not None and dating.start.year == dating.end.year and not earlier.lacks(_GUIDANCE) and _YEAR_GUIDANCE.search(earlier.text):
        return full_year(dating.start.year)
    match = _FOR_THE_QUARTER.search(sentence.text)
    for other in reversed(sentence.reading.sentences[max(0, sentence.index - 2) : sentence.index]) if match else ():
        if match and _FORECASTS.search(other.text):
            named = [one.period for one in other.periods if one.period.grain == match["grain"] and one.period.start is not None and not one.comparison]
            if named:
                return named[-1]
    return None


def _guidance_in(sentence: Sentence) -> Period | None:
    """The time whose guidance a sentence speaks of: "has lowered its 2021 production guidance", "its outlook for the second quarter"."""
    if sentence.lacks(_GUIDANCE):
        return None
    for one in sentence.periods:
        if one.period.grain not in ("quarter", "half", "year") or one.period.start is None or one.comparison:
            continue
        if _ITS_GUIDANCE.match(sentence.between(one.end, sentence.end)) or _GUIDANCE_FOR.search(sentence.between(sentence.start, one.start)):
            return one.period
    return None


def _is_of_series(one: Measurement, sentence: Sentence, predicate: str, open: bool) -> bool:
    """True for an earlier measurement with a period that the series may go on with."""
    if one.sentence.in_title or one.period is None or one.role == "earlier" or not (one.predicate in RESULTS | {"market_share"} or one.predicate == "users" and one.period.grain == "quarter"):
        return False
    if (one.predicate in _SERIES) != (predicate in _SERIES) or (one.stance is not None) != open:
        return False
    # the base of a comparison is not what the series goes on with, nor what holds since a day
    return one.period.grain != "vague" and one.period.end is not None and not _OF_BASE.search(one.period.text)


def _is_aside(one: Measurement, earlier: list[Measurement]) -> bool:
    """True for a time that a paragraph told besides that of the article."""
    assert one.period is not None
    return _is_total(one.period, earlier) or _is_before(one.period, _lead(one.sentence.reading))


_ORDER_WON = re.compile(r"\b(?:won|win|wins|secured|received|placed|landed|clinched|signed|got) (?:an?|the|its|another|\w+) (?:[\w-]+ ){0,3}?(?:order|contract)\b")
_WHOLE_YEAR = re.compile(
    r"\b(?:full[ -]year|fiscal[ -]year (?=outlook|forecast|guidance|target)|the year as a whole|the whole year|for the year\b|annual (?:sales|revenue|profit|loss)\b(?! growth))", re.IGNORECASE
)
# "would give it annual sales of $9bn": those of any year
_WOULD_GIVE = re.compile(r"\b(?:give|giving|creat(?:e|es|ing)|form(?:s|ing)?|combin(?:e|ed|ing))\b[^.;]{0,70}\bannual (?:sales|revenues?|profits?|turnover|loss)\b")
# "$3m for the quarter and $12m for the full year"
_OF_QUARTER = re.compile(r"[^\d;:.]{0,40}? (?:for|in) the (?:[a-z]+ )?quarter\b")
_OF_BASE = re.compile(r"\b(?:year[ -](?:ago|earlier|before)|same|corresponding|last time)\b")


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


_QUARTERLY = re.compile(r"\b(?:in|for|during|over) the quarter\b|\bquarterly (?:sales|revenues?|profits?|earnings|loss)\b", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:months|so far|to date|half)\b", re.IGNORECASE)
_RESULTS_FOR = re.compile(
    r"\b(?:results|earnings|figures|report|accounts|update|statement|performance)(?: (?:growth|gains?|rise|fall|drop|decline|beat|miss))? (?:for|in|of|on|covering)(?: (?:the|its|our|their))?\s$",
    re.IGNORECASE,
)


# "reported better second-quarter earnings"
_RESULTS_OF = re.compile(r"\s(?:[\w-]+ ){0,3}?(?:results|earnings|profits?|figures|net income|EPS|loss|sales|revenues?)\b", re.IGNORECASE)


def _reported_on(sentence: Sentence) -> Period | None:
    """The period that an article says its figures are of: "announced results for the second quarter ended July 2"."""
    for other in reversed(sentence.reading.sentences[max(0, sentence.index - 12) : sentence.index + 1]):
        if (told := _results_in(other, other.index < 6)) is not None:
            return told
    return _lead(sentence.reading)


def _told_here(sentence: Sentence) -> Period | None:
    """The period of the results that the paragraph of a sentence has named before it: of another company than the paragraph
    before, in a list of companies."""
    other = sentence.previous
    while other is not None and other.paragraph == sentence.paragraph and not other.in_title:
        if (told := _results_in(other, True)) is not None:
            return told
        other = other.previous
    return None


_GOES_ON = re.compile(r"(?:It|The (?:company|firm|group|bank|insurer|[a-z]+maker)) (?:also |then )?[a-z]+")
_ACCOUNTING = re.compile(r"\b(?:year|quarter|half|months|period) (?:ended|ending|to)\b")


def _just_told(sentence: Sentence) -> Period | None:
    """The year or quarter that the sentence before names, which none of our measures is of: "wrote premiums of $2bn for the year
    ended May 31. It reported a profit of"."""
    before = sentence.previous
    if before is None or before.in_title or not _GOES_ON.match(sentence.text):
        return None
    return next((one.period for one in reversed(before.periods) if one.period.end is not None and not one.comparison and _ACCOUNTING.search(one.period.text)), None)


def _told_of(subject: EntityMention | None, sentence: Sentence, last: Measurement) -> Period | None:
    """The period that the text gives for a company since its last figure, where that figure is another's: results told company by company."""
    if subject is None or subject.referent.type != "organization" or last.subject.referent is subject.referent or last.sentence.paragraph == sentence.paragraph:
        return None
    for other in reversed(sentence.reading.sentences[last.sentence.index + 1 : sentence.index]):
        if any(one.referent is subject.referent for one in other.entities):
            for one in other.periods:
                if one.period.end is not None and not one.comparison and one.period.grain in ("quarter", "half", "year"):
                    return one.period
    return None


def _results_in(sentence: Sentence, named: bool) -> Period | None:
    """The period that a sentence says results are of; `named`, one that stands before its results too ("second-quarter earnings")."""
    for one in sentence.periods:
        if one.period.end is not None and (
            _RESULTS_FOR.search(sentence.between(max(sentence.start, one.start - 40), one.start))
            or named and one.period.grain in ("quarter", "half") and _RESULTS_OF.match(sentence.between(one.end, sentence.end))
        ):
            return one.period
    return None


def _heading(sentence: Sentence) -> tuple[Period | None, int]:
    """The period in the heading over a sentence, and which sentence that is: "April-June in brief", "Third quarter"."""
    sentences = sentence.reading.sentences
    for other in reversed(sentences[max(0, sentence.index - 12) : sentence.index]):
        if other.in_title:
            break
        if len(other.text) > 60 or other.text[-1:] in ".!?" or len(other.tokens) > 10 or any(token.tag_ in FINITE for token in other.tokens):
            continue
        if not _stands_alone(other):
            continue
        held = [one.period for one in other.periods if one.period.end and one.period.grain in ("quarter", "half", "span", "year", "month")]
        return (held[0] if len(held) == 1 and not other.quantities else None), other.index
    return None, 0


def _stands_alone(sentence: Sentence) -> bool:
    """True for a line of its own."""
    text = sentence.reading.text
    return text[max(0, sentence.start - 1) : sentence.start] == "\n" and text[sentence.end : sentence.end + 1] == "\n"


def _lead(reading: Reading) -> Period | None:
    """The month, quarter or half that an article's first sentences give figures for: "sold 12,310 cars in August"."""
    for sentence in [one for one in reading.sentences if not one.in_title][:2]:
        for one in sentence.periods:
            period = one.period
            if (
                not one.comparison and period.grain in ("month", "quarter", "half") and period.start and period.end and not is_release(sentence, one)
                and reading.dating is not None and period.end <= reading.dating.end
                and _LEADING.search(before := sentence.between(max(sentence.start, one.start - 60), one.start)) and not _EARLIER.search(before)
                and (_OF_TRADE if period.grain == "month" else _OF_SALES).search(sentence.text)
            ):  # fmt: skip
                return period
    return None


# what is told month by month
_OF_TRADE = re.compile(
    r"\b(?:sales|shipments|registrations|deliveries|production|output|volumes|exports|imports|orders|traffic|passengers|sold|shipped|delivered"
    r"|registered|bought|produced|built|carried|exported|inflation|market)\b"
)
# "from 15.4 million in December"
_EARLIER = re.compile(r"(?<![\w-])(?:from|than|against|versus|since)(?![\w-])(?:(?! to )[^,;]){0,40}$")
# "the final dividend"
_OF_YEAR = re.compile(r"\b(?:final|full-year|total|annual) (?:[\w-]+ )?(?:dividend|pay-?out)\b", re.IGNORECASE)
_OF_SALES = re.compile(r"\b(?:sales|shipments|registrations|deliveries|revenues?|profits?|earnings|results|market|production|output|volumes|income|quarter|half|percent|per cent|million|billion)\b|%")
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
