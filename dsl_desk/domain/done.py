"""What was done about a concern: steps and referrals, told in one order of time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.step import StepSort
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from dsl_desk.domain.paper import Paper
    from dsl_desk.domain.referral import Referral
    from dsl_desk.domain.step import Step


@dataclass(frozen=True)
class DoneLine:
    """One thing that was done, in words."""

    at: str
    title: str = field(repr=False)
    lines: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class Done:
    """The steps, the referrals and the papers of a concern."""

    steps: tuple[Step, ...] = ()
    referrals: tuple[Referral, ...] = ()
    papers: tuple[Paper, ...] = ()

    def disagreements(self) -> tuple[Step, ...]:
        """Return what somebody wrote who disagrees, oldest first: it is never left out."""
        wrote = [one for one in self.steps if one.draft.sort is StepSort.DISAGREEMENT]
        return tuple(sorted(wrote, key=lambda step: step.draft.at))

    def in_order(self) -> tuple[DoneLine, ...]:
        """Return it in words, oldest first; who disagrees stands apart from it."""
        steps = [one for one in self.steps if one.draft.sort is not StepSort.DISAGREEMENT]
        lines = [*map(_step, steps), *map(_referral, self.referrals)]
        return tuple(sorted(lines, key=lambda line: line.at))


NOTHING_DONE: Final = Done()


def _step(step: Step) -> DoneLine:
    draft = step.draft
    named = (label(draft.sort), draft.with_whom, draft.agency, draft.reference)
    why = f"Why: {draft.why}" if draft.why else ""
    lines = (draft.words, why, f"Written by {step.author}")
    return DoneLine(draft.at, _joined(named), tuple(line for line in lines if line))


def _referral(referral: Referral) -> DoneLine:
    draft = referral.draft
    to = f"Referral to {label(draft.to)[:1].lower()}{label(draft.to)[1:]}"
    consent = f"Consent: {label(draft.consent).lower()}. {draft.consent_why}".strip()
    reply = f"Reply due {told_in_full(draft.reply_due)}"
    if draft.replied_at:
        reply = f"Answered {told_in_full(draft.replied_at)}: {draft.reply}"
    chased = f"Asked again {told_in_full(draft.chased_at)}" if draft.chased_at else ""
    escalated = f"Escalated: {draft.escalated}" if draft.escalated else ""
    under = f"Policy in force: {draft.policy.words()}" if draft.policy.words() else ""
    by = f"Written by {referral.author}"
    lines = (draft.words, consent, chased, reply, escalated, under, by)
    title = _joined((to, draft.spoke_to, draft.reference))
    return DoneLine(draft.at, title, tuple(line for line in lines if line))


def _joined(parts: tuple[str, ...]) -> str:
    return " · ".join(part for part in parts if part)
