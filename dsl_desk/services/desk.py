"""The desk: everything one member can ask for while unlocked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.member import Member
    from dsl_desk.services.captures import Captures
    from dsl_desk.services.cases import Cases
    from dsl_desk.services.chronology import Chronology
    from dsl_desk.services.concerns import Concerns
    from dsl_desk.services.custody import Custody
    from dsl_desk.services.drafts import Drafts
    from dsl_desk.services.identities import Identities
    from dsl_desk.services.importing import Importing
    from dsl_desk.services.joining import Joining
    from dsl_desk.services.looks import Looks
    from dsl_desk.services.members import Members
    from dsl_desk.services.people import People
    from dsl_desk.services.quarantines import Quarantines
    from dsl_desk.services.referrals import Referrals
    from dsl_desk.services.search import Search
    from dsl_desk.services.settings import Settings
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.services.snapshots import Snapshots
    from dsl_desk.services.steps import Steps
    from dsl_desk.services.tasks import Tasks
    from dsl_desk.services.today import TodaysWork
    from dsl_desk.services.told import Told
    from dsl_desk.services.vault import Vault
    from dsl_desk.services.viewing_paper import ViewingPaper
    from dsl_desk.services.viewings import Viewings
    from dsl_desk.services.ways_in import WaysIn


@dataclass(frozen=True)
class Desk:
    """One service per noun. Belongs to the thread that opened it."""

    face: Face
    concerns: Concerns = field(repr=False)
    steps: Steps = field(repr=False)
    referrals: Referrals = field(repr=False)
    people: People = field(repr=False)
    vault: Vault = field(repr=False)
    members: Members = field(repr=False)
    search: Search = field(repr=False)
    cases: Cases = field(repr=False)
    ways_in: WaysIn = field(repr=False)
    snapshots: Snapshots = field(repr=False)
    joining: Joining = field(repr=False)
    settings: Settings = field(repr=False)
    chronology: Chronology = field(repr=False)
    tasks: Tasks = field(repr=False)
    today: TodaysWork = field(repr=False)
    looks: Looks = field(repr=False)
    sitting: Sitting = field(repr=False)

    @property
    def member(self) -> Member:
        """Whose desk it is."""
        return self.sitting.member

    @property
    def importing(self) -> Importing:
        """Lists of pupils from the school's own system."""
        return self.people.importing

    @property
    def identities(self) -> Identities:
        """Accounts, and whose they are."""
        return self.people.identities

    @property
    def drafts(self) -> Drafts:
        """What was being typed."""
        return self.cases.drafts

    @property
    def viewing_paper(self) -> ViewingPaper:
        """A decision to look on paper."""
        return self.looks.paper

    @property
    def viewings(self) -> Viewings:
        """Decisions to look."""
        return self.looks.viewings

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

    def close(self) -> None:
        """Let go of the vault's files. A lock does not wait for this: it ends the process."""
        self.vault.bear_witness()
        self.sitting.close()
