"""Which papers can leave, and who gathers each."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from dsl_desk.domain.leaving import PaperSort
from dsl_desk.services.leaving import Leaving
from dsl_desk.services.leaving_entry import Sources, gather_entry
from dsl_desk.services.leaving_file import FileGatherer
from dsl_desk.services.leaving_lists import ListGatherer
from dsl_desk.services.leaving_pack import PackGatherer
from dsl_desk.services.leaving_records import RecordGatherer
from dsl_desk.services.naming import Known

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dsl_desk.domain.leaving import Wish
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.leaving import Bundle


@dataclass(frozen=True)
class Gatherers:
    """Everybody who gathers papers."""

    sources: Sources = field(repr=False)
    file: FileGatherer = field(repr=False)
    pack: PackGatherer = field(repr=False)
    records: RecordGatherer = field(repr=False)
    lists: ListGatherer = field(repr=False)

    def makers(self) -> dict[PaperSort, Callable[[Wish], Bundle]]:
        """Return who gathers which paper."""
        return {
            PaperSort.ENTRY: partial(gather_entry, self.sources),
            PaperSort.FILE: self.file.gather,
            PaperSort.SELECTED: self.file.gather,
            PaperSort.LADO_PACK: self.pack.gather,
            PaperSort.VIEWING: self.records.viewing,
            PaperSort.LOW_LEVEL: self.records.low_level_concern,
            PaperSort.SOCIAL_CARE: self.records.referral,
            PaperSort.PREVENT: self.records.prevent,
            PaperSort.LETTER: self.records.letter,
            PaperSort.DECLARATIONS: self.lists.declarations,
            PaperSort.DECLARATION_COUNTS: self.lists.counts,
            PaperSort.REGISTER: self.lists.register,
            PaperSort.DO_NOT_PUBLISH: self.lists.do_not_publish,
            PaperSort.LEDGER: self.lists.ledger,
            PaperSort.GOVERNORS: self.lists.governors,
        }


def leaving_of(desk: Desk, resources: Path) -> Leaving:
    """Return the way out of one desk."""
    directory, face, paper = desk.people.directory, desk.face, desk.paper
    sources = Sources(desk.sitting, directory, desk.concerns, desk.looks, desk.duties)
    form = partial(desk.lado.form, resources / "lado")
    declared, school = desk.declaration_papers, face.school
    gatherers = Gatherers(
        sources=sources,
        file=FileGatherer(sources, desk.identities, paper),
        pack=PackGatherer(sources, desk.allegations, form, desk.policy.mark, school),
        records=RecordGatherer(sources, desk.low_level, declared, school),
        lists=ListGatherer(
            desk.sitting, declared, desk.register_papers, desk.insights, face.members
        ),
    )
    members = tuple(member.name for member in face.members)
    known = Known(directory, desk.identities, members)
    return Leaving(gatherers.makers(), known, desk.cases, paper)
