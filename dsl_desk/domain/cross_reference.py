"""A cross-reference in a child's file: that a record about an adult is kept elsewhere. No name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.chronology import Item, ItemSort
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.record import Kind

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json

_TITLE: Final = "A record about an adult is kept in another part"
_LINE: Final = "It concerns this child. Whoever may open it finds it under {ref}."


@dataclass(frozen=True)
class CrossReference:
    """Whose file it stands in, since when, and under which reference the record is found."""

    child: PersonRef = field(repr=False)
    at: str
    ref: str


def _to_fields(draft: CrossReference) -> dict[str, Json]:
    return {"child": draft.child.fields(), "at": draft.at, "to": draft.ref}


def _of_fields(fields: Fields) -> CrossReference:
    child = PersonRef.of(fields.inside("child"))
    return CrossReference(child, fields.text("at"), fields.text("to"))


CROSS_REFERENCE: Final = Kind("cross_reference", 1, EntryClass.STEP, _to_fields, _of_fields)


def cross_reference_in_file(entry: Entry) -> Item:
    """Return how it stands in the child's file: it names nobody."""
    draft = CROSS_REFERENCE.said(entry).draft
    line = _LINE.replace("{ref}", draft.ref)
    return Item((draft.child.person,), draft.at, ItemSort.FILE, _TITLE, line)
