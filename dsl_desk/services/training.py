"""Making a training vault, and filling the years behind it.

Nothing in its lock is cheaper than what any vault may have: the mark is in its id alone.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern import CONCERN, said_of
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.training import training_id
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services.vaults import Founded, Ground, made_on, refuse_to_make
from dsl_desk.storage.shelves.concerns import next_reference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from dsl_desk.domain.concern_draft import ConcernDraft
    from dsl_desk.domain.ways_in import Doorstep
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.vaults import SetUp

SLOT: Final = 64 * 1024
IN_ONE_WRITE: Final = 500
_HERE: Final = Compartment.CHILDREN


def found_training(folder: Path, plan: SetUp, place: Doorstep) -> Founded:
    """Make a training vault whose first member is the one the plan names."""
    refuse_to_make(folder, plan)
    ground = Ground(training_id(place.clock.now()), FLOOR, SLOT)
    return made_on(ground, folder, plan, place)


def fill_years(
    desk: Desk, drafts: Iterator[ConcernDraft], count: int, told: Callable[[int], None]
) -> None:
    """Write so many concerns of long ago, 500 in a Write.

    Whoever gives the drafts moves the clock from one to the next. `told` hears how many there are
    after every Write, and ends it there by raising.
    """
    mark, clock = desk.policy.mark(), desk.sitting.clock
    database = desk.sitting.part(_HERE).database
    for first in range(0, count, IN_ONE_WRITE):
        last = min(count, first + IN_ONE_WRITE)
        with desk.sitting.writing(_HERE, EntryClass.CONCERN) as write:
            for draft in islice(drafts, last - first):
                ref = next_reference(database, clock.now().year)
                said = said_of(replace(draft, policy=mark), ref)
                write.record(CONCERN, said, EntryId(fresh_id(clock.now())))
        told(last)
