"""The first question of a note: whether it is about an adult who works here, and about whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.drop import LeftAbout, Whom
from dsl_desk.domain.member import Role
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.choice_card import ChoiceCard
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.drop_route import Receivers
    from dsl_desk.domain.member import Member

# Asked for by their post where nobody of that post is a member here.
_BY_POST = (Role.HEAD, Role.CHAIR)


class WhomQuestion(QWidget):
    """Nobody is chosen beforehand. The answer decides who receives it, and is said in words.

    Signals:
        changed(): another answer.
    """

    changed = Signal()

    def __init__(self, members: Sequence[Member], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.child = ChoiceCard(
            self.tr("No, about a child"), self.tr("The safeguarding lead and the deputy open it")
        )
        self.adult = ChoiceCard(
            self.tr("Yes, about an adult"), self.tr("The headteacher opens it, or the chair")
        )
        self._group = QButtonGroup(self)
        cards = QWidget()
        row = QHBoxLayout(cards)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for card in (self.child, self.adult):
            self._group.addButton(card)
            card.clicked.connect(self._answered)
            row.addWidget(card, 1)
        cards.setFocusProxy(self.child)
        self.first = Field(self.tr("Is it about an adult who works here?"), cards)
        self._whoms, words = _choices(members)
        self.pick = Pick(words)
        self.who = Field(self.tr("Which adult?"), self.pick, self.tr("They will not receive it."))
        self._told = Label("", Voice.BODY, Meaning.INK2).wrapped()
        self.pick.currentIndexChanged.connect(lambda _at: self._answered())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self.first, self.who, self._told):
            column.addWidget(widget)
        self.who.hide()
        self._told.hide()

    def whom(self) -> Whom | None:
        """Return the answer; None while it is not complete."""
        if self.child.isChecked():
            return Whom(LeftAbout.CHILD)
        return self._whoms[self.pick.currentIndex()] if self.adult.isChecked() else None

    def show_receivers(self, receivers: Receivers) -> None:
        """Say who opens it, and that they do not know of it yet."""
        if self.whom() is None:
            self._told.hide()
            return
        self._told.say(self._sentence(receivers))
        self._told.show()

    def is_told(self) -> bool:
        """Tell whether it stands there who opens it."""
        return not self._told.isHidden() and bool(self._told.words)

    def mend(self) -> bool:
        """Ask for what is missing."""
        self._clear_errors()
        if self._group.checkedButton() is None:
            self.first.show_error(self.tr("Choose one: it decides who opens your note."))
            self.child.setFocus()
            return True
        if self.whom() is None:
            self.who.show_error(self.tr("Choose whom it is about, or somebody else."))
            self.pick.setFocus()
            return True
        return False

    def clear(self) -> None:
        """Forget the answer."""
        self._group.setExclusive(False)
        for card in (self.child, self.adult):
            card.setChecked(False)
        self._group.setExclusive(True)
        self.pick.setCurrentIndex(0)
        self.who.hide()
        self._told.hide()
        self._clear_errors()

    def _answered(self, *_which: object) -> None:
        self._clear_errors()
        self.who.setVisible(self.adult.isChecked())
        self.changed.emit()

    def _clear_errors(self) -> None:
        self.first.clear_error()
        self.who.clear_error()

    def _sentence(self, receivers: Receivers) -> str:
        if not receivers.names:
            return self.tr(
                "Nobody with a key here may receive this, so it cannot be left. Ring the LADO of "
                "your local authority yourself, now."
            )
        sealed = self.tr("Sealed for {who} alone.")
        if not receivers.alone:
            sealed = self.tr("Sealed to {who}, and kept with the school's safeguarding records.")
        told = self.tr("Nobody has been told yet: find them now, or ring.")
        return f"{sealed} {told}".replace("{who}", " and ".join(receivers.names))


def _choices(members: Sequence[Member]) -> tuple[list[Whom | None], list[str]]:
    whoms: list[Whom | None] = [None]
    words = ["Choose"]
    for member in members:
        whoms.append(Whom(LeftAbout.ADULT, member.id))
        words.append(f"{member.name}, {label(member.role)}")
    roles = {member.role for member in members}
    for role in _BY_POST:
        if role not in roles:
            whoms.append(Whom(LeftAbout.ADULT, post=role))
            words.append(f"The {label(role)[0].lower()}{label(role)[1:]}")
    whoms.append(Whom(LeftAbout.ADULT))
    words.append("Somebody else who works here")
    return whoms, words
