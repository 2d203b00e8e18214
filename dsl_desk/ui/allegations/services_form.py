"""The form of an authority's children's services: team, numbers, hours, and who checked them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.lado_directory import Authority
from dsl_desk.ui.allegations.answers import advice_on
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.domain.errors import Problem
    from dsl_desk.ui.kit.bottom_bar import NeedsLook

_OPTIONAL: Final = "(optional)"
_TEXTS: Final = ("name", "telephone", "opens", "closes", "after_hours", "after_hours_telephone")


class ServicesForm(QWidget):
    """What was shipped is not checked: somebody rings or looks it up, and says so.

    Signals:
        typed(): something is to be kept as a draft.
    """

    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[Authority, ...] = ()
        self.which = Pick([])
        self.area = Line()
        self.lines = {name: Line() for name in _TEXTS}
        self.checked = Tick(self.tr("I have rung this number, or looked it up, today"))
        self.source = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self.fields = self._fields()
        self.which.activated.connect(self._show_chosen)
        self.which.activated.connect(self.typed)
        for line in (self.area, *self.lines.values()):
            line.textEdited.connect(self.typed)
        self.checked.clicked.connect(self.typed)
        self._lay_out()

    def show_all(self, authorities: tuple[Authority, ...], ours: str) -> None:
        """Show what is known, the school's own authority chosen."""
        self._all = authorities
        self.which.clear()
        self.which.addItems([one.place for one in authorities])
        keys = [one.key for one in authorities]
        self.which.setCurrentIndex(keys.index(ours) if ours in keys else 0)
        self._show_chosen()

    def authority(self) -> Authority:
        """Return the authority as it stands in the form."""
        chosen = self._all[self.which.currentIndex()] if self._all else Authority("", "")
        said = {name: line.text().strip() for name, line in self.lines.items()}
        return replace(
            chosen,
            area=self.area.text().strip(),
            childrens=replace(
                chosen.childrens,
                name=said["name"],
                telephone=said["telephone"],
                opens=said["opens"],
                closes=said["closes"],
                after_hours=said["after_hours"],
                after_hours_telephone=said["after_hours_telephone"],
            ),
        )

    def kept(self) -> Mapping[str, str]:
        """Return what stands in the form, to be sealed."""
        chosen = self._all[self.which.currentIndex()].key if self._all else ""
        texts = {name: line.text() for name, line in self.lines.items()}
        return {**texts, "area": self.area.text(), "which": chosen}

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before. Nobody has checked a number by typing: that is asked."""
        keys = [one.key for one in self._all]
        if fields.get("which") in keys:
            self.which.setCurrentIndex(keys.index(fields["which"]))
            self._show_chosen()
        self.area.setText(fields.get("area", ""))
        for name, line in self.lines.items():
            line.setText(fields.get(name, ""))

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show each problem beside its field; return them for the bar."""
        return show_beside(self.fields, problems, advice_on)

    def go(self) -> None:
        """Put the focus where one begins."""
        self.fields["which"].go()

    def _fields(self) -> dict[str, Field]:
        lines = self.lines
        who, theirs = self.tr("Out of hours: who?"), self.tr("Their telephone")
        after = lines["after_hours_telephone"]
        return {
            "which": Field(self.tr("Where does the child live?"), self.which),
            "area": Field(self.tr("Name of the local authority"), self.area),
            "name": Field(self.tr("Team"), lines["name"]),
            "telephone": Field(self.tr("Telephone"), lines["telephone"]),
            "opens": Field(self.tr("From"), lines["opens"], "", _OPTIONAL),
            "closes": Field(self.tr("Until"), lines["closes"], "", _OPTIONAL),
            "after_hours": Field(who, lines["after_hours"], "", _OPTIONAL),
            "after_hours_telephone": Field(theirs, after, "", _OPTIONAL),
        }

    def _show_chosen(self) -> None:
        if self._all:
            chosen = self._all[self.which.currentIndex()]
            self.area.setText(chosen.area)
            for name, line in self.lines.items():
                line.setText(getattr(chosen.childrens, name))
            self.checked.setChecked(False)
            source = chosen.childrens.source
            self.source.say(f"Source: {source}" if source else "")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.fields["which"])
        column.addWidget(self.source)
        column.addWidget(self.fields["area"])
        for row in (
            ("name", "telephone"),
            ("opens", "closes"),
            ("after_hours", "after_hours_telephone"),
        ):
            column.addWidget(SideBySide(*(self.fields[name] for name in row)))
        column.addWidget(self.checked)
