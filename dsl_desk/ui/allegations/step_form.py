"""The form of one step: its sort decides what is asked, out of one table for screen and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.allegation_choices import AllegationStepSort, Held
from dsl_desk.domain.allegation_course import s141f_applies
from dsl_desk.domain.allegation_questions import QUESTIONS, SPOKEN, WANTS_WHY, offered
from dsl_desk.domain.allegation_step import AllegationStepDraft
from dsl_desk.domain.allegation_texts import reference_rule
from dsl_desk.domain.allegation_words import QUESTION_WORDS
from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.outcome import DEFINITIONS
from dsl_desk.domain.words import label
from dsl_desk.ui.allegations.answers import advice_on
from dsl_desk.ui.allegations.question_field import Answering
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.day_time import DayTime
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.domain.allegation_view import AllegationRow
    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.errors import Problem
    from dsl_desk.ui.kit.bottom_bar import NeedsLook

_YES: Final = "yes"
_OPTIONAL: Final = "(optional)"
# The four questions have a page of their own.
_NOT_HERE: Final = frozenset({AllegationStepSort.THRESHOLD})


class StepForm(QWidget):
    """What was done, when, with whom, and why.

    Signals:
        typed(): something is to be kept as a draft.
    """

    typed = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.sorts = tuple(sort for sort in offered(statutory=False) if sort not in _NOT_HERE)
        self.sort = Pick([label(one) for one in self.sorts])
        self.at = DayTime(lambda: clock.now().date(), self.tr("When?"))
        self.at.show_at(wall_clock(clock.now()))
        self.with_whom, self.reference = Line(), Line()
        self.words, self.why = Lines(rows=4), Lines(rows=2)
        self.may = {held: Tick(label(held)) for held in Held}
        self.to_come = Tick(self.tr("Their advice is still to come"))
        self.asked = {
            question.name: Answering(question, lambda: clock.now().date())
            for some in QUESTIONS.values()
            for question in some
        }
        self.lifts, self.defined = QWidget(), Card(Tone.INSET)
        self.reference_rule = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self._law = False
        self.fields = self._fields()
        self._join()
        self._lay_out()
        self._reshape()

    def draft(self) -> AllegationStepDraft:
        """Return what stands in the form; what this sort is not asked is left out."""
        sort = self._sort()
        asked = [question.name for question in QUESTIONS.get(sort, ())]
        names = [name for name in asked if self._law or name != "warned_of_law"]
        spoken = sort in SPOKEN
        return AllegationStepDraft(
            sort=sort,
            at=self.at.at(),
            words=self.words.text(),
            why=self.why.text(),
            with_whom=self.with_whom.text(),
            reference=self.reference.text(),
            answers={name: self.asked[name].answer() for name in names},
            may=tuple(one for one, tick in self.may.items() if spoken and tick.isChecked()),
            still_to_come=spoken and self.to_come.isChecked(),
        )

    def show_case(self, line: AllegationRow) -> None:
        """Ask what goes by the case: the law on names, and what a reference may speak of."""
        self._law = s141f_applies(line.allegation.draft, line.steps)
        self.reference_rule.say(reference_rule(line.steps))
        self._reshape()

    def offer(self, sort: AllegationStepSort) -> None:
        """Offer a sort that is not offered everywhere."""
        if sort not in self.sorts:
            self.sorts = (*self.sorts, sort)
            self.sort.addItem(label(sort))

    def begin_from(self, draft: AllegationStepDraft) -> None:
        """Show a step that is written already; what kind of step it is stays."""
        self.choose(draft.sort)
        self.sort.setEnabled(False)
        self.at.show_at(draft.at)
        self.with_whom.setText(draft.with_whom)
        self.reference.setText(draft.reference)
        self.words.setPlainText(draft.words)
        self.why.setPlainText(draft.why)
        self.to_come.setChecked(draft.still_to_come)
        for held, tick in self.may.items():
            tick.setChecked(held in draft.may)
        for name, asked in self.asked.items():
            asked.show_answer(draft.answer(name))
        self._reshape()

    def choose(self, sort: AllegationStepSort) -> None:
        """Begin with a sort."""
        self.offer(sort)
        self.sort.setCurrentIndex(self.sorts.index(sort))

    def kept(self) -> Mapping[str, str]:
        """Return what stands in the form, to be sealed."""
        return {
            "sort": self._sort().value,
            "at": self.at.typed(),
            "with_whom": self.with_whom.text(),
            "reference": self.reference.text(),
            "words": self.words.text(),
            "why": self.why.text(),
            "to_come": _YES if self.to_come.isChecked() else "",
            **{one.value: _YES if tick.isChecked() else "" for one, tick in self.may.items()},
            **{f"asked {name}": asked.answer() for name, asked in self.asked.items()},
        }

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        sort = AllegationStepSort(fields.get("sort", AllegationStepSort.NOTE.value))
        self.choose(sort)
        self.at.bring_back(fields.get("at", ""))
        self.with_whom.setText(fields.get("with_whom", ""))
        self.reference.setText(fields.get("reference", ""))
        self.words.setPlainText(fields.get("words", ""))
        self.why.setPlainText(fields.get("why", ""))
        self.to_come.setChecked(fields.get("to_come") == _YES)
        for held, tick in self.may.items():
            tick.setChecked(fields.get(held.value) == _YES)
        for name, asked in self.asked.items():
            asked.show_answer(fields.get(f"asked {name}", ""))
        self._reshape()

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show each problem beside its field; return them for the bar."""
        return show_beside(self.fields, problems, advice_on)

    def go(self) -> None:
        """Put the focus where one begins."""
        self.fields["sort"].go()

    def _sort(self) -> AllegationStepSort:
        return self.sorts[self.sort.currentIndex()]

    def _fields(self) -> dict[str, Field]:
        asked = {name: Field(QUESTION_WORDS[name], one.control) for name, one in self.asked.items()}
        return {
            "sort": Field(self.tr("What is it?"), self.sort),
            "at": Field(self.tr("When was it?"), self.at),
            "with_whom": Field(self.tr("With whom?"), self.with_whom),
            "reference": Field(self.tr("Their reference"), self.reference, "", _OPTIONAL),
            **asked,
            "words": Field(self.tr("What was said or done"), self.words),
            "why": Field(self.tr("Why"), self.why, self.tr("A decision needs its reason.")),
        }

    def _reshape(self) -> None:
        sort = self._sort()
        names = {question.name for question in QUESTIONS.get(sort, ())}
        names -= set() if self._law else {"warned_of_law"}
        for name in self.asked:
            self.fields[name].setVisible(name in names)
        self.reference_rule.setVisible(sort is AllegationStepSort.REFERENCES)
        self.fields["why"].setVisible(sort in WANTS_WHY)
        self.lifts.setVisible(sort in SPOKEN)
        self.defined.setVisible(sort is AllegationStepSort.OUTCOME)

    def _join(self) -> None:
        self.sort.currentIndexChanged.connect(self._reshape)
        self.sort.activated.connect(self.typed)
        for line in (self.with_whom, self.reference):
            line.textEdited.connect(self.typed)
        for lines in (self.words, self.why):
            lines.textChanged.connect(self.typed)
        for tick in (*self.may.values(), self.to_come):
            tick.clicked.connect(self.typed)
        for asked in self.asked.values():
            asked.typed.connect(self.typed)
        self.at.edited.connect(self.typed)

    def _lay_out(self) -> None:
        ticks = QVBoxLayout(self.lifts)
        ticks.setContentsMargins(0, 0, 0, 0)
        ticks.setSpacing(6)
        ticks.addWidget(Label(self.lifts.accessibleName(), Voice.STRONG))
        both = list(self.may.values())
        ticks.addWidget(SideBySide(*both[:2]))
        ticks.addWidget(SideBySide(*both[2:]))
        ticks.addWidget(self.to_come)
        for outcome, means in DEFINITIONS.items():
            words = f"{label(outcome)}: {means}"
            line = Label(words, Voice.SECONDARY, Meaning.INK2).wrapped()
            self.defined.column.addWidget(line)
        older = self.tr("An older form has four of them: unfounded is ticked as unsubstantiated.")
        self.defined.column.addWidget(Label(older, Voice.SECONDARY, Meaning.INK2).wrapped())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for row in (("sort", "at"), ("with_whom", "reference")):
            column.addWidget(SideBySide(*(self.fields[name] for name in row)))
        column.addWidget(self.defined)
        column.addWidget(self.reference_rule)
        for name in (*self.asked, "words", "why"):
            column.addWidget(self.fields[name])
        column.addWidget(self.lifts)
