"""The panel at the right of a form: what the policy asks of what is being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.ui.forms.policy_panel import PolicyPanel
from dsl_desk.ui.kit.folded_panel import FoldedPanel
from dsl_desk.ui.kit.side_panel import SidePanel

if TYPE_CHECKING:
    from dsl_desk.ui.forms.policy_panel import Speaks


class PolicyBeside(SidePanel):
    """The duties with their clauses; in a narrow window one line, and the rest at F6."""

    def __init__(self) -> None:
        body = QWidget()
        super().__init__("What your policy asks now", "It changes as you fill in the form", body)
        self.policy = PolicyPanel()
        self.folded = FoldedPanel()
        self.folded.say(self.tr("What your policy asks"), self.tr("Read when the form is open"))
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 16)
        column.addWidget(self.policy)
        column.addStretch(1)

    def show_asked(self, speaks: Speaks) -> None:
        """Show what is asked, and say in one line what a narrow window has no room for."""
        self.policy.show_asked(speaks)
        if speaks.asked:
            self.folded.say(speaks.now(), f"First: {self.policy.items[0].title}")
        else:
            self.folded.say(self.tr("Your policy asks nothing of this yet."))
