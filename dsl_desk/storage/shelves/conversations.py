"""The conversations of a part: a row for each picture, so that each picture finds its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.conversation import CONVERSATION, conversation_of
from dsl_desk.domain.kinds import understood
from dsl_desk.storage.shelves.numbered import next_in, numbers, records_in
from dsl_desk.storage.shelves.spread import Spread

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database


def _more(entry: Entry) -> tuple[tuple[str, ...], Row] | None:
    if entry.body.kind != CONVERSATION.name or not understood(entry.body):
        return None
    conversation = conversation_of(entry)
    put = conversation.put
    pictures = tuple(shot.evidence for shot in put.said.shots)
    return pictures, (*numbers(conversation.ref), put.said.basis, put.concern)


# Where others have a person in `person`, this has a piece of evidence.
CONVERSATIONS: Final = Spread(
    name="conversations",
    version=1,
    columns=(
        "year INTEGER NOT NULL",
        "sequence INTEGER NOT NULL",
        "basis TEXT NOT NULL",
        "concern TEXT NOT NULL",
    ),
    more=_more,
    indexes=("picture person, hlc", "newest year, sequence, record", "basis basis, hlc"),
)


def next_number_of_conversation(database: Database, year: int) -> int:
    """Return the number the next conversation gets in a year."""
    return next_in(database, CONVERSATIONS.table, year)


def page_of_conversations(database: Database, first: int, count: int) -> tuple[RecordId, ...]:
    """Return a stretch of the conversations, newest first."""
    rows = database.rows(
        f"SELECT DISTINCT record, year, sequence FROM {CONVERSATIONS.table}"  # noqa: S608 own constants
        " ORDER BY year DESC, sequence DESC, record LIMIT ? OFFSET ?",
        count,
        first,
    )
    return records_in(rows)


def conversations_with(database: Database, evidence: str) -> tuple[RecordId, ...]:
    """Return the conversations in which a piece of evidence stands, oldest first."""
    return _found(database, "person", evidence)


def conversations_under(database: Database, basis: str) -> tuple[RecordId, ...]:
    """Return the conversations that were made under a decision, oldest first."""
    return _found(database, "basis", basis)


def _found(database: Database, column: str, value: str) -> tuple[RecordId, ...]:
    rows = database.rows(
        f"SELECT DISTINCT record, hlc FROM {CONVERSATIONS.table} WHERE {column} = ? ORDER BY hlc",  # noqa: S608 own constants
        value,
    )
    return records_in(rows)
