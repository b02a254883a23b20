"""Where in a text the rules of the period grammar can match at all.

Most of a text names no time. Nearly every rule needs a word of some class (a month, a unit of time, a number as long as
a year): its cue, a pattern for the text in small letters. It is tried only around matches of that.
"""

from __future__ import annotations

import re

MONTHS = r"(?<![a-z])(?:jan|feb|mar(?:ch|\b)|apr|may\b|ju[nl]|aug|sep|oct|nov|dec)"
YEARS = r"\d\d\d\d"
UNITS = (
    r"year|month|week|quarter|decade|centur|day|half|hour|minute|second|night|morning|afternoon|evening|noon|past|date"
    r"|period|time|long|life|yesterday|tomorrow"
)
# no rule reads more than this before and after its cue
_BEFORE, _AFTER = 64, 64


class Places:
    """The stretches of a text around each class of cue."""

    def __init__(self, text: str) -> None:
        self.length = len(text)
        low = text.lower()
        # a capital whose small form is longer would shift what comes after it
        self.low = low if len(low) == len(text) else "".join(one.lower()[:1] or one for one in text)
        self._found: dict[str, list[tuple[int, int]]] = {"": [(0, self.length)]}

    def of(self, cue: str, holds: str = "") -> list[tuple[int, int]]:
        """Start and end of each stretch around a match of the cue, in order and apart; all the text for the empty cue.

        With `holds`, words joined by |, only the stretches with one of them.
        """
        found = self._around(cue)
        if not holds or not found:
            return found
        words = holds.split("|")
        return [(start, end) for start, end in found if any(self.low.find(word, start, end) >= 0 for word in words)]

    def _around(self, cue: str) -> list[tuple[int, int]]:
        if cue not in self._found:
            stretches: list[tuple[int, int]] = []
            for match in re.finditer(cue, self.low):
                start, end = max(0, match.start() - _BEFORE), min(self.length, match.end() + _AFTER)
                if stretches and start <= stretches[-1][1]:
                    start = stretches.pop()[0]
                stretches.append((start, end))
            self._found[cue] = stretches
        return self._found[cue]
