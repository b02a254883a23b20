"""Named mentions: organisations, people, products and places, typed by what the whole article says of them.

The small model's labels are one vote among several: it calls companies people and people places. A name seen once as
"X Corp", "shares of X" or "X's chief executive" is an organisation throughout. Names are merged over the article (full
name, short name, acronym), and every occurrence of a name is found once the name is known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from extractor.lexicon import keyed
from extractor.mentions.name_defaults import settle
from extractor.mentions.name_forms import merge
from extractor.mentions.name_products import mark_products
from extractor.mentions.name_spans import candidates, is_currency, subjects_of
from extractor.mentions.name_votes import EVENT, MODIFIES, Name, is_local, vote, without_ticker
from extractor.mentions.places import find_place
from extractor.mentions.types import EntityMention, Referent
from extractor.tokens import Doc


def find_entities(doc: Doc, text: str, title_end: int = 0, source: str = "") -> list[EntityMention]:
    """The named mentions of a parsed text, sorted and without overlap.

    `title_end` is the length of its title part; `source` is the text as it came, which has the tickers still.
    """
    names = _collect(doc, text, title_end)
    if (filed := _FILED_FROM.match(source)) is not None:
        _place_of_filing(names, filed[1])
    referents = merge(names, {start for start, _ in doc.sentence_spans})
    _join_tickers(source, referents)
    return _with_possessives(text, _occurrences(text, referents))


# "MORAINE, Ohio - Acme said", "MORAINE (AP) - "
_FILED_FROM = re.compile(
    r"\s*([A-Z]{3,}(?: [A-Z]{2,}){0,2})(?:, [A-Z][\w.]*(?: [A-Z][\w.]*)?)?(?:, [A-Z][a-z.]{2,8} \d{1,2}(?:, \d{4})?)?"
    r"(?: \([A-Z][\w ]+\))? ?(?:--?|–|—) ?(?=[A-Z])"
)


def _place_of_filing(names: dict[str, Name], town: str) -> None:
    """The town that an article is datelined from is a town in it too, if no gazetteer has it: "Moraine is its only site"."""
    name = next((one for text, one in names.items() if text.upper() == town), None)
    if name is not None:
        name.votes["place"] += 6 + name.proven
        name.located += 1


# "Acme Corp (ACM.L)", "Acme Corp (NYSE: ACM)": the last word of the name, and what the exchange calls it
_TICKER = re.compile(r"[\w.&'-]{2,} \((?:[A-Z][A-Za-z ]{1,15}: ?)?(?P<code>[A-Z]{2,5})(?:[.:][A-Z]{1,3})?\)")


def _join_tickers(source: str, referents: dict[str, Referent]) -> None:
    """Makes a ticker that the article goes on to use ("ACM shares rose") one with the company that it stands behind."""
    for listed in _TICKER.finditer(source) if "(" in source else ():
        code = referents.get(listed["code"])
        if code is None or code.type != "organization" or code.name != listed["code"]:
            continue
        name = source[max(0, listed.start() - 80) : listed.start("code")].rpartition(" (")[0]
        others = ((without_ticker(surface), one) for surface, one in referents.items() if one.type == "organization" and one is not code)
        behind = [one for surface, one in others if name.endswith(surface)]
        if behind:
            referents[listed["code"]] = behind[0]
            behind[0].aliases.add(listed["code"])


# "Acme's" as a name: what follows a whole one, and never a possessive
_WHOLE_NAME = re.compile(
    r"'s(?: (?:said|says|has|had|will|would|now|also|plans|expects|reported|announced|opened|shuttered|shut|closed|sold|bought|agreed"
    r"|declined)\b"
    r"|,? (?:which|whose|founded|based)\b|, (?:the|an?|one of|part of) )"
)
# "shops like Roe's, Doe's and", "at Roe's in": whole where nothing follows that could be possessed; "than Acme's" leaves it out
_ENDS_NAME = re.compile(r"'s(?:[,.;:)]| (?:-|(?:and|or|in|on|for|with|from|by|to|as|is|was) ))")
_CALLS_NAME = re.compile(r"(?:\b(?:at|like|including|called|named|of|for|by|joined|bought|owns?)|'s(?:,| and)) $")


def _is_whole(text: str, one: EntityMention) -> bool:
    """True where a name ends with its "'s", by what follows it or stands before it."""
    if _WHOLE_NAME.match(text, one.end):
        return True
    return _ENDS_NAME.match(text, one.end) is not None and _CALLS_NAME.search(text, max(0, one.start - 12), one.start) is not None


def _with_possessives(text: str, mentions: list[EntityMention]) -> list[EntityMention]:
    """The mentions with the "'s" of those whose name ends in it: "Roe's", where it is always there and at times no possessive."""
    if "'s" not in text:
        return mentions
    by_surface: dict[str, list[EntityMention]] = {}
    for one in mentions:
        if one.referent.type == "organization":
            by_surface.setdefault(one.text, []).append(one)
    longer = set()
    for surface, same in by_surface.items():
        referent = same[0].referent
        formal = referent.name.startswith(surface + "'s ")
        if all(text.startswith("'s", one.end) for one in same) and (formal or any(_is_whole(text, one) for one in same)):
            longer.add(surface)
            referent.aliases.add(surface + "'s")
            if referent.name == surface:
                referent.name = surface + "'s"
    return [replace(one, end=one.end + 2, text=one.text + "'s") if one.text in longer else one for one in mentions]


def _collect(doc: Doc, text: str, title_end: int) -> dict[str, Name]:
    """All spellings of names with their votes."""
    names: dict[str, Name] = {}
    subjects = subjects_of(doc)
    for start, end, label in sorted(candidates(doc, text, title_end, subjects), key=lambda one: (one[0], one[1], one[2] or "")):
        surface = text[start:end]
        name = names.get(surface)
        if name is None:
            name = names[surface] = Name(surface)
        if (start, end) not in name.spans:
            name.spans.append((start, end))
            vote(name, text, start, end)
        if _is_event(surface) or label == "organization" and re.fullmatch(r"[A-Z]{2,5}", surface) and MODIFIES.match(text, end):
            label = None
        if label == "organization" and " " not in surface and is_local(text, start, end):
            label = None  # "the Oslo company"
        if label:
            # the labels of headline words are worth less
            doubtful = start < title_end or (label == "place" and find_place(surface) is None)
            if label != "person" or not re.match(r"[A-Z]{3}", surface):
                name.votes[label] += 1 if doubtful else 2
                name.called_goods += (1 if doubtful else 2) if label == "product" else 0
    for name in names.values():
        if name.proven and _WORD.fullmatch(name.text):
            name.votes["product"] -= name.called_goods  # "the retailer Acme" is none of the goods that the model takes it for
        name.first = min((start for start, _ in name.spans if start >= title_end), default=min(name.spans)[0])
        if name.branded and not name.proven:
            name.votes["product"] += 5
    mark_products(names.values(), text)
    settle(names, sorted(subjects), text)
    terms_of_art = _abbreviations(text)
    return {surface: name for surface, name in names.items() if not _is_event(surface) and surface not in terms_of_art}


_WORD = re.compile(r"[A-Z][a-z]+")


# "all-in sustaining costs ("AISC")", "new energy vehicles (NEVs)"
_ABBREVIATED = re.compile(r"(?<=[\w-] )\(\"?([A-Z]{2,6})s?\"?\)")
_WORDS_BEFORE = re.compile(r"(?:[\w-]+ ){2,6}$")


def _abbreviations(text: str) -> frozenset[str]:
    """The capitals that stand for ordinary words, told in brackets behind them: they name nobody."""
    found: set[str] = set()
    for match in _ABBREVIATED.finditer(text):
        told = _WORDS_BEFORE.search(text, max(0, match.start() - 120), match.start())
        words = re.split(r"[ -]", told[0].strip())[-len(match[1]) :] if told is not None else []
        ordinary = sum(word[:1].islower() for word in words) > len(words) / 2
        if ordinary and "".join(word[:1] for word in words).upper() == match[1]:
            found |= {match[1], match[1] + "s"}
    return frozenset(found)


def _is_event(surface: str) -> bool:
    return EVENT.search(without_ticker(surface)) is not None


_GROUP = re.compile(
    r"(?<![\w-])(?:(?:Western|Eastern|European|Asian|African|Nordic|Gulf|Baltic|Arab|[Dd]eveloping|[Dd]eveloped|[Ee]merging)"
    r" (?:countries|markets|economies|nations))(?!\w)"
)
# parts of a continent that the recogniser makes pieces of
_POINT = r"(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)(?:[Ee]ast|[Ww]est)?(?:ern)?"
_PART_OF_CONTINENT = re.compile(
    rf"(?<![\w-])(?:(?:[Cc]entral|{_POINT}) and (?:[Cc]entral|{_POINT})"
    r"|(?:[Nn]orth|[Ss]outh)[- ](?:[Ee]ast|[Ww]est)(?:ern)?|[Ss]ub-Saharan) (?:Europe|Asia|Africa)(?![\w-])"
)
_DIRECTION = re.compile(r"(?<![\w-])(?:(?:north|south|east|west|central)(?:ern)?|(?:north|south)[- ]?(?:east|west)(?:ern)?)\s$")


def _occurrences(text: str, referents: dict[str, Referent]) -> list[EntityMention]:
    """Every occurrence of every known name, the longest first where they overlap, and of groups of countries."""
    groups: dict[str, Referent] = {}
    mentions = []
    order = len(referents)
    for match in _GROUP.finditer(text):
        name = match.group()
        referent = groups.setdefault(name, Referent(name, "place", {name}, "group", None, order + len(groups)))
        mentions.append(EntityMention(match.start(), match.end(), match.group(), referent))
    known = _named(text, referents, order + len(groups))
    for match in _PART_OF_CONTINENT.finditer(text) if any(one in text for one in (" Europe", " Asia", " Africa")) else ():
        if not any(one.start <= match.start() and match.end() <= one.end for one in known):
            name = match.group()
            referent = groups.setdefault(name, Referent(name, "place", {name}, "region", None, order + len(groups) + len(known)))
            mentions.append(EntityMention(match.start(), match.end(), name, referent))
    taken = {position for one in mentions for position in range(one.start, one.end)}
    mentions += [one for one in known if one.start not in taken]
    return sorted(mentions, key=lambda one: one.start)


def _named(text: str, referents: dict[str, Referent], order: int) -> list[EntityMention]:
    """The occurrences of names; parts of places ("southern Borduria") are numbered from `order` on."""
    parts: dict[str, Referent] = {}
    mentions = []
    families = _families(referents)
    shared = _shared_families(referents)
    told: list[Referent] = []
    surnames = {one.name.rpartition(" ")[2] for one in referents.values() if one.type == "person" and " " in one.name}
    for start, end in _places(text, referents):
        surface = text[start:end]
        referent = referents.get(surface) or referents.get(re.sub(r"\s+", " ", surface))
        if referent is None or referent.type == "person" and " " not in surface and _KIN_NEXT.match(text, end):
            continue
        if referent.type != "person" and surface[-1] == "s" and surface[:-1] in surnames and text.startswith(("the ", "The "), start - 4):
            continue  # "the Roes", of whom Jane Roe is one
        if surface in families and _is_of_a_person(text, start, end):
            mentions.append(EntityMention(start, end, surface, families[surface], "alias"))
            continue
        if referent.type == "person" and (family := surface.rpartition(" ")[2]) in shared:
            if " " not in surface:
                referent = _bearer(told, family, referent, _HONOUR.search(text, max(0, start - 6), start))
            elif surface == referent.name:
                told = [*(one for one in told if one is not referent), referent]
        if referent.type == "place" and is_currency(text, start, end):
            continue
        direction = _DIRECTION.search(text[max(0, start - 16) : start]) if referent.type == "place" else None
        if direction and surface == referent.name:
            # "southern Borduria" is a place of its own
            name = direction.group() + surface
            part = parts.setdefault(name, Referent(name, "place", {name}, "region", referent.code, order + len(parts)))
            mentions.append(EntityMention(start - len(direction.group()), end, name, part))
            continue
        mentions.append(EntityMention(start, end, surface, referent, "name" if surface == referent.name else "alias"))
    return mentions


def _families(referents: dict[str, Referent]) -> dict[str, Referent]:
    """The people whose family name alone is taken for a firm called after them: "Roe" of Jane Roe, where there is a Roe Foods."""
    people = {one.name.rpartition(" ")[2]: one for one in referents.values() if one.type == "person" and " " in one.name}
    firms = {family: referents.get(family) for family in people}
    return {last: people[last] for last, firm in firms.items() if firm is not None and firm.type == "organization" and " " in firm.name}


def _shared_families(referents: dict[str, Referent]) -> frozenset[str]:
    """The family names that several people of an article bear."""
    people = {one.name for one in referents.values() if one.type == "person" and " " in one.name}
    bearers = Counter(name.rpartition(" ")[2] for name in people)
    return frozenset(family for family, times in bearers.items() if times > 1)


# "Mr", "Ms": of whom a family name is that several bear
_HONOUR = re.compile(r"\b(?:(?P<m>Mr)|(?P<f>Mrs|Ms|Miss))\.? $")


def _bearer(told: list[Referent], family: str, otherwise: Referent, honour: re.Match[str] | None) -> Referent:
    """Whom a family name means that several bear: the one last named in full, of those whom a "Mr" or "Ms" fits."""
    for one in reversed(told):
        gender = keyed("given_names").get(one.name.partition(" ")[0].casefold(), "-")
        if one.name.endswith(" " + family) and (honour is None or gender in ("-", honour.lastgroup)):
            return one
    return otherwise


def _is_of_a_person(text: str, start: int, end: int) -> bool:
    """True where what stands around a family name is said of people only."""
    spoken = _QUOTED_BEFORE.search(text, max(0, start - 3), start) and _SPEAKS.match(text, end)
    return bool(spoken or _OF_A_PERSON.match(text, end) or _SPOKEN_BY.match(text, end) or _SAID_BY.search(text, max(0, start - 40), start))


# "the Roe family": a group, not Jane Roe
_KIN_NEXT = re.compile(r" (?:famil(?:y|ies)|brothers|sisters|siblings|clan|dynasty)\b")
# "…," Roe said
_SPEAKS = re.compile(r" (?:said|says|added|explained)\b")
_QUOTED_BEFORE = re.compile(r"[,.?!]\" $")
# what is said of people only: their age, their kin, that they speak
_OF_A_PERSON = re.compile(
    r", (?:now )?\d\d\b(?!,\d)|, who (?:is|was|grew|studied|turns|started|founded|lives|bought|sold|owns|runs|remains)\b"
    r"|'s (?:wife|husband|son|daughter|brother|sister|father|mother|parents|grandfather|grandmother|family|widow|partner)\b"
    r"| (?:was born|grew up|remembers|recalls|recalled|laughs|smiles|shrugs)\b"
)
_SPOKEN_BY = re.compile(r" (?:said|says|added|adds|explained|explains|told [^.\"]{3,40})(?:,? \"|\. \"|, (?:who|\w+ing)\b)")
_SAID_BY = re.compile(r"\",? ?(?:said|says|added|adds|explained|explains|recalls|recalled|joked|laughs) $")
_SPACE = re.compile(r"\s")


def _places(text: str, names: Iterable[str]) -> list[tuple[int, int]]:
    """Where names stand free in a text, apart; of those that begin at one place the longest."""
    # looked for one by one: an expression for all of them is compiled in vain, as every article has others
    plain = _SPACE.sub(" ", text)
    found: dict[int, int] = {}
    for name in {name if name.isprintable() else _SPACE.sub(" ", name) for name in names}:
        start = plain.find(name)
        while start >= 0:
            end = start + len(name)
            if _stands_free(plain, start, end):
                found[start] = max(end, found.get(start, 0))
            start = plain.find(name, start + 1)
    apart: list[tuple[int, int]] = []
    for start, end in sorted(found.items()):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def _stands_free(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or after.isalnum() or before in ("_", "@") or after == "_") and not text.startswith(".com", end)
