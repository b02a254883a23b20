"""From the inputs that were named to the files to read: folders in order of name, none twice."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from extractor.errors import ArticleError
from extractor.readers.formats import split


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: `path` None for standard input; `format` what its name says, "" or None where that is nothing.

    One that is not on this machine has no path either, but is opened by `open`.
    """

    path: Path | None
    name: str
    stem: str
    format: str | None
    open: Callable[[], IO[bytes]] | None = None


def walk(name: str, every: bool = False) -> Iterator[File | tuple[str, ArticleError]]:
    """The files of an input, or its name and an error; `every` takes files of any name from folders."""
    path = Path(name)
    if name == "-":
        yield File(None, "<stdin>", "stdin", None)
    elif _is_folder(path):
        yield from _folder(path, every)
    else:
        stem, known = split(path.name)
        if "\0" not in name and (known is not None or _exists(path)):
            yield File(path, shown(path), shown(stem), known)
        else:
            yield _error(path, "no such file or folder")


def shown(path: Path | str) -> str:
    """A path as text that any output can hold: file names need not be valid UTF-8."""
    return os.fsencode(path).decode("utf-8", errors="backslashreplace")


class _Seen:
    """The folders read so far. A folder is read once, by its own name rather than by a symbolic link to it."""

    def __init__(self) -> None:
        self._root = ""
        self._folders: set[str] = set()

    def is_new(self, folder: Path) -> bool:
        real = os.path.realpath(folder)
        self._root = self._root or real
        inside = real.startswith(self._root.rstrip(os.sep) + os.sep)
        if real in self._folders or inside and folder.is_symlink():
            return False
        self._folders.add(real)
        return True


def _folder(root: Path, every: bool) -> Iterator[File | tuple[str, ArticleError]]:
    """The files of a folder and those below it; their ids are paths from the folder given, without suffix."""
    seen = _Seen()
    # a list, not recursion, for folders nest deeper than Python calls; names, not paths, for they may be a million
    waiting = [(root, "", "")]
    while waiting:
        folder, name, prefix = waiting.pop()
        path = folder / name if name else folder
        if not _is_folder(path):
            yield from _file(path, prefix, every)
        elif seen.is_new(path):
            below = f"{prefix}{shown(name)}/" if name else ""
            try:
                names = sorted((path.name for path in path.iterdir()), reverse=True)
            except OSError as error:
                yield _error(path, f"folder cannot be read: {error.strerror or error}")
                continue
            waiting += [(path, name, below) for name in names]


def _file(path: Path, prefix: str, every: bool) -> Iterator[File | tuple[str, ArticleError]]:
    """A file met in a folder, if its name is one of an article."""
    stem, known = split(path.name)
    if known is None and (not every or path.name.startswith(".")):
        return
    if _is_special(path):
        # opening a pipe that nobody writes to would wait for ever
        yield _error(path, "is a pipe or device, which is not read from a folder")
    else:
        yield File(path, shown(path), prefix + shown(stem), known)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _is_special(path: Path) -> bool:
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def _error(path: Path, what: str) -> tuple[str, ArticleError]:
    return shown(path), ArticleError(f"{shown(path)}: {what}")
