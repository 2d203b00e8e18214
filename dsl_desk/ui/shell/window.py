"""The unlocked window: rail, top bar, one page, and the keys that work everywhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.vault_errors import SpoolDamagedError
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.reading_order import TabbedAsRead
from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.kit.toast import Toast
from dsl_desk.ui.kit.training_bar import TrainingBar
from dsl_desk.ui.shell.above import Above
from dsl_desk.ui.shell.alarm import Alarm
from dsl_desk.ui.shell.commands import commands
from dsl_desk.ui.shell.daily_copy import DailyCopy
from dsl_desk.ui.shell.finder import Finder
from dsl_desk.ui.shell.last_call import wants_to_stay
from dsl_desk.ui.shell.lock_clock import LockClock
from dsl_desk.ui.shell.makers import Makers
from dsl_desk.ui.shell.on_call import OnCall
from dsl_desk.ui.shell.open_counts import open_counts
from dsl_desk.ui.shell.page_stack import PageStack
from dsl_desk.ui.shell.palette import Palette
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.rail import Rail
from dsl_desk.ui.shell.regions import next_region
from dsl_desk.ui.shell.rounds import Rounds
from dsl_desk.ui.shell.spot import CALENDAR, MANUAL, NEW_CONCERN, TODAY, VAULT, WAYS_IN, Spot
from dsl_desk.ui.shell.top_bar import TopBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from dsl_desk.domain.errors import DeskError
    from dsl_desk.ui.kit.page import Page
    from dsl_desk.ui.shell.means import Means

FOLDS_BELOW = 1240


class DeskWindow(TabbedAsRead, QMainWindow):
    """Holds one page at a time. Locking is asked for here and done by the supervisor.

    Signals:
        lock_wanted(str): lock, and why: "asked" or "idle".
        quit_wanted(): the window was closed.
        look_wanted(Look): another look was chosen.
        painted(): a picture of the whole window was drawn.
        broke(BaseException): a bug.
    """

    lock_wanted = Signal(str)
    quit_wanted = Signal()
    look_wanted = Signal(object)
    painted = Signal()
    broke = Signal(object)

    def __init__(self, means: Means, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self.setWindowTitle("DSL Desk")
        self.setMinimumSize(720, 480)
        self.resize(1366, 730)
        self._means = means
        self._folded_by_hand: bool | None = None
        self.rail, self.top_bar = Rail(means.face.school), TopBar(means.member)
        self.alarm, self.notice = Alarm(), FailureNotice()
        self.copy = DailyCopy(means.worker, means.clock)
        self.makers = Makers(means, self.go, self.become)
        self.stack = PageStack(self.makers.page_for)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101  # a window cannot be made without one
        self._clock = LockClock(app, means.clock, means.lock_after)
        self._clock.setParent(self)  # it ends with the window it counts for
        self._above = Above(self.top_bar, self.alarm, self.copy, self.notice)
        self.call = OnCall(self._clock, (self.rail, self._above), self)
        self._lay_out()
        self._join()
        self._bind_keys()
        self.top_bar.show_left(self._clock.seconds_left)
        self.go(TODAY)
        self._count()
        self._ask_after_the_rows()
        self.rounds = Rounds(means.worker, means.errands, means.clock, self)
        self._go_rounds()

    def go(self, spot: Spot) -> None:
        """Show a spot."""
        self.close_palette()
        self.stack.go(spot)

    def become(self, spot: Spot) -> None:
        """Show what a form has become."""
        self.stack.become(spot)

    def back(self) -> None:
        """Go back where we came from."""
        self.close_palette()
        self.stack.back()

    def open_palette(self) -> None:
        """Offer everything that can be done."""
        if self._palette() is None and self.call.may_leave():
            items = commands(self.go, self.lock, self.rail.offered(), self.stack.spot)
            Palette(self, items, Finder(self._means.worker, self.go)).open_over()

    def close_palette(self) -> None:
        """Take the palette away, if it is there."""
        palette = self._palette()
        if palette is not None:
            palette.leave()

    def lock(self) -> None:
        """Ask for the lock."""
        self.lock_wanted.emit("asked")

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.rounds.end()
        self.quit_wanted.emit()
        super().closeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < FOLDS_BELOW
        self.rail.show_narrow(narrow=narrow or bool(self._folded_by_hand))
        self.top_bar.show_width(self.width())
        for button in self.findChildren(Button):
            button.updateGeometry()
        super().resizeEvent(event)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("desk-ground")
        room = QHBoxLayout(inside)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        for above in (self._above, self.call.bar, TrainingBar(shown=self._means.face.training)):
            column.addWidget(above)
        column.addWidget(self.stack, 1)
        room.addWidget(self.rail)
        room.addLayout(column, 1)
        self.setCentralWidget(inside)

    def _join(self) -> None:
        worker, errands = self._means.worker, self._means.errands
        worker.changed.connect(self._read_again)
        for source in (worker, errands):
            source.failed.connect(self.notice.show_failure)
            source.broke.connect(self.broke)
        self._clock.left.connect(self.top_bar.show_left)
        self._clock.run_out.connect(lambda: self.lock_wanted.emit("idle"))
        self._clock.last_call.connect(self._last_call)
        self.rail.wanted.connect(lambda place: self.go(Spot(place)))
        self.top_bar.search_wanted.connect(self.open_palette)
        self.top_bar.lock_wanted.connect(self.lock)
        self.top_bar.concern_wanted.connect(lambda: self.go(NEW_CONCERN))
        self.top_bar.look_wanted.connect(self.look_wanted)
        self.top_bar.chip.ways_in_wanted.connect(partial(self.go, WAYS_IN))
        self.top_bar.chip.calendar_wanted.connect(partial(self.go, CALENDAR))
        self.top_bar.chip.manual_wanted.connect(partial(self.go, MANUAL))
        self.stack.moved.connect(self._show_where)
        self.stack.moved.connect(self.call.be_at)
        self.stack.may_move = self.call.may_leave
        self.call.lock_wanted.connect(self.lock_wanted)
        self.call.bar.lock_wanted.connect(self.lock)
        self.stack.said.connect(self._say)

    def _go_rounds(self) -> None:
        self.rounds.noticed.connect(self.alarm.tell_all)
        self.rounds.failed.connect(self._tell_failed_round)
        self.rounds.looked.connect(lambda: self.stack.read_again(frozenset({Thing.VAULT})))
        self.rounds.looked.connect(self.copy.look)
        self.copy.said.connect(self._say)
        self.lock_wanted.connect(self.rounds.bear_last_witness)
        self.alarm.vault_wanted.connect(partial(self.go, VAULT))

    def _bind_keys(self) -> None:
        keys: dict[Shortcut, Callable[[], None]] = {
            Shortcut.SEARCH: self.open_palette,
            Shortcut.RECORD_CONCERN: partial(self.go, NEW_CONCERN),
            Shortcut.LOCK: self.lock,
            Shortcut.EXPLAIN: partial(self.go, MANUAL),
            Shortcut.COLLAPSE_RAIL: self._fold_rail,
            Shortcut.BACK: self.back,
            Shortcut.NEXT_REGION: partial(self._next_region, forward=True),
            Shortcut.REGION_BEFORE: partial(self._next_region, forward=False),
        }
        for shortcut, act in keys.items():
            QShortcut(shortcut.keys, self).activated.connect(act)
        for place in (place for place in Place if place.digit):
            key = QShortcut(f"Ctrl+{place.digit}", self)
            key.activated.connect(partial(self.go, Spot(place)))
        for_the_page: dict[Shortcut, Callable[[Page], None]] = {
            Shortcut.FIND_ON_PAGE: lambda page: page.look_for(),
            Shortcut.SAVE: lambda page: page.keep(),
            Shortcut.FINISH: lambda page: page.finish(),
            Shortcut.EXPORT: lambda page: page.export(),
        }
        for shortcut, wish in for_the_page.items():
            QShortcut(shortcut.keys, self).activated.connect(partial(self._pass_on, wish))
        QShortcut(Shortcut.STEP_BACK.keys, self).activated.connect(self._step_back)

    def _pass_on(self, wish: Callable[[Page], None]) -> None:
        if self._palette() is None:  # what lies behind it hears no keys
            wish(self.stack.page)

    def _step_back(self) -> None:
        # Qt gives Esc to the window's keys before the palette's own line hears of it.
        if self._palette() is None:
            self.stack.page.step_back()
        else:
            self.close_palette()

    def _palette(self) -> Palette | None:
        open_ones = [palette for palette in self.findChildren(Palette) if not palette.isHidden()]
        return open_ones[0] if open_ones else None

    def _next_region(self, *, forward: bool) -> None:
        next_region([self.rail, self.top_bar, *self.stack.page.regions()], forward=forward)

    def _fold_rail(self) -> None:
        self._folded_by_hand = not self.rail.narrow
        self.rail.show_narrow(narrow=self._folded_by_hand)

    def _show_where(self, spot: Spot) -> None:
        self.notice.clear()
        self.rail.show_place(spot.place)

    def _read_again(self, things: frozenset[Thing]) -> None:
        self.stack.read_again(things)
        if things & {Thing.CONCERNS, Thing.REFERRALS}:
            self._count()
        if Thing.MEMBERS in things:
            self._offer_cases()
        if Thing.SETTINGS in things:
            self._means.worker.ask(
                self, lambda desk: desk.settings.lock_after(), self._clock.lock_after
            )

    def _count(self) -> None:
        def show(counts: tuple[int, int]) -> None:
            for place, count in zip((Place.CONCERNS, Place.REFERRALS), counts, strict=True):
                self.rail.show_count(place, count)

        self._means.worker.ask(self, open_counts, show)

    def _ask_after_the_rows(self) -> None:
        worker = self._means.worker
        worker.ask(self, lambda desk: desk.ways_in.passphrase_wanted, self._after_kit)
        worker.ask(self, lambda desk: desk.drafts.lost, self._tell_lost)
        self._offer_cases()

    def _offer_cases(self) -> None:
        def offer(holds: bool) -> None:  # noqa: FBT001  # an answer
            self.rail.offer(Place.CASES, offered=holds)

        self._means.worker.ask(self, lambda desk: desk.cases.holds_slots(), offer)

    def _after_kit(self, wanted: bool) -> None:  # noqa: FBT001  # an answer
        if wanted:  # who came in by their kit chooses a passphrase before anything else
            self.go(WAYS_IN)

    def _tell_lost(self, lost: bool) -> None:  # noqa: FBT001  # an answer
        if lost:
            self.alarm.tell(SpoolDamagedError())

    def _tell_failed_round(self, error: DeskError) -> None:
        if isinstance(error, DamageError):
            self.alarm.tell(error)
        else:
            self.notice.show_failure(error)

    def _say(self, words: str) -> None:
        Toast(self.stack, words).rise()

    def _last_call(self) -> None:
        if wants_to_stay(self._means.ask, self):
            self._clock.touch()
        else:
            self.lock()
