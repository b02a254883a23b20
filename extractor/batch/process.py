"""Starts the processes that a run is made of, and tells how they ended."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys

_START = "import sys; sys.path[:] = {path!r}; from {module} import main; main({descriptor})"


def started(module: str, stdin: int | None = subprocess.DEVNULL) -> tuple[socket.socket, subprocess.Popen[bytes]]:
    """A process that runs the `main` of a module with one end of a connection, and the other end.

    It has a session of its own: Ctrl-C is for the parent, who then ends the rest in good order.
    """
    ours, theirs = socket.socketpair()
    with theirs:
        code = _START.format(path=sys.path, module=module, descriptor=theirs.fileno())
        process = subprocess.Popen(
            [sys.executable, "-c", code], pass_fds=[theirs.fileno()], stdin=stdin, stdout=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
    return ours, process


def told(status: int) -> str:
    """How a process with this status ended, minus the signal that ended it."""
    if status < 0:
        return f"was killed by signal {-status} ({signal.Signals(-status).name})"
    return f"ended itself with status {status}"


def ended(process: subprocess.Popen[bytes]) -> str:
    """How a process ended that closed its connection; it is ended if it still runs."""
    try:
        return told(process.wait(5))
    except subprocess.TimeoutExpired:
        process.kill()
        return told(process.wait())
