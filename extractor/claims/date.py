"""Dates: an event of a company, product or person with the period the text gives it.

"Acme, founded in 2003" is `founded`, 2003; "it opened a plant in Leeds in March 2014" is `opened`, object "plant";
"sales start next week" is `launched`, outlook `plan`. Only where the text dates the event itself.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from extractor.attribution import attributed
from extractor.claims import announcing, next_in_line
from extractor.claims.cues import measured_by
from extractor.claims.deal_context import fell_through
from extractor.claims.draft import Draft
from extractor.claims.event_frames import Hit, frames
from extractor.claims.event_parties import acts_alone, bought, each_of, is_joined, owner, people, started_by_person, thing, together
from extractor.claims.event_sense import agreed_to, is_asked, meant, tells_event
from extractor.claims.slots import is_of_saying
from extractor.claims.where import event_place
from extractor.context import negated, stance
from extractor.mentions.types import EntityMention, PeriodMention
from extractor.reading import Reading, Sentence
from extractor.record import Outlook, Period

_BREAK = re.compile(
    r"[;:]|\b(?:while|but|although|whereas|after|before|because|since (?!(?:listing|its|the))|when|which|whose?|as (?:it|its|the|their|a|well|[\w-]+ (?:[\w-]+ )?(?:profits?|sales|revenues?|earnings))|compared|up from|down from)\b|, (?:up|down|having|will|would|it|he|she|they|another|and (?:said|it|its))\b|(?<!\b[A-Z])(?<!\bInc)(?<!\bCorp)(?<!\bCo)(?<!\bLtd)(?<!\bBros)(?<!\bSt)\. "
)
# "named Jane Roe as the company's chief executive, effective Jan. 1": no clause of its own
_AS_OFFICE = re.compile(r"\bas (?:its|the|their|an?)\b(?! (?:company|group|firm|bank)\b(?!'))")


# "will step down after the annual meeting on July 22"
_AFTER_MEETING = re.compile(r" (?:after|following|before|at) (?:its|the|an?) (?:[a-z]+ ){0,2}(?:meeting|AGM)(?: of (?:shareholders|stockholders))?")


class _Dated(NamedTuple):
    """A phrase that a period dates, and how far the two stand apart."""

    distance: int
    order: int
    hit: Hit


_IN_PERIOD = re.compile(r"\b(?:year|quarter|month|season|period|week|half|day)s? (?:that|which) $")
_OF_PERIOD = re.compile(r"\b(?:year|quarter|month|season|period|week|half|day)s? (?:(?:that|which) )?$")
_GOING = frozenset({"announced", "reported"})
_OF_NEWS = frozenset({"day", "week", "month"})
# "in 2012 when it released its first phone": the clause tells of the same time
_WHEN = re.compile(r",? when (?:(?:[Tt]he |its |their )?(?:[\w'&-]+ ){1,3}|(?:the |its )?(?:[A-Z][\w'&.-]* (?:and |of |for )?){1,7})")
_OPENS = re.compile(r"(?:Back )?(?:In|On|During|Early in|Late in) (?:the )?(?:early |late |mid-)?")
_THEN = re.compile(r"\bwhen (?:[\w'&.-]+ ){1,4}$")
# "reports its results after the close of July 17"
_AROUND_TRADING = re.compile(
    r" (?:after|before|following|ahead of|prior to) (?:the )?(?:stock )?(?:markets?|bell|close|open|closing bell|opening bell|trading(?: session)?)(?:'s)?"
    r"(?: (?:closes?|closed|opens?|opened|closing|opening|hours|bell|ends?))?(?: of (?:the )?(?:trading|markets?))?(?= |,|$)"
)


def find(reading: Reading) -> Iterator[Draft]:
    """The date claims of an article."""
    last: Draft | None = None
    at = 0
    for sentence in reading.telling:
        dating = [
            one for one in sentence.periods if one.period.start and one.period.end and not one.comparison and one.type == "DATE"
        ]  # fmt: skip
        if sentence.in_title or not dating:
            continue
        dating = _either(sentence, dating)
        told_of = (hit for hit in frames("date_frames").find(sentence) if tells_event(sentence, hit) and not is_asked(sentence, hit))
        outer = _outer([hit for hit in told_of if not _only_dates(sentence, hit)])
        hits = _governing(outer, sentence)
        dated: dict[int, tuple[_Dated, PeriodMention]] = {}
        for period in dating:
            best = _nearest(sentence, period, hits)
            # an event has one date: of two periods around a cue the nearer one
            if best is not None and (best.hit.start not in dated or best.distance < dated[best.hit.start][0].distance):
                dated[best.hit.start] = best, period
            for hit in hits:
                if period.end < hit.start < period.end + 160 and hit.start not in dated and _is_of_then(sentence, period, hit):
                    dated[hit.start] = _Dated(hit.start - period.end, 0, hit), period
        told: list[Draft] = []
        for cue, period in dated.values():
            told += _event(sentence, period, cue.hit)
            if cue.hit.frame.predicate == "announced":
                told += _announced_done(sentence, period, cue.hit, [hit for hit in outer if hit.start not in dated])
        last, at = next(((draft, sentence.index) for draft in reversed(told) if draft.predicate in next_in_line.FOLLOWED), (last, at))
        told += next_in_line.find(sentence, last, at, dating)
        yield from told
        if not any(draft.predicate in _GOING for draft in told):
            yield from announcing.find(sentence)


def _only_dates(sentence: Sentence, hit: Hit) -> bool:
    """True for a beginning that only dates something else: "Starting in May, …", "for two weeks starting June 21", "fiscal 2016, which started in May"."""
    if hit.frame.predicate != "started":
        return False
    dates = sentence.between(hit.start, hit.end).casefold() in ("starting", "beginning") and any(
        one.start >= hit.end and _FROM.fullmatch(sentence.between(hit.end, one.start)) for one in sentence.periods
    )
    return dates or any(_THAT.fullmatch(sentence.between(one.end, hit.start)) for one in sentence.periods if one.end <= hit.start)


_FROM = re.compile(r" (?:in |on |from )?")
_THAT = re.compile(r",? (?:which|that) ")
# "in 2016 or 2017", "in late March or early April"
_OR = re.compile(r",? or (?:(?:in|on|by|the|early|late|mid) )*")


def _either(sentence: Sentence, periods: list[PeriodMention]) -> list[PeriodMention]:
    """The periods, two of which an event has the one or the other taken for one."""
    found: list[PeriodMention] = []
    for one in periods:
        last = found[-1] if found else None
        if last is not None and _OR.fullmatch(sentence.between(last.end, one.start)) and last.period.start and one.period.end and last.period.start < one.period.end:
            whole = last.period.model_copy(update={"text": sentence.between(last.start, one.end), "end": one.period.end, "grain": "span"})
            found[-1] = replace(last, end=one.end, period=whole)
        else:
            found.append(one)
    return found


def _is_of_then(sentence: Sentence, period: PeriodMention, hit: Hit) -> bool:
    """True for what a clause with "when" tells of a time named before it: "in 2012, when it opened", "In 2012, many lost money when it filed"."""
    between = sentence.between(period.end, hit.start)
    if _WHEN.fullmatch(between):
        return True
    opens = _OPENS.fullmatch(sentence.between(sentence.start, period.start)) is not None
    return opens and _THEN.search(between) is not None and not any(period.end <= one.start and one.type == "DATE" for one in sentence.periods)


def _outer(hits: list[Hit]) -> list[Hit]:
    """The hits that are no part of a longer one: "start trading on" holds "start"."""
    return [hit for hit in hits if hit.end >= 0 and not any(
        other.start <= hit.start and hit.end <= other.end and other.end - other.start > hit.end - hit.start for other in hits if other.end >= 0
    )]  # fmt: skip


def _governing(hits: list[Hit], sentence: Sentence) -> list[Hit]:
    """The hits without nouns that are the object of another: "cleared the purchase of" tells of the clearing."""
    verbs = {hit.start for hit in hits if hit.frame.verb}
    return [hit for hit in hits if hit.frame.verb or hit.frame.note == "theirs" or sentence.token(hit.start).head.idx not in verbs]


def _nearest(sentence: Sentence, period: PeriodMention, hits: list[Hit]) -> _Dated | None:
    """The event that a period dates: the nearest in its clause."""
    found = []
    for order, hit in enumerate(hits):
        if hit.frame.predicate in _GOING and period.period.grain not in _OF_NEWS and not _is_weekend(period.period):
            continue
        if hit.frame.predicate == "reported" and period.period.grain not in ("day", "week") and _OWNS.match(sentence.between(period.end, period.end + 40)):
            continue  # "reported its June sales on Monday"
        distance = _distance(sentence, hit, period)
        if distance is not None:
            found.append(_Dated(distance, order, hit))
    return min(found, key=lambda one: one[:2], default=None)


def _announced_done(sentence: Sentence, period: PeriodMention, announced: Hit, hits: list[Hit]) -> Iterator[Draft]:
    """What is announced as done on a day: "announced on Monday that it has completed the sale", "announced the completion of"."""
    for hit in hits:
        today = period.period.text.casefold() == "today"
        if hit.start < announced.start or period.period.grain != "day" or hit.frame.predicate != "completed" and not (today and hit.frame.verb and hit.frame.predicate not in _GOING):
            continue
        word = sentence.token(hit.start)
        done = any(child.lower_ in ("has", "have", "had") for child in word.children) if hit.frame.verb else word.head.idx == announced.start
        if done:
            yield from _drafts(sentence, period, hit)
            return


def _is_weekend(period: Period) -> bool:
    return period.start is not None and period.end is not None and (period.end - period.start).days < 4


def _event(sentence: Sentence, period: PeriodMention, hit: Hit) -> Iterator[Draft]:
    """The claims of an event and its date."""
    predicate, start, end = hit.frame.predicate, hit.start, hit.end
    modifies = sentence.token(start).tag_ in ("VBN", "VBG") and predicate in ("started", "ended")
    if (_OF_PERIOD if modifies else _IN_PERIOD).search(sentence.between(max(sentence.start, start - 25), start)):
        # "in the year that starts in April"
        return
    if (
        predicate not in _GOING
        and predicate not in ("completed", "launched", "listed", "approved", "signed", "filed", "acquired")
        and _is_measured(sentence, start, end, period)
    ):
        return
    yield from _drafts(sentence, period, hit)


def _has_own_year(sentence: Sentence, start: int) -> bool:
    """True for a noun that its own year stands before: "its 2017 IPO", "last year's merger"."""
    return any(
        one.type == "DATE" and one.period.grain == "year" and not one.comparison and _OWN_YEAR.fullmatch(sentence.between(one.end, start))
        for one in sentence.periods
        if one.end <= start
    )


_OWN_YEAR = re.compile(r"(?:'s|’s)? (?:[a-z-]+ )?")
# "declared a dividend of 5 cents, payable on June 1 to shareholders of record on May 3"
# "posted a decline in sales in September": the sales are September's
_MOVED_IN = re.compile(r"\b(?:decline|decrease|drop|fall|gain|growth|increase|jump|rise|slump|surge) in (?:[a-z-]+ ){0,3}(?:in|for|during) (?:the )?$")
_PAYABLE = re.compile(r"\b(?:payable|of record|to be paid|ex-dividend)\b")


def _distance(sentence: Sentence, hit: Hit, period: PeriodMention) -> int | None:
    """How far a cue stands from a period it may date; None if a clause lies between, or the period dates the saying."""
    start, end, predicate = hit.start, hit.end, hit.frame.predicate
    if sentence.reading.is_quoted(start) != sentence.reading.is_quoted(period.start):
        return None
    if sentence.is_apart(period.start, start):
        return None
    if predicate == "founded" and period.end <= start and sentence.token(start).dep_ in ("acl", "relcl") and sentence.token(start).head.idx > period.end:
        return None  # "jumped on Tuesday, giving the company founded by Jane Roe a value of"
    if predicate == "reported" and (
        _PAYABLE.search(sentence.between(end, period.start))
        or period.period.grain not in ("day", "week") and period.start > end and _MOVED_IN.search(sentence.between(start, period.start))
    ):
        return None
    if predicate not in _GOING and is_of_saying(sentence, period, start):
        return None  # "said on Monday it would buy": it dates the saying
    if hit.frame.note.startswith("since") != bool(re.search(r"\b[Ss]ince (?:the )?(?:early |late |mid-)?$", sentence.between(max(sentence.start, period.start - 18), period.start))):
        # since when something holds is no date of what the sentence goes on to tell
        return None
    if end <= period.start and hit.frame.verb and (whose := _OWNS.match(sentence.between(period.end, period.end + 40))) is not None and (predicate in _GOING or whose["mark"]):
        return None  # "sued four firms for their role in last year's sale", "reported a rise in June sales": the time of what follows
    if end + 1 == period.start and hit.frame.verb and period.period.grain in ("quarter", "half") and sentence.token(period.end + 1).pos_ == "NOUN":
        return None  # "released first-quarter totals"
    if predicate in _GOING and end <= period.start and sentence.between(end, period.start).endswith(" from "):
        return None  # "unveiled plans to cut prices from April"
    if predicate == "reported" and hit.frame.verb and sentence.token(start).tag_ == "VBG" and period.end <= start and _is_after(sentence, period.period):
        return None  # "said it expects to close the deal next week, reporting results that …"
    if hit.frame.note == "named" and not -1 <= start - period.end <= 12:
        return None  # "the April 10 launch": nothing else dates it
    if end <= period.start and not hit.frame.verb and hit.frame.note != "since" and _has_own_year(sentence, start):
        return None  # "fell to the lowest since its 2017 IPO on Wednesday"
    if predicate in ("ended", "closed") and _waits(sentence, period) and not negated(sentence, start):
        return None  # "suspended production until May"
    if start < period.start and period.end <= end:
        return 0  # "started trading | Thursday | on the exchange"
    if end <= period.start:
        gap = _without_asides(sentence, end, period.start)
        set_for = not hit.frame.verb and _IS_SET_FOR.fullmatch(gap) is not None
        if predicate in _GOING and (trading := _AROUND_TRADING.search(gap)) is not None and len(gap) - trading.end() < 8:
            return len(gap)
        if _AND_IN.search(gap) and _THEN_SOME.match(sentence.between(period.end, sentence.end)):
            return None  # "had started output, and in July Acme announced"
        if period.period.text.casefold().startswith(("the end of", "end of")):
            gap = gap.removesuffix(" before ")  # "is due to launch before the end of November"
        if predicate == "departed":
            gap = _AFTER_MEETING.sub("", gap)
        if predicate in ("appointed", "departed", "founded", "started"):
            gap = _AS_OFFICE.sub("", gap)
        if hit.frame.note == "next" and len(gap) > 10 or hit.frame.note == "goods" and "," in gap:
            return None
        if len(gap) > 100 or _BREAK.search(gap) or re.search(r"\b(?:said|says|told)\b", gap):
            return None
        if re.search(r" from \w+ing\b|, (?!(?:expect|schedul|plann|slat|target)ed)[a-z]+ed (?:back )?(?:in |on |since )?(?:early |late |mid-)?$", gap):
            return None  # "to keep the ban from taking effect in July"
        if not set_for and (re.search(r"\bdue (?:from|in|on|by|to)\b", gap) or _another_verb(sentence, hit, period)):
            return None
        if predicate in _GOING and re.search(r"\b(?:will|would|(?:is|are) to|payable)\b|\b(?:effective|with effect)(?: (?:on|from|as of))? $", gap):
            return None  # it dates what is announced
        going = predicate in _GOING  # "will release its results for the year to March on 30 May"
        if any(
            end <= other.start and other.end <= period.start and other.type == "DATE" and not other.comparison and not sentence.is_apart(other.start, start)
            and (not going or other.period.grain in _OF_NEWS and _OWNS.match(sentence.between(other.end, other.end + 40)) is None)
            for other in sentence.periods
        ):  # fmt: skip
            return None
        return len(gap)
    gap = _without_asides(sentence, period.end, start)
    fronted = period.start - sentence.start < 12
    if fronted:
        gap = gap.removeprefix(",")  # "Last month, it signed …"
    if predicate not in _GOING and re.search(r"\b(?:said|says|told|added)\b[^,;.]{0,40}\bon $", sentence.between(sentence.start, period.start)):
        return None  # it dates the saying
    if predicate in _GOING and not fronted and _SAID_IT_WOULD.match(gap):
        return None  # "said on Monday it would unveil": it dates the saying, but not "On Monday, it will unveil"
    if _PLANNED_TO.search(gap) or re.search(r"^ to (?!be\b)|\b(?:and|from|who|following|after|before|that (?:its|the|it|an?|they|he|she|their))\b", gap):
        return None
    if start < period.end or len(gap) > 70 or _BREAK.search(gap) or re.search(r"\b(?:said|says|told)\b", gap):
        return None
    before = sentence.between(max(sentence.start, period.start - 30), period.start)
    if (
        period.period.grain == "day"
        and predicate not in _GOING
        and re.search(r"\bon $", before)
        and not re.fullmatch(r"(?:.*, )?On $", before)
    ):
        return len(gap) + 20
    return len(gap) + 10


# what fronts the next clause: "and in July | Acme announced"
_AND_IN = re.compile(r"\band (?:in|on|at|late|early|earlier|by|back in)? ?$")
_THEN_SOME = re.compile(r",? (?:it|they|he|she|the [a-z]+|[A-Z][\w&.'’-]*(?: [A-Z][\w&.'’-]*){0,4}) (?:has |had |also |will |would |is |was )*[a-z]+(?:ed|ew|ought|old|ut|et|aid|un|egan|ook|ame|ent)\b")


def _waits(sentence: Sentence, period: PeriodMention) -> bool:
    """True for the time until which something goes on or is put off."""
    return _UNTIL.search(sentence.between(max(sentence.start, period.start - 20), period.start)) is not None


_UNTIL = re.compile(r"\buntil (?:at least |the end of |early |late |mid-)?$")
# right after a time that tells of what follows: "last year's sale", "its June sales"
_OWNS = re.compile(r"(?:(?P<mark>['’]s) [a-z]| (?:[a-z-]+ )?(?:sales|revenues?|profits?|earnings|results|figures|deliveries|shipments|output|production|turnover)\b)")
# "the launch of the Zeta | is planned for | April"
_IS_SET_FOR = re.compile(
    r"(?: [\w'&-]+){0,5}? (?:is|are|was|were|has been|had been) (?:now |currently |tentatively )?(?:planned|set|scheduled|expected|due|slated|targeted|likely|pencill?ed in)"
    r"(?: to (?:take place|happen|come))? (?:for|in|on|by)(?: (?:the|early|late|mid))?[ -]"
    r"|(?: [\w'&-]+){0,5}? (?:(?:took|takes|take|taking) effect(?: (?:on|from|in|as of))?|(?:became|becomes|is|was|will be) effective(?: (?:on|from|in|as of))?)(?: the)? "
    r"|(?: ceremony)? (?:(?:is|was) (?:now |currently )?(?:planned|set|scheduled|expected|due) to|will|would|is to) (?:be held|take place)(?: (?:at|on) (?:the )?(?:[A-Z][\w&.-]* ?){1,4})? (?:on )?"
)
_SAID_IT_WOULD = re.compile(r" (?:that )?(?:it|they|he|she|we|[A-Z][\w&.-]*|the [a-z]+)? ?(?:would|will|plans? to|planned to|intends? to) ")


def _another_verb(sentence: Sentence, hit: Hit, period: PeriodMention) -> bool:
    """True if another verb than one of an aside stands between a phrase and a period, which then dates that.

    What is now is not dated by a time that is over: "broke ground on the plant that builds the Zeta in 2008".
    """
    words, dating = sentence.reading.doc.inside(hit.end, period.start), sentence.reading.dating
    over = dating is not None and period.period.end is not None and period.period.end < dating.start and sentence.token(hit.start).tag_ == "VBD"
    tags = ("VBD", "MD") if over else ("VBD", "VBZ", "VBP", "MD")
    return any(word.tag_ in tags and not sentence.is_apart(word.idx, hit.end) for word in words)


def _without_asides(sentence: Sentence, start: int, end: int) -> str:
    """The words between two positions but for asides and names with "and": "the plant, which opened in 1968, in 2018"."""
    text = ""
    names = [(one.start, one.end) for one in sentence.entities if " and " in one.text]
    for first, last in sorted({*sentence.asides, *names}):
        if start <= first and last <= end:
            text += sentence.between(start, first) + ("_" if (first, last) in names else "")
            start = last
    return text + sentence.between(start, end)


def _is_measured(sentence: Sentence, start: int, end: int, period: PeriodMention) -> bool:
    """True where the period qualifies a quantity rather than the event: "opened 30 stores … sales of $3bn in 2014"."""
    low, high = (end, period.start) if end <= period.start else (period.end, start)
    return any(
        low <= one.start < high and one.quantity.unit_type in ("currency", "percent") and not sentence.is_apart(one.start, start)
        and _A.fullmatch(sentence.between(end, one.start)) is None
        for one in sentence.quantities
    )


# "opened | a $3 million shop"
_A = re.compile(r" (?:an?|its|their|the)(?: new| first| second)? ")


def _drafts(sentence: Sentence, period: PeriodMention, hit: Hit) -> Iterator[Draft]:
    predicate, start, end = hit.frame.predicate, hit.start, hit.end
    ahead = _is_future(sentence, period, start, end)
    planned = _HAD_PLANNED.search(sentence.between(max(sentence.start, start - 60), end))
    outlook: Outlook | None = "plan" if ahead else None
    when = _shifted(sentence, period, hit) if planned is None else period.period
    if when is not period.period:
        outlook = "plan"
    elif ahead and stance(sentence, start) == "goal":
        outlook = "target"
    elif not ahead and planned is not None:
        outlook = "target" if planned["hoped"] else "plan"  # "had been due to open in May"
    first, last = min(start, period.start), max(end, period.end)

    def draft(subject: EntityMention, object: EntityMention | None, event: str = predicate) -> Draft:
        source, stated = attributed(sentence, start, subject) if event not in _GOING else (None, None)
        return Draft(
            kind="date", predicate=event, subject=subject, object=object, rule=f"<subject> {hit.frame.name} in <period>", start=first, end=last, period=when,
            outlook=outlook if event == predicate or event != "signed" else None, negated=negated(sentence, start) and not _waits(sentence, period), said=source, stated=stated if stated != period.period else None, confidence=0.6,
            place=event_place(sentence, start, end) if event in _PLACED else None,
        )  # fmt: skip

    if predicate in ("appointed", "departed"):
        # "announced his retirement on Monday": when he retires is not told
        told = sentence.token(start).head.lower_ in _ANNOUNCED and not ahead and predicate == "departed" and not hit.frame.verb
        for event, who, where in people(sentence, hit):
            yield draft(who, where, "announced" if told else event)
        return
    if predicate == "started" and is_joined(sentence, hit):
        for event, who, where in people(sentence, hit, "appointed"):
            yield draft(who, where, event)
        return
    if predicate == "ended" and _OWN_CONTRACT.search(sentence.between(sentence.start, start)):
        for event, who, where in people(sentence, hit, "departed"):
            yield draft(who, where, event)
        return
    if predicate == "started" and (company := started_by_person(sentence, hit)) is not None:
        yield draft(company, None, "founded")
        return
    if not hit.frame.verb and fell_through(sentence.head(start, end)):
        return  # "shelved its plans for a listing on Monday"
    subject = owner(sentence, hit)
    if predicate in ("started", "ended") and _is_by_person(sentence, hit):
        return  # "the former boss of Acme began testimony": nothing of the company's
    if predicate != "founded" and (alone := acts_alone(sentence, hit)) is not None:
        subject = alone if predicate in ("announced", "filed") else None
    if subject is None or negated(sentence, start) and (sentence.token(start).tag_ in ("VBG", "NN") or _UNLESS.search(sentence.between(sentence.start, start))):
        return  # "has no plans of listing" tells no event
    if predicate in ("opened", "closed") and any(start <= one.start <= end + 12 and one.quantity.unit_type == "count" and "-" not in one.quantity.text for one in sentence.quantities):
        return  # "opened 30 stores in May" counts sites
    object = thing(sentence, hit, subject, period) if predicate != "founded" else None
    if predicate == "acquired" and (object is None or object.referent.type not in ("organization", "product") or " from " in sentence.between(end, object.start)):
        object = bought(sentence, hit, subject)  # "bought two mines from Globex", which is not what is bought
    if predicate == "acquired" and (object is None or object.referent.type not in ("organization", "product")):
        return  # goods, not a company
    if predicate == "acquired" and not _is_after(sentence, when) and (agreed := agreed_to(sentence, hit)) is not None:
        if agreed:
            yield draft(subject, object, "signed")
        return  # "has been in talks since May to buy": when it is to be bought is not told
    if predicate == "ended" and object is not None and _WISHED.match(object.referent.name):
        return  # "scrapped hope for growth"
    if predicate in _NOT_OF_ACCOUNTS and object is not None and measured_by(object.referent.name.rpartition(" ")[2]) in _ACCOUNTS:
        return  # "revenue, which dropped last year"
    each = each_of(sentence, hit, subject) if predicate in ("listed", "reported") else [subject] if predicate in _JOINT else together(sentence, subject, start)
    for one in each:
        yield draft(one, object, meant(sentence, hit))


def _is_by_person(sentence: Sentence, hit: Hit) -> bool:
    """True if a person begins or ends something in the words before: as what is no company's own."""
    verb = sentence.token(hit.start)
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None) if hit.frame.verb else None
    entity = sentence.entity_at(subject) if subject is not None else None
    return entity is not None and entity.referent.type == "person"


# one event of both: "Acme and Globex completed their merger"
_JOINT = frozenset({"completed", "signed", "acquired"})
_ANNOUNCED = frozenset({"announced", "announcing", "announces"})
_WISHED = re.compile(r"(?:its |the |all )?(?:[a-z-]+ )?(?:aim|ambition|forecast|goal|guidance|hope|outlook|prediction|target)s?\b")
# what happens to things, and accounts, which only rise and fall
_NOT_OF_ACCOUNTS = frozenset({"closed", "ended", "launched", "opened", "started"})
_ACCOUNTS = frozenset({"revenue", "profit", "operating_profit", "loss", "margin", "eps", "debt", "share_price"})


def _is_after(sentence: Sentence, when: Period) -> bool:
    """True for a time still to come."""
    dating = sentence.reading.dating
    return dating is not None and when.start is not None and when.start > dating.end


# "will leave once his contract expires in May"
_OWN_CONTRACT = re.compile(r"\b(?:his|her|(?:chief executive|chairman|president|manager|boss|director)'s) (?:current |present |existing )?contract $")
# events that happen at a place or in a market
_PLACED = frozenset({"opened", "closed", "launched", "listed", "started", "ended", "recalled"})


def _shifted(sentence: Sentence, period: PeriodMention, hit: Hit) -> Period:
    """The period a year on, where the present or future tense tells that it is still to come: "goes on sale on May 1"."""
    when, dating = period.period, sentence.reading.dating
    verb = sentence.token(hit.start)
    effective = _EFFECTIVE.search(sentence.between(max(sentence.start, period.start - 30), period.start))
    if (
        dating is None or dating.basis != "given" or not when.start or not when.end or when.end >= dating.start or when.grain not in ("day", "week", "month", "quarter", "span")
        or re.search(r"\d{4}|\b(?:last|this|ago|yesterday|earlier|[A-Z][a-z]+day)\b", when.text)
    ):  # fmt: skip
        return when
    ahead = _AHEAD.search(sentence.between(max(sentence.start, period.start - 40), period.start))
    going = verb.tag_ == "VBG" and any(child.dep_ == "aux" and child.lower_ in ("is", "are", "'s", "'re") for child in verb.children)
    if verb.tag_ in ("VBZ", "VBP") or going or ahead or effective and (dating.start - when.end).days > 90 or _WILL.search(head := sentence.between(max(sentence.start, hit.start - 30), hit.start)) or _WOULD.search(head) and not _is_told_of_past(sentence, period):
        return when.model_copy(update={"start": next_in_line.year_on(when.start), "end": next_in_line.year_on(when.end)})
    return when


def _is_told_of_past(sentence: Sentence, period: PeriodMention) -> bool:
    """True if a sentence dates what it tells some time back: "said last year that it would open in May"."""
    dating = sentence.reading.dating
    return dating is not None and any(one is not period and one.period.end is not None and (dating.start - one.period.end).days > 31 for one in sentence.periods)


_ADVERB = r"(?:(?:originally|initially|previously|once|earlier|first|long|also|at first) )*"
# what was to be, and may never have been: "had planned to open", "was supposed to be completed", "completion was due"
_HAD_PLANNED = re.compile(
    rf"\b(?:(?:had {_ADVERB}(?:been )?{_ADVERB}|(?:was|were) {_ADVERB})(?:(?P<hoped>hoped|hoping|aimed|aiming|wanted)|planned|planning|intended|expected|meant|due|scheduled|slated|targeted|promised|pledged|set|supposed)"
    rf"|(?:it|they|he|she|company|group|firm) {_ADVERB}(?:planned|intended)|(?:was|were)(?= to have\b))(?: for)?(?: to (?:be |have |have been )?(?:[a-z]+ly )?[a-z]+(?: [a-z]+){{0,4}})?$"
)
_EFFECTIVE = re.compile(r"\b(?:effective|with effect) (?:on |from )?$")
# "said it would open in May"
_WOULD = re.compile(r"\bwould\b(?! have\b)[^,;.]{0,12}$")
_AHEAD = re.compile(
    r"\b(?:back on|on (?:track|course|schedule)|ready|set|plann(?:ed|ing)|plans|scheduled|slated|aim(?:ed|ing|s)?|due|gear(?:ed|ing|s)? up|prepar(?:ed|ing|es)|target(?:s|ed|ing)?|eye(?:s|d|ing)|eyeing)"
    r" (?:for )?(?:an?|its|the|their) $"
)
# "last year it talked up its plan to launch": the time is that of the talk
_PLANNED_TO = re.compile(r"\b(?:plans?|ambitions?|intentions?|hopes?|efforts?|attempts?|campaigns?|proposals?|decisions?|talks|approval|permission) to $")
_WILL = re.compile(r"\b(?:will|view to|is to|are to|plans to|due to|set to|expects to|(?:does|do)(?: not|n't)|from(?= taking))\b[^,;.]{0,12}$")
# "if it does not close by May": told of no event
_UNLESS = re.compile(r"\b(?:if|unless|in case)\b[^,;.]{0,60}$")


# "is slated to list on Thursday", in Thursday's paper
_TO_COME = re.compile(r"\b(?:will|(?:is|are) (?:to|due|set|scheduled|slated|expected|planned|poised|likely|(?:leav|open|clos|launch)ing)|due (?:to|for|out))\b[^.;,]{0,20}$")


def _is_future(sentence: Sentence, period: PeriodMention, start: int, end: int) -> bool:
    dating = sentence.reading.dating
    margin = dt.timedelta(0 if dating is not None and dating.basis == "given" else 90)  # an inferred date may be too late
    if dating is not None and period.period.end and period.period.end <= dating.start - margin:
        # news of the day may tell in the morning what the evening will bring
        return not margin and period.period.end == dating.start and _TO_COME.search(re.sub(r" [a-z]+ly\b", "", sentence.between(max(sentence.start, start - 50), end))) is not None
    if stance(sentence, start) is not None:
        return True
    if re.search(
        r"\b(?:will|would|should|(?:is|are) (?:leav|retir|depart|stepp)ing|is to|are to|expected|due|set|slated|scheduled|planned|next|by|plans?|until)\b[^.;]{0,25}$",
        sentence.between(max(sentence.start, start - 40), end),
        re.IGNORECASE,
    ):
        return True
    return bool(dating and period.period.start and period.period.start > dating.end)
