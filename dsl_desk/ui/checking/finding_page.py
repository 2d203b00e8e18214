"""Writing the finding of a check, and signing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from dsl_desk.domain.changes import Changed
from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.domain.way_errors import WrongPassphraseError
from dsl_desk.ui.checking.finding_form import SIGNED_WITH, FindingForm
from dsl_desk.ui.forms.form_page import FormPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.checking_a_term import Check, CheckStanding
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.checking.means import Means


class FindingPage(FormPage):
    """One finding, of what this member drew."""

    def __init__(self, means: Means, part: Compartment) -> None:
        super().__init__(means, "What the check found", "Sign the finding", part)
        self._check: Check | None = None
        self.form: FindingForm | None = None
        means.worker.ask(
            self, lambda desk: desk.checks.standing(part), self._show, self.notice.show_failure
        )

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        form, check, entry = self.form, self._check, self.entry
        assert form is not None  # noqa: S101 there is no form to finish before it has come
        assert check is not None  # noqa: S101 it came with the form
        finding, passphrase = form.finding(), form.passphrase.text()

        def sign(desk: Desk) -> Changed[str]:
            problems = finding.problems()
            if not passphrase:
                raise DraftError((*problems, Problem(SIGNED_WITH, "missing")))
            try:
                done = desk.checks.sign(check, finding, passphrase, entry)
            except WrongPassphraseError:
                raise DraftError((Problem(SIGNED_WITH, "wrong"),)) from None
            return Changed(done.answer, done.things)

        return sign

    def _show(self, standing: CheckStanding) -> None:
        check = self._check = standing.open
        if check is None:
            self.step_back()
            return
        self.header.say(self.title, f"{check.draft.term.words}, {len(standing.sample)} entries")
        form = self.form = FindingForm(standing.sample, lambda: self._means.clock.now().date())
        self.hold(form, form, f"finding {check.id}")
        self.land()
