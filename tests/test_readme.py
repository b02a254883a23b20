"""What the README tells a newcomer to type is what works, and what CI runs."""

from __future__ import annotations

import re
from pathlib import Path

from extractor import cli
from extractor.record import KINDS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_ci_runs_the_second_command():
    second = blocks("sh")[1].strip()
    test = second.partition(". .venv/bin/activate && ")[2]
    assert test and test in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_first_command_runs_on_a_bundled_article(capsys):
    first = blocks("sh")[0].strip()
    words = first.rpartition("&& ")[2].split()
    assert words[0] == "extractor"
    assert cli.main([ROOT.joinpath(word).as_posix() if word.startswith("corpus/") else word for word in words[1:]]) == 0
    assert "sales" in capsys.readouterr().out


def test_every_command_and_option_told_exists():
    parser = cli._parser()
    commands = parser._subparsers._group_actions[0].choices
    for line in "\n".join(blocks("sh")).splitlines():
        for told in re.findall(r"(?:^|&& )extractor ([a-z]+)([^#&|]*)", line):
            assert told[0] in commands, line
            known = {option for action in commands[told[0]]._actions for option in action.option_strings}
            assert set(re.findall(r"(?<!\S)--?[a-z][\w-]*", told[1])) <= known, line


def test_every_command_and_kind_is_told():
    parser = cli._parser()
    for command in parser._subparsers._group_actions[0].choices:
        assert f"extractor {command}" in README
    for kind in KINDS:
        assert f"`{kind}`" in README


def test_the_python_example_runs(extractor, capsys):
    for block in blocks("python"):
        exec(compile(block, "README.md", "exec"), {})  # noqa: S102
    assert "units_sold" in capsys.readouterr().out


def test_the_corpus_is_counted_right():
    told = int(re.search(r"`corpus/articles`, (\d+) articles", README).group(1))
    assert told == len(list((ROOT / "corpus" / "articles").glob("*.json")))
