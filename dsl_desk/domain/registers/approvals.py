"""Approvals: a proposal, and later a decision by the role that decides. Two acts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.member import Role
from dsl_desk.domain.registers.blank import Blank, BlankSort, Choice
from dsl_desk.domain.registers.register import Register, RegisterName

if TYPE_CHECKING:
    from dsl_desk.domain.registers.register import Occasion, RegisterDraft

_DECISION: Final = ("decision", "decided_by", "decided_on", "decision_why", "told_how")
_ROLES: Final = {"head": Role.HEAD, "dsl": Role.DSL}  # those who can decide here themselves


def _rule(draft: RegisterDraft, occasion: Occasion) -> dict[str, str]:
    ends = draft.said("ends")
    found = {"ends": "before_it_began"} if ends and ends < draft.said("begins") else {}
    if occasion.before is None:
        return found | {name: "two_acts" for name in _DECISION if draft.said(name)}
    if not draft.said("decision") or _decided_alike(draft, occasion.before):
        return found
    return found | _wrong_with_the_decision(draft, occasion)


def _wrong_with_the_decision(draft: RegisterDraft, occasion: Occasion) -> dict[str, str]:
    wanted = ("decided_by", "decided_on", "decision_why")
    found = {name: "missing" for name in wanted if not draft.said(name)}
    if draft.said("decided_on") > occasion.now.date().isoformat():
        found["decided_on"] = "not_yet"
    if draft.said("decided_by") and draft.said("decided_by") == draft.said("proposed_by"):
        found["decided_by"] = "own_proposal"
    who = draft.said("who_decides")
    by_policy = not occasion.deciders or who in occasion.deciders
    decides_here = by_policy and _ROLES.get(who) is occasion.role and not occasion.mine
    if not decides_here and not draft.said("told_how"):
        found["told_how"] = "not_yours" if by_policy else "not_as_policy"
    return found


def _decided_alike(draft: RegisterDraft, before: RegisterDraft) -> bool:
    return all(draft.said(name) == before.said(name) for name in (*_DECISION, "who_decides"))


_BLANKS: Final = (
    Blank("what", "What is proposed?", needed=True),
    Blank(
        "sort",
        "What kind of thing is it?",
        BlankSort.CHOICE,
        needed=True,
        choices=(
            Choice("account", "A new account or application"),
            Choice("contact", "Contact online for an event or a trip"),
            Choice("class", "Something a class does online"),
            Choice("post", "Something to be posted or written"),
            Choice("pupils", "An account of pupils in our name"),
            Choice("logo", "Use of our logo"),
            Choice("news", "News from inside, about people here"),
            Choice("other", "Something else"),
        ),
    ),
    Blank("platform", "Where?", hint="For example a blog."),
    Blank("purpose", "What is it for?", BlankSort.LINES, needed=True),
    Blank("proposed_by", "Who proposes it?", BlankSort.PERSON, needed=True),
    Blank("proposed_on", "Proposed on", BlankSort.DAY, needed=True),
    Blank("begins", "From", BlankSort.DAY),
    Blank("ends", "Until", BlankSort.DAY),
    Blank(
        "who_decides",
        "Who decides?",
        BlankSort.CHOICE,
        "As your policy says.",
        needed=True,
        choices=(
            Choice("head", "The headteacher"),
            Choice("dsl", "The Designated Safeguarding Lead"),
            Choice("chair", "The chair of governors or proprietor"),
            Choice("leaders", "The senior leadership team"),
        ),
    ),
    Blank(
        "decision",
        "What was decided?",
        BlankSort.CHOICE,
        "Leave this empty until it is decided: that is a second act.",
        choices=(
            Choice("agreed", "Agreed"),
            Choice("agreed_if", "Agreed, with conditions"),
            Choice("refused", "Not agreed"),
        ),
    ),
    Blank("decided_by", "Who decided?", BlankSort.PERSON),
    Blank("decided_on", "Decided on", BlankSort.DAY),
    Blank("decision_why", "Why, and on which conditions?", BlankSort.LINES),
    Blank("told_how", "How do you know?", hint="Where it was not you: a letter, a meeting."),
)
APPROVALS: Final = Register(
    name=RegisterName.APPROVALS,
    title="Approvals",
    tab="Approvals",
    one="a proposal",
    purpose="What was proposed, and what the person who decides said to it.",
    part=Compartment.SCHOOL,
    blanks=_BLANKS,
    columns=("what", "proposed_by", "who_decides", "decision", "decided_on"),
    day="proposed_on",
    rule=_rule,
    is_open=lambda draft: not draft.said("decision"),
)
