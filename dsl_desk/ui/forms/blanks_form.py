"""A form made from blanks: each asked in its own way, under one another. Passive."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.registers.blank import Blank, BlankSort
from dsl_desk.ui.forms.blank_advice import advice_on_blank
from dsl_desk.ui.forms.blank_box import PersonBox, box_of
from dsl_desk.ui.kit.bottom_bar import NeedsLook
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.side_by_side import SideBySide

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from dsl_desk.domain.errors import Problem

_OPTIONAL = "(optional)"
_REASON = Blank(
    "reason", "Why does this change?", hint="What was written before stays beside it.", needed=True
)
_SHORT = frozenset({BlankSort.DAY})  # two of these that follow each other share a line


class BlanksForm(QWidget):
    """The questions of a register or of the calendar; `again` asks for the reason too.

    Signals:
        typed(): somebody typed or chose.
        find_wanted(NameLine, str): who fits these words?
    """

    typed = Signal()
    find_wanted = Signal(object, str)

    def __init__(
        self, blanks: Sequence[Blank], today: Callable[[], date], *, again: bool = False
    ) -> None:
        super().__init__()
        self._blanks = (*blanks, _REASON) if again else tuple(blanks)
        self.boxes = {blank.name: box_of(blank, today) for blank in self._blanks}
        self.fields = self._make_fields()
        for name, box in self.boxes.items():
            box.widget.setObjectName(f"blank-{name.replace('_', '-')}")
            box.typed.connect(self.typed)
            if isinstance(box, PersonBox):
                self._ask_for_names(box)
        self._lay_out()

    def answers(self) -> dict[str, str]:
        """Return every answer as the ledger takes it, but the reason."""
        return {name: box.answer() for name, box in self.boxes.items() if name != _REASON.name}

    def people(self) -> dict[str, str]:
        """Return the ids of those who were chosen, by blank."""
        boxes = {name: box for name, box in self.boxes.items() if isinstance(box, PersonBox)}
        return {name: box.person() for name, box in boxes.items() if box.person()}

    def reason(self) -> str:
        """Return why it changes; nothing where nobody is asked."""
        return self.boxes[_REASON.name].answer() if _REASON.name in self.boxes else ""

    def show_answers(self, answers: Mapping[str, str], people: Mapping[str, str]) -> None:
        """Show what was written before; this is not typing."""
        for name, box in self.boxes.items():
            box.show_answer(answers.get(name, ""), people.get(name, ""))

    def kept(self) -> Mapping[str, str]:
        """Return what stands in the form, to be sealed."""
        return {name: box.kept() for name, box in self.boxes.items()}

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before; this is not typing."""
        for name, box in self.boxes.items():
            box.bring_back(fields.get(name, ""))

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show each problem beside its field; return them in reading order, for the bar."""
        by_field = {self.fields[one.field]: one for one in reversed(problems)}
        wrong = []
        for field in dict.fromkeys(self.fields.values()):
            if field in by_field:
                field.show_error(advice_on_blank(by_field[field]))
                wrong.append(NeedsLook(field.label, field.control))
            else:
                field.clear_error()
        return wrong

    def go(self) -> None:
        """Put the focus where one begins."""
        self.fields[self._blanks[0].name].go()

    def _make_fields(self) -> dict[str, Field]:
        fields: dict[str, Field] = {}
        for group, some in groupby(self._blanks, lambda blank: blank.group or blank.name):
            blanks = tuple(some)
            field = self._field(blanks[0]) if not blanks[0].group else self._ticks(group, blanks)
            fields |= {blank.name: field for blank in blanks}
        return fields

    def _field(self, blank: Blank) -> Field:
        optional = "" if blank.needed else _OPTIONAL
        return Field(blank.label, self.boxes[blank.name].widget, blank.hint, optional)

    def _ticks(self, question: str, blanks: Sequence[Blank]) -> Field:
        """Return one question that several ticks answer."""
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for blank in blanks:
            column.addWidget(self.boxes[blank.name].widget)
        group.setFocusProxy(self.boxes[blanks[0].name].widget)
        return Field(question, group)

    def _ask_for_names(self, box: PersonBox) -> None:
        line = box.widget
        line.find_wanted.connect(lambda words: self.find_wanted.emit(line, words))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for short, some in groupby(self._blanks, lambda blank: blank.sort in _SHORT):
            fields = list(dict.fromkeys(self.fields[blank.name] for blank in some))
            for first in range(0, len(fields), 2 if short else 1):
                beside = fields[first : first + 2] if short else fields[first : first + 1]
                column.addWidget(SideBySide(*beside) if short else beside[0])
