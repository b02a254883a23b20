"""The manifest: one record for the run's settings, one for everything that was found in its inputs, one for its end."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.batch.task import Result, Task
from extractor.errors import UsageError


@dataclass(frozen=True, slots=True)
class Record:
    """What became of one article: `claims` is how many lines it has in the output."""

    id: str
    position: str
    content: str
    outcome: str
    claims: int
    kinds: dict[str, int]
    reason: str = ""
    duplicate_of: str | None = None

    def to_json(self) -> str:
        """The record as a line, without what is empty."""
        return json.dumps(
            {
                "id": self.id, "position": self.position, "content": self.content, "outcome": self.outcome,
                "claims": self.claims, "kinds": self.kinds,
                **({"reason": self.reason} if self.reason else {}),
                **({"duplicate_of": self.duplicate_of} if self.duplicate_of else {}),
            },
            ensure_ascii=False,
        )  # fmt: skip

    @classmethod
    def of(cls, task: Task, result: Result) -> Record:
        """The record of a task and what came of it."""
        return cls(
            task.id, task.item.where, task.content, result.outcome, len(result.claims), result.kinds, result.reason,
            task.duplicate_of,
        )  # fmt: skip


def read_manifest(path: Path) -> tuple[dict[str, Any], Iterator[Record]]:
    """The settings and the records of a manifest; raises UsageError for a file that is none, or is not whole."""
    try:
        file = path.open(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from None
    with file:
        settings = _object(file.readline())
    if settings.get("manifest") != 1:
        raise UsageError(f"{path}: is no manifest of a run; give the OUT.manifest.jsonl that it wrote")
    return settings, _records(path)


def _records(path: Path) -> Iterator[Record]:
    ended = False
    with path.open(encoding="utf-8") as file:
        next(file)
        for line in file:
            record = _object(line)
            ended = "end" in record
            if not ended:
                yield Record(**record)
    if not ended:
        raise UsageError(f"{path}: is cut short; it is not the manifest of a run that ended")


def _object(line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
