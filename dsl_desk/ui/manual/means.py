"""What the manual's page works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.ui.kit.ask import Ask
    from dsl_desk.ui.work.errands import Errands


@dataclass(frozen=True)
class Means:
    """The folder of its pages, that of the fonts for paper, the pool, the door for questions."""

    folder: Path
    fonts: Path
    errands: Errands
    ask: Ask
