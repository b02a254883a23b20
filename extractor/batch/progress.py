"""Tells how a run goes: what failed, and with `--progress` how far it is."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable
from typing import IO, Any

from extractor.batch.tally import Tally
from extractor.batch.task import Result, Task
from extractor.readers.remote import is_address
from extractor.readers.walk import File, walk

Watcher = Callable[[IO[bytes]], None]

_EVERY = 10.0
_SILENT = ("unchanged", "duplicate")
_KNOWN = "{percentage:3.0f}%|{bar}| {desc} [{elapsed}, {remaining} left]"
_UNKNOWN = "{desc} [{elapsed}]"


class Meter:
    """How much of the inputs has been read, in bytes of their files. `every` is as for `walk`."""

    def __init__(self, inputs: Iterable[str], every: bool) -> None:
        self.total = 0
        for name in inputs:
            for file in walk(name, every) if not is_address(name) else ():
                if isinstance(file, File) and file.path is not None:
                    try:
                        self.total += file.path.stat().st_size
                    except OSError:
                        continue
        self._before = 0
        self._file: IO[bytes] | None = None
        self._size = 0

    def watch(self, file: IO[bytes]) -> None:
        """Another file is read from now on."""
        self._before += self._size
        self._file, self._size = file, os.fstat(file.fileno()).st_size

    def position(self) -> int:
        """Bytes read so far."""
        if self._file is None:
            return 0
        if self._file.closed:
            return self._before + self._size
        return self._before + min(self._file.tell(), self._size)


class Progress:
    """Names what failed or was skipped on standard error; with a meter shows a bar on a terminal, elsewhere lines."""

    def __init__(self, meter: Meter | None) -> None:
        self._meter = meter
        self._bar: Any = None
        self._told = self._begun = time.monotonic()
        self._first: tuple[int, int] | None = None
        if meter is not None and sys.stderr.isatty():
            from tqdm import tqdm

            self._bar = tqdm(total=meter.total or None, bar_format=_KNOWN if meter.total else _UNKNOWN, dynamic_ncols=True)

    @property
    def watcher(self) -> Watcher | None:
        """What is to be told of every file that is opened, if anything is."""
        return self._meter.watch if self._meter is not None else None

    def step(self, task: Task, result: Result, tally: Tally) -> None:
        """Tells of one more article."""
        if result.message and result.reason not in _SILENT:
            self._say(f"extractor: {result.message}")
        if self._meter is None:
            return
        position = self._meter.position()
        if self._first is None:
            # what was there from before a resume says nothing about how fast this is
            self._first = position, tally.out - 1
            if self._bar is not None:
                self._bar.initial = self._bar.n = position
        seconds = time.monotonic() - self._begun
        rate = (tally.out - self._first[1]) / max(seconds, 0.001)
        if self._bar is not None:
            told = f"{tally.out:,} articles, {rate:,.1f}/s, {tally.claims:,} claims, {tally.dead:,} errors"
            self._bar.set_description_str(told, refresh=False)
            self._bar.update(position - self._bar.n)
        elif time.monotonic() - self._told >= _EVERY:
            self._told = time.monotonic()
            read = position - self._first[0]
            left = (self._meter.total - position) * seconds / read if read > 0 and self._meter.total else None
            self._say(f"extractor: {tally.line()}" + (f"; about {left:,.0f} s left" if left is not None else ""))

    def _say(self, line: str) -> None:
        if self._bar is not None:
            self._bar.write(line, file=sys.stderr)
        else:
            print(line, file=sys.stderr)

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()
