"""Persons: who holds which office where.

"Jane Roe, president of Acme", "Acme's finance chief Jane Roe", "Globex analyst Jane Roe", "founded by Jane Roe": the
subject is the person, the object the organisation, `role` the title as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from extractor.claims.draft import Draft, named
from extractor.mentions.types import EntityMention
from extractor.reading import Reading, Sentence

_MODIFIER = (
    r"(?:(?:global|group|senior|executive|deputy|managing|chief|vice|general|finance|financial|sales|marketing|operating|operations|technology|information"
    r"|investment|founding|non-executive|interim|acting|assistant|associate|regional|national|corporate|commercial|product|research|equity|fund|portfolio"
    r"|lead|principal|prime|foreign|trade|energy|economy|economic|industry|transport|transportation|health|board|company|market|retail|banking|aviation|airline"
    r"|auto|automotive|car|technology|tech|telecoms?|media|software|internet|oil|gas|steel|mining|metals|commodit(?:y|ies)|pharmaceuticals?|pharma|biotech"
    r"|healthcare|consumer|food|insurance|property|real estate|shipping|semiconductor|chip|credit|currency|rates|bond|stock|portfolio|digital|people"
    r"|human resources|communications|public relations|supply chain|design|legal|compliance|risk|strategy|business|development|engineering|manufacturing"
    r"|production|quality|innovation|science|scientific|medical|data|security|brand|creative|revenue|growth|customer|sustainability|programme|program"
    r"|majority|minority|largest|biggest|main|controlling|veteran|independent|non-independent|lead|country|area|europe|asia|americas)[ -]){0,6}"
)
_OFFICE = (
    r"(?:co-?founder|founder|(?:vice[ -])?president|chair(?:man|woman|person)?|CEO|CFO|COO|CTO|CIO|officer|executive|director[- ]general|director|head|boss|chief|manager"
    r"|spokes(?:man|woman|person)|analyst|economist|strategist|minister|commissioner|governor|secretary|regulator|mayor|shareholder|investor|owner"
    r"|engineer|designer|board member|member of the board|treasurer|chief-of-staff|partner)"
)
_ONE = rf"{_MODIFIER}{_OFFICE}"
_TITLE = rf"(?P<former>(?:former|ex|one-time|outgoing)[ -])?(?P<incoming>(?:incoming|designate)[ -])?(?P<role>{_ONE}(?:(?:, | and |, and |/)(?:the )?{_ONE}){{0,4}}"
_REST = r"(?: (?:of|for|in charge of) (?!the company|the group|the firm)(?:the |its )?(?-i:[a-z])[\w&-]*(?: (?!from\b|effective\b|on\b|in\b|at\b|to\b|with\b|said\b)(?-i:[a-z])[\w&-]*){0,4})?"
# "of the Danish dairy producer Acme", "at Acme"
_DESCRIBED_AS = r"(?:the\s)?(?:[A-Z][\w-]*-based\s)?(?:(?!(?:of|at|for|in|and|with|to|by|on|the|its)\b)[\w'-]+\s){0,4}?"
_OF = r"\s(?:of|at|for|with)\s" + _DESCRIBED_AS
_BEFORE = re.compile(_TITLE + _REST + r")(?:,)?\s$", re.IGNORECASE)
_AFTER = re.compile(
    r",?\s(?:\d\d, )?(?:(?:who )?(?:is|(?P<was>was|had been|(?:had )?served as)|(?:has|have) been|has served as|serves as|became|becomes|(?:will|would|is (?:set |due |expected )?to|has agreed to) (?:(?:on|in|from) [A-Z][a-z]+ (?:\d+ )?|also |then |now )?(?:become|be|serve as|take over as)|takes over as|took over as|to become) )?(?:(?P<formerly>formerly|until recently|previously) |(?:currently|now|also) )?(?:(?:the|its|an?|their|his|her) )?(?:(?:new|next) )?(?P<owner>(?:[\w&.-]+(?: [\w&.-]+){0,3}?'s? )?)"
    + _TITLE
    + r"(?:(?: |-)[Ee]lect)?)\b",
    re.IGNORECASE,
)
_DESCRIBED = r"(?:(?:the |an? |its |two |three |four )?(?-i:[a-z][\w-]*|Nobel|Oxford|Harvard|Stanford|MIT|[A-Z]\w*-(?:born|trained|educated))(?: (?-i:[a-z][\w-]*)){0,4},?\s)?"
_FOUNDED_BY = re.compile(
    r"\b(?:co-)?(?:founded|set up|started|created|established)\b[^.;]{0,50}?\bby\s" + _DESCRIBED + r"(?:(?:[A-Z][\w'-]+ ){1,3}(?:and|,) )?$",
    re.IGNORECASE,
)
_FOUNDER = re.compile(r"(?:,[^,;.]{3,60},|,)?\s(?:who )?(?:co-)?(?:founded|set up|established|started|created)\s(?:the )?", re.IGNORECASE)
_FOUNDED_WITH = re.compile(r"\b(?:co-)?(?:founded|set up|established|started|created)\b[^.;]{0,60}?\bwith (?:(?:his|her) (?:[\w-]+ ){1,3})?$", re.IGNORECASE)
_REPLACED = re.compile(
    r"(?:,? who)?\s(?:has |will |is to )?(?:replace[ds]?|succeed(?:ed|s)?|(?:take[sn]?|took) over(?: as [^,;.]{3,60}?)? from)\s$",
    re.IGNORECASE,
)
_REPLACED_BY = re.compile(
    r"(?:,? who)? (?:will be|is to be|is being|was|has been|had been) (?:replaced|succeeded)(?: (?:as|on an) [^,;.]{3,40}?)? by (?:[^,;.]{0,60}? )?$", re.IGNORECASE
)
_AS = re.compile(r"\bas (?:its |the |their |the company's )?(?P<role>" + _ONE + r")\b", re.IGNORECASE)


# an employer that the entities do not know: "analyst at research firm Acme Insight"
_EMPLOYER = re.compile(r"\s(?:at|with)\s" + _DESCRIBED_AS + r"(?P<name>[A-Z][\w&'-]*(?: (?:(?:of|and|&) )?[A-Z][\w&'-]*){0,5})")
_BODIES = "council|association|agency|ministry|institute|university|commission|union|federation|committee|department|exchange|authority|chamber|party|lobby"


def _predicate(role: str) -> str:
    """The office that a title is of: of several, the one that comes first in rank of naming."""
    word = role.casefold()
    for pattern, predicate in (
        (r"analyst|economist|strategist|(?:fund|portfolio|investment|money) manager", "analyst"),
        (r"spokes", "spokesperson"),
        (r"minister|commissioner|governor|secretary|regulator|mayor", "official"),
        (
            r"chief|\bceo\b|cfo|coo|cto|president|officer|executive|director|head|boss|manager|treasurer|partner",
            "executive",
        ),
        (r"chair|board", "chair"),
        (r"founder", "founder"),
        (r"shareholder|investor|owner", "owner"),
        (r"engineer|designer", "employee"),
    ):
        if re.search(pattern, word) and not (
            predicate == "executive" and re.fullmatch(r"(?:non-executive |executive )?chair\w*", word)
        ):
            return predicate
    return "other"


def find(reading: Reading) -> Iterator[Draft]:
    """The person claims of an article."""
    for sentence in reading.telling:
        for person in sentence.entities:
            if person.referent.type == "person" and person.via != "coreference":
                yield from _titled_before(sentence, person)
                yield from _titled_together(sentence, person)
                yield from _titled_after(sentence, person)
                yield from _titled_by_employer(sentence, person)
                yield from _named(sentence, person)
                yield from _founder(sentence, person)
                yield from _replaced(sentence, person)
                yield from _swapped(sentence, person)
                yield from _resigned(sentence, person)
                yield from _joined_as(sentence, person)
                yield from _runs(sentence, person)
                yield from _run_by(sentence, person)
                yield from _of_broker(sentence, person)


_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Herr|Frau|Datuk|Tan Sri)\.? $")


def _words_before(sentence: Sentence, person: EntityMention, reach: int) -> str:
    """The words before a name and its "Mr"."""
    return _HONORIFIC.sub("", sentence.between(max(sentence.start, person.start - reach), person.start))


def _organizations(sentence: Sentence) -> list[EntityMention]:
    return [one for one in sentence.entities if one.referent.type in ("organization", "product")]


def _offices(role: str) -> list[str]:
    """The titles to claim one by one: to have founded a company, a seat on its board and an office are each one; two offices are one."""
    founder = re.fullmatch(r"((?:co-?)?founder)(?: and |, |/)(.+)|(.+?)(?: and |, |/)((?:co-?)?founder)", role, re.IGNORECASE)
    if founder:
        return [one for one in founder.groups() if one]
    match = re.fullmatch(r"((?:executive |non-executive )?chair\w*)(?: and |, )(.+)", role, re.IGNORECASE)
    return (
        [match.group(1), match.group(2)]
        if match and " and " not in match.group(2) and "," not in match.group(2)
        else [role]
    )


def _made(
    sentence: Sentence, person: EntityMention, object: EntityMention | None, role: str, status: Literal["current", "former", "incoming"],
    rule: str, start: int, end: int, confidence: float,
) -> Iterator[Draft]:  # fmt: skip
    if object is None:
        return
    for one in _offices(role.strip(" ,")):
        yield Draft(
            kind="person", predicate=_predicate(one), subject=person, rule=rule, start=min(start, person.start), end=max(end, person.end),
            object=object, role=one, status=status, confidence=confidence,
        )  # fmt: skip


def _status(
    match: re.Match[str], sentence: Sentence, person: EntityMention
) -> Literal["current", "former", "incoming"]:
    told = match.groupdict()
    if match["former"] or told.get("formerly") or told.get("was") or re.search(
        r"\b[Ff]ormer (?:[\w&.'-]+ ){0,3}$",
        sentence.between(sentence.start, person.start)[: -len(match.group()) or None],
    ):
        return "former"
    if match["incoming"] or re.search(r"elect|designate|\b(?:will|would|to) (?:become|be|serve|take over)\b", match.group()):
        return "incoming"
    near = sentence.between(person.end, min(sentence.end, person.end + 90))
    if re.match(
        r"[^.;]{0,40}?\b(?:resigned|stepped down|quit|has left|was (?:fired|sacked|ousted)|(?:has )?retired|(?:has )?departed|(?:slipped|walked) out|left (?=[A-Z]|the|in|last|for)|(?:has been|was) (?:replaced|succeeded)(?= (?:as|by|on)))\b", near
    ):
        return "former"
    around = sentence.between(max(sentence.start, person.start - 40), person.start)
    if re.search(r"\b(?:replac(?:ed|es|ing)|succeed(?:ed|s|ing)|oust(?:ed|s)|sacked|fired) (?!by\b)[^,;.]{0,30}(?:, )?$", around):
        return "former"
    dating = sentence.reading.dating
    if re.search(r"\b(?:takes over|becomes)\b", match.group()) and any(
        dating and one.period.start and one.period.start > dating.end for one in sentence.periods
    ):
        return "incoming"
    if re.search(r"\bwill (?:become|succeed|replace|take over)\b", near[:50]) or re.search(
        r"\b(?:to appoint|will appoint)\b", around
    ):
        return "incoming"
    return "current"


def _titled_before(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Acme Chief Executive Jane Roe", "Acme's president, Jane Roe", "the head of Acme, Jane Roe"."""
    base = max(sentence.start, person.start - 160)
    before = _words_before(sentence, person, 160)
    match = _BEFORE.search(before)
    if match is not None:
        start, role = base + match.start(), match["role"]
        whole = next((one for one in _organizations(sentence) if one.start < start < one.end), None)
        if whole is not None:
            # "Legal & General chief executive": the general is the company's
            role, start = role[whole.end - base - match.start("role") :].strip(), whole.end + 1
        owner = [
            one
            for one in _organizations(sentence)
            if one.end <= start + 1 and re.fullmatch(r"(?:'s?,?|, whose)?\s(?:[\w-]+\s){0,2}", sentence.between(one.end, start))
        ]
        object = owner[-1] if owner else _employer_after(sentence, person)
        if object is None and not _of_state(sentence.reading, person, role):
            object = _focus(sentence, person)
        yield from _made(sentence, person, object, role, _status(match, sentence, person), "<organization> <role> <person>",
                         owner[-1].start if owner else start, person.end, 0.9 if owner else 0.7)  # fmt: skip
        return
    for one in _organizations(sentence):
        gap = sentence.between(one.end, person.start)
        if one.end <= person.start and re.fullmatch(r",?\s", gap):
            head = re.search(
                _TITLE + r")" + _OF + "$", sentence.between(sentence.start, one.start), re.IGNORECASE
            )
            if head is not None:
                yield from _made(sentence, person, one, head["role"], _status(head, sentence, person), "<role> of <organization> <person>",
                                 sentence.start + head.start(), person.end, 0.85)  # fmt: skip


_TOGETHER = re.compile(r"\b(?P<role>(?:co-?)?founder|analyst|economist|strategist|director)s (?:(?:[A-Z][\w.'-]+ ?){1,3}(?:, | and |, and ))*$")


def _titled_together(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Acme co-founders Jane Roe and John Doe": one title for all."""
    before = _words_before(sentence, person, 120)
    match = _TOGETHER.search(before)
    if match is None:
        return
    start = max(sentence.start, person.start - 120) + match.start()
    owner = next((one for one in _organizations(sentence) if re.fullmatch(r"(?:'s?)? ", sentence.between(one.end, start))), None)
    if owner is not None:
        yield from _made(sentence, person, owner, match["role"], "current", "<organization> <roles> <persons>", owner.start, person.end, 0.85)


def _of_state(reading: Reading, person: EntityMention, role: str) -> bool:
    """True if a title that names no organisation is an office of state: "Mayor Jane Roe", "U.S. President Jane Roe"."""
    if _predicate(role) == "official":
        return True
    places = [one for one in reading.entities if one.referent.type == "place"]
    return role.casefold() in ("president", "vice president") and any(
        place.end <= one.start and re.fullmatch(r"'?s? (?:vice[ -])?president ", reading.text[place.end : one.start], re.IGNORECASE)
        for one in reading.entities
        if one.referent is person.referent
        for place in places
        if place.end > one.start - 20
    )


def _employer_after(sentence: Sentence, person: EntityMention) -> EntityMention | None:
    """The organisation after a titled name: "analyst Jane Roe of the research firm Acme", "director Jane Roe from Acme"."""
    match = re.match(r"\s(?:of|from|at|with)\s(?:the\s|its\s)?(?:[a-z][\w-]*\s){0,3}", sentence.between(person.end, sentence.end))
    if match is None:
        return None
    position = person.end + match.end()
    return next((one for one in _organizations(sentence) if abs(one.start - position) <= 1), None)


def _titled_after(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Jane Roe, president of Acme's retail unit", "Jane Roe, Acme's chief executive"."""
    end = person.end
    suffix = re.match(r", (?:Ph\.?D\.?|M\.?D\.?|MBA|Jr\.?)(?=,)", sentence.between(end, sentence.end))
    end += suffix.end() if suffix else 0
    employer = _employer_after(sentence, person)
    if employer is not None and re.match(r" (?:is|was|will|became|becomes|takes|took) ", sentence.between(employer.end, sentence.end)):
        # "Jane Roe of Acme will be chairman"
        end = employer.end
    yield from _title_at(sentence, person, end)
    if aside := re.match(r", [^;.]{5,90}?,(?= (?:will|would|is (?:set |due |expected )?to|became|becomes|takes over)\b)", sentence.between(end, sentence.end)):
        # "Jane Roe, who joined in 2005, will become chairman"
        yield from _title_at(sentence, person, end + aside.end())


def _title_at(sentence: Sentence, person: EntityMention, end: int) -> Iterator[Draft]:
    """The office named from a position on, where a name and what belongs to it ends."""
    after = sentence.between(end, sentence.end)
    match = _AFTER.match(after)
    if match is None or not after.startswith((",", " is ", " was ", " will ", " would ", " bec", " to become", " takes over as", " took over as", " serves as", " served as", " has been ", " has served", " had ")):
        return
    role_end = end + match.end("role")
    role = match["role"]
    if (
        re.search(
            r"\b(?:son|daughter|grandson|nephew|wife|husband|brother|sister|widow|heir) of\b", after[: match.end()]
        )
        or re.search(r"'s? $", after[: match.start("role")])
        and re.match(r",? (?:the |an? )?\w+ of ", after)
    ):
        return
    rest = sentence.between(role_end, sentence.end)
    # a longer title runs on to the "of", "at" or "for" before the organisation
    organizations = [one for one in _organizations(sentence) if one.start >= role_end - 1]
    owner = [one for one in _organizations(sentence) if end <= one.start < one.end < role_end and match["owner"].strip()]
    object = owner[-1] if owner else None
    for one in organizations if object is None else ():
        gap = sentence.between(role_end, one.start)
        joined = re.fullmatch(r"((?:,? (?:and|of|for|in)\b[\w ,&'-]*?)?)" + _OF + r"|( who (?:owns|holds|controls) [\d.]+ ?(?:per cent|percent|%) of (?:the )?)", gap)
        if joined and len(gap) < 120 and not re.search(r"\b(?:said|told|says|is|was|will|would)\b", gap):
            object, role = one, role + (joined.group(1) or "")
            break
    plain = re.match(r" of ((?:[a-z][\w-]* ){0,4}[a-z][\w-]*)(?=,)", rest)
    if plain and (object is None or owner):
        role += " of " + plain.group(1)
    body = re.match(r" (?:of|at|for) (?:the|its) ((?:[a-z][\w-]* ){0,3}?(?:" + _BODIES + r"))\b", rest)
    if object is None and body:
        # no name, but an organisation of its own: "director of the council"
        start = role_end + body.start(1)
        object = named(body.group(1), start, start + len(body.group(1)), "organization")
    merged = re.match(r" (?:of|at|for) the ((?:combined|merged|enlarged|new) (?:company|group|firm|bank|carrier|entity|business))\b", rest)
    if object is None and merged:
        object = named(merged.group(1), role_end + merged.start(1), role_end + merged.end(1), "organization")
    unknown = _EMPLOYER.match(rest)
    if object is None and unknown and not any(role_end + unknown.start("name") <= one.start < role_end + unknown.end() for one in sentence.entities):
        object = named(unknown["name"], role_end + unknown.start("name"), role_end + unknown.end(), "organization")
    if object is None:
        owners = [
            one for one in _organizations(sentence) if person.end <= one.start and one.end <= end + match.start("role")
        ]
        object = owners[-1] if owners else _focus(sentence, person)
    last = max(
        role_end, object.end if object is not None and object.start >= role_end and object in organizations else 0
    )
    yield from _made(
        sentence,
        person,
        object,
        role,
        _status(match, sentence, person),
        "<person>, <role> of <organization>",
        person.start,
        last,
        0.9,
    )


_TITLED = re.compile(r"\s" + _TITLE + _REST + r")(?=[,.;]|$| (?:who|and|has|had|said|told|in|until|from|since)\b)", re.IGNORECASE)


def _titled_by_employer(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Jane Roe, Acme chief executive", "Jane Roe, a former Acme director"."""
    for one in _organizations(sentence):
        lead = re.fullmatch(r", (?:the |an? )?(?:long-?time )?(?P<former>(?:former|previous|one-time|ex)[ -])?", sentence.between(person.end, one.start))
        match = _TITLED.match(sentence.between(one.end, sentence.end)) if lead else None
        if lead and match:
            status = "former" if lead["former"] else _status(match, sentence, person)
            end = one.end + match.end("role")
            yield from _made(sentence, person, one, match["role"], status, "<person>, <organization> <role>", person.start, end, 0.9)


_NAMED_TO = re.compile(
    r"(?:, [^,;.]{3,80},)?(?:,? who)? (?:(?:was|has been|had been|is|will be|is to be) )?(?:appointed|named|promoted to|elevated to|hired as|elected)(?: as)? (?:the (?:new(?:ly created)? )?(?:role|post|position|job|office) of )?"
)
# who does the naming, with what may stand before the name: "named former rival Jane Roe", "appointed 32-year company veteran Jane Roe"
_NAMES = re.compile(
    r"\b(?:appoint|nam|hir|promot|pick|elect|poach|recruit|select|tapp|chose|chosen)(?:ed|s|es|ing|ting)?(?: (?:(?:former|ex-|veteran|long-?time|current|current chairman,)[\w&.' -]{0,45}"
    r"|(?:[\w-]+ ){0,2}(?:veteran|insider|executive|manager|chairman,)|(?:its |the )?(?:(?!by\b|after\b|that\b|with\b|as\b)[a-z][\w-]* ){0,5}" + _OFFICE
    + r"(?: (?:of|for) (?:[a-z][\w-]* ?){1,4})?,?))? $"
)
# between the name and the title it is given: "Jane Roe, head of its American arm, as its new chairman", "Jane Roe from Acme to act as"
_AS_TITLE = r"(?:, [^;.]{3,60}?,)?(?: (?:from|of) (?-i:[A-Z])[\w&.' -]{1,40}?(?= as| to))?(?:,? as| to (?:be|act as|serve as|the (?:role|post|position) of)| to|,)? (?:(?:its|the|new|next|their|a|an|interim(?= co-)|the company's|the group's|the firm's|the bank's|[A-Z][\w&.-]*'s) )*"


def _named(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Acme named Jane Roe chief financial officer", "Jane Roe was appointed head of sales"."""
    after = sentence.between(person.end, min(sentence.end, person.end + 180))
    passive = _NAMED_TO.match(after)
    before = _words_before(sentence, person, 120)
    active = _NAMES.search(before) or re.search(r"\b(?:appointed|named)\b[^.;]{3,60} and $", before)
    if not passive and not active:
        return
    start = person.end + (passive.end() if passive else 0)
    title = re.match(("" if passive else _AS_TITLE) + r"(?:(?:its|the|new|their|a|an) )*" + _TITLE + _REST + r")", sentence.between(start, sentence.end), re.IGNORECASE)
    if title is None:
        return
    role_end = start + title.end()
    rest = sentence.between(role_end, sentence.end)
    object = _employer_of(sentence, role_end) or next((one for one in _organizations(sentence) if one.end <= person.start - (len(active.group()) if active else 0)), None)
    due = (
        re.search(r"\b(?:effective(?! immediately)|from|starting|will (?:take|start|join|succeed|replace)|next)\b", rest)
        or re.match(r"[ -](?:designate|elect)\b", rest)
        or "next " in title.group()[: title.start("role")]
        or passive
        and re.search(r"will be|is to be", passive.group())
    )
    yield from _made(
        sentence, person, object or _focus(sentence, person), title["role"], "incoming" if due else "current",
        "<organization> named <person> <role>", min(person.start, object.start if object else person.start), role_end, 0.85,
    )  # fmt: skip


_SWAPPED = re.compile(r"\breplac(?:ed|es|ing) (?:[^.;]{3,80}?)\bwith (?:[\w&' -]{0,40}? )?$")


def _swapped(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Acme replaced CEO Jane Roe with John Doe", "… replaced Jane Roe with John Doe as its CEO": one is former, the other new."""
    match = _SWAPPED.search(sentence.between(sentence.start, person.start))
    if match is None:
        return
    start = sentence.start + match.start()
    gone = next((one for one in sentence.entities if start < one.start < person.start and one.referent.type == "person"), None)
    if gone is None:
        return
    titled = _BEFORE.search(sentence.between(start, gone.start))
    title = _AS.search(sentence.between(person.end, min(sentence.end, person.end + 60)))
    role = title["role"] if title else titled["role"] if titled else None
    if role is None:
        return
    object = next((one for one in _organizations(sentence) if one.end <= start), None) or _focus(sentence, person)
    end = person.end + (title.end() if title else 0)
    rule = "<organization> replaced <person> with <person>"
    yield from _made(sentence, person, object, role, "current", rule, start, end, 0.8)
    yield from _made(sentence, gone, object, role, "former", rule, start, end, 0.8)


_RESIGNED_AS = re.compile(
    r"(?:,? who)? (?:(?:has|had|also|will|is to) )*(?:resign(?:ed|s)?|step(?:ped|s)? (?:down|aside)|retire[ds]?|quit|departed)"
    r" (?:as|from (?:his|her|their|the) (?:positions?|roles?|posts?|jobs?) (?:as|of)) (?:(?:its|the|their|[A-Z][\w&.-]*'s) )?",
)


def _resigned(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Jane Roe stepped down as chief executive", "Jane Roe has resigned from her positions as chief executive"."""
    match = _RESIGNED_AS.match(sentence.between(person.end, sentence.end))
    if match is None:
        return
    start = person.end + match.end()
    title = re.match(_TITLE + _REST + ")", sentence.between(start, sentence.end), re.IGNORECASE)
    if title is None:
        return
    owner = [one for one in _organizations(sentence) if person.end <= one.start < start]
    due = re.search(r"\b(?:will|is to)\b", match.group())
    yield from _made(
        sentence, person, owner[-1] if owner else _employer_of(sentence, start + title.end()) or _focus(sentence, person), title["role"],
        "current" if due else "former", "<person> resigned as <role>", person.start, start + title.end(), 0.8,
    )  # fmt: skip


def _employer_of(sentence: Sentence, position: int) -> EntityMention | None:
    """The organisation after a title: "… as chief executive of Acme"."""
    after = (one for one in _organizations(sentence) if one.start >= position)
    return next((one for one in after if re.fullmatch(r" (?:of|at|for) (?:the )?", sentence.between(position, one.start))), None)


_JOINED_AS = re.compile(
    r"(?:, [^,;.]{3,70},)?(?:,? who)? (?P<due>will |is to |to )?(?P<verb>join(?:s|ed)?|start(?:s|ed)?|return(?:s|ed)?|c[ao]mes?|r[au]ns?|leads?|acts?|serves?|arriv(?:es|ed)|take(?:s)? (?:over|up|on)|took (?:over|up|on))\b"
    r"(?: (?!as\b)[\w.&'-]+){0,5}? as (?:its |the |their |a |an |new )*" + _TITLE + _REST + r")\b",
    re.IGNORECASE,
)


def _joined_as(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Jane Roe, who joined in August as chief operating officer", "Jane Roe will start in May as head of sales"."""
    match = _JOINED_AS.match(sentence.between(person.end, sentence.end))
    if match is None:
        return
    end = person.end + match.end("role")
    inside = [one for one in _organizations(sentence) if person.end + match.end("verb") <= one.start < end]
    yield from _made(
        sentence, person, next(iter(inside), None) or _focus(sentence, person), match["role"], "incoming" if match["due"] else "current",
        "<person> joined as <role>", person.start, end, 0.75,
    )  # fmt: skip


_RUNS = re.compile(r",? who (?P<former>(?:previously|formerly|once) )?(?:(?P<had>had )|has )?(?:also )?(?:been )?(?:r[au]n(?:s|ning)?|le(?:d|ads|ading)|head(?:s|ed|ing)) (?:the )?")


def _runs(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Jane Roe, who has run Acme since 2007": an executive whose title is not told."""
    match = _RUNS.match(sentence.between(person.end, sentence.end))
    if match is None:
        return
    start = person.end + match.end()
    object = next((one for one in _organizations(sentence) if one.start == start), None)
    if object is None or object.text in ("its", "their") or sentence.text[object.end - sentence.start :].startswith(("'s", "' ")):
        return
    yield Draft(
        kind="person", predicate="executive", subject=person, rule="<person>, who runs <organization>", start=person.start, end=object.end,
        object=object, status="former" if match["former"] or match["had"] else "current", confidence=0.75,
    )  # fmt: skip


_RUN_BY = re.compile(r",? (?:which (?:is|has been) |is |now )?(?:headed(?: up)?|led|run) by (?:[a-z][\w-]* ){0,4}")


def _run_by(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Acme, headed by Jane Roe,": the same, told of the company."""
    for one in _organizations(sentence):
        gap = sentence.between(one.end, person.start)
        if one.end < person.start and _RUN_BY.fullmatch(gap) and not _BEFORE.search(gap):
            yield Draft(
                kind="person", predicate="executive", subject=person, rule="<organization> run by <person>", start=one.start, end=person.end,
                object=one, status="current", confidence=0.75,
            )  # fmt: skip


_OF_BROKER = re.compile(
    r"\s(?:of|at|from|with)\s(?:the\s)?(?:[A-Z][\w-]+-based\s)?(?:(?:brokerage|broker|investment bank|research firm|fund manager|stockbroker|analysts?|consultancy)\s)"
    r"|, who (?:follows|covers|tracks) (?:[\w'&-]+ ){1,5}(?:for|at) (?:the )?"
)


def _of_broker(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Jane Roe of broker Globex": an analyst whose title is not told."""
    match = _OF_BROKER.match(sentence.between(person.end, sentence.end))
    object = next((one for one in _organizations(sentence) if match and one.start == person.end + match.end()), None)
    if match is None or object is None or _BEFORE.search(sentence.between(max(sentence.start, person.start - 160), person.start)):
        return
    yield Draft(
        kind="person", predicate="analyst", subject=person, rule="<person> of <broker>", start=person.start, end=object.end,
        object=object, status="current", confidence=0.75,
    )  # fmt: skip


def _founder(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    before = _words_before(sentence, person, 80)
    after = sentence.between(person.end, min(sentence.end, person.end + 90))
    by = _FOUNDED_BY.search(before) or _FOUNDED_WITH.search(before)
    if by is None and re.search(r"\b(?:founded|set up|established)\b[^.;]{0,60}?\bby [^.;]{2,40} and $", before):
        by = re.search(r"\b(?:co-)?(?:founded|set up|established)\b", before)
    if by is not None:
        start = person.start - len(before) + by.start()
        founded = sentence.between(start, person.start)
        object = next(
            (one for one in _organizations(sentence) if start < one.start and one.end <= person.start and founded.rstrip().endswith("with")), None
        ) or (
            next((one for one in _organizations(sentence) if one.start >= person.end), None)
            if start - sentence.start < 5
            else None
        )
        object = object or next((one for one in reversed(_organizations(sentence)) if one.end <= start), None)
        if object is None and not re.search(r"\b(?:was|were|is|are|been)(?: \w+ly)? $", sentence.between(sentence.start, start)):
            # what "was founded" stands in the sentence: if it is no organisation, nobody else was founded
            object = _focus(sentence, person)
        if object is not None:
            yield Draft(kind="person", predicate="founder", subject=person, rule="<organization> founded by <person>", start=start, end=person.end,
                        object=object, role="founder", status="current", confidence=0.85)  # fmt: skip
    elif match := _FOUNDER.match(after):
        object = next((one for one in _organizations(sentence) if abs(one.start - person.end - match.end()) < 15), None)
        if object is not None:
            yield Draft(kind="person", predicate="founder", subject=person, rule="<person> founded <organization>", start=person.start, end=object.end,
                        object=object, role="founder", status="current", confidence=0.85)  # fmt: skip


def _replaced(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Jane Roe, who replaced John Doe as president", "president John Doe was replaced by Jane Roe": one comes, one is former."""
    for other in sentence.entities:
        if other.referent.type != "person" or other.end > person.start:
            continue
        gap = sentence.between(other.end, person.start)
        passive = _REPLACED_BY.fullmatch(gap)
        if not passive and not _REPLACED.fullmatch(gap):
            continue
        comes, goes = (person, other) if passive else (other, person)
        office = _AS.search(sentence.between(person.end, sentence.end)) or _AS.search(gap) or passive and _BEFORE.search(_words_before(sentence, other, 160))
        object = _focus(sentence, person)
        if office is None or object is None:
            continue
        end = max(person.end, person.end + office.end() if office.string != gap else 0)
        future = bool(re.search(r"\b(?:will|is to)\b", gap))
        yield from _made(
            sentence,
            goes,
            object,
            office["role"],
            "current" if future else "former",
            "<person> replaced <person> as <role>",
            other.start,
            end,
            0.8,
        )
        yield from _made(
            sentence,
            comes,
            object,
            office["role"],
            "incoming" if future else "current",
            "<person> replaced <person> as <role>",
            other.start,
            end,
            0.8,
        )


def _focus(sentence: Sentence, person: EntityMention) -> EntityMention | None:
    """The organisation the text is speaking of where a title names none: in this sentence, else the main one."""
    near = [one for one in _organizations(sentence) if one.referent.type == "organization" and one.end <= person.start and one.via != "name" or
            one.referent.type == "organization" and one.referent is sentence.reading.main]  # fmt: skip
    if near:
        return near[0]
    for one in _organizations(sentence):
        # "Acme in August replaced CEO Jane Roe": the subject, whoever the article is about
        if one.end <= person.start and sentence.token(one.end - 1).dep_ == "nsubj" and one.start - sentence.start < 3:
            return one
    main = sentence.reading.main
    mentions = [one for one in sentence.reading.entities if one.referent is main] if main else []
    # named in passing far down: the article is not about it
    return mentions[0] if mentions and (len(mentions) > 2 or mentions[0].start < 300) else None
