"""A concern on paper: what it says, for whom it is made, and how far the ledger was checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.looked import Looked
    from dsl_desk.services.sitting import Sitting


@dataclass(frozen=True)
class ConcernPaper:
    """What is needed to print a concern beside the concern itself."""

    face: Face
    fonts: Path = field(repr=False)
    look: Callable[[Compartment], Looked] = field(repr=False)

    def print(self, versions: tuple[Concern, ...], part: Compartment, sitting: Sitting) -> bytes:
        """Return the newest version as PDF, with what the earlier ones were changed for."""
        from dsl_desk.documents.concern import Checked, Made, print_concern  # noqa: PLC0415 reportlab is slow to import and seldom needed

        looked = self.look(part)
        checked = Checked(looked.checked, looked.of, whole=looked.where is None)
        made = Made(sitting.member, sitting.clock.now(), self.fonts, checked)
        return print_concern(versions, self.face, made)
