"""Entering a declaration from signed paper, and what is declared from now on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from typing_extensions import override

from dsl_desk.domain.changes import Changed
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.words import label
from dsl_desk.ui.declarations.form import DeclarationForm
from dsl_desk.ui.forms.form_page import FormPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.declaration import Declaration, DeclarationDraft
    from dsl_desk.domain.declaration_route import Reviewer
    from dsl_desk.domain.declaration_standing import DeclarationView
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.person import PersonRow
    from dsl_desk.domain.policy.family_links import LinkPolicy
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.declarations.means import Means
    from dsl_desk.ui.forms.name_line import NameLine

_OFFERED: Final = 6


class _DeclarationFormPage(FormPage):
    """What both share: the form is made once the policy is read; names are offered."""

    def __init__(self, means: Means, title: str, act: str) -> None:
        super().__init__(means, title, act, Compartment.DECLARATIONS)
        self._clock, self._me = means.clock, means.member.id
        self.form: DeclarationForm | None = None

    def make(self, policy: LinkPolicy, *, again: bool = False) -> DeclarationForm:
        """Make the form."""
        form = DeclarationForm(policy, self._clock.now().date(), again=again)
        form.find_wanted.connect(self._offer_names)
        form.named.connect(self._ask_route)
        self.form = form
        return form

    @override
    def finish(self) -> None:
        if self.form is not None and self.button.isEnabled():
            super().finish()

    def _offer_names(self, line: NameLine, words: str) -> None:
        def show(found: tuple[PersonRow, ...]) -> None:
            line.show_found(words, found)

        self._means.worker.ask(line, lambda desk: desk.people.find(words, _OFFERED), show)

    def _ask_route(self) -> None:
        assert self.form is not None  # noqa: S101 only the form asks
        draft = self.form.draft()
        self._means.worker.ask(
            self,
            lambda desk: desk.declarations.goes_to(draft),
            self._show_route,
            self.notice.show_failure,
        )

    def _show_route(self, goes: Reviewer) -> None:
        assert self.form is not None  # noqa: S101 likewise
        elsewhere = goes.row is not None and self._me not in goes.people
        self.form.say_route(_elsewhere(goes) if elsewhere else "")
        self.button.setEnabled(not elsewhere)


class DeclarePage(_DeclarationFormPage):
    """A new declaration."""

    def __init__(self, means: Means, code: str = "") -> None:
        super().__init__(means, "Enter a declaration", "Keep this declaration")
        self._code = code
        self.header.say(self.title, self.tr("From signed paper, as it stands there"))
        means.worker.ask(
            self, lambda desk: _begun(desk, code), self._show, self.notice.show_failure
        )

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        assert self.form is not None  # noqa: S101 there is nothing to finish before it has come
        draft, entry = self.form.draft(), self.entry
        return lambda desk: _id_of(desk.declarations.record(draft, entry))

    def _show(self, begun: tuple[LinkPolicy, DeclarationDraft | None]) -> None:
        policy, draft = begun
        form = self.make(policy)
        if draft is not None:
            form.show_draft(draft)
        self.hold(form, form, f"declaration {self._code}".strip())
        self.land()


class ChangeDeclarationPage(_DeclarationFormPage):
    """What somebody declares from now on, and what has changed."""

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__(means, "Change a declaration", "Keep the change")
        self._of: Declaration | None = None
        means.worker.ask(
            self, lambda desk: desk.declarations.open(record), self._show, self.notice.show_failure
        )

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        of, form, entry = self._of, self.form, self.entry
        assert of is not None  # noqa: S101 there is nothing to finish before it has come
        assert form is not None  # noqa: S101 likewise
        draft, reason = form.draft(), form.reason.text()
        return lambda desk: _id_of(desk.declarations.change(of, draft, reason, entry))

    def _show(self, view: DeclarationView) -> None:
        self._of = of = view.line.declaration
        subtitle = self.tr("What was declared before stays beside it, and it is reviewed again")
        self.header.say(of.draft.by, subtitle)
        form = self.make(view.policy, again=True)
        form.show_draft(of.draft)
        self.hold(form, form, f"change {of.written.id}")
        self.land()


def _begun(desk: Desk, code: str) -> tuple[LinkPolicy, DeclarationDraft | None]:
    draft = desk.declaration_rounds.form_of(code) if code else None
    return desk.declarations.policy(), draft


def _id_of(changed: Changed[Declaration]) -> Changed[str]:
    return Changed(changed.answer.written.id, changed.things)


def _elsewhere(goes: Reviewer) -> str:
    who = label(goes.role)
    return (
        f"This one is reviewed by whoever holds the post of {who}, and is kept sealed. Nothing is"
        " written here: hand the paper to them."
    )
