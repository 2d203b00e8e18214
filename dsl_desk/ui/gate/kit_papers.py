"""Getting the first kit onto paper: a printer, a PDF, and a question to whoever leaves without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dsl_desk.domain.ways_in import Way
from dsl_desk.system.copies import write_copy
from dsl_desk.ui.errors.sentences import advice_for
from dsl_desk.ui.kit.question import Question
from dsl_desk.ui.ways_in.two_copies import SAVED, print_two_copies

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.ui.gate.entrance import Entrance
    from dsl_desk.ui.gate.kit_step import KitStep
    from dsl_desk.ui.kit.ask import Ask
    from dsl_desk.ui.work.worker import Worker


class KitPapers(QObject):
    """Does what the step of the kit wants done."""

    def __init__(self, step: KitStep, worker: Worker[Entrance], ask: Ask) -> None:
        super().__init__(step)
        self._step, self._worker, self._ask = step, worker, ask
        step.print_wanted.connect(self._print)
        step.save_wanted.connect(self._save)

    def may_leave(self, way: Way) -> bool:
        """Ask whoever leaves while the only way in is not on paper; anybody else may go."""
        if way is not Way.KIT or not self._step.left():
            return True
        question = Question(
            title=self.tr("Leave without the code?"),
            sentence=self.tr("It is the only way into this vault, and is shown only now."),
            act=self.tr("Leave the vault shut for ever"),
            keep=self.tr("Stay here"),
        )
        return self._ask.confirm(self._step, question) is not None

    def _print(self) -> None:
        kit = self._step.kit
        if kit is None:
            return
        outcome = print_two_copies(self._step, self._ask, kit, self._step.picture.school)
        if outcome is not None:
            (self._step.say_on_paper if outcome.good else self._step.fail)(outcome.words)

    def _save(self) -> None:
        kit = self._step.kit
        path = self._ask.where_to_save(
            self._step, self.tr("Save your recovery kit"), "Recovery kit.pdf"
        )
        if kit is None or path is None:
            return

        def job(entrance: Entrance) -> Path:
            write_copy(path, entrance.kit_on_paper(kit))
            return path

        self._worker.ask(
            self._step, job, self._saved, lambda error: self._step.fail(advice_for(error).words)
        )

    def _saved(self, path: Path) -> None:
        self._step.say_on_paper(SAVED.replace("{name}", path.name))
