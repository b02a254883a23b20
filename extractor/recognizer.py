"""The pipeline's entity recognizer, decoded for all sentences at once.

spaCy's recognizer is a transition system (Lample et al. 2016, "Neural Architectures for Named Entity Recognition", §3)
that takes one action a token and state. While no entity is open the features of a state are those of its next token
alone, so the best action there is known for every token beforehand, from one matrix product; only the few states inside
an entity are followed step by step, all of them together. The entities are those that spaCy's own decoder finds, for a
tenth of its time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy

from extractor.encoder import Encoder, Words

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

_NEVER = numpy.float32(-numpy.inf)


class Recognizer:
    """Finds entities with the weights of a spaCy `EntityRecognizer`; see `fits`."""

    def __init__(self, ner: Any) -> None:
        tok2vec, self.lower, self.upper = ner.model.layers
        encoder, _, self.linear = tok2vec.layers
        self.encoder = Encoder(encoder)
        names = [ner.moves.get_class_name(action) for action in range(ner.moves.n_moves)]
        self.labels = [name.partition("-")[2] for name in names]
        self.moves = numpy.array([name[0] for name in names])
        self.opens = self.moves == "B"
        self.units = self.moves == "U"
        self.begins = [name[0] in "BU" for name in names]
        # what can be done only inside an entity, and spaCy's action for words that are barred from entities ("U-")
        self.barred = numpy.array([name[0] in "IL" or name == "U-" for name in names])
        self.inside = {name: index for index, name in enumerate(names) if name[0] in "IL"}

    @staticmethod
    def fits(ner: Any) -> bool:
        """True if a recognizer is of the make whose features and actions this decoder knows."""
        model = getattr(ner, "model", None)
        return (
            model is not None
            and len(model.layers) == 3
            and [layer.name for layer in model.layers[0].layers[1:]] == ["list2array", "linear"]
            and Encoder.fits(model.layers[0].layers[0])
            and model.layers[1].name == "precomputable_affine"
            and model.layers[1].get_dim("nF") == 3
            and model.layers[1].get_dim("nP") >= 2
            and bool(model.attrs.get("has_upper"))
            and not model.attrs.get("unseen_classes")
            and ner.cfg.get("beam_width", 1) == 1
            and {name[0] for name in ner.move_names} == set("BILUO")
        )

    def annotate(self, docs: list[Doc], words: Words) -> None:
        """Sets the entities of sentences that are tokenised and parsed, in place; `words` are theirs."""
        features = self.lower.predict(self.linear.predict(numpy.concatenate(self.encoder.encode(words))))
        ends = numpy.cumsum([len(doc) for doc in docs])
        # entities end with the sentence, and where the parser begins another one in it
        last = numpy.concatenate([_last(doc) for doc in docs])
        space = numpy.concatenate([doc.to_array(["IS_SPACE"]).reshape(-1).astype(bool) for doc in docs])
        actions = self._outside(features, last, space)
        extents = self._extents(features, numpy.flatnonzero(self.opens[actions]), actions, last)
        chosen, start = actions.tolist(), 0
        for doc, end in zip(docs, ends.tolist(), strict=True):
            self._set(doc, start, chosen[start:end], extents)
            start = end

    def _scores(self, features: NDArray[Any], first: NDArray[Any], rows: NDArray[Any]) -> NDArray[Any]:
        """Scores of the actions at tokens `rows`, inside entities that begin at `first` (-1: in none)."""
        open_ = first >= 0
        # row 0 of the features stands for a token that is not there
        sums = features[rows + 1, 0] + features[numpy.where(open_, first + 1, 0), 1] + features[numpy.where(open_, rows, 0), 2]
        pieces = sums + self.lower.get_param("b")
        hidden = pieces[..., 0]
        for piece in range(1, pieces.shape[-1]):  # `max` over so short an axis takes ten times as long
            hidden = numpy.maximum(hidden, pieces[..., piece])
        scores: NDArray[Any] = hidden @ self.upper.get_param("W").T + self.upper.get_param("b")
        return scores

    def _outside(self, features: NDArray[Any], last: NDArray[Any], space: NDArray[Any]) -> NDArray[Any]:
        """The best action at every token while no entity is open."""
        rows = numpy.arange(len(last))
        scores = self._scores(features, numpy.full(len(last), -1), rows)
        scores[:, self.barred] = _NEVER
        scores[numpy.ix_(last | space, self.opens)] = _NEVER
        scores[numpy.ix_(space, self.units)] = _NEVER
        best: NDArray[Any] = scores.argmax(axis=1)
        return best

    def _extents(self, features: NDArray[Any], starts: NDArray[Any], actions: NDArray[Any], last: NDArray[Any]) -> dict[int, int]:
        """The last token of the entity that would begin at each of `starts`."""
        into = numpy.array([self.inside["I-" + self.labels[action]] for action in actions[starts]], dtype=int)
        out = numpy.array([self.inside["L-" + self.labels[action]] for action in actions[starts]], dtype=int)
        found: dict[int, int] = {}
        first, at = starts, starts + 1
        while len(at):
            scores = self._scores(features, first, at)
            each = numpy.arange(len(at))
            goes_on = (scores[each, into] > scores[each, out]) & ~last[at]
            found.update(zip(first[~goes_on].tolist(), at[~goes_on].tolist(), strict=True))
            first, at, into, out = first[goes_on], at[goes_on] + 1, into[goes_on], out[goes_on]
        return found

    def _set(self, doc: Doc, offset: int, actions: list[int], extents: dict[int, int]) -> None:
        from spacy.tokens import Span

        entities, at = [], 0
        while at < len(doc):
            action, end = actions[at], at + 1
            if self.begins[action]:
                if self.opens[action]:
                    end = extents[offset + at] - offset + 1
                entities.append(Span(doc, at, end, label=self.labels[action]))
            at = end
        doc.set_ents(entities)


def _last(doc: Doc) -> NDArray[Any]:
    starts = doc.to_array(["SENT_START"]).reshape(-1).astype(numpy.int64) == 1
    return numpy.append(starts[1:], True)
