"""What was alleged, word for word; and beside it the case: who manages it, whom to ring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from dsl_desk.domain.allegation_course import s141f_applies
from dsl_desk.domain.allegation_texts import WORDS, texts_of_allegation
from dsl_desk.domain.dates import in_sentence
from dsl_desk.ui.forms.childrens_lines import ChildrensLines
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.link import Link
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from datetime import datetime

    from dsl_desk.domain.allegation_view import AllegationView
    from dsl_desk.domain.lado_directory import Authority
    from dsl_desk.services.case_file import CaseSeen

_LAW = (
    "Education Act 2002, section 141F: nobody may publish what identifies this teacher until they"
    " are charged. Tell everybody who is told of it."
)

# Said in words of their own: above, in the header, or below.
_ABOVE = frozenset({WORDS, "What they do here", "In the personnel file"})


class SaidCard(Card):
    """The record: words in serif, then the facts in pairs.

    `amend` writes what it says from now on; `compare` shows what stood before.
    """

    def __init__(self, view: AllegationView) -> None:
        super().__init__()
        draft = view.line.allegation.draft
        self.amend = Button(self.tr("Amend")).sized(Size.SMALL)
        head = QHBoxLayout()
        head.addWidget(Label(WORDS, Voice.CARD_TITLE), 1)
        head.addWidget(self.amend)
        self.column.addLayout(head)
        self.words = Label(draft.words, Voice.VERBATIM).wrapped()
        self.column.addWidget(self.words)
        for question, answer in texts_of_allegation(draft).items():
            if question not in _ABOVE:
                words = f"{question}: {answer}"
                self.column.addWidget(Label(words, Voice.SECONDARY, Meaning.INK2).wrapped())
        self.compare = Link(self.tr("Compare with what stood before"), Meaning.ACCENT)
        written = view.line.allegation.written
        if written.version > 1:
            changed = f"Version {written.version}: {written.body.reason}"
            self.column.addWidget(Label(changed, Voice.SECONDARY, Meaning.INK2).wrapped())
            self.column.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignLeft)
        if not draft.in_file:
            left = self.tr("This has left the personnel file. It is kept here alone.")
            self.column.addWidget(Label(left, Voice.SECONDARY_STRONG).wrapped())


class CaseCard(Card):
    """Who can open it, who manages it, whom to ring, and what is before."""

    def __init__(self, seen: CaseSeen, now: datetime) -> None:
        super().__init__()
        view = seen.view
        self.childrens = ChildrensLines()
        self.column.addWidget(Label(self.tr("This case"), Voice.CARD_TITLE))
        lines = [
            f"Can open: {', '.join(view.holders)}." if view.holders else "",
            f"Case manager: {', '.join(view.managers)}." if view.managers else "",
            _before(view),
        ]
        for line in filter(None, lines):
            self.column.addWidget(Label(line, Voice.SECONDARY).wrapped())
        if s141f_applies(view.line.allegation.draft, view.line.steps):
            self.column.addWidget(Label(_LAW, Voice.SECONDARY, Meaning.RED).wrapped())
        self.column.addSpacing(6)
        self.column.addWidget(Label(self.tr("How long it is kept"), Voice.STRONG))
        self.kept = Label(seen.kept.line(now.date()), Voice.SECONDARY).wrapped()
        self.column.addWidget(self.kept)
        self.keeping = Link(self.tr("Hold it, or propose that it goes"), voice=Voice.SECONDARY)
        self.column.addWidget(self.keeping)
        self.keeping.setVisible(not view.line.sealed)
        self.column.addSpacing(6)
        self.column.addWidget(Label(self.tr("Whom to ring"), Voice.STRONG))
        for line in _whom(view, now):
            self.column.addWidget(Label(line, Voice.SECONDARY).wrapped())
        self.lado = Button(self.tr("Check the number"))
        self.column.addWidget(self.lado, 0, Qt.AlignmentFlag.AlignLeft)
        self._add_childrens(shown=bool(view.line.allegation.draft.children))

    def _add_childrens(self, *, shown: bool) -> None:
        self.services = Button(self.tr("Check children's services"))
        self.services.setObjectName("childrens-services")
        heading = Label(self.tr("Children's services, by where each child lives"), Voice.STRONG)
        self.column.addSpacing(6)
        self.column.addWidget(heading.wrapped())
        self.column.addWidget(self.childrens)
        self.column.addWidget(self.services, 0, Qt.AlignmentFlag.AlignLeft)
        heading.setVisible(shown)
        self.services.setVisible(shown)


def _before(view: AllegationView) -> str:
    count = len(view.before)
    if not count:
        return ""
    concerns = "1 low-level concern" if count == 1 else f"{count} low-level concerns"
    return f"Before: {concerns} about the same adult."


def _whom(view: AllegationView, now: datetime) -> list[str]:
    if view.number is None or view.authority is None:
        return ["No authority is chosen yet: look the number up with the local authority."]
    after = " (out of hours)" if view.number.after_hours else ""
    return [
        f"{view.number.name}{after}: {view.number.telephone or 'no number yet'}",
        _checked(view.authority, now),
        *(f"{stage.name}: {stage.when}." for stage in view.authority.stages),
    ]


def _checked(authority: Authority, now: datetime) -> str:
    if not authority.confirmed_on:
        return "Not checked by anybody here yet."
    on = in_sentence(now.date().fromisoformat(authority.confirmed_on))
    stale = " Check it again this term." if authority.needs_checking(now.date()) else ""
    return f"Checked by {authority.confirmed_by} on {on}.{stale}"
