"""Getting the sheet for a day without the laptop onto paper, at the end of set-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dsl_desk.services.away import AWAY_FILE
from dsl_desk.system.copies import write_copy
from dsl_desk.ui.errors.sentences import advice_for

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.ui.gate.entrance import Entrance
    from dsl_desk.ui.gate.who_step import WhoStep
    from dsl_desk.ui.kit.ask import Ask
    from dsl_desk.ui.work.worker import Worker


class SheetPaper(QObject):
    """Does what the last step wants done."""

    def __init__(self, step: WhoStep, worker: Worker[Entrance], ask: Ask) -> None:
        super().__init__(step)
        self._step, self._worker, self._ask = step, worker, ask
        step.sheet.clicked.connect(self._save)

    def _save(self) -> None:
        title = self.tr("Where is the sheet to be saved?")
        path = self._ask.where_to_save(self._step, title, AWAY_FILE)
        if path is None:
            return

        def job(entrance: Entrance) -> Path:
            write_copy(path, entrance.away_sheet())
            return path

        self._worker.ask(
            self._step, job, self._saved, lambda error: self._step.tell(advice_for(error).words)
        )

    def _saved(self, path: Path) -> None:
        self._step.tell(self.tr("Saved as {name}. Print it.").replace("{name}", path.name))
