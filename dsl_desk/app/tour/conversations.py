"""The tour of a conversation: three drawn screenshots put in order, and read as one text."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from dsl_desk.app.tour.waiting import TourStuckError, until
from dsl_desk.domain.conversation import ConversationDraft, Meets, Shot, Speaker
from dsl_desk.domain.evidence import EvidenceDraft
from dsl_desk.domain.handed_in import HandedInDraft
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.stop import Stop, StopAnswer, WayIn
from dsl_desk.services.seeing import facts_of
from dsl_desk.ui.evidence.conversation_form_page import BuildPage
from dsl_desk.ui.evidence.conversation_page import ConversationPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import BUILD, TODAY, Spot
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.app.tour.album import Album
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.evidence.conversation_board import ConversationBoard
    from dsl_desk.ui.shell.window import DeskWindow
    from dsl_desk.ui.work.worker import Worker

PICTURES: Final = 4
_WIDE, _HIGH = 390, 844
_CHAT: Final = (
    ("wren.t: are you coming tomorrow\nrobin.a: why would i", "2026-11-16T19:38", Meets.FOLLOWS),
    (
        "robin.a: why would i\nrobin.a: nobody wants u on the residential\nrobin.a: just dont come",
        "2026-11-16T19:40",
        Meets.OVERLAPS,
    ),
    ("wren.t: please stop sending it round", "2026-11-16T20:15", Meets.GAP),
)
_SPEAKERS: Final = (Speaker("wren.t", PersonRef("Wren Tamarisk")), Speaker("robin.a"))


@dataclass(frozen=True)
class _Taken:
    """What was taken in for this tour."""

    basis: RecordId
    pieces: tuple[RecordId, ...]


def look_at_conversations(window: DeskWindow, worker: Worker[Desk], album: Album) -> None:
    """Put the pictures together, look at the words beside one, and read the whole."""
    drawn = tuple(_drawn(words) for words, _time, _meets in _CHAT)
    made: list[_Taken] = []
    worker.ask(window, lambda desk: _taken_in(desk, drawn), made.append)
    until(lambda: made)
    taken = made[0]
    window.go(Spot(Place.EVIDENCE, f"{BUILD}/{taken.basis}"))
    page = window.stack.page
    until(lambda: isinstance(page, BuildPage) and page.builder)
    if not isinstance(page, BuildPage) or page.builder is None:
        raise TourStuckError
    album.take(window, "55-a-conversation-begun")
    page.builder.show_draft(_draft(taken))
    board = page.builder.board
    board.list.setCurrentRow(1)
    board.picture.tick.setChecked(True)
    until(board.picture.view.has_picture)
    board.picture.view.fit()
    album.take(window, "56-a-conversation-put-together")
    _add_more(page, board, window, album)
    page.finish()
    until(lambda: isinstance(window.stack.page, ConversationPage) and window.stack.page.is_read)
    album.take(window, "58-a-conversation")
    window.go(TODAY)


def _add_more(page: BuildPage, board: ConversationBoard, window: DeskWindow, album: Album) -> None:
    """Look at the stop, as it asks for three files at once; nothing is taken in."""
    page.more.click()
    if page.capture is None:
        raise TourStuckError
    page.capture.stop.ask(len(board.shots))
    album.take(window, "57-more-screenshots-behind-the-stop")
    page.capture.hide()


def _draft(taken: _Taken) -> ConversationDraft:
    shots = tuple(
        Shot(piece, meets, seen_at=time, words=words)
        for piece, (words, time, meets) in zip(taken.pieces, _CHAT, strict=True)
    )
    title = "Messages in “6H no teachers”, 16 November"
    return ConversationDraft(title, "WhatsApp group", shots, _SPEAKERS, taken.basis)


def _taken_in(desk: Desk, drawn: tuple[bytes, ...]) -> _Taken:
    clock = desk.sitting.clock
    now = clock.now()
    given = HandedInDraft(
        "Wren's mother", wall_clock(now), "On her telephone", "Three screenshots of a chat"
    )
    basis = desk.told.take(given, EntryId(fresh_id(now))).answer.id
    stop = Stop(fresh_id(now), StopAnswer.NO, WayIn.FILE, len(drawn), basis, now)
    door = desk.evidence.let_in(stop)
    said = EvidenceDraft("Screenshot of a chat", "A telephone", wall_clock(now))
    pieces = []
    for number, picture in enumerate(drawn, start=1):
        name = f"Screenshot {number}.png"
        sealed = door.seal(io.BytesIO(picture), name, facts_of)
        pieces.append(desk.evidence.keep(sealed, said, EntryId(fresh_id(clock.now()))).answer.id)
    return _Taken(basis, tuple(pieces))


def _drawn(words: str) -> bytes:
    """Return a telephone's screen with these messages on it."""
    image = QImage(_WIDE, _HIGH, QImage.Format.Format_RGB32)
    image.fill(theme().colour(Meaning.INSET))
    painter = QPainter(image)
    painter.setFont(theme().font(Voice.BODY))
    painter.fillRect(0, 0, _WIDE, 84, theme().colour(Meaning.RAIL))
    painter.setPen(theme().colour(Meaning.RAIL_INK))
    painter.drawText(QRectF(20, 44, 300, 30), "6H no teachers")
    for at, line in enumerate(words.split("\n")):
        box = QRectF(20 if at % 2 else 90, 110 + at * 84, 280, 66)
        painter.fillRect(box, theme().colour(Meaning.SURFACE))
        painter.setPen(theme().colour(Meaning.INK))
        inside = box.adjusted(12, 8, -12, -8)
        painter.drawText(inside, Qt.TextFlag.TextWordWrap, line.replace(": ", "\n"))
    painter.end()
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stubs know bytes, Qt takes text
    return bytes(kept.data())
