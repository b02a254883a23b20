"""Scores the period layer beside dateparser's search_dates, in one run over one benchmark folder.

    python benchmarks/periods.py FOLDER [--source gum-news] [--limit 10] [--out PREDICTIONS]

FOLDER holds `docs.jsonl` (`id`, `source`, `dct`, `text`, `gold`: TIMEX3-like), its own `score.py`, which does the
counting, and may hold `dated.jsonl` (`id`, `dct`, `text`), documents whose date is to be told from their text alone.
For each reader and source: value F1, F1 of calendar intervals, both also in the source's own notation (`as_marked`),
and CPU seconds. `search_dates` reads line by line and is stopped after LIMIT seconds a document; what it
found until then counts.
"""

from __future__ import annotations

import argparse
import calendar
import datetime as dt
import json
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from types import FrameType
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

Found = dict[str, Any]
Reader = Callable[[str, str], list[Found]]


def ours() -> Reader:
    """This package, asked for references ("now"), clock times and sets too, which are no periods but are annotated."""
    from extractor.mentions.dating import given
    from extractor.mentions.periods import find_periods

    def read(text: str, dct: str) -> list[Found]:
        return [
            {"start": one.start, "end": one.end, "type": one.type, "value": one.value}
            for one in find_periods(text, given(dt.date.fromisoformat(dct)), timexes=True)
        ]

    return read


class _OutOfTime(Exception):
    """The time limit of a document is over."""


def search_dates(limit: float) -> Reader:
    """dateparser's search_dates alone; each find is parsed again for its grain, which the search does not tell."""
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates as search

    def stop(number: int, frame: FrameType | None) -> None:
        raise _OutOfTime

    def value(words: str, day: dt.datetime, settings: dict[str, Any]) -> str:
        data = DateDataParser(languages=["en"], settings=settings).get_date_data(words)
        if data is None or data.date_obj is None:
            return day.date().isoformat()
        return {"year": f"{day:%Y}", "month": f"{day:%Y-%m}"}.get(data.period, f"{day:%Y-%m-%d}")

    def lines(text: str) -> Iterator[tuple[int, str]]:
        at = 0
        for line in text.splitlines(keepends=True):
            yield at, line
            at += len(line)

    def read(text: str, dct: str) -> list[Found]:
        settings = {"RELATIVE_BASE": dt.datetime.fromisoformat(dct), "PREFER_DATES_FROM": "past"}
        found: list[Found] = []
        signal.signal(signal.SIGALRM, stop)
        signal.setitimer(signal.ITIMER_REAL, limit)
        try:
            for at, line in lines(text):
                reach = 0
                for words, day in search(line, languages=["en"], settings=settings) or []:
                    start = line.find(words, reach)
                    if start >= 0:
                        reach = start + len(words)
                        one = {"start": at + start, "end": at + reach, "type": "DATE"}
                        found.append(one | {"value": value(words, day, settings)})
        except _OutOfTime:
            pass
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        return found

    return read


def score(folder: Path, predictions: Path, *options: str) -> dict[str, dict[str, Any]]:
    """The folder's own score of these predictions."""
    command = [
        sys.executable,
        str(folder / "score.py"),
        str(predictions),
        "--docs",
        str(folder / "docs.jsonl"),
        "--json",
    ]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=True)
    result: dict[str, dict[str, Any]] = json.loads(done.stdout.strip().splitlines()[-1])
    return result


def as_marked(own: list[Found], text: str, found: list[Found]) -> list[Found]:
    """What was found in this text as its source would write it, for any reader alike.

    Sources differ in what they mark and how: kinds of expression that a source's gold never has (durations, "now") are
    left out; where it never marks parts of a day, the day is meant; where it writes first and last day rather than
    weeks, seasons and decades, so are these, and "the end of" a period is its last day.
    """
    golds = [gold for document in own for gold in document["gold"]]
    kinds = {_kind(gold) for gold in golds}
    by_days = any(_BY_DAYS.fullmatch(gold["value"] or "") for gold in golds)
    if not any(_PART_OF_DAY.search(gold["value"] or "") for gold in golds):
        found = [_whole_day(one) for one in found]
    kept = [one for one in found if _kind(one) in kinds]
    if not by_days:
        return kept
    kept = [one | {"value": _last_day(text[one["start"] : one["end"]], one["value"])} for one in kept]
    return [one | {"value": _first_and_last(one["value"])} for one in kept]


_END_OF = re.compile(r"(?:at |by )?(?:the )?end of\b|(?:the )?(?:year|month)[ -]end$", re.I)
_BY_DAYS = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")
_PART_OF_DAY = re.compile(r"T(?:MO|AF|EV|NI|DT)$")
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _whole_day(one: Found) -> Found:
    if not _PART_OF_DAY.search(one["value"]):
        return one
    return one | {"type": "DATE", "value": _PART_OF_DAY.sub("", one["value"])}


def _kind(one: Found) -> str:
    value = one["value"] or ""
    if one["type"] in {"DATE", "DURATION"} and not value:
        return "vague"
    return str(value) if value.endswith("_REF") else str(one["type"])


def _last_day(words: str, value: str) -> str:
    """The last day of the year or month that these words name the end of; else the value as it is."""
    period = re.fullmatch(r"(\d{4})(?:-(\d\d))?", value)
    if not period or not _END_OF.match(words):
        return value
    year, month = int(period[1]), int(period[2] or 12)
    return f"{year}-{month:02}-{calendar.monthrange(year, month)[1]}"


def _first_and_last(value: str) -> str:
    week = re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value)
    if week:
        first = dt.date.fromisocalendar(int(week[1]), int(week[2]), 6 if week[3] else 1)
        return f"{first}/{dt.date.fromisocalendar(int(week[1]), int(week[2]), 7)}"
    season = re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value)
    if season:
        year, month = int(season[1]), _SEASONS[season[2]]
        after = dt.date(year + (month == 12), (month + 2) % 12 + 1, 1)
        return f"{year}-{month:02}-01/{after - dt.timedelta(days=1)}"
    decade = re.fullmatch(r"(\d{3})", value)
    if decade:
        return f"{decade[1]}0-01-01/{decade[1]}9-12-31"
    century = re.fullmatch(r"(\d{2})", value)
    return f"{century[1]}00-01-01/{century[1]}99-12-31" if century else value


def rows(file: Path) -> list[Found]:
    """The objects of a JSON lines file."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]


def dating(folder: Path) -> None:
    """Prints how often the article's date is told from its text alone, how often rightly, and how narrowly."""
    from extractor.mentions.dating import infer_published

    documents = rows(folder / "dated.jsonl")
    began = time.process_time()
    offered = [(one, infer_published(one["text"])) for one in documents]
    spent = time.process_time() - began
    told = [(dt.date.fromisoformat(one["dct"]), dated) for one, dated in offered if dated is not None]
    right = [dated.start <= day <= dated.end for day, dated in told]
    widths = [(dated.end - dated.start).days + 1 for _, dated in told]
    print(f"\ndating {len(documents)} documents from their text alone, {spent:.2f} s")
    if told:
        print(
            f"offered {len(told)} ({len(told) / len(documents):.1%}), holds the true date in {sum(right)}"
            f" ({sum(right) / len(told):.1%}), median width {statistics.median(widths):g} days"
        )


def main() -> int:
    """Reads the arguments, runs each reader over the folder and prints a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path, help="benchmark folder with docs.jsonl and score.py")
    parser.add_argument("--source", help="sources to score, with commas between (default: all)")
    parser.add_argument("--limit", type=float, default=10.0, help="seconds search_dates may take for a document")
    parser.add_argument("--out", type=Path, help="also write our predictions to this file")
    parser.add_argument("--alone", action="store_true", help="leave search_dates out")
    options = parser.parse_args()
    if not (options.folder / "docs.jsonl").is_file():
        parser.error(f"{options.folder}/docs.jsonl: no such file; name a folder that holds docs.jsonl and score.py")
    documents = rows(options.folder / "docs.jsonl")
    sources = options.source.split(",") if options.source else sorted({one["source"] for one in documents})
    readers: list[tuple[str, Callable[[], Reader]]] = [("extractor", ours)]
    if not options.alone and find_spec("dateparser") is not None:
        readers.append(("search_dates", lambda: search_dates(options.limit)))
    print("F1 of values and of calendar intervals; the same in the source's own notation; CPU seconds to read all")
    print(f"{'source':<16}{'reader':<14}{'value':>10}{'own':>10}{'calendar':>10}{'own':>10}{'read s':>9}")
    for name, make in readers:
        read = make()
        for source in sources:
            own = [one for one in documents if one["source"] == source]
            began = time.process_time()
            read_all = [(one["id"], read(one["text"], one["dct"])) for one in own]
            spent = time.process_time() - began
            found = [json.dumps({"id": key, "timexes": one}) for key, one in read_all]
            with tempfile.TemporaryDirectory() as folder:
                file = Path(folder) / "predictions.jsonl"
                file.write_text("\n".join(found) + "\n", "utf-8")
                figures = score(options.folder, file, "--source", source)
                texts = {one["id"]: one["text"] for one in own}
                alike = [json.dumps({"id": key, "timexes": as_marked(own, texts[key], one)}) for key, one in read_all]
                file.write_text("\n".join(alike) + "\n", "utf-8")
                marked = score(options.folder, file, "--source", source)
            cells = [
                (figures, "all", "value"),
                (marked, "all", "value"),
                (figures, "cal", "ival"),
                (marked, "cal", "ival"),
            ]
            values = [table.get(f"{source}:{key}", {}).get(measure, 0.0) * 100 for table, key, measure in cells]
            printed = "".join(f"{value:>10.1f}" for value in values)
            print(f"{source:<16}{name:<14}{printed}{spent:>9.2f}", flush=True)
            if options.out and name == "extractor":
                with options.out.open("a", encoding="utf-8") as out:
                    out.write("\n".join(found) + "\n")
    if (options.folder / "dated.jsonl").is_file():
        dating(options.folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
