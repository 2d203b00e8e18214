"""Putting screenshots together to a conversation, and putting one right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from typing_extensions import override

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.ids import RecordId
from dsl_desk.ui.evidence.capture_desk import CaptureDesk
from dsl_desk.ui.evidence.conversation_form import ConversationForm
from dsl_desk.ui.forms.form_page import FormPage
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dsl_desk.domain.conversation import Conversation
    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.person import PersonRow
    from dsl_desk.domain.progress import Progress
    from dsl_desk.services.conversations import ConversationView
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.evidence.means import Means
    from dsl_desk.ui.forms.name_line import NameLine

_ANY_WIDTH: Final = 16_777_215
_OFFERED: Final = 6
_WIDEST: Final = 860


class _BuilderPage(FormPage):
    """What both have: the form, its pictures, and more of them behind the stop.

    Signals:
        words_wanted(str): what was to be captured is recorded in words instead, under this.
    """

    words_wanted = Signal(str)

    shows = frozenset({Thing.MEMBERS, Thing.EVIDENCE})

    def __init__(self, means: Means, title: str, act: str) -> None:
        super().__init__(means, title, act, Compartment.CHILDREN)
        self.is_read = False
        self._evidence_means = means
        self._basis: RecordId | None = None
        self.builder: ConversationForm | None = None
        self.capture: CaptureDesk | None = None
        self.more = Button(self.tr("Add screenshots"), icon=Icon.PLUS)
        self.more.setObjectName("add-screenshots")
        self.more.setEnabled(False)
        self.more.clicked.connect(self._show_capture)
        self.header.put_right(self.more)

    def take(self, form: ConversationForm, basis: RecordId, name: str) -> None:
        """Take the form in, once it is known what it rests on."""
        self.builder, self._basis = form, basis
        form.board.picture.failed.connect(self.notice.show_failure)
        form.speakers.find_wanted.connect(self._find)
        form.board.panel.read_wanted.connect(self._read_words)
        form.board.picture.seen.connect(self._show_read)
        self.hold(form, form, name)
        form.setMaximumWidth(_ANY_WIDTH)
        self.more.setEnabled(True)
        self.is_read = True

    @override
    def read_again(self) -> None:
        super().read_again()
        form, basis = self.builder, self._basis
        if form is not None and basis is not None:
            self._means.worker.ask(
                self, lambda desk: desk.conversations.offered(basis), self._offer
            )

    @override
    def let_go(self) -> bool:
        if self.builder is not None:
            self.builder.board.picture.leave()
        return super().let_go()

    def _offer(self, pieces: Sequence[Evidence]) -> None:
        if self.builder is not None and self.builder.board.offer(pieces):
            self.builder.typed.emit()

    def _show_capture(self) -> None:
        if self.capture is None and self._basis is not None:
            self.capture = CaptureDesk(self._evidence_means, self._basis)
            self.capture.list.hide()
            self.capture.captured.connect(
                lambda ref: self.said.emit(f"{ref} is captured and sealed")
            )
            basis = self._basis
            self.capture.words_wanted.connect(lambda _answer: self.words_wanted.emit(basis))
            self.capture.setMaximumWidth(_WIDEST)
            self._column.insertWidget(2, self.capture)
        if self.capture is not None and self.builder is not None:
            self.capture.card.suggest(self.builder.place.text())
            self.capture.show()
            self.capture.stop.no.setFocus()

    def _find(self, line: NameLine, words: str) -> None:
        def show(found: tuple[PersonRow, ...]) -> None:
            line.show_found(words, found)

        self._means.worker.ask(line, lambda desk: desk.people.find(words, _OFFERED), show)

    def _show_read(self) -> None:
        """Offer to read the words only where a program can, and a picture is shown."""
        if self.builder is not None:
            board = self.builder.board
            can = self._evidence_means.read_words is not None and board.picture.pixels is not None
            board.panel.read.setVisible(can)

    def _read_words(self) -> None:
        read_words = self._evidence_means.read_words
        if self.builder is None or read_words is None:
            return
        board, pixels = self.builder.board, self.builder.board.picture.pixels
        wanted = board.picture.wanted
        if pixels is None:
            return

        def job(_progress: Progress) -> str:
            return read_words(pixels)

        def show(words: str) -> None:
            if board.picture.wanted == wanted:
                board.panel.take_read(words)

        self._evidence_means.errands.run(self, job, show, self.notice.show_failure)


class BuildPage(_BuilderPage):
    """A new conversation of what was captured under a decision, or handed in."""

    def __init__(self, means: Means, basis: RecordId) -> None:
        super().__init__(means, "Make a conversation", "Keep this conversation")
        said = self.tr("Put the pictures in order, type or paste their words, say who speaks.")
        self.header.say(self.title, said)
        means.worker.ask(
            self,
            lambda desk: (desk.conversations.offered(basis), desk.looks.part_of(basis)),
            lambda read: self._show(basis, *read),
            self.notice.show_failure,
        )

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        assert self.builder is not None  # noqa: S101 there is no form to finish before it has come
        draft, entry = self.builder.draft(), self.entry
        return lambda desk: _id_of(desk.conversations.write(draft, entry))

    def _show(self, basis: RecordId, pieces: Sequence[Evidence], part: Compartment) -> None:
        self.be_of(part)
        form = ConversationForm(self._evidence_means, basis)
        self.take(form, basis, f"conversation {basis}")
        form.board.offer(pieces)
        self.land()


class RebuildPage(_BuilderPage):
    """What a conversation says from now on, and why."""

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__(means, "Change the conversation", "Keep the change")
        self._of: Conversation | None = None
        means.worker.ask(
            self,
            lambda desk: desk.conversations.open(record),
            self._show,
            self.notice.show_failure,
        )

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        of, form = self._of, self.builder
        assert of is not None  # noqa: S101 there is no form to finish before it has come
        assert form is not None  # noqa: S101 as above
        draft, entry, reason = form.draft(), self.entry, form.reason.text()
        return lambda desk: _id_of(desk.conversations.change(of, draft, reason, entry))

    def _show(self, view: ConversationView) -> None:
        of = self._of = view.conversation
        self.be_of(view.part)
        self.header.say(of.ref, self.tr("What was written before stays beside it"))
        form = ConversationForm(self._evidence_means, of.draft.basis, again=True)
        form.show_draft(of.draft)
        self.take(form, RecordId(of.draft.basis), f"change conversation {of.id}")
        kept = [piece for name, piece in view.pieces.items() if name not in view.set_aside]
        form.board.offer(kept)
        self.land()


def _id_of(changed: Changed[Conversation]) -> Changed[str]:
    return Changed(changed.answer.id, changed.things)
