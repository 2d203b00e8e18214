"""Two versions of a concern beside each other, and the reason the later one gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.concern_answers import QUESTIONS
from dsl_desk.domain.dates import in_full
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.compared import Compared
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.compare import Difference
    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.work.worker import Worker


class ComparePage(Page):
    """The newest two versions first; any two can be chosen."""

    shows = frozenset({Thing.CONCERNS})

    def __init__(self, worker: Worker[Desk], record: RecordId) -> None:
        super().__init__("Compare versions")
        self._worker, self._record = worker, record
        self._versions: tuple[Concern, ...] = ()
        self.header = PageHeader(self.title)
        self.notice = FailureNotice()
        self.before, self.after = Pick(), Pick()
        for pick in (self.before, self.after):
            pick.currentIndexChanged.connect(self._compare)
        self.reason = Label("", Voice.BODY, Meaning.INK2).wrapped()
        self.same = Label(self.tr("These two say the same."), Voice.BODY, Meaning.INK2)
        self.shown: list[Compared] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(18)
        self._lay_out()
        self.same.hide()

    @override
    def read_again(self) -> None:
        record = self._record
        self._worker.ask(
            self,
            lambda desk: desk.concerns.versions(record),
            self._show_versions,
            self.notice.show_failure,
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    def _show_versions(self, versions: tuple[Concern, ...]) -> None:
        self._versions = versions
        newest = len(versions) - 1
        for pick, chosen in ((self.before, max(0, newest - 1)), (self.after, newest)):
            with QSignalBlocker(pick):
                pick.clear()
                pick.addItems([_named(one) for one in versions])
                pick.setCurrentIndex(chosen)
        self.header.say(f"{self.title}: {versions[newest].ref}", "")
        self._compare()

    def _compare(self) -> None:
        before = self._versions[self.before.currentIndex()]
        after = self._versions[self.after.currentIndex()]
        self.reason.say(_why(after))
        one, other = before.entry.id, after.entry.id
        self._worker.ask(
            self,
            lambda desk: desk.concerns.compare(one, other),
            self._show,
            self.notice.show_failure,
        )

    def _show(self, differences: tuple[Difference, ...]) -> None:
        self.notice.clear()
        for compared in self.shown:
            self._rows.removeWidget(compared)
            compared.deleteLater()
        before = self._versions[self.before.currentIndex()]
        after = self._versions[self.after.currentIndex()]
        self.shown = [
            Compared(
                QUESTIONS.get(one.field, one.field),
                one,
                f"Version {before.version}, was",
                f"Version {after.version}",
            )
            for one in differences
        ]
        for compared in self.shown:
            self._rows.addWidget(compared)
        self.same.setVisible(not differences)

    def _lay_out(self) -> None:
        work, area = QWidget(), QScrollArea()
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(16)
        picks = SideBySide(
            Field(self.tr("This version"), self.before),
            Field(self.tr("Beside this one"), self.after),
        )
        for widget in (self.header, self.notice, picks, self.reason, self.same):
            column.addWidget(widget)
        column.addLayout(self._rows)
        column.addStretch(1)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(work)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(area)


def _named(concern: Concern) -> str:
    return f"Version {concern.version}, {in_full(concern.written_at)}, {concern.author}"


def _why(concern: Concern) -> str:
    if not concern.reason:
        return f"Version {concern.version} is the first: {concern.author} recorded it."
    return f"Why there is a version {concern.version}: {concern.reason}"
