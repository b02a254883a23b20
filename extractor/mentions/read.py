"""Finds all mentions of a document and joins them into a reading."""

from __future__ import annotations

import re
from bisect import bisect_right

from extractor.document import Document
from extractor.mentions.coreference import resolve
from extractor.mentions.dating import given, infer_published
from extractor.mentions.entities import find_entities
from extractor.mentions.home import home_currencies
from extractor.mentions.periods import find_periods
from extractor.mentions.quantities import find_quantities
from extractor.mentions.salience import main_organization
from extractor.mentions.sources import bystanders, mere_sources
from extractor.mentions.types import EntityMention, PeriodMention
from extractor.reading import Reading


def read(document: Document) -> Reading:
    """The reading of a document: entities with their coreferences, and the article's date.

    Quantities and periods are those of the sentences that may hold a claim.
    """
    article, view = document.article, document.clean
    # from the text as it came: datelines and bylines, which the clean view drops, date an article best
    dating = (
        given(article.published) if article.published
        else infer_published("\n\n".join(filter(None, (article.title, article.text))))
    )  # fmt: skip
    periods = [one for one in find_periods(document.told, dating) if not _is_of_name_or_birth(document.told, one)]
    named = [one for one in find_entities(document.doc, view.text, view.title_end, article.text) if not _is_time(one, periods)]
    return Reading(
        doc=document.doc,
        text=view.text,
        title_end=view.title_end,
        entities=resolve(document.doc, view.text, named, view.title_end),
        quantities=find_quantities(document.told, home=home_currencies(named, article.text)),
        periods=periods,
        dating=dating,
        main=main_organization(named, bystanders(view.text, named) | mere_sources(view.text, named)),
        told=document.told,
        general=document.general,
    )


# "Jane Roe, born in Oslo on February 24, 1955, has built"
_BORN = re.compile(r"\b[Bb]orn (?:[A-Z][\w ]{2,30} )?(?:in [A-Z][\w, ]{2,40}?,? )?(?:on |in )?$")
# "the 2011 version of its software", "its 2010 Developers Conference"
_THE_BEFORE = re.compile(r"\b(?:the|its|their|a|'s) $")
_NAMED_AFTER = re.compile(
    r" (?:(?:versions?|editions?|models?|model-year|range|line-?up|generation|vintage)\b"
    r"|(?:[A-Z][\w'-]+ ){1,5}(?:Conference|Show|Expo|Summit|Games|Olympics|Fair|Festival|Congress)\b)"
)


def _is_of_name_or_birth(text: str, mention: PeriodMention) -> bool:
    """True for a time at which nothing of business happened: that of a birth, and the year that a model or a meeting is named by."""
    start, end = mention.start, mention.end
    if _BORN.search(text, max(0, start - 60), start):
        return True
    return mention.period.grain == "year" and bool(_THE_BEFORE.search(text, max(0, start - 6), start) and _NAMED_AFTER.match(text, end))


def _is_time(mention: EntityMention, periods: list[PeriodMention]) -> bool:
    """True for a name that is part of what a period is called: "Diwali"."""
    index = bisect_right(periods, mention.start, key=lambda one: one.start) - 1
    return index >= 0 and mention.end <= periods[index].end
