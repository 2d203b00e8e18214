"""The colours of a screen as a profile (sRGB, IEC 61966-2-1), made here byte by byte.

An archive copy has to say what its colours mean. A profile out of a file would come with a licence
and an author; this one is the published numbers and nothing else.
"""

from __future__ import annotations

import struct
from typing import Final

_DESCRIPTION: Final = b"sRGB IEC61966-2.1"
_NOTICE: Final = b"No copyright, use freely"
_WHITE: Final = (0.9642, 1.0, 0.8249)  # D50, which profiles are counted from
_PRIMARIES: Final = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.7141),
}
_STEPS: Final = 1024
_MOST: Final = 65535
_HEADER: Final = 128
_FOUR: Final = 4
_LINEAR_UNTIL, _LINEAR_BY = 0.04045, 12.92
_OFFSET, _POWER = 0.055, 2.4


def colour_profile() -> bytes:
    """Return the profile, the same bytes each time."""
    curve = b"curv" + struct.pack(">II", 0, _STEPS) + struct.pack(f">{_STEPS}H", *_curve())
    tags = {
        b"desc": _described(_DESCRIPTION),
        b"cprt": b"text" + struct.pack(">I", 0) + _NOTICE + b"\0",
        b"wtpt": _point(_WHITE),
        **{name: _point(place) for name, place in _PRIMARIES.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    body, table, at = b"", b"", _HEADER + _FOUR + 12 * len(tags)
    placed: dict[bytes, int] = {}
    for name, data in tags.items():
        if data not in placed:
            placed[data] = at + len(body)
            body += data + b"\0" * (-len(data) % _FOUR)
        table += name + struct.pack(">II", placed[data], len(data))
    size = at + len(body)
    return _header(size) + struct.pack(">I", len(tags)) + table + body


def _header(size: int) -> bytes:
    made = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    head = struct.pack(">I4sI", size, b"\0" * _FOUR, 0x02100000) + b"mntrRGB XYZ " + made
    head += b"acsp" + b"\0" * 28 + struct.pack(">3i", *map(_fixed, _WHITE))
    return head.ljust(_HEADER, b"\0")


def _point(place: tuple[float, float, float]) -> bytes:
    return b"XYZ " + struct.pack(">I3i", 0, *map(_fixed, place))


def _fixed(number: float) -> int:
    return round(number * 65536)


def _described(words: bytes) -> bytes:
    told = words + b"\0"
    return b"desc" + struct.pack(">II", 0, len(told)) + told + b"\0" * 78


def _curve() -> list[int]:
    return [round(_light(step / (_STEPS - 1)) * _MOST) for step in range(_STEPS)]


def _light(signal: float) -> float:
    if signal <= _LINEAR_UNTIL:
        return signal / _LINEAR_BY
    return float(((signal + _OFFSET) / (1 + _OFFSET)) ** _POWER)
