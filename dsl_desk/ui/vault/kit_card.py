"""Your own recovery kit: whether there is one, and making a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from dsl_desk.domain.ways_in import Way
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.chip import Status, StatusChip
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.question import Question
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.vault.card_head import CardHead, Fact

if TYPE_CHECKING:
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.ways_in import Kit, WayView
    from dsl_desk.ui.vault.means import Means


class KitCard(Card):
    """Whether your kit is made. A new one ends the old one, so it asks first.

    Signals:
        kit_made(Kit): show it, to be printed and typed back.
    """

    kit_made = Signal(object)

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        self._has_kit = False
        self.chip = StatusChip(Status.NEW, self.tr("Looking"))
        self.kit = Fact(IconView(Icon.LIFE_BUOY))
        self.ways = Fact(IconView(Icon.KEY_ROUND))
        self.notice = FailureNotice()
        self.make = Button(self.tr("Make a new kit"))
        self.make.clicked.connect(self._make)
        head = CardHead(self.tr("Your recovery kit"))
        head.put_right(self.chip)
        for widget in (head, self.kit, self.ways, self.notice, self.make):
            self.column.addWidget(widget)

    def read_again(self) -> None:
        """Read one's own ways in."""
        self._means.worker.ask(
            self, lambda desk: desk.ways_in.list(), self._show, self.notice.show_failure
        )

    def _show(self, ways: tuple[WayView, ...]) -> None:
        self._has_kit = any(way.way is Way.KIT for way in ways)
        if self._has_kit and not all(way.typed_back for way in ways):
            self.chip.show_status(Status.CAUTION, self.tr("Not checked"))
            self.kit.say(
                self.tr("Your kit was made, and never typed back"),
                self.tr("Nobody knows whether it is on paper. Make a new one and finish it."),
            )
        elif self._has_kit:
            self.chip.show_status(Status.CLOSED, self.tr("Made"))
            self.kit.say(
                self.tr("Your kit is made"),
                self.tr("Keep the paper in the school safe."),
            )
        else:
            self.chip.show_status(Status.CAUTION, self.tr("Not made"))
            self.kit.say(
                self.tr("You have no kit"),
                self.tr("Without one, a forgotten passphrase cannot be helped by anybody."),
            )
        others = [label(way.way) for way in ways if way.way is not Way.KIT]
        self.ways.say(self.tr("You come in by"), "; ".join(others) or label(Way.KIT))

    def _make(self) -> None:
        ends = self.tr("The paper you have now opens nothing from then on.")
        question = Question(
            title=self.tr("Make a new recovery kit?"),
            sentence=ends if self._has_kit else self.tr("It opens your keys: print it, seal it."),
            act=self.tr("Make a new kit"),
            keep=self.tr("Keep as it is"),
        )
        if self._means.ask.confirm(self, question) is None:
            return
        self.notice.clear()
        self.make.busy(self.tr("Making the kit"))
        self._means.worker.do(self, lambda desk: desk.ways_in.make_kit(), self._made, self._fail)

    def _made(self, kit: Kit) -> None:
        self.make.rest()
        self.kit_made.emit(kit)

    def _fail(self, error: DeskError) -> None:
        self.make.rest()
        self.notice.show_failure(error)
