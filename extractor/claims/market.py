"""Markets: an organisation and a place it enters, expands or operates in, produces in, aims at or leaves.

"Acme will enter Mexico in May" is `enters`, place Mexico, outlook `plan`; "Acme does not sell its phones in Norway" is
`operates`, negated. That a company is merely located somewhere is no claim. How such things are told stands in
`lexicons/market_frames.tsv`; here is where the place may stand to a phrase: after it ("has shops in Spain"), before its
noun ("opens its first Dutch shops"), before it all ("in Spain it has shops", "Spain, which it left").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import islice, takewhile
from typing import NamedTuple

from extractor.attribution import attributed
from extractor.claims.deal_context import fell_through
from extractor.claims.deal_pairs import AGREED
from extractor.claims.draft import Draft
from extractor.claims.event_frames import Hit, frames, nouns_of
from extractor.claims.market_doers import doers_of, given, has_ended
from extractor.claims.offices import heads
from extractor.claims.parties import is_guessed_place
from extractor.claims.slots import event_period, subject_of
from extractor.claims.where import as_place
from extractor.context import negated, stance
from extractor.late import late
from extractor.lexicon import forms_of, terms, verb_forms
from extractor.mentions.counted import is_plural, lemma
from extractor.mentions.places import find_place
from extractor.mentions.types import Dating, EntityMention, Referent
from extractor.reading import Reading, Sentence, within
from extractor.record import Outlook, Period
from extractor.tokens import Token

# between a phrase and the place: "40 countries, including the ", "both ", "neighbouring "
_LEAD = re.compile(
    r" (?:(?:(?:[\w-]+ ){0,4}(?:countries|markets|cities|regions|states|places|provinces|nations|economies|capitals|towns|counties|emirates),? (?:including|such as|like|among them|notably|across|throughout|in|mainly|mostly) "
    r"|(?:[\w-]+ ){0,2}(?:countries|markets|cities|states): )?(?:both |places (?:such as|like) |the likes of |as far (?:away|afield) as )?"
    r"(?:the |its |mainland |all of |parts of |much of |most of |neighbou?ring |nearby |southern |northern |eastern |western |central |[a-z]+ and )*"
    r"|home, (?:and )?(?:[a-z]+|\d[\d,]*) (?:more )?in (?:the )?"
    r"|(?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+(?:,| in| near) (?:the |southern |northern |eastern |western |central )?|(?:the )?(?:[\w.-]+ ){0,2}(?:city|town|state|province|region|port|island|emirate|suburb|county|district|prefecture|territory) of )"
)
_PLACE_NOUN = r"(?:markets?|consumers?|customers?|shoppers|buyers|city|cities|region|province|state|coast|capital|islands?|mainland|town|port|peninsula|suburbs?)\b"
_OF_PLACE_NOUN = re.compile(rf"(?:'s)?n? (?:[a-z-]+ ){{0,3}}{_PLACE_NOUN}")
_WITH_NAME = re.compile(r"(?:-based|-listed|'s [a-z])| (?:Stock|stock|[A-Z]\w+ (?:Corp|Inc|Group))")
_FRONTED = re.compile(r"(?:^|[,;:-] |\b(?:and|but|while|whereas) )(?:In|in|Across|across|Throughout|Outside)(?: both)? (?:the |neighbou?ring |mainland )?$")
_WHICH = r"n?(?: market)?,? (?:(?:from |to |in )?which|that|an? (?:[a-z-]+ ){0,2}(?:market|country|city|region)(?:,? (?:that|which))?)"
_WHICH_IT = re.compile(rf"{_WHICH} ")
_WHERE_IT = re.compile(r"(?:,? an? (?:country|market|city|region|state))?,? where ")
_WHERE = re.compile(r"\bwhere ")
_SUBJECT_GAP = re.compile(r"(?: (?:has|had|have|is|are|was|were|will|would|also|already|now|recently|first|only|currently|once|[a-z]+ly))* ")
_LARGEST = r"(?:[Ii]ts|[Tt]heir|[Tt]he (?:[A-Z][\w-]+ )?(?:[a-z]+ )?(?:airline|automaker|bank|brand|brewer|carmaker|carrier|chain|company|firm|group|insurer|maker|retailer)'s|(?:[A-Z][\w&.]+ ){0,3}[A-Z][\w&.]+'s) (?:two |three |four |five |second[- ]|third[- ])?(?:biggest|largest|main|most important|key|strong|strongest|fastest-growing|most profitable|top|home|core) (?:export |overseas |foreign )?(?:markets?|customers)"
_BIGGEST = re.compile(r"^,? (?:which is |as |is |are |were |was |has become |have become |remains? |by far |still |now |among |one of |two of |some of )*" + _LARGEST)
# "its biggest market is | Spain"
_BIGGEST_IS = re.compile(rf"(?:{_LARGEST}|\b(?:countries|markets),? the (?:largest|biggest|main|most important) of which)" + r" (?:is|are|was|were|remains?|include|includes)(?: now| still)?(?: in)? (?:the )?$")
# "next year Spain | should follow", "Spain | is next"
_FOLLOWS = re.compile(
    r" (?:(?:should|will|would|could|may|might|(?:is|are) (?:to|expected to|due to|set to|likely to)) (?:also |then |soon )?(?:follow|come next|be next|come later|join)|(?P<past>followed|came next)|(?:is|are) next"
    r"|to (?:follow|come)|(?:come|comes) (?:next|later))\b(?! (?:suit|up|the|its|in the footsteps)\b)"
)
_NEXT_IS = re.compile(r"\b[Nn]ext (?:on (?:its|the|their) list |up |in line )?(?:is|are|come|comes|will be|will come) (?:the )?$")
# "Spain accounts for a third of | Acme's sales", "Spain, which brings in 3 percent of | its revenue"
_SHARE_OF = re.compile(
    r"^,? (?:and |which )?(?:(?:still|now|already|currently|alone|also|together|each) )*(?:accounts?|accounted|accounting|makes? up|made up|represents?|represented|contributes?|contributed|generates?|generated|provides?|provided|brings? in|brought in)\b"
    r"[^.,;]{0,50}? (?:of|to) (?:the )?"
)
_EARNED = r"(?:[a-z-]+ ){0,2}(?:sales|revenues?|turnover|profits?|earnings|business|income|premiums)\b"
_EARNED_BY = re.compile(rf"(?:'s?)? {_EARNED}")
_EARNED_AT = re.compile(rf"(?!global|world|industry){_EARNED} (?:at|for|of) (?:the )?(?:[A-Z][a-z]+(?:an|ese|ish|ss|ch) )?(?:[a-z][\w-]* ){{0,3}}$")
# "Spain would be | its first market abroad"
_FIRST = re.compile(
    r"^,? (?:which )?(?P<due>will be |would be |will become |would become |to be |to become )?(?:(?:is|was|has become|became|becomes) (?:also |now )?)?(?:(?:its|their|the (?:company|group|firm|chain|bank|airline|retailer|brand)'s|[A-Z][\w&. ]+'s|the) )"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+th|latest|newest|next) (?:(?!in |the )[a-z-]+ ){0,2}(?:market|country|foray|venture)\b(?! (?:share|leader|place|in terms))"
)
# "India is | a key market for Acme", "Spain remains | one of our main markets"
_MARKET_FOR = re.compile(
    r"^,? (?:which )?(?:is|are|was|remains?|remained|became|has become|have become) (?:also |now |still |by far )?(?:one of |some of |two of )?"
    r"(?:(?:an?|the|our) )?(?:(?!its\b|their\b)[a-z-]+ ){0,4}?markets? (?:for|of) (?:(?P<us>us\b)|(?=(?:the |its )?[A-Z]))"
)
# "Acme's East Africa | expansion plan"
_EXPANSION = re.compile(r" expansion\b(?P<plan>(?: [a-z]+)? (?:plans?|strategy|drive|push|programme|program|ambitions))?")
_OWNED_BEFORE = re.compile(r"(?:\b(?:[Ii]ts|[Tt]heir|[Oo]ur)|['’]s|s['’]) (?:[a-z]+ )?$")
# "Acme's first store in | Spain", "its first in | Spain", "the first Acme outlet in | Spain"
_FIRST_IN = late(
    rf"(?:\b(?:[Ii]ts|[Tt]heir|[Oo]ur)|['’]s|s['’]|\bthe) (?:very )?first (?:ever )?(?:(?:[\w&'-]+ ){{0,3}}?(?:{'|'.join(sorted(nouns_of('shop', 'office')))})(?:e?s)? )?in (?:the (?:heart|centre|center|south|north|east|west) of )?(?:the )?$"
)
# "has | chosen | Alabama | for its second U.S. plant", "| picked | Kent | as the site of a factory"
_CHOSEN = re.compile(r"\b(?:chosen|chose|chooses|choosing|picks?|picked|picking|selects?|selected|selecting|settled on|opted for) (?:the |a site (?:in|near) |a location (?:in|near) )?(?:(?:[a-z]+ )?(?:city|state|town|province|county) of )?(?:[A-Z]\w+, )?$")
_FOR_SITE = late(
    rf"(?:, [A-Z][\w .]+)?,?(?: over (?:[A-Z][\w.]*,? (?:and )?){{1,4}})? ?(?:for|as the (?:site|home|location|base) (?:of|for)|to (?:host|house|build)) (?:(?!(?:and|or|to|in|on|at)\b)[\w.'&-]+ ){{0,6}}?(?i:{'|'.join(sorted(nouns_of('plant')))})s?\b"
)
# "plans to | add | Oslo and Bergen | to its network"
_ADDS = re.compile(r"\b(?:add|adds|added|adding) (?:the )?$")
_NETWORKS = frozenset({"network", "networks", "destinations", "map", "schedule", "timetable"})
_CITY_NAME = re.compile(r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)*")
_ADDED = re.compile(r"\b(?:add|adds|added|adding) (?P<names>[A-Z][\w.'-]*(?:(?:,? and |, | )[A-Z][\w.'-]*)*)(?= (?:to|as new) )")
_TO_NETWORK = re.compile(r" (?:to|as new) (?:(?:its|their|the (?:airline|carrier|company|chain)'s) )?(?:[a-z-]+ ){0,2}(?:networks?|destinations?|map|schedules?|timetable|footprint|list of (?:markets|countries|cities|destinations))\b")
_STRUGGLES = re.compile(r"^,? .{0,40}?\b(?:has|have) (?:grappled|struggled|faced|expanded|grown|gained|lost)\b")
_SALES_THERE = re.compile(
    r"(?:it|its|they|their|the (?:company|group|firm|brand|bank|carrier|maker)|[A-Z][\w&.-]*)[\w' ]{0,40}?"
    r"\b(?:sales|customers|stores|business|shops|branches|outlets|restaurants|hotels|sells|sold|operates|(?:is|has been) (?:present|active)|competes)\b"
)
_LISTED = re.compile(r"(?:,|,? (?:and|or|as well as|plus)(?:,? (?:especially|particularly|notably|mainly|now|later|also|then),?)?(?: in| to)?) (?:[Tt]he )?")
# what is made in a place is goods: "makes progress in Spain", "built a stake in Spain"
_NO_GOODS = frozenset(
    "money sense progress inroad gain history use headway acquisition anyone everyone it him them decision investment profit loss sale debut offer bid effort move "
    "appearance statement stake reputation relationship team case name business position presence lead market trust confidence fortune growth result return "
    "mistake change deal call way start million billion difference impact share revenue income earning announcement room contribution life mark point "
    "wife husband son daughter child parent family brother sister him her them people troop soldier refugee migrant player "
    "filing application request complaint plea submission discovery find breakthrough donation visit trip stop journey pledge threat arrest demand proposal promise comeback production job output "
    "network delivery house bag landfall following fan fanbase audience clientele reputation relationship friend enemy".split()
)
_MEASURED = frozenset("sale demand growth price market economy share stock profit loss revenue earning trade consumption export import inflation output trading industry competition interest money year quarter".split())


# who does things in places for no firm that is spoken of
_NO_FIRMS = frozenset(
    "analyst criminal economist few gang grower investigator many militant most official other people rebel regulator smuggler some thief troop".split()
)
_LAUNCHED = frozenset("app brand chain network platform service website".split())
_PARTED = frozenset(
    "sell sells selling sold sale buy buys buying bought purchase acquire acquires acquired acquisition stake interest offload divest dispose disposal spin shed "
    "value valued listing".split()
)


_MORE = re.compile(r"(?:another|a (?:further|new|second|third|fourth|fifth)|one more|an additional)\b")


_CONTINUED = re.compile(r"(?: market)?(?: (?:in |on |from |by )?@)?,? (?:and|then|followed by)(?: then| later)? (?:(?:in |on |from )?@ )?(?:in |to |into )?(?:the )?")
# "two plants in Spain, one in Italy and another 12 in Peru"
_MORE_IN = re.compile(
    r",?(?: and| plus|,)? (?:(?:one|another|a (?:second|third|further)(?: one)?|others|more|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens|\d[\d,]*)(?: more| others)? )+in (?:the )?"
)


# "makes engines in Spain and gearboxes in Italy"
_OTHER_GOODS_IN = re.compile(r",? and ((?:[a-z-]+ )?[a-z-]+s) (?:in|at) (?:the )?")


_AMONG = re.compile(r"\b(?:including|such as|like|among|notably|across|mainly)\b")
_TAKING_UP = frozenset({"country", "market", "there"})
_TAKES_UP = re.compile(r"\b(?:(?:the|that|this) country|(?:that|this|(?<=leave )the|(?<=left )the|(?<=leaving )the|(?<=enter )the|(?<=entered )the|(?<=entering )the|(?<=exit )the|(?<=quit )the) market|there)\b(?! (?:is|are|was|were|has|have|will|may|would|could|had)\b)")


# "the U.S. state of Norland", "the southern Chinese city of": what follows is the place
_STATE_OF = re.compile(r" (?:[a-z-]+ )?(?:city|island|port|prefecture|province|region|state|territory|town) of [A-Z]")


# "sold to Danish-owned Acme": where another is from
_IS_FROM = re.compile(r"-(?:owned|based|born|listed|backed|controlled|led|run|headquartered|made|built|registered)\b")


class _Places(NamedTuple):
    """The places of a list, in order: "Spain, Italy and the Netherlands"; `stop` is where the country of the last one ends ("Lyon, France")."""

    members: list[EntityMention]
    stop: int = 0

    @property
    def start(self) -> int:
        return self.members[0].start

    @property
    def end(self) -> int:
        return max(self.members[-1].end, self.stop)


def find(reading: Reading) -> Iterator[Draft]:
    """The market claims of an article; what its title says of a place in short is left out where the text tells it."""
    drafts = list(_drafts(reading))
    told = {(draft.subject.referent.order, draft.place) for draft in drafts if draft.start >= reading.title_end}
    # "southern Spain" in the text is "Spain" in its title
    parts = {(order, place.name.partition(" ")[2]) for order, place in told if place is not None and place.name[:1].islower()}
    for draft in drafts:
        order, place = draft.subject.referent.order, draft.place
        if draft.start >= reading.title_end or (order, place) not in told and (order, place.name if place else "") not in parts:
            yield draft


def _drafts(reading: Reading) -> Iterator[Draft]:
    last: list[Draft] = []
    for sentence in reading.telling:
        lists = _lists(sentence)
        if not lists or sentence.text.endswith("?"):
            continue
        found = list(_of_sentence(sentence, lists))
        yield from found
        if not found and last and last[0].start >= sentence.start - _NEAR and not sentence.in_title:
            found = list(_following(sentence, lists, last[0]))
            yield from found
        last = [one for one in found if one.predicate in ("enters", "expands") and not one.negated] or (last if not found else [])
        yield from _followed(sentence, lists, last)


# how far back what others follow may be told
_NEAR = 300


def _following(sentence: Sentence, lists: list[_Places], last: Draft) -> Iterator[Draft]:
    """The places that come after those told of just before: "It opens in Spain in May. Italy should follow."."""
    if any(one.referent.type == "organization" and one.via != "coreference" for one in sentence.entities):
        return
    for places in lists:
        after = _FOLLOWS.match(sentence.between(places.end, sentence.end))
        opens = not sentence.between(sentence.start, places.start).strip(' "') or sentence.text[: places.start - sentence.start].endswith(", ")
        if opens and after is not None:
            yield from _as_before(sentence, places, last, places.start, places.end + after.end(), past=after["past"] is not None)
        elif named := _NEXT_IS.search(sentence.between(sentence.start, places.start)):
            yield from _as_before(sentence, places, last, sentence.start + named.start(), places.end, past=False)


def _followed(sentence: Sentence, lists: list[_Places], last: list[Draft]) -> Iterator[Draft]:
    """The places of the same sentence: "opened in Spain in May, with Italy to follow"."""
    for places in lists if last and sentence.start <= last[0].start < sentence.end else ():
        after = _FOLLOWS.match(sentence.between(places.end, sentence.end))
        if after is not None and after.group().startswith(" to ") and sentence.between(sentence.start, places.start).endswith((" with ", " and ")):
            yield from _as_before(sentence, places, last[0], places.start, places.end + after.end(), past=False)


def _as_before(sentence: Sentence, places: _Places, last: Draft, start: int, end: int, past: bool) -> Iterator[Draft]:
    period, period_end = event_period(sentence, end)
    for place in places.members:
        if place.referent is last.subject.referent:
            continue
        yield Draft(
            kind="market", predicate=last.predicate, subject=last.subject, rule="<place> follows", start=start, end=max(end, place.end, period_end),
            place=as_place(place), period=period, outlook=None if past else "plan", negated=False, confidence=0.7,
        )  # fmt: skip


def _of_sentence(sentence: Sentence, lists: list[_Places]) -> Iterator[Draft]:
    """The claims that a sentence tells of its places by itself."""
    hits = frames("market_frames").find(sentence)
    seen: set[tuple[str, str, int]] = set()
    before: tuple[_Places, Hit] | None = None
    for places in lists:
        hit = _hit_of(sentence, places, hits)
        if hit is None and before is not None:
            hit = _continued(sentence, *before, places)
        before = (places, hit) if hit is not None else None
        for draft in _of_places(sentence, places, hit, hits):
            key = (draft.predicate, draft.place.name if draft.place else "", id(draft.subject.referent))
            if key not in seen:
                seen.add(key)
                yield draft


def _lists(sentence: Sentence) -> list[_Places]:
    """The places of a sentence, those of a list together."""
    found: list[_Places] = []
    for one in sorted([*sentence.entities, *_taken_up(sentence), *_added(sentence)], key=lambda one: one.start):
        behind = sentence.between(one.end, sentence.end)
        if one.referent.type == "place" and not _STATE_OF.match(behind) and not _IS_FROM.match(behind):
            if found and _holds(sentence, found[-1].members[-1], one):
                found[-1] = found[-1]._replace(stop=one.end)  # "plants in Erie and in Muncie, Indiana"
                continue
            if found and _LISTED.fullmatch(sentence.between(found[-1].end, one.start)):
                found[-1].members.append(one)
            else:
                found.append(_Places([one]))
    return found


def _holds(sentence: Sentence, place: EntityMention, next_to: EntityMention) -> bool:
    """True for the country or state of a city named right before it: "Leeds, England", not "in Leeds, France and Spain"."""
    city, outer = place.referent, next_to.referent
    return (
        city.place_type == "city" and outer.place_type in ("country", "region") and city.code is not None and outer.code is not None
        and outer.code[:2] == city.code[:2] and sentence.between(place.end, next_to.start) == ", "
    )  # fmt: skip


def _taken_up(sentence: Sentence) -> Iterator[EntityMention]:
    """Words that stand for a country told of before: "the country", "that market", "there"."""
    for match in _TAKES_UP.finditer(sentence.text) if not sentence.lacks(_TAKING_UP) else ():
        start, end = sentence.start + match.start(), sentence.start + match.end()
        before = sentence.reading.entities[: bisect_left(sentence.reading.entities, start, key=lambda one: one.start)]
        places = (one for one in reversed(before[-25:]) if one.referent.type == "place" and one.referent.place_type in ("country", None))
        place = next((one for one in places if one.text == one.referent.name or _is_of_site(sentence.reading, one)), None)
        if place is not None:
            yield EntityMention(start, end, match.group(), place.referent, "coreference")


def _added(sentence: Sentence) -> Iterator[EntityMention]:
    """Cities that the model takes for companies: "add Oslo and Bergen to its network"."""
    for match in _ADDED.finditer(sentence.text) if not sentence.lacks(_NETWORKS) else ():
        for name in _CITY_NAME.finditer(match["names"]):
            start, place = sentence.start + match.start("names") + name.start(), find_place(name.group())
            known = any(one.start <= start < one.end and one.referent.type == "place" for one in sentence.entities)
            if place is not None and not known:
                yield EntityMention(start, start + len(name.group()), name.group(), Referent(place.name, "place", {name.group()}, place.type, place.code), "name")


def _is_of_site(reading: Reading, place: EntityMention) -> bool:
    """True for "its Spanish business": "Spanish" by itself may only describe somebody."""
    head = reading.token(place.end - 1).head
    return head.idx > place.start and lemma(head.lower_) in nouns_of("shop", "office", "plant")


def _hit_of(sentence: Sentence, places: _Places, hits: list[Hit]) -> Hit | None:
    """The phrase that takes a list of places: before it or around it."""
    return _hit_before(sentence, places, hits, sentence.between(places.end, sentence.end)) or _hit_around(sentence, places, hits)


def _continued(sentence: Sentence, before: _Places, hit: Hit, places: _Places) -> Hit | None:
    """The phrase that takes places after others and their time: "to Spain in October and to Italy in January"."""
    between = sentence.between(before.end, places.start)
    for one in within(sentence.periods, before.end, places.start):
        between = between.replace(one.period.text, "@")
    goods = _OTHER_GOODS_IN.fullmatch(between) if hit.frame.predicate == "produces" and hit.noun is None else None
    if goods is not None:
        return hit._replace(object=(before.end + goods.start(1), before.end + goods.end(1)))
    return hit if _CONTINUED.fullmatch(between) or _MORE_IN.fullmatch(between) else None


def _of_places(sentence: Sentence, places: _Places, hit: Hit | None, hits: list[Hit]) -> Iterator[Draft]:
    """The claims of a list of places: by the phrase that takes it, else by what stands after it."""
    after = sentence.between(places.end, sentence.end)
    if hit is not None:
        # of two places that new flights are to join the second is the new one
        joined = hit.frame.predicate == "enters" and hit.frame.phrase.endswith(" between") and len(places.members) == 2
        for place in places.members[1 if joined else 0 :]:
            yield from _told(sentence, place, hit, 0.65)
    else:
        yield from _told_after(sentence, places, hits, after)
    yield from _told_in_aside(sentence, places, hits, after)


def _hit_before(sentence: Sentence, places: _Places, hits: list[Hit], after: str) -> Hit | None:
    """The phrase that the list of places ends: of several the one that begins first, as it governs the others."""
    found = [hit for hit in hits if 0 < hit.end <= places.start and places.start - hit.end < 90 and _LEAD.fullmatch(sentence.between(hit.end, places.start))]
    if places.members[0].text == "there":
        return next((hit for hit in hits if hit.frame.locates and hit.head_end + 1 == places.start and _fits(sentence, hit)), None)
    for hit in found:
        between = sentence.between(hit.end, places.start)
        if any(hit.end <= one.start < places.start and one.referent.type == "place" and not _STATE_OF.match(sentence.between(one.end, sentence.end)) for one in sentence.entities) and not _AMONG.search(between):
            continue  # "in Lyon, France" is told of Lyon
        if any(token.tag_ in ("VB", "VBZ", "VBD", "VBP") for token in sentence.reading.doc.inside(hit.end, places.start)):
            continue
        if hit.frame.predicate == "exits" and _LEFT_SO.match(after):
            continue
        if hit.frame.predicate == "operates" and _ON_TO.match(after) and sentence.between(hit.start, places.start).endswith(("flying from ", "sailing from ")):
            continue  # "will start flying from Oslo to Bergen", which is where it is new
        if _WITH_NAME.match(after) or _modifies(sentence, places.members[-1], nouns_of("shop", "customer")) and not _OF_PLACE_NOUN.match(after):
            continue
        if _fits(sentence, hit):
            return hit
    return None


_ON_TO = re.compile(r"(?:'s [A-Z][\w ]+)? to [A-Z]")
# "the deal left Spain with three grocers": so it was made, nobody left
_LEFT_SO = re.compile(r" (?:with|without|short of|facing|exposed|vulnerable|reliant|dependent|as (?:the|one|an?)|in (?:a|an|need|debt|the) )(?! (?:a )?(?:view|effect)\b)")


def _modifies(sentence: Sentence, place: EntityMention, but: frozenset[str] = frozenset()) -> bool:
    """True for the place in "Spanish carmaker", "the US government": what follows is not the place, `but` for some nouns ("Spanish shops")."""
    last = sentence.token(place.end - 1)
    excepted = lemma(last.head.lower_) in but and (is_plural(last.head.lower_) or last.dep_ != "amod")  # "sells to Spanish shoppers", "sold it to a Spanish investor"
    return last.head.i > last.i and not excepted and last.dep_ in ("amod", "compound", "nmod", "poss") and last.head.ent_type_ not in ("DATE", "TIME") and last.head.tag_ != "CD"


def _hit_around(sentence: Sentence, places: _Places, hits: list[Hit]) -> Hit | None:
    """The phrase whose noun the place modifies: "opens its first Dutch shops"."""
    for hit in hits:
        if hit.noun is not None and hit.frame.locates and hit.start < places.start and places.end < hit.head_end and _fits(sentence, hit):
            gap = sentence.between(places.end, hit.noun.idx)
            if re.fullmatch(r"n?(?:'s)? (?:[a-z-]+ ){0,2}", gap):
                return hit
        elif hit.frame.note == "own" and len(places.members) == 1:
            # "its Danish operations"
            owned = _OWNED.search(sentence.between(sentence.start, places.start))
            if owned and sentence.between(places.end, hit.start) in (" ", "n ") and _fits(sentence, hit):
                return hit
    return None


_OWNED = re.compile(r"(?:\b(?:its|their|our)|'s|s') (?:(?:own|main|large|small|big|huge|fast-growing|\w+able|\w+ing|\w+-\w+) )?$", re.IGNORECASE)


def _told_after(sentence: Sentence, places: _Places, hits: list[Hit], after: str) -> Iterator[Draft]:
    """The claims of places that no phrase before them takes, by the words after them."""
    first, last = places.members[0], places.members[-1]
    before = sentence.between(max(sentence.start, first.start - 60), first.start)
    fronted = _FRONTED.search(before) if first.start - sentence.start < 60 else _FRONTED.search(sentence.between(first.start - 20, first.start))
    if (biggest := _BIGGEST.match(after)) and not any(
        last.end <= one.start < last.end + biggest.end() and one.referent.type == "place" for one in sentence.entities
    ):
        for place in places.members:
            yield from _made(sentence, place, "operates", "<place>, <company>'s biggest market", place.start, last.end + biggest.end(), 0.8, told=True)
    elif biggest := _BIGGEST_IS.search(before):
        for place in places.members:
            yield from _made(sentence, place, "operates", "<company>'s biggest market is <place>", first.start - len(before) + biggest.start(), place.end, 0.8, told=True)
    elif (owner := _earner(sentence, places)) is not None or (owner := _earner_before(sentence, places)) is not None:
        for place in places.members:
            yield from _made(sentence, place, "operates", "<place> accounts for <company>'s sales", place.start, max(last.end, owner.end), 0.75, told=True, subject=owner)
    elif (number := _FIRST.match(after)) and (owner := _owner_in(sentence, last.end, last.end + number.end())) is not None:
        for place in places.members:
            for draft in _made(sentence, place, "enters", "<place>, <company>'s first market", place.start, last.end + number.end(), 0.7, told=True, subject=owner):
                yield replace(draft, outlook="plan") if number["due"] else draft
    elif (market := _MARKET_FOR.match(after)) and ((owner := _owner_in(sentence, last.end + market.end(), last.end + market.end() + 30)) is not None or market["us"]):
        for place in places.members:
            yield from _made(sentence, place, "operates", "<place> is a market for <company>", place.start, last.end + market.end(), 0.7, told=True, subject=owner)
    elif (grows := _EXPANSION.match(after)) and _OWNED_BEFORE.search(before):
        for place in places.members:
            for draft in _made(sentence, place, "expands", "<company>'s <place> expansion", place.start, last.end + grows.end(), 0.65, told=True):
                yield replace(draft, outlook="plan") if grows["plan"] else draft
    elif (site := _FOR_SITE.match(after)) and (chosen := _CHOSEN.search(before)):
        for place in places.members[: 1 if after.startswith(",") else None]:
            for draft in _made(sentence, place, "produces", "<company> chooses <place> for <plant>", first.start - len(before) + chosen.start(), last.end + site.end(), 0.7):
                yield replace(draft, outlook="plan")
    elif _TO_NETWORK.match(after) and (added := _ADDS.search(before)):
        for place in places.members:
            yield from _made(sentence, place, "enters", "<company> adds <place> to its network", first.start - len(before) + added.start(), place.end, 0.7)
    elif opened := _FIRST_IN.search(before):
        for place in places.members:
            yield from _made(sentence, place, "enters", "<company>'s first <shop> in <place>", first.start - len(before) + opened.start(), place.end, 0.7)
    elif fronted and (hit := _hit_of_clause(sentence, places.end, hits)) is not None:
        for place in places.members:
            yield from _told(sentence, place, hit, 0.7)
    elif fronted and (struggles := _STRUGGLES.match(after)):
        for place in places.members:
            yield from _made(sentence, place, "operates", "in <place>, <company> has <verb>", place.start, last.end + struggles.end(), 0.65)
    elif (
        (where := _WHERE_IT.match(after)) and (sells := _SALES_THERE.match(after[where.end() :]))
        and _hit_with_subject(sentence, places.end + where.end(), hits) is None and _is_known(sentence, places.end + where.end())
    ):  # fmt: skip
        for place in places.members:
            yield from _made(sentence, place, "operates", "<place> where <company>'s sales", place.start, last.end + where.end() + sells.end(), 0.7, told=True)


def _earner(sentence: Sentence, places: _Places) -> EntityMention | None:
    """The company whose sales places have a share of."""
    share = _SHARE_OF.match(sentence.between(places.end, sentence.end))
    if share is None:
        return None
    of = places.end + share.end()
    for one in sentence.entities:
        if one.referent.type == "organization" and (
            one.start == of and _EARNED_BY.match(sentence.between(one.end, sentence.end)) or one.start > of and _EARNED_AT.fullmatch(sentence.between(of, one.start))
        ):
            return one
    return None


# "Spain accounts for 60 percent of Acme's sales, | Italy | for 20 percent and | France | for the rest"
_AND_FOR = re.compile(r",? (?:and |with |while )?(?:the )?(?:[A-Z][\w ]{2,25} for [\w.% -]{2,20}(?:,|,? and) (?:the )?){0,3}")
_FOR_SHARE = re.compile(r" for (?:about |around |another |some |nearly )?(?:\d|the rest|the remain|an? (?:third|quarter|fifth|half|tenth))")


def _earner_before(sentence: Sentence, places: _Places) -> EntityMention | None:
    """The company whose sales the places before have a share of, where these have the next one."""
    if not _FOR_SHARE.match(sentence.between(places.end, sentence.end)):
        return None
    for before in _lists(sentence):
        if before.end < places.start and (owner := _earner(sentence, before)) is not None:
            earned = _EARNED_BY.match(sentence.between(owner.end, sentence.end))
            return owner if earned and _AND_FOR.fullmatch(sentence.between(owner.end + earned.end(), places.start)) else None
    return None


def _owner_in(sentence: Sentence, start: int, end: int) -> EntityMention | None:
    """The company that is spoken of within a stretch: by its name, or as "its"."""
    return next((one for one in sentence.entities if start <= one.start and one.end <= end and one.referent.type == "organization"), None)


def _is_known(sentence: Sentence, position: int) -> bool:
    """False for "they" where nobody is known to be meant."""
    return sentence.token(position).tag_ not in ("PRP", "PRP$") or any(one.start == position for one in sentence.entities)


def _hit_of_clause(sentence: Sentence, position: int, hits: list[Hit]) -> Hit | None:
    """The phrase of the clause that a place opens: "in Spain, Acme already has 40 shops"."""
    for hit in hits:
        if position < hit.start < position + 60 and hit.frame.phrase != "be in" and hit.frame.locates and hit.frame.verb and hit.end != hit.head_end:
            if re.search(r"[;:]|\b(?:but|while|which|where|after|because)\b", sentence.between(position, hit.start)):
                return None
            if hit.end < 0 or not _LEAD.fullmatch(sentence.between(hit.end, _next_place(sentence, hit.end))):
                return hit if _fits(sentence, hit) else None
    return None


def _next_place(sentence: Sentence, position: int) -> int:
    return next((one.start for one in sentence.entities if one.start >= position and one.referent.type == "place"), sentence.end)


def _told_in_aside(sentence: Sentence, places: _Places, hits: list[Hit], after: str) -> Iterator[Draft]:
    """What a relative clause tells of a place: "Spain, which it left in 2012", "Spain, where it has two plants"."""
    last = places.members[-1]
    if which := _WHICH_IT.match(after):
        hit = _hit_with_subject(sentence, places.end + which.end(), hits)
        if hit is not None and not hit.frame.locates:
            yield from _told(sentence, last, hit, 0.65, aside=True)
    if _WHERE_IT.match(after):
        reach = _next_place(sentence, places.end) - places.end
        for where in _WHERE.finditer(after[:reach]):
            hit = _hit_with_subject(sentence, places.end + where.end(), hits)
            if hit is not None and hit.frame.locates and hit.frame.note != "firm" and not _is_supposed(sentence, hit):
                for place in places.members:
                    yield from _told(sentence, place, hit, 0.7, aside=True)


def _is_supposed(sentence: Sentence, hit: Hit) -> bool:
    """True for what would be the case: "Spain, where it would compete with Globex"."""
    return any(child.dep_ == "aux" and child.lower_ in ("would", "could", "might") for child in sentence.token(hit.start).children)


def _hit_with_subject(sentence: Sentence, position: int, hits: list[Hit]) -> Hit | None:
    """The phrase right after a subject that stands at a position."""
    subject = next((one for one in sentence.entities if position <= one.start <= position + 4), None)
    if subject is None:
        return None
    return next((hit for hit in hits if hit.start > subject.start and _SUBJECT_GAP.fullmatch(sentence.between(subject.end, hit.start)) and _fits(sentence, hit)), None)


def _fits(sentence: Sentence, hit: Hit) -> bool:
    """True for a phrase with an object that it can have, and a subject that can do it."""
    return _takes_object(sentence, hit) and (_is_doer(sentence, hit) if hit.frame.verb else _is_owned(sentence, hit))


# "makes more than half of its sales there"
_MAKES_SALES = re.compile(r"(?:[\w'%-]+ ){0,6}?(?:its|their|all) (?:[a-z]+ )?(?:sales|revenues?|turnover|profits?|income|earnings|money)\b")


def _takes_object(sentence: Sentence, hit: Hit) -> bool:
    """False for "makes progress", "made $3 million", "sold a plant", and for one shop where it takes several."""
    if hit.object is None or hit.frame.note in ("earned", "sites"):
        return True
    if hit.noun is not None and hit.frame.predicate == "enters" and hit.noun.lower_ in ("venture", "ventures") and hit.frame.verb:
        return False  # "set up a joint venture in Spain"
    if hit.noun is not None:
        return hit.frame.note != "many" or is_plural(hit.noun.lower_) or _MORE.match(sentence.between(*hit.object)) is not None
    if hit.frame.predicate not in ("produces", "operates", "enters"):
        return True
    if hit.frame.predicate == "produces" and any(one.start == hit.object[0] and one.referent.type == "organization" and one.via != "coreference" for one in sentence.entities):
        return False  # "made Acme the largest grower in Spain"
    if hit.frame.predicate == "produces" and sentence.between(*hit.object).startswith(("up ", "do ", "out ", "good ")):
        return False  # "made up for weak demand in Spain"
    if hit.frame.predicate == "produces" and _MAKES_SALES.match(sentence.between(hit.object[0], min(sentence.end, hit.object[0] + 70))):
        return False
    nouns = [lemma(token.lower_) for token in _object(sentence, hit.object) if token.pos_ in ("NOUN", "PRON")]
    if nouns in (["it"], ["them"]) and (hit.frame.predicate == "enters" or hit.frame.predicate == "operates" and hit.frame.locates) and _is_firms(sentence, hit):
        return True  # "will bring it to Spain"
    if len(nouns) < 2 and any(one.quantity.unit_type in ("currency", "percent") for one in within(sentence.quantities, hit.object[0] - 1, hit.object[1])):
        return False
    return not nouns or not {nouns[0], nouns[-1]} & _NO_GOODS and nouns[-1] not in nouns_of("plant", "shop", "office")


def _is_firms(sentence: Sentence, hit: Hit) -> bool:
    """True for what a company does, by its name or as told before."""
    subject = subject_of(sentence.token(hit.start))
    entity = sentence.entity_at(subject) if subject is not None else None
    return entity is not None and entity.referent.type == "organization"


def _is_doer(sentence: Sentence, hit: Hit) -> bool:
    """False for a subject that is no firm: "demand expanded in Spain", "Jane Roe arrived in Spain"."""
    verb = sentence.token(hit.start)
    if hit.frame.note == "whom":
        return given(sentence, hit) is not None
    if hit.frame.note == "passive" and (verb.tag_ != "VBN" or any(child.lower_ in ("has", "have", "had") for child in verb.children)):
        return any(child.tag_ == "WDT" and child.dep_ == "dobj" for child in verb.children)  # "which Acme makes in Spain"
    subject = subject_of(verb)
    if subject is None and verb.tag_ == "VB" and verb.dep_ in ("acl", "relcl") and verb.head.dep_ == "attr":
        subject = subject_of(verb.head.head)  # "Acme is the first chain to open in Spain"
    if hit.frame.note == "sites":  # "Acme's shops are located in Spain", not Acme itself
        return subject is not None and subject.tag_ == "NNS" and lemma(subject.lower_) in nouns_of("plant", "shop")
    if subject is None:
        return hit.frame.note != "firm"
    if (entity := sentence.entity_at(subject)) is not None:
        if entity.referent.type == "place" and entity.text == entity.referent.name and not is_guessed_place(entity):
            return False  # "Norland, which exports most of its oil to Spain"
        # who arrives in Spain is a traveller, who runs shops there does it for a firm
        return entity.referent.type != "person" or hit.object is not None and hit.frame.predicate not in ("operates", "produces")
    if hit.frame.note == "firm":  # "Acme's app arrives in Spain"
        return lemma(subject.lower_) in _LAUNCHED and any(child.dep_ == "poss" for child in subject.lefts)
    if heads().search(subject.text) and (hit.object is None or hit.frame.predicate in ("operates", "produces")):
        return False  # "Acme's chief executive flew to Spain"
    return lemma(subject.lower_) not in _MEASURED and lemma(subject.lower_) not in _NO_FIRMS and lemma(subject.lower_) not in terms("institutions")


def _is_owned(sentence: Sentence, hit: Hit) -> bool:
    """False for a noun that takes an owner and has none, "production in Spain", or is only sold or bought."""
    token = sentence.token(hit.start)
    if hit.frame.note == "makes" and token.dep_ == "nsubj" and token.head.lower_ in _making():
        return True  # "the plant in Spain makes tyres"
    if hit.frame.note == "makes" and any(child.lower_ == "first" or child.dep_ == "poss" and child.tag_ != "PRP$" and child.pos_ != "PROPN" for child in token.lefts):
        return False  # "laid a stone for its first plant in Spain", "a rival's plant"
    if hit.frame.note in ("own", "makes"):  # "its business in Spain", "its plant there employs 300"
        return any(child.dep_ == "poss" or child.dep_ == "compound" and child.pos_ == "PROPN" for child in token.lefts) and not _is_parted_with(token, _GONE_OR_TO_COME)
    return hit.noun is None or not _is_parted_with(hit.noun)


@cache
def _making() -> frozenset[str]:
    """The verbs of making in all their forms."""
    return frozenset().union(*(frame.first for frame in frames("market_frames").frames if frame.predicate == "produces" and frame.note == "passive"), verb_forms("turn"))


# what is so no longer or not yet there: "closed its shops in Spain", "will start its business in Spain"
_GONE_OR_TO_COME = _PARTED | forms_of(
    *"close shut exit quit leave end cease halt stop suspend discontinue wind scrap axe pull withdraw abandon"
    " start begin launch open establish set build create plan want seek resume".split()
)  # fmt: skip


def _is_parted_with(noun: Token, verbs: frozenset[str] = _PARTED) -> bool:
    """True for what is sold or bought, or a stake in it: it says little of who is where."""
    for _ in range(3):
        noun = noun.head
        if noun.lower_ in verbs:
            return True
    return False


def _told(sentence: Sentence, place: EntityMention, hit: Hit, confidence: float, aside: bool = False) -> Iterator[Draft]:
    rule = f"<company> {hit.frame.name} <place>"
    end = max(place.end, hit.head_end)
    # what a firm has is told as fact, whatever the clause says of it: "its business in Spain will grow"
    told = aside or hit.frame.note in ("own", "makes") or not hit.frame.verb and sentence.token(hit.start).head.lower_ in _GONE_BEFORE
    predicate = "exits" if hit.frame.predicate == "enters" and not hit.frame.verb and has_ended(sentence.token(hit.start)) else hit.frame.predicate
    yield from _made(sentence, place, predicate, rule, min(hit.start, place.start), end, confidence, told=told, hit=hit)


# "after its debut in Spain, it will launch in Italy"
_GONE_BEFORE = frozenset({"after", "since", "following", "despite"})


def _is_past(verb: Token) -> bool:
    """True for "after leaving Spain", "since building a plant there"."""
    return verb.dep_ == "pcomp" and verb.head.lower_ in ("after", "since", "following", "by")


@cache
def _allowing() -> frozenset[str]:
    return forms_of("allow", "permit", "let", "enable", "authorise", "authorize")


@cache
def _going_on() -> frozenset[str]:
    return forms_of("keep", "continue")


_PRESSURE = frozenset({"calls", "demands", "pressure", "temptation"})


@cache
def _struggling() -> frozenset[str]:
    return forms_of("struggle", "battle", "fight", "try")


@cache
def _agreeing() -> frozenset[str]:
    """The words of agreements, whose purpose is yet to come."""
    return AGREED | forms_of("agree", "collaborate", "cooperate", "near", "sign", "partner", "team", "join") | {"alliance", "collaboration", "contract", "intent", "partnership", "venture"}


_ALLOWED = frozenset({"licence", "license", "licences", "licenses", "approval", "permission", "permit", "clearance", "consent", "authorisation", "authorization"})
_COMMISSIONS = frozenset({"contract", "contracts", "order", "orders", "tender", "tenders", "concession"})
# "will no longer sell it in Spain"
_NO_LONGER = re.compile(r"\bno longer $")
_NOT = re.compile(r"\b(?:no longer|does not|do not|has no|not yet|doesn't|don't|has yet to)\b")


# what goes on has no time: "the layoffs made known last year at its Asian plants"
_LASTING = frozenset({"operates", "produces", "targets"})


def _made(
    sentence: Sentence, place: EntityMention, predicate: str, rule: str, start: int, end: int, confidence: float, told: bool = False, hit: Hit | None = None, subject: EntityMention | None = None
) -> Iterator[Draft]:
    """The claim, unless nobody is there to be its subject; `told` in an aside it is fact whatever the clause around it is."""
    if subject is None:
        for one in doers_of(sentence, start, hit):
            yield from _made(sentence, place, predicate, rule, start, end, confidence, told, hit, one)
        return
    if subject.referent is place.referent:
        return
    if predicate == "operates" and is_guessed_place(place) and sentence.between(place.start - 4, place.start) == " to ":
        return  # "sold its engines to Globex", which the model takes for a town
    verb = sentence.token(start)
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.pos_ == "NOUN" and sentence.entity_at(verb.head) is None:
        return  # "talks with a firm operating in Spain"
    if verb.tag_ == "VB" and verb.head.lower_ in _PRESSURE:
        return  # "resisted calls to leave Spain"
    if predicate == "produces" and verb.tag_ == "VB" and verb.head.lower_ in ("talks", "negotiations"):
        return  # "is in talks to buy a plant in Spain"
    if predicate == "enters" and verb.tag_ == "VB" and verb.head.lower_ in _struggling():
        return  # "struggled to crack Spain", where it may be by now
    if predicate == "produces" and any(one.lower_ in _COMMISSIONS for one in islice(verb.ancestors, 3)):
        return  # "won a contract to build a plant in Spain": for another
    # "will keep operating its plant in Spain"
    goes_on = verb.lower_ in _going_on() or verb.dep_ == "xcomp" and verb.tag_ == "VBG" and verb.head.lower_ in _going_on()
    how = None if told or goes_on or verb.lower_ == "with" else stance(sentence, start)
    outlook: Outlook | None = None
    if how is None and predicate in ("produces", "enters", "expands") and verb.tag_ == "VB" and verb.head.lower_ in _agreeing():
        how = "intent"  # "signed an agreement to build a plant in Spain"
    if predicate == "targets" and place.via == "coreference":
        return  # "we will focus on this country"
    if predicate == "targets":
        outlook = "plan" if how in ("future", "intent") else None
    elif how is not None:
        outlook = "target" if how == "goal" else "forecast" if how == "expect" and predicate not in ("enters", "expands", "produces") else "plan"
    elif hit is not None and (hit.frame.note == "plan" or (hit.frame.note == "begun" or predicate == "exits" or verb.lower_ == "heading") and verb.tag_ == "VBG" and not _is_past(verb)):
        outlook = "plan"
    if predicate == "operates" and outlook is not None and hit is not None and hit.frame.verb:
        if how in ("goal", "expect"):
            return  # "aims to sell 4,000 cars in Spain" is a target
        predicate = "enters"
    if predicate == "enters" and outlook == "plan" and hit is not None and hit.frame.predicate == "operates" and _NO_LONGER.search(sentence.between(max(sentence.start, start - 25), start)):
        yield from _made(sentence, place, "exits", rule, start, end, confidence, hit=hit, subject=subject)
        return
    if predicate == "operates" and hit is not None and verb.tag_ == "VB" and (verb.head.lower_ in _ALLOWED or verb.head.lower_ in _allowing()):
        predicate, outlook = "enters", "plan"  # "got a licence to operate in Spain"
    ceased = predicate == "exits" and hit is not None and hit.frame.predicate == "operates"
    denied = not told and not ceased and (negated(sentence, start) or hit is not None and fell_through(verb) or _NOT.search(sentence.between(max(sentence.start, start - 25), start + 8)) is not None)
    if denied and predicate in ("expands", "targets"):
        return
    if denied and predicate in ("enters", "exits"):
        outlook = None
    source, stated = attributed(sentence, start, subject)
    period, period_end = event_period(sentence, end)
    past = sentence.reading.dating
    if period is not None and outlook is not None and past is not None and period.end is not None and period.end < past.start and period_end <= start:
        period, period_end = None, 0  # "bought a bank in Spain in 2004 and is trying to leave it"
    if period_end and any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in sentence.reading.doc.inside(end, period_end)):
        period, period_end = None, 0
    dating = sentence.reading.dating
    if outlook == "plan" and how is None and hit is not None and hit.frame.note == "plan" and _is_made_already(hit, verb, period, dating):
        outlook = None
    if predicate in _LASTING and outlook is None:
        period, period_end = None, 0
    if outlook is None and predicate in ("enters", "exits", "expands") and period and dating and period.start and period.start > dating.end:
        outlook = "plan"
    yield Draft(
        kind="market", predicate=predicate, subject=subject, rule=rule, start=min(start, place.start), end=max(end, period_end), place=as_place(place),
        product=_product(sentence, hit, subject) if hit is not None and predicate in ("produces", "enters", "operates") else None, period=period, outlook=outlook, negated=denied,
        said=source, stated=stated, confidence=confidence,
    )  # fmt: skip


def _is_made_already(hit: Hit, verb: Token, period: Period | None, dating: Dating | None) -> bool:
    """True where what a phrase of plans tells is over: "moved production to Spain in 2012", "has invested $2bn in its plants in Spain"."""
    if verb.tag_ not in ("VBD", "VBN"):
        return False
    if hit.frame.first & _MOVING:
        return dating is not None and period is not None and period.end is not None and (dating.start - period.end).days > _LONG_SINCE
    perfect = verb.tag_ == "VBN" and any(child.lower_ in ("has", "have") for child in verb.children)
    return hit.noun is not None and (perfect and is_plural(hit.noun.lower_) or any(child.lower_ in ("its", "their") for child in hit.noun.lefts))


_MOVING = forms_of("move", "shift")
_LONG_SINCE = 120


_ARTICLE = re.compile(r"^(?:(?:most|all|some|half|many|much|part) of (?=its|their|the)|its |their |the |a |an |some |only |just |both |first )+")


_PRAISE = re.compile(r"^(?:[a-z][\w-]* )+(?=[A-Z0-9])")
_SO_MUCH_OF = re.compile(r"^(?:%|per ?cent) of (?:all |the |its |their )*|^(?:(?:million|billion|thousands?|hundreds?|millions|billions) (?:of )?)?(?:barrels|bottles|cases|cargoes|litres|liters|ounces|pounds|pairs|tons|tonnes|units|(?:range|line|variety|series)s?) of (?:the |its )?")


def _product(sentence: Sentence, hit: Hit, subject: EntityMention) -> str | None:
    """What is made or sold there: the object of the phrase, or the subject of a passive."""
    if hit.frame.note in ("earned", "whom", "sites"):
        return None
    if hit.object is not None and hit.noun is None:
        phrase = list(_object(sentence, hit.object))
        numbered = len(phrase) > 1 and phrase[-1].tag_ == "CD" and phrase[-2].pos_ == "PROPN"  # "the Zeta 25"
        counted = next((at for at in reversed(range(len(phrase) - numbered)) if phrase[at].tag_ == "CD"), -1)
        phrase = phrase[counted + 1 :]  # "sold 3,000 lifts in Oslo": lifts
        words = _ARTICLE.sub("", sentence.between(phrase[0].idx, phrase[-1].idx + len(phrase[-1]))) if phrase else ""
        words = _SO_MUCH_OF.sub("", words)
        if phrase and phrase[-1].pos_ == "PROPN":
            words = _PRAISE.sub("", words)  # "the cheap Zeta chain"
        there = sentence.entity_at(phrase[-1]) if phrase else None
        if phrase and there is not None and there.referent.type == "place":
            return None  # "flights from Oslo to", "production from Norland to"
        if phrase and 3 <= len(words) <= 50 and (numbered or phrase[-1].pos_ in ("NOUN", "PROPN")):
            return words
    verb = sentence.token(hit.start)
    made = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    if made is None:
        return None
    entity = sentence.entity_at(made)
    if entity is None:
        return made.text if made.pos_ == "NOUN" else None
    return entity.referent.name if entity.referent.type == "product" else None


def _object(sentence: Sentence, span: tuple[int, int]) -> Iterator[Token]:
    """The words of an object up to what is told of it: "pumps" of "pumps for farmers"."""
    words = sentence.reading.doc.touching(*span)
    return takewhile(lambda token: token.pos_ != "ADP" and token.tag_ != "RB" or token.lower_ == "of", words)
