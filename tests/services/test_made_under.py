"""Every record that is made keeps the version of the policy in force, and its papers say it."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from dsl_desk.domain.conversation import CONVERSATION, Put
from dsl_desk.domain.declaration import DECLARATION, draft_of, fields_of
from dsl_desk.domain.declaration_filter import DeclarationFilter
from dsl_desk.domain.entry import Body, Entry
from dsl_desk.domain.fields import Fields
from dsl_desk.domain.handed_in import HANDED_IN, HandedInDraft
from dsl_desk.domain.leaving import PaperSort
from dsl_desk.domain.left import LEFT, LeftDraft
from dsl_desk.domain.policy.mark import NO_POLICY, PolicyMark
from dsl_desk.domain.record import AUTHOR, Kind, Said
from dsl_desk.domain.told_rows import rows_of
from dsl_desk.domain.words_only import WORDS_ONLY
from tests.builders import a_header
from tests.services.declaring import (
    a_declaration,
    a_review,
    declare,
    entry_of,
    give_passphrase,
    sign,
)
from tests.services.dropbox import a_note, leave, take_in
from tests.services.looking import captured, fresh_entry
from tests.services.staffroom import ALBAN, HESTER, MAYA, Staffroom
from tests.services.test_conversations import a_draft
from tests.services.test_declaration_papers import words_of
from tests.services.test_told import GIVEN, SAID
from tests.services.way_out import own_copy

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk

NORTHWOOD = "Northwood"


def adopted(desk: Desk, name: str = "northwood") -> PolicyMark:
    desk.policy.adopt(name, "As the governors chose", fresh_entry(desk))
    mark = desk.policy.mark()
    assert mark != NO_POLICY
    return mark


def test_that_what_is_handed_in_or_told_in_words_keeps_the_policy_in_force(desk: Desk) -> None:
    assert desk.told.take(GIVEN, fresh_entry(desk)).answer.draft.policy == NO_POLICY
    mark = adopted(desk)
    given = desk.told.take(GIVEN, fresh_entry(desk)).answer
    said = desk.told.record_in_words(SAID, fresh_entry(desk)).answer
    adopted(desk, "longton")
    assert desk.told.handed_in(given.id).draft.policy == mark
    assert desk.told.words_only(said.id).draft.policy == mark


def test_that_each_version_of_a_conversation_keeps_and_prints_its_policy(desk: Desk) -> None:
    first = adopted(desk)
    basis = desk.told.take(GIVEN, fresh_entry(desk)).answer.id
    draft = a_draft(basis, captured(desk, basis).id)
    begun = desk.conversations.write(draft, fresh_entry(desk)).answer
    second = adopted(desk, "shire")
    title = replace(draft, title="What was said")
    changed = desk.conversations.change(begun, title, "A title", fresh_entry(desk)).answer
    versions = desk.conversations.versions(begun.id)
    assert [one.put.policy for one in versions] == [first, second]
    paper = words_of(own_copy(desk, PaperSort.CONVERSATION, changed.id))
    assert second.words() in paper


def test_that_a_note_says_under_which_policy_it_was_taken_in(school: Staffroom) -> None:
    with school.desk(MAYA) as desk:
        mark = adopted(desk)
        leave(school)
        (note,) = take_in(desk)
        assert note.draft.policy == mark
        assert desk.drop.open(note.written.id).answer.draft.policy == mark


@pytest.fixture
def signing(signing_school: Staffroom) -> Staffroom:
    return signing_school


@pytest.mark.gate_story
def test_that_a_declaration_keeps_its_policy_until_it_is_made_anew(signing: Staffroom) -> None:
    with signing.desk(HESTER) as desk:
        first = adopted(desk)
        declared = declare(desk)
        second = adopted(desk, "longton")
        view = desk.declarations.open(declared.written.id)
        assert view.line.declaration.draft.policy == first
        longton = {cited.mark for row in view.asked for cited in row.cited}
        asked = desk.declaration_duties.of(declared.written.id)
        assert {row.key for row in asked if not row.asked.only_guidance} == set()
        confirmed = desk.declarations.confirm(view.line.declaration, entry_of(desk)).answer
        assert confirmed.draft.policy == first
        changed = desk.declarations.change(
            confirmed, confirmed.draft, "Declared anew", entry_of(desk)
        ).answer
        assert changed.draft.policy == second
        again = desk.declaration_duties.of(declared.written.id)
        assert "record//family_link" in {row.key for row in again}
        now = desk.declarations.open(declared.written.id)
        assert {cited.mark for row in now.asked for cited in row.cited} > longton


@pytest.mark.gate_story
def test_that_letter_register_and_table_of_declarations_say_the_policy(signing: Staffroom) -> None:
    with signing.desk(HESTER) as desk:
        plain = declare(desk, a_declaration(by="Ida Sedgewren", signed="Ida Sedgewren"))
        mark = adopted(desk, "longton")
        declared = declare(desk)
        sign(desk, declared, a_review(why="She asked before she wrote"))
        letter = own_copy(desk, PaperSort.LETTER, declared.written.id)
        assert mark.words() in words_of(letter)
        said = words_of(own_copy(desk, PaperSort.DECLARATIONS, "declaration"))
        assert f"{mark.words()}, when these were written: {declared.ref}." in said
        assert f"No policy was chosen, when these were written: {plain.ref}." in said
        table = desk.declaration_papers.register_table(DeclarationFilter(), reasons=True).answer
        rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig"))))
        assert {row[-1] for row in rows[1:]} == {mark.words(), ""}


@pytest.mark.gate_story
def test_that_whoever_cannot_read_the_versions_keeps_the_title(signing: Staffroom) -> None:
    give_passphrase(signing, ALBAN)
    with signing.desk(HESTER) as desk:
        adopted(desk, "shire")
    with signing.desk(ALBAN) as desk:
        declared = declare(desk, a_declaration(by=HESTER, signed=HESTER))
        mark = declared.draft.policy
        assert (mark.entry, mark.version) == ("", 0)
        assert "Shire" in mark.words()
        assert not desk.declarations.routes.knows_version(mark)
        rows = {row.key for row in desk.declaration_duties.of(declared.written.id)}
        assert "keep_to//family_link" in rows


MARK = PolicyMark("ab" * 16, 2, NORTHWOOD)
KINDS: list[tuple[Kind[Any], object]] = [
    (HANDED_IN, replace(GIVEN, policy=MARK)),
    (WORDS_ONLY, replace(SAID, policy=MARK)),
    (CONVERSATION, Put(a_draft("cd" * 16), "HI-2026-001", "", (), MARK)),
    (DECLARATION, a_declaration(policy=MARK)),
]


def as_written(draft: HandedInDraft) -> Entry:
    return Entry(a_header(), HANDED_IN.body(Said(draft), "Maya Fernsby"), b"")


@pytest.mark.parametrize(("kind", "draft"), KINDS)
def test_that_what_was_written_before_is_read_under_no_policy(
    kind: Kind[Any], draft: object
) -> None:
    body = kind.body(Said(draft), "Maya Fernsby")
    assert kind.said_in(body).draft.policy == MARK
    fields = {name: said for name, said in body.fields.items() if name != "policy"}
    older = Body(kind.name, kind.schema - 1, names={AUTHOR: "Maya Fernsby"}, fields=fields)
    assert kind.said_in(older).draft.policy == NO_POLICY


def test_that_a_note_of_before_is_read_under_no_policy(school: Staffroom) -> None:
    draft = LeftDraft(a_note(school), "2026-11-19T12:00:00+00:00", policy=MARK)
    body = LEFT.body(Said(draft), "Maya Fernsby")
    assert LEFT.said_in(body).draft.policy == MARK
    fields = {name: said for name, said in body.fields.items() if name != "policy"}
    assert LEFT.said_in(Body(LEFT.name, 1, fields=fields)).draft.policy == NO_POLICY


def test_that_the_lock_screen_says_nothing_of_a_policy() -> None:
    left = fields_of(a_declaration())
    assert "policy" not in left
    assert draft_of(Fields(left)).policy == NO_POLICY


def test_that_a_copy_for_the_person_says_the_policy_in_one_row() -> None:
    rows = dict(rows_of(as_written(replace(GIVEN, policy=MARK)).body))
    assert rows["Policy in force"] == f"{NORTHWOOD}, version 2"
    assert "Version" not in rows
    titled = replace(GIVEN, policy=PolicyMark(title=NORTHWOOD))
    assert dict(rows_of(as_written(titled).body))["Policy in force"] == NORTHWOOD
    assert "Policy in force" not in dict(rows_of(as_written(GIVEN).body))
