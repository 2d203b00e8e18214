"""The light half of the lock screen: who are you, and what opens your keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.ways_in import Way
from dsl_desk.ui.gate.asking import Asking, first_asked
from dsl_desk.ui.gate.cannot import CannotGetIn
from dsl_desk.ui.gate.members import MemberList
from dsl_desk.ui.gate.middle import Middle
from dsl_desk.ui.gate.unlock_row import UnlockRow
from dsl_desk.ui.gate.wait import Wait
from dsl_desk.ui.gate.why import Tone
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.card import Tone as CardTone
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.member import Member
    from dsl_desk.ui.gate.why import Why

_COLUMN = 432


class UnlockPage(QWidget):
    """Choose yourself, type what is asked, press Enter.

    Signals:
        unlock_wanted(Knock): somebody wants in.
        wait_wanted(str): how long does this member's next try have to wait?
        file_wanted(): the key file is to be chosen.
        copy_wanted(): a copy of the vault is to be brought back.
    """

    unlock_wanted = Signal(object)
    wait_wanted = Signal(str)
    file_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face: Face | None = None
        self._why = Label("", Voice.BODY, Meaning.INK2).wrapped()
        self._news_words = Label("", Voice.BODY).wrapped()
        self._news = Card(CardTone.AMBER)
        self._news.column.addWidget(self._news_words)
        self.members = MemberList()
        self.asking = Asking()
        self.row = UnlockRow()
        self.cannot = CannotGetIn()
        self._wait = Wait(self)
        self._stopped = ""
        self._join()
        self._lay_out()
        self._news.hide()
        self.cannot.hide()
        # What tests and the tour press and read.
        self.passphrase, self.field, self.button = (
            self.asking.passphrase,
            self.asking.field,
            self.row.unlock,
        )

    def show_face(self, face: Face) -> None:
        """Show who holds a key here."""
        self._face = face
        self.members.show_members(face.members)
        self._start_over()

    def show_why(self, why: Why) -> None:
        """Say why the screen is locked."""
        first = why.tone is Tone.READ_FIRST
        self._news.setVisible(first)
        self._why.setVisible(not first)
        (self._news_words if first else self._why).say(why.words)

    def show_failure(self, error: DeskError) -> None:
        """Answer above the field, keep the focus there, and let them type again."""
        from dsl_desk.ui.gate.refusals import refusal_of  # noqa: PLC0415  # the first picture needs no words for failures

        self.row.be_ready()
        refusal = refusal_of(error)
        self.asking.answer(refusal.words)
        self.asking.mark()
        if refusal.needs_help:
            self.cannot.show()
        if refusal.wait:
            self._hold(refusal.words, refusal.wait)

    def show_wait(self, member: str, seconds: float) -> None:
        """Show that this member has to wait: somebody typed wrong words before, maybe yesterday."""
        chosen = self.members.member
        if seconds > 0 and chosen is not None and chosen.id == member and not self._wait.is_on:
            from dsl_desk.ui.gate.refusals import SEVERAL_WRONG  # noqa: PLC0415  # as above

            self._hold(SEVERAL_WRONG, seconds)

    def take_file(self, file: Path) -> None:
        """Take the key file that was chosen."""
        self.asking.take_file(file)

    def may_leave(self) -> bool:
        """Let the window close: nothing here would be lost."""
        return True

    def rest(self) -> None:
        """Forget what was typed; be ready for whoever comes."""
        self.row.be_ready()
        self._start_over()

    def land(self) -> None:
        """Start in the passphrase."""
        self.asking.go()

    def ask_for(self, way: Way) -> None:
        """Ask for another way in."""
        self.cannot.hide()
        self.cannot.use_kit.setVisible(way is not Way.KIT)
        self._wait.stop()
        self.row.hold("")
        self.asking.ask_for(way)
        self.row.show_other(way, self._ways())
        if way is not Way.KIT and (member := self.members.member) is not None:
            self.wait_wanted.emit(member.id)

    def ask_for_kit(self) -> None:
        """Ask for the kit's code, if the member who is chosen has one."""
        if Way.KIT in self._ways():
            self.ask_for(Way.KIT)

    def _ways(self) -> Collection[Way]:
        member = self.members.member
        if member is None or self._face is None:
            return ()
        return self._face.ways.get(member.id, ())

    def _try(self) -> None:
        member = self.members.member
        if member is None or self.row.unlock.is_busy() or self._wait.is_on:
            return
        knock = self.asking.knock_of(member.id)
        if knock is None:
            return
        self.asking.quiet()
        self.row.unlock.busy(self.tr("Unlocking"))
        self.unlock_wanted.emit(knock)

    def _start_over(self) -> None:
        self.ask_for(first_asked(self._ways()))

    def _choose(self, _member: Member) -> None:
        self._start_over()

    def _hold(self, words: str, seconds: float) -> None:
        self._stopped = words
        self._wait.begin(seconds)

    def _count(self, left: str) -> None:
        again = self.tr("Try again in {left}.").replace("{left}", left)
        ready = self.tr("Ready in {left}").replace("{left}", left)
        self.row.hold(ready if left else "")
        if left:
            self.asking.field.show_error(f"{self._stopped} {again}")
        else:
            self.asking.field.clear_error()

    def _join(self) -> None:
        self.members.chosen.connect(self._choose)
        self.members.settled.connect(self.asking.go)
        self.asking.submitted.connect(self._try)
        self.asking.file_wanted.connect(self.file_wanted)
        self.row.unlock.clicked.connect(self._try)
        self.row.other_wanted.connect(self._take_other)
        self.row.help.clicked.connect(self._help)
        self.cannot.kit_wanted.connect(lambda: self._take_other(Way.KIT))
        self.cannot.copy_wanted.connect(self.copy_wanted)
        self._wait.moved.connect(self._count)

    def _take_other(self, way: Way) -> None:
        self.ask_for(way)
        self.asking.go()

    def _help(self) -> None:
        self.cannot.show()
        self.cannot.use_kit.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(self.tr("Unlock the desk"), Voice.LOCK_TITLE).wrapped())
        column.addSpacing(6)
        column.addWidget(self._why)
        column.addWidget(self._news)
        column.addSpacing(22)
        column.addWidget(self.members)
        column.addSpacing(20)
        column.addWidget(self.asking)
        column.addSpacing(14)
        column.addWidget(self.row)
        column.addSpacing(8)
        column.addWidget(self.cannot)
        foot = Label(
            self.tr("Everything stays on this laptop, encrypted. DSL Desk never goes online."),
            Voice.SECONDARY,
            Meaning.INK3,
        ).wrapped()
        foot.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 20)
        self._middle = Middle(column, _COLUMN)
        room.addWidget(self._middle, 1)
        room.addWidget(foot)
