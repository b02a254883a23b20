"""Trees in which the model takes the verb of a sentence for a participle."""

from __future__ import annotations

import pytest

from extractor.article import Article


def root_and_subject(extractor, text):
    _, reading = extractor.read(Article(text, None, None, "test", None))
    root = next(token for token in reading.tokens if token.head is token)
    return root.text, [child.text for child in root.children if child.dep_ == "nsubj"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The company, bought by Globex Corp in 2007, filed this month for an initial public offering.", ("filed", ["company"])),
        ("The firm, in which Norway's Globex Corp owns 76 percent, stuck to its goal of a profit of $3m.", ("stuck", ["firm"])),
        ("The company has filed for an initial public offering.", ("filed", ["company"])),
    ],
)
def test_a_verb_behind_an_aside_is_the_root(extractor, text, expected):
    assert root_and_subject(extractor, text) == expected


def test_what_is_done_by_another_is_no_verb_of_the_sentence(extractor):
    root, _ = root_and_subject(extractor, "The company, a maker of lifts, bought by Globex Corp in 2007.")
    assert root != "bought"


def test_who_files_is_not_who_bought_it(extractor):
    text = "Acme Foods opened a shop. The company, bought by Globex Corp in 2007, filed this month for an initial public offering."
    (filed,) = [one for one in extractor.extract(text, published="2021-06-15", id="test") if one.predicate == "filed"]
    assert filed.subject.name == "Acme Foods"


def test_a_list_of_what_was_done_is_of_the_company(extractor):
    text = (
        "Acme Corp, a maker of software, announced results.\n\nAcquired Globex, a start-up, for $45 million.\n\n"
        "Appointed Jane Roe as chief revenue officer.\n\nSigned a contract with Initech Inc.\n\nLaunched Zeta Pay in October."
    )
    found = [(one.predicate, one.subject.name, one.object and one.object.name) for one in extractor.extract(text, published="2021-11-03", id="test")]
    assert found == [
        ("acquires", "Acme Corp", "Globex"),
        ("executive", "Jane Roe", "Acme Corp"),
        ("contracts", "Acme Corp", "Initech Inc."),
        ("launched", "Acme Corp", "Zeta Pay"),
    ]
