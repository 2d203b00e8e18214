"""Logging a contact with the LADO: who, whether they were reached, when, and word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from dsl_desk.domain.allegation_choices import AllegationStepSort, Held, Reached
from dsl_desk.domain.allegation_course import advised
from dsl_desk.domain.allegation_step import AllegationStepDraft
from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.words import label
from dsl_desk.ui.allegations.answers import advice_on
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.day_time import DayTime
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.kit.together import Together
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.domain.allegation_step import AllegationStep
    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.errors import Problem

_REACHED: Final = (Reached.SPOKE, Reached.THEIR_FORM)
_NOBODY: Final = "Rang. Nobody was reached."


class ContactCard(Card):
    """The clock stops by reaching them; a try is logged too, and the clock goes on.

    Signals:
        typed(): something is to be kept as a draft.
        log_wanted(AllegationStepDraft): write this contact down.
    """

    typed = Signal()
    log_wanted = Signal(object)

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.setObjectName("contactCard")
        self._clock = clock
        self._lifted: frozenset[Held] = frozenset()
        self.number = Label("", Voice.SECONDARY_STRONG).tabular()
        self.who = Line()
        self.reached = Pick([label(one) for one in _REACHED])
        self.at = DayTime(lambda: clock.now().date(), self.tr("When?"))
        self.words, self.late = Lines(verbatim=True, rows=2), Line()
        self.may = {held: Tick(label(held)) for held in Held}
        self._may_they = Together(self.tr("What do they say you may do now?"))
        self.to_come = Tick(self.tr("Advice is still to come"))
        self.fields = self._fields()
        self.log = Button(self.tr("Log contact"), Kind.PRIMARY)
        self.no_answer = Button(self.tr("Could not reach them"))
        self._join()
        self._lay_out()
        self.begin_anew()

    def draft(self, reached: Reached | None = None) -> AllegationStepDraft:
        """Return the contact as it stands, or as a try that reached nobody."""
        how = reached or _REACHED[self.reached.currentIndex()]
        may = tuple(held for held, tick in self.may.items() if tick.isChecked())
        to_come = self.to_come.isChecked() or reached is not None
        held_again = () if to_come else tuple(sorted(self._lifted - set(may), key=_place))
        return AllegationStepDraft(
            sort=AllegationStepSort.LADO_CONTACT,
            at=self.at.at(),
            words=self.words.text() or (_NOBODY if reached else ""),
            with_whom=self.who.text(),
            answers={"reached": how.value, "late_why": self.late.text()},
            may=() if to_come else may,
            not_yet=held_again,
            still_to_come=to_come,
        )

    def begin_anew(self) -> None:
        """Empty it, with now as the time."""
        self.at.show_at(wall_clock(self._clock.now()))
        for line in (self.who, self.late):
            line.clear()
        self.words.clear()
        self.to_come.setChecked(False)
        self.show_problems(())

    def show_steps(self, steps: tuple[AllegationStep, ...], number: str, *, late: bool) -> None:
        """Show what is advised by now, whom to ring, and whether a reason is asked."""
        said = advised(steps)
        self._lifted = frozenset(held for held, one in said.items() if one.may)
        for held, tick in self.may.items():
            tick.setChecked(held in self._lifted)
        self.number.say(number)
        self.fields["late_why"].setVisible(late)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show each problem beside its field."""
        wrong = show_beside(self.fields, problems, advice_on)
        if any(problem.field == "late_why" for problem in problems):
            self.fields["late_why"].show()
        if wrong:
            wrong[0].control.setFocus()

    def kept(self) -> Mapping[str, str]:
        """Return what stands here, to be sealed."""
        return {
            "who": self.who.text(),
            "at": self.at.typed(),
            "words": self.words.text(),
            "late_why": self.late.text(),
        }

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        self.who.setText(fields.get("who", ""))
        self.at.bring_back(fields.get("at", ""))
        self.words.setPlainText(fields.get("words", ""))
        self.late.setText(fields.get("late_why", ""))

    def _fields(self) -> dict[str, Field]:
        return {
            "with_whom": Field(self.tr("Who did you speak to?"), self.who),
            "reached": Field(self.tr("How?"), self.reached),
            "at": Field(self.tr("When?"), self.at),
            "words": Field(self.tr("Advice given, word for word"), self.words),
            "late_why": Field(self.tr("Why is it later than one working day?"), self.late),
        }

    def _join(self) -> None:
        for line in (self.who, self.late):
            line.textEdited.connect(self.typed)
        self.words.textChanged.connect(self.typed)
        self.at.edited.connect(self.typed)
        self.log.clicked.connect(lambda: self.log_wanted.emit(self.draft()))
        self.no_answer.clicked.connect(lambda: self.log_wanted.emit(self.draft(Reached.NO_ANSWER)))

    def _lay_out(self) -> None:
        head, buttons = QHBoxLayout(), QHBoxLayout()
        head.addWidget(Label(self.tr("Log your contact with the LADO"), Voice.CARD_TITLE), 1)
        head.addWidget(self.number)
        buttons.setSpacing(10)
        buttons.addWidget(self.to_come)
        buttons.addStretch(1)
        buttons.addWidget(self.no_answer)
        buttons.addWidget(self.log)
        self.column.setSpacing(12)
        self.column.addLayout(head)
        self.column.addWidget(
            SideBySide(*(self.fields[name] for name in ("with_whom", "reached", "at")))
        )
        self.column.addWidget(self.fields["words"])
        self._lay_out_ticks()
        self.column.addWidget(self._may_they)
        self.column.addWidget(self.fields["late_why"])
        self.column.addLayout(buttons)

    def _lay_out_ticks(self) -> None:
        ticks = QVBoxLayout(self._may_they)
        ticks.setContentsMargins(0, 0, 0, 0)
        ticks.setSpacing(6)
        ticks.addWidget(Label(self._may_they.accessibleName(), Voice.STRONG))
        both = list(self.may.values())
        ticks.addWidget(SideBySide(*both[:2]))
        ticks.addWidget(SideBySide(*both[2:]))
        note = self.tr("What is not ticked goes on waiting.")
        ticks.addWidget(Label(note, Voice.META, Meaning.INK3))


def _place(held: Held) -> int:
    return list(Held).index(held)
