"""Printing both copies of a kit: asks for a printer, and says in words how it went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from dsl_desk.domain.ways_in import Kit
    from dsl_desk.ui.kit.ask import Ask

SAVED = "Saved as {name}. Print it twice, then delete the file: it is your key."


@dataclass(frozen=True)
class Outcome:
    """Whether the paper is on its way, and what to say."""

    good: bool
    words: str


def print_two_copies(owner: QWidget, ask: Ask, kit: Kit, school: str) -> Outcome | None:
    """Print; None when nobody chose a printer."""
    printer = ask.which_printer(owner, "Print 2 copies")
    if printer is None:
        return None
    from dsl_desk.ui.ways_in.kit_printing import print_kit  # noqa: PLC0415  # slow to load, seldom needed

    if not print_kit(printer, kit, school):
        return Outcome(good=False, words="The printer did not take it. Try another or save a PDF.")
    name = printer.printerName() or "the printer"
    return Outcome(good=True, words=f"Sent to {name}. Stand beside it.")
