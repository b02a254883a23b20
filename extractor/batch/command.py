"""The command `extractor run`: from its options to a run, and from what becomes of it to an exit status."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from extractor.article import as_date
from extractor.batch import work
from extractor.batch.engine import Engine, Inline
from extractor.batch.outputs import format_of, wanted
from extractor.batch.plan import Plan, shard_of
from extractor.batch.progress import Progress, size_of
from extractor.batch.reading import Reading
from extractor.batch.retry import Read
from extractor.batch.settings import Settings, claim_settings, file_digest
from extractor.batch.stream import Stream
from extractor.batch.tally import Tally, Threshold, Tolerance, Unbalanced
from extractor.batch.work import Job
from extractor.errors import ModelError, UsageError
from extractor.record import KINDS

DONE, DEAD, USAGE, STOPPED, UNWRITABLE, INTERRUPTED = 0, 1, 2, 3, 4, 130
"""Exit statuses: all read; some dead letters; wrong usage; stopped before the end; cannot write; Ctrl-C."""


def run(options: argparse.Namespace) -> int:
    """Runs the command. Raises UsageError for options that do not go together."""
    _check(options)
    resumable = _is_resumable(options)
    again = "; --resume goes on from there" if resumable else ""
    tally = Tally()
    try:
        size = size_of(options.inputs, options.input_format is not None) if options.progress and resumable else 0
        with Progress(options.progress, size) as progress:
            tally = _batch(options, progress) if resumable else _stream(options, progress, tally)
    except (Threshold, Unbalanced) as error:
        return _ended(STOPPED, f"{error}{again}")
    except ModelError as error:
        return _ended(USAGE, str(error))
    except BrokenPipeError:
        raise
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        what = "the disk is full" if full else f"cannot write: {error.strerror or error}"
        return _ended(UNWRITABLE, f"{options.output or 'standard output'}: {what}; what was written is whole up to there{again}")
    except KeyboardInterrupt:
        return _ended(INTERRUPTED, f"interrupted; what was written is whole up to the last article{again}")
    if resumable or options.progress:
        print(f"extractor: {tally.line()}", file=sys.stderr)
    if options.summary:
        try:
            tally.write(Path(options.summary))
        except OSError as error:
            return _ended(UNWRITABLE, f"{options.summary}: cannot be written: {error.strerror or error}")
    return DEAD if tally.dead else DONE


def _is_resumable(options: argparse.Namespace) -> bool:
    """True if the output is a file of claims: what is for reading, or goes to a device or a pipe, is a stream."""
    if options.output is None or options.format == "table":
        return False
    return Path(options.output).is_file() or not Path(options.output).exists()


def _ended(status: int, message: str) -> int:
    print(f"extractor: {message}", file=sys.stderr)
    return status


def _check(options: argparse.Namespace) -> None:
    if bool(options.inputs) == bool(options.retry):
        raise UsageError("give INPUT, or --retry with a file of dead letters" + (", not both" if options.inputs else ""))
    if unknown := sorted(set(_kinds(options)) - set(KINDS)):
        raise UsageError(f"--kinds: no such kind {', '.join(unknown)}; there are {', '.join(KINDS)}")
    if not 0 <= options.min_confidence <= 1:
        raise UsageError(f"--min-confidence: {options.min_confidence:g} is not between 0 and 1")
    if not _is_resumable(options):
        for name in ("resume", "keep_duplicates"):
            if getattr(options, name):
                raise UsageError(f"--{name.replace('_', '-')} needs -o FILE, a file of claims")
        if options.engine != "local" or options.format in ("csv", "parquet"):
            told = "--engine ray" if options.engine != "local" else f"--format {options.format}"
            raise UsageError(f"{told} needs -o FILE, a file of claims")
    if options.address is not None and options.engine != "ray":
        raise UsageError("--address needs --engine ray")
    written = [options.output, options.dead or options.output and options.output + ".dead.jsonl", options.summary]
    _refuse_overwriting([*options.inputs, *filter(None, [options.retry, options.since_run])], [one for one in written if one])


def _refuse_overwriting(inputs: Sequence[str], outputs: Sequence[str]) -> None:
    """Raises UsageError if an output is one of the inputs, would be read as one, or has no folder to be in."""
    for output in outputs:
        out = Path(output).resolve()
        for name in inputs:
            given = Path(name)
            if name != "-" and (given.resolve() == out or given.is_dir() and given.resolve() in out.parents):
                raise UsageError(f"{output}: the output is, or lies in, the input {name}; write it elsewhere")
        if out.is_dir() or not out.parent.is_dir():
            raise UsageError(f"{output}: cannot be written: {'it is a folder' if out.is_dir() else 'its folder is not there'}")


def _kinds(options: argparse.Namespace) -> list[str]:
    return sorted(filter(None, (options.kinds or "").split(","))) or sorted(KINDS)


def _job(options: argparse.Namespace) -> Job:
    return Job(
        {
            "model": options.model, "kinds": _kinds(options), "min_confidence": options.min_confidence,
            "exhaustive": options.exhaustive, "any_language": options.any_language,
        },
        work.FACTORY,
    )  # fmt: skip


def _engine(options: argparse.Namespace) -> Engine:
    if options.engine == "ray":
        from extractor.batch.ray_engine import RayEngine

        engine: Engine = RayEngine(
            _job(options), options.workers, options.address, options.time_limit or 60, options.recycle
        )
        return engine
    from extractor.batch.pool import Pool

    return Pool(_job(options), options.workers or 1, options.time_limit or 60, options.recycle)


def _reading(options: argparse.Namespace, progress: Progress) -> Reading:
    return Reading(as_date(options.published), options.input_format, options.any_language, progress.read)


def _plan(options: argparse.Namespace, read: Read, unchanged: Mapping[str, str], find_duplicates: bool) -> Plan:
    return Plan(
        options.inputs,
        read,
        options.any_language,
        options.retry,
        shard_of(options.shard) if options.shard else None,
        unchanged,
        find_duplicates,
        options.keep_duplicates,
    )


def _settings(options: argparse.Namespace, format: str) -> Settings:
    claims = claim_settings(
        options.model, _kinds(options), options.min_confidence, options.exhaustive, options.any_language,
        options.published,
    )  # fmt: skip
    since = options.since_run and file_digest(Path(options.since_run))
    retry = options.retry and file_digest(Path(options.retry))
    return Settings(claims, {
        "inputs": options.inputs, "input_format": options.input_format, "retry": retry, "shard": options.shard,
        "since_run": since, "keep_duplicates": options.keep_duplicates, "format": format,
    })  # fmt: skip


def _unchanged(options: argparse.Namespace, settings: Settings) -> dict[str, str]:
    """Ids and content hashes of what need not be worked again: nothing, if anything that decides claims has changed."""
    from extractor.batch.manifest import read_manifest

    if options.since_run is None:
        return {}
    before, records = read_manifest(Path(options.since_run))
    kept = {
        one.id: one.content for one in records
        if one.outcome == "done" or one.reason in ("unchanged", "language") and one.content
    }  # fmt: skip
    return kept if before.get("claims") == settings.claims else {}


def _batch(options: argparse.Namespace, progress: Progress) -> Tally:
    from extractor.batch.join import Files
    from extractor.batch.run import Run

    format = format_of(options.output, options.format)
    for kind, library in (("parquet", "pyarrow"), ("zst", "zstandard")):
        if kind in format.split("."):
            wanted(library, kind)
    for path in filter(None, (options.since_run, options.retry)):
        if not Path(path).is_file():
            raise UsageError(f"{path}: no such file")
    settings = _settings(options, format)
    # what a link leads to is written, the link stays
    output = Path(os.path.realpath(options.output))
    return Run(
        _plan(options, _reading(options, progress).read, _unchanged(options, settings), True),
        settings,
        Files(output, Path(options.dead or options.output + ".dead.jsonl")),
        format,
        Tolerance(options.on_error, options.max_errors),
        partial(_engine, options),
        progress.step,
        options.resume,
    ).work()


def _stream(options: argparse.Namespace, progress: Progress, tally: Tally) -> Tally:
    """Without a file, or with a table in it: claims are written as they come."""
    unchanged = _unchanged(options, _settings(options, "jsonl")) if options.since_run else {}
    plan = _plan(options, _reading(options, progress).read_here, unchanged, False)
    # a process of its own takes time to start: only who asks for its safety waits for it
    isolated = options.workers or options.time_limit
    with ExitStack() as stack:
        out = stack.enter_context(Path(options.output).open("w", encoding="utf-8")) if options.output else sys.stdout
        dead = stack.enter_context(Path(options.dead).open("w", encoding="utf-8")) if options.dead else None
        as_table = options.format == "table" or options.format is None and out.isatty()
        engine = _engine(options) if isolated else Inline(_job(options))
        stack.callback(engine.close)
        stream = Stream(engine, Tolerance(options.on_error, options.max_errors), out, dead, as_table, progress.step)
        return stream.work(plan, tally)
