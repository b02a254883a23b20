"""Runs over many articles: the same bytes whatever happens, nothing lost, and told what failed and why."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import json
import os
import random
import re
import signal
import struct
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import batch_fakes
import pytest

from extractor import cli
from extractor.batch import command, folder, progress, reading, work, worker
from extractor.batch.engine import Inline

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
FAILURES = {"HANG": "timeout", "SEGV": "crash", "EXIT": "crash", "RAISE": "exception", "REFUSE": "data"}


@pytest.fixture(autouse=True)
def fake_extractor(monkeypatch):
    """The fast extractor in the place of the real one, in this process and in its workers."""
    monkeypatch.setattr(work, "FACTORY", batch_fakes.FACTORY)


def articles(path, count, special=None):
    """A file of articles, those of the numbers in `special` with a word that makes the fake extractor fail."""
    special = special or {}
    path.write_text(
        "".join(
            json.dumps({"id": f"a/{number}", "text": f"{special.get(number, 'Plain')} story number {number}, and no more"}) + "\n"
            for number in range(count)
        )
    )
    return path


def run(*arguments):
    return cli.main(["run", *map(str, arguments)])


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def records(out):
    """The manifest's records of articles, by id."""
    found = lines(Path(f"{out}.manifest.jsonl"))
    assert "manifest" in found[0] and "end" in found[-1]
    return {record["id"]: record for record in found[1:-1]}


def end(out):
    return lines(Path(f"{out}.manifest.jsonl"))[-1]["end"]


# the same bytes


def test_same_bytes_with_any_number_of_workers_whatever_fails(tmp_path):
    special = dict.fromkeys(range(0, 90, 3), "SLOW") | {7: "HANG", 20: "SEGV", 33: "RAISE", 41: "EXIT", 50: "KLINGON", 64: "REFUSE"}
    path = articles(tmp_path / "in.jsonl", 90, special)
    made = set()
    for workers in (1, 2, 8):
        out = tmp_path / f"{workers}.jsonl"
        assert run(path, "-o", out, "--workers", workers, "--time-limit", "0.5", "--recycle", "11") == 1
        made.add((out.read_bytes(), out.with_name(out.name + ".manifest.jsonl").read_bytes()))
    assert len(made) == 1
    assert end(out) | {"claims": 0, "kinds": 0} == {
        "articles": 90, "done": 84, "dead": 5, "skipped": 1, "duplicate": 0, "claims": 0, "kinds": 0,
        "reasons": {"crash": 2, "data": 1, "exception": 1, "language": 1, "timeout": 1},
    }  # fmt: skip
    assert len(out.read_bytes().splitlines()) == end(out)["claims"] > 84


def test_any_order_of_inputs_gives_the_same_claims(tmp_path):
    one, two = articles(tmp_path / "1.jsonl", 30), tmp_path / "2.jsonl"
    two.write_text("".join(reversed(one.read_text().splitlines(keepends=True))))
    assert run(one, "-o", tmp_path / "a.jsonl") == run(two, "-o", tmp_path / "b.jsonl", "--workers", "3") == 0
    first, second = lines(tmp_path / "a.jsonl"), lines(tmp_path / "b.jsonl")
    assert first != second and sorted(map(str, first)) == sorted(map(str, second))


def started(*arguments):
    """A run in a process of its own, so that it can be killed."""
    return subprocess.Popen(
        [sys.executable, HERE / "batch_fakes.py", "run", *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{HERE}"}, stderr=subprocess.PIPE, text=True,
        # a shell has its background jobs ignore Ctrl-C, and these tests may run in one
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip


def test_killed_at_twenty_moments_and_resumed_the_bytes_are_the_same(tmp_path, monkeypatch):
    special = dict.fromkeys(range(0, 1500, 2), "SLOW") | {100: "RAISE", 700: "KLINGON", 1200: "RAISE"}
    path = articles(tmp_path / "in.jsonl", 1500, special)
    whole, out = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    begun = time.monotonic()
    assert started(path, "-o", whole, "--workers", "2").wait() == 1
    took = time.monotonic() - begun
    moments = random.Random(4)
    broken = 0
    for number in range(20):
        run = started(path, "-o", out, "--workers", "2", *(["--resume"] if number else []))
        # short enough that most runs are broken off, long enough that each gets somewhere
        time.sleep(moments.uniform(0.2, 0.25 * took + 0.5))
        run.send_signal(signal.SIGKILL)
        broken += run.wait() == -signal.SIGKILL
        run.stderr.close()
    assert broken >= 5
    assert started(path, "-o", out, "--workers", "2", "--resume").wait() == 1
    for suffix in ("", ".manifest.jsonl"):
        assert Path(f"{out}{suffix}").read_bytes() == Path(f"{whole}{suffix}").read_bytes()
    assert [letter["id"] for letter in lines(Path(f"{out}.dead.jsonl"))] == ["a/100", "a/1200"]
    assert not Path(f"{out}.work").exists()


def test_broken_off_between_any_two_steps_and_resumed_the_bytes_are_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(command, "_engine", lambda options: Inline(command._job(options)))
    monkeypatch.setattr(folder, "PART_ARTICLES", 10)
    path, whole = articles(tmp_path / "in.jsonl", 35, {3: "RAISE", 30: "RAISE"}), tmp_path / "whole.jsonl"
    assert run(path, "-o", whole) == 1
    statuses = []
    for step in range(1, 100):
        out, calls = tmp_path / f"{step}.jsonl", []

        def counted(whole, *arguments, step=step, calls=calls, **options):
            calls.append(whole)
            if len(calls) == step:
                raise KeyboardInterrupt
            return whole(*arguments, **options)

        with monkeypatch.context() as patch:
            for name in ("replace", "unlink", "rmdir", "fsync"):
                patch.setattr(os, name, partial(counted, getattr(os, name)))
            statuses.append(run(path, "-o", out))
        assert run(path, "-o", out, "--resume") == 1
        for suffix in ("", ".manifest.jsonl"):
            assert Path(f"{out}{suffix}").read_bytes() == Path(f"{whole}{suffix}").read_bytes()
        assert [letter["id"] for letter in lines(Path(f"{out}.dead.jsonl"))] == ["a/3", "a/30"]
        assert not Path(f"{out}.work").exists()
        if len(calls) < step:
            break
    assert len(statuses) > 20 and statuses[-1] == 1 and set(statuses[:-1]) == {130}


def test_interrupted_by_ctrl_c_it_says_how_to_go_on(tmp_path):
    path = articles(tmp_path / "in.jsonl", 2000, dict.fromkeys(range(2000), "SLOW"))
    out = tmp_path / "out.jsonl"
    run = started(path, "-o", out)
    while not list(Path(f"{out}.work").glob("*.part")):  # no part is whole yet that an end could keep
        assert run.poll() is None
        time.sleep(0.02)
    run.send_signal(signal.SIGINT)
    told = run.communicate()[1]
    assert run.returncode == 130 and "--resume goes on from there" in told and not out.exists()
    assert list(Path(f"{out}.work").glob("*.part"))


def test_workers_end_with_a_killed_parent(tmp_path):
    path = articles(tmp_path / "in.jsonl", 1, {0: "HANG"})
    run = started(path, "-o", tmp_path / "out.jsonl")
    children = Path(f"/proc/{run.pid}/task/{run.pid}/children")
    if not children.exists():
        run.kill()
        pytest.skip("no /proc that tells a process's children")

    def below(process):
        try:
            found = Path(f"/proc/{process}/task/{process}/children").read_text().split()
        except OSError:
            return []
        return found + [one for child in found for one in below(child)]

    # the nursery, its worker, and for a moment the process that reads the inputs
    while len(processes := below(run.pid)) < 2 or not any(below(one) for one in processes):
        time.sleep(0.02)
    run.kill()
    run.wait()
    until = time.monotonic() + 5
    while any(Path(f"/proc/{one}").exists() for one in processes) and time.monotonic() < until:
        time.sleep(0.02)
    assert not any(Path(f"/proc/{one}").exists() for one in processes)


# resuming


def test_a_part_in_place_is_kept_whatever_comes_right_after(tmp_path, monkeypatch):
    monkeypatch.setattr(command, "_engine", lambda options: Inline(command._job(options)))
    monkeypatch.setattr(folder, "PART_ARTICLES", 10)
    out = tmp_path / "out.jsonl"

    def interrupted(old, new, replace=os.replace):
        replace(old, new)
        if str(new).endswith(".part"):
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", interrupted)
        assert run(articles(tmp_path / "in.jsonl", 35), "-o", out) == 130
    assert list(Path(f"{out}.work").glob("*.part"))


@pytest.fixture
def broken_off(tmp_path, monkeypatch):
    """A run of 60 articles broken off in the 41st, by a disk that fills up."""
    path = articles(tmp_path / "in.jsonl", 60)
    out = tmp_path / "out.jsonl"
    add = folder.WorkFolder.add

    def fills_up(self, task, result):
        if task.id == "a/40":
            raise OSError(errno.ENOSPC, "No space left on device")
        add(self, task, result)

    with monkeypatch.context() as patch:
        patch.setattr(folder.WorkFolder, "add", fills_up)
        assert run(path, "-o", out) == 4
    return path, out


def test_run_goes_on_where_a_full_disk_broke_it_off(tmp_path, broken_off):
    path, out = broken_off
    assert not out.exists() and list(Path(f"{out}.work").glob("*.part"))
    whole = tmp_path / "whole.jsonl"
    assert run(path, "-o", whole) == 0 == run(path, "-o", out, "--resume")
    assert out.read_bytes() == whole.read_bytes() and len(records(out)) == 60


def test_broken_run_is_not_begun_anew_unasked(broken_off, capsys):
    path, out = broken_off
    assert run(path, "-o", out) == 2
    assert "--resume continues it, or remove that folder to start over" in capsys.readouterr().err


def test_resume_refuses_other_settings_and_other_inputs(broken_off, capsys):
    path, out = broken_off
    assert run(path, "-o", out, "--resume", "--kinds", "sales") == 2
    assert "begun with other settings (kinds: " in capsys.readouterr().err
    path.write_text(path.read_text().replace("number 12,", "number twelve,"))
    assert run(path, "-o", out, "--resume") == 2
    assert f"{path}: line 13: the inputs have changed" in capsys.readouterr().err
    path.write_text("".join(path.read_text().splitlines(keepends=True)[:5]))
    assert run(path, "-o", out, "--resume") == 2 and "the inputs have changed" in capsys.readouterr().err


def test_resume_of_a_run_that_ended_does_nothing_and_of_none_begins(tmp_path, capsys):
    path, out = articles(tmp_path / "in.jsonl", 3, {1: "RAISE"}), tmp_path / "out.jsonl"
    assert run(path, "-o", out, "--resume") == 1
    before = out.stat().st_mtime_ns
    path.unlink()
    assert run(path, "-o", out, "--resume") == 1
    assert out.stat().st_mtime_ns == before and "3 articles: 2 done, 1 dead" in capsys.readouterr().err


def test_two_runs_on_one_output(tmp_path, capsys):
    path, out = articles(tmp_path / "in.jsonl", 3), tmp_path / "out.jsonl"
    held = folder.WorkFolder(out)
    assert run(path, "-o", out) == 2
    assert "another run is writing it" in capsys.readouterr().err
    held.close()
    assert run(path, "-o", out) == 0


# failures


def test_dead_letter_tells_why_and_can_be_tried_again(tmp_path):
    path = articles(tmp_path / "in.jsonl", 8, dict(enumerate(FAILURES)))
    out = tmp_path / "out.jsonl"
    assert run(path, "-o", out, "--time-limit", "0.3") == 1
    letters = lines(Path(f"{out}.dead.jsonl"))
    assert [letter["reason"] for letter in letters] == list(FAILURES.values())
    assert [letter["position"] for letter in letters] == [f"line {number}" for number in range(1, 6)]
    assert all(letter["file"] == letter["input"] == str(path) for letter in letters)
    for number, told in ((0, "in hang"), (1, "Segmentation fault"), (3, "IndexError: boom")):
        assert told in letters[number]["traceback"]
    assert letters[2]["message"] == "a/2: its worker ended itself with status 3"
    # what was wrong with the extractor is put right, or with the articles
    dead = tmp_path / "dead.jsonl"
    dead.write_text(Path(f"{out}.dead.jsonl").read_text().replace("HANG", "Plain").replace("RAISE", "Plain"))
    assert run("--retry", dead, "-o", tmp_path / "more.jsonl", "--time-limit", "0.3") == 1
    assert {claim["source"]["id"] for claim in lines(tmp_path / "more.jsonl")} == {"a/0", "a/3"}
    assert [letter["position"] for letter in lines(tmp_path / "more.jsonl.dead.jsonl")] == ["line 2", "line 3", "line 5"]


def test_what_could_not_be_read_is_read_again(tmp_path):
    path = tmp_path / "news" / "in.jsonl"
    path.parent.mkdir()
    good = [json.dumps({"text": f"Story number {number}"}) + "\n" for number in range(3)]
    path.write_text(good[0] + "{oops\n" + good[2])
    (path.parent / "empty.txt").write_text("")
    assert run(path.parent, "-o", tmp_path / "out.jsonl") == 1
    path.write_text("".join(good))
    (path.parent / "empty.txt").write_text("No longer empty")
    assert run("--retry", tmp_path / "out.jsonl.dead.jsonl", "-o", tmp_path / "more.jsonl") == 0
    assert list(records(tmp_path / "more.jsonl")) == ["empty", "in-2"]


def test_rest_of_a_file_that_was_cut_short_is_read_again(tmp_path):
    import gzip

    whole = gzip.compress("".join(json.dumps({"id": str(n), "text": os.urandom(40).hex()}) + "\n" for n in range(3000)).encode())
    path = tmp_path / "in.jsonl.gz"
    path.write_bytes(whole[: len(whole) // 2])
    assert run(path, "-o", tmp_path / "out.jsonl", "--any-language") == 1
    read = [record["id"] for record in records(tmp_path / "out.jsonl").values() if record["outcome"] == "done"]
    path.write_bytes(whole)
    assert run("--retry", tmp_path / "out.jsonl.dead.jsonl", "-o", tmp_path / "more.jsonl", "--any-language") == 0
    assert read and read + list(records(tmp_path / "more.jsonl")) == [str(number) for number in range(3000)]


def test_what_came_by_standard_input_is_not_waited_for_again(tmp_path, capsys):
    dead = tmp_path / "dead.jsonl"
    letter = {"input": "-", "file": "<stdin>", "position": "line 2", "ordinal": 1, "article": None}
    dead.write_text(json.dumps(letter) + "\n")
    assert run("--retry", dead, "-o", tmp_path / "more.jsonl") == 1
    assert "<stdin>: line 2: standard input cannot be read again" in capsys.readouterr().err


def test_files_in_the_work_folder_that_are_not_ours_stay(tmp_path):
    (tmp_path / "out.jsonl.work").mkdir()
    (tmp_path / "out.jsonl.work" / "notes.txt").write_text("mine")
    assert run(articles(tmp_path / "in.jsonl", 3), "-o", tmp_path / "out.jsonl") == 0
    assert [path.name for path in (tmp_path / "out.jsonl.work").iterdir()] == ["notes.txt"]


@pytest.mark.parametrize(
    ("level", "failing", "status", "outcome"),
    [
        ("skip", "REFUSE", 1, "dead"),
        ("skip", "RAISE", 1, "dead"),
        ("skip-data", "REFUSE", 0, "skipped"),
        ("skip-data", "RAISE", 3, None),
        ("skip-data", "SEGV", 3, None),
        ("stop", "REFUSE", 3, None),
        ("stop", "KLINGON", 0, "skipped"),
    ],
)
def test_tolerance(tmp_path, level, failing, status, outcome):
    path, out = articles(tmp_path / "in.jsonl", 5, {2: failing}), tmp_path / "out.jsonl"
    assert run(path, "-o", out, "--on-error", level) == status
    assert out.exists() == (outcome is not None)
    if outcome:
        assert records(out)["a/2"]["outcome"] == outcome and end(out)["done"] == 4
    else:
        assert run(path, "-o", out, "--on-error", "skip", "--resume") == (1 if level == "stop" else 2)


def test_more_errors_than_allowed_stop_the_run_and_resume_with_more_goes_on(tmp_path, capsys):
    path, out = articles(tmp_path / "in.jsonl", 20, {3: "RAISE", 6: "RAISE", 9: "RAISE"}), tmp_path / "out.jsonl"
    assert run(path, "-o", out, "--max-errors", "2") == 3
    assert "a/9: could not be worked: IndexError: boom; stopped" in capsys.readouterr().err
    assert run(path, "-o", out, "--max-errors", "3", "--resume") == 1
    assert end(out)["done"] == 17


def test_model_that_cannot_be_loaded_leaves_nothing(tmp_path, capsys, monkeypatch):
    path, out = articles(tmp_path / "in.jsonl", 3), tmp_path / "out.jsonl"
    monkeypatch.setattr(work, "FACTORY", "batch_fakes:make_nothing")
    assert run(path, "-o", out) == 2
    assert "the model could not be loaded: RuntimeError: no such model" in capsys.readouterr().err
    assert [one.name for one in tmp_path.iterdir()] == ["in.jsonl"]


def test_lost_article_is_noticed(tmp_path, capsys, monkeypatch):
    from extractor.batch.pool import Pool

    whole = Pool.work
    monkeypatch.setattr(Pool, "work", lambda self, tasks: (pair for pair in whole(self, tasks) if pair[0].id != "a/1"))
    assert run(articles(tmp_path / "in.jsonl", 3), "-o", tmp_path / "out.jsonl") == 3
    assert "3 articles came in, 2 went out" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_standard_output_that_is_full(tmp_path):
    path = articles(tmp_path / "in.jsonl", 3)
    with open("/dev/full", "w") as full:
        made = subprocess.run(
            [sys.executable, HERE / "batch_fakes.py", "run", path], stdout=full, stderr=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{HERE}"},
        )  # fmt: skip
    assert made.returncode == 4 and "the disk is full" in made.stderr


def test_file_size_limit_is_a_full_disk(tmp_path):
    path, out = articles(tmp_path / "in.jsonl", 2000), tmp_path / "out.jsonl"
    code = "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (9999, 9999)); import runpy; sys.argv[0] = sys.argv[1]; del sys.argv[1]; runpy.run_path(sys.argv[0], run_name='__main__')"
    made = subprocess.run(
        [sys.executable, "-c", code, HERE / "batch_fakes.py", "run", path, "-o", out], capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{HERE}"},
    )  # fmt: skip
    assert made.returncode == 4 and "the disk is full" in made.stderr and not out.exists()
    assert run(path, "-o", out, "--resume") == 0 and len(records(out)) == 2000


def test_claims_stream_to_standard_output_with_workers_too(tmp_path, capsys):
    path = articles(tmp_path / "in.jsonl", 20, {3: "SEGV", 4: "RAISE"})
    dead = tmp_path / "dead.jsonl"
    assert run(path, "--workers", "2", "--dead", dead) == 1
    with_workers = capsys.readouterr()
    assert [letter["reason"] for letter in lines(dead)] == ["crash", "exception"]
    path.write_text(path.read_text().replace("SEGV", "RAISE"))
    assert run(path) == 1
    assert capsys.readouterr().out == with_workers.out != ""


def test_vanished_input_is_a_dead_letter(tmp_path):
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_text("Story of a")
    (news / "b.txt").symlink_to(tmp_path / "gone.txt")
    assert run(news, "-o", tmp_path / "out.jsonl") == 1
    letters = lines(tmp_path / "out.jsonl.dead.jsonl")
    assert [letter["message"] for letter in letters] == [f"{news}/b.txt: no such file or folder"]
    assert records(tmp_path / "out.jsonl")["a"]["outcome"] == "done"


def test_file_that_its_parser_hangs_or_dies_on_costs_only_itself(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MODULE", "batch_fakes")
    monkeypatch.setattr(reading, "PATIENCE", 1.0)
    news = tmp_path / "news"
    (news / "more").mkdir(parents=True)
    for name, text in (("a", "Plain a"), ("b", "SEGV"), ("more/c", "Plain c"), ("more/d", "HANG"), ("z", "Plain z")):
        (news / f"{name}.txt").write_text(text)
    assert run(news, news / "b.txt", news / "a.txt", "-o", tmp_path / "out.jsonl") == 1
    found = [(record["id"], record["outcome"]) for record in lines(tmp_path / "out.jsonl.manifest.jsonl")[1:-1]]
    assert found == [
        ("a", "done"), (f"{news}/b.txt", "dead"), ("more/c", "done"), (f"{news}/more/d.txt", "dead"), ("z", "done"),
        (f"{news}/b.txt", "dead"), ("a", "duplicate"),
    ]  # fmt: skip
    letters = lines(tmp_path / "out.jsonl.dead.jsonl")
    assert letters[0]["message"].endswith("b.txt: could not be read to its end: the process that reads it was killed by signal 11 (SIGSEGV)")
    assert letters[1]["message"].endswith("d.txt: could not be read to its end: nothing came of it for 1 seconds")
    assert [letter["reason"] for letter in letters] == ["crash", "timeout", "crash"]
    assert run(news, "-o", tmp_path / "strict.jsonl", "--on-error", "skip-data") == 3
    # the parser is put right
    for name in ("b", "more/d"):
        (news / f"{name}.txt").write_text(f"Plain {name}")
    assert run("--retry", tmp_path / "out.jsonl.dead.jsonl", "-o", tmp_path / "more.jsonl") == 0
    assert {claim["source"]["id"] for claim in lines(tmp_path / "more.jsonl")} == {"b", "more/d"}


def test_articles_come_by_standard_input(tmp_path):
    path = articles(tmp_path / "in.jsonl", 20)
    with path.open() as given:
        made = subprocess.run(
            [sys.executable, HERE / "batch_fakes.py", "run", "-", "-o", tmp_path / "out.jsonl"], stdin=given,
            env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{HERE}"},
        )  # fmt: skip
    assert made.returncode == 0 and len(records(tmp_path / "out.jsonl")) == 20


def test_ids_with_separators_and_odd_text_come_through(tmp_path):
    ids = ["../../etc/passwd", "a/b\\c", "é\u2028x", "--resume", "\ttab"]
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps({"id": id, "text": f"Story {n} \u2028 of\u0085 {id}"}) + "\n" for n, id in enumerate(ids)))
    assert run(path, "-o", tmp_path / "out.jsonl") == 0
    with (tmp_path / "out.jsonl").open(encoding="utf-8", newline="\n") as file:
        assert list(dict.fromkeys(json.loads(line)["source"]["id"] for line in file)) == ids
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl", "out.jsonl.manifest.jsonl"]


def test_summary_and_plain_progress(tmp_path, capsys):
    path = articles(tmp_path / "in.jsonl", 4, {1: "RAISE", 2: "KLINGON"})
    assert run(path, "-o", tmp_path / "out.jsonl", "--summary", tmp_path / "summary.json", "--progress") == 1
    told = json.loads((tmp_path / "summary.json").read_text())
    assert (told["articles"], told["done"], told["dead"], told["skipped"], told["duplicate"]) == (4, 2, 1, 1, 0)
    assert told["claims"] == len(lines(tmp_path / "out.jsonl")) and told["seconds"] > 0
    errors = capsys.readouterr().err
    assert "4 articles: 2 done, 1 dead, 1 skipped, 0 duplicate" in errors and "\r" not in errors


def test_progress_tells_rate_errors_and_time_left(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(progress, "_EVERY", 0.0)
    path = articles(tmp_path / "in.jsonl", 4000, {1: "RAISE"})
    assert run(path, "-o", tmp_path / "out.jsonl", "--progress") == 1
    told = capsys.readouterr().err.splitlines()
    assert any(re.search(r"articles: .* 1 dead, .* claims .* articles/s; about [\d,]+ s left$", line) for line in told)


def test_progress_is_a_bar_on_a_terminal(tmp_path):
    import pty
    import termios

    path = articles(tmp_path / "in.jsonl", 2000, {1: "RAISE"})
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 120, 0, 0))
    run = subprocess.Popen(
        [sys.executable, HERE / "batch_fakes.py", "run", path, "-o", tmp_path / "out.jsonl", "--progress"],
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{HERE}"}, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    told = b""
    with contextlib.suppress(OSError):
        while piece := os.read(ours, 4096):
            told += piece
    os.close(ours)
    assert run.wait() == 1
    assert re.search(rb"\d+%\|.*\| [\d,]+ articles, [\d,.]+/s, [\d,]+ claims, 1 errors \[\d\d:\d\d, \d\d:\d\d left\]", told)


def test_killed_nursery_costs_nothing(tmp_path, monkeypatch):
    add, start, nurseries = folder.WorkFolder.add, worker.Nursery._start, []

    def starting(self):
        nurseries.append(self)
        start(self)

    monkeypatch.setattr(worker.Nursery, "_start", starting)

    def killing(self, task, result):
        if task.id in ("a/10", "a/30"):
            nurseries[-1]._process.kill()
            nurseries[-1]._process.wait()
        add(self, task, result)

    monkeypatch.setattr(folder.WorkFolder, "add", killing)
    out = tmp_path / "out.jsonl"
    special = dict.fromkeys(range(60), "SLOW") | {20: "SEGV"}
    assert run(articles(tmp_path / "in.jsonl", 60, special), "-o", out, "--workers", "2", "--recycle", "7") == 1
    assert end(out)["done"] == 59 and len(nurseries) == 3


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_device_as_output_is_written_and_stays_a_device(tmp_path, capsys):
    path = articles(tmp_path / "in.jsonl", 3)
    assert run(path, "-o", "/dev/null") == 0
    assert run(path, "-o", "/dev/full") == 4 and "the disk is full" in capsys.readouterr().err
    assert not Path("/dev/null").is_file() and not Path("/dev/full").is_file()
    assert run(path, "-o", "/dev/null", "--resume") == 2


def test_link_as_output_stays_a_link(tmp_path):
    (tmp_path / "there").mkdir()
    (tmp_path / "out.jsonl").symlink_to(tmp_path / "there" / "claims.jsonl")
    assert run(articles(tmp_path / "in.jsonl", 3), "-o", tmp_path / "out.jsonl") == 0
    assert (tmp_path / "out.jsonl").is_symlink() and lines(tmp_path / "there" / "claims.jsonl")


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["in.jsonl", "--retry", "x"], ["in.jsonl", "--resume"], ["in.jsonl", "--engine", "ray"],
        ["in.jsonl", "--format", "csv"], ["in.jsonl", "-o", "no/such/folder"], ["in.jsonl", "-o", "."],
        ["in.jsonl", "-o", "x.parquet.gz"], ["--retry", "missing", "-o", "x"], ["in.jsonl", "-o", "x", "--shard", "0/3"],
        ["in.jsonl", "-o", "x", "--since-run", "missing"], ["in.jsonl", "-o", "x", "--since-run", "in.jsonl"],
        ["in.jsonl", "-o", "x", "--dead", "in.jsonl"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_wrong_usage(tmp_path, monkeypatch, capsys, arguments):
    monkeypatch.chdir(tmp_path)
    articles(tmp_path / "in.jsonl", 2)
    assert run(*arguments) == 2
    assert capsys.readouterr().err.startswith("extractor: ")
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]


@pytest.mark.parametrize("option", ["--workers=0", "--workers=x", "--recycle=-1", "--time-limit=0", "--time-limit=nan", "--max-errors=-1"])
def test_numbers_that_make_no_sense(capsys, option):
    with pytest.raises(SystemExit) as ended:
        run("in.jsonl", option)
    assert ended.value.code == 2 and "is no " in capsys.readouterr().err
