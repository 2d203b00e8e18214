"""Posts and stand-ins: who is in which, and what a case would find missing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.member import Role
from dsl_desk.domain.post import Post
from dsl_desk.domain.routing import Gap, Missing
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.duty import Duty, DutyList, DutyState
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.vault.card_head import CardHead, Fact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.services.members import MemberView
    from dsl_desk.ui.vault.means import Means

    Seen = tuple[tuple[Post, ...], tuple[Missing, ...], tuple[MemberView, ...]]

_ROLES = (Role.DSL, Role.HEAD, Role.CHAIR, Role.OFFICER)
_WHY = {
    Gap.NOBODY: "Until then a case that should go to them goes past them, or to the LADO.",
    Gap.NO_STAND_IN: "If they are away or it is about them, nobody else can open it.",
}


class PostsCard(Card):
    """A line for each post with a button, duties for what is missing, and one small form."""

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        self._seen: Seen = ((), (), ())
        self.duties: DutyList | None = None
        self.facts = {role: Fact(IconView(Icon.USER_ROUND)) for role in _ROLES}
        self.change = {role: Button(self.tr("Change")).sized(Size.SMALL) for role in _ROLES}
        self.notice = FailureNotice()
        self.form = PostForm()
        self.form.save.clicked.connect(self._save)
        self.form.keep.clicked.connect(self._close)
        self._missing = QVBoxLayout()
        self._lay_out()
        self.form.hide()

    def read_again(self) -> None:
        """Read who is in which post."""
        self._means.worker.ask(
            self,
            lambda desk: (
                desk.members.posts(),
                desk.members.unfinished(),
                desk.members.everyone(),
            ),
            self._show,
            self.notice.show_failure,
        )

    def open_form(self, role: Role) -> None:
        """Ask who is to be in a post."""
        posts, _, everyone = self._seen
        post = next((one for one in posts if one.role is role), Post(role, None))
        present = [view.member for view in everyone if not view.retired]
        self.notice.clear()
        self.form.ask_for(post, [(member.id, member.name) for member in present])

    def _show(self, seen: Seen) -> None:
        self._seen = posts, missing, everyone = seen
        names = {view.member.id: view.member.name for view in everyone}
        for role, fact in self.facts.items():
            post = next((one for one in posts if one.role is role), Post(role, None))
            holder = names[post.holder] if post.holder else "Nobody named"
            stand_in = names[post.stand_in] if post.stand_in else "nobody"
            fact.say(f"{label(role)}: {holder}", f"Stands in: {stand_in}")
            self.change[role].setAccessibleName(f"Change {label(role)}")
        if self.duties is not None:
            self._missing.removeWidget(self.duties)
            self.duties.deleteLater()
        self.duties = DutyList([_duty(one) for one in missing])
        self.duties.action_wanted.connect(lambda at: self.open_form(missing[at].role))
        self._missing.addWidget(self.duties)
        self.duties.setVisible(bool(missing))  # only now: without a parent it is a window

    def _save(self) -> None:
        post, why = self.form.post(), self.form.reason.text()
        self.notice.clear()
        self.form.save.busy(self.tr("Writing it down"))
        self._means.worker.do(
            self, lambda desk: desk.members.appoint(post, why), self._saved, self._refused
        )

    def _saved(self, _answer: None) -> None:
        self.form.save.rest()
        self._close()

    def _refused(self, error: DeskError) -> None:
        self.form.save.rest()
        if isinstance(error, DraftError):
            self.form.field.show_error(self.tr("Say why. It is kept with the history."))
            self.form.field.go()
        else:
            self.notice.show_failure(error)

    def _close(self) -> None:
        role = self.form.role
        self.form.hide()
        self.change[role].setFocus()

    def _lay_out(self) -> None:
        self.column.addWidget(CardHead(self.tr("Posts and stand-ins")))
        self.column.addLayout(self._missing)
        for role, fact in self.facts.items():
            row = QHBoxLayout()
            row.addWidget(fact, 1)
            row.addWidget(self.change[role])
            self.column.addLayout(row)
            self.change[role].clicked.connect(partial(self.open_form, role))
        self.column.addWidget(self.notice)
        self.column.addWidget(self.form)


class PostForm(QWidget):
    """Who holds a post, who stands in, and why."""

    def __init__(self) -> None:
        super().__init__()
        self.role = Role.DSL
        self._ids: list[MemberId | None] = []
        self.holder, self.stand_in, self.reason = Pick(), Pick(), Line()
        self.field = Field(self.tr("Reason"), self.reason)
        self.save = Button(self.tr("Fill this post"))
        self.keep = Button(self.tr("Keep as it is"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        self._holds = Field(self.tr("Holds the post"), self.holder)
        column.addWidget(SideBySide(self._holds, Field(self.tr("Stands in"), self.stand_in)))
        column.addWidget(self.field)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(self.keep)
        row.addStretch(1)
        column.addLayout(row)

    def ask_for(self, post: Post, people: Sequence[tuple[MemberId, str]]) -> None:
        """Ask about a post, beginning with those who are in it."""
        self.role = post.role
        self._ids = [None, *(one for one, _ in people)]
        for pick, there in ((self.holder, post.holder), (self.stand_in, post.stand_in)):
            pick.clear()
            pick.addItems([self.tr("Nobody"), *(name for _, name in people)])
            pick.setCurrentIndex(self._ids.index(there))
        self.reason.clear()
        self.field.clear_error()
        self.save.setText(f"Fill the post: {label(post.role)}")
        self.show()
        self._holds.go()

    def post(self) -> Post:
        """Return the post as it was chosen."""
        holder = self._ids[self.holder.currentIndex()]
        return Post(self.role, holder, self._ids[self.stand_in.currentIndex()])


def _duty(missing: Missing) -> Duty:
    role = label(missing.role)
    what = "Name somebody" if missing.gap is Gap.NOBODY else "Name a stand-in"
    return Duty(DutyState.NOW, f"{what}: {role}", sentence=_WHY[missing.gap], action=what)
