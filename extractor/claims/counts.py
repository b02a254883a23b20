"""What a counted quantity measures: by its noun ("stores"), its verb ("sold"), or the measure it is a level of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.claims.cues import Cue, measure_of
from extractor.claims.reach import tail_change, verb_before
from extractor.claims.roles import OF_WHOLE
from extractor.lexicon import terms
from extractor.mentions.types import QuantityMention
from extractor.reading import Sentence

if TYPE_CHECKING:
    from extractor.claims.measures import Measurement

_SOLD = re.compile(
    r"^[^,;.]{0,60}?\b(?:(?:was|were|have been|had been|has been|be|being) )?(?:sold|shipped|delivered|registered|exported)\b"
)
_PRODUCED = re.compile(r"^[^,;.]{0,40}?\b(?:were|was|are|be) (?:produced|built|manufactured|made)\b|^ (?:produced|built|manufactured)\b(?! by\b)")
_MORE_THAN = re.compile(r"(?:more|fewer) ")
_TOP = re.compile(r"\b(?:top|largest|biggest|leading)$")
_SALES_COUNTED = frozenset({"delivery", "shipment", "sale", "registration"})
_CARGO = frozenset("teu container parcel package letter passenger barrel tonne bag piece consignment".split())
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
# what a plant makes in a month is what it can make
_A_MONTH = re.compile(r" (?:a|per|each|every) (?:day|week|month|year)\b| annually\b")
_ABLE = re.compile(r"\b(?:can|could|able to|capable of|capacity|will (?:\w+ )?(?:produce|make|build|assemble|turn out|churn out)|to (?:produce|make|build|assemble|turn out|churn out)|churning out|turning out)\b")


def count(
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
    verb = verb_before(sentence, mention, verbs, "n")
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
    if own == "sites" and re.search(r"\b(?:from|by|in|at|through|via|for|between|to)$", tail) and not tail_change(tail.rpartition(" ")[0]):
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
            or tail_change(tail)
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



def _is_singular(mention: QuantityMention, unit: str) -> bool:
    return bool(re.search(rf"\b{re.escape(unit)}$", mention.quantity.text)) and (mention.quantity.high or 2) > 1



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

