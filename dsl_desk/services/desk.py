"""The desk: everything one member can ask for while unlocked."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from typing_extensions import override

from dsl_desk.services.about_adults import about_adults
from dsl_desk.services.adult_duties import AdultDuties
from dsl_desk.services.case_file import CaseFile
from dsl_desk.services.childrens_numbers import ChildrensNumbers
from dsl_desk.services.chronology import Chronology
from dsl_desk.services.declaration_duties import DeclarationDuties
from dsl_desk.services.declarations_left import LeftDeclarations
from dsl_desk.services.drop import Drop
from dsl_desk.services.duties import Duties, School
from dsl_desk.services.duty_needs import needs_of as duty_needs
from dsl_desk.services.file_duties import Beside, DutiesInFiles
from dsl_desk.services.insights import Insights
from dsl_desk.services.keeping import Keeping
from dsl_desk.services.kept_filters import KeptFilters
from dsl_desk.services.leaving_entry import Sources
from dsl_desk.services.leaving_lists import ListGatherer
from dsl_desk.services.leaving_makers import Gatherers, leaving_of
from dsl_desk.services.leaving_pack import PackGatherer
from dsl_desk.services.leaving_records import RecordGatherer
from dsl_desk.services.leaving_subject import SubjectGatherer
from dsl_desk.services.look_duties import LookDuties
from dsl_desk.services.looking_desk import LookingDesk
from dsl_desk.services.papers import Papers
from dsl_desk.services.referrals import Referrals
from dsl_desk.services.register_duties import RegisterDuties
from dsl_desk.services.search import Search
from dsl_desk.services.steps import Steps
from dsl_desk.services.subject_requests import SubjectRequests
from dsl_desk.services.tasks import Tasks
from dsl_desk.services.today import TodaysWork
from dsl_desk.services.todays_looks import needs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.services.about_adults import AboutAdults
    from dsl_desk.services.allegations import Allegations
    from dsl_desk.services.disposals import Disposals
    from dsl_desk.services.lado_directory import LadoDirectories
    from dsl_desk.services.leaving import Leaving
    from dsl_desk.services.low_level import LowLevels
    from dsl_desk.services.misfilings import Misfilings
    from dsl_desk.services.retention import Retention
    from dsl_desk.services.sealed_disposals import SealedDisposals


class Desk(LookingDesk):
    """Records of every kind, upon what every desk stands on."""

    @cached_property
    def steps(self) -> Steps:
        """What was done about a concern."""
        return Steps(self.sitting, self.concerns)

    @cached_property
    def referrals(self) -> Referrals:
        """What was passed on to somebody outside."""
        return Referrals(self.sitting, self.concerns, self.calendars, self.policy)

    @cached_property
    def papers(self) -> Papers:
        """Scans of notes, kept sealed."""
        return Papers(self.sitting, self.concerns)

    @cached_property
    def keeping(self) -> Keeping:
        """Filing and keeping: three services made of the same things."""
        directory = self.people.directory
        return Keeping(self.sitting, self.cases, self.concerns, directory, self.paper)

    @property
    def misfilings(self) -> Misfilings:
        """What was filed under the wrong person."""
        return self.keeping.misfilings

    @property
    def retention(self) -> Retention:
        """Until when things are kept."""
        return self.keeping.retention

    @property
    def disposals(self) -> Disposals:
        """What goes for good, decided by two people."""
        return self.keeping.disposals

    @cached_property
    def search(self) -> Search:
        """Finding records by their words."""
        return Search(self.sitting, self.concerns)

    @cached_property
    def kept_filters(self) -> KeptFilters:
        """What the list of concerns is narrowed to, under names."""
        return KeptFilters(self.sitting, self.concerns)

    @cached_property
    def chronology(self) -> Chronology:
        """What stands in somebody's file, in the order of time."""
        return Chronology(self.sitting, self.people.directory, self.declarations.lines)

    @cached_property
    def insights(self) -> Insights:
        """Patterns without names."""
        directory = self.people.directory
        return Insights(self.sitting, directory, self.allegations)

    @cached_property
    def tasks(self) -> Tasks:
        """Reminders."""
        return Tasks(self.sitting)

    @cached_property
    def duties(self) -> Duties:
        """What the policy asks of a record."""
        school = School(self.policy, self.people.directory, self.calendars, self.cases.book)
        return Duties(self.sitting, self.concerns, school)

    @cached_property
    def look_duties(self) -> LookDuties:
        """What the policy asks of a decision to look."""
        return LookDuties(self.looks, self.duties.school)

    @cached_property
    def register_duties(self) -> RegisterDuties:
        """What the policy asks of an entry of a register."""
        return RegisterDuties(self.sitting, self.registers, self.duties.school)

    @cached_property
    def file_duties(self) -> DutiesInFiles:
        """What is open in somebody's file."""
        beside = Beside(self.look_duties, self.register_duties)
        return DutiesInFiles(self.sitting, self.concerns, self.duties, beside)

    @cached_property
    def today(self) -> TodaysWork:
        """What needs somebody today."""
        looks = partial(needs_of, self.looks, self.member, self.calendars.in_force())
        clocks, adults = self.allegations.needs, self.adult_duties.needs
        asked = partial(duty_needs, self.duties, self.concerns)
        kept = (self.disposals.needs, self.retention.dues.needs)
        said = (self.drop.needs, self.declarations.needs)
        listed = (self.registers.needs, self.subject.needs, self.transfers.needs)
        owed = (self.look_duties.needs, self.register_duties.needs)
        others = (
            looks,
            clocks,
            *said,
            *listed,
            self.machine_readable.needs,
            self.checks.needs,
            *owed,
            *kept,
            asked,
            adults,
        )
        names = self.people.directory.name_of
        return TodaysWork(self.sitting, self.concerns, self.referrals, names, others)

    @cached_property
    def subject(self) -> SubjectRequests:
        """What somebody asked to see."""
        people = self.people.directory
        return SubjectRequests(self.sitting, self.registers, people, self.search, self.face)

    @cached_property
    def leaving(self) -> Leaving:
        """What leaves: papers for others."""
        directory, school = self.people.directory, self.face.school
        sources = Sources(self.sitting, directory, self.concerns, self.looks, self.duties)
        form = partial(self.lado.form, self._resources / "lado")
        links = self.declaration_papers.links_of
        pack = PackGatherer(sources, self.allegations, form, self.policy, links, school)
        said, members = self.declaration_papers, self.face.members
        records = RecordGatherer(sources, self.low_level, said, school)
        lists = ListGatherer(
            self.sitting, said, self.register_papers, self.insights, members, self.policy
        )
        asked = SubjectGatherer(sources, self.registers, self.subject)
        gatherers = Gatherers(sources, self.identities, pack, records, lists, asked, self.checks)
        return leaving_of(gatherers, self.cases, self.paper)

    @cached_property
    def adults(self) -> AboutAdults:
        """What is said about adults: three services made of the same things."""
        return about_adults(self.cases, self._resources, self.calendars.bank, self.policy)

    @cached_property
    def adult_duties(self) -> AdultDuties:
        """What the policy asks of a case about an adult."""
        return AdultDuties(self.adults, self.duties.school)

    @property
    def allegations(self) -> Allegations:
        """Allegations about adults."""
        return self.adults.allegations

    @cached_property
    def case_file(self) -> CaseFile:
        """One allegation with all that belongs to it."""
        return CaseFile(self.allegations, self.keeping, self.looks)

    @property
    def sealed_disposals(self) -> SealedDisposals:
        """Sealed cases two of their holders let go of."""
        return self.keeping.sealed

    @property
    def low_level(self) -> LowLevels:
        """Low-level concerns."""
        return self.adults.low_level

    @property
    def lado(self) -> LadoDirectories:
        """Whom to ring."""
        return self.adults.lado

    @cached_property
    def childrens_numbers(self) -> ChildrensNumbers:
        """Children's services to ring."""
        return ChildrensNumbers(self.sitting, self.people, self.lado)

    @cached_property
    def declaration_duties(self) -> DeclarationDuties:
        """What the policy asks of declared links."""
        return DeclarationDuties(self.declarations, self.duties.school, self.sitting.clock)

    @cached_property
    def left_declarations(self) -> LeftDeclarations:
        """Declarations that were left without a key."""
        return LeftDeclarations(self.drop, self.declarations, self.declaration_rounds)

    @cached_property
    def drop(self) -> Drop:
        """What was left at the lock screen, or by somebody without the key."""
        return Drop(self.sitting, self.cases, self.calendars.bank, self.policy.mark)

    @override
    def sweep(self) -> Iterator[None]:
        """Finish what another desk could not: cross-references first, then sealed files."""
        self.allegations.note_in_files()
        return super().sweep()
