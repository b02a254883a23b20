"""An extractor that takes no time, and fails in every way when an article asks for it: for the tests of runs.

As a script it is the command `extractor` with this extractor in the place of the real one.
"""

from __future__ import annotations

import ctypes
import hashlib
import json
import os
import sys
import time

from extractor.article import Article
from extractor.batch import work
from extractor.errors import ArticleError, Skipped

FACTORY = "batch_fakes:make"


def make(options):
    """The function that works an article; `options` are those of the real one, and ignored."""

    def claims(article: Article, duplicate_of):
        text = article.text
        if "SLOW" in text:
            time.sleep(0.005)
        if "HANG" in text:
            hang()
        if "SEGV" in text:
            ctypes.string_at(0)
        if "EXIT" in text:
            os._exit(3)
        if "RAISE" in text:
            raise IndexError("boom")
        if "REFUSE" in text:
            raise ArticleError(f"{article.id}: is no good")
        if "KLINGON" in text:
            raise Skipped(f"{article.id}: is not in English")
        digest = hashlib.blake2b(text.encode(), digest_size=4).hexdigest()
        for number in range(1 + int(digest[0], 16) % 3):
            made = {"id": f"{digest}-{number}", "kind": "sales", "text": text[:40], "pid": None}
            yield "sales", json.dumps(made | {"source": {"id": article.id, "duplicate_of": duplicate_of}}, ensure_ascii=False)

    return claims


def make_nothing(options):
    raise RuntimeError("no such model")


def main(descriptor):
    """The process that reads the inputs, with a parser of text files that hangs and dies when a file asks for it."""
    from extractor.batch import reading
    from extractor.readers import text

    whole = text.read

    def read(source):
        if b"HANG" in source.head:
            hang()
        if b"SEGV" in source.head:
            ctypes.string_at(0)
        yield from whole(source)

    text.read = read
    reading.main(descriptor)


def hang():
    while True:
        time.sleep(1)


if __name__ == "__main__":
    from extractor import cli

    work.FACTORY = FACTORY
    sys.exit(cli.main(sys.argv[1:]))
