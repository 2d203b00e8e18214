"""The registers: what their lists show, by what they are sorted, and when somebody looks again."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.fields import Fields
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.kinds import understood
from dsl_desk.domain.page import Page
from dsl_desk.domain.policy.terms import Event
from dsl_desk.domain.record import AUTHOR
from dsl_desk.domain.registers.all import BY_KIND, REGISTERS
from dsl_desk.domain.registers.entry_acts import events_said, said_in_letters
from dsl_desk.domain.registers.entry_facts import facts_of_entry
from dsl_desk.domain.registers.register import RegisterDraft, RegisterName, RegisterRow
from dsl_desk.storage.columns import as_bytes, as_number, as_text
from dsl_desk.storage.shelves.shelf import Listing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database


def _more(entry: Entry) -> Row | None:
    register = BY_KIND.get(entry.body.kind)
    if register is None or not understood(entry.body):
        return None
    draft = register.kind.said(entry).draft
    told = [each.told(draft.said(each.name)) for each in register.blanks]
    shown = {name: draft.said(name) for name in register.columns}
    return (
        entry.body.kind,
        draft.said(register.day),
        register.due(draft),
        int(register.is_open(draft)),
        " ".join(draft.people.get(name, "") for name in sorted(draft.people)),
        "\n".join(told).casefold(),
        json.dumps([shown, dict(draft.people)], ensure_ascii=False, sort_keys=True),
        *_of_duties(entry, draft),
    )


def _of_duties(entry: Entry, draft: RegisterDraft) -> Row:
    """Return what duties are reckoned from, so that Today need not open every entry.

    Another rule in `entry_facts` or `entry_acts` is another version of this shelf.
    """
    events = {event.value: at for event, at in events_said(draft).items()}
    return (
        draft.policy.entry,
        "\n".join(sorted(facts_of_entry(draft).known)),
        said_in_letters(draft),
        json.dumps(events, sort_keys=True),
        entry.header.written_at,
        entry.body.names.get(AUTHOR, ""),
    )


ENTRIES: Final = Listing(
    name="registers",
    version=3,
    columns=(
        "register TEXT NOT NULL",
        "day TEXT NOT NULL",
        "due TEXT NOT NULL",
        "open INTEGER NOT NULL",
        "people TEXT NOT NULL",
        "words TEXT NOT NULL",
        "shown TEXT NOT NULL",
        "policy TEXT NOT NULL",
        "facts TEXT NOT NULL",
        "letters TEXT NOT NULL",
        "events TEXT NOT NULL",
        "written TEXT NOT NULL",
        "author TEXT NOT NULL",
    ),
    more=_more,
    indexes=("day register, day, hlc", "due due"),
)
_SHOWN: Final = "record, version, register, due, open, shown"
_FITS: Final = "register = ? AND words LIKE ? ESCAPE '!'"
_LONGEST: Final = 200  # nobody looks for more letters than these


@dataclass(frozen=True)
class ReckonedRow:
    """What the duties of an entry are reckoned from. Of a later version `author` is the last's."""

    record: RecordId
    register: RegisterName
    version: int
    policy: str
    facts: str
    letters: str
    events: str
    written: str
    author: str = field(repr=False)

    def said(self) -> dict[Event, str]:
        """Return when each event was, as far as the entry says it."""
        return {Event(name): at for name, at in Fields(json.loads(self.events)).texts().items()}


def rows_to_reckon(database: Database, registers: Iterable[RegisterName]) -> Iterator[ReckonedRow]:
    """Return every entry of these registers, however many there are."""
    names = [one.value for one in registers]
    places = ", ".join("?" * len(names))
    for row in database.rows(
        "SELECT record, register, version, policy, facts, letters, events, written, author"  # noqa: S608 own constants
        f" FROM {ENTRIES.table} WHERE register IN ({places}) ORDER BY register, day DESC, hlc DESC",
        *names,
    ):
        record, register, version, *texts = row
        name = RegisterName(as_text(register))
        told = (as_text(each) for each in texts)
        yield ReckonedRow(RecordId(as_bytes(record).hex()), name, as_number(version), *told)


def page_of_register(
    database: Database, register: RegisterName, first: int, count: int, words: str = ""
) -> Page[RegisterRow]:
    """Return a stretch of a register, newest first; with words, of those entries that say them."""
    wanted = (register.value, holding(words.strip().casefold()[:_LONGEST]))
    rows = database.rows(
        f"SELECT {_SHOWN} FROM {ENTRIES.table} WHERE {_FITS}"  # noqa: S608 own constants
        " ORDER BY day DESC, hlc DESC, record LIMIT ? OFFSET ?",
        *wanted,
        count,
        first,
    )
    read = tuple(_read(row) for row in rows)
    total = database.number(f"SELECT count(*) FROM {ENTRIES.table} WHERE {_FITS}", *wanted)  # noqa: S608 own constants
    return Page(read, first, total)


def open_entries(database: Database, register: RegisterName) -> tuple[RegisterRow, ...]:
    """Return every entry of a register that still waits for something, newest first."""
    rows = database.rows(
        f"SELECT {_SHOWN} FROM {ENTRIES.table} WHERE register = ? AND open = 1"  # noqa: S608 own constants
        " ORDER BY day DESC, hlc DESC, record",
        register.value,
    )
    return tuple(_read(row) for row in rows)


def register_entries_due(database: Database, until: str) -> tuple[RegisterRow, ...]:
    """Return what somebody has to look at again by a day, what is due first before the rest."""
    rows = database.rows(
        f"SELECT {_SHOWN} FROM {ENTRIES.table}"  # noqa: S608 own constants
        " WHERE due > '' AND due <= ? ORDER BY due, hlc",
        until,
    )
    return tuple(_read(row) for row in rows)


def register_entries_about(
    database: Database, register: RegisterName, person: str
) -> tuple[RecordId, ...]:
    """Return the entries of a register that name somebody."""
    rows = database.rows(
        f"SELECT record FROM {ENTRIES.table} WHERE register = ? AND people LIKE ? ESCAPE '!'"  # noqa: S608 own constants
        " ORDER BY day, hlc",
        register.value,
        holding(person),
    )
    return tuple(RecordId(as_bytes(row[0]).hex()) for row in rows)


def holding(words: str) -> str:
    """Return the pattern of what holds these words, whatever signs are among them."""
    plain = words.replace("!", "!!").replace("%", "!%").replace("_", "!_")
    return f"%{plain}%"


def register_row(database: Database, record: str) -> RegisterRow | None:
    """Return one entry as a list shows it; None where it is not shelved."""
    row = database.row(
        f"SELECT {_SHOWN} FROM {ENTRIES.table} WHERE record = ?",  # noqa: S608 own constants
        bytes.fromhex(record),
    )
    return None if row is None else _read(row)


def _shown_of(row: Row) -> RegisterDraft:
    name = RegisterName(as_text(row[2]))
    answers, people = (Fields(each).texts() for each in json.loads(as_text(row[5])))
    return RegisterDraft(name, answers, people)


def _read(row: Row) -> RegisterRow:
    draft = _shown_of(row)
    register = REGISTERS[draft.register]
    return RegisterRow(
        id=RecordId(as_bytes(row[0]).hex()),
        register=draft.register,
        version=as_number(row[1]),
        cells=tuple(register.blank(name).told(draft.said(name)) for name in register.columns),
        people=tuple(draft.people.get(name, "") for name in register.columns),
        due=as_text(row[3]),
        is_open=bool(as_number(row[4])),
    )
