"""One link in the form: to whom, what they are to each other, since when, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from dsl_desk.domain.declared_link import (
    BeforeJoining,
    Closeness,
    DeclaredLink,
    LinkKind,
    Teaches,
)
from dsl_desk.domain.words import label
from dsl_desk.ui.forms.name_line import NameLine
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.policy.family_links import FamilyLinks

_OPTIONAL: Final = "(optional)"
_KINDS, _CLOSE = tuple(LinkKind), tuple(Closeness)
_BEFORE, _TEACHES = tuple(BeforeJoining), tuple(Teaches)
_ROWS: Final = (
    ("kind", "who"),
    ("relation", "closeness"),
    ("before", "since"),
    ("teaches", "platforms"),
)


class LinkPart(Card):
    """A card with what is asked of one link; relations are those of the school's policy.

    Signals:
        typed(): something is to be kept as a draft.
        removed(): this link is not declared after all.
    """

    typed = Signal()
    removed = Signal()

    def __init__(self, links: FamilyLinks) -> None:
        super().__init__()
        self._links = links
        self.title = Label("", Voice.CARD_TITLE)
        self.remove = Button(self.tr("Take out"), Kind.QUIET, Icon.X)
        self.kind, self.who = Pick([label(one) for one in _KINDS]), NameLine()
        self.relation = Pick([self.tr("Not said yet"), *(one.words for one in links.relations)])
        self.closeness = Pick([label(one) for one in _CLOSE])
        self.before, self.since = Pick([label(one) for one in _BEFORE]), Line()
        self.teaches = Pick([label(one) for one in _TEACHES])
        self.platforms, self.contact = Line(), Line()
        self.lines = (self.who, self.since, self.platforms, self.contact)
        self.fields = {
            "kind": Field(self.tr("The link is to"), self.kind),
            "who": Field(self.tr("Their name"), self.who),
            "relation": Field(self.tr("What are you to them?"), self.relation),
            "closeness": Field(self.tr("How close?"), self.closeness, "", _OPTIONAL),
            "before": Field(self.tr("Was it there before you worked here?"), self.before),
            "since": Field(self.tr("Since when?"), self.since, "", _OPTIONAL),
            "teaches": Field(self.tr("Do you teach or look after them?"), self.teaches),
            "platforms": Field(self.tr("Where are you in touch online?"), self.platforms),
            "contact": Field(self.tr("What kind of contact? One to one?"), self.contact),
        }
        self._lay_out()
        self._join()

    def link(self) -> DeclaredLink:
        """Return what stands here."""
        at = self.relation.currentIndex() - 1
        chosen = self._links.relations[at] if at >= 0 else None
        return DeclaredLink(
            who=self.who.ref(),
            kind=_KINDS[self.kind.currentIndex()],
            relation=chosen.code if chosen else "",
            relation_words=chosen.words if chosen else "",
            closeness=_CLOSE[self.closeness.currentIndex()],
            since=self.since.text(),
            before=_BEFORE[self.before.currentIndex()],
            teaches=_TEACHES[self.teaches.currentIndex()],
            platforms=self.platforms.text(),
            contact=self.contact.text(),
        )

    def show_link(self, link: DeclaredLink) -> None:
        """Show a link; this is not typing. A relation of an older policy is chosen anew."""
        codes = [one.code for one in self._links.relations]
        self.who.show_ref(link.who)
        self.kind.setCurrentIndex(_KINDS.index(link.kind))
        known = link.relation in codes
        self.relation.setCurrentIndex(codes.index(link.relation) + 1 if known else 0)
        self.closeness.setCurrentIndex(_CLOSE.index(link.closeness))
        self.before.setCurrentIndex(_BEFORE.index(link.before))
        self.teaches.setCurrentIndex(_TEACHES.index(link.teaches))
        for line, words in (
            (self.since, link.since),
            (self.platforms, link.platforms),
            (self.contact, link.contact),
        ):
            line.setText(words)

    def _join(self) -> None:
        for pick in (self.kind, self.relation, self.closeness, self.before, self.teaches):
            pick.activated.connect(self.typed)
        for line in self.lines:
            line.textEdited.connect(self.typed)
        self.remove.clicked.connect(self.removed)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.column.setSpacing(14)
        self.column.addLayout(head)
        for row in _ROWS:
            self.column.addWidget(SideBySide(*(self.fields[name] for name in row)))
        self.column.addWidget(self.fields["contact"])
