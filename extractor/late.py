"""Regular expressions that are compiled when a text first needs them. A leaf of the package.

The rules have a thousand of them. One article needs few, and to compile them all takes longer than to read it: what is long,
or seldom needed, is written `late(…)` instead of `re.compile(…)`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


def late(source: str, flags: int = 0, may_match: Callable[[str], object] | None = None) -> re.Pattern[str]:
    """What `re.compile` gives, but compiled when it is first asked.

    `may_match` is a cheap test of a text: as long as it fails, what is searched for is not there and nothing is compiled.
    It is for patterns that are asked by `search`, `match` and `fullmatch`.
    """
    return cast("re.Pattern[str]", _Late(source, flags) if may_match is None else _Tested(source, flags, may_match))


class _Late:
    def __init__(self, source: str, flags: int) -> None:
        self.pattern, self.flags = source, flags

    def __getattr__(self, name: str) -> Any:
        # asked for what is not here yet: from now on the methods of the compiled pattern are
        compiled = self.compiled()
        return getattr(compiled, name)

    def compiled(self) -> re.Pattern[str]:
        """The compiled pattern, whose methods become this one's."""
        compiled = re.compile(self.pattern, self.flags)
        vars(self).update({name: getattr(compiled, name) for name in _METHODS})
        return compiled


class _Tested(_Late):
    def __init__(self, source: str, flags: int, may_match: Callable[[str], object]) -> None:
        super().__init__(source, flags)
        self.may_match = may_match

    def search(self, text: str, *places: int) -> re.Match[str] | None:
        return self.compiled().search(text, *places) if self.may_match(text) else None

    def match(self, text: str, *places: int) -> re.Match[str] | None:
        return self.compiled().match(text, *places) if self.may_match(text) else None

    def fullmatch(self, text: str, *places: int) -> re.Match[str] | None:
        return self.compiled().fullmatch(text, *places) if self.may_match(text) else None
