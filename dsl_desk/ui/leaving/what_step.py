"""What goes in: who is named, and whether each is shown, under an alias, or covered. Passive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.cover import Showing
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.segmented import Segmented
from dsl_desk.ui.leaving.asked import Asked
from dsl_desk.ui.leaving.choice import Choice
from dsl_desk.ui.leaving.judging import Judging
from dsl_desk.ui.leaving.originals import Originals
from dsl_desk.ui.leaving.pictures import Pictures
from dsl_desk.ui.leaving.stood_for import StoodFor
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.domain.cover import Named
    from dsl_desk.services.pressing import Statement

SHOWINGS: Final = tuple(Showing)


class NameRow(QWidget):
    """Somebody who is named: shown, under an alias, or covered."""

    def __init__(self, named: Named) -> None:
        super().__init__()
        self.named = named
        self.showing = Segmented([label(one) for one in SHOWINGS], named.name)
        words = self.tr("It is about them") if named.about else ""
        told = words or (self.tr("A pupil") if named.child else "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Label(named.name, Voice.STRONG).wrapped())
        if told:
            names.addWidget(Label(told, Voice.META, Meaning.INK3))
        row.addLayout(names, 1)
        row.addWidget(self.showing)


class WhatStep(QWidget):
    """Everybody in it by name, names to be covered besides, and why where a reason is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[NameRow] = []
        self.also = Line()
        self.why = Lines(rows=2)
        self.left_out = Lines(rows=2)
        self._card = Card()
        self._card.column.addWidget(Label(self.tr("Who is named in it"), Voice.CARD_TITLE))
        said = self.tr(
            "Leave in only whom this recipient has to know. An alias is the same on every paper "
            "made of this record. Who is covered is gone from the page before it is drawn."
        )
        self._card.column.addWidget(Label(said, Voice.SECONDARY, Meaning.INK2).wrapped())
        self.fields: Mapping[str, Field] = self._make_fields()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(18)
        self.choice, self.stood_for, self.asked = Choice(), StoodFor(), Asked()
        self.originals, self.pictures, self.judging = Originals(), Pictures(), Judging()
        cards = (self.choice, self.stood_for, self.judging, self.asked, self._card)
        for part in (*cards, self.originals, self.pictures):
            self.column.addWidget(part)
        for field in self.fields.values():
            self.column.addWidget(field)

    def _make_fields(self) -> dict[str, Field]:
        besides = self.tr("Several are parted by commas: a nickname, a place, somebody not listed.")
        return {
            "also": Field(
                self.tr("Cover these words too"), self.also, besides, self.tr("(optional)")
            ),
            "covered_why": Field(
                self.tr("Why is a name covered?"),
                self.why,
                self.tr("The LADO, the police, a court and children's services need to know."),
            ),
            "left_out_why": Field(
                self.tr("Leave out what earlier allegations and concerns say? Write why"),
                self.left_out,
                self.tr("Their number and their dates stand in the pack all the same."),
                self.tr("(optional)"),
            ),
        }

    def show_named(self, named: Sequence[Named]) -> None:
        """List everybody who is named; whoever was chosen for stays as chosen."""
        chosen = self.shown()
        for row in self.rows:
            self._card.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [NameRow(one) for one in named]
        for row in self.rows:
            self._card.column.addWidget(row)
        self.choose(chosen)

    def choose(self, shown: Mapping[str, Showing]) -> None:
        """Let people stand as is said here."""
        for row in self.rows:
            if row.named.key in shown:
                row.showing.choose(SHOWINGS.index(shown[row.named.key]))

    def shown(self) -> dict[str, Showing]:
        """Return how everybody stands."""
        return {row.named.key: SHOWINGS[row.showing.choice()] for row in self.rows}

    def show_statements(self, statements: Sequence[Statement]) -> None:
        """Offer what is said only if somebody stands for it."""
        self.stood_for.show_statements(statements)
        self.fields["left_out_why"].setVisible(bool(statements))

    def confirmed(self) -> tuple[str, ...]:
        """Return what somebody stands for."""
        return (*self.stood_for.confirmed(), *self.pictures.confirmed())

    def all_fields(self) -> dict[str, Field]:
        """Return the fields problems are shown beside."""
        files = {"originals": self.originals.field, "pictures": self.pictures.field}
        more = {**self.asked.fields, **files}
        return {**self.choice.all_fields(), **more, **self.fields}

    def covered_besides(self) -> tuple[str, ...]:
        """Return the words that are covered besides."""
        return tuple(one.strip() for one in self.also.text().split(",") if one.strip())
