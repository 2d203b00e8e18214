"""What the school's policy asks of an entry, beside what stands in it: passive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.ui.forms.policy_panel import PolicyPanel, Speaks, slips_of
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.registers.register import RegisterDraft
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.work.worker import Worker


class AskedCard(Card):
    """Asks for itself; hidden where nothing is asked."""

    def __init__(self, worker: Worker[Desk], draft: RegisterDraft) -> None:
        super().__init__()
        self.panel = PolicyPanel()
        self.column.addWidget(Label(self.tr("What the policy asks"), Voice.CARD_TITLE))
        self.column.addWidget(self.panel)
        self.hide()
        worker.ask(self, lambda desk: _speaks(desk, draft), self._show)

    def _show(self, speaks: Speaks) -> None:
        self.panel.show_asked(speaks)
        self.setVisible(bool(speaks.asked))


def _speaks(desk: Desk, draft: RegisterDraft) -> Speaks:
    asked = desk.registers.asked(draft)
    return Speaks(asked, slips_of(asked), policy=desk.policy.mark().words())
