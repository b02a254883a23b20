"""Accuracy on our own articles does not fall, and our scoring is the scoring that the gold is made for."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

import accuracy  # noqa: E402
import scoring  # noqa: E402


def test_corpus_accuracy_has_a_floor(extractor):
    articles = accuracy.load(ROOT / "corpus" / "articles")
    rates = scoring.score(articles, accuracy.predict(articles, extractor)).tallies["all"].rates()
    assert rates["core_f1"] >= 0.6
    assert rates["core_p"] >= 0.65


def test_development_accuracy_has_a_floor(extractor, gold_dev):
    articles = accuracy.load(gold_dev)
    rates = scoring.score(articles, accuracy.predict(articles, extractor)).tallies["all"].rates()
    assert rates["core_f1"] >= 0.85 and rates["core_p"] >= 0.85 and rates["full_f1"] >= 0.75


def test_undated_seed_article_is_read_and_dated_to_the_week(extractor, gold_dev):
    articles = [one for one in accuracy.load(gold_dev) if one["id"] == "seed-xiaomi"]
    records = accuracy.predict(articles, extractor)
    assert scoring.score(articles, records).tallies["all"].rates()["full_f1"] >= 0.85
    earliest, latest = records[0]["source"]["published_earliest"], records[0]["source"]["published_latest"]
    assert records[0]["source"]["published_basis"] == "inferred"
    assert earliest <= "2015-07-02" <= latest
    assert latest[:8] == earliest[:8] and int(latest[8:]) - int(earliest[8:]) < 7


def test_our_scoring_agrees_with_the_shared_scorer(extractor, gold_dev):
    path = gold_dev.parent / "score.py"
    if not path.is_file():
        pytest.skip("no shared scorer beside this checkout")
    spec = importlib.util.spec_from_file_location("shared_scorer", path)
    shared = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(shared)
    articles = accuracy.load(gold_dev)
    records = accuracy.predict(articles, extractor)
    tallies, facets, _ = shared.score(articles, records, shared.KINDS)
    ours = scoring.score(articles, records)
    for kind in (*scoring.KINDS, "all"):
        theirs = tallies[kind]
        mine = ours.tallies[kind]
        assert (mine.gold, mine.got, mine.core, mine.full) == (theirs.gold, theirs.got, theirs.core, theirs.full), kind
    assert ours.facets == facets
