"""The form of a viewing decision: passive. What was decided says which questions are asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.viewing import (
    ADVICE_FIRST_FOR,
    Look,
    ViewingDraft,
)
from dsl_desk.domain.viewing_answers import LIMITS, QUESTIONS
from dsl_desk.domain.words import label
from dsl_desk.ui.evidence.answers import advice_on
from dsl_desk.ui.evidence.viewing_clauses import cite
from dsl_desk.ui.evidence.viewing_notes import ViewingNotes
from dsl_desk.ui.evidence.viewing_rows import (
    AGAIN,
    AUTHORITIES,
    HINTS,
    LINES,
    NOT_TO_LOOK,
    NOTES,
    OPEN,
    PICKS,
    ROWS,
    STANDS,
    URGENT,
    question_of,
)
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.kit.day_time import DayTime
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.segmented import Segmented
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.kit.token import Chosen
from dsl_desk.ui.kit.token_field import TokenField

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.errors import Problem
    from dsl_desk.domain.member import Member
    from dsl_desk.domain.viewing_rules import ViewingRules
    from dsl_desk.ui.kit.bottom_bar import NeedsLook
    from dsl_desk.ui.kit.token_field import Finder

LOOKS: Final = (Look.LOOK, Look.URGENT, Look.NOT_TO_LOOK)
_END_OF_DAY: Final = "17:00"  # until the calendar of the school is read
_DAY: Final = len("2026-11-19")
_SECOND: Final = 2


class ViewingForm(QWidget):
    """A decision. `of` is what was written before: then the reason is asked for too.

    Signals:
        typed(): somebody typed or chose.
        owner_changed(): whose account it is was changed: count the looks anew.
    """

    typed = Signal()
    owner_changed = Signal()

    def __init__(
        self,
        clock: Clock,
        members: Sequence[Member],
        finder: Finder | None = None,
        of: ViewingDraft | None = None,
    ) -> None:
        super().__init__()
        self._clock, self._members, self._of = clock, members, of
        self._nth = 1
        self.look = Segmented(
            [label(Look.LOOK), self.tr("Look at once"), self.tr("Do not look")],
            self.tr("What is decided?"),
            ticked=True,
        )
        self.whose = TokenField((), finder)
        self.picks = {name: Pick([label(each) for each in some]) for name, some in PICKS.items()}
        self.picks["authority"] = Pick([label(each) for each in AUTHORITIES])
        self.picks["looker"] = Pick([member.name for member in members])
        self.lines = {name: Line() for name in LINES}
        self.notes = {name: Lines(rows=2) for name in NOTES}
        self.times = {
            name: DayTime(lambda: clock.now().date(), QUESTIONS[name])
            for name in ("starts", "ends")
        }
        self.limits = {name: Tick(words) for name, words in LIMITS.items()}
        self.reason = Line()
        self.said = ViewingNotes()
        self.fields = self._make_fields()
        self._lay_out()
        self._begin()
        if of is not None:
            self.show_draft(of)
        self._reshape()
        self._listen()

    def decided(self) -> Look:
        """Return what is decided, as it stands."""
        return LOOKS[self.look.choice()]

    def draft(self) -> ViewingDraft:
        """Return what stands in the form; what is not asked is left as it was."""
        before = self._of or ViewingDraft()
        member = self._members[self.picks["looker"].currentIndex()]
        looks = self.decided() is not Look.NOT_TO_LOOK
        return replace(
            before,
            look=self.decided(),
            whose=self._owner(),
            stands=STANDS[self.picks["stands"].currentIndex()],
            open_to_all=OPEN[self.picks["open_to_all"].currentIndex()],
            authority=AUTHORITIES[self.picks["authority"].currentIndex()],
            looker=PersonRef(member.name) if looks else PersonRef(""),
            looker_member=member.id if looks else "",
            starts=self.times["starts"].at() if looks else "",
            ends=self.times["ends"].at() if looks else "",
            **self._typed(),
        )

    def _typed(self) -> dict[str, Any]:
        """Return lines, notes and ticks by the names they have in the draft."""
        return {
            **{name: line.text().strip() for name, line in self.lines.items()},
            **{name: lines.text().strip() for name, lines in self.notes.items()},
            **{name: tick.isChecked() for name, tick in self.limits.items()},
        }

    def show_draft(self, draft: ViewingDraft) -> None:
        """Show what was written before; this is not typing."""
        self.look.choose(LOOKS.index(draft.look))
        self.whose.show_people([Chosen(draft.whose.name, draft.whose.person)])
        for name, some in (*PICKS.items(), ("authority", AUTHORITIES)):
            self.picks[name].setCurrentIndex(list(some).index(getattr(draft, name)))
        ids = [str(member.id) for member in self._members]
        if draft.looker_member in ids:
            self.picks["looker"].setCurrentIndex(ids.index(draft.looker_member))
        for name, line in self.lines.items():
            line.setText(getattr(draft, name))
        for name, lines in self.notes.items():
            lines.setPlainText(getattr(draft, name))
        for name, tick in self.limits.items():
            tick.setChecked(getattr(draft, name))
        for name, time in self.times.items():
            time.show_at(getattr(draft, name))
        self.show_nth(draft.nth)

    def show_school(self, rules: ViewingRules, hour: str) -> None:
        """Show what the policy asks; unless somebody typed, let it end with the school day."""
        self.said.show_rules(rules)
        cite(self.fields, rules)
        if self._of is None and self.times["ends"].at() == self._end_at(_END_OF_DAY):
            self.times["ends"].show_at(self._end_at(hour))

    def show_nth(self, nth: int) -> None:
        """Ask about surveillance from the second look at somebody on."""
        self._nth = nth
        self.said.show_nth(nth)
        self._reshape()

    def kept(self) -> Mapping[str, str]:
        """Return what stands in the form, to be sealed."""
        owner = self._owner()
        return {
            **{name: line.text() for name, line in self.lines.items()},
            **{name: lines.text() for name, lines in self.notes.items()},
            **{name: str(pick.currentIndex()) for name, pick in self.picks.items()},
            **{name: time.typed() for name, time in self.times.items()},
            **{name: "1" if tick.isChecked() else "" for name, tick in self.limits.items()},
            "look": str(self.look.choice()),
            "whose": owner.name,
            "person": owner.person,
            "reason": self.reason.text(),
        }

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before; this is not typing."""
        self.blockSignals(True)
        for name, line in self.lines.items():
            line.setText(fields.get(name, ""))
        for name, lines in self.notes.items():
            lines.setPlainText(fields.get(name, ""))
        for name, pick in self.picks.items():
            pick.setCurrentIndex(int(fields.get(name, "0")))
        for name, time in self.times.items():
            time.bring_back(fields.get(name, ""))
        for name, tick in self.limits.items():
            tick.setChecked(bool(fields.get(name)))
        self.look.choose(int(fields.get("look", "0")))
        if fields.get("whose"):
            self.whose.show_people([Chosen(fields["whose"], fields.get("person", ""))])
        self.reason.setText(fields.get("reason", ""))
        self.blockSignals(False)
        self._reshape()

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show each problem beside its field; return them in reading order, for the bar."""
        ticks = [each for each in problems if each.field in LIMITS]
        self.said.show_limits(advice_on(ticks[0]) if ticks else "")
        order = {name: self.fields[name] for row in ROWS for name in row if name in self.fields}
        return [*show_beside(order, problems, advice_on), *self.said.wrong(self.limits)]

    def go(self) -> None:
        """Put the focus where one begins."""
        self.fields["whose"].go()

    def _owner(self) -> PersonRef:
        people = self.whose.people()
        return PersonRef(people[0].name, people[0].key) if people else PersonRef("")

    def _begin(self) -> None:
        self.times["starts"].show_at(wall_clock(self._clock.now()))
        self.times["ends"].show_at(self._end_at(_END_OF_DAY))

    def _end_at(self, hour: str) -> str:
        return f"{wall_clock(self._clock.now())[:_DAY]}T{hour}"

    def _asked(self) -> frozenset[str]:
        stands = STANDS[self.picks["stands"].currentIndex()]
        look = self.decided()
        every = frozenset({*self.fields, "limits"}) - AGAIN - {"advice", "reason"}
        asked = {Look.LOOK: every, Look.URGENT: URGENT, Look.NOT_TO_LOOK: NOT_TO_LOOK}[look]
        if look is not Look.NOT_TO_LOOK:
            asked |= {"advice"} if stands in ADVICE_FIRST_FOR else set()
            asked |= AGAIN if self._nth >= _SECOND else set()
        return asked | ({"reason"} if self._of is not None else set())

    def _reshape(self) -> None:
        asked = self._asked()
        for row, widget in zip(ROWS, self._rows, strict=True):
            widget.setVisible(any(name in asked for name in row))
            for name in row:
                if name in self.fields:
                    self.fields[name].setVisible(name in asked)
        self.said.show_look(self.decided())

    def _listen(self) -> None:
        for line in (*self.lines.values(), self.reason):
            line.textEdited.connect(self.typed)
        for lines in self.notes.values():
            lines.textChanged.connect(self.typed)
        for time in self.times.values():
            time.edited.connect(self.typed)
        for tick in self.limits.values():
            tick.clicked.connect(self.typed)
        for pick in self.picks.values():
            pick.activated.connect(self._chosen)
        self.look.chosen.connect(self._chosen)
        self.whose.edited.connect(self.typed)
        self.whose.edited.connect(self.owner_changed)
        self.lines["handle"].editingFinished.connect(self.owner_changed)

    def _chosen(self) -> None:
        self._reshape()
        self.typed.emit()

    def _make_fields(self) -> dict[str, Field]:
        controls: dict[str, QWidget] = {
            "whose": self.whose,
            **self.picks,
            **self.lines,
            **self.notes,
            **self.times,
        }
        fields = {
            name: Field(question_of(name), control, HINTS.get(name, ""))
            for name, control in controls.items()
        }
        fields["reason"] = Field(self.tr("Why does this change?"), self.reason)
        for name, control in controls.items():
            if control is not self.whose:  # its own name is what its edge is drawn by
                control.setObjectName(f"viewing-{name.replace('_', '-')}")
        return fields

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.look)
        column.addWidget(self.said)
        self._rows: list[QWidget] = []
        for row in ROWS:
            beside = SideBySide(*(self.fields[name] for name in row if name in self.fields))
            widget = self.said.limits_of(self.limits) if row == ("limits",) else beside
            self._rows.append(widget)
            column.addWidget(widget)
