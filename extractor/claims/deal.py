"""Deals: who buys, merges with, invests in, sells, joins or orders from whom.

"Acme agreed to buy Globex for $2bn" is `acquires`, outlook `plan` while not closed, the price its quantity; "Acme sold
its paint unit to Globex" is `divests`; "a joint venture with Globex" is `partners`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractor.attribution import attributed
from extractor.claims.draft import Draft, named
from extractor.claims.slots import actor, event_period, party_after
from extractor.context import negated, stance
from extractor.mentions.types import EntityMention, QuantityMention
from extractor.reading import Reading, Sentence
from extractor.record import Outlook

_STAKE = r"(?:a |an |its |the |another )?(?:[\d.,]+ ?(?:percent|per cent|%) |majority |minority |controlling |strategic |equity )*(?:stake|shareholding|interest|holding)s? in "
_OF_SHARES = (
    r"(?:all |[\d.,]+ ?(?:percent|per cent|%) )?(?:of )?(?:the )?(?:outstanding )?(?:shares|stock|capital) (?:in|of) "
)
# (predicate, rule, active pattern: the other party follows its end)
_ACTIVE: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (predicate, rule, re.compile(pattern, re.IGNORECASE))
    for predicate, rule, pattern in (
        ("invests", "<company> takes a stake in <company>",
         rf"\b(?:acquir\w+|b(?:uy|uys|ought|uying)|tak(?:e|es|ing|en)|took|purchas\w+|rais(?:e|ed|es|ing)|increas\w+) {_STAKE}|\binvest(?:s|ed|ing)? (?:(?:[$€£]|US\$|EUR |USD )?[\d.,]+ ?\w* ?\w* )?in |\binvestment in "),
        ("divests", "<company> sells <company>",
         r"\b(?:s(?:ell|ells|old|elling)|divest(?:s|ed|ing)?|dispos(?:e|es|ed|ing) of|spin(?:s|ning)? off|spun off) (?:off )?(?:(?:an? |its )?(?:[\d.,]+ ?(?:percent|per cent|%) |majority |minority |controlling )?(?:stake|interest|holding) in )?(?:its |their |the )(?=[^.;]{0,60}?\b(?:unit|business|division|subsidiary|stake|arm|operations|brand|assets|plant)\b)"),
        ("divests", "<company> sells off <company>",
         r"\b(?:s(?:ell|old|elling)|divest(?:s|ed|ing)?|offload(?:s|ed|ing)?|dispos(?:e|es|ed|ing) of|spin(?:s|ning)? off|spun off) (?:off )?(?=[A-Z])"),
        ("acquires", "<company> buys <company>",
         rf"\b(?:acquir(?:e|es|ed|ing)|b(?:uy|uys|ought|uying)|purchas(?:e|es|ed|ing)|tak(?:e|es|ing|en) over|took over|takeover of|acquisition of|purchase of|buyout of|(?:bid|offer) (?:for|to buy)) (?:{_OF_SHARES})?"),
        ("merges", "<company> merges with <company>", r"\b(?:merg(?:e|es|ed|ing) with|merger (?:talks |agreement |deal |discussions )?with|combin(?:e|es|ed|ing) with|tie-up with) "),
        ("contracts", "<company> wins an order from <company>",
         r"\b(?:w[io]n(?:s|ning)?|secur(?:e|es|ed|ing)|awarded|receiv(?:e|es|ed)|land(?:s|ed)|sign(?:s|ed)?) (?:[\w$€£.,\"-]+ ){0,6}?(?:contract|order|deal)s?\"? (?:[\w-]+ ){0,6}?(?:from|with|for) |\baward(?:s|ed|ing)? (?:[\w$€£.,()-]+ ){0,8}?(?:contract|order|deal)s? to |\border(?:s|ed|ing)? (?:[\w.,-]+ ){0,6}?from |\border with (?=[A-Z])|\bordered (?:up to |about |another )?(?:[\d,]+|[a-z-]+) (?:new |more |additional )?(?=[A-Z])"),
        ("partners", "<company> partners with <company>",
         r"\b(?:partner(?:s|ed|ing|ship)? with|team(?:s|ed|ing)? up with|join(?:s|ed|ing)? forces with|work(?:s|ing)? with (?:local |its )?(?:partner )?|(?:joint venture|venture|alliance|partnership|cooperation|collaboration|tie-up) with|co-?operat(?:e|es|ed|ing) with|collaborat(?:e|es|ed|ing) with"
         r"|(?:signed|sign|signs|reached|announced) (?:a |an |its )?(?:[\w-]+ ){0,4}?(?:agreement|deal|pact|partnership) with|together with (?:the )?(?:carrier |company |firm |partner )?) ?"),
    )
)  # fmt: skip
_BOUGHT_BY = re.compile(
    r"\b(?:was |were |is |be |been |being |to be )?(?:bought|acquired|taken over|purchased) by ", re.IGNORECASE
)
_TAKEOVER_BY = re.compile(r"\b(?:takeover|acquisition|purchase|buyout) by ", re.IGNORECASE)
_TOGETHER = re.compile(
    r"\b(?:joint venture|partnership|alliance|work together|join forces|team up|cooperat\w+|co-operat\w+|collaborat\w+)\b", re.IGNORECASE
)
_PAIR = re.compile(
    r"\b(?:agreed to|will|plan to|are to|to|have)\s(?:merged?|combine)\b|\bare (?:in|holding) (?:[a-z]+ )?(?:talks|discussions?|negotiations) (?:about|over|on) an? (?:[a-z]+ )?(?:merger|tie-up|combination)\b", re.IGNORECASE
)
_PLAN = re.compile(
    r"\b(?:agree[sd]?|agreement|plans?|planned|planning|will|would|to (?:buy|acquire|sell|merge|take)|talks|negotiations|considering|proposed|offer(?:s|ed)?|bid|intends?|expects?|seeking|set to|aims?|approached)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:completed|closed|finali[sz]ed|has (?:bought|acquired|sold)|bought|acquired|sold|took)\b", re.IGNORECASE
)
_PRICE = re.compile(
    r"(?:\bfor|\bworth|\bvalued at|\bvaluing [^,.]{0,40}? at|\bat a price of|\bin an?|,)\s(?:about |around |some |up to |nearly |almost |approximately |roughly |a total of |as much as )?$",
    re.IGNORECASE,
)
_LATER_PRICE = re.compile(
    r"^(?:The |This )(?:acquisition|deal|transaction|takeover|purchase|sale|merger)\b[^.]{0,40}?\b(?:valued at|worth|for|values)\b",
    re.IGNORECASE,
)
# "it expects to close the $2.6 billion deal soon"
_DEAL_OF = re.compile(r"(?: all-(?:cash|stock|share)| cash| stock)? (?:deal|acquisition|takeover|merger|transaction|purchase|buyout)\b")
_BID_OF_PRICE = re.compile(r" (?:[\w-]+ ){0,2}(?:bid|offer|approach|takeover|acquisition|buyout|deal|purchase)\b")
_LATER_CLOSE = re.compile(
    r"\b(?:acquisition|deal|transaction|takeover|purchase|sale|merger|it)\b[^.]{0,90}?\b(?:expected to|will|should|due to) (?:close|be completed|complete|be finali[sz]ed)",
    re.IGNORECASE,
)


def find(reading: Reading) -> Iterator[Draft]:
    """The deal claims of an article."""
    for sentence in reading.telling:
        taken: list[tuple[int, int]] = []
        for predicate, rule, pattern in _ACTIVE:
            for match in pattern.finditer(sentence.text):
                start, end = sentence.start + match.start(), sentence.start + match.end()
                if any(start < other_end and other_start < end for other_start, other_end in taken):
                    continue
                draft = _active(sentence, predicate, rule, start, end)
                if draft is not None:
                    taken.append((start, end))
                    yield draft
        yield from _passive(sentence)
        yield from _pairs(sentence)
        yield from _bids(sentence)
        yield from _round(sentence)


_LED_BY = re.compile(r"\b(?:round|funding|financing|investment|raise|Series [A-H]|investors)\b[^.;]{0,40}? led by (?:[A-Z][a-z]+'s )?(?:[a-z][\w-]* ){0,4}")


def _round(sentence: Sentence) -> Iterator[Draft]:
    """ "raised $70m in a round led by Acme Ventures and Globex": each of them invests."""
    match = _LED_BY.search(sentence.text)
    if match is None:
        return
    start, end = sentence.start + match.start(), sentence.start + match.end()
    raiser = actor(sentence, start)
    for one in sentence.entities:
        if one.start < end or one.referent.type not in ("organization", "person"):
            continue
        if raiser is None or one.referent is raiser.referent or one.start > end and not re.fullmatch(r",? and (?:joined by )?(?:(?:existing|previous|new) (?:backers?|investors?|shareholders?) )?|, ", sentence.between(end, one.start)):
            return
        yield Draft(
            kind="deal", predicate="invests", subject=one, object=raiser, rule="<round> led by <company>", start=start, end=one.end,
            period=event_period(sentence, one.end)[0], negated=False, confidence=0.75,
        )  # fmt: skip
        end = one.end


def _active(sentence: Sentence, predicate: str, rule: str, start: int, end: int) -> Draft | None:
    subject = actor(sentence, start)
    if subject is None:
        return None
    if rule == "<company> sells off <company>":
        object = next((one for one in sentence.entities if one.start == end and one.referent.type == "organization"), None)
        if object is not None and (not _is_sold_off(sentence, object) or object.referent is subject.referent):
            object = None
    else:
        object = _sold_thing(sentence, end) if predicate == "divests" else party_after(sentence, end, 45)
    if object is None and predicate == "contracts":
        object = _customer(sentence, end)
    if (
        object is None
        or object.referent is subject.referent
        and predicate != "divests"
        or object.referent.type == "place"
    ):
        return None
    if predicate == "acquires" and (object.start - end > 30 or not _is_bought(sentence, end, object)):
        return None
    if predicate == "invests" and object.start - end > 25:
        return None
    return _draft(sentence, predicate, rule, subject, object, start, max(end, object.end))


def _is_bought(sentence: Sentence, end: int, object: EntityMention) -> bool:
    """True if what is bought is the company, not its goods ("bought Acme phones") nor something from it."""
    gap = sentence.between(end, object.start)
    after = sentence.between(object.end, object.end + 25)
    return not re.search(r"\b(?:from|for|in|by|to|with|at)\b", gap) and not re.match(
        r"(?:'s)? (?:phones|cars|shares|products|smartphones|jets|planes|vehicles|stock)\b", after
    )


def _is_sold_off(sentence: Sentence, object: EntityMention) -> bool:
    """True if the company itself is sold, not its goods: its name ends the clause, or the buyer or the price follows."""
    return bool(re.match(r"(?:[.,;]|$| (?:to|for|in a|last|this|and|earlier|on)\b)", sentence.between(object.end, sentence.end)))


def _sold_thing(sentence: Sentence, end: int) -> EntityMention | None:
    match = re.match(
        r"(?:[\w&'-]+ ){0,6}?(?:unit|business|division|subsidiary|arm|operations|brand|assets|plant)\b|[\d.,]+ ?(?:percent|per cent|%) (?:stake|interest) in ",
        sentence.between(end, sentence.end),
    )
    if match is None:
        return None
    if match.group().endswith(" in "):
        return party_after(sentence, end + match.end(), 30)
    inside = [
        one
        for one in sentence.entities
        if end <= one.start and one.start <= end + match.end() + 1 and one.referent.type in ("organization", "product")
    ]
    return inside[-1] if inside else named(match.group(), end, end + match.end(), "organization")


def _customer(sentence: Sentence, end: int) -> EntityMention | None:
    """A customer that is no entity of its own: "the Indian navy"."""
    if any(one.start <= end + 4 and one.end > end and one.text == one.referent.name for one in sentence.entities if one.referent.type == "place"):
        return None  # a country itself, not what is of it
    match = re.match(
        r"(?:the )?((?:[A-Z][\w'-]+ )+(?:[a-z][\w-]+(?: [a-z][\w-]+)?)?)(?<! )(?=[,. ]|$)",
        sentence.between(end, sentence.end),
    )
    if match is None:
        match = re.match(
            r"(?:the )?([A-Z][\w'-]+(?: [\w-]+){0,2}?)(?=[,.]| (?:to|for|worth|in|on|and)\b|$)",
            sentence.between(end, sentence.end),
        )
    return named(match.group(1), end + match.start(1), end + match.end(1), "organization") if match else None


def _passive(sentence: Sentence) -> Iterator[Draft]:
    """ "Globex was bought by Acme", "the takeover of Globex by Acme"."""
    for pattern in (_BOUGHT_BY, _TAKEOVER_BY):
        for match in pattern.finditer(sentence.text):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            buyer = party_after(sentence, end, 30)
            bought = [
                one
                for one in sentence.entities
                if one.end <= start and one.referent.type in ("organization", "product") and not _adds_to_name(sentence, one, start)
            ]
            if buyer is not None and bought and bought[-1].referent is not buyer.referent:
                yield _draft(sentence, "acquires", "<company> bought by <company>", buyer, bought[-1], start, buyer.end)


def _adds_to_name(sentence: Sentence, one: EntityMention, end: int) -> bool:
    """True for a name in what is said of another: the goods of "Acme, the maker of Widget bags, agreed to be acquired"."""
    opened = re.search(r"[\w.’'], (?:the|an?) [^,]*$", sentence.between(sentence.start, one.start))
    return opened is not None and "," in sentence.between(one.end, end)


_BID_FROM = re.compile(
    r"\b(?:bid|offer|approach|takeover|swoop)(?: bid| offer| approach| proposal)? (?:from|by) (?:the )?(?:(?:rival|bidder|suitor|US|UK|French|German|American|British|Japanese|Chinese|turnaround|private equity|investment) )?(?:[a-z][\w-]* ){0,3}$"
)
_REFUSED = re.compile(
    r"\b(?:reject\w*|rebuff\w*|turn(?:ed|s) down|spurn\w*|accept\w*|slam\w*|back(?:ed|s)|recommend\w*|dismiss\w*|fend\w* off|fought off|receiv\w*|agreed to|fac(?:ed|es|ing)|lost its fight\b[^.;]{0,60}?\baccepted) "
)
_BID_OF = re.compile(r"'s? (?:[\w$£€.,-]+ ){0,4}?(?:bid|offer|approach|takeover)\b")


def _bids(sentence: Sentence) -> Iterator[Draft]:
    """ "Globex rejected a £7bn bid from Acme", "Globex accepted Acme's offer": Acme means to buy Globex."""
    for refused in _REFUSED.finditer(sentence.text):
        start = sentence.start + refused.start()
        targets = [one for one in sentence.entities if one.referent.type == "organization" and one.end <= start]
        for bidder in sentence.entities:
            if bidder.referent.type != "organization" or not start < bidder.start < start + 130 or not targets or bidder.referent is targets[0].referent:
                continue
            if _BID_FROM.search(sentence.between(start, bidder.start)) or _BID_OF.match(sentence.between(bidder.end, sentence.end)):
                draft = _draft(sentence, "acquires", "<company> refuses or accepts the bid of <company>", bidder, targets[0], start, bidder.end)
                yield replace(draft, outlook="plan", negated=False)
                return


def _pairs(sentence: Sentence) -> Iterator[Draft]:
    """ "Acme and Globex agreed to merge"."""
    match, predicate, rule = _PAIR.search(sentence.text), "merges", "<company> and <company> merge"
    if match is None:
        match, predicate, rule = _TOGETHER.search(sentence.text), "partners", "<company> and <company> join"
    if match is None:
        return
    start = sentence.start + match.start()
    parties = [one for one in sentence.entities if one.end <= start and one.referent.type == "organization"]
    for one, other in zip(parties, parties[1:], strict=False):
        if re.fullmatch(r",? and (?:[\w'-]+ ){0,3}", sentence.between(one.end, other.start)):
            yield _draft(sentence, predicate, rule, one, other, one.start, sentence.start + match.end())
            return


_A_SHARE = re.compile(r"(?: (?:in|of) (?:cash|stock|cash and stock|shares))?[ -](?:(?:a|per|each|for each|for every)[ -]|apiece\b)(?:[\w-]+ ){0,2}?(?:share|ADS|ADR|unit)?")


def _is_price(sentence: Sentence, mention: QuantityMention) -> bool:
    """True for an amount of money that a company can cost: not what is paid for one share."""
    return mention.quantity.unit_type == "currency" and not _A_SHARE.match(sentence.between(mention.end, sentence.end))


def _draft(
    sentence: Sentence, predicate: str, rule: str, subject: EntityMention, object: EntityMention, start: int, end: int
) -> Draft:
    outlook: Outlook | None = None
    around = sentence.between(max(sentence.start, start - 70), end)
    firm = predicate in ("partners", "contracts", "invests")
    open = re.match(r"(?:bid|offer|to be|be)\b", sentence.between(start, end), re.IGNORECASE) is not None
    if stance(sentence, start) is not None or not firm and (open or _PLAN.search(around) and not _DONE.search(around)):
        outlook = "plan"
    price = next(
        (
            one
            for one in sentence.quantities
            if _is_price(sentence, one)
            and one.start >= end
            and _PRICE.search(sentence.between(end, one.start)[-60:])
        ),
        None,
    )
    if price is None and predicate == "acquires":
        price = next(
            (one for one in sentence.quantities if _is_price(sentence, one) and start - 60 < one.start < end and _BID_OF_PRICE.match(sentence.between(one.end, sentence.end))),
            None,
        )
    if price is None and predicate == "contracts":
        price = next(
            (one for one in sentence.quantities if one.quantity.unit_type == "currency" and start <= one.start < end),
            None,
        )
    period, period_end = event_period(sentence, end)
    following = sentence.reading.sentences[sentence.index + 1 :]
    if price is None and predicate in ("acquires", "divests", "merges"):
        price = next(
            (
                one
                for later in following
                for one in later.quantities
                if _is_price(later, one)
                and (_LATER_PRICE.match(later.text) or later.index - sentence.index < 3 and _DEAL_OF.match(later.between(one.end, later.end)))
            ),
            None,
        )
    if predicate in ("acquires", "divests", "merges") and outlook == "plan":
        closing = next((later for later in [sentence, *following] if _LATER_CLOSE.search(later.text)), None)
        if closing is not None:
            close = _LATER_CLOSE.search(closing.text)
            assert close is not None
            due, due_end = event_period(closing, closing.start + close.end())
            period, period_end = (due, due_end if closing is sentence else 0) if due else (period, period_end)
    source, stated = attributed(sentence, start, subject, object)
    return Draft(
        kind="deal", predicate=predicate, subject=subject, object=object, rule=rule, start=min(start, object.start), end=max(end, object.end),
        quantity=price.quantity if price else None, period=period if predicate != "partners" else None, outlook=outlook,
        negated=negated(sentence, start), said=source, stated=stated, confidence=0.75,
    )  # fmt: skip
