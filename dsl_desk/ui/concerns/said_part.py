"""The second part of the form: where online, the words, what the child wants, what we think."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.concern_parts import Online
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.side_by_side import SideBySide

if TYPE_CHECKING:
    from dsl_desk.domain.concern_draft import ConcernDraft

_ROWS = 4
_FEW = 2


class SaidPart(QWidget):
    """Words in serif are theirs; ours are in sans, and stand apart.

    Signals:
        edited(): somebody typed.
    """

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.platform = Line(example=self.tr("WhatsApp, Instagram; empty if not online"))
        self.account, self.group, self.address = Line(), Line(), Line()
        self.words = Lines(verbatim=True, rows=_ROWS)
        self.wishes = Lines(verbatim=True, rows=_FEW)
        self.view = Lines(rows=_FEW)
        apart = self.tr("(kept apart from the facts)")
        self.fields = {
            "platform": Field(self.tr("Where online?"), self.platform),
            "group": Field(self.tr("Group or chat"), self.group),
            "account": Field(self.tr("Account"), self.account),
            "address": Field(self.tr("Web address"), self.address),
            "words": Field(
                self.tr("What was said or posted, word for word"),
                self.words,
                self.tr("Put the exact words in quotation marks. Your own view does not go here."),
            ),
            "wishes": Field(self.tr("What the child said they want to happen"), self.wishes),
            "view": Field(self.tr("What you think"), self.view, optional=apart),
        }
        self.words.setObjectName("concern-words")
        for line in (self.platform, self.account, self.group, self.address):
            line.textEdited.connect(self.edited)
        for lines in (self.words, self.wishes, self.view):
            lines.textChanged.connect(self.edited)
        self._lay_out()

    def put_hint(self, hint: QWidget) -> None:
        """Put a hint under where it happened online."""
        self._column.insertWidget(self._column.indexOf(self._online) + 1, hint)

    def draft_of(self) -> dict[str, object]:
        """Return the answers, by the names a draft has for them."""
        online = Online(
            self.platform.text(), self.account.text(), self.group.text(), self.address.text()
        )
        return {
            "online": online,
            "words": self.words.text(),
            "wishes": self.wishes.text(),
            "view": self.view.text(),
        }

    def show_draft(self, draft: ConcernDraft) -> None:
        """Show answers; this is not typing."""
        self.platform.setText(draft.online.platform)
        self.account.setText(draft.online.account)
        self.group.setText(draft.online.group)
        self.address.setText(draft.online.address)
        texts = ((self.words, draft.words), (self.wishes, draft.wishes), (self.view, draft.view))
        for lines, text in texts:
            lines.blockSignals(True)
            lines.setPlainText(text)
            lines.blockSignals(False)

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        self._online = SideBySide(self.fields["platform"], self.fields["group"])
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.fields["words"])
        column.addWidget(SideBySide(self.fields["wishes"], self.fields["view"]))
        column.addWidget(self._online)
        column.addWidget(SideBySide(self.fields["account"], self.fields["address"]))
