"""What of the inputs is worked: duplicates, shards, and what changed since an earlier run."""

from __future__ import annotations

import json
import random
import tracemalloc

import pytest
from test_batch import articles, end, fake_extractor, lines, records, run  # noqa: F401 - the fixture is for all tests here

from extractor.article import Article
from extractor.batch import settings
from extractor.batch.duplicates import Duplicates, Table
from extractor.batch.plan import is_in_shard

WORDS = ["company", "market", "sales", "growth", "phone", "maker", "analyst", "quarter", "chief", "report", "plan", "store", "price", "share", "factory", "month", "rival", "brand"]


def prose(seed, count=300):
    """Text of a news article's length, with a number now and then."""
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) + str(chance.randrange(9)) * (chance.random() < 0.3) for _ in range(count))


def firsts(*texts):
    """For each text the number of the one it repeats, if any."""
    seen = Duplicates()
    return [seen.first_of(str(number), Article(text)) for number, text in enumerate(texts)]


SHARD_1_OF_4 = [1, 2, 3, 7, 9, 11, 14, 15, 17, 19]
STORY = prose(1) + " the of and to in" * 20 + " Sales rose 12 percent to 3.4 million."


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (STORY, "0"),
        ("  " + STORY.upper().replace(" ", "\n"), "0"),
        (STORY.replace("company", "firm", 2), "0"),
        ("By our own correspondent\n\n" + STORY + "\n\nRead more on our site", "0"),
        (STORY[: int(len(STORY) * 0.9)], "0"),
        (STORY.replace("3.4 million", "4.3 million"), None),
        (STORY + " Shares fell 7.25 percent.", None),
        (prose(2), None),
        (STORY[: len(STORY) // 2], None),
    ],
    ids=["same", "case and spaces", "two words", "byline and footer", "end cut off", "other figure", "more figures", "another story", "half"],
)
def test_near_duplicates(later, expected):
    assert firsts(STORY, later) == [None, expected]


def test_short_texts_are_duplicates_only_if_the_same():
    assert firsts("Globex sold phones.", "Globex sold phones!", "Globex sold cars.") == [None, "0", None]


def test_many_copies_are_found_among_many_others_in_bounded_memory():
    seen = Duplicates()
    stories = [prose(seed, 60) for seed in range(50, 1050)]
    seen.first_of("warm", Article(prose(0)))
    tracemalloc.start()
    assert all(seen.first_of(str(number), Article(text)) is None for number, text in enumerate(stories))
    kept = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert kept / len(stories) < 800
    assert [seen.first_of("copy", Article(text + " end")) for text in stories] == [str(number) for number in range(len(stories))]


def test_table_keeps_the_first_under_each_hash_as_it_grows():
    chance = random.Random(5)
    keys = [chance.randrange(1, 1 << 64) for _ in range(10_000)] + [1 << 63, (1 << 63) + (1 << 40)]
    table = Table()
    for number, key in enumerate(keys):
        assert table.get(key) is None
        table.put(key, number)
        table.put(key, 0)
    assert [table.get(key) for key in keys] == list(range(len(keys)))


def test_duplicates_are_worked_once_or_marked(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps({"id": id, "text": text}) + "\n" for id, text in (("a", STORY), ("b", "the of a in " + prose(9, 12)), ("c", STORY + " end"))))
    made = set()
    for workers in (1, 3):
        out = tmp_path / f"{workers}.jsonl"
        assert run(path, "-o", out, "--workers", workers) == 0
        assert records(out)["c"]["outcome"] == "duplicate" and records(out)["c"]["duplicate_of"] == "a"
        assert {claim["source"]["id"] for claim in lines(out)} == {"a", "b"}
        made.add(out.read_bytes())
    assert len(made) == 1 and end(out)["duplicate"] == 1
    assert run(path, "-o", tmp_path / "kept.jsonl", "--keep-duplicates") == 0
    of = {claim["source"]["id"]: claim["source"]["duplicate_of"] for claim in lines(tmp_path / "kept.jsonl")}
    assert of == {"a": None, "b": None, "c": "a"} and end(tmp_path / "kept.jsonl")["done"] == 3


def test_real_claims_carry_what_they_repeat(extractor, monkeypatch):
    from extractor.batch import work

    monkeypatch.setattr(work, "load_extractor", lambda model: extractor)
    options = {"model": None, "kinds": ["sales"], "min_confidence": 0, "exhaustive": False, "any_language": False}
    claims = work.make(options)
    article = Article("Globex Corp sold 3 million phones in 2014.", id="b")
    ((kind, marked),), ((_, plain),) = list(claims(article, "a")), list(claims(article, None))
    assert kind == "sales" and json.loads(marked)["source"]["duplicate_of"] == "a"
    assert json.loads(marked)["id"] == json.loads(plain)["id"]


def test_shards_part_the_articles(tmp_path):
    path = articles(tmp_path / "in.jsonl", 60)
    found = []
    for number in (1, 2, 3):
        out = tmp_path / f"{number}.jsonl"
        assert run(path, "-o", out, "--shard", f"{number}/3") == 0
        assert 10 < len(records(out)) < 30
        found += records(out)
    assert sorted(found) == sorted(f"a/{number}" for number in range(60))
    # what one machine takes must be what another leaves, whatever version it runs
    assert [number for number in range(20) if is_in_shard(f"a/{number}", 1, 4)] == SHARD_1_OF_4


def test_since_run_works_what_is_new_changed_or_dead(tmp_path):
    path = articles(tmp_path / "in.jsonl", 6, {1: "RAISE", 2: "KLINGON"})
    assert run(path, "-o", tmp_path / "1.jsonl") == 1
    text = path.read_text().replace("number 4,", "number four,").replace("RAISE", "Plain")
    path.write_text(text + json.dumps({"id": "a/6", "text": "New"}) + "\n")
    since = ("--since-run", tmp_path / "1.jsonl.manifest.jsonl")
    assert run(path, "-o", tmp_path / "2.jsonl", *since) == 0
    assert {claim["source"]["id"] for claim in lines(tmp_path / "2.jsonl")} == {"a/1", "a/4", "a/6"}
    assert records(tmp_path / "2.jsonl")["a/0"] | {"position": ""} == {
        "id": "a/0", "position": "", "content": records(tmp_path / "1.jsonl")["a/0"]["content"], "outcome": "skipped",
        "claims": 0, "kinds": {}, "reason": "unchanged",
    }  # fmt: skip
    # and so on, from run to run
    assert run(path, "-o", tmp_path / "3.jsonl", "--since-run", tmp_path / "2.jsonl.manifest.jsonl") == 0
    assert lines(tmp_path / "3.jsonl") == [] and end(tmp_path / "3.jsonl")["reasons"] == {"unchanged": 7}


def test_since_run_works_a_duplicate_whose_first_has_changed(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps({"id": id, "text": STORY}) + "\n" for id in "ab"))
    assert run(path, "-o", tmp_path / "1.jsonl") == 0 and end(tmp_path / "1.jsonl")["duplicate"] == 1
    path.write_text(path.read_text().replace("3.4 million", "5.6 million", 1))
    assert run(path, "-o", tmp_path / "2.jsonl", "--since-run", tmp_path / "1.jsonl.manifest.jsonl") == 0
    assert {claim["source"]["id"] for claim in lines(tmp_path / "2.jsonl")} == {"a", "b"}


@pytest.mark.parametrize("change", ["code", "kinds"])
def test_since_run_works_all_again_under_other_rules_or_options(tmp_path, monkeypatch, change):
    path = articles(tmp_path / "in.jsonl", 4)
    assert run(path, "-o", tmp_path / "1.jsonl") == 0
    if change == "code":
        monkeypatch.setattr(settings, "code_digest", lambda: "another")
    options = ("--kinds", "sales,figure") if change == "kinds" else ()
    assert run(path, "-o", tmp_path / "2.jsonl", "--since-run", tmp_path / "1.jsonl.manifest.jsonl", *options) == 0
    assert end(tmp_path / "2.jsonl")["done"] == 4
