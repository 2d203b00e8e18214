"""The desk: everything one member can ask for while unlocked."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from dsl_desk.domain.face import Face
from dsl_desk.services.about_adults import about_adults
from dsl_desk.services.calendars import Calendars
from dsl_desk.services.chronology import Chronology
from dsl_desk.services.concern_paper import ConcernPaper
from dsl_desk.services.concerns import Concerns
from dsl_desk.services.directory import Directory
from dsl_desk.services.disposals import prove_two_people
from dsl_desk.services.duties import Duties, School
from dsl_desk.services.duty_needs import needs_of as duty_needs
from dsl_desk.services.joining import Joining
from dsl_desk.services.keeping import Keeping
from dsl_desk.services.kept_filters import KeptFilters
from dsl_desk.services.looks import looks_of
from dsl_desk.services.members import Members
from dsl_desk.services.papers import Papers
from dsl_desk.services.people import People
from dsl_desk.services.platforms import Platforms
from dsl_desk.services.policy import Policies
from dsl_desk.services.referrals import Referrals
from dsl_desk.services.register_papers import RegisterPapers
from dsl_desk.services.registers import Registers
from dsl_desk.services.search import Search
from dsl_desk.services.settings import Settings
from dsl_desk.services.snapshots import Snapshots
from dsl_desk.services.steps import Steps
from dsl_desk.services.tasks import Tasks
from dsl_desk.services.today import TodaysWork
from dsl_desk.services.todays_looks import needs_of
from dsl_desk.services.vault import Vault
from dsl_desk.services.viewing_book import ViewingBook
from dsl_desk.services.ways_in import Insider, WaysIn

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.member import Member
    from dsl_desk.services.about_adults import AboutAdults
    from dsl_desk.services.allegations import Allegations
    from dsl_desk.services.captures import Captures
    from dsl_desk.services.cases import Cases
    from dsl_desk.services.custody import Custody
    from dsl_desk.services.disposals import Disposals
    from dsl_desk.services.drafts import Drafts
    from dsl_desk.services.identities import Identities
    from dsl_desk.services.importing import Importing
    from dsl_desk.services.lado_directory import LadoDirectories
    from dsl_desk.services.looks import Looks
    from dsl_desk.services.low_level import LowLevels
    from dsl_desk.services.misfilings import Misfilings
    from dsl_desk.services.quarantines import Quarantines
    from dsl_desk.services.retention import Retention
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.services.told import Told
    from dsl_desk.services.viewing_paper import ViewingPaper
    from dsl_desk.services.viewings import Viewings
    from dsl_desk.services.watch import Watch


class Desk:
    """One service per noun, made when it is first asked for, from those it leans on.

    Belongs to the thread that opened it. Nothing is read here: unlocking does not wait for what
    nobody has asked for yet.
    """

    def __init__(self, sitting: Sitting, cases: Cases, watch: Watch, insider: Insider) -> None:
        self.sitting = sitting
        self.cases = cases
        self._watch = watch
        self._insider = insider

    @property
    def member(self) -> Member:
        """Who is here."""
        return self.sitting.member

    @cached_property
    def face(self) -> Face:
        """What the lock screen shows of this vault, as it stood at unlock."""
        page = self.cases.book.page()
        rows = [row for row in page.members if not row.retired]
        ways = {row.member.id: tuple(door.lock.way for door in row.doors) for row in rows}
        return Face(page.school, tuple(row.member for row in rows), ways)

    @cached_property
    def calendars(self) -> Calendars:
        """The days the school is open, and those that count."""
        return Calendars(self.sitting, self._resources)

    @cached_property
    def concerns(self) -> Concerns:
        """What was told, and what became of it."""
        return Concerns(self.sitting, self.cases, self._paper, self.policy)

    @cached_property
    def steps(self) -> Steps:
        """What was done about a concern."""
        return Steps(self.sitting, self.concerns)

    @cached_property
    def referrals(self) -> Referrals:
        """What was passed on to somebody outside."""
        return Referrals(self.sitting, self.concerns, self.calendars)

    @cached_property
    def papers(self) -> Papers:
        """Scans of notes, kept sealed."""
        return Papers(self.sitting, self.concerns)

    @cached_property
    def keeping(self) -> Keeping:
        """Filing and keeping: three services made of the same things."""
        directory = self.people.directory
        return Keeping(self.sitting, self.cases, self.concerns, directory, self._paper)

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
    def people(self) -> People:
        """Pupils, staff, families and professionals."""
        return People(self.sitting, Directory(self.sitting))

    @property
    def importing(self) -> Importing:
        """Taking in lists of people."""
        return self.people.importing

    @property
    def identities(self) -> Identities:
        """Accounts online, and whose they are."""
        return self.people.identities

    @cached_property
    def vault(self) -> Vault:
        """The vault as a whole."""
        by_two = partial(prove_two_people, self.sitting)
        return Vault(self.sitting, self._watch, (self.members.check, self.cases.check, by_two))

    @cached_property
    def members(self) -> Members:
        """Who can open what."""
        return Members(self.sitting, self.cases, self._insider.place)

    @cached_property
    def search(self) -> Search:
        """Finding records by their words."""
        return Search(self.sitting, self.concerns)

    @cached_property
    def kept_filters(self) -> KeptFilters:
        """What the list of concerns is narrowed to, under names."""
        return KeptFilters(self.sitting, self.concerns)

    @cached_property
    def ways_in(self) -> WaysIn:
        """How this member comes in."""
        return WaysIn(self.sitting, self.cases.book, self._insider)

    @cached_property
    def snapshots(self) -> Snapshots:
        """Copies of the vault."""
        return Snapshots(self.sitting, self.cases.book.person, self.calendars, self._watch)

    @cached_property
    def joining(self) -> Joining:
        """Bringing two copies together."""
        return Joining(self.sitting, self.cases.book.person)

    @cached_property
    def settings(self) -> Settings:
        """What the school settled."""
        return Settings(self.sitting)

    @cached_property
    def chronology(self) -> Chronology:
        """What stands in somebody's file, in the order of time."""
        return Chronology(self.sitting, self.people.directory)

    @cached_property
    def tasks(self) -> Tasks:
        """Reminders."""
        return Tasks(self.sitting)

    @cached_property
    def policy(self) -> Policies:
        """The school's own policy."""
        return Policies(self.sitting, self._resources, self.cases.book)

    @cached_property
    def duties(self) -> Duties:
        """What the policy asks of a record."""
        school = School(self.policy, self.people.directory, self.calendars, self.cases.book)
        return Duties(self.sitting, self.concerns, school)

    @cached_property
    def today(self) -> TodaysWork:
        """What needs somebody today."""
        looks = partial(needs_of, self.looks, self.member, self.calendars.in_force())
        clocks = self.allegations.needs
        asked = partial(duty_needs, self.duties, self.concerns)
        others = (looks, clocks, self.registers.needs, self.disposals.needs, asked)
        names = self.people.directory.name_of
        return TodaysWork(self.sitting, self.concerns, self.referrals, names, others)

    @cached_property
    def registers(self) -> Registers:
        """The lists a school has to keep."""
        return Registers(self.sitting, self.cases, self.people.directory, self.calendars)

    @cached_property
    def platforms(self) -> Platforms:
        """How old somebody has to be for a platform."""
        return Platforms(self.people.directory, self.sitting.clock, self._resources)

    @cached_property
    def register_papers(self) -> RegisterPapers:
        """Those lists on paper, and as a table."""
        return RegisterPapers(self.sitting, self.people.directory, self._paper)

    @cached_property
    def adults(self) -> AboutAdults:
        """What is said about adults: three services made of the same things."""
        return about_adults(self.cases, self._resources, self.calendars.bank)

    @property
    def allegations(self) -> Allegations:
        """Allegations about adults."""
        return self.adults.allegations

    @property
    def low_level(self) -> LowLevels:
        """Low-level concerns."""
        return self.adults.low_level

    @property
    def lado(self) -> LadoDirectories:
        """Whom to ring."""
        return self.adults.lado

    @cached_property
    def looks(self) -> Looks:
        """Looking at accounts: five services made of the same things."""
        book = ViewingBook(self.sitting, self.concerns)
        return looks_of(book, self.cases, self.people.directory, self._paper)

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
    def custody(self) -> Custody:
        """What became of what was captured."""
        return self.looks.custody

    @property
    def quarantines(self) -> Quarantines:
        """What was captured by mistake."""
        return self.looks.quarantines

    @property
    def drafts(self) -> Drafts:
        """What is being typed."""
        return self.cases.drafts

    @cached_property
    def _paper(self) -> ConcernPaper:
        return ConcernPaper(self.face, self._insider.fonts, self.vault.look_before_export)

    @property
    def _resources(self) -> Path:
        return self._insider.fonts.parent

    def close(self) -> None:
        """Let go of the vault's files. A lock does not wait for this: it ends the process."""
        self.vault.bear_witness()
        self.sitting.close()
