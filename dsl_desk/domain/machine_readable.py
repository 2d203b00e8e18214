"""Records as a machine reads them: every version of what a member may open, keys taken out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.entry import GONE
from dsl_desk.domain.record import AUTHOR
from dsl_desk.domain.record_line import ACTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.packing import Json

FORMAT: Final = "dsl-desk-records"
FORMAT_VERSION: Final = 1
# What opens a sealed file: it would open it for whoever has the file and the copy of the vault.
_KEYS: Final = frozenset({"key"})
_WITH_KEYS: Final = frozenset({"paper", "signed_paper", "evidence_file"})
STANDING: Final = (
    *("part", "id", "ref", "version", "written_at", "author", "happened_at", "reason"),
)


@dataclass(frozen=True)
class MachineVersion:
    """One version of a record."""

    entry: EntryId
    version: int
    written_at: str
    author: str = field(repr=False)
    happened_at: str = field(repr=False)
    reason: str = field(repr=False)
    schema: int
    fields: Mapping[str, Json] = field(repr=False)

    def plain(self) -> dict[str, Json]:
        """Return it as named values."""
        return {
            "entry": self.entry,
            "version": self.version,
            "written_at": self.written_at,
            "author": self.author,
            "happened_at": self.happened_at,
            "reason": self.reason,
            "schema": self.schema,
            "fields": dict(self.fields),
        }


@dataclass(frozen=True)
class MachineRecord:
    """A record with all its versions, oldest first. What two people let go of is none any more."""

    id: str
    part: Compartment
    kind: str
    ref: str = ""
    versions: tuple[MachineVersion, ...] = field(default=(), repr=False)

    def plain(self) -> dict[str, Json]:
        """Return it as named values."""
        versions: list[Json] = [one.plain() for one in self.versions]
        return {
            "id": self.id,
            "part": self.part.value,
            "kind": self.kind,
            "ref": self.ref,
            "versions": versions,
        }


@dataclass(frozen=True)
class About:
    """What stands at the head of the file: of which school, by whom, when, for whom, and why."""

    school: str
    made_by: str = field(repr=False)
    made_at: str
    made_for: str = field(default="", repr=False)
    why: str = field(default="", repr=False)

    def plain(self) -> dict[str, Json]:
        """Return it as named values."""
        return {
            "format": FORMAT,
            "version": FORMAT_VERSION,
            "school": self.school,
            "made_by": self.made_by,
            "made_at": self.made_at,
            "for": self.made_for,
            "why": self.why,
        }


def records_of(part: Compartment, entries: Iterable[Entry]) -> tuple[MachineRecord, ...]:
    """Return the records of a part, in the order they were begun, without acts of the vault.

    What was captured by mistake is left out; that it was, and what the police said, is told.
    """
    found: dict[str, MachineRecord] = {}
    for entry in entries:
        name = entry.header.record
        if entry.body is not GONE and entry.body.kind not in ACTS:
            before = found.get(name) or MachineRecord(name, part, entry.body.kind)
            found[name] = _with(before, entry)
    aside = _set_aside(found)
    return tuple(record for name, record in found.items() if name not in aside)


def _set_aside(found: Mapping[str, MachineRecord]) -> set[str]:
    """Return the evidence in quarantine, whatever shares its file, their copies, and the files."""
    mistaken = {_told(one, "evidence") for one in found.values() if one.kind == "quarantine"}
    files = {_told(found[name], "file") for name in mistaken if name in found}
    pieces = {
        name
        for name, one in found.items()
        if one.kind == "evidence" and _told(one, "file") in files
    }
    copies = {
        name: _told(one, "file")
        for name, one in found.items()
        if one.kind == "sharing_copy" and _told(one, "evidence") in pieces
    }
    return pieces | files | copies.keys() | set(copies.values())


def _told(record: MachineRecord, name: str) -> str:
    return str(record.versions[-1].fields.get(name, ""))


def _with(record: MachineRecord, entry: Entry) -> MachineRecord:
    header, body = entry.header, entry.body
    hidden = _KEYS if body.kind in _WITH_KEYS else frozenset()
    ref = body.fields.get("ref")
    version = MachineVersion(
        entry=header.id,
        version=header.version,
        written_at=header.written_at,
        author=body.names.get(AUTHOR, ""),
        happened_at=body.happened_at,
        reason=body.reason,
        schema=body.schema,
        fields={name: told for name, told in body.fields.items() if name not in hidden},
    )
    called = ref if isinstance(ref, str) and ref else record.ref
    return replace(record, ref=called, versions=(*record.versions, version))


def columns_of(records: Iterable[MachineRecord]) -> tuple[str, ...]:
    """Return the columns of one kind: how a version stands, then each of its fields."""
    names = {name for one in records for each in one.versions for name, _told in flat(each.fields)}
    return (*STANDING, *sorted(names))


def rows_of(records: Iterable[MachineRecord], columns: tuple[str, ...]) -> Iterator[list[str]]:
    """Return a row for each version of each record."""
    for record in records:
        for one in record.versions:
            told = {
                **dict(flat(one.fields)),
                "part": record.part.value,
                "id": record.id,
                "ref": record.ref,
                "version": str(one.version),
                "written_at": one.written_at,
                "author": one.author,
                "happened_at": one.happened_at,
                "reason": one.reason,
            }
            yield [told.get(name, "") for name in columns]


def flat(fields: Mapping[str, Json], inside: str = "field") -> Iterator[tuple[str, str]]:
    """Return every field by its path; a list is one cell, as JSON."""
    for name, told in fields.items():
        path = f"{inside}.{name}"
        if isinstance(told, Mapping):
            yield from flat(told, path)
        elif isinstance(told, str):
            yield path, told
        else:
            yield path, json.dumps(told, ensure_ascii=False)
