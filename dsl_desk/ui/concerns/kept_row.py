"""The filters one keeps, by name: choosing one, keeping this one, renaming, taking away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind, Size
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from dsl_desk.domain.concern_list import Narrowing
    from dsl_desk.domain.kept_filter import KeptFilter

_NONE = 0


class KeptRow(QWidget):
    """Hidden while there is nothing to keep and nothing kept. Passive.

    Signals:
        chosen(KeptFilter): narrow the list to this one.
        keep_wanted(): keep what is chosen now.
        rename_wanted(KeptFilter): call it something else.
        remove_wanted(KeptFilter): take it away.
    """

    chosen = Signal(object)
    keep_wanted = Signal()
    rename_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._kept: tuple[KeptFilter, ...] = ()
        self.pick = Pick([self.tr("Kept filters")], self.tr("Narrow by a filter you kept"))
        self.keep = Button(self.tr("Keep this filter"), Kind.QUIET, Icon.PLUS).sized(Size.SMALL)
        self.rename = Button(self.tr("Rename"), Kind.QUIET).sized(Size.SMALL)
        self.remove = Button(self.tr("Remove"), Kind.QUIET).sized(Size.SMALL)
        self.pick.activated.connect(self._choose)
        self.keep.clicked.connect(self.keep_wanted)
        self.rename.clicked.connect(lambda: self.rename_wanted.emit(self.current()))
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(self.current()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.pick, self.keep, self.rename, self.remove):
            row.addWidget(widget)
        row.addStretch(1)
        self.hide()

    def current(self) -> KeptFilter | None:
        """Return the one that is chosen."""
        at = self.pick.currentIndex()
        return self._kept[at - 1] if at > _NONE else None

    def show_kept(self, kept: tuple[KeptFilter, ...], now: Narrowing) -> None:
        """Offer these; the one that is as the list is now stands as chosen."""
        if kept != self._kept:
            self._kept = kept
            while self.pick.count() > 1:
                self.pick.removeItem(1)
            self.pick.addItems([one.draft.name for one in kept])
        alike = [at for at, one in enumerate(kept, 1) if one.draft.narrowing == now]
        if (one := self.current()) is None or one.draft.narrowing != now:
            self.pick.setCurrentIndex(alike[0] if alike else _NONE)
        chosen = self.current() is not None
        plain = not now.is_narrow and now == type(now)(now.part)
        self.pick.setVisible(bool(kept))
        self.keep.setHidden(chosen or plain)
        self.rename.setVisible(chosen)
        self.remove.setVisible(chosen)
        self.setVisible(bool(kept) or not plain)

    def _choose(self) -> None:
        if (one := self.current()) is not None:
            self.chosen.emit(one)
