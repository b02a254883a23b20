"""Offices of state: the country, city or body that a minister, mayor or governor serves, who is no officer of a company."""

from __future__ import annotations

import re
from collections import Counter
from weakref import WeakKeyDictionary

from extractor.claims.draft import named
from extractor.claims.offices import predicate_of
from extractor.late import late
from extractor.lexicon import terms
from extractor.mentions.name_votes import PORTFOLIOS
from extractor.mentions.places import find_place
from extractor.mentions.types import EntityMention, Referent
from extractor.reading import Reading, Sentence

_HEADS_OF_STATE = frozenset({"President", "Vice President", "Treasurer"})
# "President Jane Roe signed the law", where no company is named beside her
_POLITICS = re.compile(
    r"\b(?:under (?:former |then-)?President|Department of|Supreme Court|[Gg]overnments?|[Aa]dministration|White House|Congress|Senate|Kremlin|[Pp]arliament|Washington|[Ee]lect(?:ed|ions?)|[Rr]epublicans?|[Dd]emocrats?"
    r"|[Mm]inisters?|[Tt]reaty|[Aa]ccord|Agreement|Act|[Tt]ariffs?|[Ss]anctions|laws?|legislation|reforms?|country|nation|states?|States|[Tt]ax(?:es|payers)?|war"
    r"|troops|army|rebels?|[Cc]ommunis[tm]s?|military|[Ii]nvasion|aggression|Constitution|peace|coup|regime|policy|climate|national (?:interest|security)|trade|citizens|visit(?:ed|ing)?|praised|called (?:on|for)|signed|vowed|pledged)\b"
)


def _heads_state(person: EntityMention) -> bool:
    """True for a person by the name of a state's president."""
    name = person.referent.name.casefold()
    return name in (known := terms("heads_of_state")) or name.rpartition(" ")[2] in known or " ".join(name.split()[-2:]) in known


# who serves a town or a court
LOCAL = frozenset({"mayor", "judge", "sheriff", "superintendent"})


def of_state(sentence: Sentence, person: EntityMention, role: str) -> bool:
    """True if a title that names no organisation is an office of state: "Mayor Jane Roe", "U.S. President Jane Roe"."""
    if predicate_of(role) == "official" or role in _HEADS_OF_STATE and (_POLITICS.search(sentence.text) or _heads_state(person)):
        return True
    reading = sentence.reading
    places = [one for one in reading.entities if one.referent.type == "place"]
    country, _, rest = role.rpartition(" ")
    if rest.casefold() == "president" and find_place(country):
        return True
    return role.casefold() in ("president", "vice president") and any(
        place.end <= one.start and re.fullmatch(r"'?s? (?:vice[ -])?president ", reading.text[place.end : one.start], re.IGNORECASE)
        for one in reading.entities
        if one.referent is person.referent
        for place in places
        if place.end > one.start - 20
    )


# "India's petroleum ": what a minister is over belongs to the title
_POSSESSOR = re.compile(r"\b(?P<owner>[\w.]+)['’]s? (?P<over>(?:[a-z][\w-]* ){0,3})$")


def public_owner_before(sentence: Sentence, start: int, role: str) -> tuple[EntityMention, str] | None:
    """ "the city's development director, Jane Roe": whose officer she is, and the whole title."""
    before = sentence.between(sentence.start, start)
    if (seat := _SEAT.search(before)) is not None:
        return named(seat["seat"], sentence.start + seat.start(), sentence.start + seat.end("seat"), "organization"), role  # "White House adviser Jane Roe"
    if role.startswith("Treasury "):
        return named("Treasury", start, start + len("Treasury"), "organization"), role
    if role.casefold() == "mayor" and (town := _TOWN.search(before)) is not None:
        return named(town["town"], sentence.start + town.start("town"), sentence.start + town.end("town"), "place"), role  # that no gazetteer has
    found = _POSSESSOR.search(before)
    if found is None or found["over"] and predicate_of(role) != "official":
        return None
    owner = public_owner(sentence, sentence.start + found.start("owner"), found["owner"], role)
    return (owner, found["over"] + role) if owner is not None else None


_COUNTRY = re.compile(r"(?:^|(?<=[ \"(]))(?!(?:The|But|And|When|As)\b)(?P<name>[A-Z][\w.]*(?: (?:Kingdom|States|Union|Zealand|Korea|African?|Arabian?|Lankan?|Korean))?)(?:['’]s)? (?:then-|new |former |deputy )?(?:[A-Z][a-z]+ ){0,2}$")
_OVER_TOO = late(rf"\b{PORTFOLIOS}(?: and | & |, )$")
_BODY_OF = re.compile(r"[A-Z][\w'-]* of (?:the )?$")
_IN_COMPANY = re.compile(r"[A-Z][\w.&'-]* $")
_COUNTRY_FIRST = re.compile(r"(?P<name>(?:U\.S\.|U\.K\.|[A-Z][\w]*)) ")


def country_before(sentence: Sentence, start: int, role: str) -> tuple[EntityMention | None, str]:
    """ "Norwegian Finance Minister Jane Roe": the country whose officer she is, and the title without it."""
    office, own = role, _COUNTRY_FIRST.match(role)
    if own is not None and find_place(own["name"]) is not None:
        start, office = start + own.end(), role[own.end() :]  # "French President"
    head = office.casefold() in ("president", "vice president")
    if not head and predicate_of(office) != "official":
        return None, role
    before = sentence.between(sentence.start, start)
    if (over := _OVER_TOO.search(before)) is not None:
        office, before = over.group() + office, before[: over.start()]  # "Norland's Trade and | Industry Minister Jane Roe"
        start -= len(over.group())
    whole = next((one for one in sentence.entities if one.end == start - 1 and one.referent.type == "place" and " " in one.text), None)
    if whole is not None and not head:
        return whole, office  # "New York Mayor Jane Roe"
    found = _COUNTRY.search(before)
    place = find_place(found["name"]) if found else None
    if found is None or _BODY_OF.search(before[: found.start("name")]):
        return None, role  # "Bank of Norland Governor Jane Roe"
    if place is None or place.type != "country" and (head or place.type not in ("region", "city", "group")):
        return None, role
    if head and (not found.group().endswith(found["name"] + " ") or _IN_COMPANY.search(before[: found.start("name")])):
        return None, role  # "Acme Norway President Jane Roe"
    return _country(sentence.reading, found["name"], sentence.start + found.start("name")), office


def country_behind(sentence: Sentence, role_end: int) -> EntityMention | None:
    """ "Jane Roe, transport minister for Norway": the country whose officer she is."""
    match = re.match(r"(?: of (?-i:[a-z])[\w-]*(?: and [a-z][\w-]*)?)? (?:of|for|in) (?:the )?(?=[A-Z])", sentence.between(role_end, sentence.end))
    at = role_end + match.end() if match else -1
    return next((one for one in sentence.entities if one.start == at and find_place(one.text) is not None), None)


_TOWN = re.compile(r"(?:^|[a-z,] )(?P<town>[A-Z][a-z]+(?: [A-Z][a-z]+)?) $")
_SEAT = re.compile(r"\b(?P<seat>White House|Downing Street|Kremlin|Pentagon|State Department|Justice Department|Treasury|Home Office|Foreign Office|Cabinet Office) $")
_PUBLIC = frozenset({"city", "county", "state", "town", "country", "government", "nation", "region", "province", "district", "borough"})


def public_owner(sentence: Sentence, start: int, owner: str, role: str) -> EntityMention | None:
    """Whose officer serves the public: "the city's development director", "the EU's competition commissioner"."""
    noun = re.sub(r"['’]s?$", "", owner)
    if noun.casefold() in _PUBLIC:
        return named(noun, start, start + len(noun), "organization")
    if noun in _NAMED_BODIES and (body := _body_named(sentence, noun, start)) is not None:
        return body
    if predicate_of(role) != "official":
        return None
    return next((one for one in sentence.entities if one.referent.type == "place" and one.start <= start < one.end), None)


_NAMED_BODIES = frozenset({"board", "agency", "commission", "authority", "ministry", "department", "council"})


def _body_named(sentence: Sentence, noun: str, position: int) -> EntityMention | None:
    """The body that "the board" takes up, whose name ends so: "the National Labor Board … the board's regional director"."""
    text, last = sentence.reading.text, " " + noun.title()
    for one in reversed(sentence.reading.entities):
        if one.end > position or one.via == "coreference" or one.referent.type != "organization":
            continue
        if one.text.endswith(last):
            return one
        if text.startswith(last, one.end):
            return named(one.text + last, one.start, one.end + len(last), "organization")
    return None


# "Immigration Minister": what a minister is over, taken for an organisation
_BANK_GOVERNOR = re.compile(r"(?:senior |first )?(?:deputy )?governor", re.IGNORECASE)
_CENTRAL_BANK = re.compile(r"(?:.* )?(?:Central|Reserve|National|People's) Bank(?: of .*)?|Bank of .*|.* Monetary Authority|Monetary Authority of .*")


def central_bank(sentence: Sentence, role: str) -> EntityMention | None:
    """The bank whose governor is named without it: "The Bank of Norland kept its rate at 2%. Governor Jane Roe said"."""
    if _BANK_GOVERNOR.fullmatch(role) is None:
        return None
    banks = [one for one in sentence.reading.entities if one.referent.type == "organization" and _CENTRAL_BANK.fullmatch(one.referent.name)]
    return next((one for one in reversed(banks) if one.end <= sentence.end), None) if len({one.referent for one in banks}) == 1 else None


_HAS_PORTFOLIO = frozenset({"Minister", "Secretary"})
_BODIES = re.compile(r"\b(?:Agency|Association|Authority|Bank|Board|Cabinet|Commission|Committee|Company|Council|Corp|Department|Federation|Group|Inc|Institute|Ltd|Ministry|Office|Organi[sz]ation|Party|Society|Union)\b")


def portfolio_before(sentence: Sentence, owner: EntityMention, start: int, role: str) -> str | None:
    """The whole title of "Immigration Minister Jane Roe", where `role` is its last word; None if the words before it name a body."""
    if role not in _HAS_PORTFOLIO or owner.end + 1 != start or _BODIES.search(owner.text):
        return None
    return f"{owner.text} {role}"


_GOVERNMENT = re.compile(r"\b(?P<land>[A-Z][\w.]+(?: [A-Z][a-z]+)?)(?:['’]s)? (?:[a-z-]+ )?(?:government|authorities|administration|cabinet|lawmakers|ministers?|parliament|regulators?|treasury)\b")
_states: WeakKeyDictionary[Reading, EntityMention | None] = WeakKeyDictionary()


def state_of(sentence: Sentence) -> EntityMention | None:
    """The country whose ministers an article speaks of without naming it beside them: "the Australian government", else the one it names most."""
    reading = sentence.reading
    if reading not in _states:
        _states[reading] = _state(reading)
    return _states[reading]


def _state(reading: Reading) -> EntityMention | None:
    for found in _GOVERNMENT.finditer(reading.text):
        place = find_place(found["land"])
        if place is not None and place.type == "country":
            return _country(reading, found["land"], found.start("land"))
    lands = [one for one in reading.entities if one.referent.type == "place" and (place := find_place(one.text)) is not None and place.type == "country"]
    counted = Counter(one.referent for one in lands).most_common(1)
    if not counted or counted[0][1] < 2 and len(lands) > 1 or counted[0][1] < 0.6 * len(lands):
        return None
    return next(one for one in lands if one.referent is counted[0][0])


def _country(reading: Reading, name: str, start: int) -> EntityMention:
    """A country as the article names it: "Russian" is "Russia" where that is written too."""
    place = find_place(name)
    known = place.name if place is not None and re.search(rf"\b{re.escape(place.name)}", reading.text) else name
    return EntityMention(start, start + len(name), name, Referent(known, "place", {name}))
