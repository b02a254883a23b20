"""Messages between the parent and its workers: JSON with its length before it. Nothing that could be executed."""

from __future__ import annotations

import json
import socket
import struct
from typing import Any

_LENGTH = struct.Struct("!Q")


def packed(message: dict[str, Any]) -> bytes:
    """A message as it goes over the wire."""
    data = json.dumps(message).encode()
    return _LENGTH.pack(len(data)) + data


def send(connection: socket.socket, message: dict[str, Any]) -> None:
    """Sends a message whole; raises OSError if the other side is gone."""
    connection.sendall(packed(message))


def receive(connection: socket.socket) -> dict[str, Any] | None:
    """The next message, whole; None if the other side is gone. Raises OSError past the connection's own time limit."""
    head = _exactly(connection, _LENGTH.size)
    data = head and _exactly(connection, _LENGTH.unpack(head)[0])
    if not data:
        return None
    message: dict[str, Any] = json.loads(data)
    return message


def _exactly(connection: socket.socket, size: int) -> bytes | None:
    data = bytearray()
    while len(data) < size:
        try:
            piece = connection.recv(min(size - len(data), 1 << 20))
        except ConnectionError:
            return None
        if not piece:
            return None
        data += piece
    return bytes(data)
