"""The words of declarations: of links, of decisions, and of how they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.coded_answer import Answers
from dsl_desk.domain.declaration import AskedFor, CameBy, Identity
from dsl_desk.domain.declaration_review import Decision, EscalatedTo
from dsl_desk.domain.declaration_standing import DeclarationState
from dsl_desk.domain.declared_link import BeforeJoining, Closeness, LinkKind, Teaches
from dsl_desk.domain.policy.family_links import Stance

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import Enum

DECLARATION_LABELS: Final[Mapping[Enum, str]] = {
    LinkKind.PUPIL: "A pupil here",
    LinkKind.PARENT: "A parent or carer of a pupil here",
    LinkKind.FORMER_PUPIL: "A former pupil",
    Closeness.NOT_SAID: "Not said",
    Closeness.HOUSEHOLD: "The same household",
    Closeness.OFTEN: "They meet often",
    Closeness.SELDOM: "They meet now and then",
    BeforeJoining.NOT_SAID: "Not said yet",
    BeforeJoining.BEFORE: "Yes, before they worked here",
    BeforeJoining.AFTER: "No, since they work here",
    Teaches.NOT_SAID: "Not said yet",
    Teaches.YES: "Yes, regularly",
    Teaches.AT_TIMES: "At times, in a club or as cover",
    Teaches.NO: "No",
    AskedFor.AGREEMENT: "Agreement",
    AskedFor.INFORMATION: "Nothing: it is for information only",
    AskedFor.ADVICE: "Advice",
    CameBy.PAPER: "On signed paper",
    CameBy.LOCK_SCREEN: "From the lock screen",
    CameBy.DESK: "From an unlocked desk",
    Identity.NOT_CHECKED: "Identity not checked",
    Identity.CONFIRMED: "Confirmed with the person",
    Decision.AGREED: "Agree",
    Decision.AGREED_WITH_CONDITIONS: "Agree with conditions",
    Decision.MORE_ASKED: "Ask for more",
    Decision.ADVISED_AGAINST: "Advise against",
    Decision.ESCALATED: "Take it further",
    EscalatedTo.NOTHING: "Not said yet",
    EscalatedTo.LOW_LEVEL: "A low-level concern",
    EscalatedTo.ALLEGATION: "An allegation",
    Answers.ACCEPTS: "I accept what the letter says",
    Answers.ANSWERS: "My answer to the letter's question",
    Answers.NOTHING: "I have nothing to declare this year",
    Answers.UNCHANGED: "Nothing has changed since last time",
    DeclarationState.ANSWERED: "Answered your question",
    DeclarationState.CHANGED: "Changed since the decision",
    DeclarationState.NEW: "New, not yet decided",
    DeclarationState.LOOK_AGAIN: "To be looked at again",
    DeclarationState.ASKED: "Waiting for an answer",
    DeclarationState.TO_ACCEPT: "Waiting to be signed for",
    DeclarationState.AGREED_WITH_CONDITIONS: "Agreed with conditions",
    DeclarationState.AGREED: "Agreed",
    DeclarationState.ADVISED_AGAINST: "Advised against, and they know",
    DeclarationState.ESCALATED: "Taken further",
    DeclarationState.NOTHING_TO_DECLARE: "Nothing to declare",
    Stance.DECLARE: "To be declared in writing",
    Stance.EXCEPTED: "Excepted by the policy",
    Stance.JUDGE: "Left to good sense",
    Stance.SILENT: "Nothing is said of family",
    Stance.ADVISE: "Goes against the policy",
    Stance.FORBID: "Not allowed by the policy",
}
# What follows from each decision: the second line of its card.
FOLLOWS: Final[Mapping[Decision, str]] = {
    Decision.AGREED: "No conditions",
    Decision.AGREED_WITH_CONDITIONS: "They sign to accept them",
    Decision.MORE_ASKED: "One question goes back",
    Decision.ADVISED_AGAINST: "They are told, and sign that they were",
    Decision.ESCALATED: "It is more than a link",
}
