"""A hint: this picture, whole or in part, is in another concern already. For a person to look."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from dsl_desk.services.same_picture import alike
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.same_picture import Alike, Sought
    from dsl_desk.ui.evidence.means import Means


class SamePictureCard(Card):
    """Hidden until one is found.

    Signals:
        wanted(str): open the other piece of evidence.
    """

    wanted = Signal(str)

    def __init__(self, means: Means) -> None:
        super().__init__(Tone.AMBER)
        self._means = means
        self.buttons: list[Button] = []
        self._words = Label("", Voice.CARD_TITLE).wrapped()
        hint = self.tr("The same, or smaller, recompressed or cut. Look before you rely on it.")
        self.column.addWidget(self._words)
        self.column.addWidget(Label(hint, Voice.SECONDARY, Meaning.INK2).wrapped())
        self.hide()

    def look_for(self, evidence: RecordId) -> None:
        """Look for this picture among those of other concerns; the window waits for none of it."""
        self._means.worker.ask(
            self, lambda desk: desk.same_picture.seek(evidence), self._compare, lambda _error: None
        )

    def _compare(self, sought: Sought) -> None:
        if sought.others:
            self._means.errands.run(
                self, lambda progress: alike(sought, progress), self._show, lambda _error: None
            )

    def _show(self, found: Sequence[Alike]) -> None:
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        refs = ", ".join(row.ref for row in found)
        self._words.say(f"This picture seems to be in another concern: {refs}")
        for row in found:
            button = Button(f"Open {row.ref}").sized(Size.SMALL)
            button.clicked.connect(partial(self.wanted.emit, row.evidence))
            self.buttons.append(button)
            self.column.addWidget(button)
        self.setVisible(bool(found))
