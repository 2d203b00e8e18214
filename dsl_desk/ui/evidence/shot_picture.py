"""The picture one is typing from: opened only when asked for, proved first, each opening kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.conversation_words import set_aside_words
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.keeping_errors import BlobDamagedError
from dsl_desk.services.seeing import shown
from dsl_desk.ui.evidence.picture_view import PictureView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.picture import Decoded, Pixels
    from dsl_desk.services.doorway import Looking
    from dsl_desk.ui.evidence.means import Means

_SETTLED_MS: Final = 300  # whoever runs through the list opens what they stop at
_SHUT: Final = "Shut. Each picture you open is written down, with how long it stood open."


class ShotPicture(QWidget):
    """One picture at a time. Nothing is opened until the tick is set.

    Signals:
        failed(DeskError): it could not be opened.
        seen(): a picture is shown now, or no longer.
    """

    failed = Signal(object)
    seen = Signal()

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        self.wanted = ""
        self._looking: Looking | None = None
        self._since = 0.0
        self.pixels: Pixels | None = None
        self.tick = Tick(self.tr("Show each picture as I come to it"))
        self.tick.setObjectName("show-pictures")
        self.view = PictureView(means.letters)
        self._words = Label(_SHUT, Voice.SECONDARY, Meaning.INK2).wrapped()
        self._settle = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settle.timeout.connect(self._open)
        self.tick.toggled.connect(lambda _on: self.show_picture(self.wanted))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tick)
        column.addWidget(self._words)
        column.addWidget(self.view, 1)

    def show_picture(self, evidence: str) -> None:
        """Show this one, if they are shown at all; the one before is shut."""
        self.leave()
        self.wanted = evidence
        self._say(_SHUT if not self.tick.isChecked() else "")
        if evidence and self.tick.isChecked():
            self._settle.start()

    def leave(self) -> None:
        """Shut what stands open, and write down for how long it did. The errands own it."""
        self._settle.stop()
        self.pixels = None
        self.view.forget()
        looking, self._looking = self._looking, None
        if looking is not None:
            seconds = max(0, round(self._means.clock.monotonic() - self._since))
            self._means.worker.do(
                self._means.errands, lambda desk: desk.evidence.closed(looking, seconds)
            )
        self.seen.emit()

    def _open(self) -> None:
        record = RecordId(self.wanted)
        self._say(self.tr("Opening the original"))
        self._means.worker.ask(
            self,
            lambda desk: desk.evidence.open(record),
            self._decode,
            lambda error: self._fail(record, error),
        )

    def _decode(self, looking: Looking) -> None:
        self._looking, self._since = looking, self._means.clock.monotonic()
        record = looking.evidence.id
        if record != self.wanted or not self.tick.isChecked():
            self.leave()  # somebody went on while it was being opened
            return
        self._means.errands.run(
            self,
            lambda progress: shown(looking, progress),
            lambda decoded: self._seen(looking, decoded),
            lambda error: self._fail(record, error),
        )

    def _seen(self, looking: Looking, decoded: Decoded) -> None:
        if looking is not self._looking:
            return
        if decoded.pixels is None:
            self._say(set_aside_words(set_aside=False))
            return
        self._say("")
        self.pixels = decoded.pixels
        self.view.show_pixels(decoded.pixels, looking.evidence.captured.said.shows)
        self.view.set_clear(clear=True)
        self.seen.emit()

    def _fail(self, record: RecordId, error: DeskError) -> None:
        self._say("")
        if isinstance(error, BlobDamagedError):
            self._means.worker.do(
                self._means.errands, lambda desk: desk.evidence.note_mismatch(record)
            )
        self.failed.emit(error)

    def _say(self, words: str) -> None:
        self._words.say(words)
        self._words.setVisible(bool(words))
