"""Tells how a run goes: what failed, and with `--progress` how far it is."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from extractor.batch.tally import Tally
from extractor.batch.task import Result, Task
from extractor.readers.remote import is_address
from extractor.readers.walk import File, walk

_EVERY = 10.0
_SILENT = ("unchanged", "duplicate")
_KNOWN = "{percentage:3.0f}%|{bar}| {desc} [{elapsed}, {remaining} left]"
_UNKNOWN = "{desc} [{elapsed}]"


def size_of(inputs: Iterable[str], every: bool) -> int:
    """Bytes of the files on disk that inputs hold; `every` is as for `walk`."""
    size = 0
    for name in inputs:
        for file in walk(name, every) if not is_address(name) else ():
            if isinstance(file, File) and file.path is not None:
                with suppress(OSError):
                    size += file.path.stat().st_size
    return size


class Progress:
    """Names what failed or was skipped on standard error; if `shown`, with a bar on a terminal, elsewhere lines.

    `size` is that of the inputs, in bytes; without it nobody can tell how long they will last.
    """

    def __init__(self, shown: bool, size: int) -> None:
        self._shown = shown
        self._size = size
        self._position = 0
        self._bar: Any = None
        self._told = self._begun = time.monotonic()
        self._first: tuple[int, int] | None = None
        if shown and sys.stderr.isatty():
            from tqdm import tqdm

            self._bar = tqdm(total=size or None, bar_format=_KNOWN if size else _UNKNOWN, dynamic_ncols=True)

    def read(self, position: int) -> None:
        """So many bytes of the inputs have been read."""
        self._position = max(self._position, position)

    def step(self, task: Task, result: Result, tally: Tally) -> None:
        """Tells of one more article."""
        if result.message and result.reason not in _SILENT:
            self._say(f"extractor: {result.message}")
        if not self._shown:
            return
        position = self._position
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
            left = (self._size - position) * seconds / read if read > 0 and self._size else None
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
