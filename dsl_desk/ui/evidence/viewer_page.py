"""The viewer: one picture, proved and shown only here; that it stands open is written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.keeping_errors import BlobDamagedError
from dsl_desk.domain.stop_errors import QuarantinedError
from dsl_desk.domain.words import label
from dsl_desk.services.seeing import shown
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.evidence.fact_panel import FactPanel
from dsl_desk.ui.evidence.picture_frame import Beside, PictureFrame, join
from dsl_desk.ui.evidence.picture_view import PictureView
from dsl_desk.ui.evidence.quarantine_card import QuarantineCard
from dsl_desk.ui.evidence.same_picture_card import SamePictureCard
from dsl_desk.ui.evidence.viewer_bar import ViewerBar
from dsl_desk.ui.forms.who_opens import WhoOpens
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.question import Question
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.custody import CustodyLine
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.picture import Decoded
    from dsl_desk.domain.quarantine import Quarantine
    from dsl_desk.domain.sharing_copy import SharingCopy
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.doorway import Looking
    from dsl_desk.ui.evidence.means import Means

    Copies = tuple[SharingCopy, ...]
    Read = tuple[Evidence, tuple[CustodyLine, ...], Copies, Quarantine | None, Compartment]

_NOT_SHOWN = (
    "{why}. The original is kept as it was, and its fingerprint matches. What it shows, in words: "
    "{shows}"
)

_TO_FOLLOW = (
    "The same picture was set aside in another record, so it is not shown here. Press Captured by "
    "mistake beside it: then it is set aside here as well."
)


class ViewerPage(Page):
    """Opens once when it is shown, and says how long it stood open when it is left.

    Signals:
        basis_wanted(str): the decision it was captured under.
        copy_wanted(str): make a copy of it for sharing.
        evidence_wanted(str): another piece of evidence that shows the same.
    """

    basis_wanted = Signal(str)
    copy_wanted = Signal(str)
    evidence_wanted = Signal(str)
    shows = frozenset({Thing.EVIDENCE, Thing.VIEWINGS, Thing.MEMBERS})

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__("Evidence")
        self.is_read = False
        self._means, self.record = means, record
        self._looking: Looking | None = None
        self._asked, self._left, self._page = False, False, 0
        self._since = 0.0
        self._chip = WhoOpens(means.worker)
        self.header = PageHeader(self.title, "", self._chip)
        self._chip.told.connect(self.header.say_again)
        self.copy = Button(self.tr("Copy for sharing"), icon=Icon.LAYERS)
        self.copy.setObjectName("copy-for-sharing")
        self.copy.clicked.connect(lambda: self.copy_wanted.emit(record))
        self.copy.setEnabled(False)
        self.header.put_right(self.copy)
        self.notice = FailureNotice()
        self.bar = ViewerBar()
        self.picture = PictureView(means.letters)
        self.facts = FactPanel()
        self.same = SamePictureCard(means)
        self.facts.put_first(self.same)
        self.quarantine = QuarantineCard(means)
        self._instead = Label("", Voice.BODY, Meaning.INK2).wrapped()
        self._instead.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._instead.setMargin(28)
        self._lay_out()
        self._listen()

    @override
    def read_again(self) -> None:
        self._chip.read_again()
        record = self.record

        def read(desk: Desk) -> Read:
            quarantine = desk.quarantines.of(record)
            trail, part = desk.custody.trail(record), desk.looks.part_of(record)
            copies = desk.sharing.of(record)
            return desk.evidence.read(record), trail, copies, quarantine, part

        self._means.worker.ask(self, read, self._show, self.notice.show_failure)

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def let_go(self) -> bool:
        self._left = True
        self._say_closed()
        return True

    @override
    def regions(self) -> list[QWidget]:
        return [self.bar, self.picture, self._beside.panel]

    def _show(self, read: Read) -> None:
        evidence, lines, copies, quarantine, part = read
        captured = evidence.captured
        self.title = evidence.ref
        self._chip.be_of(part)
        self.header.say(evidence.ref, f"{captured.said.shows} · {captured.basis_ref}")
        self.facts.show_evidence(evidence, lines)
        self.facts.copies.show_copies(copies if quarantine is None else ())
        self.copy.setVisible(quarantine is None)
        for button in (self.facts.mistake, self.facts.use):
            button.setVisible(quarantine is None)
        self.facts.proof.setVisible(quarantine is None)
        self.bar.setVisible(quarantine is None)
        if quarantine is not None:
            self.picture.forget()
            self.quarantine.show_quarantine(quarantine)
            self._stack.setCurrentWidget(self.quarantine)
        elif not self._asked:
            self._asked = True
            self._open()
        self.is_read = True

    def _open(self) -> None:
        record = self.record
        self.facts.show_checking()
        self._say_instead(self.tr("Opening the original"))
        self._means.worker.ask(
            self, lambda desk: desk.evidence.open(record), self._decode, self._fail
        )

    def _decode(self, looking: Looking) -> None:
        self._looking = looking
        self._since = self._means.clock.monotonic()
        self.read_again()  # the trail has one line more now
        self.same.look_for(looking.evidence.id)
        self._show_page(0)

    def _show_page(self, page: int) -> None:
        """Prove the original anew, and show one page of it."""
        looking, self._page = self._looking, page
        if looking is None:
            return
        self.bar.steps.let(on=False)
        self._means.errands.run(
            self, lambda progress: shown(looking, progress, page), self._seen, self._fail
        )

    def _seen(self, decoded: Decoded) -> None:
        if self._looking is None or self._left:
            return
        evidence = self._looking.evidence
        self.facts.show_match(evidence, self._means.clock.now())
        if decoded.pixels is None:
            why = "It is not a picture" if decoded.trouble is None else label(decoded.trouble)
            shows = evidence.captured.said.shows
            words = decoded.facts.words
            said = _NOT_SHOWN.replace("{why}", why).replace("{shows}", shows)
            self._say_instead(f"{said}\n\n{words}".strip())
            return
        self.picture.show_pixels(decoded.pixels, evidence.captured.said.shows)
        self._stack.setCurrentWidget(self.picture)
        self.picture.fit()
        self.bar.switch(on=True)
        self.bar.steps.show_page(decoded.facts.sort, self._page, decoded.facts.pages)
        self.copy.setEnabled(True)

    def _fail(self, error: DeskError) -> None:
        if isinstance(error, BlobDamagedError):
            record = self.record
            self.facts.show_mismatch()
            self._say_instead(self.tr("Nothing is shown of a file that was changed."))
            self._means.worker.do(
                self._means.errands, lambda desk: desk.evidence.note_mismatch(record)
            )
        elif isinstance(error, QuarantinedError):
            self._say_instead(self.tr(_TO_FOLLOW))
        else:
            self._say_instead("")
        self.notice.show_failure(error)

    def _say_closed(self) -> None:
        """Write down for how long it stood open. The errands own it: this page is going."""
        looking, self._looking = self._looking, None
        if looking is not None:
            seconds = max(0, round(self._means.clock.monotonic() - self._since))
            self._means.worker.do(
                self._means.errands, lambda desk: desk.evidence.closed(looking, seconds)
            )

    def _set_aside(self) -> None:
        question = Question(
            title=self.tr("Set {ref} aside?").replace("{ref}", self.title),
            sentence=self.tr(
                "Nobody opens, prints or copies it any more, here or in another record. Then ring "
                "the police on 101 and write down what they say. Do not delete anything."
            ),
            act=self.tr("Set it aside"),
            keep=self.tr("Keep as it is"),
            reason=self.tr("Why was it a mistake? Do not describe the image."),
            grave=True,
        )
        answer = self._means.ask.confirm(self, question)
        if answer is None:
            return
        record, why = self.record, answer.reason
        entry = EntryId(fresh_id(self._means.clock.now()))
        self.picture.forget()
        self._say_closed()
        self._means.worker.do(
            self,
            lambda desk: desk.quarantines.set_aside(record, why, entry),
            None,
            self.notice.show_failure,
        )

    def _say_instead(self, words: str) -> None:
        self._instead.say(words)
        self._stack.setCurrentWidget(self._instead)

    def _listen(self) -> None:
        join(self.bar, self.picture)
        self.bar.steps.wanted.connect(self._show_page)
        self.same.wanted.connect(self.evidence_wanted)
        self.facts.mistake_told.connect(self._set_aside)
        self.quarantine.failed.connect(self.notice.show_failure)
        self.quarantine.said.connect(self.said)

    def _lay_out(self) -> None:
        words = self.tr("Fingerprint, facts and custody trail")
        beside = Beside(self.tr("About this evidence"), Icon.FINGERPRINT_PATTERN, words, self.facts)
        views = (self._instead, self.picture, self.quarantine)
        self._beside = PictureFrame((self.header, self.notice), self.bar, views, beside)
        self._stack = self._beside.stack
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self._beside)
