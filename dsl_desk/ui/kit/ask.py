"""Ask: the one door for questions to the person at the desk. Tests answer them from a script."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QFileDialog

from dsl_desk.ui.kit.confirm import Confirm

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from dsl_desk.ui.kit.question import Question, Yes


class Ask(Protocol):
    """What a page may ask. None is always the safe answer: nothing is done."""

    def confirm(self, owner: QWidget, question: Question, /) -> Yes | None:
        """Return the answer to a question with two verbs."""
        ...

    def where_to_save(self, owner: QWidget, title: str, name: str, /) -> Path | None:
        """Return where a file is to be written; the name offered holds no person's name."""
        ...

    def which_file(self, owner: QWidget, title: str, kinds: str, /) -> Path | None:
        """Return which file is to be read; kinds is Qt's filter text."""
        ...

    def which_files(self, owner: QWidget, title: str, /) -> tuple[Path, ...]:
        """Return which files are to be read, by their names; none is the safe answer."""
        ...

    def which_folder(self, owner: QWidget, title: str, /) -> Path | None:
        """Return a folder that is there."""
        ...

    def which_printer(self, owner: QWidget, title: str, /) -> QPrinter | None:
        """Return the printer that was chosen."""
        ...


class AskOnScreen:
    """Asks with the confirm and with the system's own file windows."""

    def confirm(self, owner: QWidget, question: Question, /) -> Yes | None:
        """Ask over the owner's window and wait."""
        dialog = Confirm(owner, question)
        dialog.exec()
        answer = dialog.answer()
        dialog.deleteLater()
        return answer

    def where_to_save(self, owner: QWidget, title: str, name: str, /) -> Path | None:
        """Ask with the system's save window."""
        chosen, _ = QFileDialog.getSaveFileName(owner, title, name)
        return Path(chosen) if chosen else None

    def which_file(self, owner: QWidget, title: str, kinds: str, /) -> Path | None:
        """Ask with the system's open window."""
        chosen, _ = QFileDialog.getOpenFileName(owner, title, "", kinds)
        return Path(chosen) if chosen else None

    def which_files(self, owner: QWidget, title: str, /) -> tuple[Path, ...]:
        """Ask with the system's open window."""
        chosen, _ = QFileDialog.getOpenFileNames(owner, title)
        return tuple(Path(each) for each in chosen)

    def which_folder(self, owner: QWidget, title: str, /) -> Path | None:
        """Ask with the system's folder window."""
        chosen = QFileDialog.getExistingDirectory(owner, title)
        return Path(chosen) if chosen else None

    def which_printer(self, owner: QWidget, title: str, /) -> QPrinter | None:
        """Ask with the system's print window."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  # seldom needed, and slow to load

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, owner)
        dialog.setWindowTitle(title)
        chosen = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if chosen else None
