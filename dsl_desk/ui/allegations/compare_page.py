"""Two versions of an allegation, or of one of its steps, beside each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.allegation_texts import texts_of_allegation, texts_of_step
from dsl_desk.domain.changes import Thing
from dsl_desk.domain.compare import compare_texts
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.words import label
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
    from collections.abc import Mapping

    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.written import Written
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.work.worker import Worker


@dataclass(frozen=True)
class Stood:
    """One version: what it said, by whom and why."""

    what: str
    written: Written
    texts: Mapping[str, str] = field(repr=False)


class CompareAllegationPage(Page):
    """The newest two versions first; any two can be chosen."""

    shows = frozenset({Thing.ALLEGATIONS, Thing.CASES})

    def __init__(self, worker: Worker[Desk], record: RecordId, which: RecordId) -> None:
        super().__init__("Compare versions")
        self._worker, self._record, self._which = worker, record, which
        self._versions: tuple[Stood, ...] = ()
        self.header = PageHeader(self.title)
        self.notice = FailureNotice()
        self.before, self.after = Pick(), Pick()
        for pick in (self.before, self.after):
            pick.currentIndexChanged.connect(self._compare)
        self.reason = Label("", Voice.BODY, Meaning.INK2).wrapped()
        self.shown: list[Compared] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(18)
        self._lay_out()

    @override
    def read_again(self) -> None:
        record, which = self._record, self._which
        self._worker.ask(
            self, lambda desk: _read(desk, record, which), self._show, self.notice.show_failure
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    def _show(self, versions: tuple[Stood, ...]) -> None:
        self._versions = versions
        newest = len(versions) - 1
        for pick, chosen in ((self.before, max(0, newest - 1)), (self.after, newest)):
            with QSignalBlocker(pick):
                pick.clear()
                pick.addItems([_named(one.written) for one in versions])
                pick.setCurrentIndex(chosen)
        self.header.say(f"{self.title}: {versions[newest].what}", "")
        self._compare()

    def _compare(self) -> None:
        before = self._versions[self.before.currentIndex()]
        after = self._versions[self.after.currentIndex()]
        self.reason.say(_why(after.written))
        for compared in self.shown:
            self._rows.removeWidget(compared)
            compared.deleteLater()
        names = (f"Version {before.written.version}, was", f"Version {after.written.version}")
        self.shown = [
            Compared(one.field, one, *names) for one in compare_texts(before.texts, after.texts)
        ]
        for compared in self.shown:
            self._rows.addWidget(compared)

    def _lay_out(self) -> None:
        work, area = QWidget(), QScrollArea()
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(16)
        picks = SideBySide(
            Field(self.tr("This version"), self.before),
            Field(self.tr("Beside this one"), self.after),
        )
        for widget in (self.header, self.notice, picks, self.reason):
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


def _read(desk: Desk, record: RecordId, which: RecordId) -> tuple[Stood, ...]:
    if which == record:
        return tuple(
            Stood(f"Allegation {one.ref}".strip(), one.written, texts_of_allegation(one.draft))
            for one in desk.allegations.stood(record)
        )
    return tuple(
        Stood(label(one.sort), one.written, texts_of_step(one.draft))
        for one in desk.allegations.versions(record, which)
    )


def _named(written: Written) -> str:
    when = told_in_full(written.written_at)
    return f"Version {written.version}, {when}, {written.author}"


def _why(written: Written) -> str:
    if written.version == 1:
        return f"Version 1 is the first: {written.author} wrote it."
    return f"Why there is a version {written.version}: {written.body.reason}"
