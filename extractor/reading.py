"""An article read as far as its mentions: what the claim rules look at.

`Reading` holds the parsed document with its entities, quantities and periods; `Sentence` the part of them that one
sentence holds. All offsets are characters of the clean text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol, TypeVar

from extractor.lexicon import words_of
from extractor.mentions.sources import LABEL, reporters
from extractor.mentions.types import Dating, EntityMention, PeriodMention, QuantityMention, Referent
from extractor.tokens import Doc, Span, Token

_LISTED = r"(?:and )?(?:one|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*) (?:in|at) [A-Z]"
_ASIDE = re.compile(
    r", (?:(?:in |of )?which|who|whose|where|(?:[\d.]+ ?(?:%|per ?cent)|majority|partly|wholly|half)[ -](?:owned|held|controlled) by"
    r"|excluding|including|despite|(?:co-)?founded|based|launched|created|listed|formed|set up|established)\b"
    # "which opened three shops in Uganda, two in Rwanda": a list ends no aside
    rf"(?:[^,;.]|[.,](?=\d)|, (?={_LISTED}))*(?=, (?!{_LISTED}))"
)


# "its shares, down 40 percent this year, rose 3 percent"
# "Founded in 2003 by Jane Roe, Acme has raised $3m": the year is not that of what goes on
_OPENING = re.compile(
    r"(?:Founded|Co-founded|Established|Created|Set up|Formed|Born|Launched|Started|Opened|Bought|Acquired|Purchased"
    r"|Listed|Floated|Spun (?:off|out)|Built|Incorporated|Introduced)"
    r"\b[^.;,]{3,80},(?= )"
)
_SHARES_SO_FAR = re.compile(
    r"(?<! a )(?<! per )\b(?:shares?|stock)(?P<aside>, (?:already |now )?(?:down|up|off) (?!from\b)(?:[^,;.]|[.,](?=\d)){3,60})(?=, )"
)
_QUOTE_OR_END = re.compile(r'["\n]')
_SUFFIXES = frozenset(("inc", "llc", "ltd", "limited", "corp", "plc", "lp", "llp"))
_APPOSED = frozenset(("a", "an", "the", "one", "its"))
# the tags of verbs that make a clause
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


class Spanned(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=Spanned)


def within(spans: Iterable[S], start: int, end: int) -> list[S]:
    """The spans that lie wholly inside `start..end`."""
    return [one for one in spans if one.start >= start and one.end <= end]


def between(spans: Sequence[S], start: int, end: int) -> Sequence[S]:
    """The spans that begin in `start..end`, of some in the order of the text."""
    return spans[bisect_left(spans, start, key=lambda one: one.start) : bisect_left(spans, end, key=lambda one: one.start)]


@dataclass(eq=False)
class Sentence:
    """One sentence with its mentions. `index` is its number in the article, `paragraph` that of its paragraph."""

    span: Span
    start: int
    end: int
    text: str
    index: int
    paragraph: int
    in_title: bool
    entities: list[EntityMention]
    quantities: list[QuantityMention]
    periods: list[PeriodMention]
    reading: Reading = field(repr=False)
    # what stands before each quantity, by where it starts: asked for again and again
    tails: dict[int, str] = field(default_factory=dict, repr=False)

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens in order."""
        return self.reading.tokens[self.span.start : self.span.end]

    @property
    def root(self) -> Token:
        """The token that all others hang on."""
        return next(token for token in self.tokens if token.head is token)

    @cached_property
    def lows(self) -> list[str]:
        """The tokens in small letters."""
        return self.reading.lows[self.span.start : self.span.end]

    @cached_property
    def words(self) -> frozenset[str]:
        """The different tokens in small letters, to look whether a word is there at all."""
        return frozenset(self.lows)

    @cached_property
    def _runs(self) -> frozenset[str]:
        return frozenset(low for low, _ in words_of(self.text))

    def lacks(self, words: frozenset[str]) -> bool:
        r"""True if none of some words in small letters is in the sentence, be it as a part of "re-sold".

        A word is what stands between two `\b` of a regular expression: one that cannot match without any of these need not be
        tried. Rules look here first, as the words of most are in few sentences.
        """
        return self._runs.isdisjoint(words)

    def between(self, start: int, end: int) -> str:
        """The words between two positions of the article."""
        return self.reading.text[start:end]

    def token(self, position: int) -> Token:
        """The token that covers or follows a position."""
        return self.reading.token(position)

    def head(self, start: int, end: int) -> Token:
        """The syntactic head of a stretch: the one token whose own head lies outside it."""
        return self.reading.head(start, end)

    def entity_at(self, token: Token) -> EntityMention | None:
        """The entity mention that covers a token, or whose "Inc." it is."""
        may_end_name = token.lower_.rstrip(".") in _SUFFIXES
        for mention in self.entities:
            if mention.start <= token.idx < mention.end:
                return mention
            if may_end_name and mention.end < token.idx <= mention.end + 2 and not self.between(mention.end, token.idx).strip(", "):
                return mention  # "Acme, | Inc."
        return None

    @cached_property
    def asides(self) -> list[tuple[int, int]]:
        """The stretches that only add to a name: ", which sold 40 cars last year,", ", founded in 2003 by Jane Roe,"."""
        if (commas := self.text.count(",")) == 0:
            return []
        found = [(self.start + match.start(), self.start + match.end()) for match in _ASIDE.finditer(self.text)]
        if "share" in self.text or "stock" in self.text:
            found += [(self.start + match.start("aside"), self.start + match.end()) for match in _SHARES_SO_FAR.finditer(self.text)]
        if (opening := _OPENING.match(self.text)) is not None:
            found.append((self.start, self.start + opening.end()))
        return found + self._appositions() if commas > 1 else found

    def _appositions(self) -> list[tuple[int, int]]:
        """The stretches between a noun and its verb: "sales, a sore spot for two years, rose", "Acme, spun off in 2007, makes"."""
        found = []
        commas = [token for token in self.tokens if token.text == ","]
        for index, comma in enumerate(commas[:-1]):
            if comma.i == self.span.start or comma.nbor(-1).pos_ not in ("NOUN", "PROPN"):
                continue
            first = comma.nbor()
            if first.pos_ == "ADV" and first.i + 1 < self.span.end:
                first = first.nbor()
            named = first.lower_ in _APPOSED
            if not named and not (first.tag_ in ("VBN", "VBD") and first.nbor().pos_ in ("ADP", "ADV", "PART")):
                continue
            for close in commas[index + 1 : index + 4]:
                if any(token.tag_ in FINITE for token in self.reading.tokens[first.i + 1 : close.i]) or close.i + 1 >= self.span.end:
                    break
                after = close.nbor()
                if after.pos_ == "ADV" and after.i + 1 < self.span.end:
                    after = after.nbor()
                if after.tag_ in FINITE:
                    found.append((comma.idx, close.idx))
                if after.pos_ != "PROPN":  # "a shop in Leeds, England, …" goes on
                    break
        return found

    def is_apart(self, one: int, other: int) -> bool:
        """True if the first position lies in an aside that the other does not."""
        asides = self.asides  # most sentences have none
        return bool(asides) and any(start <= one < end and not start <= other < end for start, end in asides)

    @property
    def previous(self) -> Sentence | None:
        """The sentence before, None for the first."""
        return self.reading.sentences[self.index - 1] if self.index else None


@dataclass(eq=False)
class Reading:
    """A whole article: document, mentions and the sentences that hold them."""

    doc: Doc
    text: str
    title_end: int
    entities: list[EntityMention]
    quantities: list[QuantityMention]
    periods: list[PeriodMention]
    dating: Dating | None
    main: Referent | None
    told: str  # the text with blanks for what was not parsed, as it can hold no claim
    general: bool  # whether the text hardly speaks of business

    @property
    def tokens(self) -> list[Token]:
        """The tokens of the document."""
        return self.doc.tokens

    @cached_property
    def lows(self) -> list[str]:
        """The tokens in small letters."""
        return [token.lower_ for token in self.doc.tokens]

    def token(self, position: int) -> Token:
        """The token that covers a position (the one before it, if it falls on a space)."""
        return self.doc.token(position)

    def head(self, start: int, end: int) -> Token:
        first = self.doc.index(start)
        last = max(first, bisect_left(self.doc.starts, end) - 1)
        for token in self.doc.tokens[first : last + 1]:
            head = token.head.i
            if not first <= head <= last or head == token.i:
                return token
        return self.doc.tokens[last]

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences in order, the title's among them."""
        found: list[Sentence] = []
        paragraph = 0
        at = {"entities": 0, "quantities": 0, "periods": 0}

        def take(name: str, mentions: Sequence[S], end: int) -> list[S]:
            first = at[name]
            while at[name] < len(mentions) and mentions[at[name]].start < end:
                at[name] += 1
            return list(mentions[first : at[name]])

        starts = [*self.doc.starts, len(self.text)]
        for span in self.doc.sents:
            start, after = starts[span.start], starts[span.end]
            text = self.text[start:after].rstrip()
            end = start + len(text)
            found.append(
                Sentence(
                    span=span,
                    start=start,
                    end=end,
                    text=text,
                    index=len(found),
                    paragraph=paragraph,
                    in_title=start < self.title_end,
                    entities=take("entities", self.entities, after),
                    quantities=take("quantities", self.quantities, after),
                    periods=take("periods", self.periods, after),
                    reading=self,
                )
            )
            if "\n" in self.text[end : after + 1]:
                paragraph += 1
        return found

    @cached_property
    def telling(self) -> list[Sentence]:
        """The sentences that may hold a claim."""
        return [one for one in self.sentences if not self.told[one.start : one.end].isspace()]

    @cached_property
    def reporters(self) -> frozenset[int]:
        """The orders of the referents that only report on others."""
        return reporters(self.text, self.entities)

    @cached_property
    def main_in_title(self) -> bool:
        """True if the title names the main referent."""
        return any(one.referent is self.main and one.end <= self.title_end for one in between(self.entities, 0, self.title_end))

    def first_mention(self, referent: Referent | None) -> EntityMention | None:
        """The first mention of a referent; None of none."""
        return next((one for one in self.entities if one.referent is referent), None)

    @cached_property
    def main_introduced(self) -> int:
        """Where the body first speaks of the main referent; the end of the text if it never does."""
        return next((one.start for one in self.entities if one.referent is self.main and one.start >= self.title_end), len(self.text))

    def label(self, position: int) -> EntityMention | None:
        """The organisation that the paragraph of a position is labelled with: "Acme: Sales rose …"."""
        start = self.text.rfind("\n", 0, position) + 1
        first = next(iter(between(self.entities, start, start + 1)), None)
        if first is None or first.start != start or first.referent.type != "organization":
            return None
        return first if LABEL.match(self.text, first.end) else None

    @cached_property
    def quoted(self) -> list[tuple[int, int]]:
        """Stretches between double quotes, quotes left out, paragraph by paragraph; an open quote ends with its paragraph."""
        found = []
        opened: int | None = None
        for match in _QUOTE_OR_END.finditer(self.text):
            position = match.start()
            if match.group() == '"':
                if opened is None:
                    opened = position + 1
                else:
                    found.append((opened, position))
                    opened = None
            elif opened is not None:
                found.append((opened, position))
                opened = None
        if opened is not None:
            found.append((opened, len(self.text)))
        return found

    def is_quoted(self, position: int) -> bool:
        """True inside direct speech."""
        index = bisect_right(self.quoted, position, key=lambda span: span[0]) - 1
        return index >= 0 and position < self.quoted[index][1]
