"""The bug window: an apology, what is safe, a short code, and a report without any names."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.bug import Bug


def report_on(bug: Bug, version: str) -> str:
    """Return what may be passed on: kinds and places in our code, never a value or a name."""
    about = f"DSL Desk {version}, Python {platform.python_version()}, {platform.system()}"
    return "\n".join((f"Code {bug.code}", about, bug.kind, *bug.places))


class BugWindow(QDialog):
    """Shown for what nobody foresaw. Whatever was being typed is still there behind it."""

    def __init__(self, bug: Bug, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bug-window")
        self.setWindowTitle("DSL Desk")
        self._report = report_on(bug, version)
        self.copy = Button(self.tr("Copy report"), icon=Icon.COPY)
        self.copy.setObjectName("copy-report")
        self.copy.clicked.connect(self._copy)
        self.go_on = Button(self.tr("Go on working"), Kind.PRIMARY)
        self.go_on.setObjectName("go-on")
        self.go_on.clicked.connect(self.accept)
        self._lay_out(bug)
        self.go_on.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copy.setText(self.tr("Copied"))

    def _lay_out(self, bug: Bug) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(10)
        sorry = self.tr("Sorry, something in the program went wrong")
        safe = self.tr(
            "Your records are safe up to the last save, and what you were typing is kept. "
            "It is not your fault."
        )
        report = self.tr(
            "The report holds this code and places in the program, and no names and no "
            "words of yours. You may read it before you pass it on."
        )
        column.addWidget(Label(sorry, Voice.CARD_TITLE).wrapped())
        column.addWidget(Label(safe).wrapped())
        column.addWidget(Label(report, Voice.SECONDARY, Meaning.INK2).wrapped())
        column.addWidget(Label(bug.code, Voice.FINGERPRINT))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.go_on)
        column.addSpacing(6)
        column.addLayout(buttons)
        self.setMinimumWidth(460)
