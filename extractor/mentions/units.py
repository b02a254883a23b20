"""Reads physical units after a number, through the unit tables of quantulum3, and the units of time.

The tables are read as data: the library itself is neither imported nor asked (without its classifier it takes "61m
iPhones" for metres and money for newtons). `read_unit(words, i)` answers the unit at token `i`.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from extractor.lexicon import terms
from extractor.mentions.words import Words, bag

TIME = bag("second minute hour day week month year quarter decade century fortnight millisecond microsecond nanosecond")
_TIME_SYMBOLS = {
    "sec": "second",
    "secs": "second",
    "min": "minute",
    "mins": "minute",
    "hr": "hour",
    "hrs": "hour",
    "h": "hour",
    "ms": "millisecond",
    "s": "second",
    "yr": "year",
    "yrs": "year",
    "yo": "year",
    "wk": "week",
    "wks": "week",
}
_LEFT_OUT_ENTITIES = bag("currency dimensionless typographical permeability fluidity acceleration") | {
    "typographical element",
    "linear mass density",
    "flux density",
    "catalytic activity",
    "volume (lumber)",
    "irradiance",
    "luminance",
    "time",
}
_PREFIXES = {
    "k": "kilo",
    "M": "mega",
    "G": "giga",
    "T": "tera",
    "m": "milli",
    "µ": "micro",
    "n": "nano",
    "c": "centi",
    "d": "deci",
    "p": "pico",
}
# how people write what the tables write otherwise, in lower case unless the case tells units apart
_SPELLINGS = {
    "sqm": "m²", "m2": "m²", "km2": "km²", "sqft": "square foot", "ft2": "square foot",
    "m3": "m³", "kmh": "km/h", "kmph": "km/h", "kph": "km/h", "mph": "mph", "mpg": "mpg", "rpm": "rpm", "kms": "km",
    "kgs": "kg", "kilo": "kg", "kilos": "kg", "bhp": "horsepower", "ps": "horsepower", "hp": "horsepower",
    "psi": "psi", "ksi": "ksi", "bpd": "barrel/day", "bopd": "barrel/day", "boepd": "barrel/day", "tpa": "t", "mtpa": "Mt", "mmtpa": "Mt",
    "mmt": "Mt",
    "celsius": "°C", "centigrade": "°C", "centigrate": "°C", "celcius": "°C", "fahrenheit": "°F", "farenheit": "°F",
    "degree": "°", "degrees": "°", "deg": "°", "ton": "t", "tons": "t", "boe": "boe", "mbps": "Mbps", "gbps": "Gbps",
    "ppm": "ppm", "ppb": "ppb", "gw": "GW", "mw": "MW", "kw": "kW", "gwh": "GWh", "mwh": "MWh", "kwh": "kWh",
    "twh": "TWh",
    "hz": "Hz", "khz": "kHz", "mhz": "MHz", "ghz": "GHz", "db": "dB", "gb": "GB", "tb": "TB", "ml": "ml", "mah": "mAh",
    "microgramme": "µg", "microgrammes": "µg", "milligrammes": "mg", "grammes": "g", "lbs": "pound", "oz": "ounce",
    "lb-ft": "lb-ft", "bbl": "barrel", "bbls": "barrel",
}  # fmt: skip
_OWN = {
    "tonne": "t", "ton": "t", "short ton": "t", "long ton": "t", "degree Celsius": "°C", "degree fahrenheit": "°F",
    "degree angle": "°", "pound-mass": "pound", "square metre": "m²", "square kilometre": "km²", "hectare": "ha",
    "cubic metre": "m³", "mile per hour": "mph", "kilometre per hour": "km/h", "byte": "byte", "bit": "bit",
    "metre per second": "m/s", "cubic centimetre": "cm³", "newton metre": "N·m",
}  # fmt: skip
_METRIC = re.compile(
    r"(?:exa|peta|tera|giga|mega|kilo|hecto|deci|centi|milli|micro|nano|zetta|yotta)\w|"
    r"(?:metre|gram|litre|watt|volt|ampere|hertz|joule|newton|pascal|decibel|kelvin|lumen|lux|newton metre|ampere-hour"
    r"|electronvolt|becquerel|sievert|farad|ohm|coulomb)$"
)
# what the trade press writes over a day or a year: "b/d", "t/yr"
_FLOWS = {
    **{(volume, time): "barrel/day" for volume in ("b", "bl", "bbl", "boe") for time in ("d", "day")},
    **{("t", time): "t" for time in ("d", "day", "y", "yr", "year")},
    **{("mt", time): "Mt" for time in ("y", "yr", "year")},
}
_ALONE = bag("m g t l L W V A K J h s")
_SQUARE = {
    "m": "m²",
    "km": "km²",
    "me": "m²",
    "ft": "square foot",
    "fo": "square foot",
    "fe": "square foot",
    "mi": "square mile",
}
_RATE_WORDS = {"per", "a", "an", "/"}
_BY = {"km": "km/h", "mile": "mph"}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit at the tokens `start..end`. `symbol` is what stands in the record, `time` marks a duration."""

    start: int
    end: int
    symbol: str
    time: bool = False


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    """Names in lower case, singular and plural, and symbols in their own case, each to the symbol of the record."""
    names: dict[str, str] = {}
    symbols: dict[str, str] = {}
    rejected = terms("quantity_not_units")
    for unit, entry in _entries().items():
        if entry["entity"] in _LEFT_OUT_ENTITIES:
            continue
        written = [
            sign
            for sign in entry["symbols"]
            if sign.isascii() and sign.replace(" ", "").isalnum() or sign in {"°C", "°F", "°", "Ω", "µm", "µg"}
        ]
        symbol = _OWN.get(unit) or (next(iter(written), unit) if _metric(unit) else unit)
        for name in entry.get("surfaces") or [unit]:
            if name.lower() not in rejected:
                name = name.replace("degree ", "degrees ") if name.startswith("degree ") else name
                names[name.lower()] = names[_plural(name.lower())] = symbol
        for sign in written:
            if sign.lower() not in rejected and len(sign) > 1:
                symbols.setdefault(sign, symbol)
        for letter in entry.get("prefixes") or ():
            if letter in _PREFIXES and symbol.isascii() and unit not in {"year", "barn", "bar", "farad", "ohm"}:
                for name in {unit, *entry.get("surfaces", ())}:
                    long = _PREFIXES[letter] + name.lower()
                    names[long] = names[_plural(long)] = letter + symbol
                symbols.setdefault(letter + symbol, letter + symbol)
    symbols.update({sign: sign for sign in _ALONE} | {"ml": "ml", "mL": "ml", "MP": "megapixel"})
    return names, symbols


def _entries() -> dict[str, Any]:
    """quantulum3's units: its table, with what its English one adds. Empty where the library is not there."""
    spec = find_spec("quantulum3")
    if spec is None or spec.origin is None:
        return {}
    folder = Path(spec.origin).parent
    entries: dict[str, Any] = json.loads((folder / "units.json").read_text("utf-8"))
    english = json.loads((folder / "_lang" / "en_US" / "units.json").read_text("utf-8"))
    for unit, extra in english.items():
        if unit in entries:
            entries[unit] = entries[unit] | {
                "surfaces": [*entries[unit].get("surfaces", []), *extra.get("surfaces", [])]
            }
    return entries


def _metric(unit: str) -> bool:
    """True for a unit that the news writes by its symbol; miles and acres keep their names."""
    return bool(_METRIC.match(unit))


def _plural(name: str) -> str:
    for one, many in (("foot", "feet"), ("inch", "inches")):
        if name.endswith(one):
            return name[: -len(one)] + many
    head, per, rest = name.partition(" per ")
    return f"{head}s{per}{rest}"


def read_unit(words: Words, i: int, *, digits: bool) -> Unit | None:
    """The physical unit or unit of time at token `i`, after a number. `digits`: symbols may follow ("5 km")."""
    start = i
    hyphen = words.low(i) == "-" and (words[i].glued and words[i + 1].glued or words.low(i + 1) in TIME)
    bracket = words.low(i) in {"[", "<"} and digits
    i += hyphen or bracket
    unit = _time(words, i, digits) or _named(words, i) or (_symbol(words, i) if digits else None)
    if unit is None:
        return None
    unit = _rate(words, unit)
    end = unit.end + (bracket and words.low(unit.end) in {"]", ">"})
    return Unit(start, end, unit.symbol, unit.time)


def _time(words: Words, i: int, digits: bool) -> Unit | None:
    token = words[i]
    singular = token.low.removesuffix("s") if token.low != "centuries" else "century"
    if token.low.endswith("'"):
        singular = token.low[:-1].removesuffix("s")
    if singular in TIME and token.kind == "word":
        return Unit(i, i + 1, singular, True)
    if (
        digits
        and token.text in _TIME_SYMBOLS
        and (len(token.text) > 1 or token.glued)
        and not (words[i + 1].glued and words[i + 1].kind == "number")
    ):
        return Unit(i, i + 1, _TIME_SYMBOLS[token.text], True)
    return None


def _named(words: Words, i: int) -> Unit | None:
    """The longest name in the tables that begins at `i` ("square feet", "degrees Celsius", "megawatts")."""
    if words[i].kind != "word":
        return None
    if words.low(i) in {"degrees", "degree", "deg"}:
        j = i + 1 + (words.low(i + 1) == ".")
        if words.low(j) in {"celsius", "c", "f", "fahrenheit", "centigrade"}:
            return Unit(i, j + 1, "°C" if words.low(j)[0] == "c" else "°F")
    names = _tables()[0]
    if (watts := names.get(words.low(i), "")).endswith("W") and words.low(i + 1 + (words.low(i + 1) == "-")) in {"hour", "hours"}:
        return Unit(i, i + 2 + (words.low(i + 1) == "-"), f"{watts}h")  # "gigawatt-hours"
    for width in (4, 3, 2, 1):
        last = words[i + width - 1]
        name = " ".join(words.lows(i, i + width))
        if last.kind != "word" or words[i].text.isupper() and len(words[i].text) < 4:
            continue
        if name in names:
            return Unit(i, i + width, names[name])
    for width in (2, 1):
        name = " ".join(words.lows(i, i + width))
        if name in _SPELLINGS and len(name) > 3:
            return Unit(i, i + width, _SPELLINGS[name])
    if words.low(i) in {"metric", "short", "long"} and words.low(i + 1) in {"ton", "tons", "tonnes"}:
        return Unit(i, i + 2, "t")
    return None


def _symbol(words: Words, i: int) -> Unit | None:
    """A symbol: "km", "sq m", "GWh", "km/h", "°C". One letter counts only for a few units."""
    first, second = words[i], words[i + 1]
    if first.low == "°":
        degrees = {"C": "°C", "F": "°F"}.get(second.text, "°")
        return Unit(i, i + 2 if degrees != "°" else i + 1, degrees)
    if first.kind != "word":
        return None
    if second.low == "/" and (flow := _FLOWS.get((first.low, words.low(i + 2)))) is not None:
        return Unit(i, i + 3, flow)
    if first.low == "sq" and words.low(i + 1 + (second.low == ".")) in {
        "m",
        "ft",
        "km",
        "mi",
        "meter",
        "meters",
        "metres",
        "feet",
        "miles",
        "metre",
        "foot",
        "mile",
    }:
        end = i + 1 + (second.low == ".")
        return Unit(i, end + 1, _SQUARE[words.low(end)[:2]])
    if second.kind == "number" and second.glued:
        raised = first.low + second.text
        return Unit(i, i + 2, _SPELLINGS[raised]) if raised in _SPELLINGS else None
    if second.text in {"²", "³"} and second.glued and first.text in {"m", "km", "cm", "ft"}:
        return Unit(i, i + 2, first.text + second.text)
    if first.low == "lb" and second.low in {"-", "."} and words.low(i + 2) == "ft":
        return Unit(i, i + 3, "lb-ft")
    if first.text in {"C", "F"} and first.glued and not second.glued:
        return Unit(i, i + 1, "°" + first.text)
    inches = first.glued and not second.glued or second.low == "(" and words.low(i + 3) in {"cm", "mm"}
    if first.low == "in" and inches:
        return Unit(i, i + 1, "inch")
    symbols = _tables()[1]
    if (
        first.text in symbols
        and (len(first.text) > 1 or _stands_alone(words, i))
        and first.low not in {"in", "at", "a", "as", "am", "pm"}
    ):
        return Unit(i, i + 1, symbols[first.text])
    if first.low in _SPELLINGS:
        return Unit(i, i + 1, _SPELLINGS[first.low])
    return None


def _stands_alone(words: Words, i: int) -> bool:
    """True if a symbol of one letter at `i` may be a unit: small letters and W or V, not G, K or T ("5G", "4K")."""
    text, after = words[i].text, words[i + 1]
    if text in {"W", "V", "m", "g", "L", "l"}:
        return (
            not (after.glued and after.kind in {"word", "number"})
            and after.low not in {".", "&", "'"}
            or after is words[len(words)]
        )
    return words[i].glued and text in {"t"} and not after.glued


def _rate(words: Words, unit: Unit) -> Unit:
    """Adds what a rate is counted over: "km/h", "miles per hour", "meters per second", "kV/cm"."""
    j = unit.end
    if unit.time or words.low(j) not in _RATE_WORDS:
        return unit
    slash = words.low(j) == "/"
    over = words[j + 1]
    base = {"h": "hour", "hr": "hour", "s": "second", "hour": "hour", "second": "second"}.get(over.low)
    if base == "hour" and unit.symbol in _BY:
        return Unit(unit.start, j + 2, _BY[unit.symbol])
    if base == "second" and unit.symbol in {"m", "km", "ft", "mile"}:
        return Unit(unit.start, j + 2, f"{unit.symbol}/s")
    under = _tables()[1].get(over.text) if slash else _tables()[0].get(over.low)
    if under and words.low(j) in {"/", "per"} and len(under) <= 3 and not unit.time:
        return Unit(unit.start, j + 2, f"{unit.symbol}/{under}")
    return unit
