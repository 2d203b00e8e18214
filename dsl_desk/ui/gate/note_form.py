"""A sealed note: about whom, words, and a name only where the writer wants to give one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from dsl_desk.domain.drop import LONGEST_NOTE, LeftSort, NoteDraft
from dsl_desk.ui.gate.leaving_form import LeavingForm
from dsl_desk.ui.gate.side_points import Point
from dsl_desk.ui.gate.whom_question import WhomQuestion
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.drop import Whom
    from dsl_desk.domain.drop_route import Receivers
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.packing import Json

_WORDS: Final = {
    "missing": "Write what you saw or heard.",
    "too_long": f"This is longer than {LONGEST_NOTE} letters. Say what matters most.",
    "not_text": "There is a sign in this that is not text. Type it again.",
}
_SHORT: Final = {**_WORDS, "too_long": "This is longer than 200 letters."}


class NoteForm(LeavingForm):
    """What look/18 asks, with the question first that decides who opens it."""

    sort = LeftSort.NOTE

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.title = self.tr("Leave a sealed note")
        self.words = self.tr("Write what you saw or heard. It does not need to be tidy.")
        self.act = self.tr("Seal and send")
        self.points = self._points()
        self.about = WhomQuestion(face.members)
        # Nothing of what was deleted stays in memory.
        self.note, self.name, self.reach = Lines(rows=6, undo=False), Line(), Line()
        self.fields_shown = self._fields()
        self.about.changed.connect(self.whom_changed)
        self.about.changed.connect(self.typed)
        self.note.textChanged.connect(self.typed)
        self.note.textChanged.connect(self.fields_shown["words"].clear_error)
        for line in (self.name, self.reach):
            line.textEdited.connect(lambda _text: self.typed.emit())
        self._lay_out()

    @override
    def whom(self) -> Whom | None:
        return self.about.whom()

    @override
    def show_receivers(self, receivers: Receivers) -> None:
        self.about.show_receivers(receivers)

    @override
    def mend(self) -> bool:
        wrong = {one.field: one.code for one in self._draft().problems()}
        for name, field in self.fields_shown.items():
            field.clear_error()
            if name in wrong:
                field.show_error((_WORDS if name == "words" else _SHORT)[wrong[name]])
        first = next((field for name, field in self.fields_shown.items() if name in wrong), None)
        if self.about.mend():
            return True
        if first is not None:
            first.go()
        return bool(wrong)

    @override
    def fields(self) -> Mapping[str, Json]:
        return self._draft().as_json()

    @override
    def is_empty(self) -> bool:
        return not any(text.strip() for text in self._typed())

    @override
    def clear(self) -> None:
        self.about.clear()
        for control in (self.note, self.name, self.reach):
            control.clear()
        for field in self.fields_shown.values():
            field.clear_error()

    @override
    def land(self) -> None:
        self.about.child.setFocus()

    def _points(self) -> tuple[Point, ...]:
        return (
            Point(
                Icon.LOCK_KEYHOLE,
                self.tr("Sealed as you send it"),
                self.tr("Nobody at this screen can open it. Not even you can read it again."),
            ),
            Point(
                Icon.USER_ROUND,
                self.tr("Your name is up to you"),
                self.tr("Leave it out if you need to. We can help more if we can ask you."),
            ),
            Point(
                Icon.IMAGE_OFF,
                self.tr("Words only"),
                self.tr("No pictures here. If you have a screenshot, say so; we come to you."),
            ),
        )

    def _fields(self) -> dict[str, Field]:
        return {
            "words": Field(
                self.tr("What would you like us to know?"),
                self.note,
                self.tr("Who, what, when, where online. Use their words if you can."),
            ),
            "name": Field(self.tr("Your name"), self.name, optional=self.tr("(optional)")),
            "reach": Field(
                self.tr("Best way to reach you"), self.reach, optional=self.tr("(optional)")
            ),
        }

    def _typed(self) -> tuple[str, str, str]:
        return self.note.text(), self.name.text(), self.reach.text()

    def _draft(self) -> NoteDraft:
        return NoteDraft(*self._typed())

    def _lay_out(self) -> None:
        pair = QHBoxLayout()
        pair.setSpacing(16)
        for name in ("name", "reach"):
            pair.addWidget(self.fields_shown[name], 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        column.addWidget(self.about)
        column.addWidget(self.fields_shown["words"])
        column.addLayout(pair)
