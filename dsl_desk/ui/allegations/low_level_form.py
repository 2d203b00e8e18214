"""The quick form of a low-level concern: no matter how small."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.allegation_texts import SEEN
from dsl_desk.domain.low_level import LowLevelDraft
from dsl_desk.domain.moments import wall_clock
from dsl_desk.ui.allegations.adult_part import AdultPart
from dsl_desk.ui.allegations.answers import advice_on
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.kit.day_time import DayTime
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.kit.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.errors import Problem
    from dsl_desk.domain.member import Member
    from dsl_desk.ui.kit.bottom_bar import NeedsLook

_OPTIONAL: Final = "(optional)"
_YES: Final = "yes"


class LowLevelForm(QWidget):
    """Who, when, what, in which context, and what was done about it.

    Signals:
        typed(): something is to be kept as a draft.
        named(): somebody else is named.
    """

    typed = Signal()
    named = Signal()

    def __init__(self, members: Sequence[Member], clock: Clock) -> None:
        super().__init__()
        self.adult = AdultPart(members)
        self.self_report = Tick(self.tr("They share it about themselves"))
        self.anonymous = Tick(self.tr("Whoever shares it wishes not to be named"))
        self.shared_by = Line()
        self.at = DayTime(lambda: clock.now().date(), self.tr("When was it?"))
        self.at.show_at(wall_clock(clock.now()))
        self.words, self.context, self.done = Lines(rows=4), Lines(rows=2), Lines(rows=2)
        self.rest = QWidget()
        small = self.tr("A sense of unease is enough.")
        self.fields = {
            **self.adult.fields,
            "shared_by": Field(self.tr("Who shares it?"), self.shared_by),
            "at": Field(self.tr("When was it?"), self.at),
            "words": Field(SEEN, self.words, small),
            "context": Field(self.tr("In which context?"), self.context, "", _OPTIONAL),
            "done": Field(self.tr("What was done about it?"), self.done, "", _OPTIONAL),
        }
        self._join()
        self._lay_out()

    def draft(self) -> LowLevelDraft:
        """Return what stands in the form."""
        return LowLevelDraft(
            adult=self.adult.adult(),
            self_report=self.self_report.isChecked(),
            shared_by=self.shared_by.text(),
            anonymous=self.anonymous.isChecked(),
            at=self.at.at(),
            words=self.words.text(),
            context=self.context.text(),
            done=self.done.text(),
        )

    def begin_from(self, draft: LowLevelDraft) -> None:
        """Begin with what is written already: what is shown is no typing."""
        self.adult.show_adult(draft.adult)
        self.self_report.setChecked(draft.self_report)
        self.anonymous.setChecked(draft.anonymous)
        self.shared_by.setText(draft.shared_by)
        self.at.show_at(draft.at)
        for name, lines in self._lines().items():
            lines.setPlainText(getattr(draft, name))

    def kept(self) -> Mapping[str, str]:
        """Return what stands in the form, to be sealed."""
        return {
            **self.adult.kept(),
            "self_report": _YES if self.self_report.isChecked() else "",
            "anonymous": _YES if self.anonymous.isChecked() else "",
            "shared_by": self.shared_by.text(),
            "at": self.at.typed(),
            "words": self.words.text(),
            "context": self.context.text(),
            "done": self.done.text(),
        }

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        self.adult.fill(fields)
        self.self_report.setChecked(fields.get("self_report") == _YES)
        self.anonymous.setChecked(fields.get("anonymous") == _YES)
        self.shared_by.setText(fields.get("shared_by", ""))
        self.at.bring_back(fields.get("at", ""))
        for name, lines in self._lines().items():
            lines.setPlainText(fields.get(name, ""))

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show each problem beside its field; return them for the bar."""
        return show_beside(self.fields, problems, advice_on)

    def go(self) -> None:
        """Put the focus where one begins."""
        self.adult.fields["who"].go()

    def allow(self, *, allowed: bool) -> None:
        """Offer a place to write, or none."""
        self.rest.setVisible(allowed)

    def _lines(self) -> Mapping[str, Lines]:
        return {"words": self.words, "context": self.context, "done": self.done}

    def _join(self) -> None:
        self.adult.typed.connect(self.typed)
        self.adult.named.connect(self.named)
        for tick in (self.self_report, self.anonymous):
            tick.clicked.connect(self.typed)
        self.shared_by.textEdited.connect(self.typed)
        self.at.edited.connect(self.typed)
        for lines in self._lines().values():
            lines.textChanged.connect(self.typed)
        self.self_report.toggled.connect(
            lambda itself: self.fields["shared_by"].setVisible(not itself)
        )

    def _lay_out(self) -> None:
        below, column = QVBoxLayout(self.rest), QVBoxLayout(self)
        for room in (below, column):
            room.setContentsMargins(0, 0, 0, 0)
            room.setSpacing(16)
        below.addWidget(self.self_report)
        below.addWidget(SideBySide(self.fields["shared_by"], self.fields["at"]))
        below.addWidget(self.anonymous)
        for name in ("words", "context", "done"):
            below.addWidget(self.fields[name])
        column.addWidget(self.adult)
        column.addWidget(self.rest)
