"""How fast the whole path is beside plain spaCy, on the same texts in the same run.

    python benchmarks/throughput.py PATH... [--rounds N] [--profile] [--exhaustive]

PATH is a folder or file of articles, as `extractor run` reads them. CPU seconds of this process, the least of N rounds
that alternate them; the ratio is what to look at, the seconds are this machine's. "Our products" is plain spaCy with the
matrix products of numpy's BLAS in one thread, which this package uses, instead of thinc's own. `--profile` lists the ten dearest
functions of ours.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from extractor.article import Article
from extractor.document import parse
from extractor.model import DEFAULT
from extractor.pipeline import Extractor
from extractor.readers import read_inputs


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds, of all threads, that a piece of work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    articles = [one for one in read_inputs(options.paths, None) if isinstance(one, Article)]
    if not articles:
        print(f"{', '.join(options.paths)}: no article could be read", file=sys.stderr)
        return 1
    import spacy

    plain = spacy.load(DEFAULT)  # before ours, which changes the library that multiplies matrices
    extractor = Extractor()
    alike = spacy.load(DEFAULT)
    texts = [f"{one.title or ''}\n\n{one.text}" for one in articles]
    tasks: dict[str, Callable[[], object]] = {
        "plain spaCy": lambda: [None for _ in plain.pipe(texts)],
        "  our products": lambda: [None for _ in alike.pipe(texts)],
        "extractor": lambda: [extractor.claims(one) for one in articles],
        "  its parse": lambda: [parse(one, extractor.nlp) for one in articles],
        "exhaustive": lambda: [extractor.claims(one, exhaustive=True) for one in articles],
    }
    least = dict.fromkeys(tasks, float("inf"))
    for number in range(options.rounds + 1):
        for name, task in tasks.items():
            taken = seconds(task)
            if number:  # the first round warms the caches
                least[name] = min(least[name], taken)
        if not number:
            # as the workers of `extractor run` do when they are warm: what is loaded is no garbage to look for, in any of the tasks
            gc.collect()
            gc.freeze()
    words = sum(len(text.split()) for text in texts)
    print(f"{len(articles)} articles, {words:,} words; CPU seconds, least of {options.rounds} rounds")
    print(f"{'':<16}{'seconds':>9}{'words/s':>10}{'of spaCy':>10}")
    for name, taken in least.items():
        print(f"{name:<16}{taken:>9.2f}{words / taken:>10,.0f}{taken / least['plain spaCy']:>10.2f}")
    own = 1 - least["  its parse"] / least["extractor"]
    print(f"share of our own code: {own:.0%}")
    same = sum(one.id in two for one, two in _claims_both_ways(extractor, articles))
    both = sum(1 for _ in _claims_both_ways(extractor, articles))
    print(f"claims of the exhaustive run that the gated run finds too: {same / max(both, 1):.2%} of {both}")
    if options.profile:
        _profile(lambda: [extractor.claims(one) for one in articles])
    return 0


def _claims_both_ways(extractor: Extractor, articles: list[Article]):  # type: ignore[no-untyped-def]
    for article in articles:
        gated = {claim.id for claim in extractor.claims(article)}
        for claim in extractor.claims(article, exhaustive=True):
            yield claim, gated


def _profile(work: Callable[[], object]) -> None:
    profile = cProfile.Profile()
    profile.runcall(work)
    pstats.Stats(profile).sort_stats("tottime").print_stats("extractor", 10)


if __name__ == "__main__":
    sys.exit(main())
