"""Every shelf of every part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.storage.shelves.concerns import CONCERNS
from dsl_desk.storage.shelves.copies import COPIES
from dsl_desk.storage.shelves.full_text import FULL_TEXT
from dsl_desk.storage.shelves.steps import STEPS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.storage.shelves.shelf import Shelf

SHELVES: Final[Mapping[Compartment, tuple[Shelf, ...]]] = {
    Compartment.SCHOOL: (COPIES,),
    Compartment.CHILDREN: (CONCERNS, STEPS, FULL_TEXT),
    Compartment.STAFF: (CONCERNS, STEPS, FULL_TEXT),
    Compartment.DECLARATIONS: (),
}
