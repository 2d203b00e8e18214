"""Duties the school adds: under a hand, seen by another, ended by a switch; and what sleeps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import ConcernSort
from dsl_desk.domain.errors import ChangedSinceError, DraftError, Problem
from dsl_desk.domain.policy.alone import ALONE
from dsl_desk.domain.policy.changes import (
    STATUTORY_REPORT,
    Changes,
    OwnDuty,
    SwitchedOff,
    Woken,
)
from dsl_desk.domain.policy.record import POLICY
from dsl_desk.domain.policy.terms import Recipient
from dsl_desk.domain.today import NeedSort
from tests.builders import a_concern_draft, an_entry_id
from tests.services.staffroom import HESTER, MAYA, OWEN

if TYPE_CHECKING:
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.policy.view import PolicyView
    from dsl_desk.services.desk import Desk
    from tests.services.staffroom import Staffroom

WHY = "The staff meeting of 16 November"
OURS: dict[str, Json] = {
    "id": "own_1",
    "clause": "Staff handbook 4.2",
    "do": "tell",
    "tell": ["it"],
    "by": "within 2 working hours",
    "words": "Ask IT to keep the logs of the filter.",
    "when": {"all": ["sort: filter_bypass"]},
}
SCAM = a_concern_draft(sorts=(ConcernSort.FILTER_BYPASS,))
ABUSE = a_concern_draft(sorts=(ConcernSort.SEXUAL,))
SOURCE = Woken(STATUTORY_REPORT, "The commencement regulations, read on gov.uk today")


def entry_of(desk: Desk) -> EntryId:
    desk.sitting.clock.advance(minutes=1)  # type: ignore[attr-defined]  # the fake clock
    return an_entry_id(desk.sitting.clock)


def change(desk: Desk, changes: Changes) -> PolicyView:
    mark = desk.policy.mark()
    of = mark.entry or None
    return desk.policy.change(of, changes, WHY, entry_of(desk)).answer  # type: ignore[arg-type]  # an entry's id


def own(**changes: Json) -> OwnDuty:
    return OwnDuty({**OURS, **changes}, WHY)


def refused(desk: Desk, changes: Changes) -> tuple[Problem, ...]:
    with pytest.raises(DraftError) as told:
        change(desk, changes)
    return told.value.problems


def asked(desk: Desk) -> list[tuple[str, ...]]:
    return [row.clauses for row in desk.duties.asked(SCAM) if row.cited[-1].duty.id == "own_1"]


def test_that_a_duty_of_our_own_is_asked_under_its_own_clause(desk: Desk) -> None:
    desk.policy.adopt("northwood", WHY, entry_of(desk))
    view = change(desk, Changes(added=(own(),)))
    assert asked(desk) == [("Staff handbook 4.2",)]  # no clause of Northwood's
    assert view.school is not None
    assert view.school.clause("Staff handbook 4.2").words == OURS["words"]
    assert view.school.said_by("Staff handbook 4.2") == "Added by this school"
    assert view.school.said_by("3.7").startswith("Northwood")
    (mine,) = view.own
    assert (mine.own.name, mine.own.since, mine.own.reason) == (MAYA, 2, WHY)
    assert not mine.waits_for_me


def test_that_without_a_policy_it_stands_upon_law_and_guidance(desk: Desk) -> None:
    view = change(desk, Changes(added=(own(),)))
    assert view.alone
    assert view.school is not None
    assert (view.mark.version, view.school.title) == (1, "Law and guidance, no policy taken")
    assert asked(desk) == [("Staff handbook 4.2",)]
    concern = desk.concerns.record(SCAM, entry_of(desk)).answer
    assert concern.draft.policy == view.mark
    with pytest.raises(ChangedSinceError):
        desk.policy.change(None, Changes(), WHY, entry_of(desk))


def test_that_there_is_a_way_back_to_law_and_guidance_alone(desk: Desk) -> None:
    desk.policy.adopt("northwood", WHY, entry_of(desk))
    concern = desk.concerns.record(SCAM, entry_of(desk)).answer
    view = desk.policy.adopt(ALONE, "The trust is writing a new one", entry_of(desk)).answer
    assert view.alone
    assert view.mark.version == 2
    assert all(row.only_guidance for row in desk.duties.asked(SCAM))
    # What was written under Northwood is still asked what Northwood asks.
    assert any(not row.asked.only_guidance for row in desk.duties.of(concern.id))
    assert desk.policy.adopt("shire", WHY, entry_of(desk)).answer.mark.version == 3


@pytest.mark.parametrize(
    ("table", "problems"),
    [
        ({"words": ""}, [("words", "missing_key")]),
        ({"words": "x" * 401}, [("words", "too_long")]),
        ({"clause": "3.7"}, [("clause", "taken")]),
        ({"clause": "x" * 201}, [("clause", "too_long")]),
        ({"tell": []}, [("tell", "nobody")]),
        ({"by": "soon"}, [("by", "not_a_time")]),
        ({"when": {"all": ["sort: tea"]}}, [("when", "not_a_fact")]),
        ({"when": {"all": ["about: child", "about: adult"]}}, [("when", "never")]),
        ({"words": "Ask for the password of the account."}, [("words", "password")]),
        (
            {"do": "remove", "tell": [], "by": "at once"},
            [("by", "destroys"), ("when", "imagery")],
        ),
        ({"id": "clauseless"}, []),
    ],
)
def test_that_it_is_held_to_the_same_rules_as_a_profile(
    desk: Desk, table: dict[str, Json], problems: list[tuple[str, str]]
) -> None:
    desk.policy.adopt("northwood", WHY, entry_of(desk))
    changes = Changes(added=(own(**table),))
    if not problems:
        assert change(desk, changes).own[0].own.id == "clauseless"
        return
    assert refused(desk, changes) == tuple(Problem(*one) for one in problems)
    assert refused(desk, Changes(added=(OwnDuty(OURS, " "),))) == (Problem("reason", "missing"),)


def test_that_another_member_is_shown_it_until_they_have_seen_it(school: Staffroom) -> None:
    with school.desk(MAYA) as desk:
        desk.policy.adopt("northwood", WHY, entry_of(desk))
        change(desk, Changes(added=(own(),)))
    with school.desk(OWEN) as desk:
        (need,) = [one for one in desk.today.read().now if one.sort is NeedSort.DUTY_ADDED]
        assert (need.about, need.what) == (MAYA, WHY)
        seen = desk.policy.see("own_1", 2, entry_of(desk)).answer.own[0]
        assert (seen.seen_by, seen.waits_for_me) == ((OWEN,), False)
        assert not [one for one in desk.today.read().now if one.sort is NeedSort.DUTY_ADDED]
    with school.desk(HESTER) as desk:
        # What is changed is another decision, and nobody has seen that.
        again = change(desk, Changes(added=(own(by="at once"),))).own[0]
        assert (again.own.name, again.own.since, again.seen_by) == (HESTER, 3, ())
        # What stays as it was keeps whoever wrote it.
        both = (again.own, own(id="own_2", clause="Staff handbook 5"))
        first, second = change(desk, Changes(added=both)).own
        assert (first.own.since, second.own.since) == (3, 4)


def test_that_it_is_ended_by_a_switch_and_never_vanishes(desk: Desk) -> None:
    desk.policy.adopt("northwood", WHY, entry_of(desk))
    view = change(desk, Changes(added=(own(),)))
    assert refused(desk, Changes()) == (Problem("added", "not_ended"),)
    off = SwitchedOff("own_1", "The handbook was rewritten")
    ended = change(desk, replace(view.changes, off=(off,)))
    assert asked(desk) == []
    assert ended.off[0].switched.reason == off.reason
    assert [one.own.id for one in ended.own] == ["own_1"]


def test_that_nobody_softens_what_checks_themselves(school: Staffroom) -> None:
    checks = own(about=["head"], tell=["chair"])
    with school.desk(MAYA) as desk:
        desk.policy.adopt("northwood", WHY, entry_of(desk))
        change(desk, Changes(added=(checks,)))
    softer = Changes(added=(own(about=[], tell=["hr"]),))
    with school.desk(HESTER) as desk:
        assert refused(desk, softer) == (Problem("added", "about_oneself"),)
    with school.desk(MAYA) as desk:
        assert change(desk, softer).own[0].own.table["tell"] == ["hr"]


def test_that_the_duty_to_report_sexual_abuse_sleeps_until_it_is_woken_by_its_source(
    desk: Desk,
) -> None:
    def reports() -> list[set[Recipient | None]]:
        rows = desk.duties.asked(ABUSE)
        return [
            {one.recipient for one in row.whom} for row in rows if row.matter == STATUTORY_REPORT
        ]

    assert reports() == []
    assert not desk.policy.is_awake(STATUTORY_REPORT)
    before = desk.concerns.record(ABUSE, entry_of(desk)).answer
    empty = Changes(woken=(replace(SOURCE, source=" "),))
    assert refused(desk, empty) == (Problem("woken", "missing"),)
    law = Changes(woken=(Woken("danger", "It is"),))
    assert refused(desk, law) == (Problem("woken", "no_such_duty"),)
    woken = change(desk, Changes(woken=(SOURCE,))).changes.woken[0]
    assert (woken.source, woken.name, woken.since) == (SOURCE.source, MAYA, 1)
    assert reports() == [{Recipient.POLICE, Recipient.SOCIAL_CARE}]
    # What is law does not go to sleep because a policy is taken, or left.
    view = desk.policy.adopt("shire", WHY, entry_of(desk)).answer
    assert view.changes.woken == (woken,)
    assert reports()
    kept = change(desk, Changes(woken=(replace(SOURCE, source="Another"),)))
    assert kept.changes.woken == (woken,)
    assert desk.duties.of(before.id)


def test_that_a_policy_of_schema_1_is_read_as_it_was_meant(desk: Desk) -> None:
    desk.policy.adopt("northwood", WHY, entry_of(desk))
    ledger = desk.sitting.part(Compartment.SCHOOL).ledger
    body = ledger.known(desk.policy.mark().entry).body  # type: ignore[arg-type]  # an entry's id
    fields = {name: one for name, one in body.fields.items() if name != "woken"}
    older = replace(body, schema=1, fields={**fields, "added": [OURS]})
    changes = POLICY.said_in(older).draft.changes
    assert changes.added == (OwnDuty(OURS),)
    assert changes.woken == ()
