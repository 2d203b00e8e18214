"""The code of a recovery kit: 130 random bits, in signs that are hard to mistake on paper.

Crockford's base 32 (no I, L, O or U), 26 signs and 4 check signs, in six groups of five. The check
signs are those of the Reed-Solomon code (30, 26) over the field of 32 elements: any one to four
wrong signs are found, whatever they are, and so are two neighbours that changed places.
"""

from __future__ import annotations

import secrets
from typing import Final

from dsl_desk.domain.way_errors import WrongKitError

SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_HEARD_AS: Final = str.maketrans("OIL", "011", " -\u2010\u2011\u2012\u2013\t\r\n\u00a0")
RANDOM_SIGNS: Final = 26
CHECK_SIGNS: Final = 4
_ALL_SIGNS: Final = RANDOM_SIGNS + CHECK_SIGNS
_GROUP: Final = 5
_BITS: Final = 5
_FIELD: Final = 0b100101  # x^5 + x^2 + 1
KIT_KEY_LENGTH: Final = 17  # 130 bits


def fresh_code() -> str:
    """Return a code that never was before, as it is printed."""
    values = [secrets.randbelow(len(SIGNS)) for _ in range(RANDOM_SIGNS)]
    signs = "".join(SIGNS[value] for value in (*values, *_check(values)))
    return "-".join(signs[at : at + _GROUP] for at in range(0, _ALL_SIGNS, _GROUP))


def read_code(typed: str) -> bytes:
    """Return the bytes of a code as somebody typed it; WrongKitError tells a slip at once."""
    signs = typed.upper().translate(_HEARD_AS)
    if len(signs) != _ALL_SIGNS or any(sign not in SIGNS for sign in signs):
        raise WrongKitError(misread=True)
    values = [SIGNS.index(sign) for sign in signs]
    if _check(values[:RANDOM_SIGNS]) != values[RANDOM_SIGNS:]:
        raise WrongKitError(misread=True)
    number = 0
    for value in values[:RANDOM_SIGNS]:
        number = number << _BITS | value
    return number.to_bytes(KIT_KEY_LENGTH, "big")


def _check(values: list[int]) -> list[int]:
    """Return the remainder of the values by the generator, as four check signs."""
    remainder = [0] * CHECK_SIGNS
    for value in values:
        lead = value ^ remainder[0]
        remainder = [
            left ^ _times(lead, factor)
            for left, factor in zip([*remainder[1:], 0], _GENERATOR, strict=True)
        ]
    return remainder


def _times(one: int, other: int) -> int:
    product = 0
    for bit in range(_BITS):
        if other >> bit & 1:
            product ^= one << bit
    for bit in reversed(range(_BITS, 2 * _BITS - 1)):
        if product >> bit & 1:
            product ^= _FIELD << bit - _BITS
    return product


def _generator() -> tuple[int, ...]:
    """Return (x - a)(x - a^2)(x - a^3)(x - a^4) for a = 2, without its leading 1."""
    factors, root = [1], 1
    for _ in range(CHECK_SIGNS):
        root = _times(root, 2)
        shifted = [*factors, 0]
        lower = [0, *(_times(factor, root) for factor in factors)]
        factors = [one ^ other for one, other in zip(shifted, lower, strict=True)]
    return tuple(factors[1:])


_GENERATOR: Final = _generator()
