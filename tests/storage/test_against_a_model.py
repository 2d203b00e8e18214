"""Any interleaving of recording, changing, disposing and merging, against plain Python."""

from __future__ import annotations

import tempfile
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from dsl_desk.domain.concern import CONCERN, said_of
from dsl_desk.domain.entry import GONE
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import RecordDisposedError
from dsl_desk.storage.checking import check_part
from dsl_desk.storage.merging import merge
from dsl_desk.storage.search import find
from dsl_desk.storage.shelves.concerns import CONCERNS, page_of_concerns
from tests.builders import a_concern_draft, an_entry_id
from tests.storage.copies import copied, goes_on
from tests.storage.training import TrainingPart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.ids import EntryId, RecordId
    from dsl_desk.storage.part import Part

DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["record", "version", "dispose", "merge", "back in time"]),
        st.integers(0, 1),
        st.integers(0, 5),
    ),
    max_size=18,
)


@dataclass
class Model:
    """What one copy knows: every version by its entry, and which records are disposed of."""

    versions: dict[EntryId, Entry] = field(default_factory=dict)
    disposed: set[RecordId] = field(default_factory=set)

    def living(self) -> list[RecordId]:
        records = {entry.header.record for entry in self.versions.values()}
        return sorted(records - self.disposed)

    def tips(self, record: RecordId) -> list[Entry]:
        mine = [entry for entry in self.versions.values() if entry.header.record == record]
        replaced = {old for entry in mine for old in entry.header.replaced()}
        return [entry for entry in mine if entry.header.id not in replaced]

    def newest(self, record: RecordId) -> Entry:
        return max(
            (entry for entry in self.versions.values() if entry.header.record == record),
            key=lambda entry: (entry.header.version, entry.header.hlc, entry.header.id),
        )


CHANGED_HERE_DISPOSED_OF_THERE = [
    ("record", 0, 0),
    ("merge", 1, 0),
    ("version", 0, 0),
    ("dispose", 1, 0),
    ("merge", 0, 0),
]


@settings(max_examples=40, deadline=None)
@example(CHANGED_HERE_DISPOSED_OF_THERE)
@given(DEEDS)
def test_that_two_copies_hold_what_plain_python_says(deeds: list[tuple[str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        training = TrainingPart(Path(folder) / "one.part")
        training.make().close()
        twin = copied(training, Path(folder) / "two.part")
        with closing(training.open()) as one, closing(twin.open()) as two:
            goes_on(twin, two)
            parts, models = (one, two), (Model(), Model())
            for deed, which, chosen in deeds:
                training.clock.advance(seconds=-90 if deed == "back in time" else 1)
                order = (which, 1 - which)
                _do(deed, training, [parts[n] for n in order], [models[n] for n in order], chosen)
            for part, model in zip(parts, models, strict=True):
                _agrees(part, model)


def _do(
    deed: str,
    training: TrainingPart,
    parts: Sequence[Part],
    models: Sequence[Model],
    chosen: int,
) -> None:
    part, model = parts[0], models[0]
    living = model.living()
    if deed == "merge":
        merge(part, parts[1].ledger, training.pen)
        model.versions |= models[1].versions
        model.disposed |= models[1].disposed
    elif deed == "record":
        entry = training.record(part)
        model.versions[entry.header.id] = entry
    elif living and deed == "version":
        entry = _next_version(training, part, model, living[chosen % len(living)])
        model.versions[entry.header.id] = entry
    elif living and deed == "dispose":
        record = living[chosen % len(living)]
        with part.writing(training.pen) as write:
            write.dispose(record, "Kept for as long as it had to be")
        model.disposed.add(record)


def _next_version(training: TrainingPart, part: Part, model: Model, record: RecordId) -> Entry:
    tips = model.tips(record)
    said = said_of(a_concern_draft(about="Somebody else"), "C-2026-001")
    with part.writing(training.pen) as write:
        entry = write.version(
            CONCERN, said, tips[0].header.id, "Misheard", an_entry_id(training.clock)
        )
    assert set(entry.header.replaced()) == {tip.header.id for tip in tips}
    return entry


def _agrees(part: Part, model: Model) -> None:
    check_part(part, lambda _count: None)
    concern = EntryClass.CONCERN
    there = [entry for entry in part.ledger.entries() if entry.header.entry_class is concern]
    assert {entry.header.id for entry in there} == set(model.versions)
    assert [entry.header.hlc for entry in there] == sorted(entry.header.hlc for entry in there)
    for entry in there:
        gone = entry.header.record in model.disposed
        assert (entry.body is GONE) is gone
        assert entry.digest == model.versions[entry.header.id].digest
    living = model.living()
    assert [part.ledger.newest(record) for record in living] == [model.newest(r) for r in living]
    assert {row[0] for row in CONCERNS.rows(part.database)} == {bytes.fromhex(r) for r in living}
    assert page_of_concerns(part.database, 0, 1).total == len(living)
    assert len(find(part.database, "C")) == len(living)
    assert set(part.ledger.apart()) == {r for r in living if len(model.tips(r)) > 1}
    for record in model.disposed:
        _is_disposed(part, record)


def _is_disposed(part: Part, record: RecordId) -> None:
    try:
        part.ledger.newest(record)
    except RecordDisposedError:
        return
    raise AssertionError
