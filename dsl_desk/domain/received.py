"""What came in a parcel: the parcel, and each entry as the school before wrote and signed it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.entry_form import read_body
from dsl_desk.domain.kept_facts import Facts, written_on
from dsl_desk.domain.parcel import CAME_AS, CarriedEntry, Signer, words_in
from dsl_desk.domain.person_ref import PersonRef, ids_of
from dsl_desk.domain.record import Kind
from dsl_desk.domain.told_rows import rows_of

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Body
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.written import Written


@dataclass(frozen=True)
class ParcelDraft:
    """A parcel that was taken in: whose, where from, and what is needed to check it again."""

    person: PersonRef
    school: str
    vault: str
    sent_by: str = field(repr=False)
    sent_at: str
    sha256: str
    entries: int
    covered: int
    left_out: int
    left_by: CarriedEntry = field(repr=False)
    signers: tuple[Signer, ...] = field(repr=False)


@dataclass(frozen=True)
class ReceivedDraft:
    """One entry of a parcel. `newest`: no later version of its record came with it."""

    person: PersonRef
    parcel: str
    school: str
    by: str = field(repr=False)
    carried: CarriedEntry = field(repr=False)
    newest: bool = True


def _parcel_fields(draft: ParcelDraft) -> dict[str, Json]:
    return {
        "person": draft.person.fields(),
        "school": draft.school,
        "vault": draft.vault,
        "sent_by": draft.sent_by,
        "sent_at": draft.sent_at,
        "sha256": draft.sha256,
        "entries": draft.entries,
        "covered": draft.covered,
        "left_out": draft.left_out,
        "left_by": draft.left_by.fields(),
        "signers": [one.fields() for one in draft.signers],
    }


def _parcel_of(fields: Fields) -> ParcelDraft:
    return ParcelDraft(
        person=PersonRef.of(fields.inside("person")),
        school=fields.text("school"),
        vault=fields.text("vault"),
        sent_by=fields.text("sent_by"),
        sent_at=fields.text("sent_at"),
        sha256=fields.text("sha256"),
        entries=fields.number("entries"),
        covered=fields.number("covered"),
        left_out=fields.number("left_out"),
        left_by=CarriedEntry.of(fields.inside("left_by")),
        signers=tuple(map(Signer.of, fields.each("signers"))),
    )


def _received_fields(draft: ReceivedDraft) -> dict[str, Json]:
    return {
        "person": draft.person.fields(),
        "parcel": draft.parcel,
        "school": draft.school,
        "by": draft.by,
        "newest": draft.newest,
        "words": words_in(draft.carried.body),
        **draft.carried.fields(),
    }


def _received_of(fields: Fields) -> ReceivedDraft:
    return ReceivedDraft(
        person=PersonRef.of(fields.inside("person")),
        parcel=fields.text("parcel"),
        school=fields.text("school"),
        by=fields.text("by"),
        carried=CarriedEntry.of(fields),
        newest=fields.truth("newest"),
    )


PARCEL: Final = Kind("parcel", 1, EntryClass.CHILD_FILE, _parcel_fields, _parcel_of)
RECEIVED: Final = Kind(CAME_AS, 1, EntryClass.CHILD_FILE, _received_fields, _received_of)


def parcel_kept(one: Written) -> Facts:
    """Return what the day of a parcel is reckoned from."""
    draft = PARCEL.said_in(one.body).draft
    return Facts(written_on(one), ids_of((draft.person,)), what=f"Parcel of {draft.school}")


def received_kept(one: Written) -> Facts:
    """Return what the day of an entry that came is reckoned from: it goes with its parcel."""
    draft = RECEIVED.said_in(one.body).draft
    return Facts(written_on(one), ids_of((draft.person,)), draft.parcel, what=draft.school)


def told_of(body: Body) -> tuple[tuple[str, str], ...]:
    """Return what a body says; of an entry that came in a parcel, what the entry itself says."""
    if body.kind != CAME_AS:
        return rows_of(body)
    return rows_of(read_body(RECEIVED.said_in(body).draft.carried.body))
