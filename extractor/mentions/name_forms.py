"""Which names are forms of one: full and short name, acronym, the last name of a person; and what they denote together."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from extractor.lexicon import keyed, terms
from extractor.mentions.name_votes import EVENT, Name, without_ticker
from extractor.mentions.places import find_place, is_country_or_region, namesakes
from extractor.mentions.types import Referent
from extractor.record import EntityType


def merge(names: dict[str, Name], name_starts: set[int]) -> dict[str, Referent]:
    """One referent for all spellings of a name: full and short form, acronym, the last name of a person."""
    groups = _grouped(names, name_starts)
    companies = {
        name.text
        for group in groups
        for name in group
        if sum(len(one.spans) for one in group) > 1 and _leads(group, "organization")
    }
    lands = _lands(names.values())
    result: dict[str, Referent] = {}
    for group in sorted(groups, key=lambda group: min(min(name.spans) for name in group)):
        kind = _kind(group, companies, lands)
        if kind is None:
            continue
        full = group[0].text
        if full.endswith(".") and any(name.text == full[:-1] for name in group):
            full = full[:-1]  # the dot is the sentence's
        if full.upper() == full:  # "ACME'S", as some papers begin
            full = min((name.text for name in group if name.text.casefold() == full.casefold()), key=lambda one: (sum(map(str.isupper, one)), one), default=full)
        referent = Referent(_display(full), kind, {name.text for name in group}, order=len(result))
        if kind == "place":
            _locate(referent, full, lands)
        for name in group:
            result[name.text] = referent
            if (
                kind in ("product", "organization")
                and re.fullmatch(r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?", name.text)
                and not name.text.endswith("s")
            ):
                # "three Zetas": the brand's cars
                result.setdefault(name.text + "s", referent)
    return result


def _grouped(names: dict[str, Name], name_starts: set[int]) -> list[list[Name]]:
    """The names, those together that are forms of one, the longest first."""
    ordered = sorted(names.values(), key=lambda name: (-len(name.text), min(name.spans)))
    groups: list[list[Name]] = []
    spelled = {name.text for name in ordered}
    for name in ordered:
        tail = name.text.partition(" ")[2]
        described = tail in spelled and _is_descriptor(_first_word(name)) and names[tail].proven > 0 and name.votes["person"] < 3
        if described and min(name.spans)[0] in name_starts and not _legal_end(name.text):
            # "Chipmaker Acme" at the head of a sentence, elsewhere "Acme": the descriptor is no part of the name
            names[tail].votes.update(name.votes)
            continue
        if tail in spelled and not _legal_end(name.text) and _is_native(name, names[tail]):
            names[tail].votes.update(name.votes)
            continue
        home = _home(name, groups)
        if home is None:
            groups.append([name])
            continue
        if _leads(home, "person") and _is_company_after_all(home, name):
            home[0].votes["organization"] += home[0].votes["person"]
        if _leads(home, "organization") and not _leads([name], "organization"):
            del name.votes["place"]  # spelled like a city, but here short for the company
        home.append(name)
    return groups


_PROVEN = 3  # by one way of speaking that is only of companies
_SURE = 8  # of a company, by what stands around its name twice


def _kind(group: list[Name], companies: set[str], lands: Counter[str]) -> EntityType | None:
    """What a group of names denotes by their votes, None if too little speaks for anything."""
    votes: Counter[EntityType] = Counter()
    for name in group:
        votes.update(name.votes)
    if not votes:
        return None
    place = find_place(group[0].text)
    if place is not None and votes["place"] and place.code and lands[place.code[:2]]:
        votes["place"] += 1  # a city of a land that the article speaks of
    kind = max(votes, key=lambda one: (votes[one], one == "organization"))
    if kind == "place" and place is not None and place.type == "city" and sum(name.proven for name in group) >= _SURE and not any(name.located for name in group):
        kind = "organization"  # a company called like a town: shares in it are told of, and nothing happens there
        votes[kind] += votes["place"]
    if kind == "place" and place is None and votes[kind] < 6 and not any(name.located for name in group):
        # the model's word alone makes no place
        del votes["place"]
        kind = max(votes, key=lambda one: (votes[one], one == "organization")) if votes else kind
    if kind == "person" and not any(
        name.text.casefold() in keyed("given_names") and not name.proven or (" " in name.text and not (name.proven >= 3 and _leads([name], "organization"))) or name.honoured for name in group
    ):
        # news gives a person's full name once; a single word that the model calls a person is a trade name, but for "Jane"
        kind = "organization"
        votes[kind] += votes["person"]
    if kind == "organization" and len(group) > 1 and group[0].text.endswith(f" {group[-1].text}") and _is_named_person(group[0]) and sum(name.proven for name in group) < _FIRM_SURELY:
        kind = "person"  # "Jane Roe", whose restaurants and staff are Roe's
        votes[kind] += votes["organization"]
    if kind == "person" and sum(name.proven for name in group) >= _PROVEN and _is_called_person(group, votes):
        kind = "organization"  # the model's word for a person, and the text's for a company: "Ocean Acme's chief executive"
        votes[kind] += votes["person"]
    if kind == "person" and _first_word(group[0]) in companies:
        kind = "organization"
        votes[kind] += votes["person"]
    if kind != "organization" and any(_legal_end(name.text) and " " in name.text for name in group):
        # a legal form settles it, however often the model takes the short name for a person
        kind = "organization"
        votes[kind] += votes.total()
    return kind if votes[kind] >= 2 else None


def _is_called_person(group: list[Name], votes: Counter[EntityType]) -> bool:
    """True for what nothing but the model takes for a person."""
    labels = 2 * sum(len(name.spans) for name in group)
    told = any(name.personal or name.honoured for name in group)
    return votes["person"] <= labels and not told and _first_word(group[0]).casefold() not in keyed("given_names")


def _lands(names: Iterable[Name]) -> Counter[str]:
    """How often each country is named, by its name, its adjective, or a part of it whose name is no city's."""
    lands: Counter[str] = Counter()
    for name in names:
        place = find_place(name.text)
        if place is not None and place.code and place.type != "city" and not namesakes(name.text):
            lands[place.code[:2]] += len(name.spans)
    return lands


def _locate(referent: Referent, full: str, lands: Counter[str]) -> None:
    """Says what a place is: of several of a name, that of a land which the article speaks of, if it leaves out the best known one's."""
    place = find_place(full)
    if place is None:
        referent.place_type = "region"
        return
    referent.name, referent.place_type, referent.code = place.name, place.type, place.code
    if place.type in ("city", "region") and not full.isupper() and not is_country_or_region(full):
        referent.name = _display(full)  # as the article spells it: "Gyor"
    others = [code for code in namesakes(full) if lands[code]]
    if others and not lands[(place.code or "")[:2]]:
        referent.code = max(others, key=lambda code: lands[code])
        referent.place_type = "region" if place.type == "country" else "city"


@lru_cache(maxsize=4096)
def _core(name: str) -> str:
    """A name without legal suffixes and punctuation, for comparing."""
    words = re.sub(r"\([^)]*\)", " ", name).replace(",", " ").split()
    while len(words) > 1 and words[-1].casefold().rstrip(".") in _LEGAL:
        words.pop()
    core = " ".join(words).replace(".", "").replace("'s", "").casefold()
    # accents are left out as often as not
    return core if core.isascii() else "".join(letter for letter in unicodedata.normalize("NFKD", core) if not unicodedata.combining(letter))


def _unspaced(core: str) -> str:
    """A name without what some leave out of it: "J.T. Fenner" as "JTFenner", "Norco-Lund" as "Norco Lund"."""
    return core.replace(" ", "").replace("-", "")


_LEGAL = frozenset(
    [
        "inc",
        "corp",
        "co",
        "ltd",
        "plc",
        "ag",
        "sa",
        "se",
        "nv",
        "ab",
        "asa",
        "oyj",
        "gmbh",
        "llc",
        "lp",
        "llp",
        "kk",
        "spa",
        "s.p.a",
        "b.v",
        "n.v",
        "s.a",
        "bv",
        "group",
        "holdings",
        "holding",
        "limited",
        "corporation",
        "incorporated",
        "company",
        "international",
        "tbk",
        "bhd",
        "berhad",
        "pte",
        "pty",
        "pcl",
        "oy",
        "kgaa",
        "jsc",
        "pjsc",
        "ojsc",
        "ltda",
        "srl",
        "sarl",
    ]
)


def _legal_end(name: str) -> bool:
    return without_ticker(name).split()[-1].casefold().rstrip(".") in _LEGAL


def _is_descriptor(word: str) -> bool:
    """True for a word that says what a company is: "Chipmaker", "German", "Stockholm-based"."""
    low = word.casefold()
    return low in terms("entity_descriptions") or low.endswith(("maker", "-based", "-listed", "-owned", "-owner", "-parent")) or find_place(word) is not None


def _is_native(name: Name, tail: Name) -> bool:
    """True for "Swiss Acme", elsewhere "Acme": where it is from is no part of the name."""
    word = _first_word(name)
    place = find_place(word) if is_country_or_region(word) else None
    last = tail.text.rpartition(" ")[2].casefold()
    ordinary = last in terms("entity_suffixes") or last in terms("entity_descriptions") or last in terms("entity_not_alone") or last in _BODIES
    return place is not None and place.name != word and not ordinary and find_place(tail.text) is None and tail.votes["person"] < 3 and len(tail.spans) >= len(name.spans)


def _first_word(name: Name) -> str:
    return name.text.partition(" ")[0]


def _display(name: str) -> str:
    return re.sub(r"\s+", " ", without_ticker(name)).strip()


# words around a name that leave no doubt of a company, whoever is called like it
_FIRM_SURELY = 10


def _is_named_person(name: Name) -> bool:
    """True for a given name and a family name that are spoken of as a person is, whatever the latter's possessions look like."""
    first, _, last = name.text.partition(" ")
    return bool(last) and first.casefold() in keyed("given_names") and name.votes["person"] > max(4, name.votes["organization"])


def _home(name: Name, groups: list[list[Name]]) -> list[Name] | None:
    """The group of a longer name that this one is a form of."""
    core = _core(name.text)
    words = core.split()
    if is_country_or_region(name.text) and find_place(name.text) is not None:
        return next((group for group in groups if _is_one_place(group[0].text, name.text)), None)
    bare = name.text.rpartition(" ")[0] if _legal_end(name.text) and name.text.count(" ") == 1 else name.text
    acronym = core.replace("&", "") if _ACRONYM.fullmatch(bare.replace(".", "")) and (bare is name.text or bare.isupper()) else None
    initialled: list[list[Name]] = []
    if (same := next((group for group in groups if any(_core(one.text) == core for one in group)), None)) is not None:
        return same  # "Acme", short for "Acme Holdings" sooner than for its unit "Acme Olefins Corporation"
    for group in groups:
        longer = _core(group[0].text)
        if not acronym and longer[:1] != core[:1] and not longer.endswith(core):
            continue  # no form of the other, at a glance
        if " " in name.text and _legal_end(name.text) and " " in longer and _leads(group, "person"):
            continue  # "Zeta GmbH" is not Hans Zeta
        other = longer.split()
        if core in (longer, longer + "s") or longer == core + "com" or len(core) > 4 and _unspaced(core) == _unspaced(longer):
            return group
        if other[0] in _GROUP_FIRST and words in (other[1:], other[2:] if other[1:2] and other[1] in _OF else None) and _leads(group, "organization"):
            return group  # "Beto", short for "Grupo Beto" or "Banco del Beto"
        if len(words) == 1 and len(other) > 1 and core == other[-1] and core in _BODIES and name.first > group[0].first and _leads(group, "organization"):
            return group  # "the Federation", short for "the Road Haulage Federation"
        if len(words) == 1 and len(other) == 2 and core == other[1] and name.first > group[0].first and _is_proper(name, group):
            return group  # "Roe", short for "Eli Roe", a company
        if words[0] in _HONOURS and len(words) > 1 and other[: len(words)] == words and _leads(group, "person"):
            return group  # "Sir John", short for "Sir John Roe"
        if (
            len(words) == len(other) == 1
            and 1 < len(core) < len(longer)
            and len(name.spans) <= 2
            and _leads(group, "organization")
            and find_place(name.text) is None  # "Lagos" is not short for "TechLagos"
            # of "NorcoAcme" and "Norco-Acme", Acme is what made it up with another
            and (longer.startswith(core) and len(core) > 2 and len(longer) <= 2 * len(core) or longer.endswith(core) and name.text not in group[0].text)
        ):
            # a clipped form of the name, used as one
            return group
        if len(words) < len(other):
            if other[-len(words) :] == words and (name.proven < 3 or _is_named_person(group[0]) and group[0].first < name.first and name.proven < _FIRM_SURELY or name.honoured and _leads([name], "person") or name.proven < 6 and any(one.personal for one in group)) and _leads(group, "person"):
                return group
            if words == other[:1] and name.proven < 3 and _leads(group, "person") and (any(one.personal for one in group) or core in keyed("given_names")):
                return group  # "Tan", short for "Tan Wai Keat"; "Jane"
            if (
                other[: len(words)] == words
                and (not _leads(group, "person") or _is_company_after_all(group, name) or _leads([name], "person") and any(one.personal for one in group))
                and not (_leads([name], "place") and _is_known_place(name, group))
                and _is_fuller(group[0], name)
            ):
                return group
        # a name in the middle of another, or its own acronym
        if acronym and len(other) >= 2 and len(acronym) > 1 and not is_country_or_region(name.text) and not _leads(group, "person"):
            # "CP", short for "Canopy Pines Railway": the trade may be left out of it
            trade = len(other) > 2 and other[-1] in terms("entity_suffixes")
            whole = _initials(without_ticker(group[0].text).replace(".", "").casefold())  # "NAC", short for "Norland Auto Corp"
            if acronym in (_initials(longer), whole) or trade and acronym == _initials(longer)[:-1]:
                if _core(group[0].text).partition(" ")[0] not in keyed("given_names"):
                    return group
                initialled.append(group)  # of Grand Motors and Gustav Moroni, "GM" is the company
    return initialled[0] if initialled else None


# what groups of companies are called in other languages, before their name
_GROUP_FIRST = frozenset({"grupo", "groupe", "gruppo", "grup", "grupa", "banco", "koninklijke", "compagnie", "companhia", "cia", "pt"})
_OF = frozenset({"de", "del", "di", "do", "da", "of"})
_BODIES = frozenset(
    ["association", "federation", "forum", "council", "institute", "commission", "agency", "authority", "union", "foundation", "ministry", "bureau",
     "exchange", "university", "museum", "guild", "league", "chamber"]
)  # fmt: skip
_HONOURS = frozenset({"sir", "dame", "lord", "lady"})
_ACRONYM = re.compile(r"[A-Z][A-Za-z&]{1,5}")


@lru_cache(maxsize=4096)
def _initials(core: str) -> str:
    return "".join(word[0] for word in re.sub(r"\b(?:of|the|and|for)\b|&", " ", core).split())


def _is_one_place(one: str, other: str) -> bool:
    """True for two names of one place: "US" and "United States"."""
    first, second = find_place(one), find_place(other)
    if first is None or second is None:
        return False
    return first == second or first.code is not None and (first.type, first.code) == (second.type, second.code)


def _is_proper(last: Name, group: list[Name]) -> bool:
    """True if the last word of a company's name is no trade or place and may stand for the whole."""
    word = last.text.casefold()
    ordinary = word in terms("entity_suffixes") or word in terms("entity_descriptions") or word in terms("entity_not_alone") or word in _BODIES
    return not ordinary and not last.text.isupper() and find_place(last.text) is None and last.votes["person"] < 3 and _leads(group, "organization")


def _is_company_after_all(group: list[Name], short: Name) -> bool:
    """True for a name that only the model takes for a person's, and whose first word acts as a company: "Acme" of "Acme Cooling"."""
    opens = _core(group[0].text).startswith(_core(short.text))
    return opens and short.votes["organization"] > 0 and _leads([short], "organization") and not any(name.personal or name.honoured for name in group)


def _is_known_place(name: Name, group: list[Name]) -> bool:
    """True if the short name is a place in this article too, not merely spelled like a city: "Meridian" of Meridian Bancorp."""
    if find_place(name.text) is None:
        return False
    return is_country_or_region(name.text) or name.located > 0 or not _leads(group, "organization")


# those who are of a company and not the company itself
_OF_FIRM = re.compile(r" (?:Machinists|Workers|Steelworkers|Autoworkers|Pilots|Drivers|Employees|Engineers|Retirees|Shareholders|Dealers|Owners|Teamsters|Union)$")


def _is_fuller(longer: Name, shorter: Name) -> bool:
    """True if the longer name is the full form: it ends in a legal form or trade, or comes first in the text."""
    words = longer.text.split()
    if EVENT.search(without_ticker(longer.text)) or _OF_FIRM.search(longer.text):
        return False  # "Acme", not short for the "Acme Developers Conference" or the "Acme Machinists"
    if re.search(r"\d", words[-1]) and longer.votes["product"] > longer.votes["organization"]:
        return False  # nor for its "Acme X350"
    if _is_unit(_core(longer.text).split(), _core(shorter.text).split()) and (shorter.proven or shorter.first < longer.first):
        return False
    trade = words[-1].casefold() in terms("entity_suffixes")
    if _legal_end(shorter.text) and shorter.first < longer.first:
        return False  # "Acme Holdings", whole already, is not short for its unit "Acme Olefins Corporation"
    # a name that the text has used twice by then is whole: "Acme", not short for "Acme Systems", a part of it
    known = sum(shorter.first <= start < longer.first for start, _ in shorter.spans) > 1
    legal = _legal_end(longer.text) and words[-1] not in ("Group", "Holdings")
    return legal or trade and not known or longer.first <= shorter.first


def _is_unit(longer: list[str], shorter: list[str]) -> bool:
    """True if the longer name is a regional unit of the shorter ("Acme Norway"): an organisation of its own."""
    rest = " ".join(longer[len(shorter) :])
    last = rest if is_country_or_region(rest) else rest.rpartition(" ")[2]
    place = find_place(last) if is_country_or_region(last) else None
    # "Acme American" is no unit of Acme: an adjective is part of the name
    return place is not None and (len(last) < 5 or place.name.casefold() == last) or bool(re.search(r"\d", rest))


def _leads(group: list[Name], kind: EntityType) -> bool:
    votes: Counter[EntityType] = Counter()
    for name in group:
        votes.update(name.votes)
    return bool(votes) and max(votes, key=lambda one: (votes[one], one == "organization")) == kind
