"""Drawing on a copy: boxes that are put down, moved and stretched with the mouse or the keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from typing_extensions import override

from dsl_desk.domain.sharing_marks import STEP, Area, CopyDraft, Mark, MarkSort
from dsl_desk.ui.evidence.painting import box_of, paint_marks
from dsl_desk.ui.evidence.picture_view import PictureView
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from dsl_desk.ui.evidence.letter_keys import LetterKeys

KEYS: Final[Mapping[Qt.Key, MarkSort]] = {
    Qt.Key.Key_C: MarkSort.COVER,
    Qt.Key.Key_X: MarkSort.CROP,
    Qt.Key.Key_A: MarkSort.ARROW,
    Qt.Key.Key_N: MarkSort.NOTE,
}
_ARROWS: Final = {
    Qt.Key.Key_Left: (-STEP, 0),
    Qt.Key.Key_Right: (STEP, 0),
    Qt.Key.Key_Up: (0, -STEP),
    Qt.Key.Key_Down: (0, STEP),
}
_HANDLE: Final = 10  # pixels of the screen
_DRAWN: Final = 6  # a box smaller than this was a click
_SHADE: Final = 150


@dataclass
class _Hold:
    """What the mouse holds: a mark to move or to stretch, and where it was taken."""

    at: int
    stretch: bool
    start: QPointF
    before: CopyDraft
    drawn: bool = False


class CopyView(PictureView):
    """The picture with its marks. Nothing is drawn while it is blurred.

    Signals:
        changed(CopyDraft): something was put down, moved, stretched, removed or undone.
        selected(int): this mark is chosen; -1 for none.
        original_wanted(): O was pressed.
    """

    changed = Signal(object)
    selected = Signal(int)
    original_wanted = Signal()

    def __init__(self, letters: LetterKeys | None = None) -> None:
        super().__init__(letters)
        self.setAccessibleName(self.tr("The copy"))
        self.draft = CopyDraft()
        self.at = -1
        self.tool = MarkSort.COVER
        self._before: list[CopyDraft] = []
        self._hold: _Hold | None = None
        self._sheet.over = self._paint_over

    def put(self, sort: MarkSort) -> None:
        """Put one in the middle of what is seen, chosen, to be moved with the arrows."""
        if not self._can_draw():
            return
        middle = self._to_picture(QPointF(self.viewport().rect().center()))
        wide, high = self._whole.width() // 4, self._whole.height() // 8
        width, height = max(wide, 6 * STEP), max(high, 3 * STEP)
        left, top = round(middle.x()) - width // 2, round(middle.y()) - height // 2
        self._add(Mark(sort, Area(max(0, left), max(0, top), width, height)))
        self.setFocus()

    def undo(self) -> None:
        """Take the last step back."""
        if self._before:
            self._become(self._before.pop(), -1)

    def forget_steps(self) -> None:
        """Forget what could be taken back: it was drawn on another page."""
        self._before.clear()

    def can_undo(self) -> bool:
        """Tell whether there is a step to take back."""
        return bool(self._before)

    def remove(self, at: int) -> None:
        """Remove one."""
        self._remember()
        self._become(self.draft.without(at), -1)

    def choose(self, at: int) -> None:
        """Choose one, or none (-1)."""
        if at != self.at:
            self.at = at
            self._sheet.update()
            self.selected.emit(at)

    def say(self, draft: CopyDraft) -> None:
        """Take over reasons and words, which are typed beside the picture."""
        self.draft = draft
        self._sheet.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        stretch = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and key is Qt.Key.Key_Z:
            self.undo()
        elif key in KEYS and not control and self.letters.on:
            self.put(KEYS[key])
        elif key is Qt.Key.Key_O and self.letters.on:
            self.original_wanted.emit()
        elif self.at >= 0 and key in _ARROWS:
            self._nudge(_ARROWS[key], stretch=stretch)
        elif self.at >= 0 and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove(self.at)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._can_draw() or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.setFocus()
        where = self._to_picture(event.position())
        found, corner = self._found(where)
        self._hold = _Hold(found, corner, where, self.draft)
        self.choose(found)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._hold is None:
            super().mouseMoveEvent(event)
            return
        self._drag(self._hold, self._to_picture(event.position()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        hold, self._hold = self._hold, None
        if hold is not None and self.draft != hold.before:
            self._before.append(hold.before)
            self._become(self.draft, self.at)
        super().mouseReleaseEvent(event)

    def _drag(self, hold: _Hold, where: QPointF) -> None:
        across, down = round(where.x() - hold.start.x()), round(where.y() - hold.start.y())
        if hold.at >= 0:
            mark = hold.before.marks[hold.at]
            moved = mark.stretched(across, down) if hold.stretch else mark.moved(across, down)
            self.draft = hold.before.with_mark_at(hold.at, moved)
        elif max(abs(across), abs(down)) >= _DRAWN:
            area = Area(round(hold.start.x()), round(hold.start.y()), across, down)
            box = area if self.tool is MarkSort.ARROW else area.upright()
            self.draft = hold.before.with_mark(Mark(self.tool, box))
            self.at = len(self.draft.marks) - 1
        self._sheet.update()

    def _nudge(self, step: tuple[int, int], *, stretch: bool) -> None:
        mark = self.draft.marks[self.at]
        moved = mark.stretched(*step) if stretch else mark.moved(*step)
        self._remember()
        self._become(self.draft.with_mark_at(self.at, moved), self.at)

    def _add(self, mark: Mark) -> None:
        self._remember()
        draft = self.draft.with_mark(mark)
        self._become(draft, len(draft.marks) - 1)

    def _remember(self) -> None:
        self._before.append(self.draft)

    def _become(self, draft: CopyDraft, at: int) -> None:
        self.draft, self.at = draft, at
        self._sheet.update()
        self.changed.emit(draft)
        self.selected.emit(at)

    def _can_draw(self) -> bool:
        return self.has_picture() and self.clear

    def _found(self, where: QPointF) -> tuple[int, bool]:
        """Return the uppermost mark there, and whether its lower right corner was taken."""
        near = _HANDLE / self._sheet.scale
        for at in reversed(range(len(self.draft.marks))):
            area = self.draft.marks[at].area
            corner = QPointF(area.left + area.width, area.top + area.height) - where
            if max(abs(corner.x()), abs(corner.y())) <= near:
                return at, True
            if self.draft.marks[at].sort is not MarkSort.CROP and box_of(area).contains(where):
                return at, False
        return -1, False

    def _to_picture(self, at: QPointF) -> QPointF:
        return self._sheet.mapFrom(self.viewport(), at) / self._sheet.scale

    def _paint_over(self, painter: QPainter) -> None:
        painter.save()
        painter.scale(self._sheet.scale, self._sheet.scale)
        paint_marks(painter, self.draft)
        painter.restore()
        self._shade(painter)
        if 0 <= self.at < len(self.draft.marks):
            self._frame(painter, self._on_sheet(self.draft.marks[self.at].area))

    def _shade(self, painter: QPainter) -> None:
        """Darken what a crop leaves out."""
        if self.draft.crop is None:
            return
        kept, all_of_it = self._on_sheet(self.draft.crop), QRectF(self._sheet.rect())
        dark = QColor(Qt.GlobalColor.black)
        dark.setAlpha(_SHADE)
        for box in (
            QRectF(all_of_it.topLeft(), QPointF(all_of_it.right(), kept.top())),
            QRectF(QPointF(all_of_it.left(), kept.bottom()), all_of_it.bottomRight()),
            QRectF(QPointF(all_of_it.left(), kept.top()), kept.bottomLeft()),
            QRectF(kept.topRight(), QPointF(all_of_it.right(), kept.bottom())),
        ):
            painter.fillRect(box, dark)

    @staticmethod
    def _frame(painter: QPainter, box: QRectF) -> None:
        focus = theme().colour(Meaning.FOCUS)
        painter.setPen(QPen(focus, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(-2, -2, 2, 2))
        handle = QRectF(0, 0, _HANDLE, _HANDLE)
        handle.moveCenter(box.bottomRight())
        painter.fillRect(handle, Qt.GlobalColor.white)
        painter.drawRect(handle)

    def _on_sheet(self, area: Area) -> QRectF:
        box, scale = box_of(area), self._sheet.scale
        return QRectF(box.topLeft() * scale, box.size() * scale)
