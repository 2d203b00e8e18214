"""Lives of a file: why a strand began, what it grew from, and what it knows to be missing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.entry import Body, Head
from dsl_desk.domain.fields import Fields

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.packing import Json

FOUNDING_KIND: Final = "founding"


class Began(Enum):
    """Why a strand was begun: each is a new life of one file on one device."""

    SET_UP = "set_up"
    RESTORE = "restore"
    COPY = "copy"
    IMPORT = "import"
    RE_KEY = "re_key"
    ROLLED_BACK = "rolled_back"
    FOUND_ANEW = "found_anew"  # grew from heads that stand in another file, which is closed


@dataclass(frozen=True)
class Birth:
    """What the first entry of a strand says: why, out of which heads, and what is missing."""

    why: Began
    grew_from: tuple[Head, ...] = ()
    missing: tuple[Head, ...] = ()  # newer heads that somebody has seen and this file has not

    def body(self, compartment: Compartment) -> Body:
        """Return it as the ledger keeps it."""
        return Body(
            FOUNDING_KIND,
            1,
            fields={
                "compartment": compartment.value,
                "why": self.why.value,
                "grew_from": _written(self.grew_from),
                "missing": _written(self.missing),
            },
        )


def birth_of(entry: Entry) -> Birth:
    """Return what the first entry of a strand says."""
    fields = Fields(entry.body.fields)
    return Birth(
        Began(fields.text("why")), _read(fields.each("grew_from")), _read(fields.each("missing"))
    )


def _written(heads: Sequence[Head]) -> list[Json]:
    return [
        {"strand": head.strand, "number": head.number, "hash": head.digest.hex()} for head in heads
    ]


def _read(heads: tuple[Fields, ...]) -> tuple[Head, ...]:
    return tuple(
        Head(head.text("strand"), head.number("number"), head.raw("hash")) for head in heads
    )
