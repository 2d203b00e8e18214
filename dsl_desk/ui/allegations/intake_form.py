"""The form of an allegation: whom it is about, whether children are safe, then the words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.allegation import AllegationDraft, OnlinePart
from dsl_desk.domain.concern_choices import SafeNow
from dsl_desk.domain.moments import Moment
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.words import label
from dsl_desk.ui.allegations.adult_part import AdultPart
from dsl_desk.ui.allegations.answers import advice_on
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.forms.people_kept import read_people, write_people
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.day_time import DayTime
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
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

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.errors import Problem
    from dsl_desk.domain.member import Member
    from dsl_desk.ui.kit.bottom_bar import NeedsLook
    from dsl_desk.ui.kit.token_field import Finder

_SAFE: Final = tuple(SafeNow)
_OPTIONAL: Final = "(optional)"
_YES: Final = "yes"


class IntakeForm(QWidget):
    """Safety first, then who says so, to whom, when, and word for word.

    Signals:
        typed(): something is to be kept as a draft.
        named(): somebody else is named.
    """

    typed = Signal()
    named = Signal()

    def __init__(
        self, members: Sequence[Member], clock: Clock, finder: Finder | None = None
    ) -> None:
        super().__init__()
        self._before = AllegationDraft()
        self.adult = AdultPart(members)
        self.safe = Pick([label(one) for one in _SAFE])
        self.told_at = DayTime(lambda: clock.now().date(), self.tr("When?"))
        self.happened = DayTime(lambda: clock.now().date(), self.tr("When did it happen?"))
        self.lines = {name: Line() for name in _LINES}
        self.about_children = TokenField((), finder)
        self.words = Lines(verbatim=True, rows=6)
        self.before = Lines(rows=2)
        self.online = Tick(self.tr("Social media played a part in it"))
        self.teacher = Tick(self.tr("They are a teacher"))
        self.pupil = Tick(self.tr("It is said by, or about, a pupil of this school"))
        self.rest = QWidget()
        self.fields = self._fields()
        self._join()
        self._lay_out()
        self._reshape()

    def draft(self) -> AllegationDraft:
        """Return what stands in the form."""
        online = OnlinePart(self.online.isChecked(), *(self._text(name) for name in _ONLINE))
        return AllegationDraft(
            adult=self.adult.adult(),
            told_at=self.told_at.at(),
            words=self.words.text(),
            safe_now=_SAFE[self.safe.currentIndex()],
            happened=Moment(self.happened.at()),
            children=tuple(PersonRef(one.name, one.key) for one in self.about_children.people()),
            before=self.before.text(),
            online=online,
            teacher=self.teacher.isChecked(),
            pupil_here=self.pupil.isChecked(),
            grew_from=self._before.grew_from,
            in_file=self._before.in_file,
            told_by=self._text("told_by"),
            told_to=self._text("told_to"),
            made_safe=self._text("made_safe"),
            place=self._text("place"),
            witnesses=self._text("witnesses"),
        )

    def begin_from(self, draft: AllegationDraft) -> None:
        """Begin with what is written already: a low-level concern that has grown, or a version."""
        self._before = draft
        self.adult.show_adult(draft.adult)
        for name in _PLAIN:
            self.lines[name].setText(getattr(draft, name))
        for name in _ONLINE:
            self.lines[name].setText(getattr(draft.online, name))
        self.about_children.show_people([Chosen(one.name, one.person) for one in draft.children])
        ticked = (draft.online.contributed, draft.teacher, draft.pupil_here)
        for tick, on in zip(self._ticks().values(), ticked, strict=True):
            tick.setChecked(on)
        self.safe.setCurrentIndex(_SAFE.index(draft.safe_now))
        self.told_at.show_at(draft.told_at)
        self.happened.show_at(draft.happened.at)
        self.words.setPlainText(draft.words)
        self.before.setPlainText(draft.before)
        self._reshape()

    def kept(self) -> Mapping[str, str]:
        """Return what stands in the form, to be sealed."""
        ticks = {name: _YES if tick.isChecked() else "" for name, tick in self._ticks().items()}
        return {
            **self.adult.kept(),
            **{name: line.text() for name, line in self.lines.items()},
            **ticks,
            "safe_now": _SAFE[self.safe.currentIndex()].value,
            "told_at": self.told_at.typed(),
            "happened": self.happened.typed(),
            "words": self.words.text(),
            "before": self.before.text(),
            "grew_from": self._before.grew_from,
            "children": write_people(self.about_children.people()),
        }

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        self.adult.fill(fields)
        for name, line in self.lines.items():
            line.setText(fields.get(name, ""))
        for name, tick in self._ticks().items():
            tick.setChecked(fields.get(name) == _YES)
        safe = SafeNow(fields.get("safe_now", SafeNow.UNANSWERED.value))
        self.safe.setCurrentIndex(_SAFE.index(safe))
        self.told_at.bring_back(fields.get("told_at", ""))
        self.happened.bring_back(fields.get("happened", ""))
        self.words.setPlainText(fields.get("words", ""))
        self.before.setPlainText(fields.get("before", ""))
        self._before = replace(self._before, grew_from=fields.get("grew_from", ""))
        self.about_children.show_people(read_people(fields.get("children", "")))
        self._reshape()

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show each problem beside its field; return them for the bar."""
        return show_beside(self.fields, problems, advice_on)

    def go(self) -> None:
        """Put the focus where one begins."""
        self.adult.fields["who"].go()

    def allow(self, *, allowed: bool) -> None:
        """Offer a place to write, or none: a word about somebody is not even typed in vain."""
        self.rest.setVisible(allowed)

    def _text(self, name: str) -> str:
        return self.lines[name].text()

    def _ticks(self) -> dict[str, Tick]:
        return {"contributed": self.online, "teacher": self.teacher, "pupil_here": self.pupil}

    def _fields(self) -> dict[str, Field]:
        said = self.tr("Put the exact words in quotation marks. Your own view does not go here.")
        first = self.tr("The clock to the LADO runs from here.")
        asked = {
            "safe_now": Field(self.tr("Is every child safe now?"), self.safe),
            "made_safe": self._line("made_safe", self.tr("What was done to keep them safe?")),
            "told_by": Field(self.tr("Who says so?"), self.lines["told_by"]),
            "told_to": Field(self.tr("Who in the school was told first?"), self.lines["told_to"]),
            "told_at": Field(self.tr("When were they told?"), self.told_at, first),
            "words": Field(self.tr("What is alleged, word for word"), self.words, said),
            "children": Field(self.tr("Which children?"), self.about_children, "", _OPTIONAL),
            "happened": Field(self.tr("When did it happen?"), self.happened, "", _OPTIONAL),
            "place": self._line("place", self.tr("Where?")),
            "witnesses": self._line("witnesses", self.tr("Who else saw or heard it?")),
            "before": Field(self.tr("What is known from before?"), self.before, "", _OPTIONAL),
            "platforms": Field(self.tr("Which platform?"), self.lines["platforms"]),
            "handles": self._line("handles", self.tr("Which accounts?")),
            "evidence": self._line("evidence", self.tr("Which evidence is kept?")),
        }
        return {**self.adult.fields, **asked}

    def _line(self, name: str, question: str) -> Field:
        return Field(question, self.lines[name], "", _OPTIONAL)

    def _reshape(self) -> None:
        for name in _ONLINE:
            self.fields[name].setVisible(self.online.isChecked())

    def _join(self) -> None:
        self.adult.typed.connect(self.typed)
        self.adult.named.connect(self.named)
        self.safe.activated.connect(self.typed)
        self.about_children.edited.connect(self.typed)
        for line in self.lines.values():
            line.textEdited.connect(self.typed)
        for lines in (self.words, self.before):
            lines.textChanged.connect(self.typed)
        for moment in (self.told_at, self.happened):
            moment.edited.connect(self.typed)
        for tick in self._ticks().values():
            tick.clicked.connect(self.typed)
        self.online.toggled.connect(self._reshape)

    def _lay_out(self) -> None:
        below = QVBoxLayout(self.rest)
        column = QVBoxLayout(self)
        for room in (below, column):
            room.setContentsMargins(0, 0, 0, 0)
            room.setSpacing(16)
        below.addWidget(_safety_first())
        for row in _ROWS:
            fields = [self.fields[name] for name in row]
            below.addWidget(SideBySide(*fields) if len(row) > 1 else fields[0])
        for tick in (self.teacher, self.pupil, self.online):
            below.addWidget(tick)
        for row in (("platforms", "handles"), ("evidence",)):
            fields = [self.fields[name] for name in row]
            below.addWidget(SideBySide(*fields) if len(row) > 1 else fields[0])
        column.addWidget(self.adult)
        column.addWidget(self.rest)


def _safety_first() -> Card:
    card = Card(Tone.AMBER)
    card.column.addWidget(Label("First: are the children safe?", Voice.STRONG))
    card.column.addWidget(
        Label(
            "In danger now: ring 999. At risk: ring children's services. Keep the adult and the"
            " child apart. None of this waits for the LADO, and none of it waits for this form.",
            Voice.BODY,
            Meaning.INK2,
        ).wrapped()
    )
    return card


_PLAIN: Final = ("told_by", "told_to", "made_safe", "place", "witnesses")
_ONLINE: Final = ("platforms", "handles", "evidence")
_LINES: Final = (*_PLAIN, *_ONLINE)
_ROWS: Final = (
    ("safe_now", "made_safe"),
    ("told_by", "told_to"),
    ("told_at",),
    ("words",),
    ("children", "witnesses"),
    ("happened", "place"),
    ("before",),
)
