"""What has a day of review: every record of a part, with the facts its day is reckoned from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.child_file import CHILD_FILE
from dsl_desk.domain.concern import CONCERN, concern_of
from dsl_desk.domain.identity import IDENTITY
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.kinds import understood
from dsl_desk.domain.legal_hold import is_sexual
from dsl_desk.domain.misfiling import MISFILING
from dsl_desk.domain.paper import PAPER
from dsl_desk.domain.person_ref import ids_of
from dsl_desk.domain.referral import REFERRAL
from dsl_desk.domain.step import STEP
from dsl_desk.domain.task import TASK
from dsl_desk.domain.words import label
from dsl_desk.storage.columns import as_bytes, as_number, as_text
from dsl_desk.storage.shelves.shelf import Listing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.person_ref import PersonRef
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database

_DAY: Final = len("2026-11-19")


@dataclass(frozen=True)
class KeptRow:
    """One record: whose days count, when it was made, and when something was last added."""

    record: RecordId
    kind: str
    parent: str
    people: tuple[str, ...]
    ref: str
    what: str = field(repr=False)
    made: str
    last: str
    sexual: bool


def _concern(entry: Entry) -> Row:
    concern = concern_of(entry)
    draft = concern.draft
    people = _ids(draft.subjects())
    told = draft.told_at or entry.header.written_at
    return "", people, concern.ref, concern.whom(), told[:_DAY], int(is_sexual(draft.sorts))


def _step(entry: Entry) -> Row:
    draft = STEP.said(entry).draft
    return draft.concern, _ids(draft.people), "", label(draft.sort), draft.at[:_DAY], 0


def _referral(entry: Entry) -> Row:
    draft = REFERRAL.said(entry).draft
    return draft.concern, _ids(draft.people), "", label(draft.to), draft.at[:_DAY], 0


def _misfiling(entry: Entry) -> Row:
    draft = MISFILING.said(entry).draft
    return draft.record, "", "", "", entry.header.written_at[:_DAY], 0


def _paper(entry: Entry) -> Row:
    return PAPER.said(entry).draft.concern, "", "", "", entry.header.written_at[:_DAY], 0


def _task(entry: Entry) -> Row:
    draft = TASK.said(entry).draft
    return draft.concern, draft.person, "", draft.title, draft.due[:_DAY], 0


def _child_file(entry: Entry) -> Row:
    who = CHILD_FILE.said(entry).draft.person
    return "", _ids((who,)), "", who.name, entry.header.written_at[:_DAY], 0


def _identity(entry: Entry) -> Row:
    draft = IDENTITY.said(entry).draft
    people = _ids((draft.person,) if draft.person else ())
    made = (draft.first_seen or entry.header.written_at)[:_DAY]
    return "", people, "", f"{draft.platform} {draft.handle}".strip(), made, 0


_FACTS: Final[Mapping[str, Callable[[Entry], Row]]] = {
    CONCERN.name: _concern,
    STEP.name: _step,
    REFERRAL.name: _referral,
    MISFILING.name: _misfiling,
    PAPER.name: _paper,
    TASK.name: _task,
    CHILD_FILE.name: _child_file,
    IDENTITY.name: _identity,
}


def _ids(people: Iterable[PersonRef]) -> str:
    return " ".join(ids_of(people))


def _more(entry: Entry) -> Row | None:
    facts = _FACTS.get(entry.body.kind)
    if facts is None or not understood(entry.body):
        return None
    return (entry.body.kind, *facts(entry), entry.header.written_at[:_DAY])


KEEPING: Final = Listing(
    name="keeping",
    version=1,
    columns=(
        "kind TEXT NOT NULL",
        "parent TEXT NOT NULL",
        "people TEXT NOT NULL",
        "ref TEXT NOT NULL",
        "what TEXT NOT NULL",
        "made TEXT NOT NULL",
        "sexual INTEGER NOT NULL",
        "last TEXT NOT NULL",
    ),
    more=_more,
    indexes=("parent parent, record",),
)
_SHOWN: Final = "record, kind, parent, people, ref, what, made, last, sexual"


def kept_row(database: Database, record: RecordId) -> KeptRow | None:
    """Return what is known of one record; None where it has no day of its own."""
    row = database.row(
        f"SELECT {_SHOWN} FROM {KEEPING.table} WHERE record = ?",  # noqa: S608 own constants
        bytes.fromhex(record),
    )
    return None if row is None else _read(row)


def what_goes_with(database: Database, record: RecordId) -> tuple[KeptRow, ...]:
    """Return what was written down beside a record, and goes when it goes."""
    rows = database.rows(
        f"SELECT {_SHOWN} FROM {KEEPING.table} WHERE parent = ? ORDER BY record",  # noqa: S608 own constants
        record,
    )
    return tuple(_read(row) for row in rows)


def all_kept(database: Database) -> Iterator[KeptRow]:
    """Return every record that stands by itself."""
    for row in database.rows(f"SELECT {_SHOWN} FROM {KEEPING.table} WHERE parent = ''"):  # noqa: S608 own constants
        yield _read(row)


def last_entry(database: Database, row: KeptRow) -> str:
    """Return the day of the last entry about a record, its own or one beside it."""
    beside = what_goes_with(database, row.record)
    return max(row.last, *(one.last for one in beside)) if beside else row.last


def _read(row: Row) -> KeptRow:
    return KeptRow(
        record=RecordId(as_bytes(row[0]).hex()),
        kind=as_text(row[1]),
        parent=as_text(row[2]),
        people=tuple(as_text(row[3]).split()),
        ref=as_text(row[4]),
        what=as_text(row[5]),
        made=as_text(row[6]),
        last=as_text(row[7]),
        sexual=bool(as_number(row[8])),
    )
