"""From inputs to tasks, in the order of the inputs: what is worked, what is passed over and why."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from extractor.batch.duplicates import Duplicates
from extractor.batch.retry import Read, read_letters
from extractor.batch.task import Result, Task, content_hash, failed
from extractor.errors import UsageError
from extractor.readers import Item


@dataclass(frozen=True)
class Plan:
    """Which inputs are read, by `read`, and what of them is worked.

    `shard` (i, n) takes the i-th of n equal parts, by a hash of the article's id. `unchanged` maps ids to the content
    hashes of an earlier run's articles, which are not worked again. `retry` is a file of dead letters to be read in
    the place of inputs. With `keep_duplicates` a repeated article is worked too.
    """

    inputs: list[str]
    read: Read
    any_language: bool = False
    retry: str | None = None
    shard: tuple[int, int] | None = None
    unchanged: Mapping[str, str] = field(default_factory=dict)
    find_duplicates: bool = True
    keep_duplicates: bool = False

    def tasks(self) -> Iterator[Task]:
        """A task for everything found, one at a time; what is not to be worked has its result already."""
        duplicates = Duplicates() if self.find_duplicates else None
        for root, ordinal, item in self._found():
            article = item.article
            id = article.key() if article else item.where
            if self.shard is not None and not is_in_shard(id, *self.shard):
                continue
            if article is None:
                assert item.error is not None
                yield Task(item, root, ordinal, id, "", failed(item.error))
                continue
            content = content_hash(article)
            result, first = None, duplicates.first_of(id, article) if duplicates else None
            if first is not None and not self.keep_duplicates:
                result = Result("duplicate", reason="duplicate", message=f"{item.where}: repeats {first}")
            elif self.unchanged.get(id) == content:
                result = Result("skipped", reason="unchanged", message=f"{item.where}: is as it was in the earlier run")
            yield Task(item, root, ordinal, id, content, result, first)

    def _found(self) -> Iterator[tuple[str, int, Item]]:
        if self.retry is not None:
            yield from read_letters(self.retry, self.read, self.any_language)
            return
        before, ordinal = None, 0
        for root, item in self.read(self.inputs, None):
            ordinal = ordinal + 1 if (root, item.file) == before else 0
            before = root, item.file
            yield root, ordinal, item


def shard_of(told: str) -> tuple[int, int]:
    """The shard that "i/n" names; raises UsageError."""
    number, _, count = told.partition("/")
    if not (number.isdecimal() and count.isdecimal() and 1 <= int(number) <= int(count)):
        raise UsageError(f"--shard: {told!r} is no shard; write it as i/n, from 1/n to n/n")
    return int(number), int(count)


def is_in_shard(id: str, number: int, count: int) -> bool:
    """True if the article with this id belongs to shard `number` (from 1) of `count`; the same on every machine."""
    return int.from_bytes(hashlib.blake2b(id.encode(), digest_size=8).digest()) % count == number - 1
