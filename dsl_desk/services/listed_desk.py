"""What a desk lists: the registers, their papers, and how old a platform wants somebody to be."""

from __future__ import annotations

from functools import cached_property

from dsl_desk.services.declared_desk import DeclaredDesk
from dsl_desk.services.parcels_registered import ParcelsRegistered
from dsl_desk.services.platforms import Platforms
from dsl_desk.services.register_papers import RegisterPapers
from dsl_desk.services.registers import Registers, SchoolSays
from dsl_desk.services.termly_checks import TermlyChecks


class ListedDesk(DeclaredDesk):
    """Lists of what a school keeps, upon what every desk stands on."""

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
    def checks(self) -> TermlyChecks:
        """A sample of each term, drawn and looked at by somebody else."""
        return TermlyChecks(self.sitting, self.face, self.ways_in.prove)

    @cached_property
    def parcels_registered(self) -> ParcelsRegistered:
        """A parcel taken in, and the register that says so."""
        return ParcelsRegistered(self.parcels, self.registers, self.sitting)
