"""A part under a new key: every entry of the copy is proved before anybody relies on it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from dsl_desk.domain.damage import Damage
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.progress import untold
from dsl_desk.storage.database import Database, open_compartment, salt_of
from dsl_desk.storage.heads import proved_heads
from dsl_desk.storage.ledger import Ledger
from dsl_desk.storage.rekey import copy_under
from tests.builders import a_concern_draft
from tests.storage.training import CHILDREN, TrainingPart

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dsl_desk.domain.entry import Head
    from dsl_desk.domain.progress import Progress

PAGE = 4096
NEW_KEY = b"n" * 32
LONG = 3  # the number of the entry whose words take several pages


def with_long_words(training: TrainingPart) -> tuple[Head, ...]:
    part = training.make()
    for words in ("short", "She said that three others agreed. " * 500):
        training.record(part, a_concern_draft(words=words))
    heads = part.ledger.heads()
    part.close()
    return heads


def with_one_page_damaged(training: TrainingPart) -> Iterator[None]:
    """Leave the part with one bit of one page changed, page after page."""
    good = training.path.read_bytes()
    for page in range(1, len(good) // PAGE):
        spot = page * PAGE + 100
        training.path.write_bytes(good[:spot] + bytes([good[spot] ^ 1]) + good[spot + 1 :])
        yield


def copied(training: TrainingPart, path: Path) -> bytes:
    """Put the part under another key."""
    path.unlink(missing_ok=True)
    salt = salt_of(training.path)
    with closing(open_compartment(training.path, training.key, salt, CHILDREN)) as old:
        return copy_under(old, training.roll, path, NEW_KEY, untold)


def led_to(training: TrainingPart, path: Path, salt: bytes) -> tuple[Head, ...]:
    with closing(open_compartment(path, NEW_KEY, salt, CHILDREN)) as copy:
        return proved_heads(Ledger(copy, training.roll))


@pytest.mark.parametrize("pages_are_asked", [True, False])
def test_that_a_damaged_page_never_becomes_a_good_part_without_what_stood_on_it(
    training: TrainingPart,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    pages_are_asked: bool,
) -> None:
    heads, refused = with_long_words(training), []
    if not pages_are_asked:  # the last page of long words proves in the copy: it is empty now
        monkeypatch.setattr(Database, "is_whole", lambda _self: True)
    for _ in with_one_page_damaged(training):
        try:
            salt = copied(training, tmp_path / "copy.part")
        except DamageError as told:
            refused.append(told.where)
        else:
            assert led_to(training, tmp_path / "copy.part", salt) == heads
    assert refused


def test_that_words_that_came_over_as_nothing_under_a_good_seal_are_named(
    training: TrainingPart, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_long_words(training)
    really = Database.copy_to

    def copy_without_the_long_words(
        old: Database, path: Path, key: bytes, salt: bytes, progress: Progress
    ) -> None:
        really(old, path, key, salt, progress)
        copy = dbapi2.connect(str(path), isolation_level=None)
        copy.set_key(b"x'" + key.hex().encode() + b"'")
        copy.execute("UPDATE ledger SET body = zeroblob(length(body)) WHERE number = ?", (LONG,))
        copy.close()

    monkeypatch.setattr(Database, "copy_to", copy_without_the_long_words)
    with pytest.raises(DamageError) as told:
        copied(training, tmp_path / "copy.part")
    assert (told.value.where.damage, told.value.where.number) == (Damage.BODY, LONG)
