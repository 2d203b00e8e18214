"""For whom a paper is made, and why. Passive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.leaving import Recipient, RecipientSort
from dsl_desk.domain.words import label
from dsl_desk.ui.forms.name_line import NameLine
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.side_by_side import SideBySide

if TYPE_CHECKING:
    from collections.abc import Mapping

SORTS: Final = tuple(RecipientSort)


class WhomStep(QWidget):
    """What they are, who they are, where they work, and what it is for.

    Signals:
        find_wanted(NameLine, str): who fits these words?
        sort_chosen(): another kind of recipient was chosen.
    """

    find_wanted = Signal(object, str)
    sort_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sort = Pick([self.tr("Choose"), *(label(one) for one in SORTS)])
        self.who = NameLine()
        self.who.setObjectName("recipient")
        self.organisation = Line()
        self.purpose = Lines(rows=2)
        self.who.find_wanted.connect(lambda words: self.find_wanted.emit(self.who, words))
        self.sort.activated.connect(self.sort_chosen)
        works = self.tr("Where they work")
        self.fields: Mapping[str, Field] = {
            "sort": Field(self.tr("For whom is it?"), self.sort),
            "who": Field(self.tr("Their name"), self.who),
            "organisation": Field(works, self.organisation, "", self.tr("(optional)")),
            "purpose": Field(
                self.tr("What is it for?"),
                self.purpose,
                self.tr("It is written down beside the copy, and nobody can change it later."),
            ),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        column.addWidget(self.fields["sort"])
        column.addWidget(SideBySide(self.fields["who"], self.fields["organisation"]))
        column.addWidget(self.fields["purpose"])

    def show_recipient(self, recipient: Recipient) -> None:
        """Show for whom it is, where the record itself says so."""
        if recipient.sort is not None and self.sort.currentIndex() == 0:
            self.sort.setCurrentIndex(SORTS.index(recipient.sort) + 1)
            self.who.show_ref(recipient.who)
            self.organisation.setText(recipient.organisation)

    def recipient(self) -> Recipient:
        """Return for whom it is."""
        at = self.sort.currentIndex() - 1
        sort = SORTS[at] if at >= 0 else None
        return Recipient(sort, self.who.ref(), self.organisation.text().strip())
