"""The front sheet beside somebody's page: photographs, family and links, who can open it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.child_file import ChildStatus, PhotoException
from dsl_desk.domain.person import PersonKind
from dsl_desk.domain.reading_days import day_in_words
from dsl_desk.domain.words import label
from dsl_desk.ui.forms.told import place_of
from dsl_desk.ui.kit.avatar import Avatar
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.link import Link
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.child_file import ChildFileDraft, Contact, Tie
    from dsl_desk.services.people import PersonPage

_ICON = 18


class FrontSheet(QWidget):
    """Read-only, and passive: `show_page` and `show_who` fill it.

    Signals:
        person_wanted(str): open this person.
    """

    person_wanted = Signal(str)

    def __init__(self, duties: QWidget | None = None) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._photographs, self._facts, self._who = QWidget(), QWidget(), QWidget()
        self._column.addWidget(self._photographs)
        if duties is not None:
            self._column.addWidget(duties)
        self._column.addWidget(self._facts)
        self._column.addWidget(self._who)
        self._photographs.hide()
        self._column.addStretch(1)

    def show_page(self, page: PersonPage) -> None:
        """Show what stands on somebody's front sheet."""
        facts = QWidget()
        column = QVBoxLayout(facts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        file = page.file.draft if page.file else None
        exception = file is not None and file.photo_exception is not PhotoException.NONE
        if file is not None and file.not_shared:
            column.addWidget(_not_shared(file))
        if file is not None:
            self._photographs = self._put(self._photographs, _photographs(file))
            column.addWidget(_help(file))
        if page.person.draft.kind is PersonKind.PUPIL:
            column.addWidget(self._family(page, file))
        self._facts = self._put(self._facts, facts)
        self._photographs.setVisible(exception)

    def show_who(self, part: str, who: tuple[str, ...]) -> None:
        """Say who can open this, by name."""
        group = _group(self.tr("Who can open this"))
        group.column.addWidget(Label(f"{part} part", Voice.SECONDARY, Meaning.INK3))
        for name in who:
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(Avatar(name, 22))
            row.addWidget(Label(name), 1)
            group.column.addLayout(row)
        group.setAccessibleName(f"{part} part, {len(who)} can open: {', '.join(who)}")
        self._who = self._put(self._who, group)

    def _family(self, page: PersonPage, file: ChildFileDraft | None) -> QWidget:
        group = _group(self.tr("Family and links"))
        for number, contact in enumerate(file.contacts if file else ()):
            group.column.addWidget(_line(contact.who.name, _of_contact(contact, first=not number)))
        for tie in file.household if file else ():
            group.column.addWidget(_line(tie.who.name, _of_tie(tie, self.tr("Lives there"))))
        for tie in file.siblings if file else ():
            if not tie.who.person:
                group.column.addWidget(_line(tie.who.name, _of_tie(tie, self.tr("Sibling"))))
        relations = {tie.who.person: tie.relation for tie in file.siblings} if file else {}
        for row in page.siblings:
            relation = relations.get(row.id) or self.tr("Sibling")
            link = Link(row.name)
            link.clicked.connect(lambda _on=False, one=row.id: self.person_wanted.emit(one))
            words = f"{relation} · {place_of(row.draft)}"
            group.column.addWidget(_line(row.name, words, link))
        if group.column.count() == 1:
            words = self.tr("Nobody is written down yet.")
            group.column.addWidget(Label(words, Voice.SECONDARY, Meaning.INK3).wrapped())
        return group

    def _put(self, old: QWidget, new: QWidget) -> QWidget:
        self._column.replaceWidget(old, new)
        old.hide()
        old.deleteLater()
        new.show()
        return new


class _Group(QFrame):
    """A heading, and what stands under it."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        self.column.addWidget(Label(heading, Voice.CARD_TITLE))


def _group(heading: str) -> _Group:
    return _Group(heading)


def _photographs(file: ChildFileDraft) -> QWidget:
    card = Card(Tone.RED)
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(IconView(Icon.CAMERA_OFF, Meaning.RED, _ICON))
    row.addWidget(Label(label(file.photo_exception), Voice.STRONG, Meaning.RED).wrapped(), 1)
    card.column.addLayout(row)
    if file.photo_since:
        since = f"On the photo exceptions list since {day_in_words(file.photo_since)}"
        card.column.addWidget(Label(since, Voice.SECONDARY, Meaning.RED).wrapped())
    return card


def _not_shared(file: ChildFileDraft) -> QWidget:
    card = Card(Tone.RED)
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(IconView(Icon.SHIELD_BAN, Meaning.RED, _ICON))
    row.addWidget(Label("Do not share with", Voice.STRONG, Meaning.RED).wrapped(), 1)
    card.column.addLayout(row)
    for tie in file.not_shared:
        words = f"{tie.who.name}: {tie.relation}"
        card.column.addWidget(Label(words, Voice.SECONDARY, Meaning.RED).wrapped())
    return card


def _help(file: ChildFileDraft) -> QWidget:
    group = _group("Help in place")
    since = f"Since {day_in_words(file.status_since)}" if file.status_since else ""
    if file.status is ChildStatus.NONE and not file.social_worker:
        since = since or "No social worker is written down"
    group.column.addWidget(_line(label(file.status), since))
    told = (
        ("Social worker", file.social_worker),
        ("Special educational needs", file.send),
        ("Agencies involved", file.agencies),
        ("Address", file.address),
        ("Local authority they live in", file.lives_in_name),
        ("Single unique identifier", file.single_identifier),
    )
    for what, words in told:
        if words:
            group.column.addWidget(_line(what, words))
    return group


def _line(title: str, words: str, link: QWidget | None = None) -> QWidget:
    line = QWidget()
    column = QVBoxLayout(line)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addWidget(link or Label(title, Voice.BODY).wrapped())
    if words:
        column.addWidget(Label(words, Voice.SECONDARY, Meaning.INK3).wrapped())
    return line


def _of_contact(contact: Contact, *, first: bool) -> str:
    told = [
        contact.relation,
        "first contact" if first else "",
        "parental responsibility" if contact.responsible else "",
        contact.phone,
    ]
    return ", ".join(one for one in told if one)


def _of_tie(tie: Tie, otherwise: str) -> str:
    return tie.relation or otherwise
