"""The sealed drop on the vault's page: who receives what is left about whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from dsl_desk.domain.drop import LeftAbout, Whom
from dsl_desk.domain.member import Role
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.vault.card_head import CardHead, Fact

if TYPE_CHECKING:
    from dsl_desk.domain.drop_route import Receivers
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.vault.means import Means

    Told = tuple[tuple[str, Receivers], ...]

_ROLES = (Role.DSL, Role.HEAD, Role.CHAIR)


class DropCard(Card):
    """One line for each answer to the first question at the lock screen.

    Signals:
        left_wanted(): show what was left for this member.
    """

    left_wanted = Signal()

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        self.notice = FailureNotice()
        self.look = Button(self.tr("What was left for you"), icon=Icon.MAIL)
        self.look.clicked.connect(self.left_wanted)
        head = CardHead(self.tr("Sealed drop: who receives what"))
        head.put_right(self.look)
        self.column.addWidget(head)
        self.column.addWidget(self.notice)
        self.facts: list[Fact] = []

    def read_again(self) -> None:
        """Read who receives what, by the posts and rights of now."""
        self._means.worker.ask(self, _told, self._show, self.notice.show_failure)

    def _show(self, told: Told) -> None:
        self.notice.clear()
        for fact in self.facts:
            self.column.removeWidget(fact)
            fact.deleteLater()
        self.facts = []
        for about, receivers in told:
            fact = Fact(IconView(Icon.LOCK_KEYHOLE if receivers.alone else Icon.MAIL))
            fact.say(about, _words(receivers))
            self.column.addWidget(fact)
            self.facts.append(fact)


def _told(desk: Desk) -> Told:
    adult, link = LeftAbout.ADULT, LeftAbout.LINK
    asked = {
        label(LeftAbout.CHILD): Whom(LeftAbout.CHILD),
        label(adult): Whom(adult),
        **{f"About the {label(role)}": _of_post(desk, role) for role in _ROLES},
        label(link): Whom(link),
    }
    return tuple((about, desk.drop.receivers(whom)) for about, whom in asked.items())


def _of_post(desk: Desk, role: Role) -> Whom:
    """Return a note about whoever holds a post, a member or not."""
    post = desk.cases.posts().get(role)
    holder = None if post is None else post.holder
    if holder is None:
        return Whom(LeftAbout.ADULT, post=role)
    return Whom(LeftAbout.ADULT, holder)


def _words(receivers: Receivers) -> str:
    if not receivers.names:
        return "Nobody here: it cannot be left, and goes to the LADO alone"
    who = " and ".join(receivers.names)
    return f"{who}, sealed for them alone" if receivers.alone else who
