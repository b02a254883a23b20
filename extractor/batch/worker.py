"""The parent's handles on the nursery and on the workers that it forks."""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import tempfile
import time
from collections import deque
from contextlib import suppress
from dataclasses import asdict
from typing import IO, TYPE_CHECKING, Any

from extractor.batch import wire
from extractor.batch.nursery import ANSWER, COMMAND
from extractor.batch.process import started, told
from extractor.batch.work import Job
from extractor.errors import ModelError

if TYPE_CHECKING:
    from extractor.batch.window import Slot

# a message once begun comes at once: who stops in the middle of one is lost
_PATIENCE = 30.0
_LONGEST_TRACE = 20_000


class Worker:
    """One worker process: `queue` holds the article it works and at most one that it is to work next."""

    def __init__(self, connection: socket.socket, pid: int, nursery: int, trace: IO[bytes]) -> None:
        connection.settimeout(_PATIENCE)
        self.connection = connection
        self.pid = pid
        self.nursery = nursery
        self.queue: deque[Slot] = deque()
        self.done = 0
        self.limit = 0.0
        self.deadline = 0.0
        self._trace = trace

    def send(self, message: bytes) -> bool:
        """Sends an article; False if the worker is gone."""
        try:
            self.connection.sendall(message)
        except OSError:
            return False
        return True

    def receive(self) -> dict[str, Any] | None:
        """The next result; None if the worker is gone."""
        try:
            return wire.receive(self.connection)
        except OSError:
            return None

    def has_news(self) -> bool:
        """True if a result, or the news of the worker's end, is there to be received."""
        return bool(select.select([self.connection], [], [], 0)[0])

    def trace(self, ask: bool) -> str:
        """Where the worker was when it crashed, or, if asked, where it is; empty if it does not tell."""
        with suppress(OSError):
            if ask:
                os.kill(self.pid, signal.SIGUSR1)
                until = time.monotonic() + 0.5
                while not os.fstat(self._trace.fileno()).st_size and time.monotonic() < until:
                    time.sleep(0.01)
                time.sleep(0.02)
            self._trace.seek(0)
            return self._trace.read(_LONGEST_TRACE).decode("utf-8", "replace")
        return ""

    def close(self) -> None:
        """Lets go of the connection; a worker that waits for an article then ends itself."""
        self.connection.close()
        self._trace.close()


class Nursery:
    """The process that loads the model and forks workers; it starts loading at once, while the parent reads on."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._ready = False
        self._start()

    def _start(self) -> None:
        self._control, self._process = started("extractor.batch.nursery")
        with suppress(OSError):
            wire.send(self._control, asdict(self._job))

    def fork(self) -> Worker:
        """A new worker. Raises ModelError if the model cannot be loaded."""
        self._wait()
        worker = self._fork()
        if worker is None:
            # the nursery itself was killed, as by a system that runs out of memory: its workers went with it
            self.close()
            self._start()
            self._ready = False
            self._wait()
            worker = self._fork()
        if worker is None:
            raise ModelError("the process that starts the workers was killed twice; is there memory enough?")
        return worker

    def end(self, worker: Worker) -> str:
        """Ends a worker; tells how it ended if it had ended before."""
        status = self._ask(b"E", worker.pid) if worker.nursery == self._process.pid else None
        if status is None:
            # its nursery was killed before it; without news on its connection it still runs, under the same id
            if not worker.has_news():
                with suppress(ProcessLookupError):
                    os.kill(worker.pid, signal.SIGKILL)
            return "was lost"
        return told(status)

    def close(self) -> None:
        """Ends the nursery, which ends its workers."""
        self._control.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            # it is still loading the model, and has no workers yet
            self._process.kill()
            self._process.wait()

    def _wait(self) -> None:
        if self._ready:
            return
        message = wire.receive(self._control)
        if message is None:
            raise ModelError("the model could not be loaded: the process that loads it was killed; is there memory enough?")
        if "error" in message:
            # a ModelError says itself what is wrong with the model; anything else met on the way needs its name
            ours = message["type"] == ModelError.__name__
            raise ModelError(message["error"] if ours else f"the model could not be loaded: {message['type']}: {message['error']}")
        self._ready = True

    def _fork(self) -> Worker | None:
        ours, theirs = socket.socketpair()
        trace = tempfile.TemporaryFile()  # noqa: SIM115 - the worker's as long as it lives
        with theirs:
            pid = self._ask(b"F", 0, [theirs.fileno(), trace.fileno()])
        if pid is None:
            ours.close()
            trace.close()
            return None
        return Worker(ours, pid, self._process.pid, trace)

    def _ask(self, what: bytes, pid: int, descriptors: list[int] | None = None) -> int | None:
        try:
            socket.send_fds(self._control, [COMMAND.pack(what, pid)], descriptors or [])
            answer = self._control.recv(ANSWER.size)
        except OSError:
            return None
        return int(ANSWER.unpack(answer)[0]) if len(answer) == ANSWER.size else None
