"""Who can open what: the matrix, and what was answered to the last wish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.dates import in_full
from dsl_desk.domain.fence import FenceAct
from dsl_desk.domain.member_errors import SubjectError
from dsl_desk.domain.rights import Right
from dsl_desk.domain.subject import Subject
from dsl_desk.domain.words import label
from dsl_desk.services.beginning_anew import Successor
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.fence_gate import FenceGate
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.progress import Progress
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.vault import key_questions
from dsl_desk.ui.vault.card_head import CardHead
from dsl_desk.ui.vault.matrix import Matrix
from dsl_desk.ui.work.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsl_desk.domain.changes import Changed
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.member import Member
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.kept_parts import KeptPart
    from dsl_desk.services.members import MemberView
    from dsl_desk.ui.vault.key_cell import KeyCell
    from dsl_desk.ui.vault.means import Means

    Seen = tuple[tuple[MemberView, ...], Mapping[Compartment, int], tuple[KeptPart, ...]]


class WhoCard(Card):
    """Members and parts. While a key changes hands nothing else can be pressed here.

    Signals:
        shown(): the matrix has other rows or columns, and may want another width.
    """

    shown = Signal()

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        self._counts: Mapping[Compartment, int] = {}
        self._busy = False
        self.matrix = Matrix()
        self.notice = FailureNotice()
        self.progress = Progress("")
        self.none = Label(
            self.tr("You hold no key of any part. Sealed cases of yours stand below."),
            meaning=Meaning.INK2,
        ).wrapped()
        self.left = Label("", meaning=Meaning.INK3).wrapped()
        self.closed = Label("", meaning=Meaning.INK3).wrapped()
        self._foot = _inset((18, 8, 18, 12), self.none, self.left, self.closed)
        self._gate = FenceGate(self, means.worker, means.ask, self.notice.show_failure)
        self.matrix.key_wanted.connect(self._change_key)
        self.matrix.member_wanted.connect(self._retire)
        self._lay_out()
        for widget in (self.progress, self.none, self.left, self.closed):
            widget.hide()

    @property
    def busy(self) -> bool:
        """Whether a key is changing hands just now."""
        return self._busy

    def read_again(self) -> None:
        """Read who holds what."""
        self._means.worker.ask(
            self,
            lambda desk: (desk.members.everyone(), desk.vault.counts(), desk.members.kept.list()),
            self._show,
            self.notice.show_failure,
        )

    def _show(self, seen: Seen) -> None:
        everyone, self._counts, kept = seen
        present = [view for view in everyone if not view.retired]
        gone = [view.member.name for view in everyone if view.retired]
        self.matrix.show_rights(present, self._counts)
        self.matrix.setVisible(bool(self._counts))
        self.shown.emit()
        self.none.setVisible(not self._counts)
        self.left.say(f"No longer a member: {', '.join(gone)}.")
        self.left.setVisible(bool(gone))
        self.closed.say("\n".join(_closed(one) for one in kept))
        self.closed.setVisible(bool(kept))
        self._foot.setVisible(bool(gone or kept) or not self._counts)

    def _change_key(self, cell: KeyCell) -> None:
        if self._busy:
            return
        member, part = cell.member, cell.part
        own = member.id == self._means.member.id
        if cell.right is Right.NONE:
            self._ask_and_give(member, part)
            return
        answer = self._means.ask.confirm(self, key_questions.take_back(member, part, own=own))
        if answer is not None:
            why = answer.reason
            self._do(
                f"Making another key for {label(part)}",
                lambda desk, steps: desk.members.take_back_key(member.id, part, why, steps),
            )

    def _ask_and_give(self, member: Member, part: Compartment) -> None:
        """Ask, and where the part is about children, let the fence ask first."""

        def give(hint: str) -> None:
            question = key_questions.give(member, part, self._counts[part], hint)
            answer = self._means.ask.confirm(self, question)
            if answer is not None:
                self._give(member, part, answer.reason)

        if part is Compartment.CHILDREN:
            self._gate.go_through(member.id, None, FenceAct.KEY, give)
        else:
            give("")

    def _give(self, member: Member, part: Compartment, why: str) -> None:
        self._do(
            f"Giving the key of {label(part)}",
            lambda desk, _steps: desk.members.give_key(member.id, part, why),
            lambda error: self._refused_to_give(error, member, part, why),
        )

    def _refused_to_give(
        self, error: DeskError, member: Member, part: Compartment, why: str
    ) -> None:
        """Offer to begin Staff anew to somebody it says something about; else tell why not."""
        self._refused(error)
        if not (isinstance(error, SubjectError) and error.compartment is Compartment.STAFF):
            return
        answer = self._means.ask.confirm(self, key_questions.begin_anew(member.name))
        if answer is not None:
            successor = Successor(Subject(member.name, member.id), member.role)
            self._do(
                f"Beginning {label(part)} anew",
                lambda desk, _steps: desk.members.begin_staff_anew(successor, answer.reason),
                then=lambda: self._give(member, part, why),
            )

    def _retire(self, member: Member) -> None:
        if self._busy:
            return
        answer = self._means.ask.confirm(self, key_questions.retire(member))
        if answer is not None:
            self._do(
                f"Taking back every key of {member.name}",
                lambda desk, steps: desk.members.retire(member.id, answer.reason, steps),
            )

    def _do(
        self,
        words: str,
        act: Callable[[Desk, Steps], Changed[None]],
        otherwise: Callable[[DeskError], None] | None = None,
        then: Callable[[], None] | None = None,
    ) -> None:
        self._busy = True
        self.notice.clear()
        self.progress.name(words)
        self.progress.show_progress(0)
        self.progress.show()
        steps = Steps(self)
        steps.moved.connect(self.progress.show_progress)
        self._means.worker.do(
            self,
            lambda desk: act(desk, steps),
            lambda _answer: self._done(then),
            otherwise or self._refused,
        )

    def _done(self, then: Callable[[], None] | None) -> None:
        self._rest()
        if then is not None:
            then()

    def _refused(self, error: DeskError) -> None:
        self._rest()
        self.notice.show_failure(error)

    def _rest(self) -> None:
        self._busy = False
        self.progress.hide()

    def _lay_out(self) -> None:
        self.column.setContentsMargins(1, 0, 1, 1)
        self.column.setSpacing(0)
        hint = self.tr("Choose a cell to give or take back a key, a name to retire somebody.")
        for margins, widgets in (
            ((18, 14, 18, 14), (CardHead(self.tr("Who can open what"), note=hint),)),
            ((18, 0, 18, 6), (self.notice, self.progress)),
        ):
            self.column.addWidget(_inset(margins, *widgets))
        self.column.addWidget(self.matrix)
        self.column.addWidget(self._foot)


def _closed(part: KeptPart) -> str:
    """Return what is said of a file that was closed when its part was begun anew."""
    return (
        f"{label(part.compartment)} until {in_full(part.until)} is kept by those who held its key "
        f"then: {part.entries:,} entries."
    )


def _inset(margins: tuple[int, int, int, int], *widgets: QWidget) -> QWidget:
    """Return widgets under one another, with room around them; no room where all are hidden."""
    room = QWidget()
    column = QVBoxLayout(room)
    column.setContentsMargins(*margins)
    for widget in widgets:
        column.addWidget(widget)
    return room
