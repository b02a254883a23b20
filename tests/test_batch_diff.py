"""`extractor diff`: claims added, lost and changed between two runs."""

from __future__ import annotations

import gzip
import json

import pytest

from extractor import cli


def claim(id, article="a", start=0, name="Globex", **facets):
    evidence = {"start": start, "end": start + 9, "text": "sold cars", "part": "text"}
    return {
        "id": id, "kind": "sales", "subject": {"name": name, "type": "organization", "via": "name"}, "predicate": "units_sold",
        "quantity": None, "period": None, "confidence": 0.5, "evidence": evidence, "source": {"id": article}, **facets,
    }  # fmt: skip


def diff(capsys, tmp_path, before, after):
    for name, claims in (("a", before), ("b", after)):
        (tmp_path / name).write_text("".join(json.dumps(one) + "\n" for one in claims))
    status = cli.main(["diff", str(tmp_path / "a"), str(tmp_path / "b"), "--format", "jsonl"])
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def what(found):
    return [(one["what"], (one["before"] or one["after"])["id"], one["facets"]) for one in found]


BASE = [claim("1"), claim("2", start=20), claim("3", "b"), claim("4", "c")]


@pytest.mark.parametrize("after", [BASE, BASE[2:] + BASE[:2], [BASE[1], BASE[0], *BASE[2:]]], ids=["same", "other order", "in an article"])
def test_same_claims_in_any_order_are_no_difference(capsys, tmp_path, after):
    assert diff(capsys, tmp_path, BASE, after) == (0, [])


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ([*BASE, claim("5", "d")], [("added", "5", [])]),
        (BASE[1:], [("lost", "1", [])]),
        ([claim("1", confidence=0.9), *BASE[1:]], [("changed", "1", ["confidence"])]),
        ([claim("9", period={"text": "2014"}), *BASE[1:]], [("changed", "1", ["period"])]),
        ([claim("9", name="Initech"), *BASE[1:]], [("lost", "1", []), ("added", "9", [])]),
        ([claim("9", start=5), *BASE[1:]], [("lost", "1", []), ("added", "9", [])]),
        (BASE[:2], [("lost", "3", []), ("lost", "4", [])]),
        ([BASE[0], BASE[2], claim("2", "c", start=20), BASE[3]], [("added", "2", []), ("lost", "2", [])]),
    ],
    ids=["added", "lost", "surer", "other facet", "other subject", "other place", "articles lost", "other article"],
)
def test_differences(capsys, tmp_path, after, expected):
    status, found = diff(capsys, tmp_path, BASE, after)
    assert status == 1 and sorted(what(found)) == sorted(expected)


def test_differences_for_reading(capsys, tmp_path):
    with gzip.open(tmp_path / "a.gz", "wt") as file:
        file.write(json.dumps(claim("1", quantity={"text": "3 cars", "low": 3.0})) + "\n")
    (tmp_path / "b").write_text(json.dumps(claim("2", quantity={"text": "4 cars", "low": 4.0})) + "\n")
    assert cli.main(["diff", str(tmp_path / "a.gz"), str(tmp_path / "b")]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "a",
        "  ~ sales/units_sold  Globex  “4 cars” (low 4.0)  «sold cars»",
        "      quantity: “3 cars” (low 3.0) → “4 cars” (low 4.0)",
        "0 added, 0 lost, 1 changed",
    ]


@pytest.mark.parametrize("content", [None, "[1]\n", "no JSON\n", '{"source": {}}\n'])
def test_what_is_no_output_of_a_run_is_refused(capsys, tmp_path, content):
    (tmp_path / "a").write_text(json.dumps(claim("1")) + "\n")
    if content is not None:
        (tmp_path / "b").write_text(content)
    assert cli.main(["diff", str(tmp_path / "a"), str(tmp_path / "b")]) == 2
    assert capsys.readouterr().err.startswith(f"extractor: {tmp_path}/b: ")
