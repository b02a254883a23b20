"""Dates: an event of a company, product or person with the period the text gives it.

"Acme, founded in 2003" is `founded`, 2003; "it opened a plant in Leeds in March 2014" is `opened`, object "plant";
"sales start next week" is `launched`, outlook `plan`. Only where the text dates the event itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from extractor.attribution import attributed
from extractor.claims.draft import Draft, named
from extractor.claims.slots import actor
from extractor.claims.where import event_place
from extractor.context import negated, stance
from extractor.mentions.types import EntityMention, PeriodMention
from extractor.reading import Reading, Sentence
from extractor.record import Outlook

if TYPE_CHECKING:
    from spacy.tokens import Token

# (predicate, rule, cue). The cue and the period must stand in one clause; first fitting cue wins.
_CUES: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (predicate, rule, re.compile(r"\b(?:" + pattern + r")\b", re.IGNORECASE))
    for predicate, rule, pattern in (
        ("founded", "<company> founded in <period>", r"(?:co-)?founded|was established|was set up|was created|was formed|be set up|was started(?= in| by)|(?:established|set up|formed) (?-i:(?=[A-Z]))|(?:(?<=, )|^)(?:set up|established|formed|created|started) in|incorporated in|(?<=who )(?:created|established|set up|started)(?= it\b| (?-i:[A-Z])| the (?:company|group|firm|bank|chain|brand|business))"),
        ("listed", "<company> listed in <period>", r"listing on|listed on|lists? (?:on|its shares|in (?:London|New York|Hong Kong))|to list|went public|go(?:es)? public|going public|floated|flotation|IPO|initial public offering|stock market debut|market debut"),
        ("recalled", "<company> recalled <product> in <period>", r"recall(?:s|ed|ing)?"),
        ("filed", "<company> filed <thing> in <period>", r"filed (?:for|a|an|its|suit)|(?:will|would|to) file (?:for|a|an|its)|filing for|sued|lodged a"),
        ("approved", "<thing> approved in <period>", r"approved|(?<!file for )(?<!filed for )(?<!seek )(?<!apply for )(?<!applied for )approval (?:of|for)|cleared (?:the|by)|gave (?:its )?approval|won approval"),
        ("signed", "<company> signed <thing> in <period>", r"signed (?:a|an|the|its)|to be signed|signing of"),
        ("completed", "<deal> completed in <period>", r"(?:should|(?:expected|due|set|scheduled|likely|plans?|hopes?|expects? (?:(?:the|this|that) (?:[\w-]+ )?(?:\w+)|it)) to) (?:close|be completed|complete|be finali[sz]ed)|will (?:be completed|complete|close(?! (?:its|the|a|an|one|two|three|down|\d)))|completed|completion of"),
        ("acquired", "<company> acquired <company> in <period>", r"acquired|bought|took over (?!from|as|in)"),
        ("closed", "<company> closed <site> in <period>", r"clos(?:e|es|ed|ing) (?:its|the|a|an|one|two|three|down|\d+)|shut(?:s|ting)? (?:down |its |the )|shutter(?:s|ed|ing)?|closure of|will close|(?:to|will) be (?:closed|shut)|(?:was|were) (?:closed|shut)"),
        ("opened", "<company> opened <site> in <period>", r"open(?:s|ed|ing)? (?:its|a|an|the|their|more|new|\d[\d,]*|up to|about|around|another|two|three|four|five|ten)|inaugurat(?:e|es|ed)|establish(?:es|ed)? (?:its|a|an) (?:[\w-]+ ){0,3}(?:office|branch|store|plant|factory|cent(?:re|er))|opening of|(?:will|to|was|were) (?:be )?open(?:ed)?"),
        ("launched", "<company> launched <product> in <period>",
         r"launch(?:es|ed|ing)?|(?:goes|go|went|going) on sale|unveil(?:s|ed|ing)? (?:the|its|a|an) (?:new|first|next|latest)|releas(?:e|es|ed|ing) (?:of|its|the|a|an)|brought out|rolled? out|introduc(?:e|es|ed|ing) (?:its|the|a|an)|(?:be|was|were) introduced|marketing (?:should|will|is to) (?:begin|start)|(?:start|begin)(?:s|ed)? (?:selling|to sell|sales|deliveries|shipping)|(?:sales|deliveries|service|services|shipments) (?:will |should |are to |is to )?(?:begin|start)s?|hit(?:s)? (?:the )?(?:shelves|stores|showrooms)|(?:will|to|would) be (?:available|on sale|on the market|in stores)|(?:is|are|becomes?) available (?=from|on|in (?-i:[A-Z])\w+ \d)|(?<=, )(?:released|introduced) in"),
        ("appointed", "<person> appointed in <period>", r"(?:was |were |been )?(?:appointed|named|hired|poached|recruited|promoted|elevated(?= to))|took (?:over|the helm)|takes over|joined|joins|(?:will|to) join|takes? up (?:his|her|the) (?:post|role|job|position|new)|will (?:become|take over|succeed|replace)|succeed(?:s|ed)|replac(?:e|es|ed)"),
        ("departed", "<person> left in <period>", r"resign(?:s|ed)?|stepp(?:ed|ing) down|steps? down|(?:will|would|is due to|plans to) (?:leave|retire|step down)|retir(?:es|ed)|quit|left (?:the (?:company|firm|group|bank)|(?:[A-Z][\w&.-]+ ){1,3}(?=in\b|last\b|at the\b|earlier\b|on\b)|(?=in\b|last\b|at the\b|earlier\b|on\b|for\b))|to (?:retire|leave|step down|resign)|was (?:sacked|fired|ousted)|is (?:leaving|retiring|departing|stepping down)|gave up (?:the|his|her) (?:[\w-]+ ){0,4}(?:job|post|role|position)"),
        ("started", "<company> started <thing> in <period>", r"(?:began|begin|begins|start|starts|started|beginning|starting|resumed?|resumes|commenc(?:e|es|ed)|to start|broke ground)"),
        ("ended", "<company> ended <thing> in <period>", r"(?:would|will|to) (?:end|cease)|(?:would|will|is to|are to|due to|plans? to|expected to) (?:halt|stop|discontinue|phase out)|ended|end(?:s)? (?:its|the|production|sales|in|on)|expir(?:e|es|ed)|(?:stopped|halted|ceased|discontinued)"),
        ("reported", "<company> reported results on <period>", r"(?:posted|reported|posts|reports|released|publish(?:ed|es)|announced) (?:(?!to\b|plans?\b)[\w&'%.,-]+ ){0,7}?(?:profits?|loss|results|earnings|revenue|sales|income|figures)|in its report|(?:results|earnings|report|figures) (?:are )?(?:due|released|published|on)|(?:report|publish|release|present) (?:[\w'-]+ ){0,4}?(?:results|earnings|figures)"),
        ("announced", "<company> announced <thing> on <period>", r"announced|announc(?:es|ing)|issued (?:a|an|its|another) (?:[\w-]+ ){0,2}warning|(?:rais|slash|cut|lower|trimm?|lift|reiterat|affirm|reaffirm|downgrad|upgrad)(?:ed|s)? its (?:[\w-]+ ){0,5}(?:forecast|outlook|guidance|target)s?|unveil(?:s|ed|ing)|presented|disclosed|revealed"),
    )
)  # fmt: skip
_BREAK = re.compile(
    r"[;:]|\b(?:while|but|although|whereas|after|before|because|since (?!(?:listing|its|the))|when|which|as (?:it|its|the|their|a|well|[\w-]+ (?:[\w-]+ )?(?:profits?|sales|revenues?|earnings))|compared|up from|down from)\b|, (?:up|down|it|he|she|they|another|and (?:said|it|its))\b|(?<!\b[A-Z])\. "
)
# "named Jane Roe as the company's chief executive, effective Jan. 1": no clause of its own
_AS_OFFICE = re.compile(r"\bas (?:its|the|their|an?)\b(?! (?:company|group|firm|bank)\b(?!'))")


class _Dated(NamedTuple):
    """A cue that a period dates: how far it stands from the period, its order in the list, what it tells, and where."""

    distance: int
    order: int
    predicate: str
    rule: str
    start: int
    end: int


_GOING = frozenset({"announced", "reported"})


def find(reading: Reading) -> Iterator[Draft]:
    """The date claims of an article."""
    for sentence in reading.telling:
        dating = [
            one for one in sentence.periods if one.period.start and one.period.end and not one.comparison and one.type == "DATE"
        ]  # fmt: skip
        if sentence.in_title or not dating:
            continue
        cues = _cues(sentence)
        dated: dict[int, tuple[_Dated, PeriodMention]] = {}
        for period in dating:
            best = _nearest(sentence, period, cues)
            # an event has one date: of two periods around a cue the nearer one
            if best is not None and (best.start not in dated or best.distance < dated[best.start][0].distance):
                dated[best.start] = best, period
        for cue, period in dated.values():
            yield from _event(sentence, period, cue)


def _cues(sentence: Sentence) -> list[tuple[int, str, str, int, int]]:
    """The cues of a sentence: their order in the list, predicate and rule, start and end."""
    return [
        (order, predicate, rule, sentence.start + match.start(), sentence.start + match.end())
        for order, (predicate, rule, pattern) in enumerate(_CUES)
        for match in pattern.finditer(sentence.text)
    ]


def _nearest(sentence: Sentence, period: PeriodMention, cues: list[tuple[int, str, str, int, int]]) -> _Dated | None:
    """The cue of the event that a period dates: the nearest in its clause."""
    found = []
    for order, predicate, rule, start, end in cues:
        if predicate in _GOING and period.period.grain not in ("day", "month", "week"):
            continue
        distance = _distance(sentence, start, end, period, predicate)
        if distance is not None:
            found.append(_Dated(distance, order, predicate, rule, start, end))
    return min(found, default=None)


def _event(sentence: Sentence, period: PeriodMention, cue: _Dated) -> Iterator[Draft]:
    """The claims of an event and its date."""
    _, _, predicate, rule, start, end = cue
    if predicate == "started" and not _starts(sentence, start) or re.search(
        r"\b(?:year|quarter|month|season|period|week|half|day)s? (?:that |which )?$", sentence.between(sentence.start, start)
    ):
        # "in the year that starts in April"
        return
    if predicate == "started" and (
        re.fullmatch(r"(?:beginn|start)ing (?:in |on |from )?", sentence.between(start, period.start), re.IGNORECASE)
        or any(re.fullmatch(r",? (?:which|that) ", sentence.between(one.end, start)) for one in sentence.periods)
    ):
        return  # "Starting in May, …" and "fiscal 2016, which started in May" only date something else
    if (
        predicate not in _GOING
        and predicate not in ("completed", "launched")
        and _is_measured(sentence, start, end, period)
    ):
        return
    yield from _drafts(sentence, period, predicate, rule, start, end)


def _starts(sentence: Sentence, position: int) -> bool:
    """True for a verb of starting of which somebody may be the subject: no "solid start", no "since records began"."""
    return sentence.token(position).pos_ not in ("NOUN", "PROPN", "ADJ") and not re.search(r"\brecords? $", sentence.between(sentence.start, position))


def _distance(sentence: Sentence, start: int, end: int, period: PeriodMention, predicate: str) -> int | None:
    """How far a cue stands from a period it may date; None if a clause lies between, or the period dates the saying."""
    if sentence.reading.is_quoted(start) != sentence.reading.is_quoted(period.start):
        return None
    if sentence.is_apart(period.start, start):
        return None
    if re.search(r"\b[Ss]ince (?:the )?$", sentence.between(max(sentence.start, period.start - 12), period.start)):
        # since when something holds is no date of what the sentence goes on to tell
        return None
    if end <= period.start:
        gap = sentence.between(end, period.start)
        if predicate == "appointed":
            gap = _AS_OFFICE.sub("", gap)
        if len(gap) > 100 or _BREAK.search(gap) or re.search(r"\b(?:said|says|told)\b", gap):
            return None
        if re.search(r"\bdue (?:from|in|on|by|to)\b", gap):
            return None
        if predicate in _GOING and re.search(r"\b(?:will|would|(?:is|are) to)\b", gap):
            return None  # it dates what is announced
        if any(end <= other.start and other.end <= period.start and other.period.start and not other.comparison for other in sentence.periods):
            return None
        return len(gap)
    gap = sentence.between(period.end, start)
    if predicate not in _GOING and re.search(r"\b(?:said|says|told|added)\b[^,;.]{0,40}\bon $", sentence.between(sentence.start, period.start)):
        return None  # it dates the saying
    if re.search(r"^ to (?!be\b)|\b(?:and|from|who|that (?:its|the|it|an?|they|he|she|their))\b", gap):
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


def _is_measured(sentence: Sentence, start: int, end: int, period: PeriodMention) -> bool:
    """True where the period qualifies a quantity rather than the event: "opened 30 stores … sales of $3bn in 2014"."""
    low, high = (end, period.start) if end <= period.start else (period.end, start)
    return any(
        low <= one.start < high and one.quantity.unit_type in ("currency", "percent") for one in sentence.quantities
    )


def _drafts(
    sentence: Sentence, period: PeriodMention, predicate: str, rule: str, start: int, end: int
) -> Iterator[Draft]:
    outlook: Outlook | None = "plan" if _is_future(sentence, period, start, end) else None
    first, last = min(start, period.start), max(end, period.end)

    def draft(subject: EntityMention, object: EntityMention | None, event: str = predicate) -> Draft:
        source, stated = attributed(sentence, start, subject) if event not in _GOING else (None, None)
        return Draft(
            kind="date", predicate=event, subject=subject, object=object, rule=rule, start=first, end=last, period=period.period,
            outlook=outlook, negated=negated(sentence, start), said=source, stated=stated if stated != period.period else None, confidence=0.65,
            place=event_place(sentence, start, end) if event in _PLACED else None,
        )  # fmt: skip

    if predicate in ("appointed", "departed"):
        yield from _people(sentence, predicate, start, end, draft)
        return
    if predicate == "started" and _is_joined(sentence, start, end):
        yield from _people(sentence, "appointed", start, end, lambda who, where, event="appointed": draft(who, where, event))
        return
    if predicate == "started" and (company := _started_by_person(sentence, start, end)) is not None:
        yield draft(company, None, "founded")
        return
    subject = _owner(sentence, start, end, predicate)
    if subject is None:
        return
    if predicate == "completed" and re.search(
        r"\b(?:plant|factory|store|shop|mill|mine|branch|brewery|site|office|facility|refinery|smelter|warehouse)(?:s|es)?\b[^;.]{0,50}$",
        sentence.between(sentence.start, start),
    ):
        predicate = "closed"  # what is due to close is a place of work, no deal
    if predicate in ("opened", "closed") and any(start <= one.start <= end + 12 and one.quantity.unit_type == "count" for one in sentence.quantities):
        return  # "opened 30 stores in May" counts sites
    thing = _thing(sentence, start, end, predicate, subject, period)
    if predicate == "acquired" and (thing is None or thing.referent.type not in ("organization", "product")):
        return  # goods, not a company
    yield draft(subject, thing, predicate)


# events that happen at a place or in a market
_PLACED = frozenset({"opened", "closed", "launched", "listed", "started", "ended", "recalled"})


def _owner(sentence: Sentence, start: int, end: int, predicate: str) -> EntityMention | None:
    """Who the event is of: what is founded after "founded", else the actor."""
    if predicate == "founded":
        parties = [one for one in sentence.entities if one.referent.type == "organization"]
        before = [one for one in parties if one.end <= start]
        token = sentence.token(start)
        passive = token.tag_ == "VBN" or re.match(
            r"(?:co-)?founded (?:in|only|by|just|some)", sentence.between(start, sentence.end), re.IGNORECASE
        )
        after = [one for one in parties if end <= one.start < end + 40]
        return next(iter(before[-1:] or after[:1] if passive else after[:1] or before[-1:]), None)
    return actor(sentence, start)


def _is_joined(sentence: Sentence, start: int, end: int) -> bool:
    """True for a person who starts in an office: "Jane Roe will start at Acme in May", "starts in May as head of sales"."""
    near = any(one.referent.type == "person" and 0 <= start - one.end < 12 for one in sentence.entities)
    return near and bool(re.match(r" (?:at|with) [A-Z]| (?:(?:in|on|next|this|later)\b)?[^.;]{0,30}? as ", sentence.between(end, sentence.end)))


def _started_by_person(sentence: Sentence, start: int, end: int) -> EntityMention | None:
    """The company in "Jane Roe started Acme": a person who starts a company founds it."""
    person = [one for one in sentence.entities if one.end <= start and one.referent.type == "person"]
    company = [one for one in sentence.entities if 0 < one.start - end <= 5 and one.referent.type == "organization"]
    if person and company and len(sentence.between(person[-1].end, start)) < 8:
        return company[0]
    return None


def _people(sentence: Sentence, predicate: str, start: int, end: int, draft) -> Iterator[Draft]:  # type: ignore[no-untyped-def]
    """Who comes and who goes: "Jane Roe, who replaced John Doe in April"."""
    people = [one for one in sentence.entities if one.referent.type == "person"]
    before = [one for one in people if one.end <= start]
    after = [one for one in people if end <= one.start <= end + 40]
    if not after and predicate == "appointed":
        after = [one for one in people if start < one.start and one.end <= end + 40]
    organizations = [
        one for one in sentence.entities
        if one.referent.type == "organization" and not sentence.is_apart(one.start, start)
        and not re.search(r"\b(?:from|formerly (?:of|at|with)|previously (?:of|at|with))(?: [a-z]+)? $", sentence.between(sentence.start, one.start))
    ]  # fmt: skip
    main = sentence.reading.main
    object = (
        organizations[0]
        if organizations
        else next((one for one in sentence.reading.entities if one.referent is main), None)
    )
    word = sentence.between(start, end).casefold()
    replaces = bool(re.search(r"replac|succeed|took over|takes over", word))
    if replaces and not (re.match(r"t\w+s? over", word) and len(people) == 1):
        passive = re.match(r" by\b", sentence.between(end, sentence.end))
        if before and after:
            comes, goes = (after[0], before[-1]) if passive else (before[-1], after[0])
            yield draft(comes, object, "appointed")
            yield draft(goes, object, "departed")
        return
    who = before[-1] if before else after[0] if after else None
    if (
        re.search(r"^(?:appointed|named|hired|promoted)$", word)
        and after
        and sentence.token(start).tag_ in ("VBD", "VBZ", "VBP")
    ):
        who = after[0]
    if who is not None:
        yield draft(who, object)


def _thing(
    sentence: Sentence, start: int, end: int, predicate: str, subject: EntityMention, period: PeriodMention
) -> EntityMention | None:
    """What is launched, opened, announced: the object of the cue, as an entity or as the words of its noun phrase."""
    token = sentence.token(end - 1) if predicate not in _GOING else sentence.token(start)
    verb = _verb(sentence, start)
    phrase = _object_of(verb)
    passive = [child for child in verb.children if child.dep_ == "nsubjpass"]
    if phrase is not None and phrase.lower_ == "ground":
        # "broke ground on a plant"
        on = next((child for child in verb.children if child.lower_ == "on"), None)
        phrase = next(iter(on.children), None) if on is not None else None
    if phrase is None and passive:
        phrase = passive[0]
    if phrase is None and verb.dep_ == "acl" or phrase is not None and phrase.lower_ in ("that", "which") and verb.dep_ == "relcl":
        phrase = verb.head
    after = [
        one
        for one in sentence.entities
        if end - 1 <= one.start <= end + 60
        and one.referent is not subject.referent
        and one.referent.type in ("product", "organization")
        and not re.search(r", (?!(?:the|called|dubbed|named)\b)[^,]*$", sentence.between(end, one.start))
    ]
    if predicate in ("launched", "acquired", "recalled", "listed") and after:
        return after[0]
    if phrase is None and verb.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj") and verb.pos_ == "NOUN":
        phrase = next((child for child in verb.children if child.dep_ == "prep" and child.lower_ == "of"), None)
        phrase = next(iter(phrase.children), None) if phrase is not None else None
    if phrase is None:
        match = re.match(
            r"[^.;]{0,40}?\bof (?:its |the )?((?:[\w-]+ ){0,4}[\w-]+)",
            sentence.between(max(end, period.end), sentence.end),
        )
        if match and predicate == "launched":
            first = max(end, period.end) + match.start(1)
            found = next((one for one in sentence.entities if one.start >= first - 1 and one.start <= first + 4), None)
            return found or named(match.group(1), first, first + len(match.group(1)), "product")
        del token
        return None
    entity = sentence.entity_at(phrase)
    if entity is not None and entity.referent.type not in ("person", "place"):
        return entity if entity.referent is not subject.referent else None
    return _phrase(sentence, phrase)


def _verb(sentence: Sentence, start: int) -> Token:
    token = sentence.token(start)
    for other in token.doc[token.i : token.i + 5]:
        if other.pos_ == "VERB" and other.idx < sentence.end:
            return other
    return token


def _object_of(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ in ("dobj", "attr", "oprd") and child.pos_ in ("NOUN", "PROPN"):
            return child
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp"):
            return _object_of(child)
    return None


def _phrase(sentence: Sentence, head: Token) -> EntityMention:
    """The noun phrase of a head with its modifiers and a short "of" or "with" phrase after it."""
    tokens = [head]
    for child in head.lefts:
        if child.dep_ in ("amod", "compound", "nmod", "nummod", "poss") and child.lower_ not in (
            "its",
            "their",
            "his",
            "her",
        ):
            tokens.extend(child.subtree)
    for child in head.rights:
        subtree = list(child.subtree)
        if (
            child.dep_ == "prep"
            and len(subtree) <= 4
            and child.lower_ in ("of", "with", "for", "in")
            and not any(one.ent_type_ in ("DATE", "TIME") for one in subtree)
        ):
            tokens.extend(subtree)
            break
    first, last = min(one.idx for one in tokens), max(one.idx + len(one) for one in tokens)
    return named(sentence.between(first, last), first, last)


def _is_future(sentence: Sentence, period: PeriodMention, start: int, end: int) -> bool:
    dating = sentence.reading.dating
    if dating is not None and dating.basis == "given" and period.period.end and period.period.end <= dating.start:
        return False
    if stance(sentence, start) is not None:
        return True
    if re.search(
        r"\b(?:will|would|should|(?:is|are) (?:leav|retir|depart|stepp)ing|is to|are to|expected|due|set|scheduled|planned|next|by|plans?|until)\b[^.;]{0,25}$",
        sentence.between(max(sentence.start, start - 40), end),
        re.IGNORECASE,
    ):
        return True
    return bool(dating and period.period.start and period.period.start > dating.end)
