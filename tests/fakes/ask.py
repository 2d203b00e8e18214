"""A person who answers from a script: `ask.will(Yes("a reason"))`, then the page asks.

Every question that was asked is kept in `asked`; a question without an answer is a failed test.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtPrintSupport import QPrinter

from dsl_desk.ui.kit.question import Question, Yes

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

Answer: TypeAlias = Yes | Path | tuple[Path, ...] | QPrinter | None


class ScriptedAsk:
    """Gives the answers in the order in which they were laid down."""

    def __init__(self) -> None:
        self._answers: list[Answer] = []
        self.asked: list[Question | str] = []

    def will(self, *answers: Answer) -> None:
        self._answers.extend(answers)

    def confirm(self, _owner: QWidget, question: Question) -> Yes | None:
        answer = self._next(question)
        assert answer is None or isinstance(answer, Yes)
        return answer

    def where_to_save(self, _owner: QWidget, title: str, name: str) -> Path | None:
        return self._path(f"{title}: {name}")

    def which_file(self, _owner: QWidget, title: str, kinds: str) -> Path | None:
        return self._path(f"{title}: {kinds}")

    def which_files(self, _owner: QWidget, title: str) -> tuple[Path, ...]:
        answer = self._next(title)
        assert isinstance(answer, tuple)
        return answer

    def which_folder(self, _owner: QWidget, title: str) -> Path | None:
        return self._path(title)

    def which_printer(self, _owner: QWidget, title: str) -> QPrinter | None:
        answer = self._next(title)
        assert answer is None or isinstance(answer, QPrinter)
        return answer

    def _path(self, asked: str) -> Path | None:
        answer = self._next(asked)
        assert answer is None or isinstance(answer, Path)
        return answer

    def _next(self, asked: Question | str) -> Answer:
        self.asked.append(asked)
        assert self._answers, f"nobody laid down an answer to: {asked}"
        return self._answers.pop(0)
