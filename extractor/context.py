"""Modality and negation: is it told as fact, as an aim, as an expectation, or denied? Read once, for all kinds.

The cues are words that govern the one that carries the claim ("plans to sell", "expects sales to rise", "will open").
Governance is read off the parse, and where the small model's parse breaks, off the words before it in the clause.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import Literal

from extractor.lexicon import forms_of, rows, verb_forms
from extractor.reading import Sentence
from extractor.record import Outlook
from extractor.tokens import Token

Stance = Literal["goal", "intent", "expect", "future"]

# measures that a company decides rather than awaits
_DECIDED = frozenset(
    {"investment", "sites", "jobs", "employees", "capacity", "dividend", "price", "stake", "funding", "other"}
)
# what begins a clause of its own: a cue before it does not reach over it
_CLAUSE = re.compile(
    r"[;:](?![^(]*\))| - | -- | – |—|, (?:but|while|whereas|although|though|after|as|when|where|which|who|sending|pushing|driving|lifting|and (?:it|he|she|they))\b"
    r"|\b(?:but|while|whereas|although|though|after|because|when|since|which|who|as (?:he|she|it|they))\b"
)
_ONLOOKERS = frozenset({"analysts", "brokers", "brokerages", "economists", "forecasters", "investors", "market", "markets", "street", "city", "consensus"})
# nouns as often: "a tip", "the model"
_VERBS_ONLY = frozenset({"project", "eye", "want", "guide", "schedule", "wish", "model", "models", "slate", "tip", "tips"})
_FORECASTS = frozenset({"estimates", "expectations", "forecasts", "guidance", "predictions", "projections"})
_SAYING = frozenset({"noted", "mentioned", "added", "remembered", "said", "stressed", "recalled"})
_WILL = frozenset({"will", "would", "shall", "'ll", "\u2019ll", "wo", "should"})
_TELLS = frozenset("comment confirm detail disclose discuss elaborate reveal say specify".split())
_AUXILIARY = re.compile(r"\b(?:will|would(?! have\b)(?! not (?:comment|confirm|detail|disclose|discuss|elaborate|reveal|say|specify)\b)|shall|'ll|is to|are to|(?:is|are|looks?|was|were) set to|(?:on (?:track|course)|poised) (?:to|for)|due to(?! (?:the|a|an|its|their|several|higher|lower|weak\w*|strong\w*|poor|rising|falling|an?)\b)|is about to|should(?! be (?:noted|mentioned|added|remembered|said|stressed))|supposed to)\b")


_ENDS_PHRASE = frozenset({",", ".", ";", ")", "are", "were", "have", "had", "has", "covered", "cover", "from", "of", "in", "with"})
_AFTER_PROJECTS = frozenset({"across", "and", "around", "at", "for", "on", "that", "to", "totalling", "totaling", "under", "which", "worth"})
# words that are cues at times only, besides those of the list
_AT_TIMES = frozenset({"approve", "approves", "approved", "seen", "see"})


def stance_of(token: Token) -> Stance | None:
    """The stance that a word gives what it governs, None if it gives none."""
    stances, phrases = _stances()
    form = token.lower_
    if token.ent_type_ == "ORG" and token.text[0].isupper():
        return None  # the shops called Target
    if token.i and token.nbor(-1).lower_ == "than":
        return None  # "lighter than expected": what was
    if form in _FORECASTS and _is_met(token):
        return None  # "reports a 14 percent rise in sales, beats estimates"
    found = stances.get(form)
    verb = token.pos_ in ("VERB", "AUX") or token.dep_ == "ROOT"
    if form == "plans" and _following(token, 1) in _ENDS_PHRASE:
        return None  # "sells insurance plans, and had 4 percent of the market"
    if form == "projects" and token.tag_ == "NNS" and (_following(token, 1) in _ENDS_PHRASE or _following(token, 1) in _AFTER_PROJECTS):
        return None  # "has projects of 14 GW and 900 employees"
    if found is not None and form in ("agree", "agrees", "agreed") and _following(token, 1) not in ("to", "on", "in"):
        return None  # "with 24 percent, two researchers agreed"
    if found is not None and (verb or form not in _VERBS_ONLY):
        return "expect" if found == "goal" and verb and _is_by_onlookers(token) else found
    if form in phrases and (verb or token.pos_ == "ADJ"):
        found = next((stance for rest, stance in phrases[form] if all(word in ("~", _following(token, n)) for n, word in enumerate(rest, 1))), None)
        # what a company looks for it is after, what analysts look for they expect
        return "expect" if found == "goal" and _is_by_onlookers(token) else found
    if form in ("approve", "approves", "approved") and token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "VBG":
        return "intent"  # "the board approved raising $3m"
    if form == "seen" and any(child.dep_ == "auxpass" for child in token.children) or form == "see" and token.tag_ == "VBP":
        return "expect"
    return None


def _is_met(forecast: Token) -> bool:
    """True for the forecasts that results have met or missed, whatever the parse makes of a headline: "misses analysts' forecasts"."""
    return any(forecast.nbor(-n).lower_ in _meeting() for n in range(1, 1 + min(4, forecast.i)))


def _following(token: Token, n: int) -> str:
    return token.nbor(n).lower_ if token.i + n < len(token.doc) else ""


def _is_by_onlookers(verb: Token) -> bool:
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return subject is not None and subject.lower_ in _ONLOOKERS


@cache
def _stances() -> tuple[dict[str, Stance], dict[str, list[tuple[list[str], Stance]]]]:
    """The stance of each cue in all its forms, and of verbs with what must follow them: the small model's lemmatiser makes "hop" of "hopes"."""
    words: dict[str, Stance] = {}
    phrases: dict[str, list[tuple[list[str], Stance]]] = {}
    for cue, found in reversed(rows("modality")):
        verb, *rest = cue.split()
        for form in verb_forms(verb):
            if rest:
                phrases.setdefault(form, []).append((rest, found))  # type: ignore[arg-type]
            else:
                words[form] = found  # type: ignore[assignment]
    return words, phrases


@cache
def expecting() -> frozenset[str]:
    """The verbs of aims, plans and expectations, each in all its forms."""
    words, phrases = _stances()
    return frozenset(words) | frozenset(phrases)


@cache
def _cues() -> frozenset[str]:
    """The words that may be cues of a stance."""
    return expecting() | _AT_TIMES


# "Acme to invest $2bn": in a headline the infinitive is what will be done
_HEADLINE_TO = re.compile(r"^(?:[A-Z][\w&.'-]*|[a-z]+(?<!s))(?: [\w&.'-]+){0,5} to (?:[a-z]+ly )?$")


# "Acme seeks protection, to shut 41 stores"
# "Firm 'to cut' 400 jobs": the headline quotes what will be
_HEADLINE_QUOTES = re.compile(r"['‘\"“](?:to|will|could|may|set to|plans to) [a-z]+(?: [a-z]+)?['’\"”] (?:about |up to |some |over |another )*$")
_RELATIVE = re.compile(r"\b(?:that|which|who) $")
_HEADLINE_GOES_ON = re.compile(r"[,;] to (?:[a-z]+ly )?[a-z]+ (?:about |up to |some )?$")


def stance(sentence: Sentence, position: int) -> Stance | None:
    """The stance that governs the word at a position, None for plain fact."""
    token = sentence.token(position)
    if sentence.in_title and _HEADLINE_GOES_ON.search(sentence.between(sentence.start, position)):
        return "future"
    if sentence.in_title and _HEADLINE_QUOTES.search(sentence.between(sentence.start, position)):
        return "future"
    if sentence.in_title and token.pos_ in ("VERB", "NOUN") and _HEADLINE_TO.search(sentence.between(sentence.start, position)):
        return "future"
    if "after" in sentence.words and _is_done_before(token) or "having" in sentence.words and _is_done_already(token):
        return None
    if token.tag_ == "VBD" and token.dep_ == "conj" and token.head.tag_ in ("VB", "VBG"):
        return None  # "has been looking to expand and opened a shop in March"
    return _governing(sentence, token) or _before(sentence, position) or ("future" if sentence.in_title and _to_be_done(token) else None)


def _is_done_already(token: Token) -> bool:
    """True for what is told by "having": "is keen to sell, having already sold a 13 percent stake"."""
    return any(child.lower_ == "having" and child.dep_ == "aux" for one in (token, *islice(token.ancestors, 4)) for child in one.helpers)


def _is_done_before(token: Token) -> bool:
    """True for what was done before what is planned: "would be bolder after spending $1bn on takeovers"."""
    for _ in range(4):
        if token.tag_ == "VBG" and token.dep_ == "pcomp":
            return token.head.lower_ == "after"
        if token.pos_ in ("VERB", "AUX"):
            return False
        token = token.head
    return False


def _to_be_done(token: Token) -> bool:
    """True for "Acme sales to reach $2bn": in a headline the infinitive right after a noun is what will be."""
    for verb in (token, *token.ancestors):
        to = next((child for child in verb.children if child.tag_ == "TO"), None) if verb.tag_ == "VB" else None
        if to is not None and to.i and (to.nbor(-1).pos_ in ("NOUN", "PROPN") or to.nbor(-1).text[0].isupper()):
            return True
    return False


def _governing(sentence: Sentence, token: Token) -> Stance | None:
    """The stance of the nearest governing word that takes the token's clause as its complement."""
    current = token
    for _ in range(12):
        helpers = current.helpers
        for child in helpers:
            if child.dep_ in ("aux", "auxpass") and child.lower_ in _WILL:
                # "would have been" tells what was not
                if any(one.lower_ == "have" and one.dep_ == "aux" for one in helpers):
                    return None
                if child.lower_ == "should" and current.lower_ in _SAYING:
                    return None  # "it should be noted that"
                if current.lower_ in _TELLS and any(one.dep_ == "neg" for one in current.children):
                    return None  # "would not say how many of its 400 shops lose money"
                # what should be is hoped, even of what a company decides
                return "expect" if child.lower_ == "should" else "future"
            if child.dep_ == "aux" and child.lower_ in ("may", "might", "could"):
                return "expect"
        found = stance_of(current)
        if found and current.dep_ == "dobj" and current.head.lower_ in _meeting():
            return None  # "beat forecasts with a profit of $3m"
        if found and current.i > token.i and any(one.text == ";" for one in token.doc[token.i : current.i]):
            return None  # "its share is 9 percent; Acme wants 15"
        if found and current.i != token.i and not (current.pos_ == "NOUN" and current.dep_ in ("pobj", "nsubj")):
            return found
        joined = current.dep_ == "conj" and current.pos_ in ("VERB", "AUX")
        if _is_when_it_will(current):
            return "future"
        # "will make cars while employing 300 people": both are to come
        beside = current.dep_ == "advcl" and current.tag_ == "VBG" and current.i > current.head.i and any(child.lower_ == "while" for child in current.lefts)
        if current.head.i == current.i or (current.dep_ in ("advcl", "relcl") and not beside or joined) and current.i != token.i:
            return None
        if not beside and current.dep_ in ("advcl", "relcl") or current.lower_ == "with" and current.head.i > current.i:
            # "With sales of $2bn, Acme plans to …": what it has already
            return None
        if sentence.is_apart(token.idx, current.head.idx):
            return None  # "Acme, the chain with 300 shops in Spain, will open one in Oslo"
        current = current.head
    return None


_WHEN = frozenset({"when", "once", "after", "as", "before", "until"})
_WILL_DO = frozenset({"will", "would", "'ll", "’ll"})


def _is_when_it_will(verb: Token) -> bool:
    """True for the present tense of what is to come: "will cut 300 jobs when it closes two plants"."""
    if verb.dep_ != "advcl" or verb.tag_ not in ("VBZ", "VBP") or not any(child.lower_ in _WILL_DO for child in verb.head.helpers):
        return False
    return any(child.lower_ in _WHEN and child.dep_ in ("advmod", "mark") for child in verb.children)


def _before(sentence: Sentence, position: int) -> Stance | None:
    """The last stance cue before a position in its clause, read off the words."""
    start = sentence.start
    for match in _CLAUSE.finditer(sentence.between(sentence.start, position)):
        start = sentence.start + match.end()
    found: Stance | None = None
    tokens, lows, last = sentence.reading.tokens, sentence.reading.lows, sentence.token(position).i
    first = last if sentence.words.isdisjoint(_cues()) else sentence.token(start).i
    for token in (tokens[i] for i in range(first, last) if lows[i] in _cues()):
        if sentence.is_apart(token.idx, position) or token.dep_ == "relcl" and token.right_edge.i < last and token.head.pos_ == "NOUN":
            continue  # "a write-down on stock that nobody wants and a loss of $3m"
        if '"' in sentence.text and sentence.reading.is_quoted(token.idx) and not sentence.reading.is_quoted(position):
            continue  # '"We expect a better year," she said, adding that sales had doubled'
        cue = stance_of(token)
        following = lows[token.i + 1] if token.i + 1 < len(lows) else ""
        if cue and (following in ("to", "that", "on") or token.tag_ in ("VBZ", "VBP", "VBG") and token.pos_ == "VERB"):
            found = cue
    before = _apart_blanked(sentence, start, position)
    if before.endswith("due to ") and sentence.token(position).pos_ != "VERB":
        # "due to $2bn of charges" gives a cause
        return found
    auxiliary = _AUXILIARY.search(before) if found is None else None
    if auxiliary and _RELATIVE.search(before[: auxiliary.start()]) and "," in before[auxiliary.end() :]:
        return found  # "at the units that will make lifts, revenue fell"
    if auxiliary and not (auxiliary.group().startswith("due to") and sentence.token(start + auxiliary.end() + 1).tag_ != "VB"):
        found = "future"
    return found


def _apart_blanked(sentence: Sentence, start: int, end: int) -> str:
    """The words between two positions, with blanks for the asides that the second does not stand in: what they tell is of another time."""
    text = sentence.between(start, end)
    for first, last in sentence.asides:
        if start < last <= end:
            first = max(first, start)
            text = text[: first - start] + " " * (last - first) + text[last - start :]
    return text


def outlook_of(stance: Stance | None, predicate: str) -> Outlook | None:
    """The outlook of a claim with this predicate under a stance.

    What a company decides (a plant, job cuts) is planned; what it awaits (sales, profit) is forecast or aimed at.
    """
    if stance is None:
        return None
    if stance == "goal":
        return "target"
    if stance == "expect":
        return "forecast"
    if predicate in _DECIDED or predicate in ("share_price", "fine", "cost") and stance == "intent":
        return "plan"  # what a bidder offers a share is his to decide, what shares will cost is not; "plans to save $3bn"
    return "forecast" if stance == "future" else "target"


@cache
def _meeting() -> frozenset[str]:
    """The verbs that tell what came of what was expected."""
    return forms_of("achieve", "beat", "hit", "miss", "top", "meet", "match", "exceed", "reach", "surpass")


@cache
def _denials() -> frozenset[str]:
    return forms_of("deny", "fail", "refuse")


_DENYING = frozenset({"denied", "denies", "denying", "dismissed", "rejected", "ruled", "rules", "no"})
# who rejects a bid does not deny it, who rejects reports of one does
_DENIED = re.compile(
    r"\b(?:denied|denies|denying|ruled out|rules out|no (?:plans?|intention|need)|(?:dismissed|rejected) (?:[\w-]+ ){0,3}"
    r"(?:reports?|claims?|suggestions?|speculation|rumou?rs?|talk|allegations?|accusations?|idea|notion|criticism|calls?|demands?))\b[^.;,]{0,60}$"
)


# "would not rule out a bid"
_OPEN_TO = re.compile(r"(?:\bnot|n['’]t|\bnever) (?:yet |entirely |completely )?rul(?:e|ed|ing) out\b[^.;,]{0,60}$")


def negated(sentence: Sentence, position: int) -> bool:
    """True if the clause of the word at a position is denied ("does not sell", "never", "denied that it would")."""
    if "out" in sentence.words and _OPEN_TO.search(sentence.between(sentence.start, position)):
        return False
    if not sentence.words.isdisjoint(_DENYING) and _DENIED.search(sentence.between(sentence.start, position)):
        return True
    current = below = sentence.token(position)
    if "rather" in sentence.words and _RATHER_THAN.search(sentence.between(sentence.start, position)):
        return True
    if "nor" in sentence.words and _NEITHER.search(sentence.between(sentence.start, position)):
        return True
    for _ in range(8):
        if current.i != below.i and any(child.lower_ in ("whether", "if") for child in below.children):
            return False  # "would not say whether it would cut 300 jobs"
        if any(child.dep_ == "neg" and not _is_of_another(sentence, child, position) for child in current.helpers):
            return not re.search(r"\bnot only\b", sentence.text)
        if current.pos_ == "NOUN" and current.dep_ == "dobj" and current.head.lower_ in _meeting() and stance_of(current):
            return False  # "failed to meet its target of 300 sales": that was the target
        if current.lower_ in _denials() and current.i != below.i and below.dep_ not in ("nsubj", "nsubjpass"):
            return True  # "failed to sell", but not what "may fail"
        if current.head.i == current.i or current.dep_ in ("advcl", "relcl", "ccomp", "conj", "parataxis"):
            return False
        current, below = current.head, current
    return False


def _is_of_another(sentence: Sentence, neg: Token, position: int) -> bool:
    """True for a "no" that only bounds an amount ("no better than $3m"), and a "not" after what it is set against ("$3m, not $4m")."""
    if neg.idx > position:
        return "," in sentence.between(position, neg.idx)
    return _BOUNDED.match(sentence.between(neg.idx, position + 1)) is not None


# "neither Acme nor Globex sells"
_NEITHER = re.compile(r"\b[Nn]either\b[^.;]{0,80}\bnor\b[^.;,]{0,60}$")
# "wants an alliance, rather than an outright purchase of Acme"
_RATHER_THAN = re.compile(r"\brather than (?:[\w-]+ ){0,4}$")
_BOUNDED = re.compile(r"(?:no|not) [a-z]+ than\b|not (?:to )?exceed(?:ing)?\b")


def clause(sentence: Sentence, position: int) -> tuple[int, int]:
    """Start and end of the clause around a position, cut at clause-opening words and punctuation."""
    start, end = sentence.start, sentence.end
    for match in _CLAUSE.finditer(sentence.text):
        if sentence.start + match.start() >= position:
            end = sentence.start + match.start()
            break
        start = sentence.start + match.end()
    return start, end
