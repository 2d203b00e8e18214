"""The question a minute before the desk locks by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.ui.kit.question import Question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from dsl_desk.ui.kit.ask import Ask


def wants_to_stay(ask: Ask, over: QWidget) -> bool:
    """Ask whether somebody is still there; whoever says nothing is locked out."""
    answer = ask.confirm(
        over,
        Question(
            title=over.tr("Locking in 60 seconds"),
            sentence=over.tr("Nobody has touched the desk. What you typed is kept either way."),
            act=over.tr("Stay unlocked"),
            keep=over.tr("Lock now"),
        ),
    )
    return answer is not None
