"""What is met seldom: an old piece of evidence, a first form, a step opened from a file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.evidence import EVIDENCE
from dsl_desk.domain.person import PersonDraft, PersonKind, StaffKind
from dsl_desk.services.uses import Poured
from tests.services.adults import advice, begin, do
from tests.services.declaring import entry_of
from tests.services.looking import captured, decided
from tests.services.staffroom import HESTER

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from tests.services.staffroom import Staffroom

LATER = ("spots", "lineage")


def test_that_evidence_of_schema_1_has_no_spots_and_stands_where_it_was_captured(
    desk: Desk,
) -> None:
    evidence = captured(desk, decided(desk).id)
    body = desk.sitting.part(Compartment.CHILDREN).ledger.newest(evidence.id).body
    older = {name: value for name, value in body.fields.items() if name not in LATER}
    read = EVIDENCE.said_in(replace(body, schema=1, fields=older)).draft
    assert (read.file, read.lineage) == (evidence.captured.file, None)
    assert not read.facts.spots


def test_that_pieces_go_into_a_room_that_is_smaller_and_lose_nothing() -> None:
    poured, room = Poured(iter((b"abc", b"de"))), bytearray(2)
    read = b""
    while count := poured.readinto(room):
        read += room[:count]
    assert read == b"abcde"


def test_that_a_first_form_of_a_round_begins_empty(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        draft = PersonDraft(PersonKind.STAFF, "Warbler", "Ada", staff_kind=StaffKind.TEACHER)
        desk.people.add(draft, entry_of(desk))
        desk.declaration_rounds.issue("2026 to 2027", "2026-12-11", entry_of(desk))
        of = desk.declaration_rounds.open_round()
        assert of is not None
        (one,) = of.waiting
        form = desk.declaration_rounds.form_of(one.asked.code)
        assert (form.by, form.links) == (one.asked.name, ())


def test_that_a_step_in_an_adults_file_is_read_on_the_page_of_its_allegation(
    school: Staffroom,
) -> None:
    with school.desk(HESTER) as desk:
        record = begin(desk)
        view = do(desk, record, advice())
        step = view.line.steps[-1].written.id
        kind, _ = desk.adults.read_at(record)
        assert desk.adults.read_at(step) == (kind, record)
