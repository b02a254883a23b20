"""From the finished parts to the run's files: output, dead letters and manifest, each put in place whole."""

from __future__ import annotations

import json
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.batch.folder import WorkFolder, replace, synced
from extractor.batch.outputs import writer
from extractor.batch.tally import Tally


@dataclass(frozen=True, slots=True)
class Files:
    """The files that a run leaves."""

    output: Path
    dead: Path

    @property
    def manifest(self) -> Path:
        """The manifest stands beside the output."""
        return self.output.with_name(self.output.name + ".manifest.jsonl")


def join(folder: WorkFolder, files: Files, settings: dict[str, Any], format: str) -> Tally:
    """Puts the run's files in place and returns its counts; what is there under their names is replaced.

    The dead letters' file is there only if there are any. Broken off anywhere, it can be done again.
    """
    tally = Tally()
    new = {name: folder.path / f"joined.{name}" for name in ("output", "dead", "manifest")}
    with ExitStack() as stack:
        output = stack.enter_context(new["output"].open("wb"))
        dead, manifest = (
            stack.enter_context(new[name].open("w", encoding="utf-8", newline="\n")) for name in ("dead", "manifest")
        )
        claims = stack.enter_context(writer(output, format))
        manifest.write(json.dumps(settings, ensure_ascii=False) + "\n")
        for kept in folder.kept():
            record = kept.record
            claims.write(kept.claims)
            if kept.letter:
                dead.write(kept.letter)
            manifest.write(record.to_json() + "\n")
            tally.add(record.outcome, record.claims, record.kinds, record.reason)
        tally.found = tally.out
        manifest.write(json.dumps({"end": tally.counts()}) + "\n")
        claims.close()
        for file in (output, dead, manifest):
            synced(file)
    replace(new["output"], files.output)
    if tally.dead:
        _move(new["dead"], files.dead)
    else:
        files.dead.unlink(missing_ok=True)
    replace(new["manifest"], files.manifest)
    return tally


def _move(old: Path, new: Path) -> None:
    """As `replace`, also to another file system."""
    if old.stat().st_dev != new.parent.stat().st_dev:
        beside = new.with_name(new.name + ".new")
        with old.open("rb") as source, beside.open("wb") as file:
            while piece := source.read(1 << 20):
                file.write(piece)
            synced(file)
        old = beside
    replace(old, new)
