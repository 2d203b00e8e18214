"""A part as somebody finds it who is about to open it, with whatever lies beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dsl_desk.storage.heads import Judge, ahead
from dsl_desk.storage.journal import PartFile, Settled, settle
from tests.storage.training import CHILDREN, TrainingPart

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dsl_desk.domain.entry import Head

ENTRIES = 5


@dataclass
class Found:
    """A part as somebody finds it who is about to open it."""

    training: TrainingPart
    salt: bytes

    @property
    def file(self) -> PartFile:
        return PartFile(self.training.path, self.training.key, self.salt, CHILDREN)

    @property
    def journal(self) -> Path:
        return self.training.path.with_name("children.part-journal")

    @property
    def kept(self) -> Path:
        return self.training.path.with_name("quarantine")

    def settle(self, witnessed: Sequence[Head] = ()) -> Settled:
        judge = Judge(self.training.roll, lambda ledger: not ahead(witnessed, ledger.heads()))
        return settle(self.file, judge, self.kept)

    def heads(self) -> tuple[Head, ...]:
        part = self.training.open()
        try:
            return part.ledger.heads()
        finally:
            part.close()

    def record(self) -> None:
        part = self.training.open()
        self.training.record(part)
        part.close()

    def cut_short(self) -> tuple[bytes, bytes]:
        """Return file and journal as a writer leaves them who is killed in the midst of a save."""
        burglar = self.training.burgle()
        burglar.execute("PRAGMA journal_mode=TRUNCATE")
        burglar.execute("PRAGMA cache_size=1")
        burglar.execute("BEGIN IMMEDIATE")
        burglar.execute("UPDATE ledger SET body = zeroblob(9000)")
        burglar.execute("INSERT INTO shelves VALUES (?, 9, 0, 0)", ("x" * 90_000,))
        pair = self.training.path.read_bytes(), self.journal.read_bytes()
        burglar.execute("ROLLBACK")
        burglar.close()
        assert len(pair[1]) > 512
        return pair

    def lay(self, pair: tuple[bytes, bytes]) -> None:
        self.training.path.write_bytes(pair[0])
        self.journal.write_bytes(pair[1])

    def has_journal(self) -> bool:
        return self.journal.exists() and self.journal.stat().st_size > 0

    def lies(self) -> tuple[bytes, bytes]:
        return self.training.path.read_bytes(), self.journal.read_bytes()
