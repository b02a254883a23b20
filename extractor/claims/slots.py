"""Slots that the event-like kinds share: who acts, the party that follows, the period of an event."""

from __future__ import annotations

import re

from extractor.claims.focus import is_source, main_of
from extractor.lexicon import forms_of
from extractor.mentions.control import made_to_do
from extractor.mentions.counted import lemma
from extractor.mentions.sources import is_named_as_source
from extractor.mentions.types import EntityMention, PeriodMention
from extractor.reading import FINITE, Sentence
from extractor.record import Period
from extractor.tokens import Token

# who is somebody's and yet acts for itself: "its rival went public"
_OTHERS = frozenset(
    "rival competitor partner owner parent supplier customer client shareholder investor union founder boss chief executive chairman director manager "
    "spokesman spokeswoman government regulator lender creditor adviser lawyer worker employee minister".split()
)
_ANNOUNCED = forms_of("add", "announce", "confirm", "disclose", "pledge", "promise", "reveal", "say", "tell", "warn")
_PARTIES = ("organization", "product")
_SAYING = re.compile(r"\b(?:said|says|told|announc\w+|disclosed|revealed|reported|statement|filing|report)\b[^,;]{0,30}$", re.IGNORECASE)


def actor(sentence: Sentence, position: int) -> EntityMention | None:
    """Who does what the word at a position says: its subject, its owner, else the organisation the sentence opens with."""
    found = _subject(sentence, position)
    if found is not None:
        return found
    before = [one for one in sentence.entities if one.referent.type in _PARTIES and one.end <= position and not _names_owner(sentence, one)
              and not _TOLD.search(sentence.between(max(sentence.start, one.start - 40), one.start))
              and not is_named_as_source(sentence.text, one.start - sentence.start, one.end - sentence.start)
              and sentence.reading.is_quoted(one.start) == sentence.reading.is_quoted(position)
              and not sentence.is_apart(one.start, position)]  # fmt: skip
    owner = (
        before[-1]
        if before and re.fullmatch(r"(?:'s?)?\s(?:[\w-]+\s){0,3}", sentence.between(before[-1].end, position))
        else None
    )
    if owner is not None:
        return owner
    organizations = [one for one in before if one.referent.type == "organization" and not _PART_OF.search(sentence.between(sentence.start, one.start))]
    if organizations:
        return organizations[-1]
    if any(one.end <= position and _names_owner(sentence, one) for one in sentence.entities):
        return None
    return _told_of_before(sentence) or sentence.reading.first_mention(main_of(sentence.reading))


def _told_of_before(sentence: Sentence) -> EntityMention | None:
    """Of whom the paragraph tells up to this sentence, in a roundup: the subject of the sentence before, where the article's main organisation is left out."""
    main, before = main_of(sentence.reading), sentence.previous
    subject: EntityMention | None = None
    while before is not None and before.paragraph == sentence.paragraph and not before.in_title:
        named = [one for one in before.entities if one.referent.type == "organization"]
        if any(one.referent is main for one in named):
            return None
        subject = subject or next((one for one in named if one.via != "coreference" and not is_source(before, one) and sentence.token(one.end - 1).dep_ in ("nsubj", "nsubjpass")), None)
        before = before.previous
    return subject


# who is told something does not do it: "told the Herald that it would"
_TOLD = re.compile(r"\b(?:told|tells|telling|interview (?:with|on|in|to)|spoke to|speaking (?:to|on|with)|according to(?: (?:data|figures|research|estimates|analysts) (?:from|by|at))?) (?:the )?$")
_PART_OF = re.compile(r"\b(?:division|unit|part|subsidiary|arm|branch|offshoot|out) of (?:the )?(?:former )?$")


def _names_owner(sentence: Sentence, one: EntityMention) -> bool:
    """True for "Acme owner Globex" and "the Acme parent": Acme does nothing here itself."""
    return bool(re.match(r" (?:owner|parent|maker|operator|publisher)\b", sentence.between(one.end, sentence.end)))


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb or of the one that it completes or is joined to; for "which" and "who" what they stand for."""
    for _ in range(6):
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.i < verb.i:
                return antecedent(child, verb) or child
        if (made_to := made_to_do(verb)) is not None:
            return made_to
        if verb.dep_ in ("relcl", "acl") and verb.tag_ in ("VBG", "VBN"):
            return verb.head
        if verb.dep_ in ("relcl", "acl") and verb.tag_ == "VB" and verb.head.dep_ == "attr" and verb.head.pos_ == "ADJ":
            verb = verb.head.head  # "the Leeds shop will be the first to open"
            continue
        if verb.dep_ not in ("xcomp", "conj", "aux", "auxpass", "ccomp", "acomp", "advcl", "dep"):
            return None
        verb = verb.head
    return None


def antecedent(pronoun: Token, verb: Token) -> Token | None:
    """The noun that a relative pronoun stands for."""
    if pronoun.lower_ == "that" and verb.dep_ == "ccomp" and pronoun.i + 2 < verb.i and pronoun.nbor(-1).pos_ in ("NOUN", "PROPN"):
        return pronoun.nbor(-1)  # "phones that analysts expect will launch in May"
    if pronoun.tag_ not in ("WDT", "WP"):
        return None
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.head if verb.dep_ in ("relcl", "acl", "ccomp") and verb.head.i < pronoun.i else None


def _subject(sentence: Sentence, position: int) -> EntityMention | None:
    first = token = sentence.token(position)
    told_before = first.dep_ == "acl" and first.tag_ == "VBN"  # "Under a plan announced in May, Acme will": not by Acme, perhaps
    below = first
    for _ in range(8):
        for child in token.children:
            if (told_before or below.dep_ == "ccomp") and child.dep_ == "nsubj" and child.i > first.i:
                continue  # "is set to announce it on Monday, the agency reported"
            if child.dep_ == "nsubj" and (noun := antecedent(child, token)) is not None:
                found = sentence.entity_at(noun)
                if found is not None and found.referent.type in _PARTIES:
                    return found
            if child.i < token.i and (child.dep_ == "nsubj" or child.dep_ == "nsubjpass" and below.dep_ == "xcomp" and token.lower_ in _SET_TO) or child.dep_ == "poss":
                # "Acme's contract expires": what is Acme's counts as Acme
                owners = [] if lemma(child.lower_) in _OTHERS else [owner for owner in child.lefts if owner.dep_ == "poss"]
                for word in (child, *owners):
                    found = sentence.entity_at(word)
                    if found is not None and found.referent.type in _PARTIES and not _names_owner(sentence, found):
                        return found
        if token.head.i == token.i:
            return None
        below, token = token, token.head
    return None


# "is set to announce": who is set does it
_SET_TO = frozenset("set slated scheduled expected due poised tipped".split())


# "the current 9 percent": what is now, whatever is wished for
IS_CURRENT = re.compile(r"\b(?:from|than|with|against|to|over|above|below) (?:the|its|their) (?:current|present|existing) (?:level of |rate of )?(?:about |around |some |roughly )?$")
# "bought it in a deal announced in May", "a premium to Friday's close": the time of something else
_OF_ANOTHER_EVENT = re.compile(
    r"(?:\b(?:announced|unveiled|disclosed|revealed|signed|struck|first reported)"
    r"|, (?:first )?(?:opened|built|founded|established|acquired|bought|completed|launched|inaugurated|started|created))(?: back| earlier| late)?(?: in| on)? $"
)
_OF_PRICE = re.compile(r"['’]s (?:clos|share|market|trading|session|finish|price)")


def event_period(sentence: Sentence, position: int, reach: int = 70) -> tuple[Period | None, int]:
    """When an event happened or is due: the period after it, else before it, in its clause; with the end of its words."""
    for one in sentence.periods:
        if (
            one.start >= position
            and one.start - position <= reach
            and not sentence.is_apart(position - 1, one.start)
            and _is_date(sentence, one.start, one.period, one.comparison)
            and not _OF_ANOTHER_EVENT.search(sentence.between(position, one.start))
            and not _OF_PRICE.match(sentence.between(one.end, one.end + 12))
        ) and not re.search(
            r"[;:]|\b(?:while|but|compared|from|after|which)\b|, (?:up|down|will|plans?|is)\b|\band (?:will|plans?|is|expects?)\b",
            sentence.between(position, one.start),
        ):
            follows = sentence.token(one.end + 1)
            if _FRONTS_NEXT.search(sentence.between(position, one.start)) and (follows.tag_ in FINITE or follows.lower_ in _SUBJECTS):
                continue  # "is selling Acme and in April agreed to buy Globex"
            return one.period, one.end
    for one in reversed(sentence.periods):
        if (
            one.end <= position
            and position - one.end <= 110
            and not sentence.is_apart(one.start, position)
            and _is_date(sentence, one.start, one.period, one.comparison)
            and not is_of_saying(sentence, one, position - 1)
            and not _EFFECTIVE.search(sentence.between(max(sentence.start, one.start - 30), one.start))
        ):
            if _AND_SAID.search(sentence.between(one.end, position)):
                return None, 0
            dating = sentence.reading.dating
            past = dating is not None and one.period.end is not None and one.period.end < dating.end
            return (None, 0) if past and _AND_PLANS.search(sentence.between(one.end, position)) else (one.period, 0)
    return None, 0


def is_of_saying(sentence: Sentence, one: PeriodMention, position: int) -> bool:
    """True for the day, week or month when what stands at a position was said: "last month said it would shut two factories"."""
    if one.period.grain not in ("day", "week", "month") or sentence.words.isdisjoint(_ANNOUNCED):
        return False
    if one.end < position and _THEN_SAID.match(sentence.between(one.end, position)):
        return True  # "and in July Acme revealed that the field had started production"
    above = sentence.head(one.start, one.end)
    for _ in range(3):
        if above.pos_ in ("VERB", "AUX"):
            break
        above = above.head
    if above.lower_ not in _ANNOUNCED:
        return False
    below = sentence.token(position)
    while below.head.i not in (below.i, above.i):
        below = below.head
    if below.head.i != above.i or _is_done_today(one, below):
        return False
    # "announced plans to open 40 stores", but "announced 300 job cuts in May"
    return below.dep_ in ("ccomp", "xcomp") or below.dep_ == "dobj" and any(child.dep_ in ("acl", "relcl") for child in below.children)


_THEN_SAID = re.compile(r",? (?:[\w&.'-]+ ){1,5}?(?:announced|revealed|confirmed|disclosed|reported|said|added|warned) that ")


def _is_done_today(one: PeriodMention, told: Token) -> bool:
    """True for what is announced as done on the day of the news itself: "today announced it has completed the purchase"."""
    perfect = told.tag_ == "VBN" and any(child.lower_ in ("has", "have") for child in told.children)
    return perfect and told.dep_ == "ccomp" and one.period.text.casefold() == "today"


_SUBJECTS = frozenset({"it", "they", "he", "she"})
_FRONTS_NEXT = re.compile(r"\band (?:in |on |at |late |early |earlier |back in )*$")
# "named Jane Roe as chief executive, effective April 1, and will leave Spain"
_EFFECTIVE = re.compile(r"\b(?:effective|with effect) (?:on |from |as of )?$")
# "named a new chief on Monday and said it would leave Spain"
_AND_SAID = re.compile(r"\band (?:also )?(?:said|announced|added|warned|confirmed|revealed)\b")
# "sold 56,000 cars in 2015 and will open a factory": not in 2015
_AND_PLANS = re.compile(r"\band (?:it |now |also )?(?:will|plan(?:s|ned)?|is (?:to|planning|set)|expects?|intends?|aims?|hopes?|wants?)\b")


def _is_date(sentence: Sentence, start: int, period: Period, comparison: bool) -> bool:
    if comparison or period.start is None or period.end is None or sentence.between(max(sentence.start, start - 6), start) == "since ":
        return False
    return not (period.grain == "day" and _SAYING.search(sentence.between(max(sentence.start, start - 60), start)))
