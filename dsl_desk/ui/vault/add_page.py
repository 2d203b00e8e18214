"""Add a member: they type their own passphrase here, and their kit goes onto paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.member_errors import SubjectError
from dsl_desk.domain.post import Post
from dsl_desk.domain.rights import Right, default_right
from dsl_desk.domain.subject import Subject
from dsl_desk.services.beginning_anew import Successor
from dsl_desk.services.doorstep import strength_of
from dsl_desk.services.page_rows import Newcomer
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.fence_gate import FenceGate
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.sheets import Sheets
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.vault import key_questions
from dsl_desk.ui.vault.kit_pane import KitPane
from dsl_desk.ui.vault.new_member import NewMemberForm

if TYPE_CHECKING:
    from dsl_desk.domain.changes import Changed
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.member import Role
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.members import Added
    from dsl_desk.ui.vault.means import Means

_WIDEST = 640


class AddMemberPage(Page):
    """A form, and after it the kit. The kit stays until it is taken care of."""

    def __init__(self, means: Means) -> None:
        super().__init__("Add a member")
        self._means = means
        subtitle = self.tr("Sit together: they choose and type their own passphrase")
        self.header = PageHeader(self.title, subtitle)
        self.notice = FailureNotice()
        self.form = NewMemberForm()
        self.add = Button(self.tr("Add this member"), Kind.PRIMARY, Icon.USER_ROUND_PLUS)
        self.cancel = Button(self.tr("Add nobody"))
        self.kit = KitPane(means)
        self._gate = FenceGate(self, means.worker, means.ask, self.notice.show_failure)
        self.add.clicked.connect(self.finish)
        self.cancel.clicked.connect(self.step_back)
        self.form.choose.words_wanted.connect(self._draw_words)
        self.form.choose.strength_wanted.connect(self._judge)
        self.form.choose.submitted.connect(self.form.reason.setFocus)
        self.form.reason.returnPressed.connect(self.finish)
        self.kit.done.connect(self.step_back)
        self._stack = Sheets()
        self._lay_out()
        self._draw_words()

    @override
    def land(self) -> None:
        if self.kit.is_waiting:
            self.kit.header.take_focus()
        else:
            self.form.fields["name"].go()

    @override
    def let_go(self) -> bool:
        return not self.kit.is_waiting and not self.add.is_busy()

    @override
    def finish(self) -> None:
        if self.add.is_busy() or self.kit.is_waiting or self.form.mend():
            return
        form = self.form
        if default_right(form.chosen_role, Compartment.CHILDREN) is Right.NONE:
            self._add("")
        else:
            self._gate.come_in(form.name.text().strip(), self._add)

    def _add(self, hint: str) -> None:
        """Add them; whom to ask about declared links is said where the fence could not run."""
        if self.add.is_busy():  # pressed twice: both answers of the fence came home
            return
        form = self.form
        newcomer = Newcomer(form.name.text().strip(), form.chosen_role, form.first_way())
        why = form.reason.text().strip()
        if hint:
            self.said.emit(hint)
        self.notice.clear()
        self.add.busy(self.tr("Adding this member"))
        self._means.worker.do(
            self, lambda desk: desk.members.add(newcomer, why), self._added, self._refused
        )

    def _added(self, added: Added) -> None:
        self.add.rest()
        post, why = self.form.wanted_post(), self.form.reason.text().strip()
        self.form.clear()
        self.kit.show_kit(added.kit, added.member.role)
        self._stack.turn_to(1)
        if post is not None:
            role, holds = post
            self._means.worker.do(
                self,
                lambda desk: _appoint(desk, added.member.id, (role, holds), why),
                None,
                self.kit.notice.show_failure,
            )

    def _refused(self, error: DeskError) -> None:
        self.add.rest()
        if isinstance(error, DraftError):
            self.form.show_problems({problem.field: problem.code for problem in error.problems})
            return
        self.notice.show_failure(error)
        if isinstance(error, SubjectError) and error.compartment is Compartment.STAFF:
            self._offer_to_begin_anew(self.form.name.text().strip(), self.form.chosen_role)

    def _offer_to_begin_anew(self, name: str, role: Role) -> None:
        answer = self._means.ask.confirm(self, key_questions.begin_anew(name))
        if answer is not None:
            successor = Successor(Subject(name), role)
            self.notice.clear()
            self.add.busy(self.tr("Beginning Staff anew"))
            self._means.worker.do(
                self,
                lambda desk: desk.members.begin_staff_anew(successor, answer.reason),
                lambda _done: self._begun_anew(),
                self._refused,
            )

    def _begun_anew(self) -> None:
        self.add.rest()
        self.finish()

    def _draw_words(self) -> None:
        self._means.worker.ask(
            self,
            lambda desk: desk.ways_in.draw_words(),
            self.form.choose.show_words,
            self.notice.show_failure,
        )

    def _judge(self, passphrase: str) -> None:
        hints = (self._means.face.school, self.form.name.text())
        self._means.worker.ask(
            self,
            lambda _desk: strength_of(passphrase, hints),
            lambda strength: self.form.choose.show_strength(passphrase, strength),
        )

    def _lay_out(self) -> None:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(16)
        buttons = QHBoxLayout()
        buttons.setSpacing(9)
        buttons.addWidget(self.add)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        self.form.setMaximumWidth(_WIDEST)
        for widget in (self.header, self.notice, self.form):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addStretch(1)
        for pane in (sheet, self.kit):
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setWidget(pane)
            self._stack.put(area)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self._stack)


def _appoint(desk: Desk, member: MemberId, wanted: tuple[Role, bool], why: str) -> Changed[None]:
    """Give somebody a post or the place of its stand-in; the other place stays as it is."""
    role, holds = wanted
    there = next((post for post in desk.members.posts() if post.role is role), Post(role, None))
    holder = member if holds else there.holder
    stand_in = there.stand_in if holds else member
    return desk.members.appoint(Post(role, holder, stand_in), why)
