"""Whom the text is speaking of where a sentence does not say, and who only reports on others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.lexicon import terms
from extractor.mentions.sources import is_named_as_source, names_reporter
from extractor.mentions.types import EntityMention, Referent
from extractor.reading import Reading, Sentence

if TYPE_CHECKING:
    from extractor.claims.measures import Measurement


_AFTER_PREPOSITION = re.compile(
    r"\b(?:from|with|to|against|than|by|at|excluding|including|without|despite|besides|told|tells|(?:owners?|parent|rivals?|suppliers?|customers?|lenders?|creditors?|shareholders?|investors?) (?:of|in)|takeover of|acquisition of|sale of|purchase of)"
    r" (?:the |rival )?(?:[A-Z]\w+ )?(?:[A-Z]\w+'s )?(?:[a-z-]+ ){0,2}$"
    r"|\b(?:such as|including|like|unlike) (?:the )?(?:[A-Z][\w&'.-]*(?:, | and | or | ))*$"
)


def focus(sentence: Sentence, before: Measurement | None, previous: Measurement | None) -> EntityMention | None:
    """The one the text is speaking of: of the series, else the article's main organisation."""
    if before is not None:
        return before.subject
    if (label := sentence.reading.label(sentence.start)) is not None:
        return label
    after = [
        one for one in sentence.entities
        if one.referent.type == "organization" and not is_source(sentence, one)
        and not _AFTER_PREPOSITION.search(sentence.between(sentence.start, one.start))
        and not (one.start > sentence.start + 8 and _OWN_MOVE.match(sentence.between(one.end, sentence.end)))
    ]  # fmt: skip
    if after and not (sentence.in_title and ";" in sentence.text):
        return after[0]
    main = main_of(sentence.reading)
    if main is not None and not _is_introduced(sentence):
        main = None
    if main is not None and (topic := topic_of(sentence)) is not None:
        return topic
    if previous is not None and previous.subject.referent.type == "group" and sentence.index - previous.sentence.index == 1 and not sentence.entities and not previous.sentence.in_title:
        return previous.subject  # a whole market that is still spoken of
    if main is None and previous is not None and _is_surveyed(sentence, previous):
        return None
    if previous is not None and not (main is not None and (previous.subject.referent.type == "person" or _is_by_the_way(previous, main))) and (
        main is None
        or previous.subject.referent is main
        or previous.sentence.paragraph == sentence.paragraph
    ):
        return previous.subject
    return sentence.reading.first_mention(main)


def _is_surveyed(sentence: Sentence, previous: Measurement) -> bool:
    """True for a new paragraph of an article about what a researcher found: what it tells is of the whole market again, not of the last seller."""
    main = sentence.reading.main
    told_by = main is not None and names_reporter(main.name)
    return told_by and previous.subject.referent.type == "organization" and previous.sentence.paragraph != sentence.paragraph


# "sales grew 3 percent, with Acme up 2 percent and Globex soaring 9 percent": they have moves of their own
_OWN_MOVE = re.compile(r"(?:['’]s?)? (?:sales |revenue |profit )?(?:up|down|off|[a-z]{3,9}ing) (?:by |about |almost |nearly |over )?[$£€]?\d")


def topic_of(sentence: Sentence) -> EntityMention | None:
    """The one company that the paragraph has named up to this sentence, where it leaves the article's main one out."""
    named: list[EntityMention] = []
    before = sentence.previous
    while before is not None and before.paragraph == sentence.paragraph and not before.in_title:
        named[:0] = [one for one in before.entities if one.referent.type == "organization" and not is_source(before, one)]
        before = before.previous
    referents = {one.referent.order for one in named}
    if len(referents) != 1 or named[0].referent is sentence.reading.main:
        return None
    return next((one for one in named if _is_spoken_of(sentence.reading, one)), None)


def last_teller(sentence: Sentence) -> EntityMention | None:
    """The company that speaks in the sentence before: who is titled beside a quote then is its officer, as a rule."""
    before = sentence.previous
    if before is None or before.in_title:
        return None
    tellers = [one for one in before.entities if one.referent.type == "organization" and one.via != "coreference" and not is_source(before, one) and says(before, one)]
    return tellers[0] if len(tellers) == 1 else None


def says(sentence: Sentence, one: EntityMention) -> bool:
    """True for the subject of a verb of saying."""
    token = sentence.token(one.end - 1)
    token = token.head if token.dep_ == "appos" and token.head.i + 2 >= token.i else token  # "software firm Acme said"
    return token.dep_ == "nsubj" and token.head.lower_ in terms("speech_verbs") and token.head.pos_ == "VERB"


_OFFICE_OF = re.compile(r"\b(?:chief|director|chairman|chairwoman|head|boss|president|founder|officer) of (?:the )?$")


def _is_spoken_of(reading: Reading, one: EntityMention) -> bool:
    """True for a subject, and for the company whose officer is spoken of: not one that is only bought, joined or quoted."""
    subject = reading.token(one.end - 1).dep_ in ("nsubj", "nsubjpass")
    return subject or _OFFICE_OF.search(reading.text, max(0, one.start - 30), one.start) is not None


def _is_by_the_way(previous: Measurement, main: Referent) -> bool:
    """True if the last figure was of one that its sentence names only after the main organisation: "Acme bought Globex, a rival with 40 shops"."""
    own = previous.subject.start
    return previous.subject.referent is not main and any(one.referent is main and one.start < own for one in previous.sentence.entities)


# "• Sales up 3%": points that sum up an article stand before its lead
_POINT = re.compile(r"[•▪●*–-] ?[A-Z]")


def _is_introduced(sentence: Sentence) -> bool:
    """True if the body has spoken of the main organisation up to here: a lead about a whole market has not."""
    reading = sentence.reading
    return sentence.in_title or reading.main_introduced < sentence.end or _POINT.match(sentence.text) is not None


def main_of(reading: Reading) -> Referent | None:
    """The article's main organisation, unless it is merely the source of what the article reports."""
    main = reading.main
    if main is not None and main.order in reading.reporters and names_reporter(main.name):
        return None
    if main is None or reading.main_in_title:
        return main
    titles = sum(sentence.in_title for sentence in reading.sentences[:20])
    for sentence in [one for one in reading.sentences[titles : titles + 12] if not _POINT.match(one.text)][:2]:
        for mention in sentence.entities:
            if mention.referent is main and not is_source(sentence, mention):
                return main
    return None


def says_aside(sentence: Sentence, mention: EntityMention) -> bool:
    """True for the source that an aside names: "sales rose, Globex said this week, giving Acme 9 percent"."""
    return mention.referent is not sentence.reading.main and bool(
        re.search(r", (?:[a-z][\w-]* ){0,4}$", sentence.between(sentence.start, mention.start))
        and re.match(r" (?:(?:has|had|have) )?(?:said|says|reported|reports|estimated)\b[^,.]{0,30}[,.]", sentence.between(mention.end, sentence.end))
    )


def is_source(sentence: Sentence, mention: EntityMention) -> bool:
    """True for one that is named here as the source of what is said, or is nothing else in the article."""
    return is_reporter(sentence, mention) or is_named_as_source(
        sentence.text, mention.start - sentence.start, mention.end - sentence.start
    )


def is_reporter(sentence: Sentence, mention: EntityMention) -> bool:
    return mention.referent.order in sentence.reading.reporters
