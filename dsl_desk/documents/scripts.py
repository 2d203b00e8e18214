"""Other alphabets: which bundled face draws a sign that ours do not have."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

ARABIC: Final = "NotoSansArabic_400Regular"
BENGALI: Final = "NotoSansBengali_400Regular"
HAN: Final = "NotoSansSC_400Regular"
EMOJI: Final = "NotoEmoji_400Regular"
# Their letters change shape beside one another or run from right to left, or the printer cannot
# say which words their signs stand for.
COMPLEX: Final = frozenset({ARABIC, BENGALI, EMOJI})

# First sign, first sign behind it, face; in order.
_BLOCKS: Final = (
    (0x0600, 0x0700, ARABIC),
    (0x0750, 0x0780, ARABIC),
    (0x08A0, 0x0900, ARABIC),
    (0x0964, 0x0966, BENGALI),
    (0x0980, 0x0A00, BENGALI),
    (0x2300, 0x2400, EMOJI),
    (0x2600, 0x27C0, EMOJI),
    (0x2B00, 0x2C00, EMOJI),
    (0x2E80, 0x3130, HAN),
    (0x31A0, 0xA000, HAN),
    (0xF900, 0xFB00, HAN),
    (0xFB50, 0xFE00, ARABIC),
    (0xFE0E, 0xFE10, EMOJI),
    (0xFE30, 0xFE50, HAN),
    (0xFE70, 0xFEFF, ARABIC),
    (0xFF00, 0xFFF0, HAN),
    (0x1F000, 0x1FB00, EMOJI),
    (0x20000, 0x2FA20, HAN),
)
_FIRST: Final = tuple(first for first, _end, _face in _BLOCKS)


def face_for(sign: str) -> str:
    """Return the face of the block a sign stands in, or nothing."""
    at = bisect_right(_FIRST, ord(sign)) - 1
    if at < 0:
        return ""
    _first, end, face = _BLOCKS[at]
    return face if ord(sign) < end else ""
