"""Scores claim records against gold articles.

A record matches the gold claim of its article with the same core: for numbers the predicate, subject, low and high and
basis; for dates the predicate, a party and the days; for the rest the parties (a quote: its first thirty letters). Core
F1 counts matched cores, full F1 those of them whose other facets agree too. Optional gold claims count neither way.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

Record = dict[str, Any]
NUMERIC = ("sales", "figure", "target")
KINDS = (*NUMERIC, "date", "person", "market", "deal", "quote")
_LEGAL = frozenset(
    ("inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "llc", "ag", "sa", "se", "nv", "gmbh",
     "group", "holdings", "holding", "the", "mr", "mrs", "ms", "dr", "sir")
)  # fmt: skip


@dataclass
class Tally:
    """Counts of one kind: gold claims, records, matched cores, matches with all facets right."""

    gold: int = 0
    got: int = 0
    core: int = 0
    full: int = 0

    def rates(self) -> dict[str, float]:
        """Precision, recall and F1 of core and full matches, 0 to 1."""
        row: dict[str, float] = {}
        for name, hits in (("core", self.core), ("full", self.full)):
            precision = hits / self.got if self.got else 0.0
            recall = hits / self.gold if self.gold else 0.0
            both = precision + recall
            row |= {
                f"{name}_p": precision,
                f"{name}_r": recall,
                f"{name}_f1": 2 * precision * recall / both if both else 0.0,
            }
        return row


@dataclass
class Score:
    """Tallies by kind and under "all", how often which facet was wrong, and the errors as readable pairs."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in (*KINDS, "all")})
    facets: Counter[str] = field(default_factory=Counter)
    errors: list[tuple[str, str, Record | None, Record | None]] = field(default_factory=list)


def _words(name: str | None) -> list[str]:
    plain = re.sub(r"[’']s\b", "", name or "").replace(".", "").casefold()
    found = re.findall(r"[^\W_]+", plain)
    return [_singular(word) for word in ([word for word in found if word not in _LEGAL] or found)]


def _singular(word: str) -> str:
    word = re.sub("ies$", "y", word)
    return word[:-1] if len(word) > 1 and word.endswith("s") and word[-2] != "s" else word


def same_name(name: str | None, accepted: list[str] | str | None) -> bool:
    """True if a name is one of the accepted ones, or the beginning or end of one, or the other way round."""
    got = _words(name)
    for one in [accepted] if isinstance(accepted, str) else accepted or []:
        want = _words(one)
        if not got or not want:
            continue
        size = min(len(got), len(want))
        if "".join(got) == "".join(want) or got[:size] == want[:size] and size in (len(got), len(want)):
            return True
        if got[-size:] == want[-size:]:
            return True
    return False


def _same_number(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 1e-6 * max(1.0, abs(one), abs(other))


def _same_unit(got: str | None, want: str | None) -> bool:
    if not want:
        return True
    got, want = (got or "").strip().casefold(), want.strip()
    if got == want.casefold():
        return True
    percent = ("percent", "%", "per cent")
    if re.fullmatch("[A-Z]{3}", want) or got in percent or want in percent:
        return got in percent and want in percent
    return _words(got)[-1:] == _words(want)[-1:]


def _letters(text: str | None) -> str:
    return re.sub(r"[\W_]+", "", (text or "").casefold())[:30]


def _name(value: Any) -> str | None:
    return value.get("name") if isinstance(value, dict) else value


def flat(record: Record) -> Record:
    """The scored facets of a claim record, one level deep."""
    quantity, period = record.get("quantity") or {}, record.get("period") or {}
    facets = {
        key: record.get(key) for key in ("kind", "predicate", "product", "outlook", "role", "status", "text", "rule")
    }
    facets |= {key: _name(record.get(key)) for key in ("subject", "object", "place")}
    facets |= {key: quantity.get(key) for key in ("low", "high", "unit")} | {
        key: period.get(key) for key in ("start", "end")
    }
    facets["basis"] = record.get("basis") or "level"
    facets["negated"] = bool(record.get("negated"))
    facets["speaker"] = _name((record.get("attribution") or {}).get("speaker"))
    facets["evidence"] = (record.get("evidence") or {}).get("text")
    return facets


def same_core(got: Record, want: Record) -> bool:
    """True if a flat record tells the fact of a gold claim."""
    kind = want["kind"]
    if got["kind"] != kind:
        return False
    subject = same_name(got["subject"], want["subject"])
    if kind == "quote":
        return subject and _letters(got["text"]) == _letters(want.get("text"))
    if got["predicate"] != want["predicate"]:
        return False
    if kind in NUMERIC:
        numbers = _same_number(got["low"], want.get("low")) and _same_number(got["high"], want.get("high"))
        return subject and numbers and got["basis"] == (want.get("basis") or "level")
    if kind == "date":
        parties = [*want["subject"], *(want.get("object") or [])]
        days = (got["start"], got["end"]) == (want.get("start"), want.get("end"))
        return days and (same_name(got["subject"], parties) or same_name(got["object"], parties))
    if kind == "market":
        return subject and same_name(got["place"], want.get("place")) and got["negated"] == bool(want.get("negated"))
    return subject and same_name(got["object"], want.get("object"))


def wrong_facets(got: Record, want: Record) -> list[str]:
    """The facets that the gold claim names and the record has otherwise."""
    kind, wrong = want["kind"], []
    if kind in NUMERIC and not _same_unit(got["unit"], want.get("unit")):
        wrong.append("unit")
    dated = want.get("start") or want.get("end")
    if (
        kind in (*NUMERIC, "market", "deal")
        and dated
        and (got["start"], got["end"]) != (want.get("start"), want.get("end"))
    ):
        wrong.append("period")
    if (got["outlook"] or None) != (want.get("outlook") or None):
        wrong.append("outlook")
    if got["negated"] != bool(want.get("negated")):
        wrong.append("negated")
    named = ("product", "role", "speaker") if kind == "market" else ("product", "role", "speaker", "place")
    wrong += [key for key in named if want.get(key) and not same_name(got[key], want[key])]
    if want.get("status") and got["status"] != want["status"]:
        wrong.append("status")
    return wrong


def score(articles: list[Record], records: list[Record], kinds: tuple[str, ...] = KINDS) -> Score:
    """The score of records (with `source.id`) against gold articles (with `id` and `claims`)."""
    result = Score()
    for article in articles:
        gold = [one for one in article["claims"] if one["kind"] in kinds and one["predicate"] != "other"]
        got = [flat(one) for one in records if (one.get("source") or {}).get("id") == article["id"]]
        got = [one for one in got if one["kind"] in kinds and one["predicate"] != "other"]
        _score_article(result, article["id"], gold, got)
    return result


def _score_article(result: Score, where: str, gold: list[Record], got: list[Record]) -> None:
    pairs = []
    for i, one in enumerate(got):
        for j, want in enumerate(gold):
            if same_core(one, want):
                here, there = _letters(one["evidence"])[:20], _letters(want.get("evidence"))[:20]
                near = bool(here and there) and (
                    here in _letters(want["evidence"]) or there in _letters(one["evidence"])
                )
                pairs.append((len(wrong_facets(one, want)), not near, i, j))
    record_of: dict[int, int] = {}
    gold_of: dict[int, int] = {}
    for _, _, i, j in sorted(pairs):
        if i not in gold_of and j not in record_of:
            gold_of[i], record_of[j] = j, i
    repeats = {i for bad, _, i, j in pairs if i not in gold_of and _adds_nothing_wrong(got, gold, i, j, bad, record_of)}
    for j, want in enumerate(gold):
        if want.get("optional"):
            continue
        tallies = (result.tallies[want["kind"]], result.tallies["all"])
        for tally in tallies:
            tally.gold += 1
        if j not in record_of:
            result.errors.append(("missed", where, None, want))
            continue
        wrong = wrong_facets(got[record_of[j]], want)
        result.facets.update(wrong)
        for tally in tallies:
            tally.core += 1
            tally.full += not wrong
        if wrong:
            result.errors.append((f"wrong {', '.join(wrong)}", where, got[record_of[j]], want))
    for i, one in enumerate(got):
        if i in repeats or i in gold_of and gold[gold_of[i]].get("optional"):
            continue
        for tally in (result.tallies[one["kind"]], result.tallies["all"]):
            tally.got += 1
        if i not in gold_of:
            result.errors.append(("spurious", where, one, None))


def _adds_nothing_wrong(
    got: list[Record], gold: list[Record], i: int, j: int, bad: int, record_of: dict[int, int]
) -> bool:
    """True for a second telling that is no worse than the one matched, or that only leaves facets out."""
    if bad <= len(wrong_facets(got[record_of[j]], gold[j])):
        return True
    wrong = wrong_facets(got[i], gold[j])
    if {"outlook", "negated"} & set(wrong):
        return False
    return all(not (got[i]["start"] or got[i]["end"]) if key == "period" else not got[i].get(key) for key in wrong)
