"""Scores the quantity layer beside other readers of quantities, in one run over one benchmark folder.

    python benchmarks/quantities.py FOLDER [--source newsquant]

FOLDER holds `cases.jsonl` (`id`, `source`, `text`, `gold`) and its own `score.py`, which does the counting. The
readers: this package, quantulum3 alone, and CQE where it is installed. For each: F1 by value, value + bound and
value + unit, and the CPU time over all sentences of the folder, loading apart. CQE begins by running the small English
spaCy pipeline over each sentence: the time of that alone is printed too, as the least that CQE can take.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

Found = dict[str, Any]
Reader = Callable[[str], list[Found]]
_BOUNDS = {"exact": "=", "about": "~", "over": ">", "at_least": ">", "under": "<", "at_most": "<", "range": "range"}


def ours() -> Reader:
    """This package. Ages are asked for, and a converted amount counts as a second one, as in the benchmark."""
    from extractor.mentions.quantities import find_quantities
    from extractor.record import Quantity

    def one(quantity: Quantity, start: int, end: int) -> Found:
        found: Found = {"start": start, "end": end, "unit": quantity.unit, "bound": _BOUNDS[quantity.bound]}
        low, high = quantity.low, quantity.high
        if low is not None and high is not None and low != high:
            return found | {"low": low, "high": high}
        value = low if low is not None else high
        negative = quantity.text.startswith(("-", "−", "–", "minus", "negative"))
        return found | {"value": -value if negative and value is not None else value}

    def read(text: str) -> list[Found]:
        found = []
        for mention in find_quantities(text, ages=True):
            found.append(one(mention.quantity, mention.start, mention.end))
            if mention.quantity.converted is not None:
                found.append(one(mention.quantity.converted, mention.start, mention.end))
        return found

    return read


def quantulum3() -> Reader:
    """quantulum3 alone, without its classifier."""
    from quantulum3 import parser

    def read(text: str) -> list[Found]:
        try:
            parsed = parser.parse(text)
        except Exception:  # it raises on some inputs; that costs it the sentence
            return []
        found = []
        for quantity in parsed:
            start, end = quantity.span
            unit = None if quantity.unit.name == "dimensionless" else quantity.unit.name
            entry: Found = {"start": start, "end": end, "unit": unit, "bound": "="}
            if quantity.uncertainty:  # "5 to 10" is 7.5 ± 2.5 to it
                entry |= {"low": quantity.value - quantity.uncertainty, "high": quantity.value + quantity.uncertainty}
            found.append(entry if quantity.uncertainty else entry | {"value": quantity.value})
        return found

    return read


def cqe() -> Reader:
    """CQE (Almasian et al., EMNLP 2023), where it is installed."""
    from CQE import CQE as library

    parser = library.CQE()

    def read(text: str) -> list[Found]:
        found = []
        for quantity in parser.parse(text):
            value: Any = quantity.value
            numbers = [getattr(value, name, None) for name in ("lower_bound", "upper_bound", "value")]
            low, high = (float(number) if number is not None else None for number in numbers[:2])
            unit = getattr(quantity.unit, "norm_unit", None) or getattr(quantity.unit, "unit", None)
            number = float(numbers[2]) if numbers[2] is not None else low
            change = getattr(quantity.change, "change", "=")
            entry: Found = {"start": None, "end": None, "unit": None if unit in {"-", ""} else unit, "bound": change}
            found.append(entry | ({"low": low, "high": high} if low != high else {"value": number}))
        return found

    return read


def parse_alone() -> Reader:
    """What CQE does before its own work: the small English pipeline over a sentence. It finds nothing by itself."""
    from extractor.model import DEFAULT

    nlp = import_module(DEFAULT).load()

    def read(text: str) -> list[Found]:
        nlp(text)
        return []

    return read


def readers() -> Iterable[tuple[str, Callable[[], Reader]]]:
    """The readers to compare; those not installed are named on the standard error and left out."""
    yield "extractor", ours
    for name, package, make in (("quantulum3", "quantulum3", quantulum3), ("CQE", "CQE", cqe)):
        if find_spec(package) is None:
            print(f"{name} is not installed: left out", file=sys.stderr)
        else:
            yield name, make
    yield "CQE's parse", parse_alone


def score(folder: Path, predictions: list[str], source: str) -> dict[str, dict[str, dict[str, float]]]:
    """The folder's own score of these predictions."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write("\n".join(predictions) + "\n")
        file.flush()
        command = [sys.executable, str(folder / "score.py"), file.name, "--cases", str(folder / "cases.jsonl")]
        command += ["--source", source, "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    result: dict[str, dict[str, dict[str, float]]] = json.loads(done.stdout)
    return result


def main() -> int:
    """Reads the arguments, runs each reader over the folder and prints a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path, help="benchmark folder with cases.jsonl and score.py")
    parser.add_argument("--source", default="newsquant,rtext", help="sources to score, with commas between")
    options = parser.parse_args()
    cases_file = options.folder / "cases.jsonl"
    if not cases_file.is_file():
        parser.error(f"{cases_file}: no such file; name a folder that holds cases.jsonl and score.py")
    sources = options.source.split(",")
    cases = [json.loads(line) for line in cases_file.read_text("utf-8").splitlines() if line.strip()]
    cases = [case for case in cases if case["source"] in sources]

    print(f"{len(cases)} sentences; F1 of value, value + bound, value + unit; CPU seconds to load and to read all")
    print(f"{'source':<16}{'reader':<12}{'value':>8}{'+ bound':>9}{'+ unit':>8}{'load s':>9}{'read s':>9}")
    for name, make in readers():
        began = time.process_time()
        read = make()
        read("It rose 5 percent to $3 million, 4 km and 5 ₭.")  # whose sign is looked up in babel's tables
        loaded = time.process_time()
        predictions = [json.dumps({"id": case["id"], "quantities": read(case["text"])}) for case in cases]
        ended = time.process_time()
        for source, figures in score(options.folder, predictions, options.source).items():
            cells = [figures.get(key, {}).get("F1") for key in ("value", "value+bound", "value+unit")]
            printed = "".join(
                f"{'-' if cell is None else f'{cell:.1f}':>{width}}"
                for cell, width in zip(cells, (8, 9, 8), strict=True)
            )
            print(f"{source:<16}{name:<12}{printed}{loaded - began:>9.2f}{ended - loaded:>9.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
