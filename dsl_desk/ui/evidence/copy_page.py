"""Making a copy for sharing: what is covered and why, and nothing left under its covers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.keeping_errors import BlobDamagedError
from dsl_desk.services.seeing import shown
from dsl_desk.services.sharing import CopyMaker
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.evidence.copy_bar import CopyBar
from dsl_desk.ui.evidence.copy_panel import CopyPanel
from dsl_desk.ui.evidence.copy_view import CopyView
from dsl_desk.ui.evidence.painting import painted
from dsl_desk.ui.evidence.picture_frame import Beside, PictureFrame
from dsl_desk.ui.forms.who_opens import WhoOpens
from dsl_desk.ui.kit.bottom_bar import BottomBar
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.picture import Decoded
    from dsl_desk.domain.sharing_copy import SharingCopy
    from dsl_desk.domain.sharing_marks import CopyDraft
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.doorway import Looking
    from dsl_desk.services.sharing import SealedCopy
    from dsl_desk.ui.evidence.means import Means


class CopyPage(Page):
    """Opens the original once, as the viewer does, and draws on what it shows; never on it.

    Signals:
        original_wanted(str): show the original.
        done(str): the copy is written down; its record.
    """

    original_wanted = Signal(str)
    done = Signal(str)

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__("Copy for sharing")
        self.is_read = False
        self._means, self.record = means, record
        self._looking: Looking | None = None
        self._left, self._asked, self._page = False, False, 0
        self._since = 0.0
        self._chip = WhoOpens(means.worker)
        self.header = PageHeader(self.title, "", self._chip)
        self._chip.told.connect(self.header.say_again)
        self.original = Button(self.tr("Original"), icon=Icon.IMAGE, keys="O")
        self.header.put_right(self.original)
        self.notice = FailureNotice()
        self.bar, self.view, self.panel = CopyBar(), CopyView(means.letters), CopyPanel()
        self._instead = Label(self.tr("Opening the original"), Voice.BODY, Meaning.INK2).wrapped()
        self._instead.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._instead.setMargin(28)
        self.save = Button(self.tr("Save the copy"), Kind.PRIMARY, Icon.LAYERS, Shortcut.SAVE.words)
        self.save.setObjectName("save-the-copy")
        self.save.setEnabled(False)
        self.bottom = BottomBar()
        self.bottom.say_saved(self.tr("The original stays as it was"))
        self.bottom.put(self.save)
        self._lay_out()
        self._listen()

    @override
    def read_again(self) -> None:
        self._chip.read_again()
        if self._asked:
            return
        self._asked = True
        record = self.record

        def read(desk: Desk) -> tuple[Looking, Compartment]:
            return desk.evidence.open(record), desk.looks.part_of(record)

        self._means.worker.ask(self, read, self._decode, self._fail)

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def keep(self) -> None:
        if self._looking is None or self.save.is_busy() or not self.save.isEnabled():
            return
        draft, looking = self.panel.draft(), self._looking
        problems = draft.problems()
        if problems and self._beside.is_folded:
            self._beside.take_focus()
        wrong = self.panel.show_problems(problems)
        if problems:
            self.bottom.show_errors(wrong)
            return
        self.bottom.clear_errors()
        self.notice.clear()
        self.save.busy(self.tr("Saving the copy"))
        maker = CopyMaker(shown, painted, self._means.clock, self._page)
        # The errands own what follows, not the page: a sealed copy is written down.
        self._means.errands.run(
            self._means.errands,
            lambda progress: maker.seal(looking, draft, progress),
            self._write,
            self._fail,
        )

    @override
    def finish(self) -> None:
        self.keep()

    @override
    def let_go(self) -> bool:
        if self.view.draft.marks and not self._left:
            return False  # what was drawn is kept as it is until somebody comes back
        self._left = True
        self._say_closed()
        return True

    @override
    def step_back(self) -> None:
        if self.view.at >= 0:
            self.view.choose(-1)
        else:
            super().step_back()

    @override
    def regions(self) -> list[QWidget]:
        return [self.bar, self.view, self._beside.panel, self.bottom]

    def _decode(self, opened: tuple[Looking, Compartment]) -> None:
        looking, part = opened
        self._looking = looking
        self._since = self._means.clock.monotonic()
        evidence = looking.evidence
        self.title = f"Copy of {evidence.ref}"
        self._chip.be_of(part)
        self.header.say(
            self.tr("Copy for sharing of {ref}").replace("{ref}", evidence.ref),
            evidence.captured.said.shows,
        )
        self._show_page(0)

    def _show_page(self, page: int) -> None:
        """Prove the original anew, and show one page of it; what is drawn belongs to its page."""
        looking, self._page = self._looking, page
        if looking is None or self.view.draft.marks:
            return
        self.view.forget_steps()
        self.bar.steps.let(on=False)
        self._means.errands.run(
            self, lambda progress: shown(looking, progress, page), self._seen, self._fail
        )

    def _seen(self, decoded: Decoded) -> None:
        if self._looking is None or self._left:
            return
        if decoded.pixels is None:
            self._instead.say(self.tr("This is kept, and it is not a picture. Nothing is drawn."))
            return
        shows = self._looking.evidence.captured.said.shows
        self.view.show_pixels(decoded.pixels, shows)
        self._stack.setCurrentWidget(self.view)
        self.view.fit()
        self.bar.switch(on=True)
        self.bar.steps.show_page(decoded.facts.sort, self._page, decoded.facts.pages)
        self.is_read = True

    def _write(self, sealed: SealedCopy) -> None:
        entry = EntryId(fresh_id(self._means.clock.now()))
        self._means.worker.do(
            self._means.errands,
            lambda desk: desk.sharing.keep(sealed, entry),
            self._kept,
            self._fail,
        )

    def _kept(self, copy: SharingCopy) -> None:
        self.save.rest()
        self._left = True
        self.said.emit(self.tr("{ref} is sealed").replace("{ref}", copy.ref))
        self.done.emit(copy.id)

    def _fail(self, error: DeskError) -> None:
        self.save.rest()
        if isinstance(error, BlobDamagedError):
            record = self.record
            self.view.forget()
            self.bar.switch(on=False)
            self.save.setEnabled(False)
            self._stack.setCurrentWidget(self._instead)
            self._means.worker.do(
                self._means.errands, lambda desk: desk.evidence.note_mismatch(record)
            )
        self._instead.say("")
        self.notice.show_failure(error)

    def _say_closed(self) -> None:
        looking, self._looking = self._looking, None
        if looking is not None:
            seconds = max(0, round(self._means.clock.monotonic() - self._since))
            self._means.worker.do(
                self._means.errands, lambda desk: desk.evidence.closed(looking, seconds)
            )

    def _drawn(self, draft: CopyDraft) -> None:
        self.panel.show_draft(draft)
        self.bar.steps.let(on=not draft.marks)
        self.bar.let_draw(on=self.view.clear, undo=self.view.can_undo())

    def _cleared(self, clear: bool) -> None:  # noqa: FBT001  # Qt's signal sends it
        self.bar.clear.setChecked(clear)
        self.bar.let_draw(on=clear, undo=self.view.can_undo())
        self.save.setEnabled(clear)

    def _listen(self) -> None:
        self.bar.tool_chosen.connect(lambda tool: setattr(self.view, "tool", tool))
        self.bar.steps.wanted.connect(self._show_page)
        self.bar.letters.setChecked(self._means.letters.on)
        self.bar.letters.toggled.connect(self._means.letters.switch)
        self.bar.undo.clicked.connect(self.view.undo)
        self.bar.clear.toggled.connect(lambda on: self.view.set_clear(clear=on))
        self.bar.nearer.clicked.connect(lambda: self.view.zoom(1))
        self.bar.further.clicked.connect(lambda: self.view.zoom(-1))
        self.view.zoomed.connect(self.bar.show_zoom)
        self.view.cleared.connect(self._cleared)
        self.view.changed.connect(self._drawn)
        self.view.selected.connect(self.panel.marks.choose)
        self.view.original_wanted.connect(lambda: self.original_wanted.emit(self.record))
        self.original.clicked.connect(lambda: self.original_wanted.emit(self.record))
        self.panel.marks.said.connect(self.view.say)
        self.panel.marks.remove_wanted.connect(self.view.remove)
        self.panel.marks.touched.connect(self.view.choose)
        self.save.clicked.connect(self.keep)

    def _lay_out(self) -> None:
        words = self.tr("What is covered on the copy, and why")
        beside = Beside(self.tr("On the copy"), Icon.LAYERS, words, self.panel)
        views = (self._instead, self.view)
        self._beside = PictureFrame((self.header, self.notice), self.bar, views, beside)
        self._stack = self._beside.stack
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        room.addWidget(self._beside, 1)
        room.addWidget(self.bottom)
