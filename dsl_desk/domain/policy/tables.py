"""One table of a profile file, read key by key; what is wrong is collected, not thrown."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from dsl_desk.domain.policy.flaws import Flaw, Wrong

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.policy.lines import Lines

E = TypeVar("E", bound=Enum)


class Table:
    """The keys of one table. Whatever is asked for and wrong becomes a flaw on its line."""

    def __init__(self, place: Place, untrusted: object) -> None:
        self._place = place
        self._asked: set[str] = set()
        self._untrusted: Mapping[str, object] = untrusted if isinstance(untrusted, dict) else {}
        if not isinstance(untrusted, dict):
            self.wrong(Wrong.WRONG_TYPE, place.table)

    def wrong(self, wrong: Wrong, what: str, key: str = "") -> None:
        """Note what is wrong, on the line of a key."""
        place = self._place
        line = place.lines.of(place.table, place.index, key)
        place.flaws.append(Flaw(line, wrong, what, key))

    def raw(self, key: str) -> object:
        """Return whatever stands there; None where nothing does."""
        self._asked.add(key)
        return self._untrusted.get(key)

    def has(self, key: str) -> bool:
        """Tell whether something stands under a key."""
        return key in self._untrusted

    def text(self, key: str, *, needed: bool = False) -> str:
        """Return a text that is not blank where it is needed."""
        value = self.raw(key)
        if value is None or value == "":
            if needed:
                self.wrong(Wrong.MISSING_KEY, key, key)
            return ""
        if isinstance(value, str) and value.strip():
            return value.strip()
        self.wrong(Wrong.WRONG_TYPE, key, key)
        return ""

    def truth(self, key: str) -> bool:
        """Return true or false; false where nothing stands."""
        value = self.raw(key)
        if value is not None and not isinstance(value, bool):
            self.wrong(Wrong.WRONG_TYPE, key, key)
        return value is True

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; nothing where it is not there."""
        value = self.raw(key)
        if value is None:
            return ()
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        self.wrong(Wrong.WRONG_TYPE, key, key)
        return ()

    def numbers(self, key: str) -> tuple[int, ...]:
        """Return a list of whole numbers."""
        value = self.raw(key)
        if value is None:
            return ()
        if isinstance(value, list) and all(type(one) is int for one in value):
            return tuple(value)
        self.wrong(Wrong.WRONG_TYPE, key, key)
        return ()

    def day(self, key: str) -> date | None:
        """Return a day; whether it stood in quotes is told apart no longer."""
        value = self.raw(key)
        if value is None or value == "":
            return None
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.wrong(Wrong.NOT_A_DAY, str(value), key)
            return None

    def choice(self, key: str, choices: type[E]) -> E | None:
        """Return one of the words that may stand there."""
        value = self.text(key, needed=True)
        return self._one_of(value, choices, key) if value else None

    def some(self, key: str, choices: type[E]) -> tuple[E, ...]:
        """Return several of them."""
        found = [self._one_of(value, choices, key) for value in self.texts(key)]
        return tuple(one for one in found if one is not None)

    def inside(self, key: str) -> Table:
        """Return the table that stands under a key, `when.all` and its like."""
        return Table(self._place, {} if self.raw(key) is None else self.raw(key))

    def under(self, key: str) -> Table:
        """Return a table with a header of its own, `[roles]`."""
        value = self.raw(key)
        return Table(
            Place(self._place.lines, self._place.flaws, key), {} if value is None else value
        )

    def wrong_at(self, at: tuple[str, int, str], wrong: Wrong, what: str) -> None:
        """Note what is wrong somewhere else in the file: table, which of them, key."""
        self._place.flaws.append(Flaw(self._place.lines.of(*at), wrong, what))

    def each(self, key: str) -> tuple[Table, ...]:
        """Return the tables of a list, `[[duty]]` and its like."""
        value = self.raw(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.wrong_at((key, 0, ""), Wrong.WRONG_TYPE, key)
            return ()
        place = self._place
        return tuple(
            Table(Place(place.lines, place.flaws, key, index), one)
            for index, one in enumerate(value)
        )

    def names(self) -> tuple[str, ...]:
        """Return the names of all keys, for a table whose names are the answer."""
        return tuple(self._untrusted)

    def done(self, unknown: Wrong = Wrong.UNKNOWN_KEY) -> None:
        """Say that all was asked for: what is left is unknown."""
        for key in self._untrusted:
            if key not in self._asked:
                self.wrong(unknown, key, key)

    def _one_of(self, value: str, choices: type[E], key: str) -> E | None:
        for choice in choices:
            if choice.value == value:
                return choice
        self.wrong(Wrong.NOT_A_CHOICE, value, key)
        return None


class Place:
    """Where a table stands in its file, and where its flaws go."""

    def __init__(self, lines: Lines, flaws: list[Flaw], table: str = "", index: int = 0) -> None:
        self.lines = lines
        self.flaws = flaws
        self.table = table
        self.index = index
