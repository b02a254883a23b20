"""Keeps tasks in order while several are under way: a bounded window over them, shared by the engines."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from extractor.batch.task import Result, Task

# what may be under way for each worker: enough that one slow article does not stop the others
_TASKS = 64
_CHARACTERS = 1 << 26
_LIMIT_PER = 100_000


@dataclass(slots=True)
class Slot:
    """A task under way, and its result once there."""

    task: Task
    result: Result | None


class Crew(Protocol):
    """Workers: they take slots from the front of `waiting` and fill them in, whichever comes first."""

    size: int
    waiting: deque[Slot]

    def turn(self, wait: bool) -> None:
        """Hands out what waits, takes in what is finished; with `wait`, returns only when something has happened."""


def in_order(tasks: Iterable[Task], crew: Crew) -> Iterator[tuple[Task, Result]]:
    """Every task with its result, in the order of the tasks; they are taken no faster than the crew works."""
    source = iter(tasks)
    window: deque[Slot] = deque()
    characters, more = 0, True
    while True:
        while window and window[0].result is not None:
            slot = window.popleft()
            characters -= slot.task.size
            assert slot.result is not None
            yield slot.task, slot.result
        if more and _has_room(window, characters, crew):
            task = next(source, None)
            more = task is not None
            if task is not None:
                window.append(Slot(task, task.result))
                characters += task.size
                if task.result is None:
                    crew.waiting.append(window[-1])
        elif not window:
            return
        full = not (more and _has_room(window, characters, crew))
        crew.turn(wait=full and bool(window) and window[0].result is None)


def _has_room(window: deque[Slot], characters: int, crew: Crew) -> bool:
    if not window:
        return True
    return len(crew.waiting) < 2 * crew.size and len(window) < _TASKS * crew.size and characters < _CHARACTERS


def limit_of(task: Task, time_limit: float) -> float:
    """Seconds that a task may take: `time_limit` for every 100,000 characters begun."""
    return time_limit * (1 + task.size // _LIMIT_PER)


def timed_out(task: Task, limit: float, trace: str) -> Result:
    """The result of a task that took too long."""
    return Result("dead", reason="timeout", message=f"{task.id}: was given up after {limit:g} seconds", traceback=trace)


def crashed(task: Task, how: str, trace: str) -> Result:
    """The result of a task that took its worker with it."""
    return Result("dead", reason="crash", message=f"{task.id}: its worker {how}", traceback=trace)
