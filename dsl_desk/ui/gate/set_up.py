"""The first time: six steps from a name to an open desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.way_errors import KeychainError
from dsl_desk.domain.ways_in import Way
from dsl_desk.ui.errors.sentences import advice_for
from dsl_desk.ui.gate.answers import SetUpAnswers
from dsl_desk.ui.gate.computer_step import ComputerStep
from dsl_desk.ui.gate.create_step import CreateStep
from dsl_desk.ui.gate.kit_papers import KitPapers
from dsl_desk.ui.gate.kit_step import KitStep
from dsl_desk.ui.gate.school_step import SchoolStep
from dsl_desk.ui.gate.set_up_bar import SetUpBar
from dsl_desk.ui.gate.set_up_path import SetUpPath
from dsl_desk.ui.gate.set_up_side import SetUpSide
from dsl_desk.ui.gate.sheet_paper import SheetPaper
from dsl_desk.ui.gate.step_sheet import StepSheet
from dsl_desk.ui.gate.who_step import WhoStep
from dsl_desk.ui.gate.you_step import YouStep
from dsl_desk.ui.kit.sheets import Sheets

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from dsl_desk.domain.errors import DeskError
    from dsl_desk.services.vaults import Founded
    from dsl_desk.ui.gate.entrance import Entrance
    from dsl_desk.ui.gate.why import Why
    from dsl_desk.ui.kit.ask import Ask
    from dsl_desk.ui.work.worker import Worker


class SetUpPage(QWidget):
    """Asks step by step, makes the vault, and hands its first key over.

    Signals:
        key_ready(str, object): member id and key bytes: the desk can open.
        copy_wanted(): there is a vault already, and a copy of it is to be brought back.
        training_wanted(): the training vault is to be looked at first.
    """

    key_ready = Signal(str, object)
    copy_wanted = Signal()
    training_wanted = Signal()

    def __init__(self, worker: Worker[Entrance], ask: Ask) -> None:
        super().__init__()
        self._worker, self._ask = worker, ask
        self._founded: Founded | None = None
        self.school, self.you, self.computer = SchoolStep(), YouStep(), ComputerStep()
        self.making, self.kit, self.who = CreateStep(), KitStep(), WhoStep()
        steps = (self.school, self.you, self.computer, self.making, self.kit, self.who)
        self.path = SetUpPath(steps)
        self.side, self.bar = SetUpSide(), SetUpBar()
        self._papers = KitPapers(self.kit, worker, ask)
        self._sheet = SheetPaper(self.who, worker, ask)
        self._sheets = Sheets()
        for step in steps:
            self._sheets.put(StepSheet(step))
            step.changed.connect(self._tell_left)
            step.submitted.connect(self.bar.go_on.click)
        self._join()
        self._lay_out()
        self._show_step()

    @property
    def answers(self) -> SetUpAnswers:
        """The answers as they stand."""
        name, role = self.you.who
        way = self.computer.way or Way.PASSPHRASE
        return SetUpAnswers(
            school=self.school.school,
            name=name,
            role=role,
            passphrase="" if way is Way.KIT else self.you.choose.text(),
            way=way,
            key_file=self.computer.file if way is Way.KEY_FILE else None,
        )

    def may_leave(self) -> bool:
        """Tell whether the window may close; asks when the only way in is not on paper yet."""
        return self.path.step is not self.kit or self._papers.may_leave(self.answers.way)

    def rest(self) -> None:
        """Keep every answer: nobody should have to set up twice."""

    def show_why(self, why: Why) -> None:
        """Say nothing: before set-up there is nothing to lock."""

    def land(self) -> None:
        """Start where this step begins."""
        self.path.step.land()

    def show_failure(self, error: DeskError) -> None:
        """Say what stopped it; every answer stays."""
        self.bar.go_on.rest()
        self.making.refuse(advice_for(error).words)
        if isinstance(error, KeychainError):  # it answered a moment ago and does not any more
            self.computer.show_trouble(error.trouble)

    def go_on(self) -> None:
        """Go on, if nothing is left to do on this step."""
        step = self.path.step
        if self.bar.go_on.is_busy() or step.left() or step.show_faults():
            return
        if step is self.making:
            self._make()
        elif self._founded is not None and self.path.is_last:
            self.bar.go_on.busy(self.tr("Opening the desk"))
            self.key_ready.emit(self._founded.member, self._founded.key)
        else:
            if step is self.kit:
                self._worker.ask(self, lambda entrance: entrance.typed_back(), lambda _done: None)
            self._go_to(self.path.at + 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.side.fit(self.width(), self.height())
        self.bar.fit(self.width() - self.side.width())
        super().resizeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A line says itself when it is finished; anywhere else Enter goes on.
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not isinstance(self.focusWidget(), QLineEdit):
            self.bar.go_on.click()
            return
        super().keyPressEvent(event)

    def _go_back(self) -> None:
        if not self.bar.go_on.is_busy() and self.path.may_go_to(self.path.at - 1):
            self._go_to(self.path.at - 1)

    def _press_step(self, at: int) -> None:
        if not self.bar.go_on.is_busy() and self.path.may_go_to(at):
            self._go_to(at)
        elif at > self.path.at:
            self.side.foot.say(self.tr("This step first. The others follow."))

    def _go_to(self, at: int) -> None:
        self.path.at = at
        if self.path.step is self.you and not self.you.choose.text():
            self._ask_keychain()  # it may take a moment: its answer is wanted on the next step
            self._draw_words()
        if self.path.step is self.making:
            self.making.show_answers(self.answers)
        self._show_step()
        self.land()

    def _show_step(self) -> None:
        self._sheets.turn_to(self.path.at)
        self.side.steps.show_steps(self.path.rail())
        made = self._founded is not None
        self.side.foot.say(
            self.tr("Your vault stands. You can stop here: only the kit would be new.")
            if made
            else self.tr("Nothing is kept before the vault is made.")
        )
        self.bar.show_way(self.path.step.go_on, back=self.path.may_go_to(self.path.at - 1))
        self._tell_left()

    def _tell_left(self) -> None:
        self.bar.show_left(self.path.step.left())

    def _draw_words(self) -> None:
        self._worker.ask(
            self,
            lambda entrance: entrance.suggest(),
            self.you.choose.show_words,
            lambda error: self.you.choose.refuse(advice_for(error).words),
        )

    def _judge(self, passphrase: str) -> None:
        hints = (self.school.school, self.you.who[0])
        self._worker.ask(
            self,
            lambda entrance: entrance.strength_of(passphrase, hints),
            lambda strength: self.you.choose.show_strength(passphrase, strength),
        )

    def _ask_keychain(self) -> None:
        self._worker.ask(
            self, lambda entrance: entrance.keychain_trouble(), self.computer.show_trouble
        )

    def _choose_key_file(self) -> None:
        file = self._ask.where_to_save(self, self.tr("Write your key file"), "DSL Desk key")
        if file is not None:
            self.computer.take_file(file)

    def _make(self) -> None:
        answers = self.answers
        self.making.show_working(working=True)
        self.bar.go_on.busy(self.tr("Making the vault"))
        self._worker.ask(
            self, lambda entrance: entrance.create(answers), self._made, self.show_failure
        )

    def _made(self, founded: Founded) -> None:
        answers = self.answers
        self._founded = founded
        self.bar.go_on.rest()
        self.making.show_working(working=False)
        self.you.choose.clear()
        self.path.close_what_is_behind()
        self.kit.show_kit(founded.kit, answers)
        self.who.show_founder(founded.member, answers)
        self._go_to(self.path.at + 1)

    def _join(self) -> None:
        self.bar.on_wanted.connect(self.go_on)
        self.bar.back_wanted.connect(self._go_back)
        self.side.steps.chosen.connect(self._press_step)
        self.you.choose.words_wanted.connect(self._draw_words)
        self.you.choose.strength_wanted.connect(self._judge)
        self.school.copy_wanted.connect(self.copy_wanted)
        self.school.training_wanted.connect(self.training_wanted)
        self.computer.look_wanted.connect(self._ask_keychain)
        self.computer.file_wanted.connect(self._choose_key_file)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._sheets, 1)
        column.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addLayout(column, 1)
