"""In the form of a proposal: who decides on it, as the school's own policy has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from dsl_desk.ui.forms.blank_box import ChoiceBox

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.registers.deciders import Decider
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.forms.blanks_form import BlanksForm
    from dsl_desk.ui.work.worker import Worker

    Named = Mapping[str, tuple[Decider, ...]]

_SORT: Final = "sort"
_WHO: Final = "who_decides"


class WhoDecides(QObject):
    """Calls the posts what the school calls them, and chooses whom the policy names.

    What somebody chose otherwise stays chosen: the policy never stands in the way.
    """

    def __init__(self, worker: Worker[Desk], form: BlanksForm) -> None:
        super().__init__(form)
        self._form = form
        self._titles: Mapping[str, str] = {}
        self._named: Named = {}
        self._by_us = ""
        form.typed.connect(self._follow)
        worker.ask(
            self, lambda desk: (desk.registers.titles(), desk.registers.deciders()), self._show
        )

    def _show(self, read: tuple[Mapping[str, str], Named]) -> None:
        self._titles, self._named = read
        self._follow()

    def _follow(self) -> None:
        """Choose whom the policy names for what is proposed, where nobody chose otherwise."""
        box, sort = self._form.boxes[_WHO], self._form.boxes[_SORT].answer()
        if not isinstance(box, ChoiceBox):
            return
        named = self._named.get(sort, ())
        cited = {one.code: f"{one.title}, by {' and '.join(one.clauses)}" for one in named}
        box.call({**self._titles, **cited})
        if box.answer() in ("", self._by_us):
            self._by_us = named[0].code if named else ""
            box.show_answer(self._by_us, "")
