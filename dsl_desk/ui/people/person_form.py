"""The form of a person: passive. Who they are to the school decides which answers it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.person import DAYS, TEXTS, PersonDraft, PersonKind, StaffKind
from dsl_desk.domain.reading_days import day_in_words, read_day
from dsl_desk.domain.upn import looks_mistyped
from dsl_desk.domain.words import label
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.segmented import Segmented
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.people.answers import advice_on
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.domain.errors import Problem
    from dsl_desk.ui.kit.bottom_bar import NeedsLook

KINDS: Final = tuple(PersonKind)
STAFF_KINDS: Final = tuple(StaffKind)
_PUPIL, _STAFF, _FAMILY, _PROFESSIONAL = KINDS
_OPTIONAL: Final = "(optional)"
_ASKED: Final = {
    "forename": ("Forename", "As it stands on paper.", set(KINDS)),
    "surname": ("Surname", "As it stands on paper.", set(KINDS)),
    "known_as": ("Known as", "The name everybody uses, if it is another.", set(KINDS)),
    "organisation": ("Organisation or agency", "", {_PROFESSIONAL}),
    "role": ("Role", "For example teaching assistant, Year 3.", {_STAFF, _PROFESSIONAL}),
    "born": ("Date of birth", "For example 2 March 2016.", {_PUPIL, _STAFF, _FAMILY}),
    "sex": ("Sex", "", {_PUPIL}),
    "year": ("Year", "", {_PUPIL}),
    "form": ("Class", "", {_PUPIL}),
    "upn": ("UPN", "", {_PUPIL}),
    "former_upn": ("Former UPN", "", {_PUPIL}),
    "starts": ("Started", "", {_PUPIL, _STAFF}),
    "ends": ("Left", "", {_PUPIL, _STAFF}),
}
_DOUBT: Final = (
    "The letter in front of the UPN does not fit its digits. Look at it once more; it can be kept "
    "as it is."
)
_NEEDED: Final = {"forename", "surname"}
_ROWS: Final = (
    ("forename", "surname"),
    ("known_as", "born"),
    ("sex", "year", "form"),
    ("organisation",),
    ("role",),
    ("upn", "former_upn"),
    ("starts", "ends"),
)


class PersonForm(QWidget):
    """Who somebody is. `of` is what was written before: then the reason is asked for too.

    Signals:
        typed(): somebody typed in one of the fields.
    """

    typed = Signal()

    def __init__(self, of: PersonDraft | None = None) -> None:
        super().__init__()
        self.kind = Segmented(
            [label(kind) for kind in KINDS], self.tr("Who are they?"), ticked=True
        )
        self.staff_kind = Pick([self.tr("Choose"), *(label(kind) for kind in STAFF_KINDS)])
        self.lines = {name: Line() for name in TEXTS}
        self.reason = Line()
        self.fields = {
            name: Field(words, self.lines[name], hint, "" if name in _NEEDED else _OPTIONAL)
            for name, (words, hint, _kinds) in _ASKED.items()
        }
        self.fields["staff_kind"] = Field(self.tr("How do they work here?"), self.staff_kind)
        why = self.tr("What was written before stays beside it.")
        self.fields["reason"] = Field(self.tr("Why does this change?"), self.reason, why)
        self.doubt = Label(self.tr(_DOUBT), Voice.SECONDARY_STRONG, Meaning.AMBER).wrapped()
        self.doubt.hide()
        self._fixed = of is not None
        self._lay_out()
        if of is not None:
            self.show_draft(of)
        self._reshape()
        for name in ("upn", "former_upn"):
            self.lines[name].textChanged.connect(self._look_at_numbers)
        for line in (*self.lines.values(), self.reason):
            line.textEdited.connect(self._note)
        for name, line in self.lines.items():
            line.setObjectName(f"person-{name.replace('_', '-')}")
        self.staff_kind.activated.connect(self._note)
        self.kind.chosen.connect(self._reshape)
        self.kind.chosen.connect(self.typed)

    def draft(self) -> PersonDraft:
        """Return what stands in the form; answers that this kind is not asked for are left out."""
        kind, at = KINDS[self.kind.choice()], self.staff_kind.currentIndex()
        texts = {
            name: self.lines[name].text().strip()
            for name, (_words, _hint, kinds) in _ASKED.items()
            if kind in kinds
        }
        for name in DAYS:
            if name in texts:
                texts[name] = read_day(texts[name])
        chosen = STAFF_KINDS[at - 1] if kind is _STAFF and at else None
        return PersonDraft(kind=kind, staff_kind=chosen, **texts)

    def show_draft(self, draft: PersonDraft) -> None:
        """Show what was written before; this is not typing."""
        self.kind.choose(KINDS.index(draft.kind))
        at = STAFF_KINDS.index(draft.staff_kind) + 1 if draft.staff_kind else 0
        self.staff_kind.setCurrentIndex(at)
        for name, line in self.lines.items():
            words = getattr(draft, name)
            line.setText(day_in_words(words) if name in DAYS else words)

    def kept(self) -> Mapping[str, str]:
        """Return what stands in the form, to be sealed."""
        return {
            **{name: line.text() for name, line in self.lines.items()},
            "kind": str(self.kind.choice()),
            "staff_kind": str(self.staff_kind.currentIndex()),
            "reason": self.reason.text(),
        }

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before; this is not typing."""
        for name, line in self.lines.items():
            line.setText(fields.get(name, ""))
        self.reason.setText(fields.get("reason", ""))
        self.kind.choose(int(fields.get("kind", "0")))
        self.staff_kind.setCurrentIndex(int(fields.get("staff_kind", "0")))

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show each problem beside its field; return them in reading order, for the bar."""
        order = (*(one for row in _ROWS for one in row), "staff_kind", "reason")
        return show_beside({name: self.fields[name] for name in order}, problems, advice_on)

    def go(self) -> None:
        """Put the focus where one begins."""
        self.fields["forename"].go()

    def _look_at_numbers(self) -> None:
        """Doubt a number whose letter does not fit; it can be kept all the same."""
        names = ("upn", "former_upn")
        doubted = any(looks_mistyped(self.lines[name].text().strip()) for name in names)
        self.doubt.setVisible(doubted and KINDS[self.kind.choice()] is _PUPIL)

    def _note(self) -> None:
        sender = self.sender()
        for field in self.fields.values():
            if field.control is sender and field.error():
                field.clear_error()
        self.typed.emit()

    def _reshape(self) -> None:
        kind = KINDS[self.kind.choice()]
        for row, names in zip(self._rows, _ROWS, strict=True):
            row.setVisible(any(kind in _ASKED[name][2] for name in names))
        for name, (_words, _hint, kinds) in _ASKED.items():
            self.fields[name].setVisible(kind in kinds)
        self.fields["staff_kind"].setVisible(kind is _STAFF)
        self.kind.setVisible(not self._fixed)
        self.fields["reason"].setVisible(self._fixed)
        self._look_at_numbers()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.kind)
        self._rows = [SideBySide(*(self.fields[name] for name in row)) for row in _ROWS]
        for row, widget in zip(_ROWS, self._rows, strict=True):
            column.addWidget(widget)
            if "upn" in row:
                column.addWidget(self.doubt)
            if row == ("known_as", "born"):
                column.addWidget(self.fields["staff_kind"])
        column.addWidget(self.fields["reason"])
