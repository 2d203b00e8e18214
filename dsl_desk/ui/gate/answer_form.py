"""An answer with the code of a paper: to the letter with a decision, or to a yearly form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from dsl_desk.domain.coded_answer import Answers, CodedAnswer
from dsl_desk.domain.drop import LeftSort
from dsl_desk.domain.words import label
from dsl_desk.ui.gate.leaving_form import LeavingForm
from dsl_desk.ui.gate.side_points import Point
from dsl_desk.ui.gate.who_am_i import WhoAmI
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dsl_desk.domain.drop import Whom
    from dsl_desk.domain.drop_route import Receivers
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.packing import Json

_ANSWERS: Final = tuple(Answers)
_ASKED: Final = {
    "you": "Choose yourself, or that you hold no key.",
    "by": "Write your name.",
    "code": "Type the code from the paper.",
    "what": "Choose what you answer.",
    "words": "Write your answer.",
    "signed": "Type your name to sign.",
}
_TOO_LONG: Final = "This is too long. Say what matters most."


class AnswerForm(LeavingForm):
    """Nobody here can tell whether the code fits: that is known where the answer is opened."""

    sort = LeftSort.ANSWER

    def __init__(self, face: Face, today: date) -> None:
        super().__init__()
        self._today = today
        self.title = self.tr("Answer with a code")
        self.words = self.tr("You have a letter about a family link, or this year's form.")
        self.act = self.tr("Seal and send")
        self.points = _points()
        self.who_am_i = WhoAmI(face)
        self.code, self.signed = Line("", "QK7-M3P"), Line()
        self.what = Pick([self.tr("Choose"), *(label(one) for one in _ANSWERS)])
        self.said = Lines(rows=3, undo=False)
        self.asked = {**self.who_am_i.fields, **self._fields()}
        self._join()
        self._lay_out()

    @override
    def whom(self) -> Whom | None:
        return self.who_am_i.whom()

    @override
    def show_receivers(self, receivers: Receivers) -> None:
        self.who_am_i.show_receivers(receivers)

    @override
    def mend(self) -> bool:
        wrong = {one.field: one.code for one in self._draft().problems()}
        wrong |= {} if self.what.currentIndex() else {"what": "missing"}
        wrong |= {"you": "missing"} if self.whom() is None else {}
        first: Field | None = None
        for name, field in self.asked.items():
            field.clear_error()
            if name in wrong:
                field.show_error(_ASKED[name] if wrong[name] == "missing" else _TOO_LONG)
                first = first or field
        if first is not None:
            first.go()
        return first is not None

    @override
    def fields(self) -> Mapping[str, Json]:
        return self._draft().fields()

    @override
    def is_empty(self) -> bool:
        lines = (self.who_am_i.by, self.code, self.said, self.signed)
        return not any(line.text().strip() for line in lines)

    @override
    def clear(self) -> None:
        self.who_am_i.clear()
        self.what.setCurrentIndex(0)
        for line in (self.code, self.said, self.signed):
            line.clear()
        for field in self.asked.values():
            field.clear_error()

    @override
    def land(self) -> None:
        self.who_am_i.you.setFocus()

    def _draft(self) -> CodedAnswer:
        at = self.what.currentIndex() - 1
        return CodedAnswer(
            code=self.code.text(),
            what=_ANSWERS[max(at, 0)],
            words=self.said.text(),
            by=self.who_am_i.by.text(),
            signed=self.signed.text(),
            signed_on=self._today.isoformat(),
        )

    def _fields(self) -> dict[str, Field]:
        return {
            "code": Field(self.tr("The code on the paper"), self.code),
            "what": Field(self.tr("What do you answer?"), self.what),
            "words": Field(self.tr("Your own words"), self.said, "", self.tr("(if you need any)")),
            "signed": Field(self.tr("Sign with your name"), self.signed),
        }

    def _join(self) -> None:
        self.who_am_i.changed.connect(self.whom_changed)
        self.what.activated.connect(self.typed)
        self.said.textChanged.connect(self.typed)
        for line in (self.who_am_i.by, self.code, self.signed):
            line.textEdited.connect(lambda _text: self.typed.emit())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.who_am_i)
        for name in ("what", "words"):
            column.addWidget(self.asked[name])
        column.addWidget(SideBySide(self.asked["code"], self.asked["signed"]))


def _points() -> tuple[Point, ...]:
    return (
        Point(
            Icon.LOCK_KEYHOLE,
            "Sealed as you send it",
            "It goes to whoever reviews links; the head's own goes to the chair.",
        ),
        Point(
            Icon.SCROLL_TEXT,
            "The code stands on the paper",
            "In your letter, or at the top of this year's form.",
        ),
        Point(
            Icon.SIGNATURE,
            "Paper does as well",
            "Sign the letter or the form and hand it back, if you would rather.",
        ),
    )
