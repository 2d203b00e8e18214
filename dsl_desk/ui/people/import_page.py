"""Importing a list: choose it, see which column is what, see what would happen, then take it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.people_settings import PeopleSettings
from dsl_desk.services.importing import AT_ONCE, guess_columns, plan, read_file
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.who_opens import WhoOpens
from dsl_desk.ui.kit.bottom_bar import BottomBar
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.empty import EmptyState
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.progress import Progress
from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.people.dry_run import DryRun
from dsl_desk.ui.people.import_mapping import ImportMapping
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.import_plan import ImportPlan, Planned, Sheet
    from dsl_desk.domain.person import PersonRow
    from dsl_desk.ui.people.means import Means

CHOOSE, COLUMNS, LOOK, WRITING, DONE = range(5)
_FILES: Final = "Lists of pupils (*.csv *.txt *.xml)"
_TOLD: Final = {
    CHOOSE: "A CSV out of SIMS, Arbor, Bromcom or ScholarPack, or a Common Transfer File",
    COLUMNS: "Is each answer in the right column? Your choice is remembered",
    LOOK: "This is what would happen. Nothing is written yet",
    WRITING: "You can keep working",
    DONE: "The list is in",
}


class ImportPage(Page):
    """Five steps in one place; nothing is written before the last button.

    Signals:
        people_wanted(): show the people.
    """

    people_wanted = Signal()

    def __init__(self, means: Means) -> None:
        super().__init__("Import a list")
        self._means = means
        self.step = CHOOSE
        self._sheet: Sheet | None = None
        self._plan: ImportPlan | None = None
        self._settings = PeopleSettings()
        self._rest: tuple[Planned, ...] = ()
        self._of, self._stopped = 0, False
        self._chip = WhoOpens(means.worker, Compartment.SCHOOL)
        self.header = PageHeader(self.title, "", self._chip)
        self.notice = FailureNotice()
        self._make_ends()
        self.mapping = ImportMapping()
        self.dry_run = DryRun()
        self.progress = Progress(self.tr("Writing the pupils down"), self.tr("Stop"))
        self.bar = BottomBar()
        self.back = Button(self.tr("Choose another file"))
        self.button = Button(self.tr("Look what would happen"), Kind.PRIMARY, keys=_KEYS)
        self.button.setObjectName("import-next")
        self._join()
        self._lay_out()
        self._go(CHOOSE)

    def _make_ends(self) -> None:
        self.choose = EmptyState(
            Icon.FILE_DOWN,
            self.tr("Choose the list"),
            self.tr("It is read on this laptop, and nothing is written before you say so."),
            self.tr("Choose a file"),
        )
        self.done = EmptyState(
            Icon.CIRCLE_CHECK,
            self.tr("The list is in"),
            self.tr("Mend what was refused and import it again: nobody comes in twice."),
            self.tr("See the people"),
        )

    @override
    def read_again(self) -> None:
        self._chip.read_again()

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def regions(self) -> list[QWidget]:
        return [self._middle, self.bar]

    @override
    def let_go(self) -> bool:
        return self.step != WRITING

    @override
    def finish(self) -> None:
        if self.button.isHidden() or self.button.is_busy():
            return
        if self.step == COLUMNS:
            self._look()
        elif self.step == LOOK:
            self._begin()

    def _choose(self) -> None:
        path = self._means.ask.which_file(self, self.tr("Choose the list"), _FILES)
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a list; what it holds is shown, and nothing is written."""
        self.notice.clear()
        self._means.errands.run(self, lambda _progress: read_file(path), self._read, self._fail)

    def _read(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._means.worker.ask(
            self, lambda desk: desk.importing.settings(), self._guess, self.notice.show_failure
        )

    def _guess(self, settings: PeopleSettings) -> None:
        if self._sheet is None:
            return
        self._settings = settings
        mapping = guess_columns(self._sheet, settings.columns)
        self.mapping.show_sheet(self._sheet, mapping)
        self._go(COLUMNS)
        if self._sheet.ready:
            self._look()

    def _look(self) -> None:
        self.notice.clear()
        self.button.busy(self.tr("Looking"))
        self._means.worker.ask(
            self, lambda desk: desk.importing.known(), self._plan_with, self._fail
        )

    def _plan_with(self, known: tuple[PersonRow, ...]) -> None:
        sheet, mapping, clock = self._sheet, self.mapping.mapping(), self._means.clock
        if sheet is not None:
            self._means.errands.run(
                self,
                lambda progress: plan(sheet, mapping, known, clock, progress),
                self._show_plan,
                self._fail,
            )

    def _show_plan(self, made: ImportPlan) -> None:
        self._plan = made
        self.button.rest()
        self.dry_run.show_plan(made)
        self._go(LOOK)

    def _writes(self) -> tuple[Planned, ...]:
        if self._plan is None:
            return ()
        answers = self.dry_run.settled_as()
        return self._plan.writes(answers, leavers=self.dry_run.leavers.isChecked())

    def _begin(self) -> None:
        self._rest = self._writes()
        self._of = len(self._rest)
        self._stopped = False
        self._go(WRITING)
        if self._sheet is not None and not self._sheet.ready:
            settings = PeopleSettings(
                self.mapping.mapping(), single_identifier=self._settings.single_identifier
            )
            self._means.worker.do(self, lambda desk: desk.importing.settle(settings))
        self._write_on(0)

    def _write_on(self, written: int) -> None:
        """Send the next batch; the one before has come home, so others had their turn."""
        self._rest = self._rest[written:]
        done = self._of - len(self._rest)
        self.progress.show_progress(done / self._of if self._of else 1, f"{done:,} of {self._of:,}")
        some = self._rest[:AT_ONCE]
        if not some or self._stopped:
            self._end(f"{_count(done, 'pupil')} written down.", stopped=bool(some))
            return
        self._means.worker.do(
            self, lambda desk: desk.importing.take_in(some), self._write_on, self._fail
        )

    def _stop(self) -> None:
        """Stop before the next batch: what is written stays, and the same list goes on with it."""
        self._stopped = True

    def _end(self, words: str, *, stopped: bool) -> None:
        refused = len(self._plan.refused) if self._plan else 0
        told = f"{words} {_count(refused, 'row')} refused." if refused else words
        if stopped:
            told += self.tr(" You stopped it: import the same list again and it goes on.")
        self._go(DONE)
        self.header.say(self.title, told)

    def _fail(self, error: DeskError) -> None:
        self.button.rest()
        self.notice.show_failure(error)
        if self.step == WRITING:
            self._go(LOOK)

    def _go(self, step: int) -> None:
        self.step = step
        widget = (self.choose, self._columns, self.dry_run, self._writing, self.done)[step]
        self._middle_stack.setCurrentWidget(widget)
        self.header.say(self.title, self.tr(_TOLD[step]))
        self.back.setVisible(step in {COLUMNS, LOOK})
        self.button.setVisible(step in {COLUMNS, LOOK})
        self.bar.setVisible(step in {COLUMNS, LOOK})
        self._name_button()

    def _name_button(self) -> None:
        if self.step == LOOK:
            count = len(self._writes())
            self.button.setText(f"Import {_count(count, 'pupil')}")
            self.button.setEnabled(count > 0)
            nothing = self.tr("There is nothing to write: everybody is as the list says")
            self.bar.say_saved(self.tr("Nothing is written yet") if count else nothing)
        else:
            self.button.setText(self.tr("Look what would happen"))
            self.button.setEnabled(True)
            self.bar.say_saved("")

    def _join(self) -> None:
        self._chip.told.connect(self.header.say_again)
        self.choose.start_wanted.connect(self._choose)
        self.done.start_wanted.connect(self.people_wanted)
        self.back.clicked.connect(self._choose)
        self.button.clicked.connect(self.finish)
        self.dry_run.settled.connect(self._name_button)
        self.progress.cancel_wanted.connect(self._stop)

    def _lay_out(self) -> None:
        self._columns = QScrollArea()
        self._columns.setWidgetResizable(True)
        self._columns.setWidget(self.mapping)
        self._writing = QWidget()
        writing = QVBoxLayout(self._writing)
        writing.addWidget(self.progress)
        writing.addStretch(1)
        self._middle = QWidget()
        self._middle_stack = QStackedLayout(self._middle)
        work = QVBoxLayout()
        work.setContentsMargins(28, 22, 28, 22)
        work.setSpacing(18)
        work.addWidget(self.header)
        work.addWidget(self.notice)
        work.addWidget(self._middle, 1)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        room.addLayout(work, 1)
        room.addWidget(self.bar)
        self.bar.put(self.back, self.button)
        for widget in (self.choose, self._columns, self.dry_run, self._writing, self.done):
            self._middle_stack.addWidget(widget)


_KEYS: Final = Shortcut.FINISH.words


def _count(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count:,} {what}s"
