"""Everything a member may open on its way out: for whom, what is in it, the words told once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.leaving import LeavingDraft
from dsl_desk.domain.words import label
from dsl_desk.services.machine_readable import locked
from dsl_desk.system.copies import write_copy
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.forms.tall_as_needed import TallAsNeeded
from dsl_desk.ui.kit.bottom_bar import BottomBar
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.leaving.answers import advice_on
from dsl_desk.ui.leaving.gone_card import GoneCard
from dsl_desk.ui.leaving.whom_step import WhomStep
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.errors import DeskError, Problem
    from dsl_desk.domain.person import PersonRow
    from dsl_desk.domain.progress import Progress
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.leaving import Parcel
    from dsl_desk.services.machine_readable import Everything
    from dsl_desk.ui.forms.name_line import NameLine
    from dsl_desk.ui.leaving.means import Means

_OFFERED: Final = 6
_WIDEST: Final = 860
_MEGA: Final = 1024 * 1024


class EverythingPage(Page):
    """One step and one act. It leaves locked, or not at all."""

    def __init__(self, means: Means) -> None:
        super().__init__("Take everything out")
        self._means = means
        self.entry = EntryId(fresh_id(means.clock.now()))
        self._everything: Everything | None = None
        subtitle = self.tr("All records you may open, for another system")
        self.header = PageHeader(self.title, subtitle)
        self.notice = FailureNotice()
        self.whom, self.gone = WhomStep(), GoneCard()
        self.what = Card()
        self.counts = Label("", Voice.STRONG).wrapped()
        self.files = Tick("")
        self.files.setObjectName("files-too")
        shown = self.tr(
            "They show everybody who is on them, and cannot be called back. The trail of each "
            "piece of evidence says that it went. A file longer than 50 MB stays here."
        )
        self._seen = Label(shown, Voice.SECONDARY, Meaning.INK2).wrapped()
        for widget in (self.files, self._seen):
            widget.hide()
        self.bar = BottomBar()
        self.back = Button(self.tr("Back"))
        self.next = Button(self.tr("Save the file"), Kind.PRIMARY, keys=Shortcut.FINISH.words)
        self.next.setObjectName("save-everything")
        self._lay_out()
        self.next.setEnabled(False)  # until it is known what there is
        self.next.clicked.connect(self.finish)
        self.back.clicked.connect(self.step_back)
        self.whom.find_wanted.connect(self._find)

    @override
    def read_again(self) -> None:
        if self._everything is None:
            self._means.worker.ask(
                self,
                lambda desk: desk.machine_readable.gather(),
                self._show,
                self.notice.show_failure,
            )

    @override
    def land(self) -> None:
        self.whom.sort.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def regions(self) -> list[QWidget]:
        return [self._scroll, self.bar]

    @override
    def let_go(self) -> bool:
        return not self.next.is_busy()

    @override
    def step_back(self) -> None:
        if not self.next.is_busy():
            self.back_wanted.emit()

    @override
    def finish(self) -> None:
        everything = self._everything
        if everything is None or self.next.is_busy():
            return
        self.notice.clear()
        if not self.gone.isHidden():
            self.back_wanted.emit()
            return
        draft = self.draft()
        self._show_problems(draft.problems())
        if draft.problems():
            return
        path = self._means.ask.where_to_save(self, self.title, everything.file_name)
        if path is not None:
            self._take_out(everything, draft, path)

    def draft(self) -> LeavingDraft:
        """Return what was answered."""
        files = self._everything.files if self._everything and self.files.isChecked() else ()
        chosen = tuple(one.record for one in files)
        purpose = self.whom.purpose.text().strip()
        return LeavingDraft(self.whom.recipient(), purpose, originals=chosen)

    def _take_out(self, everything: Everything, draft: LeavingDraft, path: Path) -> None:
        means, entry = self._means, self.entry
        self.next.busy(self.tr("Locking and proving it"))

        def drawn(passphrase: str) -> None:
            def job(progress: Progress) -> bytes:
                return locked(everything, draft, passphrase, progress)

            def note(content: bytes) -> None:
                # The errands own the answer: what the ledger knows of is written, whoever left.
                means.worker.do(
                    means.errands,
                    lambda desk: desk.machine_readable.note(everything, draft, content, entry),
                    lambda parcel: self._write(path, parcel, passphrase),
                    self._fail,
                )

            means.errands.run(self, job, note, self._fail)

        def words(desk: Desk) -> str:
            return desk.machine_readable.passphrase()

        means.worker.ask(self, words, drawn, self._fail)

    def _write(self, path: Path, parcel: Parcel, passphrase: str) -> None:
        content = parcel.content

        def job(_progress: Progress) -> str:
            write_copy(path, content)
            return path.name

        def written(name: str) -> None:
            if isValid(self):
                self._show_gone(parcel, passphrase, name)

        self._means.errands.run(self._means.errands, job, written, self._fail)

    def _show_gone(self, parcel: Parcel, passphrase: str, name: str) -> None:
        told = self.tr("Saved as {name}").replace("{name}", name)
        self.next.rest()
        self.next.setText(self.tr("Done"))
        self.gone.show_gone(told, parcel, passphrase)
        for widget, shown in ((self.whom, False), (self.what, False), (self.gone, True)):
            widget.setVisible(shown)
        self.back.hide()
        self.header.take_focus()
        self.said.emit(told)

    def _show(self, everything: Everything) -> None:
        self._everything = everything
        parts = (f"{label(part)}: {count:,}" for part, count in everything.counts().items())
        self.counts.say(". ".join(parts))
        count, size = len(everything.files), max(1, everything.size() // _MEGA)
        words = "1 picture or file too" if count == 1 else f"{count:,} pictures and files too"
        self.files.setText(f"{words}, as they were captured (about {size:,} MB)")
        self.files.setVisible(bool(count))
        self._seen.setVisible(bool(count))
        self.next.setEnabled(True)

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        self.bar.show_errors(show_beside(self.whom.fields, problems, advice_on))
        self.bar.jump()

    def _fail(self, error: DeskError) -> None:
        if not isValid(self):
            self._means.errands.failed.emit(error)
            return
        self.next.rest()
        if isinstance(error, DraftError):
            self._show_problems(error.problems)
        else:
            self.notice.show_failure(error)

    def _find(self, line: NameLine, words: str) -> None:
        def show(found: tuple[PersonRow, ...]) -> None:
            line.show_found(words, found)

        self._means.worker.ask(line, lambda desk: desk.people.find(words, _OFFERED), show)

    def _lay_out(self) -> None:
        told = self.tr(
            "Every record with all its versions, as JSON and as tables, in one file locked with "
            "AES. Sealed cases are not in it, nor what was set aside. Nobody is covered. "
            "Every other member is told on Today that you took it out, for whom and why."
        )
        self.what.column.addWidget(Label(self.tr("What goes in"), Voice.CARD_TITLE))
        self.what.column.addWidget(self.counts)
        self.what.column.addWidget(Label(told, Voice.SECONDARY, Meaning.INK2).wrapped())
        self.what.column.addWidget(self.files)
        self.what.column.addWidget(self._seen)
        work = TallAsNeeded()
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(18)
        for wide in (self.header, self.notice, self.whom, self.what, self.gone):
            wide.setMaximumWidth(_WIDEST)
            column.addWidget(wide)
        column.addStretch(1)
        self.gone.hide()
        self.bar.put(self.back, self.next)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(self.title)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(work)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        room.addWidget(self._scroll, 1)
        room.addWidget(self.bar)
