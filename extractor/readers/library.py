"""Loads the libraries that only some formats need, when the first such file is met."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def need(module: str, name: str, what: str) -> Any:
    """The module; raises ArticleError, naming the input and the extra to install, where it is missing."""
    from extractor.errors import ArticleError

    try:
        return import_module(module)
    except ImportError:
        library = module.partition(".")[0]
        raise ArticleError(f"{name}: {what} needs the library {library}: install extractor[formats]") from None
