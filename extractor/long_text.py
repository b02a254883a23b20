"""A text too long to be worked at once: worked in parts, with claims that point into the whole.

Parts end where sentences do. Who "the company" is, and when "that year" was, is looked for within a part; the
article's date is the first part's.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from extractor.article import Article
from extractor.record import Attribution, Claim, Entity

# where a part had best end: after a paragraph, else a line, else a sentence, else a word
_ENDS = tuple(map(re.compile, (r"\n[^\S\n]*\n\s*", r"\n\s*", r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])", r"\s+")))
# the fields of an entity that say where it is named, not who it is
_PLACES = ("start", "end", "mention", "via")


def parts(text: str, size: int) -> Iterator[tuple[int, int]]:
    """Start and end of each part, in characters: they tile the text, and none is longer than `size`."""
    start = 0
    while len(text) - start > size:
        end = _end(text, start, start + size)
        yield start, end
        start = end
    yield start, len(text)


def _end(text: str, start: int, limit: int) -> int:
    """The last good place to end in the last tenth of a part; its limit if there is none, as in a text without spaces."""
    for ends in _ENDS:
        found = [match.end() for match in ends.finditer(text, limit - (limit - start) // 10, limit)]
        if found:
            return found[-1]
    return limit


def claims_in_parts(
    article: Article, size: int, read: Callable[[Article], tuple[list[Claim], dt.date | None]]
) -> list[Claim]:
    """The claims of a long article; `read` gives those of one that is not, and the day it was dated to, if to one day.

    Evidence is the article's own: `text == article[start:end]`. A fact told in several parts is claimed once.
    """
    found: dict[str, Claim] = {}
    published, source = article.published, None
    for start, end in parts(article.text, size):
        part = replace(article, text=article.text[start:end], title=article.title if not start else None, published=published)
        claims, day = read(part)
        if not start:
            published = published or day
        for claim in claims:
            source = source or claim.source
            if start:
                claim = _moved(claim, start).model_copy(update={"source": source})
                claim = claim.model_copy(update={"id": claim.content_id()})
            found.setdefault(_fact(claim), claim)
    return list(found.values())


def _moved(claim: Claim, by: int) -> Claim:
    """A claim of a text with `by` characters put before it."""
    said = claim.attribution
    evidence = claim.evidence
    return claim.model_copy(
        update={
            "subject": _moved_entity(claim.subject, by),
            "object": _moved_entity(claim.object, by),
            "attribution": said
            and Attribution(
                speaker=_moved_entity(said.speaker, by),
                organization=_moved_entity(said.organization, by),
                medium=said.medium,
            ),
            "evidence": evidence.model_copy(update={"start": evidence.start + by, "end": evidence.end + by}),
        }
    )


def _moved_entity(entity: Entity | None, by: int) -> Entity | None:
    return entity and entity.model_copy(update={"start": entity.start + by, "end": entity.end + by})


def _fact(claim: Claim) -> str:
    """What a claim says, without where it says so."""
    return repr(_without_places(claim.model_dump(exclude={"id", "evidence", "confidence", "rule", "source"})))


def _without_places(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    # an entity's start and end are places in the text, a period's are days
    dropped = _PLACES if "via" in value else ()
    return {key: _without_places(one) for key, one in value.items() if key not in dropped}
