"""A line for a name: it offers who is known by what is typed, and keeps whom was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtWidgets import QCompleter

from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.people.told import who_it_is

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.person import PersonRow


class NameLine(Line):
    """Whoever is not offered is written as they are called: not everybody has a record.

    Signals:
        find_wanted(str): who fits these words?
    """

    find_wanted = Signal(str)

    def __init__(self, ref: PersonRef | None = None) -> None:
        super().__init__(ref.name if ref else "")
        self._person = ref.person if ref else ""
        self._found: tuple[PersonRow, ...] = ()
        self._offers = QStringListModel(self)
        offering = QCompleter(self._offers, self)
        offering.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCompleter(offering)
        offering.activated.connect(self._choose)
        self.textEdited.connect(self._ask)

    def ref(self) -> PersonRef:
        """Return who stands here."""
        return PersonRef(self.text().strip(), self._person)

    def show_found(self, words: str, found: Sequence[PersonRow]) -> None:
        """Offer these, if the words they were found by still stand here."""
        if words == self.text():
            self._found = tuple(found)
            self._offers.setStringList([who_it_is(row) for row in found])
            if found and self.hasFocus():
                self.completer().complete()

    def _ask(self, words: str) -> None:
        self._person = ""
        self.find_wanted.emit(words)

    def _choose(self, offer: str) -> None:
        for row in self._found:
            if who_it_is(row) == offer:
                self._person = row.id
                self.setText(row.name)
