"""One row of what a policy asks: the act, whom it names, by when, and its clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.policy.spelling import in_words
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.cited import Cited
from dsl_desk.ui.kit.clause import ClauseMark
from dsl_desk.ui.kit.flow import Flow
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.spoken import told_together
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.policy.matching import Asked, Told, Touched
    from dsl_desk.domain.policy.profile import Profile

_ICON = 18
_DISAGREE = "Its clauses name different people: all of them are told."


def title_of(asked: Asked) -> str:
    """Return the act and whom it names: Tell: Headteacher, HR department."""
    named = ", ".join(one.title for one in asked.whom if one.title)
    return f"{label(asked.act)}: {named}" if named else label(asked.act)


def words_of(asked: Asked, told: Told) -> str:
    """Return what is asked of one recipient, in the words of the clause that names them."""
    return [one.duty.words for one in asked.cited if one.mark in told.clauses][-1]


def when_of(told: Told) -> str:
    """Return by when, as a sentence begins."""
    words = in_words(told.by)
    return f"{words[:1].upper()}{words[1:]}"


def cited_in(profile: Profile, number: str) -> Cited:
    """Return a clause as its mark shows it."""
    words, source = profile.clause(number).words, profile.said_by(number)
    return Cited(profile.mark(number), words, source)


def clauses_of(asked: Asked) -> tuple[Cited, ...]:
    """Return every clause that asks for it, each once."""
    cited = (cited_in(one.profile, one.duty.clause) for one in asked.cited)
    return tuple(dict.fromkeys(cited))


def clauses_in_words(cited: Sequence[Cited]) -> str:
    """Return the clauses as a reader says them: Clause ELE 5.4, ELE App. 1 not 2."""
    codes = ", ".join(one.code for one in cited)
    return f"Clause {codes}" if codes else ""


class ClauseMarks(QWidget):
    """The marks of some clauses, going on in the next line; each has its words in its slip."""

    def __init__(self, cited: Sequence[Cited], above: int = 0) -> None:
        super().__init__()
        self.codes = tuple(one.code for one in cited)
        flow = Flow(self)
        flow.setContentsMargins(0, above, 0, 0)
        for one in cited:
            flow.addWidget(ClauseMark(one.code, one.words, one.source))
        flow.addWidget(QWidget())  # takes what is left of the line, so that no mark grows


class AskedItem(QWidget):
    """What is asked, in words; an immediate danger is drawn as one."""

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.title = title_of(asked)
        by_when = [
            f"{one.title}: {in_words(one.by)}" if len(asked.whom) > 1 else when_of(one)
            for one in asked.whom
        ]
        said = list(dict.fromkeys(words_of(asked, one) for one in asked.whom))
        said += [_DISAGREE] if asked.disagree else []
        look = (Icon.TRIANGLE_ALERT, Meaning.RED) if asked.danger else _USUAL
        column = _beside(self, look)
        column.addWidget(Label(self.title, Voice.STRONG).wrapped())
        for words in said:
            column.addWidget(Label(words, Voice.SECONDARY, Meaning.INK2).wrapped())
        for words in by_when:
            column.addWidget(Label(words, Voice.SECONDARY_STRONG, Meaning.INK2).wrapped())
        cited = clauses_of(asked)
        column.addWidget(ClauseMarks(cited))
        begins = "Now, before everything else" if asked.danger else "Asked now"
        parts = (begins, self.title, *said, *by_when, clauses_in_words(cited))
        self.setAccessibleName(told_together(*parts).rstrip("."))


class SlipItem(QWidget):
    """A slip in the policy: what it says against itself or the law, and how it is read here."""

    def __init__(self, touched: Touched) -> None:
        super().__init__()
        slip = touched.slip
        column = _beside(self, (Icon.INFO, Meaning.AMBER))
        column.addWidget(Label(slip.words, Voice.SECONDARY, Meaning.INK2).wrapped())
        read = f"Read as: {slip.read_as}"
        column.addWidget(Label(read, Voice.SECONDARY, Meaning.INK).wrapped())
        known = {one.number for one in touched.profile.clauses}
        cited = [cited_in(touched.profile, one) for one in slip.clauses if one in known]
        column.addWidget(ClauseMarks(cited))
        self.setAccessibleName(f"{slip.words} {read}")


_USUAL = (Icon.CIRCLE_DOT, Meaning.ACCENT)


def _beside(row: QWidget, look: tuple[Icon, Meaning]) -> QVBoxLayout:
    """Return the column of words beside an icon."""
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    line.addWidget(IconView(*look, _ICON), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(2)
    line.addLayout(column, 1)
    return column
