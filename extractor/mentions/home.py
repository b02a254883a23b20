"""The currencies at home in an article: what "crowns", "pounds" or a bare "$" mean in it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from functools import cache

from extractor.mentions.currencies import is_dollar
from extractor.mentions.types import EntityMention


def home_currencies(mentions: Sequence[EntityMention], text: str) -> list[str]:
    """ISO codes of the currencies of the countries an article speaks of, the country named most first.

    A bare "$" is the US dollar in most of the press, whatever the country: a dollar of another land counts as at home
    only in an article that writes "US$" where it means that one.
    """
    lands = Counter(
        one.referent.code[:2] for one in mentions if one.referent.type == "place" and one.referent.code is not None
    )
    codes = [code for land, _ in lands.most_common() for code in _currencies(land)]
    return [code for code in codes if "US$" in text or not is_dollar(code)]


@cache
def _currencies(land: str) -> tuple[str, ...]:
    from babel.numbers import get_territory_currencies

    # a fixed day: what is legal tender must not hang on when the program runs
    return tuple(str(code) for code in get_territory_currencies(land, start_date=dt.date(2024, 1, 1)))
