"""The pipeline's dependency parser, decoded for all sentences at once.

spaCy's parser is a transition system (Honnibal and Johnson 2015, "An Improved Non-monotonic Transition System for Dependency
Parsing"): two actions a token, each the best by a small network over eight tokens of the state. spaCy's own loop over the
states is compiled code that takes Python's lock for each of the network's 64 units and gives it back, which is most of its time.
Here the states of all sentences take a step together: spaCy keeps them, says what they look at and does the actions, and
numpy multiplies. The trees are spaCy's own but for rounding, for a third of its time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Parser:
    """Parses sentences with the weights of a spaCy `DependencyParser`; see `fits`."""

    def __init__(self, parser: Any) -> None:
        self.parser = parser
        upper = parser.model.layers[2]
        self.weights, self.bias = numpy.ascontiguousarray(upper.get_param("W").T), upper.get_param("b")

    @staticmethod
    def fits(parser: Any) -> bool:
        """True if a parser is of the make whose steps this decoder knows."""
        model = getattr(parser, "model", None)
        return (
            model is not None
            and len(model.layers) == 3
            and model.layers[1].name == "precomputable_affine"
            and model.layers[1].get_dim("nP") >= 2
            and bool(model.attrs.get("has_upper"))
            and not model.attrs.get("unseen_classes")
            and parser.cfg.get("beam_width", 1) == 1
        )

    def annotate(self, docs: list[Doc]) -> None:
        """Sets the heads and relations of sentences that have words and vectors, in place."""
        step = self.parser.model.predict(docs)
        states = self.parser.moves.init_batch(docs)
        unfinished = states
        while unfinished:
            scores = step.state2vec.predict(step.get_token_ids(unfinished)) @ self.weights
            scores += self.bias
            unfinished = self.parser.transition_states(unfinished, scores)
        self.parser.set_annotations(docs, states)
