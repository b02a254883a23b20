"""Persons who hand an office on: who comes, who goes, and which office where.

"Jane Roe will succeed John Doe as chairman", "John Doe handed the reins to Jane Roe", "his job goes to Jane Roe". The
office may be told with the verb, beside one of the two names, or in the sentence before ("Acme has a new chairman. …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from extractor.claims.draft import Draft
from extractor.claims.employers import BEFORE, HONORIFIC, Status, employer_after, employer_of, focus, made, organizations, words_before
from extractor.claims.offices import ONE, REST, TITLE, WHOLE_TITLE, predicate_of
from extractor.mentions.types import EntityMention
from extractor.reading import Sentence, within

_CUE = re.compile(r"replac|resignation|departure|exit|retirement|dismissal|death|ousting|succe|suppla|tak|took|job|role|post|shoes|way|hand|pass|baton|follow|fill|place")
# what may be said of who comes first: "Jane Roe, once head of Globex, succeeds"
_WHO = r"(?:, [^;.]{2,90}?,)?"
_WILL = _WHO + r"(?:'ll|'d|,? who|,)?(?: (?:is (?:set |due |expected |about )?to|has agreed to|has been (?:chosen|named|appointed|picked|tapped|elected) to|was (?:chosen|named|appointed|picked|tapped|elected) to|will|would|to|has|had|is|was|later|also|now|then|formally|officially|eventually|finally|soon|recently|abruptly|suddenly|unexpectedly|just))*"
_HELM = r"(?:reins|helm|baton|wheel|top job|chair|mantle|role|job|post|position|keys|controls|torch)"
_OF_SOME = r"(?: (?:as|of|at) [^,;.]{3,60}?)?"
# what may stand before the second name: "co-founder", "longtime chief executive", "her predecessor,"
_LEAD = r"(?: [^,;.]{1,60}?,?)?,? "
_WHEN = r"(?: (?:in|on|from|next|last|this|the (?:same|following|next)|(?:a|two|three|\d+)) [^,;.]{3,25}?)?"
# between the names of who comes and who goes, in this order
_COMES = re.compile(
    _WILL + r" (?:(?:be )?(?:replacing|succeeding)|replac(?:e|es|ed)|succeed(?:s|ed)?|supplant(?:s|ed)?|suppl(?:y|ies)|fill(?:s|ed)? in for|follow(?:s|ed)?(?= (?:[\w-]+ ){0,4}(?:as|in the))"
    r"|(?:tak(?:e|es|ing|en)|took) over" + _OF_SOME + _WHEN + r" from|(?:tak(?:e|es|ing|en)|took|inherit(?:s|ed)?|assum(?:e|es|ed)) (?:up |over )?(?:the |her |his )?(?:[\w-]+ ){0,2}" + _HELM + _OF_SOME + _WHEN + r" from"
    r"|(?:tak(?:e|es|ing|en)|took) the place of|step(?:s|ped)? into the shoes of|fill(?:s|ed)? the shoes of)" + _LEAD
    + r"|" + r"[^.;]{0,120}?,? (?:to (?:replace|succeed)|as (?:the )?(?:successor|replacement) (?:to|for)|in (?:the )?place of|in succession to|(?:following|after) (?:the )?(?:[a-z]+ )?(?:resignation|departure|exit|retirement|dismissal|death|ousting) of|, (?:the |his |her )?successor to|(?<=, )(?:succeeding|replacing))" + _LEAD
)
# between the names of who goes and who comes
_LEAVES = r"(?:leav(?:e|es|ing)|left|retir(?:e|es|ed|ing)|step(?:s|ped|ping)? (?:down|aside)|st(?:and|ands|anding|ood) down|resign(?:s|ed|ing)?|depart(?:s|ed|ing)?|quits?|go(?:es|ing)?)"
_GOES = re.compile(
    _WILL + r" (?:be )?" + _LEAVES + r"\b[^;.]{0,80}? (?:and|to) (?:(?:will|would|is to|was|has been|is being|had been|is) )?(?:be )?(?:replaced|succeeded)" + r"(?: (?:as|on an) [^;.]{3,60}?)?" + _WHEN + r" by" + _LEAD + r"|" + _WHO + r"(?:'ll|'d|,? who|, whom|,)?(?: (?:is (?:set |due |expected |about )?to|will|would|was|is|has|had|been|be|being))* (?:replaced|succeeded|followed)" + r"(?: (?:as|on an|in) [^;.]{3,60}?)?" + _WHEN + r",? (?:by|with)" + _LEAD
    + r"|" + _WILL + r" (?:(?:hand|pass)(?:s|es|ed|ing)?(?: over| on)? (?:the |his |her |over )?(?:[\w-]+ ){0,2}" + _HELM + _OF_SOME + _WHEN + r" to|(?:hand|hands|handed|handing) over" + _OF_SOME + _WHEN + r" to|(?:make|makes|made|making|give|gives|gave|giving) way (?:for|to))" + _LEAD
    + r"|(?:'s)?,? (?:old |former |previous )?(?:job|role|post|position|place|seat|duties)(?:, (?P<job>[^;.]{3,60}?),)?(?: (?:has|have|had|will|would|is|was|are|be|been|being))* (?:go|goes|went|gone|pass|passes|passed|fall|falls|fell|taken|filled|assumed|given|handed)(?: over)? (?:to|by)" + _LEAD
)
# who "with" names after what replaces: "replaced CEO Jane Roe with John Doe"
_SWAPS = re.compile(r"[^.;]{0,60}? with" + _LEAD)
_REPLACING = re.compile(r"\b(?:replac(?:e|es|ed|ing)|swap(?:s|ped|ping)?) (?:[^.;,]{0,60} )?$")
_FUTURE = re.compile(r"\b(?:will|would|(?:is|are|due|set|expected|about|agreed) to|to (?:replace|succeed|take|be|hand|make|step|pass))\b|'ll\b")
@cache
def _as_title() -> re.Pattern[str]:
    """ "as Acme's chief executive", "from the CEO position"."""
    return re.compile(
        r"\bas (?P<lead>(?:the |its |their |his |her |our |new |next |first |acting )*(?:[A-Z][\w&.'-]* ){0,4}?)(?P<role>" + ONE + REST + r")\b"
        r"|\b(?:from|left) (?:the|his|her) (?P<post>" + ONE + r") (?:position|post|role|job)\b", re.IGNORECASE,
    )  # fmt: skip


# what follows tells of the one named last
_ASIDE = re.compile(r", (?:who|whose)\b|;")


@cache
def _new_title() -> re.Pattern[str]:
    """ "a new chief executive"."""
    return re.compile(r"\b(?:new|next|another|incoming|replacement|first|permanent) (?P<role>" + ONE + r")\b", re.IGNORECASE)


_HELD = ("executive", "chair", "spokesperson", "analyst")




@cache
def _title_after() -> re.Pattern[str]:
    """ ", the chief executive of"."""
    return re.compile(r", (?:the |its |an? |[A-Z][\w&.-]*'s )?" + TITLE + REST + r")", re.IGNORECASE)


@cache
def _given() -> re.Pattern[str]:
    """After a name: " as its new chief executive", " chief executive"."""
    return re.compile(r"(?:,[^.;]{3,70},)? (?:(?:[^.;]{0,60} )?(?:as|become|becomes|became|to be) )?(?:the |its |their |his |her |new |next )*" + TITLE + REST + r")", re.IGNORECASE)


@cache
def _made() -> re.Pattern[str]:
    """ "was elected chairman of Acme, succeeding"."""
    return re.compile(r"\b(?:named|appointed|elected|promoted to|hired as|becomes?|became) (?:the |its |their |new )*" + TITLE + REST + r")", re.IGNORECASE)


# "chairman, succeeding John Doe"
_IN_PLACE = re.compile(r", (?:succeeding|replacing)\b")
_STILL_THERE = re.compile(r",? who (?:will|is to|plans to|retires|is (?:retiring|leaving|stepping))\b")


class Handover(NamedTuple):
    """Who comes and who goes, where it is told, and whether it is still to be; `told` is the office if the words between the names tell it."""

    comes: EntityMention
    goes: EntityMention
    start: int
    end: int
    future: bool
    told: str | None


def handovers(sentence: Sentence) -> list[Handover]:
    """The offices that a sentence tells to go from one person to another."""
    people = [one for one in sentence.entities if one.referent.type == "person" and not sentence.reading.is_quoted(one.start)]
    if len(people) < 2 or not _CUE.search(sentence.text):
        return []
    found = []
    for index, one in enumerate(people):
        for other in people[index + 1 : index + 3]:
            if other.referent is one.referent or (handed := _between(sentence, one, other)) is None:
                continue
            found.append(handed._replace(future=True) if _is_ahead(sentence, handed) else handed)
            break
    return found


_NOW = re.compile(r"\b(?:takes|succeeds|replaces|hands|gives|makes|steps|passes|goes)\b")


def _is_ahead(sentence: Sentence, handed: Handover) -> bool:
    """True for what is told in the present of a time to come: "Jane Roe takes over from John Doe on July 1"."""
    dating = sentence.reading.dating
    return dating is not None and _NOW.search(sentence.between(handed.start, handed.end)) is not None and any(
        one.period.start and one.period.start > dating.end for one in sentence.periods
    )


_HIS_WHAT = re.compile(r" (?!(?:in|on|as|from|at|by|for|with|after|when|next|this|later|following|until|effective|and|who|but|while|starting|beginning|upon|once|immediately|today|tomorrow|permanently|temporarily)\b)[a-z]")


def _between(sentence: Sentence, one: EntityMention, other: EntityMention) -> Handover | None:
    gap = HONORIFIC.sub("", sentence.between(one.end, other.start))
    if other.text.casefold() in ("his", "her") and _HIS_WHAT.match(sentence.between(other.end, sentence.end)):
        return None  # "succeeds her father", but not "succeeds her in May"
    goes = _GOES.fullmatch(gap)
    swaps = goes is None and _SWAPS.fullmatch(gap) and _REPLACING.search(sentence.between(sentence.start, one.start))
    if goes or swaps:
        return Handover(other, one, one.start, other.end, bool(_FUTURE.search(gap.partition(" by ")[0] if goes else sentence.between(sentence.start, one.start)[-30:])),
                        goes["job"] if goes else None)  # fmt: skip
    if _COMES.fullmatch(gap) and not (_IN_PLACE.search(gap) and not (_made().search(gap) or _given().match(gap))):
        return Handover(one, other, one.start, other.end, bool(_FUTURE.search(gap)), None)
    return None


# "named acting chief executive after the resignation of": whoever went did not act for another
_ACTING = re.compile(r"^(?:acting|interim) ", re.IGNORECASE)


def find(sentence: Sentence) -> Iterator[Draft]:
    """The claims of those who come and go in a sentence, where their office is told."""
    for one in handovers(sentence):
        role, object = office_of(sentence, one)
        rule = "<person> replaced <person> as <role>"
        if role is None and not one.future and (house := _run_before(sentence, one.goes)) is not None:
            # the rule of those who run a company tells of who goes
            yield Draft(kind="person", predicate="executive", subject=one.comes, rule=rule, start=one.start, end=house.end, object=house, status="current", confidence=0.7)
        if role is None or predicate_of(role) not in _HELD:
            continue
        stays = one.future or one.comes.start < one.goes.start and _STILL_THERE.match(sentence.between(one.goes.end, sentence.end))
        yield from made(sentence, one.goes, object, _ACTING.sub("", role), "current" if stays else "former", rule, one.start, one.end, 0.8)
        yield from made(sentence, one.comes, object, role, "incoming" if one.future else "current", rule, one.start, one.end, 0.8)


# "Her predecessor, | Jane Roe", "Roe's successor, | John Doe"
_KIN = re.compile(r"(?:\b(?P<own>[Hh]is|[Hh]er|[Tt]heir)|['’]s?) (?:(?:immediate|eventual|chosen|designated|likely) )?(?P<kin>predecessor|successor),? $")


def heirs(sentence: Sentence, told: list[Draft]) -> Iterator[Draft]:
    """ "John Doe, who has led Acme since 2016, … He will be replaced by Jane Roe": the office that the claims `told` give to who goes."""
    for one in handovers(sentence):
        held = next((
            two for two in reversed(told)
            if two.subject.referent is one.goes.referent and two.predicate in ("executive", "chair") and two.status == "current" and two.end <= one.start
        ), None)  # fmt: skip
        if one.told is not None or held is None or any(
            two.subject.referent is one.comes.referent and (sentence.start <= two.start < sentence.end or two.predicate == held.predicate and two.status != "former")
            and two.object is not None and held.object is not None and two.object.referent is held.object.referent
            for two in told
        ):  # fmt: skip
            continue
        yield replace(held, subject=one.comes, rule="<person> replaced <person>", start=one.start, end=one.end, status="incoming" if one.future else "current", confidence=0.7)


def kin_of(sentence: Sentence, told: list[Draft]) -> Iterator[Draft]:
    """ "Her predecessor, Jane Roe, lasted a year": the office of whom the claims `told` give it to."""
    if "predecessor" not in sentence.words and "successor" not in sentence.words:
        return
    for person in sentence.entities:
        match = _KIN.search(sentence.between(sentence.start, person.start)) if person.referent.type == "person" and person.via != "coreference" else None
        if match is None:
            continue
        start = sentence.start + match.start()
        holder = next((one.referent for one in sentence.entities if one.referent.type == "person" and (one.start if match["own"] else one.end) == start), None)
        held = next((one for one in reversed(told) if holder is not None and one.subject.referent is holder and one.status != "former" and one.predicate in _HELD), None)
        if held is None or any(one.subject.referent is person.referent and one.predicate == held.predicate for one in told):
            continue
        status: Status = "former" if match["kin"] == "predecessor" else "incoming"
        yield replace(held, subject=person, rule="<person>'s <predecessor>, <person>", start=start, end=person.end, status=status, confidence=0.75)


_RAN = re.compile(r",? who (?:has |had )?(?:ran|run|led|headed) (?:(?:the )?(?:[A-Z][\w-]+ )?(?:[a-z][\w'-]* ){1,4}|the )?")


def _run_before(sentence: Sentence, goes: EntityMention) -> EntityMention | None:
    """The company that who goes has run: "Jane Roe succeeds John Doe, who ran the printer maker Acme"."""
    return next((one for one in organizations(sentence) if one.start > goes.end and _RAN.fullmatch(sentence.between(goes.end, one.start))), None)


def office_of(sentence: Sentence, handed: Handover) -> tuple[str | None, EntityMention | None]:
    """The office handed on, and where: told after the names, between them, before either, or in the sentence before."""
    rest = _ASIDE.split(sentence.between(handed.end, sentence.end))[0]
    for text, start in ((rest, handed.end), (sentence.between(handed.start, handed.end), handed.start)):
        match = _as_title().search(text)
        if match is not None and match["post"]:
            return match["post"], focus(sentence, handed.goes)
        if match is not None:
            named_in = within(organizations(sentence), start + match.start("lead"), start + match.end("lead"))
            behind = employer_of(sentence, start + match.end("role"))
            return match["role"], next(iter(named_in), None) or behind or focus(sentence, handed.goes)
    if handed.comes.start < handed.goes.start and _IN_PLACE.search(between := sentence.between(handed.comes.end, handed.goes.start)):
        titled_so = _made().search(between) or _given().match(between)
        if titled_so is not None:
            return titled_so["role"], employer_of(sentence, handed.comes.end + titled_so.end("role")) or focus(sentence, handed.goes)
    if handed.told is not None and (match := WHOLE_TITLE.fullmatch(handed.told)):
        return match["role"], focus(sentence, handed.goes)
    if (titled := _titled(sentence, handed.goes)) is not None:
        return titled
    for one in sentence.entities:
        # "chairman Jane Roe said she would be replaced by"
        if one.end <= handed.goes.start and one.referent is handed.goes.referent and (titled := _titled(sentence, one) or _left_office(sentence, one)) is not None:
            return titled
    if not handed.future and (titled := _titled_before(sentence, handed.comes)) is not None:
        return titled
    if (earlier := sentence.previous) is None:
        return None, None
    for one in reversed(earlier.entities):
        if one.referent is handed.goes.referent and (titled := _titled(earlier, one) or _left_office(earlier, one)) is not None:
            return titled
    if (given := _given_before(sentence, handed.comes)) is not None:
        return given, focus(sentence, handed.goes)
    if (match := _new_title().search(earlier.text)) is not None:
        first = next((one for one in organizations(earlier) if one.referent.type == "organization"), None)
        return match["role"], first or focus(sentence, handed.goes)
    return None, None


@cache
def _leaving_as() -> re.Pattern[str]:
    """ "has stepped down as executive chairman", "she stays on as chief executive"."""
    return re.compile(
        r"(?:[^.;]{0,60})?\b(?:step(?:s|ped|ping)? (?:down|aside)|st(?:and|ands|anding|ood) down|resign(?:s|ed|ing)?|retir(?:e|es|ed|ing)|stay(?:s|ed)? on|leav(?:e|es|ing)|left|quit)"
        r" as (?:its |the |their )?" + TITLE + REST + r")", re.IGNORECASE,
    )  # fmt: skip


def _left_office(sentence: Sentence, person: EntityMention) -> _Office | None:
    """The office that a person is told to leave, with its organisation."""
    match = _leaving_as().match(sentence.between(person.end, sentence.end))
    if match is None or predicate_of(match["role"]) not in _HELD:
        return None
    return match["role"], employer_of(sentence, person.end + match.end("role")) or focus(sentence, person)


_GIVES = re.compile(r"\b(?:named|names|appoint(?:ed|s)|hired|hires|picked|promoted|chosen|chose|elected|poached|tapped|elevated|roped|brought|appointment|elevation|promotion|hiring|becomes?|became|(?:tak(?:e|es|ing)|took) over)\b")


def _given_before(sentence: Sentence, comes: EntityMention) -> str | None:
    """The office that a sentence shortly before has given to who comes: "named Jane Roe as its chief executive. … She succeeds"."""
    for index in range(sentence.index - 1, max(-1, sentence.index - 4), -1):
        earlier = sentence.reading.sentences[index]
        if not _GIVES.search(earlier.text):
            continue
        for one in earlier.entities:
            if one.referent is not comes.referent:
                continue
            after = earlier.between(one.end, earlier.end)
            if (match := _given().match(after) or _as_title().search(after)) is not None and match["role"]:
                return match["role"]
    return None


_Office = tuple[str, EntityMention | None]


def _titled(sentence: Sentence, person: EntityMention) -> _Office | None:
    """The office named right before or after a name, with its organisation."""
    if (before := _titled_before(sentence, person)) is not None or person.via == "coreference":
        return before
    after = _title_after().match(sentence.between(person.end, sentence.end))
    if after is None or after["former"] or predicate_of(after["role"]) not in _HELD:
        return None
    end = person.end + after.end("role")
    inside = within(organizations(sentence), person.end, end)
    return after["role"], next(iter(inside), None) or employer_of(sentence, end) or focus(sentence, person)


def _titled_before(sentence: Sentence, person: EntityMention) -> _Office | None:
    before = BEFORE.search(words_before(sentence, person, 160)) if person.via != "coreference" else None
    if before is None or before["former"] or predicate_of(before["role"]) not in _HELD:
        return None
    start = person.start - len(before.group())
    own = (one for one in reversed(organizations(sentence)) if one.end <= start and re.fullmatch(r"(?:'s?)? (?:[\w-]+ ){0,2}", sentence.between(one.end, start)))
    return before["role"], next(own, None) or employer_after(sentence, person) or focus(sentence, person)
