"""Records that may be of one person, two by two: a person decides, and it can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.reading_days import day_in_words
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.who_opens import WhoOpens
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.empty import EmptyState
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.question import Question
from dsl_desk.ui.people.told import place_of
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.person import PersonRow
    from dsl_desk.ui.people.means import Means

_MOST: Final = 20  # more cards at once would hold the window up


class DuplicatesPage(Page):
    """A card for every two.

    Signals:
        person_wanted(str): open this one.
    """

    person_wanted = Signal(str)
    shows = frozenset({Thing.PEOPLE, Thing.MEMBERS})

    def __init__(self, means: Means) -> None:
        super().__init__("The same person twice?")
        self._means = means
        self.joins: list[Button] = []
        self._chip = WhoOpens(means.worker, Compartment.SCHOOL)
        self.header = PageHeader(self.title, "", self._chip)
        self._chip.told.connect(self.header.say_again)
        self.notice = FailureNotice()
        self.empty = EmptyState(
            Icon.USERS_ROUND,
            self.tr("Nobody is here twice"),
            self.tr("Records that look like one person will be shown here, two by two."),
        )
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(18)
        column.addWidget(self.header)
        column.addWidget(self.notice)
        column.addLayout(self._stack, 1)
        for widget in (QWidget(), self.empty, self._area):
            self._stack.addWidget(widget)

    @override
    def read_again(self) -> None:
        self._chip.read_again()
        self._means.worker.ask(
            self,
            lambda desk: desk.importing.duplicates(),
            self._show,
            self.notice.show_failure,
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    def _show(self, pairs: tuple[tuple[PersonRow, PersonRow], ...]) -> None:
        count = len(pairs)
        many = "1 pair" if count == 1 else f"{count:,} pairs"
        self.header.say(self.title, f"{many} to look at" if count else "")
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(14)
        self.joins = []
        for one, other in pairs[:_MOST]:
            column.addWidget(self._card(one, other))
        column.addStretch(1)
        self._area.setWidget(sheet)
        self._stack.setCurrentWidget(self._area if pairs else self.empty)

    def _card(self, one: PersonRow, other: PersonRow) -> QWidget:
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(28)
        for kept, gone in ((one, other), (other, one)):
            side = QVBoxLayout()
            side.setSpacing(3)
            side.addWidget(Label(kept.draft.legal_name, Voice.STRONG).wrapped())
            for words in _facts(kept):
                side.addWidget(Label(words, Voice.SECONDARY, Meaning.INK2).wrapped())
            side.addSpacing(6)
            side.addStretch(1)
            join = Button(self.tr("Keep this one")).sized(Size.SMALL)
            join.setAccessibleName(f"Keep {kept.draft.legal_name}, the same person as the other")
            join.clicked.connect(lambda _on=False, kept=kept, gone=gone: self._join(kept, gone))
            look = Button(self.tr("Open")).sized(Size.SMALL)
            look.clicked.connect(lambda _on=False, who=kept.id: self.person_wanted.emit(who))
            buttons = QHBoxLayout()
            buttons.setSpacing(8)
            buttons.addWidget(join)
            buttons.addWidget(look)
            buttons.addStretch(1)
            side.addLayout(buttons)
            row.addLayout(side, 1)
            self.joins.append(join)
        card.column.addLayout(row)
        return card

    def _join(self, kept: PersonRow, gone: PersonRow) -> None:
        answer = self._means.ask.confirm(
            self,
            Question(
                title=f"Are both records of {kept.draft.legal_name}?",
                sentence=self.tr(
                    "Both files are shown as one. Nothing is lost, and it can be taken back."
                ),
                act=self.tr("Make them one"),
                keep=self.tr("Keep them apart"),
                reason=self.tr("How do you know?"),
            ),
        )
        if answer is None:
            return
        entry = EntryId(fresh_id(self._means.clock.now()))
        reason, one, other = answer.reason, kept.id, gone.id
        self._means.worker.do(
            self,
            lambda desk: desk.people.merge(one, other, reason, entry),
            lambda _merge: self.said.emit(self.tr("The two records are one now")),
            self.notice.show_failure,
        )


def _facts(row: PersonRow) -> tuple[str, ...]:
    draft = row.draft
    told = (
        place_of(draft),
        f"Born {day_in_words(draft.born)}" if draft.born else "No date of birth",
        f"UPN {draft.upn}" if draft.upn else "",
        f"Known as {draft.known_as}" if draft.known_as else "",
    )
    return tuple(words for words in told if words)
