"""The command: outputs, exit status, messages for bad input."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from extractor import cli
from extractor.batch import work
from extractor.readers import check

GOOD = "Globex grows\n\nGlobex Corp sold 3 million phones in 2014.\n"


@pytest.fixture(autouse=True)
def one_model(monkeypatch, extractor):
    """The session's pipeline instead of a fresh one for every command."""
    monkeypatch.setattr(work, "load_extractor", lambda model: extractor)


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "good.txt"
    path.write_text(GOOD)
    return path


def run(capsys, *arguments):
    status = cli.main(["run", *map(str, arguments)])
    captured = capsys.readouterr()
    return status, [json.loads(line) for line in captured.out.splitlines()], captured.err


def test_text_file_has_a_title_and_claims(capsys, good):
    status, claims, errors = run(capsys, good)
    assert (status, errors) == (0, "")
    assert claims[0]["source"]["title"] == "Globex grows"
    assert claims[0]["evidence"]["text"] in GOOD.split("\n\n")[1]


def test_table_shows_evidence_in_context(capsys, good):
    assert cli.main(["run", str(good), "--format", "table"]) == 0
    assert "«sold 3 million phones in 2014»" in capsys.readouterr().out


def test_output_file_and_kinds(capsys, good, tmp_path):
    out = tmp_path / "claims.jsonl"
    assert cli.main(["run", str(good), "-o", str(out), "--kinds", "sales"]) == 0
    assert [json.loads(line)["kind"] for line in out.read_text().splitlines()] == ["sales"]
    assert cli.main(["run", str(good), "-o", str(out), "--min-confidence", "1"]) == 0
    assert out.read_text() == ""


def bad_inputs(tmp_path):
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02" * 100)
    (tmp_path / "word.txt").write_text("x" * 5_000_000)
    (tmp_path / "german.txt").write_text(
        "Der Umsatz der Firma stieg im vergangenen Jahr um zehn Prozent auf zwei Milliarden Euro, wie das Unternehmen am Montag in Berlin mitteilte. "
        "Der Gewinn ging dagegen leicht zurück, weil die Kosten für Energie und Personal stark gestiegen waren."
    )
    (tmp_path / "list.json").write_text('{"text": 5}')
    (tmp_path / "broken.json").write_text('{"text": ')
    (tmp_path / "date.json").write_text('{"text": "Globex Corp sold 3 million phones.", "published": "soon"}')


MESSAGES = {
    "empty.txt": "is empty",
    "binary.txt": "is a binary file, not text",
    "word.txt": "holds a word of over 5,000 characters",
    "list.json": "'text' must be a string",
    "broken.json": "is not valid JSON",
    "date.json": "published: 'soon' is no date",
    "missing.txt": "no such file or folder",
}


@pytest.mark.parametrize("name", sorted(MESSAGES))
def test_bad_input_is_named_and_the_rest_comes_out(capsys, good, tmp_path, name):
    bad_inputs(tmp_path)
    status, claims, errors = run(capsys, tmp_path / name, good)
    assert status == 1
    assert f"{name}: " in errors and MESSAGES[name] in errors
    assert [claim["source"]["id"] for claim in claims if claim["kind"] == "sales"] == ["good"]


def test_another_language_is_skipped_and_no_failure(capsys, good, tmp_path):
    bad_inputs(tmp_path)
    status, claims, errors = run(capsys, tmp_path / "german.txt", good)
    assert status == 0 and "german.txt: is not in English" in errors
    assert {claim["source"]["id"] for claim in claims} == {"good"}


def test_malformed_line_of_jsonl(capsys, tmp_path):
    path = tmp_path / "two.jsonl"
    path.write_text('{"text": "Globex Corp sold 3 million phones in 2014."}\n{oops\n[1]\n{"id": "c", "text": "Globex Corp sold 5 cars in 2015."}\n')
    status, claims, errors = run(capsys, path, "--kinds", "sales")
    assert status == 1
    assert "two.jsonl: line 2: is not valid JSON" in errors and "line 3: an article is a JSON object" in errors
    assert [claim["source"]["id"] for claim in claims] == ["two-1", "c"]


def test_unreadable_folder(capsys, good, tmp_path, monkeypatch):
    folder = tmp_path / "locked"
    folder.mkdir()

    def refuse(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.iterdir", refuse)
    status, claims, errors = run(capsys, folder, good)
    assert (status, bool(claims)) == (1, True)
    assert "locked: folder cannot be read: Permission denied" in errors


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--kinds", "rumour"], "no such kind rumour"),
        (["--min-confidence", "7"], "not between 0 and 1"),
        (["--published", "soon"], "'soon' is no date"),
        (["-o", "/nonexistent/folder/out"], "cannot be written"),
    ],
)
def test_wrong_usage(capsys, good, arguments, message):
    assert cli.main(["run", str(good), *arguments]) == 2
    assert message in capsys.readouterr().err


def test_a_fault_in_one_article_does_not_stop_the_batch(capsys, good, tmp_path, monkeypatch, extractor):
    (tmp_path / "other.txt").write_text(GOOD)
    whole = extractor.claims

    def faulty(article, *given):
        if article.id == "good":
            raise IndexError("boom")
        return whole(article, *given)

    monkeypatch.setattr(extractor, "claims", faulty)
    status, claims, errors = run(capsys, good, tmp_path / "other.txt")
    assert status == 1 and "good: could not be worked: IndexError: boom" in errors
    assert {claim["source"]["id"] for claim in claims} == {"other"}


def test_output_that_is_an_input_is_refused_and_kept(capsys, good, tmp_path):
    before = good.read_text()
    assert cli.main(["run", str(good), "-o", str(good)]) == 2
    assert cli.main(["run", str(tmp_path), "-o", str(tmp_path / "claims.jsonl")]) == 2
    assert good.read_text() == before and "write it elsewhere" in capsys.readouterr().err


def test_same_name_in_two_folders_is_two_ids(capsys, tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "story.txt").write_text(GOOD)
    _, claims, _ = run(capsys, tmp_path, "--kinds", "sales")
    assert [claim["source"]["id"] for claim in claims] == ["a/story", "b/story"]
    assert len({claim["id"] for claim in claims}) == 2


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"text": "Globex.", "n": ' + "9" * 5000 + "}", "is not valid JSON"),
        ('{"text": "Globex Corp sold 3 million phones \\ud83d in 2014."}', "half a character"),
        ("[" * 100_000, "line 1"),
    ],
    ids=["long integer", "lone surrogate", "deep nesting"],
)
def test_awkward_json_line_is_named(capsys, tmp_path, line, message):
    path = tmp_path / "awkward.jsonl"
    path.write_text(line + '\n{"text": "Globex Corp sold 5 cars in 2015."}\n')
    status, claims, errors = run(capsys, path)
    assert status == 1 and message in errors and "awkward.jsonl" in errors
    assert claims


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings_are_read(capsys, tmp_path, encoding):
    path = tmp_path / "encoded.txt"
    path.write_bytes("Globex grows\n\nGlobex Corp’s revenue was £3 million in 2014.\n".encode(encoding))
    _, claims, _ = run(capsys, path)
    assert [(c["quantity"]["low"], c["quantity"]["unit"]) for c in claims if c["kind"] == "sales"] == [(3e6, "GBP")]


def test_unreadable_file_is_named(capsys, good, tmp_path, monkeypatch):
    (tmp_path / "locked.txt").write_text(GOOD)
    whole = type(good).open

    def refuse(self, *arguments, **options):
        if self.name == "locked.txt":
            raise PermissionError(13, "Permission denied")
        return whole(self, *arguments, **options)

    monkeypatch.setattr("pathlib.Path.open", refuse)
    status, claims, errors = run(capsys, tmp_path / "locked.txt", good)
    assert status == 1 and claims and "locked.txt: cannot be read: Permission denied" in errors


def test_word_of_the_length_of_an_article_is_refused():
    from extractor.errors import ArticleError

    with pytest.raises(ArticleError, match="word of over 5,000"):
        check.check_text("x" * 900_000, "word")


def test_order_of_inputs_changes_only_the_order_of_output(capsys, good, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(GOOD.replace("Globex", "Initech"))
    first, second = run(capsys, good, other)[1], run(capsys, other, good)[1]
    assert first != second and sorted(first, key=lambda c: c["id"]) == sorted(second, key=lambda c: c["id"])


def test_default_model_of_unknown_hash_is_refused(monkeypatch):
    from extractor import model
    from extractor.errors import ModelError

    monkeypatch.setattr(model, "KNOWN", {model.DEFAULT: ("3.8.0", "another")})
    with pytest.raises(ModelError, match="is not the pinned one"):
        model.load_model()


def test_package_that_is_no_pipeline_is_refused():
    from extractor import model
    from extractor.errors import ModelError

    with pytest.raises(ModelError, match="not a spaCy pipeline"):
        model.load_model("json")


def test_help_and_import_load_nothing_heavy():
    code = (
        "import sys, extractor, extractor.cli\n"
        "try: extractor.cli.main(['run', '--help'])\n"
        "except SystemExit: pass\n"
        "print('HEAVY', [m for m in ('spacy', 'quantulum3', 'dateparser', 'pydantic', 'pyarrow', 'datasketch', 'numpy', 'tqdm', 'ray') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip().endswith("HEAVY []")


def test_spacy_is_loaded_without_its_command_line_and_has_it_when_asked():
    code = (
        "import sys; from extractor.model import load_model; load_model(); import spacy\n"
        "print([name for name in ('spacy.cli', 'weasel', 'typer') if name in sys.modules], spacy.info()['spacy_version'] == spacy.__version__)\n"
        "from spacy.cli import download; print(download.__module__)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out == "[] True\nspacy.cli.download\n"


def test_inspect_and_explain(capsys, good):
    assert cli.main(["inspect", str(good)]) == 0
    assert "quantity  3 million phones" in capsys.readouterr().out
    assert cli.main(["explain", str(good)]) == 0
    assert "rule <company> units_sold-verb <quantity>" in capsys.readouterr().out


def test_doctor_knows_the_pinned_model(capsys):
    assert cli.main(["doctor"]) == 0
    assert "(known)" in capsys.readouterr().out


def test_unknown_model_is_refused_with_its_name(capsys):
    assert cli.main(["doctor", "--model", "no_such_model"]) == 1
    assert "'no_such_model' is not installed" in capsys.readouterr().err
