"""A conversation, read: what it is, who speaks, its messages in order, its versions, its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.dates import in_full
from dsl_desk.domain.leaving import PaperSort, Wish
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.evidence.conversation_text import ConversationText
from dsl_desk.ui.forms.who_opens import WhoOpens
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.conversation import Conversation
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.conversations import ConversationView
    from dsl_desk.ui.evidence.means import Means

_BESIDE: Final = 280
_UNKNOWN: Final = "not known who this is"


class ConversationPage(Page):
    """Its pictures stay shut here; each is a link to the viewer.

    Signals:
        evidence_wanted(str), change_wanted(str), basis_wanted(str): open this; put this right.
        paper_wanted(Wish): a copy of it for somebody.
    """

    evidence_wanted = Signal(str)
    change_wanted = Signal(str)
    basis_wanted = Signal(str)
    paper_wanted = Signal(object)
    shows = frozenset({Thing.EVIDENCE, Thing.MEMBERS})

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__("Conversation")
        self.is_read = False
        self._means, self.record = means, record
        self._basis = ""
        self._chip = WhoOpens(means.worker)
        self.change = Button(self.tr("Change"))
        self.change.setObjectName("change-conversation")
        self.paper = Button(self.tr("Make a copy"), icon=Icon.FILE_DOWN, keys=Shortcut.EXPORT.words)
        self.paper.setObjectName("make-a-copy")
        self.header = PageHeader(self.title, "", self._chip)
        self.header.put_right(self.change)
        self.header.put_right(self.paper)
        self._chip.told.connect(self.header.say_again)
        self.notice = FailureNotice()
        self.text = ConversationText()
        self.basis = Button("")
        self.facts = Label("").wrapped()
        self.speakers = Label("").wrapped()
        self.versions = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self._lay_out()
        self.text.wanted.connect(self.evidence_wanted)
        self.change.clicked.connect(lambda: self.change_wanted.emit(record))
        self.basis.clicked.connect(lambda: self.basis_wanted.emit(self._basis))
        self.paper.clicked.connect(self.export)

    @override
    def read_again(self) -> None:
        self._chip.read_again()
        record = self.record
        self._means.worker.ask(
            self,
            lambda desk: (desk.conversations.open(record), desk.conversations.versions(record)),
            lambda read: self._show(*read),
            self.notice.show_failure,
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def export(self) -> None:
        self.paper_wanted.emit(Wish(PaperSort.CONVERSATION, self.record))

    @override
    def regions(self) -> list[QWidget]:
        return [self.text, self._beside]

    def _show(self, view: ConversationView, versions: tuple[Conversation, ...]) -> None:
        conversation = view.conversation
        draft, self._basis = conversation.draft, conversation.draft.basis
        self.title = conversation.ref
        self._chip.be_of(view.part)
        self.header.say(draft.title, " · ".join(p for p in (conversation.ref, draft.place) if p))
        self.basis.setText(conversation.put.basis_ref)
        self.basis.setAccessibleName(f"Open {conversation.put.basis_ref}")
        pictures = f"{len(draft.shots)} pictures" if len(draft.shots) > 1 else "1 picture"
        when = in_full(conversation.written_at)
        self.facts.say(f"{pictures}. Put in order {when}, {conversation.author}.")
        lines = [f"{one.shown_as}: {one.who.name or _UNKNOWN}" for one in draft.speakers]
        self.speakers.say("\n".join(lines) or self.tr("Nobody is named in the pictures."))
        self.versions.say("\n".join(_told(each) for each in reversed(versions)))
        self.text.show_view(view)
        self.is_read = True

    def _lay_out_beside(self) -> None:
        side = QWidget()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        for heading, widget in (
            (self.tr("Who speaks"), self.speakers),
            (self.tr("The pictures"), self.facts),
            (self.tr("Made under"), self.basis),
            (self.tr("Versions"), self.versions),
        ):
            beside.addWidget(Label(heading, Voice.CARD_TITLE))
            here = Qt.AlignmentFlag.AlignLeft if widget is self.basis else Qt.AlignmentFlag(0)
            beside.addWidget(widget, 0, here)
            beside.addSpacing(8)
        beside.addStretch(1)
        self._beside = QScrollArea()
        self._beside.setWidgetResizable(True)
        self._beside.setFixedWidth(_BESIDE)
        self._beside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._beside.setAccessibleName(self.tr("About this conversation"))
        self._beside.setWidget(side)

    def _lay_out(self) -> None:
        self._lay_out_beside()
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self.text, 1)
        row.addWidget(self._beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(16)
        column.addWidget(self.header)
        column.addWidget(self.notice)
        column.addLayout(row, 1)


def _told(each: Conversation) -> str:
    why = f"Reason: {each.reason}" if each.reason else "First record."
    under = f" Policy in force: {each.put.policy.words()}." if each.put.policy.words() else ""
    return f"Version {each.version}, {in_full(each.written_at)}, {each.author}. {why}{under}"
