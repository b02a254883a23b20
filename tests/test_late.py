"""Patterns that are compiled when first needed."""

from __future__ import annotations

import re

from extractor.late import late


def test_compiles_when_first_asked() -> None:
    pattern = late(r"(sold) (\d+)", re.IGNORECASE)
    assert "search" not in vars(pattern)
    match = pattern.search("Acme SOLD 40 cars")
    assert match is not None and match[2] == "40"
    assert "search" in vars(pattern) and pattern.groups == 2


def test_compiles_nothing_for_a_text_that_fails_the_test() -> None:
    pattern = late(r"\bsold\b", 0, lambda text: "sold" in text)
    assert pattern.search("Acme bought cars") is None and pattern.match("bought") is None and pattern.fullmatch("bought") is None
    assert "search" not in vars(pattern)
    assert pattern.search("Acme sold cars", 5) is not None and pattern.match("Acme sold", 5) is not None
    assert pattern.sub("bought", "Acme sold cars") == "Acme bought cars"
