"""Which answers of records are one of a few: by kind and field, so that papers say their words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.adult import Standing
from dsl_desk.domain.allegation_choices import AllegationStepSort, Decided, Held, Reached
from dsl_desk.domain.child_file import ChildStatus, PhotoException
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import (
    About,
    BodyPlace,
    ConcernSort,
    ConcernState,
    FourC,
    Involvement,
    Parents,
    SafeNow,
)
from dsl_desk.domain.conversation import Meets, WordsFrom
from dsl_desk.domain.declaration import AskedFor, CameBy, Identity
from dsl_desk.domain.declaration_review import Decision, EscalatedTo
from dsl_desk.domain.declared_link import BeforeJoining, Closeness, LinkKind, Teaches
from dsl_desk.domain.drop import LeftAbout, LeftSort
from dsl_desk.domain.evidence import Doubt
from dsl_desk.domain.identity import Sureness
from dsl_desk.domain.left import Became
from dsl_desk.domain.member import Role
from dsl_desk.domain.misfiling import DpoTold
from dsl_desk.domain.moments import HowSure, told_in_full
from dsl_desk.domain.outcome import Outcome
from dsl_desk.domain.person import PersonKind, StaffKind
from dsl_desk.domain.picture import DecodeTrouble, Oddity, PictureSort
from dsl_desk.domain.policy.states import DutyState
from dsl_desk.domain.policy.terms import DutyAct, Recipient
from dsl_desk.domain.reading_days import day_in_words
from dsl_desk.domain.referral import Consent, ReferralTo
from dsl_desk.domain.sharing_marks import CoverReason, MarkSort
from dsl_desk.domain.step import StepSort
from dsl_desk.domain.stop import StopAnswer, WayIn
from dsl_desk.domain.subject_access import Exemption, Verdict
from dsl_desk.domain.termly_check import Found
from dsl_desk.domain.threshold import Answer
from dsl_desk.domain.viewing import Authority, Look, OpenToAll, Stands
from dsl_desk.domain.viewing_standing import Agreed
from dsl_desk.domain.words import label
from dsl_desk.domain.words_only import Trigger

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import Enum

_DAY, _MINUTE = 10, 16
_TIME: Final = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}.*)?")
CODES: Final[Mapping[str, type[Enum]]] = {
    "person.kind": PersonKind,
    "person.staff_kind": StaffKind,
    "child_file.status": ChildStatus,
    "child_file.photo_exception": PhotoException,
    "concern.about": About,
    "concern.role": Involvement,
    "concern.how_sure": HowSure,
    "concern.four_cs": FourC,
    "concern.sorts": ConcernSort,
    "concern.safe_now": SafeNow,
    "concern.parents": Parents,
    "concern.state": ConcernState,
    "concern.place": BodyPlace,
    "duty_done.act": DutyAct,
    "duty_done.recipient": Recipient,
    "duty_done.state": DutyState,
    "step.sort": StepSort,
    "identity.sure": Sureness,
    "referral.consent": Consent,
    "referral.to": ReferralTo,
    "viewing.authority": Authority,
    "viewing.look": Look,
    "viewing.open_to_all": OpenToAll,
    "viewing.stands": Stands,
    "viewing_answer.agreed": Agreed,
    "evidence.sort": PictureSort,
    "evidence.odd": Oddity,
    "evidence.doubts": Doubt,
    "evidence.trouble": DecodeTrouble,
    "evidence.answer": StopAnswer,
    "evidence.way": WayIn,
    "handed_in.kept_in": Compartment,
    "words_only.kept_in": Compartment,
    "words_only.triggers": Trigger,
    "conversation.meets": Meets,
    "conversation.words_from": WordsFrom,
    "sharing_copy.sort": MarkSort,
    "sharing_copy.reason": CoverReason,
    "left.became": Became,
    "left.sort": LeftSort,
    "termly_check.found": Found,
    "left.about": LeftAbout,
    "left.post": Role,
    "subject_decision.verdict": Verdict,
    "subject_decision.exemption": Exemption,
    "low_level.standing": Standing,
    "allegation.standing": Standing,
    "allegation.how_sure": HowSure,
    "allegation.safe_now": SafeNow,
    "allegation_step.sort": AllegationStepSort,
    "allegation_step.may": Held,
    "allegation_step.not_yet": Held,
    "allegation_step.harmed": Answer,
    "allegation_step.offence": Answer,
    "allegation_step.risk": Answer,
    "allegation_step.not_suitable": Answer,
    "allegation_step.reached": Reached,
    "allegation_step.decided": Decided,
    "allegation_step.outcome": Outcome,
    "misfiling.dpo_told": DpoTold,
    "declaration.asked_for": AskedFor,
    "declaration.came_by": CameBy,
    "declaration.identity": Identity,
    "declaration.before": BeforeJoining,
    "declaration.closeness": Closeness,
    "declaration.kind": LinkKind,
    "declaration.teaches": Teaches,
    "declaration_review.decision": Decision,
    "declaration_review.escalated_to": EscalatedTo,
}


def said_in_words(kind: str, field: str, said: str) -> str:
    """Return an answer as people read it: a choice by its label, a day and a time in full."""
    choices = CODES.get(f"{kind}.{field}")
    if choices is not None:
        return next((label(one) for one in choices if one.value == said), said)
    if not _TIME.fullmatch(said):
        return said
    try:
        return day_in_words(said) if len(said) == _DAY else told_in_full(said[:_MINUTE])
    except ValueError:  # no such day: whoever wrote it wrote that
        return said
