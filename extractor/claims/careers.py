"""Persons by what they do or what is done with them: who is named, hired, replaced or promoted, who joins, serves and resigns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.claims.draft import Draft
from extractor.claims.employers import DESCRIBED_AS, Status, area_after, employer_of, focus, made, organizations, told_of, words_before
from extractor.claims.offices import APART, OFFICE, REST, TITLE, predicate_of, title_pattern
from extractor.lexicon import terms
from extractor.mentions.counted import lemma
from extractor.mentions.types import EntityMention
from extractor.reading import Sentence

_NAMED_TO = re.compile(
    r"(?:, [^,;.]{3,80},)?(?:,? who)? (?:(?:was|has been|had been|is|will be|is to be) )?(?:\w+ly )?(?:(?:re-?)?(?:appointed|elected)|named|promoted to|elevated (?:to|as)|hired as|made|(?:designated|inducted|nominated|installed|confirmed|retained|roped in|brought in|brought on board|chosen|picked|selected)(?= as))(?: as)? (?:the (?:new(?:ly created)? )?(?:role|post|position|job|office) of )?"
)
# who does the naming, with what may stand before the name: "named former rival Jane Roe", "appointed 32-year company veteran Jane Roe"
_NAMES = re.compile(
    r"\b(?:(?i:appoint|nam|hir|promot|pick|elect|poach|recruit|select|tapp|chose|chosen|lur|enlist|install|snapp|sign|elevat|induct|nominat|designat|re-?appoint|rop|draft)(?:ed|s|es|ing|ting)?(?: up| in)?|turned to|turns to|(?:brought|brings|bringing) (?:in|on|aboard|on board)|(?:appointment|elevation|induction|hiring|nomination|election|promotion|re-?appointment) of):?(?: (?:(?:former|ex-|veteran|long-?time|current|current chairman,)[\w&.' -]{0,45}"
    r"|[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3}(?:'s|s')|(?:[\w-]+ ){0,2}(?:veteran|insider|executive|manager|chairman,)|(?:its |the |[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3}(?:'s|s') )?(?:(?!by\b|after\b|that\b|with\b|as\b)[a-z][\w-]* ){0,5}" + OFFICE
    + r"(?: (?:of|for) (?:[a-z][\w-]* ?){1,4})?,?))? $"
)
# where the verb is left out: "named Jane Roe chairwoman | and John Doe", "Jane Roe becomes chairwoman, | John Doe"
_NAMES_TOO = re.compile(
    r"\b(?:(?:appoint|nam|hir|promot|elect|elevat|induct|nominat|designat)(?:ed|s|es|ing)|becom(?:es|e|ing)|became|(?:appointment|elevation|induction|election|promotion) of)\b[^.;]{3,200}?(?: and|,) $"
)
# between the name and the title it is given: "Jane Roe, head of its American arm, as its new chairman", "Jane Roe from Acme to act as"
_AS_TITLE = r"(?:, [^;.]{3,90}?,)?(?: (?:away )?(?:from|of) (?:[a-z-]+ ){0,4}(?-i:[A-Z])[\w&.' -]{1,40}?(?= as| to))?(?:,? as|,? to (?:be|become|act as|serve as|the (?:role|post|position) of)|,? to|,)? (?:(?:its|the|new|next|first|their|a|an|interim(?= co-)|the company's|the group's|the firm's|the bank's|[A-Z][\w&.-]*'s) )*"
# "as | Acme | chief executive", "as | Acme's | chief executive"
_HOUSE_BEFORE = r"(?:(?-i:[A-Z])[\w&.-]*(?: (?-i:[A-Z])[\w&.-]*){0,3}?(?:['’]s?)? )??"
_NEW_TITLE = title_pattern(r"(?:(?:its|the|new|their|a|an) )*" + _HOUSE_BEFORE + TITLE + REST + ")", re.IGNORECASE)
_GIVEN_TITLE = title_pattern(_AS_TITLE + r"(?:(?:its|the|new|their|a|an) )*" + _HOUSE_BEFORE + TITLE + REST + ")", re.IGNORECASE)


_DUE = re.compile(r"\b(?:effective(?! immediately)|(?P<from>from)|starting|will (?:take|start|join|succeed|replace)|next)\b")


def _is_due(sentence: Sentence, end: int) -> bool:
    """True if what follows tells that an office is still to be taken up: "effective March 1", where that is not over."""
    due = _DUE.search(sentence.between(end, sentence.end))
    if due is None:
        return False
    dating, start = sentence.reading.dating, end + due.end()
    when = next((one.period for one in sentence.periods if start <= one.start <= start + 15), None)
    if when is None and due["from"]:
        return dating is None  # "from Globex"
    if when is None or dating is None or when.start is None or when.start > dating.start:
        return True
    # "effective April 1", told in March: read as that of last year
    return re.search(r"\d{4}", when.text) is None and (dating.start - when.start).days > 90


# "She will take up the role in August", "The appointment takes effect on May 1"
_WILL_START = re.compile(
    r"(?:He|She|(?:(?:Mr|Ms|Mrs|Dr)\.? )?(?P<name>[A-Z][\w'-]+)|(?:The|His|Her) (?:appointment|promotion)|The change),?(?: [^,.]{1,60},)?"
    r" (?:will (?:(?:also|formally|officially) )?(?:start|join(?! (?:the|its|their) board)|take|begin|succeed|replace|assume)\b|(?:is effective|becomes effective|takes effect)\b(?! immediately))"
)


def _is_due_next(sentence: Sentence, person: EntityMention) -> bool:
    """True if one of the two sentences behind tells that who is named is still to begin."""
    for after in sentence.reading.sentences[sentence.index + 1 : sentence.index + 3]:
        match = _WILL_START.match(after.text)
        if match is not None and match["name"] in (None, person.referent.name.rpartition(" ")[2]):
            return True
    return False


# "has appointed", "names", "has been named": news of who is to come, where nothing tells that he is there already
_HAS_NAMED = re.compile(r"\b(?:(?:has|have|had) (?:also |now |today |just )?(?:re-?)?(?:appointed|named|hired|elected|picked|chosen|selected|recruited|poached|lured|tapped|nominated|promoted (?:[A-Z][\w.'-]* ){1,3}to be )"
                        r"|(?<![,'’] )(?:appoints|names|hires|picks|taps|poaches|recruits)|(?:has|have) been (?:\w+ly )?(?:appointed|named|hired|chosen|picked|selected|elected|nominated))\b")  # fmt: skip
_IS_THERE = re.compile(
    r"\b(?:immediate(?:ly)?|already|since|interim|acting|temporar(?:y|ily)|permanent(?:ly)?|(?:is|was|has been) (?:replac|succeed)\w+|replac(?:es|ed|ing)|succeed(?:s|ed|ing)|fill(?:s|ed|ing)|(?:took|taken|takes) (?:over|charge|up|office)|(?:has|have|had) (?:already |also )?(?:joined|started|begun)"
    r"|after|following|left|stepped|resigned|resignation|departure|departed|retired|retirement|ousted|sacked|fired|died|death|former|vacan\w+|succession|successor to|in place of)\b"
)


def _is_news(sentence: Sentence, start: int, end: int) -> bool:
    """True if an office that was given by the words at `start..end` is told as news only: no start, no past day and nobody who has left it."""
    if not _HAS_NAMED.search(sentence.between(start, end)) or _IS_THERE.search(sentence.between(start, sentence.end)):
        return False
    dating = sentence.reading.dating
    if dating is not None and any(one.period.end is not None and (dating.start - one.period.end).days > 14 for one in sentence.periods if one.start >= start):
        return False
    behind = sentence.reading.sentences[sentence.index + 1 : sentence.index + 4]
    return not any(one.paragraph - sentence.paragraph <= 2 and _IN_OFFICE.search(one.text) for one in behind)


# in the sentences behind: "She succeeds John Doe", "Knight joined in May", "Doe has stepped down"
_IN_OFFICE = re.compile(r"\b(?:replac(?:es|ed|ing)|succeed(?:s|ed|ing)|(?:has|have|had) (?:been )?(?:stepped down|resigned|left|retired|joined|replaced)|took over|takes over|immediate(?:ly)?|stepped down|resigned|predecessor)\b")


_TO_HEAD = re.compile(r"\bto (?:head|chair|partner)$")


def _named(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Acme named Jane Roe chief financial officer", "Jane Roe was appointed head of sales"."""
    passive, position = told_of(sentence, person, _NAMED_TO)
    before = words_before(sentence, person, 120)
    active = _NAMES.search(before) or _NAMES_TOO.search(words_before(sentence, person, 240))
    if not passive and not active:
        return
    start = position + passive.end() if passive else person.end
    if not passive and (next_to := _joined_next(sentence, person)) is not None:
        start = next_to.end  # "promoted Jane Roe and John Doe to managing director"
    title = (_NEW_TITLE if passive else _GIVEN_TITLE).match(sentence.between(start, sentence.end))
    if title is None or not passive and active and (active.re is _NAMES_TOO or title["former"]) and title.group().startswith(","):
        return  # "installed Jane Roe, the former head of Globex": what she was before
    if _TO_HEAD.search(title.group()) and not sentence.between(start + title.end(), sentence.end).startswith(" of "):
        return  # "hired Jane Roe to head its sales"
    role_end = start + title.end()
    rest = sentence.between(role_end, sentence.end)
    object = employer_of(sentence, role_end) or _house_in(sentence, start, start + title.start("role")) or (_namer(sentence, person, before, active) if active else None)
    object = object or next((one for one in organizations(sentence) if one.end <= person.start - (len(active.group()) if active else 0)), None)
    due = (
        _is_due(sentence, role_end)
        or _is_due_next(sentence, person)
        or re.match(r"[ -](?:designate|elect)\b", rest)
        or "next " in title.group()[: title.start("role")]
        or passive
        and re.search(r"will be|is to be", passive.group())
        or _is_news(sentence, position if passive else max(sentence.start, person.start - len(before) + (active.start() if active else 0) - 12), start + title.start("role"))
    )
    if predicate_of(title["role"]) == "official":
        # "was elected mayor of Oslo": of no company
        place = next((one for one in sentence.entities if one.referent.type == "place" and re.fullmatch(r" (?:of|for|in) (?:the )?", sentence.between(role_end, one.start))), None)
        object = place or employer_of(sentence, role_end)
        if object is None:
            return
    yield from made(
        sentence, person, object or focus(sentence, person), title["role"] + area_after(sentence, role_end), "incoming" if due else "current",
        "<organization> named <person> <role>", min(person.start, object.start if object else person.start), role_end, 0.85,
    )  # fmt: skip


def _joined_next(sentence: Sentence, person: EntityMention) -> EntityMention | None:
    """The last of those named in one series after a person, where all are given the title behind it."""
    last: EntityMention | None = None
    for one in sentence.entities:
        if one.start > person.end and one.referent.type == "person" and _AND_NEXT.fullmatch(sentence.between((last or person).end, one.start)):
            last = one
    return last if last is not None and _TO_ALL.match(sentence.between(last.end, sentence.end)) else None


_AND_NEXT = re.compile(r",? and |, ")
_TO_ALL = re.compile(r" (?:to|as) ")


def _house_in(sentence: Sentence, start: int, end: int) -> EntityMention | None:
    """The organisation right before a title: "as Acme | chief executive"."""
    return next((one for one in organizations(sentence) if start <= one.start and end - 3 <= one.end < end), None)


def _namer(sentence: Sentence, person: EntityMention, before: str, active: re.Match[str]) -> EntityMention | None:
    """The organisation that is the subject of the verb that names: "Alongside Ms Roe, the bakery has also appointed John Doe"."""
    verb = sentence.token(person.start - len(before) + active.start())
    while verb.dep_ == "conj" and verb.head.i < verb.i and not any(child.dep_ == "nsubj" for child in verb.children):
        verb = verb.head
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    found = sentence.entity_at(subject) if subject is not None else None
    if found is not None and found.referent.type == "organization":
        return found
    if subject is not None and subject.pos_ == "NOUN" and subject.left_edge.lower_ == "the" and lemma(subject.lower_) in terms("company_classes"):
        return focus(sentence, person)  # "the business", which no name is known for
    return None


_RESIGNED_AS = re.compile(
    r"(?:,? who)? (?:(?:has|have|had|also|will|is to|are to|(?:chosen|decided|agreed|opted|elected|chose|been (?:forced|told|asked)|was (?:forced|asked)) to) )*(?:(?:resign(?:ed|s)?|(?:step|st[oa]nd|stood)(?:ped|s)? (?:down|aside)|retire[ds]?|quit|departed|(?:is|are) (?:stepping|standing) (?:down|aside)|(?:is|are) (?:resigning|retiring)|was (?:fired|sacked|ousted|dismissed|removed))"
    r" (?:as|from (?:his|her|their|the) (?:(?:positions?|roles?|posts?|jobs?) (?:as|of)|(?=(?:[\w'-]+ ){1,4}(?:positions?|roles?|posts?|jobs?)\b)))|(?:g[ai]ve[ns]? up|relinquish(?:ed|es)?|lost|left|hand(?:ed|s) over|vacat(?:ed|es)) (?=(?:the |his |her )(?:[\w-]+ ){1,4}(?:job|role|post|position|title)\b)"
    r"|ceased? to be(?: an?)?|(?:is|was|are) (?:out|gone) as|(?:is|was) no longer(?: an?)?"
    # "is leaving Acme after six years as"
    r"|(?:(?:is|are) )?(?:leav(?:es?|ing)|left|(?:step|stand)(?:s|ping|ing)? (?:down|aside)|st(?:epped|ood) (?:down|aside)|retir(?:es?|ed|ing)|quit(?:s|ting)?|resign(?:s|ed|ing)|depart(?:s|ed|ing))\b[^;.]{0,60}? after [^,;.]{3,40} (?:as|in charge as))"
    r" ?(?:(?:its|the(?: (?:company|group|firm|bank)['’]s)?|their|his|her|[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3}'s) )?",
)


_HOUSE_TITLE = title_pattern(_HOUSE_BEFORE + TITLE + REST + ")", re.IGNORECASE)


def _own_of(sentence: Sentence, person: EntityMention, titles: str, verb: int) -> str:
    """The title of one of several people where each has one: "Jane Roe and John Doe resigned as chairman and chief executive"."""
    each = APART.split(titles)
    if len(each) < 2:
        return titles
    group: list[EntityMention] = []
    for one in sentence.entities:
        if one.referent.type == "person" and one.end <= verb:
            group = [*group, one] if group and re.fullmatch(r",? and |, ", sentence.between(group[-1].end, one.start)) else [one]
    return each[group.index(person)] if len(group) == len(each) and person in group else titles


def _resigned(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Jane Roe stepped down as chief executive", "Jane Roe has resigned from her positions as chief executive"."""
    match, position = told_of(sentence, person, _RESIGNED_AS)
    if match is None:
        return
    start = position + match.end()
    title = _HOUSE_TITLE.match(sentence.between(start, sentence.end))
    if title is None:
        return
    start += title.start("role")
    owner = [one for one in organizations(sentence) if position <= one.start < start]
    due = re.search(r"\b(?:will|(?:is|are) (?:to|\w+ing))\b", match.group())
    yield from made(
        sentence, person, owner[-1] if owner else employer_of(sentence, start + len(title["role"])) or focus(sentence, person),
        _own_of(sentence, person, title["role"], position),
        "current" if due else "former", "<person> resigned as <role>", person.start, start + len(title["role"]), 0.8,
    )  # fmt: skip


_JOINED_AS = title_pattern(
    r"(?:, [^,;.]{3,70},)?(?:,? who)? (?:(?P<due>(?:will |would |is (?:set |due |likely |expected )?to |to )(?:leave (?:[\w.&' -]{2,40} )?to )?|is leaving (?:[\w.&' -]{2,40} )?to |(?:will be |is )(?=joining|moving|returning|taking (?:over|up|on) ))|(?:(?:has |had )?(?:also )?left (?:[\w.&' -]{2,40} )?to |has |have |had |recently |also |formally |officially )*)(?P<verb>join(?:s|ed|ing)?|start(?:s|ed)?|return(?:s|ed|ing)?|c[ao]mes?|mov(?:es|ed|ing)|switch(?:es|ed)|r[au]ns?|leads?|acts?|serves?|arriv(?:es|ed)|(?:takes?|taken|taking|took) (?:over|up|on|charge)(?: the (?:role|position|post|job|office))?|assum(?:es?|ed|ing) (?:office|charge|duty|duties|command|the (?:role|position|post|office|duties)))\b"
    r"(?:(?: (?!as\b)[\w.&'-]+){0,8}? (?:as|to be|to become)|(?:(?<=role)|(?<=position)|(?<=post)|(?<=job)|(?<=office)) of) (?:its |the |their |a |an |new )*" + _HOUSE_BEFORE + TITLE + REST + r")s?\b",
    re.IGNORECASE,
)


_LEAVES_TO_BE = title_pattern(
    r"(?:,? who)? (?:(?:will|is|was|has|had|recently|then|later) )*(?:(?P<leaving>leav(?:es?|ing)|quits?|resign(?:s|ing)|depart(?:s|ing))|left|resigned|departed)\b"
    r"(?: [\w.&'-]+){0,6}? to (?:be|become|take over as|serve as) (?:the |its |an? |new |next )*" + TITLE + REST + r")\b",
    re.IGNORECASE,
)


def _leaves_to_be(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Jane Roe is leaving to become head of sales at Globex": what she is to be elsewhere."""
    match, position = told_of(sentence, person, _LEAVES_TO_BE)
    if match is None:
        return
    end = position + match.end("role")
    yield from made(
        sentence, person, employer_of(sentence, end), match["role"], "incoming" if match["leaving"] else "current", "<person> leaves to be <role>", person.start, end, 0.75,
    )  # fmt: skip


# "with Jane Roe taking over as chief executive"
_PRESENT = re.compile(r"(?:joins|starts|returns|comes|moves|switches|arrives|takes|assumes)\b")
_BEGINNING = ("taking", "joining", "moving", "assuming")
# "she was chosen by Jane Roe to take over as"
_BY_BEFORE = re.compile(r"\bby (?:[\w-]+ ){0,3}$")


def _joined_as(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Jane Roe, who joined in August as chief operating officer", "Jane Roe will start in May as head of sales"."""
    match, position = told_of(sentence, person, _JOINED_AS)
    if match is None or match["due"] == "to " and _BY_BEFORE.search(sentence.between(sentence.start, person.start)):
        return
    end = position + match.end("role")
    inside = [
        one for one in organizations(sentence)
        if position + match.end("verb") <= one.start < end and not re.search(r"\bfrom (?:[\w'-]+ ){0,4}$", sentence.between(position, one.start))
    ]  # fmt: skip
    yield from made(
        sentence, person, next(iter(inside), None) or employer_of(sentence, end) or focus(sentence, person), match["role"] + area_after(sentence, end),
        "incoming" if match["due"] or match["verb"].startswith(_BEGINNING) or _PRESENT.match(match["verb"]) and _is_dated(sentence, end) else "current", "<person> joined as <role>", person.start, end, 0.75,
    )  # fmt: skip


_OUSTS = re.compile(r"\b(?:oust(?:s|ed|ing)?|fir(?:e|es|ed|ing)|sack(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|remov(?:e|es|ed|ing)|suspend(?:s|ed)) (?:[a-z][\w-]* ){0,3}$")
_FROM_TITLE = title_pattern(
    r"(?:, [^;.]{3,80}?,)? (?:as|from (?:his|her|the) (?:job|post|position|role) (?:as|of)) (?:(?:its|the|their) )?" + TITLE + REST + ")", re.IGNORECASE
)


def _ousted(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Acme's board ousted Jane Roe as chief executive"."""
    match = _FROM_TITLE.match(sentence.between(person.end, sentence.end)) if _OUSTS.search(words_before(sentence, person, 60)) else None
    if match is None:
        return
    end = person.end + match.end()
    before = [one for one in organizations(sentence) if one.end <= person.start]
    object = employer_of(sentence, end) or (before[-1] if before else None) or focus(sentence, person)
    yield from made(sentence, person, object, match["role"], "former", "<organization> ousts <person> as <role>", person.start, end, 0.8)


_APPOINTMENT = re.compile(r"\b(?:appointment|promotion|hiring|election|nomination|selection) of (?:[\w-]+ ){0,3}$")
# "appointed Jane Roe to its board"
_ELECTS = re.compile(r"\b(?:re-?)?(?:appoint|name|elect|nominat|add|invit|welcom)(?:ed|d|s|es|ing)? (?:[a-z][\w-]* ){0,3}$")
_TO_BOARD = re.compile(r"(?:, [^;.]{3,80}?,)? (?:as|to) (?:an? |the |its |their )?(?:new |independent |non-executive )*(?P<role>(?:member of (?:the |its |their )?)?[Bb]oard(?: of [Dd]irectors)?)\b")
_TO_TITLE = title_pattern(r"(?:, [^;.]{3,80}?,)?,? (?:as|to(?: be| become| the (?:role|post|position|office) of)?) (?:(?:an?|the|its|their|new|next|first) )*" + TITLE + REST + ")", re.IGNORECASE)


def _appointment(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Acme announced the appointment of Jane Roe as head of sales", "the election of Jane Roe to the board"."""
    before_name = words_before(sentence, person, 60)
    told = _APPOINTMENT.search(before_name)
    after = sentence.between(person.end, sentence.end)
    match = _TO_BOARD.match(after) if told or _ELECTS.search(before_name) else None
    match = match or (_TO_TITLE.match(after) if told else None)
    if match is None:
        return
    end = person.end + match.end()
    before = [one for one in organizations(sentence) if one.end <= person.start]
    object = employer_of(sentence, end) or (before[0] if before else None) or focus(sentence, person)
    role = match["role"] + area_after(sentence, end) if match.re is not _TO_BOARD else "board member"
    yield from made(sentence, person, object, role, "incoming" if _is_due(sentence, end) else "current", "<appointment> of <person> as <role>",
                    person.start, end, 0.8)  # fmt: skip


# "Jane Roe's appointment as", "Jane Roe's departure as head of sales": a change told by a noun
_CHANGE_AS = title_pattern(
    r"['’]s? (?:[a-z-]+ )?(?:(?P<new>appointment|promotion|election|nomination|elevation|hiring|recruitment|arrival)|(?P<gone>departure|resignation|dismissal|sacking|removal|ousting|ouster|retirement|exit)|tenure|reign|time|stint)"
    r" (?:as|to) (?:(?:its|the|their|an?|new|next) )*" + TITLE + REST + r")\b",
    re.IGNORECASE,
)


def _change_as(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "since Jane Roe's appointment as chief executive", "Jane Roe's departure as head of sales of Acme"."""
    match = _CHANGE_AS.match(sentence.between(person.end, sentence.end))
    if match is None:
        return
    end = person.end + match.end()
    object = employer_of(sentence, end) or focus(sentence, person)
    due = match["new"] and _is_due(sentence, end)
    status: Status = "incoming" if due else "former" if match["gone"] or match["former"] else "current"
    yield from made(sentence, person, object, match["role"] + area_after(sentence, end), status, "<person>'s <appointment> as <role>", person.start, end, 0.8)


# the object of whatever verb: "kept Jane Roe as its chairman", "lost both Jane Roe as its treasurer and"
_HAD_AS = title_pattern(r",? as (?:its|their|the (?:company|group|firm|bank|club)'s) (?:new |next |first |interim )*" + TITLE + REST + r")\b")


# "has 45 shops, with Jane Roe as | chief executive and John Doe as | head of design"; not "With Jane Roe as chief executive it would"
_WITH = re.compile(r" with (?:[A-Z][\w'.-]+ (?:[A-Z][\w'.-]+ )*as [^,;.]{3,60} and )?$")
_WITH_TITLE = title_pattern(r" as (?:the |its |their |a )?(?:new |next |first |interim )*" + TITLE + REST + r")\b")


def _had_as(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "It hired and lost Jane Roe as its sales chief", "with Jane Roe as chairwoman": of whom a company is told to have for an office."""
    has = _WITH.search(words_before(sentence, person, 160))
    match = (_WITH_TITLE if has else _HAD_AS).match(sentence.between(person.end, sentence.end))
    if match is not None and sentence.head(person.start, person.end).dep_ not in ("nsubj", "nsubjpass"):
        end = person.end + match.end("role")
        yield from made(sentence, person, employer_of(sentence, end) or focus(sentence, person), match["role"], "current", "<person> as its <role>", person.start, end, 0.75)


# "named Jane Roe, 52, to lead its mobile arm", "hired Jane Roe from Globex to run"; told of who is named, "was hired to run"
_RUN = r"to (?:run|lead|head(?: up)?|chair|oversee|manage|spearhead) (?!of |efforts|talks|negotiations|(?:an?|the) (?:[\w-]+ ){0,3}?(?:inquiry|investigation|review|probe|search|fight|battle|project)\b)"
_NAMED_TO_RUN = re.compile(r"(?:, (?:aged )?\d\d,)?(?:, [^;.,]{3,80},)?(?: (?:away )?from " + DESCRIBED_AS + r"(?:[A-Z][\w&.'-]* ){1,4})?,? ?" + _RUN)
_WAS_NAMED_TO_RUN = re.compile(
    r"(?:, [^,;.]{3,80},)?(?:,? who)? (?:was|has been|had been|is|will be) (?:\w+ly )?(?:appointed|named|hired|chosen|picked|selected|tapped|recruited|brought in|promoted) (?:(?:in|on|last|earlier|by) [^,;.]{3,25}? )?" + _RUN
)


def _named_to_run(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Acme named Jane Roe to lead its mobile arm", "Jane Roe was hired to run Acme": an executive whose title is not told."""
    match, position = told_of(sentence, person, _WAS_NAMED_TO_RUN)
    # "Acme poached Globex's Jane Roe to run": hers was Globex
    before = [one for one in organizations(sentence) if one.end <= person.start and sentence.between(one.end, person.start) not in ("'s ", "' ")]
    if match is None:
        match, position = _NAMED_TO_RUN.match(sentence.between(person.end, sentence.end)), person.end
        if match is None or not before or not _NAMES.search(words_before(sentence, person, 120)):
            return
    end = position + match.end()
    run = next((one for one in organizations(sentence) if one.start >= end and re.fullmatch(DESCRIBED_AS, sentence.between(end, one.start))), None)
    object = run or (before[-1] if before else None) or focus(sentence, person)
    if object is not None:
        yield Draft(
            kind="person", predicate="executive", subject=person, rule="<organization> named <person> to run it", start=min(person.start, object.start), end=end,
            object=object, status="incoming", confidence=0.75,
        )  # fmt: skip


_TOP_JOB = re.compile(
    r"(?:, [^,;.]{3,70},)?(?:,? who)? (?:will |is to |has |has been |was |had )?(?P<verb>g[eo]ts?|got|takes?|took|lands?|landed|given|handed|won|wins|assumes?|assumed|holds?|held) the (?:(?:top|chief executive's|CEO's) (?:job|role|post|spot|seat)\b(?: (?:at|of) )?|(?:reins|helm|wheel) (?:at|of) )"
)


def _is_dated(sentence: Sentence, end: int) -> bool:
    """True if another time than that of the article is told right behind a position: what is told so in the present is still to come."""
    dating = sentence.reading.dating
    after = [one.period for one in sentence.periods if end <= one.start < end + 60 and one.period.start is not None and one.period.end is not None]
    return dating is not None and any(not one.start <= dating.start <= one.end for one in after if one.start and one.end)


def _top_job(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Jane Roe, until then head of sales, got the top job": an executive whose title is not told."""
    match, position = told_of(sentence, person, _TOP_JOB)
    if match is None:
        return
    end = position + match.end()
    object = next((one for one in organizations(sentence) if one.start == end), None) or focus(sentence, person)
    if object is not None:
        yield Draft(
            kind="person", predicate="executive", subject=person, rule="<person> got the top job", start=person.start, end=end, object=object,
            status="incoming" if re.search(r"\b(?:will|is to)\b", match.group()) or match["verb"] in ("takes", "take", "gets", "assumes") and _is_dated(sentence, end) else "current", confidence=0.7,
        )  # fmt: skip


_SERVED_AS = title_pattern(
    r"(?:, [^,;.]{3,70},)?(?:,? who)? (?:(?:has|had|also|previously|once|later) )*(?:spent|worked|served|(?:was|were|been) (?=(?:at|with) )|trained|began|started (?:out|(?:his|her) (?:career|working life))|rose)"
    r"\b[^;.]{0,60}? (?:as|to) (?:an? |its |the )?(?:(?:job|post|position|role|rank) of )?" + TITLE + REST + r")",
    re.IGNORECASE,
)
def _served_as(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Jane Roe spent nine years as a buyer at Acme", "had worked as head of sales for Acme": what she was."""
    match, position = told_of(sentence, person, _SERVED_AS)
    if match is None:
        return
    end = position + match.end("role")
    object = employer_of(sentence, end) or next((
        one for one in reversed(organizations(sentence))
        if position < one.start < end and re.search(r" (?:at|for|with) (?:the )?(?:[a-z][\w-]* ){0,3}$", sentence.between(position, one.start))
    ), None)
    yield from made(sentence, person, object, match["role"], "former", "<person> served as <role>", person.start, max(end, object.end if object else 0), 0.75)


RULES = (_named, _named_to_run, _appointment, _change_as, _ousted, _had_as, _resigned, _joined_as, _leaves_to_be, _served_as, _top_job)
# those that read on from a subject: they hold for "she" too
OF_SUBJECT = (_named, _resigned, _joined_as, _leaves_to_be, _served_as, _top_job)
