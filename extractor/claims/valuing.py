"""What a quantity comes to as a measurement: a level or a signed change, in the unit that it counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from extractor.claims.candidate import Candidate
from extractor.claims.counts import AT_ITS
from extractor.claims.cues import Cue
from extractor.claims.roles import OF_STAFF, Role, role_of, signed, tail_of
from extractor.mentions.counted import lemma
from extractor.mentions.types import EntityMention, QuantityMention
from extractor.reading import Sentence
from extractor.record import Quantity

if TYPE_CHECKING:
    from extractor.claims.measures import Measurement

_OPENED_OR_CLOSED = re.compile(
    r"\b(?:(?P<opened>(?:re-?)?open(?:s|ed|ing)?|add(?:s|ed|ing)?|launch(?:es|ed|ing)?|inaugurat(?:e|es|ed|ing)|unveil(?:s|ed|ing)?|roll(?:s|ed|ing)? out|set(?:s|ting)? up|build(?:s|ing)?|built)"
    r"|clos(?:e|es|ed|ing)|clos(?:ure|ing) of|shut(?:s|ting)?(?: down)?|shutter(?:s|ed|ing)?|ax(?:e|es|ed|ing)|shed(?:s|ding)?|cut(?:s|ting)?|mothball(?:s|ed|ing)?|scrap(?:s|ped|ping)?)"
    r"(?: (?!of\b|in\b|on\b|at\b|by\b|for\b|its\b)[\w-]+){0,2}$",
    re.IGNORECASE,
)
_OF_ITS = re.compile(r" of (?:its|their|the|the (?:group|company|firm|chain|retailer)'s) (?:roughly |about |around |nearly |more than |existing |current |total )?")
# "40 of its 300 shops are to close", "all 85 stores had closed": not for a day or a while
OPENS_OR_CLOSES = re.compile(
    r"(?: of (?:its|their|the|the group's|the company's) [\d,]+ (?:[\w-]+ ){0,2}?\w+s)?(?: (?:in|at|near|across) (?:the )?[A-Z][\w'’.-]*(?:,? (?:and )?[A-Z][\w'’.-]*){0,3}(?:,(?= (?:that|which|are|is|were|will|would|have|has|had)\b))?)?(?: (?:that|which))?"
    r" (?:(?:(?P<ahead>will|would|(?:are|were|is|was) (?:set |due |expected |likely )?to)|have|has|had|could|may|might)(?: (?:also|now|all|already|then|since|eventually|finally))? )?"
    r"(?:(?:be|been|being|were) )?(?:(?P<opened>(?<!be )(?<!been )(?<!being )(?<!were )open(?:ed)?)|close|closed|shut|shuttered|axed)(?: down| permanently| their doors)?"
    r"(?! (?:at|early|earlier|late|later|higher|lower|temporarily|for|during|while|to the public|because|due|on (?:Christmas|Boxing|Easter|Sundays|Saturdays))\b)(?=[ ,.;]|$)"
)
# "three branches in Uganda, two in Rwanda and four in Tanzania", "128 Acme, 30 Globex and 22 Initech branches"
_LISTED = re.compile(r"(?: (?:in|at|near|across) (?:the )?(?:[A-Z][\w'’.-]* ?){1,4}| (?:[A-Z][\w'’&.-]* ?(?:of )?){1,4})?,?(?: and)? ?(?:another |a further )?")
# "will open 15 stores | this year and | 20 in 2022"
_THEN = re.compile(r" (?:in (?:[A-Z][a-z]+|\d{4})|(?:this|next|last) (?:year|month|quarter)),? and (?:another |a further )?")
# "added 3 million customers"
_GAINED = re.compile(r"\b(?:add(?:s|ed|ing)?|gain(?:s|ed|ing)?|won|attract(?:s|ed|ing)?|sign(?:s|ed|ing)? up|(?P<lost>lost|loses?|losing|shed))(?: (?:about|around|some|nearly|more than|over|almost|another|a further|an additional|a net))*$")
# "attracts 3 million visitors a month": so many come
_COMERS = frozenset({"visitor", "viewer", "passenger", "guest", "reader", "visit", "tourist", "spectator", "listener", "shopper", "people"})
_A_TIME = re.compile(r" (?:a|per|each|every) (?:day|week|month|year)\b")
# "a dividend of Rs 9 per equity share of Rs 2 each"
_FACE_VALUE = re.compile(r"\b(?:face|par|nominal) value (?:of )?$|\bshares? of $")


def _opened_or_closed(sentence: Sentence, mention: QuantityMention) -> Literal[-1, 0, 1]:
    """The sign of a change in the number of sites: +1 for those opened, -1 for those closed, 0 where it is a level."""
    if is_whole(sentence, mention):
        return 0
    found = _OPENED_OR_CLOSED.search(tail_of(sentence, mention)) or OPENS_OR_CLOSES.match(sentence.between(mention.end, sentence.end))
    return 0 if found is None else 1 if found["opened"] else -1


def is_whole(sentence: Sentence, mention: QuantityMention) -> bool:
    """True for the number that another is part of: "40 of its 300 shops"."""
    return any(one.end <= mention.start and _OF_ITS.fullmatch(sentence.between(one.end, mention.start)) for one in sentence.quantities)


def _counted(cue: Cue | None, predicate: str, before: Measurement | None) -> str | None:
    """What a bare number of people counts: "subscribers rose to 5.9 million"."""
    if predicate == "employees":
        return "employee"
    if before is not None and before.predicate == predicate and before.quantity.unit_type == "count":
        return before.quantity.unit
    words = cue.text.split() if cue is not None and not cue.verb else []
    if len(words) > 1 and words[-1].casefold() in _OF_WHAT:
        return lemma(words[-2].casefold())  # "its subscriber base rose to 17 million"
    return lemma(words[-1].casefold()) if words and words[-1].endswith("s") else None


_OF_WHAT = frozenset({"base", "count", "numbers", "total", "tally"})
_JOBS_CUT = re.compile(
    r"\b(?:cut|cuts|cutting|shed|axe|axed|eliminat\w+|lay(?:s|ing)? off|laid off|fir(?:e|es|ed|ing)|dismiss\w*|sack\w*|scrap\w*|remov\w*|redundanc\w+"
    r"|lay-?offs?|out of (?:a job|work)|slash\w*|lose|loss|losses|lost)\b",
    re.IGNORECASE,
)
_JOBS_MADE = re.compile(r"\b(?:creat\w+|add(?:s|ed|ing)?|hir\w+|recruit\w*)\b", re.IGNORECASE)
LEVELS_IN_PERCENT = ("margin", "market_share", "stake", "other", "jobs")
_A_LOSS = re.compile(r"\bloss(?:es)?\b[^,;]{0,25}$", re.IGNORECASE)
# "the 35-cent loss", "a 20-cent per-share loss"
_LOSS_NEXT = re.compile(r"[ -]?(?:(?:an?|per)[ -]share )?(?:[a-z]+ )?loss(?:es)?\b")


# "one percentage point of improvement in margins"
_OF_MOVE = re.compile(
    r" (?:of )?(?:[a-z]+ )?(?:(?P<down>contraction|decline|decrease|deterioration|drop|erosion|fall|pressure|reduction|squeeze)|expansion|gain|growth|improvement|increase|rise)\b"
)
# "priced from $459", "will start at $35,000"
_STARTS_AT = re.compile(
    r"\b(?:pric(?:ed|es)|sells?|selling|costs?|available|on sale|fares?|rooms?|tickets?|models?|one)\b[^.;,$£€]{0,40}? from (?:just |only |about |around )?$"
    r"|\b(?:start|begin)(?:s|ing|ning)? (?:at|from) (?:just |only |about |around )?$", re.IGNORECASE
)


def valued(one: Candidate) -> tuple[Quantity, Role] | None:
    """The quantity with its sign and unit, and its role; None if it cannot be an amount of its measure."""
    role, sign = role_of(one.sentence, one.mention, one.cue, one.predicate, one.inherited, one.before)
    if one.rule.startswith("<consensus>") and one.mention.quantity.unit_type == "percent" and one.cue is not None and one.cue.sign:
        return signed(one.mention.quantity, one.cue.sign), "change"
    if role != "change" and (before := _moved_alike(one, role)) is not None:
        role, sign = "change", -1 if (before.quantity.low or before.quantity.high or 0) < 0 else 1
    if not _is_possible(one, role):
        return None
    found = _with_sign(one, role, sign)
    if found is None:
        return None
    quantity, role = found
    if one.predicate == "eps":
        quantity, role = _a_share(one, quantity, role)
    if one.predicate == "price" and role == "level" and quantity.low == quantity.high and _STARTS_AT.search(one.head):
        quantity = quantity.model_copy(update={"high": None, "bound": "at_least"})
    unit = _unit(one)
    if unit is None and one.inherited and one.before is not None and one.before.quantity.unit_type == "physical" and quantity.unit_type == "count":
        return quantity.model_copy(update={"unit": one.before.quantity.unit, "unit_type": "physical"}), role  # "4m tonnes, up from 3.9m"
    return quantity if unit == quantity.unit else quantity.model_copy(update={"unit": unit}), role


def _moved_alike(one: Candidate, role: Role) -> Measurement | None:
    """The change before an amount that is one as well, of another or as expected: "Acme rose 3 percent and Globex 2 percent"."""
    before, quantity = one.before, one.mention.quantity
    if before is None or before.role != "change":
        return None
    of_another = role == "level" and (
        one.rule.startswith("<seller> ranks") and before.quantity.unit_type == quantity.unit_type
        or one.inherited and quantity.unit_type == "percent" and gapped_seller(one.sentence, before.mention, one.mention) is not None
    )
    return before if of_another or _is_rate_expected(one, before) else None


_GAPPED = re.compile(r"(?: (?:in|to|over|for|during) [^,;.]{2,30})?(?:,? (?:and|while|but)|,)(?: at)? (?:the )?(?:rival )?")
_OWNS = re.compile(r"(?:['’]s?)?(?: by)?(?: (?:just|only|about|nearly|almost|some))? ")


def gapped_seller(sentence: Sentence, before: QuantityMention, mention: QuantityMention) -> EntityMention | None:
    """Whose the second of two changes is that one verb tells: "Acme's sales rose 5 percent and Globex's 7 percent"."""
    return next(
        (
            one for one in sentence.entities
            if one.referent.type in ("organization", "product") and one.via != "coreference" and before.end < one.start and one.end < mention.start
            and _GAPPED.fullmatch(sentence.between(before.end, one.start)) and _OWNS.fullmatch(sentence.between(one.end, mention.start))
        ),
        None,
    )


# "rose 0.9 percent, compared with a 3.1 percent | forecast", "below the 3.5 percent | analysts had expected"
_RATE_EXPECTED = re.compile(
    r" (?:(?:that|which) )?(?:(?:(?:[a-z]+ )?(?:analysts|economists|brokers|investors)|Wall Street|the (?:market|company|group|City)|it)(?: (?:polled|surveyed)[^,;.]{3,40}?)? )?(?:(?:had|was|were|have|has) (?:been )?)?"
    r"(?:expected|forecast|estimated?|predicted|projected|anticipated|pencill?ed in|consensus)\b"
)


def _is_rate_expected(one: Candidate, before: Measurement) -> bool:
    """True for the rate at which what a change is told of had been expected to move."""
    if before.predicate != one.predicate or one.predicate in LEVELS_IN_PERCENT:
        return False
    return before.quantity.unit == one.mention.quantity.unit == "percent" and _RATE_EXPECTED.match(one.after) is not None


# "a rise in the dividend as it announced the sale of its Zeta business for £3m": what that fetches
_SALE_FOR = re.compile(r"\b(?:sale|purchase|acquisition|takeover|disposal) of [^,;.]{2,80} for (?:about |around |nearly |up to |more than )?$")


_THAN_EXPECTED = re.compile(
    r" (?:a share |per share )?(?:(?:more|less|better|worse|higher|lower|fewer) than|above|below|ahead of|short of|shy of) (?:what )?(?:the )?(?:[\w'’-]+ ){0,3}?"
    r"(?:analysts|forecasts?|expect(?:ed|ations?)|estimates?|consensus|Wall Street|projections?|predicted|economists)\b"
)


# "owns 30 percent and has an option on a further 20 percent"
_OPTION_ON = re.compile(r"\boptions? (?:on|over|to (?:buy|acquire|take|purchase)) (?:(?:up to|about|another|an?|the|additional|further|remaining) )*$")


def _is_possible(one: Candidate, role: Role) -> bool:
    quantity = one.mention.quantity
    if one.predicate == "dividend" and _FACE_VALUE.search(one.head) or one.predicate == "stake" and _OPTION_ON.search(one.head):
        return False
    if one.own is not None and not one.own.verb and one.predicate not in ("share_price", "price", "stake", "investment", "cost") and _SALE_FOR.search(one.sentence.between(one.own.end, max(one.own.end, one.mention.start))):
        return False
    if role == "change" and one.predicate in ("eps", "profit", "operating_profit", "revenue", "sales") and _THAN_EXPECTED.match(one.after):
        return False  # "earned 44 cents a share, two cents more than analysts had forecast"
    if one.predicate == "share_price" and quantity.unit_type == "currency" and (quantity.low or quantity.high or 0) >= 1e6:
        return False
    return quantity.unit_type != "percent" or role == "change" or one.own is not None and bool(one.own.sign) or one.predicate in LEVELS_IN_PERCENT or role == "earlier" and _of_growth(one)


def _of_growth(one: Candidate) -> bool:
    """True for the earlier rate of growth: "sales growth eased to 2 percent from 5 percent"."""
    cue = one.cue
    return cue is not None and (cue.text.casefold().endswith("growth") or one.sentence.between(cue.end, cue.end + 7) == " growth")


def _with_sign(one: Candidate, role: Role, sign: int) -> tuple[Quantity, Role] | None:
    """The quantity as a level or a signed change: opened, gained, hired and dismissed are changes."""
    quantity, tail = one.mention.quantity, tail_of(one.sentence, one.mention)
    if one.own is not None and one.own.sign is not None:
        return signed(quantity, one.own.sign), "change" if one.own.sign else "level"
    if one.predicate == "sites" and AT_ITS.search(one.head):
        return quantity, "level"
    if one.predicate == "cost" and role == "level" and one.inherited and one.before is not None and one.before.role == "change" and one.before.cue is not None and one.before.cue.sign:
        return signed(quantity, one.before.cue.sign), "change"  # "made savings of $3m, above its target of $2m"
    if role == "change":
        return signed(quantity, sign), role
    if quantity.unit in ("percentage_point", "basis_point") and (moved := _OF_MOVE.match(one.after)) is not None:
        return signed(quantity, -1 if moved["down"] else 1), "change"
    if one.predicate == "sites" and role == "level" and one.before is not None and one.before.predicate == "sites" and one.before.role == "change" and (
        _LISTED.fullmatch(gap := one.sentence.between(one.before.mention.end, one.mention.start)) or _THEN.fullmatch(gap)
    ):  # fmt: skip
        return signed(quantity, -1 if (one.before.quantity.high or one.before.quantity.low or 0) < 0 else 1), "change"
    if one.predicate == "sites" and (opened := _opened_or_closed(one.sentence, one.mention)):
        return signed(quantity, opened), "change"
    if one.predicate == "users" and role == "level" and (gained := _GAINED.search(tail)) and not (gained.group().startswith("attract") and (quantity.unit in _COMERS or _A_TIME.match(one.after))):
        return signed(quantity, -1 if gained["lost"] else 1), "change"
    return _jobs(one) if one.predicate == "jobs" else (quantity, role)


def _jobs(one: Candidate) -> tuple[Quantity, Role] | None:
    """Jobs are told as a change: those cut, else those made."""
    quantity = one.mention.quantity
    if one.before is not None and one.inherited:
        if one.before.predicate != "jobs" or quantity.unit_type == "percent" and not OF_STAFF.match(one.after):
            return None
        return signed(quantity, -1 if (one.before.quantity.high or 0) < 0 else 1), "change"
    cut = _JOBS_CUT.search(one.sentence.text)
    if cut is None and _JOBS_MADE.search(one.sentence.text) is None:
        return None
    return signed(quantity, -1 if cut else 1), "change"


# "earnings per share were ($0.04)": what accounts put in brackets is below nothing
_ACCOUNTED = re.compile(r"\b(?:of|was|were|is|are|at|to|from) \($")


def _a_share(one: Candidate, quantity: Quantity, role: Role) -> tuple[Quantity, Role]:
    """Earnings a share, negative for a loss."""
    tail = tail_of(one.sentence, one.mention)
    if role == "change" and quantity.unit_type == "currency" and tail.endswith("lost"):
        return signed(one.mention.quantity, -1), "level"  # "lost 29 cents per share": that is the result
    of_loss = one.before is not None and one.before.predicate == "loss" or one.cue is not None and one.cue.predicate == "loss"
    told = one.before if one.inherited and one.before is not None and one.before.predicate == "eps" and one.before.role != "change" else None
    of_loss = of_loss or told is not None and (told.quantity.high or 0) < 0
    of_loss = of_loss or one.after.startswith(")") and _ACCOUNTED.search(one.head) is not None
    return (signed(quantity, -1) if of_loss or _A_LOSS.search(tail) or _LOSS_NEXT.match(one.after) else quantity), role


def _unit(one: Candidate) -> str | None:
    """What is counted: "28,000 vehicle deliveries" vehicles, "1,100 of the job cuts" jobs, "seven factory closures" factories."""
    unit, words = one.mention.quantity.unit, (one.mention.noun or "").split()
    if one.rule == "<quantity> deliveries":
        return lemma(words[-2]) if len(words) > 1 and words[-2].islower() else None
    if one.rule.endswith("<openings>"):
        return lemma(words[-2])
    if one.predicate == "jobs" and (unit in ("cut", "layoff", "redundancy", "loss") or unit is None and one.mention.quantity.unit_type == "count"):
        return "job"
    if unit is None and one.mention.quantity.unit_type == "count" and one.predicate in ("users", "employees", "sites"):
        return _counted(one.cue, one.predicate, one.before)
    return unit
