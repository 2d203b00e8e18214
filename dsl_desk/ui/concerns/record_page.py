"""Recording a concern: facts first, a draft sealed while typing, one filled button."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern import where_kept
from dsl_desk.domain.concern_form import to_fields
from dsl_desk.domain.dates import at
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DeskError, DraftError
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.moments import wall_clock
from dsl_desk.ui.concerns.age_hint import AgeHint
from dsl_desk.ui.concerns.form import ConcernForm
from dsl_desk.ui.concerns.remember import Remember
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.asking_policy import AskingPolicy, speaks
from dsl_desk.ui.forms.finder import finder_of
from dsl_desk.ui.forms.tall_as_needed import TallAsNeeded
from dsl_desk.ui.forms.who_opens import WhoOpens
from dsl_desk.ui.kit.bottom_bar import BottomBar
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.kit.side_panel import WithSidePanel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.concern_draft import ConcernDraft
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.forms.policy_panel import Speaks
    from dsl_desk.ui.work.drafts import DraftKeeper
    from dsl_desk.ui.work.worker import Worker

FORM = "record a concern"


class RecordPage(Page):
    """The form, its draft, and the act.

    Signals:
        recorded(Concern): it stands in the ledger.
    """

    recorded = Signal(object)
    shows = frozenset({Thing.MEMBERS, Thing.POLICY})

    def __init__(
        self,
        worker: Worker[Desk],
        drafts: DraftKeeper,
        clock: Clock,
    ) -> None:
        super().__init__("Record a concern")
        self._worker, self._drafts, self._clock = worker, drafts, clock
        # Made before saving and kept with the draft: trying again never makes a second copy.
        self._entry = EntryId(fresh_id(clock.now()))
        self._left = False
        self._chip = WhoOpens(worker)
        self.header = PageHeader(
            self.title,
            self.tr("Facts first. Once recorded it cannot be edited, only added to."),
            self._chip,
        )
        self._chip.told.connect(self.header.say_again)
        self.form = ConcernForm(lambda: clock.now().date(), finder_of(self, worker))
        self.form.first.told_at.show_at(wall_clock(clock.now()))
        self.age = AgeHint(worker)
        self.form.said.put_hint(self.age)
        self.panel = Remember()
        self.policy = AskingPolicy(worker, self, _speaks_of)
        self.notice = FailureNotice()
        self.bar = BottomBar()
        self.later = Button(self.tr("Save and close"))
        self.later.setObjectName("save-and-close")
        self.button = Button(self.tr("Record concern"), Kind.PRIMARY, keys=Shortcut.FINISH.words)
        self.button.setObjectName("record-concern")
        self.bar.put(self.later, self.button)
        self._listen()
        self._lay_out()
        self._bring_back()
        self._follow(self.form.draft())

    def _listen(self) -> None:
        self.later.clicked.connect(self._close)
        self.button.clicked.connect(self.finish)
        self.form.typed.connect(self._typed)
        self.policy.told.connect(self.panel.show_asked)
        self.form.first.about_changed.connect(self._show_part)
        self._drafts.kept.connect(self._say_kept)
        self._drafts.failed.connect(self.notice.show_failure)

    @override
    def read_again(self) -> None:
        self._chip.read_again()
        self.policy.follow(self.form.draft())
        self._worker.ask(self, _who_receives, self._show_route)

    @override
    def land(self) -> None:
        self.form.fields["people"].go()

    @override
    def regions(self) -> list[QWidget]:
        beside = self.panel.folded if self.panel.folded.isVisible() else self.panel
        return [self.form, beside, self.bar]

    @override
    def keep(self) -> None:
        self._drafts.typed(FORM, self._fields)
        self._drafts.seal_now()

    @override
    def finish(self) -> None:
        if self.button.is_busy():
            return
        draft, entry = self.form.draft(), self._entry
        self.notice.clear()
        self.form.show_problems(())
        self.bar.clear_errors()
        self.button.busy(self.tr("Recording"))
        # The drafts own the answer, not the page: whoever has left must not find the draft again.
        self._worker.do(
            self._drafts,
            lambda desk: desk.concerns.record(draft, entry),
            lambda concern: self._done(concern, draft),
            self._fail,
        )

    @override
    def let_go(self) -> bool:
        self._left = self._drafts.seal_now()
        if self._left:
            self.policy.stop()
        return self._left

    @override
    def step_back(self) -> None:
        self._close()

    def _typed(self) -> None:
        self._drafts.typed(FORM, self._fields)
        draft = self.form.draft()
        self._follow(draft)
        self.age.follow(draft)

    def _follow(self, draft: ConcernDraft) -> None:
        self.panel.follow(draft)
        self.policy.follow(draft)

    def _fields(self) -> Mapping[str, str]:
        return {"entry": self._entry, **self.form.kept()}

    def _show_part(self) -> None:
        self._chip.be_of(where_kept(self.form.draft().about))

    def _show_route(self, route: str) -> None:
        self.panel.route = route
        self.panel.follow(self.form.draft())

    def _bring_back(self) -> None:
        fields = self._drafts.brought_back(FORM)
        if fields:
            self._entry = EntryId(fields.get("entry", self._entry))
            self.form.fill(fields)
            self.age.follow(self.form.draft())
            self.bar.say_saved(self.tr("Your draft is back as you left it"))

    def _say_kept(self, form: str) -> None:
        if form == FORM:
            time = at(self._clock.now())
            words = self.tr("Draft saved {time}, sealed to you")
            self.bar.say_saved(words.replace("{time}", time))

    def _close(self) -> None:
        if self._drafts.seal_now():
            self.back_wanted.emit()

    def _done(self, concern: Concern, draft: ConcernDraft) -> None:
        # The policy in force is put into it as it is recorded: nobody typed that.
        typed = replace(concern.draft, policy=draft.policy)
        if to_fields(typed) != to_fields(draft):
            self._keep_as_another(draft)
            return
        self._drafts.forget(FORM)
        if not self._left:
            self.button.rest()
            self.recorded.emit(concern)

    def _keep_as_another(self, draft: ConcernDraft) -> None:
        """Keep what was changed after it had been recorded without our knowing."""
        entry = EntryId(fresh_id(self._clock.now()))
        kept = {"entry": entry, "draft": json.dumps(to_fields(draft))}
        self._drafts.typed(FORM, lambda: kept)
        self._drafts.seal_now()
        if not self._left:
            self._entry = entry
            self.button.rest()
            self.said.emit(
                self.tr("It was recorded before you changed it. This is kept as another draft")
            )

    def _fail(self, error: DeskError) -> None:
        if self._left:
            self._worker.failed.emit(error)
            return
        self.button.rest()
        if isinstance(error, DraftError):
            self.bar.show_errors(self.form.show_problems(error.problems))
            self.bar.jump()
        else:
            self.keep()
            self.notice.show_failure(error)

    def _lay_out(self) -> None:
        # From the outside in: whatever gets another parent is styled anew with all that is in it.
        left = QWidget()
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        room.addWidget(WithSidePanel(left, self.panel, self.panel.folded))
        scroll = QScrollArea(left)
        scroll.setObjectName("record-sheet")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields scroll into view by themselves
        work = TallAsNeeded()
        scroll.setWidget(work)
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(18)
        column.addWidget(self.header)
        column.addWidget(self.notice)
        column.addWidget(self.form)
        column.addStretch(1)
        beside = QVBoxLayout(left)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(scroll, 1)
        beside.addWidget(self.bar)


def _speaks_of(draft: ConcernDraft, desk: Desk) -> Speaks:
    return speaks(desk.duties.asked(draft), desk.duties.unseen(), desk)


def _who_receives(desk: Desk) -> str:
    """Return whom to tell, for somebody who holds no key to Staff."""
    if desk.sitting.may_write(Compartment.STAFF, EntryClass.CONCERN):
        return ""
    names = " or ".join(desk.members.who_can_open(Compartment.STAFF))
    return f"You hold no key to the Staff part: tell {names} now, and write nothing here."
