"""From an article to a parsed spaCy document.

Sentences are split first, by rule, and parsed one by one: the small model's own splitter stumbles over "Inc. (6758.T)"
and headlines, and a sentence that can hold no claim need not be parsed at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from extractor.article import Article, CleanText, clean
from extractor.gate import sift
from extractor.lexicon import terms

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from extractor.encoder import Encoder
    from extractor.recognizer import Recognizer

# A full stop, question or exclamation mark, the quotes and brackets that close after it, then space and what can
# begin a sentence.
_BOUNDARY = re.compile(r"(?:[.!?]+[\"')\]]*(?=\s+[\"'(\[]*(?:[A-Z0-9$£€À-Þ]|[a-z]+[A-Z]))|\s*\n\n)\s*")
_LAST_WORD = re.compile(r"(?<![\w$£€/])([A-Za-zÀ-ÿ][A-Za-zÀ-ÿ.]*)\.[\"')\]]*$")


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its clean text and the parsed document over it (`doc.text == clean.text`).

    `told` is the clean text with blanks for the sentences that were left unparsed, as they can hold no claim; `general` says
    that the text hardly speaks of business.
    """

    article: Article
    clean: CleanText
    doc: Doc
    told: str
    general: bool


@lru_cache(maxsize=1)
def token_starts(doc: Doc) -> list[int]:
    """Where each token of a document begins: worked once for all who read the document one after another."""
    import numpy
    from spacy.attrs import LENGTH, SPACY

    lengths = doc.to_array([LENGTH, SPACY]).astype(numpy.int64).sum(axis=1)
    return [0, *numpy.cumsum(lengths).tolist()[:-1]] if len(doc) else []


@lru_cache(maxsize=1)
def sentence_spans(doc: Doc) -> list[tuple[int, int]]:
    """Start and end of each sentence of a parsed document, white space left out; of one that is not parsed, of it all."""
    if not doc.has_annotation("SENT_START") or not len(doc):
        return [(0, len(doc.text))]
    return [(sent.start_char, sent.end_char) for sent in doc.sents]


# no sentence of prose is longer; what rules look through grows with the square of a sentence's length and more
_LONGEST = 1_500


def split_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence, white space after it included: the spans tile the text.

    What runs on for too long to be a sentence, as lists and tables without full stops do, is cut between words.
    """
    for start, end in _sentences(text):
        while end - start > _LONGEST:
            cut = text.rfind(" ", start + 1, start + _LONGEST) + 1 or start + _LONGEST
            yield start, cut
            start = cut
        yield start, end


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _BOUNDARY.finditer(text):
        if match.end() == len(text) or match.end() == start:
            continue
        if "\n" not in match.group() and _is_abbreviation(text[start : match.start() + 1], text[match.end() :][:12]):
            continue
        yield start, match.end()
        start = match.end()
    if start < len(text):
        yield start, len(text)


_CAPITALISED = re.compile(r"[A-Z][a-z]")


def _is_abbreviation(before: str, after: str) -> bool:
    """True if the full stop belongs to the word before it: "Mr.", "J.", "Co.", "U.S."."""
    match = _LAST_WORD.search(before[-40:])
    if match is None:
        return False
    word = match.group(1)
    if word.casefold() in terms("abbreviations_before_name"):
        return not (len(word) > 1 and word.isupper() and _CAPITALISED.match(after))  # "told the FT. But", unlike "ST. LOUIS"
    if len(word) == 1 and word.isupper() and word != "I":
        return True
    # an abbreviation that can also end a sentence does so unless a lower-case word or a number follows
    return ("." in word or word.casefold() in terms("abbreviations")) and not re.match(
        r"[\"'(]*(?:The|A|An|It|In|He|She|They|We|But|And|Its|For|On|At|This|That|Shares|Sales)\b", after
    )


_PARTS = {
    "$": "SYM", "SYM": "SYM", "CC": "CCONJ", "CD": "NUM", "DT": "DET", "PDT": "DET", "EX": "PRON", "IN": "ADP", "RP": "ADP",
    "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "MD": "AUX", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN",
    "POS": "PART", "TO": "PART", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "DET", "WDT": "PRON", "WRB": "SCONJ",
    "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "UH": "INTJ", "FW": "X", "LS": "X", "XX": "X", "ADD": "X", "AFX": "X", "_SP": "SPACE",
    "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB",
}  # fmt: skip
_BE = frozenset({"be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m", "\u2019s", "\u2019re", "\u2019m"})


_AUXILIARY = frozenset({"aux", "auxpass"})
_PRONOMINAL = frozenset({"nsubj", "nsubjpass", "pobj", "dobj"})


def _part_of_speech(tag: str, dependency: str, is_be: bool) -> str:
    """The universal part of speech of a tagged and parsed token: what the pipeline's attribute ruler says, in a table."""
    part = _PARTS.get(tag, "PUNCT")
    if part == "VERB" and (dependency in _AUXILIARY or is_be):
        return "AUX"
    if part == "DET" and dependency in _PRONOMINAL:
        return "PRON"
    return "SCONJ" if part == "ADP" and dependency == "mark" else part


def parse(article: Article, nlp: Language, exhaustive: bool = False) -> Document:
    """The article's document. Sentences that can hold no claim are left unparsed, unless `exhaustive`."""
    view = clean(article)
    texts = [view.text[start:end] for start, end in split_sentences(view.text)]
    sifted = sift(texts)
    tells = [True] * len(texts) if exhaustive else sifted.tells
    told = "".join(one if tell else _VISIBLE.sub(" ", one) for one, tell in zip(texts, tells, strict=True))
    return Document(article, view, _parsed(texts, tells, nlp), told, sifted.general)


_VISIBLE = re.compile(r"\S")


def _parsed(texts: list[str], tells: list[bool], nlp: Language) -> Doc:
    """The document of sentences, each parsed that tells something."""
    import numpy
    from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LOWER, ORTH, POS, SPACY, TAG
    from spacy.symbols import IDS as parts
    from spacy.tokens import Doc

    attributes = [TAG, POS, DEP, HEAD, ENT_IOB, ENT_TYPE]
    if not texts:
        return nlp.make_doc("")
    sentences = [nlp.make_doc(one) for one in texts]
    _annotate([doc for doc, tell in zip(sentences, tells, strict=True) if tell], nlp)
    words: list[int] = []
    spaces: list[bool] = []
    layers = []
    strings = nlp.vocab.strings
    unparsed = strings.add("dep")
    be = {strings.add(word) for word in _BE}
    part_of: dict[tuple[int, int, bool], int] = {}
    for doc in sentences:
        words += doc.to_array(ORTH).tolist()
        spaces += doc.to_array(SPACY).astype(bool).tolist()
        layer = doc.to_array(attributes)
        if not doc.has_annotation("DEP"):
            # an unparsed sentence is one sentence: all its words hang on the first
            layer[:, 2] = unparsed
            layer[:, 3] = -numpy.arange(len(doc)).astype(layer.dtype)
        else:
            kinds = [(tag, dep, lower in be) for tag, dep, lower in doc.to_array([TAG, DEP, LOWER]).tolist()]
            for tag, dep, is_be in set(kinds) - part_of.keys():
                part_of[tag, dep, is_be] = parts[_part_of_speech(strings[tag], strings[dep], is_be)]
            layer[:, 1] = [part_of[kind] for kind in kinds]
        layers.append(layer)
    # as Doc.from_docs does, without its look at every token
    whole = Doc(nlp.vocab, words=words, spaces=spaces)  # type: ignore[arg-type]
    return whole.from_array(attributes, numpy.concatenate(layers))  # type: ignore[arg-type]


@lru_cache(maxsize=4)
def _fast(nlp: Language) -> tuple[Encoder, Recognizer] | None:
    """Our own encoder and recognizer, if the pipeline is of the make they know."""
    from extractor.encoder import Encoder
    from extractor.recognizer import Recognizer

    if not (nlp.has_pipe("tok2vec") and nlp.has_pipe("ner")):
        return None
    tok2vec, ner = nlp.get_pipe("tok2vec").model, nlp.get_pipe("ner")  # type: ignore[attr-defined]
    return (Encoder(tok2vec), Recognizer(ner)) if Encoder.fits(tok2vec) and Recognizer.fits(ner) else None


def _annotate(sentences: list[Doc], nlp: Language) -> None:
    """Runs the pipeline over sentences, in place."""
    import numpy
    from spacy.attrs import HEAD

    from extractor.encoder import Words

    sentences = [doc for doc in sentences if len(doc)]
    fast = _fast(nlp)
    for first in range(0, len(sentences), 64):
        batch = sentences[first : first + 64]
        if fast is None:
            batch = list(nlp.pipe(batch, batch_size=64))
        else:
            encoder, recognizer = fast
            words = Words.of(batch, [*encoder.columns, *recognizer.encoder.columns])
            for doc, vectors in zip(batch, encoder.encode(words), strict=True):
                doc.tensor = vectors  # type: ignore[assignment] # where the components after the encoder look for its vectors
            batch = list(nlp.pipe(batch, batch_size=64, disable=["tok2vec", "ner"]))
            recognizer.annotate(batch, words)
        for doc in batch:
            # one sentence is one sentence, whatever the parser thinks of its quotes
            top, *others = numpy.flatnonzero(doc.to_array(HEAD) == 0).tolist()
            for root in others:
                doc[root].head, doc[root].dep_ = doc[top], "parataxis"
