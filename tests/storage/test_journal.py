"""What lies beside a part when it is opened: the journals of killed writers, and planted ones."""

from __future__ import annotations

import errno
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.entry_form import read_header, write_header
from dsl_desk.domain.errors import (
    DamageError,
    DiskFailedError,
    DiskSpaceError,
    JournalRefusedError,
    VaultBusyError,
)
from dsl_desk.storage import journal
from dsl_desk.storage.database import salt_of
from dsl_desk.storage.heads import Judge, ahead
from dsl_desk.storage.journal import PartFile, Settled, settle
from tests.storage.training import CHILDREN, MAYA, TrainingPart

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
        judge = Judge(self.training.roll, lambda heads: not ahead(witnessed, heads))
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


@pytest.fixture
def found(training: TrainingPart) -> Found:
    part = training.make()
    for _ in range(ENTRIES - 1):
        training.record(part)
    part.close()
    return Found(training, salt_of(training.path))


@pytest.fixture
def stale(found: Found) -> bytes:
    """A genuine journal of an earlier save, which was finished since."""
    _, old = found.cut_short()
    found.record()
    return old


def test_that_a_part_that_was_closed_has_nothing_to_settle(found: Found) -> None:
    assert found.settle() is Settled.NOTHING_FOUND
    assert not found.kept.exists()


def test_that_an_empty_journal_is_normal(found: Found) -> None:
    found.journal.write_bytes(b"")
    assert found.settle() is Settled.NOTHING_FOUND
    assert not found.kept.exists()


def test_that_a_journal_that_was_dealt_with_is_normal(found: Found) -> None:
    found.journal.write_bytes(bytes(2000))
    assert found.settle() is Settled.NOTHING_FOUND


def test_that_a_save_cut_short_is_taken_back_and_leaves_nothing(found: Found) -> None:
    before = found.heads()
    found.lay(found.cut_short())
    assert found.settle(before) is Settled.TAKEN_BACK
    assert found.heads() == before
    assert not found.has_journal()
    assert list(found.kept.iterdir()) == []


def test_that_without_its_journal_such_a_file_would_be_broken(found: Found) -> None:
    pair = found.cut_short()
    found.training.path.write_bytes(pair[0])
    found.journal.unlink(missing_ok=True)
    with pytest.raises(DamageError):
        found.heads()


def test_that_a_stale_journal_takes_nothing_back_that_was_witnessed(
    found: Found, stale: bytes
) -> None:
    before = found.heads()
    found.lay((found.training.path.read_bytes(), stale))
    assert found.settle(before) is Settled.FILE_KEPT
    assert not found.has_journal()
    assert found.heads() == before


def test_that_a_stale_journal_is_known_even_where_nobody_was_witness(
    found: Found, stale: bytes
) -> None:
    before = found.heads()
    found.lay((found.training.path.read_bytes(), stale))
    assert found.settle() is Settled.FILE_KEPT
    assert found.heads() == before
    (kept,) = found.kept.iterdir()
    assert {one.name for one in kept.iterdir()} == {"children.part", "children.part-journal"}
    assert (kept / "children.part-journal").read_bytes() == stale


def test_that_a_stale_journal_left_to_sqlite_takes_a_save_back(found: Found, stale: bytes) -> None:
    before = found.heads()
    found.lay((found.training.path.read_bytes(), stale))
    try:
        after: Sequence[Head] = found.heads()
    except DamageError:
        after = ()
    assert ahead(before, after)


def test_that_a_pair_put_back_from_an_earlier_day_is_refused_and_kept_as_found(
    found: Found,
) -> None:
    pair = found.cut_short()
    found.record()
    witnessed = found.heads()
    found.lay(pair)
    names = set()
    for _ in range(2):
        with pytest.raises(JournalRefusedError) as told:
            found.settle(witnessed)
        assert told.value.compartment is CHILDREN
        assert found.lies() == pair
        names.add(told.value.kept)
    (name,) = names  # the same pair is not kept twice
    kept = found.training.path.parent / name
    assert (kept / "children.part").read_bytes() == pair[0]
    assert (kept / "children.part-journal").read_bytes() == pair[1]
    assert [one.name for one in found.kept.iterdir()] == [kept.name]


def test_that_a_pair_of_which_nothing_can_be_read_is_refused_and_kept(found: Found) -> None:
    whole = found.training.path.read_bytes()
    pair = (whole[:16] + b"noise" * 5000, b"noise" * 1000)
    found.lay(pair)
    with pytest.raises(JournalRefusedError):
        found.settle()
    assert found.lies() == pair


def test_that_a_journal_of_noise_harms_nothing(found: Found) -> None:
    before = found.heads()
    found.lay((found.training.path.read_bytes(), b"noise" * 1000))
    assert found.settle(before) in {Settled.TAKEN_BACK, Settled.FILE_KEPT}
    assert found.heads() == before


def test_that_a_journal_with_pages_of_another_key_harms_nothing(
    found: Found, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = TrainingPart(tmp_path / "other" / "children.part")
    other.make().close()
    foreign = Found(other, salt_of(other.path)).cut_short()[1]
    before = found.heads()
    found.lay((found.training.path.read_bytes(), foreign))
    assert found.settle() is Settled.FILE_KEPT
    assert found.heads() == before


def test_that_a_journal_that_names_another_file_deletes_nothing(
    found: Found, tmp_path: Path
) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"")
    name = str(victim).encode()
    tail = (
        name
        + len(name).to_bytes(4, "big")
        + sum(name).to_bytes(4, "big")
        + bytes.fromhex("d9d505f920a163d7")
    )
    pair = found.cut_short()
    page = (2**31).to_bytes(4, "big")
    before = found.heads()
    found.lay((pair[0], pair[1] + page + tail))
    with pytest.raises(JournalRefusedError):
        found.settle(before)
    assert victim.exists()
    found.lay((found.training.path.read_bytes(), pair[1]))
    assert found.settle(before) is Settled.TAKEN_BACK


def test_that_a_write_ahead_log_is_never_ours(found: Found) -> None:
    before = found.heads()
    for ending in ("-wal", "-shm"):
        found.training.path.with_name(f"children.part{ending}").write_bytes(b"planted")
    assert found.settle() is Settled.NOTHING_FOUND
    assert {one.name[:17] for one in found.kept.iterdir()} == {
        "children.part-wal",
        "children.part-shm",
    }
    assert found.heads() == before


@pytest.mark.parametrize("moment", ["_taken_back", "_is_whole_and_further_on", "_forget"])
def test_that_whoever_is_killed_while_judging_begins_again(
    found: Found, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    before = found.heads()
    found.lay(found.cut_short())

    def killed(*_args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(journal, moment, killed)
        with pytest.raises(KeyboardInterrupt):
            found.settle(before)
    assert found.settle(before) is Settled.TAKEN_BACK
    assert found.heads() == before


def test_that_whoever_is_killed_before_a_stale_journal_is_judged_still_loses_nothing(
    found: Found, stale: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = found.heads()
    found.lay((found.training.path.read_bytes(), stale))

    def killed(*_args: object) -> None:
        raise KeyboardInterrupt

    for moment in ("_is_whole_and_further_on", "_put_in_place", "_named"):
        with monkeypatch.context() as broken:
            broken.setattr(journal, moment, killed)
            with pytest.raises(KeyboardInterrupt):
                found.settle()
    assert found.settle() is Settled.FILE_KEPT
    assert found.heads() == before


@pytest.mark.parametrize(
    ("number", "fact"), [(errno.ENOSPC, DiskSpaceError), (errno.EIO, DiskFailedError)]
)
def test_that_nothing_is_judged_before_it_is_copied(
    found: Found, monkeypatch: pytest.MonkeyPatch, number: int, fact: type[Exception]
) -> None:
    pair = found.cut_short()
    found.lay(pair)

    def fail(*_args: object) -> None:
        raise OSError(number, "")

    with monkeypatch.context() as broken:
        broken.setattr(journal, "copy_flushed", fail)
        with pytest.raises(fact):
            found.settle()
    assert found.lies() == pair
    assert list(found.kept.iterdir()) == []
    assert found.settle() is Settled.TAKEN_BACK


def test_that_a_part_somebody_holds_is_not_judged(found: Found) -> None:
    found.lay(found.cut_short())
    burglar = found.training.burgle()
    burglar.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(VaultBusyError):
            journal._taken_back(found.file, Judge(found.training.roll))
    finally:
        burglar.close()


def test_that_an_entry_that_is_missing_or_out_of_place_is_found(found: Found) -> None:
    burglar = found.training.burgle()
    burglar.execute("DELETE FROM ledger WHERE number = 3")
    burglar.close()
    with pytest.raises(DamageError) as told:
        _proved(found)
    assert told.value.where == Where(Damage.MISSING, CHILDREN, 3)


def test_that_an_entry_that_follows_another_is_found(found: Found) -> None:
    burglar = found.training.burgle()
    row = burglar.execute("SELECT header FROM ledger WHERE number = 3").fetchone()
    header = replace(read_header(row[0]), previous=bytes(32))
    burglar.execute(
        "UPDATE ledger SET header = ?, signature = ? WHERE number = 3",
        (write_header(header), MAYA.sign(write_header(header))),
    )
    burglar.close()
    with pytest.raises(DamageError) as told:
        _proved(found)
    assert told.value.where == Where(Damage.CHAIN, CHILDREN, 3)


def _proved(found: Found) -> object:
    part = found.training.open()
    try:
        return Judge(found.training.roll).heads_if_they_will_do(part.database)
    finally:
        part.close()


def test_that_heads_are_proved_entry_by_entry(found: Found) -> None:
    part = found.training.open()
    heads = part.ledger.heads()
    assert Judge(found.training.roll).heads_if_they_will_do(part.database) == heads
    part.close()
