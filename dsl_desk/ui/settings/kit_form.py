"""A new kit, as it was just made: on paper, with two keepers, typed back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.settings.form import Form
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice
from dsl_desk.ui.ways_in.keepers import promises_of
from dsl_desk.ui.ways_in.kit_care import KitCare, things_left

if TYPE_CHECKING:
    from dsl_desk.domain.member import Role
    from dsl_desk.domain.ways_in import Kit


class KitForm(Form):
    """Finish is grey until everything is done; a sentence counts what is left."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Your new recovery kit"),
            self.tr(
                "The kit before it opens nothing any more: shred it. This code is shown only now. "
                "If you leave without it, make another."
            ),
            self.tr("Finish"),
        )
        self.kit: Kit | None = None
        self.care = KitCare()
        self._left_words = Label("", Voice.SECONDARY, Meaning.INK2)
        self.care.changed.connect(self._count)
        self.column.addWidget(self.care)
        self.column.addWidget(self._left_words)
        self.leave.hide()
        self.end()

    def show_kit(self, kit: Kit, role: Role) -> None:
        """Show a kit that was just made."""
        self.kit = kit
        self.care.show_kit(kit, promises_of(role))

    @override
    def show_faults(self) -> bool:
        return bool(self.care.left())

    @override
    def refuse(self, words: str) -> None:
        super().refuse(words)
        self.care.field.show_error(words)

    @override
    def go(self) -> None:
        self.care.sheet.print_button.setFocus()

    def _count(self) -> None:
        self._left_words.say(things_left(self.care.left()))
        self.act.setEnabled(not self.care.left())
