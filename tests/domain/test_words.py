from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.adult import Standing as StandingHere
from dsl_desk.domain.allegation_choices import (
    Agency,
    AllegationStepSort,
    Decided,
    LadoView,
    Meeting,
    Reached,
    ReportBasis,
    Supported,
)
from dsl_desk.domain.allegation_choices import Held as HeldOf
from dsl_desk.domain.allegation_course import Stage
from dsl_desk.domain.child_file import ChildStatus, PhotoException
from dsl_desk.domain.chronology import ItemSort
from dsl_desk.domain.coded_answer import Answers
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
from dsl_desk.domain.conversation import Meets, WordsFrom
from dsl_desk.domain.cover import Showing
from dsl_desk.domain.custody import CustodySort
from dsl_desk.domain.damage import Damage
from dsl_desk.domain.declaration import AskedFor, CameBy, Identity
from dsl_desk.domain.declaration_review import Decision, EscalatedTo
from dsl_desk.domain.declaration_standing import DeclarationState
from dsl_desk.domain.declared_link import BeforeJoining, Closeness, LinkKind, Teaches
from dsl_desk.domain.disposal import ProposalState
from dsl_desk.domain.drop import LeftAbout, LeftSort
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.evidence import Doubt
from dsl_desk.domain.found_in import FoundIn
from dsl_desk.domain.identity import Sureness
from dsl_desk.domain.import_plan import Why
from dsl_desk.domain.keychain import KeychainTrouble
from dsl_desk.domain.lado_clock import ClockStands
from dsl_desk.domain.leaving import HowItLeaves, PaperSort, RecipientSort
from dsl_desk.domain.leaving_errors import Flaw
from dsl_desk.domain.left import Became
from dsl_desk.domain.legal_hold import Held
from dsl_desk.domain.list_trouble import ListTrouble
from dsl_desk.domain.member import Role
from dsl_desk.domain.misfiling import DpoTold
from dsl_desk.domain.moments import HowSure
from dsl_desk.domain.outcome import Outcome
from dsl_desk.domain.person import PersonKind, StaffKind
from dsl_desk.domain.picture import DecodeTrouble, Oddity, PictureSort
from dsl_desk.domain.platforms import Basis
from dsl_desk.domain.policy.changes import Bar
from dsl_desk.domain.policy.facts import FactName
from dsl_desk.domain.policy.family_links import Stance
from dsl_desk.domain.policy.states import DutyState
from dsl_desk.domain.policy.terms import (
    Answer,
    DutyAct,
    Event,
    Recipient,
    Register,
    RuledOn,
    Unit,
)
from dsl_desk.domain.referral import Consent, ReferralTo
from dsl_desk.domain.referral_state import ReferralState
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.domain.retention import RetentionClass, Since
from dsl_desk.domain.rights import Right
from dsl_desk.domain.school_calendar import Days, RetainedCopy, Timer
from dsl_desk.domain.sharing_marks import CoverReason, MarkSort
from dsl_desk.domain.shot_order import OrderBy
from dsl_desk.domain.step import StepSort
from dsl_desk.domain.stop import StopAnswer, WayIn
from dsl_desk.domain.stop_errors import ScreenTrouble
from dsl_desk.domain.threshold import Answer as ThresholdAnswer
from dsl_desk.domain.threshold import Criterion, SchoolsView
from dsl_desk.domain.transfer import ReceivedState, TransferState
from dsl_desk.domain.viewing import Authority, Look, OpenToAll, Stands
from dsl_desk.domain.viewing_standing import Agreed, Standing
from dsl_desk.domain.ways_in import Way, WayAct
from dsl_desk.domain.words import label
from dsl_desk.domain.words_only import Trigger

if TYPE_CHECKING:
    from enum import Enum


@pytest.mark.parametrize(
    "words_of",
    [
        *(Compartment, Role, Right, EntryClass, Damage, Way, WayAct, KeychainTrouble),
        *(About, BodyPlace, ConcernSort, ConcernState, FourC, Involvement, Parents, SafeNow),
        *(HowSure, Gap, StepSort, ReferralTo, Consent),
        *(PersonKind, StaffKind, ChildStatus, PhotoException),
        *(Why, Sureness, ListTrouble, DpoTold, FoundIn, ReferralState),
        *(Stands, Look, OpenToAll, Authority, Agreed, Standing, StopAnswer, WayIn, Trigger),
        *(Doubt, CustodySort, ItemSort, Meets, WordsFrom, OrderBy),
        *(Doubt, CustodySort, ItemSort, MarkSort, CoverReason, ScreenTrouble),
        *(PictureSort, Oddity, DecodeTrouble),
        *(RetentionClass, Held, ProposalState, Since),
        *(FactName, DutyAct, Recipient, Event, Unit, RuledOn, Answer, Register, DutyState, Bar),
        *(RegisterName, Days, Timer, Basis, RetainedCopy, TransferState, ReceivedState),
        *(StandingHere, Criterion, ThresholdAnswer, SchoolsView, ClockStands, Outcome, Stage),
        *(HeldOf,),
        *(PaperSort, RecipientSort, HowItLeaves, Showing, Flaw),
        *(HeldOf, LeftAbout, LeftSort, Became),
        *(LinkKind, Closeness, BeforeJoining, Teaches, AskedFor, CameBy, Identity),
        *(Answers, Decision, EscalatedTo, DeclarationState, Stance),
        *(AllegationStepSort, Reached, LadoView, Agency, Decided, Meeting, Supported, ReportBasis),
    ],
)
def test_that_every_member_of_every_kind_has_its_words(words_of: type[Enum]) -> None:
    labels = [label(member) for member in words_of]
    assert all(labels)
    assert len(set(labels)) == len(labels)
