"""Inputs are read in a process of their own: a file that its parser hangs or dies on costs itself, not the run.

The process sends what it finds, with every file that it begins and ends. If it dies, or nothing comes for a minute while
a file is open, the rest of that file is given up, and another process goes on with the next one.
"""

from __future__ import annotations

import ctypes
import datetime as dt
import os
import signal
import socket
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Any

from extractor.batch import wire
from extractor.batch.process import ended, started
from extractor.batch.task import article_fields, article_of
from extractor.errors import ArticleError, ReadingLost, Skipped
from extractor.readers import Item, read_items

MODULE = "extractor.batch.reading"
PATIENCE = 60.0
_PARENT_DEATH_SIGNAL = 1


@dataclass(frozen=True)
class Reading:
    """How inputs are read: `progress` is told how many bytes of files have been; the rest is as for `read_items`."""

    published: dt.date | None = None
    input_format: str | None = None
    any_language: bool = False
    progress: Callable[[int], None] | None = None

    def read_here(self, inputs: list[str], only: str | None = None) -> Iterator[tuple[str, Item]]:
        """As `read`, in this process: at hand sooner, but a file that its parser hangs or dies on is the run's end."""
        for number, name in enumerate(inputs):
            for item in self._items(name, _Files(number, only, None, lambda message: None)):
                yield name, item

    def read(self, inputs: list[str], only: str | None = None) -> Iterator[tuple[str, Item]]:
        """What inputs hold, each with the input as it was named; `only` is the one file to read, if any."""
        after: tuple[int, str] | None = None
        while True:
            after = yield from self._read(inputs, only, after)
            if after is None:
                return

    def _items(self, name: str, files: _Files) -> Iterator[Item]:
        return read_items(
            [name], self.published, input_format=self.input_format, any_language=self.any_language, observer=files
        )

    def _read(
        self, inputs: list[str], only: str | None, after: tuple[int, str] | None
    ) -> Generator[tuple[str, Item], None, tuple[int, str] | None]:
        """As `read`, after a file of one of the inputs; returns the file that could not be read to its end, if any."""
        control, process = started(MODULE, stdin=None)
        number, file = after or (0, "")
        is_open = has_begun = False
        try:
            wire.send(control, {
                "inputs": inputs, "only": only, "after": after, "any_language": self.any_language,
                "published": self.published and self.published.isoformat(), "input_format": self.input_format,
            })  # fmt: skip
            while True:
                control.settimeout(PATIENCE if is_open and not _is_pipe(file) else None)
                message = wire.receive(control)
                if message is None:
                    reason, how = "crash", f"the process that reads it {ended(process)}"
                    break
                if "file" in message:
                    number, file, is_open = message["input"], message["file"], True
                    has_begun = True
                elif "item" in message:
                    if self.progress is not None:
                        self.progress(message["read"])
                    yield inputs[number], item_of(message["item"])
                elif "ended" in message:
                    is_open = False
                else:
                    return None
        except TimeoutError:
            reason, how = "timeout", f"nothing came of it for {PATIENCE:g} seconds"
        finally:
            control.close()
            process.kill()
            process.wait()
        if not has_begun:
            # no file is to blame, and another try would end like this one
            raise ArticleError(f"{inputs[number]}: could not be read: {how}")
        yield inputs[number], Item(file, error=ReadingLost(f"{file}: could not be read to its end: {how}", reason))
        return number, file


def _is_pipe(file: str) -> bool:
    """True for what comes when it comes, however long that takes."""
    return file == "<stdin>" or Path(file).is_fifo()


def main(descriptor: int) -> None:
    """The process: sends what it finds until the parent is gone."""
    control = socket.socket(fileno=descriptor)
    # a parser that hangs would outlive a parent that is killed; where there is no such call, it would
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    request = wire.receive(control)
    if request is None:
        return
    published = request["published"]
    reading = Reading(
        dt.date.fromisoformat(published) if published else None, request["input_format"], request["any_language"]
    )
    after = request["after"] or (0, None)
    read = 0
    with suppress(OSError):
        for number, name in enumerate(request["inputs"]):
            if number < after[0]:
                continue
            files = _Files(number, request["only"], after[1] if number == after[0] else None, partial(wire.send, control))
            for item in reading._items(name, files):
                wire.send(control, {"item": item_fields(item), "read": read + files.read()})
            read += files.read()
        wire.send(control, {"done": True})


class _Files:
    """Tells of every file of an input that is begun and ended; passes over those that are not asked for."""

    def __init__(self, number: int, only: str | None, after: str | None, tell: Callable[[dict[str, Any]], None]) -> None:
        self._number = number
        self._only = only
        self._after = after
        self._tell = tell
        self._before = 0
        self._file: IO[bytes] | None = None
        self._size = 0

    def begins(self, name: str) -> bool:
        if self._after is not None:
            if self._after == name:
                self._after = None
            return False
        if self._only not in (None, name):
            return False
        self._tell({"file": name, "input": self._number})
        return True

    def opened(self, file: IO[bytes]) -> None:
        self._before += self._size
        self._file, self._size = file, os.fstat(file.fileno()).st_size

    def ended(self) -> None:
        self._tell({"ended": True})

    def read(self) -> int:
        """Bytes read of the files on disk so far."""
        if self._file is None or self._file.closed:
            return self._before + self._size
        return self._before + min(self._file.tell(), self._size)


def item_fields(item: Item) -> dict[str, Any]:
    """An item as JSON can hold it."""
    told: dict[str, Any] = {"file": item.file, "place": item.place}
    if item.article is not None:
        return told | {"article": article_fields(item.article)}
    return told | {"error": str(item.error), "skipped": item.error.reason if isinstance(item.error, Skipped) else None}


def item_of(told: dict[str, Any]) -> Item:
    """The item of `item_fields`."""
    if "article" in told:
        return Item(told["file"], told["place"], article_of(told["article"]))
    error = Skipped(told["error"], told["skipped"]) if told["skipped"] else ArticleError(told["error"])
    return Item(told["file"], told["place"], error=error)
