"""One record in words, as it was written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.dates import in_full
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.who_opens import WhoOpens
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.chip import Status, StatusChip
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.words_only import WordsOnly
    from dsl_desk.ui.evidence.means import Means


class WordsOnlyPage(Page):
    """Facts in pairs; there is no picture, and there never was one."""

    shows = frozenset({Thing.VIEWINGS, Thing.MEMBERS})

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__("Recorded in words")
        self.is_read = False
        self._means, self._record = means, record
        self._chip = WhoOpens(means.worker)
        self.header = PageHeader(self.title, "", StatusChip(Status.OFF, "No image was taken in"))
        self.header.put_right(self._chip)
        self._chip.told.connect(self.header.say_again)
        self.notice = FailureNotice()
        self._card = Card()
        self._card.column.setSpacing(10)
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(16)
        for widget in (self.header, self.notice, self._card):
            column.addWidget(widget)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.tr("What was recorded"))
        scroll.setWidget(work)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(scroll)

    @override
    def read_again(self) -> None:
        self._chip.read_again()
        record = self._record
        self._means.worker.ask(
            self, lambda desk: desk.told.words_only(record), self._show, self.notice.show_failure
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    def _show(self, record: WordsOnly) -> None:
        self._chip.be_of(record.draft.kept_in)
        said = f"Recorded {in_full(record.written_at)} by {record.author}"
        self.header.say(f"{self.title}, {record.ref}", said)
        while (item := self._card.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for name, words in _pairs(record):
            self._card.column.addWidget(Label(name, Voice.SECONDARY, Meaning.INK3))
            self._card.column.addWidget(Label(words).wrapped())
        self.is_read = True


def _pairs(record: WordsOnly) -> list[tuple[str, str]]:
    draft = record.draft
    pairs = [
        ("What we were told", draft.words),
        ("Told by", draft.told_by),
        ("When", told_in_full(draft.at)),
        ("Platform and accounts", draft.accounts),
        ("The device, and where it is", draft.device),
        ("Who may have seen it", draft.seen_by),
        ("Ages", draft.ages),
        ("Threats or money", draft.coercion),
        ("To be told at once, because", "\n".join(label(each) for each in draft.triggers)),
        ("Seen by somebody at school", draft.viewed_how if draft.viewed else "Not viewed"),
        ("Police", draft.police),
        ("Children's social care", draft.social_care),
        ("Report Remove", draft.report_remove),
        ("Internet Watch Foundation", draft.iwf),
        ("CEOP", draft.ceop),
        ("Policy in force", draft.policy.words()),
    ]
    return [(name, words) for name, words in pairs if words]
