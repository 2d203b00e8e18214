"""The shape every step of set-up has: a title, some words, its own questions, what is left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice


class SetUpStep(QWidget):
    """One question of set-up. What it asks goes into `column`.

    Signals:
        changed(): what is left may be less now.
        submitted(): Enter was pressed where it means going on.
    """

    changed = Signal()
    submitted = Signal()

    # On the stepper, and on the button that goes on.
    words = ""
    about = ""
    go_on = "Continue"
    widest = 680

    def __init__(self, title: str, lead: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.title = Label(title, Voice.LOCK_TITLE).wrapped()
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.title.setProperty("ring", "none")  # it is read out, not worked
        self.lead = Label(lead, Voice.BODY, Meaning.INK2).wrapped()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(8, 8, 8, 8)
        self.column.setSpacing(14)
        self.column.addWidget(self.title)
        self.column.addWidget(self.lead)
        self.column.addSpacing(6)

    def note(self) -> str:
        """Return what was answered, for the stepper, once the step is done."""
        return self.about

    def left(self) -> str:
        """Return the sentence beside a grey button: what is left to do; nothing when all is."""
        return ""

    def show_faults(self) -> bool:
        """Say beside each answer what is to do about it; return whether anything is."""
        return False

    def land(self) -> None:
        """Put the focus where this step begins."""
        self.title.setFocus()
