"""Where names may stand in a text: runs of capitalised words and what the model labels, without what is no part of a name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from extractor.late import late
from extractor.lexicon import keyed, terms
from extractor.mending import ACTS, opens_line
from extractor.mentions.counted import lemma
from extractor.mentions.name_joined import joined
from extractor.mentions.name_votes import (
    EVENT,
    HOUSE_OF,
    ORG_AFTER,
    PARTS,
    PEOPLE,
    PORTFOLIOS,
    PRODUCT_AFTER,
    ROLE,
    WATCHER,
    apposition,
    company_verb,
    is_placed,
)
from extractor.mentions.places import find_place, is_country_or_region
from extractor.record import EntityType
from extractor.tokens import Doc

_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w&.'+/-]*|[a-z]{1,5}[A-Z][\w-]*|[a-z]{1,2}\d[a-z]{3,}|\d+[A-Z][\w-]*|\d{1,2}-[A-Z][a-z]+(?![\w-])|2[01](?:st|th) Century(?= [A-Z]))"
# "National Institute for Oceans": what such bodies are for is part of their name
_FOR = "(?:" + "|".join(f"(?<={noun} )" for noun in ("Institute", "Center", "Centre", "Council", "Foundation", "Alliance", "Campaign", "Coalition", "Commission", "Association", "Society", "Office", "Agency")) + ")for"
_JOINER = rf"(?:{_FOR}(?: the)?|of(?: the)?|de|del|della|di|da|do|das|dos|du|la|le|y|van|von|der|den|bin|al|&|\+)"
# "Roe, Doe & Co."
_LISTED_PARTNERS = r", (?=(?:[A-Z][\w'-]+, ){0,3}[A-Z][\w'-]+ (?:&|and) (?:Co|Company|Sons|Daughters|Partners|Associates|Bros|Brothers|Cie)\b)"
_NAME = re.compile(
    rf"(?<![\w@/#.-]){_WORD}(?:(?:[ -]?(?:{_JOINER} (?:(?:der|den|la|las|los) )?)?(?: ?\((?=[A-Z]\w+\)))?(?<=[ -(])|{_LISTED_PARTNERS}|, (?=(?:Inc|Ltd|LLC|LLP|Corp|PLC)\b)){_WORD}\)?)*"
)
# characters of a run of capitalised words; a longer one is a heading or noise, no name
_LONGEST = 200
_POSSESSIVE = re.compile(r"'s?$")
_LABELS: dict[str, EntityType] = {
    "ORG": "organization", "PERSON": "person", "GPE": "place", "LOC": "place", "NORP": "place", "PRODUCT": "product",
}  # fmt: skip


_CAPITALS = r"[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}"
# houses called after several partners, where one house must stand: "an analyst at Roe and Doe", "analyst Ann Lee of Roe, Doe and Poe Inc"
_PARTNERS = re.compile(
    rf"\b(?i:{WATCHER})(?: [A-Z][\w'-]+ (?:[A-Z]\. )?[A-Z][\w'-]+,?)? (?:at|with|of|for|from) (?P<name>{_CAPITALS}(?:, {_CAPITALS})*,? and {_CAPITALS}\.?)(?![\w'])"
)
# "Acme Media Design and Research analyst Ann Lee"
_TRADES_JOINED = re.compile(rf"(?<![\w.-])(?P<name>(?:[A-Z][\w'-]+ ){{1,4}}and (?P<last>[A-Z][\w'-]+)) (?:[a-z]+ ){{0,2}}{WATCHER} (?=[A-Z][\w'-]+ [A-Z])")


_WATCHERS = ("analyst", "economist", "strategist", "researcher", "trader", "broker", " manager")


def _houses(text: str, start: int) -> Iterable[tuple[int, int]]:
    """Where the employers of analysts stand whose names are joined by "and"."""
    low = text.lower()
    if " and " not in low or not any(watcher in low for watcher in _WATCHERS):
        return
    for match in _PARTNERS.finditer(text, start):
        end = match.end() if _DOTTED.search(match["name"]) else match.start("name") + len(match["name"].rstrip("."))
        yield match.start("name"), end
    for match in _TRADES_JOINED.finditer(text, start):
        if match["last"].casefold() in terms("entity_suffixes"):
            yield match.span("name")


_COMMA_IN_LIST = re.compile(r", (?!Inc|Ltd|LLC|L\.P)")
_OFFICE_BETWEEN = re.compile(r" (?:CEO|CFO|COO|CTO) (?=[A-Z])")


def candidates(doc: Doc, text: str, title_end: int, subjects: set[int]) -> Iterable[tuple[int, int, EntityType | None]]:
    """Start, end and the model's label of what may be names, None where the model says nothing; `subjects` are of `subjects_of`."""
    starts = {first for first, _ in doc.sentence_spans}
    title_cased = _is_title_cased(text[:title_end])
    seen: list[tuple[int, int]] = []
    together = joined(text, title_end)
    for first, last in _capitalised(doc, text):
        if first < title_end or any(start < last and first < end for start, end in together):
            continue
        opens = first in starts or text[first - 1 : first] == '"'
        if EVENT.search(text, first, last) or opens and _is_ordinary(text, first, last, doc.token(first).tag_):
            continue
        if opens and (act := _ACT.match(text, first, last)) and opens_line(text, first):
            first = act.end()
        elif opens and doc.token(first).tag_ in _VERBAL:
            first = _after_verb(text, first, last)
        start, end = _trimmed(text, first, last, opens and first not in subjects)
        if numbered := _NUMBERED.match(text, end) if text.endswith(_NUMBERED_GOODS, start, end) else None:
            end = numbered.end()  # "the Model 3", which is no Model S
        if end - start > 1:
            seen.append((start, end))
            yield start, end, None
            if (owner := _OWNER.match(text, end, last)) and (_PART_NEXT.match(text, last) or _FORMAL.search(text, owner.end(), last)):
                start, end = _trimmed(text, owner.end(), last, False)
                if end - start > 1:
                    seen.append((start, end))
                    yield start, end, None  # "Acme's Globex unit", "Acme's Globex Motors Ltd"
    for start, end in _houses(text, title_end):
        yield start, end, None
    for start, end in together:
        yield start, end, "organization"
    for ent in doc.ents:
        called = text[ent.start : ent.end]
        label = _LABELS.get(ent.label)
        if label is None or any(start < ent.end and ent.start < end for start, end in together):
            continue
        if "," in called and _COMMA_IN_LIST.search(called) and (ent.start, ent.end) not in seen:
            continue  # a list of names, as headlines have them
        if office := _OFFICE_BETWEEN.search(called):
            # "Acme CEO Jane Roe" in a headline is two names
            yield ent.start, ent.start + office.start(), "organization"
            yield ent.start + office.end(), ent.end, "person"
            continue
        start, end = _trimmed(text, ent.start, ent.end, False)
        tail = _LOWER_TAIL.search(text, start, end)
        if tail and not re.search(rf"\b{re.escape(text[start:end])}\b(?! [a-z])", text):
            end = tail.start()  # "Geneva motor" show
        if start < title_end:
            cut = _as_in_body(text, start, end, title_end)
            if title_cased or cut[0] < cut[1]:
                start, end = cut  # "Acme China tie-up", of Acme in the body
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


_FORMAL = re.compile(r" (?:Inc|Corp|Co|Ltd|Limited|PLC|Plc|plc|AG|SA|SE|NV|AB|ASA|Oyj|GmbH|LLC|Bhd|Tbk|SpA|Corporation)\.?(?: \([A-Z]{2,6}\))?$")
_PART_NEXT = re.compile(rf" (?:[a-z]+ )?(?:{PARTS})\b")
# "Zeta One smartphones": the number is part of the name
_NUMBER_WORDS = frozenset({"One", "Two", "Three", "Four", "Five"})
_NUMBERED_GOODS = ("Model", "Series")
_NUMBERED = re.compile(r" \d{1,2}(?![\w.,]*\d|[\w%]| per)")


# at the head of a line, as releases list what they have done: "Acquired Globex for $3m."
_ACT = re.compile("(?:" + "|".join(sorted(verb.title() for verb in ACTS | {"announced", "entered", "received"})) + ") (?=[A-Z])")


def subjects_of(doc: Doc) -> set[int]:
    """Where the words stand that are names by their tag and place in the sentence."""
    words = (one for one in doc.tokens if one.tag_ in ("NNP", "NNPS") and one.dep_ in ("nsubj", "nsubjpass", "poss"))
    return {word.idx for word in words if word.lower_ not in terms("entity_not_names") and len(word) > 2}


_VERBAL = ("VBG", "VBN", "VBD", "VB", "VBP", "VBZ")


def _after_verb(text: str, start: int, end: int) -> int:
    """Where the name begins in a sentence that opens with a verb: "Joining Acme as head of sales is"; Acme is named elsewhere without it."""
    verb, _, rest = text[start:end].partition(" ")
    name = rest.partition(" ")[0].removesuffix("'s")
    apart = len(name) > 2 and text.count(name) > text.count(f"{verb} {name}")
    return start + len(verb) + 1 if apart else start


_MEASURED = re.compile(r" (?:sales|registrations|shipments|deliveries|volumes?|exports|output|production|prices|profits?|shares)\b")


_ORDINARY = frozenset("NN NNS JJ JJR JJS RB RBR VB VBD VBG VBN VBP VBZ IN CC DT PRP MD WRB".split())


def _is_ordinary(text: str, start: int, end: int, tag: str) -> bool:
    """True for a run of capitals that the tagger takes for a word capitalised for its place: "Fares fell", "Car sales rose".

    It is a name after all if it stands inside a sentence too, holds more capitals, or is said to be a company; and the
    tagger takes names that it does not know for nouns in the singular.
    """
    surface = text[start:end]
    if tag not in _ORDINARY or _recurs(text, surface.removesuffix("'s")):
        return False
    if tag in ("NN", "NNS") and _MEASURED.match(text, end) and not (surface.isupper() and text.startswith(" shares", end)):
        return True
    if tag == "NN" or find_place(surface) is not None:
        return False  # "Danish", an adjective
    said_so = _has_officer(text, surface, end) or apposition().match(text, end, end + 120) or is_placed(text, end)
    return surface.isalpha() and surface[1:].islower() and not said_so


# what has managers and owners of its own: "Shop manager Jane Roe"
_HOUSES = frozenset("bar cafe café centre center cinema club course crew estate farm gallery garage gym hotel kitchen museum pub ranch resort restaurant shop site store studio team theatre theater venue".split())


def _has_officer(text: str, surface: str, end: int) -> bool:
    """True for the house of "Acme chief executive Jane Roe"; "Senior independent director Jane Roe" has none."""
    common = surface.casefold() in terms("office_modifiers") | terms("institutions") | terms("entity_descriptions") | _HOUSES
    return not common and HOUSE_OF.match(text, end, end + 100) is not None


_LOWER_TAIL = re.compile(r"(?: [a-z][a-z-]+)+$")


def _is_title_cased(title: str) -> bool:
    """True for a title that capitalises verbs and nouns too: there a run of capitals is no name."""
    words = re.findall(r"[A-Za-z]{4,}", title)
    return len(words) > 3 and sum(word[0].isupper() for word in words) > 0.75 * len(words)


def _as_in_body(text: str, start: int, end: int, title_end: int) -> tuple[int, int]:
    """The longest part of a title's name that the body has too: "Acme Loses More Customers" names Acme."""
    words = [(start + word.start(), start + word.end()) for word in re.finditer(r"\S+", text[start:end])]
    body = text[title_end:]
    for length in range(len(words), 0, -1):
        for first in range(len(words) - length + 1):
            one, other = words[first][0], words[first + length - 1][1]
            if text[one:other] in body and re.search(r"(?<!\w)" + re.escape(text[one:other]) + r"(?!\w)", body):
                return one, other
    return start, start


_OFFICE = re.compile(
    r"(?:\b(?:Global|Group|Senior|Executive|Deputy|Managing|Chief|Vice|General|Finance|Sales|Marketing"
    r"|Operating|Financial|Technology|President|Chairman"
    r"|Chairwoman|Director(?:[- ]General)?|Officer|CEO|CFO|COO|CTO|Minister|Prime|Analyst|Founder|Co-founder|Head|Secretary"
    r"|Governor|Spokesman|Spokeswoman|Chairperson|Owner|Co-owner)\b(?:,? \(?(?:(?:of|for) (?:the )?)?" + PORTFOLIOS + r"\)?,?(?= [A-Z][\w'-]+ (?:[A-Z]\. )?[A-Z]))?\s?"
    # offices of state, before a name in full: "Justice" begins the names of departments too
    r"|\b(?:(?:Gov|Sen|Rep|Dr|Prof|Rev|Lt|Col|Sgt|Capt|Maj|Adm|Det|Gen|Msgr)\.|(?:Gen|Col|Capt|Lt Gen|Lt Col|Maj Gen|Sgt)(?= [A-Z][a-z])|Attorney General|(?:Ambassador|Attorney|Chair|Chancellor|Commissioner|Comptroller"
    r"|Congressman|Congresswoman|Judge|Justice|Mayor|Premier|Senator|Sheriff|Superintendent|Treasurer)(?= [A-Z][\w'-]+ (?:[A-Z]\. )?[A-Z]))\s)+"
)
# "Director Sales, | Marketing and Service Jane Roe"
_OVER_LAST = late(rf"{PORTFOLIOS} (?=[A-Z][a-z'-]+ (?:[A-Z]\. )?[A-Z])")
# what an office of state is over, capitalised before it: no name of its own
_PORTFOLIO = re.compile(
    r"(?P<of>.*?)\b(?:(?:State|Federal|National|Deputy|Assistant|District|County|City|Police|Fire|Interior|Finance|Trade|Labou?r|Health|Energy|Education|Transport(?:ation)?|Agriculture"
    r"|Justice|Defen[cs]e|Economy|Environment|Industry|Commerce|Insurance|Housing|Tourism|Science|Water|Public|Social|Works|Affairs|Services|Security|Planning|Competition|and|&) )+$"
)
_STATE_OFFICE = re.compile(r"\b(?:Minister|Secretary|Commissioner|Attorney General|Superintendent|Treasurer|Judge)\b")


def _capitalised(doc: Doc, text: str) -> Iterable[tuple[int, int]]:
    """Runs of capitalised words inside one sentence, cut at offices: "Acme Chief Executive Jane Roe" is two names."""
    for first, last in doc.sentence_spans:
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
                held = office.start()
                if held > position and _STATE_OFFICE.search(office.group()) and (over := _PORTFOLIO.fullmatch(text, position, held)):
                    held = over.end("of")
                if held > position:
                    yield position, held
                position = office.end()
            if position < match.end():
                yield from _split(text, position, match.end())


_INSTITUTION = re.compile(
    r"\b(?:Bank|University|Institute|Ministry|Department|Board|Chamber|Association|Bureau|House|Federation"
    r"|College|School"
    r"|Council|Court|Church|City|Bay|Gulf|Cape|Isle|Republic|Kingdom|States?|Office|Society|Union|Commission|Agency"
    r"|Academy|Center|Centre|Hospital|Museum|Port|Bill|Rate|Authority|Administration|Committee|Exchange|Foundation|Organi[sz]ation)$"
)


_PARTING = re.compile(
    r"(-(?:based|listed|owned|backed|born|led|controlled|headed|owner|maker|parent)) |('s|(?<=s)') (?=[A-Z])|(?<=\bInc)\. (?=[A-Z])|(?<=\bCorp)\. (?=[A-Z])"
    r"|(?<=\bLtd)\. (?=[A-Z])|(?<=\([A-Z]{3}\)) (?=[A-Z])|(?<=\([A-Z]{4}\)) (?=[A-Z])| of (?:the )?"
)
# "the Acme-Globex merger": two names, where the text has both
_PAIR = re.compile(r"(?:The )?([A-Z][\w&. ']*?)-([A-Z][\w&. ']*)")
_PAIRED = re.compile(r" (?:[a-z]+ )?(?:merger|deal|tie-?up|takeover|acquisition|combination|alliance|partnership|transaction|talks)\b")


def _split(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """The names in a run: "Mumbai-based Acme" and "Jane Roe of Acme" are two each, "Bank of Borealis" is one."""
    if "-" in text[start:end] and (pair := _PAIR.fullmatch(text, start, end)) and _PAIRED.match(text, end, end + 40) and all(
        _recurs(text, one) for one in pair.groups()
    ):  # fmt: skip
        yield pair.span(1)
        yield pair.start(2), end
        return
    for match in _PARTING.finditer(text[start:end]):
        if _IN_NAME.match(text, start + match.start()) or match.group(2) and _names_its_goods(text, start + match.end(), end):
            continue
        left = text[start : start + match.start()]
        foreign = find_place(text[start + match.end() : end]) is not None
        if (
            match.group(1)
            or match.group(2)
            and (
                " " in (rest := text[start + match.end() : end]) or find_place(left.rpartition(" ")[2]) is not None
                or len(rest) > 2 and rest.casefold() not in terms("entity_not_names")  # "Acme's Zeta": two names
            )
            or match.group().startswith(".")
            or match.group() == " "
            or (match.group().startswith(" of") and (" " in left or foreign) and not _INSTITUTION.search(left))
        ):
            yield start, start + match.start()
            yield from _split(text, start + match.end(), end)
            return
    yield start, end


_HYPHENED = re.compile(r"(?<!\bCo)-[a-z]+$")  # but "Acme Co-operative"
# "Choi Min-soo", "Tsai Ing-wen": given names of two syllables, no "Acme Foods-led"
_TWO_SYLLABLES = re.compile(
    r"[A-Z][a-z]+ [A-Z][a-z]{1,5}-(?!(?:led|run|born|made|era|wide|like|free|only|owned|based|built|bound|size|style|type|plus|class|level|brand|held|ruled|ready|style|backed|listed|linked|driven|funded|traded|parent|rooted|themed|heavy|maker|owner)$)[a-z]{1,6}"
)
_DOTTED = re.compile(r"(?:^|[ .])(?:Inc|Corp|Co|Ltd|Bros|[A-Z])\.$")
_LISTED = re.compile(r" [A-Z0-9]{2,6}\.[A-Z]{1,3}$")
_DATELINE = re.compile(r"([A-Z]{4,}) (?=[A-Z][a-z])")
_OWNER = re.compile(r"'s? ")
# a possessive that is part of a name: "Roe's Inc.", "Rice Shippers' Forum", "Women's Bank"
_IN_NAME = re.compile(
    r"'s (?=(?:Inc|Corp|Cos?|Ltd|Limited|PLC|Plc|LLC)\b)"
    r"|'s (?=of [A-Z]|(?:[A-Z][a-z]+ )?(?:Bakery|Barbecue|Bistro|Books|Brewery|Burgers|Cafe|Café|Candles|Dairy|Deli|Diner|Farms?|Furniture|Grille?|Hardware|Kitchen|Orchards?|Pharmacy|Pizza|Pizzeria"
    r"|Pub|Restaurants?|Seafood|Steakhouse|Tavern|Winery)\b)"
    r"|'s (?=[A-Z][\w&-]+(?: [A-Z][\w&-]+)?, (?:Inc|LLC|Ltd)\b)"
    r"|(?:(?<=\bWomen)|(?<=\bMen)|(?<=\bChildren)|(?<=\bPeople))'s (?=[A-Z])"
    r"|(?:(?<=[a-z]s)'|(?<=(?:W|w)omen)'s|(?<=Children)'s|(?<=People)'s) (?=(?:[A-Z][a-z]+ ){0,2}"
    r"(?:Union|Association|Federation|Forum|Council|Institute|Society|Guild|League|Party|Bank|Fund|Plan|Club|Exchange|Cooperative)\b)"
)
# "Acme's wholly-owned shops closed": the first word of a text, and nothing else names it
_OPENING_OWNER = re.compile(r"'s (?:[a-z][\w-]* ){1,4}[a-z]")
_ASIDE = re.compile(r", [^,.\n]{2,60}?,(?= [a-z])")
_CONTRACTION = re.compile(r"(?:I|We|You|They|He|She|It|That|There|What|Who|Let|Here)'(?:ve|m|re|d|ll|s)|[A-Z][a-z]+n't")
_PEOPLE = re.compile(rf"{PEOPLE} (?=[A-Z][\w'-]+ [A-Z])")
# "Coach Jane Roe", where a given name follows: there are companies called Coach
_CALLED = re.compile(
    r"(?:Activist|Actor|Actress|Artist|Author|Biologist|Bishop|Captain|Chef|Coach|Curator|Detective|Farmer|Goalkeeper|Imam|Inspector|Lieutenant|Midfielder|Officer|Pitcher|Poet|Professor"
    r"|Quarterback|Rabbi|Sergeant|Singer|Striker|Teacher|Winger|Writer) (?P<first>[A-Z][\w'-]+) [A-Z]"
)
# "Billionaire Roe": a family name alone, of whom the article names in full
_PEOPLE_ALONE = re.compile(r"(?:Activist|Banker|Billionaire|Business(?:man|woman)|Entrepreneur|Financier|Investor|Magnate|Tycoon) (?P<name>[A-Z][\w'-]+)$")
_FORMER = re.compile(r"(?:Former|Ex-) ?(?=[A-Z])")
_HONOUR = re.compile(r"(?:Datuk|Dato'?|Datin|Tan Sri|Tun|Shri|Smt|Alhaji|Engr?|Otunba|Hon|Rev|Dr|Prof)\.? (?=[A-Z])|(?:Captain|Professor) (?=[A-Z][\w'-]+ [A-Z])")
_TITLE_NEXT = re.compile(rf"\s{ROLE}\b")
_CODE = re.compile(r"[A-Z]{3}")
_COUNT_NEXT = re.compile(r"\s?\d")
_SIGNS = ("$", "£", "€", "¥")
_FIRST_WORD = re.compile(r"([\w.'-]+) ?")
_LAST_WORD = re.compile(r" ([\w.-]+)$")
_TITLE = re.compile(ROLE, re.IGNORECASE)
_RANKS = frozenset({"senior", "deputy", "managing", "associate", "assistant", "general"})
_TITLE_WORD = re.compile(r"CEO|CFO|COO|CTO|CMO|CIO|[ES]?VP|Chief|President|Chairman|Executive|Vice|Global|Director")
_PERIOD_CODE = re.compile(r"Q[1-4]|H[12]|FY\d*|\d+(?:[KMGT]B|[MG]Hz|MP)?")
_TIME_ZONE = re.compile(r"(?:Pacific|Mountain|Central|Eastern|Atlantic|Greenwich|British|Central European|Indian|Japan|China|Gulf) (?:Standard|Daylight|Mean|Summer)(?: Time)?")
_CAPITAL = re.compile(r"[A-Z]")
# "Rs742m", "N96.7bn", "R48.60": a short mark glued to an amount, but not "A320" and "V50"
_MONEY = re.compile(
    r"(?:Dhs?|Rs|RM|K[Ss]h|[UT]?Shs?|SR|KD|QR|BD|HK|NT|US|AED|SAR|EUR|GBP|USD)\.?\$?\d[\d.,]*(?:mn?|bn|tn|k|cr)?"
    r"|[A-Z][a-zA-Z]{0,2}\d{1,3}(?:(?:,\d{3})+(?:\.\d+)?(?:mn?|bn|tn)?|\.\d+(?:mn?|bn|tn)?|(?:mn?|bn|tn))"
)
_MONEY_MARK = re.compile(r"(?:Rs|Re|RM|Tk|Rp|S?Fr|RMB|NIS|Dhs?|[UTK]?Shs?|K[Ss]hs?|[SND]Kr)\.?")
_AMOUNT_NEXT = re.compile(r"\.?\s?\d")
# "US $3", "A$ 3", "$3 US dollars"
_CURRENCY = re.compile(r"(?:US|A|AU|C|CA|NZ|HK|NT|S|R)|U\.S\.?")
_SIGN_NEXT = re.compile(r" ?\$| dollars?\b")
_OUTLETS = re.compile(r" (?:Stores|Shops)$")
_SOME_BEFORE = re.compile(r"\b(?:several|some|many|most|all|its|few|two|three|\d) $")


def is_currency(text: str, start: int, end: int) -> bool:
    """True for a name that tells whose money an amount is in: "US $3", "$3 US dollars"."""
    return _CURRENCY.fullmatch(text, start, end) is not None and _SIGN_NEXT.match(text, end) is not None


_TICKER_INSIDE = re.compile(r"\([A-Z][A-Z.:]{0,9}\)(?= [A-Z])")


@lru_cache(maxsize=1024)
def _trimmed(text: str, start: int, end: int, opens_sentence: bool) -> tuple[int, int]:
    """A candidate without possessive, titles, and words that are capitalised for other reasons."""
    surface, first_start = text[start:end], start
    owned, hyphened = "'" in surface, "-" in surface
    surface = surface.rstrip()
    if owned:
        surface = _POSSESSIVE.sub("", surface)
    if hyphened and not _TWO_SYLLABLES.fullmatch(surface):
        surface = _HYPHENED.sub("", surface)
    if surface.endswith(")") and "(" not in surface:
        surface = surface[:-1]  # "(founder: Jane Roe)"
    dotted = surface.endswith(".") and _DOTTED.search(surface)
    surface = surface.rstrip("-/&. ") + ("." if dotted else "")
    end = start + len(surface)
    if "." in surface and (listed := _LISTED.search(text, start, end)):
        end = listed.start()  # "Acme ACM.L"
        surface = text[start:end]
    if "(" in surface and (ticker := _TICKER_INSIDE.search(text, start, end)):
        end = ticker.end()  # "Globex Corp. (GLX) Acme's": two companies
        surface = text[start:end]
    if (placed := _DATELINE.match(text, start, end)) and text[start - 1 : start] in ("", "\n") and find_place(placed[1]) is not None:
        start = placed.end()  # "OSLO Norway's Acme"
        surface = text[start:end]
    possessive = owned and next((one for one in _OWNER.finditer(text, start, end) if not _IN_NAME.match(text, one.start())), None)
    if possessive and not _names_its_goods(text, possessive.end(), end):
        # "Acme's Widget": two names; the rest is found as its own candidate by the model, or not at all
        end = possessive.start()
    former = _FORMER.match(text, start, end)
    if former:
        start = former.end()
    if honour := _HONOUR.match(text, start, end):
        start = honour.end()
    if (called := _CALLED.match(text, start, end)) and called["first"].casefold() in keyed("given_names"):
        start = called.start("first")
    if (over := _OVER_LAST.match(text, start, end)) and _OFFICE.search(text, max(0, start - 60), start):
        start = over.end()
    if people := _PEOPLE.match(text, start, end):
        start = people.end()
    elif (alone := _PEOPLE_ALONE.match(text, start, end)) and _recurs(text, alone["name"]):
        start = alone.start("name")
    if owned and _CONTRACTION.fullmatch(text, start, end) or _is_people_of_country(text[start:end]):
        return start, start
    if _MONEY.fullmatch(text, start, end) or _MONEY_MARK.fullmatch(text, start, end) and _AMOUNT_NEXT.match(text, end):
        return start, start
    if outlets := _OUTLETS.search(text, start, end):
        if _SOME_BEFORE.search(text, max(0, start - 12), start):
            end = outlets.start()  # "several Acme Stores"
    elif is_currency(text, start, end):
        return start, start
    dull = terms("entity_not_names")
    if (
        opens_sentence and " " not in text[start:end] and _TITLE_NEXT.match(text, end, end + 40)
        and not _recurs(text, text[start:end]) and not _has_officer(text, text[start:end], end) and f"({text[start:end]})" not in text
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
        if opens_sentence and not single and not text.startswith("of ", first.end()) and (
            word in terms("entity_descriptions") or word in ("rival", "rivals", "parent") or _is_said_of(text, start, first.end(), end)
        ):
            start = first.end()
            continue
        if (
            word in dull
            or word in ("chief", "executive", "vice", "global")
            or (not single and (_TITLE.fullmatch(first.group(1)) or word in _RANKS and _TITLE.match(text, first.end(), end)))
        ) and not _begins_name(text, start, end):
            start = first.end()
            continue
        break
    if (described := _DESCRIBED.match(text, start, end)) and (described["kind"] in _HANGERS_ON or described["kind"] in terms("entity_descriptions")):
        start = described.end()
    last = _LAST_WORD.search(text, start, end)
    if last and last.group(1).casefold() in terms("entity_suffixes") and find_place(text[start : last.start()]) is None:
        last = None  # "Acme Asset Management", "Globex Retail", but not the segment "U.S. Retail"
    while (
        last
        and last.group(1) != "Global"
        and not (last.group(1) == "AI" and not _AI_GOODS.match(text, end))  # "Acme AI", but not "Acme AI chips"
        and not (last.group(1) in _NUMBER_WORDS and PRODUCT_AFTER.match(text, end))
        and not (last.group(1) == "Government" and _GOVERNMENT.fullmatch(text, start, end))
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
        or surface.casefold() in terms("entity_not_alone") and not _is_short(text, surface, end)
        or text[start - 1 : start] in ("$", "£", "€")
        or surface.casefold().rstrip(".,") in terms("entity_suffixes")
        or not _CAPITAL.search(surface)
        or _PERIOD_CODE.fullmatch(surface)
        or _TIME_ZONE.fullmatch(surface)
    ):
        return start, start
    if text.startswith(" plc", end) and not text[end + 4 : end + 5].isalnum():
        return start, end + 4
    # a capitalised ordinary word at the start of a sentence is no name unless it recurs inside one
    if opens_sentence and start == first_start and " " not in surface and not re.search(r"[A-Z].*[A-Z]|\d", surface):
        recurs = _recurs(text, surface)
        aside = _ASIDE.match(text, end, end + 70)
        company = (
            _OPENING_OWNER.match(text, end) or ORG_AFTER.match(text, end) or _has_officer(text, surface, end) or company_verb(text, aside.end() if aside else end)
            or apposition().match(text, end, end + 120)
        )  # fmt: skip
        if not recurs and (not company or re.search(rf"(?<![\w-]){re.escape(surface.lower())}s?(?![\w-])", text)):
            return start, start  # "Shoe sales rose", where shoes are spoken of
    return start, end


_OF_SEVERAL = re.compile(r" (?:[a-z-]+ )?(?:affiliates|branches|companies|customers|directors|employees|executives|funds|mills|mines|officials|partners|plants|shops|stores|subsidiaries|units|workers)\b")
_COMPOUND = re.compile(r"[a-z]+-(?:[a-z]+ed|[a-z]+ing|[a-z]+est|born|led|run|held|hit)")
_HANGERS_ON = frozenset({"assembler", "builder", "provider", "adviser", "advisor", "brand", "investor", "owner", "partner", "peer", "shareholder", "supplier"})
_COUNTS = frozenset({"four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"})


# "Activist investor Acme Capital"
_DESCRIBED = re.compile(r"[A-Z][a-z-]+ (?:[a-z-]+ ){0,2}?(?P<kind>[a-z-]+) (?=[A-Z])")


def _is_said_of(text: str, start: int, rest: int, end: int) -> bool:
    """True for the first word of "Retailers Acme and Globex said", "Five Acme shops closed", where the rest is a name by itself."""
    word = text[start:rest].strip().casefold()
    if word in _COUNTS:
        several = " " in text[rest:end] and _OF_SEVERAL.match(text, end) is not None
        return several or text.count(text[rest:end]) > text.count(text[start:end])
    if _COMPOUND.fullmatch(word):
        return True  # "Second-placed Acme", "Loss-making Globex"
    kind = lemma(word) if word.endswith("s") else word
    return (kind in _HANGERS_ON or kind != word and kind in terms("entity_descriptions")) and not inside(text, text[start:end])


_ACTS = re.compile(r"'s\b|(?:, which)? (?:has|had|is|was|will|would|said|says|plans|expects|began|also|now|sold|bought|made|reported|announced)\b")


def _is_short(text: str, surface: str, end: int) -> bool:
    """True for an ordinary word that a longer name of the text begins with, where it acts as one: "Jet has 42 aircraft", of Jet Airways."""
    if not surface[0].isupper() or _ACTS.match(text, end) is None:
        return False
    at = text.find(surface + " ")
    while at >= 0:
        last = text[at + len(surface) + 1 :].split(None, 1)[:1]
        if last and last[0].rstrip(".,;:'\"").casefold() in terms("entity_suffixes") and last[0][0].isupper() and text[at - 1 : at] in ("", " ", "\n", '"'):
            return True
        at = text.find(surface + " ", at + 1)
    return False


def _is_people_of_country(surface: str) -> bool:
    """True for "Norwegians"."""
    place = find_place(surface[:-1]) if surface.endswith("s") and is_country_or_region(surface[:-1]) and find_place(surface) is None else None
    return place is not None and place.name != surface[:-1]


_GOVERNMENT = re.compile(r"(?:Federal|State|Central|National|Union|Coalition|Labor|Labour|Liberal|Conservative|Commonwealth) Government")

# ordinary words that names begin with too: "First Solar", "Global Payments", "The New Yorker"
_ORDINARY_FIRST = re.compile(
    r"(?:AI|New|First|Second|Third|Fourth|One|Two|Three|Global|Worldwide|Retail|Internet|Consumers|Net|Total|Consolidated|Sunday)"
    r" (?!Quarter|Half|Year|Month|Nine|Week)([A-Z][\w'&-]*)"
)
_SENTENCE_BREAK = re.compile(r"(?:^|[.!?:\n\"”“‘(•*–—-])[\s\"”“‘(]*$")


def _begins_name(text: str, start: int, end: int) -> bool:
    """True if an ordinary word is the first of a name: a place's, or capitalised where no sentence begins, here or elsewhere."""
    if _PLURAL_FIRST.fullmatch(text, start, end):
        return _is_always_whole(text, text[start:end])
    match = _ORDINARY_FIRST.match(text, start, end)
    if _COUNTING_FIRST.match(text, start, end) and not _PLURAL_NEXT.match(text, end):
        return _FORMAL.search(text, start, end) is not None or inside(text, text[start:end])
    if match is None or match[1].casefold() in terms("entity_not_names") or _TITLE.fullmatch(match[1]):
        return False
    if find_place(match[0]) is not None:
        return True
    before = text[max(0, start - 4) : start]
    if not _SENTENCE_BREAK.search(before):
        return not before.endswith("on ")  # "said on Sunday Acme would"
    last = text[start:end].rpartition(" ")[2].casefold()
    firm = match[0].startswith(("First ", "Global ", "Consolidated ")) and text.count(" ", start, end) > 1 and (last == "bank" or last in terms("entity_suffixes"))
    return firm or inside(text, text[start:end])


# "Three Rivers Steel Co.", but not "Three Acme Co. plants"
_COUNTING_FIRST = re.compile(r"(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten) [A-Z][\w'-]+ [A-Z]")
_PLURAL_NEXT = re.compile(r"\.? (?!(?:is|was|has|says|plans|expects|makes|sells|owns|employs|operates|reports|needs|wants|hopes)\b)[a-z]+s\b")
_AI_GOODS = re.compile(r"[ -](?:[a-z-]+ )?(?:accelerators?|agents?|apps?|assistants?|business|chatbots?|chips?|demand|features?|hardware|infrastructure|investments?|models?|pact|phones?|platforms?|plans?|push|race|search|servers?|services?|software|spending|startups?|strategy|systems?|technolog(?:y|ies)|tools?|unit)\b")
# "Shoppers Roe": whoever they are, no weekday, no rank
_PLURAL_FIRST = re.compile(r"(?![A-Z][a-z]+days\b|Analysts|Officials|Executives|Directors|Ministers|Shares|Sales)[A-Z][a-z]{2,}s [A-Z][\w'&-]+")


_ITS_WARES = re.compile(r"(?:[A-Z][a-z]+ )?(?P<ware>[A-Z][a-z]{3,})(?=,? (?:which|is|was|has|had|will|said|says|opened|plans|now|started|makes|sells)\b)")


def _names_its_goods(text: str, start: int, end: int) -> bool:
    """True for the second part of "Roe's Pasties, which was": a firm called after what it is told to make, in small letters, elsewhere."""
    wares = _ITS_WARES.match(text, start)
    return wares is not None and wares.end() == end and re.search(rf"(?<![\w-]){wares['ware'].lower()}(?![\w-])", text) is not None


def _is_always_whole(text: str, surface: str) -> bool:
    """True if two words stand together within sentences, and the second nowhere without the first."""
    last = surface.rpartition(" ")[2]
    return inside(text, surface) and text.count(surface) > 1 and text.count(surface) == text.count(" " + last)


@lru_cache(maxsize=4096)
def _recurs(text: str, surface: str) -> bool:
    """True if a word stands inside a sentence too, or before another name.

    By plain search: a pattern of its own for every word would take longer to compile than to run.
    """
    if inside(text, surface):
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


def inside(text: str, surface: str) -> bool:
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
