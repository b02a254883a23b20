"""Whether a quantity is a level, a change with its sign, or the earlier level of a comparison."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from extractor.claims.cues import Cue, change_regex, change_words
from extractor.mentions.bounds import PHRASAL
from extractor.mentions.types import QuantityMention
from extractor.reading import Sentence
from extractor.record import Quantity

if TYPE_CHECKING:
    from extractor.claims.measures import Measurement

Role = Literal["level", "change", "earlier"]

_HEDGES = (
    "about|around|nearly|almost|some|roughly|approximately|more than|over|at least|up to|as many as|as much as|as high as|as low as"
    "|estimated|record|total|total of|combined|further|additional|whopping|staggering|mere|just|only|another|less than"
    "|between|fewer than|under|below|above|well|close to|a|an|the|its|their|by|sharply|slightly|steeply|strongly|again|also"
    "|in total|altogether|net|worth|modest|healthy|hefty|massive|solid|an extra|extra|even|still|now|together"
)
_LONGEST_HEDGE = 30
_HEDGE = re.compile(rf"(?:(?<=\s)|^)(?:{_HEDGES})\s*$", re.IGNORECASE)
_ENDS_HEDGE = frozenset(hedge.rpartition(" ")[2] for hedge in _HEDGES.split("|"))
_EARLIER = re.compile(
    r"(?:\bcompar(?:ed|es|ing|ison) (?:with|to)|\bagainst|\bversus|\bvs\.?|\b(?:up|down|rising|falling|improvement|rise"
    r"|fall|increase|decrease|decline|drop|jump|turning around|swing|swung|rebound|recover(?:ed|ing|y)?|rose|fell|grew|raised|increased|cut|reduced|lowered) from|\bcompared)"
    r"(?:\s+(?!(?:was|were|is|rose|fell)\b)[\w'-]+){0,6}\s*$",
    re.IGNORECASE,
)
# "5 percent of its workforce"
OF_STAFF = re.compile(
    r"\s*of (?:its|the|their|all|his|our)?\s?(?:[\w.,&'-]+ ){0,3}?(?:workforce|staff|employees|workers|jobs|headcount|payroll|positions|posts|personnel)\b"
)
# "22 of its 165 shops": the second is the whole that the first is part of
OF_WHOLE = re.compile(r"\s*of (?:its|their|the|our|his|her|(?:[\w.&-]+ ){0,3}?[\w.&-]+(?:'s|s')) (?:[\w-]+ ){0,2}$")
# "raised its prices by between 5% and 10%"
_RAISED_BY = re.compile(r"\b(?:rais(?:e|es|ed|ing)|put(?:s|ting)? up) (?:(?!to\b|from\b)[\w'.-]+ ){1,6}by (?:[\w-]+ ){0,3}$")
# "sales fell below 14 million": the level that they passed
_PAST_LEVEL = re.compile(
    r"\b(?:f[ae]ll(?:en|s|ing)?|drop(?:s|ped|ping)?|dip(?:s|ped|ping)?|slip(?:s|ped|ping)?|sink(?:s|ing)?|sank|slid(?:e|es|ing)?|plunge[sd]?|"
    r"r[io]s(?:e|es|en|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|gr[eo]w(?:s|n|ing)?|soar(?:s|ed|ing)?|surge[sd]?|went|go(?:es)?) "
    r"(?:\w+ly )?(?:below|under|above|over|past|beyond) (?:the )?$"
)
# verbs whose "up" is no growth: "made up", "lined up $85 million"
_MAKES_UP = re.compile(
    r"\b(ma(?:ke|kes|de|king)|lin(?:e|es|ed|ing)|cough\w*|notch\w*|rack\w*|clock\w*|chalk\w*|r[aiu]ng(?:ing)?|r[au]n(?:ning)?|pil(?:e|es|ed|ing)"
    r"|sign\w*|snap\w*|buy\w*|bought|puts?|putting|tak\w+|took|stump\w*|hoover\w*|split\w*|us(?:e|es|ed|ing)|gobbl\w+|mopp\w+|soak\w*) up$"
)
_ITS_DEBT = re.compile(r"(?:\b(?:its|their)|['’]s)(?: (?:about|around|roughly|some|nearly|almost|more than|over))* $")
# "raised its quarterly dividend 20 percent to 30 cents"
_MOVED_ITS = re.compile(
    r"\b(?:(?:rais(?:e|es|ed|ing)|hik(?:e|es|ed|ing)|lift(?:s|ed|ing)?|boost(?:s|ed|ing)?|increas(?:e|es|ed|ing)|up(?:s|ped|ping)|grew|grow(?:s|n|ing)?|expand(?:s|ed|ing)?)"
    r"|(?P<down>cut(?:s|ting)?|lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|trim(?:s|med|ming)?|slash(?:es|ed|ing)?|decreas(?:e|es|ed|ing)))"
    r" (?:(?:its|their|the|our) )?(?:[\w'’-]+ ){0,3}$"
)
# "after falling as low as $18.50": a level
_AS_LOW_AS = re.compile(r"\bas (?:low|high) as $")
MULTIPLIES = re.compile(r"doubl|tripl|trebl|quadrupl|halv|twice|thrice", re.IGNORECASE)
# "rose by 12% at Acme, by 10% at Globex and 5% in Asia"
_EACH_ITS_OWN = re.compile(r" (?:at|in|for) (?:the )?[^,;.]{2,30},?(?: and)? (?:by |of |a )?$|(?: (?:in|at) [^,;.]{2,25})?,?(?: and)? (?:in|at) (?:the )?[^,;.]{2,25}?(?: by| of)? $")
_NEXT_OF_LIST = re.compile(r",?(?: and)? (?:by )?")
_IN_ANOTHER = re.compile(r" (?:in|at|across) (?:the )?[A-Z]")
# "swung to a loss of $4m from a profit of $58m"
_RESULT = frozenset({"profit", "loss", "operating_profit"})
_FROM_RESULT = re.compile(r"\bfrom (?:an? )?(?:[\w-]+ ){0,2}(?:profit|loss|income|earnings|surplus|deficit) of$", re.IGNORECASE)
# "sales are off 4 percent", "were 4 percent ahead"
_OFF = re.compile(r"\b(?:is|are|was|were|been|be|traded|trading|closed|closing|ended|finished) (?:still |now )?off(?: by)?$")
_WERE_AHEAD = re.compile(r"\b(?:is|are|was|were|been|be|came in) (?:still |now )?ahead(?: by)?$")
_AHEAD = re.compile(r"\s(?:(?:ahead|better)\b(?! (?:of|than)\b)|up (?=to\b)|(?P<down>down (?=to\b)))")
# "sales growth eased to 2 percent from 5 percent"
# "subscriber growth of 5 million", "customer losses of 40,000"
_COME_AND_GO = re.compile(r"(?:subscri\w+|user|customer|member|net) (?:growth|additions|gains|(?P<gone>losses))$", re.IGNORECASE)
# "growth in cloud revenue held steady at 27%"
_GROWTH_IN = re.compile(r"\b[Gg]rowth (?:in|of) (?:(?!the\b)[\w&'-]+ ){0,5}$")
_ENDED = re.compile(r" (?:up|higher|(?P<down>down|lower))(?: (?:at|in|on|for)\b|[,.;]|$)")
_UP_ON = re.compile(r" (?:(?:up|ahead|higher)|(?P<down>down|lower|short)) (?:on|from|of|than) (?:the |its |a )?(?:last|previous|prior|year|same|time|quarter|figure|20\d\d|[A-Z])")
_GROWTH = re.compile(r" growth\b")
_STAKE_NEXT = re.compile(r" (?:[a-z-]+ )?(?:stake|holding|shareholding|interest)\b")
# "has fallen from a market share of 21 percent", what it then fell to is a level
_DOWN_FROM = re.compile(r"\bfrom (?:an?|its|the) (?:[\w-]+ ){0,3}(?:share|margin|stake|holding) of (?:(?:about|around|nearly|almost|some|an estimated|more than|over) )*$")
_ITS_LEVEL = re.compile(r"\bfrom$")
# "17 percent down on the year before", "40 percent below 2019"
_BESIDE = re.compile(
    r"\s(?:(?P<down>below|down on|behind|lower than|short of|less than|adrift of|down from)|above|up on|ahead of|higher than|more than|better than|up from)"
    r" (?:that of |those of |its |the |in )?(?:same |previous |preceding |prior |corresponding |pre-|(?:(?:usual|normal|recent|three-month|30-day) )?(?:daily )?(?=average\b))?(?:average\b|\d{4}\b|last (?:year|time)|(?:a )?year[ -](?:ago|earlier|before)|year\b|period\b|quarter\b|month\b|levels?\b)"
)
# "a 22 percent increase over the $79m recorded a year earlier", "up on the £3m of 2014"
_OVER = re.compile(r"\b(?:increase|rise|gain|improvement|jump|growth|drop|fall|decline|up|down|increased|improved)(?: of [\d.,]+ ?(?:%|per ?cent))? (?:over|on|against) (?:the )?(?:about |around |some |nearly )?$")
# "more than double the $2m it made in 2018", "three times the 40 it had"
_TIMES_THE = re.compile(r"\b(?:double|twice|triple|treble|thrice|quadruple|(?:two|three|four|five|six|seven|eight|nine|ten|\d+) times) (?:the|that of|its|their)(?: (?:about|around|roughly|some|mere))? $")
# "will add 5 cents a share to earnings"
_ADDED_A_SHARE = re.compile(r"\s*(?:a|per) share (?:to|(?P<off>off|from)) (?:[\w.'&-]+ ){0,3}?(?:earnings|profit|income|results)")
_MORE_THAN = re.compile(r"\b(?:more|less|higher|lower|greater|bigger|fewer|better|worse) than(?: the)?$")
_HAD_EXPECTED = re.compile(
    r" (?:that |which )?(?:(?:it|they|the (?:company|group|firm)|analysts) )?(?:had |has |was |were |previously |initially |originally )*"
    r"(?:expect|plann|forecast|target|announc|promis|predict|estimat|project)"
)
_FROM = re.compile(r"\bfrom(?: (?:an?|the|its|their|last year's)(?: [\w-]+){0,3}? (?:low|high|peak|trough|level|total|record|figure|base)(?: of)?)?\s*$", re.IGNORECASE)
_BRACKETED = re.compile(r"\((?:[^():]{2,30}:)?$")
# "more than double 2017's $2m"
_OF_YEAR = re.compile(r"\b(?:doubled?|tripled?|treble|twice|half|than|above|below|beat|on|over) (?:the )?(?:previous year|last year|(?:19|20)\d\d)['’]s (?:[\w-]+ )?$", re.IGNORECASE)


# "will total 300": a verb, where "a total 300" hedges
_BEFORE_VERB = frozenset({"to", "will", "would", "could", "should", "may", "might", "can"})


def unhedged(text: str, kept: frozenset[str] = frozenset()) -> str:
    """Words before a quantity without the hedges at their end ("nearly", "some", "a record"), but for those kept."""
    while (words := text[-_LONGEST_HEDGE:].split()) and words[-1].lower() in _ENDS_HEDGE:
        match = _HEDGE.search(text, max(0, len(text) - _LONGEST_HEDGE))
        if match is None or match.group().strip().lower() in kept or words[-1] == "total" and len(words) > 1 and words[-2] in _BEFORE_VERB:
            break
        text = text[: match.start()]
    return text


# "from the three-year low of $2bn": no amount of its own
_TIMES = frozenset({"year", "month", "week", "day", "quarter", "decade"})


def tail_of(sentence: Sentence, mention: QuantityMention) -> str:
    """The words before a quantity, hedges taken off, back to the quantity before it."""
    if mention.start not in sentence.tails:
        start = sentence.start
        for other in sentence.quantities:
            if other.end <= mention.start and other.quantity.unit not in _TIMES:
                start = other.end
        tail = unhedged(sentence.between(start, mention.start)).rstrip()
        sentence.tails[mention.start] = _MAKES_UP.sub(r"\1", tail) if tail.endswith(" up") else tail
    return sentence.tails[mention.start]


def role_of(
    sentence: Sentence,
    mention: QuantityMention,
    cue: Cue | None,
    predicate: str,
    inherited: bool,
    before: Measurement | None,
) -> tuple[Role, int]:
    """Whether a quantity is a level, a change (with its sign) or the earlier level of a comparison."""
    tail = tail_of(sentence, mention)
    after = sentence.between(mention.end, min(sentence.end, mention.end + 50))
    words = change_words()
    following = change_regex(
        r"\s*-?(?:(?:year-on-year|annual|sharp|steep|further|organic|net|overall|quarterly) )*", ""
    ).match(after)
    if predicate == "debt" and cue is not None and not cue.verb and cue.start >= mention.end and _ITS_DEBT.search(sentence.between(max(sentence.start, mention.start - 40), mention.start)):
        return "level", 0  # "plans to halve its $3 billion debt"
    if predicate == "investment" and cue is not None and cue.start >= mention.end and "expansion" in cue.text.casefold():
        return "level", 0  # "its $9bn expansion plan"
    if mention.quantity.unit_type == "percent" and _OFF.search(tail):
        return "change", -1
    if mention.quantity.unit_type == "percent" and _WERE_AHEAD.search(tail):
        return "change", 1
    if mention.quantity.unit_type == "percent" and (moved := _AHEAD.match(after)):
        return "change", -1 if moved["down"] else 1
    if predicate == "eps" and (added := _ADDED_A_SHARE.match(after)):
        return "change", -1 if added["off"] else 1
    if mention.quantity.unit_type == "percent" and (beside := _BESIDE.match(after)):
        return "change", -1 if beside["down"] else 1
    if predicate in ("market_share", "margin", "stake") and mention.quantity.unit_type == "percent" and _DOWN_FROM.search(sentence.between(max(sentence.start, mention.start - 70), mention.start)):
        return "earlier", 0
    if inherited and before is not None and before.role == "earlier" and before.predicate in ("market_share", "margin", "stake") and re.search(r"\bto$", tail):
        return "level", 0
    if predicate == "stake" and _STAKE_NEXT.match(after):
        return "level", 0  # "is buying up a 26 percent stake"
    if mention.direction == 0 and _TIMES_THE.search(sentence.between(max(sentence.start, mention.start - 40), mention.start)):
        return "earlier", 0
    if mention.direction == 0 and _OVER.search(sentence.between(max(sentence.start, mention.start - 40), mention.start)):
        return "earlier", 0
    if _AS_LOW_AS.search(sentence.between(max(sentence.start, mention.start - 12), mention.start)) and mention.quantity.unit_type != "count":
        return "level", 0
    if mention.direction and (MULTIPLIES.match(mention.quantity.text) or not re.search(r"\b(?:to|at)\s*$", tail)):
        return "change", mention.direction
    if (
        cue is not None and not cue.verb and mention.quantity.unit_type == "percent" and 0 < mention.start - cue.end <= 1
        and (moved := _MOVED_ITS.search(sentence.between(max(sentence.start, cue.start - 60), cue.start)))
    ):  # fmt: skip
        return "change", -1 if moved["down"] else 1
    loses = mention.quantity.unit_type == "count" and following is not None and following.group(1).casefold().startswith("los")  # "its 400 shops lose money"
    if following and not loses and not re.match(r"\s+(?:up|down)\b", after):
        return "change", words[_word(following.group(1))]
    if cue is not None and not cue.verb and (counted := _COME_AND_GO.search(cue.text)) is not None:
        return "change", -1 if counted["gone"] else 1
    if cue is not None and not cue.verb and mention.quantity.unit_type == "percent" and _GROWTH_IN.search(sentence.between(sentence.start, cue.start)):
        return "change", 1
    if cue is not None and not cue.verb and mention.quantity.unit_type == "percent":
        if cue.text.casefold().endswith("growth") or cue.end <= mention.start and _GROWTH.match(sentence.between(cue.end, cue.end + 8)) and not _ITS_LEVEL.search(tail):
            return "change", -1 if re.search(r"\b(?:negative|minus)$", tail, re.IGNORECASE) else 1
        after_cue = change_regex(" ", "").match(sentence.between(cue.end, sentence.end))
        if cue.start >= mention.end and after_cue:
            return "change", words[_word(after_cue.group(1))]
    if (
        inherited
        and before is not None
        and before.role == "earlier"
        and re.fullmatch(r"(?:, )?or", tail.strip(), re.IGNORECASE)
    ):
        return "earlier", 0
    if inherited and before is not None and before.role == "change" and re.fullmatch(r"(?:, )?or|\(|[-–—]{1,2}(?: or)?", tail.strip(), re.IGNORECASE):
        # "rose $4.85, or 17 percent", "rose 15 cents - 1.1% - to"
        return "change", -1 if (before.quantity.high or 0) < 0 or (before.quantity.low or 0) < 0 else 1
    if (
        inherited and before is not None and before.role == "change" and mention.quantity.unit_type == "percent" and not mention.direction
        and _EACH_ITS_OWN.fullmatch(sentence.between(before.mention.end, mention.start))
    ):  # fmt: skip
        return "change", -1 if (before.quantity.high or 0) < 0 or (before.quantity.low or 0) < 0 else 1
    if (
        inherited and before is not None and before.role == "level" and cue is not None and cue.end <= before.mention.start and mention.quantity.unit_type == "percent"
        and not mention.direction and _NEXT_OF_LIST.fullmatch(sentence.between(before.mention.end, mention.start)) and _IN_ANOTHER.match(after)
        and (moved_by := change_regex("", "").search(sentence.between(cue.end, before.mention.start))) is not None
    ):  # fmt: skip
        return "change", words[_word(moved_by.group(1))]  # "rose 5% in Asia to $4m, 9% in Europe to $2m"
    if (
        before is not None and before.role == "change" and before.predicate == predicate and before.quantity.unit == mention.quantity.unit
        and _MORE_THAN.search(sentence.between(before.mention.end, mention.start).rstrip()) and _HAD_EXPECTED.match(after)
    ):  # fmt: skip
        # "save $3.3 billion, more than the $3 billion it had expected"
        return "change", -1 if (before.quantity.high or 0) < 0 or (before.quantity.low or 0) < 0 else 1
    if predicate == "cost" and re.search(r"\b(?:sav(?:e|es|ed|ing)(?: (?:it|them|the (?:company|firm|group|airline|bank)|[A-Z][\w&.-]*(?: [A-Z][\w&.-]*)?))?|cut(?:s|ting)?|strip(?:ping)? out|slash(?:ed|ing)?|tak(?:e|ing) out|remov(?:e|ed|ing)|reduc(?:e|ed|ing))(?: (?:a|an|further|another|some|up|to|as|much|out))*$", tail, re.I):
        return "change", -1
    if (
        inherited and before is not None and before.role == "level" and after.startswith(")") and _BRACKETED.search(tail)
        and mention.quantity.unit_type == before.quantity.unit_type and mention.quantity.unit == before.quantity.unit
    ):  # fmt: skip
        # "Earnings per share came to EUR 0.31 (EUR 0.27)", "(2013: EUR 0.27)": that of the year before, as reports have it
        return "earlier", 0
    if _EARLIER.search(tail) or _OF_YEAR.search(sentence.between(max(sentence.start, mention.start - 40), mention.start)) or before is not None and before.predicate in _RESULT and _FROM_RESULT.search(tail):
        return "earlier", 0
    same = before is not None and before.cue is not None and cue is not None and before.cue.start == cue.start
    if _FROM.search(tail) and (inherited or same or re.match(r"[\w %]{0,60}? to (?:about |around |more than |over )?[\d$£€¥₹]", after)):
        return "earlier", 0
    if re.search(r"\b(?:to|at)\s*$", tail) or _PAST_LEVEL.search(sentence.between(max(sentence.start, mention.start - 40), mention.start)):
        return "level", 0
    changed = change_regex(
        "", r"(?:,? (?:\w+ly|by|of|from (?:the|a) [\w -]{1,20}|in [\w ]{1,20} of|rate of|as much as|another))*\s*$"
    ).search(tail)
    if changed and not ((mention.quantity.unit_type != "percent" or predicate == "stake") and predicate != "share_price" and _is_phrasal(tail[: changed.end(1)])) and not (
        cue is not None
        and _word(changed.group(1)) in ("lost", "lose", "loses", "losing", "loss", "losses")
        and mention.quantity.unit_type != "percent" and predicate != "share_price"
    ):
        return "change", words[_word(changed.group(1))]
    near = sentence.between(max(sentence.start, mention.start - 90), mention.start)
    if moved := change_regex("", r" (?:(?!to\b|from\b)[\w'.-]+ ){1,10}by (?:[\w-]+ ){0,3}$").search(near):
        # "lift capacity by 20 percent"
        return "change", words[_word(moved.group(1))]
    if _RAISED_BY.search(near):
        return "change", 1
    more = re.match(r"\s*(more|fewer|less)\b", after)
    if more and mention.quantity.unit_type == "percent":
        return "change", 1 if more.group(1) == "more" else -1
    if predicate == "share_price" and mention.quantity.unit_type == "percent" and (ended := _ENDED.match(after)):
        return "change", -1 if ended["down"] else 1  # "recovered to close 16% down at $5"
    if inherited and before is not None and before.predicate == predicate and (way := _UP_ON.match(after)):
        return "change", -1 if way["down"] else 1  # "was £45m, £3m up on last year"
    if mention.quantity.unit_type == "percent" and predicate not in (
        "margin",
        "market_share",
        "stake",
        "other",
        "capacity",
    ):
        far = change_regex("", r"[^,;]{0,40}$").search(tail)
        if far:
            return "change", words[_word(far.group(1))]
        return "level", 0
    return "level", 0


def _is_phrasal(words: str) -> bool:
    """True for the "up" of "picked up $3 million"."""
    verb, _, particle = words.rpartition(" ")
    return particle in ("up", "down") and verb.rpartition(" ")[2] in PHRASAL


def _word(text: str) -> str:
    return re.sub(r"[\s-]+", " ", text.casefold())


def signed(quantity: Quantity, sign: int) -> Quantity:
    """The quantity as a signed difference: a fall of at least 5 lies at or below -5."""
    if sign >= 0:
        return quantity
    low = -quantity.high if quantity.high is not None else None
    high = -quantity.low if quantity.low is not None else None
    return quantity.model_copy(update={"low": low, "high": high})
