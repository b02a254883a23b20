"""The Ray engine: the same tasks worked by actors of a cluster, each with the model loaded once.

Inputs are read and output is written by the process that runs the command, so that manifest and output are the same
as with the local engine. Articles and results travel as JSON text.
"""

from __future__ import annotations

import json
import os
import time
import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib import import_module
from typing import Any

from extractor.batch.task import Result, Task, article_fields, article_of
from extractor.batch.window import Slot, crashed, in_order, limit_of, timed_out
from extractor.batch.work import Job, attempt
from extractor.errors import ModelError, UsageError

_TRACE_SECONDS = 2.0


class Hand:
    """What runs in an actor."""

    def __init__(self, job: dict[str, Any]) -> None:
        import threading

        self._claims = Job(**job).load()
        self._threading = threading
        self._thread: int | None = None

    def ready(self) -> bool:
        """Returns when the model is loaded."""
        return True

    def work(self, message: str) -> str:
        """From an article to its result, both as JSON."""
        self._thread = self._threading.get_ident()
        told = json.loads(message)
        return json.dumps(asdict(attempt(self._claims, article_of(told["article"]), told["duplicate_of"])))

    def trace(self) -> str:
        """Where the article under way is, for its dead letter."""
        import sys

        frame = sys._current_frames().get(self._thread or 0)
        return "".join(traceback.format_stack(frame)) if frame else ""


@dataclass(eq=False)
class Actor:
    """An actor and the article it works. One at a time: of several, Ray does not tell which one it died of."""

    handle: Any
    call: Any
    slot: Slot | None = None
    started: bool = False
    done: int = 0
    limit: float = 0.0
    deadline: float = 0.0


class RayEngine:
    """Works tasks on a Ray cluster: that at `address`, or one of this machine that is started for the run.

    `workers` actors, by default one for each processor of the cluster; limits are as in the local engine.
    """

    def __init__(self, job: Job, workers: int | None, address: str | None, time_limit: float = 60, recycle: int = 5000) -> None:
        # a run tells nobody that it was run
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        try:
            ray: Any = import_module("ray")
        except ImportError:
            raise UsageError("--engine ray needs the library ray: install extractor[ray]") from None
        self._ray = ray
        self._ours = not ray.is_initialized()
        if self._ours:
            local = {} if address else {"num_cpus": workers, "include_dashboard": False}
            try:
                ray.init(address=address or "local", log_to_driver=False, logging_level="ERROR", **local)
            except (ConnectionError, ValueError, RuntimeError) as error:
                raise UsageError(f"--address {address}: no Ray cluster can be used there: {error}") from None
        self.size = workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
        self.waiting: deque[Slot] = deque()
        self._job = asdict(job)
        self._time_limit = time_limit
        self._recycle = recycle
        self._actors: list[Actor] = []
        trace = ray.method(concurrency_group="trace")(Hand.trace)
        made = type("Hand", (Hand,), {"trace": trace, "__module__": __name__})
        self._class = ray.remote(num_cpus=1, max_restarts=0, concurrency_groups={"trace": 1})(made)

    def work(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Result]]:
        """Every task with its result, in order. Raises ModelError if the model cannot be loaded."""
        yield from in_order(tasks, self)

    def close(self) -> None:
        """Ends the actors, and the cluster if it was started for this run."""
        for actor in self._actors:
            self._ray.kill(actor.handle)
        self._actors = []
        if self._ours:
            self._ray.shutdown()

    def turn(self, wait: bool) -> None:
        """Hands out what waits, takes in what is finished, ends who is late; with `wait`, not before something happens."""
        self._hand_out()
        busy = {actor.call: actor for actor in self._actors if actor.slot is not None or not actor.started}
        if not busy:
            return
        deadlines = [actor.deadline for actor in busy.values() if actor.slot is not None]
        timeout = max(0.0, min(deadlines) - time.monotonic()) if deadlines else None
        for call in self._ray.wait(list(busy), timeout=timeout if wait else 0)[0]:
            self._take_in(busy[call])
        now = time.monotonic()
        for actor in [one for one in self._actors if one.slot is not None and one.deadline <= now]:
            if not self._ray.wait([actor.call], timeout=0)[0]:
                self._lose(actor, None)

    def _hand_out(self) -> None:
        if self.waiting and len(self._actors) < self.size:
            for _ in range(self.size - len(self._actors)):
                handle = self._class.remote(self._job)
                self._actors.append(Actor(handle, handle.ready.remote()))
        for actor in self._actors:
            if not self.waiting:
                return
            if actor.started and actor.slot is None:
                slot = self.waiting.popleft()
                assert slot.task.item.article is not None
                message = {"article": article_fields(slot.task.item.article), "duplicate_of": slot.task.duplicate_of}
                actor.slot, actor.call = slot, actor.handle.work.remote(json.dumps(message))
                actor.limit = limit_of(slot.task, self._time_limit)
                actor.deadline = time.monotonic() + actor.limit

    def _take_in(self, actor: Actor) -> None:
        try:
            told = self._ray.get(actor.call)
        except self._ray.exceptions.RayActorError as error:
            if not actor.started:
                raise ModelError(f"the model could not be loaded by a Ray actor: {_reason(error)}") from None
            self._lose(actor, f"was lost: {_reason(error)}")
            return
        actor.started = True
        if actor.slot is None:
            return
        actor.slot.result, actor.slot = Result(**json.loads(told)), None
        actor.done += 1
        if actor.done >= self._recycle:
            self._dismiss(actor)

    def _lose(self, actor: Actor, how: str | None) -> None:
        """An actor is gone, or late if `how` is None: its article is dead, and another takes its place."""
        trace = ""
        if how is None:
            with suppress(self._ray.exceptions.RayError):
                trace = self._ray.get(actor.handle.trace.remote(), timeout=_TRACE_SECONDS)
        self._dismiss(actor)
        slot = actor.slot
        assert slot is not None
        slot.result = crashed(slot.task, how, trace) if how else timed_out(slot.task, actor.limit, trace)

    def _dismiss(self, actor: Actor) -> None:
        self._actors.remove(actor)
        self._ray.kill(actor.handle)


def _reason(error: Exception) -> str:
    """Of Ray's many lines the last that names an error, else the last of all, without its advice."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    told = [line for line in lines if "Error: " in line] or lines or [type(error).__name__]
    return told[-1].partition(" Some common causes include")[0]
