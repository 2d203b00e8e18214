"""The form of a concern: passive. It shows what it is told and says when somebody typed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dsl_desk.domain.concern_draft import ConcernDraft
from dsl_desk.domain.concern_form import of_fields, to_fields
from dsl_desk.domain.concern_parts import Involved, Teller
from dsl_desk.domain.fields import Fields
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.ui.concerns.answers import advice_on
from dsl_desk.ui.concerns.first_part import FirstPart
from dsl_desk.ui.concerns.more_part import MorePart
from dsl_desk.ui.concerns.said_part import SaidPart
from dsl_desk.ui.forms.beside import show_beside

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from dsl_desk.domain.errors import Problem
    from dsl_desk.ui.kit.bottom_bar import NeedsLook
    from dsl_desk.ui.kit.field import Field
    from dsl_desk.ui.kit.token_field import Finder

_DRAFT = "draft"


class ConcernForm(QWidget):
    """Who, who told us, when, safe now, the words; then all that can wait.

    Signals:
        typed(): somebody typed or chose in one of the fields.
    """

    typed = Signal()

    def __init__(self, today: Callable[[], date], finder: Finder | None = None) -> None:
        super().__init__()
        self.first = FirstPart(today, finder)
        self.said = SaidPart()
        self.more = MorePart(finder)
        self.words = self.said.words
        self.fields: dict[str, Field] = {
            **self.first.fields,
            **self.said.fields,
            **self.more.fields,
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        rule = QFrame()
        rule.setObjectName("hairline")
        rule.setFixedHeight(1)
        for part in (self.first, rule, self.said, self.more):
            column.addWidget(part)
        for part in (self.first, self.said, self.more):
            part.edited.connect(self._note)

    def draft(self) -> ConcernDraft:
        """Return what stands in the form."""
        answers = {**self.first.draft_of(), **self.said.draft_of(), **self.more.draft_of()}
        return ConcernDraft(**answers)  # type: ignore[arg-type]  # each part names its own fields

    def kept(self) -> dict[str, str]:
        """Return everything that stands in the form, for a draft: days as they were typed too."""
        written = json.dumps(to_fields(self.draft()))  # half a sign that was typed is kept too
        first = self.first
        return {_DRAFT: written, "happened": first.happened.typed(), "told": first.told_at.typed()}

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before; this is not typing."""
        if _DRAFT in fields:
            self.show_draft(of_fields(Fields.of_json(fields[_DRAFT].encode())))
            for moment, name in ((self.first.happened, "happened"), (self.first.told_at, "told")):
                if name in fields:
                    moment.bring_back(fields[name])
        else:
            self.show_draft(self._of_older_draft(fields))

    def show_draft(self, draft: ConcernDraft) -> None:
        """Show a concern as it was written; this is not typing."""
        for part in (self.first, self.said, self.more):
            part.show_draft(draft)

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show each problem beside its field; return them in reading order, for the bar."""
        return show_beside(self.fields, problems, advice_on)

    def _of_older_draft(self, fields: Mapping[str, str]) -> ConcernDraft:
        """Return the draft that a program of before left: three answers, the others as they are."""
        standing = {**self.first.draft_of(), **self.said.draft_of(), **self.more.draft_of()}
        about = fields.get("about", "")
        standing["people"] = (Involved(PersonRef(about)),) if about.strip() else ()
        standing["told_by"] = Teller(fields.get("told_by", ""))
        standing["words"] = fields.get("words", "")
        return ConcernDraft(**standing)  # type: ignore[arg-type]  # as above

    def _note(self) -> None:
        for field in self.fields.values():
            if field.error():
                field.clear_error()
        self.typed.emit()
