"""Which market a measure is limited to: "in Asia", "its US sales", "there"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.claims.cues import Cue
from extractor.claims.implied import moving_place
from extractor.claims.owner import verb_between
from extractor.claims.series import RESULTS
from extractor.claims.subject import BOUNDARY
from extractor.mentions.types import EntityMention, QuantityMention, Referent
from extractor.reading import FINITE, Sentence
from extractor.record import Place
from extractor.tokens import Token

if TYPE_CHECKING:
    from extractor.claims.measures import Measurement

# right before the name of a place: "in the port city of"
_REGION_OF = r"(?:(?:[\w-]+ ){0,2}(?:state|province|region|city|town|port|county|district|prefecture|island) of )?$"
_LOCATIVE = re.compile(
    r"(?<!based )(?<!headquartered )(?<!located )(?<!born )\b(?:in|across|within|throughout|inside|around)\s+(?:the\s+|mainland\s+|all of\s+)?(?:[\w-]+ ){0,1}" + _REGION_OF,
    re.IGNORECASE,
)
# where a firm is at home or its shares are traded is no market: "listed in London and Accra"
_HOME = re.compile(r"\b(?:based|headquartered|incorporated|listed|quoted|registered|traded) (?:in|on|at) (?:the )?(?:[A-Z]\w+ (?:and )?){0,2}$")
# "25 new shops, including its first in Belfast": where one of them is
_ONE_OF_THEM = re.compile(
    r",? including (?:its |the |an? |one |two |three )(?:[\w-]+ ){0,3}(?:in|at|near) (?:the )?$"
    r"|, (?:its|the(?: company's| group's| firm's)?) (?:first|second|third|fourth|fifth|sixth|largest|biggest)(?: \w+)? in (?:the )?$"
)
# where a plant or shop stands: "a mill at Kandla"
_SITED = re.compile(r"\b(?:at|near|in|(?:brewery|plant|factory|mill|site|warehouse|centre|center|shop|store|depot) outside)\s+(?:the\s+)?(?:[\w-]+ ){0,1}" + _REGION_OF, re.IGNORECASE)
_OF_SITES = frozenset({"investment", "jobs", "sites", "capacity", "production", "employees"})
_SOLD = frozenset({"sales", "units_sold", "revenue"})
_TO = re.compile(r"(?: (?!rose|fell|grew)[a-z-]+){0,2} to (?:the )?")
# "1,600 Dutch stores", "400,000 British customers"
_COUNTED_WHERE = frozenset({"sites", "employees", "jobs", "users"})
_SITE = r"(?:plant|factory|mill|mine|unit|facility|works|store|shop|branch|outlet|hotel|office|warehouse|(?:distribution |data |call |research )?cent(?:er|re)|refinery|smelter|site|line|hub|campus|fab|yard)"
# a site told of just before: "the plant will make 300 cars a day"
_THE_SITE = re.compile(rf"\b(?:[Tt]he|[Tt]his|[Tt]hat) (?:(?:new|planned|proposed|future|second|third) )?{_SITE}\b(?! of\b)")
_PUT_UP = re.compile(rf"\b{_SITE}s?\b|\b(?:build|open|set up|put up|construct|invest)", re.IGNORECASE)
_OVERALL = frozenset({"total", "overall", "global", "globally", "worldwide", "nationally", "nationwide", "group", "full"})
_OF_MARKET = re.compile(r"\s*(?:share )?of (?:the |a |an |its |all )?$")
_WHERE = re.compile(r"[, ]+(?:-- |– |— )?where\b(?:[^,;.]|, (?:the|an?|its) [^,;.]*,)*$")
# "wants its American dealers to sell 150,000 cars"
_SELLERS = re.compile(r"(?:'s)? (?:[\w-]+ )?(?:dealers|dealerships|customers|buyers|consumers|shoppers|drivers|stores|shops|subsidiary|unit|arm|business|operations?)\b[^,;.]*$")


# "fell 5 percent as a slump in Europe offset gains": where the cause lies
_STOP = re.compile(
    BOUNDARY.pattern + r"|,? (?:as (?!of\b|at\b|well\b|much\b|many\b)|because|amid|thanks to|owing to|due to|despite|reflecting|offset by|blaming|citing|pointing to"
    r"|(?:helped|hurt|boosted|driven|led|buoyed|fuell?ed|supported|aided|lifted|powered|propelled|spurred|underpinned|hit|dragged(?: down)?|weighed(?: down)?|dented) by"
    r"|on (?:the back of|strong|weak|higher|lower|robust|solid|better|slower|rising|falling)\b)"
)


def is_of_class(sentence: Sentence, subject: EntityMention, place: Place) -> bool:
    """True for the place that tells a class apart ("Japanese carmakers") where none like it stands by itself: it is where they come from."""
    if subject.referent.type != "group":
        return False
    named = [one for one in (*sentence.entities, *(sentence.previous.entities if sentence.previous else ())) if one.referent.type == "place" and one.referent.name == place.name]
    return bool(named) and all(subject.start <= one.start < subject.end for one in named)


_OF_WHOM = re.compile(r",? of (?:whom|which) ")
# "up 5% in China, 2% lower in Japan": each where it stands
_RIGHT_HERE = re.compile(
    r"(?: (?:higher|lower|up|down|more|less|better|worse|ahead|growth|rise|increase|gain|jump|surge|decline|decrease|drop|fall|slump|dip))? (?:in|across) (?:the )?"
)
# "5% in the Americas to $410 million"
_IN_IT = re.compile(r" (?:in|across|at) (?:the )?")
_TO_LEVEL = re.compile(r",? to (?:(?:about|around|nearly|almost|just|some|more than|over) )*")
# what is of a share is of the company wherever its shares are traded
_OF_SHARES = frozenset({"share_price", "eps", "dividend", "stake", "valuation"})


# "For the first quarter sales fell": of all places again
_SUMS_UP = re.compile(
    r"(?:But |And |However, )?(?:For|In|Over|During|Through|Across) (?:the |its )?(?:(?:first|second|third|fourth|final|last|past|full|whole|entire|latest|current|three|six|nine|\d+)[ -])*"
    r"(?:quarter|half|year|months?|weeks?|period|season)\b(?! earlier)|(?:Overall|In total|Altogether|Group-wide|Worldwide|Globally)\b"
)


# "local sales rose", "sold 40 cars locally": not "in local currencies", "its local knowledge"
_LOCAL = re.compile(r"\b[Ll]ocally\b|\b[Ll]ocal (?:[a-z-]+ )?(?:business|buyers|clients|consumers|customers|demand|deliveries|dealers|factor(?:y|ies)|market|markets|operations?|orders?|output|plants?|production|registrations|revenues?|sales|shops|staff|stores|subscribers|units?|users|workforce)\b")
_IN_THE_COUNTRY = re.compile(r"\b(?:in|across|within|throughout) (?:the|that|this) country\b(?!['’])")
# "Acme's Ohio plant makes 300,000 cars", "the Ohio works will cost $3m"
_MADE_AT = frozenset({"production", "capacity", "cost", "investment", "jobs", "employees"})
_SITE_NEXT = re.compile(r" (?:[a-z-]+ )?(?:plant|factory|mill|mine|refinery|smelter|shipyard|works|warehouse|brewery|foundry|depot|facility|complex|site)\b")


def _is_home(sentence: Sentence, place: EntityMention) -> bool:
    """True for the land of "Norway's Acme", where it is from."""
    start = place.end + len("'s ")
    return sentence.between(place.end, start) == "'s " and any(one.start == start and one.referent.type == "organization" for one in sentence.entities)


def find_place(
    sentence: Sentence,
    mention: QuantityMention,
    cue: Cue | None,
    predicate: str,
    before: Measurement | None,
    previous: Measurement | None,
) -> Place | None:
    """The market a measure is limited to: "in Asia", "its US sales", "there"."""
    if predicate in _OF_SHARES or _EVERYWHERE.match(sentence.between(mention.end, sentence.end)):
        return None
    places = [one for one in sentence.entities if one.referent.type == "place" and not _is_home(sentence, one)]
    fronted = [
        one for one in places
        if before is not None and before.mention.end <= one.start and one.end < mention.start and _FRONTED.fullmatch(sentence.between(one.end, mention.start))
    ]  # fmt: skip
    if fronted:
        # "… 22 percent, in Germany by a fifth, in France 18.5 percent"
        return as_place(fronted[-1])
    if before is not None and (moving := moving_place(sentence, mention)) is not None:
        return as_place(moving)
    here = next((one for one in places if before is not None and one.start > mention.end and _RIGHT_HERE.fullmatch(sentence.between(mention.end, one.start))), None)
    if here is not None and mention.quantity.unit_type == "percent":
        return as_place(here)
    within = next((one for one in places if cue is not None and cue.verb and cue.start < one.start and one.end < cue.end), None)
    if within is not None:
        return as_place(within)  # "raising its Kenyan network to 30"
    led = next((one for one in places if before is not None and _IN_IT.fullmatch(sentence.between(before.mention.end, one.start)) and _TO_LEVEL.fullmatch(sentence.between(one.end, mention.start))), None)
    if led is not None:
        return as_place(led)
    if (relative := _told_of_it(sentence, places, mention.start)) is not None:
        return as_place(relative)
    first = cue.start if cue is not None and cue.end <= mention.start else mention.start
    start = sentence.start
    for match in BOUNDARY.finditer(sentence.between(sentence.start, first)):
        start = sentence.start + match.end()
    stop = _STOP.search(sentence.between(mention.end, sentence.end))
    end = mention.end + stop.start() if stop else sentence.end
    for other in sentence.quantities:
        if (
            other.start >= mention.end
            and other.quantity.unit_type
            and re.search(r"\bwhile\b|, (?:and|with)\b", sentence.between(mention.end, other.start))
        ):
            end = min(end, other.start)
        elif (
            other.start >= mention.end and mention.quantity.unit_type == other.quantity.unit_type == "count" and other.quantity.unit in (None, mention.quantity.unit)
            and _THEN_OTHERS.search(sentence.between(mention.end, other.start)) and any(_RIGHT_HERE.fullmatch(sentence.between(other.end, one.start)) for one in places if one.start > other.end)
        ):  # fmt: skip
            end = min(end, other.start)  # "240 posts at the mill, 35 in Oslo"
    if cue is not None and re.search(r"\b(?:global|worldwide|total|group|overall) (?:[\w-]+ )?$", sentence.between(max(sentence.start, cue.start - 30), cue.start), re.IGNORECASE):
        return None
    candidates = []
    for one in places:
        if not start <= one.start < end or _in_aside(sentence, one, mention) or _is_of_part(sentence, one, mention):
            continue
        gap = sentence.between(max(sentence.start, one.start - 30), one.start)
        if _HOME.search(gap) or _ONE_OF_THEM.search(sentence.between(max(sentence.start, one.start - 60), one.start)):
            continue
        located = bool(_LOCATIVE.search(gap))
        modifies = (
            cue is not None
            and not cue.verb
            and one.end <= cue.start
            and bool(
                re.fullmatch(r"(?:'s)?(?:\s(?!in\b|to\b|and\b)[\w-]+){0,4}\s", sentence.between(one.end, cue.start))
            )
            and not verb_between(sentence, one.end, cue.start)
        )
        market = bool(
            re.match(r"(?:'s)?\s(?:[\w-]+ ){0,3}?markets?\b", sentence.between(one.end, min(sentence.end, one.end + 45)))
        )
        told_of = (
            one.start > mention.end and (market or predicate == "market_share" and sentence.between(one.end, one.end + 2) == "'s")
            and _OF_MARKET.fullmatch(sentence.between(mention.end, one.start))
            or predicate in _SOLD and _is_sold_to(sentence, one, mention, cue)
            or predicate in _COUNTED_WHERE and mention.start < one.start and one.end < mention.end + len(mention.noun or "")
            and one.text in (mention.noun or "")
            or one.end < mention.start and _SELLERS.fullmatch(sentence.between(one.end, mention.start))
            or predicate in _OF_SITES and _SITED.search(gap) and (_of_subject(sentence, one, cue) or not (one.end <= first and verb_between(sentence, one.end, first)))
        )
        at_site = predicate in _MADE_AT and one.end <= mention.start and _SITE_NEXT.match(sentence.between(one.end, one.end + 40)) is not None
        if located or modifies or told_of or at_site or market and one.start < mention.start or _goes_to(sentence, one, mention, predicate):
            candidates.append(one)
    if before is not None:
        # "… in Asia, and in Africa they were flat at …": each of a series has its own
        candidates = [one for one in candidates if one.start >= before.mention.end] or ([] if before.place else candidates)
    # "50 in Oslo and 20 at its head office"
    elsewhere = before is not None and mention.quantity.unit_type == "count" and _AT_OTHER.match(sentence.between(mention.end, sentence.end)) is not None
    if elsewhere:
        candidates = [one for one in candidates if one.start > mention.end]
    if candidates:
        return as_place(min(candidates, key=lambda one: min(abs(one.start - mention.end), abs(one.start - first))))
    around = sentence.between(start, end)
    if "there" in around and re.search(r"\bthere\b(?! (?:is|are|was|were|has|have|will|may))", around):
        seen = [one for one in sentence.reading.entities if one.referent.type == "place" and one.end <= mention.start]
        return as_place(seen[-1]) if seen else None
    if "country" in around and _IN_THE_COUNTRY.search(around):
        countries = [one for one in sentence.reading.entities if one.referent.type == "place" and one.end <= mention.start and (one.referent.code or "-")[2:] == ""]
        return as_place(countries[-1]) if countries else None
    if before is not None:
        # where shops are shut is not where the profit is made
        return None if elsewhere or before.predicate in _OF_SITES and predicate in RESULTS else before.place
    if predicate in _OF_SITES and _THE_SITE.search(around):
        return _of_site_before(sentence)
    if "ocal" in around and _LOCAL.search(around):
        seen = [one for one in sentence.reading.entities if one.referent.type == "place"]
        return as_place(seen[0]) if seen else None
    if not sentence.lacks(_OVERALL):
        return None
    if (
        previous is not None
        and cue is not None
        and not _SUMS_UP.match(sentence.text)
        and (
            previous.sentence.paragraph == sentence.paragraph
            or sentence.index - previous.sentence.index == 1
            and not previous.sentence.in_title
        )
    ):
        # what is counted in one place says little of the money taken in all
        both = {previous.predicate, cue.predicate}
        same = len(both) == 1 or both in ({"sales", "units_sold"}, {"sales", "revenue"})
        return previous.place if same else None
    return None


_THEN_OTHERS = re.compile(r"(?:,|,? and|,? as well as|,? plus|,? with|,? including)(?: (?:another|a further|an additional|about|around|some|nearly))* $")
_AT_OTHER = re.compile(r" (?:at|from) (?:the|its|their|head)\b")


def _is_sold_to(sentence: Sentence, place: EntityMention, mention: QuantityMention, cue: Cue | None) -> bool:
    """True for where goods go: "sales to Europe fell", "shipped 310 buses to Norway"."""
    noun = cue is not None and not cue.verb and cue.end <= place.start and _TO.fullmatch(sentence.between(cue.end, place.start))
    return bool(noun) or mention.end <= place.start and _TO.fullmatch(sentence.between(mention.end, place.start)) is not None


_FOR = re.compile(r" for (?:the )?")


def _goes_to(sentence: Sentence, place: EntityMention, mention: QuantityMention, predicate: str) -> bool:
    """True for "$18m for the Netherlands" invested and "400,000 British sales"; "40 Japanese cars" go anywhere."""
    if predicate == "investment":
        return place.start > mention.end and _FOR.fullmatch(sentence.between(mention.end, place.start)) is not None
    within = predicate in ("units_sold", "sales") and mention.start < place.start and place.end <= mention.end
    return within and (mention.noun or "").endswith(("sales", "deliveries", "registrations", "shipments"))


def _of_subject(sentence: Sentence, place: EntityMention, cue: Cue | None) -> bool:
    """True for where the subject of the cue's verb stands: "a plant near Leeds, run by Acme, opens in May and will create 90 jobs"."""
    if cue is None or not cue.verb:
        return False
    token = sentence.token(place.end - 1)
    while token.dep_ in ("pobj", "prep", "appos", "compound"):
        token = token.head
    verb = sentence.token(cue.start)
    while verb.dep_ in ("conj", "xcomp") and verb.i != token.head.i:
        verb = verb.head
    return token.dep_ in ("nsubj", "nsubjpass") and token.head.i == verb.i and place.end <= cue.start


def _is_of_part(sentence: Sentence, place: EntityMention, mention: QuantityMention) -> bool:
    """True for the place of a share of the quantity: "$5bn of drugs, 60 percent of them in Japan"."""
    return any(
        mention.end <= other.start
        and other.end < place.start
        and (re.match(r"\s*of (?:them|which|these|those|its|the)\b", sentence.between(other.end, place.start)) or _OF_WHOM.match(sentence.between(mention.end, other.start)))
        for other in sentence.quantities
    )


def _joined_verb(sentence: Sentence, position: int, after: int) -> Token | None:
    """The verb over a position if it only joins one before and stands, like it, behind another: "has shops in Peru and sold 300 bikes"."""
    token = sentence.token(position)
    for verb in (token, *token.ancestors):
        if verb.pos_ in ("VERB", "AUX") and verb.dep_ not in ("aux", "auxpass"):
            joins = verb.dep_ == "conj" and verb.tag_ in FINITE and verb.head.idx < after <= verb.idx and verb.i <= token.i
            return verb if joins and not any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children) else None
    return None


def _in_aside(sentence: Sentence, place: EntityMention, mention: QuantityMention) -> bool:
    """True for a place in a relative clause, or under another verb after the quantity."""
    if place.start >= mention.end:
        gap = sentence.between(mention.end, place.start)
        if _CAUSED.search(gap) or _SAID_IN.search(gap):
            return True
        if "," in gap and _follows_relative(sentence, place, mention):
            return True
        if "," in gap and _HAVING.search(sentence.between(sentence.start, mention.start)) and verb_between(sentence, mention.end, place.start):
            return True  # "Acme, with 61 stores, will open one in Auckland"
        if "," in gap and _joined_verb(sentence, place.start, mention.end) is not None:
            return True  # "employs 430 people, has offices in Leipzig and sold 300 drones"
        return bool(re.search(r"\b(?:and|as|after|because)\b", gap)) and verb_between(sentence, mention.end, place.start)
    if _joined_verb(sentence, mention.start, place.end) is not None:
        return True
    aside = re.search(r", (?:which|who|whose|where|the|an?|one of) (?:[^,]|,(?=\d{3}))*$", sentence.between(sentence.start, place.start))
    return aside is not None and "," in sentence.between(place.end, mention.start)


_HAVING = re.compile(r", (?:with|employing|operating) [^.;,]{0,60}$")


def _follows_relative(sentence: Sentence, place: EntityMention, mention: QuantityMention) -> bool:
    """True for a place after the relative clause that has the quantity: "Acme, which was fined $3m, has shops in Britain"."""
    token = sentence.token(place.start)
    clause = next((one for one in sentence.token(mention.start).ancestors if one.dep_ == "relcl"), None)
    return clause is not None and clause.i < token.i and not clause.is_ancestor(token)


# where it was said
_SAID_IN = re.compile(r"\b(?:said|says|told|speaking|announced)\b[^,;.]*$")
_EVERYWHERE = re.compile(r" (?:[a-z]+ )?(?:around the world|worldwide|globally|in total|across the world)\b")
_FRONTED = re.compile(r"(?: by| of)?(?: about| around| just| only| nearly)? ")
# what follows tells why: its place is the cause's
_CAUSED = re.compile(r"\b(?:driven|helped|boosted|led|hurt|hit|dragged|fuelled|fueled|offset|lifted|supported|weighed) (?:down |back )?by\b|\bthanks to\b|\bdue to\b|\bbecause of\b|\bon the back of\b|\bdespite\b|\bamid\b")


def _told_of_it(sentence: Sentence, places: list[EntityMention], position: int) -> EntityMention | None:
    """The place that a relative clause tells of: "Norway, where it sold 3,000 cars"."""
    for one in reversed(places):
        if one.end < position and _WHERE.fullmatch(sentence.between(one.end, position)):
            return one
    return None


_NATIONAL_SITE = re.compile(rf" (?:[\w-]+ ){{0,2}}{_SITE}s?\b")
_STOPS = re.compile(r"[;:]|\b(?:while|but|which|who|and (?:will|plans?|is|has|said))\b|, (?:as|with|after|its|the|an?)\b")


def event_place(sentence: Sentence, start: int, end: int) -> Place | None:
    """Where an event takes place whose words stand at `start..end`: "will go on sale in Japan", "opens its first Dutch shops"."""
    places = [one for one in sentence.entities if one.referent.type == "place" and one.via != "coreference"]
    verb = sentence.token(start)
    if verb.dep_ == "relcl" and any(child.tag_ == "WDT" and child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        # "its plant in Penang, which will shut in June, and a centre in Bristol"
        of_site = (one for one in places if verb.head.idx < one.start < start and _SITED.search(sentence.between(verb.head.idx, one.start)))
        if (site := next(of_site, None)) is not None:
            return as_place(site)
    if verb.dep_ == "relcl" and any(child.tag_ == "WDT" and child.dep_ == "dobj" for child in verb.children):
        # "a plant in Leeds, which it opened in 1999, and a site in York"
        return next((as_place(one) for one in places if one.start <= verb.head.idx < one.end), None)
    for one in reversed(places):
        # "its plant in Leeds, which will shut in June", "a site in Leeds, due to open in June"
        if one.end < start and _TOLD_OF_SITE.fullmatch(sentence.between(one.end, start)) and _SITED.search(sentence.between(max(sentence.start, one.start - 30), one.start)):
            return as_place(one)
    for one in places:
        if one.start < end or one.start > end + 70:
            continue
        gap = sentence.between(end, one.start)
        if _STOPS.search(gap) or _SAID_IN.search(gap) or any(word.tag_ in ("VBZ", "VBP") for word in sentence.reading.doc.inside(end, one.start)):
            break  # "was launched in 2009 and flies to Spain"
        nation = not _is_name(one.text, one.referent) and _NATIONAL_SITE.match(sentence.between(one.end, sentence.end))
        if nation or _SITED.search(gap) or _LOCATIVE.search(gap):
            return as_place(one)
    relative = _told_of_it(sentence, places, start)
    if relative is not None:
        return as_place(relative)
    for one in reversed(places):
        # "a base in Naples, its fourth in Italy, will open"
        if one.end <= start and start - one.end < 60 and _SITE_AT.search(sentence.between(max(sentence.start, one.start - 40), one.start)):
            return as_place(one) if not _STOPS_BEFORE.search(sentence.between(one.end, start)) else None
    return None


_TOLD_OF_SITE = re.compile(r",? (?:which|that|due|set|scheduled|expected|slated)(?: (?:is|are|was|will|to|has|had|be|been|due|set|scheduled|expected|slated|now)){0,4} ")
_SITE_AT = re.compile(rf"\b(?:base|operation|{_SITE})s? (?:in|at|near) (?:the )?$")
_STOPS_BEFORE = re.compile(r"[;:]|\b(?:while|but|and)\b")


def _of_site_before(sentence: Sentence) -> Place | None:
    """Where the site stands that the sentence before, or this one, told of."""
    for other in (sentence, sentence.previous):
        if other is None or other.in_title or not _PUT_UP.search(other.text):
            continue
        for one in reversed(other.entities):
            before = other.between(max(other.start, one.start - 30), one.start)
            if one.referent.place_type != "city" and before.endswith((" outside ", " outside the ")):
                continue  # "its first plant outside Europe"
            if one.referent.type == "place" and _SITED.search(before):
                # unless a name that we do not know stands where the place would
                return None if _ELSEWHERE.search(other.between(one.end, other.end)) else as_place(one)
    return None


_ELSEWHERE = re.compile(r"\b(?:at|near) (?:the )?[A-Z]")
# what ends a nationality rather than a name
_NATIONALITY = re.compile(r"(?:an|ese|ish|ch|i|ic|ss|ot|er)$")


def as_place(mention: EntityMention) -> Place:
    """The place record of a place mention, under the name that the article gives it."""
    referent = mention.referent
    if mention.via != "coreference" and _is_name(mention.text, referent):
        name = mention.text.removeprefix("the ")
    else:
        name = max(filter(lambda one: _is_name(one, referent), referent.aliases), key=lambda one: (len(one), one), default=referent.name)
    return Place(name=name, type=referent.place_type or "region", code=referent.code)


def _is_name(text: str, referent: Referent) -> bool:
    """False for an adjective of nationality."""
    return text.casefold() == referent.name.casefold() or referent.place_type == "city" or not _NATIONALITY.search(text)
