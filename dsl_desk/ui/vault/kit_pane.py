"""A new kit on the page: onto paper, to its keepers, and typed back from the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.system.copies import write_copy
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.question import Question
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice
from dsl_desk.ui.ways_in.keepers import promises_of
from dsl_desk.ui.ways_in.kit_care import KitCare, things_left

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.member import Role
    from dsl_desk.domain.ways_in import Kit
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.vault.means import Means

_WIDEST = 640


class KitPane(QWidget):
    """One kit, shown once. Whoever leaves before it is on paper is asked.

    Signals:
        done(): it is taken care of, or somebody left it.
    """

    done = Signal()

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        self._kit: Kit | None = None
        self.header = PageHeader("", "")
        self.notice = FailureNotice()
        self.care = KitCare()
        self.left = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self.finish = Button(self.tr("Done with this kit"), Kind.PRIMARY)
        self.care.sheet.print_wanted.connect(self._print)
        self.care.sheet.save_wanted.connect(self._save)
        self.care.changed.connect(self._count)
        self.finish.clicked.connect(self._finish)
        self._lay_out()

    @property
    def is_waiting(self) -> bool:
        """Whether a kit stands here that is not taken care of."""
        return self._kit is not None

    def show_kit(self, kit: Kit, role: Role) -> None:
        """Show a kit that was just made."""
        self._kit = kit
        self.header.say(
            f"Recovery kit of {kit.member}",
            self.tr("It is shown only now. On paper it opens their keys if all else is lost."),
        )
        self.notice.clear()
        self.care.show_kit(kit, promises_of(role))
        self.header.take_focus()

    def _count(self) -> None:
        self.left.say(things_left(self.care.left()))

    def _print(self) -> None:
        printer = self._means.ask.which_printer(self, self.tr("Print 2 copies"))
        if self._kit is None or printer is None:
            return
        from dsl_desk.ui.ways_in.kit_printing import print_kit  # noqa: PLC0415 printing is slow to load

        if print_kit(printer, self._kit, self._means.face.school):
            self.care.say_on_paper(self.tr("Sent to the printer. Stand beside it."))

    def _save(self) -> None:
        kit = self._kit
        path = self._means.ask.where_to_save(
            self, self.tr("Save this recovery kit"), "Recovery kit.pdf"
        )
        if kit is None or path is None:
            return

        def job(desk: Desk) -> Path:
            write_copy(path, desk.ways_in.kit_on_paper(kit))
            return path

        self.notice.clear()
        self._means.worker.ask(self, job, self._saved, self.notice.show_failure)

    def _saved(self, path: Path) -> None:
        words = self.tr("Saved as {name}. Print it twice, then delete the file: it is a key.")
        self.care.say_on_paper(words.replace("{name}", path.name))

    def _finish(self) -> None:
        if self.care.left():
            question = Question(
                title=self.tr("Leave this kit unfinished?"),
                sentence=self.tr("The code is not shown again. A new kit can be made later."),
                act=self.tr("Leave the kit"),
                keep=self.tr("Stay here"),
            )
            if self._means.ask.confirm(self, question) is None:
                return
        elif self._kit is not None:
            code = self._kit.code
            self._means.worker.do(self, lambda desk: desk.ways_in.confirm_kit(code))
        self._kit = None
        self.care.code.clear()
        self.done.emit()

    def _lay_out(self) -> None:
        self.care.setMaximumWidth(_WIDEST)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.finish)
        foot.addWidget(self.left, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(14)
        for widget in (self.header, self.notice, self.care):
            column.addWidget(widget)
        column.addLayout(foot)
        column.addStretch(1)
