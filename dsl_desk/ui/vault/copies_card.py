"""Copies of the vault: how they stand, making one, and trying one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from dsl_desk.domain.dates import in_full
from dsl_desk.domain.snapshot import Worry
from dsl_desk.domain.vault_errors import VaultMissingError
from dsl_desk.ui.forms.long_work import LongWork
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.chip import Status, StatusChip
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.link import Link
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice
from dsl_desk.ui.vault.card_head import CardHead, Fact

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.changes import Changed
    from dsl_desk.domain.snapshot import Rehearsal, SnapshotState, SnapshotView
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.vault.means import Means
    from dsl_desk.ui.work.steps import Steps

A = TypeVar("A")

WORRIES = {
    Worry.NEVER_TAKEN: "There is no copy yet. If this laptop is lost, so are the records.",
    Worry.OLD: "The newest copy is more than a school day old. Make another one.",
    Worry.SAME_DRIVE: "The newest copy is on the same drive as the vault. Use another drive.",
    Worry.NEVER_REHEARSED: "No copy was ever tried. Test one: it changes nothing.",
}
_MEGABYTE = 1_000_000
_KEEP_WORKING = "You can keep working on this page."


class CopiesCard(Card):
    """Back up now, Test a backup, and a way to bring two copies together.

    Signals:
        join_wanted(): two copies are to be brought together.
    """

    join_wanted = Signal()

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        self._newest: SnapshotView | None = None
        self.chip = StatusChip(Status.NEW, self.tr("Looking"))
        self.newest = Fact(IconView(Icon.HARD_DRIVE))
        self.tried = Fact(IconView(Icon.SHIELD_CHECK))
        self.worries = Label("", Voice.SECONDARY, Meaning.AMBER).wrapped()
        self._work = LongWork(self, self.tr("Stop"), self._rest)
        self.notice, self.result = self._work.notice, self._work.result
        self.progress = self._work.progress
        self.take = Button(self.tr("Back up now"), Kind.PRIMARY)
        self.test = Button(self.tr("Test a backup"))
        self.take.clicked.connect(self._take)
        self.test.clicked.connect(self._test)
        self.join = Link(self.tr("Bring two copies together"), voice=Voice.SECONDARY)
        self.join.clicked.connect(self.join_wanted)
        self._lay_out()
        self.worries.hide()

    def read_again(self) -> None:
        """Read how the copies stand."""
        self._means.worker.ask(
            self, lambda desk: desk.snapshots.state(), self._show, self.notice.show_failure
        )

    def mend(self, worry: Worry) -> None:
        """Do what a worry asks for, once it is known where the newest copy is."""
        button = self.test if worry is Worry.NEVER_REHEARSED else self.take

        def then(state: SnapshotState) -> None:
            self._show(state)
            button.click()

        self._means.worker.ask(
            self, lambda desk: desk.snapshots.state(), then, self.notice.show_failure
        )

    def _show(self, state: SnapshotState) -> None:
        self._newest = newest = state.newest
        if newest is None:
            self.newest.say(self.tr("No copy yet"))
        else:
            size = max(1, round(newest.size / _MEGABYTE))
            self.newest.say(
                f"{in_full(newest.taken_at)}, to “{newest.chosen.name or newest.chosen}”",
                f"Sealed as the vault is. {size} MB, {newest.files} files.",
            )
        tried = state.rehearsed_at
        self.tried.say(
            f"Last tried {in_full(tried)}" if tried else self.tr("Not tried yet"),
            "" if tried else self.tr("Testing opens a copy and changes nothing."),
        )
        if state.worries:
            self.chip.show_status(Status.CAUTION, self.tr("Needs a look"))
        else:
            self.chip.show_status(Status.CLOSED, self.tr("Up to date"))
        self.worries.say(" ".join(WORRIES[worry] for worry in state.worries))
        self.worries.setVisible(bool(state.worries))

    def _take(self) -> None:
        folder = self._means.ask.which_folder(self, self.tr("Choose a folder for the copy"))
        if folder is not None:
            self._do(
                self.take,
                "Making a copy",
                lambda desk, steps: desk.snapshots.take(folder, steps),
                self._taken,
            )

    def _test(self) -> None:
        copy = Path(self._newest.folder) if self._newest is not None else None
        if copy is None or not copy.exists():
            copy = self._means.ask.which_folder(self, self.tr("Choose the folder of the copies"))
        if copy is not None:
            where = copy
            self._do(
                self.test,
                "Opening the copy",
                lambda desk, steps: desk.snapshots.rehearse(_copy_in(desk, where), steps),
                self._tried,
            )

    def _do(
        self,
        button: Button,
        words: str,
        act: Callable[[Desk, Steps], Changed[A]],
        then: Callable[[A], None],
    ) -> None:
        if self._work.going:
            return
        steps = self._work.begin(words, _KEEP_WORKING)
        button.busy(words)
        self._means.worker.do(self, lambda desk: act(desk, steps), then, self._work.fail)

    def _taken(self, view: SnapshotView) -> None:
        self._work.end(f"The copy was made, read back and found whole: {view.files} files.")

    def _tried(self, rehearsal: Rehearsal) -> None:
        words = f"The copy opens. {rehearsal.entries:,} entries of your parts were read in it."
        if rehearsal.behind:
            words += f" {_entries(rehearsal.behind)} newer than the copy."
        if rehearsal.beyond:
            words += f" {_entries(rehearsal.beyond)} in the copy and not in the vault: keep it."
        self._work.end(words)

    def _rest(self) -> None:
        for button in (self.take, self.test):
            button.rest()

    def _lay_out(self) -> None:
        head = CardHead(self.tr("Copies"))
        head.put_right(self.chip)
        self.column.addWidget(head)
        for widget in (self.newest, self.tried, self.worries, self.notice, self.result):
            self.column.addWidget(widget)
        self.column.addWidget(self.progress)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.take, 1)
        buttons.addWidget(self.test, 1)
        self.column.addLayout(buttons)
        self.column.addWidget(self.join, 0, Qt.AlignmentFlag.AlignLeft)


def _copy_in(desk: Desk, folder: Path) -> Path:
    """Return the newest copy in a folder, or the folder where it is a copy itself."""
    copies = (*desk.snapshots.copies_in(folder), *desk.snapshots.copies_in(folder.parent.parent))
    if folder in copies:
        return folder
    if not copies:
        raise VaultMissingError
    return copies[0]


def _entries(count: int) -> str:
    return "1 entry is" if count == 1 else f"{count:,} entries are"
