"""What the rules of persons share: the words before a name, the employer of a title, whether an office is still held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from extractor.claims.draft import Draft, named
from extractor.claims.focus import is_reporter, last_teller, says, topic_of
from extractor.claims.offices import BEFORE_NAME, TITLE, offices, predicate_of, title_pattern
from extractor.claims.worldly import is_power
from extractor.lexicon import any_of, terms
from extractor.mentions.counted import lemma
from extractor.mentions.places import find_place
from extractor.mentions.types import EntityMention
from extractor.reading import Sentence, within
from extractor.tokens import Token

Status = Literal["current", "former", "incoming"]

# "of the Danish dairy producer Acme", "at Acme"
DESCRIBED_AS = r"(?:the\s)?(?:[A-Z][\w&.'-]*(?: [A-Z][\w&.'-]*){0,2}-(?:based|owned|backed|controlled|listed|led|funded)\s)?(?:(?!(?:of|at|for|in|and|with|to|by|on|the|its)\b)[\w'-]+\s){0,4}?"
OF = r"\s(?:of|at|for|with)\s" + DESCRIBED_AS
BEFORE = title_pattern(TITLE + BEFORE_NAME + r")(?: of (?:[a-z]+ ){1,4}(?:years?|months|decades?))?(?:[ -](?:elect|designate))?(?: \([A-Z]{2,5}\))?(?: is(?: (?:the|an?)(?: (?!(?:of|to|with|by|for|from|in|at|on)\b)(?-i:[a-z])[\w-]*){1,3})?)?[,:]?\s$", re.IGNORECASE)
HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Captain|Sir|Dame|Lord|Lady|Herr|Frau|Datuk|Dato'?|Datin|Tan Sri|Tun|Engr?|Alhaji|Hajia|Mallam|Otunba|Shri|Smt|Hon|Sheikh|(?<!\w )Chief|\d\d-year-old|[Bb]illionaire)\.? $")


def words_before(sentence: Sentence, person: EntityMention, reach: int) -> str:
    """The words before a name and its "Mr"."""
    return HONORIFIC.sub("", sentence.between(max(sentence.start, person.start - reach), person.start))


_OWNER_MARK = re.compile(r"-(?:owned|backed|controlled|led|funded)\b")


def organizations(sentence: Sentence) -> list[EntityMention]:
    """The organisations of a sentence, but for the owner in "Acme-owned"; the small model calls many of them products."""
    text = sentence.reading.text
    return [
        one for one in sentence.entities
        if one.referent.type in ("organization", "product") and not (text.startswith("-", one.end) and _OWNER_MARK.match(text, one.end))
    ]  # fmt: skip


# a house that watches companies for others, and whoever heads those who do
RESEARCHES = re.compile(r".* (?:Securities|Research|Brokers|Equities|Insight|Analytics|Economics|Consulting|(?:Asset|Wealth|Investment|Capital|Fund) (?:Management|Managers)|Investments|Investors|Markets|Advis[eo]rs|Futures|Commodities)$")
_RESEARCH_HEAD = re.compile(r"\bresearch head$|\b(?:head|director|chief) of (?:[\w-]+ ){0,2}(?:research|strategy|economics)$", re.IGNORECASE)


def made(
    sentence: Sentence, person: EntityMention, object: EntityMention | None, role: str, status: Status,
    rule: str, start: int, end: int, confidence: float,
) -> Iterator[Draft]:  # fmt: skip
    """The claims of a title, one for each office that counts by itself; none without an organisation."""
    if object is None:
        return
    for one in offices(role.strip(" ,")):
        if one.startswith("former "):  # "founder and former chief executive"
            one, status = one.removeprefix("former "), "former"
        watches = _RESEARCH_HEAD.search(one) is not None and RESEARCHES.match(object.referent.name) is not None
        yield Draft(
            kind="person", predicate="analyst" if watches else predicate_of(one), subject=person, rule=rule, start=min(start, person.start), end=max(end, person.end),
            object=object, role=one, status=status, confidence=confidence,
        )  # fmt: skip


@cache
def _area() -> re.Pattern[str]:
    """ " of Strategic Accounts and Information Services", ", Internal Audit": what an office is over, in the capitals of a press release."""
    first = any_of(terms("office_modifiers") | {"accounts", "corporate", "customers", "operations", "people", "products", "solutions", "strategies"})
    return re.compile(rf"(?: (?:of|for)|,) (?=(?i:{first})\b)[A-Z][\w-]*(?:(?:, |,? and | & | )[A-Z][\w-]*){{0,5}}(?= ?(?:[,.;(]|$)| (?:at|for|of|from|in|and|to|effective|on|with|who|said)\b)")


def is_area(name: str) -> bool:
    """True for what an office may be over, though it is spelled like a name: "Corporate Communications"."""
    return _area().fullmatch(f" of {name}") is not None


def area_after(sentence: Sentence, end: int) -> str:
    """What an office whose title ends at a position is over, where it is capitalised as a name would be; "" if nothing."""
    after = sentence.between(end, sentence.end)
    match = _area().match(after) if after.startswith((" of ", " for ", ", ")) else None
    if match is None:
        return ""
    told = next((one for one in sentence.entities if end < one.start < end + match.end()), None)
    return "" if told is not None and told.referent is sentence.reading.main else match.group()


_HAS_LEFT = re.compile(
    r"(?:(?!\b(?:says?|said|adds?|added|told|tells|that)\b)[^.;]){0,40}?\b(?:resigned|put in (?:his|her) papers|(?:tendered|submitted|handed in) (?:his|her) resignation|stepped down|quit|has left|(?:was|has been) (?:fired|sacked|ousted|dismissed|forced out|pushed out|shown the door)|(?:has )?(?:retired|died)|(?:has )?departed|(?:slipped|walked) out|left (?!(?:[A-Z][\w&.'-]*,? ){1,4}to (?:join|become|head|lead|run|take|found|start)\b)(?=[A-Z]|the|in|last|for)|(?:has been|was) (?:replaced|succeeded)(?= (?:as|by|on|in|last)))\b"
)
# "Jane Roe | and sales head John Doe have both resigned"
_BOTH_LEFT = re.compile(r",? (?:and|as well as) [^;.]{2,70}? (?:have|had)(?: both| all| now| also)? (?:resigned|stepped down|quit|left|retired|departed|been (?:fired|sacked|ousted|dismissed|removed))\b")
# after the title: "Jane Roe, finance director of Acme since 2011, who resigned on Monday"
_WHO_LEFT = re.compile(r",? [^;.\"]{0,80}?, who (?:has |had |abruptly |suddenly |unexpectedly |recently )*(?:resigned|stepped down|quit|left(?! [A-Z])|was (?:fired|sacked|ousted|dismissed)|retired|departed|died)\b")


# "As chief operating officer, Jane Roe will run the firm"
_AS_BEFORE = re.compile(r"\b[Aa]s (?:its |the |a |an )?(?:new |next )?[\w -]{3,60}, (?:(?:Mr|Mrs|Ms|Dr)\.? )?$")
_WILL_RUN = re.compile(r" (?:will|is to) (?:run|lead|head|oversee|manage|be|take|work|report)\b")
# "Her replacement as buyer, | Jane Roe, will begin"
_REPLACES = re.compile(r"\b(?:replacement|successor) as [^,;.]{3,50},? $")
# "the death of president Jane Roe", "its chairman, the late Jane Roe", "ex-Acme chief Jane Roe"
_LATE = re.compile(r"\b(?:[Dd]eath of (?:(?!by\b|and\b)[\w'’&.-]+,? ){0,8}|the late (?:[A-Z][\w.]+ )?|[Ee]x-[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3} (?:[a-z][\w-]* ){1,4})$")


# "Jane Roe, head of sales until last week", "chairman of Acme from 1998 to 2004"
_OVER_BY = re.compile(r", (?!(?:who|which|and|but|as)\b)(?:[^,;.\"“”]|\.(?! [A-Z])){3,80}? (?:until (?!(?:a|the|his|her) (?:successor|replacement))|(?:from|between) (?:19|20)\d\d (?:to|and|until) (?:19|20)\d\d\b)")


def status_of(match: re.Match[str], sentence: Sentence, person: EntityMention, told_from: int = 0) -> Status:
    """Whether an office is held, was held or is about to be, by the words of the title's match and those around the name.

    `told_from` is where the telling begins, if a good way after the name: what stands between tells of something else.
    """
    told = match.groupdict()
    if match["former"] or told.get("formerly") or told.get("was") or re.search(
        r"\b[Ff]ormer (?:[\w&.'-]+ ){0,5}$",
        HONORIFIC.sub("", sentence.between(sentence.start, person.start))[: -len(match.group()) or None],
    ):
        return "former"
    if _LATE.search(sentence.between(sentence.start, person.start)):
        return "former"
    if told.get("present"):
        return "current"  # "Jane Roe, the current deputy, will succeed him"
    if match["incoming"] or re.search(r"\b(?:elect|designate)\b|\b(?:will|would|to) (?:\w+ ){0,4}?(?:become|be|serve|take over|start|begin|step in)\b", match.group()):
        return "incoming"
    if told.get("stays"):
        return "current"
    if _REPLACES.search(sentence.between(sentence.start, person.start)) and re.match(r",? (?:will|is to)\b", sentence.between(person.end, sentence.end)):
        return "incoming"
    told_from = max(person.end, told_from)
    if _AS_BEFORE.search(sentence.between(sentence.start, person.start)) and _WILL_RUN.match(sentence.between(told_from, sentence.end)):
        return "incoming"
    near = sentence.between(told_from, min(sentence.end, told_from + 90))
    if match.group().endswith(": ") and re.search(r"\b(?:getting|to get|will get|will have|welcomes?|coming)\b", sentence.between(sentence.start, person.start)):
        return "incoming"  # "Acme is getting a new chairman: Jane Roe"
    if _BOTH_LEFT.match(near):
        return "former"
    left = _HAS_LEFT.match(near) or _WHO_LEFT.match(near)
    if left and not any(one.referent.type == "person" and one.via != "coreference" for one in within(sentence.entities, told_from, told_from + left.end())):
        return "former"
    if told.get("now"):
        return "current"
    dating = sentence.reading.dating
    if (over := _OVER_BY.match(near)) is not None:
        until = next((one for one in sentence.periods if -24 <= one.start - told_from - over.end() <= 4), None)
        ahead = until is not None and re.search(r"\d{4}|\b(?:next|this|coming)\b", until.period.text) and dating and until.period.end and until.period.end > dating.end
        return "current" if ahead else "former"
    around = sentence.between(max(sentence.start, person.start - 40), person.start)
    if re.search(r"\b(?:replac(?:ed|es|ing)|succeed(?:ed|s|ing)|oust(?:ed|s)|sacked|fired) (?!by\b)[^,;.]{0,30}(?:, )?$", around):
        return "former"
    if re.search(r"\b(?:takes over|becomes)\b", match.group()) and any(
        dating and one.period.start and one.period.start > dating.end for one in sentence.periods
    ):
        return "incoming"
    # "Jane Roe, finance chief of Globex, will succeed him" holds that office still
    if not match.group().startswith(",") and re.search(r"\bwill (?:succeed|replace|take over)\b(?![^.;]* as )", near[:90]) or re.search(
        r"\b(?:to appoint|will appoint)\b", around
    ):
        return "incoming"
    return "current"


def employer_after(sentence: Sentence, person: EntityMention) -> EntityMention | None:
    """The organisation after a titled name: "analyst Jane Roe of the research firm Acme", "director Jane Roe, from Acme,"."""
    match = _EMPLOYED.match(sentence.between(person.end, sentence.end))
    if match is None:
        return None
    position = person.end + match.end()
    known = next((one for one in organizations(sentence) if abs(one.start - position) <= 1), None)
    if known is not None or any(one.start <= position < one.end for one in sentence.entities):
        return known
    # a house that nothing else tells of
    house = _HOUSE.match(sentence.between(position, sentence.end))
    return named(house[0], position, position + house.end(), "organization") if house is not None and find_place(house[0]) is None else None


_HOUSE = re.compile(r"[A-Z][\w&-]*[a-z](?: (?:[A-Z][\w&.-]*|&))*(?=[,.;]|\s(?:said|says|told|wrote|added|noted|was|is|has|who)\b|\s*$)")
_EMPLOYED = re.compile(r"(?:,?\s(?:of|from|at)|\swith)\s(?:the\s|its\s)?(?:[a-z][\w-]*\s){0,3}")


def employer_of(sentence: Sentence, position: int) -> EntityMention | None:
    """The organisation after a title: "… as chief executive of Acme"."""
    after = (one for one in organizations(sentence) if one.start >= position)
    return next((one for one in after if _AT_HOUSE.fullmatch(sentence.between(position, one.start))), None)


# "president (Asia) at | Acme"
_AT_HOUSE = re.compile(r"(?: \([^)]{2,40}\))?" + OF)


# before whom somebody's officer is named: not the officer's own house
_HEARD = re.compile(r"\b(?:heard|hears|was told|told (?:the|a) (?:[\w-]+ ){0,2}?(?:court|jury|judge|inquiry|commission|tribunal|committee|inquest|hearing|panel|lawmakers|mps))\b", re.IGNORECASE)
_HEARS = re.compile(r"\b(?:commission|committee|panel|inquiry|hearing)\b", re.IGNORECASE)
# "the school's former chairman", "the mayor's spokesman, Tom Hale": of what is no firm and may have no name
_POSSESSED = re.compile(r"\bthe (?:[\w-]+ )?(?P<noun>[a-z]+?)(?:s?['’]s?|s['’]) (?:[\w-]+ ){0,4}[\w-]*,? ?$", re.IGNORECASE)
# "owner of a bar", "director of the film": "head of a unit" is of the company spoken of
_OF_ONE = re.compile(
    r" (?:of|for|at|with|in) (?:(?P<one>an?|one|two|three|several) |(?:the|his|her|their|those) )(?P<noun>(?:[a-z][\w-]* ){0,3}?[a-z][\w-]*?)(?=[,.;)]|['’]s? | (?:in|of|who|which|that|and|for|from|at|near|on|said)\b)"
)
_PARTS = re.compile(r"\b(?:unit|division|arm|department|team|subsidiary|branch|brand|project|programme|program|region|board|office|business|store|plant|shop|desk|group)\b")
_OWN_WORK = re.compile(r"(?:council|community|police|fire|film|movie|campaign|party|union|independent|freelance|retired|self-employed|school|church|parish|army|navy|military|hospital|opposition|social|aid|relief|rescue|care|health|charity|farm|sex|migrant)\b", re.IGNORECASE)


# "Council leader |", "a film by director |"
_OF_COUNCIL = re.compile(r"\b(?:council|opposition|party|community|church) $|\b(?:film|movie|series|documentary|musical|play)\b[^.;]{0,40}\b(?:by|from) $", re.IGNORECASE)


def is_of_another(sentence: Sentence, start: int, role: str, end: int, employer: EntityMention) -> bool:
    """True for a title at `start..end` that is not of the company spoken of: "a spokesman for the victims", "police chief"."""
    name = employer.referent.name.casefold()
    work = _OWN_WORK.match(role)
    if work is not None and work.group().casefold() not in name or _OF_COUNCIL.search(sentence.between(sentence.start, start)):
        return True
    owner = _POSSESSED.search(sentence.between(sentence.start, start))
    if owner is not None and _is_institution(owner["noun"], name):
        return True
    of = _OF_ONE.match(sentence.between(end, sentence.end))
    if of is None:
        of = _OF_ONE.search(role + ",")  # "director of the film": taken into the title
    if of is None or _PARTS.search(of["noun"]):
        return False
    return of["one"] in ("a", "an", "one", "two", "three", "several") or _is_institution(of["noun"].rsplit(" ", 1)[-1], name)


def _is_institution(noun: str, name: str) -> bool:
    """True for what is no firm, where the name of the firm does not say that it is one: "the university", "the victims"."""
    noun = lemma(noun.casefold())
    return noun in terms("institutions") and noun not in name


def focus(sentence: Sentence, person: EntityMention) -> EntityMention | None:
    """The organisation the text is speaking of where a title names none: in this sentence, else the main one."""
    own = next((one for one in organizations(sentence) if _EMPLOYER_OF.search(sentence.between(sentence.start, one.start))), None)
    if own is None and (after := _next(sentence)) is not None:
        own = next((one for one in organizations(after) if _EMPLOYER_OF.search(after.between(after.start, one.start))), None)
    if own is not None:
        return own
    found = _spoken_of(sentence, person)
    if found is None:
        return None
    owner = _POSSESSED.search(sentence.between(sentence.start, person.start))
    if owner is not None and _is_institution(owner["noun"], found.referent.name.casefold()):
        return None
    return None if is_power(found) or _HEARS.search(found.referent.name) and _HEARD.search(sentence.text) else found


# what officers of unions are called
_UNION_OFFICE = re.compile(r"(?:regional|national|area|branch|lead|full-time) (?:officer|organi[sz]er|secretary)|general secretary|(?:chief |shop )?(?:convenor|steward)", re.IGNORECASE)
_UNION = re.compile(r"(?:^|.* )(?:Union|Teamsters|Workers)(?: of .*)?$")


def union_of(sentence: Sentence, role: str) -> EntityMention | None:
    """The union that an article has named last, for an officer of one: "Regional officer Jane Roe"."""
    if _UNION_OFFICE.fullmatch(role) is None:
        return None
    text = sentence.reading.text
    before = [one for one in sentence.reading.entities if one.start < sentence.end and one.referent.type == "organization"]
    return next((one for one in reversed(before) if _UNION.match(one.referent.name) or text.startswith(" union", one.end) or text.endswith("union ", 0, one.start)), None)


# "the robots that her employer, Acme, has bought"
_EMPLOYER_OF = re.compile(r"\b(?:his|her|their) (?:[a-z]+ )?employer,? (?:the )?(?:[a-z][\w-]* ){0,3}$")


def _next(sentence: Sentence) -> Sentence | None:
    """The sentence after this one in its paragraph."""
    sentences = sentence.reading.sentences
    after = sentences[sentence.index + 1] if sentence.index + 1 < len(sentences) else None
    return after if after is not None and after.paragraph == sentence.paragraph else None


def _spoken_of(sentence: Sentence, person: EntityMention) -> EntityMention | None:
    # those named in what is quoted tell nothing of who says so, nor do its "it" and "we"
    quoted, outside = sentence.reading.is_quoted, not sentence.reading.is_quoted(person.start)
    firms = [one for one in organizations(sentence) if one.referent.type == "organization" and not (quoted(one.start) and (outside or one.via == "coreference"))]
    main = [one for one in firms if one.referent is sentence.reading.main]
    near = [one for one in firms if one.end <= person.start and (one.via != "name" or one in main)]
    if near:
        return near[0]
    for one in firms:
        # "Acme in August replaced CEO Jane Roe": the subject, whoever the article is about
        if one.end <= person.start and sentence.token(one.end - 1).dep_ in ("nsubj", "nsubjpass", "conj") and one.start - sentence.start < 3:
            return one
        # "software firm Acme said co-founder Jane Roe would go"
        if one.end <= person.start and one.via == "name" and says(sentence, one) and not is_reporter(sentence, one):
            return one
    if main:
        return main[0]
    if (topic := topic_of(sentence) or last_teller(sentence)) is not None:
        return topic
    referent = sentence.reading.main
    mentions = [one for one in sentence.reading.entities if one.referent is referent] if referent else []
    # named in passing far down: the article is not about it
    return mentions[0] if mentions and (len(mentions) > 2 or mentions[0].start < 300) else None


# a name that the entities do not know
NAME = r"[A-Z][\w&'-]*(?: (?:(?:of|and|&) )?[A-Z][\w&'-]*){0,5}"
_NAME = re.compile(NAME)


def name_at(sentence: Sentence, position: int) -> EntityMention | None:
    """The name at a position where an organisation must stand, though it is no entity of the article."""
    match = _NAME.match(sentence.between(position, sentence.end))
    if match is None or any(position <= one.start < position + match.end() and one.referent.type != "person" for one in sentence.entities):
        return None
    text = match.group().removesuffix("'s")
    return named(text, position, position + len(text), "organization")


_AGE = re.compile(r",? (?:aged |now )?\d\d(?:,(?! who\b)|(?=,))| \(\d\d\)(?=,| )")


def after_age(sentence: Sentence, position: int) -> int:
    """Where the age ends that is told behind a name: "Jane Roe, 48, who"; the position itself if none is."""
    match = _AGE.match(sentence.between(position, position + 12))
    return position + match.end() if match else position


def _starts(sentence: Sentence, person: EntityMention) -> list[int]:
    """From where on it may be told what a person does: the end of the name, and where the verb begins whose subject it is.

    Between the two may stand whatever else is said of the person: "Jane Roe, the mind behind …, resigned".
    """
    found = [person.end]
    if (aged := after_age(sentence, person.end)) > person.end:
        found.append(aged)
    token = sentence.head(person.start, person.end)
    if sentence.between(person.end, person.end + 2) == ", " and not _closes_aside(sentence, token):
        found.append(person.end + 1)  # "Its chairman, Jane Roe, was named"
    while token.dep_ == "conj" and token.head.pos_ == "PROPN" and token.head.i < token.i:
        token = token.head  # "Jane Roe and John Doe resigned"
    if token.dep_ in ("nsubj", "nsubjpass") and token.head.idx > person.end:
        verb = token.head
        first = min([verb.idx, *(child.idx for child in verb.children if child.dep_ in ("aux", "auxpass") and child.idx > person.end)])
        if first - person.end > 3:
            found.append(first - 1)
    return found


def _closes_aside(sentence: Sentence, token: Token) -> bool:
    """True for the last name of what is said of another: "Jane Roe, the daughter of the founder | John Doe, sits on its board"."""
    if token.dep_ != "pobj":
        return False
    subjects = (one for one in sentence.entities if one.referent.type == "person" and one.end < token.idx)
    return any((head := sentence.head(one.start, one.end)).dep_ in ("nsubj", "nsubjpass") and head.head.idx > token.idx for one in subjects)


def told_of(sentence: Sentence, person: EntityMention, pattern: re.Pattern[str]) -> tuple[re.Match[str] | None, int]:
    """The match of a pattern in what is told of a person, and where it was tried."""
    for position in _starts(sentence, person):
        if match := pattern.match(sentence.between(position, sentence.end)):
            return match, position
    return None, person.end
