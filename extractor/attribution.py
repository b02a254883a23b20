"""Attribution: who says what stands in a sentence, in direct speech or reported, and the turns of direct speech.

"According to X", "X said …", "…, X said", and for words between quotes the speaker of the turn.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache
from weakref import WeakKeyDictionary

from extractor.claims.draft import Said
from extractor.claims.draft import named as unlisted
from extractor.claims.focus import is_source
from extractor.gate import verbs_beside_quotes
from extractor.lexicon import Phrases, any_of, terms
from extractor.mentions.name_votes import ROLE
from extractor.mentions.types import EntityMention, PeriodMention
from extractor.reading import Reading, Sentence, between
from extractor.record import Period

_SPEAKERS = ("person", "organization")
# whom or where one speaks to be reported, and what makes a name that of a medium
_HEARER = re.compile(r"\b(?:told|tells|telling|interview (?:with|on|in|to|for)|interviewed by|spoke to|speaking (?:to|on|with)|wrote (?:in|on)|quoted by)(?: the)?\s+$", re.IGNORECASE)
_PUBLISHES = re.compile(
    r"\b(?:News|Times|Journal|Post|Telegraph|Herald|Tribune|Gazette|Chronicle|Guardian|Observer|Daily|Weekly|Today|TV|Television|Radio"
    r"|Press|Agency|Magazine|Newswires?|Reuters|Bloomberg|Xinhua|Twitter|Facebook|LinkedIn)\b|^[A-Z]{3,4}(?: \w+)?$"
)
_PUBLISHED = re.compile(r"'?s? (?:news ?paper|magazine|news agency|agency|television|TV|radio|website|channel|daily|weekly|in an interview)\b", re.IGNORECASE)
_INTERVIEWED = re.compile(r"\b(?:interview|interviewed|quoted)\b", re.IGNORECASE)
# between a verb of saying and when it was said: hearers, a medium, a place
_TO_DATE_OF_SAYING = re.compile(r"\w+(?: (?!that\b|it\b|he\b|she\b|they\b|we\b|its\b|will\b|would\b|could\b|may\b)[\w'&.-]+){0,9}?,?(?: late| earlier| early)?(?: on| in)?\s")
_DATED_SAYING = ("day", "week", "month")


@dataclass(slots=True, eq=False)
class Turn:
    """One speaker's turn of direct speech: its quoted stretches, in order."""

    speaker: EntityMention
    parts: list[tuple[int, int]]
    verb: int


_turns: WeakKeyDictionary[Reading, list[Turn]] = WeakKeyDictionary()


@cache
def speech_verb() -> str:
    """A regular expression for any verb of saying."""
    return r"\b" + any_of(terms("speech_verbs")) + r"\b"


@cache
def _verbs_of_reporting() -> Phrases:
    """Those of saying, and those by which one tells what another will do: "Acme expects the industry to grow"."""
    return Phrases(terms("speech_verbs") | _EXPECTING)


# "put revenue at $3bn"
_PUTTING = frozenset({"put", "puts", "peg", "pegs", "pegged"})
_AT = re.compile(r" at (?:(?:about|around|some|just|only|nearly|over|more than|between) )*(?:$|[^\w\s]?\w{0,3}[$£€¥₹]?\d(?:(?! (?:while|but|as|after|when|which)\b)[^;])*$)")
# what stands before words that are quoted in part: "called it "a great year for all of us""
_DESCRIBING = frozenset(
    ["described", "describes", "called", "calls", "calling", "hailed", "hails", "praised", "praises", "termed", "dubbed", "labelled", "labeled",
     "branded", "blamed", "blames", "accused", "accuses", "criticised", "criticized", "cited", "citing", "proclaimed", "welcomed", "touted", "blasted", "characterised",
     "characterized", "mused", "boasted", "exclaimed", "agreed", "went on", "describing", "hailing", "began"]
)  # fmt: skip
_EXPECTING = _PUTTING | frozenset({"reckon", "expect", "expects", "expected", "forecast", "forecasts", "projects", "projected", "believe", "estimate"})


@cache
def _verbs_before_quotes() -> Phrases:
    return Phrases(terms("speech_verbs") | _DESCRIBING)


def turns(reading: Reading) -> list[Turn]:
    """The turns of direct speech of an article whose speaker could be told (found once an article)."""
    if reading not in _turns:
        _turns[reading] = _find_turns(reading)
    return _turns[reading]


def _find_turns(reading: Reading) -> list[Turn]:
    found: list[Turn] = []
    begun: tuple[EntityMention, int, int] | None = None  # a speaker quoted with a word or two so far, the verb, where they end
    opening: tuple[EntityMention, int, int] | None = None  # a word or two of a quote that goes on behind its speaker
    open_ended: list[tuple[int, int]] = []  # paragraphs of speech left open at their end, whose speaker comes with a later one
    quoted = [span for span in reading.quoted if (words := reading.text[span[0] : span[1]].split()) and not _is_title(words)]
    for index, (start, end) in enumerate(quoted):
        before_start = quoted[index - 1][1] + 1 if index else 0
        after_end = quoted[index + 1][0] - 1 if index + 1 < len(quoted) else len(reading.text)
        ended = _ends_sentence(reading, end)
        speaker, verb = (
            (_before(reading, before_start, start - 1) if ended else None)
            or _after(reading, end + 1, after_end)
            or _before(reading, before_start, start - 1)
            or _just_told(reading, before_start, start - 1)
            or (None, 0)
        )
        long_enough = len(re.findall(r"\w[\w'-]*", reading.text[start:end])) >= 4
        if speaker is None and long_enough and begun is not None and "\n" not in reading.text[begun[2] : start] and not _SENTENCE_END.search(reading.text, begun[2], start):
            speaker, verb = begun[:2]
        begun = (speaker, verb, end) if speaker is not None else (*begun[:2], end) if begun is not None else None
        if speaker is None and long_enough:
            if opening is not None and _adjacent(reading, opening[2], start) and not _names_another(reading, opening[0], opening[2], start):
                found.append(Turn(opening[0], [opening[1:], (start, end)], opening[1]))  # '"We are sorry," Roe said. "This plant …"'
                opening = None
                continue
            if found and found[-1].speaker.referent.type == "organization" and _same_goes_on(reading, found[-1].parts[-1][1], start, end):
                found.append(Turn(found[-1].speaker, [(start, end)], start))  # 'An Acme spokesman said: "…" He added: "…"'
                continue
        if speaker is None:
            if _is_left_open(reading, end) and (not open_ended or _NEXT_PARAGRAPH.fullmatch(reading.text, open_ended[-1][1], start)):
                open_ended.append((start, end))
            # a quote that goes on with the turn before it, the same paragraph or the next
            if (
                found
                and long_enough
                and found[-1].parts
                and index
                and _adjacent(reading, found[-1].parts[-1][1], start)
                and not _ends_sentence(reading, found[-1].parts[-1][1])
                and not _turns_to_another(reading, found[-1], start)
            ):
                found[-1].parts.append((start, end))
            continue
        if (
            found
            and found[-1].speaker.referent is speaker.referent
            and _adjacent(reading, found[-1].parts[-1][1], start)
        ):
            if long_enough or reading.text[end - 1] in ",.!?":
                found[-1].parts.append((start, end))
        elif long_enough:
            # "Our customers," said Jane Roe, "want bread.": a turn may open with a word or two
            parts = [opening[1:]] if opening is not None and opening[0].referent is speaker.referent and _adjacent(reading, opening[2], start) else []
            if open_ended and not parts and _NEXT_PARAGRAPH.fullmatch(reading.text, open_ended[-1][1], start):
                parts = open_ended
            found.append(Turn(speaker, [*parts, (start, end)], verb))
            open_ended = []
        opening = (speaker, start, end) if not long_enough and "," in (reading.text[end - 1], reading.text[end + 1 : end + 2]) and reading.text[start].isupper() else None
    return found


_SENTENCE_END = re.compile(r"[.!?]\s")
# between a paragraph of speech that no mark closes and the next
_NEXT_PARAGRAPH = re.compile(r'\s*\n\s*"')
_GOES_ON_SAYING = re.compile(r'[\s,.]*"?\s*(?:He|She|They|It|The spokes(?:man|woman|person)|The (?:company|statement|firm)) (?:(?:also|then|further) )?(?:added|said|continued|went on|concluded):? "')
_SAYS_ON = re.compile(r'"?,? (?:he|she|they|the spokes(?:man|woman|person)|the statement) (?:added|said|continued|went on|concluded)\b')


def _is_title(words: list[str]) -> bool:
    """True for what is but called so: a film, "The Last of the Winter Wine"."""
    return len(words) > 2 and words[-1][-1].isalnum() and all(one[0].isupper() for one in words if len(one) > 3) and sum(one[0].isupper() for one in words) > 2


def _is_left_open(reading: Reading, end: int) -> bool:
    """True for speech that goes on in the next paragraph: no mark closes it where its own ends."""
    return reading.text[end : end + 1] == "\n"


def _same_goes_on(reading: Reading, last: int, start: int, end: int) -> bool:
    """True if who spoke last, and has no name, speaks again: 'She added: "…"'."""
    lead = reading.text[last:start]
    return len(lead) < 600 and lead.count("\n\n") <= 1 and (
        _GOES_ON_SAYING.fullmatch(lead) is not None or lead.strip('" \n') == "" and _SAYS_ON.match(reading.text, end) is not None
    )


def _names_another(reading: Reading, speaker: EntityMention, start: int, end: int) -> bool:
    return any(one.referent.type == "person" and one.referent is not speaker.referent for one in between(reading.entities, start, end))


def _turns_to_another(reading: Reading, turn: Turn, start: int) -> bool:
    """True if a sentence begins between a turn and the quote at `start` that names another person."""
    after = _SENTENCE_END.search(reading.text, turn.parts[-1][1], start)
    return after is not None and any(
        one.referent.type == "person" and one.via != "coreference" and one.referent is not turn.speaker.referent for one in between(reading.entities, after.end(), start)
    )


def _adjacent(reading: Reading, end: int, start: int) -> bool:
    """True if nothing but the attribution stands between two quotes."""
    gap = reading.text[end:start]
    if "\n" in gap and reading.text[start].isupper() and _begins_within(reading, end):
        return False  # words quoted within a sentence, and what a new paragraph quotes
    if gap.rpartition("\n\n")[2].strip(' "') and "\n\n" in gap:
        return False  # a new paragraph that begins with other words
    return len(gap) < 260 and gap.count("\n\n") <= 1 and len(re.findall(r"[.!?]\s", gap)) <= 2


_NEW_SENTENCE = re.compile(r"[.]\W [A-Z]")
# '… "in the coming weeks." A picture emerged, and Acme confirmed it': who acts so late in the next sentence does not speak
_NEXT_TO = 45


def _ends_sentence(reading: Reading, end: int) -> bool:
    """True if a sentence ends with the quote that ends here, and another follows in the paragraph."""
    return _NEW_SENTENCE.fullmatch(reading.text, end - 1, end + 3) is not None


def _begins_within(reading: Reading, end: int) -> bool:
    """True if the quote that ends here is of words of the sentence around it: called it "a great year"."""
    start = reading.text.rfind('"', 0, end) + 1
    return reading.text[start : start + 1].islower()


# what ends a sentence: not the full stop of "Mr.", "J." or "Jan. 3"
_SHORTENED = ("Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov", "Gen", "Inc", "Co", "Corp", "St")
_STOP = re.compile("".join(rf"(?<!\b{one})" for one in _SHORTENED) + r"(?<!\b[A-Z])[.!?]\s+(?=[\"'(]?[A-Z])|\n")
_SHORT_END = re.compile(rf"\b(?:{'|'.join(_SHORTENED)}|Ltd|[A-Z])$")
# 'resigned "to see the world", after his employer warned': the verb is of another clause
_ANOTHER_CLAUSE = re.compile(r"\b(?:after|before|when|while|because|since|although|until)\b")
# '… all year." Acme said it would open three shops': the next sentence tells what it says itself
_SAYS_MORE = re.compile(
    r"(?: on [A-Z]\w+day)?,?(?: that)? (?:it|he|she|they|there|(?:its|their|the|an?|this|[a-z]+s|[A-Z][\w']*)(?: [\w'-]+){0,5}?)"
    r" (?:will|would|has|had|have|is|was|were|are|could|may|might|should|plans?|planned|expects?|expected)\b"
)
# '…." Roe told reporters on Monday.': what ends so is of the words before it; "Roe, the firm noted, is", "Acme also announced new prices" are not
_CLOSES = re.compile(r"(?: (?:reporters|analysts|investors|(?:the |an? )?(?:[A-Z][\w&.'-]*|news|agency|conference|interview|court|paper|meeting|in|at|on|to|by|late|earlier|of|statement|email|e-mail|filing|release|letter|call)(?:'s)?|[a-z]+ly))*[.,;:]?(?=$|\s|\n)(?! [a-z])")
# "Jane Roe, from Globex Lee, told": a house may be called like a person
_OF_HOUSE = re.compile(r",? (?:of|from|at|with|for) (?:the )?(?:[a-z][\w-]* ){0,3}$")
# "…," the 35-year-old said
_OF_AGE = re.compile(r"[\s,.-]*the \d+-year-old ")


def _of_main(reading: Reading) -> list[EntityMention]:
    """The first mention of the company that the text is about."""
    main = reading.first_mention(reading.main)
    return [main] if main is not None and main.referent.type == "organization" else []


@cache
def _spokesman() -> re.Pattern[str]:
    """ "A spokesman ", "the company's spokeswoman ": of the company spoken of, where no house is named."""
    firm = any_of(terms("entity_descriptions") | terms("company_classes"))
    return re.compile(rf"(?:(?:[^.;\"]*[,.] )?(?:but|and|however,) |[^.;\"]*, )?(?:an?|the|its|another|one) (?:(?:[a-z-]+ )?{firm}(?:'s)? )?(?:senior |official )?spokes(?:man|woman|person)\b", re.IGNORECASE)


# "a spokesman for the ministry", "the spokeswoman, Jane Roe": not to be told of the company, or by name
_SPEAKS_FOR = re.compile(r" (?:for|at|of|from|to|in|on behalf) |,? (?:who|whose)\b|,? (?-i:[A-Z])", re.IGNORECASE)


def _unnamed_spokesman(reading: Reading, start: int, verb: int, end: int) -> list[EntityMention]:
    """The company for which a spokesman without a name says something: "…," a spokeswoman said; "A company spokesman told the paper: …"."""
    told = reading.text[start:verb]
    if (body := _OF_BODY.match(told) or _OF_BODY_INVERTED.match(reading.text, verb, end)) is not None and (body.re is not _OF_BODY or not told[body.end() :].strip()):
        noun = (body["one"] or body["other"]).title()
        return [one for one in reversed(between(reading.entities, 0, start)) if one.referent.type == "organization" and one.referent.name.endswith(" " + noun)][:1]
    lead = _BEFORE_SPOKESMAN.match(told)
    if told[lead.end() if lead else 0 :].strip(" ,-"):
        match = _spokesman().match(told, lead.end() if lead else 0)
        if match is None or told[match.end() :].strip() not in _BESIDE_SAYING:
            return []
    else:  # "…," said a spokesman
        match = _INVERTED.match(reading.text, verb, end)
        match = _spokesman().match(reading.text, match.end(), end) if match is not None else None
        if match is None or _SPEAKS_FOR.match(reading.text, match.end(), end):
            return []
    return _spoken_of(reading, start)


# "A council spokesman ", "a spokeswoman for the union": of the one named so before
_BODY_SPEAKS = r"(?:an?|the) (?:(?P<one>{0}) spokes(?:man|woman|person)|spokes(?:man|woman|person) for the (?P<other>{0}))\b".format(
    "agency|association|authority|bank|board|commission|council|department|federation|ministry|party|union|university"
)
_OF_BODY = re.compile(r"[\s,.-]*" + _BODY_SPEAKS, re.IGNORECASE)
_OF_BODY_INVERTED = re.compile(r"\w+ " + _BODY_SPEAKS, re.IGNORECASE)
_BEFORE_SPOKESMAN = re.compile(r"[\s,.-]*")
_INVERTED = re.compile(r"\w+ (?=(?:an?|the|its|another|one) )")
_BESIDE_SAYING = frozenset({"", "also", "later", "then", "has", "had", "would only", "subsequently"})


def _spoken_of(reading: Reading, position: int) -> list[EntityMention]:
    """The company whose spokesman is meant at a position: the one of the last of the sentences before that names any, else the main one."""
    here = bisect_right(reading.sentences, position, key=lambda one: one.start)
    for sentence in reversed(reading.sentences[max(0, here - 4) : here]):
        told = [one for one in sentence.entities if one.referent.type == "organization" and one.start < position and not reading.is_quoted(one.start) and not is_source(sentence, one)]
        told = [one for one in told if one.via != "coreference"] or told
        if told:
            return told[:1] if len({one.referent.order for one in told}) == 1 and not sentence.in_title else _of_main(reading)
    return _of_main(reading)


def _after(reading: Reading, start: int, end: int) -> tuple[EntityMention, int] | None:
    """The speaker named after a quote, and where the verb is: ", said X", ", X told reporters", ", he added"."""
    stop = _STOP.search(reading.text, start, end)
    end = min(end, stop.start() + 1 if stop else end, start + 250)
    segment = reading.text[start:end]
    if (signed := _signed(reading, start, end)) is not None:
        return signed
    verb = verbs_beside_quotes().search(segment)
    if verb is None or re.match(r"\s*[.;]", segment) or _ANOTHER_CLAUSE.search(segment, 0, verb.start()):
        return None
    if _ends_sentence(reading, start - 1) and (verb.start() > _NEXT_TO or _SAYS_MORE.match(segment, verb.end()) or not _CLOSES.match(segment, verb.end())):
        return None
    inside = [one for one in between(reading.entities, start, end) if one.referent.type in _SPEAKERS]
    people = [one for one in inside if one.referent.type == "person"]
    if not inside and _OF_AGE.match(segment):
        told = [one for one in between(reading.entities, max(0, start - 1500), start) if one.referent.type == "person"]
        often = Counter(one.referent for one in told)
        return _with(sorted(told, key=lambda one: (-often[one.referent], -one.start))[:1], start + verb.start())
    if not any(one.end <= start + verb.start() for one in inside) and _STATEMENT.fullmatch(segment, 0, verb.start()):
        return _with(_of_main(reading), start + verb.start())
    if not any(one.end <= start + verb.start() for one in inside) and (firm := _unnamed_spokesman(reading, start, start + verb.start(), end)):
        return _with(firm, start + verb.start())
    if re.fullmatch(r"[\s,.-]*", segment[: verb.start()]):
        # inverted: "said Acme's president, Jane Roe", "said his daughter Mary", "said Roe's lawyer, John Doe"
        if not people and inside and (_NOT_FOR.search(reading.text[start + verb.end() : inside[0].start]) or _ITS_STAFF.match(reading.text, inside[0].end)):
            return None
        owners = [one for one in inside if one.text.casefold() in _OWNERS or reading.text.startswith(("'s ", "' "), one.end)]
        told = [one for one in people if one not in owners]
        return _with(told or people or inside, start + verb.start())
    earlier = [one for one in inside if one.end <= start + verb.start() and not _KIN_OF.match(reading.text, one.end)]
    earlier_people = [one for one in earlier if one.referent.type == "person" and not (one is not earlier[0] and _OF_HOUSE.search(reading.text, max(start, one.start - 30), one.start))]
    if not earlier_people and earlier and _ONE_OF_MANY.match(reading.text[earlier[-1].end : start + verb.start() + 1]):
        return None
    return _with((earlier_people or earlier)[-1:], start + verb.start())


def _signed(reading: Reading, start: int, end: int) -> tuple[EntityMention, int] | None:
    """The one whose name and title alone follow a quote, as if signed: '"…," Jane Roe, chairman, Acme.', '"…" - Jane Roe of Acme'."""
    lead = _TO_SIGNATURE.match(reading.text, start, end)
    if lead is None:
        return None
    first = next((one for one in between(reading.entities, lead.end(), end) if one.start == lead.end()), None)
    if first is None or first.referent.type != "person" or _ANY_VERB.search(reading.text, first.end, end):
        return None
    return (first, first.end) if _SIGNED_AS.match(reading.text, first.end, end) else None


_TO_SIGNATURE = re.compile(r"\s*(?:,\s*|[-–—]+\s*)?")
_SIGNED_AS = re.compile(rf",? (?:[\w&,-]+ ){{0,6}}?{ROLE}\b", re.IGNORECASE)
_ANY_VERB = re.compile(r" (?:who|which|is|was|are|were|has|had|have|will|would|says?|said|told|tells|added?|adds|noted|notes|[a-z]+ed)\b")
# "…," the statement said, "…," its board said: that of the company the text is about
_STATEMENT = re.compile(r"[\s,.-]*(?:the (?:[a-z]+ )?(?:statement|filing|release|announcement)|(?:the|its) (?:supervisory )?board(?: of directors)?) ")
_BOARD = re.compile(r"(?:.*[.,] )?(?:[Tt]he|[Ii]ts) (?:(?:supervisory )?board(?: of directors)?|statement|filing|announcement) (?:also )?")
# who speaks for none but himself: "said a banker close to Acme", "an Acme worker said", "the fund manager said"
_OF_MANY = (
    r"(?:managers?|workers?|employees?|staff|drivers?|customers?|users?|investors?|shareholders?|bankers?|traders?|brokers?|suppliers?|dealers?|engineers?|fans?|critics?"
    r"|residents?|insiders?|sources?|lawyers?|passengers?|pilots?|farmers?|consultants?|buyers?|people|person|man|woman|resident|expert|veteran)"
)
_NOT_FOR = re.compile(rf"\b{_OF_MANY} (?:who|that|which|close|familiar|with|at|in|of|from|for|involved|invested|briefed|covering)\b")
_ITS_STAFF = re.compile(rf" (?:[a-z-]+ )?{_OF_MANY}\b(?! for\b)(?! [A-Z])")
_ONE_OF_MANY = re.compile(rf" (?:[a-z-]+ )?{_OF_MANY}\b(?! for\b)[^,]{{0,40}}$")
# "Roe's widow told the paper": she has no name
_KIN_OF = re.compile(r"'s (?:[a-z-]+ )?(?:widow|wife|husband|son|daughter|brother|sister|father|mother|lawyer|attorney|friend|neighbou?r|cousin)\b")
_OWNERS = frozenset({"his", "her", "their", "its", "our", "my"})


def _with(speakers: list[EntityMention], verb: int) -> tuple[EntityMention, int] | None:
    return (speakers[0], verb) if speakers else None


def _before(reading: Reading, start: int, end: int) -> tuple[EntityMention, int] | None:
    """The speaker named before a quote, and where the verb is: "X said: …", "the firm, which …, said it is …"."""
    cut = max(reading.text.rfind("\n", start, end) + 1, start)
    for match in re.finditer(r"[.!?]\s", reading.text[cut:end]):
        if not _SHORT_END.search(reading.text[cut : cut + match.start()]):
            start = cut + match.end()
    start = max(start, cut)
    segment = reading.text[start:end]
    verbs = list(verbs_beside_quotes().finditer(segment))
    if len(verbs) > 1 and verbs[-1].group().lower() in _GOING_ON and re.match(r"[:,]? $", segment[verbs[-1].end() :]):
        going_on = start + verbs[-1].start()
        if beside := [one for one in between(reading.entities, start, going_on) if one.referent.type == "person" and one.end + 1 == going_on]:
            return _with(beside, going_on)  # 'with Jane Roe saying: "…"'
        segment = segment[: verbs.pop().start()]  # 'she said the fruit was ripe, adding: "…"'
        said = start + verbs[-1].start()
        return _with(_speakers(reading, start, said) or _unnamed_spokesman(reading, start, said, end), said)
    goes_on = reading.text[end + 1 : end + 2].islower()  # words of the sentence itself: said that the part "may contain a small gear"
    if all(one.start() == 0 for one in verbs) and (source := _ACCORDING.match(segment)) is not None:
        told = next((one for one in between(reading.entities, start, end) if one.start == start + source.end() and one.referent.type == "person"), None)
        return (told, start) if told is not None else None  # 'According to Mr Roe, Acme was "not planning to bid"'
    if not verbs and goes_on:
        verbs = list(_verbs_before_quotes().finditer(segment))
    if segment.endswith(": ") and (labelled := _labelled(reading, start, end)) is not None:
        return labelled
    if segment.endswith(": ") and (not verbs or len(segment) - verbs[-1].end() > 60):
        return _announced(reading, start, end)
    if not verbs or len(segment) - verbs[-1].end() > (200 if goes_on else 60):
        return None
    if _PASSIVE.search(segment, 0, verbs[-1].start()):
        return None  # "is claimed to be "a revolution in phones""
    verb = start + verbs[-1].start()
    speakers = _speakers(reading, start, verb)
    if speakers and speakers[0].referent.type == "organization" and _ONE_OF_MANY.match(reading.text[speakers[0].end : verb]):
        return None  # "An Acme source said"
    if not speakers and _BOARD.fullmatch(reading.text, start, verb):
        speakers = _of_main(reading)
    return _with(speakers or _unnamed_spokesman(reading, start, verb, end), verb)


def _labelled(reading: Reading, start: int, end: int) -> tuple[EntityMention, int] | None:
    """The one whose name, or name and title, alone stand before a colon: 'Jane Roe, food analyst, Globex Securities: "…"'."""
    first = next((one for one in between(reading.entities, start, end) if one.start == start), None)
    if first is None or first.referent.type != "person" or _ANY_VERB.search(reading.text, first.end, end):
        return None
    return (first, first.end) if first.end == end - 2 or _SIGNED_AS.match(reading.text, first.end, end) else None


_ACCORDING = re.compile(r"[Aa]ccording to (?:(?:Mr|Mrs|Ms|Dr|Sir|Lord)\.? )?")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)(?: \w+ly)? $")
_GOING_ON = frozenset({"adding", "writing", "saying"})


def _speakers(reading: Reading, start: int, verb: int) -> list[EntityMention]:
    """Who may be the speaker of a verb in a stretch before it, the likeliest first."""
    earlier = [one for one in between(reading.entities, start, verb) if one.end <= verb and one.referent.type in _SPEAKERS]
    subject = [one for one in earlier if _leads(reading, one, verb)]
    named = [one for one in earlier if one.referent.type == "person" and re.fullmatch(r",?(?: [a-z]+){0,2} ", reading.text[one.end : verb])]
    people = [one for one in earlier if one.referent.type == "person"]
    actors = [one for one in earlier if not reading.text.startswith(("'s ", "' "), one.end)]  # "Globex's largest shareholder, Acme, said"
    return subject or named or people or actors or earlier


def _announced(reading: Reading, start: int, end: int) -> tuple[EntityMention, int] | None:
    """Who opens a quote with a colon, by whatever verb: 'Mr Roe issued a warning: "…"'."""
    for one in between(reading.entities, start, end):
        token = reading.head(one.start, one.end)
        if one.referent.type == "person" and token.dep_ == "nsubj" and token.head.idx > one.end:
            return one, token.head.idx
    return None


def _just_told(reading: Reading, start: int, end: int) -> tuple[EntityMention, int] | None:
    """The one a sentence right before a quote is attributed to, or is told of: "It will not sell, Roe says. "We …"."""
    if (teller := _teller(reading, start, end)) is not None:
        return teller
    match = re.search(r", (?:[a-z][\w-]* ){0,4}(?:[A-Z][\w.'-]* ){1,3}(" + speech_verb() + r")\.\s*$", reading.text[start:end])
    if match is None:
        return None
    verb = start + match.start(1)
    return _with([one for one in reading.entities if one.end == verb - 1 and one.referent.type in _SPEAKERS], verb)


def _teller(reading: Reading, start: int, end: int) -> tuple[EntityMention, int] | None:
    """The person whom the sentence right before a whole quoted sentence has as its subject: "Roe was unmoved. "It …"."""
    if not reading.text[end + 1 : end + 2].isupper():
        return None
    last = next((one for one in reversed(reading.sentences) if start < one.end <= end), None)
    if last is None or last.in_title or not last.text.endswith((".", ":")) or reading.text[last.end : end].strip():
        return None
    people = [one for one in last.entities if one.referent.type == "person"]
    for one in people:
        token = reading.head(one.start, one.end)
        if token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and (token.head.lower_ in terms("speech_verbs") or "\n" not in reading.text[last.end : end]):
            return one, token.head.idx
    return None


def _leads(reading: Reading, mention: EntityMention, verb: int) -> bool:
    token = reading.head(mention.start, mention.end)
    return bool(token.dep_ == "nsubj" and token.head.idx == verb)


def attributed(sentence: Sentence, position: int, *parties: EntityMention | None) -> tuple[Said | None, Period | None]:
    """Who says what stands at a position, and when it was said.

    The first is None where the article itself says it, or one of the `parties` of the claim speaks of itself; the second
    where the text does not date the saying.
    """
    source = said(sentence, position)
    if source is None:
        return None, None
    own = {one.referent for one in parties if one is not None}
    return (None if source.speaker and source.speaker.referent in own else source), source.stated


_STEPS_UP = 8  # from what is forecast to who forecasts it


def forecaster(sentence: Sentence, position: int, subject: EntityMention) -> Said | None:
    """Who forecasts what stands at a position, where no verb of saying tells: "Jane Roe has $3m pencilled in", "the broker sees profit of $3m"."""
    token = sentence.token(position)
    for _ in range(_STEPS_UP):
        for child in token.children:
            if child.dep_ == "nsubj" and child.i < token.i:
                owner = token.head if child.lower_ in ("who", "which") and token.dep_ == "relcl" else child
                named = (sentence.entity_at(one) for one in (owner, *(two for two in owner.children if two.dep_ == "appos")))
                one = next((one for one in named if one is not None and one.referent is not subject.referent), None)
                if one is not None and (one.referent.type == "person" or one.referent.type == "organization" and is_source(sentence, one)):
                    return Said(speaker=one)
        if token.head.i == token.i:
            break
        token = token.head
    return _consensus(sentence, position)


# "the Acme consensus called for", "beating the Acme Consensus Estimate of"
_CONSENSUS = re.compile(r"\b((?!The |Wall Street|Analysts? |Street )[A-Z][\w&/.-]*\w(?: [A-Z][\w&/.-]*\w)?) (?:(?:average|mean|analysts?['’]?|earnings|revenue|sales) )*[Cc]onsensus\b")
# "vs. $1.18 expected by Acme"
_EXPECTED_BY = re.compile(r"\s*(?:(?:a|per) share )?(?:expected|estimated) by ([A-Z][\w&.-]*\w)")
_OTHERWISE = re.compile(r";|\b(?:but|while|whereas|although|though)\b")


def _consensus(sentence: Sentence, position: int) -> Said | None:
    """The house whose consensus of analysts a forecast is."""
    end = next((one.end for one in sentence.quantities if one.start <= position < one.end), position)
    if (by := _EXPECTED_BY.match(sentence.between(end, sentence.end))) is not None:
        return Said(speaker=unlisted(by[1], end + by.start(1), end + by.end(1), "organization"))
    if "consensus" not in sentence.words:
        return None
    for match in _CONSENSUS.finditer(sentence.between(sentence.start, position)):
        if not _OTHERWISE.search(sentence.between(sentence.start + match.end(), position)):
            start = sentence.start + match.start(1)
            found = sentence.entity_at(sentence.token(start))
            named_so = found if found is not None and found.referent.type == "organization" and found.end <= sentence.start + match.end(1) else None
            return Said(speaker=named_so or unlisted(match[1], start, start + len(match[1]), "organization"))
    return None


def said(sentence: Sentence, position: int) -> Said | None:
    """Who says what stands at a position, None where the article itself says it."""
    reading = sentence.reading
    if reading.is_quoted(position):
        for turn in turns(reading):
            if any(start <= position < end for start, end in turn.parts):
                return said_by(reading, turn.speaker, turn.verb)
    source = _source(sentence, position)
    if source is not None:
        return Said(speaker=source)
    return _reported(sentence, position)


def said_by(reading: Reading, speaker: EntityMention, verb: int) -> Said:
    """What a verb of saying tells about the saying: its speaker, the medium that reported it, the day."""
    end = min(verb + 220, len(reading.text))
    if stop := re.search(r"[.!?]\s|\n", reading.text[verb:end]):
        end = verb + stop.start()
    return Said(speaker, medium=_medium(reading, speaker, verb, end), stated=_stated(reading, verb, end))


def _medium(reading: Reading, speaker: EntityMention, verb: int, end: int) -> str | None:
    """The medium somebody spoke to: "told the Daily Herald", "said in an interview on CNBC"."""
    for one in between(reading.entities, verb, end):
        if verb < one.start and one.referent is not speaker.referent and one.referent.type != "place":
            before, after = reading.text[max(verb, one.start - 40) : one.start], reading.text[one.end : end]
            if _HEARER.search(before) and (
                _PUBLISHES.search(one.text) or _PUBLISHED.match(after) or _INTERVIEWED.search(before)
            ):
                return one.text
    return None


_ASIDE_OF_TIME = re.compile(r", (?:(?:late |early |earlier )?(?:on|in) )?$")


def ends_before_saying(text: str, period: PeriodMention, verb: int) -> bool:
    """True for a time right before a verb of saying: "on Tuesday said", ", on Tuesday, said"; "whose shares fell in May, said" is of the shares."""
    gap = text[period.end : verb].strip()
    return not gap or gap == "," and _ASIDE_OF_TIME.search(text, max(0, period.start - 16), period.start) is not None


def _stated(reading: Reading, verb: int, end: int) -> Period | None:
    """When something was said: "said on Tuesday", "on Tuesday said", "told reporters in Oslo in May that"."""
    for one in between(reading.periods, verb - 60, end):
        if one.type != "DATE" or one.comparison or one.period.grain not in _DATED_SAYING or one.period.start is None:
            continue
        if one.end <= verb and ends_before_saying(reading.text, one, verb):
            return one.period
        if verb < one.start and _TO_DATE_OF_SAYING.fullmatch(reading.text[verb : one.start]):
            after = reading.text[one.end : end]
            if one.period.grain == "day" or re.match(r"(?:,| that\b| (?:it|he|she|they)\b|\s*$)", after):
                return one.period
    return None


# "earned $1.65 a share, topping estimates of $1.63, according to Acme": the estimates are Acme's
_ESTIMATED = re.compile(r"\b(?:estimates?|estimated|expect(?:ations?|ed|ing)|forecasts?|consensus|projections?|predicted|anticipated|looking for)\b")
_OF_ANOTHER = re.compile(r"[,;] |\b[a-z]+ing\b|\b(?:and|but|than)\b")


_SOURCES = frozenset("according analysts economists strategists brokers researchers poll survey data figures numbers estimates statistics".split())
_SOURCE = re.compile(
    r"\b(?:according to|(?:analysts|economists|strategists|brokers|researchers) (?:at|from)|(?:poll|survey)\b[^,;.]{0,40}? by|(?:analysts|economists) (?:polled|surveyed|tracked|followed|queried|canvassed|contacted|compiled) by"
    r"|(?:data|figures|numbers|estimates|statistics) (?:(?:shared|compiled|released|collected|gathered|provided|published|issued) by|from))\s+",
    re.IGNORECASE,
)
# "Acme figures show", "an Acme survey of 12 analysts tips", "by Acme's count"
_FIGURES_SHOW = re.compile(
    r"(?:'s?|’s?)? (?:(?:latest|own|preliminary|official|sales|market) )?(?:figures|data|numbers|estimates|statistics|surveys?|poll|study|research|reports?)(?: of [\w ]{1,30}?)?"
    r" (?:show|suggest|indicate|put|tip|peg|reveal|predict|found)(?:s|ed)?\b"
    r"|(?:'s|’s) (?:count|reckoning|estimates?|figures|tally|calculations?)\b"
)
# a source told of nowhere else: "according to Acme data"
_UNTOLD = re.compile(r"(?:the )?((?:[A-Z][\w&.-]*[\w] ){0,2}?[A-Z][\w&.-]*\w)(?: (?:data|figures|estimates|numbers|research|statistics)\b|(?=[.,;]?$|[,;] | (?:had|have|are|is|were|was|on average|expect|expected|forecast|forecasts|predict|predicted|projected|estimated|call|called|see|anticipated|looked)\b))")


def _source(sentence: Sentence, position: int) -> EntityMention | None:
    """ "according to X", "a poll of analysts by X", "X data show", "by X's count"."""
    for match in () if sentence.words.isdisjoint(_SOURCES) else _SOURCE.finditer(sentence.text):
        start = sentence.start + match.end()
        if position < start and _POLLED.search(match.group()) and _is_cut(sentence, position, sentence.start + match.start()):
            continue
        estimate = _ESTIMATED.search(sentence.between(position, start)) if position < start else None
        if estimate and not _ESTIMATED.search(sentence.between(sentence.start, position)) and _OF_ANOTHER.search(sentence.between(position, position + estimate.start())):
            continue
        if match.group().lower().endswith((" at ", " from ")) and (name := _NAME.match(sentence.between(start, sentence.end))) and sentence.entity_at(sentence.token(start)) is None:
            return unlisted(name.group(), start, start + name.end(), "organization")
        near = [one for one in sentence.entities if start <= one.start <= start + 60 and one.referent.type in (*_SPEAKERS, "product")]
        if near:
            # an unknown name stands first: "according to Mr Abe, who came from Acme"
            if _UNKNOWN.search(sentence.between(start, near[0].start)) or _UNNAMED.match(sentence.between(start, near[0].start)):
                return None
            if near[0].referent.type != "person" and (officer := _officer_of(sentence, near[0], start)) is not None:
                return officer
            described = len(near) > 1 and near[0].via == "coreference" and near[1].start == near[0].end + 1
            return near[1] if described else near[0]  # "the research company Acme"
        if (name := _UNTOLD.match(sentence.between(start, sentence.end))) and sentence.entity_at(sentence.token(start + name.start(1))) is None:
            return unlisted(name.group(1), start + name.start(1), start + name.end(1), "organization")
    for one in sentence.entities:
        if one.referent.type == "organization" and (shows := _FIGURES_SHOW.match(sentence.between(one.end, sentence.end))):
            opens = re.search(r"\b[Bb]y (?:the )?$", sentence.between(max(sentence.start, one.start - 8), one.start))
            closes = _CLOSING.search(sentence.between(sentence.start, one.start)) and not sentence.between(one.end + shows.end(), sentence.end).strip(" .")
            if opens or (closes or shows.group()[-1] in "stdw" and one.end < position) and " " in shows.group().strip():
                return one
    return None


def _officer_of(sentence: Sentence, house: EntityMention, start: int) -> EntityMention | None:
    """Whose word it is, "according to Acme's country manager, Jane Roe", "according to the head of Acme, Jane Roe": the person's."""
    for one in sentence.entities:
        if one.referent.type == "person" and house.end < one.start < house.end + 80:
            gap = sentence.between(house.end, one.start)
            if _HIS_TITLE.fullmatch(gap) or _HIS_NAME.fullmatch(gap) and _ENDS_TITLE.search(sentence.between(start, house.start)):
                return one
    return None


_HIS_TITLE = re.compile(rf"(?:['’]s?)? (?:[\w&-]+ ){{0,4}}?{ROLE}\b[^.;:\"]{{0,40}}?", re.IGNORECASE)
_HIS_NAME = re.compile(r", (?:(?:Mr|Mrs|Ms|Dr|Sir)\.? )?")
_ENDS_TITLE = re.compile(rf"\b{ROLE}\b(?: [a-z]+){{0,3}} (?:of|at|for) (?:the )?(?:[a-z][\w-]* ){{0,3}}$", re.IGNORECASE)
# analysts polled are the source of what they expect, not of the results that it is set against
_POLLED = re.compile(r"\b(?:polled|surveyed|tracked|followed|queried|canvassed|contacted|compiled) by\s+$", re.IGNORECASE)


def _is_cut(sentence: Sentence, position: int, end: int) -> bool:
    """True if a conjunction or another amount stands between a quantity and the words of its source."""
    here = next((one.end for one in sentence.quantities if one.start <= position < one.end), position)
    return any(here <= one.start < end and one.quantity.unit_type in ("currency", "percent") for one in sentence.quantities) or _OTHERWISE.search(sentence.between(here, end)) is not None


_CLOSING = re.compile(r", (?:an?|the)? ?$")
_UNKNOWN = re.compile(r"^[A-Z].*, (?:who|which|a|an|the)\b")
# "according to people familiar with the matter, in a deal that values | the company": they have no name
_UNNAMED = re.compile(
    r"(?:(?:[a-z]+ )?(?:people|persons|sources|insiders|officials|executives|documents|filings|reports)|an? (?:[a-z]+ )?(?:person|source|filing|statement|document|report|note|email|memo|official)) [^,]*, "
)


# "Acme added 1.5 percent" says nothing
_ADDED = re.compile(r"add(?:s|ed|ing) (?:(?:about|around|another|nearly|some|over|more than|an?|a further) )*[$£€¥₹\d]")


def _reported(sentence: Sentence, position: int) -> Said | None:
    """ "X said …", "X told reporters that …", "…, X said." of reported speech."""
    for match in _verbs_of_reporting().found(sentence.text):
        verb = sentence.start + match.start()
        if sentence.reading.is_quoted(verb) or _ADDED.match(sentence.between(verb, sentence.end)):
            continue
        found = _subject(sentence, verb)
        if found is None:
            continue
        speaker, named_at = found
        # ", Acme said." closes what it attributes; ", Acme said this week, …" stands in its midst
        aside = _TITLED.search(sentence.between(sentence.start, named_at))
        closing = aside and re.match(r"\w+(?:, adding|[^,]{0,60}[.]?$|[^,.]{0,90}[,:])", sentence.between(verb, sentence.end))
        if match.group() in _PUTTING and not (verb < position and _AT.search(sentence.between(verb, position))):
            continue
        if verb < position or closing:
            return said_by(sentence.reading, speaker, verb)
    return None


# before the one who said so at the end: ", the company's chief executive Jane Roe said", ", CEO Jane Roe told reporters"
_TITLED = re.compile(r",[\"”’']? (?:(?!and\b|but\b|which\b|who\b|while\b|as\b|after\b|where\b)[\w'’&./-]+,? |(?<=[a-z] )and (?=[A-Z])){0,9}$")
_NAME = re.compile(r"(?:[A-Z][\w&.-]* ){0,2}[A-Z][\w&.-]*\w\b")
_STAFF_OF = re.compile(rf" (?:at|from|with) (?:the )?(?:[a-z]+ ){{0,3}}({_NAME.pattern})")
_STAFF = re.compile(r"(?:analyst|researcher|economist|strategist)s?", re.IGNORECASE)


_RESEARCH = (
    r"(?:(?:market[- ])?research(?:er)?|tracker|consultanc(?:y|ies)|consultants?|analytics|data|advisory|intelligence|think[- ]tank|ratings?)"
)
_RESEARCHER = re.compile(rf"\b(?:{_RESEARCH}(?: (?:firm|company|group|house|provider|agency|outfit))?|tracker)$", re.IGNORECASE)
_IS_RESEARCHER = re.compile(rf",? (?:an?|the|which) (?:[\w-]+ ){{0,4}}{_RESEARCH}\b", re.IGNORECASE)
_RESEARCH_NAME = re.compile(r"(?:Research|Data|Analytics|Insights?|Intelligence|Advisory|[a-z](?:[Mm]etrics?|[Tt]rack))\b")


def _research_firm(sentence: Sentence, position: int) -> EntityMention | None:
    """Whom "the research firm" means: the last organisation that the article told of as one that counts others' sales."""
    reading = sentence.reading
    for one in reversed(between(reading.entities, 0, position)):
        if one.referent.type == "organization" and one.via != "coreference" and (
            _RESEARCH_NAME.search(one.text)
            or _RESEARCHER.search(reading.text[max(0, one.start - 40) : one.start].rstrip())
            or _IS_RESEARCHER.match(reading.text, one.end)
        ):  # fmt: skip
            return one
    return None


_WHEN_DONE = re.compile(r" (?:(?:back|earlier|late) )?(?:in|on|last|this|yesterday|earlier|by|a|two|three)\b[^,;.]{0,30},")


_OWNED_BY = re.compile(r", (?:\w+-)?(?:owned|controlled|founded|backed|run|set up|bought|acquired|taken over|advised|represented) by (?:(?!and\b)[\w'’&-]+ ){0,6}$")


def _subject(sentence: Sentence, verb: int) -> tuple[EntityMention, int] | None:
    """Who is the subject of a verb of saying, and where the words for it begin."""
    token = sentence.token(verb)
    for child in token.children:
        if child.dep_ == "nsubj":
            found = sentence.entity_at(child)
            start = child.left_edge.idx
            if (found is None or found.via == "coreference") and _RESEARCHER.search(sentence.between(start, child.idx + len(child))):
                firm = _research_firm(sentence, child.idx)
                return (firm, start) if firm is not None else None
            if found is not None and found.referent.type in _SPEAKERS:
                return found, found.start
            if _STAFF.fullmatch(child.text):
                # "researchers at Acme reckon"
                end = child.idx + len(child)
                employer = _STAFF_OF.match(sentence.between(end, verb))
                staff = next((one for one in sentence.entities if end < one.start < verb and one.referent.type == "organization"), None)
                if staff is None and employer is None:  # "Globex analysts expect"
                    staff = next((one for one in sentence.entities if one.end == child.idx - 1 and one.referent.type == "organization" and one.via != "coreference"), None)
                if staff is None and employer is not None:
                    staff = unlisted(employer.group(1), end + employer.start(1), end + employer.end(1), "organization")
                return (staff, staff.start) if staff is not None else None
            break
    if token.tag_ == "VBG" and token.dep_ == "advcl" and token.head.i < token.i:
        return _subject(sentence, token.head.idx)  # "Roe ruled out Peru, saying that"
    before = [one for one in sentence.entities if one.end <= verb and one.referent.type in _SPEAKERS]
    if token.lower_ in ("announced", "disclosed", "revealed") and _WHEN_DONE.match(sentence.between(verb + len(token), sentence.end)) and sentence.between(verb - 2, verb) == ", ":
        return None  # "its purchase of Acme, announced in May": nobody says anything
    if before and re.fullmatch(r",?(?: \w+ly| also| later| earlier)?\s", sentence.between(before[-1].end, verb)):
        # "The baker, owned by Globex, said": Globex says nothing
        return None if _OWNED_BY.search(sentence.between(sentence.start, before[-1].start)) else (before[-1], before[-1].start)
    return None
