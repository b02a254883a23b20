"""Tense around a time expression: whether its sentence speaks of what was or of what will be.

"said on Tuesday" is the last one, "will open on Tuesday" the next; "expected to" looks ahead, "was expected to" too.
"""

from __future__ import annotations

import re
from typing import Literal

Tense = Literal["past", "future", "open"]

_FUTURE = (
    r"will|would|won[’']t|[’']ll|shall|plans?|planned|planning|expects?|expected(?! [$£€\d])|expecting|hopes?|aims?|aimed|forecasts?|targets?|targeted|targeting"
    r"|due|payable|set to|set for|ready to|poised to|goes? on sale|becomes? available|scheduled|slated|pencill?ed in|next|effective|until|before|ahead of|intends?|likely|should|guidance|outlook|projections?|projected|sees"
    r"|estimated|launches|opens|starts|begins|expires|matures|closes|ends|publishes|releases|arrives|debuts|(?<=which )(?:reports|meets|holds|joins)"
    r"|starting(?= (?:on |in |from )?$)|beginning(?= (?:on |in |from )?$)|is to|are to|going to|(?-i:may)|could|can"
    r"|(?:(?<=\bis )|(?<=\bare ))(?:coming|arriving|opening|closing|launching|leaving|joining|retiring|starting|stepping down)"
    # "deliveries start in September"
    # "has decided to leave in May"
    r"|(?:decided|chosen|elected|opted|vowed|pledged|going) to(?= (?:leave|retire|resign|quit|depart|go|step|stand|stop|close|shut|join|become)\b)"
    r"|(?<!not )begin|(?<=[a-z]s )(?<!\bits )(?<!\bthis )(?:start|open|close|end|expire|launch|arrive)(?= (?:on|at|in|from|next)\b)"
)
_SPOKEN = (
    r"said|says|reported|announced|posted|ended|was|were|had|told|fell|rose|since|sold|did|bought|replaced|began|made|came"
    r"|went|took|gave|met|held|won|lost|left|became|saw|got|has|have|hit|set|cut|put|grew|ran|led|paid|spent|built|kept|brought|stood|struck|sank|slid|drew|beat|wrote|spoke"
    r"|quit|shut|cost|chose|broke|flew|died|drove|sent|lent|taught|thought|found|held|lay|dealt|burst"
)
_ANY = re.compile(
    rf"(?<!-)\b(?:(?P<future>{_FUTURE})|(?P<past>{_SPOKEN}|(?-i:[a-z]{{2,12}}ed))|(?P<stop>[.;!?\"“”](?= |$)|\n))(?!\w)",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?][\"”’)]* (?=[A-Z\"“])|[;\n\"“”]")
_NOT_FINITE = re.compile(
    r"\b(?:be|been|being|gets?|to|will|would|can|could|may|might|shall|should|not|and)(?: \w+ly)? $", re.IGNORECASE
)
_FINITE = re.compile(
    r"will|would|[’']ll|won[’']t|shall|plans?|expects?|hopes?|aims?|intends?|is to|are to|should", re.IGNORECASE
)
_NOT_AHEAD = re.compile(r"\b(?:from|than|since|over|after) (?:the )?$", re.IGNORECASE)
# "will raise its prices by 8 percent from 1 March": they hold from then on
_PRICED_FROM = re.compile(r"\b(?:prices?|tariffs?|fares?|fees|charges|bills|rents|premiums)\b[^;]{0,30} by [^;,]{2,16} from $", re.IGNORECASE)
# "will stop two lines for nine days | from Monday": what is to be done from then on
_WILL_UNTIL = re.compile(r"\b(?:will|would|is to|are to|plans? to|intends? to|set to|due to|agreed to) (?:be )?[a-z]+\b(?![^,;]*\b(?:up|down|more|less|fewer|higher|lower|rise|fall|growth|increase|decrease)\b)[^,;]{0,80}\bfrom $", re.IGNORECASE)
# "…, and from 2 April it will sell bikes"
_WILL_FROM = re.compile(r",? (?:it|they|he|she|customers|the [a-z]+) (?:will|would|won[’']t)\b")
_RANGE = re.compile(r"(?: [A-Z]\w+)? (?:to|through|until) |[-–]")
_DUE_BY = re.compile(r"\bby (?:the )?(?:end of )?(?:next )?$", re.IGNORECASE)

# "By the end of May, | Acme had sold 300 cars"
_HAD_DONE = re.compile(r",? (?:[\w&.'’-]+ ){1,5}?had (?:already |also |only |now )?[a-z]+")
_AS = re.compile(r", as (?:its |the |their )?$")
# "profit beat a forecast of": what had been forecast is over
_RESULT_BESIDE = re.compile(
    r"\b(?:match(?:ed|es)?|beat(?:s|ing)?|miss(?:ed|es|ing)?|top(?:ped|s)?|above|below|exceed(?:ed|s)?|surpass(?:ed|es)|ahead of|in line with"
    r"|short of|better than|worse than)\b[^,;.]{0,40}$"
)

# "has been chosen to replace her, | starting in June": what is to be done
_TO_DO = re.compile(r"\b(?:chosen|named|picked|put forward|nominated|appointed|tapped|elected|proposed|hired|agreed|selected|lined up) to [a-z]+\b[^;]{0,40}?,? $", re.IGNORECASE)
# "had been due to open in June"
_HAD_BEEN = re.compile(r"\bhad (?:originally |initially |previously )?been $")
_PLANS_IN = re.compile(r"plans? (?:back |early |late |earlier )?(?:in|on) $", re.IGNORECASE)
_FORECAST_IN = re.compile(r"\w+ (?:back |early |late |earlier )?in (?:early |late |mid-)?$")
_LOOKED_AHEAD = frozenset({"forecast", "forecasts", "target", "targets", "guidance", "outlook", "projections"})

# "In February, it will": only a time told first leans on the verb after it
_FRONTED = 12


# "shares rose, and in January Acme will open": what opens a clause leans on the verb of that clause
_OPENS_CLAUSE = re.compile(r"(?:[,;] |\b(?:and|but|while) )(?:and |but |while )?(?:[Ii]n|[Oo]n|by|from|during|over)? ?(?:the )?$")
_NEXT_JOIN = re.compile(r"[,;:(]|\b(?:and|but|while|after|as|when)\b")


def tense(before: str, after: str) -> Tense:
    """The tense told by the nearest verb before in the sentence, else by the first after."""
    clause = before[_last(_STOP, before) :]
    # "From October it will …": what a sentence opens with leans on its verb
    opens = re.fullmatch(r"\s*From (?:the )?", clause)
    if _NOT_AHEAD.search(before, max(0, len(before) - 12)) and not opens and not _WILL_FROM.match(after) and not _PRICED_FROM.search(clause) and not _RANGE.match(after) and not _WILL_UNTIL.search(clause):
        return "past"
    if _AS.search(clause):
        # "he will leave in May, as second-quarter profits rose": a clause of its own
        clause = ""
    if _OPENS_CLAUSE.search(clause) and _will_be(after):
        return "future"
    found: Tense = "open"
    for match in _ANY.finditer(clause):
        if match["future"]:
            word = match["future"].casefold()
            if _RESULT_BESIDE.search(clause[: match.start()]) or _HAD_BEEN.search(clause, 0, match.start()):
                continue
            if word == "before" and re.search(r"\b(?:day|week|month|quarter|year) $", clause[: match.start()], re.IGNORECASE):
                continue  # "the month before, in April"
            if word in ("may", "could", "can", "before", "until", "starting", "beginning") and found == "past" and not (word[0] in "sb" and _TO_DO.search(clause, 0, match.start())):
                continue
            if word in ("plan", "plans") and found == "past" and _PLANS_IN.search(clause, match.start()):
                continue  # "announced plans in January to open": the time is that of the announcement
            if word in _LOOKED_AHEAD and found == "past" and (clause.endswith(" on ") or _FORECAST_IN.match(clause, match.start())):
                # "cut its forecast on Tuesday", "in March": the day is that of the cut
                continue
            found = "future"
        elif match["past"] and not (found == "future" and _NOT_FINITE.search(clause[: match.start()])) and not _is_adjective(match, clause):
            found = "past"
    if found == "open" and _DUE_BY.search(clause):
        return "past" if _HAD_DONE.match(after) else "future"
    if found != "open" or len(clause) > _FRONTED:
        return found
    stop = _STOP.search(after)
    for match in _ANY.finditer(after[: stop.start()] if stop else after):
        if match["future"] and _FINITE.fullmatch(match["future"]):
            return "future"
        if match["past"]:
            return "past"
    return "open"


_BEFORE_NOUN = re.compile(r"\b(?:an?|the|its|their|our|his|her|of|for|at|with) $", re.IGNORECASE)


def _is_adjective(match: re.Match[str], clause: str) -> bool:
    """True for a participle that describes a noun: "expects an adjusted profit for the year"."""
    return match.group().endswith("ed") and _BEFORE_NOUN.search(clause[: match.start()]) is not None


def _will_be(after: str) -> bool:
    """True if the clause right after a time expression looks ahead."""
    stop = _NEXT_JOIN.search(after)
    first = next((match for match in _ANY.finditer(after[: stop.start()] if stop else after)), None)
    return first is not None and first["future"] is not None and _FINITE.fullmatch(first["future"]) is not None


def _last(pattern: re.Pattern[str], text: str) -> int:
    end = 0
    for match in pattern.finditer(text):
        end = match.end()
    return end
