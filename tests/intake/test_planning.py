from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.errors import ListRefusedError, StoppedError
from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.domain.import_plan import ImportPlan, Sheet, Why
from dsl_desk.domain.list_trouble import ListTrouble
from dsl_desk.domain.person import PersonDraft, PersonKind, PersonRow
from dsl_desk.domain.progress import untold
from dsl_desk.intake.columns import guess
from dsl_desk.intake.csv_reader import read_csv
from dsl_desk.intake.planning import Occasion, plan_import
from tests.intake.lists import SIMS_COLUMNS, WREN, a_csv, upn

if TYPE_CHECKING:
    from collections.abc import Sequence

TODAY = date(2026, 11, 19)
WREN_HERE = PersonDraft(
    PersonKind.PUPIL,
    "Tamarisk",
    "Wrenna",
    "Wren",
    "2016-03-02",
    "F",
    "A123456789012",
    "",
    "6",
    "6H",
)
CELLS = dict(
    zip(("upn", "surname", "forename", "known", "born", "sex", "year", "form"), WREN, strict=True)
)


def row(**changes: str) -> tuple[str, ...]:
    return tuple({**CELLS, **changes}.values())


def here(draft: PersonDraft = WREN_HERE, number: int = 1) -> PersonRow:
    name = f"{number:032x}"
    return PersonRow(RecordId(name), EntryId(name), draft)


def plan(rows: Sequence[Sequence[str]], *known: PersonRow) -> ImportPlan:
    sheet = read_csv(a_csv(rows))
    numbers = count(1000)
    occasion = Occasion(TODAY, lambda: EntryId(f"{next(numbers):032x}"))
    return plan_import(sheet, guess(sheet.columns, {}), known, occasion, untold)


def test_that_somebody_not_known_is_new_as_the_row_tells() -> None:
    made = plan([WREN])
    assert [(one.number, one.draft, one.was) for one in made.new] == [(2, WREN_HERE, None)]
    assert made.new[0].fields == ()


def test_that_the_same_list_again_changes_nothing() -> None:
    assert plan([WREN], here()) == ImportPlan(same=1)


def test_that_who_is_known_by_upn_is_changed_in_what_differs_and_in_nothing_else() -> None:
    made = plan([row(surname="Moss", year="Year 7")], here())
    assert [(one.was, one.fields) for one in made.changed] == [(here(), ("surname", "year"))]
    assert made.changed[0].draft.known_as == "Wren"


def test_that_an_empty_cell_takes_nothing_away() -> None:
    assert plan([row(known="", sex="", form="-")], here()) == ImportPlan(same=1)


def test_that_who_has_no_upn_here_is_known_by_name_and_birthday() -> None:
    made = plan([WREN], here(replace(WREN_HERE, upn="")))
    assert [one.fields for one in made.changed] == [("upn",)]


def test_that_who_is_known_by_their_former_upn_gets_the_new_one() -> None:
    known = here(replace(WREN_HERE, former_upn="A123456789012", upn="B123456789012"))
    made = plan([WREN], known)
    assert [one.fields for one in made.changed] == [("upn", "former_upn")]
    assert made.changed[0].draft.former_upn == "B123456789012"


def test_that_who_is_here_and_not_in_the_list_has_left_and_who_is_back_has_not() -> None:
    gone, back = here(number=2), here(replace(WREN_HERE, ends="2026-07-20"))
    gone = replace(gone, draft=replace(WREN_HERE, upn=upn(7), surname="Reed", born="2015-01-01"))
    made = plan([WREN], back, gone)
    assert [(one.was, one.draft.ends) for one in made.left] == [(gone, "2026-11-19")]
    assert [one.fields for one in made.changed] == [("ends",)]
    assert (
        plan([WREN], here(), replace(gone, draft=replace(gone.draft, ends="2026-01-01"))).left == ()
    )


def test_that_staff_never_leave_by_a_list_of_pupils() -> None:
    lena = here(PersonDraft(PersonKind.STAFF, "Harebell", "Lena"))
    assert plan([WREN], lena).left == ()


@pytest.mark.parametrize(
    ("cells", "why", "column"),
    [
        (row(surname="", forename="", known=""), Why.NO_NAME, ""),
        (row(upn="", born=""), Why.NO_BIRTHDAY, ""),
        (row(born="31/02/2016"), Why.NOT_A_DAY, "DOB"),
        (row(born="02/03/2116"), Why.NOT_YET, "DOB"),
        (row(upn="A12"), Why.UPN, "UPN"),
        (row(surname="=HYPERLINK(1)"), Why.FORMULA, "Legal Surname"),
        (row(forename="+44"), Why.FORMULA, "Legal Forename"),
        (row(known="-1+1"), Why.FORMULA, "Preferred Forename"),
        (row(form="@SUM(A1)"), Why.FORMULA, "Reg Group"),
        (row(surname="x" * 201), Why.TOO_LONG, "Legal Surname"),
        ((*WREN, "one too many"), Why.CELLS, ""),
    ],
)
def test_that_a_row_that_is_wrong_is_refused_with_its_number_and_the_others_are_not(
    cells: tuple[str, ...], why: Why, column: str
) -> None:
    other = row(upn=upn(5), surname="Reed", born="01/01/2015")
    made = plan([other, cells])
    assert [(one.number, one.why, one.column) for one in made.refused] == [(3, why, column)]
    assert [one.draft.surname for one in made.new] == ["Reed"]


def test_that_a_sign_that_is_no_text_is_refused_where_a_file_could_carry_it() -> None:
    sheet = Sheet(SIMS_COLUMNS, ((2, row(surname="Tam\0arisk")),))
    occasion = Occasion(TODAY, lambda: EntryId("01" * 16))
    made = plan_import(sheet, guess(SIMS_COLUMNS, {}), (), occasion, untold)
    assert [one.why for one in made.refused] == [Why.NUL]


def test_that_who_would_leave_before_they_started_is_refused() -> None:
    columns = (*SIMS_COLUMNS, "Start Date", "End Date")
    sheet = read_csv(a_csv([(*WREN, "01/09/2026", "01/08/2026")], columns))
    occasion = Occasion(TODAY, lambda: EntryId("01" * 16))
    made = plan_import(sheet, guess(columns, {}), (), occasion, untold)
    assert [(one.why, one.column) for one in made.refused] == [(Why.BEFORE, "End Date")]


def test_that_a_upn_in_two_rows_is_refused_in_both_and_nobody_leaves_for_it() -> None:
    made = plan([WREN, row(surname="Reed", born="01/01/2015")], here())
    assert [(one.number, one.why) for one in made.refused] == [
        (2, Why.UPN_TWICE),
        (3, Why.UPN_TWICE),
    ]
    assert made.left == ()


def test_that_one_pupil_in_two_rows_is_taken_in_once() -> None:
    none = row(upn="")
    assert [one.why for one in plan([none, none]).refused] == [Why.TWICE]
    made = plan([WREN, none], here())
    assert [(one.number, one.why) for one in made.refused] == [(3, Why.TWICE)]
    assert made.same == 1


@pytest.mark.parametrize(
    ("cells", "known"),
    [
        (row(upn="", surname="Tamarask"), (WREN_HERE,)),
        (row(upn="", forename="Wren", known=""), (WREN_HERE,)),
        (row(upn="B123456789012"), (WREN_HERE,)),
        (row(upn=""), (replace(WREN_HERE, upn=upn(1)), replace(WREN_HERE, upn=upn(2)))),
    ],
)
def test_that_who_may_be_somebody_known_is_asked_about_and_not_written_meanwhile(
    cells: tuple[str, ...], known: tuple[PersonDraft, ...]
) -> None:
    rows = [here(draft, number) for number, draft in enumerate(known, 1)]
    made = plan([cells], *rows)
    assert [doubt.like for doubt in made.doubts] == [rows[0]]
    assert (made.new, made.changed, made.left) == ((), (), ())
    assert made.writes({}, leavers=True) == ()


def test_that_a_doubt_is_settled_by_its_answer() -> None:
    made = plan([row(upn="B123456789012")], here())
    (same,) = made.writes({2: True}, leavers=False)
    assert (same.was, same.draft.upn, same.draft.former_upn) == (
        here(),
        "B123456789012",
        "A123456789012",
    )
    (other,) = made.writes({2: False}, leavers=False)
    assert (other.was, other.draft.former_upn) == (None, "")
    nothing = plan(
        [row(upn="", forename="Wren", known="")], here(replace(WREN_HERE, forename="Wren Ana"))
    )
    assert nothing.writes({2: True}, leavers=False)[0].fields == ("forename",)


def test_that_leavers_are_written_only_where_somebody_says_so() -> None:
    made = plan([row(upn=upn(5), surname="Reed", born="01/01/2015")], here())
    assert len(made.writes({}, leavers=False)) == 1
    assert len(made.writes({}, leavers=True)) == 2


def test_that_two_of_one_birthday_and_other_names_are_two_people() -> None:
    made = plan([row(upn=upn(5), surname="Reed", forename="Linnet", known="")], here())
    assert (len(made.new), made.doubts) == (1, ())


@pytest.mark.parametrize("missing", ["born", "both"])
def test_that_a_list_without_the_columns_that_tell_people_apart_is_refused(missing: str) -> None:
    sheet = read_csv(a_csv([WREN]))
    mapping = guess(sheet.columns, {})
    gone = {"born"} if missing == "born" else {"upn", "surname"}
    mapping = {answer: column for answer, column in mapping.items() if answer not in gone}
    occasion = Occasion(TODAY, lambda: EntryId("01" * 16))
    with pytest.raises(ListRefusedError) as told:
        plan_import(sheet, mapping, (), occasion, untold)
    assert told.value.trouble is ListTrouble.COLUMNS


def test_that_a_dry_run_can_be_stopped() -> None:
    def stop(_done: int, _of: int, /) -> None:
        raise StoppedError

    sheet = read_csv(a_csv([WREN]))
    occasion = Occasion(TODAY, lambda: EntryId("01" * 16))
    with pytest.raises(StoppedError):
        plan_import(sheet, guess(sheet.columns, {}), (), occasion, stop)


def test_that_a_row_with_too_few_cells_is_read_as_far_as_it_goes() -> None:
    made = plan([WREN[:5]])
    assert (made.new[0].draft.surname, made.new[0].draft.form) == ("Tamarisk", "")
