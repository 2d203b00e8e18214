"""One item of a timeline: time, node with the icon of its kind, title, clause, author, quote."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind, Size
from dsl_desk.ui.kit.clause import ClauseMark
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.sentence import Sentence
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from dsl_desk.ui.kit.moment import Moment, NewVersion

NODE = 30
NODE_ICON = 15
TIME = 50
AFTER_NODE = 14
RADIUS = 4
RING_ROOM = 5  # below the words, so that the ring stays off the next node
BELOW = 14  # from one item to the next
CENTRE = Qt.AlignmentFlag.AlignVCenter


class VersionLine(QFrame):
    """A new version: its own boxed line, with the reason and Compare.

    Signals:
        compare_wanted(int): show this version beside the one before
    """

    compare_wanted = Signal(int)

    def __init__(self, version: NewVersion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("versionLine")
        self.setAccessibleName(version.spoken())
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(IconView(Icon.GIT_COMMIT_VERTICAL, Meaning.INK2, NODE_ICON))
        row.addWidget(VersionWords(version), stretch=1)
        compare = Button(self.tr("Compare"), Kind.QUIET).sized(Size.SMALL)
        compare.setObjectName("compare")
        compare.setAccessibleDescription(version.spoken())
        compare.clicked.connect(lambda: self.compare_wanted.emit(version.number))
        row.addWidget(compare)


class VersionWords(Label):
    """The line's words: the number stands out, and all of it wraps as one."""

    def __init__(self, version: NewVersion) -> None:
        super().__init__(version.spoken(), Voice.SECONDARY, Meaning.INK2)
        self.wrapped()
        self.setContentsMargins(0, 2, 0, 0)  # rich text stands a little high
        head = f'<span style="font-weight:600">Version {version.number}.</span>'
        self.setText(f'<div style="line-height:115%">{head} {escape(version.sentence())}</div>')


class TimelineItem(QFrame):
    """A moment. An accent edge on its node marks the evidence chain, a grey one a contact.

    Signals:
        opened(): Enter was pressed on the item
        compare_wanted(int): this version is to be shown beside the one before
    """

    opened = Signal()
    compare_wanted = Signal(int)

    def __init__(self, moment: Moment, *, joined: bool = False) -> None:
        super().__init__()
        self._moment, self.joined = moment, joined
        self.setObjectName("timelineItem")
        self.setAccessibleName(moment.spoken())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring_radius", RADIUS)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 1, 2, BELOW)
        row.setSpacing(0)
        self._time = Label(moment.time, Voice.SECONDARY, Meaning.INK2).tabular()
        self._title = Sentence(moment.title, Voice.STRONG, Meaning.INK)
        self._room = QWidget()
        row.addWidget(self._time, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._room)
        row.addLayout(self._body(), stretch=1)
        self._size()

    def _size(self) -> None:
        """Set what grows with the text: the column of times, the node and its row."""
        self._time.setFixedSize(theme().px(TIME), self._node())
        self._room.setFixedWidth(self._node() + AFTER_NODE)
        self._title.setMinimumHeight(self._node())

    def _body(self) -> QVBoxLayout:
        body = QVBoxLayout()
        body.setSpacing(1)
        body.addLayout(self._head())
        if self._moment.sentence:
            body.addWidget(Label(self._moment.sentence, Voice.BODY, Meaning.INK2).wrapped())
        if self._moment.quote:
            quote = Label(self._moment.quote, Voice.VERBATIM, Meaning.INK).wrapped()
            quote.setObjectName("timelineQuote")
            body.addWidget(quote)
        for version in self._moment.versions:
            body.addSpacing(8)
            line = VersionLine(version)
            line.compare_wanted.connect(self.compare_wanted)
            body.addWidget(line)
        return body

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(9)
        head.addWidget(self._title)
        if cited := self._moment.clause:
            mark = ClauseMark(cited.code, cited.words, cited.source)
            head.addWidget(mark, alignment=CENTRE)
        head.addStretch(1)
        if self._moment.author:
            head.addWidget(Label(self._moment.author, Voice.SECONDARY, Meaning.INK2))
        return head

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setProperty("ring_rect", self.rect().adjusted(0, 0, 0, RING_ROOM - BELOW))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._size()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self._node()
        left, top = self._time.geometry().right() + 1.5, self._time.geometry().top() + 0.5
        node = QRectF(left, top, size - 1, size - 1)
        if self.joined:
            middle = round(node.center().x()) + 0.5
            painter.setPen(QPen(theme().colour(Meaning.BUTTON_EDGE), 1))
            painter.drawLine(QLineF(middle, node.bottom(), middle, self.height() + 1))
        ink = Meaning.ACCENT if self._moment.chain else Meaning.LINE_STRONG
        painter.setPen(QPen(theme().colour(ink), 1))
        painter.setBrush(theme().colour(Meaning.SURFACE))
        painter.drawEllipse(node)
        inside = Meaning.ACCENT if self._moment.chain else Meaning.INK2
        icon = theme().icon(self._moment.icon, inside, theme().px(NODE_ICON))
        half = icon.deviceIndependentSize() / 2
        painter.drawPixmap(node.center() - QPointF(half.width(), half.height()), icon)

    def _node(self) -> int:
        return theme().px(NODE)
