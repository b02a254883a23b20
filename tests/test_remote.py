"""Inputs by address: the same articles as from a folder, and a message for what cannot be reached."""

from __future__ import annotations

import gzip
import json

import pytest

from extractor.batch.reading import Reading
from extractor.readers import read_items

fsspec = pytest.importorskip("fsspec")

FILES = {
    "b.txt": b"Globex sold phones.",
    "a/c.jsonl.gz": gzip.compress(b"".join(json.dumps({"text": f"Story {n}"}).encode() + b"\n" for n in range(3))),
    "a/b/d.json": json.dumps({"id": "x", "text": "Initech sold cars."}).encode(),
    "a.txt": b"",
    "image.png": b"\x89PNG",
}


def told(inputs, root, **options):
    """Ids and messages of what is found, without the root's own name."""
    return [
        (item.article.id if item.article else str(item.error).replace(root, ""), item.where.replace(root, ""))
        for item in read_items(inputs, **options)
    ]


@pytest.fixture
def both(tmp_path):
    """The same files in a folder and at an address."""
    memory = fsspec.filesystem("memory")
    for name, data in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_bytes(data)
        memory.pipe(f"/news/{name}", data)
    yield str(tmp_path), "memory://news"
    memory.rm("/news", recursive=True)


@pytest.mark.parametrize("options", [{}, {"input_format": "text"}], ids=["by name", "every file"])
def test_same_articles_as_from_a_folder(both, options):
    folder, address = both
    found = told([address], address, **options)
    assert found == told([folder], folder, **options) and len(found) >= 5
    assert told([address + "/"], address, **options) == found


def test_one_file_and_one_of_many(both):
    folder, address = both
    assert told([f"{address}/b.txt"], address) == [("b", "/b.txt")]
    assert [item.article.id for _, item in Reading().read([address], f"file://{folder}/b.txt")] == []
    one = list(Reading().read_here([address], f"{address}/a/b/d.json"))
    assert [(root, item.article.id) for root, item in one] == [(address, "x")]
    assert told([f"file://{folder}/b.txt"], f"file://{folder}") == [("b", "/b.txt")]


@pytest.mark.parametrize(
    ("name", "message"),
    [("memory://news/none.txt", "no such file or folder"), ("nowhere://x/y.txt", "cannot be read: Protocol not known")],
)
def test_what_cannot_be_reached_is_named(both, name, message):
    ((found, where),) = told([name], "")
    assert where == name and found.startswith(f"{name}: {message}")
