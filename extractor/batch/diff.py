"""`extractor diff A B`: which claims a run added, lost and changed, for people who write rules.

Both outputs are read side by side, article by article: articles that stand in both in the same order take no memory.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from extractor.errors import ArticleError, UsageError
from extractor.readers.source import opened

Claim = dict[str, Any]
Articles = Iterator[tuple[str, list[Claim]]]
_MARKS = {"added": "+", "lost": "-", "changed": "~"}


@dataclass(frozen=True, slots=True)
class Difference:
    """A claim that stands in one run only, or in both with other facets."""

    what: str
    article: str
    before: Claim | None
    after: Claim | None

    @property
    def facets(self) -> list[str]:
        """The fields that differ, if the claim stands in both."""
        before, after = self.before, self.after
        if before is None or after is None:
            return []
        return sorted(key for key in {*before, *after} - {"id"} if before.get(key) != after.get(key))

    def to_json(self) -> str:
        """One object on one line."""
        told = {"what": self.what, "article": self.article, "facets": self.facets, "before": self.before, "after": self.after}
        return json.dumps(told, ensure_ascii=False)

    def lines(self) -> Iterator[str]:
        """The difference for reading: what is claimed and where, then the facets that changed."""
        claim = self.after or self.before or {}
        yield f"{_MARKS[self.what]} {told(claim)}"
        for facet in self.facets:
            assert self.before is not None and self.after is not None
            yield f"    {facet}: {short(self.before.get(facet))} → {short(self.after.get(facet))}"


def run(options: argparse.Namespace) -> int:
    """Prints the differences of two outputs; 0 if there are none, 1 if there are. Raises UsageError."""
    counts: Counter[str] = Counter()
    article = None
    for one in differences(read(options.before), read(options.after)):
        counts[one.what] += 1
        if options.format == "jsonl":
            print(one.to_json())
            continue
        if one.article != article:
            article = one.article
            print(article)
        for line in one.lines():
            print(f"  {line}")
    if options.format != "jsonl":
        print(", ".join(f"{counts[what]:,} {what}" for what in _MARKS))
    sys.stdout.flush()
    return 1 if counts else 0


def read(name: str) -> Articles:
    """The articles of an output in JSONL, packed or not, each with its claims; raises UsageError for what is none."""
    try:
        with opened(Path(name), name, "") as source:
            yield from ((id, list(claims)) for id, claims in groupby(_claims(source.lines(), name), _article))
    except OSError as error:
        raise UsageError(f"{name}: cannot be read: {error.strerror or error}") from None
    except ArticleError as error:
        raise UsageError(str(error)) from None


def _claims(lines: Iterator[tuple[int, bytes | None]], name: str) -> Iterator[Claim]:
    for number, line in lines:
        try:
            claim = json.loads(line or b"")
            if not isinstance(claim["source"]["id"], str):
                raise TypeError
            yield claim
        except (ValueError, KeyError, TypeError):
            raise UsageError(f"{name}: line {number}: is no claim; give outputs in JSONL") from None


def _article(claim: Claim) -> str:
    return str(claim["source"]["id"])


def differences(before: Articles, after: Articles) -> Iterator[Difference]:
    """What differs, article by article: where an article has its claims in both, else at the end."""
    waiting: tuple[dict[str, list[Claim]], dict[str, list[Claim]]] = ({}, {})
    sides = (before, after)
    open_sides = [0, 1]
    while open_sides:
        for side in list(open_sides):
            found = next(sides[side], None)
            if found is None:
                open_sides.remove(side)
                continue
            article, claims = found
            others = waiting[1 - side].pop(article, None)
            if others is None:
                waiting[side].setdefault(article, []).extend(claims)
            else:
                yield from _compared(article, *((others, claims) if side else (claims, others)))
    for article, claims in waiting[0].items():
        yield from _compared(article, claims, waiting[1].pop(article, []))
    for article, claims in waiting[1].items():
        yield from _compared(article, [], claims)


def _compared(article: str, before: list[Claim], after: list[Claim]) -> Iterator[Difference]:
    """What differs in one article, in the order of its text."""
    found = []
    left: dict[str, Claim] = {}
    for claim in before:
        left[claim["id"]] = claim
    new = []
    for claim in after:
        same = left.pop(claim["id"], None)
        if same is None:
            new.append(claim)
        elif same != claim:
            found.append(Difference("changed", article, same, claim))
    # claims of one predicate and subject at one place are one claim told otherwise
    places = defaultdict(list)
    for claim in left.values():
        places[_place(claim)].append(claim)
    for claim in new:
        candidates = places[_place(claim)]
        if candidates:
            found.append(Difference("changed", article, candidates.pop(0), claim))
        else:
            found.append(Difference("added", article, None, claim))
    found += [Difference("lost", article, claim, None) for claims in places.values() for claim in claims]
    yield from sorted(found, key=lambda one: _order(one.after or one.before or {}))


def _place(claim: Claim) -> str:
    evidence = claim.get("evidence") or {}
    subject = claim.get("subject") or {}
    return repr((claim.get("predicate"), subject.get("name"), evidence.get("part"), evidence.get("start"), evidence.get("end")))


def _order(claim: Claim) -> tuple[bool, int, int, str]:
    evidence = claim.get("evidence") or {}
    return evidence.get("part") != "title", evidence.get("start", 0), evidence.get("end", 0), claim["id"]


def told(claim: Claim) -> str:
    """A claim in a line: kind, subject, value and evidence."""
    values = [short(claim.get(key)) for key in ("quantity", "object", "place", "role", "period") if claim.get(key)]
    subject = (claim.get("subject") or {}).get("name")
    evidence = (claim.get("evidence") or {}).get("text", "")
    return f"{claim.get('kind')}/{claim.get('predicate')}  " + "  ".join([str(subject), *values]) + f"  «{' '.join(evidence.split())}»"


def short(value: Any) -> str:
    """A facet for reading: names by themselves, quantities and periods by their numbers and words."""
    if not isinstance(value, dict):
        return "nothing" if value is None else str(value)
    told = {key: one for key, one in value.items() if one is not None and key not in ("text", "name", "mention")}
    name = value.get("name") or value.get("text")
    if "via" in value:
        return f"{name} ({value['type']})"
    rest = ", ".join(f"{key} {one if not isinstance(one, dict) else short(one)}" for key, one in told.items())
    return f"“{name}” ({rest})" if name and rest else str(name or rest)
