"""Finds articles that repeat an earlier one of the run: the same words, or nearly so, as syndicated copy does.

Near-duplicates share most of their three-word sequences (MinHash estimates how many) and bring no number that the
earlier article lacks: a report made from a template, or one that corrects a figure, is news. Memory is about 400 bytes
an article whatever its length, and the outcome depends on the order of the articles alone.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from array import array
from typing import TYPE_CHECKING, Any

from extractor.article import Article

if TYPE_CHECKING:
    from datasketch import MinHash

_PERMUTATIONS = 64
# eight bands of eight rows find 99 of 100 pairs alike to nine tenths, 77 of 100 alike to four fifths
_BANDS = 8
_ALIKE = 0.8
_SHINGLE = 3
# a shorter text is a duplicate only if it is the same
_FEWEST_WORDS = 20
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_NUMBER_BITS = 256


class Duplicates:
    """The articles seen so far."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._signatures: Any = None
        self._permutations: Any = None
        self._numbers = bytearray()
        self._table = Table()

    def first_of(self, id: str, article: Article) -> str | None:
        """The id of the earlier article that this one repeats, else None, and this one is remembered."""
        words = _WORD.findall(article.text.casefold())
        numbers = _number_bits(article.text)
        exact = _hash(" ".join(words).encode() + b"\n" + numbers)
        if (same := self._table.get(exact)) is not None:
            return self._ids[same]
        bands: list[int] = []
        if len(words) >= _FEWEST_WORDS:
            signature = self._signature(words)
            bands = [
                _hash(bytes([band]) + signature[band * 8 : band * 8 + 8].tobytes()) for band in range(_BANDS)
            ]
            for candidate in sorted({found for band in bands if (found := self._table.get(band)) is not None}):
                if self._is_near(candidate, signature, numbers):
                    return self._ids[candidate]
        else:
            signature = None
        self._remember(id, exact, bands, signature, numbers)
        return None

    def _signature(self, words: list[str]) -> Any:
        from datasketch import MinHash

        # datasketch mixes what it is given, so CRC-32 will do; it is several times as fast as the usual SHA-1
        made: MinHash = MinHash(
            _PERMUTATIONS, seed=1, hashfunc=zlib.crc32, permutations=self._permutations, scheme="affine32"
        )
        self._permutations = made.permutations
        made.update_batch({
            " ".join(words[start : start + _SHINGLE]).encode() for start in range(len(words) - _SHINGLE + 1)
        })  # fmt: skip
        return made.hashvalues

    def _is_near(self, candidate: int, signature: Any, numbers: bytes) -> bool:
        width = _NUMBER_BITS // 8
        theirs = self._numbers[candidate * width : (candidate + 1) * width]
        if any(ours & ~other for ours, other in zip(numbers, theirs, strict=True)):
            return False
        return bool((self._signatures[candidate] == signature).sum() >= _ALIKE * _PERMUTATIONS)

    def _remember(self, id: str, exact: int, bands: list[int], signature: Any, numbers: bytes) -> None:
        import numpy

        number = len(self._ids)
        if self._signatures is None:
            self._signatures = numpy.zeros((1024, _PERMUTATIONS), "uint32")
        elif number == len(self._signatures):
            self._signatures = numpy.concatenate([self._signatures, numpy.zeros_like(self._signatures)])
        if signature is not None:
            self._signatures[number] = signature
        self._ids.append(id)
        self._numbers += numbers
        # the first article of a band stands for all: what boilerplate makes alike costs no more than one look
        for key in (exact, *bands):
            self._table.put(key, number)


def _hash(data: bytes) -> int:
    # zero is the mark of an empty place
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest()) or 1


def _number_bits(text: str) -> bytes:
    """The numbers of a text as a set of bits, two a number."""
    bits = 0
    for number in set(_NUMBER.findall(text)):
        digest = hashlib.blake2b(number.replace(",", "").encode(), digest_size=2).digest()
        bits |= 1 << digest[0] | 1 << digest[1]
    return bits.to_bytes(_NUMBER_BITS // 8)


class Table:
    """Numbers by 64-bit hashes, in eighteen bytes or so each where a dict takes over a hundred."""

    def __init__(self) -> None:
        self._resize(1 << 12)
        self._count = 0

    def _resize(self, size: int) -> None:
        self._keys = array("Q", bytes(8 * size))
        self._values = array("I", bytes(4 * size))

    def get(self, key: int) -> int | None:
        """The number kept under a hash (not zero), None if there is none."""
        place = self._place(key)
        return self._values[place] if self._keys[place] else None

    def put(self, key: int, value: int) -> None:
        """Keeps a number under a hash, unless there is one already."""
        place = self._place(key)
        if self._keys[place]:
            return
        self._keys[place], self._values[place] = key, value
        self._count += 1
        if self._count * 3 > len(self._keys) * 2:
            kept = [(key, value) for key, value in zip(self._keys, self._values, strict=True) if key]
            self._resize(2 * len(self._keys))
            for key, value in kept:
                place = self._place(key)
                self._keys[place], self._values[place] = key, value

    def _place(self, key: int) -> int:
        mask = len(self._keys) - 1
        place = key & mask
        while self._keys[place] and self._keys[place] != key:
            place = place + 1 & mask
        return place
