"""Deciding to look at an account, or not to, and changing what was decided."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from typing_extensions import override

from dsl_desk.domain.changes import Changed
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.fence import FenceAct
from dsl_desk.domain.ids import MemberId
from dsl_desk.ui.evidence.viewing_form import ViewingForm
from dsl_desk.ui.forms.asking_policy import AskingPolicy, speaks
from dsl_desk.ui.forms.fence_gate import FenceGate
from dsl_desk.ui.forms.form_page import FormPage
from dsl_desk.ui.forms.policy_beside import PolicyBeside

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.member import Member
    from dsl_desk.domain.person import PersonRow
    from dsl_desk.domain.viewing import Viewing, ViewingDraft
    from dsl_desk.domain.viewing_rules import ViewingRules
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.viewings import ViewingView
    from dsl_desk.ui.evidence.means import Means
    from dsl_desk.ui.forms.policy_panel import Speaks
    from dsl_desk.ui.kit.token_field import Found

DECIDING: Final = "decide to look"
_OFFERED: Final = 6


class _AsksThePolicy(FormPage):
    """A form beside which the policy speaks, until it is left."""

    policy: AskingPolicy[ViewingDraft]

    @override
    def let_go(self) -> bool:
        left = super().let_go()
        if left:
            self.policy.stop()
        return left


class DecidePage(_AsksThePolicy):
    """A new decision, by itself or for a concern."""

    def __init__(self, means: Means, concern: str = "") -> None:
        title = "Look at a public account"
        super().__init__(means, title, "Record the decision", Compartment.CHILDREN)
        self._evidence_means = means
        self._concern = concern
        self._gate = FenceGate(self, means.worker, means.ask, self.notice.show_failure)
        self.header.say(self.title, self.tr("First why, by whom and when. Then look."))
        self.form = ViewingForm(means.clock, _me_first(means), partial(find, means, self))
        self.form.owner_changed.connect(self._count)
        self.form.typed.connect(self._be_of)
        self.panel = PolicyBeside()
        self.policy = AskingPolicy(means.worker, self, _speaks_of_new)
        self.policy.told.connect(self.panel.show_asked)
        self.stand_beside(self.panel, self.panel.folded)
        self.hold(self.form, self.form, f"{DECIDING} {concern}".strip())
        self.form.typed.connect(self._follow)
        self.form.owner_changed.connect(self._follow)
        means.worker.ask(self, _school_says, self._show_school)

    @override
    def finish(self) -> None:
        draft = self._draft()
        people = (draft.whose, *draft.people)
        if self.button.is_busy() or not any(one.name.strip() for one in people):
            super().finish()
            return
        placed = partial(
            self._gate.go_past_words,
            (draft.best_placed, draft.looker_member),
            people,
            self._go_on,
        )
        if not draft.looker_member:
            placed()
            return
        looker = MemberId(draft.looker_member)
        self._gate.go_through(looker, people, FenceAct.VIEWER, partial(self._past_looker, placed))

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        draft, entry = self._draft(), self.entry
        return lambda desk: _id_of(desk.viewings.decide(draft, entry))

    @override
    def read_again(self) -> None:
        super().read_again()
        self._follow()

    def _follow(self) -> None:
        self.policy.follow(self._draft())

    def _past_looker(self, placed: Callable[[], None], hint: str) -> None:
        """Ask of whoever is named as best placed; whom to ask is said once."""
        if hint:
            self._go_on(hint)
        else:
            placed()

    def _go_on(self, hint: str) -> None:
        if hint:
            self.said.emit(hint)
        super().finish()

    def _draft(self) -> ViewingDraft:
        return replace(self.form.draft(), concern=self._concern)

    def _count(self) -> None:
        draft = self.form.draft()
        whose, handle = draft.whose, draft.handle
        self._evidence_means.worker.ask(
            self, lambda desk: desk.viewings.looks_at(whose, handle), self._show_count
        )

    def _show_school(self, said: tuple[ViewingRules, str]) -> None:
        self.form.show_school(*said)

    def _show_count(self, looks: int) -> None:
        self.form.show_nth(looks + 1)

    def _be_of(self) -> None:
        self.be_of(self.form.draft().kept_in)


def _school_says(desk: Desk) -> tuple[ViewingRules, str]:
    return desk.viewings.rules, desk.calendars.in_force().school.ends


def _speaks_of_new(draft: ViewingDraft, desk: Desk) -> Speaks:
    return speaks(desk.look_duties.asked(draft), desk.look_duties.unseen(), desk)


def _speaks_of_change(draft: ViewingDraft, desk: Desk) -> Speaks:
    return speaks(desk.look_duties.asked_anew(draft), desk.look_duties.unseen(), desk)


class ChangeViewingPage(_AsksThePolicy):
    """What a decision says from now on: the rest of an urgent one, or advice that came."""

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__(means, "Change the decision", "Keep the change", Compartment.CHILDREN)
        self._evidence_means = means
        self._of: Viewing | None = None
        self.form = ViewingForm(means.clock, means.members)
        self.panel = PolicyBeside()
        self.policy = AskingPolicy(means.worker, self, _speaks_of_change)
        self.policy.told.connect(self.panel.show_asked)
        self.stand_beside(self.panel, self.panel.folded)
        means.worker.ask(
            self, lambda desk: desk.viewings.open(record), self._show, self.notice.show_failure
        )

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        of = self._of
        assert of is not None  # noqa: S101 there is no form to finish before it has come
        draft, entry, reason = self.form.draft(), self.entry, self.form.reason.text()
        return lambda desk: _id_of(desk.viewings.change(of.entry.id, draft, reason, entry))

    def _show(self, view: ViewingView) -> None:
        means = self._evidence_means
        self._of = view.viewing
        self.header.say(view.viewing.ref, self.tr("What was written before stays beside it"))
        self.form = ViewingForm(
            means.clock, means.members, partial(find, means, self), view.viewing.draft
        )
        self.hold(self.form, self.form, f"change {view.viewing.id}")
        self.form.typed.connect(self._follow)
        self._follow()
        self.land()

    def _follow(self) -> None:
        self.policy.follow(self.form.draft())


def find(means: Means, page: FormPage, words: str, then: Callable[[Sequence[Found]], None]) -> None:
    """Ask who fits these words; whoever is not found is taken by the name."""
    means.worker.ask(
        page,
        lambda desk: tuple(_found(row) for row in desk.people.find(words, _OFFERED)),
        then,
        lambda _error: then(()),
    )


def _found(row: PersonRow) -> Found:
    draft = row.draft
    year = f"Year {draft.year}" if draft.year.isdecimal() else draft.year
    return row.name, row.id, ", ".join(part for part in (year, draft.form, draft.role) if part)


def _me_first(means: Means) -> tuple[Member, ...]:
    others = [member for member in means.members if member.id != means.member.id]
    return (means.member, *others)


def _id_of(changed: Changed[Viewing]) -> Changed[str]:
    return Changed(changed.answer.id, changed.things)
