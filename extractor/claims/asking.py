"""What is asked for a product: "a phone priced at $299", "goes on sale in May for 199 euros", "will cost $47,000"."""

from __future__ import annotations

import re

from extractor.claims.cues import Cue
from extractor.mentions.types import QuantityMention
from extractor.reading import Sentence

_HEDGE = r"(?:about |around |just |only |some |roughly |nearly |under |below |less than |as little as |a )*$"
_ASKED = re.compile(
    r"\bpriced(?: [a-z]+ly)? (?:(?:at|from|between|starting (?:at|from)|upwards of) )?" + _HEDGE
    + r"|\bprice tag of " + _HEDGE
    + r"|\b(?:retail(?:s|ed|ing)?|sells?|selling|starts?|starting|costing) (?:at|for|from) " + _HEDGE
    + r"|\b(?:launch(?:es|ed|ing)?|releas(?:e|es|ed|ing)|introduc(?:e|es|ed|ing)|sell|sells|selling|order|buy|pre-order|preorder|available|sale|debut(?:s|ed)?|arriv(?:es|ed))\b"
    r"(?:[^,;.]|(?<=[a-z])\.(?= \d)){0,60}?(?:, its [^,;.]{2,40},)? (?:at|for) " + _HEDGE
    + r"|\bsets? (?:you|buyers|users|customers|consumers|owners|shoppers|them|drivers|fans) back " + _HEDGE
    + r"|\b(?:is|are|was|were) asking " + _HEDGE
)  # fmt: skip
# "the Zeta is now $299", "the basic plan will remain at $6.99 a month"
_STANDS = re.compile(
    r"\b(?P<verb>(?:is|are|was|were|will be) (?:(?:now|still|just|only|currently|on sale|yours) )*(?:at )?|(?:remains?|stays?|remained|stayed) (?:at )?"
    r"|(?:drop|fall|go|rise|increase)(?:s|ed|ing)? (?:up |down )?to |(?:fell|went|rose) (?:up |down )?to )" + _HEDGE
)
_OF_STOCKS = frozenset({"share", "shares", "stock", "market", "index"})
_PLANS = frozenset("model version edition variant plan tier subscription ticket pass console handset phone smartphone tablet laptop headset membership package bundle".split())
# "at $299, it is the cheapest on the market"
_AT_THAT = re.compile(r"(?:At|Priced at|Starting at|Costing|For) (?:just |only |around |about )?$")
_IT_IS = re.compile(r"(?: (?:a|per|each) (?:month|year|unit|piece))?, (?:the |its |it\b|they\b)")
# "$100 less than the Zeta"
LESS = re.compile(r" (?:a month |a year )?(?:less|more|cheaper|dearer|lower|higher|below|above|off|extra|under|over|savings?|discount|rebate)\b(?! than (?:a|an) )")
_NO_GOODS = re.compile(
    r"\b(?:shares?|stock|stakes?|IPO|offering|bonds?|notes|debt|compan(?:y|ies)|business(?:es)?|unit|units|arm|division|assets?|plant|bid|offer|crude|barrels?|ounces?|tonnes?)\b"
)
# "offers the service at $20 a month": so priced are only goods and services
_OFFERED = re.compile(r"(?<=\boffer)(?:s|ed|ing)?\b(?![^,;.]*\b(?:jobs?|work|wages?|salar(?:y|ies)|pay)\b)[^,;.]{2,60}? (?:at|for|from) " + _HEDGE)
_EACH_TIME = re.compile(r"(?: \([^()]{2,20}\))?(?: |-)(?:an?|per|each|every) (?:month|year|week|day|night|minute|hour|call|download|track|song|ride|journey|person|head|user|seat)\b")
_PRICE = frozenset({"price", "prices", "tag"})
_WHO_PAY = frozenset("buyers users customers consumers owners shoppers drivers fans subscribers members passengers readers visitors travellers motorists households clients people viewers".split())
_MOST_ASKED = 1e6  # above it somebody sells a company or a ship, no product


def asked(sentence: Sentence, mention: QuantityMention) -> Cue | None:
    """The cue of an amount of money that a product is offered at."""
    before = sentence.between(sentence.start, mention.start)
    found = _ASKED.search(before)
    if found is None and _EACH_TIME.match(sentence.between(mention.end, sentence.end)):
        found = _OFFERED.search(before)
    after = sentence.between(mention.end, sentence.end)
    if found is None and (stands := _STANDS.search(before)) is not None and _is_product(sentence, sentence.start + stands.start()):
        found = stands
    if found is None and _AT_THAT.fullmatch(before) and _IT_IS.match(after):
        found = _AT_THAT.fullmatch(before)
    if found is None or LESS.match(after) or (mention.quantity.high or 0) >= _MOST_ASKED or _NO_GOODS.search(before[max(0, found.start() - 40) : found.start()].removesuffix("offer") + found.group()):
        return None
    return Cue(sentence.start + found.start(), sentence.start + found.end(), found.group(), "price", verb=True)


def _is_product(sentence: Sentence, at: int) -> bool:
    """True if what stands at a price from `at` on is a product or a plan of it."""
    verb = sentence.token(at)
    while verb.dep_ in ("aux", "auxpass"):
        verb = verb.head
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass") and child.i < verb.i), None)
    if subject is None:
        return False
    entity = sentence.entity_at(subject)
    if subject.lower_.removesuffix("s") in _PLANS or entity is not None and entity.referent.type == "product":
        return True
    return entity is not None and entity.referent.type == "organization" and sentence.between(max(sentence.start, entity.start - 4), entity.start).lower() == "the " and sentence.lacks(_OF_STOCKS)


# "the roughly $300 Zeta", "a $499 tablet": not "a $50 fine"
_ARTICLE_BEFORE = re.compile(r"\b(?:the|an?|its|their|his|her|your|that|this)(?: (?:new|latest|cheapest|cheaper|basic|entry-level|top-end))* (?:about |around |roughly |nearly |sub-)?$", re.IGNORECASE)
_GOODS = re.compile(
    r"(?: [\w-]+){0,3}? (?:(?:smart)?phones?|handsets?|tablets?|laptops?|notebooks?|consoles?|headsets?|headphones|earbuds|speakers?|(?:smart)?watch(?:es)?|devices?|gadgets?|cameras?|televisions?|TVs?|computers?|PCs?"
    r"|printers?|routers?|cars?|sedans?|SUVs?|pickups?|trucks?|minivans?|hatchbacks?|saloons?|roadsters?|motorcycles?|scooters?|bikes?|e-readers?|players?|drones?|robots?|models?)\b"
)
_BY_THE_MONTH = re.compile(r"(?:-(?:a|per)-| (?:a|per) )(?:month|year|week|day) (?:[\w-]+ ){0,2}?(?:service|plan|subscription|tier|membership|package|bundle|tariff|contract|pass|charge|fee)s?\b")
_NAMED = re.compile(r" ((?!(?:I|Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec|[A-Z]\w+day)\b)[A-Z][\w-]*(?: (?:[A-Z][\w-]*|\d{1,4}))*)")
_ENDS_NAME = re.compile(r"[,.;:)\"]|$|'s? | (?:--|—|–|-|and|or|but|in|on|from|with|to|for|which|that|is|was|has|will|by|at|as|than|available|launched|unveiled|released|announced)\b| (?:--|—|–) ")


# "comes with a $399 price tag"
_TAG = re.compile(r" (?:starting |asking |retail |list |suggested retail )?(?:price tag\b|price (?=point\b|for\b|in\b|and\b)|price(?=[,.;)]|$))")
_TAGGED = re.compile(r"\b(?:com(?:es|e|ing)|came|carr(?:ies|y|ying|ied)|has|have|had|having|bear(?:s|ing)?|sports?|despite|at|for|with) (?:with )?(?:an?|the|its|their) (?:roughly |hefty |steep )?$")


def price_tag(sentence: Sentence, mention: QuantityMention) -> Cue | None:
    """The cue of a price that stands before what it is the price of: the product's name, or a noun of goods."""
    if sentence.in_title or (mention.quantity.high or 0) >= _MOST_ASKED:
        return None
    tag = _TAG.match(sentence.between(mention.end, sentence.end))
    if tag is not None and _TAGGED.search(sentence.between(sentence.start, mention.start)):
        return Cue(mention.end + tag.start() + 1, mention.end + tag.end(), tag.group().strip(), "price")
    if not _ARTICLE_BEFORE.search(sentence.between(max(sentence.start, mention.start - 40), mention.start)):
        return None
    for one in sentence.entities:
        if one.start == mention.end + 1 and one.referent.type in ("product", "organization") and _ENDS_NAME.match(sentence.between(one.end, sentence.end)):
            return Cue(one.start, one.end, one.text, "price")
    unknown = _NAMED.match(sentence.between(mention.end, sentence.end))
    if unknown is not None and _ENDS_NAME.match(sentence.between(mention.end + unknown.end(), sentence.end)):
        return Cue(mention.end + 1, mention.end + unknown.end(), unknown[1], "price")
    goods = _GOODS.match(sentence.between(mention.end, sentence.end)) or _BY_THE_MONTH.match(sentence.between(mention.end, sentence.end))
    if goods is None or any(mention.end < one.start < mention.end + goods.end() for one in sentence.quantities):
        return None
    text = re.sub(r"^(?:-(?:a|per)-| (?:a|per) )\w+ ", "", goods.group()).strip()
    return Cue(mention.end + 1, mention.end + goods.end(), text, "price")


# "Acme's Zeta phone costs $300", whatever the parser makes of "costs"
_OWN_GOODS = re.compile(r"(?:['’]s|s['’]|\b[Ii]ts|\b[Tt]heir) (?:(?:new|latest|own|cheapest) )?(?P<goods>(?:[A-Z][\w-]* )+[a-z]{3,}) (?:now |still )?$")
# "charges $10 a month for its Zeta service"
_CHARGED_FOR = re.compile(r"(?: (?:a|per|each) [a-z]+)? for (?:its|their|the|an?) (?P<goods>(?:[\w-]+ ){0,2}[a-z]{3,})(?=[,.;)]|$| (?:in|on|at|from|and|but|while|to|that|which)\b)")


def asked_for(sentence: Sentence, mention: QuantityMention, cue: Cue) -> str | None:
    """The words of the product that a price is asked for, which is priced, launched, charged for or costs; None for a mere "it"."""
    if cue.text.startswith("charg"):
        charged = _CHARGED_FOR.match(sentence.between(mention.end, sentence.end))
        return charged["goods"] if charged else None
    own = _OWN_GOODS.search(sentence.between(sentence.start, cue.start))
    return _parsed_goods(sentence, cue) or (own["goods"] if own else None)


def _parsed_goods(sentence: Sentence, cue: Cue) -> str | None:
    token = sentence.token(cue.start)
    while token.pos_ not in ("VERB", "AUX") and token.dep_ in ("pobj", "prep", "acomp", "dobj", "compound"):
        token = token.head
    amounts = [(one.start, one.end) for one in sentence.quantities]
    held = {
        child.dep_: child for child in token.children
        if child.lower_ not in _PRICE and not any(start <= child.idx < end for start, end in amounts)
    }  # fmt: skip
    if (one := held.get("dobj")) is not None and one.lower_ in _WHO_PAY:
        return None  # "will set buyers back $399"
    thing = held.get("dobj") or held.get("nsubjpass") or held.get("nsubj")
    if thing is None and token.dep_ == "xcomp":
        # "the phone is to cost $299"
        thing = next((child for child in token.head.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if token.dep_ == "acl" or token.dep_ == "relcl" and (thing is None or thing.lower_ in ("which", "that")):
        thing = token.head
    if thing is None or thing.pos_ not in ("NOUN", "PROPN") or thing.lower_ in _WHO_PAY:
        return None
    entity = sentence.entity_at(thing)
    if entity is not None and entity.referent.type != "product":
        return None
    modifiers = [one for child in thing.lefts if child.dep_ in ("amod", "compound", "nmod") for one in child.subtree if one.pos_ not in ("DET", "PRON")]
    first = min(modifiers, key=lambda one: one.i, default=thing)
    last = thing.nbor(1) if thing.pos_ == "PROPN" and thing.nbor(1).pos_ == "NUM" else thing  # "Zeta 5"
    while first.i > sentence.span.start and not first.nbor(-1).whitespace_ and first.nbor(-1).pos_ == "NUM":
        first = first.nbor(-1)  # "64GB version"
    return sentence.between(first.idx, last.idx + len(last))
