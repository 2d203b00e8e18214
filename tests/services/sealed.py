"""Sealed cases as the tests begin them, carry them round and find their files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.case import CaseDraft
from dsl_desk.storage.slots import SlotName
from tests.builders import an_entry_id

if TYPE_CHECKING:
    from dsl_desk.domain.case import CaseView
    from dsl_desk.domain.routing import Row
    from dsl_desk.services.desk import Desk
    from tests.services.staffroom import Staffroom

LENA = "Lena Harebell"
WORDS = "Told that a lift home was offered"


def begin(desk: Desk, about: str = LENA, words: str = WORDS, told_by: str = "Wren") -> CaseView:
    draft = CaseDraft(about, told_by, words)
    return desk.cases.begin(draft, an_entry_id(desk.sitting.clock)).answer


def round_of(school: Staffroom, *names: str) -> None:
    for name in names:
        with school.desk(name) as desk:
            desk.cases.rewrite_all()


def path_of(school: Staffroom, row: Row, place: int = 1) -> str:
    return str(school.vault.folder / "slots" / SlotName(row, place).file)
