"""Beginning a case: first whom it is about and who receives it, only then the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.ui.cases.begin_form import BeginCaseForm
from dsl_desk.ui.cases.sheet import Sheet
from dsl_desk.ui.cases.words import not_yours, receives
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.bottom_bar import BottomBar
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.case import CaseView
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.routing import Route
    from dsl_desk.ui.cases.means import Means

FORM = "begin a case"


class BeginCasePage(Page):
    """Who receives it stands there before the first word is saved.

    Signals:
        begun(CaseView): it is saved.
    """

    begun = Signal(object)

    def __init__(self, means: Means) -> None:
        super().__init__("Begin a sealed case")
        self._means = means
        # Made before saving and kept with the draft: trying again never makes a second case.
        self._entry = EntryId(fresh_id(means.clock.now()))
        subtitle = self.tr("Facts first. What is written cannot be edited, only added to.")
        self.header = PageHeader(self.title, subtitle)
        self.notice = FailureNotice()
        others = [member for member in means.face.members if member.id != means.member.id]
        self.form = BeginCaseForm(others)
        self.bar = BottomBar()
        self.later = Button(self.tr("Save and close"))
        self.save = Button(self.tr("Seal this case"), Kind.PRIMARY)
        self.bar.put(self.later, self.save)
        self.form.typed.connect(self._typed)
        self.form.named.connect(self._ask_route)
        self.save.clicked.connect(self.finish)
        self.later.clicked.connect(self.step_back)
        self._lay_out()
        self._bring_back()

    @override
    def read_again(self) -> None:
        self._ask_route()

    @override
    def land(self) -> None:
        self.form.fields["who"].go()

    @override
    def regions(self) -> list[QWidget]:
        return [self.header, self.form, self.bar]

    @override
    def let_go(self) -> bool:
        return self._means.drafts.seal_now() and not self.save.is_busy()

    @override
    def step_back(self) -> None:
        if self._means.drafts.seal_now():
            self.back_wanted.emit()

    @override
    def finish(self) -> None:
        if self.save.is_busy() or not self.save.isEnabled():
            return
        draft, entry = self.form.draft(), self._entry
        self.notice.clear()
        self.bar.clear_errors()
        self.form.show_problems(())
        self.save.busy(self.tr("Sealing"))
        self._means.worker.do(
            self, lambda desk: desk.cases.begin(draft, entry), self._saved, self._fail
        )

    def _ask_route(self) -> None:
        """Ask who receives it, each time somebody else is named."""
        draft = self.form.draft()
        self._means.worker.ask(
            self, lambda desk: desk.cases.goes_where(draft), self._show_route, self._fail
        )

    def _show_route(self, way: Route) -> None:
        names = {one.id: one.name for one in self._means.face.members}
        mine = self._means.member.id in way.holders
        self.form.show_route(receives(way, names), "" if mine else not_yours(way))
        self.save.setEnabled(mine)

    def _typed(self) -> None:
        self._means.drafts.typed(FORM, self._fields)

    def _fields(self) -> Mapping[str, str]:
        draft = self.form.draft()
        return {
            "entry": self._entry,
            "about": draft.about,
            "told_by": draft.told_by,
            "words": draft.words,
            "member": draft.member or "",
        }

    def _bring_back(self) -> None:
        fields = self._means.drafts.brought_back(FORM)
        if not fields:
            return
        self._entry = EntryId(fields.get("entry", self._entry))
        self.form.fill(fields)
        self.bar.say_saved(self.tr("Your draft is back as you left it"))

    def _saved(self, case: CaseView) -> None:
        self.save.rest()
        self._means.drafts.forget(FORM)
        self.begun.emit(case)

    def _fail(self, error: DeskError) -> None:
        self.save.rest()
        if isinstance(error, DraftError):
            self.bar.show_errors(self.form.show_problems(error.problems))
            self.bar.jump()
        else:
            self.notice.show_failure(error)

    def _lay_out(self) -> None:
        sheet = Sheet()
        for widget in (self.header, self.notice, self.form):
            sheet.column.addWidget(widget)
        sheet.column.addStretch(1)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        room.addWidget(sheet, 1)
        room.addWidget(self.bar)
