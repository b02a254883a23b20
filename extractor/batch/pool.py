"""The local engine: workers of our own, watched. Results come in the order of the tasks, whoever finishes first.

One message is one article, so an article that hangs or kills its worker is known by name and costs only itself.
"""

from __future__ import annotations

import selectors
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.batch.task import Result, Task, article_fields
from extractor.batch.wire import packed
from extractor.batch.work import Job
from extractor.batch.worker import Nursery, Worker

# what may be under way for each worker: enough that one slow article does not stop the others
_WINDOW = 64
_WINDOW_CHARACTERS = 1 << 26
# a message that fits the socket's buffer can be sent while the worker is busy, so that it never waits for the parent
_AHEAD = 1 << 16
_LIMIT_PER = 100_000


@dataclass(slots=True)
class Slot:
    """A task under way, and its result once there."""

    task: Task
    result: Result | None


class Pool:
    """Works tasks in `workers` processes.

    An article that takes over `time_limit` seconds for every 100,000 characters begun is given up, and its worker
    ended; a worker is replaced after `recycle` articles, so that what libraries leak is bounded.
    """

    def __init__(self, job: Job, workers: int = 1, time_limit: float = 60, recycle: int = 5000) -> None:
        self._nursery = Nursery(job)
        self._size = workers
        self._time_limit = time_limit
        self._recycle = recycle
        self._workers: list[Worker] = []
        self._selector = selectors.DefaultSelector()
        self._waiting: deque[Slot] = deque()

    def work(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Result]]:
        """Every task with its result, in order. Raises ModelError if the model cannot be loaded."""
        source = iter(tasks)
        window: deque[Slot] = deque()
        characters, more = 0, True
        while True:
            while window and window[0].result is not None:
                slot = window.popleft()
                characters -= slot.task.size
                assert slot.result is not None
                yield slot.task, slot.result
            if more and self._has_room(window, characters):
                task = next(source, None)
                more = task is not None
                if task is not None:
                    window.append(Slot(task, task.result))
                    characters += task.size
                    if task.result is None:
                        self._waiting.append(window[-1])
            elif not window:
                return
            full = not (more and self._has_room(window, characters))
            self._turn(wait=full and bool(window) and window[0].result is None)

    def close(self) -> None:
        """Ends all workers, at once."""
        self._selector.close()
        self._nursery.close()
        for worker in self._workers:
            worker.close()
        self._workers = []

    def _has_room(self, window: deque[Slot], characters: int) -> bool:
        if not window:
            return True
        return (
            len(self._waiting) < 2 * self._size
            and len(window) < _WINDOW * self._size
            and characters < _WINDOW_CHARACTERS
        )

    def _turn(self, wait: bool) -> None:
        """Hands out what waits, takes in what is finished, ends who is late; with `wait`, not before something happens."""
        self._hand_out()
        busy = [worker for worker in self._workers if worker.queue]
        if not busy:
            return
        now = time.monotonic()
        timeout = max(0.0, min(worker.deadline for worker in busy) - now) if wait else 0.0
        for key, _ in self._selector.select(timeout):
            worker: Worker = key.data
            message = worker.receive()
            if message is None:
                self._lose(worker, timed_out=False)
            else:
                worker.queue.popleft().result = Result(**message)
                worker.done += 1
                self._start_clock(worker)
                if not worker.queue and worker.done >= self._recycle:
                    self._dismiss(worker)
        now = time.monotonic()
        for worker in [one for one in self._workers if one.queue and one.deadline <= now and not one.has_news()]:
            self._lose(worker, timed_out=True)

    def _hand_out(self) -> None:
        while self._waiting:
            worker = min(self._workers, key=lambda one: len(one.queue), default=None)
            if (worker is None or worker.queue) and len(self._workers) < self._size:
                worker = self._nursery.fork()
                self._workers.append(worker)
                self._selector.register(worker.connection, selectors.EVENT_READ, worker)
            if worker is None or len(worker.queue) > 1 or worker.done + len(worker.queue) >= self._recycle:
                return
            task = self._waiting[0].task
            assert task.item.article is not None
            message = packed({"article": article_fields(task.item.article), "duplicate_of": task.duplicate_of})
            if worker.queue and len(message) > _AHEAD:
                return
            worker.queue.append(self._waiting.popleft())
            if len(worker.queue) == 1:
                self._start_clock(worker)
            if not worker.send(message):
                self._lose(worker, timed_out=False)

    def _start_clock(self, worker: Worker) -> None:
        if worker.queue:
            worker.limit = self._time_limit * (1 + worker.queue[0].task.size // _LIMIT_PER)
            worker.deadline = time.monotonic() + worker.limit

    def _lose(self, worker: Worker, timed_out: bool) -> None:
        """A worker hangs or is gone: the article it worked is dead, what it had not begun waits again, in front."""
        trace = worker.trace(ask=timed_out)
        how = self._dismiss(worker)
        if not worker.queue:
            return
        slot = worker.queue.popleft()
        self._waiting.extendleft(reversed(worker.queue))
        if timed_out:
            reason, told = "timeout", f"was given up after {worker.limit:g} seconds"
        else:
            reason, told = "crash", f"its worker {how}"
        slot.result = Result("dead", reason=reason, message=f"{slot.task.id}: {told}", traceback=trace)

    def _dismiss(self, worker: Worker) -> str:
        self._workers.remove(worker)
        self._selector.unregister(worker.connection)
        how = self._nursery.end(worker)
        worker.close()
        return how
