"""The recognizer: the entities that spaCy's own decoder finds, and what it refuses to decode."""

from __future__ import annotations

import copy
from types import SimpleNamespace

import pytest

from extractor.encoder import Words
from extractor.recognizer import Recognizer

SENTENCES = [
    "Globex Corp of Springfield sold 3 million phones to Initech Inc in March 2014, up 12 percent.",
    "Jane Roe, who joined the European Commission in New York last year, met Kim Jong of the Bank of Ruritania.",
    "Nobody knows why.",
    "Paris",
    "The $3.2 billion deal, the largest since 2009, was signed on Monday by the Prime Minister of New South Wales.",
]


def annotate(recognizer, docs):
    recognizer.annotate(docs, Words.of(docs, recognizer.encoder.columns))


def entities(docs):
    return [[(one.start, one.end, one.label_) for one in doc.ents] for doc in docs]


def test_the_entities_are_those_of_spacys_decoder(nlp):
    docs = list(nlp.pipe(SENTENCES, disable=["ner"]))
    theirs = [copy.copy(doc) for doc in nlp.pipe(SENTENCES)]
    annotate(Recognizer(nlp.get_pipe("ner")), docs)
    assert entities(docs) == entities(theirs)
    assert sum(map(len, entities(docs))) > 10


def test_sentences_do_not_depend_on_what_they_are_decoded_with(nlp):
    recognizer = Recognizer(nlp.get_pipe("ner"))
    together, alone = list(nlp.pipe(SENTENCES, disable=["ner"])), list(nlp.pipe(SENTENCES, disable=["ner"]))
    annotate(recognizer, together)
    for doc in alone:
        annotate(recognizer, [doc])
    assert entities(together) == entities(alone)


@pytest.mark.parametrize("ner", [SimpleNamespace(), SimpleNamespace(model=SimpleNamespace(layers=[]))])
def test_a_recognizer_of_another_make_is_left_to_spacy(ner):
    assert not Recognizer.fits(ner)
