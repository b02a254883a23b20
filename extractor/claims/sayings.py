"""What a company said some time ago that it would do: "said in May it was considering a bid" is an announcement of that May."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractor.claims.draft import Draft
from extractor.claims.slots import actor
from extractor.mentions.types import EntityMention, PeriodMention
from extractor.reading import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

# what tells of a forecast or a state, not of an act: "said it would be hurt by", "would fall"
_STATES = frozenset(
    "be have rise fall grow decline increase decrease drop miss exceed reach meet take see need remain continue stay lose earn benefit suffer cost make post report face hit affect help".split()
)
_MULLED = frozenset(
    "considering weighing exploring planning seeking looking preparing interested talks discussing mulling reviewing studying agreed decided buying selling acquiring closing cutting building".split()
)
_OWN = frozenset({"it", "they", "he", "she"})
_LONG_AGO = 4  # days: what is said now is news, not an event that the text looks back on


def said_before(sentence: Sentence) -> Iterator[Draft]:
    """The announcements that a sentence looks back on."""
    if "said" not in sentence.words or sentence.reading.dating is None:
        return
    for verb in sentence.tokens:
        if verb.lower_ != "said" or verb.tag_ != "VBD" or sentence.reading.is_quoted(verb.idx):
            continue
        content = next((child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i), None)
        if content is None or not _is_act(content):
            continue
        period = next((one for one in sentence.periods if _dates(sentence, one, verb, content)), None)
        speaker = actor(sentence, verb.idx) if period is not None else None
        if period is not None and speaker is not None and speaker.referent.type == "organization" and _is_own(sentence, content, speaker):
            start, end = min(period.start, verb.idx), max(period.end, content.idx + len(content))
            yield Draft(
                kind="date", predicate="announced", subject=speaker, object=None, rule="<subject> said in <period> it would", start=start, end=end,
                period=period.period, negated=False, confidence=0.6,
            )  # fmt: skip


def _is_act(content: Token) -> bool:
    """True for "it would build", "it was considering", "it had agreed"."""
    helps = {child.lower_ for child in content.children if child.dep_ in ("aux", "auxpass")}
    if helps & {"would", "will"}:
        return content.lower_ not in _STATES and content.tag_ == "VB" and not any(child.dep_ == "auxpass" for child in content.children)
    words = {content.lower_, *(child.lower_ for child in content.children), *(below.lower_ for child in content.children if child.dep_ == "prep" for below in child.children)}
    return bool(words & _MULLED) and content.tag_ in ("VBD", "VBG", "VBN")


def _is_own(sentence: Sentence, content: Token, speaker: EntityMention) -> bool:
    """True if it is the speaker's own act."""
    subject = next((child for child in content.children if child.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ in _OWN:
        return subject is not None
    entity = sentence.entity_at(subject)
    return entity is not None and entity.referent is speaker.referent


def _dates(sentence: Sentence, one: PeriodMention, verb: Token, content: Token) -> bool:
    """True for a time well before the article that stands right after "said", or opens the sentence."""
    dating = sentence.reading.dating
    if dating is None or one.comparison or one.type != "DATE" or one.period.grain not in ("day", "week", "month") or one.period.end is None:
        return False
    if (dating.start - one.period.end).days < _LONG_AGO:
        return False
    return verb.idx < one.start < min(verb.idx + 40, content.idx) or one.start - sentence.start < 12 and one.end < verb.idx < one.end + 60
