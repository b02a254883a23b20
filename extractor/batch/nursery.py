"""The process that loads the model once and forks the workers from itself.

Forked workers share the model's memory, and a new one (after a crash, a hang, or its share of articles) is there in
milliseconds instead of the seconds that loading takes. They are not forked from the parent, because the parent runs
other people's parsers, some with threads of their own, and a fork in the middle of those can lock up.

The parent asks over a socket: "F" with two descriptors forks a worker, "E" with a process id ends one and tells its
exit status. Only here are workers waited for, so the id of a dead one is never another process's when it is ended.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import signal
import socket
import struct
from contextlib import suppress
from dataclasses import asdict

from extractor.batch.task import article_of
from extractor.batch.wire import receive, send
from extractor.batch.work import WARMING, Claims, Job, attempt

COMMAND = struct.Struct("!cq")
ANSWER = struct.Struct("!q")


def main(descriptor: int) -> None:
    """Serves until the parent is gone, then ends its workers and itself. The first message is the job."""
    control = socket.socket(fileno=descriptor)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    message = receive(control)
    if message is None:
        return
    try:
        claims = Job(**message).load()
    except Exception as error:
        with suppress(OSError):
            send(control, {"error": str(error), "type": type(error).__name__})
        return
    # what the first article would load in each worker is loaded here, once
    attempt(claims, WARMING, None)
    # what is loaded is never garbage: the collector's marks would copy the shared memory page by page
    gc.collect()
    gc.freeze()
    workers: set[int] = set()
    try:
        send(control, {"ready": os.getpid()})
        _serve(control, claims, workers)
    except OSError:
        pass
    finally:
        for worker in workers:
            _end(worker)


def _serve(control: socket.socket, claims: Claims, workers: set[int]) -> None:
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, COMMAND.size, 2)
        if len(message) < COMMAND.size:
            return
        what, worker = COMMAND.unpack(message)
        if what == b"F":
            worker = os.fork()
            if not worker:
                control.close()
                _work(socket.socket(fileno=descriptors[0]), descriptors[1], claims)
            for descriptor in descriptors:
                os.close(descriptor)
            workers.add(worker)
            control.sendall(ANSWER.pack(worker))
        elif worker in workers:
            workers.remove(worker)
            control.sendall(ANSWER.pack(_end(worker)))


def _end(worker: int) -> int:
    """Ends a worker, if it has not ended itself; its exit status, or minus the signal that ended it."""
    with suppress(ProcessLookupError):
        os.kill(worker, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(worker, 0)[1])


def _work(connection: socket.socket, trace: int, claims: Claims) -> None:
    """A worker's whole life: articles in, results out. Never returns."""
    # where a worker was when it crashed, or when the parent lost patience (SIGUSR1), is told in its dead letter
    faulthandler.enable(file=trace)
    faulthandler.register(signal.SIGUSR1, file=trace)
    try:
        while (message := receive(connection)) is not None:
            result = attempt(claims, article_of(message["article"]), message["duplicate_of"])
            send(connection, asdict(result))
    except OSError:
        pass
    finally:
        os._exit(0)
