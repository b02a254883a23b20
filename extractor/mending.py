"""Mends what the small model's parser gets wrong in one way again and again, before any rule reads the tree.

A past tense that is spelled like a participle ("filed", "stuck") is taken for one where an aside parts it from its subject:
"The company, bought by Globex in 2007, filed for protection" comes out as a noun with two participles and no verb. So does
the past tense at the head of a line of a release for a part of the name behind it: "Acquired Globex".
"""

from __future__ import annotations

from extractor.tokens import Token

# what a list of what has been done begins its lines with
ACTS = frozenset(
    "acquired appointed hired promoted elected named launched introduced opened signed completed formed sold bought secured won".split()
)


_MARKS = " •·*–—-▪●"  # before an item of a list


def opens_line(text: str, position: int) -> bool:
    """True where nothing but the mark of a list stands between a position and the start of its line, which is not the first."""
    while position > 0 and text[position - 1] in _MARKS:
        position -= 1
    return text[position - 1 : position] == "\n"


def mend(top: Token, tokens: list[Token]) -> None:
    """Makes the verb of a sentence its root, where the parser made its subject that; `tokens` are those of the sentence."""
    if top.pos_ not in ("NOUN", "PROPN"):
        return
    if not next((one.text for one in reversed(tokens) if not one.text.isspace()), "").endswith((".", "\"")):
        return
    first = tokens[0]
    if first.head is top and first.dep_ in ("compound", "amod") and first.tag_ in ("NNP", "VBN", "VBD") and first.lower_ in ACTS:
        _make_object(first, top)
        return
    verb = _verb_of(top, tokens)
    if verb is None:
        return
    moved = [child for child in top.children if child is not verb and child.i > verb.i]
    top.children = [child for child in top.children if child.i < verb.i]
    for child in moved:
        child.head = verb
    verb.children = sorted([*verb.children, top, *moved], key=lambda one: one.i)
    verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
    top.head, top.dep_ = verb, "nsubj"


def _make_object(verb: Token, top: Token) -> None:
    """ "Acquired Globex, a maker of lifts, for $3m": the first word is the verb, what the parser made the root is its object."""
    moved = [child for child in top.children if child.dep_ in ("prep", "punct", "npadvmod", "advmod") and child.i > top.i]
    top.children = [child for child in top.children if child is not verb and child not in moved]
    for child in moved:
        child.head = verb
    verb.children = [*verb.children, top, *moved]
    verb.head, verb.dep_, verb.tag_, verb.pos_ = verb, "ROOT", "VBD", "VERB"
    top.head, top.dep_ = verb, "dobj"


def _verb_of(subject: Token, tokens: list[Token]) -> Token | None:
    """The participle under a noun that is the verb of its sentence: behind an aside between commas, and done by nobody."""
    first = tokens[0].i
    for verb in reversed(subject.children):
        if verb.dep_ != "acl" or verb.tag_ not in ("VBN", "VBD") or verb.i < subject.i + 4 or tokens[verb.i - first - 1].text != ",":
            continue
        aside = tokens[subject.i - first + 1 : verb.i - first - 1]
        passive = verb.i - first + 1 < len(tokens) and tokens[verb.i - first + 1].lower_ == "by"
        return verb if aside and aside[0].text == "," and not passive else None
    return None
