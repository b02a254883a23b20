"""Records: schemas, exact offsets, determinism, the clean view's map back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from extractor import schema
from extractor.article import Article, clean

ROOT = Path(__file__).resolve().parent.parent
CORPUS = sorted((ROOT / "corpus" / "articles").glob("*.json"))


@pytest.mark.parametrize("name", schema.NAMES)
def test_schema_files_are_not_stale(name):
    assert (ROOT / "schemas" / f"{name}.schema.json").read_text("utf-8") == schema.text(name)


def check(extractor, path):
    gold = json.loads(path.read_text("utf-8"))
    published = gold["published"] if gold["date_given"] else None
    claims = extractor.extract(gold["text"], title=gold["title"], published=published, id=gold["id"])
    validator = jsonschema.Draft202012Validator(schema.schema("claim"))
    for claim in claims:
        part = gold["title"] if claim.evidence.part == "title" else gold["text"]
        assert part[claim.evidence.start : claim.evidence.end] == claim.evidence.text
        assert claim.subject.mention in (gold["title"] or "") + gold["text"]
        validator.validate(json.loads(claim.to_json()))
    again = extractor.extract(gold["text"], title=gold["title"], published=published, id=gold["id"])
    assert [claim.to_json() for claim in claims] == [claim.to_json() for claim in again]


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_corpus_offsets_are_exact_and_records_valid(extractor, path):
    check(extractor, path)


def test_shared_gold_offsets_are_exact_and_records_valid(extractor, gold_dev):
    for path in sorted(gold_dev.glob("*.json")):
        check(extractor, path)


AWKWARD = (
    "LONDON (Reuters) - \u201cWe\u2019re growing faster than planned,\u201d said Jane Roe, chief executive of Globex Corp (GLX.N).\r\n\r\n"
    "Globex\u00a0Corp\u200b sold 3\u00a0million phones in 2014.\r\nRead also: ten more stories"
)


def test_clean_view_maps_back_to_the_same_characters():
    view = clean(Article(AWKWARD, "A title"))
    assert "Reuters" not in view.text and "GLX.N" not in view.text and "Read also" not in view.text
    start = view.text.index("3 million")
    part, first, last = view.source(start, start + 9)
    assert (part, AWKWARD[first:last]) == ("text", "3\u00a0million")


@pytest.mark.parametrize("line", ["OMAHA, Neb., March 22, 2016 -- ", "SEATTLE--(BUSINESS WIRE)--", "PARIS, March 3 - ", "ROME: "])
def test_datelines_are_no_part_of_the_text(line):
    assert clean(Article(line + "Globex Foods, Inc. sold jam.")).text == "Globex Foods, Inc. sold jam."


def test_mis_encoded_quotes_are_read_as_quotes():
    assert clean(Article("It\u00e2\u20ac\u2122s up.")).text == "It's up."


def test_evidence_of_an_awkward_text_is_exact(extractor):
    claims = extractor.extract(AWKWARD, published="2015-01-05")
    assert {claim.kind for claim in claims} >= {"sales", "person", "quote"}
    assert all(AWKWARD[c.evidence.start : c.evidence.end] == c.evidence.text for c in claims)


def test_title_is_read_and_marked(extractor):
    claims = extractor.extract(
        "It was a good year for the company.", title="Globex Corp sold 3 million phones in 2014", id="t"
    )
    assert [(c.evidence.part, c.kind) for c in claims if c.kind == "sales"] == [("title", "sales")]


def test_same_fact_twice_is_one_claim(extractor):
    claims = extractor.extract("Globex Corp sold 3 million phones in 2014. Globex Corp sold 3 million phones in 2014.")
    assert len([c for c in claims if c.kind == "sales"]) == 1


def test_ids_do_not_depend_on_confidence_or_rule(extractor):
    (claim,) = [c for c in extractor.extract("Globex Corp sold 3 million phones in 2014.", id="x") if c.kind == "sales"]
    assert claim.model_copy(update={"confidence": 0.1, "rule": "other"}).content_id() == claim.id


def test_undated_article_keeps_relative_periods_unresolved(extractor):
    (claim,) = [c for c in extractor.extract("Globex Corp sold 3 million phones last year.") if c.kind == "sales"]
    assert claim.period is None or claim.period.start is None
    assert claim.source.published is None


SHIFTED = """
import datetime, sys
class Shifted(datetime.date):
    @classmethod
    def today(cls): return cls(1999, 1, 1)
class ShiftedTime(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return cls(1999, 1, 1, tzinfo=tz)
if len(sys.argv) > 1: datetime.date, datetime.datetime = Shifted, ShiftedTime
from extractor import extract
text = "Globex Corp sold 3 million phones last year, Chief Executive Jane Roe said on Tuesday. It will open 20 shops in May."
for published in (None, "2015-06-03"):
    for claim in extract(text, title="Globex grows", published=published): print(claim.to_json())
"""


def test_same_bytes_for_any_hash_seed_and_clock():
    outputs = set()
    for seed, arguments in (("0", []), ("42", ["shifted"])):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        made = subprocess.run(
            [sys.executable, "-c", SHIFTED, *arguments], capture_output=True, env=environment, check=True
        )
        outputs.add(made.stdout)
    assert len(outputs) == 1 and outputs.pop().count(b"\n") >= 2
