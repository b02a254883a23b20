"""Tells how a run goes: what failed, and with `--progress` how far it is."""

from __future__ import annotations

import sys
import time
from typing import Any

from extractor.batch.tally import Tally
from extractor.batch.task import Result, Task

_EVERY = 10.0


class Progress:
    """Names what failed or was skipped on standard error; with `shown` a bar on a terminal, elsewhere lines."""

    def __init__(self, shown: bool) -> None:
        self._bar: Any = None
        self._lines = shown and not sys.stderr.isatty()
        self._told = time.monotonic()
        if shown and not self._lines:
            from tqdm import tqdm

            self._bar = tqdm(unit=" articles", smoothing=0.1, dynamic_ncols=True)

    def step(self, task: Task, result: Result, tally: Tally) -> None:
        """Tells of one more article."""
        if result.message and result.reason not in ("unchanged", "duplicate"):
            self._say(f"extractor: {result.message}")
        if self._bar is not None:
            if tally.earlier and not self._bar.n:
                self._bar.initial = tally.earlier
            self._bar.update(tally.out - self._bar.n)
            self._bar.set_postfix(claims=tally.claims, errors=tally.dead, refresh=False)
        elif self._lines and time.monotonic() - self._told >= _EVERY:
            self._told = time.monotonic()
            self._say(f"extractor: {tally.line()}")

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
