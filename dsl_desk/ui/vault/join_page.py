"""Bringing two copies together: what would come in, and then its coming in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.dates import in_row
from dsl_desk.domain.words import label
from dsl_desk.ui.forms.long_work import LongWork
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice
from dsl_desk.ui.vault.card_head import CardHead, Fact

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.services.joining import Incoming, Joined
    from dsl_desk.ui.vault.means import Means

_WIDEST = 720
_NAMED = 8


class JoinPage(Page):
    """Choose the other copy, read what would come in, bring it in."""

    def __init__(self, means: Means) -> None:
        super().__init__("Bring two copies together")
        self._means = means
        self._folder: Path | None = None
        subtitle = self.tr("For a vault that went on in two places; nobody's entry is lost")
        self.header = PageHeader(self.title, subtitle)
        self.lead = Label(
            self.tr(
                "Choose the folder of the other copy: a backup made on the other laptop, or a "
                "vault that was kept aside. It is only read. Nothing comes in before you have "
                "seen what it is."
            ),
            Voice.BODY,
            Meaning.INK2,
        ).wrapped()
        self.choose = Button(self.tr("Choose the other copy"), icon=Icon.HARD_DRIVE)
        self.choose.clicked.connect(self._choose)
        self.preview = Card()
        self._facts = QVBoxLayout()
        self.facts: list[Fact] = []
        self.bring = Button(self.tr("Bring them together"), Kind.PRIMARY)
        self.bring.clicked.connect(self.finish)
        self._work = LongWork(self, self.tr("Stop"), self.bring.rest)
        self.notice, self.result = self._work.notice, self._work.result
        self.progress = self._work.progress
        self._lay_out()
        self.preview.hide()

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def let_go(self) -> bool:
        return not self._work.going

    @override
    def finish(self) -> None:
        folder = self._folder
        if folder is None or self._work.going or not self.bring.isVisible():
            return
        steps = self._work.begin(self.tr("Bringing them together"))
        self.bring.busy(self.tr("Bringing them together"))
        self._means.worker.do(
            self, lambda desk: desk.joining.join(folder, steps), self._joined, self._work.fail
        )

    def _choose(self) -> None:
        folder = self._means.ask.which_folder(self, self.tr("Choose the other copy"))
        if folder is not None and not self._work.going:
            self.look_in(folder)

    def look_in(self, folder: Path) -> None:
        """Show what would come in from the copy in a folder."""
        self._folder = folder
        steps = self._work.begin(self.tr("Reading the other copy"))
        self.preview.hide()
        self._means.worker.ask(
            self,
            lambda desk: desk.joining.what_comes_in(folder, steps),
            self._show_preview,
            self._work.fail,
        )

    def _show_preview(self, found: tuple[Incoming, ...]) -> None:
        self._work.end()
        for fact in self.facts:
            self._facts.removeWidget(fact)
            fact.deleteLater()
        self.facts = []
        for one in found:
            fact = Fact(IconView(Icon.LAYERS, Meaning.INK2))
            fact.say(*_words(one))
            self.facts.append(fact)
            self._facts.addWidget(fact)
        self.bring.setVisible(any(one.entries for one in found))
        if any(one.entries for one in found):
            self.preview.show()
        else:
            self._work.end(self.tr("Everything in the other copy is in this vault already."))

    def _joined(self, joined: Joined) -> None:
        self.preview.hide()
        words = f"{_entries(joined.entries)} came in, each one checked."
        if joined.apart:
            count = len(joined.apart)
            records = "1 record has" if count == 1 else f"{count} records have"
            words += f" {records} two versions that were made apart: both are kept."
        self._work.end(words)

    def _lay_out(self) -> None:
        self.preview.column.addWidget(CardHead(self.tr("What would come in")))
        self._facts.setSpacing(10)
        self.preview.column.addLayout(self._facts)
        self.preview.column.addSpacing(4)
        self.preview.column.addWidget(self.bring, 0, Qt.AlignmentFlag.AlignLeft)
        work = QWidget()
        work.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(16)
        column.addWidget(self.header)
        column.addWidget(self.lead)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.notice, self.result, self.progress, self.preview):
            column.addWidget(widget)
        column.addStretch(1)
        inside, area = QWidget(), QScrollArea()
        across = QHBoxLayout(inside)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(work, 1000)
        across.addStretch(1)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(area)


def _words(one: Incoming) -> tuple[str, str]:
    if one.first is None or one.last is None:
        return f"{label(one.part)}: nothing new", ""
    when = (
        in_row(one.first) if one.first == one.last else f"{in_row(one.first)} to {in_row(one.last)}"
    )
    named = ", ".join(one.refs[:_NAMED])
    if len(one.refs) > _NAMED:
        named += f" and {len(one.refs) - _NAMED} more"
    return (
        f"{label(one.part)}: {_entries(one.entries)}",
        f"{when}. {named}" if named else f"{when}.",
    )


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count:,} entries"
