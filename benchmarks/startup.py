"""The time from start to the first claim of a one-article run, beside that of loading the spaCy pipeline alone.

    python benchmarks/startup.py [ARTICLE] [--repeat 7]

Both are processes of their own, run in turn; CPU seconds (user and system), the least of the repeats, and their ratio.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

_ROOT = Path(__file__).resolve().parent.parent
_LOAD = "import spacy, extractor.model; spacy.load(extractor.model.DEFAULT)"


def spent(command: list[str], byte_code: str) -> float:
    """The CPU seconds of a command whose modules are compiled to a folder, as an installer does, if they are not yet."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = os.environ | {"PYTHONPATH": str(_ROOT), "PYTHONPYCACHEPREFIX": byte_code, "PYTHONDONTWRITEBYTECODE": ""}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    """Runs the benchmark; 0 unless a command fails."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("article", nargs="?", default=str(_ROOT / "corpus" / "articles" / "borealis-phones.json"))
    parser.add_argument("--repeat", type=int, default=7)
    options = parser.parse_args()
    load = [sys.executable, "-c", _LOAD]
    run = [sys.executable, "-m", "extractor.cli", "run", options.article]
    with TemporaryDirectory() as folder:
        spent(load, folder), spent(run, folder)  # the first runs write byte code
        pairs = [(spent(load, folder), spent(run, folder)) for _ in range(options.repeat)]
    alone, whole = (min(column) for column in zip(*pairs, strict=True))
    print(f"loading the pipeline {alone:.2f} s, start to first claim {whole:.2f} s: {whole / alone:.2f} times")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
