"""How salient each organisation and person is at a place of a text: what descriptions and pronouns are weighed by.

Subjects come before other mentions, near before far, the article's main organisation before the rest.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Collection

from extractor.lexicon import keyed, terms
from extractor.mentions.sources import LABEL, bystanders, called_source, is_named_as_source, mere_sources, names_authority, names_reporter
from extractor.mentions.types import EntityMention, Referent
from extractor.tokens import Doc, Token

_TITLES = r"(?:chief|president|chairman|chairwoman|chief executive(?: officer)?|executive|director|head|boss|CEO|CFO|spokes(?:man|woman|person)|manager)"
# "sales fell, analysts at Acme said", but not "sales fell, but Acme said it would"
_ASIDE_BEFORE = re.compile(r", (?:(?!(?:and|but|or|nor|so|yet|while|whereas|though|although|because)\b)[a-z][\w-]* ){0,4}$")
_SAID_NEXT = re.compile(r" (?:said|says|reported|estimated|noted|showed)\b")
_AFTER_PREPOSITION = re.compile(r"\b(?:of|in|at|by|from|with|to|than|for|on|between|against|into|like|as) (?:the |its |rival |[a-z]+ ){0,2}$")
_GENERIC = re.compile(r"the (?:company|firm|group)", re.IGNORECASE)
_ASIDE = re.compile(r", [^,;.\n]{2,140},")
_VERB_AFTER = re.compile(
    r"(?: (?:also|had|has|have|will|would|is|was|now|still|[a-z]+ly|on [A-Z][a-z]+|last [a-z]+|this [a-z]+|earlier [a-z]+|yesterday|today))* ([a-z]+)"
)
_AUXILIARY = re.compile(r" (?:also |now |still |[a-z]+ly )?(?:has|had|have|will|would|is|was)\b")
_SAYS_THAT = re.compile(
    r"(?: \([^)]{1,20}\))?(?:, (?:which|an?|the|its|one of)\b[^,;.]{3,90},)?(?P<aside>,)? (?:also )?(?:said|says|announced|confirmed|warned|added|believes?|believed|estimates?|estimated|expects?|expected|hopes?|hoped|reckons|reckoned)"
    r"(?: (?:on|in|late|early|earlier|last|this) [\w ]{2,18})?,?(?: that)? "
)
_OWN_CLAUSE = re.compile(r" (?:would|will|could|may|might|has|had|is|was|plans|wants|planned|agreed|bought|sold|invest\w*|pa(?:ys|id))\b[^,;:.]{0,50}? (?:in|of|into|from|to|for) ")
# "proposed buying the smartphone maker": not itself
_BUYS = re.compile(r"(?: [\w']+){0,5} (?:buy|buying|bought|acquir\w+|tak(?:e|ing) over|purchas\w+|merg(?:e|ing) with|su(?:e|ing)) ")
_ONCE_OF = re.compile(r"\b(?:formerly|previously|once|lately) (?:of|at|with|from|an? [a-z]+ (?:of|at)) $|\b(?:[Ff]ormer|ex-) ?$")
MAKER_NEXT = re.compile(r" (?:and [\w-]+ )?(?:maker|owner|parent|operator|publisher|creator|developer|producer)\b")
_NO_COMMENT = re.compile(
    r"(?:'s? (?:spokes\w+|representatives?|officials?|executives?))? (?:(?:did not|didn['’]t|had not|has not|was not|were not|could not) (?:immediately |yet |be )*(?:respond|responded|return|returned|repl|reached|reachable|available|comment)"
    r"|declined (?:to (?:comment|elaborate|say|give)|comment|further)|could not be (?:immediately )?reached|refused to comment)"
)
_A_RIVAL = re.compile(r"\b(?:[Rr]ivals?|[Cc]ompetitors?|[Pp]eers?) (?:[A-Z][\w&.'-]* (?:and )?){0,4}$")
_RIVAL_BEFORE = re.compile(r"\brivals? $")
_SPOKEN_TO = re.compile(
    r"\b(?:told|according to|to|on|by|from|with|than|against|rivals?|including|like|(?:analyst|economist|strategist|researcher|trader|manager|broker)s? at|, (?:says|said|reports|reported|writes|wrote|notes|noted)) $"
)
# "Profits have slipped at the bicycle maker Acme"
_RESULTS_AT = re.compile(
    r"(?:[\w-]+ ){0,4}?(?:[Ss]ales|[Pp]rofits?|[Rr]evenues?|[Ee]arnings|[Ss]hares|[Oo]utput|[Ll]oss(?:es)?|[Mm]argins?|[Tt]urnover) (?:[^,;.\"]{0,60} )?(?:at|in|of|for) (?:the )?(?:[\w.-]+ ){0,5}"
)
_ITS_RESULTS = re.compile(
    r"['’]s (?:[a-z-]+ ){0,3}(?:sales|revenues?|turnover|takings|profits?|loss(?:es)?|earnings|income|margins?|output|production|deliveries|shipments|exports|orders|share)\b(?! (?:of|from|at|in) [A-Z])"
)
_ITS_HOLDERS = re.compile(r"(?:['’]s?)? (?:shareholders|stockholders|shares|stock)\b(?! exchange)")
_GENDERED = re.compile(r"\b(?:(?P<m>Mr|Sir|Lord|[a-z]*(?:spokes|business|sales)man)|(?P<f>Mrs|Ms|Miss|Lady|Dame|Baroness|[a-z]*woman))\.? $")
_REPORTS = re.compile(r" (?:reports?|reported|said|says|wrote|understands|estimates|estimated)\b")
_NAME_COMMA = re.compile(r"[A-Z][\w'-]+, $")
# "in which Sweden's | Globex", with no comma since
_CLAUSE_OF_ANOTHER = re.compile(r", (?:(?:in|of|by|for|with|from|to) which|whose|where|of whom) [^,;.]{0,60}$")
_COMMA_NEXT = re.compile(r",(?!\d)")
_OFFICE_NEXT = re.compile(rf"its (?:[a-z-]+ )?{_TITLES}\b", re.IGNORECASE)


def owner_apposed(noun: Token) -> Token | None:
    """Who "the owner of British Gas, Centrica," is: the name behind the one that he has."""
    if noun.lower_ not in terms("owner_nouns"):
        return None
    had = (one for child in noun.children if child.lower_ == "of" for one in child.children if one.dep_ == "pobj" and one.pos_ == "PROPN")
    return next((child for one in had for child in one.children if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i > one.i), None)


def main_organization(mentions: list[EntityMention], without: Collection[int] = ()) -> Referent | None:
    """What the article is about: the organisation named most, names near the start counting more; none of the orders in `without`."""
    weight: Counter[int] = Counter()
    referents: dict[int, Referent] = {}
    times = Counter(one.referent.order for one in mentions)
    for place, one in enumerate(mentions):
        if one.referent.type == "organization" and one.referent.order not in without:
            referents[one.referent.order] = one.referent
            behind = mentions[place + 1] if place + 1 < len(mentions) else one
            if behind.start - one.end == len("'s ") and behind.referent.type == "organization" and times[one.referent.order] == 1:
                weight[one.referent.order] += 1  # "Acme Group's Globex Motors will": it is the latter that the article is about
                continue
            weight[one.referent.order] += 6 if place < 1 or place < 2 and weight[mentions[0].referent.order] == 1 else 4 if place < 3 else 2
    for order, referent in referents.items():
        if names_authority(referent.name):
            weight[order] //= 3  # those it rules on are what the article is about
    if not weight:
        products = [one.referent for one in mentions if one.referent.type == "product"]
        return products[0] if products else None
    best = min(weight, key=lambda order: (-weight[order], order))
    return referents[best]


def _genders(text: str, mentions: list[EntityMention]) -> dict[int, str]:
    """The gender of the people whose titles tell it, else their given names, by the order of the referent."""
    found: dict[int, str] = {}
    called: dict[int, str] = {}
    for one in mentions:
        if one.referent.type != "person":
            continue
        if title := _GENDERED.search(text, max(0, one.start - 20), one.start):
            found.setdefault(one.referent.order, str(title.lastgroup))
        elif (gender := keyed("given_names").get(one.referent.name.partition(" ")[0].casefold(), "-")) != "-":
            called[one.referent.order] = gender
    return called | found


class SoFar:
    """The mentions so far, in order, with what is needed to weigh them."""

    def __init__(self, doc: Doc, text: str, mentions: list[EntityMention], title_end: int) -> None:
        self.doc, self.text, self.title_end = doc, text, title_end
        self.mentions = sorted(mentions, key=lambda one: one.start)
        self.bystanders = bystanders(text, mentions)
        self.main = main_organization(mentions, self.bystanders | mere_sources(text, mentions))
        if self.main is not None and names_reporter(self.main.name):
            self.main = None  # an article on what a researcher found is about those that it looked at
        self.combined: Referent | None = None
        self.nations: dict[int, str] = {}
        self.genders = _genders(text, mentions)
        self.sentence_starts = [start for start, _ in doc.sentence_spans]

    def add(self, mention: EntityMention) -> None:
        insort(self.mentions, mention, key=lambda one: one.start)

    def near(self, start: int, end: int) -> list[EntityMention]:
        """The mentions around a stretch of text."""
        first = bisect_right(self.mentions, start, key=lambda one: one.start)
        last = bisect_right(self.mentions, end, key=lambda one: one.start)
        return self.mentions[max(0, first - 3) : last]

    def mention_at(self, token: Token) -> EntityMention | None:
        """The mention that a token stands in."""
        return next((one for one in self.near(token.idx, token.idx) if one.start <= token.idx < one.end), None)

    def token(self, position: int) -> Token:
        """The token that holds a character of the text, or the last one before it."""
        return self.doc.token(position)

    def before(self, position: int) -> list[EntityMention]:
        """The last few hundred mentions before a position: what lies further back is forgotten."""
        index = bisect_right(self.mentions, position - 1, key=lambda one: one.start)
        return self.mentions[max(0, index - 200) : index]

    def after(self, position: int, reach: int) -> list[EntityMention]:
        """The mentions that begin within some characters of a position."""
        first, last = (bisect_left(self.mentions, end, key=lambda one: one.start) for end in (position, position + reach))
        return self.mentions[first:last]

    def sentence(self, position: int) -> int:
        return bisect_right(self.sentence_starts, position) - 1

    def in_quotes(self, position: int) -> bool:
        paragraph = self.text.rfind("\n", 0, position) + 1
        return self.text.count('"', paragraph, position) % 2 == 1

    def office_of(self, person: EntityMention) -> Referent | None:
        """The organisation right before a person's title: "Acme chief Jane Roe", "Acme's president, Jane Roe"."""
        for one in self.mentions:
            if one.referent is not person.referent or one.via == "coreference":
                continue
            before = [org for org in self.near(one.start - 1, one.start) if org.end <= one.start and org.referent.type == "organization"]
            if before and re.fullmatch(r"(?:'s?)? (?:[a-z-]+ ){0,3}(?i:" + _TITLES + r"),? ", self.text[before[-1].end : one.start]):
                return before[-1].referent
        return None

    def _label(self, start: int) -> Referent | None:
        """The organisation that a paragraph is labelled with: "Acme: The carmaker sold …"."""
        paragraph = self.text.rfind("\n", 0, start) + 1
        first = next((one for one in self.near(paragraph, paragraph + 1) if one.start == paragraph), None)
        labels = first is not None and first.referent.type == "organization" and LABEL.match(self.text, first.end)
        return first.referent if first is not None and labels else None

    def salient(
        self, start: int, plural: bool = False, description: bool = False, without: Collection[int] = (), generic: bool = False
    ) -> Referent | None:
        """The organisation that weighs most here; `generic` is a description that fits any ("the group")."""
        here = self.sentence(start)
        if (label := self._label(start)) is not None:
            return label
        if not description and (self._place_acts(start, here) or self._goes_on_of_body(start, here)):
            return None
        if not description and (teller := self._teller(start)) is not None:
            return teller
        if description and (actor := self._acting_pronoun(start)) is not None:
            without = {*without, actor}
        best: tuple[float, int, Referent] | None = None
        for one in reversed(self.before(start)):
            distance = here - self.sentence(one.start)
            if distance > 4:
                break
            if one.referent.type not in ("organization", "product") or one.referent.order in without or self._is_medium(one):
                continue
            if MAKER_NEXT.match(self.text, one.end) or _ONCE_OF.search(self.text, max(0, one.start - 24), one.start):
                continue  # of "the Zeta maker" it is the maker that acts; "Jane Roe, formerly of Acme"
            score = 10.0 - 3 * distance
            score += 4 if self.is_subject(one) or self._is_topic(one) else 0
            score += 2 if one.referent is self.main else 0
            if description and distance and one.referent is not self.main and _A_RIVAL.search(self.text, max(0, one.start - 40), one.start):
                score -= 7  # "Rival Acme fell too. The retailer earned": of whom it is a rival
            score += 1 if one.referent.type == "organization" else -4
            if generic and not self.is_subject(one) and not self._is_topic(one) and one.referent is not self.main:
                score -= 3  # "the company" is rarely one that was only named by the way
            if distance == 0 and self._in_closed_clause(one, start):
                score -= 6  # "The firm, in which Globex owns 3 percent, stuck to its goal"
            if distance == 0 and description:
                # a description rarely takes up a name of its own sentence that is not its subject
                score -= 3 if not self.is_subject(one) else 0
            if best is None or score > best[0]:
                best = (score, one.start, one.referent)
        if plural and best is not None and best[2].type != "organization":
            return None
        if best is None or best[0] < 4:
            return self.main if self.main is not None and self.main.order not in without else None
        opens = self.text[: self.sentence_starts[here]].endswith("\n\n") if 0 <= here < len(self.sentence_starts) else False
        if (
            opens and (not description or generic) and self.main is not None and self.sentence(best[1]) != here
            and not self._is_officer_named(start) and not self._paragraph_is_of(best[2], self.sentence_starts[here]) and not self._goes_on(best[2], self.sentence_starts[here])
        ):  # fmt: skip
            # a new paragraph speaks of what the article is about, whoever the last one ended with
            return self.main
        return best[2]

    def _in_closed_clause(self, one: EntityMention, start: int) -> bool:
        """True for a name in a relative clause that is over where one asks, and that does not begin with it."""
        opening = _CLAUSE_OF_ANOTHER.search(self.text, self.sentence_starts[max(0, self.sentence(start))], one.start)
        return opening is not None and _COMMA_NEXT.search(self.text, one.end, start) is not None

    def _teller(self, start: int) -> Referent | None:
        """Who says of himself what follows: "Acme said it would", "Acme expects its sales"."""
        for one in reversed(self.near(max(0, start - 160), start - 1)):
            if one.end < start and one.via != "coreference" and one.referent.type == "organization":
                told = _SAYS_THAT.fullmatch(self.text, one.end, start)
                # "The company behind Zeta, Acme, said it", but not "which left Acme, said it"
                return one.referent if told and (told["aside"] is None or self.text.startswith(", ", one.start - 2)) else None
        return None

    def _acting_pronoun(self, start: int) -> int | None:
        """Whom "it" is right before in the clause, as that is not what it acts on: "it would buy a stake in the company"."""
        for one in reversed(self.near(max(0, start - 60), start)):
            if one.end < start and one.referent.type == "organization" and _BUYS.fullmatch(self.text, one.end, start):
                return one.referent.order
            if one.end < start and one.via == "coreference" and one.text.casefold() in ("it", "they", "we"):
                return one.referent.order if _OWN_CLAUSE.fullmatch(self.text, one.end, start) else None
        return None

    def _place_acts(self, start: int, here: int) -> bool:
        """True if a country is the subject of the sentence so far, and no company is named: "Norland plans to raise its output"."""
        told = [one for one in self.before(start)[-8:] if self.sentence(one.start) == here]
        return not any(one.referent.type in ("organization", "product") for one in told) and any(
            one.referent.type == "place" and one.text == one.referent.name and self.is_subject(one) for one in told
        )

    def _goes_on_of_body(self, start: int, here: int) -> bool:
        """True for the "it" that opens a sentence after one about a body without a name: "The government spent $3bn. It has debts"."""
        if here < 1 or start - self.sentence_starts[here] > 3:
            return False
        first, last = (self.doc.index(self.sentence_starts[one]) for one in (here - 1, here))
        doer = next((token for token in self.doc.tokens[first:last] if token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "ROOT"), None)
        if doer is None or doer.pos_ != "NOUN" or doer.lower_ not in terms("institutions"):
            return False
        return not any(one.start <= doer.idx < one.end for one in self.near(doer.idx, doer.idx)) and "\n\n" not in self.text[doer.idx : start]

    def _paragraph_is_of(self, referent: Referent, end: int) -> bool:
        """True if the paragraph that ends here has one subject in all its sentences, two at least, and leaves the main one out, and that is the referent."""
        start = self.text.rfind("\n\n", 0, max(0, end - 2)) + 1
        subjects = [
            one for one in self.mentions
            if start <= one.start < end and one.referent.type in ("organization", "product") and self.is_subject(one) and not self._is_aside_source(one)
        ]  # fmt: skip
        officers = (one for one in self.mentions if start <= one.start < end and one.referent.type == "person" and self.heads_clause(one) and self.office_of(one) is referent)
        told = {self.sentence(one.start) for one in (*subjects, *officers)}
        rivals = any(one.referent is self.main for one in self.mentions if start <= one.start < end)
        return len(told) > 1 and not rivals and all(one.referent is referent for one in subjects)

    def _goes_on(self, referent: Referent, end: int) -> bool:
        """True if the paragraph that ends here calls the referent "the company" and does not name the main one after that."""
        start = self.text.rfind("\n\n", 0, max(0, end - 2)) + 1
        for one in reversed(self.before(end)):
            if one.start < start or one.referent is self.main:
                return False
            if one.referent is referent and one.via == "coreference" and _GENERIC.fullmatch(one.text):
                return True
        return False

    def _is_aside_source(self, one: EntityMention) -> bool:
        """True for one that only reports what a sentence tells: "…, Bloomberg reports today"."""
        return one.referent is not self.main and _ASIDE_BEFORE.search(self.text, max(0, one.start - 30), one.start) is not None and _REPORTS.match(self.text, one.end) is not None

    def _is_officer_named(self, start: int) -> bool:
        """True for the "its" of "Jane Roe, its chief executive, said": of the one spoken of right before, new paragraph or not."""
        return _NAME_COMMA.search(self.text, max(0, start - 40), start) is not None and _OFFICE_NEXT.match(self.text, start) is not None

    def _is_medium(self, one: EntityMention) -> bool:
        """True for one who is spoken to, compared with, or the source of what is told: ", Acme said, giving it 9 percent"."""
        if one.referent is self.main:
            return False
        if one.referent.order in self.bystanders:
            return True
        if called_source(self.text, one.start):
            return True
        before = self.text[max(0, one.start - 30) : one.start]
        if before[-3:] in ("As ", "as ") and is_named_as_source(self.text, one.start, one.end):
            return True
        aside = _ASIDE_BEFORE.search(before) and _SAID_NEXT.match(self.text, one.end)
        if _RIVAL_BEFORE.search(before) and self.is_subject(one):
            return False  # "Smaller rival Acme said"
        return bool(aside or _SPOKEN_TO.search(before))

    def _acts(self, one: EntityMention) -> bool:
        """True if a verb that companies are the subject of follows, whatever the parser makes of the sentence."""
        if one.via == "coreference" or _AFTER_PREPOSITION.search(self.text, max(0, one.start - 40), one.start):
            return False
        aside = _ASIDE.match(self.text, one.end, one.end + 150)
        verb = _VERB_AFTER.match(self.text, aside.end() if aside else one.end)
        if verb is None:
            return False
        return _AUXILIARY.match(verb[0]) is not None or verb[1] in terms("entity_company_verbs") or verb[1] in terms("speech_verbs")

    def _is_topic(self, one: EntityMention) -> bool:
        """True for what a sentence opens with: "At Acme, …", "Acme's sales …"."""
        opening = self.text[self.sentence_starts[max(0, self.sentence(one.start))] : one.start]
        if opening == "At " and self.text.startswith(",", one.end) or _RESULTS_AT.fullmatch(opening) and not self.text.startswith(("'s", "’s"), one.end):
            return True
        return not opening and (_ITS_RESULTS.match(self.text, one.end) or _ITS_HOLDERS.match(self.text, one.end)) is not None

    def is_subject(self, one: EntityMention) -> bool:
        if _NO_COMMENT.match(self.text, one.end):
            return False  # who does not answer is not spoken of
        return self.heads_clause(one) or self._acts(one)

    def heads_clause(self, one: EntityMention) -> bool:
        """True for the subject of a verb by the parse."""
        token = self.token(one.end - 1)
        for _ in range(4):
            if token.dep_ in ("nsubj", "nsubjpass"):
                return True
            if token.dep_ == "conj" and one.start <= token.head.idx < token.idx:
                token = token.head  # "Norton & Hale", one name
                continue
            if token.dep_ == "appos" and token.head.dep_ == "pobj" and owner_apposed(token.head.head.head) == token:
                token = token.head.head.head
                continue
            if (
                token.dep_ not in ("compound", "flat", "nmod", "appos")
                or token.dep_ != "appos"
                and token.head.idx >= one.end
            ):
                return False
            token = token.head
        return False
