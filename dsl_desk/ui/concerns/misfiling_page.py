"""Filed under the wrong person: what will happen, who it was, who it should be, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.dates import in_full
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.refiling import Refiling
from dsl_desk.ui.concerns.finder import finder_of
from dsl_desk.ui.concerns.misfiling_form import MisfilingForm
from dsl_desk.ui.concerns.who_opens import WhoOpens
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.bottom_bar import BottomBar
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.misfiling import CopyMade
    from dsl_desk.services.misfilings import Before
    from dsl_desk.ui.concerns.means import Means
    from dsl_desk.ui.work.drafts import DraftKeeper

_WIDEST = 860


class MisfilingPage(Page):
    """What will happen stands there before the first answer.

    Signals:
        moved(): it stands in the rightful file.
    """

    moved = Signal()
    shows = frozenset({Thing.MEMBERS})

    def __init__(self, means: Means, drafts: DraftKeeper, record: RecordId) -> None:
        super().__init__("Filed under the wrong person")
        self.is_read = False
        self._means, self._drafts, self._record = means, drafts, record
        self._name = f"misfiling of {record}"
        # Made before saving and kept with the draft: trying again never moves it twice.
        self._entry = EntryId(fresh_id(means.clock.now()))
        self._left = False
        self._before: Before | None = None
        self.form: MisfilingForm | None = None
        self._chip = WhoOpens(means.worker)
        self.header = PageHeader(self.title, "", self._chip)
        self._chip.told.connect(self.header.say_again)
        self.notice = FailureNotice()
        self.will = Label("", Voice.BODY, Meaning.INK).wrapped()
        self.words = Label("", Voice.BODY, Meaning.AMBER).wrapped()
        self.copies = Label("", Voice.BODY, Meaning.INK2).wrapped()
        self.bar = BottomBar()
        self.later = Button(self.tr("Not now"))
        self.button = Button(self.tr("Move it"), Kind.PRIMARY, keys=Shortcut.FINISH.words)
        self.bar.put(self.later, self.button)
        self.later.clicked.connect(self.step_back)
        self.button.clicked.connect(self.finish)
        self._lay_out()
        means.worker.ask(
            self,
            lambda desk: desk.misfilings.before(record),
            self._show,
            self.notice.show_failure,
        )

    @override
    def read_again(self) -> None:
        self._chip.read_again()

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def regions(self) -> list[QWidget]:
        return [self._scroll, self.bar]

    @override
    def finish(self) -> None:
        if self.form is None or self.button.is_busy():
            return
        draft, entry = self.form.draft(), self._entry
        self.notice.clear()
        self.form.show_problems(())
        self.bar.clear_errors()
        self.button.busy(self.tr("Moving it"))
        # The drafts own the answer, not the page: whoever has left must not find the draft again.
        self._means.worker.do(
            self._drafts, lambda desk: desk.misfilings.act(draft, entry), self._done, self._fail
        )

    @override
    def keep(self) -> None:
        self._note()
        self._drafts.seal_now()

    @override
    def let_go(self) -> bool:
        self._left = self._drafts.seal_now()
        return self._left

    @override
    def step_back(self) -> None:
        if self._drafts.seal_now():
            self.back_wanted.emit()

    def _show(self, before: Before) -> None:
        self._before = before
        self._chip.be_of(before.part)
        self.header.say(self.title, f"Concern {before.concern.ref}")
        self.form = MisfilingForm(before.concern, finder_of(self, self._means.worker))
        self.form.setMaximumWidth(_WIDEST)
        self._column.insertWidget(3, self.form)
        fields = self._drafts.brought_back(self._name)
        if fields:
            self._entry = EntryId(fields.get("entry", self._entry))
            self.form.fill(fields)
            self.bar.say_saved(self.tr("Your draft is back as you left it"))
        self.form.typed.connect(self._note)
        self.form.wrong_one_chosen.connect(self._say_what_will_happen)
        self.copies.say(_told(before.copies))
        self._say_what_will_happen()
        self.is_read = True
        self.form.go()

    def _say_what_will_happen(self) -> None:
        form, before = self.form, self._before
        if form is None or before is None:
            return
        was = form.wrong_one()
        self.will.say(
            f"It leaves {was.name}'s chronology, what is found under that name, the counts and "
            "every later copy, together with what was done about it. In its place stands one empty "
            "line: that something was moved, and on which day. It goes into the file of whoever "
            "you name."
        )
        ids = frozenset({was.person} if was.person else ())
        still = Refiling(was, None, ids).still_named_in(before.concern.draft)
        self.words.setVisible(bool(still))
        self.words.say(
            f"What was written stays as it is, and a part of the name {was.name} also stands in: "
            f"{'; '.join(still)}. Add a new version if those words are wrong, too."
        )

    def _note(self) -> None:
        form, entry = self.form, self._entry
        if form is None:
            return

        def fields() -> Mapping[str, str]:
            return {**form.kept(), "entry": entry}

        self._drafts.typed(self._name, fields)

    def _done(self, _misfiling: object) -> None:
        self._drafts.forget(self._name)
        if not self._left:
            self.button.rest()
            self.moved.emit()

    def _fail(self, error: DeskError) -> None:
        if self._left:
            self._means.worker.failed.emit(error)
            return
        self.button.rest()
        if isinstance(error, DraftError) and self.form is not None:
            self.bar.show_errors(self.form.show_problems(error.problems))
            self.bar.jump()
        else:
            self.keep()
            self.notice.show_failure(error)

    def _lay_out(self) -> None:
        work = QWidget()
        self._column = QVBoxLayout(work)
        self._column.setContentsMargins(28, 22, 28, 22)
        self._column.setSpacing(18)
        happens = Card(Tone.INSET)
        happens.setMaximumWidth(_WIDEST)
        happens.column.addWidget(Label(self.tr("What will happen"), Voice.CARD_TITLE))
        for words in (self.will, self.words, self.copies):
            happens.column.addWidget(words)
        self.words.hide()
        for widget in (self.header, self.notice, happens):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields scroll into view
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(work)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        room.addWidget(self._scroll, 1)
        room.addWidget(self.bar)


def _told(copies: Sequence[CopyMade]) -> str:
    if not copies:
        return "No copy for others was made of it."
    made = (f"version {one.version}, {in_full(one.made_at)}, {one.name}" for one in copies)
    count = "1 copy" if len(copies) == 1 else f"{len(copies)} copies"
    lead = f"{count} for others already carried it. Ask for each one back, and shred it:"
    return "\n".join((lead, *(f"• {line[:1].upper()}{line[1:]}" for line in made)))
