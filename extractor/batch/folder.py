"""The work folder beside the output: finished parts that survive a kill, and the lock that keeps a second run out.

A part holds the records of some articles in their order, each followed by its claims and, for a dead one, its dead
letter. It is written under another name, synced, and renamed, so a part that is there is whole. The run's settings
are written first and removed before anything else: a folder without them holds nothing worth keeping.
"""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from extractor.batch.letters import letter
from extractor.batch.manifest import Record
from extractor.batch.task import Result, Task
from extractor.errors import UsageError

PART_ARTICLES = 256
PART_SECONDS = 5.0
_STATE = "run.json"
_LOCK = "lock"
_OURS = ("*.part", "part", "joined.*", f"{_STATE}.new")


@dataclass(frozen=True, slots=True)
class Kept:
    """A finished article as it is read back from a part."""

    record: Record
    claims: list[str]
    letter: str | None


class WorkFolder:
    """The folder `OUT.work`, held by one run at a time. Raises UsageError if another run holds it."""

    def __init__(self, output: Path) -> None:
        self.path = output.with_name(output.name + ".work")
        self._output = output
        self._lock = self._locked()
        self._file: IO[str] | None = None
        self._articles = 0
        self._begun = 0.0
        self._next = 0
        self._begun_here = False

    def _locked(self) -> int:
        while True:
            self.path.mkdir(exist_ok=True)
            try:
                lock = os.open(self.path / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
            except FileNotFoundError:
                # the run that was here has just ended and taken the folder with it
                continue
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                os.close(lock)
                raise UsageError(
                    f"{self._output}: another run is writing it; wait for it, or write this one elsewhere"
                ) from None
            if _is_at(lock, self.path / _LOCK):
                return lock
            os.close(lock)

    def state(self) -> dict[str, Any] | None:
        """The settings of the run that was begun here, None if none was."""
        try:
            found: dict[str, Any] = json.loads((self.path / _STATE).read_text("utf-8"))
        except FileNotFoundError:
            return None
        return found

    def begin(self, state: dict[str, Any]) -> None:
        """Makes the folder the one of a new run, or of one that goes on with these settings."""
        if self.state() is None:
            self._clear()
        write_whole(self.path / _STATE, json.dumps(state, ensure_ascii=False) + "\n")
        self._next = len(list(self.parts()))
        self._begun_here = True

    def parts(self) -> Iterator[Path]:
        """The finished parts, in order."""
        number = 0
        while (path := self._part(number)).exists():
            yield path
            number += 1

    def kept(self) -> Iterator[Kept]:
        """All that is finished, in order."""
        for path in self.parts():
            with path.open(encoding="utf-8", newline="\n") as file:
                for line in file:
                    record = Record(**json.loads(line))
                    claims = [next(file) for _ in range(record.claims)]
                    yield Kept(record, claims, next(file) if record.outcome == "dead" else None)

    def add(self, task: Task, result: Result) -> None:
        """Keeps what came of the next task."""
        if self._file is None:
            self._file = (self.path / "part").open("w", encoding="utf-8", newline="\n")
            self._articles, self._begun = 0, time.monotonic()
        try:
            self._file.write(Record.of(task, result).to_json() + "\n")
            self._file.writelines(claim + "\n" for claim in result.claims)
            if result.outcome == "dead":
                self._file.write(letter(task, result) + "\n")
        except BaseException:
            # a part that is not whole up to its last article must never be committed
            self._drop()
            raise
        self._articles += 1
        if self._articles >= PART_ARTICLES or time.monotonic() - self._begun > PART_SECONDS:
            self.commit()

    def commit(self) -> None:
        """Makes all that was added safe from whatever happens next."""
        if self._file is None:
            return
        file, self._file = self._file, None
        with file:
            synced(file)
        replace(self.path / "part", self._part(self._next))
        self._next += 1

    def is_fruitless(self) -> bool:
        """True if a run was begun here and nothing of it is finished."""
        # what is on the disk tells: an interrupt may have come between a part's renaming and its being counted
        return self._begun_here and self.path.exists() and next(self.parts(), None) is None

    def remove(self) -> None:
        """The run is ended and its output is in place: removes the folder."""
        self._begun_here = False
        (self.path / _STATE).unlink(missing_ok=True)
        self._clear()
        (self.path / _LOCK).unlink()
        # it is not empty if another run has come in meanwhile, or if there are files in it that are not ours
        with suppress(OSError):
            self.path.rmdir()

    def _clear(self) -> None:
        for pattern in _OURS:
            for path in self.path.glob(pattern):
                path.unlink()

    def close(self) -> None:
        """Lets the next run in; what is not committed is given up."""
        self._drop()
        os.close(self._lock)

    def _drop(self) -> None:
        """Gives up what was added since the last commit."""
        if self._file is not None:
            file, self._file = self._file, None
            # closing writes what is left, for which there may be no room
            with suppress(OSError):
                file.close()

    def _part(self, number: int) -> Path:
        return self.path / f"{number:08}.part"


def _is_at(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def synced(file: IO[Any]) -> None:
    """Has the file's content on the disk when it returns."""
    file.flush()
    os.fsync(file.fileno())


def replace(old: Path, new: Path) -> None:
    """Renames a file, for good: power loss does not bring the old name back."""
    os.replace(old, new)
    folder = os.open(new.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def write_whole(path: Path, text: str) -> None:
    """Writes a file so that it is there whole or not at all."""
    beside = path.with_name(path.name + ".new")
    with beside.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        synced(file)
    replace(beside, path)
