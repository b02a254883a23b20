"""The pipeline's token vectors, computed for all sentences of an article at once.

spaCy's encoder (Honnibal 2016, "Embed, encode, attend, predict") embeds each word by hashes of its features, mixes
them, and looks at the neighbours in a few convolutions. What a word gives before it is seen beside others depends on
the word alone: that part, the first convolution's products included, is worked once for each different word. The vectors
are spaCy's own but for rounding, in about half the time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Vectors = NDArray[numpy.float32]

_EPSILON = numpy.float32(1e-8)  # thinc's


class _Layer:
    """A maxout of three pieces with its layer norm: thinc's weights, laid out so that the pieces lie side by side."""

    def __init__(self, maxout: Any, norm: Any) -> None:
        weights, bias = maxout.get_param("W"), maxout.get_param("b")  # (out, pieces, in), (out, pieces)
        self.width, self.pieces = bias.shape
        flat = weights.transpose(1, 0, 2).reshape(self.width * self.pieces, -1)
        self.weights: Vectors = numpy.ascontiguousarray(flat.T)
        self.bias: Vectors = numpy.ascontiguousarray(bias.T).reshape(-1)
        self.gain, self.shift = norm.get_param("G"), norm.get_param("b")

    def finish(self, products: Vectors) -> Vectors:
        """The normed maxima of products of the weights, which are overwritten."""
        products += self.bias
        width = self.width
        # an array of its own: numpy works through one that lies apart in a wider one for a fifth longer
        best: Vectors = products[:, :width].copy()
        for piece in range(1, self.pieces):
            numpy.maximum(best, products[:, piece * width : (piece + 1) * width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        spread = numpy.einsum("ij,ij->i", best, best) / numpy.float32(width) + _EPSILON
        best *= (numpy.float32(1) / numpy.sqrt(spread))[:, None]
        best *= self.gain
        best += self.shift
        return best


@dataclass(frozen=True, slots=True)
class Words:
    """The words of some sentences: features of the different ones, and for each word which of them it is."""

    columns: list[int | str]
    features: NDArray[numpy.uint64]
    numbers: NDArray[numpy.int64]
    counts: list[int]

    @classmethod
    def of(cls, docs: list[Doc], columns: Iterable[str]) -> Words:
        """The words of sentences, seen by spaCy's lexical attributes of these names."""
        unique: list[int | str] = [*sorted(set(columns))]
        rows = numpy.concatenate([doc.to_array(unique) for doc in docs])
        known: dict[bytes, int] = {}
        numbers = [known.setdefault(row.tobytes(), len(known)) for row in rows]
        different = numpy.frombuffer(b"".join(known), dtype=rows.dtype).reshape(-1, len(unique))
        return cls(unique, different, numpy.array(numbers, dtype=numpy.int64), [len(doc) for doc in docs])


class Encoder:
    """Token vectors with the weights of a spaCy `Tok2Vec` model; see `fits`."""

    def __init__(self, model: Any) -> None:
        embed, encode = model.layers
        self.columns: list[str] = embed.layers[0].attrs["columns"]
        self.tables = [table.layers[1] for table in embed.layers[2].layers[0].layers]
        mix = embed.layers[3].layers[0].layers[0]
        self.mix = _Layer(*mix.layers)
        self.pad: int = encode.attrs["pad"]
        windows = [residual.layers[0].layers[1].layers[0] for residual in encode.layers[0].layers]
        self.windows = [_Layer(*window.layers) for window in windows]

    @staticmethod
    def fits(model: Any) -> bool:
        """True if a model is of the make whose layers this encoder knows."""
        try:
            embed, encode = model.layers
            features, _, tables, mix, _ = embed.layers
            residuals = encode.layers[0].layers
            made = [one.layers[0].layers[1].layers[0].layers for one in residuals]
            return (
                features.name == "extract_features"
                and all([part.name for part in table.layers] == ["ints-getitem", "hashembed"] for table in tables.layers[0].layers)
                and all(table.layers[0].attrs["index"][1] == at for at, table in enumerate(tables.layers[0].layers))
                and [part.name for part in mix.layers[0].layers[0].layers] == ["maxout", "layernorm"]
                and all([part.name for part in window] == ["maxout", "layernorm"] for window in made)
                and all(one.name.startswith("residual(expand_window>>") for one in residuals)
                and all(one.layers[0].layers[0].attrs["window_size"] == 1 for one in residuals)
                and encode.attrs["pad"] == len(residuals)
            )
        except (AttributeError, IndexError, KeyError, TypeError, ValueError):
            return False

    def encode(self, words: Words) -> list[Vectors]:
        """The vectors of each sentence's words."""
        embedded = self._embed(words)
        # rows of zeros keep the sentences apart, as in thinc's padded arrays: the word after the last
        places, at = [], self.pad
        for count in words.counts:
            places.append(numpy.arange(at, at + count))
            at += count + self.pad
        numbers = numpy.full(at, len(embedded))
        numbers[numpy.concatenate(places)] = words.numbers
        vectors = self._convolve(numpy.concatenate([embedded, numpy.zeros_like(embedded[:1])]), numbers)
        return [vectors[place[0] : place[-1] + 1] for place in places]

    def _embed(self, words: Words) -> Vectors:
        parts = []
        for name, table in zip(self.columns, self.tables, strict=True):
            column = numpy.ascontiguousarray(words.features[:, words.columns.index(name)])
            rows = table.ops.hash(column, table.attrs["seed"]) % table.get_dim("nV")
            parts.append(table.ops.gather_add(table.get_param("E"), rows))
        return self.mix.finish(numpy.concatenate(parts, axis=1) @ self.mix.weights)

    def _convolve(self, embedded: Vectors, numbers: NDArray[numpy.int64]) -> Vectors:
        width = embedded.shape[1]
        vectors = embedded[numbers]
        for depth, layer in enumerate(self.windows):
            left, here, right = (layer.weights[part * width : (part + 1) * width] for part in range(3))
            if depth == 0:
                products = (embedded @ here)[numbers]
                products[1:] += (embedded @ left)[numbers[:-1]]
                products[:-1] += (embedded @ right)[numbers[1:]]
            else:
                window = numpy.zeros((len(vectors), 3 * width), dtype=numpy.float32)
                window[1:, :width] = vectors[:-1]
                window[:, width : 2 * width] = vectors
                window[:-1, 2 * width :] = vectors[1:]
                products = window @ layer.weights
            vectors += layer.finish(products)
        return vectors
