"""What the policy asks of a case about an adult, and the small forms that mark a duty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.ui.forms.duties_card import DutiesCard, under_policy
from dsl_desk.ui.forms.mark_form import Asks, Marking

if TYPE_CHECKING:
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.allegations.means import Means
    from dsl_desk.ui.forms.mark_form import MarkForm


class DutiesPart(DutiesCard):
    """Marks a duty in the case itself, wherever that is kept.

    Signals:
        done(str): it stands in the case; the words for the toast.
    """

    done = Signal(str)

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__(means.worker, means.clock, _marking(record))
        self.setObjectName("dutiesPart")
        self._means = means
        self.form_wanted.connect(self._open_form)
        self.saved.connect(self._save)

    def finish(self) -> bool:
        """Save the form that is open; tell whether there was one."""
        form = self._open_one()
        if form is not None:
            form.finished.emit()
        return form is not None

    def close_form(self) -> bool:
        """Close the form that is open; tell whether there was one."""
        form = self._open_one()
        if form is not None:
            form.hide()
        return form is not None

    def _open_one(self) -> MarkForm | None:
        return next((form for form in self.forms() if form.isVisible()), None)

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
            self.done.emit(self.tr("It is marked, and kept with the case"))

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


def _marking(record: RecordId) -> Marking:
    return Marking(
        record,
        lambda desk: _asks_of(record, desk),
        lambda desk, mark, entry: desk.adult_duties.mark(mark, entry),
    )


def _asks_of(record: RecordId, desk: Desk) -> Asks:
    under = under_policy(desk.adult_duties.policy_of(record), desk.policy.mark())
    return Asks(desk.adult_duties.of(record), (), under)
