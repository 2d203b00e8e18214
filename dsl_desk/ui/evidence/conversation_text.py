"""A conversation as it is read: each picture with its messages, gaps and overlaps marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser
from typing_extensions import override

from dsl_desk.domain.conversation import WordsFrom
from dsl_desk.domain.conversation_file import stretches_of
from dsl_desk.domain.conversation_words import met, set_aside_words
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.words import label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.conversation_file import Stretch
    from dsl_desk.domain.transcript import Turn
    from dsl_desk.services.conversations import ConversationView

_NOTHING: Final = "Nothing is written of its words."
_NOBODY: Final = "Not said who"


class ConversationText(QTextBrowser):
    """One text, so that it is read, searched and copied as one; each picture is a link.

    Signals:
        wanted(str): open this piece of evidence.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._view: ConversationView | None = None
        self.setObjectName("conversationText")
        self.setAccessibleName(self.tr("The conversation, in order"))
        self.setOpenLinks(False)
        self.anchorClicked.connect(lambda url: self.wanted.emit(url.path()))

    def show_view(self, view: ConversationView) -> None:
        """Show a conversation from its beginning."""
        self._view = view
        self._write()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._view is not None:
            self._write()

    def _write(self) -> None:
        view = self._view
        if view is None:
            return
        self.document().clear()
        self.document().setDocumentMargin(theme().px(14))
        cursor = QTextCursor(self.document())
        for stretch in stretches_of(view.conversation.draft):
            self._stretch(cursor, stretch, view)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _stretch(self, cursor: QTextCursor, stretch: Stretch, view: ConversationView) -> None:
        record = stretch.shot.evidence
        if how := met(stretch):
            self._line(cursor, how, Voice.SECONDARY_STRONG, Meaning.AMBER, above=16)
        head = [f"Picture {stretch.number}", view.pieces[record].ref]
        head.append(told_in_full(stretch.shot.seen_at))
        words = " · ".join(part for part in head if part)
        aside = record in view.set_aside
        link = "" if aside else record
        self._line(cursor, words, Voice.SECONDARY_STRONG, Meaning.ACCENT, above=14, link=link)
        if aside:
            said = set_aside_words(set_aside=True)
            self._line(cursor, said, Voice.SECONDARY, Meaning.RED)
        if stretch.shot.words_from is WordsFrom.READ:
            self._line(cursor, label(WordsFrom.READ), Voice.SECONDARY, Meaning.AMBER)
        for turn in stretch.turns:
            self._turn(cursor, turn)
        if not stretch.shot.words.strip():
            self._line(cursor, _NOTHING, Voice.SECONDARY, Meaning.INK3)

    def _turn(self, cursor: QTextCursor, turn: Turn) -> None:
        who = ", ".join(part for part in (turn.speaker or _NOBODY, turn.at) if part)
        self._line(cursor, who, Voice.SECONDARY, Meaning.INK2, above=8)
        for line in turn.words.split("\n"):
            self._line(cursor, line, Voice.VERBATIM, Meaning.INK)

    def _line(  # noqa: PLR0913 a line is its words, how they look, and where they lead
        self,
        cursor: QTextCursor,
        words: str,
        voice: Voice,
        meaning: Meaning,
        *,
        above: int = 0,
        link: str = "",
    ) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(theme().px(above))
        letters = QTextCharFormat()
        letters.setFont(theme().font(voice))
        letters.setForeground(theme().colour(meaning))
        if link:
            letters.setAnchor(True)
            letters.setAnchorHref(QUrl(link).toString())
            letters.setFontUnderline(True)
        if cursor.atStart():
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        cursor.insertText(words, letters)
