"""Values of a row, with their kind checked: STRICT tables promise it, a foreign file may not."""

from __future__ import annotations

from typing import TypeAlias

Value: TypeAlias = bytes | str | int | None
Row: TypeAlias = tuple[Value, ...]


class ColumnError(ValueError):
    """A column holds another kind of value than our schema says."""


def as_bytes(value: Value) -> bytes:
    """Return bytes."""
    if not isinstance(value, bytes):
        raise ColumnError
    return value


def as_number(value: Value) -> int:
    """Return a whole number."""
    if not isinstance(value, int):
        raise ColumnError
    return value


def as_text(value: Value) -> str:
    """Return text."""
    if not isinstance(value, str):
        raise ColumnError
    return value
