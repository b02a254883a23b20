"""A run without an output file: claims are written as they come, and nothing is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from extractor.batch.engine import Engine
from extractor.batch.letters import letter
from extractor.batch.plan import Plan
from extractor.batch.run import Watch
from extractor.batch.tally import Tally, Tolerance
from extractor.batch.task import Result, Task


@dataclass(frozen=True)
class Stream:
    """Where claims go, as JSON lines or `as_table`, and dead letters, if anywhere."""

    engine: Engine
    tolerance: Tolerance
    out: IO[str]
    dead: IO[str] | None
    as_table: bool
    watch: Watch

    def work(self, plan: Plan, tally: Tally) -> Tally:
        """Works everything. Raises Threshold if it stopped early, OSError if it cannot write."""
        for task, result in self.engine.work(plan.tasks()):
            result = self.tolerance.judged(result, tally.dead)
            tally.found += 1
            tally.add(result.outcome, len(result.claims), result.kinds, result.reason)
            self.watch(task, result, tally)
            if result.outcome == "dead" and self.dead is not None:
                self.dead.write(letter(task, result) + "\n")
                self.dead.flush()
            if result.outcome == "done":
                self.out.writelines(line + "\n" for line in self._lines(task, result))
                self.out.flush()
        return tally

    def _lines(self, task: Task, result: Result) -> Iterator[str]:
        if not self.as_table:
            yield from result.claims
            return
        from extractor.record import Claim
        from extractor.report.table import table

        assert task.item.article is not None
        yield from table(task.item.article, [Claim.model_validate_json(line) for line in result.claims])
