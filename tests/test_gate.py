"""The gate: which sentences are worth a parse."""

from __future__ import annotations

import pytest

from extractor.gate import may_tell, telling


@pytest.mark.parametrize(
    "sentence",
    [
        "Sales doubled.",
        "Globex sold a third of its shares.",
        "Jane Roe is the president of Globex.",
        "It acquired Initech.",
        "Globex will enter Norway.",
        "Globex opened a plant last month.",
        '"We are glad," said Jane Roe.',
    ],
)
def test_what_may_hold_a_claim_passes(sentence):
    assert may_tell(sentence)


@pytest.mark.parametrize("sentence", ["The weather was fine.", "Nobody knows why.", "Globex was glad.", "He smiled at Jane Roe."])
def test_what_can_hold_none_is_held_back(sentence):
    assert not may_tell(sentence)


def test_a_sentence_that_the_next_one_takes_up_is_parsed_too():
    assert telling(["Globex was glad.", "It sold 3 phones.", "Nobody knows why."]) == [True, True, False]


def test_gated_and_exhaustive_runs_find_the_same_claims(extractor):
    from extractor.article import Article

    article = Article("Globex Corp was glad. The weather was fine. It sold 3 million phones in 2014. Nobody knows why.", id="x")
    gated, whole = extractor.claims(article), extractor.claims(article, exhaustive=True)
    assert [claim.to_json() for claim in gated] == [claim.to_json() for claim in whole] != []
