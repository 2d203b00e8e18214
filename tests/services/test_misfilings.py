"""Filed under the wrong person: not a word of it stays where it was, and all of it where it is."""

from __future__ import annotations

import subprocess
from dataclasses import astuple, replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.chronology import ItemSort
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import About, ConcernSort, Involvement
from dsl_desk.domain.concern_parts import Involved, Plan, Teller
from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.member_errors import GoesElsewhereError
from dsl_desk.domain.misfiling import DpoTold, MisfilingDraft
from dsl_desk.domain.person import PersonDraft, PersonKind, StaffKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.referral import Consent, ReferralDraft, ReferralTo
from dsl_desk.domain.refiling import NOT_KNOWN, Refiling
from dsl_desk.domain.step import StepDraft, StepSort
from dsl_desk.domain.task import TaskDraft
from tests.builders import a_concern_draft, an_entry_id

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from dsl_desk.domain.concern import Concern
    from dsl_desk.services.desk import Desk
    from tests.fakes.clock import FakeClock

AT = "2026-11-18T10:00"
WHY = "Two children called alike"
SAID = "He has shown the quillwort picture to everybody"


class Files:
    """Wren, whose file it is in by mistake, and Reed, whose it is."""

    def __init__(self, desk: Desk, clock: FakeClock) -> None:
        self.desk, self.clock = desk, clock
        self.wren = self.add("Wren", "Tamarisk")
        self.reed = self.add("Reed", "Sandpiper")

    def add(self, forename: str, surname: str, kind: PersonKind = PersonKind.PUPIL) -> PersonRef:
        works = StaffKind.TEACHER if kind is PersonKind.STAFF else None
        draft = PersonDraft(kind, surname, forename, staff_kind=works)
        made = self.desk.people.add(draft, an_entry_id(self.clock)).answer
        return PersonRef(draft.name, made.id)

    def concern(self, **more: object) -> Concern:
        self.clock.advance(minutes=1)
        draft = replace(a_concern_draft(words=SAID), **more)  # type: ignore[arg-type]  # a test names fields it knows
        return self.desk.concerns.record(draft, an_entry_id(self.clock)).answer

    def everything_of(self, concern: Concern) -> None:
        """Do about a concern whatever can be done: each stands in the same file."""
        desk, clock = self.desk, self.clock
        call = StepDraft(StepSort.CALL, AT, "Rang about the quillwort", concern.id)
        desk.steps.record(call, an_entry_id(clock))
        desk.referrals.record(
            ReferralDraft(
                ReferralTo.POLICE,
                AT,
                "Bryony Dunlin",
                "Quillwort told",
                Consent.GIVEN,
                concern=concern.id,
            ),
            an_entry_id(clock),
        )
        task = TaskDraft("Ring back", "2026-11-20", concern=concern.id, person=self.wren.person)
        desk.tasks.done(
            desk.tasks.record(task, an_entry_id(clock)).answer, "Quillwort", an_entry_id(clock)
        )

    def move(self, concern: Concern, now: PersonRef | None, **more: object) -> None:
        draft = MisfilingDraft(concern.id, self.wren, now, WHY, DpoTold.TOLD)
        self.desk.misfilings.act(replace(draft, **more), an_entry_id(self.clock))  # type: ignore[arg-type]  # a test names fields it knows

    def file(self, person: PersonRef) -> str:
        """All that stands in somebody's file, as text."""
        return told(self.desk.chronology.of(person.person, 0, 100))

    def found(self, words: str) -> int:
        found = self.desk.search.find(words, 0, 10)
        return len(found.records) or found.total  # a hit that leads nowhere is a hit


@pytest.fixture
def files(desk: Desk, clock: FakeClock) -> Files:
    return Files(desk, clock)


def told(facts: DataclassInstance) -> str:
    """All that facts hold, also what they never show in a log."""
    return str(astuple(facts))


def paper(pdf: bytes) -> str:
    command = ["pdftotext", "-layout", "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


ROLES = [
    (Involvement.AFFECTED, "people"),
    (Involvement.WITNESS, "people"),
    (Involvement.AFFECTED, "siblings"),
    (Involvement.AFFECTED, "plans"),
    (Involvement.AFFECTED, "told_by"),
]


@pytest.mark.parametrize(("role", "also"), ROLES)
@pytest.mark.parametrize("written_with_id", [True, False])
@pytest.mark.parametrize("somebody", [True, False])
def test_that_not_a_word_stays_in_the_wrong_file(
    files: Files, role: Involvement, also: str, *, written_with_id: bool, somebody: bool
) -> None:
    desk, wren, reed = files.desk, files.wren, files.reed
    each: dict[str, dict[str, object]] = {
        "siblings": {"siblings": (PersonRef(wren.name),)},
        "plans": {"plans": (Plan(wren, "High", "Apart at lunch"),)},
        "told_by": {"told_by": Teller(wren.name, wren.person)},
        "people": {},
    }
    named = wren if written_with_id else replace(wren, person="")
    people = (Involved(wren, role), Involved(named, Involvement.BYSTANDER))
    concern = files.concern(people=people, sorts=(ConcernSort.CYBERBULLYING,), **each[also])
    files.everything_of(concern)
    assert "uillwort" in files.file(wren)
    assert files.found("Tamarisk") == 1
    files.move(concern, reed if somebody else None)
    kept = desk.chronology.of(wren.person, 0, 100).rows
    assert [row.sort for row in kept] == [ItemSort.MISFILED]
    assert kept[0].title == "Something filed here by mistake was moved on 19 November 2026"
    assert (kept[0].line, kept[0].concern, kept[0].reason) == ("", "", "")
    assert desk.chronology.counts(wren.person) == {ItemSort.MISFILED: 1}
    assert files.found("Tamarisk") == files.found("Wren") == 0
    assert files.found("quillwort") == 1
    assert "Tamarisk" not in paper(desk.concerns.make_pdf(concern.id).answer)
    assert "Tamarisk" not in told(desk.concerns.page(0, 10))
    assert "Tamarisk" not in told(desk.today.read())
    moved = files.file(reed)
    assert ("uillwort" in moved) is somebody
    assert WHY not in moved
    assert len(desk.chronology.of(reed.person, 0, 9).rows) == (4 if somebody else 0)
    assert files.found("Sandpiper") == int(somebody)
    assert desk.vault.check(lambda _done, _of: None).parts == tuple(Compartment)


def test_that_others_in_it_stay_and_nobody_is_in_it_twice(files: Files) -> None:
    dove = files.add("Dove", "Saltmarsh")
    people = (Involved(files.wren), Involved(files.reed), Involved(dove, Involvement.WITNESS))
    concern = files.concern(people=people)
    files.move(concern, files.reed)
    now = files.desk.concerns.open(concern.id).draft
    assert now.people == people[1:]
    assert "Concern" in files.file(dove)


def test_that_the_only_one_leaves_somebody_not_known_behind(files: Files) -> None:
    concern = files.concern(people=(Involved(files.wren, Involvement.WITNESS),))
    files.move(concern, None)
    moved = files.desk.concerns.open(concern.id)
    assert moved.draft.people == (Involved(NOT_KNOWN, Involvement.WITNESS),)
    assert (moved.version, moved.reason) == (2, "It had been filed under the wrong person")


def test_that_what_names_others_is_left_as_it_is(files: Files) -> None:
    concern = files.concern(people=(Involved(files.wren),))
    other = StepDraft(StepSort.NOTE, AT, "Talked to Reed", concern.id, (files.reed,))
    step = files.desk.steps.record(other, an_entry_id(files.clock)).answer
    task = TaskDraft("Ask Reed", "2026-11-20", concern=concern.id, person=files.reed.person)
    set_task = files.desk.tasks.record(task, an_entry_id(files.clock)).answer
    referral = ReferralDraft(
        ReferralTo.POLICE, AT, "Bryony", "Told", Consent.GIVEN, "", concern.id, (files.reed,)
    )
    made = files.desk.referrals.record(referral, an_entry_id(files.clock)).answer
    files.move(concern, None)
    assert files.desk.steps.of(concern.id) == (step,)
    assert files.desk.tasks.of(concern.id) == (set_task,)
    assert files.desk.referrals.of(concern.id) == (made,)


def test_that_all_records_of_somebody_who_was_joined_are_the_wrong_one(files: Files) -> None:
    again = files.add("Wren", "Tamarisk-Vole")
    concern = files.concern(people=(Involved(again),))
    kept, other = RecordId(files.wren.person), RecordId(again.person)
    files.desk.people.merge(kept, other, WHY, an_entry_id(files.clock))
    files.move(concern, files.reed)
    assert files.desk.concerns.open(concern.id).draft.people == (Involved(files.reed),)
    assert [row.sort for row in files.desk.chronology.of(again.person, 0, 9).rows] == [
        ItemSort.MISFILED
    ]


def test_that_a_staff_concern_goes_to_the_rightful_adult(files: Files) -> None:
    lark = files.add("Lark", "Bulrush", PersonKind.STAFF)
    done_by = Involvement.SAID_TO_HAVE_DONE_IT
    concern = files.concern(people=(Involved(lark, done_by),), about=About.ADULT)
    step = StepDraft(StepSort.NOTE, AT, "Asked the office", concern.id)
    files.desk.steps.record(step, an_entry_id(files.clock))
    ivy = PersonRef("Ivy Plover")
    files.move(concern, ivy, was=lark)
    moved = files.desk.concerns.open(concern.id)
    assert moved.draft.people == (Involved(ivy, done_by),)
    assert files.desk.steps.of(concern.id)[0].draft.people == (ivy,)
    assert [one.draft.was for one in files.desk.misfilings.of(lark.person)] == [lark]
    me = PersonRef(files.desk.member.name)
    with pytest.raises(GoesElsewhereError):
        files.move(concern, me, was=ivy)
    assert files.desk.vault.check(lambda _done, _of: None).parts == tuple(Compartment)


def test_that_the_reason_and_the_dpo_stand_in_the_misfiling(files: Files) -> None:
    concern = files.concern(people=(Involved(files.wren),))
    why = "She is away until Monday"
    files.move(concern, None, dpo_told=DpoTold.NOT_YET, dpo_why=why)
    (kept,) = files.desk.misfilings.of(files.wren.person)
    assert kept.draft == MisfilingDraft(concern.id, files.wren, None, WHY, DpoTold.NOT_YET, why)
    assert kept.author == "Maya Fernsby"


def test_that_trying_again_moves_nothing_twice(files: Files) -> None:
    concern = files.concern(people=(Involved(files.wren),))
    draft = MisfilingDraft(concern.id, files.wren, files.reed, WHY, DpoTold.TOLD)
    entry = an_entry_id(files.clock)
    first = files.desk.misfilings.act(draft, entry).answer
    assert files.desk.misfilings.act(draft, entry).answer == first
    assert len(files.desk.concerns.versions(concern.id)) == 2


def test_that_copies_for_others_are_told_with_who_made_them(files: Files) -> None:
    concern, other = files.concern(people=(Involved(files.wren),)), files.concern()
    files.desk.concerns.make_pdf(other.id)
    assert files.desk.misfilings.before(concern.id).copies == ()
    files.desk.concerns.make_pdf(concern.id)
    before = files.desk.misfilings.before(concern.id)
    assert [(copy.version, copy.name) for copy in before.copies] == [(1, "Maya Fernsby")]
    assert (before.concern.id, before.part) == (concern.id, Compartment.CHILDREN)
    assert len(before.copies[0].sha256) == 64


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"was": PersonRef(" ")}, Problem("was", "missing")),
        ({"was": PersonRef("Robin Ash")}, Problem("was", "not_there")),
        ({"now": PersonRef("")}, Problem("now", "missing")),
        ({"reason": ""}, Problem("reason", "missing")),
        ({"dpo_told": DpoTold.UNANSWERED}, Problem("dpo_told", "missing")),
        ({"dpo_told": DpoTold.NOT_TOLD}, Problem("dpo_why", "missing")),
        ({"dpo_why": "x" * 20_001}, Problem("dpo_why", "too_long")),
    ],
)
def test_that_what_it_lacks_is_told_and_nothing_is_moved(
    files: Files, changes: dict[str, object], problem: Problem
) -> None:
    concern = files.concern(people=(Involved(files.wren),))
    with pytest.raises(DraftError) as told:
        files.move(concern, **{"now": files.reed, **changes})  # type: ignore[arg-type]  # a table of changes
    assert told.value.problems == (problem,)
    assert files.desk.concerns.open(concern.id).version == 1


def test_that_the_same_person_is_not_another(files: Files) -> None:
    concern = files.concern(people=(Involved(files.wren),))
    with pytest.raises(DraftError) as told:
        files.move(concern, files.wren)
    assert told.value.problems == (Problem("now", "same"),)


def test_that_a_misfiling_of_somebody_without_a_record_stands_in_no_file(files: Files) -> None:
    robin = PersonRef("Robin Ash")
    concern = files.concern(people=(Involved(robin), Involved(files.reed)))
    files.move(concern, None, was=robin)
    assert files.desk.concerns.open(concern.id).draft.people == (Involved(files.reed),)


def test_that_words_that_still_say_the_name_are_told() -> None:
    wren = PersonRef("Wren Tamarisk")
    draft = a_concern_draft(words="“Wren, dont come”", view="It was not she")
    assert Refiling(wren, None).still_named_in(draft) == ("What was said or seen, word for word",)
    assert Refiling(PersonRef("Jo Li"), None).still_named_in(draft) == ()
