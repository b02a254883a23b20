"""Reads business news and writes down the facts in it, as validated claims with the words they came from.

    >>> from extractor import extract
    >>> claims = extract("Acme sold 3 million phones in 2014.")

The names below are loaded when first used: importing the package loads neither spaCy nor any other heavy library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.article import Article
    from extractor.errors import ArticleError, ExtractorError, ModelError, UsageError
    from extractor.layers import periods, quantities
    from extractor.pipeline import Extractor, extract
    from extractor.record import Claim

__version__ = "0.1.0"
__all__ = ["Article", "ArticleError", "Claim", "Extractor", "ExtractorError", "ModelError", "UsageError", "extract", "periods",
           "quantities"]  # fmt: skip

_HOMES = {
    "Article": "article", "ArticleError": "errors", "Claim": "record", "Extractor": "pipeline", "ExtractorError": "errors",
    "ModelError": "errors", "UsageError": "errors", "extract": "pipeline", "periods": "layers", "quantities": "layers",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'extractor' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"extractor.{home}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
