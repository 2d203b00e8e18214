"""The box of one blank: the control that fits its sort, and what stands in it as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.reading_days import day_in_words, read_day
from dsl_desk.domain.registers.blank import YES, BlankSort
from dsl_desk.ui.forms.name_line import NameLine
from dsl_desk.ui.kit.day_time import DayTime
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from dsl_desk.domain.registers.blank import Blank

_NOT_SAID = "Not said yet"
_ROWS = 3


class Box(Protocol):
    """What a form needs of a control. `kept` is what was typed, `answer` what the ledger takes."""

    @property
    def widget(self) -> QWidget:
        """The control itself."""
        ...

    @property
    def typed(self) -> SignalInstance:
        """Somebody typed or chose."""
        ...

    def answer(self) -> str:
        """Return the answer as the ledger keeps it."""
        ...

    def show_answer(self, answer: str, person: str) -> None:
        """Show an answer of the ledger; this is not typing."""
        ...

    def kept(self) -> str:
        """Return what was typed, as it was typed."""
        ...

    def bring_back(self, kept: str) -> None:
        """Show what was typed before; this is not typing."""
        ...


class LineBox:
    """A line of words, or of a day."""

    def __init__(self, blank: Blank) -> None:
        self.widget = Line()
        self._is_day = blank.sort is BlankSort.DAY
        self.typed = self.widget.textEdited

    def answer(self) -> str:
        """Return the words, or the day in ISO 8601."""
        words = self.widget.text().strip()
        return read_day(words) if self._is_day else words

    def show_answer(self, answer: str, _person: str) -> None:
        """Show words, or a day in words."""
        self.widget.setText(day_in_words(answer) if self._is_day else answer)

    def kept(self) -> str:
        """Return the line as it stands."""
        return self.widget.text()

    def bring_back(self, kept: str) -> None:
        """Show the line as it stood."""
        self.widget.setText(kept)


class LinesBox:
    """Several lines of words."""

    def __init__(self) -> None:
        self.widget = Lines(rows=_ROWS)
        self.typed = self.widget.textChanged

    def answer(self) -> str:
        """Return the words."""
        return self.widget.text().strip()

    def show_answer(self, answer: str, _person: str) -> None:
        """Show the words."""
        self.bring_back(answer)

    def kept(self) -> str:
        """Return the words as they stand."""
        return self.widget.text()

    def bring_back(self, kept: str) -> None:
        """Show the words as they stood."""
        self.widget.blockSignals(True)
        self.widget.setPlainText(kept)
        self.widget.blockSignals(False)


class ChoiceBox:
    """One of a few; nothing is chosen before somebody chooses."""

    def __init__(self, blank: Blank) -> None:
        self._codes = ("", *(one.code for one in blank.choices))
        self.widget = Pick([_NOT_SAID, *(one.words for one in blank.choices)])
        self.typed = self.widget.activated

    def answer(self) -> str:
        """Return the code of the choice."""
        return self._codes[self.widget.currentIndex()]

    def show_answer(self, answer: str, _person: str) -> None:
        """Show a choice; one of a newer program is not one of ours."""
        self.widget.setCurrentIndex(self._codes.index(answer) if answer in self._codes else 0)

    def call(self, words: Mapping[str, str]) -> None:
        """Call some of the choices by other words, by their codes."""
        for code, called in words.items():
            if code in self._codes:
                self.widget.setItemText(self._codes.index(code), called)

    def kept(self) -> str:
        """Return the choice."""
        return self.answer()

    def bring_back(self, kept: str) -> None:
        """Show the choice."""
        self.show_answer(kept, "")


class TickBox:
    """Yes, or nothing."""

    def __init__(self, blank: Blank) -> None:
        self.widget = Tick(blank.label)
        self.typed = self.widget.clicked

    def answer(self) -> str:
        """Return yes or nothing."""
        return YES if self.widget.isChecked() else ""

    def show_answer(self, answer: str, _person: str) -> None:
        """Show yes or nothing."""
        self.widget.setChecked(answer == YES)

    def kept(self) -> str:
        """Return yes or nothing."""
        return self.answer()

    def bring_back(self, kept: str) -> None:
        """Show yes or nothing."""
        self.show_answer(kept, "")


class MomentBox:
    """A day and a time."""

    def __init__(self, blank: Blank, today: Callable[[], date]) -> None:
        self.widget = DayTime(today, blank.label)
        self.typed = self.widget.edited

    def answer(self) -> str:
        """Return the moment."""
        return self.widget.at()

    def show_answer(self, answer: str, _person: str) -> None:
        """Show the moment."""
        self.widget.show_at(answer)

    def kept(self) -> str:
        """Return both lines as they stand."""
        return self.widget.typed()

    def bring_back(self, kept: str) -> None:
        """Show both lines as they stood."""
        self.widget.bring_back(kept)


class PersonBox:
    """A name, with the person it was chosen for."""

    def __init__(self) -> None:
        self.widget = NameLine()
        self.typed = self.widget.textEdited

    def answer(self) -> str:
        """Return the name."""
        return self.widget.ref().name

    def person(self) -> str:
        """Return the id of who was chosen, or nothing."""
        return self.widget.ref().person

    def show_answer(self, answer: str, person: str) -> None:
        """Show a name, with who it was chosen for."""
        self.widget.show_ref(PersonRef(answer, person))

    def kept(self) -> str:
        """Return the name and the id."""
        ref = self.widget.ref()
        return f"{ref.person}\n{self.widget.text()}"

    def bring_back(self, kept: str) -> None:
        """Show the name, with the id."""
        person, _, name = kept.partition("\n")
        self.show_answer(name, person)


def box_of(blank: Blank, today: Callable[[], date]) -> Box:
    """Return the box that fits a blank."""
    if blank.sort is BlankSort.LINES or blank.sort is BlankSort.ADDRESS:
        return LinesBox() if blank.sort is BlankSort.LINES else LineBox(blank)
    if blank.sort is BlankSort.MOMENT:
        return MomentBox(blank, today)
    made: dict[BlankSort, Callable[[], Box]] = {
        BlankSort.CHOICE: lambda: ChoiceBox(blank),
        BlankSort.TICK: lambda: TickBox(blank),
        BlankSort.PERSON: PersonBox,
    }
    return made.get(blank.sort, lambda: LineBox(blank))()
