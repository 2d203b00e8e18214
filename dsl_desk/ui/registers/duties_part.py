"""What the policy asks of an entry of a register, and the small forms that mark a duty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from typing_extensions import override

from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.ui.forms.duties_card import DutiesCard, under_policy
from dsl_desk.ui.forms.mark_form import Asks, Marking

if TYPE_CHECKING:
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.forms.mark_form import MarkForm
    from dsl_desk.ui.registers.means import Means


class DutiesPart(DutiesCard):
    """Marks a duty beside its entry; hidden where nothing is asked.

    Signals:
        done(str): it is marked; the words for the toast.
    """

    done = Signal(str)

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__(means.worker, means.clock, marking_of(record))
        self._means = means
        self.form_wanted.connect(self._open_form)
        self.saved.connect(self._save)

    @override
    def show_asks(self, asks: Asks) -> None:
        super().show_asks(asks)
        self.setVisible(bool(asks.rows))

    def close_form(self) -> bool:
        """Close the form that is open; tell whether there was one."""
        shown = [form for form in self.forms() if form.isVisible()]
        for form in shown:
            form.hide()
        return bool(shown)

    def _open_form(self, form: MarkForm) -> None:
        for other in self.forms():
            if other is not form:
                other.hide()
        form.open()

    def _save(self, form: MarkForm) -> None:
        def saved(_rows: object) -> None:
            form.button.rest()
            form.begin_anew()
            form.hide()
            self.done.emit(self.tr("It is marked, and kept with the entry"))

        def failed(error: DeskError) -> None:
            form.button.rest()
            if isinstance(error, DraftError):
                form.show_problems(error.problems)
            else:
                self.failed.emit(error)

        if not form.button.is_busy():
            form.show_problems(())
            form.button.busy(self.tr("Saving"))
            entry = EntryId(fresh_id(self._means.clock.now()))
            self._means.worker.do(self, form.saving(entry), saved, failed)


def marking_of(record: RecordId) -> Marking:
    """Return the duties of an entry, for the card that shows them."""
    return Marking(
        record,
        lambda desk: _asks_of(record, desk),
        lambda desk, mark, entry: desk.register_duties.mark(mark, entry),
    )


def _asks_of(record: RecordId, desk: Desk) -> Asks:
    under = under_policy(desk.register_duties.policy_of(record), desk.policy.mark())
    return Asks(desk.register_duties.of(record), (), under)
