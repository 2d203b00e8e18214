"""The fifth step of set-up: the first member's kit goes onto paper, and to two keepers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.ways_in import Way
from dsl_desk.ui.gate.set_up_step import SetUpStep
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice
from dsl_desk.ui.ways_in.keepers import promises_of
from dsl_desk.ui.ways_in.kit_care import KitCare, things_left
from dsl_desk.ui.ways_in.paper_picture import PaperPicture

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from dsl_desk.domain.ways_in import Kit
    from dsl_desk.ui.gate.answers import SetUpAnswers

_PICTURE_FROM = 800


class KitStep(SetUpStep):
    """The kit is one member's own: it opens what they may open, and ends with the next one.

    Signals:
        print_wanted(): two copies.
        save_wanted(): a PDF.
    """

    print_wanted = Signal()
    save_wanted = Signal()
    words = "Your kit"
    about = "Your other way in"
    widest = 920

    def __init__(self) -> None:
        super().__init__(self.tr("Print your recovery kit"), "")
        self.kit: Kit | None = None
        self.care = KitCare()
        self.picture = PaperPicture()
        self._fault = Label("", Voice.SECONDARY_STRONG, Meaning.RED).wrapped()
        self.care.sheet.print_wanted.connect(self.print_wanted)
        self.care.sheet.save_wanted.connect(self.save_wanted)
        self.care.changed.connect(self.changed)
        self.care.code.returnPressed.connect(self.submitted)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.care)
        left.addWidget(self._fault)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self.picture)
        right.addStretch(1)
        self._side = QWidget()
        self._side.setLayout(right)
        across = QHBoxLayout()
        across.setSpacing(36)
        across.addLayout(left, 1)
        across.addWidget(self._side)
        self.column.addLayout(across)
        self.column.addStretch(1)

    def show_kit(self, kit: Kit, answers: SetUpAnswers) -> None:
        """Show the kit that was just made."""
        self.kit = kit
        only = self.tr(
            "This code is the only way into the vault: without it nobody can open it again. Print "
            "or save it before you do anything else."
        )
        usual = self.tr(
            "If you forget your passphrase, or use another laptop, this code opens your keys. It "
            "is shown only now. If you stop here the vault stays yours: in the desk, Your ways in "
            "makes a new kit, and that ends this one."
        )
        self.lead.say(only if answers.way is Way.KIT else usual)
        self.picture.show_kit(kit, answers.school)
        self.care.show_kit(kit, promises_of(answers.role))

    def fail(self, words: str) -> None:
        """Say why there is no paper."""
        self._fault.say(words)

    def say_on_paper(self, words: str) -> None:
        """Say where the paper is."""
        self._fault.say("")
        self.care.say_on_paper(words)

    @override
    def note(self) -> str:
        return self.tr("On paper, with two keepers")

    @override
    def left(self) -> str:
        return things_left(self.care.left())

    @override
    def land(self) -> None:
        self.care.sheet.print_button.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._side.setVisible(self.width() >= _PICTURE_FROM)
        super().resizeEvent(event)
