"""Accuracy over a folder of gold articles: precision, recall and F1 of the claims by kind.

python benchmarks/accuracy.py corpus/articles
python benchmarks/accuracy.py FOLDER --errors 20 --json figures.json --predict claims.jsonl
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent)]

from scoring import KINDS, Record, Score, score  # noqa: E402

from extractor import Extractor  # noqa: E402


def load(folder: Path) -> list[Record]:
    """The gold articles of a folder, by file name."""
    return [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))]


def predict(articles: list[Record], extractor: Extractor) -> list[Record]:
    """The records of the articles, each run without its date where the gold says so."""
    records = []
    for article in articles:
        published = article["published"] if article["date_given"] else None
        claims = extractor.extract(article["text"], title=article.get("title"), published=published, id=article["id"])
        records += [json.loads(claim.to_json()) for claim in claims]
    return records


def table(result: Score) -> str:
    """The figures in percent, a line a kind."""
    lines = [f"{'kind':8} {'gold':>5} {'got':>5}   core P     R    F1   full P     R    F1"]
    for kind in (*KINDS, "all"):
        tally = result.tallies[kind]
        rates = " ".join(f"{100 * value:5.1f}" for value in tally.rates().values())
        lines.append(f"{kind:8} {tally.gold:5} {tally.got:5}    {rates}")
    lines.append("wrong facets: " + ", ".join(f"{name} {count}" for name, count in result.facets.most_common()))
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print up to N errors of each sort")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here")
    parser.add_argument("--predict", type=Path, metavar="FILE", help="write the records here")
    options = parser.parse_args()
    articles = load(options.folder)
    if not articles:
        print(f"accuracy.py: no *.json gold articles in {options.folder}", file=sys.stderr)
        return 2
    records = predict(articles, Extractor())
    result = score(articles, records)
    print(f"{len(articles)} articles, {len(records)} records")
    print(table(result))
    for sort in ("missed", "spurious", "wrong"):
        for name, where, got, want in [one for one in result.errors if one[0].startswith(sort)][: options.errors]:
            print(
                f"{name} in {where}\n   gold {json.dumps(want, ensure_ascii=False)}\n   got  {json.dumps(got, ensure_ascii=False)}"
            )
    if options.json:
        options.json.write_text(json.dumps({kind: tally.rates() for kind, tally in result.tallies.items()}, indent=1))
    if options.predict:
        options.predict.write_text(
            "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
