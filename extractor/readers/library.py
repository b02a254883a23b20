"""Loads the libraries that only some formats need, when the first such file is met."""

from __future__ import annotations

import logging
from importlib import import_module
from typing import Any


def need(module: str, name: str, what: str) -> Any:
    """The module; raises ArticleError, naming the input and the extra to install, where it is missing."""
    from extractor.errors import ArticleError

    library = module.partition(".")[0]
    try:
        found = import_module(module)
    except ImportError:
        raise ArticleError(f"{name}: {what} needs the library {library}: install extractor[formats]") from None
    # what such a library logs about an article is said by our own error; a program that logs still gets it
    logger = logging.getLogger(library)
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
    return found
