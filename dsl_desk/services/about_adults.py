"""Everything that is asked about adults something is said about: three services, made together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.domain.allegation import ALLEGATION
from dsl_desk.domain.allegation_step import ALLEGATION_STEP
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.declaration import DECLARATION
from dsl_desk.domain.ids import RecordId
from dsl_desk.services.allegations import Allegations
from dsl_desk.services.lado_directory import LadoDirectories
from dsl_desk.services.low_level import LowLevels

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.working_days import Calendar
    from dsl_desk.services.cases import Cases
    from dsl_desk.services.policy import Policies


@dataclass(frozen=True)
class AboutAdults:
    """Allegations, low-level concerns, and whom to ring."""

    allegations: Allegations = field(repr=False)
    low_level: LowLevels = field(repr=False)
    lado: LadoDirectories = field(repr=False)

    def read_at(self, record: str) -> tuple[str, RecordId]:
        """Return the kind and the record on whose page something in an adult's file is read."""
        ledger = self.allegations.sitting.part(Compartment.STAFF).ledger
        if not ledger.knows(bytes.fromhex(record)):  # a family link: it lies in a part of its own
            return DECLARATION.name, RecordId(record)
        newest = ledger.newest(RecordId(record))
        if newest.body.kind != ALLEGATION_STEP.name:
            return newest.body.kind, RecordId(record)
        return ALLEGATION.name, RecordId(ALLEGATION_STEP.said(newest).draft.allegation)


def about_adults(
    cases: Cases, resources: Path, calendar: Calendar, policy: Policies
) -> AboutAdults:
    """Make the three for one sitting."""
    low_level = LowLevels(cases.sitting, cases, policy.mark)
    lado = LadoDirectories(cases.sitting, resources, calendar, policy.is_awake)
    return AboutAdults(Allegations(cases.sitting, low_level, lado, calendar), low_level, lado)
