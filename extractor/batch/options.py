"""The options of `extractor run`. Loads nothing heavy: it is read for every `--help`."""

from __future__ import annotations

import argparse

ENGINES = ("local", "ray")
INPUT_FORMATS = ("text", "json", "jsonl", "csv", "parquet", "html", "xml", "warc")
OUTPUT_FORMATS = ("table", "jsonl", "csv", "parquet")
ON_ERROR = ("stop", "skip", "skip-data")


def add_options(run: argparse.ArgumentParser) -> None:
    """Gives the parser of the command its inputs and options."""
    read = run.add_argument_group("what is read")
    read.add_argument("inputs", nargs="*", metavar="INPUT", help="file of articles, folder of them, or - for standard input")
    read.add_argument("--input-format", choices=INPUT_FORMATS, help="format of the inputs; default: told by name and content")
    read.add_argument("--any-language", action="store_true", help="read articles that are not in English too")
    read.add_argument("--retry", metavar="FILE", help="instead of INPUT: a file of dead letters, to try them again")
    read.add_argument("--shard", metavar="I/N", help="only the I-th of N equal parts of the articles, by a hash of their ids")
    read.add_argument("--since-run", metavar="MANIFEST", help="only what is new or changed since the run that wrote this manifest")
    read.add_argument("--keep-duplicates", action="store_true", help="work articles that repeat earlier ones too (with -o)")

    written = run.add_argument_group("what is written")
    written.add_argument("-o", "--output", metavar="FILE", help="write here instead of standard output; the run can be resumed")
    written.add_argument("--format", choices=OUTPUT_FORMATS, help="default: by FILE's name; table on a terminal, else jsonl")
    written.add_argument("--kinds", metavar="A,B", help="only claims of these kinds")
    written.add_argument("--min-confidence", type=float, default=0.0, metavar="X", help="only claims at least this sure (0 to 1)")
    written.add_argument("--dead", metavar="FILE", help="dead letters of what failed; default with -o: FILE.dead.jsonl")
    written.add_argument("--summary", metavar="FILE", help="write the run's counts here, as JSON")
    written.add_argument("--progress", action="store_true", help="show how far the run is: a bar on a terminal, else lines")

    how = run.add_argument_group("how it is worked")
    how.add_argument("--exhaustive", action="store_true", help="parse the sentences too that can hardly hold a claim")
    how.add_argument("--resume", action="store_true", help="go on with a run that was broken off; begin it if there is none")
    how.add_argument("--workers", type=_count, metavar="N", help="processes that work articles; default: 1")
    how.add_argument("--time-limit", type=_seconds, metavar="SECONDS",
                     help="give up an article after this long for every 100,000 characters begun; default with -o: 60")  # fmt: skip
    how.add_argument("--recycle", type=_count, default=5000, metavar="N", help="replace a worker after N articles; default: 5000")
    how.add_argument("--on-error", choices=ON_ERROR, default="skip",
                     help="stop at the first failure; skip failures (default); skip-data: skip the data's, stop at ours")  # fmt: skip
    how.add_argument("--max-errors", type=_number, metavar="N", help="stop when more than N articles have failed")
    how.add_argument("--engine", choices=ENGINES, default="local", help="local processes (default), or a Ray cluster (with -o)")
    how.add_argument("--address", metavar="ADDRESS", help="the Ray cluster to use; default: one is started on this machine")


def _number(told: str) -> int:
    if not told.isdecimal():
        raise argparse.ArgumentTypeError(f"{told!r} is no whole number from 0 up")
    return int(told)


def _count(told: str) -> int:
    if not told.isdecimal() or not int(told):
        raise argparse.ArgumentTypeError(f"{told!r} is no whole number from 1 up")
    return int(told)


def _seconds(told: str) -> float:
    try:
        seconds = float(told)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 1e9:
        raise argparse.ArgumentTypeError(f"{told!r} is no number of seconds over 0")
    return seconds
