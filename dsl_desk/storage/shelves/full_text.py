"""The search's shelf: which words stand in the newest version of which record.

The index keeps no text: it reads the ledger's bodies through a view, so that its own integrity
check compares every word with the ledger, and disposal leaves nothing behind.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from typing_extensions import override

from dsl_desk.domain.concern import CONCERN
from dsl_desk.domain.conversation import CONVERSATION
from dsl_desk.domain.evidence import EVIDENCE
from dsl_desk.domain.found_in import FoundIn
from dsl_desk.domain.kinds import understood
from dsl_desk.domain.received import RECEIVED
from dsl_desk.domain.referral import REFERRAL
from dsl_desk.domain.step import STEP
from dsl_desk.storage.columns import as_bytes, as_number
from dsl_desk.storage.shelves.shelf import Listing, Standing, newer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.person_ref import PersonRef
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database

# Where in a body something can be found: short places first, which rank before the long ones. Of
# several ways to one place the first that leads to a text is taken: older schemas had others.
_PLACES: Final[Mapping[str, tuple[str, ...]]] = {
    "ref": ("fields.ref",),
    "people": ("names.people", "fields.about"),
    "told_by": ("fields.told_by.name", "fields.told_by"),
    "with_whom": ("fields.with_whom", "fields.spoke_to"),
    "agency": ("fields.agency",),
    "their_reference": ("fields.reference",),
    "platform": ("fields.online.platform",),
    "account": ("fields.online.account",),
    "circle": ("fields.online.group",),
    "address": ("fields.online.address", "fields.address"),
    "shows": ("fields.shows",),
    "names_seen": ("fields.names_seen",),
    "words": ("fields.words",),
    "wishes": ("fields.wishes",),
    "view": ("fields.view",),
    "action": ("fields.action",),
    "parents_why": ("fields.parents_why",),
    "original": ("fields.original",),
    "outcome": ("fields.outcome",),
    "why": ("fields.why", "fields.consent_why"),
    "reply": ("fields.reply",),
    "escalated": ("fields.escalated",),
}
SHORT: Final = ("ref", "people", "told_by", "with_whom", "agency", "their_reference")
_FIELDS: Final = tuple(_PLACES)
# The same ways in steps, for a body at hand: every entry is asked for every place.
_STEPS: Final = tuple(tuple(tuple(way.split(".")) for way in ways) for ways in _PLACES.values())
_NAME: Final = "found"
_VERSION: Final = 5
_COLUMNS: Final = ("kind TEXT NOT NULL", "concern TEXT NOT NULL", "person TEXT NOT NULL")
_SLICE: Final = 40  # about fifteen milliseconds, most of them the words themselves
_PLAIN: Final = re.compile(r"[A-Za-z0-9]+")
_ASKED: Final = 12
_BEGINNINGS: Final = (2, 3)


def _more(entry: Entry) -> Row | None:
    """Return what a hit is, the concern it leads to, and where it has none, whose file."""
    if not understood(entry.body):
        return None
    if entry.body.kind == CONCERN.name:
        return FoundIn.CONCERN.value, entry.header.record, ""
    if entry.body.kind == STEP.name:
        step = STEP.said(entry).draft
        return FoundIn.STEP.value, step.concern, _whose(step.people)
    if entry.body.kind == REFERRAL.name:
        referral = REFERRAL.said(entry).draft
        return FoundIn.REFERRAL.value, referral.concern, _whose(referral.people)
    return _of_evidence(entry)


def _of_evidence(entry: Entry) -> Row | None:
    if entry.body.kind == EVIDENCE.name:  # its words and its address, never what the file holds
        captured = EVIDENCE.said(entry).draft
        return FoundIn.EVIDENCE.value, captured.concern, _whose(captured.people)
    if entry.body.kind == CONVERSATION.name:
        put = CONVERSATION.said(entry).draft
        return FoundIn.CONVERSATION.value, put.concern, _whose(put.people)
    return _came(entry) if entry.body.kind == RECEIVED.name else None


def _came(entry: Entry) -> Row | None:
    """Return a hit in what came from another school: its newest words, in the child's file."""
    received = RECEIVED.said(entry).draft
    whose = received.person.person if received.newest else ""
    return (FoundIn.RECEIVED.value, "", whose) if whose else None


def _whose(people: tuple[PersonRef, ...]) -> str:
    return next((one.person for one in people if one.person), "")


class FullText(Listing):
    """One row for each record that can be found, and the index of its words.

    The row's own `place` is the entry's in this file: hits come newest first by themselves.
    """

    def __init__(self) -> None:
        super().__init__(_NAME, _VERSION, _COLUMNS, _more)
        self.slice = _SLICE
        self.index = f"words_{_VERSION}"
        self._view = f"bodies_{_VERSION}"
        names, places = ", ".join(_FIELDS), ", ".join("?" * (1 + len(_FIELDS)))
        self._into = f"INSERT INTO {self.index} (rowid, {names}) VALUES ({places})"  # noqa: S608 own constants

    @override
    def lay_out(self, database: Database) -> None:
        """Make table, view and index, empty."""
        super().lay_out(database)
        fields = ", ".join(f"{_first_text(ways)} AS {name}" for name, ways in _PLACES.items())
        names = ", ".join(_FIELDS)
        database.run(
            f"CREATE VIEW {self._view} (place, {names}) AS SELECT place, {fields}"  # noqa: S608 own constants
            f" FROM {self.table} JOIN ledger"
            f" ON ledger.record = {self.table}.record AND ledger.id = {self.table}.entry"
        )
        database.run(
            f"CREATE VIRTUAL TABLE {self.index} USING fts5({names}, content='{self._view}',"
            " content_rowid='place', tokenize='unicode61 remove_diacritics 2',"
            f" prefix='{' '.join(map(str, _BEGINNINGS))}')"
        )
        database.run(f"INSERT INTO {self.index} ({self.index}, rank) VALUES ('secure-delete', 1)")  # noqa: S608 own constants

    @override
    def tear_down(self, database: Database, version: int) -> None:
        """Drop what a version was made of."""
        database.run(f"DROP TABLE IF EXISTS words_{version}")
        database.run(f"DROP VIEW IF EXISTS bodies_{version}")
        super().tear_down(database, version)

    @override
    def put(self, database: Database, row: Row, standing: Standing) -> None:
        """Put a record's words into the index, in the place of those of an older version."""
        if not self.put_first(database, row):
            there = self.find(database, as_bytes(row[0]))
            if there is not None and not newer(row, there):
                return
            self._forget(database, as_bytes(row[0]))
            self.put_over(database, row)
        self._learn(database, standing)

    def _learn(self, database: Database, standing: Standing) -> None:
        """Put words into the index: those at hand, where they surely read as in the ledger."""
        texts = _texts_of(standing.entry)
        if "\0" not in "".join(texts):
            database.run(self._into, standing.place, *texts)
            return
        names = ", ".join(_FIELDS)
        database.run(
            f"INSERT INTO {self.index} (rowid, {names}) SELECT place, {names} FROM {self._view}"  # noqa: S608 own constants
            " WHERE place = ?",
            standing.place,
        )

    @override
    def take_off(self, database: Database, record: bytes) -> None:
        """Take a record's words out of the index, while they can still be read."""
        if self.find(database, record) is not None:
            self._forget(database, record)
        super().take_off(database, record)

    def whole(self, database: Database) -> None:
        """Compare every word of the index with the ledger; DamageError when one differs."""
        database.run(f"INSERT INTO {self.index} ({self.index}, rank) VALUES ('integrity-check', 1)")  # noqa: S608 own constants

    def stands(self, database: Database, entry: Entry) -> bool:
        """Tell whether an entry is found by its own first words, and its length is known.

        One step of a longer check. Without a length the hit cannot be ranked.
        """
        words = " ".join(_texts_of(entry)).split()
        asked = [word for word in words if _PLAIN.fullmatch(word)][:_ASKED]
        if not asked:
            return True
        row = database.row(
            f"SELECT 1 FROM {self.index} WHERE {self.index} MATCH ? AND rowid ="  # noqa: S608 own constants
            f" (SELECT words.id FROM ledger JOIN {self.index}_docsize AS words ON words.id = place"
            " WHERE ledger.id = ?)",
            " AND ".join(f'"{word}"' for word in asked),
            bytes.fromhex(entry.header.id),
        )
        return row is not None

    def leads_to(self, database: Database, entry: Entry, asked: Asked) -> bool:
        """Tell whether an entry is found by each of its words and their beginnings.

        What was asked before, of any entry, is not asked again. The index's own check reads every
        word one after the other; a search goes by a way of its own (the table `idx`), which may be
        of another day.
        """
        text = " ".join(_texts_of(entry))
        place = "(SELECT place FROM ledger WHERE id = ?)"
        sql = f"SELECT 1 FROM {self.index} WHERE {self.index} MATCH ? AND rowid = {place}"  # noqa: S608 own constants
        name = bytes.fromhex(entry.header.id)
        return all(database.row(sql, words, name) is not None for words in asked.anew(text))

    def strangers(self, database: Database, since: int) -> tuple[bool, int | None]:
        """Tell whether the next places of the index are all its own, and where to go on."""
        rows = list(
            database.rows(
                f"SELECT words.id, {self.table}.entry FROM {self.index}_docsize AS words"  # noqa: S608 own constants
                " LEFT JOIN ledger ON ledger.place = words.id"
                f" LEFT JOIN {self.table} ON {self.table}.record = ledger.record"
                f" AND {self.table}.entry = ledger.id"
                " WHERE words.id > ? ORDER BY words.id LIMIT 100",
                since,
            )
        )
        own = all(row[1] is not None for row in rows)
        return own, as_number(rows[-1][0]) if rows else None

    def read_through(self, database: Database) -> None:
        """Read every page of the index as it lies there, so that a damaged file is told as one."""
        for table in ("data", "idx", "docsize"):
            for _ in database.rows(f"SELECT * FROM {self.index}_{table}"):  # noqa: S608 own constants
                pass

    def _forget(self, database: Database, record: bytes) -> None:
        names = ", ".join(_FIELDS)
        database.run(
            f"INSERT INTO {self.index} ({self.index}, rowid, {names})"  # noqa: S608 own constants
            f" SELECT 'delete', place, {names} FROM {self._view} WHERE place ="
            f" (SELECT place FROM ledger JOIN {self.table} ON ledger.id = {self.table}.entry"
            f" WHERE {self.table}.record = ?)",
            record,
        )


class Asked:
    """Pieces of text, and words and beginnings of words, that a search was asked for before."""

    def __init__(self) -> None:
        self._pieces: set[str] = set()
        self._words: set[str] = set()

    def anew(self, text: str) -> set[str]:
        """Return what to ask of a text: only words of which nobody can doubt the letters."""
        pieces = set(text.split()) - self._pieces
        self._pieces |= pieces
        plain = (piece for piece in pieces if piece.isascii() and piece.isprintable())
        words = {word.lower() for piece in plain for word in _PLAIN.findall(piece)}
        begun = {f'"{word[:most]}"*' for word in words for most in _BEGINNINGS if len(word) >= most}
        wanted = (begun | {f'"{word}"' for word in words}) - self._words
        self._words |= wanted
        return wanted


def _first_text(ways: tuple[str, ...]) -> str:
    """Return what the view asks a body for; the guard lets it use no function but this one."""
    texts = [f"CAST(body AS TEXT) ->> '$.{way}'" for way in ways]
    if len(texts) == 1:
        return texts[0]
    first, second = texts
    return f"CASE WHEN {first} IS NULL THEN {second} ELSE {first} END"


def _texts_of(entry: Entry) -> list[str]:
    """Return the same texts as the view finds, a text for each place."""
    body = {"names": dict(entry.body.names), "fields": dict(entry.body.fields)}
    return [_first_of(body, ways) for ways in _STEPS]


def _first_of(body: Mapping[str, object], ways: tuple[tuple[str, ...], ...]) -> str:
    for way in ways:
        found: object = body
        for name in way:
            found = found.get(name) if isinstance(found, dict) else None
        if isinstance(found, str):
            return found
    return ""


FULL_TEXT: Final = FullText()
