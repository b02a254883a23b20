"""The Ray engine against a real Ray, started on this machine by the run: the same files as the local engine's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from test_batch import HERE, ROOT, articles, fake_extractor, lines, run  # noqa: F401 - the fixture is for all tests here

from extractor.batch import work

pytest.importorskip("ray")


@pytest.fixture(autouse=True)
def importable(monkeypatch):
    """The actors find this checkout and the fake extractor, as those of a cluster find an installed package."""
    monkeypatch.setenv("PYTHONPATH", f"{ROOT}{os.pathsep}{HERE}")


def test_same_files_as_the_local_engine_whatever_fails(tmp_path):
    special = dict.fromkeys(range(0, 40, 4), "SLOW") | {3: "HANG", 9: "SEGV", 14: "RAISE", 21: "KLINGON", 22: "EXIT", 30: "REFUSE"}
    path = articles(tmp_path / "in.jsonl", 40, special)
    made = {}
    for engine in ("local", "ray"):
        out = tmp_path / f"{engine}.jsonl"
        assert run(path, "-o", out, "--engine", engine, "--workers", "2", "--time-limit", "1", "--recycle", "15") == 1
        letters = lines(Path(f"{out}.dead.jsonl"))
        reasons = [(letter["id"], letter["reason"]) for letter in letters]
        made[engine] = (out.read_bytes(), Path(f"{out}.manifest.jsonl").read_bytes(), reasons)
    assert made["ray"] == made["local"]
    assert "in hang" in letters[0]["traceback"] and "IndexError: boom" in letters[2]["traceback"]


def test_model_that_no_actor_can_load(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(work, "FACTORY", "batch_fakes:make_nothing")
    assert run(articles(tmp_path / "in.jsonl", 3), "-o", tmp_path / "out.jsonl", "--engine", "ray", "--workers", "1") == 2
    assert "RuntimeError: no such model" in capsys.readouterr().err
    assert [one.name for one in tmp_path.iterdir()] == ["in.jsonl"]
