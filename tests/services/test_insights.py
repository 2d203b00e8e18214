"""Insights: counted on shelves as somebody would count by hand, and led back to the concerns."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from dsl_desk.domain import insights as i
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern import concern_of
from dsl_desk.domain.concern_choices import About, ConcernSort, FourC, Involvement
from dsl_desk.domain.concern_parts import Involved, Online
from dsl_desk.domain.insights import Period
from dsl_desk.domain.leaving import PaperSort
from dsl_desk.domain.person import PersonDraft, PersonKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.referral import Consent, ReferralDraft, ReferralTo
from dsl_desk.domain.step import StepDraft, StepSort
from dsl_desk.domain.viewing import Look
from tests.builders import a_concern_draft, an_entry_id
from tests.services.adults import a_contact, an_allegation_draft, begin, do
from tests.services.looking import a_viewing, an_urgent_viewing
from tests.services.staffroom import ALBAN, MAYA, OWEN, Staffroom
from tests.services.way_out import own_copy

if TYPE_CHECKING:
    import pytest

    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.concern_draft import ConcernDraft
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault
    from tests.fakes.clock import FakeClock

THIS = Period("This term", "2026-09-01", "2026-12-31")
NEVER = Period("Never", "2020-01-01", "2020-01-02")


def told(desk: Desk, told_at: str = "2026-11-19T08:45", **more: object) -> Concern:
    draft = replace(a_concern_draft(), told_at=told_at, **more)  # type: ignore[arg-type]  # a test names fields it knows
    return desk.concerns.record(draft, an_entry_id(desk.sitting.clock)).answer


def totals(desk: Desk, picture: str) -> dict[str, int]:
    return {bar.key: bar.total for bar in desk.insights.read(THIS).pictures[picture]}


def refs(desk: Desk, picture: str, key: str) -> list[str]:
    return sorted(row.ref for row in desk.insights.behind(THIS, picture, key).rows)


def a_child(desk: Desk, surname: str, year: str) -> PersonRef:
    draft = PersonDraft(PersonKind.PUPIL, surname, "Wren", year=year)
    person = desk.people.add(draft, an_entry_id(desk.sitting.clock)).answer
    return PersonRef(draft.name, person.id)


def affected(*people: PersonRef) -> tuple[Involved, ...]:
    return tuple(Involved(one) for one in people)


def test_that_concerns_are_counted_where_they_were_told(desk: Desk) -> None:
    told(desk)
    told(desk, "2025-11-19T08:45")
    told(desk, "2026-08-31T15:00")
    insight = desk.insights.read(THIS)
    assert (insight.total, insight.before, insight.adults) == (1, 1, True)
    assert desk.insights.read(NEVER).total == 0
    assert desk.insights.read(NEVER).pictures[i.WEEK] == ()
    assert desk.insights.periods()[0].words == "Autumn term"


def test_that_weeks_stand_beside_each_other_those_without_any_too(desk: Desk) -> None:
    told(desk, "2026-11-02T08:45")
    told(desk, "2026-11-19T08:45", about=About.ACCOUNT)
    told(desk, "2026-11-16", about=About.ADULT)
    bars = desk.insights.read(THIS).pictures[i.WEEK]
    assert [(bar.words, bar.counts) for bar in bars] == [
        ("2 Nov", (1, 0, 0)),
        ("9 Nov", (0, 0, 0)),
        ("16 Nov", (0, 1, 1)),
    ]
    assert refs(desk, i.WEEK, "2026-11-16") == ["C-2026-002", "S-2026-001"]


def test_that_kinds_and_platforms_are_counted_and_lead_to_their_concerns(desk: Desk) -> None:
    sorts = (ConcernSort.GROOMING, ConcernSort.SCAM)
    told(desk, sorts=sorts, four_cs=(FourC.CONTACT,), online=Online("Roblox"))
    told(desk, sorts=sorts[1:], online=Online("Roblox"))
    told(desk)
    assert totals(desk, i.KIND) == {"scam": 2, "grooming": 1}
    assert totals(desk, i.FOUR_C)["contact"] == 1
    assert totals(desk, i.PLATFORM) == {"Roblox": 2, i.NOT_ONLINE: 1}
    assert refs(desk, i.KIND, "scam") == ["C-2026-001", "C-2026-002"]
    assert refs(desk, i.FOUR_C, "contact") == ["C-2026-001"]
    assert refs(desk, i.PLATFORM, i.NOT_ONLINE) == ["C-2026-003"]


def test_that_the_newest_version_counts_once(desk: Desk) -> None:
    concern = told(desk, sorts=(ConcernSort.SCAM,))
    draft = replace(concern.draft, sorts=(ConcernSort.NEGLECT,))
    desk.concerns.add_version(
        concern.entry.id, draft, "Seen again", an_entry_id(desk.sitting.clock)
    )
    assert totals(desk, i.KIND) == {"neglect": 1}


def test_that_a_concern_counts_once_in_each_year_group_of_the_children_affected(desk: Desk) -> None:
    older, younger = a_child(desk, "Tamarisk", "Year 6"), a_child(desk, "Siskin", "Year 3")
    twin = a_child(desk, "Pipit", "Year 6")
    by = Involved(younger, Involvement.SAID_TO_HAVE_DONE_IT)
    told(desk, people=affected(older, twin))
    told(desk, people=(*affected(older), by))
    told(desk, people=affected(younger, older))
    stranger = PersonRef("Somebody", "0a" * 16)
    told(desk, people=affected(stranger))
    assert totals(desk, i.YEAR) == {"Year 3": 1, "Year 6": 3, i.NO_YEAR: 1}
    assert refs(desk, i.YEAR, "Year 3") == ["C-2026-003"]
    assert len(refs(desk, i.YEAR, "Year 6")) == 3


def test_that_how_soon_something_was_done_is_the_first_step_or_referral(
    desk: Desk, clock: FakeClock
) -> None:
    first, second = told(desk), told(desk)
    for concern, at in ((first, "2026-11-19T12:00"), (first, "2026-11-19T09:00")):
        step = StepDraft(StepSort.NOTE, at, "Seen.", concern.id)
        desk.steps.record(step, an_entry_id(clock))
    insight = desk.insights.read(THIS)
    assert totals(desk, i.ACTION) | {"hour": 1, "none": 1} == totals(desk, i.ACTION)
    assert insight.soon == (1, 2)
    assert refs(desk, i.ACTION, "none") == [second.ref]


def test_that_looks_count_as_decided_before_unless_they_were_urgent(desk: Desk) -> None:
    clock = desk.sitting.clock
    for draft in (
        a_viewing(desk),
        an_urgent_viewing(desk, whose=PersonRef("Robin Ash")),
        a_viewing(desk, look=Look.NOT_TO_LOOK, whose=PersonRef("Jay Alder"), handle="third"),
    ):
        desk.viewings.decide(draft, an_entry_id(clock))
    assert desk.insights.read(THIS).decided == (1, 2)
    assert desk.insights.read(NEVER).decided == (0, 0)


def test_that_the_wait_for_the_lado_is_a_share_of_one_working_day(
    desk: Desk, clock: FakeClock
) -> None:
    reached, waiting = begin(desk), begin(desk)
    do(desk, reached, a_contact(at="2026-11-19T03:40"))
    insight = desk.insights.read(THIS)
    assert [(one.words, one.reached, one.late) for one in insight.lado] == [
        ("AL-2026-001", True, False),
        ("AL-2026-002", False, False),
    ] or [one.words for one in insight.lado] == ["AL-2026-002", "AL-2026-001"]
    shares = {one.words: one for one in insight.lado}
    assert (shares["AL-2026-001"].share, shares["AL-2026-001"].told) == (0.5, "12 h 00 min")
    clock.advance(days=4)
    late = {one.words: one for one in desk.insights.read(THIS).lado}["AL-2026-002"]
    assert (late.late, late.told[:3], waiting) == (True, "4 d", waiting)
    assert desk.insights.read(NEVER).lado == ()


def test_that_whoever_holds_no_key_to_staff_counts_nothing_of_it(vault: TrainingVault) -> None:
    school = Staffroom(vault).add_everybody()
    with school.desk(MAYA) as desk:
        told(desk, about=About.ADULT)
        begin(desk, an_allegation_draft())
        assert desk.insights.read(THIS).total == 1
    with school.desk(OWEN) as desk:
        insight = desk.insights.read(THIS)
        assert (insight.total, insight.lado, insight.adults) == (0, (), False)
    assert ALBAN in school.ids


def test_that_only_the_last_weeks_of_a_long_time_are_shown(desk: Desk) -> None:
    told(desk, "2020-01-06T09:00")
    told(desk)
    everything = desk.insights.periods()[-1]
    weeks = desk.insights.read(everything).pictures[i.WEEK]
    assert (len(weeks), weeks[-1].words) == (60, "16 Nov")


def test_that_the_summary_is_written_down_before_it_is_handed_over(desk: Desk) -> None:
    for _ in range(6):
        told(desk, sorts=(ConcernSort.SCAM,))
    told(desk, sorts=(ConcernSort.FGM,))
    before = desk.sitting.part(Compartment.SCHOOL).ledger.count()
    pdf = own_copy(desk, PaperSort.GOVERNORS, "list", since=THIS.since, until=THIS.until)
    assert pdf[:5] == b"%PDF-"
    assert desk.sitting.part(Compartment.SCHOOL).ledger.count() == before + 1


def test_that_the_lists_are_what_a_slow_reader_of_the_ledger_counts(
    desk: Desk, clock: FakeClock
) -> None:
    for number in range(30):
        clock.advance(hours=7)
        at = (clock.now() - timedelta(hours=1)).isoformat()[:16]
        sorts = tuple(ConcernSort)[number % 5 : number % 5 + number % 3]
        told(desk, at, sorts=sorts, online=Online(("", "Roblox", "TikTok")[number % 3]))
    assert totals(desk, i.KIND) == {
        sort.value: count
        for sort in ConcernSort
        if (count := sum(sort in one.sorts for one in slowly(desk)))
    }
    weeks = totals(desk, i.WEEK)
    assert sum(weeks.values()) == sum(totals(desk, i.PLATFORM).values()) == 30


def slowly(desk: Desk) -> list[ConcernDraft]:
    """Every concern as its own entry says it."""
    return [
        concern_of(entry).draft
        for entry in desk.sitting.part(Compartment.CHILDREN).ledger.entries()
        if entry.body.kind == "concern"
    ]


def test_that_late_entries_missing_answers_and_overdue_replies_are_counted(
    desk: Desk, clock: FakeClock
) -> None:
    on_time = told(desk)
    told(desk, "2026-11-02T08:45")
    referral = ReferralDraft(
        ReferralTo.SOCIAL_CARE,
        "2026-11-19T10:00",
        "Bryony Dunlin, front door team",
        "Told her what was said.",
        Consent.GIVEN,
        concern=on_time.id,
        reply_due="2026-11-20T10:00",
    )
    desk.referrals.record(referral, an_entry_id(clock))
    found = desk.insights.read(THIS).quality
    assert (found.of, found.late, found.lacking, found.overdue) == (2, 1, 2, 0)
    clock.advance(days=3)
    # Amended on a later day, it was written down on the first all the same.
    again = replace(desk.concerns.draft_of(on_time.id), action="Stayed with her.")
    desk.concerns.add_version(on_time.entry.id, again, "What we did", an_entry_id(clock))
    found = desk.insights.read(THIS).quality
    assert (found.late, found.overdue) == (1, 1)
    assert desk.insights.read(NEVER).quality == i.Quality()


def test_that_what_was_begun_in_time_and_recorded_a_day_later_is_late(
    desk: Desk, clock: FakeClock
) -> None:
    """A form has its entry's name from its first moment; what was typed may wait for days."""
    begun = an_entry_id(clock)
    clock.advance(days=1)
    draft = replace(a_concern_draft(), told_at="2026-11-19T08:45")
    desk.concerns.record(draft, begun)
    assert desk.insights.read(THIS).quality.late == 1


def test_that_every_look_of_a_period_counts_however_many_there_are(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = desk.sitting.clock
    monkeypatch.setattr("dsl_desk.services.insights._MOST", 2)
    for number in range(5):
        urgent = an_urgent_viewing(desk, whose=PersonRef(f"Robin Ash {number}"), handle=str(number))
        desk.viewings.decide(urgent, an_entry_id(clock))
    assert desk.insights.read(THIS).decided == (0, 5)


def test_that_a_list_behind_a_bar_ends_with_its_newest_and_says_how_many_there_are(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dsl_desk.services.insights._MOST", 2)
    for day in ("2026-11-17T09:00", "2026-11-19T09:00", "2026-11-16T09:00", "2026-11-18T09:00"):
        told(desk, day)
    for picture, key in ((i.WEEK, "2026-11-16"), (i.ACTION, "none"), (i.PLATFORM, i.NOT_ONLINE)):
        found = desk.insights.behind(THIS, picture, key)
        assert [row.told_at[:10] for row in found.rows] == ["2026-11-19", "2026-11-18"], picture
        assert found.of == 4
