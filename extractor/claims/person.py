"""Persons: who holds which office where.

"Jane Roe, president of Acme", "Acme's finance chief Jane Roe", "Globex analyst Jane Roe", "founded by Jane Roe": the
subject is the person, the object the organisation, `role` the title as written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from extractor.claims import careers, successions, ties
from extractor.claims.draft import Draft, named
from extractor.claims.employers import (
    BEFORE,
    DESCRIBED_AS,
    HONORIFIC,
    NAME,
    OF,
    Status,
    area_after,
    employer_after,
    employer_of,
    focus,
    is_area,
    is_of_another,
    made,
    organizations,
    status_of,
    union_of,
    words_before,
)
from extractor.claims.offices import MODIFIER, OFFICE, REST, SAYING, TITLE, predicate_of, title_pattern
from extractor.claims.officials import (
    LOCAL,
    central_bank,
    country_before,
    country_behind,
    of_state,
    portfolio_before,
    public_owner,
    public_owner_before,
    state_of,
)
from extractor.lexicon import any_of, terms
from extractor.mentions.places import find_place
from extractor.mentions.types import EntityMention, Referent
from extractor.reading import Reading, Sentence, within

Rule = Callable[[Sentence, EntityMention], Iterator[Draft]]

# what stands between a name and the office it holds: "is", "will on June 1 become", "who was until recently the"
_HOLDS = (
    r"(?:is(?: back as)?|(?P<was>was|had been|(?:had )?served as)|(?:has|have) been|has served as|serves as|became|becomes|remain(?:s|ed)(?: as)?|(?:stays|stayed) on as|continues as"
    r"|(?:will|would|is (?:set |due |expected )?to|has agreed to) (?:(?:on|in|from) [A-Z][a-z]+ (?:\d+ )?|also |then |now |today |tomorrow |soon |formally |officially |next (?:week|month|year) )?"
    r"(?:become|be|serve as|(?:take over|start|begin|step in) as|(?P<stays>remain(?: as)?|stay(?: on)? as|continue as))|(?:takes over|took over|starts|started|begins|began|steps in|stepped in|returns|returned) as|to become) "
)
# what a title may be over, besides the words that titles are known by: "electronics director"
_FIELD = (
    r"(?:(?!(?:who|which|that|said|says|told|tells|asked|added|is|was|will|would|could|should|may|might|become|becomes|has|had|and|or|but|the|an?|its|their|his|her|to|of|for|in|on|at|by|with|as|former|ex|incoming"
    r"|outgoing|previous|then|not|now|also|one|from|where|when|while|made|[\w-]+ed|\w+ly)\b)(?-i:[a-z])[a-z-]+ (?:and (?=[a-z-]+ ))?){0,2}?"
)
_AFTER = title_pattern(
    r"(?:, (?:acting |speaking )?(?:as|in (?:his|her|their) (?:role|capacity|position|post|job) as) (?=\w)|, an? (?:(?!(?:of|at|for)\b)[\w-]+ ){1,4}?and (?=(?:the )?(?:former|current)\b)|,?\s)"
    r"(?:\d\d, )?(?:(?:who )?" + _HOLDS + r")?(?:(?P<formerly>formerly|(?:until|most) recently|until then|previously|earlier|once) |(?:(?P<now>currently|now|still)|also) )?"
    r"(?:(?:the|its|an?|their|his|her) )?(?P<present>current )?(?:(?:new|next|other|joint|long-?time|third|fourth|fifth|sixth|seventh|eighth|latest|youngest|(?-i:[A-Z][\w-]+)(?= investor| owner)) )?(?P<owner>(?:[\w&.-]+(?: [\w&.-]+){0,3}?'s? )?)(?P<field>" + _FIELD + ")"
    + TITLE
    + r"(?:(?: |-)(?:[Ee]lect|[Dd]esignate))?)\b",
    re.IGNORECASE,
)
_VERBS = (",", " who ", " is ", " was ", " will ", " would ", " bec", " to become", " takes ", " took ", " start", " beg", " step", " serve", " has been ", " has served", " had ", " return", " remain", " stays ", " stayed ", " continues ")
_KIN = re.compile(r"\b(?:son|daughter|grandson|granddaughter|nephew|niece|wife|husband|brother|sister|widow|heir|friend) of\b")
# an employer that the entities do not know: "analyst at research firm Acme Insight"
_EMPLOYER = re.compile(r"\s(?:at|with|of|for)\s" + DESCRIBED_AS + r"(?P<name>" + NAME + ")")


def find(reading: Reading) -> Iterator[Draft]:
    """The person claims of an article. A headline's short title adds nothing to the one that the text tells."""
    found: list[Draft] = []
    for sentence in reading.telling:
        for person in sentence.entities:
            if person.referent.type != "person" or is_area(person.text):
                continue
            rules: tuple[Rule, ...] = _ALL
            if person.via == "coreference":
                rules = (_held_by_pronoun, *careers.OF_SUBJECT, *ties.OF_SUBJECT) if person.text.casefold() in ("he", "she") or person.text.endswith("old") else ()
            for rule in rules:
                found += rule(sentence, person)
        found += successions.find(sentence)
    for sentence in reading.telling:
        found += successions.kin_of(sentence, found)
        found += successions.heirs(sentence, found)
    _move_to_own_house(found)
    told = {_holds(one) for one in found if one.start >= reading.title_end}
    yield from (one for one in found if one.start >= reading.title_end or _holds(one) not in told)


def _holds(draft: Draft) -> tuple[object, ...]:
    return draft.subject.referent, draft.object and draft.object.referent, draft.predicate


# characters from what tells of an office to its house, where the one tells of the other
_BESIDE_IT = 80


def _move_to_own_house(found: list[Draft]) -> None:
    """ "Acme, which Roe founded with John Doe … Doe, its finance chief": an office told without its house is of the one that the person was said to be of before."""
    told: dict[Referent, dict[Referent, EntityMention]] = {}
    for one in found:
        if one.object is None or one.status != "current":
            continue
        if one.start - _BESIDE_IT <= one.object.start and one.object.end <= one.end + _BESIDE_IT:
            if one.predicate in ("founder", "executive") and one.object.via != "coreference":
                told.setdefault(one.subject.referent, {}).setdefault(one.object.referent, one.object)
        elif one.predicate in ("executive", "chair", "spokesperson") and len(houses := told.get(one.subject.referent, {})) == 1:
            one.object = next(iter(houses.values()))


def _held_by_pronoun(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "She was previously head of sales at Acme": what is said of a person named before."""
    if sentence.text[person.end - sentence.start :].startswith(" "):
        yield from _title_at(sentence, person, person.end, person.end)


def _titled_before(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Acme Chief Executive Jane Roe", "Acme's president, Jane Roe", "the head of Acme, Jane Roe"."""
    base = max(sentence.start, person.start - 160)
    before = words_before(sentence, person, 160)
    match = BEFORE.search(before)
    if match is not None:
        start, role = base + match.start(), match["role"]
        if match.group().endswith(", ") and any(one.referent.type == "person" and one.end == start - 2 for one in sentence.entities):
            return  # "Tom Brook, managing director, Jane Roe, finance director": the title of the one before
        if role.endswith((" and", " or")):
            return  # "where Tom Brook was head of equities and Jane Roe a trader": the title of the one before
        if match.group().endswith(", ") and _TITLE_BEHIND.match(sentence.between(person.end, sentence.end)):
            return  # "becomes managing director, Jane Roe finance director": she has her own
        country, office = country_before(sentence, start, role)
        if country is not None:
            yield Draft(
                kind="person", predicate="official", subject=person, object=country, rule="<country> <role> <person>", start=country.start, end=person.end,
                role=office, status=status_of(match, sentence, person), confidence=0.75,
            )  # fmt: skip
            return
        whole = next((one for one in organizations(sentence) if one.start < start < one.end), None)
        if whole is not None:
            # "Legal & General chief executive": the general is the company's
            role, start = role[whole.end - base - match.start("role") :].strip(), whole.end + 1
        owner = [
            one
            for one in organizations(sentence)
            if one.end <= start + 1 and _OWNER_GAP.fullmatch(sentence.between(one.end, start))
        ]
        if owner and (portfolio := portfolio_before(sentence, owner[-1], start, role)) is not None:
            # "Immigration Minister Jane Roe": of a country that need not be named beside her
            owner, start, role = [], owner[-1].start, portfolio
        object = owner[-1] if owner else employer_after(sentence, person)
        if object is None and (public := public_owner_before(sentence, start, role)) is not None:
            body, role = public
            yield Draft(
                kind="person", predicate="official", subject=person, object=body, rule="<body>'s <role> <person>", start=body.start, end=person.end,
                role=role, status=status_of(match, sentence, person), confidence=0.75,
            )  # fmt: skip
            return
        object = object or central_bank(sentence, role) or union_of(sentence, role) or _house_unlisted(sentence, start, role)
        if object is None and role.casefold() not in LOCAL and (state := state_of(sentence)) is not None and of_state(sentence, person, role):
            yield Draft(
                kind="person", predicate="official", subject=person, object=state, rule="<role> <person>", start=start, end=person.end,
                role=role, status=status_of(match, sentence, person), confidence=0.6,
            )  # fmt: skip
            return
        # who watches a company is not of it, nor is whoever once was a lawyer
        elsewhere = _OF_COUNTY.search(sentence.between(sentence.start, start)) or role.casefold().startswith(("union ", "state ", "county ", "city ")) or predicate_of(role) == "analyst" or match["former"] and _PROFESSION.fullmatch(role)
        private = _PRIVATE.fullmatch(role) and sentence.between(sentence.start, start).endswith(("his ", "her ", "His ", "Her "))
        if object is None and not private and not elsewhere and not _OF_TOWN.match(sentence.text) and not of_state(sentence, person, role) and not _is_anybody(sentence, start, person.end):
            object = focus(sentence, person)
            if object is not None and is_of_another(sentence, start, role, person.start, object):
                return
        yield from made(sentence, person, object, role, status_of(match, sentence, person), "<organization> <role> <person>",
                         owner[-1].start if owner else start, person.end, 0.9 if owner else 0.7)  # fmt: skip
        return
    for one in organizations(sentence):
        gap = sentence.between(one.end, person.start)
        if one.end <= person.start and re.fullmatch(r"(?:,| is| was)?\s", HONORIFIC.sub("", gap)):
            head = _TITLE_OF.search(sentence.between(sentence.start, one.start))
            if head is not None and (_SUCH_AS.search(head.group()) or _is_of_one_before(sentence, sentence.start + head.start(), one.end)):
                continue
            if head is None and gap.startswith(","):
                head = _TITLE_BESIDE.search(sentence.between(sentence.start, one.start))
            if head is not None:
                yield from made(sentence, person, one, head["role"], status_of(head, sentence, person), "<role> of <organization> <person>",
                                 sentence.start + head.start(), person.end, 0.85)  # fmt: skip


# "His lawyer, Jane Roe"; "The city will pay, development manager Jane Roe said"
_PRIVATE = re.compile(r"(?:[a-z]+ )?(?:lawyer|attorney|agent|accountant|doctor|teacher)", re.IGNORECASE)
_OF_TOWN = re.compile(r"The (?:city|county|town|borough|district|council|university|hospital|school) (?!of\b)[a-z]")
# "Norland County | development director Jane Roe"
_OF_COUNTY = re.compile(r"\b[A-Z][\w-]+ (?:County|City|Township|Borough|Parish|Council|University|College|Chamber|Union)(?:'s)? (?:[a-z]+ )?$")
_PROFESSION = re.compile(r"(?:[a-z]+ )?(?:lawyer|banker|trader|engineer|architect|scientist)", re.IGNORECASE)
# "Acme's new", "Acme former": not "Acme under", "Acme said"
_OWNER_GAP = re.compile(
    r"(?:'s?,?|, whose)?\s(?:(?!(?:after|and|as|at|by|for|from|in|named|of|on|or|said|says|that|to|told|under|when|while|with)\b)[\w-]+\s){0,2}"
)
_TITLE_OF = title_pattern(TITLE + r")" + OF + "$", re.IGNORECASE)
# "former | News of the Fens | editor"
_FORMER_HOUSE = re.compile(r"\b(?:[Ff]ormer|[Oo]ne-time|[Ee]x-?)[ -](?P<house>[A-Z][\w&'.-]*(?: (?:(?:of|and|the|&) ){0,2}[A-Z][\w&'.-]*){0,4}?)(?:['’]s?)? (?:[a-z][\w-]* ){0,2}$")


def _house_unlisted(sentence: Sentence, start: int, role: str) -> EntityMention | None:
    """ "former News of the Fens editor Jane Roe": a house that is no entity of the article; not "former French president"."""
    match = _FORMER_HOUSE.search(sentence.between(sentence.start, start))
    if match is None or find_place(match["house"]) is not None or " " not in match["house"] and role in ("leader", "president", "captain"):
        return None
    first, last = sentence.start + match.start("house"), sentence.start + match.end("house")
    if any(one.start < last and one.end > first and one.referent.type != "place" for one in sentence.entities):
        return None
    return named(match["house"], first, last, "organization")


# "the Managing Director, | Acme Plc, Mr John Doe", "the Executive Director, Retail, | Acme Plc, Mr John Doe"
_TITLE_BESIDE = title_pattern(r"(?:^|\b(?:the|its|new) )" + TITLE + r"), (?:(?-i:[A-Z])[\w&-]*(?: (?:and |& )?(?-i:[A-Z])[\w&-]*){0,3}, )?(?:of )?(?:the )?$", re.IGNORECASE)
# "Acme's Executive Director, Retail Banking, | Mrs Jane Roe", "Acme's country manager for Kenya, | Jane Roe"
_TITLE_OVER = title_pattern(
    r"['’]s? (?:(?-i:[a-z])[\w-]* )??" + TITLE + r")(?P<over>(?:, | (?:for|in|of) (?:the )?)(?-i:[A-Z])[\w&-]*(?:,? (?:and |& )?(?-i:[A-Z])[\w&-]*){0,4}), $", re.IGNORECASE
)


def _titled_over(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Acme's Executive Director, Retail Banking, Mrs Jane Roe": with what an office is over between it and the name."""
    before = words_before(sentence, person, 160)
    match = _TITLE_OVER.search(before)
    start = max(sentence.start, person.start - 160) + match.start() if match is not None else 0
    owner = next((one for one in organizations(sentence) if one.end == start), None) if match is not None else None
    if match is None or owner is None or _TITLE_BEHIND.match(sentence.between(person.end, sentence.end)):
        return
    yield from made(sentence, person, owner, match["role"] + match["over"], status_of(match, sentence, person), "<organization> <role> <person>", owner.start, person.end, 0.8)


def _is_of_one_before(sentence: Sentence, start: int, end: int) -> bool:
    """True for a title that belongs to the person named right before it: "Jane Roe, | chairman of Acme, John Doe, head of Globex"."""
    before = next((one for one in sentence.entities if one.referent.type == "person" and one.end < start and _APPOSED_TO.fullmatch(sentence.between(one.end, start))), None)
    return before is not None and not (_opens_next(sentence, before, end))


_APPOSED_TO = re.compile(r",? (?:(?:who )?(?:is|was) )?(?:(?:the|an?|its) )?(?:new |former |current )?")
# "the owner of brands such as Acme, Dr Zeta": a list of examples
_SUCH_AS = re.compile(r"\b(?:such as|including|like|brands?|names?|titles?) ")
_TITLE_BEHIND = title_pattern(" " + TITLE + r")\b", re.IGNORECASE)
_NAMES = r"(?:(?:Mr|Mrs|Ms|Dr|Chief|Alhaji|Sir|Dame)\.? )?(?:[A-Z][\w.'-]+ ?){1,3}"
# "Acme said co-founders Jane Roe and John Doe …", "Its analysts Jane Roe and John Doe …": those of the company spoken of
_THEIR = re.compile(r"(?:\b(?:said|says|announced|its|Its|their|Their|that|which|where|when|as|but)(?: (?:that|the|both|two))? |^)$")
# "announced the retirement of two | directors, Jane Roe and John Doe"
_CHANGE_OF = re.compile(r"\b(?:(?P<gone>retirement|resignation|departure|exit|removal)s?|appointment|election|nomination|induction) of (?:(?:the|its|their|two|three|four|five|several|new) ){0,3}$")
_TOGETHER = title_pattern(
    r"\b(?P<role>" + MODIFIER + OFFICE + r")s,?(?P<listed>(?: (?:on|in|this|last) (?:\w+ ){0,2}?\w+)?(?::| -))?(?: (?:the|both) (?:[\w-]+ ){0,3}?[a-z-]+s)?,? (?:" + _NAMES + r"(?P<said>, (?:who|(?:(?:an?|the|its) )?(?:former |ex-)?(?-i:[a-z])) ?[^,;.]{3,80})?(?:, | and |, and ))*$", re.IGNORECASE
)
_TOGETHER_AFTER = title_pattern(
    r"(?:(?:, | and |, and )" + _NAMES + r")*, (?:the |its |both |two |all |(?P<former>former ))*(?P<role>(?i:" + MODIFIER + OFFICE + r"))s (?:of|at|with|for|from) " + DESCRIBED_AS
)


# "three of its directors, Jane Roe and John Doe, | had resigned"
_HAVE_LEFT = re.compile(
    r"(?:(?:, | and |, and )" + _NAMES + r")*,? ?(?:(?:have|had) )?(?:(?:abruptly|suddenly|all|both|also) )*(?:resigned|stepped down|quit|left|retired|departed|been (?:ousted|fired|sacked|removed|dismissed))\b"
)
_FORMER = re.compile(r"\b(?:former|ex|one-time|previous)[ -]$", re.IGNORECASE)


def _titled_together(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Acme co-founders Jane Roe and John Doe", "Jane Roe and John Doe, analysts at Acme": one title for all."""
    before = words_before(sentence, person, 200)
    match = _TOGETHER.search(before)
    if match is not None and (match["said"] or ", who").startswith(", who") | (":" in (match["listed"] or "")):
        start = max(sentence.start, person.start - 200) + match.start()
        owner = next((one for one in organizations(sentence) if re.fullmatch(r"(?:'s?)? ", sentence.between(one.end, start))), None)
        change = _CHANGE_OF.search(sentence.between(sentence.start, start))
        owner = owner or (focus(sentence, person) if match["listed"] or change or _THEIR.search(sentence.between(sentence.start, start)) else None)
        if owner is not None:
            gone = change and change["gone"] or _FORMER.search(sentence.between(sentence.start, owner.start)) or _HAVE_LEFT.match(sentence.between(person.end, sentence.end))
            status: Status = "former" if gone else "incoming" if change else "current"
            yield from made(sentence, person, owner, match["role"], status, "<organization> <roles> <persons>", min(owner.start, start), person.end, 0.85)
            return
    match = _TOGETHER_AFTER.match(sentence.between(person.end, sentence.end))
    owner = next((one for one in organizations(sentence) if match and one.start == person.end + match.end()), None)
    if match and owner:
        yield from made(sentence, person, owner, match["role"], "former" if match["former"] else "current", "<persons>, <roles> of <organization>", person.start, owner.end, 0.85)


_SUFFIX = re.compile(r" \((?:pictured|left|right|centre|center|above|below)[^)]{0,20}\)(?=,)|,? (?:Ph\.?D\.?|M\.?D\.?|MBA|Jr\.?|Sr\.?|II|III)(?=,)")
# "Jane Roe, who joined in 2005, will become chairman", "…, who remains chairman"
_ASIDE = re.compile(r", (?P<who>who )?[^;.]{5,110}?,(?= (?:who )?(?:will|would|is (?:set |due |expected )?to|became|becomes|takes over|remains|stays on|is|was)\b)")


_DASHED = re.compile(r"(?P<dash> ?[-–—]{1,2})(?= (?:(?! [-–—]{1,2} )[^;.]){3,90} [-–—]{1,2} )")


def _titled_after(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Jane Roe, president of Acme's retail unit", "Jane Roe, Acme's chief executive"."""
    end = person.end
    suffix = _SUFFIX.match(sentence.between(end, sentence.end))
    end += suffix.end() if suffix else 0
    if dashed := _DASHED.match(sentence.between(end, sentence.end)):
        yield from _title_at(sentence, person, end + dashed.end("dash"), person.end)  # "Jane Roe - Acme's largest investor - said"
        return
    employer = employer_after(sentence, person)
    if employer is not None and re.match(r" (?:is|was|will|became|becomes|takes|took) ", sentence.between(employer.end, sentence.end)):
        # "Jane Roe of Acme will be chairman"
        end = employer.end
    if not _ends_relative(sentence, person, end):
        yield from _title_at(sentence, person, end, person.end)
    aside = _ASIDE.match(sentence.between(end, sentence.end))
    if aside and (aside["who"] or not any(one.referent.type == "person" for one in within(sentence.entities, end, end + aside.end()))):
        yield from _title_at(sentence, person, end + aside.end(), end + aside.end())
        return
    for verb in _joined_verbs(sentence, person):
        yield from _title_at(sentence, person, verb, verb)


_GOES_ON = re.compile(r", (?:will|would|became|becomes|takes|took|remains|stays|is|was|has|had)\b")


def _ends_relative(sentence: Sentence, person: EntityMention, end: int) -> bool:
    """True for the last name of a relative clause whose main clause goes on: "Jane Roe, who worked with | John Doe, became head of sales"."""
    if not _GOES_ON.match(sentence.between(end, end + 12)):
        return False
    clause = next((one for one in sentence.head(person.start, person.end).ancestors if one.dep_ == "relcl"), None)
    return clause is not None and clause.idx < person.start and clause.head.idx < clause.idx and clause.right_edge.idx < end


def _joined_verbs(sentence: Sentence, person: EntityMention) -> Iterator[int]:
    """Right before the verbs that go on from the one whose subject a person is: "Jane Roe joined in 2005 and | became chairman"."""
    token = sentence.head(person.start, person.end)
    verb = token.head
    while token.dep_ in ("nsubj", "nsubjpass") and (verb := next((one for one in verb.rights if one.dep_ == "conj"), verb.doc[0])).i > token.i:
        if any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
            return
        yield verb.idx - 1


_DASHES = frozenset("-–—")


def _title_at(sentence: Sentence, person: EntityMention, end: int, owned_from: int) -> Iterator[Draft]:
    """The office named from a position on, where a name and what belongs to it ends; its owner may stand from `owned_from` on."""
    after = sentence.between(end, sentence.end)
    match = _AFTER.match(after) if after.startswith(_VERBS) or sentence.between(end - 1, end) in _DASHES else None
    if match is None or _KIN.search(after[: match.end()]):
        return
    owner = match["owner"].strip()
    if re.search(r"'s? $", after[: match.start("role")]) and re.match(r",? (?:the |an? )?\w+ of ", after):
        return
    role_end = end + match.end("role")
    role = (match["field"] or "") + match["role"]
    rest = sentence.between(role_end, sentence.end)
    if rest.startswith(("'s ", "' ")) or role.endswith("partner") and rest.startswith((" to ", " for ", " in crime")):
        return  # "Jane Roe is the founder's niece", "has been a good partner to me"
    inside = [one for one in organizations(sentence) if end <= one.start < one.end < role_end]
    its = _ITS.search(sentence.between(end, end + match.start("field"))) if not owner else None
    object = inside[-1] if inside and (owner or its) else _where_before(sentence, person)
    if object is not None and (area := area_after(sentence, role_end)):
        role += area
    if object is None:
        object, role = _employer_behind(sentence, role_end, role)
    plain = _OVER_WHAT.match(rest)
    if plain and (object is None or owner or its or object.end < person.start):
        role += " of " + (plain[1] or plain[2])
    if object is None and owner and (public := public_owner(sentence, end + match.start("owner"), owner, role)) is not None:
        yield Draft(
            kind="person", predicate="official", subject=person, object=public, rule="<person>, <body>'s <role>", start=person.start, end=role_end,
            role=role, status=status_of(match, sentence, person), confidence=0.75,
        )  # fmt: skip
        return
    if predicate_of(role) == "official" and (country := country_behind(sentence, role_end)) is not None:
        yield Draft(
            kind="person", predicate="official", subject=person, object=country, rule="<person>, <role> of <country>", start=person.start, end=country.end,
            role=role, status=status_of(match, sentence, person), confidence=0.75,
        )  # fmt: skip
        return
    object = object or _unnamed_employer(sentence, role_end, rest) or union_of(sentence, role)
    if object is None:
        if _ONE_WHO.match(after) and rest.startswith((" who ", ",", ".")) and predicate_of(role) in ("analyst", "employee", "owner"):
            return  # "a banker who has advised Acme", "Jane Roe, a lawyer, said"
        near = [one for one in organizations(sentence) if owned_from <= one.start and one.end <= end + match.start("role")]
        object = near[-1] if near else focus(sentence, person)
        if not near and object is not None and predicate_of(role) == "official" and not _PUBLIC_BODY.search(object.referent.name):
            return
        if not near and object is not None and is_of_another(sentence, end + match.start("role"), role, role_end, object):
            return
    if object is not None and object.start > role_end and _opens_next(sentence, person, object.end):
        return
    last = max(role_end, object.end if object is not None and role_end <= object.end <= sentence.end and object.start >= role_end else 0)
    status = status_of(match, sentence, person, owned_from)
    if (split := _TWO_HOUSES.fullmatch(role)) is not None and predicate_of(split["second"]) != "other" and predicate_of(split["first"]) != "other":
        # "chairman for the Forum and president of Acme": the first house is no entity of the article
        at = sentence.start + sentence.text.find(split["house"], role_end - sentence.start - len(match["role"]))
        if at >= sentence.start:
            yield from made(sentence, person, named(split["house"], at, at + len(split["house"]), "organization"), split["first"], status, _AND_OF, person.start, at + len(split["house"]), 0.8)
        role = split["second"]
    yield from made(sentence, person, object, role, status, "<person>, <role> of <organization>", person.start, last, 0.9)
    if object is None or last != object.end:
        return
    behind = sentence.between(last, sentence.end)
    if (also := _ALSO.match(behind)) is not None:
        house = object if also["its"] else employer_of(sentence, last + also.end())
        if house is not None and not _PART_OF_HOUSE.search(house.referent.name):
            yield from made(sentence, person, house, also["role"], "former" if also["former"] else "current" if also["now"] else status, _AND_OF, person.start, max(house.end, last + also.end()), 0.85)
    elif _BOTH.match(behind) and re.search(r"\bboth\b", sentence.between(role_end, object.start)):
        house = next((one for one in organizations(sentence) if one.start > last and _BOTH.fullmatch(sentence.between(last, one.start))), None)
        yield from made(sentence, person, house, role, status, _AND_OF, person.start, house.end if house else last, 0.85)


# between the people of a row, each with "Mr" or the like
_ROW = r", [^;]{5,120}, (?:and )?"


def _opens_next(sentence: Sentence, person: EntityMention, end: int) -> bool:
    """True for the office of the one named next: "the Minister of Trade, Mr. Doe, President of Acme, | Mr. Hill, the head of Globex, Mrs. Roe"."""
    people = [one for one in sentence.entities if one.referent.type == "person" and one.via != "coreference"]
    following = next((one for one in people if one.start >= end), None)
    if following is None or not _is_in_row(sentence, end, following, r", (?:and )?"):
        return False
    first = person
    for one in reversed([one for one in people if one.end <= person.start]):
        if not _is_in_row(sentence, one.end, first, _ROW):
            break
        first = one
    return words_before(sentence, first, 160).endswith(", ") and next(_titled_before(sentence, first), None) is not None


def _is_in_row(sentence: Sentence, end: int, person: EntityMention, lead: str) -> bool:
    """True if only what `lead` takes and a "Mr." stand between a position and a name."""
    gap = sentence.between(end, person.start)
    bare = HONORIFIC.sub("", gap)
    return bare != gap and re.fullmatch(lead, bare) is not None


_AND_OF = "<person>, <role> of <organization> and <role> of <organization>"
# "…, chairman of Acme | and chief executive of Globex", "| and its largest shareholder"
_ALSO = title_pattern(
    r",? and (?:(?:the|an?|also|(?P<now>currently|now)|(?P<its>its|the (?:company|group|firm|bank)'s)) )*" + TITLE + REST + r")(?(its)\b|(?= (?:of|at|for|with)\b))", re.IGNORECASE
)
# "chair of both Acme | and the insurer Globex"
_BOTH = re.compile(r" and " + DESCRIBED_AS)
_PART_OF_HOUSE = re.compile(r"\b(?:Unit|Division|Department|Business|Segment|Team|Operations|Region)$")
_TWO_HOUSES = re.compile(r"(?P<first>[^,]+?) (?:of|for|at) (?:the )?(?P<house>[A-Z][\w&'.-]*(?: [A-Z][\w&'.-]*){0,4}),? and (?:the )?(?P<second>.+)")


# "Acme's head of design", "its chief of product planning, said": what the office is over belongs to the title
_OVER_WHAT = re.compile(
    r" of (?!(?:the|its|their|his|her|our|an?) )((?:[a-z][\w-]* ){0,2}?[a-z][\w-]*)(?=[,.;)]|$| (?:in|at|for|from|on|since|until|after|before|last|this|next|who|" + SAYING + r"|when|as|will|was|is|has)\b)"
    r"| of ((?:[a-z][\w-]* ){0,4}[a-z][\w-]*)(?=,)"
)
# what has officers that serve the public, besides the state
_PUBLIC_BODY = re.compile(r"\b(?:Administration|Agency|Authority|Bank|Board|Bureau|Commission|Committee|Council|Department|Government|Ministry|Office|Parliament|Reserve|Senate|Treasury)\b")
_ITS = re.compile(r"\b(?:its|their) (?:\w+ )?$")
_TO_EMPLOYER = re.compile(
    r"((?:,? (?:and|of|for|in)\b[\w ,&'-]*?|, (?:[A-Z][\w. ]{1,25}|[a-z][a-z &]{2,25}),)?)" + OF + r"|( who (?:owns|holds|controls) [\d.]+ ?(?:per cent|percent|%) of (?:the )?)"
)


_ITS_PARENT = re.compile(r"['’]s? (?:[a-z]+ )?(?:parent|owner|subsidiary|unit|sister)(?: (?:company|group|firm))?, ")
# "Jane Roe, head of research, Acme, said", "managing director (Asia), Acme": whose officer, between commas
_BESIDE = re.compile(
    r"(?P<over> (?:of|for) (?:[\w&-]+ ){0,5}?[\w&-]+)?(?: ?\([\w ,&/-]{2,40}\)| ?[,-] ?(?:[A-Za-z][\w&]+ ){0,2}[A-Za-z][\w&]+(?:, (?:(?!(?:who|which|said|says|told|and)\b)[a-z][\w&-]+ ?){1,4})?)?, "
)
_CLOSED = re.compile(r"(?: \([A-Z]+\))?(?:[,.;:]|$| (?:said|says|told|added|noted|explained)\b)")


_WATCHES = re.compile(r",? who (?:covers|follows|tracks|watches|studies|looks after) (?:[\w'’&.-]+ ){1,6}?(?:for|at|with) " + DESCRIBED_AS)


def _employer_behind(sentence: Sentence, role_end: int, role: str) -> tuple[EntityMention | None, str]:
    """The organisation after a title, and the title with what runs on to the "of", "at" or "for" before it."""
    for one in organizations(sentence):
        if role_end < one.start <= role_end + 80 and _OF_WHAT_IS.fullmatch(sentence.between(role_end, one.start)) and _CLOSES_ASIDE.match(sentence.between(one.end, sentence.end)):
            return one, role
    for one in organizations(sentence):
        if one.start < role_end - 1 or one.start > role_end + 120:
            continue
        gap = sentence.between(role_end, one.start)
        beside = _BESIDE.fullmatch(gap)
        if beside and _CLOSED.match(sentence.between(one.end, sentence.end)):
            if is_area(one.text) and (house := next((other for other in organizations(sentence) if sentence.between(one.end, other.start) == ", "), None)) is not None:
                return house, f"{role}, {one.text}"  # "Group Head, Corporate Communications, Acme"
            return one, role + (beside["over"] or "")
        if gap.startswith((" who ", ", who ")) and _WATCHES.fullmatch(gap):
            return one, role  # "an analyst who covers Acme for Globex"
        joined = _TO_EMPLOYER.fullmatch(gap)
        if joined and (owned := _ITS_PARENT.match(sentence.between(one.end, sentence.end))):
            # "at Acme's parent company, Globex"
            one = next((other for other in organizations(sentence) if other.start == one.end + owned.end()), one)
        if joined and not re.search(r"\b(?:said|told|says|is|was|will|would)\b", gap):
            house = _area_of(sentence, one) if joined.group(1) == "" and gap.endswith((" of ", " for ")) else None
            if house is not None:
                return house, role + sentence.between(role_end, one.end)
            if joined.group(1) == "" and gap in (" of ", " for ") and is_area(one.text) and one.referent is not sentence.reading.main:
                return None, role + gap + one.text  # "Vice President of Marketing & Training"
            return one, (role + (joined.group(1) or "")).rstrip(",")
    return None, role


# "a director of Norland's central bank, the | Norbank,"
_OF_WHAT_IS = re.compile(r" (?:of|at|for|with) (?:(?:the (?:[a-z]+['’]s )?|an? |(?:[A-Z][\w-]+ ){0,1}[A-Z][\w-]+['’]s? )(?:(?!(?:who|which|and)\b)[a-z][\w-]* ){0,4}?[a-z][\w-]*), (?:the )?")
_CLOSES_ASIDE = re.compile(r"[,.;]|$")


def _area_of(sentence: Sentence, area: EntityMention) -> EntityMention | None:
    """ "Vice President of Business Operations for Acme": what is capitalised as a name is but the area of an office of the company after it."""
    match = re.match(r"(?:,? and (?:[A-Z][\w&-]* ?){1,3})? (?:for|at) (?:the )?", sentence.between(area.end, sentence.end))
    return next((one for one in organizations(sentence) if match and one.start == area.end + match.end()), None)


def _where_before(sentence: Sentence, person: EntityMention) -> EntityMention | None:
    """ "from Acme, where she was head of sales": the place of the clause."""
    known = next((one for one in organizations(sentence) if sentence.between(one.end, person.start) == ", where "), None)
    match = _UNKNOWN_WHERE.search(sentence.between(sentence.start, person.start)) if known is None and person.via == "coreference" else None
    if match is None or find_place(match["house"]) is not None:
        return known
    return named(match["house"], sentence.start + match.start("house"), sentence.start + match.end("house"), "organization")


# "from | Globex, where she": a house that is named this once
_UNKNOWN_WHERE = re.compile(r" (?:from|at|with|of|joined|left) (?:the )?(?:[a-z][\w-]* ){0,3}(?P<house>" + NAME + r"), where $")


# "one shareholder, 52-year-old sales manager Jane Roe": somebody of nowhere in particular
_ANYBODY = re.compile(r"\b(?:[Oo]ne|[Aa]nother|[Aa]n?) (?:[\w-]+ ){0,3}?[\w-]+, (?:\d+-year-old )?$")
# "will build a plant, chief executive Jane Roe said"
_SAID = re.compile(r" (?:said|says|told|added)\b")



def _is_anybody(sentence: Sentence, start: int, end: int) -> bool:
    """True for who is described by a title at `start..end` as one of many."""
    return _ANYBODY.search(sentence.between(sentence.start, start)) is not None and not _SAID.match(sentence.between(end, sentence.end))


def _unnamed_employer(sentence: Sentence, role_end: int, rest: str) -> EntityMention | None:
    """An employer that is no organisation of the article: "director of the council", "of the combined company", "at research firm Acme Insight"."""
    found = _BODY.match(rest) or _MERGED.match(rest)
    if found:
        return named(found.group(1), role_end + found.start(1), role_end + found.end(1), "organization")
    unknown = _EMPLOYER.match(rest) or _WATCHES_FOR.match(rest)
    if unknown is not None and unknown.re is _EMPLOYER and _JOINED.search(unknown["name"]) and is_area(unknown["name"]):
        return None
    like_person = unknown is not None and unknown.re is _WATCHES_FOR  # a broker may be called like a person
    if unknown is None or any(
        role_end + unknown.start("name") <= one.start < role_end + unknown.end() and not (like_person and one.referent.type == "person") for one in sentence.entities
    ):
        return None
    return named(unknown["name"], role_end + unknown.start("name"), role_end + unknown.end(), "organization")


# "Vice President of | Marketing & Training": two areas, no house
_JOINED = re.compile(r" (?:&|and) ")
# "an analyst who covers Acme for | Globex Lee"
_WATCHES_FOR = re.compile(r" who (?:covers|follows|tracks|watches) (?:[\w'&.-]+ ){1,6}?(?:for|at|with) (?:the )?(?P<name>" + NAME + ")")
# "a banker who has advised Acme"
_ONE_WHO = re.compile(r",? an? ")
_BODY = re.compile(r" (?:of|at|for) (?:the|its) ((?:[a-z][\w-]* ){0,3}?" + any_of(terms("bodies")) + r")\b")
_MERGED = re.compile(r" (?:of|at|for) the ((?:combined|merged|enlarged|new) (?:company|group|firm|bank|carrier|entity|business))\b")


# what an office beside its company is over may be spelled like a name: "Acme vice president of Global Industries"
_AREA = r"(?P<area> (?:of|for) (?:the )?(?-i:[A-Z])[\w&-]*(?:,? (?:and |& )?(?-i:[A-Z])[\w&-]*){0,6})?"
_TITLED = title_pattern(r"\s" + TITLE + REST + r")" + _AREA + r"(?=[,.;)]|$| -| (?:who|whose|and|has|had|said|told|in|until|from|since|at|based|with|covering|familiar|involved|turned|by|replacing|succeeding|after|when|on|this|next|effective|later|today|tomorrow)\b)", re.IGNORECASE)


_ONE_OF = title_pattern(r"(?:,| (?:is|was|became|has been)) (?:also )?one of (?:the|its|their) (?:(?:[a-z-]+|\d+) ){0,2}?" + TITLE + r")s\b", re.IGNORECASE)


def _among(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Jane Roe, one of the other co-founders"."""
    match = _ONE_OF.match(sentence.between(person.end, sentence.end))
    if match is not None:
        end = person.end + match.end()
        yield from made(sentence, person, employer_of(sentence, end) or focus(sentence, person), match["role"], status_of(match, sentence, person),
                        "<person>, one of <roles>", person.start, end, 0.75)  # fmt: skip


# "one of Acme's three vice presidents"
_TITLED_AMONG = title_pattern(r"'s? (?:\w+ )?" + TITLE + REST + r")s\b", re.IGNORECASE)


# between a name and the company whose office it holds: ", former | Acme director", "will be the new | Acme director"
_TO_COMPANY = re.compile(
    r"(?:(?:,| -) (?P<among>one of )?(?:the |an? )?(?:long-?time )?(?P<former>(?:former|previous|one-time|ex)[ -])?"
    r"| (?:who )?(?P<holds>" + _HOLDS + r")(?:the |an? )?(?:new |next )?)"
)


def _titled_by_employer(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Jane Roe, Acme chief executive", "Jane Roe, a former Acme director", "Jane Roe will be the new Acme director"."""
    for one in organizations(sentence):
        lead = _TO_COMPANY.fullmatch(sentence.between(person.end, one.start)) if one.start > person.end else None
        match = (_TITLED_AMONG if lead["among"] else _TITLED).match(sentence.between(one.end, sentence.end)) if lead else None
        if lead and match:
            status = "former" if lead["former"] or lead["was"] else "incoming" if _AHEAD.match(lead["holds"] or "") else status_of(match, sentence, person)
            area = match.groupdict().get("area") or ""
            end = one.end + match.end("role") + len(area)
            yield from made(sentence, person, one, match["role"] + area, status, "<person>, <organization> <role>", person.start, end, 0.9)


_AHEAD = re.compile(r"will|would|is (?:set |due |expected )?to|has agreed|to become")


# "Acme's chairman, | former finance minister Jane Roe": an office, and what else its holder is or was
_AND_APPOSED = title_pattern(
    r"(?P<owner>'s?|\b[Ii]ts|\b[Tt]he (?:company|firm|group|bank)'s) (?:(?!former\b)[a-z-]+ ){0,2}?" + TITLE + REST + r"), (?:the |an? )?(?:former |ex-)(?:[\w.'&-]+ ){1,5}$", re.IGNORECASE
)


def _titled_twice(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Acme's chairman, former finance minister Jane Roe": the first of two titles."""
    before = words_before(sentence, person, 160)
    match = _AND_APPOSED.search(before)
    if match is None or match["former"]:
        return
    start = max(sentence.start, person.start - 160) + match.start("owner")
    owner = next((one for one in organizations(sentence) if start in (one.start, one.end)), None)
    if owner is None and match["owner"].startswith("'"):
        return
    yield from made(sentence, person, owner or focus(sentence, person), match["role"], "current", "<organization> <role>, former <role> <person>",
                     owner.start if owner else start, person.end, 0.8)  # fmt: skip


_ALL: tuple[Rule, ...] = (_titled_before, _titled_over, _titled_twice, _titled_together, _titled_after, _titled_by_employer, _among, *careers.RULES, *ties.RULES)
