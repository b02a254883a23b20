"""The tokens of a parsed article as plain objects.

They have the names of spaCy's own `Token`, of which they hold a copy: rules ask each token a hundred times for its head, its
children and its tag, and spaCy makes the answer anew each time. A copy costs a microsecond a token, once.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of tokens, by their numbers: from `start` to the one before `end`."""

    start: int
    end: int


class Entity(NamedTuple):
    """What the model takes for a name or the like, by its characters, with the model's own label."""

    start: int
    end: int
    label: str


# tag, relation, the model's label, part of speech and that of a form of "be"
Kind = tuple[str, str, str, str, str]


class Token:
    """One token. `i` is its number in the article, `idx` the character it begins at; the root of a sentence is its own `head`."""

    __slots__ = ("children", "dep_", "doc", "ent_type_", "head", "i", "idx", "lower_", "pos_", "sent", "tag_", "text")

    head: Token

    def __init__(self, doc: list[Token], sent: Span, i: int, idx: int, text: str, lower: str, kind: Kind, is_be: bool) -> None:
        """`doc` are all tokens of the article, `sent` the sentence; `head` is set when it is known."""
        self.doc, self.sent, self.i, self.idx, self.text, self.lower_ = doc, sent, i, idx, text, lower
        self.tag_, self.dep_, self.ent_type_, self.pos_, part_of_be = kind
        if is_be:
            self.pos_ = part_of_be
        self.children: list[Token] = []  # in the order of the text

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    def nbor(self, i: int = 1) -> Token:
        """The token that many places further on; raises IndexError beyond either end."""
        if (place := self.i + i) < 0:
            raise IndexError(f"no token {-i} before token {self.i}")
        return self.doc[place]

    @property
    def lefts(self) -> list[Token]:
        """The children before the token."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Token]:
        """The children after the token."""
        return [child for child in self.children if child.i > self.i]

    @property
    def helpers(self) -> list[Token]:
        """Its auxiliaries and negations, in order."""
        return [child for child in self.children if child.dep_ in ("aux", "auxpass", "neg")]

    @property
    def subtree(self) -> list[Token]:
        """The token and all that hangs on it, in order."""
        found: list[Token] = []
        seen = False
        for child in self.children:
            if not seen and child.i > self.i:
                found.append(self)
                seen = True
            found += child.subtree
        if not seen:
            found.append(self)
        return found

    @property
    def ancestors(self) -> Iterator[Token]:
        """Its head, the head of that, and so on."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, other: Token) -> bool:
        """True if the other hangs on this one, be it by others."""
        return any(one is self for one in other.ancestors)

    @property
    def right_edge(self) -> Token:
        """The last token of its subtree."""
        return max(self.subtree, key=lambda one: one.i)

    @property
    def left_edge(self) -> Token:
        """The first token of its subtree."""
        return min(self.subtree, key=lambda one: one.i)

    @property
    def whitespace_(self) -> str:
        """The space after it, if there is one."""
        after = self.doc[self.i + 1] if self.i + 1 < len(self.doc) else None
        return " " if after is not None and after.idx > self.idx + len(self.text) else ""

    @property
    def like_num(self) -> bool:
        """True for a number, in digits or in words."""
        from spacy.lang.en.lex_attrs import like_num

        return bool(like_num(self.text))  # type: ignore[no-untyped-call]


@dataclass(eq=False)
class Doc:
    """A text with its tokens, its sentences, one after another, and the entities the model sees in it."""

    text: str
    tokens: list[Token]
    sents: list[Span]
    ents: list[Entity]

    @cached_property
    def starts(self) -> list[int]:
        """Where each token begins."""
        return [token.idx for token in self.tokens]

    @cached_property
    def sentence_spans(self) -> list[tuple[int, int]]:
        """The characters of each sentence, white space after it left out; of a text without tokens, all of it."""
        if not self.tokens:
            return [(0, len(self.text))]
        lasts = (self.tokens[sent.end - 1] for sent in self.sents)
        return [(self.tokens[sent.start].idx, last.idx + len(last.text)) for sent, last in zip(self.sents, lasts, strict=True)]

    def index(self, position: int) -> int:
        """The number of the token that covers a position (the one before it, if it falls on a space)."""
        return max(0, bisect_right(self.starts, position) - 1)

    def token(self, position: int) -> Token:
        """The token that covers a position (the one before it, if it falls on a space)."""
        return self.tokens[self.index(position)]

    def inside(self, start: int, end: int) -> list[Token]:
        """The tokens that lie wholly between two positions."""
        found = self.tokens[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        if found and found[-1].idx + len(found[-1].text) > end:
            found.pop()
        return found

    def touching(self, start: int, end: int) -> list[Token]:
        """The tokens that share a character with a stretch."""
        found = self.tokens[self.index(start) : bisect_left(self.starts, end)]
        return found[1:] if found and found[0].idx + len(found[0].text) <= start else found
