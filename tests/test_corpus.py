"""The corpus keeps to the format that its users and the scorer rely on."""

from __future__ import annotations

import datetime as dt
import itertools
import json
from pathlib import Path

import pytest

from extractor.record import KINDS, PREDICATES

FOLDER = Path(__file__).resolve().parent.parent / "corpus" / "articles"
ARTICLES = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.json"))}
ARTICLE_KEYS = {"id", "title", "text", "published", "date_given", "split", "source", "claims"}
CLAIM_KEYS = {
    "kind", "subject", "predicate", "object", "basis", "low", "high", "unit", "start", "end", "product", "place",
    "outlook", "negated", "speaker", "role", "status", "text", "evidence", "optional",
}  # fmt: skip


def claims():
    return [(name, claim) for name, article in ARTICLES.items() for claim in article["claims"]]


def test_there_are_seventy_articles_of_bearable_length():
    assert len(ARTICLES) >= 70
    for name, article in ARTICLES.items():
        assert 90 <= len(article["text"].split()) <= 450, name


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_has_the_keys_of_the_format(name):
    article = ARTICLES[name]
    assert article["id"] == name
    assert set(article) == ARTICLE_KEYS
    if article["published"] is not None or article["date_given"]:
        dt.date.fromisoformat(article["published"])


@pytest.mark.parametrize("name", ARTICLES)
def test_each_claim_is_whole_and_stands_in_its_article(name):
    article = ARTICLES[name]
    for claim in article["claims"]:
        assert set(claim) <= CLAIM_KEYS, claim
        assert claim["kind"] in KINDS and claim["predicate"] in PREDICATES[claim["kind"]], claim
        assert claim["evidence"] in article["text"] or claim["evidence"] in article["title"], claim
        assert isinstance(claim["subject"], list) and all(claim["subject"]), claim
        if claim["kind"] in ("sales", "figure", "target"):
            assert claim["basis"] in ("level", "change")
            assert claim["low"] is not None or claim["high"] is not None
            if claim["low"] is not None and claim["high"] is not None:
                assert claim["low"] <= claim["high"]
        if claim["kind"] == "quote":
            assert claim["text"]
        if claim.get("start") and claim.get("end"):
            assert dt.date.fromisoformat(claim["start"]) <= dt.date.fromisoformat(claim["end"])


def test_every_kind_and_most_predicates_occur():
    seen = {(claim["kind"], claim["predicate"]) for _, claim in claims()}
    assert {kind for kind, _ in seen} == set(KINDS)
    for kind in ("sales", "person", "market", "deal", "quote"):
        told = {predicate for one, predicate in seen if one == kind} | {"other", "employee", "official", "spokesperson"}
        assert told >= set(PREDICATES[kind]), kind


def test_no_two_articles_share_a_sentence():
    runs = {
        name: {tuple(words[i : i + 8]) for i in range(len(words) - 7)}
        for name, words in ((name, article["text"].split()) for name, article in ARTICLES.items())
    }
    for one, other in itertools.combinations(runs, 2):
        assert not runs[one] & runs[other], (one, other)
