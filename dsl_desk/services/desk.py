"""The desk: everything one member can ask for while unlocked."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from dsl_desk.services.about_adults import about_adults
from dsl_desk.services.adult_duties import AdultDuties
from dsl_desk.services.case_file import CaseFile
from dsl_desk.services.chronology import Chronology
from dsl_desk.services.concerns import Concerns
from dsl_desk.services.declarations_left import LeftDeclarations
from dsl_desk.services.declared_desk import DeclaredDesk
from dsl_desk.services.drop import Drop
from dsl_desk.services.duties import Duties, School
from dsl_desk.services.duty_needs import needs_of as duty_needs
from dsl_desk.services.file_duties import DutiesInFiles
from dsl_desk.services.insights import Insights
from dsl_desk.services.keeping import Keeping
from dsl_desk.services.kept_filters import KeptFilters
from dsl_desk.services.leaving_entry import Sources
from dsl_desk.services.leaving_lists import ListGatherer
from dsl_desk.services.leaving_makers import Gatherers, leaving_of
from dsl_desk.services.leaving_pack import PackGatherer
from dsl_desk.services.leaving_records import RecordGatherer
from dsl_desk.services.looks import looks_of
from dsl_desk.services.papers import Papers
from dsl_desk.services.platforms import Platforms
from dsl_desk.services.referrals import Referrals
from dsl_desk.services.register_papers import RegisterPapers
from dsl_desk.services.registers import Registers, SchoolSays
from dsl_desk.services.search import Search
from dsl_desk.services.steps import Steps
from dsl_desk.services.sweeping import Sweeping
from dsl_desk.services.tasks import Tasks
from dsl_desk.services.today import TodaysWork
from dsl_desk.services.todays_looks import needs_of
from dsl_desk.services.uses import Uses
from dsl_desk.services.viewing_book import ViewingBook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.services.about_adults import AboutAdults
    from dsl_desk.services.allegations import Allegations
    from dsl_desk.services.captures import Captures
    from dsl_desk.services.conversation_paper import ConversationPaper
    from dsl_desk.services.conversations import Conversations
    from dsl_desk.services.custody import Custody
    from dsl_desk.services.disposals import Disposals
    from dsl_desk.services.lado_directory import LadoDirectories
    from dsl_desk.services.leaving import Leaving
    from dsl_desk.services.looks import Looks
    from dsl_desk.services.low_level import LowLevels
    from dsl_desk.services.misfilings import Misfilings
    from dsl_desk.services.quarantines import Quarantines
    from dsl_desk.services.retention import Retention
    from dsl_desk.services.same_picture import SamePicture
    from dsl_desk.services.sealed_disposals import SealedDisposals
    from dsl_desk.services.sharing import Sharing
    from dsl_desk.services.told import Told
    from dsl_desk.services.viewing_paper import ViewingPaper
    from dsl_desk.services.viewings import Viewings


class Desk(DeclaredDesk):
    """Records of every kind, upon what every desk stands on."""

    @cached_property
    def concerns(self) -> Concerns:
        """What was told, and what became of it."""
        return Concerns(self.sitting, self.cases, self.paper, self.policy)

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
    def file_duties(self) -> DutiesInFiles:
        """What is open in somebody's file."""
        return DutiesInFiles(self.sitting, self.concerns, self.duties)

    @cached_property
    def today(self) -> TodaysWork:
        """What needs somebody today."""
        looks = partial(needs_of, self.looks, self.member, self.calendars.in_force())
        clocks, adults = self.allegations.needs, self.adult_duties.needs
        asked = partial(duty_needs, self.duties, self.concerns)
        kept = (self.disposals.needs, self.retention.dues.needs)
        said = (self.drop.needs, self.declarations.needs)
        others = (looks, clocks, *said, self.registers.needs, *kept, asked, adults)
        names = self.people.directory.name_of
        return TodaysWork(self.sitting, self.concerns, self.referrals, names, others)

    @cached_property
    def registers(self) -> Registers:
        """The lists a school has to keep."""
        school = SchoolSays(self.calendars, self.policy)
        return Registers(self.sitting, self.cases, self.people.directory, school)

    @cached_property
    def platforms(self) -> Platforms:
        """How old somebody has to be for a platform."""
        return Platforms(self.people.directory, self.sitting.clock, self._resources)

    @cached_property
    def register_papers(self) -> RegisterPapers:
        """Those lists on paper, and as a table."""
        return RegisterPapers(self.sitting, self.people.directory, self.registers.as_called)

    @cached_property
    def leaving(self) -> Leaving:
        """What leaves: papers for others."""
        directory, school = self.people.directory, self.face.school
        sources = Sources(self.sitting, directory, self.concerns, self.looks, self.duties)
        form = partial(self.lado.form, self._resources / "lado")
        pack = PackGatherer(sources, self.allegations, form, school)
        said, members = self.declaration_papers, self.face.members
        records = RecordGatherer(sources, self.low_level, said, school)
        lists = ListGatherer(self.sitting, said, self.register_papers, self.insights, members)
        gatherers = Gatherers(sources, self.identities, pack, records, lists)
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
    def left_declarations(self) -> LeftDeclarations:
        """Declarations that were left without a key."""
        return LeftDeclarations(self.drop, self.declarations, self.declaration_rounds)

    @cached_property
    def drop(self) -> Drop:
        """What was left at the lock screen, or by somebody without the key."""
        return Drop(self.sitting, self.cases, self.calendars.bank)

    @cached_property
    def looks(self) -> Looks:
        """Looking at accounts: five services made of the same things."""
        book = ViewingBook(self.sitting, self.concerns)
        return looks_of(book, self.cases, self.people.directory, self.paper, self.policy)

    @property
    def viewings(self) -> Viewings:
        """Decisions to look."""
        return self.looks.viewings

    @property
    def viewing_paper(self) -> ViewingPaper:
        """A decision to look on paper."""
        return self.looks.paper

    @property
    def told(self) -> Told:
        """What was handed in, or told in words only."""
        return self.looks.told

    @property
    def evidence(self) -> Captures:
        """What was captured."""
        return self.looks.evidence

    @property
    def conversations(self) -> Conversations:
        """Pictures put in order, with their words."""
        return self.looks.conversations

    @property
    def same_picture(self) -> SamePicture:
        """Pictures that come again."""
        return self.looks.same_picture

    @property
    def conversation_paper(self) -> ConversationPaper:
        """A conversation on paper."""
        return self.looks.conversation_paper

    @property
    def sharing(self) -> Sharing:
        """Copies of it for others, with what is covered."""
        return self.looks.sharing

    @cached_property
    def uses(self) -> Uses:
        """Evidence in more than one record."""
        return Uses(self.evidence, self.custody, self.quarantines, self.concerns)

    def sweep(self) -> Iterator[None]:
        """Finish, a step at a time, what a killed desk began with sealed files."""
        self.allegations.note_in_files()
        return Sweeping(self.sitting, self.quarantines).round()

    @property
    def custody(self) -> Custody:
        """What became of what was captured."""
        return self.looks.custody

    @property
    def quarantines(self) -> Quarantines:
        """What was captured by mistake."""
        return self.looks.quarantines
