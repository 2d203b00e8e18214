"""Named fields as they came from disk, read one by one with their kind checked."""

from __future__ import annotations

import json
from enum import Enum
from typing import TYPE_CHECKING, Final, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.packing import Json

E = TypeVar("E", bound=Enum)
# Every entry is read by this: `loads` would first guess how it is spelled, which is always UTF-8.
_READ: Final = json.JSONDecoder().decode


class FieldError(ValueError):
    """A field is missing or is of another kind than the format says. Carries the name only."""


class Fields:
    """A mapping from disk that lets nothing out unchecked."""

    def __init__(self, untrusted: object) -> None:
        if not isinstance(untrusted, dict):
            raise FieldError
        self._untrusted: Mapping[str, object] = untrusted

    @classmethod
    def of_json(cls, untrusted: bytes) -> Fields:
        """Read one JSON object, in UTF-8."""
        try:
            return cls(_READ(untrusted.decode()))
        except (ValueError, RecursionError):
            raise FieldError from None  # the cause would carry the document

    def text(self, name: str) -> str:
        """Return a text field."""
        value = self._untrusted.get(name)
        if not isinstance(value, str):
            raise FieldError(name)
        return value

    def number(self, name: str) -> int:
        """Return a whole number that is not negative."""
        value = self._untrusted.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise FieldError(name)
        return value

    def truth(self, name: str) -> bool:
        """Return a field that is true or false."""
        value = self._untrusted.get(name)
        if not isinstance(value, bool):
            raise FieldError(name)
        return value

    def raw(self, name: str) -> bytes:
        """Return bytes that were written as hexadecimal digits."""
        try:
            return bytes.fromhex(self.text(name))
        except ValueError:
            raise FieldError(name) from None

    def inside(self, name: str) -> Fields:
        """Return the fields of an object within this one."""
        return Fields(self._untrusted.get(name))

    def each(self, name: str) -> tuple[Fields, ...]:
        """Return the objects of a list."""
        value = self._untrusted.get(name)
        if not isinstance(value, list):
            raise FieldError(name)
        return tuple(Fields(item) for item in value)

    def list_of_texts(self, name: str) -> tuple[str, ...]:
        """Return the texts of a list."""
        value = self._untrusted.get(name)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise FieldError(name)
        return tuple(value)

    def one_of(self, name: str, choices: type[E]) -> E:
        """Return the choice whose value a field holds."""
        return _choice(name, self.text(name), choices)

    def some_of(self, name: str, choices: type[E]) -> tuple[E, ...]:
        """Return the choices whose values a list holds."""
        return tuple(_choice(name, value, choices) for value in self.list_of_texts(name))

    def texts(self) -> dict[str, str]:
        """Return all fields, every one of them text."""
        return {name: self.text(name) for name in self._untrusted}

    def plain(self) -> Mapping[str, Json]:
        """Return the fields as they were read; JSON can hold nothing else."""
        return cast("Mapping[str, Json]", self._untrusted)


def _choice(name: str, value: str, choices: type[E]) -> E:
    try:
        return choices(value)
    except ValueError:
        raise FieldError(name) from None
