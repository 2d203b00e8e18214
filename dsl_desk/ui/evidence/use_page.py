"""Using a piece of evidence in another concern: which, and why. Nothing is moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.ids import RecordId
from dsl_desk.ui.evidence.answers import advice_on
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.forms.form_page import FormPage
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.token import Chosen
from dsl_desk.ui.kit.token_field import TokenField

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.uses import Carried, ForAnother
    from dsl_desk.ui.evidence.means import Means
    from dsl_desk.ui.kit.bottom_bar import NeedsLook
    from dsl_desk.ui.kit.token_field import Finder, Found

_OFFERED: Final = 6


class UseForm(QWidget):
    """Which concern, and why. Passive.

    Signals:
        typed(): somebody typed or chose.
    """

    typed = Signal()

    def __init__(self, finder: Finder) -> None:
        super().__init__()
        self.concern = TokenField((), finder)
        self.why = Line()
        hint = self.tr("Type its number, a name or a word in it, and choose it.")
        self.fields = {
            "concern": Field(self.tr("In which concern?"), self.concern, hint),
            "why": Field(self.tr("Why does it belong there, too?"), self.why),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for field in self.fields.values():
            column.addWidget(field)
        self.concern.edited.connect(self.typed)
        self.why.textEdited.connect(self.typed)

    def chosen(self) -> str:
        """Return the concern that was chosen, or nothing."""
        found = self.concern.people()
        return found[0].key if found else ""

    def kept(self) -> Mapping[str, str]:
        """Return what stands in it, to be sealed."""
        found = self.concern.people()
        named = {"concern": found[0].name, "key": found[0].key} if found else {}
        return {"why": self.why.text(), **named}

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        self.why.setText(fields.get("why", ""))
        if fields.get("concern"):
            self.concern.show_people([Chosen(fields["concern"], fields.get("key", ""))])

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show each problem beside its field."""
        return show_beside(self.fields, problems, advice_on)

    def go(self) -> None:
        """Put the focus where one begins."""
        self.fields["concern"].go()


class UsePage(FormPage):
    """Opens the original once, since whatever is used is proved before."""

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__(means, "Use in another concern", "Use it there", Compartment.CHILDREN)
        self._evidence_means, self._record = means, record
        self.header.say(
            self.title,
            self.tr("It stays where it is. In another part of the vault it is sealed anew."),
        )
        self.form = UseForm(self._find)
        self.hold(self.form, self.form, f"use {record}")

    @override
    def finish(self) -> None:
        if self.button.is_busy():
            return
        self.notice.clear()
        self.bar.clear_errors()
        record, concern, why = self._record, RecordId(self.form.chosen()), self.form.why.text()
        if not concern:
            self.bar.show_errors(self.form.show_problems((Problem("concern", "missing"),)))
            self.bar.jump()
            return
        self.form.show_problems(())
        self.button.busy(self.tr("Keeping this"))
        means = self._evidence_means
        # The drafts own the answers, not the page: what was begun is kept, whoever has left.
        means.worker.ask(
            means.drafts,
            lambda desk: desk.uses.begin(record, concern, why),
            self._carry,
            self._fail,
        )

    def _carry(self, begun: ForAnother) -> None:
        means = self._evidence_means
        means.errands.run(means.drafts, begun.carry, self._write, self._fail)

    def _write(self, carried: Carried) -> None:
        means, entry = self._evidence_means, self.entry
        means.worker.do(
            means.drafts, lambda desk: desk.uses.keep(carried, entry), self._kept, self._fail
        )

    def _kept(self, evidence: Evidence) -> None:
        self._done(evidence.id)

    def _find(self, words: str, then: Callable[[Sequence[Found]], None]) -> None:
        self._evidence_means.worker.ask(
            self, lambda desk: _found(desk, words), then, lambda _error: then(())
        )


def _found(desk: Desk, words: str) -> tuple[Found, ...]:
    records = desk.search.find(words, 0, _OFFERED).records
    rows = [record.concern for record in records if record.concern is not None]
    return tuple((f"{row.ref}, {row.title}", row.id, row.whom()) for row in rows)
