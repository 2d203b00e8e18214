"""Drafts about adults, with valid answers; a test overrides what matters to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dsl_desk.domain.adult import Adult, Standing
from dsl_desk.domain.allegation import AllegationDraft
from dsl_desk.domain.allegation_choices import AllegationStepSort, Held, LadoView, Reached
from dsl_desk.domain.allegation_step import AllegationStepDraft
from dsl_desk.domain.concern_choices import SafeNow
from dsl_desk.domain.low_level import LowLevelDraft
from dsl_desk.domain.outcome import Outcome
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.threshold import Answer, Answered, Criterion, Threshold
from tests.builders import an_entry_id
from tests.services.staffroom import HESTER, MAYA, OWEN

if TYPE_CHECKING:
    import pytest

    from dsl_desk.domain.allegation_view import AllegationView
    from dsl_desk.domain.errors import DraftError
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk

ROWAN = "Rowan Kestrel"
WORDS = "“My son showed me his phone. His coach messages him at night.”"
TOLD = "2026-11-18T15:40"
NOW = "2026-11-19T12:10"
LADO = "Ruth Saltmarsh, duty LADO"


def an_adult(name: str = ROWAN, **more: object) -> Adult:
    adult = Adult(name, standing=Standing.CONTRACTOR, role="sports coach", employer="Fell Sports")
    return replace(adult, **more)  # type: ignore[arg-type]  # a test names fields it knows


def an_allegation_draft(adult: Adult | None = None, **more: object) -> AllegationDraft:
    draft = AllegationDraft(
        adult=adult or an_adult(),
        told_by="A parent, in person",
        told_to=HESTER,
        told_at=TOLD,
        words=WORDS,
        safe_now=SafeNow.YES,
        children=(PersonRef("Wren Tamarisk"),),
    )
    return replace(draft, **more)  # type: ignore[arg-type]  # a test names fields it knows


def about(desk: Desk, name: str, standing: Standing = Standing.EMPLOYED) -> Adult:
    """A member, by id: Maya, Owen, Hester or Alban."""
    member = next(one for one in desk.face.members if one.name == name)
    return Adult(name, member=member.id, standing=standing)


def a_step(sort: AllegationStepSort, **more: object) -> AllegationStepDraft:
    return replace(AllegationStepDraft(sort, NOW, "What was done."), **more)  # type: ignore[arg-type]  # as above


def four(
    offence: Answer = Answer.NO, risk: Answer = Answer.NO, why: str = "As far as we can tell"
) -> AllegationStepDraft:
    """The four questions, answered no but for what a test asks."""
    answers = dict.fromkeys(Criterion, Answered(Answer.NO, why))
    answers |= {Criterion.OFFENCE: Answered(offence, why), Criterion.RISK: Answered(risk, why)}
    return a_step(AllegationStepSort.THRESHOLD, words="", answers=Threshold(answers).written())


def a_contact(
    reached: Reached = Reached.SPOKE, at: str = NOW, **more: object
) -> AllegationStepDraft:
    late = str(more.pop("late_why", ""))
    answers = {"reached": reached.value, "late_why": late}
    draft = a_step(
        AllegationStepSort.LADO_CONTACT,
        at=at,
        with_whom=LADO,
        answers=answers,
        words="“Send the pack today. Do not speak to him yet.”",
    )
    return replace(draft, **more)  # type: ignore[arg-type]  # as above


def advice(*may: Held, at: str = NOW, not_yet: tuple[Held, ...] = ()) -> AllegationStepDraft:
    words = "“You may do that now.”"
    return a_step(
        AllegationStepSort.ADVICE, at=at, with_whom=LADO, words=words, may=may, not_yet=not_yet
    )


def a_consultation(view: LadoView) -> AllegationStepDraft:
    return a_step(
        AllegationStepSort.CONSULTATION, with_whom=LADO, answers={"lado_view": view.value}
    )


def an_outcome(outcome: Outcome = Outcome.UNSUBSTANTIATED) -> AllegationStepDraft:
    answers = {"outcome": outcome.value}
    return a_step(AllegationStepSort.OUTCOME, why="As the meeting agreed", answers=answers)


def a_removal(consent: Answer = Answer.NO) -> AllegationStepDraft:
    answers = {"consent": consent.value}
    return a_step(AllegationStepSort.REMOVED, why="It was malicious", answers=answers)


def a_low_level_draft(adult: Adult | None = None, **more: object) -> LowLevelDraft:
    draft = LowLevelDraft(
        adult=adult or an_adult(),
        shared_by=OWEN,
        at="2026-11-17T08:50",
        words="Gave one child sweets at the gate, again.",
        context="Before training",
        done=f"{MAYA} reminded him of the code of conduct.",
    )
    return replace(draft, **more)  # type: ignore[arg-type]  # as above


def begin(desk: Desk, draft: AllegationDraft | None = None) -> RecordId:
    entry = an_entry_id(desk.sitting.clock)
    return desk.allegations.record(draft or an_allegation_draft(), entry).answer.written.id


def do(desk: Desk, record: RecordId, *steps: AllegationStepDraft) -> AllegationView:
    for draft in steps:
        desk.allegations.step(record, draft, an_entry_id(desk.sitting.clock))
    return desk.allegations.open(record)


def codes(error: pytest.ExceptionInfo[DraftError]) -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in error.value.problems]
