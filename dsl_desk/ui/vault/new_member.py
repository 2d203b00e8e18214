"""The form for a new member: who they are, their post, how they come in, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.member import Role
from dsl_desk.domain.rights import Right, default_right
from dsl_desk.domain.ways_in import FirstWay, Way
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.choice_card import ChoiceCard
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice
from dsl_desk.ui.ways_in.choose_passphrase import ChoosePassphrase

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROLES = tuple(Role)
POSTS = (Role.DSL, Role.HEAD, Role.CHAIR, Role.OFFICER)
PROBLEMS = {
    "missing": "Fill this in.",
    "too_long": "Use fewer words here.",
    "not_text": "Type this again: a sign in it cannot be kept.",
    "too_short": "Use at least 15 characters. Spaces count.",
    "too_weak": "Use one that is harder to guess.",
}
_WAYS = (
    (
        Way.PASSPHRASE,
        "Their passphrase, on this account",
        "They type it here themselves. A stolen copy of the vault cannot even be guessed at.",
    ),
    (
        Way.PASSPHRASE_ALONE,
        "Their passphrase alone",
        "Opens on any laptop. Weaker: whoever steals a copy can try passphrases on it.",
    ),
    (
        Way.KIT,
        "The code of their recovery kit",
        "No passphrase for now: they type the code from the paper each time.",
    ),
)


class NewMemberForm(QWidget):
    """Passive: says what stands in it, and shows what is to be mended."""

    def __init__(self) -> None:
        super().__init__()
        self.name = Line()
        self.role = Pick([label(role) for role in ROLES])
        posts = [f"{word} {label(role)}" for role in POSTS for word in ("Holds:", "Stands in:")]
        self.post = Pick([self.tr("None"), *posts])
        self.reason = Line()
        self.keys = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self.ways = [ChoiceCard(word, consequence) for _, word, consequence in _WAYS]
        self.choose = ChoosePassphrase()
        self.fields = {
            "name": Field(self.tr("Their name"), self.name),
            "role": Field(self.tr("What are they here?"), self.role),
            "post": Field(self.tr("Their post, or whom they stand in for"), self.post),
            "reason": Field(self.tr("Reason"), self.reason),
        }
        self.role.currentIndexChanged.connect(self._tell_keys)
        for card in self.ways:
            card.toggled.connect(self._show_way)
        self._lay_out()
        self.ways[0].setChecked(True)
        self._tell_keys()

    @property
    def chosen_role(self) -> Role:
        """What they are to be."""
        return ROLES[self.role.currentIndex()]

    @property
    def way(self) -> Way:
        """How they will come in."""
        return next(
            way for (way, *_), card in zip(_WAYS, self.ways, strict=True) if card.isChecked()
        )

    def first_way(self) -> FirstWay:
        """Return how they come in, with what they typed."""
        return FirstWay("" if self.way is Way.KIT else self.choose.text(), self.way)

    def wanted_post(self) -> tuple[Role, bool] | None:
        """Return the post, and whether they are to hold it; None where there is none."""
        at = self.post.currentIndex() - 1
        return None if at < 0 else (POSTS[at // 2], at % 2 == 0)

    def mend(self) -> bool:
        """Say what stands in the way before anything is sent; return whether anything does."""
        codes = {
            name: "missing"
            for name, line in (("name", self.name), ("reason", self.reason))
            if not line.text().strip()
        }
        self.show_problems(codes)
        wrong = self.way is not Way.KIT and self.choose.show_faults()
        return bool(codes) or wrong

    def show_problems(self, codes: Mapping[str, str]) -> None:
        """Say beside each field what is to be mended, and go to the first."""
        for name, field in self.fields.items():
            if name in codes:
                field.show_error(PROBLEMS[codes[name]])
            else:
                field.clear_error()
        if "passphrase" in codes:
            self.choose.refuse(PROBLEMS[codes["passphrase"]])
        first = next((field for name, field in self.fields.items() if name in codes), None)
        if first is not None:
            first.go()

    def clear(self) -> None:
        """Forget every answer."""
        self.name.clear()
        self.reason.clear()
        self.choose.clear()
        self.role.setCurrentIndex(0)
        self.post.setCurrentIndex(0)
        self.ways[0].setChecked(True)

    def _tell_keys(self) -> None:
        parts = [
            label(part)
            for part in Compartment
            if default_right(self.chosen_role, part) is not Right.NONE
        ]
        self.keys.say(_keys(parts))

    def _show_way(self) -> None:
        self.choose.setVisible(not self.ways[-1].isChecked())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(SideBySide(self.fields["name"], self.fields["role"]))
        column.addWidget(self.keys)
        column.addWidget(self.fields["post"])
        column.addWidget(Label(self.tr("How do they come in?"), Voice.STRONG))
        for card in self.ways:
            column.addWidget(card)
        column.addWidget(self.choose)
        column.addWidget(self.fields["reason"])


def _keys(parts: Sequence[str]) -> str:
    if not parts:
        return "They begin without a key of any part. Give them one on the Vault page."
    said = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"They begin with the keys of {said}, as far as you hold them yourself."
