"""Fills the slots of a measurement: subject, product, place and period, from the words around its quantity.

What the sentence leaves out is taken from the measurement before it: figures come in series, and a series names its
company, market and quarter once.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING

from extractor.claims.cues import Cue, noun_cues
from extractor.claims.draft import named
from extractor.lexicon import terms
from extractor.mentions.types import EntityMention, PeriodMention, QuantityMention, Referent
from extractor.reading import Reading, Sentence
from extractor.record import Period, Place

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractor.claims.measures import Measurement

# measures that a company reports for a period: a series of them speaks of one quarter or year
_SERIES = ("orders",)
RESULTS = frozenset({"sales", "units_sold", "revenue", "profit", "operating_profit", "loss", "margin", "eps", "orders",
                     "production", "cost", "volume"})  # fmt: skip
_POSSESSED = re.compile(r"^(?:'s?|’s?)\s+(?:[\w&/.%-]+,?\s+){0,6}$")
_PRONOUN_POSSESSED = re.compile(r"^\s+(?:[\w&/.-]+\s+){0,5}$")
_COMPOUND = re.compile(
    r"^(?:\s|-[a-z]+\s)(?:(?!in\b|of\b|on\b|to\b|and\b|for\b|at\b|by\b|with\b|has\b|had\b|is\b|was\b|said\b|saw\b)[\w&/-]+\s+){0,4}$"
)
_BOUNDARY = re.compile(r";|\s-{1,2}\s|\b(?:while|whereas|although|though|but)\b")
_BASE = re.compile(
    r"\b(?:from|on|over|than|versus|vs\.?|against|compared (?:with|to)|since|previous)\s+(?:in\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_LOCATIVE = re.compile(
    r"(?<!based )(?<!headquartered )(?<!located )(?<!born )\b(?:in|across|within|throughout|inside|around)\s+(?:the\s+|mainland\s+|all of\s+)?(?:[\w-]+ ){0,1}$",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    [
        "net",
        "total",
        "gross",
        "overall",
        "annual",
        "quarterly",
        "monthly",
        "weekly",
        "global",
        "worldwide",
        "international",
        "domestic",
        "record",
        "new",
        "same",
        "comparable",
        "like-for-like",
        "group",
        "company",
        "full-year",
        "first-half",
        "unit",
        "the",
        "its",
        "their",
        "his",
        "our",
        "strong",
        "higher",
        "lower",
        "average",
        "retail",
        "online",
        "combined",
        "year-on-year",
        "underlying",
        "organic",
        "first",
        "second",
        "third",
        "fourth",
        "quarter",
        "half",
        "year",
        "total",
        "core",
        "operating",
        "pre-tax",
        "pretax",
        "adjusted",
        "reported",
        "consolidated",
        "of",
        "and",
    ]
)
_UNITS = frozenset({"unit", "units", "vehicle unit"})


# ---------------------------------------------------------------- subject


def find_subject(
    sentence: Sentence,
    mention: QuantityMention,
    cue: Cue | None,
    predicate: str,
    before: Measurement | None,
    previous: Measurement | None,
) -> EntityMention | None:
    """Who the measure is of: owner of the cue, subject of its verb, else the one the series speaks of."""
    if cue is not None and not cue.verb:
        owner = _owner(sentence, cue)
        if owner is not None:
            return owner
    elif cue is None and before is None:
        agent = _agent(sentence, mention)
        if agent is not None:
            return agent
    if cue is not None and cue.verb and predicate in ("fine", "valuation"):
        suffered = [
            one for one in sentence.entities if _is_actor(one) and cue.end <= one.start and one.end <= mention.start
        ]
        if suffered:
            return suffered[0]
    if cue is None and before is not None and predicate in ("eps", before.predicate):
        return before.subject
    anchor = sentence.token(cue.start if cue is not None else mention.start)
    if cue is None and before is None:
        anchor = sentence.head(mention.start, mention.end)
    found = _grammatical(sentence, anchor, passive=predicate in ("fine", "valuation"))
    if found is not None:
        return found
    if cue is not None and cue.verb and _is_earned_by_person(sentence, anchor):
        return None
    if cue is not None and cue.verb and cue.predicate == "units_sold":
        sellers = _group_subject(sentence, anchor)
        if sellers is not None:
            return sellers
    if cue is not None and predicate == "price":
        return _priced(sentence, cue) or _focus(sentence, before, previous)
    nearest = _nearest_organization(sentence, mention.start)
    if nearest is not None and not (before is not None and before.mention.start > nearest.start):
        return nearest
    if predicate in ("units_sold", "sales", "production", "capacity"):
        return _focus(sentence, before, previous) or _group_subject(sentence, anchor)
    return _focus(sentence, before, previous)


def _is_actor(mention: EntityMention) -> bool:
    return mention.referent.type in ("organization", "group", "product")


def _owner(sentence: Sentence, cue: Cue) -> EntityMention | None:
    """ "Acme's net profit", "its sales", "Acme shares", "shares in Acme"."""
    for one in reversed(sentence.entities):
        if not _is_actor(one):
            continue
        if one.end <= cue.start:
            gap = sentence.between(one.end, cue.start)
            if (
                _POSSESSED.match(gap)
                or one.text.casefold() in ("its", "their", "our")
                and _PRONOUN_POSSESSED.match(gap)
            ):
                return one
            if (
                one.referent.type != "product"
                and _COMPOUND.match(gap)
                and not _verb_between(sentence, one.end, cue.start)
            ):
                return one
        elif cue.predicate != "stake" and re.fullmatch(
            r"\s(?:in|of|at|by|from)\s(?:the\s)?(?:[\w-]+ ){0,2}", sentence.between(cue.end, one.start)
        ):
            if one.referent.type == "organization" and (
                cue.predicate != "sales" or " of " not in sentence.between(cue.end, one.start)
            ):
                return one
    return None


def _is_earned_by_person(sentence: Sentence, verb: Token) -> bool:
    """True for what a person earns, loses or spends: no measure of a company."""
    for child in verb.children:
        if child.dep_ == "nsubj":
            found = sentence.entity_at(child)
            return (
                found is not None
                and found.referent.type == "person"
                or child.lemma_.casefold() in terms("entity_person_titles")
            )
    return False


def _verb_between(sentence: Sentence, start: int, end: int) -> bool:
    doc = sentence.reading.doc
    return any(
        t.pos_ in ("VERB", "AUX") and t.tag_ not in ("VBN", "VBG")
        for t in doc[sentence.token(start).i + 1 : sentence.token(end).i]
    )


def _agent(sentence: Sentence, mention: QuantityMention) -> EntityMention | None:
    """ "2.3 million units sold by Acme in China"."""
    match = re.match(r"[^,;]{0,80}?\bby\s+(?:the\s+)?", sentence.between(mention.end, sentence.end))
    if match is None:
        return None
    position = mention.end + match.end()
    for one in sentence.entities:
        if _is_actor(one) and abs(one.start - position) <= 4:
            return one
    return None


def _grammatical(sentence: Sentence, anchor: Token, passive: bool = False) -> EntityMention | None:
    """The nearest subject up the tree from a word that is an organisation, or is owned by one.

    The subject of a passive is what is sold or spent, not who does it: it counts only where `passive` says so.
    """
    current = anchor
    for _ in range(10):
        for child in current.children:
            if child.i != anchor.i and (child.dep_ == "nsubj" or passive and child.dep_ == "nsubjpass"):
                found = _denoted(sentence, child)
                if found is not None:
                    return found
        if current.head.i == current.i:
            return None
        current = current.head
    return None


def _denoted(sentence: Sentence, token: Token) -> EntityMention | None:
    """The organisation that a noun phrase denotes, or that owns it ("Acme's finance unit")."""
    found = sentence.entity_at(token)
    if found is not None and _is_actor(found):
        return found
    for child in token.children:
        if child.dep_ in ("poss", "compound"):
            found = sentence.entity_at(child)
            if found is not None and found.referent.type == "organization":
                return found
    return None


def _nearest_organization(sentence: Sentence, position: int) -> EntityMention | None:
    start = sentence.start
    for match in _BOUNDARY.finditer(sentence.between(sentence.start, position)):
        start = sentence.start + match.end()
    candidates = [
        one for one in sentence.entities
        if one.referent.type == "organization" and one.end <= position and not _is_source(sentence, one)
    ]  # fmt: skip
    inside = [one for one in candidates if one.start >= start]
    return (inside or candidates or [None])[0]


def _focus(sentence: Sentence, before: Measurement | None, previous: Measurement | None) -> EntityMention | None:
    """The one the text is speaking of: of the series, else the article's main organisation."""
    if before is not None:
        return before.subject
    after = [one for one in sentence.entities if one.referent.type == "organization" and not _is_source(sentence, one)]
    if after:
        return after[0]
    main = _main(sentence.reading)
    if previous is not None and (
        main is None
        or previous.subject.referent is main
        or previous.subject.referent.type == "group"
        or previous.sentence.paragraph == sentence.paragraph
    ):
        return previous.subject
    if main is not None:
        return next((one for one in sentence.reading.entities if one.referent is main), None)
    return None


def _main(reading: Reading) -> Referent | None:
    """The article's main organisation, unless it is merely the source of what the article reports."""
    main = reading.main
    if main is None or any(
        mention.referent is main and mention.end <= reading.title_end for mention in reading.entities
    ):
        return main
    first = [sentence for sentence in reading.sentences if not sentence.in_title][:2]
    for sentence in first:
        for mention in sentence.entities:
            if mention.referent is main and not _is_source(sentence, mention):
                return main
    return None


def _is_source(sentence: Sentence, mention: EntityMention) -> bool:
    """True for one that is named as the source of what is said: "according to Acme", "a report from Acme"."""
    before = sentence.between(max(sentence.start, mention.start - 50), mention.start)
    return bool(
        re.search(
            r"\b(?:according to|(?:[Aa]nalysts?|[Ee]conomists?|[Ss]trategists?) (?:at|from|with|for)|(?:report|poll|survey|data|figures|study|estimates)\b[^,;]{0,25}\b(?:from|by)) [^,;]{0,30}$",
            before,
        )
    )


def _group_subject(sentence: Sentence, anchor: Token) -> EntityMention | None:
    """A definite class as subject where no organisation is: "local car dealers sold …"."""
    current = anchor
    for _ in range(6):
        for child in current.children:
            if child.dep_ == "nsubj" and child.lower_ in ("company", "firm", "group", "it", "they", "we"):
                return None
            if child.dep_ == "nsubj" and child.lemma_.casefold() in terms("entity_person_titles"):
                return None
            if (
                child.dep_ == "nsubj"
                and child.tag_ in ("NNS", "NN")
                and not any(cue.start <= child.idx < cue.end for cue in noun_cues(sentence))
            ):
                return _phrase(sentence, child)
        current = current.head
    return None


def holder_of(sentence: Sentence, mention: QuantityMention) -> EntityMention | None:
    """Who owns a share where it is no company: the subject of the verb, as words of its own."""
    current = sentence.head(mention.start, mention.end)
    for _ in range(6):
        for child in current.children:
            if child.dep_ == "nsubj" and child.pos_ in ("NOUN", "PROPN"):
                return _phrase(sentence, child)
        current = current.head
    return None


def _priced(sentence: Sentence, cue: Cue) -> EntityMention | None:
    """What a price is the price of: "the average price of a new sedan"."""
    match = re.match(r"\s(?:of|for)\s(?:an?\s|the\s)?", sentence.between(cue.end, sentence.end))
    if match is None:
        return None
    token = sentence.token(cue.end + match.end())
    while token.head.i > token.i and token.dep_ in ("amod", "compound", "det", "nummod"):
        token = token.head
    return _phrase(sentence, token)


def _phrase(sentence: Sentence, head: Token) -> EntityMention:
    """The noun phrase of a head, determiner and clauses left out, as a group of its own."""
    tokens = [head]
    for child in head.lefts:
        if child.dep_ in ("amod", "compound", "nmod", "nummod", "poss"):
            tokens.extend(child.subtree)
    tokens += [child for child in head.rights if child.dep_ in ("cc", "conj") and child.i - head.i <= 3]
    first, last = min(t.idx for t in tokens), max(t.idx + len(t) for t in tokens)
    return named(sentence.between(first, last), first, last)


# ---------------------------------------------------------------- period


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
    usable = [one for one in sentence.periods if one.type in ("DATE", "DURATION") and _dates(sentence, one, predicate)]
    after = _after(sentence, mention, usable)
    if role == "earlier":
        return _earlier_period(sentence, after, before, mention, usable)
    if after is not None and not _is_base(sentence, after, role):
        return after.period, after.end
    if (
        after is not None and after.comparison and role == "level"
        and not re.search(r"\d|\bthan\b", sentence.between(mention.end, after.start))
    ):  # fmt: skip
        base = before.period if before is not None else _carried(sentence, predicate, earlier, open)
        if base is not None:
            moved = shift(base, after.shift_months if after.shift_months is not None else -12)
            return moved.model_copy(update={"text": after.period.text}), after.end
    inside = [one for one in usable if one.start < mention.end and one.end <= mention.start and not one.comparison]
    inside = [one for one in inside if not _is_base(sentence, one, role)]
    inside = [one for one in inside if not re.search(r", (?:said|says|told|added)\b", sentence.between(one.end, mention.start))]
    gap_start = before.mention.end if before is not None else sentence.start
    local = [one for one in inside if one.start >= gap_start]
    if local:
        return local[-1].period, 0
    if (
        before is not None
        and before.role != "earlier"
        and (before.predicate == "share_price") == (predicate == "share_price")
    ):
        if before.period is not None:
            return before.period, 0
    if inside and before is None:
        return inside[-1].period, 0
    if before is not None and before.role == "earlier" and inside:
        return inside[-1].period, 0
    later = [
        one for one in usable if one.start >= mention.end and not one.comparison and not _is_base(sentence, one, role)
    ]
    if later and not any(mention.end < q.start < later[0].start and q.quantity.unit_type for q in sentence.quantities):
        return later[0].period, 0
    return _carried(sentence, predicate, earlier, open), 0


def _dates(sentence: Sentence, one: PeriodMention, predicate: str) -> bool:
    """True if a period can date a measure: one that says when something was said or reported does not."""
    if one.period.grain == "vague" or (one.period.start is None and one.period.end is None and not one.comparison):
        return False
    if one.period.grain == "day":
        if predicate in RESULTS | {"capacity", "market_share"}:
            return False
        before = sentence.between(max(sentence.start, one.start - 60), one.start)
        return not re.search(
            r"\b(?:said|says|announced|told|reported|posted|report|statement|unveiled)\b[^,;]*$", before
        )
    return True


def _after(sentence: Sentence, mention: QuantityMention, usable: list[PeriodMention]) -> PeriodMention | None:
    """The period that follows a quantity before the next quantity, in the same clause."""
    for one in usable:
        if one.start < mention.end:
            continue
        gap = sentence.between(mention.end, one.start)
        if any(mention.end <= other.start < one.start for other in sentence.quantities) and re.search(
            r"\b(?:and|while|or)\b", gap
        ):
            return None
        if (
            _BOUNDARY.search(gap)
            or len(gap) > 90
            or re.search(r", (?:when|which|who|as)\b|\b(?:after|before|following)\b", gap)
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
    return role != "level" and bool(_BASE.search(before))


def _earlier_period(
    sentence: Sentence,
    after: PeriodMention | None,
    before: Measurement | None,
    mention: QuantityMention,
    usable: list[PeriodMention],
) -> tuple[Period | None, int]:
    base = before.period if before is not None else None
    if before is not None and before.role == "earlier" and (after is None or after.comparison or _is_last_year(after)):
        return before.period, 0
    if after is None:
        # "compared with $3bn, or 24 cents a share, in the same quarter of the year before"
        after = next(
            (one for one in usable if one.start > mention.end and (one.comparison or _is_last_year(one))), None
        )
    if after is None and base is not None and predicate_is_result(before) and re.search(r"\bfrom\s*$|\bfrom (?:a |an )?[\w ]{0,20}$", sentence.between(max(sentence.start, mention.start - 25), mention.start)):
        # results that rise "to 5 percent from 4" without a word on when are compared with a year before
        return shift(base, -12), 0
    if after is None:
        return None, 0
    absolute = after.period.start is not None or after.period.end is not None
    if base is not None and (after.comparison or _is_last_year(after) and base.grain not in ("year", "multi_year")):
        shifted = shift(base, after.shift_months if after.shift_months is not None else -12)
        return shifted.model_copy(update={"text": after.period.text}), after.end
    return (after.period, after.end) if absolute else (None, 0)


def predicate_is_result(one: Measurement | None) -> bool:
    """True for a measurement of a company's results told as fact."""
    return one is not None and one.stance is None and one.predicate in RESULTS and one.predicate != "units_sold"


def _is_last_year(one: PeriodMention) -> bool:
    return bool(
        re.search(
            r"\b(?:last|previous|prior) year\b|\byear (?:ago|earlier|before)\b|\byear-ago\b",
            one.period.text,
            re.IGNORECASE,
        )
    )


def _carried(sentence: Sentence, predicate: str, earlier: list[Measurement], open: bool) -> Period | None:
    """The period of the series that a measure without one belongs to."""
    if predicate not in RESULTS:
        return None
    # "for the full year": of the periods before, the year
    whole = bool(
        re.search(
            r"\b(?:full[ -]year|the year as a whole|the whole year|for the year\b|annual (?:sales|revenue|profit|loss))",
            sentence.text,
            re.IGNORECASE,
        )
    )
    dating = sentence.reading.dating
    if open and whole and dating is not None and dating.start.year == dating.end.year:
        # "its full-year forecast": of the year that runs
        year = dating.start.year
        return Period(text="full-year", start=dt.date(year, 1, 1), end=dt.date(year, 12, 31), grain="year")
    for one in reversed(earlier):
        if sentence.index - one.sentence.index > (2 if open else 12):
            return None
        if one.sentence.in_title or one.period is None or one.role == "earlier" or one.predicate not in RESULTS:
            continue
        if (one.predicate in _SERIES) != (predicate in _SERIES) or whole and one.period.grain != "year":
            continue
        if re.search(r"\b(?:year[ -](?:ago|earlier|before)|same|corresponding)\b", one.period.text):
            # the base of a comparison is not what the series goes on with
            continue
        if (one.stance is not None) == open and one.period.grain != "vague":
            return one.period
    return None


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


# ---------------------------------------------------------------- place


def find_place(
    sentence: Sentence,
    mention: QuantityMention,
    cue: Cue | None,
    before: Measurement | None,
    previous: Measurement | None,
) -> Place | None:
    """The market a measure is limited to: "in Asia", "its US sales", "there"."""
    places = [one for one in sentence.entities if one.referent.type == "place"]
    first = cue.start if cue is not None and cue.end <= mention.start else mention.start
    start = sentence.start
    for match in _BOUNDARY.finditer(sentence.between(sentence.start, first)):
        start = sentence.start + match.end()
    stop = _BOUNDARY.search(sentence.between(mention.end, sentence.end))
    end = mention.end + stop.start() if stop else sentence.end
    for other in sentence.quantities:
        if (
            other.start >= mention.end
            and other.quantity.unit_type
            and cue is not None
            and re.search(r"\bwhile\b|, and\b", sentence.between(mention.end, other.start))
        ):
            end = min(end, other.start)
    if cue is not None and re.search(r"\b(?:global|worldwide|total|group|overall) (?:[\w-]+ )?$", sentence.between(max(sentence.start, cue.start - 30), cue.start), re.IGNORECASE):
        return None
    candidates = []
    for one in places:
        if not start <= one.start < end or _in_aside(sentence, one, mention):
            continue
        gap = sentence.between(max(sentence.start, one.start - 30), one.start)
        located = bool(_LOCATIVE.search(gap))
        modifies = (
            cue is not None
            and not cue.verb
            and one.end <= cue.start
            and bool(
                re.fullmatch(r"(?:'s)?(?:\s(?!in\b|to\b|and\b)[\w-]+){0,4}\s", sentence.between(one.end, cue.start))
            )
            and not _verb_between(sentence, one.end, cue.start)
        )
        market = bool(
            re.match(r"(?:'s)?\s(?:\w+ )?market\b", sentence.between(one.end, min(sentence.end, one.end + 25)))
        )
        if located or modifies or market and one.start < mention.start:
            candidates.append(one)
    if before is not None:
        # "… in Asia, and in Africa they were flat at …": each of a series has its own
        candidates = [one for one in candidates if one.start >= before.mention.end] or ([] if before.place else candidates)
    if candidates:
        return as_place(min(candidates, key=lambda one: min(abs(one.start - mention.end), abs(one.start - first))))
    around = sentence.between(start, end)
    if re.search(r"\bthere\b(?! (?:is|are|was|were|has|have|will|may))", around):
        seen = [one for one in sentence.reading.entities if one.referent.type == "place" and one.end <= mention.start]
        return as_place(seen[-1]) if seen else None
    if before is not None:
        return before.place
    if re.search(r"\b[Ll]ocal(?:ly)?\b", around):
        seen = [one for one in sentence.reading.entities if one.referent.type == "place"]
        return as_place(seen[0]) if seen else None
    if re.search(
        r"\b(?:total|overall|global|globally|worldwide|nationally|nationwide|group|full)\b",
        sentence.text,
        re.IGNORECASE,
    ):
        return None
    if (
        previous is not None
        and cue is not None
        and (
            previous.sentence.paragraph == sentence.paragraph
            or sentence.index - previous.sentence.index == 1
            and not previous.sentence.in_title
        )
    ):
        same = previous.predicate == cue.predicate or {previous.predicate, cue.predicate} <= {
            "sales",
            "units_sold",
            "revenue",
        }
        return previous.place if same else None
    return None


def _in_aside(sentence: Sentence, place: EntityMention, mention: QuantityMention) -> bool:
    """True for a place in a relative clause, or under another verb after the quantity."""
    if place.start >= mention.end:
        gap = sentence.between(mention.end, place.start)
        return bool(re.search(r"\b(?:and|as|after|because)\b", gap)) and _verb_between(sentence, mention.end, place.start)
    aside = re.search(r", (?:which|who|whose|where) [^,]*$", sentence.between(sentence.start, place.start))
    return aside is not None and "," in sentence.between(place.end, mention.start)


def as_place(mention: EntityMention) -> Place:
    """The place record of a place mention."""
    return Place(name=mention.referent.name, type=mention.referent.place_type or "region", code=mention.referent.code)


# ---------------------------------------------------------------- product


def find_product(
    sentence: Sentence, mention: QuantityMention, cue: Cue | None, predicate: str, before: Measurement | None
) -> str | None:
    """What is sold, made or priced: the counted noun, "sales of <product>", "<product> sales"."""
    if predicate not in (
        "units_sold",
        "sales",
        "revenue",
        "production",
        "orders",
        "price",
        "capacity",
        "volume",
        "market_share",
    ):
        return None
    if before is not None and before.product and mention.quantity.unit_type == "physical":
        return before.product
    if mention.quantity.unit_type == "count" and mention.noun and (mention.quantity.unit or "") not in _UNITS:
        return mention.noun
    if cue is not None and not cue.verb:
        found = _sold_of(sentence, cue) or _modifier(sentence, cue)
        if found:
            return found
    return before.product if before is not None else None


def _sold_of(sentence: Sentence, cue: Cue) -> str | None:
    match = re.match(r"\s(?:of|for)\s(?:(?:an?|the|its|their)\s)?", sentence.between(cue.end, sentence.end))
    if match is None:
        return None
    token = sentence.token(cue.end + match.end())
    first = token
    while token.dep_ in ("amod", "compound", "nmod") and token.head.i > token.i:
        token = token.head
    if token.pos_ not in ("NOUN", "PROPN") or token.ent_type_ in ("DATE", "MONEY", "CARDINAL", "PERCENT", "GPE"):
        return None
    entity = sentence.entity_at(token)
    if entity is not None and entity.referent.type in ("place", "person"):
        return None
    if token.lower_ in ("quarter", "year", "half", "month", "period", "group", "company"):
        return None
    return sentence.between(first.idx, token.idx + len(token))


def _modifier(sentence: Sentence, cue: Cue) -> str | None:
    doc = sentence.reading.doc
    last = sentence.token(cue.start).i - 1
    first = last
    while first >= 0 and doc[first].idx >= sentence.start:
        token = doc[first]
        if token.text == "-" or first and doc[first - 1].text == "-":
            # "Acme-brand sales": the brand is the company's name
            break
        entity = sentence.entity_at(token)
        inside = token.pos_ in ("NOUN", "PROPN", "ADJ") or token.lower_ == "and" and first < last
        generic = token.lower_ in _GENERIC and token.lower_ != "and"
        blocked = entity is not None and entity.referent.type in ("organization", "place", "person")
        if not inside or generic or blocked or token.ent_type_ in ("DATE", "MONEY", "GPE"):
            break
        first -= 1
    while first < last and (doc[first + 1].lower_ == "and" or doc[first + 1].pos_ == "ADJ"):
        first += 1
    if first == last:
        return None
    start, end = doc[first + 1].idx, doc[last].idx + len(doc[last])
    return sentence.between(start, end)
