"""What the law makes someone pay: fines, damages and settlements, and who it is that pays."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.claims.cues import Cue
from extractor.claims.owner import Nobody, denoted, is_actor
from extractor.claims.slots import subject_of
from extractor.lexicon import forms_of
from extractor.mentions.sources import names_authority
from extractor.mentions.types import EntityMention, QuantityMention
from extractor.reading import Sentence

_HEDGED = r"(?: (?:about|around|nearly|more than|up to|an?|another|a total of|some|at least|damages of|fines? of))*"
_SUIT = r"(?:accusations?|action|allegations?|battle|cases?|charges?|claims?|disputes?|feud|fight|inquir(?:y|ies)|investigations?|lawsuits?|litigation|probes?|row|suits?)"
_NAME = r"(?:the )?[A-Z][\w&.'-]*(?: [A-Z][\w&'-]*){0,3}"
_COMPENSATION = r"(?:damages|compensation|restitution|reparations|punitive damages)"

# "to settle the case", "in damages", "under a settlement": what tells that a sum paid before it is paid by law
_SETTLED = re.compile(
    r"(?: \([^()]{2,20}\))?(?: (?:in|last|this|earlier|back|on) [\w ]{2,20}?)?"
    rf"(?: to (?!(?:settle|resolve|end|close|avoid)\b){_NAME}(?: [a-z]+)?)?,?"
    rf"\s(?:to settle|(?:in|as) (?:[a-z]+ )?(?:fines|penalt(?:y|ies)|{_COMPENSATION})|penalty|settlement"
    r"|(?:under|in|as part of) (?:a|an|the) (?:[\w-]+ ){0,2}settlement"
    rf"|to (?:resolve|end|close|avoid) (?:[\w'.-]+ ){{0,5}}?(?:{_SUIT}|prosecution))\b"
)
_PAYS = re.compile(r"\b(?:paid|pays?|paying|fined)\b")
# "those that were given fines include Acme, which paid $3m"
_PAID = re.compile(r"\b(?:paid|pays?|paying)" + _HEDGED + " $")
_PENALTY = re.compile(r"\b(?:fines?|penalt(?:y|ies)|settlements?)\b")
_PENALTIES = frozenset({"fine", "fines", "penalty", "penalties", "settlement", "settlements"})
# "pleaded guilty and will pay", "settled the suit for", "must pay Acme $3m, a court ruled"
_GUILTY = re.compile(r"\b(?:ple(?:a?d|ads|aded)|found) guilty\b[^.;]{0,60}\bpay" + _HEDGED + " $")
_SETTLES_FOR = re.compile(
    r"\b(?:settl(?:e|es|ed|ing)|resolv(?:e|es|ed|ing)) [^.;]{0,60}?\b(?:allegations?|cases?|charges?|claims?|disputes?|investigations?|lawsuits?|litigation|probes?|suits?)\b(?:(?! and )[^.;]){0,40} (?:for|by paying)" + _HEDGED + " $"
)
_MUST_PAY = re.compile(r"\b(?:must|has to|have to) pay(?: (?:[A-Z][\w&.'-]* ?){1,4})?" + _HEDGED + r" ?$")
ORDERED_TO_PAY = re.compile(
    rf"\b(?:order(?:ed|s)|told|required|forced|sentenced) (?:[^,;.]{{2,40}} )?to pay(?: {_NAME})?(?: out)?{_HEDGED} $"
)
_LAWFUL = frozenset({"guilty", "must", "has", "have", "settle", "settles", "settled", "settling", "resolve", "resolves", "resolved", "resolving"})
_RULED = frozenset({"court", "judge", "jury", "tribunal", "arbitrator", "arbitrators", "ruled", "ruling", "verdict"})

# "will pay the Justice Department $3m"
_PAYS_WHOM = re.compile(rf"\b(?:pays?|paid|paying) (?:the )?(?P<whom>[A-Z][\w&.'-]*(?: (?:of|for|and|[A-Z][\w&'-]*)){{0,5}}){_HEDGED} $")
# who is to get it: "awarded Acme $3m", "won $3m in damages", "is suing Globex for $3m"
_AWARDED = re.compile(rf"\baward(?:ed|s|ing)?(?: {_NAME}| the (?:company|firm|group)| it)?{_HEDGED} $")
_SUED_FOR = re.compile(rf"\b(?:sue[sd]?|suing) (?P<whom>[^,;.]{{2,50}}?) for{_HEDGED} $")
_SOUGHT = re.compile(rf"\b(?:seek(?:s|ing)?|sought|demand(?:s|ed|ing)?|claim(?:s|ed|ing)?|wants?|asks?|asked|asking)(?: for)?{_HEDGED} $")
_GOT = re.compile(rf"\b(?:w[io]ns?|winning|receiv(?:e[sd]?|ing)|collect(?:s|ed|ing)?|secured|obtained){_HEDGED} $")
_IN_DAMAGES = re.compile(rf" (?:(?:in|as|of) (?:\w+ ){{0,2}}?{_COMPENSATION}|settlement)\b")
_FROM_WHOM = re.compile(rf"(?: (?:in|as|of) (?:\w+ ){{0,2}}?{_COMPENSATION}| settlement)? (?:from|against|by) (?:(?:its|the|their|his) (?:[\w-]+ ){{0,3}}?(?:[\w-]+, )?)?")
_FOUND_THAT = re.compile(r"\b(?:found|ruled|said|decided|agreed|concluded)(?: that)? $")
_SUIT_AGAINST = re.compile(rf"\b{_SUIT} against (?:its |the |their )?(?:[a-z-]+ ){{0,2}}$")
# "a $3m lawsuit": what is asked in it is nobody's loss
_OF_SUIT = re.compile(r"[ -](?:[a-z-]+ ){0,2}(?:lawsuit|suit|court case|legal (?:claim|battle|case|action))\b")
_SUING = frozenset({"award", "awarded", "awards", "awarding", "sue", "sues", "sued", "suing"})
_ASKING = frozenset("seek seeks seeking sought demand demands demanded demanding claim claims claimed claiming want wants ask asks asked asking".split())
_DAMAGES = frozenset({"damages", "compensation", "restitution", "reparations"})


def legal_sum(sentence: Sentence, mention: QuantityMention) -> tuple[Cue, str] | None:
    """The words that tell that a sum of money is paid, awarded or sought by law, and the rule; None if none do."""
    words = sentence.words
    head = sentence.between(sentence.start, mention.start)
    after = sentence.between(mention.end, sentence.end)
    found: re.Match[str] | None = None
    if not words.isdisjoint(_LAWFUL):
        ruled = None if words.isdisjoint(_RULED) else _MUST_PAY.search(head)
        if found := _GUILTY.search(head) or _SETTLES_FOR.search(head) or ruled:
            return _cue(sentence, found), "<company> pays <quantity> by law"
    if not words.isdisjoint(_PAY):
        if found := ORDERED_TO_PAY.search(head):
            return _cue(sentence, found), "<company> ordered to pay <quantity>"
        if (found := _PAYS_WHOM.search(head)) and any(
            one.start == sentence.start + found.start("whom") and names_authority(one.referent.name) for one in sentence.entities
        ):
            return _cue(sentence, found), "<company> pays <authority> <quantity>"
        if _SETTLED.match(after) and (found := _PAYS.search(head)):
            return _cue(sentence, found), "<company> paid <quantity> to settle"
        if not words.isdisjoint(_PENALTIES) and (found := _PAID.search(head)) and _PENALTY.search(head, 0, found.start()):
            return _cue(sentence, found), "<company> paid <quantity> in penalties"
    if not words.isdisjoint(_DEALS) and _is_deal_with_authority(sentence, mention, head, after) and (found := _REACHED.search(head)):
        return _cue(sentence, found), "<company> settles with <authority> for <quantity>"
    if not words.isdisjoint(_SUING):
        if found := _SUED_FOR.search(head):
            return replace(_cue(sentence, found), stance="goal"), "<company> is sued for <quantity>"
        if found := None if words.isdisjoint(_RULED) else _AWARDED.search(head):
            return _cue(sentence, found), "<winner> is awarded <quantity>"
    if not words.isdisjoint(_ASKING) and not words.isdisjoint(_DAMAGES) and (found := _SOUGHT.search(head)) and _is_compensation(found, after):
        return replace(_cue(sentence, found), stance="goal"), "<plaintiff> seeks <quantity>"
    return None


def is_of_suit(after: str) -> bool:
    """True for a sum that stands before the suit which asks for it: "lost a $3m lawsuit"."""
    return _OF_SUIT.match(after) is not None


def payer(sentence: Sentence, mention: QuantityMention) -> EntityMention | Nobody | None:
    """Who pays a sum that is paid by law, never the one that gets it; None if no words of the sentence tell who pays or gets it."""
    head = sentence.between(sentence.start, mention.start)
    after = sentence.between(mention.end, sentence.end)
    if found := _SUED_FOR.search(head):
        whom = (sentence.start + found.start("whom"), sentence.start + found.end("whom"))
        return next((one for one in sentence.entities if is_actor(one) and whom[0] <= one.start and one.end <= whom[1]), Nobody.NOBODY)
    if _AWARDED.search(head) or (found := _SOUGHT.search(head) or _GOT.search(head)) and _is_compensation(found, after):
        return _loser(sentence, mention) or Nobody.NOBODY
    verbs = [*_PAY_VERB.finditer(head)]
    return _subject_of_pay(sentence, sentence.start + verbs[-1].start()) if verbs else None


_PAY = forms_of("pay") | {"fined"}
_PAY_VERB = re.compile(r"\b(?:pay|pays|paid|paying)\b")


# "reached a $3m deal with", "agreed a deal totalling $3m with"
_DEALS = frozenset({"deal", "agreement", "accord"})
_REACHED = re.compile(r"\b(?:reach(?:ed|es|ing)?|agree(?:d|s|ing)?|str[iu]ck|strikes|sign(?:ed|s|ing)?|announced|negotiated)\b[^.;]{0,60}$")
_DEAL_BEFORE = re.compile(r"\b(?:deal|agreement|accord) (?:totalling|totaling|of|worth|valued at|for) (?:about |around |nearly |up to |more than )?$")
_DEAL_WITH = re.compile(r"(?P<deal> (?:deal|agreement|accord)(?: - [^-]{3,60} -)?)? with (?:the )?(?=[A-Z])")


def _is_deal_with_authority(sentence: Sentence, mention: QuantityMention, head: str, after: str) -> bool:
    """True for the sum of a deal of which one party is an authority: "the SEC reached a $3m deal with Acme"."""
    told = _DEAL_WITH.match(after)
    if told is None or not told["deal"] and not _DEAL_BEFORE.search(head):
        return False
    other = mention.end + told.end()
    return any(names_authority(one.referent.name) for one in sentence.entities if one.end <= mention.start or one.start == other)


_OWNERS = frozenset({"its", "their", "his", "her"})


def _cue(sentence: Sentence, found: re.Match[str]) -> Cue:
    return Cue(sentence.start + found.start(), sentence.start + found.end(), found.group(), "fine", verb=True)


def _is_compensation(asked: re.Match[str], after: str) -> bool:
    return "damages" in asked.group() or _IN_DAMAGES.match(after) is not None


def _loser(sentence: Sentence, mention: QuantityMention) -> EntityMention | None:
    """The one that a sum is asked or awarded from: "in damages from Acme", "the lawsuit against Acme", "it found that Acme had"."""
    for one in sentence.entities:
        if not is_actor(one) or one.text.casefold() in _OWNERS:
            continue  # "from its partner, Acme"
        if one.start >= mention.end and (
            _FROM_WHOM.fullmatch(sentence.between(mention.end, one.start)) or _FOUND_THAT.search(sentence.between(mention.end, one.start))
        ):
            return one
        if one.end <= mention.start and _SUIT_AGAINST.search(sentence.between(sentence.start, one.start)):
            return one
    return None


# "Acme, which in 2012 paid"
_WHICH = re.compile(r"(?: \([^)]{1,20}\))?, which (?:(?:in|on|last|this|earlier) [\w ]{3,18}? )?(?:has |had |also |itself )*")


def _subject_of_pay(sentence: Sentence, pay: int) -> EntityMention | None:
    """Who pays: the one ordered "to pay", else the subject of the verb."""
    told = next((one for one in reversed(sentence.entities) if is_actor(one) and _WHICH.fullmatch(sentence.between(one.end, pay))), None)
    if told is not None:
        return told
    ordered = next((one for one in sentence.entities if is_actor(one) and sentence.between(one.end, pay) == " to "), None)
    subject = subject_of(sentence.token(pay))
    return ordered or (denoted(sentence, subject) if subject is not None else None)
