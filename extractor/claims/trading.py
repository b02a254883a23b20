"""Companies that are themselves said to rise or fall on the stock exchange: "Acme firmed 5p to 143p", "Globex shed 7 percent in Oslo".

`traded` answers as `governing.measure` does: cue, predicate, rule, and whether by ellipsis; `mover` says whose shares they are.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from extractor.claims.classes import subjects_up
from extractor.claims.cues import Cue
from extractor.claims.focus import is_reporter
from extractor.claims.reach import is_doer, is_small
from extractor.claims.roles import MULTIPLIES
from extractor.claims.series import RESULTS
from extractor.lexicon import rows, verb_forms, words_of
from extractor.mentions.types import EntityMention, QuantityMention
from extractor.reading import Sentence

_MOST = 10_000  # dollars or so, above which no share is priced
_STOCKS = re.compile(
    r"(?<!market )\b[Ss]hares\b|\b[Ss]hare price|\b[Ss]tock(?:s|market)?\b|\b(?:premarket|[Tt]rading|[Bb]rokers?|[Ii]nvestors|[Bb]ourse|[Ii]ndex|FTSE|Nasdaq|DAX|Dow|Nikkei|IPO)\b|\b52[- ]week (?:low|high)|\b(?:[Ee]arly|[Ll]ate|[Mm]idday|[Aa]fternoon|[Mm]orning|[Ll]unchtime|Tokyo|London|Frankfurt|Paris|Sydney|New York|Hong Kong) trade\b"
)
_HEDGES = (
    r"(?:(?:by|about|around|nearly|almost|more than|over|some|another|a further|an additional|as much as|as many as|up to|at least|just|only|roughly"
    r"|a hefty|a solid|a modest|up|down|off) )*$"
)
_SETTLED = r"\b(?:is|are|was|were|been|be|being|stands?|stood|(?:clos|end|finish|open|settl|trad)(?:e|es|ed|s|ing)?|chang(?:ed|ing) hands|left|leaving)"
_SESSION = r"(?: (?:the|its|their) (?:day|session|week|first day(?: of trading)?))?"
_WAS = re.compile(_SETTLED + _SESSION + " " + _HEDGES)
# "was up 17p", "closed down 3 cents"
_UP = re.compile(_SETTLED + _SESSION + r" (?:up|ahead|(?P<down>down|off))(?: by)? (?:(?:about|around|nearly|almost|more than|over|as much as|just|a) )*$")
# right after a company in a report of the market: "with Acme up 3 percent", "led by Globex (GBX.L), up 2 percent"
_BESIDE = re.compile(r"(?<=[\w.)]),? (?P<cue>up|(?P<down>down|off))(?: (?:by|about|around|nearly|almost|more than|over|as much as|just|a))* $")
_BESIDE_IT = frozenset({"up", "down", "off"})
# what follows the amount: "8p cheaper", "3 cents to the good"
_COMPARED = re.compile(
    r" (?:(?P<down>cheaper|down|easier|lower|off|softer|weaker|worse|adrift|lighter|poorer|in the red)|ahead|better|dearer|firmer|higher|stronger|up|to the good|richer)\b"
)
_STEADY = re.compile(_SETTLED[:-1] + r"|(?:h[eo]ld|remain|stay)(?:ed|s|ing)?)" + _SESSION + r",? (?:unchanged|flat|steady|level|little changed|unmoved) at $")
_ENDED_AT = re.compile(r"\b(?:clos|end|finish|settl)(?:es|ed|ing|e|s)?" + _SESSION + r" (?:up |down |higher |lower )?at (?:about |around |just )?$")
_FROM = re.compile(r",? (?:from|to) ")
# between the move and the price that it led to: "slumped 9 per cent to 164p", "leapt 38 percent on its debut to finish at $24"
_TO_PRICE = re.compile(r"[^;:]{0,60}?\b(?:to|at|from) (?:(?:end|finish|close|trade|settle) (?:the day )?at )?(?:(?:just|about|around|nearly) |an? [\w-]+ (?:high|low) of )*$")
_TO = r" (?:\w+ly )?(?:to|at) (?:(?:just|about|around|nearly) |an? [\w-]+ (?:high|low) of )*$"
_OFFERED = re.compile(
    r"\b(?:IPO|initial public offering|(?:re-?)?float(?:ed|s|ing)?|flotation|listed|listing|[wg]o?(?:ent|es|ne|ing)? public|debut(?:ed)?)\b"
    r"(?: (?:on|in|of|last|earlier|this) [\w' ]{2,30}?| price| its shares| a share| shares)?,? (?:priced )?at (?:(?:about|around|just|only|between|an? [\w-]+ price of|up to) )*$"
)
# verbs that tell as well what a company earns or wins
_NOT_ONLY_SHARES = frozenset({"add", "gain", "improve", "lose", "recover", "recoup", "regain", "shed", "give up", "claw back", "put on"})
_ADVERBS = r"(?: (?:\w+ly|also|both|each|has|had|have|then|again|itself|later|soon|duly|now|still|even|more than|almost|is|was|were))*"
_TO_VERB = re.compile(rf"(?:['’]s?)?(?: \([^()]{{2,30}}\))?(?:, [^;]*,)?{_ADVERBS} |, which{_ADVERBS} ")
_TO_BESIDE = re.compile(r"(?: \([^()]{2,30}\))?,? ")
_ABSOLUTE = re.compile(r"(?:[,;] with|\b(?:followed|led|helped|topped|headed) by) (?:[a-z-]+ ){0,3}$")
# "Acme slipped 14 percent, with shipments dropping to 3 million": not on the stock exchange
_GOODS_MOVED = re.compile(r", with (?:its )?(?:[\w-]+ )?(?:shipments|sales|deliveries|volumes|registrations)\b")
# "sales at Acme", "a stake in Acme"
_OF = re.compile(r"\b(?:of|in|by|at|from|with|to|than|for|against|that) (?:the |rival )?$")
# "copper output | in the third quarter | rose 15 percent", whatever the parser makes of it
_DOES = re.compile(r"(?: (?:in|for|at|from|during) (?:the |its )?[^,;.]{2,40})? ")
_STEPS = 4  # up the tree to the subject of a verb

Traded = tuple[Cue | None, str, str, bool] | None


@cache
def _moves() -> tuple[re.Pattern[str], dict[str, tuple[str, Literal[-1, 1]]]]:
    """The verbs of moving in all forms right before an amount or its "to", and what each form is of, with its sign."""
    table: dict[str, tuple[str, Literal[-1, 1]]] = {}
    for phrase, sign in rows("share_moves"):
        verb, _, particle = phrase.partition(" ")
        for form in verb_forms(verb):
            table[f"{form} {particle}".strip()] = (phrase, 1 if sign == "+" else -1)
    forms = "|".join(sorted(table, key=lambda form: (-len(form), form)))
    return re.compile(rf"\b(?P<verb>{forms})(?:(?P<to>{_TO})| {_HEDGES})", re.IGNORECASE), table


@cache
def _moving() -> frozenset[str]:
    """The first words of the verbs of moving."""
    return frozenset(words_of(form)[0][0] for form in _moves()[1])


@lru_cache(maxsize=1)
def _speaks_of_stocks(text: str) -> bool:
    """True for the text of an article that is about markets: asked at many of its amounts."""
    return _STOCKS.search(text) is not None


def traded(sentence: Sentence, mention: QuantityMention, nouns: list[Cue], *, alone: bool = False) -> Traded:
    """The move or the price of shares that a company stands for; `alone`, what a percentage alone says too ("Acme fell 3 percent")."""
    money = mention.quantity.unit_type == "currency"
    if mention.quantity.unit_type == "percent" and not sentence.words.isdisjoint(_RANKS) and (ranked := _ranked(sentence, mention)) is not None:
        return ranked, "share_price", "<mover> <moves> <amount>", False
    if mention.quantity.unit_type != "percent" and not (money and is_small(mention, _MOST)):
        return None
    cue = _told(sentence, mention, money, alone)
    if cue is None or not _speaks_of_stocks(sentence.reading.text) or any(is_doer(sentence, noun, cue) or noun.predicate in RESULTS and _DOES.fullmatch(sentence.between(noun.end, cue.start)) for noun in nouns if noun.end <= cue.start):
        return None
    if cue.text in _BESIDE_IT and (
        any(noun.predicate not in ("-", "share_price") for noun in nouns if noun.end <= mention.start)
        or any(other.quantity.unit_type not in (None, "percent") for other in sentence.quantities if other.end <= mention.start)
    ):
        return None  # "the biggest seller with 40 cars, followed by Globex, up 3 percent"
    one = mover(sentence, cue)
    if one is None or alone and (one.via == "coreference" or _GOODS_MOVED.match(sentence.between(mention.end, sentence.end))):
        return None
    return cue, "share_price", "<mover> <moves> <amount>", False


_RANKS = frozenset("performer performers decliner decliners riser risers faller fallers gainer gainers loser losers climber climbers leaderboard".split())
# where a company stands among those that moved most, before how far: "Acme is the top riser, up 4%", "the risers, with Acme up 4%"
_STANDS = r"(?: (?:is|are|was|were|became|led|leads|topped|tops|headed)\b[^;.,]{0,60}?\b(?:risers?|fallers?|gainers?|losers?|climbers?|leaderboard)\b[^;.,]{0,40})?"
_MOVED = r",? (?P<how>up|ahead|higher|rising|climbing|gaining|adding|jumping|leaping|soaring|surging|advancing|down|off|lower|falling|dropping|sliding|losing|slipping|tumbling|sinking|plunging|shedding|slumping|easing|dipping)"
_RANKED = re.compile(_STANDS + _MOVED + r"(?: by)? (?:(?:about|around|nearly|almost|more than|over|as much as|just|a further|another) )*")
# "Acme was the worst performer with a 5 percent slide"
_LED = re.compile(
    r",? (?:which )?(?:was|were|is|proved|ended as|led|topped) (?:among |one of )?[^;.,]{0,40}?\b(?:performers?|risers?|fallers?|gainers?|losers?|climbers?|decliners?)\b[^;.,]{0,50}?"
    r",? (?:with|after|on) an? (?:(?:about|around|nearly|almost|more than|over|further|sharp|steep) )*"
)
_MOVE = re.compile(
    r" (?:(?P<down>slide|fall|drop|decline|loss|slump|plunge|tumble|dip|retreat|slip)|rise|gain|jump|climb|advance|increase|leap|surge|rally)\b"
)
_RISING = frozenset("up ahead higher rising climbing gaining adding jumping leaping soaring surging advancing".split())


def _ranked(sentence: Sentence, mention: QuantityMention) -> Cue | None:
    """The move of a company that is told among those that rose or fell most."""
    for one in reversed(sentence.entities):
        if one.end < mention.start and one.referent.type == "organization" and one.via != "coreference":
            gap = sentence.between(one.end, mention.start)
            found, moved = _RANKED.fullmatch(gap), _MOVE.match(sentence.between(mention.end, sentence.end))
            if not (found or moved and _LED.fullmatch(gap)) or not _speaks_of_stocks(sentence.reading.text):
                return None
            if found is None and moved is not None:
                return Cue(one.end + 1, mention.start, gap.strip(), "share_price", verb=True, sign=-1 if moved["down"] else 1)
            assert found is not None
            return Cue(one.end + found.start("how"), mention.start, found["how"], "share_price", verb=True, sign=1 if found["how"] in _RISING else -1)
    return None


def beside(sentence: Sentence, mention: QuantityMention, nouns: list[Cue]) -> Traded:
    """The move told right after the name of a company: "Globex (GBX.L), up 3 percent"."""
    found = traded(sentence, mention, nouns, alone=True)
    return found if found is not None and found[0] is not None and found[0].text in _BESIDE_IT else None


def is_offered(sentence: Sentence, mention: QuantityMention) -> bool:
    """True for the price that shares are first sold at: "floated at 120p in 2014", "priced its IPO at $18"."""
    return _OFFERED.search(sentence.between(sentence.start, mention.start)) is not None


def floated(sentence: Sentence, mention: QuantityMention) -> Traded:
    """The price that the shares of a company are first sold at."""
    if mention.quantity.unit_type != "currency" or not is_small(mention, _MOST):
        return None
    found = _OFFERED.search(sentence.between(sentence.start, mention.start))
    if found is None:
        return None
    return _cue(sentence.start, found, 0), "share_price", "<company> floats at <quantity>", False


def _told(sentence: Sentence, mention: QuantityMention, money: bool, alone: bool) -> Cue | None:
    """The words that tell how shares moved, or where they stand, with the sign of the move."""
    begin = max((one.end for one in sentence.quantities if one.end <= mention.start and one.quantity.unit_type), default=sentence.start)
    head, after = sentence.between(begin, mention.start), sentence.between(mention.end, sentence.end)
    sure = money or alone or _priced(sentence, mention)
    if sure and (was := _WAS.search(head)) and (mention.direction or (how := _COMPARED.match(after))):
        return _cue(begin, was, mention.direction or (-1 if how and how["down"] else 1))
    if sure and (up := _UP.search(head)):
        return _cue(begin, up, -1 if up["down"] else 1)
    if alone and not money and (beside := _BESIDE.search(head)):
        return Cue(begin + beside.start("cue"), begin + beside.end("cue"), beside["cue"], "share_price", verb=True, sign=-1 if beside["down"] else 1)
    if money and (still := _STEADY.search(head) or _ENDED_AT.search(head)):
        return _cue(begin, still, 0)
    if mention.direction and MULTIPLIES.search(mention.quantity.text) and _FROM.match(after) and _priced(sentence, mention):
        return Cue(mention.start, mention.end, mention.quantity.text, "share_price", verb=True, sign=mention.direction)
    pattern, table = _moves()
    moved = pattern.search(head) if sure and not sentence.lacks(_moving()) else None
    if moved is None:
        return None
    phrase, sign = table[moved["verb"].lower()]
    if moved["to"]:
        return _cue(begin, moved, 0) if money else None
    if money and phrase in _NOT_ONLY_SHARES and not _priced(sentence, mention):
        return None
    return _cue(begin, moved, sign)


def _cue(begin: int, found: re.Match[str], sign: Literal[-1, 0, 1]) -> Cue:
    end = begin + len(found.group().rstrip()) + found.start()
    return Cue(begin + found.start(), end, found.group().rstrip(), "share_price", verb=True, sign=sign)


def _priced(sentence: Sentence, mention: QuantityMention) -> bool:
    """True if a price follows to which the shares moved: "slumped 9 per cent to 164p"."""
    for one in sentence.quantities:
        if one.start >= mention.end and one.quantity.unit_type == "currency":
            return is_small(one, _MOST) and _TO_PRICE.fullmatch(sentence.between(mention.end, one.start)) is not None
    return False


def mover(sentence: Sentence, cue: Cue) -> EntityMention | None:
    """The company that moves by a verb, by the words before it, else as its subject by the parse."""
    for one in reversed(sentence.entities):
        if one.end < cue.start and one.referent.type == "organization" and not sentence.is_apart(one.start, cue.start):
            if cue.text in _BESIDE_IT:
                before = sentence.between(sentence.start, one.start)
                named = _TO_BESIDE.fullmatch(sentence.between(one.end, cue.start)) and (_ABSOLUTE.search(before) or not _OF.search(before))
                return one if named and not is_reporter(sentence, one) else None
            if _TO_VERB.fullmatch(sentence.between(one.end, cue.start)):
                return None if is_reporter(sentence, one) or _OF.search(sentence.between(sentence.start, one.start)) else one
            break
    token = sentence.token(cue.start)
    if token.dep_ == "acl" and (described := sentence.entity_at(token.head)) is not None and described.referent.type == "organization":
        return described  # "Acme, floated at 120p"
    for subject in subjects_up(token, _STEPS):
        found = sentence.entity_at(subject)
        return found if found is not None and found.referent.type == "organization" and not is_reporter(sentence, found) else None
    return None
