"""Which measure governs a quantity: the cue around it ("net income … was"), or by ellipsis that of the quantity before.

`measure` is asked for each quantity of a sentence in turn; it returns the cue, the predicate, the name of the rule,
and whether the measure is that of the quantity before ("compared with $3.1bn", "or 76 cents a share").
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from extractor.claims.asking import LESS, asked, price_tag
from extractor.claims.counts import count, is_able
from extractor.claims.court import is_of_suit, legal_sum
from extractor.claims.cues import Cue, change_regex, measure_of, measured_by
from extractor.claims.frames import framed
from extractor.claims.per_share import PER_SHARE, per_share
from extractor.claims.percentages import margin, part_of_sales, part_of_trade
from extractor.claims.reach import LETTER, NEW_MEASURE, fits, following_cue, is_doer, is_small, reaches, tail_change, verb_before
from extractor.claims.roles import MULTIPLIES, OF_STAFF, OF_WHOLE, tail_of
from extractor.claims.trading import beside, floated, traded
from extractor.lexicon import terms
from extractor.mentions.counted import lemma
from extractor.mentions.types import QuantityMention
from extractor.reading import Sentence
from extractor.tokens import Token

Found = tuple[Cue | None, str, str, bool] | None

if TYPE_CHECKING:
    from extractor.claims.measures import Measurement

# goods that "sold $3bn of" tells the takings of, and what is no goods
# "has sold 1,200 flats worth Dh4.5 billion"
_SOLD_WORTH = re.compile(
    r"\bsold (?:[\d.,]+ |[\d.,]+ [mb]illion |more than |over |about |some |its |nearly )*"
    r"(?!(?:[\w-]+ ){0,2}?(?:shares?|stocks?|bonds?|notes|debt|assets|equity|securities|loans|gold|stakes?|business|plant|land|interests?|holdings?)\b)(?:[a-z][a-z-]+ ){1,3}"
    r"worth (?:(?:about|around|some|nearly|almost|over|more than|at least|roughly) )*$"
)
_SOLD_GOODS = re.compile(r"\s(?:worth )?of (?:its |their |the )?(?!(?:[\w-]+ )?(?:shares|stock|bonds|notes|debt|assets|equity|securities|loans|gold)\b)[a-z]")
_SEGMENT = re.compile(
    r";(?![^(]*\))|\s-{1,2}\s(?!(?:up|down|to)\b)|\b(?:while|whereas|although|though|but)\b|,? and (?=(?:it|its|their|his|the company|he|she|they)\b)"
)
_WHOLE = re.compile(
    r"^\s*of (?:the |all |its |total |overall |our |their |global |world |group |U\.[SK]\. |[A-Z][\w']+ ){0,3}(?:[\w' -]|[$£€]|(?<=\d)[.,](?=\d)){0,45}?"
    r"\b(?:market|pie|industry|sector|sales|revenues?|turnover|profits?|business|output|production|exports|shipments|registrations|deliveries)\b(?!['’]s)"
    r"|^\s*of (?:all|total|all the|the total) (?:[\w-]+ ){1,4}(?:sold|shipped|delivered|registered|exported)\b"
)
# "rose 41% to $188m and accounted for 46% of total revenue": a part of its own
_OF_OWN_TOTAL = re.compile(r" of (?:the )?(?:total|overall) (?:net |group )?(?:revenues?|sales|turnover|income)\b(?! (?:in|of) (?:the|[A-Z]))")
# "38,300 ounces | of gold were sold"
_GOODS_SOLD = re.compile(r"(?: of (?:[a-z-]+ ){1,3}?| )(?:(?:were|was|had been|have been) )?(?:sold|shipped|exported)\b(?! out\b)")
_OWNED_BY = re.compile(r"^[ -](?:owned|held|controlled) by (?:the )?")
_STATE_OWNED = re.compile(r"^[ -](?:state|government|taxpayer)[ -](?:owned|held|controlled)\b")
# "is 80 percent owned by Acme and 20 percent by Globex"
_THE_REST = re.compile(r"(?:,|,? and| with)(?: the (?:other|remaining))?$")
_BY = re.compile(r" by (?:the )?")
# "Acme, half of which belongs to Globex"
_BELONGS = re.compile(r" of which (?:belongs to|is (?:owned|held|controlled) by) ")
_SHAREHOLDER = re.compile(r" (?:share|stock|stake)holder (?:in|of) |(?: |-)owner of ")
_OF_SHARES = re.compile(
    r"^\s*(?:(?:equity|minority|majority|controlling|strategic|direct|indirect|non-controlling|voting|economic) )?(?:stake|holding|shareholding|interest|share (?:in|of)|of (?:the |its |their )?(?:\w+ )?(?:shares|company|stock|equity|capital(?! (?:budget|spending|expenditures?|investment|programme|program|plan|costs?|gains?)\b)|firm))\b"
)
# prices of goods traded by weight or volume are the market's, no company's
_PER_MEASURE = re.compile(
    r"\s*(?:U\.?S\.? )?(?:a|an|per) (?:barrel|ounce|tonne|ton|bushel|pound|gallon|kilo|kilogram|litre|liter|MWh)\b"
)
_APIECE = re.compile(r" (?:per (?!cent\b|share\b)[a-z]+|each|apiece)\b")
_FOR_SHARES = re.compile(r" (?:each|apiece) for (?:all |the |its |their )*(?:[\w-]+ ){0,3}shares\b")
_SHARES_FOR = re.compile(r"\bshares (?:(?:in|of) (?:[A-Z][\w&.-]* )+|it does not (?:already )?own )?(?:for|at) (?:about |around )?$")
# "above the $34,000 industry average": nobody's
_OF_TRADE = re.compile(r" (?:industry|market|sector|national|peer|category) average\b")
# "2 cents above the analysts' average": how far from what was expected is no measure of its own
_FROM_FORECAST = re.compile(
    r"(?: (?:a|per) share)? (?:(?:better|higher|lower|worse|more|less) than|above|below|ahead of|short of|shy of|under|over) "
    r"(?:(?:the|an|a|average|mean|median|consensus|analysts?['’]?s?|its|their|market|Wall Street|City|Street|what|most|own|earlier|previous) ?['’]?s? ?)*"
    r"(?:planned|expected|budgeted|originally planned|it had planned|analysts?\b|forecasts?|estimates?|expectations?|consensus|predictions?|guidance|targets?|had expected|economists)",
    re.IGNORECASE,
)
_EXCEEDED_BY = re.compile(r"\b(?:exceed(?:ed|s)|outsold|outpaced|beat|trail(?:ed|s)|lagg?(?:ed|s))\b[^.;,]{0,40} by (?:about |around |just |nearly |almost )?$")
_LEAD = re.compile(r"\b(?:lead|gap|advantage|margin) (?:over|between|of|on)\b[^.;,]{0,40}(?:of|to|by|at)? (?:more than |about |nearly )?$")
_BEATEN_BY = re.compile(
    r"\b(?:beat(?:ing|s)?|topp?(?:ing|ed|s)|miss(?:ing|ed|es)|exceed(?:ing|ed|s)|surpass(?:ing|ed|es))\b[^.;,]{0,60}"
    r"\b(?:estimates?|forecasts?|expectations?|projections?|consensus|predictions?)\b[^.;,]{0,20}? by (?:about |around |just |nearly )?$",
    re.IGNORECASE,
)
_IN_THEM = re.compile(r"\b(?:sales|rates?|fares?|rents?|occupancy|income|takings|earnings|traffic|revenues?|profits?|demand|prices?|spending|volumes?|turnover) (?:in|at|to|from|for|across|through|including|excluding|with|without) (?:its |the |their )?(?:[\w.'’-]+ ){0,3}$", re.IGNORECASE)
_RAISED = re.compile(
    r"^\s*(?:worth )?(?:of|in) (?:(?:new|preferred|preference|ordinary|convertible|common|senior|junior|secured|unsecured|subordinated|perpetual|hybrid|green|investment-grade|high-yield|[\w-]+-year|[\w-]+-denominated) )*(?:shares|stock|bonds|equity|notes)\b"
    r"|^\s*(?:in|through|via|from|with) (?:an?|the|its) (?:[\w-]+ ){0,2}(?:(?:share|stock|bond|equity|note)s? (?:sale|issue|offering|placement|offer)|rights issue|private placement|follow-on offering|flotation)\b"
)
# "furnaces that would cut emissions by 80 percent": what is no measure
_CUTS_OTHER = re.compile(
    r"\b(?:cut|cuts|cutting|reduc\w+|lower\w*|slash\w*|trim\w*|halv\w+|boost\w*|increas\w+|improv\w+) (?:its |their |the )?(?:[\w-]+ ){0,3}"
    r"(?:emissions|consumption|waste|pollution|accidents|traffic|weight|noise|time|times|energy use|fuel use|usage|water use|efficiency|quality|yields?|wages|salaries|pay|tariffs|taxes|rates)"
    r" by (?:(?:about|around|up to|as much as|at least|some|more than|nearly|almost) )*$"
)
_GAIN_ON = re.compile(r" (?:[a-z-]+ ){0,4}?(?:gains?|boost|windfall|credit|benefit)\b(?! in (?:profit|sales|revenue|income))")
_CAUSED_BY = re.compile(r"\b(?:(?:helped|boosted|lifted|aided|flattered|swollen|buoyed|inflated|hurt|hit|dented|dragged down) by|thanks to|because of|reflect(?:s|ed|ing)|due to|owing to)(?: [a-z-]+)?(?: an?| the)? (?:(?:about|around|nearly|some|more than) )*$")
_OF_GOVERNMENT = re.compile(r" of (?:the )?(?:armed|family|government|industry|knowledge|law|learning|mathematics|medicine|military|philosophy|physics|science|service|state|tree)\b")
_FACE_VALUE = re.compile(r"\b(?:face|par|nominal) value (?:of )?$")
# "sold 70,000 ounces | at an average $2,460": its own price, whatever the market's
_SOLD_AT = re.compile(r"(?: of (?:[a-z-]+ ){0,2}[a-z]+| (?:[a-z-]+ ){0,2}[a-z]+)? (?:at|for) (?:an? )?(?:average|mean|median)(?: (?:reali[sz]ed|selling|sales|sale))?(?: price)?(?: of)? (?:about |around |just )?")
# "following the $75 million it raised last March"
_THAT_IT_DID = re.compile(
    r" (?:(?:that|which) )?(?:it|they|the (?:company|firm|start-?up|group|bank|airline|retailer)) (?:has |had |have )?(?:already |previously )?(?P<did>raised|invested|spent|lost|borrowed|owes|owed)\b"
    r"(?! (?:for|to (?:buy|acquire)))"
)
_DID = {"raised": "funding", "invested": "investment", "spent": "investment", "lost": "loss", "borrowed": "debt", "owes": "debt", "owed": "debt"}
# "made £3bn, or £1m an hour"
_BY_THE_HOUR = re.compile(r" (?:an|every|each|per) hour\b| (?:a|every|each|per) (?:day|minute|second)\b")
# "the stock's 52-week range is $74 to $105"
_RANGE_OF_YEAR = re.compile(r"\b(?:52[- ]week|12[- ]month|trading) (?:trading )?range\b[^;,]{0,40}$")
_DEAL_VALUE = re.compile(
    r"\b(?:(?:acquisition|deal|takeover|transaction|contract|bid|offer|agreement)s?|order(?! (?:backlog|book|inflow|intake)))\b"
    r"[^,;]{0,30}\b(?:valued|worth|for|of)\b[^,;]{0,12}$"
)

# the price of a company bought is its deal's
_PAID_FOR = re.compile(r"\b(?:b(?:uy|uys|ought|uying)|acquir\w+|purchas\w+|took over) [A-Z][^,;]{0,60}\bfor (?:about |around |some |nearly |up to |more than |just )*$|\b(?:b(?:ought|uying)|acquired) [^,;]{0,25}(?:outfit|company|firm|rival|maker|start-?up|group) [^,;]{0,40}\bfor (?:about |around |some |nearly |up to |more than |just )*$")
_COST_IT = re.compile(r"\bcost(?:s|ing)? (?:it|them|us|him|her|the (?:company|firm|group|airline|bank|industry)|[A-Z][\w&.-]*(?: [A-Z][\w&.-]*)?) (?:(?:about|around|some|nearly|almost|over|more than|at least|up to|roughly|as much as) )*$")
_IN_LOST = re.compile(r" (?:(?:or|a) \w+ )?(?:in|of) (?:lost |annual |potential )*(?:revenues?|sales|profits?|earnings|business|income)\b")
_VALUED_AT = re.compile(r"\b(?:valued at|valuing [^,;.]{1,40} at|valuation of) (?:(?:about|around|some|nearly|almost|over|more than|at least|up to|roughly) )*$")
_ORDER_WORTH = re.compile(r"\b(?:deal|takeover|acquisition|transaction)\b(?: that)?[^.;]{0,60}\b(?:valued|values)(?: it)?(?: at)? (?:about |around |some |nearly |up to |more than |roughly )?$|\b(?:contract|order|deal)\b[^;.]{0,70}, (?:worth|valued at) (?:about |around |some |nearly |up to |more than )?$")
_DEAL_AFTER = re.compile(r"[ -](?!(?:offering|order|after|amid|as|following|for|from|in|on|when|with)\b)(?:[\w-]+[ -])?(?:takeover|acquisition|purchase|buyout|bid|deal|merger)\b")
# "the sale of its Irish arm raised $3m": what is got for a company is its deal's
_SALE_RAISED = re.compile(
    r"\b[Ss]ales? of [^;.]{0,50}\b(?:stakes?|shareholdings?|holdings?|interests?|units?|business(?:es)?|assets|arms?|divisions?|subsidiar(?:y|ies))\b[^;.]{0,70}"
    r"\b(?:raised?|raising|fetch(?:ed)?|net(?:ted)?|brought in|bring in|yield(?:ed)?|generated?|realised|realized) (?:(?:about|around|some|nearly|almost|up to|more than|over|roughly|a total of) )*$"
)
# what others did at the same time: "bucking a 1.5 percent fall in the index", "compared with a 1 percent gain for its peers"
_SET_AGAINST = re.compile(
    r"\b(?:bucking|buck(?:ed|s)|(?:out|under)perform(?:ing|ed|s)|outpac(?:ing|ed|es)|lagg(?:ing|ed)|lags|trail(?:ing|ed|s)|beat(?:ing|s)?|outstripp(?:ing|ed)|compared (?:with|to)|against|versus|defying|defied)"
    r" (?:an?|the) (?:(?:about|around|nearly|almost|more than|over|roughly|broader|wider|overall) )*$"
)
_MOVE_OF = re.compile(
    r"[ -](?:[a-z]+ )?(?:fall|drop|decline|dip|slide|loss|retreat|rise|gain|jump|advance|increase|climb|rally|slump|surge) (?:in|for|by|on|at|among) (?!(?:its|the same|the (?:prior|previous|year|first|second|third|fourth)|\d|(?:January|February|March|April|May|June|July|August|September|October|November|December|20)\b))"
)
# what a contract is worth is no measure of who wins it: "a $3m maintenance contract", "a contract with Acme, worth $3m"
_CONTRACT_AFTER = re.compile(r"[ -](?:(?!(?:after|amid|as|following|for|from|in|on|when|with|to|of|and|or|but)\b)[\w-]+[ -]){0,4}(?:contract|award|tender|concession)\b")
_CONTRACT_WORTH = re.compile(
    r"\b(?:contract|award|tender|concession)\b(?: (?!(?:and|or|but)\b)[\w'-]+){0,8}?,? (?:worth|valued at|with a (?:total )?value of)"
    r"(?: (?:about|around|some|nearly|almost|up to|over|more than|roughly|approximately|a total of|as much as))*$"
)
_DEBT_IN_PRICE = re.compile(r",? (?:including|excluding|inclusive of|net of|plus|and|with)(?: (?:its|the|assumed|all|any|net|assumption of|existing))* debts?\b")
_ROUND = re.compile(r"\s(?:Series [A-H] |funding |financing |investment |seed |venture )?(?:round|fundraising|financing)\b")
# "should reach 2GW by 2030", "has 3 gigawatts of wind farms"
_POWER_BUILT = re.compile(
    r"\b(?:reach(?:es|ed|ing)?|total(?:s|l?ed|l?ing)?|(?:grow|gr[eo]wn?|growing|expand\w*|ris(?:e|es|ing)|rose|increas\w+|scal\w+|ramp\w*) (?:up )?to"
    r"|add(?:s|ed|ing)?|install(?:s|ed|ing)?|build(?:s|ing)?|built|deploy(?:s|ed|ing)?|operat(?:e|es|ing)|owns?|ha[sd]|have|having|commission(?:s|ed|ing)?|develop(?:s|ed|ing)?|with|deliver(?:s|ing)?|generat(?:e|es|ing)"
    r"|portfolio of|pipeline of) (?:(?:up to|about|around|nearly|almost|more than|over|at least|some|another|a further|an additional|a total of|an? [\w-]+ of) )*$"
)
_POWER_MADE = re.compile(r"\b(?:wind|solar|power|energy|electricity|renewables?|hydro\w*|nuclear|grid|turbines?|reactors?|batter(?:y|ies)|storage|photovoltaic|electroly[sz]ers?|data cent(?:re|er)s?)\b", re.IGNORECASE)
# words without which some of the rules do not hold
_BY_SO_MUCH = frozenset({"by"})
_SOLD = frozenset({"sold"})
_PRICED = frozenset({"worth", "valued"})
_DEALS = frozenset({"deal", "takeover", "acquisition", "transaction", "contract", "order"})
# "sold 22 percent more football boots"
_MORE_GOODS = re.compile(r" (?:more|fewer) (?!than\b)\w")
_EXTRA = re.compile(r" (?:more|less|extra|additional) (?!than\b)([a-z]+)(?= (?:added|space|sold|[a-z]+ed|to|in|at|on|this|last|year)\b|[.,;]|$)")
_GOODS = ("units_sold", "production", "users", "volume")
# "carried 15 percent more passengers", "with 8 percent fewer shops"
_MORE_COUNTED = re.compile(r" (?:more|fewer) (?:[a-z-]+ ){0,2}?([a-z]+s|people|staff)\b")
# "rose 15 cents - 1.1 percent - to $13.80"
_DASHED_OFF = re.compile(r" ?[-–—]{1,2} ?(?:or |about |nearly |around )*")
_DASH = re.compile(r" ?[-–—]")


def _segment_start(sentence: Sentence, position: int) -> int:
    start = sentence.start
    head = sentence.between(sentence.start, position)
    if head.count(" - ") > 1 or head.count(" -- ") > 1:
        # "users - a key measure for it - grew": an aside that is closed begins nothing
        head = _DASHED.sub(lambda aside: "_" * len(aside.group()), head)
    for match in _SEGMENT.finditer(head):
        finite = match.group() == "but" and len(head) > match.end() + 1 and sentence.token(sentence.start + match.end() + 1).tag_ in ("VBD", "VBZ", "VBP")
        if finite or match.group() == "but" and _goes_on().match(head, match.end()):
            continue  # "shares have risen since but fell $12": the same went on to do something else
        start = sentence.start + match.end()
    return start


@cache
def _goes_on() -> re.Pattern[str]:
    """A verb of growth or fall whose subject stands before: "shares have risen this year but | fell 3 percent"."""
    return change_regex(r" (?:(?:has|have|had|was|were|then|later|still|since|also|only|\w+ly) )*", r"\b")


_DASHED = re.compile(r" (-{1,2}) (?:(?! -{1,2} )[^;]){2,90} \1 ")


def _is_unit_cost(nouns: list[Cue], mention: QuantityMention) -> bool:
    """True for what a miner's ounce or barrel costs it: "cash costs fell to $612 an ounce"."""
    told = [cue for cue in nouns if cue.end <= mention.start]
    return bool(told) and told[-1].predicate == "cost"


_BARE_MOVE = re.compile(r"[^;:.]{0,40}, (?:up|down) (?:about |around |nearly |some |more than |just )?")


def _of_unmeasured(sentence: Sentence, mention: QuantityMention, series: list[Measurement]) -> bool:
    """True for the change of an amount right before that measures nothing here: "plants made 106 billion sparks, down 0.3 percent"."""
    last = next((one for one in reversed(sentence.quantities) if one.end <= mention.start and one.quantity.unit_type not in (None, "percent")), None)
    return (
        last is not None
        and _BARE_MOVE.fullmatch(sentence.between(last.end, mention.start)) is not None
        and not any(one.mention.start == last.start for one in series)
    )


def _beside_price(sentence: Sentence, mention: QuantityMention, series: list[Measurement]) -> bool:
    """True for what a price that measures nothing here is compared with: "copper was $4.02 a pound, compared with $4.68"."""
    last = next((one for one in reversed(sentence.quantities) if one.end <= mention.start), None)
    if last is None or last.quantity.unit_type != "currency" or any(one.mention.start == last.start for one in series):
        return False
    gap = sentence.between(last.end, mention.start)
    priced = _PER_MEASURE.match(gap)
    return priced is not None and _AGAINST_PRICE.fullmatch(gap, priced.end()) is not None


_AGAINST_PRICE = re.compile(r"(?: in \w+)?,? (?:(?:up|down) )?(?:compared (?:with|to)|from|versus|against) (?:about |around )?")


def measure(
    sentence: Sentence,
    mention: QuantityMention,
    nouns: list[Cue],
    verbs: list[tuple[Cue, str]],
    series: list[Measurement],
    earlier: list[Measurement],
) -> tuple[Cue | None, str, str, bool] | None:
    """The cue and predicate of a quantity, the rule that gave them, and whether by ellipsis; None if it measures nothing."""
    letter = LETTER[mention.quantity.unit_type or "count"]
    # "EPS, which excludes that charge, rose": what an aside speaks of measures nothing after it
    nouns = [cue for cue in nouns if cue.start > mention.start or not sentence.is_apart(cue.start, mention.start)]
    if letter in "pc":
        # "sales in comparable stores rose": where they were made does not rise
        nouns = [cue for cue in nouns if cue.start > mention.start or cue.predicate not in ("sites", "users") or not _IN_THEM.search(sentence.between(sentence.start, cue.start))]
    if letter == "p" and (doing := next((cue for cue in reversed(nouns) if cue.text.startswith("number") and cue.predicate == "users" and cue.end <= mention.start), None)):
        # "the number of people going into branches dropped": neither staff nor shops did
        nouns = [cue for cue in nouns if not doing.start < cue.start < mention.start]
    if letter == "p" and (share := next((cue for cue in nouns if cue.predicate == "market_share" and cue.end <= mention.start), None)):
        # "its share of smartphone shipments rose": what the share is of does not rise
        nouns = [cue for cue in nouns if cue.start <= share.start or cue.start > mention.start or not _SHARE_OF.fullmatch(sentence.between(share.end, cue.start))]
    nouns = [cue for cue in nouns if cue.start > mention.start or not _is_apposed(sentence, cue, nouns)]
    before = series[-1] if series else None
    if before is not None and before.predicate == "price":
        # "costs $199 with a two-year contract or $599 without one"
        nouns = [cue for cue in nouns if not _ON_CONTRACT.search(sentence.between(sentence.start, cue.end))]
    after = sentence.between(mention.end, sentence.end)
    start = _segment_start(sentence, mention.start)
    tail = tail_of(sentence, mention)
    head = sentence.between(sentence.start, mention.start)
    if not sentence.lacks(_BY_SO_MUCH) and (_BEATEN_BY.search(head) or _EXCEEDED_BY.search(head)) or mention.quantity.unit == "percentage_point" and _LEAD.search(head):
        return None
    if letter == "p" and before is not None and before.role == "change" and _DASHED_OFF.fullmatch(sentence.between(before.mention.end, mention.start)) and _DASH.match(after):
        return _inherit(series, mention)
    if letter == "p" and (moved_in := _MOVE_IN.match(after)) and not any(
        cue.predicate != "-" and 0 <= cue.start - mention.end - moved_in.end() + 1 <= 50 for cue in nouns
    ):
        return None  # "swung to a loss, hurt by a 16 percent fall in freight rates"
    if letter == "p" and _of_unmeasured(sentence, mention, series) or letter == "c" and _beside_price(sentence, mention, series):
        return None
    if letter == "p" and (other := _CUTS_OTHER.search(head)) and not any(cue.start >= sentence.start + other.start() for cue in nouns if cue.end <= mention.start):
        return None
    if letter == "c" and _GAIN_ON.match(after) and _CAUSED_BY.search(head):
        return None  # "profit rose, helped by a $400m gain from selling its stake"
    if letter == "p" and _SET_AGAINST.search(head) and _MOVE_OF.match(after):
        return None
    if _OF_TRADE.match(after) or letter == "c" and _PER_MEASURE.match(after) and not _is_unit_cost(nouns, mention) or letter in "cp" and not mention.direction and _FROM_FORECAST.match(after):
        return None
    if mention.quantity.unit == "branch" and _OF_GOVERNMENT.match(after):
        return None  # "the three branches of government"
    if letter == "c" and _FACE_VALUE.search(head):
        return None  # "at a face value of Rs 10 per share"
    if letter == "c" and (done := _THAT_IT_DID.match(after)) is not None:
        return None, _DID[done["did"]], "<quantity> that <company> <did>", False
    if letter == "c" and (_RANGE_OF_YEAR.search(head) or tail.endswith(", or") and _BY_THE_HOUR.match(after)):
        return None
    if letter == "c" and before is not None and before.predicate == "dividend" and tail.endswith((" making", " giving")) and is_small(mention, 1000):
        return before.cue, "dividend", "<quantity>, <ellipsis> <quantity>", True  # "a final dividend of 7p, making 11p for the year"
    if letter == "c" and _APIECE.match(after) and any(cue.predicate == "orders" and cue.end <= mention.start for cue in nouns):
        return None  # "800 orders at $200 million per aircraft"
    if letter == "c" and _APIECE.match(after) and (_SHARES_FOR.search(head) or _FOR_SHARES.match(after)) and is_small(mention, 10_000):
        return None, "share_price", "<quantity> a share", False  # "offered to buy the remaining shares for $31 each"
    if letter == "c" and (PER_SHARE.match(after) or PER_SHARE.search(mention.quantity.text)):
        earnings = any(one.predicate == "eps" and sentence.index - one.sentence.index <= 3 for one in earlier)
        return per_share(sentence, mention, nouns, verbs, before, earnings)
    if (
        letter == "c"
        and _RAISED.search(after[:60])
        and re.search(r"\b(?:issu\w+|rais\w+|sell|sold|selling|place[ds]?)\b", tail)
    ):
        return None, "share_price" if is_small(mention, 1000) else "funding", "<company> issued <quantity> of shares", False
    if letter == "c" and before is not None and before.predicate in ("units_sold", "sales") and _SOLD_AT.fullmatch(sentence.between(before.mention.end, mention.start)):
        return None, "price", "<quantity> sold at <quantity>", False
    if letter == "c" and is_of_suit(after):
        return None
    if letter == "c" and (by_law := legal_sum(sentence, mention)) is not None:
        return by_law[0], "fine", by_law[1], False
    if letter == "c" and (_DEAL_AFTER.match(after) or _CONTRACT_AFTER.match(after) or _CONTRACT_WORTH.search(head.rstrip())):
        return None
    if letter == "c" and before is not None and (mention.quantity.high or 0) < 1000 <= 1e-3 * (before.quantity.high or 0) and (
        tail.endswith(", or") and any(one.predicate == "eps" for one in series)
    ):  # fmt: skip
        return None, "eps", "<profit>, or <quantity>", True  # "from $96 million, or 33 cents"
    if letter == "c" and (_DEAL_VALUE.search(tail) or not sentence.lacks(_DEALS) and _ORDER_WORTH.search(head) or _PAID_FOR.search(head) or _SALE_RAISED.search(head)):
        return None
    if letter == "c" and re.search(r"\bincluding $", tail + " ") and re.match(r" (?:of|in) (?:assumed |net )?debt\b", after):
        return None  # a part of the price of a company
    if letter == "c" and not sentence.lacks(_COST_WORDS) and _BUILT_AT_COST.search(head):
        return None, "investment", "<company> builds <plant> at a cost of <quantity>", False
    if letter == "c" and _ROUND.match(after):
        return None, "funding", "<quantity> round", False
    if letter == "c" and _IN_LOST.match(after) and _COST_IT.search(head):
        return None  # "would cost it $10bn in revenue"
    if (moved := traded(sentence, mention, nouns, alone=before is not None and before.predicate == "share_price")) is not None:
        return moved
    if letter == "c" and (offered := floated(sentence, mention)) is not None:
        return offered
    if letter == "p" and (staff := OF_STAFF.match(after)) and (gone := _TO_GO.match(after, staff.end())):
        left = replace(_after_cue(sentence, gone, mention), predicate="jobs", verb=True, sign=-1, stance="intent" if gone["coming"] else None)
        return left, "jobs", "<quantity> of its staff go", False
    if letter == "p" and OF_STAFF.match(after) and (gone := re.search(r"\b(?:cut|cuts|cutting|shed|shedding|axe[ds]?|axing|scrap\w*|dismiss\w*|sack\w*|lay(?:ing)? off|laid off|slash\w*|eliminat\w+|fire[ds]?|los[te])\b[^,;.]{0,20}$", tail)):
        start = mention.start - len(tail) + gone.start() if head.endswith(f"{tail} ") else mention.start
        cut = sentence.token(start)
        cue = Cue(cut.idx, cut.idx + len(cut), cut.text, "jobs", verb=True, sign=-1) if cut.idx < mention.start else None
        return cue, "jobs", "<company> cuts <quantity> of its staff", False
    if letter == "p" and (sites := _OF_SITES.match(after)) and measure_of(sites[1]) == "sites" and (shut := _SHUTS.search(head)):
        # "will close 20% of its factories"
        start = sentence.start + shut.start()
        return Cue(start, start + len(shut[1]), shut[1], "sites", verb=True, sign=-1), "sites", "<company> closes <quantity> of its <sites>", False
    if letter == "p" and not mention.direction and _A_SHARE_OF.search(tail):
        return None, "market_share", "<seller> has a share of <quantity>", False
    if letter == "p" and not mention.direction and before is not None and before.predicate in _SOLD_SO_MANY and _SO_A_SHARE.search(sentence.between(before.mention.end, mention.start)):
        return None, "market_share", "<seller> has a share of <quantity>", False
    if letter == "p" and not mention.direction and _LEADS_WITH.search(tail):
        return None, "market_share", "<seller> leads with <quantity>", False
    if letter == "p" and (match := _BELONGS.match(after)):
        return _after_cue(sentence, match, mention), "stake", "<company> is <quantity> owned by <holder>", False
    if letter == "p" and not mention.direction and _owned_part(sentence, mention, after):
        return None, "stake", "<holder> has <quantity> of <company>", False
    if letter == "c" and not sentence.lacks(_PRICED) and (worth := _WORTH.search(head)) and _is_company(sentence, sentence.token(sentence.start + worth.start())):
        start = sentence.start + worth.start()
        return Cue(start, sentence.start + worth.end(), worth.group(), "valuation", verb=True), "valuation", "<company> is worth <quantity>", False
    if letter == "c" and not sentence.lacks(_PRICED) and any(
        one.referent.type == "organization" and _WORTH_APPOSED.fullmatch(sentence.between(one.end, mention.start)) and sentence.token(one.end - 1).dep_ != "pobj"
        for one in sentence.entities
    ):
        return None, "valuation", "<company>, worth <quantity>", False
    if letter == "u" and mention.quantity.unit in _POWER and _STATION.match(after):
        return None, "capacity", "<quantity> <power station>", False
    if letter == "u" and mention.quantity.unit in _MUCH_POWER and not any(cue.predicate == "capacity" for cue in nouns) and _POWER_BUILT.search(head) and _POWER_MADE.search(sentence.reading.text):
        return None, "capacity", "<company> has <quantity> of power", False
    if letter == "u" and _GOODS_SOLD.match(after):
        return None, "units_sold", "<quantity> of <product> sold", False
    if letter in "nu" and _PLANT_OF.match(after):
        return None, "capacity", "<quantity> a year <plant>", False
    if letter == "u" and mention.quantity.unit in _FLOWS and _WORKS.match(after):
        return None, "capacity", "<quantity> <works>", False
    rest = before is not None and before.predicate == "stake" and _THE_REST.search(tail) is not None
    if letter == "p" and (match := _OWNED_BY.match(after) or _STATE_OWNED.match(after) or (_BY.match(after) if rest else None)):
        return _after_cue(sentence, match, mention), "stake", "<company> is <quantity> owned by <holder>", False
    if letter == "p" and re.match(r" (?:market |value |volume )?share\b(?! (?:in|of) (?:the |its )?(?:company|group|firm|business|equity)\b)", after) and not mention.direction:
        return None, "market_share", "<seller> has a <quantity> share", False
    if letter == "p" and (match := _SHAREHOLDER.match(after)):
        return _after_cue(sentence, match, mention), "stake", "<quantity> shareholder in <company>", False
    if letter == "p" and not mention.direction and _HOLDER_WITH.search(head) and _ENDED.match(after):
        return None, "stake", "<holder>, with <quantity>", False
    if letter == "p" and (match := _OF_SHARES.match(after)):
        return _after_cue(sentence, match, mention), "stake", "<quantity> stake in <company>", False
    if letter == "p" and not mention.direction and (whole := _WHOLE.match(after)) and not tail_change(tail) and not (
        re.search(r"\bmargins?\b", tail) or before is not None and before.predicate == "margin"
    ):
        if before is not None and before.predicate in ("operating_profit", "profit") and _OR_SO_MUCH.search(tail) and _OF_SALES.match(after):
            return None, "margin", "<profit>, or <quantity> of sales", False
        market = re.search(r"\b(?:market|pie|industry|sector)\b|\bof (?:all|total|the (?:total|whole))\b|\b(?:shipments|registrations)\b", after[:60])
        within = [
            one
            for one in sentence.entities
            if mention.end <= one.start < mention.end + whole.end() and one.referent.type == "organization"
            and (one.via != "coreference" or not _OF_ITS_TRADE.match(sentence.between(one.end, sentence.end)))  # "of the domestic airline market"
        ]
        market = (
            None if within or re.match(r"\s*of (?:its|their|our|the (?:company|group|firm)'s)\b", after) else market
        )
        if _OF_OWN_TOTAL.match(after) and before is not None and before.predicate in ("sales", "revenue"):
            return None, "other", "<seller> has <quantity> of <market>", False
        shares = market is not None or not within and part_of_sales(sentence, mention)
        return None, "market_share" if shares else "other", "<seller> has <quantity> of <market>", False
    if letter == "p" and (more := _MORE_COUNTED.match(after)) and (counted := measure_of(more[1])) in ("users", "employees", "sites", "orders"):
        return None, counted, f"<quantity> more <{counted}>", False
    if letter == "p" and (extra := _EXTRA.match(after)) and measured_by(extra[1]) is None and not verb_before(sentence, mention, verbs, "n"):
        return None  # "profit rose, with 20 percent more space"
    if letter == "p" and _MORE_GOODS.match(after) and (verb := verb_before(sentence, mention, verbs, "n")) and verb.predicate in _GOODS:
        return verb, verb.predicate, f"<company> {verb.predicate}-verb <quantity> more <product>", False
    if letter == "p" and (found := part_of_trade(sentence, mention) or margin(sentence, mention)) is not None:
        return found
    if letter == "c" and (found := _new_site(sentence, mention, after)) is not None:
        return found
    if (found := framed(sentence, mention)) is not None:
        return found if found[1] != "-" else None
    if letter == "n" and (mention.quantity.unit or "") in terms("staff_nouns") and before is not None and before.predicate == "jobs" and OF_WHOLE.fullmatch(sentence.between(before.mention.end, mention.start)):
        return None, "employees", "<part> of <quantity> <employees>", False
    if letter == "n" and _ON_ORDER.match(after):
        return None, "orders", "<quantity> on order", False
    if letter == "n" and _OF_ALL_STAFF.match(after) and not any(cue.predicate == "jobs" and cue.end <= mention.start for cue, _ in verbs):
        return None  # "1,100 of its 6,800 staff": a part that does something
    if letter == "c" and not mention.direction and (tag := price_tag(sentence, mention)) is not None:
        return tag, "price", "<quantity> <product>", False
    if letter == "p" and any(cue.predicate == "-" and cue.start == mention.end + 1 for cue in nouns):
        return None  # "staff will get a 3 percent pay rise"
    following = following_cue(sentence, mention, nouns)
    if following and following.predicate == "debt" and _DEBT_IN_PRICE.match(after):
        following = None  # "for $3m including debt"
    if following and following.predicate == "funding" and _VALUED_AT.search(head):
        following = None  # "valued at $520m in new funding"
    if following and letter == "n" and " in " in sentence.between(mention.end, following.start):
        following = None  # "nine people in sales"
    if letter == "c" and (_IN_BANK.match(after) or _OF_CASH.match(after)):
        return None
    if following and following.predicate == "-" and following.text.casefold() not in _ASKED_ROUND and _HAD_IN.fullmatch(sentence.between(mention.end, following.start)):
        return None  # "had $112 million in cash"
    if following and following.predicate != "-" and fits(following.predicate, mention):
        return following, following.predicate, f"<quantity> <{following.predicate}>", False
    if letter == "n":
        return count(sentence, mention, nouns, verbs, before, start, tail, after)
    if letter == "c" and re.search(r"\bsold\s*$", tail) and _SOLD_GOODS.match(after):
        return None, "revenue", "<company> sold <quantity> of <product>", False
    if letter == "c" and not sentence.lacks(_SOLD) and _SOLD_WORTH.search(head):
        return None, "revenue", "<company> sold <product> worth <quantity>", False
    near_verb = verb_before(sentence, mention, verbs, letter)
    if near_verb and near_verb.predicate == "stake" and before is not None and before.predicate == "market_share" and not re.match(r" (?:of|in|stake|interest)\b", after):
        return None, "market_share", "<quantity>, <ellipsis> <quantity>", True  # "has 30 percent of the market and Globex holds 20 percent"
    if near_verb and near_verb.predicate == "stake" and _OF_PEOPLE.match(after):
        return None  # "will keep 90 percent of its staff"
    if near_verb and near_verb.predicate == "funding" and any(child.dep_ == "nsubj" and child.lower_ in _TAXES for child in sentence.token(near_verb.start).children):
        return None  # "the tax will raise $3m"
    if near_verb and near_verb.predicate in (*_EARNED, "cost", "investment") and _earned_by_people(sentence, near_verb):
        return None
    if near_verb and near_verb.predicate == "revenue" and sentence.between(near_verb.end, near_verb.end + 4) == " by " and sentence.token(near_verb.start).dep_ == "acl":
        near_verb = None  # "the price of electricity generated by its stations to $0.03"
    if near_verb and near_verb.predicate in ("production", "volume") and is_able(sentence, after):
        return near_verb, "capacity", "<plant> can make <quantity> a month", False
    last = next((cue for cue in reversed(nouns) if start <= cue.start and cue.end <= mention.start), None)
    if near_verb and last is not None and last.predicate != near_verb.predicate and is_doer(sentence, last, near_verb):
        # "exports fetched $74m": it is the subject that says what of
        if last.predicate != "-" and fits(last.predicate, mention):
            return last, last.predicate, f"<{last.predicate}> <change or level> <quantity>", False
        if near_verb.predicate in _EARNED:
            return None
    if near_verb and (last is None or last.start < near_verb.start or last.predicate == near_verb.predicate):
        return near_verb, near_verb.predicate, f"<company> {near_verb.predicate}-verb <quantity>", False
    if (
        last is not None
        and before is not None
        and last.start < before.mention.end
        and _continues(sentence, before, mention)
    ):
        return _inherit(series, mention)
    if (
        last is not None and before is not None and before.mention.end <= last.start and not fits(last.predicate, mention)
        and _COMPARED_WITH.search(sentence.between(last.end, mention.start)) and _continues(sentence, before, mention)
    ):  # fmt: skip
        return _inherit(series, mention)  # "invested $40m in its stores last year, up from $30m"
    if letter == "c" and not mention.direction and (last is None or last.predicate != "price") and (cue := asked(sentence, mention)):
        return cue, "price", "<product> priced at <quantity>", False
    if last is not None:
        if last.predicate == "-" and letter == "p" and (moved := beside(sentence, mention, nouns)) is not None:
            return moved
        if last.predicate == "-" or last.predicate == "funding" and letter == "p" or not fits(last.predicate, mention) or not reaches(sentence, last, mention):
            return None
        return last, last.predicate, f"<{last.predicate}> <change or level> <quantity>", False
    if before is not None and _continues(sentence, before, mention):
        return _inherit(series, mention)
    return traded(sentence, mention, nouns, alone=True)


_COMPARED_WITH = re.compile(r"^[^,;.]{0,25},? (?:(?:up|down) from|compared (?:with|to)|against|versus)(?: (?:about|around|nearly|almost|just|over|some))* $")
_TO_GO = re.compile(r" (?P<coming>are to|is to|will|would|could|may|might) (?:go|lose|be (?:cut|laid off|dismissed|let go|made redundant|axed|sacked|fired|shed))\b|,? (?:were|was) (?:cut|laid off|dismissed|let go|made redundant|axed|sacked|fired)\b")
_HOLDER_WITH = re.compile(r"\b(?:shareholder|investor|owner|backer|stakeholder)s?\b[^.;]{0,80},? with (?:(?:about|around|nearly|some|just|over|more than) )*$")
_IN_BANK = re.compile(r" (?:left )?in (?:the (?:bank|kitty|till)|hand|reserve|escrow)\b")
_OF_CASH = re.compile(r" (?:of (?:its |their )?cash\b(?! flow)|cash (?:pile|hoard|reserves?|balance|holdings?|position)\b)")
# "is setting up a mill in Oslo at an estimated cost of"
_COST_WORDS = frozenset({"cost", "outlay", "investment"})
_BUILT_AT_COST = re.compile(
    r"\b(?:build(?:s|ing)?|built|set(?:s|ting)? up|construct(?:s|ed|ing)?|put(?:s|ting)? up|establish(?:es|ed|ing)?|develop(?:s|ed|ing)?|open(?:s|ed|ing)?)\b(?:[^;.]|\.\d){0,60}?"
    r"\b(?:plants?|factor(?:y|ies)|mills?|mines?|refiner(?:y|ies)|smelter|units?|facilit(?:y|ies)|terminals?|warehouses?|hotels?|hospitals?|brewer(?:y|ies)|complex|project|cent(?:re|er)s?|line)\b"
    r"(?:[^;.]|\.\d){0,60}? (?:at|with|for) an? (?:[a-z]+ ){0,2}(?:cost|outlay|investment) of (?:(?:about|around|nearly|some|over|more than|up to) )*$"
)
# "a consensus of $98m in a poll of analysts": what the polled expect is measured
_ASKED_ROUND = frozenset({"poll", "polls", "survey", "surveys"})
_HAD_IN = re.compile(r" in (?:the |its )?(?:[\w-]+ ){0,2}")
_ON_ORDER = re.compile(r"(?: more| others)? (?:(?:still|firmly) )?on (?:firm )?order\b(?! (?:of|from)\b)")
_OF_ALL_STAFF = re.compile(r" of (?:its|their|the|our|his|her|(?:[\w.&-]+ ){0,2}[\w.&-]+['’]s?) (?:\w+ )?[\d,]+ (?:[\w-]+ ){0,3}(?:staff|workers|employees|people|jobs)\b")
_A_SHARE_OF = re.compile(r"\b(?:and|ha[sd]|have|having|with|h[eo]lds?|commands?|took|takes?|claims?|gained|won|for) a (?:[\w-]+ )?share of$")
# "sold 400,000 phones, a share of 29 percent"
_ON_CONTRACT = re.compile(r"\b(?:with|on|under) an? (?:[\w-]+ ){0,2}contract$")
_SO_A_SHARE = re.compile(r"(?:,| \()(?: or| for| giving it)? ?an? (?:[a-z]+ )?share of (?:(?:about|around|nearly|almost|just|some|over|more than) )*$")
_SOLD_SO_MANY = frozenset({"units_sold", "sales", "revenue", "production"})
_OF_ITS_TRADE = re.compile(r" (?:[a-z-]+ )?(?:market|industry|sector|segment)\b")
_OF_SITES = re.compile(r" of (?:its|their|the [a-z]+['’]s|(?:[A-Z][\w&.-]* )*[A-Z][\w&.-]*['’]s?) (?:[\w-]+ ){0,2}?([a-z]+s)\b")
_SHUTS = re.compile(r"\b(clos(?:e|es|ed|ing)|shut(?:s|ting)?(?: down)?|ax(?:e|es|ed|ing)) (?:(?:about|around|nearly|almost|some|more than|over|up to|at least) )*$")
_SHARE_OF = re.compile(r" (?:of|in) (?:the |its |all |total )?(?:[\w.’'-]+ ){0,4}")
# "became market leader with", "leads the market with"
_LEADS_WITH = re.compile(r"\b(?:market leader|leads? the market|led the market|leader in the [\w ]{2,30}|number (?:one|two|three) in the market),? with$")
_WORTH = re.compile(r"\b(?:is|was|are|were|be|being) (?:(?:now|still|currently|already|itself) )*(?:thought to be |estimated to be |reckoned to be |said to be )?worth (?:(?:about|around|some|nearly|almost|over|more than|at least|up to|roughly|an estimated|just|only|as much as|anywhere|between|from) )*$")
_WORTH_APPOSED = re.compile(r", (?:once |now |then |last |recently )?(?:worth|valued at) (?:(?:about|around|some|nearly|almost|over|more than|at least|up to|roughly|an estimated|just|only|as much as) )*")
_POWER = frozenset({"kW", "MW", "GW", "TW", "MWp", "GWh", "MWh"})
_MUCH_POWER = frozenset({"MW", "GW", "TW", "MWp"})
_STATION = re.compile(r"(?: (?!of\b)[\w-]+){0,3} (?:plants?|farms?|stations?|projects?|parks?|dams?|facilit(?:y|ies)|turbines?|reactors?|generators?|grid|arrays?|units?|complex|data cent(?:re|er)s?|batter(?:y|ies)|electroly[sz]ers?)\b")
# "1.2 million tonnes | per annum (MTPA) steel plant", "a 300,000-unit | -a-year car plant", "650,000 bpd | refinery"
_PLANT_OF = re.compile(
    r"(?:[ -](?:per|a|an)[ -](?:annum|year|day|month|hour)|(?<=bpd)|(?<=b/d)|(?<=tpa)|(?<=tpd))(?: \([A-Za-z.]{2,6}\))?"
    r" (?:(?!of\b|in\b|at\b|from\b|and\b|to\b)[\w-]+ ){0,3}?(?:plants?|factor(?:y|ies)|refiner(?:y|ies)|mills?|smelters?|facilit(?:y|ies)|terminals?|lines?|units?|complex|project|works|brewer(?:y|ies))\b",
    re.IGNORECASE,
)
# "a 400,000 b/d refinery", "a 1mn t/yr mill"
_FLOWS = frozenset({"t", "kt", "Mt", "barrel/day"})
_WORKS = re.compile(r"(?: (?:a|per) (?:year|day))?[ -](?:(?!(?:of|for|from|to|at|in|on)\b)[\w-]+ ){0,2}(?:mill|plant|refinery|smelter|terminal|cracker|kiln|pipeline|complex|facility)\b")
_HOLDING = re.compile(r"\b(?:own|hold|control|buy|acquir|purchas|sell|retain|keep|kept|tak|took|pa(?:y|id)|ha[sdv]|held|bought|sold|with|sale|purchase|transfer|bid|offer|offload|dispos)\w*(?: [\w$£€.,'-]+){0,7}\s*$", re.IGNORECASE)
_PEOPLE = re.compile(r"(?:household|famil(?:y|ies)|investor|shareholder|consumer|customer|farmer|taxpayer|boss|chairman|president|founder|officer|student|owner|saver|fan|player|actor|director|wom[ae]n|m[ae]n|people|who|he|she|i)s?", re.IGNORECASE)
# "operating profit was $16m, or 9.5 percent of net sales"
_OR_SO_MUCH = re.compile(r"[,(] ?(?:or|representing|corresponding to|equal to|equivalent to|i\.e\.)?$")
_OF_SALES = re.compile(r" of (?:net |its |total |group )?(?:sales|revenues?|turnover)\b")
_OF_PEOPLE = re.compile(r" of (?:[\w'-]+ ){0,9}?(?:staff|employees|workers|workforce|customers|clients|members|jobs)\b")
_TAXES = frozenset({"tax", "taxes", "levy", "duty", "duties", "tariff", "tariffs", "lottery", "bill"})
_EARNED = ("profit", "loss", "revenue", "debt")  # what none but a company can have: "workers earn $30,000"
def _owned_part(sentence: Sentence, mention: QuantityMention, after: str) -> bool:
    """True for a part of a company that is held or traded: "paid $18m for 24 percent of Acme"."""
    of = _OF_THE.match(after)
    if of is None or not _HOLDING.search(sentence.between(sentence.start, mention.start)):
        return False
    start = mention.end + of.end()
    owned = next((one for one in sentence.entities if one.start == start and one.referent.type == "organization"), None)
    end = owned.end if owned is not None else start + len(of["what"] or "")
    return end > start and _ENDED.match(sentence.between(end, sentence.end)) is not None


_OF_THE = re.compile(r" of (?:the |its |their |rival |[A-Z][a-z]+'s (?=[A-Z]))?(?=(?P<what>company|group|firm|bank|business|retailer|brewer|maker|carmaker|airline|insurer|start-?up|unit|venture|joint venture|club|chain|operator|[A-Z]\w+(?!\.\w))\b)")
_ENDED = re.compile(r"[,.;:)]|$| (?:for|in|to|from|after|last|and|but|when|while|through|via|at|as|is|was|has|by|on|since|it|with|that|this|which)\b")


_NEW = re.compile(r"\b(?:new|planned|proposed|second|third|future|long-planned|first),? (?:(?:about|around|nearly|some) )*$")
_DEFINITE = re.compile(r"(?:\b(?:[Tt]he|its|an?)|['’]s) (?:(?:about|around|nearly|some) )*$")
_TO_COME = re.compile(
    r"(?:,[^,;.]{3,60},)?(?: (?:in|near|at|outside) (?:[A-Z][\w-]+,? ?){1,3})?(?: (?:that|which))?"
    r" (?:will|is (?:now |still )?(?:expected|due|set|scheduled|slated|planned|to)|to (?:open|be built|be completed|start)|due to|should) "
)
_SITE = re.compile(
    r"(?: (?!to\b|for\b|of\b|in\b|from\b|on\b|loan\b|credit\b|debt\b|revolving\b|funding\b|financ|overdraft\b)[\w-]+){0,3}? (?:plant|factory|mill|refinery|\w*house|hub|terminal|complex|headquarters|smelter|facility|cent(?:re|er)"
    r"|mine|pipeline|brewery|shipyard|works|campus|hotel|hospital|mall|stadium|store|shop|laboratory|fab|line|bakery|dairy|sawmill|outlet|branch|showroom|depot|supermarket)\b(?! (?:loan|deal|contract|sale|maker|operator))"
)


# "its first Sh204 million ($3 million) | outlet"
_CONVERTED = re.compile(r" \([^()]{2,25}\)(?= )")


def _new_site(sentence: Sentence, mention: QuantityMention, after: str) -> Found:
    """What a site to come will cost: "a new $24 million factory will go ahead"."""
    site = _SITE.match(after, converted.end() if (converted := _CONVERTED.match(after)) else 0)
    head = sentence.between(sentence.start, mention.start)
    if site is None or not _NEW.search(head) and not (_DEFINITE.search(head) and _TO_COME.match(after, site.end())):
        return None
    return None, "investment", "new <quantity> <site>", False


def _is_company(sentence: Sentence, verb: Token) -> bool:
    """True if the subject of a verb is a company, by its name or description."""
    subject = next((child for token in (verb, verb.head) for child in token.children if child.dep_ == "nsubj"), None)
    entity = sentence.entity_at(subject) if subject is not None else None
    return entity is not None and entity.referent.type == "organization"


def _earned_by_people(sentence: Sentence, verb: Cue) -> bool:
    """True for what people earn, lose or owe: "workers who earn $30,000 a year"."""
    token = sentence.token(verb.start)
    subject = next((child for child in token.children if child.dep_ == "nsubj"), None)
    if subject is None and token.dep_ == "acl" or subject is not None and subject.lower_ in ("who", "which", "that") and token.dep_ == "relcl":
        subject = token.head
    if subject is None:
        return False
    entity = sentence.entity_at(subject)
    if entity is not None:
        return entity.referent.type == "person"
    return _PEOPLE.fullmatch(subject.lower_) is not None or lemma(subject.lower_) in terms("staff_nouns")


_APPOSED = re.compile(r", (?:or|its|their|the|an?|one of) [^;]*$")
_CLOSED = (
    r"[^,;]{0,40}, (?:(?:has|have|had|may|might|will|would|could|should|also) )*(?:was\b|were\b|is\b|are\b|be\b|been\b|total(?:l?ed|s)\b|reached\b|came\b|stood\b|"
)


_DEFINED = re.compile(r", or (?:the )?[a-z][^;]{3,140}?, (?=(?:may|might|will|would|could|rose|fell|grew|was|were|is|are|climbed|dropped|increased|declined|jumped)\b)")


def _is_apposed(sentence: Sentence, cue: Cue, nouns: list[Cue]) -> bool:
    """True for a measure that only explains the one before it: "Operating profit, or sales minus costs, rose 3 percent"."""
    earlier = [one for one in nouns if one.end <= cue.start]
    for match in _DEFINED.finditer(sentence.text):
        if earlier and sentence.start + match.start() < cue.start < sentence.start + match.end():
            return True
    return any(_APPOSED.search(sentence.between(one.end, cue.start)) for one in earlier) and change_regex(_CLOSED, ")").match(sentence.between(cue.end, sentence.end)) is not None


def _after_cue(sentence: Sentence, match: re.Match[str], mention: QuantityMention) -> Cue:
    text = match.group().lstrip()
    return Cue(mention.end + match.end() - len(text), mention.end + match.end(), text, "stake")


_MOST_A_SHARE = 1000.0


_A_SHARE_OR_SO = re.compile(r"\d[ -]?(?:cents?|pence|p)$|^[$£€]\d{1,2}\.\d\d$")


def _inherit(series: list[Measurement], mention: QuantityMention) -> tuple[Cue | None, str, str, bool] | None:
    before = series[-1]
    if before.predicate == "eps" and (mention.quantity.unit_type != "currency" or (mention.quantity.high or mention.quantity.low or 0) >= _MOST_A_SHARE):
        # "$668m, or 76 cents a share, compared with $549m": back to what the amount a share was an aside to
        before = next((one for one in reversed(series) if one.predicate != "eps"), before)
    elif _A_SHARE_OR_SO.search(mention.quantity.text) and (before.quantity.high or 0) >= _MOST_A_SHARE:
        # "earned 71 cents a share on revenue of $4bn, topping the 65 cents and $3.9bn": back to what was an amount a share
        before = next((one for one in reversed(series) if one.predicate == "eps"), before)
    predicate = before.predicate
    if predicate == "valuation" and mention.quantity.unit_type == "currency" and (mention.quantity.high or mention.quantity.low or 0) < _MOST_A_SHARE:
        # "to $48 for a market value of $1.5bn, down from a high of $56": back to what a share costs
        shares = next((one for one in reversed(series) if one.predicate == "share_price"), None)
        return (shares.cue, "share_price", "<quantity>, <ellipsis> <quantity>", True) if shares is not None else None
    if not fits(predicate, mention):
        return None
    return before.cue, predicate, "<quantity>, <ellipsis> <quantity>", True


_MOVE_IN = re.compile(
    r"\s(?:fall|drop|decline|decrease|rise|increase|jump|gain|surge|slump|growth|plunge|slide|dip)s? in (?!(?:the |its |that |this )?(?:[\w-]+ ){0,2}(?:quarter|half|year|months?|period|weeks?)\b"
    r"|(?:constant|local|dollar|euro|sterling|yen|real|nominal|organic|reported|both|all|total|value|volume|each|some|comparable|part|line|turn)\b|the [A-Z])[a-z]"
)


_THEY_MOVED = re.compile(r"^[;,.]? (?:(?:and|but|while|in|at) )?[^;.]{0,30}\b(?:they|those|it|the figure)\b")


def _continues(sentence: Sentence, before: Measurement, mention: QuantityMention) -> bool:
    """True if nothing between two quantities starts a new measure: few words, or words of comparison or change."""
    gap = sentence.between(before.mention.end, mention.start)
    if mention.quantity.unit_type not in ("percent", before.quantity.unit_type) and before.role != "change":
        return False
    if before.predicate == "price" and before.role != "change" and mention.quantity.unit_type == "currency" and LESS.match(sentence.between(mention.end, sentence.end)):
        return False  # "$6.99 a month, $2 less than its rival"
    if NEW_MEASURE.search(gap) or re.search(r", where\b", gap):
        return False
    if mention.quantity.unit_type == "percent" and _MOVE_IN.match(sentence.between(mention.end, sentence.end)):
        return False  # "hurt by a 16 percent fall in freight rates"
    linked = re.search(
        r"\b(?:compared|against|versus|from|to|up|down|or|then|and|closing|at|while|higher|lower|improvement|miss\w*|beat\w*|topp\w*|exceed\w*|estimates?|consensus|expectations)\b|[-,(]",
        gap,
    )
    if not linked and mention.direction and len(gap) < 60 and _THEY_MOVED.search(gap):
        return True  # "sales rose 12 percent to 95,000 cars; in China they fell 3 percent"
    over = before.role == "change" and gap in (" the ", " that of ") and MULTIPLIES.match(before.quantity.text)
    return bool(linked) and len(gap) < 120 or bool(over)
