"""Your ways in: what opens your keys, and changing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.words import label
from dsl_desk.services.doorstep import strength_of, suggest_passphrase
from dsl_desk.system.copies import write_copy
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.errors.sentences import advice_for
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.question import Question
from dsl_desk.ui.settings.acts import Acts
from dsl_desk.ui.settings.forms import Forms
from dsl_desk.ui.settings.way_list import WayList
from dsl_desk.ui.ways_in.two_copies import SAVED, print_two_copies

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from dsl_desk.domain.changes import Changed
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.ways_in import Kit, WayView
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.settings.form import Form
    from dsl_desk.ui.settings.means import Means

    Command = Callable[[Desk], Changed[None]]


class WaysInPage(Page):
    """Each change is proved by the passphrase, written down, and says what it means."""

    shows = frozenset({Thing.VAULT})

    def __init__(self, means: Means) -> None:
        super().__init__("Your ways in")
        self._means = means
        self.wanted = False
        subtitle = self.tr("What opens your keys, and nobody else's.")
        self.header = PageHeader(self.title, subtitle)
        self.notice = FailureNotice()
        self.ways = WayList()
        self.acts = Acts()
        self.forms = Forms()
        self._join()
        self._lay_out()

    @override
    def read_again(self) -> None:
        self._means.worker.ask(
            self,
            lambda desk: (desk.ways_in.passphrase_wanted, desk.ways_in.list()),
            lambda answer: self._show(*answer),
            self.notice.show_failure,
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def step_back(self) -> None:
        if self.forms.is_open and not self.wanted:
            self.forms.close_all()
        else:
            super().step_back()

    def make_kit(self) -> None:
        """Ask, then make a new kit."""
        question = Question(
            title=self.tr("Make a new recovery kit?"),
            sentence=self.tr("The kit you have now opens nothing from then on."),
            act=self.tr("Make a new kit"),
            keep=self.tr("Keep the old one"),
        )
        if self._means.ask.confirm(self, question) is not None:
            self._means.worker.do(
                self,
                lambda desk: desk.ways_in.make_kit(),
                self._show_kit,
                self.notice.show_failure,
            )

    def _show(self, wanted: bool, ways: Sequence[WayView]) -> None:  # noqa: FBT001  # an answer
        self.ways.show_ways(ways)
        here = any(way.here for way in ways)
        self.acts.show_for({way.way for way in ways}, here=here, wanted=wanted)
        if wanted and not self.wanted:
            self._open_passphrase(needed=False)
        self.wanted = wanted

    def _open_passphrase(self, *, needed: bool = True) -> None:
        form = self.forms.passphrase
        self.forms.open(form)
        form.ask_old(needed=needed)
        self._draw_words()
        form.go()

    def _change_passphrase(self) -> None:
        form = self.forms.passphrase
        old, new = form.old.text(), form.choose.text()
        if form.needs_old:
            self._send(form, lambda desk: desk.ways_in.change_passphrase(old, new))
        else:
            self._send(form, lambda desk: desk.ways_in.choose_passphrase(new))

    def _enrol(self) -> None:
        words = self.forms.enrol.passphrase.text()
        self._send(self.forms.enrol, lambda desk: desk.ways_in.enrol_this_account(words))

    def _make_key_file(self) -> None:
        words = self.forms.key_file.passphrase.text()
        title = self.tr("Write your key file")
        file = self._means.ask.where_to_save(self, title, "DSL Desk key")
        if file is not None:
            self._send(self.forms.key_file, lambda desk: desk.ways_in.make_key_file(words, file))

    def _forget(self, way: WayView) -> None:
        lost = self.tr("Nobody gets in by it any more. You keep your other ways in.")
        question = Question(
            title=f"Take away: {label(way.way)}?",
            sentence=lost,
            act=self.tr("Take it away"),
            keep=self.tr("Keep it"),
        )
        if self._means.ask.confirm(self, question) is not None:
            self._means.worker.do(
                self,
                lambda desk: desk.ways_in.forget(way.id),
                lambda _nothing: self.said.emit(self.tr("Taken away")),
                self.notice.show_failure,
            )

    def _send(self, form: Form, command: Command) -> None:
        self.notice.clear()
        form.act.busy(self.tr("Changing your ways in"))
        self._means.worker.do(
            self, command, lambda _nothing: self._done(), lambda error: _refuse(form, error)
        )

    def _done(self) -> None:
        self.forms.close_all()
        self.said.emit(self.tr("Your ways in were changed"))

    def _show_kit(self, kit: Kit) -> None:
        self.forms.open(self.forms.kit)
        self.forms.kit.show_kit(kit, self._means.member.role)
        self.forms.kit.go()

    def _print(self) -> None:
        kit = self.forms.kit.kit
        if kit is None:
            return
        outcome = print_two_copies(self, self._means.ask, kit, self._means.school)
        if outcome is not None and outcome.good:
            self.forms.kit.care.say_on_paper(outcome.words)
        elif outcome is not None:
            self.forms.kit.refuse(outcome.words)

    def _save(self) -> None:
        kit = self.forms.kit.kit
        title = self.tr("Save your recovery kit")
        path = self._means.ask.where_to_save(self, title, "Recovery kit.pdf")
        if kit is None or path is None:
            return

        def job(desk: Desk) -> Path:
            write_copy(path, desk.ways_in.kit_on_paper(kit))
            return path

        self._means.worker.ask(
            self,
            job,
            lambda done: self.forms.kit.care.say_on_paper(SAVED.replace("{name}", done.name)),
            lambda error: self.forms.kit.refuse(advice_for(error).words),
        )

    def _draw_words(self) -> None:
        folder, choose = self._means.words, self.forms.passphrase.choose
        self._means.errands.run(
            self, lambda _progress: suggest_passphrase(folder), choose.show_words
        )

    def _judge(self, passphrase: str) -> None:
        hints = (self._means.school, self._means.member.name)
        self._means.errands.run(
            self,
            lambda _progress: strength_of(passphrase, hints),
            lambda strength: self.forms.passphrase.choose.show_strength(passphrase, strength),
        )

    def _kit_finished(self) -> None:
        kit = self.forms.kit.kit
        if kit is not None:
            self._means.worker.do(self, lambda desk: desk.ways_in.confirm_kit(kit.code))
        self.forms.close_all()

    def _join(self) -> None:
        forms, acts = self.forms, self.acts
        acts.passphrase.clicked.connect(self._open_passphrase)
        acts.kit.clicked.connect(self.make_kit)
        acts.enrol.clicked.connect(lambda: forms.open(forms.enrol))
        acts.key_file.clicked.connect(lambda: forms.open(forms.key_file))
        self.ways.forget_wanted.connect(self._forget)
        forms.passphrase.done.connect(self._change_passphrase)
        forms.passphrase.choose.words_wanted.connect(self._draw_words)
        forms.passphrase.choose.strength_wanted.connect(self._judge)
        forms.enrol.done.connect(self._enrol)
        forms.key_file.done.connect(self._make_key_file)
        forms.kit.done.connect(self._kit_finished)
        forms.kit.care.sheet.print_wanted.connect(self._print)
        forms.kit.care.sheet.save_wanted.connect(self._save)

    def _lay_out(self) -> None:
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(18)
        for widget in (self.header, self.notice, self.acts, self.forms, self.ways):
            column.addWidget(widget)
        column.addStretch(1)
        sheet = QScrollArea()
        sheet.setWidgetResizable(True)
        sheet.setWidget(work)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(sheet)


def _refuse(form: Form, error: DeskError) -> None:
    weak = "Use one that is harder to guess."
    form.refuse(weak if isinstance(error, DraftError) else advice_for(error).words)
