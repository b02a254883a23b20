"""Reads one amount: a number with its money, percent sign or unit, before bounds, ranges and counted nouns are seen."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

from extractor.lexicon import terms
from extractor.mentions import currencies, units
from extractor.mentions.bounds import Direction
from extractor.mentions.numerals import Numeral, is_mixed, read_numeral
from extractor.mentions.words import Words, bag
from extractor.record import Bound, UnitType

_PERCENT = frozenset({"%", "percent", "pct", "percents", "percentage", "％"})
_DIMENSIONS = bag(
    "long wide tall high deep above below away x across thick apart off offshore downstream sprint dash "
    "race relay freestyle"
)
# "2 billion pounds of costs"
_OF_MONEY = bag(
    "debt debts sales revenue revenues assets investment investments savings losses cost costs spending cash capital shares stock "
    "equity bonds loans loan deposits profit profits income orders tax taxes fines funding funds new expenditure borrowing borrowings "
    "contracts business work turnover exports goods"
)
_MADE_WORDS = bag("production output produced produces producing mined shipped harvested processed")
_MONEY_WORDS = bag(
    "cost costs costing price prices priced paid pay pays paying worth sold sell fined fine profit "
    "profits revenue sales earn earned earns debt fund funding raised spend spent invest invested save "
    "saved sterling salary wage fee fees bill loss loan budget grant bonus dividend turnover stake bid "
    "offer owed owes charge charged"
)


@dataclass(slots=True)
class Amount:
    """A number with what it counts, at the tokens `start..end`. `low` and `high` are unsigned and in full.

    `bare` says that no unit stands with it, `prefixed` that a currency sign stands before it, `sign` what its own
    sign says ("-1.3%": -1).
    """

    start: int
    end: int
    low: float
    high: float
    numeral: Numeral
    unit: str | None = None
    unit_type: UnitType | None = None
    bound: Bound = "exact"
    noun: str | None = None
    direction: Direction = 0
    sign: Direction = 0
    prefixed: bool = False
    time: bool = False
    age: bool = False
    shown: int = 0  # the token where the hedge before it begins

    @property
    def bare(self) -> bool:
        return self.unit is None

    def measured(self, unit: str, unit_type: UnitType, end: int, parts: int = 1) -> Amount:
        """The amount in this unit, ending before the token `end`; a hundredth of the number for cents."""
        self.unit, self.unit_type, self.end = unit, unit_type, end
        if parts != 1:
            self.low, self.high = (float(f"{value / parts:.12g}") for value in (self.low, self.high))
        return self


@dataclass(frozen=True, slots=True)
class Defaults:
    """What a name that several currencies share ("$", "pounds", "crowns") stands for in this article.

    `home` holds the ISO codes of the currencies of the lands it speaks of, the likeliest first.
    """

    home: tuple[str, ...] = ()

    def code(self, code: str) -> str:
        """The ISO code of a currency that may be given by a shared name."""
        shared = currencies.SHARED.get(code)
        if shared is None:
            return code
        kin = currencies.kin(code)
        return next((one for one in self.home if one in kin), shared[0])


def read_amount(words: Words, i: int, defaults: Defaults) -> Amount | None:
    """The amount that begins at token `i`, without the noun it may count."""
    j, sign = _sign(words, i)
    money = currencies.before_number(words, j)
    if money is not None:
        j = money.end
        if words.low(j) in {"-", "−"}:
            return None
    numeral = read_numeral(words, j, money=money is not None)
    if numeral is None or not isfinite(numeral.value):
        return None
    amount = Amount(i, numeral.end, numeral.value, numeral.value, numeral, sign=sign)
    if money is not None:
        amount.prefixed = True
        amount.measured(defaults.code(money.code), "currency", numeral.end, money.parts)
        return _repeated_currency(words, amount, defaults)
    if _in_eighths(words, amount):
        amount.prefixed = True
        return amount.measured(defaults.code("$"), "currency", amount.end)
    if numeral.share:
        return _share(words, amount)
    return _ratio(words, amount) or _with_unit(words, amount, defaults)


def _in_eighths(words: Words, amount: Amount) -> bool:
    """True for a share price of the time before decimals, "29-3/8", and for the move before it, "fell 1/2 to 17-1/4"."""
    end = amount.end
    if is_mixed(words, amount.numeral.start):
        after = words[end]
        return after.kind != "word" or after.low in terms("quantity_stops")
    moved = amount.numeral.share and amount.numeral.digits and words.low(end) in {"to", "at"} and is_mixed(words, end + 1)
    return moved and words[end + 5].low not in {"percent", "pct", "%"}


def _sign(words: Words, i: int) -> tuple[int, Direction]:
    """The token after a sign at `i`, and what it says. A hyphen after a word is no sign."""
    token, after = words[i], words[i + 1]
    if token.low in {"minus", "negative"} and (after.kind == "number" or token.low == "minus"):
        return i + 1, -1
    if token.low == "plus" and after.kind == "number":
        return i + 1, 1
    if (
        token.low in {"-", "−", "–", "+"}
        and after.glued
        and (not token.glued or words[i - 1].low in {"(", "<", "[", "="})
    ):
        return i + 1, 1 if token.low == "+" else -1
    return i, 0


def _repeated_currency(words: Words, amount: Amount, defaults: Defaults) -> Amount:
    """Takes in what is said twice or more exactly: "$76 US", "$10 dollars", "$249 CAD"."""
    end = amount.end
    token, after = words[end], words[end + 1]
    if token.text in {"US", "U.S."} and (after.kind != "word" or after.low in {"a", "per"}):
        amount.end += 1
    elif amount.unit == defaults.code("$") and currencies.is_dollar(token.text):
        amount.unit = token.text
        amount.end += 1
    elif token.low in {"dollars", "euros", "yen", "pounds"}:
        amount.end += 1
    return amount


def _share(words: Words, amount: Amount) -> Amount:
    """A fraction: of a point, of a unit ("1/2 pound"), else of a whole, in percent."""
    value, end = amount.low, amount.end
    j = end
    while words.low(j) in {"-", "of", "a", "an", "1"} and j < end + 3:
        j += 1
    point = _points(words, j)
    if point is not None and point[0] != "percent":
        return amount.measured(point[0], "percent", point[1])
    if words.low(j) == "point":
        return amount.measured("percentage_point", "percent", j + 1)
    if words.low(j) in {"percent", "%"}:
        return amount.measured("percent", "percent", j + 1)
    unit = units.read_unit(words, j, digits=amount.numeral.digits)
    if unit is not None and (j > end or amount.numeral.digits) and words.low(j - 1) != "of":
        amount.time = unit.time
        return amount.measured(unit.symbol, "physical", unit.end)
    if amount.numeral.digits and words[end].kind == "word" and words.low(end) not in terms("quantity_stops"):
        return amount
    amount.low = amount.high = round(100 * value, 2)
    return amount.measured("percent", "percent", end)


def _ratio(words: Words, amount: Amount) -> Amount | None:
    """Reads "one in five", "3 out of 10", "one of every six", as a percentage."""
    numeral = amount.numeral
    out_of = words.phrase(numeral.end, "out", "of")
    inside = words.low(numeral.end) == "in" or words.phrase(numeral.end, "of", "every")
    if not (out_of or inside) or numeral.scale != 1 or not 0 < numeral.value < 100:
        return None
    j = numeral.end + (2 if out_of else 1)
    j += words.low(j) == "every"
    second = read_numeral(words, j)
    if (
        second is None
        or second.share
        or second.vague
        or second.value <= numeral.value
        or second.scale not in {1.0, 100.0, 1000.0}
    ):
        return None
    follower = words.low(second.end)
    if not out_of and (
        numeral.value > 9 or second.value > 1000 or follower in {"%", "percent", "-", ":"} or _points(words, second.end)
    ):
        return None
    if not out_of and (units.read_unit(words, second.end, digits=True) or currencies.after_number(words, second.end)):
        return None
    amount.low = amount.high = round(100 * numeral.value / second.value, 2)
    return amount.measured("percent", "percent", second.end)


def _points(words: Words, i: int) -> tuple[str, int] | None:
    """Percent, percentage points or basis points at token `i`, and the token after."""
    i += words.low(i) == "-" and words[i].glued and words[i + 1].low in {"percentage", "percent", "per", "basis"}
    token, after = words[i], words[i + 1]
    if token.low == "percentage" or token.low in {"percent", "%"} or token.low == "per" and after.low == "cent":
        j = i + (2 if token.low == "per" else 1)
        j += words.low(j) == "-" and words.low(j + 1) in {"point", "points"}
        if words.low(j) in {"point", "points"} or token.low == "%" and words.low(j) == "pt":
            return "percentage_point", j + 1
        return ("percent", j) if token.low != "percentage" else ("percent", j)
    if token.low in _PERCENT:
        return "percent", i + 1 + (
            token.low == "pct" and after.low == "." and words[i + 2].kind == "word" and not words[i + 2].capital
        )
    if token.text == "pc" and (not after.glued or after.kind == "sign"):
        return "percent", i + 1
    if token.low == "basis":
        j = i + 1 + (after.low == "-")
        return ("basis_point", j + 1) if words.low(j) in {"point", "points", "pts"} else None
    if token.text in {"bp", "bps"}:
        return "basis_point", i + 1
    if token.text in {"pp", "ppt", "ppts", "pps"}:
        return "percentage_point", i + 1
    return None


def _with_unit(words: Words, amount: Amount, defaults: Defaults) -> Amount:
    numeral, end = amount.numeral, amount.end
    of_a = 2 * words.phrase(end, "of", "a")  # "0.1 of a percentage point"
    point = _points(words, end + of_a)
    if point is not None:
        return amount.measured(point[0], "percent", point[1])
    if words.low(end) in {"an", "a"} and words.low(end - 1) == "half":
        end += 1
    if numeral.letter == "m" and _is_metres(words, end):
        amount.low = amount.high = numeral.value / 1e6
        return amount.measured("m", "physical", end)
    money = currencies.after_number(words, end)
    if money is not None and not (money.code == "£" and money.parts == 1 and _is_weight(words, amount, money.end)):
        scale = (
            {"million": 1e6, "billion": 1e9, "trillion": 1e12}.get(words.low(money.end), 1.0)
            if numeral.scale == 1
            else 1.0
        )
        amount.low, amount.high = amount.low * scale, amount.high * scale
        return amount.measured(defaults.code(money.code), "currency", money.end + (scale > 1), money.parts)
    if money is not None:
        return amount.measured("pound", "physical", money.end)
    unit = units.read_unit(words, end, digits=numeral.digits)
    if unit is not None:
        amount.time = unit.time
        amount.age = unit.time and _is_age(words, unit.end)
        return amount.measured(unit.symbol, "physical", unit.end)
    if words.low(end) in {"point", "points", "pts"} and (numeral.digits or words.low(end) == "points"):
        return amount.measured("point", "count", end + 1)
    if words[end].low == "x" and words[end].glued and words[end + 1].kind != "number":
        return amount.measured("time", "count", end + 1)
    if words.low(end) == "fold" or words.low(end) == "-" and words.low(end + 1) == "fold":
        return amount.measured("time", "count", end + 1 + (words.low(end) == "-"))
    return amount


def _is_metres(words: Words, end: int) -> bool:
    after = words[end]
    return (
        after.low in _DIMENSIONS
        or after.low == "-"
        and words.low(end + 1) in _DIMENSIONS
        or after.low == "("
        and words[end + 2].low in {"ft", "feet"}
    )


def _is_weight(words: Words, amount: Amount, end: int) -> bool:
    """True for "pounds" of weight: nothing near it speaks of money."""
    if words.low(end) == "of":
        return not {words.low(end + 1), words.low(end + 2)} & _OF_MONEY
    if amount.numeral.scale >= 1e6 and any(words.low(k) in _MADE_WORDS for k in range(max(0, amount.start - 6), amount.start)):
        return True  # "copper production totalled 44.4 million pounds"
    if (
        words.low(end) in {"sterling"}
        or words.low(end - 1) in {"p", "pence", "quid", "penny"}
        or amount.numeral.scale >= 1e6
    ):
        return False
    if words.sterling:
        return False
    return not any(words.low(k) in _MONEY_WORDS for k in range(max(0, amount.start - 8), amount.start))


def _is_age(words: Words, end: int) -> bool:
    j = end + (words.low(end) == "-")
    return words.low(j) == "old" or words.phrase(j, "of", "age") or words[end - 1].text == "yo"
