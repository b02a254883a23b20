"""Cues of measures: the words that say what a quantity measures ("net profit", "sold", "stores").

Found sentence by sentence from `lexicons/measures.tsv` and `measure_verbs.tsv`; what they do with the quantities
around them is the business of `measures`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from extractor.context import Stance
from extractor.late import late
from extractor.lexicon import Phrases, any_of, rows, terms, verb_forms
from extractor.reading import Sentence

# The noun after a measure or before "of" that says it is no fact: "revenue forecast", "a profit target of"
_STANCE_NOUNS: dict[str, Stance] = {
    "forecast": "expect", "forecasts": "expect", "guidance": "expect", "outlook": "expect", "estimate": "expect",
    "estimates": "expect", "expectation": "expect", "expectations": "expect", "consensus": "expect", "projection": "expect", "projections": "expect",
    "prediction": "expect", "predictions": "expect", "target": "goal", "targets": "goal", "goal": "goal", "objective": "goal",
    "ambition": "goal", "plan": "intent",
}  # fmt: skip
STANCE_WORDS = frozenset(_STANCE_NOUNS)
# a plan that is insurance or a pension is nothing planned
STANCE_NOUN = re.compile(
    r"\b(?=\w)(?<!drug )(?<!health )(?<!insurance )(?<!pension )(?<!savings )(?<!benefit )(?<!retirement )(?<!dental )(?<!data )("
    + "|".join(sorted(_STANCE_NOUNS)) + r")\b(?! (?:business|provider|sponsor|member|holder|participant)s?\b)",
    re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that names a measure. `predicate` "-" marks a measure that makes no claim (an interest rate).

    `sign`, where known, says that it tells a change, +1 for "hire", -1 for "let go", or a level, 0.
    """

    start: int
    end: int
    text: str
    predicate: str
    qualifier: str | None = None
    verb: bool = False
    stance: Stance | None = None
    sign: Literal[-1, 0, 1] | None = None


def measured_by(noun: str) -> str | None:
    """What a noun of the table measures: "units_sold" for "car sales"."""
    return _nouns()[1].get(_key(noun), (None, None))[0]


@cache
def _nouns() -> tuple[Phrases, dict[str, tuple[str, str | None]]]:
    table = {_key(row[0]): (row[1], row[2] if len(row) > 2 and row[2] else None) for row in rows("measures")}
    return Phrases((row[0] for row in rows("measures")), r"(?<![\w-])", r"(?!\w|-[a-z])"), table


_PLANNED = re.compile(r"(?<= )(?:plan(?=s?$)|budget$)")
_TARGET_PRICE = re.compile(r"(?<=price )(?:target|objective)|target(?= price)")


def _key(phrase: str) -> str:
    """A phrase as the table knows it: "Same-store-sales" is "same store sales"."""
    low = phrase.casefold()
    return low if low.isalpha() else _GAPS.sub(" ", low)


_GAPS = re.compile(r"[\s-]+")


@cache
def _verbs() -> dict[str, list[tuple[str, str]]]:
    """The measure verbs in each of their forms: the small model's lemmatiser makes "fin" of "fined"."""
    table: dict[str, list[tuple[str, str]]] = {}
    for lemma, predicate, takes in rows("measure_verbs"):
        verb, _, particle = lemma.partition(" ")
        for form in verb_forms(verb):
            table.setdefault(f"{form} {particle}".strip(), []).append((predicate, takes))
    return table


@cache
def _verb_starts() -> frozenset[str]:
    """The first words of the measure verbs, in all forms."""
    return frozenset(verb.partition(" ")[0] for verb in _verbs())


@cache
def change_words() -> dict[str, Literal[-1, 1]]:
    """Words of growth and fall with their sign."""
    table: dict[str, Literal[-1, 1]] = dict.fromkeys(terms("change_up"), 1)
    table.update(dict.fromkeys(terms("change_down"), -1))
    return table


@cache
def change_pattern() -> str:
    """A regular expression for any word of growth or fall."""
    return r"\b" + any_of(change_words()) + r"\b"


@cache
def change_regex(before: str, after: str) -> re.Pattern[str]:
    """A word of growth or fall, its first group, between two expressions. Compiled once: the words are many."""
    return late(f"{before}({change_pattern()}){after}", re.IGNORECASE, _may_change)


def _may_change(text: str) -> bool:
    return _changes().search(text) is not None


@cache
def _changes() -> Phrases:
    return Phrases(change_words())


def measure_of(noun: str) -> str | None:
    """The measure that counted things are ("stores" are sites, "subscribers" users); None for goods and the rest."""
    noun = "people" if noun == "person" else noun
    table = _nouns()[1]
    noun = _key(noun)
    found = table.get(noun) or table.get(noun + "s") or table.get(noun + "es") or table.get(noun[:-1] + "ies")
    return found[0] if found and found[0] in _COUNTED else None


# what a measure may modify and stay the measure: "sales growth", "profit forecast", "share price"
_MEASURED_BY = frozenset(
    {"growth", "increase", "rise", "fall", "decline", "drop", "gain", "jump", "figure", "figures", "number", "numbers", "total", "level",
     "target", "targets", "forecast", "forecasts", "guidance", "outlook", "estimate", "estimates", "goal", "margin", "margins", "price",
     "prices", "volume", "volumes", "share", "shares", "attributable", "report", "improvement", "size", "climb", "slide", "slump", "surge", "plunge", "dip", "leap", "slip", "tumble", "shrink", "soar", "rebound", "value", "worth", "backlog", "book", "intake", "cuts", "per", "beat", "beats", "miss"}
)  # fmt: skip


# "profit before goodwill amortisation and integration costs"
_BEFORE_COSTS = re.compile(r"\b(?:profits?|earnings|income|loss(?:es)?|results?) (?:[a-z]+ )?(?:before|excluding|after|net of) (?:[\w&-]+(?:, and |, | and | or | )){0,6}$")
_HOUSES = frozenset({"arm", "bank", "banks", "business", "businesses", "division", "group", "operation", "operations", "segment", "unit"})


def _modifies(sentence: Sentence, end: int) -> bool:
    """True if the word before `end` only modifies the noun after it: "sales channels", "profit warning"."""
    token = sentence.token(end - 1)
    head = token.head
    if token.i + 1 < sentence.span.end and token.nbor().lower_ in _HOUSES and token.lower_ in ("investment", "investments"):
        return True  # "its insurance and investments business"
    return bool(
        token.dep_ == "compound" and head.i == token.i + 1 and head.pos_ == "NOUN" and head.lower_ not in _MEASURED_BY
        and head.lower_ not in _nouns()[1]
    )  # fmt: skip


# "customers' spending fell": not how many they are
_POSSESSES = re.compile(r"(?:'s|(?<=s)') [a-z]")
_ALSO_VERBS = frozenset({"bid", "cost", "costs", "fine", "fines", "offer", "order", "orders", "price", "prices", "stock", "stores",
                         "posts", "tax", "taxes", "share", "shares", "yield", "plants", "outlets", "charges", "charge"})  # fmt: skip
_COUNTED = frozenset({"users", "employees", "jobs", "sites", "orders", "capacity"})


_COSTS = frozenset({"cost", "costs"})
_FLOATED = re.compile(r"\bIPO\b|\bpublic (?:issue|offer)|\blisting\b|\b[Ss]hares\b")
_INITIALS = frozenset({"pat", "pbt"})
_METALS = frozenset({"gold", "crude", "brent"})
_SO_MUCH_OF = re.compile(r"\b(?:ounces|barrels|tonnes|tons|kilos|grams|pounds) of $")
# "income from its services": what it takes, not what is left of it
_EARNED_FROM = re.compile(r" from (?!(?:continuing|ordinary|discontinued|core|normal) |operat|associate|equity|invest)")
_MULTIPLE = re.compile(r"\b(?:times|x) (?:its )?(?:\w+ )?$")
_TAXED = frozenset({"tax", "taxes"})
_BEFORE_TAX = re.compile(r" (before|after) (?:interest and )?")


def _follows_sum(sentence: Sentence, start: int) -> bool:
    """True right after a sum of money, where the tagger may take a noun for another word: "a $3m fine"."""
    return any(one.end == start - 1 and one.quantity.unit_type == "currency" for one in sentence.quantities)


def noun_cues(sentence: Sentence) -> list[Cue]:
    """The measure nouns of a sentence in order; of two side by side ("profit margin") the last is the head."""
    nouns, table = _nouns()
    found: list[Cue] = []
    for match in nouns.finditer(sentence.text):
        key = _key(match.group())
        predicate, qualifier = table[key]
        before = sentence.text[max(0, match.start() - 4) : match.start()].casefold()
        after = sentence.text[match.end() : match.end() + 4].casefold()
        if key == "order" and (before.endswith(("in ", "the ")) or after.startswith(" to")):
            continue
        if key == "price band" and not _FLOATED.search(sentence.reading.text):
            predicate = "-"  # "phones in the price band of Rs 7,000 to Rs 9,000"
        if key in _INITIALS and not match.group().isupper():
            continue  # "a pat on the back"
        if key in _METALS and _SO_MUCH_OF.search(sentence.text[max(0, match.start() - 14) : match.start()]):
            continue  # "612,000 ounces of gold"
        if predicate == "cost" and _BEFORE_COSTS.search(sentence.text[: match.start()]):
            continue
        start, end = sentence.start + match.start(), sentence.start + match.end()
        named = sentence.entity_at(sentence.token(start))
        if named is not None and named.referent.type == "organization" and named.start < start and (named.end > end or predicate == "sites" and named.end == end):
            continue  # "the New York Stock Exchange", "Acme Labs"
        if named is not None and named.referent.type == "person" and match.group()[0].isupper():
            continue  # "said Price"
        if key in _ALSO_VERBS and sentence.token(start).pos_ == "VERB" and not (key == "fine" and _follows_sum(sentence, start)):
            continue
        if predicate == "operating_profit" and _MULTIPLE.search(sentence.text, max(0, match.start() - 20), match.start()):
            continue  # "debt was 4.6 times EBITDA"
        if key == "fine" and sentence.token(start).pos_ == "ADJ" and not _follows_sum(sentence, start):
            continue
        if key in _COSTS and any(one.start == end + 1 and one.quantity.unit_type == "currency" for one in sentence.quantities):
            continue  # "a ticket to Oslo costs £40", whatever the parser makes of it
        if _modifies(sentence, end) or predicate in _COUNTED and _POSSESSES.match(sentence.text, match.end()):
            continue
        if found and key in _TAXED and (taxed := _BEFORE_TAX.fullmatch(sentence.between(found[-1].end, start))):
            # "underlying profit before tax"
            last = found.pop()
            found.append(replace(last, end=end, text=sentence.between(last.start, end), qualifier=last.qualifier or ("pre-tax" if taxed[1] == "before" else "net")))
            continue
        if found and sentence.between(found[-1].end, start) == " ":
            previous = found.pop()
            qualifier = qualifier or previous.qualifier
            if previous.predicate != "-":
                start = previous.start
        if key == "income" and _EARNED_FROM.match(sentence.text, match.end()):
            predicate = "revenue"
        if key in ("order", "orders") and of_law(sentence, start, end):
            predicate = "-"
        if key in ("volume", "volumes") and _TRADED.search(sentence.text):
            predicate = "volume"
        stance = STANCE_NOUN.match(sentence.text[match.end() :].lstrip()) or _TARGET_PRICE.search(key) or _PLANNED.search(key)
        found.append(
            Cue(
                start,
                end,
                match.group(),
                predicate,
                qualifier,
                stance=("intent" if key.endswith("budget") and predicate == "investment" else None) if stance is None
                else "expect" if predicate == "share_price" else _STANCE_NOUNS.get(stance.group().casefold(), "intent"),
            )
        )
    for word, pattern, predicate in (("share", _SHARE, "market_share"), ("number", COUNTED_GOODS, "units_sold"), ("number", _NUMBER_DOING, "users")):
        for match in pattern.finditer(sentence.text) if word in sentence.words else ():
            found.append(Cue(sentence.start + match.start(), sentence.start + match.end(), match.group(), predicate))
    return sorted(found, key=lambda cue: cue.start)


_LAW = (
    r"(?:court|tribunal|judge|magistrate|tax|revenue|customs|excise|gst|vat|competition|antitrust|appellate|securities|exchange|regulators?|ombudsman"
    r"|assessing|adjudicating)"
)
# "a tax order", "the order of the high court", "an order to pay": what an authority orders is no customer's
_OF_LAW_BEFORE = re.compile(
    rf"\b(?:{_LAW}|assessment|reassessment|refund|demand|penalty|interim|injunction|restraining|stay|executive|gag|eviction|expulsion|seizure|confiscation|winding-up"
    r"|show[- ]cause|cease-and-desist|consent|compliance|gagging|liquidation|court's|judge's|regulator's|tribunal's) $",
    re.IGNORECASE,
)
_OF_LAW_AFTER = re.compile(
    rf" (?:(?:dated|passed|issued|given|made|received) )?(?:by|from|of) (?:the |an? )?(?:(?!and\b|or\b|for\b|to\b)[\w.'-]+ ){{0,4}}?{_LAW}\b"
    r"| (?:passed|under section|for assessment|to (?:pay|refund|stop|cease|halt|freeze|return|vacate|close))\b|,? imposing\b",
    re.IGNORECASE,
)
_TAKEN_UP = re.compile(r"\b(?:these|those|the said|both|such|(?:as per|per|under|against|appeal|following|in line with) the) $", re.IGNORECASE)
_ORDER = re.compile(r"\borders?\b", re.IGNORECASE)


def of_law(sentence: Sentence, start: int, end: int) -> bool:
    """True for the order of a court or an authority, in its own sentence or the one that "these orders" takes up."""
    before, after = sentence.between(max(sentence.start, start - 40), start), sentence.between(end, min(sentence.end, end + 90))
    if _OF_LAW_BEFORE.search(before) or _OF_LAW_AFTER.match(after):
        return True
    last = sentence.previous if _TAKEN_UP.search(before) else None
    return last is not None and any(of_law(last, last.start + one.start(), last.start + one.end()) for one in _ORDER.finditer(last.text))


# "Volume is twice the daily average of 40,000 shares": of trade on an exchange, not of goods sold
_TRADED = re.compile(r"\b(?:daily average|average daily|(?:[Ss]hare|[Tt]rad(?:ing|e)) volumes?|shares traded|changed hands|\d[\d,.]*(?: [mb]illion)? shares)\b")
# "Acme's share was 9 percent": of what it sells in, unless of something else
_SHARE = re.compile(r"(?<=['s][s'] )(?<!ss )(?:global |overall |worldwide |combined )?share\b(?! (?:price|capital|sale|buyback|offer|issue|of (?!(?:the |its )?(?:[\w.-]+ ){0,3}?(?:market|segment|category|sector|shipments|registrations)\b|(?:U\.S\.|US|UK|[Gg]lobal|[Ww]orld(?:wide)?|[A-Z][a-z]+(?:an|ese|ish)) (?:[\w-]+ ){0,2}sales\b)))")


# "the number of people banking online": those it serves
_NUMBER_DOING = re.compile(
    r"\bnumbers? of (?:people|customers|shoppers|travellers|clients|users|consumers|households|fans|drivers) (?:using|visiting|going|banking|shopping|making|flying|travelling|traveling|buying|watching|subscribing|booking|signing|joining|staying|logging)\b"
)
# "the number of new cars sold": the goods are the group
COUNTED_GOODS = re.compile(r"\bnumber of ((?:[a-z][\w-]*)(?: [a-z][\w-]*){0,3}) (?:sold|registered|shipped|delivered)\b")


def verb_cues(sentence: Sentence) -> list[tuple[Cue, str]]:
    """The measure verbs of a sentence, each with the unit types it takes."""
    found = []
    starts = _verb_starts()
    for at, (token, form) in enumerate(zip(sentence.tokens, sentence.lows, strict=True)):
        if form == "registered" and token.dep_ == "amod":
            continue  # "15 million registered users"
        if form in _COSTS and token.pos_ == "NOUN" and any(one.start == token.idx + len(token) + 1 and one.quantity.unit_type == "currency" for one in sentence.quantities) or form in starts and (token.pos_ in ("VERB", "AUX") or token.tag_ in ("VBD", "VBN", "VBG")):
            end = token.idx + len(token)
            for predicate, takes in _verbs().get(form, ()):
                found.append((Cue(token.idx, end, token.text, predicate, verb=True), takes))
            particle = sentence.lows[at + 1] if at + 1 < len(sentence.lows) else ""
            for predicate, takes in _verbs().get(f"{form} {particle}", ()):
                found.append((Cue(token.idx, end + 1 + len(particle), f"{token.text} {particle}", predicate, verb=True), takes))
    return found


def stance_noun(text: str) -> Stance | None:
    """The stance of the last such noun in a stretch ("a consensus of")."""
    found = STANCE_NOUN.findall(text)
    return _STANCE_NOUNS[found[-1].casefold()] if found else None
