"""Output formats: the same claims in each, streamed, and safe to open."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path

import pytest

from extractor.batch import outputs, parquet
from extractor.batch.flat import COLUMNS, row, safe
from extractor.errors import UsageError
from extractor.record import Claim

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def claims(extractor):
    """Claims of two real articles, as lines of JSON."""
    found = []
    for name in ("borealis-phones", "polaris-merger"):
        article = json.loads((ROOT / "corpus" / "articles" / f"{name}.json").read_text())
        found += extractor.extract(article["text"], title=article["title"], published="2016-02-03", id=name)
    assert len(found) > 10
    return [claim.to_json() + "\n" for claim in found]


def made(format, lines):
    file = io.BytesIO()
    with outputs.writer(file, format) as writer:
        writer.write(lines[:3])
        writer.write(lines[3:])
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "named", "format"),
    [
        ("a.jsonl", None, "jsonl"), ("a", None, "jsonl"), ("a.jsonl.gz", None, "jsonl.gz"), ("a.json.zst", None, "jsonl.zst"),
        ("a.csv", None, "csv"), ("a.csv.gz", None, "csv.gz"), ("a.PARQUET", None, "parquet"), ("a.txt", "csv", "csv"),
        ("a.gz", "csv", "csv.gz"), ("a.csv", "jsonl", "jsonl"),
    ],
)  # fmt: skip
def test_format_by_name_or_option(name, named, format):
    assert outputs.format_of(name, named) == format


def test_packed_lines_unpack_to_the_lines_and_know_no_time_or_name(claims, monkeypatch):
    zstandard = pytest.importorskip("zstandard")
    whole = "".join(claims).encode()
    assert made("jsonl", claims) == whole
    packed = made("jsonl.gz", claims)
    assert gzip.decompress(packed) == whole and packed[3:8] == bytes(5)
    assert zstandard.ZstdDecompressor().decompressobj().decompress(made("jsonl.zst", claims)) == whole


def test_parquet_holds_every_field_nested(claims, monkeypatch):
    pyarrow_parquet = pytest.importorskip("pyarrow.parquet")
    monkeypatch.setattr(parquet, "_ROWS", 7)
    data = made("parquet", claims)
    file = pyarrow_parquet.ParquetFile(io.BytesIO(data))
    assert file.metadata.num_row_groups == -(-len(claims) // 7)
    rows = file.read().to_pylist()
    assert [Claim.model_validate(row) for row in rows] == [Claim.model_validate_json(line) for line in claims]
    assert made("parquet", claims) == data


def test_parquet_schema_is_the_same_without_claims(claims):
    pyarrow_parquet = pytest.importorskip("pyarrow.parquet")
    schemas = [pyarrow_parquet.read_schema(io.BytesIO(made("parquet", lines))) for lines in ([], claims)]
    assert schemas[0].equals(schemas[1]) and schemas[0].names == list(Claim.model_fields)


def test_csv_has_a_row_for_every_claim_and_a_column_for_every_field(claims):
    rows = list(csv.DictReader(io.StringIO(made("csv", claims).decode(), newline="")))
    assert [row["id"] for row in rows] == [json.loads(line)["id"] for line in claims]
    assert list(rows[0]) == list(COLUMNS)
    assert float(rows[0]["low"]) == json.loads(claims[0])["quantity"]["low"]
    # a field that the claim gains needs a column, or it is lost here
    told = {path.partition(".")[0] for path in COLUMNS.values()}
    assert told == set(Claim.model_fields)
    assert gzip.decompress(made("csv.gz", claims)) == made("csv", claims)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_cells_that_a_spreadsheet_would_run_are_made_safe(claims, start):
    claim = json.loads(claims[0])
    claim["subject"]["name"] = claim["source"]["title"] = f"{start}cmd|' /C calc'!A0"
    claim["quantity"]["low"] = -3.5
    cells = dict(zip(COLUMNS, row(claim), strict=True))
    assert cells["subject"] == cells["title"] == "'" + claim["subject"]["name"]
    assert cells["low"] == -3.5 and safe("plain - text") == "plain - text" and safe(None) is None


def test_missing_library_is_told_with_the_extra(monkeypatch):
    from extractor.readers import library

    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(library, "import_module", missing)
    for format in ("parquet", "jsonl.zst"):
        with pytest.raises(UsageError, match=r"install extractor\[formats\]"):
            made(format, [])
