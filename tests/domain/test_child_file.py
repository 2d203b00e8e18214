from __future__ import annotations

from dataclasses import replace

from dsl_desk.domain.child_file import (
    CHILD_FILE,
    MOST_TIES,
    ChildFileDraft,
    ChildStatus,
    Contact,
    PhotoException,
    Tie,
    child_file_in_file,
    said_of_file,
)
from dsl_desk.domain.chronology import ItemSort
from dsl_desk.domain.entry import Entry
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.fields import Fields
from dsl_desk.domain.person_ref import PersonRef
from tests.builders import a_header

WREN = PersonRef("Wren Tamarisk", "0a" * 16)
CARYS = Contact(PersonRef("Carys Tamarisk"), "Mother", "01632 960 111", responsible=True)
FILE = ChildFileDraft(
    WREN,
    ChildStatus.CHILD_IN_NEED,
    "2026-10-01",
    "Tansy Hollybank, Sedge Vale, 01632 960 222",
    (CARYS,),
    (Tie(PersonRef("Linnet Tamarisk", "0b" * 16), "Sister"),),
    (Tie(PersonRef("Edmund Tamarisk"), "Grandfather"),),
    "Speech and language, SEN support",
    PhotoException.NOT_POSTED,
    "2026-10-09",
)


def test_that_a_front_sheet_comes_back_from_an_entry_as_it_went_in() -> None:
    body = CHILD_FILE.body(said_of_file(FILE), "Maya Fernsby")
    assert CHILD_FILE.of_fields(Fields(dict(body.fields))) == FILE
    assert FILE.problems() == ()


def test_that_every_problem_of_a_front_sheet_is_told_at_once() -> None:
    wrong = replace(
        FILE,
        status_since="yesterday",
        photo_since="2026-13-01",
        send="x" * 5_001,
        social_worker="x" * 201,
        contacts=(replace(CARYS, who=PersonRef(" ")),),
        siblings=(Tie(WREN, "x" * 201),),
        household=(Tie(WREN),) * (MOST_TIES + 1),
    )
    assert set(wrong.problems()) == {
        Problem("status_since", "not_a_day"),
        Problem("photo_since", "not_a_day"),
        Problem("send", "too_long"),
        Problem("social_worker", "too_long"),
        Problem("contacts", "missing"),
        Problem("siblings", "too_long"),
        Problem("household", "too_many"),
    }


def test_that_a_file_begun_and_a_file_changed_stand_in_the_childs_chronology() -> None:
    begun = Entry(a_header(), CHILD_FILE.body(said_of_file(FILE), "Maya Fernsby"), b"")
    item = child_file_in_file(begun)
    assert (item.people, item.sort, item.title) == ((WREN.person,), ItemSort.FILE, "File begun")
    body = CHILD_FILE.body(said_of_file(FILE), "Maya Fernsby", "A plan was made")
    item = child_file_in_file(Entry(a_header(version=2), body, b""))
    assert (item.title, item.line) == ("File changed", "A plan was made")


def test_that_no_name_stands_in_what_a_log_would_show() -> None:
    assert "Tamarisk" not in repr(FILE)


def test_that_whoever_it_is_not_shared_with_stands_there_with_the_reason() -> None:
    kept = replace(FILE, not_shared=(Tie(PersonRef("Ash Rowe"), "Court order of 2 March"),))
    assert kept.problems() == ()
    body = CHILD_FILE.body(said_of_file(kept), "Maya Fernsby")
    assert CHILD_FILE.of_fields(Fields(dict(body.fields))) == kept
    unexplained = replace(FILE, not_shared=(Tie(PersonRef("Ash Rowe")),))
    assert unexplained.problems() == (Problem("not_shared", "why_missing"),)


def test_that_a_front_sheet_of_schema_1_is_read_as_shared_with_whoever_asks() -> None:
    body = CHILD_FILE.body(said_of_file(FILE), "Maya Fernsby")
    older = {name: value for name, value in body.fields.items() if name != "not_shared"}
    assert CHILD_FILE.said_in(replace(body, schema=1, fields=older)).draft == FILE


def test_that_a_front_sheet_of_schema_2_says_nothing_of_where_the_child_lives() -> None:
    body = CHILD_FILE.body(said_of_file(FILE), "Maya Fernsby")
    new = ("lives_in", "lives_in_name")
    older = {name: value for name, value in body.fields.items() if name not in new}
    assert CHILD_FILE.said_in(replace(body, schema=2, fields=older)).draft == FILE
    there = replace(FILE, lives_in="fernshire", lives_in_name="Fernshire")
    kept = CHILD_FILE.body(said_of_file(there), "Maya Fernsby")
    assert CHILD_FILE.said_in(kept).draft == there
