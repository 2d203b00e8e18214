"""Which papers can leave, and who gathers each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dsl_desk.domain.leaving import PaperSort
from dsl_desk.services.leaving import Leaving
from dsl_desk.services.leaving_entry import gather_entry
from dsl_desk.services.leaving_file import FileGatherer
from dsl_desk.services.leaving_transfer import TransferGatherer
from dsl_desk.services.naming import Known

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.leaving import Wish
    from dsl_desk.services.cases import Cases
    from dsl_desk.services.concern_paper import ConcernPaper
    from dsl_desk.services.identities import Identities
    from dsl_desk.services.leaving import Bundle
    from dsl_desk.services.leaving_entry import Sources
    from dsl_desk.services.leaving_pack import PackGatherer


def leaving_of(
    sources: Sources, identities: Identities, pack: PackGatherer, cases: Cases, paper: ConcernPaper
) -> Leaving:
    """Return the way out of one desk."""
    members = tuple(member.name for member in paper.face.members)
    file = FileGatherer(sources, identities, paper)
    going = TransferGatherer(file, cases, sources.directory, paper.face.school)
    makers: dict[PaperSort, Callable[[Wish], Bundle]] = {
        PaperSort.ENTRY: partial(gather_entry, sources),
        PaperSort.FILE: file.gather,
        PaperSort.SELECTED: file.gather,
        PaperSort.LADO_PACK: pack.gather,
        PaperSort.TRANSFER: going.gather,
    }
    return Leaving(makers, Known(sources.directory, identities, members), cases, paper)
