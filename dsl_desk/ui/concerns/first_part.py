"""The first part of the form: what it is about, who, who told us, when, are they safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.concern_choices import About, Involvement, SafeNow
from dsl_desk.domain.concern_parts import Involved, Teller
from dsl_desk.domain.lateness import late_in_words
from dsl_desk.domain.moments import HowSure, Moment
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.words import label
from dsl_desk.ui.concerns.open_choices import OneOf
from dsl_desk.ui.kit.day_time import DayTime
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.segmented import Segmented
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.kit.token import Chosen
from dsl_desk.ui.kit.token_field import TokenField
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from dsl_desk.domain.concern_draft import ConcernDraft
    from dsl_desk.ui.kit.token_field import Finder

ROLES = tuple(Involvement)
_ABOUT = tuple(About)
_SURE = tuple(HowSure)
_SURE_WIDTH = 124
_SAFE = (SafeNow.YES, SafeNow.NO, SafeNow.NOT_KNOWN)


class FirstPart(QWidget):
    """All that is needed but the words.

    Signals:
        edited(): somebody typed or chose.
        about_changed(): it is about something else now.
    """

    edited = Signal()
    about_changed = Signal()

    def __init__(self, today: Callable[[], date], finder: Finder | None) -> None:
        super().__init__()
        self.about = Segmented(
            [label(about) for about in About], self.tr("What is it about?"), ticked=True
        )
        self.people = TokenField([label(role) for role in ROLES], finder)
        self.told_by = TokenField((), finder)
        self.rather_not = Tick(self.tr("They would rather not be named"))
        self.happened = DayTime(today, self.tr("When did it happen?"))
        self.sure = Pick([label(sure) for sure in _SURE], self.tr("How sure is that?"))
        self.told_at = DayTime(today, self.tr("When were you told?"))
        self.late = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self._today = today
        self.safe = OneOf(_SAFE, SafeNow.UNANSWERED, self.tr("Is everybody safe now?"))
        self.fields = {
            "people": Field(self.tr("Who is it about?"), self.people),
            "told_by": Field(self.tr("Who told you?"), self._teller()),
            "happened": Field(self.tr("When did it happen?"), self._when()),
            "told_at": Field(self.tr("When were you told?"), self._told()),
            "safe_now": Field(self.tr("Is everybody safe now?"), self.safe),
        }
        self._name()
        self._lay_out()
        self.about.chosen.connect(self._change_about)
        for control in (self.people, self.told_by, self.happened, self.told_at, self.safe):
            control.edited.connect(self.edited)
        self.told_at.edited.connect(self._say_how_late)
        self._say_how_late()
        self.rather_not.clicked.connect(self.edited)
        self.sure.activated.connect(self.edited)

    def draft_of(self) -> dict[str, object]:
        """Return the answers, by the names a draft has for them."""
        tellers = self.told_by.people()
        first = tellers[0] if tellers else Chosen("")
        names = " and ".join(one.name for one in tellers)
        at = self.happened.at()
        return {
            "about": _ABOUT[self.about.choice()],
            "people": tuple(
                Involved(PersonRef(one.name, one.key), ROLES[one.role])
                for one in self.people.people()
            ),
            "told_by": Teller(names, first.key, self.rather_not.isChecked()),
            "happened": Moment(at, _SURE[self.sure.currentIndex()]),
            "told_at": self.told_at.at(),
            "safe_now": self.safe.answer(),
        }

    def show_draft(self, draft: ConcernDraft) -> None:
        """Show answers; this is not typing."""
        self.about.choose(_ABOUT.index(draft.about))
        self.people.show_people(
            [Chosen(one.who.name, one.who.person, ROLES.index(one.role)) for one in draft.people]
        )
        teller = draft.told_by
        self.told_by.show_people([Chosen(teller.name, teller.person)] if teller.name else [])
        self.rather_not.setChecked(teller.rather_not)
        self.happened.show_at(draft.happened.at)
        self.sure.setCurrentIndex(_SURE.index(draft.happened.how_sure))
        self.told_at.show_at(draft.told_at)
        self._say_how_late()
        self.safe.choose(draft.safe_now)

    def _change_about(self, _number: int) -> None:
        adult = _ABOUT[self.about.choice()] is About.ADULT
        usual = Involvement.SAID_TO_HAVE_DONE_IT if adult else Involvement.AFFECTED
        self.people.usual = ROLES.index(usual)
        self.about_changed.emit()
        self.edited.emit()

    def _say_how_late(self) -> None:
        late = late_in_words(self.told_at.at(), self._today())
        self.late.say(late)
        self.late.setVisible(bool(late))

    def _told(self) -> QWidget:
        around = QWidget()
        column = QVBoxLayout(around)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.told_at)
        column.addWidget(self.late)
        around.setFocusProxy(self.told_at.day)
        return around

    def _teller(self) -> QWidget:
        around = QWidget()
        column = QVBoxLayout(around)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.told_by)
        column.addWidget(self.rather_not)
        around.setFocusProxy(self.told_by.line)
        return around

    def _when(self) -> QWidget:
        around = QWidget()
        row = QHBoxLayout(around)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.happened, 1)
        self.sure.setFixedWidth(theme().px(_SURE_WIDTH))
        row.addWidget(self.sure)
        around.setFocusProxy(self.happened.day)
        return around

    def _name(self) -> None:
        self.people.line.setObjectName("concern-people")
        self.people.line.setPlaceholderText(self.tr("A name"))
        self.told_by.line.setObjectName("concern-told-by")
        self.told_by.line.setPlaceholderText(self.tr("A name"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.about)
        column.addWidget(SideBySide(self.fields["people"], self.fields["told_by"]))
        column.addWidget(SideBySide(self.fields["happened"], self.fields["told_at"]))
        column.addWidget(self.fields["safe_now"])
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(IconView(Icon.PHONE_OUTGOING, Meaning.RED, 16))
        words = self.tr("Somebody in danger now? Ring 999 first, then write.")
        line.addWidget(Label(words, Voice.STRONG, Meaning.RED).wrapped(), 1)
        column.addLayout(line)
