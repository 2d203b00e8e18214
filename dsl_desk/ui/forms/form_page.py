"""A page that is a form: its draft sealed while typing, all problems at once, one filled button."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.dates import at
from dsl_desk.domain.errors import DeskError, DraftError
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.ui.errors.notice import FailureNotice
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
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import SignalInstance

    from dsl_desk.domain.changes import Changed
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.errors import Problem
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.forms.means import FormMeans
    from dsl_desk.ui.kit.bottom_bar import NeedsLook
    from dsl_desk.ui.kit.folded_panel import FoldedPanel
    from dsl_desk.ui.kit.side_panel import SidePanel

_WIDEST = 860


class Form(Protocol):
    """What a form has to be able to do."""

    @property
    def typed(self) -> SignalInstance:
        """Somebody typed."""
        ...

    def kept(self) -> Mapping[str, str]:
        """Return what stands in it, to be sealed."""
        ...

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        ...

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show each problem beside its field."""
        ...

    def go(self) -> None:
        """Put the focus where one begins."""
        ...


class FormPage(Page):
    """The form, its draft, and the act. A subclass says what is sent.

    Signals:
        done(str): it stands in the ledger; whose page comes next: a person, a record, a case.
    """

    done = Signal(str)
    shows = frozenset({Thing.MEMBERS})

    def __init__(self, means: FormMeans, title: str, act: str, part: Compartment | None) -> None:
        super().__init__(title)
        self._means = means
        self._name = ""
        self._form: Form | None = None
        # Made before saving and kept with the draft: trying again never makes a second copy.
        self.entry = EntryId(fresh_id(means.clock.now()))
        self._left = False
        self._beside: WithSidePanel | None = None
        self.header = PageHeader(title)
        self.chip = WhoOpens(means.worker, part) if part else None
        if self.chip:
            self.header.put_right(self.chip)
            self.chip.told.connect(self.header.say_again)
        self.notice = FailureNotice()
        self.bar = BottomBar()
        self.later = Button(self.tr("Save and close"))
        self.button = Button(act, Kind.PRIMARY, keys=Shortcut.FINISH.words)
        self.button.setObjectName("keep")
        self.bar.put(self.later, self.button)
        self.later.clicked.connect(self.step_back)
        self.button.clicked.connect(self.finish)
        means.drafts.kept.connect(self._say_kept)
        means.drafts.failed.connect(self.notice.show_failure)
        self._lay_out()

    def hold(self, form: Form, widget: QWidget, name: str) -> None:
        """Take the form in, with the draft that was left in it under this name."""
        self._form, self._name = form, name
        form.typed.connect(self._note)
        widget.setMaximumWidth(_WIDEST)
        self._column.insertWidget(2, widget)
        widget.show()  # now, and not with the next turn of the loop: the focus goes into it at once
        fields = self._means.drafts.brought_back(name)
        if fields:
            self.entry = EntryId(fields.get("entry", self.entry))
            form.fill(fields)
            self.bar.say_saved(self.tr("Your draft is back as you left it"))

    def stand_beside(self, panel: SidePanel, folded: FoldedPanel) -> None:
        """Put a panel at the right; before the form is held, so that nothing is styled twice."""
        self._beside = WithSidePanel(self._scroll, panel, folded)
        self._room.insertWidget(0, self._beside, 1)

    def be_of(self, part: Compartment) -> None:
        """Say who can open another part: only now it is known in which one this is kept."""
        if self.chip:
            self.chip.be_of(part)

    def command(self) -> Callable[[Desk], Changed[str]]:
        """Return what is sent to the desk: it holds a draft and ids, never a widget."""
        raise NotImplementedError

    @override
    def read_again(self) -> None:
        if self.chip:
            self.chip.read_again()

    @override
    def land(self) -> None:
        if self._form is None:
            self.header.take_focus()
        else:
            self._form.go()

    @override
    def regions(self) -> list[QWidget]:
        if self._beside is None:
            return [self._scroll, self.bar]
        beside = self._beside.folded if self._beside.is_folded else self._beside.panel
        return [self._scroll, beside, self.bar]

    @override
    def keep(self) -> None:
        self._note()
        self._means.drafts.seal_now()

    @override
    def finish(self) -> None:
        if self._form is None or self.button.is_busy():
            return
        self.notice.clear()
        self._form.show_problems(())
        self.bar.clear_errors()
        self.button.busy(self.tr("Keeping this"))
        # The drafts own the answer, not the page: whoever has left must not find the draft again.
        self._means.worker.do(self._means.drafts, self.command(), self._done, self._fail)

    @override
    def let_go(self) -> bool:
        self._left = self._means.drafts.seal_now()
        return self._left

    @override
    def step_back(self) -> None:
        if self._means.drafts.seal_now():
            self.back_wanted.emit()

    def _note(self) -> None:
        form, entry = self._form, self.entry
        if form is None:
            return
        self._means.drafts.typed(self._name, lambda: {**form.kept(), "entry": entry})

    def _say_kept(self, form: str) -> None:
        if form == self._name:
            time = at(self._means.clock.now())
            words = self.tr("Draft saved {time}, sealed to you")
            self.bar.say_saved(words.replace("{time}", time))

    def _done(self, what: str) -> None:
        self._means.drafts.forget(self._name)
        if not self._left:
            self.button.rest()
            self.done.emit(what)

    def _fail(self, error: DeskError) -> None:
        if self._left:
            self._means.worker.failed.emit(error)
            return
        self.button.rest()
        if isinstance(error, DraftError) and self._form is not None:
            self.bar.show_errors(self._form.show_problems(error.problems))
            self.bar.jump()
        else:
            self.keep()
            self.notice.show_failure(error)

    def _lay_out(self) -> None:
        # From the outside in: whatever gets another parent is styled anew with all that is in it.
        work = TallAsNeeded()
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields scroll into view
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(work)
        self._column = QVBoxLayout(work)
        self._column.setContentsMargins(28, 22, 28, 22)
        self._column.setSpacing(18)
        self._column.addWidget(self.header)
        self._column.addWidget(self.notice)
        self._column.addStretch(1)
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(0)
        self._room.addWidget(self._scroll, 1)
        self._room.addWidget(self.bar)
