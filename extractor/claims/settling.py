"""What only the whole article tells of its measurements: the quarter of results told before it, what a bare "sales" counts."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from extractor.claims.cues import measured_by
from extractor.claims.series import RESULTS, at_a_cost, is_annual, is_last_year, shift
from extractor.claims.standing import is_background, is_to_come
from extractor.claims.when import ORDER_BOOK, was_expected
from extractor.mentions.counted import lemma

if TYPE_CHECKING:
    from extractor.claims.measures import Measurement
    from extractor.record import Period


def _settle_periods(found: list[Measurement]) -> list[Measurement]:
    """Gives results that came before the article named its quarter that quarter."""
    series = [
        one for one in found if one.period and one.stance is None and one.role != "earlier" and one.predicate in RESULTS
        and not is_last_year(one.period.text) and not is_background(one.sentence, one.period) and not is_to_come(one.sentence, one.period)
    ]
    for one in found:
        if one.sentence.in_title:
            continue
        if one.period is not None or one.stance is not None or one.role == "earlier" or one.predicate not in RESULTS or at_a_cost(one.sentence, one.mention) or _RATE.match(one.sentence.between(one.mention.end, one.sentence.end)):
            continue
        if one.predicate == "orders" and one.role == "level" and (_WON.search(head := one.sentence.between(one.sentence.start, one.mention.start)) or ORDER_BOOK.search(head)):
            continue  # what is won or held is so when it is told, whatever quarter is told of later
        annual = is_annual(one.sentence, one.mention)
        later = (two.period for two in series if two.sentence.index > one.sentence.index and two.subject.referent is one.subject.referent)
        one.period = next((period for period in later if period is not None and (not annual or period.grain == "year")), None)
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
    for one, after in pairwise(found):
        # "turnover dropped from £410m to £362m": the first is of a year before
        if (
            one.period is None and after.period is not None and one.sentence is after.sentence and one.role == "earlier" and one.stance is None and after.stance is None
            and one.predicate == after.predicate and one.predicate in RESULTS | {"market_share"} and after.period.grain in ("quarter", "half", "year", "span")
            and _FROM.search(one.sentence.between(max(one.sentence.start, one.mention.start - 25), one.mention.start)) and _TO.fullmatch(one.sentence.between(one.mention.end, after.mention.start))
        ):  # fmt: skip
            one.period = shift(after.period, -12)
    for before, one in pairwise(found):
        # "posted a profit of $3m, up 31 percent from a year earlier, in the first half": both are of that half
        if before.period is None and before.stance is None and before.role == "level" and one.inherited and one.role == "change" and one.sentence is before.sentence:
            before.period = one.period if before.predicate == one.predicate and one.predicate in RESULTS else None
    for before, one in pairwise(found):
        # "had sales of £5m and a profit of £1m in 2020": both in that year
        if (
            before.period is None and one.period is not None and before.sentence is one.sentence and before.stance == one.stance
            and before.role == one.role == "level" and before.subject.referent is one.subject.referent and {before.predicate, one.predicate} <= RESULTS
            and _BOTH.fullmatch(one.sentence.between(before.mention.end, one.mention.start))
        ):  # fmt: skip
            before.period = one.period
    for before, one in pairwise(found):
        # "warned that 2018 profit would be £3m. Analysts had been looking for £7m"
        if (
            one.period is None and before.period is not None and one.stance == "expect" and before.stance is not None and one.predicate == before.predicate
            and one.predicate in RESULTS and one.subject.referent is before.subject.referent and one.sentence.index - before.sentence.index <= 1
        ):  # fmt: skip
            one.period = before.period
    told: dict[str, Period] = {}
    for one in found:
        name = one.subject.referent.name
        if one.stance is None and one.role != "earlier" and one.predicate in RESULTS and one.period is not None and one.period.grain in ("quarter", "half"):
            told[name] = one.period
        elif one.stance == "expect" and one.period is None and one.predicate in RESULTS and name in told and was_expected(one.sentence, one.mention.start):
            one.period = told[name]
    return found


_WON = re.compile(r"\b(?:w[io]n|wins|winning|book(?:s|ed|ing)?|secur(?:es|ed|ing)|receiv(?:es|ed|ing)|landed|clinched|signed|bagged|gets?|got|placed)\b[^;.]{0,40}$|\b(?:backlog|order ?book)\b[^;.]{0,30}$")
# "sells 400 tonnes of cheese a year": at all times
_RATE = re.compile(r"(?: of (?:[\w-]+ ){0,3}?[\w-]+)? (?:an?|each|every|per) (?:year|month|week|day)\b|(?: of (?:[\w-]+ ){0,3}?[\w-]+)? (?:annually|daily|weekly|monthly)\b")
_FROM = re.compile(r"\bfrom (?:(?:about|around|nearly|almost|just|some|over|more than|less than|under|a loss of|a profit of) )*$")
_TO = re.compile(r" to (?:(?:about|around|nearly|almost|just|some|over|more than|less than|under|a loss of|a profit of) )*")
_BOTH = re.compile(r",? (?:and|with|on|against) (?:an? |its )?(?:(?!while\b|had\b|was\b|were\b|rose\b|fell\b)[\w-]+ ){0,4}?of (?:(?:about|around|nearly|almost|just|some|over|more than) )*")
_OF_ESTIMATES = re.compile(r"\b(?:estimates?|expectations?|consensus|forecasts?|expected|predicted|vs|versus)\b(?! for\b)")


def _opens(one: Measurement) -> bool:
    """True for a product whose capital is that of its sentence: "Smartphone shipments fell"."""
    return bool(one.product) and one.product[1:].islower() and one.sentence.text.startswith(f"{one.product} ")  # type: ignore[index]


def _settle_units(found: list[Measurement]) -> list[Measurement]:
    """Gives a bare count of goods the unit that the article counts them in, with the goods these are, or the goods named before "sales"."""
    last: Measurement | None = None
    for one in found:
        quantity = one.quantity
        if one.predicate not in ("units_sold", "production") or quantity.unit_type != "count":
            continue
        if quantity.unit is None:
            product = (
                one.product.split()[-1]
                if one.product and one.cue is not None and not one.cue.verb and (one.product.islower() or _opens(one))
                else None
            )
            unit = re.sub(r"(?<=[^s])s$", "", product.lower()) if product and product != "models" else last and last.quantity.unit
            one.quantity = quantity.model_copy(update={"unit": unit})
            if last is not None and one.cue is not None and one.cue.verb:
                one.product = one.product or last.product  # "sold 40,000 cars … will sell 50,000"
        elif quantity.unit not in ("unit", "model"):
            last = one
    return found


def _settle_sales(found: list[Measurement]) -> list[Measurement]:
    """Decides what a bare "sales" counts: units where the article counts its seller's goods, else money."""
    counted = {
        one.subject.referent.name
        for one in found
        if one.predicate == "units_sold" and one.quantity.unit_type in ("count", "physical")
    }
    by_units = any(one.predicate == "sales" and one.quantity.unit_type in ("count", "physical") for one in found)
    # "sales grew 4% to 13 billion euros": of one sales, all is told in money
    in_money = {id(one.cue) for one in found if one.predicate == "sales" and one.cue is not None and one.quantity.unit_type == "currency"}
    settled = []
    for one in found:
        if one.predicate == "sales" and id(one.cue) in in_money:
            one = replace(one, predicate="revenue")
        elif one.predicate == "sales":
            kind = one.quantity.unit_type
            units = kind in ("count", "physical") or (
                kind == "percent" and (by_units or bool(counted) or _is_of_counted(one))
            )
            one = replace(one, predicate="units_sold" if units else "revenue")
        settled.append(one)
    return settled


def settled(found: list[Measurement]) -> list[Measurement]:
    """The measurements of an article with what it tells only later or elsewhere."""
    return _settle_units(_settle_sales(_settle_periods(found)))


def _is_of_counted(one: Measurement) -> bool:
    """True for sales of goods that are counted wherever they are sold: "sales of Japanese cars" as "car sales"."""
    goods = one.product or (one.subject.referent.name if one.subject.referent.type == "group" else "")
    return bool(goods) and measured_by(f"{lemma(goods.split()[-1].lower())} sales") == "units_sold"
