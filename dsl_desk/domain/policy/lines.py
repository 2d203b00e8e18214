"""On which line of a file something stands: a small scan beside the reading of TOML.

The standard library reads the values and forgets the lines. This looks for headers and keys only,
and steps over texts of several lines, so that nothing inside one is taken for a key.
"""

from __future__ import annotations

import re
from typing import Final

_HEADER: Final = re.compile(r"\s*\[\[?\s*([A-Za-z0-9_.-]+)\s*\]\]?\s*(?:#.*)?")
_KEY: Final = re.compile(r"\s*([A-Za-z0-9_-]+)(?:\s*\.\s*([A-Za-z0-9_-]+))?\s*=")
_TOP: Final = ""
_LONG: Final = ('"""', "'''")


class Lines:
    """Where the headers of a file stand, and the keys below each."""

    def __init__(self, text: str = "") -> None:
        self._headers: dict[tuple[str, int], int] = {(_TOP, 0): 1}
        self._keys: dict[tuple[str, int, str], int] = {}
        self._scan(text)

    def of(self, table: str = _TOP, index: int = 0, key: str = "") -> int:
        """Return the line of a key; of its table's header where it is not there; 0 for none."""
        header = self._headers.get((table, index), self._keys.get((_TOP, 0, table), 0))
        return self._keys.get((table, index, key), header)

    def _scan(self, text: str) -> None:
        at, inside = (_TOP, 0), ""
        counted: dict[str, int] = {}
        for number, line in enumerate(text.splitlines(), 1):
            if inside:
                inside = "" if inside in line else inside
            elif found := _HEADER.fullmatch(line):
                name = found[1]
                at = (name, counted.get(name, 0))
                counted[name] = at[1] + 1
                self._headers[at] = number
            elif found := _KEY.match(line):
                self._keys.setdefault((*at, found[1]), number)
                if found[2]:
                    self._keys[(*at, f"{found[1]}.{found[2]}")] = number
                inside = next((mark for mark in _LONG if line.count(mark) == 1), "")
