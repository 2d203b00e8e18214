"""The fields of a concern: one spelling of everything typed, and every old schema still read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from dsl_desk.domain.concern import CONCERN, concern_body, concern_of
from dsl_desk.domain.concern_answers import QUESTIONS, answers
from dsl_desk.domain.concern_choices import About, ConcernSort, Involvement, SafeNow
from dsl_desk.domain.concern_form import of_fields, to_fields, to_names
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.entry import Body, Entry
from dsl_desk.domain.entry_form import read_body, write_body
from dsl_desk.domain.fields import FieldError, Fields
from dsl_desk.domain.member import Role
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.subject import subject_of
from tests.builders import a_concern_draft, a_header, a_member
from tests.domain.drafts import DRAFTS

if TYPE_CHECKING:
    from dsl_desk.domain.concern_draft import ConcernDraft


@given(DRAFTS)
def test_that_every_draft_comes_back_from_the_bytes_that_are_signed(draft: ConcernDraft) -> None:
    body = concern_body(draft, "C-2026-001", "Maya Fernsby")
    read = read_body(write_body(body))
    said = CONCERN.said(Entry(a_header(), read, b"d" * 32))
    assert to_fields(said.draft) == to_fields(draft)
    assert write_body(concern_body(said.draft, said.ref, "Maya Fernsby")) == write_body(body)


@given(DRAFTS)
def test_that_sets_have_one_order_and_people_keep_theirs(draft: ConcernDraft) -> None:
    other = replace(draft, sorts=draft.sorts[::-1], four_cs=draft.four_cs[::-1])
    assert to_fields(other) == to_fields(draft)
    assert [one.who.name.strip() for one in draft.people] == [
        one.who.name for one in of_fields(Fields(to_fields(draft))).people
    ]


@given(DRAFTS)
def test_that_every_question_has_its_answer_in_words(draft: ConcernDraft) -> None:
    told = answers(draft)
    assert [answer.question for answer in told] == list(QUESTIONS.values())


def test_that_a_concern_of_schema_1_is_about_one_affected_person_without_a_record() -> None:
    old = {"ref": "C-2026-007", "about": "Wren Tamarisk", "told_by": "Lena Harebell", "words": "w"}
    body = Body("concern", 1, "2026-11-16T19:40:00+00:00", names={"author": "Maya"}, fields=old)
    concern = concern_of(Entry(a_header(), body, b"d" * 32))
    draft = concern.draft
    assert draft.people == (Involved(PersonRef("Wren Tamarisk"), Involvement.AFFECTED),)
    assert (draft.about, draft.told_by.name, draft.words) == (About.CHILD, "Lena Harebell", "w")
    assert (draft.safe_now, draft.told_at) == (SafeNow.UNANSWERED, "")
    assert draft.happened.at == "2026-11-16T19:40:00+00:00"
    assert concern.ref == "C-2026-007"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("sorts", "grooming"),
        ("sorts", ["unheard of"]),
        ("sorts", [3]),
        ("safe_now", "perhaps"),
        ("told_by", {"name": "Lena Harebell", "person": "", "rather_not": 1}),
        ("people", [{"name": "Wren", "person": ""}]),
    ],
)
def test_that_a_field_of_another_form_is_refused(name: str, value: object) -> None:
    fields = Fields({**to_fields(a_concern_draft()), name: value})
    with pytest.raises(FieldError):
        of_fields(fields)


def test_that_everybody_s_name_stands_where_the_search_looks() -> None:
    draft = a_concern_draft(siblings=(PersonRef("Robin Tamarisk"),))
    assert to_names(draft) == {"people": "Wren Tamarisk\nRobin Tamarisk"}


def test_that_a_concern_about_adults_names_each_of_them_as_its_subject() -> None:
    people = (
        Involved(PersonRef("Wren Tamarisk"), Involvement.AFFECTED),
        Involved(PersonRef("Rowan Kestrel"), Involvement.SAID_TO_HAVE_DONE_IT),
        Involved(PersonRef("Bryony Dunlin"), Involvement.SAID_TO_HAVE_DONE_IT),
    )
    draft = replace(a_concern_draft(people=people), about=About.ADULT)
    subject = subject_of(concern_body(draft, "S-2026-001", "Maya Fernsby"))
    assert subject is not None
    for name, is_one in (("rowan  kestrel", True), ("Bryony Dunlin", True), ("Wren", False)):
        member = a_member(name=name, role=Role.HEAD)
        assert subject.is_the_same_as(member) is is_one
        assert subject.surely_is(member) is is_one


def test_that_a_concern_about_a_child_keeps_nobody_from_a_key() -> None:
    assert subject_of(concern_body(a_concern_draft(), "C-2026-001", "Maya Fernsby")) is None


def test_that_online_kinds_are_told_from_the_others() -> None:
    assert ConcernSort.FILTER_BYPASS.online
    assert not ConcernSort.PHYSICAL.online
