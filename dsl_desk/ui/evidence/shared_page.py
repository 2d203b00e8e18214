"""A copy for sharing as it was sealed: its picture, its fingerprint, what is covered and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.evidence.copy_facts import CopyFacts
from dsl_desk.ui.evidence.picture_frame import Beside, PictureFrame, join
from dsl_desk.ui.evidence.picture_view import PictureView
from dsl_desk.ui.evidence.viewer_bar import ViewerBar
from dsl_desk.ui.forms.who_opens import WhoOpens
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.custody import CustodyLine
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.plain_picture import PlainPicture
    from dsl_desk.domain.sharing_copy import SharingCopy
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.sharing import CopyLooking
    from dsl_desk.ui.evidence.means import Means

    Read = tuple[SharingCopy, tuple[CustodyLine, ...], Compartment]


class SharedPage(Page):
    """Opens once when it is shown, and says how long it stood open when it is left.

    Signals:
        original_wanted(str): show the original it was made from.
    """

    original_wanted = Signal(str)
    shows = frozenset({Thing.EVIDENCE, Thing.MEMBERS})

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__("Copy for sharing")
        self.is_read = False
        self._means, self.record = means, record
        self._looking: CopyLooking | None = None
        self._of = ""
        self._asked, self._left = False, False
        self._since = 0.0
        self._chip = WhoOpens(means.worker)
        self.header = PageHeader(self.title, "", self._chip)
        self._chip.told.connect(self.header.say_again)
        self.original = Button(self.tr("Original"), icon=Icon.IMAGE)
        self.header.put_right(self.original)
        self.notice = FailureNotice()
        self.bar, self.picture, self.facts = ViewerBar(), PictureView(means.letters), CopyFacts()
        self._instead = Label("", Voice.BODY, Meaning.INK2).wrapped()
        self._instead.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._listen()

    @override
    def read_again(self) -> None:
        self._chip.read_again()
        record = self.record

        def read(desk: Desk) -> Read:
            return (
                desk.sharing.read(record),
                desk.custody.trail_of_copy(record),
                desk.looks.part_of(record),
            )

        self._means.worker.ask(self, read, self._show, self.notice.show_failure)

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def let_go(self) -> bool:
        self._left = True
        looking, self._looking = self._looking, None
        if looking is not None:
            seconds = max(0, round(self._means.clock.monotonic() - self._since))
            self._means.worker.do(
                self._means.errands, lambda desk: desk.sharing.closed(looking, seconds)
            )
        return True

    @override
    def regions(self) -> list[QWidget]:
        return [self.bar, self.picture, self._beside.panel]

    def _show(self, read: Read) -> None:
        copy, lines, part = read
        self.title, self._of = copy.ref, copy.copied.evidence
        self._chip.be_of(part)
        words = self.tr("Copy for sharing of {ref}").replace("{ref}", copy.copied.evidence_ref)
        self.header.say(copy.ref, words)
        self.facts.show_copy(copy, lines)
        if not self._asked:
            self._asked = True
            record = self.record
            self._means.worker.ask(
                self, lambda desk: desk.sharing.open(record), self._look, self._fail
            )
        self.is_read = True

    def _look(self, looking: CopyLooking) -> None:
        self._looking = looking
        self._since = self._means.clock.monotonic()
        self.read_again()  # the trail has one line more now
        self._means.errands.run(self, looking.picture, self._seen, self._fail)

    def _seen(self, picture: PlainPicture) -> None:
        if self._looking is None or self._left:
            return
        self.facts.show_match(self._looking.copy, self._means.clock.now())
        self.picture.show_plain(picture, self.title)
        self._stack.setCurrentWidget(self.picture)
        self.picture.fit()
        self.bar.switch(on=True)

    def _fail(self, error: DeskError) -> None:
        self.notice.show_failure(error)

    def _listen(self) -> None:
        join(self.bar, self.picture)
        self.original.clicked.connect(lambda: self.original_wanted.emit(self._of))

    def _lay_out(self) -> None:
        words = self.tr("What is covered, fingerprint and custody trail")
        beside = Beside(self.tr("About this copy"), Icon.LAYERS, words, self.facts)
        views = (self._instead, self.picture)
        self._beside = PictureFrame((self.header, self.notice), self.bar, views, beside)
        self._stack = self._beside.stack
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self._beside)
