from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dsl_desk.domain.concern import concern_body
from dsl_desk.domain.entry import Act
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.storage.checking import check_part
from dsl_desk.storage.shelves.concerns import CONCERNS, page_of_concerns
from tests.builders import a_concern_draft

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.part import Part
    from tests.storage.training import TrainingPart


def a_new_version(training: TrainingPart, part: Part, entry: Entry, words: str) -> None:
    body = concern_body(a_concern_draft(about=words), "C-2026-001", "Maya Fernsby")
    act = Act(
        EntryId(fresh_id(training.clock.now())),
        entry.header.record,
        EntryClass.CONCERN,
        body,
        version=entry.header.version + 1,
        replaces=entry.header.id,
    )
    with part.writing(training.pen) as write:
        write.enter(act)


def test_that_the_list_is_newest_first_and_comes_in_pages(
    part: Part, training: TrainingPart
) -> None:
    for _ in range(7):
        training.record(part)
        training.clock.advance(minutes=1)
    assert [row.ref for row in page_of_concerns(part.database, 0, 3).rows] == [
        "C-2026-007",
        "C-2026-006",
        "C-2026-005",
    ]
    last = page_of_concerns(part.database, 6, 3)
    assert ([row.ref for row in last.rows], last.first, last.total) == (["C-2026-001"], 6, 7)


def test_that_references_begin_again_each_year(part: Part, training: TrainingPart) -> None:
    training.record(part)
    training.clock.advance(days=60)
    training.record(part)
    refs = [row.ref for row in page_of_concerns(part.database, 0, 9).rows]
    assert refs == ["C-2027-001", "C-2026-001"]


def test_that_the_list_shows_the_newest_version_only(part: Part, training: TrainingPart) -> None:
    entry = training.record(part)
    a_new_version(training, part, entry, "Wren T.")
    page = page_of_concerns(part.database, 0, 9)
    assert [(row.version, row.whom()) for row in page.rows] == [(2, "Wren T.")]
    assert part.ledger.newest(entry.header.record).header.version == 2
    assert check_part(part, lambda _count: None) == 3


def test_that_a_list_of_an_older_version_is_made_again_the_same(
    part: Part, training: TrainingPart
) -> None:
    first = training.record(part)
    training.record(part)
    a_new_version(training, part, first, "Wren T.")
    shelf = CONCERNS
    before = list(shelf.rows(part.database))
    part.close()
    burglar = training.burgle()
    burglar.execute("UPDATE shelves SET version = 0 WHERE name = 'concerns'")
    burglar.execute("ALTER TABLE concerns_3 RENAME TO concerns_0")
    for index in ("newest", "reference", "told", "whom", "teller", "state"):
        burglar.execute(f"DROP INDEX concerns_3_by_{index}")
    burglar.close()
    again = training.open()
    assert list(shelf.rows(again.database)) == before
    again.close()
    again = training.open()
    assert list(again.database.rows("SELECT version FROM shelves WHERE name = 'concerns'")) == [
        (3,)
    ]
    assert again.database.row("SELECT 1 FROM sqlite_master WHERE name = 'concerns_0'") is None
    again.close()


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.booleans(), st.integers(-90_000, 90_000)), max_size=8))
def test_that_after_any_history_the_lists_agree_with_the_ledger(
    part: Part, training: TrainingPart, history: list[tuple[bool, int]]
) -> None:
    entry = training.record(part)
    for again, seconds in history:
        training.clock.advance(seconds=seconds)
        if again:
            a_new_version(training, part, part.ledger.newest(entry.header.record), "Wren T.")
        else:
            entry = training.record(part)
    assert check_part(part, lambda _count: None) == part.ledger.count()
