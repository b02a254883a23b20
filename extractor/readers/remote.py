"""Inputs by address ("s3://bucket/news/"), in every place that the library fsspec reaches; nothing that was not named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from extractor.errors import ArticleError
from extractor.readers.formats import split
from extractor.readers.library import need
from extractor.readers.walk import File

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.I)


def is_address(name: str) -> bool:
    """True for an input that is no path on this machine."""
    return _ADDRESS.match(name) is not None


def walk(name: str, every: bool = False) -> Iterator[File | tuple[str, ArticleError]]:
    """The files at an address, as `extractor.readers.walk.walk` gives those at a path: the same order, the same ids."""
    try:
        fsspec = need("fsspec", name, "an address")
        system, root = fsspec.core.url_to_fs(name)
        root = root.rstrip("/")
        paths = sorted(system.find(root), key=lambda path: path.split("/")) if system.isdir(root) else None
    except ArticleError as error:
        yield name, error
        return
    except Exception as error:  # each kind of storage has errors of its own
        yield name, ArticleError(f"{name}: cannot be read: {error}")
        return
    if paths is None:
        stem, known = split(root.rpartition("/")[2])
        yield File(None, name, stem, known, partial(_opened, system, root, name))
        return
    for path in paths:
        below = path.removeprefix(root).lstrip("/")
        folder, _, last = below.rpartition("/")
        stem, known = split(last)
        if known is None and (not every or last.startswith(".")):
            continue
        shown = f"{name.rstrip('/')}/{below}"
        yield File(None, shown, f"{folder}/{stem}" if folder else stem, known, partial(_opened, system, path, shown))


def _opened(system: Any, path: str, name: str) -> Any:
    try:
        return system.open(path, "rb")
    except FileNotFoundError:
        raise
    except Exception as error:  # as above
        raise ArticleError(f"{name}: cannot be read: {error}") from None
