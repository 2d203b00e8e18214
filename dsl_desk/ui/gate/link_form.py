"""Family links declared at the lock screen: each of them, signed with a typed name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from dsl_desk.domain.declaration import (
    MOST_LINKS,
    AskedFor,
    CameBy,
    DeclarationDraft,
    Identity,
    fields_of,
)
from dsl_desk.domain.drop import LeftSort
from dsl_desk.domain.policy.family_links import WITHOUT_A_POLICY
from dsl_desk.domain.words import label
from dsl_desk.ui.forms.link_part import LinkPart
from dsl_desk.ui.gate.leaving_form import LeavingForm
from dsl_desk.ui.gate.side_points import Point
from dsl_desk.ui.gate.who_am_i import WhoAmI
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dsl_desk.domain.drop import Whom
    from dsl_desk.domain.drop_route import Receivers
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.packing import Json

_ASKED_FOR: Final = tuple(AskedFor)
_ASKED: Final = {
    "you": "Choose yourself, or that you hold no key.",
    "by": "Write your name.",
    "who": "Write the name of the pupil or parent.",
    "relation": "Choose what you are to them.",
    "before": "Say whether the link was there before you worked here.",
    "teaches": "Say whether you teach or look after them.",
    "signed": "Type your name to sign.",
}
_LONGEST_CODE: Final = 20
_TOO_LONG: Final = "This is too long. Say what matters most."


class LinkForm(LeavingForm):
    """What look/01 calls Declare a family link. Who it is from is confirmed in person later."""

    sort = LeftSort.DECLARATION

    def __init__(self, face: Face, today: date) -> None:
        super().__init__()
        self._today = today
        self.title = self.tr("Declare a family link")
        self.words = self.tr("A relative or close friend is a pupil here, or a pupil's parent.")
        self.act = self.tr("Seal and send")
        self.points = _points()
        self.who_am_i = WhoAmI(face)
        self.links: list[LinkPart] = []
        self.add = Button(self.tr("Add a link"), icon=Icon.PLUS)
        self.role, self.code, self.signed = Line(), Line("", "QK7-M3P"), Line()
        self.asked_for = Pick([label(one) for one in _ASKED_FOR])
        self.statement = Lines(rows=3, undo=False)
        self.asked = {**self.who_am_i.fields, **self._fields()}
        self._links = QVBoxLayout()
        self._lay_out()
        self._join()
        self.add_link()

    @override
    def whom(self) -> Whom | None:
        return self.who_am_i.whom()

    @override
    def show_receivers(self, receivers: Receivers) -> None:
        self.who_am_i.show_receivers(receivers)

    @override
    def mend(self) -> bool:
        wrong = {one.field: one.code for one in self._draft().problems(self._today)}
        if self.whom() is None:
            wrong["you"] = "missing"
        if len(self.code.text()) > _LONGEST_CODE:
            wrong["code"] = "too_long"
        first: Field | None = None
        for name, field in self._all_fields().items():
            field.clear_error()
            if name in wrong:
                code, asked = wrong[name], name.partition(" ")[0]
                field.show_error(_ASKED[asked] if code == "missing" else _TOO_LONG)
                first = first or field
        if first is not None:
            first.go()
        return first is not None

    @override
    def fields(self) -> Mapping[str, Json]:
        return fields_of(self._draft())

    @override
    def is_empty(self) -> bool:
        lines = (self.who_am_i.by, self.role, self.code, self.signed, self.statement)
        typed = (line.text() for part in self.links for line in part.lines)
        return not any(text.strip() for text in (*(line.text() for line in lines), *typed))

    @override
    def clear(self) -> None:
        self.who_am_i.clear()
        for line in (self.role, self.code, self.signed, self.statement):
            line.clear()
        self.asked_for.setCurrentIndex(0)
        while self.links:
            self._drop(self.links[0])
        self.add_link()
        for field in self.asked.values():
            field.clear_error()

    @override
    def land(self) -> None:
        self.who_am_i.you.setFocus()

    def add_link(self) -> LinkPart:
        """Ask for one more link: every pupil, parent and platform has its own."""
        part = LinkPart(WITHOUT_A_POLICY)
        part.typed.connect(self.typed)
        part.removed.connect(lambda: self._take_out(part))
        self.links.append(part)
        self._links.addWidget(part)
        self._number()
        return part

    def _add(self) -> None:
        self.add_link().kind.setFocus()
        self.typed.emit()

    def _take_out(self, part: LinkPart) -> None:
        self._drop(part)
        self._number()
        self.typed.emit()

    def _drop(self, part: LinkPart) -> None:
        for line in part.lines:
            line.clear()
        self.links.remove(part)
        part.hide()
        part.deleteLater()

    def _number(self) -> None:
        for number, part in enumerate(self.links, 1):
            part.title.say(f"Link {number}")
            part.remove.setVisible(len(self.links) > 1)
        self.add.setVisible(len(self.links) < MOST_LINKS)

    def _all_fields(self) -> dict[str, Field]:
        found = dict(self.who_am_i.fields)
        for number, part in enumerate(self.links):
            found |= {f"{name} {number}": field for name, field in part.fields.items()}
        return found | self.asked

    def _draft(self) -> DeclarationDraft:
        return DeclarationDraft(
            by=self.who_am_i.by.text(),
            role=self.role.text(),
            links=tuple(part.link() for part in self.links),
            statement=self.statement.text(),
            asked_for=_ASKED_FOR[self.asked_for.currentIndex()],
            signed=self.signed.text(),
            signed_on=self._today.isoformat(),
            came_by=CameBy.LOCK_SCREEN,
            identity=Identity.NOT_CHECKED,
            round=self.code.text(),  # which round has it is known where the words are opened
        )

    def _fields(self) -> dict[str, Field]:
        name = self.tr("Typed here it is your signature. Somebody speaks with you to confirm it.")
        optional = self.tr("(optional)")
        given = self.tr("(if you were given one)")
        return {
            "role": Field(self.tr("What do you do here?"), self.role, "", optional),
            "code": Field(self.tr("The code on your form"), self.code, "", given),
            "statement": Field(self.tr("What else should we know?"), self.statement, "", optional),
            "asked_for": Field(self.tr("What do you ask for?"), self.asked_for),
            "signed": Field(self.tr("Sign with your name"), self.signed, name),
        }

    def _join(self) -> None:
        self.who_am_i.changed.connect(self.whom_changed)
        self.add.clicked.connect(self._add)
        for line in (self.who_am_i.by, self.role, self.code, self.signed):
            line.textEdited.connect(lambda _text: self.typed.emit())
        self.asked_for.activated.connect(self.typed)
        self.statement.textChanged.connect(self.typed)

    def _lay_out(self) -> None:
        self._links.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.who_am_i)
        column.addWidget(SideBySide(self.asked["role"], self.asked["code"]))
        column.addLayout(self._links)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.asked["statement"])
        column.addWidget(SideBySide(self.asked["asked_for"], self.asked["signed"]))


def _points() -> tuple[Point, ...]:
    return (
        Point(
            Icon.LOCK_KEYHOLE,
            "Sealed as you send it",
            "It goes to whoever reviews links; the head's own goes to the chair.",
        ),
        Point(
            Icon.SIGNATURE,
            "Nothing to be ashamed of",
            "Families work in schools. Said openly, a link protects you and the child.",
        ),
        Point(
            Icon.USERS_ROUND,
            "Every link in one form",
            "One for each pupil or parent, with where you are in touch online.",
        ),
    )
