"""Who only reports on others: associations, and researchers whom an article names as its source and nothing else.

What they say is of those they speak of: "registrations fell, according to the carmakers' association" is no fall of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from extractor.lexicon import any_of, terms
from extractor.mentions.types import EntityMention

# what stands between the company that a paragraph is labelled with and its text
LABEL = re.compile(r": | [—–-] (?=[A-Z])")
_BODY = re.compile(
    r"\b(?:Association|Council|Institute|Bureau|Federation|Agency|Ministry|Department|Chamber|Commission|Observatory|Statistics"
    r"|Confederation|Authority|(?:Statistics|Statistical|Census|Meteorological) Office|Geological Survey"
    r"|(?:Information|Energy|Trade|Food|Drug|Aviation|Customs) Administration)\b(?! Stores?\b)"
)
_WATCHERS = (
    r"(?i:analyst|economist|strategist|researcher|trader|(?:fund|portfolio|money|asset|investment) manager|investment strategist"
    r"|head of (?:[A-Za-z.]+ ){0,2}(?:equities|fixed income|trading|markets"
    r"|(?:market|equity|commodity|commodities|economic|investment|macro) (?:research|strategy)))s?"
)
_NAMED = re.compile(
    r"\b(?:[Aa]ccording to|(?:polled|surveyed|compiled|tracked) by"
    rf"|{_WATCHERS} (?:[A-Z][\w.'-]+ ){{0,3}}(?:of|at|from|with|for)"
    r"|(?:report|poll|survey|data|figures|study|estimates)\b[^,;]{0,25}\b(?:from|by)"
    r"|\bvs\.? [^,;]{0,25}(?:expected|estimated) by) [^,;]{0,30}$"
)
_STAFF = re.compile(rf"\s(?:{any_of(terms('office_modifiers'))}[ -]){{0,3}}(?:{_WATCHERS}|polls?|surveys?|consensus)\b")
_SENTENCE_END = re.compile(
    r"\b(?!(?:Corp|Inc|Ltd|Bros|Messrs|Gen|Gov|Sen|Rep|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)\b)\w{3,}[.!?)][\"”’]?\s+(?=[\"“A-Z]|$)|\n"
)
# "the industry association ACEA"
_BODY_BEFORE = re.compile(
    r"\b(?:association|federation|council|institute|bureau|body|lobby|ministry|regulator|researcher"
    r"|research (?:firm|company|group)|consultancy|(?:industry|energy|market|research) consultants?"
    r"|pollster|forecaster|tracker|data provider|(?:analyst|analytics|data|polling|survey) (?:firm|company)"
    r"|(?:industry|trade|lobby|lobbying|business|consumer) group"
    r"|(?:credit|credit-rating|ratings?)(?: rating)? (?:agency|firm|company)"
    r"|(?:brokers?|brokerages?(?: firm| house)?|stockbrokers?),?) $",
    re.IGNORECASE,
)
# "As Acme reports, sales slipped"
_AS_TOLD = re.compile(r" (?:reports?|reported|notes|noted|estimates|puts it)\b")
# ", Acme data showed" after what they show
_DATA_SHOWED = re.compile(
    r"(?:'s?|’s?)? (?:[\w-]+ )?(?:data|figures|numbers|estimates|statistics|research) (?:show|suggest|indicat)\w*[.,;]?(?:\s|$)"
)
# what one who merely reports does in a text: "Acme said", "Acme's data show"
_REPORTS = re.compile(
    r"(?:'s?)? (?:(?:said|says|estimates?|estimated|found|finds|expects?|forecasts?|predicts?|predicted|showed|shows|noted|reckons"
    r"|calculated|calculates)\b|(?:[\w-]+ ){0,4}?(?:report|reports|data|figures|survey|study|tracker|research|numbers|analysts?"
    r"|researchers?|economists?)\b)",
    re.IGNORECASE,
)
# the names of those who rate shares, unless they do much else in the article
_HOUSE = re.compile(r".* (?:Securities|Stockbrokers|Stockbroking|Broking|Brokers|Equities|Research|Ratings)")
# where shares are traded and how they are measured; governments and unions, which are in the news for what they do to others
_BYSTANDER = re.compile(
    r"(?:.* )?(?:Stock Exchange|Bourse|Börse|Companies House|Government|Unions|(?:Trades?|Workers|Employees'?|Labou?r) Union)"
    r"|.*\b(?:Workers(?: of .*)?|Teamsters|Machinists|Steelworkers|Autoworkers|Mineworkers)"
    r"|(?:BSE|NSE|JSE|NYSE|LSE|ASX|TSX|HKEX|SGX|PSE|NZX|AIM|Nasdaq|NASDAQ|Euronext|Sensex|Nifty|FTSE|DAX)(?: \d+)?"
)
# "the Unite union", but not "Acme union representatives", who are of its staff
_UNION_NEXT = re.compile(
    r" (?:trade |labou?r )?union\b"
    r"(?! (?:representatives?|officials?|leaders?|members?|contracts?|workers|staff|reps?|bosses|deals?|agreements?)\b)"
)
_UNION_BEFORE = re.compile(r"\bunions? $")
# what a newspaper does: "Acme News interviewed the founder"
_INTERVIEWS = re.compile(r" (?:interview(?:s|ed)|caught up with|sat down with|has learn(?:ed|t))\b")
_OWN_RESULTS = re.compile(
    r"(?:'s?)? (?:(?:\w+ly |also )?(?:agreed|reported|posted|bought|said (?:its|net|profit|revenue))\b"
    r"|(?:[a-z-]+ ){0,2}(?:profits?|revenues?|earnings|sales|chief|chairman|shareholders)\b)"
)
# what brokers do: "which has a hold call on the stock", "cut its rating", "is modeling sales of"
_OF_SHARE = r"[\"“'‘]?(?:strong )?(?:buy|sell|hold|neutral|(?:over|under|equal)[ -]?weight|(?:out|under|market[ -])perform)[\"”'’]?"
_RATES = re.compile(
    r"(?:, (?:an?|the) [^,;.]{3,60})?,? (?:which |who )?(?:is model+ing\b"
    r"|(?:is|was|were) (?:the |among the )?(?:most |least |more )?(?:bullish|bearish)\b"
    # "has agreed to buy", "has had its rating cut": of one whose own shares or deals these are
    rf"|(?:has|have|with) [^.;]{{0,30}}?(?:{_OF_SHARE} (?:ratings?|call|stance|recommendation)|price target|target price)\b"
    rf"|(?:rates?|rated) [^.;]{{0,40}}?{_OF_SHARE}(?:[,.]|$)"
    r"|(?:upgraded|downgraded|cut|raised|lowered|lifted|(?:had )?moved|reiterated|maintained|initiated|started|resumed)\b[^.;]{0,60}?"
    rf"(?:\b(?:ratings?|stance|price target|target price|coverage)\b|\bto {_OF_SHARE}(?:[,.]| from\b| rating\b|$)))"
)
# how often one may do anything else and still be a mere source: "the Acme tracker", said once
_OTHERWISE = 1


def is_named_as_source(text: str, start: int, end: int) -> bool:
    """True for a name that stands as the source of what is said: "according to Acme", "a report from Acme", "Acme analysts".

    `text` is the sentence, `start` and `end` are where the name stands in it.
    """
    if text[max(0, start - 3) : start] in ("As ", "as ") and _AS_TOLD.match(text, end):
        return True
    if text[max(0, start - 2) : start] == ", " and _DATA_SHOWED.match(text, end):
        return True
    if _STAFF.match(text, end):
        return True
    before = text[max(0, start - 50) : start]
    if not _NAMED.search(before):
        return False
    # what the sentence before names its source for is not told of this one
    ended = [match.end() for match in _SENTENCE_END.finditer(before)]
    return not ended or _NAMED.search(before[ended[-1] :]) is not None


def names_reporter(name: str) -> bool:
    """True for the name of a body or a house that tells of others: "Norland Energy Agency", "Acme Research"."""
    return _BODY.search(name) is not None or _HOUSE.fullmatch(name) is not None


@lru_cache(maxsize=4096)
def names_authority(name: str) -> bool:
    """True for the name of one that rules on others and fines them: "European Commission", "SEC", "Attorney General of Norland"."""
    return _authority().fullmatch(name.casefold()) is not None


@cache
def _authority() -> re.Pattern[str]:
    return re.compile(r"(?:.* )?" + any_of(terms("authorities")) + r"(?: (?:of|for|in)\b.*)?")


def called_source(text: str, start: int) -> bool:
    """True if the word before a name says that it reports on others: "research firm Acme", "the industry association Globex"."""
    return _BODY_BEFORE.search(text, max(0, start - 24), start) is not None


# "CNBC has contacted Acme for comment", "told the Herald in an interview": who asks, and is told
_ASKS = re.compile(
    r" (?:(?:has|had|have) (?:sought comment|reached out to)\b"
    r"|(?:(?:has|had|have) )?(?:asked|contacted|approached) [^.;]{2,50} (?:for|to) (?:a |further )?(?:comments?|response|statement)\b"
    r"|(?:could not|couldn['’]t|was unable to|has been unable to|was not able to)"
    r" (?:(?:immediately|independently) (?:reach|verify|confirm|contact)\b|(?:verify|contact)\b|reach [^.;]{2,60} for comment))"
)
_TOLD = re.compile(r"\b(?:told|tells|telling|[Ss]peaking (?:to|with)|spoke (?:to|with)|interview with)(?: the)? $")
# "told Reuters on Monday that", "Speaking to the Herald, she said": whoever that is
_HEARD = re.compile(
    r"(?:'s [A-Z]\w+(?: [A-Z]\w+)?)?(?:[.,]| (?:on|in|at|by|that|it|he|she|they|the|late|earlier|last|this|after|before|during|there)\b)"
)
_IN_INTERVIEW = re.compile(
    r"(?:['’]s [^.;]{3,40})? (?:(?:in|during|on the sidelines of) (?:an? |the )?(?:\w+ )?(?:interview|emailed|phone|telephone|statement)"
    r"|(?:newspaper|television|radio|TV|magazine|news agency)\b)|['’]s [\"“]"
)


def bystanders(text: str, mentions: Iterable[EntityMention]) -> frozenset[int]:
    """The orders of the exchanges, indices, governments, unions and interviewers of an article: none of its figures are theirs.

    One that tells of results of its own is none; one that is told something and not named otherwise is always one.
    """
    found: set[int] = set()
    acting: set[int] = set()
    heard: set[int] = set()
    otherwise: set[int] = set()
    for one in mentions:
        if one.referent.type != "organization" or one.via == "coreference":
            continue
        union = _UNION_NEXT.match(text, one.end) or _UNION_BEFORE.search(text, max(0, one.start - 8), one.start)
        hears = _TOLD.search(text, max(0, one.start - 40), one.start)
        (heard if hears and _HEARD.match(text, one.end) else otherwise).add(one.referent.order)
        told = hears and _IN_INTERVIEW.match(text, one.end)
        asks = told or _INTERVIEWS.match(text, one.end) or _ASKS.match(text, one.end)
        if union or asks or _BYSTANDER.fullmatch(one.referent.name):
            (acting if _OWN_RESULTS.match(text, one.end) else found).add(one.referent.order)
    return frozenset(found - acting | heard - otherwise)


def mere_sources(text: str, mentions: Iterable[EntityMention]) -> frozenset[int]:
    """The orders of the houses that an article names as the source of what others are told of, or of their money, and for nothing else."""
    named: set[int] = set()
    otherwise: set[int] = set()
    for one in mentions:
        if one.referent.type == "organization" and one.via != "coreference":
            aside = is_named_as_source(text, one.start, one.end) or _is_backer(text, one.start)
            (named if aside else otherwise).add(one.referent.order)
    return frozenset(named - otherwise)


def _is_backer(text: str, start: int) -> bool:
    """True for a name that stands among those whose money a company has taken."""
    first = max(0, start - 120)
    if all(text.find(link, first, start) < 0 for link in _BACKER_LINKS):
        return False
    return _BACKER.search(text, first, start) is not None


_BACKER_LINKS = (" from", " including", " such as", "backed by")
# "has raised $3m from Acme Ventures", "backed by Acme and Globex"
_BACKER = re.compile(
    r"(?:\b(?:raised|secured|landed|closed|funding|investments?|backing|money|investors?|backers?)\b"
    r"[^.;\n]{0,60}? (?:from|including|such as)|\bbacked by)"
    r" (?:the )?(?:(?:[A-Z][\w&'.-]*|of|and)(?: (?:[A-Z][\w&'.-]*|of|and))*(?:,| and|, and) )*$"
)


# "Smartphone shipments rose 7 percent, said Acme": of nothing that is its own
_SAID_LAST = re.compile(r", (?:said|says|reported|reports|estimates|estimated) (?:the )?$")
_OWN_WORDS = re.compile(r"\b(?:its?|our|we|they|their)\b|[\"“”]")


def _tells_of_others(text: str, start: int) -> bool:
    """True for a name behind a verb of saying that ends a sentence about others."""
    said = _SAID_LAST.search(text, max(0, start - 20), start)
    if said is None:
        return False
    before = text[max(0, start - 240) : said.start()]
    ends = [match.end() for match in _SENTENCE_END.finditer(before)]
    return _OWN_WORDS.search(before, ends[-1] if ends else 0) is None


def reporters(text: str, mentions: Iterable[EntityMention]) -> frozenset[int]:
    """The orders of the referents that only report on others, or stand by."""
    mentions = list(mentions)
    bodies = set(bystanders(text, mentions))
    named: dict[int, int] = {}
    otherwise: dict[int, int] = {}
    houses: set[int] = set()
    last: EntityMention | None = None
    for one in mentions:
        if one.referent.type != "organization" or one.via == "coreference":
            continue
        order = one.referent.order
        reports = _BODY.search(one.referent.name) or called_source(text, one.start)
        if last is not None and last.referent.order in bodies and text[last.end : one.start] == " and ":
            reports = reports or called_source(text, last.start)  # "consultants Acme and Globex"
        last = one
        if reports or _RATES.match(text, one.end, one.end + 160):
            bodies.add(order)
        named.setdefault(order, 0)
        otherwise.setdefault(order, 0)
        if is_named_as_source(text, one.start, one.end) or _tells_of_others(text, one.start):
            named[order] += 1
        elif not _REPORTS.match(text, one.end, one.end + 80):
            otherwise[order] += 1
        if _HOUSE.fullmatch(one.referent.name):
            houses.add(order)
    bodies |= {order for order in houses if otherwise[order] <= _OTHERWISE}
    if len(named) < 2:
        return frozenset(bodies)
    return frozenset(bodies | {order for order, times in named.items() if times and otherwise[order] <= _OTHERWISE})
