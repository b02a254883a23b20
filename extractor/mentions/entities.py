"""Named mentions: organisations, people, products and places, typed by what the whole article says of them.

The small model's labels are one vote among several: it calls companies people and people places. A name seen once as
"X Corp", "shares of X" or "X's chief executive" is an organisation throughout. Names are merged over the article (full
name, short name, acronym), and every occurrence of a name is found once the name is known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy

from extractor.lexicon import any_of, terms
from extractor.mentions.places import find_place, is_country_or_region
from extractor.mentions.types import EntityMention, Referent
from extractor.record import EntityType

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w&.'+/-]*|[a-z][A-Z][\w-]*|\d+[A-Z][\w-]*)"
_JOINER = r"(?:of(?: the)?|de|del|della|di|da|du|la|le|van|von|der|den|bin|al|&|\+)"
_NAME = re.compile(rf"(?<![\w@/#.-]){_WORD}(?:[ -]?(?:{_JOINER} )?(?: ?\((?=[A-Z]\w+\)))?(?<=[ -(]){_WORD}\)?)*")
# characters of a run of capitalised words; a longer one is a heading or noise, no name
_LONGEST = 200
_POSSESSIVE = re.compile(r"'s?$")
_SUFFIX_SHORT = re.compile(
    r"[,]? (?:Inc|Corp|Co|Ltd|PLC|Plc|plc|AG|SA|SE|NV|AB|ASA|Oyj|GmbH|LLC|LP|Bhd|KK|SpA|S\.p\.A|B\.V|N\.V|S\.A"
    r"|KGaA)\b\.?"
)
_LABELS: dict[str, EntityType] = {
    "ORG": "organization", "PERSON": "person", "GPE": "place", "LOC": "place", "NORP": "place", "PRODUCT": "product",
}  # fmt: skip
_ROLE = (
    r"(?:(?:chief|vice|senior|executive|deputy|general|managing|global|group|finance|sales|marketing"
    r"|co-)\s?)*(?:president|chairman|chairwoman|chair"
    r"|CEO|CFO|COO|CTO|officer|executive|director|founder|co-founder|spokes(?:man|woman|person)|analyst"
    r"|economist|strategist"
    r"|minister|secretary|head|boss|manager|partner|governor|chief)"
)
_OWNED = (
    r"(?:net |operating |quarterly |annual |first-|second-|third-|fourth-|chief |board|shares?|stock|profits?"
    r"|sales|revenue|earnings|brand|products?"
    r"|customers|rivals?|parent|headquarters|executive|president|chairman|CEO|founder|management|forecast"
    r"|operations|unit|business|plans?|decision|market|shareholders)"
)
_ORG_AFTER = re.compile(
    rf"(?:['’]s? (?:{_OWNED}|[\d,.]+ (?:staff|employees|workers|stores|shops|branches|customers)\b)|'s (?:[\w-]+ ){{1,2}}(?:business|unit|operations|division|subsidiary|headquarters|shareholders|revenues?|earnings|shares|stores)\b"
    rf"|\s(?:said|says|reported|posted)(?: (?:on|in|its|that|the|last|this|[A-Z][a-z]+day))*(?: [a-z][\w-]+)? (?:net income|net profits?|pre-tax profits?|profits?|sales|revenues?|earnings|net loss|losses)\b"
    rf"|\ssaw (?:[\w-]+ ){{0,3}}(?:sales|profits?|revenues?|earnings|shares)\b"
    rf"|\s(?:union|shareholders|executives|shares|stock|sales|profits?|revenues?|earnings)\b"
    rf"|\s(?i:{_ROLE})\s[A-Z])"
)
# "Globex analyst Jane Roe"
_HOUSE_OF = re.compile(rf"\s(?:{_ROLE})\s[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z]")
_ORG_BEFORE = re.compile(
    rf"(?:(?:%|\bper ?cent) at|\b(?:(?:sales|registrations|deliveries|shipments) (?:for|at)|shares? (?:of|in)|stake in|unit of|subsidiary of|division of|{_ROLE} (?:of|at)|works? (?:for|at)"
    rf"|rivals?|competitor|acquir\w+|takeover of"
    r"|bought|buy|acquisition of|merger with|venture with|partner|firm|fund|broker|brokerage|company|maker"
    r"|giant|club|team|retailer|carmaker|bank|lender|airline|group|startup|start-up"
    r"|chipmaker|automaker|drugmaker|carrier|brewer|insurer|operator|manufacturer|producer|steelmaker|miner|institute|consultancy"
    r"|outfit|specialist|agency|think-tank|website|newspaper|magazine|utility|developer|distributor|chain|brand|conglomerate|publisher|builder|house"
    r"|supplier)) (?:the )?$|-(?:based|listed|owned) $",
    re.IGNORECASE,
)
# a seller in a ranking: "followed by Acme with 3 million"
_RANKED_BEFORE = re.compile(r"\b(?:followed by|ahead of|overt(?:ook|aking|ake)|behind|trailing|overtaken by|second-placed|leader|market leader) $")
_RANKED_AFTER = re.compile(
    r" (?:with|managed|held|had|took) (?:about |just |only |around )?\d[\d.,]* ?(?:m\b|million|percent|per cent|%)| \(\d[\d.]* ?(?:%|percent|per cent)"
    r"| (?:was|is|came|ranked|finished|stood|remained)(?: in)?(?: the| a)?(?: close| distant)?"
    r" (?:first|second|third|fourth|fifth|sixth|number (?:one|two|three|four|five|\d)|[Nn]o\.? ?\d|top|market leader)\b(?! (?:half|quarter|year))"
)
# "the Opel, Saab and Vauxhall brands": each of the list is one
_BRANDS = re.compile(r"(?:, [\w .&'-]{2,25}?){0,6},? (?:and|or) (?:[\w.&'-]+ ){1,3}(?:brands|marques|badges|nameplates)\b| (?:brands|marques|badges|nameplates)\b")
_PERSON_BEFORE = re.compile(
    rf"(?:\b(?:Mr|Mrs|Ms|Dr|Sir|Prof)\.? |\b{_ROLE},? |\b(?:said|says|explained|added|replaced?|succeed(?:s"
    rf"|ed)?|named|appointed|by) )$",
    re.IGNORECASE,
)
_PERSON_AFTER = re.compile(
    rf"(?: joined [A-Z][\w&' -]{{1,30}} as |, (?:the |its |an? |who |aged? )?(?:\d\d,|(?:[\w'&.-]+ ){{0,6}}?{_ROLE}\b)|,? (?:said|says|told|added"
    rf"|explained|who (?:joined|replaced|founded|became|leads|heads))\b)"
)
_PRODUCT_BEFORE = re.compile(
    r"\b(?:(?:its|new|the|of the|latest|flagship) |model |brand |launch of |version of )$", re.IGNORECASE
)
_PRODUCT_AFTER = re.compile(
    r"\s(?:smartphones?|phones?|models?|handsets?|tablets?|sedans?|SUVs?|cars?|trucks?|saloons?|vehicles?"
    r"|drugs?|platform|consoles?|app|software|range|brand|jets?|aircraft|planes?|system|chips?|processors?"
    r"|vaccine|fashion)\b"
)
_MODEL = re.compile(r"^(?=.*\d)[A-Z][\w-]*(?: [\w-]+){0,3}$")


# first words of company names
_FOREWORDS = frozenset(
    ["Bank", "Banco", "Banca", "Banque", "Grupo", "Groupe", "Gruppo", "Air", "Compagnie", "Companhia", "Societe", "Société", "Koninklijke", "Royal", "Telecom", "Telefon", "Electricite", "Oil"]
)


@dataclass
class _Name:
    """One spelling of a name with the votes for its type and where the model or the pattern saw it.

    `proven` counts the words around it that only a company has; `honoured` is true after "Mr" and the like;
    `located` counts the times it stands after "in" and the like; `branded` is true in a list of brands.
    """

    text: str
    votes: Counter[EntityType] = field(default_factory=Counter)
    spans: list[tuple[int, int]] = field(default_factory=list)
    proven: int = 0
    honoured: bool = False
    located: int = 0
    branded: bool = False


def find_entities(doc: Doc, text: str, title_end: int = 0) -> list[EntityMention]:
    """The named mentions of a parsed text, sorted and without overlap; `title_end` is the length of its title part."""
    names = _collect(doc, text, title_end)
    referents = _merge(names, {sent.start_char for sent in doc.sents} if doc.has_annotation("SENT_START") else {0})
    return _occurrences(text, referents)


def _collect(doc: Doc, text: str, title_end: int) -> dict[str, _Name]:
    """All spellings of names with their votes."""
    names: dict[str, _Name] = {}
    for start, end, label in sorted(_candidates(doc, text, title_end), key=lambda one: (one[0], one[1], one[2] or "")):
        surface = text[start:end]
        name = names.setdefault(surface, _Name(surface))
        if (start, end) not in name.spans:
            name.spans.append((start, end))
            _vote(name, text, start, end)
        if _EVENT.search(surface) or label == "organization" and re.fullmatch(r"[A-Z]{2,5}", surface) and _MODIFIES.match(text, end):
            label = None
        if label:
            # the labels of headline words are worth less
            doubtful = start < title_end or (label == "place" and find_place(surface) is None)
            if label != "person" or not re.match(r"[A-Z]{3}", surface):
                name.votes[label] += 1 if doubtful else 2
    for name in names.values():
        if name.branded and not name.proven:
            name.votes["product"] += 5
    return names


def _candidates(doc: Doc, text: str, title_end: int) -> Iterable[tuple[int, int, EntityType | None]]:
    subjects, ordinary = _subjects(doc), _ordinary(doc)
    starts = {sent.start_char for sent in doc.sents} if doc.has_annotation("SENT_START") else {0}
    title_cased = _is_title_cased(text[:title_end])
    seen: list[tuple[int, int]] = []
    for first, last in _capitalised(doc, text):
        if first < title_end:
            continue
        opens = first in starts or text[first - 1 : first] == '"'
        # the tagger tells a name from an ordinary word that is capitalised for its place
        if _EVENT.search(text, first, last) or opens and first in ordinary and _MEASURED.match(text, last) and not _recurs(text, text[first:last]):
            continue
        start, end = _trimmed(text, first, last, opens and first not in subjects)
        if end - start > 1:
            seen.append((start, end))
            yield start, end, None
    for ent in doc.ents:
        label = _LABELS.get(ent.label_)
        if label is None:
            continue
        if re.search(r", (?!Inc|Ltd|LLC|L\.P)", ent.text):
            continue  # a list of names, as headlines have them
        if office := re.search(r" (?:CEO|CFO|COO|CTO) (?=[A-Z])", ent.text):
            # "Acme CEO Jane Roe" in a headline is two names
            yield ent.start_char, ent.start_char + office.start(), "organization"
            yield ent.start_char + office.end(), ent.end_char, "person"
            continue
        start, end = _trimmed(text, ent.start_char, ent.end_char, False)
        tail = _LOWER_TAIL.search(text, start, end)
        if tail and not re.search(rf"\b{re.escape(text[start:end])}\b(?! [a-z])", text):
            end = tail.start()  # "Geneva motor" show
        if start < title_end and title_cased:
            start, end = _as_in_body(text, start, end, title_end)
        if end - start < 2 or not (text[start].isupper() or text[start : start + 2][1:].isupper()):
            continue
        if start < title_end or (start, end) in seen:
            yield start, end, label
        else:
            inside = [span for span in seen if span[0] <= start and end <= span[1]]
            # a label on the larger part of a name is a vote for the whole
            for whole in inside:
                if end - start >= 0.6 * (whole[1] - whole[0]):
                    yield whole[0], whole[1], label


def _tagged(doc: Doc, attribute: str, values: Iterable[str]) -> NDArray[numpy.bool_]:
    """For each word of a document whether an attribute of it is one of these."""
    return numpy.isin(doc.to_array([attribute]).reshape(-1), numpy.array([doc.vocab.strings[one] for one in values], dtype=numpy.uint64))


def _subjects(doc: Doc) -> set[int]:
    """Where the words stand that are names by their tag and place in the sentence."""
    found = _tagged(doc, "TAG", ("NNP", "NNPS")) & _tagged(doc, "DEP", ("nsubj", "nsubjpass", "poss"))
    words = (doc[i] for i in numpy.flatnonzero(found).tolist())
    return {word.idx for word in words if word.lower_ not in terms("entity_not_names") and len(word) > 2}


_EVENT = re.compile(r" (?:Summit|Conference|Forum|Fair|Festival|Olympics|Expo|Awards?|Championships?|Motor Show|Air ?[Ss]how)$")
_MEASURED = re.compile(r" (?:sales|registrations|shipments|deliveries|volumes?|exports|output|production|prices|profits?|shares)\b")


def _ordinary(doc: Doc) -> set[int]:
    """Where the common nouns stand: before a plain measure they are no company, "Car sales"."""
    return {doc[i].idx for i in numpy.flatnonzero(_tagged(doc, "TAG", ("NN", "NNS"))).tolist()}


_LOWER_TAIL = re.compile(r"(?: [a-z][a-z-]+)+$")


def _is_title_cased(title: str) -> bool:
    """True for a title that capitalises verbs and nouns too: there a run of capitals is no name."""
    words = re.findall(r"[A-Za-z]{4,}", title)
    return len(words) > 3 and sum(word[0].isupper() for word in words) > 0.75 * len(words)


def _as_in_body(text: str, start: int, end: int, title_end: int) -> tuple[int, int]:
    """The longest part of a title's name that the body has too: "Acme Loses More Customers" names Acme."""
    words = [(start + word.start(), start + word.end()) for word in re.finditer(r"\S+", text[start:end])]
    for length in range(len(words), 0, -1):
        for first in range(len(words) - length + 1):
            one, other = words[first][0], words[first + length - 1][1]
            if re.search(r"(?<!\w)" + re.escape(text[one:other]) + r"(?!\w)", text[title_end:]):
                return one, other
    return start, start


_OFFICE = re.compile(
    r"(?:\b(?:Global|Group|Senior|Executive|Deputy|Managing|Chief|Vice|General|Finance|Sales|Marketing"
    r"|Operating|Financial|Technology|President|Chairman"
    r"|Chairwoman|Director|Officer|CEO|CFO|COO|CTO|Minister|Prime|Analyst|Founder|Co-founder|Head|Secretary"
    r"|Governor|Spokesman|Spokeswoman)\b\s?)+"
)


def _capitalised(doc: Doc, text: str) -> Iterable[tuple[int, int]]:
    """Runs of capitalised words inside one sentence, cut at offices: "Acme Chief Executive Jane Roe" is two names."""
    sentences = (
        [(sent.start_char, sent.end_char) for sent in doc.sents]
        if doc.has_annotation("SENT_START")
        else [(0, len(text))]
    )
    for first, last in sentences:
        for match in _NAME.finditer(text, first, last):
            if match.end() - match.start() > _LONGEST:
                continue
            position = match.start()
            for office in _OFFICE.finditer(text, match.start(), match.end()):
                if len(office.group().split()) == 1 and office.group().split()[0] in (
                    "Global",
                    "Group",
                    "General",
                    "Sales",
                    "Marketing",
                    "Finance",
                    "Technology",
                    "Financial",
                    "Senior",
                    "Executive",
                    "Prime",
                    "Head",
                ):
                    continue
                if office.start() > position:
                    yield position, office.start()
                position = office.end()
            if position < match.end():
                yield from _split(text, position, match.end())


_INSTITUTION = re.compile(
    r"\b(?:Bank|University|Institute|Ministry|Department|Board|Chamber|Association|Bureau|House|Federation"
    r"|College|School"
    r"|Council|Court|Church|City|Bay|Gulf|Cape|Isle|Republic|Kingdom|States?|Office|Society|Union|Commission|Agency"
    r"|Academy|Center|Centre|Hospital|Museum|Port|Bill|Rate|Authority|Administration|Committee|Exchange|Foundation|Organi[sz]ation)$"
)

_BODY = re.compile(
    r"\s(?:Authority|Commission|Agency|Ministry|Department|Association|Federation|Council|Committee|Institute|University|Bureau"
    r"|Organi[sz]ation|Administration|Exchange|Foundation|Union|Chamber|Bank|Board|Court|Tribunal|Parliament|Congress)$"
)


def _split(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """The names in a run: "Mumbai-based Acme" and "Jane Roe of Acme" are two each, "Bank of Borealis" is one."""
    for match in re.finditer(
        r"(-(?:based|listed|owned|backed|born|led|controlled|headed)) |('s) (?=[A-Z])|(?<=\bInc)\. (?=[A-Z])|(?<=\bCorp)\. (?=[A-Z])"
        r"|(?<=\bLtd)\. (?=[A-Z])| of (?:the )?",
        text[start:end],
    ):
        left = text[start : start + match.start()]
        foreign = find_place(text[start + match.end() : end]) is not None
        if (
            match.group(1)
            or match.group(2)
            and (" " in text[start + match.end() : end] or is_country_or_region(left))
            or match.group().startswith(".")
            or (match.group().startswith(" of") and (" " in left or foreign) and not _INSTITUTION.search(left))
        ):
            yield start, start + match.start()
            yield from _split(text, start + match.end(), end)
            return
    yield start, end


_HYPHENED = re.compile(r"-[a-z]+$")
_DOTTED = re.compile(r"(?:^|[ .])(?:Inc|Corp|Co|Ltd|Bros|[A-Z])\.$")
_LISTED = re.compile(r" [A-Z0-9]{2,6}\.[A-Z]{1,3}$")
_DATELINE = re.compile(r"([A-Z]{4,}) (?=[A-Z][a-z])")
_OWNER = re.compile(r"'s? ")
_FORMER = re.compile(r"(?:Former|Ex-) ?(?=[A-Z])")
_TITLE_NEXT = re.compile(rf"\s{_ROLE}\b")
_CODE = re.compile(r"[A-Z]{3}")
# "Q7", "X-90": what makers call their goods
_MODEL = re.compile(r"[A-Z]-?\d{1,3}[A-Za-z]?")
_COUNT_NEXT = re.compile(r"\s?\d")
_SIGNS = ("$", "£", "€", "¥")
_FIRST_WORD = re.compile(r"([\w.'-]+) ?")
_LAST_WORD = re.compile(r" ([\w.-]+)$")
_TITLE = re.compile(_ROLE, re.IGNORECASE)
_TITLE_WORD = re.compile(r"CEO|CFO|COO|CTO|Chief|President|Chairman|Executive|Vice|Global|Director")
_PERIOD_CODE = re.compile(r"Q[1-4]|H[12]|FY\d*|\d+")
_CAPITAL = re.compile(r"[A-Z]")
_MONEY = re.compile(r"(?:Dhs?|Rs|RM|KSh|Ksh|SR|KD|QR|BD|HK|NT|US|AED|SAR|EUR|GBP|USD)\.?\$?\d[\d.,]*(?:m|bn|tn)?")


def _trimmed(text: str, start: int, end: int, opens_sentence: bool) -> tuple[int, int]:
    """A candidate without possessive, titles, and words that are capitalised for other reasons."""
    surface = text[start:end]
    surface = _HYPHENED.sub("", _POSSESSIVE.sub("", surface.rstrip()))
    dotted = surface.endswith(".") and _DOTTED.search(surface)
    surface = surface.rstrip("-/&.") + ("." if dotted else "")
    end = start + len(surface)
    if listed := _LISTED.search(text, start, end):
        end = listed.start()  # "Acme ACM.L"
        surface = text[start:end]
    if (placed := _DATELINE.match(text, start, end)) and text[start - 1 : start] in ("", "\n") and find_place(placed[1]) is not None:
        start = placed.end()  # "OSLO Norway's Acme"
        surface = text[start:end]
    possessive = _OWNER.search(surface)
    if possessive:
        # "Acme's Widget": two names; the rest is found as its own candidate by the model, or not at all
        return start, start + possessive.start()
    former = _FORMER.match(text, start, end)
    if former:
        start = former.end()
    if _MONEY.fullmatch(text, start, end):
        return start, start
    dull = terms("entity_not_names")
    if (
        opens_sentence and " " not in text[start:end] and _TITLE_NEXT.match(text, end, end + 40)
        and not _recurs(text, text[start:end])
    ):  # fmt: skip
        return start, start
    if is_country_or_region(text[start:end]) and not text[start:end].startswith("The "):
        return start, end
    if _CODE.fullmatch(text, start, end) and _COUNT_NEXT.match(text, end) or text[end : end + 1] in _SIGNS:
        return start, start
    while True:
        first = _FIRST_WORD.match(text, start, end)
        if first is None:
            return start, start
        word = first.group(1).casefold().rstrip(".")
        single = first.end() >= end
        if is_country_or_region(text[start:end]) and word != "the":
            break
        if (
            opens_sentence
            and not single
            and (word in terms("entity_descriptions") or word in ("rival", "rivals", "parent"))
        ):
            start = first.end()
            continue
        if (
            word in dull
            or word in ("chief", "executive", "vice", "global")
            or (not single and _TITLE.fullmatch(first.group(1)))
        ) and not _begins_name(text, start, end):
            start = first.end()
            continue
        break
    last = _LAST_WORD.search(text, start, end)
    while (
        last
        and last.group(1) != "Global"
        and (
            last.group(1).casefold() in dull
            or _TITLE_WORD.fullmatch(last.group(1))
        )
    ):
        end = last.start()
        last = _LAST_WORD.search(text, start, end)
    surface = text[start:end]
    if (
        surface.casefold() in dull
        or surface == "Average"
        or text[start - 1 : start] in ("$", "£", "€")
        or surface.casefold().rstrip(".,") in terms("entity_suffixes")
        or not _CAPITAL.search(surface)
        or _PERIOD_CODE.fullmatch(surface)
    ):
        return start, start
    if text.startswith(" plc", end) and not text[end + 4 : end + 5].isalnum():
        return start, end + 4
    # a capitalised ordinary word at the start of a sentence is no name unless it recurs inside one
    if opens_sentence and " " not in surface and not re.search(r"[A-Z].*[A-Z]|\d", surface):
        recurs = _recurs(text, surface)
        aside = re.match(r", [^,.\n]{2,60}?,(?= [a-z])", text[end : end + 70])
        company = (
            _ORG_AFTER.match(text, end) or _company_verb(text, end) or aside and _company_verb(text, end + aside.end())
        ) or _apposition().match(text, end, end + 60)
        if not recurs and not company:
            return start, start
    return start, end


# ordinary words that names begin with too: "First Solar", "Global Payments", "The New Yorker"
_ORDINARY_FIRST = re.compile(
    r"(?:New|First|Second|Third|Fourth|One|Two|Three|Global|Worldwide|Retail|Internet|Consumers|Net|Total|Consolidated|Sunday)"
    r" (?!Quarter|Half|Year|Month|Nine|Week)([A-Z][\w'&-]*)"
)
_SENTENCE_BREAK = re.compile(r"(?:^|[.!?:\n\"”“‘(•*–—-])[\s\"”“‘(]*$")


def _begins_name(text: str, start: int, end: int) -> bool:
    """True if an ordinary word is the first of a name: a place's, or capitalised where no sentence begins, here or elsewhere."""
    match = _ORDINARY_FIRST.match(text, start, end)
    if match is None or match[1].casefold() in terms("entity_not_names") or _TITLE.fullmatch(match[1]):
        return False
    if find_place(match[0]) is not None:
        return True
    before = text[max(0, start - 4) : start]
    if not _SENTENCE_BREAK.search(before):
        return not before.endswith("on ")  # "said on Sunday Acme would"
    return _inside(text, text[start:end])


@cache
def _apposition() -> re.Pattern[str]:
    """An apposition that only a company has: ", the Chinese maker of phones", ", its rivals"."""
    nouns = any_of(terms("entity_descriptions"))
    return re.compile(
        rf", (?:the|an?|another|its|which is|one of"
        rf"|[A-Z][a-z]+'s) (?:[\w'&-]+ ){{0,7}}?(?:{nouns}|rival)s?\b"
    )


@lru_cache(maxsize=4096)
def _recurs(text: str, surface: str) -> bool:
    """True if a word stands inside a sentence too, or before another name.

    By plain search: a pattern of its own for every word would take longer to compile than to run.
    """
    if _inside(text, surface):
        return True
    at = text.find(surface)
    while at >= 0:
        end = at + len(surface)
        if not _is_word(text[max(0, at - 1) : at]):
            rest = end + 2 if text.startswith("'s", end) else end
            if text[rest : rest + 1] == " " and "A" <= text[rest + 1 : rest + 2] <= "Z":
                return True
        at = text.find(surface, at + 1)
    return False


def _inside(text: str, surface: str) -> bool:
    """True if it stands after an ordinary word or a comma, where no sentence begins."""
    at = text.find(surface)
    while at >= 0:
        before = text[max(0, at - 2) : at]
        if len(before) == 2 and before[1] == " " and (before[0] == "," or "a" <= before[0] <= "z") and not _is_word(text[at + len(surface) : at + len(surface) + 1]):
            return True
        at = text.find(surface, at + 1)
    return False


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


_WHICH_OWNS = re.compile(r", which (?:owns|makes|runs|operates|sells|employs|has|already|also|said|is (?:based|listed|headquartered|owned))\b")
_VERB_NEXT = re.compile(r"\s(?:(?:on|last|this|in) [A-Z]?[a-z]+ |\w+ly |also |has |have |had |will |would |is |was )?([a-z]+)")


def _company_verb(text: str, end: int) -> bool:
    if _WHICH_OWNS.match(text, end, end + 40):
        return True
    match = _VERB_NEXT.match(text, end, end + 40)
    return match is not None and match.group(1) in terms("entity_company_verbs")


# "LTE demand", "GPS devices": capitals before a plain noun are as a rule a technology's
_MODIFIES = re.compile(r" (?!(?:shares?|stock|chief|boss|group|sales|profits?|results|and|or|to|in|on|at|for|of|by|from|with|as|than|that|which|who|is|was|has|had|will|would|said|says|also|may|can|could|should|did|does)\b)[a-z]+(?<!s)(?<!ed)(?: [a-z]+){0,2}\b")


def _vote(name: _Name, text: str, start: int, end: int) -> None:
    """Votes by the words of the name and those around it."""
    votes, proven = name.votes, name.proven
    words = _without_ticker(name.text).split()
    before, after = text[max(0, start - 60) : start], text[end : end + 60]
    place = find_place(name.text)
    if place is not None:
        votes["place"] += 6 if is_country_or_region(name.text) else 4 if len(words) > 1 else 2
        if text.startswith("-based", end):
            votes["place"] += 4
        if re.search(r"\b(?:in|near|to|from|across|around) $", before):
            votes["place"] += 2
            name.located += 1
    if (
        words[-1].casefold().rstrip(".") in terms("entity_suffixes") or words[-1].casefold() in terms("entity_suffixes")
    ) and len(words) > 1:
        votes["organization"] += 5
    if len(words) > 1 and words[0] in _FOREWORDS and place is None:
        votes["organization"] += 4
    if _SUFFIX_SHORT.match(text, end):
        name.proven += 5
    if _ORG_AFTER.match(after) and not place:
        name.proven += 3
    if _HOUSE_OF.match(after) and not place:
        name.proven += 4
    if _ORG_BEFORE.search(before):
        name.proven += 4
    if _company_verb(text, end) and not place and not _MODEL.fullmatch(name.text):
        name.proven += 2
    if (_RANKED_BEFORE.search(before) or _RANKED_AFTER.match(after)) and not place:
        name.proven += 3
    if _apposition().match(after):
        name.proven += 4
    votes["organization"] += name.proven - proven
    if _MODEL.fullmatch(name.text):
        votes["product"] += 4
    if _BODY.search(name.text) and not place:
        votes["organization"] += 5
    if re.match(r"(?:'s)?,? (?:said|says) it\b", after):
        votes["organization"] += 4
    if re.fullmatch(r"[A-Z&]{2,5}|[A-Z]{2,}\w*", name.text) and place is None and not _MODIFIES.match(after):
        votes["organization"] += 2
    person_shape = (
        not _BODY.search(name.text)
        and 2 <= len(words) <= 4
        and not re.match(r"[A-Z]{3}", name.text)
        and all(re.match(r"(?:[A-Z][\w'.-]+|van|von|de|der|bin|al|la|di)$", word) for word in words)
    )
    if person_shape and not votes["place"] and words[-1].casefold() not in terms("entity_suffixes"):
        if _PERSON_BEFORE.search(before):
            votes["person"] += 5
        if _PERSON_AFTER.match(after):
            votes["person"] += 3
    elif re.search(r"\b(?:Mr|Mrs|Ms|Dr|Sir)\.? $", before):
        votes["person"] += 5
        name.honoured = True
    if _PRODUCT_AFTER.match(after) and not place:
        votes["product"] += 3
    name.branded |= bool(_BRANDS.match(text, end, end + 120))
    if _MODEL.match(name.text) and not votes["organization"]:
        votes["product"] += 2
        if _PRODUCT_BEFORE.search(before):
            votes["product"] += 2


@lru_cache(maxsize=4096)
def _core(name: str) -> str:
    """A name without legal suffixes and punctuation, for comparing."""
    words = re.sub(r"\([^)]*\)", " ", name).replace(",", " ").split()
    while len(words) > 1 and words[-1].casefold().rstrip(".") in _LEGAL:
        words.pop()
    return " ".join(words).replace(".", "").casefold()


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
    ]
)


def _legal_end(name: str) -> bool:
    return _without_ticker(name).split()[-1].casefold().rstrip(".") in _LEGAL


def _without_ticker(name: str) -> str:
    """ "Acme Corp (ACM)" as "Acme Corp"."""
    return _TICKER.sub("", name)


_TICKER = re.compile(r"(?<=\w) ?\([A-Z][A-Z.:]*\)$")


def _merge(names: dict[str, _Name], name_starts: set[int]) -> dict[str, Referent]:
    """One referent for all spellings of a name: full and short form, acronym, the last name of a person."""
    ordered = sorted(names.values(), key=lambda name: (-len(name.text), min(name.spans)))
    groups: list[list[_Name]] = []
    spelled = {name.text for name in ordered}
    for name in ordered:
        tail = name.text.partition(" ")[2]
        described = tail in spelled and _is_descriptor(_first_word(name)) and names[tail].proven > 0 and name.votes["person"] < 3
        if described and min(name.spans)[0] in name_starts and not _legal_end(name.text):
            # "Chipmaker Acme" at the head of a sentence, elsewhere "Acme": the descriptor is no part of the name
            names[tail].votes.update(name.votes)
            continue
        home = _home(name, groups)
        if home is None:
            groups.append([name])
        else:
            if _leads(home, "organization") and not _leads([name], "organization"):
                del name.votes["place"]  # spelled like a city, but here short for the company
            home.append(name)
    companies = {
        name.text
        for group in groups
        for name in group
        if sum(len(one.spans) for one in group) > 1 and _leads(group, "organization")
    }
    result: dict[str, Referent] = {}
    for group in sorted(groups, key=lambda group: min(min(name.spans) for name in group)):
        votes: Counter[EntityType] = Counter()
        for name in group:
            votes.update(name.votes)
        if not votes:
            continue
        kind = max(votes, key=lambda one: (votes[one], one == "organization"))
        if kind == "place" and find_place(group[0].text) is None and votes[kind] < 6:
            # the model's word alone makes no place
            del votes["place"]
            kind = max(votes, key=lambda one: (votes[one], one == "organization")) if votes else kind
        if kind == "person" and not any(
            (" " in name.text and not (name.proven >= 3 and _leads([name], "organization"))) or name.honoured for name in group
        ):
            # news gives a person's full name once; a single word that the model calls a person is a trade name
            kind = "organization"
            votes[kind] += votes["person"]
        if kind == "person" and _first_word(group[0]) in companies:
            kind = "organization"
            votes[kind] += votes["person"]
        if kind != "organization" and any(_legal_end(name.text) and " " in name.text for name in group):
            # a legal form settles it, however often the model takes the short name for a person
            kind = "organization"
            votes[kind] += votes.total()
        if votes[kind] < 2:
            continue
        full = group[0].text
        if full.endswith(".") and any(name.text == full[:-1] for name in group):
            full = full[:-1]  # the dot is the sentence's
        referent = Referent(_display(full), kind, {name.text for name in group}, order=len(result))
        if kind == "place":
            place = find_place(full)
            if place is not None:
                referent.name, referent.place_type, referent.code = place.name, place.type, place.code
            else:
                referent.place_type = "region"
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


def _is_descriptor(word: str) -> bool:
    """True for a word that says what a company is: "Chipmaker", "German", "Stockholm-based"."""
    low = word.casefold()
    return low in terms("entity_descriptions") or low.endswith(("maker", "-based", "-listed", "-owned")) or find_place(word) is not None


def _first_word(name: _Name) -> str:
    return name.text.partition(" ")[0]


def _display(name: str) -> str:
    return re.sub(r"\s+", " ", _without_ticker(name)).strip()


def _home(name: _Name, groups: list[list[_Name]]) -> list[_Name] | None:
    """The group of a longer name that this one is a form of."""
    core = _core(name.text)
    words = core.split()
    if is_country_or_region(name.text) and find_place(name.text) is not None:
        return next((group for group in groups if _is_one_place(group[0].text, name.text)), None)
    acronym = core.replace("&", "") if _ACRONYM.fullmatch(name.text.replace(".", "")) else None
    for group in groups:
        longer = _core(group[0].text)
        other = longer.split()
        if core in (longer, longer + "s") or longer == core + "com":
            return group
        if (
            len(words) == len(other) == 1
            and 1 < len(core) < len(longer)
            and len(name.spans) <= 2
            and _leads(group, "organization")
            and (longer.startswith(core) and len(core) > 2 and len(longer) <= 2 * len(core) or longer.endswith(core))
        ):
            # a clipped form of the name, used as one
            return group
        if len(words) < len(other):
            if other[-len(words) :] == words and name.proven < 3 and _leads(group, "person"):
                return group
            if (
                other[: len(words)] == words
                and not _leads(group, "person")
                and not (_leads([name], "place") and _is_known_place(name, group))
                and _is_fuller(group[0], name)
            ):
                return group
        # a name in the middle of another, or its own acronym
        if acronym and len(other) >= 2 and acronym == _initials(longer) and not is_country_or_region(name.text):
            return group
    return None


_ACRONYM = re.compile(r"[A-Z][A-Za-z&]{1,5}")


@lru_cache(maxsize=4096)
def _initials(core: str) -> str:
    return "".join(word[0] for word in re.sub(r"\b(?:of|the|and|for)\b", " ", core).split())


def _is_one_place(one: str, other: str) -> bool:
    """True for two names of one place: "US" and "United States"."""
    first, second = find_place(one), find_place(other)
    if first is None or second is None:
        return False
    return first == second or first.code is not None and (first.type, first.code) == (second.type, second.code)


def _is_known_place(name: _Name, group: list[_Name]) -> bool:
    """True if the short name is a place in this article too, not merely spelled like a city: "Meridian" of Meridian Bancorp."""
    if find_place(name.text) is None:
        return False
    return is_country_or_region(name.text) or name.located > 0 or not _leads(group, "organization")


def _is_fuller(longer: _Name, shorter: _Name) -> bool:
    """True if the longer name is the full form: it ends in a legal form or trade, or comes first in the text."""
    words = longer.text.split()
    if _is_unit(_core(longer.text).split(), _core(shorter.text).split()):
        return False
    trade = words[-1].casefold() in terms("entity_suffixes")
    # a name that the text has used twice by then is whole: "Acme", not short for "Acme Systems", a part of it
    known = sum(start < min(longer.spans)[0] for start, _ in shorter.spans) > 1
    legal = _legal_end(longer.text) and words[-1] not in ("Group", "Holdings")
    return legal or trade and not known or min(longer.spans) <= min(shorter.spans)


def _is_unit(longer: list[str], shorter: list[str]) -> bool:
    """True if the longer name is a regional unit of the shorter ("Acme China"): an organisation of its own."""
    rest = " ".join(longer[len(shorter) :])
    place = find_place(rest) if is_country_or_region(rest) else None
    # "Acme American" is no unit of Acme: an adjective is part of the name
    return place is not None and (len(rest) < 5 or place.name.casefold() == rest) or bool(re.search(r"\d", rest))


def _leads(group: list[_Name], kind: EntityType) -> bool:
    votes: Counter[EntityType] = Counter()
    for name in group:
        votes.update(name.votes)
    return bool(votes) and max(votes, key=lambda one: (votes[one], one == "organization")) == kind


_GROUP = re.compile(
    r"(?<![\w-])(?:(?:Western|Eastern|European|Asian|African|Nordic|Gulf|Baltic|Arab|[Dd]eveloping|[Dd]eveloped|[Ee]merging)"
    r" (?:countries|markets|economies|nations))(?!\w)"
)
_DIRECTION = re.compile(r"(?<![\w-])(?:(?:north|south|east|west|central)(?:ern)?|(?:north|south)[- ]?(?:east|west)(?:ern)?)\s$")


def _occurrences(text: str, referents: dict[str, Referent]) -> list[EntityMention]:
    """Every occurrence of every known name, the longest first where they overlap, and of groups of countries."""
    groups: dict[str, Referent] = {}
    mentions = []
    for match in _GROUP.finditer(text):
        referent = groups.setdefault(match.group(), Referent(match.group(), "place", {match.group()}, "group", None, len(referents) + len(groups)))
        mentions.append(EntityMention(match.start(), match.end(), match.group(), referent))
    taken = {position for one in mentions for position in range(one.start, one.end)}
    mentions += [one for one in _named(text, referents) if one.start not in taken]
    return sorted(mentions, key=lambda one: one.start)


def _named(text: str, referents: dict[str, Referent]) -> list[EntityMention]:
    if not referents:
        return []
    parts: dict[str, Referent] = {}
    pattern = re.compile(r"(?<![\w@])(?:" + any_of(referents).replace(r"[\s-]", r"\s") + r")(?![\w]|\.com)")
    mentions = []
    for match in pattern.finditer(text):
        surface = match.group()
        referent = referents.get(surface) or referents.get(re.sub(r"\s+", " ", surface))
        if referent is None:
            continue
        direction = _DIRECTION.search(text[max(0, match.start() - 16) : match.start()]) if referent.type == "place" else None
        if direction and surface == referent.name:
            # "southern Borduria" is a place of its own
            name = direction.group() + surface
            part = parts.setdefault(name, Referent(name, "place", {name}, "region", referent.code, len(referents) + len(parts)))
            mentions.append(EntityMention(match.start() - len(direction.group()), match.end(), name, part))
            continue
        mentions.append(
            EntityMention(
                match.start(), match.end(), surface, referent, "name" if surface == referent.name else "alias"
            )
        )
    return mentions
