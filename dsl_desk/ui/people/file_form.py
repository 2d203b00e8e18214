"""The form of a child's file: what stands on the front sheet. Passive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.child_file import ChildFileDraft, ChildStatus, PhotoException
from dsl_desk.domain.reading_days import day_in_words, read_day
from dsl_desk.domain.words import label
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.people.answers import advice_on
from dsl_desk.ui.people.lives_in import LivesIn
from dsl_desk.ui.people.ties import Ties

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.domain.errors import Problem
    from dsl_desk.domain.person_ref import PersonRef
    from dsl_desk.ui.kit.bottom_bar import NeedsLook

STATUSES: Final = tuple(ChildStatus)
PHOTOS: Final = tuple(PhotoException)
_LISTS: Final = ("contacts", "siblings", "household", "not_shared")
_LINES: Final = ("status_since", "photo_since", "social_worker", "single_identifier")
_NOTES: Final = ("send", "agencies", "address")
_OPTIONAL: Final = "(optional)"


class FileForm(QWidget):
    """A child's front sheet. `of` is what was written before: then the reason is asked for too.

    Signals:
        typed(): somebody typed in one of the fields.
        find_wanted(NameLine, str): who fits these words?
    """

    typed = Signal()
    find_wanted = Signal(object, str)

    def __init__(self, person: PersonRef, of: ChildFileDraft | None, *, numbered: bool) -> None:
        super().__init__()
        self._person, self._of, self._numbered = person, of, numbered
        self.status = Pick([label(each) for each in STATUSES])
        self.photo = Pick([label(each) for each in PHOTOS])
        self.lives_in = LivesIn()
        self.lines = {name: Line() for name in _LINES}
        self.notes = {name: Lines(rows=2) for name in _NOTES}
        self.lists = {
            "contacts": Ties(self.tr("Contact"), self.tr("Add a contact"), rung=True),
            "siblings": Ties(self.tr("Sibling"), self.tr("Add a sibling")),
            "household": Ties(self.tr("Household"), self.tr("Add somebody who lives there")),
            "not_shared": Ties(
                self.tr("Do not share with"),
                self.tr("Add somebody this is not shared with"),
                told=self.tr("Why not, and who decided it"),
            ),
        }
        self.reason = Line()
        self.fields = self._make_fields()
        self._lay_out()
        if of is not None:
            self.show_draft(of)
        self._listen()

    def draft(self) -> ChildFileDraft:
        """Return what stands in the form."""
        single = self.lines["single_identifier"].text().strip()
        return ChildFileDraft(
            person=self._person,
            status=STATUSES[self.status.currentIndex()],
            status_since=read_day(self.lines["status_since"].text()),
            social_worker=self.lines["social_worker"].text().strip(),
            contacts=self.lists["contacts"].contacts(),
            siblings=self.lists["siblings"].ties(),
            household=self.lists["household"].ties(),
            not_shared=self.lists["not_shared"].ties(),
            photo_exception=PHOTOS[self.photo.currentIndex()],
            photo_since=read_day(self.lines["photo_since"].text()),
            single_identifier=single,
            **self.lives_in.said(),
            **{name: lines.text().strip() for name, lines in self.notes.items()},
        )

    def show_draft(self, draft: ChildFileDraft) -> None:
        """Show what was written before; this is not typing."""
        self.status.setCurrentIndex(STATUSES.index(draft.status))
        self.photo.setCurrentIndex(PHOTOS.index(draft.photo_exception))
        self.lives_in.choose(draft.lives_in, draft.lives_in_name)
        for name, line in self.lines.items():
            words = getattr(draft, name)
            line.setText(day_in_words(words) if name.endswith("_since") else words)
        for name, lines in self.notes.items():
            lines.setPlainText(getattr(draft, name))
        for name, ties in self.lists.items():
            ties.show_list(getattr(draft, name))

    def kept(self) -> Mapping[str, str]:
        """Return what stands in the form, to be sealed."""
        return {
            **{name: line.text() for name, line in self.lines.items()},
            **{name: lines.text() for name, lines in self.notes.items()},
            **{name: ties.kept() for name, ties in self.lists.items()},
            "status": str(self.status.currentIndex()),
            "photo": str(self.photo.currentIndex()),
            **self.lives_in.said(),
            "reason": self.reason.text(),
        }

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before; this is not typing."""
        for name, line in self.lines.items():
            line.setText(fields.get(name, ""))
        for name, lines in self.notes.items():
            lines.blockSignals(True)
            lines.setPlainText(fields.get(name, ""))
            lines.blockSignals(False)
        for name, ties in self.lists.items():
            ties.fill(fields.get(name, ""))
        self.status.setCurrentIndex(int(fields.get("status", "0")))
        self.photo.setCurrentIndex(int(fields.get("photo", "0")))
        self.lives_in.choose(fields.get("lives_in", ""), fields.get("lives_in_name", ""))
        self.reason.setText(fields.get("reason", ""))

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show each problem beside its field; return them in reading order, for the bar."""
        return show_beside(self.fields, problems, advice_on)

    def go(self) -> None:
        """Put the focus where one begins."""
        self.fields["status"].go()

    def _make_fields(self) -> dict[str, Field]:
        lines, notes, lists = self.lines, self.notes, self.lists
        what = self.tr("For example speech and language, or an EHC plan.")
        why = self.tr("What was written before stays beside it.")
        ring = self.tr("Who is rung first stands first.")
        worker = self.tr("Social worker")
        never = self.tr("No paper about this child is made for them, whoever asks.")
        return {
            "status": Field(self.tr("What help is in place?"), self.status),
            "status_since": Field(self.tr("Since"), lines["status_since"], "", _OPTIONAL),
            "social_worker": Field(worker, lines["social_worker"], "", _OPTIONAL),
            "contacts": Field(self.tr("Contacts"), lists["contacts"], ring),
            "siblings": Field(self.tr("Brothers and sisters"), lists["siblings"]),
            "household": Field(self.tr("Who else lives there?"), lists["household"]),
            "not_shared": Field(self.tr("Do not share with"), lists["not_shared"], never),
            "send": Field(self.tr("Special educational needs"), notes["send"], what, _OPTIONAL),
            "photo_exception": Field(self.tr("Photographs"), self.photo),
            "photo_since": Field(self.tr("Since"), lines["photo_since"], "", _OPTIONAL),
            "agencies": Field(self.tr("Agencies involved"), notes["agencies"], "", _OPTIONAL),
            "address": Field(self.tr("Address"), notes["address"], "", _OPTIONAL),
            "lives_in": Field(self.tr("Which local authority do they live in?"), self.lives_in),
            "single_identifier": Field(
                self.tr("Single unique identifier"), lines["single_identifier"], "", _OPTIONAL
            ),
            "reason": Field(self.tr("Why does this change?"), self.reason, why),
        }

    def _listen(self) -> None:
        for line in (*self.lines.values(), self.reason):
            line.textEdited.connect(self.typed)
        for lines in self.notes.values():
            lines.textChanged.connect(self.typed)
        for ties in self.lists.values():
            ties.typed.connect(self.typed)
            ties.find_wanted.connect(self.find_wanted)
        for pick in (self.status, self.photo, self.lives_in):
            pick.activated.connect(self.typed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        fields = self.fields
        column.addWidget(SideBySide(fields["status"], fields["status_since"]))
        column.addWidget(fields["social_worker"])
        for name in _LISTS:
            column.addWidget(fields[name])
        column.addWidget(fields["send"])
        column.addWidget(SideBySide(fields["photo_exception"], fields["photo_since"]))
        for name in ("agencies", "address", "lives_in", "single_identifier", "reason"):
            column.addWidget(fields[name])
        fields["single_identifier"].setVisible(self._numbered)
        fields["reason"].setVisible(self._of is not None)
