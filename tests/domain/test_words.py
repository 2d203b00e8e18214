from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.adult import Standing
from dsl_desk.domain.allegation_choices import (
    Agency,
    AllegationStepSort,
    Decided,
    Held,
    LadoView,
    Meeting,
    Reached,
    Supported,
)
from dsl_desk.domain.allegation_course import Stage
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
from dsl_desk.domain.concern_gaps import Gap
from dsl_desk.domain.damage import Damage
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.identity import Sureness
from dsl_desk.domain.import_plan import Why
from dsl_desk.domain.keychain import KeychainTrouble
from dsl_desk.domain.lado_clock import ClockStands
from dsl_desk.domain.list_trouble import ListTrouble
from dsl_desk.domain.member import Role
from dsl_desk.domain.moments import HowSure
from dsl_desk.domain.outcome import Outcome
from dsl_desk.domain.person import PersonKind, StaffKind
from dsl_desk.domain.referral import Consent, ReferralTo
from dsl_desk.domain.rights import Right
from dsl_desk.domain.step import StepSort
from dsl_desk.domain.threshold import Answer, Criterion, SchoolsView
from dsl_desk.domain.ways_in import Way, WayAct
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from enum import Enum


@pytest.mark.parametrize(
    "words_of",
    [
        *(Compartment, Role, Right, EntryClass, Damage, Way, WayAct, KeychainTrouble),
        *(About, BodyPlace, ConcernSort, ConcernState, FourC, Involvement, Parents, SafeNow),
        *(HowSure, Gap, StepSort, ReferralTo, Consent),
        *(PersonKind, StaffKind, ChildStatus, PhotoException),
        *(Why, Sureness, ListTrouble),
        *(Standing, Criterion, Answer, SchoolsView, ClockStands, Outcome, Stage, Held),
        *(AllegationStepSort, Reached, LadoView, Agency, Decided, Meeting, Supported),
    ],
)
def test_that_every_member_of_every_kind_has_its_words(words_of: type[Enum]) -> None:
    labels = [label(member) for member in words_of]
    assert all(labels)
    assert len(set(labels)) == len(labels)
