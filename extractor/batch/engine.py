"""Who works the tasks: this process, processes of our own, or a Ray cluster."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from extractor.batch.task import Result, Task
from extractor.batch.work import Claims, Job, attempt


class Engine(Protocol):
    """Gives every task back with its result, in order, taking no more of them at a time than memory bears."""

    def work(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Result]]: ...
    def close(self) -> None: ...


class Inline:
    """Works tasks in this process, one by one: at hand soonest, but a hang or a crash is the whole run's."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._claims: Claims | None = None

    def work(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Result]]:
        """Every task with its result. The model is loaded when the first article comes."""
        for task in tasks:
            if task.result is not None:
                yield task, task.result
                continue
            assert task.item.article is not None
            if self._claims is None:
                self._claims = self._job.load()
            yield task, attempt(self._claims, task.item.article, task.duplicate_of)

    def close(self) -> None:
        """Nothing is to be ended."""
