"""On somebody's front sheet: what the policy still asks about them, each leading to its act."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.quiet import quiet
from dsl_desk.ui.forms.asked_item import words_of
from dsl_desk.ui.forms.duty_words import about, state_in_words
from dsl_desk.ui.kit.duty import ICON, LOOKS
from dsl_desk.ui.kit.duty import DutyState as Looked
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.link import Link
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.file_duties import FileDuties, OpenDuty
    from dsl_desk.ui.work.worker import Worker

_BESIDE: Final = "Family, links and who can open this"
_MOST: Final = 5  # before somebody asks for all of them


class OpenDutyLine(QWidget):
    """The act and whom it is about, how it stands, and the way to it.

    Signals:
        wanted(): go to it.
    """

    wanted = Signal()

    def __init__(self, duty: OpenDuty) -> None:
        super().__init__()
        self.duty = duty
        row, called = duty.row, duty.called
        title = about(row) if row.told.title else words_of(row.asked, row.told)
        look, state = LOOKS[Looked[row.state.name]], state_in_words(row)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(IconView(look.icon, look.meaning, ICON), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(Label(title).wrapped())
        column.addWidget(Label(state, Voice.SECONDARY, look.meaning).wrapped())
        self.link = Link(f"Go to it in {called}", voice=Voice.SECONDARY)
        self.link.setAccessibleName(f"{title.rstrip('.')}: go to it in {called}")
        self.link.clicked.connect(self.wanted)
        column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)  # else it holds all back
        line.addLayout(column, 1)
        self.setAccessibleName(f"{state}. {title.rstrip('.')}. In {called}")


class OpenDuties(QWidget):
    """Asks for itself how the duties stand; the most pressing first.

    Signals:
        wanted(str, str, str): go to a duty of a record of a kind, by its key.
        counted(int): so many need somebody.
    """

    wanted = Signal(str, str, str)
    counted = Signal(int)

    def __init__(self, worker: Worker[Desk], person: RecordId) -> None:
        super().__init__()
        self._worker, self._person = worker, person
        self._found: FileDuties | None = None
        self._all = False
        self.lines: tuple[OpenDutyLine, ...] = ()
        self.more = Link("", voice=Voice.SECONDARY)
        self.more.clicked.connect(self._show_all)
        self.quiet = Label("", Voice.SECONDARY, Meaning.INK3).wrapped()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Label(self.tr("Open duties"), Voice.CARD_TITLE))
        column.addLayout(self._rows)
        column.addWidget(self.more)
        column.addWidget(self.quiet)
        self.hide()

    def read_again(self) -> None:
        """Ask what is open."""
        person = self._person
        self._worker.ask(self, lambda desk: desk.file_duties.of(person), self.show_open, self._keep)

    def show_open(self, found: FileDuties) -> None:
        """Show these, or say that nothing needs anybody, with the parts nobody looked into."""
        self._found = found
        shown = found.open if self._all else found.open[:_MOST]
        for line in self.lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = tuple(OpenDutyLine(one) for one in shown)
        for line in self.lines:
            line.wanted.connect(partial(self._go_to, line.duty))
            self._rows.addWidget(line)
        self.more.setText(f"Show all {len(found.open)}")
        self.more.setVisible(len(found.open) > len(shown))
        self.counted.emit(len(found.presses()))
        self.quiet.say(quiet(found.presses(), found.unseen))
        self.quiet.setVisible(bool(self.quiet.words))
        self.show()

    def _go_to(self, duty: OpenDuty) -> None:
        self.wanted.emit(duty.kind, duty.record, duty.row.key)

    def _show_all(self) -> None:
        self._all = True
        if self._found is not None:
            self.show_open(self._found)

    def _keep(self, _error: DeskError) -> None:
        """Leave what stands there: the page itself says what failed."""


def folded_words(duties: int = 0) -> str:
    """Return what a narrow window says of the sheet: what needs somebody comes first."""
    counted = "1 duty is" if duties == 1 else f"{duties} duties are"
    return f"{counted} open. {_BESIDE}" if duties else _BESIDE
