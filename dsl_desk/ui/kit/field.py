"""A field: a question above, a hint under it, an error between it and the control."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.spoken import told_together
from dsl_desk.ui.kit.together import Together
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice


class Field(QWidget):
    """A labelled control. Readers hear the label as its name, the error or hint after it.

    A button has words of its own, a choice among others above all: it is named by them. The
    question is the name of the group they are in, or is told after each of them.
    """

    def __init__(self, label: str, control: QWidget, hint: str = "", optional: str = "") -> None:
        super().__init__()
        self.label = label
        self.control = control
        self._hint = hint
        self._error = QWidget()
        self._error_words = Label("", Voice.SECONDARY_STRONG, Meaning.RED).wrapped()
        self._name = f"{label} {optional}".strip()
        self._speaks = _has_words_of_its_own(self._focused())
        if not self._speaks:
            self._focused().setAccessibleName(self._name)
        elif self._focused() is not control:
            control.setAccessibleName(self._name)
        self._lay_out(label, optional)
        self.clear_error()

    def show_error(self, words: str) -> None:
        """Say what to do. What was typed stays as it is."""
        self._error_words.say(words)
        self._error.show()
        self._mark(invalid=True, spoken=words)

    def clear_error(self) -> None:
        """Take the error away; the hint is the description again."""
        self._error.hide()
        self._mark(invalid=False, spoken=self._hint)

    def error(self) -> str:
        """Return the error that is shown, or nothing."""
        return "" if self._error.isHidden() else self._error_words.words

    def cite(self, mark: QWidget) -> None:
        """Put the mark of the clause that asks this at the end of the question."""
        self._heading.addWidget(mark)

    def go(self) -> None:
        """Put the focus into the control."""
        self._focused().setFocus()

    def _focused(self) -> QWidget:
        """Return the widget that takes the focus: a made-up control has one inside."""
        return self.control.focusProxy() or self.control

    def _tell_the_question(self, spoken: str) -> None:
        asked = "" if isinstance(self.control, Together) else self._name
        for choice in (self._focused(), *self.control.findChildren(QAbstractButton)):
            choice.setAccessibleDescription(told_together(asked, spoken))

    def _mark(self, *, invalid: bool, spoken: str) -> None:
        inner = self._focused()
        if self._speaks:
            self._tell_the_question(spoken)
        else:
            inner.setAccessibleDescription(spoken)
        if inner.property("invalid") is not invalid:
            inner.setProperty("invalid", invalid)
            inner.style().unpolish(inner)
            inner.style().polish(inner)

    def _lay_out(self, label: str, optional: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        question = Label(label, Voice.STRONG)
        if not self._speaks:
            question.setBuddy(self._focused())
        heading = QHBoxLayout()
        heading.setSpacing(4)
        heading.addWidget(question)
        heading.addWidget(Label(optional, Voice.BODY, Meaning.INK3))
        heading.addStretch()
        self._heading = heading
        column.addLayout(heading)
        if self._hint:
            column.addSpacing(2)
            column.addWidget(Label(self._hint, Voice.SECONDARY, Meaning.INK3).wrapped())
        column.addSpacing(3)
        self._lay_out_error()
        column.addWidget(self._error)
        column.addSpacing(3)
        column.addWidget(self.control)

    def _lay_out_error(self) -> None:
        row = QHBoxLayout(self._error)
        row.setContentsMargins(0, 0, 0, 2)
        row.setSpacing(6)
        row.addWidget(IconView(Icon.CIRCLE_ALERT, Meaning.RED, 15), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._error_words, 1)


def _has_words_of_its_own(control: QWidget) -> bool:
    if not isinstance(control, QAbstractButton):
        return False
    return bool(control.text() or control.accessibleName())
