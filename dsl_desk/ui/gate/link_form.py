"""A family link declared at the lock screen: one link, signed with a typed name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from dsl_desk.domain.declaration import CameBy, DeclarationDraft, Identity, fields_of
from dsl_desk.domain.declared_link import BeforeJoining, DeclaredLink, LinkKind, Teaches
from dsl_desk.domain.drop import LeftAbout, LeftSort, Whom
from dsl_desk.domain.member import Role
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.words import label
from dsl_desk.ui.gate.leaving_form import LeavingForm
from dsl_desk.ui.gate.side_points import Point
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dsl_desk.domain.drop_route import Receivers
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.packing import Json

_SAID: Final = "said"  # no code of a policy's list: the words are the writer's own
_ROWS: Final = (("you", "by"), ("who", "kind"), ("relation", "before"), ("teaches", "signed"))
_ASKED: Final = {
    "you": "Choose yourself, or that you hold no key.",
    "by": "Write your name.",
    "who 0": "Write the name of the pupil or parent.",
    "relation 0": "Write what you are to them, for example “aunt”.",
    "before 0": "Say whether the link was there before you worked here.",
    "teaches 0": "Say whether you teach or look after them.",
    "signed": "Type your name to sign.",
    "statement": "This is too long. Say what matters most.",
}
_TOO_LONG: Final = "This is longer than 200 letters."


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
        roles = {member.role for member in face.members}
        self._whoms: list[Whom | None] = [None, Whom(LeftAbout.LINK)]
        names = [self.tr("Choose"), self.tr("Somebody who holds no key here")]
        for member in face.members:
            self._whoms.append(Whom(LeftAbout.LINK, member.id))
            names.append(member.name)
        if Role.HEAD not in roles:
            self._whoms.append(Whom(LeftAbout.LINK, post=Role.HEAD))
            names.append(self.tr("The headteacher"))
        self.you, self.kind = Pick(names), Pick([label(one) for one in LinkKind])
        self.before = Pick([label(one) for one in BeforeJoining])
        self.teaches = Pick([label(one) for one in Teaches])
        self.by, self.who, self.relation, self.signed = Line(), Line(), Line(), Line()
        self.statement = Lines(rows=3, undo=False)
        self._told = Label("", Voice.BODY, Meaning.INK2).wrapped()
        self._told.hide()
        self.asked = self._fields()
        self._join()
        self._lay_out()

    @override
    def whom(self) -> Whom | None:
        return self._whoms[self.you.currentIndex()]

    @override
    def show_receivers(self, receivers: Receivers) -> None:
        self._told.setVisible(self.whom() is not None)
        who = " and ".join(receivers.names)
        self._told.say(
            self.tr("Sealed to {who}, who reviews it and speaks with you.").replace("{who}", who)
            if who
            else self.tr("Nobody with a key reviews links here yet. Tell the headteacher.")
        )

    @override
    def mend(self) -> bool:
        for field in self.asked.values():
            field.clear_error()
        wrong = {one.field: one.code for one in self._draft().problems(self._today)}
        if self.whom() is None:
            wrong["you"] = "missing"
        for name, code in wrong.items():
            said = _TOO_LONG if code == "too_long" and name != "statement" else _ASKED[name]
            self.asked[name.partition(" ")[0]].show_error(said)
        first = next((field for field in self.asked.values() if field.error()), None)
        if first is not None:
            first.go()
        return first is not None

    @override
    def fields(self) -> Mapping[str, Json]:
        return fields_of(self._draft())

    @override
    def is_empty(self) -> bool:
        lines = (self.by, self.who, self.relation, self.signed, self.statement)
        return not any(line.text().strip() for line in lines)

    @override
    def clear(self) -> None:
        for line in (self.by, self.who, self.relation, self.signed, self.statement):
            line.clear()
        for pick in (self.you, self.kind, self.before, self.teaches):
            pick.setCurrentIndex(0)
        for field in self.asked.values():
            field.clear_error()

    @override
    def land(self) -> None:
        self.you.setFocus()

    def _draft(self) -> DeclarationDraft:
        link = DeclaredLink(
            who=PersonRef(self.who.text().strip()),
            kind=list(LinkKind)[self.kind.currentIndex()],
            relation=_SAID if self.relation.text().strip() else "",
            relation_words=self.relation.text(),
            before=list(BeforeJoining)[self.before.currentIndex()],
            teaches=list(Teaches)[self.teaches.currentIndex()],
        )
        return DeclarationDraft(
            by=self.by.text(),
            links=(link,),
            statement=self.statement.text(),
            signed=self.signed.text(),
            signed_on=self._today.isoformat(),
            came_by=CameBy.LOCK_SCREEN,
            identity=Identity.NOT_CHECKED,
        )

    def _fields(self) -> dict[str, Field]:
        name = self.tr("Typed here it is your signature. Somebody speaks with you to confirm it.")
        return {
            "you": Field(self.tr("Who are you?"), self.you),
            "by": Field(self.tr("Your name"), self.by),
            "who": Field(self.tr("Whom is the link to?"), self.who),
            "kind": Field(self.tr("Who are they?"), self.kind),
            "relation": Field(self.tr("What are you to them?"), self.relation),
            "before": Field(self.tr("Was it so before you worked here?"), self.before),
            "teaches": Field(self.tr("Do you teach or look after them?"), self.teaches),
            "signed": Field(self.tr("Sign with your name"), self.signed, name),
            "statement": Field(
                self.tr("What else should we know?"), self.statement, "", self.tr("(optional)")
            ),
        }

    def _join(self) -> None:
        self.you.currentIndexChanged.connect(lambda _at: self.whom_changed.emit())
        for pick in (self.you, self.kind, self.before, self.teaches):
            pick.currentIndexChanged.connect(lambda _at: self.typed.emit())
        for line in (self.by, self.who, self.relation, self.signed):
            line.textEdited.connect(lambda _text: self.typed.emit())
        self.statement.textChanged.connect(self.typed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for at, row in enumerate(_ROWS):
            column.addWidget(SideBySide(*(self.asked[name] for name in row)))
            if not at:
                column.addWidget(self._told)
        column.addWidget(self.asked["statement"])


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
            Icon.USER_ROUND,
            "One link at a time",
            "Send the form again for another link, or ask for the form on paper.",
        ),
    )
