"""A run with an output file: begun or resumed, worked, and its files put in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from extractor.batch.engine import Engine
from extractor.batch.folder import WorkFolder
from extractor.batch.join import Files, join
from extractor.batch.manifest import Record, read_manifest
from extractor.batch.plan import Plan
from extractor.batch.settings import Settings
from extractor.batch.tally import Tally, Tolerance, Unbalanced
from extractor.batch.task import Result, Task
from extractor.errors import UsageError

Watch = Callable[[Task, Result, Tally], None]


@dataclass(frozen=True)
class Run:
    """What is run: inputs, engine, files and tolerance. `watch` is called with every result, for progress."""

    plan: Plan
    settings: Settings
    files: Files
    format: str
    tolerance: Tolerance
    engine: Callable[[], Engine]
    watch: Watch
    resume: bool = False

    def work(self) -> Tally:
        """Works everything and puts the files in place.

        Raises UsageError if it must not begin, Threshold if it stopped early, Unbalanced if articles were lost, OSError
        if it cannot write. After any of these what is finished is kept, and a run with `resume` goes on from it.
        """
        done = self.settings.as_record()
        folder = WorkFolder(self.files.output)
        try:
            if self.resume and folder.state() is None and (ended := self._ended()) is not None:
                folder.remove()
                return ended
            self._begin(folder)
            tally = self._worked(folder)
            joined = join(folder, self.files, done, self.format)
            if joined.counts() != tally.counts():
                raise Unbalanced(f"{self.files.output}: the counts do not add up: {tally.counts()}, {joined.counts()}")
            folder.remove()
        finally:
            if folder.is_fruitless():
                folder.remove()
            folder.close()
        return tally

    def _ended(self) -> Tally | None:
        """The counts of the run if it has ended before."""
        if not (self.files.manifest.exists() and self.files.output.exists()):
            return None
        before, records = read_manifest(self.files.manifest)
        self._compare(before)
        tally = Tally()
        for record in records:
            tally.add(record.outcome, record.claims, record.kinds, record.reason)
        tally.found = tally.earlier = tally.out
        return tally

    def _begin(self, folder: WorkFolder) -> None:
        state = folder.state()
        settings = self.settings.as_record() | {"on_error": self.tolerance.on_error}
        if state is not None and not self.resume:
            raise UsageError(
                f"{folder.path}: an earlier run was broken off; --resume continues it, or remove that folder to start over"
            )
        if state is not None:
            self._compare(state)
            # a run that stops at the first failure has met none so far, and may go on as any other
            if state["on_error"] not in ("stop", self.tolerance.on_error):
                raise UsageError(f"--resume: the run was begun with --on-error {state['on_error']}")
        folder.begin(settings)

    def _compare(self, before: dict[str, Any]) -> None:
        if changed := self.settings.changed(before):
            raise UsageError(
                f"--resume: {self.files.output} was begun with other settings ({'; '.join(changed)}); "
                f"give the same, or remove {self.files.output.name}.work to start over"
            )

    def _worked(self, folder: WorkFolder) -> Tally:
        tally = Tally()
        engine = self.engine()
        try:
            for task, result in engine.work(self._left(folder, tally)):
                result = self.tolerance.judged(result, tally.dead)
                folder.add(task, result)
                tally.add(result.outcome, len(result.claims), result.kinds, result.reason)
                self.watch(task, result, tally)
        finally:
            engine.close()
            folder.commit()
        if tally.found != tally.out:
            raise Unbalanced(f"{self.files.output}: {tally.found:,} articles came in, {tally.out:,} went out")
        return tally

    def _left(self, folder: WorkFolder, tally: Tally) -> Iterator[Task]:
        """The tasks that are not finished; those that are must be as they were."""
        tasks = self.plan.tasks()
        for kept in folder.kept():
            task = next(tasks, None)
            if task is None or not _is_same(task, kept.record):
                where = task.item.where if task else kept.record.position
                raise UsageError(
                    f"--resume: {where}: the inputs have changed since the run was begun; "
                    f"remove {folder.path} to start over"
                )
            tally.found += 1
            tally.earlier += 1
            record = kept.record
            tally.add(record.outcome, record.claims, record.kinds, record.reason)
        for task in tasks:
            tally.found += 1
            yield task


def _is_same(task: Task, record: Record) -> bool:
    return (task.item.where, task.id, task.content, task.duplicate_of) == (
        record.position, record.id, record.content, record.duplicate_of,
    )  # fmt: skip
