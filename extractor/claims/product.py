"""What is sold, made, priced or served: the counted noun, "sales of <product>", "<product> sales", "<product> subscribers"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.claims.asking import asked_for
from extractor.claims.cues import Cue
from extractor.lexicon import terms
from extractor.mentions.types import EntityMention, QuantityMention
from extractor.reading import Sentence
from extractor.tokens import Token

if TYPE_CHECKING:
    from extractor.claims.measures import Measurement

# what goods are counted by, which says nothing of what they are
_UNITS = frozenset({"unit", "copy", "piece", "item", "hectolitre", "hectoliter", "barrel", "litre", "liter", "gallon", "bushel", "tonne", "ton",
                    "dose", "case", "crate", "delivery", "shipment", "registration", "sale",
                    "bottle", "can", "pack", "packet", "carton", "keg", "pint", "sachet", "jar", "pair", "bag", "box"})  # fmt: skip
_WORTH_OF = re.compile(r"\s(?:worth )?of (?:its |their |the )?((?:[a-z][\w-]* ){0,2}?[a-z][\w-]*)(?=[,.;]| (?:in|last|during|for|to|a year|this|between|worldwide|globally|from|and|was|were|had|have|has|sold|will|at|by|on)\b|$)")
_SOLD_OR_MADE = frozenset({"units_sold", "sales", "revenue", "production", "orders", "price", "capacity", "volume", "market_share"})
# prices that are named for what is bought: "fares", "its on-net tariff"
_PRICED = frozenset({"fare", "fares", "tariff", "tariffs", "toll", "tolls", "fee", "fees", "rent", "rents", "rate", "rates", "premium", "premiums"})
_MORE = re.compile(r" (?:more|fewer|less) (?!than\b|of\b)((?:[a-z][\w-]* )?[a-z][\w-]*s)\b(?! [a-z]+s\b)")
# "87,000 video subscribers", "3.8 million customers for its broadband service"
_SERVED_WITH = re.compile(r" (?:for|to(?! (?:reach|total|hit|top|end|bring|make)\b)|of) (?:its |their |the )?((?:[\w-]+ ){0,2}?[\w-]+)(?: (?:service|services|network|app|platform))?(?=[,;]|\.(?!\d)| (?:and|in|at|by|as|for|worldwide|globally)\b|$)")
_OF_MARKET = re.compile(
    r" (?:share )?of (?:the|its|a|an) (?:(?:market|segment|business) (?:for|in) (?P<of>(?:[a-z][\w-]* ){0,2}[a-z][\w-]*s)\b"
    r"|(?:(?:[A-Z][\w.-]*|global|world|worldwide|overall|domestic|local|national|total|entire|whole) )*(?P<kind>(?:[a-z][\w-]* ){0,2}[a-z][\w-]*) (?:market|segment)\b)"
)
# words that tell what is sold before a bare "shipments" or "volumes": "the only smartphone brand to grow, with volumes up 2%"
_TELLS_GOODS = frozenset({"sales", "shipments", "brand", "brands", "maker", "makers", "market", "vendor", "vendors", "seller", "sellers"})
_BARE_GOODS = frozenset({"shipments", "volumes", "units", "deliveries"})


def find_product(
    sentence: Sentence, mention: QuantityMention, cue: Cue | None, predicate: str, before: Measurement | None, subject: EntityMention | None = None
) -> str | None:
    """What is sold, made, priced or served; of a product's own figures that product."""
    if predicate == "users":
        return _served(sentence, mention) or (before.product if before is not None and mention.quantity.unit_type == "count" else None)
    if predicate not in _SOLD_OR_MADE:
        return None
    found = _told(sentence, mention, cue, predicate, before)
    if predicate == "volume" and found is not None and found.lower() in _OF_SHARES:
        return None  # "trading volume"
    if found is not None and predicate == "market_share":
        found = _A_MARKET.sub("", found) or None  # "its share of the handset market"
    if found is not None and not _HEDGE.match(found):
        return _A_DAY.sub("", found)
    if subject is not None and (subject.referent.type == "product" or predicate == "price" and _is_of_goods(sentence, subject)):
        return subject.referent.name
    return _sold_itself(sentence, cue) if cue is not None and cue.verb else None


# no goods: "turnover of over Rs 500 crore", and no part of them: "barrels of oil a day"
_HEDGE = re.compile(r"(?:over|about|around|nearly|almost|some|more than|up to|at least|under|roughly|just)\b")
_OF_SHARES = frozenset({"trading", "share", "shares", "trade", "turnover"})
_A_MARKET = re.compile(r"^(?:U\.?S\.?|U\.?K\.?|EU|global|world(?:wide)?|domestic|total|[A-Z][a-z]+(?:an|ese|ish)) |(?:^|(?<= )| )(?:market|segment|sector|category|shipments|sales|registrations|deliveries)$")
_A_DAY = re.compile(r" (?:a|per) (?:day|week|month|year)$")
# before the name of a thing, not of a company: "a new Zeta", "the luxury Zeta"
_A_THING = re.compile(r"\b(?:an?|its|their|the (?:new|base|entry-level|standard|luxury|latest|original|[\w-]+-\w+)) (?:[a-z-]+ )?$|^The $|[,;] the $|\bwhile the $")


def _is_of_goods(sentence: Sentence, subject: EntityMention) -> bool:
    """True for a priced thing that the article tells no more of: "the average price of a new Zeta"."""
    if subject.referent.type == "group":
        return subject.text[:1].isupper() or any(word[0].isupper() for word in subject.text.split())
    in_sentence = sentence.start <= subject.start < sentence.end and subject.via != "coreference" and subject.referent.type == "organization"
    return in_sentence and _A_THING.search(sentence.between(sentence.start, subject.start)) is not None


def _sold_itself(sentence: Sentence, cue: Cue) -> str | None:
    """The product that does the selling: "the game has sold 3 million copies"."""
    subject = next((child for child in sentence.token(cue.start).children if child.dep_ == "nsubj"), None)
    entity = sentence.entity_at(subject) if subject is not None else None
    return entity.referent.name if entity is not None and entity.referent.type == "product" else None


def _told(sentence: Sentence, mention: QuantityMention, cue: Cue | None, predicate: str, before: Measurement | None) -> str | None:
    after = sentence.between(mention.end, sentence.end)
    counts_goods = mention.quantity.unit_type == "physical" or mention.quantity.unit in _UNITS
    if (counts_goods or predicate == "revenue" and cue is None and before is None) and (match := _WORTH_OF.match(after)):
        return match.group(1)
    if before is not None and before.product and mention.quantity.unit_type == "physical":
        return before.product
    if mention.quantity.unit_type == "count" and mention.noun:
        if mention.quantity.unit not in _UNITS:
            return mention.noun
        kind = mention.noun.rpartition(" ")[0]
        if kind and all(one.text != kind or one.referent.type != "place" for one in sentence.entities):
            return kind  # "18 million smartphone units"
    if mention.quantity.unit_type == "percent" and predicate in ("units_sold", "sales") and (match := _MORE.match(after)):
        return match.group(1)
    if predicate == "price" and cue is not None and cue.start == mention.end + 1 and not cue.verb:
        return cue.text if not cue.text.endswith(("price", "price tag")) else None
    if predicate == "market_share" and (match := _OF_MARKET.match(after)):
        return match.group("of") or match.group("kind")
    if predicate == "price" and cue is not None and cue.verb:
        return asked_for(sentence, mention, cue)
    if cue is not None and not cue.verb:
        found = _sold_of(sentence, cue) or _modifier(sentence, cue)
        kind = cue.text.lower().removeprefix("its ").removeprefix("their ")
        if predicate == "price" and kind.split()[-1] in _PRICED:
            return f"{found} {kind}" if found else kind
        if found is None and cue.predicate == "units_sold" and (goods := _SOLD_GOODS.fullmatch(cue.text)):
            return goods[1]  # "car sales"
        if found is None and cue.text.lower() in _BARE_GOODS:
            found = _told_before(sentence, cue)
        if found:
            return found
    if before is None:
        return None
    return _own_goods(sentence, before, mention) or before.product


_OWN_GOODS = re.compile(r"(?:,| -)?(?: but| and| while|,)* (?:(?:sales|those|that) (?:of|from) )?(?P<goods>[a-z][a-z-]+(?: [a-z][a-z-]+)?) (?:(?:sales|ones) )?(?:was|were|rose|fell|grew|dropped|climbed|declined|slipped|jumped|surged|slid|slumped|increased)\b[^,;]*")


def _own_goods(sentence: Sentence, before: Measurement, mention: QuantityMention) -> str | None:
    """The goods that a figure after another has of its own: "food sales fell 2%, while clothing was down 7%"."""
    if mention.quantity.unit_type != "percent" or before.predicate not in ("sales", "revenue", "units_sold") or not before.product:
        return None
    found = _OWN_GOODS.fullmatch(sentence.between(before.mention.end, mention.start))
    noun = sentence.token(before.mention.end + found.end("goods") - 1) if found is not None else None
    return found["goods"] if found is not None and noun is not None and noun.pos_ == "NOUN" and noun.lower_ not in terms("measure_generic_modifiers") else None


def _served(sentence: Sentence, mention: QuantityMention) -> str | None:
    """What customers are customers of: "87,000 video subscribers"."""
    kind = (mention.noun or "").rpartition(" ")[0]
    words = [word for word in kind.split() if word.lower() not in terms("measure_generic_modifiers")]
    if words:
        return " ".join(words)
    match = _SERVED_WITH.match(sentence.between(mention.end, sentence.end))
    if match is None or mention.noun is None:
        return None
    entity = sentence.entity_at(sentence.token(mention.end + match.start(1)))
    return match.group(1) if entity is None or entity.referent.type == "product" else None


def _told_before(sentence: Sentence, cue: Cue) -> str | None:
    """The goods that the sentence names before: "smart watch sales … after shipments grew"."""
    doc = sentence.reading.tokens
    for index in range(sentence.token(cue.start).i - 1, sentence.span.start, -1):
        if doc[index].lower_ in _TELLS_GOODS:
            token = doc[index]
            return _modifier(sentence, Cue(token.idx, token.idx + len(token), token.text, "sales"))
    return None


_SOLD_GOODS = re.compile(r"(?!unit\b|volume\b)([a-z-]+) sales", re.IGNORECASE)
_QUARTER = re.compile(r"[QH][1-4]|[1-4][QH]|FY\d*")


def _sold_of(sentence: Sentence, cue: Cue) -> str | None:
    match = re.match(r"\s(?:of|for)\s(?:(?:an?|the|its|their)\s)?", sentence.between(cue.end, sentence.end))
    if match is None:
        return None
    if (name := _named_goods(sentence, cue, cue.end + match.end())) is not None:
        return name
    token = sentence.token(cue.end + match.end())
    first = token
    while token.dep_ in ("amod", "compound", "nmod") and token.head.i > token.i:
        token = token.head
    if token.pos_ not in ("NOUN", "PROPN") or token.ent_type_ in ("DATE", "MONEY", "CARDINAL", "PERCENT", "GPE"):
        return None
    entity = sentence.entity_at(token)
    priced = cue.predicate == "price" and re.match(r"\s(?:of|for) (?:an?|the (?:new|latest))\s", sentence.between(cue.end, sentence.end))
    if entity is not None and entity.referent.type in ("place", "person", "organization") and not (priced and entity.referent.type == "organization"):
        # "registrations for Acme": of what it sold
        return None
    if token.lower_ in ("quarter", "year", "half", "month", "period", "group", "company"):
        return None
    if first.lower_ in ("new", "used", "latest") and first.i < token.i and first.nbor().lower_ != "energy":
        first = first.nbor()
    if any(one.start <= token.idx and first.idx < one.end for one in sentence.quantities):
        return None  # "revenue of Rs 212 crore"
    return sentence.between(first.idx, token.idx + len(token))


# "sales of its cancer drug Zeta": goods that have a name of their own
_GOODS_NAMED = re.compile(
    r"(?:(?:[A-Z][\w.&-]*|company|group|firm)'s )?(?:[a-z][\w-]* ){0,3}?(?:brand|browser|car|console|crossover|device|drug|game|handset|hatchback|jab|laptop|medicine|model|motorbike|movie|phone"
    r"|pickup|pill|range|saloon|sedan|shot|smartphone|SUV|tablet|therapy|treatment|truck|vaccine|watch) "
)
_OWNED = re.compile(r"(?:['’]s|s['’]|\b(?:its|their)) (?:[\w-]+ ){0,3}$")


def _named_goods(sentence: Sentence, cue: Cue, position: int) -> str | None:
    """The name of the goods at a position: behind what they are, or where somebody else is told to sell them."""
    kind = _GOODS_NAMED.match(sentence.between(position, sentence.end))
    start = position + kind.end() if kind else position
    named = next((one for one in sentence.entities if one.start == start and one.via != "coreference" and one.referent.type in ("organization", "product", "person")), None)
    if named is None or named.referent is sentence.reading.main:
        return None
    if kind or named.referent.type != "person" and _OWNED.search(sentence.between(sentence.start, cue.start)):
        return named.text
    return None


def _modifier(sentence: Sentence, cue: Cue) -> str | None:
    doc = sentence.reading.tokens
    last = sentence.token(cue.start).i - 1
    if doc[last].text == ")" and last - 2 > sentence.span.start and doc[last - 2].text == "(" and doc[last - 1].text.isupper():
        last -= 3  # "commercial vehicle (CV) volumes"
    first = last
    while first >= sentence.span.start:
        token = doc[first]
        if first > sentence.span.start + 1 and doc[first - 1].text == "-" or token.text == "-":
            begin = first - 2
            if not _is_hyphened_kind(sentence, doc[begin], token):
                break  # "Acme-brand sales": the brand is the company's name
            first = begin - 1
            continue
        entity = sentence.entity_at(token)
        inside = token.text[0].isalnum() and token.pos_ in ("NOUN", "PROPN", "ADJ") or token.lower_ == "and" and first < last
        if token.i == sentence.span.start and first == last and token.tag_ == "VBN" and token.text.isalpha():
            return None if token.lower_ in terms("measure_generic_modifiers") else token.text  # "Frozen sales rose"
        generic = token.lower_ in terms("measure_generic_modifiers") and token.lower_ != "and"
        blocked = entity is not None and entity.referent.type in ("organization", "place", "person")
        if token.lower_ in ("percent", "cent", "%", "m", "bn", "mn", "tn", "k") or _QUARTER.fullmatch(token.text):
            break  # "its £212m turnover"
        if not inside or generic or blocked or token.ent_type_ in ("DATE", "MONEY", "GPE"):
            break
        first -= 1
    while first < last and (doc[first + 1].lower_ == "and" or doc[first + 1].pos_ == "ADJ" and doc[first + 2].text != "-"):
        first += 1
    if first == last:
        return None
    start, end = doc[first + 1].idx, doc[last].idx + len(doc[last])
    return sentence.between(start, end)


_NO_KIND = frozenset({"brand", "branded", "year", "quarter", "half", "month", "week", "day", "record", "digit", "low", "high", "term", "date", "line", "tax", "time", "store"})


def _is_hyphened_kind(sentence: Sentence, first: Token, last: Token) -> bool:
    """True for a word with a hyphen that tells what is sold: "bond-trading revenue", not "full-year", "Acme-brand"."""
    word = sentence.between(first.idx, last.idx + len(last))
    return (
        "-" in word and first.pos_ in ("NOUN", "PROPN", "ADP") and last.tag_ in ("NN", "NNS", "NNP", "VBG")
        and not {first.lower_, last.lower_} & _NO_KIND and word.lower() not in terms("measure_generic_modifiers")
        and sentence.entity_at(first) is None and sentence.entity_at(last) is None
    )  # fmt: skip
