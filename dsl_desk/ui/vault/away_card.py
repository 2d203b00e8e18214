"""The sheet for a day without the laptop: whom to ring, and a concern form by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.services.away import AWAY_FILE, away_sheet
from dsl_desk.system.copies import write_copy
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice
from dsl_desk.ui.vault.card_head import CardHead, Fact

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.errors import DeskError
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.vault.means import Means


class AwayCard(Card):
    """One line, and the button that makes the sheet. It holds nothing of the records."""

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        self.notice = FailureNotice()
        self.news = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self.news.hide()
        self.save = Button(self.tr("Save the sheet"), icon=Icon.FILE_DOWN)
        self.save.clicked.connect(self._save)
        fact = Fact(
            IconView(Icon.NOTEBOOK_PEN),
            self.tr("A concern form by hand, and whom to ring"),
            self.tr("Print it, fill in the numbers, hang it where staff find it."),
        )
        head = CardHead(self.tr("When the laptop is not here"))
        for widget in (head, fact, self.notice, self.news, self.save):
            self.column.addWidget(widget)

    def _save(self) -> None:
        title = self.tr("Where is the sheet to be saved?")
        path = self._means.ask.where_to_save(self, title, AWAY_FILE)
        if path is None:
            return

        def job(desk: Desk) -> Path:
            write_copy(path, away_sheet(desk.paper.face, desk.paper.fonts))
            return path

        self.notice.clear()
        self.save.busy(self.tr("Making the PDF"))
        self._means.worker.ask(self, job, self._saved, self._fail)

    def _saved(self, path: Path) -> None:
        self.save.rest()
        self.news.say(self.tr("Saved as {name}").replace("{name}", path.name))
        self.news.show()

    def _fail(self, error: DeskError) -> None:
        self.save.rest()
        self.notice.show_failure(error)
