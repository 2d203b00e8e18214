"""Which papers can leave, and who gathers each."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from dsl_desk.domain.leaving import PaperSort
from dsl_desk.services.leaving import Leaving
from dsl_desk.services.leaving_check import CheckGatherer
from dsl_desk.services.leaving_conversation import ConversationGatherer
from dsl_desk.services.leaving_entry import gather_entry
from dsl_desk.services.leaving_file import FileGatherer
from dsl_desk.services.leaving_sealed import SealedGatherer
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
    from dsl_desk.services.leaving_lists import ListGatherer
    from dsl_desk.services.leaving_pack import PackGatherer
    from dsl_desk.services.leaving_records import RecordGatherer
    from dsl_desk.services.leaving_subject import SubjectGatherer
    from dsl_desk.services.termly_checks import TermlyChecks


@dataclass(frozen=True)
class Gatherers:
    """Everybody who gathers papers."""

    sources: Sources = field(repr=False)
    identities: Identities = field(repr=False)
    pack: PackGatherer = field(repr=False)
    records: RecordGatherer = field(repr=False)
    lists: ListGatherer = field(repr=False)
    subject: SubjectGatherer = field(repr=False)
    checks: TermlyChecks = field(repr=False)


def leaving_of(gatherers: Gatherers, cases: Cases, paper: ConcernPaper) -> Leaving:
    """Return the way out of one desk."""
    sources, identities = gatherers.sources, gatherers.identities
    known = Known(sources.directory, identities, tuple(one.name for one in paper.face.members))
    file = FileGatherer(sources, identities, paper)
    records, lists, sealed = gatherers.records, gatherers.lists, SealedGatherer(cases)
    going = TransferGatherer(file, cases, sources.directory, paper.face.school)
    makers: dict[PaperSort, Callable[[Wish], Bundle]] = {
        PaperSort.ENTRY: partial(gather_entry, sources),
        PaperSort.FILE: file.gather,
        PaperSort.SELECTED: file.gather,
        PaperSort.LADO_PACK: gatherers.pack.gather,
        PaperSort.SUBJECT_COPY: gatherers.subject.gather,
        PaperSort.SUBJECT_SCHEDULE: gatherers.subject.gather,
        PaperSort.VIEWING: records.viewing,
        PaperSort.LOW_LEVEL: records.low_level_concern,
        PaperSort.SOCIAL_CARE: records.referral,
        PaperSort.PREVENT: records.prevent,
        PaperSort.LETTER: records.letter,
        PaperSort.DECLARATIONS: lists.declarations,
        PaperSort.DECLARATION_COUNTS: lists.counts,
        PaperSort.REGISTER: lists.register,
        PaperSort.DO_NOT_PUBLISH: lists.do_not_publish,
        PaperSort.LEDGER: lists.ledger,
        PaperSort.GOVERNORS: lists.governors,
        PaperSort.TRANSFER: going.gather,
        PaperSort.SEALED_COPY: sealed.copy,
        PaperSort.SEALED_SCHEDULE: sealed.schedule,
        PaperSort.CHECK: CheckGatherer(gatherers.checks).gather,
        PaperSort.CONVERSATION: ConversationGatherer(sources).gather,
    }
    return Leaving(makers, known, cases, paper, sources.looks)
