"""The encoder: spaCy's own vectors but for rounding, and what it leaves to spaCy."""

from __future__ import annotations

from types import SimpleNamespace

import numpy
import pytest

from extractor.encoder import Encoder, Words

SENTENCES = [
    "Globex Corp of Springfield sold 3 million phones to Initech Inc in March 2014, up 12 percent.",
    "Paris",
    "The phones, the phones and the phones: 3 million phones!",
    "Nobody knows why \ufeff or how.",
]


def models(nlp):
    return [nlp.get_pipe("tok2vec").model, nlp.get_pipe("ner").model.layers[0].layers[0]]


@pytest.mark.parametrize("which", [0, 1], ids=["shared", "of the recognizer"])
def test_vectors_are_spacys_but_for_rounding(nlp, which):
    model = models(nlp)[which]
    docs = [nlp.make_doc(one) for one in SENTENCES]
    encoder = Encoder(model)
    ours = encoder.encode(Words.of(docs, encoder.columns))
    theirs = model.predict(docs)
    assert [len(one) for one in ours] == [len(doc) for doc in docs]
    for one, other in zip(ours, theirs, strict=True):
        numpy.testing.assert_allclose(one, other, atol=1e-4)


def test_words_that_look_alike_are_worked_once(nlp):
    words = Words.of([nlp.make_doc("the phones and the phones"), nlp.make_doc("phones")], ["NORM", "SHAPE"])
    assert len(words.features) == 3
    assert words.numbers.tolist() == [0, 1, 2, 0, 1, 1]
    assert words.counts == [5, 1]


def test_encoders_of_another_make_are_left_to_spacy(nlp):
    assert all(Encoder.fits(model) for model in models(nlp))
    assert not Encoder.fits(nlp.get_pipe("tagger").model)
    assert not Encoder.fits(SimpleNamespace(layers=[]))


def test_the_tokeniser_has_the_pipelines_own_rules(nlp):
    assert [token.text for token in nlp.make_doc("They don't pay $3bn in the U.S.")] == (
        ["They", "do", "n't", "pay", "$", "3bn", "in", "the", "U.S."]
    )
