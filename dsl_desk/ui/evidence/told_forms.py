"""Two forms of what was told: in words only, and handed in to us. Passive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.handed_in import HandedInDraft
from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.words import label
from dsl_desk.domain.words_only import Trigger, WordsOnlyDraft
from dsl_desk.ui.evidence.answers import advice_on
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.day_time import DayTime
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.errors import Problem
    from dsl_desk.ui.kit.bottom_bar import NeedsLook

_OPTIONAL: Final = "(optional)"
_LINES: Final = {
    "told_by": "Who told you?",
    "accounts": "Which platform and accounts?",
    "device": "Whose device is it, and where is it now?",
    "seen_by": "Who may have seen it or passed it on?",
    "ages": "How old are those in it, as far as you were told?",
    "coercion": "Was anybody threatened, or asked for money?",
    "police": "Police reference",
    "social_care": "Children's social care reference",
    "report_remove": "Report Remove reference",
    "iwf": "Internet Watch Foundation reference",
    "ceop": "CEOP reference",
    "viewed_how": "Who saw it, and how did that come about?",
}
_NEEDED: Final = frozenset({"told_by", "viewed_how"})


class WordsForm(QWidget):
    """Imagery that must never be captured: what was told, nothing that was seen.

    Signals:
        typed(): somebody typed or ticked.
    """

    typed = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.words = Lines(rows=4)
        self.words.setObjectName("words-only")
        self.at = DayTime(lambda: clock.now().date(), self.tr("When were you told?"))
        self.at.show_at(wall_clock(clock.now()))
        self.lines = {name: Line() for name in _LINES}
        self.triggers = {trigger: Tick(label(trigger)) for trigger in Trigger}
        self.viewed = Tick(self.tr("Someone at school has already seen it, by accident"))
        hint = self.tr("One neutral line, as you were told it. Do not describe the image.")
        self.fields = {
            "words": Field(self.tr("What you were told, in words only"), self.words, hint),
            "at": Field(self.tr("When were you told?"), self.at),
            **{
                name: Field(
                    question, self.lines[name], optional="" if name in _NEEDED else _OPTIONAL
                )
                for name, question in _LINES.items()
            },
        }
        self._lay_out()
        self._listen()

    def draft(self) -> WordsOnlyDraft:
        """Return what stands in the form."""
        texts: dict[str, Any] = {name: line.text().strip() for name, line in self.lines.items()}
        return WordsOnlyDraft(
            words=self.words.text().strip(),
            at=self.at.at(),
            triggers=tuple(each for each, tick in self.triggers.items() if tick.isChecked()),
            viewed=self.viewed.isChecked(),
            **texts,
        )

    def kept(self) -> Mapping[str, str]:
        """Return what stands in the form, to be sealed."""
        return {
            **{name: line.text() for name, line in self.lines.items()},
            **{each.value: "1" if tick.isChecked() else "" for each, tick in self.triggers.items()},
            "words": self.words.text(),
            "at": self.at.typed(),
            "viewed": "1" if self.viewed.isChecked() else "",
        }

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before; this is not typing."""
        self.blockSignals(True)
        for name, line in self.lines.items():
            line.setText(fields.get(name, ""))
        for each, tick in self.triggers.items():
            tick.setChecked(bool(fields.get(each.value)))
        self.words.setPlainText(fields.get("words", ""))
        self.at.bring_back(fields.get("at", ""))
        self.viewed.setChecked(bool(fields.get("viewed")))
        self.blockSignals(False)

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show each problem beside its field; return them in reading order, for the bar."""
        return show_beside(self.fields, problems, advice_on)

    def go(self) -> None:
        """Put the focus where one begins."""
        self.fields["words"].go()

    def _listen(self) -> None:
        self.words.textChanged.connect(self.typed)
        self.at.edited.connect(self.typed)
        for line in self.lines.values():
            line.textEdited.connect(self.typed)
        for tick in (*self.triggers.values(), self.viewed):
            tick.clicked.connect(self.typed)
        self.viewed.toggled.connect(self.fields["viewed_how"].setVisible)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        first = Card()
        first.column.setSpacing(12)
        first.column.addWidget(self.fields["words"])
        first.column.addWidget(SideBySide(self.fields["told_by"], self.fields["at"]))
        first.column.addWidget(self.viewed)
        first.column.addWidget(self.fields["viewed_how"])
        self.fields["viewed_how"].hide()
        column.addWidget(first)
        second = Card()
        second.column.setSpacing(12)
        for row in (("accounts", "device"), ("seen_by", "ages"), ("coercion",)):
            second.column.addWidget(SideBySide(*(self.fields[name] for name in row)))
        at_once = self.tr("Tell the police or children's social care at once if")
        second.column.addWidget(Label(at_once, Voice.STRONG).wrapped())
        for tick in self.triggers.values():
            second.column.addWidget(tick)
        column.addWidget(second)
        third = Card()
        third.column.setSpacing(12)
        for row in (("police", "social_care"), ("report_remove", "iwf"), ("ceop",)):
            third.column.addWidget(SideBySide(*(self.fields[name] for name in row)))
        column.addWidget(third)


class HandedInForm(QWidget):
    """What was handed in: by whom, when, how, and what it is said to be.

    Signals:
        typed(): somebody typed.
    """

    typed = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.from_whom, self.how, self.words = Line(), Line(), Lines(rows=3)
        self.at = DayTime(lambda: clock.now().date(), self.tr("When?"))
        self.at.show_at(wall_clock(clock.now()))
        hint = self.tr("As they said it. Ask first whether it could show a nude: then take none.")
        self.fields = {
            "from_whom": Field(self.tr("Who handed it in?"), self.from_whom),
            "at": Field(self.tr("When?"), self.at),
            "how": Field(self.tr("How did it reach us?"), self.how),
            "words": Field(self.tr("What is it said to show?"), self.words, hint),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(SideBySide(self.fields["from_whom"], self.fields["at"]))
        column.addWidget(self.fields["how"])
        column.addWidget(self.fields["words"])
        self.words.textChanged.connect(self.typed)
        self.at.edited.connect(self.typed)
        for line in (self.from_whom, self.how):
            line.textEdited.connect(self.typed)

    def draft(self) -> HandedInDraft:
        """Return what stands in the form."""
        return HandedInDraft(
            from_whom=self.from_whom.text().strip(),
            at=self.at.at(),
            how=self.how.text().strip(),
            words=self.words.text().strip(),
        )

    def kept(self) -> Mapping[str, str]:
        """Return what stands in the form, to be sealed."""
        return {
            "from_whom": self.from_whom.text(),
            "how": self.how.text(),
            "words": self.words.text(),
            "at": self.at.typed(),
        }

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before; this is not typing."""
        self.blockSignals(True)
        self.from_whom.setText(fields.get("from_whom", ""))
        self.how.setText(fields.get("how", ""))
        self.words.setPlainText(fields.get("words", ""))
        self.at.bring_back(fields.get("at", ""))
        self.blockSignals(False)

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show each problem beside its field; return them in reading order, for the bar."""
        return show_beside(self.fields, problems, advice_on)

    def go(self) -> None:
        """Put the focus where one begins."""
        self.fields["from_whom"].go()
