"""The last part of the form: what is asked when there is time, all of it listed until then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.concern_choices import ConcernSort, FourC, Parents
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.ui.concerns.injury_rows import InjuryRows
from dsl_desk.ui.concerns.open_choices import OneOf, SomeOf
from dsl_desk.ui.concerns.rows import PlanRows
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.kit.token import Chosen
from dsl_desk.ui.kit.token_field import TokenField
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.concern_draft import ConcernDraft
    from dsl_desk.ui.kit.token_field import Finder

_FEW = 2
_ONLINE = tuple(sort for sort in ConcernSort if sort.online)
_OFFLINE = tuple(sort for sort in ConcernSort if not sort.online)
_PARENTS = (Parents.TOLD, Parents.NOT_YET, Parents.NOT_TO_BE_TOLD)


class MorePart(QWidget):
    """Kinds, what was done, parents, siblings, the note, injuries, plans.

    Signals:
        edited(): somebody typed or chose.
    """

    edited = Signal()

    def __init__(self, finder: Finder | None) -> None:
        super().__init__()
        self.action = Lines(rows=_FEW)
        self.online = SomeOf(_ONLINE, self.tr("Kind of concern, online"))
        self.offline = SomeOf(_OFFLINE, self.tr("Kind of concern"))
        self.four_cs = SomeOf(tuple(FourC), self.tr("The four Cs"))
        self.parents = OneOf(_PARENTS, Parents.UNANSWERED, self.tr("Were the parents told?"))
        self.parents_why = Lines(rows=_FEW)
        self.siblings = TokenField((), finder)
        self.original = Line()
        self.injuries, self.plans = InjuryRows(), PlanRows()
        self.fields = self._fields()
        self._lay_out()
        for choices in (self.online, self.offline, self.four_cs, self.parents, self.siblings):
            choices.edited.connect(self.edited)
        for rows in (self.injuries, self.plans):
            rows.edited.connect(self.edited)
        self.original.textEdited.connect(self.edited)
        for lines in (self.action, self.parents_why):
            lines.textChanged.connect(self.edited)

    def draft_of(self) -> dict[str, object]:
        """Return the answers, by the names a draft has for them."""
        return {
            "action": self.action.text(),
            "sorts": (*self.online.answer(), *self.offline.answer()),
            "four_cs": self.four_cs.answer(),
            "parents": self.parents.answer(),
            "parents_why": self.parents_why.text(),
            "siblings": tuple(PersonRef(one.name, one.key) for one in self.siblings.people()),
            "original": self.original.text(),
            "injuries": self.injuries.answer(),
            "plans": self.plans.answer(),
        }

    def show_draft(self, draft: ConcernDraft) -> None:
        """Show answers; this is not typing."""
        for lines, text in ((self.action, draft.action), (self.parents_why, draft.parents_why)):
            lines.blockSignals(True)
            lines.setPlainText(text)
            lines.blockSignals(False)
        self.online.choose(draft.sorts)
        self.offline.choose(draft.sorts)
        self.four_cs.choose(draft.four_cs)
        self.parents.choose(draft.parents)
        self.siblings.show_people([Chosen(one.name, one.person) for one in draft.siblings])
        self.original.setText(draft.original)
        self.injuries.show_answer(draft.injuries)
        self.plans.show_answer(draft.plans)

    def _fields(self) -> dict[str, Field]:
        apart = self.tr("Each child's plan stands apart, also the plan for whoever did it.")
        return {
            "action": Field(self.tr("What was done at once?"), self.action),
            "sorts": Field(self.tr("What kind of concern is it, online?"), self.online),
            "offline": Field(self.tr("And at home, in school, anywhere else?"), self.offline),
            "four_cs": Field(self.tr("Which of the four Cs?"), self.four_cs),
            "parents": Field(self.tr("Were the parents told?"), self.parents),
            "parents_why": Field(self.tr("What was said, or why not"), self.parents_why),
            "siblings": Field(self.tr("Siblings to consider"), self.siblings),
            "original": Field(
                self.tr("The handwritten note"),
                self.original,
                self.tr("Keep it. Write down where it is kept."),
            ),
            "injuries": Field(
                self.tr("Injuries"),
                self.injuries,
                self.tr("In words on a body map, place by place. No photo."),
            ),
            "plans": Field(self.tr("Risk and plan for each child"), self.plans, apart),
        }

    def _lay_out(self) -> None:
        fields = self.fields
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(16)
        column.addWidget(Label(self.tr("More about it"), Voice.CARD_TITLE))
        for name in ("action", "sorts", "offline", "four_cs"):
            column.addWidget(fields[name])
        column.addWidget(SideBySide(fields["parents"], fields["parents_why"]))
        column.addWidget(SideBySide(fields["siblings"], fields["original"]))
        column.addWidget(fields["injuries"])
        column.addWidget(fields["plans"])
