"""Two records of one person: that they are one, and, by a version, that they are not after all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.record import Kind, Said

if TYPE_CHECKING:
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.packing import Json


@dataclass(frozen=True)
class MergeDraft:
    """`other` is the same person as `kept`, whose record is shown from now on."""

    kept: PersonRef
    other: PersonRef
    undone: bool = False


@dataclass(frozen=True)
class Merged:
    """A merge as the directory knows it."""

    id: RecordId
    kept: RecordId
    other: RecordId
    name: str = field(repr=False)  # of the other, as it was written


def _to_fields(draft: MergeDraft) -> dict[str, Json]:
    return {
        "kept": draft.kept.fields(),
        "other": draft.other.fields(),
        "undone": draft.undone,
    }


def _of_fields(fields: Fields) -> MergeDraft:
    return MergeDraft(
        PersonRef.of(fields.inside("kept")),
        PersonRef.of(fields.inside("other")),
        undone=fields.truth("undone"),
    )


PERSON_MERGE: Final = Kind(
    name="person_merge",
    schema=1,
    entry_class=EntryClass.PERSON,
    to_fields=_to_fields,
    of_fields=_of_fields,
)


def said_of_merge(draft: MergeDraft) -> Said[MergeDraft]:
    """Return a merge as the ledger takes it."""
    return Said(draft)
