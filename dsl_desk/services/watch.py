"""The watch over the vault's past: what this account saw last, and whether it is still there."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.errors import DamageError, DeskError
from dsl_desk.domain.strand import Began, Birth
from dsl_desk.domain.way_errors import KeychainError
from dsl_desk.storage.witnesses import Witness, gone_heads, notice_rollback, seal, unseal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from dsl_desk.domain.entry import Head
    from dsl_desk.domain.keychain import Keychain
    from dsl_desk.services.sitting import OpenedPart, Sitting
    from dsl_desk.storage.manifest import PartRow

EVERY: Final = 300.0  # seconds between two witnesses of one sitting


@dataclass(frozen=True)
class Notice:
    """Something about the vault that somebody should know, and that stops nobody."""

    error: DeskError


@dataclass(frozen=True)
class Memory:
    """Where this account keeps what a member saw: under a name that tells nobody who."""

    keychain: Keychain
    name: str
    key: bytes = field(repr=False)

    def recall(self) -> tuple[Witness, ...]:
        """Return what was seen last; nothing when the keychain does not answer."""
        with suppress(KeychainError):
            return unseal(self.keychain.read(self.name) or b"", self.key)
        return ()

    def keep(self, witnesses: Sequence[Witness]) -> bool:
        """Keep what is seen now; tell whether the keychain took it."""
        try:
            self.keychain.write(self.name, seal(witnesses, self.key))
        except KeychainError:
            return False
        return True


class Watch:
    """Looks back at unlock, and bears witness whenever something was saved."""

    def __init__(self, sitting: Sitting, memory: Memory) -> None:
        self._sitting = sitting
        self._memory = memory
        self._at = sitting.clock.monotonic()
        self.notices: list[Notice] = []

    def look_back(self) -> None:
        """Compare every part with what was seen of it, before anything is written.

        A part that is older than that goes on in a new strand, whose first entry names what lacks.
        """
        self.notices += [Notice(lacking) for lacking in self._sitting.older]
        seen = self._memory.recall()
        for compartment, opened in self._sitting.parts.items():
            of_this = [witness for witness in seen if witness.compartment is compartment]
            try:
                missing = notice_rollback(opened.part.ledger, of_this)
            except DamageError as told:
                self.notices.append(Notice(told))
                continue
            if missing is not None:
                self.notices.append(Notice(missing))
                _go_on_without(opened, gone_heads(opened.part.ledger, of_this))

    def look_at_copy(self, parts: Iterable[PartRow], taken_at: str) -> None:
        """Take a copy as a witness: what it has and the vault has not stands out from now on."""
        here = self._sitting.parts
        for row in (row for row in parts if row.compartment in here):
            seen = [Witness(row.compartment, head, taken_at) for head in row.heads]
            try:
                found: DeskError | None = notice_rollback(here[row.compartment].part.ledger, seen)
            except DamageError as told:
                found = told
            known = [repr(notice.error) for notice in self.notices]
            if found is not None and repr(found) not in known:
                self.notices.append(Notice(found))

    def bear_witness(self) -> bool:
        """Write down the heads as they are saved now; tell whether the keychain took it."""
        return self.testimony()()

    def testimony(self) -> Callable[[], bool]:
        """Return the heads as they are saved now, to be written down on any thread.

        A keychain may take its time. Written late, a witness is older and never ahead.
        """
        self._at = self._sitting.clock.monotonic()
        return partial(self._memory.keep, self.witnesses())

    def bear_witness_in_time(self) -> None:
        """Bear witness when the last one is five minutes old."""
        if self._sitting.clock.monotonic() - self._at >= EVERY:
            self.bear_witness()

    def witnesses(self) -> tuple[Witness, ...]:
        """Return the heads of every part: those that are written on first, which name the rest."""
        now = self._sitting.clock.now().isoformat()
        found = [
            (head.strand != opened.part.life.strand, Witness(compartment, head, now))
            for compartment, opened in self._sitting.parts.items()
            for head in opened.part.ledger.heads()
        ]
        return tuple(witness for _, witness in sorted(found, key=lambda each: each[0]))


def _go_on_without(opened: OpenedPart, missing: tuple[Head, ...]) -> None:
    birth = Birth(Began.ROLLED_BACK, opened.part.ledger.heads(), missing)
    opened.part.begin_strand(opened.pen, birth)
