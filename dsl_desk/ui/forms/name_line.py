"""A line for a name: it offers who is known by what is typed, and keeps whom was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter

from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.ui.forms.told import who_it_is
from dsl_desk.ui.kit.line import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.person import PersonRow

_NAME = Qt.ItemDataRole.UserRole
_PERSON = Qt.ItemDataRole.UserRole + 1


class NameLine(Line):
    """Whoever is not offered is written as they are called: not everybody has a record.

    Signals:
        find_wanted(str): who fits these words?
        chosen(): somebody was taken out of the list.
    """

    find_wanted = Signal(str)
    chosen = Signal()

    def __init__(self, ref: PersonRef | None = None) -> None:
        super().__init__(ref.name if ref else "")
        self._person = ref.person if ref else ""
        self.offers = QStandardItemModel(self)
        offering = QCompleter(self.offers, self)
        offering.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCompleter(offering)
        offering.setCompletionRole(_NAME)  # what is put into the line; the list says more
        offering.activated[QModelIndex].connect(self._choose)  # type: ignore[index] # the stubs know one overload
        self.textEdited.connect(self._ask)

    def ref(self) -> PersonRef:
        """Return who stands here."""
        return PersonRef(self.text().strip(), self._person)

    def show_ref(self, ref: PersonRef) -> None:
        """Show somebody; this is not typing."""
        self.setText(ref.name)
        self._person = ref.person

    def show_found(self, words: str, found: Sequence[PersonRow]) -> None:
        """Offer these, if the words they were found by still stand here."""
        if words == self.text():
            self.offers.clear()
            for row in found:
                offer = QStandardItem(who_it_is(row))
                offer.setData(row.name, _NAME)
                offer.setData(row.id, _PERSON)
                self.offers.appendRow(offer)
            if found and self.hasFocus():
                self.completer().complete()

    def _ask(self, words: str) -> None:
        self._person = ""
        self.find_wanted.emit(words)

    def _choose(self, offer: QModelIndex) -> None:
        self._person = offer.data(_PERSON)
        self.setText(offer.data(_NAME))
        self.chosen.emit()
