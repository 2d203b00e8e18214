"""The one way to turn fields into bytes that are signed: every field preceded by its length.

Two different lists of fields can never give the same bytes, and bytes that are not exactly what
`pack` makes are refused, so that what was read is what was signed.
"""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING, Final, TypeAlias, Union

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# What a body may hold. No fractions: two machines may write the same one differently.
# The quotes keep the recursion lazy.
Json: TypeAlias = Union[bool, int, str, "Sequence[Json]", "Mapping[str, Json]", None]

_LENGTH: Final = 4
_NUMBER: Final = 8
_LENGTH_AT: Final = struct.Struct(">I").unpack_from
_MANY: Final = 256
_SHORT: Final = tuple(length.to_bytes(_LENGTH, "big") for length in range(_MANY))
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class PackingError(ValueError):
    """These bytes or values are not in the one form we sign."""


def pack(fields: Sequence[bytes]) -> bytes:
    """Return the fields, each preceded by its length in four bytes, big end first."""
    parts = []  # plainly: this is done several times for every entry
    for field in fields:
        length = len(field)
        parts.append(_SHORT[length] if length < _MANY else length.to_bytes(_LENGTH, "big"))
        parts.append(field)
    return b"".join(parts)


def unpack(packed: bytes) -> tuple[bytes, ...]:
    """Return the fields of `pack`; refuse anything cut short."""
    fields: list[bytes] = []
    at, end = 0, len(packed)
    while at < end:
        start = at + _LENGTH
        if start > end:
            raise PackingError
        at = start + _LENGTH_AT(packed, at)[0]
        fields.append(packed[start:at])
    if at != end:
        raise PackingError
    return tuple(fields)


def pack_number(number: int) -> bytes:
    """Return a whole number, not negative, in eight bytes."""
    return number.to_bytes(_NUMBER, "big")


def unpack_number(packed: bytes) -> int:
    """Return the number of `pack_number`."""
    if len(packed) != _NUMBER:
        raise PackingError
    return int.from_bytes(packed, "big")


def canonical_json(value: Json) -> bytes:
    """Return the one spelling of a value: keys sorted, no spaces, UTF-8, no fractions."""
    _refuse_what_has_two_spellings(value)
    text = _ENCODER.encode(value)
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        raise PackingError from None  # the cause would carry the text itself


def _refuse_what_has_two_spellings(value: object) -> None:
    if isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                raise PackingError
            if not isinstance(item, str):  # most are, and each call costs as much as the rest
                _refuse_what_has_two_spellings(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            _refuse_what_has_two_spellings(item)
    elif not (value is None or isinstance(value, (bool, int, str))):
        raise PackingError
