"""What frames the work: confirm, toast, empty state, steps, the bar of a limit, bars and panels."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.compartment import Compartment
from dsl_desk.ui.gallery.section import Section
from dsl_desk.ui.gallery.standing import FULL_DUTIES
from dsl_desk.ui.kit.bottom_bar import BottomBar, NeedsLook
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.chip import PartChip
from dsl_desk.ui.kit.confirm import Confirm
from dsl_desk.ui.kit.duty import DutyItem
from dsl_desk.ui.kit.empty import EmptyState
from dsl_desk.ui.kit.folded_panel import FoldedPanel
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.question import Question
from dsl_desk.ui.kit.sheets import Sheets
from dsl_desk.ui.kit.side_panel import SidePanel, WithSidePanel
from dsl_desk.ui.kit.step import Step, StepState
from dsl_desk.ui.kit.stepper import Stepper
from dsl_desk.ui.kit.toast import Toast
from dsl_desk.ui.kit.training_bar import TrainingBar
from dsl_desk.ui.kit.working_day import WorkingDayBar
from dsl_desk.ui.kit.working_time import Gap, WorkingTime, say_where
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

BEGAN = datetime(2026, 11, 18, 15, 40, tzinfo=UTC)
NIGHT = Gap(datetime(2026, 11, 18, 17, 0, tzinfo=UTC), datetime(2026, 11, 19, 8, 30, tzinfo=UTC))
LIMIT = WorkingTime(BEGAN, BEGAN + timedelta(days=1), (NIGHT,))
AT_NOON = datetime(2026, 11, 19, 12, 14, tzinfo=UTC)
TOO_LATE = datetime(2026, 11, 19, 17, 40, tzinfo=UTC)
CONFIRM = 380
PANEL = 320
QWIDGETSIZE_MAX = 16777215
QUESTION = Question(
    title="Give Owen Larkspur the Staff key?",
    sentence="He will be able to open 9 staff records. The ledger will show that you gave it.",
    act="Give the key",
    keep="Keep as it is",
    reason="Reason",
)


def confirm() -> Section:
    """Return a question, standing on the page and not over it."""
    dialog = Confirm(None, QUESTION)
    dialog.setWindowFlags(Qt.WindowType.Widget)
    dialog.setModal(False)  # it asks nobody here
    dialog.setMinimumWidth(CONFIRM)
    dialog.setMaximumWidth(QWIDGETSIZE_MAX)
    dialog.finished.connect(dialog.show)
    return Section("Confirm").wide(dialog)


def toast() -> Section:
    """Return a toast that stays."""
    ground = QWidget()
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(Toast(ground, "Concern recorded as C-2026-042", "Open it"))
    return Section("Toast").wide(ground)


def empty() -> Section:
    """Return an empty state."""
    words = ("No evidence yet", "Decide to look first. Then you can capture.")
    return Section("Empty").wide(EmptyState(Icon.IMAGE, *words, "Start a viewing decision"))


def training() -> Section:
    """Return the bar of a training vault."""
    return Section("Training").wide(TrainingBar(shown=True))


def steps() -> Section:
    """Return steps done, on and to come."""
    three = (
        Step("Decide", StepState.DONE, "Done 10:50."),
        Step("Look and capture", StepState.ON),
        Step("Close", StepState.TO_COME, "First say what you found."),
    )
    return Section("Steps").wide(Stepper(three))


def limits() -> Section:
    """Return a limit in working time: running, and past."""
    section = Section("Working-day bar")
    for now, tone, ink in ((AT_NOON, Tone.AMBER, Meaning.INK), (TOO_LATE, Tone.RED, Meaning.RED)):
        card = Card(tone)
        card.column.addWidget(Label(say_where(LIMIT, now), Voice.CARD_TITLE, ink))
        card.column.addWidget(WorkingDayBar(LIMIT, now, "Told Wed 15:40", "Thu 15:40"))
        section.wide(card)
    return section


def headers() -> Section:
    """Return a page header with its part, and a side panel folded to one line."""
    part = PartChip(Compartment.STAFF, ("Maya Fernsby", "Hester Winterbourne"))
    header = PageHeader("Allegation AL-2026-004", "Told by a parent, Wednesday, 15:40", part)
    return Section("Page header, and a side panel folded").wide(header).wide(_folded())


def panels() -> Section:
    """Return work with a panel beside it; narrow the window and it folds to one line."""
    work = EmptyState(Icon.NOTEBOOK_PEN, "The work", "It keeps its place when the panel folds.")
    panel = SidePanel("What your policy asks now", "It changes as you fill in the form", _asked())
    beside = WithSidePanel(work, panel, _folded())
    beside.setFixedHeight(PANEL)
    return Section("Side panel").wide(beside)


def _folded() -> FoldedPanel:
    folded = FoldedPanel()
    folded.say("Your policy asks 2 things now.", "Next: tell the Online Safety Coordinator")
    return folded


def _asked() -> QWidget:
    asked = QWidget()
    column = QVBoxLayout(asked)
    column.setContentsMargins(0, 0, 0, 0)
    for duty in FULL_DUTIES:
        column.addWidget(DutyItem(duty))
    column.addStretch(1)
    pile = Sheets()  # one page in front, as where pages follow one another
    pile.put(asked)
    return pile


def bars() -> Section:
    """Return the bottom bar with what is saved, and with an answer that needs a look."""
    section = Section("Bottom bar")
    for wrong in (False, True):
        bar = BottomBar()
        bar.say_saved("Draft saved 08:58, sealed to you")
        save = Button("Save and close")
        bar.put(save, Button("Record concern", Kind.PRIMARY))
        if wrong:
            bar.show_errors([NeedsLook("When were you told?", save)])
        section.wide(bar)
    return section
