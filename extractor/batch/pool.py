"""The local engine: workers of our own, watched. Results come in the order of the tasks, whoever finishes first.

One message is one article, so an article that hangs or kills its worker is known by name and costs only itself.
"""

from __future__ import annotations

import selectors
import time
from collections import deque
from collections.abc import Iterable, Iterator

from extractor.batch.task import Result, Task, article_fields
from extractor.batch.window import Slot, crashed, in_order, limit_of
from extractor.batch.window import timed_out as late
from extractor.batch.wire import packed
from extractor.batch.work import Job
from extractor.batch.worker import Nursery, Worker

# a message that fits the socket's buffer can be sent while the worker is busy, so that it never waits for the parent
_AHEAD = 1 << 16


class Pool:
    """Works tasks in `workers` processes.

    An article that takes over `time_limit` seconds for every 100,000 characters begun is given up, and its worker
    ended; a worker is replaced after `recycle` articles, so that what libraries leak is bounded.
    """

    def __init__(self, job: Job, workers: int = 1, time_limit: float = 60, recycle: int = 5000) -> None:
        self._nursery = Nursery(job)
        self.size = workers
        self._time_limit = time_limit
        self._recycle = recycle
        self._workers: list[Worker] = []
        self._selector = selectors.DefaultSelector()
        self.waiting: deque[Slot] = deque()

    def work(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Result]]:
        """Every task with its result, in order. Raises ModelError if the model cannot be loaded."""
        yield from in_order(tasks, self)

    def close(self) -> None:
        """Ends all workers, at once."""
        self._selector.close()
        self._nursery.close()
        for worker in self._workers:
            worker.close()
        self._workers = []

    def turn(self, wait: bool) -> None:
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
        while self.waiting:
            worker = min(self._workers, key=lambda one: len(one.queue), default=None)
            if (worker is None or worker.queue) and len(self._workers) < self.size:
                worker = self._nursery.fork()
                self._workers.append(worker)
                self._selector.register(worker.connection, selectors.EVENT_READ, worker)
            if worker is None or len(worker.queue) > 1 or worker.done + len(worker.queue) >= self._recycle:
                return
            task = self.waiting[0].task
            assert task.item.article is not None
            message = packed({"article": article_fields(task.item.article), "duplicate_of": task.duplicate_of})
            if worker.queue and len(message) > _AHEAD:
                return
            worker.queue.append(self.waiting.popleft())
            if len(worker.queue) == 1:
                self._start_clock(worker)
            if not worker.send(message):
                self._lose(worker, timed_out=False)

    def _start_clock(self, worker: Worker) -> None:
        if worker.queue:
            worker.limit = limit_of(worker.queue[0].task, self._time_limit)
            worker.deadline = time.monotonic() + worker.limit

    def _lose(self, worker: Worker, timed_out: bool) -> None:
        """A worker hangs or is gone: the article it worked is dead, what it had not begun waits again, in front."""
        trace = worker.trace(ask=timed_out)
        how = self._dismiss(worker)
        if not worker.queue:
            return
        slot = worker.queue.popleft()
        self.waiting.extendleft(reversed(worker.queue))
        slot.result = late(slot.task, worker.limit, trace) if timed_out else crashed(slot.task, how, trace)

    def _dismiss(self, worker: Worker) -> str:
        self._workers.remove(worker)
        self._selector.unregister(worker.connection)
        how = self._nursery.end(worker)
        worker.close()
        return how
