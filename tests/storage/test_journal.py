"""What lies beside a part when it is opened: the journals of killed writers, and planted ones."""

from __future__ import annotations

import errno
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.disk_errors import DiskFailedError
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.keeping_errors import DiskSpaceError, JournalRefusedError
from dsl_desk.storage import journal
from dsl_desk.storage.database import salt_of
from dsl_desk.storage.heads import ahead
from dsl_desk.storage.journal import PartFile, Settled
from tests.storage.found import Found
from tests.storage.training import CHILDREN, TrainingPart

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dsl_desk.domain.entry import Head


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
    (kept,) = found.kept.iterdir()
    assert {one.name for one in kept.iterdir()} == {"children.part", "children.part-journal"}
    assert (kept / "children.part-journal").read_bytes() == stale


def test_that_a_stale_journal_is_known_even_where_nobody_was_witness(
    found: Found, stale: bytes
) -> None:
    before = found.heads()
    found.lay((found.training.path.read_bytes(), stale))
    assert found.settle() is Settled.FILE_KEPT
    assert found.heads() == before


def test_that_a_save_killed_at_its_last_instant_is_kept_and_leaves_nothing_aside(
    found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, early = found.heads(), found.training.path.read_bytes()
    found.record()
    late = found.training.path.read_bytes()

    def what_sqlite_would_leave(file: PartFile, _judge: object) -> tuple[Head, ...]:
        file.path.write_bytes(early)
        return before

    found.lay((late, b"noise" * 300))
    monkeypatch.setattr(journal, "_taken_back", what_sqlite_would_leave)
    assert found.settle(before) is Settled.FILE_KEPT
    assert found.training.path.read_bytes() == late
    assert list(found.kept.iterdir()) == []


def test_that_a_save_whose_search_misses_one_page_is_taken_back(
    found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, early = found.heads(), found.training.path.read_bytes()
    found.record()
    with closing(found.training.burgle()) as connection:  # the page that never reached the disk
        connection.execute("DELETE FROM words_5_docsize WHERE id = (SELECT max(place) FROM ledger)")
    late = found.training.path.read_bytes()

    def what_sqlite_would_leave(file: PartFile, _judge: object) -> tuple[Head, ...]:
        file.path.write_bytes(early)
        return before

    found.lay((late, b"noise" * 300))
    monkeypatch.setattr(journal, "_taken_back", what_sqlite_would_leave)
    assert found.settle(before) is Settled.TAKEN_BACK
    assert found.training.path.read_bytes() == early
    assert list(found.kept.iterdir()) == []


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
