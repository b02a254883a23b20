"""The parser: the trees that spaCy's own decoder finds, and what it refuses to decode."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from extractor.parser import Parser

SENTENCES = [
    "Globex Corp of Springfield sold 3 million phones to Initech Inc in March 2014, up 12 percent.",
    "What did Jane Roe, who joined it last year, say the European Commission in New York had been asked about?",
    "Nobody knows why.",
    "Paris",
    'The $3.2 billion deal is off. "It was signed on Monday," he said: we have yet to hear of it from Acme.',
]


def parsed(nlp):
    return list(nlp.pipe(SENTENCES, disable=["parser", "ner"]))


def trees(docs):
    return [[(token.head.i, token.dep_, token.is_sent_start) for token in doc] for doc in docs]


def test_the_trees_are_those_of_spacys_decoder(nlp):
    docs = parsed(nlp)
    Parser(nlp.get_pipe("parser")).annotate(docs)
    assert trees(docs) == trees(nlp.pipe(SENTENCES))


def test_sentences_do_not_depend_on_what_they_are_decoded_with(nlp):
    parser = Parser(nlp.get_pipe("parser"))
    together, alone = parsed(nlp), parsed(nlp)
    parser.annotate(together)
    for doc in alone:
        parser.annotate([doc])
    assert trees(together) == trees(alone)


@pytest.mark.parametrize("parser", [SimpleNamespace(), SimpleNamespace(model=SimpleNamespace(layers=[]))])
def test_a_parser_of_another_make_is_left_to_spacy(parser):
    assert not Parser.fits(parser)
