"""The school's policy: taken, changed by versions, switched-off duties seen by somebody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import (
    ChangedSinceError,
    DraftError,
    NotEntitledError,
    Problem,
    RecordMissingError,
)
from dsl_desk.domain.policy.changes import Changes, OwnDuty, SwitchedOff
from dsl_desk.domain.policy.mark import NO_POLICY
from dsl_desk.domain.policy.record import POLICY, PolicyDraft, said_of_policy
from dsl_desk.domain.policy.terms import Recipient
from dsl_desk.services.profiles import policy_in
from tests.builders import a_concern_draft, an_entry_id
from tests.conftest import FONTS
from tests.services.staffroom import HESTER, MAYA, OWEN

if TYPE_CHECKING:
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.policy.view import PolicyView
    from dsl_desk.services.desk import Desk
    from tests.services.staffroom import Staffroom

WHY = "The governors chose it on 1 September"
OFF = SwitchedOff("commenter_contacted", "The office does so, in its own book")


def entry_of(desk: Desk) -> EntryId:
    desk.sitting.clock.advance(minutes=1)  # type: ignore[attr-defined]  # the fake clock
    return an_entry_id(desk.sitting.clock)


def adopt(desk: Desk, name: str = "shire") -> PolicyView:
    told = desk.policy.adopt(name, WHY, entry_of(desk))
    assert told.things == {Thing.POLICY, Thing.DUTIES}
    return told.answer


def change(desk: Desk, changes: Changes, reason: str = WHY) -> PolicyView:
    of = desk.policy.in_force().mark.entry
    return desk.policy.change(of, changes, reason, entry_of(desk)).answer  # type: ignore[arg-type]  # an entry's id


def test_that_guidance_alone_is_in_force_before_a_school_has_chosen(desk: Desk) -> None:
    view = desk.policy.in_force()
    assert (view.mark, view.school, view.record) == (NO_POLICY, None, None)
    assert view.profiles == view.guidance
    assert {one.name for one in view.guidance} >= {"kcsie", "images", "data"}
    assert desk.policy.mark() == NO_POLICY
    assert [one.name for one in desk.policy.choices()] == [
        "choysez",
        "early-life",
        "longton",
        "northwood",
        "shire",
    ]
    assert desk.policy.under(NO_POLICY) == view.guidance


def test_that_a_policy_is_taken_whole_and_another_is_a_version_of_it(desk: Desk) -> None:
    first = adopt(desk)
    assert first.school is not None
    assert (first.school.name, first.mark.version, first.newer) == ("shire", 1, False)
    assert first.profiles == (*first.guidance, first.school)
    second = adopt(desk, "longton")
    assert second.school is not None
    assert (second.school.name, second.mark.version) == ("longton", 2)
    assert (second.record, second.reason) == (first.record, WHY)
    assert desk.policy.under(first.mark)[-1] == first.school
    assert desk.policy.under(NO_POLICY)[-1] == second.school


def test_that_a_policy_nobody_knows_or_without_a_reason_is_not_taken(desk: Desk) -> None:
    with pytest.raises(DraftError) as told:
        desk.policy.adopt("../kinds", WHY, entry_of(desk))
    assert told.value.problems == (Problem("profile", "missing"),)
    with pytest.raises(DraftError) as told:
        desk.policy.adopt("shire", " ", entry_of(desk))
    assert told.value.problems == (Problem("reason", "missing"),)
    with pytest.raises(RecordMissingError):
        desk.policy.change(entry_of(desk), Changes(), WHY, entry_of(desk))
    assert desk.policy.in_force().school is None


def test_that_posts_are_renamed_duties_added_and_dates_set(desk: Desk) -> None:
    adopt(desk)
    added = {
        "id": "ours",
        "clause": "Our own 1",
        "do": "tell",
        "tell": ["chair"],
        "by": "within 2 school days",
        "words": "Tell the chair.",
    }
    changes = Changes(
        {Recipient.HEAD: "Principal"},
        added=(OwnDuty(added, "We agreed it"),),
        approved=date(2026, 9, 1),
        review_on=date(2027, 9, 1),
    )
    view = change(desk, changes)
    assert view.school is not None
    assert view.school.roles[Recipient.HEAD] == "Principal"
    assert view.school.duties[-1].id == "ours"
    assert (view.school.approved, view.school.review_on) == (date(2026, 9, 1), date(2027, 9, 1))
    kept = replace(changes.added[0], by=desk.member.id, name=desk.member.name, since=2)
    assert view.changes == replace(changes, added=(kept,))
    with pytest.raises(DraftError) as told:
        change(desk, replace(changes, added=(OwnDuty({**added, "by": "soon"}, "No"),)))
    assert told.value.problems == (Problem("by", "not_a_time"),)
    assert desk.policy.in_force() == view


@pytest.mark.parametrize(
    ("off", "code"),
    [
        (SwitchedOff("danger", "No"), "from_law"),
        (SwitchedOff("lado", "No"), "from_law"),  # also a name in guidance, and about the DSL
        (SwitchedOff("departure", "No"), "about_oneself"),
        (SwitchedOff("tea", "No"), "no_such_duty"),
        (replace(OFF, reason=" "), "missing"),
    ],
)
def test_that_law_stays_on_and_nobody_switches_off_what_is_about_them(
    desk: Desk, off: SwitchedOff, code: str
) -> None:
    adopt(desk)
    with pytest.raises(DraftError) as told:
        change(desk, Changes(off=(off,)))
    assert told.value.problems == (Problem("off", code),)


def test_that_standing_in_for_somebody_counts_as_their_post(school: Staffroom) -> None:
    about_the_head = Changes(off=(SwitchedOff("misconduct_head", "No"),))
    added = {
        "id": "misconduct_head",
        "clause": "Our own 2",
        "do": "tell",
        "tell": ["chair"],
        "by": "at once",
        "words": "Tell the chair.",
        "about": ["head"],
    }
    with school.desk(MAYA) as desk:
        adopt(desk)
        change(desk, Changes(added=(OwnDuty(added, WHY),)))
    both = replace(about_the_head, added=(OwnDuty(added, WHY),))
    for name in (OWEN, HESTER):  # Owen stands in for the Head
        with school.desk(name) as desk, pytest.raises(DraftError) as told:
            change(desk, both)
        assert told.value.problems == (Problem("off", "about_oneself"),)
    with school.desk(MAYA) as desk:
        assert change(desk, both).off[0].switched.duty == "misconduct_head"


def test_that_what_was_switched_off_is_shown_to_another_member_until_they_saw_it(
    school: Staffroom,
) -> None:
    with school.desk(MAYA) as desk:
        adopt(desk)
        view = change(desk, Changes(off=(OFF,)))
        assert view.school is not None
        assert OFF.duty not in [duty.id for duty in view.school.duties]
        (off,) = view.off
        assert (off.switched.by, off.switched.name) == (school.ids[MAYA], MAYA)
        assert (off.switched.since, off.seen_by, off.waits_for_me) == (2, (), False)
        with pytest.raises(DraftError) as told:
            desk.policy.see(OFF.duty, 2, entry_of(desk))
        assert told.value.problems == (Problem("duty", "nothing_to_see"),)
    with school.desk(HESTER) as desk:
        assert desk.policy.in_force().off[0].waits_for_me
        told_again = desk.policy.see(OFF.duty, 2, entry_of(desk))
        assert told_again.answer.off[0].seen_by == (HESTER,)
        assert not told_again.answer.off[0].waits_for_me
    with school.desk(OWEN) as desk:
        assert desk.policy.in_force().off[0].waits_for_me
        # What stays off keeps its author, whoever writes the next version.
        kept = change(desk, Changes(titles={Recipient.HR: "Payroll"}, off=(OFF,)))
        assert (kept.off[0].switched.name, kept.off[0].seen_by) == (MAYA, (HESTER,))
        # On, and off again by somebody else: that is another decision, and nobody has seen it.
        change(desk, Changes())
        again = change(desk, Changes(off=(OFF,)))
        assert (again.off[0].switched.name, again.off[0].seen_by) == (OWEN, ())


def test_that_a_member_without_school_has_guidance_alone_and_changes_nothing(
    school: Staffroom,
) -> None:
    with school.desk(MAYA) as desk:
        mark = adopt(desk).mark
        desk.sitting.leave(Compartment.SCHOOL)
        assert desk.policy.in_force().school is None
        assert desk.policy.mark() == NO_POLICY
        assert desk.policy.under(mark) == desk.policy.in_force().guidance
        with pytest.raises(NotEntitledError):
            desk.policy.adopt("longton", WHY, entry_of(desk))


def test_that_a_newer_text_of_a_profile_is_told_and_not_taken_by_itself(desk: Desk) -> None:
    adopt(desk)
    file = policy_in(FONTS.parent, "shire")
    assert file is not None
    older = PolicyDraft({**file.tables, "title": "As it was in 2025"})
    mark = desk.policy.mark()
    with desk.sitting.writing(Compartment.SCHOOL, POLICY.entry_class) as write:
        write.version(POLICY, said_of_policy(older), mark.entry, WHY, entry_of(desk))  # type: ignore[arg-type]  # an entry's id
    view = desk.policy.in_force()
    assert view.newer
    assert view.school is not None
    assert view.school.title == "As it was in 2025"
    assert not adopt(desk).newer


def test_that_a_policy_the_program_cannot_read_any_more_never_stops_recording(desk: Desk) -> None:
    mark = adopt(desk).mark
    strange = PolicyDraft({"title": "Of another program", "duty": [{"do": "dance"}]})
    with desk.sitting.writing(Compartment.SCHOOL, POLICY.entry_class) as write:
        write.version(POLICY, said_of_policy(strange), mark.entry, WHY, entry_of(desk))  # type: ignore[arg-type]  # an entry's id
    view = desk.policy.in_force()
    assert view.unread
    assert view.profiles == view.guidance
    concern = desk.concerns.record(a_concern_draft(), entry_of(desk)).answer
    assert concern.draft.policy.words() == "Of another program, version 2"
    assert {one.asked.only_guidance for one in desk.duties.of(concern.id)} == {True}
    assert not adopt(desk).unread


def test_that_damage_in_school_never_stops_recording_in_children(desk: Desk) -> None:
    entry = adopt(desk).mark.entry
    database = desk.sitting.part(Compartment.SCHOOL).database
    with database.guard.disposing():
        database.run("UPDATE ledger SET body = x'7b7d' WHERE id = ?", bytes.fromhex(entry))
    concern = desk.concerns.record(a_concern_draft(), entry_of(desk)).answer
    assert concern.draft.policy == NO_POLICY


def test_that_a_change_of_a_version_that_was_changed_meanwhile_is_refused(desk: Desk) -> None:
    first = adopt(desk).mark
    adopt(desk, "longton")
    with pytest.raises(ChangedSinceError):
        desk.policy.change(first.entry, Changes(), WHY, entry_of(desk))  # type: ignore[arg-type]  # an entry's id


def test_that_a_concern_keeps_the_version_of_the_policy_it_was_made_under(desk: Desk) -> None:
    before = desk.concerns.record(a_concern_draft(), entry_of(desk)).answer
    assert before.draft.policy == NO_POLICY
    first = adopt(desk).mark
    concern = desk.concerns.record(a_concern_draft(), entry_of(desk)).answer
    assert concern.draft.policy == first
    second = adopt(desk, "longton").mark
    later = desk.concerns.add_version(
        concern.entry.id, replace(concern.draft, action="Rang"), "More was done", entry_of(desk)
    ).answer
    assert later.draft.policy == second
    assert [one.draft.policy for one in desk.concerns.versions(concern.id)] == [first, second]
    desk.vault.check(lambda _done, _of: None)


def test_that_each_version_says_when_by_whom_and_why(desk: Desk) -> None:
    assert desk.policy.versions() == ()
    adopt(desk)
    change(desk, Changes(off=(OFF,)), "The office asked for it")
    newest, first = desk.policy.versions()
    assert (newest.version, newest.reason) == (2, "The office asked for it")
    assert (first.version, first.reason, first.author) == (1, WHY, MAYA)
    assert first.title.startswith("The Shire")
    assert first.written_at < newest.written_at
