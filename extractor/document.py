"""From an article to a parsed spaCy document.

Sentences are split first, by rule, and parsed one by one: the small model's own splitter stumbles over "Inc. (6758.T)"
and headlines, and a sentence that can hold no claim need not be parsed at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from extractor.article import Article, CleanText, clean
from extractor.gate import sift
from extractor.lexicon import terms
from extractor.mending import mend
from extractor.tokens import Doc, Entity, Kind, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.strings import StringStore
    from spacy.tokens import Doc as SpacyDoc

    from extractor.encoder import Encoder
    from extractor.parser import Parser
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
    sentences = [nlp.make_doc(one) for one in texts]
    _annotate([doc for doc, tell in zip(sentences, tells, strict=True) if tell], nlp)
    whole = Doc("".join(texts), [], [], [])
    start = 0
    for text, doc, tell in zip(texts, sentences, tells, strict=True):
        if len(doc):
            sent = Span(len(whole.tokens), len(whole.tokens) + len(doc))
            whole.sents.append(sent)
            copied = _copied if tell else _copied_unparsed
            whole.tokens += copied(text, start, doc, whole.tokens, sent)
            if tell:
                whole.ents += [Entity(start + one.start_char, start + one.end_char, one.label_) for one in doc.ents]
        start += len(text)
    return whole


_NEGATIVE = 1 << 63  # numbers of an array that counts without a sign


def _copied(text: str, start: int, doc: SpacyDoc, tokens: list[Token], sent: Span) -> list[Token]:
    """The tokens of one sentence, which begins at `start`; they will stand at the end of `tokens`."""
    from spacy.attrs import DEP, ENT_TYPE, HEAD, LENGTH, SPACY, TAG

    strings, at = doc.vocab.strings, 0
    found: list[Token] = []
    heads: list[int] = []
    for length, space, tag, relation, label, head in doc.to_array([LENGTH, SPACY, TAG, DEP, ENT_TYPE, HEAD]).tolist():
        low = (form := text[at : at + length]).lower()
        kind = _kind(tag, relation, label, strings)
        found.append(Token(tokens, sent, sent.start + len(found), start + at, form, low, kind, low in _BE))
        heads.append(head if head < _NEGATIVE else head - 2 * _NEGATIVE)
        at += length + space
    top = next(token for token, head in zip(found, heads, strict=True) if not head)
    for i, (token, head) in enumerate(zip(found, heads, strict=True)):
        if head:
            token.head = found[i + head]
        else:
            # one sentence is one sentence, whatever the parser thinks of its quotes
            token.head = top
            if token is not top and token.dep_ == "ROOT":
                token.dep_ = "parataxis"
        if token is not top:
            token.head.children.append(token)
    mend(top, found)
    return found


def _copied_unparsed(text: str, start: int, doc: SpacyDoc, tokens: list[Token], sent: Span) -> list[Token]:
    """What `_copied` gives for a sentence that was left unparsed, where nothing is known: all hang on the first token."""
    from spacy.attrs import LENGTH, SPACY

    kind, at = _kind(0, 0, 0, doc.vocab.strings), 0
    found: list[Token] = []
    for i, (length, space) in enumerate(doc.to_array([LENGTH, SPACY]).tolist(), sent.start):
        low = (form := text[at : at + length]).lower()
        found.append(token := Token(tokens, sent, i, start + at, form, low, kind, low in _BE))
        token.head = found[0]
        at += length + space
    found[0].children += found[1:]
    return found


# tag, relation, label, part of speech and that of a form of "be", by the numbers of the first three: there are few, and a number
# stands for the same name in all vocabularies
_kinds: dict[tuple[int, int, int], Kind] = {}


def _kind(tag: int, relation: int, label: int, strings: StringStore) -> Kind:
    if (found := _kinds.get((tag, relation, label))) is None:
        names = strings[tag], strings[relation] or "dep", strings[label]
        found = _kinds[tag, relation, label] = (*names, _part_of_speech(*names[:2], False), _part_of_speech(*names[:2], True))
    return found


class _Fast(NamedTuple):
    """Our own ways to run the components of a pipeline."""

    encoder: Encoder
    tagger: Any
    parser: Parser
    recognizer: Recognizer


@lru_cache(maxsize=4)
def _fast(nlp: Language) -> _Fast | None:
    """Our own ways, if the pipeline is of the make they know."""
    from extractor.encoder import Encoder
    from extractor.parser import Parser
    from extractor.recognizer import Recognizer

    if nlp.pipe_names != ["tok2vec", "tagger", "parser", "ner"]:
        return None
    tok2vec, tagger, parser, ner = (component for _, component in nlp.pipeline)
    encoder = tok2vec.model  # type: ignore[attr-defined]
    if not (Encoder.fits(encoder) and Parser.fits(parser) and Recognizer.fits(ner)):
        return None
    return _Fast(Encoder(encoder), tagger, Parser(parser), Recognizer(ner))


def _annotate(sentences: list[SpacyDoc], nlp: Language) -> None:
    """Runs the pipeline over sentences, in place."""
    from extractor.encoder import Words

    sentences = [doc for doc in sentences if len(doc)]
    fast = _fast(nlp)
    for first in range(0, len(sentences), 64):
        batch = sentences[first : first + 64]
        if fast is None:
            list(nlp.pipe(batch, batch_size=64))
        else:
            words = Words.of(batch, [*fast.encoder.columns, *fast.recognizer.encoder.columns])
            for doc, vectors in zip(batch, fast.encoder.encode(words), strict=True):
                doc.tensor = vectors  # type: ignore[assignment] # where the components after the encoder look for its vectors
            fast.tagger.set_annotations(batch, fast.tagger.predict(batch))
            fast.parser.annotate(batch)
            fast.recognizer.annotate(batch, words)
