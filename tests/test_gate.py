"""The gate: which sentences are worth a parse."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor.gate import may_tell, sift


def telling(sentences):
    """For each sentence whether it is parsed."""
    return sift(sentences).tells


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
        "The company sold four plants.",
        "It employs 40 people.",
        "Shares were flat.",
        "The carmaker was founded in 1990.",
        "Globex walked away from Norway.",
        "Globex has set its sights on Norway.",
        "Globex cut the ribbon on the hall in May.",
        "The hall will go on stream in May, Globex said.",
        "It published better-than-expected results for the quarter.",
        "January-June 2015",
        "Third quarter in brief",
    ],
)
def test_what_may_hold_a_claim_passes(sentence):
    assert may_tell(sentence)


@pytest.mark.parametrize("sentence", ["The weather was fine.", "Nobody knows why.", "Globex was glad.", "He smiled at Jane Roe.", "They met two friends.",
                                      "He will leave it to us.", "It began in 1990."])
def test_what_can_hold_none_is_held_back(sentence):
    assert not may_tell(sentence)


def test_a_sentence_that_the_next_one_takes_up_is_parsed_too():
    assert telling(["Globex was glad.", "It sold 3 phones.", "Nobody knows why."]) == [True, True, False]


def test_a_bare_number_goes_on_with_the_figures_before_it():
    assert telling(["Globex sold 3 million phones in 2014.", "In 2013, four."]) == [True, True]
    assert telling(["The weather was fine.", "In 2013, four."]) == [False, False]


GENERAL = ["The weather was fine."] * 12
BUSINESS = ["The company was glad."] * 3 + ["The weather was fine."] * 9


@pytest.mark.parametrize("sentence", ["Jane Roe's team launched a probe to Mars.", "They took it back in Norway."])
def test_words_of_deals_tell_of_something_else_in_general_news(sentence):
    assert not telling([*GENERAL, sentence])[-1]
    assert telling([*BUSINESS, sentence])[-1]


@pytest.mark.parametrize("sentence", ["Jane Roe is the president of Globex.", "Sales doubled.", '"We are glad," said Jane Roe.', "Globex opened a plant last month."])
def test_what_tells_by_itself_passes_in_general_news_too(sentence):
    assert telling([*GENERAL, sentence])[-1]


def test_deals_are_told_in_general_news_where_business_is_spoken_of():
    assert telling([*GENERAL, "The company took over Acme in Norway."])[-1]


def test_words_quoted_in_a_sentence_of_their_own_pass_after_one_who_speaks():
    assert telling(["Jane Roe said she was glad.", '"Air matters to us all."']) == [True, True]
    assert telling(["The weather was fine.", '"Air matters to us all."']) == [False, False]


def test_a_general_text_holds_no_markets_beside_its_business(extractor):
    from extractor.article import Article

    talk = Article(" ".join([*GENERAL, "Jane Roe's Globex team may look at Borduria and Spain as an example."]), id="x")
    assert not extractor.claims(talk, exhaustive=True)


def test_a_sentence_that_names_nobody_is_not_parsed_for_the_next_one():
    assert telling(["That was all.", "It sold 3 phones."]) == [False, True]


def test_amounts_and_periods_of_what_is_not_parsed_are_not_read(extractor):
    from extractor.article import Article

    article = Article("They met two friends in May. Globex sold 3 million phones in June.", id="x", published=dt.date(2014, 7, 1))
    gated, whole = extractor.read(article)[1], extractor.read(article, exhaustive=True)[1]
    assert [one.quantity.text for one in gated.quantities] == ["3 million phones"]
    assert [one.period.text for one in gated.periods] == ["June"]
    assert [one.period.text for one in whole.periods] == ["May", "June"]


def test_gated_and_exhaustive_runs_find_the_same_claims(extractor):
    from extractor.article import Article

    article = Article("Globex Corp was glad. The weather was fine. It sold 3 million phones in 2014. Nobody knows why.", id="x")
    gated, whole = extractor.claims(article), extractor.claims(article, exhaustive=True)
    assert [claim.to_json() for claim in gated] == [claim.to_json() for claim in whole] != []
