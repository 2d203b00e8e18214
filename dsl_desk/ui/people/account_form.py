"""The form of an account online: what it is called, and how it is known whose it is. Passive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.identity import IdentityDraft, Sureness
from dsl_desk.domain.reading_days import read_day
from dsl_desk.domain.words import label
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.people.answers import advice_on

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.domain.errors import Problem
    from dsl_desk.domain.person_ref import PersonRef
    from dsl_desk.ui.kit.bottom_bar import NeedsLook

SURENESSES: Final = tuple(Sureness)
_OPTIONAL: Final = "(optional)"
_NAMES: Final = ("platform", "handle", "past", "first_seen", "last_seen", "basis")


class AccountForm(QWidget):
    """An account that is said to be somebody's.

    Signals:
        typed(): somebody typed in one of the fields.
    """

    typed = Signal()

    def __init__(self, person: PersonRef) -> None:
        super().__init__()
        self._person = person
        self.lines = {name: Line() for name in _NAMES}
        self.sure = Pick([label(each) for each in SURENESSES])
        self.fields = self._make_fields()
        for name, line in self.lines.items():
            line.setObjectName(f"account-{name.replace('_', '-')}")
            line.textEdited.connect(self.typed)
        self.sure.activated.connect(self.typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        fields = self.fields
        column.addWidget(SideBySide(fields["platform"], fields["handle"]))
        for name in ("past", "sure", "basis"):
            column.addWidget(fields[name])
        column.addWidget(SideBySide(fields["first_seen"], fields["last_seen"]))

    def draft(self) -> IdentityDraft:
        """Return what stands in the form."""
        told = {name: line.text().strip() for name, line in self.lines.items()}
        past = tuple(one.strip() for one in told["past"].split(",") if one.strip())
        return IdentityDraft(
            platform=told["platform"],
            handle=told["handle"],
            past=past,
            sure=SURENESSES[self.sure.currentIndex()],
            first_seen=read_day(told["first_seen"]),
            last_seen=read_day(told["last_seen"]),
            person=self._person,
            basis=told["basis"],
        )

    def kept(self) -> Mapping[str, str]:
        """Return what stands in the form, to be sealed."""
        told = {name: line.text() for name, line in self.lines.items()}
        return {**told, "sure": str(self.sure.currentIndex())}

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before; this is not typing."""
        for name, line in self.lines.items():
            line.setText(fields.get(name, ""))
        self.sure.setCurrentIndex(int(fields.get("sure", "0")))

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show each problem beside its field; return them in reading order, for the bar."""
        return show_beside(self.fields, problems, advice_on)

    def go(self) -> None:
        """Put the focus where one begins."""
        self.fields["platform"].go()

    def _make_fields(self) -> dict[str, Field]:
        lines = self.lines
        where = self.tr("For example Instagram, or a game's chat.")
        basis = self.tr(
            "What makes you say so? An account that only looks like theirs is nobody's."
        )
        past = self.tr("Names it had before, with commas between them.")
        return {
            "platform": Field(self.tr("Where is the account?"), lines["platform"], where),
            "handle": Field(self.tr("What is it called?"), lines["handle"], "As it is written."),
            "past": Field(self.tr("Former names"), lines["past"], past, _OPTIONAL),
            "sure": Field(self.tr("How sure is it?"), self.sure),
            "basis": Field(self.tr("How do you know whose it is?"), lines["basis"], basis),
            "first_seen": Field(self.tr("First seen"), lines["first_seen"], "", _OPTIONAL),
            "last_seen": Field(self.tr("Last seen"), lines["last_seen"], "", _OPTIONAL),
        }
