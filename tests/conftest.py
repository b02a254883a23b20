"""Shared fixtures: the spaCy pipeline is loaded once a session."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.pipeline import Extractor

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="session")
def nlp(extractor):
    return extractor.nlp


@pytest.fixture(scope="session")
def gold_dev() -> Path:
    """The shared development set beside the checkout, where there is one."""
    folder = ROOT.parent / "shared" / "gold" / "dev"
    if not folder.is_dir():
        pytest.skip("no shared gold articles beside this checkout")
    return folder
