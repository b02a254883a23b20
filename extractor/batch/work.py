"""What a worker does with one article. A worker is made by a factory that is named, so that it can be made anywhere."""

from __future__ import annotations

import gc
import traceback
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any

from extractor.article import Article
from extractor.batch.task import Result, failed
from extractor.errors import ArticleError

if TYPE_CHECKING:
    from extractor.pipeline import Extractor

Claims = Callable[[Article, str | None], Iterable[tuple[str, str]]]
"""From an article and the id of the one it repeats, if any, to its claims: kind and JSON line of each."""

FACTORY = "extractor.batch.work:make"

WARMING = Article(
    "Globex Corp sold 3 million phones worth $1.2 billion in the first quarter of 2014, up 12 percent from a year "
    "earlier, chief executive Jane Roe said on Tuesday. It aims to sell 15 million by the end of next year, and plans "
    "to open 20 shops in Norway. Initech agreed to buy a 40 percent stake in the company, which was founded in 2010.",
    "Globex sells more phones",
    id="warming",
)
"""An article whose reading loads what is otherwise loaded when first needed."""


@dataclass(frozen=True)
class Job:
    """What is done with every article: `factory` ("module:function") called with `options` makes the function."""

    options: dict[str, Any] = field(default_factory=dict)
    factory: str = FACTORY

    def load(self) -> Claims:
        """The function that works an article; loads the model. Raises ModelError if that cannot be."""
        module, _, name = self.factory.partition(":")
        made: Claims = getattr(import_module(module), name)(self.options)
        return made


def load_extractor(model: str | None) -> Extractor:
    """The extractor with this model, or the default one, in a process that keeps it to its end; raises ModelError."""
    from extractor.pipeline import Extractor

    # what is loaded is never garbage: else the collector looks through it again and again as more is made
    gc.disable()
    try:
        return Extractor(model)
    finally:
        gc.freeze()
        gc.enable()


def make(options: dict[str, Any]) -> Claims:
    """The extractor as workers run it; `options` are `model`, `kinds`, `min_confidence`, `exhaustive`, `any_language`."""
    extractor = load_extractor(options["model"])
    extractor.any_language = options["any_language"]
    kinds, least, exhaustive = set(options["kinds"]), options["min_confidence"], options["exhaustive"]

    def claims(article: Article, duplicate_of: str | None) -> Iterable[tuple[str, str]]:
        for claim in extractor.claims(article, exhaustive):
            if claim.kind in kinds and claim.confidence >= least:
                if duplicate_of is not None:
                    source = claim.source.model_copy(update={"duplicate_of": duplicate_of})
                    claim = claim.model_copy(update={"source": source})
                yield claim.kind, claim.to_json()

    return claims


def attempt(claims: Claims, article: Article, duplicate_of: str | None) -> Result:
    """What comes of an article, whatever happens short of a crash; MemoryError and RecursionError count as faults."""
    try:
        made = list(claims(article, duplicate_of))
    except ArticleError as error:
        return failed(error)
    except Exception as error:  # a fault of ours in one article never stops a batch
        told = f"could not be worked: {type(error).__name__}: {error}"
        return Result("dead", reason="exception", message=f"{article.key()}: {told}", traceback=traceback.format_exc())
    return Result("done", [line for _, line in made], dict(sorted(Counter(kind for kind, _ in made).items())))
