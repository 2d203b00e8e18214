"""Beginning a case: first whom it is about and who receives it, only then the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.case import CaseDraft
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.ids import EntryId, MemberId, fresh_id
from dsl_desk.ui.cases.sheet import Sheet
from dsl_desk.ui.cases.words import advice_on, not_yours, receives
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.bottom_bar import BottomBar, NeedsLook
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.case import CaseView
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.routing import Route
    from dsl_desk.ui.cases.means import Means

FORM = "begin a case"


class BeginCasePage(Page):
    """Who receives it stands there before the first word is saved.

    Signals:
        begun(CaseView): it is saved.
    """

    begun = Signal(object)

    def __init__(self, means: Means) -> None:
        super().__init__("Begin a sealed case")
        self._means = means
        # Made before saving and kept with the draft: trying again never makes a second case.
        self._entry = EntryId(fresh_id(means.clock.now()))
        self._route: Route | None = None
        self._members = [member for member in means.face.members if member.id != means.member.id]
        self.header = PageHeader(
            self.title, self.tr("Facts first. What is written cannot be edited, only added to.")
        )
        self.notice = FailureNotice()
        self.who = Pick(
            [self.tr("Somebody who holds no key"), *(one.name for one in self._members)]
        )
        self.name = Line()
        self.told_by = Line()
        self.words = Lines(verbatim=True, rows=7)
        self.goes_to = Label("", Voice.BODY).wrapped()
        self.stop = Label("", Voice.STRONG, Meaning.RED).wrapped()
        self.fields = {
            "who": Field(self.tr("Who is it about?"), self.who),
            "about": Field(self.tr("Their name"), self.name),
            "told_by": Field(self.tr("Who told you?"), self.told_by),
            "words": Field(
                self.tr("What was said or seen, word for word"),
                self.words,
                self.tr("Put the exact words in quotation marks. Your own view does not go here."),
            ),
        }
        self.rest = QWidget()
        self.bar = BottomBar()
        self.later = Button(self.tr("Save and close"))
        self.save = Button(self.tr("Seal this case"), Kind.PRIMARY)
        self.bar.put(self.later, self.save)
        self._join()
        self._lay_out()
        self._bring_back()

    @override
    def read_again(self) -> None:
        self._ask_route()

    @override
    def land(self) -> None:
        self.fields["who"].go()

    @override
    def regions(self) -> list[QWidget]:
        return [self.header, self.rest, self.bar]

    @override
    def let_go(self) -> bool:
        return self._means.drafts.seal_now() and not self.save.is_busy()

    @override
    def step_back(self) -> None:
        if self._means.drafts.seal_now():
            self.back_wanted.emit()

    @override
    def finish(self) -> None:
        if self.save.is_busy() or not self.save.isEnabled():
            return
        draft, entry = self.draft(), self._entry
        self.notice.clear()
        self.bar.clear_errors()
        for field in self.fields.values():
            field.clear_error()
        self.save.busy(self.tr("Sealing"))
        self._means.worker.do(
            self, lambda desk: desk.cases.begin(draft, entry), self._saved, self._fail
        )

    def draft(self) -> CaseDraft:
        """Return what stands in the form."""
        member = self._member()
        about = self.who.currentText() if member else self.name.text()
        return CaseDraft(about, self.told_by.text(), self.words.text(), member)

    def _member(self) -> MemberId | None:
        at = self.who.currentIndex() - 1
        return self._members[at].id if at >= 0 else None

    def _ask_route(self) -> None:
        """Ask who receives it, each time somebody else is named."""
        draft = self.draft()
        self.fields["about"].setVisible(draft.member is None)
        self._means.worker.ask(
            self, lambda desk: desk.cases.goes_where(draft), self._show_route, self._fail
        )

    def _show_route(self, way: Route) -> None:
        self._route = way
        names = {one.id: one.name for one in self._means.face.members}
        mine = self._means.member.id in way.holders
        self.goes_to.say(receives(way, names))
        self.stop.say("" if mine else not_yours(way))
        self.stop.setVisible(not mine)
        # A word about somebody is not even typed where it would have to be thrown away.
        self.rest.setVisible(mine)
        self.save.setEnabled(mine)

    def _typed(self) -> None:
        self._means.drafts.typed(FORM, self._fields)

    def _fields(self) -> Mapping[str, str]:
        draft = self.draft()
        return {
            "entry": self._entry,
            "about": draft.about,
            "told_by": draft.told_by,
            "words": draft.words,
            "member": draft.member or "",
        }

    def _bring_back(self) -> None:
        fields = self._means.drafts.brought_back(FORM)
        if not fields:
            return
        self._entry = EntryId(fields.get("entry", self._entry))
        known = [one.id for one in self._members]
        member = MemberId(fields.get("member", ""))
        self.who.setCurrentIndex(known.index(member) + 1 if member in known else 0)
        self.name.setText("" if member in known else fields.get("about", ""))
        self.told_by.setText(fields.get("told_by", ""))
        self.words.setPlainText(fields.get("words", ""))
        self.bar.say_saved(self.tr("Your draft is back as you left it"))

    def _saved(self, case: CaseView) -> None:
        self.save.rest()
        self._means.drafts.forget(FORM)
        self.begun.emit(case)

    def _fail(self, error: DeskError) -> None:
        self.save.rest()
        if not isinstance(error, DraftError):
            self.notice.show_failure(error)
            return
        wrong = []
        for problem in error.problems:
            field = self.fields[problem.field]
            field.show_error(advice_on(problem))
            wrong.append(NeedsLook(field.label, field.control))
        self.bar.show_errors(wrong)
        self.bar.jump()

    def _join(self) -> None:
        self.who.currentIndexChanged.connect(self._ask_route)
        self.who.activated.connect(self._typed)
        self.name.textEdited.connect(self._ask_route)
        for line in (self.name, self.told_by):
            line.textEdited.connect(self._typed)
        self.words.textChanged.connect(self._typed)
        self.save.clicked.connect(self.finish)
        self.later.clicked.connect(self.step_back)

    def _lay_out(self) -> None:
        goes_to = Card(Tone.INSET)
        for words in (self.goes_to, self.stop):
            goes_to.column.addWidget(words)
        below = QVBoxLayout(self.rest)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(16)
        for name in ("told_by", "words"):
            below.addWidget(self.fields[name])
        sheet = Sheet()
        widgets = (self.header, self.notice, self.fields["who"], self.fields["about"], goes_to)
        for widget in (*widgets, self.rest):
            sheet.column.addWidget(widget)
        sheet.column.addStretch(1)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        room.addWidget(sheet, 1)
        room.addWidget(self.bar)
