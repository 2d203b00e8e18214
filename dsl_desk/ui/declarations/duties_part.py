"""What the policy asks of a declared link, marked beside the declaration itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.ui.forms.duties_card import DutiesCard
from dsl_desk.ui.forms.mark_form import Asks, Marking

if TYPE_CHECKING:
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.declarations.means import Means
    from dsl_desk.ui.forms.mark_form import MarkForm


class DutiesPart(DutiesCard):
    """Reads and marks by itself: the decision that is being written stands where it stood.

    Signals:
        done(str): it is marked; the words for the toast.
    """

    done = Signal(str)

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__(means.worker, means.clock, marking_of(record))
        self._means = means
        self.form_wanted.connect(self._open_form)
        self.saved.connect(self._save)

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
            self.read_again()
            self.done.emit(self.tr("It is marked beside the declaration"))

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
    """Return what the card of a declaration asks."""
    return Marking(
        record,
        lambda desk: _asks_of(record, desk),
        lambda desk, mark, entry: desk.declaration_duties.mark(mark, entry),
    )


def _asks_of(record: RecordId, desk: Desk) -> Asks:
    """Read the duties of a declaration: it is looked at under the policy of today."""
    school = desk.declarations.routes.school()
    under = "Law and guidance alone" if school is None else f"By {school.title}"
    return Asks(desk.declaration_duties.of(record), (), under)
