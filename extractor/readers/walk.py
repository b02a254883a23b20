"""From the inputs that were named to the files to read: folders in order of name, none twice."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractor.errors import ArticleError
from extractor.readers.formats import split


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: `path` None for standard input; `format` what its name says, "" or None where that is nothing."""

    path: Path | None
    name: str
    stem: str
    format: str | None


def walk(name: str, every: bool = False) -> Iterator[File | tuple[str, ArticleError]]:
    """The files of an input, or its name and an error; `every` takes files of any name from folders."""
    path = Path(name)
    if name == "-":
        yield File(None, "<stdin>", "stdin", None)
    elif _is_folder(path):
        yield from _folder(path, "", every, _Seen(path))
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

    def __init__(self, root: Path) -> None:
        self._root = os.path.realpath(root)
        self._folders = {self._root}

    def is_new(self, folder: Path) -> bool:
        real = os.path.realpath(folder)
        if folder.is_symlink() and (real + os.sep).startswith(self._root.rstrip(os.sep) + os.sep):
            return False
        if real in self._folders:
            return False
        self._folders.add(real)
        return True


def _folder(folder: Path, prefix: str, every: bool, seen: _Seen) -> Iterator[File | tuple[str, ArticleError]]:
    """The files of a folder and those below it; their ids are paths from the folder given, without suffix."""
    try:
        # names, not paths: a folder may hold a million
        names = sorted(path.name for path in folder.iterdir())
    except OSError as error:
        yield _error(folder, f"folder cannot be read: {error.strerror or error}")
        return
    for name in names:
        path = folder / name
        stem, known = split(name)
        if _is_folder(path):
            if seen.is_new(path):
                yield from _folder(path, f"{prefix}{shown(name)}/", every, seen)
        elif known is not None or every and not name.startswith("."):
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
