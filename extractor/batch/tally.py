"""Counts of a run, how many failures it bears, and its summary."""

from __future__ import annotations

import json
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from extractor.batch.task import OUTCOMES, Result
from extractor.errors import ExtractorError

OnError = Literal["stop", "skip", "skip-data"]


class Threshold(ExtractorError):
    """The run met more failures than it was told to bear."""


class Unbalanced(ExtractorError):
    """What went into a run and what came out of it do not add up."""


@dataclass(frozen=True, slots=True)
class Tolerance:
    """Which failures a run bears.

    "stop" bears none; "skip" makes a dead letter of every article that fails; "skip-data" passes over articles that
    are themselves at fault, and bears no failure of the program. `max_errors` bounds the dead, None is without bound.
    """

    on_error: OnError = "skip"
    max_errors: int | None = None

    def judged(self, result: Result, dead: int) -> Result:
        """The result as it counts, with `dead` failures before it. Raises Threshold for one failure too many."""
        if result.outcome != "dead":
            return result
        if self.on_error == "skip-data" and result.reason == "data":
            return Result("skipped", reason="data", message=result.message)
        if self.on_error != "skip":
            raise Threshold(f"{result.message}; stopped, as --on-error {self.on_error} says")
        if self.max_errors is not None and dead >= self.max_errors:
            raise Threshold(f"{result.message}; stopped, as that is more than --max-errors {self.max_errors}")
        return result


@dataclass
class Tally:
    """What a run has done so far. `found` counts what came in, the outcomes what went out: they must agree."""

    found: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    claims: int = 0
    begun: float = field(default_factory=time.monotonic)
    earlier: int = 0

    def add(self, outcome: str, claims: int, kinds: dict[str, int], reason: str) -> None:
        """Counts one article that went out."""
        self.outcomes[outcome] += 1
        self.claims += claims
        self.kinds.update(kinds)
        if reason:
            self.reasons[reason] += 1

    @property
    def out(self) -> int:
        """How many articles went out."""
        return sum(self.outcomes.values())

    @property
    def dead(self) -> int:
        """How many articles failed."""
        return self.outcomes["dead"]

    def counts(self) -> dict[str, Any]:
        """The counts that are the same however often a run was broken off."""
        return {
            "articles": self.found,
            **{name: self.outcomes[name] for name in OUTCOMES},
            "reasons": dict(sorted(self.reasons.items())),
            "claims": self.claims,
            "kinds": dict(sorted(self.kinds.items())),
        }

    def summary(self) -> dict[str, Any]:
        """The counts and what they took, for `--summary`; `earlier` articles were there from before a resume."""
        seconds = time.monotonic() - self.begun
        return {
            **self.counts(),
            "resumed_after": self.earlier,
            "seconds": round(seconds, 3),
            "articles_per_second": round((self.out - self.earlier) / seconds, 3) if seconds else 0.0,
        }

    def line(self) -> str:
        """The summary for people, in one line."""
        told = self.summary()
        parts = [f"{told['articles']:,} articles: " + ", ".join(f"{told[name]:,} {name}" for name in OUTCOMES)]
        if told["reasons"]:
            parts[0] += " (" + ", ".join(f"{count:,} {reason}" for reason, count in told["reasons"].items()) + ")"
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in told["kinds"].items())
        parts.append(f"{told['claims']:,} claims" + (f" ({kinds})" if kinds else ""))
        parts.append(f"{told['seconds']:,.1f} s, {told['articles_per_second']:,.1f} articles/s")
        return "; ".join(parts)

    def write(self, path: Path) -> None:
        """Writes the summary as JSON."""
        path.write_text(json.dumps(self.summary(), indent=2, ensure_ascii=False) + "\n", "utf-8")
