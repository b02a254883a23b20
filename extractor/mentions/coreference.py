"""Who "the company", "the German carmaker", "it" and "he" are: definite descriptions and pronouns by plain salience.

A description or pronoun denotes the most salient referent of a fitting type: subjects before other mentions, near
before far, the article's main organisation before the rest. What stays unclear is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Collection
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import any_of, forms_of, keyed, terms
from extractor.mentions.control import made_to_do
from extractor.mentions.name_votes import ROLE
from extractor.mentions.places import find_place
from extractor.mentions.sources import LABEL, bystanders, called_source, is_named_as_source, mere_sources, names_authority, names_reporter
from extractor.mentions.types import EntityMention, Referent
from extractor.tokens import Doc, Token

if TYPE_CHECKING:
    from extractor.record import Place

_PRONOUNS = re.compile(
    r"(?<![\w'-])(?:it|its|itself|he|his|him|she|her|they|their|we|our"
    r"|us)(?![\w-])",
    re.IGNORECASE,
)
_OUTSIDERS = (
    r"(?:union|(?:[a-z-]+ )?(?:analyst|economist|strategist|minister|senator|lawmaker|MP|mayor|lawyer|shareholder|investor|worker|driver|pilot|customer"
    r"|resident|farmer|grower|protester|campaigner|activist|councillor|professor|lecturer|broker|trader|organi[sz]er|regulator|consultant))s?\b"
)
_OUTSIDER = re.compile(rf"\b{_OUTSIDERS}")
_OUTSIDER_BEFORE = re.compile(rf"\b{_OUTSIDERS}(?: (?:leader|official|secretary|boss|chief|spokes[a-z]+|president|delegate))?,? $", re.IGNORECASE)
_OUTSIDER_AFTER = re.compile(rf",? (?:an?|the|of the|who|one of|[a-z]+)\b[^.;\"]{{0,50}}?\b{_OUTSIDERS}", re.IGNORECASE)
_EMPLOYED = re.compile(r"(?:[^.\"]|\.(?! [A-Z])){0,90}?\b(?:of|at|for) (?:the )?")
_PERSONAL = frozenset({"he", "his", "him", "she", "her"})
_TITLES = r"(?:chief|president|chairman|chairwoman|chief executive(?: officer)?|executive|director|head|boss|CEO|CFO|spokes(?:man|woman|person)|manager)"
_SPEAKING = frozenset({"we", "our", "us"})
_OWN_NOUNS = frozenset({"company", "firm", "group", "business", "startup", "start-up"})
# plural subjects that speak and act for a company
_KIN = frozenset("brother brothers children daughter daughters family father friend friends husband mother parents partner partners sister sisters son sons wife".split())
_STAFF = frozenset({"executives", "officials", "managers", "directors", "bosses", "officers", "owners", "spokespeople"})
# what is done to what is another's: "Globex rejected its offer"
_TO_OTHERS = forms_of(
    "accept", "acquire", "approve", "back", "beat", "block", "buy", "call", "clear", "criticise", "criticize", "describe", "downgrade", "endorse", "fund", "help",
    "join", "lead", "match", "own", "purchase", "rescue", "oppose", "rate", "rebuff", "recommend", "press", "pressure", "push", "refuse", "reject", "resist", "spurn", "sue", "support", "threaten", "urge", "top", "upgrade", "value", "welcome",
)  # fmt: skip
_WANTS = forms_of("ask", "force", "order", "persuade", "press", "push", "require", "tell", "urge", "want")
# trades that names of companies end in
_NAMED_TRADES = frozenset({"airline", "bank", "brewer", "fund", "insurer", "miner", "publisher"})
# "they were flat": sales and prices, not companies
_QUALITIES = re.compile(r"\s(?:are|were|'re)\s(?!\w+ing\b|\w+ed\b|not \w+ing\b)")
# "it is not a question of", "it takes time", "it emerged that"
_PLEONASTIC = re.compile(
    r"(?:'s|\s(?:is|was|would be|will be|has been|remains|became|seems?|appears?|turns? out|emerged|follows"
    r"|takes?|took))\b"
    r"(?:\s(?:not|also|still|now|yet|n't|never))*\s(?:a question|clear|unclear|likely|unlikely|possible"
    r"|impossible|important|necessary|difficult|hard|easy"
    r"|true|time|too|the first time|reported|expected|believed|said|understood|raining|that|to|why|how|when"
    r"|where|worth|fair|vital|thought|not yet|yet"
    r"|no (?:surprise|wonder|secret|accident|coincidence|mystery|joke|use)|snowing|early|late|good|bad|(?:the|another) (?:latest|first|second|third|last|biggest|largest|worst|best|only|most) [a-z]+|an? (?:good|bad|great|tough|busy|big|long|quiet|strange|sad|hard) [a-z]+|(?:an?|the) (?:marathon|sprint|matter|sign|shame|pity|pleasure|fact|mistake"
    r"|reminder|case))\b",
    re.IGNORECASE,
)


# "sales fell, analysts at Acme said", but not "sales fell, but Acme said it would"
_ASIDE_BEFORE = re.compile(r", (?:(?!(?:and|but|or|nor|so|yet|while|whereas|though|although|because)\b)[a-z][\w-]* ){0,4}$")
_SAID_NEXT = re.compile(r" (?:said|says|reported|estimated|noted|showed)\b")
_AFTER_PREPOSITION = re.compile(r"\b(?:of|in|at|by|from|with|to|than|for|on|between|against|into|like|as) (?:the |its |rival |[a-z]+ ){0,2}$")
_GENERIC = re.compile(r"the (?:company|firm|group)", re.IGNORECASE)
_ASIDE = re.compile(r", [^,;.\n]{2,140},")
_VERB_AFTER = re.compile(
    r"(?: (?:also|had|has|have|will|would|is|was|now|still|[a-z]+ly|on [A-Z][a-z]+|last [a-z]+|this [a-z]+|earlier [a-z]+|yesterday|today))* ([a-z]+)"
)
_HELD_PART = re.compile(r"(?:%|\bper ?cent\b|\bshares?\b|\bstake\b|\bhalf\b|\bpart\b)[^,;.]{0,20} (?:of|in) $")
# between a buyer and what it buys: "to buy", "takeover of the shoe brand"
_BUYING = re.compile(r"\b(?:buy(?:s|ing)?|bought|acquir(?:e|es|ed|ing)|tak(?:e|es|ing|en) over|took over|(?:takeover|acquisition|purchase) of|(?:bid|offer) for|(?:stake|interest) in|invest(?:ed|s|ing|ment)? (?:[^.;]{2,30} )?in) (?:(?:the|its|rival) )?(?:[A-Z][\w.-]+-based )?(?:[a-z-]+ ){0,3}$")
_IS_BOUGHT = re.compile(r",? (?:(?:is|was|were|are|has|have|had|been|be|being|to|will|would|has been) ){1,4}(?:bought|acquired|taken over)\b")
_OPENING_PHRASE = re.compile(r"(?:In|At|On|With|After|Before|For|According|As|Like|Unlike|Under|By|From|To|During|Following)\b")
_COMMA = re.compile(r",(?!\d)")
_SETS_OUT = re.compile(r"(?:Beyond|Besides|Despite|With|After|Before|Since|When|While|Although|Though|Because|As|Until|In addition to|On top of|Thanks to|Following|Given|Having|To|By|Under|Alongside|Apart from)\b(?:[^,.;]|[.,](?=\d))*")
_CLAUSE = re.compile(r", [a-z]+ [a-z]+")
_AUXILIARY = re.compile(r" (?:also |now |still |[a-z]+ly )?(?:has|had|have|will|would|is|was)\b")
_SAYS_THAT = re.compile(
    r"(?: \([^)]{1,20}\))?(?:, (?:which|an?|the|its|one of)\b[^,;.]{3,90},)?(?P<aside>,)? (?:also )?(?:said|says|announced|confirmed|warned|added|believes?|believed|estimates?|estimated|expects?|expected|hopes?|hoped|reckons|reckoned)"
    r"(?: (?:on|in|late|early|earlier|last|this) [\w ]{2,18})?,?(?: that)? "
)
_OWN_CLAUSE = re.compile(r" (?:would|will|could|may|might|has|had|is|was|plans|wants|planned|agreed|bought|sold|invest\w*|pa(?:ys|id))\b[^,;:.]{0,50}? (?:in|of|into|from|to|for) ")
# "proposed buying the smartphone maker": not itself
_BUYS = re.compile(r"(?: [\w']+){0,5} (?:buy|buying|bought|acquir\w+|tak(?:e|ing) over|purchas\w+|merg(?:e|ing) with|su(?:e|ing)) ")
_OFFICER_SAID = re.compile(r"\b[Tt]he (?P<title>CEO|chief executive|chairman|chairwoman|president|founder|minister|governor)(?: officer)?,? (?:said|says|added|told|wrote|noted)\b")
_INVESTS = re.compile(r"\b(?:venture[ -]capital|private[ -]equity|investment|buyout|VC) firm$")
_HOUSE = re.compile(r"\b(?:Ventures|Capital|Partners|Fund|Investments|Bank|Holdings)$")
_ONCE_OF = re.compile(r"\b(?:formerly|previously|once|lately) (?:of|at|with|from|an? [a-z]+ (?:of|at)) $|\b(?:[Ff]ormer|ex-) ?$")
_MAKER_NEXT = re.compile(r" (?:and [\w-]+ )?(?:maker|owner|parent|operator|publisher|creator|developer|producer)\b")
_NO_COMMENT = re.compile(
    r"(?:'s? (?:spokes\w+|representatives?|officials?|executives?))? (?:(?:did not|didn['’]t|had not|has not|was not|were not|could not) (?:immediately |yet |be )*(?:respond|responded|return|returned|repl|reached|reachable|available|comment)"
    r"|declined (?:to (?:comment|elaborate|say|give)|comment|further)|could not be (?:immediately )?reached|refused to comment)"
)
_A_RIVAL = re.compile(r"\b(?:[Rr]ivals?|[Cc]ompetitors?|[Pp]eers?) (?:[A-Z][\w&.'-]* (?:and )?){0,4}$")
_RIVAL_BEFORE = re.compile(r"\brivals? $")
_SPOKEN_TO = re.compile(
    r"\b(?:told|according to|to|on|by|from|with|than|against|rivals?|including|like|(?:analyst|economist|strategist|researcher|trader|manager|broker)s? at|, (?:says|said|reports|reported|writes|wrote|notes|noted)) $"
)


def owner_apposed(noun: Token) -> Token | None:
    """Who "the owner of British Gas, Centrica," is: the name behind the one that he has."""
    if noun.lower_ not in terms("owner_nouns"):
        return None
    had = (one for child in noun.children if child.lower_ == "of" for one in child.children if one.dep_ == "pobj" and one.pos_ == "PROPN")
    return next((child for one in had for child in one.children if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i > one.i), None)


def main_organization(mentions: list[EntityMention], without: Collection[int] = ()) -> Referent | None:
    """What the article is about: the organisation named most, names near the start counting more; none of the orders in `without`."""
    weight: Counter[int] = Counter()
    referents: dict[int, Referent] = {}
    for place, one in enumerate(mentions):
        if one.referent.type == "organization" and one.referent.order not in without:
            referents[one.referent.order] = one.referent
            weight[one.referent.order] += 6 if place < 1 else 4 if place < 3 else 2
    for order, referent in referents.items():
        if names_authority(referent.name):
            weight[order] //= 3  # those it rules on are what the article is about
    if not weight:
        products = [one.referent for one in mentions if one.referent.type == "product"]
        return products[0] if products else None
    best = min(weight, key=lambda order: (-weight[order], order))
    return referents[best]


def resolve(doc: Doc, text: str, mentions: list[EntityMention], title_end: int = 0) -> list[EntityMention]:
    """The named mentions with those of descriptions and pronouns that could be resolved, sorted by place."""
    resolver = _Resolver(doc, text, mentions, title_end)
    found = list(mentions)
    for start, end in sorted(_anaphors(text, title_end)):
        # "the German carmaker" holds the mention of a place, and is one of the carmaker all the same
        if any(
            one.start < end and start < one.end and not resolver.is_modifier(one, start, end) for one in resolver.near(start, end)
        ):
            continue
        referent = resolver.referent(start, end)
        if referent is not None:
            mention = EntityMention(start, end, text[start:end], referent, "coreference")
            found.append(mention)
            resolver.add(mention)
    return sorted(found, key=lambda one: (one.start, -one.end))


def _anaphors(text: str, title_end: int) -> list[tuple[int, int]]:
    """Pronouns and definite descriptions of organisations and people, in the body."""
    found = [match.span() for match in _description().finditer(text, title_end)]
    found += [match.span() for match in _PRONOUNS.finditer(text, title_end)]
    found += [match.span("noun") for match in _OWN_COMPANY.finditer(text, title_end)]
    found += [match.span("firm") for match in _THE_BUSINESS.finditer(text, title_end)] if "business" in text.lower() else []
    found += [match.span() for match in _THE_UNIT.finditer(text, title_end)]
    found += [match.span() for match in _OWNER_OF.finditer(text, title_end)] if "The " in text else []
    found += [match.span() for match in _OF_TWO.finditer(text, title_end)] if "the latter" in text or "he former" in text or "The latter" in text else []
    found += [match.span() for match in _COMBINED.finditer(text, title_end)] if any(one in text for one in _COMBINING) else []
    found += [match.span() for match in _OF_AGE.finditer(text, title_end)] if "year" in text else []
    return found


# "The owner of brands such as Zeta and Yotta": whose brands they are, at the head of a sentence
_OWNER_OF = re.compile(r"(?:(?<=[.!?\n] )|(?<=\n)|(?<=[.!?][\"”] ))The (?:owner|maker|operator|publisher|parent(?: company)?|developer|producer|manufacturer|creator)(?= of\b)")
# one of two that were named: "helping the latter to expand", "the former's sales"; "the former chief" is none
_OF_TWO = re.compile(
    r"\b[Tt]he (?:latter|former)(?=['’]s\b|[,.;:]| (?:is|was|has|had|have|will|would|could|may|can|also|to|in|and|by|at|on|for|with|which|as|but|of the|said|says|[a-z]+ed|sold|made|rose|fell|won|lost|took|saw|grew|bought)\b)"
)


# what two that merge will be: a company of its own
_COMBINING = ("combined ", "merged ", "enlarged ")
_COMBINED = re.compile(r"\b[Tt]he (?:new |newly )?(?:combined|enlarged|merged) (?:company|group|firm|entity|business|bank|airline|carrier|insurer|lender|retailer|brewer|miner|operator)(?![\w'’-])(?! [a-z]+['’]s)")


# "Profits have slipped at the bicycle maker Acme"
_RESULTS_AT = re.compile(
    r"(?:[\w-]+ ){0,4}?(?:[Ss]ales|[Pp]rofits?|[Rr]evenues?|[Ee]arnings|[Ss]hares|[Oo]utput|[Ll]oss(?:es)?|[Mm]argins?|[Tt]urnover) (?:[^,;.\"]{0,60} )?(?:at|in|of|for) (?:the )?(?:[\w.-]+ ){0,5}"
)


# "The 45-year-old succeeds John Doe": a person
_OF_AGE = re.compile(
    r"\b[Tt]he [2-9]\d-year[- ]old(?=, (?:who|whose)\b| (?:who|will|would|also|left|took|began|then|now|(?!business\b)[a-z]+(?:s|ed|id))\b)"
)


_ITS_RESULTS = re.compile(
    r"['’]s (?:[a-z-]+ ){0,3}(?:sales|revenues?|turnover|profits?|earnings|income|output|production|deliveries|shipments)\b(?! (?:of|from|at|in) [A-Z])"
)
_ITS_HOLDERS = re.compile(r"(?:['’]s?)? (?:shareholders|stockholders|shares|stock)\b(?! exchange)")
# what is told of a company for who does not know it: "The company employs 300 people", "The firm, which makes shoes"
_BACKGROUND = re.compile(
    r"(?:,? (?:which|that|whose)| was (?:founded|valued)| is (?:based|headquartered|valued)|, (?:founded|based|set up|established|created|launched)\b"
    r"|,? (?:employs|makes|sells|runs|operates|provides|supplies|develops|owns|offers|has (?:about |around |more than |over |some |nearly |almost )?(?:\d|an? (?:workforce|staff|fleet|network|market)|(?:two|three|four|five|six|seven|eight|nine|ten|several)\b)"
    r"|(?:had|made|generated|posted|recorded|booked) (?:[a-z-]+ ){0,3}(?:sales|revenues?|turnover|profits?|earnings|loss(?:es)?)))"
)
# a part of a company that has been named: "its pie unit, Acme, … The unit made a profit"
_THE_UNIT = re.compile(r"\b(?:The|the) (?:unit|division|subsidiary|arm)\b(?! (?:of|for|in|that)\b)")
_UNIT_BEFORE = re.compile(r"\b(?:unit|division|subsidiary|arm|business),? $")
_UNIT_AFTER = re.compile(r"(?:,? (?:its|an?|the|[A-Z][\w.&-]*'s) (?:[\w-]+ ){0,4}|(?: [\w-]+)? )(?:unit|division|subsidiary|arm)\b")


# "bought the business in 2013": in most other places "the business" is a trade
_THE_BUSINESS = re.compile(
    r"\b(?:buy|buying|bought|acquir(?:e|ed|ing)|purchased?|t(?:ake|ook|aking) over|founded|started|set up|own(?:s|ed)?|sold|sell|selling|joined|valu(?:es|ed|ing)"
    r"|left) (?P<firm>the business)(?= (?:in|from|for|at|to|by|when|with|after|last|this|until|since|as|and)\b|[.,;])(?! (?:of|for (?!(?:about |around |nearly )?[$£€\d]))\b)",
    re.IGNORECASE,
)


# "after his company was sold"
_OWN_COMPANY = re.compile(r"\b(?:his|her) (?:own )?(?P<noun>company|firm|group|business|start-?up)\b(?! [a-z]*(?:er|ive|ist)\b)", re.IGNORECASE)
_WHOSE = re.compile(r"\b(?:his|her)(?= (?:own )?$)", re.IGNORECASE)
# between a person's name and that of the company: ", chief executive of the paint maker", " of", ", who founded"
_OF_COMPANY = re.compile(r",? (?:[\w'&.-]+ ){0,6}?(?:of|at|founded|owns|runs|heads|leads) (?:the )?(?:[a-z-]+ ){0,4}")
_COMPANY_OF = re.compile(r"(?:'s?)? (?:[\w-]+ ){1,5}$")


@cache
def _description() -> re.Pattern[str]:
    """A definite description of an organisation: "the German carmaker", "the company", "French group"."""
    nouns = any_of(terms("entity_descriptions"))
    return re.compile(
        rf"(?<![\w'-])(?:the|this|that)\s(?:(?-i:[A-Z])[\w.]+(?: (?-i:[A-Z])[\w.]+)?, (?=[\w.]+(?: [\w.]+)?-based\s))?(?:(?!the\b|its\b|their\b|an?\b|combined\b|merged\b|enlarged\b|parent\b|holding\b|of\b|and\b(?! (?-i:[A-Z]|i[A-Z]))|in\b|to\b|for\b|with\b|by\b|on\b|at\b|is\b"
        rf"|was\b)(?:(?:[A-Z]\.)+|[\w&'-]+(?:\.[\w'-]+)*)\s){{0,4}}?{nouns}(?![\w-])(?! (?:year|vehicle|of the year|secretary|{nouns}|(?-i:[A-Z])))"
        rf"|(?<![\w'-])(?-i:[A-Z])[a-z]+(?:ese|ish|an|ch)\s(?:society|group|firm|company)(?![\w-])(?! (?-i:[A-Z]))",
        re.IGNORECASE,
    )


_GENDERED = re.compile(r"\b(?:(?P<m>Mr|Sir|Lord|[a-z]*(?:spokes|business|sales)man)|(?P<f>Mrs|Ms|Miss|Lady|Dame|Baroness|[a-z]*woman))\.? $")


def _genders(text: str, mentions: list[EntityMention]) -> dict[int, str]:
    """The gender of the people whose titles tell it, else their given names, by the order of the referent."""
    found: dict[int, str] = {}
    called: dict[int, str] = {}
    for one in mentions:
        if one.referent.type != "person":
            continue
        if title := _GENDERED.search(text, max(0, one.start - 20), one.start):
            found.setdefault(one.referent.order, str(title.lastgroup))
        elif (gender := keyed("given_names").get(one.referent.name.partition(" ")[0].casefold(), "-")) != "-":
            called[one.referent.order] = gender
    return called | found


_WHICH_IT = re.compile(r",? (?:which|that|whom) $")
_WHICH_DOES = re.compile(r", (?:which|who) (?:(?:has|had|have|also|first|already|once|then) )*(?:[a-z]+ed|bought|owns?|runs?|took|sold|built|led|won|makes?|made|holds?|held) $")
_REPORTS = re.compile(r" (?:reports?|reported|said|says|wrote|understands|estimates|estimated)\b")
# "Brazilian miner Acme", not "the Brazilian miner told Acme"
_FROM_BEFORE = re.compile(
    r"([A-Z][\w.]+)(?:-based)?(?: (?!(?:told|said|says|and|or|to|by|with|for|from|of|in|on|at|over|than|as|has|had|is|was|will|would|bought|sold|took|sued|beat|asked|joined|owns|owned|holds|agreed)\b)[a-z][\w-]*){1,4} $"
)
_OFFICER_SAYS = re.compile(rf"(?:'s?)? (?:[a-z-]+ ){{0,3}}?(?i:{ROLE}),? (?:said|says|told|added|explained|insisted|warned|hopes|expects)\b")
_NAME_COMMA = re.compile(r"[A-Z][\w'-]+, $")
_OFFICE_NEXT = re.compile(rf"its (?:[a-z-]+ )?{_TITLES}\b", re.IGNORECASE)


def _is_elsewhere(known: str, other: Place) -> bool:
    """True for a place that is neither the other one nor in the same country: Oslo is in Norway."""
    place = find_place(known)
    if known == other.name or place is None:
        return known != other.name
    return place.code is None or other.code is None or place.code[:2] != other.code[:2]


class _Resolver:
    """The mentions so far, in order, with what is needed to weigh them."""

    def __init__(self, doc: Doc, text: str, mentions: list[EntityMention], title_end: int) -> None:
        self.doc, self.text, self.title_end = doc, text, title_end
        self.mentions = sorted(mentions, key=lambda one: one.start)
        self.bystanders = bystanders(text, mentions)
        self.main = main_organization(mentions, self.bystanders | mere_sources(text, mentions))
        if self.main is not None and names_reporter(self.main.name):
            self.main = None  # an article on what a researcher found is about those that it looked at
        self.combined: Referent | None = None
        self.nations: dict[int, str] = {}
        self.genders = _genders(text, mentions)
        self.sentence_starts = [start for start, _ in doc.sentence_spans]

    def add(self, mention: EntityMention) -> None:
        insort(self.mentions, mention, key=lambda one: one.start)

    def near(self, start: int, end: int) -> list[EntityMention]:
        """The mentions around a stretch of text."""
        first = bisect_right(self.mentions, start, key=lambda one: one.start)
        last = bisect_right(self.mentions, end, key=lambda one: one.start)
        return self.mentions[max(0, first - 3) : last]

    def _mention_at(self, token: Token) -> EntityMention | None:
        """The mention that a token stands in."""
        return next((one for one in self.near(token.idx, token.idx) if one.start <= token.idx < one.end), None)

    def _token(self, position: int) -> Token:
        """The token that holds a character of the text, or the last one before it."""
        return self.doc.token(position)

    def _before(self, position: int) -> list[EntityMention]:
        """The last few hundred mentions before a position: what lies further back is forgotten."""
        index = bisect_right(self.mentions, position - 1, key=lambda one: one.start)
        return self.mentions[max(0, index - 200) : index]

    def _after(self, position: int, reach: int) -> list[EntityMention]:
        """The mentions that begin within some characters of a position."""
        first, last = (bisect_left(self.mentions, end, key=lambda one: one.start) for end in (position, position + reach))
        return self.mentions[first:last]

    def is_modifier(self, one: EntityMention, start: int, end: int) -> bool:
        """True for a place, or the goods or the company of "the Zeta maker", named within a description."""
        inside = start < one.start and one.end < end
        return inside and (one.referent.type == "place" or _MAKER_NEXT.match(self.text, one.end, end) is not None)

    def sentence(self, position: int) -> int:
        return bisect_right(self.sentence_starts, position) - 1

    def referent(self, start: int, end: int) -> Referent | None:
        words = self.text[start:end].casefold().split()
        if self.text.startswith(" of", end) and _OWNER_OF.match(self.text, start):
            apposed = owner_apposed(self._token(end - 1))
            if apposed is not None and self.text.startswith(",", apposed.idx + len(apposed)):
                named = self._mention_at(apposed)
                return named.referent if named is not None else None
            end_of_sentence = next((one for one in self.sentence_starts if one > start), len(self.text))
            return self._salient(start, description=True, without={one.referent.order for one in self._after(start, end_of_sentence - start)})
        if words[-1] in ("latter", "former"):
            return self._of_two(start, words[-1])
        if _COMBINED.fullmatch(self.text, start, end):
            return self._combined(start, end)
        if words[-1] in _PERSONAL:
            return self._person(start, "f" if words[-1] in ("she", "her") else "m")
        if words[-1].endswith(("-old", "old")) and words[0] == "the":
            return self._person(start, "")
        if words[0] in _OWN_NOUNS and len(words) == 1:
            return self._company_of(start)
        if words[0] in _SPEAKING and len(words) == 1:
            return self._speaking(start)
        if (
            words[0] in ("it", "itself")
            and len(words) == 1
            and (_PLEONASTIC.match(self.text, end) or self._is_expletive(start))
        ):
            return None
        if words[0] in ("it", "its") and len(words) == 1 and (ahead := self._ahead(start)) is not None:
            return ahead
        if words[0] in ("its", "itself") and len(words) == 1 and (own := self._own(start)) is not None:
            return own
        if words[0] == "its" and len(words) == 1:
            above = self._doer_above(start)
            if above is not None and above.referent.type == "place" and above.text == above.referent.name:
                return None  # "Norland has seen its output fall"
            if above is not None and self._is_done_to_another(start):
                return self._salient(start, without={above.referent.order})
        if words[0] == "it" and len(words) == 1 and (same := self._same_object(start) or self._target(start, end, "company")) is not None:
            return same
        if words[0] == "it" and len(words) == 1 and (doer := self._doer_to(start)) is not None:
            return self._salient(start, without={doer})
        if words[0] in ("they", "their") and len(words) == 1:
            return None if _QUALITIES.match(self.text, end) else self._several(start)
        if len(words) > 1:
            return self._described(start, self.text[start:end])
        return self._salient(start)

    def _combined(self, start: int, end: int) -> Referent:
        """The company that a merger makes, the same one throughout an article."""
        if self.combined is None:
            name = self.text[start + len("the ") : end]
            self.combined = Referent(name, "organization", {name}, None, None, max((one.referent.order for one in self.mentions), default=-1) + 1)
        return self.combined

    def _of_two(self, start: int, which: str) -> Referent | None:
        """The one that "the latter" or "the former" is, of the two companies last named in this sentence or the one before."""
        here = self.sentence(start)
        for first in (here, here - 1):
            named: dict[int, Referent] = {}
            for one in self._before(start):
                if self.sentence(one.start) in (first, here) and one.via != "coreference" and one.referent.type in ("organization", "product", "person"):
                    named.pop(one.referent.order, None)
                    named[one.referent.order] = one.referent
            if len(named) > 1:
                found = list(named.values())[-1 if which == "latter" else -2]
                return found if found.type != "person" else None
        return None

    def _company_of(self, start: int) -> Referent | None:
        """The company of the person whom "his company" speaks of: named beside the person before."""
        whose = _WHOSE.search(self.text, max(0, start - 8), start)
        person = self._person(whose.start(), "f" if whose.group().casefold() == "her" else "m") if whose else None
        for one in reversed(self._before(start)):
            if person is None or one.referent is not person or one.via == "coreference":
                continue
            for firm in self.near(one.start - 60, one.end + 90):
                if firm.referent.type != "organization":
                    continue
                if firm.start > one.end and _OF_COMPANY.fullmatch(self.text, one.end, firm.start):
                    return firm.referent
                if firm.end < one.start and _COMPANY_OF.fullmatch(self.text, firm.end, one.start) and terms("entity_person_titles") & set(self.text[firm.end : one.start].casefold().split()):
                    return firm.referent
        return None

    def _ahead(self, start: int) -> Referent | None:
        """The subject that a phrase before it speaks of: "Beyond the job cuts at its mills, Acme is closing two mines"."""
        opening = self.sentence_starts[max(0, self.sentence(start))]
        if _SETS_OUT.fullmatch(self.text, opening, start) is None or any(one.referent.type in ("organization", "product", "person") for one in self._before(start) if one.start >= opening):
            return None
        for one in self._after(start, 160):
            if one.referent.type in ("organization", "product", "person"):
                alone = _COMMA.subn("", self.text[start : one.start])[1] == 1 and self.text.startswith(", ", one.start - 2) and self.sentence(one.start) == self.sentence(start)
                return one.referent if alone and one.referent.type == "organization" and self._is_subject(one) else None
        return None

    def _own(self, start: int) -> Referent | None:
        """Whose "its" is after a verb: that of the company which is the verb's subject, but for what is done to another's ("rejected its bid")."""
        token = self._token(start)
        verb = token
        while verb.head.i != verb.i and verb.pos_ not in ("VERB", "AUX"):
            verb = verb.head
        if verb.pos_ != "VERB" or verb.i > token.i or verb.lower_ in _TO_OTHERS or verb.lower_ in terms("speech_verbs"):
            return None
        subject = made_to_do(verb) or next((child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i), None)
        if subject is not None and subject.lower_ in ("which", "that") and verb.dep_ == "relcl" and verb.head.i < subject.i:
            subject = verb.head  # "Acme, which cut its forecast"
        reflexive = token.lower_ == "itself"  # "wants the company to sell itself"
        if subject is None or subject.pos_ != "PROPN" and subject.lower_ != "it" and not reflexive:
            return None
        named = self._mention_at(subject)
        told = named is not None and (named.via != "coreference" or subject.lower_ == "it" or reflexive)  # "it raised its stake"
        return named.referent if told and named is not None and named.referent.type == "organization" else None

    def _same_object(self, start: int) -> Referent | None:
        """What "founded Globex in 1983 and sold it" takes up: the object of the verb before, if it is a company."""
        token = self._token(start)
        verb = token.head
        if token.dep_ != "dobj" or verb.dep_ != "conj" or any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
            return None
        object = next((child for child in verb.head.children if child.dep_ == "dobj"), None)
        named = self._mention_at(object) if object is not None else None
        return named.referent if named is not None and named.referent.type == "organization" else None

    def _doer_above(self, start: int) -> EntityMention | None:
        """The name that is the subject of the clause that a possessive stands in, its own noun apart."""
        token = self._token(start)
        above = [token, *token.ancestors]
        for one in above[1:8]:
            doer = next((child for child in one.lefts if child.dep_ in ("nsubj", "nsubjpass") and child.idx < start and child not in above), None)
            if doer is not None:
                return self._mention_at(doer)
        return None

    def _is_done_to_another(self, start: int) -> bool:
        """True for the "its" of "valued its unit at $3m", "rejected its offer": of the object of a verb of dealing with others."""
        token = self._token(start)
        return token.head.dep_ == "dobj" and token.head.head.lower_ in _TO_OTHERS

    def _doers_of(self, start: int) -> list[int]:
        """Where the subject, and the name behind it, stand of the verb whose object the pronoun at a position is."""
        token = self._token(start)
        doer = next((child for child in token.head.children if child.dep_ == "nsubj"), None) if token.dep_ == "dobj" else None
        return [doer.idx, *(child.idx for child in doer.children if child.dep_ == "appos")] if doer is not None else []

    def _doer_to(self, start: int) -> int | None:
        """Who does something to "it" in a clause of his own, so that it is another: "Globex, which bought it in 2012"."""
        token = self._token(start)
        if token.dep_ == "dobj" and token.head.lower_ in _TO_OTHERS:
            # "Globex bought it in 2013": nobody buys himself
            named = next((one for doer in self._doers_of(start) for one in self.near(doer, doer) if one.start <= doer < one.end), None)
            if named is not None:
                return named.referent.order
        if (which := _WHICH_IT.search(self.text, max(0, start - 10), start)) is not None:
            # "Globex, which it bought in 2012": not Globex
            return next((one.referent.order for one in self.near(which.start() - 1, which.start()) if one.end == which.start()), None)
        clause = _WHICH_DOES.search(self.text, max(0, start - 40), start)
        if clause is None:
            return None
        return next((one.referent.order for one in self.near(clause.start() - 1, clause.start()) if one.end == clause.start()), None)

    def _several(self, start: int) -> Referent | None:
        """ "They": the company spoken of, if no plural subject stands nearer that they could be."""
        found = self._salient(start, plural=True)
        if found is None or self._in_quotes(start) and found is self._speaking(start):
            return None  # who speaks says "we" of his own
        here = self.sentence(start)
        named = next((one.start for one in reversed(self._before(start)) if one.referent is found), -1)
        first = max(named, self.sentence_starts[max(0, here - 1)])
        if "\n\n" in self.text[first:start]:
            first = self.text.rfind("\n\n", first, start)
        tokens = self.doc.tokens[bisect_right(self.doc.starts, first) : self.doc.index(start)]
        subjects = [token for token in tokens if token.dep_ in ("nsubj", "nsubjpass")]
        if any(child.dep_ == "conj" and child.lower_ in _KIN for token in subjects for child in token.children):
            return None  # "Jane Roe and her family moved to Spain, where they"
        return None if any(token.tag_ == "NNS" and token.lower_ not in _STAFF for token in subjects) else found

    def _is_expletive(self, start: int) -> bool:
        token = self._token(start)
        return bool(token.dep_ == "expl")

    def _described(self, start: int, surface: str) -> Referent | None:
        """A description: the organisation said to be of that nationality or trade, else the salient one."""
        words = surface.split()
        head = words[-1].casefold()
        if head in terms("entity_person_titles"):
            return None
        if head in ("unit", "division", "subsidiary", "arm"):
            return self._unit(start)
        if (named_so := self._apposed_to(start)) is not None:
            return named_so
        if len(words) > 2 and words[-2].casefold() in ("acquired", "target", "purchased") and (bought := self._bought(start)) is not None:
            return bought
        modifiers = (word.removesuffix("-based") for word in words[:-1] if word[0].isupper())
        nationality = next((place for word in modifiers if (place := find_place(word))), None)
        if nationality is not None:
            local = [one.referent for one in self._before(start) if self._is_from(one, nationality.name)]
            # who has been called Finnish is not the U.S. company
            others = {order for order, nation in self.nations.items() if _is_elsewhere(nation, nationality)}
            doer = self._clause_subject(start)
            found = local[-1] if local else self._salient(start, description=True, without=others if doer is None else {*others, doer})
            if found is not None:
                self.nations.setdefault(found.order, nationality.name)
            return found
        # who makes or owns what is named within the description is another
        within = {one.referent.order for one in self._after(start, len(surface)) if one.referent.type != "place"}
        if (target := self._target(start, start + len(surface), head)) is not None and target.order not in within:
            return target
        if head in ("startup", "start-up"):
            # "Globex Ventures invested in Acme when the startup was small"
            here = self.sentence(start)
            named = [one.referent for one in self._before(start) if one.referent.type == "organization" and self.sentence(one.start) == here]
            named = [one for one in named if not _HOUSE.search(one.name) and one.order not in within]
            if named:
                return named[-1]
        if head == "firm" and _INVESTS.search(surface):
            houses = [one.referent for one in self._before(start) if one.referent.type == "organization" and _HOUSE.search(one.referent.name) and one.referent.order not in within]
            if houses:
                return houses[-1]
        named = [
            one.referent
            for one in self._before(start)
            if one.referent.type == "organization" and one.referent.order not in within and self._has_trade(one, head)
        ]
        if named and head not in ("company", "firm", "group", "business", "society"):
            # of two banks "the bank" is the one the article is about, if it has been named since the other
            rivals = {one.order for one in named} - ({self.main.order} if self.main else set())
            spoken_of = next((one.referent for one in reversed(self._before(start)) if one.via != "coreference" and one.referent.order in {*rivals, self.main.order if self.main else -1}), None)
            return self.main if self.main in named and spoken_of is self.main else named[-1]
        if _HELD_PART.search(self.text, max(0, start - 60), start) and (holder := self._clause_subject(start)) is not None:
            within.add(holder)  # "Acme, which owns 65 percent of the company"
        if (whom := self._object_of_another(start, len(surface))) is not None:
            within.add(whom)
        if head == "group" and len({one.order for one in named}) == 1:
            return named[0]  # "publishing group Acme bought Globex. The group said"
        generic = len(words) == 2 and head in ("company", "firm", "group")
        if generic and (officers := self._led_by_subject(start)) is not None and officers.order not in within:
            return officers
        return self._salient(start, description=True, without=within, generic=generic)

    def _target(self, start: int, end: int, head: str) -> Referent | None:
        """Of whom a sentence tells right after the one in which it was bought: "Acme said it would buy Globex. The company employs 300 people"."""
        here = self.sentence(start)
        if here < 1 or self.sentence_starts[here] != start or "\n" in self.text[self.sentence_starts[here - 1] : start]:
            return None
        if head not in ("startup", "start-up") and (head not in _OWN_NOUNS or not _BACKGROUND.match(self.text, end)):
            return None
        named = [one for one in self._before(start) if one.start >= self.sentence_starts[here - 1] and one.referent.type == "organization" and one.via != "coreference"]
        if not named or len({one.referent.order for one in named}) > 2:
            return None
        return named[-1].referent if _BUYING.search(self.text, max(0, named[-1].start - 60), named[-1].start) else None

    def _bought(self, start: int) -> Referent | None:
        """Whom "the acquired company" and "the target company" mean: who was last said to be bought."""
        for one in reversed(self._before(start)):
            if one.referent.type != "organization":
                continue
            if _BUYING.search(self.text, max(0, one.start - 60), one.start) or _IS_BOUGHT.match(self.text, one.end, start):
                return one.referent
        return None

    def _object_of_another(self, start: int, length: int) -> int | None:
        """Who does to "the company" what is done to others: "Acme Bank valued the company at $3bn"."""
        token = self._token(start + length - 1)
        verb = token.head
        if token.dep_ == "nsubj" and verb.tag_ == "VB" and verb.dep_ in ("ccomp", "xcomp") and verb.head.lower_ in _WANTS:
            verb = verb.head  # "Globex wants the company to sell its mills"
        elif token.dep_ != "dobj" or verb.lower_ not in _TO_OTHERS:
            return None
        doer = next((child for one in ((verb, verb.head) if verb.dep_ == "conj" else (verb,)) for child in one.children if child.dep_ == "nsubj"), None)
        doer = next((child for child in doer.children if child.dep_ == "appos"), doer) if doer is not None and doer.pos_ == "NOUN" else doer
        named = self._mention_at(doer) if doer is not None else None
        return named.referent.order if named is not None and named.referent.type == "organization" else None

    def _clause_subject(self, start: int) -> int | None:
        """Who acts in the clause of a description, who is therefore another: "Acme fears the German carmaker's plans"."""
        token = self._token(start)
        for _ in range(8):
            doer = next((child for child in token.lefts if child.dep_ == "nsubj" and child.idx < start and child.i != token.i), None)
            if doer is not None:
                if doer.lower_ == "which" and token.dep_ == "relcl":
                    doer = token.head  # "Acme, which owns 65 percent of the company"
                doer = next((child for child in doer.children if child.dep_ == "appos" and doer.pos_ == "NOUN"), doer)  # "its main shareholder, Acme, owns"
                named = self._mention_at(doer)
                return named.referent.order if named is not None and named.via != "coreference" and named.referent.type == "organization" else None
            if token.head.i == token.i:
                return None
            token = token.head
        return None

    def _unit(self, start: int) -> Referent | None:
        """The part of a company that was named as one in this sentence or the two before."""
        here = self.sentence(start)
        for one in reversed(self._before(start)):
            if here - self.sentence(one.start) > 2:
                return None
            if one.referent.type != "organization" or one.via == "coreference":
                continue
            if _UNIT_BEFORE.search(self.text, max(0, one.start - 16), one.start) or _UNIT_AFTER.match(self.text, one.end, start):
                return one.referent
        return None

    def _led_by_subject(self, start: int) -> Referent | None:
        """Whose officer has been speaking in this sentence: "Acme chief Jane Roe said the company" speaks of Acme."""
        here = self.sentence(start)
        for one in reversed(self._before(start)):
            if self.sentence(one.start) != here:
                return None
            if one.referent.type == "organization" and _OFFICER_SAYS.match(self.text, one.end, start):
                return one.referent  # "Jane Roe, the Acme chief executive, said the company"
            if one.referent.type == "organization" and self._is_subject(one):
                return None
            if one.referent.type == "person" and self._heads_clause(one):
                return self._office_of(one)
        return None

    def _apposed_to(self, start: int) -> Referent | None:
        """The organisation right before a description that says what it is: "sales at Acme, the German brand that Globex bought"."""
        one = next((one for one in reversed(self.near(start - 3, start)) if self.text[one.end : start] == ", "), None)
        if one is None or one.referent.type not in ("organization", "product"):
            return None
        # "In a letter to Acme, the carmaker said": the description goes on with the sentence
        opening = self.text[self.sentence_starts[max(0, self.sentence(start))] : one.start]
        return None if _OPENING_PHRASE.match(opening) and not _CLAUSE.search(opening) else one.referent

    def _has_trade(self, mention: EntityMention, head: str) -> bool:
        """True where the text puts the trade beside the name: "chipmaker Acme", "Acme, the retailer"."""
        before = self.text[max(0, mention.start - 40) : mention.start].casefold()
        after = self.text[mention.end : mention.end + 60].casefold()
        if head in _NAMED_TRADES and re.search(rf"\b{re.escape(head)}\b", mention.referent.name.casefold()):
            return True
        if re.match(rf" (?:[a-z-]+ )?{re.escape(head)}\b", after):  # "the Acme chain", "the Acme coffee brand"
            return True
        return before.rstrip().endswith(head) or head in after and after.startswith((", the", ", a", ", which is")) and bool(
            re.match(r", (?:the|an?|which is)\b[^,.]{0,40}\b" + re.escape(head) + r"\b", after)
        )

    def _is_from(self, mention: EntityMention, place: str) -> bool:
        """True where the text puts the place beside the name: "Brazilian miner Acme", "Acme, the German carmaker"."""
        if mention.via == "coreference" or mention.referent.type != "organization":
            return False
        before = self.text[max(0, mention.start - 45) : mention.start]
        match = _FROM_BEFORE.search(before) or re.search(r"([A-Z][\w.]+)'s $", before) or re.match(
            r", (?:the|an?|which is an?) ([A-Z][\w.]+)\b", self.text[mention.end : mention.end + 60]
        )
        known = find_place(match.group(1)) if match else None
        return known is not None and known.name == place

    def _person(self, start: int, gender: str) -> Referent | None:
        """The person named last in this sentence or the two before, subjects first, and none that is known to be of the other gender ("" for either)."""
        here = self.sentence(start)
        if (officer := self._officer_speaking(start)) is not None:
            return officer
        people = [
            one for one in self._before(start)
            if one.referent.type == "person" and here - self.sentence(one.start) <= 3 and (not gender or self.genders.get(one.referent.order, gender) == gender)
        ]  # fmt: skip
        if doers := self._doers_of(start):
            # "His son, John Roe, succeeds him": nobody succeeds himself
            people = [one for one in people if not any(one.start <= doer < one.end for doer in doers)]
        # who is spoken of in a quote is not who says it
        people = [one for one in people if self._in_quotes(one.start) == self._in_quotes(start)] or people
        last = max((self.sentence(one.start) for one in people), default=here)
        near = [one for one in people if self.sentence(one.start) == last]
        subjects = [one for one in near if self._is_subject(one)]
        found = (subjects[:1] or people[-1:])[0].referent if people else None
        if found is not None and gender:
            self.genders.setdefault(found.order, gender)
        return found

    def _officer_speaking(self, start: int) -> Referent | None:
        """The one whose title alone spoke right before: "…, the CEO said. “We …,” he said"."""
        first = self.sentence_starts[max(0, self.sentence(start) - 2)]
        told = list(_OFFICER_SAID.finditer(self.text, first, start))
        if not told or any(one.referent.type == "person" and one.start > told[-1].end() for one in self._before(start)):
            return None
        title = "CEO|chief executive" if told[-1]["title"] in ("CEO", "chief executive") else told[-1]["title"]
        holds = re.compile(rf"\b(?:{title})\b", re.IGNORECASE)
        for one in reversed(self._before(told[-1].start())):
            if one.referent.type == "person" and one.via != "coreference":
                around = self.text[max(0, one.start - 40) : one.start], self.text[one.end : one.end + 40]
                if holds.search(around[0]) or holds.search(around[1].partition(".")[0]):
                    return one.referent
        return None

    def _in_quotes(self, position: int) -> bool:
        paragraph = self.text.rfind("\n", 0, position) + 1
        return self.text.count('"', paragraph, position) % 2 == 1

    def _speaking(self, start: int) -> Referent | None:
        """ "We" in direct speech: the speaker's company, as a rule the one the article is about."""
        if not self._in_quotes(start):
            return None
        close = self.text.find('"', start)
        speaker = next((one for one in self._after(close, 120) if one.referent.type == "person"), None)
        if speaker is None and re.match(r"[\",.\s]*(?:he|she) [a-z]+", self.text[close : close + 40]):
            # "…," she told reporters: the person spoken of last
            speaker = next((one for one in reversed(self._before(start)) if one.referent.type == "person"), None)
        if speaker is None:
            return None if _OUTSIDER.search(self.text, close, close + 100) else self.main
        office = self._office_of(speaker) or self._employer_of(speaker)
        return office if office is not None or self._is_outsider(speaker.referent) else self.main

    def _employer_of(self, person: EntityMention) -> Referent | None:
        """The organisation named right after a person: "Jane Roe, president of Acme"."""
        employer = _EMPLOYED.match(self.text, person.end, person.end + 120)
        if employer is None:
            return None
        named = self._after(employer.end(), 1)
        return next((one.referent for one in named if one.referent.type == "organization"), None)

    def _is_outsider(self, person: Referent) -> bool:
        """True for one who speaks for others than the companies of the article: "analyst Jane Roe", "Jane Roe, a union leader"."""
        named = next((one for one in self.mentions if one.referent is person and one.via != "coreference"), None)
        if named is None:
            return False
        before = _OUTSIDER_BEFORE.search(self.text, max(0, named.start - 60), named.start)
        return before is not None or _OUTSIDER_AFTER.match(self.text, named.end, named.end + 80) is not None

    def _office_of(self, person: EntityMention) -> Referent | None:
        """The organisation right before a person's title: "Acme chief Jane Roe", "Acme's president, Jane Roe"."""
        for one in self.mentions:
            if one.referent is not person.referent or one.via == "coreference":
                continue
            before = [org for org in self.near(one.start - 1, one.start) if org.end <= one.start and org.referent.type == "organization"]
            if before and re.fullmatch(r"(?:'s?)? (?:[a-z-]+ ){0,3}(?i:" + _TITLES + r"),? ", self.text[before[-1].end : one.start]):
                return before[-1].referent
        return None

    def _label(self, start: int) -> Referent | None:
        """The organisation that a paragraph is labelled with: "Acme: The carmaker sold …"."""
        paragraph = self.text.rfind("\n", 0, start) + 1
        first = next((one for one in self.near(paragraph, paragraph + 1) if one.start == paragraph), None)
        labels = first is not None and first.referent.type == "organization" and LABEL.match(self.text, first.end)
        return first.referent if first is not None and labels else None

    def _salient(
        self, start: int, plural: bool = False, description: bool = False, without: Collection[int] = (), generic: bool = False
    ) -> Referent | None:
        """The organisation that weighs most here; `generic` is a description that fits any ("the group")."""
        here = self.sentence(start)
        if (label := self._label(start)) is not None:
            return label
        if not description and (self._place_acts(start, here) or self._goes_on_of_body(start, here)):
            return None
        if not description and (teller := self._teller(start)) is not None:
            return teller
        if description and (actor := self._acting_pronoun(start)) is not None:
            without = {*without, actor}
        best: tuple[float, int, Referent] | None = None
        for one in reversed(self._before(start)):
            distance = here - self.sentence(one.start)
            if distance > 4:
                break
            if one.referent.type not in ("organization", "product") or one.referent.order in without or self._is_medium(one):
                continue
            if _MAKER_NEXT.match(self.text, one.end) or _ONCE_OF.search(self.text, max(0, one.start - 24), one.start):
                continue  # of "the Zeta maker" it is the maker that acts; "Jane Roe, formerly of Acme"
            score = 10.0 - 3 * distance
            score += 4 if self._is_subject(one) or self._is_topic(one) else 0
            score += 2 if one.referent is self.main else 0
            if description and distance and one.referent is not self.main and _A_RIVAL.search(self.text, max(0, one.start - 40), one.start):
                score -= 7  # "Rival Acme fell too. The retailer earned": of whom it is a rival
            score += 1 if one.referent.type == "organization" else -4
            if generic and not self._is_subject(one) and not self._is_topic(one) and one.referent is not self.main:
                score -= 3  # "the company" is rarely one that was only named by the way
            if distance == 0 and description:
                # a description rarely takes up a name of its own sentence that is not its subject
                score -= 3 if not self._is_subject(one) else 0
            if best is None or score > best[0]:
                best = (score, one.start, one.referent)
        if plural and best is not None and best[2].type != "organization":
            return None
        if best is None or best[0] < 4:
            return self.main if self.main is not None and self.main.order not in without else None
        opens = self.text[: self.sentence_starts[here]].endswith("\n\n") if 0 <= here < len(self.sentence_starts) else False
        if (
            opens and (not description or generic) and self.main is not None and self.sentence(best[1]) != here
            and not self._is_officer_named(start) and not self._paragraph_is_of(best[2], self.sentence_starts[here]) and not self._goes_on(best[2], self.sentence_starts[here])
        ):  # fmt: skip
            # a new paragraph speaks of what the article is about, whoever the last one ended with
            return self.main
        return best[2]

    def _teller(self, start: int) -> Referent | None:
        """Who says of himself what follows: "Acme said it would", "Acme expects its sales"."""
        for one in reversed(self.near(max(0, start - 160), start - 1)):
            if one.end < start and one.via != "coreference" and one.referent.type == "organization":
                told = _SAYS_THAT.fullmatch(self.text, one.end, start)
                # "The company behind Zeta, Acme, said it", but not "which left Acme, said it"
                return one.referent if told and (told["aside"] is None or self.text.startswith(", ", one.start - 2)) else None
        return None

    def _acting_pronoun(self, start: int) -> int | None:
        """Whom "it" is right before in the clause, as that is not what it acts on: "it would buy a stake in the company"."""
        for one in reversed(self.near(max(0, start - 60), start)):
            if one.end < start and one.referent.type == "organization" and _BUYS.fullmatch(self.text, one.end, start):
                return one.referent.order
            if one.end < start and one.via == "coreference" and one.text.casefold() in ("it", "they", "we"):
                return one.referent.order if _OWN_CLAUSE.fullmatch(self.text, one.end, start) else None
        return None

    def _place_acts(self, start: int, here: int) -> bool:
        """True if a country is the subject of the sentence so far, and no company is named: "Norland plans to raise its output"."""
        told = [one for one in self._before(start)[-8:] if self.sentence(one.start) == here]
        return not any(one.referent.type in ("organization", "product") for one in told) and any(
            one.referent.type == "place" and one.text == one.referent.name and self._is_subject(one) for one in told
        )

    def _goes_on_of_body(self, start: int, here: int) -> bool:
        """True for the "it" that opens a sentence after one about a body without a name: "The government spent $3bn. It has debts"."""
        if here < 1 or start - self.sentence_starts[here] > 3:
            return False
        first, last = (self.doc.index(self.sentence_starts[one]) for one in (here - 1, here))
        doer = next((token for token in self.doc.tokens[first:last] if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "ROOT"), None)
        if doer is None or doer.pos_ != "NOUN" or doer.lower_ not in terms("institutions"):
            return False
        return not any(one.start <= doer.idx < one.end for one in self.near(doer.idx, doer.idx)) and "\n\n" not in self.text[doer.idx : start]

    def _paragraph_is_of(self, referent: Referent, end: int) -> bool:
        """True if the paragraph that ends here has one subject in all its sentences, two at least, and leaves the main one out, and that is the referent."""
        start = self.text.rfind("\n\n", 0, max(0, end - 2)) + 1
        subjects = [
            one for one in self.mentions
            if start <= one.start < end and one.referent.type in ("organization", "product") and self._is_subject(one) and not self._is_aside_source(one)
        ]  # fmt: skip
        told = {self.sentence(one.start) for one in subjects}
        rivals = any(one.referent is self.main for one in self.mentions if start <= one.start < end)
        return len(told) > 1 and not rivals and all(one.referent is referent for one in subjects)

    def _goes_on(self, referent: Referent, end: int) -> bool:
        """True if the paragraph that ends here calls the referent "the company" and does not name the main one after that."""
        start = self.text.rfind("\n\n", 0, max(0, end - 2)) + 1
        for one in reversed(self._before(end)):
            if one.start < start or one.referent is self.main:
                return False
            if one.referent is referent and one.via == "coreference" and _GENERIC.fullmatch(one.text):
                return True
        return False

    def _is_aside_source(self, one: EntityMention) -> bool:
        """True for one that only reports what a sentence tells: "…, Bloomberg reports today"."""
        return one.referent is not self.main and _ASIDE_BEFORE.search(self.text, max(0, one.start - 30), one.start) is not None and _REPORTS.match(self.text, one.end) is not None

    def _is_officer_named(self, start: int) -> bool:
        """True for the "its" of "Jane Roe, its chief executive, said": of the one spoken of right before, new paragraph or not."""
        return _NAME_COMMA.search(self.text, max(0, start - 40), start) is not None and _OFFICE_NEXT.match(self.text, start) is not None

    def _is_medium(self, one: EntityMention) -> bool:
        """True for one who is spoken to, compared with, or the source of what is told: ", Acme said, giving it 9 percent"."""
        if one.referent is self.main:
            return False
        if one.referent.order in self.bystanders:
            return True
        if called_source(self.text, one.start):
            return True
        before = self.text[max(0, one.start - 30) : one.start]
        if before[-3:] in ("As ", "as ") and is_named_as_source(self.text, one.start, one.end):
            return True
        aside = _ASIDE_BEFORE.search(before) and _SAID_NEXT.match(self.text, one.end)
        if _RIVAL_BEFORE.search(before) and self._is_subject(one):
            return False  # "Smaller rival Acme said"
        return bool(aside or _SPOKEN_TO.search(before))

    def _acts(self, one: EntityMention) -> bool:
        """True if a verb that companies are the subject of follows, whatever the parser makes of the sentence."""
        if one.via == "coreference" or _AFTER_PREPOSITION.search(self.text, max(0, one.start - 40), one.start):
            return False
        aside = _ASIDE.match(self.text, one.end, one.end + 150)
        verb = _VERB_AFTER.match(self.text, aside.end() if aside else one.end)
        if verb is None:
            return False
        return _AUXILIARY.match(verb[0]) is not None or verb[1] in terms("entity_company_verbs") or verb[1] in terms("speech_verbs")

    def _is_topic(self, one: EntityMention) -> bool:
        """True for what a sentence opens with: "At Acme, …", "Acme's sales …"."""
        opening = self.text[self.sentence_starts[max(0, self.sentence(one.start))] : one.start]
        if opening == "At " and self.text.startswith(",", one.end) or _RESULTS_AT.fullmatch(opening) and not self.text.startswith(("'s", "’s"), one.end):
            return True
        return not opening and (_ITS_RESULTS.match(self.text, one.end) or _ITS_HOLDERS.match(self.text, one.end)) is not None

    def _is_subject(self, one: EntityMention) -> bool:
        if _NO_COMMENT.match(self.text, one.end):
            return False  # who does not answer is not spoken of
        return self._heads_clause(one) or self._acts(one)

    def _heads_clause(self, one: EntityMention) -> bool:
        """True for the subject of a verb by the parse."""
        token = self._token(one.end - 1)
        for _ in range(4):
            if token.dep_ in ("nsubj", "nsubjpass"):
                return True
            if token.dep_ == "appos" and token.head.dep_ == "pobj" and owner_apposed(token.head.head.head) == token:
                token = token.head.head.head
                continue
            if (
                token.dep_ not in ("compound", "flat", "nmod", "appos")
                or token.dep_ != "appos"
                and token.head.idx >= one.end
            ):
                return False
            token = token.head
        return False
