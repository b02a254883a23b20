"""Finds all mentions of a document and joins them into a reading."""

from __future__ import annotations

from bisect import bisect_right

from extractor.document import Document
from extractor.mentions.coreference import main_organization, resolve
from extractor.mentions.dating import given, infer_published
from extractor.mentions.entities import find_entities
from extractor.mentions.home import home_currencies
from extractor.mentions.periods import find_periods
from extractor.mentions.quantities import find_quantities
from extractor.mentions.sources import bystanders
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
    periods = find_periods(document.told, dating)
    named = [one for one in find_entities(document.doc, view.text, view.title_end) if not _is_time(one, periods)]
    return Reading(
        doc=document.doc,
        text=view.text,
        title_end=view.title_end,
        entities=resolve(document.doc, view.text, named, view.title_end),
        quantities=find_quantities(document.told, home=home_currencies(named, article.text)),
        periods=periods,
        dating=dating,
        main=main_organization(named, bystanders(view.text, named)),
        told=document.told,
        general=document.general,
    )


def _is_time(mention: EntityMention, periods: list[PeriodMention]) -> bool:
    """True for a name that is part of what a period is called: "Diwali"."""
    index = bisect_right(periods, mention.start, key=lambda one: one.start) - 1
    return index >= 0 and mention.end <= periods[index].end
