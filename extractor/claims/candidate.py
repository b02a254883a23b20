"""A quantity with the measure that was found for it, before its slots are filled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.claims.cues import Cue
from extractor.claims.roles import OF_WHOLE
from extractor.mentions.types import QuantityMention
from extractor.reading import Sentence

if TYPE_CHECKING:
    from extractor.claims.measures import Measurement


@dataclass(frozen=True, slots=True)
class Candidate:
    """`cue` is that of the measurement `before` where the measure is `inherited` from it."""

    sentence: Sentence
    mention: QuantityMention
    cue: Cue | None
    predicate: str
    rule: str
    inherited: bool
    before: Measurement | None

    @property
    def own(self) -> Cue | None:
        """The cue, where it is the quantity's own."""
        return None if self.inherited else self.cue

    @property
    def head(self) -> str:
        """The words of the sentence before the quantity."""
        return self.sentence.between(self.sentence.start, self.mention.start)

    @property
    def after(self) -> str:
        """The words of the sentence after the quantity."""
        return self.sentence.between(self.mention.end, self.sentence.end)

    @property
    def is_whole(self) -> bool:
        """True for the whole that the quantity before is a part of: the 165 of "22 of its 165 shops"."""
        return self.before is not None and OF_WHOLE.fullmatch(self.sentence.between(self.before.mention.end, self.mention.start)) is not None
