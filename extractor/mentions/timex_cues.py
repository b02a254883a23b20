"""Where in a text the rules of the period grammar can match at all.

Most of a text names no time. Nearly every rule needs a word of some class (a month, a unit of time, a number as long as
a year): its cue, a pattern for the text in small letters. It is tried only around matches of that, and only where what
else the rule needs, the core of its form, is there too. Cue and core ask for small letters and are quick to look for: they
begin with letters or digits, not with a look behind, and heed no case.
"""

from __future__ import annotations

import re
from functools import cache

MONTHS = r"(?<![a-z])(?:jan|feb|mar(?:ch|\b)|apr|may\b|ju[nl]|aug|sep|oct|nov|dec)"
YEARS = r"\d\d\d\d"
UNITS = (
    r"year|month|week|quarter|decade|centur|day|half|hour|minute|second|night|morning|afternoon|evening|noon|past|date"
    r"|period|time|long|life|yesterday|tomorrow|fiscal"
)
# for the cores of forms: a month and what ends its word, a day of it, what can stand before it in "the end of May"
MONTH = r"(?:jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec)"
MONTH_WORD = MONTH + r"[a-z]*\.?"
NTH = r"(?:st|nd|rd|th)?"
DAY = r"\d\d?" + NTH
AFTER_PART = r"(?:of|in|early|late|mid|middle|that|end)[ -]"
# no rule reads more than this before and after its cue
_BEFORE, _AFTER = 64, 64
_compiled = cache(re.compile)


class Places:
    """The stretches of a text around each class of cue."""

    def __init__(self, text: str) -> None:
        low = text.lower()
        # a capital whose small form is longer would shift what comes after it
        self.low = low if len(low) == len(text) else "".join(one.lower()[:1] or one for one in text)
        self._found: dict[str, list[tuple[int, int]]] = {"": [(0, len(text))]}

    def of(self, cue: str, core: str = "") -> list[tuple[int, int]]:
        """Start and end of each stretch around a match of the cue, in order and apart; all the text for the empty cue.

        The last may reach beyond the end of the text. With a pattern of the core, only the stretches that hold a match of it.
        """
        found = self._around(cue)
        if not core or not found:
            return found
        search = _compiled(core).search
        return [stretch for stretch in found if search(self.low, *stretch)]

    def _around(self, cue: str) -> list[tuple[int, int]]:
        if cue not in self._found:
            stretches: list[tuple[int, int]] = []
            for match in _compiled(cue).finditer(self.low):
                start, end = match.start() - _BEFORE, match.end() + _AFTER
                if stretches and start <= stretches[-1][1]:
                    stretches[-1] = stretches[-1][0], end
                else:
                    stretches.append((max(0, start), end))
            self._found[cue] = stretches
        return self._found[cue]
