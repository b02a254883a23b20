"""Persons without a title: who founded, runs or owns a company, sits on its board or watches it for a broker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.claims.draft import Draft, named
from extractor.claims.employers import (
    BEFORE,
    DESCRIBED_AS,
    HONORIFIC,
    RESEARCHES,
    Status,
    after_age,
    focus,
    name_at,
    organizations,
    told_of,
    words_before,
)
from extractor.claims.offices import predicate_of
from extractor.lexicon import any_of, terms
from extractor.mentions.types import EntityMention
from extractor.reading import Sentence, within

_DESCRIBED = (
    r"(?:(?:the |an? |its |two |three |four )?(?-i:[a-z][\w-]*|Nobel|Oxford|Harvard|Stanford|MIT|[A-Z][\w.]*-(?:born|trained|educated|based))(?: (?-i:[a-z][\w-]*)){0,4},?\s"
    r"|(?:the |an? |its |two |three |four )?(?:former |one-time |onetime |ex-)(?-i:[A-Z][\w.&'-]*)(?: (?-i:[A-Z][\w.&'-]*)){0,3}(?: (?-i:[a-z][\w-]*)){1,4},?\s)?"
)
_FOUNDED_BY = re.compile(
    r"\b(?:co-)?(?:founded|set up|started|created|established)\b(?:(?!\b(?:and|then|later) (?:\w+ly )?(?:\w+ed|bought|sold|run|led|taken|built|held)\b)[^.;]){0,50}?\bby\s" + _DESCRIBED + r"(?:(?:[A-Z][\w'-]+ ){1,3}(?:and|,) )?$",
    re.IGNORECASE,
)
_FOUNDER = re.compile(r"(?:,[^,;.]{3,60},|, (?:the|an?)(?: [a-z-]+){1,4}(?= who)|,)?\s(?:who )?(?:had |has |first |then |later |recently |originally |also )*(?:co-)?(?:founded|set up|established|started|created|launched)\s" + DESCRIBED_AS, re.IGNORECASE)
_FOUNDED_WITH = re.compile(r"\b(?:co-)?(?:founded|set up|established|started|created)\b[^.;]{0,60}?\bwith (?:(?:his|her) (?:[\w-]+ ){0,2}[\w-]+,? )?$", re.IGNORECASE)
_BY_TWO = re.compile(r"\b(?:co-)?(?:founded|set up|established)\b[^.;]{0,60}?\bby [^.;]{2,40} and (?:(?:his|her|their) (?:[a-z-]+ ){0,2}[a-z]+,? )?$")


def _tie(
    sentence: Sentence, predicate: str, rule: str, person: EntityMention, object: EntityMention, start: int, end: int,
    status: Status = "current", confidence: float = 0.75, role: str | None = None,
) -> Draft:  # fmt: skip
    return Draft(
        kind="person", predicate=predicate, subject=person, rule=rule, start=min(start, person.start), end=max(end, person.end), object=object,
        role=role, status=status, confidence=confidence,
    )  # fmt: skip


def _founded_by(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Acme was founded by Jane Roe", "John Doe founded Acme with Jane Roe": each is a founder, here the one named behind."""
    before = words_before(sentence, person, 80)
    siblings = _siblings(sentence, person)
    if siblings:
        before = before[: siblings[0].start - person.start]
    elif re.search(r"\b(?:brothers|sisters|siblings|twins|cousins|couple) (?:[A-Z][\w-]+(?:, | and |, and ))*$", before) and " " not in person.text:
        return  # a first name alone
    by = _FOUNDED_BY.search(before) or _FOUNDED_WITH.search(before) or _BY_TWO.search(before)
    if by is not None:
        start = max(sentence.start, (siblings[0] if siblings else person).start - len(before)) + by.start()
        object = _founded(sentence, person, start)
        if object is None or " with " in sentence.between(start, person.start) and not _founds(sentence, start, person.start):
            return
        for one in (*siblings, person):
            yield _tie(sentence, "founder", "<organization> founded by <person>", one, object, start, person.end, confidence=0.85, role="founder")


def _founder(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Jane Roe founded Acme", "She later set up Acme"."""
    for object in organizations(sentence):
        told = sentence.between(person.end, object.start) if person.end < object.start < person.end + 120 else ""
        if told and object.referent.type == "organization" and _FOUNDER.fullmatch(told) and not sentence.between(object.end, sentence.end).startswith("'"):
            yield _tie(sentence, "founder", "<person> founded <organization>", person, object, person.start, object.end, confidence=0.85, role="founder")


# "Acme, which | Jane Roe founded"
_WHICH = re.compile(r",? (?:which|that) (?:the )?(?:[a-z-]+ ){0,2}")
_BEGAN = re.compile(r" (?:(?:had|has|first|also) )*(?:co-)?(?:founded|set up|established|started|created|launched)\b(?! (?:an?|the|its|his|her|their)\b)")


def _founded_what(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Acme, which Jane Roe founded in 2014": its founder."""
    if _BEGAN.match(sentence.between(person.end, sentence.end)):
        object = next((one for one in organizations(sentence) if one.end < person.start and _WHICH.fullmatch(sentence.between(one.end, person.start))), None)
        if object is not None and object.via != "coreference" and object.referent.type == "organization":
            yield _tie(sentence, "founder", "<organization>, which <person> founded", person, object, object.start, person.end, confidence=0.85, role="founder")


# "founded by brothers Jens, Mikkel and Tom Roe": the name of the last is that of all
_SIBLINGS = re.compile(r"\b(?:brothers|sisters|siblings|twins|cousins|couple) (?P<first>(?:[A-Z][\w-]+(?:, | and |, and ))+)$")


def _siblings(sentence: Sentence, person: EntityMention) -> list[EntityMention]:
    """Those who share the family name of a person named last, by their first names."""
    match = _SIBLINGS.search(sentence.between(sentence.start, person.start))
    family = person.text.split()[-1]
    if match is None or " " not in person.text:
        return []
    start = sentence.start + match.start("first")
    return [named(f"{one.group()} {family}", start + one.start(), start + one.end(), "person") for one in re.finditer(r"[A-Z][\w-]+", match["first"])]


_FIRM = re.compile(r"\b(?:it|which|that|compan(?:y|ies)|firm|business|group|start-?up|studio|label|brand|chain|shop|store|bank|agency|fund|website|site|app|service|venture|consultancy|charity|foundation|brewery|restaurant|publisher|maker|[a-z]+maker)\b")


def _founds(sentence: Sentence, start: int, end: int) -> bool:
    """True if what was begun "with" somebody is a firm: not "started the game with Jane Roe", "started talks with"."""
    told = sentence.between(start, end)
    # "founded with", whatever it was: "she founded Acme in 2001; it was established with Jane Roe"
    return "found" in told or _FIRM.search(told) is not None or any(start < one.start and one.end <= end for one in organizations(sentence))


def _founded(sentence: Sentence, person: EntityMention, start: int) -> EntityMention | None:
    """What the founder named behind the verb at `start` has founded."""
    found = organizations(sentence)
    if sentence.between(start, person.start).rstrip().endswith("with") or " with " in sentence.between(start, person.start):
        inside = next((one for one in found if start < one.start and one.end <= person.start), None)
        if inside is not None:
            return inside
    if start - sentence.start < 5 and (after := next((one for one in found if one.start >= person.end), None)) is not None:
        return after
    verb = sentence.token(start)
    subject = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    if subject is not None and (told := next((one for one in found if one.start <= subject.idx < one.end), None)) is not None:
        return told  # "Acme, whose brands include Zeta and Theta, was founded by"
    before = next((one for one in found if one.end <= start and _ASIDE_PASSIVE.fullmatch(sentence.between(one.end, start))), None)
    before = before or next((one for one in reversed(found) if one.end <= start), None)
    if before is None and not re.search(r"\b(?:was|were|is|are|been)(?: \w+ly)? $", sentence.between(sentence.start, start)):
        # what "was founded" stands in the sentence: if it is no organisation, nobody else was founded
        return focus(sentence, person)
    return before


# "Acme, the maker of Zeta phones, was | co-founded by"
_ASIDE_PASSIVE = re.compile(r", (?:an?|the|its|one|which|whose|formerly|now) [^;.]{3,80}, (?:was|were|is|has been|had been) ")
_RUNS = re.compile(
    r"(?:,? who)?(?P<former> (?:previously|formerly|once))?(?P<had> had)?(?P<has> has)?(?P<will> (?:will|is to))?(?: (?:also|now|currently|been))* (?P<verb>r[au]n(?:s|ning)?|le(?:d|ad|ads|ading)|head(?:s|ed|ing)?|chair(?:s|ed|ing)?|helm(?:s|ed|ing)) "
    r"(?:the (?:[\w.-]+ ){1,4}?(?:arm|unit|division|business|operations?|side|subsidiary|department|team|office|branch|desk|section) (?:of|at) " + DESCRIBED_AS + r"|the (?:[A-Z][\w-]+ )?(?:(?!(?:of|at|for|in|and|with|to|by|on|against|from|over)\b)[a-z][\w'-]* ){1,4}|the )?"
)
# "who heads the design department": of the company spoken of
_RUNS_PART = re.compile(r",? who (?:now |currently )?(?:runs|heads|leads|manages|oversees) (?:the|its) (?!family |own )(?:[\w.&-]+ ){1,3}?(?:department|division|unit|arm|business|operations|desk)\b(?! (?:of|at|for)\b)")


# "runs the Acme blog"
_NO_FIRM = re.compile(r" (?:blog|podcast|channel|newsletter|newspaper|magazine|account|marathon|race|course|class|programme|program|project|campaign|conference|festival)\b")


# "who leads product development for Acme", "who oversees sales at Acme", "who runs the hedge fund Acme"
_RUNS_AREA = re.compile(
    r",? who (?:(?:now|currently|also) )?(?:(?P<past>(?:(?:previously|formerly|once) )?(?:ran|led|headed|oversaw|managed)|had (?:run|led|headed|overseen|managed))"
    r"|runs|leads|heads|oversees|manages|has (?:run|led|headed|overseen)) (?:"
    r"(?!(?:the|an?|its|their|his|her|efforts|calls|talks|negotiations|gains|losses|work|bids?|protests) )(?:[\w&-]+ ){1,4}?(?:for|at) " + DESCRIBED_AS
    + r"|(?:the )?(?:[a-z][\w-]* ){0,2}" + any_of(terms("entity_descriptions")) + r" )"
)


def _runs(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Jane Roe, who has run Acme since 2007", "who runs the UK arm of Acme": an executive whose title is not told."""
    position = after_age(sentence, person.end)
    if aside := re.match(r", [^;.,]{2,90}(?:, [^;.,]{5,60})?,(?= (?:now |currently )?(?:runs|heads|leads|chairs|has (?:run|headed|led|chaired)) )", sentence.between(position, sentence.end)):
        if aside.group().startswith(", who "):
            yield from _runs_at(sentence, person, position)  # "Jane Roe, who ran Acme until 2015, now chairs Globex"
        position += aside.end()  # "Jane Roe, the former head of Globex, now runs Acme"
    yield from _runs_at(sentence, person, position)


def _runs_at(sentence: Sentence, person: EntityMention, position: int) -> Iterator[Draft]:
    """What is told from a position on of whom a person runs."""
    match, object = _led(sentence, _RUNS, position)
    if match is not None and object is None and " of " in match.group():
        object = name_at(sentence, position + match.end())
    if object is None and (part := _RUNS_PART.match(sentence.between(position, sentence.end))) and (company := focus(sentence, person)) is not None:
        yield _tie(sentence, "executive", "<person>, who runs <part>", person, company, person.start, position + part.end())
        return
    if object is None and (area := _led(sentence, _RUNS_AREA, position))[0] is not None:
        house = area[1] or name_at(sentence, position + area[0].end())
        if house is not None:
            yield _tie(sentence, "executive", "<person>, who runs <part>", person, house, person.start, house.end, "former" if area[0]["past"] else "current")
        return
    if match is None or object is None or object.text.casefold() in ("its", "their", "his", "her") or _NO_FIRM.match(sentence.between(object.end, sentence.end)):
        return
    past = match["verb"] in ("ran", "headed", "chaired", "helmed") and not match["has"]
    status: Status = "incoming" if match["will"] else "former" if match["former"] or match["had"] or past else "current"
    yield _tie(sentence, "chair" if match["verb"].startswith("chair") else "executive", "<person>, who runs <organization>", person, object, person.start, object.end, status)


# "spent 15 years at Globex, …, and most recently led | Acme"
_ONCE = re.compile(
    r"[^.;]{0,150}?,? (?:and |who )?(?:most recently|previously|earlier|once|formerly|before that) (?:(?P<led>led|ran|headed)|worked (?:at|for)|was (?:at|with)|served at) (?:the )?(?:[a-z][\w-]* ){0,3}"
)


def _once(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Jane Roe spent ten years at Globex and most recently led Acme": a career told after its person."""
    match, house = _led(sentence, _ONCE, person.end)
    if match is None or house is None or house.via == "coreference" or any(
        one.referent.type == "person" and one.referent is not person.referent for one in within(sentence.entities, person.end, house.start)
    ):  # fmt: skip
        return
    predicate = "executive" if match["led"] else "employee"
    yield _tie(sentence, predicate, "<person> once led <organization>", person, house, person.start, house.end, "former", 0.7)


# "who has worked at Acme's Leeds plant for 15 years", "an engineer who worked for Acme until 2011"
_WORKS = re.compile(
    r"(?:, (?:an?|the) (?:[\w-]+ ){1,5}?(?=who))?(?:,? ?who)? ?(?P<aux>(?:(?:has|have|had|also|once|previously|formerly|later|now|currently|still|been) )*)(?P<verb>works|worked|working|spent [^,;.]{3,40}?) (?:at|for|with) " + DESCRIBED_AS
)
_WORKED_ON = re.compile(r"(?:'s)?(?: [a-z]+)? (?:on|to)\b|, where (?:he|she|they) (?:was|were|is|served|became|rose|had been)\b")


def _works(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Jane Roe, who works at Acme": an employee whose title is not told."""
    if sentence.lacks(_WORKING):
        return
    match, house = _led(sentence, _WORKS, after_age(sentence, person.end))
    if match is None or house is None or house.via == "coreference" or _WORKED_ON.match(sentence.between(house.end, sentence.end)):
        return
    held = match["verb"] == "works" or match["aux"].startswith(("has ", "have ")) and not re.search(r"\b(?:previously|once|formerly)\b", match["aux"])
    yield _tie(sentence, "employee", "<person> works at <organization>", person, house, person.start, house.end, "current" if held else "former", 0.7)


_WORKING = frozenset({"works", "worked", "working", "spent"})


def _led(sentence: Sentence, pattern: re.Pattern[str], position: int) -> tuple[re.Match[str] | None, EntityMention | None]:
    """The match of a pattern from a position up to an organisation, with it; else the match alone, up to what begins with a capital."""
    for one in organizations(sentence):
        if one.start > position and one.referent.type == "organization" and (match := pattern.fullmatch(sentence.between(position, one.start))):
            return match, one
    return _before_capital(pattern).match(sentence.between(position, sentence.end)), None


@cache
def _before_capital(pattern: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern.pattern})(?=[A-Z])", pattern.flags)


_LEFT_FOR = re.compile(r"(?:,? who)?(?: (?:has|had|recently|later|then|just))* (?:left|quit) (?:the )?")
_FOR_WHAT = re.compile(r" (?:in \d{4} |last year |earlier this year )?(?:to (?:join|found|co-found|start|set up|launch|become|lead|run|head|work|take)|for)\b")


def _left_for(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Jane Roe, who left Acme to join Globex": she was of Acme, in what office is not told."""
    match, house = _led(sentence, _LEFT_FOR, after_age(sentence, person.end))
    if match is not None and house is not None and house.via != "coreference" and _FOR_WHAT.match(sentence.between(house.end, sentence.end)):
        yield _tie(sentence, "employee", "<person> left <organization> for", person, house, person.start, house.end, "former", 0.7)


# who somebody is, between "by" and the name: "his daughter", "former Globex editor"
_BY_WHOM = (
    r"(?:(?:(?:the|an?|its|his|her|their) )?(?:former |ex-|one-time |veteran )(?:[A-Z][\w.&'-]* |of |the ){1,6}(?:[a-z][\w-]*,? ){0,5}"
    r"|(?:[A-Z][a-z]+ )?(?:[a-z][\w-]*,? ){0,5})(?:(?:Mr|Mrs|Ms|Sir|Dame|Lord|Dr)\.? )?"
)
# "Acme, founded in 1950 by John Doe and | headed by his daughter"
_FIRST_BY = r"(?:,? (?:founded|owned|controlled|set up|started|created|established)(?: in \d{4})? by [^;.,]{3,60},? and)?"
_RUN_BY = re.compile(_FIRST_BY + r",? (?:which (?:is|has been) |is |has been |now )?(?:now |currently )?(?P<verb>headed(?: up)?|led|run|chaired|helmed) by " + _BY_WHOM)


def _run_by(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Acme, headed by Jane Roe,": the same, told of the company."""
    for one in organizations(sentence):
        gap = sentence.between(one.end, person.start)
        match = _RUN_BY.fullmatch(gap) if one.end < person.start and " by " in gap else None
        if match is None or one.referent.type != "organization":
            continue
        chairs = match["verb"] == "chaired"
        if (titled := BEFORE.search(gap)) is None or titled["former"] or _OF_ANOTHER.search(gap) or chairs and predicate_of(titled["role"]) != "chair":
            yield _tie(sentence, "chair" if chairs else "executive", "<organization> run by <person>", person, one, one.start, person.end)


# "former | Globex editor"
_OF_ANOTHER = re.compile(r"\b(?:former|ex|one-time)[ -](?:[A-Z][\w.&'-]* )")
_HOUSE = r"(?:(?:stock)?brok(?:er(?:age)?s?|ing firm)|investment banks?|research (?:firm|house|group|company)|fund managers?|analysts?|consultanc(?:y|ies)|consultants|think ?tank)"
_OF_BROKER = re.compile(
    r"\s(?:of|at|from|with)\s(?:the\s)?(?:[A-Z][\w-]+-based\s)?" + _HOUSE + r"\s"
    r"|,? who (?:follows|covers|tracks|watches|analy[sz]es|studies) (?:[\w'&-]+ ){1,6}?(?:for|at) " + DESCRIBED_AS
)
_OF = re.compile(r",?\s(?:of|at|from|with) (?:the )?")
# "Jane Roe, from the investment bank Acme, told": who speaks of another house for a bank watches it
_FROM = re.compile(r",? (?:from|at|of) (?:the )?(?:[A-Z][\w-]+-based )?(?:[a-z][\w-]* ){0,3}")
# "of Globex Lee investment bank,": a house may be called like a person
_OF_BANK = re.compile(r",? (?:of|at|from|with) (?:the )?(?P<house>[A-Z][\w&'-]*(?: [A-Z][\w&'-]*){1,3}) (?:investment bank|(?:stock)?brokers?|brokerage|(?:fund|asset) managers?)(?=,? (?:said|says|told|added)\b)")
_BANK = re.compile(r".*\b(?:Bank|Capital|Markets|Partners|Wealth|Investments?|Advisers|Advisors|Funds?)\b")
_IS_BANK = re.compile(r"(?: (?:investment )?bank| (?:stock)?brokers?| brokerage| securities| asset management)\b")
_SAYS = re.compile(r",? (?:said|says|told|tells|added|adds|wrote|writes|noted|notes|explained|commented|warned)\b")


def _of_broker(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Jane Roe of broker Globex", "Jane Roe of Globex Securities": an analyst whose title is not told."""
    match, object = _led(sentence, _OF_BROKER, person.end)
    if match is not None and object is None:
        object = name_at(sentence, person.end + match.end())
    if match is None:
        match, object = _led(sentence, _OF, person.end)
        object = object if object is not None and RESEARCHES.match(object.referent.name) else _bank_of(sentence, person)
    if object is not None and not BEFORE.search(sentence.between(max(sentence.start, person.start - 160), person.start)):
        yield _tie(sentence, "analyst", "<person> of <broker>", person, object, person.start, object.end)


def _bank_of(sentence: Sentence, person: EntityMention) -> EntityMention | None:
    """The bank or fund that somebody speaks for who has no title: "Jane Roe, from Acme investment bank, told reporters"."""
    if (bank := _OF_BANK.match(sentence.between(person.end, sentence.end))) is not None:
        return named(bank["house"], person.end + bank.start("house"), person.end + bank.end("house"), "organization")
    match, house = _led(sentence, _FROM, person.end)
    if match is None or house is None or house.via != "name" or house.referent is sentence.reading.main:
        return None
    behind = sentence.between(house.end, sentence.end)
    bank = _IS_BANK.match(behind)
    end = bank.end() if bank else 0
    watches = bank is not None or _BANK.match(house.referent.name) or _IS_BANK.search(" " + match.group().rstrip())
    return house if watches and (_SAYS.match(behind, end) or _SAID_BEFORE.search(sentence.between(sentence.start, person.start))) else None


_SAID_BEFORE = re.compile(r"\b(?:said|says|added) $")


# "Globex Securities' | Jane Roe"
_OF_HOUSE = re.compile(r"['’]s? ")


def _of_house(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Globex Securities' Jane Roe said": an analyst whose title is not told."""
    house = next((one for one in organizations(sentence) if one.end < person.start and _OF_HOUSE.fullmatch(sentence.between(one.end, person.start))), None)
    if house is not None and RESEARCHES.match(house.referent.name):
        yield _tie(sentence, "analyst", "<broker>'s <person>", person, house, house.start, person.end)


_BOARD = r"(?:(?:supervisory|management|advisory|main|group) )?boards?\b(?: of directors)?(?! meeting| of (?:the )?(?:trade|education))"
_ON_BOARD = re.compile(
    r"(?:,? who)? ?(?:(?:still|also|now|currently) )*(?P<verb>(?:will |is to |(?:has|have) (?:also |recently )?)?join(?:s|ed)?|sits? on|serves? on|is on|has a seat on|(?:will |is to )?(?:takes?|gets?|has been given) (?:a|up (?:a|his|her)) seat on|(?:is|was|becomes|became|is becoming|will become) a member of|was (?:named|appointed|elected) to|will (?:sit on|leave|step down from|resign from)"
    r"|(?:has |have |had )?(?:left|quit|resigned from|stepped down from|retired from|been (?:named|appointed|elected) to)|sat on|served on|, an? (?P<past>former )?(?:non-executive )?(?:member|director) of) "
)
# "joined its board | as a non-executive director"
_AS_DIRECTOR = re.compile(r"[^.;\"]{0,40}? as (?:an? |the |its )?(?:new )?(?P<role>(?:[a-z-]+ ){0,3}?(?:director|member|chair(?:man|woman)?))s?\b")
_AND = re.compile(r",? and (?:of )?" + DESCRIBED_AS)
_AND_NAME = re.compile(r",? and (?=[A-Z])")
_BOARD_LEFT = re.compile(r"left|quit|resigned|stepped|retired|sat |served")
_BOARD_DUE = re.compile(r"will|is to|joins|takes|gets")


def _on_board(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Jane Roe, who joins Acme's board", "sits on the board of Acme", "has resigned from the Acme board": a member of the board."""
    if "board" not in sentence.text:
        return
    match, position = told_of(sentence, person, _ON_BOARD)
    if match is None:
        return
    start = position + match.end()
    rest = sentence.between(start, sentence.end)
    object = None
    for one in organizations(sentence):
        gap = sentence.between(one.end, sentence.end)
        if one.start - start in (0, 4) and sentence.between(start, one.start) in ("", "the ") and re.match(r"(?:'s?)? " + _BOARD, gap) or re.fullmatch(r"the " + _BOARD + r" (?:of|at) " + DESCRIBED_AS, sentence.between(start, max(start, one.start))):
            object = one
        if object is not None:
            break
    if object is None and re.match(r"(?:the|its|their|the company's|the group's|the firm's) " + _BOARD, rest):
        object = focus(sentence, person)
        if object is not None and object.end < person.start and BEFORE.fullmatch(sentence.between(object.end + 1, person.start)):
            object = sentence.reading.first_mention(sentence.reading.main)  # "Acme partner Jane Roe will join the board" of the one Acme backs
    if object is None:
        return
    status: Status = "current"
    if match["past"] or _BOARD_LEFT.search(match["verb"]) and not match["verb"].startswith("will"):
        status = "former"
    elif _BOARD_DUE.match(match["verb"]) and not match["verb"].startswith(("will leave", "will step", "will resign")):
        status = "incoming"
    boards = [object]
    if rest.startswith("the boards "):
        others = [one for one in organizations(sentence) if one.start > object.end and _AND.fullmatch(sentence.between(object.end, one.start))]
        unknown = None if others or (joined := _AND_NAME.match(sentence.between(object.end, sentence.end))) is None else name_at(sentence, object.end + joined.end())
        boards += others or ([unknown] if unknown is not None else [])
    for one in boards:
        titled = _AS_DIRECTOR.match(sentence.between(max(start, one.end), sentence.end))
        yield _tie(sentence, "chair", "<person> on the board of <organization>", person, one, person.start, max(start, one.end), status, role=titled["role"] if titled else "board member")


_OWNS = re.compile(
    r"(?:,? who)? (?:(?:still|also|now|already|personally|has) )*(?:owns?|owned|holds?|controls?)(?P<share> (?:about |nearly |almost |around |just |some |more than |over )?[\d.]+ ?(?:%|percent|per cent)"
    r" (?:stake (?:in|of)|of|in)| a (?:[\w.-]+ ){0,3}stake in| a (?:majority|minority|third|quarter|half) of| half of)? (?:the )?"
)


def _owns(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Jane Roe, who owns 12 percent of Acme": an owner; so is "Jane Roe, whose Acme Group runs"."""
    match, position = told_of(sentence, person, _OWNS)
    if match is None:
        return
    object = next((one for one in organizations(sentence) if one.start == position + match.end()), None)
    if object is not None and (match["share"] or match.group().startswith(", who")) and not sentence.between(object.end, sentence.end).startswith("'"):
        yield _tie(sentence, "owner", "<person> owns <organization>", person, object, person.start, object.end)


_FROM_HOUSE = re.compile(
    r"(?:, (?:formerly|previously|ex|late|most recently|until recently) (?:of|at|with)"
    r"|(?:,? who)? (?:(?:will|has|had|recently|also) )*(?:join(?:s|ed|ing)?|(?:was|were|is being) (?:poached|hired|recruited|lured))(?: (?!from\b|as\b)[\w.'&-]+){0,6} from) " + DESCRIBED_AS
)


def _came_from(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Jane Roe, formerly of Globex", "who joined from Globex": where she was, in what office is not told."""
    match, house = _led(sentence, _FROM_HOUSE, after_age(sentence, person.end))
    if match is not None and house is not None and house.via != "coreference" and not sentence.between(house.end, sentence.end).startswith(", where "):
        yield _tie(sentence, "employee", "<person> came from <organization>", person, house, person.start, house.end, "former", 0.7)


_OWNED_BY = re.compile(
    r"(?:,? (?:which|who) (?:is|was|are|were|remains)| (?:is|was|remains)|,)?(?: (?:now|still|majority|wholly|partly|jointly|largely))* ?(?:owned|controlled|part-owned|majority-owned|bankrolled|backed and owned) by (?:the |its )?" + _BY_WHOM
)


def _owned_by(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Acme, which is controlled by businessman Jane Roe": its owner."""
    for one in organizations(sentence):
        gap = sentence.between(one.end, person.start)
        family = re.match(r"'?s? (?:famil(?:y|ies)|brothers|sisters|siblings|clan|dynasty)\b", sentence.between(person.end, sentence.end))
        if one.end < person.start and " by " in gap and not family and _firm_of(sentence, person) is None and _OWNED_BY.fullmatch(HONORIFIC.sub("", gap)):
            yield _tie(sentence, "owner", "<organization> owned by <person>", person, one, one.start, person.end)


_OF_HIS = re.compile(r"['’]s? (?:(?:own|family|private|holding) )?")
_IS_FIRM = re.compile(r".* (?:Group|Holdings?|Capital|Enterprises|Industries|Investments|Ventures|Media|Partners|Fund|International|Corp|Inc|Ltd|Co)\.?")


def _firm_of(sentence: Sentence, person: EntityMention) -> EntityMention | None:
    """The firm of "tycoon Jane Roe's Globex Group"."""
    return next(
        (
            one for one in organizations(sentence)
            if person.end < one.start and _OF_HIS.fullmatch(sentence.between(person.end, one.start)) and one.via != "coreference" and _IS_FIRM.fullmatch(one.referent.name)
        ),
        None,
    )  # fmt: skip


def _his_firm(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Tycoon Jane Roe's Globex Group runs three shops": its owner."""
    if (firm := _firm_of(sentence, person)) is not None:
        yield _tie(sentence, "owner", "<person>'s <organization>", person, firm, person.start, firm.end, confidence=0.65)


_WHOSE = re.compile(r", whose (?:(?:family|own|privately held) )?(?:(?:company|firm|business|group|chain) )?")


def _whose(sentence: Sentence, person: EntityMention) -> Iterator[Draft]:
    """ "Jane Roe, whose Acme Group runs three shops": its owner."""
    match = _WHOSE.match(sentence.between(person.end, sentence.end))
    object = next((one for one in organizations(sentence) if match and one.start == person.end + match.end() and one.via == "name"), None)
    if object is not None and re.match(r",? [a-z]+(?:s|ed)\b", sentence.between(object.end, sentence.end)):
        yield _tie(sentence, "owner", "<person>, whose <organization>", person, object, person.start, object.end, confidence=0.65)


RULES = (_founded_by, _founder, _founded_what, _runs, _works, _once, _left_for, _came_from, _run_by, _of_broker, _of_house, _on_board, _owns, _owned_by, _his_firm, _whose)
# those that read on from a subject: they hold for "she" too
OF_SUBJECT = (_founder, _founded_what, _runs, _works, _once, _left_for, _on_board, _owns)
