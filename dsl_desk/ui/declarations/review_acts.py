"""What is done in the review: signing, what came back, and that it is from whom it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dsl_desk.domain.declaration_review import Decision
from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.way_errors import WrongPassphraseError

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.changes import Changed
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.declarations.means import Means
    from dsl_desk.ui.declarations.review_pane import ReviewPane

    Act = Callable[[Desk], Changed[object]]


class ReviewActs(QObject):
    """Sends drafts and ids, never a widget; one act at a time.

    Signals:
        done(str): it stands in the ledger; the words for the toast.
    """

    done = Signal(str)

    def __init__(self, pane: ReviewPane, means: Means) -> None:
        super().__init__(pane)
        self._pane, self._means = pane, means
        self.going = False
        self.entry = self._fresh()
        pane.sign_wanted.connect(self.sign)
        pane.back_wanted.connect(self.take_back)
        pane.confirm_wanted.connect(self.confirm)
        pane.typed.connect(self._note)

    @property
    def form(self) -> str:
        """The name its draft is sealed under."""
        view = self._pane.view
        return "" if view is None else f"review {view.line.declaration.written.id}"

    def begin(self) -> None:
        """Bring back what was typed about the declaration that is shown now."""
        self.entry = self._fresh()
        self._means.drafts.seal_now()
        fields = self._means.drafts.brought_back(self.form)
        if fields:
            self._pane.decide()
            self.entry = EntryId(fields.get("entry", self.entry))
            self._pane.bring_back(fields)

    def sign(self) -> None:
        """Sign what is decided."""
        view, part = self._pane.view, self._pane.decision
        if view is None or part is None or self.going:
            return
        of, draft, entry = view.line.declaration, part.draft(), self.entry
        passphrase = part.passphrase.text()
        part.show_problems(())
        self._pane.bar.clear_errors()
        if not passphrase:
            self._show_problems((Problem("passphrase", "missing"),))
            return
        self._pane.sign.busy(self.tr("Signing"))
        form = self.form

        def signed(_review: object) -> None:
            self._means.drafts.forget(form)
            self._end(self.tr("The decision is signed"))

        self._send(lambda desk: desk.declarations.review(of, draft, passphrase, entry), signed)

    def take_back(self) -> None:
        """Write down what came back."""
        view, card = self._pane.view, self._pane.came
        last = None if view is None else view.line.last
        if card is None or last is None or self.going:
            return
        back, entry = card.came_back(), self.entry
        asked = last.draft.decision is Decision.MORE_ASKED
        card.show_problems(())

        def write(desk: Desk) -> Changed[object]:
            act = desk.declarations.answered if asked else desk.declarations.accepted
            done = act(last, back, entry)
            return done  # noqa: RET504 the type of the answer widens here

        self._send(write, lambda _review: self._end(self.tr("Written down")))

    def confirm(self) -> None:
        """Write down that somebody spoke with whom it says it is from."""
        view = self._pane.view
        if view is None or self.going:
            return
        of, entry = view.line.declaration, self.entry
        self._send(
            lambda desk: desk.declarations.confirm(of, entry),
            lambda _declaration: self._end(self.tr("Written down: it is from them")),
        )

    def _send(self, act: Act, then: Callable[[object], None]) -> None:
        self.going = True
        self._pane.notice.clear()
        self._means.worker.do(self, act, then, self._fail)

    def _end(self, words: str) -> None:
        self.going = False
        self.entry = self._fresh()
        self._pane.sign.rest()
        self.done.emit(words)

    def _fail(self, error: DeskError) -> None:
        self.going = False
        self._pane.sign.rest()
        if isinstance(error, WrongPassphraseError):
            self._show_problems((Problem("passphrase", "wrong"),))
        elif isinstance(error, DraftError):
            self._show_problems(error.problems)
        else:
            self._pane.notice.show_failure(error)

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        part, card = self._pane.decision, self._pane.came
        if part is not None:
            self._pane.bar.show_errors(part.show_problems(problems))
            self._pane.bar.jump()
        elif card is not None:
            card.show_problems(problems)

    def _note(self) -> None:
        part, entry = self._pane.decision, self.entry
        if part is not None:
            self._means.drafts.typed(self.form, lambda: {**part.kept(), "entry": entry})

    def _fresh(self) -> EntryId:
        return EntryId(fresh_id(self._means.clock.now()))
