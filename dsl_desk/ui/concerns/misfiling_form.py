"""The form of a misfiling: whose file it is in, whose it is, why, and whether the DPO was told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.misfiling import DpoTold, MisfilingDraft
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.ui.concerns.answers import advice_on
from dsl_desk.ui.concerns.open_choices import OneOf
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.kit.token import Chosen
from dsl_desk.ui.kit.token_field import TokenField
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.errors import Problem
    from dsl_desk.ui.kit.bottom_bar import NeedsLook
    from dsl_desk.ui.kit.token_field import Finder

_DPO: Final = (DpoTold.TOLD, DpoTold.NOT_YET, DpoTold.NOT_TOLD)


class MisfilingForm(QWidget):
    """Five answers; nothing is chosen for anybody but the only person there is.

    Signals:
        typed(): somebody typed or chose.
        wrong_one_chosen(): it is somebody else who is in it wrongly.
    """

    typed = Signal()
    wrong_one_chosen = Signal()

    def __init__(self, concern: Concern, finder: Finder) -> None:
        super().__init__()
        self._record = concern.id
        draft = concern.draft
        everybody = (*(one.who for one in draft.people), *draft.siblings)
        self._people = tuple(dict.fromkeys(everybody))
        self.was = Pick([one.name for one in self._people])
        self.now = TokenField((), finder)
        self.now.line.setPlaceholderText(self.tr("A name"))
        self.nobody = Tick(self.tr("It belongs in nobody's file"))
        self.reason, self.dpo_why = Lines(rows=2), Lines(rows=2)
        self.dpo = OneOf(_DPO, DpoTold.UNANSWERED, self.tr("Was the data protection officer told?"))
        self.fields = {
            "was": Field(self.tr("Whose file is it in by mistake?"), self.was),
            "now": Field(self.tr("Whose file should it be in?"), self._whose()),
            "reason": Field(
                self.tr("How did it come to be there?"),
                self.reason,
                self.tr("Kept apart: it is never printed in either file."),
            ),
            "dpo_told": Field(self.tr("Was the data protection officer told?"), self.dpo),
            "dpo_why": Field(self.tr("Why not?"), self.dpo_why),
        }
        self.will = Label("", Voice.BODY, Meaning.INK).wrapped()
        self.words = Label("", Voice.BODY, Meaning.AMBER).wrapped()
        self.copies = Label("", Voice.BODY, Meaning.INK2).wrapped()
        self._lay_out()
        self._listen()
        self._show_what_is_asked()

    def wrong_one(self) -> PersonRef:
        """Return whose file it is in by mistake."""
        return self._people[self.was.currentIndex()]

    def draft(self) -> MisfilingDraft:
        """Return what stands in the form."""
        people = [PersonRef(one.name, one.key) for one in self.now.people()]
        now = people[0] if people else PersonRef("")
        told = self.dpo.answer()
        return MisfilingDraft(
            record=self._record,
            was=self.wrong_one(),
            now=None if self.nobody.isChecked() else now,
            reason=self.reason.text(),
            dpo_told=told,
            dpo_why="" if told is DpoTold.TOLD else self.dpo_why.text(),
        )

    def kept(self) -> Mapping[str, str]:
        """Return what stands in it, to be sealed."""
        draft = self.draft()
        now = draft.now or PersonRef("")
        return {
            "was": str(self.was.currentIndex()),
            "now": now.name,
            "person": now.person,
            "nobody": str(draft.now is None),
            "reason": draft.reason,
            "dpo_told": draft.dpo_told.value,
            "dpo_why": self.dpo_why.text(),
        }

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before; this is not typing."""
        at = int(fields.get("was", "0"))
        self.was.setCurrentIndex(at if at < len(self._people) else 0)
        if name := fields.get("now", ""):
            self.now.show_people([Chosen(name, fields.get("person", ""))])
        self.nobody.setChecked(fields.get("nobody") == "True")
        self.reason.setPlainText(fields.get("reason", ""))
        self.dpo.choose(DpoTold(fields.get("dpo_told", DpoTold.UNANSWERED.value)))
        self.dpo_why.setPlainText(fields.get("dpo_why", ""))
        self._show_what_is_asked()

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show each problem beside its field, and return the fields in their order."""
        return show_beside(self.fields, problems, advice_on)

    def go(self) -> None:
        """Put the focus where one begins."""
        self.fields["was"].go()

    def _listen(self) -> None:
        self.was.activated.connect(self.wrong_one_chosen)
        self.was.activated.connect(self.typed)
        for edited in (self.now.edited, self.nobody.clicked, self.dpo.edited):
            edited.connect(self._show_what_is_asked)
            edited.connect(self.typed)
        for lines in (self.reason, self.dpo_why):
            lines.textChanged.connect(self.typed)

    def _show_what_is_asked(self) -> None:
        self.now.setEnabled(not self.nobody.isChecked())
        wanted = self.dpo.answer() in (DpoTold.NOT_YET, DpoTold.NOT_TOLD)
        self.fields["dpo_why"].setVisible(wanted)

    def _whose(self) -> QWidget:
        around = QWidget()
        column = QVBoxLayout(around)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.now)
        column.addWidget(self.nobody)
        around.setFocusProxy(self.now.line)
        return around

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        happens = Card(Tone.INSET)
        happens.column.addWidget(Label(self.tr("What will happen"), Voice.CARD_TITLE))
        for words in (self.will, self.words, self.copies):
            happens.column.addWidget(words)
        column.addWidget(happens)
        column.addWidget(SideBySide(self.fields["was"], self.fields["now"]))
        for name in ("reason", "dpo_told", "dpo_why"):
            column.addWidget(self.fields[name])
