"""Which papers can leave, and who gathers each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dsl_desk.domain.leaving import PaperSort
from dsl_desk.services.leaving import Leaving
from dsl_desk.services.leaving_entry import Sources, gather_entry
from dsl_desk.services.naming import Known

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk


def leaving_of(desk: Desk) -> Leaving:
    """Return the way out of one desk."""
    directory = desk.people.directory
    sources = Sources(desk.sitting, directory, desk.concerns, desk.looks, desk.duties)
    members = tuple(member.name for member in desk.face.members)
    makers = {PaperSort.ENTRY: partial(gather_entry, sources)}
    return Leaving(makers, Known(directory, desk.identities, members), desk.cases, desk.paper)
