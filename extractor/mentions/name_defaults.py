"""What names denote that nothing near them tells: by how the article goes on to use them, and by default."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from extractor.lexicon import any_of, keyed, terms
from extractor.mentions.name_votes import MODIFIES, Name, is_local
from extractor.mentions.places import find_place, is_country_or_region

# "the Widget 2"
_NUMBERED = re.compile(r" \d")
# "its Widget", "Acme's new Widget"
_OWNED = re.compile(r"(?:\b(?:its|their|his|her|our)|'s?) (?:[a-z-]+ ){0,2}$")
_PERSON_SHAPE = re.compile(r"[A-Z][a-z'-]+[A-Za-z'-]*(?: [A-Z]\.)?(?: (?:de|van|von|der|bin|al|la|di|[A-Z][a-z'-]+))? [A-Z][A-Za-z'-]+")


def settle(names: dict[str, Name], acting: list[int], text: str) -> None:
    """Adds the votes of use and default; `acting` are the places of subjects in the text."""
    _by_surname(names, text)
    for name in names.values():
        if name.housed and not name.personal and not name.honoured and name.proven >= name.votes["person"] / 2:
            del name.votes["person"]  # "sales at Harvey Roe rose", and nothing tells of a man
    unknown = [name for name in names.values() if not name.votes.total() - _guess(name)]
    for name in names.values():
        if not name.votes.total() - _guess(name):
            _as_counterparty(name, text, 2)
        elif _is_guessed_product(name):
            _as_counterparty(name, text, name.votes["product"] + 1)
    _as_actor(names, acting, text)
    for name in unknown:
        if not name.votes["organization"]:
            _as_listed(name, names, text)
        if not name.votes.total() and _PERSON_SHAPE.fullmatch(name.text):
            _as_companion(name, names, text)


def _guess(name: Name) -> int:
    """The votes of the model for a place that no gazetteer has: as like as not a company."""
    return name.votes["place"] if name.votes["place"] < 6 and find_place(name.text) is None else 0


def _is_guessed_product(name: Name) -> bool:
    """True where nothing but the model says that a name is a product's."""
    return 0 < name.votes["product"] <= 2 * len(name.spans) and name.votes.total() == name.votes["product"]


def _by_surname(names: dict[str, Name], text: str) -> None:
    """A full name that the article goes on to use the last word of is a person's: "Jane Roe" and then "Roe"; companies are cut to their first."""
    shaped: dict[str, list[Name]] = {}
    for name in names.values():
        if " " in name.text and not name.proven and not name.votes["place"] and _PERSON_SHAPE.fullmatch(name.text) and not is_country_or_region(name.text.partition(" ")[0]):
            shaped.setdefault(name.text.rpartition(" ")[2], []).append(name)
        first = names.get(name.text.partition(" ")[0])
        called = first is not None and first.votes.total() <= 2 * len(first.spans) and not first.proven and not first.votes["place"] and name.first < first.first and _speaks(first, text)
        if first is not None and called and name.personal and name.votes["person"] > name.votes["organization"]:
            first.votes["person"] += 2 + first.votes.pop("organization", 0)  # "Chang Wei" and then "Chang", as the Chinese are called
    for last, full in shaped.items():
        short = names.get(last)
        if short is None or short.proven or short.votes["place"] or last.casefold() in terms("entity_suffixes"):
            continue
        # a company is cut to its first word, and so are people, among friends: "Scott's record"
        if any(name.first < short.first and (given not in names or given.casefold() in keyed("given_names")) for name in full if (given := name.text.partition(" ")[0])) and (
            any(name.votes["person"] for name in full) or _speaks(short, text)
        ):
            for name in full:
                name.votes["person"] += 4
                name.personal += 1
            short.votes["person"] += short.votes.pop("organization", 0)


def _speaks(name: Name, text: str) -> bool:
    return any(_said().match(text, end) for _, end in name.spans)


@cache
def _said() -> re.Pattern[str]:
    """ "Roe said": a verb of saying right after a name."""
    return re.compile(rf" (?:also |later |then )?{any_of(terms('speech_verbs'))}\b")


# what a name stands behind that is the other side of a deal, a rival, a medium or an employer
_COUNTERPARTY = re.compile(
    r"\b(?:(?:sold|sells?|selling|sale|stakes?|spun off|leased|licen[sc]ed|handed|lost|losing|ceded|divested)\b[^.;:\"]{0,100} to"
    r"|(?:bought|buys?|buying|acquired?|acquires|purchased?|acquisition|purchase|poached|hired|recruited|spun out)\b[^.;:\"]{0,60} from"
    r"|(?:compet(?:es?|ed|ing)|vy(?:ing)|merg(?:e|es|ed|ing)|partner(?:s|ed|ing)?|team(?:s|ed|ing)? up|tie-up|partnership|alliance|deals?|contracts?|agreements?) with"
    r"|(?:alliance|merger|partnership|tie-up|venture) (?:of|between)|shareholders (?:in|of)"
    r"|(?:[Bb]ackers|[Bb]idders|[Cc]lients|[Cc]ustomers|[Ii]nvestors|[Ll]enders|[Ss]hareholders|[Ss]uitors|[Ss]uppliers)"
    r"|(?:work(?:s|ed|ing)?|career|stints?|jobs?|spell|roles?|positions?|partner|accountant|lawyer|engineer|colleagues?) (?:[a-z]+ ){0,4}(?:at|for)"
    r"|(?:joined|joins|left|quit|backed by|led by|owned by|funded by|built by|made by|run by|bought by|acquired by|participation from|investors? including|told|tells|telling))"
    r" (?:the |rival |investors? )?(?:[A-Z][\w&'.-]*(?: [A-Z][\w&'.-]*){0,2}(?:, | and |, and )){0,4}$"
)
_LISTED_BEFORE = re.compile(r"\b(?:like|such as|including|include|includes|unlike) (?:[A-Z][\w&'.-]*(?: [A-Z][\w&'.-]*){0,2}(?:, | and | or |, and )){0,4}$")
_ALONE_AFTER = re.compile(r"[,.;:)?!\"]|'s\b| (?:and|or|in|for|on|at|last|this|earlier|which|who|that|after|before|when|while|as|over|with|from|to|by|but|also|will|would|has|had|is|was)\b|\s*$")


@cache
def _described() -> re.Pattern[str]:
    """ "the online shop for art and old books Acme": a name right behind what it is."""
    kinds = any_of(terms("entity_descriptions") | terms("entity_kinds"))
    return re.compile(rf"\b{kinds} (?:for|of) (?:[a-z-]+,? ){{1,5}}(?<! the )(?<! a )(?<! an )(?<! in )(?<! to )(?<! at )(?<! by )(?<! of )(?<! with )(?<! for )(?<! from )(?<! and )$")


def _as_counterparty(name: Name, text: str, votes: int) -> None:
    """A company by what it stands behind, where nothing else is known of a name: "sold to Acme", "competes with Acme"."""
    for start, end in name.spans:
        before = text[max(0, start - 150) : start]
        behind = _is_of_country(before) or _COUNTERPARTY.search(before) or _described().search(before) or (_guess(name) or _odd(name.text)) and _LISTED_BEFORE.search(before)
        if behind and _ALONE_AFTER.match(text, end) and not is_local(text, start, end):
            name.votes["organization"] += votes
            return


_OF_COUNTRY = re.compile(r"(?P<land>[A-Z][a-z]+(?: [A-Z][a-z]+)?)['’]s $")


def _is_of_country(before: str) -> bool:
    """True behind "Norland's": of people the news says what they are."""
    found = _OF_COUNTRY.search(before)
    return found is not None and (is_country_or_region(found["land"]) or is_country_or_region(found["land"].rpartition(" ")[2]))


_JOINED_BEFORE = re.compile(r"([A-Z][\w&'.-]*(?: [A-Z][\w&'.-]*){0,3})(?:,? (?:and|or) |, )$")
_JOINED_AFTER = re.compile(r"(?:,? (?:and|or) |, )([A-Z][\w&'.-]*(?: [A-Z][\w&'.-]*){0,3})")


def _as_listed(name: Name, names: dict[str, Name], text: str) -> None:
    """A company by the company it keeps: "the success of Acme and Globex"."""
    for start, end in name.spans:
        if MODIFIES.match(text, end):
            continue
        beside = (_JOINED_BEFORE.search(text, max(0, start - 60), start), _JOINED_AFTER.match(text, end))
        other = [names.get(match[1].removesuffix("'s")) for match in beside if match is not None]
        if any(one is not None and one.votes and one.votes["organization"] >= 2 and max(one.votes, key=one.votes.__getitem__) == "organization" for one in other):
            name.votes["organization"] += 2
            return


def _as_companion(name: Name, names: dict[str, Name], text: str) -> None:
    """A person by who stands beside: "promoted Eero Saar and Jane Roe"."""
    for start, end in name.spans:
        beside = (_AND_BEFORE.search(text, max(0, start - 50), start), _AND_AFTER.match(text, end))
        if any(match is not None and (one := names.get(match[1])) is not None and one.votes["person"] > 2 and not one.proven for match in beside):
            name.votes["person"] += 3
            return


_AND_BEFORE = re.compile(r"([A-Z][\w'-]+ [A-Z][\w'-]+) and $")
_AND_AFTER = re.compile(r" and ([A-Z][\w'-]+ [A-Z][\w'-]+)")


def _odd(surface: str) -> bool:
    """True for a spelling that only trade names have: "PwC", "AirPay", "Fold3D"."""
    return re.search(r"[a-z][A-Z]|[A-Za-z]\d[A-Z]", surface) is not None


def _as_actor(names: dict[str, Name], acting: list[int], text: str) -> None:
    """What acts in business news is a company, if nothing else is known of it."""
    people = (name.text for name in names.values() if name.votes["person"] > name.votes["organization"])
    surnames = {name.rpartition(" ")[2] for name in people if " " in name}
    for name in names.values():
        if name.votes.total() - _guess(name) >= 2 or name.text in surnames:
            continue
        for start, end in name.spans:
            # a single word that opens a sentence may be an ordinary one
            before = text[max(0, start - 20) : start]
            named = " " in name.text or before[-2:-1].isalnum() or before.endswith(", ") or _said().match(text, end)
            if not named or _NUMBERED.match(text, end) or is_local(text, start, end):
                continue
            if bisect_left(acting, start) < bisect_left(acting, end) and not _OWNED.search(before):
                name.votes["organization"] += 2
                break
