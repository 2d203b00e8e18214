"""Declarations on paper: each copy is an entry, and what is sealed stands in no register."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.declaration_filter import DeclarationFilter, as_narrowed
from dsl_desk.domain.declaration_review import Decision
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.leaving import PaperSort
from dsl_desk.domain.person import PersonDraft, PersonKind, StaffKind
from tests.builders import an_entry_id
from tests.services.declaring import (
    PRIYA,
    a_declaration,
    a_review,
    codes,
    declare,
    entry_of,
    give_passphrase,
    nothing,
    sign,
)
from tests.services.staffroom import ALBAN, HESTER, MAYA, Staffroom
from tests.services.way_out import own_copy

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk

pytestmark = pytest.mark.gate_story
ALL = DeclarationFilter()


def words_of(pdf: bytes) -> str:
    """Read a paper with one of poppler's programs, which share no line with the printer."""
    done = subprocess.run(
        ["pdftotext", "-layout", "-", "-"],  # noqa: S607 as it is found on this computer
        input=pdf,
        stdout=subprocess.PIPE,
        check=True,
        timeout=30,
    )
    return " ".join(done.stdout.decode().split())


def exports(desk: Desk) -> list[object]:
    entries = desk.sitting.part(Compartment.DECLARATIONS).ledger.entries()
    left = [one for one in entries if one.header.entry_class is EntryClass.EXPORT]
    return [one.body.fields.get("paper") or one.body.fields["form"] for one in left]


def test_that_a_letter_says_what_was_decided_and_where_to_sign(hester: Desk) -> None:
    hester.policy.adopt("shire", "As the governors chose", entry_of(hester))
    declared = declare(hester)
    record = declared.written.id
    with pytest.raises(DraftError) as refused:
        own_copy(hester, PaperSort.LETTER, record)
    assert codes(refused) == [("decision", "missing")]
    told = {}
    for decision in Decision:
        if decision is Decision.ESCALATED:
            continue
        sign(hester, declared, a_review(decision, why="As told"))
        told[decision] = words_of(own_copy(hester, PaperSort.LETTER, record))
    with_conditions = told[Decision.AGREED_WITH_CONDITIONS]
    for words in (PRIYA, "FD-2026-001", "MAT Personal 3", "16 July 2027", "Signature"):
        assert words in with_conditions
    assert "As told" not in with_conditions
    assert "Do you teach or supervise Kit?" in told[Decision.MORE_ASKED]
    assert "tell us when anything changes" in told[Decision.AGREED]
    assert exports(hester) == ["letter"] * 4


def test_that_a_sealed_letter_leaves_no_entry_in_the_part(signing_school: Staffroom) -> None:
    school = signing_school
    give_passphrase(school, ALBAN)
    with school.desk(ALBAN) as desk:
        declared = declare(desk, a_declaration(by=HESTER, signed=HESTER))
        sign(desk, declared)
        pdf = own_copy(desk, PaperSort.LETTER, declared.written.id)
        assert HESTER in words_of(pdf)


def test_that_the_register_is_made_with_reasons_and_without(hester: Desk) -> None:
    declared = declare(hester, a_declaration(by="=Priya"))
    sign(hester, declared, a_review(Decision.AGREED_WITH_CONDITIONS, why="Only at the club"))
    declare(hester, nothing("Marius Thistle"))
    declare(hester, a_declaration(by=MAYA, signed=MAYA))
    papers = hester.declaration_papers
    with_reasons = as_narrowed(ALL, reasons=True)
    short = words_of(own_copy(hester, PaperSort.DECLARATIONS, "declaration"))
    assert "Meadowcroft" in short
    assert "Thistle" in short
    assert "Fernsby" not in short
    assert "club" not in short
    long = own_copy(hester, PaperSort.DECLARATIONS, "declaration", narrowed=with_reasons)
    assert "club" in words_of(long)
    table = papers.register_table(ALL, reasons=True).answer.decode("utf-8-sig")
    assert "'=Priya" in table
    assert "Conditions" in table.splitlines()[0]
    plain = papers.register_table(ALL, reasons=False).answer.decode("utf-8-sig")
    assert "Conditions" not in plain
    counts = words_of(own_copy(hester, PaperSort.DECLARATION_COUNTS, "declaration"))
    assert "Declarations 2" in counts
    assert "Meadowcroft" not in counts
    assert exports(hester) == ["declarations", "declarations", "csv", "csv", "declaration_counts"]


def test_that_the_forms_of_a_round_carry_codes_and_last_years_answers(hester: Desk) -> None:
    for surname, forename in (("Oakhollow", "Priya"), ("Thistle", "Marius"), ("Fernsby", "Maya")):
        draft = PersonDraft(
            PersonKind.STAFF, surname, forename, staff_kind=StaffKind.TEACHER, role="Teacher"
        )
        hester.people.add(draft, an_entry_id(hester.sitting.clock))
    hester.policy.adopt("shire", "As the governors chose", entry_of(hester))
    declare(hester)
    declare(hester, nothing("Marius Thistle"))
    hester.declaration_rounds.issue("2026 to 2027", "2026-12-11", entry_of(hester))
    (of,) = hester.declaration_rounds.rounds()
    forms = words_of(hester.declaration_papers.forms(of).answer)
    for one in of.waiting:
        assert one.asked.code in forms
    for words in ("Aunt or uncle of Kit Meadowcroft", "Nothing to declare", "legitimate family"):
        assert words in forms
    chase = words_of(hester.declaration_papers.chase_list(of).answer)
    assert PRIYA in chase
    assert MAYA not in chase
    assert exports(hester) == ["forms", "chase_list"]
