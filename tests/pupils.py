"""Invented people in any number: birds and plants in all their combinations."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIRST: Final = (
    "Wren",
    "Linnet",
    "Sorrel",
    "Tansy",
    "Rowan",
    "Kit",
    "Robin",
    "Teasel",
    "Bryony",
    "Clover",
    "Dunnock",
    "Fern",
    "Hazel",
    "Ivy",
    "Jay",
    "Lark",
    "Merle",
    "Nettle",
    "Olive",
    "Perdix",
    "Quill",
    "Rush",
    "Sedge",
    "Teal",
    "Umber",
    "Vetch",
    "Willow",
    "Yarrow",
    "Zinnia",
    "Ash",
)
_ENDINGS: Final = ("", "a", "ella", "ine", "o", "ie", "is", "on")
_FAMILIES: Final = (
    "Tamarisk",
    "Harebell",
    "Larkspur",
    "Fernsby",
    "Rushmere",
    "Oakhollow",
    "Meadowcroft",
    "Thistle",
    "Marchbanks",
    "Moss",
    "Kestrel",
    "Winterbourne",
    "Hollybank",
    "Reed",
    "Bracken",
    "Campion",
    "Dabchick",
    "Elderfield",
    "Foxglove",
    "Gorse",
    "Heron",
)
_PLACES: Final = ("", "by", "wood", "ley", "ton", "field", "mere", "wick", "stead", "worth", "cote")


def many_names(count: int) -> Iterator[tuple[str, str]]:
    """Tell so many different names; up to 4,851 have a surname of their own."""
    first = [name + ending for name in _FIRST for ending in _ENDINGS]
    last = [
        one + other.lower() + place for other, place, one in product(_FAMILIES, _PLACES, _FAMILIES)
    ]
    for number in range(count):
        yield first[number % len(first)], last[number % len(last)]
