"""Measures that a sentence implies without naming them: rankings of sellers, whole markets, what the sentence before told.

Each is asked for a quantity and answers as `governing.measure` does: cue, predicate, rule, and whether by ellipsis.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from extractor.claims.cues import STANCE_NOUN, Cue, change_regex, measure_of
from extractor.claims.draft import named
from extractor.claims.focus import is_reporter
from extractor.claims.reach import fits
from extractor.claims.roles import tail_of, unhedged
from extractor.context import expecting
from extractor.lexicon import verb_forms
from extractor.mentions.types import EntityMention, QuantityMention
from extractor.reading import Sentence
from extractor.tokens import Token

if TYPE_CHECKING:
    from extractor.claims.measures import Measurement

_RANKED = re.compile(
    r"\b(?:on top|in front|in the lead|leader|first|second|third|fourth|fifth|followed|ahead|behind|next|place|No\.? \d|leads?|tops?|runner-up)\b[^.;]{0,40}?\bwith (?:about |around |just |only )?$",
    re.IGNORECASE,
)


# between a seller and its figure in a ranking: "Acme managed 3 million", "followed by Acme with 3 million", "Acme (9 percent)"
_SELLER_HAS = re.compile(
    r",?(?: which)?(?: (?:was|is|came|led|leads|topped|tops|ranked|finished|took|held|stood|stayed|remained|placed))?(?: on top| in front| in the lead| the (?:market |sales )?leader)?(?: in| the| a)?(?: (?:close|distant))?"
    r"(?: (?:first|second|third|fourth|fifth|sixth|last|next|behind|top|runner-up))?(?: (?:place|spot|rank|seller|vendor|market|table|ranking|pack|field|list))?,?"
    r" (?:with|at|on|managed|had|has|saw|did|recorded|posted|logged|notched|claimed|took|commanded|(?:sold|shipped|delivered|moved)(?= \d)|\()"
    r"(?: ?(?:about|around|just|only|nearly|some|almost|roughly|over|more than|an estimated))? ?",
    re.IGNORECASE,
)
# "and Acme 3 million", "Acme the remaining 49 percent"
_BARE = re.compile(r" (?:(?:the|a|an|another) (?:(?:remaining|other|further|rest of the) )?)?")
# "twice the size of Acme with 3 million users": the figure is not Acme's
MEASURED_AGAINST = re.compile(r"\b(?:size of|bigger than|larger than|smaller than|more than|that of|big as|large as|alongside|level with|on a par with) (?:the |its |rival )*$")


def ranked_seller(sentence: Sentence, mention: QuantityMention) -> EntityMention | None:
    """The seller right before a figure of a ranking."""
    for one in sentence.entities:
        if (
            one.end <= mention.start
            and one.referent.type == "organization"
            and (_SELLER_HAS.fullmatch(gap := sentence.between(one.end, mention.start)) or _BARE.fullmatch(gap))
            and not MEASURED_AGAINST.search(sentence.between(sentence.start, one.start))
        ):
            return one
    return None


_MARKETS = frozenset({"market", "industry", "sector"})
_MARKET_MOVES = re.compile(
    r"(?<![\w-])(?P<market>(?:(?!(?:the|a|an|its|this|their|of|in|for|on|that|as|expects?|sees?|expected|forecasts?|said|says)\b)[\w&'-]+ ){0,4}?"
    r"(?:market|industry|sector))(?: for [\w -]{3,30}?)?(?: as a whole| overall| itself| (?:last|this|next) year)?"
    r"(?: (?:is|was|are|were|has|had|have|will|would|could|should|may|to|be|been|expected|forecast|set|likely|projected|seen|also|now|already))*"
    r" (?:gr(?:e|o)w(?:n|ing|s)?|expand(?:ed|s|ing)?|r[io]s(?:e|en|es|ing)|f[ae]ll(?:en|s|ing)?|shr[aiu]nk(?:s|ing)?|contract(?:ed|s|ing)?"
    r"|declin(?:e|ed|es|ing)|jump(?:ed|s)?|drop(?:ped|s)?|surged?|slump(?:ed|s)?|gain(?:ed|s)?|advanc(?:ed|es)|climb(?:ed|s)?|slip(?:ped|s)?|sank|plung(?:ed|es)|rebound(?:ed|s)?|(?<=was )(?:up|down)|(?<=is )(?:up|down)|came to|record(?:ed|s)|register(?:ed|s)|post(?:ed|s)|saw|total(?:l?ed|s)|reach(?:ed|es|ing)?|hit|top(?:ped|s)?|worth|sold)\b"
    r"[^.;,]{0,45}$",
    re.IGNORECASE,
)


_COUNTED_GOODS = re.compile(r"\b(?:shipments|deliveries|registrations|unit sales)\b")


def of_market(
    sentence: Sentence, mention: QuantityMention, earlier: list[Measurement]
) -> tuple[Cue | None, str, str, bool] | None:
    """What a whole market sells: "the tablet market grew 12 percent to 3 million units"."""
    quantity = mention.quantity
    if market_subject(sentence, mention) is None or quantity.unit_type == "physical" or quantity.unit_type == "count" and (
        re.search(r"\bworth\b[^.;]{0,20}$", sentence.between(sentence.start, mention.start))
    ):  # fmt: skip
        return None
    if quantity.unit_type == "count" and quantity.unit not in (None, "unit") and measure_of(quantity.unit):
        return None
    counted = quantity.unit_type == "count" or quantity.unit_type == "percent" and (
        any(one.quantity.unit_type == "count" and one.start > mention.end for one in sentence.quantities)
        or any(one.predicate == "units_sold" for one in earlier)
        or _COUNTED_GOODS.search(sentence.text) is not None
    )  # fmt: skip
    return None, "units_sold" if counted else "revenue", "<market> <moves or totals> <quantity>", False


def market_subject(sentence: Sentence, mention: QuantityMention) -> EntityMention | None:
    """The market that a figure is of: the words before its verb, as a group."""
    if sentence.words.isdisjoint(_MARKETS):
        return None
    match = _MARKET_MOVES.search(sentence.between(max(sentence.start, mention.start - 160), mention.start))
    if match is None or _OF_NO_GOODS.search(match["market"]):
        return None
    start = max(sentence.start, mention.start - 160) + match.start("market")
    return named(match["market"], start, start + len(match["market"]))


# markets of what is not sold by the piece: "the stock market fell 2 percent"
_OF_NO_GOODS = re.compile(r"\b(?:stock|share|equity|bond|debt|credit|currency|money|futures|labou?r|jobs?|bull|bear) market$", re.IGNORECASE)


_IN_FRONT = re.compile(r"\b(?:on top|in front|in the lead|leader) with (?:about |around |some |nearly )?$")
_GAPPED = re.compile(r"[^.;,]{0,30}(?:,|,? and|,? while|, with) (?:[a-z-]+ )?")
_RANKING = ("units_sold", "market_share", "revenue", "sales", "production", "users")


def ranked(
    sentence: Sentence, mention: QuantityMention, series: list[Measurement], earlier: list[Measurement]
) -> tuple[Cue | None, str, str, bool] | None:
    """What a seller named right before a bare figure has of what the text ranks: "Acme with 3 million"."""
    quantity = mention.quantity
    if mention.direction:
        return None
    seller = ranked_seller(sentence, mention)
    if seller is None or _BARE.fullmatch(sentence.between(seller.end, mention.start)):
        if series and seller is not None and _GAPPED.fullmatch(sentence.between(series[-1].mention.end, seller.start)):
            # "Acme employs 8,000 people and Globex 6,000"
            last = series[-1]
            alike = quantity.unit_type == last.quantity.unit_type and quantity.unit in (None, last.quantity.unit)
            return (None, last.predicate, "<seller> ranks <nth> with <quantity>", False) if alike else None
        bracketed = series and quantity.unit_type == "percent" and sentence.between(series[-1].mention.end, mention.start) == " ("
        if not bracketed or series[-1].quantity.unit_type == "percent":
            return None
    if quantity.unit_type == "currency" and seller is not None and re.search(r" at\b[^,]*$", sentence.between(seller.end, mention.start)):
        return None  # "valued Acme at $1.9 billion"
    for one in reversed([*earlier, *series]):
        if sentence.index - one.sentence.index > 3:
            return None
        if one.predicate not in _RANKING or one.role == "change" or one.stance is not None:
            continue
        alike = quantity.unit_type == one.quantity.unit_type and (
            quantity.unit_type != "count" or quantity.unit in (None, "unit", one.quantity.unit)
            or one.predicate == "units_sold" and measure_of(quantity.unit) is None and _IN_FRONT.search(sentence.between(sentence.start, mention.start)) is not None
        )
        if alike and one.sentence.entities:
            return None, one.predicate, "<seller> ranks <nth> with <quantity>", False
    return None


# "were 5p higher at 276p": so prices of shares are told
_MOVED_TO = re.compile(r" (?:higher|lower|up|down|firmer|easier|better|weaker|off|ahead)(?: on the day)? at [$£€¥]?\d")
_SHARES_TAKEN_UP = re.compile(r"(?:(?:On|By|In|At|During|Before|After|Since|Over|Earlier|Previously) ?[\w '-]{0,30},? )?(?:[Tt]hey|[Ii]t|[Tt]he (?:shares?|stock)) (?:have |has |had |are |is |were |was )?(?:since |also |already |now )?(?!said|plans?)[a-z]+")
_FORECAST_MOVED = re.compile(
    r"\b(?:cut|raised|lowered|lifted|trimmed|increased|reduced|slashed|upgraded|downgraded|nudged|left|kept|maintained|held|reiterated|stuck to|repeated)\b[^.;,]{0,25}?"
    r"\b(?:forecast|guidance|target|outlook|estimate)\b(?! for (?!the )\w)[^.;,]{0,40}\b(?:by|to|at|of)\s*$"
)


def _is_of_shares(sentence: Sentence | None) -> bool:
    """True for a sentence that speaks of shares: "The stock has had a bad year."."""
    return sentence is not None and _OF_SHARES.match(sentence.text) is not None


_OF_SHARES = re.compile(r"(?:The |Its |Their )?(?:[A-Z][\w&.-]*(?:'s?)? ){0,4}(?:shares?|stock)\b(?! (?:exchange|market|option|sale|offering))", re.IGNORECASE)


def shares_moved(sentence: Sentence, mention: QuantityMention, earlier: list[Measurement]) -> tuple[Cue | None, str, str, bool] | None:
    """ "By the close they had recovered their losses and were 5p higher at 276p", after the price of a share."""
    near = earlier[-1] if earlier else None
    if near is None or near.predicate != "share_price" or sentence.index - near.sentence.index > 4:
        return None
    small = mention.quantity.unit_type == "currency" and (mention.quantity.high or 0) < 1000
    moved = small and _MOVED_TO.match(sentence.between(mention.end, sentence.end))
    return (None, "share_price", "<shares> were <quantity> higher", True) if moved else None


def consensus(
    sentence: Sentence, mention: QuantityMention, series: list[Measurement], earlier: list[Measurement]
) -> tuple[Cue | None, str, str, bool] | None:
    """ "… below a consensus of 51 billion yen": the measure is that of the sentence before."""
    if mention.quantity.unit_type == "percent" and _RANKED.search(sentence.between(sentence.start, mention.start)):
        ranking = [one for one in earlier if one.predicate == "market_share" and sentence.index - one.sentence.index < 3]
        if ranking:
            return None, "market_share", "<seller> ranks <nth> with <quantity>", False
    near = earlier[-1] if earlier else None
    if (
        (near is not None and near.predicate == "share_price" and near.sentence.index == sentence.index - 1 or _is_of_shares(sentence.previous))
        and (mention.quantity.unit_type == "percent" or mention.quantity.unit_type == "currency" and (mention.quantity.high or 0) < 1000)
        and mention.direction and _SHARES_TAKEN_UP.match(sentence.text)
    ):  # fmt: skip
        return None, "share_price", "<shares> have <moved> <percent>", True
    if not series and _FORECAST_MOVED.search(sentence.between(sentence.start, mention.start)):
        for one in reversed(earlier):
            if sentence.index - one.sentence.index < 4 and one.quantity.unit_type == mention.quantity.unit_type and fits(one.predicate, mention):
                return None, one.predicate, "<forecast> moved by or to <quantity>", False
    if series or not _EXPECTED.search(tail_of(sentence, mention)):
        return None
    for one in reversed(earlier):
        if sentence.index - one.sentence.index > 2:
            return None
        if one.quantity.unit_type == mention.quantity.unit_type and fits(one.predicate, mention):
            return (
                _with_sign(replace(one.cue, start=sentence.start, end=sentence.start), one) if one.cue else None,
                one.predicate,
                "<consensus> of <quantity>",
                True,
            )
    return None


def _with_sign(cue: Cue, one: Measurement) -> Cue:
    """The cue of a change that was expected where another is told: "below expectations of almost 8 percent"."""
    if one.role != "change" or one.quantity.unit_type != "percent":
        return replace(cue, sign=None) if cue.predicate == "share_price" else cue
    return replace(cue, sign=-1 if (one.quantity.high or 0) < 0 else 1)


# "analysts had expected", "against a consensus of", "were looking for a decline of"
_EXPECTED = re.compile(
    r"(?:" + STANCE_NOUN.pattern + r"\s+(?:range\s+)?(?:of|for|was|is)|\b(?:guided|guidance)(?: for| to)?"
    r"|\b(?:had|have|was|were|previously|originally|initially) (?:on average )?(?:been )?(?:expected|expecting|forecast|predicted|projected|estimated|anticipated|looking for|hoping for|braced for"
    r"|betting on|pencill?ed in)(?: to report)?|\b(?:consensus|analysts|forecasts?|estimates?) (?:had )?called for)"
    r"(?:\s+an? (?:[a-z-]+ )?(?:rise|increase|growth|gain|jump|fall|decline|drop|decrease|dip|slide)(?: of)?)?\s*$",
    re.IGNORECASE,
)
# "That was up from $120 million a year ago", "This compares with a loss of $3 million"
_THAT_WAS = re.compile(
    r"(?:(?:That|This)(?: (?:figure|result|total|number|amount))?|It|The (?:figure|result|total))(?:(?:'s|’s) (?=up|down|better|worse|more|less|higher|lower|fewer)|(?:'s)? (?:was|is|were|compare[sd]?|marked|represent(?:s|ed))\b)(?:(?! and\b)[^.;,]){0,40}?\b(?:from|with|to|against|than)\b(?: an?| the)?(?: net| operating)?"
    r"(?: (?:profit|loss|income|earnings|revenue|sales) of)? (?:about |around |nearly |just |only )?"
)


_HEDGES = r"(?:(?:about|around|nearly|almost|just|only|some|more than|over|at least|roughly) )*"
_THAT_MOVED = re.compile(
    r"(?:(?:That|This)(?: (?:figure|result|total|number|amount))?|It|The (?:figure|result|total|amount|number))(?:'s|’s| is| was| were| represent(?:s|ed)| mark(?:s|ed)| amount(?:s|ed) to)"
    rf" {_HEDGES}(?:(?:up|down|higher|lower|more|less)(?: by)? |an? (?:[a-z-]+ )?(?:rise|increase|gain|jump|growth|fall|drop|decline|decrease|slide|dip|improvement) of )?{_HEDGES}"
)
_MORE_OR_LESS = re.compile(r"(?:(?:up|higher|more|rise|increase|gain|jump|growth|improvement)|(?P<down>down|lower|less|fewer|fall|drop|decline|decrease|slide|dip))\b")
_THAN = re.compile(r" (?:more|less|higher|lower|fewer|up|down|increase|rise|gain|jump|improvement|drop|fall|decline|decrease)\b(?: than\b| on\b| from\b| over\b| compared\b| year|[.,;]|$)")


def compared(
    sentence: Sentence, mention: QuantityMention, series: list[Measurement], earlier: list[Measurement]
) -> tuple[Cue | None, str, str, bool] | None:
    """What the sentence before measured, at the time that it is compared with: "That was up from $120 million a year ago"."""
    if series:
        return None
    head = sentence.between(sentence.start, mention.start)
    told = [one for one in earlier if sentence.index - one.sentence.index == 1 and one.stance is None and one.role == "level"]
    if told and mention.quantity.unit_type == "percent" and told[-1].quantity.unit_type != "percent" and _THAT_MOVED.fullmatch(head):
        than = _THAN.match(sentence.between(mention.end, sentence.end))
        way = _MORE_OR_LESS.search(than.group() if than else head)
        if way is not None:
            first = told[0]
            cue = Cue(mention.start, mention.start, "", first.predicate, first.qualifier, verb=True, sign=-1 if way["down"] else 1)
            return cue, first.predicate, "<that> is <changed by> <quantity>", True
    if mention.quantity.unit_type == "count" and mention.quantity.unit is None and _TOTAL_OF.fullmatch(head):
        last = next((one for one in reversed(earlier) if sentence.index - one.sentence.index <= 2 and one.predicate in _COUNTED_UP), None)
        return (None, last.predicate, "<that> totals <quantity>", True) if last is not None else None
    if not _THAT_WAS.fullmatch(head):
        return None
    one = next((one for one in told if one.quantity.unit_type == mention.quantity.unit_type), None)
    return (None, one.predicate, "<that> compares with <quantity>", True) if one is not None else None


_COUNTED_UP = frozenset({"units_sold", "sales", "production", "orders"})
# "The year's total of 158,650", "The total for the year was 158,650"
_TOTAL_OF = re.compile(
    rf"(?:That|This|It|The (?:rise|increase|fall|drop|gain)) (?:took|takes|brought|brings|lifted|pushed|left|leaves) (?:the )?(?:[\w-]+ ){{0,3}}?(?:total|tally|figure)(?: (?:for|so far|in|this) [^,;.]{{2,30}}?)? (?:to|at) {_HEDGES}"
    rf"|(?:The|This|That) (?:(?:year|month|quarter|half)['’]s |full-year |annual |monthly |quarterly )?(?:total|figure|tally)(?: for the (?:year|month|quarter))? (?:of|was|came to|stood at|reached|hit) {_HEDGES}"
)
_AT_FIRST = re.compile(rf"At (?:an? (?:record )?)?{_HEDGES}", re.IGNORECASE)
_STOOD = re.compile(r"(?: (?:at|of|from) [^,;.]{1,30}?)? (?:was|were|is|are|came|remained|stayed)\b")


def fronted(sentence: Sentence, mention: QuantityMention, nouns: list[Cue]) -> tuple[Cue | None, str, str, bool] | None:
    """The level of what the clause goes on to: "At $3.2bn, Acme's revenue was up 5%"."""
    if _AT_FIRST.fullmatch(sentence.between(sentence.start, mention.start)) is None or not sentence.between(mention.end, sentence.end).startswith(", "):
        return None
    cue = next((one for one in nouns if mention.end < one.start < mention.end + 50), None)
    if cue is None or cue.predicate == "-" or not _STOOD.match(sentence.between(cue.end, sentence.end)):
        return None
    return (cue, cue.predicate, "at <quantity>, <measure> was", False) if "," not in sentence.between(mention.end + 1, cue.start) else None


# a part of the company: "Acme's Asian business grew", "sees its online arm shrink"
_PART = r"(?:['’]s?)? (?:[\w-]+ ){0,3}?(?:business|operations?|division|unit|arm|segment)"
_GROWS = re.compile(
    rf"(?:{_PART})?"
    r",?(?: which)?(?:, [a-z ]{3,20},)?(?: (?:has|had|have|also|meanwhile|then|will|would|to|could|should))* (?:gr[eo]w[ns]?|declined?|expand(?:ed)?|shr[aiu]nk|contract(?:ed)?)(?: (?:the )?(?:most|fastest|least)| sharply| strongly| fastest)?"
    r"(?:,? by)?(?: (?:about|around|nearly|almost|over|more than|just|only|an? \w+))? "
)
_POSTED = re.compile(r",?(?: (?:which|also|meanwhile|then))* (?:posted|saw|recorded|reported|enjoyed|reali[sz]ed|boasted|suffered|notched|registered|managed|achieved|showed)(?: an?| its)?(?: [a-z][\w-]*){0,2} ")
_GAIN = re.compile(r" (?:gain|rise|increase|drop|fall|decline|improvement|growth|jump|slide|surge|slump|dip)s?\b(?! (?:in|of|for) (?!the (?:month|quarter|year)|[A-Z]|20))")


# "shares of Acme have declined 40 percent"
_SHARES_OF = re.compile(r"\b(?:[Ss]hares|[Ss]tock) (?:of|in) (?:the )?$")


# "Acme had forecast growth of between 5% and 7%"
_GROWTH_OF = re.compile(
    r",?(?: [a-z]+)? (?:(?:has|had|have|also|previously|now|is|was|still|already|earlier) )*(?:expect|forecast|predict|target|report|post|see|saw|achiev|record|project|anticipat|enjoy|promis|aim(?:s|ed|ing)? for)[a-z]*"
    r" (?:(?!sales|profit|revenue|earnings|income|volume|production|economic|export|subscriber|customer|user|passenger|member|traffic|order|loan|deposit|data|dividend|margin|cost|population|wage|unit)[a-z-]+ ){0,2}growth of (?:(?:about|around|between|nearly|almost|more than|over|at least|just|only|up to) )*"
)


def grown_seller(sentence: Sentence, mention: QuantityMention) -> EntityMention | None:
    """The seller that is itself said to grow or shrink: "Acme declined by 9 percent", "Acme, which posted a 9 percent gain"."""
    if mention.quantity.unit_type != "percent":
        return None
    posted = _GAIN.match(sentence.between(mention.end, sentence.end)) is not None
    for one in sentence.entities:
        if one.referent.type == "organization" and one.end < mention.start and not _SHARES_OF.search(sentence.between(sentence.start, one.start)):
            gap = sentence.between(one.end, mention.start)
            if _GROWS.fullmatch(gap) or posted and _POSTED.fullmatch(gap) or _GROWTH_OF.fullmatch(gap) and not is_reporter(sentence, one):
                return one
    return None


def grows(
    sentence: Sentence, mention: QuantityMention, earlier: list[Measurement]
) -> tuple[Cue | None, str, str, bool] | None:
    """How much a seller grew, of what the article ranks the sellers by."""
    if grown_seller(sentence, mention) is None:
        return None
    told = next((one for one in reversed(earlier) if one.predicate in _SOLD_IN_ALL and sentence.index - one.sentence.index <= 6), None)
    return (None, told.predicate, "<seller> grows by <quantity>", False) if told is not None else None


def grows_alone(sentence: Sentence, mention: QuantityMention) -> tuple[Cue | None, str, str, bool] | None:
    """How much a company grew where nothing says in what: "the company grew 4 percent" speaks of its sales."""
    if mention.quantity.unit_type == "percent" and _PART_GREW.search(sentence.between(sentence.start, mention.start)):
        return None, "revenue", "<part> grows by <quantity>", False
    return (None, "revenue", "<seller> grows by <quantity>", False) if grown_seller(sentence, mention) is not None else None


# "in China the food service business grew 20 percent"
_PART_GREW = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Tt]heir|[Tt]his) (?:[\w&-]+ ){1,4}?(?:business|unit|division|arm|segment|operations?)(?: in [A-Z]\w+)?"
    r" (?:has |have |had |also )*(?:gr[eo]wn?|declined|expanded|shrank|contracted)(?: by)? (?:(?:about|around|nearly|almost|over|more than|just|only|an? \w+) )*$"
)


_SOLD_IN_ALL = ("units_sold", "sales", "revenue", "production")
_SAME_CHANGED = re.compile(r"\s(?:fall|drop|decline|rise|increase|gain|growth|jump|slump|plunge|surge|dip|slide)\b")
_CHANGES_OF = re.compile(r"\b(?:gains?|falls?|declines?|drops?|rises?|increases?|growth|losses) of $", re.IGNORECASE)


def same_measure(
    sentence: Sentence, mention: QuantityMention, nouns: list[Cue], series: list[Measurement], earlier: list[Measurement]
) -> tuple[Cue | None, str, str, bool] | None:
    """A change of what the sentence before measured, of another place or seller: "Ireland was worst hit, with a 55.9 percent fall"."""
    last = earlier[-1] if earlier else None
    if (
        series or last is None or last.role != "change" or last.stance is not None or sentence.index - last.sentence.index != 1
        or last.predicate not in _RANKING or mention.quantity.unit_type != "percent"
        or any(cue.predicate != "-" for cue in nouns)
        or not any(one.referent.type in ("place", "organization") for one in sentence.entities)
    ):  # fmt: skip
        return None
    changed = _SAME_CHANGED.match(sentence.between(mention.end, sentence.end)) or _CHANGES_OF.search(sentence.between(sentence.start, mention.start))
    if not changed and moving_place(sentence, mention) is None:
        return None
    return None, last.predicate, "<same measure> <changed by> <quantity>", False


_THOSE = re.compile(r"(?:(?:But|And|Meanwhile,?|By contrast,?) )?(?P<those>Those|those) (?:of|in|for|from|at|made|sold) ")


def those(sentence: Sentence, mention: QuantityMention, series: list[Measurement], earlier: list[Measurement]) -> tuple[Cue | None, str, str, bool] | None:
    """What the sentence before measured, of other goods or another place: "Sales of Zeta fell 11 percent. Those of Yotta rose 22 percent"."""
    last = earlier[-1] if earlier else None
    if series or last is None or sentence.index - last.sentence.index != 1 or last.cue is None or last.cue.verb or last.predicate not in _SOLD_OR_EARNED:
        return None
    if (match := _THOSE.match(sentence.text)) is None or mention.quantity.unit_type not in ("percent", last.quantity.unit_type):
        return None
    start = sentence.start + match.start("those")
    return Cue(start, start + len("those"), match["those"], last.predicate), last.predicate, "<those> <change or level> <quantity>", False


_SOLD_OR_EARNED = frozenset({"sales", "revenue", "units_sold", "profit", "operating_profit", "production", "orders", "volume", "price"})


def of_same_market(sentence: Sentence, mention: QuantityMention, earlier: list[Measurement]) -> EntityMention | None:
    """The market or sellers that a sentence on another place goes on from: "Bicycle sales rose 3 percent. Norway posted growth of 8 percent"."""
    last = earlier[-1].subject if earlier else None
    near = [one for one in sentence.entities if one.end <= mention.start and one.referent.type in ("place", "organization")]
    return last if last is not None and near and all(one.referent.type == "place" for one in near) else None


@cache
def _place_moved() -> re.Pattern[str]:
    return change_regex(r"(?: \(|,? (?:(?:was|were|is|are|has|have|had|also|even|only|both) )*)", rf"(?: \w+ly)?(?: by)? {_HEDGES}")


_PLACE_TOLD = re.compile(r"(?:^|[,;(]|\b(?:and|while|but|with|whereas|where|as|by|contrast,))\s*(?:in )?(?:the )?$")


def moving_place(sentence: Sentence, mention: QuantityMention) -> EntityMention | None:
    """The place that itself is said to rise or fall: "Norway (down 2%) and Spain, up 11 percent", "Peru fell 3 percent"."""
    if mention.quantity.unit_type != "percent":
        return None
    one = next((one for one in reversed(sentence.entities) if one.end <= mention.start), None)
    if one is None or one.referent.type != "place" or one.via == "coreference" or not _PLACE_TOLD.search(sentence.between(sentence.start, one.start)):
        return None
    return one if _place_moved().fullmatch(sentence.between(one.end, mention.start)) else None


@cache
def _own_moved() -> re.Pattern[str]:
    """What stands between the owner of a measure that is left out and a quantity: "Globex's fell by |", "that of Globex has risen |"."""
    return change_regex(rf"(?:['\u2019]s?(?: (?:{_OWN_ADVERBS}))* |(?: (?:has|have|had|{_OWN_ADVERBS}))* )", rf"(?: \w+ly)?(?: by)? {_HEDGES}")


_OWN_ADVERBS = "also|meanwhile|even|only|itself|by contrast|in turn"
_THAT_OF = re.compile(r"\b(?:[Tt]hat|[Tt]hose) (?:of|at|for) (?:the |its |rival )*$")


def elided_owner(sentence: Sentence, mention: QuantityMention) -> EntityMention | None:
    """Whose measure moved where only that is said: "Globex's fell 12 percent", "that of Globex rose"."""
    for one in reversed(sentence.entities):
        if one.end > mention.start or one.via == "coreference" or one.referent.type not in ("organization", "product"):
            continue
        moved = _own_moved().fullmatch(sentence.between(one.end, mention.start))
        if moved is None:
            return None
        if moved.group()[0] in "'\u2019":
            # "Acme's fallen 12 percent" has the verb, not what it owns
            verb = next((token for token in sentence.tokens if token.idx > one.end + 1 and token.pos_ == "VERB"), None)
            return one if verb is not None and verb.tag_ in ("VBD", "VBZ", "VBP") else None
        return one if _THAT_OF.search(sentence.between(sentence.start, one.start)) else None
    return None


def elided(sentence: Sentence, mention: QuantityMention, series: list[Measurement], earlier: list[Measurement]) -> tuple[Cue | None, str, str, bool] | None:
    """What moved where only its owner is named, after the same of another: "Acme's sales rose 3 percent. Globex's fell 12 percent"."""
    last = series[-1] if series else earlier[-1] if earlier else None
    if last is None or sentence.index - last.sentence.index > 1 or not fits(last.predicate, mention) or elided_owner(sentence, mention) is None:
        return None
    cue = Cue(mention.start, mention.start, "", last.predicate, last.qualifier, verb=True)
    return cue, last.predicate, "<company>'s <moved by> <quantity>", False


_BASES = (
    r"(?:like-for-like|comparable|same-store|underlying|organic|currency-neutral|constant-currency|adjusted|pro forma)"
)
_ON_BASIS = re.compile(rf" (?:on (?:an? )?(?P<basis>{_BASES}) basis|(?P<adverb>like-for-like|organically)\b|(?:at|in) (?P<currency>constant) (?:exchange rates?|currenc(?:y|ies)|currency terms|rates)\b)")
_OR_BY = re.compile(rf"(?:,|\))? (?:or|and|but)(?: (?:up|down|rose|fell|grew))?(?: by)? {_HEDGES}|,? \((?:or )?(?:up |down )?{_HEDGES}")


def on_other_basis(sentence: Sentence, mention: QuantityMention, series: list[Measurement]) -> tuple[Cue | None, str, str, bool] | None:
    """The same growth reckoned another way: "sales grew 2 percent to $5bn, or 4.8 percent on a like-for-like basis"."""
    if mention.quantity.unit_type != "percent" or not series or series[-1].quantity.unit_type != "currency":
        return None
    basis = _ON_BASIS.match(sentence.between(mention.end, sentence.end))
    first = next((one for one in reversed(series) if one.role == "change" and one.predicate == series[-1].predicate), None)
    if basis is None or first is None or not _OR_BY.fullmatch(sentence.between(series[-1].mention.end, mention.start)):
        return None
    sign: Literal[-1, 1] = -1 if (first.quantity.high or 0) < 0 else 1
    cue = Cue(mention.start, mention.start, "", first.predicate, basis["basis"] or first.qualifier, verb=True, sign=None if mention.direction else sign)
    return cue, first.predicate, "<changed by> <quantity> on a <other> basis", False


# how many sentences back a bare amount that is wished for may find what it is of
_WISHED_BACK = 2
_PARTICLE = re.compile(r" (?:for|on|to|in|at)$")
_ADJECTIVE = re.compile(r"\b(?:an?|the|its|their) [\w-]+$")
_BARE_END = re.compile(r" (?:by|in|for|this|next|at|from|before|within|during|a (?:year|day|month)|per|when|once)\b|[.,;)]|$")


def wished(sentence: Sentence, mention: QuantityMention, here: list[Measurement], earlier: list[Measurement]) -> Measurement | None:
    """The measurement that a bare amount aimed at or expected goes on from: "has 61 shops and wants 100 by 2022", "It is aiming for 40,000"."""
    quantity = mention.quantity
    if quantity.unit_type not in ("count", "currency", "percent") or not _BARE_END.match(sentence.between(mention.end, sentence.end)):
        return None
    head = sentence.between(sentence.start, mention.start)
    words = _PARTICLE.sub("", unhedged(head).rstrip())
    verb = sentence.token(sentence.start + len(words) - 1)
    reached = False
    if verb.tag_ == "VB" and verb.dep_ == "xcomp" and verb.head.lower_ in expecting() and (quantity.unit in (None, "unit") and _goes_on(sentence, verb) or verb.lower_ in _REACHING):
        # "carried 3 million passengers and expects to carry 4 million", "had sales of $3bn and hopes to reach $5bn"
        reached, verb = True, verb.head
    if not words or verb.lower_ not in expecting() or verb.lower_.startswith(("offer", "stand", "stood")) or verb.pos_ != "VERB" or head.endswith(" by ") or _ADJECTIVE.search(words):
        return None
    for one in reversed([*earlier, *here]):
        if sentence.index - one.sentence.index > _WISHED_BACK:
            return None
        told = one.quantity
        if reached and quantity.unit_type != "count" and one.predicate not in _REACHED:
            continue
        if told.unit_type == "percent" and quantity.unit_type == "count" and quantity.unit is None and "." in quantity.text and (quantity.high or 0) < 1000:
            return one  # "has 1.1 percent and wants 1.5"
        if one.role != "earlier" and told.unit_type == quantity.unit_type and quantity.unit in (None, "unit", told.unit):
            return one
        if told.unit_type == "currency" and quantity.unit_type == "count" and quantity.unit is None and (quantity.high or 0) >= 1e6:
            return one  # "profit was 1.4 billion crowns … had expected 1.25 billion"
    return None


_REACHED = frozenset({"sales", "revenue", "profit", "operating_profit", "market_share", "margin"})
_REACHING = frozenset({"achieve", "attain", "exceed", "have", "hit", "reach", "surpass", "top"})


def _goes_on(sentence: Sentence, verb: Token) -> bool:
    """True for a verb that takes up one before it in its sentence or the last ("carried …, expects to carry"), or says only how far it goes."""
    if verb.lower_ in _REACHING:
        return True
    same = verb_forms(verb.lower_)
    before = {token.lower_ for token in sentence.tokens if token.i < verb.i}
    return not before.isdisjoint(same) or sentence.previous is not None and not sentence.previous.words.isdisjoint(same)
