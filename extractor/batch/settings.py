"""What decides a run's output besides its inputs: recorded in the manifest, compared when a run is resumed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import extractor

# the libraries whose version can change a claim
_LIBRARIES = ("spacy", "numpy", "dateparser", "quantulum3", "babel", "pycountry", "holidays")


@dataclass(frozen=True, slots=True)
class Settings:
    """`claims` decides what is said of one article, `run` which articles are worked and how they are written."""

    claims: dict[str, Any]
    run: dict[str, Any]

    def as_record(self) -> dict[str, Any]:
        """The first record of a manifest."""
        return {"manifest": 1, "claims": self.claims, "run": self.run}

    def changed(self, record: dict[str, Any]) -> list[str]:
        """What differs from the settings of a manifest's first record, for people."""
        found = []
        for now, then in ((self.claims, record.get("claims", {})), (self.run, record.get("run", {}))):
            found += [f"{key}: {then.get(key)!r}, now {now.get(key)!r}" for key in sorted({*now, *then})
                      if now.get(key) != then.get(key)]  # fmt: skip
        return found


def claim_settings(
    model: str | None, kinds: list[str], min_confidence: float, exhaustive: bool, any_language: bool, published: str | None
) -> dict[str, Any]:
    """The settings that decide an article's claims, the code and the model among them; raises ModelError."""
    from extractor.model import DEFAULT, inspect_model

    found = inspect_model(model or DEFAULT)
    return {
        "extractor": extractor.__version__,
        "code": code_digest(),
        "libraries": {name: _version(name) for name in _LIBRARIES},
        "model": {"name": found.name, "version": found.version, "digest": found.digest},
        "kinds": sorted(kinds),
        "min_confidence": min_confidence,
        "exhaustive": exhaustive,
        "any_language": any_language,
        "published": published,
    }


def _version(library: str) -> str | None:
    try:
        return version(library)
    except PackageNotFoundError:
        return None


@cache
def code_digest() -> str:
    """A hash of this package's rules and word lists: whoever changes a rule between releases has another version."""
    root = Path(extractor.__file__).parent
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(path for path in root.rglob("*") if path.suffix in (".py", ".txt", ".tsv")):
        data = path.read_bytes()
        digest.update(f"{path.relative_to(root).as_posix()}\n{len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()


def file_digest(path: Path) -> str:
    """A hash of a file's content."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()
