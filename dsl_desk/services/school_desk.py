"""What every desk stands on: the vault, its members and copies, people, calendar and policy."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from dsl_desk.domain.face import Face
from dsl_desk.domain.training import is_training, school_shown
from dsl_desk.services.calendars import Calendars
from dsl_desk.services.concern_paper import ConcernPaper
from dsl_desk.services.directory import Directory
from dsl_desk.services.disposals import prove_two_people
from dsl_desk.services.joining import Joining
from dsl_desk.services.members import Members
from dsl_desk.services.people import People
from dsl_desk.services.policy import Policies
from dsl_desk.services.settings import Settings
from dsl_desk.services.snapshots import Snapshots
from dsl_desk.services.taking_a_parcel import ParcelsReceived
from dsl_desk.services.transfers import Transfers
from dsl_desk.services.vault import Vault
from dsl_desk.services.ways_in import Insider, WaysIn

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.member import Member
    from dsl_desk.services.cases import Cases
    from dsl_desk.services.drafts import Drafts
    from dsl_desk.services.identities import Identities
    from dsl_desk.services.importing import Importing
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.services.watch import Watch


class SchoolDesk:
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
        school, people = school_shown(page.school, page.vault), tuple(row.member for row in rows)
        return Face(school, people, ways, is_training(page.vault))

    @cached_property
    def calendars(self) -> Calendars:
        """The days the school is open, and those that count."""
        return Calendars(self.sitting, self._resources)

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
    def transfers(self) -> Transfers:
        """Files that go to the next school, and files that come."""
        return Transfers(self.sitting, self.people.directory, self.calendars)

    @cached_property
    def parcels(self) -> ParcelsReceived:
        """What another school sent."""
        return ParcelsReceived(self.sitting, training=self.face.training)

    @cached_property
    def policy(self) -> Policies:
        """The school's own policy."""
        return Policies(self.sitting, self._resources, self.cases.book)

    @property
    def drafts(self) -> Drafts:
        """What is being typed."""
        return self.cases.drafts

    @cached_property
    def paper(self) -> ConcernPaper:
        """What every paper is printed with."""
        return ConcernPaper(self.face, self._insider.fonts, self.vault.look_before_export)

    @property
    def _resources(self) -> Path:
        return self._insider.fonts.parent

    def close(self) -> None:
        """Let go of the vault's files. A lock does not wait for this: it ends the process."""
        self.vault.bear_witness()
        self.sitting.close()
