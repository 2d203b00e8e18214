"""The shape of the way out: a header, the steps, one of them shown, and a bar that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.leaving import HowItLeaves, LeavingDraft
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.tall_as_needed import TallAsNeeded
from dsl_desk.ui.kit.bottom_bar import BottomBar
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.progress import Progress as ProgressBar
from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.kit.stepper import Stepper
from dsl_desk.ui.leaving.gone_card import GoneCard
from dsl_desk.ui.leaving.how_step import HowStep
from dsl_desk.ui.leaving.pages_step import PagesStep
from dsl_desk.ui.leaving.way import GONE, HOW, PAGES, WHAT, WHOM, steps_at
from dsl_desk.ui.leaving.what_step import WhatStep
from dsl_desk.ui.leaving.whom_step import WhomStep

if TYPE_CHECKING:
    from dsl_desk.domain.leaving import PaperSort
    from dsl_desk.ui.kit.field import Field

_WIDEST = 860


class LeavingShape(Page):
    """The widgets, and going from step to step. What a step does is the page's."""

    def __init__(self, sort: PaperSort) -> None:
        super().__init__("Make a copy for others")
        self.step = WHOM
        self.header = PageHeader(label(sort))
        self.stepper = Stepper(steps_at(WHOM))
        self.notice = FailureNotice()
        self.whom, self.what, self.how = WhomStep(), WhatStep(), HowStep()
        self.pages, self.gone = PagesStep(), GoneCard()
        self._each = (self.whom, self.what, self.how, self.pages, self.gone)
        self.progress = ProgressBar(self.tr("Drawing the pages"), self.tr("Stop"))
        self.bar = BottomBar()
        self.back = Button(self.tr("Back"))
        self.next = Button(self.tr("Next"), Kind.PRIMARY, keys=Shortcut.FINISH.words)
        self.next.setObjectName("next")
        self._lay_out()
        self.show_step(WHOM)
        self.next.setEnabled(False)  # until it is known what there is to leave

    @override
    def land(self) -> None:
        self.whom.sort.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def regions(self) -> list[QWidget]:
        return [self._scroll, self.bar]

    def draft(self) -> LeavingDraft:
        """Return what was answered so far."""
        return LeavingDraft(
            recipient=self.whom.recipient(),
            purpose=self.whom.purpose.text().strip(),
            shown=self.what.shown(),
            also=self.what.covered_besides(),
            covered_why=self.what.why.text().strip(),
            how=self.how.how(),
            unlocked_why=self.how.why.text().strip(),
            confirmed=self.what.confirmed(),
            left_out_why=self.what.left_out.text().strip(),
            answers=self.what.asked.answers(),
            originals=self.what.originals.chosen(),
            sealed=self.how.sealed(),
            pictures=self.what.pictures.chosen(),
            verdicts=self.what.judging.verdicts(),
        )

    def fields(self) -> dict[str, Field]:
        """Return the fields of the step that is shown."""
        each = {WHOM: self.whom.fields, WHAT: self.what.all_fields(), HOW: self.how.fields}
        return dict(each.get(self.step, {}))

    def show_step(self, step: int) -> None:
        """Show one step, and what the filled button does there."""
        self.step = step
        for number, each in enumerate(self._each):
            each.setVisible(number == step)
        self.stepper.show_steps(steps_at(step))
        self.stepper.setVisible(step != GONE)
        self.back.setVisible(step != GONE)
        printed = self.how.how() is HowItLeaves.PRINTED
        last = self.tr("Print it") if printed else self.tr("Save the file")
        acts = {HOW: self.tr("Show the pages"), PAGES: last, GONE: self.tr("Done")}
        self.next.setText(acts.get(step, self.tr("Next")))
        self._scroll.verticalScrollBar().setValue(0)
        if step in (WHAT, HOW, PAGES, GONE):
            self.header.take_focus()

    def _lay_out(self) -> None:
        work = TallAsNeeded()
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(18)
        for step in (*self._each, self.progress):
            step.setMaximumWidth(_WIDEST)
        self.progress.hide()
        for widget in (self.header, self.stepper, self.notice, self.progress, *self._each):
            column.addWidget(widget)
        column.addStretch(1)
        self.bar.put(self.back, self.next)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(self.tr("The copy"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(work)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        room.addWidget(self._scroll, 1)
        room.addWidget(self.bar)
