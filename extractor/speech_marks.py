"""Speech in single marks ('We are growing'), as British papers print it, made to stand in double ones.

The marks are straight by then, and each is replaced by one character, so that no offset moves.
"""

from __future__ import annotations

import re

# a mark that may open: after a space or bracket, before a word, and no clipped one ("'em", "'90s")
_OPENS = re.compile(r"'(?<![^\s(\[-]')(?=[\w£$€\[(])(?!(?:em|til|tis|twas|cause|n|\d\ds?)\b)", re.IGNORECASE)
# one that may close: after a word or stop, before none
_CLOSES = re.compile(r"(?<=[\w.,!?;:)\]%-])'(?![\w'])")
# "the firms' profits": as like as not a possessive
_PLURAL = re.compile(r"(?<=s)' (?=[a-z\d])")
_FEWEST_WORDS = 2


def in_double_marks(text: str, start: int = 0) -> str:
    """The text from `start` on with its speech in single marks put in double ones, paragraph by paragraph; as long as before."""
    if _OPENS.search(text, start) is None:
        return text
    chars = list(text)
    at, going_on = start, False
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if end > at:
            goes_on = going_on and text[at] == "'"
            going_on = _paragraph(text, chars, at, end, goes_on)
        at = end + 1
    return "".join(chars)


def _paragraph(text: str, chars: list[str], start: int, end: int, goes_on: bool) -> bool:
    """Puts the marks of one paragraph into `chars`; True if speech stays open at its end. `goes_on`: its first mark goes on with speech."""
    position, doubled = start, False
    while opening := _OPENS.search(text, position, end):
        first = opening.start()
        doubled ^= text.count('"', position, first) % 2 == 1
        position = first + 1
        if doubled:
            continue  # a quote in a quote
        last = _closing(text, first, end)
        if last is None:
            if goes_on and first == start or _begins_speech(text, start, first) and text.startswith("'", _next_paragraph(text, end)):
                _put(chars, text, first, end)
                return True
            continue
        if len(text[first:last].split()) >= _FEWEST_WORDS:
            _put(chars, text, first, last)
            chars[last] = '"'
        position = last + 1
    return False


def _put(chars: list[str], text: str, first: int, last: int) -> None:
    """The opening mark doubled, double ones within made single."""
    chars[first] = '"'
    for inner in range(first + 1, last):
        if text[inner] == '"':
            chars[inner] = "'"


def _closing(text: str, first: int, end: int) -> int | None:
    """Where speech that opens at `first` closes: at the first mark that may close and is no possessive, before the next that opens."""
    following = _OPENS.search(text, first + 1, end)
    stop = following.start() if following else end
    last = None
    for match in _CLOSES.finditer(text, first + 1, stop):
        last = match.start()
        if not _PLURAL.match(text, last):
            return last
    return last


def _begins_speech(text: str, start: int, first: int) -> bool:
    return first == start or text[first - 2 : first] in (": ", ", ")


def _next_paragraph(text: str, end: int) -> int:
    while end < len(text) and text[end] == "\n":
        end += 1
    return end
