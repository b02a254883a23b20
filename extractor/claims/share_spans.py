"""Over what time shares moved: "has dropped 4 percent so far this year", "gained 12 percent over the past year".

Prices are known to the day, so such a time ends on the day they were last told of, and not with a month or a year.
"""

from __future__ import annotations

import datetime as dt
import re

from extractor.claims.series import shift
from extractor.mentions.timex import number
from extractor.mentions.types import QuantityMention
from extractor.reading import Sentence
from extractor.record import Period

_UNIT = r"(?P<unit>week|month|year)s?\b"
_SPAN = re.compile(
    r"(?: (?:of (?:its|their) value|in value|already|higher|lower))*,? (?:(?:over|in|during|for|within) the (?:past|last|previous|trailing) (?:(?P<n>[\w-]+) )?" + _UNIT
    + r"|(?P<year>(?:so far )?this year\b|(?:for|on|since the (?:start|beginning|turn) of) the year\b(?! (?:to|ended|ending|through|before|earlier))"
    r"|(?:in the )?year[ -]to[ -]date|so far in \d{4}))",
    re.IGNORECASE,
)  # fmt: skip
# the same told first: "so far this year, the shares have gained 12 percent"
_FIRST = re.compile(r"(?:^|; |\b(?:but|and) )(?P<year>(?:so far )?this year|year[ -]to[ -]date)(?: so far)?,? [^;\d]{0,60}\b(?:has|have|had|is|are) [^;,\d]{0,40}$", re.IGNORECASE)


def moved_over(sentence: Sentence, mention: QuantityMention) -> tuple[Period, int] | None:
    """The time that the words beside a move of shares say it took, with their end (0 before it); None where they say none."""
    dating = sentence.reading.dating
    if dating is None or dating.basis != "given":
        return None
    after = _SPAN.match(sentence.between(mention.end, min(sentence.end, mention.end + 80)))
    found = after or _FIRST.search(sentence.between(max(sentence.start, mention.start - 110), mention.start))
    if found is None:
        return None
    ends = mention.end + found.end() if after else 0
    told = [one.period.end for one in sentence.periods if one.period.grain == "day" and one.end <= mention.start and one.period.end is not None]
    day = told[-1] if told else dating.end
    text = found.group().strip(" ,")
    if found["year"]:
        return Period(text=text, start=dt.date(day.year, 1, 1), end=day, grain="span"), ends
    count = number(found["n"].casefold()) if found["n"] else 1
    if not 0 < count < 100:
        return None
    if found["unit"].casefold() == "week":
        start: dt.date | None = day - dt.timedelta(weeks=count)
    else:
        start = shift(Period(text=text, start=day, end=day, grain="day"), -count * (12 if found["unit"].casefold() == "year" else 1)).start
    return Period(text=text, start=start, end=day, grain="span"), ends
