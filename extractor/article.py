"""An article as it was given, and the clean view of it that the rest of the program reads.

The clean view drops what news feeds add (datelines, tickers, bylines, "Read also" lines), straightens quotes and
spaces and repairs mis-encoded punctuation. It keeps for every character where it came from, so that each claim
points at the characters the user gave, whatever was cleaned on the way.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extractor.errors import UsageError
from extractor.speech_marks import in_double_marks

Part = Literal["title", "text"]


@dataclass(frozen=True, slots=True)
class Article:
    """One article. Without an `id` it is known by a hash of its title and text."""

    text: str
    title: str | None = None
    published: dt.date | None = None
    id: str = ""
    url: str | None = None

    def key(self) -> str:
        """The article's id: the one given, else a content hash that is the same everywhere."""
        if self.id:
            return self.id
        packed = f"{self.title or ''}\n\n{self.text}".encode("utf-8", "surrogatepass")
        return hashlib.blake2b(packed, digest_size=8).hexdigest()


def as_date(value: dt.date | str | None) -> dt.date | None:
    """A date from a date or an ISO string ("2015-07-02", with or without a time); raises UsageError if it is none."""
    if value is None or isinstance(value, dt.date):
        return value.date() if isinstance(value, dt.datetime) else value
    try:
        return dt.datetime.fromisoformat(value.strip()).date()
    except ValueError:
        raise UsageError(f"published: {value!r} is no date; write it as YYYY-MM-DD") from None


def _mojibake() -> dict[str, str]:
    """UTF-8 read as Windows-1252, for the characters that news text uses: "â€™" for an apostrophe, "Â£" for £."""
    table = {}
    for char in "‘’“”–—…•€™£¥§©®°·×ÀÁÂÄÇÈÉÊËÍÎÏÑÓÔÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿ\u00a0":
        try:
            table[char.encode().decode("cp1252")] = char
        except UnicodeDecodeError:
            # five bytes have no character in Windows-1252; lenient decoders leave the control character
            table[char.encode().decode("latin-1")] = char
    return table


_MOJIBAKE = _mojibake()
_STRAIGHT = {
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "−": "-", "\t": " ",
}  # fmt: skip
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_ODD = re.compile(
    "(?P<mojibake>" + "|".join(sorted(map(re.escape, _MOJIBAKE), key=lambda s: (-len(s), s))) + ")"
    "|(?P<invisible>" + _INVISIBLE.pattern + "+)"
    r"|(?P<break>[^\S\r\n]*(?:\r\n?|\n|\u2028|\u2029)\s*)"
    r"|(?P<apart>(?<=[\w\"'”’)])[^\S\r\n]+(?=[,;.](?:\s|$)))"
    r"|(?P<space>[^\S\r\n ][^\S\r\n]*| [^\S\r\n]+)"
    "|(?P<quote>[" + re.escape("".join(_STRAIGHT)) + "])"
    r"|(?P<loss>[$£€]\((?=\d[\d.,]*\)(?! ?(?:m|bn|million|billion)\b)))"
)

# what anything odd begins with
_MAY_BE_ODD = re.compile(r"[^ -_a-~]| (?=[\s,;.])|\$\(")

# "TOKYO (Reuters) - ", "SINGAPORE/HONG KONG, June 5 (Bloomberg) -- ", "(Reuters) -", "LONDON, March 3 /PRNewswire/ -- "
_DATELINE = re.compile(
    r"\s*(?:[A-Z][\w.,'/ -]{0,60}?\s?)?"
    r"(?:\((?:[A-Z][\w.&'/ -]{1,30}|[a-z]{2,4}(?:-[A-Z]{2,4})?)\)|/[A-Z][\w ]{2,24}/)\s?(?:(?:--?|–|—|:)\s+|(?:--?|–|—)(?=[A-Z“\"]))"
)
# "Kolkata, Jan 16 (PTI) Acme said": agencies whose dateline ends with their name
_AGENCY_DATELINE = re.compile(
    r"\s*[A-Z][A-Za-z.'/ -]{2,40}(?:, [A-Z][A-Za-z.]{1,14})?, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:, \d{4})?"
    r" \([A-Z][\w.&'/ -]{1,30}\):? (?=[A-Z\"“])"
)
# "OMAHA, Neb., March 22, 2016 -- ", "SEATTLE--(BUSINESS WIRE)--"
_PLAIN_DATELINE = re.compile(
    r"\s*[A-Z][A-Z/.' ]{2,40}(?:, (?:[A-Z][A-Za-z.]{1,14})(?: [A-Z][a-z]{2,12})?(?=,| ?-| \())?"
    r"(?:, [A-Z][a-z.]{2,8} \d{1,2}(?:, \d{4})?)?(?:\s(?:--|–|—|-)|--|:)(?:\([A-Z][A-Za-z ]{3,24}\)--)?\s*(?=[A-Z\"“])"
)
# (NKE.N), 6764.T, (NASDAQ: ABC), (600104.SS), (LON:XYZ); an index such as .IELEC.T
_TICKER = re.compile(
    r"\s?\((?:[A-Z][A-Za-z ]{1,20}:\s?)?[A-Z0-9]{1,6}(?:[.:][A-Z]{1,3})?(?:\s?[;,/]\s?(?:[A-Z][A-Za-z ]{1,20}:\s?)?"
    r"[A-Z0-9]{1,6}[.:][A-Z]{1,3})*\)"
    r"|\s\.?(?:[A-Z]{2,6}|\d{4,6})\.(?:[A-Z]{1,2})\b(?=[\s,;.])"
)
_TICKER_SHAPE = re.compile(r"[.:]|\d{4}")
# "its Chief Executive Officer (CEO) Jane Roe"
_INITIALS_OF_OFFICE = re.compile(r"(?<=r) \((?:C[A-Z]{1,2}O|MD|GM)\)(?=[ ,])")
# "Acme Inc. ACM -7.24% failed", "Acme Corp <ACM> said", "Acme Corp (ACM: up $1.10 to $38.22, Research)"
_QUOTED = re.compile(
    r"(?<=[\w.]) [A-Z]{1,5}(?:\.[A-Z])?,? [+−-]\d+(?:\.\d+)?%,?(?=\s)|\s<[A-Z][A-Z.]{0,8}>"
    r"|\s\([A-Z]{1,5}: (?:[Uu]p|[Dd]own|[Uu]nch|[Rr]esearch)\b[^()]{0,60}\)"
)
_BOILERPLATE_LINE = re.compile(
    r"(?:by [\w.'-]+(?: (?:and |[\w.'-]+,? ?)){0,6}"
    r"|(?:read (?:also|more|next)|see also|also read|related(?: articles?)?|more on this story|recommended|advertisement"
    r"|follow us|sign up|subscribe|click here|share this|photo|image|file photo|source)\s*(?:[:|–-].*|$)"
    r"|\(?(?:additional )?(?:reporting|writing|editing|compiled|translated) by .*"
    r"|this (?:report|story|article)\b.{0,60} was (?:first|originally) published\b.*|published in [A-Z].{3,40}\d{4})",
    re.IGNORECASE,
)
_CREDITS = re.compile(
    r"\(\s?(?:Additional )?(?:Reporting|Writing|Editing|Compiled|Writing and reporting) by [^()]{3,300}\)?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CleanText:
    """The clean text (title, blank line, body) with the way back to the article's own characters.

    `title_end` is the length of the clean title, 0 if there is none. Pieces are runs of characters copied one to
    one; `spans` holds for each run its clean start, its part, and the start and end of its source.
    """

    text: str
    title_end: int
    spans: tuple[tuple[int, Part, int, int], ...]

    def source(self, start: int, end: int) -> tuple[Part, int, int]:
        """Part, start and end in the article of the clean characters `start..end` (of one part, not empty)."""
        first, last = self._at(start), self._at(end - 1)
        source_end = last[3] if self._is_squeezed(last) else last[2] + (end - 1 - last[0]) + 1
        source_start = first[2] if self._is_squeezed(first) else first[2] + (start - first[0])
        return first[1], source_start, source_end

    def _at(self, position: int) -> tuple[int, Part, int, int]:
        # the first span that begins later: bare tuples of one number come before longer ones
        index = bisect_left(self.spans, (position + 1,)) - 1
        return self.spans[max(index, 0)]

    def _is_squeezed(self, span: tuple[int, Part, int, int]) -> bool:
        """True for a run whose clean form has another length than its source (a repaired or squeezed character)."""
        index = bisect_left(self.spans, (span[0] + 1,))
        clean_end = self.spans[index][0] if index < len(self.spans) else len(self.text)
        return clean_end - span[0] != span[3] - span[2]


def _dropped(text: str) -> list[tuple[int, int]]:
    """Stretches of the body that are the feed's, not the article's: sorted, not overlapping."""
    found = []
    dateline = _DATELINE.match(text) or _AGENCY_DATELINE.match(text) or _PLAIN_DATELINE.match(text)
    if dateline:
        found.append(dateline.span())
    for match in _TICKER.finditer(text):
        if _TICKER_SHAPE.search(match.group()):
            found.append(match.span())
    found += [match.span() for match in _QUOTED.finditer(text)]
    found += [match.span() for match in _INITIALS_OF_OFFICE.finditer(text)]
    for match in re.finditer(r"[^\r\n]+", text):
        line = match.group().strip()
        if len(line) < 300 and _BOILERPLATE_LINE.fullmatch(line) and not re.search(r"[.!?]\"?$", line[:-1]):
            found.append(match.span())
    credit = _CREDITS.search(text[-600:])
    if credit:
        offset = max(0, len(text) - 600)
        found.append((offset + credit.start(), offset + credit.end()))
    kept: list[tuple[int, int]] = []
    for span in sorted(found):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _normalised(text: str, dropped: list[tuple[int, int]]) -> Iterator[tuple[str, int, int]]:
    """The runs of clean text, each with the source stretch it stands for."""
    cuts = iter([*dropped, (len(text), len(text))])
    cut_start, cut_end = next(cuts)
    position = 0
    while position < len(text):
        if position == cut_start:
            position = cut_end
            cut_start, cut_end = next(cuts, (len(text), len(text)))
            continue
        match = _odd(text, position, cut_start)
        if match is None:
            yield text[position:cut_start], position, cut_start
            position = cut_start
            continue
        if match.start() > position:
            yield text[position : match.start()], position, match.start()
        yield _replacement(match, text), match.start(), match.end()
        position = match.end()


def _odd(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first odd stretch between two places: tried only where one may begin, as in most texts nearly nothing is odd."""
    for may in _MAY_BE_ODD.finditer(text, start, end):
        if (match := _ODD.match(text, may.start(), end)) is not None:
            return match
    return None


def _replacement(match: re.Match[str], text: str) -> str:
    kind = match.lastgroup
    if kind in ("invisible", "apart"):
        return ""  # "Jane Roe , president": the space of a link that was taken out
    if kind == "mojibake":
        repaired = _MOJIBAKE[match.group()]
        return " " if repaired == "\u00a0" else _STRAIGHT.get(repaired, repaired)
    if kind == "quote":
        return _STRAIGHT[match.group()]
    if kind == "space":
        return " "
    if kind == "loss":
        return "(" + match.group()[0]  # "$(0.04) a share", as accounts have it
    return "\n\n" if _is_paragraph_break(match, text) else " "


def _is_paragraph_break(match: re.Match[str], text: str) -> bool:
    """A blank line, the end of a line that is finished, of a heading, or of an item of a list.

    A long unfinished line was hard-wrapped, unless a line follows that is too long for that.
    """
    if len(re.findall(r"\r\n?|\n|\u2028|\u2029", match.group())) > 1:
        return True
    line_start = max(text.rfind("\n", 0, match.start()), text.rfind("\r", 0, match.start())) + 1
    line = text[line_start : match.start()].rstrip()
    if len(line) < 40 or line[-1:] in ".!?:\"”'’)":
        return True
    if _ITEM.match(text, match.end()) or _ITEM.match(line) and len(line) < 70 and text[match.end() : match.end() + 1].isupper():
        return True
    next_line = _LINE.match(text, match.end())
    return next_line is not None and len(next_line.group()) > _WRAPPED


# longer than any line of hard-wrapped text
_WRAPPED = 120
_LINE = re.compile(r"[^\r\n]*")
# what an item of a list begins with
_ITEM = re.compile(r"\s*(?:[-*\u2013\u2014\u2022\u25aa\u25cf\u00b7]|\d{1,2}[.)])\s+(?=[\"'(]?[A-Z$\d])")


def clean(article: Article) -> CleanText:
    """The clean view of an article: title, blank line, body, with the map back to both."""
    pieces: list[str] = []
    spans: list[tuple[int, Part, int, int]] = []
    length = 0

    def add(part: Part, text: str, dropped: list[tuple[int, int]]) -> None:
        nonlocal length
        for run, start, end in _normalised(text, dropped):
            if run[:1].isspace() and (not pieces or pieces[-1][-1:].isspace()):
                # what stood between two spaces was dropped: one space is left
                if pieces and run.startswith("\n") and not pieces[-1].endswith("\n"):
                    pieces[-1] = pieces[-1][:-1] + run
                    length += len(run) - 1
                run, start = run.lstrip(), start + 1
            if run:
                spans.append((length, part, start, end))
                pieces.append(run)
                length += len(run)

    title_end = 0
    if article.title and article.title.strip():
        add("title", article.title, [])
        title_end = length
        pieces.append("\n\n")
        spans.append((length, "title", len(article.title), len(article.title)))
        length += 2
    add("text", article.text, _dropped(article.text))
    whole = "".join(pieces)
    return CleanText(in_double_marks(whole, title_end), title_end, tuple(spans))
