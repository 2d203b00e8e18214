"""What the policy asks of a record, with the small forms that mark a duty beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from typing_extensions import override

from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.ui.forms.duties_card import DutiesCard

if TYPE_CHECKING:
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.ui.forms.mark_form import Asks, MarkForm, Marking
    from dsl_desk.ui.forms.means import FormMeans


class DutiesPart(DutiesCard):
    """Opens a form, saves it and closes it by itself; hidden where nothing is asked.

    Signals:
        done(str): it is marked; the words for the toast.
    """

    done = Signal(str)

    def __init__(self, means: FormMeans, marking: Marking, told: str) -> None:
        super().__init__(means.worker, means.clock, marking)
        self.setObjectName("dutiesPart")
        self._means, self._told = means, told
        self.form_wanted.connect(self._open_form)
        self.saved.connect(self._save)

    @override
    def show_asks(self, asks: Asks) -> None:
        super().show_asks(asks)
        self.setVisible(bool(asks.rows))

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
            self.done.emit(self._told)

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
