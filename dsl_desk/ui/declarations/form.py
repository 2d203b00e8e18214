"""The form of a declaration: who, their links or none, what the policy asks, and the signature."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.declaration import AskedFor, DeclarationDraft, draft_of, fields_of
from dsl_desk.domain.declared_link import DeclaredLink
from dsl_desk.domain.fields import Fields
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.reading_days import day_in_words, read_day
from dsl_desk.domain.words import label
from dsl_desk.ui.declarations.advice import advice_on
from dsl_desk.ui.declarations.policy_lines import clause_mark
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.forms.link_part import LinkPart
from dsl_desk.ui.forms.name_line import NameLine
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from dsl_desk.domain.errors import Problem
    from dsl_desk.domain.policy.family_links import LinkPolicy
    from dsl_desk.ui.kit.bottom_bar import NeedsLook

_ASKED: Final = tuple(AskedFor)
_OPTIONAL: Final = "(optional)"


class DeclarationForm(QWidget):
    """Signed paper in front of whoever types it; the same blanks as the printed form.

    Signals:
        typed(): something is to be kept as a draft.
        named(): somebody else declares it: who receives it is to be asked again.
        find_wanted(NameLine, str): who is known by these words?
    """

    typed = Signal()
    named = Signal()
    find_wanted = Signal(QObject, str)

    def __init__(self, policy: LinkPolicy, today: date, *, again: bool = False) -> None:
        super().__init__()
        self._policy, self._of = policy, DeclarationDraft()
        self.by, self.role = NameLine(), Line()
        self.nil = Tick(self.tr("There is nothing to declare"))
        self.links: list[LinkPart] = []
        self.add = Button(self.tr("Add a link"), icon=Icon.PLUS)
        self.answers = {one.id: Lines(rows=2) for one in policy.links.questions}
        self.statement, self.asked_for = Lines(rows=3), Pick([label(one) for one in _ASKED])
        self.signed, self.signed_on = Line(), Line(day_in_words(today.isoformat()))
        self.reason = Line()
        self.goes = Label("").wrapped()
        self.route = Card(Tone.INSET)
        self.fields = self._fields()
        self._links = QVBoxLayout()
        self._lay_out(again=again)
        self._join()
        self._add_link()

    def draft(self) -> DeclarationDraft:
        """Return what stands in the form."""
        by, of = self.by.ref(), self._of
        nil = self.nil.isChecked()
        return DeclarationDraft(
            by=by.name,
            person=by.person,
            member=of.member,
            role=self.role.text(),
            links=() if nil else tuple(part.link() for part in self.links),
            statement=self.statement.text(),
            answers={name: lines.text() for name, lines in self.answers.items()},
            asked_for=_ASKED[self.asked_for.currentIndex()],
            signed=self.signed.text(),
            signed_on=read_day(self.signed_on.text()),
            came_by=of.came_by,
            identity=of.identity,
            round=of.round,
            nil=nil,
        )

    def show_draft(self, draft: DeclarationDraft) -> None:
        """Show a declaration; this is not typing."""
        self._of = draft
        self.by.show_ref(PersonRef(draft.by, draft.person))
        self.role.setText(draft.role)
        self.nil.setChecked(draft.nil)
        while self.links:
            self._drop(self.links[0])
        for link in draft.links or (DeclaredLink(),):
            self._add_link().show_link(link)
        for name, lines in self.answers.items():
            lines.setPlainText(draft.answers.get(name, ""))
        self.statement.setPlainText(draft.statement)
        self.asked_for.setCurrentIndex(_ASKED.index(draft.asked_for))
        self.signed.setText(draft.signed)
        self.signed_on.setText(day_in_words(draft.signed_on))
        self._reshape()

    def kept(self) -> Mapping[str, str]:
        """Return what stands in the form, to be sealed."""
        return {"draft": json.dumps(fields_of(self.draft())), "reason": self.reason.text()}

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        if "draft" in fields:
            self.show_draft(draft_of(Fields.of_json(fields["draft"].encode())))
            self.reason.setText(fields.get("reason", ""))

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show each problem beside its field; return them for the bar."""
        return show_beside(self._all_fields(), problems, advice_on)

    def go(self) -> None:
        """Put the focus where one begins."""
        self.fields["by"].go()

    def say_route(self, words: str) -> None:
        """Say where it goes, and that it is not written here; nothing: it is."""
        self.goes.say(words)
        self.route.setVisible(bool(words))

    def _all_fields(self) -> dict[str, Field]:
        found = {name: self.fields[name] for name in ("by", "role", "links")}
        for number, part in enumerate(self.links):
            found |= {f"{name} {number}": field for name, field in part.fields.items()}
        rest = {name: field for name, field in self.fields.items() if name not in found}
        return found | rest

    def _add_link(self) -> LinkPart:
        part = LinkPart(self._policy.links)
        part.typed.connect(self.typed)
        part.removed.connect(lambda: self._take_out(part))
        part.who.find_wanted.connect(lambda words: self.find_wanted.emit(part.who, words))
        self.links.append(part)
        self._links.addWidget(part)
        self._number()
        return part

    def _take_out(self, part: LinkPart) -> None:
        self._drop(part)
        self._number()
        self.typed.emit()

    def _drop(self, part: LinkPart) -> None:
        self.links.remove(part)
        part.hide()
        part.deleteLater()

    def _number(self) -> None:
        for number, part in enumerate(self.links, 1):
            part.title.say(f"Link {number}")
            part.remove.setVisible(len(self.links) > 1)

    def _reshape(self) -> None:
        nil = self.nil.isChecked()
        for part in self.links:
            part.setVisible(not nil)
        self.add.setVisible(not nil)
        for name in self.answers:
            self.fields[f"answer {name}"].setVisible(not nil)
        self.fields["asked_for"].setVisible(not nil)

    def _named(self) -> None:
        self.typed.emit()
        self.named.emit()

    def _join(self) -> None:
        self.by.find_wanted.connect(lambda words: self.find_wanted.emit(self.by, words))
        self.by.textEdited.connect(self._named)
        self.nil.clicked.connect(self.typed)
        self.nil.toggled.connect(self._reshape)
        self.add.clicked.connect(self._add_link)
        self.asked_for.activated.connect(self.typed)
        for line in (self.role, self.signed, self.signed_on, self.reason):
            line.textEdited.connect(self.typed)
        for lines in (self.statement, *self.answers.values()):
            lines.textChanged.connect(self.typed)

    def _fields(self) -> dict[str, Field]:
        asked = {
            f"answer {one.id}": Field(one.words, self.answers[one.id], self._cites(one.clause))
            for one in self._policy.links.questions
        }
        return {
            "by": Field(self.tr("Who declares it?"), self.by),
            "role": Field(self.tr("What do they do here?"), self.role, "", _OPTIONAL),
            "links": Field(self.tr("Family links"), self.nil),
            **asked,
            "statement": Field(self.tr("Their own words"), self.statement, "", _OPTIONAL),
            "asked_for": Field(self.tr("What do they ask for?"), self.asked_for),
            "signed": Field(self.tr("Signed by"), self.signed, self.tr("As it stands on paper.")),
            "signed_on": Field(self.tr("On which day?"), self.signed_on),
            "reason": Field(self.tr("What has changed?"), self.reason),
        }

    def _cites(self, clause: str) -> str:
        said = self._policy.clauses.get(clause)
        return "" if said is None else f"§ {said.mark}"

    def _lay_out(self, *, again: bool) -> None:
        column, asks = QVBoxLayout(self), Card(Tone.INSET)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        asks.column.addWidget(Label(self._policy.links.words).wrapped())
        if self._policy.links.clause:
            mark = clause_mark(self._policy, self._policy.links.clause)
            asks.column.addWidget(mark, 0, Qt.AlignmentFlag.AlignLeft)
        self._links.setSpacing(12)
        self.route.column.addWidget(self.goes)
        self.route.hide()
        column.addWidget(asks)
        column.addWidget(SideBySide(self.fields["by"], self.fields["role"]))
        column.addWidget(self.route)
        column.addWidget(self.fields["links"])
        column.addLayout(self._links)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        for name in (*(f"answer {one}" for one in self.answers), "statement", "asked_for"):
            column.addWidget(self.fields[name])
        column.addWidget(SideBySide(self.fields["signed"], self.fields["signed_on"]))
        column.addWidget(self.fields["reason"])
        self.fields["reason"].setVisible(again)
