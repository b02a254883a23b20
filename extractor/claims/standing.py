"""Whether a measurement is told as fact, or is a goal, a forecast or a plan."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from extractor.claims.candidate import Candidate
from extractor.claims.counts import AT_ITS, AT_WORK
from extractor.claims.cues import STANCE_WORDS, Cue, stance_noun
from extractor.claims.roles import Role
from extractor.claims.series import RESULTS
from extractor.claims.slots import IS_CURRENT
from extractor.claims.valuing import OPENS_OR_CLOSES, is_whole
from extractor.context import Stance, expecting, stance
from extractor.lexicon import forms_of
from extractor.mentions.types import QuantityMention
from extractor.reading import Sentence
from extractor.record import Period

if TYPE_CHECKING:
    from extractor.claims.measures import Measurement

_FORESEEN = r"(?:expected|expecting|forecast|estimated|predicted|predicting|projected|anticipated|foreseen|pencill?ed in|budgeted|guided(?: for| to)?|flagged|braced for|(?:been )?(?:hop|look|brac|bett)ing (?:for|on)|hoped for|pointed to)"
_WHO = (
    r"(?:it|they|he|she|we|(?:[\w'-]+ )?(?:analysts|economists|brokers|investors)(?: (?:polled|surveyed) by [\w ]{2,30})?"
    r"|the (?:company|group|firm|bank|market|board|management)|Wall Street|the City)"
)
# what follows an amount that was only expected: "the $428 million average projection", "the $25m-$28m range the board had pointed to"
_EXPECTED = re.compile(
    rf"\s*(?:(?:a|per) share )?(?:(?:fall|rise|drop|increase|decline|growth|gain|profit|loss) )?(?:that |which )?(?:(?:was|were|had been|is|are) )?(?:{_FORESEEN}|seen|planned) (?:on average )?(?:by|in a|earlier|previously|before|originally)\b"
    r"|\s(?:average|mean|median) of (?:[\w'’]+ ){0,3}?(?:estimates|forecasts|projections|predictions|analysts)\b"
    r"|(?: and| on)? (?:revenues? of |sales of )?[$£€][\d.,]+ (?:million|billion|trillion) (?:in (?:sales|revenues?) )?"
    rf"(?:that |which )?(?:{_WHO} (?:had |has |have |was |were )?(?:on average )?{_FORESEEN}|(?:{_FORESEEN}) by)"
    r"|\s*(?:(?:a|per) share )?(?:expected|estimated|anticipated|forecast)(?=\s*(?:$|[.,;)])| (?:back )?in (?:early |late |mid-)?[A-Z]| last )"
    rf"|\s*(?:that |which )?(?:(?:is|are) )?pencill?ed in\b"
    rf"|\s*(?:fall|rise|drop|increase|decline|growth|gain|profit|loss|decrease) (?:that|which) (?:was|were|had been) {_FORESEEN}"
    rf"|\s*in (?:the|an?) (?:[\w-]+ )?(?:consensus|poll|survey)\b"
    rf"|\s(?:(?:a|per) share )?(?:(?:average|mean|consensus|median|analysts?['’]?|own|earlier|previous|profit|earnings|revenue|sales) )*(?:forecast|estimate|projection|prediction|consensus|guidance)\b"
    rf"|\s*(?:(?:range|figure|fall|rise|drop|increase|decline|growth|gain|profit|loss|shortfall) )?(?:that |which )?{_WHO} (?:on average )?(?:had |has |have |was |were )?(?:still |previously |earlier |originally |on average )?{_FORESEEN}"
)
# "$1.22 adjusted vs. $1.18 expected": the first is the result, the second what was expected
_SET_AGAINST = re.compile(r"[^.;\d\n]{0,30}? (?:vs\.?|versus) (?:an? )?[$£€]?\d[^;\n]{0,30}?\b(?:expected|estimated?|forecast|consensus|anticipated)\b")
_AIMED_AT = re.compile(rf"\s*(?:that |which )?(?:{_WHO} )?(?:had |has |was |were )?(?:still |previously |earlier |originally |initially |once |first )?(?:targeted|promised|aimed (?:for|at)|aiming (?:for|at)|been aiming (?:for|at))\b")
_FORMERLY = re.compile(r"\b(?:earlier|previous|prior|original|initial|former|old) (?:range|forecast|guidance|target|estimate|outlook|projection|goal)(?: range)? (?:of|for|was)(?: between)? $")
_SEEN_AT = re.compile(r"\b(?:is|are) (?:now |currently |still )?(?:seen|forecast|projected|pegged|put|expected|estimated) (?:at|to (?:be|reach|come in at|total)) (?:about |around |between |some |nearly )*$")
_CITING = re.compile(r"\b(?:citing|blaming) (?:[\w'-]+ ){0,5}(?:of|in|by) (?:[\w-]+ ){0,2}$")
_RELATIVE_FACT = re.compile(r" (?:that|which) (?:[\w'-]+ ){1,5}(?:charges?|charged|pays?|paid|made|makes|sold|sells|earned|earns)\b")
# "is picking profit of $3m"
_PICKED = re.compile(r"\b(?:is|are|was|were) (?:still |now )?(?:picking|tipping) (?:an? )?(?:[\w-]+ ){0,2}$")
_TO_BUY = re.compile(r"\b(?:(?:talks|negotiations|discussions)(?: with [^;.,]{2,50})?|agreed|agreement|plans?|offer(?:ed)?|bid|deal|intends?|wants?|hopes?|close|negotiating) to (?:buy|acquire|take|purchase|pick up|snap up|secure) (?:up to |about |an? |another |the |a further )*$")
_GUIDED = re.compile(
    r"\b(?:guidance|forecast|outlook|target|projection)s?\b[^.;,]{0,50}?\b(?:remain(?:ed|s)|stay(?:ed|s)|is|was|are|were|kept|maintained|lowered|raised|cut|unchanged)\b[^.;]{0,30}$"
)
# "the average estimate of four analysts was for earnings of 41 cents"
_WAS_FOR = re.compile(r"\b(?:estimate|forecast|projection|expectation|prediction|consensus)s?\b[^.;]{0,70}? (?:was|were|is|are|had been) for (?:an? )?(?:[a-z-]+ ){0,3}?(?:of |at )?$")
_REVISED = re.compile(r"\b(?:was|were|is|are|been) (?:now |further )?(?:cut|raised|lowered|lifted|trimmed|narrowed|reduced|increased|revised)(?: [\w-]+){0,2} to (?:[\w-]+ ){0,4}$")
# "updated its guidance for profit to $3m from $4m"
_MOVES_FORECAST = re.compile(
    r"\b(?:updat|rais|lift|cut|lower|trimm|narrow|increas|reduc|hik|boost|bump|slash|revis|adjust|mov|chang|nudg|upgrad|downgrad)\w*\b[^.;]{0,40}?"
    r"\b(?:guidance|forecasts?|outlook|estimates?|expectations?|projections?)\b[^.;]{0,60}$"
)
_DONE = re.compile(r"[^,;.]{0,25}?\b(?:sold|shipped|delivered|made|produced|cut|lost|shed|axed|paid|earned|spent|reported|posted) (?:in|last|during|for|a year)\b")


def is_to_come(sentence: Sentence, period: Period) -> bool:
    """True for a time that is not over when the article is written."""
    dating = sentence.reading.dating
    return dating is not None and period.end is not None and period.end > dating.end and period.grain in ("year", "multi_year")


def is_ahead(sentence: Sentence, period: Period) -> bool:
    """True for a time that begins when the article is out."""
    dating = sentence.reading.dating
    return dating is not None and period.start is not None and period.start > dating.end


def is_background(sentence: Sentence, period: Period) -> bool:
    """True for a time too long ago to be what the article reports on."""
    dating = sentence.reading.dating
    return dating is not None and period.end is not None and (dating.start - period.end).days > 400


def _joined(sentence: Sentence, before: Measurement, mention: QuantityMention) -> bool:
    """True if two quantities are objects of one verb: "expected $1.1bn in revenue and 3 cents a share"."""
    gap = sentence.between(before.mention.end, mention.start)
    return bool(re.search(r"\b(?:and|on (?:net )?(?:sales|revenues?) of)\s+(?:about |around )?$", gap)) and not _verb_in(
        sentence, before.mention.end, mention.start
    )


def _retold(before: Measurement, one: Candidate) -> bool:
    """True for the same cut told again by its number: "a 15 percent cut in its workforce, or 230 jobs"."""
    staff = ("employees", "jobs")
    return before.predicate in staff and one.predicate in staff and _OR_SO.search(one.sentence.between(before.mention.end, one.mention.start)) is not None


_OR_SO = re.compile(r"(?:,| \(|,? (?:or|equivalent to|equal to|which means|meaning)) (?:(?:about|around|some|nearly|almost|roughly|more than|over) )*$|\($")


def _leads_to(before: Measurement, one: Candidate) -> bool:
    """True for the level that a change leads to: "is cutting its workforce by 9,000 to 51,000"."""
    return before.role == "change" and one.predicate in _DECIDED_LEVELS and _TO.fullmatch(one.sentence.between(before.mention.end, one.mention.start)) is not None


_DECIDED_LEVELS = frozenset({"employees", "sites", "capacity", "production", "price"})
_TO = re.compile(r"(?: [a-z]+)?,? to (?:(?:about|around|just|nearly|some|fewer than|less than|more than) )*")


def _verb_in(sentence: Sentence, start: int, end: int) -> bool:
    doc = sentence.reading.tokens
    return any(token.pos_ in ("VERB", "AUX") for token in doc[sentence.token(start).i + 1 : sentence.token(end).i])


_DECIDED = ("jobs", "sites")
# what is told of a time to come is no fact yet, whatever the words: not so an order, which is had before it is filled
_DATED_AHEAD = (RESULTS - {"orders"}) | {"investment", "cost"}


def _is_under_way(one: Candidate) -> bool:
    """True for a decided act that goes on: "is hiring 45 assemblers", "said it was closing 12 shops", in a headline "Acme cutting 300 jobs"."""
    sentence = one.sentence
    verb = sentence.token(one.own.start) if one.own is not None and one.own.verb else sentence.head(one.mention.start, one.mention.end)
    while verb.pos_ != "VERB" and verb.dep_ in ("dobj", "conj") and verb.head.i < verb.i:
        verb = verb.head
    if verb.tag_ != "VBG":
        return False
    # "is cutting 300 jobs and closing two plants"
    first = next((up for up in (verb, *islice(verb.ancestors, 3)) if up.tag_ == "VBG" and any(child.dep_ == "aux" for child in up.helpers)), verb)
    for child in first.helpers:
        if child.lower_ in ("is", "are", "'s", "’s", "'re", "’re"):
            return True
        if child.lower_ in ("was", "were"):
            return first.dep_ == "ccomp" and first.head.lower_ in _TOLD
    return sentence.in_title and verb.i > sentence.span.start and verb.nbor(-1).tag_ in ("NN", "NNS", "NNP", "NNPS")


_TOLD = forms_of("say", "announce", "tell", "confirm", "reveal", "disclose")


def _stance_named(sentence: Sentence, mention: QuantityMention, cue: Cue | None) -> Stance | None:
    """The stance of a noun right before a quantity or its measure: "a forecast for profit of", "a consensus of"."""
    if sentence.lacks(STANCE_WORDS) or _MET.search(before := sentence.between(sentence.start, mention.start)) or _MET_AND.search(before):
        return None
    start = cue.start - 40 if cue is not None and not cue.verb and cue.end <= mention.start else mention.start - 28
    return stance_noun(_CLOSED.split(sentence.between(max(sentence.start, start), mention.start))[-1])


# what came of what was expected: "in line with market expectations at £26m", "beat estimates at $3bn"
_MET = re.compile(
    r"\b(?:in line with|ahead of|above|below|behind|(?:better|worse|lower|higher|less|more) than|short of|shy of|beat|beating|beats|miss(?:ed|es|ing)|exceed(?:ed|s|ing)|topp(?:ed|ing)|tops|match(?:ed|es|ing)|met|meeting|surpass(?:ed|es|ing))"
    r" (?:(?!for\b|of\b)[\w'’-]+ ){0,4}(?:expectations?|forecasts?|estimates?|consensus|predictions?|projections?|guidance|targets?),? (?:at|with|coming in at|to reach|to stand at) (?:(?!forecasts?\b|guidance\b|outlook\b)[\w.,%£$€-]+ ){0,9}$"
)
# "a profit of $3m, ahead of expectations and up 32%", "near the top of expectations, and raised its dividend by"
_MET_AND = re.compile(
    r"\b(?:in line with|ahead of|above|below|behind|(?:better|worse|lower|higher|less|more) than|short of|beat(?:ing|s)?|miss(?:ed|es|ing)|exceed(?:ed|s|ing)|topp(?:ed|ing)|(?:top|bottom|middle|end) of)"
    r" (?:(?!for\b)[\w'’-]+ ){0,4}(?:expectations?|forecasts?|estimates?|consensus|predictions?|projections?|guidance|targets?),? (?:and|but) (?:(?!expect|forecast|predict|see|that)[a-z-]+ )+(?:its |the |their )?(?:[a-z-]+ ){0,3}$"
)
# "its goals, which include doubling": what they are, in the same sentence
_GOALS_ARE = re.compile(r"\b(?:goals|aims|ambitions|objectives|targets),? (?:which |that )?includ(?:e|ed|ing) (?:$|(?:[a-z]+ing|an?)\b[^.;]*$)")
# "is in talks to raise $3m"
_IN_TALKS = re.compile(r"\b(?:in|holding|having) (?:[a-z-]+ ){0,2}(?:talks|discussions|negotiations) (?:with [^,;.]{2,40} )?to (?:raise|secure|close|borrow|get|obtain) (?:[\w-]+ ){0,4}$")
# "the forecast was for it to see growth of 5 million"
_CALLED_FOR = re.compile(
    r"\b(?:forecasts?|expectations?|consensus|estimates?|projections?|guidance) (?:was|were|is|are|had been|called|calls) for\b[^,;.]{0,70}$"
    r"|\b(?:forecasts?|expectations|estimates?|projections?|predictions?) (?:by|from|among) (?:the )?(?:[\w-]+ ){0,3}(?:analysts|economists|brokers|investors|Wall Street)\b[^,;.]{0,50}$"
)
# "against an expected $3"
_EXPECTED_BEFORE = re.compile(r"\b(?:an?|the|vs\.?|versus|against|with|to) (?:expected|projected|predicted|anticipated|forecasted|forecast) (?:about |around |nearly )?$")
_CLOSED = re.compile(r";|,? (?:while|whereas|but|after|because|despite|amid)\b|, (?:and|as) (?:it|he|she|they|its|the)\b|(?<=\d)(?:\w{1,3}|%| (?:percent|per cent|\w+illion))?, ")


def is_over(sentence: Sentence, period: Period | None) -> bool:
    """True for a time that had ended when the article was written."""
    dating = sentence.reading.dating
    return dating is not None and period is not None and period.end is not None and period.end < dating.start


def _began_before(sentence: Sentence, period: Period | None) -> bool:
    """True for a time that began well before the article: "since 2001"."""
    dating = sentence.reading.dating
    return dating is not None and period is not None and period.start is not None and (dating.start - period.start).days > 45


def _is_long_over(sentence: Sentence, period: Period | None) -> bool:
    """True for a time that all is known of when the article is written."""
    dating = sentence.reading.dating
    return dating is not None and period is not None and period.end is not None and (dating.start - period.end).days > 120


def _is_still_to_begin(sentence: Sentence, period: Period) -> bool:
    """True for a time that has not begun when the article is written."""
    return is_ahead(sentence, period) and period.grain in ("quarter", "half", "year", "multi_year")


def _is_estimate_of_past(sentence: Sentence, period: Period | None) -> bool:
    """True for "he estimates that it sold 3 million in 2014": how much it was is not known, that it was is."""
    estimated = re.search(r"\b(?:estimated|estimates? (?!of\b|for\b)[a-z]|reckons?)", sentence.text, re.IGNORECASE)
    over = estimated is not None and (is_over(sentence, period) or period is None and _HAD_MOVED.search(sentence.text[estimated.end() :]))
    if estimated is not None and _YET_TO_REPORT.match(sentence.text, estimated.end()):
        return False
    return estimated is not None and bool(over) and not _FORECASTING.search(sentence.text[: estimated.start()])


# "is estimated to report a profit of $3m", "above the $3m estimated by analysts"
_YET_TO_REPORT = re.compile(r" (?:to (?:have )?(?:report|post|announce|show|book|declare)|by (?:[\w'’-]+ ){0,3}(?:analysts|economists|brokers))\b")
# "estimated that its share had reached 40 percent", "estimated shipments climbed 4.7%"
_HAD_MOVED = re.compile(r"\b(?:had (?:reached|risen|fallen|grown|dropped)|rose|fell|grew|climbed|declined|dropped|slipped|increased|jumped|reached|shipped|sold)\b")
# who estimates results before they are out
_FORECASTING = re.compile(r"\b(?:[Aa]nalysts?|Wall Street|[Cc]onsensus|[Tt]he (?:market|City|Street))\b[^.;]{0,50}$")


_STAYS = re.compile(r" (?:(?:will|would|should|are to|were to|could) )?(?:all )?(?:remain(?:s|ed)?|stay(?:s|ed)?|continue[ds]?|keep)\b")
_FORMER_LEVEL = re.compile(r"\b(?:previous|prior|last|former|earlier|current|existing|present) (?:[\w-]+ )?$")
_WILL_FARE = re.compile(r" (?:will|would|are to|are set to|are due to) (?:\w+ly |also |now |all |each |not )?(?:pay|see|face|be (?:affected|hit|moved|migrated|charged|contacted|compensated|offered|told|given|asked|forced|able|unaffected|left|switched|transferred|refurbished|rebranded|renamed|revamped|converted|put)|lose|get|receive|benefit|suffer|keep|save|notice|experience|find|need)\b")
_NOW = re.compile(r", (?:now|currently) $")
_TARGET = re.compile(r"\b(?:targets?|price objectives?)\b")
# "is setting up a mill with a capacity of", "said it was building a plant for"
_IS_BUILDING = re.compile(
    r"\b(?:is|are|(?:said|says|announced|confirmed) (?:on \w+ )?(?:that )?(?:it|they|he|she) (?:was|were)) (?:also |now |currently |already )?"
    r"(?:building|setting up|constructing|developing|putting up|establishing|expanding|enlarging)\b(?:(?! (?:which|that|where|like|alongside|and (?:has|had|already|employs|runs|operates))\b)[^;.]|\.\d){0,120}$"
)
# "is closing its factory, with the loss of 249 jobs"
_IS_CLOSING = re.compile(r"\b(?:is|are) (?:closing|shutting|axing|scrapping|pulling out of|winding down|moving|relocating|outsourcing) ")
_ITS = re.compile(r"(?:\b(?:its|their|his|her)|'s) (?:remaining |entire )?$")
_FACES = re.compile(r"\b(?:fac(?:e[sd]?|ing)|risk(?:s|ed|ing)?|threaten(?:s|ed|ing)?(?: with)?) (?!.*\b(?:paid|fined)\b)[^,;]*$")
# "will pay | $3m | to settle": so it is agreed
_PLAN_COSTING = re.compile(r"\bplans? (?:costing|costs?|priced|that costs?|at|from|for) (?:(?:about|from|just|only|at) )*$")
_WILL_PAY = re.compile(r"\b(?:will|is to|are to) pay (?:[\w-]+ ){0,4}$")
_TO_SETTLE = re.compile(r" (?:in [a-z]+ )?to (?:settle|resolve|end)\b")
_AGREED_TO_PAY = re.compile(r"\bagree(?:d|s|ing) to (?:a |pay )|\b[A-Z][\w.&'-]* to pay\b")



# what is had by whoever is told to own it, whatever is planned with it
_OWNED = frozenset({"sites", "employees", "users"})


def _is_told_of_past(one: Candidate) -> bool:
    """True for an amount that a relative clause in the past tense tells: "malls that had a turnover of $3m in 2015"."""
    verb = one.sentence.head(one.mention.start, one.mention.end)
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    return verb.tag_ == "VBD" and verb.dep_ == "relcl" and verb.lower_ not in expecting() and not any(child.dep_ == "aux" for child in verb.children)


# "will lay off 240 people from its workforce of"
_STAFF_OF = re.compile(r"\b(?:from|of|out of|in) (?:its|the|their|an?) (?:[\w-]+ ){0,3}(?:workforce|staff|payroll|headcount) (?:of|numbering) (?:about |around |some |nearly |roughly |more than |over )?$|\b(?:its|their) (?:[a-z-]+ )?team of (?:about |around |some |nearly |roughly |more than |over )?$")


def standing(one: Candidate, role: Role) -> tuple[Stance | None, Role]:
    """The stance of a measurement, None for fact, and its role, which what was expected may change."""
    how, role = _beside_before(one, _governed(one), role)
    if one.rule == "<quantity> shareholder in <company>":
        return None, role
    if one.predicate == "stake" and role == "level" and _ITS.search(one.head):
        how = None  # "wants to sell its 30 percent stake": the wish is to sell, the stake is had
    planned = one.cue is not None and one.cue.stance is not None  # "which cut its spending plan to $2m"
    if how is not None and role == "level" and (one.predicate in _OWNED and (_ITS.search(one.head) or _STAFF_OF.search(one.head)) or _is_told_of_past(one) and not planned):
        how = None  # "will give it Acme's 43 stores", "will cut its debt, which stood at $3m"
    if how in ("future", "intent") and role == "level" and one.predicate in _OWNED and (aside := _HAVING.search(one.head)) and not _GOVERNORS.search(one.head, 0, aside.start()):
        how = None  # "Acme, with 61 stores, will open"
    if how is not None and role == "change" and one.predicate in ("jobs", "sites") and _had_done(one):
        how = None  # "expected to complete 5,200 homes, and had cut its workforce by 1,100"
    if one.before is not None and one.before.stance is not None and _FORMERLY.search(one.head):
        how, role = one.before.stance, "level"
    if how is None and (_SEEN_AT.search(one.head) or one.own is not None and one.predicate in RESULTS and _PICKED.search(one.sentence.between(one.sentence.start, one.own.start))):
        how = "expect"
    if how != "goal" and _GOALS_ARE.search(one.head):
        how = "goal"
    if how is None and one.predicate == "funding" and _IN_TALKS.search(one.head):
        how = "intent"
    if how is None and (_CALLED_FOR.search(one.head) or one.predicate in RESULTS and _EXPECTED_BEFORE.search(one.head)):
        how = "expect"
    if how is None and role != "change" and one.predicate in RESULTS | {"capacity"} and _GUIDED.search(one.head):
        how = "expect"
    if how is None and one.predicate in RESULTS and _WAS_FOR.search(one.head):
        how = "expect"
    if how is None and one.predicate in (*_DECIDED, "funding") and (role == "change" or one.predicate == "funding") and _is_under_way(one):
        how = "intent"
    if how is not None and _CITING.search(one.head):
        how = None  # "will leave Spain, citing a loss of $2m"
    if how is not None and _RELATIVE_FACT.match(one.after):
        how = None  # "plans to launch at $20, under the $23 that Globex charges"
    if one.predicate == "share_price" and how == "goal":
        how = "expect"  # an analyst's target
    if one.predicate == "valuation" and how == "intent" and one.own is not None and one.own.text.casefold() == "valuing":
        how = None  # "agreed to buy Acme, valuing it at $3m"
    if one.predicate == "price" and how == "intent" and _PLAN_COSTING.search(one.head):
        how = None  # "on a two-year plan costing $30 a month"
    if one.predicate == "fine" and _AGREED_TO_PAY.search(one.head):
        how = None  # a settlement agreed is one
    elif one.predicate == "fine" and how in ("future", "intent") and _TO_SETTLE.match(one.after) and _WILL_PAY.search(one.head):
        how = None
    elif one.predicate == "fine" and how is None and _FACES.search(one.head):
        how = "expect"
    if how is None and role == "level" and one.predicate in ("capacity", "investment") and _IS_BUILDING.search(one.head):
        how = "intent"
    if how is None and one.predicate == "jobs" and _IS_CLOSING.search(one.head):
        how = "intent"
    if one.predicate == "sites" and (is_whole(one.sentence, one.mention) or AT_ITS.search(one.head)):
        how = None  # "40 of its 300 shops will close", "will sell it at its 40 shops"
    elif how is None and one.predicate == "sites" and (moved := OPENS_OR_CLOSES.match(one.after)) and moved["ahead"]:
        how = "intent"  # "40 of its shops are to close"
    if one.predicate in ("sites", "employees", "jobs") and role == "level" and _STAYS.match(one.after):
        how = None  # "its 40 stores would remain open": those there are
    if how in ("future", "intent") and one.own is not None and not one.own.verb and _FORMER_LEVEL.search(one.sentence.between(one.sentence.start, one.own.start)):
        how = None  # "will lift its value above the previous valuation of $3bn"
    if one.predicate in ("users", "sites", "employees") and how == "future" and role == "level" and _WILL_FARE.match(one.sentence.between(max(one.mention.end + (there.end() if (there := AT_WORK.match(one.after)) else 0), one.own.end if one.own else 0), one.sentence.end)):
        how = None  # "its 3 million customers will pay more": there are so many now
    if how is None and one.predicate in (*_DECIDED, "investment", "funding") and _AGREED_TO.search(one.head):
        how = "intent"
    if how is None and one.predicate in _DECIDED and role == "change" and _PLAN_INCLUDES.search(one.head):
        how = "intent"
    if how is None and one.predicate == "investment" and role == "level" and _ANNOUNCED_SPENDING.search(one.head):
        how = "intent"
    if one.predicate == "users" and role == "level" and _CHARGED.search(one.head):
        how = None  # "will raise prices for 1.2 million customers": those it has
    if one.predicate == "stake" and _HOLDING_IT.search(one.head):
        how = None  # "Acme, holding 2 percent of Globex, wants"
    if how is None and _PLANNED_BEFORE.search(one.head) and one.predicate in _PLANNABLE:
        how = "intent"
    if how is None and role == "level" and one.predicate in ("capacity", "production") and one.own is not None and not one.own.verb and (
        _PLANNED_MEASURE.search(one.sentence.between(one.sentence.start, one.own.start))
    ):  # fmt: skip
        how = "intent"
    if one.predicate == "stake" and how is None and _TO_BUY.search(one.head):
        how = "future"
    if how is None and one.rule in _BUILT_TO_COME and (_BUILDING.search(one.head) or _AGREED_TO.search(one.head)):
        how = "intent"
    if how is None and one.predicate == "capacity" and _STILL_BUILT.match(one.after):
        how = "intent"
    if how is None and one.rule == "new <quantity> <site>" and _SITE_TO_COME.match(one.after) and not _SITE_BUILT.search(one.head):
        how = "future"
    if one.predicate == "debt" and role == "level" and (_ITS.search(one.head) or _PAYS_DOWN.search(one.head)):
        how = None  # "will use the cash to pay down debt of $88 million": so much it owes
    return how, role


def _had_done(one: Candidate) -> bool:
    """True for a verb in the perfect of its own: "had cut 300 jobs", and not "will have cut"."""
    if one.own is None or not one.own.verb:
        return False
    verb = one.sentence.token(one.own.start)
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    return verb.tag_ == "VBN" and bool(helpers) and helpers <= {"has", "had", "have"}


# "signed an agreement to open six shops", "filed papers to raise $3m"
_AGREED_TO = re.compile(
    r"\b(?:agreements?|deals?|contracts?|licen[cs]e|permission|approval|pacts?|rights|papers|application|bid|proposal|documents|mandate)\b[^.;]{0,60}? to"
    r" (?:open|build|raise|create|hire|invest|launch|add|develop|set up|close|cut|spend) (?:(?:up to|about|around|at least|more than|some|another|as many as|nearly|over|an additional) )*$"
)
_HAVING = re.compile(r", (?:(?:which|who) )?(?:with|ha[sd]|having|employ(?:s|ing)|operat(?:es|ing)|runs|running|owns|serv(?:es|ing)) [^.;,]{0,60}$")
# what governs the aside, too, where it stands before it: "will open a plant, with 61 workers"
_GOVERNORS = re.compile(r"\b(?:will|would|plans?|planned|aims?|to [a-z]+|could|may|might|expects?|expected|is [a-z]+ing|are [a-z]+ing)\b")
# "announced new investments of $3m", "announced a $3m investment"
_ANNOUNCED_SPENDING = re.compile(r"\b(?:announc|unveil)(?:es?|ed|ing) (?:(?!that\b)[\w-]+ ){0,3}?(?:investments?\b[^.;]{0,25}|(?:an?|its|another|further|new) (?:[a-z-]+ )?)$")
# "a restructuring programme, which includes the loss of 500 jobs"
_PLAN_INCLUDES = re.compile(
    r"\b(?:plans?|programmes?|programs?|restructuring|proposals?|measures|overhaul|scheme)\b[^.;]{0,30}? (?:includ(?:es|ing)|involv(?:es|ing)|calls? for|means?|entails?|envisages?) [^.;]{0,40}$"
)
_CHARGED = re.compile(r"\b(?:prices?|bills?|tariffs?|fees?|charges?|rates?|fares?|premiums?|costs) (?:for|on|to|of) (?:(?:about|around|nearly|almost|some|more than|over|up to|all|its|their|the) )*$")
_LAST_YEARS = re.compile(r"\b(?:last|the previous|the prior) year['\u2019]s (?:(?!forecast|target|estimate|guidance)[\w-]+ ){0,3}?(?:of )?$")
_BUILT_TO_COME = frozenset({"<quantity> <power station>", "<quantity> a year <plant>", "<quantity> <works>"})
# "is building a 200 MW solar plant", "won approval to build a 3.5 GW wind farm"
_BUILDING = re.compile(
    r"\b(?:(?:is|are|was|were|be|currently|now|also) (?:building|constructing|developing|planning)|(?<!used )(?<!loan )(?<!loans )to (?:build|construct|develop)|(?:begin|began|start(?:s|ed)?|beginning|starting) (?:building|construction (?:of|on)|work on)"
    r"|(?:broke|breaking|break) ground on|plans for|planned|proposed) (?:(?:an?|the|its|another|two|three|four|five) )?(?:(?:new|huge|giant|large|planned|proposed|about|around|up to) )*$"
)
_STILL_BUILT = re.compile(r"(?: of [a-z -]{3,40}?)? (?:(?:is|are) )?(?:(?:now|currently|still) )?(?:under (?:construction|development)|being (?:built|developed)|in (?:the |its )?(?:(?:[a-z]+ )?pipeline|works|development))\b")
# "a $600 million factory that will employ 400 people"
_SITE_TO_COME = re.compile(r"[^,;.]{0,60}?,? (?:that|which|where it|(?:it|the company) (?:says|said))(?: (?:it|they|is|are))? (?:will|would|is (?:due|set|expected|scheduled) to)\b")
_SITE_BUILT = re.compile(r"\b(?:built|opened|completed|finished|inaugurated|launched|runs?|operates?)\b[^;.]{0,60}$")
_PAYS_DOWN = re.compile(r"\b(?:pay(?:ing)? (?:down|off|back)|repay(?:ing)?|refinanc(?:e|ing)|restructur(?:e|ing)|retir(?:e|ing)|reduc(?:e|ing)|clear(?:ing)?|settl(?:e|ing)|service|servicing) (?:(?:its|the|some|existing|outstanding|bank|their|old|part of|net|long-term|short-term) )*(?:debts?|loans?|borrowings) (?:of|totall?ing|worth) (?:(?:about|around|nearly|some|more than|over|almost) )*$")
_AFTER_SUCH = re.compile(r"\b(?:after|following|despite|from) (?:(?:an?|its|the|their) )?(?:[\w-]+ ){0,3}(?:of|totall?ing|worth) (?:(?:about|around|nearly|almost|more than|just) )*$")
_ANNOUNCED = re.compile(r"\bannounc(?:e|es|ed|ing) (?:(?!since\b|last\b)[\w-]+ ){0,4}$")
_HOLDING_IT = re.compile(r", (?:holding|owning|with|which (?:holds|owns|has)|who (?:holds|owns)) (?:an? )?(?:(?:about|around|nearly|some|just|over|more than) )*$")
# "Acme's proposed £1bn investment"
_PLANNED_BEFORE = re.compile(r"\b(?:planned|proposed|mooted|possible|potential|intended) (?:new )?(?:(?:about|around|nearly|some) )*$")
# "with a planned annual output of"
_PLANNED_MEASURE = re.compile(r"\b(?:planned|proposed|projected|intended|eventual) (?:[a-z]+ )?$")
_PLANNABLE = frozenset({"investment", "jobs", "sites", "capacity", "dividend", "funding", "cost", "fine"})
_NEXT_YEARS = re.compile(r"\b(?:next|coming) (?:few |couple of |several |\w+ )?years\b")


def standing_then(one: Candidate, how: Stance | None, role: Role, period: Period | None) -> Stance | None:
    """The stance once it is known when the measurement holds: what is over is no forecast, what is to come no fact."""
    if how is None and period is not None and role == "level" and one.predicate in RESULTS and is_to_come(one.sentence, period) and _REVISED.search(one.head):
        return "expect"  # "output for 2021 was cut to 21 million tonnes"
    if how is None and period is not None and role != "earlier" and one.predicate in _DATED_AHEAD and _is_still_to_begin(one.sentence, period):
        return "future"  # "put its capital spending for next year at $400m"
    if how is None and period is not None and role == "level" and one.predicate in ("capacity", "production", "sites", "employees") and period.grain == "month" and is_ahead(one.sentence, period):
        return "intent"  # "to expand its capacity from 1 to 2 million tonnes by March"
    if how is None and period is not None and role == "change" and one.predicate == "price" and period.grain == "day" and is_ahead(one.sentence, period):
        return "intent"  # "is raising prices by 5 percent from July 1"
    if how is None and period is not None and role == "level" and one.predicate in _DATED_AHEAD and _NEXT_YEARS.search(period.text) and is_to_come(one.sentence, period):
        return "expect"  # "taking us towards a turnover of $3m in the next three years"
    if how == "intent" and one.predicate == "investment" and _ANNOUNCED_SPENDING.search(one.head) and is_over(one.sentence, period):
        return None  # "announced an investment of $3m in 2019"
    if how == "intent" and role == "change" and _is_long_over(one.sentence, period) and _is_under_way(one):
        return None  # "said in 2009 that it was cutting 300 jobs"
    if how in ("expect", "goal") and role == "level" and _LAST_YEARS.search(one.head) and is_over(one.sentence, period):
        return None  # "is expected to exceed last year's $3m"
    if how is not None and role == "level" and _AFTER_SUCH.search(one.head) and is_over(one.sentence, period):
        return None  # "hopes to recover this year after a loss of £40m in 2004"
    if how is None and role == "change" and one.predicate in (*_DECIDED, "employees") and _ANNOUNCED.search(one.head) and not _began_before(one.sentence, period):
        return "intent"  # "announced 800 job cuts": they are still to come
    if how is not None and _DONE.match(one.after) and is_over(one.sentence, period):
        return None  # "hopes to return to the 2.4m cars sold in 2007"
    if how == "expect" and role == "earlier" and _is_long_over(one.sentence, period) and _stance_named(one.sentence, one.mention, None) is None:
        return None  # "tips profit to recover to $3m from $2m in 2014"
    return None if how == "expect" and _is_estimate_of_past(one.sentence, period) else how


def _governed(one: Candidate) -> Stance | None:
    """The stance that the cue, a noun of forecasts, or the words that govern quantity and cue give."""
    sentence, start, cue = one.sentence, one.mention.start, one.own
    if cue is not None and cue.stance:
        return cue.stance
    named = None if one.predicate == "share_price" and not _TARGET.search(sentence.text) else _stance_named(sentence, one.mention, cue)
    if named is None and _MET.search(one.head):
        return None  # "revenue beat estimates, coming in at $3bn", whatever the parser makes of "estimates"
    found = named or stance(sentence, start)
    if found or cue is None:
        return found
    if cue.end <= start and cue.start != start and ", which " not in sentence.between(cue.start, start):
        return stance(sentence, cue.start)
    return stance(sentence, cue.start) if cue.verb and cue.start >= one.mention.end else None  # "200 are to be hired"


def _beside_before(one: Candidate, how: Stance | None, role: Role) -> tuple[Stance | None, Role]:
    """The stance beside that of the quantity before: a forecast raised, the earlier level of a fact, a second object."""
    before = one.before
    if one.is_whole or _NOW.search(one.head) or IS_CURRENT.search(one.head):
        return None, role
    if one.rule.startswith("<forecast>"):
        return "expect", role
    if _SET_AGAINST.match(one.after):
        return None, role
    planned = one.own is not None and one.own.stance is not None  # "seven factory closures planned by 2028"
    if not planned and ((aimed := _AIMED_AT.match(one.after)) or _EXPECTED.match(one.after)):
        return "goal" if aimed else "expect", "level" if role == "earlier" else role
    if role == "earlier":
        return _of_earlier(one), role
    if how is None and before is not None and before.stance is not None and (one.inherited or _retold(before, one) or _joined(one.sentence, before, one.mention) or _leads_to(before, one)):
        how = before.stance
    return how, role


_BEFORE = re.compile(r" (?:before|previously|earlier|originally|initially)\b(?! (?:in|this|that) )")


def _of_earlier(one: Candidate) -> Stance | None:
    """The stance of an earlier level: a fact, unless it was a forecast then ("cut its forecast to $3bn from $3.4bn")."""
    before = one.before
    if one.own is not None and one.own.stance is not None:
        return one.own.stance  # "cut its profit forecast from £34m to £29m"
    if (named := _stance_named(one.sentence, one.mention, None) or _stance_named(one.sentence, one.mention, one.own)) in ("expect", "goal"):
        return named
    if before is None:
        return None
    if before.stance in ("expect", "goal") and _BEFORE.match(one.after):
        return before.stance  # "expects sales of $300 million, against $320 million before"
    if before.stance is not None and one.mention.quantity.bound == "range":
        return before.stance  # "expects $4.80 to $5, up from $4.60 to $4.80": of what was, one number would be told
    moved = one.sentence.between(one.sentence.start, before.mention.start)
    revised = before.stance == "expect" and (_REVISED.search(moved) or _MOVES_FORECAST.search(moved))
    was_forecast = before.cue is not None and before.cue.stance or one.predicate == "share_price" and before.stance == "expect" or revised or before.rule.startswith("<forecast> moved")
    return before.stance if was_forecast else None
