"""What a form that is left at the lock screen has to be, whatever it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.domain.drop import LeftSort, Whom
    from dsl_desk.domain.drop_route import Receivers
    from dsl_desk.domain.packing import Json
    from dsl_desk.ui.gate.side_points import Point


class LeavingForm(QWidget):
    """A form whose answers are sealed as they are sent. Nothing of it is ever kept as a draft.

    Signals:
        typed(): something was typed or chosen.
        whom_changed(): somebody else would receive it now.
    """

    typed = Signal()
    whom_changed = Signal()

    sort: ClassVar[LeftSort]
    title: str
    words: str
    points: Sequence[Point]
    act: str

    def whom(self) -> Whom | None:
        """Return whom it is about, as far as that decides who receives it; None before that."""
        raise NotImplementedError

    def show_receivers(self, receivers: Receivers) -> None:
        """Show who would open it. Nobody: it can only be told to the LADO."""
        raise NotImplementedError

    def mend(self) -> bool:
        """Show every problem beside its field, go to the first; tell whether there was one."""
        raise NotImplementedError

    def fields(self) -> Mapping[str, Json]:
        """Return the draft of its trade."""
        raise NotImplementedError

    def is_empty(self) -> bool:
        """Tell whether nothing would be lost."""
        raise NotImplementedError

    def clear(self) -> None:
        """Forget what was typed."""
        raise NotImplementedError

    def land(self) -> None:
        """Start at the first question."""
        raise NotImplementedError
