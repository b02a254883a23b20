"""What a counted quantity measures: by its noun ("stores"), its verb ("sold"), or the measure it is a level of."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extractor.claims.classes import subjects_up
from extractor.claims.cues import Cue, measure_of, stance_noun
from extractor.claims.reach import level_verbs, tail_change, verb_before
from extractor.claims.roles import OF_WHOLE
from extractor.lexicon import any_of, terms
from extractor.mentions.counted import lemma
from extractor.mentions.types import QuantityMention
from extractor.reading import Sentence
from extractor.tokens import Token

if TYPE_CHECKING:
    from extractor.claims.measures import Measurement

Found = tuple[Cue | None, str, str, bool] | None

_SOLD = re.compile(
    r"^[^,;.]{0,60}?\b(?:(?:was|were|have been|had been|has been|be|being) )?(?<!has )(?<!have )(?<!had )(?:sold|shipped|delivered|registered(?! [a-z]+s\b)|exported)\b"
)
_PRODUCED = re.compile(r"^[^,;.]{0,40}?\b(?:were|was|are|be) (?:produced|built|manufactured|made)\b|^ (?:produced|built|manufactured)\b(?! by\b)")
_MORE_THAN = re.compile(r"(?:more|fewer) ")
_TOP = re.compile(r"\b(?:(?<!to )(?<!will )(?<!would )(?<!could )(?<!should )(?<!may )top|largest|biggest|leading)$")
# "3 million shares changed hands", "a daily average of 400,000 shares"
_TRADED = re.compile(r"(?: [\w-]+){0,3}? (?:(?:have |had )?changed hands|(?:were|have been|had been) traded)\b")
# "is to buy 10 aircraft from Globex": such are made to order
_FLEET = frozenset({"aircraft", "airplane", "airliner", "plane", "jet", "locomotive", "tanker", "submarine", "frigate", "helicopter"})
_BUYS = re.compile(r"\b(?:buy(?:s|ing)?|bought|purchas(?:e|es|ed|ing))(?: (?:about|around|nearly|some|another|a further|an additional|up to|at least|more than|as many as))*$")
_OF_ITS_FLEET = re.compile(r"^(?:older|old|ageing|aging|used|surplus|second-hand|idle|grounded|unused|retired)\b", re.IGNORECASE)
_LEFT_OVER = re.compile(r" (?:second-hand|used)\b|[^,;.]{0,40} (?:on lease|second-hand|at auction)\b")
_DAILY_AVERAGE = re.compile(r"\b(?:daily average|average daily)(?: trading)?(?: volume)?(?: of)?$|\baverage (?:trading )?volume of$")
_SECURITIES = frozenset({"share", "stock", "bond", "note", "stake", "unit trust"})
_SALES_COUNTED = frozenset({"delivery", "shipment", "sale", "registration"})
_CARGO = frozenset("teu container parcel package letter passenger barrel tonne bag piece consignment".split())
# "employs 300 workers" here, "with a staff of 300 workers" right before
_EMPLOYS = re.compile(r"\b(?:employ\w*|workforce|headcount|payroll|hir\w+|recruit\w*|lay\w* off|laid off|dismiss\w*)\b", re.IGNORECASE)
_EMPLOYED = re.compile(r"\bemploy(?!ment\b)|\bwork(?:s|ed|ing)? (?:for|at)\b|\bstaff|\bworkforce|\bhir")
_HAS = re.compile(r"\b(?:ha[sd]|have|having|with|staff of|total(?:l?ing|led|ed)?(?: of)?|boasts?)(?: (?!been\b)[\w-]+(?:,\d{3})*){0,3} $|\b(?:cut|shed|axe|fir)\w*(?: [\w-]+){0,3} $", re.IGNORECASE)
_GONE = re.compile(r" (?:have |has |had )?(?:left|quit|resigned|died|(?:were|was) (?:killed|injured|hurt|arrested))\b")
_HARMED = re.compile(r"\b(?:kill|injur|hurt|wound|trap|arrest|kidnap|rescu)\w*(?: (?:about|around|some|nearly|at least|more than|up to|over))* $")
_OWNED = re.compile(r"(?:\w's?|\bits|\btheir|\bwhose|\bour) (?:(?:about|around|some|roughly|nearly|almost|more than|over|current|total|remaining) )*$")
# "the 60 fitters | at the works"
_ALL_THE = re.compile(r"\b(?:[Tt]he|[Aa]ll(?: the)?) (?:(?:about|around|some|roughly|nearly|almost|more than|over|remaining) )*$")
AT_WORK = re.compile(
    r" (?:who work |working |employed |based )?(?:at|in) (?:the|its|their|this|both|[A-Z][\w&.-]*(?:['\u2019]s)?) (?:(?!of\b|in\b|for\b)[\w'\u2019-]+ ){0,3}?"
    r"(?:plants?|factor(?:y|ies)|mills?|sites?|works|mines?|shipyard|yard|refinery|smelter|depots?|warehouses?|stores?|shops?|offices?|cent(?:re|er)s?|facilit(?:y|ies)|brewery|foundry|headquarters|hotel|call cent(?:re|er))\b"
)
# "has 300 rooms", "with 300 beds", "a hotel of 300 rooms"
_HOLDS = re.compile(r"\b(?:ha[sd]|have|having|with|of|offer(?:s|ing)?|boast(?:s|ing)?|feature(?:s|d)?|featuring|contain(?:s|ing)?|compris(?:e|es|ing)|hold(?:s|ing)?|includ(?:e|es|ing))$", re.IGNORECASE)
_OF_ITS = re.compile(r"\bof (?:its|their|the)\b")
_CHAIN = re.compile(r" (?:[\w-]+ ){0,3}?(?:chain|group|retailer|company|firm|network|estate|operator|business|empire|portfolio)\b")
# "passed the 5 million subscriber mark"
_USER_MARK = re.compile(r"[ -](?:monthly |daily |active |paying |paid )*(?:user|subscriber|customer|member|passenger) (?:mark|milestone|threshold|barrier)\b")
_HOUSE = re.compile(r" (?:[\w-]+ ){0,3}?(?:hotels?|resorts?|hospitals?|hostels?|lodges?|clinics?|stadiums?|arenas?|theatres?|theaters?|cinemas?|aircraft|jets?|ships?|ferry|cruise|camps?|propert(?:y|ies)|towers?|block)\b")
# meals "from 3,000 restaurants": those of others
_ELSEWHERE = re.compile(r"\b(?:from|by|in|at|through|via|for|between|to)$")
_STOOD_AT = re.compile(r"\b(?:peak|stand|stood|start|end|finish|total|number)\w* (?:at|to|with)$")
_MORE_SITES = re.compile(r"\s(?:more|others|new ones)\b")
_ENDS = re.compile(r" (?:in|at|across|around|worldwide|globally|on|there)\b|[.,;]|$")
# what is put to use rather than on the payroll
_NOT_EMPLOYED = frozenset({"machine", "robot", "truck", "vehicle", "ship", "drone", "computer", "time", "method", "tactic", "strategy", "technology", "device", "tool"})
_SERVED = frozenset({"company", "organization", "organisation", "school", "hospital", "merchant", "farmer", "retailer", "restaurant", "city", "student", "patient", "team", "client", "customer", "household", "home", "business", "store"})
_MEASURED_BY_COUNT = ("units_sold", "sales", "orders", "production", "capacity", "users", "employees", "jobs", "sites")
_TOTAL_OF = re.compile(r" (?:(?:at|in|on|with|from) [\w' ]{2,25})?(?:of|for) (?:(?:about|around|some|nearly|almost|more than|over|at least|up to|just|only|roughly|a total of|as many as|fewer than|less than) )*$")
_PLANNED = re.compile(r"(?: (?:are|is))? (?:planned|expected|due|scheduled|to come|to follow)\b")
_OPENINGS = frozenset({"opening", "closure", "closing"})
_TOTALLED = ("capacity", "production", "orders", "employees")
# who or what is counted all together: "passenger numbers of 300,000", "exports of 40,000 cars"
_ALL_OF_THEM = re.compile(r"\b(?:numbers|base|count|tally|traffic|volumes?|exports|imports|registrations|deliveries|shipments|sales)$", re.IGNORECASE)
# however few: "deliveries rose to 18 jets"
_MOVED_TO = re.compile(r"\b(?:rose|climbed|fell|grew|dropped|declined|slipped|jumped|increased|decreased|sank|slid|edged (?:up|down)) to\s*$")


@cache
def _reached() -> re.Pattern[str]:
    """What stands between a measure and the count that is its level: "deliveries will reach 300", "fell to a record low of 300"."""
    return re.compile(
        r"\b(?:to|were|was|be|been|(?<=sales )of|(?<=deliveries )of|(?<=shipments )of|by|at|is|are|from|over|than|cross(?:ed|es)?|number(?:s|ed)?"
        rf"|{any_of(level_verbs())}"
        r"|(?:reach|hit|touch|set)\w* (?:an? )?(?:(?:new|all-time|record|fresh|historic) )*(?:high|low|peak|total|level|record) of)\s*$",
        re.IGNORECASE,
    )


# "the layoff of 40 workers", "layoffs that will affect 40 workers", "put 40 people out of work"
_LAID_OFF = re.compile(r"\b(?i:lay-?offs?|dismissal|redundancy|job cuts)\b[^,;]{0,30}? (?:of|affect\w*|hit\w*) (?:[\w-]+ ){0,2}$")
# "agreed to buy 13 stores": those of somebody else; "The two plants": told already
_BOUGHT_OR_KNOWN = re.compile(r"\b(?:buy|buys|buying|bought|acquir\w+|purchas\w+) (?:\w+ )?$|(?:\b[Tt]hese|\b[Tt]hose|\bThe) $")
# "will sell it at its 40 shops": those that it has
AT_ITS = re.compile(
    r"\b(?:at|in|inside|across|through|throughout|from|via|to|among|for)(?: (?:all|each|most|many|some|every one))?(?: of)? (?:its|their)"
    r"(?: (?:about|around|roughly|some|nearly|almost|more than|over|existing|current|remaining|own|other|total))* $"
)
_OUT_OF_WORK = re.compile(r"\s*out of (?:a job|work)\b")
_USED = re.compile(r"\s(?:already |now |currently |who )?(?:use|using|used|subscribe|subscribed|have signed up)\b")
# what a plant makes in a month is what it can make
_A_MONTH = re.compile(r"(?: of [\w-]+(?: [\w-]+)?)? (?:a|per|each|every) (?:day|week|month|year)\b| annually\b")
_ABLE = re.compile(r"\b(?:can|could|able to|capable of|capacity|will (?:\w+ )?(?:produce|make|build|assemble|turn out|churn out)|to (?:produce|make|build|assemble|turn out|churn out))\b")


# what is dug out is made, not only what can be: "the mine will produce 300 tonnes a day"
_CAN = re.compile(r"\b(?:can|could|able to|capable of|capacity)\b")
_DUG = re.compile(r"\b(?:mines?|oilfields?|wells?|deposits?|quarry)\b")


# "is expanding its Oslo factory to 200,000 vehicles a year"
_EXPANDS = re.compile(
    r"\b(?:expand(?:s|ed|ing)?|enlarg(?:e|es|ed|ing)|extend(?:s|ed|ing)?|upgrad(?:e|es|ed|ing)|ramp(?:s|ed|ing)? up) (?:its|the|their|an?|[A-Z][\w&.-]*['’]s) (?:[\w&.'’-]+ ){0,4}?(?:plants?|factory|factories|mill|mine|lines?|works|facility|brewery|refinery|site|shipyard)"
    r"(?: (?:in|at|near) [A-Z][\w, -]{2,30}?)? to (?:(?:about|around|some|nearly|up to|more than|over|as many as) )*$"
)
# what it hopes to make is production to come
_HOPES = re.compile(r"\b(?:hop|aim|want|target)\w* to (?:\w+ )?(?:make|produce|build|assemble|turn out|churn out)\b")


def count(
    sentence: Sentence,
    mention: QuantityMention,
    nouns: list[Cue],
    verbs: list[tuple[Cue, str]],
    before: Measurement | None,
    start: int,
    tail: str,
    after: str,
) -> Found:
    """The measure of a counted quantity: by its noun ("stores"), its verb ("sold"), or the measure it is a level of."""
    unit = (mention.quantity.unit or "").casefold()
    if _TOP.search(tail) or _MORE_THAN.match(mention.noun or "") and " than" in after[:8]:
        return None  # "the top three vendors", "13,000 more cars than it sold"
    if unit in _MEASURING:
        return None  # "has 300 passengers and a range of 8,870 miles"
    if unit in _TAKEN and _is_of_one_time(sentence, mention, tail, after):
        return None
    if unit == "share" and _DAILY_AVERAGE.search(tail):
        return None, "volume", "daily average of <quantity> shares", False
    if unit in _FLEET and _BUYS.search(tail) and " of " not in sentence.between(mention.start, mention.end + 4) and not _LEFT_OVER.match(after):
        return None, "orders", "<company> buys <quantity>", False
    if _EXPANDS.search(sentence.between(sentence.start, mention.start)) and _A_MONTH.match(after):
        return None, "capacity", "<company> expands its <plant> to <quantity> a year", False
    verb = verb_before(sentence, mention, verbs, "n")
    return (
        _by_what_was_done(unit, verb, after)
        or _by_noun(sentence, mention, unit, verb, tail, after)
        or (None if _is_of_part(sentence, mention) else _by_verb(sentence, mention, unit, verb, after))
        or _by_measure_before(sentence, mention, nouns, start, tail)
        or _by_series(sentence, mention, before)
        or _by_forecast(sentence, mention, nouns, unit)
    )


def is_able(sentence: Sentence, after: str) -> bool:
    """True if what is made in a month is what can be made."""
    return _A_MONTH.match(after) is not None and (_DUG.search(sentence.text) is None or _CAN.search(sentence.text) is not None) and _ABLE.search(sentence.text) is not None and not _HOPES.search(sentence.text)


def _is_of_part(sentence: Sentence, mention: QuantityMention) -> bool:
    """True for the whole that the count before is a part of: "sold 64 of the 400 flats"."""
    before = max((one.end for one in sentence.quantities if one.end <= mention.start), default=None)
    return before is not None and OF_WHOLE.fullmatch(sentence.between(before, mention.start)) is not None


def _by_what_was_done(unit: str, verb: Cue | None, after: str) -> Found:
    """What the words after a count say was done with it: "cars sold", "people use"."""
    if not (verb and verb.predicate == "production"):
        if unit in _SALES_COUNTED:
            return None, "units_sold", "<quantity> deliveries", False
        if _SOLD.match(after) and measure_of(unit) != "employees" and unit not in _SECURITIES:
            return None, "units_sold", "<quantity> of <product> sold", False
    if unit == "share" and _TRADED.match(after):
        return None, "volume", "<quantity> shares traded", False
    if _PRODUCED.match(after):
        return None, "production", "<quantity> of <product> produced", False
    if _USED.match(after):
        return None, "users", "<quantity> of <users> use <product>", False
    return None


_MOST_SITES = 1_000_000


def _by_noun(sentence: Sentence, mention: QuantityMention, unit: str, verb: Cue | None, tail: str, after: str) -> Found:
    """The measure that the counted noun itself is: stores are sites, subscribers users, rooms capacity."""
    if not unit and _USER_MARK.match(after):
        return None, "users", "<quantity> <user> mark", False
    own = measure_of(unit) or _of_compound(mention) if unit else None
    head = sentence.between(sentence.start, mention.start)
    if own == "sites" and (mention.quantity.low or mention.quantity.high or 0) > _MOST_SITES:
        return None  # "eight million plants" grow
    if own == "sites" and AT_ITS.search(head):
        return None, "sites", "<quantity> <sites>", False
    if unit in _OPENINGS and (sites := (mention.noun or "").split()[:-1]) and measure_of(sites[-1]) == "sites":
        planned = _PLANNED.match(after)
        cue = Cue(mention.end - len(unit), mention.end, unit, "sites", sign=1 if unit == "opening" else -1, stance="intent" if planned else None)
        return cue, "sites", "<quantity> <site> <openings>", False
    if (own == "employees" or not unit) and (_OUT_OF_WORK.match(after) or _LAID_OFF.search(head)):
        return None, "jobs", "layoffs of <quantity>", False
    if own and unit not in ("people", "staff") and _is_singular(mention, unit):
        return _by_modifier(own, after)
    if unit in ("people", "person") and verb is not None and verb.predicate in ("users", "volume"):
        return verb, "users", "<company> serves <quantity> users", False  # "carried 24 million people"
    if own == "employees" and not _is_staff(sentence, mention, unit, verb, head, after):
        return None
    if own == "capacity" and not _HOLDS.search(tail):
        return None
    if own == "sites" and _AT.fullmatch(tail) and _of_staff(sentence, mention):
        return None, "sites", "<employees> at <quantity> <sites>", False  # "employs 1,900 people at 14 plants"
    if own == "sites" and (_ELSEWHERE.search(tail) and not tail_change(tail.rpartition(" ")[0]) and not _STOOD_AT.search(tail) or _BOUGHT_OR_KNOWN.search(head)):
        return None
    if own == "employees" and verb and verb.predicate == "jobs" and not tail.endswith((" to", " at")) and not OF_WHOLE.search(sentence.between(verb.end, mention.start)):
        own = "jobs"
    if own == "jobs" and OF_WHOLE.search(head) and not head.endswith("on top of the "):
        return None, "employees", "<part> of <quantity> <employees>", False
    return (verb, own, f"<quantity> <{own}>", False) if own else None


_AT = re.compile(r"(?: (?:staff|people|workers|employees))? ?(?:at|in|across|over)(?: (?:its|their))?")


def _of_staff(sentence: Sentence, mention: QuantityMention) -> bool:
    """True if the quantity right before counts staff."""
    last = next((one for one in reversed(sentence.quantities) if one.end <= mention.start), None)
    return last is not None and last.quantity.unit_type == "count" and (last.quantity.unit or "").casefold() in terms("staff_nouns")


# what a plane or a hall has room for, and who comes to a party: "can carry 290 passengers", "attended by 5,000 guests"
_SEATS = re.compile(
    r"\b(?:seat(?:s|ing)?|hold(?:s|ing)?|fit(?:s|ting)?|accommodat(?:e|es|ing)|with|(?:can|could|to|of|may) (?:fly|take|transport)|carr(?:y|ies|ied|ying)|(?:room|space) for)"
    r"(?: (?:up to|between|about|around|some|from|more than))*(?: \d+ (?:to|and))?\s*$"
)
_SEATED = 2_000
_MEASURING = frozenset({"mile", "yard", "hour", "minute", "second", "degree"})
_TAKEN = frozenset({"passenger", "guest", "people", "person", "traveller", "traveler", "spectator", "visitor"})
_ATTENDED = re.compile(r"\b(?:attended by|in front of|before|invited|welcomed|greeted by|ceremony (?:of|for|with)|watched by)(?: (?:about|around|some|over|more than|nearly))*\s*$")


def _is_of_one_time(sentence: Sentence, mention: QuantityMention, tail: str, after: str) -> bool:
    """True for people whom a plane or a hall has room for, or who came to see it once; not for those of a month or a day."""
    if sentence.periods or _A_MONTH.match(after):
        return False
    seated = _SEATS.search(tail) is not None and (mention.quantity.high or 0) < _SEATED
    return seated or _ATTENDED.search(sentence.between(sentence.start, mention.start)) is not None


def _of_compound(mention: QuantityMention) -> str | None:
    """The measure of what only two words together name: "base stations", "distribution centres"."""
    words = (mention.noun or "").split()
    return measure_of(" ".join(words[-2:])) if len(words) > 1 else None


def _by_modifier(own: str, after: str) -> Found:
    """What a counted noun in the singular tells of what it modifies: "the 27-store chain", "a 300-room hotel", not "the 11-member pact"."""
    if own == "sites" and _CHAIN.match(after):
        return None, own, "<quantity>-<site> chain", False
    if own == "capacity" and _HOUSE.match(after):
        return None, own, "<quantity>-<room> <house>", False
    return None


def _is_staff(sentence: Sentence, mention: QuantityMention, unit: str, verb: Cue | None, head: str, after: str) -> bool:
    """True for people that are told to work for somebody: "employs 300 people", "its 300 workers", "with a staff of 300"."""
    if _GONE.match(after) or _HARMED.search(head):
        return False
    if (_OWNED.search(head) or _ALL_THE.search(head) and AT_WORK.match(after)) and unit not in ("people", "person"):
        return True
    if unit in ("people", "person"):
        return bool(_EMPLOYED.search(sentence.text))
    near = sentence.between(max(sentence.start, mention.start - 40), mention.start)
    return bool(_HAS.search(near) or _EMPLOYS.search(sentence.text) or verb and verb.predicate == "jobs")


def _by_verb(sentence: Sentence, mention: QuantityMention, unit: str, verb: Cue | None, after: str) -> Found:
    """The measure that the verb makes of goods or of a bare number: "ships 400 pumps", "opens 40 more", "employs 4,900"."""
    if verb is None or verb.predicate == "units_sold" and _OTHER_VERB.search(sentence.between(verb.end, mention.start)):
        return None
    if verb.predicate == "sites" and _MORE_SITES.match(after) and unit in ("", "more"):
        return verb, "sites", "<company> opens <quantity> more", False
    if verb.predicate == "employees" and measure_of(unit) in (None, "employees") and (
        (not unit and _ENDS.match(after) or unit and unit not in _NOT_EMPLOYED) and not _OTHER_VERB.search(sentence.between(verb.end, mention.start))
    ):  # fmt: skip
        return verb, "employees", "<company> employs <quantity>", False
    if verb.predicate == "users" and unit in _SERVED:
        return verb, "users", "<company> serves <quantity> users", False
    boxed = unit == "case" and _OF_DRINK.match(after) is not None
    if verb.predicate not in ("units_sold", "production", "volume") or unit in terms("entity_descriptions") or unit in terms("not_goods") and not boxed:
        return None
    if verb.text.casefold().startswith("purchas") and not _is_by_customers(sentence.token(verb.start)):
        return None  # "will purchase 20 planes": what it orders, and does not sell
    if unit in _FLEET and verb.text.casefold().startswith(("sell", "sold")) and _OF_ITS_FLEET.search(mention.noun or ""):
        return None  # "plans to sell six older jets"
    if unit == "unit" and _OF_ITS.search(mention.quantity.text):
        return None  # "sold three of its units"
    if not unit and (verb.predicate == "volume" or _BY_THE_WAY.search(sentence.between(verb.end, mention.start))):
        return None  # "sold with either 15 or 17 inches"
    if verb.predicate == "volume" and is_able(sentence, after):
        return verb, "capacity", "<plant> can handle <quantity> a month", False
    if verb.predicate == "volume" and verb.text.lower().startswith("mov") and unit not in _CARGO:
        return verb, "units_sold", "<company> moves <quantity> of <product>", False
    if verb.predicate == "production" and is_able(sentence, after):
        return verb, "capacity", "<plant> can make <quantity> a month", False
    return verb, verb.predicate, f"<company> {verb.predicate}-verb <quantity>", False


# "employs 30 and gets 20 letters a day"
_OTHER_VERB = re.compile(r"\d[^.;]*\band (?:[a-z]+s|had|got|sold|made|won|lost) ")
_BUYERS = frozenset({"customer", "consumer", "buyer", "shopper", "user", "household", "people", "fan", "client", "driver", "motorist", "reader", "viewer", "visitor", "tourist"})


def _is_by_customers(verb: Token) -> bool:
    """True if goods are bought by customers, or by nobody that is named: "consumers purchased 3 million phones"."""
    subject = next(subjects_up(verb, 4), None)
    return subject is None or subject.dep_ == "nsubjpass" or lemma(subject.lower_) in _BUYERS


_BY_THE_WAY = re.compile(r"\bwith (?:[^,;]{0,25} )?$")


def _by_measure_before(sentence: Sentence, mention: QuantityMention, nouns: list[Cue], start: int, tail: str) -> Found:
    """The measure noun before a count: "deliveries rose to 40", "a workforce of 400"."""
    last = next((cue for cue in reversed(nouns) if start <= cue.start and cue.end <= mention.start), None)
    if last is None or last.predicate not in _MEASURED_BY_COUNT:
        return None
    if last.predicate == "employees" and measure_of(mention.quantity.unit or "") not in (None, "employees"):
        return None  # "39,000 people at 125 sites"
    few = (mention.quantity.low or mention.quantity.high or 0) < 20
    if mention.quantity.unit not in (None, "unit") and few and not tail.endswith("sales") and not _MOVED_TO.search(tail):
        return None
    if (last.predicate in _TOTALLED or _ALL_OF_THEM.search(last.text)) and _TOTAL_OF.match(sentence.between(last.end, mention.start)):
        return last, last.predicate, f"<{last.predicate}> of <quantity>", False
    if _reached().search(tail) or mention.direction or tail_change(tail):
        return last, last.predicate, f"<{last.predicate}> <change or level> <quantity>", False
    return None


_OF_THEM = re.compile(r" of (?:them|these|which|whom) (?:(?:are|is|work|live) )?(?:in|at|overseas|abroad|outside)\b")
_OF_WHOM = re.compile(r"(?: (?:worldwide|globally|overall|in total|in all|around the world|across the group|in [A-Z]\w+))?,? (?:of (?:whom|which)|(?:with|including)) (?:(?:about|around|some|nearly|more than|over|just) )*")
_THERE = re.compile(r" (?:(?:are|is|work|were) )?(?:based )?(?:in|at|overseas|abroad|outside)\b")


# "to 29 million customers, a net addition of 640,000"
_NET_ADDED = re.compile(r"\b(?P<how>(?:net )?(?:additions?|adds?) of|(?:adding|gaining)) (?:(?:about|around|nearly|almost|more than|over|some|another|a net) )*$")


def _by_series(sentence: Sentence, mention: QuantityMention, before: Measurement | None) -> Found:
    """The measure of the quantity before that a count goes on with: "40, up from 30", "300, 40 of them in Spain"."""
    if before is not None and before.predicate in ("employees", "sites", "jobs", "users") and before.quantity.unit_type == "count":
        gap, after = sentence.between(before.mention.end, mention.start), sentence.between(mention.end, sentence.end)
        if gap.startswith(",") and _OF_THEM.match(after) or _OF_WHOM.fullmatch(gap) and _THERE.match(after):
            return before.cue, before.predicate, "<quantity>, <quantity> of them", True
        if mention.quantity.unit is None and (added := _NET_ADDED.search(gap)):
            start = before.mention.end + added.start("how")
            return Cue(start, start + len(added["how"]), added["how"], before.predicate, sign=1), before.predicate, "net addition of <quantity>", False
    counted = before is not None and (before.quantity.unit_type in ("count", "percent") or before.quantity.unit_type == "physical" and mention.quantity.unit is None) and before.predicate in _MEASURED_BY_COUNT
    if before is not None and counted and _continues_count(sentence, before, mention):
        return before.cue, before.predicate, "<quantity>, <ellipsis> <quantity>", True
    return None


def _is_singular(mention: QuantityMention, unit: str) -> bool:
    text = mention.quantity.text
    return text.endswith(unit) and bool(re.search(rf"\b{re.escape(unit)}$", text)) and (mention.quantity.high or 2) > 1


# "sales of 4 million, launching 28 new models"
_BRINGS_OUT = re.compile(r"\b(?:launch|introduc|unveil|develop|releas|recall|replac)\w* (?:[a-z]+ )?$")


def _continues_count(sentence: Sentence, before: Measurement, mention: QuantityMention) -> bool:
    """A count goes on with the measure before it if it names no other thing and the words link the two."""
    gap = sentence.between(before.mention.end, mention.start)
    unit = mention.quantity.unit
    same = unit in (None, before.quantity.unit, "unit", "vehicle", "car", "model") and not _BRINGS_OUT.search(gap)
    linked = re.search(
        r"\b(?:compared|against|versus|from|to|up|down|then|increase|decline|rise|fall|drop|grew|by|below|above|beat\w*|miss\w*|top\w*|exceed\w*"
        r"|(?:last|previous|prior) year['’]s|(?:estimates?|forecasts?|expectations?|target|goal|guidance) (?:of|for))\b|\((?:(?:19|20)\d\d: )?$", gap
    )
    return same and bool(linked)


# "cut its forecast for the year to March to | 3 million phones", "kept its sales target of | 2 million vehicles"
_FORECAST_OF = re.compile(
    r"(?P<noun>\b(?:(?:shipment|delivery|unit|volume|export|registration) )?(?:forecasts?|targets?|guidance|outlook|projections?|goals?|estimates?))(?: (?:for|of) (?!.*\b(?:from|by)\b)[^;]{2,60}?)?"
    r" (?:(?:remains |was |is |were |are )?(?:unchanged |steady )?at|to|of|is|was) (?:(?:about|around|nearly|almost|just|some|between|more than|at least) )*$",
    re.IGNORECASE,
)
_FEWEST_FORECAST = 1000
# "sold 30 million cases of beer"
_OF_DRINK = re.compile(r" of (?:[\w-]+ ){0,3}?(?:beers?|lager|ale|cider|wines?|champagne|spirits?|whisk(?:e)?y|vodka|gin|rum|tequila|brandy|cognac|water|soda|juice|drinks?|cola)\b", re.IGNORECASE)


def _by_forecast(sentence: Sentence, mention: QuantityMention, nouns: list[Cue], unit: str) -> Found:
    """The goods that a forecast or target is told in: of what is made, if its noun says so, else of what is sold."""
    if (mention.quantity.low or mention.quantity.high or 0) < _FEWEST_FORECAST or unit and (measure_of(unit) or unit in terms("not_goods") or unit in terms("staff_nouns")):
        return None
    match = _FORECAST_OF.search(sentence.between(sentence.start, mention.start))
    if match is None or (stance := stance_noun(match["noun"])) is None:
        return None
    start = sentence.start + match.start()
    named_so = [cue for cue in nouns if cue.end <= mention.start and cue.end >= start - 1]
    if any(cue.predicate not in _FORECAST_IN for cue in named_so):
        return None
    predicate = named_so[-1].predicate if named_so else "units_sold"
    return Cue(start, start + len(match["noun"]), match["noun"], predicate, stance=stance), predicate, "<aim> of <quantity> of <product>", False


_FORECAST_IN = frozenset({"sales", "units_sold", "production"})
