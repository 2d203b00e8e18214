"""The school's policy: clauses at left; plain words, and the duties they drive, at right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.errors import DeskError, DraftError
from dsl_desk.domain.policy.alone import ALONE_PROFILE
from dsl_desk.domain.policy.changes import Bar
from dsl_desk.domain.policy.own_duty import next_name
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.tall_as_needed import TallAsNeeded
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.policy.acts import Acts
from dsl_desk.ui.policy.clause_list import ClauseList
from dsl_desk.ui.policy.clause_view import ClauseView
from dsl_desk.ui.policy.names_form import NamesForm
from dsl_desk.ui.policy.overview import Overview
from dsl_desk.ui.policy.own_form import OwnDutyForm
from dsl_desk.ui.policy.read import read_policy
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.policy.view import OwnView
    from dsl_desk.ui.forms.opening_form import OpeningForm
    from dsl_desk.ui.policy.means import Means
    from dsl_desk.ui.policy.read import Read

_LEFT = 320
_SIDES = 28
_BAR = 12  # the width of a scroll bar
_BARS = {bar.value: label(bar) for bar in Bar}


class PolicyPage(Page):
    """Law and guidance under a policy of the school's own, once one is chosen.

    Signals:
        calendar_wanted(): show the school's calendar.
    """

    calendar_wanted = Signal()
    shows = frozenset({Thing.POLICY, Thing.MEMBERS})

    def __init__(self, means: Means) -> None:
        super().__init__("Policy")
        self.is_read = False
        self._means = means
        self._read: Read | None = None
        self.calendar = Button(self.tr("School calendar"), icon=Icon.CALENDAR_CLOCK)
        self.calendar.clicked.connect(self.calendar_wanted)
        self.header = PageHeader(self.title, "", self.calendar)
        self.notice = FailureNotice()
        self.trouble = Label("", Voice.STRONG, Meaning.RED).wrapped()
        self.trouble.hide()
        self.acts = Acts(self, means)
        self.acts.done.connect(self._done)
        self.acts.failed.connect(self._fail)
        self.clauses = ClauseList()
        self.clauses.chosen.connect(self._show_right)
        self.names: NamesForm | None = None
        self.writing: OwnDutyForm | None = None
        self.right: Overview | ClauseView | None = None
        self._lay_out()

    @override
    def read_again(self) -> None:
        self._means.worker.ask(self, read_policy, self._show, self.notice.show_failure)

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def regions(self) -> list[QWidget]:
        return [self._left, self._beside]

    @override
    def finish(self) -> None:
        form = self.names or self.writing
        if form is not None:
            form.finished.emit()

    @override
    def step_back(self) -> None:
        if self.names is not None or self.writing is not None:
            self._show_right()
        else:
            super().step_back()

    def _show(self, read: Read) -> None:
        self.is_read = True
        self._read = read
        mark = read.view.mark
        words = mark.words() or self.tr("No policy is chosen: law and guidance alone are asked")
        self.header.say(self.title, words)
        self.clauses.show_profiles(read.profiles())

    def _show_right(self) -> None:
        read, profile = self._read, self.clauses.profile()
        if read is None or profile is None:
            return
        self.trouble.hide()
        number = self.clauses.number()
        wrote = self.names is not None or self.writing is not None
        self.names = self.writing = None
        self._put(self._clause(number) if number else self._overview(read))
        if wrote:  # the form is gone, and the focus with it
            self.header.take_focus()

    def _overview(self, read: Read) -> Overview:
        view = self.right = Overview(read)
        again = read.view.record is not None
        view.chosen.connect(lambda one: self.acts.adopt(one, again=again))
        view.file_wanted.connect(self.acts.take_from_file)
        view.names_wanted.connect(self._open_names)
        view.seen.connect(self.acts.see)
        view.on_wanted.connect(lambda duty: self.acts.switch_on(read.view, duty))
        view.own_wanted.connect(self._open_own)
        view.own_ended.connect(lambda one: self.acts.end(read.view, one))
        view.own_seen.connect(self.acts.see_own)
        return view

    def _clause(self, number: str) -> ClauseView:
        read, profile = self._read, self.clauses.profile()
        assert read is not None  # noqa: S101  asked for by what has looked already
        assert profile is not None  # noqa: S101  as above
        view = self.right = ClauseView(profile, number, read)
        view.off_wanted.connect(lambda duty: self.acts.switch_off(read.view, duty))
        view.on_wanted.connect(lambda duty: self.acts.switch_on(read.view, duty.id))
        view.wake_wanted.connect(lambda duty: self.acts.wake(read.view, duty))
        view.sleep_wanted.connect(lambda duty: self.acts.put_to_sleep(read.view, duty))
        return view

    def _open_names(self) -> None:
        read = self._read
        school, taken = (read.view.school, read.view.taken) if read else (None, None)
        if read is None or school is None or taken is None:
            return
        form = self.names = NamesForm(read.today)
        form.be_about(school, taken, read.view.changes)
        form.finished.connect(self._keep_names)
        self._show_form(form)

    def _show_form(self, form: OpeningForm) -> None:
        form.not_now.clicked.connect(self._show_right)
        self.right = None
        self._put(form)
        form.open()

    def _open_own(self, one: OwnView | None) -> None:
        read = self._read
        if read is None:
            return
        school = read.view.school or ALONE_PROFILE
        duty = next((each for each in school.duties if one and each.id == one.own.id), None)
        form = self.writing = OwnDutyForm(school, duty)
        form.finished.connect(self._keep_own)
        self._show_form(form)

    def _keep_own(self) -> None:
        form, read = self.writing, self._read
        if form is None or read is None or form.button.is_busy():
            return
        added = read.view.changes.added
        taken = read.view.taken
        name = form.duty.id if form.duty else next_name(taken, [one.id for one in added])
        mine, why = form.own(name), form.reason.text()
        others = tuple(mine if one.id == name else one for one in added)
        changes = replace(read.view.changes, added=others if form.duty else (*added, mine))
        form.show_problems(())
        self.acts.change(read.view, changes, why, self.tr("Kept as a version of the policy"))

    def _keep_names(self) -> None:
        form, read = self.names, self._read
        if form is None or read is None:
            return
        problems = form.problems()
        form.show_problems(problems)
        if not problems:
            said = self.tr("Kept as a version of the policy")
            self.acts.change(read.view, form.changes(), form.reason.text(), said)

    def _put(self, widget: QWidget) -> None:
        """Show this at right, and nothing else."""
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._column.addWidget(widget)
        self._column.addStretch(1)
        self._beside.verticalScrollBar().setValue(0)

    def _done(self, words: str) -> None:
        self.notice.clear()
        self.said.emit(words)

    def _fail(self, error: DeskError) -> None:
        if not isinstance(error, DraftError):
            self.notice.show_failure(error)
            return
        if self.writing is not None:
            self.writing.show_problems(error.problems)
            if {problem.field for problem in error.problems} <= set(self.writing.fields):
                return
        codes = {problem.code for problem in error.problems}
        words = [_BARS[code] for code in codes if code in _BARS]
        self.trouble.say(
            f"{words[0]}." if words else self.tr("Write why, in at most 200 characters.")
        )
        self.trouble.show()

    def _lay_out(self) -> None:
        self._left = _scrolled(self.clauses)
        self._left.setFixedWidth(theme().px(_LEFT))
        work = TallAsNeeded()
        self._column = QVBoxLayout(work)
        self._beside = _scrolled(work)
        self._beside.verticalScrollBar().rangeChanged.connect(self._keep_the_edge)
        self._keep_the_edge(0, 0)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addWidget(self._left)
        both.addWidget(self._beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDES, 22, _SIDES - _BAR, 0)
        column.setSpacing(14)
        above = QVBoxLayout()
        above.setContentsMargins(0, 0, _BAR, 0)
        above.setSpacing(14)
        for widget in (self.header, self.notice, self.trouble):
            above.addWidget(widget)
        column.addLayout(above)
        column.addLayout(both, 1)

    def _keep_the_edge(self, _least: int, most: int) -> None:
        """Let the cards end below the buttons of the header, with a scroll bar or without."""
        self._column.setContentsMargins(0, 0, 0 if most else _BAR, 22)


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what stands in it scrolls into view by itself
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    return area
