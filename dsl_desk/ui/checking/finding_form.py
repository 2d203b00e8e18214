"""The finding: each entry that was drawn, what was found, what shall change, the passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.registers.blank import Blank, BlankSort, Choice
from dsl_desk.domain.termly_check import FindingDraft, Found, Looked
from dsl_desk.domain.words import label
from dsl_desk.ui.checking.sample_card import words_of_entry
from dsl_desk.ui.forms.blanks_form import BlanksForm
from dsl_desk.ui.kit.bottom_bar import NeedsLook
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.passphrase import PassphraseLine

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from dsl_desk.domain.checking_a_term import Sampled
    from dsl_desk.domain.errors import Problem

_CHOICES: Final = tuple(Choice(one.value, label(one)) for one in Found)
_ALL: Final = (
    Blank(
        "found",
        "What did you find?",
        BlankSort.LINES,
        "Who was acted for and how soon, whether reasons are written, whether the voice of the "
        "child is in it, who was told.",
        needed=True,
    ),
    Blank(
        "change",
        "What shall change, and who sees to it?",
        BlankSort.LINES,
        "Needed where an entry is not in order.",
    ),
    Blank("change_by", "Until when?", BlankSort.DAY),
)
_SAID: Final = {
    "missing": "Type your passphrase to sign.",
    "wrong": "That passphrase does not open the vault. Check Caps Lock.",
}
SIGNED_WITH: Final = "passphrase"


class FindingForm(QWidget):
    """Never keeps the passphrase with the draft.

    Signals:
        typed(): somebody typed or chose.
    """

    typed = Signal()

    def __init__(self, sample: Sequence[Sampled], today: Callable[[], date]) -> None:
        super().__init__()
        self._sample = tuple(sample)
        self.blanks = BlanksForm((*_of_entries(self._sample), *_ALL), today)
        self.blanks.typed.connect(self.typed)
        self.passphrase = PassphraseLine()
        self.field = Field(self.tr("Your passphrase, to sign"), self.passphrase)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.blanks)
        column.addWidget(self.field)

    def finding(self) -> FindingDraft:
        """Return what was found."""
        said = self.blanks.answers()
        looked = tuple(
            Looked(
                one.record,
                one.version,
                Found(said[f"found_{number}"]) if said[f"found_{number}"] else None,
                said[f"note_{number}"],
            )
            for number, one in enumerate(self._sample)
        )
        return FindingDraft(looked, said["found"], said["change"], said["change_by"])

    def kept(self) -> Mapping[str, str]:
        """Return what stands in the form, to be sealed; never the passphrase."""
        return self.blanks.kept()

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        self.blanks.fill(fields)

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show each problem beside its field."""
        mine = [one for one in problems if one.field == SIGNED_WITH]
        wrong = self.blanks.show_problems([one for one in problems if one.field != SIGNED_WITH])
        self.field.clear_error()
        for one in mine:
            self.field.show_error(_SAID[one.code])
            wrong.append(NeedsLook(self.field.label, self.field.control))
        return wrong

    def go(self) -> None:
        """Put the focus where one begins."""
        self.blanks.go()


def _of_entries(sample: Sequence[Sampled]) -> list[Blank]:
    blanks = []
    for number, one in enumerate(sample):
        title = f"{number + 1}. {words_of_entry(one)}"
        blanks += [
            Blank(f"found_{number}", title, BlankSort.CHOICE, needed=True, choices=_CHOICES),
            Blank(f"note_{number}", f"What is to be said about entry {number + 1}?"),
        ]
    return blanks
