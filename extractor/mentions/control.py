"""Who does what an infinitive says: the object of the verb before, where that one makes him."""

from __future__ import annotations

from extractor.lexicon import forms_of
from extractor.tokens import Token

# whose object does what follows: "forced Acme to cut 300 jobs"
_MAKES_DO = forms_of(
    "advise", "allow", "ask", "cause", "compel", "drive", "enable", "encourage", "expect", "force", "get", "help", "instruct", "invite",
    "lead", "leave", "let", "make", "oblige", "order", "permit", "persuade", "press", "prompt", "push", "require", "spur", "tell",
    "urge", "want", "warn",
)  # fmt: skip

# whose passive subject does: "Acme was forced to sell", not "the sale is expected to close"
_MADE = frozenset({"compelled", "forced", "obliged", "ordered", "required"})


def made_to_do(verb: Token) -> Token | None:
    """Who does what an infinitive says, where another makes him: "enabling the latter to expand", "Acme was forced to sell"."""
    if verb.dep_ != "xcomp" or verb.head.lower_ not in _MAKES_DO:
        return None
    made = next((child for child in verb.head.children if child.dep_ == "nsubjpass"), None)
    if made is not None:
        return made if verb.head.lower_ in _MADE else None
    between = (child for child in verb.head.children if child.dep_ == "dobj" and verb.head.i < child.i < verb.i)
    return next((child for child in between if child.pos_ in ("NOUN", "PROPN", "PRON", "ADJ")), None)
