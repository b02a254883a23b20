"""Texts over a million characters: worked in parts, with evidence that is exact over the whole."""

from __future__ import annotations

import pytest

from extractor.article import Article
from extractor.errors import ArticleError
from extractor.long_text import claims_in_parts, parts
from extractor.readers import check

# every company sells another number, so that every sentence is a fact of its own
STORY = "".join(
    f"{name} Corp sold {number} million phones in 2014. Its rivals were not pleased by that at all.{end}"
    for number, (name, end) in enumerate(
        (name, end) for name in ("Globex", "Initech", "Hooli", "Vandelay", "Wayne", "Stark") for end in ("\n\n", " ")
    )
)


@pytest.mark.parametrize("size", [100, 137, 500, 10_000])
def test_parts_tile_the_text_and_end_with_sentences(size):
    found = list(parts(STORY, size))
    assert "".join(STORY[start:end] for start, end in found) == STORY
    assert max(end - start for start, end in found) <= size
    # a tenth of the shortest parts may hold no end of a sentence
    assert size < 500 or all(STORY[:end].rstrip().endswith(".") for _, end in found)


def test_text_without_spaces_is_cut_at_the_limit():
    assert list(parts("x" * 25, 10)) == [(0, 10), (10, 20), (20, 25)]


def test_claims_of_parts_are_those_of_the_whole(extractor):
    whole = extractor.claims(Article(STORY, "Phones sell", id="a"))
    cut = claims_in_parts(Article(STORY, "Phones sell", id="a"), 400, lambda part: extractor._claims(part, False))
    sold = [claim for claim in cut if claim.kind == "sales"]
    assert len(sold) == 12 and {claim.id for claim in sold} == {claim.id for claim in whole if claim.kind == "sales"}
    for claim in cut:
        assert claim.evidence.part == "title" or STORY[claim.evidence.start : claim.evidence.end] == claim.evidence.text
        assert STORY[claim.subject.start : claim.subject.end] == claim.subject.mention
        assert claim.source == cut[0].source


def test_fact_told_in_two_parts_is_one_claim(extractor):
    text = "Globex Corp sold 3 million phones in 2014. The year was good. " * 4
    found = claims_in_parts(Article(text, id="a"), 100, lambda part: extractor._claims(part, False))
    assert [claim.evidence.start for claim in found if claim.kind == "sales"] == [12]


def test_long_text_goes_in_parts_and_a_far_longer_one_is_refused(extractor, monkeypatch):
    monkeypatch.setattr(check, "PART_CHARACTERS", 300)
    found = extractor.extract(STORY, id="a")
    assert len({claim.id for claim in found if claim.kind == "sales"}) == 12
    assert {claim.source.id for claim in extractor.extract(STORY)} == {Article(STORY).key()}
    with pytest.raises(ArticleError, match="more than 32,000,000; split it"):
        extractor.extract("word " * 6_500_000)


def test_what_runs_on_without_a_full_stop_is_cut_between_words():
    from extractor.document import split_sentences

    text = "Sales rose 3% in 2014, " * 400 + "they said. Acme fell."
    spans = list(split_sentences(text))
    assert "".join(text[start:end] for start, end in spans) == text
    assert max(end - start for start, end in spans) <= 1_500
    assert all(text[start - 1] == " " for start, _ in spans[1:])
