"""What a text must be to be read: English prose of a bearable length."""

from __future__ import annotations

import re

from extractor.errors import ArticleError, Skipped
from extractor.lexicon import terms

PART_CHARACTERS = 1_000_000
"""A longer text is worked in parts."""
LONGEST = 32_000_000
_LONGEST_WORD = 5_000
_WORD = re.compile(r"[^\W\d_]+")


def check_text(
    text: str, name: str, *, max_characters: int | None = LONGEST, any_language: bool = False
) -> None:
    """Raises ArticleError, naming the input, for a text that is empty, too long or no prose; Skipped if not English.

    With `max_characters` None a text of any length passes, with `any_language` one in any language.
    """
    if not text.strip():
        raise ArticleError(f"{name}: is empty")
    if max_characters is not None and len(text) > max_characters:
        raise ArticleError(f"{name}: is {len(text):,} characters long, more than {max_characters:,}; split it")
    if max(map(len, text.split())) > _LONGEST_WORD:
        raise ArticleError(f"{name}: holds a word of over {_LONGEST_WORD:,} characters, so it is no article")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise ArticleError(f"{name}: holds half a character (a lone surrogate), so it was cut or mis-encoded") from None
    if not any_language and not is_english(text):
        raise Skipped(f"{name}: is not in English, as far as its commonest words tell", "language")


def is_english(text: str) -> bool:
    """True unless a text of some length lacks the words that every English text is full of."""
    words = _WORD.findall(text[:20_000].casefold())
    if len(words) < 30:
        return not words or sum(word.isascii() for word in words) * 2 >= len(words)
    # map, not a generator: this is run on every article, and was dearer than reading it
    return sum(map(terms("english_words").__contains__, words)) >= 0.15 * len(words)
