"""Markets: an organisation and a place it enters, expands or operates in, produces in, aims at or leaves.

"Acme will enter Mexico in May" is `enters`, place Mexico, outlook `plan`; "Acme does not sell its phones in Norway" is
`operates`, negated. That a company is merely located somewhere is no claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.attribution import attributed
from extractor.claims.draft import Draft
from extractor.claims.slots import actor, event_period
from extractor.claims.where import as_place
from extractor.context import negated, stance
from extractor.mentions.types import EntityMention
from extractor.reading import Reading, Sentence
from extractor.record import Outlook

_THE = r"(?:(?:[\w-]+ ){0,4}(?:countries|markets|cities|regions|states|places|provinces),? (?:including|such as|like|among them|notably|across|throughout|in) |(?:[\w-]+ ){0,2}(?:countries|markets|cities|states): )?(?:the |its |mainland |all of |parts of |neighbou?ring |nearby |southern |northern |eastern |western |[a-z]+ and )?$"
# (predicate, rule, pattern of the words from the cue to right before the place; the place follows)
_CUES: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (predicate, rule, re.compile(f"(?:{pattern}){_THE}", re.IGNORECASE))
    for predicate, rule, pattern in (
        ("exits", "<company> leaves <place>",
         r"\b(?:exit(?:s|ed|ing)?|pull(?:s|ed|ing)? out (?:of|from)|withdr[ae]w(?:s|n|ing)? from|(?:withdr[ae]w(?:s|n|ing)? from|pull(?:s|ed|ing)? out of|exit(?:s|ed|ing)?) (?:[\w-]+ ){1,5}?in|leav(?:e|es|ing) the|(?:is|are|will|to|would) leav(?:e|ing)|quit(?:s|ting)?|exit(?:s|ing)? from|(?:end|stop|halt|ceas|suspend|discontinu)\w* (?:[\w-]+ ){0,3}(?:sales|operations|production|calling|selling|trading|serving|flying|flights|services?|deliver(?:ies|ing)|shipping|shipments)(?: (?:[\w-]+ ){0,4})?(?:in|at|to|from)|abandon\w*) "),
        ("enters", "<company> enters <place>",
         r"\b(?:enter(?:s|ed|ing)?|mov(?:e|es|ed|ing) into|expan(?:d|ds|ded|ding) into|(?:entry|foray|move) into|establishment in|debut(?:s|ed|ing)? in|(?:break(?:s|ing)?|broke) into|expansion into|arrival in|(?:set(?:s|ting)? up|establish(?:es|ed|ing)?) (?:a|an|its) (?:[\w-]+ ){0,5}?(?:subsidiary|(?:sales|representative) office) in|launch(?:es|ed|ing)? (?:its |their |a |the )?(?:[\w-]+ ){0,5}in|make its debut in|push into|(?:will|to|plans to) open in|(?:will|should|to|set to|due to|expected to) (?:land|arrive|start|launch|go live|go on sale) in|arriv(?:es|ed|ing) in|(?:beg[aiu]n|begins|beginning|start(?:s|ed|ing)?) (?:shipping|selling|sales|deliveries|operations|service|flights|flying|operating|trading)(?: [\w-]+){0,3}? (?:to|in)|roll(?:s|ed|ing)? (?:it |them )?out (?:[\w-]+ ){0,4}?(?:in|to|across)|set(?:s|ting)? up shop in|introduc(?:e|es|ed|ing) (?:[\w-]+ ){1,5}(?:to|in)|bring(?:s|ing)? (?:its|their) (?:[\w-]+ ){1,4}to|(?:open|opens|opened|opening) (?:its|their|a) first (?:[\w-]+ ){1,4}in) "),
        ("produces", "<company> makes <product> in <place>",
         r"(?<![\w-])(?:produc(?:e|es|ed|ing)|manufactur(?:e|es|ed|ing)|assembl(?:e|es|ed|ing)|(?:build|builds|built|building)(?! (?:a|its|their|up))|mak(?:e|es|ing)) (?!(?:[\w-]+ ){0,4}(?:plant|factory|store|money|sense|inroads|progress|gains?|history|use|headway|acquisition|anyone|everyone|it|him|them))(?:(?!because|that|are\b|is\b|was\b|part of)[^,;.]){0,45}?\bin |\b(?:build(?:s|ing)?|built|open(?:s|ed|ing)?|construct(?:s|ed|ing)?|set(?:s|ting)? up) (?:an?|its|their|another|one|two|three|\d+) (?:[\w$€£.,-]+ ){0,5}?(?:plants?|factor(?:y|ies)|mills?|assembly lines?|refiner(?:y|ies)|brewer(?:y|ies)) in |\b(?:has|have|with|operates?|runs?|owns?) (?:[\w,-]+ ){0,4}?(?:factor(?:y|ies)|plants?|mills?|assembly lines?|(?:production|manufacturing) (?:sites?|facilit(?:y|ies))) in "),
        ("expands", "<company> expands in <place>",
         r"\b(?:expand(?:s|ed|ing)?(?! (?:by )?[\d$€£])|expansion|grow(?:ing)? (?:its |their )?(?:sales|business|presence|operations)|boost(?:s|ed|ing)? (?:its |their )?(?:sales|presence)|strengthen(?:s|ed|ing)? (?:its |their )?(?:presence|position|business)|increas(?:e|ed|ing) (?:its |their )?presence|double (?:its |their )?(?:sales|presence)) (?:[\w-]+ ){0,5}?(?:in|across|throughout|to|both in) "),
        ("expands", "<company> opens <sites> in <place>",
         r"\b(?:open(?:s|ed|ing)?|add(?:s|ed|ing)?) (?:(?:another|a further|an additional|up to|about|around|as many as|at least|more than|over|nearly|between|some) )?[\w,.-]+ (?:(?:to|and|or) [\d,.]+ )?(?:[a-z-]+ ){0,3}?(?:stores|shops|outlets|branches|restaurants|hotels|hypermarkets|supermarkets|showrooms|malls|dealerships|clinics|offices|locations) (?:in|across|throughout) "),
        ("targets", "<company> targets <place>",
         r"\b(?:target(?:s|ed|ing)?|attack(?:s|ed|ing)?|is eyeing|eyes|eyeing|set(?:s|ting)? (?:its )?sights on|aim(?:s|ed|ing)? at|tap(?:ping)?(?: into)?|focus(?:es|ed|ing)? on|push(?:ing)? for growth in|look(?:s|ing)? to|seek(?:s|ing)? (?:to (?:grow|sell|expand) in|customers in)|seek to extend its field of action to) "),
        ("operates", "<company> operates in <place>",
         r"\b(?:operat(?:e|es|ed|ing)|(?:is|are)(?: already)? (?:up and running|active|present|on sale|available|sold)|(?:has|have|with) (?:[\w,-]+ ){0,4}?(?:operations|presence|stores|shops|customers|outlets|branches|restaurants|subsidiaries|offices|subscribers|dealers|hotels)|sell(?:s|ing)? (?!(?:[\w%.-]+ ){0,5}(?:unit|stake|business|division|shares))[^,;.]{0,50}?|market(?:s|ed|ing) (?:its|their) [^,;.]{0,30}?|suppl(?:y|ies|ied) (?:[\w-]+ ){1,5}|(?:exports?|ships)(?: [^,;.]{1,30})?(?= to )|run(?:s|ning)? [\d,.]+ (?:[\w-]+ ){1,3}|operates [\d,.]+ (?:[\w-]+ ){1,3}|serves? (?:[\w,.-]+ ){1,4}|(?:stores|shops|customers|outlets|branches|restaurants|hotels)) ?(?:in|across|throughout) |\b(?:exports?|ships) (?:[^,;.]{1,30} )?to "),
    )
)  # fmt: skip
_GROWS = re.compile(r"\b(?:expand|increas|boost|grow|rais|doubl|ramp)(?:e|es|ed|ing|s)?(?: up)? (?:its |their )?$")  # "expand manufacturing in"
_BIGGEST = re.compile(
    r"^,? (?:which is |is |was |has become |remains |by far |still |now )*(?:Acme|its|the company's|[A-Z][\w&.]+'s) (?:second[- ]|third[- ])?(?:biggest|largest|main|most important|key|fastest-growing|home) market"
)
_STRUGGLES = re.compile(r"^,? .{0,40}?\b(?:has|have) (?:grappled|struggled|faced|expanded|grown|gained|lost)\b")
_WHERE_IT = r"^(?:,? an? (?:country|market|city|region|state))?,? where (?:it|its|they|their|the (?:company|group|firm|brand|bank|carrier|maker)|[A-Z][\w&.-]*)"
_MAKES_THERE = re.compile(
    _WHERE_IT + r" (?:also |already |now )?(?:(?:has|operates|owns|runs) (?:[\w-]+ ){0,4}?(?:plants?|factor(?:y|ies)|brewer(?:y|ies)|mills?)|makes|builds|produces|assembles)\b"
)
_SALES_THERE = re.compile(
    _WHERE_IT + r"[\w' ]{0,40}?\b(?:sales|customers|stores|business|shops|branches|outlets|restaurants|hotels|sells|sold|operates|(?:is|has been) (?:present|active)|competes)\b"
)
_WHICH_IT = r"^n?(?: market)?,? (?:(?:from )?which|an? (?:market|country)(?: that| which)?) (?:it|the (?:company|group|firm|bank|carrier|retailer|brand|chain)|[A-Z][\w&.-]*(?: [A-Z][\w&.-]*)?) (?:has |had )?"
_LEFT_IT = re.compile(_WHICH_IT + r"(?:left|quit|exited|abandoned|withdrew from|pulled out(?: of)?|withdrew)\b")
_ENTERED_IT = re.compile(_WHICH_IT + r"(?:entered|moved into|expanded into)\b")
_ADJECTIVE_MARKET = re.compile(r"^(?:n)? (?:\w+ )?(?:market|consumers|customers|buyers)\b")


def find(reading: Reading) -> Iterator[Draft]:
    """The market claims of an article."""
    for sentence in reading.telling:
        seen: set[tuple[str, str]] = set()
        for place in sentence.entities:
            if place.referent.type != "place":
                continue
            for draft in _of_place(sentence, place):
                key = (draft.predicate, place.referent.name)
                if key not in seen:
                    seen.add(key)
                    yield draft


def _of_place(sentence: Sentence, place: EntityMention) -> Iterator[Draft]:
    """The claim that a place makes with the cue before it; a coordination shares the cue of its first place."""
    first = _first_of_list(sentence, place)
    before = sentence.between(max(sentence.start, first.start - 110), first.start)
    after = sentence.between(place.end, sentence.end)
    for predicate, rule, pattern in _CUES:
        matches = list(pattern.finditer(before))
        if not matches:
            continue
        match = matches[-1]
        if predicate == "produces" and _GROWS.search(before[: match.start()]):
            continue
        if (
            predicate in ("targets", "enters")
            and not re.search(r"\bin $| into $| to $", before)
            and place.text != place.referent.name
            and not _ADJECTIVE_MARKET.match(after)
        ):
            continue
        if re.match(
            r"(?:-based|'s (?:largest|biggest|president|government))| (?:Stock|stock|government|carrier|company|firm|army|regulators?|court)",
            after,
        ):
            continue
        start = first.start - len(before) + match.start()
        yield from _made(sentence, place, predicate, rule, start, place.end, 0.75)
        break
    else:
        yield from _told_after(sentence, place, before, after)
    if left := _LEFT_IT.match(after):
        end = place.end + left.end()
        yield from _made(sentence, place, "exits", "<place>, which <company> left", end - 1, end, 0.75)
    elif entered := _ENTERED_IT.match(after):
        end = place.end + entered.end()
        yield from _made(sentence, place, "enters", "<place>, which <company> entered", end - 1, end, 0.75)
    last = _last_of_list(sentence, place)
    if makes := _MAKES_THERE.match(sentence.between(last.end, sentence.end)):
        end = last.end + makes.end()
        yield from _made(sentence, place, "produces", "<place>, where <company> makes", end - 1, end, 0.7)


def _told_after(sentence: Sentence, place: EntityMention, before: str, after: str) -> Iterator[Draft]:
    """The claim that a place makes with the words after it, where none stand before it."""
    last = _last_of_list(sentence, place)
    if (biggest := _BIGGEST.match(after)) and not any(
        place.end <= one.start < place.end + biggest.end() and one.referent.type == "place" for one in sentence.entities
    ):
        end = place.end + biggest.end()
        yield from _made(sentence, place, "operates", "<place>, <company>'s biggest market", place.start, end, 0.8)
    elif re.search(r"(?:^|, )In (?:the )?$", before) and (struggles := _STRUGGLES.match(after)):
        end = place.end + struggles.end()
        yield from _made(sentence, place, "operates", "in <place>, <company> has <verb>", place.start, end, 0.65)
    elif sells := _SALES_THERE.match(sentence.between(last.end, sentence.end)):
        yield from _made(sentence, place, "operates", "<place> where <company>'s sales", place.start, last.end + sells.end(), 0.7)


_LISTED = r"(?:,|,? (?:and|or|as well as)(?:,? (?:especially|particularly|notably|mainly|now|later|also|then),?)?(?: in)?) (?:the )?"


def _first_of_list(sentence: Sentence, place: EntityMention) -> EntityMention:
    first = place
    for other in reversed(
        [one for one in sentence.entities if one.referent.type == "place" and one.end <= place.start]
    ):
        if not re.fullmatch(_LISTED, sentence.between(other.end, first.start)):
            break
        first = other
    return first


def _last_of_list(sentence: Sentence, place: EntityMention) -> EntityMention:
    last = place
    for other in [one for one in sentence.entities if one.referent.type == "place" and one.start >= place.end]:
        if not re.fullmatch(_LISTED, sentence.between(last.end, other.start)):
            break
        last = other
    return last


def _made(
    sentence: Sentence, place: EntityMention, predicate: str, rule: str, start: int, end: int, confidence: float
) -> Iterator[Draft]:
    subject = actor(sentence, start)
    if subject is None or subject.referent is place.referent:
        return
    verb = sentence.token(start)
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.pos_ == "NOUN" and sentence.entity_at(verb.head) is None:
        return  # "talks with a firm operating in Spain"
    how = None if rule.startswith("<place>, ") else stance(sentence, start)  # an aside is told as fact
    outlook: Outlook | None = None
    if predicate != "targets" and how is not None:
        outlook = (
            "target"
            if how == "goal"
            else "forecast"
            if how == "expect" and predicate not in ("enters", "expands", "produces")
            else "plan"
        )
    if sentence.text.endswith("?"):
        return
    denied = (
        predicate == "operates"
        and not rule.startswith("<place>")
        and negated(sentence, start)
        or bool(
            re.search(
                r"\b(?:no longer|does not|do not|has no|not yet)\b",
                sentence.between(max(sentence.start, start - 25), start + 8),
            )
        )
    )
    if negated(sentence, start) and predicate in ("exits", "enters") and re.search(
        r"\b(?:denied|denies|denying|dismissed|ruled out|rules out|no (?:plans?|intention))\b", sentence.between(sentence.start, start)
    ):
        denied, outlook = True, None
    elif predicate in ("enters", "expands") and denied or re.search(r"\bwill .{0,60}\?$", sentence.text):
        return
    source, stated = attributed(sentence, start, subject)
    period, period_end = event_period(sentence, end)
    dating = sentence.reading.dating
    if outlook is None and predicate in ("enters", "exits", "expands") and period and dating and period.start and period.start > dating.end:
        outlook = "plan"
    yield Draft(
        kind="market", predicate=predicate, subject=subject, rule=rule, start=min(start, place.start), end=max(end, period_end), place=as_place(place),
        product=_product(sentence.between(start, place.start)) if predicate in ("produces", "enters", "operates") else None, period=period, outlook=outlook, negated=denied, said=source, stated=stated, confidence=confidence,
    )  # fmt: skip


_NO_PRODUCT = re.compile(
    r"^(?:them|it|these|(?:its )?debut)$"
    r"|\b(?:facilit(?:y|ies)|plants?|factor(?:y|ies)|mills?|refiner(?:y|ies)|brewer(?:y|ies)|assembly lines?|footprint|subsidiar(?:y|ies)|operations?|sites?|bases?|hubs?|capacity|networks?)$"
)


def _product(words: str) -> str | None:
    """What is made or sold there: the object between the verb and the place."""
    match = re.match(
        r"(?:produc\w+|manufactur\w+|assembl\w+|build\w*|mak(?:e|es|ing)|introduc\w+|launch\w*|sell\w*|market\w*)\s(?:its |their |the |a |an )?(?!through\b|in\b|and\b)([\w -]{3,50}?)\s(?:in|to|across|into)\b",
        words,
    )
    return match.group(1) if match and not _NO_PRODUCT.search(match.group(1)) else None
