"""Splits text into words, numbers and signs: the ground that the readers of numbers and units walk on."""

from __future__ import annotations

import re
from typing import NamedTuple

# Every quantifier is bounded or runs over one class of characters that nothing after it can match: linear time.
_LETTER = r"[^\W\d_\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2089\u2150-\u215e]"  # no fractions, no raised digits
_TOKEN = re.compile(
    # what is no token fails at once; then nearly all words: no letter but those of ASCII in them
    r"(?=\S)(?:(?P<word>[A-Za-z]{2,}(?:'[A-Za-z]+)*(?!'?[A-Za-z\x80-\U0010ffff])"
    r"|(?:[A-Za-z]\.){2,6}|" + _LETTER + r"+(?:'" + _LETTER + r"+)*)"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"  # 1,234,567.8
    r"|\d{1,2}(?:,\d{2}){1,6},\d{3}(?!\d)(?:\.\d+)?"  # 12,34,567 as in India
    r"|\d{1,3}(?:\.\d{3}){2,9}(?!\d|\.\d)(?:,\d+)?"  # 1.234.567,8
    r"|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3}){1,9}(?!\d)(?:[.,]\d+)?"  # 1 234 567 with unbreakable spaces
    r"|[1-9]\d{0,2}(?:, \d{3}){0,3}, 000(?![\d,])"  # 10, 000 as tokenised corpora have it
    r"|\d{1,3}(?: \d{3}){2,9}(?!\d)(?:\.\d+)?|[1-9]\d{0,2} 000(?![\d,])"
    r"|\d+(?:\.\d+)?|(?<![\w.])\.\d+)"
    r"|(?P<sign>\S))"
)
_WESTERN = re.compile(r"[\d, ]*\d(?:\.\d+)?|\.\d+")


# number words with their values
SMALL_NUMBERS = {
    word: value
    for value, word in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        ).split()
    )
}
TENS = {word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}


class Token(NamedTuple):
    """A word, number or sign. `glued` says that no white space stands before it; `low` is its lower-case form."""

    kind: str
    text: str
    low: str
    start: int
    end: int
    glued: bool

    @property
    def capital(self) -> bool:
        """True for a word that begins with a capital letter."""
        return self.kind == "word" and self.text[0].isupper()

    @property
    def name_like(self) -> bool:
        """True for a word with a capital anywhere ("iPad")."""
        return self.kind == "word" and self.text != self.low


def bag(words: str) -> frozenset[str]:
    """The words of a list written on a few lines."""
    return frozenset(words.split())


END = Token("end", "", "", 0, 0, False)


class Words:
    """The tokens of a text. Asking beyond either end answers with an empty token, so that rules need no bounds."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        new = tuple.__new__  # a third of the time: a named tuple's own constructor is written in Python
        self.sterling = "£" in text or "sterling" in text.lower()  # the text speaks of British money
        last = 0
        for match in _TOKEN.finditer(text.replace("’", "'")):
            start, end = match.span()
            piece = match.group()
            self.tokens.append(new(Token, (match.lastgroup, piece, piece.lower(), start, end, start == last and start > 0)))
            last = end
        self._count = len(self.tokens)
        self._lows = tuple([token.low for token in self.tokens])

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, index: int) -> Token:
        return self.tokens[index] if 0 <= index < self._count else END

    def low(self, index: int) -> str:
        """The lower-case form of the token at `index`."""
        return self._lows[index] if 0 <= index < self._count else ""

    def lows(self, start: int, end: int) -> tuple[str, ...]:
        """The lower-case forms of the tokens from `start` to the one before `end`; none if some would lie beyond either end."""
        return self._lows[start:end] if start >= 0 and end <= self._count else ()

    def phrase(self, index: int, *words: str) -> bool:
        """True if these words (lower case) stand at `index`."""
        return index >= 0 and self._lows[index : index + len(words)] == words

    def between(self, start: int, end: int) -> str:
        """The text from the token at `start` to the one before `end`."""
        return self.text[self[start].start : self[end - 1].end] if end > start else ""

    def sentence_start(self, index: int) -> bool:
        """True if the token at `index` opens a sentence, quotation or line."""
        before = self[index - 1]
        return (
            before is END
            or before.low in {".", "!", "?", ":", '"', "“", "”", "•"}
            or "\n" in self.text[before.end : self[index].start]
        )


def literal_value(text: str) -> float:
    """The value of a number written in digits, whatever separates its thousands.

    >>> literal_value("1,234.5"), literal_value("1.234.567,8"), literal_value("12,34,567")
    (1234.5, 1234567.8, 1234567.0)
    """
    if _WESTERN.fullmatch(text):
        return float(text.replace(",", "").replace(" ", ""))
    plain = re.sub(r"[\s\u00a0\u2009\u202f]", "", text)
    if plain.count(".") > 1:
        plain = plain.replace(".", "").replace(",", ".")
    return float(plain.replace(",", "."))
