"""Two versions of a record beside each other, whatever the record: what differs, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.compare import compare_texts
from dsl_desk.domain.moments import told_in_full
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
    from collections.abc import Callable, Mapping

    from dsl_desk.domain.changes import Thing
    from dsl_desk.domain.written import Written
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.work.worker import Worker


@dataclass(frozen=True)
class Stood:
    """One version: of what, when and by whom it was written, why, and what it said."""

    what: str
    version: int
    when: str
    author: str = field(repr=False)
    reason: str = field(repr=False)
    texts: Mapping[str, str] = field(repr=False)

    @classmethod
    def of(cls, what: str, written: Written, texts: Mapping[str, str]) -> Stood:
        """Return a version as it stands in a part or in a sealed case."""
        when, reason = told_in_full(written.written_at), written.body.reason
        return cls(what, written.version, when, written.author, reason, texts)


class ComparedPage(Page):
    """The newest two versions first; any two can be chosen. `read`: every version, oldest first."""

    def __init__(
        self,
        worker: Worker[Desk],
        shows: frozenset[Thing],
        read: Callable[[Desk], tuple[Stood, ...]],
    ) -> None:
        super().__init__("Compare versions")
        self._worker, self._read, self.shows = worker, read, shows
        self._versions: tuple[Stood, ...] = ()
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
        self._worker.ask(self, self._read, self._show, self.notice.show_failure)

    @override
    def land(self) -> None:
        self.header.take_focus()

    def _show(self, versions: tuple[Stood, ...]) -> None:
        self.notice.clear()
        self._versions = versions
        newest = len(versions) - 1
        for pick, chosen in ((self.before, max(0, newest - 1)), (self.after, newest)):
            with QSignalBlocker(pick):
                pick.clear()
                pick.addItems([_named(one) for one in versions])
                pick.setCurrentIndex(chosen)
        self.header.say(f"{self.title}: {versions[newest].what}", "")
        self._compare()

    def _compare(self) -> None:
        before = self._versions[self.before.currentIndex()]
        after = self._versions[self.after.currentIndex()]
        self.reason.say(_why(after))
        for compared in self.shown:
            self._rows.removeWidget(compared)
            compared.deleteLater()
        names = (f"Version {before.version}, was", f"Version {after.version}")
        self.shown = [
            Compared(one.field, one, *names) for one in compare_texts(before.texts, after.texts)
        ]
        for compared in self.shown:
            self._rows.addWidget(compared)
        self.same.setVisible(not self.shown)

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


def _named(one: Stood) -> str:
    return f"Version {one.version}, {one.when}, {one.author}"


def _why(one: Stood) -> str:
    if not one.reason:
        return f"Version {one.version} is the first: {one.author} wrote it."
    return f"Why there is a version {one.version}: {one.reason}"
