"""Time expressions without a place of their own on the calendar: durations, sets, clock times, "now" and "recently"."""

from __future__ import annotations

import datetime as dt
import re

from extractor.mentions.timex import (
    COUNT,
    NUMBER,
    UNIT_CODES,
    WEEKDAY,
    WEEKDAYS,
    Context,
    Found,
    Match,
    Rule,
    in_year,
    number,
    rule,
)

_UNIT = (
    r"(?P<unit>(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|century|centurie)s?)"
)
_RATE_AFTER = re.compile(
    r"(?:\d|percent|per cent|%|million|billion|thousand|hundred|[a-z]{3,}s|once|twice|time|dollars?|euros?|yen|yuan|oil|money|water) $"
)
_LASTING = re.compile(
    r"\b(?:in|for|within|over|than|takes?|took|lasts?|lasted|after|about|nearly|almost|just|only|under|of|half|spend|spent|another|around|wait|waited|every|first|through|during) $",
    re.IGNORECASE,
)


def duration_value(count: int | float, unit: str) -> str:
    """A length of time as TIMEX3 has it; 0 is an unknown number."""
    unit = unit.casefold().rstrip("s").replace("centurie", "century")
    if unit == "fortnight":
        count, unit = count * 2, "week"
    written = "X" if not count else f"{count:g}"
    return f"P{'T' if unit in ('second', 'minute', 'hour') else ''}{written}{UNIT_CODES[unit]}"


def _duration(match: Match, context: Context) -> Found | None:
    unit, word = match["unit"].casefold(), match["n"].casefold()
    if context.after.lstrip("-–’' ").casefold().startswith("old"):
        return None  # an age
    if word == "many" and context.before.endswith("as "):
        return None
    one = word in ("a", "an")
    if unit.startswith("quarter") and not one and not context.before.endswith(("for ", "last ", "past ", "next ")):
        return None  # "three quarters" are as often a part of something
    if one and (unit.startswith(("quarter", "second", "minute")) or not _LASTING.search(context.before)):
        rate = _RATE_AFTER.search(context.before) and not unit.endswith("s")
        return Found(None, "vague", duration_value(1, unit), "SET") if rate else None
    return Found(None, "vague", duration_value(number(word), unit), "DURATION")


def _half_more(match: Match, context: Context) -> Found | None:
    """ "two and a half years", "a year and a half", "half a century"."""
    count = number(match["n"]) + 0.5 if match["n"] else 0.5 if match["half"] else 1.5
    return Found(None, "vague", duration_value(count, match["unit"] or match["unit2"] or match["unit3"]), "DURATION")


def _units(match: Match, context: Context) -> Found | None:
    """ "within days", "the past few days", "recent years": how many is not told."""
    return Found(None, "vague", duration_value(0, match["unit"]), "DURATION")


def _decimal(match: Match, context: Context) -> Found | None:
    return Found(None, "vague", duration_value(float(match["n"]), match["unit"]), "DURATION")


def _every(match: Match, context: Context) -> Found | None:
    unit = match["unit"].casefold()
    if unit in WEEKDAYS:
        return Found(None, "vague", f"XXXX-WXX-{WEEKDAYS[unit] + 1}", "SET")
    return Found(None, "vague", duration_value(number(match["n"] or "one"), unit), "SET")


def _weekdays(match: Match, context: Context) -> Found | None:
    return Found(None, "vague", f"XXXX-WXX-{WEEKDAYS[match['weekday'].casefold()] + 1}", "SET")


_EVERY = {"hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "monthly": "P1M",
          "quarterly": "P1Q", "yearly": "P1Y", "annual": "P1Y", "annually": "P1Y"}  # fmt: skip


def _adverb(match: Match, context: Context) -> Found | None:
    word = match["often"].casefold()
    if not context.narrative and context.after.lstrip()[:1].isupper():
        return None  # "the Daily Mail"
    if word == "annual" and not context.narrative:
        return None
    return Found(None, "vague", _EVERY[word], "SET")


def _present(match: Match, context: Context) -> Found | None:
    return Found(None, "vague", "PRESENT_REF")


def _past(match: Match, context: Context) -> Found | None:
    return Found(None, "vague", "PAST_REF")


def _former(match: Match, context: Context) -> Found | None:
    return Found(None, "vague", "PAST_REF") if context.narrative else None


def _future(match: Match, context: Context) -> Found | None:
    return Found(None, "vague", "FUTURE_REF")


def _period_told(match: Match, context: Context) -> Found | None:
    """ "during this period": the one the text tells of."""
    return Found(None, "vague", "") if context.narrative else None


_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "daytime": "DT", "tonight": "NI"}


def _base(context: Context) -> dt.date | None:
    if context.narrative:
        return context.anchor.date() if context.anchor and context.anchor.day else None
    return context.day()


def _in_day(day: dt.date | None, suffix: str, context: Context) -> Found:
    if day is not None:
        return Found((day, day), "day", f"{day.isoformat()}{suffix}", "TIME")
    anchor = context.anchor if context.narrative else None
    where = f"{in_year(anchor.year)}-{anchor.month:02}-XX" if anchor and anchor.month else "XXXX-XX-XX"
    return Found(None, "vague", where + suffix, "TIME")


def _part_of_day(match: Match, context: Context) -> Found | None:
    """ "this morning", "last night", "tonight", "Tuesday evening", "yesterday afternoon"."""
    words = match.group().casefold()
    part = (match["part"] or "tonight").casefold()
    if part.endswith("s"):
        return None
    return _in_day(_on_day(match["weekday"], words, context), f"T{_PARTS[part]}", context)


def _on_day(weekday: str | None, words: str, context: Context) -> dt.date | None:
    """The day that a weekday or "yesterday" beside a time of day means."""
    day = _base(context)
    if day is None:
        return None
    if weekday:
        number = WEEKDAYS[weekday.casefold()]
        ahead, back = (number - day.weekday()) % 7, (day.weekday() - number) % 7
        return day + dt.timedelta(days=ahead if context.future else -back)
    if words.startswith(("last night", "yesterday", "the previous")):
        return day - dt.timedelta(days=1)
    return day + dt.timedelta(days=words.startswith(("tomorrow", "the next", "the following")))


def _clock(match: Match, context: Context) -> Found | None:
    """ "3 p.m.", "15:11 GMT", "noon"."""
    if match["word"]:
        hour, minute = (12, 0) if match["word"].casefold() in ("noon", "midday") else (24, 0)
    else:
        hour, minute = int(match["h"] or match["h2"]), int(match["m"] or match["m2"] or 0)
        half = (match["half"] or match["half2"] or "").casefold()[:1]
        if half and hour > 12 or hour > 24 or minute > 59:
            return None
        hour = hour % 12 + 12 if half == "p" else hour % 12 if half == "a" else hour
    day = _on_day(match["weekday"], (match["day"] or "").casefold(), context)
    return _in_day(day, f"T{hour:02}:{minute:02}", context)


_FREE = r"(?![-–]?(?:old|olds)\b)"
_PERIODS: tuple[Rule, ...] = (
    rule("recent <units>", r"(?:in |over |during )?recent (?P<unit>years|months|weeks|days|decades)", _past, core="recent "),
    rule("in the past", r"in the (?:distant |recent )?past(?! (?:few|several|\d|two|three|four|five|six|seven|eight|nine|ten|fiscal|financial|business|year|month|week|quarter|decade|century|couple|half)\w*\b)", _past, core=" past"),
    rule("every <unit>", rf"(?:every|each)(?: single)? (?:other )?(?:(?P<n>{COUNT}) )?(?P<unit>(?:hour|day|night|week|weekend|month|quarter|year|decade)s?|{WEEKDAY})", _every, core="every|each"),
    rule("<n> and a half <units>",
         r"(?:(?P<n>\w{1,6})(?: |-)and(?: |-)a(?: |-)half[ -](?P<unit>years?|months?|weeks?|days?|hours?|centuries|decades)"
         r"|an? (?P<unit2>year|month|week|day|decade|century|hour) and a half|half[ -](?:an?[ -])?(?P<half>(?P<unit3>decade|century|hour|year)))", _half_more, core="half"),
    rule("<decimal> <units>", r"(?P<n>\d{1,3}\.\d{1,2})[ -](?P<unit>(?:hour|day|week|month|year)s?)" + _FREE, _decimal, core=r"\d\.\d\d?[ -](?:hour|day|week|month|year)"),
    rule("the <vague> <units>", r"(?:the )?(?:(?:past|last|next|coming|following|first|final|previous) )(?:few|several|couple of|many|some) (?P<unit>minutes|hours|days|weeks|months|years|decades)", _units, core="few|several|couple|many|some"),
    rule("<n> <units>", rf"(?:the )?(?P<n>{NUMBER})(?:[ -]|(?<=\]) )(?:straight |consecutive |full |long |whole |more |short |trading |working |business |successive )?{_UNIT}{_FREE}", _duration, core=r"(?:\d|ty|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|of|hundred|dozen|few|several|some|many|\ban?)\]?[ -](?:[a-z]+ )?(?:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|centur)"),
)  # fmt: skip
_ASKED: tuple[Rule, ...] = (
    rule("<weekday>s", rf"(?P<weekday>{WEEKDAY})s", _weekdays),
    rule("daily", r"(?P<often>hourly|daily|nightly|weekly|biweekly|monthly|quarterly|yearly|annual|annually)", _adverb),
    rule("per <unit>", r"(?:per|a-) ?(?P<unit>hour|day|week|month|quarter|year)(?P<n>)", _every),
    rule("now", r"(?:right |by |until |till |for |just )?now(?!-)|currently|presently|nowadays|these days|at present|at the moment|at this time|the present(?: day| time)?|(?:for )?the time being|to date", _present),
    rule("recently", r"(?:more |most |until |just )?recently|lately|the (?:recent |distant )?past(?! \w+(?:s|,)? )|formerly|not long ago|(?:some|a long|a short) time ago|long ago", _past),
    rule("former", r"former|recent", _former),
    rule("the future", r"(?:in )?the (?:near |foreseeable |distant |not-too-distant )?future(?! of\b)|future|in the coming (?:days|weeks|months|years)", _future),
    rule("this period", r"(?:this|that|the same) (?:period|time)(?! of\b)|the period|the time", _period_told),
    rule("for <units>", r"(?:(?<=within )|(?<=for )|(?<=in )|(?<=after )|(?<=over )|(?<=takes )|(?<=take )|(?<=took )|(?<=lasted )|(?<=days and )|(?<=weeks or ))(?P<unit>days|weeks|months|years|hours|decades|centuries)(?! (?:of the|old|in))", _units),
    rule("tonight", rf"(?:tonight|(?:(?:early|late) )?(?:this|that|last|the next|the same|the following|the previous|yesterday|tomorrow|(?:on )?(?P<weekday>{WEEKDAY})) (?P<part>morning|afternoon|evening|night))(?!s)", _part_of_day),
    rule("<clock>",
         r"(?:at |around |by )?(?:(?P<h>\d\d?)(?:[:.](?P<m>\d\d))? ?(?P<half>[ap]\.?m\b\.?)|(?P<h2>\d\d?):(?P<m2>\d\d)(?::\d\d)?(?: ?(?P<half2>[ap]\.?m\b\.?))?(?![:\d]|-\d)|(?P<word>noon|midday|midnight))"
         r"(?: ?(?:GMT|UTC|ET|EST|EDT|CET|CEST|BST|PT|PST|PDT|local time|hrs|hours))?" + rf"(?:,? (?:on )?(?:(?P<weekday>{WEEKDAY})(?!,? (?:\d|(?-i:[A-Z])))|(?P<day>yesterday|today|tomorrow)))?", _clock),
)  # fmt: skip
RULES: tuple[Rule, ...] = (*_PERIODS, *(Rule(one.name, one.pattern, one.production, "timexes") for one in _ASKED))
