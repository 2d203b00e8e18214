"""Sealed files that no entry knows: left by somebody killed between the file and its entry.

Nobody can read them, since the key stands in the entry that was never written. They are taken away
only by whoever can read every entry of the part, and only if they understand every one: a newer
program may name files in a way of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.disposal import blobs_of
from dsl_desk.domain.kinds import understood

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.services.quarantines import Quarantines
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.part import Part

_SLICE: Final = 40  # entries: a few milliseconds


class Sweeping:
    """Goes through the ledger a slice at a time, so that whoever asks for something goes first."""

    def __init__(self, sitting: Sitting, quarantines: Quarantines) -> None:
        self._sitting = sitting
        self._quarantines = quarantines

    def round(self) -> Iterator[None]:
        """Finish what a killed desk began: move what was set aside, sweep what nobody knows."""
        self._quarantines.settle()
        yield
        for opened in tuple(self._sitting.parts.values()):
            yield from self._sweep(opened.part)

    def _sweep(self, part: Part) -> Iterator[None]:
        store = self._quarantines.store(part.compartment)
        there = store.names()
        known: set[str] = set()
        place = 0
        while there and place < part.ledger.end():
            for line in part.ledger.lines_between(place + 1, place + 1 + _SLICE):
                body = part.ledger.prove(line).body
                if not understood(body):
                    return
                known.update(blobs_of(body))
            place += _SLICE
            yield
        strangers = there - known
        if strangers:
            store.sweep(store.names() - strangers)  # what came meanwhile stays
