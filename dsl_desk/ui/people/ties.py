"""A list of people that grows and shrinks: contacts, siblings, who lives there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.child_file import Contact, Tie
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.ui.forms.name_line import NameLine
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind, Size
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from collections.abc import Sequence


class TieRow(QWidget):
    """One person of a list: a name, a relation, and for contacts a telephone and a tick.

    Signals:
        typed(): something in it changed.
        gone(): it is to be taken away.
    """

    typed = Signal()
    gone = Signal()

    def __init__(self, contact: Contact, of: str, *, rung: bool, told: str = "") -> None:
        super().__init__()
        self.name = NameLine(contact.who)
        self.relation = Line(contact.relation, told or self.tr("Mother, brother …"))
        self.phone = Line(contact.phone, self.tr("Telephone"))
        self.responsible = Tick(self.tr("Has parental responsibility"))
        self.responsible.setChecked(contact.responsible)
        self.remove = Button(self.tr("Take away"), Kind.QUIET).sized(Size.SMALL)
        beside = "reason" if told else "relation"
        spoken = {self.name: "name", self.relation: beside, self.phone: "telephone"}
        for line, what in spoken.items():
            line.setAccessibleName(f"{of}, {what}")
            line.textEdited.connect(self.typed)
            line.setCursorPosition(0)
        self.responsible.toggled.connect(self.typed)
        self.remove.clicked.connect(self.gone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, 3)
        row.addWidget(self.relation, 2)
        if rung:
            row.addWidget(self.phone, 2)
        row.addWidget(self.remove)
        column.addLayout(row)
        if rung:
            column.addWidget(self.responsible, 0, Qt.AlignmentFlag.AlignLeft)

    def contact(self) -> Contact:
        """Return who stands in it."""
        return Contact(
            self.name.ref(),
            self.relation.text().strip(),
            self.phone.text().strip(),
            responsible=self.responsible.isChecked(),
        )


class Ties(QWidget):
    """The rows, and a button for one more.

    Signals:
        typed(): something in it changed.
        find_wanted(NameLine, str): who fits these words?
    """

    typed = Signal()
    find_wanted = Signal(object, str)

    def __init__(self, of: str, more: str, *, rung: bool = False, told: str = "") -> None:
        super().__init__()
        self._of, self._rung, self._told = of, rung, told
        self.rows: list[TieRow] = []
        self.more = Button(more, Kind.QUIET, Icon.PLUS).sized(Size.SMALL)
        self.more.clicked.connect(self._add_empty)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.more)

    def contacts(self) -> tuple[Contact, ...]:
        """Return everybody who stands in the list."""
        return tuple(row.contact() for row in self.rows)

    def ties(self) -> tuple[Tie, ...]:
        """Return everybody, without telephones."""
        return tuple(Tie(each.who, each.relation) for each in self.contacts())

    def show_list(self, contacts: Sequence[Contact | Tie]) -> None:
        """Show these in the place of those that stand here."""
        for row in tuple(self.rows):
            self._take_away(row)
        for each in contacts:
            whole = each if isinstance(each, Contact) else Contact(each.who, each.relation)
            self._add(whole)

    def kept(self) -> str:
        """Return the list as text, to be sealed."""
        return json.dumps(
            [
                [each.who.name, each.who.person, each.relation, each.phone, each.responsible]
                for each in self.contacts()
            ]
        )

    def fill(self, kept: str) -> None:
        """Put a list back that was sealed."""
        self.show_list(
            [
                Contact(PersonRef(name, person), relation, phone, responsible=responsible)
                for name, person, relation, phone, responsible in json.loads(kept or "[]")
            ]
        )

    def _add_empty(self) -> None:
        self._add(Contact(PersonRef(""))).name.setFocus()
        self.typed.emit()

    def _add(self, contact: Contact) -> TieRow:
        row = TieRow(contact, self._of, rung=self._rung, told=self._told)
        row.typed.connect(self.typed)
        row.gone.connect(lambda: self._remove(row))
        row.name.find_wanted.connect(lambda words: self.find_wanted.emit(row.name, words))
        self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)
        return row

    def _remove(self, row: TieRow) -> None:
        self._take_away(row)
        self.more.setFocus()
        self.typed.emit()

    def _take_away(self, row: TieRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
