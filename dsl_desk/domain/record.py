"""Kinds of record: how what somebody wrote becomes the fields of an entry, and comes back.

There are no data migrations. An old body keeps its schema number for ever and is read through one
small pure function for each step from that schema to today's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final, Generic, TypeAlias, TypeVar, cast

from dsl_desk.domain.entry import Body, Stamp
from dsl_desk.domain.fields import Fields
from dsl_desk.domain.vault_errors import EntryTooNewError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.entry_class import EntryClass
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.packing import Json

    Step: TypeAlias = Callable[[Mapping[str, Json]], Mapping[str, Json]]

D = TypeVar("D")

REF: Final = "ref"  # what people call the record; the one field that no draft holds
AUTHOR: Final = "author"


class WrongKindError(ValueError):
    """A record was read as another kind than it is: a bug."""


@dataclass(frozen=True)
class Said(Generic[D]):
    """What somebody wants written down: the draft, the record's reference, when it happened."""

    draft: D
    ref: str = ""
    happened_at: str = ""


@dataclass(frozen=True)
class Recorded(Generic[D]):
    """A record as it was written down, with its place in the ledger."""

    id: RecordId
    version: int
    written_at: datetime
    author: str = field(repr=False)
    draft: D
    entry: Stamp
    reason: str = field(default="", repr=False)
    ref: str = ""


def _nobody(_draft: object) -> Mapping[str, str]:
    return {}


@dataclass(frozen=True)
class Kind(Generic[D]):
    """One kind of record. `steps[0]` makes fields of schema 2 from those of schema 1."""

    name: str
    schema: int
    entry_class: EntryClass
    to_fields: Callable[[D], Mapping[str, Json]]
    of_fields: Callable[[Fields], D]
    steps: tuple[Step, ...] = ()
    to_names: Callable[[D], Mapping[str, str]] = _nobody

    def body(self, said: Said[D], author: str, reason: str = "") -> Body:
        """Return what the ledger keeps."""
        return Body(
            kind=self.name,
            schema=self.schema,
            happened_at=said.happened_at,
            reason=reason,
            names={**self.to_names(said.draft), AUTHOR: author},
            fields={**self.to_fields(said.draft), REF: said.ref},
        )

    def recorded(self, entry: Entry) -> Recorded[D]:
        """Return the record that an entry holds."""
        said = self.said(entry)
        return Recorded(
            id=entry.header.record,
            version=entry.header.version,
            written_at=datetime.fromisoformat(entry.header.written_at),
            author=entry.body.names[AUTHOR],
            draft=said.draft,
            entry=Stamp.of(entry),
            reason=entry.body.reason,
            ref=said.ref,
        )

    def said(self, entry: Entry) -> Said[D]:
        """Return what was written down; EntryTooNewError when a newer program wrote it."""
        return self.said_in(entry.body)

    def said_in(self, body: Body) -> Said[D]:
        """Return what a body says, in whatever it is kept. It is read once."""
        said = body.read.get((self.name, self.schema))
        if said is None:
            fields = self.fields_in(body)
            said = Said(self.of_fields(fields), fields.text(REF), body.happened_at)
            body.read[self.name, self.schema] = said
        return cast("Said[D]", said)

    def fields(self, entry: Entry) -> Fields:
        """Return the fields of an entry as today's schema has them."""
        return self.fields_in(entry.body)

    def fields_in(self, body: Body) -> Fields:
        """Return the fields of a body as today's schema has them."""
        if body.kind != self.name:
            raise WrongKindError
        if body.schema > self.schema:
            raise EntryTooNewError(body.schema, self.schema)
        fields = body.fields
        for step in self.steps[body.schema - 1 :]:
            fields = step(fields)
        return Fields(dict(fields))
