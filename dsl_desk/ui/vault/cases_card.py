"""Your sealed cases: those you hold, and nothing that tells of any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.words import label
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.chip import Status, StatusChip
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.vault.card_head import CardHead, Fact

if TYPE_CHECKING:
    from dsl_desk.domain.case import CaseView
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.ui.vault.means import Means

_KILOBYTE = 1000


class CasesCard(Card):
    """Hidden from whoever holds no case: an empty card would tell that there are such things."""

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        head = CardHead(self.tr("Your sealed cases"))
        head.put_right(StatusChip(Status.SEALED))
        self.column.addWidget(head)
        self.notice = FailureNotice()
        self.column.addWidget(self.notice)
        self.facts: list[Fact] = []
        self.hide()

    def read_again(self) -> None:
        """Read the cases somebody holds."""
        self._means.worker.ask(self, lambda desk: desk.cases.mine(), self._show, self._fail)

    def _show(self, cases: tuple[CaseView, ...]) -> None:
        self.notice.clear()
        for fact in self.facts:
            self.column.removeWidget(fact)
            fact.deleteLater()
        self.facts = []
        for case in cases:
            fact = Fact(IconView(Icon.SHIELD_BAN, Meaning.SEAL))
            notes = "1 note" if len(case.notes) == 1 else f"{len(case.notes)} notes"
            room = f"{case.room // _KILOBYTE:,} kB of room left"
            fact.say(f"About {case.about}", f"{label(case.row)}. {notes}, {room}.")
            self.column.addWidget(fact)
            self.facts.append(fact)
        self.setVisible(bool(cases))

    def _fail(self, error: DeskError) -> None:
        self.show()
        self.notice.show_failure(error)
