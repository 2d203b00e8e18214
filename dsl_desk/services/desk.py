"""The desk: everything one member can ask for while unlocked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.services.records import Records

if TYPE_CHECKING:
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.member import Member
    from dsl_desk.services.cases import Cases
    from dsl_desk.services.drafts import Drafts
    from dsl_desk.services.joining import Joining
    from dsl_desk.services.members import Members
    from dsl_desk.services.settings import Settings
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.services.snapshots import Snapshots
    from dsl_desk.services.vault import Vault
    from dsl_desk.services.ways_in import WaysIn


@dataclass(frozen=True)
class Desk(Records):
    """One service per noun. Belongs to the thread that opened it."""

    face: Face
    member: Member
    drafts: Drafts = field(repr=False)
    vault: Vault = field(repr=False)
    members: Members = field(repr=False)
    cases: Cases = field(repr=False)
    ways_in: WaysIn = field(repr=False)
    snapshots: Snapshots = field(repr=False)
    joining: Joining = field(repr=False)
    settings: Settings = field(repr=False)
    sitting: Sitting = field(repr=False)

    def close(self) -> None:
        """Let go of the vault's files. A lock does not wait for this: it ends the process."""
        self.vault.bear_witness()
        self.sitting.close()
