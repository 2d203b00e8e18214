"""Two versions of a record beside each other: which fields differ, and in which words."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from dataclasses import field as kept
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.packing import Json

_WORDS: Final = re.compile(r"\s+|[^\s]+")
HAPPENED_AT: Final = "happened_at"


@dataclass(frozen=True)
class Piece:
    """Some words of one version; `other` when the other version has not got them there."""

    words: str = kept(repr=False)
    other: bool


@dataclass(frozen=True)
class Difference:
    """A field that reads differently in two versions, cut where it does."""

    field: str
    before: tuple[Piece, ...] = kept(repr=False)
    after: tuple[Piece, ...] = kept(repr=False)


def compare(before: Entry, after: Entry) -> tuple[Difference, ...]:
    """Return the fields that differ, by name; fields of kinds not understood are compared too."""
    return compare_texts(_shown(before), _shown(after))


def compare_texts(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[Difference, ...]:
    """Return the fields whose texts differ, by name."""
    return tuple(
        Difference(name, *_pieces(old.get(name, ""), new.get(name, "")))
        for name in sorted({*old, *new})
        if old.get(name, "") != new.get(name, "")
    )


def _shown(entry: Entry) -> dict[str, str]:
    fields = {name: _as_text(value) for name, value in entry.body.fields.items()}
    return {**fields, HAPPENED_AT: entry.body.happened_at}


def _as_text(value: Json) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _pieces(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    left: list[Piece] = []
    right: list[Piece] = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if b > a:
            left.append(Piece("".join(old[a:b]), other=what != "equal"))
        if d > c:
            right.append(Piece("".join(new[c:d]), other=what != "equal"))
    return tuple(left), tuple(right)
